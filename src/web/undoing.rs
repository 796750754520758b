//! Takes back what the person did, and does it again. What others did is not taken back here: that takes a question.

use super::notices::Notice;
use super::page::own_path;
use super::reply::Reply;
use super::visit::Visit;
use crate::l10n::moment;
use crate::model::{Failure, Message, OperationRef, OperationRow};
use crate::ops::Desk;
use crate::ops::operations::{self, Reversed};

pub(super) fn undo(visit: &Visit) -> Result<Reply, Failure> {
    let mut desk = visit.desk_for("undo", "")?;
    let wanted = own(visit, &desk)?;
    let written = operations::undo(&mut desk, Some(&wanted)).map_err(|error| error.failure())?;
    let number = written.value.operation.seq.number();
    let notice = Notice { done: told("out-undone", &written.value), redo: Some(number), ..Notice::default() };
    Ok(Reply::GoTo(own_path(visit.form.given("back")).to_owned(), Box::new(notice)))
}

pub(super) fn redo(visit: &Visit) -> Result<Reply, Failure> {
    let mut desk = visit.desk_for("redo", "")?;
    let wanted = own(visit, &desk)?;
    let written = operations::redo(&mut desk, Some(&wanted)).map_err(|error| error.failure())?;
    let undo = Some(written.value.operation.clone());
    let notice = Notice { done: told("out-redone", &written.value), undo, ..Notice::default() };
    Ok(Reply::GoTo(own_path(visit.form.given("back")).to_owned(), Box::new(notice)))
}

/// The operation that is named, which must be the person's own.
fn own(visit: &Visit, desk: &Desk) -> Result<OperationRef, Failure> {
    let number = visit.form.number("operation");
    let wanted = OperationRef::Seq(number.ok_or_else(|| Failure::usage("request", Message::new("err-web-request")))?);
    let shown = operations::show(desk, &wanted).map_err(|error| error.failure())?;
    let person = &shown.logged.operation.person;
    if person == desk.person() {
        return Ok(wanted);
    }
    let message = Message::new("err-web-not-own").with("person", person.as_str());
    Err(Failure::gate("role", message).hint(Message::new("rec-web-not-own")))
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
