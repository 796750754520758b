//! Marks on paragraphs that are left out of the finished article: who set or took away which, when and why.

use rusqlite::{Row, named_params};
use uuid::Uuid;

use super::error::StoreError;
use super::revisions::RevisionRow;
use super::writer::Writer;
use super::{ExclusionKey, ParagraphKey, RevisionKey, Snapshot};
use crate::model::{ExclusionEffect, OperationSeq, TextHash, excluding_mark};

/// A stored mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExclusionRow {
    /// Its key.
    pub key: ExclusionKey,
    /// The operation that wrote it.
    pub operation: OperationSeq,
    /// When that was (RFC 3339, UTC).
    pub at: String,
    /// What it says.
    pub effect: ExclusionEffect,
    /// Who set it.
    pub person: String,
    /// Why; `None` where it takes a mark away.
    pub reason: Option<String>,
    /// The number of the revision it was set on.
    pub revision_number: u32,
    /// The source of that revision.
    pub source: TextHash,
    /// Whether it was carried over a cosmetic change of the source.
    pub carried: bool,
}

/// A mark to be written.
#[derive(Clone, Debug)]
pub struct NewExclusion<'a> {
    /// The paragraph.
    pub paragraph: ParagraphKey,
    /// The revision whose source it is bound to.
    pub revision: RevisionKey,
    /// What it says.
    pub effect: ExclusionEffect,
    /// Who sets it.
    pub person: &'a str,
    /// Why.
    pub reason: Option<&'a str>,
    /// The mark carried over.
    pub carried_from: Option<ExclusionKey>,
}

/// Why a paragraph is left out at one moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exclusion {
    /// The mark.
    pub key: ExclusionKey,
    /// Who set it.
    pub person: String,
    /// When (RFC 3339, UTC).
    pub at: String,
    /// Why.
    pub reason: String,
}

fn read(row: &Row<'_>) -> rusqlite::Result<ExclusionRow> {
    let effect: String = row.get("effect")?;
    Ok(ExclusionRow {
        key: ExclusionKey(row.get("key")?),
        operation: OperationSeq(row.get("operation")?),
        at: row.get("at")?,
        effect: ExclusionEffect::parse(&effect).ok_or(rusqlite::Error::InvalidQuery)?,
        person: row.get("person")?,
        reason: row.get("reason")?,
        revision_number: row.get("revision_number")?,
        source: TextHash(row.get("source_hash")?),
        carried: row.get("carried")?,
    })
}

/// The mark that leaves out a paragraph of this head, among those that count, oldest first.
pub(super) fn exclusion_of(head: &RevisionRow, mut marks: Vec<ExclusionRow>) -> Option<Exclusion> {
    let seen: Vec<(TextHash, ExclusionEffect)> = marks.iter().map(|mark| (mark.source, mark.effect)).collect();
    let mark = marks.swap_remove(excluding_mark(head.hashes.source, &seen)?);
    Some(Exclusion { key: mark.key, person: mark.person, at: mark.at, reason: mark.reason.unwrap_or_default() })
}

impl Snapshot<'_> {
    /// The marks on a paragraph that count at present, oldest first.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn exclusions(&self, paragraph: ParagraphKey) -> Result<Vec<ExclusionRow>, StoreError> {
        self.exclusions_where(paragraph, |operation| self.counts_now(operation))
    }

    pub(super) fn exclusions_where(
        &self,
        paragraph: ParagraphKey,
        counts: impl Fn(OperationSeq) -> Result<bool, StoreError>,
    ) -> Result<Vec<ExclusionRow>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT e.key, e.operation, o.at, e.effect, e.person, e.reason, r.number AS revision_number,
                    s.hash AS source_hash, e.carried_from IS NOT NULL AS carried
             FROM exclusion e
             JOIN operation o ON o.seq = e.operation
             JOIN revision r ON r.key = e.revision
             JOIN content s ON s.key = r.source
             WHERE e.paragraph = :paragraph ORDER BY e.key",
        )?;
        let mut marks = Vec::new();
        let mut rows = statement.query(named_params! { ":paragraph": paragraph.0 })?;
        while let Some(row) = rows.next().map_err(|e| self.of_file(e))? {
            if counts(OperationSeq(row.get("operation")?))? {
                marks.push(read(row)?);
            }
        }
        Ok(marks)
    }
}

impl Writer<'_> {
    /// Adds a mark.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn add_exclusion(&mut self, new: &NewExclusion<'_>) -> Result<(), StoreError> {
        self.connection
            .prepare_cached(
                "INSERT INTO exclusion (id, operation, paragraph, revision, effect, person, reason, carried_from)
                 VALUES (:id, :operation, :paragraph, :revision, :effect, :person, :reason, :carried_from)",
            )?
            .execute(named_params! {
                ":id": Uuid::now_v7().as_bytes(),
                ":operation": self.operation.seq.0,
                ":paragraph": new.paragraph.0,
                ":revision": new.revision.0,
                ":effect": new.effect.as_str(),
                ":person": new.person,
                ":reason": new.reason,
                ":carried_from": new.carried_from.map(|key| key.0),
            })
            .map_err(|e| StoreError::of_file(e, self.path))?;
        self.touch(new.paragraph);
        Ok(())
    }
}
