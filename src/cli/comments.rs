//! `comments`: what was said about paragraphs.

use super::session::{Session, failed};
use super::values::address;
use crate::model::{Address, Failure, Keep, Message};
use crate::ops::comments::{self, CommentFilter, comments};
use serde::Serialize;

#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    #[arg(value_name = "ADDR", value_parser = address)]
    pub(crate) address: Option<Address>,
    #[arg(long)]
    pub(crate) open: bool,
    #[arg(long)]
    pub(crate) jsonl: bool,
}

#[derive(Serialize)]
struct CommentsView<'a> {
    schema: u32,
    comments: Vec<CommentView<'a>>,
}

#[derive(Serialize)]
pub(super) struct CommentView<'a> {
    id: String,
    number: i64,
    address: &'a str,
    revision: u32,
    person: &'a str,
    at: &'a str,
    text: &'a str,
    resolved: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    resolved_by: Option<&'a str>,
}

pub(super) fn view(row: &comments::CommentView) -> CommentView<'_> {
    CommentView {
        id: row.id.to_string(),
        number: row.number,
        address: &row.address,
        revision: row.revision,
        person: &row.person,
        at: &row.at,
        text: &row.text,
        resolved: row.resolved_by.is_some(),
        resolved_by: row.resolved_by.as_deref(),
    }
}

pub(super) fn run(args: Args, session: &mut Session<'_>) -> Result<(), Failure> {
    let desk = session.desk(Keep::Applied)?;
    let rows = comments(&desk, &CommentFilter { address: args.address, open_only: args.open }).map_err(failed)?;
    if args.jsonl {
        return rows.iter().try_for_each(|row| session.output.json(&view(row)));
    }
    if session.output.is_json() {
        return session.output.json(&CommentsView { schema: 1, comments: rows.iter().map(view).collect() });
    }
    if rows.is_empty() {
        session.output.say(&Message::new("out-no-comments"));
    }
    for row in &rows {
        let id = if row.resolved_by.is_some() { "out-comment-resolved" } else { "out-comment" };
        let message = Message::new(id)
            .with("number", row.number)
            .with("address", row.address.as_str())
            .with("person", row.person.as_str())
            .with("at", crate::l10n::moment(&row.at));
        session.output.sentence(&message)?;
        super::render::indented(&row.text, session)?;
    }
    Ok(())
}
