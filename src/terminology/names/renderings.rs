//! Where a Latin text renders one Arabic name.

use std::collections::HashMap;
use std::ops::Range;

use super::SAME_NAME;
use super::latin::{LatinWord, begins_with_article, runs};
use crate::text::names::{ArabicName, LatinName};

/// Words of a Latin name at most.
const LONGEST_NAME: usize = 6;

/// The words of a Latin text that most likely render an Arabic name, and how likely; `None` where nothing is like it.
///
/// An article before them belongs to them.
#[must_use]
pub fn rendering(arabic: &str, text: &str) -> Option<(Range<usize>, f32)> {
    rendering_in(arabic, text, &runs(text))
}

fn rendering_in(arabic: &str, text: &str, runs: &[Vec<LatinWord>]) -> Option<(Range<usize>, f32)> {
    let arabic = ArabicName::of(arabic)?;
    let mut weighed: HashMap<&str, f32> = HashMap::new();
    let mut likeness_of = |latin| {
        let weigh = || LatinName::of(latin).map_or(0.0, |latin| arabic.score(&latin));
        *weighed.entry(latin).or_insert_with(weigh)
    };
    let mut best: Option<(Range<usize>, f32)> = None;
    for run in runs {
        for first in 0..run.len() {
            for last in first..run.len().min(first + LONGEST_NAME) {
                if run[last].is_particle && last > first {
                    continue;
                }
                let span = run[first].span.start..run[last].span.end;
                let likeness = likeness_of(&text[span.clone()]);
                // A title that the scorer passes over is no part of the name; the article is.
                let is_better = |(known, score): &(Range<usize>, f32)| {
                    let has_article = run[first].is_article && span.end == known.end && likeness > score - 0.03;
                    let is_shorter = span.len() < known.len() && likeness >= *score;
                    likeness > *score || is_shorter && !begins_with_article(&text[known.clone()]) || has_article
                };
                if likeness > 0.0 && best.as_ref().is_none_or(is_better) {
                    best = Some((span, likeness));
                }
            }
        }
    }
    best
}

/// Every place of a Latin text that surely renders an Arabic name, in order.
#[must_use]
pub fn renderings(arabic: &str, text: &str) -> Vec<(Range<usize>, f32)> {
    let mut found: Vec<(Range<usize>, f32)> = Vec::new();
    let mut unread = Vec::from_iter(std::iter::once(0..text.len()));
    while let Some(piece) = unread.pop() {
        let best = rendering(arabic, &text[piece.clone()]).filter(|(_, likeness)| *likeness >= SAME_NAME);
        let Some((span, likeness)) = best else { continue };
        let span = piece.start + span.start..piece.start + span.end;
        unread.extend([piece.start..span.start, span.end..piece.end]);
        found.push((span, likeness));
    }
    found.sort_unstable_by_key(|(span, _)| span.start);
    found
}
