//! `op`: its arguments.

use super::options::Bulk;
use super::values::count;

#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(crate) action: Action,
}

#[derive(clap::Subcommand, Debug)]
pub(crate) enum Action {
    Log(Log),
    Show(Show),
    Restore(Restore),
}

#[derive(clap::Args, Debug)]
pub(crate) struct Log {
    #[arg(long, value_name = "N", value_parser = count)]
    pub(crate) limit: Option<u32>,
    #[arg(long)]
    pub(crate) jsonl: bool,
}

#[derive(clap::Args, Debug)]
pub(crate) struct Show {
    #[arg(value_name = "OP")]
    pub(crate) operation: String,
}

#[derive(clap::Args, Debug)]
pub(crate) struct Restore {
    #[arg(value_name = "OP")]
    pub(crate) operation: String,
    #[command(flatten)]
    pub(crate) bulk: Bulk,
}
