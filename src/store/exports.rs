//! The manifest of exports: which file went out, and which revision of every paragraph was in it.

use rusqlite::{OptionalExtension, Row, named_params};

use super::error::StoreError;
use super::writer::Writer;
use super::{ArticleKey, ParagraphKey, RevisionKey, Snapshot};
use crate::model::{OperationSeq, TextHash};

/// A file that was exported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExportRow {
    key: i64,
    /// The operation that recorded it.
    pub operation: OperationSeq,
    /// When (RFC 3339, UTC).
    pub at: String,
    /// Who.
    pub person: String,
    /// The id of the format.
    pub format: String,
    /// The layout.
    pub layout: String,
    /// Where it was written.
    pub path: String,
    /// BLAKE3 of its bytes.
    pub hash: TextHash,
    /// Whether it was marked as a draft.
    pub draft: bool,
}

/// An export to be recorded.
#[derive(Clone, Debug)]
pub struct NewExport<'a> {
    /// The article.
    pub article: ArticleKey,
    /// The id of the format.
    pub format: &'a str,
    /// The layout.
    pub layout: &'a str,
    /// Where it was written.
    pub path: &'a str,
    /// Its size in bytes.
    pub bytes: u64,
    /// BLAKE3 of its bytes.
    pub hash: TextHash,
    /// Whether it is marked as a draft.
    pub draft: bool,
    /// Whether it is only a part of the article.
    pub partial: bool,
    /// Whether it is the published version until the next.
    pub publication: bool,
    /// The paragraphs in it.
    pub paragraphs: &'a [ExportedParagraph],
}

/// A paragraph in an export.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ExportedParagraph {
    /// The paragraph.
    pub key: ParagraphKey,
    /// Its revision there.
    pub revision: RevisionKey,
    /// Whether it stood there as left out of the finished article.
    pub excluded: bool,
}

/// What became of the paragraphs of an article since it was exported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangesSince {
    /// How many have other texts or another kind, came in, or went away.
    pub altered: u32,
    /// The places, in the export and now, of those that are as they were.
    pub unaltered: Vec<(usize, usize)>,
}

macro_rules! exports {
    ($rest:literal) => {
        concat!(
            "SELECT e.key, e.operation, o.at, o.person, e.format, e.layout, e.path, e.hash, e.draft
             FROM export e JOIN operation o ON o.seq = e.operation ",
            $rest
        )
    };
}

fn read(row: &Row<'_>) -> rusqlite::Result<ExportRow> {
    Ok(ExportRow {
        key: row.get("key")?,
        operation: OperationSeq(row.get("operation")?),
        at: row.get("at")?,
        person: row.get("person")?,
        format: row.get("format")?,
        layout: row.get("layout")?,
        path: row.get("path")?,
        hash: TextHash(row.get("hash")?),
        draft: row.get("draft")?,
    })
}

impl Snapshot<'_> {
    /// The newest publication of an article: its published version.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn published(&self, article: ArticleKey) -> Result<Option<ExportRow>, StoreError> {
        let mut statement = self
            .connection
            .prepare_cached(exports!("WHERE e.article = :article AND e.publication = 1 ORDER BY e.key DESC LIMIT 1"))?;
        let found = statement.query_row(named_params! { ":article": article.0 }, read).optional();
        found.map_err(|e| self.of_file(e))
    }

    /// What became since an export of the paragraphs of its article. One that is left out of the finished article counts as
    /// altered when it was not left out there, whatever its texts.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn changes_since(&self, export: &ExportRow, article: ArticleKey) -> Result<ChangesSince, StoreError> {
        let order = self.order_at(article, export.operation)?;
        let mut since = ChangesSince { altered: self.added_since(export, article)?, unaltered: Vec::new() };
        let mut statement = self.connection.prepare_cached(
            "SELECT x.paragraph, h.number,
                    CASE WHEN h.exclusion IS NOT NULL THEN NOT x.excluded
                         ELSE x.excluded OR e.target IS NOT r.target OR e.source <> r.source OR e.kind <> r.kind END AS altered
             FROM export_revision x
             JOIN revision e ON e.key = x.revision
             LEFT JOIN head h ON h.paragraph = x.paragraph
             LEFT JOIN revision r ON r.key = h.revision
             WHERE x.export = :export",
        )?;
        let mut rows = statement.query(named_params! { ":export": export.key })?;
        while let Some(row) = rows.next().map_err(|e| self.of_file(e))? {
            let now: Option<u32> = row.get("number")?;
            let then = order.get(&ParagraphKey(row.get("paragraph")?)).copied();
            match (then, now, row.get::<_, Option<bool>>("altered")?) {
                (Some(then), Some(now), Some(false)) => since.unaltered.push((then, now as usize)),
                _ => since.altered += 1,
            }
        }
        Ok(since)
    }

    /// How many paragraphs stand in an article, not left out of it, that an export lacks.
    fn added_since(&self, export: &ExportRow, article: ArticleKey) -> Result<u32, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT count(*) FROM head h
             WHERE h.article = :article AND h.number IS NOT NULL AND h.exclusion IS NULL AND NOT EXISTS
                (SELECT 1 FROM export_revision x WHERE x.export = :export AND x.paragraph = h.paragraph)",
        )?;
        let params = named_params! { ":export": export.key, ":article": article.0 };
        statement.query_row(params, |row| row.get(0)).map_err(|e| self.of_file(e))
    }

    /// The revision of a paragraph in an export.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn exported_revision(
        &self,
        export: &ExportRow,
        paragraph: ParagraphKey,
    ) -> Result<Option<RevisionKey>, StoreError> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT revision FROM export_revision WHERE export = :export AND paragraph = :paragraph")?;
        let params = named_params! { ":export": export.key, ":paragraph": paragraph.0 };
        let found = statement.query_row(params, |row| row.get(0)).optional();
        Ok(found.map_err(|e| self.of_file(e))?.map(RevisionKey))
    }

    /// The exports in which a paragraph went out, oldest first, with its revision in each; drafts did not go out.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn exports_of(&self, paragraph: ParagraphKey) -> Result<Vec<(RevisionKey, ExportRow)>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT e.key, e.operation, o.at, o.person, e.format, e.layout, e.path, e.hash, e.draft, x.revision
             FROM export_revision x
             JOIN export e ON e.key = x.export
             JOIN operation o ON o.seq = e.operation
             WHERE x.paragraph = :paragraph AND e.draft = 0 ORDER BY e.key",
        )?;
        let rows = statement.query_map(named_params! { ":paragraph": paragraph.0 }, |row| {
            Ok((RevisionKey(row.get("revision")?), read(row)?))
        })?;
        rows.collect::<Result<_, _>>().map_err(|e| self.of_file(e))
    }
}

impl Writer<'_> {
    /// Records an export.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn add_export(&mut self, new: &NewExport<'_>) -> Result<(), StoreError> {
        self.connection
            .prepare_cached(
                "INSERT INTO export (operation, article, format, layout, path, bytes, hash, draft, partial, publication)
                 VALUES (:operation, :article, :format, :layout, :path, :bytes, :hash, :draft, :partial, :publication)",
            )?
            .execute(named_params! {
                ":operation": self.operation.seq.0, ":article": new.article.0, ":format": new.format,
                ":layout": new.layout, ":path": new.path, ":bytes": i64::try_from(new.bytes).unwrap_or(i64::MAX),
                ":hash": new.hash.0, ":draft": new.draft, ":partial": new.partial,
                ":publication": new.publication,
            })?;
        let export = self.connection.last_insert_rowid();
        let mut statement = self.connection.prepare_cached(
            "INSERT INTO export_revision (export, paragraph, revision, excluded)
             VALUES (:export, :paragraph, :revision, :excluded)",
        )?;
        for paragraph in new.paragraphs {
            statement.execute(named_params! {
                ":export": export, ":paragraph": paragraph.key.0, ":revision": paragraph.revision.0,
                ":excluded": paragraph.excluded,
            })?;
        }
        self.mark_changed();
        Ok(())
    }
}
