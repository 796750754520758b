//! `list`: the articles of the desk with their progress.

use super::render;
use super::session::{Session, failed};
use super::values::status;
use super::views::{ArticlesJson, ProgressJson};
use crate::model::{Failure, Keep, Message, Status};
use crate::ops::progress;

#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    #[arg(long, value_name = "STATUS", value_parser = status())]
    pub(crate) status: Option<Status>,
    #[arg(long)]
    pub(crate) jsonl: bool,
}

pub(super) fn run(args: &Args, session: &mut Session<'_>) -> Result<(), Failure> {
    let desk = session.desk(Keep::Applied)?;
    let articles = progress::list(&desk, args.status).map_err(failed)?;
    if args.jsonl {
        return articles.iter().try_for_each(|article| session.output.json(&ProgressJson::of(article)));
    }
    if session.output.is_json() {
        return session.output.json(&ArticlesJson::of(&articles));
    }
    if articles.is_empty() {
        session.output.say(&Message::new("out-no-articles"));
        return Ok(());
    }
    session.output.page();
    let width = articles.iter().map(|a| a.slug.as_str().chars().count()).max().unwrap_or_default();
    articles.iter().try_for_each(|article| render::article_line(article, width, session))
}
