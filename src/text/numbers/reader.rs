//! Goes through the tokens of a text once and gives each quantity that a grammar finds its kind, its measure and its bytes.

use super::arabic::Arabic;
use super::cardinal::{Amount, Cardinal};
use super::english::English;
use super::ordinal::{Rank, RankKind};
use super::range::{Placed, ranges, share_percentages};
use super::scan::{Token, TokenKind, scan, word};
use super::{
    Identifier, Quantity, QuantityKind, Ratio, Reading, clock, dates, duration, identifier, measure, nouns, percent,
    score,
};
use crate::model::Language;
use crate::text::addresses::FoundAddress;

/// The grammar of a language; a language without one has its digits read.
enum Grammar<'a> {
    Arabic(Arabic<'a>),
    English(English<'a>),
    Digits(&'a [Token]),
}

impl<'a> Grammar<'a> {
    fn of(language: &Language, tokens: &'a [Token]) -> Self {
        match language.primary() {
            "ar" => Self::Arabic(Arabic::new(tokens)),
            "en" => Self::English(English { tokens }),
            _ => Self::Digits(tokens),
        }
    }

    fn cardinal(&self, at: usize) -> Option<Cardinal> {
        match self {
            Self::Arabic(arabic) => arabic.cardinal(at),
            Self::English(english) => english.cardinal(at),
            Self::Digits(tokens) => match &tokens[at].kind {
                TokenKind::Numeral(numeral) => Some(Cardinal::count(numeral.value?, at + 1, false)),
                _ => None,
            },
        }
    }

    fn rank(&self, at: usize) -> Option<Rank> {
        match self {
            Self::Arabic(arabic) => arabic.rank(at),
            Self::English(english) => english.rank(at),
            Self::Digits(_) => None,
        }
    }
}

pub(super) fn read(text: &str, language: &Language, addresses: &[FoundAddress]) -> Reading {
    let opaque: Vec<_> = addresses.iter().map(|address| address.span.clone()).collect();
    let tokens = scan(text, &opaque);
    let grammar = Grammar::of(language, &tokens);
    let mut reading = Reading { measures: measure::all(&tokens), ..Reading::default() };
    match &grammar {
        Grammar::Arabic(arabic) => {
            (reading.dates, reading.clocks) = (dates::dates(arabic), clock::arabic(arabic));
            reading.scores = score::arabic(arabic);
        }
        Grammar::English(english) => {
            (reading.dates, reading.clocks) = (dates::dates(english), clock::english(english));
            reading.scores = score::english(english);
        }
        Grammar::Digits(_) => {}
    }
    let mut placed = Vec::new();
    let (mut at, mut taken, mut date) = (0, 0, 0);
    while at < tokens.len() {
        let start = tokens[at].span.start;
        while reading.dates.get(date).is_some_and(|date| date.span.end <= start) {
            date += 1;
        }
        let in_date = reading.dates.get(date).is_some_and(|date| date.span.contains(&start));
        if let Some(run) = identifier::run(&tokens, at).filter(|_| !in_date) {
            let span = tokens[run.tokens.start].span.start..tokens[run.tokens.end - 1].span.end;
            reading.identifiers.push(Identifier { span, digits: run.digits });
            (at, taken) = (run.tokens.end, run.tokens.end);
        } else if let Some(found) = quantity_at(&tokens, &grammar, at, taken) {
            (at, taken) = (found.next, found.next);
            placed.push(found);
        } else {
            // "في المئة" without a number before it is no hundred.
            at = percent::after(&tokens, at).map_or(at + 1, |(_, next)| next);
        }
    }
    let mut counted = vec![false; tokens.len()];
    for placed in &placed {
        counted[placed.begin..placed.next].fill(true);
    }
    reading.named_once = duration::named_once(&tokens, &counted);
    share_percentages(&tokens, &mut placed);
    reading.ranges = ranges(&tokens, &mut placed);
    reading.quantities = placed.into_iter().map(|placed| placed.quantity).collect();
    reading
}

fn quantity_at(tokens: &[Token], grammar: &Grammar<'_>, at: usize, taken: usize) -> Option<Placed> {
    if percent::after(tokens, at).is_some() || is_exponent(tokens, at) {
        return None;
    }
    if let Some(rank) = grammar.rank(at) {
        return Some(ranked(tokens, at, rank));
    }
    if let Grammar::Arabic(_) = grammar
        && let Some(placed) = two_points(tokens, at)
    {
        return Some(placed);
    }
    let mut cardinal = grammar.cardinal(at).filter(|cardinal| cardinal.next > at)?;
    if is_and_one_more(tokens, &cardinal) {
        cardinal.value = cardinal.value.plus(Ratio::integer(1))?;
    }
    Some(counted(tokens, at, taken, &cardinal))
}

/// نقطتين مئويتين: the dual counts two.
fn two_points(tokens: &[Token], at: usize) -> Option<Placed> {
    let next = percent::dual_points(tokens, at)?;
    let quantity = Quantity {
        span: tokens[at].span.start..tokens[next - 1].span.end,
        kind: QuantityKind::PercentagePoint,
        value: Ratio::integer(2),
        other: None,
        measure: None,
        counted: nouns::Counted::default(),
        words: true,
        soft: false,
        decimals: 0,
        decimal_comma: false,
    };
    Some(Placed { quantity, begin: at, next, scale: None })
}

/// الأيام الستة: a number with the article behind a noun with the article.
fn is_behind_its_noun(tokens: &[Token], at: usize) -> bool {
    let definite = |at: usize| word(tokens, at).is_some_and(|word| word.starts_with("ال"));
    at > 0 && definite(at) && definite(at - 1)
}

/// ألف ليلة وليلة: what is counted, and one more of it.
fn is_and_one_more(tokens: &[Token], cardinal: &Cardinal) -> bool {
    let (Some(counted), Some(more)) = (word(tokens, cardinal.next), word(tokens, cardinal.next + 1)) else {
        return false;
    };
    let round = cardinal.value.as_integer().is_some_and(|value| value >= 100 && value % 100 == 0);
    round && cardinal.words && more.strip_prefix('و') == Some(counted)
}

fn ranked(tokens: &[Token], at: usize, rank: Rank) -> Placed {
    let kind = match rank.kind {
        RankKind::Ordinal => QuantityKind::Ordinal,
        RankKind::Decade => QuantityKind::Decade,
        RankKind::Roman => QuantityKind::Roman,
    };
    let is_small = rank.words && rank.kind == RankKind::Ordinal && rank.value <= 10;
    let soft = rank.kind == RankKind::Roman || is_small && !is_age(tokens, at, rank.next);
    let quantity = Quantity {
        span: tokens[at].span.start..tokens[rank.next - 1].span.end,
        kind,
        value: Ratio::integer(rank.value),
        other: None,
        measure: None,
        counted: nouns::Counted::default(),
        words: rank.words,
        soft,
        decimals: 0,
        decimal_comma: false,
    };
    Placed { quantity, begin: at, next: rank.next, scale: None }
}

/// في السابعة من عمرها, طفلة في السابعة: a rank is an age.
fn is_age(tokens: &[Token], at: usize, next: usize) -> bool {
    const LIVES: &[&str] = &["العمر", "عمره", "عمرها", "عمري", "عمرك", "عمرهم", "عمرهما"];
    const PEOPLE: &[&str] = &["طفل", "طفله", "طفلا", "فتي", "فتاه", "صبي", "صبيه", "صبيا", "شاب", "شابه", "شابا", "ولد"];
    let is = |at: Option<usize>, words: &[&str]| at.and_then(|at| word(tokens, at)).is_some_and(|w| words.contains(&w));
    let is_definite = word(tokens, at).is_some_and(|word| word.starts_with("ال") && word.ends_with('ه'));
    let is_lived = is(Some(next), &["من"]) && is(Some(next + 1), LIVES);
    is_lived || is_definite && is(at.checked_sub(1), &["في"]) && is(at.checked_sub(2), PEOPLE)
}

fn counted(tokens: &[Token], at: usize, taken: usize, cardinal: &Cardinal) -> Placed {
    let (mut begin, mut next) = (at, cardinal.next);
    let mut kind = match cardinal.amount {
        Amount::Count => QuantityKind::Plain,
        Amount::Fraction => QuantityKind::Fraction,
        Amount::Vague => QuantityKind::Vague,
    };
    if let Some((percentage, after)) = percent::after(tokens, next) {
        (kind, next) = (percentage, after);
    } else if at > taken && percent::is_sign(tokens, at - 1) && !tokens[at].spaced {
        // ٪٤٥
        (kind, begin) = (QuantityKind::Percent, at - 1);
    }
    let measure = match kind {
        QuantityKind::Percent | QuantityKind::PercentagePoint => None,
        _ if is_behind_its_noun(tokens, at) => measure::at(tokens, at - 1),
        _ => measure::before(tokens, begin)
            .or_else(|| measure::within(tokens, at..next))
            .or_else(|| measure::after(tokens, next).map(|(measure, _)| measure))
            .or_else(|| measure::of_one(tokens, next).filter(|_| kind == QuantityKind::Fraction))
            .or_else(|| measure::dual_at(tokens, at).filter(|_| next == at + 1)),
    };
    let small = cardinal.value.as_integer().is_some_and(|value| (0..=10).contains(&value));
    let things = match kind {
        _ if measure.is_some() => nouns::Counted::default(),
        _ if is_behind_its_noun(tokens, at) => nouns::counted(tokens, at, at - 1, false),
        _ => nouns::counted(tokens, begin, next, cardinal.value == Ratio::integer(1)),
    };
    if kind == QuantityKind::Plain && measure.is_none() && is_year(tokens, at, cardinal) {
        kind = QuantityKind::Year;
    }
    let wordy = cardinal.words && (kind == QuantityKind::Fraction || kind == QuantityKind::Plain && small);
    let numeral = match &tokens[at].kind {
        TokenKind::Numeral(numeral) => Some(numeral),
        _ => None,
    };
    let hundredth =
        || cardinal.value.over(Ratio::integer(100)).filter(|_| percent::are_basis_points(tokens, cardinal.next));
    let quantity = Quantity {
        span: tokens[begin].span.start..tokens[next - 1].span.end,
        kind,
        value: hundredth().unwrap_or(cardinal.value),
        other: cardinal.other.or_else(|| short_year(tokens, at, cardinal)),
        measure,
        counted: things,
        words: cardinal.words,
        soft: wordy || is_part_of_name(tokens, at),
        decimals: numeral.map_or(0, |numeral| numeral.decimals),
        decimal_comma: numeral.is_some_and(|numeral| numeral.comma),
    };
    Placed { quantity, begin, next, scale: cardinal.scale }
}

/// A bare number from 1000 to 2199 that a cue makes a year, or four digits without separators from 1800 on.
fn is_year(tokens: &[Token], at: usize, cardinal: &Cardinal) -> bool {
    let Some(value) = cardinal.value.as_integer().filter(|value| (1000..2200).contains(value)) else { return false };
    let cue = |at: usize| {
        matches!(
            word(tokens, at),
            Some(
                "عام"
                    | "العام"
                    | "لعام"
                    | "بعام"
                    | "وعام"
                    | "سنه"
                    | "السنه"
                    | "لسنه"
                    | "منذ"
                    | "in"
                    | "since"
                    | "year"
                    | "by"
                    | "until"
            )
        )
    };
    let cued = at > 0 && cue(at - 1);
    match &tokens[at].kind {
        TokenKind::Numeral(numeral) => {
            let era = matches!(word(tokens, cardinal.next), Some("م" | "ه" | "ah" | "ce" | "ad" | "bc"));
            !numeral.grouped
                && numeral.decimals == 0
                && cardinal.next == at + 1
                && (cued || era || (1800..2100).contains(&value))
        }
        _ => cued || cardinal.scale.is_none() && value % 100 != 0,
    }
}

/// What is called by the last two digits of its year, without the clitic before it.
const DATED_BY_TWO_DIGITS: &[&str] =
    &["حرب", "عام", "جيل", "نكسه", "نكبه", "ثوره", "انتفاضه", "احداث", "حدود", "هزيمه", "اراضي", "عرب", "انقلاب"];

/// الـ٤٨ and '67 are years of the twentieth century, if years.
fn short_year(tokens: &[Token], at: usize, cardinal: &Cardinal) -> Option<Ratio> {
    let TokenKind::Numeral(numeral) = &tokens[at].kind else { return None };
    let before = at.checked_sub(1)?;
    let marked = match &tokens[before].kind {
        TokenKind::Word(word) => {
            let bare = word.key.strip_prefix(['و', 'ب', 'ل']).unwrap_or(&word.key);
            bare == "ال" || bare.starts_with("فلسطيني") || DATED_BY_TWO_DIGITS.contains(&bare)
        }
        TokenKind::Sign(c) => matches!(c, '\'' | '’' | '‘') && !tokens[at].spaced,
        _ => false,
    };
    let short = numeral.digits.len() == 2 && cardinal.next == at + 1 && marked;
    if short { cardinal.value.plus(Ratio::integer(1900)) } else { None }
}

/// The 2 of كم٢ and km2.
fn is_exponent(tokens: &[Token], at: usize) -> bool {
    let power = matches!(&tokens[at].kind, TokenKind::Numeral(numeral) if matches!(numeral.digits.as_str(), "2" | "3"));
    let unit = |at| matches!(word(tokens, at), Some("كم" | "كلم" | "م" | "سم" | "km" | "m" | "cm"));
    power && at > 0 && !tokens[at].spaced && unit(at - 1)
}

/// G20, F-16, COVID-19: letters and digits that are one name.
fn is_part_of_name(tokens: &[Token], at: usize) -> bool {
    if tokens[at].spaced || at == 0 {
        return false;
    }
    let latin = |at: usize| matches!(&tokens[at].kind, TokenKind::Word(word) if word.key.is_ascii());
    let hyphen = matches!(tokens[at - 1].kind, TokenKind::Sign('-' | '‑' | '–'));
    latin(at - 1) || hyphen && at > 1 && !tokens[at - 1].spaced && latin(at - 2)
}
