//! What is known about the words of one document: for every Arabic type, the English types it may stand against.
//!
//! The evidence is the maximum over the lexicons, identical numbers and Latin words, punctuation, and transliteration.

use std::collections::HashMap;

use super::lexicon::{Lexicon, Rendering};
use super::tokens::{Side, TokenKind, TokenType, TypeId};
use super::training::Link;
use super::weights::Weights;
use crate::text::names::{Skeleton, skeleton_of_latin, skeletons_of_arabic};

/// A lexicon and how far it is believed.
#[derive(Clone, Copy, Debug)]
pub struct Knowledge<'a> {
    /// The table.
    pub lexicon: &'a Lexicon,
    /// What its probabilities are multiplied by.
    pub trust: f32,
    /// What its counts of words weigh in unigrams; 0 for one made from the very texts that are aligned.
    pub counts: f32,
}

impl<'a> Knowledge<'a> {
    /// A lexicon that is believed wholly.
    #[must_use]
    pub const fn of(lexicon: &'a Lexicon) -> Self {
        Self { lexicon, trust: 1.0, counts: 1.0 }
    }
}

/// A possible rendering within one document.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Match {
    /// The type of the other side.
    pub(super) other: TypeId,
    /// Probability of the other type given this one.
    pub(super) forward: f32,
    /// Probability of this type given the other one.
    pub(super) backward: f32,
}

/// What is known about the types of both sides.
pub(super) struct Evidence {
    /// For every type of the first side, its possible renderings, by ascending type.
    pub(super) matches: Vec<Vec<Match>>,
    /// Unigram probability of every type, first and second side.
    pub(super) chance: [Vec<f32>; 2],
    /// Whether anything is known about a type: an unknown one says nothing by finding no match.
    pub(super) known: [Vec<bool>; 2],
}

impl Evidence {
    /// Gathers the evidence about two sides, the first of which is the Arabic one.
    pub(super) fn gather(arabic: &Side, english: &Side, lexicons: &[Knowledge<'_>], weights: &Weights) -> Self {
        let mut gathering = Gathering {
            matches: vec![HashMap::new(); arabic.types.len()],
            seen: [vec![0.0; arabic.types.len()], vec![0.0; english.types.len()]],
            known: [vec![false; arabic.types.len()], vec![false; english.types.len()]],
            tokens: [0.0; 2],
        };
        for knowledge in lexicons {
            gathering.look_up(arabic, english, knowledge);
        }
        gathering.identical(arabic, english, weights);
        gathering.marks(arabic, english, weights);
        gathering.transliterated(arabic, english, weights);
        let chance = [
            chances(arabic, &gathering.seen[0], gathering.tokens[0], weights),
            chances(english, &gathering.seen[1], gathering.tokens[1], weights),
        ];
        let mut known = gathering.known;
        let matches: Vec<Vec<Match>> = gathering
            .matches
            .into_iter()
            .map(|row| {
                let mut row: Vec<Match> =
                    row.into_iter().map(|(other, (forward, backward))| Match { other, forward, backward }).collect();
                row.sort_unstable_by_key(|found| found.other);
                row
            })
            .collect();
        for (side, types) in [arabic, english].into_iter().enumerate() {
            for (id, token) in types.types.iter().enumerate() {
                if matches!(token.kind, TokenKind::Number) {
                    known[side][id] = true;
                }
            }
        }
        Self { matches, chance, known }
    }

    /// Adds what was learned from the two sides themselves, believed so far: their words are known, their counts are not new.
    pub(super) fn learn(&mut self, links: &[Link], trust: f32) {
        for row in links.chunk_by(|a, b| a.arabic == b.arabic) {
            let matches = &mut self.matches[row[0].arabic as usize];
            self.known[0][row[0].arabic as usize] = true;
            for &Link { english, forward, backward, .. } in row {
                self.known[1][english as usize] = true;
                matches.push(Match { other: english, forward: forward * trust, backward: backward * trust });
            }
            matches.sort_unstable_by_key(|found| found.other);
            matches.dedup_by(|later, first| {
                let same = later.other == first.other;
                if same {
                    first.forward = first.forward.max(later.forward);
                    first.backward = first.backward.max(later.backward);
                }
                same
            });
        }
    }
}

/// The share of the Arabic words that the lexicons know, 0 to 1; in each stretch of a document a word counts once.
///
/// Counting every sighting would let the common words speak, which the poorest lexicon knows; counting a word once in the whole
/// document would let the rare ones speak the more, the longer it is.
pub(super) fn coverage(arabic: &Side, lexicons: &[Knowledge<'_>]) -> f32 {
    let knows = |token: &TokenType| lexicons.iter().any(|known| known.lexicon.knows_arabic(&token.key));
    let knows: Vec<bool> = arabic.types.iter().map(|token| token.kind == TokenKind::Arabic && knows(token)).collect();
    let (mut known, mut all) = (0, 0);
    for stretch in arabic.segments.chunks(STRETCH) {
        let mut words: Vec<TypeId> =
            stretch.iter().flat_map(|segment| &segment.tokens).map(|(token, _)| *token).collect();
        words.sort_unstable();
        words.dedup();
        for id in words.into_iter().filter(|&id| arabic.types[id as usize].kind == TokenKind::Arabic) {
            all += 1;
            known += usize::from(knows[id as usize]);
        }
    }
    known as f32 / (all as f32).max(1.0)
}

/// Segments of a stretch.
const STRETCH: usize = 30;

struct Gathering {
    matches: Vec<HashMap<TypeId, (f32, f32)>>,
    seen: [Vec<f32>; 2],
    known: [Vec<bool>; 2],
    tokens: [f32; 2],
}

impl Gathering {
    fn add(&mut self, arabic: TypeId, english: TypeId, forward: f32, backward: f32) {
        let cell = self.matches[arabic as usize].entry(english).or_insert((0.0, 0.0));
        cell.0 = cell.0.max(forward);
        cell.1 = cell.1.max(backward);
    }

    fn look_up(&mut self, arabic: &Side, english: &Side, &Knowledge { lexicon, trust, counts }: &Knowledge<'_>) {
        let mut ids: HashMap<u32, TypeId> = HashMap::new();
        for (id, token) in english.types.iter().enumerate() {
            if let Some((index, seen)) = lexicon.english(&token.key) {
                ids.insert(index, id as TypeId);
                self.seen[1][id] += seen as f32 * counts;
                self.known[1][id] = true;
            }
        }
        let mut renderings: Vec<Rendering> = Vec::new();
        for (id, token) in arabic.types.iter().enumerate() {
            renderings.clear();
            if let Some(seen) = lexicon.arabic(&token.key, &mut renderings) {
                self.seen[0][id] += seen as f32 * counts;
                self.known[0][id] = true;
                for rendering in &renderings {
                    if let Some(&other) = ids.get(&rendering.english) {
                        self.add(id as TypeId, other, rendering.forward * trust, rendering.backward * trust);
                    }
                }
            }
        }
        let tokens = lexicon.tokens();
        self.tokens[0] += tokens[0] as f32 * counts;
        self.tokens[1] += tokens[1] as f32 * counts;
    }

    fn identical(&mut self, arabic: &Side, english: &Side, weights: &Weights) {
        let ids: HashMap<&str, TypeId> = english
            .types
            .iter()
            .enumerate()
            .filter(|(_, token)| matches!(token.kind, TokenKind::Latin | TokenKind::Number))
            .map(|(id, token)| (token.key.as_str(), id as TypeId))
            .collect();
        for (id, token) in arabic.types.iter().enumerate() {
            if matches!(token.kind, TokenKind::Latin | TokenKind::Number)
                && let Some(&other) = ids.get(token.key.as_str())
            {
                self.add(id as TypeId, other, weights.identical, weights.identical);
                self.known[0][id] = true;
                self.known[1][other as usize] = true;
            }
        }
    }

    fn marks(&mut self, arabic: &Side, english: &Side, weights: &Weights) {
        let marks = |side: &Side| -> Vec<(TypeId, String)> {
            let of_kind = side.types.iter().enumerate().filter(|(_, token)| token.kind == TokenKind::Mark);
            of_kind.map(|(id, token)| (id as TypeId, token.key.clone())).collect()
        };
        let english_marks = marks(english);
        for (id, mark) in marks(arabic) {
            for (other, other_mark) in &english_marks {
                if mark == *other_mark || EQUIVALENT.contains(&(mark.as_str(), other_mark.as_str())) {
                    self.add(id, *other, weights.mark, weights.mark);
                    self.known[0][id as usize] = true;
                    self.known[1][*other as usize] = true;
                }
            }
        }
    }

    /// Words that the lexicons hardly know and whose consonants agree, at most one of them missing.
    fn transliterated(&mut self, arabic: &Side, english: &Side, weights: &Weights) {
        let mut by_skeleton: HashMap<Skeleton, Vec<(TypeId, f32)>> = HashMap::new();
        for (id, token) in english.types.iter().enumerate() {
            if token.kind != TokenKind::Latin || self.seen[1][id] > weights.rare {
                continue;
            }
            let skeleton = skeleton_of_latin(&token.word);
            if skeleton.len() >= SHORTEST_NAME {
                by_skeleton.entry(skeleton).or_default().push((id as TypeId, weights.transliterated));
            }
            if skeleton.len() > SHORTEST_NAME {
                for shorter in skeleton.deletions() {
                    by_skeleton.entry(shorter).or_default().push((id as TypeId, weights.nearly));
                }
            }
        }
        for (id, token) in arabic.types.iter().enumerate() {
            if token.kind != TokenKind::Arabic || self.seen[0][id] > weights.rare {
                continue;
            }
            let mut found: Vec<(TypeId, f32)> = Vec::new();
            for &reading in skeletons_of_arabic(&token.word).as_slice() {
                if reading.len() >= SHORTEST_NAME {
                    found.extend(by_skeleton.get(&reading).into_iter().flatten());
                }
                if reading.len() > SHORTEST_NAME {
                    for shorter in reading.deletions() {
                        let exact = by_skeleton
                            .get(&shorter)
                            .into_iter()
                            .flatten()
                            .filter(|(_, p)| *p >= weights.transliterated);
                        found.extend(exact.map(|(other, _)| (*other, weights.nearly)));
                    }
                }
            }
            // What fits many words says little about each.
            let share = 1.0 / found.len().max(1) as f32;
            for (other, p) in found {
                self.add(id as TypeId, other, p * share, p * share);
            }
        }
    }
}

/// How many consonants a transliterated word must have.
pub(super) const SHORTEST_NAME: usize = 3;

/// Marks that stand for one another, Arabic first.
const EQUIVALENT: [(&str, &str); 4] = [(";", ","), (";", "."), ("\"", "'"), (",", ";")];

/// The unigram probability of each type: the lexicons' counts and the document's own, weighed.
fn chances(side: &Side, seen: &[f32], tokens: f32, weights: &Weights) -> Vec<f32> {
    let own: f32 = side.types.iter().map(|token| token.count as f32).sum();
    let total = tokens + weights.own_counts * own + 1.0;
    let chances =
        side.types.iter().zip(seen).map(|(token, seen)| (seen + weights.own_counts * token.count as f32) / total);
    chances.map(|chance| chance.max(1e-7)).collect()
}
