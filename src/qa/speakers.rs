//! Who is said to speak, by office: قال الوزير as "the ambassador said".

use std::ops::Range;

use super::pair::{Pair, SideWord};
use crate::model::{Finding, Severity};

/// Offices and callings as keys without their article, and the English words that may say them.
const OFFICES: &[(&[&str], &[&str])] = &[
    (&["وزير", "وزيره"], &["minister", "secretary", "ministry", "chancellor"]),
    (&["سفير", "سفيره"], &["ambassador", "envoy", "embassy"]),
    (
        &["رءيس", "رءيسه"],
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
    ),
    (
        &["ناءب", "ناءبه"],
        &["deputy", "mp", "lawmaker", "vice", "member", "representative", "congressman", "legislator"],
    ),
    (&["متحدث", "متحدثه", "ناطق", "ناطقه"], &["spokesman", "spokeswoman", "spokesperson", "speaker", "voice"]),
    (&["مدير", "مديره"], &["director", "manager", "head", "principal", "chief", "headmaster", "headmistress"]),
    (&["قاضي", "قاض", "قاضيه"], &["judge", "justice", "magistrate"]),
    (&["محامي", "محام", "محاميه"], &["lawyer", "attorney", "counsel", "solicitor", "barrister"]),
    (&["طبيب", "طبيبه"], &["doctor", "physician", "surgeon", "dr", "medic"]),
    (&["ضابط", "ضابطه"], &["officer"]),
    (&["قاءد", "قاءده"], &["commander", "leader", "chief", "captain", "conductor", "general"]),
    (&["خبير", "خبيره"], &["expert", "specialist", "analyst", "consultant"]),
    (&["محلل", "محلله"], &["analyst", "commentator", "expert"]),
    (&["باحث", "باحثه"], &["researcher", "scholar", "academic", "analyst"]),
    (&["صحفي", "صحافي", "صحفيه", "صحافيه"], &["journalist", "reporter", "correspondent"]),
    (&["شاعر", "شاعره"], &["poet"]),
    (&["شاهد", "شاهده"], &["witness", "eyewitness"]),
    (&["مبعوث", "مبعوثه"], &["envoy", "emissary", "representative"]),
    (&["مسءول", "مسءوله"], &["official", "officer", "head", "responsible", "chief"]),
    (&["مدعي"], &["prosecutor", "attorney"]),
    (&["ملك"], &["king", "monarch"]),
    (&["ملكه"], &["queen", "monarch"]),
    (&["بابا"], &["pope", "pontiff"]),
];
/// So many words may stand between a verb and an office in English: said the Saudi foreign minister.
const FEW: usize = 5;

fn office_of_arabic(key: &str) -> Option<usize> {
    let bare = key.strip_prefix("ال").unwrap_or(key);
    OFFICES.iter().position(|(arabic, _)| arabic.contains(&bare))
}

fn has_english(office: usize, word: &str) -> bool {
    let owner = word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).unwrap_or(word);
    let one = owner.strip_suffix('s').unwrap_or(owner);
    OFFICES[office].1.iter().any(|known| *known == owner || *known == one)
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
    if to.iter().any(|word| has_english(office, &word.key)) {
        return None;
    }
    let known: Vec<usize> = from.iter().filter_map(|word| office_of_arabic(&word.key)).collect();
    let is_other = |word: &SideWord| {
        let mut offices = (0..OFFICES.len()).filter(|other| has_english(*other, &word.key)).peekable();
        offices.peek().is_some() && offices.all(|other| !known.contains(&other))
    };
    let speaks = |at: usize| {
        let near = at.saturating_sub(FEW)..(at + 3).min(to.len());
        near.into_iter().any(|near| is_english_verb(&to[near]))
    };
    let other: Range<usize> =
        (0..to.len()).find(|at| is_other(&to[*at]) && speaks(*at)).map(|at| to[at].span.clone())?;
    Some(pair.finding("quote.attribution", Severity::Warn, Some(&speaker[1].span), Some(&other)))
}
