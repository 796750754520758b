//! Candidates for the termbase from the phrases that articles repeat, with their likely renderings. Changes nothing: a person takes
//! a candidate over, or leaves it.

use std::collections::HashSet;
use std::ops::Range;

use super::concepts::Languages;
use super::desk::{Desk, find_article};
use super::error::OpsError;
use super::show::{address_of, select};
use super::terms::Terms;
use crate::alignment::{BUILT_IN, Knowledge, Pair, PhraseSide, Renderings};
use crate::formats::{CandidateRecord, write_candidates};
use crate::matching::spans::PlacedWords;
use crate::model::{Address, Language};
use crate::terminology::extraction::{Bitext, Candidate, Wanted, candidates};

/// What to look through.
#[derive(Clone, Debug)]
pub struct ExtractRequest<'a> {
    /// Articles or parts of them; the whole desk when empty.
    pub addresses: &'a [Address],
    /// How often a phrase has to stand.
    pub least: usize,
    /// How many renderings are told of each.
    pub renderings: usize,
}

/// A phrase that may be a term.
#[derive(Clone, Debug, PartialEq)]
pub struct TermCandidate {
    /// The phrase, and what renders it.
    pub candidate: Candidate,
    /// The paragraphs in which it stands.
    pub addresses: Vec<String>,
}

/// What was found.
#[derive(Clone, Debug)]
pub struct Extraction {
    /// The candidates, best first.
    pub candidates: Vec<TermCandidate>,
    /// How many paragraphs were looked through; those that repeat another are looked through once.
    pub paragraphs: usize,
    /// The languages of the desk.
    pub languages: (Language, Language),
}

/// A segment that is looked through.
struct Passage {
    address: usize,
    source: String,
    target: Option<String>,
}

/// Finds candidates. What is left out of finished articles is not looked at, and what several paragraphs repeat counts once.
///
/// # Errors
/// When an article or a paragraph does not exist; errors of the disk.
pub fn extract(desk: &Desk, request: &ExtractRequest<'_>) -> Result<Extraction, OpsError> {
    let snapshot = desk.snapshot()?;
    let Languages { source, target } = Languages::of(&snapshot)?;
    let whole = match request.addresses.is_empty() {
        true => snapshot.articles()?.into_iter().map(|head| Address::Article(head.slug)).collect(),
        false => request.addresses.to_vec(),
    };
    let (mut addresses, mut passages) = (Vec::new(), Vec::new());
    let (mut seen, mut repeated) = (HashSet::new(), HashSet::new());
    for address in &whole {
        let head = find_article(&snapshot, address.slug())?;
        if head.source_language.primary() != source.primary() {
            continue;
        }
        for state in select(&snapshot, &head, address)? {
            let is_new = seen.insert(state.key) && state.revision.repeat_key.is_none_or(|key| repeated.insert(key));
            if state.exclusion.is_some() || !is_new {
                continue;
            }
            let is_rendered = head.target_language.primary() == target.primary();
            let revision = &state.revision;
            for bead in &revision.beads {
                let text = |text: &str, range: &Range<usize>| text.get(range.clone()).map(str::to_owned);
                let rendered = revision.target.as_ref().filter(|_| is_rendered && !bead.target.is_empty());
                passages.push(Passage {
                    address: addresses.len(),
                    source: text(revision.source.text(), &bead.source).unwrap_or_default(),
                    target: rendered.and_then(|target| text(target.text(), &bead.target)),
                });
            }
            addresses.push(address_of(&head, &state));
        }
    }
    let termbase = Terms::of(&snapshot)?.termbase;
    let lexicons = [Knowledge::of(&BUILT_IN)];
    let ties = WordTies::of(&passages, &lexicons);
    let wanted = Wanted {
        least: request.least,
        renderings: request.renderings,
        known: &termbase,
        ties: &|place, phrase| ties.of_phrase(place, phrase),
    };
    let texts: Vec<Bitext<'_>> =
        passages.iter().map(|one| Bitext { source: &one.source, target: one.target.as_deref() }).collect();
    let found = candidates(&texts, (&source, &target), &wanted).into_iter().map(|candidate| {
        let mut places: Vec<usize> = candidate.places.iter().map(|place| passages[*place].address).collect();
        places.dedup();
        TermCandidate { addresses: places.into_iter().map(|place| addresses[place].clone()).collect(), candidate }
    });
    Ok(Extraction { candidates: found.collect(), paragraphs: addresses.len(), languages: (source, target) })
}

/// What ties the words of the passages to those of their targets: the built-in lexicon, numbers and the letters of names.
struct WordTies<'k> {
    known: Renderings<'k>,
    /// Of each passage that has a target its words: as they are tied, and where they stand.
    pairs: Vec<Option<(Pair, [PlacedWords; 2])>>,
}

impl<'k> WordTies<'k> {
    fn of(passages: &[Passage], lexicons: &'k [Knowledge<'k>]) -> Self {
        let mut known = Renderings::new(lexicons);
        let pairs = passages.iter().map(|one| {
            let words = [&one.source, one.target.as_ref()?].map(|text| PlacedWords::of(text));
            Some((known.pair([&words[0].texts(), &words[1].texts()]), words))
        });
        Self { pairs: pairs.collect(), known }
    }

    /// The words of the target that are tied to a phrase of the source, both in bytes, of the passage at a place.
    fn of_phrase(&self, place: usize, phrase: &Range<usize>) -> Option<Range<usize>> {
        let (pair, [source, target]) = self.pairs.get(place)?.as_ref()?;
        let tied = self.known.of(pair, PhraseSide::First, source.within(phrase))?;
        Some(target.span_of(&tied))
    }
}

impl Extraction {
    /// The candidates as a table that `term import` reads.
    ///
    /// # Errors
    /// None that a sound memory gives.
    pub fn table(&self) -> Result<Vec<u8>, OpsError> {
        let records: Vec<CandidateRecord<'_>> = self
            .candidates
            .iter()
            .map(|TermCandidate { candidate, .. }| CandidateRecord {
                source: &candidate.text,
                renderings: candidate.renderings.iter().map(|rendering| rendering.text.as_str()).collect(),
                count: candidate.count,
            })
            .collect();
        let mut bytes = Vec::new();
        let (source, target) = &self.languages;
        let written = write_candidates(&records, (source.primary(), target.primary()), &mut bytes);
        written.map_err(|error| OpsError::File { path: "-".into(), error: error.into_io() })?;
        Ok(bytes)
    }
}
