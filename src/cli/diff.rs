//! `diff`: its arguments.

use super::values::{RevisionRange, address, revision_range};
use crate::model::Address;

#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    #[arg(value_name = "ADDR", value_parser = address)]
    pub(crate) address: Address,
    #[arg(value_name = "RANGE", value_parser = revision_range, conflicts_with = "against")]
    pub(crate) range: Option<RevisionRange>,
    #[arg(long, value_name = "BASE")]
    pub(crate) against: Option<Base>,
    #[arg(long, conflicts_with = "chars")]
    pub(crate) words: bool,
    #[arg(long)]
    pub(crate) chars: bool,
    #[arg(long, value_name = "SIDE", default_value = "target")]
    pub(crate) side: Side,
}

#[derive(clap::ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Base {
    Approved,
    Published,
}

#[derive(clap::ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    Source,
    Target,
}
