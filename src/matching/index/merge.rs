//! Merges runs into one, with no look at a text.

use std::collections::BTreeMap;

use super::directory::DirectoryWriter;
use super::hashes::{emit_hashes, hash_entries};
use super::postings::{Entry, entries, first_place, posting_of, write_list};
use super::sequences::{SEQUENCE_UNITS, SequenceWriter, sequence_bytes};
use super::successors::Successor;
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

/// A run that is to be merged, and who has its blocks.
pub struct Part<'r, E> {
    /// The run.
    pub run: &'r Run,
    /// Gives its blocks.
    pub blocks: &'r dyn RunReader<Error = E>,
}

impl<E> Clone for Part<'_, E> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<E> Copy for Part<'_, E> {}

/// Goes through the blocks of one sort of one run.
struct Cursor<'r, E> {
    reader: &'r dyn RunReader<Error = E>,
    kind: BlockKind,
    next: i64,
    end: i64,
    blocks: std::collections::VecDeque<(i64, Vec<u8>)>,
}

impl<'r, E> Cursor<'r, E> {
    fn new(part: Part<'r, E>, kind: BlockKind) -> Self {
        let (next, end) = keys_of(part.run.number, kind).into_inner();
        Self { reader: part.blocks, kind, next, end, blocks: std::collections::VecDeque::new() }
    }

    fn peek(&mut self) -> Result<Option<&(i64, Vec<u8>)>, E> {
        if self.blocks.is_empty() && self.next <= self.end {
            self.blocks.extend(self.reader.blocks(self.kind, self.next..=self.end)?);
            self.next = self.blocks.back().map_or(self.end, |(key, _)| *key).saturating_add(1);
        }
        Ok(self.blocks.front())
    }

    fn pop(&mut self) -> Result<Option<(i64, Vec<u8>)>, E> {
        self.peek()?;
        Ok(self.blocks.pop_front())
    }

    /// The block under a key, if there is one; asked for rising keys.
    fn at(&mut self, wanted: i64) -> Result<Option<Vec<u8>>, E> {
        while self.peek()?.is_some_and(|(key, _)| *key < wanted) {
            self.blocks.pop_front();
        }
        let found = self.peek()?.is_some_and(|(key, _)| *key == wanted);
        Ok(self.blocks.pop_front_if(|_| found).map(|(_, data)| data))
    }
}

/// How the places of one run change when it is merged with others.
struct Renumbering {
    /// From which old place on what is added.
    steps: Vec<(Place, u32)>,
}

impl Renumbering {
    /// Of each run, where its units go when units of equal length come to stand together, run by run.
    fn of<E>(parts: &[Part<'_, E>]) -> (Vec<(u32, u32)>, Vec<Self>) {
        let mut lengths: BTreeMap<u32, u32> = BTreeMap::new();
        for (length, count) in parts.iter().flat_map(|part| &part.run.lengths) {
            *lengths.entry(*length).or_insert(0) += count;
        }
        let mut next: BTreeMap<u32, Place> = BTreeMap::new();
        let mut total = 0;
        for (length, count) in &lengths {
            next.insert(*length, total);
            total += count;
        }
        let renumberings = parts.iter().map(|part| {
            let mut old = 0;
            let steps = part.run.lengths.iter().map(|(length, count)| {
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

    /// The same for places that rise.
    fn rising(&self) -> impl FnMut(Place) -> Place {
        let (mut steps, mut added) = (self.steps.iter().peekable(), 0);
        move |old| {
            while let Some((_, more)) = steps.next_if(|(from, _)| *from <= old) {
                added = *more;
            }
            old.wrapping_add(added)
        }
    }
}

/// Merges runs into a new one with the number `number`. `emit` gets its blocks, those of each sort with rising keys.
///
/// # Errors
/// Those of the parts' readers and of `emit`.
pub fn merge<E>(parts: &[Part<'_, E>], number: u32, mut emit: impl FnMut(Block) -> Result<(), E>) -> Result<Run, E> {
    let (lengths, renumberings) = Renumbering::of(parts);
    let run = Run { number, lengths };
    merge_postings(parts, &renumberings, &run, &mut emit)?;
    merge_sequences(parts, &run, &mut emit)?;
    merge_hashes(parts, &renumberings, &run, &mut emit)?;
    Ok(run)
}

fn merge_postings<E>(
    parts: &[Part<'_, E>],
    renumberings: &[Renumbering],
    merged: &Run,
    emit: &mut impl FnMut(Block) -> Result<(), E>,
) -> Result<(), E> {
    let cursors_of = |kind| -> Vec<Cursor<'_, E>> { parts.iter().map(|part| Cursor::new(*part, kind)).collect() };
    let (mut cursors, mut successors) = (cursors_of(BlockKind::Postings), cursors_of(BlockKind::Successors));
    let mut directory = DirectoryWriter::new(merged.number);
    let units = merged.units();
    let (mut all, mut marks): (Vec<Entry>, Marks) = (Vec::new(), Marks::of(units));
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
        for ((cursor, successors), renumbering) in cursors.iter_mut().zip(&mut successors).zip(renumberings) {
            let mut renumbered = renumbering.rising();
            while cursor.peek()?.is_some_and(|(key, _)| posting_of(*key).0 == side && posting_of(*key).1 == stem) {
                let Some((key, data)) = cursor.pop()? else { break };
                if stem >= DIRECTORY {
                    continue;
                }
                let successors = if side == Side::Source { successors.at(key)? } else { None };
                entries(first_place(key), &data, successors.as_deref(), |entry| {
                    all.push(entry.at(renumbered(entry.place())));
                });
            }
        }
        // The entries of each part rise: a sort that finds what is in order merges them.
        if side == Side::Source {
            all.sort();
        } else {
            marks.sort(&mut all);
        }
        let total = write_list(merged.number, units, (side, stem), &all, emit)?;
        if side == Side::Source {
            directory.add(stem, total);
        }
    }
}

/// Sorts entries of one run of which nothing is known but their places.
struct Marks {
    units: u32,
    bits: Vec<u64>,
}

impl Marks {
    /// A list of more than one place in so many is sorted by bits, one for each place of the run.
    const DENSE: u32 = 256;

    fn of(units: u32) -> Self {
        Self { units, bits: vec![0; units.div_ceil(u64::BITS) as usize] }
    }

    fn sort(&mut self, all: &mut Vec<Entry>) {
        if (all.len() as u64) * u64::from(Self::DENSE) < u64::from(self.units) {
            all.sort();
            return;
        }
        for entry in all.drain(..) {
            // A damaged block may name a place that no run has.
            if let Some(bits) = self.bits.get_mut((entry.place() / u64::BITS) as usize) {
                *bits |= 1 << (entry.place() % u64::BITS);
            }
        }
        for (bits, base) in self.bits.iter_mut().zip((0..).step_by(u64::BITS as usize)) {
            while *bits != 0 {
                all.push(Entry::new(base + bits.trailing_zeros(), Successor::UNKNOWN));
                *bits &= *bits - 1;
            }
        }
    }
}

fn merge_sequences<E>(
    parts: &[Part<'_, E>],
    merged: &Run,
    emit: &mut impl FnMut(Block) -> Result<(), E>,
) -> Result<(), E> {
    let mut cursors: Vec<_> =
        parts.iter().map(|part| (Cursor::new(*part, BlockKind::Sequences), 0, &part.run.lengths)).collect();
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

fn merge_hashes<E>(
    parts: &[Part<'_, E>],
    renumberings: &[Renumbering],
    merged: &Run,
    emit: &mut impl FnMut(Block) -> Result<(), E>,
) -> Result<(), E> {
    let mut all: Vec<(u64, Place)> = Vec::with_capacity(merged.units() as usize);
    for (part, renumbering) in parts.iter().zip(renumberings) {
        let mut cursor = Cursor::new(*part, BlockKind::Hashes);
        while let Some((_, data)) = cursor.pop()? {
            all.extend(hash_entries(&data).map(|(hash, place)| (hash, renumbering.place(place))));
        }
    }
    all.sort_unstable();
    emit_hashes(merged, all, emit)
}
