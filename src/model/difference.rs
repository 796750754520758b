//! What differs between two texts, two contents, two versions of an article. How it is found is the business of `diff`.

use std::ops::Range;

use super::content::{CodeElement, CodeId};

/// What happened to a piece of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DiffOp {
    /// The piece stands in both texts.
    Equal,
    /// The piece stands in the new text only.
    Insert,
    /// The piece stands in the old text only.
    Delete,
}

/// A stretch of text with what happened to it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct DiffPiece {
    /// What happened.
    pub op: DiffOp,
    /// The text, exactly as it stands in its version; never empty.
    pub text: String,
}

/// The smallest unit that a difference may show.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Grain {
    /// Words by the word boundaries of UAX #29; vowel signs stay with their word.
    Words,
    /// Extended grapheme clusters of UAX #29: what a reader takes for one character.
    Characters,
}

/// An inline code with what it spans.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CodeSpan {
    /// Its number.
    pub id: CodeId,
    /// What it means.
    pub element: CodeElement,
    /// UTF-8 byte range of the text between its ends; empty for a code that stands alone or has lost its other end.
    pub range: Range<usize>,
    /// The text of that range.
    pub text: String,
    /// Whether one end is missing.
    pub is_unpaired: bool,
}

/// The inline codes in which two contents differ.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CodeChanges {
    /// Codes of the old content that the new one lacks, in order.
    pub removed: Vec<CodeSpan>,
    /// Codes of the new content that the old one lacks, in order.
    pub added: Vec<CodeSpan>,
    /// What is typed into the old text for its codes, by byte offset, in order.
    pub old_marks: Vec<(usize, String)>,
    /// The same for the new text.
    pub new_marks: Vec<(usize, String)>,
}

/// The difference between two contents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContentDiff {
    /// The texts: pieces that replay both byte for byte.
    pub pieces: Vec<DiffPiece>,
    /// The codes; `None` when they do not differ.
    pub codes: Option<CodeChanges>,
}

impl ContentDiff {
    /// Whether anything differs.
    #[must_use]
    pub fn differs(&self) -> bool {
        self.codes.is_some() || self.words_differ()
    }

    /// Whether the texts differ, whatever their codes.
    #[must_use]
    pub fn words_differ(&self) -> bool {
        self.pieces.iter().any(|piece| piece.op != DiffOp::Equal)
    }
}

/// How a paragraph of the old version stands in the new one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Change {
    /// Text and inline codes are equal, byte for byte.
    Unchanged,
    /// Only vowel signs, spacing, punctuation outside numbers, quotes or inline codes changed.
    Cosmetic,
    /// Few words changed, and a number, a date, a name or a negation is among them: small to the eye, dangerous to miss.
    Numbers,
    /// The paragraph is recognisable and its words changed.
    Rewritten,
    /// The paragraph is in the new version only.
    New,
    /// The paragraph is in the old version only.
    Deleted,
}
