//! The check of inline codes and of tags written out in the text: the target has those of its source, each as often, well nested.

use std::collections::BTreeMap;
use std::ops::Range;

use super::pair::Pair;
use crate::model::{CodeElement, CodeFault, Content, Finding, Message, Severity, escape_marked, parse_marked};

/// A tag such as `<b>`, `</b>` or `<br/>`.
struct Tag<'a> {
    span: Range<usize>,
    name: &'a str,
    end: bool,
    alone: bool,
}

/// Tags that have no end.
const VOID: &[&str] = &["br", "hr", "img", "wbr"];

fn tags(text: &str) -> Vec<Tag<'_>> {
    let mut tags = Vec::new();
    for (start, _) in text.match_indices('<') {
        // Up to the next of both marks alone: many that open and none that closes would else be searched to the end each.
        let Some(end) = text[start + 1..].find(['<', '>']).map(|at| start + 1 + at) else { continue };
        let length = end - start;
        if length >= 200 || !text[end..].starts_with('>') {
            continue;
        }
        let inside = &text[start + 1..end];
        let (end, inside) = inside.strip_prefix('/').map_or((false, inside), |rest| (true, rest));
        let name = &inside[..inside.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(inside.len())];
        let rest = &inside[name.len()..];
        let sound = name.starts_with(|c: char| c.is_ascii_alphabetic());
        if sound && (rest.is_empty() || rest.starts_with([' ', '/'])) {
            let alone = rest.ends_with('/') || VOID.contains(&name.to_ascii_lowercase().as_str());
            tags.push(Tag { span: start..start + length + 1, name, end, alone });
        }
    }
    tags
}

pub(super) fn inline(pair: &Pair<'_>) -> Vec<Finding> {
    let mut findings = written_out(pair);
    findings.extend(codes(pair));
    findings
}

/// Tags that stand in the text itself: other ones than the source has, or such as close what is not open.
fn written_out(pair: &Pair<'_>) -> Vec<Finding> {
    let (source, target) = (tags(pair.source.text), tags(pair.target.text));
    let mut surplus: BTreeMap<(String, bool), Vec<Range<usize>>> = BTreeMap::new();
    let key = |tag: &Tag<'_>| (tag.name.to_ascii_lowercase(), tag.end);
    for tag in &target {
        surplus.entry(key(tag)).or_default().push(tag.span.clone());
    }
    let mut findings = Vec::new();
    for tag in &source {
        if surplus.get_mut(&key(tag)).and_then(Vec::pop).is_none() {
            findings.push(pair.finding("tag.inline", Severity::Error, Some(&tag.span), None));
        }
    }
    for span in surplus.into_values().flatten() {
        findings.push(pair.finding("tag.inline", Severity::Error, None, Some(&span)));
    }
    if findings.is_empty() && is_nested(&source) {
        findings.extend(crossing(&target).map(|span| nesting(pair, &span)));
    }
    findings
}

fn nesting(pair: &Pair<'_>, span: &Range<usize>) -> Finding {
    let message = Message::new("finding-nesting").with("text", pair.target.at(span));
    Finding { message, ..pair.finding("tag.inline", Severity::Error, None, Some(span)) }
}

fn is_nested(tags: &[Tag<'_>]) -> bool {
    crossing(tags).is_none()
}

/// The first tag that closes another one than the last open.
fn crossing(tags: &[Tag<'_>]) -> Option<Range<usize>> {
    let mut open: Vec<&Tag<'_>> = Vec::new();
    for tag in tags.iter().filter(|tag| !tag.alone) {
        if !tag.end {
            open.push(tag);
        } else if open.pop().is_none_or(|last| !last.name.eq_ignore_ascii_case(tag.name)) {
            return Some(tag.span.clone());
        }
    }
    open.first().map(|tag| tag.span.clone())
}

/// The inline codes of a paragraph. Emphasis may be lost for good reasons; a link, a note mark or a picture may not.
fn codes(pair: &Pair<'_>) -> Vec<Finding> {
    let (source, target) = (pair.source.content, pair.target.content);
    if source.codes().is_empty() && target.codes().is_empty() {
        return Vec::new();
    }
    let faults = parse_marked(&escape_marked(target, source), source).1;
    faults.into_iter().map(|fault| code_finding(pair, fault)).collect()
}

fn code_finding(pair: &Pair<'_>, fault: CodeFault) -> Finding {
    let (source, target) = (pair.source.content, pair.target.content);
    let (id, (message, severe)) = match fault {
        CodeFault::Missing(id) => (id, ("finding-code-missing", !is_looks(source, id))),
        CodeFault::Unknown(id) => (id, ("finding-code-unknown", true)),
        CodeFault::Repeated(id) => (id, ("finding-code-repeated", !is_looks(source, id))),
        CodeFault::BadlyNested(id) => (id, ("finding-code-nested", true)),
    };
    let severity = if severe { Severity::Error } else { Severity::Warn };
    let place = |content: &Content| content.codes().iter().find(|code| code.id == id).map(|code| code.at..code.at);
    let span = (place(source), place(target));
    let message = Message::new(message).with("code", u32::from(id.0));
    Finding { message, ..pair.finding("tag.inline", severity, span.0.as_ref(), span.1.as_ref()) }
}

/// Whether a code is about the looks of letters alone.
fn is_looks(source: &Content, id: crate::model::CodeId) -> bool {
    use CodeElement as E;
    let element = source.codes().iter().find(|code| code.id == id).map(|code| &code.element);
    matches!(
        element,
        Some(
            E::Emphasis
                | E::Strong
                | E::Underline
                | E::Strikethrough
                | E::Highlight
                | E::Superscript
                | E::Subscript
                | E::LineBreak
        )
    )
}
