//! `resolve`: marks a comment as dealt with.

use super::session::{Session, failed, in_tense, keep};
use crate::model::{Failure, Message};
use crate::ops::comments::resolve;
use serde::Serialize;

#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    #[arg(value_name = "ID")]
    pub(crate) id: String,
    #[arg(long)]
    pub(crate) dry_run: bool,
}

#[derive(Serialize)]
struct ResolveView {
    id: String,
    number: i64,
}

pub(super) fn run(args: &Args, session: &mut Session<'_>) -> Result<(), Failure> {
    let keep = keep(args.dry_run);
    let mut desk = session.desk(keep)?;
    let written = resolve(&mut desk, &args.id).map_err(failed)?;
    if session.output.is_json() {
        let view = ResolveView { id: written.value.id.to_string(), number: written.value.number };
        return session.write_json(&written, keep, view);
    }
    let id = in_tense(keep, "out-resolved", "out-would-resolve");
    session.output.sentence(&Message::new(id).with("number", written.value.number))?;
    session.acknowledge(written.operation.as_ref(), keep);
    Ok(())
}
