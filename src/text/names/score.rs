//! Whole names: lays the parts of an Arabic name over the words of a Latin one and weighs what agrees. Titles may be left out,
//! and middle parts of long names; nothing is found in running text.

use super::alignment::Alignment;
use super::known::{Entry, Renderings, Verdict, entries, is_given_latin, verdict};
use super::parts::{Part, parts};
use super::spelling::{Table, Unit};
use super::titles::{class_words, may_be_left_out};
use super::words::{LatinName, Word, arabic_words};

/// What a known name that is another one is worth.
pub(super) const REFUSED: f32 = 0.2;

/// How likely a Latin text is a rendering of an Arabic name: 0 to 1, 0.85 the working threshold.
///
/// Exonyms and common names that differ by little are looked up first. Then the letters decide, by the conventions of English,
/// French, the learned transliterations and the countries from the Maghreb to the Gulf. Titles before the name do not count on
/// either side, and a class word may be translated (نهر البارد, Bared River). Of a name of three parts and more, parts may be
/// missing on one side if two agree, the last among them. Every part has to agree: the mean and the worst part weigh the same.
/// Text without Arabic letters on the one side or Latin ones on the other, and text of more than 16 words or with a word of more
/// than 40 letters, gives 0.
#[must_use]
pub fn score(arabic: &str, latin: &str) -> f32 {
    let (Some(arabic), Some(latin)) = (ArabicName::of(arabic), LatinName::of(latin)) else { return 0.0 };
    arabic.score(&latin)
}

/// A likeness below which two names are surely two.
pub const OTHER_NAME: f32 = 0.6;

/// Whether a Latin word is the rendering of a common given name, and none of this Arabic one.
#[must_use]
pub fn is_another_given_name(arabic: &str, latin: &str) -> bool {
    let Some(latin) = LatinName::of(latin).filter(|latin| is_given_latin(&latin.key)) else { return false };
    match Renderings::of(arabic) {
        Some(renderings) => renderings.are_of_another(&latin.key),
        None => ArabicName::of(arabic).is_none_or(|arabic| arabic.score_from(OTHER_NAME, &latin).is_none()),
    }
}

/// Whether a Latin word is the rendering of a common given name.
#[must_use]
pub fn is_common_given_rendering(latin: &str) -> bool {
    LatinName::of(latin).is_some_and(|latin| is_given_latin(&latin.key))
}

/// An Arabic name, read once to be weighed against several Latin ones.
pub struct ArabicName {
    written: String,
    entries: &'static [Entry],
    parts: Vec<Part>,
    class: Option<Box<Class>>,
}

/// A class word at the head of a name, and the name behind it.
struct Class {
    /// The English words for it.
    translations: &'static [&'static str],
    may_be_left_out: bool,
    name: ArabicName,
}

impl ArabicName {
    /// `None` for a text that is no Arabic name.
    #[must_use]
    pub fn of(text: &str) -> Option<Self> {
        Some(Self::of_words(&arabic_words(text)?, text.to_owned()))
    }

    fn of_words(words: &[Word], written: String) -> Self {
        Self { entries: entries(&written), written, parts: parts(words), class: Class::of(words).map(Box::new) }
    }

    /// What [`score`] says of the two.
    #[must_use]
    pub fn score(&self, latin: &LatinName) -> f32 {
        self.score_from(0.0, latin).unwrap_or_default()
    }

    /// The same where it is at least so much: from 0.6 on most of what is unlike is told by its first letters.
    #[must_use]
    pub fn score_from(&self, least: f32, latin: &LatinName) -> Option<f32> {
        if self.is_surely_below(least, latin) {
            return None;
        }
        let entries = if latin.is_known { self.entries } else { &[] };
        let score = match verdict(entries, &self.written, || &latin.key) {
            Verdict::Accepted => 1.0,
            Verdict::Refused => REFUSED,
            Verdict::Unknown => {
                let mut table = Table::default();
                let mut direct = Alignment::of(&self.parts, latin, &mut table);
                let direct = if direct.may_reach(least) { direct.score() } else { 0.0 };
                direct.max(self.class.as_ref().and_then(|class| class.score_from(least, latin)).unwrap_or_default())
            }
        };
        Some(score).filter(|score| *score >= least)
    }

    /// Whether it is one word.
    #[must_use]
    pub fn is_one_word(&self) -> bool {
        self.letters().is_some()
    }

    /// Its letters, if it is one word.
    pub(super) fn letters(&self) -> Option<&[Unit]> {
        match &self.parts[..] {
            [part] if self.class.is_none() => Some(&part.units),
            _ => None,
        }
    }

    /// Whether the tables of known names have anything of it: then its spelling does not always decide.
    #[must_use]
    pub fn is_in_tables(&self) -> bool {
        let has = |part: &Part| !part.entries.is_empty() || part.bare.is_some() || part.first.is_some();
        !self.entries.is_empty() || self.parts.iter().any(has)
    }

    /// Whether one word is told from another by its letters alone, as nearly all are.
    fn is_surely_below(&self, least: f32, latin: &LatinName) -> bool {
        match &self.parts[..] {
            [part] if self.class.is_none() && latin.len() == 1 && !latin.is_known => {
                part.needs.are_unmet(least, latin.set)
            }
            _ => false,
        }
    }
}

impl Class {
    fn of(words: &[Word]) -> Option<Self> {
        let [head, name @ ..] = words else { return None };
        let head = head.text();
        let translations = class_words(&head);
        if name.is_empty() || translations.is_empty() {
            return None;
        }
        let written: Vec<&str> = name.iter().map(|word| word.written.as_str()).collect();
        let name = ArabicName::of_words(name, written.join(" "));
        Some(Self { translations, may_be_left_out: may_be_left_out(&head), name })
    }

    /// The name weighed against the Latin one without the translated class word, which stands before or behind it.
    fn score_from(&self, least: f32, latin: &LatinName) -> Option<f32> {
        let is_class = |word: &str| self.translations.contains(&word);
        let first = latin.words().position(|word| word != "the").unwrap_or_default();
        let last = latin.len() - 1;
        let place = [first, last].into_iter().find(|&place| is_class(latin.word(place)));
        match place {
            Some(place) => {
                let is_name = |(index, word): &(usize, &str)| *index != place && *word != "of" && *word != "the";
                let words: Vec<&str> = latin.words().enumerate().filter(is_name).map(|(_, word)| word).collect();
                self.name.score_from(least, &LatinName::of(&words.join(" "))?)
            }
            None if self.may_be_left_out => self.name.score_from(least, latin),
            None => None,
        }
    }
}
