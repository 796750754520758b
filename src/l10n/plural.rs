//! The Fluent function `PLURAL($n)`: the CLDR cardinal category of a number, as a word to select on.
//!
//! Fluent's own selection by number is not used: its Arabic rule forgets `n % 100` and is wrong above 102. Ordinals are not offered.

use std::cell::RefCell;

use fluent::FluentValue;
use fluent::concurrent::FluentBundle;
use icu_plurals::{PluralCategory, PluralRules, PluralRulesPreferences};

use crate::model::Language;

thread_local! {
    /// The rules of the languages this thread has counted in; they cannot be shared between threads.
    static RULES: RefCell<Vec<(Language, Option<PluralRules>)>> = const { RefCell::new(Vec::new()) };
}

/// Teaches a bundle `PLURAL` in its language.
pub(super) fn register<R>(bundle: &mut FluentBundle<R>, language: &Language) {
    let language = language.clone();
    // A second registration is refused, and means the same.
    let _ = bundle.add_function("PLURAL", move |positional, _| match positional.first() {
        Some(FluentValue::Number(number)) => FluentValue::from(category(&language, number.value)),
        _ => FluentValue::Error,
    });
}

/// The category of a number in a language: `zero`, `one`, `two`, `few`, `many` or `other`. Fractions are `other`.
fn category(language: &Language, number: f64) -> &'static str {
    if number.fract() != 0.0 || number.abs() >= 9e15 {
        return "other";
    }
    #[expect(clippy::cast_possible_truncation, reason = "whole and below 2^53")]
    let count = number as i64;
    RULES.with_borrow_mut(|known| {
        let index = known.iter().position(|(name, _)| name == language).unwrap_or_else(|| {
            known.push((language.clone(), rules(language)));
            known.len() - 1
        });
        let rules = known.get(index).and_then(|(_, rules)| rules.as_ref());
        rules.map_or("other", |rules| name(rules.category_for(count)))
    })
}

fn rules(language: &Language) -> Option<PluralRules> {
    let locale = language.to_string().parse().ok()?;
    let preferences = PluralRulesPreferences::from_locale_strict(&locale).unwrap_or_else(|lenient| lenient);
    PluralRules::try_new_cardinal(preferences).ok()
}

const fn name(category: PluralCategory) -> &'static str {
    match category {
        PluralCategory::Zero => "zero",
        PluralCategory::One => "one",
        PluralCategory::Two => "two",
        PluralCategory::Few => "few",
        PluralCategory::Many => "many",
        PluralCategory::Other => "other",
    }
}

#[cfg(test)]
mod tests {
    use fluent::{FluentArgs, FluentResource};

    use super::*;

    /// CLDR 47, Arabic cardinals: 3–10 and 11–99 are told by the last two digits.
    const COUNTS: [(i64, &str, &str); 17] = [
        (0, "zero", "other"),
        (1, "one", "one"),
        (2, "two", "other"),
        (3, "few", "other"),
        (10, "few", "other"),
        (11, "many", "other"),
        (99, "many", "other"),
        (100, "other", "other"),
        (101, "other", "other"),
        (102, "other", "other"),
        (103, "few", "other"),
        (110, "few", "other"),
        (111, "many", "other"),
        (199, "many", "other"),
        (200, "other", "other"),
        (1003, "few", "other"),
        (1011, "many", "other"),
    ];

    #[test]
    #[expect(clippy::cast_precision_loss, reason = "small numbers")]
    fn counts_fall_into_the_categories_of_cldr() {
        let (arabic, english) = ("ar".parse().unwrap(), "en".parse().unwrap());
        for (count, in_arabic, in_english) in COUNTS {
            assert_eq!(category(&arabic, count as f64), in_arabic, "{count} in Arabic");
            assert_eq!(category(&english, count as f64), in_english, "{count} in English");
        }
        assert_eq!(category(&arabic, 1.5), "other");
    }

    #[test]
    fn a_sentence_selects_by_the_function_and_prints_latin_digits() {
        let text = "segments = { PLURAL($n) ->\n    [zero] لا مقاطع\n    [one] مقطع واحد\n    [two] مقطعان\n    [few] { $n } مقاطع\n    [many] { $n } مقطعًا\n   *[other] { $n } مقطع\n}\n";
        let language: Language = "ar".parse().unwrap();
        let mut bundle = FluentBundle::new_concurrent(vec![language.identifier().clone()]);
        bundle.set_use_isolating(false);
        register(&mut bundle, &language);
        bundle.add_resource(FluentResource::try_new(text.to_owned()).unwrap()).unwrap();
        for (count, expected) in [
            (0, "لا مقاطع"),
            (2, "مقطعان"),
            (103, "103 مقاطع"),
            (111, "111 مقطعًا"),
            (1250, "1250 مقطعًا"),
            (100, "100 مقطع"),
        ] {
            let mut arguments = FluentArgs::new();
            arguments.set("n", count);
            let pattern = bundle.get_message("segments").unwrap().value().unwrap();
            assert_eq!(bundle.format_pattern(pattern, Some(&arguments), &mut Vec::new()), expected);
        }
    }
}
