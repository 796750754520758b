//! Parts of the day that hold a clock time: فجرا, من مساء الأحد, p.m., at dawn, that evening, on Sunday morning.

use super::arabic::Arabic;
use super::clock::HalfDay;
use super::english::English;
use super::scan::{Token, sign, word};

/// A part of the day, as a text names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DayPart {
    /// Midnight to noon.
    Morning,
    /// The hours about noon.
    Noon,
    /// Noon to midnight.
    Afternoon,
    /// Sunset to night; twelve in the evening is noon for some and midnight for others.
    Evening,
    /// It begins before midnight and ends after it.
    Night,
}

impl DayPart {
    /// The half of the day of an hour in this part.
    pub(super) const fn half(self, hour: i64) -> Option<HalfDay> {
        match (self, hour) {
            (Self::Evening, 0 | 12) => None,
            (Self::Morning, _) | (Self::Noon, 10 | 11) | (Self::Night, 12 | 0..=5) => Some(HalfDay::Morning),
            _ => Some(HalfDay::Afternoon),
        }
    }
}

/// What may stand behind صباح to make it the morning of a day.
const DAYS: &[&str] = &[
    "اليوم",
    "يوم",
    "امس",
    "الامس",
    "غد",
    "الغد",
    "ذلك",
    "هذا",
    "السبت",
    "الاحد",
    "الاثنين",
    "الثلاثاء",
    "الاربعاء",
    "الخميس",
    "الجمعه",
];

/// The part that a noun names in the construct: مساء أمس.
fn construct(noun: &str) -> Option<DayPart> {
    Some(match noun {
        "صباح" | "فجر" | "ضحي" => DayPart::Morning,
        "ظهر" | "ظهيره" => DayPart::Noon,
        "عصر" => DayPart::Afternoon,
        "مساء" => DayPart::Evening,
        "ليل" | "ليله" => DayPart::Night,
        _ => return None,
    })
}

impl Arabic<'_> {
    /// The part of the day behind a time, and the token after it.
    pub(super) fn day_part(&self, at: usize) -> Option<(DayPart, usize)> {
        let one = |part| Some((part, at + 1));
        let noun = self.key(at + 1);
        match self.key(at)? {
            "صباحا" | "فجرا" | "ضحي" | "ص" => one(DayPart::Morning),
            "ظهرا" => one(DayPart::Noon),
            "عصرا" | "م" => one(DayPart::Afternoon),
            "مساء" => one(DayPart::Evening),
            "ليلا" => one(DayPart::Night),
            "من" if noun == Some("بعد") => self.after_noon(at + 2).map(|next| (DayPart::Afternoon, next)),
            "من" => construct(noun?).map(|part| (part, at + 2)),
            "بعد" if noun == Some("منتصف") && self.key(at + 2) == Some("الليل") => {
                Some((DayPart::Morning, at + 3))
            }
            "بعد" => self.after_noon(at + 1).map(|next| (DayPart::Afternoon, next)),
            "قبل" | "قبيل" if matches!(noun, Some("الظهر" | "الفجر")) => {
                Some((DayPart::Morning, at + 2))
            }
            "عند" | "مع" if noun == Some("الفجر") => Some((DayPart::Morning, at + 2)),
            "منتصف" if noun == Some("الليل") => Some((DayPart::Night, at + 2)),
            "منتصف" if noun == Some("النهار") => Some((DayPart::Noon, at + 2)),
            // ظهر and عصر are other words, unless a day follows.
            word => construct(word).filter(|_| noun.is_some_and(|day| DAYS.contains(&day))).map(|part| (part, at + 1)),
        }
    }

    /// الظهر, or ظهر أمس, behind بعد.
    fn after_noon(&self, at: usize) -> Option<usize> {
        let noon = matches!(self.key(at)?, "الظهر" | "ظهر" | "الظهيره");
        noon.then_some(at + 1)
    }
}

/// What may stand between a preposition and the name of a part: at noon, in the early morning, on Sunday evening.
const BETWEEN: &[&str] = &[
    "the",
    "a",
    "an",
    "this",
    "that",
    "same",
    "early",
    "late",
    "small",
    "wee",
    "last",
    "next",
    "following",
    "previous",
    "every",
    "each",
    "one",
    "yesterday",
    "tomorrow",
    "today",
    "s",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
];
const PREPOSITIONS: &[&str] = &["in", "at", "on", "by", "of", "before", "after", "around", "during", "towards", "near"];
/// So many words may stand between.
const MOST_BETWEEN: usize = 5;

/// The part that an English noun names, and whether the noun alone says it.
fn named(noun: &str) -> Option<(DayPart, bool)> {
    Some(match noun {
        "morning" | "mornings" => (DayPart::Morning, false),
        "dawn" | "daybreak" | "sunrise" => (DayPart::Morning, true),
        "noon" | "midday" => (DayPart::Noon, true),
        "afternoon" | "afternoons" => (DayPart::Afternoon, false),
        "evening" | "evenings" | "dusk" | "sunset" => (DayPart::Evening, false),
        "night" | "nights" => (DayPart::Night, false),
        "tonight" | "midnight" => (DayPart::Night, true),
        _ => return None,
    })
}

impl English<'_> {
    /// The part of the day behind a time, and the token after it.
    pub(super) fn day_part(&self, at: usize) -> Option<(DayPart, usize)> {
        if sign(self.tokens, at) == Some(',') {
            self.day_phrase(at + 1)
        } else {
            self.letters(at).or_else(|| self.day_phrase(at))
        }
    }

    /// `a.m.`, `pm`.
    fn letters(&self, at: usize) -> Option<(DayPart, usize)> {
        let part = |first: &str| if first.starts_with('a') { DayPart::Morning } else { DayPart::Afternoon };
        let stop = |at: usize| sign(self.tokens, at) == Some('.');
        match self.key(at)? {
            key @ ("am" | "pm") => Some((part(key), at + 1)),
            key @ ("a" | "p") if stop(at + 1) && self.key(at + 2) == Some("m") => {
                Some((part(key), at + 3 + usize::from(stop(at + 3))))
            }
            _ => None,
        }
    }

    /// at dawn, that evening, on Sunday morning, in the small hours.
    fn day_phrase(&self, at: usize) -> Option<(DayPart, usize)> {
        let preposition = self.key(at).filter(|key| PREPOSITIONS.contains(key));
        let mut noun = at + usize::from(preposition.is_some());
        while noun < at + MOST_BETWEEN && self.is_between(noun) {
            noun += 1;
        }
        let word = self.key(noun)?;
        let small = noun > at && matches!(self.key(noun - 1), Some("small" | "early" | "wee"));
        if word == "hours" && small {
            return Some((DayPart::Morning, noun + 1));
        }
        let (part, alone) = named(word).filter(|(_, alone)| *alone || noun > at)?;
        let part = match (preposition, part) {
            (Some("before"), DayPart::Noon) => DayPart::Morning,
            (Some("after"), DayPart::Noon) => DayPart::Afternoon,
            (Some("after"), DayPart::Night) if alone => DayPart::Morning,
            _ => part,
        };
        Some((part, noun + 1))
    }

    fn is_between(&self, at: usize) -> bool {
        let apostrophe = matches!(sign(self.tokens, at), Some('\'' | '’'));
        apostrophe || word(self.tokens, at).is_some_and(|word| BETWEEN.contains(&word))
    }

    /// The part of the day that the sentence of a time names elsewhere, the nearest one.
    pub(super) fn day_part_about(&self, first: usize, next: usize) -> Option<DayPart> {
        let ends = |at: &usize| ends_sentence(self.tokens, *at);
        let before = (first.saturating_sub(MOST_AWAY)..first).rev().take_while(|at| !ends(at));
        let before = before.filter_map(|at| Some((first - at, self.day_phrase(at)?.0)));
        let after = (next..self.tokens.len().min(next + MOST_AWAY)).take_while(|at| !ends(at));
        let after = after.filter_map(|at| Some((at + 1 - next, self.day_phrase(at)?.0)));
        before.chain(after).min_by_key(|(away, _)| *away).map(|(_, part)| part)
    }
}

/// So many tokens away a part of the day still belongs to a time.
const MOST_AWAY: usize = 25;

fn ends_sentence(tokens: &[Token], at: usize) -> bool {
    let spaced = tokens.get(at + 1).is_none_or(|token| token.spaced);
    matches!(sign(tokens, at), Some('.' | '!' | '?')) && spaced
}
