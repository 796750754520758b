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

fn hex(paragraph: ParagraphId) -> String {
    paragraph.as_bytes().iter().map(|byte| format!("{byte:02x}")).collect()
}

fn of_hex(hex: &str) -> Option<ParagraphId> {
    let is_hex = hex.len() == 32 && hex.bytes().all(|byte| byte.is_ascii_hexdigit());
    is_hex.then(|| hex.parse().ok()).flatten()
}

/// The name of the bookmark in a row.
pub(super) fn bookmark(mark: RowMark) -> String {
    format!("{BOOKMARK}{}_{}", hex(mark.paragraph), mark.revision)
}

/// The tag of the control in a row.
pub(super) fn tag(mark: RowMark) -> String {
    format!("{TAG}{}-{}", hex(mark.paragraph), mark.revision)
}

/// The row that a bookmark marks.
pub(in crate::formats::docx) fn mark_of_bookmark(name: &str) -> Option<RowMark> {
    mark(name.strip_prefix(BOOKMARK)?.split_once('_')?)
}

/// The row that a tag marks.
pub(in crate::formats::docx) fn mark_of_tag(tag: &str) -> Option<RowMark> {
    mark(tag.strip_prefix(TAG)?.split_once('-')?)
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

fn mark((paragraph, revision): (&str, &str)) -> Option<RowMark> {
    Some(RowMark { paragraph: of_hex(paragraph)?, revision: revision.parse().ok()? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_comes_back_from_bookmark_and_tag_and_from_nothing_else() {
        let paragraph: ParagraphId = "0190a5b0-1111-7222-8333-0123456789ab".parse().unwrap();
        let mark = RowMark { paragraph, revision: u32::MAX };
        assert!(bookmark(RowMark { revision: 99_999, ..mark }).len() <= 40 && tag(mark).len() <= 64);
        assert_eq!(mark_of_bookmark(&bookmark(mark)), Some(mark));
        assert_eq!(mark_of_tag(&tag(mark)), Some(mark));
        for other in ["_Toc1", "_h", "_h00_1", "_hé", &bookmark(mark)[..30], "hunayn-row-", "hunayn-column-source"] {
            assert_eq!((mark_of_bookmark(other), mark_of_tag(other)), (None, None), "{other}");
        }
    }
}
