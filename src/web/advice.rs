//! Sentences that name a command, with what stands in their place on a page: whoever works here has a button for it.

use crate::model::{Argument, Message};

/// The sentence of the command line, and that of the pages with the same arguments or fewer.
const ON_PAGES: [(&str, &str); 13] = [
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

    #[test]
    fn what_pages_say_instead_names_no_command() {
        for language in available_languages() {
            let localizer = Localizer::new(&[language.to_string()], false);
            for (id, instead) in ON_PAGES {
                let (told, said) = (localizer.text(id).unwrap(), localizer.text(instead).unwrap());
                assert!(told.contains("hunayn ") || told.contains("--"), "{id}: {told}");
                assert!(!said.contains("hunayn ") && !said.contains("--"), "{instead}: {said}");
            }
        }
    }
}
