//! Revisions of a paragraph: where a target came from, and the beads that cut both texts into segments.

use std::ops::Range;

/// A segment: a byte range of the source text and the byte range of the target text that translates it.
///
/// The beads of a paragraph cover both texts once, in order, without gaps; a range may be empty.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Bead {
    /// UTF-8 byte range of the source text.
    pub source: Range<usize>,
    /// UTF-8 byte range of the target text.
    pub target: Range<usize>,
    /// How sure the aligner was that the two belong together, in hundredths; `None` where a person put them together.
    pub confidence: Option<u8>,
}

impl Bead {
    /// Below this confidence, in hundredths, a person has to look.
    pub const DOUBTFUL: u8 = 80;

    /// Whether the aligner was not sure, or found a sentence on one side alone.
    #[must_use]
    pub fn is_doubtful(&self) -> bool {
        let one_sided = self.source.is_empty() != self.target.is_empty();
        self.confidence.is_some_and(|confidence| confidence < Self::DOUBTFUL || one_sided)
    }
}

/// Beads that do not cover their texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("bead {index} does not continue where the one before it ends, on a character boundary")]
pub struct BeadError {
    /// 0-based index of the bead; the number of beads when an end is not reached.
    pub index: usize,
}

/// Checks that beads cover both texts once, in order, on character boundaries.
///
/// # Errors
/// The index of the first bead that breaks the rule.
pub fn check_beads(beads: &[Bead], source: &str, target: &str) -> Result<(), BeadError> {
    let (mut at_source, mut at_target) = (0, 0);
    for (index, bead) in beads.iter().enumerate() {
        let continues = |range: &Range<usize>, at: usize, text: &str| {
            range.start == at && range.end >= at && text.is_char_boundary(range.end)
        };
        if !continues(&bead.source, at_source, source) || !continues(&bead.target, at_target, target) {
            return Err(BeadError { index });
        }
        (at_source, at_target) = (bead.source.end, bead.target.end);
    }
    if at_source == source.len() && at_target == target.len() { Ok(()) } else { Err(BeadError { index: beads.len() }) }
}

/// Where the target text of a revision came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Origin {
    /// No target yet: the revision only carries the source.
    Source,
    /// A person typed it.
    Human,
    /// It came along with the source, as an existing translation.
    Import,
    /// It came along with the source, and the aligner found where it belongs.
    Aligned,
    /// It was taken over from a repeated paragraph.
    Repetition,
    /// The source has no word to translate and was copied.
    Copy,
    /// It was taken over from a match of the translation memory.
    Memory,
}

impl Origin {
    /// Every origin.
    pub const ALL: [Self; 7] =
        [Self::Source, Self::Human, Self::Import, Self::Aligned, Self::Repetition, Self::Copy, Self::Memory];

    /// The name in JSON and in the desk.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Source => "source",
            Self::Human => "human",
            Self::Import => "import",
            Self::Aligned => "aligned",
            Self::Repetition => "repetition",
            Self::Copy => "copy",
            Self::Memory => "memory",
        }
    }

    /// The origin of that name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|origin| origin.as_str() == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn beads_must_cover_both_texts_in_order() {
        let bead = |source, target| Bead { source, target, confidence: None };
        assert_eq!(check_beads(&[bead(0..2, 0..1), bead(2..4, 1..3)], "أب", "abc"), Ok(()));
        assert_eq!(check_beads(&[bead(0..2, 0..1)], "أب", "a"), Err(BeadError { index: 1 }));
        assert_eq!(check_beads(&[bead(0..1, 0..1), bead(1..4, 1..3)], "أب", "abc"), Err(BeadError { index: 0 }));
        assert_eq!(check_beads(&[bead(0..4, 0..1), bead(2..4, 1..3)], "أب", "abc"), Err(BeadError { index: 1 }));
        assert_eq!(check_beads(&[], "", ""), Ok(()));
    }

    #[test]
    fn what_the_aligner_doubts_or_finds_on_one_side_alone_is_doubtful() {
        let bead = |target, confidence| Bead { source: 0..2, target, confidence };
        assert!(bead(0..1, Some(Bead::DOUBTFUL - 1)).is_doubtful());
        assert!(!bead(0..1, Some(Bead::DOUBTFUL)).is_doubtful());
        assert!(bead(0..0, Some(100)).is_doubtful(), "a sentence without a partner");
        assert!(!bead(0..0, None).is_doubtful(), "what a person left empty is no doubt of the aligner's");
    }
}
