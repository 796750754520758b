//! The phrases that texts repeat: runs of words over which no mark goes, balanced in their quotation marks, without words that
//! no term has. Counts and shows them; does not look at translations.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::extraction::Bitext;
use super::reduction::Reducer;
use super::words::{Gap, words};
use crate::model::Language;
use crate::text::norm;

/// The most words of a phrase.
const LONGEST: usize = 6;
/// A phrase of so many words that is a whole clause wherever it stands is a sentence.
const LEAST_CLAUSE: usize = 4;

/// Where a phrase stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sighting {
    pub(super) text: usize,
    pub(super) first: usize,
}

/// One of the ways in which a phrase stands.
struct Way {
    text: String,
    /// The letters of clitics before it.
    taken: u8,
    count: usize,
    order: usize,
}

/// A repeated phrase.
pub(super) struct Phrase {
    pub(super) length: usize,
    pub(super) sightings: Vec<Sighting>,
    pub(super) c_value: f64,
}

/// A word of a text, small, for there are many.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    start: usize,
    end: usize,
    /// Whether a mark parts it from the word before.
    parted: bool,
    /// How many letters were taken off before it.
    taken: u8,
    /// Whether one of these is a conjunction.
    continues: bool,
    /// The innermost pair of quotation marks around it, counted through the text; 0 outside of all.
    quotation: u32,
    /// Whether a phrase may begin or end with it.
    is_edge: bool,
    /// Whether it stands in no phrase: asked of the form that stands here, for another of the word may.
    is_bar: bool,
}

/// One side of all texts, its words as numbers.
pub(super) struct Side {
    tokens: Vec<Vec<Token>>,
    /// The number of each word; equal for the forms of one word.
    numbers: Vec<Vec<u32>>,
    /// Whether a word, by its number, may begin or end a phrase.
    is_edge: Vec<bool>,
    /// Whether a word, by its number, calls for another one behind it.
    is_prefix: Vec<bool>,
}

impl Side {
    pub(super) fn of<'t>(texts: impl Iterator<Item = &'t str> + Clone, language: &Language) -> Self {
        // The texts are cut into words twice, so that the keys of all words need not be held.
        let reducer = Reducer::new(texts.clone().flat_map(words), language);
        let mut known: HashMap<String, u32> = HashMap::new();
        let mut side = Self { tokens: Vec::new(), numbers: Vec::new(), is_edge: Vec::new(), is_prefix: Vec::new() };
        for text in texts {
            let (mut tokens, mut numbers): (Vec<Token>, Vec<u32>) = (Vec::new(), Vec::new());
            let mut quotations = Quotations::default();
            for word in words(text) {
                let behind = tokens.last().map_or(0, |token| token.end);
                quotations.pass(text.get(behind..word.span.start).unwrap_or_default());
                let reduced = reducer.reduce(&word);
                let is_edge = !reducer.is_stop_word(&word.key, &reduced.key);
                tokens.push(Token {
                    start: word.span.start,
                    end: word.span.end,
                    parted: word.gap == Gap::Closed,
                    taken: u8::try_from(reduced.before).unwrap_or(u8::MAX),
                    continues: reduced.before > 0 && word.key.starts_with(['و', 'ف']),
                    quotation: quotations.innermost(),
                    is_edge,
                    is_bar: reducer.is_bar(&word.key),
                });
                let next = u32::try_from(side.is_edge.len()).unwrap_or(u32::MAX);
                let number = *known.entry(reduced.key).or_insert(next);
                if number == next {
                    side.is_edge.push(is_edge);
                    side.is_prefix.push(matches!(&*word.key, "al" | "el"));
                }
                numbers.push(number);
            }
            side.tokens.push(tokens);
            side.numbers.push(numbers);
        }
        side
    }

    /// The words from `first` on, if there are so many and no mark stands between them.
    pub(super) fn run(&self, text: usize, first: usize, length: usize) -> Option<&[u32]> {
        let here = self.tokens[text].get(first..first + length)?;
        let is_open = here.iter().skip(1).all(|token| !token.parted);
        is_open.then(|| &self.numbers[text][first..first + length])
    }

    /// Whether a run at a place may be a phrase: its quotation marks are balanced, it may begin and end so, and it has no word that
    /// stands in no phrase.
    fn is_well_formed(&self, Sighting { text, first }: Sighting, length: usize) -> bool {
        let run = &self.tokens[text][first..first + length];
        let (begin, end) = (&run[0], &run[length - 1]);
        let is_closed = !self.is_prefix[self.numbers[text][first + length - 1] as usize];
        let has_bar = run.iter().any(|token| token.is_bar);
        begin.quotation == end.quotation && begin.is_edge && end.is_edge && is_closed && !has_bar
    }

    /// Whether two runs have a word of weight in common.
    pub(super) fn share_words(&self, one: &[u32], other: &[u32]) -> bool {
        one.iter().any(|number| self.has_weight(*number) && other.contains(number))
    }

    /// How many words of a run have weight by themselves.
    pub(super) fn content(&self, run: &[u32]) -> usize {
        run.iter().filter(|number| self.has_weight(**number)).count()
    }

    /// Whether a word says something by itself: it may stand at an edge, and calls for no other behind it.
    fn has_weight(&self, number: u32) -> bool {
        self.is_edge[number as usize] && !self.is_prefix[number as usize]
    }

    /// The words right before and behind a sighting, where no mark stands between.
    fn around(&self, &Sighting { text, first }: &Sighting, length: usize) -> (Option<u32>, Option<u32>) {
        let (tokens, numbers) = (&self.tokens[text], &self.numbers[text]);
        let before = if tokens[first].parted { None } else { first.checked_sub(1).map(|at| numbers[at]) };
        let behind = tokens.get(first + length).filter(|token| !token.parted).map(|_| numbers[first + length]);
        (before, behind)
    }

    /// Whether a phrase is a sentence, or a piece of the one sentence in which it is repeated: the same words stand before and behind
    /// it everywhere, or the same clause around it.
    fn is_fragment(&self, sightings: &[Sighting], length: usize) -> bool {
        let around: HashSet<_> = sightings.iter().map(|sighting| self.around(sighting, length)).collect();
        let [(before, behind)] = around.into_iter().collect::<Vec<_>>()[..] else {
            return length == LONGEST && self.always_goes_on(sightings, length);
        };
        match (before, behind) {
            (None, None) => length >= LEAST_CLAUSE,
            (Some(_), Some(_)) => true,
            _ => length == LONGEST || self.is_in_one_clause(sightings, length),
        }
    }

    /// Whether all that stands around a phrase up to the next marks is the same everywhere, and makes it a clause.
    fn is_in_one_clause(&self, sightings: &[Sighting], length: usize) -> bool {
        let clause = |&Sighting { text, first }: &Sighting| {
            let tokens = &self.tokens[text];
            let begin = (0..=first).rev().find(|at| tokens[*at].parted).unwrap_or_default();
            let end = (first + length..tokens.len()).find(|at| tokens[*at].parted).unwrap_or(tokens.len());
            &self.numbers[text][begin..end]
        };
        let Some((one, others)) = sightings.split_first() else { return false };
        let one = clause(one);
        one.len() >= LEAST_CLAUSE.max(length + 2) && others.iter().all(|other| clause(other) == one)
    }

    /// Whether a phrase of the greatest length is cut out of a longer one.
    fn always_goes_on(&self, sightings: &[Sighting], length: usize) -> bool {
        let around = || sightings.iter().map(|sighting| self.around(sighting, length));
        let is_one = |words: HashSet<Option<u32>>| words.len() == 1 && !words.contains(&None);
        is_one(around().map(|(before, _)| before).collect()) || is_one(around().map(|(_, behind)| behind).collect())
    }

    /// Whether a phrase stands nowhere without a conjunction before it: it is the rest of a longer one.
    fn is_continued(&self, sightings: &[Sighting]) -> bool {
        sightings.iter().all(|Sighting { text, first }| self.tokens[*text][*first].continues)
    }

    /// The phrases that stand at least so often, with their C-values; what stands only inside one longer phrase has none.
    pub(super) fn phrases(&self, least: usize) -> Vec<Phrase> {
        let mut all: HashMap<Vec<u32>, Phrase> = HashMap::new();
        // Where a run that is one word shorter is repeated; a run is looked at only where both of its own are.
        let mut repeated: Vec<Vec<bool>> = self.numbers.iter().map(|text| vec![true; text.len()]).collect();
        for length in 2..=LONGEST {
            let runs = self.repeated_runs(length, least, &repeated);
            if runs.is_empty() {
                break;
            }
            repeated.iter_mut().for_each(|starts| starts.fill(false));
            for (run, mut sightings) in runs {
                for sighting in &sightings {
                    repeated[sighting.text][sighting.first] = true;
                }
                sightings.retain(|sighting| self.is_well_formed(*sighting, length));
                let is_repeated = sightings.len() >= least;
                if is_repeated && !self.is_continued(&sightings) && !self.is_fragment(&sightings, length) {
                    all.insert(run.to_vec(), Phrase { length, sightings, c_value: 0.0 });
                }
            }
        }
        weigh(&mut all);
        all.into_values().collect()
    }

    fn repeated_runs(&self, length: usize, least: usize, among: &[Vec<bool>]) -> HashMap<&[u32], Vec<Sighting>> {
        let starts = among.iter().enumerate().flat_map(|(text, starts)| {
            let both = move |first: &usize| starts[*first] && starts.get(first + 1).is_some_and(|next| *next);
            (0..starts.len()).filter(both).map(move |first| Sighting { text, first })
        });
        let mut counts: HashMap<&[u32], usize> = HashMap::new();
        for Sighting { text, first } in starts.clone() {
            if let Some(run) = self.run(text, first, length) {
                *counts.entry(run).or_default() += 1;
            }
        }
        counts.retain(|_, count| *count >= least);
        let mut runs: HashMap<&[u32], Vec<Sighting>> = HashMap::with_capacity(counts.len());
        for sighting in starts {
            if let Some(run) = self.run(sighting.text, sighting.first, length)
                && counts.contains_key(run)
            {
                runs.entry(run).or_default().push(sighting);
            }
        }
        runs
    }

    /// How a phrase is shown: of the ways in which it stands, with as few clitics before it as may be, the most frequent; among
    /// equals the first, and of its spellings the one with the fewest marks.
    pub(super) fn shown(&self, texts: &[Bitext<'_>], phrase: &Phrase) -> String {
        let mut ways: HashMap<String, Way> = HashMap::new();
        for (order, sighting) in phrase.sightings.iter().enumerate() {
            let text = single_spaced(&texts[sighting.text].source[self.span(sighting, phrase.length)]);
            let taken = self.tokens[sighting.text][sighting.first].taken;
            let way = ways.entry(norm(&text)).or_insert_with(|| Way { text: text.clone(), taken, count: 0, order });
            way.count += 1;
            if text.len() < way.text.len() {
                way.text = text;
            }
        }
        let best = ways.into_values().min_by_key(|way| (way.taken, std::cmp::Reverse(way.count), way.order));
        best.map(|way| way.text).unwrap_or_default()
    }

    pub(super) fn span(&self, sighting: &Sighting, length: usize) -> Range<usize> {
        let tokens = &self.tokens[sighting.text];
        tokens[sighting.first].start..tokens[sighting.first + length - 1].end
    }

    /// The runs of at most so many words in a text that may be phrases, each once, with where it stands first.
    pub(super) fn runs(&self, text: usize, longest: usize) -> HashMap<&[u32], usize> {
        let mut runs: HashMap<&[u32], usize> = HashMap::new();
        for first in 0..self.numbers[text].len() {
            for length in 1..=longest {
                match self.run(text, first, length) {
                    None => break,
                    Some(run) if self.is_well_formed(Sighting { text, first }, length) => {
                        runs.entry(run).or_insert(first);
                    }
                    Some(_) => {}
                }
            }
        }
        runs
    }
}

/// The quotation marks that are open at a place of a text.
#[derive(Default)]
struct Quotations {
    /// What opened each, and its number.
    open: Vec<(char, u32)>,
    count: u32,
    /// Where no pair is open: grows with every mark that closes what nothing opened.
    outside: u32,
}

impl Quotations {
    /// Goes over what stands between two words.
    fn pass(&mut self, between: &str) {
        let mut is_first = true;
        for c in between.chars() {
            // An apostrophe within a word is none of these.
            let is_closing = std::mem::take(&mut is_first);
            match c {
                '«' | '‹' | '„' | '‘' => self.open(c),
                '\'' | '’' if self.is_open('‘') || is_closing => self.close('‘'),
                '\'' => self.open('‘'),
                '»' => self.close('«'),
                '›' => self.close('‹'),
                // They stand in either order, and often alike on both sides.
                '"' if self.is_open('"') => self.close('"'),
                '“' | '”' if self.is_open('“') => self.close('“'),
                '“' | '”' if self.is_open('„') => self.close('„'),
                '"' => self.open('"'),
                '“' | '”' => self.open('“'),
                _ => {}
            }
        }
    }

    fn is_open(&self, mark: char) -> bool {
        self.open.iter().any(|(open, _)| *open == mark)
    }

    fn open(&mut self, mark: char) {
        self.count += 1;
        self.open.push((mark, self.count));
    }

    /// Closes the innermost pair that a mark opened, and what was left open inside.
    fn close(&mut self, mark: char) {
        if let Some(at) = self.open.iter().rposition(|(open, _)| *open == mark) {
            self.open.truncate(at);
        } else {
            self.count += 1;
            self.outside = self.count;
        }
    }

    fn innermost(&self) -> u32 {
        self.open.last().map_or(self.outside, |(_, number)| *number)
    }
}

/// C-value: `log2 |a| · f(a)`, less the mean frequency of the longer phrases around it.
fn weigh(all: &mut HashMap<Vec<u32>, Phrase>) {
    let mut around: HashMap<Vec<u32>, (usize, usize, usize)> = HashMap::new();
    for (run, phrase) in all.iter() {
        let count = phrase.sightings.len();
        let mut inner: HashSet<&[u32]> = HashSet::new();
        for length in 2..run.len() {
            inner.extend(run.windows(length).filter(|part| all.contains_key(*part)));
        }
        for part in inner {
            let (phrases, sum, most) = around.entry(part.to_vec()).or_default();
            *phrases += 1;
            *sum += count;
            *most = count.max(*most);
        }
    }
    for (run, phrase) in all.iter_mut() {
        let count = phrase.sightings.len();
        let own = match around.get(run) {
            Some((_, _, most)) if *most >= count => 0.0,
            Some((phrases, sum, _)) => count as f64 - *sum as f64 / *phrases as f64,
            None => count as f64,
        };
        phrase.c_value = (run.len() as f64).log2() * own;
    }
}

pub(super) fn single_spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
