//! Goes through the tokens of a text once and gives each quantity that a grammar finds its kind and its bytes.

use super::arabic::Arabic;
use super::cardinal::{Amount, Cardinal};
use super::english::English;
use super::scan::{Token, TokenKind, scan};
use super::{Quantity, QuantityKind, percent};
use crate::model::Language;

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
}

pub(super) fn read(text: &str, language: &Language) -> Vec<Quantity> {
    let tokens = scan(text, &[]);
    let grammar = Grammar::of(language, &tokens);
    let mut quantities = Vec::new();
    let (mut at, mut taken) = (0, 0);
    while at < tokens.len() {
        // "في المئة" without a number before it is no hundred.
        let stray = !percent::is_sign(&tokens, at) && percent::after(&tokens, at).is_some();
        match grammar.cardinal(at).filter(|cardinal| cardinal.next > at && !stray) {
            Some(cardinal) => {
                let (quantity, next) = quantity(&tokens, at, taken, &cardinal);
                quantities.push(quantity);
                (at, taken) = (next, next);
            }
            None => at = if stray { percent::after(&tokens, at).map_or(at + 1, |(_, next)| next) } else { at + 1 },
        }
    }
    quantities
}

fn quantity(tokens: &[Token], at: usize, taken: usize, cardinal: &Cardinal) -> (Quantity, usize) {
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
    let small = cardinal.value.as_integer().is_some_and(|value| (0..=10).contains(&value));
    let soft = cardinal.words && (kind == QuantityKind::Fraction || kind == QuantityKind::Plain && small);
    let span = tokens[begin].span.start..tokens[next - 1].span.end;
    let Cardinal { value, other, words, .. } = *cardinal;
    (Quantity { span, kind, value, other, words, soft }, next)
}
