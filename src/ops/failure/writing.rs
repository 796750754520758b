//! Texts, segments and comments that cannot be taken as they were given.

use std::path::Path;

use super::shown;
use crate::model::{Failure, FailureClass, Message};
use crate::ops::OpsError;

/// `expected` is the revision that the person had seen, `found` the one that is there.
pub(super) fn conflict(address: &str, (expected, found): (u32, u32), by: &str, kept: Option<&Path>) -> Failure {
    let id = if expected > found { "err-conflict-ahead" } else { "err-conflict" };
    let message =
        Message::new(id).with("address", address).with("expected", expected).with("found", found).with("by", by);
    let hint = match kept {
        Some(path) => Message::new("rec-conflict-kept").with("file", shown(path)),
        None if expected > found => Message::new("rec-conflict-ahead"),
        None => Message::new("rec-conflict"),
    };
    Failure::conflict("conflict", message).hint(hint.with("address", address).with("found", found)).at(address)
}

pub(super) fn kept(error: &OpsError, path: &Path) -> Failure {
    let failure = error.failure();
    let hint = match &failure.hint {
        Some(hint) => Message::new("rec-kept").with("hint", hint.clone()),
        None => Message::new("rec-edit-kept"),
    };
    failure.hint(hint.with("file", shown(path)))
}

pub(super) fn repair(address: &str, why: &'static str) -> Failure {
    let hint = match why {
        "err-split-nowhere" => "rec-split-nowhere",
        "err-purpose-untranslated" => "rec-purpose-untranslated",
        _ => "rec-repair",
    };
    Failure::failed("repair", Message::new(why).with("address", address))
        .hint(Message::new(hint).with("address", address))
        .at(address)
}

pub(super) fn text_not_found(address: &str, text: &str) -> Failure {
    let message = Message::new("err-text-not-found").with("address", address).with("text", text);
    Failure::usage("text-not-found", message)
        .hint(Message::new("rec-text-not-found").with("address", address))
        .at(address)
}

pub(super) fn nothing_to_take(address: &str) -> Failure {
    Failure::failed("nothing-to-take", Message::new("err-nothing-to-take").with("address", address))
        .hint(Message::new("rec-translate-first").with("address", address))
        .at(address)
}

pub(super) fn other_offer(address: &str) -> Failure {
    let message = Message::new("err-other-offer").with("address", address);
    Failure::new(FailureClass::Conflict, "other-offer", message).hint(Message::new("rec-other-offer")).at(address)
}

pub(super) fn empty_comment() -> Failure {
    Failure::usage("empty-comment", Message::new("err-empty-comment")).hint(Message::new("rec-empty-comment"))
}

pub(super) fn nul_character(address: &str) -> Failure {
    Failure::usage("nul-character", Message::new("err-nul-character").with("address", address))
        .hint(Message::new("rec-nul-character"))
        .at(address)
}
