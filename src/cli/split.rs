//! `split`: cuts one segment in two.

use super::merge::tell;
use super::session::{Session, failed, keep};
use super::values::address;
use crate::model::{Address, Failure};
use crate::ops::segments::{SplitAt, split};

#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    #[arg(value_name = "ADDR", value_parser = address)]
    pub(crate) address: Address,
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true)]
    pub(crate) source_at: Option<String>,
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true)]
    pub(crate) target_at: Option<String>,
    #[arg(long)]
    pub(crate) dry_run: bool,
}

pub(super) fn run(args: Args, session: &mut Session<'_>) -> Result<(), Failure> {
    let keep = keep(args.dry_run);
    let mut desk = session.desk(keep)?;
    let at = SplitAt { source: args.source_at, target: args.target_at };
    let written = split(&mut desk, &args.address, &at).map_err(failed)?;
    tell(&written, keep, session)
}
