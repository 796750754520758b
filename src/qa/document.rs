//! Several passages at once, for checks that have to see them together.

use std::ops::Range;

use super::names::Names;
use super::{Located, Passage};
use crate::model::{Finding, Message, Profile, Severity};
use crate::terminology::Termbase;

/// The passages of an article, in order, or those of a desk that share a source or a target.
pub(super) struct Document<'a> {
    pub(super) passages: &'a [Passage<'a>],
    pub(super) profile: Profile,
    pub(super) termbase: Option<&'a Termbase>,
    /// What was read of the names of each passage, where a check asks for them.
    pub(super) names: &'a [Names],
    /// How many passages of a desk with the same texts each stands for.
    pub(super) times: &'a [usize],
}

/// A finding about spans of one passage.
pub(super) fn located(
    (check, severity): (&'static str, Severity),
    passage: usize,
    source: Option<Range<usize>>,
    target: Option<Range<usize>>,
    message: Message,
) -> Located {
    let list = |span: Option<Range<usize>>| span.into_iter().collect();
    let finding = Finding { check, severity, source: list(source), target: list(target), message, suggestion: None };
    Located { passage, finding }
}

/// The paragraphs of a text, parted by blank lines.
pub(super) fn paragraphs(text: &str) -> Vec<Range<usize>> {
    let mut paragraphs: Vec<Range<usize>> = Vec::new();
    let (mut at, mut open) = (0, false);
    for line in text.split_inclusive('\n') {
        let end = at + line.trim_end_matches(['\n', '\r']).len();
        let blank = line.trim().is_empty();
        match paragraphs.last_mut().filter(|_| open) {
            Some(paragraph) if !blank => paragraph.end = end,
            _ if !blank => paragraphs.push(at..end),
            _ => {}
        }
        open = !blank;
        at += line.len();
    }
    paragraphs
}

/// Spans of a paragraph as spans of the text that it begins in at `start`.
pub(super) fn shift(spans: &mut [Range<usize>], start: usize) {
    for span in spans {
        *span = span.start + start..span.end + start;
    }
}
