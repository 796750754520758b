//! What a concordance looks for: one word or several in a row, each in this form, beginning so, or of one stem.

use std::ops::Range;

use super::spans::place_in;
use super::words::{is_number, split_words, stem};
use crate::text::norm;

/// How the words of a pattern stand for words of a text; one with `*` after it always stands for what begins so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Forms {
    /// For themselves.
    Same,
    /// For every word of the same stem.
    OfStem,
}

/// A word of a pattern, normalised.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WordPattern {
    /// This word.
    Word(String),
    /// Every word that begins so.
    Prefix(String),
    /// Every word with this stem.
    Stem(String),
}

impl WordPattern {
    /// Whether it stands for a normalised word.
    #[must_use]
    pub fn is(&self, word: &str) -> bool {
        match self {
            Self::Word(wanted) => word == wanted,
            Self::Prefix(prefix) => word.starts_with(prefix.as_str()),
            Self::Stem(wanted) => !is_number(word) && stem(word) == *wanted,
        }
    }
}

/// Words in a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pattern {
    words: Vec<WordPattern>,
}

impl Pattern {
    /// Reads a pattern as a person types it: words in any spelling that is folded alike, each with or without `*` after it.
    /// It has no words where the text has none.
    #[must_use]
    pub fn parse(text: &str, forms: Forms) -> Self {
        let normal = norm(text);
        let words = split_words(&normal).map(|word| {
            if normal[place_in(&normal, word).end..].starts_with('*') {
                return WordPattern::Prefix(word.to_owned());
            }
            match forms {
                Forms::OfStem if !is_number(word) => WordPattern::Stem(stem(word)),
                _ => WordPattern::Word(word.to_owned()),
            }
        });
        Self { words: words.collect() }
    }

    /// Its words.
    #[must_use]
    pub fn words(&self) -> &[WordPattern] {
        &self.words
    }

    /// Where it is in a text, as ranges of its compared words that do not overlap.
    #[must_use]
    pub fn find(&self, words: &[impl AsRef<str>]) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        let mut at = 0;
        while let Some(range) = self.next(words, at) {
            at = range.end;
            found.push(range);
        }
        found
    }

    fn next(&self, words: &[impl AsRef<str>], from: usize) -> Option<Range<usize>> {
        let length = self.words.len();
        if length == 0 {
            return None;
        }
        let here = |at: &usize| self.words.iter().zip(&words[*at..]).all(|(wanted, word)| wanted.is(word.as_ref()));
        (from..(words.len() + 1).saturating_sub(length)).find(here).map(|at| at..at + length)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::matching::words::compared_words;

    fn found(pattern: &str, forms: Forms, text: &str) -> Vec<(usize, usize)> {
        let found = Pattern::parse(pattern, forms).find(&compared_words(text));
        found.into_iter().map(|range| (range.start, range.end)).collect()
    }

    #[test]
    fn words_are_found_whole_in_any_spelling() {
        let text = "قالَ مُدَرِّسُ المدرسةِ الأولى إنّ المدرس غائب";
        assert_eq!(found("مدرس", Forms::Same, text), [(1, 2)]);
        assert_eq!(found("المدرسه الاولي", Forms::Same, text), [(2, 4)]);
        assert_eq!(found("المدرسة المدرس", Forms::Same, text), [(0, 0); 0]);
        assert_eq!(found("؟ !", Forms::Same, text), [(0, 0); 0]);
    }

    #[test]
    fn a_star_asks_for_what_begins_so() {
        let text = "مدرس ومدرسة ومدرسون ومدارس";
        assert_eq!(found("مدرس*", Forms::Same, text), [(0, 1)]);
        assert_eq!(found("ومدرس*", Forms::OfStem, text), [(1, 2), (2, 3)]);
        assert_eq!(found("\"sec* council\"", Forms::Same, "The Security Council"), [(1, 3)]);
        assert_eq!(found("*", Forms::Same, text), [(0, 0); 0]);
    }

    #[test]
    fn a_stem_is_found_through_clitics_and_endings_and_a_number_is_itself() {
        let text = "كتبه وبكتابها وللكتاب كتاب 12 13";
        assert_eq!(found("الكتاب", Forms::OfStem, text), [(1, 2), (2, 3), (3, 4)]);
        assert_eq!(found("كتاب ١٢", Forms::OfStem, text), [(3, 5)]);
        assert_eq!(found("13", Forms::OfStem, text), [(5, 6)]);
    }

    #[test]
    fn finds_do_not_overlap() {
        assert_eq!(found("لا لا", Forms::Same, "لا لا لا لا لا"), [(0, 2), (2, 4)]);
    }
}
