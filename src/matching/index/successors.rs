//! Successors: which words follow a word of a stem. A concordance asks for two words in a row; where both are frequent, a hundred
//! times as many units have them as have them together, and what follows tells these apart without a look at the units.
//!
//! A block of successors stands under the key of the block of postings whose places it belongs to. It has a byte or more for each
//! place: the sort of each word that follows there, the last one without the highest bit.

use super::{StemId, WordId, is_number_id};

/// What follows a word: one of 127 sorts, so that it tells most words apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Successor(u8);

/// The bits that a sort takes.
pub(super) const SUCCESSOR_BITS: u32 = 7;
/// Another sort follows for the same place.
const MORE: u8 = 1 << SUCCESSOR_BITS;
/// How many sorts of words there are.
const SORTS: u32 = (1 << SUCCESSOR_BITS) - 2;

impl Successor {
    /// It is not known what follows.
    pub(super) const UNKNOWN: Self = Self(0);
    /// The unit ends with the word.
    pub(super) const END: Self = Self(1);

    /// The sort of a word: that of its stem, or, of a number, its own, since all numbers have one stem.
    pub(super) const fn of(word: WordId, stem: StemId) -> Self {
        Self(2 + (if is_number_id(word) { word >> 1 } else { stem } % SORTS) as u8)
    }

    pub(super) const fn from_bits(bits: u32) -> Self {
        Self(bits as u8 & !MORE)
    }

    pub(super) const fn bits(self) -> u32 {
        self.0 as u32
    }
}

/// A set of successors.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Successors(u128);

impl Successors {
    /// All there are.
    pub const ANY: Self = Self(u128::MAX);

    /// Those of a word. What is not known may be it.
    #[must_use]
    pub const fn of_word(word: WordId, stem: StemId) -> Self {
        Self(1 << Successor::of(word, stem).0 | 1 << Successor::UNKNOWN.0)
    }

    /// Those of all words but numbers that have a stem.
    #[must_use]
    pub const fn of_stem(stem: StemId) -> Self {
        Self::of_word(0, stem)
    }

    const fn has(self, successor: Successor) -> bool {
        self.0 >> successor.0 & 1 == 1
    }
}

/// Writes the successors of the places of one block.
#[derive(Debug, Default)]
pub(super) struct SuccessorWriter {
    data: Vec<u8>,
    any_known: bool,
}

impl SuccessorWriter {
    /// Adds what follows; `again` at the same place as the one before.
    pub(super) fn add(&mut self, successor: Successor, again: bool) {
        if let Some(last) = self.data.last_mut().filter(|_| again) {
            *last |= MORE;
        }
        self.data.push(successor.0);
        self.any_known |= successor != Successor::UNKNOWN;
    }

    /// What was added, if anything of it is known; afterwards nothing is added.
    pub(super) fn take(&mut self) -> Option<Vec<u8>> {
        let data = std::mem::take(&mut self.data);
        std::mem::take(&mut self.any_known).then_some(data)
    }
}

/// Goes through the successors of a block, place by place.
#[derive(Debug)]
pub struct SuccessorReader<'d> {
    rest: std::slice::Iter<'d, u8>,
}

impl<'d> SuccessorReader<'d> {
    /// Of a block; without one nothing is known.
    #[must_use]
    pub fn of(data: Option<&'d [u8]>) -> Self {
        Self { rest: data.unwrap_or_default().iter() }
    }

    /// Visits what follows at the next place.
    pub(super) fn next(&mut self, mut visit: impl FnMut(Successor)) {
        loop {
            let Some(byte) = self.rest.next() else { return visit(Successor::UNKNOWN) };
            visit(Successor(byte & !MORE));
            if byte & MORE == 0 {
                return;
            }
        }
    }

    /// Whether one of a set follows at the next place.
    pub fn next_is_in(&mut self, set: Successors) -> bool {
        let mut found = false;
        self.next(|successor| found |= set.has(successor));
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn successors_come_back_place_by_place() {
        let sort = |stem| Successor::of(0, stem);
        let mut writer = SuccessorWriter::default();
        let places = [vec![5], vec![7, 600, 9], vec![5, 131]];
        for stems in &places {
            for (at, stem) in stems.iter().enumerate() {
                writer.add(sort(*stem), at > 0);
            }
        }
        writer.add(Successor::END, false);
        let data = writer.take().unwrap();
        for stem in 0..1000 {
            let mut reader = SuccessorReader::of(Some(&data));
            for stems in &places {
                let same_sort = stems.iter().any(|known| sort(*known) == sort(stem));
                assert_eq!(reader.next_is_in(Successors::of_stem(stem)), same_sort, "{stem}");
            }
            assert!(!reader.next_is_in(Successors::of_stem(stem)), "the unit ends");
            assert!(reader.next_is_in(Successors::of_stem(stem)), "nothing is known");
        }
        assert_eq!(writer.take(), None);
        writer.add(Successor::UNKNOWN, false);
        assert_eq!(writer.take(), None);
    }

    #[test]
    fn numbers_have_sorts_of_their_own() {
        let numbers = [0, 1, 2].map(|number| Successor::of(number << 1 | 1, 7));
        assert!(numbers[0] != numbers[1] && numbers[1] != numbers[2]);
        assert!(Successors::of_word(3, 7).has(numbers[1]) && !Successors::of_word(3, 7).has(numbers[2]));
        assert!(numbers.iter().all(|number| Successors::ANY.has(*number)));
    }
}
