//! The words of an Arabic text as the names that they may be, and which of them a Latin word renders best. Words are found by keys, so
//! that a Latin word is weighed against those alone that are near it.

use std::borrow::Cow;
use std::cell::{OnceCell, RefCell};
use std::collections::HashMap;
use std::ops::Range;

use super::SAME_NAME;
use crate::terminology::words::Word;
use crate::text::is_arabic_letter;
use crate::text::names::{
    ArabicName, LatinName, Skeleton, Skeletons, known_names, name_key, skeleton_of_latin, skeletons_of_arabic,
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
    near: RefCell<HashMap<Skeleton, Vec<usize>>>,
    /// The last place of each form, in order.
    places: Vec<usize>,
    /// The forms by the keys of the names that they may be; made when it is first asked for.
    by_key: OnceCell<HashMap<String, Vec<usize>>>,
}

/// Whether a skeleton is whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Cut {
    Whole,
    Shortened,
}

/// A Latin word of fewer consonants is like too many words; it has to be known.
const TELLING: usize = 3;

impl<'a> Forms<'a> {
    pub(super) fn of(source: &str, arabic: &'a [ArabicWord]) -> Self {
        let mut last: HashMap<(&str, &str), usize> = HashMap::new();
        for (index, word) in arabic.iter().enumerate() {
            last.insert((&word.letters, &source[word.span.clone()]), index);
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
        Self { arabic, by_skeleton, near: RefCell::default(), places, by_key: OnceCell::new() }
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

    /// The form that a Latin word renders best, where it renders one well enough.
    pub(super) fn best(&self, written: &str) -> Option<Best<'a>> {
        let skeleton = skeleton_of_latin(written);
        let known = known_names(written);
        if skeleton.len() < TELLING && known.is_empty() {
            return None;
        }
        let latin = LatinName::of(written)?;
        let mut near = self.near.borrow_mut();
        let near = near.entry(skeleton).or_insert_with(|| self.near(skeleton));
        let candidates = if known.is_empty() {
            Cow::Borrowed(near.as_slice())
        } else {
            let mut candidates = [near.as_slice(), &self.of_names(known)].concat();
            candidates.sort_unstable();
            candidates.dedup();
            Cow::Owned(candidates)
        };
        let mut best: Option<Best<'a>> = None;
        // Of those equally alike the last, so that the last comes first and the others have to be more alike.
        for &word in candidates.iter().rev() {
            let least = best.map_or(SAME_NAME, |best| best.likeness);
            if least >= 1.0 {
                break;
            }
            if let Some((reading, likeness)) = self.arabic[word].best(&latin, !known.is_empty(), least)
                && best.is_none_or(|best| likeness > best.likeness)
            {
                best = Some(Best { word, reading, likeness });
            }
        }
        best
    }
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

    /// How well a Latin word renders it, where that is at least so much.
    fn likeness_from(&self, least: f32, latin: &LatinName, is_known: bool) -> Option<f32> {
        let score = |name: &Option<ArabicName>| name.as_ref().and_then(|name| name.score_from(least, latin));
        let alone = score(self.name.get_or_init(|| ArabicName::of(&self.text)));
        if !is_known {
            return alone;
        }
        // The tables of known renderings have القاهرة with its article.
        let with_article = score(self.with_article.get_or_init(|| ArabicName::of(&format!("ال{}", self.text))));
        alone.into_iter().chain(with_article).reduce(f32::max)
    }
}

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
    fn best(&self, latin: &LatinName, is_known: bool, least: f32) -> Option<(&str, f32)> {
        let readings = self.readings();
        // Nearly all that is near by its consonants is another name, which is told sooner than how much it is another one.
        if !readings.iter().any(|reading| reading.likeness_from(least, latin, is_known).is_some()) {
            return None;
        }
        let likeness = |reading: &NameReading| reading.likeness_from(0.0, latin, is_known).unwrap_or_default();
        let weighed = readings.iter().map(|reading| (reading.text.as_str(), likeness(reading)));
        weighed.reduce(|best, other| if other.1 > best.1 + 0.01 { other } else { best })
    }
}
