//! Postings: for each stem of a side the places of the units that have a word of it, in blocks that each begin anew.

use super::directory::{DirectoryWriter, PLACES_OF_A_BLOCK};
use super::successors::{SUCCESSOR_BITS, Successor, SuccessorReader, SuccessorWriter, Successors, ranks_in};
use super::{Block, BlockKind, PLACE_BITS, Place, RUN_UNITS, STEM_BITS, Side, StemId, put, take};

/// How many bytes of differences a block of postings holds at most: three blocks fill a page of 4 KiB.
pub(super) const POSTING_BYTES: usize = 1250;
/// How many places a block of bits stands for.
const PLACES_IN_BITS: u32 = 8192;
/// A list with more than one place in so many is written as bits.
const DENSE: u32 = 12;
/// A longer list with fewer than one place in so many would have differences that do not fit into two bytes.
const SPARSE: u32 = 8192;

/// How the places of a list are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    /// Short lists, and sparse ones: differences as varints.
    Varints,
    /// Long lists: differences of two bytes, which are read without a branch.
    Pairs,
    /// Lists of what stands nearly everywhere: a bit for each place.
    Bits,
}

impl Form {
    /// The form of a list of `total` places in a run of `units`. A concordance alone reads those of targets, here and there.
    const fn of(side: Side, total: u32, units: u32) -> Self {
        if total <= PLACES_OF_A_BLOCK || matches!(side, Side::Target) || units / total > SPARSE {
            Self::Varints
        } else if units / total < DENSE {
            Self::Bits
        } else {
            Self::Pairs
        }
    }

    const fn of_head(head: u64) -> Self {
        match head >> 1 & 3 {
            0 => Self::Varints,
            1 => Self::Pairs,
            _ => Self::Bits,
        }
    }
}

/// The key of the block of postings that begins at a place.
#[must_use]
pub fn posting_key(run: u32, side: Side, stem: StemId, place: Place) -> i64 {
    let side = i64::from(side == Side::Target);
    (((i64::from(run) << 1 | side) << STEM_BITS | i64::from(stem)) << PLACE_BITS) | i64::from(place)
}

/// The side, stem and first place in the key of a block of postings.
pub(super) fn posting_of(key: i64) -> (Side, StemId, Place) {
    let place = (key & ((1 << PLACE_BITS) - 1)) as Place;
    let stem = ((key >> PLACE_BITS) & ((1 << STEM_BITS) - 1)) as StemId;
    let side = if (key >> (PLACE_BITS + STEM_BITS)) & 1 == 1 { Side::Target } else { Side::Source };
    (side, stem, place)
}

/// How many units of the run hold a word of the stem, told by any of its blocks of postings, and whether this block is the last.
#[must_use]
pub fn posting_head(data: &[u8]) -> (u32, bool) {
    let head = take(data, &mut 0);
    ((head >> 3) as u32, head & 1 == 1)
}

/// The places in a block of postings that begins at the place `first`.
pub fn places(first: Place, data: &[u8], mut visit: impl FnMut(Place)) {
    let mut at = 0;
    let form = Form::of_head(take(data, &mut at));
    let mut place = first;
    if form != Form::Bits {
        visit(place);
    }
    match form {
        Form::Varints => {
            while at < data.len() {
                place = place.wrapping_add(take(data, &mut at) as u32);
                visit(place);
            }
        }
        Form::Pairs => {
            for pair in data[at..].as_chunks().0 {
                place = place.wrapping_add(u32::from(u16::from_le_bytes(*pair)));
                visit(place);
            }
        }
        Form::Bits => {
            for (row, base) in data[at..].as_chunks().0.iter().zip((first..).step_by(u64::BITS as usize)) {
                let mut bits = u64::from_le_bytes(*row);
                while bits != 0 {
                    visit(base + bits.trailing_zeros());
                    bits &= bits - 1;
                }
            }
        }
    }
}

/// The places in a block of postings that begins at the place `first`, as far as one of a set may follow there. That is told by the
/// block of successors under its key; where there is none, anything may.
pub fn places_before(
    wanted: Successors,
    first: Place,
    data: &[u8],
    successors: Option<&[u8]>,
    mut visit: impl FnMut(Place),
) {
    let (ranks, known) = successors.map_or_else(Default::default, |successors| ranks_in(successors, wanted));
    let mut ranks = ranks.into_iter().chain(known..).peekable();
    let mut at = 0;
    match Form::of_head(take(data, &mut at)) {
        Form::Varints => {
            let mut rank = 0;
            places(first, data, |place| {
                if ranks.next_if_eq(&rank).is_some() {
                    visit(place);
                }
                rank += 1;
            });
        }
        Form::Pairs => {
            let mut place = first;
            let mut rest: &[[u8; 2]] = data[at..].as_chunks().0;
            let mut passed = 0;
            for rank in ranks {
                let Some((pairs, behind)) = rest.split_at_checked((rank - passed) as usize) else { break };
                place =
                    pairs.iter().fold(place, |place, pair| place.wrapping_add(u32::from(u16::from_le_bytes(*pair))));
                visit(place);
                (rest, passed) = (behind, rank);
            }
        }
        Form::Bits => {
            let mut passed = 0;
            for (row, base) in data[at..].as_chunks().0.iter().zip((first..).step_by(u64::BITS as usize)) {
                let mut bits = u64::from_le_bytes(*row);
                let end = passed + bits.count_ones();
                while let Some(rank) = ranks.next_if(|rank| *rank < end) {
                    for _ in passed..rank {
                        bits &= bits - 1;
                    }
                    passed = rank;
                    visit(base + bits.trailing_zeros());
                }
                passed = end;
            }
        }
    }
}

/// What a block of postings says of single places without being gone through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlaceBits {
    /// The first place that it says nothing of.
    pub end: Place,
    at: usize,
    first: Place,
}

impl PlaceBits {
    /// Of a block of bits that begins at the place `first`; `None` of others.
    #[must_use]
    pub fn of(first: Place, data: &[u8]) -> Option<Self> {
        let mut at = 0;
        let form = Form::of_head(take(data, &mut at));
        (form == Form::Bits).then(|| Self { end: first.saturating_add(PLACES_IN_BITS), at, first })
    }

    /// Whether the block has a place.
    #[must_use]
    pub fn has(self, data: &[u8], place: Place) -> bool {
        let Some(bit) = place.checked_sub(self.first) else { return false };
        data.get(self.at + (bit / u8::BITS) as usize).is_some_and(|byte| byte >> (bit % u8::BITS) & 1 == 1)
    }
}

/// Sets the bits of the places in a block of postings that begins at the place `first`. The first bit of `marks` stands for the place
/// `start`, a multiple of 64; places without a bit are passed over.
pub fn mark_places(first: Place, data: &[u8], start: Place, marks: &mut [u64]) {
    const AT_ONCE: usize = 64;
    let mut at = 0;
    let form = Form::of_head(take(data, &mut at));
    // Places before the first bit wrap round to numbers that have none.
    let mut place = first.wrapping_sub(start);
    let end = marks.len() as u32 * u64::BITS;
    let mut mark = |place: u32| {
        if let Some(bits) = marks.get_mut((place / u64::BITS) as usize) {
            *bits |= 1 << (place % u64::BITS);
        }
    };
    match form {
        Form::Varints => {
            mark(place);
            while at < data.len() {
                place = place.wrapping_add(take(data, &mut at) as u32);
                mark(place);
            }
        }
        Form::Pairs => {
            mark(place);
            for pairs in data[at..].as_chunks().0.chunks(AT_ONCE) {
                for pair in pairs {
                    place = place.wrapping_add(u32::from(u16::from_le_bytes(*pair)));
                    mark(place);
                }
                if (end..=RUN_UNITS).contains(&place) {
                    return;
                }
            }
        }
        Form::Bits => {
            let rows = data[at..].as_chunks().0.iter().skip((start.saturating_sub(first) / u64::BITS) as usize);
            let marks = marks.iter_mut().skip((first.saturating_sub(start) / u64::BITS) as usize);
            marks.zip(rows).for_each(|(bits, row)| *bits |= u64::from_le_bytes(*row));
        }
    }
}

/// The first place in a block of postings, told by its key.
#[must_use]
pub fn first_place(key: i64) -> Place {
    posting_of(key).2
}

/// A place of a list, and what follows the word there. Those of one place stand together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Entry(u32);

const _: () = assert!(PLACE_BITS + SUCCESSOR_BITS == u32::BITS);

impl Entry {
    pub(super) const fn new(place: Place, successor: Successor) -> Self {
        Self(place << SUCCESSOR_BITS | successor.bits())
    }

    pub(super) const fn place(self) -> Place {
        self.0 >> SUCCESSOR_BITS
    }

    /// The same at another place.
    pub(super) const fn at(self, place: Place) -> Self {
        Self::new(place, self.successor())
    }

    const fn successor(self) -> Successor {
        Successor::from_bits(self.0)
    }
}

/// The entries of a block of postings that begins at the place `first`; without its block of successors none of them is known.
pub(super) fn entries(first: Place, data: &[u8], successors: Option<&[u8]>, mut visit: impl FnMut(Entry)) {
    let mut successors = SuccessorReader::of(successors);
    places(first, data, |place| successors.next(|successor| visit(Entry::new(place, successor))));
}

/// Writes the postings of one side: `stems_of` visits the stems of a unit and what follows each.
pub(super) fn emit_postings<E>(
    run: u32,
    side: Side,
    order: &[u32],
    stems_of: impl Fn(u32, &mut dyn FnMut(StemId, Successor)),
    emit: &mut impl FnMut(Block) -> Result<(), E>,
) -> Result<(), E> {
    let mut counts: Vec<u32> = Vec::new();
    for unit in order {
        stems_of(*unit, &mut |stem, _| {
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
    let mut all: Vec<Entry> = vec![Entry(0); total as usize];
    for (unit, place) in order.iter().zip(0..) {
        stems_of(*unit, &mut |stem, successor| {
            all[ends[stem as usize] as usize] = Entry::new(place, successor);
            ends[stem as usize] += 1;
        });
    }
    let mut start = 0;
    let mut directory = DirectoryWriter::new(run);
    let units = order.len() as u32;
    for (end, stem) in ends.into_iter().zip(0..) {
        let list = &all[start as usize..end as usize];
        let total = write_list(run, units, (side, stem), list, emit)?;
        if side == Side::Source {
            directory.add(stem, total);
        }
        start = end;
    }
    if side == Side::Source { directory.finish(emit) } else { Ok(()) }
}

/// Writes the postings of one stem of a side in a run of `units`, rising, and gives how many places there are.
pub(super) fn write_list<E>(
    run: u32,
    units: u32,
    (side, stem): (Side, StemId),
    list: &[Entry],
    emit: &mut impl FnMut(Block) -> Result<(), E>,
) -> Result<u32, E> {
    let total = list.chunk_by(|a, b| a.place() == b.place()).count() as u32;
    let mut writer = PostingWriter::new(run, units, (side, stem), total);
    for same in list.chunk_by(|a, b| a.place() == b.place()) {
        writer.add(same, emit)?;
    }
    writer.flush(true, emit)?;
    Ok(total)
}

/// Writes the postings of one stem.
struct PostingWriter {
    run: u32,
    side: Side,
    stem: StemId,
    total: u32,
    form: Form,
    /// The first place of the block that is being written.
    first: Option<Place>,
    last: Place,
    data: Vec<u8>,
    /// What follows at its places; a list of one block has none.
    successors: Option<SuccessorWriter>,
}

impl PostingWriter {
    /// Of a stem of a side with `total` places in a run of `units`.
    fn new(run: u32, units: u32, (side, stem): (Side, StemId), total: u32) -> Self {
        let form = Form::of(side, total, units);
        let has_successors = side == Side::Source && total > PLACES_OF_A_BLOCK;
        let successors = has_successors.then(SuccessorWriter::default);
        Self { run, side, stem, total, form, first: None, last: 0, data: Vec::new(), successors }
    }

    /// Adds the entries of one place.
    fn add<E>(&mut self, same: &[Entry], emit: &mut impl FnMut(Block) -> Result<(), E>) -> Result<(), E> {
        let place = same[0].place();
        if self.is_full(place) {
            self.flush(false, emit)?;
        }
        match (self.form, self.first) {
            (Form::Bits, _) => self.set(place),
            (_, None) => self.first = Some(place),
            (Form::Varints, Some(_)) => put(u64::from(place - self.last), &mut self.data),
            (Form::Pairs, Some(_)) => self.data.extend_from_slice(&((place - self.last) as u16).to_le_bytes()),
        }
        self.last = place;
        if let Some(successors) = &mut self.successors {
            same.iter().zip(0..).for_each(|(entry, at)| successors.add(entry.successor(), at > 0));
        }
        Ok(())
    }

    fn is_full(&self, place: Place) -> bool {
        match self.form {
            Form::Varints => self.data.len() >= POSTING_BYTES,
            Form::Pairs => self.data.len() + 2 > POSTING_BYTES || place - self.last > u32::from(u16::MAX),
            Form::Bits => self.first.is_some_and(|first| place - first >= PLACES_IN_BITS),
        }
    }

    fn set(&mut self, place: Place) {
        let first = *self.first.get_or_insert(place - place % PLACES_IN_BITS);
        let (byte, bit) = ((place - first) / u8::BITS, (place - first) % u8::BITS);
        self.data.resize(PLACES_IN_BITS as usize / 8, 0);
        self.data[byte as usize] |= 1 << bit;
    }

    fn flush<E>(&mut self, last: bool, emit: &mut impl FnMut(Block) -> Result<(), E>) -> Result<(), E> {
        let Some(first) = self.first.take() else { return Ok(()) };
        let key = posting_key(self.run, self.side, self.stem, first);
        let mut data = Vec::with_capacity(self.data.len() + 5);
        put(u64::from(self.total) << 3 | (self.form as u64) << 1 | u64::from(last), &mut data);
        data.append(&mut self.data);
        emit(Block { kind: BlockKind::Postings, key, data })?;
        let successors = self.successors.as_mut().and_then(SuccessorWriter::take);
        successors.map_or(Ok(()), |data| emit(Block { kind: BlockKind::Successors, key, data }))
    }
}

#[cfg(test)]
mod tests {
    use std::convert::Infallible;

    use super::*;
    use proptest::prelude::*;

    fn blocks(units: u32, all: &[Place]) -> Vec<Block> {
        let mut blocks = Vec::new();
        let mut emit = |block| -> Result<(), Infallible> {
            blocks.push(block);
            Ok(())
        };
        let list: Vec<Entry> = all.iter().flat_map(|place| entries_of(*place)).collect();
        let Ok(total) = write_list(3, units, (Side::Source, 5), &list, &mut emit);
        assert_eq!(total as usize, all.len());
        blocks
    }

    /// One to three words follow at a place.
    fn entries_of(place: Place) -> impl Iterator<Item = Entry> {
        (0..1 + place % 3).map(move |more| Entry::new(place, Successor::of(0, place, place / 2 + more)))
    }

    proptest! {
        #[test]
        fn places_of_any_density_come_back(
            gaps in proptest::collection::vec(1..100_u32, 1..3000),
            wider in 1..1500_u32,
            units in 1..3_u32,
            window in (0..400_000_u32, 1..400_000_u32),
        ) {
            let steps = gaps.iter().map(|gap| if wider > 100 { gap * wider } else { 1 + gap * wider / 100 });
            let all: Vec<Place> = steps.scan(0, |place, gap| { *place += gap; Some(*place) }).filter(|place| *place < RUN_UNITS).collect();
            let all_blocks = blocks((all.last().map_or(0, |last| last + 1) * units).min(RUN_UNITS), &all);
            let (blocks, successors): (Vec<Block>, Vec<Block>) =
                all_blocks.into_iter().partition(|block| block.kind == BlockKind::Postings);
            let mut read = Vec::new();
            let (mut with_successors, mut before_some) = (Vec::new(), Vec::new());
            let some = Successors::of_stem(3);
            let start = window.0 - window.0 % u64::BITS;
            let mut marks = vec![0_u64; window.1.div_ceil(u64::BITS) as usize];
            for (block, before) in blocks.iter().zip(std::iter::once(None).chain(blocks.iter().map(Some))) {
                prop_assert!(before.is_none_or(|before| before.key < block.key));
                prop_assert!(block.data.len() <= POSTING_BYTES + 8);
                prop_assert_eq!(posting_head(&block.data), (all.len() as u32, block.key == blocks[blocks.len() - 1].key));
                places(first_place(block.key), &block.data, |place| read.push(place));
                mark_places(first_place(block.key), &block.data, start, &mut marks);
                let successors = successors.iter().find(|of| of.key == block.key).map(|block| block.data.as_slice());
                entries(first_place(block.key), &block.data, successors, |entry| with_successors.push(entry));
                let first = first_place(block.key);
                places_before(some, first, &block.data, successors, |place| before_some.push(place));
                if let Some(bits) = PlaceBits::of(first, &block.data) {
                    let of_block = all.partition_point(|place| *place < first)..all.partition_point(|place| *place < bits.end);
                    let told: Vec<Place> = (first..bits.end).filter(|place| bits.has(&block.data, *place)).collect();
                    prop_assert_eq!(&told, &all[of_block]);
                    prop_assert!(!bits.has(&block.data, bits.end) && !bits.has(&block.data, first.wrapping_sub(1)));
                }
            }
            let known = all.len() as u32 > PLACES_OF_A_BLOCK;
            prop_assert_eq!(successors.len(), if known { blocks.len() } else { 0 });
            if known {
                prop_assert_eq!(with_successors, all.iter().flat_map(|place| entries_of(*place)).collect::<Vec<_>>());
                let wanted = all.iter().filter(|place| entries_of(**place).any(|entry| some.has(entry.successor())));
                prop_assert_eq!(before_some, wanted.copied().collect::<Vec<_>>());
            } else {
                prop_assert_eq!(&before_some, &all);
            }
            prop_assert!(all.len() as u32 > PLACES_OF_A_BLOCK || blocks.len() == 1);
            for (bits, base) in marks.iter().zip((start..).step_by(u64::BITS as usize)) {
                for bit in 0..u64::BITS {
                    prop_assert_eq!(bits >> bit & 1 == 1, all.binary_search(&(base + bit)).is_ok());
                }
            }
            prop_assert_eq!(read, all);
        }
    }

    #[test]
    fn a_damaged_block_gives_no_panic() {
        for list in [vec![1, 2, 900], (0..2000).collect(), (0..2000).map(|i| i * 50).collect()] {
            for block in blocks(100_000, &list) {
                for end in 0..block.data.len() {
                    places(first_place(block.key), &block.data[..end], |_| ());
                    mark_places(first_place(block.key), &block.data[..end], 64, &mut [0; 40]);
                    let (some, data) = (Successors::of_stem(3), &block.data[..end]);
                    places_before(some, first_place(block.key), data, Some(&[3, 9]), |_| ());
                    places_before(some, first_place(block.key), data, Some(&block.data), |_| ());
                    let _ = PlaceBits::of(first_place(block.key), data).map(|bits| bits.has(data, 7000));
                }
            }
        }
    }
}
