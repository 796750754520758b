//! Addresses and names that lead nowhere, or to too much.

use crate::model::{Address, Failure, Message};

pub(super) fn no_article(slug: &str, similar: Option<&str>) -> Failure {
    let hint = match similar {
        Some(similar) => Message::new("rec-similar").with("similar", similar),
        None => Message::new("rec-list"),
    };
    Failure::not_found("no-article", Message::new("err-no-article").with("slug", slug)).hint(hint).at(slug)
}

pub(super) fn no_paragraph(address: &str, paragraphs: usize) -> Failure {
    Failure::not_found("no-paragraph", Message::new("err-no-paragraph").with("address", address))
        .hint(Message::new("rec-no-paragraph").with("paragraphs", paragraphs))
        .at(address)
}

pub(super) fn no_segment(address: &str, segments: usize) -> Failure {
    Failure::not_found("no-segment", Message::new("err-no-segment").with("address", address))
        .hint(Message::new("rec-no-segment").with("segments", segments))
        .at(address)
}

pub(super) fn no_revision(address: &str, revision: u32) -> Failure {
    let message = Message::new("err-no-revision").with("address", address).with("revision", revision);
    Failure::not_found("no-revision", message).hint(Message::new("rec-log").with("address", address)).at(address)
}

pub(super) fn no_operation(wanted: &str) -> Failure {
    Failure::not_found("no-operation", Message::new("err-no-operation").with("operation", wanted))
        .hint(Message::new("rec-op-log"))
}

pub(super) fn no_comment(wanted: &str) -> Failure {
    Failure::not_found("no-comment", Message::new("err-no-comment").with("comment", wanted))
        .hint(Message::new("rec-comments"))
}

/// The first paragraph of an address, or a segment of it, as an example of what was wanted.
fn first_of(address: &str, segment: Option<u32>) -> String {
    let (slug, paragraph) = match address.parse() {
        Ok(Address::Article(slug)) => (slug.to_string(), 1),
        Ok(Address::Paragraphs(slug, ranges)) => (slug.to_string(), ranges.first().map_or(1, |range| range.first.0)),
        Ok(Address::Segment(slug, paragraph, _)) => (slug.to_string(), paragraph.0),
        Err(_) => ("SLUG".to_owned(), 7),
    };
    match segment {
        Some(segment) => format!("{slug}:{paragraph}.{segment}"),
        None => format!("{slug}:{paragraph}"),
    }
}

pub(super) fn one_paragraph(address: &str) -> Failure {
    Failure::usage("one-paragraph", Message::new("err-one-paragraph").with("address", address))
        .hint(Message::new("rec-one-paragraph").with("example", first_of(address, None)))
        .at(address)
}

pub(super) fn one_segment(address: &str) -> Failure {
    Failure::usage("one-segment", Message::new("err-one-segment").with("address", address))
        .hint(Message::new("rec-one-segment").with("example", first_of(address, Some(1))))
        .at(address)
}

pub(super) fn nothing_to_compare(address: &str) -> Failure {
    Failure::not_found("nothing-to-compare", Message::new("err-nothing-to-compare").with("address", address))
        .hint(Message::new("rec-log").with("address", address))
        .at(address)
}

pub(super) fn no_finding(wanted: &str) -> Failure {
    Failure::not_found("no-finding", Message::new("err-no-finding").with("finding", wanted))
        .hint(Message::new("rec-no-finding"))
}

pub(super) fn no_match(address: &str, wanted: u32, found: usize) -> Failure {
    let message = Message::new("err-no-match").with("address", address).with("number", wanted.to_string());
    let hint = match found {
        0 => Message::new("rec-no-match-at-all"),
        _ => Message::new("rec-no-match").with("address", address).with("count", found),
    };
    Failure::not_found("no-match", message).hint(hint).at(address)
}
