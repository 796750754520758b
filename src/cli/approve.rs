//! `approve`: its arguments.

// Without a group of its own: the arguments it takes in have one of the same name.
#[derive(clap::Args, Debug)]
#[group(skip)]
pub(crate) struct Args {
    #[command(flatten)]
    pub(crate) decision: super::decide::Args,
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true)]
    pub(crate) edit: Option<String>,
}
