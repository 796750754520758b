//! Which words of a text most likely render a phrase of its counterpart, by what lexicons, numbers and names tell of the words.
//! Where nothing is told of a phrase, nothing is guessed.

use std::ops::Range;

use super::evidence::{Evidence, Knowledge};
use super::tokens::{Interning, TypeId};
use super::weights::Weights;

/// A word that no word of the other side speaks for with so much renders nothing: the geometric mean of the probabilities of
/// each given the other.
const LEAST: f32 = 0.02;
/// So many words that are tied to nothing may stand inside a rendering: the "of" in "rule of law".
const GAP: usize = 2;
/// A word that is tied to another word with more than this is no gap.
const TIED: f32 = 0.1;
/// What a link loses over the whole length of a text, as a share: of equal words the one at the like place is meant.
const ASTRAY: f32 = 0.3;

/// Which side of a pair the phrase stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PhraseSide {
    /// The first.
    First,
    /// The second.
    Second,
}

/// What is known of the words of pairs of texts.
pub struct Renderings {
    evidence: Evidence,
    /// The words of each text, those of the side that stands where Arabic does first.
    texts: [Vec<Vec<Option<TypeId>>>; 2],
    arabic_first: bool,
}

impl Renderings {
    /// Gathers what is known of the words of pairs that are renderings of each other, given by their normalised words.
    #[must_use]
    pub fn gather<W: AsRef<str>>(pairs: impl IntoIterator<Item = [Vec<W>; 2]>, knowledge: &[Knowledge<'_>]) -> Self {
        let mut sides = [Interning::default(), Interning::default()];
        let mut texts = [Vec::new(), Vec::new()];
        for pair in pairs {
            for ((side, texts), words) in sides.iter_mut().zip(&mut texts).zip(&pair) {
                texts.push(side.add_words(words));
            }
        }
        let mut sides = sides.map(Interning::side);
        let arabic_first = sides[0].arabic_share() >= sides[1].arabic_share();
        if !arabic_first {
            sides.reverse();
            texts.reverse();
        }
        let [arabic, english] = &sides;
        let evidence = Evidence::gather(arabic, english, knowledge, &Weights::fitting(arabic, knowledge));
        Self { evidence, texts, arabic_first }
    }

    /// The words of the other side that most likely render the words `phrase` of one side of a pair, as a range. `None` where
    /// nothing speaks for any.
    #[must_use]
    pub fn of(&self, pair: usize, side: PhraseSide, phrase: Range<usize>) -> Option<Range<usize>> {
        let phrase_is_arabic = self.arabic_first == (side == PhraseSide::First);
        let [arabic, english] = &self.texts;
        let (own, other) = (arabic.get(pair)?, english.get(pair)?);
        let (own, other) = if phrase_is_arabic { (own, other) } else { (other, own) };
        let link = |own: Option<TypeId>, other: Option<TypeId>| match (own, other) {
            (Some(own), Some(other)) if phrase_is_arabic => self.link(own, other),
            (Some(own), Some(other)) => self.link(other, own),
            _ => 0.0,
        };
        let tie_of = |at: usize| tie(own.len(), at as f32 / other.len() as f32, |word| link(own[word], other[at]));
        // A word with no link to the phrase is not tied to it, whatever else it is tied to.
        let may_be_tied =
            |at: &usize| phrase.clone().filter_map(|word| own.get(word)).any(|own| link(*own, other[*at]) >= LEAST);
        let tied = (0..other.len()).filter(may_be_tied).map(|at| (at, tie_of(at)));
        strongest_run(tied.filter(|(_, tie)| tie.strength >= LEAST && phrase.contains(&tie.to)), tie_of)
    }

    fn link(&self, arabic: TypeId, english: TypeId) -> f32 {
        let matches = &self.evidence.matches[arabic as usize];
        let found = matches.binary_search_by_key(&english, |found| found.other);
        found.map_or(0.0, |at| (matches[at].forward * matches[at].backward).sqrt())
    }
}

/// The word of the phrase's side that a word of the other side is tied to, and how firmly.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Tie {
    to: usize,
    strength: f32,
}

/// The best tie of a word at a place between 0 and 1.
fn tie(words: usize, place: f32, link: impl Fn(usize) -> f32) -> Tie {
    let near = |at: usize| 1.0 - ASTRAY * (at as f32 / words as f32 - place).abs();
    let ties = (0..words).map(|at| Tie { to: at, strength: link(at) * near(at) });
    ties.reduce(|best, tie| if tie.strength > best.strength { tie } else { best })
        .unwrap_or(Tie { to: 0, strength: 0.0 })
}

/// The run of the words tied to a phrase that is tied to it most, small gaps within.
fn strongest_run(tied: impl Iterator<Item = (usize, Tie)>, tie_of: impl Fn(usize) -> Tie) -> Option<Range<usize>> {
    let is_free = |at: usize| tie_of(at).strength < TIED;
    let mut runs: Vec<(Range<usize>, f32)> = Vec::new();
    for (at, tie) in tied {
        match runs.last_mut() {
            Some((run, strength)) if at - run.end <= GAP && (run.end..at).all(is_free) => {
                run.end = at + 1;
                *strength += tie.strength;
            }
            _ => runs.push((at..at + 1, tie.strength)),
        }
    }
    runs.into_iter().reduce(|best, run| if run.1 > best.1 { run } else { best }).map(|(run, _)| run)
}

#[cfg(test)]
mod tests {
    use super::super::BUILT_IN;
    use super::*;

    fn rendering(first: &str, second: &str, side: PhraseSide, phrase: Range<usize>) -> Option<String> {
        let knowledge = [Knowledge { lexicon: &BUILT_IN, trust: 1.0, counts: 1.0 }];
        let [first, second] = [first, second].map(|text| text.split(' ').collect::<Vec<_>>());
        let pair = [first.clone(), second.clone()];
        let found = Renderings::gather([pair], &knowledge).of(0, side, phrase)?;
        Some(if side == PhraseSide::First { &second[found] } else { &first[found] }.join(" "))
    }

    #[test]
    fn the_words_that_render_a_phrase_are_found_on_the_other_side() {
        let (ar, en) = (
            "وقال رئيس الحكومه ان مجلس الامن سيجتمع يوم الاحد",
            "the head of the government said that the security council would meet on sunday",
        );
        let first = |phrase| rendering(ar, en, PhraseSide::First, phrase);
        assert_eq!(first(4..6).as_deref(), Some("security council"));
        assert_eq!(first(2..3).as_deref(), Some("government"));
        assert_eq!(rendering(ar, en, PhraseSide::Second, 8..10).as_deref(), Some("مجلس الامن"));
        assert_eq!(rendering(en, ar, PhraseSide::First, 4..5).as_deref(), Some("الحكومه"));
    }

    #[test]
    fn numbers_and_names_tell_and_where_nothing_does_nothing_is_said() {
        let (ar, en) = ("وصل كوفاتشيفيتش عام 2023", "kovacevic arrived in 2023");
        assert_eq!(rendering(ar, en, PhraseSide::First, 3..4).as_deref(), Some("2023"));
        assert_eq!(rendering("قال زخرفخخ ذلك", "he said that", PhraseSide::First, 1..2), None);
        assert_eq!(rendering("قال", "", PhraseSide::First, 0..1), None);
    }
}
