//! `log`: its arguments.

use super::values::address;
use crate::model::Address;

#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    #[arg(value_name = "ADDR", value_parser = address)]
    pub(crate) address: Address,
    #[arg(long)]
    pub(crate) jsonl: bool,
}
