//! Persons whose name stands nowhere in a target, which names another person instead: Khalid bin Salman for فيصل بن فرحان.

use std::collections::HashMap;
use std::ops::Range;

use super::behind::{OtherBehind, Person, in_a_row, persons};
use super::latin::LatinWord;
use super::{NameTexts, names};
use crate::text::names::{ArabicName, is_common_given_rendering};

/// Persons of a source with a common given name of whom neither that nor the family name is rendered, each with a person of the target
/// with a common given name of whom neither stands in the source, in order.
#[must_use]
pub fn others_instead(texts: &NameTexts<'_>) -> Vec<OtherBehind> {
    let mut rendered: HashMap<&str, bool> = HashMap::new();
    let mut is_rendered = |given| *rendered.entry(given).or_insert_with(|| is_said(texts, given));
    let mut lost = persons(&texts.words)
        .filter(|person| {
            !may_be_no_name(person)
                && !is_rendered(person.given.canon.as_str())
                && !texts.have_alike(&person.family_name(), DOUBTFUL)
        })
        .peekable();
    if lost.peek().is_none() {
        return Vec::new();
    }
    let lost: Vec<Range<usize>> = lost.map(|person| person.given.span.start..person.family.span.end).collect();
    let whole = |[given, _, end]: &[&LatinWord; 3]| given.span.start..end.span.end;
    let strangers: Vec<Range<usize>> = strangers(texts, whole).iter().map(whole).collect();
    // Of more on one side, who is another one?
    let are_as_many = lost.len() == strangers.len();
    let pairs = lost.into_iter().zip(strangers).filter(|_| are_as_many);
    pairs.map(|(source, target)| OtherBehind { source, target }).collect()
}

/// Given names that are words as often.
const WORDS: &str = "سعيد أمل أمين وفاء كريم عادل صالح نادر وعد جميل جميلة خالد خالدة فرح سلام إيمان نور هدى رجاء صادق شريف حكيم \
    رشيد ماجد ناصر منصور طاهر فاضل كامل حسن حسنة شهيد ربيع حرب سالم راشد عزيز كمال جمال جلال نجاح كفاح نضال جهاد \
    ثائر صابر زهرة وردة ياسمين هادي بدر هلال نجم قمر شمس عمر";
/// What stands behind a word and is no family name.
const QUALITIES: &[&str] = &["جدا", "كبير", "كبيره", "عام", "عامه", "جديد", "جديده", "السر", "الصندوق"];

/// Below it a family name is none that stands there: Foreign is somewhat like فرحان.
const DOUBTFUL: f32 = 0.75;

/// Whether a given name and what stands behind it may be other words.
pub(super) fn may_be_no_name(person: &Person<'_>) -> bool {
    WORDS.split_whitespace().any(|word| word == person.given.canon) || QUALITIES.contains(&person.family.key.as_str())
}

/// Whether the target may render a given name, even badly.
pub(super) fn is_said(texts: &NameTexts<'_>, given: &str) -> bool {
    let name = ArabicName::of(given);
    name.is_none_or(|name| texts.spans().candidates(given).any(|span| span.may_render(&name)))
}

/// The persons of the target with a common given name and a family name of whom some part renders nothing of the source: the given
/// name, the family name, and the word with which that ends.
pub(super) fn strangers<'t>(
    texts: &'t NameTexts<'_>,
    part: impl Fn(&[&LatinWord; 3]) -> Range<usize>,
) -> Vec<[&'t LatinWord; 3]> {
    let is_given = |word: &LatinWord| is_common_given_rendering(&texts.target[word.span.clone()]);
    let pairs = texts.runs().iter().flat_map(|run| in_a_row(run)).filter(|[given, ..]| is_given(given));
    let persons: Vec<[&LatinWord; 3]> = pairs.collect();
    if persons.is_empty() {
        return persons;
    }
    let mut known: Vec<Range<usize>> = names(texts).iter().map(|name| name.target.clone()).collect();
    known.sort_unstable_by_key(|span| span.start);
    let is_known = |part: Range<usize>| {
        let next = known.partition_point(|span| span.end <= part.start);
        known.get(next).is_some_and(|span| span.start < part.end)
    };
    persons.into_iter().filter(|person| !is_known(part(person))).collect()
}
