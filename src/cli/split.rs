//! `split`: its arguments.

use super::values::address;
use crate::model::Address;

#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    #[arg(value_name = "ADDR", value_parser = address)]
    pub(crate) address: Address,
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true)]
    pub(crate) source_at: Option<String>,
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true)]
    pub(crate) target_at: Option<String>,
    #[arg(long)]
    pub(crate) dry_run: bool,
}
