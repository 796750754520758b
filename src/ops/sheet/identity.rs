//! Which paragraph a row of a returned sheet is, and what its revision was when it went out. A row whose marks are lost is known by its
//! number and its unchanged source together, or not at all.

use std::collections::HashMap;

use super::shown::{Shown, known};
use crate::model::{
    Failure, Message, OperationMark, OperationRef, OperationSeq, ParagraphId, ReturnedRow, ReturnedSheet, RowFault,
    RowMark, Slug,
};
use crate::ops::error::OpsError;
use crate::store::{ArticleHead, ParagraphState, RevisionRow, Snapshot};

/// A row that is known.
#[derive(Clone, Debug)]
pub(super) struct Identity {
    pub(super) mark: RowMark,
    /// The paragraph as it is now.
    pub(super) state: ParagraphState,
    /// The revision that went out, where it still counts.
    pub(super) base: Option<RevisionRow>,
    pub(super) is_by_number: bool,
}

/// What the rows of a sheet are known by.
pub(super) struct Register {
    now: HashMap<ParagraphId, ParagraphState>,
    /// The paragraphs by number when the sheet went out.
    then: HashMap<u32, (ParagraphId, RevisionRow)>,
    /// The operation with which the sheet went out, where this desk has it.
    pub(super) operation: Option<OperationSeq>,
    /// The title of the article then.
    pub(super) title: Option<String>,
}

impl Register {
    pub(super) fn of(snapshot: &Snapshot<'_>, head: &ArticleHead, sheet: &ReturnedSheet) -> Result<Self, OpsError> {
        let mut states = snapshot.paragraphs(head.key, 1, u32::MAX)?;
        states.extend(snapshot.removed_paragraphs(head.key)?);
        let now = states.into_iter().map(|state| (state.id, state)).collect();
        let mark = sheet.operation.or_else(|| operation_of_lines(&sheet.lines, &head.slug));
        let operation = match mark {
            Some(mark) => operation_of(snapshot, mark)?,
            None => None,
        };
        let past = match operation {
            Some(operation) => snapshot.article_at(&head.slug, operation)?,
            None => None,
        };
        let (past, states) = past.filter(|(past, _)| past.id == head.id).unzip();
        let states = states.unwrap_or_default().into_iter();
        let then = states.filter_map(|state| Some((state.number?, (state.id, state.revision)))).collect();
        Ok(Self { now, then, operation, title: past.map(|past| past.title) })
    }

    /// The numbers of the paragraphs that went out and are in no row, as they are now.
    pub(super) fn missing(&self, sheet: &ReturnedSheet, seen: &[ParagraphId]) -> Vec<u32> {
        let Some(part) = &sheet.part else { return Vec::new() };
        let went_out = self.then.iter().filter(|(number, _)| part.covers(crate::model::ParagraphNumber(**number)));
        let missing = went_out.map(|(_, (id, _))| id).filter(|id| !seen.contains(id));
        let mut numbers: Vec<u32> = missing.filter_map(|id| self.now.get(id)?.number).collect();
        numbers.sort_unstable();
        numbers
    }

    /// What a row is.
    ///
    /// # Errors
    /// Inside, why that cannot be told.
    pub(super) fn identify(
        &self,
        snapshot: &Snapshot<'_>,
        row: &ReturnedRow,
    ) -> Result<Result<Identity, Failure>, OpsError> {
        match row.marks[..] {
            [mark] => {
                let Some(state) = self.now.get(&mark.paragraph) else { return Ok(Err(unknown())) };
                let mut revisions = snapshot.revisions(state.key)?.into_iter();
                let base = revisions.find(|known| RowMark::of(mark.paragraph, known.number, known.id) == mark);
                Ok(Ok(Identity { mark, state: state.clone(), base, is_by_number: false }))
            }
            [] => Ok(self.by_number(row).ok_or_else(unknown)),
            _ => Ok(Err(merged())),
        }
    }

    fn by_number(&self, row: &ReturnedRow) -> Option<Identity> {
        let first = row.number.lines().find(|line| !line.trim().is_empty())?;
        let number: u32 = crate::text::fold_digits(first.trim()).parse().ok()?;
        let (paragraph, revision) = self.then.get(&number)?;
        let state = self.now.get(paragraph)?;
        let mark = RowMark::of(*paragraph, revision.number, revision.id);
        let base = Some(revision.clone());
        is_source_of(revision, row).then(|| Identity { mark, state: state.clone(), base, is_by_number: true })
    }
}

/// Whether a row has the source of a revision.
pub(super) fn is_source_of(revision: &RevisionRow, row: &ReturnedRow) -> bool {
    let codes = known(std::iter::once(&revision.source).chain(&revision.target));
    let source = Shown::of(&revision.source, &codes);
    Shown::read(&row.source, &codes).bare() == source.bare()
}

/// The operation of a mark, where this desk has it: one that was restored may have another of its number.
fn operation_of(snapshot: &Snapshot<'_>, mark: OperationMark) -> Result<Option<OperationSeq>, OpsError> {
    let found = snapshot.operation(&OperationRef::Seq(mark.number.number()))?;
    Ok(found.filter(|found| OperationMark::from(found) == mark).map(|found| found.seq))
}

/// The operation that stands in the line above the table: `SLUG @12-3fa9c01e`.
fn operation_of_lines(lines: &[String], slug: &Slug) -> Option<OperationMark> {
    let place = |line: &String| line.trim().strip_prefix(slug.as_str())?.trim().strip_prefix('@').map(str::to_owned);
    lines.iter().find_map(|line| OperationMark::parse(place(line)?.trim()))
}

/// Whether a line is that line.
pub(super) fn is_place_line(line: &str, slug: &Slug) -> bool {
    operation_of_lines(&[line.to_owned()], slug).is_some()
}

fn unknown() -> Failure {
    Failure::usage("unknown-row", Message::new("err-sheet-unknown")).hint(Message::new("rec-sheet-unknown"))
}

fn merged() -> Failure {
    Failure::usage("row-merged", Message::new("err-sheet-merged")).hint(Message::new("rec-sheet-merged"))
}

/// Why the cells of a row cannot be told apart.
pub(super) fn fault(fault: RowFault) -> Failure {
    match fault {
        RowFault::Merged => merged(),
        RowFault::Columns => {
            Failure::usage("row-columns", Message::new("err-sheet-columns")).hint(Message::new("rec-sheet-columns"))
        }
    }
}

/// Of a row that stands there twice, with other words.
pub(super) fn twice() -> Failure {
    Failure::usage("row-twice", Message::new("err-sheet-twice")).hint(Message::new("rec-sheet-twice"))
}
