//! Counts in a run how many words of the text each unit has kin words of, as far as it takes to leave few to compare.

use std::ops::{ControlFlow, Range};
use std::rc::Rc;

use super::query::Lists;
use super::{IndexReader, Search};
use crate::matching::index::{
    BlockKind, Place, Run, Side, first_place, mark_places, posting_key, sequence, sequence_key,
};

/// About how many postings are gone through in the time in which one unit is compared.
const POSTINGS_FOR_A_UNIT: u64 = 1200;
/// So many places of the window are counted up in the time of one posting.
const PLACES_FOR_A_POSTING: u64 = 40;

/// A distinct word of the query with its lists in a run.
struct Listed {
    /// How often it stands in the query.
    times: u32,
    /// About how long it takes to count it, in postings.
    cost: u64,
    lists: Rc<Lists>,
}

/// The places of the window whose units have the same number of words.
struct Stretch {
    /// Counted from the place of the first bit.
    places: Range<u32>,
    /// How many words each unit there has to share.
    needed: u32,
    words: u32,
}

impl Stretch {
    /// The least that is counted for a unit that may score high enough, when `left` words were not counted.
    fn least(&self, left: u32) -> u32 {
        self.needed.saturating_sub(left).max(1)
    }
}

impl<R: IndexReader> Search<'_, '_, R> {
    /// Compares with every unit of a run that has kin words enough.
    pub(super) fn run(&mut self, run: &Run) -> Result<(), R::Error> {
        let (n, percent) = (self.query.len(), u32::from(self.cut));
        if percent > 100 {
            return Ok(());
        }
        let needed = (n * percent).div_ceil(100);
        let window = run.window(needed, n * 100 / percent);
        if window.is_empty() {
            return Ok(());
        }
        // Counted from a place at which a row of bits begins.
        let first = window.start - window.start % u64::BITS;
        let stretches = self.stretches(run, &window, first);
        let window = first..window.end;
        self.tally.begin(window.len());
        let mut left = n;
        for listed in self.cheapest_first(run, &window)? {
            // A unit that has none of the words of the prefix has too few of the others.
            if left < needed && self.are_few(&stretches, left, listed.cost / POSTINGS_FOR_A_UNIT) {
                break;
            }
            left -= listed.times;
            self.count(run, &listed, &window)?;
        }
        let mut ceilings: Vec<(u32, Place)> = Vec::new();
        for stretch in stretches {
            let most = |at| (self.tally.count(at) + left).min(stretch.words).min(n) * 100 / n.max(stretch.words);
            self.tally.with(&stretch.places, stretch.least(left), |at| ceilings.push((most(at), window.start + at)));
        }
        ceilings.sort_unstable_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
        self.compare_places(run, &ceilings)
    }

    /// The stretches of a window, counted from the place `first`.
    fn stretches(&self, run: &Run, window: &Range<Place>, first: Place) -> Vec<Stretch> {
        let (n, percent) = (self.query.len(), u32::from(self.cut));
        let mut end = 0;
        let stretches = run.lengths.iter().map(|(words, count)| {
            let start = end;
            end += count;
            let (from, to) = (start.clamp(window.start, window.end), end.clamp(window.start, window.end));
            let needed = (n.max(*words) * percent).div_ceil(100);
            Stretch { places: from - first..to - first, needed, words: *words }
        });
        stretches.filter(|stretch| !stretch.places.is_empty()).collect()
    }

    /// Whether at most so many units may score high enough, when `left` words were not counted.
    fn are_few(&self, stretches: &[Stretch], left: u32, most: u64) -> bool {
        let mut alive = 0;
        stretches.iter().all(|stretch| {
            alive += self.tally.how_many(&stretch.places, stretch.least(left), most - alive);
            alive <= most
        })
    }

    /// The lists of the query's words, those first that are read soonest.
    fn cheapest_first(&self, run: &Run, window: &Range<Place>) -> Result<Vec<Listed>, R::Error> {
        let share = |places: u64| places * window.len() as u64 / u64::from(run.units().max(1));
        let listed = self.query.words.iter().map(|word| {
            let lists = word.known.lists(self.reader, run)?;
            let cost = lists.cost(share) + window.len() as u64 / PLACES_FOR_A_POSTING;
            Ok(Listed { times: word.times, cost, lists })
        });
        let mut listed = listed.collect::<Result<Vec<_>, R::Error>>()?;
        listed.sort_by_key(|listed| listed.cost / u64::from(listed.times));
        Ok(listed)
    }

    /// Counts a word for every place of the window that has a kin word of it.
    fn count(&mut self, run: &Run, listed: &Listed, window: &Range<Place>) -> Result<(), R::Error> {
        if let Some(bits) = listed.lists.bits(self.reader, run)? {
            let bits = bits.iter().skip((window.start / u64::BITS) as usize);
            self.tally.marks().iter_mut().zip(bits).for_each(|(marks, bits)| *marks |= bits);
            self.tally.add(listed.times);
            return Ok(());
        }
        for place in listed.lists.short_places(self.reader, run)?.iter() {
            // Places before the window wrap round to numbers that have no bit.
            self.tally.mark(place.wrapping_sub(window.start));
        }
        let marks = self.tally.marks();
        for stem in &listed.lists.long {
            let key = |place| posting_key(run.number, Side::Source, *stem, place);
            self.reader.postings(key(0)..=key(window.end - 1), &mut |key, data| {
                let first = first_place(key);
                mark_places(first, data, window.start, marks);
                if first <= window.start { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
            })?;
        }
        self.tally.add(listed.times);
        Ok(())
    }

    /// Compares units word by word, those that can score highest first.
    fn compare_places(&mut self, run: &Run, ceilings: &[(u32, Place)]) -> Result<(), R::Error> {
        let mut words = Vec::new();
        for (ceiling, place) in ceilings {
            if *ceiling < u32::from(self.cut) {
                break;
            }
            let Some(data) = self.reader.block(BlockKind::Sequences, sequence_key(run.number, *place))? else {
                continue;
            };
            let Some(unit) = sequence(&data, *place, &mut words) else { continue };
            self.compare(unit, &words)?;
        }
        Ok(())
    }
}
