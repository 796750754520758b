//! Why a paragraph waits for somebody.

/// Why a paragraph waits for somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Waiting {
    /// A reviewer sent it back.
    SentBack,
    /// Its approval, or its text, is outlived.
    Stale,
    /// It is ready for review.
    ToReview,
    /// It is reviewed, and not yet cleared for publication.
    ToFinalize,
}
