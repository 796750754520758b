//! The marks of a stop: which characters stop and close, and how far a run of them reaches. Decides nothing.

use crate::text::{digit_value, is_ignorable};

/// How a sentence may end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum StopKind {
    /// One full stop, which may belong to an abbreviation.
    Full,
    /// Several points: a pause or an end.
    Ellipsis,
    /// A question.
    Question,
    /// An exclamation.
    Exclamation,
    /// An end for certain: the stops of Urdu, Devanagari and East Asia.
    Certain,
    /// A blank line, with or without a stop before it.
    BlankLine,
}

/// What closes after a stop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Closing {
    Nothing,
    Bracket,
    Quote,
}

pub(super) const fn terminator(c: char) -> Option<StopKind> {
    Some(match c {
        '.' | '\u{2024}' => StopKind::Full,
        '…' | '‥' => StopKind::Ellipsis,
        '?' | '؟' | '⸮' | '⁇' | '⁈' | '⁉' | '‽' => StopKind::Question,
        '!' | '‼' => StopKind::Exclamation,
        '۔' | '।' | '॥' | '。' | '！' | '？' | '｡' | '．' => StopKind::Certain,
        _ => return None,
    })
}

/// East Asian stops, after which no space is written.
pub(super) const fn needs_no_space(c: char) -> bool {
    matches!(c, '。' | '！' | '？' | '｡' | '．')
}

pub(super) const fn closing(c: char) -> Closing {
    match c {
        ')' | ']' | '}' | '﴾' | '）' | '」' | '』' => Closing::Bracket,
        '"' | '\'' | '”' | '’' | '»' | '›' => Closing::Quote,
        _ => Closing::Nothing,
    }
}

const fn is_superscript_digit(c: char) -> bool {
    matches!(c, '¹' | '²' | '³' | '⁰' | '⁴'..='⁹')
}

/// The length of a note mark at the beginning of a text: `(١)`, `[12]`, `¹`.
pub(super) fn note_mark(text: &str) -> Option<usize> {
    let first = text.chars().next()?;
    if is_superscript_digit(first) {
        return text.find(|c| !is_superscript_digit(c)).or(Some(text.len()));
    }
    let end = match first {
        '(' => ')',
        '[' => ']',
        _ => return None,
    };
    let digits = text[1..].chars().take(5).take_while(|c| digit_value(*c).is_some() || matches!(c, '*' | '†'));
    let inside: usize = digits.map(char::len_utf8).sum();
    (inside > 0 && text[1 + inside..].starts_with(end)).then_some(inside + 2)
}

/// The end of a run of stops (`؟!`, `...`, `. . .`), what it amounts to, and whether its last one needs no white space.
pub(super) fn run_of_stops(text: &str, begin: usize, first: StopKind) -> (usize, StopKind, bool) {
    let (mut end, mut kind, mut stops, mut no_space) = (begin, first, 0, false);
    loop {
        let rest = &text[end..];
        let spaces = rest.len() - rest.trim_start_matches([' ', '\u{a0}']).len();
        let spaces = if stops == 0 { 0 } else { spaces };
        let Some(c) = rest[spaces..].chars().next() else { break };
        if let Some(other) = terminator(c) {
            kind = match (kind, other) {
                _ if stops == 0 => first,
                (StopKind::Full, StopKind::Full) => StopKind::Ellipsis,
                (StopKind::Full | StopKind::Ellipsis, other) if other != StopKind::Full => other,
                (kind, _) => kind,
            };
            no_space = needs_no_space(c);
            stops += 1;
            end += spaces + c.len_utf8();
        } else if is_ignorable(c) && spaces == 0 {
            end += c.len_utf8();
        } else {
            break;
        }
    }
    (end, kind, no_space)
}

/// The end of the closing quotes, brackets, note marks and invisible characters at `end`.
pub(super) fn run_of_closings(text: &str, mut end: usize) -> (usize, Closing) {
    let mut found = Closing::Nothing;
    while let Some(c) = text[end..].chars().next() {
        let here = closing(c);
        if here != Closing::Nothing {
            found = if found == Closing::Quote { found } else { here };
            end += c.len_utf8();
        } else if is_ignorable(c) {
            end += c.len_utf8();
        } else if let Some(length) = note_mark(&text[end..]) {
            end += length;
        } else {
            break;
        }
    }
    (end, found)
}

/// The end of the white space at `at`, and whether a blank line or a paragraph separator is in it. Invisible characters in it
/// stay; after it only those do that close an embedding, since the others belong to what follows.
pub(super) fn after_white_space(text: &str, at: usize) -> (usize, bool) {
    let (mut seen, mut end, mut lines, mut blank) = (at, at, 0, false);
    for c in text[at..].chars() {
        seen += c.len_utf8();
        match c {
            '\n' => lines += 1,
            '\u{2028}' | '\u{2029}' => blank = true,
            _ if c.is_whitespace() => {}
            '\u{202c}' | '\u{2069}' => {}
            _ if is_ignorable(c) => continue,
            _ => break,
        }
        end = seen;
    }
    (end, blank || lines > 1)
}

/// Closings that stand alone after white space, and a note mark at the end of the text, still belong to the left. A straight
/// quote does only if one is open in the sentence.
pub(super) fn with_stray_closings(sentence: &str, next: usize) -> usize {
    const WINDOW: usize = 4096;
    if let Some(quote) = sentence.as_bytes().get(next).filter(|byte| matches!(byte, b'"' | b'\''))
        && sentence.as_bytes()[next.saturating_sub(WINDOW)..next].iter().filter(|byte| *byte == quote).count() % 2 == 0
    {
        return next;
    }
    let (end, found) = run_of_closings(sentence, next);
    let (after, _) = after_white_space(sentence, end);
    let alone = after > end || after == sentence.len();
    let begins_with_note = found == Closing::Nothing && after < sentence.len();
    if alone && !begins_with_note { after } else { next }
}

/// Whether a space is missing between a whole word, a stop and a whole capitalised word: "really?You will".
pub(super) fn is_missing_space(text: &str, begin: usize, end: usize) -> bool {
    let before = text[..begin].chars().rev().take(24).take_while(|c| !c.is_whitespace());
    let small_letters = before.clone().count();
    let whole_word = (3..24).contains(&small_letters) && before.clone().all(char::is_lowercase);
    let mut after = text[end..].chars().take_while(|c| c.is_alphanumeric() || matches!(c, '\'' | '’'));
    let capital = after.next().is_some_and(char::is_uppercase);
    let length: usize =
        text[end..].chars().take_while(|c| c.is_alphanumeric() || matches!(c, '\'' | '’')).map(char::len_utf8).sum();
    let closed = text[end + length..].chars().next().is_none_or(|c| c.is_whitespace() || c == ',');
    whole_word && capital && after.all(|c| !c.is_uppercase()) && closed
}
