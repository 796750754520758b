//! Finds every unit of an index that scores high enough, without looking at the others.
//!
//! A unit that scores `p` percent against a text of `n` words shares kin words with it for at least `p` percent of the longer one's
//! words: each other word costs a whole word. So of the `n` words of the text only the rarest few need be looked for (Chaudhuri,
//! Ganti, Kaushik 2006, prefix filtering); the units found are counted over the other words while that is cheaper than to compare
//! them; what is left is compared word by word. Nothing that scores high enough is missed.

use std::rc::Rc;

use rustc_hash::FxHashMap;

use super::index::{
    BlockKind, NewUnit, Place, RUN_UNITS, RoughCount, Run, Side, StemId, WordId, directory_key, first_place,
    hash_places, places, posting_key, sequence, sequence_key,
};
use super::kin::kin_of;
use super::score::{Distance, KIN, WORD, kin_substitution};
use super::tail::Tail;
use super::words::is_number;

/// A block with its key.
pub type KeyedBlock = (i64, Rc<[u8]>);

/// What a look-up reads: the blocks of an index and its vocabulary. Reading the same thing twice is cheap.
pub trait IndexReader {
    /// What may go wrong.
    type Error;

    /// A block.
    ///
    /// # Errors
    /// Those of the place where the index is kept.
    fn block(&self, kind: BlockKind, key: i64) -> Result<Option<Rc<[u8]>>, Self::Error>;
    /// The block of postings with the lowest key of a range.
    ///
    /// # Errors
    /// As for [`IndexReader::block`].
    fn first_postings(&self, keys: std::ops::RangeInclusive<i64>) -> Result<Option<KeyedBlock>, Self::Error>;
    /// The blocks of postings of a range, and the one before it if its key is at least `least`, in order.
    ///
    /// # Errors
    /// As for [`IndexReader::block`].
    fn postings(
        &self,
        least: i64,
        keys: std::ops::RangeInclusive<i64>,
        visit: &mut dyn FnMut(i64, &[u8]),
    ) -> Result<(), Self::Error>;
    /// A word of a side's vocabulary and its stem.
    ///
    /// # Errors
    /// As for [`IndexReader::block`].
    fn word(&self, side: Side, text: &str) -> Result<Option<(WordId, StemId)>, Self::Error>;
    /// The stem of that text in a side's vocabulary.
    ///
    /// # Errors
    /// As for [`IndexReader::block`].
    fn stem(&self, side: Side, text: &str) -> Result<Option<StemId>, Self::Error>;
    /// The text of a source word.
    ///
    /// # Errors
    /// As for [`IndexReader::block`].
    fn text_of(&self, word: WordId) -> Result<Option<Rc<str>>, Self::Error>;
    /// A bucket of kinship over the source words.
    ///
    /// # Errors
    /// As for [`IndexReader::block`].
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

/// A text that is looked for.
#[derive(Debug)]
pub struct Query {
    words: Vec<QueryWord>,
    /// Which distinct word stands at each position.
    sequence: Vec<usize>,
    /// The words of the vocabulary that are kin to its own, each with the distinct word it is kin to, in order.
    kin: Vec<(WordId, u32)>,
    numbers: Vec<usize>,
}

#[derive(Debug)]
struct QueryWord {
    text: String,
    id: Option<WordId>,
    /// The stems under which its kin stand.
    stems: Vec<StemId>,
    times: u32,
}

impl Query {
    /// Looks up the words of a text ([`super::words::compared_words`]) in the vocabulary.
    ///
    /// # Errors
    /// Those of `reader`.
    pub fn new<R: IndexReader>(reader: &R, words: &[String]) -> Result<Self, R::Error> {
        let mut query = Self { words: Vec::new(), sequence: Vec::new(), kin: Vec::new(), numbers: Vec::new() };
        let mut seen: FxHashMap<&str, usize> = FxHashMap::default();
        for text in words {
            if let Some(at) = seen.get(text.as_str()) {
                query.words[*at].times += 1;
                query.sequence.push(*at);
                continue;
            }
            let at = query.words.len();
            seen.insert(text, at);
            query.sequence.push(at);
            let word = query.look_up(reader, text, at)?;
            query.words.push(word);
        }
        query.kin.sort_unstable();
        Ok(query)
    }

    fn look_up<R: IndexReader>(&mut self, reader: &R, text: &str, at: usize) -> Result<QueryWord, R::Error> {
        let known = reader.word(Side::Source, text)?;
        let mut stems: Vec<StemId> = known.iter().map(|(_, stem)| *stem).collect();
        if is_number(text) {
            self.numbers.push(at);
            if known.is_none() {
                stems.extend(reader.stem(Side::Source, &super::words::stem(text))?);
            }
        } else {
            for (word, stem) in kin_of(text, |bucket| reader.kin(bucket))? {
                self.kin.push((word, at as u32));
                stems.push(stem);
            }
        }
        stems.sort_unstable();
        stems.dedup();
        Ok(QueryWord { text: text.to_owned(), id: known.map(|(id, _)| id), stems, times: 1 })
    }

    fn len(&self) -> u32 {
        self.sequence.len() as u32
    }

    /// The distinct words that a word of the vocabulary is kin to.
    fn kin_to(&self, word: WordId) -> impl Iterator<Item = usize> {
        let start = self.kin.partition_point(|(kin, _)| *kin < word);
        self.kin[start..].iter().take_while(move |(kin, _)| *kin == word).map(|(_, at)| *at as usize)
    }
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
    admit: &mut Admit<'_, R::Error>,
) -> Result<Vec<Hit>, R::Error> {
    let mut search = Search {
        reader,
        query,
        admit,
        costs: FxHashMap::default(),
        found: Vec::new(),
        cut: request.percent.max(1),
        limit: request.limit.max(1),
        counts: Vec::new(),
        marks: Vec::new(),
        row: Vec::new(),
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
pub fn with_hash<R: IndexReader>(reader: &R, index: Index<'_>, hash: u64) -> Result<Vec<i64>, R::Error> {
    let mut units: Vec<i64> = index.tail.with_hash(hash).collect();
    for run in index.runs {
        let Some(data) = reader.block(BlockKind::Hashes, run.hash_key(hash))? else { continue };
        for place in hash_places(&data, hash) {
            let block = reader.block(BlockKind::Sequences, sequence_key(run.number, place))?;
            units.extend(block.and_then(|data| sequence(&data, place, &mut Vec::new())));
        }
    }
    Ok(units)
}

/// About how many postings are gone through in the time in which one unit is compared, and in which one list is found.
const POSTINGS_FOR_A_UNIT: u64 = 1500;
const POSTINGS_FOR_A_LIST: u64 = 800;
/// How many counts are passed over at once where none is high enough.
const COUNTS_AT_ONCE: usize = 32;

struct Search<'s, 'a, R: IndexReader> {
    reader: &'s R,
    query: &'s Query,
    admit: &'s mut Admit<'a, R::Error>,
    /// What each unit's word costs in place of each distinct word of the query.
    costs: FxHashMap<WordId, Option<Box<[u32]>>>,
    found: Vec<Hit>,
    /// The least score that still counts.
    cut: u8,
    limit: usize,
    /// Of each place in the window how many words of the query it has kin words of, as far as that is counted; the highest count
    /// stands for any higher one too.
    counts: Vec<u8>,
    /// The places of the window that have a kin word of the word that is counted, as bits.
    marks: Vec<u64>,
    /// One row of the table of distances.
    row: Vec<u32>,
}

/// The lists of a query's word in one run.
struct Listed {
    /// How often it stands in the query.
    times: u32,
    /// About how long it takes to read them, in postings.
    cost: u64,
    lists: Vec<(StemId, RoughCount)>,
}

impl<R: IndexReader> Search<'_, '_, R> {
    /// Compares with every unit of the tail that has kin words enough.
    fn tail(&mut self, tail: &Tail) -> Result<(), R::Error> {
        let n = self.query.len();
        let mut alive: Vec<(u32, NewUnit<'_>)> = Vec::new();
        for unit in tail.units() {
            let mut related = 0;
            for word in unit.source {
                related += u32::from(self.is_related(*word)?);
            }
            let longer = n.max(unit.source.len() as u32);
            let ceiling = related.min(n) * 100 / longer;
            if ceiling >= u32::from(self.cut) {
                alive.push((ceiling, unit));
            }
        }
        alive.sort_by_key(|(ceiling, _)| std::cmp::Reverse(*ceiling));
        for (ceiling, unit) in alive {
            if ceiling < u32::from(self.cut) {
                break;
            }
            self.compare(unit.key, unit.source)?;
        }
        Ok(())
    }

    fn run(&mut self, run: &Run) -> Result<(), R::Error> {
        let (n, percent) = (self.query.len(), u32::from(self.cut));
        if percent > 100 {
            return Ok(());
        }
        let window = run.window((n * percent).div_ceil(100), n * 100 / percent);
        if window.is_empty() {
            return Ok(());
        }
        self.counts.clear();
        self.counts.resize(window.len(), 0);
        // A unit that has none of the words of the prefix has too few of the others.
        let needed = (n * percent).div_ceil(100);
        let mut left = n;
        let mut words = self.cheapest_first(run)?.into_iter();
        while left >= needed {
            let Some(listed) = words.next() else { break };
            left -= listed.times;
            self.count_all(run, &listed, &window)?;
        }
        let mut alive = self.counted(run, &window, |m| (n.max(m) * percent).div_ceil(100).saturating_sub(left));
        for listed in words {
            if alive.len() as u64 * POSTINGS_FOR_A_UNIT <= listed.cost {
                break;
            }
            left -= listed.times;
            self.count_some(run, &listed, &window, &alive)?;
            alive.retain(|(place, m)| self.most(*place - window.start, left) * 100 >= n.max(*m) * percent);
        }
        let mut ceilings: Vec<(u32, Place)> = alive
            .iter()
            .map(|(place, m)| (self.most(*place - window.start, left).min(*m).min(n) * 100 / n.max(*m), *place))
            .collect();
        ceilings.sort_unstable_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
        self.compare_places(run, &ceilings)
    }

    /// How many words of the query a unit may have kin words of, when `left` were not counted.
    fn most(&self, at: u32, left: u32) -> u32 {
        let count = self.counts[at as usize];
        if count == u8::MAX { self.query.len() } else { u32::from(count) + left }
    }

    /// The lists of the query's words, those first that are read soonest.
    fn cheapest_first(&self, run: &Run) -> Result<Vec<Listed>, R::Error> {
        let listed = self.query.words.iter().map(|word| self.listed(run, word));
        let mut listed = listed.collect::<Result<Vec<_>, _>>()?;
        listed.sort_by_key(|listed| listed.cost / u64::from(listed.times));
        Ok(listed)
    }

    /// The places of the window that have at least `least` of what was counted, and at least one, each with the length of its unit.
    fn counted(&self, run: &Run, window: &std::ops::Range<Place>, least: impl Fn(u32) -> u32) -> Vec<(Place, u32)> {
        let mut found = Vec::new();
        let mut start = 0;
        for (length, count) in &run.lengths {
            let end = start + count;
            let (from, to) = (start.max(window.start), end.min(window.end));
            start = end;
            if from >= to {
                continue;
            }
            let least = u8::try_from(least(*length).max(1)).unwrap_or(u8::MAX);
            let counts = &self.counts[(from - window.start) as usize..(to - window.start) as usize];
            for (counts, first) in counts.chunks(COUNTS_AT_ONCE).zip((from..).step_by(COUNTS_AT_ONCE)) {
                if counts.iter().fold(0, |most, count| most.max(*count)) < least {
                    continue;
                }
                let enough = counts.iter().zip(first..).filter(|(count, _)| **count >= least);
                found.extend(enough.map(|(_, place)| (place, *length)));
            }
        }
        found
    }

    /// Tells the lists of a distinct word of the query.
    fn listed(&self, run: &Run, word: &QueryWord) -> Result<Listed, R::Error> {
        let mut listed = Listed { times: word.times, cost: 0, lists: Vec::with_capacity(word.stems.len()) };
        let mut directory: Option<(i64, Option<Rc<[u8]>>)> = None;
        for stem in &word.stems {
            let key = directory_key(run.number, *stem);
            if directory.as_ref().is_none_or(|(known, _)| *known != key) {
                directory = Some((key, self.reader.block(BlockKind::Postings, key)?));
            }
            let block = directory.as_ref().and_then(|(_, block)| block.as_deref());
            let count = RoughCount::of_stem(block, *stem);
            if count.least() > 0 {
                listed.cost += u64::from(count.least()) + POSTINGS_FOR_A_LIST;
                listed.lists.push((*stem, count));
            }
        }
        Ok(listed)
    }

    /// Marks every place of the window that has a kin word of a word.
    fn mark(&mut self, run: &Run, listed: &Listed, window: &std::ops::Range<Place>) -> Result<(), R::Error> {
        self.marks.clear();
        self.marks.resize(window.len().div_ceil(64), 0);
        let marks = &mut self.marks;
        let mut visit = |place: Place| {
            let at = place.wrapping_sub(window.start);
            if let Some(mark) = marks.get_mut((at >> 6) as usize) {
                *mark |= 1 << (at & 63);
            }
        };
        for (stem, count) in &listed.lists {
            let key = |place| posting_key(run.number, Side::Source, *stem, place);
            if count.is_one_block() {
                if let Some((key, data)) = self.reader.first_postings(key(0)..=key(RUN_UNITS - 1))? {
                    places(first_place(key), &data, &mut visit);
                }
                continue;
            }
            self.reader.postings(key(0), key(window.start)..=key(window.end - 1), &mut |key, data| {
                places(first_place(key), data, &mut visit);
            })?;
        }
        // The last bits may stand for places behind the window.
        if let Some(last) = marks.last_mut()
            && !window.len().is_multiple_of(64)
        {
            *last &= (1 << (window.len() % 64)) - 1;
        }
        Ok(())
    }

    /// Counts a word for every place that has a kin word of it.
    fn count_all(&mut self, run: &Run, listed: &Listed, window: &std::ops::Range<Place>) -> Result<(), R::Error> {
        let times = u8::try_from(listed.times).unwrap_or(u8::MAX);
        self.mark(run, listed, window)?;
        for (marks, base) in self.marks.iter().zip((0..).step_by(64)) {
            let mut marks = *marks;
            while marks != 0 {
                let at = base + marks.trailing_zeros() as usize;
                marks &= marks - 1;
                self.counts[at] = self.counts[at].saturating_add(times);
            }
        }
        Ok(())
    }

    /// Counts a word for the given places alone.
    fn count_some(
        &mut self,
        run: &Run,
        listed: &Listed,
        window: &std::ops::Range<Place>,
        places: &[(Place, u32)],
    ) -> Result<(), R::Error> {
        let times = u8::try_from(listed.times).unwrap_or(u8::MAX);
        self.mark(run, listed, window)?;
        for (place, _) in places {
            let at = (place - window.start) as usize;
            if self.marks[at >> 6] >> (at & 63) & 1 == 1 {
                self.counts[at] = self.counts[at].saturating_add(times);
            }
        }
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

    fn compare(&mut self, unit: i64, words: &[WordId]) -> Result<(), R::Error> {
        let longer = self.query.len().max(words.len() as u32);
        let allowed = Distance::allowed(longer, self.cut);
        let Some(cost) = self.distance(words, allowed)? else { return Ok(()) };
        let distance = Distance { cost, words: longer };
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

    /// The distance of the query from the words of a unit, unless it is more than `allowed`.
    fn distance(&mut self, words: &[WordId], allowed: u32) -> Result<Option<u32>, R::Error> {
        let mut row = std::mem::take(&mut self.row);
        let cost = self.distance_in(words, allowed, &mut row);
        self.row = row;
        cost
    }

    fn distance_in(&mut self, words: &[WordId], allowed: u32, row: &mut Vec<u32>) -> Result<Option<u32>, R::Error> {
        row.clear();
        row.extend((0..=self.query.len()).map(|i| i * WORD));
        for word in words {
            self.is_related(*word)?;
            let costs = self.costs.get(word).and_then(Option::as_deref);
            let mut diagonal = row[0];
            row[0] += WORD;
            let mut least = row[0];
            for (i, at) in self.query.sequence.iter().enumerate() {
                let substitution = costs.map_or(WORD, |costs| costs[*at]);
                let best = (diagonal + substitution).min(row[i] + WORD).min(row[i + 1] + WORD);
                diagonal = row[i + 1];
                row[i + 1] = best;
                least = least.min(best);
            }
            if least > allowed {
                return Ok(None);
            }
        }
        Ok(row.last().copied().filter(|cost| *cost <= allowed))
    }

    /// Whether a unit's word is kin to a word of the query; what it costs is known then.
    fn is_related(&mut self, word: WordId) -> Result<bool, R::Error> {
        if let Some(known) = self.costs.get(&word) {
            return Ok(known.is_some());
        }
        let costs = self.costs_of(word)?;
        let related = costs.is_some();
        self.costs.insert(word, costs);
        Ok(related)
    }

    /// What a unit's word costs in place of each distinct word of the query; `None` when it is kin to none.
    fn costs_of(&self, word: WordId) -> Result<Option<Box<[u32]>>, R::Error> {
        let number = word & 1 == 1;
        let kin: Vec<usize> = if number { self.query.numbers.clone() } else { self.query.kin_to(word).collect() };
        if kin.is_empty() && !self.query.words.iter().any(|known| known.id == Some(word)) {
            return Ok(None);
        }
        let mut costs = vec![WORD; self.query.words.len()].into_boxed_slice();
        for at in kin {
            costs[at] = if number {
                KIN
            } else {
                self.reader.text_of(word)?.map_or(WORD, |text| kin_substitution(&self.query.words[at].text, &text))
            };
        }
        for (known, cost) in self.query.words.iter().zip(&mut costs) {
            if known.id == Some(word) {
                *cost = 0;
            }
        }
        Ok(Some(costs))
    }
}
