//! Units on their way into the memory: each is looked for, added when it is new, and indexed. Few go to the tail of the index,
//! many become runs of scratch, and those in the end one run, with what is not much larger on the desk. It does not know who brings
//! them.

use super::making::{ScratchMaking, merge_into_desk, of_scratch};
use super::preparation::{FreshWord, PreparedUnit};
use super::reader::{DeskReader, runs, table_of, tail};
use super::scratch::ScratchRun;
use super::vocabulary::Vocabulary;
use crate::matching::filter::HashFilter;
use crate::matching::index::{self, BlockKind, Run, RunBuilder, Side, StemId, WordId, keys_of};
use crate::matching::search::{Index, KeyMap, with_hash, with_hash_in_run};
use crate::matching::tail::{TAIL_BLOCK_UNITS, TAIL_UNITS, Tail, append};
use crate::store::{IndexTable, StoreError, UnitKey, Writer};

/// So many units are gathered before a run is made of them: what that needs in memory is bounded so.
const RUN_UNITS: usize = 125_000;
/// So many runs of scratch are merged into one of the desk, also when more units are coming.
const SCRATCH_RUNS: usize = 32;
/// A run of the desk is merged with a new one that it is not more times as large as.
const MUCH_LARGER: u32 = 8;
/// Runs of the desk are merged while a person waits for something small only when there are so many: it takes a moment, once in a
/// year's work.
const MANY_RUNS: usize = 32;

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
    /// The runs of the desk.
    runs: Vec<Run>,
    /// Those that are to become one.
    scratch: Vec<ScratchRun>,
    tail: Tail,
    filter: Option<HashFilter>,
    builder: RunBuilder,
    /// The words and stems of the local words of either side.
    source_words: Vec<(WordId, StemId)>,
    target_words: Vec<(WordId, StemId)>,
    added: Added,
    /// The run that is being made of units that came before those in the builder.
    coming: Option<ComingRun>,
}

/// Units that were added and are in no block yet, by what they are: a source may have very many targets. Of different units under
/// one number, which hardly happens, the first.
type Added = KeyMap<u64, UnitKey>;

#[derive(Debug)]
struct ComingRun {
    making: ScratchMaking,
    added: Added,
}

impl Intake {
    /// Opens the index for writing.
    pub(super) fn open(writer: &mut Writer<'_>, load: Load) -> Result<Self, StoreError> {
        writer.mark_index()?;
        let snapshot = writer.snapshot();
        let (runs, tail) = (runs(&snapshot)?, tail(&snapshot)?);
        let mut intake = Self {
            vocabulary: Vocabulary::default(),
            runs,
            scratch: Vec::new(),
            tail,
            filter: None,
            builder: RunBuilder::default(),
            source_words: Vec::new(),
            target_words: Vec::new(),
            added: Added::default(),
            coming: None,
        };
        if load == Load::Large {
            writer.expect_much()?;
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
        let source = prepared.source.iter().map(|word| self.source_words[*word as usize].0);
        let target = prepared.target.iter().map(|word| self.target_words[*word as usize].1);
        self.builder.add(key.0, prepared.hash, source, target);
        self.added.entry(prepared.identity).or_insert(key);
        if let Some(filter) = &mut self.filter {
            filter.add(prepared.hash);
        }
    }

    fn find(&self, writer: &Writer<'_>, prepared: &PreparedUnit) -> Result<Option<UnitKey>, StoreError> {
        if self.filter.as_ref().is_some_and(|filter| !filter.may_hold(prepared.hash)) {
            return Ok(None);
        }
        let snapshot = writer.snapshot();
        for added in [&self.added].into_iter().chain(self.coming.as_ref().map(|coming| &coming.added)) {
            if let Some(key) = added.get(&prepared.identity)
                && snapshot.is_unit(*key, &prepared.unit)?
            {
                return Ok(Some(*key));
            }
        }
        let index = Index { runs: &self.runs, tail: &self.tail };
        let mut known = with_hash(&DeskReader::new(&snapshot), index, prepared.hash)?;
        for scratch in &self.scratch {
            let units = with_hash_in_run(scratch, &scratch.run, prepared.hash);
            known.extend(units.map_err(|e| of_scratch(&e, writer.file()))?);
        }
        for key in known {
            if snapshot.is_unit(UnitKey(key), &prepared.unit)? {
                return Ok(Some(UnitKey(key)));
            }
        }
        Ok(None)
    }

    /// Goes on with the index; called now and then while much comes in.
    pub(super) fn go_on(&mut self, writer: &mut Writer<'_>) -> Result<(), StoreError> {
        if self.builder.len() < RUN_UNITS {
            return Ok(());
        }
        self.begin_run(writer)?;
        if self.scratch.len() < SCRATCH_RUNS { Ok(()) } else { self.settle(writer) }
    }

    /// Writes what was added into the index. More may come after it.
    pub(super) fn flush(&mut self, writer: &mut Writer<'_>) -> Result<(), StoreError> {
        self.finish_run(writer)?;
        if !self.scratch.is_empty() || self.tail.len() + self.builder.len() > TAIL_UNITS as usize {
            self.begin_run(writer)?;
            return self.settle(writer);
        }
        self.vocabulary.finish(writer)?;
        self.append(writer)?;
        self.builder = RunBuilder::default();
        self.added.clear();
        Ok(())
    }

    /// Adds what was added to the tail, filling its last block first.
    fn append(&mut self, writer: &Writer<'_>) -> Result<(), StoreError> {
        if self.builder.is_empty() {
            return Ok(());
        }
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

    /// Begins to make a run of the tail and of what was added. The tail is asked until the run is there.
    fn begin_run(&mut self, writer: &Writer<'_>) -> Result<(), StoreError> {
        self.finish_run(writer)?;
        self.vocabulary.finish(writer)?;
        self.tail.pour(&mut self.builder);
        writer.clear_index_tail()?;
        if self.builder.is_empty() {
            return Ok(());
        }
        self.vocabulary.learn_stems(writer, &self.builder)?;
        let builder = std::mem::take(&mut self.builder);
        let making = ScratchMaking::begin(builder, self.vocabulary.stems(), writer.file());
        let making = making.map_err(|e| of_scratch(&e, writer.file()))?;
        self.coming = Some(ComingRun { making, added: std::mem::take(&mut self.added) });
        Ok(())
    }

    /// Waits for the run that is being made.
    fn finish_run(&mut self, writer: &Writer<'_>) -> Result<(), StoreError> {
        let Some(coming) = self.coming.take() else { return Ok(()) };
        let run = coming.making.finish().map_err(|e| of_scratch(&e, writer.file()))?;
        self.scratch.push(run);
        self.tail = Tail::default();
        Ok(())
    }

    /// Makes one run of the desk of those of scratch, and of those of the desk that are not much larger.
    fn settle(&mut self, writer: &Writer<'_>) -> Result<(), StoreError> {
        self.finish_run(writer)?;
        let scratch = std::mem::take(&mut self.scratch);
        let number = self.free_number();
        let old = self.take_not_much_larger(scratch.iter().map(|scratch| scratch.run.units()).sum());
        let run = merge_into_desk(writer, number, old.clone(), scratch)?;
        for run in old {
            for kind in BlockKind::ALL {
                writer.remove_index_blocks(table_of(kind), &keys_of(run.number, kind))?;
            }
            writer.remove_index_run(run.number)?;
        }
        writer.add_index_run(run.number, &run.lengths)?;
        self.runs.push(run);
        Ok(())
    }

    /// The lowest number that no run of the desk has.
    fn free_number(&self) -> u32 {
        (0..index::RUNS).find(|number| self.runs.iter().all(|run| run.number != *number)).unwrap_or(index::RUNS - 1)
    }

    /// The runs of the desk that are merged with new ones of so many units: the smallest first, as far as each is not much larger
    /// than all before it. None where a person waits for something small, unless they are many.
    fn take_not_much_larger(&mut self, mut units: u32) -> Vec<Run> {
        if self.filter.is_none() && self.runs.len() < MANY_RUNS {
            return Vec::new();
        }
        self.runs.sort_by_key(Run::units);
        let taken = self.runs.iter().take_while(|run| {
            let fits = run.units() / MUCH_LARGER <= units && run.units() + units <= index::RUN_UNITS;
            units += if fits { run.units() } else { 0 };
            fits
        });
        let taken = taken.count();
        self.runs.drain(..taken).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::preparation::Preparation;
    use super::*;
    use crate::model::{Content, Keep, OperationKind};
    use crate::store::{Action, Store};

    #[test]
    fn a_unit_is_known_in_the_tail_in_a_run_in_the_making_and_in_a_finished_one() {
        let (arabic, english) = ("ar".parse().unwrap(), "en".parse().unwrap());
        let mut store = Store::in_memory().unwrap();
        let action = Action { person: "سلمى", kind: OperationKind::Memory, command: &[] };
        let written = store.write(&action, Keep::Applied, |writer| -> Result<_, StoreError> {
            let mut preparation = Preparation::default();
            let mut intake = Intake::open(writer, Load::Large)?;
            let mut take = |writer: &mut Writer<'_>, intake: &mut Intake, number: usize| -> Result<_, StoreError> {
                let (source, target) = (format!("قالَ الوزير {number}"), format!("The minister said {number}"));
                let contents = (Content::plain(source), Content::plain(target));
                let prepared = preparation.of_contents(contents.0, contents.1, (&arabic, &english))?;
                intake.meet(writer, &preparation.take_fresh())?;
                intake.take(writer, &prepared)
            };
            let (early, new) = take(writer, &mut intake, 0)?;
            assert!(new);
            intake.flush(writer)?;
            assert_eq!((intake.tail.len(), intake.runs.len()), (1, 0));
            let keys: Vec<UnitKey> = (1..100)
                .map(|number| take(writer, &mut intake, number).map(|(key, _)| key))
                .collect::<Result<_, _>>()?;
            for round in 0..2 {
                assert!(take(writer, &mut intake, 200 + round)?.1);
                intake.begin_run(writer)?;
                assert!(intake.coming.is_some());
                for (number, key) in std::iter::once(&early).chain(&keys).enumerate() {
                    assert_eq!(take(writer, &mut intake, number)?, (*key, false));
                }
                intake.finish_run(writer)?;
                assert_eq!(take(writer, &mut intake, 7)?, (keys[6], false));
                assert_eq!((intake.scratch.len(), intake.runs.len()), (1 + round, 0));
            }
            assert!(take(writer, &mut intake, 100)?.1);
            intake.flush(writer)?;
            assert_eq!((intake.scratch.len(), intake.runs.len(), intake.tail.len()), (0, 1, 0));
            for number in 300..320 {
                assert!(take(writer, &mut intake, number)?.1);
            }
            intake.begin_run(writer)?;
            intake.flush(writer)?;
            let kept = &runs(&writer.snapshot())?;
            assert_eq!(kept, &intake.runs);
            Ok(kept.iter().map(Run::units).collect::<Vec<u32>>())
        });
        assert_eq!(written.unwrap().value, [123]);
    }
}
