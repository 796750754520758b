//! Checks of the segment as a whole: empty, untranslated, source script left over, invisible characters, wrong encoding.

use std::ops::Range;

use super::pair::Pair;
use crate::model::{Finding, Message, Severity};
use crate::text::addresses::FoundAddress;
use crate::text::{arabic_share, canon, is_arabic_letter, is_arabic_mark};

/// A finding in the target alone.
pub(super) fn in_target(
    pair: &Pair<'_>,
    check: &'static str,
    severity: Severity,
    span: &Range<usize>,
    id: &'static str,
) -> Finding {
    let message = Message::new(id).with("text", pair.target.at(span));
    Finding { message, ..pair.finding(check, severity, None, Some(span)) }
}

/// A target that says nothing, or a segment that lacks one.
pub(super) fn empty(pair: &Pair<'_>) -> Vec<Finding> {
    let says = |text: &str| text.chars().any(char::is_alphanumeric);
    if says(pair.target.text) {
        let untold = pair.untold.iter().filter(|span| says(pair.source.at(span)));
        let finding = |span: &Range<usize>| Finding {
            message: Message::new("finding-segment-empty").with("text", pair.source.at(span).trim()),
            ..pair.finding("seg.empty", Severity::Error, Some(span), None)
        };
        return untold.map(finding).collect();
    }
    if !says(pair.source.text) {
        return Vec::new();
    }
    let all = 0..pair.source.text.len();
    vec![Finding {
        message: Message::new("finding-empty"),
        ..pair.finding("seg.empty", Severity::Error, Some(&all), None)
    }]
}

/// The letters of a text that belong to no address: a URL or number is the same in both languages.
fn prose(text: &str, addresses: &[FoundAddress]) -> String {
    let (mut prose, mut at) = (String::with_capacity(text.len()), 0);
    for address in addresses {
        prose.push_str(&text[at..address.span.start]);
        at = address.span.end;
    }
    prose + &text[at..]
}

fn is_untranslated(pair: &Pair<'_>) -> bool {
    let (source, target) =
        (prose(pair.source.text, pair.source.addresses()), prose(pair.target.text, pair.target.addresses()));
    let arabic = |text: &str| text.chars().any(is_arabic_letter);
    arabic(&target) && (canon(&source) == canon(&target) || arabic_share(&target) > 0.3 && arabic_share(&source) > 0.5)
}

pub(super) fn untranslated(pair: &Pair<'_>) -> Vec<Finding> {
    if !is_untranslated(pair) {
        return Vec::new();
    }
    let all = 0..pair.target.text.len();
    vec![Finding {
        message: Message::new("finding-untranslated"),
        ..pair.finding("seg.untranslated", Severity::Error, None, Some(&all))
    }]
}

/// Arabic words in the target outside hashtags, addresses and glosses in brackets.
pub(super) fn arabic_left(pair: &Pair<'_>) -> Vec<Finding> {
    if is_untranslated(pair) {
        return Vec::new();
    }
    let (text, addresses) = (pair.target.text, pair.target.addresses());
    let (mut words, mut depth): (Vec<Range<usize>>, usize) = (Vec::new(), 0);
    for (start, c) in text.char_indices() {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        let after = addresses.partition_point(|address| address.span.start <= start);
        let hidden = after > 0 && addresses[after - 1].span.contains(&start);
        let arabic = is_arabic_letter(c) && !('\u{fdf0}'..='\u{fdff}').contains(&c);
        if depth > 0 || hidden || !(arabic || is_arabic_mark(c)) {
            continue;
        }
        let end = start + c.len_utf8();
        // Words that only spaces part are one finding.
        match words.last_mut().filter(|word| text[word.end..start].trim().is_empty()) {
            Some(word) => word.end = end,
            None => words.push(start..end),
        }
    }
    let told = |span: &Range<usize>| in_target(pair, "seg.arabic-left", Severity::Error, span, "finding-arabic-left");
    words.iter().map(told).collect()
}

/// Bidi controls: overrides are errors, the others warnings where the target has no Arabic that might need them.
pub(super) fn bidi_control(pair: &Pair<'_>) -> Vec<Finding> {
    let text = pair.target.text;
    let balanced = is_balanced(text);
    let needed = text.chars().any(is_arabic_letter) && balanced;
    let controls = text.char_indices().filter_map(|(start, c)| {
        let severity = match c {
            '\u{202d}' | '\u{202e}' => Severity::Error,
            '\u{202a}'..='\u{202c}' | '\u{2066}'..='\u{2069}' if !balanced => Severity::Error,
            '\u{061c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202c}' | '\u{2066}'..='\u{2069}' if !needed => {
                Severity::Warn
            }
            _ => return None,
        };
        Some((severity, start..start + c.len_utf8(), c))
    });
    controls.map(|(severity, span, c)| invisible_finding(pair, "char.bidi-control", severity, &span, c)).collect()
}

/// Whether every embedding and isolate is closed (UAX #9, BD8 to BD13), each by its own mark.
fn is_balanced(text: &str) -> bool {
    let mut open = Vec::new();
    for c in text.chars() {
        match c {
            '\u{202a}' | '\u{202b}' | '\u{202d}' | '\u{202e}' => open.push('\u{202c}'),
            '\u{2066}'..='\u{2068}' => open.push('\u{2069}'),
            '\u{202c}' | '\u{2069}' if open.pop() != Some(c) => return false,
            _ => {}
        }
    }
    open.is_empty()
}

/// Characters that nobody sees; joiners between emoji are as they should be.
pub(super) fn invisible(pair: &Pair<'_>) -> Vec<Finding> {
    let is_invisible = |c: char| {
        matches!(c, '\u{ad}' | '\u{180e}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' | '\u{fffc}')
            || c.is_control() && !matches!(c, '\t' | '\n' | '\r')
    };
    let mut found = Vec::new();
    let mut before = None;
    for (start, c) in pair.target.text.char_indices() {
        let emoji = c == '\u{200d}' && before.is_some_and(|b| u32::from(b) >= 0x2190);
        if is_invisible(c) && !emoji {
            found.push(invisible_finding(pair, "char.invisible", Severity::Warn, &(start..start + c.len_utf8()), c));
        }
        before = Some(c);
    }
    found
}

fn invisible_finding(
    pair: &Pair<'_>,
    check: &'static str,
    severity: Severity,
    span: &Range<usize>,
    c: char,
) -> Finding {
    let message = Message::new("finding-invisible").with("code", format!("U+{:04X}", u32::from(c)));
    Finding { message, ..pair.finding(check, severity, None, Some(span)) }
}
