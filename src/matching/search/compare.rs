//! Compares the text with units, word by word.

use rustc_hash::FxHashMap;

use super::query::Query;
use super::{IndexReader, Search};
use crate::matching::index::{NewUnit, WordId, is_number_id};
use crate::matching::score::{Distance, KIN, WORD, cost_within, kin_substitution};
use crate::matching::tail::Tail;

/// What comparing with one text needs.
#[derive(Debug, Default)]
pub(super) struct Comparison {
    /// Whether each unit's word that was met is kin to one of the query.
    related: FxHashMap<WordId, bool>,
    /// What such a word costs in place of each distinct word of the query.
    costs: FxHashMap<WordId, Box<[u32]>>,
}

impl Comparison {
    /// The distance of the query from the words of a unit, unless it is more than `allowed`.
    fn distance<R: IndexReader>(
        &mut self,
        reader: &R,
        query: &Query,
        words: &[WordId],
        allowed: u32,
    ) -> Result<Option<u32>, R::Error> {
        let unrelated = words.len() as u32 - self.related(query, words);
        // Each word that is kin to none costs a word, whatever the others do.
        if unrelated * WORD > allowed {
            return Ok(None);
        }
        for word in words {
            if !self.costs.contains_key(word) && query.has_kin_of(*word) {
                self.costs.insert(*word, costs_of(reader, query, *word)?);
            }
        }
        let costs = |word: &WordId| self.costs.get(word).map(AsRef::as_ref);
        let words: Vec<Option<&[u32]>> = words.iter().map(costs).collect();
        Ok(cost_within(&words, &query.sequence, allowed, |costs, at| costs.map_or(WORD, |costs| costs[at])))
    }

    /// How many of a unit's words are kin to words of the query.
    fn related(&mut self, query: &Query, words: &[WordId]) -> u32 {
        let related = |word: &&WordId| *self.related.entry(**word).or_insert_with(|| query.has_kin_of(**word));
        words.iter().filter(related).count() as u32
    }
}

/// What a unit's word that is kin to some of the query's costs in place of each distinct one.
fn costs_of<R: IndexReader>(reader: &R, query: &Query, word: WordId) -> Result<Box<[u32]>, R::Error> {
    let mut costs = vec![WORD; query.words.len()].into_boxed_slice();
    if is_number_id(word) {
        query.numbers.iter().for_each(|at| costs[*at] = KIN);
    }
    for at in query.kin_to(word) {
        // The word itself costs nothing, whatever its letters are.
        if query.words[at].known.id != Some(word) {
            costs[at] = reader.text_of(word)?.map_or(WORD, |text| kin_substitution(&query.words[at].known.text, &text));
        }
    }
    for (own, cost) in query.words.iter().zip(&mut costs) {
        if own.known.id == Some(word) {
            *cost = 0;
        }
    }
    Ok(costs)
}

impl<R: IndexReader> Search<'_, '_, R> {
    /// Compares with every unit of the tail that has kin words enough.
    pub(super) fn tail(&mut self, tail: &Tail) -> Result<(), R::Error> {
        let n = self.query.len();
        let mut alive: Vec<(u32, NewUnit<'_>)> = Vec::new();
        for unit in tail.units() {
            let related = self.comparison.related(self.query, unit.source);
            let longer = n.max(unit.source.len() as u32);
            let ceiling = related.min(n) * 100 / longer;
            if ceiling >= u32::from(self.cut) {
                alive.push((ceiling, unit));
            }
        }
        alive.sort_by_key(|(ceiling, _)| std::cmp::Reverse(*ceiling));
        for (ceiling, unit) in alive {
            if ceiling < u32::from(self.cut) {
                break;
            }
            self.compare(unit.key, unit.source)?;
        }
        Ok(())
    }

    /// Compares with a unit.
    pub(super) fn compare(&mut self, unit: i64, words: &[WordId]) -> Result<(), R::Error> {
        let longer = self.query.len().max(words.len() as u32);
        let allowed = Distance::allowed(longer, self.cut);
        let cost = self.comparison.distance(self.reader, self.query, words, allowed)?;
        cost.map_or(Ok(()), |cost| self.offer(unit, Distance { cost, words: longer }))
    }
}
