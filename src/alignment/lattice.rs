//! The paths through a corridor of scored beads: how likely each bead is over all paths, and the path worth most.
//!
//! The chances are those of a forward-backward pass (L. R. Rabiner, "A Tutorial on Hidden Markov Models", Proc. IEEE 77(2), 1989,
//! §III); the path given is the one with the most beads expected to be right, not the single likeliest path.

use std::ops::Range;

use super::score::{Corridor, IMPOSSIBLE, Scores};
use super::weights::{SHAPES, Weights};

/// A bead of a path and its chance.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Step {
    /// Segments of the first side.
    pub(super) source: Range<usize>,
    /// Segments of the second side.
    pub(super) target: Range<usize>,
    /// The chance that this bead is one of the right path.
    pub(super) chance: f32,
    /// What lengths and words say for the bead by itself, as a logarithm; 0 for a gap.
    pub(super) support: f32,
}

/// Kinds of moves from a place: the shapes, then a gap on each side.
const MOVES: usize = SHAPES.len() + 2;

fn shape_of(step: usize) -> (usize, usize) {
    match step {
        n if n < SHAPES.len() => SHAPES[n],
        n if n == SHAPES.len() => (1, 0),
        _ => (0, 1),
    }
}

/// Whether the move before was a gap: the first segment of a gap costs more than the next.
const STATES: usize = 2;

fn state_after(step: usize) -> usize {
    usize::from(step >= SHAPES.len())
}

/// The best way on from a place: what its beads are worth, and the move that begins it with its chance.
#[derive(Clone, Copy)]
struct Onward {
    worth: f64,
    step: u8,
    chance: f32,
}

/// The corridor with its scores.
pub(super) struct Lattice<'a> {
    corridor: &'a Corridor,
    starts: Vec<usize>,
    scores: &'a Scores,
    weights: &'a Weights,
    temperature: f64,
    /// The logarithms of the weights of a gap's first segment and of each further one.
    gaps: [f64; STATES],
}

impl<'a> Lattice<'a> {
    /// Takes scored beads; the corridor must hold the first and the last place.
    pub(super) fn new(corridor: &'a Corridor, scores: &'a Scores, weights: &'a Weights) -> Self {
        let temperature = f64::from(weights.temperature);
        let gaps = weights.gap.map(|gap| f64::from(gap) / temperature);
        Self { corridor, starts: corridor.starts(), scores, weights, temperature, gaps }
    }

    fn place(&self, i: usize, j: usize) -> Option<usize> {
        let row = self.corridor.row(i)?;
        (row.contains(&(j as u32))).then(|| self.starts[i - self.corridor.first] + j - row.start as usize)
    }

    /// The place from which a bead or gap of `a` and `b` segments leads here.
    fn before(&self, i: usize, j: usize, a: usize, b: usize) -> Option<usize> {
        self.place(i.checked_sub(a)?, j.checked_sub(b)?)
    }

    /// The path with the most beads expected to be right; empty when there is no path at all.
    pub(super) fn best(&self) -> Vec<Step> {
        let forward = self.forward();
        let (values, total) = self.expected(&forward);
        if total == f64::NEG_INFINITY {
            return Vec::new();
        }
        self.trace(&values)
    }

    fn places(&self) -> impl DoubleEndedIterator<Item = (usize, usize)> + '_ {
        let first = self.corridor.first;
        let rows = self.corridor.rows.iter().enumerate();
        rows.flat_map(move |(i, row)| row.clone().map(move |j| (first + i, j as usize)))
    }

    /// The logarithm of the sum of all paths to each place, as a bead goes on from it, and as a gap does.
    fn forward(&self) -> Vec<[f64; 2]> {
        let mut forward = vec![[f64::NEG_INFINITY; 2]; self.starts[self.starts.len() - 1]];
        for ((i, j), here) in self.places().zip(0..) {
            let mut beads = Sum::default();
            for (step, &(a, b)) in SHAPES.iter().enumerate() {
                if let Some(from) = self.before(i, j, a, b) {
                    beads.add(forward[from][0] + f64::from(self.scores.beads[from][step]) / self.temperature);
                }
            }
            let mut gaps = Sum::default();
            for (a, b) in [(1, 0), (0, 1)] {
                if let Some(from) = self.before(i, j, a, b) {
                    gaps.add(forward[from][1]);
                }
            }
            let beads = if here == 0 { 0.0 } else { beads.logarithm() };
            let gaps = gaps.logarithm();
            forward[here] = [log_sum(beads, gaps), log_sum(beads + self.gaps[0], gaps + self.gaps[1])];
        }
        forward
    }

    /// For every place the worth of the best way on from it, and the move that begins it; with the logarithm of all paths' sum.
    fn expected(&self, forward: &[[f64; 2]]) -> (Vec<Onward>, f64) {
        let last = forward.len() - 1;
        let total = forward[last][0];
        let mut backward = vec![[f64::NEG_INFINITY; STATES]; forward.len()];
        let mut values = vec![Onward { worth: f64::NEG_INFINITY, step: u8::MAX, chance: 0.0 }; forward.len()];
        backward[last] = [0.0; STATES];
        values[last].worth = 0.0;
        for ((i, j), here) in self.places().rev().zip((0..=last).rev()) {
            let (mut beads, mut gaps) = (Sum::default(), Sum::default());
            for step in 0..MOVES {
                let (a, b) = shape_of(step);
                let Some(there) = self.place(i + a, j + b) else { continue };
                let after = backward[there][state_after(step)];
                let chance = match self.scores.beads[here].get(step) {
                    Some(&score) => {
                        let weight = f64::from(score) / self.temperature + after;
                        beads.add(weight);
                        forward[here][0] + weight
                    }
                    None => {
                        gaps.add(after);
                        forward[here][1] + after
                    }
                };
                let chance = if chance - total > UNHEARD { (chance - total).exp() } else { 0.0 };
                let worth = chance - f64::from(self.weights.bead_cost) + values[there].worth;
                if (step >= SHAPES.len() || self.scores.beads[here][step] > IMPOSSIBLE) && worth > values[here].worth {
                    values[here] = Onward { worth, step: step as u8, chance: chance as f32 };
                }
            }
            if here < last {
                let (beads, gaps) = (beads.logarithm(), gaps.logarithm());
                backward[here] = self.gaps.map(|gap| log_sum(beads, gap + gaps));
            }
        }
        (values, total)
    }

    fn trace(&self, values: &[Onward]) -> Vec<Step> {
        let (mut i, mut j) = (self.corridor.first, self.corridor.rows[0].start as usize);
        let mut steps = Vec::new();
        while (i, j) != self.corridor.end() {
            let Some(here) = self.place(i, j) else { return Vec::new() };
            let Onward { step, chance, .. } = values[here];
            if step == u8::MAX {
                return Vec::new();
            }
            let (a, b) = shape_of(step as usize);
            let shape = self.weights.shapes.get(usize::from(step));
            let support = shape.map_or(0.0, |prior| self.scores.beads[here][usize::from(step)] - prior);
            steps.push(Step { source: i..i + a, target: j..j + b, chance, support });
            (i, j) = (i + a, j + b);
        }
        steps
    }
}

/// The logarithm of a sum of few numbers given by their logarithms.
#[derive(Default)]
struct Sum {
    terms: [f64; SHAPES.len()],
    count: usize,
}

impl Sum {
    fn add(&mut self, logarithm: f64) {
        if logarithm > f64::NEG_INFINITY {
            self.terms[self.count] = logarithm;
            self.count += 1;
        }
    }

    fn logarithm(&self) -> f64 {
        let terms = &self.terms[..self.count];
        let highest = terms.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        if self.count < 2 {
            return highest;
        }
        let sum: f64 = terms.iter().map(|term| term - highest).filter(|less| *less > UNHEARD).map(f64::exp).sum();
        highest + sum.ln()
    }
}

/// A number whose logarithm is so much below another's is lost in their sum, of 53 binary digits.
const UNHEARD: f64 = -37.0;

/// ln(e^a + e^b).
fn log_sum(a: f64, b: f64) -> f64 {
    let (high, low) = if a > b { (a, b) } else { (b, a) };
    if low - high > UNHEARD { high + (low - high).exp().ln_1p() } else { high }
}
