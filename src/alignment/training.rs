//! Word statistics from sentence pairs: IBM Model 1 in both directions.
//!
//! Source: P. F. Brown et al., "The Mathematics of Statistical Machine Translation", Computational Linguistics 19(2), 1993,
//! §4.1; the sparse prior on each row follows D. Riley and D. Gildea, "Improving the IBM Alignment Models Using Variational
//! Bayes", ACL 2012.

use std::collections::HashMap;

/// How one word was seen to be rendered.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Link {
    /// The word of the first language.
    pub(super) arabic: u32,
    /// The word of the second language.
    pub(super) english: u32,
    /// Probability of the English word given the Arabic word.
    pub(super) forward: f32,
    /// Probability of the Arabic word given the English word.
    pub(super) backward: f32,
}

/// Sentence pairs as indices of words, and what is needed to learn from them.
#[derive(Default)]
pub(super) struct Corpus {
    /// Pairs of sentences: Arabic words, English words.
    pub(super) pairs: Vec<(Vec<u32>, Vec<u32>)>,
    /// How many distinct Arabic words there are.
    pub(super) arabic_words: usize,
    /// How many distinct English words there are.
    pub(super) english_words: usize,
}

/// Trains both directions and returns the links where either probability is at least `least`, ordered by Arabic, then English.
pub(super) fn train(corpus: &Corpus, rounds: usize, prior: f64, least: f32) -> Vec<Link> {
    let forward =
        model_one(&corpus.pairs.iter().map(|(a, e)| (a.as_slice(), e.as_slice())), corpus.arabic_words, rounds, prior);
    let backward =
        model_one(&corpus.pairs.iter().map(|(a, e)| (e.as_slice(), a.as_slice())), corpus.english_words, rounds, prior);
    let mut links: HashMap<(u32, u32), Link> = HashMap::new();
    for (arabic, english, p) in forward {
        links.insert((arabic, english), Link { arabic, english, forward: p, backward: 0.0 });
    }
    for (english, arabic, p) in backward {
        links.entry((arabic, english)).or_insert(Link { arabic, english, forward: 0.0, backward: 0.0 }).backward = p;
    }
    let mut links: Vec<Link> =
        links.into_values().filter(|link| link.forward >= least || link.backward >= least).collect();
    links.sort_by_key(|link| (link.arabic, link.english));
    links
}

/// t(target | source) for every pair of words seen together, after `rounds` of expectation and maximisation.
fn model_one<'a>(
    pairs: &(impl Iterator<Item = (&'a [u32], &'a [u32])> + Clone),
    source_words: usize,
    rounds: usize,
    prior: f64,
) -> Vec<(u32, u32, f32)> {
    let empty = source_words as u32;
    // Every pair of words that ever meet gets one cell; cells of one source word lie together.
    let mut rows: Vec<Vec<u32>> = vec![Vec::new(); source_words + 1];
    for (source, target) in pairs.clone() {
        for &s in source.iter().chain(std::iter::once(&empty)) {
            rows[s as usize].extend_from_slice(target);
        }
    }
    let mut starts = Vec::with_capacity(rows.len() + 1);
    let mut columns: Vec<u32> = Vec::new();
    for row in &mut rows {
        row.sort_unstable();
        row.dedup();
        starts.push(columns.len());
        columns.append(row);
    }
    starts.push(columns.len());
    drop(rows);
    let cell = |s: u32, t: u32| {
        let row = &columns[starts[s as usize]..starts[s as usize + 1]];
        starts[s as usize] + row.binary_search(&t).expect("words of one pair share a cell")
    };
    let mut chances: Vec<f64> = vec![0.0; columns.len()];
    for row in starts.windows(2) {
        chances[row[0]..row[1]].fill(1.0 / (row[1] - row[0]).max(1) as f64);
    }
    let mut expected = vec![0.0; columns.len()];
    let mut cells: Vec<usize> = Vec::new();
    for _ in 0..rounds {
        expected.fill(0.0);
        for (source, target) in pairs.clone() {
            for &t in target {
                cells.clear();
                cells.extend(source.iter().chain(std::iter::once(&empty)).map(|&s| cell(s, t)));
                let sum: f64 = cells.iter().map(|&c| chances[c]).sum();
                if sum > 0.0 {
                    for &c in &cells {
                        expected[c] += chances[c] / sum;
                    }
                }
            }
        }
        for row in starts.windows(2) {
            let cells = row[0]..row[1];
            let total: f64 = expected[cells.clone()].iter().sum();
            let width = (row[1] - row[0]) as f64;
            let floor = digamma(total + prior * width);
            for c in cells {
                chances[c] = if total > 0.0 { (digamma(expected[c] + prior) - floor).exp() } else { 0.0 };
            }
        }
    }
    let mut found = Vec::new();
    for s in 0..source_words {
        for c in starts[s]..starts[s + 1] {
            if chances[c] > 1e-4 {
                found.push((s as u32, columns[c], chances[c] as f32));
            }
        }
    }
    found
}

/// The logarithmic derivative of the gamma function, for x > 0 (recurrence up to 6, then the asymptotic series).
fn digamma(mut x: f64) -> f64 {
    let mut shift = 0.0;
    while x < 6.0 {
        shift -= 1.0 / x;
        x += 1.0;
    }
    let square = 1.0 / (x * x);
    shift + x.ln() - 0.5 / x - square * (1.0 / 12.0 - square * (1.0 / 120.0 - square / 252.0))
}
