//! Review status as a pure function of a paragraph's head revision and its decisions.
//!
//! Nothing here is stored as truth: the store may cache the answer, and `doctor` computes it again and compares.

use super::decision::{DecisionKind, closed_set};
use super::id::TextHash;

closed_set! {
    /// How far a paragraph has come.
    Status {
        /// No target text.
        Untranslated = "untranslated",
        /// A target whose author is not finished.
        Draft = "draft",
        /// A reviewer has sent it back.
        ChangesRequested = "changes-requested",
        /// Its author says it is ready for review.
        Translated = "translated",
        /// A second reading is done, for this very source and target.
        Reviewed = "reviewed",
        /// Cleared for publication.
        Final = "final",
    }
}

/// The two hashes a decision is bound to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct HashPair {
    /// Of the source text and its codes.
    pub source: TextHash,
    /// Of the target text and its codes.
    pub target: TextHash,
}

/// What status needs to know of a decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StatusDecision {
    /// What was decided.
    pub kind: DecisionKind,
    /// On which texts.
    pub bound_to: HashPair,
}

/// What status needs to know of the head revision.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Head {
    /// The texts as they are.
    pub texts: HashPair,
    /// Whether there is a target at all.
    pub has_target: bool,
    /// The hash of the source that the target was written against.
    pub basis: TextHash,
}

/// Status and staleness together; they are separate things.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The status; a stale paragraph's is at most [`Status::Draft`].
    pub status: Status,
    /// Whether an approval, or the text itself, has been outlived by a change of source or target.
    pub stale: bool,
}

impl Status {
    /// Where a decision leads from this status.
    ///
    /// Returns `None` where the decision makes no sense, such as finalizing a draft.
    #[must_use]
    pub const fn after(self, decision: DecisionKind) -> Option<Self> {
        use DecisionKind as D;
        Some(match (self, decision) {
            (Self::Draft | Self::ChangesRequested, D::Submit) => Self::Translated,
            (Self::Draft | Self::ChangesRequested | Self::Translated, D::Approve) => Self::Reviewed,
            (Self::Reviewed, D::Finalize) => Self::Final,
            // What was sent back can be sent back for a further reason.
            (Self::Draft | Self::ChangesRequested | Self::Translated | Self::Reviewed, D::RequestChanges) => {
                Self::ChangesRequested
            }
            (Self::Translated, D::Withdraw) => Self::Draft,
            (Self::Reviewed, D::Withdraw) => Self::Translated,
            (Self::Final, D::Withdraw) => Self::Reviewed,
            (Self::Reviewed | Self::Final, D::Reopen) => Self::ChangesRequested,
            (Self::ChangesRequested | Self::Translated | Self::Reviewed | Self::Final, D::Repair) => Self::Draft,
            _ => return None,
        })
    }

    /// Whether somebody stands by the text: its author has submitted it, or more.
    #[must_use]
    pub const fn is_confirmed(self) -> bool {
        matches!(self, Self::Translated | Self::Reviewed | Self::Final)
    }

    /// Whether the text has passed review.
    #[must_use]
    pub const fn is_approved(self) -> bool {
        matches!(self, Self::Reviewed | Self::Final)
    }
}

/// The standing of a paragraph.
///
/// `decisions` are all that count (those of undone operations left out), oldest first. Only decisions bound to exactly the
/// head's texts give a status, so that restoring a text restores its approval. The paragraph is stale when its own texts have
/// no decision and either the newest decision had approved other texts, or the target was written against another source.
#[must_use]
pub fn standing(head: &Head, decisions: &[StatusDecision]) -> Standing {
    if !head.has_target {
        return Standing { status: Status::Untranslated, stale: false };
    }
    let level = |texts: HashPair| {
        let mut bound = decisions.iter().filter(|d| d.bound_to == texts).peekable();
        bound.peek()?;
        Some(bound.fold(Status::Draft, |status, d| status.after(d.kind).unwrap_or(status)))
    };
    if let Some(status) = level(head.texts) {
        return Standing { status, stale: false };
    }
    let outlived = decisions.last().and_then(|newest| level(newest.bound_to)).is_some_and(Status::is_approved);
    Standing { status: Status::Draft, stale: outlived || head.basis != head.texts.source }
}

/// The status of an article: the lowest of its paragraphs'. `None` for no paragraphs gives [`Status::Untranslated`].
#[must_use]
pub fn article_status(paragraphs: impl IntoIterator<Item = Status>) -> Status {
    paragraphs.into_iter().min().unwrap_or(Status::Untranslated)
}
