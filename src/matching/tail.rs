//! The tail of an index: the newest units, too few to be worth a run. They have no postings; a look-up goes through all of them.
//! Where their blocks are kept, and when they become a run, it does not decide.

use super::index::{NewUnit, RunBuilder, StemId, WordId, put, take};

/// How many units a block of the tail holds at most.
pub const TAIL_BLOCK_UNITS: u32 = 16;
/// How many units the tail holds at most; more are made a run.
pub const TAIL_UNITS: u32 = 4096;

/// The units of a tail, read from its blocks.
#[derive(Debug, Default)]
pub struct Tail {
    units: Vec<TailUnit>,
    numbers: Vec<u32>,
}

#[derive(Debug)]
struct TailUnit {
    key: i64,
    hash: u64,
    /// Where its source words begin, where its target stems do, and where they end.
    bounds: [usize; 3],
}

/// Adds a unit to the bytes of a block.
pub fn append(block: &mut Vec<u8>, unit: &NewUnit<'_>) {
    put(unit.key.unsigned_abs(), block);
    block.extend_from_slice(&unit.hash.to_le_bytes());
    for numbers in [unit.source, unit.target] {
        put(numbers.len() as u64, block);
        numbers.iter().for_each(|number| put(u64::from(*number), block));
    }
}

impl Tail {
    /// Takes over the units of a block; what is damaged in it is left out.
    pub fn read(&mut self, block: &[u8]) {
        let mut at = 0;
        while at < block.len() {
            let key = take(block, &mut at);
            let Some(hash) = block.get(at..at + 8).and_then(|bytes| bytes.try_into().ok()) else { return };
            at += 8;
            let start = self.numbers.len();
            self.read_numbers(block, &mut at);
            let middle = self.numbers.len();
            self.read_numbers(block, &mut at);
            let Ok(key) = i64::try_from(key) else { return };
            let bounds = [start, middle, self.numbers.len()];
            self.units.push(TailUnit { key, hash: u64::from_le_bytes(hash), bounds });
        }
    }

    fn read_numbers(&mut self, block: &[u8], at: &mut usize) {
        for _ in 0..take(block, at) {
            if *at >= block.len() {
                return;
            }
            self.numbers.push(take(block, at) as u32);
        }
    }

    /// How many units there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.units.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.units.is_empty()
    }

    /// The units, in the order in which they were added.
    pub fn units(&self) -> impl Iterator<Item = NewUnit<'_>> {
        self.units.iter().map(|unit| NewUnit {
            key: unit.key,
            source: self.words(unit),
            target: self.stems(unit),
            hash: unit.hash,
        })
    }

    fn words(&self, unit: &TailUnit) -> &[WordId] {
        &self.numbers[unit.bounds[0]..unit.bounds[1]]
    }

    fn stems(&self, unit: &TailUnit) -> &[StemId] {
        &self.numbers[unit.bounds[1]..unit.bounds[2]]
    }

    /// The units whose canonical source has a hash. Different texts may share one.
    pub fn with_hash(&self, hash: u64) -> impl Iterator<Item = i64> {
        self.units.iter().filter(move |unit| unit.hash == hash).map(|unit| unit.key)
    }

    /// Puts all of them into what becomes a run.
    pub fn pour(&self, builder: &mut RunBuilder) {
        for unit in self.units() {
            builder.add(unit.key, unit.hash, unit.source.iter().copied(), unit.target.iter().copied());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_come_back_from_their_block() {
        let units = [
            NewUnit { key: 1, source: &[2, 900_000, 5], target: &[7], hash: u64::MAX },
            NewUnit { key: 300, source: &[], target: &[], hash: 0 },
            NewUnit { key: 1 << 40, source: &[1], target: &[1, 2, 3], hash: 9 },
        ];
        let mut block = Vec::new();
        units.iter().for_each(|unit| append(&mut block, unit));
        let mut tail = Tail::default();
        tail.read(&block);
        assert_eq!(tail.units().collect::<Vec<_>>(), units);
        assert_eq!(tail.with_hash(9).collect::<Vec<_>>(), [1 << 40]);
    }

    #[test]
    fn a_damaged_block_gives_fewer_units_and_no_panic() {
        let mut block = Vec::new();
        append(&mut block, &NewUnit { key: 300, source: &[1, 2, 3], target: &[4, 5], hash: 8 });
        for end in 0..block.len() {
            let mut tail = Tail::default();
            tail.read(&block[..end]);
            assert!(tail.len() <= 1);
        }
    }
}
