//! How the paragraphs stand that an operation wrote to.

use std::collections::BTreeMap;

use rusqlite::named_params;

use super::error::StoreError;
use super::state::parse_status;
use super::{ParagraphKey, Snapshot};
use crate::model::{OperationSeq, Status};

/// A paragraph as it stands at present.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TouchedParagraph {
    /// The slug of its article.
    pub slug: String,
    /// Its number there.
    pub number: u32,
    /// Its status.
    pub status: Status,
    /// The number of its revision.
    pub revision: u32,
}

impl Snapshot<'_> {
    /// The paragraphs, as far as they are there at present, that an operation gave a revision, a decision or a mark that leaves them
    /// out, or that it took out of their article; of one that took others back or brought them again, what those gave.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn touched_by(&self, operation: OperationSeq) -> Result<BTreeMap<ParagraphKey, TouchedParagraph>, StoreError> {
        let mut touched = self.touched_directly(operation)?;
        for (target, _) in self.reversals_of(operation)? {
            touched.extend(self.touched_directly(target)?);
        }
        Ok(touched)
    }

    fn touched_directly(
        &self,
        operation: OperationSeq,
    ) -> Result<BTreeMap<ParagraphKey, TouchedParagraph>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "WITH own (paragraph) AS (
                SELECT paragraph FROM revision WHERE operation = :operation
                UNION SELECT paragraph FROM decision WHERE operation = :operation
                UNION SELECT paragraph FROM exclusion WHERE operation = :operation
                UNION SELECT former.value
                    FROM layout l JOIN layout f ON f.key = (
                        SELECT max(o.key) FROM layout o WHERE o.article = l.article AND o.key < l.key
                            AND NOT EXISTS (SELECT 1 FROM reverted x WHERE x.operation = o.operation))
                    JOIN json_each(f.paragraphs) former
                    WHERE l.operation = :operation
                        AND NOT EXISTS (SELECT 1 FROM json_each(l.paragraphs) kept WHERE kept.value = former.value))
             SELECT h.paragraph, a.slug, h.number, h.status, r.number AS revision
             FROM own JOIN head h ON h.paragraph = own.paragraph JOIN article_head a ON a.article = h.article
             JOIN revision r ON r.key = h.revision
             WHERE h.number IS NOT NULL",
        )?;
        let rows = statement.query_map(named_params! { ":operation": operation.0 }, |row| {
            let paragraph = TouchedParagraph {
                slug: row.get("slug")?,
                number: row.get("number")?,
                status: parse_status(row)?,
                revision: row.get("revision")?,
            };
            Ok((ParagraphKey(row.get("paragraph")?), paragraph))
        })?;
        rows.collect::<Result<_, _>>().map_err(|e| self.of_file(e))
    }
}
