//! The kinds of operations: one for each user action that changes a desk.

use super::decision::closed_set;

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
        /// A setting of the desk was changed.
        Configure = "configure",
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
    /// Whether `undo` looks for it: the making of the desk, the record of an export, and undo and redo themselves are not undone.
    #[must_use]
    pub const fn can_be_undone(self) -> bool {
        !matches!(self, Self::Init | Self::Export | Self::Undo | Self::Redo)
    }
}
