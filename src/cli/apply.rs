//! `apply`: its arguments.

use std::path::PathBuf;

use super::options::Bulk;

#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    #[command(flatten)]
    pub(crate) bulk: Bulk,
}
