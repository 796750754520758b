//! What is worth a look on a sound desk. Nothing here is damage.

use super::Snapshot;
use super::error::StoreError;
use crate::model::{Remark, SourceSide};
use crate::text::odd_characters;

impl Snapshot<'_> {
    /// Everything on the desk that is worth a look, operations first, then paragraphs in their order.
    ///
    /// Reads the texts of all paragraphs as they are now.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn remarks(&self) -> Result<Vec<Remark>, StoreError> {
        let mut remarks: Vec<Remark> = self.incomplete_operations()?.into_iter().map(Remark::Incomplete).collect();
        let mut statement = self.connection.prepare(
            "SELECT a.slug, h.number, s.text AS source, coalesce(t.text, '') AS target
             FROM article_head a JOIN head h ON h.article = a.article JOIN revision r ON r.key = h.revision
             JOIN content s ON s.key = r.source LEFT JOIN content t ON t.key = r.target
             WHERE h.number IS NOT NULL ORDER BY a.slug, h.number",
        )?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next().map_err(|e| self.of_file(e))? {
            for (column, side) in [("source", SourceSide::Source), ("target", SourceSide::Target)] {
                let text: String = row.get(column)?;
                let odd = odd_characters(&text);
                if odd.is_empty() {
                    continue;
                }
                let mut characters: Vec<char> = odd.iter().map(|one| one.character).collect();
                characters.sort_unstable();
                characters.dedup();
                let (article, number) = (row.get("slug")?, row.get("number")?);
                remarks.push(Remark::OddCharacters { article, number, side, count: odd.len(), characters });
            }
        }
        Ok(remarks)
    }
}
