//! `init`: its arguments.

use std::path::PathBuf;

use super::values::language;
use crate::model::Language;

#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    #[arg(value_name = "FILE")]
    pub(crate) file: Option<PathBuf>,
    #[arg(long, value_name = "TAG", value_parser = language, default_value = "ar")]
    pub(crate) source: Language,
    #[arg(long, value_name = "TAG", value_parser = language, default_value = "en")]
    pub(crate) target: Language,
    #[arg(long, value_name = "NAME")]
    pub(crate) name: Option<String>,
    #[arg(long)]
    pub(crate) dry_run: bool,
}
