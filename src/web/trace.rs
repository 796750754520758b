//! The history of a paragraph: everything that happened to it, and the words that differ between two of its revisions.

use maud::{Markup, html};

use super::page;
use super::paragraph::remark;
use super::reply::Reply;
use super::text::{Marks, block, difference};
use super::visit::{Visit, paragraph_path};
use crate::model::{Address, DecisionKind, ExclusionEffect, Failure, Grain, Language, Message};
use crate::ops::export::languages;
use crate::ops::history::{Against, Event, LoggedRevision, ParagraphLog, Range, Side, compare, log};
use crate::ops::{Desk, OpsError};

pub(super) fn show(visit: &Visit) -> Result<Reply, Failure> {
    let desk = visit.desk()?;
    let address = visit.address()?;
    let main = main(visit, &desk, &address).map_err(|error| error.failure())?;
    Ok(Reply::page(page::page(visit, &address.to_string(), "history", &main)))
}

fn main(visit: &Visit, desk: &Desk, address: &Address) -> Result<Markup, OpsError> {
    let languages = languages(desk, address.slug())?;
    let logs = log(desk, address)?;
    let path = paragraph_path(address.slug().as_str(), visit.number().unwrap_or(1));
    let numbers: Vec<u32> = logs.iter().flat_map(|log| &log.events).filter_map(number_of).collect();
    Ok(html! {
        nav class="crumbs" aria-label=(visit.text("web-place")) { a href=(path) { bdi dir="ltr" { (address) } } }
        h1 { (visit.text("web-history")) " · " bdi dir="ltr" { (address) } }
        (comparison(visit, desk, address, &numbers, &languages)?)
        @for log in &logs { (events(visit, log, &languages)) }
    })
}

fn number_of(event: &Event) -> Option<u32> {
    match event {
        Event::Revision(logged) => Some(logged.revision.number),
        _ => None,
    }
}

/// Two revisions to choose, and what differs between them.
fn comparison(
    visit: &Visit,
    desk: &Desk,
    address: &Address,
    numbers: &[u32],
    (source, target): &(Language, Language),
) -> Result<Markup, OpsError> {
    let (Some(first), Some(last)) = (numbers.first(), numbers.last()) else { return Ok(html! {}) };
    let from = visit.query.number("from").unwrap_or_else(|| numbers.iter().rev().nth(1).copied().unwrap_or(*first));
    let to = visit.query.number("to").unwrap_or(*last);
    let range = Against::Numbers(Range { from: Some(from), to: Some(to) });
    let diff = compare(desk, address, range, Side::Target, Grain::Words)?.into_iter().next();
    let choice = |name: &'static str, label: &'static str, chosen: u32| {
        html! {
            label { (visit.text(label)) " "
                select name=(name) {
                    @for number in numbers { option value=(number) selected[*number == chosen] { (number) } }
                }
            }
        }
    };
    Ok(html! {
        section class="panel" aria-labelledby="compare" {
            h2 id="compare" { (visit.text("web-compare")) }
            form method="get" class="filters" {
                (choice("from", "web-from-revision", from))
                (choice("to", "web-to-revision", to))
                button { (visit.text("web-compare-now")) }
            }
            @if let Some(diff) = diff {
                @if let Some(change) = &diff.source_change {
                    p class="small" { (visit.text("web-source-changed")) }
                    (difference(change, source))
                }
                @if diff.change.differs() { (difference(&diff.change, target)) }
                @else { p { (visit.text("out-no-difference")) } }
            }
        }
    })
}

fn events(visit: &Visit, log: &ParagraphLog, languages: &(Language, Language)) -> Markup {
    html! {
        ol class="events" reversed {
            @for event in log.events.iter().rev() { li { (event_item(visit, event, languages)) } }
        }
    }
}

fn event_item(visit: &Visit, event: &Event, languages: &(Language, Language)) -> Markup {
    let at = event.at();
    let line = |person: &str, what: String| html! { p { (page::byline(person, at)) " · " (what) } };
    match event {
        Event::Revision(logged) => revision(visit, logged, languages),
        Event::Decision(decision) => {
            let on = Message::new("web-revision").with("revision", decision.revision_number);
            html! {
                (line(&decision.person, visit.say(decision.kind)))
                p class="small" {
                    (visit.say(on))
                    @if let Some(reason) = decision.reason { " · " (visit.say(reason)) }
                    @if decision.own_text && decision.kind == DecisionKind::Approve { " · " (visit.text("web-own-text")) }
                    @if decision.carried_from.is_some() { " · " (visit.text("web-carried")) }
                }
                (page::note(decision.note.as_deref()))
            }
        }
        Event::Exclusion(mark) => {
            let what = match mark.effect {
                ExclusionEffect::Exclude => "web-left-out",
                ExclusionEffect::Include => "web-taken-in",
            };
            html! { (line(&mark.person, visit.text(what))) (page::note(mark.reason.as_deref())) }
        }
        Event::Comment(comment) => html! {
            (line(&comment.person, visit.say(Message::new("web-comment-number").with("number", comment.number))))
            (remark(&comment.text))
        },
        Event::Export(export, number) => html! {
            (line(&export.person, visit.say(Message::new("web-exported").with("file", export.path.as_str()))))
            p class="small" { (visit.say(Message::new("web-revision").with("revision", *number))) }
        },
    }
}

fn revision(visit: &Visit, logged: &LoggedRevision, (source, target): &(Language, Language)) -> Markup {
    // Who corrects the source, or cuts the segments, has not typed the wording that stays.
    let is_kept = logged.source_change.is_some() && logged.revision.target.is_some() && logged.target_change.is_none();
    let origin = match logged.recut {
        true => Message::new("log-recut"),
        false if is_kept => Message::new("log-wording-kept"),
        false => logged.revision.origin.message(logged.revision.match_score),
    };
    html! {
        p {
            (page::byline(&logged.person, &logged.at)) " · "
            (visit.say(Message::new("web-revision").with("revision", logged.revision.number))) " · " (visit.say(origin))
        }
        @if let Some(change) = &logged.source_change {
            p class="small" { (visit.text("web-source-changed")) }
            (difference(change, source))
        }
        @match (&logged.target_change, &logged.revision.target) {
            (Some(change), _) => (difference(change, target)),
            (None, Some(content)) => (block(content, target, Marks::Hidden)),
            (None, None) => {},
        }
    }
}
