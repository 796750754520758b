//! What the desk would let a person do to a paragraph of a status, so that nobody is offered what would be refused. It decides
//! nothing: whether an act is allowed is asked again where it is done.

use super::desk::Desk;
use super::error::OpsError;
use crate::model::{DecisionKind, Role, Status};

/// What a person may do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Permission {
    /// The decisions that make sense for the status and that the person may take.
    pub decisions: Vec<DecisionKind>,
    /// Whether the person may log another wording.
    pub may_write: bool,
    /// Whether the person may let findings stand.
    pub may_waive: bool,
    /// The roles that the person has.
    pub roles: Vec<Role>,
}

/// What the person at the desk may do to a paragraph of that status.
///
/// # Errors
/// Errors of the disk.
pub fn permission(desk: &Desk, status: Status) -> Result<Permission, OpsError> {
    let people = desk.snapshot()?.people()?;
    let roles = people.iter().find(|p| p.person == desk.person()).map(|p| p.roles.clone()).unwrap_or_default();
    let has = |allowed: &[Role]| people.len() <= 1 || roles.iter().any(|role| allowed.contains(role));
    let is_translator_alone = roles.iter().max() == Some(&Role::Translator);
    let may = |kind: &DecisionKind| {
        let takes_approval = *kind == DecisionKind::Withdraw && status.is_approved();
        *kind != DecisionKind::Repair
            && status.after(*kind).is_some()
            && has(kind.allowed_roles())
            && !(takes_approval && is_translator_alone)
    };
    let may_write = match status {
        Status::Final => has(DecisionKind::Reopen.allowed_roles()),
        Status::Translated | Status::Reviewed => has(DecisionKind::Submit.allowed_roles()),
        Status::Untranslated | Status::Draft | Status::ChangesRequested => true,
    };
    Ok(Permission {
        decisions: DecisionKind::ALL.iter().copied().filter(may).collect(),
        may_write,
        may_waive: has(DecisionKind::Approve.allowed_roles()),
        roles,
    })
}
