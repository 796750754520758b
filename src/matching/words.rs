//! What the memory compares: the words of a text, and which words are kin to one another.

use unicode_normalization::char::is_combining_mark;

use crate::text::{ByteSet, norm};

/// The longest word that is compared letter by letter, in characters; a longer one is kin to none.
pub const LONGEST_WORD: usize = 64;
/// The least letters that stay when clitics or endings are taken off, and that a word needs to be kin to one with a letter more.
const LEAST_LETTERS: usize = 3;
/// The least letters that a word needs to be kin to one with another letter in place of one of its own.
const LEAST_REPLACED: usize = 5;
/// The stem of every number in digits.
const NUMBER: &str = "#";

const PROCLITICS: [&str; 8] = ["ال", "لل", "و", "ف", "ب", "ل", "ك", "س"];
const ENDINGS: [&str; 23] = [
    "تهما", "تها", "تهم", "هما", "اته", "يها", "ها", "هم", "هن", "كم", "نا", "ات", "ان", "ون", "ين", "وا", "ته", "يه",
    "ه", "ي", "ا", "ت", "ك",
];
const ENGLISH_ENDINGS: [&str; 8] = ["'s", "ings", "ing", "ed", "ly", "es", "s", "e"];

/// A quick map from words.
pub type WordMap<V> = rustc_hash::FxHashMap<Box<str>, V>;

/// The words of a text in order, normalised to level L2 (ARABIC.md §1.3): runs of letters and digits. A point or comma between
/// digits and an apostrophe between letters join; nothing else does.
///
/// Unlike the words that are counted (UAX #29) these are for comparing alone, and quick to find.
#[must_use]
pub fn compared_words(text: &str) -> Vec<String> {
    let normal = norm(text);
    split_words(&normal).map(str::to_owned).collect()
}

/// The same of a text that is normalised already, with no copy made.
pub fn split_words(normal: &str) -> impl Iterator<Item = &str> {
    let mut rest = normal;
    std::iter::from_fn(move || {
        loop {
            let length = length_of_word(rest);
            if length > 0 {
                let (word, after) = rest.split_at(length);
                rest = after;
                return Some(word);
            }
            let mut chars = rest.chars();
            chars.next()?;
            rest = chars.as_str();
        }
    })
}

/// How many bytes the word takes that a text begins with; 0 where it begins with none.
fn length_of_word(text: &str) -> usize {
    let mut length = 0;
    loop {
        length += PLAIN.run(&text.as_bytes()[length..]);
        let rest = &text[length..];
        match rest.chars().next() {
            Some(c) if is_of_word(c) => length += c.len_utf8(),
            Some(_) if length > 0 && joins(&text[..length], rest) => length += 1,
            _ => return length,
        }
    }
}

/// The letters and digits of ASCII, and the Arabic letters: nearly all that words are made of.
const PLAIN: ByteSet = ByteSet::of(&[('a', 'z'), ('A', 'Z'), ('0', '9'), ('\u{0621}', '\u{064a}')]);

/// Whether a character is one of a word.
fn is_of_word(c: char) -> bool {
    match c {
        '\0'..='\x7f' => c.is_ascii_alphanumeric(),
        '\u{0621}'..='\u{064a}' => true,
        _ => c.is_alphanumeric() || is_combining_mark(c),
    }
}

/// Whether the mark at the beginning of `rest` joins what stands around it to one word.
fn joins(word: &str, rest: &str) -> bool {
    let mark = rest.as_bytes()[0];
    if !matches!(mark, b'.' | b',' | b'\'') {
        return false;
    }
    let (before, after) = (word.chars().next_back().unwrap_or(' '), rest[1..].chars().next().unwrap_or(' '));
    match mark {
        b'\'' => before.is_alphabetic() && after.is_alphabetic(),
        _ => before.is_ascii_digit() && after.is_ascii_digit(),
    }
}

/// Whether a word is a number in digits, be it with clitics before it: ب20.
#[must_use]
pub fn is_number(word: &str) -> bool {
    let digits = word.trim_start_matches(['و', 'ف', 'ب', 'ل', 'ك', 'ا']);
    digits.starts_with(|c: char| c.is_numeric()) && !digits.chars().any(char::is_alphabetic)
}

/// What is left of a normalised word when clitics and endings are taken off again and again, with at least [`LEAST_LETTERS`]
/// letters: the word itself, and all that may be left. All numbers have one stem.
fn readings(word: &str) -> Vec<&str> {
    let (proclitics, endings): (&[&str], &[&str]) =
        if word.is_ascii() { (&[], &ENGLISH_ENDINGS) } else { (&PROCLITICS, &ENDINGS) };
    // What is left is always a part of the word, so that its ends tell it.
    let mut left = vec![word];
    if word.chars().count() > LONGEST_WORD {
        return left;
    }
    let long = |rest: &&str| rest.chars().nth(LEAST_LETTERS - 1).is_some();
    let mut at = 0;
    while let Some(rest) = left.get(at).copied() {
        let shorter = proclitics.iter().filter_map(|proclitic| rest.strip_prefix(proclitic));
        for shorter in shorter.chain(endings.iter().filter_map(|ending| rest.strip_suffix(ending))).filter(long) {
            if !left.contains(&shorter) {
                left.push(shorter);
            }
        }
        at += 1;
    }
    left
}

/// Of all that may be left of a normalised word when clitics and endings are taken off, the shortest, and the first among equals.
/// All numbers have one stem.
///
/// It is no root and no lemma: كلام and سلام share one. It only has to be the same for most forms of a word.
#[must_use]
pub fn stem(word: &str) -> String {
    if is_number(word) {
        return NUMBER.to_owned();
    }
    readings(word).into_iter().min_by_key(|rest| (rest.len(), *rest)).unwrap_or(word).to_owned()
}

/// Every key under which a word is kept for its kin. Words are kin when they share a reading; when one is the other with a letter
/// more; or when both have [`LEAST_REPLACED`] letters or more and differ by one letter, or by two that changed places.
///
/// Short words with another letter are no kin: they are other words, and there are very many of them. A key may be visited twice.
/// Numbers have no keys: each is kin to all.
pub fn kin_keys(word: &str, mut visit: impl FnMut(KinKey<'_>)) {
    let Some(letters) = visit_readings(word, &mut visit) else { return };
    visit(KinKey::Spelling(word));
    if letters >= LEAST_REPLACED {
        visit_shorter(word, |shorter| visit(KinKey::Spelling(shorter)));
    } else if letters > LEAST_LETTERS {
        visit_shorter(word, |shorter| visit(KinKey::Shorter(shorter)));
    }
}

/// The keys under which a word's kin are looked for. A word is kept under one of these of another if, and only if, that other is
/// kept under one of its own.
pub fn wanted_keys(word: &str, mut visit: impl FnMut(KinKey<'_>)) {
    let Some(letters) = visit_readings(word, &mut visit) else { return };
    visit(KinKey::Spelling(word));
    if letters > LEAST_LETTERS {
        visit_shorter(word, |shorter| visit(KinKey::Spelling(shorter)));
    }
    if letters < LEAST_REPLACED {
        visit(KinKey::Shorter(word));
    }
}

/// Visits a word's readings. Gives the number of its letters if its spelling counts too.
fn visit_readings(word: &str, visit: &mut impl FnMut(KinKey<'_>)) -> Option<usize> {
    if is_number(word) {
        return None;
    }
    for reading in readings(word) {
        visit(KinKey::Reading(reading));
        // للرب is الرب with a clitic, though too little is left without the article.
        if let Some(rest) = reading.strip_prefix("لل").filter(|rest| rest.chars().count() < LEAST_LETTERS) {
            visit(KinKey::Reading(&format!("ال{rest}")));
        }
    }
    Some(word.chars().count()).filter(|letters| (LEAST_LETTERS..=LONGEST_WORD).contains(letters))
}

/// Visits a word with each of its letters left out.
fn visit_shorter(word: &str, mut visit: impl FnMut(&str)) {
    let mut shorter = String::with_capacity(word.len());
    for (at, c) in word.char_indices() {
        shorter.clear();
        shorter.push_str(&word[..at]);
        shorter.push_str(&word[at + c.len_utf8()..]);
        visit(&shorter);
    }
}

/// A key that kin words share.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum KinKey<'w> {
    /// What a word may be without its clitics and endings.
    Reading(&'w str),
    /// A word, or a long one with one letter left out.
    Spelling(&'w str),
    /// A word that is not long, with one letter left out.
    Shorter(&'w str),
}

impl KinKey<'_> {
    /// 64 bits that stand for the key in an index: FNV-1a (Fowler, Noll, Vo), its upper half folded over the lower.
    #[must_use]
    pub fn hash(self) -> u64 {
        let (seed, text) = match self {
            Self::Reading(text) => (0xcbf2_9ce4_8422_2325_u64, text),
            Self::Spelling(text) => (0x9ae1_6a3b_2f90_404f, text),
            Self::Shorter(text) => (0x5be0_cd19_137e_2179, text),
        };
        let hash = text.bytes().fold(seed, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
        (hash ^ (hash >> 32)).wrapping_mul(0x9e37_79b9_7f4a_7c15)
    }
}

/// Whether two words are kin: see [`kin_keys`].
#[must_use]
pub fn are_kin(a: &str, b: &str) -> bool {
    if a == b || is_number(a) && is_number(b) {
        return true;
    }
    let mut keys = std::collections::HashSet::new();
    kin_keys(a, |key| {
        keys.insert(key.hash());
    });
    let mut found = false;
    wanted_keys(b, |key| found |= keys.contains(&key.hash()));
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn words_are_runs_of_letters_and_digits_at_level_l2() {
        let cases: [(&str, &[&str]); 6] = [
            ("قالَ: «الأُمَّةُ»، ثمّ سكت.", &["قال", "الامه", "ثم", "سكت"]),
            ("بلغت ١٬٢٥٠٫٥ مترًا", &["بلغت", "1250.5", "مترا"]),
            ("Don't stop, U.S. 3.5%", &["don't", "stop", "u", "s", "3.5"]),
            ("نهاية.", &["نهايه"]),
            ("؟ ! –", &[]),
            ("٤٥٪", &["45"]),
        ];
        for (text, words) in cases {
            assert_eq!(compared_words(text), words, "{text}");
        }
    }

    #[test]
    fn words_that_differ_by_clitics_endings_or_a_letter_are_kin() {
        for (a, b) in [
            ("كتاب", "والكتاب"),
            ("كتاب", "كتابها"),
            ("بكتابه", "الكتاب"),
            ("المسلمون", "مسلمين"),
            ("مسءول", "مسوول"),
            ("تحقيق", "تحقق"),
            ("تحقيق", "تقحيق"),
            ("حقيق", "حقق"),
            ("وبابه", "باب"),
            ("وللرب", "الرب"),
            ("ب20", "1250"),
            ("1250", "7"),
            ("committee", "committees"),
            ("walked", "walking"),
        ] {
            assert!(are_kin(a, b), "{a} {b}");
            assert!(are_kin(b, a), "{b} {a}");
        }
        for (a, b) in
            [("من", "عن"), ("كتاب", "مدرسه"), ("قال", "كان"), ("رجال", "رجاء"), ("7", "سبعه"), ("committee", "council")]
        {
            assert!(!are_kin(a, b), "{a} {b}");
        }
    }

    /// The rule of [`split_words`], character by character.
    fn split_slowly(normal: &str) -> Vec<String> {
        let chars: Vec<char> = normal.chars().collect();
        let is_word = |c: char| matches!(c, '\u{0621}'..='\u{064a}') || c.is_alphanumeric() || is_combining_mark(c);
        let mut words: Vec<String> = Vec::new();
        let mut open = false;
        for (at, c) in chars.iter().enumerate() {
            let (before, after) = (at.checked_sub(1).map(|at| chars[at]), chars.get(at + 1));
            let between = |is: fn(char) -> bool| before.is_some_and(is) && after.is_some_and(|c| is(*c));
            let joins = match c {
                '.' | ',' => between(|c| c.is_ascii_digit()),
                '\'' => between(char::is_alphabetic),
                _ => false,
            };
            match words.last_mut().filter(|_| open && (is_word(*c) || joins)) {
                Some(word) => word.push(*c),
                None => open = false,
            }
            if !open && is_word(*c) {
                words.push(c.to_string());
                open = true;
            }
        }
        words
    }

    proptest! {
        #[test]
        fn words_are_told_by_bytes_as_by_characters(text in "([ابءيـ٠-٩a-z0-9 .,'،’ّ\u{600}-\u{6ff}é]|[\\PC]){0,24}") {
            prop_assert_eq!(split_words(&text).collect::<Vec<_>>(), split_slowly(&text));
        }

        #[test]
        fn the_stem_is_a_reading_and_kinship_is_mutual(a in "[ابتكلمنهويد]{1,7}", b in "[ابتكلمنهويد]{1,7}") {
            prop_assert!(are_kin(&a, &stem(&a)));
            prop_assert_eq!(are_kin(&a, &b), are_kin(&b, &a));
        }

        #[test]
        fn any_text_has_words_that_are_its_own_words(text in any::<String>()) {
            for word in compared_words(&text) {
                prop_assert_eq!(compared_words(&word).concat(), word);
            }
        }
    }
}
