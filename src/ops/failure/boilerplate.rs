//! Blocks that are not there, are there already, are empty, or whose numbers are not those of their source.

use crate::model::{Argument, Failure, Finding, Message};

pub(super) fn no_block(wanted: &str) -> Failure {
    Failure::not_found("no-block", Message::new("err-no-block").with("name", wanted)).hint(Message::new("rec-no-block"))
}

pub(super) fn known(address: &str, name: &str) -> Failure {
    Failure::conflict("block-known", Message::new("err-block-known").with("address", address).with("name", name))
        .hint(Message::new("rec-block-known").with("name", name))
        .at(address)
}

pub(super) fn name_taken(name: &str) -> Failure {
    Failure::conflict("block-name-taken", Message::new("err-block-name-taken").with("name", name))
        .hint(Message::new("rec-block-name-taken"))
}

pub(super) fn empty(what: &str) -> Failure {
    Failure::usage("empty-block", Message::new("err-empty-block").with("what", what))
        .hint(Message::new("rec-empty-block"))
}

/// Says what differs, each by the message of its check.
pub(super) fn numbers(what: &str, findings: &[Finding]) -> Failure {
    let told = |finding: &Finding| {
        Message::new("err-block-number").with("check", finding.check).with("what", finding.message.clone())
    };
    let list: Argument = findings.iter().map(told).collect();
    let message =
        Message::new("err-block-numbers").with("what", what).with("count", findings.len()).with("findings", list);
    Failure::gate("block-numbers", message).hint(Message::new("rec-block-numbers"))
}
