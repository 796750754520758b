//! Finds which two quantities are the ends of a range, and gives the first end what only the last one says: ١٠-١٥ ألف,
//! 3 to 5 per cent, 2019–23; and one percentage for several numbers that are joined.

use super::scan::{Token, TokenKind, word};
use super::{Counted, Quantity, QuantityKind, Ratio, measure};

/// A quantity with its tokens and the power of ten of its scale word.
pub(super) struct Placed {
    pub(super) quantity: Quantity,
    pub(super) begin: usize,
    pub(super) next: usize,
    pub(super) scale: Option<u32>,
}

/// The ranges among quantities in order, as pairs of indices; the quantities are completed on the way.
pub(super) fn ranges(tokens: &[Token], placed: &mut [Placed]) -> Vec<(usize, usize)> {
    let mut ranges = Vec::new();
    for first in 0..placed.len().saturating_sub(1) {
        let taken = ranges.last().is_some_and(|(_, last)| *last == first);
        let (left, right) = placed.split_at_mut(first + 1);
        if let (false, Some(from), Some(to)) = (taken, left.last_mut(), right.first_mut()) {
            if is_range(tokens, from, to, from.next) {
                complete(from, to);
            } else if !measure::after(tokens, from.next).is_some_and(|(_, next)| is_range(tokens, from, to, next)) {
                continue;
            }
            ranges.push((first, first + 1));
        }
    }
    ranges
}

/// So many words may join two numbers: ثم إلى, and then to.
const JOINING: usize = 3;

/// Gives numbers that are joined to a percentage its sign: ١٢ و١٥ في المئة, 10, 12 and 15 per cent.
pub(super) fn share_percentages(tokens: &[Token], placed: &mut [Placed]) {
    let mut is_shared = false;
    for last in (1..placed.len()).rev() {
        let (left, right) = placed.split_at_mut(last);
        let (Some(number), Some(percentage)) = (left.last_mut(), right.first()) else { continue };
        let kind = percentage.quantity.kind;
        let between = tokens.get(number.next..percentage.begin).unwrap_or_default();
        let joins = (1..=JOINING).contains(&between.len())
            && between.iter().all(|token| match &token.kind {
                TokenKind::Word(word) => {
                    matches!(word.key.as_str(), "و" | "ف" | "and" | "او" | "or" | "ثم" | "then" | "الي" | "to")
                }
                // A comma goes on with a list that ended so.
                TokenKind::Sign(sign) => is_shared && between.len() == 1 && matches!(sign, ',' | '،'),
                _ => false,
            });
        let quantity = &number.quantity;
        let counts_nothing = quantity.measure.is_none() && quantity.counted == Counted::default();
        let is_plain = quantity.kind == QuantityKind::Plain && !quantity.words && number.scale.is_none();
        is_shared = matches!(kind, QuantityKind::Percent | QuantityKind::PercentagePoint)
            && joins
            && is_plain
            && counts_nothing;
        if is_shared {
            number.quantity.kind = kind;
        }
    }
}

/// Whether what stands between `next` and the second number makes a range of both.
fn is_range(tokens: &[Token], from: &Placed, to: &Placed, next: usize) -> bool {
    let before = from.begin.checked_sub(1).map(|at| at - usize::from(at > 0 && measure::at(tokens, at).is_some()));
    let before = before.and_then(|at| word(tokens, at));
    let between = matches!(before, Some("بين" | "وبين" | "مابين" | "between"));
    // between $70 and $80
    let sign = to.begin.checked_sub(1).filter(|at| matches!(tokens[*at].kind, TokenKind::Sign(_)));
    let begin = sign.filter(|at| measure::at(tokens, *at).is_some()).unwrap_or(to.begin);
    let Some(tokens_apart) = begin.checked_sub(next) else { return false };
    match tokens_apart {
        // بين ٥ و١٠ has a word و of its own, بين مليون ومليونين has not.
        0 => between,
        1 => match &tokens[next].kind {
            TokenKind::Sign('-' | '–' | '—' | '‑' | '−') => true,
            TokenKind::Sign('/') => {
                from.quantity.kind == QuantityKind::Year
                    && tokens.get(to.next).map(|t| &t.kind) != Some(&TokenKind::Sign('/'))
            }
            TokenKind::Word(word) => match word.key.as_str() {
                "الي" | "حتي" | "to" | "until" | "through" | "till" => true,
                "و" | "and" => between,
                _ => false,
            },
            _ => false,
        },
        _ => false,
    }
}

fn complete(from: &mut Placed, to: &mut Placed) {
    let elided = Ratio::integer(100);
    if from.quantity.kind == QuantityKind::Year
        && to.quantity.value < elided
        && to.quantity.kind == QuantityKind::Plain
        && !to.quantity.words
    {
        let century = from.quantity.value.as_integer().map(|year| year - year % 100);
        if let Some(year) = century.and_then(|century| to.quantity.value.plus(Ratio::integer(century))) {
            (to.quantity.value, to.quantity.kind) = (year, QuantityKind::Year);
        }
    }
    if to.quantity.kind == QuantityKind::Year
        && from.quantity.kind == QuantityKind::Plain
        && from.quantity.value >= Ratio::integer(1000)
    {
        from.quantity.kind = QuantityKind::Year;
    }
    let percentage = matches!(to.quantity.kind, QuantityKind::Percent | QuantityKind::PercentagePoint);
    if percentage && from.quantity.kind == QuantityKind::Plain && from.scale.is_none() {
        (from.quantity.kind, from.quantity.soft) = (to.quantity.kind, false);
    }
    if let (None, Some(power), QuantityKind::Plain) = (from.scale, to.scale, from.quantity.kind) {
        // 800 to 1 million is not eight hundred million.
        let factor = Ratio::power_of_ten(power).filter(|_| from.quantity.value < Ratio::integer(1000));
        if let Some(value) =
            factor.and_then(|factor| from.quantity.value.times(factor)).filter(|v| *v <= to.quantity.value)
        {
            from.quantity.other = Some(from.quantity.value);
            (from.quantity.value, from.quantity.soft) = (value, false);
        }
    }
    if from.quantity.measure.is_none() {
        from.quantity.measure = to.quantity.measure;
    }
}
