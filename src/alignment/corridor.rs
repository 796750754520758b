//! Where the path of a long document may run: anchors of rare shared words, the heaviest chain of them that goes forward on both
//! sides, and a corridor around it; or a corridor around a path found before. Short documents need none: every place is allowed.

use std::collections::HashMap;
use std::ops::Range;

use super::evidence::Evidence;
use super::lattice::Step;
use super::score::{Corridor, LONGEST};
use super::tokens::{Side, TokenKind, TypeId};

/// Up to so many places a document is looked at whole.
pub(super) const SMALL: usize = 250_000;

/// A type that stands in more segments than this on its side is no anchor.
const RARE: usize = 8;
/// Half the width of a corridor at an anchor, in segments.
const NARROW: usize = 12;
/// Half the width of a corridor along a path found before.
const NEAR: usize = 5;
/// How fast a corridor widens with the distance from the nearest anchors: the half width grows by one in so many segments.
const WIDENING: usize = 4;
/// The most that half a corridor is wide before a path has touched its edge.
const WIDEST: usize = 250;
/// A corridor has at most about so many places, unless it is at its narrowest, and so many more are walked again where a path
/// came near the edge: two texts that would need more are not each other's translation, and their beads are told with the
/// little confidence they have.
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
    /// How many places may still be walked again.
    left: usize,
}

/// A stretch of a path that is to be walked again.
pub(super) struct Stretch {
    /// The rows where the corridor became wider.
    pub(super) rows: Range<usize>,
    /// The steps of the path that are to be replaced.
    pub(super) steps: Range<usize>,
    /// Where they may run now.
    pub(super) corridor: Corridor,
}

impl Route {
    /// A route along the anchors of two sides.
    pub(super) fn along_anchors(sides: [&Side; 2], evidence: &Evidence) -> Self {
        let [m, n] = sides.map(|side| side.segments.len());
        let points = points(sides, evidence);
        let (middle, half) = (Vec::with_capacity(m + 1), Vec::with_capacity(m + 1));
        let mut route = Self { middle, half, columns: n + 1, left: MOST_PLACES };
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
        Self { middle, half, columns: target + 1, left: 0 }
    }

    /// The places the route allows: without holes from one row to the next, from the first place to the last.
    pub(super) fn corridor(&self) -> Corridor {
        self.between((0, 0), (self.middle.len() - 1, self.columns - 1))
    }

    fn between(&self, first: (usize, usize), last: (usize, usize)) -> Corridor {
        let mut rows: Vec<Range<u32>> = Vec::with_capacity(last.0 + 1 - first.0);
        for i in first.0..=last.0 {
            let (middle, half) = (self.middle[i], self.half[i]);
            let start = if i == first.0 { first.1 } else { middle.saturating_sub(half).clamp(first.1, last.1) };
            let end = if i == last.0 { last.1 } else { (middle + half).clamp(start, last.1) };
            rows.push(start as u32..end as u32 + 1);
        }
        for i in 1..rows.len() {
            let reach = rows[i - 1].end;
            if rows[i].start >= reach {
                rows[i].start = reach - 1;
            }
        }
        Corridor { first: first.0, rows }
    }

    /// Widens the route where a path came near its edge in some rows, and tells which stretches are to be walked again; none
    /// when it came near nowhere, or when too much has been walked already.
    pub(super) fn widen(&mut self, path: &[Step], rows: &Range<usize>) -> Vec<Stretch> {
        let mut spans: Vec<Range<usize>> = Vec::new();
        for step in path {
            let (i, j) = (step.source.end, step.target.end);
            if !rows.contains(&i) || !self.touches(i, j) {
                continue;
            }
            let reach = self.half[i] * 2;
            let (start, end) = (i.saturating_sub(reach), (i + reach + 1).min(self.half.len()));
            match spans.last_mut() {
                // No step may belong to two stretches.
                Some(last) if start <= last.end + LONGEST => {
                    (last.start, last.end) = (last.start.min(start), last.end.max(end));
                }
                _ => spans.push(start..end),
            }
        }
        spans.into_iter().filter_map(|span| self.widened(span, path)).collect()
    }

    /// Whether a path that goes through a place comes near the edge there.
    fn touches(&self, i: usize, j: usize) -> bool {
        let (low, high) = (self.middle[i].saturating_sub(self.half[i]), self.middle[i] + self.half[i]);
        (low > 0 && j <= low + EDGE) || (high < self.columns - 1 && j + EDGE >= high)
    }

    fn widened(&mut self, rows: Range<usize>, path: &[Step]) -> Option<Stretch> {
        let last = self.middle.len() - 1;
        let from = if rows.start == 0 { 0 } else { path.partition_point(|step| step.source.end <= rows.start) };
        let to = if rows.end > last { path.len() } else { path.partition_point(|step| step.source.start < rows.end) };
        let (first_step, last_step) = (path.get(from)?, path.get(to.checked_sub(1)?)?);
        let before = self.half[rows.clone()].to_vec();
        self.half[rows.clone()].iter_mut().for_each(|half| *half *= 2);
        let start = (first_step.source.start, first_step.target.start);
        let corridor = self.between(start, (last_step.source.end, last_step.target.end));
        if corridor.size() > self.left {
            self.half[rows].copy_from_slice(&before);
            return None;
        }
        self.left -= corridor.size();
        Some(Stretch { rows, steps: from..to, corridor })
    }
}

/// The places that a path is to go near, from the first to the last: anchors of the whole document, and where they are far from
/// each other, as in a long document or one that repeats itself, anchors of a window at a time.
fn points(sides: [&Side; 2], evidence: &Evidence) -> Vec<(usize, usize)> {
    let [m, n] = sides.map(|side| side.segments.len());
    let mut finder = AnchorFinder::new(sides, evidence);
    let mut ends = vec![(0, 0)];
    ends.extend(chain(&finder.anchors(0..m, 0..n)).iter().map(|anchor| (anchor.source, anchor.target)));
    ends.push((m, n));
    let mut points = vec![(0, 0)];
    for pair in ends.windows(2) {
        let ((i, j), (to_i, to_j)) = (pair[0], pair[1]);
        if to_i - i > FAR && to_j > j {
            let windows = (i..to_i).step_by(WINDOW).map(|start| start..(start + WINDOW).min(to_i));
            let column = |row: usize| j + (to_j - j) * (row - i) / (to_i - i);
            let inner = windows.flat_map(|rows| {
                let (low, high) = (column(rows.start).saturating_sub(MARGIN), column(rows.end) + MARGIN);
                finder.anchors(rows, low.max(j + 1)..high.min(to_j))
            });
            let inner: Vec<Anchor> = inner.filter(|anchor| anchor.source > i).collect();
            points.extend(chain(&inner).iter().map(|anchor| (anchor.source, anchor.target)));
        }
        points.push((to_i, to_j));
    }
    points
}

/// Anchors that are further from each other than this, in segments, want others between them.
const FAR: usize = 40;
/// Segments of a window of the first side.
const WINDOW: usize = 500;
/// By so many segments the window of the second side is longer at both ends.
const MARGIN: usize = 250;

/// Finds pairs of segments that share rare words known to render one another.
struct AnchorFinder<'a> {
    sides: [&'a Side; 2],
    evidence: &'a Evidence,
    /// In which segments of a window each type stands, up to one more than [`RARE`].
    places: [Vec<Vec<u32>>; 2],
}

impl<'a> AnchorFinder<'a> {
    fn new(sides: [&'a Side; 2], evidence: &'a Evidence) -> Self {
        Self { sides, evidence, places: sides.map(|side| vec![Vec::new(); side.types.len()]) }
    }

    /// The anchors between some segments of both sides, in order; words are rare that are rare among these.
    fn anchors(&mut self, rows: Range<usize>, columns: Range<usize>) -> Vec<Anchor> {
        let types = [self.find(0, rows), self.find(1, columns)];
        let mut weights: HashMap<(u32, u32), f32> = HashMap::new();
        for &id in &types[0] {
            let here = &self.places[0][id as usize];
            if self.sides[0].types[id as usize].kind == TokenKind::Mark || here.len() > RARE {
                continue;
            }
            for known in &self.evidence.matches[id as usize] {
                let there = &self.places[1][known.other as usize];
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
        for (places, types) in self.places.iter_mut().zip(&types) {
            for id in types {
                places[*id as usize].clear();
            }
        }
        let heavy = weights.into_iter().filter(|(_, weight)| *weight > LEAST_ANCHOR);
        let mut anchors: Vec<Anchor> =
            heavy.map(|((i, j), weight)| Anchor { source: i as usize, target: j as usize, weight }).collect();
        anchors.sort_unstable_by_key(|anchor| (anchor.source, anchor.target));
        anchors
    }

    /// Finds where each type stands in some segments of a side; returns the types.
    fn find(&mut self, side: usize, segments: Range<usize>) -> Vec<TypeId> {
        let mut types = Vec::new();
        for index in segments {
            for &(token, _) in &self.sides[side].segments[index].tokens {
                let places = &mut self.places[side][token as usize];
                if places.is_empty() {
                    types.push(token);
                }
                if places.len() <= RARE {
                    places.push(index as u32);
                }
            }
        }
        types
    }
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
