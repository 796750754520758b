//! A text that somebody has typed and not logged, held against what stands on the desk. It writes nothing.

use super::desk::{Desk, find_article};
use super::error::OpsError;
use super::show::select_one;
use super::translate::author_of;
use crate::diff::{Version, diff_contents};
use crate::model::{Address, ContentDiff, Grain, parse_marked};

/// A typed text beside the present one.
#[derive(Clone, Debug, PartialEq)]
pub struct Proposal {
    /// The number of the present revision.
    pub revision: u32,
    /// Who made it.
    pub by: String,
    /// What the typed text changes in the present one.
    pub change: ContentDiff,
}

/// Compares a text, as a person types it, with the present target of one paragraph.
///
/// # Errors
/// When the paragraph does not exist.
pub fn proposal(desk: &Desk, address: &Address, typed: &str) -> Result<Proposal, OpsError> {
    let snapshot = desk.snapshot()?;
    let head = find_article(&snapshot, address.slug())?;
    let revision = select_one(&snapshot, &head, address)?.revision;
    let (content, _) = parse_marked(typed, &revision.source);
    let present = revision.target.clone().unwrap_or_default();
    let change = diff_contents(
        Version { content: &present, source: &revision.source },
        Version { content: &content, source: &revision.source },
        Grain::Words,
    );
    let by = author_of(&snapshot, &revision)?;
    Ok(Proposal { revision: revision.number, by, change })
}
