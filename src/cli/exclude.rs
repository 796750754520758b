//! `exclude` and `include`: what stays out of the finished article, and what is taken in again.

use super::options::Bulk;
use super::session::{Session, failed, in_tense, keep};
use super::values::address;
use crate::model::{Address, ExclusionEffect, Failure, Keep, Message, Written};
use crate::ops::exclusion::{exclude, include};
use crate::ops::{Desk, OpsError};
use serde::Serialize;

#[derive(clap::Args, Debug)]
pub(crate) struct Exclude {
    #[arg(value_name = "ADDR", value_parser = address)]
    pub(crate) address: Address,
    #[arg(short = 'm', long, value_name = "TEXT", allow_hyphen_values = true)]
    pub(crate) message: String,
    #[command(flatten)]
    pub(crate) bulk: Bulk,
}

#[derive(clap::Args, Debug)]
pub(crate) struct Include {
    #[arg(value_name = "ADDR", value_parser = address)]
    pub(crate) address: Address,
    #[command(flatten)]
    pub(crate) bulk: Bulk,
}

#[derive(Serialize)]
struct MarkView<'a> {
    effect: &'static str,
    changed: &'a [String],
}

pub(super) fn run_exclude(args: &Exclude, session: &mut Session<'_>) -> Result<(), Failure> {
    let reason = args.message.trim();
    if reason.is_empty() {
        return Err(Failure::usage("no-reason", Message::new("err-no-reason")).hint(Message::new("rec-no-reason")));
    }
    run(ExclusionEffect::Exclude, &args.bulk, session, |desk| exclude(desk, &args.address, reason))
}

pub(super) fn run_include(args: &Include, session: &mut Session<'_>) -> Result<(), Failure> {
    run(ExclusionEffect::Include, &args.bulk, session, |desk| include(desk, &args.address))
}

fn run(
    effect: ExclusionEffect,
    bulk: &Bulk,
    session: &mut Session<'_>,
    mark: impl Fn(&mut Desk) -> Result<Written<Vec<String>>, OpsError>,
) -> Result<(), Failure> {
    let mut desk = session.desk(Keep::DryRun)?;
    let planned = mark(&mut desk).map_err(failed)?;
    session.confirm(bulk, planned.value.len(), &planned.value)?;
    let keep = keep(bulk.dry_run);
    desk.set_keep(keep);
    let written = mark(&mut desk).map_err(failed)?;
    if session.output.is_json() {
        return session.write_json(&written, keep, MarkView { effect: effect.as_str(), changed: &written.value });
    }
    let id = match effect {
        ExclusionEffect::Exclude => in_tense(keep, "out-excluded", "out-would-exclude"),
        ExclusionEffect::Include => in_tense(keep, "out-included", "out-would-include"),
    };
    for address in &written.value {
        session.output.sentence(&Message::new(id).with("address", address.as_str()))?;
    }
    session.acknowledge(written.operation.as_ref(), keep);
    Ok(())
}
