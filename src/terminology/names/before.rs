//! Persons whose family name is rendered while another given name stands before it: Huda Khoury for ليلى خوري.

use std::collections::HashMap;
use std::ops::Range;

use super::behind::{OtherBehind, Person, persons};
use super::instead::{is_said, may_be_no_name, strangers};
use super::latin::LatinWord;
use super::{NameTexts, SAME_NAME};
use crate::text::names::{ArabicName, is_another_given_name};

/// What weighing a family name takes of the effort for two texts.
const WEIGHING: usize = 2_500;

/// Persons of a source whose common given name is nowhere in a target, which has their family name behind another common given name that
/// renders nothing of the source. Each with the first such place of the target.
#[must_use]
pub fn others_before(texts: &NameTexts<'_>) -> Vec<OtherBehind> {
    let mut said: HashMap<&str, bool> = HashMap::new();
    let mut is_lost = |given| !*said.entry(given).or_insert_with(|| is_said(texts, given));
    let mut lost = persons(&texts.words)
        .filter(|person| !may_be_no_name(person) && is_lost(person.given.canon.as_str()))
        .peekable();
    if lost.peek().is_none() {
        return Vec::new();
    }
    let lost: Vec<Person<'_>> = lost.collect();
    let mut by_family: HashMap<&str, Vec<[&LatinWord; 3]>> = HashMap::new();
    for person in strangers(texts, |[given, ..]| given.span.clone()) {
        let [_, family, end] = person;
        by_family.entry(&texts.target[family.span.start..end.span.end]).or_default().push(person);
    }
    let other = |person: &Person<'_>| {
        let target = first_of_family(person, &by_family, texts)?;
        Some(OtherBehind { source: person.given.span.start..person.family.span.end, target })
    };
    lost.iter().filter_map(other).collect()
}

/// The first of some persons of a target, by their family names, who has the family name of one and a given name of another.
fn first_of_family(
    person: &Person<'_>,
    by_family: &HashMap<&str, Vec<[&LatinWord; 3]>>,
    texts: &NameTexts<'_>,
) -> Option<Range<usize>> {
    let written = person.family_name();
    let family = ArabicName::of(&written)?;
    let alike = texts.spans().candidates(&written).filter_map(|span| Some((span, by_family.get(span.written)?)));
    let same = alike.take_while(|_| !texts.effort.is_spent()).filter(|(span, others)| {
        texts.effort.spend(WEIGHING + others.len());
        span.is_like(&family, SAME_NAME)
    });
    let others = same
        .flat_map(|(_, others)| others)
        .filter(|[given, ..]| is_another_given_name(&person.given.canon, &texts.target[given.span.clone()]));
    others.map(|[given, _, end]| given.span.start..end.span.end).min_by_key(|place| place.start)
}
