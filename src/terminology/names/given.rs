//! Given names that stand before a right family name and are those of another person: Ahmad Abbas for محمود عباس.

use std::ops::Range;

use super::latin::LatinWord;
use super::{NameTexts, spelling};
use crate::text::names::{is_another_given_name, latin_letters};
use crate::text::norm;

/// Arabic particles that are no name by themselves.
const PARTICLES: &[&str] = &["ابو", "ابي", "ابا", "ام", "بن", "ابن", "بنت", "ال", "ذو"];

/// The first given name, or أم for أبو, that a target has before one of the `surnames` ([`spelling`]) and that renders no part of the
/// Arabic name; `None` where the surname stands anywhere without such.
#[must_use]
pub fn another_given_name(texts: &NameTexts<'_>, arabic: &str, surnames: &[String]) -> Option<Range<usize>> {
    let words: Vec<String> = arabic.split_whitespace().map(norm).collect();
    let given = words.split_last().map(|(_, given)| given).filter(|given| !given.is_empty())?;
    let parts = parts(given);
    let mut first = None;
    for run in texts.runs() {
        let is_surname = |word: &&LatinWord| surnames.contains(&spelling(&texts.target[word.span.clone()]));
        let Some(at) = run.iter().rposition(|word| is_surname(&word)) else { continue };
        let is_other = |word: &&LatinWord| {
            let written = &texts.target[word.span.clone()];
            is_other_parent(given, written)
                || !word.is_particle && parts.iter().all(|part| is_another_given_name(part, written))
        };
        let other = run[..at].iter().find(is_other)?;
        first.get_or_insert_with(|| other.span.start..run[at].span.end);
    }
    first
}

/// The parts of given names that may be rendered as one word: عبد الله as Abdullah.
fn parts(given: &[String]) -> Vec<String> {
    let runs = (0..given.len()).flat_map(|first| (first + 1..=given.len()).map(move |behind| &given[first..behind]));
    let is_name = |run: &&[String]| run.len() > 1 || !PARTICLES.contains(&run[0].as_str());
    runs.filter(is_name).map(|run| run.join(" ")).collect()
}

/// Whether a father is called a mother, or a mother a father.
fn is_other_parent(given: &[String], latin: &str) -> bool {
    let has = |names: &[&str]| given.iter().any(|word| names.contains(&word.as_str()));
    let (father, mother) = (has(&["ابو", "ابي", "ابا"]), has(&["ام"]));
    match latin_letters(latin).collect::<String>().trim() {
        "umm" | "oum" | "um" => father && !mother,
        "abu" | "abou" | "abi" => mother && !father,
        _ => false,
    }
}
