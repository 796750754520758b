//! Fills untranslated paragraphs with drafts from the memory, and tells for each why it was filled or left.
//!
//! Nothing that has a translation is touched, nothing goes above draft, and a repeated paragraph is named, never filled from
//! its repetition. A paragraph is filled with the match of the whole; or with those of all its segments, when they score higher
//! or the whole has none. The score kept is the lowest of what was put in. Whatever the least score, nothing is filled from
//! a source with other numbers or another negation, nor from a wording that the desk has superseded: a reader takes those for
//! finished. They are told with their score, and `suggest --take` takes them over one by one.

use std::collections::HashMap;

use super::desk::{Desk, find_article};
use super::error::OpsError;
use super::memory::{Filters, Memory, MemoryMatch, Provenance};
use super::show::{address_of, select};
use super::suggestion::Part;
use super::translate::{log_match, segment_with, whole_beads};
use crate::model::{Address, Bead, CodeFault, Content, MatchKind, OperationKind, ParagraphNumber, Status, Written};
use crate::store::{ArticleHead, ParagraphState, Snapshot};

/// How many matches are looked at, to tell whether the best is the only one of its score.
const LOOKED_AT: usize = 5;
/// From this score on the whole paragraph is one text of the memory, and its segments are not asked.
const WHOLE: u8 = 100;

/// What is to be filled.
#[derive(Clone, Debug)]
pub struct PretranslateRequest {
    /// An article or some of its paragraphs.
    pub address: Address,
    /// The least score, 1 to 101.
    pub min: u8,
    /// What narrows the matches.
    pub filters: Filters,
}

/// What became of a paragraph.
#[derive(Clone, Debug, PartialEq)]
pub struct Pretranslated {
    /// The paragraph.
    pub address: String,
    /// Whether it was filled, or why not.
    pub outcome: Outcome,
    /// Another paragraph of the article with the same source, where this one has no translation.
    pub repeats: Option<String>,
}

/// Whether a paragraph was filled.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// It has a draft now.
    Filled(Box<Filled>),
    /// It is as it was.
    Left(Left),
}

/// A draft from the memory.
#[derive(Clone, Debug, PartialEq)]
pub struct Filled {
    /// The score, the lowest of its parts.
    pub score: u8,
    /// The sort of the match of that score.
    pub kind: MatchKind,
    /// Where each part comes from: one for the whole paragraph, or one for each segment.
    pub from: Vec<Provenance>,
    /// Whether its segments were put together.
    pub by_segment: bool,
    /// Whether the memory has another wording of the same score.
    pub contested: bool,
    /// The draft.
    pub target: Content,
    /// The revision of the paragraph now.
    pub revision: u32,
    /// What is to be told about the inline codes.
    pub faults: Vec<CodeFault>,
}

/// Why a paragraph was left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Left {
    /// It is translated, or was begun.
    Status(Status),
    /// It is left out of the finished article.
    Excluded,
    /// The memory has nothing of that score.
    NoMatch,
    /// The memory has some of its segments.
    Segments {
        /// How many.
        found: usize,
        /// Of how many.
        of: usize,
    },
    /// The best match, of this score, differs in something that a draft must not hide.
    Risk(Risk, u8),
}

/// What a draft must not hide.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Risk {
    /// The source of the match has other numbers.
    Numbers,
    /// The source of the match denies what this one says, or the reverse.
    Negation,
    /// The wording was superseded.
    Superseded,
}

impl Left {
    /// The stable name of the reason.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Status(_) => "status",
            Self::Excluded => "excluded",
            Self::NoMatch => "no-match",
            Self::Segments { .. } => "segments",
            Self::Risk(Risk::Numbers, _) => "numbers",
            Self::Risk(Risk::Negation, _) => "negation",
            Self::Risk(Risk::Superseded, _) => "superseded",
        }
    }
}

/// What is to be put into a paragraph, or why nothing is.
enum Plan {
    Fill(Box<Filled>, Vec<Bead>),
    Leave(Left),
}

/// The best match of a text, and whether another wording scores as high.
struct Best {
    found: MemoryMatch,
    target: Content,
    contested: bool,
}

/// Fills the untranslated paragraphs of an address, in one operation.
///
/// # Errors
/// When the article or a paragraph does not exist; [`OpsError::OneParagraph`] for a segment; [`OpsError::OldIndex`].
pub fn pretranslate(desk: &mut Desk, request: &PretranslateRequest) -> Result<Written<Vec<Pretranslated>>, OpsError> {
    if let Address::Segment(..) = request.address {
        return Err(OpsError::OneParagraph { address: request.address.to_string() });
    }
    desk.write(OperationKind::Pretranslate, |writer| {
        let snapshot = writer.snapshot();
        let head = find_article(&snapshot, request.address.slug())?;
        let states = select(&snapshot, &head, &request.address)?;
        let article = snapshot.paragraphs(head.key, 1, u32::MAX)?;
        let plans = plans(&snapshot, (&head, &article), &states, request)?;
        let repeated = Repeats::of(&article);
        let mut report = Vec::with_capacity(states.len());
        for (state, plan) in states.iter().zip(plans) {
            let outcome = match plan {
                Plan::Leave(left) => Outcome::Left(left),
                Plan::Fill(mut filled, beads) => {
                    let logged = log_match(writer, &head, state, (&filled.target, &beads), filled.score)?;
                    (filled.revision, filled.faults) = (logged.revision, logged.faults);
                    Outcome::Filled(filled)
                }
            };
            let is_empty = state.standing.status == Status::Untranslated;
            let other = if is_empty { repeated.other(state) } else { None };
            let repeats = other.map(|number| Address::of(&head.slug, ParagraphNumber(number)).to_string());
            report.push(Pretranslated { address: address_of(&head, state), outcome, repeats });
        }
        Ok(report)
    })
}

fn plans(
    snapshot: &Snapshot<'_>,
    (head, article): (&ArticleHead, &[ParagraphState]),
    states: &[ParagraphState],
    request: &PretranslateRequest,
) -> Result<Vec<Plan>, OpsError> {
    let memory = Memory::of(snapshot)?;
    memory.check_origin(&request.filters)?;
    let filler = Filler { memory, head, article, request };
    states.iter().map(|state| filler.plan(state)).collect()
}

/// Looks for what a paragraph can be filled with.
struct Filler<'f> {
    memory: Memory<'f>,
    head: &'f ArticleHead,
    article: &'f [ParagraphState],
    request: &'f PretranslateRequest,
}

impl Filler<'_> {
    fn plan(&self, state: &ParagraphState) -> Result<Plan, OpsError> {
        if state.exclusion.is_some() {
            return Ok(Plan::Leave(Left::Excluded));
        }
        if state.standing.status != Status::Untranslated {
            return Ok(Plan::Leave(Left::Status(state.standing.status)));
        }
        let whole = self.best(&Part::whole(self.head, state, self.article))?;
        if let Some(best) = &whole
            && best.found.score >= WHOLE
            && risk(&best.found).is_none()
        {
            return Ok(self.whole(state, best));
        }
        let mut segments = Vec::new();
        if state.revision.beads.len() > 1 {
            for part in Part::segments(self.head, state) {
                segments.push(self.best(&part)?);
            }
        }
        self.choose(state, whole.as_ref(), &segments)
    }

    /// Of the whole and the segments what is safe, and of both the higher.
    fn choose(
        &self,
        state: &ParagraphState,
        whole: Option<&Best>,
        segments: &[Option<Best>],
    ) -> Result<Plan, OpsError> {
        let safe = whole.filter(|best| risk(&best.found).is_none());
        let found: Vec<&Best> = segments.iter().flatten().collect();
        let risky = found.iter().find_map(|best| Some((risk(&best.found)?, best.found.score)));
        if !found.is_empty() && found.len() == segments.len() && risky.is_none() {
            let lowest = found.iter().map(|best| best.found.score).min().unwrap_or_default();
            if safe.is_none_or(|best| best.found.score < lowest) {
                return self.joined(state, &found);
            }
        }
        if let Some(best) = safe {
            return Ok(self.whole(state, best));
        }
        let whole_risk = whole.and_then(|best| Some((risk(&best.found)?, best.found.score)));
        Ok(Plan::Leave(match whole_risk {
            Some((risk, score)) => Left::Risk(risk, score),
            None if found.is_empty() => Left::NoMatch,
            None if found.len() < segments.len() => Left::Segments { found: found.len(), of: segments.len() },
            None => risky.map_or(Left::NoMatch, |(risk, score)| Left::Risk(risk, score)),
        }))
    }

    fn best(&self, part: &Part) -> Result<Option<Best>, OpsError> {
        let mut matches =
            part.matches(&self.memory, self.head, (self.request.min, LOOKED_AT), &self.request.filters)?;
        if matches.is_empty() {
            return Ok(None);
        }
        // What may be filled in goes before what only a person may take.
        let safe = matches.iter().position(|found| risk(found).is_none()).unwrap_or(0);
        let found = matches.remove(safe);
        let differs = |other: &MemoryMatch| other.target.text() != found.target.text() && risk(other) == risk(&found);
        let contested = matches.iter().any(|other| other.score == found.score && differs(other));
        Ok(Some(Best { target: part.fitted(&found), found, contested }))
    }

    fn whole(&self, state: &ParagraphState, best: &Best) -> Plan {
        let beads = whole_beads(&state.revision, &best.target, self.head);
        Plan::Fill(Box::new(filled(&[best], best.target.clone())), beads)
    }

    /// The targets of all segments, one after the other; a line break between two sources stays between their targets.
    fn joined(&self, state: &ParagraphState, parts: &[&Best]) -> Result<Plan, OpsError> {
        let mut revision = state.revision.clone();
        let source = state.revision.source.text();
        for (index, part) in parts.iter().enumerate() {
            let segment = source.get(revision.beads[index].source.clone()).unwrap_or_default();
            let piece = if index + 1 < parts.len() { ended_like(&part.target, segment) } else { part.target.clone() };
            let (content, beads) = segment_with(&revision, index, &piece)?;
            (revision.target, revision.beads) = (Some(content), beads);
        }
        let target = revision.target.unwrap_or_default();
        Ok(Plan::Fill(Box::new(filled(parts, target)), revision.beads))
    }
}

/// The target with the line breaks at its end that the source has there.
fn ended_like(target: &Content, source: &str) -> Content {
    let end = &source[source.trim_end().len()..];
    let text = target.text();
    if !end.contains('\n') || text.ends_with('\n') {
        return target.clone();
    }
    Content::new(format!("{text}{end}"), target.codes().to_vec()).unwrap_or_else(|_| target.clone())
}

fn filled(parts: &[&Best], target: Content) -> Filled {
    let lowest = parts.iter().min_by_key(|best| best.found.score);
    Filled {
        score: lowest.map_or(0, |best| best.found.score),
        kind: lowest.map_or(MatchKind::Fuzzy, |best| best.found.kind),
        from: parts.iter().filter_map(|best| best.found.provenance.first().cloned()).collect(),
        by_segment: parts.len() > 1,
        contested: parts.iter().any(|best| best.contested),
        target,
        revision: 0,
        faults: Vec::new(),
    }
}

fn risk(found: &MemoryMatch) -> Option<Risk> {
    if found.provenance.first().is_none_or(|best| best.superseded) {
        Some(Risk::Superseded)
    } else if found.numbers_differ || found.kind == MatchKind::Numbers {
        Some(Risk::Numbers)
    } else {
        found.negation_differs.then_some(Risk::Negation)
    }
}

/// The paragraphs of an article that share a source, up to normalisation.
struct Repeats {
    numbers: HashMap<i64, Vec<(u32, bool)>>,
}

impl Repeats {
    fn of(article: &[ParagraphState]) -> Self {
        let mut numbers: HashMap<i64, Vec<(u32, bool)>> = HashMap::new();
        for state in article {
            if let (Some(key), Some(number)) = (state.revision.repeat_key, state.number) {
                let has_target = state.standing.status != Status::Untranslated;
                numbers.entry(key).or_default().push((number, has_target));
            }
        }
        Self { numbers }
    }

    /// The first other paragraph of the same source that has a translation, else the first one before it.
    fn other(&self, state: &ParagraphState) -> Option<u32> {
        let (key, own) = (state.revision.repeat_key?, state.number?);
        let others = || self.numbers.get(&key).into_iter().flatten().filter(|(number, _)| *number != own);
        let translated = others().find(|(_, has_target)| *has_target);
        translated.or_else(|| others().find(|(number, _)| *number < own)).map(|(number, _)| *number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_break_between_two_sources_stays_between_their_targets() {
        let ended = |target: &str, source| ended_like(&Content::plain(target), source).text().to_owned();
        assert_eq!(ended("One.", "واحد.\n"), "One.\n");
        assert_eq!(ended("One.", "واحد. \n\n"), "One. \n\n");
        assert_eq!(ended("One.", "واحد. "), "One.", "a space is put in where the texts meet");
        assert_eq!(ended("One.\n", "واحد.\n"), "One.\n");
    }
}
