//! The title of an article on its way out, and the language it is in. Invents none.

use super::islands::is_rtl;
use crate::model::{Bitext, BitextRow, Completeness, Direction, Language, Layout, WriteOptions};

/// The title for the metadata of a file, with the mark of a draft before it.
pub(super) fn document_title(bitext: &Bitext, options: &WriteOptions<'_>) -> String {
    let title = shown_title(bitext, options).unwrap_or(&bitext.slug);
    match bitext.completeness {
        Completeness::Draft => format!("{} · {title}", options.labels.notice(|notices| &notices.draft)),
        Completeness::Complete => title.to_owned(),
    }
}

/// The title, unless the finished article would show it in the language of the source.
pub(super) fn shown_title<'a>(bitext: &'a Bitext, options: &WriteOptions<'_>) -> Option<&'a str> {
    let in_target = title_language(bitext).direction() == bitext.target_language.direction();
    let title = Some(bitext.title.as_str()).filter(|title| !title.trim().is_empty());
    title.filter(|_| options.layout != Layout::Target || in_target)
}

/// The language of the title, which is that of the target or, while there is none, of the source.
pub(super) fn title_language(bitext: &Bitext) -> &Language {
    let of_row = |row: &BitextRow| row.target.as_ref().is_some_and(|target| target.text() == bitext.title);
    let written_in = if bitext.title.chars().any(is_rtl) { Direction::Rtl } else { Direction::Ltr };
    if bitext.rows.iter().any(of_row) || bitext.source_language.direction() != written_in {
        &bitext.target_language
    } else {
        &bitext.source_language
    }
}
