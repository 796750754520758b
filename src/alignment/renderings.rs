//! Which words of a text most likely render a phrase of its counterpart, by what lexicons, numbers and names tell of the words.
//! Where nothing is told of a phrase, nothing is guessed.
//!
//! What is known of a word is looked up when it is first asked for, and kept: the consonants of the few that may be names, the words
//! of a phrase's own side only where something on the other side is linked to it.

use std::cell::OnceCell;
use std::ops::Range;
use std::rc::Rc;

use rustc_hash::{FxHashMap, FxHashSet};

use super::evidence::{Knowledge, SHORTEST_NAME};
use super::tokens::{TokenKind, TypeId, key_of};
use crate::text::names::{Skeleton, skeleton_of_latin, skeletons_of_arabic};

/// A word that no word of the other side speaks for with so much renders nothing: the geometric mean of the probabilities of
/// each given the other.
const LEAST: f32 = 0.02;
/// So many words that are tied to nothing may stand inside a rendering: the "of" in "rule of law".
const GAP: usize = 2;
/// A word that is tied to another word with more than this is no gap.
const TIED: f32 = 0.1;
/// What a link loses over the whole length of a text, as a share: of equal words the one at the like place is meant.
const ASTRAY: f32 = 0.3;

// What names, numbers and Latin words say beside a lexicon: chosen on 1,708 pairs of the alignment gold, by the renderings of its 1,400
// most frequent words and phrases.

/// A word that the lexicons saw more often than this is no name to be transliterated.
const RARE: f32 = 9.0;
/// How firmly names are linked that have the same three, four, or more consonants: the fewer, the more other words have them too.
const SAME_NAME: [f32; 3] = [0.15, 0.5, 1.0];
/// What is left of it where one consonant is missing on one side.
const NEAR_NAME: f32 = 0.2;
/// How firmly a number or a Latin word is linked to itself.
const IDENTICAL: f32 = 0.4;

/// Which side of a pair the phrase stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PhraseSide {
    /// The first.
    First,
    /// The second.
    Second,
}

/// Tells what renders phrases in pairs of texts, and keeps what it knows of their words.
#[derive(Debug)]
pub struct Renderings<'k> {
    lexicons: &'k [Knowledge<'k>],
    words: Vec<Word<'k>>,
    ids: FxHashMap<Rc<str>, TypeId>,
}

/// The words of a pair of texts that render each other.
#[derive(Debug)]
pub struct Pair {
    sides: [Vec<TypeId>; 2],
    /// Of each word of the other side how it is tied to the first side, and to the second.
    ties: [Vec<OnceCell<Tie>>; 2],
}

/// A distinct word of either side.
#[derive(Debug)]
struct Word<'k> {
    /// Normalised.
    text: Rc<str>,
    /// Its key and what sort of word it is; `None` of what is no word, number or mark.
    key: Option<(String, TokenKind)>,
    entry: OnceCell<Entry>,
    /// The keys of the English words that an Arabic word of a phrase is linked to.
    linked_keys: OnceCell<FxHashSet<&'k [u8]>>,
    /// By each of its readings.
    consonants: OnceCell<Vec<Skeleton>>,
}

/// What the lexicons have under a word.
#[derive(Debug, Default)]
struct Entry {
    /// How often they saw it, as far as their counts are believed.
    seen: f32,
    /// What an English word is in the lexicons that have it, ascending.
    english: Vec<EnglishWord>,
    /// The English words that an Arabic word is linked to, ascending, each with how firmly it is.
    links: Vec<(EnglishWord, f32)>,
}

/// A word of a lexicon.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct EnglishWord {
    lexicon: usize,
    index: u32,
}

impl<'k> Renderings<'k> {
    /// One that knows no word yet.
    #[must_use]
    pub fn new(lexicons: &'k [Knowledge<'k>]) -> Self {
        Self { lexicons, words: Vec::new(), ids: FxHashMap::default() }
    }

    /// A pair of texts that render each other, by their normalised words.
    pub fn pair<W: AsRef<str>>(&mut self, [first, second]: [&[W]; 2]) -> Pair {
        let sides = [first, second].map(|side| side.iter().map(|word| self.id(word.as_ref())).collect());
        Pair { sides, ties: [second, first].map(|other| vec![OnceCell::new(); other.len()]) }
    }

    fn id(&mut self, word: &str) -> TypeId {
        if let Some(id) = self.ids.get(word) {
            return *id;
        }
        let id = self.words.len() as TypeId;
        let text: Rc<str> = word.into();
        self.ids.insert(Rc::clone(&text), id);
        let (entry, linked_keys, consonants) = (OnceCell::new(), OnceCell::new(), OnceCell::new());
        self.words.push(Word { text, key: key_of(word), entry, linked_keys, consonants });
        id
    }

    /// The words of the other side that most likely render the words `phrase` of one side of a pair, as a range. `None` where
    /// nothing speaks for any. The pair must be one of its own.
    #[must_use]
    pub fn of(&self, pair: &Pair, side: PhraseSide, phrase: Range<usize>) -> Option<Range<usize>> {
        let Pair { sides: [first, second], ties } = pair;
        let (own, other, ties) = match side {
            PhraseSide::First => (first, second, &ties[0]),
            PhraseSide::Second => (second, first, &ties[1]),
        };
        let tie_of = |at: usize| {
            let place = at as f32 / other.len() as f32;
            *ties[at].get_or_init(|| tie(own.len(), place, |word| self.link(own[word], other[at])))
        };
        // A word with no link to the phrase is not tied to it, whatever else it is tied to.
        let may_be_tied = |at: &usize| own.get(phrase.clone()).is_some_and(|phrase| self.is_linked(phrase, other[*at]));
        let tied = (0..other.len()).filter(may_be_tied).map(|at| (at, tie_of(at)));
        strongest_run(tied.filter(|(_, tie)| tie.strength >= LEAST && phrase.contains(&tie.to)), tie_of)
    }

    fn is_linked(&self, phrase: &[TypeId], other: TypeId) -> bool {
        phrase.iter().any(|own| self.may_be_linked(*own, other) && self.link(*own, other) >= LEAST)
    }

    /// Whether a word of a phrase may be linked to another: told of most without looking the other up.
    fn may_be_linked(&self, own: TypeId, other: TypeId) -> bool {
        let (own, other) = (&self.words[own as usize], &self.words[other as usize]);
        match (&own.key, &other.key) {
            (Some((_, TokenKind::Arabic)), Some((key, TokenKind::Latin))) => {
                self.entry(own).seen <= RARE || self.linked_keys(own).contains(key.as_bytes())
            }
            _ => true,
        }
    }

    fn linked_keys<'w>(&self, arabic: &'w Word<'k>) -> &'w FxHashSet<&'k [u8]> {
        arabic.linked_keys.get_or_init(|| {
            let links = self.entry(arabic).links.iter();
            links.map(|(word, _)| self.lexicons[word.lexicon].lexicon.english_key(word.index)).collect()
        })
    }

    /// How firmly two words are linked, in either order: 0 to 1.
    fn link(&self, one: TypeId, other: TypeId) -> f32 {
        let (one, other) = (&self.words[one as usize], &self.words[other as usize]);
        match (&one.key, &other.key) {
            (Some((_, TokenKind::Arabic)), Some((_, TokenKind::Latin))) => self.link_across(one, other),
            (Some((_, TokenKind::Latin)), Some((_, TokenKind::Arabic))) => self.link_across(other, one),
            (Some((key, TokenKind::Latin | TokenKind::Number)), Some((same, _))) if key == same => IDENTICAL,
            _ => 0.0,
        }
    }

    fn link_across(&self, arabic: &Word<'_>, english: &Word<'_>) -> f32 {
        let (source, target) = (self.entry(arabic), self.entry(english));
        let link = |word: &EnglishWord| source.links.binary_search_by_key(word, |link| link.0).ok();
        let told = target.english.iter().filter_map(link).map(|at| source.links[at].1).fold(0.0, f32::max);
        let are_rare = source.seen <= RARE && target.seen <= RARE;
        if are_rare { told.max(likeness(arabic, english)) } else { told }
    }

    fn entry<'w>(&self, word: &'w Word<'_>) -> &'w Entry {
        word.entry.get_or_init(|| {
            let mut entry = Entry::default();
            for (lexicon, knowledge) in self.lexicons.iter().enumerate() {
                match &word.key {
                    Some((key, TokenKind::Arabic)) => entry.add_arabic(lexicon, knowledge, key),
                    Some((key, TokenKind::Latin)) => entry.add_english(lexicon, knowledge, key),
                    _ => {}
                }
            }
            entry
        })
    }
}

impl Entry {
    fn add_arabic(&mut self, number: usize, known: &Knowledge<'_>, key: &str) {
        let links = &mut self.links;
        let seen = known.lexicon.firm_renderings(key, LEAST / known.trust, |found| {
            let link = found.firmness() * known.trust;
            if link >= LEAST {
                links.push((EnglishWord { lexicon: number, index: found.english }, link));
            }
        });
        self.seen += seen.map_or(0.0, |seen| seen as f32 * known.counts);
    }

    fn add_english(&mut self, number: usize, known: &Knowledge<'_>, key: &str) {
        let Some((index, seen)) = known.lexicon.english(key) else { return };
        self.seen += seen as f32 * known.counts;
        self.english.push(EnglishWord { lexicon: number, index });
    }
}

impl Word<'_> {
    /// The consonants of an Arabic word by each of its readings, those of an English one by its one; as far as they are enough.
    fn consonants(&self) -> &[Skeleton] {
        self.consonants.get_or_init(|| {
            let readings: Vec<Skeleton> = match &self.key {
                Some((_, TokenKind::Arabic)) => skeletons_of_arabic(&self.text).into_iter().collect(),
                _ => vec![skeleton_of_latin(self.text.strip_suffix("'s").unwrap_or(&self.text))],
            };
            readings.into_iter().filter(|reading| reading.len() >= SHORTEST_NAME).collect()
        })
    }
}

/// How firmly two words are linked as forms of one name, by their consonants.
fn likeness(arabic: &Word<'_>, english: &Word<'_>) -> f32 {
    let mut most: f32 = 0.0;
    for latin in english.consonants() {
        for reading in arabic.consonants().iter().filter(|reading| reading.is_near(*latin)) {
            let shared = reading.len().min(latin.len()) - SHORTEST_NAME;
            let same = SAME_NAME[shared.min(SAME_NAME.len() - 1)];
            most = most.max(if reading == latin { same } else { same * NEAR_NAME });
        }
    }
    most
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
        let knowledge = [Knowledge::of(&BUILT_IN)];
        let [first, second] = [first, second].map(|text| text.split(' ').collect::<Vec<_>>());
        let mut renderings = Renderings::new(&knowledge);
        let pair = renderings.pair([&first, &second]);
        let found = renderings.of(&pair, side, phrase)?;
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
        let (ar, en) = ("قضيه كافانو", "kavanaugh's case");
        assert_eq!(rendering(ar, en, PhraseSide::First, 1..2).as_deref(), Some("kavanaugh's"));
        assert_eq!(rendering(ar, en, PhraseSide::Second, 0..1).as_deref(), Some("كافانو"));
        assert_eq!(rendering("في مارس", "mers in march", PhraseSide::First, 1..2).as_deref(), Some("march"));
        assert_eq!(rendering("قال زخرفخخ ذلك", "he said that", PhraseSide::First, 1..2), None);
        assert_eq!(rendering("قال", "", PhraseSide::First, 0..1), None);
    }
}
