//! `kind`: its arguments.

use super::options::Bulk;
use super::values::{address, kind};
use crate::model::{Address, ParagraphKind};

#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    #[arg(value_name = "ADDR", value_parser = address)]
    pub(crate) address: Address,
    #[arg(value_name = "KIND", value_parser = kind())]
    pub(crate) kind: ParagraphKind,
    #[command(flatten)]
    pub(crate) bulk: Bulk,
}
