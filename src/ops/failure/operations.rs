//! Operations that cannot be undone or done again.

use crate::model::{Failure, Message};

pub(super) fn nothing_to_undo() -> Failure {
    Failure::failed("nothing-to-undo", Message::new("err-nothing-to-undo")).hint(Message::new("rec-op-log"))
}

pub(super) fn nothing_to_redo() -> Failure {
    Failure::failed("nothing-to-redo", Message::new("err-nothing-to-redo")).hint(Message::new("rec-op-log"))
}

pub(super) fn not_undoable(operation: i64) -> Failure {
    Failure::failed("not-undoable", Message::new("err-not-undoable").with("operation", operation))
        .hint(Message::new("rec-op-show").with("operation", operation))
}

pub(super) fn not_redoable(operation: i64) -> Failure {
    Failure::failed("not-redoable", Message::new("err-not-redoable").with("operation", operation))
        .hint(Message::new("rec-op-show").with("operation", operation))
}

/// So many operations are named; of more, the first and the last.
const MOST_NAMED: usize = 4;

/// Names the operations that stand on the one that is to be undone or done again.
pub(super) fn stood_on(operation: i64, by: &[(i64, String)]) -> Failure {
    let named = |(number, person): &(i64, String)| {
        Message::new("named-operation").with("operation", *number).with("person", person.as_str())
    };
    let join = |first: Message, next: Message| Message::new("list-of-two").with("first", first).with("next", next);
    let (newest, person) = by.last().map_or((operation, ""), |(number, person)| (*number, person.as_str()));
    let message = match by {
        [first, .., last] if by.len() > MOST_NAMED => Message::new("err-stood-on-many")
            .with("count", by.len())
            .with("first", named(first))
            .with("last", named(last)),
        _ => {
            let all = by.iter().map(named).reduce(join);
            all.into_iter().fold(Message::new("err-stood-on"), |message, all| message.with("by", all))
        }
    };
    let hint = Message::new("rec-stood-on").with("by", newest).with("person", person);
    Failure::conflict("stood-on", message.with("operation", operation))
        .hint(hint.with("command", format!("hunayn undo {newest} --yes")))
}

pub(super) fn stands_on(operation: i64, on: i64, by: &str) -> Failure {
    let message = Message::new("err-stands-on").with("operation", operation).with("on", on).with("person", by);
    Failure::conflict("stands-on", message)
        .hint(Message::new("rec-stands-on").with("command", format!("hunayn redo {on}")))
}
