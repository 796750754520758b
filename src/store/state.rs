//! The present state of paragraphs, and any past one, computed from the append-only rows; and the caches kept from it.
//!
//! The same function gives the state now, the state at an earlier operation, and what `doctor` compares the caches with.

use crate::model::{Content, OperationSeq, ParagraphId, ParagraphKind, Slug, Standing, Status, StatusDecision};
use std::collections::{BTreeMap, BTreeSet};

use rusqlite::{OptionalExtension, Row, named_params};

use super::error::StoreError;
use super::exclusions::{Exclusion, exclusion_of};
use super::revisions::{self, RevisionRow, revision_columns, revision_contents};
use super::writer::Writer;
use super::{ArticleHead, ArticleKey, ExclusionKey, ParagraphKey, Snapshot};
use crate::model::status::{Head, standing};

/// A paragraph at one moment.
#[derive(Clone, Debug, PartialEq)]
pub struct ParagraphState {
    /// Its key.
    pub key: ParagraphKey,
    /// Its global id.
    pub id: ParagraphId,
    /// Its number in the article; `None` when it has been removed from it.
    pub number: Option<u32>,
    /// Its head.
    pub revision: RevisionRow,
    /// How far it has come.
    pub standing: Standing,
    /// Why it is left out of the finished article, if it is.
    pub exclusion: Option<Exclusion>,
}

/// The moment at which rows are asked whether they count.
pub(super) enum Moment {
    Now,
    After { seq: OperationSeq, reverted: BTreeSet<OperationSeq> },
}

/// What the cache holds of a paragraph.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct CachedHead {
    pub(super) number: Option<u32>,
    pub(super) revision: i64,
    pub(super) kind: String,
    pub(super) repeat_key: Option<i64>,
    pub(super) target_key: Option<i64>,
    pub(super) status: String,
    pub(super) stale: bool,
    pub(super) exclusion: Option<i64>,
    pub(super) source_words: u32,
    pub(super) target_words: u32,
}

impl CachedHead {
    pub(super) fn of(state: &ParagraphState) -> Self {
        let (revision, standing) = (&state.revision, state.standing);
        Self {
            number: state.number,
            revision: revision.key.0,
            kind: revision.form.kind.kind.as_str().to_owned(),
            repeat_key: revision.repeat_key,
            target_key: revision.target_repeat_key,
            status: standing.status.as_str().to_owned(),
            stale: standing.stale,
            exclusion: state.exclusion.as_ref().map(|exclusion| exclusion.key.0),
            source_words: revision.source_words,
            target_words: revision.target_words,
        }
    }

    pub(super) fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            number: row.get("number")?,
            revision: row.get("revision")?,
            kind: row.get("kind")?,
            repeat_key: row.get("repeat_key")?,
            target_key: row.get("target_key")?,
            status: row.get("status")?,
            stale: row.get("stale")?,
            exclusion: row.get("exclusion")?,
            source_words: row.get("source_words")?,
            target_words: row.get("target_words")?,
        })
    }
}

macro_rules! heads {
    ($rest:literal) => {
        concat!(
            "SELECT h.article, h.number AS place, h.status, h.stale, p.id AS paragraph_id,
                    h.exclusion, x.person AS excluder, xo.at AS excluded_at, x.reason AS excluded_because, ",
            revision_columns!(),
            "FROM head h JOIN paragraph p ON p.key = h.paragraph JOIN revision r ON r.key = h.revision
             LEFT JOIN exclusion x ON x.key = h.exclusion LEFT JOIN operation xo ON xo.seq = x.operation",
            revision_contents!(),
            $rest
        )
    };
}

/// The title of an article of these paragraphs: the target of the first title that is not left out, or its source while it has none.
pub(super) fn title_of(paragraphs: &[ParagraphState]) -> String {
    let is_title = |p: &&ParagraphState| p.number.is_some() && p.revision.form.kind.kind == ParagraphKind::Title;
    let shown = paragraphs.iter().filter(is_title).find(|p| p.exclusion.is_none());
    let title = shown.or_else(|| paragraphs.iter().find(is_title));
    let text = |p: &ParagraphState| {
        let target = p.revision.target.as_ref().map(Content::text).filter(|t| !t.is_empty());
        target.unwrap_or(p.revision.source.text()).to_owned()
    };
    title.map(text).unwrap_or_default()
}

/// The standing of a revision under the decisions on its paragraph.
pub(super) fn standing_of(revision: &RevisionRow, decisions: &[StatusDecision]) -> Standing {
    let has_target = revision.target.as_ref().is_some_and(|target| !target.is_blank());
    let head = Head { texts: revision.hashes, has_target, basis: revision.basis_hash };
    standing(&head, decisions)
}

fn read_state(row: &Row<'_>) -> rusqlite::Result<ParagraphState> {
    let revision = revisions::read(row)?;
    Ok(ParagraphState {
        key: revision.paragraph,
        id: ParagraphId::from_bytes(row.get("paragraph_id")?),
        number: row.get("place")?,
        standing: Standing { status: parse_status(row)?, stale: row.get("stale")? },
        exclusion: match row.get::<_, Option<i64>>("exclusion")? {
            None => None,
            Some(key) => Some(Exclusion {
                key: ExclusionKey(key),
                person: row.get("excluder")?,
                at: row.get("excluded_at")?,
                reason: row.get("excluded_because")?,
            }),
        },
        revision,
    })
}

pub(super) fn parse_status(row: &Row<'_>) -> rusqlite::Result<Status> {
    let status: String = row.get("status")?;
    Status::parse(&status).ok_or(rusqlite::Error::InvalidQuery)
}

impl Snapshot<'_> {
    pub(super) fn counts_now(&self, operation: OperationSeq) -> Result<bool, StoreError> {
        let mut statement = self.connection.prepare_cached("SELECT 1 FROM reverted WHERE operation = :operation")?;
        Ok(!statement.exists(named_params! { ":operation": operation.0 })?)
    }

    fn counts(&self, moment: &Moment, operation: OperationSeq) -> Result<bool, StoreError> {
        match moment {
            Moment::Now => self.counts_now(operation),
            Moment::After { seq, reverted } => Ok(operation <= *seq && !reverted.contains(&operation)),
        }
    }

    /// The paragraphs of an article whose numbers lie in a range, in order, as they are now.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn paragraphs(&self, article: ArticleKey, first: u32, last: u32) -> Result<Vec<ParagraphState>, StoreError> {
        self.heads(
            heads!("WHERE h.article = :article AND h.number BETWEEN :first AND :last ORDER BY h.number"),
            article,
            Some((first, last)),
        )
    }

    /// The paragraphs that were removed from an article, oldest first.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn removed_paragraphs(&self, article: ArticleKey) -> Result<Vec<ParagraphState>, StoreError> {
        self.heads(heads!("WHERE h.article = :article AND h.number IS NULL ORDER BY h.paragraph"), article, None)
    }

    fn heads(
        &self,
        sql: &'static str,
        article: ArticleKey,
        range: Option<(u32, u32)>,
    ) -> Result<Vec<ParagraphState>, StoreError> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = match range {
            Some((first, last)) => statement
                .query_map(named_params! { ":article": article.0, ":first": first, ":last": last }, read_state)?
                .collect::<Result<_, _>>(),
            None => statement.query_map(named_params! { ":article": article.0 }, read_state)?.collect::<Result<_, _>>(),
        };
        rows.map_err(|e| self.of_file(e))
    }

    /// The article that had a slug just after an operation, with its paragraphs in order, then the removed ones; `None` when
    /// there was none. It need not exist any more.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn article_at(
        &self,
        slug: &Slug,
        at: OperationSeq,
    ) -> Result<Option<(ArticleHead, Vec<ParagraphState>)>, StoreError> {
        let moment = Moment::After { seq: at, reverted: self.reverted_at(at)? };
        for mut head in self.articles_ever(slug)? {
            if let Some((_, paragraphs)) = self.replay_article(head.key, &moment)? {
                head.title = title_of(&paragraphs);
                return Ok(Some((head, paragraphs)));
            }
        }
        Ok(None)
    }

    /// The slug of an existing article.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn slug_of(&self, article: ArticleKey) -> Result<Option<Slug>, StoreError> {
        let mut statement = self.connection.prepare_cached("SELECT slug FROM article_head WHERE article = :article")?;
        let found =
            statement.query_row(named_params! { ":article": article.0 }, |row| row.get::<_, String>(0)).optional();
        Ok(found.map_err(|e| self.of_file(e))?.and_then(|slug| slug.parse().ok()))
    }

    /// The layout key and the paragraphs of an article at a moment; `None` when it does not exist then.
    pub(super) fn replay_article(
        &self,
        article: ArticleKey,
        moment: &Moment,
    ) -> Result<Option<(i64, Vec<ParagraphState>)>, StoreError> {
        let exists = match self.operation_of_article(article)? {
            Some(operation) => self.counts(moment, operation)?,
            None => false,
        };
        let Some((layout, order)) = self.layout(article, moment)?.filter(|_| exists) else { return Ok(None) };
        let mut statement = self
            .connection
            .prepare_cached("SELECT key, operation FROM paragraph WHERE article = :article ORDER BY key")?;
        let all: Vec<(i64, i64)> = statement
            .query_map(named_params! { ":article": article.0 }, |row| Ok((row.get(0)?, row.get(1)?)))?
            .collect::<Result<_, _>>()?;
        let mut existing = BTreeSet::new();
        for (key, operation) in all {
            if self.counts(moment, OperationSeq(operation))? {
                existing.insert(key);
            }
        }
        let mut places: Vec<(i64, Option<u32>)> =
            order.iter().zip(1..).map(|(key, number)| (*key, Some(number))).collect();
        places.extend(existing.iter().filter(|key| !order.contains(key)).map(|key| (*key, None)));
        let mut paragraphs = Vec::with_capacity(places.len());
        for (key, number) in places {
            paragraphs.extend(self.replay_paragraph(ParagraphKey(key), number, moment)?);
        }
        Ok(Some((layout, paragraphs)))
    }

    fn operation_of_article(&self, article: ArticleKey) -> Result<Option<OperationSeq>, StoreError> {
        let mut statement = self.connection.prepare_cached("SELECT operation FROM article WHERE key = :article")?;
        let found = statement.query_row(named_params! { ":article": article.0 }, |row| row.get(0)).optional();
        Ok(found.map_err(|e| self.of_file(e))?.map(OperationSeq))
    }

    fn layout(&self, article: ArticleKey, moment: &Moment) -> Result<Option<(i64, Vec<i64>)>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT key, operation, paragraphs FROM layout WHERE article = :article ORDER BY key DESC",
        )?;
        let mut rows = statement.query(named_params! { ":article": article.0 })?;
        while let Some(row) = rows.next().map_err(|e| self.of_file(e))? {
            if self.counts(moment, OperationSeq(row.get("operation")?))? {
                let order: String = row.get("paragraphs")?;
                let order = serde_json::from_str(&order).map_err(|e| StoreError::row("layout", e))?;
                return Ok(Some((row.get("key")?, order)));
            }
        }
        Ok(None)
    }

    /// The place of each paragraph in its article just after an operation, from 0.
    ///
    /// # Errors
    /// Errors of the disk.
    pub(super) fn order_at(
        &self,
        article: ArticleKey,
        at: OperationSeq,
    ) -> Result<BTreeMap<ParagraphKey, usize>, StoreError> {
        let moment = Moment::After { seq: at, reverted: self.reverted_at(at)? };
        let order = self.layout(article, &moment)?.map(|(_, order)| order).unwrap_or_default();
        Ok(order.into_iter().map(ParagraphKey).zip(0..).collect())
    }

    fn replay_paragraph(
        &self,
        paragraph: ParagraphKey,
        number: Option<u32>,
        moment: &Moment,
    ) -> Result<Option<ParagraphState>, StoreError> {
        let counts = |operation| self.counts(moment, operation);
        let Some(revision) = self.newest_revision(paragraph, counts)? else { return Ok(None) };
        let decisions: Vec<StatusDecision> =
            self.decisions_where(paragraph, counts)?.iter().map(super::DecisionRow::for_status).collect();
        let mut statement = self.connection.prepare_cached("SELECT id FROM paragraph WHERE key = :paragraph")?;
        let id = statement.query_row(named_params! { ":paragraph": paragraph.0 }, |row| row.get(0))?;
        let standing = standing_of(&revision, &decisions);
        let exclusion = exclusion_of(&revision, self.exclusions_where(paragraph, counts)?);
        let id = ParagraphId::from_bytes(id);
        Ok(Some(ParagraphState { key: paragraph, id, number, revision, standing, exclusion }))
    }
}

impl Writer<'_> {
    /// Takes an article out of the caches.
    pub(super) fn drop_heads(&self, article: ArticleKey) -> Result<(), StoreError> {
        self.mark_lessons_of(article)?;
        for sql in ["DELETE FROM head WHERE article = :article", "DELETE FROM article_head WHERE article = :article"] {
            self.connection.prepare_cached(sql)?.execute(named_params! { ":article": article.0 })?;
        }
        Ok(())
    }

    /// Computes the cached state of a whole article, if it exists, and puts it into the caches.
    pub(super) fn insert_heads(&mut self, article: ArticleKey) -> Result<(), StoreError> {
        let Some((layout, paragraphs)) = self.snapshot().replay_article(article, &Moment::Now)? else { return Ok(()) };
        self.insert_article_head(article, layout)?;
        for state in &paragraphs {
            let cached = CachedHead::of(state);
            self.put_head(state.key, article, &cached)?;
        }
        self.refresh_title(article)
    }

    /// Computes the cached state of one paragraph again; its place in the article has not changed.
    pub(super) fn refresh_paragraph(&mut self, paragraph: ParagraphKey) -> Result<(), StoreError> {
        let place: Option<(i64, Option<u32>, String)> = self
            .connection
            .prepare_cached("SELECT article, number, kind FROM head WHERE paragraph = :paragraph")?
            .query_row(named_params! { ":paragraph": paragraph.0 }, |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?)))
            .optional()?;
        let Some((article, number, old_kind)) = place else { return Ok(()) };
        let state = self.snapshot().replay_paragraph(paragraph, number, &Moment::Now)?;
        let Some(state) = state else { return Ok(()) };
        let cached = CachedHead::of(&state);
        self.put_head(paragraph, ArticleKey(article), &cached)?;
        if old_kind == "title" || cached.kind == "title" {
            self.refresh_title(ArticleKey(article))?;
        }
        Ok(())
    }

    pub(super) fn put_head(
        &mut self,
        paragraph: ParagraphKey,
        article: ArticleKey,
        head: &CachedHead,
    ) -> Result<(), StoreError> {
        self.connection
            .prepare_cached(
                "INSERT OR REPLACE INTO head (paragraph, article, number, revision, kind, repeat_key, target_key, status,
                    stale, exclusion, source_words, target_words)
                 VALUES (:paragraph, :article, :number, :revision, :kind, :repeat_key, :target_key, :status,
                    :stale, :exclusion, :source_words, :target_words)",
            )?
            .execute(named_params! {
                ":paragraph": paragraph.0, ":article": article.0, ":number": head.number, ":revision": head.revision,
                ":kind": head.kind, ":repeat_key": head.repeat_key, ":target_key": head.target_key, ":status": head.status, ":stale": head.stale,
                ":exclusion": head.exclusion,
                ":source_words": head.source_words, ":target_words": head.target_words,
            })
            .map_err(|e| StoreError::of_file(e, self.path))?;
        if head.number.is_some() && !head.stale && matches!(head.status.as_str(), "translated" | "reviewed" | "final") {
            self.note_settled(head.revision);
        }
        self.mark_lesson(paragraph, head)
    }
}
