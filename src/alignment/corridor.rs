//! Where the path of a long document may run: anchors of rare shared words, the heaviest chain of them that goes forward on both
//! sides, and a corridor around it; or a corridor around a path found before. Short documents need none: every place is allowed.

use std::collections::HashMap;
use std::ops::Range;

use super::evidence::Evidence;
use super::lattice::Step;
use super::score::Corridor;
use super::tokens::{Side, TokenKind};

/// Up to so many places a document is looked at whole.
pub(super) const SMALL: usize = 250_000;

/// A type that stands more often than this on its side is no anchor.
const RARE: usize = 8;
/// Half the width of a corridor at an anchor, in segments.
const NARROW: usize = 12;
/// Half the width of a corridor along a path found before.
const NEAR: usize = 5;
/// How fast a corridor widens with the distance from the nearest anchors: the half width grows by one in so many segments.
const WIDENING: usize = 4;
/// The most that half a corridor is wide before a path has touched its edge.
const WIDEST: usize = 250;
/// A corridor of more places than this is not widened further: two texts that need it are not each other's translation, and
/// their beads are told with the little confidence they have.
const MOST_PLACES: usize = 4_000_000;
/// A path that comes this near to the edge of its corridor touches it.
const EDGE: usize = 3;

/// A pair of segments that shares rare words.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Anchor {
    source: usize,
    target: usize,
    weight: f32,
}

/// The corridor of a document, and how to widen it.
pub(super) struct Route {
    /// For each row the middle of the corridor.
    middle: Vec<usize>,
    /// For each row half its width.
    half: Vec<usize>,
    columns: usize,
}

impl Route {
    /// A route along the anchors of two sides.
    pub(super) fn along_anchors(source: &Side, target: &Side, evidence: &Evidence) -> Self {
        let (m, n) = (source.segments.len(), target.segments.len());
        let mut points = vec![(0, 0)];
        points.extend(chain(&anchors(source, target, evidence)).iter().map(|anchor| (anchor.source, anchor.target)));
        points.push((m, n));
        let mut route = Self { middle: Vec::with_capacity(m + 1), half: Vec::with_capacity(m + 1), columns: n + 1 };
        let widest = (MOST_PLACES / (2 * m)).clamp(NARROW, WIDEST);
        for pair in points.windows(2) {
            let ((i, j), (to_i, to_j)) = (pair[0], pair[1]);
            for row in i..to_i {
                let done = row - i;
                route.middle.push(j + (to_j - j) * done / (to_i - i));
                let far = done.min(to_i - row).max((to_j - j).abs_diff(to_i - i) / 2);
                let half = NARROW + far / WIDENING + (to_j - j).abs_diff(to_i - i);
                route.half.push(half.min(widest));
            }
        }
        route.middle.push(n);
        route.half.push(NARROW);
        route
    }

    /// A route along a path found before, through so many segments of each side.
    pub(super) fn along_path(path: &[Step], source: usize, target: usize) -> Self {
        // Where the path stands at each row: a gap of the second side takes it through many places of one row.
        let mut spans = vec![(usize::MAX, 0); source + 1];
        spans[0] = (0, 0);
        for step in path {
            for span in &mut spans[step.source.start..=step.source.end] {
                *span = (span.0.min(step.target.start), span.1.max(step.target.end));
            }
        }
        let middle = spans.iter().map(|(low, high)| usize::midpoint(*low, *high)).collect();
        let half = spans.iter().map(|(low, high)| NEAR + (high - low).div_ceil(2)).collect();
        Self { middle, half, columns: target + 1 }
    }

    /// The places the route allows: without holes from one row to the next, from the first place to the last.
    pub(super) fn corridor(&self) -> Corridor {
        let last = self.middle.len() - 1;
        let mut rows: Vec<Range<u32>> = Vec::with_capacity(self.middle.len());
        for (i, (&middle, &half)) in self.middle.iter().zip(&self.half).enumerate() {
            let start = if i == 0 { 0 } else { middle.saturating_sub(half) };
            let end = if i == last { self.columns } else { (middle + half + 1).min(self.columns) };
            rows.push(start as u32..end as u32);
        }
        for i in 1..rows.len() {
            let reach = rows[i - 1].end;
            if rows[i].start >= reach {
                rows[i].start = reach - 1;
            }
        }
        Corridor { rows }
    }

    /// Widens the route where a path came near its edge; tells whether it did anywhere.
    pub(super) fn widen(&mut self, path: &[Step]) -> bool {
        let mut touched = Vec::new();
        for step in path {
            let (i, j) = (step.source.end, step.target.end);
            let (low, high) = (self.middle[i].saturating_sub(self.half[i]), self.middle[i] + self.half[i]);
            let near_low = low > 0 && j <= low + EDGE;
            let near_high = high < self.columns - 1 && j + EDGE >= high;
            if near_low || near_high {
                touched.push(i);
            }
        }
        let mut widened = vec![false; self.half.len()];
        for i in &touched {
            let reach = self.half[*i] * 2;
            for flag in &mut widened[i.saturating_sub(reach)..(i + reach).min(self.half.len())] {
                *flag = true;
            }
        }
        for (half, widened) in self.half.iter_mut().zip(&widened) {
            if *widened {
                *half *= 2;
            }
        }
        !touched.is_empty() && self.half.iter().sum::<usize>() * 2 <= MOST_PLACES
    }
}

/// Pairs of segments that share rare words known to render one another.
fn anchors(source: &Side, target: &Side, evidence: &Evidence) -> Vec<Anchor> {
    let places = |side: &Side| {
        let mut places: Vec<Vec<u32>> = vec![Vec::new(); side.types.len()];
        for (index, segment) in side.segments.iter().enumerate() {
            for &token in &segment.tokens {
                let places = &mut places[token as usize];
                if places.len() <= RARE && places.last() != Some(&(index as u32)) {
                    places.push(index as u32);
                }
            }
        }
        places
    };
    let (source_places, target_places) = (places(source), places(target));
    let mut weights: HashMap<(u32, u32), f32> = HashMap::new();
    for (id, token) in source.types.iter().enumerate() {
        let here = &source_places[id];
        if token.kind == TokenKind::Mark || here.len() > RARE {
            continue;
        }
        for known in &evidence.matches[id] {
            let there = &target_places[known.other as usize];
            if there.len() > RARE || there.is_empty() {
                continue;
            }
            let weight = (known.forward * known.backward).sqrt() / here.len().max(there.len()) as f32;
            for &i in here {
                for &j in there {
                    *weights.entry((i, j)).or_insert(0.0) += weight;
                }
            }
        }
    }
    let mut anchors: Vec<Anchor> = weights
        .into_iter()
        .filter(|(_, weight)| *weight > LEAST_ANCHOR)
        .map(|((i, j), weight)| Anchor { source: i as usize, target: j as usize, weight })
        .collect();
    anchors.sort_unstable_by_key(|anchor| (anchor.source, anchor.target));
    anchors
}

/// What a pair of segments must share to be an anchor.
const LEAST_ANCHOR: f32 = 0.15;

/// The heaviest chain of anchors that goes forward on both sides.
fn chain(anchors: &[Anchor]) -> Vec<Anchor> {
    let width = anchors.iter().map(|anchor| anchor.target).max().map_or(0, |last| last + 2);
    // Heaviest chain that ends before each target segment, as a tree of prefix maxima: (weight, anchor).
    let mut tree: Vec<(f32, usize)> = vec![(0.0, usize::MAX); width + 1];
    let mut before = vec![usize::MAX; anchors.len()];
    let mut weights = vec![0.0; anchors.len()];
    let mut from = 0;
    while from < anchors.len() {
        let row = anchors[from].source;
        let to = from + anchors[from..].iter().take_while(|anchor| anchor.source == row).count();
        for index in from..to {
            let mut best = (0.0, usize::MAX);
            let mut at = anchors[index].target;
            while at > 0 {
                if tree[at].0 > best.0 {
                    best = tree[at];
                }
                at &= at - 1;
            }
            before[index] = best.1;
            weights[index] = best.0 + anchors[index].weight;
        }
        for index in from..to {
            let mut at = anchors[index].target + 1;
            while at <= width {
                if weights[index] > tree[at].0 {
                    tree[at] = (weights[index], index);
                }
                at += at & at.wrapping_neg();
            }
        }
        from = to;
    }
    let mut chain = Vec::new();
    let mut at =
        (0..anchors.len()).max_by(|a, b| weights[*a].total_cmp(&weights[*b]).then(b.cmp(a))).unwrap_or(usize::MAX);
    while at != usize::MAX {
        chain.push(anchors[at]);
        at = before[at];
    }
    chain.reverse();
    chain
}
