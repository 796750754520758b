//! Finds the units that hold every word of a phrase: what a concordance goes through. Whether the words stand in order, and in the
//! forms that were asked for, it does not know; whoever asks sees each unit and says when it has enough.
//!
//! Of the lists of places those of one word are read from the front, a stretch at a time; in the others only the blocks that may hold
//! one of these places are read. So the first units are found without a long list being gone through. A word that is not the rarest
//! may leave the fewest places: the index knows roughly what follows a frequent one there.

use std::ops::{ControlFlow, Range};

use super::index::{
    BlockKind, Place, RUN_UNITS, Run, Side, StemId, Successors, WordId, first_place, places, posting_head, posting_key,
    sequence, sequence_key,
};
use super::long_list::{LongList, fitting, gallop};
use super::search::{Index, IndexReader};

/// How many places the first stretch of a run has; each further one has [`GROWTH`] times as many.
const FIRST_STRETCH: u32 = 1 << 13;
const GROWTH: u32 = 4;
/// Of the places of a frequent word about one in so many is left when it is known what has to follow.
const LEFT_BY_SUCCESSOR: u64 = 64;
/// So many places are read in the time in which one is looked for in other lists.
const READ_FOR_A_LOOK: u64 = 16;

/// A unit that may hold the phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Candidate<'c> {
    /// Its key.
    pub unit: i64,
    /// The words of its source in order, for either side.
    pub source: &'c [WordId],
}

/// A word of a phrase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PhraseWord {
    /// The stems that it may have.
    pub stems: Vec<StemId>,
    /// The sorts that it may be of behind the word before it.
    pub sorts: Successors,
}

/// Shown each candidate; breaks off when it has seen enough.
pub type Visit<'v, E> = dyn FnMut(Candidate<'_>) -> Result<ControlFlow<()>, E> + 'v;

/// Shows every unit that has a phrase on one side, in words of its stems: those of the tail, the newest first, then those of the
/// runs, the last run first and its shortest sources first. A phrase without words is in no unit.
///
/// Other units are shown too. All of them have, for each word of the phrase, a word of one of its stems; but the tail knows the words
/// of sources, not their stems: of [`Side::Source`] all its units are shown.
///
/// # Errors
/// Those of `reader` and of `visit`.
pub fn units_with_all<R: IndexReader>(
    reader: &R,
    index: Index<'_>,
    side: Side,
    phrase: &[PhraseWord],
    visit: &mut Visit<'_, R::Error>,
) -> Result<(), R::Error> {
    if phrase.is_empty() {
        return Ok(());
    }
    let newest: Vec<_> = index.tail.units().collect();
    for unit in newest.into_iter().rev() {
        let holds = |word: &PhraseWord| word.stems.iter().any(|stem| unit.target.contains(stem));
        if (side == Side::Source || phrase.iter().all(holds))
            && visit(Candidate { unit: unit.key, source: unit.source })?.is_break()
        {
            return Ok(());
        }
    }
    for run in index.runs.iter().rev() {
        if in_run(reader, run, side, phrase, visit)?.is_break() {
            break;
        }
    }
    Ok(())
}

/// Whether the words of a unit hold a phrase of `length` words in order and without a gap; `is` tells whether a word may stand for
/// the one at a position of the phrase.
pub fn holds_in_order(words: &[WordId], length: usize, mut is: impl FnMut(usize, WordId) -> bool) -> bool {
    length > 0 && words.windows(length).any(|window| window.iter().enumerate().all(|(at, word)| is(at, *word)))
}

fn in_run<R: IndexReader>(
    reader: &R,
    run: &Run,
    side: Side,
    phrase: &[PhraseWord],
    visit: &mut Visit<'_, R::Error>,
) -> Result<ControlFlow<()>, R::Error> {
    let mut words = Vec::with_capacity(phrase.len());
    for (word, next) in phrase.iter().zip(phrase.iter().skip(1).map(Some).chain([None])) {
        let successors = next.filter(|next| side == Side::Source && next.sorts != Successors::ANY);
        let word = PlacesOfWord::find(reader, run, side, &word.stems, successors.map(|next| next.sorts))?;
        if word.total == 0 {
            return Ok(ControlFlow::Continue(()));
        }
        words.push(word);
    }
    words.sort_by_key(PlacesOfWord::cost);
    let Some((first, others)) = words.split_first_mut() else { return Ok(ControlFlow::Continue(())) };
    others.sort_by_key(|word| word.total);
    let (mut start, mut length) = (0, FIRST_STRETCH);
    let mut sequence_words = Vec::new();
    while start < run.units() {
        let end = start.saturating_add(length).min(run.units());
        'places: for place in first.within(reader, start..end)? {
            for other in &mut *others {
                if !other.holds(reader, place)? {
                    continue 'places;
                }
            }
            let mut unit = None;
            reader.visit_block(BlockKind::Sequences, sequence_key(run.number, place), &mut |block| {
                unit = sequence(block, place, &mut sequence_words);
            })?;
            let Some(unit) = unit else { continue };
            if visit(Candidate { unit, source: &sequence_words })?.is_break() {
                return Ok(ControlFlow::Break(()));
            }
        }
        start = end;
        length = length.saturating_mul(GROWTH);
    }
    Ok(ControlFlow::Continue(()))
}

/// Where a word of the phrase stands in a run.
struct PlacesOfWord {
    /// How many places there are, one with several stems counted for each.
    total: u64,
    /// The places of the stems whose lists are one block, rising.
    few: Vec<Place>,
    /// From where on `few` has to be looked through.
    next: usize,
    long: Vec<LongList>,
    /// What has to follow the word.
    successors: Option<Successors>,
}

impl PlacesOfWord {
    fn find<R: IndexReader>(
        reader: &R,
        run: &Run,
        side: Side,
        stems: &[StemId],
        successors: Option<Successors>,
    ) -> Result<Self, R::Error> {
        let mut word = Self { total: 0, few: Vec::new(), next: 0, long: Vec::new(), successors };
        for stem in stems {
            let first = posting_key(run.number, side, *stem, 0);
            let last = posting_key(run.number, side, *stem, RUN_UNITS - 1);
            let Some((key, block)) = reader.first_postings(first..=last)? else { continue };
            let (total, whole) = posting_head(&block);
            word.total += u64::from(total);
            if whole {
                places(first_place(key), &block, |place| word.few.push(place));
            } else {
                word.long.push(LongList::new(first));
            }
        }
        word.few.sort_unstable();
        word.few.dedup();
        Ok(word)
    }

    /// About how much it takes to go through its places and to look for each in other lists.
    fn cost(&self) -> u64 {
        let few = self.few.len() as u64;
        let long = self.total.saturating_sub(few);
        let left = if self.successors.is_some() { long / LEFT_BY_SUCCESSOR } else { long };
        long / READ_FOR_A_LOOK + left + few
    }

    /// The places within a stretch that the phrase may stand at, rising; each stretch begins where the one before ended.
    fn within<R: IndexReader>(&mut self, reader: &R, stretch: Range<Place>) -> Result<Vec<Place>, R::Error> {
        let rest = &self.few[self.next..];
        let few = &rest[..rest.partition_point(|place| *place < stretch.end)];
        self.next += few.len();
        let mut found = few.to_vec();
        for list in &self.long {
            let mut trouble = None;
            let keys = list.first_key..=list.key(stretch.end - 1);
            reader.postings(keys, &mut |key, block| match self.in_block(reader, key, block, &stretch, &mut found) {
                Ok(()) if first_place(key) > stretch.start => ControlFlow::Continue(()),
                Ok(()) => ControlFlow::Break(()),
                Err(error) => {
                    trouble = Some(error);
                    ControlFlow::Break(())
                }
            })?;
            trouble.map_or(Ok(()), Err)?;
        }
        if !self.long.is_empty() {
            found.sort_unstable();
            found.dedup();
        }
        Ok(found)
    }

    /// Adds the places of a block that are in a stretch and that the phrase may stand at.
    fn in_block<R: IndexReader>(
        &self,
        reader: &R,
        key: i64,
        block: &[u8],
        stretch: &Range<Place>,
        found: &mut Vec<Place>,
    ) -> Result<(), R::Error> {
        let mut add = |place| found.extend(stretch.contains(&place).then_some(place));
        let Some(wanted) = self.successors else {
            places(first_place(key), block, add);
            return Ok(());
        };
        fitting(reader, wanted, key, block, &mut add)
    }

    /// Whether the phrase may stand at a place as far as this word tells; asked for rising places.
    fn holds<R: IndexReader>(&mut self, reader: &R, place: Place) -> Result<bool, R::Error> {
        self.next += gallop(&self.few[self.next..], place);
        if self.few.get(self.next) == Some(&place) {
            return Ok(true);
        }
        for list in &mut self.long {
            if list.holds(reader, place)?
                && self.successors.map_or(Ok(true), |wanted| list.fits(reader, wanted, place))?
            {
                return Ok(true);
            }
        }
        Ok(false)
    }
}
