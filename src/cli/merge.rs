//! `merge`: joins one segment with the one after it.

use super::session::{Session, failed, keep};
use super::values::address;
use crate::model::{Address, Failure, Keep, Message, Written};
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
    status: &'static str,
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
        let (segments, revision, status) = (repaired.segments, repaired.revision, repaired.status.as_str());
        let view = RepairView { address: &repaired.address, segments, revision, status };
        return session.write_json(written, keep, view);
    }
    let message = match repaired.status {
        status if status.is_confirmed() => Message::new("out-repaired-stands").with("status", status),
        _ => Message::new("out-repaired"),
    };
    let message = message
        .with("address", repaired.address.as_str())
        .with("segments", Message::new("count-segments").with("count", repaired.segments));
    session.output.sentence(&message)?;
    session.acknowledge(written.operation.as_ref(), keep);
    Ok(())
}
