//! By what a document is known when it comes back: names of its properties, of bookmarks, and tags of content controls.

use crate::model::{Column, ParagraphId, RowMark};

/// The property that names the article.
pub(in crate::formats::docx) const ARTICLE: &str = "HunaynArticle";
/// The property that names the newest operation that the document has seen.
pub(in crate::formats::docx) const OPERATION: &str = "HunaynOperation";
/// The property that says which part of the article went out.
pub(in crate::formats::docx) const PART: &str = "HunaynPart";
/// What the tag of the control, and the name of the bookmark, in the head of a column begins with.
const COLUMN_TAG: &str = "hunayn-column-";
const COLUMN_BOOKMARK: &str = "_hcolumn_";

/// A bookmark that begins with a low line is not shown; its name has at most 40 characters.
const BOOKMARK: &str = "_h";
const TAG: &str = "hunayn-row-";

/// How many digits to base 36 the greatest id of a paragraph has, and the greatest imprint.
const ID_DIGITS: usize = 25;
const IMPRINT_DIGITS: usize = 7;

/// A number to base 36, with zeros before it until it has so many digits.
fn digits(mut number: u128, width: usize) -> String {
    let mut digits = Vec::with_capacity(width);
    while number > 0 || digits.len() < width.max(1) {
        digits.extend(u32::try_from(number % 36).ok().and_then(|digit| char::from_digit(digit, 36)));
        number /= 36;
    }
    digits.iter().rev().collect()
}

/// The number that has these digits, and exactly so many of them where `width` says so.
fn of_digits(digits: &str, width: Option<usize>) -> Option<u128> {
    let is_wide = width.is_none_or(|width| digits.len() == width) && digits.bytes().all(|b| b.is_ascii_alphanumeric());
    is_wide.then(|| u128::from_str_radix(digits, 36).ok()).flatten()
}

/// Paragraph, revision and imprint, as short as a name of Word has to be.
fn written(mark: RowMark) -> String {
    let paragraph = digits(u128::from_be_bytes(*mark.paragraph.as_bytes()), ID_DIGITS);
    let imprint = digits(u128::from(mark.imprint), IMPRINT_DIGITS);
    format!("{paragraph}_{}_{imprint}", digits(u128::from(mark.revision), 1))
}

/// The name of the bookmark in a row.
pub(in crate::formats::docx) fn bookmark(mark: RowMark) -> String {
    format!("{BOOKMARK}{}", written(mark))
}

/// The tag of the control in a row.
pub(super) fn tag(mark: RowMark) -> String {
    format!("{TAG}{}", written(mark))
}

/// The row that a bookmark marks.
pub(in crate::formats::docx) fn mark_of_bookmark(name: &str) -> Option<RowMark> {
    read(name.strip_prefix(BOOKMARK)?)
}

/// The row that a tag marks.
pub(in crate::formats::docx) fn mark_of_tag(tag: &str) -> Option<RowMark> {
    read(tag.strip_prefix(TAG)?)
}

/// The tag of the control in the head of a column, and the name of the bookmark there.
pub(super) fn column_marks(column: Column) -> [String; 2] {
    [COLUMN_TAG, COLUMN_BOOKMARK].map(|beginning| format!("{beginning}{}", column.as_str()))
}

/// The column that a tag or a bookmark marks.
pub(in crate::formats::docx) fn column_of(name: &str) -> Option<Column> {
    let name = name.strip_prefix(COLUMN_TAG).or_else(|| name.strip_prefix(COLUMN_BOOKMARK))?;
    Column::ALL.into_iter().find(|column| column.as_str() == name)
}

fn read(written: &str) -> Option<RowMark> {
    let mut parts = written.split('_');
    let paragraph = of_digits(parts.next()?, Some(ID_DIGITS))?;
    let revision = u32::try_from(of_digits(parts.next()?, None)?).ok()?;
    let imprint = u64::try_from(of_digits(parts.next()?, Some(IMPRINT_DIGITS))?).ok()?;
    let paragraph = ParagraphId::from_bytes(paragraph.to_be_bytes());
    parts.next().is_none().then_some(RowMark { paragraph, revision, imprint })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_comes_back_from_bookmark_and_tag_and_from_nothing_else() {
        let paragraph: ParagraphId = "0190a5b0-1111-7222-8333-0123456789ab".parse().unwrap();
        let mark = RowMark { paragraph, revision: u32::MAX, imprint: RowMark::IMPRINTS - 1 };
        assert!(bookmark(RowMark { revision: 999_999, ..mark }).len() <= 40 && tag(mark).len() <= 64);
        let greatest = ParagraphId::from_bytes([0xff; 16]);
        for mark in [mark, RowMark { paragraph: greatest, revision: 1, imprint: 0 }] {
            assert_eq!(mark_of_bookmark(&bookmark(mark)), Some(mark));
            assert_eq!(mark_of_tag(&tag(mark)), Some(mark));
        }
        for other in [
            "_Toc1",
            "_h",
            "_h00_1",
            "_hé",
            &bookmark(mark)[..39],
            &format!("{}_1", bookmark(mark)),
            "hunayn-row-",
            "hunayn-column-source",
        ] {
            assert_eq!((mark_of_bookmark(other), mark_of_tag(other)), (None, None), "{other}");
        }
    }
}
