//! What a character is: Arabic or not, letter, mark, digit, invisible. Knows nothing of words or languages.

use std::borrow::Cow;

/// Whether a character lies in one of the Arabic blocks (letters, marks, digits, punctuation, presentation forms).
#[must_use]
pub const fn is_arabic(c: char) -> bool {
    matches!(c,
        '\u{0600}'..='\u{06ff}'
        | '\u{0750}'..='\u{077f}'
        | '\u{0870}'..='\u{08ff}'
        | '\u{fb50}'..='\u{fdff}'
        | '\u{fe70}'..='\u{fefe}'
        | '\u{10ec0}'..='\u{10eff}')
}

/// Whether a character is a letter of the Arabic script: no mark, no digit, no punctuation, no tatweel.
#[must_use]
pub fn is_arabic_letter(c: char) -> bool {
    match c {
        '\u{0621}'..='\u{063f}' | '\u{0641}'..='\u{064a}' => true,
        '\u{0640}' => false,
        _ => is_arabic(c) && c.is_alphabetic() && !is_arabic_mark(c),
    }
}

/// Whether a character is alphabetic, as [`char::is_alphabetic`] says; quick for what texts mostly consist of.
#[must_use]
pub fn is_alphabetic(c: char) -> bool {
    match c {
        '\u{0620}'..='\u{064a}' => true,
        _ => c.is_alphabetic(),
    }
}

/// Whether a character is alphabetic or numeric, as [`char::is_alphanumeric`] says; quick for what texts mostly consist of.
#[must_use]
pub fn is_alphanumeric(c: char) -> bool {
    match c {
        '\u{0620}'..='\u{064a}' | '\u{0660}'..='\u{0669}' => true,
        '\u{2010}'..='\u{203a}' | '،' | '؛' | '؟' | '«' | '»' | '\u{a0}' => false,
        _ => c.is_alphanumeric(),
    }
}

/// Whether a character is a nonspacing mark (General_Category Mn) of the Arabic blocks: tashkeel and Qur'anic marks.
#[must_use]
pub const fn is_arabic_mark(c: char) -> bool {
    matches!(c,
        '\u{0610}'..='\u{061a}'
        | '\u{064b}'..='\u{065f}'
        | '\u{0670}'
        | '\u{06d6}'..='\u{06dc}'
        | '\u{06df}'..='\u{06e4}'
        | '\u{06e7}'..='\u{06e8}'
        | '\u{06ea}'..='\u{06ed}'
        | '\u{0897}'..='\u{089f}'
        | '\u{08ca}'..='\u{08e1}'
        | '\u{08e3}'..='\u{08ff}'
        | '\u{10efa}'..='\u{10eff}')
}

/// Whether a character is invisible and has no part in what a text says: tatweel aside, what the key L1 deletes.
///
/// Soft hyphen, combining grapheme joiner, bidi controls, zero-width characters, variation selectors, tags.
#[must_use]
pub const fn is_ignorable(c: char) -> bool {
    matches!(c,
        '\u{00ad}'
        | '\u{034f}'
        | '\u{061c}'
        | '\u{180e}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2064}'
        | '\u{2066}'..='\u{206f}'
        | '\u{feff}'
        | '\u{fe00}'..='\u{fe0f}'
        | '\u{e0000}'..='\u{e007f}')
}

/// Whether a character is a format character (General_Category Cf).
#[must_use]
pub const fn is_format(c: char) -> bool {
    matches!(c,
        '\u{00ad}'
        | '\u{0600}'..='\u{0605}'
        | '\u{061c}'
        | '\u{06dd}'
        | '\u{070f}'
        | '\u{0890}'..='\u{0891}'
        | '\u{08e2}'
        | '\u{180e}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2064}'
        | '\u{2066}'..='\u{206f}'
        | '\u{feff}'
        | '\u{fff9}'..='\u{fffb}'
        | '\u{110bd}'
        | '\u{110cd}'
        | '\u{13430}'..='\u{1343f}'
        | '\u{1bca0}'..='\u{1bca3}'
        | '\u{1d173}'..='\u{1d17a}'
        | '\u{e0001}'
        | '\u{e0020}'..='\u{e007f}')
}

/// The share of Arabic letters among the letters of a text, 0 to 1; a text without letters gives 0.
#[must_use]
pub fn arabic_share(text: &str) -> f64 {
    let (mut arabic, mut letters) = (0_u32, 0_u32);
    for c in text.chars().filter(|c| is_alphabetic(*c) && !is_arabic_mark(*c)) {
        letters += 1;
        arabic += u32::from(is_arabic_letter(c));
    }
    if letters == 0 { 0.0 } else { f64::from(arabic) / f64::from(letters) }
}

/// The value of an ASCII, Arabic-Indic or Extended Arabic-Indic digit.
#[must_use]
pub const fn digit_value(c: char) -> Option<u32> {
    match c {
        '0'..='9' => Some(c as u32 - '0' as u32),
        '٠'..='٩' => Some(c as u32 - '٠' as u32),
        '۰'..='۹' => Some(c as u32 - '۰' as u32),
        _ => None,
    }
}

/// A text with its Arabic-Indic and Extended Arabic-Indic digits as ASCII digits; all else unchanged.
#[must_use]
pub fn fold_digits(text: &str) -> Cow<'_, str> {
    if text.chars().any(|c| !c.is_ascii() && digit_value(c).is_some()) {
        let ascii = |c| digit_value(c).and_then(|value| char::from_digit(value, 10)).unwrap_or(c);
        Cow::Owned(text.chars().map(ascii).collect())
    } else {
        Cow::Borrowed(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_marks_digits_and_tatweel_are_told_apart() {
        for c in "ابتءىةپچکگیۓﻻﷲ".chars() {
            assert!(is_arabic_letter(c), "{c}");
        }
        for c in "ـ٣،؟٪a7\u{64b}\u{670}\u{6d6}\u{200f}".chars() {
            assert!(!is_arabic_letter(c), "{c:?}");
        }
        assert!(is_arabic_mark('\u{651}') && !is_arabic_mark('ش'));
    }

    #[test]
    fn the_quick_answers_are_those_of_unicode() {
        for c in '\0'..=char::MAX {
            assert_eq!((is_alphabetic(c), is_alphanumeric(c)), (c.is_alphabetic(), c.is_alphanumeric()), "{c:?}");
        }
    }

    #[test]
    fn share_counts_letters_alone() {
        assert!((arabic_share("قال BBC ٢٠٢٤!") - 0.5).abs() < 1e-9);
        assert!((arabic_share("قُلْتُ ...") - 1.0).abs() < 1e-9);
        assert!(arabic_share("– ٣٪").abs() < 1e-9);
    }

    #[test]
    fn digits_of_three_scripts_fold_to_one() {
        assert_eq!(fold_digits("٢٠٢٤ و۲۰۲۴ و2024"), "2024 و2024 و2024");
        assert!(matches!(fold_digits("عام 2024"), Cow::Borrowed(_)));
    }
}
