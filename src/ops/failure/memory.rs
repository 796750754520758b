//! Memories and entries that are not there; an index that has to be made anew.

use crate::model::{Argument, Failure, FailureClass, Message};

pub(super) fn old_index() -> Failure {
    Failure::new(FailureClass::Desk, "old-index", Message::new("err-old-index")).hint(Message::new("rec-reindex"))
}

pub(super) fn no_entry(wanted: i64) -> Failure {
    Failure::not_found("no-entry", Message::new("err-no-entry").with("number", wanted))
        .hint(Message::new("rec-no-entry"))
}

pub(super) fn no_memory(name: &str, known: &[String]) -> Failure {
    let hint = if known.is_empty() {
        Message::new("rec-no-memories")
    } else {
        Message::new("rec-one-of").with("values", known.iter().cloned().collect::<Argument>())
    };
    Failure::not_found("no-memory", Message::new("err-no-memory").with("name", name)).hint(hint)
}
