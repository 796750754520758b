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
    ["muharram", "safar", "", "", "", "", "rajab", "shaban shaaban", "ramadan ramadhan", "shawwal", "", ""];

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
    if let Some((number, next)) = english_hijri(tokens, at) {
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

/// The Hijri months of two parts, with or without article and hyphen: Rabi al-Awwal, Jumada II, Dhu al-Hijjah.
fn english_hijri(tokens: &[Token], at: usize) -> Option<(u8, usize)> {
    let first = word_at(tokens, at)?.key.as_str();
    let (one, two) = match first {
        "rabi" | "rabiʿ" => (3, 4),
        "jumada" => (5, 6),
        "dhu" | "dhul" | "zul" | "thul" => (11, 12),
        _ => return None,
    };
    // The article, the hyphen and an apostrophe may stand between the two parts.
    for next in at + 1..at + 5 {
        match &tokens.get(next)?.kind {
            TokenKind::Sign('-' | '‑' | '\'' | '’' | 'ʿ') => {}
            TokenKind::Word(word) => match word.key.trim_matches(['ʿ', 'ʾ']) {
                "al" | "ul" | "l" | "ath" | "el" | "th" => {}
                "i" | "awwal" | "ula" | "qadah" | "qaʿda" | "qada" | "qida" | "qaada" | "qaadah" => {
                    return Some((one, next + 1));
                }
                "ii" | "thani" | "akhir" | "akhira" | "akhirah" | "thania" | "hijjah" | "hijja" => {
                    return Some((two, next + 1));
                }
                _ => return None,
            },
            _ => return None,
        }
    }
    None
}
