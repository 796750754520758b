//! Keys of texts for finding and comparing: L1 "canon" (same letters, typography cleaned) and L2 "norm" (orthography folded, in
//! `folding`).
//! A key is never shown and never stored as text; it does not stem, and it does not decide that two texts mean the same.

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use super::byte_set::ByteSet;
use super::folding::norm_of_canon;
use super::script::is_ignorable;

/// The version of both keys; stored beside them, so that a new algorithm means new keys and nothing else.
pub const KEY_VERSION: u32 = 1;

/// The key L1: the same text with invisible and typographic differences cleaned away.
///
/// Deletes tatweel, bidi controls, zero-width characters and presentation-form marks; resolves Arabic presentation forms;
/// composes (NFC); maps keyboard look-alikes to Arabic letters unless the text is Persian or Urdu; makes one space of each
/// run of white space and trims. Applying it twice changes nothing.
#[must_use]
pub fn canon(text: &str) -> String {
    if text.is_ascii() {
        return single_spaced(text);
    }
    let cleaned = Cleaned::of(text);
    let fold = cleaned.look_alikes && !cleaned.persian;
    let mut key = cleaned.key;
    if fold {
        // U+06CC and U+0654 do not compose, U+064A and U+0654 do: the yeh has to be mapped before composition.
        key = replaced(&key, |c| if c == 'ی' { 'ي' } else { c });
    }
    if cleaned.compose {
        key = composed(key);
    }
    if fold { replaced(&key, look_alike) } else { key }
}

/// The key L2: L1 with the orthography folded, for search, consistency and fuzzy distance.
///
/// Removes tashkeel and Qur'anic marks; folds alef and hamza forms, teh marbuta, alef maksura, letters of other languages in
/// Arabic script, digits, number separators, punctuation and case. Equal L1 gives equal L2; applying it twice changes nothing.
#[must_use]
pub fn norm(text: &str) -> String {
    norm_of_canon(canon(text))
}

/// ASCII text with single spaces; the backtick is an apostrophe in L2 and is dealt with there.
fn single_spaced(text: &str) -> String {
    if is_single_spaced(text.as_bytes()) {
        return text.to_owned();
    }
    let mut key = String::with_capacity(text.len());
    // U+000B is White_Space, which the ASCII definition of white space leaves out.
    for word in text.split_whitespace() {
        if !key.is_empty() {
            key.push(' ');
        }
        key.push_str(word);
    }
    key
}

/// Whether ASCII text has single spaces surely.
fn is_single_spaced(text: &[u8]) -> bool {
    // Without a way out of the loop the compiler compares many bytes at once.
    let odd = text.windows(2).fold(false, |odd, pair| odd | (pair == b"  ") | (pair[1] < b' '));
    !odd && text.first().is_none_or(|first| *first > b' ') && text.last() != Some(&b' ')
}

pub(super) fn composed(key: String) -> String {
    if is_nfc_quick(key.chars()) == IsNormalized::Yes { key } else { key.nfc().collect() }
}

fn replaced(key: &str, map: impl Fn(char) -> char) -> String {
    key.chars().map(map).collect()
}

/// Steps 1 to 3 and 6 of L1, and what the other steps need to know.
struct Cleaned {
    key: String,
    after_mark: bool,
    /// Whether the key may differ from its NFC.
    compose: bool,
    /// Whether letters stand in it that look like Arabic ones.
    look_alikes: bool,
    /// Whether it holds letters that only Persian or Urdu use, so that look-alikes are meant.
    persian: bool,
}

impl Cleaned {
    fn of(text: &str) -> Self {
        let key = String::with_capacity(text.len());
        let mut cleaned = Self { key, after_mark: false, compose: false, look_alikes: false, persian: false };
        let mut rest = text;
        while !rest.is_empty() {
            let (clean, other) = rest.split_at(run_with_spaces(&CLEAN, rest));
            if !clean.is_empty() {
                cleaned.key.push_str(clean);
                cleaned.after_mark = false;
            }
            let mut chars = other.chars();
            chars.next().into_iter().for_each(|c| cleaned.take(c));
            rest = chars.as_str();
        }
        cleaned.key.truncate(cleaned.key.trim_end_matches(' ').len());
        cleaned
    }

    fn take(&mut self, c: char) {
        match c {
            '\u{0640}' => {}
            '\u{fe70}'..='\u{fe7f}' | '\u{fc5e}'..='\u{fc63}' | '\u{fcf2}'..='\u{fcf4}' | '\u{fbb2}'..='\u{fbc2}' => {}
            // No decomposition in Unicode.
            '\u{fdfd}' => "بسم الله الرحمن الرحيم".chars().for_each(|c| self.push(c)),
            // Character by character: NFKC of the whole text would flatten ½, ² and full-width forms too.
            '\u{fb50}'..='\u{fdff}' | '\u{fe80}'..='\u{fefc}' => {
                std::iter::once(c).nfkc().for_each(|c| self.push(c));
            }
            _ if is_ignorable(c) => {}
            _ => self.push(c),
        }
    }

    fn push(&mut self, c: char) {
        if c.is_whitespace() {
            if !self.key.is_empty() && !self.key.ends_with(' ') {
                self.key.push(' ');
            }
            self.after_mark = false;
            return;
        }
        match c {
            'ۀ' | 'ۂ' | 'ک' | 'ڪ' | 'ی' | 'ہ' | 'ھ' | 'ە' | 'ۃ' => self.look_alikes = true,
            // U+06D3 is U+06D2 with a hamza: canonically the same, so it must decide the same.
            'پ' | 'چ' | 'ژ' | 'گ' | 'ٹ' | 'ڈ' | 'ے' | 'ۓ' => self.persian = true,
            _ => {}
        }
        let mark = matches!(c, '\u{064b}'..='\u{0652}');
        self.compose |= if mark { self.after_mark } else { !is_inert(c) };
        self.after_mark = mark;
        self.key.push(c);
    }
}

/// What stands in the key L1 as it is, and is nearly all there is: plain Arabic letters, the comma, the semicolon and the question mark,
/// and ASCII.
const CLEAN: ByteSet =
    ByteSet::of(&[('\u{0621}', '\u{063a}'), ('\u{0641}', '\u{064a}'), ('،', '،'), ('؛', '؛'), ('؟', '؟'), ('!', '~')]);
/// How many bytes at the beginning of a text are of a set or single spaces between such characters.
pub(super) fn run_with_spaces(set: &ByteSet, text: &str) -> usize {
    let bytes = text.as_bytes();
    let mut at = 0;
    loop {
        let run = set.run(&bytes[at..]);
        at += run;
        if run == 0 || bytes.get(at) != Some(&b' ') {
            return at;
        }
        at += 1;
    }
}

/// Whether a character is surely untouched by NFC whatever stands beside it, marks aside.
pub(super) const fn is_inert(c: char) -> bool {
    matches!(c, '\0'..='\u{02ff}' | '\u{0606}'..='\u{060f}' | '\u{061b}'..='\u{064a}' | '\u{0660}'..='\u{066f}'
        | '\u{0671}'..='\u{06d4}' | '\u{06ee}'..='\u{06ff}' | '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205e}')
}

/// Step 5 of L1.
pub(super) const fn look_alike(c: char) -> char {
    match c {
        'ک' | 'ڪ' => 'ك',
        'ی' => 'ي',
        'ہ' | 'ھ' | 'ە' | 'ۀ' | 'ۂ' => 'ه',
        'ۃ' => 'ة',
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::super::folding::Folded;
    use super::*;
    use crate::text::{is_arabic, is_arabic_mark, is_format};
    use proptest::prelude::*;
    use std::path::PathBuf;

    #[test]
    fn l1_cleans_what_the_eye_does_not_see() {
        let cases = [
            ("كتـــاب", "كتاب"),
            ("\u{200f}نص\u{200f}", "نص"),
            ("نص\u{fe70}نص", "نصنص"),
            ("ﻻ", "لا"),
            ("ﷲ", "الله"),
            ("ﷺ", "صلى الله عليه وسلم"),
            ("ﷻ", "جل جلاله"),
            ("﷼", "ريال"),
            ("﷽", "بسم الله الرحمن الرحيم"),
            ("ا\u{653}خر", "آخر"),
            ("ی\u{654}", "ئ"),
            ("ی\u{650}\u{654}", "ئ\u{650}"),
            ("ہ\u{654}", "ه"),
            ("شد\u{651}\u{64e}", "شد\u{64e}\u{651}"),
            ("کتاب علی", "كتاب علي"),
            ("پاکستان", "پاکستان"),
            (" \u{a0}قال\u{2003}\t كذا\u{202f}", "قال كذا"),
            ("½ ² ™ Ａ", "½ ² ™ Ａ"),
            ("a \u{b} b", "a b"),
            ("قال  كذا   a  b ", "قال كذا a b"),
            ("﴿قل﴾", "﴿قل﴾"),
        ];
        for (text, key) in cases {
            assert_eq!(canon(text), key, "{text}");
        }
    }

    #[test]
    fn l2_folds_orthography() {
        let cases = [
            ("كِتَابٌ", "كتاب"),
            ("الرحمٰن", "الرحمن"),
            ("أإآٱ", "اااا"),
            ("مسؤول مسئول", "مسءول مسءول"),
            ("مدرسة على", "مدرسه علي"),
            ("پاکستان", "باكستان"),
            ("١٬٢٣٤٫٥", "1234.5"),
            ("٣،٥", "3,5"),
            ("١٬٢٬٣٤٥", "12345"),
            ("٬١٢٣ ١٬٢٣", "٬123 1٬23"),
            ("«قال» …", "\"قال\" ..."),
            ("أين؟ هنا؛ نعم، ٪٥۔", "اين? هنا; نعم, %5."),
            ("﴿قل﴾", "(قل)"),
            ("قال \u{6de} كذا\u{6dd}", "قال كذا"),
            ("STRASSE straße Éa İ", "strasse strasse éa i\u{307}"),
            ("It`s ‘A’—B", "it's 'a'-b"),
            ("`A`", "'a'"),
        ];
        for (text, key) in cases {
            assert_eq!(norm(text), key, "{text}");
        }
    }

    #[test]
    fn shared_vectors_hold_at_their_level() {
        let file = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/domain/normalise.tsv");
        let Ok(vectors) = std::fs::read_to_string(file) else { return };
        let rows = vectors.lines().filter(|line| !line.starts_with('#')).filter_map(|line| {
            let mut cells = line.split('\t');
            Some((cells.next()?, cells.next()?, cells.next()?))
        });
        for (a, b, level) in rows {
            assert_eq!(canon(a) == canon(b), level == "L1", "L1 of {a} and {b}");
            assert_eq!(norm(a) == norm(b), matches!(level, "L1" | "L2"), "L2 of {a} and {b}");
        }
    }

    fn arabic_soup() -> impl Strategy<Value = String> {
        let piece = prop_oneof![
            proptest::char::range('\u{0600}', '\u{06ff}'),
            proptest::char::range('\u{0600}', '\u{06ff}'),
            proptest::char::range('\u{0640}', '\u{066f}'),
            proptest::char::range('\u{0870}', '\u{08ff}'),
            proptest::char::range('\u{fb50}', '\u{fdff}'),
            proptest::char::range('\u{fe70}', '\u{feff}'),
            proptest::char::range('\u{0300}', '\u{0345}'),
            proptest::char::range('\u{2000}', '\u{206f}'),
            proptest::char::range(' ', '~'),
            proptest::char::any(),
        ];
        proptest::collection::vec(piece, 0..24).prop_map(|chars| chars.into_iter().collect())
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(1500))]

        #[test]
        fn text_by_runs_gives_the_keys_of_text_by_characters(text in arabic_soup()) {
            let empty = || Cleaned { key: String::new(), after_mark: false, compose: false, look_alikes: false, persian: false };
            let mut slow = empty();
            text.chars().for_each(|c| slow.take(c));
            slow.key.truncate(slow.key.trim_end_matches(' ').len());
            let quick = Cleaned::of(&text);
            prop_assert_eq!((&quick.key, quick.compose, quick.look_alikes, quick.persian), (&slow.key, slow.compose, slow.look_alikes, slow.persian));
            let canon = canon(&text);
            let mut slow = Folded { key: String::new(), compose: false, separators: false };
            canon.chars().for_each(|c| slow.push(c));
            let quick = Folded::of(&canon);
            prop_assert_eq!((&quick.key, quick.compose, quick.separators), (&slow.key, slow.compose, slow.separators));
        }

        #[test]
        fn keys_of_keys_are_the_keys(text in arabic_soup()) {
            let (l1, l2) = (canon(&text), norm(&text));
            prop_assert_eq!(canon(&l1), l1.clone());
            prop_assert_eq!(norm(&l2), l2.clone());
            prop_assert_eq!(canon(&l2), l2.clone());
            prop_assert_eq!(norm(&l1), l2);
        }

        #[test]
        fn l2_holds_no_arabic_mark_and_no_format_character(text in arabic_soup()) {
            let key = norm(&text);
            prop_assert!(!key.chars().any(|c| is_arabic(c) && is_arabic_mark(c) || is_format(c)), "{:?}", key);
            prop_assert!(!key.starts_with(' ') && !key.ends_with(' ') && !key.contains("  "));
        }
    }
}
