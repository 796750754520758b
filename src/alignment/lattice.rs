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

/// The corridor with its scores.
pub(super) struct Lattice<'a> {
    corridor: &'a Corridor,
    starts: Vec<usize>,
    scores: &'a Scores,
    weights: &'a Weights,
}

impl<'a> Lattice<'a> {
    /// Takes scored beads; the corridor must hold the first and the last place.
    pub(super) fn new(corridor: &'a Corridor, scores: &'a Scores, weights: &'a Weights) -> Self {
        Self { corridor, starts: corridor.starts(), scores, weights }
    }

    fn place(&self, i: usize, j: usize) -> Option<usize> {
        let row = self.corridor.rows.get(i)?;
        (row.contains(&(j as u32))).then(|| self.starts[i] + j - row.start as usize)
    }

    /// The logarithm of a move's weight, divided by the temperature.
    fn weight(&self, place: usize, state: usize, step: usize) -> f64 {
        let score = if step < SHAPES.len() { self.scores.beads[place][step] } else { self.weights.gap[state] };
        f64::from(score / self.weights.temperature)
    }

    /// The path with the most beads expected to be right; empty when there is no path at all.
    pub(super) fn best(&self) -> Vec<Step> {
        let (m, n) = (self.corridor.rows.len() - 1, self.corridor.rows.last().map_or(0, |row| row.end as usize - 1));
        let forward = self.forward();
        let (values, total) = self.expected(&forward);
        if total == f64::NEG_INFINITY {
            return Vec::new();
        }
        self.trace(m, n, &values)
    }

    fn places(&self) -> impl DoubleEndedIterator<Item = (usize, usize)> + '_ {
        self.corridor.rows.iter().enumerate().flat_map(|(i, row)| row.clone().map(move |j| (i, j as usize)))
    }

    fn forward(&self) -> Vec<[f64; STATES]> {
        let mut forward = vec![[f64::NEG_INFINITY; STATES]; self.starts[self.starts.len() - 1]];
        forward[0][0] = 0.0;
        for (i, j) in self.places() {
            let here = self.place(i, j).expect("a place of the corridor");
            for state in 0..STATES {
                let before = forward[here][state];
                if before == f64::NEG_INFINITY {
                    continue;
                }
                for step in 0..MOVES {
                    let (a, b) = shape_of(step);
                    let weight = self.weight(here, state, step);
                    if weight == f64::NEG_INFINITY {
                        continue;
                    }
                    if let Some(there) = self.place(i + a, j + b) {
                        let cell = &mut forward[there][state_after(step)];
                        *cell = log_sum(*cell, before + weight);
                    }
                }
            }
        }
        forward
    }

    /// For every place the worth of the best way on from it, and the move that begins it; with the logarithm of all paths' sum.
    fn expected(&self, forward: &[[f64; STATES]]) -> (Vec<(f32, u8, f32)>, f64) {
        let last = forward.len() - 1;
        let total = log_sum(forward[last][0], forward[last][1]);
        let mut backward = vec![[f64::NEG_INFINITY; STATES]; forward.len()];
        let mut values = vec![(f32::NEG_INFINITY, u8::MAX, 0.0); forward.len()];
        backward[last] = [0.0; STATES];
        values[last] = (0.0, u8::MAX, 0.0);
        for (i, j) in self.places().rev() {
            let here = self.place(i, j).expect("a place of the corridor");
            for step in 0..MOVES {
                let (a, b) = shape_of(step);
                let Some(there) = self.place(i + a, j + b) else { continue };
                let mut chance = 0.0;
                for state in 0..STATES {
                    let weight = self.weight(here, state, step) + backward[there][state_after(step)];
                    if weight == f64::NEG_INFINITY {
                        continue;
                    }
                    backward[here][state] = log_sum(backward[here][state], weight);
                    chance += (forward[here][state] + weight - total).exp();
                }
                let worth = chance as f32 - self.weights.bead_cost + values[there].0;
                if (step >= SHAPES.len() || self.scores.beads[here][step] > IMPOSSIBLE) && worth > values[here].0 {
                    values[here] = (worth, step as u8, chance as f32);
                }
            }
        }
        (values, total)
    }

    fn trace(&self, m: usize, n: usize, values: &[(f32, u8, f32)]) -> Vec<Step> {
        let (mut i, mut j) = (0, 0);
        let mut steps = Vec::new();
        while (i, j) != (m, n) {
            let Some(here) = self.place(i, j) else { return Vec::new() };
            let (_, step, chance) = values[here];
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

/// ln(e^a + e^b).
fn log_sum(a: f64, b: f64) -> f64 {
    let (high, low) = if a > b { (a, b) } else { (b, a) };
    if low == f64::NEG_INFINITY { high } else { high + (low - high).exp().ln_1p() }
}
