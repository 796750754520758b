//! Clock times: ٩:٣٠ مساءً, الساعة التاسعة والنصف, 9.30 p.m., half past nine, 21:30.

use std::ops::Range;

use super::arabic::{Arabic, Atom};
use super::english::{English, small};
use super::scan::{Token, TokenKind};

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

fn integer(tokens: &[Token], at: usize) -> Option<i64> {
    match &tokens.get(at)?.kind {
        TokenKind::Numeral(numeral) if numeral.decimals == 0 => numeral.value?.as_integer(),
        _ => None,
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

/// The clock times of an Arabic text.
pub(super) fn arabic(grammar: &Arabic<'_>) -> Vec<Clock> {
    each(grammar.tokens, |at| grammar.clock(at))
}

/// The clock times of an English text.
pub(super) fn english(grammar: &English<'_>) -> Vec<Clock> {
    each(grammar.tokens, |at| grammar.clock(at))
}

fn each(tokens: &[Token], clock: impl Fn(usize) -> Option<(i64, i64, Option<HalfDay>, usize)>) -> Vec<Clock> {
    let (mut clocks, mut at) = (Vec::new(), 0);
    while at < tokens.len() {
        match clock(at) {
            Some((hour, minute, half, next)) => {
                let span = tokens[at].span.start..tokens[next - 1].span.end;
                clocks.push(Clock { span, hour, minute, half });
                at = next;
            }
            None => at += 1,
        }
    }
    clocks
}

impl Arabic<'_> {
    fn clock(&self, at: usize) -> Option<(i64, i64, Option<HalfDay>, usize)> {
        let cued = at > 0 && matches!(self.key(at - 1), Some("الساعه" | "والساعه" | "للساعه" | "بالساعه"));
        let (hour, mut minute, mut next) = match (written(self.tokens, at, cued), cued) {
            (Some(written), _) => written,
            (None, true) => {
                let (hour, next) = self.hour(at)?;
                (hour, 0, next)
            }
            (None, false) => {
                let number = integer(self.tokens, at).map(|hour| (hour, at + 1));
                let (hour, next) =
                    number.or_else(|| self.definite_hour(at)).filter(|(hour, _)| (1..=12).contains(hour))?;
                let part = if number.is_none() { self.part_of_hour(next).map(|(_, after, _)| after) } else { None };
                let end = part.unwrap_or(next);
                let said = self.half(end).is_some() && !matches!(self.key(end), Some("ص" | "م"));
                (said || number.is_none() && self.key(end) == Some("ليلا")).then_some((hour, 0, next))?
            }
        };
        let mut before = false;
        if let Some((part, after, less)) = self.part_of_hour(next) {
            (minute, next, before) = (part, after, less);
        }
        // Night begins before midnight and ends after it.
        let night = self.key(next) == Some("ليلا");
        let night_half = if (1..=5).contains(&hour) { HalfDay::Morning } else { HalfDay::Afternoon };
        let half = if night { Some((night_half, next + 1)) } else { self.half(next) };
        let next = half.map_or(next, |(_, next)| next);
        let (hour, minute) = if before { (if hour == 1 { 12 } else { hour - 1 }, 60 - minute) } else { (hour, minute) };
        Some((hour, minute, half.map(|(half, _)| half), next))
    }

    /// في السابعة مساء: a rank with its article, which the half of the day makes an hour.
    fn definite_hour(&self, at: usize) -> Option<(i64, usize)> {
        self.hit(at).filter(|hit| hit.definite && self.key(at).is_some_and(|key| key.ends_with('ه')))?;
        self.ordinal(at)
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
            Atom::Fraction(1, 4) => Some((15, at + 1, less)),
            _ => {
                let minutes = self.cardinal(at)?;
                let value = minutes.value.as_integer().filter(|value| (1..60).contains(value))?;
                let named = matches!(self.key(minutes.next), Some("دقيقه" | "دقاءق"));
                named.then_some((value, minutes.next + 1, less))
            }
        }
    }

    fn half(&self, at: usize) -> Option<(HalfDay, usize)> {
        match self.key(at)? {
            "صباحا" | "فجرا" | "ص" => Some((HalfDay::Morning, at + 1)),
            "مساء" | "ظهرا" | "عصرا" | "م" => Some((HalfDay::Afternoon, at + 1)),
            "بعد" if self.key(at + 1) == Some("الظهر") => Some((HalfDay::Afternoon, at + 2)),
            "قبل" if self.key(at + 1) == Some("الظهر") => Some((HalfDay::Morning, at + 2)),
            "من" => match self.key(at + 1)? {
                "صباح" | "فجر" => Some((HalfDay::Morning, at + 2)),
                "مساء" | "ظهر" | "عصر" => Some((HalfDay::Afternoon, at + 2)),
                _ => None,
            },
            _ => None,
        }
    }
}

impl English<'_> {
    fn clock(&self, at: usize) -> Option<(i64, i64, Option<HalfDay>, usize)> {
        if let Some((minute, hour, next)) = self.spoken(at) {
            let half = self.half(next);
            let hour = if minute < 0 { if hour == 1 { 12 } else { hour - 1 } } else { hour };
            return Some((hour, minute.rem_euclid(60), half.map(|h| h.0), half.map_or(next, |h| h.1)));
        }
        let (hour, minute, next) = match written(self.tokens, at, self.half(at + 1).is_some()) {
            Some(written) => written,
            None => {
                let hour = integer(self.tokens, at).or_else(|| self.key(at).and_then(small));
                let hour = hour.filter(|hour| (1..=12).contains(hour))?;
                if self.key(at + 1) == Some("o") && self.key(at + 3) == Some("clock") {
                    (hour, 0, at + 4)
                } else {
                    self.half(at + 1).filter(|(_, next)| *next > at + 1)?;
                    (hour, 0, at + 1)
                }
            }
        };
        let half = self.half(next);
        Some((hour, minute, half.map(|h| h.0), half.map_or(next, |h| h.1)))
    }

    /// half past nine, quarter to ten: minutes (negative before the hour), hour, token after.
    fn spoken(&self, at: usize) -> Option<(i64, i64, usize)> {
        let minutes = match self.key(at)? {
            "half" => 30,
            "quarter" => 15,
            word => small(word)?,
        };
        let sign = match self.key(at + 1)? {
            "past" => 1,
            "to" if self.key(at) == Some("quarter") => -1,
            _ => return None,
        };
        let hour = self.key(at + 2).and_then(small).or_else(|| integer(self.tokens, at + 2))?;
        (1..=12).contains(&hour).then_some((sign * minutes, hour, at + 3))
    }

    /// `a.m.`, `pm`, `in the morning`, and the token after.
    fn half(&self, at: usize) -> Option<(HalfDay, usize)> {
        let key = self.key(at)?;
        let letters = |first: &str| match first {
            "a" => Some(HalfDay::Morning),
            "p" => Some(HalfDay::Afternoon),
            _ => None,
        };
        match key {
            "am" => Some((HalfDay::Morning, at + 1)),
            "pm" => Some((HalfDay::Afternoon, at + 1)),
            "noon" => Some((HalfDay::Afternoon, at + 1)),
            "a" | "p"
                if matches!(self.tokens.get(at + 1)?.kind, TokenKind::Sign('.')) && self.key(at + 2) == Some("m") =>
            {
                let stop = matches!(self.tokens.get(at + 3).map(|token| &token.kind), Some(TokenKind::Sign('.')));
                Some((letters(key)?, at + 3 + usize::from(stop)))
            }
            "in" if self.key(at + 1) == Some("the") => match self.key(at + 2)? {
                "morning" => Some((HalfDay::Morning, at + 3)),
                "afternoon" | "evening" => Some((HalfDay::Afternoon, at + 3)),
                _ => None,
            },
            "at" if self.key(at + 1) == Some("night") => Some((HalfDay::Afternoon, at + 2)),
            _ => None,
        }
    }
}
