//! Where a Latin text renders one Arabic name.

use std::collections::HashMap;
use std::ops::Range;

use super::latin::{LatinWord, begins_with_article, runs};
use super::{NameTexts, SAME_NAME};
use crate::text::names::{ArabicName, LatinName};

/// Words of a Latin name at most.
const LONGEST_NAME: usize = 6;

impl NameTexts<'_> {
    /// The words of the target that most likely render an Arabic name, and how likely; `None` where nothing renders it at least so
    /// well.
    ///
    /// An article before them belongs to them, though they be a little less likely with it: then they may be a bit below `least`.
    #[must_use]
    pub fn rendering(&self, arabic: &str, least: f32) -> Option<(Range<usize>, f32)> {
        rendering_in(arabic, self.target, self.runs(), least)
    }
}

/// How much less likely words may be for an article before them.
const WORTH_OF_ARTICLE: f32 = 0.03;

fn rendering_in(arabic: &str, text: &str, runs: &[Vec<LatinWord>], least: f32) -> Option<(Range<usize>, f32)> {
    let arabic = ArabicName::of(arabic)?;
    let mut weighed = Weighed::default();
    let mut best: Option<(Range<usize>, f32)> = None;
    for run in runs {
        for first in 0..run.len() {
            for last in first..run.len().min(first + LONGEST_NAME) {
                if run[last].is_particle && last > first {
                    continue;
                }
                let span = run[first].span.start..run[last].span.end;
                // Nothing below it could be better than the best so far.
                let wanted = best.as_ref().map_or(least, |(_, score)| score - WORTH_OF_ARTICLE);
                let Some(likeness) = weighed.likeness_from(wanted, &arabic, &text[span.clone()]) else { continue };
                // A title that the scorer passes over is no part of the name; the article is.
                let is_better = |(known, score): &(Range<usize>, f32)| {
                    let is_likely = likeness > score - WORTH_OF_ARTICLE;
                    let has_article = run[first].is_article && span.end == known.end && is_likely;
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

/// What is known of the likeness of Latin words to one name.
#[derive(Default)]
struct Weighed<'t>(HashMap<&'t str, Likeness>);

/// How like the name, or below what.
enum Likeness {
    Exactly(f32),
    Below(f32),
}

impl<'t> Weighed<'t> {
    fn likeness_from(&mut self, least: f32, arabic: &ArabicName, latin: &'t str) -> Option<f32> {
        match self.0.get(latin) {
            Some(Likeness::Exactly(known)) => return Some(*known).filter(|known| *known >= least),
            Some(Likeness::Below(bound)) if *bound <= least => return None,
            _ => {}
        }
        let weighed = LatinName::of(latin).and_then(|latin| arabic.score_from(least, &latin));
        self.0.insert(latin, weighed.map_or(Likeness::Below(least), Likeness::Exactly));
        weighed
    }
}

/// Every place of a Latin text that surely renders an Arabic name, in order.
#[must_use]
pub fn renderings(arabic: &str, text: &str) -> Vec<(Range<usize>, f32)> {
    let mut found: Vec<(Range<usize>, f32)> = Vec::new();
    let mut unread = Vec::from_iter(std::iter::once(0..text.len()));
    while let Some(piece) = unread.pop() {
        let text = &text[piece.clone()];
        let best = rendering_in(arabic, text, &runs(text), SAME_NAME).filter(|(_, likeness)| *likeness >= SAME_NAME);
        let Some((span, likeness)) = best else { continue };
        let span = piece.start + span.start..piece.start + span.end;
        unread.extend([piece.start..span.start, span.end..piece.end]);
        found.push((span, likeness));
    }
    found.sort_unstable_by_key(|(span, _)| span.start);
    found
}
