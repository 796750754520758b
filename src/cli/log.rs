//! `log`: everything that happened to paragraphs.

use super::render;
use super::session::{Session, failed};
use super::values::address;
use super::views::CodesJson;
use crate::model::{Address, DecisionKind, ExclusionEffect, Failure, Keep, Message, ReasonCode};
use crate::ops::history::{Event, LoggedRevision, ParagraphLog, log};
use serde::Serialize;

#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    #[arg(value_name = "ADDR", value_parser = address)]
    pub(crate) address: Address,
    #[arg(long)]
    pub(crate) jsonl: bool,
}

#[derive(Serialize)]
struct LogView<'a> {
    schema: u32,
    paragraphs: Vec<ParagraphView<'a>>,
}

#[derive(Serialize)]
struct ParagraphView<'a> {
    address: &'a str,
    events: Vec<EventView<'a>>,
}

#[derive(Serialize)]
#[serde(tag = "event", rename_all = "kebab-case")]
enum EventView<'a> {
    Revision {
        at: &'a str,
        person: &'a str,
        revision: u32,
        kind: &'static str,
        origin: &'static str,
        #[serde(skip_serializing_if = "Option::is_none")]
        match_score: Option<u8>,
        source: &'a str,
        target: &'a str,
        source_marked: String,
        target_marked: String,
        segments: usize,
        #[serde(skip_serializing_if = "Option::is_none")]
        codes: Option<CodesJson<'a>>,
        #[serde(skip_serializing_if = "Option::is_none")]
        source_codes: Option<CodesJson<'a>>,
    },
    Decision {
        at: &'a str,
        person: &'a str,
        revision: u32,
        decision: &'static str,
        reason: Option<&'static str>,
        note: Option<&'a str>,
        own_text: bool,
        carried: bool,
        source_hash: String,
        target_hash: String,
    },
    Exclusion {
        at: &'a str,
        person: &'a str,
        revision: u32,
        effect: &'static str,
        reason: Option<&'a str>,
        carried: bool,
    },
    Comment {
        at: &'a str,
        person: &'a str,
        revision: u32,
        number: i64,
        text: &'a str,
    },
    Export {
        at: &'a str,
        person: &'a str,
        revision: u32,
        path: &'a str,
        format: &'a str,
        hash: String,
        draft: bool,
    },
}

fn event_view(event: &Event) -> EventView<'_> {
    match event {
        Event::Revision(logged) => revision_view(logged),
        Event::Decision(decision) => EventView::Decision {
            at: &decision.at,
            person: &decision.person,
            revision: decision.revision_number,
            decision: decision.kind.as_str(),
            reason: decision.reason.map(ReasonCode::as_str),
            note: decision.note.as_deref(),
            own_text: decision.own_text,
            carried: decision.carried_from.is_some(),
            source_hash: decision.bound_to.source.to_string(),
            target_hash: decision.bound_to.target.to_string(),
        },
        Event::Exclusion(mark) => EventView::Exclusion {
            at: &mark.at,
            person: &mark.person,
            revision: mark.revision_number,
            effect: mark.effect.as_str(),
            reason: mark.reason.as_deref(),
            carried: mark.carried,
        },
        Event::Comment(comment) => EventView::Comment {
            at: &comment.at,
            person: &comment.person,
            revision: comment.revision,
            number: comment.number,
            text: &comment.text,
        },
        Event::Export(export, revision) => EventView::Export {
            at: &export.at,
            person: &export.person,
            revision: *revision,
            path: &export.path,
            format: &export.format,
            hash: export.hash.to_string(),
            draft: export.draft,
        },
    }
}

fn revision_view(logged: &LoggedRevision) -> EventView<'_> {
    let revision = &logged.revision;
    EventView::Revision {
        at: &logged.at,
        person: &logged.person,
        revision: revision.number,
        kind: revision.form.kind.kind.as_str(),
        origin: revision.origin.as_str(),
        match_score: revision.match_score,
        source: revision.source.text(),
        target: revision.target.as_ref().map_or("", |target| target.text()),
        source_marked: logged.marked_source(),
        target_marked: logged.marked_target(),
        segments: revision.beads.len(),
        codes: logged.target_change.as_ref().and_then(CodesJson::of),
        source_codes: logged.source_change.as_ref().and_then(CodesJson::of),
    }
}

fn paragraph_view(log: &ParagraphLog) -> ParagraphView<'_> {
    ParagraphView { address: &log.address, events: log.events.iter().map(event_view).collect() }
}

pub(super) fn run(args: &Args, session: &mut Session<'_>) -> Result<(), Failure> {
    let desk = session.desk(Keep::Applied)?;
    let logs = log(&desk, &args.address).map_err(failed)?;
    if args.jsonl {
        return logs.iter().try_for_each(|log| session.output.json(&paragraph_view(log)));
    }
    if session.output.is_json() {
        return session.output.json(&LogView { schema: 1, paragraphs: logs.iter().map(paragraph_view).collect() });
    }
    session.output.page();
    for log in &logs {
        session.output.line(&log.address)?;
        log.events.iter().try_for_each(|event| tell(event, session))?;
    }
    Ok(())
}

fn tell_revision(logged: &LoggedRevision, at: String, session: &mut Session<'_>) -> Result<(), Failure> {
    // Who corrects the source, or cuts the segments, has not typed the wording that stays.
    let is_kept = logged.source_change.is_some() && logged.revision.target.is_some() && logged.target_change.is_none();
    let origin = match logged.recut {
        true => Message::new("log-recut"),
        false if is_kept => Message::new("log-wording-kept"),
        false => logged.revision.origin.message(logged.revision.match_score),
    };
    let message = Message::new("log-revision")
        .with("at", at)
        .with("person", logged.person.as_str())
        .with("revision", logged.revision.number)
        .with("origin", origin);
    session.output.sentence(&message)?;
    if let Some(change) = &logged.source_change {
        session.output.sentence(&Message::new("log-source-changed"))?;
        render::difference(change, session)?;
    }
    if logged.revision.target.is_some() {
        render::indented(&logged.marked_target(), session)?;
    }
    logged.target_change.as_ref().map_or(Ok(()), |change| render::code_changes(change, session))
}

fn tell(event: &Event, session: &mut Session<'_>) -> Result<(), Failure> {
    let at = crate::l10n::moment(event.at());
    match event {
        Event::Revision(logged) => tell_revision(logged, at, session),
        Event::Decision(decision) => {
            let id = if decision.carried_from.is_some() { "log-decision-carried" } else { "log-decision" };
            let message = Message::new(id)
                .with("at", at)
                .with("person", decision.person.as_str())
                .with("revision", decision.revision_number)
                .with("decision", decision.kind);
            session.output.sentence(&message)?;
            if let Some(reason) = decision.reason {
                session.output.sentence(&Message::new("log-reason").with("reason", reason))?;
            }
            if decision.own_text && decision.kind == DecisionKind::Approve {
                session.output.sentence(&Message::new("log-own-text"))?;
            }
            decision.note.as_ref().map_or(Ok(()), |note| render::indented(note, session))
        }
        Event::Exclusion(mark) => {
            let id = match mark.effect {
                ExclusionEffect::Exclude if mark.carried => "log-excluded-carried",
                ExclusionEffect::Exclude => "log-excluded",
                ExclusionEffect::Include => "log-included",
            };
            let message = Message::new(id)
                .with("at", at)
                .with("person", mark.person.as_str())
                .with("revision", mark.revision_number);
            session.output.sentence(&message)?;
            mark.reason.as_ref().map_or(Ok(()), |reason| render::indented(reason, session))
        }
        Event::Comment(comment) => {
            let message = Message::new("log-comment")
                .with("at", at)
                .with("person", comment.person.as_str())
                .with("number", comment.number);
            session.output.sentence(&message)?;
            render::indented(&comment.text, session)
        }
        Event::Export(export, revision) => {
            let message = Message::new("log-export")
                .with("at", at)
                .with("person", export.person.as_str())
                .with("revision", *revision)
                .with("file", export.path.as_str());
            session.output.sentence(&message)
        }
    }
}
