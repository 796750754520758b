//! The difference between two contents: their words, and their inline codes. A code is the same where it means the same and
//! stands at the same words, however far these were pushed along. It does not judge whether codes are right.

use crate::model::{CodeChanges, CodePart, CodeSpan, Content, ContentDiff, DiffOp, DiffPiece, Grain, marks};
use std::ops::{Range, RangeInclusive};

use super::words::diff;

/// A content, and the source whose code numbers decide how it is typed.
#[derive(Clone, Copy, Debug)]
pub struct Version<'a> {
    /// The content.
    pub content: &'a Content,
    /// Its source; for a source the content itself.
    pub source: &'a Content,
}

/// Compares two contents.
#[must_use]
pub fn diff_contents(old: Version<'_>, new: Version<'_>, grain: Grain) -> ContentDiff {
    let pieces = diff(old.content.text(), new.content.text(), grain);
    let codes = code_changes(old, new, &pieces);
    ContentDiff { pieces, codes }
}

fn code_changes(old: Version<'_>, new: Version<'_>, pieces: &[DiffPiece]) -> Option<CodeChanges> {
    if old.content == new.content {
        return None;
    }
    let runs = runs(pieces);
    let (before, after) = (spans(old.content), spans(new.content));
    let mut added = after.clone();
    let mut removed = Vec::new();
    for span in &before {
        let stays = |other: &CodeSpan| {
            other.id == span.id
                && other.element == span.element
                && other.is_unpaired == span.is_unpaired
                && reach(&runs, span.range.start).contains(&other.range.start)
                && reach(&runs, span.range.end).contains(&other.range.end)
        };
        match added.iter().position(stays) {
            Some(index) => drop(added.remove(index)),
            None => removed.push(span.clone()),
        }
    }
    // The same codes at the same places of the same text, but crossed or nested the other way round.
    if removed.is_empty() && added.is_empty() && old.content.text() == new.content.text() {
        (removed, added) = (before, after);
    }
    if removed.is_empty() && added.is_empty() {
        return None;
    }
    let marks = |version: Version<'_>| marks(version.content, version.source);
    Some(CodeChanges { removed, added, old_marks: marks(old), new_marks: marks(new) })
}

/// The codes of a content, each once, in the order in which they begin.
fn spans(content: &Content) -> Vec<CodeSpan> {
    let mut spans: Vec<CodeSpan> = Vec::new();
    for code in content.codes() {
        let opening = match code.part {
            CodePart::Close => spans.iter_mut().rev().find(|span| span.id == code.id && span.is_unpaired),
            CodePart::Open | CodePart::Standalone => None,
        };
        if let Some(span) = opening {
            span.range.end = code.at;
            span.text = content.text()[span.range.clone()].to_owned();
            span.is_unpaired = false;
            continue;
        }
        spans.push(CodeSpan {
            id: code.id,
            element: code.element.clone(),
            range: code.at..code.at,
            text: String::new(),
            is_unpaired: code.part != CodePart::Standalone,
        });
    }
    spans
}

/// A byte range of the old text and the one of the new that stands in its place.
struct Run {
    equal: bool,
    old: Range<usize>,
    new: Range<usize>,
}

fn runs(pieces: &[DiffPiece]) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let (mut old, mut new) = (0, 0);
    for piece in pieces {
        let (in_old, in_new) = (piece.op != DiffOp::Insert, piece.op != DiffOp::Delete);
        let (old_end, new_end) =
            (old + if in_old { piece.text.len() } else { 0 }, new + if in_new { piece.text.len() } else { 0 });
        match runs.last_mut() {
            Some(last) if !last.equal && piece.op != DiffOp::Equal => {
                (last.old.end, last.new.end) = (old_end, new_end);
            }
            _ => runs.push(Run { equal: piece.op == DiffOp::Equal, old: old..old_end, new: new..new_end }),
        }
        (old, new) = (old_end, new_end);
    }
    runs
}

/// The places of the new text that may stand for a place of the old one.
fn reach(runs: &[Run], at: usize) -> RangeInclusive<usize> {
    let touching = runs.iter().filter(|run| run.old.start <= at && at <= run.old.end);
    let places = touching.map(|run| match run.equal {
        true => (run.new.start + at - run.old.start, run.new.start + at - run.old.start),
        false => (run.new.start, run.new.end),
    });
    places.reduce(|one, other| (one.0.min(other.0), one.1.max(other.1))).map_or(0..=0, |(first, last)| first..=last)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{CodeElement, CodeId, InlineCode, parse_marked};

    fn source() -> Content {
        let code =
            |id, part, element: &CodeElement| InlineCode { at: 0, id: CodeId(id), part, element: element.clone() };
        let link = CodeElement::Link { href: "http://example.org/قديم".into(), title: String::new() };
        let codes = vec![
            code(1, CodePart::Open, &CodeElement::Emphasis),
            code(1, CodePart::Close, &CodeElement::Emphasis),
            code(2, CodePart::Open, &link),
            code(2, CodePart::Close, &link),
            code(3, CodePart::Standalone, &CodeElement::LineBreak),
        ];
        Content::new("قال".into(), codes).unwrap()
    }

    /// `-1 word +2 word`: the codes removed and added, with the text they span.
    fn shown(old: &str, new: &str) -> String {
        let source = source();
        let (old, new) = (parse_marked(old, &source).0, parse_marked(new, &source).0);
        let version = |content| Version { content, source: &source };
        let Some(codes) = diff_contents(version(&old), version(&new), Grain::Words).codes else { return String::new() };
        let sign = |sign, spans: &[CodeSpan]| -> String {
            spans.iter().map(|span| format!("{sign}{} {};", span.id.0, span.text)).collect()
        };
        sign('-', &codes.removed) + &sign('+', &codes.added)
    }

    #[test]
    fn codes_that_moved_with_their_words_are_the_same() {
        for (old, new) in [
            ("He {1}said{/1} so.", "He {1}said{/1} so."),
            ("He {1}said{/1} so.", "Then he {1}said{/1} so to us."),
            ("He {1}said{/1} so.", "He {1}shouted{/1} so."),
            ("{1}He said.{/1}", "{1}She wrote a letter.{/1}"),
            ("قال{3/} المعلّمُ", "ثم قال{3/} المعلّم كتبـــها؟"),
            ("plain", "plainer"),
        ] {
            assert_eq!(shown(old, new), "", "{old} → {new}");
        }
    }

    #[test]
    fn codes_that_came_went_or_moved_are_told() {
        for (old, new, expected) in [
            ("He said so.", "He {1}said{/1} so.", "+1 said;"),
            ("He {1}said{/1} so.", "He said so.", "-1 said;"),
            ("He {1}said{/1} so.", "He said {1}so{/1}.", "-1 said;+1 so;"),
            ("He {1}said{/1} so.", "He {1}said so{/1}.", "-1 said;+1 said so;"),
            ("He {1}said{/1} so.", "He {2}said{/2} so.", "-1 said;+2 said;"),
            ("He {1}said{/1} so.", "He {1}said so.", "-1 said;+1 ;"),
            ("One{3/} two", "One two{3/}", "-3 ;+3 ;"),
            ("{1}{2}so{/2}{/1}", "{2}{1}so{/1}{/2}", "-1 so;-2 so;+2 so;+1 so;"),
            ("قال {1}المعلّمُ{/1}، ١٢؟", "قال المعلّمُ، {1}١٢{/1}؟", "-1 المعلّمُ;+1 ١٢;"),
        ] {
            assert_eq!(shown(old, new), expected, "{old} → {new}");
        }
    }

    #[test]
    fn an_address_of_a_link_that_changed_is_told() {
        let old = source();
        let mut codes = old.codes().to_vec();
        for code in &mut codes {
            if let CodeElement::Link { href, .. } = &mut code.element {
                *href = "http://example.org/جديد".into();
            }
        }
        let new = Content::new(old.text().to_owned(), codes).unwrap();
        let version = |content| Version { content, source: content };
        let codes = diff_contents(version(&old), version(&new), Grain::Words).codes.unwrap();
        let href = |spans: &[CodeSpan]| match spans {
            [CodeSpan { element: CodeElement::Link { href, .. }, .. }] => href.clone(),
            other => panic!("{other:?}"),
        };
        assert!(href(&codes.removed).ends_with("قديم") && href(&codes.added).ends_with("جديد"));
        assert_eq!(codes.old_marks, codes.new_marks);
    }
}
