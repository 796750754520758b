//! The grammar of English number words: units, teens, tens, hundreds, scales, dozens, fractions, and the years that are said
//! in pairs (nineteen forty-eight). Ordinals and dates stand elsewhere.

use super::cardinal::{Amount, Cardinal};
use super::measure::{self, MeasureKind};
use super::ratio::Ratio;
use super::scan::{Token, TokenKind, word};

const SMALL: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const TENS: [&str; 8] = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
const PARTS: [&str; 8] = ["third", "quarter", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];
const PART_SIZES: [i128; 8] = [3, 4, 5, 6, 7, 8, 9, 10];

/// The number from 0 to 19 that a word names.
pub(super) fn small(word: &str) -> Option<i64> {
    SMALL.iter().position(|name| *name == word).and_then(|n| i64::try_from(n).ok())
}

/// The ten that a word names.
pub(super) fn tens(word: &str) -> Option<i64> {
    TENS.iter().position(|name| *name == word).and_then(|n| i64::try_from(10 * (n + 2)).ok())
}

/// What is so many times as much: doubled, tripled, fivefold.
pub(super) fn multiple(word: &str) -> Option<i64> {
    match word {
        "doubled" | "doubling" => Some(2),
        "triple" | "tripled" | "tripling" | "trebled" => Some(3),
        "quadrupled" | "quadruple" | "quadrupling" => Some(4),
        "quintupled" => Some(5),
        _ => word.strip_suffix("fold").and_then(small).filter(|times| *times > 1),
    }
}

fn scale_word(word: &str) -> Option<u32> {
    Some(match word {
        "thousand" => 3,
        "million" => 6,
        "billion" => 9,
        "trillion" => 12,
        _ => return None,
    })
}

/// The scale that stands in letters behind digits; the plain `m` and `b` only where nothing parts them.
fn scale_letters(word: &str, spaced: bool) -> Option<u32> {
    Some(match word {
        "k" if !spaced => 3,
        "m" if !spaced => 6,
        "b" if !spaced => 9,
        "mn" | "mln" | "mio" => 6,
        "bn" | "bln" => 9,
        "tn" | "trn" => 12,
        _ => return None,
    })
}

fn vague_word(word: &str) -> Option<Ratio> {
    match word {
        "dozens" | "tens" | "scores" => Some(Ratio::integer(10)),
        "hundreds" => Some(Ratio::integer(100)),
        _ => Ratio::power_of_ten(scale_word(word.strip_suffix('s')?)?),
    }
}

/// The size of the part that a word names: 3 for `third` and `thirds`.
pub(super) fn part(word: &str) -> Option<i128> {
    let single = word.strip_suffix('s').unwrap_or(word);
    PARTS.iter().position(|name| *name == single).map(|at| PART_SIZES[at])
}

/// The tokens of a text.
#[derive(Clone, Copy)]
pub(super) struct English<'a> {
    pub(super) tokens: &'a [Token],
}

impl<'a> English<'a> {
    pub(super) fn key(&self, at: usize) -> Option<&'a str> {
        word(self.tokens, at)
    }

    fn is_hyphen(&self, at: usize) -> bool {
        let sign = self.tokens.get(at).filter(|token| !token.spaced).map(|token| &token.kind);
        matches!(sign, Some(TokenKind::Sign('-' | '‐' | '‑')))
    }

    fn is_word(&self, at: usize, words: &[&str]) -> bool {
        self.key(at).is_some_and(|key| words.contains(&key))
    }

    pub(super) fn past_hyphen(&self, at: usize) -> usize {
        at + usize::from(self.is_hyphen(at))
    }

    /// The amount that begins at a token.
    pub(super) fn cardinal(&self, at: usize) -> Option<Cardinal> {
        if let Some(fraction) = self.fraction(at) {
            return Some(fraction);
        }
        if let Some(vague) = self.vague(at) {
            return Some(vague);
        }
        if let Some(measured) = self.measure_and_part(at) {
            return Some(measured);
        }
        let mut sum = self.term(at)?;
        while let Some(power) = sum.scale {
            if let Some(half) = self.and_fraction(&sum, power) {
                return Some(half);
            }
            let begin = if self.is_word(sum.next, &["and"]) { sum.next + 1 } else { sum.next };
            // Two amounts beside each other, or between X and Y, are two.
            let apart = at > 0 && self.is_word(at - 1, &["between"]);
            let Some(next) = self.term(begin).filter(|next| next.is_below(power) && !apart) else { break };
            if next.scale.is_some_and(|scale| scale >= power) || !(sum.words && next.words) {
                break;
            }
            let Some(joined) = sum.clone().joined(&next) else { break };
            sum = joined;
        }
        Some(sum)
    }

    /// a year and a half.
    fn measure_and_part(&self, at: usize) -> Option<Cardinal> {
        if !self.is_word(at, &["a", "an", "one"]) {
            return None;
        }
        measure::at(self.tokens, at + 1).filter(|measure| measure.kind != MeasureKind::Currency)?;
        let (part, next) = self.and_part(at + 2)?;
        Some(Cardinal::count(part.plus(Ratio::integer(1))?, next, true))
    }

    /// a million and a half.
    fn and_fraction(&self, sum: &Cardinal, power: u32) -> Option<Cardinal> {
        let (fraction, next) = self.and_part(sum.next)?;
        let part = fraction.times(Ratio::power_of_ten(power)?)?;
        Some(Cardinal { value: sum.value.plus(part)?, next, ..sum.clone() })
    }

    /// `and a half`, `and three quarters`, hyphens allowed, and the token after it.
    pub(super) fn and_part(&self, at: usize) -> Option<(Ratio, usize)> {
        let at = self.past_hyphen(at);
        if !self.is_word(at, &["and"]) {
            return None;
        }
        let at = self.past_hyphen(at + 1);
        if self.is_word(at, &["a", "one"]) {
            let at = self.past_hyphen(at + 1);
            return self.part_at(at).map(|size| (Ratio::new(1, size), at + 1)).and_then(|(r, n)| Some((r?, n)));
        }
        let count = small(self.key(at)?).filter(|count| (2..=9).contains(count))?;
        let at = self.past_hyphen(at + 1);
        let size = self.part_at(at).filter(|size| *size > 2)?;
        Some((Ratio::new(count.into(), size)?, at + 1))
    }

    /// 2 for half, 3 for third.
    fn part_at(&self, at: usize) -> Option<i128> {
        match self.key(at)? {
            "half" | "halves" => Some(2),
            word => part(word),
        }
    }

    /// half, half a million, a third of, two thirds, three quarters of a million.
    fn fraction(&self, at: usize) -> Option<Cardinal> {
        let (value, next) = self.bare_fraction(at)?;
        let fraction = Cardinal { amount: Amount::Fraction, ..Cardinal::count(value, next, true) };
        let mut scale = self.past_hyphen(next);
        if self.is_word(scale, &["of"]) {
            scale += 1;
        }
        if self.is_word(scale, &["a", "one"]) {
            scale += 1;
        }
        match self.key(scale) {
            Some("dozen") => Some(Cardinal::count(value.times(Ratio::integer(12))?, scale + 1, true)),
            Some(word) => match scale_word(word) {
                Some(power) => Cardinal { amount: Amount::Count, ..fraction }.scaled(power, scale + 1),
                None => Some(fraction),
            },
            None => Some(fraction),
        }
    }

    fn bare_fraction(&self, at: usize) -> Option<(Ratio, usize)> {
        let key = self.key(at)?;
        if key == "half" {
            return Some((Ratio::new(1, 2)?, at + 1));
        }
        if key == "quarter" || key == "quarters" {
            return Some((Ratio::new(1, 4)?, at + 1));
        }
        let next = self.past_hyphen(at + 1);
        if key == "a" || key == "one" {
            let size = self.part_at(next)?;
            // "a third mistake" is an ordinal; "one third" and "a third of" are not.
            let follows = self.tokens.get(next + 1).map(|token| &token.kind);
            let whole = key == "one"
                || size == 2
                || size == 4
                || !matches!(follows, Some(TokenKind::Word(word)) if word.key != "of" && word.key != "over");
            return if whole { Some((Ratio::new(1, size)?, next + 1)) } else { None };
        }
        let count = small(key).filter(|count| (2..=9).contains(count))?;
        let word = self.key(next).filter(|word| word.ends_with('s'))?;
        Some((Ratio::new(count.into(), part(word)?)?, next + 1))
    }

    /// dozens, tens of thousands, hundreds of millions, several thousand.
    fn vague(&self, at: usize) -> Option<Cardinal> {
        let mut next = at + 1;
        let mut value = match self.key(at)? {
            "several" | "few" => {
                let word = self.key(next)?;
                let power = match word {
                    "dozen" => 1,
                    "hundred" => 2,
                    word => scale_word(word)?,
                };
                let value = Ratio::power_of_ten(power)?;
                next += 1;
                value
            }
            word => vague_word(word)?,
        };
        for _ in 0..2 {
            if !self.is_word(next, &["of"]) {
                break;
            }
            let Some(more) = self.key(next + 1).and_then(vague_word) else { break };
            value = value.times(more)?;
            next += 2;
        }
        Some(Cardinal { amount: Amount::Vague, ..Cardinal::count(value, next, true) })
    }

    /// A group with its scale: three hundred thousand, 3.5 million, 1.2bn, two and a half million.
    fn term(&self, at: usize) -> Option<Cardinal> {
        let mut group = match &self.tokens.get(at)?.kind {
            TokenKind::Numeral(numeral) => self.numeral(numeral.value?, at)?,
            _ => self.group(at)?,
        };
        if let (None, Some((part, next))) = (group.scale, self.and_part(group.next))
            && group.value.as_integer().is_some()
        {
            group = Cardinal { value: group.value.plus(part)?, next, ..group };
        }
        for _ in 0..2 {
            let at = self.past_hyphen(group.next);
            let Some(word) = self.key(at) else { break };
            let spaced = self.tokens[at].spaced || at != group.next;
            let squared = self.tokens.get(at + 1).and_then(measure::exponent).is_some();
            let letters = if group.words || squared { None } else { scale_letters(word, spaced) };
            let Some(power) = scale_word(word).or(letters) else { break };
            let Some(mut scaled) = group.clone().scaled(power, at + 1) else { break };
            // 100m is a hundred metres as well.
            scaled.other = (word == "m").then_some(group.value);
            group = scaled;
        }
        Some(group)
    }

    fn numeral(&self, value: Ratio, at: usize) -> Option<Cardinal> {
        let part = self.tokens.get(at + 1).and_then(|token| match &token.kind {
            TokenKind::Numeral(part) if part.vulgar => part.value,
            _ => None,
        });
        match part {
            Some(part) => Some(Cardinal::count(value.plus(part)?, at + 2, false)),
            None => Some(Cardinal::count(value, at + 1, false)),
        }
    }

    /// A number below a thousand, a round one behind "a", or a year said in pairs.
    fn group(&self, at: usize) -> Option<Cardinal> {
        let count = |value, next| Some(Cardinal::count(Ratio::integer(value), next, true));
        let word = self.key(at)?;
        if word == "a" || word == "an" {
            return match self.key(at + 1)? {
                "hundred" => Some(self.hundreds(100, at + 2)),
                "dozen" => count(12, at + 2),
                next => scale_word(next).and_then(|_| count(1, at + 1)),
            };
        }
        match word {
            "hundred" => return Some(self.hundreds(100, at + 1)),
            "dozen" => return count(12, at + 1),
            _ if multiple(word).is_some() => return count(multiple(word)?, at + 1),
            _ if scale_word(word).is_some() => return count(1, at),
            _ => {}
        }
        let below = self.below_hundred(at)?;
        let value = below.value.as_integer()?;
        match self.key(below.next) {
            Some("hundred") if value > 0 => Some(self.hundreds(value * 100, below.next + 1)),
            Some("dozen") => count(value * 12, below.next + 1),
            Some(_) if (10..=20).contains(&value) => match self.below_hundred(below.next) {
                Some(year) if year.value >= Ratio::integer(10) && !self.is_hyphen(below.next) => {
                    count(value * 100 + year.value.as_integer()?, year.next)
                }
                _ => Some(below),
            },
            _ => Some(below),
        }
    }

    fn hundreds(&self, value: i64, next: usize) -> Cardinal {
        let hundreds = Cardinal::count(Ratio::integer(value), next, true);
        let begin = if self.is_word(next, &["and"]) { next + 1 } else { next };
        let rest = self.below_hundred(begin);
        rest.and_then(|rest| hundreds.clone().joined(&rest)).unwrap_or(hundreds)
    }

    pub(super) fn below_hundred(&self, at: usize) -> Option<Cardinal> {
        let count = |value, next| Some(Cardinal::count(Ratio::integer(value), next, true));
        let word = self.key(at)?;
        if let Some(value) = small(word) {
            return count(value, at + 1);
        }
        let tens = tens(word)?;
        let next = self.past_hyphen(at + 1);
        match self.key(next).and_then(small).filter(|unit| (1..=9).contains(unit)) {
            Some(unit) => count(tens + unit, next + 1),
            None => count(tens, at + 1),
        }
    }
}
