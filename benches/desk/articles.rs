//! Makes articles for measuring: Arabic and English prose of natural word, sentence and paragraph lengths, the same for the
//! same seed. The words mean nothing.

use std::fmt::Write as _;

const PREFIXES: &[&str] = &["", "", "", "ال", "ال", "ال", "و", "وال", "بال", "لل", "س", "ي", "ت"];
const SUFFIXES: &[&str] = &["", "", "", "", "ة", "ة", "ات", "ين", "ون", "ها", "هم", "ية"];
const LETTERS: &[char] = &[
    'ب', 'ت', 'ج', 'ح', 'خ', 'د', 'ر', 'ز', 'س', 'ش', 'ص', 'ط', 'ع', 'غ', 'ف', 'ق', 'ك', 'ل', 'م', 'ن', 'ه', 'و', 'ي',
];
const PARTICLES: &[&str] = &["في", "من", "على", "إلى", "أن", "عن", "ما", "لا", "هذا", "التي", "الذي", "كان", "قد", "ثم"];
const CONSONANTS: &[&str] = &["b", "d", "f", "g", "l", "m", "n", "p", "r", "s", "t", "v", "st", "tr", "th"];
const VOWELS: &[&str] = &["a", "e", "i", "o", "u", "ea", "ou"];
const SMALL_WORDS: &[&str] =
    &["the", "of", "and", "to", "in", "a", "that", "is", "was", "for", "it", "with", "as", "on"];

const VOCABULARY: usize = 20_000;

/// The line that closes every article, so that a desk has a paragraph which repeats as often as it has articles.
const CLOSING: &str = "تُنشر هذه المادة باتفاق مع الكاتب، ولا يجوز نقلها إلا بإذن مكتوب من الدار.";
const CLOSING_ENGLISH: &str =
    "Published by agreement with the author; not to be reprinted without written leave of the house.";

/// `SplitMix64` (Steele, Lea and Flood 2014): small, seeded, good enough for lengths and words.
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) const fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    fn between(&mut self, first: usize, last: usize) -> usize {
        first + usize::try_from(self.next() % (last - first + 1) as u64).unwrap_or(0)
    }

    fn one_of<T: Copy>(&mut self, among: &[T]) -> T {
        among[self.between(0, among.len() - 1)]
    }
}

/// The words of both languages.
pub(crate) struct Vocabulary {
    arabic: Vec<String>,
    english: Vec<String>,
}

/// The language to write in.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tongue {
    Arabic,
    English,
}

impl Vocabulary {
    pub(crate) fn new(seed: u64) -> Self {
        let mut dice = Dice::new(seed);
        let arabic = (0..VOCABULARY).map(|_| arabic_word(&mut dice)).collect();
        let english = (0..VOCABULARY).map(|_| english_word(&mut dice)).collect();
        Self { arabic, english }
    }

    /// A word; some are much more frequent than others, and about a third are particles.
    fn word(&self, tongue: Tongue, dice: &mut Dice) -> &str {
        let (words, small) = match tongue {
            Tongue::Arabic => (&self.arabic, PARTICLES),
            Tongue::English => (&self.english, SMALL_WORDS),
        };
        if dice.between(1, 3) == 1 {
            return dice.one_of(small);
        }
        let first = dice.between(0, VOCABULARY - 1);
        &words[dice.between(0, first)]
    }

    fn words(&self, count: usize, tongue: Tongue, dice: &mut Dice) -> String {
        let words: Vec<&str> = (0..count).map(|_| self.word(tongue, dice)).collect();
        words.join(" ")
    }

    fn sentence(&self, tongue: Tongue, dice: &mut Dice) -> String {
        let (comma, question) = match tongue {
            Tongue::Arabic => ('،', '؟'),
            Tongue::English => (',', '?'),
        };
        let (before, after) = (dice.between(4, 12), dice.between(4, 12));
        let end = if dice.between(1, 12) == 1 { question } else { '.' };
        let (before, after) = (self.words(before, tongue, dice), self.words(after, tongue, dice));
        let sentence = format!("{before}{comma} {after}{end}");
        let mut letters = sentence.chars();
        letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
    }

    /// A paragraph of two to five sentences, about 55 words.
    pub(crate) fn paragraph(&self, tongue: Tongue, dice: &mut Dice) -> String {
        let sentences: Vec<String> = (0..dice.between(2, 5)).map(|_| self.sentence(tongue, dice)).collect();
        sentences.join(" ")
    }

    /// A whole article in plain text: a title, running text, and the closing line that all articles share.
    pub(crate) fn article(&self, paragraphs: usize, tongue: Tongue, dice: &mut Dice) -> String {
        let mut text = self.words(8, tongue, dice);
        for _ in 2..paragraphs {
            let _ = write!(text, "\n\n{}", self.paragraph(tongue, dice));
        }
        let closing = if tongue == Tongue::Arabic { CLOSING } else { CLOSING_ENGLISH };
        let _ = write!(text, "\n\n{closing}\n");
        text
    }
}

fn arabic_word(dice: &mut Dice) -> String {
    let mut word = dice.one_of(PREFIXES).to_owned();
    let root: Vec<char> = (0..3).map(|_| dice.one_of(LETTERS)).collect();
    let long = dice.between(0, 4);
    for (index, letter) in root.into_iter().enumerate() {
        word.push(letter);
        match (long, index) {
            (1, 0) | (2, 1) => word.push('ا'),
            (3, 1) => word.push('ي'),
            _ => {}
        }
    }
    word + dice.one_of(SUFFIXES)
}

fn english_word(dice: &mut Dice) -> String {
    (0..dice.between(1, 4)).map(|_| format!("{}{}", dice.one_of(CONSONANTS), dice.one_of(VOWELS))).collect()
}
