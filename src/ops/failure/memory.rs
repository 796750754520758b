//! Memories and entries that are not there; an index that has to be made anew.

use std::path::Path;

use super::shown;
use crate::formats::tmx::{TmxProblem, TmxWriteError};
use crate::model::{Argument, Failure, FailureClass, Message};

pub(super) fn tmx(path: &Path, problem: &TmxProblem) -> Failure {
    Failure::usage("tmx", Message::new("err-tmx-file").with("file", shown(path)).with("what", problem.message()))
        .hint(problem.hint())
}

pub(super) fn tmx_write(path: &Path, error: &TmxWriteError) -> Failure {
    let message = Message::new("err-tmx-file").with("file", shown(path)).with("what", error.message());
    Failure::new(FailureClass::Failed, "tmx-write", message)
}

pub(super) fn name(name: &str) -> Failure {
    Failure::usage("memory-name", Message::new("err-memory-name").with("name", name))
        .hint(Message::new("rec-memory-name"))
}

pub(super) fn empty_pair() -> Failure {
    Failure::usage("empty-pair", Message::new("err-empty-pair")).hint(Message::new("rec-empty-pair"))
}

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

pub(super) fn no_words(text: &str, command: &'static str) -> Failure {
    Failure::usage("no-words", Message::new("err-no-words").with("text", text))
        .hint(Message::new("rec-no-words").with("command", command))
}
