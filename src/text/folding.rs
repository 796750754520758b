//! The key L2 of a text: its key L1 with the orthography folded.

use std::borrow::Cow;

use super::byte_set::ByteSet;
use super::normalise::{composed, is_inert, look_alike, run_with_spaces};
use super::script::{digit_value, is_arabic_mark, is_format};

/// The key L2 of a text whose key L1 is given.
#[must_use]
pub fn norm_of_canon(mut canon: String) -> String {
    if canon.is_ascii() {
        canon.make_ascii_lowercase();
        return straight(canon);
    }
    let Folded { mut key, compose, separators } = Folded::of(&canon);
    key.truncate(key.trim_end_matches(' ').len());
    if separators {
        key = without_number_separators(&key);
    }
    if compose { composed(key) } else { key }
}

fn straight(key: String) -> String {
    if key.contains('`') { key.replace('`', "'") } else { key }
}

/// What stands in the key L2 as it does in L1: of the letters all but alef, waw and yeh with a hamza, alef madda, alef maksura and teh
/// marbuta.
const FOLDED: ByteSet = ByteSet::of(&[
    ('ء', 'ء'),
    ('ا', 'ب'),
    ('\u{062a}', '\u{063a}'),
    ('\u{0641}', 'و'),
    ('ي', 'ي'),
    ('!', '@'),
    ('[', '_'),
    ('a', '~'),
]);

/// L2 in the making.
pub(super) struct Folded {
    pub(super) key: String,
    pub(super) compose: bool,
    /// Whether U+066B or U+066C stand in it, which depend on what is around them.
    pub(super) separators: bool,
}

impl Folded {
    pub(super) fn of(canon: &str) -> Self {
        let mut folded = Self { key: String::with_capacity(canon.len()), compose: false, separators: false };
        let mut rest = canon;
        while !rest.is_empty() {
            let (kept, other) = rest.split_at(run_with_spaces(&FOLDED, rest));
            folded.key.push_str(kept);
            let mut chars = other.chars();
            chars.next().into_iter().for_each(|c| folded.push(c));
            rest = chars.as_str();
        }
        folded
    }

    pub(super) fn push(&mut self, c: char) {
        // Text in Persian keeps its look-alikes in L1; in L2 all are folded.
        match look_alike(c) {
            'أ' | 'إ' | 'آ' | 'ٱ' | 'ٲ' | 'ٳ' | 'ٵ' => self.key.push('ا'),
            'ؤ' | 'ئ' | 'ۓ' => self.key.push('ء'),
            'ى' | 'ے' | 'ې' | 'ۍ' => self.key.push('ي'),
            'ة' => self.key.push('ه'),
            'پ' | 'ٮ' => self.key.push('ب'),
            'چ' => self.key.push('ج'),
            'ژ' => self.key.push('ز'),
            'ڤ' | 'ڥ' | 'ڢ' => self.key.push('ف'),
            'ڧ' | 'ڨ' | 'ٯ' => self.key.push('ق'),
            'گ' | 'ڭ' => self.key.push('ك'),
            'ۋ' => self.key.push('و'),
            c @ ('\u{0621}'..='\u{064a}' | '!'..='@' | '['..='_' | 'a'..='~') => self.key.push(c),
            c @ 'A'..='Z' => self.key.push(c.to_ascii_lowercase()),
            ' ' | '\u{06dd}' | '\u{06de}' | '\u{06e9}' => {
                if !self.key.is_empty() && !self.key.ends_with(' ') {
                    self.key.push(' ');
                }
            }
            c => self.push_rare(c),
        }
    }

    fn push_rare(&mut self, c: char) {
        if is_arabic_mark(c) || matches!(c, '\u{06e5}' | '\u{06e6}') || is_format(c) {
            // Letters that a mark kept apart may compose once it is gone.
            return;
        }
        if let Some(digit) = digit_value(c).and_then(|value| char::from_digit(value, 10)) {
            self.key.push(digit);
        } else if c == '…' {
            self.key.push_str("...");
        } else if let Some(punctuation) = punctuation(c) {
            self.key.push(punctuation);
        } else if let Some(folded) = folded_case(c) {
            self.key.push_str(&folded);
            self.compose = true;
        } else {
            self.separators |= matches!(c, '\u{066b}' | '\u{066c}');
            self.compose |= !is_inert(c);
            self.key.push(c);
        }
    }
}

const fn punctuation(c: char) -> Option<char> {
    Some(match c {
        '،' | '\u{2e41}' => ',',
        '؛' => ';',
        '؟' | '\u{2e2e}' => '?',
        '٪' => '%',
        '؉' => '‰',
        '٭' => '*',
        '۔' => '.',
        '؍' => '/',
        '«' | '»' | '“' | '”' | '„' | '‟' => '"',
        '‘' | '’' | '‚' | '‛' | '`' | '´' => '\'',
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' => '-',
        '\u{fd3f}' => '(',
        '\u{fd3e}' => ')',
        _ => return None,
    })
}

/// Full case folding of a character outside ASCII, where it changes the character.
fn folded_case(c: char) -> Option<Cow<'static, str>> {
    let special = match c {
        // The Arabic block has no case.
        '\u{0600}'..='\u{06ff}' => return None,
        'ß' | 'ẞ' => "ss",
        'ſ' => "s",
        'ŉ' => "ʼn",
        'ς' => "σ",
        'µ' => "μ",
        'ﬀ' => "ff",
        'ﬁ' => "fi",
        'ﬂ' => "fl",
        'ﬃ' => "ffi",
        'ﬄ' => "ffl",
        'ﬅ' | 'ﬆ' => "st",
        _ if c.is_uppercase() || !c.is_lowercase() && c.is_alphabetic() => {
            let lower: String = c.to_lowercase().collect();
            return (!lower.chars().eq([c])).then_some(Cow::Owned(lower));
        }
        _ => return None,
    };
    Some(Cow::Borrowed(special))
}

/// U+066B between digits becomes a point; U+066C between a digit and three digits goes.
fn without_number_separators(key: &str) -> String {
    let mut kept: Vec<char> = Vec::with_capacity(key.len());
    let mut before = key.chars().rev().skip(1);
    // From the end, so that a group that has just been joined counts for the separator before it.
    for c in key.chars().rev() {
        let after_digit = before.next().is_some_and(|c| c.is_ascii_digit());
        let digits = kept.iter().rev().take(3).take_while(|c| c.is_ascii_digit()).count();
        match c {
            '\u{066b}' if after_digit && digits >= 1 => kept.push('.'),
            '\u{066c}' if after_digit && digits == 3 => {}
            _ => kept.push(c),
        }
    }
    kept.into_iter().rev().collect()
}
