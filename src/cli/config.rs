//! `config`: its arguments.

#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    #[arg(value_name = "KEY")]
    pub(crate) key: Option<String>,
    #[arg(value_name = "VALUE", requires = "key", allow_hyphen_values = true)]
    pub(crate) value: Option<String>,
    #[arg(long)]
    pub(crate) dry_run: bool,
}
