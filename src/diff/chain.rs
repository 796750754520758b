//! Increasing chains among pairs of places: which of many possible pairs keep the order of both sides and weigh most. It knows
//! nothing of text.

/// A possible pair of a place on the old side and a place on the new.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Candidate {
    pub(super) old: usize,
    pub(super) new: usize,
    /// What the pair is worth; at least 1.
    pub(super) weight: u64,
}

/// How many things at least were moved, given the old and the new place of each: all but the most that keep their order.
#[must_use]
pub fn moved(places: &[(usize, usize)]) -> usize {
    let candidates = places.iter().map(|&(old, new)| Candidate { old, new, weight: 1 }).collect();
    places.len() - heaviest_chain(candidates).len()
}

/// The heaviest set of candidates in which both places strictly increase, in order. `O(n log n)` for n candidates.
pub(super) fn heaviest_chain(mut candidates: Vec<Candidate>) -> Vec<Candidate> {
    // New places fall within one old place, so that two candidates of one old place cannot follow each other.
    candidates.sort_by(|a, b| a.old.cmp(&b.old).then(b.new.cmp(&a.new)));
    let width = candidates.iter().map(|c| c.new + 1).max().unwrap_or(0);
    let mut best = PrefixBest::new(width);
    let mut before: Vec<Option<usize>> = Vec::with_capacity(candidates.len());
    for (index, candidate) in candidates.iter().enumerate() {
        let (weight, previous) = best.below(candidate.new);
        before.push(previous);
        best.raise(candidate.new, weight + candidate.weight, index);
    }
    let mut chain = Vec::new();
    let mut last = best.below(width).1;
    while let Some(index) = last {
        chain.push(candidates[index]);
        last = before[index];
    }
    chain.reverse();
    chain
}

/// A Fenwick tree of the heaviest chain that ends before a place: weight and index of its last candidate.
struct PrefixBest {
    tree: Vec<(u64, Option<usize>)>,
}

impl PrefixBest {
    fn new(width: usize) -> Self {
        Self { tree: vec![(0, None); width + 1] }
    }

    /// The best among places smaller than `place`.
    fn below(&self, place: usize) -> (u64, Option<usize>) {
        let mut best = (0, None);
        let mut node = place;
        while node > 0 {
            if self.tree[node].0 > best.0 {
                best = self.tree[node];
            }
            node &= node - 1;
        }
        best
    }

    fn raise(&mut self, place: usize, weight: u64, index: usize) {
        let mut node = place + 1;
        while node < self.tree.len() {
            if weight > self.tree[node].0 {
                self.tree[node] = (weight, Some(index));
            }
            node += node & node.wrapping_neg();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chain(pairs: &[(usize, usize, u64)]) -> Vec<(usize, usize)> {
        let candidates = pairs.iter().map(|&(old, new, weight)| Candidate { old, new, weight }).collect();
        heaviest_chain(candidates).iter().map(|c| (c.old, c.new)).collect()
    }

    #[test]
    fn what_keeps_its_order_was_not_moved() {
        assert_eq!(moved(&[]), 0);
        assert_eq!(moved(&[(0, 3), (1, 5), (2, 9)]), 0);
        assert_eq!(moved(&[(0, 2), (1, 0), (2, 1)]), 1);
        assert_eq!(moved(&[(0, 1), (1, 0), (2, 3), (3, 2)]), 2);
    }

    #[test]
    fn the_heaviest_chain_wins() {
        assert_eq!(chain(&[]), []);
        assert_eq!(chain(&[(0, 2, 1), (1, 0, 1), (2, 1, 1)]), [(1, 0), (2, 1)]);
        assert_eq!(chain(&[(0, 2, 9), (1, 0, 1), (2, 1, 1)]), [(0, 2)]);
        assert_eq!(chain(&[(0, 0, 1), (0, 1, 1), (1, 0, 1), (1, 1, 1)]), [(0, 0), (1, 1)]);
    }
}
