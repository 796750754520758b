//! The text that is looked for: its words, their kin in the vocabulary, and the lists of their kin in each run.

use std::cell::{Cell, OnceCell, RefCell};
use std::ops::ControlFlow;
use std::rc::Rc;

use rustc_hash::FxHashMap;

use super::{IndexReader, Memo};
use crate::matching::index::{
    BlockKind, Place, RUN_UNITS, RoughCount, Run, Side, StemId, WordId, directory_key, first_place, is_number_id,
    mark_places, places, posting_key,
};
use crate::matching::kin::kin_of;
use crate::matching::words::{is_number, stem};

/// About how many postings are gone through in the time in which one list is found.
const POSTINGS_FOR_A_LIST: u64 = 1500;
/// How many words are kept before all are let go, and how many of the places that they have.
const KEPT_WORDS: usize = 16_384;
const KEPT_PLACES: usize = 4_000_000;
/// The places of words that came before and have more than one place in so many are kept as bits, in at most so many bytes.
const FREQUENT: u64 = 512;
const KEPT_BYTES_OF_BITS: usize = 32 << 20;

/// A text that is looked for.
#[derive(Debug)]
pub struct Query {
    /// Its distinct words.
    pub(super) words: Vec<QueryWord>,
    /// Which distinct word stands at each position.
    pub(super) sequence: Vec<usize>,
    /// The words of the vocabulary that are kin to its own, each with the distinct word it is kin to, in order.
    kin: Vec<(WordId, u32)>,
    /// The distinct words that are numbers.
    pub(super) numbers: Vec<usize>,
}

/// A distinct word of a text.
#[derive(Debug)]
pub(super) struct QueryWord {
    pub(super) known: Rc<KnownWord>,
    /// How often it stands there.
    pub(super) times: u32,
}

impl Query {
    /// Looks up the words of a text ([`crate::matching::words::compared_words`]) in the vocabulary.
    ///
    /// # Errors
    /// Those of `reader`.
    pub fn new<R: IndexReader>(reader: &R, words: &[String], memo: &mut Memo) -> Result<Self, R::Error> {
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
            let known = memo.words.word(reader, text)?;
            if known.is_number {
                query.numbers.push(at);
            }
            query.kin.extend(known.kin.iter().map(|word| (*word, at as u32)));
            query.words.push(QueryWord { known, times: 1 });
        }
        // The kin of each word stand in order: this sort merges what does.
        query.kin.sort();
        Ok(query)
    }

    /// How many words it has.
    pub(super) const fn len(&self) -> u32 {
        self.sequence.len() as u32
    }

    /// Whether a word of the vocabulary is kin to one of its own, or one of them.
    pub(super) fn has_kin_of(&self, word: WordId) -> bool {
        if is_number_id(word) { !self.numbers.is_empty() } else { self.kin_to(word).next().is_some() }
    }

    /// The distinct words that a word of the vocabulary is kin to, itself among them if it is one; a number is to none.
    pub(super) fn kin_to(&self, word: WordId) -> impl Iterator<Item = usize> {
        let start = self.kin.partition_point(|(kin, _)| *kin < word);
        self.kin[start..].iter().take_while(move |(kin, _)| *kin == word).map(|(_, at)| *at as usize)
    }
}

/// The words that were looked up.
#[derive(Debug, Default)]
pub(super) struct KnownWords {
    words: FxHashMap<Box<str>, Rc<KnownWord>>,
    kept: Rc<Kept>,
}

/// What all words have at hand.
#[derive(Debug, Default)]
struct Kept {
    places: Cell<usize>,
    bytes_of_bits: Cell<usize>,
}

impl KnownWords {
    fn word<R: IndexReader>(&mut self, reader: &R, text: &str) -> Result<Rc<KnownWord>, R::Error> {
        if let Some(known) = self.words.get(text) {
            return Ok(Rc::clone(known));
        }
        if self.words.len() >= KEPT_WORDS || self.kept.places.get() >= KEPT_PLACES {
            *self = Self::default();
        }
        let known = Rc::new(KnownWord::look_up(reader, text, Rc::clone(&self.kept))?);
        self.words.insert(text.into(), Rc::clone(&known));
        Ok(known)
    }
}

/// What is known of a word.
#[derive(Debug)]
pub(super) struct KnownWord {
    pub(super) text: Box<str>,
    /// Its number, if it is in the vocabulary.
    pub(super) id: Option<WordId>,
    is_number: bool,
    /// The words that are kin to it, itself too; none for a number, to which all numbers are kin.
    kin: Vec<WordId>,
    /// The stems under which its kin stand.
    stems: Vec<StemId>,
    /// Its lists in each run that was asked for, by the number of the run.
    lists: RefCell<Vec<(u32, Rc<Lists>)>>,
    kept: Rc<Kept>,
}

impl KnownWord {
    fn look_up<R: IndexReader>(reader: &R, text: &str, kept: Rc<Kept>) -> Result<Self, R::Error> {
        let found = reader.word(Side::Source, text)?;
        let is_number = is_number(text);
        let mut stems: Vec<StemId> = found.iter().map(|(_, stem)| *stem).collect();
        let mut kin = Vec::new();
        if !is_number {
            for (word, stem) in kin_of(text, |bucket| reader.kin(bucket))? {
                kin.push(word);
                stems.push(stem);
            }
        } else if found.is_none() {
            stems.extend(reader.stem(Side::Source, &stem(text))?);
        }
        stems.sort_unstable();
        stems.dedup();
        let (text, id) = (text.into(), found.map(|(id, _)| id));
        Ok(Self { text, id, is_number, kin, stems, lists: RefCell::default(), kept })
    }

    /// Its lists in a run.
    pub(super) fn lists<R: IndexReader>(&self, reader: &R, run: &Run) -> Result<Rc<Lists>, R::Error> {
        if let Some((_, lists)) = self.lists.borrow().iter().find(|(number, _)| *number == run.number) {
            return Ok(Rc::clone(lists));
        }
        let lists = Rc::new(Lists::find(reader, run, &self.stems, Rc::clone(&self.kept))?);
        self.lists.borrow_mut().push((run.number, Rc::clone(&lists)));
        Ok(lists)
    }
}

/// The lists of the stems of a word's kin in one run.
#[derive(Debug)]
pub(super) struct Lists {
    /// How many places they have, roughly.
    places: u64,
    /// The stems whose places all stand in one block.
    short: Vec<StemId>,
    /// The stems that have more.
    pub(super) long: Vec<StemId>,
    /// The places of the short lists one after the other, once they were read.
    read: RefCell<Option<Rc<[Place]>>>,
    /// A bit for every place of the run that has one of the stems, when they were asked for twice and are many.
    bits: OnceCell<Vec<u64>>,
    was_asked_for: Cell<bool>,
    kept: Rc<Kept>,
}

impl Lists {
    fn find<R: IndexReader>(reader: &R, run: &Run, stems: &[StemId], kept: Rc<Kept>) -> Result<Self, R::Error> {
        let mut lists = Self {
            places: 0,
            short: Vec::new(),
            long: Vec::new(),
            read: RefCell::default(),
            bits: OnceCell::new(),
            was_asked_for: Cell::new(false),
            kept,
        };
        let mut directory: Option<(i64, Option<Rc<[u8]>>)> = None;
        for stem in stems {
            let key = directory_key(run.number, *stem);
            if directory.as_ref().is_none_or(|(known, _)| *known != key) {
                directory = Some((key, reader.block(BlockKind::Postings, key)?));
            }
            let block = directory.as_ref().and_then(|(_, block)| block.as_deref());
            let count = RoughCount::of_stem(block, *stem);
            if count.least() > 0 {
                lists.places += u64::from(count.least());
                if count.is_one_block() { &mut lists.short } else { &mut lists.long }.push(*stem);
            }
        }
        Ok(lists)
    }

    /// About how long it takes to go through them, in postings; `share` tells how many of so many places are gone through.
    pub(super) fn cost(&self, share: impl Fn(u64) -> u64) -> u64 {
        if self.bits.get().is_some() {
            return 0;
        }
        let short = if self.read.borrow().is_some() { 0 } else { self.short.len() as u64 };
        share(self.places) + (self.long.len() as u64 + short) * POSTINGS_FOR_A_LIST
    }

    /// The places of the short lists, in no order; one that has several stands there several times.
    pub(super) fn short_places<R: IndexReader>(&self, reader: &R, run: &Run) -> Result<Rc<[Place]>, R::Error> {
        if let Some(read) = self.read.borrow().as_ref() {
            return Ok(Rc::clone(read));
        }
        let mut all: Vec<Place> = Vec::new();
        for stem in &self.short {
            let key = |place| posting_key(run.number, Side::Source, *stem, place);
            if let Some((key, data)) = reader.first_postings(key(0)..=key(RUN_UNITS - 1))? {
                places(first_place(key), &data, |place| all.push(place));
            }
        }
        self.kept.places.set(self.kept.places.get() + all.len());
        let read: Rc<[Place]> = all.into();
        *self.read.borrow_mut() = Some(Rc::clone(&read));
        Ok(read)
    }

    /// A bit for every place of the run that has one of the stems; `None` when they are asked for the first time, are few, or there is
    /// no room: then the lists have to be read.
    pub(super) fn bits<R: IndexReader>(&self, reader: &R, run: &Run) -> Result<Option<&[u64]>, R::Error> {
        if let Some(bits) = self.bits.get() {
            return Ok(Some(bits));
        }
        let rows = run.units().div_ceil(u64::BITS) as usize;
        let bytes = self.kept.bytes_of_bits.get() + rows * size_of::<u64>();
        let frequent = self.places * FREQUENT > u64::from(run.units());
        if !self.was_asked_for.replace(true) || !frequent || bytes > KEPT_BYTES_OF_BITS {
            return Ok(None);
        }
        let mut bits = vec![0; rows];
        for stem in self.short.iter().chain(&self.long) {
            let key = |place| posting_key(run.number, Side::Source, *stem, place);
            reader.postings(key(0)..=key(RUN_UNITS - 1), &mut |key, data| {
                mark_places(first_place(key), data, 0, &mut bits);
                ControlFlow::Continue(())
            })?;
        }
        self.kept.bytes_of_bits.set(bytes);
        Ok(Some(self.bits.get_or_init(|| bits)))
    }
}
