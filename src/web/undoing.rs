//! Takes back what the person did, and does it again. What others did is not taken back here: that takes a question.

use super::notices::Notice;
use super::paragraph::stranded;
use super::reply::{Reply, status_of};
use super::visit::Visit;
use crate::l10n::moment;
use crate::model::{Failure, Message, OperationRef, OperationRow};
use crate::ops::Desk;
use crate::ops::operations::{self, LoggedOperation, Reversed};

pub(super) fn undo(visit: &Visit) -> Result<Reply, Failure> {
    answered(visit, undone(visit))
}

pub(super) fn redo(visit: &Visit) -> Result<Reply, Failure> {
    answered(visit, redone(visit))
}

fn undone(visit: &Visit) -> Result<Notice, Failure> {
    let mut desk = visit.desk_for("undo", "")?;
    let wanted = own(visit, &desk, |_| None)?;
    let written = operations::undo(&mut desk, Some(&wanted)).map_err(|error| error.failure())?;
    let number = written.value.operation.seq.number();
    Ok(Notice { done: told("out-undone", &written.value), redo: Some(number), ..Notice::default() })
}

fn redone(visit: &Visit) -> Result<Notice, Failure> {
    let mut desk = visit.desk_for("redo", "")?;
    // Whoever took it back, be it the work of this person, had a reason.
    let wanted = own(visit, &desk, |logged| logged.undone_by.as_ref())?;
    let written = operations::redo(&mut desk, Some(&wanted)).map_err(|error| error.failure())?;
    let undo = Some(written.value.operation.clone());
    Ok(Notice { done: told("out-redone", &written.value), undo, ..Notice::default() })
}

/// The page where the button was, with what was typed there and not sent off.
fn answered(visit: &Visit, result: Result<Notice, Failure>) -> Result<Reply, Failure> {
    let notices = &visit.workbench.notices;
    match result {
        Ok(notice) => {
            let typed = visit.told().and_then(|number| notices.take_typed(number));
            let path = visit.here.split('?').next().unwrap_or("/").to_owned();
            Ok(Reply::GoTo(path, Box::new(Notice { typed, ..notice })))
        }
        Err(failure) => match visit.told().and_then(|number| notices.find(number)).and_then(|notice| notice.typed) {
            Some(typed) => Ok(Reply::Page(status_of(&failure), stranded(visit, &failure, &typed))),
            None => Err(failure),
        },
    }
}

/// The operation that is named, which must be the person's own, and what else of it must be.
fn own(
    visit: &Visit,
    desk: &Desk,
    also: impl Fn(&LoggedOperation) -> Option<&OperationRow>,
) -> Result<OperationRef, Failure> {
    let number = visit.form.number("operation");
    let wanted = OperationRef::Seq(number.ok_or_else(|| Failure::usage("request", Message::new("err-web-request")))?);
    let logged = operations::show(desk, &wanted).map_err(|error| error.failure())?.logged;
    let concerned = std::iter::once(&logged.operation).chain(also(&logged));
    let of_another = concerned.map(|operation| &operation.person).find(|person| *person != desk.person());
    let Some(person) = of_another else { return Ok(wanted) };
    let is_done = *person == logged.operation.person;
    let message = Message::new(if is_done { "err-web-not-own" } else { "err-web-not-own-undo" });
    let message = message.with("person", person.as_str());
    Err(Failure::gate("role", message).hint(Message::new("rec-web-not-own").with("person", person.as_str())))
}

/// The operation, and where the paragraphs stand now.
fn told(id: &'static str, reversed: &Reversed) -> Vec<Message> {
    let OperationRow { seq, kind, person, at, .. } = &reversed.operation;
    let first = Message::new(id)
        .with("number", seq.number())
        .with("kind", *kind)
        .with("person", person.as_str())
        .with("at", moment(at));
    let moved = reversed.moved.iter().filter_map(|moved| {
        let (status, revision) = moved.now?;
        let message = Message::new("out-set").with("address", moved.address.as_str()).with("revision", revision);
        Some(message.with("status", status))
    });
    std::iter::once(first).chain(moved).collect()
}
