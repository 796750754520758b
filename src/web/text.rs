//! Texts of a desk in a page: escaped without exception, inline codes as formatting, differences with the changed words marked. A
//! link of a text is shown and never followed; characters that nobody can see have visible names.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use maud::{Escaper, Markup, PreEscaped, html};

use crate::l10n::chip;
use crate::model::{
    CodeElement, CodeId, CodePart, Content, ContentDiff, DiffOp, DiffPiece, Direction, InlineCode, Language,
};

/// Whether the numbers that a person types for inline codes are shown beside the formatting.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Marks {
    Shown,
    Hidden,
}

/// A text in its language, as a block.
pub(super) fn block(content: &Content, language: &Language, marks: Marks) -> Markup {
    html! {
        div class="text" lang=(language) dir=(language.direction().as_str()) {
            (inline(content, marks, language.direction()))
        }
    }
}

/// A text without codes in its language, as a block.
pub(super) fn plain_block(text: &str, language: &Language) -> Markup {
    html! { div class="text" lang=(language) dir=(language.direction().as_str()) { (plain(text)) } }
}

/// A text of any language, such as a comment.
pub(super) fn words(text: &str) -> Markup {
    html! { div class="words" dir="auto" { (plain(text)) } }
}

/// A text, escaped.
pub(super) fn plain(text: &str) -> Markup {
    let mut out = String::with_capacity(text.len());
    push_text(&mut out, text);
    PreEscaped(out)
}

fn push_text(out: &mut String, text: &str) {
    for c in text.chars() {
        let name = chip(c).filter(|_| c != '\r');
        // A mark that only joins its neighbours' direction keeps its effect; what would turn a whole line does not.
        if name.is_none() || matches!(c, '\u{061C}' | '\u{200E}' | '\u{200F}') {
            // Writing into a string cannot fail.
            let _ = Escaper::new(out).write_char(c);
        }
        if let Some(name) = name {
            let _ = write!(out, "<bdi class=\"chip\" dir=\"ltr\">{}</bdi>", name.trim_matches(['⟦', '⟧']));
        }
    }
}

/// A text with its codes as formatting.
fn inline(content: &Content, marks: Marks, direction: Direction) -> Markup {
    let paired = paired(content.codes());
    let mut writer = InlineWriter { out: String::new(), open: Vec::new(), paired, marks, direction };
    let mut at = 0;
    for code in content.codes() {
        push_text(&mut writer.out, &content.text()[at..code.at]);
        at = code.at;
        writer.code(code);
    }
    push_text(&mut writer.out, &content.text()[at..]);
    writer.end();
    PreEscaped(writer.out)
}

/// The codes that have both ends, in order; a person may have typed one alone.
fn paired(codes: &[InlineCode]) -> BTreeSet<CodeId> {
    let mut open = BTreeSet::new();
    let mut paired = BTreeSet::new();
    for code in codes {
        match code.part {
            CodePart::Open => drop(open.insert(code.id)),
            CodePart::Close if open.contains(&code.id) => drop(paired.insert(code.id)),
            CodePart::Close | CodePart::Standalone => {}
        }
    }
    paired
}

struct InlineWriter {
    out: String,
    open: Vec<(CodeId, CodeElement)>,
    paired: BTreeSet<CodeId>,
    marks: Marks,
    direction: Direction,
}

impl InlineWriter {
    fn code(&mut self, code: &InlineCode) {
        let CodeId(number) = code.id;
        match code.part {
            CodePart::Standalone => {
                alone(&mut self.out, &code.element, self.direction);
                self.mark(&format!("{{{number}/}}"));
            }
            CodePart::Open => {
                self.mark(&format!("{{{number}}}"));
                if self.paired.contains(&code.id) && !self.open.iter().any(|(id, _)| *id == code.id) {
                    opening(&mut self.out, &code.element);
                    self.open.push((code.id, code.element.clone()));
                }
            }
            CodePart::Close => {
                self.close(code.id);
                self.mark(&format!("{{/{number}}}"));
            }
        }
    }

    /// Closes an element; those inside it that stay open are closed and opened again, for HTML must be nested.
    fn close(&mut self, id: CodeId) {
        let Some(place) = self.open.iter().position(|(other, _)| *other == id) else { return };
        let inside = self.open.split_off(place + 1);
        inside.iter().rev().for_each(|(_, element)| closing(&mut self.out, element));
        if let Some((_, element)) = self.open.pop() {
            closing(&mut self.out, &element);
        }
        for (id, element) in inside {
            opening(&mut self.out, &element);
            self.open.push((id, element));
        }
    }

    fn end(&mut self) {
        for (_, element) in std::mem::take(&mut self.open).iter().rev() {
            closing(&mut self.out, element);
        }
    }

    fn mark(&mut self, mark: &str) {
        if self.marks == Marks::Shown {
            self.out.push_str("<bdi class=\"mark\" dir=\"ltr\">");
            push_text(&mut self.out, mark);
            self.out.push_str("</bdi>");
        }
    }
}

const fn tag(element: &CodeElement) -> &'static str {
    match element {
        CodeElement::Emphasis => "em",
        CodeElement::Strong => "strong",
        CodeElement::Underline => "u",
        CodeElement::Strikethrough => "s",
        CodeElement::Highlight => "mark",
        CodeElement::Superscript => "sup",
        CodeElement::Subscript => "sub",
        CodeElement::Code => "code",
        _ => "span",
    }
}

fn opening(out: &mut String, element: &CodeElement) {
    out.push('<');
    out.push_str(tag(element));
    if let CodeElement::Link { href, .. } = element {
        out.push_str(" class=\"link\" title=\"");
        let _ = Escaper::new(out).write_str(href);
        out.push('"');
    }
    out.push('>');
}

fn closing(out: &mut String, element: &CodeElement) {
    out.push_str("</");
    out.push_str(tag(element));
    out.push('>');
}

fn alone(out: &mut String, element: &CodeElement, direction: Direction) {
    match element {
        CodeElement::NoteMark { shown, .. } => {
            // The mark comes from the source; in a target from left to right it has European digits, as in the finished article.
            let european = |c| match c {
                '\u{0660}'..='\u{0669}' => char::from_digit(c as u32 - 0x0660, 10).unwrap_or(c),
                '\u{06F0}'..='\u{06F9}' => char::from_digit(c as u32 - 0x06F0, 10).unwrap_or(c),
                c => c,
            };
            let is_ltr = direction == Direction::Ltr;
            let shown: String = shown.chars().map(|c| if is_ltr { european(c) } else { c }).collect();
            out.push_str("<sup class=\"note\">");
            push_text(out, &shown);
            out.push_str("</sup>");
        }
        CodeElement::LineBreak => out.push_str("<br>"),
        CodeElement::Image { alt, src } => {
            out.push_str("<span class=\"picture\">[");
            push_text(out, if alt.is_empty() { src } else { alt });
            out.push_str("]</span>");
        }
        _ => {}
    }
}

/// A difference as two lines, old and new; where inline codes differ, both show them as they are typed.
pub(super) fn difference(change: &ContentDiff, language: &Language) -> Markup {
    let marks = change.codes.as_ref().map(|codes| (&codes.old_marks[..], &codes.new_marks[..]));
    let (old_marks, new_marks) = marks.unwrap_or_default();
    let pieces = &change.pieces;
    let has_old = pieces.iter().any(|piece| piece.op != DiffOp::Insert) || !old_marks.is_empty();
    let has_new = pieces.iter().any(|piece| piece.op != DiffOp::Delete) || !new_marks.is_empty();
    html! {
        div class="difference" lang=(language) dir=(language.direction().as_str()) {
            @if has_old {
                div class="text old" { (PreEscaped(one_side(pieces, DiffOp::Delete, old_marks, "del"))) }
            }
            @if has_new {
                div class="text new" { (PreEscaped(one_side(pieces, DiffOp::Insert, new_marks, "ins"))) }
            }
        }
    }
}

/// The text of one side: equal pieces and those of `kept`, these in an element, with the marks put in at their offsets.
fn one_side(pieces: &[DiffPiece], kept: DiffOp, marks: &[(usize, String)], element: &str) -> String {
    let mut out = String::new();
    let mut marks = marks.iter().peekable();
    let mut begin = 0;
    let push_mark = |out: &mut String, mark: &str| {
        out.push_str("<bdi class=\"mark\" dir=\"ltr\">");
        push_text(out, mark);
        out.push_str("</bdi>");
    };
    for piece in pieces.iter().filter(|piece| piece.op == DiffOp::Equal || piece.op == kept) {
        let end = begin + piece.text.len();
        let mut at = begin;
        let is_marked = piece.op == kept && kept != DiffOp::Equal;
        if is_marked {
            let _ = write!(out, "<{element}>");
        }
        // A mark between two pieces belongs to the later one.
        while let Some((place, mark)) = marks.next_if(|(place, _)| *place < end) {
            push_text(&mut out, &piece.text[at - begin..place - begin]);
            push_mark(&mut out, mark);
            at = *place;
        }
        push_text(&mut out, &piece.text[at - begin..]);
        if is_marked {
            let _ = write!(out, "</{element}>");
        }
        begin = end;
    }
    marks.for_each(|(_, mark)| push_mark(&mut out, mark));
    out
}

/// A text with stretches of it marked, each by the class that goes with it.
pub(super) fn marked(text: &str, spans: &[(std::ops::Range<usize>, &'static str)]) -> Markup {
    let mut spans: Vec<_> = spans.iter().filter(|(span, _)| text.get(span.clone()).is_some()).collect();
    spans.sort_by_key(|(span, _)| (span.start, span.end));
    let mut out = String::new();
    let mut at = 0;
    for (span, class) in spans {
        if span.start < at {
            continue;
        }
        push_text(&mut out, &text[at..span.start]);
        let _ = write!(out, "<b class=\"{class}\">");
        push_text(&mut out, &text[span.clone()]);
        out.push_str("</b>");
        at = span.end;
    }
    push_text(&mut out, &text[at..]);
    PreEscaped(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(at: usize, id: u16, part: CodePart, element: CodeElement) -> InlineCode {
        InlineCode { at, id: CodeId(id), part, element }
    }

    #[test]
    fn nothing_of_a_text_becomes_markup() {
        let shown = plain("<script>alert('x')</script> & \"y\"").into_string();
        assert!(!shown.contains('<') && !shown.contains('"'), "{shown}");
        assert!(shown.contains("&lt;script&gt;") && shown.contains("&amp;"));
        let link = CodeElement::Link { href: "javascript:\"><script>".into(), title: String::new() };
        let content =
            Content::new("a".into(), vec![code(0, 1, CodePart::Open, link.clone()), code(1, 1, CodePart::Close, link)])
                .unwrap();
        let shown = inline(&content, Marks::Hidden, Direction::Ltr).into_string();
        assert_eq!(shown, "<span class=\"link\" title=\"javascript:&quot;&gt;&lt;script&gt;\">a</span>");
    }

    #[test]
    fn characters_that_nobody_sees_have_names() {
        assert_eq!(plain("a\u{202E}b").into_string(), "a<bdi class=\"chip\" dir=\"ltr\">RLO</bdi>b");
        assert_eq!(plain("a\u{200F}b").into_string(), "a\u{200F}<bdi class=\"chip\" dir=\"ltr\">RLM</bdi>b");
        assert_eq!(plain("a\u{1b}b").into_string(), "a<bdi class=\"chip\" dir=\"ltr\">U+001B</bdi>b");
        assert_eq!(plain("a\r\nb\tج").into_string(), "a\r\nb\tج");
    }

    #[test]
    fn codes_that_cross_or_lack_an_end_make_nested_markup() {
        let crossing = Content::new(
            "abc".into(),
            vec![
                code(0, 1, CodePart::Open, CodeElement::Strong),
                code(1, 2, CodePart::Open, CodeElement::Emphasis),
                code(2, 1, CodePart::Close, CodeElement::Strong),
                code(3, 2, CodePart::Close, CodeElement::Emphasis),
            ],
        )
        .unwrap();
        let shown = inline(&crossing, Marks::Hidden, Direction::Ltr).into_string();
        assert_eq!(shown, "<strong>a<em>b</em></strong><em>c</em>");
        let alone = Content::new("ab".into(), vec![code(1, 1, CodePart::Open, CodeElement::Strong)]).unwrap();
        assert_eq!(inline(&alone, Marks::Hidden, Direction::Ltr).into_string(), "ab");
        let mark = "a<bdi class=\"mark\" dir=\"ltr\">{1}</bdi>b";
        assert_eq!(inline(&alone, Marks::Shown, Direction::Ltr).into_string(), mark);
    }
}
