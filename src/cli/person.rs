//! `person`: its arguments.

use super::values::role;
use crate::model::Role;

#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(crate) action: Action,
}

#[derive(clap::Subcommand, Debug)]
pub(crate) enum Action {
    List(List),
    Add(Add),
}

#[derive(clap::Args, Debug)]
pub(crate) struct List {
    #[arg(long)]
    pub(crate) jsonl: bool,
}

#[derive(clap::Args, Debug)]
pub(crate) struct Add {
    #[arg(value_name = "NAME")]
    pub(crate) name: String,
    #[arg(long = "role", value_name = "ROLE", value_parser = role(), required = true)]
    pub(crate) roles: Vec<Role>,
    #[arg(long)]
    pub(crate) dry_run: bool,
}
