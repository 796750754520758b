//! Recognises the terms of a termbase in a text; finds what may become one ([`extraction`]). In Arabic by candidate expansion (clitics, endings, definiteness), in English
//! across plurals, possessives and hyphens. Translates nothing, proposes nothing, and knows no desk.
//!
//! A match is *sure* or *weak*. Checks rely on sure ones; weak ones are shown. The longest sure match wins; of those on the same
//! words the better fit, and where two concepts fit alike both are told.

mod arabic;
mod english;
pub mod extraction;
pub mod names;
mod phrases;
mod reading;
mod reduction;
#[cfg(test)]
mod tests;
mod words;

use std::collections::HashMap;
use std::ops::Range;

use crate::model::{Concept, Language, Term};
use reading::{Fit, Readings};
use words::{Gap, Word, words};

/// How far a match may be relied on, least first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Certainty {
    /// Chance may have made it: to be shown, not to be held against anybody.
    Weak,
    /// A regular form of the term.
    Sure,
}

/// A term found in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Occurrence {
    /// Which concept of the termbase, from 0.
    pub concept: usize,
    /// Which of its terms, from 0.
    pub term: usize,
    /// Where it stands, in UTF-8 bytes of the text.
    pub span: Range<usize>,
    /// How far it may be relied on.
    pub certainty: Certainty,
}

/// Concepts, indexed by the words of their terms.
///
/// To find terms takes time by the length of the text and the number of matches, not by the size of the termbase.
#[derive(Clone, Debug, Default)]
pub struct Termbase {
    concepts: Vec<Concept>,
    indexes: Vec<Index>,
}

/// The terms of one language.
#[derive(Clone, Debug)]
struct Index {
    language: Language,
    patterns: Vec<Pattern>,
    /// Patterns by a key of their anchor.
    by_anchor: HashMap<String, Vec<usize>>,
}

/// One way in which a term is written.
#[derive(Clone, Debug)]
struct Pattern {
    concept: usize,
    term: usize,
    /// For each word the keys under which it is found.
    words: Vec<Vec<(String, Fit)>>,
    /// For each word what stands before it in the term.
    gaps: Vec<Gap>,
    /// The word by which the pattern is looked up: the one that the fewest patterns have.
    anchor: usize,
}

/// A match before it is weighed against others.
#[derive(Clone, Debug)]
struct Candidate {
    occurrence: Occurrence,
    words: usize,
    fit: Fit,
}

impl Termbase {
    /// Indexes concepts.
    #[must_use]
    pub fn new(concepts: Vec<Concept>) -> Self {
        let mut indexes: Vec<Index> = Vec::new();
        for (number, concept) in concepts.iter().enumerate() {
            for (place, term) in concept.terms.iter().enumerate() {
                let primary = term.language.primary();
                let known = indexes.iter().position(|index| index.language.primary() == primary);
                let known = known.unwrap_or_else(|| {
                    indexes.push(Index::new(term.language.clone()));
                    indexes.len() - 1
                });
                indexes[known].add(number, place, term);
            }
        }
        indexes.iter_mut().for_each(Index::anchor);
        Self { concepts, indexes }
    }

    /// The concepts, in the order in which they were given.
    #[must_use]
    pub fn concepts(&self) -> &[Concept] {
        &self.concepts
    }

    /// Whether there is nothing to recognise.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.concepts.is_empty()
    }

    /// The concept and the term of a match.
    ///
    /// # Panics
    /// When the match is of another termbase.
    #[must_use]
    pub fn said(&self, occurrence: &Occurrence) -> (&Concept, &Term) {
        let concept = &self.concepts[occurrence.concept];
        (concept, &concept.terms[occurrence.term])
    }

    /// The terms found in a text of this language, in the order of the text; several for the same words where those may say
    /// several concepts.
    #[must_use]
    pub fn find(&self, text: &str, language: &Language) -> Vec<Occurrence> {
        chosen(self.candidates(text, language))
    }

    /// Every match in a text of this language, those within longer ones too, in no order.
    #[must_use]
    pub fn find_within(&self, text: &str, language: &Language) -> Vec<Occurrence> {
        self.candidates(text, language).into_iter().map(|candidate| candidate.occurrence).collect()
    }

    /// Whether a text is, to the letter, a term or a form of one.
    #[must_use]
    pub fn has(&self, text: &str) -> bool {
        let mut terms = self.concepts.iter().flat_map(|concept| &concept.terms);
        terms.any(|term| term.text == text || term.forms.iter().any(|form| form == text))
    }

    fn candidates(&self, text: &str, language: &Language) -> Vec<Candidate> {
        let mut candidates = Vec::new();
        if let Some(index) = self.indexes.iter().find(|index| index.language.primary() == language.primary()) {
            let words = words(text);
            index.matches(&words, &mut candidates);
            if !is_arabic(language)
                && let Some(joined) = joined(&words)
            {
                index.matches(&joined, &mut candidates);
            }
        }
        candidates
    }
}

impl Index {
    fn new(language: Language) -> Self {
        Self { language, patterns: Vec::new(), by_anchor: HashMap::new() }
    }

    fn add(&mut self, concept: usize, term: usize, said: &Term) {
        for written in std::iter::once(&said.text).chain(&said.forms) {
            let words = words(written);
            self.push(concept, term, &words);
            if !is_arabic(&self.language)
                && let Some(joined) = joined(&words)
            {
                self.push(concept, term, &joined);
            }
        }
    }

    fn push(&mut self, concept: usize, term: usize, words: &[Word]) {
        let is_alone = words.len() == 1;
        let keys = |word: &Word| match is_arabic(&self.language) {
            true => arabic::term_keys(word, is_alone),
            false => english::term_keys(word),
        };
        if !words.is_empty() {
            let (keys, gaps) = (words.iter().map(keys).collect(), words.iter().map(|word| word.gap).collect());
            self.patterns.push(Pattern { concept, term, words: keys, gaps, anchor: 0 });
        }
    }

    /// Chooses the anchor of each pattern, once all are known.
    fn anchor(&mut self) {
        let mut patterns_with: HashMap<&str, usize> = HashMap::new();
        for (key, _) in self.patterns.iter().flat_map(|pattern| pattern.words.iter().flatten()) {
            *patterns_with.entry(key).or_default() += 1;
        }
        let commonness =
            |keys: &Vec<(String, Fit)>| keys.iter().filter_map(|(key, _)| patterns_with.get(key.as_str())).max();
        let rarest = |pattern: &Pattern| (0..pattern.words.len()).min_by_key(|at| commonness(&pattern.words[*at]));
        let anchors: Vec<usize> = self.patterns.iter().map(|pattern| rarest(pattern).unwrap_or_default()).collect();
        for (number, (pattern, anchor)) in self.patterns.iter_mut().zip(anchors).enumerate() {
            pattern.anchor = anchor;
            for (key, _) in &pattern.words[anchor] {
                self.by_anchor.entry(key.clone()).or_default().push(number);
            }
        }
    }

    fn matches(&self, words: &[Word], found: &mut Vec<Candidate>) {
        let readings: Vec<Readings> = words.iter().map(|word| self.readings(word)).collect();
        for (at, anchored) in readings.iter().enumerate() {
            let mut patterns: Vec<usize> =
                anchored.iter().filter_map(|(key, _)| self.by_anchor.get(key)).flatten().copied().collect();
            patterns.sort_unstable();
            patterns.dedup();
            for pattern in patterns.into_iter().map(|number| &self.patterns[number]) {
                if let Some(first) = at.checked_sub(pattern.anchor) {
                    found.extend(pattern.matched(words, &readings, first));
                }
            }
        }
    }

    fn readings(&self, word: &Word) -> Readings {
        if is_arabic(&self.language) { arabic::readings(word) } else { english::readings(word) }
    }
}

impl Pattern {
    /// The match of the pattern with the words from `first` on.
    fn matched(&self, words: &[Word], readings: &[Readings], first: usize) -> Option<Candidate> {
        let last = first + self.words.len() - 1;
        let here = words.get(first..=last)?;
        if here.iter().zip(&self.gaps).skip(1).any(|(word, own)| word.gap == Gap::Closed && *own != Gap::Closed) {
            return None;
        }
        let fit_of = |(keys, readings): (&Vec<(String, Fit)>, &Readings)| {
            keys.iter().filter_map(|(key, own)| readings.fit(key).map(|fit| fit.min(*own))).max()
        };
        let fits: Option<Vec<Fit>> = self.words.iter().zip(&readings[first..=last]).map(fit_of).collect();
        let fit = together(&fits?)?;
        let certainty = if fit >= Fit::Sure { Certainty::Sure } else { Certainty::Weak };
        let span = words[first].span.start..words[last].span.end;
        let occurrence = Occurrence { concept: self.concept, term: self.term, span, certainty };
        Some(Candidate { occurrence, words: self.words.len(), fit })
    }
}

/// How well a whole phrase fits: a short word is borne out by a sure one beside it, another word is not.
fn together(fits: &[Fit]) -> Option<Fit> {
    let (least, best) = (fits.iter().copied().min()?, fits.iter().copied().max()?);
    match least {
        Fit::Scant | Fit::Derived if fits.contains(&Fit::Derived) => Some(Fit::Derived),
        Fit::Scant | Fit::Short if best >= Fit::Sure => Some(Fit::Sure),
        Fit::Scant => None,
        least => Some(least),
    }
}

/// The words with those that hyphens bind made one; `None` where no hyphen binds any.
fn joined(words: &[Word]) -> Option<Vec<Word>> {
    let mut joined: Vec<Word> = Vec::with_capacity(words.len());
    for word in words {
        match joined.last_mut() {
            Some(before) if word.gap == Gap::Hyphen => {
                before.span.end = word.span.end;
                before.key.push_str(&word.key);
                before.canon.push_str(&word.canon);
            }
            _ => joined.push(word.clone()),
        }
    }
    (joined.len() < words.len()).then_some(joined)
}

/// The longest sure matches that do not overlap, then the weak ones on words that are left; alternatives on the same words.
fn chosen(mut candidates: Vec<Candidate>) -> Vec<Occurrence> {
    candidates.sort_by(|a, b| {
        let (one, other) = (&a.occurrence, &b.occurrence);
        (other.certainty.cmp(&one.certainty))
            .then_with(|| b.words.cmp(&a.words))
            .then_with(|| one.span.start.cmp(&other.span.start))
            .then_with(|| other.span.end.cmp(&one.span.end))
            .then_with(|| b.fit.cmp(&a.fit))
            .then_with(|| (one.concept, one.term).cmp(&(other.concept, other.term)))
    });
    let mut taken: Vec<Candidate> = Vec::new();
    // By where each begins, for the search of what overlaps.
    let mut places: std::collections::BTreeMap<usize, usize> = std::collections::BTreeMap::new();
    for candidate in candidates {
        let span = &candidate.occurrence.span;
        let overlaps = |number: &usize| taken[*number].occurrence.span.end > span.start;
        match places.range(..span.end).next_back().map(|(_, number)| *number).filter(overlaps) {
            None => {
                places.insert(span.start, taken.len());
                taken.push(candidate);
            }
            Some(number) => {
                let is_same = |other: &Candidate| {
                    other.occurrence.span == *span && other.occurrence.concept == candidate.occurrence.concept
                };
                let fits_alike = taken[number].occurrence.span == *span && taken[number].fit == candidate.fit;
                if fits_alike && !taken.iter().any(is_same) {
                    taken.push(candidate);
                }
            }
        }
    }
    let mut occurrences: Vec<Occurrence> = taken.into_iter().map(|candidate| candidate.occurrence).collect();
    occurrences.sort_by_key(|occurrence| (occurrence.span.start, occurrence.concept));
    occurrences
}

fn is_arabic(language: &Language) -> bool {
    language.primary() == "ar"
}
