//! The first page: what waits for the person, the articles with how far they have come, and the last operations.

use maud::{Markup, html};

use super::page;
use super::reply::Reply;
use super::text::difference;
use super::visit::{Visit, article_path};
use crate::model::{Address, Failure, Language, Message, Status, Waiting, gathered};
use crate::ops::export::languages;
use crate::ops::inbox::{Inbox, ToDecide, ToMend, ToWrite, inbox};
use crate::ops::operations::{LoggedOperation, log, own_last};
use crate::ops::progress::{Progress, list};
use crate::ops::{Desk, OpsError};

/// How many of the last operations are shown; `op log` has them all.
const OPERATIONS: usize = 10;

pub(super) fn show(visit: &Visit) -> Result<Reply, Failure> {
    let desk = visit.desk()?;
    let main = main(visit, &desk).map_err(|error| error.failure())?;
    Ok(Reply::page(page::page(visit, &visit.text("web-desk"), "desk", &main)))
}

fn main(visit: &Visit, desk: &Desk) -> Result<Markup, OpsError> {
    let articles = list(desk, None)?;
    let waiting = inbox(desk)?;
    let operations = log(desk, OPERATIONS)?;
    let last = own_last(desk)?;
    let mend = inbox_items(visit, desk, &waiting)?;
    Ok(html! {
        (page::notice(visit, &visit.notice()))
        h1 class="visually-hidden" { (visit.text("web-desk")) }
        section aria-labelledby="waiting" class="inbox" {
            h2 id="waiting" { (visit.text("web-inbox")) }
            (mend)
            (inbox_list(visit, &waiting))
        }
        section aria-labelledby="articles" {
            h2 id="articles" { (visit.text("web-articles")) }
            @if articles.is_empty() { p { (visit.text("web-no-articles")) } }
            ul class="articles" { @for article in &articles { (article_item(visit, article)) } }
            @if !articles.is_empty() { (legend(visit)) }
        }
        section aria-labelledby="operations" {
            h2 id="operations" { (visit.text("web-operations")) }
            @if let Some(operation) = &last {
                @let label = Message::new("web-undo-last").with("kind", operation.kind);
                (page::back_form(visit, "/undo", operation.seq.number(), label))
            }
            ol class="operations" reversed { @for logged in &operations { (operation_item(visit, logged)) } }
        }
    })
}

fn article_item(visit: &Visit, article: &Progress) -> Markup {
    let approved = Message::new("list-line")
        .with("approved", article.approved())
        .with("total", article.total())
        .with("status", article.status);
    html! {
        li {
            a class="title" href=(article_path(article.slug.as_str())) {
                bdi { @if article.title.is_empty() { (article.slug) } @else { (article.title) } }
            }
            div class="progress" {
                (bar(visit, article))
                span class="count" { (visit.say(approved)) }
                @if article.stale > 0 {
                    span class="count stale" { (visit.say(Message::new("list-stale").with("count", article.stale))) }
                }
                bdi class="slug" dir="ltr" { (article.slug) }
            }
        }
    }
}

/// The statuses as a bar, the furthest first; what it says stands beside it in words.
pub(super) fn bar(visit: &Visit, article: &Progress) -> Markup {
    let total = article.total().max(1);
    let mut begin = 0;
    let parts: Vec<(Status, u32, u32)> = Status::ALL
        .iter()
        .rev()
        .filter_map(|status| {
            let count = article.paragraphs.get(status).copied().unwrap_or_default();
            let place = begin;
            begin += count;
            (count > 0).then_some((*status, place, count))
        })
        .collect();
    let told = parts.iter().map(|(status, _, count)| format!("{}: {count}", visit.say(*status)));
    let told = told.collect::<Vec<_>>().join(" · ");
    let is_mirrored = visit.language.direction() == crate::model::Direction::Rtl;
    html! {
        svg class="bar" role="img" aria-label=(told) viewBox={ "0 0 " (total) " 1" } preserveAspectRatio="none" {
            title { (told) }
            @for (status, place, count) in parts {
                @let x = if is_mirrored { total - place - count } else { place };
                rect class=(status.as_str()) x=(x) y="0" width=(count) height="1" {}
            }
        }
    }
}

fn legend(visit: &Visit) -> Markup {
    html! {
        p class="legend" {
            @for status in Status::ALL.iter().rev() { (page::status(visit, *status, false)) " " }
        }
    }
}

/// The texts that want the person's pen, each with what was said of it.
fn inbox_items(visit: &Visit, desk: &Desk, inbox: &Inbox) -> Result<Markup, OpsError> {
    let mut items = Vec::with_capacity(inbox.to_mend.len());
    for item in &inbox.to_mend {
        let Ok(address) = item.address.parse::<Address>() else { continue };
        items.push(to_mend(visit, item, &languages(desk, address.slug())?));
    }
    Ok(html! { @for item in &items { (item) } })
}

fn inbox_list(visit: &Visit, inbox: &Inbox) -> Markup {
    let is_empty = inbox.to_mend.is_empty()
        && inbox.to_review.is_empty()
        && inbox.to_finalize.is_empty()
        && inbox.to_finish.is_empty()
        && inbox.to_translate.is_empty()
        && inbox.to_begin.is_empty();
    let person = visit.workbench.person();
    html! {
        @if is_empty { p { (visit.say(Message::new("out-inbox-empty").with("person", person))) } }
        (to_decide(visit, "web-to-review", &inbox.to_review))
        (to_decide(visit, "web-to-finalize", &inbox.to_finalize))
        (to_write(visit, "web-to-finish", &inbox.to_finish))
        (to_write(visit, "web-to-translate", &inbox.to_translate))
        @if !inbox.to_begin.is_empty() {
            (places(visit, "web-to-begin", &inbox.to_begin.iter().map(|item| item.slug.clone()).collect::<Vec<_>>()))
        }
    }
}

/// A text that was sent back or is outlived, with what was said of it.
fn to_mend(visit: &Visit, item: &ToMend, languages: &(Language, Language)) -> Markup {
    let label = match item.waiting {
        Waiting::SentBack => visit.say(Status::ChangesRequested),
        _ => visit.text("status-stale"),
    };
    html! {
        article class="waiting" {
            p { (page::link(&item.address)) " · " (label) }
            @for objection in &item.objections {
                p class="objection" {
                    bdi class="person" { (objection.by) }
                    @if let Some(reason) = objection.reason { " · " (visit.say(reason)) }
                }
                (page::note(objection.note.as_deref()))
            }
            @if let Some(change) = &item.change {
                p class="small" { (visit.text("web-inbox-changes")) }
                (difference(change, &languages.1))
            }
            @if let Some(change) = &item.source_change {
                p class="small" { (visit.text("web-inbox-source-changes")) }
                (difference(change, &languages.0))
            }
        }
    }
}

fn to_decide(visit: &Visit, label: &'static str, items: &[ToDecide]) -> Markup {
    places(visit, label, &items.iter().map(|item| item.address.clone()).collect::<Vec<_>>())
}

fn to_write(visit: &Visit, label: &'static str, items: &[ToWrite]) -> Markup {
    places(visit, label, &items.iter().flat_map(|item| item.addresses.clone()).collect::<Vec<_>>())
}

/// A line for each article: the first of its paragraphs to begin with, and which there are.
fn places(visit: &Visit, label: &'static str, addresses: &[String]) -> Markup {
    let lines = gathered(addresses.iter().map(|address| (address.as_str(), ())));
    html! {
        @if !lines.is_empty() {
            div class="places" {
                h3 { (visit.text(label)) }
                ul {
                    @for (places, ()) in &lines {
                        @let slug = places.split(':').next().unwrap_or_default();
                        @let first = addresses.iter().find(|a| a.split(':').next() == Some(slug));
                        li {
                            @match first.and_then(|first| super::visit::path_of(first)) {
                                Some(path) => a class="address" href=(path) { bdi dir="ltr" { (places) } },
                                None => bdi dir="ltr" { (places) },
                            }
                        }
                    }
                }
            }
        }
    }
}

fn operation_item(visit: &Visit, logged: &LoggedOperation) -> Markup {
    let operation = &logged.operation;
    html! {
        li value=(operation.seq.number()) class=[(!operation.counts).then_some("undone")] {
            (visit.say(operation.kind)) " · " (page::byline(&operation.person, &operation.at))
            @if let Some(by) = &logged.undone_by {
                " · " (visit.say(Message::new("web-taken-back").with("operation", by.seq.number())))
            }
        }
    }
}
