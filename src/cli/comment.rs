//! `comment`: says something about a paragraph.

use super::session::{Session, failed, keep};
use super::values::address;
use crate::model::{Address, Failure, Message};
use crate::ops::comments::comment;
use serde::Serialize;

#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    #[arg(value_name = "ADDR", value_parser = address)]
    pub(crate) address: Address,
    #[arg(short = 'm', long, value_name = "TEXT", allow_hyphen_values = true)]
    pub(crate) message: String,
    #[arg(long)]
    pub(crate) dry_run: bool,
}

#[derive(Serialize)]
struct CommentView<'a> {
    id: String,
    number: i64,
    address: &'a str,
}

pub(super) fn run(args: &Args, session: &mut Session<'_>) -> Result<(), Failure> {
    let keep = keep(args.dry_run);
    let mut desk = session.desk(keep)?;
    let written = comment(&mut desk, &args.address, &args.message, None).map_err(failed)?;
    let commented = &written.value;
    if session.output.is_json() {
        let view = CommentView { id: commented.id.to_string(), number: commented.number, address: &commented.address };
        return session.write_json(&written, keep, view);
    }
    let message =
        Message::new("out-commented").with("number", commented.number).with("address", commented.address.as_str());
    session.output.sentence(&message)?;
    session.acknowledge(written.operation.as_ref(), keep);
    Ok(())
}
