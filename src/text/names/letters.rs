//! The letters of a name alone: marks, tatweel, invisible characters and presentation forms resolved, in both scripts.
//! Decides nothing about sound, and keeps the distinctions that the key L2 folds (ة, ى, hamza seats).

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::text::script::{is_arabic_letter, is_ignorable};

/// The characters of an Arabic text with presentation forms resolved and keyboard look-alikes mapped; without tatweel and
/// invisible characters. Marks stay, with one exception: those that stand alone as presentation forms go.
pub(super) fn arabic_characters(text: &str) -> impl Iterator<Item = char> + '_ {
    text.chars().filter(|&c| c != '\u{0640}' && !is_ignorable(c)).flat_map(Resolved::of).map(mapped)
}

/// The Arabic letters of a text, in order; all else is left out.
pub(super) fn arabic_letters(text: &str) -> impl Iterator<Item = char> + '_ {
    arabic_characters(text).filter(|&c| is_arabic_letter(c))
}

/// One character, or the letters that its presentation form stands for.
enum Resolved {
    One(Option<char>),
    Form(std::vec::IntoIter<char>),
}

impl Resolved {
    fn of(c: char) -> Self {
        match c {
            '\u{fe70}'..='\u{fe7f}' | '\u{fc5e}'..='\u{fc63}' | '\u{fcf2}'..='\u{fcf4}' | '\u{fbb2}'..='\u{fbc2}' => {
                Self::One(None)
            }
            '\u{fb50}'..='\u{fdff}' | '\u{fe80}'..='\u{fefc}' => {
                Self::Form(std::iter::once(c).nfkc().collect::<Vec<_>>().into_iter())
            }
            _ => Self::One(Some(c)),
        }
    }
}

impl Iterator for Resolved {
    type Item = char;

    fn next(&mut self) -> Option<char> {
        match self {
            Self::One(c) => c.take(),
            Self::Form(letters) => letters.next(),
        }
    }
}

const fn mapped(c: char) -> char {
    match c {
        'ک' | 'ڪ' => 'ك',
        'ی' | 'ې' | 'ۍ' | 'ے' => 'ي',
        'ہ' | 'ھ' | 'ە' | 'ۀ' | 'ۂ' => 'ه',
        'ۃ' => 'ة',
        'ٱ' | 'ٲ' | 'ٳ' | 'ٵ' => 'ا',
        'ڥ' | 'ڢ' => 'ڤ',
        'ڧ' | 'ڨ' => 'ق',
        'گ' => 'ڭ',
        _ => c,
    }
}

/// The letters of a Latin text as lower-case ASCII, everything else as a space; marks of ayn and hamza and apostrophes go.
///
/// Letters whose mark carries a consonant of its own are written out as English does: š sh, č ch, ḫ kh, ġ gh, ṯ th, ḏ dh.
pub fn latin_letters(text: &str) -> impl Iterator<Item = char> + '_ {
    // In Turkish ç is ch; in French s.
    let is_turkish = text.contains(['ş', 'Ş', 'ğ', 'Ğ', 'ı', 'İ']);
    let spelled = move |c| if is_turkish && matches!(c, 'ç' | 'Ç') { "ch" } else { spelled(c) };
    text.nfc().flat_map(move |c| spelled(c).chars().map(Some).chain([plain(c)])).flatten()
}

/// The English spelling of a letter that its base letter alone would misread.
const fn spelled(c: char) -> &'static str {
    match c {
        'š' | 'Š' | 'ş' | 'Ş' | 'ș' | 'Ș' => "sh",
        'č' | 'Č' | 'ć' | 'Ć' => "ch",
        'ç' | 'Ç' => "s",
        'ḫ' | 'Ḫ' => "kh",
        'ġ' | 'Ġ' => "gh",
        'ṯ' | 'Ṯ' | 'þ' | 'Þ' => "th",
        'ḏ' | 'Ḏ' | 'ð' | 'Ð' => "dh",
        'ž' | 'Ž' => "zh",
        'ß' | 'ẞ' => "ss",
        'æ' | 'Æ' => "ae",
        'œ' | 'Œ' => "oe",
        _ => "",
    }
}

fn plain(c: char) -> Option<char> {
    if c.is_ascii_alphabetic() {
        return Some(c.to_ascii_lowercase());
    }
    if !spelled(c).is_empty() || is_combining_mark(c) || is_apostrophe(c) || is_ignorable(c) {
        return None;
    }
    let base = match c {
        'ı' => 'i',
        'ø' | 'Ø' => 'o',
        'ł' | 'Ł' => 'l',
        'đ' | 'Đ' => 'd',
        'ħ' | 'Ħ' => 'h',
        'ŋ' | 'Ŋ' => 'n',
        _ => std::iter::once(c).nfd().next().unwrap_or(c),
    };
    Some(if base.is_ascii_alphabetic() { base.to_ascii_lowercase() } else { ' ' })
}

/// Apostrophes, and the marks that transliterations set for ayn and hamza.
const fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '`' | '´' | '‘' | '’' | '‛' | 'ʹ' | 'ʻ' | 'ʼ' | 'ʽ' | 'ʾ' | 'ʿ' | 'ˀ' | 'ˁ' | 'ˈ' | 'ʕ' | 'ʔ')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arabic_letters_come_without_marks_and_forms() {
        let cases = [
            ("مُحَمَّد", "محمد"),
            ("محـــمد\u{200f}", "محمد"),
            ("ﻻ", "لا"),
            ("ﷲ", "الله"),
            ("\u{fe70}کی", "كي"),
            ("ٱلرحمٰن", "الرحمن"),
            ("ab ١٢، ", ""),
        ];
        for (text, letters) in cases {
            assert_eq!(arabic_letters(text).collect::<String>(), letters, "{text}");
        }
    }

    #[test]
    fn latin_letters_are_ascii() {
        let cases = [
            ("ʿAbd al-Nāṣir", "abd al nasir"),
            ("Boumédiène", "boumediene"),
            ("Qurʾān", "quran"),
            ("Ḥasan al-Šāfiʿī", "hasan al shafii"),
            ("Ḫalīl Ġazālī", "khalil ghazali"),
            ("François Đặng", "fransois dang"),
            ("Kılıçdaroğlu", "kilichdaroglu"),
            ("Erdoğan ışık", "erdogan ishik"),
            ("e\u{301}a\u{304}", "ea"),
            ("محمد 7", "      "),
        ];
        for (text, letters) in cases {
            assert_eq!(latin_letters(text).collect::<String>(), letters, "{text}");
        }
    }
}
