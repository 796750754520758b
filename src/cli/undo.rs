//! `undo`: takes an operation back; nothing is deleted.

use super::op::OperationView;
use super::session::{Session, failed, keep};
use crate::model::{Failure, Message};
use crate::ops::operations::undo;
use crate::ops::prelude::OperationRef;

#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    #[arg(value_name = "OP")]
    pub(crate) operation: Option<String>,
    #[arg(long)]
    pub(crate) dry_run: bool,
}

pub(super) fn run(args: &Args, session: &mut Session<'_>) -> Result<(), Failure> {
    let keep = keep(args.dry_run);
    let mut desk = session.desk(keep)?;
    let wanted = args.operation.as_deref().map(OperationRef::parse);
    let written = undo(&mut desk, wanted.as_ref()).map_err(failed)?;
    if session.output.is_json() {
        return session.write_json(&written, keep, serde_json::json!({ "undone": OperationView::of(&written.value) }));
    }
    let id = if args.dry_run { "out-would-undo" } else { "out-undone" };
    session.output.sentence(&super::op::sentence(id, &written.value))?;
    session.output.say(&Message::new(if args.dry_run { "out-dry-run" } else { "rec-redo" }));
    Ok(())
}
