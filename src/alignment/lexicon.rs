//! The lexicon: which Arabic keys are rendered by which English keys, as one table of bytes that is read in place.
//!
//! A process that aligns one article looks up a few hundred words, so nothing is parsed when a lexicon is opened: both word lists
//! are sorted and searched by halves.
//!
//! Layout (little endian): magic `HUNAYNL1`; number of Arabic words, number of English words, tokens seen in Arabic, tokens seen
//! in English (u32 each); the offset of each Arabic record, the offset of each English record (u32 each, from the start of the
//! table); the records. A record is: length of the key (u8), the key, how often it was seen (varint); an Arabic record goes on
//! with the number of its links (varint) and for each link, by ascending English index: distance to the index before (varint),
//! forward and backward probability (u8 each, see [`pack`]).

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use super::training::{Link, Training, train};
use crate::model::{LinkCount, WordCount};

const MAGIC: &[u8; 8] = b"HUNAYNL1";
const HEADER: usize = 24;

/// A table of word statistics.
#[derive(Clone, Debug)]
pub struct Lexicon {
    bytes: Cow<'static, [u8]>,
    arabic: u32,
    english: u32,
    tokens: [u32; 2],
}

/// Bytes that were to be a lexicon and are none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a lexicon")]
pub struct NotALexicon;

/// How a word of one side may be rendered.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rendering {
    /// Index of the English word.
    pub english: u32,
    /// Probability of the English word given the Arabic word.
    pub forward: f32,
    /// Probability of the Arabic word given the English word.
    pub backward: f32,
}

impl Rendering {
    /// How firmly the words are linked both ways, 0 to 1: the geometric mean of both probabilities.
    pub(super) fn firmness(&self) -> f32 {
        (self.forward * self.backward).sqrt()
    }
}

impl Lexicon {
    /// A table of counted words and links, both sorted by their words; `tokens` are those of all texts they were counted in.
    #[must_use]
    pub fn of_counts(words: &[Vec<(&str, WordCount)>; 2], links: &[(&str, &str, LinkCount)], tokens: [i64; 2]) -> Self {
        packed_counts(words, links, tokens)
    }

    /// Opens a table. Only the header is read; a look-up in a table that is cut off or damaged finds nothing.
    ///
    /// # Errors
    /// When the bytes do not begin as a lexicon does, or are too few for the words they announce.
    pub fn open(bytes: impl Into<Cow<'static, [u8]>>) -> Result<Self, NotALexicon> {
        let bytes = bytes.into();
        let header: &[u8; HEADER] = bytes.first_chunk().ok_or(NotALexicon)?;
        if &header[..8] != MAGIC {
            return Err(NotALexicon);
        }
        let number = |at: usize| u32::from_le_bytes([header[at], header[at + 1], header[at + 2], header[at + 3]]);
        let offsets = (u64::from(number(8)) + u64::from(number(12))) * 4;
        if offsets + HEADER as u64 > bytes.len() as u64 {
            return Err(NotALexicon);
        }
        Ok(Self { arabic: number(8), english: number(12), tokens: [number(16), number(20)], bytes })
    }

    /// The number of Arabic and of English words.
    pub fn sizes(&self) -> (u32, u32) {
        (self.arabic, self.english)
    }

    /// How many tokens of Arabic and of English the statistics were made from.
    pub fn tokens(&self) -> [u32; 2] {
        self.tokens
    }

    fn offset(&self, index: u32) -> usize {
        let at = HEADER + index as usize * 4;
        self.bytes.get(at..at + 4).map_or(usize::MAX, |b| u32::from_le_bytes([b[0], b[1], b[2], b[3]]) as usize)
    }

    /// The key of the record at an offset, and where the rest of the record begins.
    fn key_at(&self, offset: usize) -> (&[u8], usize) {
        let length = self.bytes.get(offset).copied().unwrap_or(0) as usize;
        let end = offset.saturating_add(1 + length);
        (self.bytes.get(offset.saturating_add(1)..end).unwrap_or(&[]), end)
    }

    fn find(&self, key: &str, first: u32, count: u32) -> Option<(u32, usize)> {
        let (mut low, mut high) = (0, count);
        while low < high {
            let middle = low + (high - low) / 2;
            let (found, rest) = self.key_at(self.offset(first + middle));
            match found.cmp(key.as_bytes()) {
                std::cmp::Ordering::Less => low = middle + 1,
                std::cmp::Ordering::Greater => high = middle,
                std::cmp::Ordering::Equal => return Some((middle, rest)),
            }
        }
        None
    }

    fn varint(&self, at: &mut usize) -> u32 {
        let mut value = 0u32;
        for shift in (0..35).step_by(7) {
            let byte = self.bytes.get(*at).copied().unwrap_or(0);
            *at += 1;
            value |= u32::from(byte & 0x7f).checked_shl(shift).unwrap_or(0);
            if byte & 0x80 == 0 {
                break;
            }
        }
        value
    }

    /// The English word with this key: its index and how often it was seen.
    pub fn english(&self, key: &str) -> Option<(u32, u32)> {
        let (index, mut rest) = self.find(key, self.arabic, self.english)?;
        Some((index, self.varint(&mut rest)))
    }

    /// Whether there is an Arabic word with this key.
    pub fn knows_arabic(&self, key: &str) -> bool {
        self.find(key, 0, self.arabic).is_some()
    }

    /// The key of an English word, by its index; empty where there is none.
    pub(super) fn english_key(&self, index: u32) -> &[u8] {
        if index < self.english { self.key_at(self.offset(self.arabic + index)).0 } else { &[] }
    }

    /// The Arabic word with this key: how often it was seen, and its renderings into `into`.
    pub fn arabic(&self, key: &str, into: &mut Vec<Rendering>) -> Option<u32> {
        self.firm_renderings(key, 0.0, |rendering| into.push(rendering))
    }

    /// Visits the renderings of the Arabic word with this key that are linked at least so firmly. Gives how often the word was seen.
    pub(super) fn firm_renderings(&self, key: &str, least: f32, mut visit: impl FnMut(Rendering)) -> Option<u32> {
        let (_, mut at) = self.find(key, 0, self.arabic)?;
        let seen = self.varint(&mut at);
        let links = self.varint(&mut at);
        let least = packed_firmness(least);
        let mut rest = self.bytes.get(at..)?;
        let mut english = 0_u32;
        for _ in 0..links {
            english = take_varint(&mut rest)?.checked_add(english)?;
            let [forward, backward, after @ ..] = rest else { return None };
            rest = after;
            if u16::from(*forward) + u16::from(*backward) >= least {
                visit(Rendering { english, forward: unpack(*forward), backward: unpack(*backward) });
            }
        }
        Some(seen)
    }

    /// The bytes, to be written to a file.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }
}

/// A probability in one byte: fifteen steps to each halving, 0 for nothing.
fn pack(p: f32) -> u8 {
    if p < 1e-5 { 0 } else { (255.0 + p.min(1.0).log2() * 15.0).round().clamp(1.0, 255.0) as u8 }
}

fn unpack(byte: u8) -> f32 {
    UNPACKED[usize::from(byte)]
}

/// What the packed probabilities of a link that is at least so firm sum to, or a little less: they are logarithms, and firmness is
/// the geometric mean.
fn packed_firmness(least: f32) -> u16 {
    if least <= 0.0 { 0 } else { (510.0 + least.log2() * 30.0 - 1.0).clamp(0.0, 510.0) as u16 }
}

/// Takes a number from the front, seven bits in a byte; `None` where there is none, or one of more than 32 bits.
fn take_varint(rest: &mut &[u8]) -> Option<u32> {
    let mut value = 0_u32;
    for shift in (0..32).step_by(7) {
        let (byte, after) = rest.split_first()?;
        *rest = after;
        value |= u32::from(byte & 0x7f) << shift;
        if byte & 0x80 == 0 {
            return Some(value);
        }
    }
    None
}

static UNPACKED: LazyLock<[f32; 256]> =
    LazyLock::new(|| std::array::from_fn(|byte| if byte == 0 { 0.0 } else { ((byte as f32 - 255.0) / 15.0).exp2() }));

/// Gathers sentence pairs and makes a lexicon of them.
#[derive(Default)]
pub struct LexiconBuilder {
    words: [HashMap<String, u32>; 2],
    counts: [Vec<u32>; 2],
    pairs: Vec<(Vec<u32>, Vec<u32>)>,
}

impl LexiconBuilder {
    /// Adds a pair of sentences, as keys; tells whether both sides have any.
    pub fn add<A: Into<String>, E: Into<String>>(
        &mut self,
        arabic: impl IntoIterator<Item = A>,
        english: impl IntoIterator<Item = E>,
    ) -> bool {
        let arabic: Vec<u32> = arabic.into_iter().map(|key| self.intern(0, key.into())).collect();
        let english: Vec<u32> = english.into_iter().map(|key| self.intern(1, key.into())).collect();
        let both = !arabic.is_empty() && !english.is_empty();
        if both {
            self.pairs.push((arabic, english));
        }
        both
    }

    fn intern(&mut self, side: usize, key: String) -> u32 {
        let next = self.counts[side].len() as u32;
        let id = *self.words[side].entry(key).or_insert(next);
        if id == next {
            self.counts[side].push(0);
        }
        self.counts[side][id as usize] += 1;
        id
    }

    /// Trains and packs the table.
    pub fn build(mut self, training: Training) -> Lexicon {
        let links = train(&self.pairs, [&self.counts[0], &self.counts[1]], training);
        if training.linked_only {
            let linked: [HashSet<u32>; 2] =
                [links.iter().map(|l| l.arabic).collect(), links.iter().map(|l| l.english).collect()];
            for (words, linked) in self.words.iter_mut().zip(&linked) {
                words.retain(|_, id| linked.contains(id));
            }
        }
        let total = |side: usize| self.counts[side].iter().sum::<u32>();
        let bytes = packed(&self.words, &self.counts, &links, [total(0), total(1)]);
        Lexicon::open(bytes).expect("a table just packed opens")
    }
}

/// Words sorted by key: (key, id before sorting).
fn sorted(words: &HashMap<String, u32>) -> Vec<(&str, u32)> {
    let mut list: Vec<(&str, u32)> =
        words.iter().map(|(key, id)| (key.as_str(), *id)).filter(|(key, _)| key.len() < 256).collect();
    list.sort_unstable();
    list
}

fn packed(words: &[HashMap<String, u32>; 2], counts: &[Vec<u32>; 2], links: &[Link], tokens: [u32; 2]) -> Vec<u8> {
    let (arabic, english) = (sorted(&words[0]), sorted(&words[1]));
    let mut place = vec![u32::MAX; counts[1].len()];
    for (index, (_, id)) in english.iter().enumerate() {
        place[*id as usize] = index as u32;
    }
    let mut rows: Vec<Vec<(u32, u8, u8)>> = vec![Vec::new(); counts[0].len()];
    for link in links {
        let index = place[link.english as usize];
        if index != u32::MAX {
            rows[link.arabic as usize].push((index, pack(link.forward), pack(link.backward)));
        }
    }
    let mut bytes = MAGIC.to_vec();
    for number in [arabic.len() as u32, english.len() as u32, tokens[0], tokens[1]] {
        bytes.extend(number.to_le_bytes());
    }
    let records_start = HEADER + 4 * (arabic.len() + english.len());
    let mut records = Vec::new();
    for (key, id) in &arabic {
        bytes.extend(((records_start + records.len()) as u32).to_le_bytes());
        push_key(&mut records, key, counts[0][*id as usize]);
        let row = &mut rows[*id as usize];
        row.sort_unstable();
        push_varint(&mut records, row.len() as u32);
        let mut before = 0;
        for &(index, forward, backward) in row.iter() {
            push_varint(&mut records, index - before);
            records.extend([forward, backward]);
            before = index;
        }
    }
    for (key, id) in &english {
        bytes.extend(((records_start + records.len()) as u32).to_le_bytes());
        push_key(&mut records, key, counts[1][*id as usize]);
    }
    bytes.extend(records);
    bytes
}

/// A table of counted words and links, both sorted by their words.
///
/// A link is worth what was seen of it for certain: [`DOUBT`] is taken off before it becomes a probability.
pub(super) fn packed_counts(
    words: &[Vec<(&str, WordCount)>; 2],
    links: &[(&str, &str, LinkCount)],
    tokens: [i64; 2],
) -> Lexicon {
    let seen = |count: &WordCount| u32::try_from(count.seen).unwrap_or_default();
    let ids = |side: usize| -> HashMap<String, u32> {
        let named = words[side].iter().zip(0..).filter(|((_, count), _)| count.seen > 0);
        named.map(|((word, _), id)| ((*word).to_owned(), id)).collect()
    };
    let ids = [ids(0), ids(1)];
    let counts = [0, 1].map(|side: usize| words[side].iter().map(|(_, count)| seen(count)).collect::<Vec<u32>>());
    let chance = |count: i64, of: &WordCount| ((count - DOUBT) as f32 / of.shared.max(1) as f32).clamp(0.0, 1.0);
    let link = |&(arabic, english, count): &(&str, &str, LinkCount)| {
        let (a, e) = (*ids[0].get(arabic)?, *ids[1].get(english)?);
        let forward = chance(count.forward, &words[0][a as usize].1);
        let backward = chance(count.backward, &words[1][e as usize].1);
        (forward.max(backward) >= LEAST).then_some(Link { arabic: a, english: e, forward, backward })
    };
    let links: Vec<Link> = links.iter().filter_map(link).collect();
    let tokens = tokens.map(|count| u32::try_from(count).unwrap_or_default());
    Lexicon::open(packed(&ids, &counts, &links, tokens)).expect("a table just packed opens")
}

/// What is taken off each link, in thousandths of a word: what was seen once is hardly believed.
const DOUBT: i64 = 500;
/// A link that is less likely than this both ways is left out.
const LEAST: f32 = 0.03;

fn push_key(records: &mut Vec<u8>, key: &str, count: u32) {
    records.push(key.len() as u8);
    records.extend(key.as_bytes());
    push_varint(records, count);
}

fn push_varint(bytes: &mut Vec<u8>, mut value: u32) {
    while value >= 0x80 {
        bytes.push(value as u8 | 0x80);
        value >>= 7;
    }
    bytes.push(value as u8);
}
