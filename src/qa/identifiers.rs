//! Checks of what a translation must not touch: telephone numbers, IBANs, web and mail addresses, handles, placeholders.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::pair::{Pair, Side};
use crate::model::{Finding, Message, Severity};
use crate::text::addresses::{AddressKind, compact_iban, is_valid_iban};
use crate::text::{canon, norm};

type Key = fn(&str) -> String;

pub(super) fn phone(pair: &Pair<'_>) -> Vec<Finding> {
    let (from, to) = (&pair.source.reading().identifiers, &pair.target.reading().identifiers);
    let found = |(source, target): &(Option<usize>, Option<usize>)| {
        let (source, target) = (source.map(|at| &from[at].span), target.map(|at| &to[at].span));
        let suggestion = source.map(|span| crate::text::fold_digits(pair.source.at(span)).into_owned());
        Finding { suggestion, ..pair.finding("num.phone", Severity::Error, source, target) }
    };
    pair.comparison().identifiers.iter().map(found).collect()
}

pub(super) fn iban(pair: &Pair<'_>) -> Vec<Finding> {
    let mut findings = differing(pair, "num.iban", Severity::Error, AddressKind::Iban, compact_iban);
    for span in spans(&pair.source, AddressKind::Iban) {
        if !is_valid_iban(&compact_iban(pair.source.at(&span))) {
            let message = Message::new("finding-iban-invalid").with("text", pair.source.at(&span));
            findings.push(Finding { message, ..pair.finding("num.iban", Severity::Info, Some(&span), None) });
        }
    }
    findings
}

/// An address that leads to the English edition of the same page is no other address.
pub(super) fn url(pair: &Pair<'_>) -> Vec<Finding> {
    let mut findings = differing(pair, "id.url", Severity::Error, AddressKind::Url, as_read);
    for finding in &mut findings {
        let ([source], [target]) = (&finding.source[..], &finding.target[..]) else { continue };
        let without = |side: &Side<'_>, span, language| without_language(&as_read(side.at(span)), language);
        if without(&pair.source, source, ARABIC) == without(&pair.target, target, ENGLISH) {
            (finding.severity, finding.suggestion) = (Severity::Info, None);
        }
    }
    findings
}

/// How an address names the edition in a language.
const ARABIC: &[&str] = &["ar", "arabic"];
const ENGLISH: &[&str] = &["en", "english"];

/// An address with a blank where a host, a folder or a parameter names a language.
fn without_language(url: &str, language: &[&str]) -> String {
    let parts = url.split_inclusive(['/', '.', '?', '&', '=']);
    let blank = |part: &str| {
        let name = part.trim_end_matches(['/', '.', '?', '&', '=']);
        if language.iter().any(|own| name.eq_ignore_ascii_case(own)) {
            part.replace(name, "*")
        } else {
            part.to_owned()
        }
    };
    parts.map(blank).collect()
}

/// An address as it reads, with no stroke at its end.
fn as_read(url: &str) -> String {
    decoded(&canon(url)).trim_end_matches('/').to_owned()
}

pub(super) fn email(pair: &Pair<'_>) -> Vec<Finding> {
    differing(pair, "id.email", Severity::Error, AddressKind::Email, str::to_lowercase)
}

pub(super) fn placeholder(pair: &Pair<'_>) -> Vec<Finding> {
    differing(pair, "id.placeholder", Severity::Error, AddressKind::Placeholder, str::to_owned)
}

/// Handles stay as they are; each hashtag stays, becomes another hashtag, or is glossed in quotation marks.
pub(super) fn handle(pair: &Pair<'_>) -> Vec<Finding> {
    let check = "id.handle";
    let mut findings = differing(pair, check, Severity::Warn, AddressKind::Handle, str::to_lowercase);
    let (mut kept, mut lost) = (HashSet::new(), Vec::new());
    for span in spans(&pair.target, AddressKind::Hashtag) {
        kept.insert(norm(pair.target.at(&span)));
    }
    let mut answers = kept.len() + glosses(pair.target.text);
    let mut seen = HashSet::new();
    for span in spans(&pair.source, AddressKind::Hashtag) {
        let tag = norm(pair.source.at(&span));
        // One that is said twice may be named once.
        if seen.insert(tag.clone()) {
            if kept.contains(&tag) { answers -= 1 } else { lost.push(span) }
        }
    }
    findings.extend(lost.iter().skip(answers).map(|span| pair.finding(check, Severity::Warn, Some(span), None)));
    findings
}

/// How many quotations stand beside the word hashtag: one may gloss a hashtag, and behind the plural several.
fn glosses(text: &str) -> usize {
    let lower = text.to_lowercase();
    let opening = |text: &str| text.find(['“', '"', '‘', '«']);
    let beside = |(at, word): (usize, &str)| {
        let behind = &lower[at + word.len()..];
        let behind = behind.char_indices().nth(GLOSS_WITHIN).map_or(behind, |(end, _)| &behind[..end]);
        let end = behind.find(['.', '!', '?']).unwrap_or(behind.len());
        let rest = behind[..end].strip_prefix('s');
        if let Some(rest) = rest {
            return rest.matches(['“', '‘', '«']).count() + rest.matches('"').count() / 2;
        }
        let near = opening(&behind[..end]).is_some_and(|away| behind[..away].split_whitespace().count() <= GLOSS_AWAY);
        usize::from(near || lower[..at].trim_end().ends_with(['”', '"', '»']))
    };
    lower.match_indices("hashtag").map(beside).sum()
}

/// Glosses are looked for within so many characters.
const GLOSS_WITHIN: usize = 200;
/// So many words may stand between the word hashtag and its gloss: the hashtag that says “…”.
const GLOSS_AWAY: usize = 3;

fn spans<'a>(side: &'a Side<'_>, kind: AddressKind) -> impl Iterator<Item = Range<usize>> + 'a {
    side.addresses().iter().filter(move |address| address.kind == kind).map(|address| address.span.clone())
}

/// Strings of one kind that stand on one side only, those left over against each other in order.
fn differing(pair: &Pair<'_>, check: &'static str, severity: Severity, kind: AddressKind, key: Key) -> Vec<Finding> {
    let mut waiting: HashMap<String, Vec<Range<usize>>> = HashMap::new();
    for span in spans(&pair.target, kind) {
        waiting.entry(key(pair.target.at(&span))).or_default().push(span);
    }
    let mut lost: Vec<Range<usize>> = spans(&pair.source, kind).collect();
    lost.retain(|span| waiting.get_mut(&key(pair.source.at(span))).and_then(Vec::pop).is_none());
    let mut added: Vec<Range<usize>> = waiting.into_values().flatten().collect();
    added.sort_by_key(|span| span.start);
    (0..lost.len().max(added.len()))
        .map(|at| {
            let suggestion = lost.get(at).map(|span| pair.source.at(span).to_owned());
            Finding { suggestion, ..pair.finding(check, severity, lost.get(at), added.get(at)) }
        })
        .collect()
}

/// A percent-encoded address as it reads; what is no UTF-8 stays encoded.
fn decoded(url: &str) -> String {
    let mut bytes = Vec::with_capacity(url.len());
    let mut rest = url.as_bytes();
    while let Some((first, tail)) = rest.split_first() {
        let hex = |at: usize| tail.get(at).and_then(|b| char::from(*b).to_digit(16)).and_then(|d| u8::try_from(d).ok());
        match (first, hex(0), hex(1)) {
            (b'%', Some(high), Some(low)) => {
                bytes.push(high * 16 + low);
                rest = &tail[2..];
            }
            _ => {
                bytes.push(*first);
                rest = tail;
            }
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|_| url.to_owned())
}

#[cfg(test)]
mod tests {
    use super::super::tests::flagged;

    #[test]
    fn a_lost_hashtag_is_told_beside_a_quotation() {
        for (source, target) in [
            ("وقال «لن نصمت» ضمن #عطش_السرو", "“We will not be silent,” he said in a hashtag campaign"),
            ("وقال «لن نصمت» في #عطش_السرو", "He launched a hashtag and said to the people: “We will not be silent”"),
            ("و#عطش_السرو انتشر", "The campaign spread"),
            ("وسما #عطش_السرو و#ماء_للجميع", "the hashtag #عطش_السرو"),
            ("وسما #عطش_السرو و#ماء_للجميع", "the hashtag “the Sarw is thirsty”"),
        ] {
            assert_eq!(flagged(source, target), ["id.handle"], "{source} ~ {target}");
        }
        for (source, target) in [
            ("وسما #عطش_السرو و#ماء_للجميع", "the hashtags “the Sarw is thirsty” and “water for all”"),
            ("وسما #عطش_السرو و#ماء_للجميع", "the hashtags #SarwIsThirsty and #WaterForAll"),
            ("وسم #عطش_السرو ثم #عطش_السرو", "the hashtag that reads “the Sarw is thirsty”, again"),
            ("وسم #عطش_السرو", "the “thirsty Sarw” hashtag"),
        ] {
            assert_eq!(flagged(source, target), Vec::<&str>::new(), "{source} ~ {target}");
        }
    }
}
