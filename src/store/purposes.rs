//! Marks on segments that one side alone has on purpose. A mark holds as long as the segment says what it said, and stands
//! alone: given a partner, or changed in a letter, it is marked no more; with the old words the mark is back.

use rusqlite::{Row, named_params};
use uuid::Uuid;

use super::error::StoreError;
use super::revisions::RevisionRow;
use super::writer::Writer;
use super::{ParagraphKey, Snapshot, file_hash};
use crate::model::{Content, OperationSeq, Purpose, PurposeEffect, Purposes, SourceSide, TextHash};

/// A mark to be written.
#[derive(Clone, Copy, Debug)]
pub struct NewPurpose<'a> {
    /// The paragraph.
    pub paragraph: ParagraphKey,
    /// The side that has the segment.
    pub side: SourceSide,
    /// Its text, without white space around it.
    pub text: &'a str,
    /// What the mark says.
    pub effect: PurposeEffect,
    /// Why.
    pub reason: Option<&'a str>,
}

struct Mark {
    side: String,
    text: TextHash,
    effect: PurposeEffect,
    purpose: Purpose,
}

fn read(row: &Row<'_>) -> rusqlite::Result<Mark> {
    let effect: String = row.get("effect")?;
    Ok(Mark {
        side: row.get("side")?,
        text: TextHash(row.get("text_hash")?),
        effect: PurposeEffect::parse(&effect).ok_or(rusqlite::Error::InvalidQuery)?,
        purpose: Purpose {
            person: row.get("person")?,
            at: row.get("at")?,
            reason: row.get::<_, Option<String>>("reason")?.unwrap_or_default(),
        },
    })
}

impl Snapshot<'_> {
    /// The segments of a revision that one side alone has on purpose, as the marks say that count at present, or that counted
    /// just after an operation. Equal sentences of a paragraph share a mark.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn purposes(&self, revision: &RevisionRow, at: Option<OperationSeq>) -> Result<Purposes, StoreError> {
        let (source, target) = (revision.source.text(), revision.target.as_ref().map_or("", Content::text));
        let alone: Vec<(usize, &str, TextHash)> = (revision.beads.iter().enumerate())
            .filter_map(|(index, bead)| bead.lone_text(source, target).map(|(side, text)| (index, side, text)))
            .map(|(index, side, text)| (index, side.as_str(), file_hash(text.as_bytes())))
            .collect();
        if alone.is_empty() || target.is_empty() {
            return Ok(Purposes::new());
        }
        let marks = self.purpose_marks(revision.paragraph, at)?;
        let purpose = |&(index, side, text): &(usize, &str, TextHash)| {
            let newest = marks.iter().rev().find(|mark| mark.side == side && mark.text == text)?;
            (newest.effect == PurposeEffect::Mark).then(|| (index, newest.purpose.clone()))
        };
        Ok(alone.iter().filter_map(purpose).collect())
    }

    fn purpose_marks(&self, paragraph: ParagraphKey, at: Option<OperationSeq>) -> Result<Vec<Mark>, StoreError> {
        let reverted = at.map(|at| self.reverted_at(at)).transpose()?;
        let mut statement = self.connection.prepare_cached(
            "SELECT m.operation, m.side, m.text_hash, m.effect, m.person, m.reason, o.at
             FROM purpose m JOIN operation o ON o.seq = m.operation WHERE m.paragraph = :paragraph ORDER BY m.key",
        )?;
        let mut marks = Vec::new();
        let mut rows = statement.query(named_params! { ":paragraph": paragraph.0 })?;
        while let Some(row) = rows.next().map_err(|e| self.of_file(e))? {
            let operation = OperationSeq(row.get("operation")?);
            let counts = match (&reverted, at) {
                (Some(reverted), Some(at)) => operation <= at && !reverted.contains(&operation),
                _ => self.counts_now(operation)?,
            };
            if counts {
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
    pub fn add_purpose(&mut self, new: &NewPurpose<'_>) -> Result<(), StoreError> {
        self.connection
            .prepare_cached(
                "INSERT INTO purpose (id, operation, paragraph, side, text_hash, effect, person, reason)
                 VALUES (:id, :operation, :paragraph, :side, :text_hash, :effect, :person, :reason)",
            )?
            .execute(named_params! {
                ":id": Uuid::now_v7().as_bytes(),
                ":operation": self.operation.seq.0,
                ":paragraph": new.paragraph.0,
                ":side": new.side.as_str(),
                ":text_hash": file_hash(new.text.as_bytes()).0,
                ":effect": new.effect.as_str(),
                ":person": self.operation.person,
                ":reason": new.reason,
            })
            .map_err(|e| StoreError::of_file(e, self.path))?;
        self.mark_changed();
        Ok(())
    }
}
