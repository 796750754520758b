//! `status`: how far an article, or the whole desk, has come. Always exits 0.

use super::render;
use super::session::{Session, failed};
use super::values::address;
use super::views::ArticlesJson;
use crate::model::{Address, Failure, Keep, Message};
use crate::ops::progress;

#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    #[arg(value_name = "ADDR", value_parser = address)]
    pub(crate) address: Option<Address>,
}

pub(super) fn run(args: &Args, session: &mut Session<'_>) -> Result<(), Failure> {
    let desk = session.desk(Keep::Applied)?;
    let articles = match &args.address {
        Some(address) => vec![progress::status(&desk, address).map_err(failed)?],
        None => progress::list(&desk, None).map_err(failed)?,
    };
    if session.output.is_json() {
        return session.output.json(&ArticlesJson::of(&articles));
    }
    if articles.is_empty() {
        session.output.say(&Message::new("out-no-articles"));
    }
    articles.iter().try_for_each(|article| render::progress(article, session))
}
