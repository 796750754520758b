//! Which paragraph of a new version is which paragraph of the old: equal ones first, then alike ones, in order where possible.
//! It says nothing about what changed in a pair.

use std::collections::HashMap;

use super::chain::{Candidate, heaviest_chain};

/// A paragraph reduced to what pairing looks at.
pub(super) struct Print {
    /// Equal for paragraphs whose bytes and codes are equal.
    pub(super) exact: u32,
    /// Equal for paragraphs that differ in nothing but looks.
    pub(super) cosmetic: u32,
    /// The words, as numbers, sorted.
    pub(super) words: Vec<u32>,
}

/// What a rewritten paragraph must share with its predecessor in its own place, and out of it.
const ALIKE_IN_PLACE: f64 = 0.45;
const ALIKE_MOVED: f64 = 0.6;

/// A pool of old and new paragraphs up to this product is compared pair by pair; larger ones through their rare words.
const SMALL_POOL: usize = 2_500;
/// A word that stands in more paragraphs than this finds nobody.
const RARE: usize = 24;
/// More equal pairs than this per paragraph are paired by rank instead of by the best chain.
const EQUAL_PAIRS: usize = 64;
/// An equal pair outweighs any number of ties, which go to pairs of one rank: the second footer is the second footer.
const ONE_PAIR: u64 = 1 << 32;

/// For every new paragraph the old one it continues, or `None`.
pub(super) fn paired(old: &[Print], new: &[Print]) -> Vec<Option<usize>> {
    let mut pairs = Pairs { old: vec![None; old.len()], new: vec![None; new.len()] };
    pairs.chain_equal(old, new, |p| p.exact);
    pairs.chain_equal(old, new, |p| p.cosmetic);
    pairs.rank_equal(old, new, |p| p.exact);
    pairs.rank_equal(old, new, |p| p.cosmetic);
    pairs.chain_alike(old, new);
    pairs.take_alike(old, new);
    pairs.new
}

/// The indices of matches in the longest chain that keeps the order of both versions.
pub(super) fn in_order(new: &[Option<usize>]) -> Vec<bool> {
    let pair = |(new, old): (usize, &Option<usize>)| old.map(|old| Candidate { old, new, weight: 1 });
    let mut kept = vec![false; new.len()];
    for candidate in heaviest_chain(new.iter().enumerate().filter_map(pair).collect()) {
        kept[candidate.new] = true;
    }
    kept
}

/// What is paired so far, seen from both sides.
struct Pairs {
    old: Vec<Option<usize>>,
    new: Vec<Option<usize>>,
}

impl Pairs {
    fn join(&mut self, old: usize, new: usize) {
        self.old[old] = Some(new);
        self.new[new] = Some(old);
    }

    /// For every paragraph of each side, how many pairs in order stand before it; a gap is what shares that number.
    fn gaps(&self) -> (Vec<usize>, Vec<usize>) {
        let kept = in_order(&self.new);
        let new_gaps = counted(kept.iter().copied());
        let old_gaps = counted(self.old.iter().map(|new| new.is_some_and(|new| kept[new])));
        (old_gaps, new_gaps)
    }

    /// The free paragraphs of one side by gap and key.
    fn free_by<K: std::hash::Hash + Eq>(side: &[Option<usize>], key: impl Fn(usize) -> K) -> HashMap<K, Vec<usize>> {
        let mut places: HashMap<K, Vec<usize>> = HashMap::new();
        for index in (0..side.len()).filter(|i| side[*i].is_none()) {
            places.entry(key(index)).or_default().push(index);
        }
        places
    }

    /// Pairs equal paragraphs within their gaps by the longest chain.
    fn chain_equal(&mut self, old: &[Print], new: &[Print], key: fn(&Print) -> u32) {
        let (old_gaps, new_gaps) = self.gaps();
        let old_places = Self::free_by(&self.old, |i| (old_gaps[i], key(&old[i])));
        let new_places = Self::free_by(&self.new, |i| (new_gaps[i], key(&new[i])));
        let mut candidates = Vec::new();
        for (place, olds) in &old_places {
            let Some(news) = new_places.get(place) else { continue };
            let by_rank = olds.len().saturating_mul(news.len()) > EQUAL_PAIRS * (olds.len() + news.len());
            for (old_rank, &old) in olds.iter().enumerate() {
                let ranks =
                    if by_rank { old_rank.min(news.len())..(old_rank + 1).min(news.len()) } else { 0..news.len() };
                candidates.extend(ranks.map(|rank| {
                    let weight = ONE_PAIR + u64::from(rank == old_rank);
                    Candidate { old, new: news[rank], weight }
                }));
            }
        }
        for pair in heaviest_chain(candidates) {
            self.join(pair.old, pair.new);
        }
    }

    /// Pairs what is still free and equal anywhere, the first with the first.
    fn rank_equal(&mut self, old: &[Print], new: &[Print], key: fn(&Print) -> u32) {
        let old_places = Self::free_by(&self.old, |i| key(&old[i]));
        for (place, news) in Self::free_by(&self.new, |i| key(&new[i])) {
            for (&old, new) in old_places.get(&place).into_iter().flatten().zip(news) {
                self.join(old, new);
            }
        }
    }

    /// Pairs alike paragraphs within their gaps, in order.
    fn chain_alike(&mut self, old: &[Print], new: &[Print]) {
        let (old_gaps, new_gaps) = self.gaps();
        let old_places = Self::free_by(&self.old, |i| old_gaps[i]);
        let new_places = Self::free_by(&self.new, |i| new_gaps[i]);
        let mut candidates = Vec::new();
        for (gap, olds) in &old_places {
            let Some(news) = new_places.get(gap) else { continue };
            candidates.extend(alike(old, olds, new, news).into_iter().filter(|(_, s)| *s >= ALIKE_IN_PLACE).map(
                |((old, new), alikeness)| Candidate { old, new, weight: (alikeness * alikeness * 1000.0) as u64 + 1 },
            ));
        }
        for pair in heaviest_chain(candidates) {
            self.join(pair.old, pair.new);
        }
    }

    /// Pairs what is still free with the likest anywhere, the likest pair first.
    fn take_alike(&mut self, old: &[Print], new: &[Print]) {
        let free = |side: &[Option<usize>]| (0..side.len()).filter(|i| side[*i].is_none()).collect::<Vec<_>>();
        let (olds, news) = (free(&self.old), free(&self.new));
        let mut found = alike(old, &olds, new, &news);
        found.retain(|(_, alikeness)| *alikeness >= ALIKE_MOVED);
        found.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        for ((old, new), _) in found {
            if self.old[old].is_none() && self.new[new].is_none() {
                self.join(old, new);
            }
        }
    }
}

/// How many were true up to and including each place.
fn counted(marks: impl Iterator<Item = bool>) -> Vec<usize> {
    let mut passed = 0;
    let count = |mark| {
        passed += usize::from(mark);
        passed
    };
    marks.map(count).collect()
}

/// Pairs worth comparing, with their alikeness.
fn alike(old: &[Print], olds: &[usize], new: &[Print], news: &[usize]) -> Vec<((usize, usize), f64)> {
    let measured = |o: usize, n: usize| ((o, n), alikeness(&old[o].words, &new[n].words));
    if olds.len().saturating_mul(news.len()) <= SMALL_POOL {
        return olds.iter().flat_map(|&o| news.iter().map(move |&n| measured(o, n))).collect();
    }
    let mut holders: HashMap<u32, Vec<usize>> = HashMap::new();
    for &o in olds {
        for word in distinct(&old[o].words) {
            holders.entry(word).or_default().push(o);
        }
    }
    let mut pairs = Vec::new();
    for &n in news {
        let rare = distinct(&new[n].words).filter_map(|word| holders.get(&word)).filter(|h| h.len() <= RARE);
        let mut shared: Vec<usize> = rare.flatten().copied().collect();
        shared.sort_unstable();
        shared.dedup();
        pairs.extend(shared.into_iter().map(|o| measured(o, n)));
    }
    pairs
}

fn distinct(sorted: &[u32]) -> impl Iterator<Item = u32> {
    sorted.chunk_by(|a, b| a == b).map(|same| same[0])
}

/// Dice's coefficient of two bags of words: twice what they share by what they have, 0 to 1.
fn alikeness(old: &[u32], new: &[u32]) -> f64 {
    let (mut i, mut j, mut shared) = (0, 0, 0_u32);
    while i < old.len() && j < new.len() {
        match old[i].cmp(&new[j]) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => (i, j, shared) = (i + 1, j + 1, shared + 1),
        }
    }
    let both = old.len() + new.len();
    if both == 0 { 0.0 } else { 2.0 * f64::from(shared) / both as f64 }
}
