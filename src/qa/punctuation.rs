//! Checks of punctuation and spaces in an English target.

use std::ops::Range;

use super::pair::{Pair, Side};
use super::segments::in_target;
use crate::model::{Finding, Message, Severity};

pub(super) fn arabic_in_english(pair: &Pair<'_>) -> Vec<Finding> {
    let marks = pair.target.text.char_indices().filter(|(_, c)| matches!(c, '،' | '؛' | '؟' | '٪' | '۔'));
    let found = marks.map(|(start, c)| {
        let english = match c {
            '،' => ",",
            '؛' => ";",
            '؟' => "?",
            '٪' => "%",
            _ => ".",
        };
        let span = start..start + c.len_utf8();
        let finding = in_target(pair, "punct.arabic-in-en", Severity::Error, &span, "finding-arabic-mark");
        Finding { suggestion: Some(english.to_owned()), ..finding }
    });
    found.collect()
}

/// Brackets that open and close nothing; `A)` and `1)` at the beginning number an item.
pub(super) fn brackets(pair: &Pair<'_>) -> Vec<Finding> {
    let text = pair.target.text;
    let mut open: Vec<(char, usize)> = Vec::new();
    let mut lone: Vec<usize> = Vec::new();
    for (start, c) in text.char_indices() {
        let opener = match c {
            '(' | '[' | '{' => {
                open.push((c, start));
                continue;
            }
            ')' => '(',
            ']' => '[',
            '}' => '{',
            _ => continue,
        };
        let item = c == ')'
            && (1..=4).contains(&text[..start].trim_start().len())
            && text[..start].trim_start().chars().all(char::is_alphanumeric);
        match open.last() {
            Some((last, _)) if *last == opener => {
                open.pop();
            }
            _ if item => {}
            _ => lone.push(start),
        }
    }
    lone.extend(open.into_iter().map(|(_, start)| start));
    lone.sort_unstable();
    let found =
        |start: &usize| in_target(pair, "punct.brackets", Severity::Error, &(*start..start + 1), "finding-bracket");
    lone.iter().map(found).collect()
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum EndMark {
    Stop,
    Question,
    Exclamation,
    Ellipsis,
    Colon,
    None,
}

/// A mark at the end of a text, and where it stands.
type Ended = (EndMark, Range<usize>);

/// What a text ends in; of `؟».` both marks, since English writes the first alone.
fn end_marks(text: &str) -> [Ended; 2] {
    let outer = end_mark(text);
    let inside = text.trim_end().trim_end_matches('.').trim_end();
    let quoted = outer.0 == EndMark::Stop && inside.ends_with(['»', '”', '"', '’']);
    let inner = if quoted { end_mark(inside) } else { outer.clone() };
    [outer, inner]
}

/// Words that make a question of a sentence.
const QUESTION_WORDS: &str = "هل لماذا كيف أين متى ماذا كم أليس ألم أفلا أما أي أية من ما لم";

fn end_mark(text: &str) -> Ended {
    let closing = |c: char| {
        c.is_whitespace()
            || matches!(c, '»' | '”' | '"' | '’' | '\'' | ')' | ']' | '﴾' | '*' | '_')
            || crate::text::is_ignorable(c)
    };
    let mut text = text.trim_end_matches(closing);
    // A note mark in brackets or figures stands behind the mark.
    if let Some(at) = text.rfind(['(', '[']).filter(|at| text[at + 1..].chars().all(char::is_numeric)) {
        text = text[..at].trim_end_matches(closing);
    }
    if text.ends_with("...") {
        return (EndMark::Ellipsis, text.len() - 3..text.len());
    }
    let last = text.chars().next_back();
    let mark = match last {
        Some('.' | '۔') => EndMark::Stop,
        Some('?' | '؟') => EndMark::Question,
        Some('!') => EndMark::Exclamation,
        Some('…') => EndMark::Ellipsis,
        Some(':') => EndMark::Colon,
        _ => EndMark::None,
    };
    (mark, text.len() - last.map_or(0, char::len_utf8)..text.len())
}

/// Questions, exclamations and colons stay what they are; a stop may be added or left out.
pub(super) fn end_mark_differs(pair: &Pair<'_>) -> Vec<Finding> {
    let (ends, answers) = (end_marks(pair.source.text), end_marks(pair.target.text));
    let (source, target) = ([ends[0].0, ends[1].0], [answers[0].0, answers[1].0]);
    let quiet = |mark| matches!(mark, EndMark::Stop | EndMark::None);
    let says = |text: &str| text.chars().any(char::is_alphanumeric);
    // A question inside the last quotation may stand further ahead in the target.
    let moved = |mark| match mark {
        EndMark::Question => pair.target.text.contains('?'),
        EndMark::Exclamation => true,
        _ => false,
    };
    let alike = match source[1] {
        inner if inner != source[0] && !quiet(inner) => target.contains(&inner) || moved(inner),
        EndMark::Question if wonders(pair) => true,
        _ if is_astonished(pair.source.text) => !target.iter().all(|mark| quiet(*mark)),
        _ => target.iter().any(|mark| *mark == source[0] || quiet(*mark) && quiet(source[0])),
    };
    // Verse and headings often leave the question mark out.
    let asks = || {
        let words: Vec<String> = crate::text::words(pair.source.text).map(crate::text::norm).collect();
        QUESTION_WORDS
            .split(' ')
            .map(crate::text::norm)
            .any(|asking| words.iter().any(|w| w.trim_start_matches('و') == asking))
    };
    let unmarked = source[0] == EndMark::None && target[0] == EndMark::Question && asks();
    if alike || unmarked || !says(pair.source.text) || !says(pair.target.text) {
        return Vec::new();
    }
    vec![end_finding(pair, said(ends, quiet), said(answers, quiet))]
}

/// Whether a question of the source is one that somebody asks, and the target reports it: تساءل: من يوقف هذا؟
fn wonders(pair: &Pair<'_>) -> bool {
    let says = |side: &Side<'_>, verbs: &[&str]| side.words().iter().any(|word| word.is_one_of(verbs));
    let asks = says(&pair.source, &["تساءل", "تساءلت", "يتساءل", "تتساءل", "سال", "سالت", "يسال", "تسال", "متساءلا"]);
    let is_marked = pair.target.text.contains('?');
    asks && (is_marked || says(&pair.target, &["asked", "asks", "wondered", "wonders", "asking", "wondering"]))
}

/// Whether a text ends in a question that is an exclamation as well: ؟!
fn is_astonished(text: &str) -> bool {
    let (mark, span) = end_mark(text);
    let before = text[..span.start].trim_end().chars().next_back();
    match mark {
        EndMark::Exclamation => matches!(before, Some('?' | '؟')),
        EndMark::Question => before == Some('!'),
        _ => false,
    }
}

/// Of the marks at the end the one that is no stop, if one is.
fn said(marks: [Ended; 2], quiet: impl Fn(EndMark) -> bool) -> Ended {
    let [outer, inner] = marks;
    if quiet(outer.0) && !quiet(inner.0) { inner } else { outer }
}

/// Two marks against each other, or the one that has none on the other side.
fn end_finding(pair: &Pair<'_>, (mark, from): Ended, (answer, to): Ended) -> Finding {
    let check = "punct.end-mark";
    let (id, text) = match (mark, answer) {
        (_, EndMark::None) => ("finding-end-mark-lost", pair.source.at(&from)),
        (EndMark::None, _) => ("finding-end-mark-added", pair.target.at(&to)),
        _ => return pair.finding(check, Severity::Warn, Some(&from), Some(&to)),
    };
    let message = Message::new(id).with("mark", text);
    Finding { message, ..pair.finding(check, Severity::Warn, Some(&from), Some(&to)) }
}

pub(super) fn spacing(pair: &Pair<'_>) -> Vec<Finding> {
    let text = pair.target.text;
    let mut found: Vec<Range<usize>> = Vec::new();
    let chars: Vec<(usize, char)> = text.char_indices().collect();
    for window in chars.windows(3) {
        let [(start, a), (_, b), (_, c)] = window else { continue };
        // A stop may open a decimal or an ellipsis, a colon an emoticon.
        let before_mark = *b == ' ' && matches!(c, ',' | '?' | '!' | ')') && !a.is_whitespace();
        let after_mark = matches!(b, ',' | ';') && c.is_alphabetic() && a.is_alphabetic();
        let doubled = matches!((b, c), (',', ',') | (';', ';'));
        let stands_alone = *b == ' ' && matches!(c, '.' | ';' | ':') && a.is_alphanumeric() && {
            let next = start + a.len_utf8() + b.len_utf8() + c.len_utf8();
            text[next..].chars().next().is_none_or(char::is_whitespace)
        };
        if before_mark || after_mark || doubled || stands_alone {
            found.push(start + a.len_utf8()..start + a.len_utf8() + b.len_utf8() + c.len_utf8());
        }
    }
    let hidden =
        |span: &&Range<usize>| !pair.target.addresses().iter().any(|address| address.span.contains(&span.start));
    found
        .iter()
        .filter(hidden)
        .map(|span| in_target(pair, "punct.spacing", Severity::Warn, span, "finding-spacing"))
        .collect()
}

pub(super) fn double_space(pair: &Pair<'_>) -> Vec<Finding> {
    let text = pair.target.text;
    let is_space = |c: char| matches!(c, ' ' | '\u{a0}' | '\t');
    let mut runs: Vec<(Range<usize>, usize)> = Vec::new();
    for (start, c) in text.char_indices().filter(|(_, c)| is_space(*c)) {
        let end = start + c.len_utf8();
        match runs.last_mut().filter(|(run, _)| run.end == start) {
            Some((run, count)) => (run.end, *count) = (end, *count + 1),
            None => runs.push((start..end, 1)),
        }
    }
    let wrong = |(run, count): &&(Range<usize>, usize)| *count > 1 || run.start == 0 || run.end == text.len();
    let empty = text.trim().is_empty();
    runs.iter()
        .filter(|_| !empty)
        .filter(wrong)
        .map(|(span, _)| in_target(pair, "space.double", Severity::Info, span, "finding-spaces"))
        .collect()
}

/// The same word twice in a row, but for words that English and names do repeat.
pub(super) fn repeated_word(pair: &Pair<'_>) -> Vec<Finding> {
    let text = pair.target.text;
    let words = crate::text::words(text).map(|word| (word.as_ptr() as usize - text.as_ptr() as usize, word));
    let words: Vec<(usize, &str)> = words.collect();
    let repeated = words.windows(2).filter_map(|pair_of_words| {
        let [(first, a), (second, b)] = pair_of_words else { return None };
        let only_space = text[first + a.len()..*second].chars().all(|c| c == ' ' || c == '\u{a0}');
        let allowed =
            matches!(a.to_lowercase().as_str(), "had" | "that" | "very" | "no") || a.chars().any(char::is_numeric);
        let named = a.starts_with(char::is_uppercase) && b.starts_with(char::is_uppercase);
        (only_space && !allowed && !named && a.to_lowercase() == b.to_lowercase()).then_some(*first..second + b.len())
    });
    repeated.map(|span| in_target(pair, "word.repeated", Severity::Warn, &span, "finding-repeated")).collect()
}
