//! Puts a version of a block into paragraphs: into those that have an older one, or none, and never above draft.

use super::{Holding, address_of};
use crate::model::{Language, Origin, Status};
use crate::ops::desk::find_article;
use crate::ops::error::OpsError;
use crate::ops::translate::{Lacking, log_target, renumbered, status_of, whole_beads};
use crate::segmentation::beads_for;
use crate::store::{
    ArticleHead, BlockRow, NewContent, NewParagraph, ParagraphKey, ParagraphState, RepeatedPlace, RevisionKey,
    Snapshot, VersionKey, Writer,
};

/// What became of a paragraph that repeats a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It had the translation already, and has the version from now on.
    Linked,
    /// It had no translation and has this one, as a draft.
    Filled,
    /// It had another translation and has this one, as a draft.
    Updated,
    /// It was published with what it has, and keeps it.
    Published,
    /// It is final, and keeps what it has.
    Final,
    /// Somebody worded it otherwise; it keeps that.
    Own,
    /// It has the version already.
    Current,
}

impl Outcome {
    /// The stable name.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Linked => "linked",
            Self::Filled => "filled",
            Self::Updated => "updated",
            Self::Published => "published",
            Self::Final => "final",
            Self::Own => "own",
            Self::Current => "current",
        }
    }

    /// Whether the text of the paragraph changed.
    #[must_use]
    pub const fn is_change(self) -> bool {
        matches!(self, Self::Filled | Self::Updated)
    }

    /// Whether the paragraph keeps an older version because that is out or final.
    #[must_use]
    pub const fn is_pinned(self) -> bool {
        matches!(self, Self::Published | Self::Final)
    }
}

/// A paragraph that repeats a block, and what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed {
    /// The paragraph.
    pub address: String,
    /// The name of the block.
    pub block: String,
    /// What became of it.
    pub outcome: Outcome,
    /// The number of the version that it has now; `None` for wording of its own.
    pub version: Option<u32>,
    /// Its status now.
    pub status: Status,
}

/// What may be replaced besides an older version.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Reach {
    /// Wording of its own.
    pub(super) own: bool,
    /// What was published or is final.
    pub(super) pinned: bool,
}

/// Puts the newest version of a block into a paragraph, or says why not.
pub(super) fn place(
    writer: &mut Writer<'_>,
    block: &BlockRow,
    place: &RepeatedPlace,
    reach: Reach,
) -> Result<Placed, OpsError> {
    let snapshot = writer.snapshot();
    let head = find_article(&snapshot, &place.slug)?;
    let state = snapshot.paragraphs(head.key, place.number, place.number)?.into_iter().next();
    let state = state.ok_or_else(|| OpsError::NoParagraph { address: address_of(place), paragraphs: 0 })?;
    let holding = Holding::of(place, block);
    let outcome = outcome(&snapshot, block, place, holding, reach)?;
    let mut placed = Placed {
        address: address_of(place),
        block: block.name.clone(),
        outcome,
        version: Some(block.version.number),
        status: place.status,
    };
    match outcome {
        Outcome::Current => {}
        Outcome::Linked => writer.add_block_use(state.key, block.version.key)?,
        Outcome::Filled | Outcome::Updated => {
            if !write(writer, block, &head, &state)? {
                placed.outcome = Outcome::Linked;
            }
            placed.status = status_of(writer, &head, &state)?;
        }
        Outcome::Published | Outcome::Final | Outcome::Own => placed.version = holding.version(),
    }
    Ok(placed)
}

fn outcome(
    snapshot: &Snapshot<'_>,
    block: &BlockRow,
    place: &RepeatedPlace,
    holding: Holding,
    reach: Reach,
) -> Result<Outcome, OpsError> {
    Ok(match holding {
        Holding::Current(_) => Outcome::Current,
        Holding::None => Outcome::Filled,
        Holding::Own if place.target.as_deref() == Some(block.version.target.text()) => Outcome::Linked,
        Holding::Own if !reach.own => Outcome::Own,
        _ if reach.pinned => Outcome::Updated,
        _ if is_published(snapshot, place)? => Outcome::Published,
        _ if place.status == Status::Final => Outcome::Final,
        Holding::Own | Holding::Older(_) => Outcome::Updated,
    })
}

/// Whether the newest publication of its article has the paragraph.
fn is_published(snapshot: &Snapshot<'_>, place: &RepeatedPlace) -> Result<bool, OpsError> {
    let Some(export) = snapshot.published(place.article)? else { return Ok(false) };
    Ok(snapshot.exported_revision(&export, place.paragraph)?.is_some())
}

/// Gives a paragraph the newest version; whether its text, or an inline code in it, is another now.
fn write(
    writer: &mut Writer<'_>,
    block: &BlockRow,
    head: &ArticleHead,
    state: &ParagraphState,
) -> Result<bool, OpsError> {
    let content = renumbered(&block.version.target, &state.revision.source, Lacking::Dropped);
    let beads = whole_beads(&state.revision, &content, head);
    let logged = log_target(writer, head, state, &content, &beads, Origin::Boilerplate)?;
    writer.add_block_use(state.key, block.version.key)?;
    Ok(logged.changed)
}

/// A new paragraph that has a version of a block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FilledBlock {
    /// Its place among the new paragraphs, from 1.
    pub number: usize,
    /// The name of the block.
    pub block: String,
    /// The number of the version.
    pub version: u32,
    /// Whether it was filled; it may have brought the very translation.
    pub filled: bool,
    /// The version.
    key: VersionKey,
}

impl FilledBlock {
    /// Records it, once the paragraphs have keys.
    pub(in crate::ops) fn record(
        &self,
        writer: &mut Writer<'_>,
        added: &[(ParagraphKey, RevisionKey)],
    ) -> Result<(), OpsError> {
        added.get(self.number - 1).map_or(Ok(()), |(key, _)| Ok(writer.add_block_use(*key, self.key)?))
    }
}

/// Whether new paragraphs without a translation get one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ops) enum Gaps {
    /// The article came alone.
    Filled,
    /// Its own translation left them out.
    Left,
}

/// Gives new paragraphs that repeat a block to the letter (up to normalisation) its newest version.
pub(in crate::ops) fn fill(
    snapshot: &Snapshot<'_>,
    paragraphs: &mut [NewParagraph],
    languages: (&Language, &Language),
    gaps: Gaps,
) -> Result<Vec<FilledBlock>, OpsError> {
    let mut filled = Vec::new();
    for (paragraph, number) in paragraphs.iter_mut().zip(1..) {
        let Some(key) = paragraph.source.repeat_key() else { continue };
        let Some(block) = snapshot.block_with_key(key, languages.1)? else { continue };
        let mut one = FilledBlock {
            number,
            block: block.name.clone(),
            version: block.version.number,
            filled: false,
            key: block.version.key,
        };
        match &paragraph.target {
            Some(target) if target.text() == block.version.target.text() => filled.push(one),
            None if gaps == Gaps::Filled => {
                let target = renumbered(&block.version.target, &paragraph.source.content()?, Lacking::Dropped);
                paragraph.beads = beads_for(paragraph.source.text(), target.text(), languages.0, languages.1);
                paragraph.target = Some(NewContent::of(&target)?);
                paragraph.origin = Origin::Boilerplate;
                one.filled = true;
                filled.push(one);
            }
            _ => {}
        }
    }
    Ok(filled)
}

/// Adds a paragraph to an article that is there, with the newest version of the block that it repeats.
pub(in crate::ops) fn add_paragraph(
    writer: &mut Writer<'_>,
    head: &ArticleHead,
    new: &NewParagraph,
) -> Result<(ParagraphKey, RevisionKey), OpsError> {
    let mut new = [new.clone()];
    let languages = (&head.source_language, &head.target_language);
    let filled = fill(&writer.snapshot(), &mut new, languages, Gaps::Filled)?;
    let added = writer.add_paragraph(head.key, &new[0])?;
    filled.iter().try_for_each(|one| one.record(writer, &[added]))?;
    Ok(added)
}
