//! The words of an Arabic text as the names that they may be, and which of them a Latin word renders best. Words are found by keys, so
//! that a Latin word is weighed against those alone that are near it.

use std::cell::{Cell, OnceCell, RefCell};
use std::collections::HashMap;
use std::ops::Range;
use std::rc::Rc;

use super::SAME_NAME;
use crate::terminology::words::Word;
use crate::text::is_arabic_letter;
use crate::text::names::{
    ArabicName, Effort, LatinName, NameTree, Skeleton, Skeletons, Wanted, known_names, name_key, skeleton_of_latin,
    skeletons_of_arabic,
};

/// The word that a Latin one renders best.
#[derive(Clone, Copy)]
pub(super) struct Best<'a> {
    pub(super) word: usize,
    pub(super) reading: &'a str,
    pub(super) likeness: f32,
}

/// The forms of the words of a source, under the keys by which the names are found that they may be.
pub(super) struct Forms<'a> {
    arabic: &'a [ArabicWord],
    /// Skeletons of forms, whole or without one consonant, with the last place of each form: it is weighed once, however often it
    /// stands in the text.
    by_skeleton: Vec<(Skeleton, Cut, usize)>,
    /// Those that are near a Latin skeleton, once it was asked for.
    near: RefCell<HashMap<Skeleton, Rc<Near>>>,
    /// The last place of each form, in order.
    places: Vec<usize>,
    /// What may still be read in trees.
    effort: &'a Effort,
    /// The forms by the keys of the names that they may be; made when it is first asked for.
    by_key: OnceCell<HashMap<String, Vec<usize>>>,
}

/// Forms that are near a Latin skeleton.
struct Near {
    places: Vec<usize>,
    /// How many of them were weighed one by one.
    weighed: Cell<usize>,
    /// The same as trees, once they were many.
    trees: OnceCell<Trees>,
}

/// Many forms as trees of what they may be.
struct Trees {
    alone: NameTree,
    /// Behind an article, for Latin words that the tables of known names have; made when one is first asked for.
    with_article: OnceCell<NameTree>,
    /// Those of which the tables have anything.
    known: Vec<usize>,
}

/// After so many that were weighed one by one a tree is worth making.
const MANY: usize = 1024;

/// Whether a skeleton is whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Cut {
    Whole,
    Shortened,
}

/// A Latin word of fewer consonants is like too many words; it has to be known.
const TELLING: usize = 3;

/// A Latin word as the names of a source are weighed against it.
struct Asked {
    name: LatinName,
    is_known: bool,
    /// Whether its spelling alone decides.
    is_plain: bool,
}

impl<'a> Forms<'a> {
    pub(super) fn of(arabic: &'a [ArabicWord], effort: &'a Effort) -> Self {
        let mut last: HashMap<(&str, &[Skeleton]), usize> = HashMap::new();
        for (index, word) in arabic.iter().enumerate() {
            last.insert((&word.letters, word.skeletons.as_slice()), index);
        }
        let mut places: Vec<usize> = last.into_values().collect();
        places.sort_unstable();
        let mut by_skeleton = Vec::with_capacity(4 * places.len());
        for &place in &places {
            for skeleton in &arabic[place].skeletons {
                by_skeleton.push((skeleton, Cut::Whole, place));
                let shortened = skeleton.deletions().filter(|shorter| shorter.len() >= TELLING);
                by_skeleton.extend(shortened.map(|shorter| (shorter, Cut::Shortened, place)));
            }
        }
        by_skeleton.sort_unstable();
        Self { arabic, by_skeleton, near: RefCell::default(), places, effort, by_key: OnceCell::new() }
    }

    /// The places of the forms that are near a Latin skeleton, in order.
    fn near(&self, latin: Skeleton) -> Vec<usize> {
        if latin.len() < TELLING {
            let near = |place: &&usize| self.arabic[**place].skeletons.is_near(latin);
            return self.places.iter().filter(near).copied().collect();
        }
        let with = |skeleton: Skeleton| {
            let begin = self.by_skeleton.partition_point(|(known, ..)| *known < skeleton);
            self.by_skeleton[begin..].iter().take_while(move |(known, ..)| *known == skeleton)
        };
        let longer = with(latin).map(|(.., place)| *place);
        let shorter = latin.deletions().flat_map(with).filter(|(_, cut, _)| *cut == Cut::Whole);
        let mut near: Vec<usize> = longer.chain(shorter.map(|(.., place)| *place)).collect();
        near.sort_unstable();
        near.dedup();
        near
    }

    /// The places of the forms that may be one of some names, with its article or without.
    fn of_names(&self, names: &[String]) -> Vec<usize> {
        let by_key = self.by_key.get_or_init(|| {
            let mut by_key: HashMap<String, Vec<usize>> = HashMap::new();
            for &place in &self.places {
                for reading in self.arabic[place].readings() {
                    by_key.entry(name_key(&reading.text)).or_default().push(place);
                }
            }
            by_key
        });
        let keys = names.iter().flat_map(|name| [Some(name.as_str()), name.strip_prefix("ال")]).flatten();
        keys.filter_map(|key| by_key.get(key)).flatten().copied().collect()
    }

    /// The form that a Latin word renders best, where it renders one well enough; none where it could not be weighed against all.
    pub(super) fn best(&self, written: &str) -> Option<Best<'a>> {
        let skeleton = skeleton_of_latin(written);
        let names = known_names(written);
        if skeleton.len() < TELLING && names.is_empty() {
            return None;
        }
        let name = LatinName::of(written)?;
        let is_plain = name.is_one_word() && !name.may_be_in_tables();
        let latin = Asked { is_known: !names.is_empty(), is_plain, name };
        let near =
            self.near.borrow_mut().entry(skeleton).or_insert_with(|| Rc::new(Near::of(self.near(skeleton)))).clone();
        let mut best = None;
        if latin.is_known {
            self.best_of(&self.of_names(names), &latin, &mut best);
        }
        if near.weighed.get() < MANY {
            near.weighed.set(near.weighed.get() + near.places.len());
            self.best_of(&near.places, &latin, &mut best);
        } else {
            self.best_of_many(
                near.trees.get_or_init(|| Trees::of(&near.places, self.arabic)),
                &near.places,
                &latin,
                &mut best,
            );
            best = best.filter(|_| !self.effort.is_spent());
        }
        best
    }

    /// What [`Forms::best`] gives, by weighing each form that is near.
    #[cfg(test)]
    pub(super) fn best_by_all(&self, written: &str) -> Option<Best<'a>> {
        let (skeleton, names) = (skeleton_of_latin(written), known_names(written));
        if skeleton.len() < TELLING && names.is_empty() {
            return None;
        }
        let latin = Asked { name: LatinName::of(written)?, is_known: !names.is_empty(), is_plain: false };
        let mut best: Option<Best<'a>> = None;
        for word in [self.near(skeleton), if latin.is_known { self.of_names(names) } else { Vec::new() }].concat() {
            let readings = self.arabic[word].readings().iter();
            let weighed: Vec<(&str, f32)> =
                readings.map(|own| (own.text.as_str(), own.likeness_from(0.0, &latin).unwrap_or_default())).collect();
            if weighed.iter().any(|(_, likeness)| *likeness >= SAME_NAME) {
                let own =
                    weighed.into_iter().reduce(|best, other| if other.1 > best.1 + AS_GOOD { other } else { best });
                let (reading, likeness) = own?;
                let key = |best: Best<'_>| (best.likeness, best.word);
                if best.is_none_or(|best| (likeness, word) > key(best)) {
                    best = Some(Best { word, reading, likeness });
                }
            }
        }
        best
    }

    /// The best of some forms and of what was the best.
    fn best_of(&self, places: &[usize], latin: &Asked, best: &mut Option<Best<'a>>) {
        // Of those equally alike the last, so that the last comes first and most others have to be more alike.
        for &place in places.iter().rev() {
            if !best.is_some_and(|best| best.likeness >= 1.0 && best.word >= place) {
                self.weigh(place, latin, false, best);
            }
        }
    }

    /// The same of the forms of some trees.
    fn best_of_many(&self, trees: &Trees, places: &[usize], latin: &Asked, best: &mut Option<Best<'a>>) {
        if !latin.is_plain {
            self.best_of(&trees.known, latin, best);
        }
        let visit = |tree: &NameTree, best: &mut Option<Best<'a>>| {
            // A word may be in a tree with and without what is written on to it.
            tree.visit(&latin.name, wanted(*best), self.effort, |word, likeness| {
                match self.arabic[word].readings() {
                    [only] if latin.is_plain => *best = Some(Best { word, reading: &only.text, likeness }),
                    _ => self.weigh(word, latin, latin.is_plain, best),
                }
                wanted(*best)
            });
        };
        visit(&trees.alone, best);
        if latin.is_known {
            visit(trees.with_article.get_or_init(|| tree(places, self.arabic, NameReading::with_article)), best);
        }
    }

    /// Takes a form for the best where it is more alike, or just as much and further behind; `is_near` where it is known that one of
    /// its readings is.
    fn weigh(&self, word: usize, latin: &Asked, is_near: bool, best: &mut Option<Best<'a>>) {
        let least = best.map_or(SAME_NAME, |best| best.likeness);
        if let Some((reading, likeness)) = self.arabic[word].best(latin, least, is_near) {
            let is_better = |best: Best<'_>| likeness > best.likeness || likeness >= best.likeness && word > best.word;
            if best.is_none_or(is_better) {
                *best = Some(Best { word, reading, likeness });
            }
        }
    }
}

/// What could be better than the best.
fn wanted(best: Option<Best<'_>>) -> Wanted {
    best.map_or(Wanted { least: SAME_NAME, above: None }, |best| Wanted {
        least: best.likeness,
        above: Some(best.word),
    })
}

impl Near {
    const fn of(places: Vec<usize>) -> Self {
        Self { places, weighed: Cell::new(0), trees: OnceCell::new() }
    }
}

impl Trees {
    fn of(places: &[usize], arabic: &[ArabicWord]) -> Self {
        let is_known = |place: &&usize| arabic[**place].readings().iter().any(NameReading::is_in_tables);
        let known = places.iter().filter(is_known).copied().collect();
        Self { alone: tree(places, arabic, NameReading::name), with_article: OnceCell::new(), known }
    }
}

fn tree(places: &[usize], arabic: &[ArabicWord], name: impl Fn(&NameReading) -> Option<&ArabicName>) -> NameTree {
    let readings =
        places.iter().flat_map(|&place| arabic[place].readings().iter().map(move |reading| (reading, place)));
    NameTree::of(readings.filter_map(|(reading, place)| Some((name(reading)?, place))))
}

/// A word of the source with the names that it may be once clitics are off.
pub(super) struct ArabicWord {
    pub(super) span: Range<usize>,
    letters: String,
    readings: OnceCell<Vec<NameReading>>,
    skeletons: Skeletons,
}

/// What a word may be, read as a name when it is first weighed.
struct NameReading {
    text: String,
    name: OnceCell<Option<ArabicName>>,
    with_article: OnceCell<Option<ArabicName>>,
}

impl NameReading {
    fn of(text: &str) -> Self {
        Self { text: text.to_owned(), name: OnceCell::new(), with_article: OnceCell::new() }
    }

    fn name(&self) -> Option<&ArabicName> {
        self.name.get_or_init(|| ArabicName::of(&self.text)).as_ref()
    }

    fn with_article(&self) -> Option<&ArabicName> {
        self.with_article.get_or_init(|| ArabicName::of(&format!("ال{}", self.text))).as_ref()
    }

    /// Whether the tables of known names have anything of it.
    fn is_in_tables(&self) -> bool {
        [self.name(), self.with_article()].into_iter().flatten().any(ArabicName::is_in_tables)
    }

    /// How well a Latin word renders it, where that is at least so much.
    fn likeness_from(&self, least: f32, latin: &Asked) -> Option<f32> {
        let score = |name: Option<&ArabicName>| name.and_then(|name| name.score_from(least, &latin.name));
        let alone = score(self.name());
        if !latin.is_known {
            return alone;
        }
        // The tables of known renderings have القاهرة with its article.
        alone.into_iter().chain(score(self.with_article())).reduce(f32::max)
    }
}

/// By so little a reading is no better than a longer one.
const AS_GOOD: f32 = 0.01;

const PROCLITICS: &[&str] =
    &["وبال", "وال", "فال", "بال", "كال", "ال", "ولل", "لل", "وب", "ول", "و", "ف", "ب", "ل", "ك"];

impl ArabicWord {
    pub(super) fn of(source: &str, word: &Word) -> Option<Self> {
        let letters: String = word.canon.chars().filter(|c| is_arabic_letter(*c)).collect();
        if letters.chars().count() < 3 {
            return None;
        }
        let skeletons = skeletons_of_arabic(&source[word.span.clone()]);
        Some(Self { span: word.span.clone(), letters, readings: OnceCell::new(), skeletons })
    }

    /// The word without its article, and what may be left of it without proclitics.
    fn readings(&self) -> &[NameReading] {
        self.readings.get_or_init(|| {
            let letters = &self.letters;
            let bare = letters.strip_prefix("ال").filter(|stem| stem.chars().count() > 2).unwrap_or(letters);
            let mut readings = vec![NameReading::of(bare)];
            for proclitic in PROCLITICS {
                if let Some(rest) = letters.strip_prefix(proclitic).filter(|rest| rest.chars().count() >= 3)
                    && !readings.iter().any(|known| known.text == rest)
                {
                    readings.push(NameReading::of(rest));
                }
            }
            readings
        })
    }

    /// The reading that a Latin word renders best, and how well, where it renders one of them at least so well; of those alike the
    /// longest, so that no letter of a name is taken for a clitic.
    fn best(&self, latin: &Asked, least: f32, is_near: bool) -> Option<(&str, f32)> {
        let readings = self.readings();
        // Nearly all that is near by its consonants is another name, which is told sooner than how much it is another one.
        if !is_near && !readings.iter().any(|reading| reading.likeness_from(least, latin).is_some()) {
            return None;
        }
        // What is further below what one of them has than all steps between them together is never the better one.
        let floor = (least - AS_GOOD * (readings.len() + 1) as f32).max(0.0);
        let likeness = |reading: &NameReading| reading.likeness_from(floor, latin).unwrap_or_default();
        let weighed = readings.iter().map(|reading| (reading.text.as_str(), likeness(reading)));
        weighed.reduce(|best, other| if other.1 > best.1 + AS_GOOD { other } else { best })
    }
}
