//! The spans of a Latin text that may be names, and which family names of its source they may render. Words and spans are found by
//! skeletons; where many share one, the names are weighed as a tree.

use std::cell::OnceCell;
use std::collections::{HashMap, HashSet};

use super::behind::persons;
use super::latin::LatinWord;
use crate::terminology::words::Word;
use crate::text::names::{
    ArabicName, Effort, LatinName, NameTree, OTHER_NAME, Skeleton, Wanted, known_names, latin_letters, name_key,
    skeleton_of_latin, skeletons_of_arabic,
};

/// Words of a Latin text that one Arabic word may take: Abd al-Rahman.
const WIDEST: usize = 3;

/// The spans of a Latin text that may be names, each spelling once, by what they may render: so that a name is weighed against
/// those alone that are somewhat like it.
pub(super) struct Spans<'a> {
    pub(super) written: Vec<LatinSpan<'a>>,
    by_skeleton: HashMap<Skeleton, Vec<usize>>,
    by_name: HashMap<&'static str, Vec<usize>>,
    /// The family names that one of them may render; told of all at once, where one was asked for that is somewhat like many.
    families: OnceCell<HashSet<String>>,
}

/// A span of a Latin text, read as a name when it is first weighed.
pub(super) struct LatinSpan<'a> {
    pub(super) written: &'a str,
    name: OnceCell<Option<LatinName>>,
}

impl<'a> LatinSpan<'a> {
    pub(super) const fn of(written: &'a str) -> Self {
        Self { written, name: OnceCell::new() }
    }

    pub(super) fn name(&self) -> Option<&LatinName> {
        self.name.get_or_init(|| LatinName::of(self.written)).as_ref()
    }

    pub(super) fn may_render(&self, name: &ArabicName) -> bool {
        self.is_like(name, OTHER_NAME)
    }

    /// Whether it renders a name so well.
    pub(super) fn is_like(&self, name: &ArabicName, least: f32) -> bool {
        self.name().is_some_and(|latin| name.score_from(least, latin).is_some())
    }
}

impl<'a> Spans<'a> {
    pub(super) fn of(text: &'a str, runs: &[Vec<LatinWord>]) -> Self {
        let (by_skeleton, by_name) = (HashMap::new(), HashMap::new());
        let mut spans = Self { written: Vec::new(), by_skeleton, by_name, families: OnceCell::new() };
        let mut seen = HashSet::new();
        for run in runs {
            for (first, word) in run.iter().enumerate() {
                for last in run[first..].iter().take(WIDEST).filter(|last| !last.is_particle) {
                    let written = &text[word.span.start..last.span.end];
                    if seen.insert(latin_letters(written).collect::<String>()) {
                        spans.add(written);
                    }
                }
            }
        }
        spans
    }

    fn add(&mut self, written: &'a str) {
        let number = self.written.len();
        self.written.push(LatinSpan::of(written));
        for skeleton in shortened(skeleton_of_latin(written)) {
            self.by_skeleton.entry(skeleton).or_default().push(number);
        }
        for name in known_names(written) {
            self.by_name.entry(name).or_default().push(number);
        }
    }

    /// Those that are somewhat like a name, some of them more than once.
    pub(super) fn candidates(&self, arabic: &str) -> impl Iterator<Item = &LatinSpan<'a>> {
        let alike = keys(arabic).into_iter().filter_map(|key| self.by_skeleton.get(&key)).flatten();
        self.known(arabic).chain(alike.map(|number| &self.written[*number]))
    }

    /// Those that the tables of known names have for a name.
    fn known(&self, arabic: &str) -> impl Iterator<Item = &LatinSpan<'a>> {
        let key = name_key(arabic);
        let bare = key.strip_prefix("ال").map(str::to_owned);
        let numbers =
            [Some(key), bare].into_iter().flatten().filter_map(|key| self.by_name.get(key.as_str())).flatten();
        numbers.map(|number| &self.written[*number])
    }

    /// Whether one of them may render a family name of the source, even badly.
    pub(super) fn have(&self, family: &str, words: &[Word], effort: &Effort) -> bool {
        self.have_alike(family, words, OTHER_NAME, effort)
    }

    /// The same as well as is told; where many are somewhat like it, even badly.
    pub(super) fn have_alike(&self, family: &str, words: &[Word], least: f32, effort: &Effort) -> bool {
        if self.candidates(family).nth(MANY).is_none() {
            let name = ArabicName::of(family);
            return name.is_some_and(|name| self.candidates(family).any(|span| span.is_like(&name, least)));
        }
        self.families.get_or_init(|| self.families(words, effort)).contains(family)
    }

    /// The family names of a source that one of the spans may render; all that could not be weighed among them.
    pub(super) fn families(&self, words: &[Word], effort: &Effort) -> HashSet<String> {
        let families: HashSet<String> = persons(words).map(|person| person.family_name()).collect();
        let mut families: Vec<Family<'_>> = families.iter().filter_map(|family| Family::of(family)).collect();
        let mut by_key: HashMap<Skeleton, Vec<usize>> = HashMap::new();
        for (number, family) in families.iter_mut().enumerate() {
            family.is_rendered = self.known(family.written).any(|span| span.may_render(&family.name));
            for key in keys(family.written) {
                by_key.entry(key).or_default().push(number);
            }
        }
        for (key, numbers) in by_key {
            let spans = self.by_skeleton.get(&key).map_or(&[][..], Vec::as_slice);
            let spans: Vec<&LatinSpan<'_>> = spans.iter().map(|number| &self.written[*number]).collect();
            find_rendered(&mut families, &numbers, &spans, effort);
        }
        families.into_iter().filter(|family| family.is_rendered).map(|family| family.written.to_owned()).collect()
    }
}

/// About how many places of a tree take as long as weighing one word, and a name of several.
const PLACES_OF_A_WORD: usize = 32;
const PLACES_OF_A_NAME: usize = 2_500;

/// More spans, or names, are not weighed one by one.
const MANY: usize = 32;

/// A family name of a source.
struct Family<'w> {
    written: &'w str,
    name: ArabicName,
    is_rendered: bool,
}

impl<'w> Family<'w> {
    fn of(written: &'w str) -> Option<Self> {
        Some(Self { written, name: ArabicName::of(written)?, is_rendered: false })
    }

    /// Whether a tree tells all that may render it.
    fn is_plain(&self) -> bool {
        self.name.is_one_word() && !self.name.is_in_tables()
    }

    /// Whether a tree may not tell that a Latin name renders it.
    fn is_weighed_alone(&self, latin: &LatinName) -> bool {
        !self.name.is_one_word() || !self.is_plain() && (!latin.is_one_word() || latin.may_be_in_tables())
    }
}

/// Marks those of some families that one of some spans may render.
fn find_rendered(families: &mut [Family<'_>], numbers: &[usize], spans: &[&LatinSpan<'_>], effort: &Effort) {
    let mut open: Vec<usize> = numbers.iter().copied().filter(|number| !families[*number].is_rendered).collect();
    if open.len() < MANY || spans.len() < MANY {
        for family in open {
            let family = &mut families[family];
            // What could not be weighed may be rendered.
            family.is_rendered = spans.iter().any(|span| {
                effort.spend(span.name().map_or(0, places_of));
                effort.is_spent() || span.may_render(&family.name)
            });
        }
        return;
    }
    let alone: Vec<usize> = open.iter().copied().filter(|number| !families[*number].is_plain()).collect();
    let (mut tree, mut rendered) = (tree_of(families, &open), 0);
    let wanted = Wanted { least: OTHER_NAME, above: None };
    for span in spans {
        let Some(latin) = span.name() else { continue };
        let places = places_of(latin);
        for &number in &alone {
            let family = &mut families[number];
            if !family.is_rendered && family.is_weighed_alone(latin) && !effort.is_spent() {
                effort.spend(places);
                family.is_rendered = span.may_render(&family.name);
            }
        }
        tree.visit(latin, wanted, effort, |number, _| {
            let family = &mut families[number];
            effort.spend(places);
            if !family.is_rendered && span.may_render(&family.name) {
                family.is_rendered = true;
                rendered += 1;
            }
            wanted
        });
        // What is found need not be found again.
        if 2 * rendered >= open.len() {
            open.retain(|number| !families[*number].is_rendered);
            (tree, rendered) = (tree_of(families, &open), 0);
        }
        if open.is_empty() || effort.is_spent() {
            break;
        }
    }
    if effort.is_spent() {
        open.into_iter().for_each(|number| families[number].is_rendered = true);
    }
}

/// What weighing a Latin name takes of the effort.
fn places_of(latin: &LatinName) -> usize {
    if latin.is_one_word() { PLACES_OF_A_WORD } else { PLACES_OF_A_NAME }
}

fn tree_of(families: &[Family<'_>], numbers: &[usize]) -> NameTree {
    NameTree::of(numbers.iter().map(|number| (&families[*number].name, *number)))
}

/// The keys by which what is somewhat like a name is found.
fn keys(arabic: &str) -> HashSet<Skeleton> {
    skeletons_of_arabic(arabic).into_iter().flat_map(shortened).collect()
}

/// A skeleton, and it without one of its consonants where two are left: two names in doubtful spellings share one of these, each
/// lacking one consonant of the other.
fn shortened(skeleton: Skeleton) -> impl Iterator<Item = Skeleton> {
    let shorter: HashSet<Skeleton> = skeleton.deletions().filter(|shorter| shorter.len() >= 2).collect();
    std::iter::once(skeleton).chain(shorter)
}
