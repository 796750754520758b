//! How concepts are given on the command line and shown, for `term` and `name` alike.

use serde::Serialize;

use super::render::indented;
use super::session::Session;
use crate::model::{Concept, ConceptRow, Failure, Message, Term, TermUse};

/// What can be said of a concept besides its terms.
#[derive(clap::Args, Debug)]
pub(crate) struct Remarks {
    #[arg(long, value_name = "TEXT")]
    pub(crate) domain: Option<String>,
    #[arg(long, value_name = "TEXT")]
    pub(crate) note: Option<String>,
    #[arg(long, value_name = "TEXT")]
    pub(crate) from: Option<String>,
    #[arg(long, value_name = "DATE")]
    pub(crate) date: Option<String>,
}

/// The values of an option that may be repeated; `None` where it was not given.
pub(super) fn given(values: &[String]) -> Option<Vec<String>> {
    (!values.is_empty()).then(|| values.to_vec())
}

#[derive(Serialize)]
pub(super) struct ConceptView<'a> {
    number: i64,
    id: String,
    kind: &'static str,
    treatment: &'static str,
    domain: Option<&'a str>,
    note: Option<&'a str>,
    source: Option<&'a str>,
    date: Option<&'a str>,
    terms: Vec<TermView<'a>>,
    person: &'a str,
    at: &'a str,
}

#[derive(Serialize)]
struct TermView<'a> {
    language: String,
    term: &'a str,
    usage: &'static str,
    part_of_speech: Option<&'static str>,
    forms: &'a [String],
    note: Option<&'a str>,
}

pub(super) fn view(row: &ConceptRow) -> ConceptView<'_> {
    let Concept { kind, treatment, domain, note, source, date, terms } = &row.concept;
    ConceptView {
        number: row.number,
        id: row.id.to_string(),
        kind: kind.as_str(),
        treatment: treatment.as_str(),
        domain: domain.as_deref(),
        note: note.as_deref(),
        source: source.as_deref(),
        date: date.as_deref(),
        terms: terms.iter().map(term_view).collect(),
        person: &row.person,
        at: &row.at,
    }
}

fn term_view(term: &Term) -> TermView<'_> {
    TermView {
        language: term.language.to_string(),
        term: &term.text,
        usage: term.usage.as_str(),
        part_of_speech: term.part_of_speech.map(crate::model::PartOfSpeech::as_str),
        forms: &term.forms,
        note: term.note.as_deref(),
    }
}

/// One concept: a line of labels, then each term on a line of its own.
pub(super) fn tell(row: &ConceptRow, session: &mut Session<'_>) -> Result<(), Failure> {
    let heading = Message::new("concept-heading").with("number", row.number.to_string()).with("kind", row.concept.kind);
    session.output.heading(&heading)?;
    for term in &row.concept.terms {
        let forms = if term.forms.is_empty() { String::new() } else { format!(" ({})", term.forms.join(" | ")) };
        let mark = match term.usage {
            TermUse::Preferred => "✓",
            TermUse::Admitted => "~",
            TermUse::Forbidden => "✗",
        };
        indented(&format!("{:<3}{mark} {}{forms}", term.language.primary(), term.text), session)?;
    }
    let Concept { domain, note, source, date, .. } = &row.concept;
    for remark in [domain, note, source, date].into_iter().flatten() {
        indented(&format!("· {remark}"), session)?;
    }
    Ok(())
}
