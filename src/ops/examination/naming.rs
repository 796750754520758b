//! The names of findings, the segments they begin in, and who let them stand.

use std::collections::HashMap;
use std::ops::Range;

use super::{DeskFinding, WaiverView};
use crate::model::{Bead, Finding};
use crate::store::{CanonPair, Fingerprint, ParagraphKey, WaiverRow, fingerprints};

/// A paragraph, as its findings are named and placed.
pub(super) struct Place<'a> {
    pub(super) slug: &'a str,
    pub(super) number: u32,
    pub(super) tail: u32,
    pub(super) source: &'a str,
    pub(super) target: &'a str,
    pub(super) beads: &'a [Bead],
}

/// The last four bytes of a global id, as findings name their paragraph.
pub(super) fn tail_of(id: &[u8; 16]) -> u32 {
    u32::from_be_bytes([id[12], id[13], id[14], id[15]])
}

/// Waivers by the paragraphs in which they let something stand.
pub(super) fn by_paragraph(waivers: Vec<WaiverRow>) -> HashMap<ParagraphKey, Vec<WaiverRow>> {
    let mut by_paragraph: HashMap<ParagraphKey, Vec<WaiverRow>> = HashMap::new();
    for waiver in waivers {
        by_paragraph.entry(waiver.paragraph).or_default().push(waiver);
    }
    by_paragraph
}

/// Findings of one paragraph with their names, the segments they begin in, and who let them stand, by the waivers of that paragraph.
pub(super) fn named(place: &Place<'_>, found: Vec<Finding>, waivers: &[WaiverRow]) -> Vec<DeskFinding> {
    if found.is_empty() {
        return Vec::new();
    }
    let ids = fingerprints(&found.iter().collect::<Vec<_>>(), place.source, place.target);
    let texts = (!waivers.is_empty()).then(|| CanonPair::of(place.source, place.target));
    let waiver = |id: Fingerprint, check: &str| {
        let bound = waivers.iter().find(|w| Some(w.texts) == texts && w.fingerprint == id && w.check == check)?;
        let WaiverRow { person, at, reason, .. } = bound.clone();
        Some(WaiverView { person, at, reason })
    };
    let named = ids.into_iter().zip(found).map(|(id, finding)| DeskFinding {
        id: format!("{:08x}{}", place.tail, id.to_hex()),
        address: format!("{}:{}", place.slug, place.number),
        slug: place.slug.to_owned(),
        number: place.number,
        segment: segment_of(&finding, place.beads),
        waiver: waiver(id, finding.check),
        finding,
    });
    named.collect()
}

/// The number of the segment that a finding begins in: on the target where it points there.
fn segment_of(finding: &Finding, beads: &[Bead]) -> u32 {
    let inside = |spans: &[Range<usize>], side: fn(&Bead) -> &Range<usize>| {
        let start = spans.first()?.start;
        beads.iter().position(|bead| side(bead).contains(&start))
    };
    let index = inside(&finding.target, |bead| &bead.target).or_else(|| inside(&finding.source, |bead| &bead.source));
    u32::try_from(index.unwrap_or_default() + 1).unwrap_or(u32::MAX)
}
