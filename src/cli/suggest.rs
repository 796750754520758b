//! `suggest`: what the memory, the termbase and repeated paragraphs have to offer for a paragraph or a segment; `--take` writes one
//! match as its draft.

use super::render;
use super::session::{Session, failed, in_tense, keep};
use super::terms_shown;
use super::values::{address, count, revision, score};
use super::views::{CodesJson, PieceJson, RepetitionJson, WarningJson, pieces_json, warnings_json};
use crate::model::{Address, Content, Failure, Message, Status};
use crate::ops::memory::{Filters, Provenance};
use crate::ops::suggestion::{SuggestRequest, Suggested, Suggestion, Suggestions, TakeRequest, Taken, suggest, take};
use serde::Serialize;

#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    #[arg(value_name = "ADDR", value_parser = address)]
    pub(crate) address: Address,
    #[arg(long, value_name = "SCORE", value_parser = score, default_value = "50")]
    pub(crate) min: u8,
    #[arg(long, value_name = "N", value_parser = count, default_value = "5")]
    pub(crate) limit: u32,
    #[arg(long)]
    pub(crate) all: bool,
    #[arg(long, value_name = "N", value_parser = count)]
    pub(crate) take: Option<u32>,
    #[arg(long, value_name = "REV", value_parser = revision, requires = "take")]
    pub(crate) expect: Option<u32>,
    #[arg(long, requires = "take")]
    pub(crate) dry_run: bool,
}

#[derive(Serialize)]
struct SuggestView<'a> {
    schema: u32,
    #[serde(flatten)]
    whole: SuggestedView<'a>,
    paragraph: Option<u32>,
    segment: Option<usize>,
    status: &'static str,
    revision: u32,
    segments: Vec<SuggestedView<'a>>,
    terms: Vec<terms_shown::TermView<'a>>,
    repetitions: Vec<RepetitionJson<'a>>,
}

#[derive(Serialize)]
struct SuggestedView<'a> {
    address: &'a str,
    source: &'a str,
    source_marked: String,
    matches: Vec<MatchView<'a>>,
}

#[derive(Serialize)]
struct MatchView<'a> {
    number: usize,
    score: u8,
    kind: &'static str,
    characters: u8,
    source: &'a str,
    target: &'a str,
    target_marked: &'a str,
    origin: &'a str,
    numbers_differ: bool,
    negation_differs: bool,
    numbers: Vec<NumberView<'a>>,
    ops: Vec<PieceJson<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    codes: Option<CodesJson<'a>>,
    provenance: Vec<ProvenanceView<'a>>,
}

/// A number of the match that has to be changed.
#[derive(Serialize)]
struct NumberView<'a> {
    found: &'a str,
    wanted: &'a str,
}

/// Where a match comes from.
#[derive(Serialize)]
pub(super) struct ProvenanceView<'a> {
    origin: &'a str,
    address: Option<&'a str>,
    entry: Option<i64>,
    status: Option<&'static str>,
    superseded: bool,
    author: Option<&'a str>,
    at: Option<&'a str>,
    penalty: u8,
}

impl<'a> ProvenanceView<'a> {
    pub(super) fn of(from: &'a Provenance) -> Self {
        Self {
            origin: &from.origin,
            address: from.address.as_deref(),
            entry: from.entry,
            status: from.status.map(Status::as_str),
            superseded: from.superseded,
            author: from.author.as_deref(),
            at: from.at.as_deref(),
            penalty: from.penalty,
        }
    }
}

#[derive(Serialize)]
struct TakenView<'a> {
    address: &'a str,
    revision: u32,
    status: &'static str,
    changed: bool,
    score: u8,
    kind: &'static str,
    target: &'a str,
    warnings: Vec<WarningJson<'a>>,
}

pub(super) fn run(args: Args, session: &mut Session<'_>) -> Result<(), Failure> {
    let request = SuggestRequest {
        address: args.address,
        min: args.min,
        limit: args.limit as usize,
        filters: Filters { superseded: args.all, ..Filters::default() },
    };
    if let Some(number) = args.take {
        let request = TakeRequest { suggest: request, number, expect: args.expect };
        return run_take(&request, args.dry_run, session);
    }
    let desk = session.desk(crate::model::Keep::Applied)?;
    let suggestions = suggest(&desk, &request).map_err(failed)?;
    if session.output.is_json() {
        return session.output.json(&view(&suggestions));
    }
    session.output.page();
    tell(&suggestions, request.min, session)
}

fn run_take(request: &TakeRequest, dry_run: bool, session: &mut Session<'_>) -> Result<(), Failure> {
    let keep = keep(dry_run);
    let mut desk = session.desk(keep)?;
    let written = take(&mut desk, request).map_err(failed)?;
    let Taken { report, score, kind, target } = &written.value;
    if session.output.is_json() {
        let view = TakenView {
            address: &report.address,
            revision: report.revision,
            status: report.status.as_str(),
            changed: report.changed,
            score: *score,
            kind: kind.as_str(),
            target,
            warnings: warnings_json(&report.address, &report.faults, session.output.localizer()),
        };
        return session.write_json(&written, keep, view);
    }
    let message = Message::new(in_tense(keep, "out-taken", "out-would-take"))
        .with("address", request.suggest.address.to_string())
        .with("score", u32::from(*score))
        .with("revision", report.revision)
        .with("status", report.status);
    session.output.sentence(&message)?;
    render::indented(target, session)?;
    session.tell_faults(&report.address, &report.faults);
    session.acknowledge(written.operation.as_ref(), keep);
    Ok(())
}

fn view(suggestions: &Suggestions) -> SuggestView<'_> {
    SuggestView {
        schema: 1,
        whole: suggested_view(&suggestions.whole),
        paragraph: suggestions.number,
        segment: suggestions.segment,
        status: suggestions.standing.status.as_str(),
        revision: suggestions.revision,
        segments: suggestions.segments.iter().map(suggested_view).collect(),
        terms: suggestions.terms.iter().map(terms_shown::view).collect(),
        repetitions: suggestions.repetitions.iter().map(RepetitionJson::of).collect(),
    }
}

fn suggested_view(suggested: &Suggested) -> SuggestedView<'_> {
    SuggestedView {
        address: &suggested.address,
        source: suggested.source.text(),
        source_marked: suggested.marked_source(),
        matches: suggested.matches.iter().zip(1..).map(match_view).collect(),
    }
}

fn match_view((suggestion, number): (&Suggestion, usize)) -> MatchView<'_> {
    let found = &suggestion.found;
    MatchView {
        number,
        score: found.score,
        kind: found.kind.as_str(),
        characters: found.characters,
        source: found.source.text(),
        target: found.target.text(),
        target_marked: &suggestion.marked_target,
        origin: found.provenance.first().map_or("", |from| &from.origin),
        numbers_differ: found.numbers_differ,
        negation_differs: found.negation_differs,
        numbers: found.numbers.iter().map(|(found, wanted)| NumberView { found, wanted }).collect(),
        ops: pieces_json(&suggestion.change.pieces),
        codes: CodesJson::of(&suggestion.change),
        provenance: found.provenance.iter().map(ProvenanceView::of).collect(),
    }
}

fn tell(suggestions: &Suggestions, min: u8, session: &mut Session<'_>) -> Result<(), Failure> {
    tell_place(suggestions, session)?;
    let parts = || std::iter::once(&suggestions.whole).chain(&suggestions.segments);
    tell_matches(&suggestions.whole, suggestions, session)?;
    for segment in suggestions.segments.iter().filter(|segment| !segment.matches.is_empty()) {
        session.output.line("")?;
        session.output.heading(&Message::new("suggest-segment").with("address", segment.address.as_str()))?;
        render::language_line(&suggestions.languages.0, &segment.marked_source(), session)?;
        tell_matches(segment, suggestions, session)?;
    }
    if !suggestions.terms.is_empty() {
        session.output.line("")?;
        suggestions.terms.iter().try_for_each(|found| terms_shown::tell(found, session))?;
    }
    let is_matched =
        |target: &Content| suggestions.whole.matches.iter().any(|m| m.found.target.text() == target.text());
    for repeated in suggestions.repetitions.iter().filter(|repeated| !is_matched(&repeated.target)) {
        let address = format!("{}:{}", repeated.slug, repeated.number);
        let message = Message::new("suggest-repetition").with("address", address).with("status", repeated.status);
        session.output.line("")?;
        session.output.sentence(&message)?;
        render::indented(repeated.target.text(), session)?;
    }
    match parts().find(|part| !part.matches.is_empty()) {
        Some(part) => session.output.say(&Message::new("suggest-hint").with("address", part.address.as_str())),
        None => session.output.say(&Message::new("suggest-none").with("score", u32::from(min))),
    }
    Ok(())
}

/// The place, as `show` has it, and its source.
fn tell_place(suggestions: &Suggestions, session: &mut Session<'_>) -> Result<(), Failure> {
    let address = suggestions.whole.address.as_str();
    let labels = match suggestions.segment {
        Some(_) => Message::new("suggest-place-segment").with("address", address),
        None => Message::new("show-paragraph").with("number", address),
    };
    let labels = labels
        .with("kind", render::kind_message(suggestions.kind))
        .with("status", suggestions.standing.status)
        .with("revision", suggestions.revision);
    session.output.heading(&labels)?;
    render::language_line(&suggestions.languages.0, &suggestions.whole.marked_source(), session)
}

fn tell_matches(part: &Suggested, suggestions: &Suggestions, session: &mut Session<'_>) -> Result<(), Failure> {
    for (suggestion, number) in part.matches.iter().zip(1_u32..) {
        let found = &suggestion.found;
        let labels = Message::new("suggest-match")
            .with("number", number.to_string())
            .with("score", u32::from(found.score))
            .with("kind", found.kind)
            .with("characters", u32::from(found.characters));
        session.output.line("")?;
        session.output.sentence(&labels)?;
        found.provenance.iter().try_for_each(|from| tell_provenance(from, session))?;
        if suggestion.change.differs() {
            render::difference(&suggestion.change, session)?;
        }
        render::language_line(&suggestions.languages.1, &suggestion.marked_target, session)?;
        tell_warnings(suggestion, session)?;
    }
    Ok(())
}

/// What a reader must not miss: numbers to change, and a negation more or less.
fn tell_warnings(suggestion: &Suggestion, session: &mut Session<'_>) -> Result<(), Failure> {
    let found = &suggestion.found;
    for (there, here) in &found.numbers {
        let message = Message::new("suggest-number").with("found", there.as_str()).with("wanted", here.as_str());
        session.output.sentence(&message)?;
    }
    if found.numbers_differ && found.numbers.is_empty() {
        session.output.sentence(&Message::new("suggest-numbers-differ"))?;
    }
    if found.negation_differs {
        session.output.sentence(&Message::new("suggest-negation-differs"))?;
    }
    Ok(())
}

fn tell_provenance(from: &Provenance, session: &mut Session<'_>) -> Result<(), Failure> {
    let mut message = match from.status {
        Some(status) => Message::new("suggest-from-desk").with("status", status),
        None => Message::new("suggest-from-memory"),
    };
    message = message
        .with("place", place_of(from))
        .with("person", from.author.as_deref().unwrap_or("–"))
        .with("at", from.at.as_deref().map_or_else(|| "–".to_owned(), render::moment));
    if from.superseded {
        message = Message::new("show-with").with("labels", message).with("mark", Message::new("suggest-superseded"));
    }
    if from.penalty > 0 {
        let mark = Message::new("suggest-penalty").with("penalty", u32::from(from.penalty));
        message = Message::new("show-with").with("labels", message).with("mark", mark);
    }
    session.output.sentence(&Message::new("suggest-from").with("what", message))
}

/// The address on the desk, or the memory and the number of the entry in it.
pub(super) fn place_of(from: &Provenance) -> String {
    match (&from.address, from.entry) {
        (Some(address), _) => address.clone(),
        (None, Some(entry)) => format!("{} #{entry}", from.origin),
        (None, None) => from.origin.clone(),
    }
}
