//! The best way to lay the parts of an Arabic name over the words of a Latin one, in order. Weighs whole names; the letters of
//! one part are weighed in `spelling`.

use super::known::{Renderings, Verdict, verdict};
use super::parts::Part;
use super::score::REFUSED;
use super::spelling::{Unit, likeness};
use super::titles::{is_latin_title, is_latin_title_behind};
use super::words::LatinName;

/// Latin words that one part of an Arabic name may take (ʿAbd al-Raḥmān: three).
const WIDEST_SPAN: usize = 5;

/// What a part of a long name that was left out is worth.
const LEFT_OUT: f32 = 0.85;

/// How the ends of two names lie over each other.
#[derive(Clone, Copy, Debug)]
struct Tail {
    sum: f32,
    worst: f32,
    matched: u8,
    arabic_left_out: u8,
    latin_left_out: u8,
    articles: u8,
}

impl Tail {
    const EMPTY: Self = Self { sum: 0.0, worst: 1.0, matched: 0, arabic_left_out: 0, latin_left_out: 0, articles: 0 };

    fn with_match(self, likeness: f32) -> Self {
        Self { sum: self.sum + likeness, worst: self.worst.min(likeness), matched: self.matched + 1, ..self }
    }

    /// What it promises: where nothing is matched yet, less than a name that agrees and more than one that does not.
    fn promise(&self) -> f32 {
        if self.matched == 0 { 0.84 } else { self.value() }
    }

    /// Half the mean and half the worst of the parts, as long as what was left out may be.
    fn value(&self) -> f32 {
        let left_out = f32::from(self.arabic_left_out + self.latin_left_out);
        if self.matched == 0 {
            return 0.0;
        }
        let mean = (self.sum + LEFT_OUT * left_out) / (f32::from(self.matched) + left_out);
        0.5 * mean + 0.5 * self.worst - 0.02 * f32::from(self.articles)
    }
}

/// Finds the best way to lay the parts of an Arabic name over the words of a Latin one, in order.
pub(super) struct Alignment<'a> {
    parts: &'a [Part],
    latin: &'a LatinName,
    /// The best tail from each pair of places, filled from the end.
    tails: Vec<Option<Tail>>,
    /// How many of the first Latin words are titles.
    titles: usize,
    cells: Vec<[f32; 2]>,
}

impl<'a> Alignment<'a> {
    pub(super) fn of(parts: &'a [Part], latin: &'a LatinName) -> Self {
        let tails = vec![None; (parts.len() + 1) * (latin.len() + 1)];
        let mut alignment = Self {
            parts,
            latin,
            tails,
            titles: latin.words().take_while(|word| is_latin_title(word)).count(),
            cells: Vec::new(),
        };
        for i in (0..=parts.len()).rev() {
            for j in (0..=latin.len()).rev() {
                let place = alignment.place(i, j);
                alignment.tails[place] = alignment.best_tail(i, j);
            }
        }
        alignment
    }

    pub(super) fn score(&self) -> f32 {
        let Some(tail) = self.tails[0] else { return 0.0 };
        let left_out = tail.arabic_left_out.max(tail.latin_left_out) > 0;
        // One name of two says who is meant to those who know, and no more.
        let value = if left_out && tail.matched < 2 { 0.6 * tail.value() } else { tail.value() };
        value.clamp(0.0, 1.0)
    }

    fn place(&self, i: usize, j: usize) -> usize {
        i * (self.latin.len() + 1) + j
    }

    fn best_tail(&mut self, i: usize, j: usize) -> Option<Tail> {
        if i == self.parts.len() && j == self.latin.len() {
            return Some(Tail::EMPTY);
        }
        let mut best: Option<Tail> = None;
        let mut offer = |tail: Option<Tail>| {
            if let Some(tail) = tail
                && best.is_none_or(|best| tail.promise() > best.promise())
            {
                best = Some(tail);
            }
        };
        if i < self.parts.len() {
            for words in 1..=WIDEST_SPAN.min(self.latin.len() - j) {
                offer(self.matched(i, 1, j, words));
            }
            for parts in 2..=3.min(self.parts.len() - i) {
                if j < self.latin.len() {
                    offer(self.matched(i, parts, j, 1));
                }
            }
            offer(self.without_part(i, j));
        }
        if j < self.latin.len() {
            offer(self.without_word(i, j));
        }
        best
    }

    /// The parts from `i` laid over the words from `j`.
    fn matched(&mut self, i: usize, parts: usize, j: usize, words: usize) -> Option<Tail> {
        let rest = self.tails[self.place(i + parts, j + words)]?;
        let span = self.latin.span(j, j + words);
        let [first, others @ ..] = &self.parts[i..i + parts] else { return None };
        if others.is_empty() {
            let latin = std::str::from_utf8(span.letters).unwrap_or_default();
            return Some(rest.with_match(match verdict(first.entries, &first.written, latin) {
                Verdict::Accepted => 1.0,
                Verdict::Refused => REFUSED,
                Verdict::Unknown if self.is_of_another(first, j, j + words) => REFUSED,
                Verdict::Unknown => likeness(&first.units, span, &mut self.cells),
            }));
        }
        let units: Vec<Unit> = self.parts[i..i + parts].iter().flat_map(|part| part.units.iter().copied()).collect();
        Some(rest.with_match(likeness(&units, span, &mut self.cells)))
    }

    /// Whether one word of the part is a common name, and the Latin one for it renders other common names alone: the word behind
    /// its particle or article, or the one before الدين.
    fn is_of_another(&self, part: &Part, from: usize, to: usize) -> bool {
        let of_another = |bare: &Renderings, word: &str| {
            let glued = ["abdul", "abdel", "abdal", "abdoul", "al", "el"].into_iter();
            glued.filter_map(|before| word.strip_prefix(before)).chain([word]).any(|name| bare.are_of_another(name))
        };
        part.bare.is_some_and(|bare| of_another(bare, self.latin.word(to - 1)))
            || part.first.is_some_and(|first| to > from + 1 && first.are_of_another(self.latin.word(from)))
    }

    /// The part left out: a title, or one that is not the last of those that agree.
    fn without_part(&self, i: usize, j: usize) -> Option<Tail> {
        let rest = self.tails[self.place(i + 1, j)]?;
        if self.parts[i].is_title {
            return Some(rest);
        }
        let may = rest.matched > 0 && rest.latin_left_out == 0;
        may.then_some(Tail { arabic_left_out: rest.arabic_left_out + 1, ..rest })
    }

    /// The word left out: a title, an article, or one that is not the last of those that agree.
    fn without_word(&self, i: usize, j: usize) -> Option<Tail> {
        let rest = self.tails[self.place(i, j + 1)]?;
        let word = self.latin.word(j);
        let is_behind = j > 0 && j + 1 == self.latin.len() && is_latin_title_behind(word);
        if j < self.titles || is_behind {
            return Some(rest);
        }
        if rest.matched > 0 && matches!(word, "al" | "el") {
            return Some(Tail { articles: rest.articles + 1, ..rest });
        }
        let may = rest.matched > 0 && rest.arabic_left_out == 0;
        may.then_some(Tail { latin_left_out: rest.latin_left_out + 1, ..rest })
    }
}
