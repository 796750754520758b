//! What nobody should miss after a text was logged or decided on, as messages that every surface tells. It refuses nothing.

use super::same_wording::SameWording;
use super::translate::SetReport;
use crate::model::{Keep, Message, in_tense};

/// What nobody should miss after a text was logged: which decision no longer counts, whose wording was replaced, and how many
/// sentences have no translation.
pub fn lost(report: &SetReport, keep: Keep) -> impl Iterator<Item = Message> {
    let fell = report.before.is_confirmed() && !report.status.is_confirmed();
    let decided = fell.then(|| {
        let id = in_tense(keep, "warn-set-decided", "warn-would-set-decided");
        Message::new(id).with("before", report.before)
    });
    let untranslated = (report.untranslated > 0 && !report.emptied).then(|| {
        let message = Message::new("warn-set-untranslated").with("count", report.untranslated);
        message.with("address", report.address.as_str())
    });
    let replaced = replaced(&report.address, report.replaced.as_ref(), keep);
    let emptied = report.emptied.then(|| Message::new(in_tense(keep, "warn-set-emptied", "warn-would-set-emptied")));
    decided.into_iter().chain(emptied).chain(replaced).chain(untranslated)
}

/// What had asked for another wording than the one that was logged or submitted.
#[must_use]
pub fn same_wording(same: &SameWording) -> Message {
    let SameWording::SentBack { person, reason, note } = same else { return Message::new("warn-same-source") };
    let id = match (reason, note) {
        (Some(_), Some(_)) => "warn-same-sent-back-reason-note",
        (Some(_), None) => "warn-same-sent-back-reason",
        (None, Some(_)) => "warn-same-sent-back-note",
        (None, None) => "warn-same-sent-back",
    };
    let mut message = Message::new(id).with("person", person.as_str());
    if let Some(reason) = reason {
        message = message.with("reason", *reason);
    }
    if let Some(note) = note {
        message = message.with("note", note.as_str());
    }
    message
}

/// Whose wording was replaced.
#[must_use]
pub fn replaced(address: &str, replaced: Option<&(u32, String)>, keep: Keep) -> Option<Message> {
    let (revision, person) = replaced?;
    let id = in_tense(keep, "warn-set-replaced", "warn-would-set-replaced");
    let message = Message::new(id).with("revision", *revision).with("person", person.as_str());
    Some(message.with("address", address))
}
