//! Checks of numbers: value, scale, percentage, year, rank, range, dual, and how they are written.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::comparison::{Difference, DifferenceKind};
use super::pair::Pair;
use crate::model::{Finding, Message, Severity};
use crate::text::numbers::{Quantity, QuantityKind, Ratio};
use crate::text::{digit_value, fold_digits, is_alphabetic};

fn of_kind(pair: &Pair<'_>, check: &'static str, severity: Severity, kind: DifferenceKind) -> Vec<Finding> {
    let differences = pair.comparison().differences.iter().filter(|difference| difference.kind == kind);
    differences.map(|difference| finding(pair, check, severity, difference)).collect()
}

fn finding(pair: &Pair<'_>, check: &'static str, severity: Severity, difference: &Difference) -> Finding {
    let source = difference.source.map(|at| &pair.source.reading().quantities[at].span);
    let target = difference.target.map(|at| &pair.target.reading().quantities[at].span);
    pair.finding(check, severity, source, target)
}

fn saying(findings: Vec<Finding>, id: &'static str) -> Vec<Finding> {
    let told = |finding: Finding| {
        let message = Message { id, ..finding.message };
        Finding { message, ..finding }
    };
    findings.into_iter().map(told).collect()
}

pub(super) fn mismatch(pair: &Pair<'_>) -> Vec<Finding> {
    let check = "num.mismatch";
    let mut findings = of_kind(pair, check, Severity::Error, DifferenceKind::Value);
    findings.extend(of_kind(pair, check, Severity::Warn, DifferenceKind::Small));
    findings.extend(of_kind(pair, check, Severity::Info, DifferenceKind::Vague));
    let rounded = pair.comparison().rounded.iter();
    findings.extend(rounded.map(|(s, t)| pair.finding(check, Severity::Warn, Some(s), Some(t))));
    let scores = pair.comparison().scores.iter();
    findings.extend(scores.map(|(s, t)| pair.finding(check, Severity::Error, Some(s), Some(t))));
    findings.extend(super::swapped::swapped(pair, check));
    findings
}

pub(super) fn scale(pair: &Pair<'_>) -> Vec<Finding> {
    saying(of_kind(pair, "num.scale", Severity::Error, DifferenceKind::Scale), "finding-scale")
}

pub(super) fn percent(pair: &Pair<'_>) -> Vec<Finding> {
    saying(of_kind(pair, "num.percent", Severity::Error, DifferenceKind::Percent), "finding-percent")
}

pub(super) fn year(pair: &Pair<'_>) -> Vec<Finding> {
    of_kind(pair, "num.year", Severity::Error, DifferenceKind::Year)
}

pub(super) fn ordinal(pair: &Pair<'_>) -> Vec<Finding> {
    of_kind(pair, "num.ordinal", Severity::Warn, DifferenceKind::Ordinal)
}

/// Digits and separators that English does not write, and 1.250 where 1,250 is meant.
pub(super) fn format(pair: &Pair<'_>) -> Vec<Finding> {
    let check = "num.format";
    let mut findings = saying(of_kind(pair, check, Severity::Warn, DifferenceKind::Format), "finding-number-format");
    let points = pair.target.reading().quantities.iter().map(|quantity| &quantity.span);
    for span in points.filter(|span| has_pointed_groups(pair.target.at(span))) {
        let text = pair.target.at(span);
        let message = Message::new("finding-foreign-digits").with("text", text);
        let suggestion = Some(text.replace('.', ","));
        findings.push(Finding { message, suggestion, ..pair.finding(check, Severity::Warn, None, Some(span)) });
    }
    let mut foreign: Vec<std::ops::Range<usize>> = Vec::new();
    let is_foreign = |c: char| !c.is_ascii() && digit_value(c).is_some() || matches!(c, '٫' | '٬');
    let addresses = pair.target.addresses();
    for (start, c) in pair.target.text.char_indices().filter(|(_, c)| is_foreign(*c)) {
        let after = addresses.partition_point(|address| address.span.start <= start);
        if after > 0 && addresses[after - 1].span.contains(&start) {
            continue;
        }
        match foreign.last_mut().filter(|span| span.end == start) {
            Some(span) => span.end += c.len_utf8(),
            None => foreign.push(start..start + c.len_utf8()),
        }
    }
    let commas = pair.comparison().matched.iter().map(|(_, t)| &pair.target.reading().quantities[*t]);
    let commas = commas.filter(|quantity| quantity.decimal_comma && quantity.value.denominator() != 1);
    for span in foreign.into_iter().chain(commas.map(|quantity| quantity.span.clone())) {
        let text = pair.target.at(&span);
        let suggestion = fold_digits(text).replace(['٫', ','], ".").replace('٬', ",");
        let message = Message::new("finding-foreign-digits").with("text", text);
        findings.push(Finding {
            message,
            suggestion: Some(suggestion),
            ..pair.finding(check, Severity::Warn, None, Some(&span))
        });
    }
    findings
}

/// Whether digits stand in several groups of three with points between them: 3.450.000.
fn has_pointed_groups(text: &str) -> bool {
    let mut groups = text.split('.');
    let is_number = |group: &str| !group.is_empty() && group.bytes().all(|b| b.is_ascii_digit());
    let first = groups.next().is_some_and(|first| first.len() <= 3 && is_number(first));
    let rest: Vec<&str> = groups.collect();
    // 192.168.100.200 is an address.
    if rest.len() == 3 && text.split('.').all(|group| group.parse::<u8>().is_ok()) {
        return false;
    }
    first && rest.len() > 1 && rest.iter().all(|group| group.len() == 3 && is_number(group))
}

/// Letters of the words that tell of a match.
const MATCHES: &[&str] = &["خسر", "خسار", "هزم", "هزيم", "سقط", "فاز", "فوز", "مبارا", "تغلب"];

/// Ends of a range that have changed places; a range of years that falls in the source was probably typed so for its looks.
pub(super) fn range(pair: &Pair<'_>) -> Vec<Finding> {
    let check = "num.range";
    let ends = |side: &super::pair::Side<'_>, (first, last): (usize, usize)| {
        let (from, to) = (&side.reading().quantities[first], &side.reading().quantities[last]);
        (from.value, to.value, from.span.start..to.span.end, from.kind == QuantityKind::Year)
    };
    let mut findings = Vec::new();
    let is_match = pair.source.words().iter().any(|word| MATCHES.iter().any(|verb| word.key.contains(verb)));
    let ordered: std::collections::HashMap<(Ratio, Ratio), std::ops::Range<usize>> = pair
        .source
        .reading()
        .ranges
        .iter()
        .map(|range| (ends(&pair.source, *range), *range))
        .filter(|((from, to, ..), range)| from < to || from > to && is_said_to_fall(pair, *range))
        .map(|((from, to, span, _), _)| ((from, to), span))
        .collect();
    for (from, to, span, _) in pair.target.reading().ranges.iter().map(|range| ends(&pair.target, *range)) {
        // A source with both is no guide; and who lost 1–3 lost 3–1.
        let is_score = is_match && pair.target.in_score(span.start);
        if let Some(source) = ordered.get(&(to, from)).filter(|_| !is_score && !ordered.contains_key(&(from, to))) {
            let found = pair.finding(check, Severity::Warn, Some(source), Some(&span));
            findings.extend(saying(vec![found], "finding-range"));
        }
    }
    for (from, to, span, years) in pair.source.reading().ranges.iter().map(|range| ends(&pair.source, *range)) {
        if years && from > to {
            let found = pair.finding(check, Severity::Info, Some(&span), None);
            findings.extend(saying(vec![found], "finding-range-falls"));
        }
    }
    findings
}

/// من ٥٠ إلى ٣٠: with a dash, or between two numbers, either may stand first.
fn is_said_to_fall(pair: &Pair<'_>, (first, last): (usize, usize)) -> bool {
    let quantities = &pair.source.reading().quantities;
    let between = pair.source.at(&(quantities[first].span.end..quantities[last].span.start));
    crate::text::words(between).any(|word| matches!(crate::text::norm(word).as_str(), "الي" | "حتي" | "to"))
}

/// Nouns in the dual of time and measure, and of the two sides of an affair.
static DUALS: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    "يومين يومان عامين عامان سنتين سنتان شهرين شهران أسبوعين أسبوعان ساعتين ساعتان مرتين دولتين دولتان \
    الدولتين الدولتان الطرفين الطرفان البلدين البلدان الجانبين الجانبان رجلين امرأتين"
        .split_whitespace()
        .collect()
});
const ENGLISH_DUALS: &[&str] = &[
    "two",
    "both",
    "pair",
    "couple",
    "twice",
    "twin",
    "double",
    "either",
    "neither",
    "bilateral",
    "fortnight",
    "2",
    "48",
    "24",
];

/// A noun of things or people in the dual that no number of the target answers: جنديان.
fn lone_dual(pair: &Pair<'_>) -> Option<std::ops::Range<usize>> {
    let is_dual = |quantity: &Quantity| {
        let text = pair.source.at(&quantity.span);
        let two = quantity.words && quantity.value == Ratio::integer(2) && quantity.counted.thing.is_some();
        two && text.chars().all(is_alphabetic)
            && !matches!(crate::text::norm(text).as_str(), "اثنان" | "اثنين" | "اثنتان" | "اثنتين")
    };
    let quantities = pair.source.reading().quantities.iter().enumerate();
    let mut duals = quantities.filter(|(_, quantity)| is_dual(quantity)).peekable();
    duals.peek()?;
    let comparison = pair.comparison();
    let matched = comparison.matched.iter().map(|(source, _)| *source);
    let told: HashSet<usize> = matched.chain(comparison.differences.iter().filter_map(|d| d.source)).collect();
    duals.find(|(at, _)| !told.contains(at)).map(|(_, quantity)| quantity.span.clone())
}

pub(super) fn dual(pair: &Pair<'_>) -> Vec<Finding> {
    let kept = pair
        .target
        .text
        .split(|c: char| !c.is_alphanumeric())
        .any(|word| ENGLISH_DUALS.iter().any(|dual| word.eq_ignore_ascii_case(dual)));
    if kept {
        return Vec::new();
    }
    let word = pair.source.text.split(|c: char| !is_alphabetic(c)).find_map(|word| {
        let dual = [Some(word), word.strip_prefix('و')].into_iter().flatten().find(|word| DUALS.contains(word))?;
        let start = dual.as_ptr() as usize - pair.source.text.as_ptr() as usize;
        Some(start..start + dual.len())
    });
    let word = word.or_else(|| lone_dual(pair));
    let found = word.map(|span| pair.finding("num.dual", Severity::Info, Some(&span), None));
    saying(found.into_iter().collect(), "finding-dual")
}
