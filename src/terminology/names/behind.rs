//! Persons whose given name is rendered while another family name stands behind it.

use std::cell::LazyCell;
use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::rc::Rc;

use super::latin::LatinWord;
use super::spans::LatinSpan;
use super::{NameTexts, SAME_NAME};
use crate::terminology::words::{Gap, Word};
use crate::text::names::{ArabicName, LatinName, is_common_given_name};

/// A person of a source, and the other one that a target has.
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
    let mut rendered: HashMap<&str, Rendered<'_, '_>> = HashMap::new();
    let mut places: HashMap<Vec<&str>, Option<Range<usize>>> = HashMap::new();
    let mut found = Vec::new();
    for person in persons(&texts.words) {
        let given = person.given.canon.as_str();
        let rendered = rendered.entry(given).or_insert_with(|| Rendered::of(given, &firsts));
        let names = person.behind.iter().map(|word| word.canon.as_str());
        let place = places.entry(names.chain([given]).collect());
        let place = place.or_insert_with(|| rendered.other_behind(&person, texts));
        let source = person.given.span.start..person.family.span.end;
        found.extend(place.clone().map(|target| OtherBehind { source, target }));
    }
    found
}

/// A common given name of a source with the words behind it, the first of which may be a family name.
pub(super) struct Person<'w> {
    pub(super) given: &'w Word,
    pub(super) family: &'w Word,
    behind: Vec<&'w Word>,
}

impl Person<'_> {
    /// The family name, of عبد الناصر both words.
    pub(super) fn family_name(&self) -> String {
        match self.behind[..] {
            [first, second, ..] if is_servant(first) => format!("{} {}", first.canon, second.canon),
            _ => self.family.canon.clone(),
        }
    }
}

/// عبد, which is half a name.
fn is_servant(word: &Word) -> bool {
    word.key == "عبد"
}

pub(super) fn persons(words: &[Word]) -> impl Iterator<Item = Person<'_>> {
    let given = words.iter().enumerate().filter(|(_, word)| is_common_given_name(&word.canon));
    given.filter_map(|(index, given)| {
        let behind = words[index + 1..].iter().take_while(|word| word.gap == Gap::Open && !word.key.starts_with("لل"));
        let behind: Vec<&Word> = behind.filter(|word| !is_son_of(word)).take(WORDS_OF_A_NAME).collect();
        // نور الدين is one name.
        let family = *behind.first().filter(|word| word.key.chars().count() >= 3 && !is_written_together(word))?;
        Some(Person { given, family, behind })
    })
}

fn is_son_of(word: &Word) -> bool {
    matches!(word.key.as_str(), "بن" | "ابن" | "بنت")
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
    for (place, [first, last, end]) in runs.iter().flat_map(|run| in_a_row(run)).enumerate() {
        let family = &target[last.span.start..end.span.end];
        if !seen.insert([latin(first), family]) {
            continue;
        }
        let of_first = places.entry(latin(first)).or_insert_with(|| {
            firsts.push(First { name: LatinName::of(latin(first))?, pairs: Vec::new() });
            Some(firsts.len() - 1)
        });
        if let Some(of_first) = of_first {
            let family = families.entry(family).or_insert_with(|| Rc::new(LatinSpan::of(family))).clone();
            firsts[*of_first].pairs.push((place, Behind { words: [first, end], family }));
        }
    }
    firsts
}

/// The words of a run, each with the one behind it, and the word with which that ends: of Abdel Nasser the second. What may stand between
/// them of a name is left out: Mohammed bin Salman.
pub(super) fn in_a_row(run: &[LatinWord]) -> impl Iterator<Item = [&LatinWord; 3]> {
    let firsts = run.iter().enumerate().filter(|(_, first)| !first.is_particle);
    firsts.filter_map(|(at, first)| {
        let behind = |at: usize| (at + 1..run.len()).find(|at| !run[*at].is_of_name).filter(|at| !run[*at].is_particle);
        let last = behind(at)?;
        let end = if run[last].is_servant { behind(last).unwrap_or(last) } else { last };
        Some([first, &run[last], &run[end]])
    })
}

/// The words of a target that surely render a given name, each spelling with what stands behind it once.
struct Rendered<'r, 't> {
    pairs: Vec<Behind<'r, 't>>,
    /// The first of them whose second word does not render a name, if any, by the name.
    first_others: HashMap<String, Option<usize>>,
}

impl<'r, 't> Rendered<'r, 't> {
    fn of(given: &str, firsts: &[First<'r, 't>]) -> Self {
        let Some(given) = ArabicName::of(given) else {
            return Self { pairs: Vec::new(), first_others: HashMap::new() };
        };
        let rendering = firsts.iter().filter(|first| given.score_from(SAME_NAME, &first.name).is_some());
        let mut pairs: Vec<(usize, Behind<'r, 't>)> = rendering.flat_map(|first| first.pairs.iter().cloned()).collect();
        pairs.sort_unstable_by_key(|(place, _)| *place);
        Self { pairs: pairs.into_iter().map(|(_, pair)| pair).collect(), first_others: HashMap::new() }
    }

    /// The first pair of words whose second is none of the names behind a given name, if the first of these is nowhere.
    fn other_behind(&mut self, person: &Person<'_>, texts: &NameTexts<'_>) -> Option<Range<usize>> {
        let is_elsewhere = || texts.have(&person.family_name());
        // Of many pairs all may be of the name; whether it is elsewhere is sooner told.
        let are_many = self.pairs.len() > FEW_PAIRS;
        if are_many && is_elsewhere() {
            return None;
        }
        let other = self.first_other(&person.behind)?;
        let [first, last] = self.pairs[other].words;
        (are_many || !is_elsewhere()).then_some(first.span.start..last.span.end)
    }

    /// The first pair whose second word is none of some names.
    fn first_other(&mut self, behind: &[&Word]) -> Option<usize> {
        let names: Vec<(String, ArabicName)> = behind
            .iter()
            .map(|word| word.canon.clone())
            .chain(behind.windows(2).filter(|two| is_written_together(two[1]) || is_servant(two[0])).map(joined))
            .filter_map(|written| Some((written.clone(), ArabicName::of(&written)?)))
            .collect();
        // All before the one that comes last of these are of one name.
        let mut first = 0;
        for (written, name) in &names {
            let known = self.first_others.entry(written.clone()).or_insert_with(|| {
                let mut families = self.pairs.iter().map(|pair| &pair.family);
                families.position(|family| !family.may_render(name))
            });
            first = first.max((*known)?);
        }
        let is_other = |family: &LatinSpan<'_>| names.iter().all(|(_, name)| !family.may_render(name));
        self.pairs[first..].iter().position(|pair| is_other(&pair.family)).map(|behind| first + behind)
    }
}

/// Whether English writes a word on to the one before: Nasrallah, Salaheddine.
fn is_written_together(word: &Word) -> bool {
    matches!(word.key.as_str(), "الله" | "الدين")
}

fn joined(words: &[&Word]) -> String {
    let joint = if words.first().is_some_and(|first| is_servant(first)) { " " } else { "" };
    words.iter().map(|word| word.canon.as_str()).collect::<Vec<_>>().join(joint)
}

/// So many pairs of words are weighed before it is asked what stands elsewhere.
const FEW_PAIRS: usize = 8;
