//! Sentences that name a command, with what stands in their place on a page: whoever works here has a button for it.

use crate::model::{Argument, Message};

/// The sentence of the command line, and that of the pages with the same arguments or fewer.
const ON_PAGES: [(&str, &str); 30] = [
    ("warn-set-replaced", "web-replaced"),
    ("rec-conflict", "web-rec-conflict"),
    ("rec-conflict-kept", "web-rec-conflict-kept"),
    ("rec-open-findings", "web-rec-open-findings"),
    ("rec-gate", "web-rec-gate"),
    ("rec-translate-first", "web-rec-translate-first"),
    ("rec-approve-first", "web-rec-approve-first"),
    ("rec-reopen-first", "web-rec-reopen-first"),
    ("rec-nothing-to-do", "web-rec-look-at-history"),
    ("rec-log", "web-rec-look-at-history"),
    ("rec-list", "web-rec-list"),
    ("rec-no-match", "web-rec-look-again"),
    ("rec-no-finding", "web-rec-look-again"),
    ("rec-conflict-ahead", "web-rec-look-again"),
    ("rec-comments", "web-rec-look-again"),
    ("rec-no-match-at-all", "web-rec-look-again"),
    ("rec-empty-comment", "web-rec-empty-comment"),
    ("rec-no-words", "web-rec-no-words"),
    ("rec-role", "web-rec-role"),
    ("rec-editor-only", "web-rec-editor-only"),
    ("rec-four-eyes", "web-rec-four-eyes"),
    ("rec-stood-on", "web-rec-stood-on"),
    ("rec-stands-on", "web-rec-stands-on"),
    ("rec-op-log", "web-rec-operations"),
    ("rec-op-show", "web-rec-operations"),
    ("rec-init", "web-rec-desk"),
    ("rec-foreign", "web-rec-desk"),
    ("rec-doctor", "web-rec-desk"),
    ("rec-damaged", "web-rec-desk"),
    ("rec-reindex", "web-rec-desk"),
];

/// The message as a page says it.
pub(super) fn on_page(mut message: Message) -> Message {
    if let Some((_, id)) = ON_PAGES.iter().find(|(id, _)| *id == message.id) {
        message.id = id;
    }
    for (_, argument) in &mut message.arguments {
        if let Argument::Message(inner) = argument {
            *inner = on_page(inner.clone());
        }
    }
    message
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::l10n::{Localizer, available_languages};

    /// Hints that no page tells: of import, of files, of backups, terms, the memory, the aligner and the review in Word.
    const ELSEWHERE: [&str; 52] = [
        "rec-already-imported",
        "rec-apply-fields",
        "rec-apply-other-file",
        "rec-backup-in-use",
        "rec-backup-list",
        "rec-backup-not-whole",
        "rec-block-known",
        "rec-block-name-taken",
        "rec-block-numbers",
        "rec-broken-off",
        "rec-concept-known",
        "rec-desk-exists",
        "rec-empty-concept",
        "rec-empty-pair",
        "rec-force",
        "rec-format-of-name",
        "rec-house-form",
        "rec-line-expect",
        "rec-memory-name",
        "rec-name-known",
        "rec-no-block",
        "rec-no-concept",
        "rec-no-entry",
        "rec-no-memories",
        "rec-no-name",
        "rec-no-pairs",
        "rec-no-partner",
        "rec-no-sheet",
        "rec-no-slug",
        "rec-no-term-table",
        "rec-nobody",
        "rec-not-a-lexicon",
        "rec-one-file",
        "rec-other-source",
        "rec-pairs-differ",
        "rec-purpose-untranslated",
        "rec-repair",
        "rec-same-file",
        "rec-same-language",
        "rec-sheet-decided",
        "rec-sheet-emptied",
        "rec-sheet-of-other",
        "rec-sheet-removed",
        "rec-sheet-revision",
        "rec-sheet-stale",
        "rec-sheet-unknown",
        "rec-slug-of-other",
        "rec-slug-taken",
        "rec-split-nowhere",
        "rec-swapped",
        "rec-swapped-terms",
        "rec-text-not-found",
    ];

    fn names_command(text: &str) -> bool {
        ["hunayn ", "--", "-m ", "$command"].iter().any(|sign| text.contains(sign))
    }

    /// The text of every source file of a folder.
    fn sources(folder: &std::path::Path, all: &mut String) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            match path.is_dir() {
                true => sources(&path, all),
                false => all.push_str(&std::fs::read_to_string(path).unwrap()),
            }
        }
    }

    #[test]
    fn every_hint_of_a_use_case_that_names_a_command_has_another_on_pages() {
        let mut all = String::new();
        sources(&std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/ops"), &mut all);
        let localizer = Localizer::new(&["en".to_owned()], false);
        let mut count = 0;
        for id in all.split('"').filter(|word| word.starts_with("rec-") && !word.contains(' ')) {
            let Some(text) = localizer.text(id).filter(|text| names_command(text)) else { continue };
            let is_told = ON_PAGES.iter().any(|(told, _)| *told == id);
            assert!(is_told != ELSEWHERE.contains(&id), "{id}: {text}");
            count += 1;
        }
        assert!(count > 60, "{count}");
    }

    #[test]
    fn what_pages_say_instead_names_no_command() {
        for language in available_languages() {
            let localizer = Localizer::new(&[language.to_string()], false);
            for (id, instead) in ON_PAGES {
                let (told, said) = (localizer.text(id).unwrap(), localizer.text(instead).unwrap());
                assert!(names_command(&told), "{id}: {told}");
                assert!(!names_command(&said), "{instead}: {said}");
            }
        }
    }
}
