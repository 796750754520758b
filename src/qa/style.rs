//! Checks of the house style that need no source: spelling, percentages, the order of dates. They ask nothing where the desk has no
//! rule.

use std::ops::Range;

use super::pair::Pair;
use super::segments::in_target;
use crate::model::{DateStyle, Finding, PercentStyle, Severity, SpellingStyle};
use crate::text::numbers::QuantityKind;

/// Words that are spelt in two ways, British first. A stem stands for its inflections.
const SPELLINGS: &[(&str, &str)] = &[
    ("colour", "color"),
    ("honour", "honor"),
    ("labour", "labor"),
    ("neighbour", "neighbor"),
    ("favour", "favor"),
    ("behaviour", "behavior"),
    ("harbour", "harbor"),
    ("rumour", "rumor"),
    ("humour", "humor"),
    ("vapour", "vapor"),
    ("endeavour", "endeavor"),
    ("centre", "center"),
    ("theatre", "theater"),
    ("metre", "meter"),
    ("kilometre", "kilometer"),
    ("litre", "liter"),
    ("fibre", "fiber"),
    ("sabre", "saber"),
    ("sombre", "somber"),
    ("spectre", "specter"),
    ("defence", "defense"),
    ("offence", "offense"),
    ("pretence", "pretense"),
    ("licence", "license"),
    ("organis", "organiz"),
    ("realis", "realiz"),
    ("recognis", "recogniz"),
    ("emphasis", "emphasiz"),
    ("criticis", "criticiz"),
    ("apologis", "apologiz"),
    ("authoris", "authoriz"),
    ("civilis", "civiliz"),
    ("colonis", "coloniz"),
    ("legalis", "legaliz"),
    ("mobilis", "mobiliz"),
    ("modernis", "moderniz"),
    ("nationalis", "nationaliz"),
    ("normalis", "normaliz"),
    ("privatis", "privatiz"),
    ("stabilis", "stabiliz"),
    ("symbolis", "symboliz"),
    ("utilis", "utiliz"),
    ("analys", "analyz"),
    ("paralys", "paralyz"),
    ("catalogue", "catalog"),
    ("dialogue", "dialog"),
    ("travell", "travel"),
    ("cancell", "cancel"),
    ("labell", "label"),
    ("modell", "model"),
    ("fulfil", "fulfill"),
    ("programme", "program"),
    ("grey", "gray"),
    ("plough", "plow"),
    ("cheque", "check"),
    ("tyre", "tire"),
    ("mould", "mold"),
    ("sceptic", "skeptic"),
    ("ageing", "aging"),
    ("judgement", "judgment"),
    ("towards", "toward"),
    ("storey", "story"),
    ("aluminium", "aluminum"),
    ("manoeuvre", "maneuver"),
    ("archaeolog", "archeolog"),
];
/// Pairs in which one spelling is a word of both sides, or is inside such words.
const SHARED_STEMS: &[&str] = &[
    "emphasis",
    "analys",
    "check",
    "tire",
    "story",
    "travel",
    "cancel",
    "label",
    "model",
    "meter",
    "license",
    "program",
    "fulfil",
    "realis",
    "nationalis",
    "dialog",
    "catalog",
    "civilis",
    "paralys",
    "toward",
];
/// Inflections that tell the spelling of a stem that both sides know: emphasise but emphasis, analyse but analysis.
const TELLING: &[&str] = &["e", "ed", "es", "er", "ers", "ing", "ation", "ations", "able", "ise", "ised", "ising"];

pub(super) fn spelling(pair: &Pair<'_>) -> Vec<Finding> {
    let wants_british = match pair.profile.spelling {
        SpellingStyle::Any => return Vec::new(),
        style => style == SpellingStyle::British,
    };
    let mut findings = Vec::new();
    for word in pair.target.words() {
        let other = SPELLINGS.iter().find_map(|(british, american)| {
            let (wrong, right) = if wants_british { (*american, *british) } else { (*british, *american) };
            let rest = word.key.strip_prefix(wrong)?;
            let shared = SHARED_STEMS.contains(&wrong);
            let whole = match shared {
                true => {
                    wrong.ends_with('s') && TELLING.contains(&rest) || wrong.ends_with('l') && wrong.ends_with("ll")
                }
                false => rest.len() <= 6 && !word.key.starts_with(right),
            };
            whole.then(|| format!("{right}{rest}"))
        });
        let Some(other) = other.filter(|other| *other != word.key) else { continue };
        let finding = in_target(pair, "style.spelling", Severity::Warn, &word.span, "finding-spelling");
        findings.push(Finding { suggestion: Some(other), ..finding });
    }
    findings
}

pub(super) fn percent(pair: &Pair<'_>) -> Vec<Finding> {
    let wanted = match pair.profile.percent {
        PercentStyle::Any => return Vec::new(),
        PercentStyle::Sign => "%",
        PercentStyle::Percent => "percent",
        PercentStyle::PerCent => "per cent",
    };
    let quantities = pair.target.reading.quantities.iter().filter(|q| q.kind == QuantityKind::Percent);
    let written: Vec<Range<usize>> = quantities.map(|quantity| with_mark(pair.target.text, &quantity.span)).collect();
    let odd = written.iter().filter(|span| !pair.target.at(span).to_lowercase().trim_end().ends_with(wanted));
    odd.map(|span| in_target(pair, "style.percent", Severity::Warn, span, "finding-percent-style")).collect()
}

/// The span of a percentage with its sign or word.
fn with_mark(text: &str, span: &Range<usize>) -> Range<usize> {
    let rest = &text[span.end..];
    let trimmed = rest.trim_start();
    let lower = trimmed.get(..8.min(trimmed.len())).unwrap_or(trimmed).to_lowercase();
    let mark = ["%", "percent", "per cent"].iter().find(|mark| lower.starts_with(**mark));
    mark.map_or(span.clone(), |mark| span.start..span.end + rest.len() - trimmed.len() + mark.len())
}

pub(super) fn date_order(pair: &Pair<'_>) -> Vec<Finding> {
    let day_first = match pair.profile.dates {
        DateStyle::Any => return Vec::new(),
        style => style == DateStyle::DayMonth,
    };
    let dates = pair.target.reading.dates.iter().filter(|date| date.day.is_some() && date.month.is_some());
    let odd = dates.filter(|date| {
        let text = pair.target.at(&date.span);
        let named = text.find(|c: char| c.is_alphabetic()).zip(text.find(|c: char| c.is_ascii_digit()));
        named.is_some_and(|(letter, digit)| (digit < letter) != day_first)
    });
    odd.map(|date| in_target(pair, "style.date-order", Severity::Warn, &date.span, "finding-date-style")).collect()
}
