//! One part of an Arabic name against Latin letters: the cheapest way to read the one as a rendering of the other. Knows
//! vowels, doubling and the article; does not know where the parts of a whole name begin and end.

use super::patterns::{BEFORE_LAST_HAMZA, BEFORE_VOWEL, FIRST_A, LONG_A, LONG_I, LONG_U, Pattern, may_close};
use super::sounds::{
    ARTICLE, Rendering, SUN_ARTICLE, anywhere, at_the_beginning, at_the_end, french_article, is_sun_letter, particle,
    together, weight,
};
use super::tree::ALONE;
use super::ways::{Following, Place};

/// A letter, an article or a particle, with its renderings.
#[derive(Clone, Copy, Debug)]
pub(super) struct Unit {
    pub(super) renderings: &'static [Rendering],
    /// Renderings together with the next unit.
    pub(super) with_next: &'static [Rendering],
    /// The letters with which a rendering begins, of it alone or with the next unit.
    pub(super) begins: Letters,
    /// What it costs to be left out.
    pub(super) left_out: f32,
    /// What it counts for in the length of a name.
    pub(super) length: f32,
    pub(super) is_letter: bool,
    /// Whether it is an alef before what may be a cluster of consonants (إبراهيم, Brahim).
    pub(super) is_first_alef: bool,
    /// Whether it is not doubled: the middle letter of three (فرج is not Farraj), but for the s of Hassan.
    pub(super) is_single: bool,
    /// Whether it is a ز that may be the s of Barroso.
    pub(super) is_z: bool,
    /// Whether it is a ي that may be the English a of James.
    pub(super) is_glide: bool,
    /// Whether it is a written a (ا ى ة), before which no other vowel stands without a letter of its own.
    pub(super) is_long_a: bool,
    pub(super) follows: Following,
}

/// The Latin letters of a span, and where its words begin.
#[derive(Clone, Copy, Debug)]
pub(super) struct Span<'a> {
    pub(super) letters: &'a [u8],
    /// For each letter, whether a word begins with it.
    pub(super) begins: &'a [bool],
}

/// The units of one written word.
pub(super) fn push_units(word: &[char], is_before_other: bool, units: &mut Vec<Unit>) {
    let mut written = String::new();
    written.extend(word);
    if is_before_other && let Some(renderings) = particle(&written) {
        units.push(Unit::of_word(renderings, 1.0, 0.0));
        return;
    }
    let stem = match word {
        ['ا', 'ل', stem @ ..] if stem.len() > 1 => {
            let renderings = if is_sun_letter(stem[0]) { SUN_ARTICLE } else { ARTICLE };
            units.push(Unit::of_word(renderings, 0.2, 0.2));
            stem
        }
        _ => word,
    };
    let pattern = Pattern::of(stem);
    units.extend((0..stem.len()).map(|index| Unit::of_letter(stem, index, pattern)));
}

impl Unit {
    /// A particle or an article.
    fn of_word(renderings: &'static [Rendering], weight: f32, length: f32) -> Self {
        Self {
            renderings,
            with_next: &[],
            begins: begins(renderings),
            left_out: left_out(renderings, weight),
            length,
            is_letter: false,
            is_first_alef: false,
            is_single: false,
            is_z: false,
            is_glide: false,
            is_long_a: false,
            follows: Following::Any,
        }
    }

    /// A letter of a stem, which has a pattern.
    fn of_letter(stem: &[char], index: usize, pattern: Option<Pattern>) -> Self {
        let letter = stem[index];
        let next = stem.get(index + 1).copied();
        let first = if index == 0 { at_the_beginning(letter, matches!(next, Some('و' | 'ي'))) } else { None };
        let last = if next.is_none() && index > 0 { at_the_end(letter) } else { None };
        let long = match pattern {
            Some(Pattern::LongFirst) if index == 1 && !may_close(stem[2], stem.get(3).copied()) => Some(FIRST_A),
            Some(Pattern::LongLast) if index == 2 => Some(LONG_A),
            Some(Pattern::LongI) if index == 2 => Some(LONG_I),
            Some(Pattern::LongU) if index == 2 => Some(LONG_U),
            _ if letter == 'ا' && stem[index + 1..] == ['ء'] => Some(BEFORE_LAST_HAMZA),
            _ if letter == 'خ' && matches!(next, Some('و' | 'ي' | 'ا')) => Some(BEFORE_VOWEL),
            _ => None,
        };
        let renderings = first.or(last).or(long).unwrap_or_else(|| anywhere(letter));
        let with_next = next.map_or(&[][..], |next| with_next(stem, index, next));
        Self {
            renderings,
            with_next,
            begins: begins(renderings) | begins(with_next),
            left_out: left_out(renderings, weight(letter)),
            length: weight(letter),
            is_letter: true,
            is_first_alef: index == 0 && matches!(letter, 'ا' | 'أ' | 'إ'),
            is_z: letter == 'ز',
            is_single: index == 1
                && stem.len() == 3
                && stem[2] != 'ه'
                && pattern == Some(Pattern::Short)
                && !matches!(letter, 'س' | 'ص' | 'ش'),
            is_glide: letter == 'ي' && index > 0 && pattern != Some(Pattern::LongI),
            is_long_a: index > 0 && matches!(letter, 'ا' | 'ى' | 'ة'),
            follows: match pattern {
                Some(Pattern::LongFirst) if index == 2 && (stem.len() > 4 || may_close(letter, next)) => {
                    Following::NotA
                }
                Some(Pattern::LongFirst) if index == 2 => Following::IOnly,
                Some(Pattern::Short) if index == 1 => Following::NotI,
                Some(Pattern::Closed) if index == 1 => Following::None,
                _ => Following::Any,
            },
        }
    }
}

impl Unit {
    /// The letters with which its renderings begin, if it is not left out for less than the cost of a letter.
    pub(super) fn needed(&self) -> Option<Letters> {
        let as_s = if self.is_z { set_of(b's') } else { 0 };
        (self.left_out >= 1.0).then_some(self.begins | as_s)
    }
}

/// The renderings of a letter together with the next one.
fn with_next(stem: &[char], index: usize, next: char) -> &'static [Rendering] {
    let article = if index == 0 && stem.len() != 3 { french_article(stem[0], next) } else { &[] };
    if article.is_empty() { together(stem[index], next) } else { article }
}

/// The letters with which renderings begin.
pub(super) fn begins(renderings: &[Rendering]) -> Letters {
    renderings.iter().filter_map(|r| r.0.bytes().next()).fold(0, |set, letter| set | set_of(letter))
}

/// What it costs to leave out what has these renderings: what they say, or else its weight.
fn left_out(renderings: &[Rendering], weight: f32) -> f32 {
    renderings.iter().find(|r| r.0.is_empty()).map_or(weight, |r| r.1)
}

impl Span<'_> {
    /// Whether a word ends before a letter.
    pub(super) fn is_end(&self, at: usize) -> bool {
        self.begins.get(at).is_none_or(|&begins| begins)
    }
}

pub(super) const fn is_vowel(letter: u8) -> bool {
    matches!(letter, b'a' | b'e' | b'i' | b'o' | b'u')
}

/// How well Latin letters render the units, 0 to 1, where it is at least so much: 1 less the cost of the cheapest reading, by the
/// length of the name. Readings that cost more than that leaves are not followed, so that most of what is unlike is told within a
/// few letters.
pub(super) fn likeness_from(least: f32, units: &[Unit], span: Span<'_>, table: &mut Table) -> Option<f32> {
    if units.is_empty() || span.letters.is_empty() {
        return None;
    }
    let arabic: f32 = units.iter().map(|unit| unit.length).sum();
    let latin = latin_length(span);
    // A little more than the exact value, which is rounded.
    let cost = table.cheapest(units, span, (1.0 - least) * likeness_length(arabic, latin) + 0.001)?;
    Some(likeness_at(cost, arabic, latin)).filter(|likeness| *likeness >= least)
}

/// What Latin letters count for in the length of a name.
pub(super) fn latin_length(span: Span<'_>) -> f32 {
    span.letters.iter().map(|&letter| if is_vowel(letter) { 0.5 } else { 1.0 }).sum()
}

/// The length by which the cost of a reading counts.
pub(super) const fn likeness_length(arabic: f32, latin: f32) -> f32 {
    arabic.min(latin).clamp(2.0, LONGEST)
}

/// How alike two names are of which a reading costs so much.
pub(super) fn likeness_at(cost: f32, arabic: f32, latin: f32) -> f32 {
    (1.0 - cost / likeness_length(arabic, latin)).max(0.0)
}

/// Above so many letters one wrong letter must still tell.
const LONGEST: f32 = 5.0;

/// A set of the letters a to z.
pub(super) type Letters = u32;

pub(super) const fn set_of(letter: u8) -> Letters {
    if letter.is_ascii_lowercase() { 1 << (letter - b'a') } else { 0 }
}

pub(super) fn letters_of(text: &[u8]) -> Letters {
    text.iter().fold(0, |set, &letter| set | set_of(letter))
}

/// The Latin letters that units need: what has no such letters is told without a reading.
pub(super) struct Needs {
    /// For each unit that is not left out for less than the cost of a letter, those with which its renderings begin.
    of_units: Vec<Letters>,
    /// All letters of all renderings, and those that may stand without an Arabic one for less.
    readable: Letters,
}

impl Needs {
    pub(super) fn of(units: &[Unit]) -> Self {
        let mut of_units = Vec::new();
        let mut readable = letters_of(ALONE);
        for (index, unit) in units.iter().enumerate() {
            let both = || unit.renderings.iter().chain(unit.with_next);
            readable = both().fold(readable, |set, rendering| set | letters_of(rendering.0.as_bytes()));
            let before = index.checked_sub(1).map_or(0, |before| begins(units[before].with_next));
            of_units.extend(unit.needed().map(|needed| needed | before));
        }
        Self { of_units, readable }
    }

    /// Whether Latin letters are surely not so like the units.
    pub(super) fn are_unmet(&self, least: f32, letters: Letters) -> bool {
        // Where a whole letter may be wrong, nothing is sure.
        if (1.0 - least) * LONGEST >= 0.99 {
            return false;
        }
        letters & !self.readable != 0 || self.of_units.iter().any(|unit| unit & letters == 0)
    }
}

/// What readings cost. A cell is a number of units and of Latin letters read; its second value is that of readings whose last
/// letter was a vowel without an Arabic letter behind it. Made once for many pairs.
#[derive(Default)]
pub(super) struct Table {
    cells: Vec<[f32; 2]>,
    /// The Latin letters and one.
    row: usize,
    /// What a reading may cost.
    most: f32,
}

#[cfg(test)]
thread_local! {
    /// Cells that readings went on from: the work that tests count.
    pub(crate) static STEPS: std::cell::Cell<usize> = const { std::cell::Cell::new(0) };
}

impl Table {
    /// The cost of the cheapest reading, if it is at most so much.
    fn cheapest(&mut self, units: &[Unit], span: Span<'_>, most: f32) -> Option<f32> {
        (self.row, self.most) = (span.letters.len() + 1, most);
        let row = self.row;
        self.cells.clear();
        self.cells.resize((units.len() + 1) * row, [f32::INFINITY; 2]);
        self.cells[0][0] = 0.0;
        for read in 0..=units.len() {
            let mut is_alive = false;
            let last = read.checked_sub(1).map(|last| &units[last]);
            for at in 0..row {
                for state in 0..2 {
                    // A reading that costs too much was never entered.
                    let cost = self.cells[read * row + at][state];
                    if cost.is_finite() {
                        is_alive = true;
                        #[cfg(test)]
                        STEPS.set(STEPS.get() + 1);
                        self.go_on(cost, Place { at, after_vowel: state == 1, last }, (read, units.get(read)), span);
                    }
                }
            }
            let next = self.cells.get((read + 1) * row..(read + 2) * row).unwrap_or_default();
            // Two letters may be read as one.
            if !is_alive && next.iter().flatten().all(|cost| cost.is_infinite()) {
                return None;
            }
        }
        let end = self.cells.last()?;
        Some(end[0].min(end[1])).filter(|cost| cost.is_finite())
    }

    /// Goes on from a place with what comes next of either side.
    fn go_on(&mut self, cost: f32, place: Place<'_>, (read, unit): (usize, Option<&Unit>), span: Span<'_>) {
        if let Some((state, price)) = place.letter_alone(span) {
            self.relax((read, place.at + 1), state, cost + price);
        }
        let Some(unit) = unit else { return };
        let missing = place.missing();
        unit.ways(place.at, span, |way| {
            let to = (read + way.units, place.at + way.letters);
            self.relax(to, way.state(place.after_vowel), cost + way.price(missing, place.after_vowel));
        });
    }

    fn relax(&mut self, to: (usize, usize), state: usize, cost: f32) {
        if cost <= self.most {
            let cell = &mut self.cells[to.0 * self.row + to.1][state];
            *cell = cell.min(cost);
        }
    }
}
