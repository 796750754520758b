//! Lets a finding stand, with a reason: it then blocks nothing, until source or target says something else.

use super::desk::Desk;
use super::error::OpsError;
use super::examination::{DeskFinding, findings_on};
use super::review::require_role;
use super::translate::check_expected;
use crate::model::{DecisionKind, OperationKind, Written};
use crate::store::{CanonPair, Fingerprint, NewWaiver, Writer};

/// Lets the finding of that name stand. One that stands already stays as it is.
///
/// Returns the finding as it was.
///
/// # Errors
/// When there is no such finding at present; [`OpsError::Conflict`] when another revision is there than the one that the person is
/// said to have seen; when the desk has given roles and the person may not approve.
pub fn waive(desk: &mut Desk, id: &str, reason: &str, expect: Option<u32>) -> Result<Written<DeskFinding>, OpsError> {
    desk.write(OperationKind::Waive, |writer| {
        require_reviewer(writer)?;
        let none = || OpsError::NoFinding { wanted: id.to_owned() };
        let (tail, fingerprint) = parse(id).ok_or_else(none)?;
        let snapshot = writer.snapshot();
        for (article, paragraph) in snapshot.paragraphs_ending_in(tail)? {
            let Some(slug) = snapshot.slug_of(article)? else { continue };
            let Some(head) = snapshot.article(&slug)? else { continue };
            let found = findings_on(&snapshot, &head, paragraph)?;
            let Some(found) = found.into_iter().find(|found| found.id == id) else { continue };
            if found.waiver.is_some() {
                return Ok(found);
            }
            let states = snapshot.paragraphs(article, found.number, found.number)?;
            let state = states.first().ok_or_else(none)?;
            check_expected(writer, &head, state, expect)?;
            let revision = &state.revision;
            let target = revision.target.as_ref().map_or("", |target| target.text());
            let person = writer.operation().person.clone();
            writer.add_waiver(&NewWaiver {
                paragraph,
                check: found.finding.check,
                texts: CanonPair::of(revision.source.text(), target),
                fingerprint,
                person: &person,
                reason,
            })?;
            return Ok(found);
        }
        Err(none())
    })
}

/// The two halves of a finding's name: the end of its paragraph's id, and its fingerprint.
fn parse(id: &str) -> Option<([u8; 4], Fingerprint)> {
    let (tail, fingerprint) = id.split_at_checked(8)?;
    Some((u32::from_str_radix(tail, 16).ok()?.to_be_bytes(), Fingerprint::from_hex(fingerprint)?))
}

/// Who may approve may let a finding stand, since that opens the way to an approval.
pub(super) fn require_reviewer(writer: &Writer<'_>) -> Result<(), OpsError> {
    require_reviewer_to(writer, "act-waive")
}

/// The same for what else silences a check; `act` is the id of its name.
pub(super) fn require_reviewer_to(writer: &Writer<'_>, act: &'static str) -> Result<(), OpsError> {
    require_role(writer, act, DecisionKind::Approve.allowed_roles()).map(|_| ())
}
