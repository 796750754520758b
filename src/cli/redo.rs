//! `redo`: does again what was undone last.

use super::op::OperationView;
use super::session::{Session, failed, keep};
use crate::model::{Failure, Message};
use crate::ops::operations::redo;

#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    #[arg(long)]
    pub(crate) dry_run: bool,
}

pub(super) fn run(args: &Args, session: &mut Session<'_>) -> Result<(), Failure> {
    let keep = keep(args.dry_run);
    let mut desk = session.desk(keep)?;
    let written = redo(&mut desk).map_err(failed)?;
    if session.output.is_json() {
        return session.write_json(&written, keep, serde_json::json!({ "redone": OperationView::of(&written.value) }));
    }
    let id = if args.dry_run { "out-would-redo" } else { "out-redone" };
    session.output.sentence(&super::op::sentence(id, &written.value))?;
    if args.dry_run {
        session.output.say(&Message::new("out-dry-run"));
    }
    Ok(())
}
