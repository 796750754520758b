//! `pretranslate`: drafts from the memory for paragraphs that have no translation.

use super::options::{Bulk, MemoryFilters};
use super::session::{Session, failed, in_tense, keep};
use super::tm::search::{ProvenanceView, origin, provenance_view};
use super::values::{address, score};
use super::views::{WarningJson, warnings_json};
use crate::l10n::Localizer;
use crate::model::gathered;
use crate::model::{Address, Argument, Failure, Keep, Message, Status};
use crate::ops::pretranslation::{Filled, Left, Outcome, PretranslateRequest, Pretranslated, Risk, pretranslate};
use serde::Serialize;

#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    #[arg(value_name = "ADDR", value_parser = address)]
    pub(crate) address: Address,
    #[arg(long, value_name = "SCORE", value_parser = score, default_value = "100")]
    pub(crate) min: u8,
    #[command(flatten)]
    pub(crate) filters: MemoryFilters,
    #[command(flatten)]
    pub(crate) bulk: Bulk,
}

#[derive(Serialize)]
struct ReportView<'a> {
    filled: usize,
    left: usize,
    paragraphs: Vec<ParagraphView<'a>>,
}

#[derive(Serialize)]
struct ParagraphView<'a> {
    address: &'a str,
    #[serde(flatten)]
    outcome: OutcomeView<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    repeats: Option<&'a str>,
}

#[derive(Serialize)]
#[serde(tag = "outcome", rename_all = "kebab-case")]
enum OutcomeView<'a> {
    Filled {
        score: u8,
        kind: &'static str,
        by: &'static str,
        contested: bool,
        revision: u32,
        target: &'a str,
        from: Vec<ProvenanceView<'a>>,
        warnings: Vec<WarningJson<'a>>,
    },
    Left {
        reason: &'static str,
        #[serde(skip_serializing_if = "Option::is_none")]
        status: Option<&'static str>,
        #[serde(skip_serializing_if = "Option::is_none")]
        score: Option<u8>,
        #[serde(skip_serializing_if = "Option::is_none")]
        segments: Option<SegmentsView>,
    },
}

/// How many segments of a paragraph the memory has.
#[derive(Serialize)]
struct SegmentsView {
    found: usize,
    of: usize,
}

pub(super) fn run(args: &Args, session: &mut Session<'_>) -> Result<(), Failure> {
    let keep = keep(args.bulk.dry_run);
    let filters = args.filters.filters();
    let request = PretranslateRequest { address: args.address.clone(), min: args.min, filters };
    let mut desk = session.desk(Keep::DryRun)?;
    if keep == Keep::Applied && !args.bulk.yes {
        let planned = pretranslate(&mut desk, &request).map_err(failed)?;
        let listed: Vec<String> = filled(&planned.value).map(|(address, _)| address.to_owned()).collect();
        session.confirm(&args.bulk, listed.len(), &listed)?;
    }
    desk.set_keep(keep);
    let written = pretranslate(&mut desk, &request).map_err(failed)?;
    let report = &written.value;
    if session.output.is_json() {
        let localizer = session.output.localizer();
        let count = filled(report).count();
        let paragraphs = report.iter().map(|paragraph| view(paragraph, localizer)).collect();
        let view = ReportView { filled: count, left: report.len() - count, paragraphs };
        return session.write_json(&written, keep, view);
    }
    for (address, filled) in filled(report) {
        tell_filled(address, filled, keep, session)?;
    }
    tell_left(report, session)?;
    let count = filled(report).count();
    let total = Message::new(in_tense(keep, "out-pretranslated", "out-would-pretranslate"));
    session.output.sentence(&total.with("count", count).with("left", report.len() - count))?;
    session.acknowledge(written.operation.as_ref(), keep);
    Ok(())
}

fn filled(report: &[Pretranslated]) -> impl Iterator<Item = (&str, &Filled)> {
    report.iter().filter_map(|paragraph| match &paragraph.outcome {
        Outcome::Filled(filled) => Some((paragraph.address.as_str(), filled.as_ref())),
        Outcome::Left(_) => None,
    })
}

fn view<'a>(paragraph: &'a Pretranslated, localizer: &Localizer) -> ParagraphView<'a> {
    let outcome = match &paragraph.outcome {
        Outcome::Filled(filled) => OutcomeView::Filled {
            score: filled.score,
            kind: filled.kind.as_str(),
            by: if filled.by_segment { "segments" } else { "paragraph" },
            contested: filled.contested,
            revision: filled.revision,
            target: filled.target.text(),
            from: filled.from.iter().map(provenance_view).collect(),
            warnings: warnings_json(&paragraph.address, &filled.faults, localizer),
        },
        Outcome::Left(left) => {
            let (status, score, segments) = match *left {
                Left::Status(status) => (Some(status), None, None),
                Left::Risk(_, score) => (None, Some(score), None),
                Left::Segments { found, of } => (None, None, Some(SegmentsView { found, of })),
                Left::Excluded | Left::NoMatch => (None, None, None),
            };
            OutcomeView::Left { reason: left.as_str(), status: status.map(Status::as_str), score, segments }
        }
    };
    ParagraphView { address: &paragraph.address, outcome, repeats: paragraph.repeats.as_deref() }
}

fn tell_filled(address: &str, filled: &Filled, keep: Keep, session: &mut Session<'_>) -> Result<(), Failure> {
    let id = match filled.by_segment {
        true => in_tense(keep, "out-filled-segments", "out-would-fill-segments"),
        false => in_tense(keep, "out-filled", "out-would-fill"),
    };
    let message = Message::new(id)
        .with("address", address)
        .with("score", u32::from(filled.score))
        .with("kind", filled.kind)
        .with("places", filled.from.iter().map(origin).collect::<Argument>());
    session.output.sentence(&message)?;
    if filled.contested {
        session.output.say(&Message::new("out-contested").with("address", address));
    }
    session.tell_faults(address, &filled.faults);
    Ok(())
}

/// What was left: one line for all paragraphs of one reason, one for each that somebody has to look at.
fn tell_left(report: &[Pretranslated], session: &mut Session<'_>) -> Result<(), Failure> {
    let left = || {
        report.iter().filter_map(|paragraph| match &paragraph.outcome {
            Outcome::Left(left) => Some((paragraph.address.as_str(), *left, paragraph.repeats.as_deref())),
            Outcome::Filled(_) => None,
        })
    };
    let alike = left().filter_map(|(address, left, _)| match left {
        Left::Status(_) => Some((address, "out-left-translated")),
        Left::Excluded => Some((address, "out-left-excluded")),
        Left::NoMatch => Some((address, "out-left-no-match")),
        Left::Segments { .. } | Left::Risk(..) => None,
    });
    for (addresses, id) in gathered(alike.clone()) {
        let address = alike.clone().find(|(_, of)| *of == id).map_or("", |(address, _)| address);
        session.output.sentence(&Message::new(id).with("addresses", addresses).with("address", address))?;
    }
    for (address, left, repeats) in left() {
        let message = match left {
            Left::Segments { found, of } => Some(Message::new("out-left-segments").with("found", found).with("of", of)),
            Left::Risk(risk, score) => {
                let id = match risk {
                    Risk::Numbers => "out-left-numbers",
                    Risk::Negation => "out-left-negation",
                    Risk::Superseded => "out-left-superseded",
                };
                Some(Message::new(id).with("score", u32::from(score)))
            }
            Left::Status(_) | Left::Excluded | Left::NoMatch => None,
        };
        message.map_or(Ok(()), |message| session.output.sentence(&message.with("address", address)))?;
        if let Some(other) = repeats {
            let message = Message::new("out-repeats").with("address", address).with("other", other);
            session.output.sentence(&message)?;
        }
    }
    Ok(())
}
