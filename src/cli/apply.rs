//! `apply`: scripted changes from a file of JSON lines.

use super::options::Bulk;
use super::session::{Session, failed, in_tense, keep, text_file};
use super::views::{ReplacedJson, SameWordingJson, WarningJson, warnings_json};
use crate::l10n::Localizer;
use crate::model::{Failure, FailureClass, Keep, Message};
use crate::ops::apply::{AppliedLine, LineResult, apply, check_lines};
use crate::ops::cautions::{lost, same_wording};
use serde::Serialize;
use std::path::PathBuf;

#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    #[command(flatten)]
    pub(crate) bulk: Bulk,
}

#[derive(Serialize)]
struct ReportView<'a> {
    lines: Vec<LineView<'a>>,
}

#[derive(Serialize)]
struct LineView<'a> {
    line: usize,
    address: Option<String>,
    result: &'static str,
    revision: Option<u32>,
    /// The status before, where a text was logged.
    #[serde(skip_serializing_if = "Option::is_none")]
    before: Option<&'static str>,
    status: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    replaced: Option<ReplacedJson<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    same_wording: Option<SameWordingJson<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    code: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    hint: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    warnings: Vec<WarningJson<'a>>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    own_text: bool,
}

pub(super) fn run(args: &Args, session: &mut Session<'_>) -> Result<(), Failure> {
    let text = text_file(&args.file)?;
    check_lines(&args.file.display().to_string(), &text)?;
    let keep = keep(args.bulk.dry_run);
    let mut desk = session.desk(Keep::DryRun)?;
    if keep == Keep::Applied && !args.bulk.yes {
        let planned = apply(&mut desk, &text).map_err(failed)?;
        let touched = planned.value.iter().filter(|line| line.result == LineResult::Applied);
        let listed: Vec<String> = touched.filter_map(|line| line.address.clone()).collect();
        session.confirm(&args.bulk, listed.len(), &listed)?;
    }
    desk.set_keep(keep);
    let written = apply(&mut desk, &text).map_err(failed)?;
    if session.output.is_json() {
        let lines = written.value.iter().map(|line| line_view(line, session.output.localizer())).collect();
        session.write_json(&written, keep, ReportView { lines })?;
    } else {
        let hint = |line: &AppliedLine| line.failure.as_ref().and_then(|failure| failure.hint.clone());
        for (at, line) in written.value.iter().enumerate() {
            tell(line, keep, session)?;
            // Of lines that fail for the same reason the last one says what to do.
            let next = written.value.get(at + 1).and_then(hint);
            if let Some(hint) = hint(line).filter(|hint| next.as_ref() != Some(hint)) {
                session.output.sentence(&Message::new("out-line-hint").with("hint", hint))?;
            }
        }
        for (result, id) in [
            (LineResult::Applied, in_tense(keep, "out-lines-applied", "out-lines-would-apply")),
            (LineResult::Unchanged, in_tense(keep, "out-lines-unchanged", "out-lines-would-not-change")),
        ] {
            let count = written.value.iter().filter(|line| line.result == result).count();
            if count > 0 {
                session.output.sentence(&Message::new(id).with("count", count))?;
            }
        }
        let own_texts = written.value.iter().filter(|line| line.wants_other_eyes).count();
        if own_texts > 0 {
            let id = in_tense(keep, "warn-own-text", "warn-would-approve-own-text");
            session.output.say(&Message::new(id).with("count", own_texts));
        }
        session.acknowledge(written.operation.as_ref(), keep);
    }
    let count = |result| written.value.iter().filter(|line| line.result == result).count();
    let (stale, refused) = (count(LineResult::Stale), count(LineResult::Refused));
    if stale > 0 {
        return Err(Failure::new(
            FailureClass::Conflict,
            "stale",
            Message::new("err-apply-stale").with("count", stale),
        )
        .hint(Message::new("rec-apply-stale").with("count", stale)));
    }
    if refused > 0 {
        let message = Message::new("err-apply-refused").with("count", refused);
        let failures = written.value.iter().filter_map(|line| line.failure.as_ref());
        return Err(Failure::new(class_of(failures), "refused", message).hint(Message::new("rec-apply-refused")));
    }
    Ok(())
}

/// How a file ends some of whose lines are refused: as one that cannot be read where that is so of a line, or else as every refused
/// line would alone.
pub(super) fn class_of<'f>(failures: impl Iterator<Item = &'f Failure>) -> FailureClass {
    let classes: Vec<FailureClass> = failures.map(|failure| failure.class).collect();
    match classes[..] {
        _ if classes.contains(&FailureClass::Usage) => FailureClass::Usage,
        [first, ref others @ ..] if others.iter().all(|class| *class == first) => first,
        _ => FailureClass::Failed,
    }
}

fn line_view<'a>(line: &'a AppliedLine, localizer: &Localizer) -> LineView<'a> {
    let sentence = |message: &Message| localizer.sentence(message);
    LineView {
        line: line.line,
        address: line.address.clone(),
        result: line.result.as_str(),
        revision: line.revision,
        before: line.logged.as_ref().map(|report| report.before.as_str()),
        status: line.status.map(crate::model::Status::as_str),
        replaced: line.logged.as_ref().and_then(ReplacedJson::of),
        same_wording: SameWordingJson::of(line.same_wording.as_ref()),
        code: line.failure.as_ref().map(|failure| failure.code),
        message: line.failure.as_ref().map(|failure| sentence(&failure.message)),
        hint: line.failure.as_ref().and_then(|failure| failure.hint.as_ref()).map(sentence),
        warnings: warnings_json(line.address.as_deref().unwrap_or_default(), &line.faults, localizer),
        own_text: line.wants_other_eyes,
    }
}

fn tell(line: &AppliedLine, keep: Keep, session: &mut Session<'_>) -> Result<(), Failure> {
    let same = line.same_wording.as_ref().map(same_wording);
    for what in line.logged.iter().flat_map(|report| lost(report, keep)).chain(same) {
        let address = line.address.as_deref().unwrap_or_default();
        session.output.say(&Message::new("warn-at").with("address", address).with("what", what));
    }
    session.tell_faults(line.address.as_deref().unwrap_or_default(), &line.faults);
    let Some(failure) = &line.failure else { return Ok(()) };
    let id = if line.result == LineResult::Stale { "out-line-stale" } else { "out-line-refused" };
    let message = match &line.address {
        Some(address) => Message::new(id).with("address", address.as_str()),
        None => Message::new("out-line-unread"),
    };
    let message = message.with("line", line.line);
    session.output.sentence(&message.with("why", failure.message.clone()))
}
