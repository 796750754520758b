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
    /// What it costs to be left out, where no rendering says so.
    weight: f32,
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
        let left_out = renderings.iter().find(|r| r.0.is_empty()).map_or(1.0, |r| r.1);
        let unit = Unit {
            renderings,
            with_next: &[],
            weight: left_out,
            length: 0.0,
            is_letter: false,
            is_first_alef: false,
            is_glide: false,
            is_z: false,
            is_single: false,
            is_long_a: false,
            follows: Following::Any,
        };
        units.push(unit);
        return;
    }
    let stem = match word {
        ['ا', 'ل', stem @ ..] if stem.len() > 1 => {
            let renderings = if is_sun_letter(stem[0]) { SUN_ARTICLE } else { ARTICLE };
            let follows = Following::Any;
            units.push(Unit {
                renderings,
                with_next: &[],
                weight: 0.2,
                length: 0.2,
                is_letter: false,
                is_first_alef: false,
                is_glide: false,
                is_z: false,
                is_single: false,
                is_long_a: false,
                follows,
            });
            stem
        }
        _ => word,
    };
    for index in 0..stem.len() {
        units.push(unit(stem, index));
    }
}

fn unit(stem: &[char], index: usize) -> Unit {
    let letter = stem[index];
    let next = stem.get(index + 1).copied();
    let first = if index == 0 { at_the_beginning(letter, matches!(next, Some('و' | 'ي'))) } else { None };
    let last = if next.is_none() && index > 0 { at_the_end(letter) } else { None };
    let pattern = Pattern::of(stem);
    let long = match pattern {
        Some(Pattern::LongFirst) if index == 1 && !may_close(stem[2], stem.get(3).copied()) => Some(FIRST_A),
        Some(Pattern::LongLast) if index == 2 => Some(LONG_A),
        Some(Pattern::LongI) if index == 2 => Some(LONG_I),
        Some(Pattern::LongU) if index == 2 => Some(LONG_U),
        _ if letter == 'ا' && stem[index + 1..] == ['ء'] => Some(BEFORE_LAST_HAMZA),
        _ if letter == 'خ' && matches!(next, Some('و' | 'ي' | 'ا')) => Some(BEFORE_VOWEL),
        _ => None,
    };
    Unit {
        renderings: first.or(last).or(long).unwrap_or_else(|| anywhere(letter)),
        with_next: match next {
            Some(next) if index == 0 && stem.len() != 3 && !french_article(letter, next).is_empty() => {
                french_article(letter, next)
            }
            Some(next) => together(letter, next),
            None => &[],
        },
        weight: weight(letter),
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
            Some(Pattern::LongFirst) if index == 2 && (stem.len() > 4 || may_close(letter, next)) => Following::NotA,
            Some(Pattern::LongFirst) if index == 2 => Following::IOnly,
            Some(Pattern::Short) if index == 1 => Following::NotI,
            Some(Pattern::Closed) if index == 1 => Following::None,
            _ => Following::Any,
        },
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
    let is_last = |at: usize| span.begins.get(at).is_none_or(|&begins| begins);
    let [b'a', consonant, b'e', rest @ ..] = &span.letters[at..] else { return false };
    let is_mute = is_last(at + 3) || rest[0] == b's' && is_last(at + 4);
    !is_vowel(*consonant) && is_mute
}

/// How well Latin letters render the units, 0 to 1: 1 less the cost of the cheapest reading, by the length of the name.
pub(super) fn likeness(units: &[Unit], span: Span<'_>, table: &mut Vec<[f32; 2]>) -> f32 {
    if units.is_empty() || span.letters.is_empty() {
        return 0.0;
    }
    let cost = cheapest(units, span, table);
    let arabic: f32 = units.iter().map(|unit| unit.length).sum();
    let latin: f32 = span.letters.iter().map(|&letter| if is_vowel(letter) { 0.5 } else { 1.0 }).sum();
    // Above five letters one wrong letter must still tell.
    let length = arabic.min(latin).clamp(2.0, 5.0);
    (1.0 - cost / length).max(0.0)
}

/// The cost of the cheapest reading. A cell is a number of units and of Latin letters read; its second value is that of
/// readings whose last letter was a vowel without an Arabic letter behind it.
fn cheapest(units: &[Unit], span: Span<'_>, table: &mut Vec<[f32; 2]>) -> f32 {
    let row = span.letters.len() + 1;
    table.clear();
    table.resize((units.len() + 1) * row, [f32::INFINITY; 2]);
    table[0][0] = 0.0;
    for read in 0..=units.len() {
        for at in 0..row {
            let cell = table[read * row + at];
            for (after_vowel, cost) in [(false, cell[0]), (true, cell[1])] {
                if cost.is_finite() {
                    let from = Step { read, at, after_vowel, cost };
                    from.latin_letter_alone(units, span, table);
                    from.unit(units, span, table);
                }
            }
        }
    }
    let end = table[units.len() * row + row - 1];
    end[0].min(end[1])
}

/// A cell of the table from which readings go on.
struct Step {
    read: usize,
    at: usize,
    after_vowel: bool,
    cost: f32,
}

impl Step {
    fn relax(&self, to: (usize, usize), state: usize, cost: f32, row: usize, table: &mut [[f32; 2]]) {
        let cell = &mut table[to.0 * row + to.1][state];
        *cell = cell.min(self.cost + cost);
    }

    /// Reads a Latin letter that no Arabic letter stands for.
    fn latin_letter_alone(&self, units: &[Unit], span: Span<'_>, table: &mut [[f32; 2]]) {
        let Some(&letter) = span.letters.get(self.at) else { return };
        let row = span.letters.len() + 1;
        let to = (self.read, self.at + 1);
        if is_vowel(letter) {
            self.relax(to, 1, self.short_vowel(letter, units, span), row, table);
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
        self.relax(to, 0, cost, row, table);
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
        let is_last = |at: usize| span.begins.get(at).is_none_or(|&begins| begins);
        let behind_vowel = at > 0 && matches!(span.letters[at - 1], b'i' | b'u');
        behind_vowel && span.letters[at..].starts_with(b"gh") && (is_last(at + 2) || span.letters[at + 2] == b't')
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
        span.begins.get(self.at + 1).is_none_or(|&begins| begins)
    }

    /// Reads a unit, in one of its renderings or left out or as an unrelated letter.
    fn unit(&self, units: &[Unit], span: Span<'_>, table: &mut [[f32; 2]]) {
        let Some(unit) = units.get(self.read) else { return };
        let row = span.letters.len() + 1;
        let rest = &span.letters[self.at..];
        // فاضل is not Fadl.
        let missing = if self.follows(units) == Following::IOnly && !self.after_vowel { 0.6 } else { 0.0 };
        // ندى is not Nadia.
        let hiatus = if unit.is_long_a && self.after_vowel && is_vowel_first(rest) { 0.8 } else { 0.0 };
        let left_out = match unit.renderings.iter().find(|r| r.0.is_empty()) {
            _ if unit.is_first_alef && begins_with_cluster(rest) => 0.3,
            Some(r) => r.1,
            None => unit.weight,
        };
        self.relax((self.read + 1, self.at), usize::from(self.after_vowel), left_out + missing, row, table);
        for &(rendering, cost) in unit.renderings.iter().filter(|r| !r.0.is_empty()) {
            for length in written_lengths(rendering.as_bytes(), rest).into_iter().flatten() {
                let digraph = if rendering == "h" && self.is_digraph(span) { 0.5 } else { 0.0 };
                let doubled = if unit.is_single && length > rendering.len() { 0.5 } else { 0.0 };
                let cost = cost + missing + hiatus + digraph + doubled;
                self.relax((self.read + 1, self.at + length), 0, cost, row, table);
            }
        }
        if unit.is_z && self.is_between_vowels(span) && rest.first() == Some(&b's') {
            self.relax((self.read + 1, self.at + 1), 0, 0.25 + missing, row, table);
        }
        if unit.is_glide && is_long_before_e(span, self.at) {
            self.relax((self.read + 1, self.at + 1), 0, 0.15 + missing, row, table);
        }
        for &(rendering, cost) in unit.with_next {
            if rest.starts_with(rendering.as_bytes()) {
                self.relax((self.read + 2, self.at + rendering.len()), 0, cost + missing, row, table);
            }
        }
        if unit.is_letter && rest.first().is_some_and(|&letter| !is_vowel(letter)) {
            self.relax((self.read + 1, self.at + 1), 0, 1.0 + missing, row, table);
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
