//! Sequences: the key and the source words of every unit, by its place.

use super::{Block, BlockKind, Place, WordId, put, take};

/// How many units stand in one block of sequences.
pub const SEQUENCE_UNITS: u32 = 16;

/// The key of the block of sequences in which a place stands.
#[must_use]
pub fn sequence_key(run: u32, place: Place) -> i64 {
    (i64::from(run) << 32) | i64::from(place / SEQUENCE_UNITS)
}

/// The bytes of a place's sequence in its block: the unit's key and the words, as varints.
pub(super) fn sequence_bytes(data: &[u8], place: Place) -> Option<&[u8]> {
    let slot = place % SEQUENCE_UNITS;
    let mut at = 0;
    // A damaged block may say anything; a sound one has no more.
    let slots = Some(take(data, &mut at)).filter(|slots| *slots <= u64::from(SEQUENCE_UNITS))? as u32;
    let (mut start, mut length) = (0_usize, 0);
    for other in 0..slots {
        let bytes = take(data, &mut at) as usize;
        if other < slot {
            start = start.checked_add(bytes)?;
        } else if other == slot {
            length = bytes;
        }
    }
    let start = at.checked_add(start)?;
    data.get(start..start.checked_add(length)?).filter(|_| slot < slots)
}

/// The unit at a place and its source words in order, from the block that holds it; `None` for a damaged block.
pub fn sequence(data: &[u8], place: Place, words: &mut Vec<WordId>) -> Option<i64> {
    let bytes = sequence_bytes(data, place)?;
    let mut at = 0;
    let unit = take(bytes, &mut at);
    words.clear();
    while at < bytes.len() {
        words.push(take(bytes, &mut at) as WordId);
    }
    i64::try_from(unit).ok()
}

/// Writes sequences in order of their places.
pub(super) struct SequenceWriter {
    run: u32,
    next: Place,
    ends: Vec<usize>,
    data: Vec<u8>,
}

impl SequenceWriter {
    pub(super) const fn new(run: u32) -> Self {
        Self { run, next: 0, ends: Vec::new(), data: Vec::new() }
    }

    pub(super) fn add<E>(
        &mut self,
        unit: i64,
        words: &[WordId],
        emit: &mut impl FnMut(Block) -> Result<(), E>,
    ) -> Result<(), E> {
        put(unit.unsigned_abs(), &mut self.data);
        words.iter().for_each(|word| put(u64::from(*word), &mut self.data));
        self.close(emit)
    }

    /// Adds a sequence as it stands in another block.
    pub(super) fn copy<E>(&mut self, bytes: &[u8], emit: &mut impl FnMut(Block) -> Result<(), E>) -> Result<(), E> {
        self.data.extend_from_slice(bytes);
        self.close(emit)
    }

    fn close<E>(&mut self, emit: &mut impl FnMut(Block) -> Result<(), E>) -> Result<(), E> {
        self.ends.push(self.data.len());
        self.next += 1;
        if self.next.is_multiple_of(SEQUENCE_UNITS) { self.flush(emit) } else { Ok(()) }
    }

    fn flush<E>(&mut self, emit: &mut impl FnMut(Block) -> Result<(), E>) -> Result<(), E> {
        let mut data = Vec::with_capacity(self.data.len() + 2 * self.ends.len() + 1);
        put(self.ends.len() as u64, &mut data);
        let mut start = 0;
        for end in self.ends.drain(..) {
            put((end - start) as u64, &mut data);
            start = end;
        }
        data.append(&mut self.data);
        emit(Block { kind: BlockKind::Sequences, key: sequence_key(self.run, self.next - 1), data })
    }

    pub(super) fn finish<E>(mut self, emit: &mut impl FnMut(Block) -> Result<(), E>) -> Result<(), E> {
        if self.ends.is_empty() { Ok(()) } else { self.flush(emit) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn any_bytes_give_a_unit_or_none_and_no_panic(
            data in proptest::collection::vec(any::<u8>(), 0..40),
            place in 0..64_u32,
        ) {
            sequence(&data, place, &mut Vec::new());
        }
    }

    #[test]
    fn a_block_that_says_it_has_a_billion_units_is_no_sound_one() {
        let mut data = Vec::new();
        put(1 << 30, &mut data);
        assert_eq!(sequence(&data, 5, &mut Vec::new()), None);
    }
}
