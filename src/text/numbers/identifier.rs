//! Runs of digits that name something and count nothing: telephone and account numbers. They are never numbers: leading
//! zeros count, separators do not.

use std::ops::Range;

use super::scan::{Token, TokenKind, sign, word};

const CUES: &[&str] = &[
    "هاتف",
    "الهاتف",
    "هاتفيا",
    "تلفون",
    "موبايل",
    "جوال",
    "الجوال",
    "فاكس",
    "حساب",
    "الحساب",
    "واتساب",
    "tel",
    "telephone",
    "phone",
    "mobile",
    "fax",
    "account",
    "whatsapp",
    "call",
];
const FEWEST_DIGITS: usize = 7;
const MOST_GROUPS: usize = 8;

/// A run of digits and the tokens it takes.
#[derive(Clone, Debug)]
pub(super) struct Run {
    pub(super) digits: String,
    pub(super) tokens: Range<usize>,
}

/// The run that begins at a token.
pub(super) fn run(tokens: &[Token], at: usize) -> Option<Run> {
    let plus = sign(tokens, at) == Some('+') && tokens.get(at + 1).is_some_and(|next| !next.spaced);
    let bracket = sign(tokens, at) == Some('(');
    let first = at + usize::from(plus || bracket);
    let (digits, end, groups, tight) = groups(tokens, first)?;
    if digits.len() < FEWEST_DIGITS {
        return None;
    }
    let cued = is_cued(tokens, at);
    let zero = digits.starts_with('0');
    let lone = groups == 1 && !(digits.ends_with("000") && !zero && !cued && !plus);
    let dashed = groups >= 3 && tight && digits.len() >= 9;
    (plus || cued || lone || zero || dashed).then_some(Run { digits, tokens: at..end })
}

/// Digits of the groups from a token on, the token after them, how many there are, and whether no space parts them.
fn groups(tokens: &[Token], first: usize) -> Option<(String, usize, usize, bool)> {
    let (mut digits, mut end, mut count, mut tight) = (String::new(), first, 0, true);
    let mut at = first;
    while count < MOST_GROUPS {
        let Some(TokenKind::Numeral(numeral)) = tokens.get(at).map(|token| &token.kind) else { break };
        if numeral.grouped || numeral.decimals > 0 && count == 0 || numeral.vulgar {
            break;
        }
        tight &= count == 0 || !tokens[at].spaced;
        digits.push_str(&numeral.digits);
        count += 1;
        end = at + 1;
        at = end;
        // 02/2964321: behind the code of a city alone.
        let parts = |sign: char| {
            matches!(sign, '-' | '‑' | '–' | '.' | '(' | ')') || sign == '/' && count == 1 && digits.starts_with('0')
        };
        while at < end + 2 && sign(tokens, at).is_some_and(parts) {
            at += 1;
        }
    }
    (count > 0).then_some((digits, end, count, tight))
}

fn is_cued(tokens: &[Token], at: usize) -> bool {
    (at.saturating_sub(4)..at).any(|at| word(tokens, at).is_some_and(|word| CUES.contains(&word)))
}
