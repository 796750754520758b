//! Terms and names that are not there, are there already, or say nothing; tables that hold none.

use std::path::Path;

use super::shown;
use crate::model::{Failure, Message};

pub(super) fn no_concept(wanted: i64) -> Failure {
    Failure::not_found("no-concept", Message::new("err-no-concept").with("number", wanted))
        .hint(Message::new("rec-no-concept"))
}

pub(super) fn no_name(wanted: &str) -> Failure {
    Failure::not_found("no-name", Message::new("err-no-name").with("name", wanted)).hint(Message::new("rec-no-name"))
}

pub(super) fn house_form(number: i64, arabic: &str, house: &str, form: &str) -> Failure {
    let message = Message::new("err-house-form").with("number", number).with("arabic", arabic).with("house", house);
    let hint = Message::new("rec-house-form").with("number", number).with("form", form).with("arabic", arabic);
    Failure::conflict("house-form", message.with("form", form)).hint(hint)
}

pub(super) fn known(number: i64, text: &str, is_name: bool) -> Failure {
    let hint = if is_name { "rec-name-known" } else { "rec-concept-known" };
    Failure::conflict("concept-known", Message::new("err-concept-known").with("text", text).with("number", number))
        .hint(Message::new(hint).with("number", number))
}

pub(super) fn swapped((source, target): (&str, &str), name: bool, number: Option<i64>) -> Failure {
    let command = match (number, name) {
        (None, false) => format!("hunayn term add \"{target}\" \"{source}\""),
        (None, true) => format!("hunayn name add \"{target}\" \"{source}\""),
        (Some(number), false) => format!("hunayn term edit {number} --term \"{target}\" --preferred \"{source}\""),
        (Some(number), true) => format!("hunayn name edit {number} --arabic \"{target}\" --house \"{source}\""),
    };
    let message = Message::new("err-swapped-terms").with("source", source).with("target", target);
    Failure::usage("swapped-terms", message).hint(Message::new("rec-swapped-terms").with("command", command))
}

pub(super) fn empty(is_name: bool) -> Failure {
    let id = if is_name { "err-empty-name" } else { "err-empty-concept" };
    Failure::usage("empty-concept", Message::new(id)).hint(Message::new("rec-empty-concept"))
}

pub(super) fn no_table(path: &Path) -> Failure {
    Failure::usage("no-term-table", Message::new("err-no-term-table").with("file", shown(path)))
        .hint(Message::new("rec-no-term-table"))
}

pub(super) fn open_quotation(path: &Path, line: u64) -> Failure {
    let message = Message::new("err-open-quotation").with("file", shown(path)).with("line", line);
    Failure::usage("open-quotation", message).hint(Message::new("rec-open-quotation"))
}
