//! What checks ask of the whole desk: paragraphs that share a source or a target, looked up by key, and approved pairs.

use rusqlite::{Row, named_params};

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
    /// The key they share.
    pub shared: i64,
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

macro_rules! alike {
    ($shared:literal, $other:literal, $index:literal, $of_article:literal) => {
        concat!(
            "SELECT h.", $shared, " AS shared, h.article, a.slug, h.number, h.paragraph, p.id, x.source_language, x.target_language,
                    s.text AS source_text, s.codes AS source_codes, t.text AS target_text, t.codes AS target_codes
             FROM (SELECT ", $shared, " AS wanted FROM head INDEXED BY ", $index, "
                   WHERE repeat_key IS NOT NULL AND target_key IS NOT NULL AND number IS NOT NULL AND exclusion IS NULL ",
            $of_article,
            " GROUP BY ", $shared, " HAVING min(", $other, ") < max(", $other, ")) shared_keys
             JOIN head h INDEXED BY ", $index, " ON h.", $shared, " = shared_keys.wanted AND h.repeat_key IS NOT NULL
                  AND h.target_key IS NOT NULL AND h.number IS NOT NULL AND h.exclusion IS NULL
             JOIN article_head a ON a.article = h.article JOIN article x ON x.key = h.article
             JOIN paragraph p ON p.key = h.paragraph
             JOIN revision r ON r.key = h.revision JOIN content s ON s.key = r.source JOIN content t ON t.key = r.target
             ORDER BY shared, h.paragraph"
        )
    };
}

fn read(row: &Row<'_>) -> rusqlite::Result<Alike> {
    let slug: String = row.get("slug")?;
    let language = |name: &str| -> rusqlite::Result<Language> {
        row.get::<_, String>(name)?.parse().map_err(|_| rusqlite::Error::InvalidQuery)
    };
    Ok(Alike {
        shared: row.get("shared")?,
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
    /// All paragraphs with a target that share a side while the other side differs, grouped by what they share, oldest first;
    /// those that share it with a paragraph of one article when it is given. What is left out of finished articles is not
    /// looked at.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn alike(&self, shared: Shared, article: Option<ArticleKey>) -> Result<Vec<Alike>, StoreError> {
        let sql = match (shared, article) {
            (Shared::Source, None) => alike!("repeat_key", "target_key", "head_by_source", ""),
            (Shared::Target, None) => alike!("target_key", "repeat_key", "head_by_target", ""),
            (Shared::Source, Some(_)) => alike!(
                "repeat_key",
                "target_key",
                "head_by_source",
                "AND repeat_key IN (SELECT repeat_key FROM head WHERE article = :article)"
            ),
            (Shared::Target, Some(_)) => alike!(
                "target_key",
                "repeat_key",
                "head_by_target",
                "AND target_key IN (SELECT target_key FROM head WHERE article = :article)"
            ),
        };
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = match article {
            Some(article) => {
                statement.query_map(named_params! { ":article": article.0 }, read)?.collect::<Result<_, _>>()
            }
            None => statement.query_map([], read)?.collect::<Result<_, _>>(),
        };
        rows.map_err(|e| self.of_file(e))
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
