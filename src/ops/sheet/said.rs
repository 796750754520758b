//! What a row says in comments, and which of it is on its paragraph already.

use super::report::RowComment;
use crate::formats::printable_text;
use crate::model::{OperationSeq, ReturnedRow, SheetComment};
use crate::store::CommentRow;

/// A comment of a row.
pub(super) struct Saying {
    /// What it comes in as: with the name of its author where that is somebody else than who acts.
    pub(super) text: String,
    /// The author and the words; without an author the words alone.
    author: String,
    words: String,
    /// The same without the words that it is fixed to, where there are such.
    bare: Option<String>,
}

impl Saying {
    /// A comment of a document.
    pub(super) fn of(comment: &SheetComment, person: &str) -> Self {
        let bare = (!comment.anchor.is_empty()).then(|| comment.text.trim().to_owned());
        Self {
            text: comment_text(comment, person),
            author: comment.author.trim().to_owned(),
            words: comment.words(),
            bare,
        }
    }

    /// What stands in the column of comments.
    pub(super) fn own(words: &str) -> Self {
        Self { text: words.to_owned(), author: String::new(), words: words.to_owned(), bare: None }
    }

    /// Whether a comment of the desk is this one: what it says begins with its author, unless that is who wrote it down. What names no
    /// author is in no sheet that went out.
    fn is(&self, known: &CommentRow, went_out: bool) -> bool {
        self.is_with(&self.words, known, went_out)
    }

    /// What went out on a whole text may come back fixed to a part of it, when the text became longer.
    fn is_but_for_its_place(&self, known: &CommentRow, went_out: bool) -> bool {
        went_out && self.bare.as_ref().is_some_and(|bare| self.is_with(bare, known, went_out))
    }

    fn is_with(&self, words: &str, known: &CommentRow, went_out: bool) -> bool {
        if self.author.is_empty() {
            return !went_out && compared(&known.text) == compared(words);
        }
        let full = compared(&format!("{}: {words}", self.author));
        full == compared(&known.text) || full == compared(&format!("{}: {}", known.person, known.text))
    }
}

/// Sets apart what is new. `known` are the comments that the paragraph has; `operation` is the one with which the sheet went out, where
/// that is known: what was resolved before it is not in the sheet, and may be said again. What is said twice is there twice.
pub(super) fn sift<'c>(
    said: Vec<Saying>,
    known: impl Iterator<Item = &'c CommentRow>,
    operation: Option<OperationSeq>,
) -> Vec<RowComment> {
    let went_out = |comment: &CommentRow| operation.is_some_and(|operation| comment.operation <= operation);
    let is_past = |comment: &CommentRow| {
        let resolved = comment.resolved_in.zip(operation).is_some_and(|(resolved, operation)| resolved <= operation);
        went_out(comment) && resolved
    };
    let mut known: Vec<&CommentRow> = known.filter(|comment| !is_past(comment)).collect();
    let mut is_there = vec![false; said.len()];
    for is in [Saying::is, Saying::is_but_for_its_place] {
        for (saying, is_there) in said.iter().zip(&mut is_there).filter(|(_, is_there)| !**is_there) {
            let found = known.iter().position(|comment| is(saying, comment, went_out(comment)));
            *is_there = found.map(|at| known.remove(at)).is_some();
        }
    }
    said.into_iter()
        .zip(is_there)
        .map(|(saying, is_there)| RowComment { text: saying.text, is_new: !is_there })
        .collect()
}

/// What stands in the column of comments.
pub(super) fn own_comment(row: &ReturnedRow) -> Option<String> {
    Some(row.comment.trim().to_owned()).filter(|comment| !comment.is_empty())
}

/// What a comment says, after the name of who wrote it where that is somebody else than who acts.
pub(super) fn comment_text(comment: &SheetComment, person: &str) -> String {
    let (author, text) = (comment.author.trim(), comment.words());
    if author.is_empty() || author == person { text } else { format!("{author}: {text}") }
}

/// A text without its white space, since programs lose the line ends of comments.
pub(super) fn compared(text: &str) -> String {
    printable_text(text).split_whitespace().collect()
}
