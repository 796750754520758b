//! `demo`: its arguments.

use std::path::PathBuf;

#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    #[arg(value_name = "DIR")]
    pub(crate) folder: Option<PathBuf>,
}

pub(super) fn run(_args: Args, _session: &mut super::session::Session<'_>) -> Result<(), crate::model::Failure> {
    Ok(())
}
