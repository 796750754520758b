//! The words of an Arabic name, and the words of a Latin one. Cuts at what is no letter; knows no renderings.

use super::known::{is_known, key_of_letters};
use super::letters::{arabic_characters, latin_letters};
use super::spelling::{Letters, Span, letters_of};
use super::titles::{is_latin_title, is_latin_title_behind};
use crate::text::script::{is_arabic_letter, is_arabic_mark};

/// A longer text is no name, nor is one with a longer word.
const MOST_WORDS: usize = 16;
const LONGEST_WORD: usize = 40;

/// Latin words that one part of an Arabic name may take (ʿAbd al-Raḥmān: three).
pub(super) const WIDEST_SPAN: usize = 5;

/// What stands behind each article or particle that may be written on to a Latin word.
pub(super) fn unglued(word: &str) -> impl Iterator<Item = &str> {
    ["abdul", "abdel", "abdal", "abdoul", "al", "el"].into_iter().filter_map(|before| word.strip_prefix(before))
}

/// Whether a Latin word may stand before any part of a name.
pub(super) fn is_article(word: &str) -> bool {
    matches!(word, "al" | "el")
}

/// One written word of an Arabic name.
pub(super) struct Word {
    /// With its marks.
    pub(super) written: String,
    pub(super) letters: Vec<char>,
}

impl Word {
    pub(super) fn text(&self) -> String {
        self.letters.iter().collect()
    }

    /// The letters behind the article.
    pub(super) fn bare(&self) -> String {
        self.letters.strip_prefix(&['ا', 'ل']).unwrap_or(&self.letters).iter().collect()
    }
}

/// The words of an Arabic text, marks kept beside the letters; nothing if there are none, or more than a name has.
pub(super) fn arabic_words(text: &str) -> Option<Vec<Word>> {
    let mut words: Vec<Word> = Vec::new();
    let mut inside = false;
    for c in arabic_characters(text) {
        if is_arabic_mark(c) || is_arabic_letter(c) {
            if !inside {
                if words.len() == MOST_WORDS {
                    return None;
                }
                words.push(Word { written: String::new(), letters: Vec::new() });
            }
            let word = words.last_mut()?;
            word.written.push(c);
            if is_arabic_letter(c) {
                word.letters.push(c);
            }
            if word.letters.len() > LONGEST_WORD {
                return None;
            }
        }
        inside = is_arabic_mark(c) || is_arabic_letter(c);
    }
    words.retain(|word| !word.letters.is_empty());
    (!words.is_empty()).then_some(words)
}

/// A Latin name, read once to be weighed against several Arabic ones: the letters of its words without spaces, and where each
/// begins.
pub struct LatinName {
    /// The key under which the tables may have it.
    pub(super) key: String,
    /// Whether they do.
    pub(super) is_known: bool,
    /// How many of the first words are titles.
    pub(super) titles: usize,
    /// Which letters it has.
    pub(super) set: Letters,
    letters: Vec<u8>,
    begins: Vec<bool>,
    /// Where each word begins, and the end.
    bounds: Vec<usize>,
}

impl LatinName {
    /// `None` for a text that is no Latin name.
    #[must_use]
    pub fn of(text: &str) -> Option<Self> {
        let text: String = latin_letters(text).take(MOST_WORDS * (LONGEST_WORD + 8)).collect();
        let (mut letters, mut begins, mut bounds) = (Vec::new(), Vec::new(), vec![0]);
        for word in text.split_ascii_whitespace() {
            if word.len() > LONGEST_WORD || bounds.len() > MOST_WORDS {
                return None;
            }
            letters.extend(word.bytes());
            begins.extend((0..word.len()).map(|place| place == 0));
            bounds.push(letters.len());
        }
        if letters.is_empty() {
            return None;
        }
        let (key, set) = (key_of_letters(&text), letters_of(&letters));
        let titles = text.split_ascii_whitespace().take_while(|word| is_latin_title(word)).count();
        Some(Self { is_known: is_known(&key), key, titles, set, letters, begins, bounds })
    }

    pub(super) fn len(&self) -> usize {
        self.bounds.len() - 1
    }

    pub(super) fn span(&self, from: usize, to: usize) -> Span<'_> {
        let range = self.bounds[from]..self.bounds[to];
        Span { letters: &self.letters[range.clone()], begins: &self.begins[range] }
    }

    /// What an Arabic name of one word may be laid over where it is rendered at all well: all words but titles and articles around
    /// them.
    pub(super) fn spans_of_one_part(&self) -> impl Iterator<Item = Span<'_>> {
        let may_lack = |j: usize| self.is_title(j) || is_article(self.word(j));
        let firsts = (0..self.len()).take_while(move |&first| first == 0 || may_lack(first - 1));
        firsts.flat_map(move |first| {
            let ends = (first + 1..=self.len()).rev();
            let ends = ends.take_while(move |&end| end == self.len() || may_lack(end));
            ends.filter(move |end| end - first <= WIDEST_SPAN).map(move |end| self.span(first, end))
        })
    }

    /// Whether the tables of known names may have any of its words, or what stands behind an article or particle written on to one:
    /// then the spelling of a name does not always decide.
    #[must_use]
    pub fn may_be_in_tables(&self) -> bool {
        let spans = (0..self.len())
            .flat_map(|first| (first + 1..=self.len().min(first + WIDEST_SPAN)).map(move |end| (first, end)));
        let letters = |(first, end)| std::str::from_utf8(self.span(first, end).letters).unwrap_or_default();
        self.is_known || spans.map(letters).any(|letters| is_known(letters) || unglued(letters).any(is_known))
    }

    /// Whether it is one word.
    #[must_use]
    pub fn is_one_word(&self) -> bool {
        self.len() == 1
    }

    /// Whether a word may be left out as a title.
    pub(super) fn is_title(&self, index: usize) -> bool {
        let is_behind = index > 0 && index + 1 == self.len() && is_latin_title_behind(self.word(index));
        index < self.titles || is_behind
    }

    pub(super) fn word(&self, index: usize) -> &str {
        std::str::from_utf8(self.span(index, index + 1).letters).unwrap_or_default()
    }

    pub(super) fn words(&self) -> impl DoubleEndedIterator<Item = &str> + Clone {
        (0..self.len()).map(|index| self.word(index))
    }
}
