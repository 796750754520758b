//! Units on their way into the memory: each is looked for, added when it is new, and indexed. Few go to the tail of the index,
//! many become a run; runs are merged when they grow many. It does not know who brings them.

use std::collections::HashMap;

use super::preparation::{FreshWord, LocalWord, PreparedUnit};
use super::reader::{DeskReader, runs, table_of, tail};
use super::vocabulary::Vocabulary;
use crate::matching::filter::HashFilter;
use crate::matching::index::{
    self, Block, BlockKind, NewUnit as IndexUnit, Run, RunBuilder, Side, StemId, WordId, keys_of, merge,
};
use crate::matching::search::{Index, with_hash};
use crate::matching::tail::{TAIL_BLOCK_UNITS, TAIL_UNITS, Tail, append};
use crate::store::{IndexTable, StoreError, UnitKey, Writer};

/// So many units are gathered before they are written into the index: what a run needs in memory while it is made is bounded so.
pub(super) const RUN_UNITS: usize = 250_000;
/// So many runs of about one size are merged into one.
const RUNS_OF_ONE_SIZE: usize = 8;
/// Runs are merged while a person waits for something small only when there are so many: it takes a moment, once in a year's work.
const MANY_RUNS: usize = 4 * RUNS_OF_ONE_SIZE;

/// How much is coming.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Load {
    /// What a person just did.
    Small,
    /// A whole memory; what is known already is kept in a filter.
    Large,
}

/// Takes units in, within one transaction.
#[derive(Debug)]
pub(super) struct Intake {
    vocabulary: Vocabulary,
    runs: Vec<Run>,
    tail: Tail,
    filter: Option<HashFilter>,
    builder: RunBuilder,
    /// The words and stems of the local words of either side.
    source_words: Vec<(WordId, StemId)>,
    target_words: Vec<(WordId, StemId)>,
    /// The units that were added and are in no block yet, by what they are: a source may have very many targets. Of different units
    /// under one number, which hardly happens, the first.
    added: HashMap<u64, UnitKey>,
}

impl Intake {
    /// Opens the index for writing.
    pub(super) fn open(writer: &Writer<'_>, load: Load) -> Result<Self, StoreError> {
        writer.mark_index()?;
        let snapshot = writer.snapshot();
        let (runs, tail) = (runs(&snapshot)?, tail(&snapshot)?);
        let mut intake = Self {
            vocabulary: Vocabulary::default(),
            runs,
            tail,
            filter: None,
            builder: RunBuilder::default(),
            source_words: Vec::new(),
            target_words: Vec::new(),
            added: HashMap::new(),
        };
        if load == Load::Large {
            intake.filter = Some(intake.fill_filter(writer)?);
        }
        Ok(intake)
    }

    fn fill_filter(&self, writer: &Writer<'_>) -> Result<HashFilter, StoreError> {
        let mut filter = HashFilter::default();
        self.tail.units().for_each(|unit| filter.add(unit.hash));
        let snapshot = writer.snapshot();
        for run in &self.runs {
            let keys = keys_of(run.number, BlockKind::Hashes);
            snapshot.visit_index_blocks(IndexTable::Hashes, &keys, &mut |_, data| {
                filter.add_block(data);
            })?;
        }
        Ok(filter)
    }

    /// Takes the words that came for the first time; called before the units that have them.
    pub(super) fn meet(&mut self, writer: &Writer<'_>, fresh: &[FreshWord]) -> Result<(), StoreError> {
        for FreshWord { side, text } in fresh {
            let word = self.vocabulary.word(writer, *side, text)?;
            match side {
                Side::Source => self.source_words.push(word),
                Side::Target => self.target_words.push(word),
            }
        }
        Ok(())
    }

    /// The key of a unit, and whether it is new; a new one is added.
    pub(super) fn take(
        &mut self,
        writer: &mut Writer<'_>,
        prepared: &PreparedUnit,
    ) -> Result<(UnitKey, bool), StoreError> {
        if let Some(known) = self.find(writer, prepared)? {
            return Ok((known, false));
        }
        let key = writer.add_unit(&prepared.unit)?;
        self.index(key, prepared);
        Ok((key, true))
    }

    /// Indexes a unit that is on the desk and not in the index.
    pub(super) fn index(&mut self, key: UnitKey, prepared: &PreparedUnit) {
        let words = |local: &[LocalWord], known: &[(WordId, StemId)]| -> Vec<(WordId, StemId)> {
            local.iter().map(|word| known[*word as usize]).collect()
        };
        let source: Vec<WordId> =
            words(&prepared.source, &self.source_words).into_iter().map(|(word, _)| word).collect();
        let target: Vec<StemId> =
            words(&prepared.target, &self.target_words).into_iter().map(|(_, stem)| stem).collect();
        self.builder.add(IndexUnit { key: key.0, source: &source, target: &target, hash: prepared.hash });
        self.added.entry(prepared.identity).or_insert(key);
        if let Some(filter) = &mut self.filter {
            filter.add(prepared.hash);
        }
    }

    /// How many units were added and are in no block yet.
    pub(super) fn pending(&self) -> usize {
        self.builder.len()
    }

    fn find(&self, writer: &Writer<'_>, prepared: &PreparedUnit) -> Result<Option<UnitKey>, StoreError> {
        if self.filter.as_ref().is_some_and(|filter| !filter.may_hold(prepared.hash)) {
            return Ok(None);
        }
        let snapshot = writer.snapshot();
        if let Some(added) = self.added.get(&prepared.identity)
            && snapshot.is_unit(*added, &prepared.unit)?
        {
            return Ok(Some(*added));
        }
        let index = Index { runs: &self.runs, tail: &self.tail };
        for key in with_hash(&DeskReader::new(&snapshot), index, prepared.hash)? {
            if snapshot.is_unit(UnitKey(key), &prepared.unit)? {
                return Ok(Some(UnitKey(key)));
            }
        }
        Ok(None)
    }

    /// Writes what was added into the index. More may come after it.
    pub(super) fn flush(&mut self, writer: &mut Writer<'_>) -> Result<(), StoreError> {
        if self.builder.is_empty() {
            return Ok(());
        }
        self.vocabulary.finish(writer)?;
        if self.tail.len() + self.builder.len() <= TAIL_UNITS as usize {
            self.append(writer)?;
        } else {
            self.build_run(writer)?;
        }
        self.builder = RunBuilder::default();
        self.added.clear();
        self.tidy(writer)
    }

    /// Adds what was added to the tail, filling its last block first.
    fn append(&mut self, writer: &Writer<'_>) -> Result<(), StoreError> {
        let last = writer.snapshot().last_of_index_tail()?;
        let (mut key, mut block) = last.unwrap_or((0, Vec::new()));
        let mut held = Tail::default();
        held.read(&block);
        let mut held = held.len() as u32;
        for unit in self.builder.units() {
            if held == TAIL_BLOCK_UNITS {
                writer.put_index_tail(key, &block)?;
                (key, held) = (key + 1, 0);
                block.clear();
            }
            let start = block.len();
            append(&mut block, &unit);
            self.tail.read(&block[start..]);
            held += 1;
        }
        writer.put_index_tail(key, &block)
    }

    /// Makes a run of the tail and of what was added.
    fn build_run(&mut self, writer: &Writer<'_>) -> Result<(), StoreError> {
        self.tail.pour(&mut self.builder);
        writer.clear_index_tail()?;
        self.tail = Tail::default();
        let number = self.free_number();
        self.vocabulary.learn_stems(writer, &self.builder)?;
        let vocabulary = &self.vocabulary;
        let run = self.builder.finish(number, |word| vocabulary.stem_of(word), |block| put(writer, &block))?;
        writer.add_index_run(number, &run.lengths)?;
        self.runs.push(run);
        Ok(())
    }

    /// The lowest number that no run has.
    fn free_number(&self) -> u32 {
        (0..index::RUNS).find(|number| self.runs.iter().all(|run| run.number != *number)).unwrap_or(index::RUNS - 1)
    }

    /// Merges runs of one size where they are many.
    fn tidy(&mut self, writer: &Writer<'_>) -> Result<(), StoreError> {
        loop {
            let Some(tier) = self.crowded_tier() else { return Ok(()) };
            if self.filter.is_none() && self.runs.len() < MANY_RUNS {
                return Ok(());
            }
            self.merge(writer, |run| size_class(run.units()) == tier)?;
        }
    }

    /// Merges all runs but the largest into few: what is worth doing when nobody waits for something small.
    pub(super) fn compact(&mut self, writer: &Writer<'_>) -> Result<(), StoreError> {
        while self.runs.len() > 1 {
            let smallest = self.runs.iter().map(Run::units).min().unwrap_or(0);
            let small = |run: &Run| run.units() <= smallest.saturating_mul(RUNS_OF_ONE_SIZE as u32);
            if self.runs.iter().filter(|run| small(run)).count() < 2 {
                return Ok(());
            }
            self.merge(writer, small)?;
        }
        Ok(())
    }

    fn crowded_tier(&self) -> Option<u32> {
        let tiers = self.runs.iter().map(|run| size_class(run.units()));
        let mut tiers: Vec<u32> = tiers.collect();
        tiers.sort_unstable();
        tiers.chunk_by(|a, b| a == b).find(|same| same.len() >= RUNS_OF_ONE_SIZE).map(|same| same[0])
    }

    fn merge(&mut self, writer: &Writer<'_>, chosen: impl Fn(&Run) -> bool) -> Result<(), StoreError> {
        let number = self.free_number();
        let (old, kept): (Vec<Run>, Vec<Run>) = std::mem::take(&mut self.runs).into_iter().partition(chosen);
        let snapshot = writer.snapshot();
        let run = merge(&DeskReader::new(&snapshot), &old, number, |block| put(writer, &block))?;
        for run in old {
            for kind in [BlockKind::Postings, BlockKind::Sequences, BlockKind::Hashes] {
                writer.remove_index_blocks(table_of(kind), &keys_of(run.number, kind))?;
            }
            writer.remove_index_run(run.number)?;
        }
        writer.add_index_run(number, &run.lengths)?;
        self.runs = kept;
        self.runs.push(run);
        Ok(())
    }
}

fn put(writer: &Writer<'_>, block: &Block) -> Result<(), StoreError> {
    writer.add_index_block(table_of(block.kind), block.key, &block.data)
}

/// Runs whose sizes differ less than eightfold are of one class.
const fn size_class(units: u32) -> u32 {
    (u32::BITS - units.leading_zeros()) / 3
}
