//! Tells of a wording that is logged or submitted as it stood, although its source has changed or a reviewer has sent that very
//! wording back. It refuses nothing.

use super::error::OpsError;
use crate::model::{DecisionKind, ReasonCode, Status};
use crate::store::{ParagraphState, Writer};

/// What had asked for another wording.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SameWording {
    /// The source has changed since it was written.
    SourceChanged,
    /// It was sent back.
    SentBack {
        /// By whom.
        person: String,
        /// Why.
        reason: Option<ReasonCode>,
        /// What else was said.
        note: Option<String>,
    },
}

impl SameWording {
    /// What had asked for another wording than the one that a paragraph has.
    pub(super) fn of(writer: &Writer<'_>, state: &ParagraphState) -> Result<Option<Self>, OpsError> {
        let revision = &state.revision;
        if state.standing.status != Status::ChangesRequested {
            let outlived = state.standing.stale && revision.basis_key != revision.source_key;
            return Ok((outlived && revision.target.is_some()).then_some(Self::SourceChanged));
        }
        let decisions = writer.snapshot().decisions(state.key)?;
        let sent_back = decisions
            .into_iter()
            .rev()
            .find(|decision| decision.kind == DecisionKind::RequestChanges && decision.bound_to == revision.hashes);
        Ok(sent_back.map(|d| Self::SentBack { person: d.person, reason: d.reason, note: d.note }))
    }
}
