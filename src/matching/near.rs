//! Gathers texts that are nearly alike round the first of them, by an index of word pairs and not by comparing all with all.
//! Which texts are boilerplate it does not know.
//!
//! Two texts that score `p` percent ([`super::score`]) differ in at most `1 − p` of the longer one's words, and each word that is
//! another breaks at most two of its pairs of neighbours. So do two neighbours that changed places, for which of the two stands first
//! in its pair does not matter. So the texts share all the other pairs, and among the rarest few of each text's pairs there is one
//! that both have (prefix filtering; Chaudhuri, Ganti, Kaushik 2006). Pairs are made of stems, so that numbers and clitics change
//! none. What this gives up: a word that is kin though its stem is another (مسءول, مسوول) costs half a
//! word or less and breaks as many pairs as a whole one, and has no stem in common: texts with several such words may not be gathered
//! though they score. To find them too, twice as many texts that merely share sentences would have to be scored.
//!
//! A text is compared with the first of each group alone: a thousand variants of one footer cost a thousand comparisons, and a
//! group is never a chain whose ends have nothing in common.

use std::cmp::Ordering;
use std::hash::{Hash, Hasher};

use rustc_hash::{FxHashMap, FxHasher};

use super::score::{Distance, cost_within, substitution};
use super::words::{split_words, stem};
use crate::text::norm;

/// The lowest score that texts can be gathered by: below it a short text may share no pair of words with one that is like it.
pub const LEAST_PERCENT: u8 = 75;

/// A text that joined a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Near {
    /// The place of the text among those given.
    pub text: usize,
    /// The place of the first of its group.
    pub first: usize,
    /// How alike the two are.
    pub percent: u8,
}

/// Gathers texts that score at least `percent` against one before them, which itself joined none: of several the one that is
/// most alike. Texts of one word are left alone.
///
/// Time grows with the words, and with the pairs of texts that share a rare pair of words. A `percent` below [`LEAST_PERCENT`]
/// counts as that.
#[must_use]
pub fn gathered(texts: &[&str], percent: u8) -> Vec<Near> {
    gathered_by(&mut Words::default(), texts, percent.max(LEAST_PERCENT))
}

fn gathered_by(words: &mut Words, texts: &[&str], percent: u8) -> Vec<Near> {
    let texts: Vec<Text> = texts.iter().map(|text| words.text(text)).collect();
    let pairs = ranked(texts.iter().map(|text| words.pairs(text)).collect());
    let mut found = Vec::new();
    let mut firsts: FxHashMap<Rank, Vec<usize>> = FxHashMap::default();
    // The last text for which each first was a candidate: a first shares many pairs, and is compared once.
    let mut asked: Vec<usize> = vec![usize::MAX; texts.len()];
    for (text, own) in pairs.iter().enumerate() {
        let rarest = &own[..rarest(own.len(), percent)];
        let mut candidates: Vec<usize> = Vec::new();
        for &first in rarest.iter().filter_map(|pair| firsts.get(pair)).flatten() {
            if asked[first] != text {
                asked[first] = text;
                if may_be_alike(&pairs[first], own, percent) && share_stems(&texts[first], &texts[text], percent) {
                    candidates.push(first);
                }
            }
        }
        candidates.sort_unstable();
        match words.most_alike(&texts, text, &candidates, percent) {
            Some(near) => found.push(near),
            None => rarest.iter().for_each(|pair| firsts.entry(*pair).or_default().push(text)),
        }
    }
    found
}

/// The place of a pair of words among all of them, the rarest first.
type Rank = u32;

/// The pairs of each text, the rarest first.
fn ranked(pairs: Vec<Vec<u64>>) -> Vec<Vec<Rank>> {
    let mut commonness: FxHashMap<u64, u32> = FxHashMap::default();
    for pair in pairs.iter().flatten() {
        *commonness.entry(*pair).or_default() += 1;
    }
    let mut order: Vec<(u32, u64)> = commonness.iter().map(|(pair, count)| (*count, *pair)).collect();
    order.sort_unstable();
    let mut ranks = commonness;
    for (rank, (_, pair)) in (0..).zip(order) {
        ranks.insert(pair, rank);
    }
    let ranked = pairs.into_iter().map(|own| {
        let mut own: Vec<Rank> = own.iter().map(|pair| ranks[pair]).collect();
        own.sort_unstable();
        own
    });
    ranked.collect()
}

/// A text by its words.
struct Text {
    /// The words in order.
    words: Vec<WordId>,
    /// Their stems, in order of no meaning.
    stems: Vec<u64>,
}

/// The number of a word among those of all texts.
type WordId = u32;

/// The words of all texts, and what one costs in place of another.
#[derive(Default)]
struct Words {
    ids: FxHashMap<String, WordId>,
    words: Vec<String>,
    stems: Vec<u64>,
    /// What is known of pairs of words: texts that have sentences in common ask again and again.
    costs: FxHashMap<(WordId, WordId), u32>,
    #[cfg(test)]
    compared: usize,
}

/// So many pairs of words are kept in mind; about sixteen megabytes.
const MOST_COSTS: usize = 1 << 20;

impl Words {
    fn text(&mut self, text: &str) -> Text {
        let normal = norm(text);
        let words: Vec<WordId> = split_words(&normal).map(|word| self.id(word)).collect();
        let mut stems: Vec<u64> = words.iter().map(|word| self.stems[*word as usize]).collect();
        stems.sort_unstable();
        Text { words, stems }
    }

    fn id(&mut self, word: &str) -> WordId {
        if let Some(id) = self.ids.get(word) {
            return *id;
        }
        let id = self.words.len() as WordId;
        self.ids.insert(word.to_owned(), id);
        self.words.push(word.to_owned());
        self.stems.push(hashed(stem(word)));
        id
    }

    /// The pairs of neighbours by their stems in either order, of which one that stands again is another.
    fn pairs(&self, text: &Text) -> Vec<u64> {
        let mut times: FxHashMap<u64, u32> = FxHashMap::default();
        let pairs = text.words.windows(2).map(|pair| {
            let (one, other) = (self.stems[pair[0] as usize], self.stems[pair[1] as usize]);
            let pair = hashed((one.min(other), one.max(other)));
            let time = times.entry(pair).or_default();
            *time += 1;
            if *time == 1 { pair } else { hashed((pair, *time)) }
        });
        pairs.collect()
    }

    fn cost(&mut self, a: WordId, b: WordId) -> u32 {
        if a == b {
            return 0;
        }
        if self.costs.len() >= MOST_COSTS {
            self.costs.clear();
        }
        let (words, key) = (&self.words, (a.min(b), a.max(b)));
        *self.costs.entry(key).or_insert_with(|| substitution(&words[a as usize], &words[b as usize]))
    }

    /// Of the candidates the one that is most alike, if it is alike enough; of those equally alike the one that came first.
    fn most_alike(&mut self, texts: &[Text], text: usize, candidates: &[usize], percent: u8) -> Option<Near> {
        let own = &texts[text].words;
        let mut best: Option<Near> = None;
        for &first in candidates {
            let other = &texts[first].words;
            let words = own.len().max(other.len()) as u32;
            // Only what is more alike than the best is of interest.
            let wanted = best.map_or(percent, |best| best.percent + 1);
            if wanted > 100 {
                break;
            }
            #[cfg(test)]
            {
                self.compared += 1;
            }
            let cost = cost_within(own, other, Distance::allowed(words, wanted), |a, b| self.cost(a, b));
            if let Some(cost) = cost {
                best = Some(Near { text, first, percent: Distance { cost, words }.percent() });
            }
        }
        best
    }
}

fn hashed(value: impl Hash) -> u64 {
    let mut hasher = FxHasher::default();
    value.hash(&mut hasher);
    hasher.finish()
}

/// How many pairs of words a text with so many of them shares at least with a longer one, or one as long, that is alike enough.
fn shared(pairs: usize, percent: u8) -> usize {
    let (words, percent) = (pairs + 1, usize::from(percent));
    let longest = words * 100 / percent;
    let left = |words: usize| (words - 1).saturating_sub(2 * (words * (100 - percent) / 100));
    (words..=longest).map(left).min().unwrap_or(1).max(1)
}

/// How many of the rarest pairs of words have to be looked for.
fn rarest(pairs: usize, percent: u8) -> usize {
    if pairs == 0 { 0 } else { pairs + 1 - shared(pairs, percent).min(pairs) }
}

/// Whether two texts are alike in length and share as many pairs of words as they must.
fn may_be_alike(a: &[Rank], b: &[Rank], percent: u8) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    if (short.len() + 1) * 100 < (long.len() + 1) * usize::from(percent) {
        return false;
    }
    have_in_common(short, long, shared(short.len(), percent))
}

/// Whether two texts share as many words as they must: two that have sentences in common share many pairs and are not alike.
fn share_stems(a: &Text, b: &Text, percent: u8) -> bool {
    let longest = a.stems.len().max(b.stems.len());
    let wanted = longest - longest * (100 - usize::from(percent)) / 100;
    have_in_common(&a.stems, &b.stems, wanted)
}

/// Whether two lists in order have so many things in common; stops as soon as they no longer can.
fn have_in_common<T: Ord>(a: &[T], b: &[T], wanted: usize) -> bool {
    let (mut i, mut j, mut common) = (0, 0, 0);
    while common < wanted {
        if common + (a.len() - i).min(b.len() - j) < wanted {
            return false;
        }
        match a[i].cmp(&b[j]) {
            Ordering::Less => i += 1,
            Ordering::Greater => j += 1,
            Ordering::Equal => (common, i, j) = (common + 1, i + 1, j + 1),
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::matching::score::score;
    use proptest::prelude::*;

    #[test]
    fn variants_of_a_footer_gather_round_the_first() {
        let texts = [
            "للتبرّع لمشروعنا: حساب رقم ٠٠١٢٣٤٥٦ في بنك الوادي، فرع المدينة.",
            "قالت الهيئة إن النهر فقد ثلث مائه في عشر سنوات.",
            "للتبرع لمشروعنا: حساب رقم ٠٠٩٨٧٦٥٤ في بنك الوادي، فرع المدينة",
            "للتبرع لمشروعنا، حساب رقم 00123456 في بنك الساحل، فرع المدينة؟",
            "نُشر هذا المقال أوّلًا في مجلة الضفاف، العدد ١٢.",
            "نشر هذا المقال أولا في مجلة الضفاف، العدد ١٣.",
        ];
        let found = gathered(&texts, 75);
        let places: Vec<(usize, usize)> = found.iter().map(|near| (near.text, near.first)).collect();
        assert_eq!(places, [(2, 0), (3, 0), (5, 4)]);
        assert!(found.iter().all(|near| (75..100).contains(&near.percent)), "{found:?}");
    }

    #[test]
    fn a_short_text_and_an_empty_one_are_left_alone() {
        assert_eq!(gathered(&["خاتمة", "خاتمه", "", "***", ""], 75), []);
        assert_eq!(gathered(&[], 75), []);
    }

    /// A group is no chain: the third is like the second, which is like the first, but not like the first.
    #[test]
    fn all_of_a_group_are_like_its_first() {
        let texts = ["a b c d e f g h", "a b c d e f x y", "a b c d v w x y"];
        let found = gathered(&texts, 75);
        assert_eq!(found.iter().map(|near| (near.text, near.first)).collect::<Vec<_>>(), [(1, 0)]);
    }

    /// Five hundred texts of three sentences out of sixty: any two share one with a chance of one in seven, hardly any two of them.
    #[test]
    fn texts_that_share_a_sentence_are_not_scored_against_each_other() {
        let sentences: Vec<String> = (0..60u32)
            .map(|sentence| {
                let words = (0..12u32).map(|word| char::from_u32(0x4e00 + 12 * sentence + word).unwrap().to_string());
                words.collect::<Vec<_>>().join(" ")
            })
            .collect();
        let text = |n: usize| [&sentences[n % 60], &sentences[(n / 7 + 13) % 60], &sentences[(n * n + 29) % 60]];
        let texts: Vec<String> = (0..500).map(|n| text(n).map(String::as_str).join(" ")).collect();
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let mut words = Words::default();
        let found = gathered_by(&mut words, &texts, 75);
        assert!(words.compared <= 2 * texts.len(), "{} scores for {} texts", words.compared, texts.len());
        assert!(words.costs.len() <= 2 * 720 * 36, "{} pairs of words", words.costs.len());
        assert!(found.len() < texts.len() / 2, "{}", found.len());
    }

    proptest! {
        /// Words of these have no kin but numbers, so that nothing hides behind a stem.
        #[test]
        fn nothing_that_is_like_a_first_is_missed(
            texts in proptest::collection::vec(proptest::collection::vec("[abc]{2}|[0-9]{1,2}", 2..9), 0..12),
            percent in LEAST_PERCENT..=99,
        ) {
            let texts: Vec<String> = texts.into_iter().map(|words| words.join(" ")).collect();
            let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
            let found = gathered(&texts, percent);
            let joined = |text: usize| found.iter().find(|near| near.text == text);
            for text in 0..texts.len() {
                let firsts = (0..text).filter(|before| joined(*before).is_none());
                let best = firsts.map(|first| score(texts[text], texts[first])).max().unwrap_or(0);
                match joined(text) {
                    Some(near) => prop_assert!(near.percent == best && best >= percent),
                    None => prop_assert!(best < percent, "{} {best}", texts[text]),
                }
            }
        }
    }
}
