//! The score of every bead that a corridor allows: prior, lengths and words, each bead as a whole.
//!
//! Length: W. A. Gale and K. W. Church, "A Program for Aligning Sentences in Bilingual Corpora", Computational Linguistics 19(1),
//! 1993. Words: the logarithm of IBM Model 1 against unigrams, in both directions, clipped for each word.

use std::collections::VecDeque;
use std::ops::Range;

use super::evidence::Evidence;
use super::tokens::{SegmentTokens, Side, TypeId};
use super::weights::{SHAPES, Weights};

/// Which places (i, j) between segments a path may go through, from the first place of the first row to the last of the last.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Corridor {
    /// The i of the first row.
    pub(super) first: usize,
    /// The allowed j of every i.
    pub(super) rows: Vec<Range<u32>>,
}

impl Corridor {
    /// Every place.
    pub(super) fn whole(source: usize, target: usize) -> Self {
        Self { first: 0, rows: vec![0..target as u32 + 1; source + 1] }
    }

    /// The allowed j of an i.
    pub(super) fn row(&self, i: usize) -> Option<&Range<u32>> {
        self.rows.get(i.checked_sub(self.first)?)
    }

    /// The last place.
    pub(super) fn end(&self) -> (usize, usize) {
        let last = self.rows.last().map_or(0, |row| row.end as usize - 1);
        (self.first + self.rows.len() - 1, last)
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

    /// How many places there are.
    pub(super) fn size(&self) -> usize {
        self.rows.iter().map(ExactSizeIterator::len).sum()
    }
}

/// A bead that cannot be.
pub(super) const IMPOSSIBLE: f32 = f32::NEG_INFINITY;

/// The scores of the beads that begin at each place of a corridor, by [`SHAPES`].
pub(super) struct Scores {
    /// Scores by place.
    pub(super) beads: Vec<[f32; SHAPES.len()]>,
}

/// Two words of a source segment and a target segment that may render each other, by their places among the distinct tokens
/// there: what each occurrence of the target word gains by the source word, and the other way round.
#[derive(Clone, Copy, Default)]
struct Hit {
    source: u32,
    target: u32,
    forward: f32,
    backward: f32,
}

/// The most segments of one side in a bead.
pub(super) const LONGEST: usize = 4;

/// What is known of one source segment beside the target segments from `first` on.
struct Row {
    first: usize,
    /// The hits with target segment `first + k` lie in `hits[starts[k]..starts[k + 1]]`.
    starts: Vec<u32>,
    hits: Vec<Hit>,
    /// What the segment's own words say of the target segments from `first + k`, one to four of them.
    backward: Vec<[f32; LONGEST]>,
}

impl Row {
    fn with(&self, j: usize) -> &[Hit] {
        let Some(at) = j.checked_sub(self.first).filter(|at| at + 1 < self.starts.len()) else { return &[] };
        &self.hits[self.starts[at] as usize..self.starts[at + 1] as usize]
    }
}

/// The sums over the words of one segment, by their places among its distinct tokens.
#[derive(Default)]
struct Sums {
    at: Vec<f32>,
    /// The places that something was added to.
    touched: Vec<u32>,
}

impl Sums {
    fn add(&mut self, place: u32, value: f32) {
        let at = place as usize;
        if value == 0.0 {
            return;
        }
        if at >= self.at.len() {
            self.at.resize(at + 1, 0.0);
        }
        if self.at[at] == 0.0 {
            self.touched.push(place);
        }
        self.at[at] += value;
    }

    fn clear(&mut self) {
        for place in self.touched.drain(..) {
            self.at[place as usize] = 0.0;
        }
    }
}

/// What the scores of all beads of two sides are made of.
pub(super) struct Scorer<'a> {
    sides: [&'a Side; 2],
    evidence: &'a Evidence,
    weights: &'a Weights,
    /// Sums of lengths, of tokens and of known tokens before each segment, both sides.
    lengths: [Vec<f32>; 2],
    tokens: [Vec<u32>; 2],
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
    /// Where each type of the second side stands: segment, and place among the distinct tokens there.
    postings: Vec<Vec<(u32, u32)>>,
}

/// The sums of a number of each segment before each of them, and of all.
fn running<N: Copy + Default + std::ops::Add<Output = N>>(side: &Side, of: impl Fn(&SegmentTokens) -> N) -> Vec<N> {
    let mut sum = N::default();
    let mut sums = vec![sum];
    for segment in &side.segments {
        sum = sum + of(segment);
        sums.push(sum);
    }
    sums
}

impl<'a> Scorer<'a> {
    /// Takes both sides with what is known about their words.
    pub(super) fn new(sides: [&'a Side; 2], evidence: &'a Evidence, weights: &'a Weights) -> Self {
        let lengths = sides.map(|side| running(side, |segment| segment.length));
        let totals = [lengths[0][sides[0].segments.len()], lengths[1][sides[1].segments.len()]];
        let ratio = (totals[1] + weights.ratio_trust * USUAL_RATIO) / (totals[0] + weights.ratio_trust);
        let known = |side: usize| {
            let known = |(token, count): &(TypeId, u32)| if evidence.known[side][*token as usize] { *count } else { 0 };
            running(sides[side], |segment| segment.tokens.iter().map(known).sum::<u32>())
        };
        let mut postings = vec![Vec::new(); sides[1].types.len()];
        for (segment, j) in sides[1].segments.iter().zip(0..) {
            for (&(token, _), place) in segment.tokens.iter().zip(0..) {
                postings[token as usize].push((j, place));
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
            tokens: sides.map(|side| running(side, |segment| segment.count)),
            lengths,
            ratio,
            nothing,
            without_nothing: (-nothing).exp(),
            clip: weights.clip.map(f32::exp),
            gains: [gains(0), gains(1)],
            postings,
        }
    }

    /// Scores every bead of a corridor.
    ///
    /// The words of a target segment look at the source segments of a bead, whichever target segments stand beside it; so what
    /// they say is worked out once for each run of source segments, and the other way round, and a bead only adds up.
    pub(super) fn scores(&self, corridor: &Corridor) -> Scores {
        let mut beads = Vec::with_capacity(corridor.size());
        let mut window: VecDeque<Row> = VecDeque::new();
        let (m, n) = corridor.end();
        let mut sums = Sums::default();
        for (row, i) in corridor.rows.iter().zip(corridor.first..) {
            while window.len() < LONGEST && i + window.len() < m {
                let next = i + window.len() - corridor.first;
                // Beads that reach this segment began in its row or up to three above.
                let rows = &corridor.rows[next.saturating_sub(LONGEST - 1)..=next];
                let first = rows.iter().map(|row| row.start).min().unwrap_or(0) as usize;
                let end = rows.iter().map(|row| row.end).max().unwrap_or(0) as usize + LONGEST - 1;
                window.push_back(self.row(corridor.first + next, first..end.min(n), &mut sums));
            }
            let first = row.start as usize;
            let columns = first..(row.end as usize + LONGEST - 1).min(n);
            let forward: Vec<[f32; LONGEST]> =
                columns.map(|column| self.forward(i, column, &window, &mut sums)).collect();
            for j in first..row.end as usize {
                let said = |a: usize, b: usize| -> f32 {
                    let there: f32 = forward[j - first..j - first + b].iter().map(|said| said[a - 1]).sum();
                    let back: f32 = window.iter().take(a).map(|row| row.backward[j - row.first][b - 1]).sum();
                    there + back
                };
                beads.push(self.beads((i, j), corridor, said));
            }
            window.pop_front();
        }
        Scores { beads }
    }

    /// The scores of the beads from one place, when the words of `a` and `b` segments from there say so much for each other.
    fn beads(
        &self,
        (i, j): (usize, usize),
        corridor: &Corridor,
        said: impl Fn(usize, usize) -> f32,
    ) -> [f32; SHAPES.len()] {
        let mut scores = [IMPOSSIBLE; SHAPES.len()];
        for (shape, &(a, b)) in SHAPES.iter().enumerate() {
            let inside = corridor.row(i + a).is_some_and(|row| row.contains(&((j + b) as u32)));
            if let Some(length) = inside.then(|| self.length(i, a, j, b)).flatten() {
                scores[shape] = self.weights.shapes[shape] + length + self.words(i, a, j, b, said(a, b));
            }
        }
        scores
    }

    /// A source segment beside a range of target segments.
    fn row(&self, i: usize, columns: Range<usize>, sums: &mut Sums) -> Row {
        let mut found: Vec<(u32, Hit)> = Vec::new();
        let mut starts = vec![0; columns.len() + 1];
        for (&(token, _), source) in self.sides[0].segments[i].tokens.iter().zip(0..) {
            for known in &self.evidence.matches[token as usize] {
                let postings = &self.postings[known.other as usize];
                let start = postings.partition_point(|&(j, _)| (j as usize) < columns.start);
                for &(j, target) in postings[start..].iter().take_while(|&&(j, _)| (j as usize) < columns.end) {
                    starts[j as usize - columns.start + 1] += 1;
                    found.push((j, Hit { source, target, forward: known.forward, backward: known.backward }));
                }
            }
        }
        for at in 1..starts.len() {
            starts[at] += starts[at - 1];
        }
        let mut next = starts.clone();
        let mut hits = vec![Hit::default(); found.len()];
        for (j, hit) in found {
            let next: &mut u32 = &mut next[j as usize - columns.start];
            hits[*next as usize] = hit;
            *next += 1;
        }
        let mut row = Row { first: columns.start, starts, hits, backward: Vec::new() };
        row.backward = columns.map(|j| self.backward(i, j, &row, sums)).collect();
        row
    }

    /// What the words of target segment `j` say of the source segments from `i`, one to four of them.
    fn forward(&self, i: usize, j: usize, window: &VecDeque<Row>, sums: &mut Sums) -> [f32; LONGEST] {
        let mut said = [0.0; LONGEST];
        for (above, row) in window.iter().enumerate() {
            let tokens = &self.sides[0].segments[i + above].tokens;
            for hit in row.with(j) {
                sums.add(hit.target, hit.forward * tokens[hit.source as usize].1 as f32);
            }
            said[above] = self.said(1, j, sums, self.tokens[0][i + above + 1] - self.tokens[0][i]);
        }
        sums.clear();
        said
    }

    /// What the words of source segment `i` say of the target segments from `j`, one to four of them.
    fn backward(&self, i: usize, j: usize, row: &Row, sums: &mut Sums) -> [f32; LONGEST] {
        let mut said = [0.0; LONGEST];
        for (column, said) in (j..self.sides[1].segments.len()).zip(&mut said) {
            let tokens = &self.sides[1].segments[column].tokens;
            for hit in row.with(column) {
                sums.add(hit.source, hit.backward * tokens[hit.target as usize].1 as f32);
            }
            *said = self.said(0, i, sums, self.tokens[1][column + 1] - self.tokens[1][j]);
        }
        sums.clear();
        said
    }

    /// What the lengths say for the bead of `a` segments from `i` and `b` segments from `j`; `None` where that is hopeless.
    fn length(&self, i: usize, a: usize, j: usize, b: usize) -> Option<f32> {
        let w = self.weights;
        let (source, target) =
            (self.lengths[0][i + a] - self.lengths[0][i], self.lengths[1][j + b] - self.lengths[1][j]);
        let expected = source * self.ratio;
        let spread = (w.variance * (expected + target).max(1.0)).sqrt();
        let distance = (target - expected) / spread;
        let score = -w.length * 0.5 * distance * distance;
        (score >= HOPELESS || a + b == 2).then_some(score)
    }

    /// What the words say for a bead, when those that found matches say so much beyond finding none.
    fn words(&self, i: usize, a: usize, j: usize, b: usize, found: f32) -> f32 {
        let known = (self.known[0][i + a] - self.known[0][i]) + (self.known[1][j + b] - self.known[1][j]);
        self.weights.words * 0.5 * (self.nothing * known as f32 + found)
    }

    /// What the words of one segment that found matches say beyond finding none, when the other side has so many `others`.
    ///
    /// The logarithms of the words are taken together, of their product.
    fn said(&self, side: usize, segment: usize, sums: &Sums, others: u32) -> f32 {
        let (mut said, mut product) = (0.0, 1.0_f64);
        let share = 1.0 / (others as f32 + 1.0);
        let tokens = &self.sides[side].segments[segment].tokens;
        for &place in &sums.touched {
            let (token, count) = tokens[place as usize];
            let (gain, known) = self.gains[side][token as usize];
            let odds = gain * sums.at[place as usize] * share + 1.0 - self.weights.table;
            let odds = odds.clamp(self.clip[0], self.clip[1]);
            let odds = f64::from(if known { odds * self.without_nothing } else { odds.max(1.0) });
            if count == 1 {
                product *= odds;
            } else {
                said += f64::from(count) * odds.ln();
            }
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

#[cfg(test)]
mod tests {
    use super::super::{BUILT_IN, Knowledge, Segment};
    use super::*;

    #[test]
    fn every_word_of_a_very_long_segment_is_looked_at_once() {
        let side = |filler: &str, end: &str| {
            let text = format!("{filler} ").repeat(66_000) + end;
            Side::of([Segment { text: &text, label: None }])
        };
        let sides = [side("كتاب", "المدرسة"), side("book", "school")];
        let lexicons = [Knowledge::of(&BUILT_IN)];
        let evidence = Evidence::gather(&sides[0], &sides[1], &lexicons, &Weights::RICH);
        let scorer = Scorer::new([&sides[0], &sides[1]], &evidence, &Weights::RICH);
        let row = scorer.row(0, 0..1, &mut Sums::default());
        let word = |side: usize, place: u32| {
            let (token, count) = sides[side].segments[0].tokens[place as usize];
            (sides[side].types[token as usize].word.as_str(), count)
        };
        let hits: Vec<_> = row.with(0).iter().map(|hit| (word(0, hit.source), word(1, hit.target))).collect();
        assert!(hits.contains(&(("كتاب", 66_000), ("book", 66_000))), "{hits:?}");
        assert!(hits.contains(&(("المدرسه", 1), ("school", 1))), "{hits:?}");
        assert!(hits.len() <= 4, "one hit for two words, however often they stand there");
    }
}
