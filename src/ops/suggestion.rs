//! What the desk has to offer for a paragraph or a segment: matches of the memory with what differs in the source, terms and names,
//! translations of the same paragraph elsewhere; and the taking over of one match as a draft. It ranks nothing: the look-up does.

use super::desk::{Desk, find_article};
use super::error::OpsError;
use super::memory::{Filters, LookUp, Memory, MemoryMatch, Surroundings};
use super::show::{address_of, segment_index, select_one};
use super::terms::{TermMatch, Terms};
use super::translate::{Lacking, SetReport, check_expected, log_match, renumbered, segment_with, whole_beads};
use crate::diff::{Version, diff_contents};
use crate::model::{
    Address, Content, ContentDiff, Grain, KindGuess, Language, OperationKind, Standing, Written, escape_marked,
};
use crate::store::{ArticleHead, ParagraphState, Repeated, Snapshot, file_hash};

/// What is wanted for which place.
#[derive(Clone, Debug)]
pub struct SuggestRequest {
    /// One paragraph or one segment.
    pub address: Address,
    /// The least score, 1 to 101.
    pub min: u8,
    /// How many matches of each text are wanted.
    pub limit: usize,
    /// What narrows the matches.
    pub filters: Filters,
}

/// What there is for a place.
#[derive(Clone, Debug)]
pub struct Suggestions {
    /// The paragraph or segment as a whole.
    pub whole: Suggested,
    /// The segments, where a paragraph with several was asked for.
    pub segments: Vec<Suggested>,
    /// The number of its paragraph.
    pub number: Option<u32>,
    /// The number of the segment, where one was asked for.
    pub segment: Option<usize>,
    /// What the paragraph is.
    pub kind: KindGuess,
    /// How far the paragraph has come.
    pub standing: Standing,
    /// The number of its revision.
    pub revision: u32,
    /// The languages of source and target.
    pub languages: (Language, Language),
    /// The terms and names in the source, in its order; spans are of the source of [`Self::whole`].
    pub terms: Vec<TermMatch>,
    /// Translations of the same paragraph elsewhere on the desk, which `set --take` takes over.
    pub repetitions: Vec<Repeated>,
}

/// A source with its matches.
#[derive(Clone, Debug)]
pub struct Suggested {
    /// Its address.
    pub address: String,
    /// The source.
    pub source: Content,
    /// The matches, the best first.
    pub matches: Vec<Suggestion>,
}

/// A match as it would be taken over.
#[derive(Clone, Debug)]
pub struct Suggestion {
    /// The match.
    pub found: MemoryMatch,
    /// What differs from its source to this source.
    pub change: ContentDiff,
    /// Its target with inline codes as a person types them for this source.
    pub marked_target: String,
}

impl Suggestion {
    /// What tells the wording that is offered from another one.
    #[must_use]
    pub fn mark(&self) -> String {
        mark(&self.marked_target)
    }
}

/// What tells a wording that is offered, a translation elsewhere, from another one.
#[must_use]
pub fn mark_of(target: &Content) -> String {
    mark(&escape_marked(target, target))
}

fn mark(wording: &str) -> String {
    file_hash(wording.as_bytes()).to_string()
}

impl Suggested {
    /// The source with its inline codes as a person types them.
    #[must_use]
    pub fn marked_source(&self) -> String {
        escape_marked(&self.source, &self.source)
    }
}

/// A source text and where it stands: a whole paragraph, or one segment of it.
pub(super) struct Part {
    pub(super) source: Content,
    surroundings: Surroundings,
}

impl Part {
    /// A paragraph as a whole, of an article of which at least the paragraphs beside it are known.
    pub(super) fn whole(head: &ArticleHead, state: &ParagraphState, article: &[ParagraphState]) -> Self {
        let source = |wanted: Option<u32>| {
            let found = article.iter().find(|other| wanted.is_some() && other.number == wanted)?;
            Some(found.revision.source.text().to_owned())
        };
        let number = state.number;
        let surroundings = Surroundings {
            own_past: true,
            place: number.map(|number| (head.slug.clone(), number)),
            before: source(number.and_then(|number| number.checked_sub(1))),
            after: source(number.and_then(|number| number.checked_add(1))),
        };
        Self { source: state.revision.source.clone(), surroundings }
    }

    /// The segments of a paragraph, each beside its neighbours in it.
    pub(super) fn segments(head: &ArticleHead, state: &ParagraphState) -> Vec<Self> {
        (0..state.revision.beads.len()).map(|index| Self::segment(head, state, index)).collect()
    }

    fn segment(head: &ArticleHead, state: &ParagraphState, index: usize) -> Self {
        let revision = &state.revision;
        let text = |index: usize| revision.segment_source(index).map(str::to_owned);
        let surroundings = Surroundings {
            own_past: true,
            place: state.number.map(|number| (head.slug.clone(), number)),
            before: index.checked_sub(1).and_then(text),
            after: text(index + 1),
        };
        let sliced = revision.beads.get(index).and_then(|bead| revision.source.slice(bead.source.clone()));
        // A segment whose codes cross its ends is looked up without them.
        let source = sliced.map_or_else(|| Content::plain(text(index).unwrap_or_default()), |part| part.trimmed());
        Self { source, surroundings }
    }

    /// The matches of the text, the best first.
    pub(super) fn matches(
        &self,
        memory: &Memory<'_>,
        head: &ArticleHead,
        (min, limit): (u8, usize),
        filters: &Filters,
    ) -> Result<Vec<MemoryMatch>, OpsError> {
        if self.source.text().trim().is_empty() {
            return Ok(Vec::new());
        }
        memory.look_up(&LookUp {
            text: self.source.text(),
            languages: (&head.source_language, &head.target_language),
            min,
            limit,
            filters,
            surroundings: Some(&self.surroundings),
        })
    }

    /// The target of a match with its codes numbered as this source numbers the same elements; others are dropped.
    pub(super) fn fitted(&self, found: &MemoryMatch) -> Content {
        renumbered(&found.target, &self.source, Lacking::Dropped)
    }

    fn suggestion(&self, found: MemoryMatch) -> Suggestion {
        let old = renumbered(&found.source, &self.source, Lacking::Kept);
        let (old, new) =
            (Version { content: &old, source: &old }, Version { content: &self.source, source: &self.source });
        let change = diff_contents(old, new, Grain::Words);
        Suggestion { change, marked_target: escape_marked(&self.fitted(&found), &self.source), found }
    }

    fn suggested(
        self,
        address: String,
        memory: &Memory<'_>,
        head: &ArticleHead,
        request: &SuggestRequest,
    ) -> Result<Suggested, OpsError> {
        let found = self.matches(memory, head, (request.min, request.limit), &request.filters)?;
        let matches = found.into_iter().map(|found| self.suggestion(found)).collect();
        Ok(Suggested { address, source: self.source, matches })
    }
}

/// The best match of a whole paragraph that scores at least so much.
pub(super) fn best(
    memory: &Memory<'_>,
    snapshot: &Snapshot<'_>,
    head: &ArticleHead,
    state: &ParagraphState,
    min: u8,
) -> Result<Option<Suggestion>, OpsError> {
    let part = Part::whole(head, state, &around(snapshot, head, state)?);
    let found = part.matches(memory, head, (min, 1), &Filters::default())?;
    Ok(found.into_iter().next().map(|found| part.suggestion(found)))
}

/// The paragraph of a number with those beside it.
fn around(
    snapshot: &Snapshot<'_>,
    head: &ArticleHead,
    state: &ParagraphState,
) -> Result<Vec<ParagraphState>, OpsError> {
    let Some(number) = state.number else { return Ok(Vec::new()) };
    Ok(snapshot.paragraphs(head.key, number.saturating_sub(1).max(1), number.saturating_add(1))?)
}

/// The text that an address names: a paragraph, or a segment and its index.
fn addressed(
    snapshot: &Snapshot<'_>,
    head: &ArticleHead,
    state: &ParagraphState,
    address: &Address,
) -> Result<(Part, Option<usize>), OpsError> {
    if let Address::Segment(_, _, number) = address {
        let index = segment_index(&state.revision.beads, *number, address)?;
        return Ok((Part::segment(head, state, index), Some(index)));
    }
    Ok((Part::whole(head, state, &around(snapshot, head, state)?), None))
}

/// What the desk has for a paragraph or a segment.
///
/// # Errors
/// When the paragraph or segment does not exist; [`OpsError::OldIndex`].
pub fn suggest(desk: &Desk, request: &SuggestRequest) -> Result<Suggestions, OpsError> {
    let snapshot = desk.snapshot()?;
    let head = find_article(&snapshot, request.address.slug())?;
    let state = select_one(&snapshot, &head, &request.address)?;
    let memory = Memory::of(&snapshot)?;
    memory.check_origin(&request.filters)?;
    let (part, index) = addressed(&snapshot, &head, &state, &request.address)?;
    let whole = part.suggested(request.address.to_string(), &memory, &head, request)?;
    let mut segments = Vec::new();
    if index.is_none() && state.revision.beads.len() > 1 {
        for (part, number) in Part::segments(&head, &state).into_iter().zip(1..) {
            let address = format!("{}.{number}", address_of(&head, &state));
            segments.push(part.suggested(address, &memory, &head, request)?);
        }
    }
    let (source_language, target_language) = (&head.source_language, &head.target_language);
    Ok(Suggestions {
        terms: Terms::of(&snapshot)?.in_text(whole.source.text(), source_language, target_language),
        repetitions: if index.is_none() { snapshot.repetitions(&state)? } else { Vec::new() },
        whole,
        segments,
        number: state.number,
        segment: index.map(|index| index + 1),
        kind: state.revision.form.kind,
        standing: state.standing,
        revision: state.revision.number,
        languages: (source_language.clone(), target_language.clone()),
    })
}

/// A match that is to be taken over.
#[derive(Clone, Debug)]
pub struct TakeRequest {
    /// The request whose answer has the match.
    pub suggest: SuggestRequest,
    /// The number of the match in that answer, from 1.
    pub number: u32,
    /// The revision the person saw; refused when another is there now.
    pub expect: Option<u32>,
    /// The [`Suggestion::mark`] that the person saw; refused when another wording is offered there now.
    pub offered: Option<String>,
}

/// A match that was taken over.
#[derive(Clone, Debug, PartialEq)]
pub struct Taken {
    /// What became of the paragraph.
    pub report: SetReport,
    /// The match.
    pub found: MemoryMatch,
    /// The text that was taken, with inline codes as a person types them.
    pub target: String,
}

/// Takes a match over as the draft of the paragraph or of the segment.
///
/// # Errors
/// As for [`suggest`]; [`OpsError::NoMatch`] when there are fewer matches; [`OpsError::Conflict`]; [`OpsError::OtherOffer`].
pub fn take(desk: &mut Desk, request: &TakeRequest) -> Result<Written<Taken>, OpsError> {
    desk.write(OperationKind::Set, |writer| {
        let TakeRequest { suggest: SuggestRequest { address, min, limit, filters }, number, expect, offered } = request;
        let snapshot = writer.snapshot();
        let head = find_article(&snapshot, address.slug())?;
        let state = select_one(&snapshot, &head, address)?;
        check_expected(writer, &head, &state, *expect)?;
        let (part, index) = addressed(&snapshot, &head, &state, address)?;
        let memory = Memory::of(&snapshot)?;
        memory.check_origin(filters)?;
        let mut matches = part.matches(&memory, &head, (*min, *limit), filters)?;
        let place = (*number as usize).wrapping_sub(1);
        if place >= matches.len() {
            let (address, found) = (address.to_string(), matches.len());
            return Err(OpsError::NoMatch { address, wanted: *number, found });
        }
        let found = matches.swap_remove(place);
        let target = part.fitted(&found);
        if offered.as_ref().is_some_and(|offered| *offered != mark(&escape_marked(&target, &part.source))) {
            return Err(OpsError::OtherOffer { address: address.to_string() });
        }
        let (content, beads) = match index {
            Some(index) => segment_with(&state.revision, index, &target)?,
            None => (target.clone(), whole_beads(&state.revision, &target, &head)),
        };
        let report = log_match(writer, &head, &state, (&content, &beads), found.score)?;
        let target = escape_marked(&target, &state.revision.source);
        Ok(Taken { report, found, target })
    })
}
