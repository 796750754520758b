//! What commands that show matches of the memory share: where a match comes from, and what in it must not be overlooked.

use serde::Serialize;

use super::render;
use super::session::Session;
use crate::model::{Failure, Message, Status};
use crate::ops::memory::{MemoryMatch, Provenance};

/// A number of the match that has to be changed.
#[derive(Serialize)]
pub(super) struct NumberView<'a> {
    found: &'a str,
    wanted: &'a str,
}

impl<'a> NumberView<'a> {
    /// Those of a match.
    pub(super) fn all(found: &'a MemoryMatch) -> Vec<Self> {
        found.numbers.iter().map(|(found, wanted)| Self { found, wanted }).collect()
    }
}

/// Where a match comes from.
#[derive(Serialize)]
pub(super) struct ProvenanceView<'a> {
    origin: &'a str,
    address: Option<&'a str>,
    entry: Option<i64>,
    status: Option<&'static str>,
    superseded: bool,
    author: Option<&'a str>,
    at: Option<&'a str>,
    penalty: u8,
}

impl<'a> ProvenanceView<'a> {
    pub(super) fn of(from: &'a Provenance) -> Self {
        Self {
            origin: &from.origin,
            address: from.address.as_deref(),
            entry: from.entry,
            status: from.status.map(Status::as_str),
            superseded: from.superseded,
            author: from.author.as_deref(),
            at: from.at.as_deref(),
            penalty: from.penalty,
        }
    }
}

/// What a reader must not miss: numbers to change, and a negation more or less.
pub(super) fn tell_warnings(found: &MemoryMatch, session: &mut Session<'_>) -> Result<(), Failure> {
    for (there, here) in &found.numbers {
        let message = Message::new("match-number").with("found", there.as_str()).with("wanted", here.as_str());
        session.output.sentence(&message)?;
    }
    if found.numbers_differ && found.numbers.is_empty() {
        session.output.sentence(&Message::new("match-numbers-differ"))?;
    }
    if found.negation_differs {
        session.output.sentence(&Message::new("match-negation-differs"))?;
    }
    Ok(())
}

/// Where a match comes from, on a line of its own.
pub(super) fn tell_provenance(from: &Provenance, session: &mut Session<'_>) -> Result<(), Failure> {
    let mut message = match from.status {
        Some(status) => Message::new("match-from-desk").with("status", status),
        None => Message::new("match-from-memory"),
    };
    message = message
        .with("place", place_of(from))
        .with("person", from.author.as_deref().unwrap_or("–"))
        .with("at", from.at.as_deref().map_or_else(|| "–".to_owned(), render::moment));
    if from.superseded {
        message = Message::new("show-with").with("labels", message).with("mark", Message::new("match-superseded"));
    }
    if from.penalty > 0 {
        let mark = Message::new("match-penalty").with("penalty", u32::from(from.penalty));
        message = Message::new("show-with").with("labels", message).with("mark", mark);
    }
    session.output.sentence(&Message::new("match-from").with("what", message))
}

/// The address on the desk, or the memory and the number of the entry in it.
pub(super) fn place_of(from: &Provenance) -> String {
    match (&from.address, from.entry) {
        (Some(address), _) => address.clone(),
        (None, Some(entry)) => format!("{} #{entry}", from.origin),
        (None, None) => from.origin.clone(),
    }
}
