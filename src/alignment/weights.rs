//! The numbers of the aligner, and nothing that decides by itself. Tuned on development cases by random search; see BENCHMARKS.md.

use super::evidence::{Knowledge, coverage};
use super::tokens::Side;

/// How many segments of each side a bead may take, gaps aside.
pub(super) const SHAPES: [(usize, usize); 10] =
    [(1, 1), (1, 2), (2, 1), (2, 2), (1, 3), (3, 1), (2, 3), (3, 2), (1, 4), (4, 1)];

/// The weights of one way of aligning.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Weights {
    /// Logarithm of the prior of each of [`SHAPES`].
    pub(super) shapes: [f32; 10],
    /// Logarithm of the prior of the first segment of a gap, and of each further one.
    pub(super) gap: [f32; 2],
    /// Weight of the length term.
    pub(super) length: f32,
    /// Variance of the length of the second side for each character of the first.
    pub(super) variance: f32,
    /// Characters of the first side that pull the measured ratio towards the usual one.
    pub(super) ratio_trust: f32,
    /// Weight of the words.
    pub(super) words: f32,
    /// Share of the translation table in a word's probability; the rest is the unigram.
    pub(super) table: f32,
    /// The least and the most that one word may say.
    pub(super) clip: [f32; 2],
    /// Probability of a number or Latin word being repeated as it is.
    pub(super) identical: f32,
    /// Probability of a mark being answered by its equivalent.
    pub(super) mark: f32,
    /// Probability of a transliterated word, where the skeletons are equal.
    pub(super) transliterated: f32,
    /// The same, where one consonant is missing on one side.
    pub(super) nearly: f32,
    /// A word that the lexicons saw more often than this is no name to be transliterated.
    pub(super) rare: f32,
    /// How many times the document's own counts weigh in unigrams.
    pub(super) own_counts: f32,
    /// What scores are divided by before they become chances.
    pub(super) temperature: f32,
    /// What a bead must be worth to be given.
    pub(super) bead_cost: f32,
    /// A bead of the first pass teaches words when its chance is above this.
    pub(super) sure: f32,
    /// What the words learned from the document itself are multiplied by.
    pub(super) own_trust: f32,
    /// How many sightings are taken off what the document itself teaches.
    pub(super) own_discount: f32,
}

impl Weights {
    /// With a lexicon that covers the words of a text.
    pub(super) const RICH: Self = Self {
        shapes: [-0.12, -2.5, -3.19, -5.53, -4.8, -6.29, -7.61, -6.06, -7.92, -8.91],
        gap: [-2.61, -0.25],
        length: 1.03,
        variance: 2.84,
        ratio_trust: 386.0,
        words: 0.824,
        table: 0.606,
        clip: [-0.62, 15.4],
        identical: 0.48,
        mark: 0.25,
        transliterated: 1.0,
        nearly: 0.17,
        rare: 9.35,
        own_counts: 23.7,
        temperature: 1.54,
        bead_cost: 0.03,
        sure: 0.67,
        own_trust: 0.8,
        own_discount: 0.57,
    };

    /// With a lexicon that knows common words, but not those of this kind of text.
    pub(super) const THIN: Self = Self {
        shapes: [0.17, -3.2, -4.74, -7.06, -7.54, -6.29, -9.07, -7.6, -8.31, -8.93],
        gap: [-0.95, -2.59],
        length: 1.44,
        variance: 1.89,
        ratio_trust: 685.0,
        words: 1.31,
        table: 0.36,
        clip: [-1.42, 19.2],
        identical: 0.37,
        mark: 0.9,
        transliterated: 1.0,
        nearly: 0.126,
        rare: 3.56,
        own_counts: 6.56,
        temperature: 1.07,
        bead_cost: 0.085,
        sure: 0.67,
        own_trust: 1.0,
        own_discount: 0.57,
    };

    /// Without one: lengths, numbers, marks and names alone.
    pub(super) const BARE: Self = Self {
        shapes: [-0.23, -3.2, -2.78, -5.12, -8.55, -6.87, -8.96, -6.52, -8.33, -8.68],
        gap: [-3.29, -2.53],
        length: 1.15,
        variance: 2.27,
        ratio_trust: 784.0,
        words: 2.16,
        table: 0.4,
        clip: [-1.08, 14.7],
        identical: 0.57,
        mark: 1.0,
        transliterated: 1.0,
        nearly: 0.09,
        rare: 2.8,
        own_counts: 4.83,
        temperature: 1.07,
        bead_cost: 0.108,
        sure: 0.8,
        own_trust: 0.0,
        own_discount: 0.8,
    };

    /// The weights for a document with this Arabic side: those for a lexicon when it knows enough of its words, between the two
    /// sets where it knows nearly enough, so that one word more or less turns nothing over.
    pub(super) fn fitting(arabic: &Side, knowledge: &[Knowledge<'_>]) -> Self {
        Self::for_coverage(coverage(arabic, knowledge))
    }

    fn for_coverage(coverage: f32) -> Self {
        if coverage < USEFUL {
            return Self::BARE;
        }
        Self::THIN.towards(&Self::RICH, ((coverage - THIN) / (RICH - THIN)).clamp(0.0, 1.0))
    }

    /// Weights that lie so far, 0 to 1, on the way to others.
    fn towards(&self, other: &Self, share: f32) -> Self {
        let of = |from: f32, to: f32| if share < 1.0 { from + (to - from) * share } else { to };
        Self {
            shapes: std::array::from_fn(|shape| of(self.shapes[shape], other.shapes[shape])),
            gap: [of(self.gap[0], other.gap[0]), of(self.gap[1], other.gap[1])],
            length: of(self.length, other.length),
            variance: of(self.variance, other.variance),
            ratio_trust: of(self.ratio_trust, other.ratio_trust),
            words: of(self.words, other.words),
            table: of(self.table, other.table),
            clip: [of(self.clip[0], other.clip[0]), of(self.clip[1], other.clip[1])],
            identical: of(self.identical, other.identical),
            mark: of(self.mark, other.mark),
            transliterated: of(self.transliterated, other.transliterated),
            nearly: of(self.nearly, other.nearly),
            rare: of(self.rare, other.rare),
            own_counts: of(self.own_counts, other.own_counts),
            temperature: of(self.temperature, other.temperature),
            bead_cost: of(self.bead_cost, other.bead_cost),
            sure: of(self.sure, other.sure),
            own_trust: of(self.own_trust, other.own_trust),
            own_discount: of(self.own_discount, other.own_discount),
        }
    }
}

/// A lexicon that knows less than this share of the Arabic words of a document is of no use.
const USEFUL: f32 = 0.25;
/// One that knows no more than this share knows common words alone.
const THIN: f32 = 0.78;
/// One that knows this share covers the text.
const RICH: f32 = 0.84;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_little_more_coverage_changes_the_weights_a_little() {
        assert_eq!(Weights::for_coverage(0.5), Weights::THIN);
        assert_eq!(Weights::for_coverage(THIN), Weights::THIN);
        assert_eq!(Weights::for_coverage(RICH), Weights::RICH);
        assert_eq!(Weights::for_coverage(1.0), Weights::RICH);
        let steps: Vec<Weights> = (0..=200).map(|step| Weights::for_coverage(0.7 + step as f32 * 0.001)).collect();
        let whole = (Weights::RICH.words - Weights::THIN.words).abs();
        for pair in steps.windows(2) {
            assert!((pair[0].words - pair[1].words).abs() < whole / 50.0, "{pair:?}");
        }
    }
}
