//! The termbase at work: what of it stands in a text, and tables that go in and out. Adding and changing is in `concepts`.

use std::ops::Range;
use std::path::{Path, PathBuf};

use super::concepts::{Languages, check_sound, sound};
use super::desk::Desk;
use super::error::OpsError;
use super::files::{Replace, read_text, write_atomically};
use super::settings::require_editor;
use crate::formats::{TableConcept, TableFault, TableProblem, read_terms, write_terms};
use crate::model::{Concept, ConceptRow, Failure, Language, Message, OperationKind, Term, TermUse, Treatment, Written};
use crate::store::Snapshot;
use crate::terminology::{Certainty, Occurrence, Termbase};
use crate::text::norm;

/// A term or name of the desk that stands in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TermMatch {
    /// Where, in UTF-8 bytes of the text.
    pub span: Range<usize>,
    /// The words that stand there.
    pub text: String,
    /// Whether it may be relied on; a match that chance may have made is not sure.
    pub sure: bool,
    /// The concept, with its number.
    pub row: ConceptRow,
    /// What is to stand in the target; `None` where the termbase does not say.
    pub rendering: Option<String>,
    /// What may stand there as well.
    pub admitted: Vec<String>,
    /// What must not stand there.
    pub forbidden: Vec<String>,
}

/// The termbase and the name authority of a desk, ready to find what stands in texts.
#[derive(Clone, Debug)]
pub(super) struct Terms {
    rows: Vec<ConceptRow>,
    pub(super) termbase: Termbase,
}

impl Terms {
    pub(super) fn of(snapshot: &Snapshot<'_>) -> Result<Self, OpsError> {
        let rows = snapshot.concepts()?;
        let termbase = Termbase::new(rows.iter().map(|row| row.concept.clone()).collect());
        Ok(Self { rows, termbase })
    }

    /// What stands in a text, in its order, with the renderings in the other language.
    pub(super) fn in_text(&self, text: &str, language: &Language, target: &Language) -> Vec<TermMatch> {
        let found = self.termbase.find(text, language);
        found.into_iter().map(|occurrence| self.matched(text, &occurrence, target)).collect()
    }

    fn matched(&self, text: &str, occurrence: &Occurrence, target: &Language) -> TermMatch {
        let row = self.rows[occurrence.concept].clone();
        let concept = &row.concept;
        let used = |usage| concept.used(target, usage).map(|term| term.text.clone()).collect();
        let kept = || (concept.treatment == Treatment::Keep).then(|| concept.terms.first().map(|t| t.text.clone()));
        TermMatch {
            span: occurrence.span.clone(),
            text: text[occurrence.span.clone()].to_owned(),
            sure: occurrence.certainty == Certainty::Sure,
            rendering: concept.best_in(target).map(|term| term.text.clone()).or_else(|| kept().flatten()),
            admitted: used(TermUse::Admitted),
            forbidden: used(TermUse::Forbidden),
            row,
        }
    }
}

/// The terms and names of the desk that stand in a source text of this language, in the order of the text.
///
/// # Errors
/// Errors of the disk.
pub(super) fn in_text(
    snapshot: &Snapshot<'_>,
    text: &str,
    languages: (&Language, &Language),
) -> Result<Vec<TermMatch>, OpsError> {
    Ok(Terms::of(snapshot)?.in_text(text, languages.0, languages.1))
}

/// Finds the terms and names of the desk in a text, of the desk's source language unless it is said to be of another.
///
/// # Errors
/// Errors of the disk.
pub fn find(desk: &Desk, text: &str, language: Option<&Language>) -> Result<Vec<TermMatch>, OpsError> {
    let snapshot = desk.snapshot()?;
    let Languages { source, target } = Languages::of(&snapshot)?;
    let language = language.unwrap_or(&source);
    let other = if language.primary() == target.primary() { &source } else { &target };
    in_text(&snapshot, text, (language, other))
}

/// What became of a concept of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Imported {
    /// It came in under this number.
    Added(i64),
    /// The concept of this number got terms that it did not have.
    Extended(i64),
    /// The concept of this number has all of it.
    Known(i64),
    /// The concept of this number says otherwise; nothing was taken over.
    Differs(i64),
}

impl Imported {
    /// The number of the concept on the desk.
    #[must_use]
    pub const fn number(&self) -> i64 {
        match self {
            Self::Added(number) | Self::Extended(number) | Self::Known(number) | Self::Differs(number) => *number,
        }
    }

    /// The stable name of the outcome.
    #[must_use]
    pub const fn as_str(&self) -> &'static str {
        match self {
            Self::Added(_) => "added",
            Self::Extended(_) => "extended",
            Self::Known(_) => "known",
            Self::Differs(_) => "differs",
        }
    }
}

/// A concept of a table, and what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportedConcept {
    /// The line of the table it begins on.
    pub line: u64,
    /// Its first term.
    pub term: String,
    /// What became of it.
    pub outcome: Imported,
}

/// What became of a table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TermImport {
    /// The concepts, in the order of the table.
    pub concepts: Vec<ImportedConcept>,
    /// The records that were not taken over, by line, and why.
    pub problems: Vec<(u64, Failure)>,
}

/// Takes a table of terms in: concepts that the desk does not have come in, those that it has get the terms they lack.
///
/// Nothing is deleted and nothing is changed: where the desk says otherwise than the table, the table is told and left.
///
/// # Errors
/// When the file cannot be read or is no table of terms; when the desk has editors and the person is none.
pub fn import(desk: &mut Desk, path: &Path, text: Option<&str>) -> Result<Written<TermImport>, OpsError> {
    let read = match text {
        Some(text) => read_terms(text),
        None => read_terms(&read_text(path)?),
    };
    if read.problems.iter().any(|problem| problem.fault == TableFault::Header) {
        return Err(OpsError::TermTable { path: path.to_owned() });
    }
    if let Some(problem) = read.problems.iter().find(|problem| problem.fault == TableFault::OpenQuotation) {
        return Err(OpsError::OpenQuotation { path: path.to_owned(), line: problem.line });
    }
    desk.write(OperationKind::Term, |writer| {
        require_editor(writer)?;
        let languages = Languages::of(&writer.snapshot())?;
        let mut known = Known::of(writer.snapshot().concepts()?, &languages);
        let problems = read.problems.iter().map(|problem| (problem.line, failure(problem))).collect();
        let mut report = TermImport { problems, ..TermImport::default() };
        for TableConcept { line, concept } in &read.concepts {
            let concept = tidied(concept);
            if let Err(error) = check_sound(&concept, &languages) {
                report.problems.push((*line, error.failure()));
                continue;
            }
            let outcome = match known.beside(&concept, &languages) {
                None => {
                    let number = writer.add_concept(&concept)?;
                    known.add(number, concept.clone(), &languages);
                    Imported::Added(number)
                }
                Some(place) => {
                    let (number, own) = known.concepts[place].clone();
                    match merged(&own, &concept) {
                        None => Imported::Differs(number),
                        Some(merged) if merged == own => Imported::Known(number),
                        Some(merged) => {
                            writer.change_concept(number, &merged)?;
                            known.change(place, merged, &languages);
                            Imported::Extended(number)
                        }
                    }
                }
            };
            let term = concept.terms.first().map(|term| term.text.clone()).unwrap_or_default();
            report.concepts.push(ImportedConcept { line: *line, term, outcome });
        }
        report.problems.sort_by_key(|(line, _)| *line);
        Ok(report)
    })
}

/// A concept without white space around its texts, each term once; of the terms of a language that a table prefers, the first is
/// the preferred one.
fn tidied(concept: &Concept) -> Concept {
    let mut terms: Vec<Term> = Vec::new();
    for term in &concept.terms {
        let is_preferred = |known: &Term| known.usage == TermUse::Preferred && known.language == term.language;
        let usage = if is_preferred(term) && terms.iter().any(is_preferred) { TermUse::Admitted } else { term.usage };
        let term = Term { usage, text: term.text.trim().to_owned(), forms: sound(&term.forms), ..term.clone() };
        match terms.iter_mut().find(|known| known.language == term.language && known.text == term.text) {
            Some(known) => known.forms = sound(&[known.forms.clone(), term.forms].concat()),
            None => terms.push(term),
        }
    }
    Concept { terms, ..concept.clone() }
}

/// The desk's concepts by the keys of their source terms.
struct Known {
    concepts: Vec<(i64, Concept)>,
    by_key: std::collections::HashMap<String, Vec<usize>>,
}

impl Known {
    fn of(rows: Vec<ConceptRow>, languages: &Languages) -> Self {
        let mut known = Self { concepts: Vec::new(), by_key: std::collections::HashMap::new() };
        rows.into_iter().for_each(|row| known.add(row.number, row.concept, languages));
        known
    }

    fn add(&mut self, number: i64, concept: Concept, languages: &Languages) {
        self.concepts.push((number, concept.clone()));
        self.change(self.concepts.len() - 1, concept, languages);
    }

    fn change(&mut self, place: usize, concept: Concept, languages: &Languages) {
        for key in keys(&concept, languages) {
            let places = self.by_key.entry(key).or_default();
            if !places.contains(&place) {
                places.push(place);
            }
        }
        self.concepts[place].1 = concept;
    }

    /// The concept that one of a table is laid beside: of the same kind, with one of its source terms; of several the one that
    /// has a rendering of it too.
    fn beside(&self, concept: &Concept, languages: &Languages) -> Option<usize> {
        let of_kind = |place: &usize| self.concepts[*place].1.kind == concept.kind;
        let places: Vec<usize> = keys(concept, languages)
            .iter()
            .filter_map(|key| self.by_key.get(key))
            .flatten()
            .copied()
            .filter(of_kind)
            .collect();
        let renders_alike = |place: &usize| {
            let own = &self.concepts[*place].1;
            concept.terms_in(&languages.target).any(|term| own.terms_in(&languages.target).any(|o| is_same(o, term)))
        };
        places.iter().copied().find(renders_alike).or_else(|| places.first().copied())
    }
}

/// The keys of the source terms; of a concept without any, those of its other terms.
fn keys(concept: &Concept, languages: &Languages) -> Vec<String> {
    let keys: Vec<String> = concept.terms_in(&languages.source).map(|term| norm(&term.text)).collect();
    if keys.is_empty() { concept.terms.iter().map(|term| format!("≠{}", norm(&term.text))).collect() } else { keys }
}

fn is_same(one: &Term, other: &Term) -> bool {
    one.language.primary() == other.language.primary() && norm(&one.text) == norm(&other.text)
}

/// The desk's concept with what the table adds to it; `None` where the two say different things.
fn merged(own: &Concept, other: &Concept) -> Option<Concept> {
    let mut merged = own.clone();
    for term in &other.terms {
        match merged.terms.iter_mut().find(|known| is_same(known, term)) {
            Some(known) if known.usage != term.usage => return None,
            Some(known) => {
                known.forms = sound(&[known.forms.clone(), term.forms.clone()].concat());
                known.part_of_speech = known.part_of_speech.or(term.part_of_speech);
                known.note = known.note.clone().or_else(|| term.note.clone());
            }
            None => {
                let has_preferred = merged.used(&term.language, TermUse::Preferred).next().is_some();
                if term.usage == TermUse::Preferred && has_preferred {
                    return None;
                }
                merged.terms.push(term.clone());
            }
        }
    }
    let fill = |own: &mut Option<String>, other: &Option<String>| {
        if own.is_none() {
            own.clone_from(other);
        }
    };
    fill(&mut merged.domain, &other.domain);
    fill(&mut merged.note, &other.note);
    fill(&mut merged.source, &other.source);
    fill(&mut merged.date, &other.date);
    (merged.treatment == other.treatment).then_some(merged)
}

fn failure(problem: &TableProblem) -> Failure {
    match &problem.fault {
        TableFault::Header | TableFault::OpenQuotation | TableFault::Broken => {
            Failure::usage("broken-record", Message::new("err-term-broken"))
        }
        TableFault::NoTerm => Failure::usage("no-term", Message::new("err-term-none")),
        TableFault::Value { column, value } => {
            let message = Message::new("err-term-value").with("column", column.as_str()).with("value", value.as_str());
            Failure::usage("term-value", message)
        }
    }
}

/// A table of terms that was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TermExport {
    /// The file; `None` when the bytes go back to the caller.
    pub path: Option<PathBuf>,
    /// The bytes, where they go back to the caller.
    pub bytes: Vec<u8>,
    /// How many concepts are in it.
    pub concepts: usize,
    /// How many terms.
    pub terms: usize,
}

/// Writes the termbase and the name authority to a table; to the caller where no file is named.
///
/// # Errors
/// When the file is there already and may not be replaced, or the system refuses.
pub fn export(desk: &Desk, path: Option<&Path>, replace: Replace) -> Result<TermExport, OpsError> {
    let rows = desk.snapshot()?.concepts()?;
    let mut bytes = Vec::new();
    let of_file = |error| OpsError::File { path: path.unwrap_or(Path::new("-")).to_owned(), error };
    write_terms(&rows, &mut bytes).map_err(|error| of_file(error.into_io()))?;
    if let Some(path) = path {
        write_atomically(path, &bytes, replace)?;
        bytes.clear();
    }
    let terms = rows.iter().map(|row| row.concept.terms.len()).sum();
    Ok(TermExport { path: path.map(Path::to_owned), bytes, concepts: rows.len(), terms })
}
