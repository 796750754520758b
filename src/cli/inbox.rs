//! `inbox`: what waits for the person at the desk.

use serde::Serialize;

use super::render;
use super::session::{Session, failed};
use super::views::{CodesJson, PieceJson, pieces_json};
use crate::model::{Argument, Failure, Keep, Message, ReasonCode, Waiting};
use crate::ops::inbox::{Inbox, Objection, ToBegin, ToDecide, ToMend, ToWrite, inbox};

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
#[serde(untagged)]
enum ItemView<'a> {
    Mend(Box<ToMendView<'a>>),
    Decide(ToDecideView<'a>),
    Write(ToWriteView),
}

#[derive(Serialize)]
struct ToMendView<'a> {
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
    earlier: Vec<ObjectionView<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    changes: Vec<PieceJson<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    codes: Option<CodesJson<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    source_changes: Vec<PieceJson<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    source_codes: Option<CodesJson<'a>>,
}

#[derive(Serialize)]
struct ObjectionView<'a> {
    by: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'a str>,
}

#[derive(Serialize)]
struct ToDecideView<'a> {
    waiting: &'static str,
    address: &'a str,
    revision: u32,
    translator: Option<&'a str>,
}

/// Paragraphs of one article, or all of it, with how many are meant.
#[derive(Serialize)]
struct ToWriteView {
    waiting: &'static str,
    address: String,
    paragraphs: usize,
}

/// How many articles that nobody has begun are named on a line.
const NAMED: usize = 3;

fn objection_view(objection: &Objection) -> ObjectionView<'_> {
    let reason = objection.reason.map(ReasonCode::as_str);
    ObjectionView { by: &objection.by, reason, note: objection.note.as_deref() }
}

fn to_mend_view(item: &ToMend) -> ItemView<'_> {
    let last = item.objections.first();
    ItemView::Mend(Box::new(ToMendView {
        waiting: if item.waiting == Waiting::SentBack { "sent-back" } else { "stale" },
        address: &item.address,
        revision: item.revision,
        source: &item.source,
        target: &item.target,
        by: last.map(|objection| objection.by.as_str()),
        reason: last.and_then(|objection| objection.reason).map(ReasonCode::as_str),
        note: last.and_then(|objection| objection.note.as_deref()),
        earlier: item.objections.iter().skip(1).map(objection_view).collect(),
        changes: item.change.as_ref().map(|change| pieces_json(&change.pieces)).unwrap_or_default(),
        codes: item.change.as_ref().and_then(CodesJson::of),
        source_changes: item.source_change.as_ref().map(|change| pieces_json(&change.pieces)).unwrap_or_default(),
        source_codes: item.source_change.as_ref().and_then(CodesJson::of),
    }))
}

fn to_decide_view<'a>(waiting: &'static str, item: &'a ToDecide) -> ItemView<'a> {
    ItemView::Decide(ToDecideView {
        waiting,
        address: &item.address,
        revision: item.revision,
        translator: item.translator.as_deref(),
    })
}

/// The paragraphs of one article as one address, such as `waters:3-9,12`.
fn address_of(item: &ToWrite) -> String {
    let addresses = item.addresses.iter().map(|address| (address.as_str(), ()));
    crate::model::gathered(addresses).into_iter().map(|(address, ())| address).collect::<Vec<_>>().join(" ")
}

fn to_write_view<'a>(waiting: &'static str, item: &'a ToWrite) -> ItemView<'a> {
    ItemView::Write(ToWriteView { waiting, address: address_of(item), paragraphs: item.addresses.len() })
}

fn to_begin_view(item: &ToBegin) -> ItemView<'_> {
    ItemView::Write(ToWriteView { waiting: "to-begin", address: item.slug.clone(), paragraphs: item.paragraphs })
}

fn item_views(inbox: &Inbox) -> impl Iterator<Item = ItemView<'_>> {
    let to_review = inbox.to_review.iter().map(|item| to_decide_view("to-review", item));
    let to_finalize = inbox.to_finalize.iter().map(|item| to_decide_view("to-finalize", item));
    let to_finish = inbox.to_finish.iter().map(|item| to_write_view("to-finish", item));
    let to_translate = inbox.to_translate.iter().map(|item| to_write_view("to-translate", item));
    let decided = inbox.to_mend.iter().map(to_mend_view).chain(to_review).chain(to_finalize);
    decided.chain(to_finish).chain(to_translate).chain(inbox.to_begin.iter().map(to_begin_view))
}

pub(super) fn run(args: &Args, session: &mut Session<'_>) -> Result<(), Failure> {
    let desk = session.desk(Keep::Applied)?;
    let inbox = inbox(&desk).map_err(failed)?;
    let mut items = item_views(&inbox).peekable();
    if args.jsonl {
        return items.try_for_each(|item| session.output.json(&item));
    }
    if session.output.is_json() {
        return session.output.json(&InboxView { schema: 1, items: items.collect() });
    }
    if items.peek().is_none() {
        session.output.say(&Message::new("out-inbox-empty").with("person", desk.person()));
        return Ok(());
    }
    session.output.page();
    inbox.to_mend.iter().try_for_each(|item| tell(item, session))?;
    for (id, waiting) in [("inbox-to-review", &inbox.to_review), ("inbox-to-finalize", &inbox.to_finalize)] {
        for (address, ()) in crate::model::gathered(waiting.iter().map(|item| (item.address.as_str(), ()))) {
            session.output.sentence(&Message::new(id).with("address", address))?;
        }
    }
    for (id, items) in [("inbox-to-finish", &inbox.to_finish), ("inbox-to-translate", &inbox.to_translate)] {
        for item in items {
            session.output.sentence(&Message::new(id).with("address", address_of(item)))?;
        }
    }
    tell_not_begun(&inbox.to_begin, session)
}

/// One line for all of them.
fn tell_not_begun(articles: &[ToBegin], session: &mut Session<'_>) -> Result<(), Failure> {
    if articles.is_empty() {
        return Ok(());
    }
    let named: Argument = articles.iter().take(NAMED).map(|article| article.slug.as_str()).collect();
    let paragraphs: usize = articles.iter().map(|article| article.paragraphs).sum();
    let id = if articles.len() > NAMED { "inbox-to-begin-more" } else { "inbox-to-begin" };
    let message = Message::new(id)
        .with("count", articles.len())
        .with("paragraphs", Message::new("count-paragraphs").with("count", paragraphs))
        .with("slugs", named);
    session.output.sentence(&message)
}

fn tell(item: &ToMend, session: &mut Session<'_>) -> Result<(), Failure> {
    let id = if item.waiting == Waiting::SentBack { "inbox-sent-back" } else { "inbox-stale" };
    session.output.sentence(&Message::new(id).with("address", item.address.as_str()))?;
    for Objection { by, reason, note } in &item.objections {
        if let Some(reason) = *reason {
            session
                .output
                .sentence(&Message::new("inbox-reason").with("person", by.as_str()).with("reason", reason))?;
        }
        if let Some(note) = note {
            render::indented(note, session)?;
        }
    }
    for (id, change) in [("inbox-changes", &item.change), ("inbox-source-changes", &item.source_change)] {
        if let Some(change) = change {
            session.output.sentence(&Message::new(id))?;
            render::difference(change, session)?;
        }
    }
    Ok(())
}
