//! Beads over a paragraph's two texts: made from its sentences, split, merged, and one of them given a new target. Never
//! changes a letter of any other segment; does not look for the best alignment of unequal counts.

use std::ops::Range;

use crate::model::{Bead, Language};

use super::sentences;

/// A repair of segments that cannot be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum RepairError {
    /// There is no segment of that index.
    #[error("there is no segment {index}")]
    NoSegment {
        /// The index, from 0.
        index: usize,
    },
    /// The place of a cut lies outside the segment or inside a character.
    #[error("byte {at} is no place to cut the segment")]
    NoPlace {
        /// The byte offset into the source or target text.
        at: usize,
    },
    /// One half of the cut would have neither source nor target.
    #[error("the cut leaves one half of the segment empty")]
    EmptyHalf,
    /// The first segment of a merge comes after the last.
    #[error("segment {first} comes after segment {last}")]
    Backwards {
        /// The index of the first segment, from 0.
        first: usize,
        /// The index of the last one.
        last: usize,
    },
}

/// A target text with one segment set anew.
///
/// The new target is `old target[..old.start]`, a space or nothing, the replacement, a space or nothing, and
/// `old target[old.end..]`; whatever stands behind moves by the difference of the lengths.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SegmentReplacement {
    /// The whole new target text.
    pub target: String,
    /// The beads over the unchanged source and the new target.
    pub beads: Vec<Bead>,
    /// The byte range of the new target that holds the replacement, spaces put around it left out.
    pub replaced: Range<usize>,
    /// The byte range of the old target that is gone; white space that was kept behind it left out.
    pub old: Range<usize>,
}

/// The beads of a paragraph as it arrives: sentence by sentence where both texts have as many, one bead otherwise.
///
/// An empty target gives a bead for each source sentence, each with the empty target `0..0`.
#[must_use]
pub fn beads_for(source: &str, target: &str, source_language: &Language, target_language: &Language) -> Vec<Bead> {
    let sources = sentences(source, source_language);
    if target.is_empty() {
        return sources.into_iter().map(|source| Bead { source, target: 0..0, confidence: None }).collect();
    }
    let targets = sentences(target, target_language);
    if sources.len() == targets.len() {
        return sources
            .into_iter()
            .zip(targets)
            .map(|(source, target)| Bead { source, target, confidence: None })
            .collect();
    }
    vec![Bead { source: 0..source.len(), target: 0..target.len(), confidence: None }]
}

/// The beads with one of them cut in two, at a byte offset of each text.
///
/// Either text may be cut at an end of the segment, so that one half has no source or no target.
///
/// # Errors
/// When there is no such segment, an offset lies outside it or inside a character, or one half would be empty on both sides.
pub fn split_bead(
    beads: &[Bead],
    index: usize,
    source_at: usize,
    target_at: usize,
    source: &str,
    target: &str,
) -> Result<Vec<Bead>, RepairError> {
    let bead = beads.get(index).ok_or(RepairError::NoSegment { index })?;
    for (at, range, text) in [(source_at, &bead.source, source), (target_at, &bead.target, target)] {
        if at < range.start || at > range.end || !text.is_char_boundary(at) {
            return Err(RepairError::NoPlace { at });
        }
    }
    let first = Bead { source: bead.source.start..source_at, target: bead.target.start..target_at, confidence: None };
    let second = Bead { source: source_at..bead.source.end, target: target_at..bead.target.end, confidence: None };
    if [&first, &second].iter().any(|half| half.source.is_empty() && half.target.is_empty()) {
        return Err(RepairError::EmptyHalf);
    }
    let mut repaired = beads.to_vec();
    repaired.splice(index..=index, [first, second]);
    Ok(repaired)
}

/// The beads with those from `first` to `last`, both included, as one.
///
/// # Errors
/// When there is no such segment, or `first` comes after `last`.
pub fn merge_beads(beads: &[Bead], first: usize, last: usize) -> Result<Vec<Bead>, RepairError> {
    if first > last {
        return Err(RepairError::Backwards { first, last });
    }
    let begin = beads.get(first).ok_or(RepairError::NoSegment { index: first })?;
    let end = beads.get(last).ok_or(RepairError::NoSegment { index: last })?;
    let merged = Bead {
        source: begin.source.start..end.source.end,
        target: begin.target.start..end.target.end,
        confidence: None,
    };
    let mut repaired = beads.to_vec();
    repaired.splice(first..=last, [merged]);
    Ok(repaired)
}

/// Sets the target text of one segment.
///
/// The white space behind the old text stays when the replacement ends without any and something follows. Where non-empty texts
/// would meet without white space, one space comes between them and belongs to the left segment. Nothing else changes. Where
/// there is no such segment, or beads and target do not fit, the target is returned as it is.
#[must_use]
pub fn replace_segment(beads: &[Bead], index: usize, target: &str, replacement: &str) -> SegmentReplacement {
    let place = beads.get(index).map(|bead| bead.target.clone());
    let Some((place, segment)) = place.and_then(|place| target.get(place.clone()).map(|segment| (place, segment)))
    else {
        let end = target.len()..target.len();
        return SegmentReplacement {
            target: target.to_owned(),
            beads: beads.to_vec(),
            replaced: end.clone(),
            old: end,
        };
    };
    let keeps_space =
        place.end < target.len() && !replacement.is_empty() && !replacement.ends_with(char::is_whitespace);
    let old_end = if keeps_space { place.start + segment.trim_end().len() } else { place.end };
    let old = place.start..old_end;
    let (before, after) = (&target[..old.start], &target[old.end..]);
    let left = seam(before, if replacement.is_empty() { after } else { replacement });
    let right = if replacement.is_empty() { "" } else { seam(replacement, after) };
    let start = before.len() + left.len();
    let replaced = start..start + replacement.len();
    let segment_end = replaced.end + right.len() + (place.end - old.end);
    SegmentReplacement {
        target: [before, left, replacement, right, after].concat(),
        beads: moved(beads, index, &place, start..segment_end),
        replaced,
        old,
    }
}

/// What has to come between two texts: a space where both are there and neither has white space at the seam.
fn seam(left: &str, right: &str) -> &'static str {
    let apart = left.is_empty()
        || right.is_empty()
        || left.ends_with(char::is_whitespace)
        || right.starts_with(char::is_whitespace);
    if apart { "" } else { " " }
}

/// The beads after the target range of one moved from `old` to `new`; a space at its left goes to the last segment with text.
fn moved(beads: &[Bead], index: usize, old: &Range<usize>, new: Range<usize>) -> Vec<Bead> {
    let mut beads = beads.to_vec();
    let (earlier, rest) = beads.split_at_mut(index);
    for bead in earlier.iter_mut().rev().take_while(|bead| bead.target.end == old.start) {
        bead.target.end = new.start;
        if bead.target.start < old.start {
            break;
        }
        bead.target.start = new.start;
    }
    let later = |at: usize| new.end + at.saturating_sub(old.end);
    for bead in rest.iter_mut().skip(1) {
        bead.target = later(bead.target.start)..later(bead.target.end);
    }
    if let Some(bead) = rest.first_mut() {
        bead.target = new;
        bead.confidence = None;
    }
    beads
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::check_beads;
    use proptest::prelude::*;

    fn beads(source: &str, target: &str) -> Vec<Bead> {
        beads_for(source, target, &"ar".parse().unwrap(), &"en".parse().unwrap())
    }

    const SOURCE: &str = "وصل د. سامي أمس. ماذا قال؟ لا شيء.";

    #[test]
    fn equal_counts_pair_and_unequal_counts_make_one_bead() {
        let paired = beads(SOURCE, "Dr. Sami came. What did he say? Nothing.");
        assert_eq!(paired.len(), 3);
        assert_eq!(paired[2].target, 32..40);
        assert_eq!(beads(SOURCE, "Dr. Sami came and said nothing.").len(), 1);
        assert_eq!(beads("", ""), []);
        assert_eq!(beads("", "Text."), [Bead { source: 0..0, target: 0..5, confidence: None }]);
    }

    #[test]
    fn an_empty_target_gives_one_bead_a_source_sentence() {
        let untranslated = beads(SOURCE, "");
        assert_eq!(untranslated.len(), 3);
        assert!(untranslated.iter().all(|bead| bead.target == (0..0)));
        check_beads(&untranslated, SOURCE, "").unwrap();
    }

    #[test]
    fn segments_of_an_empty_target_fill_one_by_one_with_spaces_between() {
        let mut paragraph = (beads(SOURCE, ""), String::new());
        for (index, text) in [(2, "Nothing."), (0, "Dr. Sami came."), (1, "What did he say?")] {
            let set = replace_segment(&paragraph.0, index, &paragraph.1, text);
            assert_eq!(&set.target[set.replaced.clone()], text);
            paragraph = (set.beads, set.target);
            check_beads(&paragraph.0, SOURCE, &paragraph.1).unwrap();
        }
        assert_eq!(paragraph.1, "Dr. Sami came. What did he say? Nothing.");
        assert_eq!(paragraph.0[1].target, 15..32);
    }

    #[test]
    fn white_space_behind_the_old_text_stays() {
        let target = "One.\u{a0}\nTwo. Three.";
        let cut = [0..7, 7..12, 12..18].map(|target| Bead { source: 0..0, target, confidence: None });
        let set = |index, text| replace_segment(&cut, index, target, text).target;
        assert_eq!(set(0, "Eins."), "Eins.\u{a0}\nTwo. Three.");
        assert_eq!(set(0, "Eins. "), "Eins. Two. Three.");
        assert_eq!(set(1, ""), "One.\u{a0}\nThree.");
        assert_eq!(set(2, "Drei."), "One.\u{a0}\nTwo. Drei.");
        assert_eq!(set(3, "Vier."), target);
    }

    #[test]
    fn a_space_put_on_the_left_belongs_to_the_last_segment_with_text() {
        let cut = [0..2, 2..2, 2..2].map(|target| Bead { source: 0..0, target, confidence: None });
        let set = replace_segment(&cut, 2, "A.", "B.");
        assert_eq!(set.target, "A. B.");
        assert_eq!(set.beads.iter().map(|bead| bead.target.clone()).collect::<Vec<_>>(), [0..3, 3..3, 3..5]);
        assert_eq!((set.replaced, set.old), (3..5, 2..2));
    }

    #[test]
    fn a_cut_must_lie_in_the_segment_on_a_character() {
        let one = [Bead { source: 0..4, target: 0..2, confidence: None }];
        let split = |source, target| split_bead(&one, 0, source, target, "أب", "ab");
        assert_eq!(split(2, 1).unwrap().len(), 2);
        assert_eq!(split(2, 0).unwrap()[0].target, 0..0);
        assert_eq!(split(1, 1), Err(RepairError::NoPlace { at: 1 }));
        assert_eq!(split(2, 3), Err(RepairError::NoPlace { at: 3 }));
        assert_eq!(split(0, 0), Err(RepairError::EmptyHalf));
        assert_eq!(split_bead(&one, 1, 0, 0, "أب", "ab"), Err(RepairError::NoSegment { index: 1 }));
    }

    #[test]
    fn a_merge_takes_a_range_of_segments() {
        let three = beads(SOURCE, "Dr. Sami came. What did he say? Nothing.");
        assert_eq!(
            merge_beads(&three, 0, 2).unwrap(),
            [Bead { source: 0..SOURCE.len(), target: 0..40, confidence: None }]
        );
        assert_eq!(merge_beads(&three, 1, 1).unwrap(), three);
        assert_eq!(merge_beads(&three, 2, 1), Err(RepairError::Backwards { first: 2, last: 1 }));
        assert_eq!(merge_beads(&three, 1, 3), Err(RepairError::NoSegment { index: 3 }));
    }

    fn text() -> impl Strategy<Value = String> {
        proptest::string::string_regex("([أ-يa-z]{0,3}[.؟ \u{a0}]{0,2}){0,8}").unwrap()
    }

    proptest! {
        #[test]
        fn repairs_keep_the_cover_and_the_texts_of_other_segments(
            source in text(),
            first in text(),
            steps in proptest::collection::vec((0..3_u8, 0..9_usize, 0..30_usize, 0..30_usize, text()), 0..12),
        ) {
            let (mut beads, mut target) = (beads(&source, &first), first);
            for (kind, index, a, b, replacement) in steps {
                match kind {
                    0 => beads = split_bead(&beads, index, a, b, &source, &target).unwrap_or(beads),
                    1 => beads = merge_beads(&beads, index, index + a % 3).unwrap_or(beads),
                    _ => {
                        let set = replace_segment(&beads, index, &target, &replacement);
                        prop_assert_eq!(set.beads.len(), beads.len());
                        for (at, (old, new)) in beads.iter().zip(&set.beads).enumerate() {
                            let (old, new) = (&target[old.target.clone()], &set.target[new.target.clone()]);
                            let same = if at == index { new.trim_end() == replacement.trim_end() } else { new == old };
                            // The one thing that may come to another segment: the space at the left seam.
                            prop_assert!(same || at < index && new.strip_suffix(' ') == Some(old));
                        }
                        if index < beads.len() {
                            prop_assert_eq!(&set.target[set.replaced.clone()], replacement.as_str());
                            prop_assert!(set.target.starts_with(&target[..set.old.start]));
                            prop_assert!(set.target.ends_with(&target[set.old.end..]));
                        }
                        (beads, target) = (set.beads, set.target);
                    }
                }
                prop_assert_eq!(check_beads(&beads, &source, &target), Ok(()));
            }
        }

        #[test]
        fn new_beads_cover_both_texts(source in text(), target in text()) {
            prop_assert_eq!(check_beads(&beads(&source, &target), &source, &target), Ok(()));
        }
    }
}
