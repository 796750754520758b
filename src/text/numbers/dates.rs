//! Dates: a day, month and year, or as many of them as the text gives; years with the mark of their era.

use std::ops::Range;

use super::arabic::{Arabic, Atom, Hit};
use super::english::English;
use super::months::{self, Calendar, Month};
use super::scan::{Token, TokenKind};

/// A date, or part of one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Date {
    /// Where it stands, in UTF-8 bytes of the raw text.
    pub span: Range<usize>,
    /// The calendar of month and year.
    pub calendar: Calendar,
    /// The day of the month.
    pub day: Option<i64>,
    /// The month, from 1.
    pub month: Option<i64>,
    /// The year.
    pub year: Option<i64>,
    /// Where the year begins, if it stands behind a month.
    pub year_start: Option<usize>,
    /// Whether day and month may be the other way round: 3/9/2023 in English.
    pub open_order: bool,
}

impl Date {
    /// Whether both can be one date: no part that both give differs.
    #[must_use]
    pub fn agrees(&self, other: &Self) -> bool {
        let same = |a: Option<i64>, b: Option<i64>| a.is_none() || b.is_none() || a == b;
        let parts = |day, month| same(day, other.day) && same(month, other.month);
        let turned = (self.open_order || other.open_order) && parts(self.month, self.day);
        self.calendar == other.calendar && same(self.year, other.year) && (parts(self.day, self.month) || turned)
    }

    /// The bytes of day and month.
    #[must_use]
    pub fn without_year(&self) -> Range<usize> {
        self.span.start..self.year_start.unwrap_or(self.span.end)
    }

    /// Calendar, day, month and year: equal where the dates are.
    #[must_use]
    pub const fn parts(&self) -> (Calendar, Option<i64>, Option<i64>, Option<i64>) {
        (self.calendar, self.day, self.month, self.year)
    }
}

/// What is peculiar to a language.
pub(super) trait DateWords {
    fn tokens(&self) -> &[Token];
    fn month(&self, at: usize) -> Option<Month>;
    /// An ordinal or number that may be a day, and the token after it.
    fn day(&self, at: usize) -> Option<(i64, usize)>;
    fn key(&self, at: usize) -> Option<&str>;
    /// A year of an era in words or as a rank, and the token after it: سنة خمس وخمسمئة, the eighth year.
    fn spelt_year(&self, at: usize) -> Option<(i64, usize)>;
    /// In numbers alone the month may come first.
    const OPEN_ORDER: bool;
}

impl DateWords for Arabic<'_> {
    const OPEN_ORDER: bool = false;

    fn tokens(&self) -> &[Token] {
        self.tokens
    }

    fn month(&self, at: usize) -> Option<Month> {
        months::arabic(self.tokens, at)
    }

    fn day(&self, at: usize) -> Option<(i64, usize)> {
        let round = || match self.hit(at)? {
            Hit { atom: Atom::Tens(tens), definite: true, .. } => Some((tens, at + 1)),
            _ => None,
        };
        integer(self.tokens, at).map(|day| (day, at + 1)).or_else(|| self.ordinal(at)).or_else(round)
    }

    fn key(&self, at: usize) -> Option<&str> {
        Arabic::key(self, at)
    }

    fn spelt_year(&self, at: usize) -> Option<(i64, usize)> {
        let before = at.checked_sub(1).and_then(|before| Arabic::key(self, before))?;
        let ordinal = || self.ordinal(at).filter(|_| THE_YEAR.contains(&before));
        let words = || {
            let year = self.cardinal(at).filter(|year| year.words && is_year_word(before))?;
            Some((year.value.as_integer()?, year.next))
        };
        ordinal().or_else(words)
    }
}

impl DateWords for English<'_> {
    const OPEN_ORDER: bool = true;

    fn tokens(&self) -> &[Token] {
        self.tokens
    }

    fn month(&self, at: usize) -> Option<Month> {
        months::english(self.tokens, at)
    }

    fn day(&self, at: usize) -> Option<(i64, usize)> {
        let ordinal = self.rank(at).filter(|rank| rank.kind == super::ordinal::RankKind::Ordinal);
        ordinal.map(|rank| (rank.value, rank.next)).or_else(|| integer(self.tokens, at).map(|day| (day, at + 1)))
    }

    fn key(&self, at: usize) -> Option<&str> {
        English::key(self, at)
    }

    fn spelt_year(&self, at: usize) -> Option<(i64, usize)> {
        let rank = self.rank(at).filter(|rank| rank.kind == super::ordinal::RankKind::Ordinal)?;
        (English::key(self, rank.next) == Some("year")).then_some((rank.value, rank.next + 1))
    }
}

fn integer(tokens: &[Token], at: usize) -> Option<i64> {
    match &tokens.get(at)?.kind {
        TokenKind::Numeral(numeral) if numeral.decimals == 0 && !numeral.grouped => numeral.value?.as_integer(),
        _ => None,
    }
}

fn is_sign(tokens: &[Token], at: usize, signs: &[char]) -> bool {
    matches!(tokens.get(at).map(|token| &token.kind), Some(TokenKind::Sign(c)) if signs.contains(c))
}

/// All dates of a text, in order and apart.
pub(super) fn dates<W: DateWords>(words: &W) -> Vec<Date> {
    let tokens = words.tokens();
    let (mut dates, mut at) = (Vec::new(), 0);
    while at < tokens.len() {
        let found = numeric(words, at)
            .or_else(|| september(words, at))
            .or_else(|| with_month(words, at))
            .or_else(|| with_era(words, at));
        match found {
            Some((date, next)) => {
                let free = dates.last().map_or(0, |date: &Date| date.span.end);
                let has_day = date.day.is_some() && date.month.is_some();
                let is_named_first = words.month(at).is_some();
                let before = if has_day && !is_named_first { days_before(words, at, free) } else { Vec::new() };
                let behind = day_behind(words, next).filter(|_| has_day && is_named_first);
                let of_month = |(day, span): (i64, Range<usize>)| Date {
                    span,
                    day: Some(day),
                    month: date.month,
                    ..nothing(date.calendar)
                };
                dates.extend(before.into_iter().map(of_month));
                dates.push(Date { span: tokens[at].span.start..tokens[next - 1].span.end, ..date.clone() });
                at = next + if behind.is_some() { 2 } else { 0 };
                dates.extend(behind.map(of_month));
            }
            None => at += 1,
        }
    }
    dates
}

/// Whether a token joins two days of one month: 4 and 5 March, من ٤ إلى ٩ آذار.
fn joins_days<W: DateWords>(words: &W, at: usize) -> bool {
    is_sign(words.tokens(), at, &['-', '–', '‑', '&'])
        || matches!(words.key(at), Some("و" | "and" | "الي" | "حتي" | "to" | "until" | "through"))
}

/// A day that leaves its month to another one, and where it stands.
fn bare_day<W: DateWords>(words: &W, at: usize) -> Option<(i64, Range<usize>)> {
    let day = integer(words.tokens(), at).filter(|day| (1..=31).contains(day))?;
    Some((day, words.tokens()[at].span.clone()))
}

/// The days of a month before the last one, which has its name: 3, 4 and 5 March. None of them begins before a byte.
fn days_before<W: DateWords>(words: &W, at: usize, free: usize) -> Vec<(i64, Range<usize>)> {
    let mut days = Vec::new();
    let mut first = at;
    while let Some(joint) = first
        .checked_sub(1)
        .filter(|joint| joins_days(words, *joint) || !days.is_empty() && is_sign(words.tokens(), *joint, &[',', '،']))
    {
        let day = joint.checked_sub(1).and_then(|at| bare_day(words, at)).filter(|(_, span)| span.start >= free);
        let Some(day) = day else { break };
        days.push(day);
        first = joint - 1;
    }
    days.reverse();
    days
}

/// The day of a month behind the first one: March 4 and 5.
fn day_behind<W: DateWords>(words: &W, next: usize) -> Option<(i64, Range<usize>)> {
    bare_day(words, next + 1).filter(|_| joins_days(words, next) && words.month(next + 2).is_none())
}

const fn nothing(calendar: Calendar) -> Date {
    Date { span: 0..0, calendar, day: None, month: None, year: None, year_start: None, open_order: false }
}

/// 12/3/2024, 12.03.2024, 2024-03-12.
fn numeric<W: DateWords>(words: &W, at: usize) -> Option<(Date, usize)> {
    let tokens = words.tokens();
    let TokenKind::Sign(separator @ ('/' | '-' | '.' | '؍')) = tokens.get(at + 1)?.kind else { return None };
    if !is_sign(tokens, at + 3, &[separator]) || tokens.get(at + 1..at + 5)?.iter().any(|token| token.spaced) {
        return None;
    }
    let (first, second, third) = (integer(tokens, at)?, integer(tokens, at + 2)?, integer(tokens, at + 4)?);
    let (day, month, year) = if first > 31 { (third, second, first) } else { (first, second, third) };
    let (day, month) = if month > 12 { (month, day) } else { (day, month) };
    let valid = (1..=31).contains(&day) && (1..=12).contains(&month) && (1000..2200).contains(&year);
    let (calendar, next) = era(words, at + 5).unwrap_or((Calendar::Gregorian, at + 5));
    let open_order = W::OPEN_ORDER && first <= 12 && second <= 12;
    valid.then_some((
        Date { day: Some(day), month: Some(month), year: Some(year), open_order, ..nothing(calendar) },
        next,
    ))
}

/// 9/11, the one date that English knows by its numbers alone.
fn september<W: DateWords>(words: &W, at: usize) -> Option<(Date, usize)> {
    let named = W::OPEN_ORDER
        && integer(words.tokens(), at) == Some(9)
        && is_sign(words.tokens(), at + 1, &['/'])
        && integer(words.tokens(), at + 2) == Some(11);
    named.then_some((Date { day: Some(11), month: Some(9), ..nothing(Calendar::Gregorian) }, at + 3))
}

/// ٣ [من] أيلول/سبتمبر ٢٠٢٣, September 3, 2023, in May.
fn with_month<W: DateWords>(words: &W, at: usize) -> Option<(Date, usize)> {
    let leading = words.day(at).filter(|(day, _)| (1..=31).contains(day));
    let day_then_month = leading.and_then(|(day, next)| {
        let mut month_at = next;
        while month_at < next + 3 && matches!(words.key(month_at), Some("من" | "شهر" | "of")) {
            month_at += 1;
        }
        Some((Some(day), words.month(month_at)?))
    });
    let (mut day, month) = match day_then_month {
        Some(found) => found,
        None => (None, words.month(at)?),
    };
    let mut next = second_name(words, &month);
    if day.is_none() && W::OPEN_ORDER {
        let behind = words.day(next).filter(|(day, _)| (1..=31).contains(day));
        if let Some((number, after)) = behind {
            (day, next) = (Some(number), after);
        }
    }
    let year = year(words, next);
    let year_start = year.and_then(|_| words.tokens().get(next)).map(|token| token.span.start);
    let mut calendar = month.calendar;
    if let Some((_, era, after)) = year {
        (calendar, next) = (era.unwrap_or(calendar), after);
    }
    let hyphen = at > 1 && is_sign(words.tokens(), at - 1, &['-', '‑', '–']);
    let cued = at > 0
        && matches!(
            words.key(at - 1 - usize::from(hyphen)),
            Some("شهر" | "in" | "last" | "next" | "since" | "until" | "early" | "late" | "by" | "of" | "mid")
        );
    // في ماي الماضي; a name of the Libyan calendar with an adjective may be anything.
    let dated = month.number != 9
        && matches!(words.key(month.next), Some("الماضي" | "المقبل" | "الجاري" | "المنصرم" | "القادم"));
    (month.sure || day.is_some() || year.is_some() || cued || dated).then_some((
        Date {
            day,
            month: Some(month.number.into()),
            year: year.map(|(year, ..)| year),
            year_start,
            ..nothing(calendar)
        },
        next,
    ))
}

/// Passes over the other name of the same month: كانون الثاني/يناير, كانون الثاني (يناير).
fn second_name<W: DateWords>(words: &W, month: &Month) -> usize {
    let at = month.next;
    if !is_sign(words.tokens(), at, &['/', '(', '-', '–']) {
        return at;
    }
    match words.month(at + 1).filter(|second| second.calendar == month.calendar && second.number == month.number) {
        Some(second) => second.next + usize::from(is_sign(words.tokens(), second.next, &[')'])),
        None => at,
    }
}

/// A year, its era if marked, and the token after it.
fn year<W: DateWords>(words: &W, at: usize) -> Option<(i64, Option<Calendar>, usize)> {
    let mut at = at + usize::from(is_sign(words.tokens(), at, &[',', '،']));
    while matches!(words.key(at), Some("من" | "عام" | "سنه" | "للعام" | "لعام" | "of")) {
        at += 1;
    }
    let year = integer(words.tokens(), at).filter(|year| (1000..2200).contains(year))?;
    let era = era(words, at + 1);
    Some((year, era.map(|(calendar, _)| calendar), era.map_or(at + 1, |(_, next)| next)))
}

/// What stands before a year, with its article or without.
const YEARS: &[&str] = &["سنه", "عام", "لسنه", "لعام", "بسنه", "بعام", "وسنه", "وعام"];
const THE_YEAR: &[&str] = &["السنه", "العام", "للسنه", "للعام", "بالسنه", "بالعام", "والسنه", "والعام"];

/// Whether an Arabic word stands before a year.
pub(super) fn is_year_word(word: &str) -> bool {
    YEARS.contains(&word) || THE_YEAR.contains(&word)
}

/// هـ, هجرية, م, AH, of the Hijra: the calendar and the token after the mark.
fn era<W: DateWords>(words: &W, at: usize) -> Option<(Calendar, usize)> {
    let calendar = match words.key(at)? {
        "ه" | "هجريه" | "هجري" | "الهجريه" | "الهجري" | "للهجره" | "ah" | "hijri" => {
            Calendar::Hijri
        }
        "م" | "ميلاديه" | "ميلادي" | "ce" | "ad" => Calendar::Gregorian,
        "of" | "after" => {
            let article = usize::from(words.key(at + 1) == Some("the"));
            let hijra = matches!(words.key(at + 1 + article), Some("hijra" | "hijrah" | "hegira"));
            return hijra.then_some((Calendar::Hijri, at + 2 + article));
        }
        "a" if words.key(at + 2) == Some("h") && is_sign(words.tokens(), at + 1, &['.']) => {
            return Some((Calendar::Hijri, at + 3 + usize::from(is_sign(words.tokens(), at + 3, &['.']))));
        }
        _ => return None,
    };
    Some((calendar, at + 1))
}

/// A Hijri year alone: ١٤٤٥هـ, السنة الهجرية ١٤٤٥, سنة خمس وخمسمئة للهجرة, 1445 AH, AH 1445, the eighth year of the Hijra.
fn with_era<W: DateWords>(words: &W, at: usize) -> Option<(Date, usize)> {
    let date = |year, next| Some((Date { year: Some(year), ..nothing(Calendar::Hijri) }, next));
    let year = |at| integer(words.tokens(), at).filter(|year| (1..2200).contains(year));
    if words.key(at) == Some("ah") {
        return date(year(at + 1)?, at + 2);
    }
    // القرن السابع الهجري is no year.
    let before = |away: usize| at.checked_sub(away).and_then(|at| words.key(at)).unwrap_or_default();
    if before(1).ends_with("قرن") || before(1) == "ال" && before(2).ends_with("قرن") {
        return None;
    }
    let digits = year(at).map(|value| (value, at + 1));
    let is_marked_before = matches!(before(1), "الهجريه" | "الهجري") && is_year_word(before(2))
        || before(1) == "year" && before(2) == "hijri";
    if let Some((value, next)) = digits.filter(|_| is_marked_before) {
        return date(value, next);
    }
    let (value, next) = digits.or_else(|| words.spelt_year(at))?;
    match era(words, next)? {
        (Calendar::Hijri, next) if (1..2200).contains(&value) => date(value, next),
        _ => None,
    }
}
