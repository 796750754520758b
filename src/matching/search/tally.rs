//! Counters for many places at once, kept as bits: one row of bits for each binary digit of the counts, so that a word is counted, and
//! the counts are compared with a number, for 64 places in a few instructions (O'Neil, Quass 1997, bit-sliced indexes).

use std::ops::{ControlFlow, Range};

const BITS: u32 = u64::BITS;
/// How many rows of bits are gone through at once: rows of the one, and of the other, are made up to a multiple of it.
const ROWS_COUNTED: usize = 8;
const ROWS_COMPARED: usize = 32;

/// How many of the words that were counted each place has.
#[derive(Debug, Default)]
pub(super) struct Tally {
    /// The places that have the word which is being counted.
    marks: Vec<u64>,
    /// The digits of the counts, the lowest first; as many as the highest count that is possible takes.
    digits: Vec<Vec<u64>>,
    /// Of them, how many are in use.
    used: usize,
    /// The highest count that is possible.
    most: u32,
}

impl Tally {
    /// Sets the counts of so many places to 0.
    pub(super) fn begin(&mut self, places: usize) {
        self.marks.clear();
        self.marks.resize(places.div_ceil(BITS as usize).next_multiple_of(ROWS_COMPARED), 0);
        (self.used, self.most) = (0, 0);
    }

    /// Where a word stands: one bit for each place, to be set before it is counted.
    pub(super) fn marks(&mut self) -> &mut [u64] {
        &mut self.marks
    }

    /// Marks a place.
    pub(super) fn mark(&mut self, at: u32) {
        if let Some(bits) = self.marks.get_mut((at / BITS) as usize) {
            *bits |= 1 << (at % BITS);
        }
    }

    /// Adds `times` for every place that is marked, and takes the marks away.
    pub(super) fn add(&mut self, times: u32) {
        self.most += times;
        while self.used < (u32::BITS - self.most.leading_zeros()) as usize {
            if self.used == self.digits.len() {
                self.digits.push(Vec::new());
            }
            let digit = &mut self.digits[self.used];
            digit.clear();
            digit.resize(self.marks.len(), 0);
            self.used += 1;
        }
        let mut left = times;
        while left != 0 {
            let digit = left.trailing_zeros() as usize;
            left &= left - 1;
            carry(&mut self.digits[digit..self.used], &self.marks);
        }
        self.marks.fill(0);
    }

    /// The count of a place.
    pub(super) fn count(&self, at: u32) -> u32 {
        let digits = self.digits[..self.used].iter().zip(0..);
        digits.map(|(digit, power)| ((digit[(at / BITS) as usize] >> (at % BITS)) as u32 & 1) << power).sum()
    }

    /// How many places of a range have at least so much; counts no further where there are more than `most`.
    pub(super) fn how_many(&self, range: &Range<u32>, least: u32, most: u64) -> u64 {
        let mut many = 0;
        self.visit(range, least, |_, bits| {
            many += u64::from(bits.count_ones());
            if many > most { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        });
        many
    }

    /// Visits the places of a range that have at least so much.
    pub(super) fn with(&self, range: &Range<u32>, least: u32, mut visit: impl FnMut(u32)) {
        self.visit(range, least, |base, mut bits| {
            while bits != 0 {
                visit(base + bits.trailing_zeros());
                bits &= bits - 1;
            }
            ControlFlow::Continue(())
        });
    }

    /// The same as bits, each row of them with its first place, until `visit` breaks off.
    fn visit(&self, range: &Range<u32>, least: u32, mut visit: impl FnMut(u32, u64) -> ControlFlow<()>) {
        if range.is_empty() || least > self.most {
            return;
        }
        let rows = (range.start / BITS) as usize..range.end.div_ceil(BITS) as usize;
        for chunk in rows.start / ROWS_COMPARED..rows.end.div_ceil(ROWS_COMPARED) {
            let found = self.compared(chunk, least);
            for (found, row) in found.into_iter().zip(chunk * ROWS_COMPARED..) {
                if found == 0 || !rows.contains(&row) {
                    continue;
                }
                let base = row as u32 * BITS;
                let mut found = found;
                if base < range.start {
                    found &= u64::MAX << (range.start - base);
                }
                if range.end - base < BITS {
                    found &= (1 << (range.end - base)) - 1;
                }
                if visit(base, found).is_break() {
                    return;
                }
            }
        }
    }

    /// Which places of a chunk of rows have at least so much: compares digit by digit, the highest first.
    fn compared(&self, chunk: usize, least: u32) -> [u64; ROWS_COMPARED] {
        let (mut equal, mut more) = ([u64::MAX; ROWS_COMPARED], [0; ROWS_COMPARED]);
        for (power, digit) in self.digits[..self.used].iter().enumerate().rev() {
            let bits = &digit.as_chunks::<ROWS_COMPARED>().0[chunk];
            if least >> power & 1 == 1 {
                equal.iter_mut().zip(bits).for_each(|(equal, bits)| *equal &= bits);
            } else {
                for ((equal, more), bits) in equal.iter_mut().zip(&mut more).zip(bits) {
                    *more |= *equal & bits;
                    *equal &= !bits;
                }
            }
        }
        more.iter_mut().zip(equal).for_each(|(more, equal)| *more |= equal);
        more
    }
}

/// Adds one row of bits to numbers in rows of digits. Most words stand in few places: where none is, nothing is read.
fn carry(digits: &mut [Vec<u64>], marks: &[u64]) {
    for (chunk, marks) in marks.as_chunks::<ROWS_COUNTED>().0.iter().enumerate() {
        let mut carried = *marks;
        for digit in &mut *digits {
            if carried.iter().fold(0, |any, bits| any | bits) == 0 {
                break;
            }
            let bits = &mut digit.as_chunks_mut::<ROWS_COUNTED>().0[chunk];
            for (bits, carried) in bits.iter_mut().zip(&mut carried) {
                let both = *bits & *carried;
                *bits ^= *carried;
                *carried = both;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn counts_are_those_of_counting_one_by_one(
            places in 1..300_usize,
            words in proptest::collection::vec((1..9_u32, proptest::collection::vec(0..400_u32, 0..120)), 0..12),
            least in 1..30_u32,
            most in 0..40_u64,
            ends in (0..300_u32, 0..300_u32),
        ) {
            let mut tally = Tally::default();
            tally.begin(7);
            tally.mark(3);
            tally.add(3);
            tally.begin(places);
            let mut wanted = vec![0; places];
            for (times, marked) in words {
                marked.iter().for_each(|at| tally.mark(*at));
                tally.add(times);
                (0..).zip(&mut wanted).filter(|(at, _)| marked.contains(at)).for_each(|(_, count)| *count += times);
            }
            let counts: Vec<u32> = (0..places as u32).map(|at| tally.count(at)).collect();
            prop_assert_eq!(&counts, &wanted);
            let range = ends.0.min(places as u32)..ends.1.min(places as u32);
            let mut found = Vec::new();
            tally.with(&range, least, |at| found.push(at));
            let enough: Vec<u32> = range.clone().filter(|at| wanted[*at as usize] >= least).collect();
            prop_assert_eq!(tally.how_many(&range, least, u64::MAX), enough.len() as u64);
            let bounded = tally.how_many(&range, least, most);
            prop_assert!(bounded <= enough.len() as u64 && (bounded > most) == (enough.len() as u64 > most));
            prop_assert_eq!(found, enough);
        }
    }
}
