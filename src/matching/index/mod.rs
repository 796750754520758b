//! The index of a memory: its runs, and the blocks that a run is made of.
//!
//! A run holds many units and never changes; new units make new runs, and runs are merged. Inside it the units stand in order of
//! the number of their source words, so that those long enough to match stand together. Its blocks are small values under
//! integer keys:
//!
//! * **postings**: the places of the units that hold a word of one stem, rising. Short lists and those of targets are differences as
//!   varints; long ones, through which a look-up goes from end to end, are differences of two bytes, and those of stems that one
//!   unit in twelve has are bits. Behind those of the source stands a directory of how many each stem has, roughly, so that no
//!   list has to be opened to be found long;
//! * **successors**: of the long lists of the source, which words follow at each place, roughly;
//! * **sequences**: of [`SEQUENCE_UNITS`] units each, the unit's key and its source words in order;
//! * **hashes**: of canonical sources, to the places of the units that have them.

mod build;
mod directory;
mod hashes;
mod merge;
mod postings;
mod sequences;
mod successors;

pub use build::{NewUnit, RunBuilder};
pub use directory::{RoughCount, directory_key};
pub use hashes::hash_places;
pub use merge::{Part, RunReader, merge};
pub use postings::{PlaceBits, first_place, mark_places, places, places_before, posting_head, posting_key};
pub use sequences::{SEQUENCE_UNITS, sequence, sequence_key};
pub use successors::Successors;

pub(super) use hashes::hashes_in;

/// A word of the vocabulary of one side. The lowest bit tells whether it is a number.
pub type WordId = u32;
/// Whether a word is a number, told by its id.
pub(super) const fn is_number_id(word: WordId) -> bool {
    word & 1 == 1
}

/// A stem of the vocabulary of one side.
pub type StemId = u32;
/// A unit's place in its run, from 0.
pub type Place = u32;

/// How many units share a bucket of hashes, about.
const BUCKET_UNITS: u32 = 64;
/// The bits of a stem, of a run and of a place in the key of a block of postings.
const STEM_BITS: u32 = 26;
const PLACE_BITS: u32 = 25;
const RUN_BITS: u32 = 11;
/// The first stem that is none but stands for a block of the directory.
const DIRECTORY: StemId = (1 << STEM_BITS) - (1 << STEM_BITS) / directory::DIRECTORY_STEMS;
/// The most stems that one side may have.
pub const STEMS: StemId = DIRECTORY;
/// The most units that one run may hold.
pub const RUN_UNITS: u32 = 1 << PLACE_BITS;
/// The most runs that an index may hold.
pub const RUNS: u32 = 1 << RUN_BITS;

/// One side of a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    /// The source.
    Source,
    /// The target.
    Target,
}

/// The sort of a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum BlockKind {
    /// Places by stem.
    Postings,
    /// Words by place.
    Sequences,
    /// Places by hash.
    Hashes,
    /// What follows at places by stem.
    Successors,
}

impl BlockKind {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Postings, Self::Sequences, Self::Hashes, Self::Successors];
}

/// One block of a run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// Its sort.
    pub kind: BlockKind,
    /// Its key among those of its sort: rising within what one call gives.
    pub key: i64,
    /// What it holds.
    pub data: Vec<u8>,
}

/// What is known of a run without its blocks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// Its number, below [`RUNS`].
    pub number: u32,
    /// How many units have how many source words: rising in words.
    pub lengths: Vec<(u32, u32)>,
}

impl Run {
    /// How many units it holds.
    #[must_use]
    pub fn units(&self) -> u32 {
        self.lengths.iter().map(|(_, count)| count).sum()
    }

    /// The places of the units with at least `shortest` and at most `longest` source words.
    #[must_use]
    pub fn window(&self, shortest: u32, longest: u32) -> std::ops::Range<Place> {
        let before = |words: u32| self.lengths.iter().take_while(|(length, _)| *length < words).map(|(_, n)| n).sum();
        let start: u32 = before(shortest);
        let end: u32 = if longest == u32::MAX { self.units() } else { before(longest + 1) };
        start..end.max(start)
    }

    fn hash_bits(&self) -> u32 {
        (self.units() / BUCKET_UNITS).max(1).next_power_of_two().trailing_zeros()
    }

    /// The key of the block in which the places of a hash stand.
    #[must_use]
    pub fn hash_key(&self, hash: u64) -> i64 {
        let bits = self.hash_bits();
        let bucket = if bits == 0 { 0 } else { hash >> (64 - bits) };
        (i64::from(self.number) << 32) | bucket as i64
    }
}

/// The first and last possible keys of a run's blocks of one sort.
#[must_use]
pub fn keys_of(run: u32, kind: BlockKind) -> std::ops::RangeInclusive<i64> {
    let by_stem = matches!(kind, BlockKind::Postings | BlockKind::Successors);
    let bits = if by_stem { 1 + STEM_BITS + PLACE_BITS } else { 32 };
    let first = i64::from(run) << bits;
    first..=first + ((1_i64 << bits) - 1)
}

pub(super) fn put(number: u64, out: &mut Vec<u8>) {
    let mut left = number;
    while left >= 0x80 {
        out.push((left as u8 & 0x7f) | 0x80);
        left >>= 7;
    }
    out.push(left as u8);
}

/// Reads one number and moves on; a block that ends too early gives 0.
pub(super) fn take(data: &[u8], at: &mut usize) -> u64 {
    let (mut number, mut shift) = (0, 0);
    while let Some(byte) = data.get(*at) {
        *at += 1;
        number |= u64::from(byte & 0x7f) << shift;
        if byte & 0x80 == 0 || shift >= 63 {
            break;
        }
        shift += 7;
    }
    number
}
