//! Looks a source up in the memory: candidates from the engine, with what the desk knows of each; what does not count or does not
//! pass the filters takes no place among the best.

use std::cell::RefCell;
use std::cmp::Reverse;
use std::collections::HashMap;

use super::provenance::{Filters, Provenance, origins, standing};
use super::reader::{DeskReader, runs, tail};
use crate::matching::grade::{Grade, Wording, grade, negation_differs, numbers_differ};
use crate::matching::index::Run;
use crate::matching::score::character_percent;
use crate::matching::search::{Hit, Index, Memo, Query, Request, search, with_hash};
use crate::matching::tail::Tail;
use crate::model::{Content, Language, MatchKind, Slug};
use crate::ops::error::OpsError;
use crate::store::{OwnUse, Snapshot, StoreError, UnitKey, UnitReader, UnitRow, source_hash};
use crate::text::canon;

/// A text of more words is found only where the memory has it, typography aside: comparing takes the square of the length.
const LONGEST_FUZZY: usize = 5000;
/// The score of a match with the same neighbours, or at the same place.
const CONTEXT: u8 = 101;
/// From this score on only sources with one canonical form can match.
const CANONICAL: u8 = 99;

/// Where the text that is looked up stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Surroundings {
    /// The article and the number of the paragraph, whose own present wording is no match.
    pub place: Option<(Slug, u32)>,
    /// Whether an earlier wording of the same place is a match.
    pub own_past: bool,
    /// The source before it.
    pub before: Option<String>,
    /// The source after it.
    pub after: Option<String>,
}

/// What is looked up.
#[derive(Clone, Debug)]
pub struct LookUp<'a> {
    /// The text.
    pub text: &'a str,
    /// The language of the text, and that of the targets.
    pub languages: (&'a Language, &'a Language),
    /// The least score, 1 to 101.
    pub min: u8,
    /// How many of the best are wanted.
    pub limit: usize,
    /// What narrows it.
    pub filters: &'a Filters,
    /// Where the text stands, if it stands anywhere.
    pub surroundings: Option<&'a Surroundings>,
}

/// A match.
#[derive(Clone, Debug, PartialEq)]
pub struct MemoryMatch {
    /// The score, at most 101, less penalties.
    pub score: u8,
    /// Its sort.
    pub kind: MatchKind,
    /// The percentage of equal characters, as other tools show it.
    pub characters: u8,
    /// The source.
    pub source: Content,
    /// The target.
    pub target: Content,
    /// Where the numbers alone differ: each number of the match with the one that the text has there.
    pub numbers: Vec<(String, String)>,
    /// Whether numbers differ by value.
    pub numbers_differ: bool,
    /// Whether one of the sources denies more often than the other.
    pub negation_differs: bool,
    /// Where it comes from, the best first; never empty.
    pub provenance: Vec<Provenance>,
}

/// The sources before and after a place.
type Neighbours = (Option<String>, Option<String>);

/// The memory of a moment, ready to be asked.
#[derive(Debug)]
pub struct Memory<'s> {
    snapshot: &'s Snapshot<'s>,
    reader: DeskReader<'s>,
    units: UnitReader<'s>,
    runs: Vec<Run>,
    tail: Tail,
    memo: RefCell<Memo>,
}

impl<'s> Memory<'s> {
    /// The memory of a snapshot.
    ///
    /// # Errors
    /// [`OpsError::OldIndex`] when the index was made by another version; errors of the disk.
    pub(in crate::ops) fn of(snapshot: &'s Snapshot<'s>) -> Result<Self, OpsError> {
        if !snapshot.index_is_current()? {
            return Err(OpsError::OldIndex);
        }
        let (runs, tail) = (runs(snapshot)?, tail(snapshot)?);
        let (reader, units) = (DeskReader::new(snapshot), UnitReader::of(snapshot));
        Ok(Self { snapshot, reader, units, runs, tail, memo: RefCell::default() })
    }

    pub(super) const fn snapshot(&self) -> &'s Snapshot<'s> {
        self.snapshot
    }

    pub(super) const fn reader(&self) -> &DeskReader<'s> {
        &self.reader
    }

    pub(super) const fn units(&self) -> &UnitReader<'s> {
        &self.units
    }

    pub(super) fn index(&self) -> Index<'_> {
        Index { runs: &self.runs, tail: &self.tail }
    }

    /// Whether the memory that the filters name is there.
    ///
    /// # Errors
    /// [`OpsError::NoMemory`].
    pub(in crate::ops) fn check_origin(&self, filters: &Filters) -> Result<(), OpsError> {
        let Some(name) = filters.origin.as_ref().filter(|name| *name != Filters::DESK) else { return Ok(()) };
        if self.snapshot.memory(name)?.is_some() {
            return Ok(());
        }
        let known = self.snapshot.memories()?.into_iter().map(|row| row.name);
        let known = std::iter::once(Filters::DESK.to_owned()).chain(known).collect();
        Err(OpsError::NoMemory { name: name.clone(), known })
    }

    /// The matches of a text, the best first.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn look_up(&self, wanted: &LookUp<'_>) -> Result<Vec<MemoryMatch>, OpsError> {
        let wording = Wording::of(wanted.text, wanted.languages.0);
        let mut candidates = Candidates { memory: self, wanted, wording: &wording, known: HashMap::new() };
        let words = wording.words();
        let mut found = Vec::new();
        if wanted.min >= CANONICAL || words.is_empty() || words.len() > LONGEST_FUZZY {
            for unit in with_hash(&self.reader, self.index(), source_hash(wanted.text))? {
                found.extend(candidates.take(unit, 100)?);
            }
        } else {
            found = self.search(words, wanted, &mut candidates)?;
        }
        found.retain(|m| m.score >= wanted.min);
        found.sort_by_cached_key(|m| Reverse(rank(m)));
        found.truncate(wanted.limit);
        found.iter_mut().for_each(|found| warn(&wording, found));
        Ok(found)
    }

    /// Looks for the best without asking whether they count, then again and asking if some of them did not.
    fn search(
        &self,
        words: &[String],
        wanted: &LookUp<'_>,
        candidates: &mut Candidates<'_, '_>,
    ) -> Result<Vec<MemoryMatch>, OpsError> {
        let mut memo = self.memo.borrow_mut();
        let query = Query::new(&self.reader, words, &mut memo)?;
        let request = Request { percent: wanted.min.min(100), limit: wanted.limit };
        let hits = search(&self.reader, self.index(), &query, request, &mut memo, &mut |_, percent| Ok(Some(percent)))?;
        let found = candidates.take_all(&hits)?;
        let cut = hits.last().map_or(0, |hit| hit.percent);
        let whole = hits.len() < wanted.limit || found.iter().filter(|m| m.score >= cut).count() >= wanted.limit;
        if whole {
            return Ok(found);
        }
        let hits = search(&self.reader, self.index(), &query, request, &mut memo, &mut |unit, percent| {
            Ok(candidates.load(unit, percent)?.map(|m| m.score.min(100)))
        })?;
        candidates.take_all(&hits)
    }
}

/// Tells of a match whether its numbers and its negation differ from the text's: of those that are given alone, for it takes longer
/// than all else about a match.
fn warn(wording: &Wording<'_>, found: &mut MemoryMatch) {
    if !matches!(found.kind, MatchKind::Context | MatchKind::Exact | MatchKind::Canonical) {
        let other = Wording::of(found.source.text(), wording.language());
        (found.numbers_differ, found.negation_differs) =
            (numbers_differ(wording, &other), negation_differs(wording, &other));
    }
}

/// What orders matches: the score, then the characters, then how far the translation has come, then its date.
fn rank(found: &MemoryMatch) -> (u8, u8, u8, Option<String>) {
    let first = &found.provenance[0];
    (found.score, found.characters, standing(first), first.at.clone())
}

/// The units that were looked at in one look-up.
struct Candidates<'c, 's> {
    memory: &'c Memory<'s>,
    wanted: &'c LookUp<'c>,
    wording: &'c Wording<'c>,
    known: HashMap<i64, Option<MemoryMatch>>,
}

impl Candidates<'_, '_> {
    fn take_all(&mut self, hits: &[Hit]) -> Result<Vec<MemoryMatch>, OpsError> {
        let mut found = Vec::new();
        for hit in hits {
            found.extend(self.take(hit.unit, hit.distance.percent())?);
        }
        Ok(found)
    }

    fn take(&mut self, unit: i64, percent: u8) -> Result<Option<MemoryMatch>, OpsError> {
        self.load(unit, percent)?;
        Ok(self.known.remove(&unit).flatten())
    }

    /// What a unit is for the text, or `None` when it does not count.
    fn load(&mut self, unit: i64, percent: u8) -> Result<Option<&MemoryMatch>, StoreError> {
        if !self.known.contains_key(&unit) {
            let found = self.examine(UnitKey(unit), percent)?;
            self.known.insert(unit, found);
        }
        Ok(self.known.get(&unit).and_then(Option::as_ref))
    }

    fn examine(&self, key: UnitKey, percent: u8) -> Result<Option<MemoryMatch>, StoreError> {
        let Some(unit) = self.memory.units.unit(key)? else { return Ok(None) };
        let (source, target) = self.wanted.languages;
        if !unit.source_language.is(source.primary()) || !unit.target_language.is(target.primary()) {
            return Ok(None);
        }
        let grade = grade(self.wording, &Wording::of(unit.source.text(), self.wanted.languages.0), percent);
        let (provenance, in_context) = self.provenance(key, grade.kind)?;
        Ok((!provenance.is_empty()).then(|| self.matched(unit, grade, provenance, in_context)))
    }

    fn matched(&self, unit: UnitRow, grade: Grade, provenance: Vec<Provenance>, in_context: bool) -> MemoryMatch {
        let (text, found) = (self.wanted.text, unit.source.text());
        let penalty = provenance.iter().map(|p| p.penalty).min().unwrap_or(0);
        MemoryMatch {
            score: if in_context { CONTEXT } else { grade.score }.saturating_sub(penalty),
            kind: if in_context { MatchKind::Context } else { grade.kind },
            characters: character_percent(text, found),
            numbers_differ: false,
            negation_differs: false,
            numbers: grade.numbers,
            source: unit.source,
            target: unit.target,
            provenance,
        }
    }

    /// Where a unit comes from, as far as the filters let pass, the best first; and whether it stands in the context of the text.
    fn provenance(&self, key: UnitKey, kind: MatchKind) -> Result<(Vec<Provenance>, bool), StoreError> {
        let filters = self.wanted.filters;
        let mut in_context = false;
        let own_past = self.wanted.surroundings.is_some_and(|surroundings| surroundings.own_past);
        let superseded = filters.superseded || own_past;
        let found = origins((self.memory.snapshot, &self.memory.units), key, filters, superseded, &mut |own| {
            let same_place = self.is_same_place(own);
            let counts = match (same_place, own.current) {
                (true, _) => own_past && !own.head,
                (false, true) => true,
                (false, false) => filters.superseded,
            };
            if !counts {
                return Ok(false);
            }
            in_context |= kind == MatchKind::Exact && (same_place || self.has_same_neighbours(own)?);
            Ok(true)
        })?;
        Ok((found, in_context))
    }

    fn is_same_place(&self, own: &OwnUse) -> bool {
        let place = self.wanted.surroundings.and_then(|surroundings| surroundings.place.as_ref());
        place.is_some_and(|(slug, number)| own.slug == *slug && own.number == Some(*number))
    }

    /// Whether the sources before and after a place of the desk are those before and after the text.
    fn has_same_neighbours(&self, own: &OwnUse) -> Result<bool, StoreError> {
        let Some(surroundings) = self.wanted.surroundings else { return Ok(false) };
        if surroundings.before.is_none() && surroundings.after.is_none() {
            return Ok(false);
        }
        let Some((before, after)) = self.neighbours(own)? else { return Ok(false) };
        let same = |one: &Option<String>, other: &Option<String>| match (one, other) {
            (Some(one), Some(other)) => canon(one) == canon(other),
            (one, other) => one.is_none() && other.is_none(),
        };
        Ok(same(&before, &surroundings.before) && same(&after, &surroundings.after))
    }

    fn neighbours(&self, own: &OwnUse) -> Result<Option<Neighbours>, StoreError> {
        let snapshot = self.memory.snapshot;
        let (Some(article), Some(number)) = (snapshot.article(&own.slug)?, own.number) else { return Ok(None) };
        match own.segment {
            Some(segment) => {
                let Some(revision) = snapshot.revision(own.revision)? else { return Ok(None) };
                let at = segment as usize - 1;
                let source = |at: usize| revision.segment_source(at).map(str::to_owned);
                Ok(Some((at.checked_sub(1).and_then(source), source(at + 1))))
            }
            None => {
                let around = snapshot.paragraphs(article.key, number.saturating_sub(1).max(1), number + 1)?;
                let source = |wanted: u32| {
                    around.iter().find(|p| p.number == Some(wanted)).map(|p| p.revision.source.text().to_owned())
                };
                Ok(Some((source(number.wrapping_sub(1)), source(number + 1))))
            }
        }
    }
}
