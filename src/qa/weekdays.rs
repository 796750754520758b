//! Days of the week that a translation alters. Only texts that name equally many are compared.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

use super::pair::{Pair, Side, SideWord};
use crate::model::{Finding, Severity};
use crate::text::norm;

const ARABIC: [&str; 7] = ["السبت", "الأحد", "الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة"];
const ENGLISH: [&str; 7] = ["saturday", "sunday", "monday", "tuesday", "wednesday", "thursday", "friday"];
/// What stands behind Sunday in the names of papers.
const PAPERS: &[&str] =
    &["times", "telegraph", "mirror", "express", "mail", "people", "post", "independent", "herald", "world"];

static NUMBERS: LazyLock<HashMap<String, usize>> = LazyLock::new(|| {
    let both = ARABIC.iter().enumerate().chain(ENGLISH.iter().enumerate());
    both.map(|(number, name)| (norm(name), number)).collect()
});

/// Days that stand against others.
pub(super) fn altered(pair: &Pair<'_>) -> Vec<Finding> {
    let Some((mut from, mut to)) = days(&pair.source).zip(days(&pair.target)) else { return Vec::new() };
    if from.is_empty() || from.len() != to.len() {
        return Vec::new();
    }
    from.retain(|(day, _)| {
        let same = to.iter().position(|(other, _)| other == day);
        same.map(|at| to.remove(at)).is_none()
    });
    let opposed = from.into_iter().zip(to);
    opposed.map(|((_, s), (_, t))| pair.finding("date.mismatch", Severity::Warn, Some(&s), Some(&t))).collect()
}

/// The days that a text names; `None` where one is told by its eve: ليلة الجمعة is a Thursday night.
fn days(side: &Side<'_>) -> Option<Vec<(usize, Range<usize>)>> {
    let words = side.words();
    let mut days = Vec::new();
    for (at, word) in words.iter().enumerate() {
        let Some(day) = day(word).filter(|_| !is_other(side, words, at)) else { continue };
        if at > 0 && words[at - 1].key.ends_with("ليله") {
            return None;
        }
        days.push((day, word.span.clone()));
    }
    Some(days)
}

fn day(word: &SideWord) -> Option<usize> {
    let key = word.key.as_str();
    if key.is_ascii() || key.ends_with("’s") {
        let bare = key.split(['\'', '’']).next().unwrap_or_default();
        return NUMBERS.get(bare).or_else(|| NUMBERS.get(bare.strip_suffix('s')?)).copied();
    }
    let bare = key.strip_prefix(['و', 'ف']).unwrap_or(key);
    let whole = || NUMBERS.get(bare.strip_prefix(['ب', 'ل', 'ك'])?);
    let merged = || NUMBERS.get(&format!("ال{}", bare.strip_prefix("لل")?));
    NUMBERS.get(bare).or_else(whole).or_else(merged).copied()
}

/// The eleven, the One, and the Sunday papers.
fn is_other(side: &Side<'_>, words: &[SideWord], at: usize) -> bool {
    let key = |at: usize| words.get(at).map_or("", |word| word.key.as_str());
    let before = |back: usize| at.checked_sub(back).map_or("", key);
    let lower = side.at(&words[at].span).starts_with(|c: char| c.is_ascii_lowercase());
    lower
        || matches!(key(at + 1), "عشر" | "عشره")
        || before(1) == "الواحد"
        || PAPERS.contains(&key(at + 1))
        || before(1) == "on" && PAPERS.contains(&before(2))
}
