//! Who is said to speak, by office: قال الوزير as "the ambassador said".

use std::ops::Range;

use super::pair::{Pair, SideWord};
use crate::model::{Finding, Severity};

/// Offices and callings as keys without their article, one and many, the English words that name them, and others that may stand for them.
const OFFICES: &[(&[&str], &[&str], &[&str])] = &[
    (
        &["وزير", "وزراء", "وزيره"],
        &["minister", "secretary", "chancellor"],
        &["ministry", "chief", "official", "attorney", "department"],
    ),
    (&["سفير", "سفراء", "سفيره"], &["ambassador", "envoy"], &["embassy", "official", "diplomat"]),
    (
        &["رءيس", "رؤساء", "رءيسه"],
        &[
            "president",
            "head",
            "chief",
            "chair",
            "chairman",
            "chairwoman",
            "chairperson",
            "speaker",
            "premier",
            "minister",
            "leader",
            "mayor",
            "director",
            "principal",
            "editor",
            "dean",
            "judge",
        ],
        &["official"],
    ),
    (
        &["ناءب", "نواب", "ناءبه"],
        &["deputy", "mp", "lawmaker", "vice", "member", "representative", "congressman", "legislator"],
        &["prosecutor", "attorney", "senator", "official"],
    ),
    (
        &["متحدث", "متحدثه", "ناطق", "ناطقه"],
        &["spokesman", "spokeswoman", "spokesperson"],
        &["speaker", "voice", "ministry", "office", "official", "secretary"],
    ),
    (
        &["مدير", "مديرين", "مديره"],
        &["director", "manager", "head", "principal", "chief", "headmaster", "headmistress"],
        &["ceo", "executive", "administrator", "official"],
    ),
    (&["قاضي", "قضاه", "قاض", "قاضيه"], &["judge", "justice", "magistrate"], &[]),
    (&["محامي", "محامين", "محام", "محاميه"], &["lawyer", "attorney", "counsel", "solicitor", "barrister"], &[]),
    (&["طبيب", "اطباء", "طبيبه"], &["doctor", "physician", "surgeon", "dr", "medic"], &[]),
    (&["ضابط", "ضباط", "ضابطه"], &["officer"], &[]),
    (
        &["قاءد", "قاده", "قاءده"],
        &["commander", "leader", "chief", "captain", "conductor", "general"],
        &["pilot", "driver", "head", "officer"],
    ),
    (&["خبير", "خبراء", "خبيره"], &["expert", "specialist", "analyst", "consultant"], &[]),
    (&["محلل", "محللين", "محلله"], &["analyst", "commentator", "expert"], &[]),
    (&["باحث", "باحثين", "باحثه"], &["researcher", "scholar", "academic", "analyst"], &[]),
    (&["صحفي", "صحفيين", "صحافي", "صحفيه", "صحافيه"], &["journalist", "reporter", "correspondent"], &[]),
    (&["شاعر", "شعراء", "شاعره"], &["poet"], &[]),
    (&["شاهد", "شهود", "شاهده"], &["witness", "eyewitness"], &[]),
    (&["مبعوث", "مبعوثه"], &["envoy", "emissary", "representative"], &[]),
    (
        &["مسءول", "مسءولين", "مسءوله"],
        &["official", "officer", "head", "chief"],
        &["source", "ministry", "responsible"],
    ),
    (&["مدعي"], &["prosecutor", "attorney"], &[]),
    (&["ملك", "ملوك"], &["king", "monarch"], &[]),
    (&["ملكه"], &["queen", "monarch"], &[]),
    (&["بابا"], &["pope", "pontiff"], &[]),
];
/// So many words may stand between a verb and an office in English: said the Saudi foreign minister.
const FEW: usize = 5;

/// What may stand between a verb and the office that is its subject.
const ATTRIBUTES: &[&str] =
    &["the", "a", "an", "foreign", "prime", "interior", "defence", "defense", "health", "deputy", "former", "first"];

/// What makes a verb behind it passive.
const PASSIVE: &[&str] = &["was", "were", "is", "are", "been", "being"];

/// Whether a word before a verb is its subject, so that what follows it is not: the president said ministers had agreed.
fn is_subject_of_next(word: &SideWord, pair: &Pair<'_>) -> bool {
    let between = pair.target.text.get(word.span.end..).unwrap_or_default();
    // A quotation or a comma ends before the verb: “We will go,” said the minister.
    !between.starts_with([',', '”', '"', '’', '.', '?', '!'])
}

/// The office that an Arabic word names, by its place in the table; behind و, ب or ل as well. Behind لل stands who is spoken to.
fn office_of_arabic(key: &str) -> Option<usize> {
    let find = |key: &str| office_of_bare(key.strip_prefix("ال").unwrap_or(key));
    find(key).or_else(|| key.strip_prefix(['و', 'ب', 'ل']).and_then(find))
}

fn office_of_bare(bare: &str) -> Option<usize> {
    OFFICES.iter().position(|(arabic, ..)| arabic.contains(&bare))
}

/// Whether an English word, its possessive or its plural is one of some.
fn is_one_of(names: &[&str], word: &str) -> bool {
    let owner = word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).unwrap_or(word);
    let one = owner.strip_suffix('s').unwrap_or(owner);
    names.iter().any(|known| *known == owner || *known == one)
}

/// An office of which the source says that it speaks, and which the target does not name, where another one speaks that the source does
/// not name.
pub(super) fn other_office(
    pair: &Pair<'_>,
    is_arabic_verb: impl Fn(&SideWord) -> bool,
    is_english_verb: impl Fn(&SideWord) -> bool,
) -> Option<Finding> {
    let (from, to) = (pair.source.words(), pair.target.words());
    let speaker = from.windows(2).find(|two| is_arabic_verb(&two[0]) && office_of_arabic(&two[1].key).is_some())?;
    let office = office_of_arabic(&speaker[1].key)?;
    let (_, names, others) = OFFICES[office];
    if to.iter().any(|word| is_one_of(names, &word.key) || is_one_of(others, &word.key)) {
        return None;
    }
    let known: Vec<usize> = from.iter().filter_map(|word| office_of_arabic(&word.key)).collect();
    let is_other = |word: &SideWord| {
        let mut offices = (0..OFFICES.len()).filter(|other| is_one_of(OFFICES[*other].1, &word.key)).peekable();
        offices.peek().is_some() && offices.all(|other| !known.contains(&other))
    };
    // Right behind its verb, or before it: said the Saudi foreign minister, the minister said. Who was told does not speak.
    let speaks = |at: usize| {
        let verb = (at.saturating_sub(FEW)..at).rev().find(|near| is_english_verb(&to[*near]));
        let is_subject = |verb: usize| {
            to[verb + 1..at].iter().all(|word| {
                pair.target.at(&word.span).starts_with(char::is_uppercase) || ATTRIBUTES.contains(&word.key.as_str())
            }) && !(verb > 0 && is_subject_of_next(&to[verb - 1], pair))
        };
        let says = |near: usize| is_english_verb(&to[near]) && !PASSIVE.contains(&to[near - 1].key.as_str());
        verb.is_some_and(is_subject) || (at + 1..(at + 3).min(to.len())).any(says)
    };
    let other: Range<usize> =
        (0..to.len()).find(|at| is_other(&to[*at]) && speaks(*at)).map(|at| to[at].span.clone())?;
    Some(pair.finding("quote.attribution", Severity::Warn, Some(&speaker[1].span), Some(&other)))
}
