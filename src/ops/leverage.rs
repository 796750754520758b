//! How much of articles is new and how much the memory, or the articles themselves, have already; and who translated and reviewed
//! how much. Counted from rows each time, never kept.

use std::collections::{BTreeMap, HashMap};

use super::desk::{Desk, find_article};
use super::error::OpsError;
use super::memory::{Filters, LookUp, Memory, Surroundings};
use super::show::select;
use crate::model::{Address, DecisionKind, Slug, Status};
use crate::store::{ArticleHead, ParagraphState, Snapshot};
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
    fn of(text: &str) -> Self {
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

    fn count(&mut self, band: Band, volume: &Volume) {
        self.all.add(volume);
        self.by_band.entry(band).or_default().add(volume);
    }

    fn add(&mut self, other: &Self) {
        self.all.add(&other.all);
        self.left_out += other.left_out;
        for (band, volume) in &other.by_band {
            self.by_band.entry(*band).or_default().add(volume);
        }
    }
}

/// An article, or the part of it that was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArticleLeverage {
    /// Its slug.
    pub slug: Slug,
    /// Its title.
    pub title: String,
    /// Its source by band.
    pub bands: Bands,
}

/// Whole paragraphs, and their words by UAX #29.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Share {
    /// Paragraphs.
    pub paragraphs: u64,
    /// Words of their sources.
    pub source_words: u64,
    /// Words of their targets.
    pub target_words: u64,
}

impl Share {
    fn add(&mut self, state: &ParagraphState) {
        self.paragraphs += 1;
        self.source_words += u64::from(state.revision.source_words);
        self.target_words += u64::from(state.revision.target_words);
    }
}

/// What a person did that stands at present.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Work {
    /// Paragraphs whose present target the person wrote.
    pub translated: Share,
    /// Paragraphs whose present texts the person approved last.
    pub reviewed: Share,
}

/// What was counted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Leverage {
    /// By article, in the order in which they were counted.
    pub articles: Vec<ArticleLeverage>,
    /// All together.
    pub total: Bands,
    /// By person, by name.
    pub people: BTreeMap<String, Work>,
}

/// Counts an article or part of it, or all articles by slug. Tells `progress` how many articles of how many are done.
///
/// # Errors
/// When the article or a paragraph does not exist; [`OpsError::OldIndex`]; errors of the disk.
pub fn leverage(
    desk: &Desk,
    address: Option<&Address>,
    progress: &mut dyn FnMut(usize, usize),
) -> Result<Leverage, OpsError> {
    let snapshot = desk.snapshot()?;
    let heads = match address {
        Some(address) => vec![find_article(&snapshot, address.slug())?],
        None => snapshot.articles()?,
    };
    let memory = Memory::of(&snapshot)?;
    let mut counting =
        Counting { snapshot: &snapshot, memory: &memory, seen: HashMap::new(), counted: Leverage::default() };
    let count = heads.len();
    for (done, head) in heads.into_iter().enumerate() {
        progress(done, count);
        counting.article(head, address)?;
    }
    Ok(counting.counted)
}

struct Counting<'a, 's> {
    snapshot: &'a Snapshot<'a>,
    memory: &'a Memory<'s>,
    /// The sources that were met, by their canonical form, and in the how-manieth article first.
    seen: HashMap<String, usize>,
    counted: Leverage,
}

impl Counting<'_, '_> {
    fn article(&mut self, head: ArticleHead, address: Option<&Address>) -> Result<(), OpsError> {
        let all = self.snapshot.paragraphs(head.key, 1, u32::MAX)?;
        let chosen: Option<Vec<u32>> = match address {
            Some(address) => {
                Some(select(self.snapshot, &head, address)?.iter().filter_map(|state| state.number).collect())
            }
            None => None,
        };
        let mut bands = Bands::default();
        for (at, state) in all.iter().enumerate() {
            if chosen.as_ref().is_some_and(|chosen| !state.number.is_some_and(|number| chosen.contains(&number))) {
                continue;
            }
            if state.exclusion.is_some() {
                bands.left_out += 1;
                continue;
            }
            let neighbours = [at.checked_sub(1).and_then(|before| all.get(before)), all.get(at + 1)];
            self.paragraph(&head, state, neighbours, address, &mut bands)?;
            self.person(state)?;
        }
        self.counted.total.add(&bands);
        let (slug, title) = (head.slug, head.title);
        self.counted.articles.push(ArticleLeverage { slug, title, bands });
        Ok(())
    }

    fn paragraph(
        &mut self,
        head: &ArticleHead,
        state: &ParagraphState,
        [before, after]: [Option<&ParagraphState>; 2],
        address: Option<&Address>,
        bands: &mut Bands,
    ) -> Result<(), OpsError> {
        let beads = &state.revision.beads;
        let segment = |at: usize| state.revision.segment_source(at);
        let paragraph = |state: Option<&ParagraphState>| state.map(|state| state.revision.source.text().to_owned());
        for at in 0..beads.len() {
            let is_meant = match address {
                Some(Address::Segment(_, _, number)) => at + 1 == *number as usize,
                _ => true,
            };
            let Some(source) = segment(at).filter(|_| is_meant) else { continue };
            let volume = Volume::of(source);
            if volume.words == 0 {
                continue;
            }
            // The memory knows a paragraph of one segment as a paragraph, whose neighbours are paragraphs.
            let (before, after) = if beads.len() > 1 {
                (at.checked_sub(1).and_then(segment).map(str::to_owned), segment(at + 1).map(str::to_owned))
            } else {
                (paragraph(before), paragraph(after))
            };
            let place = state.number.map(|number| (head.slug.clone(), number));
            let band = self.band(head, source, &Surroundings { place, own_past: false, before, after })?;
            bands.count(band, &volume);
        }
        Ok(())
    }

    /// The band of a segment; it is met by this.
    fn band(&mut self, head: &ArticleHead, source: &str, surroundings: &Surroundings) -> Result<Band, OpsError> {
        let article = self.counted.articles.len();
        let key = canon(source);
        if let Some(first) = self.seen.get(&key) {
            return Ok(if *first == article { Band::Repetition } else { Band::CrossRepetition });
        }
        self.seen.insert(key, article);
        let matches = self.memory.look_up(&LookUp {
            text: source,
            languages: (&head.source_language, &head.target_language),
            min: LEAST,
            limit: 1,
            filters: &Filters::default(),
            surroundings: Some(surroundings),
        })?;
        Ok(matches.first().map_or(Band::New, |best| Band::of(best.score)))
    }

    fn person(&mut self, state: &ParagraphState) -> Result<(), OpsError> {
        let people = &mut self.counted.people;
        if let (Some(_), Some(translator)) = (&state.revision.target, &state.revision.translator) {
            people.entry(translator.clone()).or_default().translated.add(state);
        }
        if matches!(state.standing.status, Status::Reviewed | Status::Final) && !state.standing.stale {
            let decisions = self.snapshot.decisions(state.key)?;
            let approves = |kind| matches!(kind, DecisionKind::Approve | DecisionKind::Finalize);
            let mut here = decisions.iter().filter(|decision| decision.bound_to == state.revision.hashes);
            // Who finalizes what another approved has not reviewed it.
            let approval = here.clone().rfind(|decision| decision.kind == DecisionKind::Approve);
            if let Some(decision) = approval.or_else(|| here.rfind(|decision| approves(decision.kind))) {
                people.entry(decision.person.clone()).or_default().reviewed.add(state);
            }
        }
        Ok(())
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
