//! Files that do not become articles.

use std::path::Path;

use super::shown;
use crate::model::{Failure, Message};
use crate::ops::OpsError;
use crate::ops::import::ListLine;

pub(super) fn already(slug: &str) -> Failure {
    Failure::failed("already-imported", Message::new("err-already-imported").with("slug", slug))
        .hint(Message::new("rec-already-imported").with("slug", slug))
        .at(slug)
}

/// The code is that of the call which is not a dry run: by then the other one has become an article.
pub(super) fn same_as_other(slug: &str, name: &str, line: Option<usize>) -> Failure {
    let message = match line {
        Some(line) => Message::new("err-same-as-line").with("line", line),
        None => Message::new("err-same-as-file").with("file", name),
    };
    Failure::failed("already-imported", message).hint(Message::new("rec-same-as-other")).at(slug)
}

pub(super) fn same_file(path: &str) -> Failure {
    Failure::usage("same-file", Message::new("err-same-file").with("file", path)).hint(Message::new("rec-same-file"))
}

/// Told as the error itself, with the line; what is wrong with its files is mended in the list.
pub(super) fn listed(place: &ListLine, error: &OpsError) -> Failure {
    let mut failure = error.failure();
    failure.message = Message::new("err-listed")
        .with("file", shown(&place.list))
        .with("line", place.line)
        .with("what", failure.message);
    match error {
        OpsError::File { .. } | OpsError::SameFile { .. } | OpsError::Swapped => {
            failure.hint(Message::new("rec-pair-list"))
        }
        _ => failure,
    }
}

/// Told as the error that broke it off, with what is in by then and how to go on.
pub(super) fn broken_off(error: &OpsError, operation: i64, articles: usize) -> Failure {
    let mut failure = error.failure();
    failure.message = Message::new("err-broken-off").with("count", articles).with("what", failure.message);
    failure.hint(Message::new("rec-broken-off").with("command", format!("hunayn undo {operation}")))
}

pub(super) fn slug_taken(slug: &str) -> Failure {
    Failure::conflict("slug-taken", Message::new("err-slug-taken").with("slug", slug))
        .hint(Message::new("rec-slug-taken").with("slug", slug))
        .at(slug)
}

/// The code is that of the call which is not a dry run, as for [`same_as_other`].
pub(super) fn slug_of_other(slug: &str, name: &str, line: Option<usize>) -> Failure {
    let message = match line {
        Some(line) => Message::new("err-slug-of-line").with("line", line),
        None => Message::new("err-slug-of-file").with("file", name),
    };
    Failure::conflict("slug-taken", message.with("slug", slug)).hint(Message::new("rec-slug-of-other")).at(slug)
}

pub(super) fn no_slug(name: &str) -> Failure {
    Failure::usage("no-slug", Message::new("err-no-slug").with("name", name)).hint(Message::new("rec-no-slug"))
}

pub(super) fn empty(path: &str) -> Failure {
    Failure::usage("empty", Message::new("err-empty-file").with("file", path)).hint(Message::new("rec-empty-file"))
}

pub(super) fn other_source(slug: &str, file: &str) -> Failure {
    let message = Message::new("err-other-source").with("slug", slug).with("file", file);
    let quoted = if file.contains(char::is_whitespace) { format!("\"{file}\"") } else { file.to_owned() };
    Failure::usage("other-source", message).hint(Message::new("rec-other-source").with("file", quoted)).at(slug)
}

pub(super) fn swapped() -> Failure {
    Failure::usage("swapped", Message::new("err-swapped")).hint(Message::new("rec-swapped"))
}

pub(super) fn pair_list(path: &Path, line: usize) -> Failure {
    let message = Message::new("err-pair-list").with("file", shown(path)).with("line", line);
    Failure::usage("pair-list", message).hint(Message::new("rec-pair-list"))
}

pub(super) fn one_file() -> Failure {
    Failure::usage("one-file", Message::new("err-one-file")).hint(Message::new("rec-one-file"))
}
