//! Word statistics of confirmed pairs: which paragraphs are counted, which wait to be, and the counts. What a pair teaches is
//! worked out above; here it is only kept.
//!
//! A write marks the paragraphs whose confirmed text it changed, and no more: an approval costs one small row. The marks are
//! worked off by who next wants the counts ([`Store::tend`]), so that what nobody touched is never read again, and an undo is
//! but another mark.
//!
//! [`Store::tend`]: super::Store::tend

use std::path::Path;

use rusqlite::{Connection, OptionalExtension, named_params};

use super::error::StoreError;
use super::revisions::beads_from_json;
use super::state::CachedHead;
use super::writer::Writer;
use super::{ArticleKey, ParagraphKey, RevisionKey, Snapshot};
use crate::model::{Bead, Language, LinkCount, Status, WordCount};

/// The texts of a revision that are counted.
#[derive(Clone, Debug)]
pub struct LessonText {
    /// The source.
    pub source: String,
    /// The target.
    pub target: String,
    /// The segments.
    pub beads: Vec<Bead>,
    /// The language of the source, and of the target.
    pub languages: (Language, Language),
}

/// A paragraph of which something else is to be counted than is.
#[derive(Clone, Debug)]
pub struct LessonChange {
    paragraph: ParagraphKey,
    wanted_revision: Option<RevisionKey>,
    /// What is counted, and is to be no more.
    pub counted: Option<LessonText>,
    /// What is to be counted.
    pub wanted: Option<LessonText>,
}

/// What brings caches up to date.
#[derive(Debug)]
pub struct Tender<'t> {
    pub(super) connection: &'t Connection,
    pub(super) path: &'t Path,
}

const fn side_name(side: usize) -> &'static str {
    if side == 0 { "first" } else { "second" }
}

impl Writer<'_> {
    /// Marks a paragraph when something else of it is to be counted than is: its head, once that is confirmed and not outlived.
    pub(super) fn mark_lesson(&self, paragraph: ParagraphKey, head: &CachedHead) -> Result<(), StoreError> {
        let confirmed = Status::parse(&head.status).is_some_and(Status::is_confirmed);
        let wanted = (confirmed && !head.stale && head.number.is_some()).then_some(head.revision);
        self.connection
            .prepare_cached(
                "INSERT OR IGNORE INTO lesson_due (paragraph)
                 SELECT :paragraph WHERE :wanted IS NOT (SELECT revision FROM lesson WHERE paragraph = :paragraph)",
            )?
            .execute(named_params! { ":paragraph": paragraph.0, ":wanted": wanted })
            .map_err(|e| StoreError::of_file(e, self.path))?;
        Ok(())
    }

    /// Marks what is counted of an article.
    pub(super) fn mark_lessons_of(&self, article: ArticleKey) -> Result<(), StoreError> {
        self.connection
            .prepare_cached(
                "INSERT OR IGNORE INTO lesson_due (paragraph)
                 SELECT l.paragraph FROM head h JOIN lesson l ON l.paragraph = h.paragraph WHERE h.article = :article",
            )?
            .execute(named_params! { ":article": article.0 })
            .map_err(|e| StoreError::of_file(e, self.path))?;
        Ok(())
    }
}

impl Snapshot<'_> {
    /// Whether paragraphs wait to be counted, or what is counted is of another version.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn wants_lessons(&self, version: i64) -> Result<bool, StoreError> {
        let due = self.connection.prepare_cached("SELECT 1 FROM lesson_due LIMIT 1")?.exists([])?;
        Ok(due || self.lesson_version()?.is_some_and(|found| found != version))
    }

    fn lesson_version(&self) -> Result<Option<i64>, StoreError> {
        let mut statement = self.connection.prepare_cached("SELECT version FROM lexicon_state WHERE one = 1")?;
        let found = statement.query_row([], |row| row.get(0)).optional();
        found.map_err(|e| self.of_file(e))
    }

    /// How many tokens of both sides are counted in lessons of this version; `None` when there are none.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn lesson_tokens(&self, version: i64) -> Result<Option<[i64; 2]>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT first_tokens, second_tokens FROM lexicon_state WHERE one = 1 AND version = :version",
        )?;
        let found = statement.query_row(named_params! { ":version": version }, |row| Ok([row.get(0)?, row.get(1)?]));
        found.optional().map_err(|e| self.of_file(e))
    }

    /// What is counted of a word of the first (0) or second (1) side, and its key.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn word_count(&self, side: usize, word: &str) -> Result<Option<(i64, WordCount)>, StoreError> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT key, seen, shared FROM lexicon_word WHERE side = :side AND word = :word")?;
        let params = named_params! { ":side": side_name(side), ":word": word };
        let found = statement
            .query_row(params, |row| Ok((row.get(0)?, WordCount { seen: row.get(1)?, shared: row.get(2)? })))
            .optional();
        found.map_err(|e| self.of_file(e))
    }

    /// What is counted of a word of the first side, by its key, and those of the second: the key of the other, and the count.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn link_counts(&self, first: i64) -> Result<Vec<(i64, LinkCount)>, StoreError> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT second, forward, backward FROM lexicon_link WHERE first = :first")?;
        let rows = statement.query_map(named_params! { ":first": first }, |row| {
            Ok((row.get(0)?, LinkCount { forward: row.get(1)?, backward: row.get(2)? }))
        })?;
        rows.collect::<Result<_, _>>().map_err(|e| self.of_file(e))
    }

    /// How many paragraphs are counted that should not be, or should and are not, apart from those that wait for it.
    pub(super) fn wrong_lessons(&self) -> Result<u32, StoreError> {
        let sql = "SELECT count(*) FROM (
                SELECT h.paragraph, h.revision FROM head h
                WHERE h.status IN ('translated', 'reviewed', 'final') AND h.stale = 0 AND h.number IS NOT NULL
            ) wanted FULL JOIN lesson ON lesson.paragraph = wanted.paragraph
            WHERE wanted.revision IS NOT lesson.revision
              AND coalesce(wanted.paragraph, lesson.paragraph) NOT IN (SELECT paragraph FROM lesson_due)";
        self.connection.query_row(sql, [], |row| row.get(0)).map_err(|e| self.of_file(e))
    }
}

impl Tender<'_> {
    fn of_file(&self, error: rusqlite::Error) -> StoreError {
        StoreError::of_file(error, self.path)
    }

    /// Begins anew where lessons were counted in another way, or `anew`: then every confirmed paragraph waits to be counted.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn prepare_lessons(&self, version: i64, anew: Anew) -> Result<(), StoreError> {
        let snapshot = Snapshot { connection: self.connection, path: self.path, owns_transaction: false };
        let found = snapshot.lesson_version()?;
        if found == Some(version) && anew == Anew::IfOutdated {
            return Ok(());
        }
        if found.is_some() || anew == Anew::Always {
            self.connection
                .execute_batch(
                    "DELETE FROM lexicon_link; DELETE FROM lexicon_word; DELETE FROM lesson; DELETE FROM lexicon_state;
                     DELETE FROM lesson_due;
                     INSERT INTO lesson_due (paragraph)
                     SELECT paragraph FROM head
                     WHERE status IN ('translated', 'reviewed', 'final') AND stale = 0 AND number IS NOT NULL;",
                )
                .map_err(|e| self.of_file(e))?;
        }
        self.connection
            .prepare_cached(
                "INSERT INTO lexicon_state (one, version, first_tokens, second_tokens) VALUES (1, :version, 0, 0)",
            )?
            .execute(named_params! { ":version": version })
            .map_err(|e| self.of_file(e))?;
        Ok(())
    }

    /// Some of the paragraphs that wait, at most `limit`.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn lessons_due(&self, limit: u32) -> Result<Vec<LessonChange>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT d.paragraph, l.revision AS counted,
                    CASE WHEN h.status IN ('translated', 'reviewed', 'final') AND h.stale = 0 AND h.number IS NOT NULL
                         THEN h.revision END AS wanted
             FROM lesson_due d LEFT JOIN lesson l ON l.paragraph = d.paragraph LEFT JOIN head h ON h.paragraph = d.paragraph
             ORDER BY d.paragraph LIMIT :limit",
        )?;
        let due: Vec<(i64, Option<i64>, Option<i64>)> = statement
            .query_map(named_params! { ":limit": limit }, |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?
            .collect::<Result<_, _>>()?;
        let mut changes = Vec::with_capacity(due.len());
        for (paragraph, counted, wanted) in due {
            let differ = counted != wanted;
            let text = |revision: Option<i64>| match revision.filter(|_| differ) {
                Some(revision) => self.lesson_text(revision),
                None => Ok(None),
            };
            changes.push(LessonChange {
                paragraph: ParagraphKey(paragraph),
                wanted_revision: wanted.map(RevisionKey),
                counted: text(counted)?,
                wanted: text(wanted)?,
            });
        }
        Ok(changes)
    }

    fn lesson_text(&self, revision: i64) -> Result<Option<LessonText>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT r.beads, s.text AS source, t.text AS target, a.source_language, a.target_language
             FROM revision r JOIN paragraph p ON p.key = r.paragraph JOIN article a ON a.key = p.article
             JOIN content s ON s.key = r.source JOIN content t ON t.key = r.target
             WHERE r.key = :revision",
        )?;
        let found = statement.query_row(named_params! { ":revision": revision }, |row| {
            let beads: String = row.get("beads")?;
            let language = |name: &str| -> rusqlite::Result<Language> {
                row.get::<_, String>(name)?.parse().map_err(|_| rusqlite::Error::InvalidQuery)
            };
            Ok(LessonText {
                source: row.get("source")?,
                target: row.get("target")?,
                beads: beads_from_json(&beads).ok_or(rusqlite::Error::InvalidQuery)?,
                languages: (language("source_language")?, language("target_language")?),
            })
        });
        found.optional().map_err(|e| self.of_file(e))
    }

    /// Adds what changes amount to: counts of the words of both sides, and of links by their words, each of which stands among
    /// the words. The paragraphs of the changes wait no more.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn count_lessons(
        &self,
        changes: &[LessonChange],
        words: &[Vec<(&str, WordCount)>; 2],
        links: &[(&str, &str, LinkCount)],
    ) -> Result<(), StoreError> {
        let keys = [self.count_words(0, &words[0])?, self.count_words(1, &words[1])?];
        let key = |side: usize, word: &str| {
            let found = words[side].binary_search_by(|(known, _)| (*known).cmp(word));
            found.map(|at| keys[side][at]).map_err(|_| StoreError::row("lexicon_link", word))
        };
        for (first, second, count) in links {
            self.count_link(key(0, first)?, key(1, second)?, *count)?;
        }
        let tokens = |side: usize| words[side].iter().map(|(_, count)| count.seen).sum::<i64>();
        self.connection
            .prepare_cached(
                "UPDATE lexicon_state SET first_tokens = first_tokens + :first, second_tokens = second_tokens + :second",
            )?
            .execute(named_params! { ":first": tokens(0), ":second": tokens(1) })
            .map_err(|e| self.of_file(e))?;
        changes.iter().try_for_each(|change| self.note_counted(change))
    }

    fn count_words(&self, side: usize, words: &[(&str, WordCount)]) -> Result<Vec<i64>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "INSERT INTO lexicon_word (side, word, seen, shared) VALUES (:side, :word, :seen, :shared)
             ON CONFLICT (side, word) DO UPDATE SET seen = seen + excluded.seen, shared = shared + excluded.shared
             RETURNING key",
        )?;
        let mut keys = Vec::with_capacity(words.len());
        for (word, count) in words {
            let params = named_params! {
                ":side": side_name(side), ":word": word, ":seen": count.seen, ":shared": count.shared,
            };
            keys.push(statement.query_row(params, |row| row.get(0)).map_err(|e| self.of_file(e))?);
        }
        Ok(keys)
    }

    fn count_link(&self, first: i64, second: i64, count: LinkCount) -> Result<(), StoreError> {
        let params = named_params! { ":first": first, ":second": second, ":forward": count.forward, ":backward": count.backward };
        self.connection
            .prepare_cached(
                "INSERT INTO lexicon_link (first, second, forward, backward) VALUES (:first, :second, :forward, :backward)
                 ON CONFLICT (first, second) DO UPDATE
                 SET forward = forward + excluded.forward, backward = backward + excluded.backward",
            )?
            .execute(params)
            .map_err(|e| self.of_file(e))?;
        if count.forward < 0 || count.backward < 0 {
            self.connection
                .prepare_cached(
                    "DELETE FROM lexicon_link
                     WHERE first = :first AND second = :second AND forward <= 0 AND backward <= 0",
                )?
                .execute(named_params! { ":first": first, ":second": second })
                .map_err(|e| self.of_file(e))?;
        }
        Ok(())
    }

    fn note_counted(&self, change: &LessonChange) -> Result<(), StoreError> {
        let paragraph = change.paragraph.0;
        match change.wanted_revision {
            Some(revision) => self
                .connection
                .prepare_cached("INSERT OR REPLACE INTO lesson (paragraph, revision) VALUES (:paragraph, :revision)")?
                .execute(named_params! { ":paragraph": paragraph, ":revision": revision.0 }),
            None => self
                .connection
                .prepare_cached("DELETE FROM lesson WHERE paragraph = :paragraph")?
                .execute(named_params! { ":paragraph": paragraph }),
        }
        .map_err(|e| self.of_file(e))?;
        self.connection
            .prepare_cached("DELETE FROM lesson_due WHERE paragraph = :paragraph")?
            .execute(named_params! { ":paragraph": paragraph })
            .map_err(|e| self.of_file(e))?;
        Ok(())
    }
}

/// When lessons are counted from nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anew {
    /// When they were counted in another way.
    IfOutdated,
    /// In any case.
    Always,
}
