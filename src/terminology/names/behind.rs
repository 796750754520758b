//! Persons whose given name is rendered while another family name stands behind it.

use std::cell::{Cell, LazyCell};
use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::rc::Rc;

use super::latin::LatinWord;
use super::spans::LatinSpan;
use super::{NameTexts, SAME_NAME};
use crate::terminology::words::{Gap, Word};
use crate::text::names::{ArabicName, LatinName, is_common_given_name};

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
    let target = texts.target;
    let firsts: LazyCell<Vec<First<'_, '_>>, _> = LazyCell::new(|| firsts(target, texts.runs()));
    let mut rendered: HashMap<&str, Vec<Behind<'_, '_>>> = HashMap::new();
    let mut places: HashMap<Vec<&str>, Option<Range<usize>>> = HashMap::new();
    let mut found = Vec::new();
    for person in persons(&texts.words) {
        let given = person.given.canon.as_str();
        let pairs = rendered.entry(given).or_insert_with(|| pairs_behind(given, &firsts));
        let names = person.behind.iter().map(|word| word.canon.as_str());
        let place = places.entry(names.chain([given]).collect());
        let place = place.or_insert_with(|| other_behind(&person.behind, pairs, texts));
        let source = person.given.span.start..person.family.span.end;
        found.extend(place.clone().map(|target| OtherBehind { source, target }));
    }
    found
}

/// A common given name of a source with the words behind it, the first of which may be a family name.
pub(super) struct Person<'w> {
    given: &'w Word,
    pub(super) family: &'w Word,
    behind: Vec<&'w Word>,
}

pub(super) fn persons(words: &[Word]) -> impl Iterator<Item = Person<'_>> {
    let given = words.iter().enumerate().filter(|(_, word)| is_common_given_name(&word.canon));
    given.filter_map(|(index, given)| {
        let behind = words[index + 1..].iter().take_while(|word| word.gap == Gap::Open).take(WORDS_OF_A_NAME);
        let behind: Vec<&Word> = behind.collect();
        let family = *behind.first().filter(|word| word.key.chars().count() >= 3)?;
        Some(Person { given, family, behind })
    })
}

/// Two words of a target, the second of which may be a family name.
#[derive(Clone)]
struct Behind<'r, 't> {
    words: [&'r LatinWord; 2],
    family: Rc<LatinSpan<'t>>,
}

/// A spelling of a target that stands before other words of names, with what stands behind it: each spelling of that once, by the
/// order in the text.
struct First<'r, 't> {
    name: LatinName,
    pairs: Vec<(usize, Behind<'r, 't>)>,
}

fn firsts<'r, 't>(target: &'t str, runs: &'r [Vec<LatinWord>]) -> Vec<First<'r, 't>> {
    let latin = |word: &LatinWord| &target[word.span.clone()];
    let mut places: HashMap<&str, Option<usize>> = HashMap::new();
    let mut families: HashMap<&str, Rc<LatinSpan<'t>>> = HashMap::new();
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
            let family = families.entry(latin(last)).or_insert_with(|| Rc::new(LatinSpan::of(latin(last)))).clone();
            firsts[*of_first].pairs.push((place, Behind { words: [first, last], family }));
        }
    }
    firsts
}

/// The words of a target that surely render a given name, each spelling with what stands behind it once.
fn pairs_behind<'r, 't>(given: &str, firsts: &[First<'r, 't>]) -> Vec<Behind<'r, 't>> {
    let Some(given) = ArabicName::of(given) else { return Vec::new() };
    let rendering = firsts.iter().filter(|first| given.score_from(SAME_NAME, &first.name).is_some());
    let mut pairs: Vec<(usize, Behind<'r, 't>)> = rendering.flat_map(|first| first.pairs.iter().cloned()).collect();
    pairs.sort_unstable_by_key(|(place, _)| *place);
    pairs.into_iter().map(|(_, pair)| pair).collect()
}

/// The first of some pairs of words whose second is none of the names behind a given name, if the first of these is nowhere.
fn other_behind(behind: &[&Word], pairs: &[Behind<'_, '_>], texts: &NameTexts<'_>) -> Option<Range<usize>> {
    let names: Vec<ArabicName> = behind.iter().filter_map(|word| ArabicName::of(&word.canon)).collect();
    // What renders the same word as the pair before it is told at once.
    let same = Cell::new(0);
    let is_of_the_name = |family: &LatinSpan<'_>| {
        let renders = |at: &usize| names.get(*at).is_some_and(|name| family.may_render(name));
        let found = std::iter::once(same.get()).chain(0..names.len()).find(renders);
        same.set(found.unwrap_or(same.get()));
        found.is_some()
    };
    let is_elsewhere = || behind.first().is_some_and(|family| texts.spans().have(&family.canon, &texts.words));
    // Of many pairs all may be of the name; whether it is elsewhere is sooner told.
    let are_many = pairs.len() > FEW_PAIRS;
    if are_many && is_elsewhere() {
        return None;
    }
    let [first, last] = pairs.iter().find(|pair| !is_of_the_name(&pair.family))?.words;
    (are_many || !is_elsewhere()).then_some(first.span.start..last.span.end)
}

/// So many pairs of words are weighed before it is asked what stands elsewhere.
const FEW_PAIRS: usize = 8;
