//! `suggest`: what the memory, the termbase and repeated paragraphs have to offer for a paragraph or a segment; `--take` writes one
//! match as its draft.

use super::options::MemoryFilters;
use super::render;
use super::session::{Session, failed, in_tense, keep};
use super::terms_shown;
use super::tm::search::{MatchView, match_view, tell_cautions, tell_remarks};
use super::values::{address, count, revision, score};
use super::views::{CodesJson, PieceJson, RepetitionJson, WarningJson, pieces_json, warnings_json};
use crate::model::{Address, Content, Failure, Keep, Message};
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
    #[command(flatten)]
    pub(crate) filters: MemoryFilters,
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
    matches: Vec<SuggestionView<'a>>,
}

#[derive(Serialize)]
struct SuggestionView<'a> {
    number: usize,
    #[serde(flatten)]
    found: MatchView<'a>,
    target_marked: &'a str,
    ops: Vec<PieceJson<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    codes: Option<CodesJson<'a>>,
}

#[derive(Serialize)]
struct TakenView<'a> {
    address: &'a str,
    revision: u32,
    status: &'static str,
    changed: bool,
    score: u8,
    kind: &'static str,
    numbers_differ: bool,
    negation_differs: bool,
    target: &'a str,
    warnings: Vec<WarningJson<'a>>,
}

pub(super) fn run(args: Args, session: &mut Session<'_>) -> Result<(), Failure> {
    let request = SuggestRequest {
        address: args.address,
        min: args.min,
        limit: args.limit as usize,
        filters: args.filters.filters(),
    };
    if let Some(number) = args.take {
        let request = TakeRequest { suggest: request, number, expect: args.expect, offered: None };
        return run_take(&request, args.dry_run, session);
    }
    let desk = session.desk(Keep::Applied)?;
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
    let Taken { report, found, target } = &written.value;
    if session.output.is_json() {
        let view = TakenView {
            address: &report.address,
            revision: report.revision,
            status: report.status.as_str(),
            changed: report.changed,
            score: found.score,
            kind: found.kind.as_str(),
            numbers_differ: found.numbers_differ,
            negation_differs: found.negation_differs,
            target,
            warnings: warnings_json(&report.address, &report.faults, session.output.localizer()),
        };
        return session.write_json(&written, keep, view);
    }
    let message = Message::new(in_tense(keep, "out-taken", "out-would-take"))
        .with("address", request.suggest.address.to_string())
        .with("score", u32::from(found.score))
        .with("revision", report.revision)
        .with("status", report.status);
    session.output.sentence(&message)?;
    tell_cautions(found, session)?;
    render::indented(target, session)?;
    session.tell_lost(report, keep);
    session.tell_faults(&report.address, &report.faults);
    session.acknowledge(written.operation.as_ref(), keep);
    Ok(())
}

fn view(suggestions: &Suggestions) -> SuggestView<'_> {
    let repetitions = suggestions.repetitions.iter();
    SuggestView {
        schema: 1,
        whole: suggested_view(&suggestions.whole),
        paragraph: suggestions.number,
        segment: suggestions.segment,
        status: suggestions.standing.status.as_str(),
        revision: suggestions.revision,
        segments: suggestions.segments.iter().map(suggested_view).collect(),
        terms: suggestions.terms.iter().map(terms_shown::view).collect(),
        repetitions: repetitions.map(|r| RepetitionJson::of((&r.slug, r.number), r.status, &r.target)).collect(),
    }
}

fn suggested_view(suggested: &Suggested) -> SuggestedView<'_> {
    SuggestedView {
        address: &suggested.address,
        source: suggested.source.text(),
        source_marked: suggested.marked_source(),
        matches: suggested.matches.iter().zip(1..).map(suggestion_view).collect(),
    }
}

fn suggestion_view((suggestion, number): (&Suggestion, usize)) -> SuggestionView<'_> {
    SuggestionView {
        number,
        found: match_view(&suggestion.found),
        target_marked: &suggestion.marked_target,
        ops: pieces_json(&suggestion.change.pieces),
        codes: CodesJson::of(&suggestion.change),
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
        .with("kind", suggestions.kind)
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
        tell_remarks(found, session)?;
        if suggestion.change.differs() {
            render::difference(&suggestion.change, session)?;
        }
        render::language_line(&suggestions.languages.1, &suggestion.marked_target, session)?;
    }
    Ok(())
}
