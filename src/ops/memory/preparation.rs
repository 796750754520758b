//! What is computed from the texts of units before anything is locked: hashes and words. The words are numbered as they come, so
//! that whoever writes them looks each up once; it knows no desk.

use std::hash::{Hash, Hasher};
use std::sync::Arc;

use crate::matching::index::Side;
use crate::matching::search::KeyHasher;
use crate::matching::word_table::WordTable;
use crate::matching::words::split_words;
use crate::model::{Content, Language};
use crate::store::{NewUnit, StoreError, hash_of_canon};
use crate::text::{canon, norm_of_canon};

/// A word of a side, by the order in which the words of that side came.
pub(super) type LocalWord = u32;

/// How many bytes of a text make a word, at the least in most texts.
const BYTES_OF_A_WORD: usize = 5;

/// A unit with all that is computed from its texts.
#[derive(Clone, Debug)]
pub(super) struct PreparedUnit {
    pub(super) unit: NewUnit,
    /// The hash of its source ([`crate::store::source_hash`]).
    pub(super) hash: u64,
    /// A hash of all of it, for this run of the program alone.
    pub(super) identity: u64,
    pub(super) source: Vec<LocalWord>,
    pub(super) target: Vec<LocalWord>,
}

/// A word that came for the first time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct FreshWord {
    pub(super) side: Side,
    pub(super) text: Box<str>,
}

/// Prepares units, and keeps the words that came.
#[derive(Debug, Default)]
pub(super) struct Preparation {
    source: WordTable,
    target: WordTable,
    fresh: Vec<FreshWord>,
    /// The tags of the languages that came: of each only one is kept, however many units have it.
    tags: Vec<(Language, Arc<str>)>,
}

impl Preparation {
    /// Prepares a unit of two contents.
    pub(super) fn of_contents(
        &mut self,
        source: Content,
        target: Content,
        languages: (&Language, &Language),
    ) -> Result<PreparedUnit, StoreError> {
        let tags = (self.tag(languages.0), self.tag(languages.1));
        Ok(self.of_unit(NewUnit::of(source, target, tags)?))
    }

    fn tag(&mut self, language: &Language) -> Arc<str> {
        if let Some((_, tag)) = self.tags.iter().find(|(known, _)| known == language) {
            return Arc::clone(tag);
        }
        let tag: Arc<str> = language.to_string().into();
        self.tags.push((language.clone(), Arc::clone(&tag)));
        tag
    }

    /// Prepares a unit as it is stored.
    pub(super) fn of_unit(&mut self, unit: NewUnit) -> PreparedUnit {
        let canon_of_source = canon(unit.source());
        let hash = hash_of_canon(&canon_of_source);
        let source = self.words(Side::Source, canon_of_source);
        let target = self.words(Side::Target, canon(unit.target()));
        PreparedUnit { hash, identity: identity(&unit), source, target, unit }
    }

    /// The words that came since this was asked last, in the order of their numbers.
    pub(super) fn take_fresh(&mut self) -> Vec<FreshWord> {
        std::mem::take(&mut self.fresh)
    }

    fn words(&mut self, side: Side, canon: String) -> Vec<LocalWord> {
        let table = match side {
            Side::Source => &mut self.source,
            Side::Target => &mut self.target,
        };
        let normal = norm_of_canon(canon);
        let mut words = Vec::with_capacity(normal.len() / BYTES_OF_A_WORD);
        let meet = |word: &str| self.fresh.push(FreshWord { side, text: word.into() });
        table.number(split_words(&normal), &mut words, meet);
        words
    }
}

fn identity(unit: &NewUnit) -> u64 {
    let mut hasher = KeyHasher::default();
    unit.hash(&mut hasher);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_word_of_a_side_comes_fresh_once_and_keeps_its_number() {
        let (arabic, english) = ("ar".parse().unwrap(), "en".parse().unwrap());
        let mut preparation = Preparation::default();
        let mut prepare = |source: &str, target: &str| {
            let contents = (Content::plain(source), Content::plain(target));
            preparation.of_contents(contents.0, contents.1, (&arabic, &english)).unwrap()
        };
        let first = prepare("قالَ المعلّم قال", "The teacher said");
        let second = prepare("المعلم", "said the");
        assert_eq!((first.source, first.target), (vec![0, 1, 0], vec![0, 1, 2]));
        assert_eq!((second.source, second.target), (vec![1], vec![2, 0]));
        let fresh: Vec<String> = preparation.take_fresh().into_iter().map(|word| word.text.into()).collect();
        assert_eq!(fresh, ["قال", "المعلم", "the", "teacher", "said"]);
        assert_eq!(preparation.take_fresh(), []);
    }
}
