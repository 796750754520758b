//! Paragraphs that are left out of the finished article: marks that a person sets and takes away, each bound to the source it saw.
//! Independent of status: a paragraph that is left out may be anything from untranslated to final.

use super::decision::closed_set;
use super::id::TextHash;

closed_set! {
    /// What a mark says.
    ExclusionEffect {
        /// The paragraph is left out.
        Exclude = "exclude",
        /// It is in again.
        Include = "include",
    }
}

/// Which mark leaves a paragraph out: its index in `marks`, or `None` for a paragraph that is in.
///
/// `marks` are all that count (those of undone operations left out), oldest first, each with the hash of the source it was set
/// on. The newest of those set on exactly this source decides, as with decisions: what was left out as a repetition is in
/// again when it is rewritten, and out again when the old words come back.
#[must_use]
pub fn excluding_mark(source: TextHash, marks: &[(TextHash, ExclusionEffect)]) -> Option<usize> {
    let newest = marks.iter().rposition(|(seen, _)| *seen == source)?;
    (marks[newest].1 == ExclusionEffect::Exclude).then_some(newest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newest_mark_on_this_very_source_decides() {
        use ExclusionEffect::{Exclude, Include};
        let (old, new) = (TextHash([1; 32]), TextHash([2; 32]));
        assert_eq!(excluding_mark(old, &[]), None);
        assert_eq!(excluding_mark(old, &[(old, Exclude)]), Some(0));
        assert_eq!(excluding_mark(new, &[(old, Exclude)]), None);
        assert_eq!(excluding_mark(old, &[(old, Exclude), (new, Include)]), Some(0));
        assert_eq!(excluding_mark(old, &[(old, Exclude), (old, Include)]), None);
        assert_eq!(excluding_mark(old, &[(old, Exclude), (old, Include), (old, Exclude)]), Some(2));
    }
}
