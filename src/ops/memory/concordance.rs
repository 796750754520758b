//! The concordance: where the memory uses a word or a phrase, what stands around it on both sides, and by what it is rendered.
//! The index gives the units that hold the words; each is read before it counts, and no more are than are asked for.

use std::collections::BTreeMap;
use std::ops::{ControlFlow, Range};
use std::time::{Duration, Instant};

use super::learning::segments;
use super::lookup::Memory;
use super::provenance::{Filters, Provenance, origins};
use super::reader::vocabulary_of;
use crate::alignment::{BUILT_IN, Knowledge, PhraseSide, Renderings};
use crate::matching::index::{Side, Successors, WordId};
use crate::matching::pattern::{Forms, Pattern, WordPattern};
use crate::matching::phrase::{Candidate, PhraseWord, holds_in_order, units_with_all};
use crate::matching::search::{IndexReader as _, KeyMap};
use crate::matching::spans::PlacedWords;
use crate::matching::words::compared_words;
use crate::model::Content;
use crate::ops::desk::Desk;
use crate::ops::error::OpsError;
use crate::store::{OwnUse, StoreError, UnitKey, UnitRow};

/// So many units are read together where all are counted.
const READ_TOGETHER: usize = 256;

/// A side of a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TextSide {
    /// The source.
    Source,
    /// The target.
    Target,
}

impl TextSide {
    /// Its name in JSON.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Source => "source",
            Self::Target => "target",
        }
    }

    const fn other(self) -> Self {
        match self {
            Self::Source => Self::Target,
            Self::Target => Self::Source,
        }
    }
}

/// Where to look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SearchedSides {
    /// In one side.
    One(TextSide),
    /// In both.
    Both,
}

impl SearchedSides {
    fn has(self, side: TextSide) -> bool {
        self == Self::Both || self == Self::One(side)
    }
}

/// What the words of the text stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WordForms {
    /// Themselves, in any spelling that is folded alike.
    Same,
    /// All words of their stems.
    OfStem,
}

/// How far the search goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// Until there is enough to show, and it is known whether there is more.
    Shown,
    /// To the end, counting.
    All,
}

/// What is asked.
#[derive(Clone, Debug)]
pub struct ConcordanceRequest<'a> {
    /// A word, or several in a row; `*` after a word stands for any end of it.
    pub text: &'a str,
    /// Where to look.
    pub sides: SearchedSides,
    /// What its words stand for.
    pub forms: WordForms,
    /// How many units are shown.
    pub limit: usize,
    /// How far the search goes.
    pub extent: Extent,
    /// What narrows it.
    pub filters: &'a Filters,
}

/// A part of a text that likely renders the phrase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rendering {
    /// The side it stands in.
    pub side: TextSide,
    /// Its UTF-8 bytes there.
    pub span: Range<usize>,
}

/// A unit that uses the phrase.
#[derive(Clone, Debug, PartialEq)]
pub struct ConcordanceLine {
    /// The unit.
    pub unit: UnitRow,
    /// The UTF-8 bytes of the source that are the phrase.
    pub in_source: Vec<Range<usize>>,
    /// The same in the target.
    pub in_target: Vec<Range<usize>>,
    /// What likely renders it on the other side.
    pub renderings: Vec<Rendering>,
    /// Where it comes from, the best first; never empty.
    pub provenance: Vec<Provenance>,
}

impl ConcordanceLine {
    /// The text of a side.
    #[must_use]
    pub fn text(&self, side: TextSide) -> &str {
        match side {
            TextSide::Source => self.unit.source.text(),
            TextSide::Target => self.unit.target.text(),
        }
    }
}

/// How often a rendering occurs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RenderingCount {
    /// The side it stands in.
    pub side: TextSide,
    /// Its text as it stands most often; other spellings of it are counted with it.
    pub text: String,
    /// How often.
    pub count: u64,
}

/// What the memory has.
#[derive(Clone, Debug, PartialEq)]
pub struct Concordance {
    /// The units that are shown: the newest first, as far as the index knows their age.
    pub lines: Vec<ConcordanceLine>,
    /// How many units were found.
    pub found: u64,
    /// Whether there are more than were found.
    pub more: bool,
    /// The renderings by number; of all units that were found but the one that told there are more.
    pub renderings: Vec<RenderingCount>,
    /// How many uses have none that could be told.
    pub untold: u64,
    /// How long it took.
    pub took: Took,
}

/// How long a look-up took.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Took {
    /// All of it.
    pub whole: Duration,
    /// Finding the units that have the words in this order, without reading what is shown of them.
    pub finding: Duration,
}

/// Looks a word or a phrase up in the memory.
///
/// # Errors
/// [`OpsError::NoWords`]; [`OpsError::NoMemory`] when a memory is named that is not there; [`OpsError::OldIndex`]; errors of the
/// disk.
pub fn concordance(desk: &Desk, request: &ConcordanceRequest<'_>) -> Result<Concordance, OpsError> {
    let forms = match request.forms {
        WordForms::Same => Forms::Same,
        WordForms::OfStem => Forms::OfStem,
    };
    let begun = Instant::now();
    let pattern = Pattern::parse(request.text, forms);
    if pattern.words().is_empty() {
        return Err(OpsError::NoWords { text: request.text.to_owned(), command: "concordance" });
    }
    let snapshot = desk.snapshot()?;
    let memory = Memory::of(&snapshot)?;
    memory.check_origin(request.filters)?;
    let lexicons = [Knowledge::of(&BUILT_IN)];
    let gathered = Gathered { lines: Vec::new(), found: 0, more: false, tally: Tally::new(&lexicons) };
    let mut search =
        Search { memory: &memory, request, pattern: &pattern, found: Vec::new(), gathered, reading: Duration::ZERO };
    for (side, text_side) in [(Side::Source, TextSide::Source), (Side::Target, TextSide::Target)] {
        if request.sides.has(text_side) && !search.gathered.more {
            search.through(side)?;
        }
    }
    let Search { gathered, reading, .. } = search;
    let finding = begun.elapsed().saturating_sub(reading);
    let mut found = gathered.finish();
    found.took = Took { whole: begun.elapsed(), finding };
    Ok(found)
}

struct Gathered<'k> {
    lines: Vec<ConcordanceLine>,
    found: u64,
    more: bool,
    tally: Tally<'k>,
}

impl Gathered<'_> {
    fn finish(self) -> Concordance {
        let Self { lines, found, more, tally } = self;
        Concordance { lines, found, more, untold: tally.untold, renderings: tally.counts(), took: Took::default() }
    }
}

struct Search<'a, 's> {
    memory: &'a Memory<'s>,
    request: &'a ConcordanceRequest<'a>,
    pattern: &'a Pattern,
    /// Units that were found and not read yet.
    found: Vec<UnitKey>,
    gathered: Gathered<'a>,
    /// The time that went into the units that were found.
    reading: Duration,
}

impl Search<'_, '_> {
    /// Goes through the units that hold the words of the pattern on one side.
    fn through(&mut self, side: Side) -> Result<(), StoreError> {
        let (mut phrase, mut fitting) = (Vec::new(), Vec::new());
        for word in self.pattern.words() {
            let (word, fits) = self.sought(side, fitting.last(), word)?;
            if word.stems.is_empty() {
                return Ok(());
            }
            phrase.push(word);
            fitting.push(fits);
        }
        let (reader, index) = (self.memory.reader(), self.memory.index());
        units_with_all(reader, index, side, &phrase, &mut |candidate| {
            if side == Side::Source && !self.may_hold(&mut fitting, candidate)? {
                return Ok(ControlFlow::Continue(()));
            }
            self.found.push(UnitKey(candidate.unit));
            if self.found.len() < self.wanted() { Ok(ControlFlow::Continue(())) } else { self.take_found(side) }
        })?;
        self.take_found(side).map(|_| ())
    }

    /// How many units have to be found before any is read: as many as are missing, if each of them counts, and one that tells there
    /// are more.
    fn wanted(&self) -> usize {
        match self.request.extent {
            Extent::Shown => self.request.limit.saturating_sub(self.gathered.lines.len()).saturating_add(1),
            Extent::All => READ_TOGETHER,
        }
    }

    /// Takes the units that were found, as long as there is need of them.
    fn take_found(&mut self, side: Side) -> Result<ControlFlow<()>, StoreError> {
        let begun = Instant::now();
        let found = std::mem::take(&mut self.found);
        let mut flow = ControlFlow::Continue(());
        for unit in found {
            flow = self.take(unit, side)?;
            if flow.is_break() {
                break;
            }
        }
        self.reading += begun.elapsed();
        Ok(flow)
    }

    /// How a word of the pattern is looked for behind the one before it, and which words of the vocabulary it stands for.
    fn sought(
        &self,
        side: Side,
        before: Option<&Fitting>,
        word: &WordPattern,
    ) -> Result<(PhraseWord, Fitting), StoreError> {
        let reader = self.memory.reader();
        let any = |stems| PhraseWord { stems, sorts: Successors::ANY };
        let sought = match word {
            WordPattern::Word(word) => {
                let Some((id, stem)) = reader.word(side, word)? else {
                    return Ok((any(Vec::new()), Fitting::default()));
                };
                let sorts = match before {
                    Some(Fitting::Itself(before)) => Successors::of_pair(*before, id, stem),
                    _ => Successors::of_word(id, stem),
                };
                return Ok((PhraseWord { stems: vec![stem], sorts }, Fitting::Itself(id)));
            }
            WordPattern::Stem(stem) => match reader.stem(side, stem)? {
                Some(stem) => PhraseWord { stems: vec![stem], sorts: Successors::of_stem(stem) },
                None => any(Vec::new()),
            },
            WordPattern::Prefix(prefix) => {
                any(self.memory.snapshot().index_stems_of_prefix(vocabulary_of(side), prefix)?)
            }
        };
        Ok((sought, Fitting::default()))
    }

    /// Whether the words of a candidate's source hold the pattern: told without a look at its text.
    fn may_hold(&self, fitting: &mut [Fitting], candidate: Candidate<'_>) -> Result<bool, StoreError> {
        let (wanted, reader) = (self.pattern.words(), self.memory.reader());
        let mut trouble = None;
        let mut reads = |at: usize, word: WordId| match reader.text_of(word) {
            Ok(text) => text.is_some_and(|text| wanted[at].is(&text)),
            Err(error) => {
                trouble = Some(error);
                false
            }
        };
        let holds = holds_in_order(candidate.source, wanted.len(), |at, word| match &mut fitting[at] {
            Fitting::Itself(id) => *id == word,
            Fitting::AsMet(known) => *known.entry(word).or_insert_with(|| reads(at, word)),
        });
        trouble.map_or(Ok(holds), Err)
    }

    /// Reads a unit and takes it if it uses the phrase, counts, and passes the filters.
    fn take(&mut self, key: UnitKey, side: Side) -> Result<ControlFlow<()>, StoreError> {
        let going_on = Ok(ControlFlow::Continue(()));
        let Some(unit) = self.memory.units().unit(key)? else { return going_on };
        let spans = |words: &PlacedWords| -> Vec<Range<usize>> {
            self.pattern.find(&words.texts()).into_iter().map(|range| words.span_of(&range)).collect()
        };
        let (searched, other) = match side {
            Side::Source => (&unit.source, &unit.target),
            Side::Target => (&unit.target, &unit.source),
        };
        let searched = PlacedWords::of(searched.text());
        let in_searched = spans(&searched);
        if in_searched.is_empty() {
            return going_on;
        }
        let other = PlacedWords::of(other.text());
        let in_other = if self.request.sides == SearchedSides::Both { spans(&other) } else { Vec::new() };
        // Where both sides are searched, those whose sources fit were taken before.
        if side == Side::Target && !in_other.is_empty() {
            return going_on;
        }
        let provenance = self.provenance(&unit)?;
        if provenance.is_empty() {
            return going_on;
        }
        let gathered = &mut self.gathered;
        if gathered.lines.len() >= self.request.limit && self.request.extent == Extent::Shown {
            gathered.more = true;
            return Ok(ControlFlow::Break(()));
        }
        gathered.found += 1;
        let (words, [in_source, in_target]) = match side {
            Side::Source => ([&searched, &other], [in_searched, in_other]),
            Side::Target => ([&other, &searched], [in_other, in_searched]),
        };
        let mut line = ConcordanceLine { unit, in_source, in_target, renderings: Vec::new(), provenance };
        gathered.tally.add(&mut line, words);
        if gathered.lines.len() < self.request.limit {
            gathered.lines.push(line);
        }
        going_on
    }

    /// Where a unit comes from, as far as the filters let pass, the best first.
    fn provenance(&self, unit: &UnitRow) -> Result<Vec<Provenance>, StoreError> {
        let filters = self.request.filters;
        origins((self.memory.snapshot(), self.memory.units()), unit.key, filters, filters.superseded, &mut |own| {
            Ok(own.segment.is_some() || !self.is_told_by_segments(unit, own)?)
        })
    }

    /// Whether every use of the phrase in a whole paragraph is one in a segment of it, so that the segments say it all.
    fn is_told_by_segments(&self, unit: &UnitRow, own: &OwnUse) -> Result<bool, StoreError> {
        let Some(revision) = self.memory.snapshot().revision(own.revision)? else { return Ok(false) };
        let count = |content: &Content| self.pattern.find(&compared_words(content.text())).len();
        let searched = |source: &Content, target: &Content| {
            let side = |side, content| if self.request.sides.has(side) { count(content) } else { 0 };
            side(TextSide::Source, source) + side(TextSide::Target, target)
        };
        let parts = segments(&unit.source, &unit.target, &revision.beads);
        let in_segments: usize = parts.iter().map(|(_, source, target)| searched(source, target)).sum();
        Ok(in_segments == searched(&unit.source, &unit.target))
    }
}

/// Which source words a word of the pattern stands for.
enum Fitting {
    /// One alone.
    Itself(WordId),
    /// Those that read so, as far as they were met.
    AsMet(KeyMap<WordId, bool>),
}

impl Default for Fitting {
    fn default() -> Self {
        Self::AsMet(KeyMap::default())
    }
}

/// The renderings that were met: by side and normalised words, how often each in which spelling.
struct Tally<'k> {
    known: Renderings<'k>,
    renderings: BTreeMap<(TextSide, String), BTreeMap<String, u64>>,
    untold: u64,
}

impl<'k> Tally<'k> {
    fn new(lexicons: &'k [Knowledge<'k>]) -> Self {
        Self { known: Renderings::new(lexicons), renderings: BTreeMap::new(), untold: 0 }
    }

    /// Finds the renderings in a line, by the words of its sides, and counts them.
    fn add(&mut self, line: &mut ConcordanceLine, [source, target]: [&PlacedWords; 2]) {
        // A phrase that stands on both sides, such as a name, renders itself: it is told once.
        let (side, spans) = match line.in_source.is_empty() {
            false => (TextSide::Source, line.in_source.clone()),
            true => (TextSide::Target, line.in_target.clone()),
        };
        let (own, other, phrase_side) = match side {
            TextSide::Source => (source, target, PhraseSide::First),
            TextSide::Target => (target, source, PhraseSide::Second),
        };
        let pair = self.known.pair([&source.texts(), &target.texts()]);
        for span in spans {
            let Some(range) = self.known.of(&pair, phrase_side, own.within(&span)) else {
                self.untold += 1;
                continue;
            };
            let rendering = Rendering { side: side.other(), span: other.span_of(&range) };
            let text = line.text(rendering.side)[rendering.span.clone()].to_owned();
            let key = (rendering.side, other.joined(range));
            *self.renderings.entry(key).or_default().entry(text).or_default() += 1;
            line.renderings.push(rendering);
        }
    }

    fn counts(self) -> Vec<RenderingCount> {
        let counted = self.renderings.into_iter().filter_map(|((side, _), spellings)| {
            let count = spellings.values().sum();
            let (text, _) =
                spellings.into_iter().max_by_key(|(text, count)| (*count, std::cmp::Reverse(text.clone())))?;
            Some(RenderingCount { side, text, count })
        });
        let mut counts: Vec<RenderingCount> = counted.collect();
        counts.sort_by_key(|counted| std::cmp::Reverse(counted.count));
        counts
    }
}
