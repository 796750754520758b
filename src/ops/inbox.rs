//! What waits for a person: texts sent back, with what the reviewer said and changed; outlived approvals; texts to review.

use super::desk::Desk;
use super::error::OpsError;
use crate::diff::{DiffPiece, Grain, diff};
use crate::model::{DecisionKind, ReasonCode};
use crate::store::{DecisionRow, ParagraphState, Snapshot, Waiting};

/// One thing that waits.
#[derive(Clone, Debug)]
pub struct InboxItem {
    /// Why it waits.
    pub waiting: Waiting,
    /// The paragraph.
    pub address: String,
    /// Its state.
    pub state: ParagraphState,
    /// Who sent it back.
    pub by: Option<String>,
    /// Why it was sent back.
    pub reason: Option<ReasonCode>,
    /// What was said.
    pub note: Option<String>,
    /// What others changed in the person's own last text; empty when nothing.
    pub changes: Vec<DiffPiece>,
    /// What changed in the source since the target was written; empty when nothing.
    pub source_changes: Vec<DiffPiece>,
}

/// Everything that waits for the person at the desk.
///
/// Texts sent back and outlived go to who wrote them, and to all where the writer is not known; texts to review to those who
/// may review, except who wrote them. On a desk that has given roles to one person at most, everything waits for everybody.
///
/// # Errors
/// Errors of the disk.
pub fn inbox(desk: &Desk) -> Result<Vec<InboxItem>, OpsError> {
    let snapshot = desk.snapshot()?;
    let people = snapshot.people()?;
    let alone = people.len() <= 1;
    let roles = people.iter().find(|p| p.person == desk.person()).map_or(&[][..], |p| &p.roles);
    let reviews = alone || roles.iter().any(|role| DecisionKind::Approve.allowed_roles().contains(role));
    let mut items = Vec::new();
    for waiting in [Waiting::SentBack, Waiting::Stale, Waiting::ToReview] {
        for (_, state) in snapshot.waiting(waiting)? {
            let own = state.revision.translator.as_deref().is_none_or(|t| t == desk.person());
            let mine = match waiting {
                Waiting::SentBack | Waiting::Stale => own || was_mine(&snapshot, &state, desk.person())?,
                Waiting::ToReview => reviews && (!own || alone),
            };
            if mine {
                items.push(item(&snapshot, waiting, state, desk.person())?);
            }
        }
    }
    Ok(items)
}

fn was_mine(snapshot: &Snapshot<'_>, state: &ParagraphState, person: &str) -> Result<bool, OpsError> {
    Ok(snapshot.revisions(state.key)?.iter().any(|r| r.translator.as_deref() == Some(person)))
}

fn item(snapshot: &Snapshot<'_>, waiting: Waiting, state: ParagraphState, person: &str) -> Result<InboxItem, OpsError> {
    let place = snapshot.place_of(state.key)?;
    let address = place.map_or_else(String::new, |(slug, number)| match number {
        Some(number) => format!("{slug}:{number}"),
        None => slug.to_string(),
    });
    let decisions = snapshot.decisions(state.key)?;
    let sent_back = |d: &&DecisionRow| {
        matches!(d.kind, DecisionKind::RequestChanges | DecisionKind::Reopen) && d.bound_to == state.revision.hashes
    };
    let decision = decisions.iter().rev().find(sent_back).filter(|_| waiting == Waiting::SentBack);
    let revisions = snapshot.revisions(state.key)?;
    let own_last = revisions.iter().rev().find(|r| r.translator.as_deref() == Some(person) && r.target.is_some());
    let now = state.revision.target.as_ref().map_or("", |t| t.text());
    let changes = match own_last.and_then(|r| r.target.as_ref()) {
        Some(own) if own.text() != now => diff(own.text(), now, Grain::Words),
        _ => Vec::new(),
    };
    let basis = revisions.iter().rev().find(|r| r.source_key == state.revision.basis_key);
    let source_changes = match basis {
        Some(basis) if basis.source_key != state.revision.source_key => {
            diff(basis.source.text(), state.revision.source.text(), Grain::Words)
        }
        _ => Vec::new(),
    };
    Ok(InboxItem {
        waiting,
        address,
        by: decision.map(|d| d.person.clone()),
        reason: decision.and_then(|d| d.reason),
        note: decision.and_then(|d| d.note.clone()),
        changes,
        source_changes,
        state,
    })
}
