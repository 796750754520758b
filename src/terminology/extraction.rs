//! Candidates for a termbase: phrases that texts repeat, with what renders them in the aligned translations. It only proposes what
//! stands there; a person decides.
//!
//! A phrase is a run of at most [`LONGEST`] words over which no mark goes, without a stop word at its ends, its words without
//! clitics and endings (`reduction.rs`); what always stands behind an “and” is the rest of a longer one. Phrases are ranked by C-value (Frantzi, Ananiadou, Mima 2000), which takes from a
//! phrase the sightings that belong to longer ones; one that stands inside one longer phrase alone is dropped. Renderings are
//! ranked by Dice's coefficient over the pairs in which phrase and rendering stand, then by the log-likelihood ratio (Dunning
//! 1993).

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::reduction::Reducer;
use super::words::{Gap, words};
use super::{Certainty, Termbase};
use crate::model::Language;
use crate::text::norm;

/// The most words of a phrase.
pub const LONGEST: usize = 8;
/// How many more words a rendering may have than the phrase.
const LONGER_BY: usize = 3;
/// The least Dice's coefficient of a rendering that is told.
const LEAST_DICE: f64 = 0.3;

/// A text and what renders it.
#[derive(Clone, Copy, Debug)]
pub struct Bitext<'a> {
    /// The source.
    pub source: &'a str,
    /// The target; `None` where there is none.
    pub target: Option<&'a str>,
}

/// What is wanted of candidates.
#[derive(Clone, Copy, Debug)]
pub struct Wanted<'a> {
    /// How often a phrase has to stand.
    pub least: usize,
    /// How many renderings are told of each.
    pub renderings: usize,
    /// What is in the termbase already.
    pub known: &'a Termbase,
}

/// A phrase that may be a term.
#[derive(Clone, Debug, PartialEq)]
pub struct Candidate {
    /// The phrase as it stands most often, without the clitics before it where it stands so anywhere.
    pub text: String,
    /// How often it stands.
    pub count: usize,
    /// Its C-value.
    pub c_value: f64,
    /// In which texts, rising.
    pub places: Vec<usize>,
    /// What renders it, the likeliest first.
    pub renderings: Vec<Rendering>,
}

/// What may render a phrase.
#[derive(Clone, Debug, PartialEq)]
pub struct Rendering {
    /// The words as they stand most often.
    pub text: String,
    /// In how many pairs both stand.
    pub count: usize,
    /// Dice's coefficient: 1 where neither stands without the other.
    pub dice: f64,
    /// The log-likelihood ratio.
    pub log_likelihood: f64,
}

/// Where a phrase stands.
#[derive(Clone, Copy, Debug)]
struct Sighting {
    text: usize,
    first: usize,
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
struct Phrase {
    length: usize,
    sightings: Vec<Sighting>,
    c_value: f64,
}

/// The candidates of these texts, best first. Memory grows with the words and with what is repeated.
#[must_use]
pub fn candidates(texts: &[Bitext<'_>], languages: (&Language, &Language), wanted: &Wanted<'_>) -> Vec<Candidate> {
    let sources = Side::of(texts.iter().map(|text| text.source), languages.0);
    let mut phrases = sources.phrases(wanted.least.max(2));
    phrases.retain(|phrase| phrase.c_value > 0.0);
    let mut found: Vec<Candidate> = Vec::new();
    for phrase in &phrases {
        let text = sources.shown(texts, phrase);
        if !is_known(wanted.known, &text, languages.0) {
            let mut places: Vec<usize> = phrase.sightings.iter().map(|sighting| sighting.text).collect();
            places.dedup();
            let (count, c_value) = (phrase.sightings.len(), phrase.c_value);
            found.push(Candidate { text, count, c_value, places, renderings: Vec::new() });
        }
    }
    found.sort_by(|a, b| b.c_value.total_cmp(&a.c_value).then_with(|| b.count.cmp(&a.count)).then(a.text.cmp(&b.text)));
    render(texts, languages.1, wanted.renderings, &mut found);
    found
}

/// Whether the termbase has the whole phrase.
fn is_known(termbase: &Termbase, text: &str, language: &Language) -> bool {
    let found = termbase.find_within(text, language);
    found.iter().any(|one| one.certainty == Certainty::Sure && one.span == (0..text.len()))
}

/// A word of a text, small, for there are many.
#[derive(Clone, Copy, Debug)]
struct Token {
    start: usize,
    end: usize,
    /// Whether a mark parts it from the word before.
    parted: bool,
    /// How many letters were taken off before it.
    taken: u8,
    /// Whether one of these is a conjunction.
    continues: bool,
}

/// One side of all texts, its words as numbers.
struct Side {
    tokens: Vec<Vec<Token>>,
    /// The number of each word; equal for the forms of one word.
    numbers: Vec<Vec<u32>>,
    /// Whether a word, by its number, may begin or end a phrase.
    is_edge: Vec<bool>,
}

impl Side {
    fn of<'t>(texts: impl Iterator<Item = &'t str> + Clone, language: &Language) -> Self {
        // The texts are cut into words twice, so that the keys of all words need not be held.
        let reducer = Reducer::new(texts.clone().flat_map(words), language);
        let mut known: HashMap<String, u32> = HashMap::new();
        let mut side = Self { tokens: Vec::new(), numbers: Vec::new(), is_edge: Vec::new() };
        for text in texts {
            let (mut tokens, mut numbers) = (Vec::new(), Vec::new());
            for word in words(text) {
                let reduced = reducer.reduce(&word);
                tokens.push(Token {
                    start: word.span.start,
                    end: word.span.end,
                    parted: word.gap == Gap::Closed,
                    taken: u8::try_from(reduced.before).unwrap_or(u8::MAX),
                    continues: reduced.before > 0 && word.key.starts_with(['و', 'ف']),
                });
                let is_edge = !reducer.is_stop_word(&word.key, &reduced.key);
                let next = u32::try_from(side.is_edge.len()).unwrap_or(u32::MAX);
                let number = *known.entry(reduced.key).or_insert(next);
                if number == next {
                    side.is_edge.push(is_edge);
                }
                numbers.push(number);
            }
            side.tokens.push(tokens);
            side.numbers.push(numbers);
        }
        side
    }

    /// The words from `first` on, if no mark stands between them.
    fn run(&self, text: usize, first: usize, length: usize) -> Option<&[u32]> {
        let here = self.tokens[text].get(first..first + length)?;
        let is_open = here.iter().skip(1).all(|token| !token.parted);
        is_open.then(|| &self.numbers[text][first..first + length])
    }

    fn has_edges(&self, run: &[u32]) -> bool {
        let is_edge = |number: Option<&u32>| number.is_some_and(|number| self.is_edge[*number as usize]);
        is_edge(run.first()) && is_edge(run.last())
    }

    /// Whether a phrase stands nowhere without a conjunction before it: it is the rest of a longer one.
    fn is_continued(&self, sightings: &[Sighting]) -> bool {
        sightings.iter().all(|Sighting { text, first }| self.tokens[*text][*first].continues)
    }

    /// The phrases that stand at least so often, with their C-values; what stands only inside one longer phrase has none.
    fn phrases(&self, least: usize) -> Vec<Phrase> {
        let mut all: HashMap<Vec<u32>, Phrase> = HashMap::new();
        // Where a run that is one word shorter is repeated; a run is looked at only where both of its own are.
        let mut repeated: Vec<Vec<bool>> = self.numbers.iter().map(|text| vec![true; text.len()]).collect();
        for length in 2..=LONGEST {
            let runs = self.repeated_runs(length, least, &repeated);
            if runs.is_empty() {
                break;
            }
            repeated.iter_mut().for_each(|starts| starts.fill(false));
            for (run, sightings) in runs {
                for sighting in &sightings {
                    repeated[sighting.text][sighting.first] = true;
                }
                if self.has_edges(run) && !self.is_continued(&sightings) {
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
    fn shown(&self, texts: &[Bitext<'_>], phrase: &Phrase) -> String {
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

    fn span(&self, sighting: &Sighting, length: usize) -> Range<usize> {
        let tokens = &self.tokens[sighting.text];
        tokens[sighting.first].start..tokens[sighting.first + length - 1].end
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

fn single_spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Finds what renders the candidates in the pairs in which they stand.
fn render(texts: &[Bitext<'_>], language: &Language, most: usize, candidates: &mut [Candidate]) {
    let targets = Side::of(texts.iter().map(|text| text.target.unwrap_or_default()), language);
    let is_pair = |text: &usize| texts[*text].target.is_some();
    let pairs = (0..texts.len()).filter(is_pair).count();
    // First what stands with each candidate more than once, then how often each of that stands anywhere.
    let mut together: Vec<HashMap<Vec<u32>, usize>> = Vec::with_capacity(candidates.len());
    let mut totals: HashMap<Vec<u32>, (usize, Sighting)> = HashMap::new();
    for candidate in candidates.iter() {
        let longest = candidate.text.split(' ').count() + LONGER_BY;
        let mut counts: HashMap<Vec<u32>, usize> = HashMap::new();
        for text in candidate.places.iter().copied().filter(is_pair) {
            for run in targets.runs(text, longest).into_keys() {
                *counts.entry(run.to_vec()).or_default() += 1;
            }
        }
        counts.retain(|_, count| *count > 1);
        for run in counts.keys() {
            totals.entry(run.clone()).or_insert((0, Sighting { text: 0, first: 0 }));
        }
        together.push(counts);
    }
    let longest = totals.keys().map(Vec::len).max().unwrap_or_default();
    for text in (0..texts.len()).filter(is_pair) {
        for (run, first) in targets.runs(text, longest) {
            if let Some((count, sighting)) = totals.get_mut(run) {
                if *count == 0 {
                    *sighting = Sighting { text, first };
                }
                *count += 1;
            }
        }
    }
    for (candidate, counts) in candidates.iter_mut().zip(together) {
        let own = candidate.places.iter().filter(|text| is_pair(text)).count();
        let mut found: Vec<(Rendering, Vec<u32>)> = Vec::new();
        for (run, count) in counts {
            let Some((total, sighting)) = totals.get(&run) else { continue };
            let dice = 2.0 * count as f64 / (own + total) as f64;
            if dice >= LEAST_DICE {
                let span = targets.span(sighting, run.len());
                let text = single_spaced(&texts[sighting.text].target.unwrap_or_default()[span]);
                let log_likelihood = log_likelihood(count, own, *total, pairs);
                found.push((Rendering { text, count, dice, log_likelihood }, run));
            }
        }
        found.sort_by(|(a, of_a), (b, of_b)| {
            let likelier = b.dice.total_cmp(&a.dice).then(b.log_likelihood.total_cmp(&a.log_likelihood));
            likelier.then(of_b.len().cmp(&of_a.len())).then(a.text.cmp(&b.text))
        });
        candidate.renderings = distinct(found, most);
    }
}

/// The best renderings; one that is a part of a better one tells nothing new.
fn distinct(found: Vec<(Rendering, Vec<u32>)>, most: usize) -> Vec<Rendering> {
    let mut kept: Vec<(Rendering, Vec<u32>)> = Vec::new();
    for (rendering, run) in found {
        let is_part = kept.iter().any(|(_, better)| better.windows(run.len()).any(|part| part == run));
        if kept.len() < most && !is_part {
            kept.push((rendering, run));
        }
    }
    kept.into_iter().map(|(rendering, _)| rendering).collect()
}

impl Side {
    /// The runs of at most so many words in a text that may be phrases, each once, with where it stands first.
    fn runs(&self, text: usize, longest: usize) -> HashMap<&[u32], usize> {
        let mut runs: HashMap<&[u32], usize> = HashMap::new();
        for first in 0..self.numbers[text].len() {
            for length in 1..=longest {
                match self.run(text, first, length) {
                    None => break,
                    Some(run) if self.has_edges(run) => {
                        runs.entry(run).or_insert(first);
                    }
                    Some(_) => {}
                }
            }
        }
        runs
    }
}

/// Dunning's log-likelihood ratio of a phrase and a rendering: `both` stand in so many pairs, each in so many, of all the pairs.
fn log_likelihood(both: usize, one: usize, other: usize, all: usize) -> f64 {
    let cells = [
        (both, one, other),
        (one - both, one, all - other),
        (other - both, all - one, other),
        (all + both - one - other, all - one, all - other),
    ];
    let term = |(seen, row, column): (usize, usize, usize)| {
        let expected = row as f64 * column as f64 / all as f64;
        if seen == 0 { 0.0 } else { seen as f64 * (seen as f64 / expected).ln() }
    };
    2.0 * cells.into_iter().map(term).sum::<f64>()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Concept, ConceptKind, Term, TermUse};

    const PAIRS: [(&str, &str); 7] = [
        ("قررت اللجنة التنفيذيّة ذلك أمس.", "The Executive Committee decided so yesterday."),
        ("وعادت لجنة تنفيذية إلى النهر؛ التنفيذية وحدها تعلم.", "An executive committee came back to the river."),
        ("سألوا عن اللجنة التنفيذية في البلد.", "They asked about the Executive Committee in the country."),
        ("نقص الماء في حوض نهر السرو كثيرًا.", "Water fell sharply in the Sarw river basin."),
        ("يسكن حوض نهر السرو ناسٌ كثيرون.", "Many people live in the Sarw river basin."),
        ("ولحوض نهر السرو مجلسٌ؟", "Does the Sarw river basin have a council?"),
        ("قال الناس هذا.", "So people said."),
    ];

    fn found(least: usize, known: &Termbase) -> Vec<Candidate> {
        let texts: Vec<Bitext<'_>> =
            PAIRS.iter().map(|(source, target)| Bitext { source, target: Some(target) }).collect();
        let languages = ("ar".parse().unwrap(), "en".parse().unwrap());
        candidates(&texts, (&languages.0, &languages.1), &Wanted { least, renderings: 2, known })
    }

    #[test]
    fn repeated_phrases_are_found_across_clitics_with_what_renders_them() {
        let found = found(3, &Termbase::default());
        let told: Vec<(&str, usize, &str)> = found
            .iter()
            .map(|one| (one.text.as_str(), one.count, one.renderings.first().map_or("", |best| best.text.as_str())))
            .collect();
        assert_eq!(told, [("حوض نهر السرو", 3, "Sarw river basin"), ("اللجنة التنفيذية", 3, "Executive Committee")]);
        assert_eq!(found[1].places, [0, 1, 2]);
        let best = &found[0].renderings[0];
        assert!((best.dice - 1.0).abs() < 1e-9 && best.count == 3 && best.log_likelihood > 5.0, "{best:?}");
    }

    /// نهر السرو stands nowhere without حوض.
    #[test]
    fn a_phrase_that_stands_in_a_longer_one_alone_is_dropped() {
        assert!(found(3, &Termbase::default()).iter().all(|one| one.text != "نهر السرو"));
    }

    #[test]
    fn what_the_termbase_has_is_left_out() {
        let language: Language = "ar".parse().unwrap();
        let term = Term::new(language, "لجنة تنفيذية", TermUse::Preferred);
        let known = Termbase::new(vec![Concept::new(ConceptKind::Term, vec![term])]);
        assert_eq!(found(3, &known).len(), 1);
    }

    #[test]
    fn no_phrase_goes_over_a_mark_or_ends_in_a_stop_word() {
        let texts = ["بلغ النهر، السهل في", "بلغ النهر. السهل في", "بلغ النهر؟ السهل في", "بلغ النهر؛ السهل في"];
        let texts: Vec<Bitext<'_>> = texts.iter().map(|source| Bitext { source, target: None }).collect();
        let languages: (Language, Language) = ("ar".parse().unwrap(), "en".parse().unwrap());
        let wanted = Wanted { least: 2, renderings: 3, known: &Termbase::default() };
        let found = candidates(&texts, (&languages.0, &languages.1), &wanted);
        assert_eq!(found.iter().map(|one| one.text.as_str()).collect::<Vec<_>>(), ["بلغ النهر"]);
    }

    /// The figures of the formula, by hand: a phrase of two words that stands five times, twice of them inside a longer one.
    #[test]
    fn the_c_value_takes_off_what_belongs_to_longer_phrases() {
        let texts = ["سوق النهر القديم", "سوق النهر القديم", "سوق النهر", "سوق النهر", "سوق النهر"];
        let texts: Vec<Bitext<'_>> = texts.iter().map(|source| Bitext { source, target: None }).collect();
        let languages: (Language, Language) = ("ar".parse().unwrap(), "en".parse().unwrap());
        let wanted = Wanted { least: 2, renderings: 3, known: &Termbase::default() };
        let found = candidates(&texts, (&languages.0, &languages.1), &wanted);
        let told: Vec<(&str, usize)> = found.iter().map(|one| (one.text.as_str(), one.count)).collect();
        assert_eq!(told, [("سوق النهر القديم", 2), ("سوق النهر", 5)]);
        assert!((found[0].c_value - 2.0 * 3f64.log2()).abs() < 1e-9 && (found[1].c_value - 3.0).abs() < 1e-9);
    }

    #[test]
    fn the_log_likelihood_is_dunnings() {
        // 2·(10 ln(10/1) + 0 + 0 + 90 ln(90/81)) for ten pairs of a hundred in which both stand, and never one alone.
        let expected = 2.0 * (10.0 * 10f64.ln() + 90.0 * (90f64 / 81.0).ln());
        assert!((log_likelihood(10, 10, 10, 100) - expected).abs() < 1e-9);
        assert!(log_likelihood(10, 20, 50, 100).abs() < 1e-9, "as often as chance has it");
    }
}
