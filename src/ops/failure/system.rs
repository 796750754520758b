//! What the system answers when it refuses, in our own sentences where they are known; others as the system says them.

use std::io;

use crate::model::{Argument, Message};

/// Why the system refused.
#[must_use]
pub fn reason(error: &io::Error) -> Argument {
    use io::ErrorKind as K;
    let id = match error.kind() {
        K::NotFound => "system-not-found",
        K::PermissionDenied => "system-permission",
        K::IsADirectory => "system-is-folder",
        K::StorageFull | K::QuotaExceeded => "system-disk-full",
        K::ResourceBusy | K::ExecutableFileBusy => "system-busy",
        K::ReadOnlyFilesystem => "system-read-only",
        _ => return Argument::Text(error.to_string()),
    };
    Argument::Message(Message::new(id))
}

/// The same of an answer that was kept as text: `No such file or directory (os error 2)`.
pub(super) fn reason_of_text(detail: &str) -> Argument {
    if detail == "database or disk is full" {
        return reason(&io::ErrorKind::StorageFull.into());
    }
    let code = detail.rsplit_once("(os error ").and_then(|(_, code)| code.strip_suffix(')')?.parse().ok());
    code.map_or_else(|| Argument::Text(detail.to_owned()), |code| reason(&io::Error::from_raw_os_error(code)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn common_answers_of_the_system_are_told_in_our_own_sentences() {
        for (kind, id) in [
            (io::ErrorKind::NotFound, "system-not-found"),
            (io::ErrorKind::StorageFull, "system-disk-full"),
            (io::ErrorKind::ResourceBusy, "system-busy"),
        ] {
            assert_eq!(reason(&kind.into()), Argument::Message(Message::new(id)));
        }
        let of_text = reason_of_text("No such file or directory (os error 2)");
        assert_eq!(of_text, Argument::Message(Message::new("system-not-found")));
        let of_sqlite = reason_of_text("database or disk is full");
        assert_eq!(of_sqlite, Argument::Message(Message::new("system-disk-full")));
        assert_eq!(reason_of_text("disk I/O error"), Argument::Text("disk I/O error".to_owned()));
    }
}
