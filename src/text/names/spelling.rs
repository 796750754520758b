//! One part of an Arabic name against Latin letters: the cheapest way to read the one as a rendering of the other. Knows
//! vowels, doubling and the article; does not know where the parts of a whole name begin and end.

use super::patterns::{BEFORE_LAST_HAMZA, BEFORE_VOWEL, FIRST_A, LONG_A, LONG_I, LONG_U, Pattern, may_close};
use super::sounds::{
    ARTICLE, Rendering, SUN_ARTICLE, anywhere, at_the_beginning, at_the_end, french_article, is_sun_letter, particle,
    together, weight,
};

/// A letter, an article or a particle, with its renderings.
#[derive(Clone, Copy, Debug)]
pub(super) struct Unit {
    renderings: &'static [Rendering],
    /// Renderings together with the next unit.
    with_next: &'static [Rendering],
    /// The letters with which a rendering begins, of it alone or with the next unit.
    begins: Letters,
    /// What it costs to be left out.
    left_out: f32,
    /// What it counts for in the length of a name.
    length: f32,
    is_letter: bool,
    /// Whether it is an alef before what may be a cluster of consonants (إبراهيم, Brahim).
    is_first_alef: bool,
    /// Whether it is not doubled: the middle letter of three (فرج is not Farraj), but for the s of Hassan.
    is_single: bool,
    /// Whether it is a ز that may be the s of Barroso.
    is_z: bool,
    /// Whether it is a ي that may be the English a of James.
    is_glide: bool,
    /// Whether it is a written a (ا ى ة), before which no other vowel stands without a letter of its own.
    is_long_a: bool,
    follows: Following,
}

/// Which short vowel may stand behind a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Following {
    Any,
    /// The i of the pattern CāCiC (باسم, ماهر): a is another name (بسام).
    IOnly,
    /// The same, or none: the name may be a foreign one that closes on two consonants (ماركس, كانط, هانز).
    NotA,
    /// None or a of the pattern CaCaC (شرف): i is another name (شريف).
    NotI,
    /// None in the pattern CaCCā (سلمى, بشرى): with a vowel it is another name (سلامة, بشارة).
    None,
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

/// The renderings of a letter together with the next one.
fn with_next(stem: &[char], index: usize, next: char) -> &'static [Rendering] {
    let article = if index == 0 && stem.len() != 3 { french_article(stem[0], next) } else { &[] };
    if article.is_empty() { together(stem[index], next) } else { article }
}

fn begins(renderings: &[Rendering]) -> Letters {
    renderings.iter().filter_map(|r| r.0.bytes().next()).fold(0, |set, letter| set | set_of(letter))
}

/// What it costs to leave out what has these renderings: what they say, or else its weight.
fn left_out(renderings: &[Rendering], weight: f32) -> f32 {
    renderings.iter().find(|r| r.0.is_empty()).map_or(weight, |r| r.1)
}

impl Span<'_> {
    /// Whether a word ends before a letter.
    fn is_end(&self, at: usize) -> bool {
        self.begins.get(at).is_none_or(|&begins| begins)
    }
}

fn is_vowel_first(text: &[u8]) -> bool {
    text.first().is_some_and(|&letter| is_vowel(letter))
}

const fn is_vowel(letter: u8) -> bool {
    matches!(letter, b'a' | b'e' | b'i' | b'o' | b'u')
}

/// Whether a text begins with two consonants: Brahim, Shtayyeh.
fn begins_with_cluster(text: &[u8]) -> bool {
    let is_consonant = |letter: Option<&u8>| letter.is_some_and(|&letter| !is_vowel(letter));
    match text {
        [b'x', ..] => true,
        [b's' | b'c' | b'k' | b'g' | b'd' | b't', b'h', rest @ ..] => is_consonant(rest.first()),
        [first, second, ..] => is_consonant(Some(first)) && is_consonant(Some(second)) && first != second,
        _ => false,
    }
}

/// Whether a text begins with the long a of English before a mute e: Jake, James, Gates.
fn is_long_before_e(span: Span<'_>, at: usize) -> bool {
    let [b'a', consonant, b'e', rest @ ..] = &span.letters[at..] else { return false };
    let is_mute = span.is_end(at + 3) || rest[0] == b's' && span.is_end(at + 4);
    !is_vowel(*consonant) && is_mute
}

/// How well Latin letters render the units, 0 to 1, where it is at least so much: 1 less the cost of the cheapest reading, by the
/// length of the name. Readings that cost more than that leaves are not followed, so that most of what is unlike is told within a
/// few letters.
pub(super) fn likeness_from(least: f32, units: &[Unit], span: Span<'_>, table: &mut Table) -> Option<f32> {
    if units.is_empty() || span.letters.is_empty() {
        return None;
    }
    let arabic: f32 = units.iter().map(|unit| unit.length).sum();
    let latin: f32 = span.letters.iter().map(|&letter| if is_vowel(letter) { 0.5 } else { 1.0 }).sum();
    let length = arabic.min(latin).clamp(2.0, LONGEST);
    // A little more than the exact value, which is rounded.
    let cost = table.cheapest(units, span, (1.0 - least) * length + 0.001)?;
    Some((1.0 - cost / length).max(0.0)).filter(|likeness| *likeness >= least)
}

/// Above so many letters one wrong letter must still tell.
const LONGEST: f32 = 5.0;

/// A set of the letters a to z.
pub(super) type Letters = u32;

const fn set_of(letter: u8) -> Letters {
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
        let mut readable = letters_of(b"aeioudghlstxy");
        for (index, unit) in units.iter().enumerate() {
            let both = || unit.renderings.iter().chain(unit.with_next);
            readable = both().fold(readable, |set, rendering| set | letters_of(rendering.0.as_bytes()));
            if unit.left_out >= 1.0 {
                let before = index.checked_sub(1).map_or(0, |before| begins(units[before].with_next));
                let as_s = if unit.is_z { set_of(b's') } else { 0 };
                of_units.push(unit.begins | before | as_s);
            }
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
            for at in 0..row {
                for state in 0..2 {
                    // A reading that costs too much was never entered.
                    let cost = self.cells[read * row + at][state];
                    if cost.is_finite() {
                        is_alive = true;
                        #[cfg(test)]
                        STEPS.set(STEPS.get() + 1);
                        let from = Step { read, at, after_vowel: state == 1, cost };
                        from.latin_letter_alone(units, span, self);
                        from.unit(units, span, self);
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
}

/// A cell of the table from which readings go on.
struct Step {
    read: usize,
    at: usize,
    after_vowel: bool,
    cost: f32,
}

impl Step {
    fn relax(&self, to: (usize, usize), state: usize, cost: f32, table: &mut Table) {
        let cost = self.cost + cost;
        if cost <= table.most {
            let cell = &mut table.cells[to.0 * table.row + to.1][state];
            *cell = cell.min(cost);
        }
    }

    /// Reads a Latin letter that no Arabic letter stands for.
    fn latin_letter_alone(&self, units: &[Unit], span: Span<'_>, table: &mut Table) {
        let Some(&letter) = span.letters.get(self.at) else { return };
        let to = (self.read, self.at + 1);
        if is_vowel(letter) {
            self.relax(to, 1, self.short_vowel(letter, units, span), table);
            return;
        }
        let behind_vowel = self.at > 0 && !span.begins[self.at] && is_vowel(span.letters[self.at - 1]);
        let cost = match letter {
            // A glide: Mariya, Aliyev.
            b'y' if behind_vowel && span.letters[self.at - 1] == b'i' => 0.25,
            b'y' if !span.begins[self.at] => 0.5,
            // Wright, Hugh.
            b'g' if self.is_mute_gh(span, self.at) => 0.1,
            b'h' if self.at > 0 && self.is_mute_gh(span, self.at - 1) => 0.1,
            // Foreign.
            b'g' if behind_vowel && self.is_followed_by(span, b'n') => 0.35,
            // Malcolm, Holmes.
            b'l' if behind_vowel && (self.is_followed_by(span, b'm') || self.is_followed_by(span, b'k')) => 0.4,
            // Giscard d'Estaing.
            b'g' if self.at > 0 && self.ends_word(span) && span.letters[self.at - 1] == b'n' => 0.5,
            // Roland, Bernard.
            b'd' if self.at > 0 && self.ends_word(span) && matches!(span.letters[self.at - 1], b'n' | b'r') => 0.5,
            // سامي is not Sameh.
            b'h' if behind_vowel && self.ends_word(span) && span.letters[self.at - 1] == b'e' => 0.6,
            b'h' if behind_vowel && self.ends_word(span) => 0.12,
            // Kohl, Lehman.
            b'h' if behind_vowel && b"nmlr".iter().any(|&next| self.is_followed_by(span, next)) => 0.4,
            // الراعي, Rahi.
            b'h' if behind_vowel && span.letters.get(self.at + 1).is_some_and(|&next| is_vowel(next)) => 0.4,
            b'h' if behind_vowel => 0.6,
            // Bhutto, Gandhi.
            b'h' if self.at > 0 && matches!(span.letters[self.at - 1], b'b' | b'd' | b'g') => 0.3,
            // Durkheim.
            b'h' if self.at > 0 && span.letters[self.at - 1] == b'k' => 0.5,
            // The mute end of Charles, Jacques.
            b's' if self.at > 0 && span.letters[self.at - 1] == b'e' && self.ends_word(span) => 0.3,
            // Nicolas, Griffiths, Albert.
            b's' | b't' | b'x' if self.at > 0 && self.ends_word(span) => 0.5,
            _ => 1.0,
        };
        self.relax(to, 0, cost, table);
    }

    fn short_vowel(&self, letter: u8, units: &[Unit], span: Span<'_>) -> f32 {
        let at = self.at;
        let before = at.checked_sub(1).map(|before| span.letters[before]);
        let is_behind_long_a = self.read.checked_sub(1).is_some_and(|last| units[last].is_long_a);
        let mut cost: f32 = match before {
            // العبادي is not Obeidi.
            Some(before) if is_behind_long_a && is_vowel(before) && !span.begins[at] => 0.4,
            _ if !self.after_vowel => 0.04,
            Some(b'o' | b'e') if letter == b'u' => 0.1,
            Some(before) if before == letter => 0.7,
            _ => 0.6,
        };
        if span.begins[at] {
            cost = cost.max(0.6);
        }
        if self.ends_word(span) && letter != b'e' {
            cost = cost.max(0.9);
        }
        match self.follows(units) {
            Following::IOnly | Following::NotA if matches!(letter, b'a' | b'o' | b'u') => cost = cost.max(0.55),
            Following::NotI if letter == b'i' => cost = cost.max(0.75),
            Following::NotI if matches!(letter, b'o' | b'u') => cost = cost.max(0.4),
            Following::None => cost = cost.max(if letter == b'i' { 0.75 } else { 0.5 }),
            _ => {}
        }
        cost
    }

    /// Whether the gh of Wright, Hugh begins at a letter.
    fn is_mute_gh(&self, span: Span<'_>, at: usize) -> bool {
        let behind_vowel = at > 0 && matches!(span.letters[at - 1], b'i' | b'u');
        behind_vowel && span.letters[at..].starts_with(b"gh") && (span.is_end(at + 2) || span.letters[at + 2] == b't')
    }

    /// Whether an h here belongs to the sh, kh, dh that a word begins with: no Arabic word begins with two consonants.
    fn is_digraph(&self, span: Span<'_>) -> bool {
        self.at > 0 && span.begins[self.at - 1] && matches!(span.letters[self.at - 1], b's' | b'k' | b'd' | b'g' | b't')
    }

    fn is_between_vowels(&self, span: Span<'_>) -> bool {
        let is_vowel_at =
            |at: Option<usize>| at.and_then(|at| span.letters.get(at)).is_some_and(|&letter| is_vowel(letter));
        is_vowel_at(self.at.checked_sub(1)) && is_vowel_at(Some(self.at + 1))
    }

    fn is_followed_by(&self, span: Span<'_>, letter: u8) -> bool {
        span.letters.get(self.at + 1) == Some(&letter) && !span.begins[self.at + 1]
    }

    /// What may stand behind the unit read last.
    fn follows(&self, units: &[Unit]) -> Following {
        self.read.checked_sub(1).map_or(Following::Any, |last| units[last].follows)
    }

    fn ends_word(&self, span: Span<'_>) -> bool {
        span.is_end(self.at + 1)
    }

    /// Reads a unit, in one of its renderings or left out or as an unrelated letter.
    fn unit(&self, units: &[Unit], span: Span<'_>, table: &mut Table) {
        let Some(unit) = units.get(self.read) else { return };
        let rest = &span.letters[self.at..];
        // فاضل is not Fadl.
        let missing = if self.follows(units) == Following::IOnly && !self.after_vowel { 0.6 } else { 0.0 };
        // ندى is not Nadia.
        let hiatus = if unit.is_long_a && self.after_vowel && is_vowel_first(rest) { 0.8 } else { 0.0 };
        let left_out = if unit.is_first_alef && begins_with_cluster(rest) { 0.3 } else { unit.left_out };
        self.relax((self.read + 1, self.at), usize::from(self.after_vowel), left_out + missing, table);
        let first = rest.first().copied().unwrap_or_default();
        let is_begun = unit.begins & set_of(first) != 0;
        let begun = |renderings: &'static [Rendering]| {
            renderings.iter().filter(move |r| is_begun && r.0.as_bytes().first() == Some(&first))
        };
        for &(rendering, cost) in begun(unit.renderings) {
            for length in written_lengths(rendering.as_bytes(), rest).into_iter().flatten() {
                let digraph = if rendering == "h" && self.is_digraph(span) { 0.5 } else { 0.0 };
                let doubled = if unit.is_single && length > rendering.len() { 0.5 } else { 0.0 };
                let cost = cost + missing + hiatus + digraph + doubled;
                self.relax((self.read + 1, self.at + length), 0, cost, table);
            }
        }
        if unit.is_z && self.is_between_vowels(span) && rest.first() == Some(&b's') {
            self.relax((self.read + 1, self.at + 1), 0, 0.25 + missing, table);
        }
        if unit.is_glide && is_long_before_e(span, self.at) {
            self.relax((self.read + 1, self.at + 1), 0, 0.15 + missing, table);
        }
        for &(rendering, cost) in begun(unit.with_next) {
            if rest.starts_with(rendering.as_bytes()) {
                self.relax((self.read + 2, self.at + rendering.len()), 0, cost + missing, table);
            }
        }
        if unit.is_letter && rest.first().is_some_and(|&letter| !is_vowel(letter)) {
            self.relax((self.read + 1, self.at + 1), 0, 1.0 + missing, table);
        }
    }
}

/// How many letters a rendering takes where it begins the text: once, doubled, or with its first letter doubled. Vowels are
/// not doubled.
fn written_lengths(rendering: &[u8], text: &[u8]) -> [Option<usize>; 3] {
    let once = text.starts_with(rendering).then_some(rendering.len());
    if is_vowel(rendering[0]) {
        return [once, None, None];
    }
    let twice = once.filter(|&length| text[length..].starts_with(rendering)).map(|length| 2 * length);
    let first = (rendering.len() > 1 && text.first() == Some(&rendering[0]) && text[1..].starts_with(rendering))
        .then_some(rendering.len() + 1);
    [once, twice, first]
}
