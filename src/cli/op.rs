//! `op`: the operation log, one operation of it, and taking the desk back to one.

use super::options::Bulk;
use super::render;
use super::session::{Session, failed, in_tense, keep};
use super::values::count;
use crate::model::{Failure, Keep, Message, OperationRef, OperationRow};
use crate::ops::operations::{LoggedOperation, Moved, log, restore, show};
use serde::Serialize;

#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(crate) action: Action,
}

#[derive(clap::Subcommand, Debug)]
pub(crate) enum Action {
    Log(Log),
    Show(Show),
    Restore(Restore),
}

#[derive(clap::Args, Debug)]
pub(crate) struct Log {
    #[arg(long, value_name = "N", value_parser = count)]
    pub(crate) limit: Option<u32>,
    #[arg(long)]
    pub(crate) jsonl: bool,
}

#[derive(clap::Args, Debug)]
pub(crate) struct Show {
    #[arg(value_name = "OP")]
    pub(crate) operation: String,
}

#[derive(clap::Args, Debug)]
pub(crate) struct Restore {
    #[arg(value_name = "OP")]
    pub(crate) operation: String,
    #[command(flatten)]
    pub(crate) bulk: Bulk,
}

/// How many operations `op log` shows unless told otherwise.
const RECENT: usize = 50;

/// A command as it can be typed again.
fn typed(words: &[String]) -> String {
    let all = || std::iter::once("hunayn").chain(words.iter().map(String::as_str));
    // A word of a command line has no NUL, which is all that cannot be quoted.
    shlex::try_join(all()).unwrap_or_else(|_| all().collect::<Vec<_>>().join(" "))
}

/// An operation in JSON.
#[derive(Serialize)]
pub(super) struct OperationView<'a> {
    id: String,
    number: i64,
    at: &'a str,
    person: &'a str,
    kind: &'static str,
    command: &'a [String],
    counts: bool,
    /// Whether all of it is written; an import that was broken off is not.
    complete: bool,
    /// Of an undo or redo: what it aimed at.
    #[serde(skip_serializing_if = "Option::is_none")]
    target: Option<NamedView<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    undone_by: Option<NamedView<'a>>,
}

/// An operation that another one speaks of.
#[derive(Serialize)]
struct NamedView<'a> {
    id: String,
    number: i64,
    person: &'a str,
}

/// A paragraph that stands otherwise by an undo or redo; what is null says that it was not, or is no longer, there.
#[derive(Serialize)]
pub(super) struct MovedView<'a> {
    address: &'a str,
    before: Option<&'static str>,
    status: Option<&'static str>,
    revision: Option<u32>,
}

impl<'a> MovedView<'a> {
    pub(super) fn of_all(moved: &'a [Moved]) -> Vec<Self> {
        let view = |one: &'a Moved| Self {
            address: &one.address,
            before: one.before.map(|(status, _)| status.as_str()),
            status: one.now.map(|(status, _)| status.as_str()),
            revision: one.now.map(|(_, revision)| revision),
        };
        moved.iter().map(view).collect()
    }
}

/// So many lines say which paragraphs stand otherwise; of further ones it is told how many there are.
const MOVED_LINES: usize = 20;

/// Says which paragraphs stand otherwise by an undo or redo.
pub(super) fn tell_moved(moved: &[Moved], session: &mut Session<'_>) -> Result<(), Failure> {
    let items = moved.iter().map(|one| (one.address.as_str(), (one.before, one.now)));
    let lines = crate::model::gathered(items);
    let further = lines.len().saturating_sub(MOVED_LINES);
    for (address, change) in lines.into_iter().take(MOVED_LINES) {
        let message = match change {
            (Some((before, _)), Some((status, _))) if before != status => {
                Message::new("out-decided").with("before", before).with("status", status)
            }
            (None, Some((status, _))) => Message::new("out-back").with("status", status),
            (_, Some((status, revision))) => Message::new("out-set").with("revision", revision).with("status", status),
            (_, None) => Message::new("out-gone"),
        };
        session.output.sentence(&message.with("address", address))?;
    }
    if further > 0 {
        session.output.sentence(&Message::new("out-further").with("count", further))?;
    }
    Ok(())
}

impl<'a> NamedView<'a> {
    fn of(operation: &'a OperationRow) -> Self {
        Self { id: operation.id.to_string(), number: operation.seq.number(), person: &operation.person }
    }
}

impl<'a> OperationView<'a> {
    pub(super) fn of(operation: &'a OperationRow) -> Self {
        Self {
            id: operation.id.to_string(),
            number: operation.seq.number(),
            at: &operation.at,
            person: &operation.person,
            kind: operation.kind.as_str(),
            command: &operation.command,
            counts: operation.counts,
            complete: operation.complete,
            target: None,
            undone_by: None,
        }
    }

    fn of_logged(logged: &'a LoggedOperation) -> Self {
        Self {
            target: logged.target.as_ref().map(NamedView::of),
            undone_by: logged.undone_by.as_ref().map(NamedView::of),
            ..Self::of(&logged.operation)
        }
    }
}

#[derive(Serialize)]
struct LogView<'a> {
    schema: u32,
    operations: Vec<OperationView<'a>>,
}

#[derive(Serialize)]
struct ShowView<'a> {
    schema: u32,
    operation: OperationView<'a>,
    touched: &'a [String],
}

/// A sentence that names an operation.
pub(super) fn sentence(id: &'static str, operation: &OperationRow) -> Message {
    Message::new(id)
        .with("number", operation.seq.number())
        .with("at", crate::l10n::moment(&operation.at))
        .with("person", operation.person.as_str())
        .with("kind", operation.kind)
}

/// The line of an operation in the log: also what it undid, who undid it, or that it was broken off.
fn line(logged: &LoggedOperation) -> Message {
    let about = |id, other: &OperationRow| {
        sentence(id, &logged.operation).with("other", other.seq.number()).with("whose", other.person.as_str())
    };
    match (&logged.target, &logged.undone_by) {
        (Some(target), _) => about("op-line-of", target),
        (None, Some(undo)) => about("op-line-undone", undo),
        (None, None) if !logged.operation.complete => sentence("op-line-incomplete", &logged.operation),
        (None, None) => sentence("op-line", &logged.operation),
    }
}

pub(super) fn run(args: &Args, session: &mut Session<'_>) -> Result<(), Failure> {
    match &args.action {
        Action::Log(args) => run_log(args, session),
        Action::Show(args) => run_show(args, session),
        Action::Restore(args) => run_restore(args, session),
    }
}

fn run_log(args: &Log, session: &mut Session<'_>) -> Result<(), Failure> {
    let desk = session.desk(Keep::Applied)?;
    let limit = args.limit.map_or(RECENT, |limit| limit as usize);
    let mut operations = log(&desk, limit + 1).map_err(failed)?;
    let more = operations.len() > limit;
    operations.truncate(limit);
    if args.jsonl {
        return operations.iter().try_for_each(|operation| session.output.json(&OperationView::of_logged(operation)));
    }
    if session.output.is_json() {
        let operations = operations.iter().map(OperationView::of_logged).collect();
        return session.output.json(&LogView { schema: 1, operations });
    }
    session.output.page();
    for logged in &operations {
        session.output.sentence(&line(logged))?;
        if !logged.operation.command.is_empty() {
            render::indented(&typed(&logged.operation.command), session)?;
        }
    }
    if more {
        session.output.say(&Message::new("out-more-operations").with("count", limit));
    }
    Ok(())
}

fn run_show(args: &Show, session: &mut Session<'_>) -> Result<(), Failure> {
    let desk = session.desk(Keep::Applied)?;
    let view = show(&desk, &OperationRef::parse(&args.operation)).map_err(failed)?;
    if session.output.is_json() {
        let operation = OperationView::of_logged(&view.logged);
        return session.output.json(&ShowView { schema: 1, operation, touched: &view.touched });
    }
    session.output.sentence(&line(&view.logged))?;
    let operation = &view.logged.operation;
    render::indented(&operation.id.to_string(), session)?;
    render::indented(&typed(&operation.command), session)?;
    view.touched.iter().try_for_each(|address| render::indented(address, session))
}

fn run_restore(args: &Restore, session: &mut Session<'_>) -> Result<(), Failure> {
    let wanted = OperationRef::parse(&args.operation);
    let mut desk = session.desk(Keep::DryRun)?;
    let planned = restore(&mut desk, &wanted).map_err(failed)?.value;
    session.confirm_count(&args.bulk, planned.1, ["ask-operations", "err-needs-yes-operations"])?;
    let keep = keep(args.bulk.dry_run);
    desk.set_keep(keep);
    let written = restore(&mut desk, &wanted).map_err(failed)?;
    if session.output.is_json() {
        let view = serde_json::json!({ "restored": OperationView::of(&written.value.0), "changed": written.value.1 });
        return session.write_json(&written, keep, view);
    }
    let id = in_tense(keep, "out-restored", "out-would-restore");
    session.output.sentence(&sentence(id, &written.value.0).with("count", written.value.1))?;
    session.acknowledge(written.operation.as_ref(), keep);
    Ok(())
}
