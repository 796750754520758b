//! Sentences that one side alone has on purpose: left out of the translation by the editor, or added to it as a gloss.

use std::collections::BTreeMap;

use super::article::SourceSide;
use super::decision::closed_set;
use super::revision::Bead;

closed_set! {
    /// What a mark on such a sentence says.
    PurposeEffect {
        /// One side has it on purpose.
        Mark = "mark",
        /// Nobody says so any more.
        Unmark = "unmark",
    }
}

/// Why one side alone has a segment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Purpose {
    /// Who said so.
    pub person: String,
    /// When (RFC 3339, UTC).
    pub at: String,
    /// The reason.
    pub reason: String,
}

/// The purposes of a paragraph's segments, by the index of the segment.
pub type Purposes = BTreeMap<usize, Purpose>;

impl Bead {
    /// The side that alone has words in this segment, and the text there without the white space around it; `None` where both
    /// have, or neither.
    #[must_use]
    pub fn lone_text<'t>(&self, source: &'t str, target: &'t str) -> Option<(SourceSide, &'t str)> {
        let (source, target) = (source.get(self.source.clone())?.trim(), target.get(self.target.clone())?.trim());
        match (source.is_empty(), target.is_empty()) {
            (false, true) => Some((SourceSide::Source, source)),
            (true, false) => Some((SourceSide::Target, target)),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_stands_alone_where_the_other_side_has_no_words() {
        let (source, target) = ("نعم. لا. ", "Yes.  ");
        let bead = |source, target| Bead { source, target, confidence: None };
        let split = "نعم. ".len();
        assert_eq!(bead(0..split, 0..5).lone_text(source, target), None);
        assert_eq!(bead(split..source.len(), 5..6).lone_text(source, target), Some((SourceSide::Source, "لا.")));
        assert_eq!(bead(0..0, 0..5).lone_text(source, target), Some((SourceSide::Target, "Yes.")));
        assert_eq!(bead(0..0, 5..6).lone_text(source, target), None);
        assert_eq!(bead(0..99, 0..0).lone_text(source, target), None, "a range of no text");
    }
}
