//! The translation memory on the desk: units, what memories and the desk's own revisions say of them, and the rows in which the
//! index is kept. How texts are compared and when the index grows a run, it does not know: it stores blocks under keys.
//!
//! The index lies in the desk itself, so that it changes in the transaction of the texts, survives what they survive, and is
//! copied with them.

mod index;
mod memories;
mod origins;
mod own;
mod statements;
mod units;

pub use index::{IndexTable, KeyedBlock, RunLengths, VocabularySide};
pub use memories::{EntryRow, MemoryRow, NewEntry, RawRemarks};
pub use origins::{EntryOrigin, UnitReader};
pub use own::{OwnUse, SettledRevision, UseFilter};
pub use statements::IndexBlocks;
pub(super) use statements::UnitInserts;
pub use units::{NewUnit, UnitRow, hash_of_canon, source_hash};

/// A source and a target in the memory of this desk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UnitKey(pub i64);
