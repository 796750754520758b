//! What sort of match two sources are, and what in it must not be overlooked: numbers and negation that differ.

use std::cell::OnceCell;

use crate::model::{Language, MatchKind};
use crate::text::canon;
use crate::text::numbers::{self, Ratio};

use super::words::{compared_words, is_number};

/// The highest scores of the sorts of matches: see [`MatchKind`].
const CANONICAL: u8 = 99;
const FUZZY: u8 = 98;
const NUMBERS: u8 = 95;

/// Words that deny, as keys of level L2, without what Arabic writes joined to them.
const NEGATORS: [&str; 30] = [
    "لا",
    "لم",
    "لن",
    "ليس",
    "ليست",
    "ليسوا",
    "لسنا",
    "لست",
    "غير",
    "بغير",
    "بلا",
    "دون",
    "بدون",
    "عدم",
    "بعدم",
    "لعدم",
    "كلا",
    "الا",
    "ألا",
    "not",
    "no",
    "never",
    "none",
    "nobody",
    "nothing",
    "neither",
    "nor",
    "cannot",
    "without",
    "n't",
];

/// A match and its sort.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grade {
    /// Its sort; never [`MatchKind::Context`], which the texts alone do not tell.
    pub kind: MatchKind,
    /// Its score, at most that of its sort.
    pub score: u8,
    /// Where the numbers alone differ: each number of the found source with the one that the text has there, in digits of ASCII:
    /// Arabic ones would turn the order of the two round wherever no isolates stand about them.
    pub numbers: Vec<(String, String)>,
}

/// A text with what is compared of it: each is found when it is asked for first, and once, however many matches a text has.
#[derive(Debug)]
pub struct Wording<'t> {
    text: &'t str,
    language: &'t Language,
    canon: OnceCell<String>,
    words: OnceCell<Vec<String>>,
    values: OnceCell<Vec<Ratio>>,
}

impl<'t> Wording<'t> {
    /// That of a text in its language.
    #[must_use]
    pub const fn of(text: &'t str, language: &'t Language) -> Self {
        Self { text, language, canon: OnceCell::new(), words: OnceCell::new(), values: OnceCell::new() }
    }

    /// Its language.
    #[must_use]
    pub const fn language(&self) -> &'t Language {
        self.language
    }

    /// Its words ([`compared_words`]).
    #[must_use]
    pub fn words(&self) -> &[String] {
        self.words.get_or_init(|| compared_words(self.text))
    }

    fn canon(&self) -> &str {
        self.canon.get_or_init(|| canon(self.text))
    }

    /// The values of its numbers, in digits and in words, sorted.
    fn values(&self) -> &[Ratio] {
        self.values.get_or_init(|| {
            let found = numbers::values(self.text, self.language);
            let mut values: Vec<Ratio> = found.iter().map(|number| number.value).collect();
            values.sort_unstable();
            values
        })
    }
}

/// Grades what was found for a text with `percent` of the score ([`super::score`]). 100 only for equal texts.
#[must_use]
pub fn grade(text: &Wording<'_>, found: &Wording<'_>, percent: u8) -> Grade {
    let plain = |kind, most: u8| Grade { kind, score: percent.min(most), numbers: Vec::new() };
    if text.text == found.text {
        return Grade { kind: MatchKind::Exact, score: 100, numbers: Vec::new() };
    }
    if text.canon() == found.canon() {
        return Grade { kind: MatchKind::Canonical, score: CANONICAL, numbers: Vec::new() };
    }
    match only_numbers(text.words(), found.words()) {
        Some(numbers) if !numbers.is_empty() => {
            Grade { kind: MatchKind::Numbers, score: percent.min(NUMBERS), numbers }
        }
        _ => plain(MatchKind::Fuzzy, FUZZY),
    }
}

/// The numbers that differ, found and wanted, where nothing else does.
fn only_numbers(text: &[String], found: &[String]) -> Option<Vec<(String, String)>> {
    if text.len() != found.len() {
        return None;
    }
    let differing = text.iter().zip(found).filter(|(wanted, found)| wanted != found);
    differing
        .map(|(wanted, found)| (is_number(wanted) && is_number(found)).then(|| (found.clone(), wanted.clone())))
        .collect()
}

/// Whether one of two texts of a language denies more often than the other.
#[must_use]
pub fn negation_differs(one: &Wording<'_>, other: &Wording<'_>) -> bool {
    count_negators(one.words()) != count_negators(other.words())
}

fn count_negators(words: &[String]) -> usize {
    let denies = |word: &&String| {
        let bare = word.strip_prefix(['و', 'ف']).unwrap_or(word);
        NEGATORS.contains(&word.as_str()) || NEGATORS.contains(&bare) || word.ends_with("n't")
    };
    words.iter().filter(denies).count()
}

/// Whether the numbers of two texts of a language differ by value, in digits or in words.
#[must_use]
pub fn numbers_differ(one: &Wording<'_>, other: &Wording<'_>) -> bool {
    one.values() != other.values()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::matching::score::score;

    fn arabic() -> Language {
        "ar".parse().unwrap()
    }

    fn graded(text: &str, found: &str) -> (MatchKind, u8) {
        let language = arabic();
        let grade = grade(&Wording::of(text, &language), &Wording::of(found, &language), score(text, found));
        (grade.kind, grade.score)
    }

    #[test]
    fn equal_bytes_then_typography_then_orthography_then_numbers() {
        let text = "قال الوزير إنّ الحكومة ستدرس المشروع في ١٢ أيار";
        assert_eq!(graded(text, text), (MatchKind::Exact, 100));
        assert_eq!(graded(text, "قال  الوزيـر إنّ الحكومة ستدرس المشروع في ١٢ أيار"), (MatchKind::Canonical, 99));
        assert_eq!(graded(text, "قال الوزير ان الحكومة ستدرس المشروع في ١٢ أيار"), (MatchKind::Fuzzy, 98));
        assert_eq!(graded(text, "قال الوزير إنّ الحكومة ستدرس المشروع في ١٣ أيار"), (MatchKind::Numbers, 94));
        assert_eq!(graded(text, "قال الوزير إنّ الحكومة ستدرس القانون في ١٢ أيار"), (MatchKind::Fuzzy, 88));
    }

    #[test]
    fn the_numbers_to_change_are_listed() {
        let found = "ارتفع عدد النازحين إلى ١٬٢٥٠ نازحًا عام ٢٠٢٣";
        let text = "ارتفع عدد النازحين إلى ١٬٣٠٠ نازحًا عام 2024";
        let language = arabic();
        let grade = grade(&Wording::of(text, &language), &Wording::of(found, &language), 90);
        assert_eq!(grade.numbers, [("1250".into(), "1300".into()), ("2023".into(), "2024".into())]);
    }

    #[test]
    fn a_denial_and_a_value_that_differ_are_seen() {
        let language = arabic();
        let wording = |text: &'static str| Wording::of(text, &language);
        let denies_more = |one, other| negation_differs(&wording(one), &wording(other));
        assert!(denies_more("قال إنه سيحضر", "قال إنه لن يحضر"));
        assert!(denies_more("ولا أحد يعرف", "أحد يعرف"));
        assert!(!denies_more("لا يعرف أحد", "لم يعرف أحد"));
        assert!(numbers_differ(&wording("قبل ثلاثة أعوام"), &wording("قبل أربعة أعوام")));
        assert!(!numbers_differ(&wording("عام ٢٠٢٣"), &wording("عام 2023")));
    }
}
