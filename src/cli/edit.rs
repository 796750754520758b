//! `edit`: translations in the person's own editor, source commented above, target below.

use super::session::{Session, failed, keep};
use super::values::address;
use super::views::{SameWordingJson, WarningJson, warnings_json};
use crate::l10n::Localizer;
use crate::model::{Address, Failure, FailureClass, Keep, Message};
use crate::ops::template::{EditReport, apply_template, template};
use serde::Serialize;
use std::io::IsTerminal;
use std::path::Path;
use std::process::Command;

#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    #[arg(value_name = "ADDR", value_parser = address)]
    pub(crate) address: Address,
    #[arg(long)]
    pub(crate) dry_run: bool,
}

#[derive(Serialize)]
struct EditView<'a> {
    edited: Vec<EditedView<'a>>,
    unapplied: Vec<UnappliedView<'a>>,
    kept: Option<String>,
}

#[derive(Serialize)]
struct EditedView<'a> {
    address: &'a str,
    revision: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    same_wording: Option<SameWordingJson<'a>>,
    warnings: Vec<WarningJson<'a>>,
}

#[derive(Serialize)]
struct UnappliedView<'a> {
    address: &'a str,
    code: &'static str,
    message: String,
    hint: Option<String>,
}

pub(super) fn run(args: &Args, session: &mut Session<'_>) -> Result<(), Failure> {
    let keep = keep(args.dry_run);
    let mut desk = session.desk(keep)?;
    let heading = session.output.localizer().without_isolates().sentence(&Message::new("edit-heading"));
    let template = template(&desk, &args.address, &heading).map_err(failed)?;
    let file = tempfile::Builder::new().prefix("hunayn-").suffix(".txt").tempfile().map_err(|e| editor_failed(&e))?;
    std::fs::write(file.path(), &template.text).map_err(|e| editor_failed(&e))?;
    if let Err(failure) = open_editor(file.path()) {
        let touched = std::fs::read(file.path()).is_ok_and(|now| now != template.text.as_bytes());
        let kept = if touched { keep_file(file, failure.message.clone()).hint } else { None };
        return Err(Failure { hint: kept.or(failure.hint.clone()), ..failure });
    }
    let edited = match std::fs::read(file.path()).map(String::from_utf8) {
        Ok(Ok(edited)) => edited,
        Ok(Err(_)) => return Err(keep_file(file, Message::new("err-edit-not-utf8"))),
        Err(error) => return Err(editor_failed(&error)),
    };
    let written = match apply_template(&mut desk, &template, &edited) {
        Ok(written) => written,
        Err(error) => {
            let failure = failed(error);
            return Err(Failure { hint: keep_file(file, failure.message.clone()).hint, ..failure });
        }
    };
    if session.output.is_json() {
        session.write_json(&written, keep, view(&written.value, session.output.localizer()))?;
    } else {
        tell(&written.value, keep, session)?;
        session.acknowledge(written.operation.as_ref(), keep);
    }
    conclude(&written.value)
}

fn view<'a>(report: &'a EditReport, localizer: &Localizer) -> EditView<'a> {
    let edited = report.edited.iter().map(|edited| EditedView {
        address: &edited.address,
        revision: edited.revision,
        same_wording: SameWordingJson::of(edited.same_wording.as_ref()),
        warnings: warnings_json(&edited.address, &edited.faults, localizer),
    });
    let unapplied = report.unapplied.iter().map(|unapplied| UnappliedView {
        address: &unapplied.address,
        code: unapplied.failure.code,
        message: localizer.sentence(&unapplied.failure.message),
        hint: unapplied.failure.hint.as_ref().map(|hint| localizer.sentence(hint)),
    });
    EditView {
        edited: edited.collect(),
        unapplied: unapplied.collect(),
        kept: report.kept.as_ref().map(|path| path.display().to_string()),
    }
}

fn tell(report: &EditReport, keep: Keep, session: &mut Session<'_>) -> Result<(), Failure> {
    for edited in &report.edited {
        let message =
            Message::new("out-edited").with("address", edited.address.as_str()).with("revision", edited.revision);
        session.output.sentence(&message)?;
        session.tell_lost(edited, keep);
        session.tell_faults(&edited.address, &edited.faults);
    }
    for unapplied in &report.unapplied {
        let message = Message::new("out-not-applied")
            .with("address", unapplied.address.as_str())
            .with("why", unapplied.failure.message.clone());
        session.output.say(&message);
    }
    Ok(())
}

fn conclude(report: &EditReport) -> Result<(), Failure> {
    let Some(kept) = &report.kept else { return Ok(()) };
    let conflict = report.unapplied.iter().any(|u| u.failure.class == FailureClass::Conflict);
    let class = if conflict { FailureClass::Conflict } else { FailureClass::Usage };
    let message = Message::new("err-edit-kept").with("count", report.unapplied.len());
    Err(Failure::new(class, "edit-kept", message)
        .hint(Message::new("rec-edit-kept").with("file", kept.display().to_string())))
}

/// Leaves the edited file where it is, and says where.
fn keep_file(file: tempfile::NamedTempFile, message: Message) -> Failure {
    let failure = Failure::usage("edit", message);
    match file.keep() {
        Ok((_, path)) => failure.hint(Message::new("rec-edit-kept").with("file", path.display().to_string())),
        Err(error) => failure.hint(Message::new("rec-edit-lost").with("detail", crate::ops::reason(&error.error))),
    }
}

fn editor_failed(error: &std::io::Error) -> Failure {
    Failure::failed("editor", Message::new("err-editor").with("detail", crate::ops::reason(error)))
        .hint(Message::new("rec-editor"))
}

/// Runs `$HUNAYN_EDITOR`, `$VISUAL` or `$EDITOR`, else `vi` (`notepad` on Windows), and waits for it.
fn open_editor(path: &Path) -> Result<(), Failure> {
    let variable = |name: &str| std::env::var(name).ok().filter(|value| !value.trim().is_empty());
    let wish = variable("HUNAYN_EDITOR").or_else(|| variable("VISUAL")).or_else(|| variable("EDITOR"));
    if wish.is_none() && !std::io::stdin().is_terminal() {
        return Err(Failure::usage("no-editor", Message::new("err-no-editor")).hint(Message::new("rec-editor")));
    }
    let wish = wish.unwrap_or_else(|| if cfg!(windows) { "notepad" } else { "vi" }.to_owned());
    let mut words = shlex::split(&wish).unwrap_or_default().into_iter();
    let program = words.next().unwrap_or_else(|| wish.clone());
    let status = Command::new(program).args(words).arg(path).status().map_err(|e| editor_failed(&e))?;
    if status.success() {
        return Ok(());
    }
    let end = match status.code() {
        Some(code) => Message::new("editor-exit-code").with("code", i64::from(code)),
        None => Message::new("editor-killed"),
    };
    let message = Message::new("err-editor-status").with("editor", wish).with("status", end);
    Err(Failure::failed("editor", message).hint(Message::new("rec-editor-status")))
}
