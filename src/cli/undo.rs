//! `undo`: takes an operation back; nothing is deleted.

use super::op::{MovedView, OperationView, tell_moved};
use super::options::Bulk;
use super::session::{Session, failed, in_tense, keep};
use crate::model::{Failure, Keep, Message, OperationRef};
use crate::ops::operations::undo;

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
    let planned = undo(&mut desk, wanted.as_ref()).map_err(failed)?.value;
    if planned.act_of.is_some() {
        let question = super::op::sentence("ask-undo-of-another", &planned.operation);
        let refusal = super::op::sentence("err-undo-of-another", &planned.operation);
        session.ask(&args.bulk, &question, refusal)?;
    }
    let keep = keep(args.bulk.dry_run);
    desk.set_keep(keep);
    let same = OperationRef::Seq(planned.operation.seq.number());
    let written = undo(&mut desk, Some(&same)).map_err(failed)?;
    let undone = &written.value.operation;
    if session.output.is_json() {
        let moved = MovedView::of_all(&written.value.moved);
        let view = serde_json::json!({ "undone": OperationView::of(undone), "paragraphs": moved });
        return session.write_json(&written, keep, view);
    }
    let id = in_tense(keep, "out-undone", "out-would-undo");
    session.output.sentence(&super::op::sentence(id, undone))?;
    tell_moved(&written.value.moved, session)?;
    let message = match keep {
        Keep::DryRun => Message::new("out-dry-run"),
        Keep::Applied => Message::new("rec-redo").with("command", session.own_command("redo")),
    };
    session.output.say(&message);
    Ok(())
}
