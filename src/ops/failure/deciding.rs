//! Decisions that cannot be taken, or not by this person, and gates that are not met.

use crate::model::status::Status;
use crate::model::{Argument, DecisionKind, Failure, Message, Missing, NamedFinding, Obstacles, Role};
use crate::ops::examination::DeskFinding;
use crate::ops::export::NotReady;
use crate::ops::review::decision_act;

pub(super) fn undecidable(address: &str, decision: DecisionKind, status: Status) -> Failure {
    let message = Message::new("err-undecidable")
        .with("address", address)
        .with("act", Message::new(decision_act(decision)))
        .with("status", status);
    let hint = match (decision, status) {
        (_, Status::Untranslated) => "rec-translate-first",
        (DecisionKind::Finalize, _) => "rec-approve-first",
        (DecisionKind::RequestChanges, Status::Final) => "rec-reopen-first",
        _ => "rec-nothing-to-do",
    };
    Failure::failed("not-possible", message).hint(Message::new(hint).with("address", address)).at(address)
}

pub(super) fn role(person: &str, act: &'static str, needs: Role) -> Failure {
    Failure::gate("role", Message::new("err-role").with("person", person).with("act", Message::new(act)))
        .hint(Message::new("rec-role").with("code", needs.as_str()).with("person", person))
}

pub(super) fn editor_only(person: &str) -> Failure {
    Failure::gate("role", Message::new("err-editor-only").with("person", person)).hint(Message::new("rec-editor-only"))
}

pub(super) fn four_eyes(person: &str, address: &str) -> Failure {
    Failure::gate("four-eyes", Message::new("err-four-eyes").with("person", person).with("address", address))
        .hint(Message::new("rec-four-eyes"))
        .at(address)
}

/// Lists what is missing, for programs.
pub(super) fn gate(slug: &str, missing: &[NotReady], required: Status) -> Failure {
    let message = Message::new("err-gate").with("slug", slug).with("count", missing.len()).with("status", required);
    let why = |row: &NotReady| match row.status {
        Status::Untranslated => "untranslated",
        _ if row.stale => "stale",
        status if status < Status::Reviewed => "not-reviewed",
        _ => "not-final",
    };
    let missing = missing.iter().map(|row| Missing {
        address: row.address.clone(),
        status: row.status,
        stale: row.stale,
        why: why(row),
    });
    let failure = Failure::gate("gate", message).hint(Message::new("rec-gate").with("slug", slug)).at(slug);
    Failure { obstacles: Obstacles::Paragraphs(missing.collect()), ..failure }
}

/// Names the errors, for people and for programs.
pub(super) fn open_findings(findings: &[DeskFinding]) -> Failure {
    let told = |found: &DeskFinding| {
        Message::new("err-open-finding")
            .with("address", found.address.as_str())
            .with("check", found.finding.check)
            .with("id", found.id.as_str())
    };
    let list: Argument = findings.iter().map(told).collect();
    let message = Message::new("err-open-findings").with("count", findings.len()).with("findings", list);
    let named = findings.iter().map(|found| NamedFinding {
        id: found.id.clone(),
        check: found.finding.check,
        address: found.address.clone(),
    });
    let failure = Failure::gate("findings", message).hint(Message::new("rec-open-findings"));
    let failure = match findings {
        [first, ..] => failure.at(first.address.as_str()),
        [] => failure,
    };
    Failure { obstacles: Obstacles::Findings(named.collect()), ..failure }
}
