//! `reject`: sends a text back, with a reason.

use super::options::Bulk;
use super::session::Session;
use super::values::{address, reason, revision};
use crate::model::{Address, DecisionKind, Failure, Message, ReasonCode};
use crate::ops::review::DecideRequest;

#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    #[arg(value_name = "ADDR", value_parser = address)]
    pub(crate) address: Address,
    #[arg(long, value_name = "CODE", value_parser = reason())]
    pub(crate) reason: ReasonCode,
    #[arg(short = 'm', long, value_name = "TEXT", allow_hyphen_values = true)]
    pub(crate) message: String,
    #[arg(long, value_name = "REV", value_parser = revision)]
    pub(crate) expect: Option<u32>,
    #[command(flatten)]
    pub(crate) bulk: Bulk,
}

pub(super) fn run(args: Args, session: &mut Session<'_>) -> Result<(), Failure> {
    if args.message.trim().is_empty() {
        return Err(Failure::usage("no-message", Message::new("err-no-message")).hint(Message::new("rec-no-message")));
    }
    let request = DecideRequest {
        address: args.address,
        kind: DecisionKind::RequestChanges,
        reason: Some(args.reason),
        note: Some(args.message),
        edit: None,
        expect: args.expect,
        shown: None,
    };
    super::decide::run_request(&request, &args.bulk, session)
}
