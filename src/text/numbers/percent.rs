//! The words and signs that make a number a percentage or a percentage point.

use super::QuantityKind;
use super::scan::{Token, sign, word};

/// Whether a percent sign stands at a token.
pub(super) fn is_sign(tokens: &[Token], at: usize) -> bool {
    matches!(sign(tokens, at), Some('%' | '٪' | '﹪' | '％'))
}

/// نقطتين مئويتين, which needs no number: the token after it.
pub(super) fn dual_points(tokens: &[Token], at: usize) -> Option<usize> {
    let points = word(tokens, at)?;
    let points = points.strip_prefix(['ب', 'و', 'ل']).unwrap_or(points);
    let dual = matches!(points, "نقطتين" | "نقطتان")
        && matches!(word(tokens, at + 1), Some("مءويتين" | "مءويتان" | "ماءويتين" | "ماءويتان"));
    dual.then_some(at + 2)
}

/// Whether what stands at a token makes hundredths of percentage points of a number.
pub(super) fn are_basis_points(tokens: &[Token], at: usize) -> bool {
    let at = at + usize::from(matches!(sign(tokens, at), Some('-')));
    word(tokens, at) == Some("basis") && matches!(word(tokens, at + 1), Some("point" | "points"))
        || matches!(word(tokens, at), Some("نقطه" | "نقاط")) && matches!(word(tokens, at + 1), Some("اساس" | "اساسيه"))
}

/// What follows a number and makes it a percentage: the kind and the token after it.
pub(super) fn after(tokens: &[Token], at: usize) -> Option<(QuantityKind, usize)> {
    if is_sign(tokens, at) {
        return Some((QuantityKind::Percent, at + 1));
    }
    let at = at
        + usize::from(
            matches!(sign(tokens, at), Some('-'))
                && word(tokens, at + 1).is_some_and(|w| w.starts_with("percent") || w == "basis"),
        );
    let hundred = |at| matches!(word(tokens, at), Some("المءه" | "الماءه" | "الميه"));
    match word(tokens, at)? {
        "بالمءه" | "بالماءه" | "بالميه" => Some((QuantityKind::Percent, at + 1)),
        // في المئة الأولى is "in the first hundred".
        "في" if hundred(at + 1) && !matches!(word(tokens, at + 2), Some("الاولي")) => {
            Some((QuantityKind::Percent, at + 2))
        }
        "نقطه" | "نقاط" | "نقطتين" if matches!(word(tokens, at + 1), Some("مءويه" | "ماءويه")) => {
            Some((QuantityKind::PercentagePoint, at + 2))
        }
        // a quarter of a percentage point, half of one per cent
        "of" if matches!(word(tokens, at + 1), Some("a" | "one")) => after(tokens, at + 2),
        "a" if word(tokens, at + 1) == Some("percentage") => after(tokens, at + 1),
        // half a per cent
        "a" if word(tokens, at + 1) == Some("percent") => Some((QuantityKind::Percent, at + 2)),
        "a" if word(tokens, at + 1) == Some("per") && word(tokens, at + 2) == Some("cent") => {
            Some((QuantityKind::Percent, at + 3))
        }
        "نقطه" | "نقاط" if matches!(word(tokens, at + 1), Some("اساس" | "اساسيه")) => {
            Some((QuantityKind::PercentagePoint, at + 2))
        }
        "basis" if matches!(word(tokens, at + 1), Some("point" | "points")) => {
            Some((QuantityKind::PercentagePoint, at + 2))
        }
        "percent" | "pct" => Some((QuantityKind::Percent, at + 1)),
        "per" if matches!(word(tokens, at + 1), Some("cent")) => Some((QuantityKind::Percent, at + 2)),
        "percentage" if matches!(word(tokens, at + 1), Some("point" | "points")) => {
            Some((QuantityKind::PercentagePoint, at + 2))
        }
        _ => None,
    }
}
