//! Checks over a whole desk: one source with several translations, one translation of several sources. Which passages meet is
//! for the caller to look up; here only those that share a key are compared.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};

use super::Located;
use super::document::{Document, located};
use crate::model::{Finding, Message, Severity};
use crate::text::{norm, words};

/// Passages by a key of theirs, in the order in which the keys first occur; passages without a word are left out.
fn groups<'a>(document: &Document<'a>, key: impl Fn(&super::Passage<'a>) -> String) -> Vec<Vec<usize>> {
    let mut places: HashMap<String, usize> = HashMap::new();
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for (index, passage) in document.passages.iter().enumerate() {
        let key = key(passage);
        if !key.chars().any(char::is_alphanumeric) {
            continue;
        }
        let place = *places.entry(key).or_insert_with(|| {
            groups.push(Vec::new());
            groups.len() - 1
        });
        groups[place].push(index);
    }
    groups
}

/// The same source with another target than most others, or than the first, have for it.
pub(super) fn same_source(document: &Document<'_>) -> Vec<Located> {
    let mut found = Vec::new();
    for group in groups(document, |passage| norm(passage.source.text())) {
        let mut renderings: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for &index in &group {
            let target = norm(document.passages[index].target.text());
            if target.chars().any(char::is_alphanumeric) {
                renderings.entry(target).or_default().push(index);
            }
        }
        let times = |who: &[usize]| who.iter().filter_map(|index| document.times.get(*index)).sum::<usize>();
        let usual = renderings.values().max_by_key(|who| (times(who), Reverse(who[0])));
        let Some(&reference) = usual.filter(|_| renderings.len() > 1).map(|who| &who[0]) else { continue };
        let usual = norm(document.passages[reference].target.text());
        let mut others: Vec<usize> =
            renderings.into_iter().filter(|(target, _)| *target != usual).flat_map(|(_, who)| who).collect();
        others.sort_unstable();
        found.extend(others.into_iter().map(|other| differing(document, other, reference)));
    }
    found
}

fn differing(document: &Document<'_>, other: usize, reference: usize) -> Located {
    let (passage, usual) = (&document.passages[other], &document.passages[reference]);
    let message = Message::new("finding-same-source")
        .with("target", passage.target.text())
        .with("other", usual.target.text())
        .with("place", usual.place);
    let spans = (0..passage.source.text().len(), 0..passage.target.text().len());
    let found = located(("cons.same-source", Severity::Warn), other, Some(spans.0), Some(spans.1), message);
    let suggestion = Some(usual.target.text().to_owned());
    Located { finding: Finding { suggestion, ..found.finding }, ..found }
}

/// The same target, of two words at least, for sources that say something else.
pub(super) fn same_target(document: &Document<'_>) -> Vec<Located> {
    let mut found = Vec::new();
    for group in groups(document, |passage| norm(passage.target.text())) {
        let first = &document.passages[group[0]];
        if words(first.target.text()).filter(|word| word.chars().any(char::is_alphabetic)).count() < 2 {
            continue;
        }
        for &index in &group[1..] {
            let passage = &document.passages[index];
            if !differ(first.source.text(), passage.source.text()) {
                continue;
            }
            let message = Message::new("finding-same-target")
                .with("source", passage.source.text())
                .with("other", first.source.text())
                .with("place", first.place);
            let spans = (0..passage.source.text().len(), 0..passage.target.text().len());
            found.push(located(("cons.same-target", Severity::Info), index, Some(spans.0), Some(spans.1), message));
        }
    }
    found
}

/// Whether two sources differ by more than their articles, their particles and a tenth of their words.
fn differ(one: &str, other: &str) -> bool {
    let bag = |text: &str| -> Vec<String> {
        let key = norm(text);
        let mut bag: Vec<String> = words(&key).map(|word| bare(word).to_owned()).collect();
        bag.sort_unstable();
        bag
    };
    let (one, other) = (bag(one), bag(other));
    let shared = one.iter().filter(|word| other.binary_search(word).is_ok()).count();
    let longest = one.len().max(other.len());
    (longest - shared.min(longest)) * 10 > longest
}

/// A word without its article and the particles written on to it.
fn bare(word: &str) -> &str {
    let particles = ["وال", "فال", "بال", "كال", "لل", "ال"];
    let stripped = particles.iter().find_map(|particle| word.strip_prefix(particle));
    stripped.filter(|rest| rest.chars().count() > 2).unwrap_or(word)
}
