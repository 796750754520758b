//! The score of every bead that a corridor allows: prior, lengths and words, each bead as a whole.
//!
//! Length: W. A. Gale and K. W. Church, "A Program for Aligning Sentences in Bilingual Corpora", Computational Linguistics 19(1),
//! 1993. Words: the logarithm of IBM Model 1 against unigrams, in both directions, clipped for each word.

use std::ops::Range;

use super::evidence::Evidence;
use super::tokens::{Side, TypeId};
use super::weights::{SHAPES, Weights};

/// Which places (i, j) between segments a path may go through: for every i from 0 to the number of segments, a range of j.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Corridor {
    /// The allowed j of every i.
    pub(super) rows: Vec<Range<u32>>,
}

impl Corridor {
    /// Every place.
    pub(super) fn whole(source: usize, target: usize) -> Self {
        Self { rows: vec![0..target as u32 + 1; source + 1] }
    }

    /// How many places there are before each row, and in all.
    pub(super) fn starts(&self) -> Vec<usize> {
        let mut starts = Vec::with_capacity(self.rows.len() + 1);
        let mut sum = 0;
        for row in &self.rows {
            starts.push(sum);
            sum += row.len();
        }
        starts.push(sum);
        starts
    }
}

/// A bead that cannot be.
pub(super) const IMPOSSIBLE: f32 = f32::NEG_INFINITY;

/// The scores of the beads that begin at each place of a corridor, by [`SHAPES`].
pub(super) struct Scores {
    /// Scores by place.
    pub(super) beads: Vec<[f32; SHAPES.len()]>,
}

struct Hit {
    source: u16,
    target: u16,
    forward: f32,
    backward: f32,
}

/// The hits of one source segment: those with target segment j of the corridor row lie in `hits[starts[j - first]..]`.
#[derive(Default)]
struct HitRow {
    first: usize,
    starts: Vec<u32>,
    hits: Vec<Hit>,
}

impl HitRow {
    fn with(&self, j: usize) -> &[Hit] {
        if j < self.first || j + 1 >= self.first + self.starts.len() {
            return &[];
        }
        let at = j - self.first;
        &self.hits[self.starts[at] as usize..self.starts[at + 1] as usize]
    }
}

/// One direction's sums over the words of a bead.
#[derive(Default)]
struct Sums {
    at: Vec<f32>,
    /// The places that something was added to, with the token that stands there.
    touched: Vec<(u32, TypeId)>,
}

impl Sums {
    fn add(&mut self, place: usize, token: TypeId, value: f32) {
        if place >= self.at.len() {
            self.at.resize(place + 1, 0.0);
        }
        if self.at[place] == 0.0 {
            self.touched.push((place as u32, token));
        }
        self.at[place] += value;
    }
}

struct Scorer<'a> {
    sides: [&'a Side; 2],
    evidence: &'a Evidence,
    weights: &'a Weights,
    /// Sums of lengths and of known words before each segment, both sides.
    lengths: [Vec<f32>; 2],
    known: [Vec<u32>; 2],
    ratio: f32,
    /// What a known word says that finds no match.
    nothing: f32,
    /// The factor that takes it away again.
    without_nothing: f32,
    /// The least and the most odds of one word.
    clip: [f32; 2],
    /// For every type of both sides, share of the table over its chance, and whether it is known.
    gains: [Vec<(f32, bool)>; 2],
    /// Where each type of the second side stands: (segment, position).
    postings: Vec<Vec<(u32, u16)>>,
}

/// Scores every bead of a corridor.
pub(super) fn score(
    source: &Side,
    target: &Side,
    evidence: &Evidence,
    weights: &Weights,
    corridor: &Corridor,
) -> Scores {
    let scorer = Scorer::new([source, target], evidence, weights);
    let mut beads = Vec::with_capacity(*corridor.starts().last().expect("starts end with their sum"));
    let mut window: std::collections::VecDeque<HitRow> = std::collections::VecDeque::new();
    let (m, n) = (source.segments.len(), target.segments.len());
    let mut sums = [Sums::default(), Sums::default()];
    for (i, row) in corridor.rows.iter().enumerate() {
        while window.len() < 4 && i + window.len() < m {
            let next = i + window.len();
            // Beads that reach this segment began in its row or up to three above.
            let rows = &corridor.rows[next.saturating_sub(3)..=next];
            let first = rows.iter().map(|row| row.start).min().unwrap_or(0) as usize;
            let end = rows.iter().map(|row| row.end).max().unwrap_or(0) as usize + 3;
            window.push_back(scorer.hits(next, first..end.min(n)));
        }
        for j in row.clone() {
            let j = j as usize;
            let mut scores = [IMPOSSIBLE; SHAPES.len()];
            for (shape, &(a, b)) in SHAPES.iter().enumerate() {
                let inside = i + a <= m && j + b <= n && corridor.rows[i + a].contains(&((j + b) as u32));
                if inside {
                    scores[shape] = weights.shapes[shape] + scorer.bead(i, a, j, b, &window, &mut sums);
                }
            }
            beads.push(scores);
        }
        window.pop_front();
    }
    Scores { beads }
}

impl<'a> Scorer<'a> {
    fn new(sides: [&'a Side; 2], evidence: &'a Evidence, weights: &'a Weights) -> Self {
        let running = |side: usize| {
            let mut sum = 0.0;
            let mut sums = vec![0.0];
            for segment in &sides[side].segments {
                sum += segment.length;
                sums.push(sum);
            }
            sums
        };
        let known = |side: usize| {
            let mut sum = 0;
            let mut sums = vec![0];
            for segment in &sides[side].segments {
                sum += segment.tokens.iter().filter(|&&t| evidence.known[side][t as usize]).count() as u32;
                sums.push(sum);
            }
            sums
        };
        let lengths = [running(0), running(1)];
        let totals = [lengths[0][sides[0].segments.len()], lengths[1][sides[1].segments.len()]];
        let ratio = (totals[1] + weights.ratio_trust * USUAL_RATIO) / (totals[0] + weights.ratio_trust);
        let mut postings = vec![Vec::new(); sides[1].types.len()];
        for (j, segment) in sides[1].segments.iter().enumerate() {
            for (place, &token) in segment.tokens.iter().enumerate().take(usize::from(u16::MAX)) {
                postings[token as usize].push((j as u32, place as u16));
            }
        }
        let nothing = (1.0 - weights.table).ln().max(weights.clip[0]);
        let gains = |side: usize| {
            let types = evidence.chance[side].iter().zip(&evidence.known[side]);
            types.map(|(chance, known)| (weights.table / chance, *known)).collect()
        };
        Self {
            sides,
            evidence,
            weights,
            known: [known(0), known(1)],
            lengths,
            ratio,
            nothing,
            without_nothing: (-nothing).exp(),
            clip: weights.clip.map(f32::exp),
            gains: [gains(0), gains(1)],
            postings,
        }
    }

    fn hits(&self, i: usize, columns: Range<usize>) -> HitRow {
        let mut found: Vec<(u32, Hit)> = Vec::new();
        for (source, &token) in self.sides[0].segments[i].tokens.iter().enumerate().take(usize::from(u16::MAX)) {
            for known in &self.evidence.matches[token as usize] {
                let postings = &self.postings[known.other as usize];
                let start = postings.partition_point(|&(j, _)| (j as usize) < columns.start);
                for &(j, target) in postings[start..].iter().take_while(|&&(j, _)| (j as usize) < columns.end) {
                    found.push((
                        j,
                        Hit { source: source as u16, target, forward: known.forward, backward: known.backward },
                    ));
                }
            }
        }
        found.sort_by_key(|(j, _)| *j);
        let mut row = HitRow { first: columns.start, starts: Vec::with_capacity(columns.len() + 1), hits: Vec::new() };
        let mut all = found.into_iter().peekable();
        for j in columns {
            row.starts.push(row.hits.len() as u32);
            while let Some((_, hit)) = all.next_if(|(column, _)| *column as usize == j) {
                row.hits.push(hit);
            }
        }
        row.starts.push(row.hits.len() as u32);
        row
    }

    /// What lengths and words say for the bead of `a` segments from `i` and `b` segments from `j`.
    fn bead(
        &self,
        i: usize,
        a: usize,
        j: usize,
        b: usize,
        window: &std::collections::VecDeque<HitRow>,
        sums: &mut [Sums; 2],
    ) -> f32 {
        let w = self.weights;
        let length =
            |side: usize, from: usize, count: usize| self.lengths[side][from + count] - self.lengths[side][from];
        let (source, target) = (length(0, i, a), length(1, j, b));
        let expected = source * self.ratio;
        let spread = (w.variance * (expected + target).max(1.0)).sqrt();
        let distance = (target - expected) / spread;
        let mut score = -w.length * 0.5 * distance * distance;
        if score < HOPELESS && a + b > 2 {
            return IMPOSSIBLE;
        }
        let mut source_start = 0;
        for (row, segment) in window.iter().zip(&self.sides[0].segments[i..i + a]) {
            let mut target_start = 0;
            for column in j..j + b {
                let tokens = &self.sides[1].segments[column].tokens;
                for hit in row.with(column) {
                    let (from, to) = (usize::from(hit.source), usize::from(hit.target));
                    sums[1].add(target_start + to, tokens[to], hit.forward);
                    sums[0].add(source_start + from, segment.tokens[from], hit.backward);
                }
                target_start += tokens.len();
            }
            source_start += segment.tokens.len();
        }
        let words = [source_start, (j..j + b).map(|column| self.sides[1].segments[column].tokens.len()).sum::<usize>()];
        let (starts, counts) = ([i, j], [a, b]);
        for side in 0..2 {
            let known = self.known[side][starts[side] + counts[side]] - self.known[side][starts[side]];
            let found = self.said(side, &mut sums[side], words[1 - side]);
            score += w.words * 0.5 * (self.nothing * known as f32 + found);
        }
        score
    }

    /// What the words of one side that found matches say beyond finding none, when the other side has so many `others`.
    ///
    /// The logarithms of the words are taken together, of their product.
    fn said(&self, side: usize, sums: &mut Sums, others: usize) -> f32 {
        let (mut said, mut product) = (0.0, 1.0_f64);
        let share = 1.0 / (others as f32 + 1.0);
        for (place, token) in sums.touched.drain(..) {
            let sum = std::mem::take(&mut sums.at[place as usize]);
            let (gain, known) = self.gains[side][token as usize];
            let odds = (gain * sum * share + 1.0 - self.weights.table).clamp(self.clip[0], self.clip[1]);
            product *= f64::from(if known { odds * self.without_nothing } else { odds.max(1.0) });
            if !(1e-200..1e200).contains(&product) {
                said += product.ln();
                product = 1.0;
            }
        }
        (said + product.ln()) as f32
    }
}

/// A bead of several segments whose lengths alone say this is not looked at further.
const HOPELESS: f32 = -12.0;

/// Characters of English for each of Arabic, spaces left out.
const USUAL_RATIO: f32 = 1.2;
