//! Lengths of time in a common unit, so that a fortnight is 14 days and 90 minutes are an hour and a half. Factors are exact:
//! a month has no number of days.

use super::measure::{self, Measure, MeasureKind};
use super::scan::{Token, TokenKind, word};
use super::{Quantity, Ratio};

/// A length of time in the unit of its sort.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Duration {
    /// Minutes to fortnights.
    Minutes(Ratio),
    /// Months to millennia.
    Months(Ratio),
}

impl Duration {
    /// A minute.
    pub const MINUTE: Self = Self::Minutes(Ratio::integer(1));
    /// An hour.
    pub const HOUR: Self = Self::Minutes(Ratio::integer(60));

    fn of(value: Ratio, measure: Measure) -> Option<Self> {
        let (unit, factor): (fn(Ratio) -> Self, i64) = match *measure.names.first()? {
            "minute" => (Self::Minutes, 1),
            "hour" => (Self::Minutes, 60),
            "day" => (Self::Minutes, 24 * 60),
            "week" => (Self::Minutes, 7 * 24 * 60),
            "fortnight" => (Self::Minutes, 14 * 24 * 60),
            "month" => (Self::Months, 1),
            "year" => (Self::Months, 12),
            "decade" => (Self::Months, 120),
            "century" => (Self::Months, 1200),
            "millennium" => (Self::Months, 12_000),
            _ => return None,
        };
        value.times(Ratio::integer(factor)).map(unit)
    }
}

impl Quantity {
    /// The length of time that is counted, if one is.
    #[must_use]
    pub fn duration(&self) -> Option<Duration> {
        Duration::of(self.value, self.measure?)
    }

    /// One of the unit of time that is counted, if one is.
    #[must_use]
    pub fn unit_of_time(&self) -> Option<Duration> {
        Duration::of(Ratio::integer(1), self.measure?)
    }
}

/// What may stand between an English determiner and its noun.
const WHOLE: &[&str] = &["full", "whole", "entire", "single", "mere"];
/// What makes one of an English noun.
const DETERMINERS: &[&str] =
    &["a", "an", "every", "each", "per", "last", "past", "next", "following", "previous", "another"];
/// The singulars that count one by themselves.
const SINGULARS: &[&str] =
    &["عام", "عاما", "سنه", "شهر", "شهرا", "اسبوع", "اسبوعا", "يوم", "يوما", "ساعه", "دقيقه", "عقد", "قرن"];

/// What stands before a length of time: elsewhere يوم may name a day, عام be "general" and عقد a contract.
const BEFORE_A_TIME: &[&str] = &[
    "قبل",
    "بعد",
    "منذ",
    "خلال",
    "غضون",
    "لمده",
    "مده",
    "طوال",
    "طيله",
    "كل",
    "نحو",
    "حوالي",
    "قرابه",
    "زهاء",
    "مضي",
    "مرور",
];

/// A length of time that is named once and without a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NamedOnce {
    /// It.
    pub duration: Duration,
    /// Whether the word surely means that.
    pub is_sure: bool,
}

/// Lengths of time that are named once and without a number: a fortnight, قبل سنة. Of each token `counted` says whether it
/// belongs to a number.
pub(super) fn named_once(tokens: &[Token], counted: &[bool]) -> Vec<NamedOnce> {
    let is_counted = |at: usize| counted.get(at).copied().unwrap_or_default();
    let once = |at: usize| {
        // The words first: few are singulars, and of each the measure is dearer.
        let key = word(tokens, at)
            .filter(|key| if key.is_ascii() { !key.ends_with('s') } else { SINGULARS.contains(key) })?;
        let measure = measure::at(tokens, at).filter(|measure| measure.kind == MeasureKind::Time)?;
        let is_one = if key.is_ascii() {
            is_determined(tokens, at, &is_counted)
        } else {
            // عام 2011 is the year of that number.
            !at.checked_sub(1).is_some_and(is_counted) && !is_counted(at + 1)
        };
        let is_sure = key.is_ascii() || is_behind_preposition(tokens, at);
        let one = Duration::of(Ratio::integer(1), measure).filter(|_| is_one && !is_counted(at))?;
        Some(NamedOnce { duration: one, is_sure })
    };
    (0..tokens.len()).filter_map(once).collect()
}

/// Whether an Arabic noun stands behind what tells that a length of time follows, and before no name of a day.
fn is_behind_preposition(tokens: &[Token], noun: usize) -> bool {
    let before = noun.checked_sub(1).and_then(|at| word(tokens, at));
    let before = before.map(|word| word.strip_prefix(['و', 'ف']).unwrap_or(word));
    let names_a_day = word(tokens, noun) == Some("يوم") && word(tokens, noun + 1).is_some_and(|w| w.starts_with("ال"));
    before.is_some_and(|word| BEFORE_A_TIME.contains(&word)) && !names_a_day
}

/// Whether an English noun is one: a full year, and no half a year.
fn is_determined(tokens: &[Token], noun: usize, is_counted: &impl Fn(usize) -> bool) -> bool {
    let mut determined = word(tokens, noun) == Some("fortnight");
    for at in (0..noun).rev() {
        match &tokens[at].kind {
            _ if is_counted(at) => return false,
            TokenKind::Word(word) if WHOLE.contains(&word.key.as_str()) => {}
            TokenKind::Word(word) if matches!(word.key.as_str(), "the" | "of") => {}
            TokenKind::Word(word) if DETERMINERS.contains(&word.key.as_str()) => determined = true,
            TokenKind::Sign('-' | '‑') => {}
            _ => break,
        }
    }
    determined
}
