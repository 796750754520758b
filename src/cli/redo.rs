//! `redo`: its arguments.

use super::options::Bulk;

#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    #[command(flatten)]
    pub(crate) bulk: Bulk,
}
