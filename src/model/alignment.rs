//! What aligning two texts gives: beads with their confidence, and what is odd about the two texts.

use std::ops::Range;

use super::Message;

/// Segments of a source and of a target that render one another; one side may be empty.
#[derive(Clone, Debug, PartialEq)]
pub struct AlignedBead {
    /// 0-based indices of the source segments.
    pub source: Range<usize>,
    /// 0-based indices of the target segments.
    pub target: Range<usize>,
    /// The chance that this is exactly right, 0 to 1.
    pub confidence: f32,
}

impl AlignedBead {
    /// Whether one side is empty.
    #[must_use]
    pub fn is_gap(&self) -> bool {
        self.source.is_empty() || self.target.is_empty()
    }
}

/// Something about two texts that makes their alignment doubtful as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PairRemark {
    /// The source has no words.
    EmptySource,
    /// The target has no words.
    EmptyTarget,
    /// The source is English and the target Arabic.
    Swapped,
    /// Both sides are in the same script.
    SameScript,
    /// One side has more than ten times as many segments as the other.
    Lopsided,
    /// Less than half of the paragraphs found a sure partner.
    Unlike,
}

impl From<PairRemark> for Message {
    fn from(remark: PairRemark) -> Self {
        Self::new(match remark {
            PairRemark::EmptySource => "warn-pair-empty-source",
            PairRemark::EmptyTarget => "warn-pair-empty-target",
            PairRemark::Swapped => "warn-pair-swapped",
            PairRemark::SameScript => "warn-pair-same-script",
            PairRemark::Lopsided => "warn-pair-lopsided",
            PairRemark::Unlike => "warn-pair-unlike",
        })
    }
}

impl PairRemark {
    /// The name in JSON.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::EmptySource => "empty-source",
            Self::EmptyTarget => "empty-target",
            Self::Swapped => "swapped",
            Self::SameScript => "same-script",
            Self::Lopsided => "lopsided",
            Self::Unlike => "unlike",
        }
    }
}
