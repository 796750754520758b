//! The rules that decide whether a stop ends a sentence.

use super::marks::{Closing, StopKind};
use super::neighbours::{NextWord, last_word};
use super::scan::Stop;
use crate::model::{Direction, Language};
use crate::segmentation::abbreviations::{self, Abbreviation};
use crate::text::{digit_value, is_arabic_letter};

/// The rules, and what they need to know of the whole text.
pub(super) struct Grammar<'a> {
    text: &'a str,
    /// Where the last word begins; what follows it is no sentence.
    last_word: usize,
    /// Whether the text is written without capitals, so that a small letter says nothing.
    careless: bool,
    /// Whether the English tables apply to Latin words.
    english: bool,
}

impl<'a> Grammar<'a> {
    pub(super) fn of(text: &'a str, language: &Language) -> Self {
        let first = text.chars().find(|c| c.is_alphabetic());
        Self {
            text,
            last_word: text.rfind(char::is_alphanumeric).unwrap_or(0),
            careless: first.is_some_and(char::is_lowercase) || text.contains(" i ") || text.contains(" i'"),
            english: language.primary() == "en" || language.direction() == Direction::Rtl,
        }
    }

    /// Where the last word of the text begins.
    pub(super) const fn last_word(&self) -> usize {
        self.last_word
    }

    /// Whether a sentence that began at `start` ends at a stop.
    pub(super) fn ends(&self, stop: &Stop, start: usize) -> bool {
        if stop.kind == StopKind::BlankLine {
            return true;
        }
        let next = NextWord::of(&self.text[stop.next..]);
        if next.goes_on {
            return false;
        }
        if next.small() && stop.closing != Closing::Nothing || stop.closing == Closing::Quote && next.attributes(stop) {
            return false;
        }
        match stop.kind {
            StopKind::Certain | StopKind::BlankLine => true,
            // A question goes on with its alternative: "Is it water? Or justice?"
            StopKind::Question => !matches!(next.word, "أو" | "أم" | "Or"),
            // The name of a firm or a play: "at Yahoo! in the accounting department".
            StopKind::Exclamation => {
                !(next.small() && last_word(self.text, stop.begin).starts_with(char::is_uppercase))
            }
            // In Arabic prose points are a pause far more often than an end.
            StopKind::Ellipsis => !next.small() && (!next.arabic() || stop.closing != Closing::Nothing || next.quoted),
            StopKind::Full => self.full_stop_ends(stop, start, &next),
        }
    }

    fn full_stop_ends(&self, stop: &Stop, start: usize, next: &NextWord) -> bool {
        let word = last_word(self.text, stop.begin);
        if is_enumerator(&word) && self.is_first_word(stop.begin, start) {
            return false;
        }
        if stop.closing == Closing::Quote {
            return true;
        }
        let counted = || word.chars().count() == 1 && self.letter_counts(stop.begin);
        if word.contains(is_arabic_letter) {
            let numbered = word.contains(|c| digit_value(c).is_some());
            return numbered || !abbreviations::is_arabic(&word) || counted();
        }
        if let Some(kind) = abbreviations::latin(&word).filter(|_| self.english) {
            return abbreviation_ends(kind, next);
        }
        let mut letters = word.chars();
        if let (Some(letter), None) = (letters.next(), letters.next())
            && letter.is_uppercase()
        {
            return !next.small() && (!next.capital() || next.begins_sentence() || counted());
        }
        !next.small() || self.careless
    }

    /// Whether the letter before a stop counts what the word before it names.
    fn letter_counts(&self, stop: usize) -> bool {
        let mut words = self.text[..stop].rsplitn(3, char::is_whitespace);
        words.next();
        words.next().is_some_and(abbreviations::is_counted_by_letters)
    }

    /// Whether nothing but punctuation stands between the beginning of the sentence and its last word.
    fn is_first_word(&self, stop: usize, start: usize) -> bool {
        let before = &self.text[start..stop];
        before.len() <= 24 && before.split_whitespace().filter(|w| w.contains(char::is_alphanumeric)).count() == 1
    }
}

fn abbreviation_ends(kind: Abbreviation, next: &NextWord) -> bool {
    match kind {
        Abbreviation::Leading => false,
        Abbreviation::BeforeNumber => !next.small() && !next.number,
        Abbreviation::Trailing => next.begins_sentence() || next.quoted,
        Abbreviation::Time => !next.small() && !next.number && !abbreviations::follows_time(next.word),
        Abbreviation::AndSoOn => !next.small(),
    }
}

/// A number or letter that counts an item: `1`, `١٢`, `أ`, `b`, `IV`.
fn is_enumerator(word: &str) -> bool {
    let length = word.chars().count();
    let roman = word.chars().all(|c| matches!(c, 'I' | 'V' | 'X' | 'i' | 'v' | 'x'));
    match length {
        0 => false,
        1 => true,
        2 | 3 => roman || word.chars().all(|c| digit_value(c).is_some()),
        _ => roman && length <= 5,
    }
}
