//! What `doctor` finds worth a look on a sound desk. Nothing of it is damage.

use super::article::SourceSide;
use super::operation::OperationRow;

/// Something to look at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Remark {
    /// A paragraph holds characters that an article seldom means to have.
    OddCharacters {
        /// The slug of its article.
        article: String,
        /// Its number there.
        number: u32,
        /// In which of its texts.
        side: SourceSide,
        /// How many there are.
        count: usize,
        /// Which, each once, in the order of Unicode.
        characters: Vec<char>,
    },
    /// An operation of which only a part is written: one is at it still, or it was broken off.
    Incomplete(OperationRow),
}
