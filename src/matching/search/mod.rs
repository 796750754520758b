//! Finds every unit of an index that scores high enough, without looking at the others.
//!
//! A unit that scores `p` percent against a text of `n` words shares kin words with it for at least `p` percent of the longer one's
//! words: each other word costs a whole word. So of the `n` words of the text only the rarest few need be looked for (Chaudhuri,
//! Ganti, Kaushik 2006, prefix filtering); the units found are counted over the other words while that is cheaper than to compare
//! them (`count`, with the counters of `tally`); what is left is compared word by word (`compare`). Nothing that scores high enough
//! is missed.
//!
//! There is no first pass that finds good matches quickly so that the least score rises: of 2,000 texts of all kinds asked of a
//! million units at 70 percent, 76 have five matches at 80 or better, so that for all the others it would never rise by much. Time
//! goes into many short lists of kin and a few long ones instead. What was read for a word is kept for the texts that follow
//! ([`Memo`]).

mod compare;
mod count;
mod query;
mod tally;

use std::ops::{ControlFlow, RangeInclusive};
use std::rc::Rc;

use super::index::{BlockKind, Run, Side, StemId, WordId, hash_places, sequence, sequence_key};
use super::score::Distance;
use super::tail::Tail;
use compare::Comparison;
use query::KnownWords;
pub use query::Query;
use tally::Tally;

/// A quick map from keys of an index.
pub type KeyMap<K, V> = rustc_hash::FxHashMap<K, V>;
/// The hasher of such a map.
pub type KeyHasher = rustc_hash::FxHasher;
/// A block with its key.
pub type KeyedBlock = (i64, Rc<[u8]>);
/// Shown blocks one after the other; breaks off when it has seen enough.
pub type VisitBlock<'v> = dyn FnMut(i64, &[u8]) -> ControlFlow<()> + 'v;

/// Reads single blocks of an index.
pub trait BlockReader {
    /// What may go wrong.
    type Error;

    /// A block.
    ///
    /// # Errors
    /// Those of the place where the index is kept.
    fn block(&self, kind: BlockKind, key: i64) -> Result<Option<Rc<[u8]>>, Self::Error>;
}

/// What a look-up reads: the blocks of an index and its vocabulary. Reading the same thing twice is cheap.
pub trait IndexReader: BlockReader {
    /// Visits a block, if it is there, that is not kept for another look.
    ///
    /// # Errors
    /// As for [`BlockReader::block`].
    fn visit_block(&self, kind: BlockKind, key: i64, visit: &mut dyn FnMut(&[u8])) -> Result<(), Self::Error>;
    /// The block of postings with the lowest key of a range.
    ///
    /// # Errors
    /// As for [`BlockReader::block`].
    fn first_postings(&self, keys: RangeInclusive<i64>) -> Result<Option<KeyedBlock>, Self::Error>;
    /// The blocks of postings of a range, the highest key first.
    ///
    /// # Errors
    /// As for [`BlockReader::block`].
    fn postings(&self, keys: RangeInclusive<i64>, visit: &mut VisitBlock<'_>) -> Result<(), Self::Error>;
    /// A word of a side's vocabulary and its stem.
    ///
    /// # Errors
    /// As for [`BlockReader::block`].
    fn word(&self, side: Side, text: &str) -> Result<Option<(WordId, StemId)>, Self::Error>;
    /// The stem of that text in a side's vocabulary.
    ///
    /// # Errors
    /// As for [`BlockReader::block`].
    fn stem(&self, side: Side, text: &str) -> Result<Option<StemId>, Self::Error>;
    /// The text of a source word.
    ///
    /// # Errors
    /// As for [`BlockReader::block`].
    fn text_of(&self, word: WordId) -> Result<Option<Rc<str>>, Self::Error>;
    /// A bucket of kinship over the source words.
    ///
    /// # Errors
    /// As for [`BlockReader::block`].
    fn kin(&self, bucket: u32) -> Result<Option<Rc<[u8]>>, Self::Error>;
}

/// A unit that was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Its key.
    pub unit: i64,
    /// How far its source is from the text.
    pub distance: Distance,
    /// Its score in the end.
    pub percent: u8,
}

/// What is looked through.
#[derive(Clone, Copy, Debug)]
pub struct Index<'i> {
    /// The runs.
    pub runs: &'i [Run],
    /// The units that are in no run yet.
    pub tail: &'i Tail,
}

/// What is asked of a look-up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Request {
    /// The least score in the end.
    pub percent: u8,
    /// How many of the best are wanted.
    pub limit: usize,
}

/// Asked of each unit that scores high enough, with its percent: `None` when it does not count, else what it scores in the end, at
/// most that.
pub type Admit<'a, E> = dyn FnMut(i64, u8) -> Result<Option<u8>, E> + 'a;

/// What look-ups in one index leave for those that follow: what is known of words, and room to count in. It does not outlive a change
/// of the index.
#[derive(Debug, Default)]
pub struct Memo {
    words: KnownWords,
    tally: Tally,
}

/// Every unit that is admitted and scores high enough in the end, the best first; of more than the limit those that score as high
/// as the last of the best.
///
/// # Errors
/// Those of `reader` and of `admit`.
pub fn search<R: IndexReader>(
    reader: &R,
    index: Index<'_>,
    query: &Query,
    request: Request,
    memo: &mut Memo,
    admit: &mut Admit<'_, R::Error>,
) -> Result<Vec<Hit>, R::Error> {
    let mut search = Search {
        reader,
        query,
        comparison: Comparison::default(),
        tally: &mut memo.tally,
        admit,
        found: Vec::new(),
        cut: request.percent.max(1),
        limit: request.limit.max(1),
    };
    if query.len() > 0 {
        search.tail(index.tail)?;
        for run in index.runs {
            search.run(run)?;
        }
    }
    let cut = search.cut;
    let mut found = search.found;
    found.retain(|hit| hit.percent >= cut);
    found.sort_by(|a, b| b.percent.cmp(&a.percent).then(b.unit.cmp(&a.unit)));
    Ok(found)
}

/// The units whose canonical source may have a hash: their texts have to be compared.
///
/// # Errors
/// Those of `reader`.
pub fn with_hash<R: BlockReader>(reader: &R, index: Index<'_>, hash: u64) -> Result<Vec<i64>, R::Error> {
    let mut units: Vec<i64> = index.tail.with_hash(hash).collect();
    for run in index.runs {
        units.extend(with_hash_in_run(reader, run, hash)?);
    }
    Ok(units)
}

/// The same of one run.
///
/// # Errors
/// Those of `reader`.
pub fn with_hash_in_run<R: BlockReader>(reader: &R, run: &Run, hash: u64) -> Result<Vec<i64>, R::Error> {
    let mut units = Vec::new();
    let Some(data) = reader.block(BlockKind::Hashes, run.hash_key(hash))? else { return Ok(units) };
    for place in hash_places(&data, hash) {
        let block = reader.block(BlockKind::Sequences, sequence_key(run.number, place))?;
        units.extend(block.and_then(|data| sequence(&data, place, &mut Vec::new())));
    }
    Ok(units)
}

/// One look-up under way.
struct Search<'s, 'a, R: IndexReader> {
    reader: &'s R,
    query: &'s Query,
    comparison: Comparison,
    tally: &'s mut Tally,
    admit: &'s mut Admit<'a, R::Error>,
    found: Vec<Hit>,
    /// The least score that still counts.
    cut: u8,
    limit: usize,
}

impl<R: IndexReader> Search<'_, '_, R> {
    /// Asks whether a unit is admitted, and keeps it.
    fn offer(&mut self, unit: i64, distance: Distance) -> Result<(), R::Error> {
        if distance.percent() < self.cut {
            return Ok(());
        }
        let Some(percent) = (self.admit)(unit, distance.percent())? else { return Ok(()) };
        if percent >= self.cut {
            self.keep(Hit { unit, distance, percent });
        }
        Ok(())
    }

    fn keep(&mut self, hit: Hit) {
        self.found.push(hit);
        if self.found.len() >= self.limit {
            let mut percents: Vec<u8> = self.found.iter().map(|hit| hit.percent).collect();
            let (_, last, _) = percents.select_nth_unstable_by(self.limit - 1, |a, b| b.cmp(a));
            if *last > self.cut {
                self.cut = *last;
                let cut = self.cut;
                self.found.retain(|hit| hit.percent >= cut);
            }
        }
    }
}
