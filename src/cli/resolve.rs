//! `resolve`: its arguments.

#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    #[arg(value_name = "ID")]
    pub(crate) id: String,
    #[arg(long)]
    pub(crate) dry_run: bool,
}
