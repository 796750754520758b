//! Clock times: ٩:٣٠ مساءً, الساعة التاسعة والنصف, 9.30 p.m., half past nine, 21:30.

use std::ops::Range;

use super::arabic::{Arabic, Atom};
use super::day_part::DayPart;
use super::english::{English, small};
use super::scan::{Token, TokenKind, integer};

/// A time of day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clock {
    /// Where it stands, in UTF-8 bytes of the raw text.
    pub span: Range<usize>,
    /// The hour as written, 0 to 24.
    pub hour: i64,
    /// The minute, 0 to 59.
    pub minute: i64,
    /// Before or after noon, where the text says so.
    pub half: Option<HalfDay>,
}

/// The two halves of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum HalfDay {
    /// Before noon.
    Morning,
    /// After noon.
    Afternoon,
}

impl Clock {
    /// Minutes since midnight where the half of the day is known, said or by a 24-hour clock.
    #[must_use]
    pub fn minutes(&self) -> Option<i64> {
        let hour = match self.half {
            Some(HalfDay::Morning) => self.hour % 12,
            Some(HalfDay::Afternoon) => self.hour % 12 + 12,
            None if self.hour > 12 || self.hour == 0 => self.hour % 24,
            None => return None,
        };
        Some(hour * 60 + self.minute)
    }

    /// Minutes since midnight or noon.
    #[must_use]
    pub const fn dial(&self) -> i64 {
        self.hour % 12 * 60 + self.minute
    }
}

/// `9:30` and the token after it; with `point` also `9.30`.
fn written(tokens: &[Token], at: usize, point: bool) -> Option<(i64, i64, usize)> {
    let TokenKind::Numeral(numeral) = &tokens.get(at)?.kind else { return None };
    if point && numeral.decimals == 2 && !numeral.comma {
        let (hour, minute) = numeral.digits.split_at(numeral.digits.len() - 2);
        let (hour, minute): (i64, i64) = (hour.parse().ok()?, minute.parse().ok()?);
        return (hour <= 24 && minute < 60).then_some((hour, minute, at + 1));
    }
    if !matches!(tokens.get(at + 1)?.kind, TokenKind::Sign(':')) || tokens[at + 1].spaced {
        return None;
    }
    let minutes = tokens.get(at + 2).filter(|token| !token.spaced)?;
    let TokenKind::Numeral(minute) = &minutes.kind else { return None };
    let (hour, value) = (integer(tokens, at)?, integer(tokens, at + 2)?);
    (minute.digits.len() == 2 && hour <= 24 && value < 60).then_some((hour, value, at + 3))
}

/// The hour before, on a dial.
const fn hour_before(hour: i64) -> i64 {
    if hour == 1 { 12 } else { hour - 1 }
}

/// What a grammar finds at a token: hour, minute, half of the day, and the token after them.
type Found = (i64, i64, Option<HalfDay>, usize);

/// The clock times of an Arabic text.
pub(super) fn arabic(grammar: &Arabic<'_>) -> Vec<Clock> {
    each(grammar.tokens, |at| grammar.clock(at), |at| grammar.hour_before(at))
}

/// The clock times of an English text.
pub(super) fn english(grammar: &English<'_>) -> Vec<Clock> {
    each(grammar.tokens, |at| grammar.clock(at), |at| grammar.hour_before(at))
}

/// The clock times, and the bare hours from which those are the end of a time: between 2 and 6 p.m.
fn each(
    tokens: &[Token],
    clock: impl Fn(usize) -> Option<Found>,
    hour_before: impl Fn(usize) -> Option<(i64, Range<usize>)>,
) -> Vec<Clock> {
    let (mut clocks, mut at, mut taken): (Vec<Clock>, _, _) = (Vec::new(), 0, 0);
    while at < tokens.len() {
        let Some((hour, minute, half, next)) = clock(at) else {
            at += 1;
            continue;
        };
        if let Some((first, place)) = hour_before(at).filter(|(_, place)| half.is_some() && place.start >= taken) {
            let span = tokens[place.start].span.start..tokens[place.end - 1].span.end;
            // From nine to five in the afternoon begins in another half.
            let half = half.filter(|_| first % 12 < hour % 12);
            clocks.push(Clock { span, hour: first, minute: 0, half });
        }
        let span = tokens[at].span.start..tokens[next - 1].span.end;
        clocks.push(Clock { span, hour, minute, half });
        (at, taken) = (next, next);
    }
    clocks
}

/// What stands before the digits of an hour at night.
const BEFORE_HOUR: &[&str] =
    &["في", "عند", "حتي", "وحتي", "الي", "منذ", "من", "قبل", "بعد", "حوالي", "نحو", "قرابه", "بين", "و"];

impl Arabic<'_> {
    fn clock(&self, at: usize) -> Option<Found> {
        let cued = at > 0 && matches!(self.key(at - 1), Some("الساعه" | "والساعه" | "للساعه" | "بالساعه"));
        let (hour, mut minute, mut next) = match (written(self.tokens, at, cued), cued) {
            (Some(written), _) => written,
            (None, true) => {
                let (hour, next) = self.hour(at)?;
                (hour, 0, next)
            }
            (None, false) => {
                let (hour, next) = self.uncued_hour(at)?;
                (hour, 0, next)
            }
        };
        let mut before = false;
        if let Some((part, after, less)) = self.part_of_hour(next) {
            (minute, next, before) = (part, after, less);
        }
        let part = self.day_part(next);
        let next = part.map_or(next, |(_, next)| next);
        let (hour, minute) = if before { (hour_before(hour), 60 - minute) } else { (hour, minute) };
        Some((hour, minute, part.and_then(|(part, _)| part.half(hour)), next))
    }

    /// An hour that only the part of the day behind it makes one, and the token after it.
    fn uncued_hour(&self, at: usize) -> Option<(i64, usize)> {
        if let Some(hour) = integer(self.tokens, at).filter(|hour| (1..=12).contains(hour)) {
            let said = match self.key(at + 1)? {
                // A construct such as صباح أمس may follow any number.
                "ص" | "م" | "صباح" | "فجر" | "ظهر" | "عصر" | "ليل" | "ليله" | "منتصف" | "عند" | "مع" | "قبيل" =>
                {
                    return None;
                }
                "قبل" if self.key(at + 2) == Some("الفجر") => return None,
                "ليلا" => hour == 12 || at == 0 || self.key(at - 1).is_some_and(|word| BEFORE_HOUR.contains(&word)),
                _ => self.day_part(at + 1).is_some(),
            };
            return said.then_some((hour, at + 1));
        }
        let (hour, next) = self.definite_hour(at).filter(|(hour, _)| (1..=12).contains(hour))?;
        let end = self.part_of_hour(next).map_or(next, |(_, after, _)| after);
        let said = self.day_part(end).is_some() && !matches!(self.key(end), Some("ص" | "م"));
        said.then_some((hour, next))
    }

    /// في السابعة مساء: a rank with its article, which the part of the day makes an hour.
    fn definite_hour(&self, at: usize) -> Option<(i64, usize)> {
        if at > 0 && self.hit(at - 1).is_none() && self.key(at - 1).is_some_and(is_definite_feminine) {
            return None;
        }
        let hit = self.hit(at).filter(|hit| hit.definite)?;
        self.key(at).filter(|key| key.ends_with('ه'))?;
        if hit.atom == Atom::Unit(1) { Some((1, at + 1)) } else { self.ordinal(at) }
    }

    /// The bare hour from which a clock time is the end: بين الثانية والسادسة مساء.
    fn hour_before(&self, at: usize) -> Option<(i64, Range<usize>)> {
        let is = |at: usize, words: &[&str]| self.key(at).is_some_and(|word| words.contains(&word));
        const HOURS: &[&str] = &["الساعه", "والساعه"];
        let joint = at - usize::from(at > 0 && is(at - 1, &["الساعه"]));
        let end = match joint.checked_sub(1) {
            Some(before) if is(before, &["الي", "حتي", "وحتي", "و"]) => before,
            Some(before) if is(before, &["والساعه"]) => before,
            _ if self.hit(at).is_some_and(|hit| hit.joined) => at,
            _ => return None,
        };
        let first = end.checked_sub(1)?;
        let digits = integer(self.tokens, first).map(|hour| (hour, end));
        let (hour, next) = digits.or_else(|| self.definite_hour(first))?;
        let opening = first.checked_sub(1 + usize::from(first > 0 && is(first - 1, HOURS)))?;
        (next == end && (1..=12).contains(&hour) && is(opening, &["بين", "من", "وبين", "ومن"]))
            .then_some((hour, first..end))
    }

    fn hour(&self, at: usize) -> Option<(i64, usize)> {
        let value = integer(self.tokens, at).map(|hour| (hour, at + 1));
        let word = || match self.hit(at)?.atom {
            Atom::Unit(1) => Some((1, at + 1)),
            _ => self.ordinal(at),
        };
        value.or_else(word).filter(|(hour, _)| (0..=24).contains(hour))
    }

    /// والنصف, والربع, إلا ربعا, وعشر دقائق: minutes, the token after, and whether they are taken away.
    fn part_of_hour(&self, at: usize) -> Option<(i64, usize, bool)> {
        let less = self.key(at) == Some("الا");
        let at = if less { at + 1 } else { self.after_and(at)? };
        match self.hit(at)?.atom {
            Atom::Fraction(1, 2) => Some((30, at + 1, less)),
            Atom::Fraction(1, 3) => Some((20, at + 1, less)),
            // Behind إلا ثلثا is no dual.
            Atom::Fraction(2, 3) if less && self.key(at) == Some("ثلثا") => Some((20, at + 1, less)),
            Atom::Fraction(1, 4) => Some((15, at + 1, less)),
            _ => {
                let minutes = self.cardinal(at)?;
                let value = minutes.value.as_integer().filter(|value| (1..60).contains(value))?;
                let named = matches!(self.key(minutes.next), Some("دقيقه" | "دقاءق"));
                named.then_some((value, minutes.next + 1, less))
            }
        }
    }
}

/// A noun that a rank behind it may belong to: للمرة الثالثة صباح أمس.
fn is_definite_feminine(noun: &str) -> bool {
    let bare = noun.strip_prefix(['و', 'ف']).unwrap_or(noun);
    let bare = bare.strip_prefix(['ب', 'ك']).unwrap_or(bare);
    noun.ends_with('ه') && (bare.starts_with("ال") || bare.starts_with("لل"))
}

/// What may stand before a bare hour.
const BEFORE_BARE: &[&str] = &["at", "by", "until", "till", "around", "about", "before", "after", "since", "from"];
/// What may follow a bare hour, and is no noun that it counts.
const BEHIND_BARE: &[&str] = &[
    "the",
    "on",
    "when",
    "as",
    "and",
    "but",
    "with",
    "before",
    "after",
    "while",
    "for",
    "in",
    "at",
    "to",
    "this",
    "that",
    "yesterday",
    "last",
    "tomorrow",
    "today",
    "tonight",
    "until",
];

impl English<'_> {
    fn clock(&self, at: usize) -> Option<Found> {
        if let Some((hour, minute, next)) = self.four_digits(at) {
            // They count the whole day.
            let half = if hour % 24 < 12 { HalfDay::Morning } else { HalfDay::Afternoon };
            return Some((hour, minute, Some(half), next));
        }
        let (hour, minute, next) = match self.spoken(at).or_else(|| self.midpoint(at)) {
            Some(found) => found,
            None => self.counted(at)?,
        };
        let behind = match self.key(at) {
            Some("noon" | "midday") => Some((DayPart::Noon, next)),
            Some("midnight") => Some((DayPart::Night, next)),
            _ => self.day_part(next),
        };
        let part = behind.map(|(part, _)| part).or_else(|| self.day_part_about(at, next));
        Some((hour, minute, part.and_then(|part| part.half(hour)), behind.map_or(next, |(_, next)| next)))
    }

    /// The bare hour from which a clock time is the end: between 2 and 6 p.m., 2–6 p.m.
    fn hour_before(&self, at: usize) -> Option<(i64, Range<usize>)> {
        let (joint, first) = (at.checked_sub(1)?, at.checked_sub(2)?);
        let opened = first > 0 && matches!(self.key(first - 1), Some("between" | "from"));
        let joined = match &self.tokens[joint].kind {
            TokenKind::Word(word) => opened && matches!(word.key.as_str(), "and" | "to" | "until" | "till"),
            TokenKind::Sign(sign) => matches!(sign, '-' | '–' | '‑'),
            _ => false,
        };
        let (hour, next) = self.hour_at(first)?;
        (joined && next == joint).then_some((hour, first..joint))
    }

    /// Noon and midnight, which need no number; after them is no time.
    fn midpoint(&self, at: usize) -> Option<(i64, i64, usize)> {
        let after = at > 0 && matches!(self.key(at - 1), Some("after" | "before" | "past"));
        let named = matches!(self.key(at)?, "noon" | "midday" | "midnight");
        (named && !after).then_some((12, 0, at + 1))
    }

    /// 9:30, seven o'clock, 8 p.m., seven that evening, at seven.
    fn counted(&self, at: usize) -> Option<(i64, i64, usize)> {
        if let Some(written) = written(self.tokens, at, self.day_part(at + 1).is_some()) {
            return Some(written);
        }
        let hour = integer(self.tokens, at).or_else(|| self.key(at).and_then(small));
        let hour = hour.filter(|hour| (1..=12).contains(hour))?;
        if self.key(at + 1) == Some("o") && self.key(at + 3) == Some("clock") {
            return Some((hour, 0, at + 4));
        }
        let cued = at > 0 && self.key(at - 1).is_some_and(|word| BEFORE_BARE.contains(&word));
        let ends = match self.tokens.get(at + 1).map(|token| &token.kind) {
            Some(TokenKind::Word(word)) => BEHIND_BARE.contains(&word.key.as_str()),
            Some(TokenKind::Sign(sign)) => matches!(sign, ',' | '.' | ';' | ')' | '!' | '?' | '”' | '’'),
            Some(_) => false,
            None => true,
        };
        (cued && ends || self.day_part(at + 1).is_some()).then_some((hour, 0, at + 1))
    }

    /// 1700 GMT, at 0630 hours: the hour and the minute without a mark between them.
    fn four_digits(&self, at: usize) -> Option<(i64, i64, usize)> {
        let TokenKind::Numeral(numeral) = &self.tokens.get(at)?.kind else { return None };
        if numeral.digits.len() != 4 || numeral.decimals > 0 || numeral.grouped {
            return None;
        }
        let cued = at > 0 && self.key(at - 1).is_some_and(|word| BEFORE_BARE.contains(&word));
        let is_time = match self.key(at + 1)? {
            "gmt" | "utc" => true,
            "hours" | "hrs" => cued && self.key(at + 2) != Some("of"),
            "local" => cued && self.key(at + 2) == Some("time"),
            _ => false,
        };
        let (hour, minute) = numeral.digits.split_at(2);
        let (hour, minute): (i64, i64) = (hour.parse().ok()?, minute.parse().ok()?);
        (is_time && hour <= 24 && minute < 60).then_some((hour, minute, at + 1))
    }

    /// half past nine, twenty-five minutes to ten, half seven, nine thirty: hour, minute, token after.
    fn spoken(&self, at: usize) -> Option<(i64, i64, usize)> {
        let cued = at > 0 && self.key(at - 1).is_some_and(|word| word != "from" && BEFORE_BARE.contains(&word));
        let (first, next) = match self.key(at)? {
            "half" => (30, at + 1),
            "quarter" => (15, at + 1),
            _ => {
                let number = integer(self.tokens, at).map(|number| (number, at + 1));
                number.or_else(|| self.below_hundred(at).and_then(|n| Some((n.value.as_integer()?, n.next))))?
            }
        };
        let named = matches!(self.key(next), Some("minute" | "minutes"));
        let joint = self.past_hyphen(next + usize::from(named));
        let after = |at: usize| self.hour_at(at).filter(|_| (1..60).contains(&first));
        match self.key(joint) {
            Some("past") => after(joint + 1).map(|(hour, next)| (hour, first, next)),
            // Between other numbers it is a range.
            Some("to") if named || self.key(at) == Some("quarter") || cued && first % 5 == 0 => {
                after(joint + 1).map(|(hour, next)| (hour_before(hour), 60 - first, next))
            }
            _ if cued && self.key(at) == Some("half") => after(joint).map(|(hour, next)| (hour, 30, next)),
            _ if cued && (1..=12).contains(&first) && self.key(at).is_some() => {
                let minutes = self.below_hundred(joint)?;
                let minute =
                    minutes.value.as_integer().filter(|minute| (10..60).contains(minute) && minute % 5 == 0)?;
                Some((first, minute, minutes.next))
            }
            _ => None,
        }
    }

    /// A number that may be an hour, and the token after it.
    fn hour_at(&self, at: usize) -> Option<(i64, usize)> {
        let hour = self.key(at).and_then(small).or_else(|| integer(self.tokens, at))?;
        (1..=12).contains(&hour).then_some((hour, at + 1))
    }
}
