//! `approve`: its arguments.

use super::values::target_text;

#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    #[command(flatten)]
    pub(crate) decision: super::decide::Args,
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true, value_parser = target_text)]
    pub(crate) edit: Option<String>,
}
