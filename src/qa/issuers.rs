//! Whose money an amount is of: ليرة سورية, 50,000 Lebanese pounds, JD 20.

use std::ops::Range;
use std::sync::LazyLock;

use super::pair::{Side, SideWord};
use crate::text::norm;

/// Arabic adjectives of countries that have money of their own, the English ones, and the codes of that money (ISO 4217).
const ISSUERS: &[(&str, &str, &str)] = &[
    ("سوري", "syrian", "syp"),
    ("لبناني", "lebanese", "lbp"),
    ("تركي", "turkish", "try"),
    ("مصري", "egyptian", "egp"),
    ("سوداني", "sudanese", "sdg"),
    ("إسترليني بريطاني", "sterling british", "gbp"),
    ("أردني", "jordanian", "jod jd jds"),
    ("كويتي", "kuwaiti", "kwd kd"),
    ("عراقي", "iraqi", "iqd"),
    ("تونسي", "tunisian", "tnd"),
    ("جزائري", "algerian", "dzd"),
    ("ليبي", "libyan", "lyd"),
    ("بحريني", "bahraini", "bhd bd"),
    ("سعودي", "saudi", "sar"),
    ("قطري", "qatari", "qar"),
    ("عماني", "omani", "omr"),
    ("يمني", "yemeni", "yer"),
    ("إيراني", "iranian", "irr"),
    ("إماراتي", "emirati uae", "aed"),
    ("مغربي", "moroccan", "mad"),
    ("أميركي أمريكي", "american us", "usd us"),
    ("كندي", "canadian", "cad"),
    ("أسترالي", "australian", "aud"),
    ("سويسري", "swiss", "chf"),
    ("هندي", "indian", "inr"),
    ("باكستاني", "pakistani", "pkr"),
    ("إسرائيلي", "israeli", "ils nis"),
];

/// The Arabic adjectives of an issuer, and all English words for it.
struct Words {
    arabic: Vec<String>,
    english: Vec<String>,
}

static WORDS: LazyLock<Vec<Words>> = LazyLock::new(|| {
    let keys = |list: &str| list.split_whitespace().map(norm).collect::<Vec<_>>();
    let words = |(arabic, english, codes): &(&str, &str, &str)| Words {
        arabic: keys(arabic),
        english: keys(english).into_iter().chain(keys(codes)).collect(),
    };
    ISSUERS.iter().map(words).collect()
});

/// Whose money it is, by its place in the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Issuer(usize);

/// Whose money an amount of an Arabic text is of: an adjective stands behind the word for it.
pub(super) fn of_arabic(side: &Side<'_>, amount: &Range<usize>) -> Option<Issuer> {
    let word = words_behind(side, amount).get(1)?;
    // كنديا, سورية.
    let stem = word.key.strip_suffix(['ا', 'ه']).unwrap_or(&word.key);
    WORDS.iter().position(|words| words.arabic.iter().any(|adjective| adjective == stem)).map(Issuer)
}

/// The same of an English text: an adjective or a code stands on either side of the amount.
pub(super) fn of_english(side: &Side<'_>, amount: &Range<usize>) -> Option<Issuer> {
    let before = side.words().partition_point(|word| word.span.end <= amount.start).checked_sub(1);
    let around = before.and_then(|at| side.words().get(at)).into_iter().chain(words_behind(side, amount).first());
    let of = |word: &SideWord| WORDS.iter().position(|words| words.english.contains(&word.key));
    around.filter_map(of).map(Issuer).next()
}

/// The word for the money of an amount of an Arabic text with the adjective behind it.
pub(super) fn arabic_money<'t>(side: &Side<'t>, amount: &Range<usize>) -> &'t str {
    let words = words_behind(side, amount);
    let span = words.first().zip(words.get(1)).map(|(money, adjective)| money.span.start..adjective.span.end);
    span.map_or("", |span| side.at(&span))
}

fn words_behind<'s>(side: &'s Side<'_>, amount: &Range<usize>) -> &'s [SideWord] {
    let words = side.words();
    &words[words.partition_point(|word| word.span.start < amount.end)..]
}
