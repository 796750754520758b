//! Settings of a desk, and who acts at it.

use super::one_of;
use crate::model::{Failure, Message};

pub(super) fn same_language(language: &str) -> Failure {
    Failure::usage("same-language", Message::new("err-same-language").with("language", language))
        .hint(Message::new("rec-same-language"))
}

pub(super) fn value(setting: &'static str, value: &str, usable: &[&'static str]) -> Failure {
    let message = Message::new("err-setting-value").with("setting", setting).with("value", value);
    Failure::usage("setting-value", message).hint(one_of(usable))
}

pub(super) fn unknown(setting: &str, usable: &[&'static str]) -> Failure {
    Failure::usage("no-setting", Message::new("err-no-setting").with("setting", setting)).hint(one_of(usable))
}

pub(super) fn nobody() -> Failure {
    Failure::usage("nobody", Message::new("err-nobody")).hint(Message::new("rec-nobody"))
}
