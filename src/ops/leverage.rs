//! How much of articles is new and how much the memory, or the articles themselves, have already; and who translated and reviewed
//! how much. Counted from rows each time, never kept.

mod bands;
mod files;

use std::collections::BTreeMap;

use super::desk::{Desk, find_article};
use super::error::OpsError;
use super::memory::{Memory, Surroundings};
use super::show::select;
use crate::model::{Address, DecisionKind, Slug, Status};
use crate::store::{ArticleHead, ParagraphState, Snapshot};
use bands::Met;

pub use bands::{Band, Bands, Volume};
pub use files::{FileLeverage, FilesLeverage, FolderLeverage, leverage_of_files};

/// An article, or the part of it that was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArticleLeverage {
    /// Its slug.
    pub slug: Slug,
    /// Its title.
    pub title: String,
    /// Its source by band.
    pub bands: Bands,
}

/// Whole paragraphs, and their words by UAX #29.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Share {
    /// Paragraphs.
    pub paragraphs: u64,
    /// Words of their sources.
    pub source_words: u64,
    /// Words of their targets.
    pub target_words: u64,
}

impl Share {
    fn add(&mut self, state: &ParagraphState) {
        self.paragraphs += 1;
        self.source_words += u64::from(state.revision.source_words);
        self.target_words += u64::from(state.revision.target_words);
    }
}

/// What a person did that stands at present.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Work {
    /// Paragraphs whose present target the person wrote.
    pub translated: Share,
    /// Paragraphs whose present texts the person approved last.
    pub reviewed: Share,
}

/// What was counted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Leverage {
    /// By article, in the order in which they were counted.
    pub articles: Vec<ArticleLeverage>,
    /// All together.
    pub total: Bands,
    /// By person, by name.
    pub people: BTreeMap<String, Work>,
}

/// Counts an article or part of it, or all articles by slug. Tells `progress` how many articles of how many are done.
///
/// # Errors
/// When the article or a paragraph does not exist; [`OpsError::OldIndex`]; errors of the disk.
pub fn leverage(
    desk: &Desk,
    address: Option<&Address>,
    progress: &mut dyn FnMut(usize, usize),
) -> Result<Leverage, OpsError> {
    let snapshot = desk.snapshot()?;
    let heads = match address {
        Some(address) => vec![find_article(&snapshot, address.slug())?],
        None => snapshot.articles()?,
    };
    let memory = Memory::of(&snapshot)?;
    let mut counting = Counting { snapshot: &snapshot, met: Met::nothing(&memory), counted: Leverage::default() };
    let count = heads.len();
    for (done, head) in heads.into_iter().enumerate() {
        progress(done, count);
        counting.article(head, address)?;
    }
    Ok(counting.counted)
}

struct Counting<'a, 's> {
    snapshot: &'a Snapshot<'a>,
    met: Met<'a, 's>,
    counted: Leverage,
}

impl Counting<'_, '_> {
    fn article(&mut self, head: ArticleHead, address: Option<&Address>) -> Result<(), OpsError> {
        let all = self.snapshot.paragraphs(head.key, 1, u32::MAX)?;
        let chosen: Option<Vec<u32>> = match address {
            Some(address) => {
                Some(select(self.snapshot, &head, address)?.iter().filter_map(|state| state.number).collect())
            }
            None => None,
        };
        let mut bands = Bands::default();
        for (at, state) in all.iter().enumerate() {
            if chosen.as_ref().is_some_and(|chosen| !state.number.is_some_and(|number| chosen.contains(&number))) {
                continue;
            }
            if state.exclusion.is_some() {
                bands.left_out += 1;
                continue;
            }
            let neighbours = [at.checked_sub(1).and_then(|before| all.get(before)), all.get(at + 1)];
            self.paragraph(&head, state, neighbours, address, &mut bands)?;
            self.person(state)?;
        }
        self.counted.total.add(&bands);
        let (slug, title) = (head.slug, head.title);
        self.counted.articles.push(ArticleLeverage { slug, title, bands });
        Ok(())
    }

    fn paragraph(
        &mut self,
        head: &ArticleHead,
        state: &ParagraphState,
        [before, after]: [Option<&ParagraphState>; 2],
        address: Option<&Address>,
        bands: &mut Bands,
    ) -> Result<(), OpsError> {
        let beads = &state.revision.beads;
        let segment = |at: usize| state.revision.segment_source(at);
        let paragraph = |state: Option<&ParagraphState>| state.map(|state| state.revision.source.text().to_owned());
        for at in 0..beads.len() {
            let is_meant = match address {
                Some(Address::Segment(_, _, number)) => at + 1 == *number as usize,
                _ => true,
            };
            let Some(source) = segment(at).filter(|_| is_meant) else { continue };
            let volume = Volume::of(source);
            if volume.words == 0 {
                continue;
            }
            // The memory knows a paragraph of one segment as a paragraph, whose neighbours are paragraphs.
            let (before, after) = if beads.len() > 1 {
                (at.checked_sub(1).and_then(segment).map(str::to_owned), segment(at + 1).map(str::to_owned))
            } else {
                (paragraph(before), paragraph(after))
            };
            let place = state.number.map(|number| (head.slug.clone(), number));
            let languages = (&head.source_language, &head.target_language);
            let surroundings = Surroundings { place, own_past: false, before, after };
            let band = self.met.band(self.counted.articles.len(), source, languages, &surroundings)?;
            bands.count(band, &volume);
        }
        Ok(())
    }

    fn person(&mut self, state: &ParagraphState) -> Result<(), OpsError> {
        let people = &mut self.counted.people;
        if let (Some(_), Some(translator)) = (&state.revision.target, &state.revision.translator) {
            people.entry(translator.clone()).or_default().translated.add(state);
        }
        if matches!(state.standing.status, Status::Reviewed | Status::Final) && !state.standing.stale {
            let decisions = self.snapshot.decisions(state.key)?;
            let approves = |kind| matches!(kind, DecisionKind::Approve | DecisionKind::Finalize);
            let mut here = decisions.iter().filter(|decision| decision.bound_to == state.revision.hashes);
            // Who finalizes what another approved has not reviewed it.
            let approval = here.clone().rfind(|decision| decision.kind == DecisionKind::Approve);
            if let Some(decision) = approval.or_else(|| here.rfind(|decision| approves(decision.kind))) {
                people.entry(decision.person.clone()).or_default().reviewed.add(state);
            }
        }
        Ok(())
    }
}
