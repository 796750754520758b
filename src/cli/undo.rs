//! `undo`: its arguments.

use super::options::Bulk;

#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    #[arg(value_name = "OP")]
    pub(crate) operation: Option<String>,
    #[command(flatten)]
    pub(crate) bulk: Bulk,
}
