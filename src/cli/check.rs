//! `check`: what the checks find on a desk, or in one source and its target. An open error among it ends with exit code 3.

use std::ops::Range;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use serde::Serialize;

use super::render::indented;
use super::session::{Session, failed};
use super::values::{self, address};
use crate::l10n::Localizer;
use crate::l10n::moment;
use crate::model::{Address, Failure, Finding, Keep, Language, Message, Severity};
use crate::ops::check::{Choice, PairRequest, catalogue, check_pair};
use crate::ops::examination::{CheckRequest, DeskFinding, WaiverView, check};

#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    #[arg(value_name = "ADDR", value_parser = address, conflicts_with = "pair")]
    pub(crate) address: Option<Address>,
    #[arg(long, num_args = 2, value_names = ["SOURCE", "TARGET"], allow_hyphen_values = true)]
    pub(crate) pair: Vec<String>,
    #[arg(long, value_name = "TAG", value_parser = values::language, default_value = "ar", requires = "pair")]
    pub(crate) source: Language,
    #[arg(long, value_name = "TAG", value_parser = values::language, default_value = "en", requires = "pair")]
    pub(crate) target: Language,
    #[arg(long, value_name = "ID", value_delimiter = ',', value_parser = check_id())]
    pub(crate) only: Vec<String>,
    #[arg(long, value_name = "ID", value_delimiter = ',', value_parser = check_id())]
    pub(crate) ignore: Vec<String>,
    #[arg(long, value_name = "SEVERITY", value_parser = values::severity(), default_value = "info")]
    pub(crate) severity: Severity,
    #[arg(long)]
    pub(crate) jsonl: bool,
}

fn check_id() -> impl TypedValueParser<Value = String> {
    PossibleValuesParser::new(catalogue().map(|check| check.id))
}

#[derive(Serialize)]
struct CheckView<'a> {
    schema: u32,
    findings: Vec<FindingView<'a>>,
}

/// A finding in JSON; the place where there is a desk.
#[derive(Serialize)]
pub(super) struct FindingView<'a> {
    id: &'a str,
    check: &'static str,
    severity: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    address: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    article: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    paragraph: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    segment: Option<u32>,
    message: String,
    source_span: Option<[usize; 2]>,
    target_span: Option<[usize; 2]>,
    suggestion: Option<&'a str>,
    waived: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    waiver: Option<WaiverJson<'a>>,
}

#[derive(Serialize)]
struct WaiverJson<'a> {
    person: &'a str,
    at: &'a str,
    reason: &'a str,
}

pub(super) fn run(args: &Args, session: &mut Session<'_>) -> Result<(), Failure> {
    let choice = Choice { only: &args.only, ignore: &args.ignore, severity: args.severity };
    let open_errors = match args.pair.as_slice() {
        [source, target] => {
            let request = PairRequest { source: (source, &args.source), target: (target, &args.target), choice };
            of_pair(&check_pair(&request), args, session)?
        }
        _ => {
            let desk = session.desk(Keep::Applied)?;
            let request = CheckRequest { address: args.address.clone(), choice };
            of_desk(&check(&desk, &request).map_err(failed)?.findings, args, session)?
        }
    };
    if open_errors == 0 {
        return Ok(());
    }
    let message = Message::new("failure-findings").with("count", open_errors);
    let hint = if args.pair.is_empty() { "failure-hint-open-findings" } else { "failure-hint-findings" };
    Err(Failure::gate("findings", message).hint(Message::new(hint)))
}

/// Reports the findings of a pair and returns how many are errors.
fn of_pair(findings: &[(String, Finding)], args: &Args, session: &mut Session<'_>) -> Result<usize, Failure> {
    let localizer = session.output.localizer();
    let views: Vec<FindingView<'_>> = findings.iter().map(|(id, finding)| view(id, finding, localizer)).collect();
    if !in_json(views, args, session)? {
        for (_, finding) in findings {
            let line = Message::new("finding-line").with("severity", finding.severity).with("check", finding.check);
            tell(&line, finding, None, session)?;
        }
        tell_count(findings.len(), session)?;
    }
    Ok(findings.iter().filter(|(_, finding)| finding.severity == Severity::Error).count())
}

/// Reports the findings of a desk and returns how many are open errors.
fn of_desk(findings: &[DeskFinding], args: &Args, session: &mut Session<'_>) -> Result<usize, Failure> {
    let localizer = session.output.localizer();
    let views: Vec<FindingView<'_>> = findings.iter().map(|found| desk_view(found, localizer)).collect();
    if !in_json(views, args, session)? {
        for found in findings {
            let line = Message::new("finding-line-desk")
                .with("address", found.address.as_str())
                .with("severity", found.finding.severity)
                .with("check", found.finding.check)
                .with("id", found.id.as_str());
            tell(&line, &found.finding, found.waiver.as_ref(), session)?;
        }
        tell_count(findings.len(), session)?;
    }
    Ok(findings.iter().filter(|found| found.is_open_error()).count())
}

/// Prints JSON where it is wanted, and says whether it was.
fn in_json(views: Vec<FindingView<'_>>, args: &Args, session: &mut Session<'_>) -> Result<bool, Failure> {
    if args.jsonl {
        views.iter().try_for_each(|view| session.output.json(view))?;
    } else if session.output.is_json() {
        session.output.json(&CheckView { schema: 1, findings: views })?;
    }
    Ok(args.jsonl || session.output.is_json())
}

fn tell(
    line: &Message,
    finding: &Finding,
    waiver: Option<&WaiverView>,
    session: &mut Session<'_>,
) -> Result<(), Failure> {
    session.output.heading(line)?;
    let mut told = vec![finding.message.clone()];
    told.extend(finding.suggestion.as_deref().map(|text| Message::new("finding-suggestion").with("text", text)));
    told.extend(waiver.map(|waiver| {
        Message::new("finding-waived")
            .with("person", waiver.person.as_str())
            .with("at", moment(&waiver.at))
            .with("reason", waiver.reason.as_str())
    }));
    for message in told {
        let sentence = session.output.localizer().sentence(&message);
        indented(&sentence, session)?;
    }
    Ok(())
}

fn tell_count(count: usize, session: &mut Session<'_>) -> Result<(), Failure> {
    session.output.sentence(&match count {
        0 => Message::new("findings-none"),
        count => Message::new("findings-count").with("count", count),
    })
}

fn view<'a>(id: &'a str, finding: &'a Finding, localizer: &Localizer) -> FindingView<'a> {
    let first = |spans: &[Range<usize>]| spans.first().map(|span| [span.start, span.end]);
    FindingView {
        id,
        check: finding.check,
        severity: finding.severity.as_str(),
        address: None,
        article: None,
        paragraph: None,
        segment: None,
        message: localizer.sentence(&finding.message),
        source_span: first(&finding.source),
        target_span: first(&finding.target),
        suggestion: finding.suggestion.as_deref(),
        waived: false,
        waiver: None,
    }
}

/// A finding of a desk in JSON.
pub(super) fn desk_view<'a>(found: &'a DeskFinding, localizer: &Localizer) -> FindingView<'a> {
    let waiver = found.waiver.as_ref();
    FindingView {
        address: Some(&found.address),
        article: Some(&found.slug),
        paragraph: Some(found.number),
        segment: Some(found.segment),
        waived: waiver.is_some(),
        waiver: waiver.map(|w| WaiverJson { person: &w.person, at: &w.at, reason: &w.reason }),
        ..view(&found.id, &found.finding, localizer)
    }
}
