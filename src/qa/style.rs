//! Checks of the house style that need no source: spelling, percentages, the order of dates. They ask nothing where the desk has no
//! rule.

use std::ops::Range;

use super::Located;
use super::document::{Document, located};
use super::pair::Pair;
use super::segments::in_target;
use crate::model::{ArticleStyle, DateStyle, Finding, Message, PercentStyle, Severity, SpellingStyle};
use crate::text::norm;
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
    let quantities = pair.target.reading().quantities.iter().filter(|q| q.kind == QuantityKind::Percent);
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
    let dates = pair.target.reading().dates.iter().filter(|date| date.day.is_some() && date.month.is_some());
    let odd = dates.filter(|date| {
        let text = pair.target.at(&date.span);
        let named = text.find(|c: char| c.is_alphabetic()).zip(text.find(|c: char| c.is_ascii_digit()));
        named.is_some_and(|(letter, digit)| (digit < letter) != day_first)
    });
    odd.map(|date| in_target(pair, "style.date-order", Severity::Warn, &date.span, "finding-date-style")).collect()
}

/// Names that spell their own article.
const OWN_SPELLINGS: &str = "jazeera arabiya hayat ahram azhar baradei sisi mayadeen manar akhbar arabi qaeda gore";

/// Names whose Arabic article is written otherwise than the house, or the article's first mention, writes it. At the beginning
/// of a sentence `al-` has its capital.
pub(super) fn article(document: &Document<'_>) -> Vec<Located> {
    let mut first: Vec<(String, String)> = Vec::new();
    let mut found = Vec::new();
    for (index, passage) in document.passages.iter().enumerate() {
        let text = passage.target.text();
        for (span, form, name) in articled(text) {
            let own = OWN_SPELLINGS.split(' ').any(|own| own == norm(name));
            if own {
                continue;
            }
            let wanted = match document.profile.article {
                ArticleStyle::Any => match first.iter().find(|(known, _)| *known == norm(name)) {
                    Some((_, wanted)) => wanted.clone(),
                    None => {
                        first.push((norm(name), form.to_owned()));
                        continue;
                    }
                },
                style => style.as_str().to_owned(),
            };
            let begins = text[..span.start].trim_end().is_empty()
                || text[..span.start].trim_end().ends_with(['.', '?', '!', '“', '"', ':']);
            let alike = form == wanted || begins && form.to_lowercase() == wanted.to_lowercase();
            if !alike {
                let message =
                    Message::new("finding-article").with("text", &text[span.clone()]).with("wanted", wanted.as_str());
                let suggestion = Some(format!("{wanted}{name}"));
                let one = located(("name.article-style", Severity::Info), index, None, Some(span), message);
                found.push(Located { finding: Finding { suggestion, ..one.finding }, ..one });
            }
        }
    }
    found
}

/// Articles with the names they stand before: the span of both, the article with what joins it, the name.
fn articled(text: &str) -> Vec<(Range<usize>, &str, &str)> {
    let mut found = Vec::new();
    let boundary = |at: usize| !text[..at].ends_with(|c: char| c.is_alphanumeric() || c == '-');
    for form in ["al-", "Al-", "el-", "El-", "al ", "Al ", "El "] {
        for (start, _) in text.match_indices(form).filter(|(start, _)| boundary(*start)) {
            let rest = &text[start + form.len()..];
            let end = rest.find(|c: char| !(c.is_alphabetic() || matches!(c, '’' | 'ʿ' | '\''))).unwrap_or(rest.len());
            let name = rest[..end].trim_end_matches("’s").trim_end_matches("'s");
            if name.starts_with(char::is_uppercase) && name.chars().count() > 2 {
                found.push((start..start + form.len() + name.len(), form, name));
            }
        }
    }
    found.sort_by_key(|(span, ..)| span.start);
    found
}
