//! `inbox`: its arguments.

#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    #[arg(long)]
    pub(crate) jsonl: bool,
}
