//! Successors: which words follow a word of a stem. A concordance asks for two words in a row; where both are frequent, a hundred
//! times as many units have them as have them together, and what follows tells these apart without a look at the units.
//!
//! The sort tells two things: the stem that follows, by a class, and which word of its stem follows which, by a remainder. So
//! whoever asks for words of stems asks for the sorts of a class, and whoever asks for two words for one sort.
//!
//! A block of successors stands under the key of the block of postings whose places it belongs to. It has a byte or more for each
//! place: the sort of each word that follows there, the last one without the highest bit.

use super::{StemId, WordId, is_number_id};

/// What follows a word: one of 128 sorts, so that it tells most words apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Successor(u8);

/// The bits that a sort takes.
pub(super) const SUCCESSOR_BITS: u32 = 7;
/// Another sort follows for the same place.
const MORE: u8 = 1 << SUCCESSOR_BITS;
/// How many classes of stems there are.
const CLASSES: u32 = 14;
/// How many sorts a class has, for the words of its stems.
const FORMS: u32 = 9;

const _: () = assert!(FIRST_SORT as u32 + CLASSES * FORMS <= MORE as u32);
/// The sorts before it say that nothing is known, or that nothing follows.
const FIRST_SORT: u8 = 2;

impl Successor {
    /// It is not known what follows.
    pub(super) const UNKNOWN: Self = Self(0);
    /// The unit ends with the word.
    pub(super) const END: Self = Self(1);

    /// What follows `word`: the word `next`, which has that stem.
    pub(super) const fn of(word: WordId, next: WordId, stem: StemId) -> Self {
        let mixed = word.wrapping_mul(0x9e37_79b1).wrapping_add(next);
        let mixed = (mixed ^ mixed >> 15).wrapping_mul(0x85eb_ca6b);
        Self(class(next, stem) + ((mixed >> 16) % FORMS) as u8)
    }

    pub(super) const fn from_bits(bits: u32) -> Self {
        Self(bits as u8 & !MORE)
    }

    pub(super) const fn bits(self) -> u32 {
        self.0 as u32
    }
}

/// The first sort of the class of a word: that of its stem, or, of a number, its own, since all numbers have one stem.
const fn class(word: WordId, stem: StemId) -> u8 {
    let stem = if is_number_id(word) { word >> 1 } else { stem };
    FIRST_SORT + (stem % CLASSES * FORMS) as u8
}

/// A set of successors: some that stand in a row, and the unknown, since what is not known may be any of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Successors {
    first: u8,
    many: u8,
}

impl Successors {
    /// All there are.
    pub const ANY: Self = Self { first: 0, many: MORE };

    /// That of a word behind another.
    #[must_use]
    pub const fn of_pair(word: WordId, next: WordId, stem: StemId) -> Self {
        Self { first: Successor::of(word, next, stem).0, many: 1 }
    }

    /// Those of a word behind any other.
    #[must_use]
    pub const fn of_word(word: WordId, stem: StemId) -> Self {
        Self { first: class(word, stem), many: FORMS as u8 }
    }

    /// Those of all words but numbers that have a stem, behind any other.
    #[must_use]
    pub const fn of_stem(stem: StemId) -> Self {
        Self::of_word(0, stem)
    }

    pub(super) const fn has(self, successor: Successor) -> bool {
        successor.0.wrapping_sub(self.first) < self.many || successor.0 == Successor::UNKNOWN.0
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
pub(super) struct SuccessorReader<'d> {
    rest: std::slice::Iter<'d, u8>,
}

impl<'d> SuccessorReader<'d> {
    /// Of a block; without one nothing is known.
    pub(super) fn of(data: Option<&'d [u8]>) -> Self {
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
}

/// The ranks, from 0, of the places of a block of successors at which one of a set follows, rising, and how many places it has.
pub(super) fn ranks_in(data: &[u8], set: Successors) -> (Vec<u32>, u32) {
    const AT_ONCE: usize = 64;
    let has = |byte: &u8| set.has(Successor(byte & !MORE));
    let (mut ranks, mut rank) = (Vec::new(), 0);
    for some in data.chunks(AT_ONCE) {
        // Most have none: they are told by all bytes at once, without a branch for each.
        if some.iter().fold(false, |any, byte| any | has(byte)) {
            let mut rank = rank;
            for byte in some {
                if has(byte) && ranks.last() != Some(&rank) {
                    ranks.push(rank);
                }
                rank += u32::from(byte & MORE == 0);
            }
        }
        rank += some.iter().map(|byte| u32::from(byte & MORE == 0)).sum::<u32>();
    }
    (ranks, rank)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn successors_come_back_place_by_place() {
        let word = |stem| stem << 1;
        let sort = |stem| Successor::of(12, word(stem), stem);
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
            let ranks = |holds: &dyn Fn(u32) -> bool| -> Vec<u32> {
                let of_place = places.iter().zip(0..).filter(|(stems, _)| stems.iter().any(|known| holds(*known)));
                of_place.map(|(_, rank)| rank).collect()
            };
            let same_class = ranks(&|known| known % CLASSES == stem % CLASSES);
            assert_eq!(ranks_in(&data, Successors::of_stem(stem)), (same_class, 4), "{stem}");
            let same_sort = ranks(&|known| sort(known) == sort(stem));
            assert_eq!(ranks_in(&data, Successors::of_pair(12, word(stem), stem)), (same_sort, 4), "{stem}");
        }
        assert_eq!(ranks_in(&data, Successors::ANY).0, [0, 1, 2, 3]);
        let many: Vec<u8> = std::iter::repeat_n(&data, 100).flatten().copied().collect();
        let all: Vec<u32> = (0..400).filter(|rank| rank % 4 == 1).collect();
        assert_eq!(ranks_in(&many, Successors::of_pair(12, word(600), 600)), (all, 400));
        assert_eq!(writer.take(), None);
        writer.add(Successor::UNKNOWN, false);
        assert_eq!(writer.take(), None);
        assert_eq!(ranks_in(&[Successor::UNKNOWN.0; 3], Successors::of_stem(4)), (vec![0, 1, 2], 3), "it may be any");
    }

    #[test]
    fn numbers_have_sorts_of_their_own() {
        let numbers = [0, 1, 2].map(|number| Successor::of(6, number << 1 | 1, 7));
        assert!(numbers[0] != numbers[1] && numbers[1] != numbers[2]);
        assert!(Successors::of_word(3, 7).has(numbers[1]) && !Successors::of_word(3, 7).has(numbers[2]));
        assert!(numbers.iter().all(|number| Successors::ANY.has(*number)));
    }

    #[test]
    fn the_sorts_of_a_class_tell_which_word_follows_which() {
        let stem = 30;
        let mut met = [0; FORMS as usize];
        for (word, next) in (0..200).flat_map(|word| (0..200).map(move |next| (word * 2, next * 2))) {
            let sort = Successor::of(word, next, stem);
            assert!(Successors::of_stem(stem).has(sort) && Successors::of_pair(word, next, stem).has(sort));
            assert!(!Successors::of_stem(stem + 1).has(sort));
            met[usize::from(sort.0 - class(next, stem))] += 1;
        }
        let even = 200 * 200 / FORMS;
        assert!(met.iter().all(|times| (even / 2..even * 2).contains(times)), "{met:?}");
        let last = Successor::of(2, 4, CLASSES - 1);
        assert!(last.0 < MORE && Successors::of_stem(CLASSES - 1).has(last));
    }
}
