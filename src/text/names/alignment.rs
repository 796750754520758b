//! The best way to lay the parts of an Arabic name over the words of a Latin one, in order. Weighs whole names; the letters of
//! one part are weighed in `spelling`.

use std::ops::Range;

use super::known::{Renderings, Verdict, verdict};
use super::parts::Part;
use super::score::REFUSED;
use super::spelling::{Table, Unit, letters_of, likeness_from};
use super::words::{LatinName, WIDEST_SPAN, is_article, unglued};

/// What a part of a long name that was left out is worth.
const LEFT_OUT: f32 = 0.85;

/// From here on a score says that the name is the same, or may be: one name of two is worth less.
const LEAST_BOUNDED: f32 = 0.6;

/// Which ends of two names can be laid over each other.
#[derive(Clone, Copy, Debug)]
struct Ends {
    /// One of which nothing agrees, titles alone or nothing at all.
    empty: bool,
    /// One of which something agrees.
    agreeing: bool,
}

impl Ends {
    const fn or(self, empty: bool, agreeing: bool) -> Self {
        Self { empty: self.empty || empty, agreeing: self.agreeing || agreeing }
    }
}

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
    table: &'a mut Table,
}

impl<'a> Alignment<'a> {
    pub(super) fn of(parts: &'a [Part], latin: &'a LatinName, table: &'a mut Table) -> Self {
        Self { parts, latin, tails: Vec::new(), table }
    }

    pub(super) fn score(mut self) -> f32 {
        self.tails = vec![None; (self.parts.len() + 1) * (self.latin.len() + 1)];
        for i in (0..=self.parts.len()).rev() {
            for j in (0..=self.latin.len()).rev() {
                let place = self.place(i, j);
                self.tails[place] = self.best_tail(i, j);
            }
        }
        let Some(tail) = self.tails[0] else { return 0.0 };
        let left_out = tail.arabic_left_out.max(tail.latin_left_out) > 0;
        // One name of two says who is meant to those who know, and no more.
        let value = if left_out && tail.matched < 2 { 0.6 * tail.value() } else { tail.value() };
        value.clamp(0.0, 1.0)
    }

    /// Whether the score may be so high: whether the name can be laid over the other so that each part that agrees does so as well
    /// as it then has to. Weighs what has no need to be weighed for a low score, and nothing beyond it.
    pub(super) fn may_reach(&mut self, least: f32) -> bool {
        if least < LEAST_BOUNDED {
            return true;
        }
        let parts = self.parts.len() as f32;
        // Of so many parts all the others agree wholly; or so many are left out that the mean is that of these.
        let of_part = if self.parts.len() == 1 {
            least
        } else {
            ((2.0 * parts * least - (parts - 1.0)) / (parts + 1.0)).min(2.0 * least - LEFT_OUT)
        };
        // A little less than the exact value, which is rounded.
        let of_part = of_part - 0.001;
        // Titles on both sides agree on nothing.
        if self.parts.len() == 1 && self.latin.len() == 1 {
            return self.agreement(0..1, 0..1, of_part).is_some();
        }
        let mut known = vec![None; (self.parts.len() + 1) * (self.latin.len() + 1)];
        self.ends_from(0, 0, of_part, &mut known).agreeing
    }

    /// Which ends of the two names there are from a pair of places.
    fn ends_from(&mut self, i: usize, j: usize, least: f32, known: &mut [Option<Ends>]) -> Ends {
        let place = self.place(i, j);
        if let Some(ends) = known[place] {
            return ends;
        }
        let (parts, words) = (self.parts.len() - i, self.latin.len() - j);
        let mut ends = Ends { empty: parts == 0 && words == 0, agreeing: false };
        // One name of two never reaches a score that is bounded.
        let may_leave_out = self.parts.len() > 1;
        if parts > 0 {
            let rest = self.ends_from(i + 1, j, least, known);
            let is_title = self.parts[i].is_title;
            ends = ends.or(rest.empty && is_title, rest.agreeing && (is_title || may_leave_out));
        }
        if words > 0 {
            let rest = self.ends_from(i, j + 1, least, known);
            let is_title = self.latin.is_title(j);
            let may_lack = is_title || may_leave_out || is_article(self.latin.word(j));
            ends = ends.or(rest.empty && is_title, rest.agreeing && may_lack);
        }
        let one_part = (1..=WIDEST_SPAN.min(words)).map(|words| (1, words)).filter(|_| parts > 0);
        let one_word = (2..=3.min(parts)).map(|parts| (parts, 1)).filter(|_| words > 0);
        for (parts, words) in one_part.chain(one_word) {
            if ends.agreeing {
                break;
            }
            let rest = self.ends_from(i + parts, j + words, least, known);
            ends.agreeing =
                (rest.empty || rest.agreeing) && self.agreement(i..i + parts, j..j + words, least).is_some();
        }
        known[place] = Some(ends);
        ends
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
        Some(rest.with_match(self.agreement(i..i + parts, j..j + words, 0.0).unwrap_or_default()))
    }

    /// How well parts agree with words, where it is at least so much.
    fn agreement(&mut self, parts: Range<usize>, words: Range<usize>, least: f32) -> Option<f32> {
        let span = self.latin.span(words.start, words.end);
        if let [part] = &self.parts[parts.clone()] {
            let latin = || std::str::from_utf8(span.letters).unwrap_or_default();
            let known = match verdict(part.entries, &part.written, latin) {
                Verdict::Accepted => 1.0,
                Verdict::Refused => REFUSED,
                Verdict::Unknown if self.is_of_another(part, words.start, words.end) => REFUSED,
                Verdict::Unknown if part.needs.are_unmet(least, letters_of(span.letters)) => return None,
                Verdict::Unknown => return likeness_from(least, &part.units, span, self.table),
            };
            return Some(known).filter(|known| *known >= least);
        }
        let units: Vec<Unit> = self.parts[parts].iter().flat_map(|part| part.units.iter().copied()).collect();
        likeness_from(least, &units, span, self.table)
    }

    /// Whether one word of the part is a common name, and the Latin one for it renders other common names alone: the word behind
    /// its particle or article, or the one before الدين.
    fn is_of_another(&self, part: &Part, from: usize, to: usize) -> bool {
        let of_another =
            |bare: &Renderings, word: &str| unglued(word).chain([word]).any(|name| bare.are_of_another(name));
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
        if self.latin.is_title(j) {
            return Some(rest);
        }
        if rest.matched > 0 && is_article(word) {
            return Some(Tail { articles: rest.articles + 1, ..rest });
        }
        let may = rest.matched > 0 && rest.arabic_left_out == 0;
        may.then_some(Tail { latin_left_out: rest.latin_left_out + 1, ..rest })
    }
}
