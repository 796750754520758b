//! What became of a sheet that came back, row by row.

use std::path::PathBuf;

use crate::model::{ContentDiff, DecisionKind, Failure, Flattening, ReasonCode, SheetComment};
use crate::ops::apply::{AppliedLine, LineResult};

use super::wording::Untaken;

/// A comment of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowComment {
    /// What it says, with the name of its author where that is another than who acts.
    pub text: String,
    /// Whether it came in; else it is on the paragraph already.
    pub is_new: bool,
}

/// A row and what became of it.
#[derive(Clone, Debug, PartialEq)]
pub struct RowReport {
    /// Its place in the table, from 1.
    pub place: usize,
    /// The paragraph, where it is known.
    pub address: Option<String>,
    /// The revision that went out.
    pub base: Option<u32>,
    /// What became of it.
    pub result: LineResult,
    /// What became of its text and its decision, where it brought some.
    pub change: Option<AppliedLine>,
    /// What the reviewer changed in the text that went out.
    pub difference: Option<ContentDiff>,
    /// What the reviewer decided.
    pub decision: Option<(DecisionKind, Option<ReasonCode>)>,
    /// Its comments.
    pub comments: Vec<RowComment>,
    /// Who changed the text, where changes were tracked.
    pub authors: Vec<String>,
    /// Whether it was known by its number and its source alone.
    pub is_by_number: bool,
    /// What stands in it as a source, where that was changed, which is not taken.
    pub changed_source: Option<String>,
    /// Looks that did not come in.
    pub untaken: Vec<Untaken>,
    /// What of its text is no text and did not come in.
    pub told: Vec<Flattening>,
    /// Why it was stale or refused.
    pub failure: Option<Failure>,
    /// What stands in it as a target.
    pub target: String,
    /// What else stands in it and did not come in: the decision and the comment, and all of a row that is not known.
    pub words: Vec<String>,
}

impl RowReport {
    /// Whether there is nothing to say of it.
    #[must_use]
    pub fn is_silent(&self) -> bool {
        self.result == LineResult::Unchanged && !self.has_news() && !self.has_remarks()
    }

    /// Whether something of it came in beside its text.
    #[must_use]
    pub fn has_news(&self) -> bool {
        self.comments.iter().any(|comment| comment.is_new)
    }

    fn has_remarks(&self) -> bool {
        self.is_by_number || self.changed_source.is_some() || !self.told.is_empty() || !self.untaken.is_empty()
    }
}

/// What became of a sheet.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SheetReport {
    /// The rows in the order in which they stand in the table.
    pub rows: Vec<RowReport>,
    /// The paragraphs that went out and are not in it any more.
    pub missing: Vec<String>,
    /// What stands outside of its table.
    pub lines: Vec<String>,
    /// The comments outside of its rows.
    pub comments: Vec<SheetComment>,
    /// The file that keeps what did not come in.
    pub kept: Option<PathBuf>,
}
