//! Files, formats and layouts.

use std::io;
use std::path::Path;

use super::{one_of, shown};
use crate::formats::FormatError;
use crate::model::{Failure, Message};

pub(super) fn format(path: &str, error: &FormatError) -> Failure {
    Failure::usage("format", Message::new("err-in-file").with("file", path).with("what", error.message()))
        .hint(error.hint())
}

pub(super) fn file(path: &Path, error: &io::Error) -> Failure {
    use io::ErrorKind as K;
    let message = match error.kind() {
        K::NotFound => Message::new("err-file-not-found"),
        K::PermissionDenied => Message::new("err-file-permission"),
        K::IsADirectory => Message::new("err-file-is-folder"),
        K::StorageFull => Message::new("err-disk-full"),
        _ => Message::new("err-file").with("detail", super::reason(error)),
    };
    Failure::usage("file", message.with("file", shown(path))).hint(Message::new("rec-file"))
}

pub(super) fn not_utf8(path: &Path, byte: usize) -> Failure {
    Failure::usage("not-utf8", Message::new("err-not-utf8").with("file", shown(path)).with("byte", byte))
        .hint(Message::new("rec-not-utf8"))
}

pub(super) fn too_large(path: &Path, bytes: u64) -> Failure {
    let bytes = i64::try_from(bytes).unwrap_or(i64::MAX);
    Failure::usage("too-large", Message::new("err-too-large").with("file", shown(path)).with("bytes", bytes))
        .hint(Message::new("rec-too-large"))
}

pub(super) fn no_folder(folder: &Path, path: &Path) -> Failure {
    let message = Message::new("err-no-folder").with("folder", shown(folder)).with("file", shown(path));
    Failure::usage("no-folder", message).hint(Message::new("rec-no-folder"))
}

pub(super) fn exists(path: &Path) -> Failure {
    Failure::failed("file-exists", Message::new("err-file-exists").with("file", shown(path)))
        .hint(Message::new("rec-force"))
}

pub(super) fn no_plain_file(path: &Path) -> Failure {
    Failure::failed("no-plain-file", Message::new("err-no-plain-file").with("file", shown(path)))
        .hint(Message::new("rec-no-plain-file"))
}

pub(super) fn no_sheet(path: &Path) -> Failure {
    Failure::usage("no-sheet", Message::new("err-no-sheet").with("file", shown(path)))
        .hint(Message::new("rec-no-sheet"))
}

pub(super) fn sheet_of_other(path: &Path, slug: &str, other: Option<&str>) -> Failure {
    let hint = match other {
        Some(other) => Message::new("rec-sheet-of-other").with("other", other).with("file", shown(path)),
        None => Message::new("rec-sheet-of-no-article"),
    };
    Failure::usage("sheet-of-other", Message::new("err-sheet-of-other").with("file", shown(path)).with("slug", slug))
        .hint(hint)
}

pub(super) fn unusable_format(format: &str, usable: &[&'static str]) -> Failure {
    Failure::usage("unknown-format", Message::new("err-unknown-format").with("format", format)).hint(one_of(usable))
}

pub(super) fn format_of_name(path: &Path, named: &str, (format, extension): (&str, &str)) -> Failure {
    let message = Message::new("err-format-of-name").with("file", shown(path)).with("named", named);
    let hint = Message::new("rec-format-of-name").with("named", named).with("extension", extension);
    Failure::usage("format-of-name", message.with("format", format)).hint(hint)
}

pub(super) fn unusable_layout(format: &str, layout: &str, usable: &[&'static str]) -> Failure {
    let message = Message::new("err-unknown-layout").with("format", format).with("layout", layout);
    Failure::usage("unknown-layout", message).hint(one_of(usable))
}
