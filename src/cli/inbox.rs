//! `inbox`: what waits for the person at the desk.

use super::render;
use super::session::{Session, failed};
use super::views::{PieceJson, pieces_json};
use crate::model::{Failure, Message, ReasonCode};
use crate::ops::inbox::{InboxItem, inbox};
use crate::ops::prelude::{Keep, Waiting};
use serde::Serialize;

#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    #[arg(long)]
    pub(crate) jsonl: bool,
}

#[derive(Serialize)]
struct InboxView<'a> {
    schema: u32,
    items: Vec<ItemView<'a>>,
}

#[derive(Serialize)]
struct ItemView<'a> {
    waiting: &'static str,
    address: &'a str,
    revision: u32,
    source: &'a str,
    target: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    by: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    changes: Vec<PieceJson<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    source_changes: Vec<PieceJson<'a>>,
}

fn view(item: &InboxItem) -> ItemView<'_> {
    ItemView {
        waiting: match item.waiting {
            Waiting::SentBack => "sent-back",
            Waiting::Stale => "stale",
            Waiting::ToReview => "to-review",
        },
        address: &item.address,
        revision: item.state.revision.number,
        source: item.state.revision.source.text(),
        target: item.state.revision.target.as_ref().map_or("", |target| target.text()),
        by: item.by.as_deref(),
        reason: item.reason.map(ReasonCode::as_str),
        note: item.note.as_deref(),
        changes: pieces_json(&item.changes),
        source_changes: pieces_json(&item.source_changes),
    }
}

pub(super) fn run(args: &Args, session: &mut Session<'_>) -> Result<(), Failure> {
    let desk = session.desk(Keep::Applied)?;
    let items = inbox(&desk).map_err(failed)?;
    if args.jsonl {
        return items.iter().try_for_each(|item| session.output.json(&view(item)));
    }
    if session.output.is_json() {
        return session.output.json(&InboxView { schema: 1, items: items.iter().map(view).collect() });
    }
    if items.is_empty() {
        session.output.say(&Message::new("out-inbox-empty").with("person", desk.person()));
    }
    session.output.page();
    items.iter().filter(|item| item.waiting != Waiting::ToReview).try_for_each(|item| tell(item, session))?;
    let to_review =
        items.iter().filter(|item| item.waiting == Waiting::ToReview).map(|item| (item.address.as_str(), ()));
    render::gathered(to_review).into_iter().try_for_each(|(address, ())| {
        session.output.sentence(&Message::new("inbox-to-review").with("address", address))
    })
}

fn tell(item: &InboxItem, session: &mut Session<'_>) -> Result<(), Failure> {
    let id = if item.waiting == Waiting::SentBack { "inbox-sent-back" } else { "inbox-stale" };
    session.output.sentence(&Message::new(id).with("address", item.address.as_str()))?;
    if let (Some(by), Some(reason)) = (&item.by, item.reason) {
        session.output.sentence(&Message::new("inbox-reason").with("person", by.as_str()).with("reason", reason))?;
    }
    if let Some(note) = &item.note {
        render::indented(note, session)?;
    }
    if !item.changes.is_empty() {
        session.output.sentence(&Message::new("inbox-changes"))?;
        render::difference(&item.changes, session)?;
    }
    if !item.source_changes.is_empty() {
        session.output.sentence(&Message::new("inbox-source-changes"))?;
        render::difference(&item.source_changes, session)?;
    }
    Ok(())
}
