//! The typed form of inline codes: `{1}…{/1}` for pairs, `{2/}` for codes that stand alone.
//!
//! Only tokens whose number the source has are codes; everything else is text, byte for byte. A literal token of a known
//! number is written with a backslash before it, and one more for each backslash that already stands there.

use std::collections::BTreeMap;

use super::content::{CodeElement, CodeId, CodePart, Content, InlineCode};

/// Something to tell the person who typed a target about its inline codes. The text is stored all the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodeFault {
    /// The source has the code, the target lacks it or one end of it.
    Missing(CodeId),
    /// A token that looks like a code but whose number the source lacks; kept as text.
    Unknown(CodeId),
    /// A code that stands more often in the target than in the source.
    Repeated(CodeId),
    /// A pair that closes before it opens, or crosses another pair.
    BadlyNested(CodeId),
}

/// A token in a text, whether anybody knows its number or not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CodeToken {
    /// Byte range of the token itself, without backslashes.
    pub range: std::ops::Range<usize>,
    /// How many backslashes stand before it.
    pub backslashes: usize,
    /// Its number.
    pub id: CodeId,
    /// Which end it is.
    pub part: CodePart,
}

/// Writes content in its typed form: codes as tokens, literal tokens of the content's own codes escaped.
///
/// `known` is the source content, whose code numbers decide what needs escaping; for a source it is the content itself.
#[must_use]
pub fn escape_marked(content: &Content, known: &Content) -> String {
    let text = content.text();
    let mut out = String::with_capacity(text.len() + content.codes().len() * 4);
    let mut at = 0;
    for (place, mark) in marks(content, known) {
        out.push_str(&text[at..place]);
        out.push_str(&mark);
        at = place;
    }
    out.push_str(&text[at..]);
    out
}

/// What [`escape_marked`] puts into the text of a content, by byte offset, in order: a token for each code, a backslash before
/// each literal token.
#[must_use]
pub fn marks(content: &Content, known: &Content) -> Vec<(usize, String)> {
    let elements = elements_of(known);
    let literal = code_tokens(content.text()).into_iter().filter(|token| elements.contains_key(&token.id));
    let mut escapes = literal.map(|token| (token.range.start, "\\".to_owned())).peekable();
    let mut marks = Vec::new();
    for code in content.codes() {
        while let Some(escape) = escapes.next_if(|(at, _)| *at < code.at) {
            marks.push(escape);
        }
        marks.push((code.at, code_token(code.id, code.part)));
    }
    marks.extend(escapes);
    marks
}

/// An end of a code as it is typed.
#[must_use]
pub fn code_token(CodeId(id): CodeId, part: CodePart) -> String {
    match part {
        CodePart::Open => format!("{{{id}}}"),
        CodePart::Close => format!("{{/{id}}}"),
        CodePart::Standalone => format!("{{{id}/}}"),
    }
}

/// Reads the typed form of a target whose source is `source`.
///
/// Returns the content and what is to be told about its codes: missing, unknown, repeated or badly nested ones. Nothing that
/// was typed is dropped: an unknown token stays in the text.
#[must_use]
pub fn parse_marked(typed: &str, source: &Content) -> (Content, Vec<CodeFault>) {
    let elements = elements_of(source);
    let mut text = String::with_capacity(typed.len());
    let mut codes = Vec::new();
    let mut faults = Vec::new();
    let mut at = 0;
    for token in code_tokens(typed) {
        let Some((element, standalone)) = elements.get(&token.id) else {
            if !source.codes().is_empty() {
                faults.push(CodeFault::Unknown(token.id));
            }
            continue;
        };
        if token.backslashes > 0 {
            text.push_str(&typed[at..token.range.start - 1]);
            at = token.range.start;
            continue;
        }
        if *standalone != (token.part == CodePart::Standalone) {
            faults.push(CodeFault::Unknown(token.id));
            continue;
        }
        text.push_str(&typed[at..token.range.start]);
        at = token.range.end;
        codes.push(InlineCode { at: text.len(), id: token.id, part: token.part, element: (*element).clone() });
    }
    text.push_str(&typed[at..]);
    faults.extend(compare_codes(source.codes(), &codes));
    let content = Content::new(text, codes).expect("offsets are pushed in order, each at the end of the text so far");
    (content, faults)
}

fn elements_of(content: &Content) -> BTreeMap<CodeId, (&CodeElement, bool)> {
    content.codes().iter().map(|c| (c.id, (&c.element, c.part == CodePart::Standalone))).collect()
}

/// All `{n}`, `{/n}`, `{n/}` in a text, in order.
#[must_use]
pub fn code_tokens(text: &str) -> Vec<CodeToken> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    for (start, _) in text.match_indices('{') {
        let Some(length) = bytes[start..].iter().take(9).position(|&b| b == b'}') else { continue };
        let inner = &text[start + 1..start + length];
        let (part, digits) = match (inner.strip_prefix('/'), inner.strip_suffix('/')) {
            (Some(digits), None) => (CodePart::Close, digits),
            (None, Some(digits)) => (CodePart::Standalone, digits),
            (None, None) => (CodePart::Open, inner),
            (Some(_), Some(_)) => continue,
        };
        if digits.is_empty() || digits.starts_with('0') || !digits.bytes().all(|b| b.is_ascii_digit()) {
            continue;
        }
        let Ok(id) = digits.parse() else { continue };
        let backslashes = bytes[..start].iter().rev().take_while(|&&b| b == b'\\').count();
        found.push(CodeToken { range: start..start + length + 1, backslashes, id: CodeId(id), part });
    }
    found
}

fn compare_codes(source: &[InlineCode], target: &[InlineCode]) -> Vec<CodeFault> {
    let mut counts: BTreeMap<(CodeId, CodePart), isize> = BTreeMap::new();
    for code in source {
        *counts.entry((code.id, code.part)).or_default() -= 1;
    }
    for code in target {
        *counts.entry((code.id, code.part)).or_default() += 1;
    }
    let mut faults: Vec<CodeFault> = Vec::new();
    for ((id, _), count) in counts {
        let fault = match count {
            0 => continue,
            ..0 => CodeFault::Missing(id),
            1.. => CodeFault::Repeated(id),
        };
        if faults.last() != Some(&fault) {
            faults.push(fault);
        }
    }
    faults.extend(badly_nested(target));
    faults
}

fn badly_nested(codes: &[InlineCode]) -> Vec<CodeFault> {
    let mut open: Vec<CodeId> = Vec::new();
    let mut faults = Vec::new();
    for code in codes {
        match code.part {
            CodePart::Open => open.push(code.id),
            CodePart::Standalone => {}
            CodePart::Close if open.last() == Some(&code.id) => {
                open.pop();
            }
            CodePart::Close => {
                open.retain(|id| *id != code.id);
                faults.push(CodeFault::BadlyNested(code.id));
            }
        }
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;

    fn source() -> Content {
        let code = |at, id, part, element| InlineCode { at, id: CodeId(id), part, element };
        let note = CodeElement::NoteMark { label: "1".into(), shown: "1".into() };
        Content::new(
            "قال كل شيء".into(),
            vec![
                code(7, 1, CodePart::Open, CodeElement::Strong),
                code(18, 1, CodePart::Close, CodeElement::Strong),
                code(18, 2, CodePart::Standalone, note),
            ],
        )
        .unwrap()
    }

    #[test]
    fn typed_codes_become_offsets() {
        let (content, faults) = parse_marked("He said {1}everything{/1}{2/}", &source());
        assert_eq!(content.text(), "He said everything");
        assert_eq!(content.codes().iter().map(|c| c.at).collect::<Vec<_>>(), [8, 18, 18]);
        assert_eq!(faults, []);
        assert_eq!(escape_marked(&content, &source()), "He said {1}everything{/1}{2/}");
    }

    #[test]
    fn faults_are_told_and_nothing_typed_is_dropped() {
        let (content, faults) = parse_marked("He {/1}said{1} {7} \\{1} x", &source());
        assert_eq!(content.text(), "He said {7} {1} x");
        assert_eq!(
            faults,
            [CodeFault::Unknown(CodeId(7)), CodeFault::Missing(CodeId(2)), CodeFault::BadlyNested(CodeId(1))]
        );
        assert_eq!(escape_marked(&content, &source()), "He {/1}said{1} {7} \\{1} x");
    }

    #[test]
    fn without_codes_in_the_source_every_byte_is_text() {
        let plain = Content::plain("نص");
        for typed in ["{1}", "\\{1}", "{/1}{2/}", "a\\\\{3}"] {
            let (content, faults) = parse_marked(typed, &plain);
            assert_eq!(content.text(), typed);
            assert_eq!(faults, []);
            assert_eq!(escape_marked(&content, &plain), typed);
        }
    }
}
