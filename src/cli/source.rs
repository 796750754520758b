//! `source`: its arguments.

use std::path::PathBuf;

use super::options::Bulk;
use super::values::slug;
use crate::model::Slug;

#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(crate) action: Action,
}

#[derive(clap::Subcommand, Debug)]
pub(crate) enum Action {
    Update(Update),
}

#[derive(clap::Args, Debug)]
pub(crate) struct Update {
    #[arg(value_name = "SLUG", value_parser = slug)]
    pub(crate) slug: Slug,
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    #[arg(long, value_name = "FORMAT")]
    pub(crate) format: Option<String>,
    #[arg(long, value_name = "ENCODING")]
    pub(crate) encoding: Option<String>,
    #[command(flatten)]
    pub(crate) bulk: Bulk,
}
