//! `list`: its arguments.

use super::values::status;
use crate::model::Status;

#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    #[arg(long, value_name = "STATUS", value_parser = status())]
    pub(crate) status: Option<Status>,
    #[arg(long)]
    pub(crate) jsonl: bool,
}
