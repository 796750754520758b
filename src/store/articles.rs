//! Articles: how they come in, where they came from, how they are found, how far they have come.

use rusqlite::{OptionalExtension, Row, named_params};
use uuid::Uuid;

use super::error::StoreError;
use super::revisions::{NewRevision, ParagraphForm};
use super::state::CachedHead;
use super::writer::Writer;
use super::{ArticleKey, NewContent, ParagraphKey, RevisionKey, Snapshot};
use crate::model::{ArticleId, Bead, Language, Origin, ParagraphKind, Slug, SourceSide, Status, TextHash};

/// An article as it is found by its slug.
#[derive(Clone, Debug, PartialEq)]
pub struct ArticleHead {
    /// Its key.
    pub key: ArticleKey,
    /// Its global id.
    pub id: ArticleId,
    /// Its slug.
    pub slug: Slug,
    /// The title of the target, or of the source while the target has none.
    pub title: String,
    /// The language of the source.
    pub source_language: Language,
    /// The language of the target.
    pub target_language: Language,
}

/// Paragraphs of one article in one status.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProgressRow {
    /// The article.
    pub article: ArticleKey,
    /// The status.
    pub status: Status,
    /// Whether these are stale.
    pub stale: bool,
    /// How many paragraphs, without those left out of the finished article.
    pub paragraphs: u32,
    /// How many are left out.
    pub excluded: u32,
    /// Words of their sources.
    pub source_words: u32,
    /// Words of their targets.
    pub target_words: u32,
}

macro_rules! progress {
    ($rest:literal) => {
        concat!(
            "SELECT article, status, stale, count(*) FILTER (WHERE exclusion IS NULL) AS paragraphs,
                    count(exclusion) AS excluded,
                    coalesce(sum(source_words) FILTER (WHERE exclusion IS NULL), 0) AS source_words,
                    coalesce(sum(target_words) FILTER (WHERE exclusion IS NULL), 0) AS target_words
             FROM head INDEXED BY head_progress
             WHERE number IS NOT NULL ",
            $rest
        )
    };
}

/// A file that an article came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceFile {
    /// Which side it gave.
    pub side: SourceSide,
    /// Its name, without the folder.
    pub file_name: String,
    /// The id of its format.
    pub format: String,
    /// The name of its encoding.
    pub encoding: String,
    /// Its size in bytes.
    pub bytes: u64,
    /// BLAKE3 of its bytes.
    pub hash: TextHash,
}

/// A paragraph of a new article, or one that a corrected source brings.
#[derive(Clone, Debug)]
pub struct NewParagraph {
    /// What it is.
    pub form: ParagraphForm,
    /// The source.
    pub source: NewContent,
    /// An existing translation.
    pub target: Option<NewContent>,
    /// Where the target came from; [`Origin::Source`] when there is none.
    pub origin: Origin,
    /// The segments.
    pub beads: Vec<Bead>,
}

macro_rules! article_heads {
    ($rest:literal) => {
        concat!(
            "SELECT h.article, a.id, h.slug, h.title, a.source_language, a.target_language
             FROM article_head h JOIN article a ON a.key = h.article ",
            $rest
        )
    };
}

fn read(row: &Row<'_>) -> rusqlite::Result<ArticleHead> {
    let parse = |name: &str| -> rusqlite::Result<Language> {
        row.get::<_, String>(name)?.parse().map_err(|_| rusqlite::Error::InvalidQuery)
    };
    Ok(ArticleHead {
        key: ArticleKey(row.get("article")?),
        id: ArticleId::from_bytes(row.get("id")?),
        slug: row.get::<_, String>("slug")?.parse().map_err(|_| rusqlite::Error::InvalidQuery)?,
        title: row.get("title")?,
        source_language: parse("source_language")?,
        target_language: parse("target_language")?,
    })
}

/// BLAKE3 of the bytes of a file.
#[must_use]
pub fn file_hash(bytes: &[u8]) -> TextHash {
    TextHash(*blake3::hash(bytes).as_bytes())
}

impl Snapshot<'_> {
    /// The article of a slug.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn article(&self, slug: &Slug) -> Result<Option<ArticleHead>, StoreError> {
        let mut statement = self.connection.prepare_cached(article_heads!("WHERE h.slug = :slug"))?;
        let found = statement.query_row(named_params! { ":slug": slug.as_str() }, read).optional();
        found.map_err(|e| self.of_file(e))
    }

    /// Every article that ever had a slug, the newest first; titles are not filled in.
    pub(super) fn articles_ever(&self, slug: &Slug) -> Result<Vec<ArticleHead>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT key AS article, id, slug, '' AS title, source_language, target_language FROM article
             WHERE slug = :slug ORDER BY key DESC",
        )?;
        let rows = statement.query_map(named_params! { ":slug": slug.as_str() }, read)?;
        rows.collect::<Result<_, _>>().map_err(|e| self.of_file(e))
    }

    /// All articles, by slug.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn articles(&self) -> Result<Vec<ArticleHead>, StoreError> {
        let mut statement = self.connection.prepare_cached(article_heads!("ORDER BY h.slug"))?;
        let rows = statement.query_map([], read)?;
        rows.collect::<Result<_, _>>().map_err(|e| self.of_file(e))
    }

    /// The existing article that came from a file with these bytes, if there is one.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn article_from_file(&self, hash: TextHash) -> Result<Option<ArticleHead>, StoreError> {
        let mut statement = self.connection.prepare_cached(article_heads!(
            "JOIN source_document d ON d.article = h.article
             WHERE d.hash = :hash AND d.side = 'source' AND d.operation = a.operation LIMIT 1"
        ))?;
        let found = statement.query_row(named_params! { ":hash": hash.0 }, read).optional();
        found.map_err(|e| self.of_file(e))
    }

    /// Whether a file with a translation came in with an article.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn came_with_translation(&self, article: ArticleKey) -> Result<bool, StoreError> {
        let sql = "SELECT 1 FROM source_document WHERE article = :article AND side = 'target'";
        let mut statement = self.connection.prepare_cached(sql)?;
        statement.exists(named_params! { ":article": article.0 }).map_err(|e| self.of_file(e))
    }

    /// The article a paragraph belongs to, and its number there.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn place_of(&self, paragraph: ParagraphKey) -> Result<Option<(Slug, Option<u32>)>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT a.slug, h.number FROM head h JOIN article_head a ON a.article = h.article WHERE h.paragraph = :paragraph",
        )?;
        let found = statement.query_row(named_params! { ":paragraph": paragraph.0 }, |row| {
            let slug: String = row.get("slug")?;
            Ok((slug.parse().map_err(|_| rusqlite::Error::InvalidQuery)?, row.get("number")?))
        });
        found.optional().map_err(|e| self.of_file(e))
    }

    /// Slugs in the order of the alphabet, at most `limit`, to look for one that was mistyped.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn slugs(&self, limit: usize) -> Result<Vec<String>, StoreError> {
        let mut statement =
            self.connection.prepare_cached("SELECT slug FROM article_head ORDER BY slug LIMIT :limit")?;
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let rows = statement.query_map(named_params! { ":limit": limit }, |row| row.get(0))?;
        rows.collect::<Result<_, _>>().map_err(|e| self.of_file(e))
    }

    /// Progress of one article, a row for each status that occurs.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn progress(&self, article: ArticleKey) -> Result<Vec<ProgressRow>, StoreError> {
        let sql = progress!("AND article = :article GROUP BY article, status, stale");
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement.query_map(named_params! { ":article": article.0 }, read_progress)?;
        rows.collect::<Result<_, _>>().map_err(|e| self.of_file(e))
    }

    /// Progress of every article, ordered by article.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn progress_of_all(&self) -> Result<Vec<ProgressRow>, StoreError> {
        let mut statement = self.connection.prepare_cached(progress!("GROUP BY article, status, stale"))?;
        let rows = statement.query_map([], read_progress)?;
        rows.collect::<Result<_, _>>().map_err(|e| self.of_file(e))
    }
}

fn read_progress(row: &Row<'_>) -> rusqlite::Result<ProgressRow> {
    let status: String = row.get("status")?;
    Ok(ProgressRow {
        article: ArticleKey(row.get("article")?),
        status: Status::parse(&status).ok_or(rusqlite::Error::InvalidQuery)?,
        stale: row.get("stale")?,
        paragraphs: row.get("paragraphs")?,
        excluded: row.get("excluded")?,
        source_words: row.get("source_words")?,
        target_words: row.get("target_words")?,
    })
}

impl Writer<'_> {
    /// Adds an article with its paragraphs, in order; an existing translation is credited to `translator`.
    ///
    /// Returns its key, and the paragraphs with their first revisions.
    ///
    /// # Errors
    /// [`StoreError::SlugTaken`]; errors of the disk.
    pub fn add_article(
        &mut self,
        slug: &Slug,
        languages: (&Language, &Language),
        paragraphs: &[NewParagraph],
    ) -> Result<(ArticleKey, Vec<(ParagraphKey, RevisionKey)>), StoreError> {
        if self.snapshot().article(slug)?.is_some() {
            return Err(StoreError::SlugTaken { slug: slug.to_string() });
        }
        self.connection
            .prepare_cached(
                "INSERT INTO article (id, operation, slug, source_language, target_language)
                 VALUES (:id, :operation, :slug, :source_language, :target_language)",
            )?
            .execute(named_params! {
                ":id": Uuid::now_v7().as_bytes(), ":operation": self.operation.seq.0, ":slug": slug.as_str(),
                ":source_language": languages.0.to_string(), ":target_language": languages.1.to_string(),
            })
            .map_err(|e| StoreError::of_file(e, self.path))?;
        let article = ArticleKey(self.connection.last_insert_rowid());
        let mut added = Vec::with_capacity(paragraphs.len());
        for paragraph in paragraphs {
            added.push(self.add_paragraph(article, paragraph)?);
        }
        let order: Vec<ParagraphKey> = added.iter().map(|(key, _)| *key).collect();
        let layout = self.add_layout(article, &order)?;
        self.insert_article_head(article, layout)?;
        for ((key, _), number) in added.iter().zip(1..) {
            // A first head for `refresh` to complete: the place is known here, the rest is computed as always.
            let unknown = CachedHead {
                number: Some(number),
                revision: added[number as usize - 1].1.0,
                kind: ParagraphKind::Body.as_str().to_owned(),
                repeat_key: None,
                target_key: None,
                status: Status::Untranslated.as_str().to_owned(),
                stale: false,
                exclusion: None,
                source_words: 0,
                target_words: 0,
            };
            self.put_head(*key, article, &unknown)?;
        }
        Ok((article, added))
    }

    /// Adds a paragraph with its first revision; [`Writer::set_order`] gives it a place.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn add_paragraph(
        &mut self,
        article: ArticleKey,
        new: &NewParagraph,
    ) -> Result<(ParagraphKey, RevisionKey), StoreError> {
        self.connection
            .prepare_cached("INSERT INTO paragraph (id, operation, article) VALUES (:id, :operation, :article)")?
            .execute(named_params! {
                ":id": Uuid::now_v7().as_bytes(), ":operation": self.operation.seq.0, ":article": article.0,
            })
            .map_err(|e| StoreError::of_file(e, self.path))?;
        let paragraph = ParagraphKey(self.connection.last_insert_rowid());
        let translator = self.operation.person.clone();
        let source = self.add_content(&new.source)?;
        let target = new.target.as_ref().map(|target| self.add_content(target)).transpose()?;
        let (revision, _) = self.add_revision(&NewRevision {
            paragraph,
            base: None,
            form: &new.form,
            source,
            target,
            basis: source,
            beads: &new.beads,
            origin: new.origin,
            translator: matches!(new.origin, Origin::Import | Origin::Aligned).then_some(translator.as_str()),
            match_score: None,
        })?;
        Ok((paragraph, revision))
    }

    /// Gives an article a new order of paragraphs; those left out are removed from it, but kept.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn set_order(&mut self, article: ArticleKey, order: &[ParagraphKey]) -> Result<(), StoreError> {
        self.add_layout(article, order)?;
        self.rearrange(article);
        Ok(())
    }

    fn add_layout(&mut self, article: ArticleKey, order: &[ParagraphKey]) -> Result<i64, StoreError> {
        let keys: Vec<i64> = order.iter().map(|key| key.0).collect();
        self.connection
            .prepare_cached(
                "INSERT INTO layout (operation, article, paragraphs) VALUES (:operation, :article, :paragraphs)",
            )?
            .execute(named_params! {
                ":operation": self.operation.seq.0, ":article": article.0,
                ":paragraphs": serde_json::to_string(&keys).map_err(|e| StoreError::row("layout", e))?,
            })?;
        Ok(self.connection.last_insert_rowid())
    }

    /// Records the file that gave one side of an article.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn add_source_file(&mut self, article: ArticleKey, file: &SourceFile) -> Result<(), StoreError> {
        self.connection
            .prepare_cached(
                "INSERT INTO source_document (operation, article, side, file_name, format, encoding, bytes, hash)
                 VALUES (:operation, :article, :side, :file_name, :format, :encoding, :bytes, :hash)",
            )?
            .execute(named_params! {
                ":operation": self.operation.seq.0, ":article": article.0, ":side": file.side.as_str(), ":file_name": file.file_name,
                ":format": file.format, ":encoding": file.encoding,
                ":bytes": i64::try_from(file.bytes).unwrap_or(i64::MAX), ":hash": file.hash.0,
            })?;
        self.mark_changed();
        Ok(())
    }

    pub(super) fn insert_article_head(&self, article: ArticleKey, layout: i64) -> Result<(), StoreError> {
        let slug: String = self
            .connection
            .prepare_cached("SELECT slug FROM article WHERE key = :article")?
            .query_row(named_params! { ":article": article.0 }, |row| row.get(0))?;
        let inserted = self
            .connection
            .prepare_cached(
                "INSERT INTO article_head (article, slug, layout, title) VALUES (:article, :slug, :layout, '')
                 ON CONFLICT (slug) DO NOTHING",
            )?
            .execute(named_params! { ":article": article.0, ":slug": slug, ":layout": layout })
            .map_err(|e| StoreError::of_file(e, self.path))?;
        if inserted == 0 { Err(StoreError::SlugTaken { slug }) } else { Ok(()) }
    }

    pub(super) fn refresh_title(&self, article: ArticleKey) -> Result<(), StoreError> {
        self.connection
            .prepare_cached(
                "UPDATE article_head SET title = coalesce((
                    SELECT coalesce(nullif(t.text, ''), s.text)
                    FROM head h
                    JOIN revision r ON r.key = h.revision
                    JOIN content s ON s.key = r.source
                    LEFT JOIN content t ON t.key = r.target
                    WHERE h.article = :article AND h.number IS NOT NULL AND h.kind = 'title'
                    ORDER BY h.exclusion IS NOT NULL, h.number LIMIT 1
                 ), '') WHERE article = :article",
            )?
            .execute(named_params! { ":article": article.0 })?;
        Ok(())
    }
}
