//! Names that are looked up before their spelling is weighed: exonyms (القاهرة, Cairo) and given names that differ by little
//! (محمود, محمد). Tells what the tables say of a pair; weighs
//! no letters.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use super::letters::{arabic_characters, arabic_letters, latin_letters};
use crate::text::script::{is_arabic_letter, is_arabic_mark};

pub(super) const EXONYMS: &str = include_str!("exonyms.tsv");
const LEXICON: &str = include_str!("lexicon.tsv");

/// What the tables say of a pair.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// The Latin text is an accepted form of the name.
    Accepted,
    /// The Arabic name is known, and the Latin text is the form of other names only.
    Refused,
    /// The spelling decides.
    Unknown,
}

/// A row of the tables.
pub(super) struct Entry {
    /// As written in the table: عُمان has marks that عَمّان has not.
    written: &'static str,
    forms: HashSet<String>,
}

struct Known {
    by_arabic: HashMap<String, Vec<Entry>>,
    /// The keys of the Arabic names that a Latin one may render.
    by_latin: HashMap<String, Vec<String>>,
    /// The common given names, letters alone.
    given: HashSet<String>,
    /// The renderings of the common given names, by their keys.
    given_forms: HashMap<String, Renderings>,
    given_latin: HashSet<String>,
}

/// The renderings of a common given name.
#[derive(Default)]
pub(super) struct Renderings(HashSet<String>);

impl Renderings {
    /// `None` for a word that is no common given name.
    pub(super) fn of(arabic: &str) -> Option<&'static Self> {
        KNOWN.given_forms.get(&name_key(arabic))
    }

    /// Whether a Latin word is the rendering of other given names only.
    pub(super) fn are_of_another(&self, latin: &str) -> bool {
        !self.0.contains(latin) && is_given_latin(latin)
    }
}

impl Known {
    /// Takes up a line of the tables; the name and its forms.
    fn add(&mut self, line: &'static str) -> Option<(&'static str, HashSet<String>)> {
        if line.starts_with('#') {
            return None;
        }
        let mut cells = line.split('\t');
        let (written, forms) = (cells.next()?, cells.next()?);
        let forms: HashSet<String> = forms.split('|').map(latin_key).collect();
        let key = name_key(written);
        for form in &forms {
            let names = self.by_latin.entry(form.clone()).or_default();
            if !names.contains(&key) {
                names.push(key.clone());
            }
        }
        self.by_arabic.entry(key).or_default().push(Entry { written, forms: forms.clone() });
        Some((written, forms))
    }
}

static KNOWN: LazyLock<Known> = LazyLock::new(|| {
    let mut known = Known {
        by_arabic: HashMap::new(),
        by_latin: HashMap::new(),
        given: HashSet::new(),
        given_forms: HashMap::new(),
        given_latin: HashSet::new(),
    };
    for line in EXONYMS.lines() {
        known.add(line);
    }
    for line in LEXICON.lines() {
        let Some((written, forms)) = known.add(line) else { continue };
        known.given.insert(arabic_letters(written).collect());
        known.given_latin.extend(forms.iter().cloned());
        known.given_forms.entry(name_key(written)).or_default().0.extend(forms);
    }
    // الخليل is Hebron, and a man called خليل.
    let behind_article: Vec<(String, &'static str, HashSet<String>)> = known
        .by_arabic
        .keys()
        .filter_map(|key| Some((key, known.by_arabic.get(key.strip_prefix("ال")?)?)))
        .flat_map(|(key, entries)| entries.iter().map(|entry| (key.clone(), entry.written, entry.forms.clone())))
        .collect();
    for (key, written, forms) in behind_article {
        known.by_arabic.entry(key).or_default().push(Entry { written, forms });
    }
    known
});

/// Whether the key of a Latin word is that of the rendering of a common given name.
pub(super) fn is_given_latin(key: &str) -> bool {
    KNOWN.given_latin.contains(key)
}

/// Whether an Arabic word is one of the common given names of the table, whatever marks it bears. Some are words as well.
#[must_use]
pub fn is_common_given_name(arabic: &str) -> bool {
    // على is no علي.
    KNOWN.given.contains(&arabic_letters(arabic).collect::<String>())
}

/// The keys ([`name_key`]) of the names that the tables have a Latin one for; none for one that they do not have.
#[must_use]
pub fn known_names(latin: &str) -> &'static [String] {
    KNOWN.by_latin.get(&latin_key(latin)).map_or(&[], Vec::as_slice)
}

/// The rows of the tables that may be those of an Arabic name.
pub(super) fn entries(arabic: &str) -> &'static [Entry] {
    KNOWN.by_arabic.get(&name_key(arabic)).map_or(&[], Vec::as_slice)
}

/// What its rows in the tables say of an Arabic name, with the marks it was written with, and the key of a Latin one.
pub(super) fn verdict<'l>(entries: &[Entry], arabic: &str, latin: impl FnOnce() -> &'l str) -> Verdict {
    if entries.is_empty() {
        return Verdict::Unknown;
    }
    let latin = latin();
    if !is_known(latin) {
        return Verdict::Unknown;
    }
    let mut compatible = entries.iter().filter(|entry| marks_agree(entry.written, arabic)).peekable();
    if compatible.peek().is_none() {
        Verdict::Unknown
    } else if compatible.any(|entry| entry.forms.contains(latin)) {
        Verdict::Accepted
    } else {
        Verdict::Refused
    }
}

/// Whether the tables have the key of a Latin name.
pub(super) fn is_known(latin: &str) -> bool {
    KNOWN.by_latin.contains_key(latin)
}

fn latin_key(text: &str) -> String {
    key_of_letters(&latin_letters(text).collect::<String>())
}

/// The key under which the tables have a Latin name, of its letters ([`latin_letters`]): without spaces, and without an English
/// article.
pub(super) fn key_of_letters(letters: &str) -> String {
    let name = letters.trim_start();
    name.strip_prefix("the ").unwrap_or(name).chars().filter(|&c| c != ' ').collect()
}

/// The key under which the tables have an Arabic name: letters with alef, hamza, ة and ى folded; one space between words.
#[must_use]
pub fn name_key(text: &str) -> String {
    let mut key = String::with_capacity(text.len());
    for c in arabic_characters(text) {
        match c {
            'أ' | 'إ' | 'آ' => key.push('ا'),
            'ى' => key.push('ي'),
            'ة' => key.push('ه'),
            _ if is_arabic_mark(c) => {}
            _ if is_arabic_letter(c) => key.push(c),
            _ if !key.is_empty() && !key.ends_with(' ') => key.push(' '),
            _ => {}
        }
    }
    key.truncate(key.trim_end().len());
    key
}

/// Whether no letter bears one vowel in the one and another in the other.
fn marks_agree(one: &str, other: &str) -> bool {
    if !one.chars().any(is_arabic_mark) || !other.chars().any(is_arabic_mark) {
        return true;
    }
    let (one, other) = (marks_by_letter(one), marks_by_letter(other));
    one.iter().zip(&other).all(|(a, b)| a.is_empty() || b.is_empty() || a == b)
}

fn marks_by_letter(text: &str) -> Vec<Vec<char>> {
    let mut marks: Vec<Vec<char>> = Vec::new();
    for c in arabic_characters(text) {
        match marks.last_mut() {
            // Vowels alone: a shadda is often left out where vowels are written.
            Some(of_letter) if is_arabic_mark(c) => {
                if matches!(c, '\u{64b}'..='\u{650}' | '\u{652}') {
                    of_letter.push(c);
                }
            }
            _ if is_arabic_letter(c) => marks.push(Vec::new()),
            _ => {}
        }
    }
    marks
}

#[cfg(test)]
mod tests {
    use super::*;

    fn verdict(arabic: &str, latin: &str) -> Verdict {
        let latin = latin_key(latin);
        super::verdict(entries(arabic), arabic, || &latin)
    }

    #[test]
    fn exonyms_are_accepted_in_every_listed_form() {
        for (arabic, latin) in [
            ("مصر", "Egypt"),
            ("القاهرة", "Cairo"),
            ("الولايات المتحدة", "the United States"),
            ("الولايات المتحدة", "U.S."),
            ("تركيا", "Türkiye"),
            ("ابن رشد", "Averroes"),
        ] {
            assert_eq!(verdict(arabic, latin), Verdict::Accepted, "{arabic} {latin}");
        }
    }

    #[test]
    fn marks_tell_oman_from_amman() {
        assert_eq!(verdict("عمان", "Oman"), Verdict::Accepted);
        assert_eq!(verdict("عمان", "Amman"), Verdict::Accepted);
        assert_eq!(verdict("عُمان", "Oman"), Verdict::Accepted);
        assert_eq!(verdict("عُمَان", "Amman"), Verdict::Refused);
        assert_eq!(verdict("عَمّان", "Oman"), Verdict::Refused);
    }

    #[test]
    fn a_known_name_refuses_the_forms_of_others_alone() {
        assert_eq!(verdict("غزة", "Giza"), Verdict::Refused);
        assert_eq!(verdict("محمد", "Mahmoud"), Verdict::Refused);
        assert_eq!(verdict("سالم", "Salim"), Verdict::Accepted);
        assert_eq!(verdict("سليم", "Salim"), Verdict::Accepted);
        assert_eq!(verdict("طرابلس", "Tarabulus"), Verdict::Unknown);
        assert_eq!(verdict("صفصاف", "Omar"), Verdict::Unknown);
    }

    #[test]
    fn every_row_of_the_tables_is_read() {
        let rows = EXONYMS.lines().chain(LEXICON.lines()).filter(|line| !line.starts_with('#'));
        for row in rows {
            let mut cells = row.split('\t');
            let (arabic, forms) = (cells.next().unwrap_or_default(), cells.next().unwrap_or_default());
            for form in forms.split('|') {
                assert_eq!(verdict(arabic, form), Verdict::Accepted, "{arabic} {form}");
            }
        }
    }
}
