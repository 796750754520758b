//! What is found of names that are weighed as trees is what weighing all with all finds.

use std::collections::HashSet;

use proptest::prelude::*;

use super::forms::{ArabicWord, Forms};
use super::latin::runs;
use super::spans::Spans;
use super::{NameTexts, SAME_NAME, names};
use crate::terminology::words::words;
use crate::text::names::{ArabicName, Effort, LatinName, OTHER_NAME};

/// Letters that are one class of consonants, and what stands between them.
const ARABIC: [&[&str]; 4] = [
    &["ق", "ك", "ج", "غ", "خ"],
    &["ت", "ط", "ث"],
    &["س", "ص", "ز", "ش"],
    &["", "ا", "ي", "و", "اي", "ئ", "ؤ", "أ", "ع"],
];
const LATIN: [&[&str]; 4] = [
    &["K", "Q", "G", "Kh", "Gh", "J"],
    &["t", "th"],
    &["s", "z", "sh"],
    &["a", "i", "u", "e", "o", "aa", "ee", "ou", "ai", "ea", "ie", "y", ""],
];

/// The spelling of K-T-S with a number.
fn spelt(of: &[&[&str]; 4], number: usize) -> String {
    let mut rest = number;
    let mut letter = |letters: &[&str]| {
        let at = rest % letters.len();
        rest /= letters.len();
        letters[at].to_owned()
    };
    let [first, second, third, vowels] = of;
    [first, vowels, second, vowels, third, vowels].map(|letters| letter(letters)).concat()
}

/// So many spellings of one skeleton a side, spread over all there are.
pub(super) fn one_skeleton(count: usize) -> (String, String) {
    let text = |of| (0..count).map(|at| spelt(of, at * 7_919 % 40_000) + " ").collect::<String>();
    (text(&ARABIC), text(&LATIN))
}

/// The names of two texts, each Latin word weighed against each Arabic one that is near it.
fn names_by_all(source: &str, target: &str) -> Vec<(usize, String)> {
    let arabic: Vec<ArabicWord> = words(source).iter().filter_map(|word| ArabicWord::of(source, word)).collect();
    let effort = Effort::of(u64::MAX);
    let forms = Forms::of(&arabic, &effort);
    let latin = runs(target).into_iter().flatten().filter(|word| !word.is_particle);
    let best = latin.filter_map(|word| {
        let best = forms.best_by_all(&target[word.span.clone()])?;
        (best.likeness >= SAME_NAME).then(|| (word.span.start, best.reading.to_owned()))
    });
    best.collect()
}

fn names_of(source: &str, target: &str) -> Vec<(usize, String)> {
    // A mark parts all words, so that no two names are joined.
    let texts = NameTexts::of(source, target);
    let found = names(&texts).iter().map(|name| (name.target.start, name.arabic.clone()));
    let mut found: Vec<(usize, String)> = found.collect();
    found.sort_unstable();
    found
}

/// The family names behind محمد in a source that a span of the target may render, each weighed against each.
fn families_by_all(source: &str, target: &str) -> HashSet<String> {
    let spans = Spans::of(target, &runs(target));
    let words = words(source);
    let families = words.windows(2).filter(|pair| pair[0].canon == "محمد").map(|pair| pair[1].canon.clone());
    let is_rendered = |family: &String| {
        let Some(name) = ArabicName::of(family) else { return false };
        let latin = |span: &super::spans::LatinSpan<'_>| LatinName::of(span.written);
        spans.candidates(family).filter_map(latin).any(|latin| name.score(&latin) >= OTHER_NAME)
    };
    families.filter(is_rendered).collect()
}

/// Words that the tables of names have, or may be taken for such.
const KNOWN: &[(&str, &str)] = &[
    ("قدس", "Quds"),
    ("القدس", "Jerusalem"),
    ("قطر", "Qatar"),
    ("قيس", "Qais"),
    ("وقاص", "Waqqas"),
    ("غطاس", "AlQais"),
];

#[test]
fn of_names_that_could_not_all_be_weighed_nothing_is_said() {
    let (source, target) = one_skeleton(2_000);
    let found = |effort| {
        let texts = NameTexts::within(&source, &target, Effort::of(effort));
        (names(&texts).len(), texts.are_all_weighed())
    };
    let ((all, are_all), (some, are_some)) = (found(u64::MAX), found(1_000_000));
    assert!(are_all && !are_some && some < all, "{some} of {all}");
    // A family name that was not weighed may be rendered.
    let unlike = |family: &str| format!("محمد {}، ", family.replace(['ق', 'ك', 'ج'], "خ").replace(['ت', 'ط'], "ث"));
    let source: String = source.split(' ').map(unlike).collect();
    let target: String = target.split_inclusive(' ').filter(|name| name.starts_with('J')).collect();
    let (spans, words) = (Spans::of(&target, &runs(&target)), words(&source));
    let families = |effort| spans.families(&words, &Effort::of(effort));
    let (rendered, perhaps) = (families(u64::MAX), families(1_000));
    assert!(rendered.is_subset(&perhaps) && rendered.len() < perhaps.len(), "{} {}", rendered.len(), perhaps.len());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn the_best_of_many_forms_is_the_best_of_all(
        arabic in proptest::collection::vec((0..40_000_usize, 0..6_usize), 100..240),
        latin in proptest::collection::vec((0..40_000_usize, 0..5_usize), 20..60),
        known in proptest::collection::vec(0..KNOWN.len(), 0..4),
    ) {
        let proclitics = ["", "", "و", "ال", "وال", "ب"];
        let before = ["", "", "Al", "W", "X4"];
        let mut source: String =
            arabic.iter().map(|(n, p)| format!("{}{}، ", proclitics[*p], spelt(&ARABIC, *n))).collect();
        let mut target: String = latin.iter().map(|(n, b)| format!("The {}{}, ", before[*b], spelt(&LATIN, *n))).collect();
        for at in known {
            source.push_str(&format!("{}، ", KNOWN[at].0));
            target.push_str(&format!("In {}, ", KNOWN[at].1));
        }
        prop_assert_eq!(names_of(&source, &target), names_by_all(&source, &target));
    }

    #[test]
    fn the_family_names_that_are_rendered_are_those_of_all(
        arabic in proptest::collection::vec((0..40_000_usize, 0..4_usize), 40..80),
        latin in proptest::collection::vec((0..40_000_usize, 0..4_usize), 40..60),
    ) {
        let letters = |word: String, kind: usize| match kind {
            0 => word.replace('ت', "خ").replace('س', "ج"),
            _ => word,
        };
        let source: String =
            arabic.iter().map(|(n, kind)| format!("محمد {}، ", letters(spelt(&ARABIC, *n), *kind))).collect();
        let latin_letters = |word: String, kind: usize| match kind {
            0 => word.replace('t', "j").replace('s', "q"),
            1 => format!("{word} al"),
            _ => word,
        };
        let target: String =
            latin.iter().map(|(n, kind)| format!("{}, ", latin_letters(spelt(&LATIN, *n), *kind))).collect();
        let spans = Spans::of(&target, &runs(&target));
        let words = words(&source);
        let all = families_by_all(&source, &target);
        let at_once = spans.families(&words, &Effort::of(u64::MAX));
        let long = |family: &&String| family.chars().count() >= 3;
        prop_assert_eq!(at_once.iter().collect::<HashSet<_>>(), all.iter().filter(long).collect::<HashSet<_>>());
    }
}
