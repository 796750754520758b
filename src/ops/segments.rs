//! Repairs segmentation: splits and merges segments. Ranges move, never text; so every decision stands, for it is one on texts.

use super::desk::{Desk, find_article};
use super::error::OpsError;
use super::review::require_may_recut;
use super::show::{address_of, segment_index, select_one};
use crate::model::{Address, Bead, Language, OperationKind, Status, Written};
use crate::segmentation::{merge_beads, sentences, split_bead};
use crate::store::{ArticleHead, NewRevision, ParagraphState, Writer};

/// Where to split a segment.
#[derive(Clone, Debug, Default)]
pub struct SplitAt {
    /// The text in the source before which to cut; the end of its first sentence when `None`.
    pub source: Option<String>,
    /// The text in the target before which to cut; the end of its first sentence when `None`.
    pub target: Option<String>,
}

/// A paragraph after a repair.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repaired {
    /// The paragraph.
    pub address: String,
    /// How many segments it has now.
    pub segments: usize,
    /// Its revision now.
    pub revision: u32,
    /// Its status, which is the one that it had.
    pub status: Status,
}

/// Cuts a paragraph into sentences, without a desk: UTF-8 byte ranges that cover it once, in order.
#[must_use]
pub fn cut_into_sentences(paragraph: &str, language: &Language) -> Vec<std::ops::Range<usize>> {
    sentences(paragraph, language)
}

/// Splits one segment in two.
///
/// # Errors
/// When the segment does not exist, a text is not in it, or there is no place to cut; [`OpsError::Role`] when the paragraph was
/// decided on and the person could not replace its wording.
pub fn split(desk: &mut Desk, address: &Address, at: &SplitAt) -> Result<Written<Repaired>, OpsError> {
    desk.write(OperationKind::Split, |writer| {
        let (head, state, index) = segment(writer, address)?;
        let revision = &state.revision;
        let bead = &revision.beads[index];
        let source = revision.source.text();
        let target = revision.target.as_ref().map_or("", |t| t.text());
        let cut = |text: &str, range: &std::ops::Range<usize>, wanted: Option<&str>, language| match wanted {
            Some(wanted) => text[range.clone()]
                .find(wanted)
                .map(|i| range.start + i)
                .ok_or_else(|| OpsError::TextNotFound { address: address.to_string(), text: wanted.to_owned() }),
            None => {
                let parts = sentences(&text[range.clone()], language);
                Ok(parts.first().filter(|_| parts.len() > 1).map_or(range.end, |first| range.start + first.end))
            }
        };
        let source_at = cut(source, &bead.source, at.source.as_deref(), &head.source_language)?;
        let target_at = cut(target, &bead.target, at.target.as_deref(), &head.target_language)?;
        let why = |why| OpsError::Repair { address: address.to_string(), why };
        let inside = |at: usize, range: &std::ops::Range<usize>| at > range.start && at < range.end;
        if !inside(source_at, &bead.source) && !inside(target_at, &bead.target) {
            return Err(why("err-split-nowhere"));
        }
        let beads = split_bead(&revision.beads, index, source_at, target_at, source, target)
            .map_err(|_| why("err-split-nowhere"))?;
        repair(writer, &head, &state, &beads)
    })
}

/// Merges one segment with the one after it.
///
/// # Errors
/// When the segment does not exist or is the last; [`OpsError::Role`] as for [`split`].
pub fn merge(desk: &mut Desk, address: &Address) -> Result<Written<Repaired>, OpsError> {
    desk.write(OperationKind::Merge, |writer| {
        let (head, state, index) = segment(writer, address)?;
        let beads = merge_beads(&state.revision.beads, index, index + 1)
            .map_err(|_| OpsError::Repair { address: address.to_string(), why: "err-merge-last" })?;
        repair(writer, &head, &state, &beads)
    })
}

fn segment(writer: &Writer<'_>, address: &Address) -> Result<(ArticleHead, ParagraphState, usize), OpsError> {
    let Address::Segment(slug, _, number) = address else {
        return Err(OpsError::OneSegment { address: address.to_string() });
    };
    let head = find_article(&writer.snapshot(), slug)?;
    let state = select_one(&writer.snapshot(), &head, address)?;
    let index = segment_index(&state.revision.beads, *number, address)?;
    Ok((head, state, index))
}

fn repair(
    writer: &mut Writer<'_>,
    head: &ArticleHead,
    state: &ParagraphState,
    beads: &[Bead],
) -> Result<Repaired, OpsError> {
    let status = state.standing.status;
    require_may_recut(writer, status)?;
    let (_, revision) = writer.add_revision(&NewRevision { beads, ..NewRevision::on(&state.revision) })?;
    Ok(Repaired { address: address_of(head, state), segments: beads.len(), revision, status })
}
