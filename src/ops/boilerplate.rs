//! Boilerplate: texts that articles repeat (donation footers, credit lines, “first published in”). Finds them, makes one versioned
//! object of one, and keeps its translation in every article that repeats it.
//!
//! A paragraph *has* a version of a block from the moment it was put there or found there to the letter. A new version goes into
//! the paragraphs that have the one before, as a draft; what was published or is final keeps the version that it has, and what
//! somebody worded otherwise is left. Nothing here confirms a text.

mod changes;
mod finding;
mod placing;
mod strictness;

use super::desk::Desk;
use super::error::OpsError;
use crate::model::{ParagraphKind, Status};
use crate::store::{BlockRow, BlockVersion, RepeatedPlace, Snapshot};

pub use changes::{ApplyRequest, Promotion, Update, apply, promote, remove, update};
pub use finding::{BlockFound, ListRequest, Occurrence, list};
pub use placing::{FilledBlock, Outcome, Placed};
pub(super) use placing::{Gaps, add_paragraph, fill};

/// The lowest score that texts can be taken as nearly the same by.
pub const LEAST_NEAR: u8 = crate::matching::near::LEAST_PERCENT;

/// What a paragraph that repeats a block has of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holding {
    /// Its newest version.
    Current(u32),
    /// An older version.
    Older(u32),
    /// A translation of its own.
    Own,
    /// No translation.
    None,
}

impl Holding {
    fn of(place: &RepeatedPlace, block: &BlockRow) -> Self {
        match (&place.target, &place.version) {
            (None, _) => Self::None,
            (Some(target), _) if target.is_empty() => Self::None,
            (Some(target), Some((of, number, text))) if *of == block.key && target == text => {
                if *number >= block.version.number { Self::Current(*number) } else { Self::Older(*number) }
            }
            (Some(_), _) => Self::Own,
        }
    }

    /// The stable name.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Current(_) => "current",
            Self::Older(_) => "older",
            Self::Own => "own",
            Self::None => "none",
        }
    }

    /// The number of the version.
    #[must_use]
    pub const fn version(self) -> Option<u32> {
        match self {
            Self::Current(number) | Self::Older(number) => Some(number),
            Self::Own | Self::None => None,
        }
    }
}

/// A block with all its versions, and where it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct BlockView {
    /// The block.
    pub block: BlockRow,
    /// Its versions, oldest first.
    pub versions: Vec<BlockVersion>,
    /// The paragraphs that repeat it.
    pub places: Vec<PlaceView>,
}

/// A paragraph that repeats a block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlaceView {
    /// The paragraph.
    pub address: String,
    /// What it is.
    pub kind: ParagraphKind,
    /// Its status.
    pub status: Status,
    /// What it has of the block.
    pub holding: Holding,
}

/// Shows a block.
///
/// # Errors
/// [`OpsError::NoBlock`]; errors of the disk.
pub fn show(desk: &Desk, name: &str) -> Result<BlockView, OpsError> {
    let snapshot = desk.snapshot()?;
    let block = find(&snapshot, name)?;
    let versions = snapshot.block_versions(block.key)?;
    let places = places(&snapshot, &block)?.into_iter().map(|place| PlaceView {
        address: address_of(&place),
        kind: place.kind,
        status: place.status,
        holding: Holding::of(&place, &block),
    });
    Ok(BlockView { places: places.collect(), versions, block })
}

fn find(snapshot: &Snapshot<'_>, name: &str) -> Result<BlockRow, OpsError> {
    snapshot.block(name)?.ok_or_else(|| OpsError::NoBlock { wanted: name.to_owned() })
}

/// The paragraphs that repeat a block and are translated into its language.
fn places(snapshot: &Snapshot<'_>, block: &BlockRow) -> Result<Vec<RepeatedPlace>, OpsError> {
    let mut places = snapshot.places_with_key(block.repeat_key)?;
    places.retain(|place| place.target_language.primary() == block.target_language.primary());
    Ok(places)
}

fn address_of(place: &RepeatedPlace) -> String {
    format!("{}:{}", place.slug, place.number)
}
