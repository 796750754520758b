//! Desks that cannot be opened, read or written.

use std::path::Path;

use super::shown;
use crate::model::{Failure, Message};
use crate::store::StoreError;

pub(super) fn store(error: &StoreError) -> Failure {
    let of_file = |id: &'static str, path: &Path| Message::new(id).with("file", shown(path));
    match error {
        StoreError::Missing { path } => {
            Failure::not_found("no-desk", of_file("err-no-desk-file", path)).hint(Message::new("rec-init"))
        }
        StoreError::Exists { path } => {
            Failure::failed("desk-exists", of_file("err-desk-exists", path)).hint(Message::new("rec-desk-exists"))
        }
        StoreError::Foreign { path } => {
            Failure::desk("foreign", of_file("err-foreign", path)).hint(Message::new("rec-foreign"))
        }
        StoreError::Newer { path, found, known } => {
            Failure::desk("newer", of_file("err-newer", path).with("found", *found).with("known", *known))
                .hint(Message::new("rec-newer"))
        }
        StoreError::Damaged { path, detail } => {
            Failure::desk("damaged", of_file("err-damaged", path).with("detail", detail.as_str()))
                .hint(Message::new("rec-damaged"))
        }
        StoreError::Locked { path } => {
            Failure::desk("locked", of_file("err-locked", path)).hint(Message::new("rec-locked"))
        }
        StoreError::ReadOnly { path } => {
            Failure::desk("read-only", of_file("err-read-only", path)).hint(Message::new("rec-read-only"))
        }
        StoreError::Disk { path, detail } => {
            Failure::desk("disk", of_file("err-disk", path).with("detail", super::system::reason_of_text(detail)))
                .hint(Message::new("rec-disk"))
        }
        StoreError::SlugTaken { slug } => super::importing::slug_taken(slug),
        StoreError::TakenBack { operation } => taken_back(*operation),
        StoreError::Row { .. } | StoreError::Sqlite(_) => unreadable(error),
    }
}

fn taken_back(operation: i64) -> Failure {
    Failure::conflict("taken-back", Message::new("err-taken-back").with("operation", operation))
        .hint(Message::new("rec-op-log"))
}

fn unreadable(error: &StoreError) -> Failure {
    let detail = error.to_string();
    if error.is_damage() {
        let message = Message::new("err-damaged-desk").with("detail", detail);
        return Failure::desk("damaged", message).hint(Message::new("rec-damaged"));
    }
    Failure::desk("store", Message::new("err-store").with("detail", detail)).hint(Message::new("rec-doctor"))
}
