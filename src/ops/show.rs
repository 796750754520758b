//! Shows an article: its paragraphs in both languages, now or just after an earlier operation.

use super::desk::{Desk, find_article};
use super::error::OpsError;
use crate::model::status::{Status, article_status};
use crate::model::{
    Address, ArticleId, Bead, Language, OperationRef, OperationSeq, ParagraphNumber, Purpose, Purposes, Slug,
    escape_marked,
};
use crate::store::{ArticleHead, BlockUse, ParagraphState, Repeated, Snapshot};

/// An article, or part of it.
#[derive(Clone, Debug)]
pub struct ArticleView {
    /// The global id of the article.
    pub id: ArticleId,
    /// Its slug.
    pub slug: Slug,
    /// Its title, that of the target where it has one.
    pub title: String,
    /// The language of the source.
    pub source_language: Language,
    /// The language of the target.
    pub target_language: Language,
    /// The status of the article: the lowest of its paragraphs, shown or not, without those left out when it is finished.
    pub status: Status,
    /// The paragraphs, in order.
    pub paragraphs: Vec<ParagraphView>,
}

/// A paragraph as it is shown.
#[derive(Clone, Debug)]
pub struct ParagraphView {
    /// Its address.
    pub address: String,
    /// Its state.
    pub state: ParagraphState,
    /// Existing translations of the same source elsewhere on the desk; offered, never taken by themselves.
    pub repetitions: Vec<Repeated>,
    /// Whether the same source stands elsewhere on the desk.
    pub repeated: bool,
    /// The version of a block that it has to the letter.
    pub block: Option<BlockUse>,
    /// Why one side alone has some of its segments, where that is on purpose.
    pub purposes: Purposes,
}

/// A segment of a shown paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SegmentView<'a> {
    /// From 1.
    pub number: usize,
    /// Its source text.
    pub source: &'a str,
    /// Its target text.
    pub target: &'a str,
    /// Why one side alone has it, where that is on purpose.
    pub purpose: Option<&'a Purpose>,
}

impl ParagraphView {
    /// The segments, each a slice of both texts.
    pub fn segments(&self) -> impl Iterator<Item = SegmentView<'_>> {
        let source = self.state.revision.source.text();
        let target = self.target_text();
        self.state.revision.beads.iter().zip(1..).map(move |(bead, number)| SegmentView {
            number,
            source: slice(source, &bead.source),
            target: slice(target, &bead.target),
            purpose: self.purposes.get(&(number - 1)),
        })
    }

    /// The target text; empty when there is none.
    #[must_use]
    pub fn target_text(&self) -> &str {
        self.state.revision.target.as_ref().map_or("", |target| target.text())
    }

    /// The source with its inline codes as a person types them.
    #[must_use]
    pub fn marked_source(&self) -> String {
        escape_marked(&self.state.revision.source, &self.state.revision.source)
    }

    /// The target with its inline codes as a person types them; empty when there is none.
    #[must_use]
    pub fn marked_target(&self) -> String {
        let revision = &self.state.revision;
        revision.target.as_ref().map(|target| escape_marked(target, &revision.source)).unwrap_or_default()
    }
}

fn slice<'a>(text: &'a str, range: &std::ops::Range<usize>) -> &'a str {
    text.get(range.clone()).unwrap_or_default()
}

/// What to show.
#[derive(Clone, Debug)]
pub struct ShowRequest {
    /// The article, paragraphs or segment.
    pub address: Address,
    /// Just after which operation; now when `None`.
    pub at: Option<OperationRef>,
    /// The paragraphs that were removed instead of those that are there.
    pub removed: bool,
}

/// Shows an article or part of it.
///
/// # Errors
/// When the article, a paragraph or the operation does not exist.
pub fn show(desk: &Desk, request: &ShowRequest) -> Result<ArticleView, OpsError> {
    let snapshot = desk.snapshot()?;
    let at = request.at.as_ref().map(|wanted| find_operation(&snapshot, wanted)).transpose()?.map(|found| found.seq);
    let (head, states, status) = match at {
        None => {
            let head = find_article(&snapshot, request.address.slug())?;
            let states = match request.removed {
                true => snapshot.removed_paragraphs(head.key)?,
                false => select(&snapshot, &head, &request.address)?,
            };
            let progress = snapshot.progress(head.key)?.into_iter().filter(|row| row.paragraphs > 0);
            let status = article_status(progress.map(|row| row.status));
            (head, states, status)
        }
        Some(at) => past(&snapshot, request, at)?,
    };
    let mut paragraphs = Vec::with_capacity(states.len());
    for state in states {
        let repeated = snapshot.is_repeated(&state)?;
        let wants = repeated && state.number.is_some() && state.standing.status == Status::Untranslated;
        let repetitions = if wants { snapshot.repetitions(&state)? } else { Vec::new() };
        let block = match (&request.at, state.revision.repeat_key) {
            (None, Some(key)) if snapshot.is_block_key(key)? => snapshot.block_of(state.key)?,
            _ => None,
        };
        let purposes = snapshot.purposes(&state.revision, at)?;
        let address = address_of(&head, &state);
        paragraphs.push(ParagraphView { address, state, repetitions, repeated, block, purposes });
    }
    let ArticleHead { id, slug, title, source_language, target_language, .. } = head;
    Ok(ArticleView { id, slug, title, source_language, target_language, status, paragraphs })
}

/// The status of an article with these paragraphs.
fn status_over(states: &[ParagraphState]) -> Status {
    article_status(states.iter().filter(|state| state.exclusion.is_none()).map(|state| state.standing.status))
}

/// The article, its paragraphs that are asked for, and its status, just after an operation.
fn past(
    snapshot: &Snapshot<'_>,
    request: &ShowRequest,
    at: OperationSeq,
) -> Result<(ArticleHead, Vec<ParagraphState>, Status), OpsError> {
    let slug = request.address.slug();
    let none = || OpsError::NoArticle { slug: slug.to_string(), similar: None };
    let (head, states) = snapshot.article_at(slug, at)?.ok_or_else(none)?;
    let (there, gone): (Vec<_>, Vec<_>) = states.into_iter().partition(|state| state.number.is_some());
    let (paragraphs, status) = (there.len(), status_over(&there));
    let mut states = [there, gone].concat();
    states.retain(|state| match state.number {
        Some(number) => !request.removed && request.address.covers(ParagraphNumber(number)),
        None => request.removed,
    });
    if states.is_empty() && !request.removed {
        return Err(OpsError::NoParagraph { address: request.address.to_string(), paragraphs });
    }
    Ok((head, states, status))
}

pub(super) fn find_operation(
    snapshot: &Snapshot<'_>,
    wanted: &OperationRef,
) -> Result<crate::model::OperationRow, OpsError> {
    snapshot.operation(wanted)?.ok_or_else(|| OpsError::NoOperation {
        wanted: match wanted {
            OperationRef::Seq(seq) => seq.to_string(),
            OperationRef::Id(id) => id.clone(),
        },
    })
}

/// The paragraphs that an address covers, in order; an error when one of them, or the segment, does not exist.
pub(super) fn select(
    snapshot: &Snapshot<'_>,
    head: &ArticleHead,
    address: &Address,
) -> Result<Vec<ParagraphState>, OpsError> {
    let ranges = match address {
        Address::Article(_) => return Ok(snapshot.paragraphs(head.key, 1, u32::MAX)?),
        Address::Paragraphs(_, ranges) => ranges.clone(),
        Address::Segment(_, number, _) => vec![crate::model::NumberRange { first: *number, last: *number }],
    };
    let first = ranges.iter().map(|r| r.first.0).min().unwrap_or(1);
    let last = ranges.iter().map(|r| r.last.0).max().unwrap_or(u32::MAX);
    let found = snapshot.paragraphs(head.key, first, last)?;
    let exists = |number: u32| found.iter().any(|state| state.number == Some(number));
    if let Some(missing) = ranges.iter().find(|r| !exists(r.first.0) || !exists(r.last.0)) {
        let number = if exists(missing.first.0) { missing.last } else { missing.first };
        return Err(OpsError::NoParagraph {
            address: Address::of(&head.slug, number).to_string(),
            paragraphs: snapshot.paragraphs(head.key, 1, u32::MAX)?.len(),
        });
    }
    let states: Vec<ParagraphState> =
        found.into_iter().filter(|s| s.number.is_some_and(|n| address.covers(ParagraphNumber(n)))).collect();
    if let (Address::Segment(_, _, number), [state]) = (address, &states[..]) {
        segment_index(&state.revision.beads, *number, address)?;
    }
    Ok(states)
}

/// The one paragraph that an address names.
pub(super) fn select_one(
    snapshot: &Snapshot<'_>,
    head: &ArticleHead,
    address: &Address,
) -> Result<ParagraphState, OpsError> {
    let several = || OpsError::OneParagraph { address: address.to_string() };
    if !address.is_one_paragraph() {
        return Err(several());
    }
    select(snapshot, head, address)?.into_iter().next().ok_or_else(several)
}

/// The address of a paragraph, as text.
pub(super) fn address_of(head: &ArticleHead, state: &ParagraphState) -> String {
    match state.number {
        Some(number) => Address::of(&head.slug, ParagraphNumber(number)).to_string(),
        None => head.slug.to_string(),
    }
}

/// The index of a segment in the beads of its paragraph.
pub(super) fn segment_index(beads: &[Bead], number: u32, address: &Address) -> Result<usize, OpsError> {
    let index = usize::try_from(number).unwrap_or(usize::MAX).wrapping_sub(1);
    if index < beads.len() {
        Ok(index)
    } else {
        Err(OpsError::NoSegment { address: address.to_string(), segments: beads.len() })
    }
}
