//! Paragraphs whose source stands elsewhere on the desk too, and the translations that they have there.

use rusqlite::{OptionalExtension, named_params};

use super::content::{self, ContentKey};
use super::error::StoreError;
use super::state::{ParagraphState, parse_status};
use super::{ArticleKey, RevisionKey, Snapshot};
use crate::model::{Content, Slug, Status};

/// Another paragraph with the same source, and its translation.
#[derive(Clone, Debug, PartialEq)]
pub struct Repeated {
    /// The article it stands in.
    pub slug: Slug,
    /// Its number there.
    pub number: u32,
    /// Its status.
    pub status: Status,
    /// Its revision.
    pub revision: RevisionKey,
    /// Its translation.
    pub target: Content,
    /// Key of the translation.
    pub target_key: ContentKey,
}

impl Snapshot<'_> {
    /// Whether another paragraph of the desk has the same source, up to normalisation.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn is_repeated(&self, state: &ParagraphState) -> Result<bool, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT 1 FROM head WHERE repeat_key = :repeat_key AND number IS NOT NULL AND paragraph <> :paragraph",
        )?;
        let params = named_params! { ":repeat_key": state.revision.repeat_key, ":paragraph": state.key.0 };
        statement.exists(params).map_err(|e| self.of_file(e))
    }

    /// Whether a paragraph of the desk has this key under which repeated paragraphs meet.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn is_known_repeat_key(&self, repeat_key: i64) -> Result<bool, StoreError> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT 1 FROM head WHERE repeat_key = :repeat_key AND number IS NOT NULL")?;
        statement.exists(named_params! { ":repeat_key": repeat_key }).map_err(|e| self.of_file(e))
    }

    /// How many paragraphs of an article have a source that stands elsewhere too, in it or in another, up to normalisation.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn count_repeated(&self, article: ArticleKey) -> Result<u32, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT count(*) FROM head h
             WHERE h.article = :article AND h.number IS NOT NULL AND EXISTS (
                SELECT 1 FROM head o
                WHERE o.repeat_key = h.repeat_key AND o.number IS NOT NULL AND o.paragraph <> h.paragraph)",
        )?;
        let counted = statement.query_row(named_params! { ":article": article.0 }, |row| row.get(0));
        counted.map_err(|e| self.of_file(e))
    }

    /// The existing translations of a repeated paragraph: of each status the newest, the furthest first.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn repetitions(&self, state: &ParagraphState) -> Result<Vec<Repeated>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT a.slug, h.number, h.status, h.revision, r.target, t.text AS target_text, t.codes AS target_codes
             FROM head h
             JOIN article_head a ON a.article = h.article
             JOIN revision r ON r.key = h.revision
             JOIN content t ON t.key = r.target
             WHERE h.repeat_key = :repeat_key AND h.status = :status AND h.number IS NOT NULL AND h.paragraph <> :paragraph
               AND NOT h.stale
             ORDER BY h.paragraph DESC LIMIT 1",
        )?;
        let mut found: Vec<Repeated> = Vec::new();
        for status in [Status::Final, Status::Reviewed, Status::Translated, Status::Draft] {
            let params = named_params! {
                ":repeat_key": state.revision.repeat_key, ":status": status.as_str(), ":paragraph": state.key.0,
            };
            let repeated = statement.query_row(params, |row| {
                let slug: String = row.get("slug")?;
                Ok(Repeated {
                    slug: slug.parse().map_err(|_| rusqlite::Error::InvalidQuery)?,
                    number: row.get("number")?,
                    status: parse_status(row)?,
                    revision: RevisionKey(row.get("revision")?),
                    target: content::read(row, "target_text", "target_codes")?,
                    target_key: ContentKey(row.get("target")?),
                })
            });
            let repeated = repeated.optional().map_err(|e| self.of_file(e))?;
            found.extend(repeated.filter(|r| found.iter().all(|f| f.target_key != r.target_key)));
        }
        Ok(found)
    }
}
