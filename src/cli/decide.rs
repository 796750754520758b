//! `submit`, `finalize`, `withdraw`, `reopen`, and what all decisions share: the plan, the question, the report.

use super::options::Bulk;
use super::session::{Session, failed, in_tense, keep};
use super::values::{address, revision};
use super::views::{FaultJson, SameWordingJson, WarningJson, faults_json, warnings_json};
use crate::l10n::Localizer;
use crate::model::gathered;
use crate::model::{Address, DecisionKind, Failure, Keep, Message, Status};
use crate::ops::cautions::{replaced, same_wording};
use crate::ops::review::{DecideReport, DecideRequest, decide};
use serde::Serialize;

#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    #[arg(value_name = "ADDR", value_parser = address)]
    pub(crate) address: Address,
    #[arg(short = 'm', long, value_name = "TEXT", allow_hyphen_values = true)]
    pub(crate) message: Option<String>,
    #[arg(long, value_name = "REV", value_parser = revision)]
    pub(crate) expect: Option<u32>,
    #[command(flatten)]
    pub(crate) bulk: Bulk,
}

#[derive(Serialize)]
struct DecideView<'a> {
    decision: &'static str,
    decided: Vec<DecidedView<'a>>,
    skipped: Vec<SkippedView<'a>>,
    codes: Vec<FaultJson>,
    warnings: Vec<WarningJson<'a>>,
    open_warnings: usize,
}

#[derive(Serialize)]
struct DecidedView<'a> {
    address: &'a str,
    revision: u32,
    before: &'static str,
    status: &'static str,
    own_text: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    same_wording: Option<SameWordingJson<'a>>,
}

#[derive(Serialize)]
struct SkippedView<'a> {
    address: &'a str,
    status: &'static str,
}

pub(super) fn run(kind: DecisionKind, args: Args, session: &mut Session<'_>) -> Result<(), Failure> {
    let request = DecideRequest {
        address: args.address,
        kind,
        reason: None,
        note: args.message,
        edit: None,
        expect: args.expect,
        shown: None,
    };
    run_request(&request, &args.bulk, session)
}

/// Plans, asks where many paragraphs are touched, decides, and reports.
pub(super) fn run_request(request: &DecideRequest, bulk: &Bulk, session: &mut Session<'_>) -> Result<(), Failure> {
    let mut desk = session.desk(Keep::DryRun)?;
    let mut request = request.clone();
    if !request.address.is_one_paragraph() {
        let planned = decide(&mut desk, &request).map_err(failed)?.value;
        let touched = gathered(planned.decided.iter().map(|d| (d.address.as_str(), d.before)));
        let listed: Vec<String> =
            touched.into_iter().map(|(address, status)| question_line(address, status, session)).collect();
        session.confirm(bulk, planned.decided.len(), &listed)?;
        // What somebody writes between the question and the answer was not agreed to.
        request.shown = Some(planned.decided.into_iter().map(|d| (d.address, d.revision)).collect());
    }
    let keep = keep(bulk.dry_run);
    desk.set_keep(keep);
    let written = decide(&mut desk, &request).map_err(failed)?;
    if session.output.is_json() {
        return session.write_json(&written, keep, view(request.kind, &written.value, session.output.localizer()));
    }
    tell(&written.value, keep, session)?;
    tell_swept(request.kind, &written.value, session);
    session.acknowledge(written.operation.as_ref(), keep);
    Ok(())
}

/// Why a decision on many passed some over that it could have taken alone.
fn tell_swept(kind: DecisionKind, report: &DecideReport, session: &mut Session<'_>) {
    let has = |status: Status| report.skipped.iter().any(|skipped| skipped.status == status);
    let id = match kind {
        DecisionKind::Approve if has(Status::Draft) || has(Status::ChangesRequested) => "note-approve-singly",
        DecisionKind::Submit if has(Status::ChangesRequested) => "note-submit-singly",
        _ => return,
    };
    session.output.say(&Message::new(id));
}

fn question_line(address: String, status: Status, session: &Session<'_>) -> String {
    session.output.localizer().sentence(&Message::new("ask-line").with("address", address).with("status", status))
}

fn view<'a>(kind: DecisionKind, report: &'a DecideReport, localizer: &Localizer) -> DecideView<'a> {
    let decided = report.decided.iter().map(|d| DecidedView {
        address: &d.address,
        revision: d.revision,
        before: d.before.as_str(),
        status: d.status.as_str(),
        own_text: d.own_text,
        same_wording: SameWordingJson::of(d.same_wording.as_ref()),
    });
    let skipped = report.skipped.iter().map(|s| SkippedView { address: &s.address, status: s.status.as_str() });
    let warnings = report.faulty.iter().flat_map(|faulty| warnings_json(&faulty.address, &faulty.faults, localizer));
    DecideView {
        decision: kind.as_str(),
        decided: decided.collect(),
        skipped: skipped.collect(),
        codes: report.faulty.iter().flat_map(|faulty| faults_json(&faulty.faults)).collect(),
        warnings: warnings.collect(),
        open_warnings: report.open_warnings,
    }
}

fn tell(report: &DecideReport, keep: Keep, session: &mut Session<'_>) -> Result<(), Failure> {
    let decided = report.decided.iter().map(|d| (d.address.as_str(), (d.before, d.status)));
    for (address, (before, status)) in gathered(decided) {
        let id = if before == status { "out-decided-again" } else { "out-decided" };
        let message = Message::new(id).with("address", address).with("before", before).with("status", status);
        session.output.sentence(&message)?;
    }
    for (address, status) in gathered(report.skipped.iter().map(|s| (s.address.as_str(), s.status))) {
        let id = in_tense(keep, "out-skipped", "out-would-skip");
        session.output.say(&Message::new(id).with("address", address).with("status", status));
    }
    if let Some(decided) = report.decided.first()
        && let Some(message) = replaced(&decided.address, report.replaced.as_ref(), keep)
    {
        session.output.say(&message);
    }
    for decided in &report.decided {
        if let Some(same) = &decided.same_wording {
            let what = same_wording(same);
            session.output.say(&Message::new("warn-at").with("address", decided.address.as_str()).with("what", what));
        }
    }
    if report.own_texts > 0 {
        let id = in_tense(keep, "warn-own-text", "warn-would-approve-own-text");
        session.output.say(&Message::new(id).with("count", report.own_texts));
    }
    if report.open_warnings > 0 && !report.decided.is_empty() {
        let places = gathered(report.warned.iter().map(|address| (address.as_str(), ())));
        let place = places.into_iter().map(|(place, ())| place).next().unwrap_or_default();
        session
            .output
            .say(&Message::new("warn-open-warnings").with("count", report.open_warnings).with("address", place));
    }
    for faulty in &report.faulty {
        session.tell_faults(&faulty.address, &faulty.faults);
    }
    Ok(())
}
