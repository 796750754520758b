//! Makes a run of units.

use std::collections::BTreeMap;

use super::hashes::emit_hashes;
use super::postings::emit_postings;
use super::sequences::SequenceWriter;
use super::successors::Successor;
use super::{Block, Place, Run, Side, StemId, WordId};

/// A unit on its way into an index.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NewUnit<'a> {
    /// Its key, which the run gives back.
    pub key: i64,
    /// The words of its source in order.
    pub source: &'a [WordId],
    /// The stems of its target's words in any order, one for each word.
    pub target: &'a [StemId],
    /// The hash of its canonical source.
    pub hash: u64,
}

/// Gathers units for one run.
#[derive(Debug, Default)]
pub struct RunBuilder {
    units: Vec<i64>,
    source: Vec<WordId>,
    source_ends: Vec<usize>,
    target: Vec<StemId>,
    target_ends: Vec<usize>,
    hashes: Vec<u64>,
}

impl RunBuilder {
    /// Adds a unit: its key, the hash of its canonical source, the words of its source in order, and the stems of its target's words
    /// in any order.
    pub fn add(
        &mut self,
        key: i64,
        hash: u64,
        source: impl Iterator<Item = WordId>,
        target: impl Iterator<Item = StemId>,
    ) {
        self.units.push(key);
        self.source.extend(source);
        self.source_ends.push(self.source.len());
        self.target.extend(target);
        self.target_ends.push(self.target.len());
        self.hashes.push(hash);
    }

    /// How many units it holds.
    #[must_use]
    pub fn len(&self) -> usize {
        self.units.len()
    }

    /// The units it holds, in the order in which they were added.
    pub fn units(&self) -> impl Iterator<Item = NewUnit<'_>> {
        self.units.iter().zip(&self.hashes).enumerate().map(|(at, (key, hash))| NewUnit {
            key: *key,
            source: self.source_of(at),
            target: self.target_of(at),
            hash: *hash,
        })
    }

    /// Whether it holds none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.units.is_empty()
    }

    fn source_of(&self, unit: usize) -> &[WordId] {
        let start = unit.checked_sub(1).map_or(0, |before| self.source_ends[before]);
        &self.source[start..self.source_ends[unit]]
    }

    fn target_of(&self, unit: usize) -> &[StemId] {
        let start = unit.checked_sub(1).map_or(0, |before| self.target_ends[before]);
        &self.target[start..self.target_ends[unit]]
    }

    /// Makes the run `number` of what was gathered. `stem_of` gives the stem of a source word; `emit` gets the blocks, those
    /// of each sort with rising keys.
    ///
    /// # Errors
    /// Those of `emit`.
    pub fn finish<E>(
        &self,
        number: u32,
        stem_of: impl Fn(WordId) -> StemId,
        mut emit: impl FnMut(Block) -> Result<(), E>,
    ) -> Result<Run, E> {
        let mut order: Vec<u32> = (0..self.units.len() as u32).collect();
        order.sort_by_key(|unit| self.source_of(*unit as usize).len());
        let mut lengths = BTreeMap::new();
        for unit in &order {
            *lengths.entry(self.source_of(*unit as usize).len() as u32).or_insert(0) += 1;
        }
        let run = Run { number, lengths: lengths.into_iter().collect() };
        emit_postings(
            number,
            Side::Source,
            &order,
            |unit, visit| {
                let mut words = self.source_of(unit as usize).iter().map(|word| (*word, stem_of(*word))).peekable();
                while let Some((word, stem)) = words.next() {
                    let next = words.peek().map(|(next, stem)| Successor::of(word, *next, *stem));
                    visit(stem, next.unwrap_or(Successor::END));
                }
            },
            &mut emit,
        )?;
        emit_postings(
            number,
            Side::Target,
            &order,
            |unit, visit| self.target_of(unit as usize).iter().for_each(|stem| visit(*stem, Successor::UNKNOWN)),
            &mut emit,
        )?;
        let mut sequences = SequenceWriter::new(number);
        for unit in &order {
            sequences.add(self.units[*unit as usize], self.source_of(*unit as usize), &mut emit)?;
        }
        sequences.finish(&mut emit)?;
        let mut hashes: Vec<(u64, Place)> =
            order.iter().zip(0..).map(|(unit, place)| (self.hashes[*unit as usize], place)).collect();
        hashes.sort_unstable();
        emit_hashes(&run, hashes, &mut emit)?;
        Ok(run)
    }
}
