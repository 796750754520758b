//! A source and its target with what has been read in them, so that no check reads twice.

use std::cell::OnceCell;
use std::ops::Range;

use super::comparison::Comparison;
use super::lengths::Lengths;
use super::terms::TermReading;
use super::{Context, Passage};
use crate::model::{Content, Finding, Language, Message, ParagraphKind, Profile, Severity};
use crate::segmentation::sentences;
use crate::terminology::names::NameTexts;
use crate::text::addresses::{FoundAddress, addresses};
use crate::text::numbers::{self, Reading, Score};
use crate::text::{norm, words};

/// One of the two texts.
pub(super) struct Side<'a> {
    pub(super) text: &'a str,
    pub(super) content: &'a Content,
    reading: OnceCell<Reading>,
    addresses: OnceCell<Vec<FoundAddress>>,
    key: OnceCell<String>,
    words: OnceCell<Vec<SideWord>>,
    sentences: OnceCell<Vec<Range<usize>>>,
    language: &'a Language,
}

/// A word of a text.
#[derive(Debug)]
pub(super) struct SideWord {
    pub(super) span: Range<usize>,
    /// Its key L2: orthography and case folded.
    pub(super) key: String,
}

impl SideWord {
    /// Whether it is one of some words given by their keys, alone or behind و or ف.
    pub(super) fn is_one_of(&self, words: &[&str]) -> bool {
        let bare = self.key.strip_prefix(['و', 'ف']);
        words.contains(&self.key.as_str()) || bare.is_some_and(|bare| words.contains(&bare))
    }
}

impl<'a> Side<'a> {
    fn new(content: &'a Content, language: &'a Language) -> Self {
        let text = content.text();
        Self {
            text,
            content,
            reading: OnceCell::new(),
            addresses: OnceCell::new(),
            key: OnceCell::new(),
            words: OnceCell::new(),
            sentences: OnceCell::new(),
            language,
        }
    }

    /// The key L2 of the whole text.
    pub(super) fn key(&self) -> &str {
        self.key.get_or_init(|| norm(self.text))
    }

    /// What stands there of numbers, dates and measures.
    pub(super) fn reading(&self) -> &Reading {
        self.reading.get_or_init(|| numbers::read_beside(self.text, self.language, self.addresses()))
    }

    /// Web addresses, hashtags and the like.
    pub(super) fn addresses(&self) -> &[FoundAddress] {
        self.addresses.get_or_init(|| addresses(self.text))
    }

    /// The words that belong to no address, in order.
    pub(super) fn words(&self) -> &[SideWord] {
        self.words.get_or_init(|| {
            let start = |word: &str| word.as_ptr() as usize - self.text.as_ptr() as usize;
            let spans = words(self.text).map(|word| (start(word)..start(word) + word.len(), word));
            let outside = spans.filter(|(span, _)| !self.in_address(span.start));
            outside.map(|(span, word)| SideWord { span, key: norm(word) }).collect()
        })
    }

    /// The sentences.
    pub(super) fn sentences(&self) -> &[Range<usize>] {
        self.sentences.get_or_init(|| sentences(self.text, self.language))
    }

    /// Whether a byte belongs to a web address, a hashtag or the like.
    pub(super) fn in_address(&self, at: usize) -> bool {
        is_within(self.addresses(), at, |address| &address.span)
    }

    /// Whether a byte belongs to the score of a match.
    pub(super) fn in_score(&self, at: usize) -> bool {
        self.score_at(at).is_some()
    }

    /// The score of a match that a byte belongs to.
    pub(super) fn score_at(&self, at: usize) -> Option<&Score> {
        let scores = &self.reading().scores;
        let before = scores.partition_point(|score| score.span.start <= at).checked_sub(1)?;
        scores.get(before).filter(|score| score.span.contains(&at))
    }

    /// The text at a span.
    pub(super) fn at(&self, span: &Range<usize>) -> &'a str {
        self.text.get(span.clone()).unwrap_or_default()
    }
}

/// Whether a byte is within one of some things, which stand in order.
pub(super) fn is_within<T>(things: &[T], at: usize, span: impl Fn(&T) -> &Range<usize>) -> bool {
    let after = things.partition_point(|thing| span(thing).start <= at);
    after > 0 && span(&things[after - 1]).contains(&at)
}

/// Both texts, and once for all checks how their numbers compare.
pub(super) struct Pair<'a> {
    pub(super) source: Side<'a>,
    pub(super) target: Side<'a>,
    pub(super) kind: Option<ParagraphKind>,
    pub(super) basis: Option<&'a Content>,
    pub(super) untold: &'a [Range<usize>],
    pub(super) match_score: Option<u8>,
    pub(super) profile: Profile,
    pub(super) lengths: Lengths,
    comparison: OnceCell<Comparison>,
    context: Context<'a>,
    terms: OnceCell<Option<TermReading<'a>>>,
    names: OnceCell<NameTexts<'a>>,
}

impl<'a> Pair<'a> {
    pub(super) fn new(passage: &Passage<'a>, context: &Context<'a>) -> Self {
        let source = Side::new(passage.source, context.source);
        let target = Side::new(passage.target, context.target);
        Self {
            source,
            target,
            kind: passage.kind,
            basis: passage.basis,
            untold: passage.untold,
            match_score: passage.match_score,
            profile: context.profile,
            lengths: context.lengths,
            comparison: OnceCell::new(),
            context: *context,
            terms: OnceCell::new(),
            names: OnceCell::new(),
        }
    }

    pub(super) fn comparison(&self) -> &Comparison {
        self.comparison.get_or_init(|| Comparison::of(&self.source, &self.target))
    }

    /// What of the termbase stands in the texts; `None` where there is no termbase.
    pub(super) fn terms(&self) -> Option<&TermReading<'a>> {
        let read = || TermReading::of(self.source.text, self.target.text, &self.context);
        self.terms.get_or_init(read).as_ref()
    }

    /// Both texts, read for their names.
    pub(super) fn names(&self) -> &NameTexts<'a> {
        self.names.get_or_init(|| NameTexts::of(self.source.text, self.target.text))
    }

    /// A finding about something of the source, of the target, or of both, told in the texts' own words.
    pub(super) fn finding(
        &self,
        check: &'static str,
        severity: Severity,
        source: Option<&Range<usize>>,
        target: Option<&Range<usize>>,
    ) -> Finding {
        let message = match (source, target) {
            (Some(source), Some(target)) => Message::new("finding-changed")
                .with("source", self.source.at(source))
                .with("target", self.target.at(target)),
            (Some(source), None) => Message::new("finding-missing").with("text", self.source.at(source)),
            (None, target) => {
                let text = target.map_or("", |target| self.target.at(target));
                Message::new("finding-extra").with("text", text)
            }
        };
        let list = |span: Option<&Range<usize>>| span.cloned().into_iter().collect();
        Finding { check, severity, source: list(source), target: list(target), message, suggestion: None }
    }
}
