//! Copies of a desk that cannot be made, or not be restored.

use super::shown;
use crate::model::{Failure, Message};
use crate::ops::backup::BackupProblem as P;

pub(super) fn problem(problem: &P) -> Failure {
    match problem {
        P::Exists { path } => Failure::failed("file-exists", Message::new("err-file-exists").with("file", shown(path)))
            .hint(Message::new("rec-backup-name")),
        P::NoPlainFile { path } => {
            Failure::failed("no-plain-file", Message::new("err-no-plain-file").with("file", shown(path)))
                .hint(Message::new("rec-backup-name"))
        }
        P::NoFolder { folder } => {
            Failure::usage("no-folder", Message::new("err-backup-no-folder").with("folder", shown(folder)))
                .hint(Message::new("rec-backup-no-folder"))
        }
        P::DeskItself { path } => {
            Failure::usage("desk-itself", Message::new("err-backup-desk-itself").with("file", shown(path)))
                .hint(Message::new("rec-backup-list"))
        }
        P::NotWhole { path, detail } => {
            let message = Message::new("err-backup-not-whole").with("file", shown(path));
            Failure::desk("damaged", message.with("detail", detail.as_str())).hint(Message::new("rec-backup-not-whole"))
        }
        P::Damaged { path, .. } => {
            Failure::desk("damaged", Message::new("err-backup-damaged").with("file", shown(path)))
                .hint(Message::new("rec-backup-list"))
        }
        P::NotACopy { path } => Failure::desk("foreign", Message::new("err-foreign").with("file", shown(path)))
            .hint(Message::new("rec-backup-list")),
        P::InUse { path } => Failure::desk("locked", Message::new("err-backup-in-use").with("file", shown(path)))
            .hint(Message::new("rec-backup-in-use")),
    }
}
