//! `doctor`: its arguments.

#[derive(clap::Args, Debug)]
pub(crate) struct Args {}
