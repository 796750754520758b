//! What a reading of an Arabic name in Latin letters may do next at any of its letters, and at what cost: read a letter in one of its
//! renderings, or leave it out; read a Latin vowel that no Arabic letter stands for. Follows no reading to its end.

use super::sounds::Rendering;
use super::spelling::{Span, Unit, is_vowel, set_of};

/// Which short vowel may stand behind a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Following {
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

/// A place to which readings have come.
#[derive(Clone, Copy)]
pub(super) struct Place<'u> {
    /// The Latin letters that are read.
    pub(super) at: usize,
    /// Whether the last of them is a vowel without an Arabic letter behind it.
    pub(super) after_vowel: bool,
    /// The unit read last.
    pub(super) last: Option<&'u Unit>,
}

/// A way to read a unit from a Latin letter on.
#[derive(Clone, Copy)]
pub(super) struct Way {
    /// One, or two where it is read together with the next.
    pub(super) units: usize,
    /// The Latin letters that it takes: none where the unit is left out.
    pub(super) letters: usize,
    cost: f32,
    /// Whether another vowel stands before that of a unit which is a long a.
    is_hiatus: bool,
}

impl Way {
    /// What it costs where a vowel is missing before it, which costs so much, or another vowel stands there.
    pub(super) fn price(self, missing: f32, after_vowel: bool) -> f32 {
        self.cost + missing + if self.is_hiatus && after_vowel { 0.8 } else { 0.0 }
    }

    /// The second value of a cell ([`Table`]) stays second where no letter was read.
    pub(super) const fn state(self, after_vowel: bool) -> usize {
        (self.letters == 0 && after_vowel) as usize
    }
}

impl Unit {
    /// The ways to read it from a Latin letter on: in one of its renderings or left out or as an unrelated letter.
    pub(super) fn ways(&self, at: usize, span: Span<'_>, mut visit: impl FnMut(Way)) {
        let rest = &span.letters[at..];
        let way = |units, letters, cost| Way { units, letters, cost, is_hiatus: false };
        let left_out = if self.is_first_alef && begins_with_cluster(rest) { 0.3 } else { self.left_out };
        visit(way(1, 0, left_out));
        let Some(&first) = rest.first() else { return };
        let is_begun = self.begins & set_of(first) != 0;
        let begun = |renderings: &'static [Rendering]| {
            renderings.iter().filter(move |r| is_begun && r.0.as_bytes().first() == Some(&first))
        };
        // ندى is not Nadia.
        let is_hiatus = self.is_long_a && is_vowel(first);
        for &(rendering, cost) in begun(self.renderings) {
            for length in written_lengths(rendering.as_bytes(), rest).into_iter().flatten() {
                let digraph = if rendering == "h" && is_digraph(span, at) { 0.5 } else { 0.0 };
                let doubled = if self.is_single && length > rendering.len() { 0.5 } else { 0.0 };
                visit(Way { is_hiatus, ..way(1, length, cost + digraph + doubled) });
            }
        }
        if self.is_z && first == b's' && is_between_vowels(span, at) {
            visit(way(1, 1, 0.25));
        }
        if self.is_glide && is_long_before_e(span, at) {
            visit(way(1, 1, 0.15));
        }
        for &(rendering, cost) in begun(self.with_next) {
            if rest.starts_with(rendering.as_bytes()) {
                visit(way(2, rendering.len(), cost));
            }
        }
        if self.is_letter && !is_vowel(first) {
            visit(way(1, 1, 1.0));
        }
    }
}

impl Place<'_> {
    /// How many sorts of letters there are behind which Latin letters stand alone at different costs.
    pub(super) const SORTS: usize = 10;

    /// The sort of the unit read last.
    pub(super) fn sort(last: Option<&Unit>) -> usize {
        let follows = last.map_or(Following::Any, |last| last.follows);
        2 * follows as usize + usize::from(last.is_some_and(|last| last.is_long_a))
    }

    /// What may stand behind the unit read last.
    fn follows(self) -> Following {
        self.last.map_or(Following::Any, |last| last.follows)
    }

    /// What a unit costs more here, as the vowel before it is missing.
    pub(super) fn missing(self) -> f32 {
        // فاضل is not Fadl.
        if self.follows() == Following::IOnly && !self.after_vowel { 0.6 } else { 0.0 }
    }

    /// What it costs to read a Latin letter that no Arabic letter stands for, and which value of the next cell that is.
    pub(super) fn letter_alone(self, span: Span<'_>) -> Option<(usize, f32)> {
        let at = self.at;
        let letter = *span.letters.get(at)?;
        if is_vowel(letter) {
            return Some((1, self.short_vowel(letter, span)));
        }
        let behind_vowel = at > 0 && !span.begins[at] && is_vowel(span.letters[at - 1]);
        let cost = match letter {
            // A glide: Mariya, Aliyev.
            b'y' if behind_vowel && span.letters[at - 1] == b'i' => 0.25,
            b'y' if !span.begins[at] => 0.5,
            // Wright, Hugh.
            b'g' if is_mute_gh(span, at) => 0.1,
            b'h' if at > 0 && is_mute_gh(span, at - 1) => 0.1,
            // Foreign.
            b'g' if behind_vowel && is_followed_by(span, at, b'n') => 0.35,
            // Malcolm, Holmes.
            b'l' if behind_vowel && (is_followed_by(span, at, b'm') || is_followed_by(span, at, b'k')) => 0.4,
            // Giscard d'Estaing.
            b'g' if at > 0 && span.is_end(at + 1) && span.letters[at - 1] == b'n' => 0.5,
            // Roland, Bernard.
            b'd' if at > 0 && span.is_end(at + 1) && matches!(span.letters[at - 1], b'n' | b'r') => 0.5,
            // سامي is not Sameh.
            b'h' if behind_vowel && span.is_end(at + 1) && span.letters[at - 1] == b'e' => 0.6,
            b'h' if behind_vowel && span.is_end(at + 1) => 0.12,
            // Kohl, Lehman.
            b'h' if behind_vowel && b"nmlr".iter().any(|&next| is_followed_by(span, at, next)) => 0.4,
            // الراعي, Rahi.
            b'h' if behind_vowel && span.letters.get(at + 1).is_some_and(|&next| is_vowel(next)) => 0.4,
            b'h' if behind_vowel => 0.6,
            // Bhutto, Gandhi.
            b'h' if at > 0 && matches!(span.letters[at - 1], b'b' | b'd' | b'g') => 0.3,
            // Durkheim.
            b'h' if at > 0 && span.letters[at - 1] == b'k' => 0.5,
            // The mute end of Charles, Jacques.
            b's' if at > 0 && span.letters[at - 1] == b'e' && span.is_end(at + 1) => 0.3,
            // Nicolas, Griffiths, Albert.
            b's' | b't' | b'x' if at > 0 && span.is_end(at + 1) => 0.5,
            _ => 1.0,
        };
        Some((0, cost))
    }

    fn short_vowel(self, letter: u8, span: Span<'_>) -> f32 {
        let at = self.at;
        let before = at.checked_sub(1).map(|before| span.letters[before]);
        let is_behind_long_a = self.last.is_some_and(|last| last.is_long_a);
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
        if span.is_end(at + 1) && letter != b'e' {
            cost = cost.max(0.9);
        }
        match self.follows() {
            Following::IOnly | Following::NotA if matches!(letter, b'a' | b'o' | b'u') => cost = cost.max(0.55),
            Following::NotI if letter == b'i' => cost = cost.max(0.75),
            Following::NotI if matches!(letter, b'o' | b'u') => cost = cost.max(0.4),
            Following::None => cost = cost.max(if letter == b'i' { 0.75 } else { 0.5 }),
            _ => {}
        }
        cost
    }
}

/// Whether the gh of Wright, Hugh begins at a letter.
fn is_mute_gh(span: Span<'_>, at: usize) -> bool {
    let behind_vowel = at > 0 && matches!(span.letters[at - 1], b'i' | b'u');
    behind_vowel && span.letters[at..].starts_with(b"gh") && (span.is_end(at + 2) || span.letters[at + 2] == b't')
}

/// Whether an h here belongs to the sh, kh, dh that a word begins with: no Arabic word begins with two consonants.
fn is_digraph(span: Span<'_>, at: usize) -> bool {
    at > 0 && span.begins[at - 1] && matches!(span.letters[at - 1], b's' | b'k' | b'd' | b'g' | b't')
}

fn is_between_vowels(span: Span<'_>, at: usize) -> bool {
    let is_vowel_at =
        |at: Option<usize>| at.and_then(|at| span.letters.get(at)).is_some_and(|&letter| is_vowel(letter));
    is_vowel_at(at.checked_sub(1)) && is_vowel_at(Some(at + 1))
}

fn is_followed_by(span: Span<'_>, at: usize, letter: u8) -> bool {
    span.letters.get(at + 1) == Some(&letter) && !span.begins[at + 1]
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
