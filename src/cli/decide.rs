//! `submit`, `finalize`, `withdraw` and `reopen`: its arguments.

use super::options::Bulk;
use super::values::{address, revision};
use crate::model::Address;

#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    #[arg(value_name = "ADDR", value_parser = address)]
    pub(crate) address: Address,
    #[arg(short = 'm', long, value_name = "TEXT", allow_hyphen_values = true)]
    pub(crate) message: Option<String>,
    #[arg(long, value_name = "REV", value_parser = revision)]
    pub(crate) expect: Option<u32>,
    #[command(flatten)]
    pub(crate) bulk: Bulk,
}
