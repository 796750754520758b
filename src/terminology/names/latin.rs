//! The words of a Latin text that may belong to names: capitalised ones, and particles. It weighs nothing.

use std::ops::Range;

use crate::terminology::words::{Gap, Word, words};

/// A word of a Latin text that may belong to a name.
#[derive(Clone, Debug)]
pub(super) struct LatinWord {
    /// Its place, without a possessive.
    pub(super) span: Range<usize>,
    pub(super) is_particle: bool,
    pub(super) is_article: bool,
    /// Whether it may stand between the names of an Arab: al, bin, abu.
    pub(super) is_of_name: bool,
    /// Whether it is the first half of a name: Abdel.
    pub(super) is_servant: bool,
}

const PARTICLES: &[&str] = &[
    "al", "el", "ash", "ad", "ar", "as", "at", "az", "an", "bin", "ibn", "ben", "bint", "abu", "abou", "abi", "umm",
    "oum", "ould", "de", "du", "von", "van", "of", "the",
];

/// How عبد is written apart from the name behind it.
const SERVANTS: &[&str] = &["abd", "abdel", "abdul", "abdal", "abdoul", "abdu"];

/// The particles that are not Arabic.
const EUROPEAN: &[&str] = &["de", "du", "von", "van", "of", "the"];

pub(super) const ARTICLES: &[&str] = &["al", "el", "ash", "ad", "ar", "as", "at", "az", "an"];

pub(super) fn is_capitalised(word: &str) -> bool {
    word.chars().find(|c| c.is_alphabetic() && !is_sign(*c)).is_some_and(char::is_uppercase)
}

/// ʿayn and hamza as they are written before a capital.
const fn is_sign(c: char) -> bool {
    matches!(c, 'ʿ' | 'ʾ' | 'ʼ' | '‘' | '’' | '\'' | '`')
}

/// What stands before the possessive ending of an English word or of the last of several.
#[must_use]
pub fn without_possessive(words: &str) -> &str {
    ["'s", "’s"].iter().find_map(|end| words.strip_suffix(end)).unwrap_or(words)
}

/// The runs of words of a Latin text that may be names: capitalised words, and particles before them.
pub(super) fn runs(text: &str) -> Vec<Vec<LatinWord>> {
    let mut runs: Vec<Vec<LatinWord>> = Vec::new();
    let mut open = false;
    for Word { span, gap, .. } in words(text) {
        let written = &text[span.clone()];
        let bare = without_possessive(written);
        let folded = bare.to_lowercase();
        let is_particle = PARTICLES.contains(&folded.as_str());
        let is_part = is_capitalised(bare) || is_particle;
        if is_part {
            let span = span.start..span.start + bare.len();
            let is_article = ARTICLES.contains(&folded.as_str());
            let is_of_name = is_particle && !EUROPEAN.contains(&folded.as_str());
            let is_servant = SERVANTS.contains(&folded.as_str());
            let word = LatinWord { span, is_particle, is_article, is_of_name, is_servant };
            match runs.last_mut().filter(|_| open && gap != Gap::Closed) {
                Some(run) => run.push(word),
                None => runs.push(vec![word]),
            }
        }
        // What follows a possessive is another name.
        open = is_part && bare.len() == written.len();
    }
    runs.retain(|run| run.iter().any(|word| !word.is_particle || is_capitalised(&text[word.span.clone()])));
    runs
}

pub(super) fn begins_with_article(text: &str) -> bool {
    let first = text.split([' ', '-']).next().unwrap_or_default();
    ARTICLES.contains(&first.to_lowercase().as_str())
}

/// Whether a place is where a sentence begins, and a capital says nothing.
pub(super) fn begins_sentence(text: &str, at: usize) -> bool {
    let before = text[..at].trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '"' | '“' | '‘' | '(' | '\''));
    before.is_empty() || before.ends_with(['.', '!', '?', ':', '…', '”'])
}
