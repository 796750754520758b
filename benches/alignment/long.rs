//! Long documents with their gold, made from pairs of lines that render each other: neighbours are merged, lines split at an
//! inner comma, deleted one by one and in runs, and swapped. The same for the same seed.

use std::collections::BTreeSet;
use std::ops::Range;

use super::gold::{Bead, Case, add};

/// Pairs of lines, Arabic and English.
pub(crate) type Pairs = Vec<(String, String)>;

/// `SplitMix64` (Steele, Lea and Flood 2014).
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, end: usize) -> usize {
        (self.next() % end.max(1) as u64) as usize
    }

    /// True so many times in a thousand.
    fn chance(&mut self, in_a_thousand: usize) -> bool {
        self.below(1000) < in_a_thousand
    }
}

/// Verses that stand together in a document, and sentences that stand between them.
const RUNS: (usize, usize) = (20, 10);

/// How often, in a thousand lines: a neighbour merged on one side, a line split, a line deleted on one side, a run of 2 to 6
/// deleted on one side, two lines swapped.
const MERGED: usize = 100;
const SPLIT: usize = 55;
const DELETED: usize = 30;
const RUN_DELETED: usize = 4;
const SWAPPED: usize = 10;

/// `count` pairs of verses in order and of sentences in any order, by turns; both begin again when they are used up.
fn chosen<'p>(verses: &'p Pairs, sentences: &'p Pairs, count: usize, dice: &mut Dice) -> Vec<&'p (String, String)> {
    let mut order: Vec<usize> = (0..sentences.len()).collect();
    for last in (1..order.len()).rev() {
        order.swap(last, dice.below(last + 1));
    }
    let mut verse = dice.below(verses.len());
    let mut sentences = order.iter().cycle().map(|&index| &sentences[index]);
    let mut chosen = Vec::with_capacity(count + RUNS.0 + RUNS.1);
    while chosen.len() < count {
        chosen.extend((0..RUNS.0).map(|step| &verses[(verse + step) % verses.len()]));
        verse += RUNS.0;
        chosen.extend(sentences.by_ref().take(RUNS.1));
    }
    chosen.truncate(count);
    chosen
}

/// One side of a document: its segments, each with the pairs that it holds text of.
type Side = Vec<(String, Range<usize>)>;

fn side(texts: &[&str], dice: &mut Dice) -> Side {
    let mut side: Side = Vec::with_capacity(texts.len());
    let mut skip = 0;
    for (index, text) in texts.iter().enumerate() {
        if skip == 0 && dice.chance(RUN_DELETED) {
            skip = 2 + dice.below(5);
        }
        if skip > 0 || dice.chance(DELETED) {
            skip = skip.saturating_sub(1);
            continue;
        }
        if dice.chance(MERGED) && side.last().is_some_and(|(_, held)| held.end == index && held.len() < 3) {
            let (merged, held) = side.last_mut().expect("there is a last one");
            merged.push(' ');
            merged.push_str(text);
            held.end += 1;
        } else if let Some(at) = inner_comma(text).filter(|_| dice.chance(SPLIT)) {
            side.push((text[..at].to_owned(), index..index + 1));
            side.push((text[at..].trim_start().to_owned(), index..index + 1));
        } else {
            side.push(((*text).to_owned(), index..index + 1));
        }
    }
    side
}

/// The end of the comma nearest to the middle that has twelve bytes at least on either side.
fn inner_comma(text: &str) -> Option<usize> {
    let commas = text.char_indices().filter(|(_, c)| matches!(c, ',' | '،' | '؛' | ';'));
    let inner = commas.map(|(at, c)| at + c.len_utf8()).filter(|at| (12..text.len().saturating_sub(12)).contains(at));
    inner.min_by_key(|at| at.abs_diff(text.len() / 2))
}

/// A document of about so many segments on each side.
pub(crate) fn document(verses: &Pairs, sentences: &Pairs, count: usize, seed: u64) -> Case {
    let mut dice = Dice(seed);
    let pairs = chosen(verses, sentences, count, &mut dice);
    // Swapped neighbours are one place of both sides: whatever their order, the gold is a bead of both.
    let mut places: Vec<Range<usize>> = Vec::with_capacity(count);
    let mut arabic: Vec<&str> = pairs.iter().map(|pair| pair.0.as_str()).collect();
    let english: Vec<&str> = pairs.iter().map(|pair| pair.1.as_str()).collect();
    let mut index = 0;
    while index < count {
        let two = index + 1 < count && dice.chance(SWAPPED);
        if two {
            arabic.swap(index, index + 1);
        }
        places.push(index..index + 1 + usize::from(two));
        index += 1 + usize::from(two);
    }
    let (arabic, english) = (side(&arabic, &mut dice), side(&english, &mut dice));
    let gold = gold(&arabic, &english, &places);
    let text = |side: Side| side.into_iter().map(|(text, _)| text).collect();
    Case { source: text(arabic), target: text(english), gold }
}

/// The least beads that no segment and no swap crosses: segments that share a pair, or pairs swapped, belong together.
fn gold(arabic: &Side, english: &Side, places: &[Range<usize>]) -> BTreeSet<Bead> {
    let mut beads = BTreeSet::new();
    let (mut i, mut j, mut place) = (0, 0, 0);
    while place < places.len() {
        let mut end = places[place].end;
        let mut held: Bead = (Vec::new(), Vec::new());
        loop {
            let before = end;
            for (side, at, held) in [(arabic, &mut i, &mut held.0), (english, &mut j, &mut held.1)] {
                while side.get(*at).is_some_and(|(_, pairs)| pairs.start < end) {
                    end = end.max(side[*at].1.end);
                    held.push(*at);
                    *at += 1;
                }
            }
            while place < places.len() && places[place].start < end {
                end = end.max(places[place].end);
                place += 1;
            }
            if end == before {
                break;
            }
        }
        if !held.0.is_empty() || !held.1.is_empty() {
            add(&mut beads, held);
        }
    }
    beads
}
