//! `merge`: joins one segment with the one after it.

use super::session::{Session, failed, keep};
use super::values::address;
use crate::model::{Address, Failure, Keep, Message, Status, Written};
use crate::ops::segments::{Repaired, merge};
use serde::Serialize;

#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    #[arg(value_name = "ADDR", value_parser = address)]
    pub(crate) address: Address,
    #[arg(long)]
    pub(crate) dry_run: bool,
}

#[derive(Serialize)]
struct RepairView<'a> {
    address: &'a str,
    segments: usize,
    revision: u32,
}

pub(super) fn run(args: &Args, session: &mut Session<'_>) -> Result<(), Failure> {
    let keep = keep(args.dry_run);
    let mut desk = session.desk(keep)?;
    let written = merge(&mut desk, &args.address).map_err(failed)?;
    tell(&written, keep, session)
}

/// Tells how many segments a repaired paragraph has.
pub(super) fn tell(written: &Written<Repaired>, keep: Keep, session: &mut Session<'_>) -> Result<(), Failure> {
    let repaired = &written.value;
    if session.output.is_json() {
        let view = RepairView { address: &repaired.address, segments: repaired.segments, revision: repaired.revision };
        return session.write_json(written, keep, view);
    }
    let message = match repaired.fell_from {
        Some(before) => Message::new("out-repaired-back").with("before", before).with("status", Status::Draft),
        None => Message::new("out-repaired"),
    };
    let message = message
        .with("address", repaired.address.as_str())
        .with("segments", Message::new("count-segments").with("count", repaired.segments));
    session.output.sentence(&message)?;
    session.acknowledge(written.operation.as_ref(), keep);
    Ok(())
}
