//! How the errors of use cases are told: class and code, what happened, what to do about it.

use super::error::OpsError;
use super::export::NotReady;
use crate::model::status::Status;
use crate::model::{Argument, DecisionKind, Failure, FailureClass, Message, Missing};
use crate::store::StoreError;

fn shown(path: &std::path::Path) -> String {
    path.display().to_string()
}

impl OpsError {
    /// How the error is told.
    #[must_use]
    pub fn failure(&self) -> Failure {
        use FailureClass as C;
        let plain = |class, code, message| Failure::new(class, code, message);
        match self {
            Self::Store(error) => store_failure(error),
            Self::Format { path, error } => {
                let message = Message::new("err-in-file").with("file", path.as_str()).with("what", error.message());
                plain(C::Usage, "format", message).hint(error.hint().unwrap_or(Message::new("rec-format")))
            }
            Self::File { path, error } => {
                plain(C::Usage, "file", file_message(path, error)).hint(Message::new("rec-file"))
            }
            Self::FileTooLarge { path, bytes } => plain(
                C::Usage,
                "too-large",
                Message::new("err-too-large")
                    .with("file", shown(path))
                    .with("bytes", i64::try_from(*bytes).unwrap_or(i64::MAX)),
            )
            .hint(Message::new("rec-too-large")),
            Self::NoArticle { slug, similar } => {
                let failure =
                    plain(C::NotFound, "no-article", Message::new("err-no-article").with("slug", slug.as_str()))
                        .at(slug.as_str());
                match similar {
                    Some(similar) => failure.hint(Message::new("rec-similar").with("similar", similar.as_str())),
                    None => failure.hint(Message::new("rec-list")),
                }
            }
            Self::NoParagraph { address, paragraphs } => {
                plain(C::NotFound, "no-paragraph", Message::new("err-no-paragraph").with("address", address.as_str()))
                    .hint(Message::new("rec-no-paragraph").with("paragraphs", *paragraphs))
                    .at(address.as_str())
            }
            Self::NoSegment { address, segments } => {
                plain(C::NotFound, "no-segment", Message::new("err-no-segment").with("address", address.as_str()))
                    .hint(Message::new("rec-no-segment").with("segments", *segments))
                    .at(address.as_str())
            }
            Self::NoRevision { address, revision } => plain(
                C::NotFound,
                "no-revision",
                Message::new("err-no-revision").with("address", address.as_str()).with("revision", *revision),
            )
            .hint(Message::new("rec-log").with("address", address.as_str()))
            .at(address.as_str()),
            Self::NoOperation { wanted } => {
                plain(C::NotFound, "no-operation", Message::new("err-no-operation").with("operation", wanted.as_str()))
                    .hint(Message::new("rec-op-log"))
            }
            Self::NoComment { wanted } => {
                plain(C::NotFound, "no-comment", Message::new("err-no-comment").with("comment", wanted.as_str()))
                    .hint(Message::new("rec-comments"))
            }
            Self::NothingTo { redo: false } => plain(C::Failed, "nothing-to-undo", Message::new("err-nothing-to-undo"))
                .hint(Message::new("rec-op-log")),
            Self::NothingTo { redo: true } => plain(C::Failed, "nothing-to-redo", Message::new("err-nothing-to-redo"))
                .hint(Message::new("rec-op-log")),
            Self::NotUndoable { operation } => {
                plain(C::Failed, "not-undoable", Message::new("err-not-undoable").with("operation", *operation))
                    .hint(Message::new("rec-op-log"))
            }
            Self::StoodOn { operation, by } => stood_on(*operation, by),
            Self::NotRedoable { operation } => {
                plain(C::Failed, "not-redoable", Message::new("err-not-redoable").with("operation", *operation))
                    .hint(Message::new("rec-op-log"))
            }
            Self::StandsOn { operation, on, by } => plain(
                C::Conflict,
                "stands-on",
                Message::new("err-stands-on").with("operation", *operation).with("on", *on).with("person", by.as_str()),
            )
            .hint(Message::new("rec-stands-on").with("on", *on)),
            Self::Conflict { address, expected, found, by, kept } => {
                let message = Message::new("err-conflict")
                    .with("address", address.as_str())
                    .with("expected", *expected)
                    .with("found", *found)
                    .with("by", by.as_str());
                let hint = match kept {
                    Some(path) => Message::new("rec-conflict-kept").with("file", shown(path)),
                    None => Message::new("rec-conflict"),
                };
                plain(C::Conflict, "conflict", message)
                    .hint(hint.with("address", address.as_str()))
                    .at(address.as_str())
            }
            Self::Kept { error, path } => error.failure().hint(Message::new("rec-edit-kept").with("file", shown(path))),
            Self::OneParagraph { address } => {
                plain(C::Usage, "one-paragraph", Message::new("err-one-paragraph").with("address", address.as_str()))
                    .hint(Message::new("rec-one-paragraph"))
                    .at(address.as_str())
            }
            Self::OneSegment { address } => {
                plain(C::Usage, "one-segment", Message::new("err-one-segment").with("address", address.as_str()))
                    .hint(Message::new("rec-one-segment"))
                    .at(address.as_str())
            }
            Self::Undecidable { address, decision, status } => plain(
                C::Failed,
                "not-possible",
                Message::new("err-undecidable")
                    .with("address", address.as_str())
                    .with("decision", *decision)
                    .with("status", *status),
            )
            .hint(undecidable_hint(*decision, *status))
            .at(address.as_str()),
            Self::Role { person, decision, needs } => plain(
                C::Gate,
                "role",
                Message::new("err-role").with("person", person.as_str()).with("decision", *decision),
            )
            .hint(Message::new("rec-role").with("role", *needs).with("person", person.as_str())),
            Self::EditorOnly { person } => {
                plain(C::Gate, "role", Message::new("err-editor-only").with("person", person.as_str()))
                    .hint(Message::new("rec-editor-only"))
            }
            Self::FourEyes { person, address } => plain(
                C::Gate,
                "four-eyes",
                Message::new("err-four-eyes").with("person", person.as_str()).with("address", address.as_str()),
            )
            .hint(Message::new("rec-four-eyes"))
            .at(address.as_str()),
            Self::Gate { slug, missing, required } => gate(slug, missing, *required),
            Self::NoFolder { folder, path } => plain(
                C::Usage,
                "no-folder",
                Message::new("err-no-folder").with("folder", shown(folder)).with("file", shown(path)),
            )
            .hint(Message::new("rec-no-folder")),
            Self::FileExists { path } => {
                plain(C::Failed, "file-exists", Message::new("err-file-exists").with("file", shown(path)))
                    .hint(Message::new("rec-force"))
            }
            Self::AlreadyImported { slug } => {
                plain(C::Failed, "already-imported", Message::new("err-already-imported").with("slug", slug.as_str()))
                    .hint(Message::new("rec-already-imported").with("slug", slug.as_str()))
                    .at(slug.as_str())
            }
            Self::SameFile { path } => {
                plain(C::Usage, "same-file", Message::new("err-same-file").with("file", path.as_str()))
                    .hint(Message::new("rec-same-file"))
            }
            Self::BrokenOff { error, operation, articles } => {
                let mut failure = error.failure();
                failure.message = Message::new("err-broken-off").with("count", *articles).with("what", failure.message);
                failure.hint(Message::new("rec-broken-off").with("operation", *operation))
            }
            Self::SameLanguage { language } => {
                plain(C::Usage, "same-language", Message::new("err-same-language").with("language", language.as_str()))
                    .hint(Message::new("rec-same-language"))
            }
            Self::SlugTaken { slug } => slug_taken(slug),
            Self::NoSlug { name } => {
                plain(C::Usage, "no-slug", Message::new("err-no-slug").with("name", name.as_str()))
                    .hint(Message::new("rec-no-slug"))
            }
            Self::EmptyFile { path } => {
                plain(C::Usage, "empty", Message::new("err-empty-file").with("file", path.as_str()))
                    .hint(Message::new("rec-empty-file"))
            }
            Self::UnusableFormat { format, usable } => {
                plain(C::Usage, "unknown-format", Message::new("err-unknown-format").with("format", format.as_str()))
                    .hint(Message::new("rec-one-of").with("values", usable.iter().copied().collect::<Argument>()))
            }
            Self::UnusableLayout { format, layout, usable } => plain(
                C::Usage,
                "unknown-layout",
                Message::new("err-unknown-layout").with("format", format.as_str()).with("layout", layout.as_str()),
            )
            .hint(Message::new("rec-one-of").with("values", usable.iter().copied().collect::<Argument>())),
            Self::Swapped => plain(C::Usage, "swapped", Message::new("err-swapped")).hint(Message::new("rec-swapped")),
            Self::PairList { path, line } => plain(
                C::Usage,
                "pair-list",
                Message::new("err-pair-list").with("file", shown(path)).with("line", *line),
            )
            .hint(Message::new("rec-pair-list")),
            Self::OneFile => {
                plain(C::Usage, "one-file", Message::new("err-one-file")).hint(Message::new("rec-one-file"))
            }
            Self::Repair { address, why } => {
                let hint = if *why == "err-split-nowhere" { "rec-split-nowhere" } else { "rec-repair" };
                plain(C::Failed, "repair", Message::new(why))
                    .hint(Message::new(hint).with("address", address.as_str()))
                    .at(address.as_str())
            }
            Self::TextNotFound { address, text } => plain(
                C::Usage,
                "text-not-found",
                Message::new("err-text-not-found").with("address", address.as_str()).with("text", text.as_str()),
            )
            .hint(Message::new("rec-text-not-found"))
            .at(address.as_str()),
            Self::SettingValue { setting, value, usable } => plain(
                C::Usage,
                "setting-value",
                Message::new("err-setting-value").with("setting", *setting).with("value", value.as_str()),
            )
            .hint(Message::new("rec-one-of").with("values", usable.iter().copied().collect::<Argument>())),
            Self::NoSetting { setting, usable } => {
                plain(C::Usage, "no-setting", Message::new("err-no-setting").with("setting", setting.as_str()))
                    .hint(Message::new("rec-one-of").with("values", usable.iter().copied().collect::<Argument>()))
            }
            Self::PairsDiffer { first, first_lines, second, second_lines } => plain(
                C::Usage,
                "pairs-differ",
                Message::new("err-pairs-differ")
                    .with("first", shown(first))
                    .with("firstlines", *first_lines)
                    .with("second", shown(second))
                    .with("secondlines", *second_lines),
            )
            .hint(Message::new("rec-pairs-differ")),
            Self::Glossary { path, line } => {
                plain(C::Usage, "glossary", Message::new("err-glossary").with("file", shown(path)).with("line", *line))
                    .hint(Message::new("rec-glossary"))
            }
            Self::NoPairs => {
                plain(C::Usage, "no-pairs", Message::new("err-no-pairs")).hint(Message::new("rec-no-pairs"))
            }
            Self::NotALexicon { path } => {
                plain(C::Usage, "not-a-lexicon", Message::new("err-not-a-lexicon").with("file", shown(path)))
                    .hint(Message::new("rec-not-a-lexicon"))
            }
            Self::NotUtf8 { path, byte } => {
                plain(C::Usage, "not-utf8", Message::new("err-not-utf8").with("file", shown(path)).with("byte", *byte))
                    .hint(Message::new("rec-not-utf8"))
            }
            Self::NothingToTake { address } => plain(
                C::Failed,
                "nothing-to-take",
                Message::new("err-nothing-to-take").with("address", address.as_str()),
            )
            .hint(Message::new("rec-translate-first"))
            .at(address.as_str()),
            Self::NothingToCompare { address } => plain(
                C::NotFound,
                "nothing-to-compare",
                Message::new("err-nothing-to-compare").with("address", address.as_str()),
            )
            .hint(Message::new("rec-log").with("address", address.as_str()))
            .at(address.as_str()),
            Self::EmptyComment => plain(C::Usage, "empty-comment", Message::new("err-empty-comment"))
                .hint(Message::new("rec-empty-comment")),
            Self::Nobody => plain(C::Usage, "nobody", Message::new("err-nobody")).hint(Message::new("rec-nobody")),
        }
    }
}

fn gate(slug: &str, missing: &[NotReady], required: Status) -> Failure {
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
    Failure { missing: missing.collect(), ..failure }
}

/// Names every operation that stands on the one that is to be undone or done again.
fn stood_on(operation: i64, by: &[(i64, String)]) -> Failure {
    let named = |(number, person): &(i64, String)| {
        Message::new("named-operation").with("operation", *number).with("person", person.as_str())
    };
    let join = |first: Message, next: Message| Message::new("list-of-two").with("first", first).with("next", next);
    let message = Message::new("err-stood-on").with("operation", operation);
    let message = by.iter().map(named).reduce(join).into_iter().fold(message, |message, all| message.with("by", all));
    let newest = by.last().map_or(operation, |(number, _)| *number);
    Failure::new(FailureClass::Conflict, "stood-on", message)
        .hint(Message::new("rec-stood-on").with("operation", operation).with("by", newest))
}

fn slug_taken(slug: &str) -> Failure {
    Failure::new(FailureClass::Conflict, "slug-taken", Message::new("err-slug-taken").with("slug", slug))
        .hint(Message::new("rec-slug-taken").with("slug", slug))
        .at(slug)
}

fn file_message(path: &std::path::Path, error: &std::io::Error) -> Message {
    use std::io::ErrorKind as K;
    let id = match error.kind() {
        K::NotFound => "err-file-not-found",
        K::PermissionDenied => "err-file-permission",
        K::IsADirectory => "err-file-is-folder",
        K::StorageFull => "err-disk-full",
        _ => return Message::new("err-file").with("file", shown(path)).with("detail", error.to_string()),
    };
    Message::new(id).with("file", shown(path))
}

fn store_failure(error: &StoreError) -> Failure {
    let desk = |code, id: &'static str, path: &std::path::Path| {
        Failure::new(FailureClass::Desk, code, Message::new(id).with("file", shown(path)))
    };
    match error {
        StoreError::Missing { path } => {
            Failure::new(FailureClass::NotFound, "no-desk", Message::new("err-no-desk-file").with("file", shown(path)))
                .hint(Message::new("rec-init"))
        }
        StoreError::Exists { path } => {
            Failure::new(FailureClass::Failed, "desk-exists", Message::new("err-desk-exists").with("file", shown(path)))
                .hint(Message::new("rec-desk-exists"))
        }
        StoreError::Foreign { path } => desk("foreign", "err-foreign", path).hint(Message::new("rec-foreign")),
        StoreError::Newer { path, found, known } => Failure::new(
            FailureClass::Desk,
            "newer",
            Message::new("err-newer").with("file", shown(path)).with("found", *found).with("known", *known),
        )
        .hint(Message::new("rec-newer")),
        StoreError::Damaged { path, detail } => Failure::new(
            FailureClass::Desk,
            "damaged",
            Message::new("err-damaged").with("file", shown(path)).with("detail", detail.as_str()),
        )
        .hint(Message::new("rec-damaged")),
        StoreError::Locked { path } => desk("locked", "err-locked", path).hint(Message::new("rec-locked")),
        StoreError::ReadOnly { path } => desk("read-only", "err-read-only", path).hint(Message::new("rec-read-only")),
        StoreError::SlugTaken { slug } => slug_taken(slug),
        StoreError::TakenBack { operation } => Failure::new(
            FailureClass::Conflict,
            "taken-back",
            Message::new("err-taken-back").with("operation", *operation),
        )
        .hint(Message::new("rec-op-log")),
        StoreError::Disk { path, detail } => Failure::new(
            FailureClass::Desk,
            "disk",
            Message::new("err-disk").with("file", shown(path)).with("detail", detail.as_str()),
        )
        .hint(Message::new("rec-disk")),
        StoreError::Sqlite(_) if error.is_damage() => {
            Failure::new(FailureClass::Desk, "damaged", Message::new("err-store").with("detail", error.to_string()))
                .hint(Message::new("rec-damaged"))
        }
        StoreError::Row { .. } | StoreError::Sqlite(_) => {
            Failure::new(FailureClass::Desk, "store", Message::new("err-store").with("detail", error.to_string()))
                .hint(Message::new("rec-doctor"))
        }
    }
}

/// What to do when a decision is not possible.
fn undecidable_hint(decision: DecisionKind, status: Status) -> Message {
    Message::new(match (decision, status) {
        (_, Status::Untranslated) => "rec-translate-first",
        (DecisionKind::Finalize, _) => "rec-approve-first",
        (DecisionKind::RequestChanges, Status::Final) => "rec-reopen-first",
        _ => "rec-nothing-to-do",
    })
}
