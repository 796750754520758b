//! Leaves paragraphs out of the finished article, and takes them in again; texts and status stay as they are.

use super::desk::{Desk, find_article};
use super::error::OpsError;
use super::settings::require_editor;
use super::show::{address_of, select};
use crate::model::{Address, ExclusionEffect, OperationKind, Written};
use crate::store::{NewExclusion, ParagraphState};

/// Leaves paragraphs out of the finished article. Those that are left out already for that very reason stay as they are.
///
/// Returns the addresses of those that changed.
///
/// # Errors
/// When a paragraph does not exist; when the desk has editors and the person is none, for what is left out passes no gate.
pub fn exclude(desk: &mut Desk, address: &Address, reason: &str) -> Result<Written<Vec<String>>, OpsError> {
    mark(desk, OperationKind::Exclude, address, (ExclusionEffect::Exclude, Some(reason)))
}

/// Takes paragraphs into the finished article again.
///
/// Returns the addresses of those that changed.
///
/// # Errors
/// As for [`exclude`].
pub fn include(desk: &mut Desk, address: &Address) -> Result<Written<Vec<String>>, OpsError> {
    mark(desk, OperationKind::Include, address, (ExclusionEffect::Include, None))
}

fn mark(
    desk: &mut Desk,
    operation: OperationKind,
    address: &Address,
    (effect, reason): (ExclusionEffect, Option<&str>),
) -> Result<Written<Vec<String>>, OpsError> {
    if let Address::Segment(..) = address {
        return Err(OpsError::OneParagraph { address: address.to_string() });
    }
    desk.write(operation, |writer| {
        require_editor(writer)?;
        let head = find_article(&writer.snapshot(), address.slug())?;
        let person = writer.operation().person.clone();
        let mut changed = Vec::new();
        for state in select(&writer.snapshot(), &head, address)? {
            if reason_of(&state) == reason {
                continue;
            }
            writer.add_exclusion(&NewExclusion {
                paragraph: state.key,
                revision: state.revision.key,
                effect,
                person: &person,
                reason,
                carried_from: None,
            })?;
            changed.push(address_of(&head, &state));
        }
        Ok(changed)
    })
}

fn reason_of(state: &ParagraphState) -> Option<&str> {
    state.exclusion.as_ref().map(|exclusion| exclusion.reason.as_str())
}
