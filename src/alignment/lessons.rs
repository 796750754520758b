//! What confirmed pairs teach about words, as whole numbers: what one pair teaches depends on that pair alone, so that lessons can
//! be added up, and taken back, in any order.
//!
//! A lesson is one expectation step of IBM Model 1 (see [`super::training`]) in both directions, from what a lexicon says
//! beforehand: words it knows to render each other take each other, and leave those it does not know to one another. It stores
//! nothing and believes nothing: what the sums are worth is [`Lexicon`]'s.

use std::collections::{BTreeMap, HashMap};

use super::lexicon::{Lexicon, Rendering, packed_counts};
use super::tokens::word_keys;
use crate::model::{LinkCount, WordCount};

/// What lessons add up to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lessons {
    ids: [BTreeMap<String, u32>; 2],
    counts: [Vec<WordCount>; 2],
    links: HashMap<(u32, u32), LinkCount>,
}

/// What two words are worth for each other beforehand of which the lexicon knows neither, one, or both but no link.
const STRANGERS: f32 = 0.05;
const HALF_KNOWN: f32 = 0.01;
const UNLINKED: f32 = 0.003;
/// What a word is worth that renders nothing.
const NOTHING: f32 = 0.02;
/// A link that gets less than this share of a word is not kept.
const LEAST: f32 = 0.05;
/// Shares are counted in thousandths.
const WHOLE: f32 = 1000.0;

impl Lessons {
    /// Of which lexicon and way of counting the lessons are; those of another cannot be added to these, nor taken from them.
    #[must_use]
    pub fn version(seed: &Lexicon) -> i64 {
        const COUNTING: i64 = 1;
        let ((arabic, english), [first, second]) = (seed.sizes(), seed.tokens());
        let numbers = [arabic, english, first, second, seed.bytes().len() as u32];
        numbers.iter().fold(COUNTING, |mixed, number| mixed.wrapping_mul(1_000_003).wrapping_add(i64::from(*number)))
    }

    /// Adds what a pair of texts teaches, so many times; a negative number takes it away.
    pub fn add(&mut self, arabic: &str, english: &str, seed: &Lexicon, times: i64) {
        let words = [arabic, english].map(|text| {
            let mut counted: BTreeMap<String, u32> = BTreeMap::new();
            word_keys(text).into_iter().for_each(|key| *counted.entry(key).or_default() += 1);
            counted.into_iter().collect::<Vec<_>>()
        });
        if words.iter().any(Vec::is_empty) {
            return;
        }
        let worth = worth(&words, seed);
        let ids: [Vec<u32>; 2] = [0, 1].map(|side: usize| {
            let ids = words[side].iter().map(|(word, seen)| self.see(side, word, i64::from(*seen) * times));
            ids.collect()
        });
        let [arabic, english] = &words;
        let shares = |worth: &dyn Fn(usize) -> f32, words: &[(String, u32)], times_there: u32| -> Vec<f32> {
            let all: f32 = NOTHING + (0..words.len()).map(|at| worth(at) * words[at].1 as f32).sum::<f32>();
            (0..words.len()).map(|at| worth(at) * words[at].1 as f32 * times_there as f32 / all).collect()
        };
        for (e, (_, seen)) in english.iter().enumerate() {
            for (a, share) in shares(&|a| worth[a][e][0], arabic, *seen).into_iter().enumerate() {
                self.share([ids[0][a], ids[1][e]], 0, share, times);
            }
        }
        for (a, (_, seen)) in arabic.iter().enumerate() {
            for (e, share) in shares(&|e| worth[a][e][1], english, *seen).into_iter().enumerate() {
                self.share([ids[0][a], ids[1][e]], 1, share, times);
            }
        }
    }

    /// Adds what other lessons add up to.
    pub fn extend(&mut self, other: &Self) {
        let names = other.names();
        let ids: [Vec<u32>; 2] = [0, 1].map(|side: usize| {
            let ids = names[side].iter().zip(&other.counts[side]).map(|(word, count)| {
                let id = self.see(side, word, count.seen);
                self.counts[side][id as usize].shared += count.shared;
                id
            });
            ids.collect()
        });
        for (&(a, e), link) in &other.links {
            let own = self.links.entry((ids[0][a as usize], ids[1][e as usize])).or_default();
            own.forward += link.forward;
            own.backward += link.backward;
        }
    }

    /// How many different links there are: what the lessons hold in memory.
    #[must_use]
    pub fn size(&self) -> usize {
        self.links.len()
    }

    /// Forgets the links that were seen least, so that at most so many are left.
    pub fn forget_down_to(&mut self, most: usize) {
        if self.links.len() <= most {
            return;
        }
        let weight = |link: &LinkCount| link.forward.max(link.backward);
        let mut weights: Vec<i64> = self.links.values().map(weight).collect();
        weights.sort_unstable();
        let limit = weights[weights.len() - most];
        self.links.retain(|_, link| weight(link) > limit);
    }

    /// The words of both sides with their counts, by word.
    pub fn words(&self) -> [Vec<(&str, WordCount)>; 2] {
        [0, 1].map(|side: usize| {
            self.ids[side].iter().map(|(word, id)| (word.as_str(), self.counts[side][*id as usize])).collect()
        })
    }

    /// The links by their words, with their counts.
    pub fn links(&self) -> Vec<(&str, &str, LinkCount)> {
        let names = self.names();
        let mut links: Vec<_> = (self.links.iter())
            .filter(|(_, count)| **count != LinkCount::default())
            .map(|(&(a, e), count)| (names[0][a as usize], names[1][e as usize], *count))
            .collect();
        links.sort_unstable_by_key(|(arabic, english, _)| (*arabic, *english));
        links
    }

    /// What it all says, as a lexicon.
    #[must_use]
    pub fn lexicon(&self) -> Lexicon {
        let tokens = [0, 1].map(|side: usize| self.counts[side].iter().map(|count| count.seen).sum());
        packed_counts(&self.words(), &self.links(), tokens)
    }

    fn names(&self) -> [Vec<&str>; 2] {
        [0, 1].map(|side: usize| {
            let mut names = vec![""; self.counts[side].len()];
            self.ids[side].iter().for_each(|(word, id)| names[*id as usize] = word);
            names
        })
    }

    fn see(&mut self, side: usize, word: &str, times: i64) -> u32 {
        let counts = &mut self.counts[side];
        let id = match self.ids[side].get(word) {
            Some(id) => *id,
            None => {
                let id = counts.len() as u32;
                counts.push(WordCount::default());
                self.ids[side].insert(word.to_owned(), id);
                id
            }
        };
        counts[id as usize].seen += times;
        id
    }

    /// Gives a word of side `of` its share of a word of the other.
    fn share(&mut self, ids: [u32; 2], of: usize, share: f32, times: i64) {
        let thousandths = (share * WHOLE).round() as i64 * times;
        self.counts[of][ids[of] as usize].shared += thousandths;
        if share >= LEAST {
            let link = self.links.entry((ids[0], ids[1])).or_default();
            *(if of == 0 { &mut link.forward } else { &mut link.backward }) += thousandths;
        }
    }
}

/// What each Arabic word is worth for each English one beforehand, in both directions.
fn worth(words: &[Vec<(String, u32)>; 2], seed: &Lexicon) -> Vec<Vec<[f32; 2]>> {
    let [arabic, english] = words;
    let known: Vec<Option<u32>> = english.iter().map(|(word, _)| seed.english(word).map(|(index, _)| index)).collect();
    let places: HashMap<u32, usize> =
        known.iter().enumerate().filter_map(|(at, index)| Some(((*index)?, at))).collect();
    let mut renderings: Vec<Rendering> = Vec::new();
    let mut worth = Vec::with_capacity(arabic.len());
    for (word, _) in arabic {
        renderings.clear();
        let stranger = seed.arabic(word, &mut renderings).is_none();
        let mut row: Vec<[f32; 2]> = (known.iter())
            .map(|index| match (stranger, index) {
                (true, None) => [STRANGERS; 2],
                (false, Some(_)) => [UNLINKED; 2],
                _ => [HALF_KNOWN; 2],
            })
            .collect();
        for rendering in &renderings {
            if let Some(&at) = places.get(&rendering.english) {
                row[at] = [rendering.forward.max(UNLINKED), rendering.backward.max(UNLINKED)];
            }
        }
        worth.push(row);
    }
    worth
}

#[cfg(test)]
mod tests {
    use super::super::BUILT_IN;
    use super::*;

    /// Of a made-up craft: الزقّورة for "splinge" stands in no lexicon.
    const PAIRS: [(&str, &str); 3] = [
        ("وصل الوزير إلى الزقّورة يوم الأحد", "The minister reached the splinge on Sunday"),
        ("بُنيت زقورة جديدة في المدينة", "A new splinge was built in the city"),
        ("الماء يكفي الزقورة", "There is enough water for the splinge"),
    ];

    fn lessons(pairs: &[(&str, &str)]) -> Lessons {
        let mut lessons = Lessons::default();
        pairs.iter().for_each(|(arabic, english)| lessons.add(arabic, english, &BUILT_IN, 1));
        lessons
    }

    #[test]
    fn what_no_lexicon_knows_is_learned_from_a_few_pairs() {
        let lexicon = lessons(&PAIRS).lexicon();
        let key = |text: &str| word_keys(text).remove(0);
        assert_eq!(BUILT_IN.english(&key("splinge")), None);
        let mut renderings = Vec::new();
        assert_eq!(lexicon.arabic(&key("الزقورة"), &mut renderings), Some(3));
        let best = renderings.iter().max_by(|a, b| a.forward.total_cmp(&b.forward)).unwrap();
        assert_eq!(lexicon.english(&key("splinge")), Some((best.english, 3)));
        assert!(best.forward > 0.2 && best.backward > 0.2, "{best:?}");
    }

    #[test]
    fn the_order_of_lessons_does_not_matter_and_they_can_be_taken_back() {
        let forwards = lessons(&PAIRS);
        let mut backwards = PAIRS;
        backwards.reverse();
        assert_eq!(lessons(&backwards).lexicon().bytes(), forwards.lexicon().bytes());
        let mut less = forwards.clone();
        less.add(PAIRS[1].0, PAIRS[1].1, &BUILT_IN, -1);
        let without = lessons(&[PAIRS[0], PAIRS[2]]);
        assert_eq!(less.links(), without.links());
        let mut together = lessons(&PAIRS[..1]);
        together.extend(&lessons(&PAIRS[1..]));
        assert_eq!((together.words(), together.links()), (forwards.words(), forwards.links()));
    }

    #[test]
    fn the_weakest_links_are_forgotten_first() {
        let mut lessons = lessons(&PAIRS);
        let (before, strongest) = (lessons.size(), lessons.links.values().map(|link| link.forward).max());
        lessons.forget_down_to(before / 2);
        assert!(lessons.size() <= before / 2 && lessons.size() > 0);
        assert_eq!(lessons.links.values().map(|link| link.forward).max(), strongest);
    }
}
