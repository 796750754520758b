//! Free look-ups at the desk, one text or many, and what the memory holds in all.

use std::time::{Duration, Instant};

use super::lookup::{LookUp, Memory, MemoryMatch};
use super::provenance::Filters;
use crate::ops::concepts::Languages;
use crate::ops::desk::Desk;
use crate::ops::error::OpsError;

/// What is searched for.
#[derive(Clone, Debug)]
pub struct TmSearch<'a> {
    /// The least score.
    pub min: u8,
    /// How many of the best.
    pub limit: usize,
    /// What narrows it.
    pub filters: &'a Filters,
    /// Whether a text without anything in it is refused, and not answered with nothing.
    pub refuses_blank: bool,
}

/// What one look-up gave.
#[derive(Clone, Debug, PartialEq)]
pub struct TmSearchResult {
    /// The matches, the best first.
    pub matches: Vec<MemoryMatch>,
    /// How long the look-up took.
    pub took: Duration,
}

/// What the memory of a desk holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TmOverview {
    /// The distinct pairs ever seen, superseded and taken out ones included.
    pub units: u32,
    /// The paragraphs and segments of the desk that stand in it at present.
    pub own: u32,
    /// The memories by name: name, penalty in percent, entries.
    pub memories: Vec<(String, u8, u32)>,
    /// The parts of the index: units in runs, runs, units in the tail.
    pub index: (u32, u32, u32),
}

/// Looks texts up, each told to `tell` when it is done.
///
/// # Errors
/// [`OpsError::NoMemory`] when a memory is named that is not there; [`OpsError::OldIndex`]; those of `tell`.
pub fn tm_search<E: From<OpsError>>(
    desk: &Desk,
    texts: impl Iterator<Item = Result<String, E>>,
    search: &TmSearch<'_>,
    mut tell: impl FnMut(TmSearchResult) -> Result<(), E>,
) -> Result<(), E> {
    let snapshot = desk.snapshot()?;
    let languages = Languages::of(&snapshot)?;
    let memory = Memory::of(&snapshot)?;
    memory.check_origin(search.filters)?;
    for text in texts {
        let text = text?;
        if text.trim().is_empty() && search.refuses_blank {
            return Err(OpsError::NoWords { text, command: "tm search" }.into());
        }
        let wanted = LookUp {
            text: &text,
            languages: (&languages.source, &languages.target),
            min: search.min,
            limit: search.limit,
            filters: search.filters,
            surroundings: None,
        };
        let begun = Instant::now();
        let matches = memory.look_up(&wanted)?;
        tell(TmSearchResult { matches, took: begun.elapsed() })?;
    }
    Ok(())
}

/// What the memory of the desk holds.
///
/// # Errors
/// Errors of the disk.
pub fn tm_overview(desk: &Desk) -> Result<TmOverview, OpsError> {
    let snapshot = desk.snapshot()?;
    let memory = Memory::of(&snapshot)?;
    let index = memory.index();
    let indexed = index.runs.iter().map(crate::matching::index::Run::units).sum();
    // A memory whose entries are all gone, as by an undo, is none.
    let memories = snapshot.memories()?.into_iter().filter(|row| row.entries > 0);
    let memories = memories.map(|row| (row.name, row.penalty, row.entries)).collect();
    Ok(TmOverview {
        units: snapshot.count_units()?,
        own: snapshot.count_own_units()?,
        memories,
        index: (indexed, index.runs.len() as u32, index.tail.len() as u32),
    })
}
