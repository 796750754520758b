//! A table that numbers words in the order in which they come. A memory of a million units brings forty million words, and a look-up
//! of a rare one waits for every place in memory that it touches: so the table holds numbers alone, and the texts stand one behind
//! the other. It forgets no word.

use std::hash::Hasher;
use std::ops::Range;

use hashbrown::HashTable;
use rustc_hash::FxHasher;

/// How many words are looked up at once.
const AT_ONCE: usize = 16;

/// Words and their numbers, from 0.
#[derive(Debug, Default)]
pub struct WordTable {
    numbers: HashTable<u32>,
    texts: Vec<u8>,
    /// Where the text of each word ends, by its number.
    ends: Vec<usize>,
}

/// A word on its way through the table.
#[derive(Clone, Debug, Default)]
struct Wanted<'w> {
    word: &'w str,
    hash: u64,
    /// The number of a word that has nearly the same hash, and where the text of that word stands.
    likely: Option<u32>,
    text: Range<usize>,
}

impl WordTable {
    /// Adds the numbers of words to `numbers`, in order; `meet` gets each word that came for the first time.
    pub fn number<'w>(
        &mut self,
        mut words: impl Iterator<Item = &'w str>,
        numbers: &mut Vec<u32>,
        mut meet: impl FnMut(&'w str),
    ) {
        let mut wanted: [Wanted<'_>; AT_ONCE] = Default::default();
        let mut count = AT_ONCE;
        while count == AT_ONCE {
            count = 0;
            for (place, word) in wanted.iter_mut().zip(&mut words) {
                *place = Wanted { word, hash: hash(word), ..Wanted::default() };
                count += 1;
            }
            self.find(&mut wanted[..count]);
            for Wanted { word, hash, likely, text } in &wanted[..count] {
                let likely = likely.filter(|_| self.texts[text.clone()] == *word.as_bytes());
                let known = likely.or_else(|| {
                    self.numbers.find(*hash, |number| self.texts[self.text(*number)] == *word.as_bytes()).copied()
                });
                numbers.push(known.unwrap_or_else(|| {
                    meet(word);
                    self.add(word, *hash)
                }));
            }
        }
    }

    /// Finds the likely numbers of words. It goes step by step for all of them, so that the processor waits for the places of many
    /// words at once and not for those of one after the other.
    fn find(&self, wanted: &mut [Wanted<'_>]) {
        for wanted in &mut *wanted {
            wanted.likely = self.numbers.find(wanted.hash, |_| true).copied();
        }
        for wanted in wanted {
            wanted.text = wanted.likely.map_or(0..0, |number| self.text(number));
        }
    }

    fn text(&self, number: u32) -> Range<usize> {
        place_of_text(&self.ends, number)
    }

    fn add(&mut self, word: &str, hash_of_word: u64) -> u32 {
        let number = self.ends.len() as u32;
        self.texts.extend_from_slice(word.as_bytes());
        self.ends.push(self.texts.len());
        let Self { numbers, texts, ends } = self;
        numbers.insert_unique(hash_of_word, number, |number| hash(&texts[place_of_text(ends, *number)]));
        number
    }
}

fn place_of_text(ends: &[usize], number: u32) -> Range<usize> {
    let number = number as usize;
    number.checked_sub(1).map_or(0, |before| ends[before])..ends[number]
}

fn hash(word: impl AsRef<[u8]>) -> u64 {
    let mut hasher = FxHasher::default();
    hasher.write(word.as_ref());
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_get_their_numbers_in_order_and_keep_them_as_the_table_grows() {
        let mut table = WordTable::default();
        let words: Vec<String> = (0..5000).map(|i| format!("كلمه{i}")).collect();
        for _ in 0..2 {
            let mut numbers = Vec::new();
            table.number(words.iter().map(String::as_str), &mut numbers, |_| ());
            assert!(numbers.into_iter().eq(0..5000));
        }
        let (mut numbers, mut met) = (Vec::new(), Vec::new());
        table.number(["قال", "كلمه7", "قال", ""].into_iter(), &mut numbers, |word| met.push(word));
        assert_eq!((numbers, met), (vec![5000, 7, 5000, 5001], vec!["قال", ""]));
    }
}
