//! Merges runs into one, with no look at a text.

use std::collections::BTreeMap;

use super::directory::DirectoryWriter;
use super::hashes::{emit_hashes, hash_entries};
use super::postings::{PostingWriter, first_place, places, posting_of};
use super::sequences::{SEQUENCE_UNITS, SequenceWriter, sequence_bytes};
use super::{Block, BlockKind, DIRECTORY, Place, Run, Side, StemId, keys_of};

/// Where the blocks of runs that are to be merged come from.
pub trait RunReader {
    /// What may go wrong.
    type Error;

    /// The blocks of one sort whose keys lie in a range, the lowest first, as many as are convenient; none when there are none.
    ///
    /// # Errors
    /// Those of the place where the blocks are kept.
    fn blocks(&self, kind: BlockKind, keys: std::ops::RangeInclusive<i64>) -> Result<Vec<(i64, Vec<u8>)>, Self::Error>;
}

/// Goes through the blocks of one sort of one run.
struct Cursor<'r, R> {
    reader: &'r R,
    kind: BlockKind,
    next: i64,
    end: i64,
    blocks: std::collections::VecDeque<(i64, Vec<u8>)>,
}

impl<'r, R: RunReader> Cursor<'r, R> {
    fn new(reader: &'r R, run: u32, kind: BlockKind) -> Self {
        let (next, end) = keys_of(run, kind).into_inner();
        Self { reader, kind, next, end, blocks: std::collections::VecDeque::new() }
    }

    fn peek(&mut self) -> Result<Option<&(i64, Vec<u8>)>, R::Error> {
        if self.blocks.is_empty() && self.next <= self.end {
            self.blocks.extend(self.reader.blocks(self.kind, self.next..=self.end)?);
            self.next = self.blocks.back().map_or(self.end, |(key, _)| *key).saturating_add(1);
        }
        Ok(self.blocks.front())
    }

    fn pop(&mut self) -> Result<Option<(i64, Vec<u8>)>, R::Error> {
        self.peek()?;
        Ok(self.blocks.pop_front())
    }
}

/// How the places of one run change when it is merged with others.
struct Renumbering {
    /// From which old place on what is added.
    steps: Vec<(Place, u32)>,
}

impl Renumbering {
    /// Of each run, where its units go when units of equal length come to stand together, run by run.
    fn of(runs: &[Run]) -> (Vec<(u32, u32)>, Vec<Self>) {
        let mut lengths: BTreeMap<u32, u32> = BTreeMap::new();
        for (length, count) in runs.iter().flat_map(|run| &run.lengths) {
            *lengths.entry(*length).or_insert(0) += count;
        }
        let mut next: BTreeMap<u32, Place> = BTreeMap::new();
        let mut total = 0;
        for (length, count) in &lengths {
            next.insert(*length, total);
            total += count;
        }
        let renumberings = runs.iter().map(|run| {
            let mut old = 0;
            let steps = run.lengths.iter().map(|(length, count)| {
                let new = next.get_mut(length).expect("every length was counted");
                let step = (old, *new - old);
                old += count;
                *new += count;
                step
            });
            Self { steps: steps.collect() }
        });
        let renumberings = renumberings.collect();
        (lengths.into_iter().collect(), renumberings)
    }

    fn place(&self, old: Place) -> Place {
        let step = self.steps.partition_point(|(from, _)| *from <= old);
        old + step.checked_sub(1).map_or(0, |step| self.steps[step].1)
    }
}

/// Merges runs into a new one with the number `number`. `emit` gets its blocks, sort by sort and with rising keys.
///
/// # Errors
/// Those of `reader` and of `emit`.
pub fn merge<R: RunReader>(
    reader: &R,
    runs: &[Run],
    number: u32,
    mut emit: impl FnMut(Block) -> Result<(), R::Error>,
) -> Result<Run, R::Error> {
    let (lengths, renumberings) = Renumbering::of(runs);
    let run = Run { number, lengths };
    merge_postings(reader, runs, &renumberings, &run, &mut emit)?;
    merge_sequences(reader, runs, &run, &mut emit)?;
    merge_hashes(reader, runs, &renumberings, &run, &mut emit)?;
    Ok(run)
}

fn merge_postings<R: RunReader>(
    reader: &R,
    runs: &[Run],
    renumberings: &[Renumbering],
    merged: &Run,
    emit: &mut impl FnMut(Block) -> Result<(), R::Error>,
) -> Result<(), R::Error> {
    let mut cursors: Vec<_> = runs.iter().map(|run| Cursor::new(reader, run.number, BlockKind::Postings)).collect();
    let mut directory = DirectoryWriter::new(merged.number);
    let units = merged.units();
    let mut all: Vec<Place> = Vec::new();
    loop {
        let mut lowest: Option<(Side, StemId)> = None;
        for cursor in &mut cursors {
            let found = cursor.peek()?.map(|(key, _)| posting_of(*key)).map(|(side, stem, _)| (side, stem));
            lowest = lowest.into_iter().chain(found).min();
        }
        // The old directories stand behind the source's lists; the new one takes their place.
        if lowest.is_none_or(|(side, stem)| side == Side::Target || stem >= DIRECTORY) {
            directory.finish(emit)?;
        }
        let Some((side, stem)) = lowest else { return Ok(()) };
        all.clear();
        for (cursor, renumbering) in cursors.iter_mut().zip(renumberings) {
            while cursor.peek()?.is_some_and(|(key, _)| posting_of(*key).0 == side && posting_of(*key).1 == stem) {
                let Some((key, data)) = cursor.pop()? else { break };
                if stem >= DIRECTORY {
                    continue;
                }
                places(first_place(key), &data, |place| all.push(renumbering.place(place)));
            }
        }
        // The places of each run rise: a sort that finds what is in order merges them.
        all.sort();
        if side == Side::Source {
            directory.add(stem, all.len() as u32);
        }
        let mut writer = PostingWriter::new(merged.number, units, (side, stem), all.len() as u32);
        for place in &all {
            writer.add(*place, emit)?;
        }
        writer.finish(emit)?;
    }
}

fn merge_sequences<R: RunReader>(
    reader: &R,
    runs: &[Run],
    merged: &Run,
    emit: &mut impl FnMut(Block) -> Result<(), R::Error>,
) -> Result<(), R::Error> {
    let mut cursors: Vec<_> =
        runs.iter().map(|run| (Cursor::new(reader, run.number, BlockKind::Sequences), 0, &run.lengths)).collect();
    let mut writer = SequenceWriter::new(merged.number);
    for (length, _) in &merged.lengths {
        for (cursor, next, lengths) in &mut cursors {
            let count = lengths.iter().find(|(of, _)| of == length).map_or(0, |(_, count)| *count);
            for _ in 0..count {
                let place: Place = *next;
                if let Some((_, data)) = cursor.peek()? {
                    writer.copy(sequence_bytes(data, place).unwrap_or_default(), emit)?;
                }
                *next += 1;
                if next.is_multiple_of(SEQUENCE_UNITS) {
                    cursor.pop()?;
                }
            }
        }
    }
    writer.finish(emit)
}

fn merge_hashes<R: RunReader>(
    reader: &R,
    runs: &[Run],
    renumberings: &[Renumbering],
    merged: &Run,
    emit: &mut impl FnMut(Block) -> Result<(), R::Error>,
) -> Result<(), R::Error> {
    let mut all: Vec<(u64, Place)> = Vec::with_capacity(merged.units() as usize);
    for (run, renumbering) in runs.iter().zip(renumberings) {
        let mut cursor = Cursor::new(reader, run.number, BlockKind::Hashes);
        while let Some((_, data)) = cursor.pop()? {
            all.extend(hash_entries(&data).map(|(hash, place)| (hash, renumbering.place(place))));
        }
    }
    all.sort_unstable();
    emit_hashes(merged, all, emit)
}
