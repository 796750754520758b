//! Sources that were written into, and sources in the place of translations: neither is taken, and nothing is decided on such a row.

use super::identity::is_source_of;
use super::shown::{Shown, known};
use crate::model::{Direction, Failure, Message, ReturnedRow};
use crate::store::{ArticleHead, RevisionRow};
use crate::text::is_arabic_letter;

/// Whether a row has the source where its translation belongs. A source without a word of its script, such as a year, may be its own
/// translation, unless the two cells were exchanged.
pub(super) fn is_in_place_of_target(head: &ArticleHead, base: &RevisionRow, row: &ReturnedRow) -> bool {
    let codes = known(std::iter::once(&base.source).chain(&base.target));
    if Shown::read(&row.target, &codes).bare() != Shown::of(&base.source, &codes).bare() {
        return false;
    }
    let is_from_right = head.source_language.direction() == Direction::Rtl;
    let is_foreign = is_from_right && head.target_language.direction() == Direction::Ltr;
    (is_foreign && base.source.text().chars().any(is_arabic_letter)) || !is_source_of(base, row)
}

/// Of a row that decides, and whose source is another than the one that is here.
pub(super) fn rewritten() -> Failure {
    let failure = Failure::usage("source-rewritten", Message::new("err-sheet-source-rewritten"));
    failure.hint(Message::new("rec-sheet-source-rewritten"))
}

/// Of a row that has the source where its translation belongs.
pub(super) fn as_target() -> Failure {
    let failure = Failure::usage("source-as-target", Message::new("err-sheet-source-as-target"));
    failure.hint(Message::new("rec-sheet-source-as-target"))
}
