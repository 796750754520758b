//! The words of units on their way into the index: each gets a number, its stem another, and its kin are noted.

use std::collections::BTreeMap;

use super::reader::vocabulary_of;
use crate::matching::index::{RunBuilder, Side, StemId, WordId};
use crate::matching::kin::KinEntry;
use crate::matching::words::{WordMap, is_number, stem};
use crate::store::{StoreError, VocabularySide, Writer};

/// The vocabularies of both sides, as far as they were asked for.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    sides: [Words; 2],
    /// What the buckets of kinship get.
    kin: BTreeMap<u32, Vec<u8>>,
    /// The stem of each source word that was met, by its number without the lowest bit.
    stems: Vec<Option<StemId>>,
}

#[derive(Debug, Default)]
struct Words {
    stems: WordMap<StemId>,
    /// The next number of a word, without its lowest bit, and of a stem; `None` before they are read from the desk.
    next: Option<(u32, StemId)>,
    /// Whether the desk held no word of this side when the first was added.
    complete: bool,
}

impl Vocabulary {
    const fn of(side: Side) -> usize {
        match side {
            Side::Source => 0,
            Side::Target => 1,
        }
    }

    /// The number of a word and of its stem; both are added to the desk when they are new. Each word is asked for once.
    pub(super) fn word(&mut self, writer: &Writer<'_>, side: Side, text: &str) -> Result<(WordId, StemId), StoreError> {
        let words = &self.sides[Self::of(side)];
        let stored = if words.complete { None } else { writer.snapshot().index_word(vocabulary_of(side), text)? };
        let found = match stored {
            Some(found) => found,
            None => self.add(writer, side, text)?,
        };
        if side == Side::Source {
            self.note_stem(found.0, found.1);
        }
        Ok(found)
    }

    fn note_stem(&mut self, word: WordId, stem: StemId) {
        let at = (word >> 1) as usize;
        if at >= self.stems.len() {
            self.stems.resize(at + 1, None);
        }
        self.stems[at] = Some(stem);
    }

    /// Makes sure that the stems of all source words of a run in the making are known.
    pub(super) fn learn_stems(&mut self, writer: &Writer<'_>, builder: &RunBuilder) -> Result<(), StoreError> {
        for unit in builder.units() {
            for word in unit.source {
                if self.stems.get((word >> 1) as usize).copied().flatten().is_none() {
                    let known = writer.snapshot().index_word_text(VocabularySide::Source, *word)?;
                    let (_, stem) = known.ok_or_else(|| StoreError::Row {
                        table: "memory_word",
                        detail: format!("word {word} is missing"),
                    })?;
                    self.note_stem(*word, stem);
                }
            }
        }
        Ok(())
    }

    /// The stems of the source words that were met, by their numbers without the lowest bit; 0 for others.
    pub(super) fn stems(&self) -> Vec<StemId> {
        self.stems.iter().map(|stem| stem.unwrap_or(0)).collect()
    }

    fn add(&mut self, writer: &Writer<'_>, side: Side, text: &str) -> Result<(WordId, StemId), StoreError> {
        let words = &mut self.sides[Self::of(side)];
        words.start(writer, side)?;
        let stem = words.stem(writer, side, &stem(text))?;
        let (next, _) = words.next.as_mut().expect("the numbers were read just now");
        let word = *next << 1 | WordId::from(is_number(text));
        *next += 1;
        writer.add_index_word(vocabulary_of(side), word, text, stem)?;
        if side == Side::Source {
            for entry in KinEntry::of(text, word, stem) {
                entry.write(self.kin.entry(entry.bucket).or_default());
            }
        }
        Ok((word, stem))
    }

    /// Writes what the buckets of kinship got.
    pub(super) fn finish(&mut self, writer: &Writer<'_>) -> Result<(), StoreError> {
        for (bucket, data) in std::mem::take(&mut self.kin) {
            writer.extend_index_kin(bucket, &data)?;
        }
        Ok(())
    }
}

impl Words {
    fn start(&mut self, writer: &Writer<'_>, side: Side) -> Result<(), StoreError> {
        if self.next.is_none() {
            let (word, stem) = writer.snapshot().last_index_numbers(vocabulary_of(side))?;
            self.complete = word.is_none();
            self.next = Some((word.map_or(0, |word| (word >> 1) + 1), stem.map_or(0, |stem| stem + 1)));
        }
        Ok(())
    }

    fn stem(&mut self, writer: &Writer<'_>, side: Side, text: &str) -> Result<StemId, StoreError> {
        if let Some(known) = self.stems.get(text) {
            return Ok(*known);
        }
        let stored = if self.complete { None } else { writer.snapshot().index_stem(vocabulary_of(side), text)? };
        let stem = match stored {
            Some(stem) => stem,
            None => {
                let (_, next) = self.next.as_mut().expect("the numbers were read before");
                let stem = *next;
                *next += 1;
                writer.add_index_stem(vocabulary_of(side), stem, text)?;
                stem
            }
        };
        self.stems.insert(text.into(), stem);
        Ok(stem)
    }
}
