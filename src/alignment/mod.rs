//! Alignment: which segments of a text and of its translation render one another, with how much confidence. Pure: texts and
//! lexicons in, beads out; the same in gives the same out. It knows nothing of paragraphs' kinds, files or desks.
//!
//! One programme over whole beads: every bead is scored by its prior, its lengths and its words ([`score`]), every path through
//! the lattice is weighed, and the path is given whose beads are expected to be right most often ([`lattice`]). What is known of
//! words comes from lexicons ([`lexicon`]) and from the two texts themselves ([`evidence`]). Long documents are walked along
//! anchors ([`corridor`]).

mod corridor;
mod evidence;
mod lattice;
mod lessons;
mod lexicon;
mod renderings;
mod score;
mod tokens;
mod training;
mod weights;

use std::ops::Range;
use std::sync::LazyLock;

pub use evidence::Knowledge;
pub use lessons::Lessons;
pub use lexicon::{Lexicon, LexiconBuilder, NotALexicon};
pub use renderings::{Pair, PhraseSide, Renderings};
pub use tokens::{Segment, word_keys};
pub use training::Training;

use crate::model::{AlignedBead, PairRemark};
use crate::text::arabic_share;
use corridor::{Route, SMALL};
use evidence::Evidence;
use lattice::{Lattice, Step};
use score::{Corridor, Scorer};
use tokens::{Side, TokenKind, TypeId};
use training::{Link, train};
use weights::Weights;

/// The lexicon that the program brings along; `corpus/README.md` tells what it was made from.
pub static BUILT_IN: LazyLock<Lexicon> = LazyLock::new(|| {
    Lexicon::open(include_bytes!("../../corpus/seed.lexicon").as_slice()).expect("the lexicon in the binary is one")
});

/// Aligns two lists of texts, in order; every text is in exactly one bead.
///
/// A source in English and a target in Arabic give the mirrored beads of the two the other way round.
#[must_use]
pub fn align<S: AsRef<str>, T: AsRef<str>>(
    source: &[S],
    target: &[T],
    knowledge: &[Knowledge<'_>],
) -> Vec<AlignedBead> {
    fn plain<S: AsRef<str>>(texts: &[S]) -> Vec<Segment<'_>> {
        texts.iter().map(|text| Segment { text: text.as_ref(), label: None }).collect()
    }
    align_segments(&plain(source), &plain(target), knowledge)
}

/// Aligns two lists of segments, as [`align`] does.
#[must_use]
pub fn align_segments(source: &[Segment<'_>], target: &[Segment<'_>], knowledge: &[Knowledge<'_>]) -> Vec<AlignedBead> {
    let (source, target) = (Side::of(source.iter().copied()), Side::of(target.iter().copied()));
    if source.arabic_share() >= target.arabic_share() {
        return steps(&source, &target, knowledge).iter().map(|step| bead(step, &source, &target)).collect();
    }
    let mirrored = |step: &Step| {
        let AlignedBead { source: english, target: arabic, confidence } = bead(step, &target, &source);
        AlignedBead { source: arabic, target: english, confidence }
    };
    steps(&target, &source, knowledge).iter().map(mirrored).collect()
}

/// What is odd about two lists of segments as a pair.
#[must_use]
pub fn remarks<S: AsRef<str>, T: AsRef<str>>(source: &[S], target: &[T]) -> Vec<PairRemark> {
    let text = |segments: &mut dyn Iterator<Item = &str>| segments.collect::<Vec<_>>().join("\n");
    let source_text = text(&mut source.iter().map(AsRef::as_ref));
    let target_text = text(&mut target.iter().map(AsRef::as_ref));
    let has_words = |text: &str| text.chars().any(char::is_alphanumeric);
    let (source_words, target_words) = (has_words(&source_text), has_words(&target_text));
    let mut remarks = Vec::new();
    remarks.extend((!source_words).then_some(PairRemark::EmptySource));
    remarks.extend((!target_words).then_some(PairRemark::EmptyTarget));
    if !(source_words && target_words) {
        return remarks;
    }
    let arabic = [arabic_share(&source_text) > ARABIC_TEXT, arabic_share(&target_text) > ARABIC_TEXT];
    remarks.extend((arabic == [false, true]).then_some(PairRemark::Swapped));
    remarks.extend((arabic[0] == arabic[1]).then_some(PairRemark::SameScript));
    let (few, many) = (source.len().min(target.len()), source.len().max(target.len()));
    remarks.extend((many > few * LOPSIDED).then_some(PairRemark::Lopsided));
    remarks
}

/// A text with more than this share of Arabic letters is an Arabic one.
const ARABIC_TEXT: f64 = 0.4;
/// A side with more than so many times the segments of the other makes a lopsided pair.
const LOPSIDED: usize = 10;

/// A text of so many places, about fifty segments on each side, teaches nothing that a lexicon does not know which covers it.
const SHORT: usize = 2_500;

/// A step with its confidence: the chance of the path, lessened where the texts themselves say little for each other.
fn bead(step: &Step, arabic: &Side, english: &Side) -> AlignedBead {
    let tokens = |side: &Side, range: &Range<usize>| side.segments[range.clone()].iter().map(|s| s.count).sum::<u32>();
    let words = (tokens(arabic, &step.source) + tokens(english, &step.target)) as f32 / 2.0;
    let gap = step.source.is_empty() || step.target.is_empty();
    let supported = if gap { 1.0 } else { logistic(SUPPORT[0] * step.support + SUPPORT[1] * words + SUPPORT[2]) };
    let (source, target) = (step.source.clone(), step.target.clone());
    AlignedBead { source, target, confidence: calibrated(step.chance) * supported }
}

/// The path through both sides, the first of which is the more Arabic one.
fn steps(arabic: &Side, english: &Side, knowledge: &[Knowledge<'_>]) -> Vec<Step> {
    if arabic.segments.is_empty() || english.segments.is_empty() {
        return only_gaps(arabic.segments.len(), english.segments.len());
    }
    let weights = &Weights::fitting(arabic, knowledge);
    let mut evidence = Evidence::gather(arabic, english, knowledge, weights);
    let first = first_pass([arabic, english], &evidence, weights);
    let places = arabic.segments.len() * english.segments.len();
    if weights.own_trust == 0.0 || first.is_empty() || *weights == Weights::RICH && places <= SHORT {
        return first;
    }
    evidence.learn(&learned(arabic, english, &first, weights), weights.own_trust);
    let near = Route::along_path(&first, arabic.segments.len(), english.segments.len()).corridor();
    walk(&Scorer::new([arabic, english], &evidence, weights), &near, weights)
}

fn only_gaps(source: usize, target: usize) -> Vec<Step> {
    let left = (0..source).map(|i| Step { source: i..i + 1, target: 0..0, chance: 1.0, support: 0.0 });
    let right = (0..target).map(|j| Step { source: source..source, target: j..j + 1, chance: 1.0, support: 0.0 });
    left.chain(right).collect()
}

/// The path within a corridor.
fn walk(scorer: &Scorer<'_>, corridor: &Corridor, weights: &Weights) -> Vec<Step> {
    Lattice::new(corridor, &scorer.scores(corridor), weights).best()
}

/// The path with what is known beforehand: anywhere in a short document, along anchors in a long one; where it comes near the
/// edge of its corridor, that stretch is walked again in a wider one.
fn first_pass(sides: [&Side; 2], evidence: &Evidence, weights: &Weights) -> Vec<Step> {
    let [m, n] = sides.map(|side| side.segments.len());
    let scorer = Scorer::new(sides, evidence, weights);
    if m * n <= SMALL {
        return walk(&scorer, &Corridor::whole(m, n), weights);
    }
    let mut route = Route::along_anchors(sides, evidence);
    let mut path = walk(&scorer, &route.corridor(), weights);
    let mut rows = 0..m + 1;
    loop {
        let stretches = route.widen(&path, &rows);
        let (Some(first), Some(last)) = (stretches.first(), stretches.last()) else { return path };
        rows = first.rows.start..last.rows.end;
        for stretch in stretches.iter().rev() {
            let better = walk(&scorer, &stretch.corridor, weights);
            path.splice(stretch.steps.clone(), better);
        }
    }
}

/// What the beads teach that a first pass is sure of: links between words by their types.
fn learned(arabic: &Side, english: &Side, path: &[Step], weights: &Weights) -> Vec<Link> {
    let mut seen = [vec![0; arabic.types.len()], vec![0; english.types.len()]];
    let words = |side: &Side, segments: &Range<usize>, seen: &mut [u32]| -> Vec<TypeId> {
        let mut words = Vec::new();
        for &(token, count) in side.segments[segments.clone()].iter().flat_map(|segment| &segment.tokens) {
            if matches!(side.types[token as usize].kind, TokenKind::Arabic | TokenKind::Latin) {
                words.extend(std::iter::repeat_n(token, count as usize));
                seen[token as usize] += count;
            }
        }
        words
    };
    let mut pairs = Vec::new();
    for step in path {
        if step.chance > weights.sure && !step.source.is_empty() && !step.target.is_empty() {
            let pair = (words(arabic, &step.source, &mut seen[0]), words(english, &step.target, &mut seen[1]));
            if !pair.0.is_empty() && !pair.1.is_empty() {
                pairs.push(pair);
            }
        }
    }
    let training = Training { rounds: 4, prior: 0.1, least: 0.05, discount: weights.own_discount, linked_only: true };
    train(&pairs, [&seen[0], &seen[1]], training)
}

/// The chance that a bead is right, from its weight among all paths: a logistic curve fitted to development cases.
fn calibrated(chance: f32) -> f32 {
    let chance = chance.clamp(1e-6, 1.0 - 1e-6);
    logistic(CALIBRATION.0 * (chance / (1.0 - chance)).ln() + CALIBRATION.1)
}

fn logistic(odds: f32) -> f32 {
    1.0 / (1.0 + (-odds).exp())
}

/// Slope and offset of [`calibrated`].
const CALIBRATION: (f32, f32) = (1.1, 1.0);
/// By what a bead is doubted that nothing speaks for but that both sides have something at its place, such as a paragraph that
/// the editor replaced: weight of its support, of each of its words, which in a right bead brings more support than that, and
/// the offset.
const SUPPORT: [f32; 3] = [0.8, -0.12, 2.5];

#[cfg(test)]
mod tests;
