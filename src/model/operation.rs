//! Operations, one for each user action that changes a desk: their kinds, how they are named, what became of one.

use super::decision::closed_set;
use super::id::OperationId;

closed_set! {
    /// What an operation was.
    OperationKind {
        /// The desk was made.
        Init = "init",
        /// Articles came in.
        Import = "import",
        /// A corrected source was laid over an article.
        SourceUpdate = "source-update",
        /// Translations were logged.
        Set = "set",
        /// Segments were split.
        Split = "split",
        /// Segments were merged.
        Merge = "merge",
        /// Translations were put to other paragraphs.
        Align = "align",
        /// Paragraph kinds were corrected.
        Kind = "kind",
        /// Paragraphs were left out of the finished article.
        Exclude = "exclude",
        /// Paragraphs were taken into the finished article again.
        Include = "include",
        /// Decisions were taken.
        Decide = "decide",
        /// A comment was written.
        Comment = "comment",
        /// A comment was resolved.
        Resolve = "resolve",
        /// A finding of a check was let stand.
        Waive = "waive",
        /// A setting of the desk was changed.
        Configure = "configure",
        /// The termbase was changed.
        Term = "term",
        /// The name authority was changed, or names were made one.
        Name = "name",
        /// A translation memory was changed.
        Memory = "memory",
        /// The index of the memory was made anew.
        Reindex = "reindex",
        /// Drafts were filled from the memory.
        Pretranslate = "pretranslate",
        /// A text that articles repeat was made one object, changed, or put into articles.
        Boilerplate = "boilerplate",
        /// A file was exported.
        Export = "export",
        /// An operation was undone.
        Undo = "undo",
        /// An undone operation was done again.
        Redo = "redo",
        /// The desk was taken back to an earlier operation.
        Restore = "restore",
    }
}

impl OperationKind {
    /// Whether `undo` looks for it: the making of the desk or of an index, the record of an export, and undo and redo themselves are not undone.
    #[must_use]
    pub const fn can_be_undone(self) -> bool {
        !matches!(self, Self::Init | Self::Export | Self::Reindex | Self::Undo | Self::Redo)
    }
}

/// How a person names an operation: its place in the log, its id, or the last characters of its id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OperationRef {
    /// The place in the log.
    Seq(i64),
    /// The id, or at least four of its last characters.
    Id(String),
}

impl OperationRef {
    /// Reads `12`, `#12`, an id, or the end of an id.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        let text = text.trim();
        let number = text.strip_prefix('#').unwrap_or(text);
        match number.parse::<i64>() {
            Ok(seq) if number.len() < 8 || text.starts_with('#') => Self::Seq(seq),
            _ => Self::Id(text.to_lowercase()),
        }
    }
}

/// Whether a write is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keep {
    /// It is.
    Applied,
    /// Everything is done and then rolled back, to tell what would happen.
    DryRun,
}

/// The id of the sentence for what was done, or for what would be done in a dry run.
#[must_use]
pub const fn in_tense(keep: Keep, done: &'static str, planned: &'static str) -> &'static str {
    match keep {
        Keep::Applied => done,
        Keep::DryRun => planned,
    }
}

/// The place of an operation in the order of its desk, from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OperationSeq(pub i64);

impl OperationSeq {
    /// The number shown to people.
    #[must_use]
    pub const fn number(self) -> i64 {
        self.0
    }
}

/// One user action.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OperationRow {
    /// Its place in the order of this desk, from 1.
    pub seq: OperationSeq,
    /// Its global id.
    pub id: OperationId,
    /// When, in UTC (RFC 3339, milliseconds).
    pub at: String,
    /// Who.
    pub person: String,
    /// What.
    pub kind: OperationKind,
    /// The words of the command.
    pub command: Vec<String>,
    /// Whether it counts at present, that is, is not undone.
    pub counts: bool,
    /// Whether all of it is written; not while it is being written in parts, and never when that was broken off.
    pub complete: bool,
}

/// What became of a write.
#[derive(Debug)]
pub struct Written<T> {
    /// What the caller made.
    pub value: T,
    /// The operation, or `None` when nothing changed or nothing was kept.
    pub operation: Option<OperationRow>,
    /// Whether the work changed anything, kept or not.
    pub changed: bool,
}
