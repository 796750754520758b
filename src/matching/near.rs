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

use super::score::{Distance, WORD, cost_within, substitution};
use super::words::{is_number, split_words, stem};
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
    let sieve = Sieve::of(ranked(texts.iter().map(|text| words.pairs(text)).collect()), percent);
    let mut found = Vec::new();
    let mut firsts: FxHashMap<Rank, Vec<u32>> = FxHashMap::default();
    // The last text for which each first was a candidate: a first shares many pairs, and is compared once.
    let mut asked: Vec<u32> = vec![u32::MAX; texts.len()];
    for (number, text) in (0..).zip(0..texts.len()) {
        let rarest = sieve.rarest(text);
        let mut candidates: Vec<usize> = Vec::new();
        for &first in rarest.iter().filter_map(|pair| firsts.get(pair)).flatten() {
            let last = &mut asked[first as usize];
            if *last != number {
                *last = number;
                let first = first as usize;
                if share_stems(&texts[first], &texts[text], percent) && sieve.may_be_alike(first, text) {
                    candidates.push(first);
                }
            }
        }
        candidates.sort_unstable();
        match words.most_alike(&texts, text, &candidates, percent) {
            Some(near) => found.push(near),
            None => rarest.iter().for_each(|pair| firsts.entry(*pair).or_default().push(number)),
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
    signature: Signature,
}

/// The number of a word among those of all texts.
type WordId = u32;

/// The words of all texts, and what one costs in place of another.
#[derive(Default)]
struct Words {
    ids: FxHashMap<String, WordId>,
    words: Vec<String>,
    stems: Vec<u64>,
    bigrams: Vec<Bigrams>,
    /// What is known of pairs of words: texts that have sentences in common ask again and again.
    costs: FxHashMap<(WordId, WordId), u32>,
    #[cfg(test)]
    compared: usize,
}

/// One bit for each two neighbouring letters of a word, of so few bits that several may have one: words that share none are no kin.
///
/// Kin share what is left of three letters and more without clitics and endings, or are of three letters and one more, or of five
/// and differ in one or in two that changed places; each leaves two neighbours as they are. Numbers are all kin, and of shorter words
/// nothing is told.
type Bigrams = u128;

fn bigrams(word: &str) -> Bigrams {
    if is_number(word) || word.chars().nth(2).is_none() {
        return Bigrams::MAX;
    }
    let bit = |(one, other): (char, char)| {
        (u32::from(one).wrapping_mul(31).wrapping_add(u32::from(other))).wrapping_mul(0x9e37_79b9) >> 25
    };
    word.chars().zip(word.chars().skip(1)).map(bit).fold(0, |bigrams, bit| bigrams | 1 << bit)
}

/// So many pairs of words are kept in mind; about sixteen megabytes.
const MOST_COSTS: usize = 1 << 20;

impl Words {
    fn text(&mut self, text: &str) -> Text {
        let normal = norm(text);
        let words: Vec<WordId> = split_words(&normal).map(|word| self.id(word)).collect();
        let mut stems: Vec<u64> = words.iter().map(|word| self.stems[*word as usize]).collect();
        stems.sort_unstable();
        Text { words, signature: signature(&stems), stems }
    }

    fn id(&mut self, word: &str) -> WordId {
        if let Some(id) = self.ids.get(word) {
            return *id;
        }
        let id = self.words.len() as WordId;
        self.ids.insert(word.to_owned(), id);
        self.words.push(word.to_owned());
        self.stems.push(hashed(stem(word)));
        self.bigrams.push(bigrams(word));
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
        if self.bigrams[a as usize] & self.bigrams[b as usize] == 0 {
            return WORD;
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

/// The pairs of all texts, and how many of them two have to share.
struct Sieve {
    percent: u8,
    pairs: Vec<Vec<Rank>>,
    /// By the number of pairs of a text, how many of them it shares at least with a longer one, or one as long, that is alike enough.
    shared: FxHashMap<usize, usize>,
}

impl Sieve {
    fn of(pairs: Vec<Vec<Rank>>, percent: u8) -> Self {
        let mut of_length = FxHashMap::default();
        for length in pairs.iter().map(Vec::len) {
            of_length.entry(length).or_insert_with(|| shared(length, percent));
        }
        Self { percent, pairs, shared: of_length }
    }

    /// The rarest pairs of a text: those that have to be looked for.
    fn rarest(&self, text: usize) -> &[Rank] {
        let own = &self.pairs[text];
        let rarest = if own.is_empty() { 0 } else { own.len() + 1 - self.shared[&own.len()].min(own.len()) };
        &own[..rarest]
    }

    /// Whether two texts are alike in length and share as many pairs of words as they must.
    fn may_be_alike(&self, a: usize, b: usize) -> bool {
        let (one, other) = (&self.pairs[a], &self.pairs[b]);
        let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
        if (short.len() + 1) * 100 < (long.len() + 1) * usize::from(self.percent) {
            return false;
        }
        have_in_common(short, long, self.shared[&short.len()])
    }
}

/// One bit for each stem of a text, the second time that it stands there another, of so few bits that several may have one.
///
/// Each bit in which two differ is that of a stem which one text has and the other has not, so that they have at least so many stems
/// not in common (bitmap filter; Sandes, Teodoro, Melo 2020).
type Signature = [u64; 8];

fn signature(stems: &[u64]) -> Signature {
    let mut signature = Signature::default();
    for same in stems.chunk_by(|a, b| a == b) {
        for (time, stem) in (0u64..).zip(same) {
            // Fibonacci hashing (Knuth): the upper nine bits.
            let bit = stem.wrapping_add(time).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 55;
            signature[(bit / 64) as usize] |= 1 << (bit % 64);
        }
    }
    signature
}

/// How many pairs of words a text with so many of them shares at least with a longer one, or one as long, that is alike enough.
fn shared(pairs: usize, percent: u8) -> usize {
    let (words, percent) = (pairs + 1, usize::from(percent));
    let longest = words * 100 / percent;
    let left = |words: usize| (words - 1).saturating_sub(2 * (words * (100 - percent) / 100));
    (words..=longest).map(left).min().unwrap_or(1).max(1)
}

/// Whether two texts share as many words as they must: two that have sentences in common share many pairs and are not alike. Nearly
/// all of these are told by their signatures.
fn share_stems(a: &Text, b: &Text, percent: u8) -> bool {
    let longest = a.stems.len().max(b.stems.len());
    let wanted = longest - longest * (100 - usize::from(percent)) / 100;
    let bits = a.signature.iter().zip(&b.signature).map(|(one, other)| (one ^ other).count_ones());
    a.stems.len() + b.stems.len() >= 2 * wanted + bits.sum::<u32>() as usize
        && have_in_common(&a.stems, &b.stems, wanted)
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

    #[test]
    fn words_that_are_told_to_be_no_kin_are_none() {
        let words = [
            "للرب",
            "الرب",
            "للر",
            "الر",
            "لل",
            "ال",
            "كتاب",
            "والكتاب",
            "كتابها",
            "بكتابه",
            "حقيق",
            "حقق",
            "تحقيق",
            "تقحيق",
            "20",
            "ب20",
            "7",
            "committee",
            "committees",
            "walked",
            "walking",
            "ab",
            "abc",
            "abcd",
            "babc",
            "ببب",
            "بببب",
            "don't",
            "dont",
        ];
        for (a, b) in words.iter().flat_map(|a| words.map(|b| (*a, b))) {
            let known = bigrams(a) & bigrams(b) != 0;
            assert!(known || substitution(a, b) == WORD, "{a} {b}");
        }
        assert_eq!(bigrams("مدرسه") & bigrams("كتاب"), 0);
    }

    proptest! {
        #[test]
        fn kin_share_two_neighbouring_letters(a in "[ابلوف]{1,7}|[ab]{1,6}|و?[0-9]{1,2}", b in "[ابلوف]{1,7}|[ab]{1,6}|و?[0-9]{1,2}") {
            prop_assert!(bigrams(&a) & bigrams(&b) != 0 || a == b || substitution(&a, &b) == WORD, "{} {}", a, b);
        }

        #[test]
        fn signatures_refuse_no_text_that_shares_enough_stems(
            stems in proptest::collection::vec(0..60_u64, 1..120),
            others in proptest::collection::vec(0..60_u64, 1..120),
            percent in LEAST_PERCENT..=99,
        ) {
            let text = |mut stems: Vec<u64>| {
                stems.sort_unstable();
                Text { words: Vec::new(), signature: signature(&stems), stems }
            };
            let changed = [&stems[others.len().min(stems.len()) / 4..], &others[..others.len() / 5]].concat();
            let a = text(stems);
            for b in [text(others), text(changed)] {
                let (mut left, mut common) = (b.stems.clone(), 0);
                for stem in &a.stems {
                    if let Some(at) = left.iter().position(|other| other == stem) {
                        left.remove(at);
                        common += 1;
                    }
                }
                let longest = a.stems.len().max(b.stems.len());
                let wanted = longest - longest * (100 - usize::from(percent)) / 100;
                prop_assert_eq!(share_stems(&a, &b, percent), common >= wanted);
            }
        }

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
