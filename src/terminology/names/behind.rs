//! Persons whose given name is rendered while another family name stands behind it.

use std::cell::LazyCell;
use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::latin::LatinWord;
use super::{NameTexts, SAME_NAME};
use crate::terminology::words::{Gap, Word};
use crate::text::names::{
    ArabicName, LatinName, OTHER_NAME, Skeleton, is_common_given_name, known_names, name_key, skeleton_of_latin,
    skeletons_of_arabic,
};

/// A name of two words whose first is rendered while another name stands behind it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OtherBehind {
    /// The two words of the source.
    pub source: Range<usize>,
    /// The two words of the target.
    pub target: Range<usize>,
}

/// Arabic words after a given name in which the name behind it may stand: fathers are left out.
const WORDS_OF_A_NAME: usize = 4;

/// Persons of a source whose common given name is rendered in a target, where another family name stands behind it and their own
/// stands nowhere: محمود عباس as Mahmoud Darwish. Each with the first such place of the target.
#[must_use]
pub fn others_behind(texts: &NameTexts<'_>) -> Vec<OtherBehind> {
    let (arabic, target) = (&texts.words, texts.target);
    let firsts: LazyCell<Vec<First<'_>>, _> = LazyCell::new(|| firsts(target, texts.runs()));
    let mut rendered: HashMap<&str, Vec<[&LatinWord; 2]>> = HashMap::new();
    let mut places: HashMap<Vec<&str>, Option<Range<usize>>> = HashMap::new();
    let mut found = Vec::new();
    for (index, given) in arabic.iter().enumerate().filter(|(_, word)| is_common_given_name(&word.canon)) {
        let behind: Vec<&Word> =
            arabic[index + 1..].iter().take_while(|word| word.gap == Gap::Open).take(WORDS_OF_A_NAME).collect();
        let Some(family) = behind.first().filter(|word| word.key.chars().count() >= 3) else { continue };
        let pairs = rendered.entry(&given.canon).or_insert_with(|| pairs_behind(&given.canon, &firsts));
        let names = behind.iter().map(|word| word.canon.as_str());
        let place = places.entry(names.chain([given.canon.as_str()]).collect());
        let place = place.or_insert_with(|| other_behind(&behind, pairs, texts));
        let source = given.span.start..family.span.end;
        found.extend(place.clone().map(|target| OtherBehind { source, target }));
    }
    found
}

/// A spelling of a target that stands before other words of names, with what stands behind it: each spelling of that once, by the
/// order in the text.
struct First<'r> {
    name: LatinName,
    pairs: Vec<(usize, [&'r LatinWord; 2])>,
}

fn firsts<'r>(target: &str, runs: &'r [Vec<LatinWord>]) -> Vec<First<'r>> {
    let latin = |word: &LatinWord| &target[word.span.clone()];
    let mut places: HashMap<&str, Option<usize>> = HashMap::new();
    let (mut seen, mut firsts) = (HashSet::new(), Vec::new());
    for (place, pair) in runs.iter().flat_map(|run| run.windows(2)).enumerate() {
        let [first, last] = pair else { continue };
        if first.is_particle || last.is_particle || !seen.insert([latin(first), latin(last)]) {
            continue;
        }
        let of_first = places.entry(latin(first)).or_insert_with(|| {
            firsts.push(First { name: LatinName::of(latin(first))?, pairs: Vec::new() });
            Some(firsts.len() - 1)
        });
        if let Some(of_first) = of_first {
            firsts[*of_first].pairs.push((place, [first, last]));
        }
    }
    firsts
}

/// The words of a target that surely render a given name, each spelling with what stands behind it once.
fn pairs_behind<'r>(given: &str, firsts: &[First<'r>]) -> Vec<[&'r LatinWord; 2]> {
    let Some(given) = ArabicName::of(given) else { return Vec::new() };
    let rendering = firsts.iter().filter(|first| given.score_from(SAME_NAME, &first.name).is_some());
    let mut pairs: Vec<(usize, [&LatinWord; 2])> = rendering.flat_map(|first| first.pairs.iter().copied()).collect();
    pairs.sort_unstable_by_key(|(place, _)| *place);
    pairs.into_iter().map(|(_, pair)| pair).collect()
}

/// The first of some pairs of words whose second is none of the names behind a given name, if the first of these is nowhere.
fn other_behind(behind: &[&Word], pairs: &[[&LatinWord; 2]], texts: &NameTexts<'_>) -> Option<Range<usize>> {
    let target = texts.target;
    let names: Vec<ArabicName> = behind.iter().filter_map(|word| ArabicName::of(&word.canon)).collect();
    let is_of_the_name = |word: &LatinWord| {
        let latin = LatinName::of(&target[word.span.clone()]);
        latin.is_some_and(|latin| names.iter().any(|name| name.score_from(OTHER_NAME, &latin).is_some()))
    };
    let [first, last] = pairs.iter().find(|[_, last]| !is_of_the_name(last))?;
    let is_elsewhere = texts.spans().have(&behind.first()?.canon);
    (!is_elsewhere).then_some(first.span.start..last.span.end)
}

/// Words of a Latin text that one Arabic word may take: Abd al-Rahman.
const WIDEST: usize = 3;

/// The spans of a Latin text that may be names, each spelling once, by what they may render: so that a name is weighed against
/// those alone that are somewhat like it.
pub(super) struct Spans<'a> {
    pub(super) written: Vec<&'a str>,
    by_skeleton: HashMap<Skeleton, Vec<usize>>,
    by_name: HashMap<&'static str, Vec<usize>>,
}

impl<'a> Spans<'a> {
    pub(super) fn of(text: &'a str, runs: &[Vec<LatinWord>]) -> Self {
        let mut spans = Self { written: Vec::new(), by_skeleton: HashMap::new(), by_name: HashMap::new() };
        let mut seen = HashSet::new();
        for run in runs {
            for (first, word) in run.iter().enumerate() {
                for last in run[first..].iter().take(WIDEST).filter(|last| !last.is_particle) {
                    let written = &text[word.span.start..last.span.end];
                    if seen.insert(written) {
                        spans.add(written);
                    }
                }
            }
        }
        spans
    }

    fn add(&mut self, written: &'a str) {
        let number = self.written.len();
        self.written.push(written);
        for skeleton in shortened(skeleton_of_latin(written)) {
            self.by_skeleton.entry(skeleton).or_default().push(number);
        }
        for name in known_names(written) {
            self.by_name.entry(name).or_default().push(number);
        }
    }

    /// Those that are somewhat like a name.
    pub(super) fn candidates(&self, arabic: &str) -> HashSet<usize> {
        let key = name_key(arabic);
        let keys = [Some(key.as_str()), key.strip_prefix("ال")];
        let known = keys.into_iter().flatten().filter_map(|key| self.by_name.get(key)).flatten();
        let skeletons: HashSet<Skeleton> = skeletons_of_arabic(arabic).into_iter().flat_map(shortened).collect();
        let alike = skeletons.iter().filter_map(|skeleton| self.by_skeleton.get(skeleton)).flatten();
        known.chain(alike).copied().collect()
    }

    /// Whether one of them may render a name, even badly.
    fn have(&self, arabic: &str) -> bool {
        let Some(name) = ArabicName::of(arabic) else { return false };
        let renders = |latin: LatinName| name.score_from(OTHER_NAME, &latin).is_some();
        self.candidates(arabic).into_iter().any(|number| LatinName::of(self.written[number]).is_some_and(renders))
    }
}

/// A skeleton, and it without one of its consonants where two are left: two names in doubtful spellings share one of these, each
/// lacking one consonant of the other.
fn shortened(skeleton: Skeleton) -> impl Iterator<Item = Skeleton> {
    let shorter: HashSet<Skeleton> = skeleton.deletions().filter(|shorter| shorter.len() >= 2).collect();
    std::iter::once(skeleton).chain(shorter)
}
