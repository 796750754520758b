//! The directory: how many places each stem of the source has in a run, roughly.

use super::postings::{POSTING_BYTES, posting_key};
use super::{Block, BlockKind, DIRECTORY, Side, StemId};

/// How many stems share a block of the directory.
pub(super) const DIRECTORY_STEMS: u32 = 2048;
/// A list that has no more places than this is one block: no difference takes more than four bytes.
pub(super) const PLACES_OF_A_BLOCK: u32 = POSTING_BYTES as u32 / 4;

/// The key of the block of the directory that tells how many places of sources a stem has.
#[must_use]
pub fn directory_key(run: u32, stem: StemId) -> i64 {
    posting_key(run, Side::Source, DIRECTORY + stem / DIRECTORY_STEMS, 0)
}

/// How many places a stem has, roughly: the one byte that the directory keeps of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RoughCount(u8);

impl RoughCount {
    /// That of a stem, from the block of the directory; without a block there are no places.
    #[must_use]
    pub fn of_stem(directory: Option<&[u8]>, stem: StemId) -> Self {
        Self(directory.and_then(|codes| codes.get((stem % DIRECTORY_STEMS) as usize)).copied().unwrap_or(0))
    }

    /// Eight steps to each power of two.
    fn of(count: u32) -> Self {
        let Some(power) = count.checked_ilog2() else { return Self(0) };
        let step = ((u64::from(count) << 3) >> power) & 7;
        Self(1 + 8 * power as u8 + step as u8)
    }

    /// The least number of places that it stands for.
    #[must_use]
    pub fn least(self) -> u32 {
        let Some(code) = self.0.checked_sub(1) else { return 0 };
        (((8 + u64::from(code & 7)) << (code >> 3)) >> 3) as u32
    }

    /// Whether all places are sure to stand in one block.
    #[must_use]
    pub fn is_one_block(self) -> bool {
        Self(self.0.saturating_add(1)).least() <= PLACES_OF_A_BLOCK
    }
}

/// Writes the directory of the source's stems.
pub(super) struct DirectoryWriter {
    run: u32,
    codes: Vec<u8>,
}

impl DirectoryWriter {
    pub(super) const fn new(run: u32) -> Self {
        Self { run, codes: Vec::new() }
    }

    /// Notes how many places a stem has; stems come rising.
    pub(super) fn add(&mut self, stem: StemId, count: u32) {
        if count > 0 {
            self.codes.resize(stem as usize, 0);
            self.codes.push(RoughCount::of(count).0);
        }
    }

    pub(super) fn finish<E>(&mut self, emit: &mut impl FnMut(Block) -> Result<(), E>) -> Result<(), E> {
        for (codes, first) in self.codes.chunks(DIRECTORY_STEMS as usize).zip((0..).step_by(DIRECTORY_STEMS as usize)) {
            if codes.iter().any(|code| *code > 0) {
                let key = directory_key(self.run, first);
                emit(Block { kind: BlockKind::Postings, key, data: codes.to_vec() })?;
            }
        }
        self.codes.clear();
        Ok(())
    }
}
