//! The bands of segments and how much text is in each, and the rule by which a segment gets its band.

use std::collections::{BTreeMap, HashMap};

use crate::model::Language;
use crate::ops::error::OpsError;
use crate::ops::memory::{Filters, LookUp, Memory, Surroundings};
use crate::text::{canon, count_white_space_words, count_words};

/// The least score that counts as a match.
const LEAST: u8 = 50;

/// What a segment is against the memory and the segments before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Band {
    /// The same text at the same place or between the same neighbours.
    Context,
    /// The same text.
    Exact,
    /// 95 to 99.
    From95,
    /// 85 to 94.
    From85,
    /// 75 to 84.
    From75,
    /// 50 to 74.
    From50,
    /// Nothing like it.
    New,
    /// An earlier segment of the same article.
    Repetition,
    /// A segment of an article that was counted before it.
    CrossRepetition,
}

impl Band {
    /// Every band, the best first, repetitions last.
    pub const ALL: [Self; 9] = [
        Self::Context,
        Self::Exact,
        Self::From95,
        Self::From85,
        Self::From75,
        Self::From50,
        Self::New,
        Self::Repetition,
        Self::CrossRepetition,
    ];

    /// Its name in JSON.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Context => "101",
            Self::Exact => "100",
            Self::From95 => "95-99",
            Self::From85 => "85-94",
            Self::From75 => "75-84",
            Self::From50 => "50-74",
            Self::New => "new",
            Self::Repetition => "repetition",
            Self::CrossRepetition => "repetition-across-articles",
        }
    }

    /// The band of a score.
    #[must_use]
    pub const fn of(score: u8) -> Self {
        match score {
            101.. => Self::Context,
            100 => Self::Exact,
            95..=99 => Self::From95,
            85..=94 => Self::From85,
            75..=84 => Self::From75,
            50..=74 => Self::From50,
            _ => Self::New,
        }
    }
}

/// How much text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Volume {
    /// Segments with a word in them.
    pub segments: u64,
    /// Words by UAX #29.
    pub words: u64,
    /// White-space separated tokens with a letter or digit.
    pub white_space_words: u64,
    /// Characters (Unicode scalar values).
    pub characters: u64,
    /// Those that are no white space.
    pub characters_without_spaces: u64,
}

impl Volume {
    pub(super) fn of(text: &str) -> Self {
        Self {
            segments: 1,
            words: count_words(text) as u64,
            white_space_words: count_white_space_words(text) as u64,
            characters: text.chars().count() as u64,
            characters_without_spaces: text.chars().filter(|c| !c.is_whitespace()).count() as u64,
        }
    }

    const fn add(&mut self, other: &Self) {
        self.segments += other.segments;
        self.words += other.words;
        self.white_space_words += other.white_space_words;
        self.characters += other.characters;
        self.characters_without_spaces += other.characters_without_spaces;
    }
}

/// The volume of texts by band.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bands {
    /// All together.
    pub all: Volume,
    by_band: BTreeMap<Band, Volume>,
    /// Paragraphs that are left out of the finished article; nothing of them is counted.
    pub left_out: u32,
}

impl Bands {
    /// The volume of a band.
    #[must_use]
    pub fn of(&self, band: Band) -> Volume {
        self.by_band.get(&band).copied().unwrap_or_default()
    }

    pub(super) fn count(&mut self, band: Band, volume: &Volume) {
        self.all.add(volume);
        self.by_band.entry(band).or_default().add(volume);
    }

    pub(super) fn add(&mut self, other: &Self) {
        self.all.add(&other.all);
        self.left_out += other.left_out;
        for (band, volume) in &other.by_band {
            self.by_band.entry(*band).or_default().add(volume);
        }
    }
}

/// The segments that were met, and the memory that is asked for the others.
pub(super) struct Met<'a, 's> {
    memory: &'a Memory<'s>,
    /// The sources that were met, by their canonical form, and in the how-manieth text first.
    sources: HashMap<String, usize>,
}

impl<'a, 's> Met<'a, 's> {
    /// Nothing was met yet.
    pub(super) fn nothing(memory: &'a Memory<'s>) -> Self {
        Self { memory, sources: HashMap::new() }
    }

    /// The band of a segment of a text; it is met by this.
    pub(super) fn band(
        &mut self,
        text: usize,
        source: &str,
        languages: (&Language, &Language),
        surroundings: &Surroundings,
    ) -> Result<Band, OpsError> {
        let key = canon(source);
        if let Some(first) = self.sources.get(&key) {
            return Ok(if *first == text { Band::Repetition } else { Band::CrossRepetition });
        }
        self.sources.insert(key, text);
        let matches = self.memory.look_up(&LookUp {
            text: source,
            languages,
            min: LEAST,
            limit: 1,
            filters: &Filters::default(),
            surroundings: Some(surroundings),
        })?;
        Ok(matches.first().map_or(Band::New, |best| Band::of(best.score)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_score_has_a_band_and_the_borders_are_where_their_names_say() {
        for (score, name) in [
            (101, "101"),
            (100, "100"),
            (99, "95-99"),
            (95, "95-99"),
            (94, "85-94"),
            (85, "85-94"),
            (84, "75-84"),
            (75, "75-84"),
            (74, "50-74"),
            (50, "50-74"),
            (49, "new"),
            (0, "new"),
        ] {
            assert_eq!(Band::of(score).as_str(), name);
        }
    }

    #[test]
    fn arabic_is_counted_by_both_rules() {
        let volume = Volume::of("الأمم-المتحدة – «قال» ٤٥٪");
        assert_eq!((volume.words, volume.white_space_words), (4, 3));
        assert_eq!((volume.characters, volume.characters_without_spaces), (25, 22));
    }
}
