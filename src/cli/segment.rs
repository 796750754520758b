//! `segment`: its arguments.

use std::path::PathBuf;

#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    #[arg(long, value_name = "FILE")]
    pub(crate) lines: PathBuf,
}
