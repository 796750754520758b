//! What an English word may stand for: itself, its singular, without its possessive; in capitals, an acronym. Knows no
//! irregular plurals but those of man; others are forms of their term.

use super::reading::{Fit, Readings};
use super::words::Word;

/// The readings of a word of an English text.
pub(super) fn readings(word: &Word) -> Readings {
    let mut readings = Readings::default();
    let bare = without_possessive(&word.key);
    readings.add(word.key.clone(), Fit::Exact);
    readings.add(bare.to_owned(), Fit::Exact);
    for singular in singulars(bare) {
        readings.add(singular, Fit::Sure);
    }
    let written = without_possessive(&word.canon);
    let acronym = written.strip_suffix('s').filter(|rest| is_acronym(rest)).unwrap_or(written);
    if is_acronym(acronym) {
        readings.add(acronym.to_owned(), Fit::Exact);
    }
    readings
}

/// The keys under which a word of a term is found. An acronym is found in capitals alone: US is not us.
pub(super) fn term_keys(word: &Word) -> Vec<(String, Fit)> {
    let written = without_possessive(&word.canon);
    if is_acronym(written) {
        return vec![(written.to_owned(), Fit::Exact)];
    }
    let bare = without_possessive(&word.key);
    let mut keys = vec![(bare.to_owned(), Fit::Exact)];
    keys.extend(singulars(bare).into_iter().map(|singular| (singular, Fit::Sure)));
    keys
}

fn is_acronym(word: &str) -> bool {
    word.chars().filter(|c| c.is_alphabetic()).count() >= 2 && !word.chars().any(char::is_lowercase)
}

fn without_possessive(word: &str) -> &str {
    let bare = word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).or_else(|| word.strip_suffix("'S"));
    bare.unwrap_or(word)
}

/// What a word may be the plural of.
pub(super) fn singulars(word: &str) -> Vec<String> {
    let mut singulars = Vec::new();
    if let Some(stem) = word.strip_suffix("men").filter(|stem| stem.len() > 1) {
        singulars.push(format!("{stem}man"));
    }
    let is_plural = word.len() > 3 && word.ends_with('s') && !["ss", "us", "is"].iter().any(|end| word.ends_with(end));
    if !is_plural {
        return singulars;
    }
    if let Some(stem) = word.strip_suffix("ies").filter(|stem| stem.len() > 1) {
        singulars.push(format!("{stem}y"));
    }
    if let Some(stem) = word.strip_suffix("es") {
        let needs_e = ["s", "x", "z", "ch", "sh", "o"].iter().any(|end| stem.ends_with(end));
        if needs_e {
            singulars.push(stem.to_owned());
        }
    }
    singulars.push(word[..word.len() - 1].to_owned());
    singulars
}
