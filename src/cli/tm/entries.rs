//! `tm add`, `tm edit`, `tm delete`, `tm penalty`: single entries, and what a memory's matches lose.

use serde::Serialize;

use crate::cli::options::Bulk;
use crate::cli::render::indented;
use crate::cli::session::{Session, failed, in_tense, keep};
use crate::cli::values::{count, penalty};
use crate::model::{Failure, Keep, Message, Written};
use crate::ops::memory::{MemoryEntry, add_entry, edit_entry, remove_entries, set_penalty};

#[derive(clap::Args, Debug)]
pub(crate) struct Add {
    #[arg(value_name = "SOURCE")]
    pub(crate) source: String,
    #[arg(value_name = "TARGET")]
    pub(crate) target: String,
    #[arg(long, value_name = "NAME", default_value = "added")]
    pub(crate) memory: String,
    #[arg(long)]
    pub(crate) dry_run: bool,
}

#[derive(clap::Args, Debug)]
pub(crate) struct Edit {
    #[arg(value_name = "N", value_parser = count)]
    pub(crate) number: u32,
    #[arg(long, value_name = "SOURCE")]
    pub(crate) source: Option<String>,
    #[arg(long, value_name = "TARGET")]
    pub(crate) target: Option<String>,
    #[arg(long)]
    pub(crate) dry_run: bool,
}

#[derive(clap::Args, Debug)]
pub(crate) struct Delete {
    #[arg(value_name = "N", value_parser = count, required = true)]
    pub(crate) numbers: Vec<u32>,
    #[command(flatten)]
    pub(crate) bulk: Bulk,
}

#[derive(clap::Args, Debug)]
pub(crate) struct Penalty {
    #[arg(value_name = "NAME")]
    pub(crate) memory: String,
    #[arg(value_name = "PERCENT", value_parser = penalty)]
    pub(crate) percent: u8,
    #[arg(long)]
    pub(crate) dry_run: bool,
}

#[derive(Serialize)]
struct EntryView<'a> {
    number: i64,
    memory: &'a str,
    source: &'a str,
    target: &'a str,
}

#[derive(Serialize)]
struct OneView<'a> {
    entry: EntryView<'a>,
}

#[derive(Serialize)]
struct RemovedView<'a> {
    removed: Vec<EntryView<'a>>,
}

#[derive(Serialize)]
struct PenaltyView<'a> {
    memory: &'a str,
    penalty: u8,
}

fn view(entry: &MemoryEntry) -> EntryView<'_> {
    EntryView { number: entry.number, memory: &entry.memory, source: entry.source.text(), target: entry.target.text() }
}

pub(super) fn run_add(args: &Add, session: &mut Session<'_>) -> Result<(), Failure> {
    let keep = keep(args.dry_run);
    let mut desk = session.desk(keep)?;
    let written = add_entry(&mut desk, &args.memory, &args.source, &args.target).map_err(failed)?;
    conclude(&written, keep, session)
}

pub(super) fn run_edit(args: &Edit, session: &mut Session<'_>) -> Result<(), Failure> {
    let keep = keep(args.dry_run);
    let mut desk = session.desk(keep)?;
    let number = i64::from(args.number);
    let written = edit_entry(&mut desk, number, args.source.as_deref(), args.target.as_deref()).map_err(failed)?;
    conclude(&written, keep, session)?;
    if written.value.number != number && keep == Keep::Applied {
        let message = Message::new("out-tm-renumbered").with("old", number.to_string());
        session.output.say(&message.with("number", written.value.number.to_string()));
    }
    Ok(())
}

fn conclude(written: &Written<MemoryEntry>, keep: Keep, session: &mut Session<'_>) -> Result<(), Failure> {
    if session.output.is_json() {
        return session.write_json(written, keep, OneView { entry: view(&written.value) });
    }
    tell(&written.value, "out-tm-entry", session)?;
    session.acknowledge(written.operation.as_ref(), keep);
    Ok(())
}

fn tell(entry: &MemoryEntry, id: &'static str, session: &mut Session<'_>) -> Result<(), Failure> {
    let message = Message::new(id).with("number", entry.number.to_string()).with("memory", entry.memory.as_str());
    session.output.heading(&message)?;
    indented(entry.source.text(), session)?;
    indented(entry.target.text(), session)
}

pub(super) fn run_delete(args: &Delete, session: &mut Session<'_>) -> Result<(), Failure> {
    let numbers: Vec<i64> = args.numbers.iter().map(|number| i64::from(*number)).collect();
    let mut desk = session.desk(Keep::DryRun)?;
    let planned = remove_entries(&mut desk, &numbers).map_err(failed)?;
    session.confirm_count(&args.bulk, planned.value.len(), ["ask-tm-delete", "err-needs-yes-entries"])?;
    let keep = keep(args.bulk.dry_run);
    desk.set_keep(keep);
    let written = remove_entries(&mut desk, &numbers).map_err(failed)?;
    if session.output.is_json() {
        let removed = written.value.iter().map(view).collect();
        return session.write_json(&written, keep, RemovedView { removed });
    }
    let id = in_tense(keep, "out-tm-deleted", "out-tm-would-delete");
    for entry in &written.value {
        tell(entry, id, session)?;
    }
    session.acknowledge(written.operation.as_ref(), keep);
    Ok(())
}

pub(super) fn run_penalty(args: &Penalty, session: &mut Session<'_>) -> Result<(), Failure> {
    let keep = keep(args.dry_run);
    let mut desk = session.desk(keep)?;
    let written = set_penalty(&mut desk, &args.memory, args.percent).map_err(failed)?;
    if session.output.is_json() {
        let view = PenaltyView { memory: &args.memory, penalty: args.percent };
        return session.write_json(&written, keep, view);
    }
    let message =
        Message::new("out-tm-penalty").with("name", args.memory.as_str()).with("penalty", u32::from(args.percent));
    session.output.sentence(&message)?;
    session.acknowledge(written.operation.as_ref(), keep);
    Ok(())
}
