//! Compares the text with units, word by word.

use rustc_hash::FxHashMap;

use super::query::Query;
use super::{IndexReader, Search};
use crate::matching::index::{NewUnit, WordId};
use crate::matching::score::{Distance, KIN, WORD, cost_within, kin_substitution};
use crate::matching::tail::Tail;

/// What comparing with one text needs.
#[derive(Debug, Default)]
pub(super) struct Comparison {
    /// What each unit's word costs in place of each distinct word of the query; `None` when it is kin to none.
    costs: FxHashMap<WordId, Option<Box<[u32]>>>,
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
        let mut unrelated = 0;
        for word in words {
            unrelated += u32::from(!self.is_related(reader, query, *word)?);
        }
        // Each word that is kin to none costs a word, whatever the others do.
        if unrelated * WORD > allowed {
            return Ok(None);
        }
        let costs = |word: &WordId| self.costs.get(word).and_then(Option::as_deref);
        let words: Vec<Option<&[u32]>> = words.iter().map(costs).collect();
        Ok(cost_within(&words, &query.sequence, allowed, |costs, at| costs.map_or(WORD, |costs| costs[at])))
    }

    /// Whether a unit's word is kin to a word of the query; what it costs is known then.
    fn is_related<R: IndexReader>(&mut self, reader: &R, query: &Query, word: WordId) -> Result<bool, R::Error> {
        if let Some(known) = self.costs.get(&word) {
            return Ok(known.is_some());
        }
        let costs = costs_of(reader, query, word)?;
        let related = costs.is_some();
        self.costs.insert(word, costs);
        Ok(related)
    }
}

/// What a unit's word costs in place of each distinct word of the query; `None` when it is kin to none.
fn costs_of<R: IndexReader>(reader: &R, query: &Query, word: WordId) -> Result<Option<Box<[u32]>>, R::Error> {
    let number = word & 1 == 1;
    let kin: Vec<usize> = if number { query.numbers.clone() } else { query.kin_to(word).collect() };
    if kin.is_empty() && !query.words.iter().any(|own| own.known.id == Some(word)) {
        return Ok(None);
    }
    let mut costs = vec![WORD; query.words.len()].into_boxed_slice();
    for at in kin {
        // The word itself costs nothing, whatever its letters are.
        if query.words[at].known.id == Some(word) {
            continue;
        }
        costs[at] = if number {
            KIN
        } else {
            reader.text_of(word)?.map_or(WORD, |text| kin_substitution(&query.words[at].known.text, &text))
        };
    }
    for (own, cost) in query.words.iter().zip(&mut costs) {
        if own.known.id == Some(word) {
            *cost = 0;
        }
    }
    Ok(Some(costs))
}

impl<R: IndexReader> Search<'_, '_, R> {
    /// Compares with every unit of the tail that has kin words enough.
    pub(super) fn tail(&mut self, tail: &Tail) -> Result<(), R::Error> {
        let n = self.query.len();
        let mut alive: Vec<(u32, NewUnit<'_>)> = Vec::new();
        for unit in tail.units() {
            let mut related = 0;
            for word in unit.source {
                related += u32::from(self.comparison.is_related(self.reader, self.query, *word)?);
            }
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
