//! `demo`: its arguments.

use std::path::PathBuf;

#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    #[arg(value_name = "DIR")]
    pub(crate) folder: Option<PathBuf>,
}
