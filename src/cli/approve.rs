//! `approve`: a reviewer has read the text against its source; with `--edit`, and has mended it.

use super::session::Session;
use crate::model::{DecisionKind, Failure};
use crate::ops::review::DecideRequest;

// Without a group of its own: the arguments it takes in have one of the same name.
#[derive(clap::Args, Debug)]
#[group(skip)]
pub(crate) struct Args {
    #[command(flatten)]
    pub(crate) decision: super::decide::Args,
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true)]
    pub(crate) edit: Option<String>,
}

pub(super) fn run(args: Args, session: &mut Session<'_>) -> Result<(), Failure> {
    let decision = args.decision;
    let edit = match args.edit {
        Some(text) if text == "-" => Some(super::session::standard_input()?),
        edit => edit,
    };
    let request = DecideRequest {
        address: decision.address,
        kind: DecisionKind::Approve,
        reason: None,
        note: decision.message,
        edit,
        expect: decision.expect,
        shown: None,
    };
    super::decide::run_request(&request, &decision.bulk, session)
}
