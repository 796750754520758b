//! The index of a memory: its runs, and the blocks that a run is made of.
//!
//! A run holds many units and never changes; new units make new runs, and runs are merged. Inside it the units stand in order of
//! the number of their source words, so that those long enough to match stand together. Its blocks are small values under
//! integer keys:
//!
//! * **postings**: the places of the units that hold a word of one stem, rising, as varints of the differences; behind those of the
//!   source a directory of how many each stem has, roughly, so that no list has to be opened to be found long;
//! * **sequences**: of [`SEQUENCE_UNITS`] units each, the unit's key and its source words in order;
//! * **hashes**: of canonical sources, to the places of the units that have them.

use std::collections::BTreeMap;

/// A word of the vocabulary of one side. The lowest bit tells whether it is a number.
pub type WordId = u32;
/// A stem of the vocabulary of one side.
pub type StemId = u32;
/// A unit's place in its run, from 0.
pub type Place = u32;

/// How many units stand in one block of sequences.
pub const SEQUENCE_UNITS: u32 = 16;
/// How many bytes of differences a block of postings holds at most: three blocks fill a page of 4 KiB.
const POSTING_BYTES: usize = 1250;
/// How many units share a bucket of hashes, about.
const BUCKET_UNITS: u32 = 64;
/// The bits of a stem, of a run and of a place in the key of a block of postings.
const STEM_BITS: u32 = 26;
const PLACE_BITS: u32 = 25;
const RUN_BITS: u32 = 11;
/// How many stems share a block of the directory, and the first stem that is none but stands for such a block.
const DIRECTORY_STEMS: u32 = 2048;
const DIRECTORY: StemId = (1 << STEM_BITS) - (1 << STEM_BITS) / DIRECTORY_STEMS;
/// The most stems that one side may have.
pub const STEMS: StemId = DIRECTORY;
/// A list that has no more places than this is one block: no difference takes more than four bytes.
const PLACES_OF_A_BLOCK: u32 = POSTING_BYTES as u32 / 4;
/// The most units that one run may hold.
pub const RUN_UNITS: u32 = 1 << PLACE_BITS;
/// The most runs that an index may hold.
pub const RUNS: u32 = 1 << RUN_BITS;

/// One side of a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    /// The source.
    Source,
    /// The target.
    Target,
}

/// The sort of a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum BlockKind {
    /// Places by stem.
    Postings,
    /// Words by place.
    Sequences,
    /// Places by hash.
    Hashes,
}

/// One block of a run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// Its sort.
    pub kind: BlockKind,
    /// Its key among those of its sort: rising within what one call gives.
    pub key: i64,
    /// What it holds.
    pub data: Vec<u8>,
}

/// What is known of a run without its blocks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// Its number, below [`RUNS`].
    pub number: u32,
    /// How many units have how many source words: rising in words.
    pub lengths: Vec<(u32, u32)>,
}

impl Run {
    /// How many units it holds.
    #[must_use]
    pub fn units(&self) -> u32 {
        self.lengths.iter().map(|(_, count)| count).sum()
    }

    /// The places of the units with at least `shortest` and at most `longest` source words.
    #[must_use]
    pub fn window(&self, shortest: u32, longest: u32) -> std::ops::Range<Place> {
        let before = |words: u32| self.lengths.iter().take_while(|(length, _)| *length < words).map(|(_, n)| n).sum();
        let start: u32 = before(shortest);
        let end: u32 = if longest == u32::MAX { self.units() } else { before(longest + 1) };
        start..end.max(start)
    }

    fn hash_bits(&self) -> u32 {
        (self.units() / BUCKET_UNITS).max(1).next_power_of_two().trailing_zeros()
    }

    /// The key of the block in which the places of a hash stand.
    #[must_use]
    pub fn hash_key(&self, hash: u64) -> i64 {
        let bits = self.hash_bits();
        let bucket = if bits == 0 { 0 } else { hash >> (64 - bits) };
        (i64::from(self.number) << 32) | bucket as i64
    }
}

/// The first and last possible keys of a run's blocks of one sort.
#[must_use]
pub fn keys_of(run: u32, kind: BlockKind) -> std::ops::RangeInclusive<i64> {
    let bits = if kind == BlockKind::Postings { 1 + STEM_BITS + PLACE_BITS } else { 32 };
    let first = i64::from(run) << bits;
    first..=first + ((1_i64 << bits) - 1)
}

/// The key of the block of postings that begins at a place.
#[must_use]
pub fn posting_key(run: u32, side: Side, stem: StemId, place: Place) -> i64 {
    let side = i64::from(side == Side::Target);
    (((i64::from(run) << 1 | side) << STEM_BITS | i64::from(stem)) << PLACE_BITS) | i64::from(place)
}

/// The side, stem and first place in the key of a block of postings.
fn posting_of(key: i64) -> (Side, StemId, Place) {
    let place = (key & ((1 << PLACE_BITS) - 1)) as Place;
    let stem = ((key >> PLACE_BITS) & ((1 << STEM_BITS) - 1)) as StemId;
    let side = if (key >> (PLACE_BITS + STEM_BITS)) & 1 == 1 { Side::Target } else { Side::Source };
    (side, stem, place)
}

/// The key of the block of the directory that tells how many places of sources a stem has.
#[must_use]
pub fn directory_key(run: u32, stem: StemId) -> i64 {
    posting_key(run, Side::Source, DIRECTORY + stem / DIRECTORY_STEMS, 0)
}

/// How many places a stem has, roughly: the one byte that the directory keeps of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RoughCount(u8);

impl RoughCount {
    /// That of a stem, from the block of the directory; without a block there are no places.
    #[must_use]
    pub fn of_stem(directory: Option<&[u8]>, stem: StemId) -> Self {
        Self(directory.and_then(|codes| codes.get((stem % DIRECTORY_STEMS) as usize)).copied().unwrap_or(0))
    }

    /// Eight steps to each power of two.
    fn of(count: u32) -> Self {
        let Some(power) = count.checked_ilog2() else { return Self(0) };
        let step = ((u64::from(count) << 3) >> power) & 7;
        Self(1 + 8 * power as u8 + step as u8)
    }

    /// The least number of places that it stands for.
    #[must_use]
    pub fn least(self) -> u32 {
        let Some(code) = self.0.checked_sub(1) else { return 0 };
        (((8 + u64::from(code & 7)) << (code >> 3)) >> 3) as u32
    }

    /// Whether all places are sure to stand in one block.
    #[must_use]
    pub fn is_one_block(self) -> bool {
        Self(self.0.saturating_add(1)).least() <= PLACES_OF_A_BLOCK
    }
}

/// Writes the directory of the source's stems.
struct DirectoryWriter {
    run: u32,
    codes: Vec<u8>,
}

impl DirectoryWriter {
    const fn new(run: u32) -> Self {
        Self { run, codes: Vec::new() }
    }

    /// Notes how many places a stem has; stems come rising.
    fn add(&mut self, stem: StemId, count: u32) {
        if count > 0 {
            self.codes.resize(stem as usize, 0);
            self.codes.push(RoughCount::of(count).0);
        }
    }

    fn finish<E>(&mut self, emit: &mut impl FnMut(Block) -> Result<(), E>) -> Result<(), E> {
        for (codes, first) in self.codes.chunks(DIRECTORY_STEMS as usize).zip((0..).step_by(DIRECTORY_STEMS as usize)) {
            if codes.iter().any(|code| *code > 0) {
                let key = directory_key(self.run, first);
                emit(Block { kind: BlockKind::Postings, key, data: codes.to_vec() })?;
            }
        }
        self.codes.clear();
        Ok(())
    }
}

/// The key of the block of sequences in which a place stands.
#[must_use]
pub fn sequence_key(run: u32, place: Place) -> i64 {
    (i64::from(run) << 32) | i64::from(place / SEQUENCE_UNITS)
}

pub(super) fn put(number: u64, out: &mut Vec<u8>) {
    let mut left = number;
    while left >= 0x80 {
        out.push((left as u8 & 0x7f) | 0x80);
        left >>= 7;
    }
    out.push(left as u8);
}

/// Reads one number and moves on; a block that ends too early gives 0.
pub(super) fn take(data: &[u8], at: &mut usize) -> u64 {
    let (mut number, mut shift) = (0, 0);
    while let Some(byte) = data.get(*at) {
        *at += 1;
        number |= u64::from(byte & 0x7f) << shift;
        if byte & 0x80 == 0 || shift >= 63 {
            break;
        }
        shift += 7;
    }
    number
}

/// How many units of the run hold a word of the stem, told by any of its blocks of postings, and whether this block is the last.
#[must_use]
pub fn posting_head(data: &[u8]) -> (u32, bool) {
    let head = take(data, &mut 0);
    ((head >> 1) as u32, head & 1 == 1)
}

/// The places in a block of postings that begins at the place `first`.
pub fn places(first: Place, data: &[u8], mut visit: impl FnMut(Place)) {
    let mut at = 0;
    take(data, &mut at);
    let mut place = first;
    visit(place);
    while at < data.len() {
        let byte = data[at];
        if byte < 0x80 {
            at += 1;
            place = place.wrapping_add(u32::from(byte));
        } else {
            place = place.wrapping_add(take(data, &mut at) as u32);
        }
        visit(place);
    }
}

/// The first place in a block of postings, told by its key.
#[must_use]
pub fn first_place(key: i64) -> Place {
    posting_of(key).2
}

/// The bytes of a place's sequence in its block: the unit's key and the words, as varints.
fn sequence_bytes(data: &[u8], place: Place) -> Option<&[u8]> {
    let slot = place % SEQUENCE_UNITS;
    let mut at = 0;
    let slots = take(data, &mut at) as u32;
    let (mut start, mut length) = (0, 0);
    for other in 0..slots {
        let bytes = take(data, &mut at) as usize;
        if other < slot {
            start += bytes;
        } else if other == slot {
            length = bytes;
        }
    }
    data.get(at + start..at + start + length).filter(|_| slot < slots)
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

/// How many bytes a hash and its place take: the upper 48 bits of the hash, then the place.
const HASH_BYTES: usize = 10;

fn hash_entries(data: &[u8]) -> impl Iterator<Item = (u64, Place)> {
    data.chunks_exact(HASH_BYTES).map(|entry| {
        let mut hash = [0; 8];
        hash[2..].copy_from_slice(&entry[..6]);
        (u64::from_le_bytes(hash), u32::from_le_bytes([entry[6], entry[7], entry[8], entry[9]]))
    })
}

/// The hashes in a block, as far as it keeps them: their upper 48 bits.
pub(super) fn hashes_in(data: &[u8]) -> impl Iterator<Item = u64> {
    hash_entries(data).map(|(hash, _)| hash)
}

/// The places under a hash, from the block in which they stand. Different texts may share a hash.
pub fn hash_places(data: &[u8], hash: u64) -> impl Iterator<Item = Place> {
    let wanted = hash & !0xffff;
    hash_entries(data).filter(move |(hash, _)| *hash == wanted).map(|(_, place)| place)
}

/// A unit to be put into an index.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NewUnit<'a> {
    /// Its key, which the run gives back.
    pub key: i64,
    /// The words of its source in order.
    pub source: &'a [WordId],
    /// The stems of its target's words in any order.
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
    /// Adds a unit.
    pub fn add(&mut self, unit: NewUnit<'_>) {
        self.units.push(unit.key);
        self.source.extend_from_slice(unit.source);
        self.source_ends.push(self.source.len());
        let start = self.target.len();
        self.target.extend_from_slice(unit.target);
        let added = &mut self.target[start..];
        added.sort_unstable();
        let mut kept = start;
        for at in start..self.target.len() {
            if at == start || self.target[at] != self.target[kept - 1] {
                self.target[kept] = self.target[at];
                kept += 1;
            }
        }
        self.target.truncate(kept);
        self.target_ends.push(self.target.len());
        self.hashes.push(unit.hash);
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

    /// Makes the run `number` of what was gathered. `stem_of` gives the stem of a source word; `emit` gets the blocks, sort by
    /// sort and with rising keys.
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
        let mut stems: Vec<StemId> = Vec::new();
        let of_source = |unit: u32, stems: &mut Vec<StemId>| {
            stems.clear();
            stems.extend(self.source_of(unit as usize).iter().map(|word| stem_of(*word)));
            stems.sort_unstable();
            stems.dedup();
        };
        emit_postings(
            number,
            Side::Source,
            &order,
            |unit, visit| {
                of_source(unit, &mut stems);
                stems.iter().for_each(|stem| visit(*stem));
            },
            &mut emit,
        )?;
        emit_postings(
            number,
            Side::Target,
            &order,
            |unit, visit| {
                self.target_of(unit as usize).iter().for_each(|stem| visit(*stem));
            },
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

/// Writes the postings of one side: `stems_of` visits the stems of a unit, each once.
fn emit_postings<E>(
    run: u32,
    side: Side,
    order: &[u32],
    mut stems_of: impl FnMut(u32, &mut dyn FnMut(StemId)),
    emit: &mut impl FnMut(Block) -> Result<(), E>,
) -> Result<(), E> {
    let mut counts: Vec<u32> = Vec::new();
    for unit in order {
        stems_of(*unit, &mut |stem| {
            let stem = stem as usize;
            if stem >= counts.len() {
                counts.resize(stem + 1, 0);
            }
            counts[stem] += 1;
        });
    }
    // Counting sort: the places of each stem come to stand together, and rising because the units are gone through in order.
    let mut ends = counts;
    let mut total = 0;
    for end in &mut ends {
        total += *end;
        *end = total - *end;
    }
    let mut all: Vec<Place> = vec![0; total as usize];
    for (unit, place) in order.iter().zip(0..) {
        stems_of(*unit, &mut |stem| {
            all[ends[stem as usize] as usize] = place;
            ends[stem as usize] += 1;
        });
    }
    let mut start = 0;
    let mut directory = DirectoryWriter::new(run);
    for (end, stem) in ends.into_iter().zip(0..) {
        directory.add(stem, end - start);
        let mut writer = PostingWriter::new(run, side, stem, end - start);
        for place in &all[start as usize..end as usize] {
            writer.add(*place, emit)?;
        }
        writer.finish(emit)?;
        start = end;
    }
    if side == Side::Source { directory.finish(emit) } else { Ok(()) }
}

/// Writes the postings of one stem.
struct PostingWriter {
    run: u32,
    side: Side,
    stem: StemId,
    total: u32,
    /// The first place of the block that is being written.
    first: Option<Place>,
    last: Place,
    data: Vec<u8>,
}

impl PostingWriter {
    const fn new(run: u32, side: Side, stem: StemId, total: u32) -> Self {
        Self { run, side, stem, total, first: None, last: 0, data: Vec::new() }
    }

    fn add<E>(&mut self, place: Place, emit: &mut impl FnMut(Block) -> Result<(), E>) -> Result<(), E> {
        if self.data.len() >= POSTING_BYTES {
            self.flush(false, emit)?;
        }
        match self.first {
            None => self.first = Some(place),
            Some(_) => put(u64::from(place - self.last), &mut self.data),
        }
        self.last = place;
        Ok(())
    }

    fn flush<E>(&mut self, last: bool, emit: &mut impl FnMut(Block) -> Result<(), E>) -> Result<(), E> {
        let Some(first) = self.first.take() else { return Ok(()) };
        let key = posting_key(self.run, self.side, self.stem, first);
        let mut data = Vec::with_capacity(self.data.len() + 5);
        put(u64::from(self.total) << 1 | u64::from(last), &mut data);
        data.append(&mut self.data);
        emit(Block { kind: BlockKind::Postings, key, data })
    }

    fn finish<E>(mut self, emit: &mut impl FnMut(Block) -> Result<(), E>) -> Result<(), E> {
        self.flush(true, emit)
    }
}

/// Writes sequences in order of their places.
struct SequenceWriter {
    run: u32,
    next: Place,
    ends: Vec<usize>,
    data: Vec<u8>,
}

impl SequenceWriter {
    const fn new(run: u32) -> Self {
        Self { run, next: 0, ends: Vec::new(), data: Vec::new() }
    }

    fn add<E>(&mut self, unit: i64, words: &[WordId], emit: &mut impl FnMut(Block) -> Result<(), E>) -> Result<(), E> {
        put(unit.unsigned_abs(), &mut self.data);
        words.iter().for_each(|word| put(u64::from(*word), &mut self.data));
        self.close(emit)
    }

    /// Adds a sequence as it stands in another block.
    fn copy<E>(&mut self, bytes: &[u8], emit: &mut impl FnMut(Block) -> Result<(), E>) -> Result<(), E> {
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

    fn finish<E>(mut self, emit: &mut impl FnMut(Block) -> Result<(), E>) -> Result<(), E> {
        if self.ends.is_empty() { Ok(()) } else { self.flush(emit) }
    }
}

fn emit_hashes<E>(
    run: &Run,
    sorted: impl IntoIterator<Item = (u64, Place)>,
    emit: &mut impl FnMut(Block) -> Result<(), E>,
) -> Result<(), E> {
    let mut block: Option<(i64, Vec<u8>)> = None;
    for (hash, place) in sorted {
        let key = run.hash_key(hash);
        if let Some((old, data)) = block.take_if(|(old, _)| *old != key) {
            emit(Block { kind: BlockKind::Hashes, key: old, data })?;
        }
        let (_, data) = block.get_or_insert_with(|| (key, Vec::new()));
        data.extend_from_slice(&hash.to_le_bytes()[2..]);
        data.extend_from_slice(&place.to_le_bytes());
    }
    block.map_or(Ok(()), |(key, data)| emit(Block { kind: BlockKind::Hashes, key, data }))
}

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
    merge_postings(reader, runs, &renumberings, number, &mut emit)?;
    merge_sequences(reader, runs, &run, &mut emit)?;
    merge_hashes(reader, runs, &renumberings, &run, &mut emit)?;
    Ok(run)
}

fn merge_postings<R: RunReader>(
    reader: &R,
    runs: &[Run],
    renumberings: &[Renumbering],
    number: u32,
    emit: &mut impl FnMut(Block) -> Result<(), R::Error>,
) -> Result<(), R::Error> {
    let mut cursors: Vec<_> = runs.iter().map(|run| Cursor::new(reader, run.number, BlockKind::Postings)).collect();
    let mut directory = DirectoryWriter::new(number);
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
        let mut all: Vec<Place> = Vec::new();
        for (cursor, renumbering) in cursors.iter_mut().zip(renumberings) {
            while cursor.peek()?.is_some_and(|(key, _)| posting_of(*key).0 == side && posting_of(*key).1 == stem) {
                let Some((key, data)) = cursor.pop()? else { break };
                if stem >= DIRECTORY {
                    continue;
                }
                places(first_place(key), &data, |place| all.push(renumbering.place(place)));
            }
        }
        all.sort_unstable();
        if side == Side::Source {
            directory.add(stem, all.len() as u32);
        }
        let mut writer = PostingWriter::new(number, side, stem, all.len() as u32);
        for place in all {
            writer.add(place, emit)?;
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
    let mut all: Vec<(u64, Place)> = Vec::new();
    for (run, renumbering) in runs.iter().zip(renumberings) {
        let mut cursor = Cursor::new(reader, run.number, BlockKind::Hashes);
        while let Some((_, data)) = cursor.pop()? {
            all.extend(hash_entries(&data).map(|(hash, place)| (hash, renumbering.place(place))));
        }
    }
    all.sort_unstable();
    emit_hashes(merged, all, emit)
}
