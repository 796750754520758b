//! `kind`: corrects what paragraphs are.

use super::options::Bulk;
use super::session::{Session, failed, keep};
use super::values::{address, kind};
use crate::model::{Address, Failure, Keep, Message, ParagraphKind};
use crate::ops::translate::set_kind;
use serde::Serialize;

#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    #[arg(value_name = "ADDR", value_parser = address)]
    pub(crate) address: Address,
    #[arg(value_name = "KIND", value_parser = kind())]
    pub(crate) kind: ParagraphKind,
    #[command(flatten)]
    pub(crate) bulk: Bulk,
}

#[derive(Serialize)]
struct KindView<'a> {
    kind: &'static str,
    changed: &'a [String],
}

pub(super) fn run(args: &Args, session: &mut Session<'_>) -> Result<(), Failure> {
    let mut desk = session.desk(Keep::DryRun)?;
    let planned = set_kind(&mut desk, &args.address, args.kind).map_err(failed)?;
    session.confirm(&args.bulk, planned.value.len(), &planned.value)?;
    let keep = keep(args.bulk.dry_run);
    desk.set_keep(keep);
    let written = set_kind(&mut desk, &args.address, args.kind).map_err(failed)?;
    if session.output.is_json() {
        let view = KindView { kind: args.kind.as_str(), changed: &written.value };
        return session.write_json(&written, keep, view);
    }
    for address in &written.value {
        session.output.sentence(&Message::new("out-kind").with("address", address.as_str()).with("kind", args.kind))?;
    }
    session.acknowledge(written.operation.as_ref(), keep);
    Ok(())
}
