//! `set`: logs a translation of a paragraph or a segment.

use super::session::{Session, failed, keep, standard_input, text_file};
use super::values::{address, revision};
use super::views::{FaultJson, ReplacedJson, SameWordingJson, WarningJson, faults_json, warnings_json};
use crate::model::{Address, Failure, Message};
use crate::ops::translate::{NewText, SetRequest, set};
use serde::Serialize;
use std::path::PathBuf;

#[derive(clap::Args, Debug)]
#[command(group = clap::ArgGroup::new("text_source").required(true))]
pub(crate) struct Args {
    #[arg(value_name = "ADDR", value_parser = address)]
    pub(crate) address: Address,
    #[arg(value_name = "TEXT", group = "text_source", allow_hyphen_values = true)]
    pub(crate) text: Option<String>,
    #[arg(long, value_name = "FILE", group = "text_source")]
    pub(crate) file: Option<PathBuf>,
    #[arg(long, value_name = "ADDR", group = "text_source", value_parser = address)]
    pub(crate) take: Option<Address>,
    #[arg(long)]
    pub(crate) submit: bool,
    #[arg(long, value_name = "REV", value_parser = revision)]
    pub(crate) expect: Option<u32>,
    #[arg(long)]
    pub(crate) dry_run: bool,
}

#[derive(Serialize)]
struct SetView<'a> {
    address: &'a str,
    revision: u32,
    before: &'static str,
    status: &'static str,
    changed: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    replaced: Option<ReplacedJson<'a>>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    other_source: bool,
    #[serde(skip_serializing_if = "is_none_of_them")]
    untranslated: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    same_wording: Option<SameWordingJson<'a>>,
    codes: Vec<FaultJson>,
    warnings: Vec<WarningJson<'a>>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the shape that serde wants")]
const fn is_none_of_them(count: &usize) -> bool {
    *count == 0
}

pub(super) fn run(args: Args, session: &mut Session<'_>) -> Result<(), Failure> {
    let text = match (args.text, args.file, args.take) {
        (Some(text), _, _) if text == "-" => NewText::Typed(standard_input()?),
        (Some(text), _, _) => NewText::Typed(text),
        (None, Some(file), _) => NewText::Typed(text_file(&file)?),
        (None, None, Some(address)) => NewText::TakenFrom(address, None),
        (None, None, None) => NewText::Typed(standard_input()?),
    };
    let keep = keep(args.dry_run);
    let mut desk = session.desk(keep)?;
    let request = SetRequest { address: args.address, text, submit: args.submit, expect: args.expect };
    let written = set(&mut desk, &request).map_err(failed)?;
    let report = &written.value;
    if session.output.is_json() {
        let view = SetView {
            address: &report.address,
            revision: report.revision,
            before: report.before.as_str(),
            status: report.status.as_str(),
            replaced: ReplacedJson::of(report),
            changed: report.changed,
            other_source: report.other_source,
            untranslated: report.untranslated,
            same_wording: SameWordingJson::of(report.same_wording.as_ref()),
            codes: faults_json(&report.faults),
            warnings: warnings_json(&report.address, &report.faults, session.output.localizer()),
        };
        return session.write_json(&written, keep, view);
    }
    let message = Message::new("out-set")
        .with("address", report.address.as_str())
        .with("revision", report.revision)
        .with("status", report.status);
    session.output.sentence(&message)?;
    if report.other_source {
        session.output.say(&Message::new("warn-other-source"));
    }
    session.tell_lost(report, keep);
    session.tell_faults(&report.address, &report.faults);
    session.acknowledge(written.operation.as_ref(), keep);
    Ok(())
}
