//! What checks ask of the whole desk: paragraphs that share a source or a target, looked up by key, and approved pairs.

use rusqlite::{OptionalExtension, Row, named_params};

use super::content::{self, ContentKey};
use super::error::StoreError;
use super::{ArticleKey, ParagraphKey, Snapshot};
use crate::model::{Content, Language, ParagraphId, Slug};

/// What paragraphs have in common while the other side differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shared {
    /// The source.
    Source,
    /// The target.
    Target,
}

/// One of several paragraphs that share a side, up to normalisation.
#[derive(Clone, Debug, PartialEq)]
pub struct Alike {
    /// Its article.
    pub article: ArticleKey,
    /// The slug of its article.
    pub slug: Slug,
    /// Its number there.
    pub number: u32,
    /// It.
    pub paragraph: ParagraphKey,
    /// Its global id.
    pub id: ParagraphId,
    /// The language of its source.
    pub source_language: Language,
    /// The language of its target.
    pub target_language: Language,
    /// Its source.
    pub source: Content,
    /// Its target.
    pub target: Content,
}

/// One of several texts that stand beside what paragraphs share.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counterpart {
    /// Its key.
    pub key: i64,
    /// In how many paragraphs it stands there.
    pub count: u32,
    /// The oldest of them.
    pub first: ParagraphKey,
}

/// The paragraphs that consistency is asked of; what is left out of finished articles is not.
macro_rules! counted {
    () => {
        "repeat_key IS NOT NULL AND target_key IS NOT NULL AND number IS NOT NULL AND exclusion IS NULL"
    };
}

macro_rules! shared_keys {
    ($shared:literal, $other:literal, $index:literal) => {
        concat!(
            "SELECT ",
            $shared,
            " FROM head INDEXED BY ",
            $index,
            " WHERE ",
            counted!(),
            " GROUP BY ",
            $shared,
            " HAVING min(",
            $other,
            ") < max(",
            $other,
            ")"
        )
    };
}

/// One end of the counterparts of a key: one look at the index.
macro_rules! end_of {
    ($shared:literal, $other:literal, $index:literal, $order:literal) => {
        concat!(
            "(SELECT ",
            $other,
            " FROM head INDEXED BY ",
            $index,
            " WHERE ",
            counted!(),
            " AND ",
            $shared,
            " = :key ORDER BY ",
            $other,
            $order,
            " LIMIT 1)"
        )
    };
}

/// Whether there are several counterparts.
macro_rules! differs {
    ($shared:literal, $other:literal, $index:literal) => {
        concat!("SELECT ", end_of!($shared, $other, $index, ""), " < ", end_of!($shared, $other, $index, " DESC"))
    };
}

macro_rules! counterparts {
    ($shared:literal, $other:literal, $index:literal) => {
        concat!(
            "SELECT ",
            $other,
            " AS other, count(*) AS count, min(paragraph) AS first FROM head INDEXED BY ",
            $index,
            " WHERE ",
            counted!(),
            " AND ",
            $shared,
            " = :key GROUP BY ",
            $other
        )
    };
}

macro_rules! alike {
    ($head:literal, $wanted:literal) => {
        concat!(
            "SELECT h.article, a.slug, h.number, h.paragraph, p.id, x.source_language, x.target_language,
                    s.text AS source_text, s.codes AS source_codes, t.text AS target_text, t.codes AS target_codes
             FROM ", $head, " JOIN article_head a ON a.article = h.article JOIN article x ON x.key = h.article
             JOIN paragraph p ON p.key = h.paragraph
             JOIN revision r ON r.key = h.revision JOIN content s ON s.key = r.source JOIN content t ON t.key = r.target
             WHERE h.repeat_key IS NOT NULL AND h.target_key IS NOT NULL AND h.number IS NOT NULL AND h.exclusion IS NULL AND ",
            $wanted,
            " ORDER BY h.paragraph"
        )
    };
}

fn read(row: &Row<'_>) -> rusqlite::Result<Alike> {
    let slug: String = row.get("slug")?;
    let language = |name: &str| -> rusqlite::Result<Language> {
        row.get::<_, String>(name)?.parse().map_err(|_| rusqlite::Error::InvalidQuery)
    };
    Ok(Alike {
        slug: slug.parse().map_err(|_| rusqlite::Error::InvalidQuery)?,
        article: ArticleKey(row.get("article")?),
        number: row.get("number")?,
        paragraph: ParagraphKey(row.get("paragraph")?),
        id: ParagraphId::from_bytes(row.get("id")?),
        source_language: language("source_language")?,
        target_language: language("target_language")?,
        source: content::read(row, "source_text", "source_codes")?,
        target: content::read(row, "target_text", "target_codes")?,
    })
}

impl Snapshot<'_> {
    /// The keys of all that paragraphs of the desk share while their other sides differ.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn shared_keys(&self, shared: Shared) -> Result<Vec<i64>, StoreError> {
        let mut statement = self.connection.prepare_cached(match shared {
            Shared::Source => shared_keys!("repeat_key", "target_key", "head_by_source"),
            Shared::Target => shared_keys!("target_key", "repeat_key", "head_by_target"),
        })?;
        let rows = statement.query_map([], |row| row.get(0))?;
        rows.collect::<Result<_, _>>().map_err(|e| self.of_file(e))
    }

    /// What stands beside the source, or the target, that has a key, where that is more than one text. Reads no text, and of what
    /// has but one counterpart two rows of an index, however often it stands on the desk.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn counterparts(&self, shared: Shared, key: i64) -> Result<Vec<Counterpart>, StoreError> {
        let mut statement = self.connection.prepare_cached(match shared {
            Shared::Source => differs!("repeat_key", "target_key", "head_by_source"),
            Shared::Target => differs!("target_key", "repeat_key", "head_by_target"),
        })?;
        let differs = statement.query_row(named_params! { ":key": key }, |row| row.get::<_, Option<bool>>(0));
        if differs.map_err(|e| self.of_file(e))? != Some(true) {
            return Ok(Vec::new());
        }
        let mut statement = self.connection.prepare_cached(match shared {
            Shared::Source => counterparts!("repeat_key", "target_key", "head_by_source"),
            Shared::Target => counterparts!("target_key", "repeat_key", "head_by_target"),
        })?;
        let rows = statement.query_map(named_params! { ":key": key }, |row| {
            Ok(Counterpart { key: row.get("other")?, count: row.get("count")?, first: ParagraphKey(row.get("first")?) })
        })?;
        rows.collect::<Result<_, _>>().map_err(|e| self.of_file(e))
    }

    /// The paragraphs with a target whose source, or target, has a key, oldest first.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn alike(&self, shared: Shared, key: i64) -> Result<Vec<Alike>, StoreError> {
        let mut statement = self.connection.prepare_cached(match shared {
            Shared::Source => alike!("head h INDEXED BY head_by_source", "h.repeat_key = :key"),
            Shared::Target => alike!("head h INDEXED BY head_by_target", "h.target_key = :key"),
        })?;
        let rows = statement.query_map(named_params! { ":key": key }, read)?;
        rows.collect::<Result<_, _>>().map_err(|e| self.of_file(e))
    }

    /// One of them.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn alike_paragraph(&self, paragraph: ParagraphKey) -> Result<Option<Alike>, StoreError> {
        let mut statement = self.connection.prepare_cached(alike!("head h", "h.paragraph = :paragraph"))?;
        let found = statement.query_row(named_params! { ":paragraph": paragraph.0 }, read).optional();
        found.map_err(|e| self.of_file(e))
    }

    /// Sources and targets that have passed review, the newest paragraphs first, at most `limit`.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn approved_pairs(&self, limit: u32) -> Result<Vec<(String, String)>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT s.text, t.text FROM head h INDEXED BY head_approved
             JOIN revision r ON r.key = h.revision JOIN content s ON s.key = r.source JOIN content t ON t.key = r.target
             WHERE h.status IN ('reviewed', 'final') AND h.number IS NOT NULL AND h.exclusion IS NULL AND h.kind = 'body'
             ORDER BY h.paragraph DESC LIMIT :limit",
        )?;
        let rows = statement.query_map(named_params! { ":limit": limit }, |row| Ok((row.get(0)?, row.get(1)?)))?;
        rows.collect::<Result<_, _>>().map_err(|e| self.of_file(e))
    }

    /// A stored content.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn content(&self, key: ContentKey) -> Result<Content, StoreError> {
        let mut statement = self.connection.prepare_cached("SELECT text, codes FROM content WHERE key = :key")?;
        let found = statement.query_row(named_params! { ":key": key.0 }, |row| content::read(row, "text", "codes"));
        found.map_err(|e| self.of_file(e))
    }
}
