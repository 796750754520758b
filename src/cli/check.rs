//! `check --pair`: what the checks find in one source and its target, without a desk. An error among it ends with exit code 3.

use std::ops::Range;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use serde::Serialize;

use super::render::indented;
use super::session::Session;
use super::values;
use crate::model::{Failure, Finding, Language, Message, Severity};
use crate::ops::check::{PairRequest, catalogue, check_pair};

#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    #[arg(long, required = true, num_args = 2, value_names = ["SOURCE", "TARGET"], allow_hyphen_values = true)]
    pub(crate) pair: Vec<String>,
    #[arg(long, value_name = "TAG", value_parser = values::language, default_value = "ar")]
    pub(crate) source: Language,
    #[arg(long, value_name = "TAG", value_parser = values::language, default_value = "en")]
    pub(crate) target: Language,
    #[arg(long, value_name = "ID", num_args = 1.., value_delimiter = ',', value_parser = check_id())]
    pub(crate) only: Vec<String>,
    #[arg(long, value_name = "ID", num_args = 1.., value_delimiter = ',', value_parser = check_id())]
    pub(crate) ignore: Vec<String>,
    #[arg(long, value_name = "SEVERITY", value_parser = values::severity(), default_value = "info")]
    pub(crate) severity: Severity,
}

fn check_id() -> impl TypedValueParser<Value = String> {
    PossibleValuesParser::new(catalogue().map(|check| check.id))
}

#[derive(Serialize)]
struct CheckView {
    schema: u32,
    findings: Vec<FindingView>,
}

#[derive(Serialize)]
struct FindingView {
    id: String,
    check: &'static str,
    severity: &'static str,
    message: String,
    source_span: Option<[usize; 2]>,
    target_span: Option<[usize; 2]>,
    suggestion: Option<String>,
    waived: bool,
}

pub(super) fn run(args: &Args, session: &mut Session<'_>) -> Result<(), Failure> {
    let [source, target] = args.pair.as_slice() else {
        return Err(Failure::usage("wrong-number-of-values", Message::new("usage-unreadable").with("given", "--pair")));
    };
    let findings = check_pair(&PairRequest {
        source: (source, &args.source),
        target: (target, &args.target),
        only: &args.only,
        ignore: &args.ignore,
        severity: args.severity,
    });
    if session.output.is_json() {
        let findings = findings.iter().map(|finding| view(finding, session)).collect();
        session.output.json(&CheckView { schema: 1, findings })?;
    } else {
        tell(&findings, session)?;
    }
    match findings.iter().filter(|finding| finding.severity == Severity::Error).count() {
        0 => Ok(()),
        errors => {
            let message = Message::new("failure-findings").with("count", errors);
            Err(Failure::gate("findings", message).hint(Message::new("failure-hint-findings")))
        }
    }
}

fn tell(findings: &[Finding], session: &mut Session<'_>) -> Result<(), Failure> {
    for finding in findings {
        let label = Message::new("finding-line").with("severity", finding.severity).with("check", finding.check);
        session.output.heading(&label)?;
        let sentence = session.output.localizer().sentence(&finding.message);
        indented(&sentence, session)?;
        if let Some(suggestion) = &finding.suggestion {
            let message = Message::new("finding-suggestion").with("text", suggestion.as_str());
            let sentence = session.output.localizer().sentence(&message);
            indented(&sentence, session)?;
        }
    }
    session.output.sentence(&match findings.len() {
        0 => Message::new("findings-none"),
        count => Message::new("findings-count").with("count", count),
    })
}

fn view(finding: &Finding, session: &Session<'_>) -> FindingView {
    let first = |spans: &[Range<usize>]| spans.first().map(|span| [span.start, span.end]);
    let (source_span, target_span) = (first(&finding.source), first(&finding.target));
    let place = |span: Option<[usize; 2]>| span.map_or_else(|| "-".to_owned(), |[start, end]| format!("{start}-{end}"));
    FindingView {
        id: format!("{}/{}/{}", finding.check, place(source_span), place(target_span)),
        check: finding.check,
        severity: finding.severity.as_str(),
        message: session.output.localizer().sentence(&finding.message),
        source_span,
        target_span,
        suggestion: finding.suggestion.clone(),
        waived: false,
    }
}
