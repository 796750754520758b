//! The patterns of Arabic words in which the place of the vowel tells two names apart (باسم, بسام), and the renderings that they
//! allow. Weighs nothing.

use super::sounds::{Rendering, is_weak};

/// Patterns of three and four letters, no other of them weak, in which the place of the long vowel tells two names apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pattern {
    /// CāCiC: باسم.
    LongFirst,
    /// CaCCāC, CiCāC: بسام.
    LongLast,
    /// CaCīC: نصير.
    LongI,
    /// CaCūC: سرور.
    LongU,
    /// CaCCā: سلمى.
    Closed,
    /// Three letters: شرف.
    Short,
}

impl Pattern {
    pub(super) fn of(stem: &[char]) -> Option<Self> {
        let (pattern, others) = match *stem {
            ['ع', 'ا', b, c, 'ي'] | ['ع', 'ا', b, c] => (Self::LongFirst, [b, b, c]),
            // شاعر is not Shaar.
            [a, 'ا', 'ع', c] => (Self::LongFirst, [a, a, c]),
            [a, 'ا', b, c, 'ي'] | [a, 'ا', b, c] => (Self::LongFirst, [a, b, c]),
            // The glide of فياض, جواد is a consonant.
            [a, 'ي' | 'و', 'ا', c] => (Self::LongLast, [a, c, c]),
            ['ع', b, 'ا', c, 'ة' | 'ي'] | ['ع', b, 'ا', c] => (Self::LongLast, [b, b, c]),
            [a, 'ع', 'ا', c] => (Self::LongLast, [a, c, c]),
            [a, b, 'ا', c, 'ة' | 'ي'] | [a, b, 'ا', c] => (Self::LongLast, [a, b, c]),
            // Steve.
            ['س', 'ت', 'ي', _] => return None,
            [a, b, 'ي', c] => (Self::LongI, [a, b, c]),
            // Tharwat, Safwat.
            [_, _, 'و', 'ت'] => return None,
            [a, b, 'و', c] => (Self::LongU, [a, b, c]),
            [_, b, c, 'ى'] | [_, b, c, 'ا', 'ء'] => (Self::Closed, [b, b, c]),
            // Malik as often as Malak.
            ['م', 'ل', 'ك'] => return None,
            // سعد is neither Saud nor Said.
            [a, 'ع', c, 'ي'] | [a, 'ع', c] => (Self::Short, [a, a, c]),
            // أمل is not Amil.
            ['أ' | 'ع', b, c] => (Self::Short, [b, b, c]),
            // العمري is not al-Amiri.
            ['ع', b, c, 'ي'] => (Self::Short, [b, b, c]),
            [a, b, c, 'ي'] | [a, b, c] => (Self::Short, [a, b, c]),
            _ => return None,
        };
        // A و or ي at the beginning is a consonant.
        let [first, second, third] = others;
        let is_first_strong = !is_weak(first) || first == stem[0] && matches!(first, 'و' | 'ي');
        (is_first_strong && !is_weak(second) && !is_weak(third)).then_some(pattern)
    }
}

/// Whether two letters close a syllable in the names of Europe: Karl, Hans, Kant, Musk.
pub(super) const fn may_close(letter: char, next: Option<char>) -> bool {
    matches!(
        (letter, next),
        ('ن', Some('د'))
            | ('ر' | 'ن' | 'ل' | 'س', Some('ك' | 'ت' | 'ط' | 'ز' | 'غ' | 'ج'))
            | ('ر', Some('ل' | 'م'))
            | ('ن', Some('س'))
    )
}

/// The renderings of the alef of the pattern CaCCāC (بسام, نصار): with e or i it is another name (باسم, ناصر).
pub(super) const LONG_A: &[Rendering] =
    &[("a", 0.0), ("aa", 0.0), ("e", 0.55), ("i", 0.8), ("o", 0.4), ("u", 0.6), ("", 0.6)];

/// The renderings of the alef of the pattern CāCiC (صابر, عامر).
pub(super) const FIRST_A: &[Rendering] =
    &[("a", 0.0), ("aa", 0.0), ("e", 0.15), ("i", 0.8), ("o", 0.6), ("u", 0.5), ("", 0.7)];

/// The renderings of the ي of the pattern CaCīC (غنيم, نصير): with e alone it is another name (غانم, ناصر).
pub(super) const LONG_I: &[Rendering] = &[
    ("i", 0.0),
    ("ee", 0.0),
    ("ie", 0.0),
    ("y", 0.0),
    ("ei", 0.0),
    ("ai", 0.0),
    ("ay", 0.0),
    ("ey", 0.0),
    ("ii", 0.0),
    ("ea", 0.1),
    ("e", 0.75),
    ("", 0.9),
];

/// The renderings of the و of the pattern CaCūC (سرور, صبور): with w before a vowel it is another name (Sarwar).
pub(super) const LONG_U: &[Rendering] = &[
    ("u", 0.0),
    ("ou", 0.0),
    ("oo", 0.0),
    ("o", 0.0),
    ("uo", 0.05),
    ("ow", 0.0),
    ("au", 0.05),
    ("aw", 0.05),
    ("eu", 0.1),
    ("oe", 0.1),
    ("eau", 0.05),
    ("oa", 0.1),
    ("v", 0.3),
    ("w", 0.7),
    ("", 0.9),
];

/// The renderings of the alef before a hamza at the end (زهراء, حسناء): without it it is another name (Zahir, Hassan).
pub(super) const BEFORE_LAST_HAMZA: &[Rendering] = &[("a", 0.0), ("aa", 0.0), ("ah", 0.0), ("e", 0.15), ("", 0.9)];

/// The renderings of خ before a vowel that is written: with the j of Juan, Jorge.
pub(super) const BEFORE_VOWEL: &[Rendering] =
    &[("kh", 0.0), ("k", 0.15), ("ch", 0.15), ("h", 0.55), ("x", 0.2), ("j", 0.2), ("g", 0.25)];
