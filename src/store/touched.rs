//! How the paragraphs stand that an operation wrote to.

use std::collections::BTreeMap;

use rusqlite::named_params;

use super::error::StoreError;
use super::{ParagraphKey, Snapshot};
use crate::model::{OperationSeq, Status};

impl Snapshot<'_> {
    /// The slugs, numbers and statuses, at present, of the paragraphs that an operation gave a revision, a decision or a mark that
    /// leaves them out.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn touched_by(
        &self,
        operation: OperationSeq,
    ) -> Result<BTreeMap<ParagraphKey, (String, u32, Status)>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "WITH own (paragraph) AS (
                SELECT paragraph FROM revision WHERE operation = :operation
                UNION SELECT paragraph FROM decision WHERE operation = :operation
                UNION SELECT paragraph FROM exclusion WHERE operation = :operation)
             SELECT h.paragraph, a.slug, h.number, h.status
             FROM own JOIN head h ON h.paragraph = own.paragraph JOIN article_head a ON a.article = h.article
             WHERE h.number IS NOT NULL",
        )?;
        let rows = statement.query_map(named_params! { ":operation": operation.0 }, |row| {
            let status: String = row.get("status")?;
            let status = Status::parse(&status).ok_or(rusqlite::Error::InvalidQuery)?;
            Ok((ParagraphKey(row.get("paragraph")?), (row.get("slug")?, row.get("number")?, status)))
        })?;
        rows.collect::<Result<_, _>>().map_err(|e| self.of_file(e))
    }
}
