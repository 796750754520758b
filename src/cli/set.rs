//! `set`: its arguments.

use std::path::PathBuf;

use super::values::{address, revision};
use crate::model::Address;

#[derive(clap::Args, Debug)]
#[command(group = clap::ArgGroup::new("text_source").required(true))]
pub(crate) struct Args {
    #[arg(value_name = "ADDR", value_parser = address)]
    pub(crate) address: Address,
    #[arg(value_name = "TEXT", group = "text_source", allow_hyphen_values = true)]
    pub(crate) text: Option<String>,
    #[arg(long, value_name = "FILE", group = "text_source")]
    pub(crate) file: Option<PathBuf>,
    #[arg(long, value_name = "ADDR", group = "text_source", value_parser = address)]
    pub(crate) take: Option<Address>,
    #[arg(long)]
    pub(crate) submit: bool,
    #[arg(long, value_name = "REV", value_parser = revision)]
    pub(crate) expect: Option<u32>,
    #[arg(long)]
    pub(crate) dry_run: bool,
}
