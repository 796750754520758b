//! `export`: its arguments.

use std::path::PathBuf;

use super::values::address;
use crate::model::Address;

#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    #[arg(value_name = "ADDR", value_parser = address)]
    pub(crate) address: Address,
    #[arg(long, value_name = "FORMAT")]
    pub(crate) format: String,
    #[arg(long, value_name = "LAYOUT", default_value = "target")]
    pub(crate) layout: Layout,
    #[arg(short = 'o', long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    #[arg(long, value_name = "GATE", default_value = "final")]
    pub(crate) require: Gate,
    #[arg(long)]
    pub(crate) force: bool,
    #[arg(long)]
    pub(crate) hide_status: bool,
    #[arg(long)]
    pub(crate) bom: bool,
    #[arg(long)]
    pub(crate) dry_run: bool,
}

#[derive(clap::ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Layout {
    SideBySide,
    Stacked,
    Target,
}

#[derive(clap::ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Gate {
    Reviewed,
    Final,
    None,
}
