//! Says of a sentence that only one side has that this is on purpose, and why; and takes it back. Texts and status stay as they are.

use super::desk::{Desk, find_article};
use super::error::OpsError;
use super::show::{address_of, segment_index, select_one};
use super::translate::check_expected;
use super::waiver::require_reviewer_to;
use crate::model::{Address, Content, OperationKind, Purpose, PurposeEffect, SourceSide, Written};
use crate::store::{NewPurpose, Snapshot};

/// A segment that was marked, or is marked no more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Marked {
    /// Its address.
    pub address: String,
    /// The side that has it.
    pub side: SourceSide,
    /// What it says.
    pub text: String,
}

/// Marks a segment as left out, or added, on purpose. One that is marked for that very reason stays as it is. `expect` is the
/// revision of the paragraph that the person saw.
///
/// # Errors
/// When the segment does not exist, or both sides have it; when the desk has given roles and the person may not approve, for the
/// checks are silent about what is marked.
pub fn mark(
    desk: &mut Desk,
    address: &Address,
    reason: &str,
    expect: Option<u32>,
) -> Result<Written<Marked>, OpsError> {
    write(desk, address, (PurposeEffect::Mark, Some(reason)), expect)
}

/// Takes the mark from a segment.
///
/// # Errors
/// As for [`mark`].
pub fn unmark(desk: &mut Desk, address: &Address, expect: Option<u32>) -> Result<Written<Marked>, OpsError> {
    write(desk, address, (PurposeEffect::Unmark, None), expect)
}

fn write(
    desk: &mut Desk,
    address: &Address,
    (effect, reason): (PurposeEffect, Option<&str>),
    expect: Option<u32>,
) -> Result<Written<Marked>, OpsError> {
    let Address::Segment(_, _, number) = address else {
        return Err(OpsError::OneSegment { address: address.to_string() });
    };
    desk.write(OperationKind::Align, |writer| {
        let act = match effect {
            PurposeEffect::Mark => "act-mark-purpose",
            PurposeEffect::Unmark => "act-unmark-purpose",
        };
        require_reviewer_to(writer, act)?;
        let snapshot: Snapshot<'_> = writer.snapshot();
        let head = find_article(&snapshot, address.slug())?;
        let state = select_one(&snapshot, &head, address)?;
        check_expected(writer, &head, &state, expect)?;
        let revision = &state.revision;
        let index = segment_index(&revision.beads, *number, address)?;
        let target = revision.target.as_ref().map_or("", Content::text);
        if target.is_empty() {
            return Err(OpsError::Repair { address: address_of(&head, &state), why: "err-purpose-untranslated" });
        }
        let lone = revision.beads[index].lone_text(revision.source.text(), target);
        let why = "err-purpose-both";
        let (side, text) = lone.ok_or_else(|| OpsError::Repair { address: address.to_string(), why })?;
        let marked = Marked { address: address.to_string(), side, text: text.to_owned() };
        let before = snapshot.purposes(revision, None)?.remove(&index);
        if before.as_ref().map(|purpose: &Purpose| purpose.reason.as_str()) != reason {
            writer.add_purpose(&NewPurpose { paragraph: state.key, side, text, effect, reason })?;
        }
        Ok(marked)
    })
}
