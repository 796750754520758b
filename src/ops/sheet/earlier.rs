//! What was decided on the paragraph of a row since its sheet went out: a decision comes in once, and none over another's unseen.

use super::identity::Identity;
use crate::model::{Content, DecisionKind, Failure, Message, OperationSeq, ReasonCode};
use crate::ops::change_line::ChangeLine;
use crate::ops::error::OpsError;
use crate::ops::review::{Decide, would_decide};
use crate::store::{DecisionRow, RevisionRow, Writer};

/// What a decision meets.
pub(super) enum Earlier {
    /// Nothing that hinders it.
    Nothing,
    /// Itself: it came in before.
    Itself,
    /// What the person who decides has not seen.
    Unseen(Failure),
}

/// What the decision of a change meets; `operation` is the one with which the sheet went out, where that is known.
pub(super) fn earlier(
    writer: &Writer<'_>,
    operation: Option<OperationSeq>,
    identity: &Identity,
    change: &ChangeLine,
) -> Result<Earlier, OpsError> {
    let kind = change.decision.as_deref().and_then(DecisionKind::parse);
    let (Some(kind), Some(base)) = (kind, &identity.base) else { return Ok(Earlier::Nothing) };
    let state = &identity.state;
    let reason = change.reason.as_deref().and_then(ReasonCode::parse);
    let decide = Decide { kind, note: change.note.as_deref(), reason };
    let now = &state.revision.target;
    let brings_text = change.content.as_ref().is_some_and(|content| now.as_ref() != Some(content));
    let changes = brings_text || would_decide(writer, state, &decide)?;
    let Some(operation) = operation else {
        let failure = Failure::conflict("decided", Message::new("err-sheet-moment"));
        return Ok(if changes { Earlier::Unseen(hinted(failure, change)) } else { Earlier::Nothing });
    };
    let decisions = writer.snapshot().decisions(state.key)?;
    let since = || decisions.iter().filter(|decision| decision.operation > operation);
    let revisions = writer.snapshot().revisions(state.key)?;
    let person = &writer.operation().person;
    let text = change.content.as_ref().or(base.target.as_ref());
    if since().any(|said| said.person == *person && is_said(said, &decide) && is_on(said, &revisions, base, text)) {
        return Ok(Earlier::Itself);
    }
    // Who submits a text wants it to be decided on.
    let other = since().rev().find(|said| said.person != *person && said.kind != DecisionKind::Submit);
    let Some(other) = other.filter(|_| changes) else { return Ok(Earlier::Nothing) };
    let message = Message::new("err-sheet-decided").with("person", other.person.as_str());
    let failure = Failure::conflict("decided", message.with("decision", Message::from(other.kind)));
    Ok(Earlier::Unseen(hinted(failure, change)))
}

fn hinted(failure: Failure, change: &ChangeLine) -> Failure {
    failure.hint(Message::new("rec-sheet-decided").with("address", change.address.as_str()))
}

/// Whether the same was decided, for the same reason and in the same words.
fn is_said(said: &DecisionRow, decide: &Decide<'_>) -> bool {
    let note = |note: Option<&str>| note.unwrap_or_default().trim().to_owned();
    let is_same_request = said.reason == decide.reason && note(said.note.as_deref()) == note(decide.note);
    said.kind == decide.kind && (decide.kind != DecisionKind::RequestChanges || is_same_request)
}

/// Whether it was decided on this text of the source that went out.
fn is_on(said: &DecisionRow, revisions: &[RevisionRow], base: &RevisionRow, text: Option<&Content>) -> bool {
    let mut of = revisions.iter().filter(|revision| revision.key == said.revision);
    of.any(|revision| revision.source == base.source && revision.target.as_ref() == text)
}
