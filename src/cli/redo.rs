//! `redo`: does again what was undone.

use super::op::{MovedView, OperationView, tell_moved};
use super::options::Bulk;
use super::session::{Session, failed, in_tense, keep};
use crate::model::{Failure, Keep, Message, OperationRef};
use crate::ops::operations::redo;

#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    #[arg(value_name = "OP")]
    pub(crate) operation: Option<String>,
    #[command(flatten)]
    pub(crate) bulk: Bulk,
}

pub(super) fn run(args: &Args, session: &mut Session<'_>) -> Result<(), Failure> {
    let wanted = args.operation.as_deref().map(OperationRef::parse);
    let mut desk = session.desk(Keep::DryRun)?;
    let planned = redo(&mut desk, wanted.as_ref()).map_err(failed)?.value;
    if let Some(person) = &planned.act_of {
        let named =
            |id| Message::new(id).with("number", planned.operation.seq.number()).with("person", person.as_str());
        session.ask(&args.bulk, &named("ask-redo-of-another"), named("err-redo-of-another"))?;
    }
    let keep = keep(args.bulk.dry_run);
    desk.set_keep(keep);
    let same = OperationRef::Seq(planned.operation.seq.number());
    let written = redo(&mut desk, Some(&same)).map_err(failed)?;
    let redone = &written.value.operation;
    if session.output.is_json() {
        let moved = MovedView::of_all(&written.value.moved);
        let view = serde_json::json!({ "redone": OperationView::of(redone), "paragraphs": moved });
        return session.write_json(&written, keep, view);
    }
    let id = in_tense(keep, "out-redone", "out-would-redo");
    session.output.sentence(&super::op::sentence(id, redone))?;
    tell_moved(&written.value.moved, session)?;
    if args.bulk.dry_run {
        session.output.say(&Message::new("out-dry-run"));
    }
    Ok(())
}
