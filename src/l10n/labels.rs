//! The words around the texts of an exported document. What the document looks like is the business of `formats`.

use super::Localizer;
use crate::model::{BitextLabels, Language, Message, Notices, ParagraphKind, Status};

/// The words around the texts, in the language of the interface; the notices in every language that the program speaks.
#[must_use]
pub fn labels(localizer: &Localizer, source: &Language, target: &Language) -> BitextLabels {
    let word = |id: &'static str| localizer.sentence(&Message::new(id));
    BitextLabels {
        language: localizer.language(),
        notices: super::available_languages().iter().map(notices).collect(),
        number: word("label-number"),
        source: localizer.language_name(source),
        target: localizer.language_name(target),
        status: word("label-status"),
        comment: word("label-comment"),
        kind: word("label-kind"),
        stale: word("status-stale"),
        statuses: Status::ALL.iter().map(|status| localizer.sentence(&Message::from(*status))).collect(),
        kinds: ParagraphKind::ALL.iter().map(|kind| localizer.sentence(&Message::from(*kind))).collect(),
    }
}

/// What a document says of itself, in a language.
fn notices(language: &Language) -> Notices {
    let localizer = Localizer::new(&[language.to_string()], false);
    let word = |id: &'static str| localizer.sentence(&Message::new(id));
    Notices {
        language: localizer.language(),
        draft: word("label-draft"),
        gap: word("label-gap"),
        left_out: word("label-left-out"),
    }
}
