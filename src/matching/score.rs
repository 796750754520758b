//! The score of a match: one formula on normalised words, with the percentage of equal characters beside it.

use std::collections::HashMap;

use super::words::{LONGEST_WORD, are_kin, compared_words, is_number};

/// What one word costs when it is missing, added or another: the unit in which distances are counted.
pub const WORD: u32 = 1000;
/// The most that one kin word costs in place of another, and what one number costs in place of another.
pub const KIN: u32 = WORD / 2;

/// How far two texts are from one another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Distance {
    /// The cheapest way from one to the other, in thousandths of a word.
    pub cost: u32,
    /// The words of the longer.
    pub words: u32,
}

impl Distance {
    /// The score: the share of the longer text's words that the distance leaves, in whole percent, rounded down.
    ///
    /// `floor(100 × (1 − cost / words))`; two texts without a word are not alike.
    #[must_use]
    pub fn percent(self) -> u8 {
        let whole = u64::from(self.words) * u64::from(WORD);
        let left = whole.saturating_sub(u64::from(self.cost));
        (left * 100).checked_div(whole).map_or(0, |percent| u8::try_from(percent).unwrap_or(100))
    }

    /// The most that the distance of texts may cost, the longer having `words`, for a score of `percent`.
    #[must_use]
    pub const fn allowed(words: u32, percent: u8) -> u32 {
        (words as u64 * WORD as u64 * (100 - percent as u64) / 100) as u32
    }
}

/// What it costs to have one word in place of another: nothing for the same; for kin the share of letters that differ, at most
/// [`KIN`]; a whole word for any other.
#[must_use]
pub fn substitution(a: &str, b: &str) -> u32 {
    if a == b {
        0
    } else if are_kin(a, b) {
        kin_substitution(a, b)
    } else {
        WORD
    }
}

/// The same for two different words that are known to be kin.
#[must_use]
pub fn kin_substitution(a: &str, b: &str) -> u32 {
    if is_number(a) {
        return KIN;
    }
    let mut letters = ['\0'; LONGEST_WORD];
    let mut count = 0;
    for (place, c) in letters.iter_mut().zip(b.chars()) {
        *place = c;
        count += 1;
    }
    let b = &letters[..count];
    let mut row: [u32; LONGEST_WORD + 1] = std::array::from_fn(|i| i as u32);
    let mut others = 0;
    for x in a.chars() {
        let mut diagonal = row[0];
        others += 1;
        row[0] = others;
        for (j, y) in b.iter().enumerate() {
            let cost = (diagonal + u32::from(x != *y)).min(row[j] + 1).min(row[j + 1] + 1);
            diagonal = row[j + 1];
            row[j + 1] = cost;
        }
    }
    (row[count] * WORD / others.max(count as u32)).min(KIN)
}

/// The distance of two texts, told by their words ([`compared_words`]): Damerau's and Levenshtein's over words, with
/// [`substitution`], where two neighbours that changed places cost one word, and what each costs in place of the other's like
/// (restricted: nothing is put between them).
#[must_use]
pub fn distance(a: &[String], b: &[String]) -> Distance {
    let mut known: HashMap<(&str, &str), u32> = HashMap::new();
    let cost = |x, y| *known.entry((x, y)).or_insert_with(|| substitution(x, y));
    let (a, b): (Vec<&str>, Vec<&str>) =
        (a.iter().map(String::as_str).collect(), b.iter().map(String::as_str).collect());
    let words = a.len().max(b.len()) as u32;
    // All words of the longer replaced or left out are a way that is always open.
    let whole = words * WORD;
    Distance { cost: cost_within(&a, &b, whole, cost).unwrap_or(whole), words }
}

/// The cost of [`distance`] where it is at most `allowed`, for words that are told by anything with a `cost` in place of one another,
/// [`WORD`] at most. It looks at no more of the table than such a cost can pass through (Ukkonen 1985), and stops where every way
/// costs more.
pub(super) fn cost_within<A: Copy, B: Copy>(
    a: &[A],
    b: &[B],
    allowed: u32,
    mut cost: impl FnMut(A, B) -> u32,
) -> Option<u32> {
    let missing = (allowed / WORD) as usize;
    // A way that leaves the diagonal on which it has to end must come back to it.
    let aside = missing.checked_sub(a.len().abs_diff(b.len()))? / 2;
    let (below, above) = (aside + a.len().saturating_sub(b.len()), aside + b.len().saturating_sub(a.len()));
    let far = allowed + 1;
    let mut row: Vec<u32> = (0..=b.len()).map(|j| if j <= above { j as u32 * WORD } else { far }).collect();
    let (mut before, mut before_that) = (vec![far; b.len() + 1], vec![far; b.len() + 1]);
    for i in 1..=a.len() {
        (before_that, before, row) = (before, row, before_that);
        let (first, last) = (i.saturating_sub(below), b.len().min(i + above));
        let mut least = far;
        for j in first..=last {
            let mut best = before[j] + WORD;
            if j > first {
                best = best.min(row[j - 1] + WORD);
            }
            if j > 0 && before[j - 1] < best {
                best = best.min(before[j - 1] + cost(a[i - 1], b[j - 1]));
            }
            if i > 1 && j > 1 && before_that[j - 2] + WORD < best {
                let crossed = cost(a[i - 1], b[j - 2]);
                if crossed < WORD {
                    best = best.min(before_that[j - 2] + WORD + crossed + cost(a[i - 2], b[j - 1]));
                }
            }
            row[j] = best.min(far);
            least = least.min(best);
        }
        // Two words that change places cost no less than the first of them replaced: no way leaps over a row.
        if least > allowed {
            return None;
        }
        // The next row looks one place further.
        if let Some(behind) = row.get_mut(last + 1) {
            *behind = far;
        }
    }
    Some(row[b.len()]).filter(|cost| *cost <= allowed)
}

/// The percentage of equal characters: 100 × (1 − Levenshtein's distance / length of the longer), rounded down, over the texts as
/// they are. Translate Toolkit, amaGama and Weblate show this number.
#[must_use]
pub fn character_percent(a: &str, b: &str) -> u8 {
    let similarity = rapidfuzz::distance::levenshtein::normalized_similarity(a.chars(), b.chars());
    (similarity * 100.0 + 1e-9) as u8
}

/// The score of two texts: see [`Distance::percent`].
#[must_use]
pub fn score(a: &str, b: &str) -> u8 {
    distance(&compared_words(a), &compared_words(b)).percent()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_word_a_clitic_a_letter_and_a_number_cost_what_they_should() {
        let source = "قال الوزير إن الحكومة ستدرس مشروع القانون الجديد في ١٢ أيار";
        let words = compared_words(source).len() as u32;
        let cost = |other: &str| {
            let distance = distance(&compared_words(source), &compared_words(other));
            assert_eq!(distance.words, words, "{other}");
            distance.cost
        };
        assert_eq!(cost(source), 0);
        assert_eq!(cost("قالَ الوزير: إنّ الحكومه ستدرس مشروع القانون الجديد في 12 أيار"), 0);
        assert_eq!(cost("قال المدير إن الحكومة ستدرس مشروع القانون الجديد في ١٢ أيار"), WORD);
        assert_eq!(cost("قال الوزير إن الحكومة ستدرس مشروع القانون الجديد في ١٣ أيار"), KIN);
        assert_eq!(cost("قال الوزير إن للحكومة ستدرس مشروع القانون الجديد في ١٢ أيار"), WORD / 7);
        assert_eq!(cost("قال الوزير إن الحكومة ستدرس مشاريع القانون الجديد في ١٢ أيار"), WORD);
        assert_eq!(cost("قال الوزير إن الحكومة سيدرس مشروع القانون الجديد في ١٢ أيار"), WORD / 5);
    }

    #[test]
    fn two_neighbours_that_changed_places_cost_one_word() {
        let cost = |a: &str, b: &str| distance(&compared_words(a), &compared_words(b)).cost;
        assert_eq!(cost("وصل الرئيس إلى العاصمة مساء أمس", "الرئيس وصل إلى العاصمة مساء أمس"), WORD);
        assert_eq!(cost("وصل الرئيس إلى العاصمة مساء أمس", "الرئيس وصل إلى العاصمة أمس مساءه"), 2 * WORD + WORD / 5);
        assert_eq!(cost("وصل الرئيس إلى العاصمة مساء أمس", "وصل إلى العاصمة الرئيس مساء أمس"), 2 * WORD);
        assert_eq!(cost("وصل الرئيس", "الرئيس إذن وصل"), 3 * WORD, "nothing is put between them");
    }

    #[test]
    fn characters_count_as_other_tools_count_them() {
        assert_eq!(character_percent("كتاب", "كتاب"), 100);
        assert_eq!(character_percent("كتاب", "كتب"), 75);
        assert_eq!(character_percent("", ""), 100);
    }

    fn phrase() -> impl Strategy<Value = String> {
        proptest::collection::vec("[ابتلهوي]{1,5}|[0-9]{1,3}", 0..9).prop_map(|words| words.join(" "))
    }

    /// The formula as it is written, with no thought for time: the whole table, each cell by what it may come from.
    fn by_the_formula(a: &[&str], b: &[&str]) -> u32 {
        let mut table = vec![vec![0; b.len() + 1]; a.len() + 1];
        for i in 0..=a.len() {
            for j in 0..=b.len() {
                let replaced = |i: usize, j: usize| substitution(a[i - 1], b[j - 1]);
                let ways = [
                    (i == 0 && j == 0).then_some(0),
                    (i > 0).then(|| table[i - 1][j] + WORD),
                    (j > 0).then(|| table[i][j - 1] + WORD),
                    (i > 0 && j > 0).then(|| table[i - 1][j - 1] + replaced(i, j)),
                    (i > 1 && j > 1).then(|| table[i - 2][j - 2] + WORD + replaced(i, j - 1) + replaced(i - 1, j)),
                ];
                table[i][j] = ways.into_iter().flatten().min().unwrap();
            }
        }
        table[a.len()][b.len()]
    }

    proptest! {
        #[test]
        fn a_cost_is_that_of_the_formula_or_none_where_it_is_more_than_allowed(
            a in phrase(),
            b in phrase(),
            swaps in proptest::collection::vec(0usize..9, 0..3),
            akin in any::<bool>(),
            allowed in 0u32..9 * WORD,
        ) {
            let x = compared_words(&a);
            let mut y = if akin { x.clone() } else { compared_words(&b) };
            let words = y.len();
            for at in swaps.into_iter().filter(|at| at + 1 < words) {
                y.swap(at, at + 1);
            }
            let (whole, longest) = (distance(&x, &y).cost, x.len().max(y.len()) as u32);
            let x: Vec<&str> = x.iter().map(String::as_str).collect();
            let y: Vec<&str> = y.iter().map(String::as_str).collect();
            prop_assert_eq!(whole, by_the_formula(&x, &y));
            prop_assert!(whole <= longest * WORD);
            prop_assert_eq!(cost_within(&x, &y, allowed, substitution), Some(whole).filter(|cost| *cost <= allowed));
        }

        #[test]
        fn the_score_is_symmetric_and_whole_only_for_equal_words(a in phrase(), b in phrase()) {
            prop_assert_eq!(score(&a, &b), score(&b, &a));
            let (x, y) = (compared_words(&a), compared_words(&b));
            prop_assert_eq!(score(&a, &b) == 100, x == y && !x.is_empty());
        }
    }
}
