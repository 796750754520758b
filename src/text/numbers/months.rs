//! The names of months: Gregorian in every regional naming of Arabic, Hijri, and English.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::scan::{Token, TokenKind, key, word_at};

/// How years and months are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Calendar {
    /// The civil calendar.
    Gregorian,
    /// The lunar calendar of Islam.
    Hijri,
}

/// A month that a text names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Month {
    pub(super) calendar: Calendar,
    pub(super) number: u8,
    /// Whether the word is nothing but a month.
    pub(super) sure: bool,
    /// The token after it.
    pub(super) next: usize,
}

/// Names of one word that mean nothing else. Egypt and the Gulf, Levant and Iraq, Tunisia and Algeria, Morocco, Mauritania.
const SURE: [&str; 12] = [
    "يناير ينّاير جانفي",
    "فبراير فبرائر شباط فيفري",
    "آذار",
    "أبريل إبريل نيسان أفريل",
    "أيار",
    "يونيو يونية يونيه حزيران",
    "تموز جويلية يوليو يولية يوليه يوليوز",
    "أغسطس أغشت غشت",
    "أيلول سبتمبر شتنبر شتمبر",
    "أكتوبر",
    "نوفمبر نونبر",
    "ديسمبر دجنبر دجمبر",
];
/// Names that are also other words: a month only beside a day, a year or شهر. With them the Libyan names of 1969 to 2011.
const UNSURE: [&str; 12] = [
    "",
    "النوار",
    "مارس الربيع",
    "الطير",
    "مايو ماي نوار الماء",
    "جوان",
    "ناصر",
    "أوت هانيبال",
    "الفاتح",
    "التمور",
    "الحرث",
    "الكانون",
];
const HIJRI: [&str; 12] = ["محرم المحرم", "صفر", "", "", "", "", "رجب", "شعبان", "رمضان", "شوال", "", ""];
const ENGLISH: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];
const ENGLISH_HIJRI: [&str; 12] =
    ["muharram", "safar", "", "", "", "", "rajab", "shaban", "ramadan ramadhan ramazan", "shawwal shawal", "", ""];

type Entry = (Calendar, u8, bool);

static WORDS: LazyLock<HashMap<String, Entry>> = LazyLock::new(|| {
    let mut words = HashMap::new();
    let tables = [
        (Calendar::Gregorian, SURE, true),
        (Calendar::Gregorian, UNSURE, false),
        (Calendar::Hijri, HIJRI, false),
        (Calendar::Hijri, ENGLISH_HIJRI, true),
        (Calendar::Gregorian, ENGLISH, true),
    ];
    for (calendar, names, sure) in tables {
        for (number, list) in (1_u8..).zip(names) {
            for word in list.split_whitespace() {
                words.insert(key(word), (calendar, number, sure && !matches!(word, "march" | "may")));
            }
        }
    }
    words.insert(key("مايو"), (Calendar::Gregorian, 5, true));
    words
});

/// The Arabic month named at a token, clitics taken off.
pub(super) fn arabic(tokens: &[Token], at: usize) -> Option<Month> {
    let whole = word_at(tokens, at)?;
    named(tokens, at, &whole.key, &whole.letters).or_else(|| {
        let rest = |text: &str| text.strip_prefix(['و', 'ل', 'ب', 'ف']).map(str::to_owned);
        let (key, letters) = (rest(&whole.key)?, rest(&whole.letters)?);
        named(tokens, at, &key, &letters).filter(|month| month.sure)
    })
}

fn named(tokens: &[Token], at: usize, key: &str, letters: &str) -> Option<Month> {
    let second = word_at(tokens, at + 1).map(|word| word.key.as_str());
    let pair = |calendar, number| Some(Month { calendar, number, sure: true, next: at + 2 });
    let first = matches!(second, Some("الاول" | "اول" | "الاولي"));
    let other = matches!(second, Some("الثاني" | "ثاني" | "ثان" | "الثانيه"));
    match key {
        "كانون" if first => return pair(Calendar::Gregorian, 12),
        "كانون" if other => return pair(Calendar::Gregorian, 1),
        "تشرين" if first => return pair(Calendar::Gregorian, 10),
        "تشرين" if other => return pair(Calendar::Gregorian, 11),
        "ربيع" if first => return pair(Calendar::Hijri, 3),
        "ربيع" if other || second == Some("الاخر") => return pair(Calendar::Hijri, 4),
        "جمادي" | "جماد" if first => return pair(Calendar::Hijri, 5),
        "جمادي" | "جماد" if other || matches!(second, Some("الاخره" | "الاخر")) => {
            return pair(Calendar::Hijri, 6);
        }
        "ذو" | "ذي" if matches!(second, Some("القعده")) => return pair(Calendar::Hijri, 11),
        "ذو" | "ذي" if matches!(second, Some("الحجه")) => return pair(Calendar::Hijri, 12),
        _ => {}
    }
    // أب is "father"; the month has its madda.
    if letters == "آب" {
        return Some(Month { calendar: Calendar::Gregorian, number: 8, sure: true, next: at + 1 });
    }
    let (calendar, number, sure) = *WORDS.get(key)?;
    (!key.is_ascii()).then_some(Month { calendar, number, sure, next: at + 1 })
}

/// The English month named at a token: with a capital, written out or as three letters.
pub(super) fn english(tokens: &[Token], at: usize) -> Option<Month> {
    let first = word_at(tokens, at)?;
    if !first.letters.starts_with(char::is_uppercase) {
        return None;
    }
    let (name, behind) = part(tokens, at)?;
    let hijri = hijri_pair(tokens, &name, behind).or_else(|| hijri_alone(&name).map(|number| (number, behind)));
    if let Some((number, next)) = hijri {
        return Some(Month { calendar: Calendar::Hijri, number, sure: true, next });
    }
    if let Some((calendar, number, sure)) = WORDS.get(&first.key).copied().filter(|_| first.key.is_ascii()) {
        return Some(Month { calendar, number, sure, next: at + 1 });
    }
    let short = if first.key == "sept" { "sep" } else { &first.key };
    let number = (1_u8..).zip(ENGLISH).find(|(_, name)| short.len() == 3 && name.starts_with(short))?.0;
    let stop = tokens.get(at + 1).is_some_and(|token| token.kind == TokenKind::Sign('.') && !token.spaced);
    Some(Month { calendar: Calendar::Gregorian, number, sure: false, next: at + 1 + usize::from(stop) })
}

/// A part of a transliterated name, and the token after it: apostrophes join what they part and are left out, long vowels
/// and letters with dots are as plain ones, and no h ends it.
fn part(tokens: &[Token], at: usize) -> Option<(String, usize)> {
    let mut plain = word_at(tokens, at)?.key.clone();
    let mut next = at + 1;
    while tokens.get(next).is_some_and(|token| is_apostrophe(token) && !token.spaced) {
        next += 1;
        if let Some(more) = word_at(tokens, next).filter(|_| !tokens[next].spaced) {
            plain.push_str(&more.key);
            next += 1;
        }
    }
    let letters: String = plain.chars().filter(|c| !matches!(c, 'ʿ' | 'ʾ' | 'ʼ' | 'ʻ')).map(undotted).collect();
    let short = letters.replace("aa", "a").replace("oo", "u");
    Some((short.strip_suffix('h').map(str::to_owned).unwrap_or(short), next))
}

const fn is_apostrophe(token: &Token) -> bool {
    matches!(token.kind, TokenKind::Sign('\'' | '’' | '‘' | '`' | '´' | 'ʿ' | 'ʾ' | 'ʼ' | 'ʻ'))
}

const fn undotted(c: char) -> char {
    match c {
        'ā' | 'á' | 'â' | 'à' => 'a',
        'ī' | 'í' | 'î' => 'i',
        'ū' | 'ú' | 'û' => 'u',
        'ḥ' | 'ḫ' => 'h',
        'ḍ' | 'ḏ' => 'd',
        'ṣ' => 's',
        'ṭ' => 't',
        'ẓ' | 'ż' => 'z',
        'ǧ' | 'ğ' => 'j',
        c => c,
    }
}

/// The Hijri months of one part: Sha‘ban, Ramaḍān.
fn hijri_alone(name: &str) -> Option<u8> {
    let (calendar, number, _) = *WORDS.get(name)?;
    (calendar == Calendar::Hijri && name.is_ascii()).then_some(number)
}

/// The Hijri months of two parts, with or without article and hyphen: Rabi‘ al-Awwal, Jumada II, Dhu’l-Hijja.
fn hijri_pair(tokens: &[Token], first: &str, mut next: usize) -> Option<(u8, usize)> {
    let ((one, ones), (two, twos)): (NamedSecond, NamedSecond) = match first {
        "rabi" | "rabia" | "rabiul" => ((3, FIRSTS), (4, SECONDS)),
        "jumada" | "jumadal" | "jamadi" | "jumadi" => ((5, FIRSTS), (6, SECONDS)),
        "dhu" | "dhul" | "zul" | "zu" | "thul" | "dhi" | "zi" => {
            ((11, &["qada", "qida", "qaida", "kada"]), (12, &["hijja", "hija", "hajja"]))
        }
        _ => return None,
    };
    // The article and hyphens may stand between the two parts.
    for _ in 0..4 {
        if matches!(tokens.get(next)?.kind, TokenKind::Sign('-' | '‑' | '–')) {
            next += 1;
            continue;
        }
        let (name, after) = part(tokens, next)?;
        match name.as_str() {
            "al" | "ul" | "l" | "at" | "ath" | "el" | "th" | "t" => next = after,
            name if ones.contains(&name) => return Some((one, after)),
            name if twos.contains(&name) => return Some((two, after)),
            _ => return None,
        }
    }
    None
}

/// The number of a month, and what the second part of its name may be.
type NamedSecond = (u8, &'static [&'static str]);

const FIRSTS: &[&str] = &["i", "awwal", "awal", "ula", "ola"];
const SECONDS: &[&str] = &["ii", "thani", "thaniya", "thania", "sani", "akhir", "akhar", "akhira"];
