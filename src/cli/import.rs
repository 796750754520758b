//! `import`: its arguments.

use std::path::PathBuf;

use super::values::slug;
use crate::model::Slug;

#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    #[arg(value_name = "FILE", required = true)]
    pub(crate) files: Vec<PathBuf>,
    #[arg(long, value_name = "SLUG", value_parser = slug)]
    pub(crate) slug: Option<Slug>,
    #[arg(long, value_name = "FILE")]
    pub(crate) translation: Option<PathBuf>,
    #[arg(long, value_name = "FORMAT")]
    pub(crate) format: Option<String>,
    #[arg(long, value_name = "ENCODING")]
    pub(crate) encoding: Option<String>,
    #[arg(long)]
    pub(crate) dry_run: bool,
}
