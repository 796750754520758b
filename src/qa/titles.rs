//! Titles before names: academic ones that one side has alone, ranks and dignities that the target leaves out.

use std::collections::HashSet;
use std::ops::Range;

use super::pair::Pair;
use crate::model::{Finding, Message, Severity};
use crate::terminology::names::names;
use crate::text::{norm, words};

/// Ranks and dignities as keys without their article, and the English words that may say them. Those that English leaves out as
/// a rule (المهندس, الأستاذ) and those that the house must weigh (الشهيد) are not here.
const RANKS: &[(&str, &[&str])] = &[
    ("لواء", &["major", "general", "gen", "maj"]),
    ("عميد", &["brigadier", "brig", "general", "gen", "commodore", "dean", "doyen"]),
    ("عقيد", &["colonel", "col"]),
    ("مشير", &["marshal"]),
    ("مطران", &["bishop", "archbishop", "metropolitan", "monsignor", "mgr"]),
    ("بطريرك", &["patriarch"]),
    ("اسقف", &["bishop", "archbishop"]),
    ("قس", &["reverend", "rev", "pastor", "father", "fr", "priest"]),
    ("شيخ", &["sheikh", "shaykh", "sheik", "shaikh", "cheikh", "imam", "elder"]),
    ("شيخه", &["sheikha", "shaykha", "shaikha"]),
    ("سيد", &["mr", "mister", "messrs", "sayyid", "sayyed", "sayed", "sayid"]),
    ("سيده", &["mrs", "ms", "mme", "madame", "madam", "miss", "lady", "sayyida", "sayyeda", "sayeda"]),
    ("امير", &["prince", "emir", "amir"]),
    ("اميره", &["princess"]),
    ("ملك", &["king"]),
    ("ملكه", &["queen"]),
    ("مرحوم", &["late", "deceased"]),
    ("مرحومه", &["late", "deceased"]),
    ("راحل", &["late", "deceased", "departed"]),
    ("راحله", &["late", "deceased", "departed"]),
];
/// So many characters may other titles take between a title and its name.
const FARTHEST: usize = 40;

/// An academic title that one side has and the other has not; ranks and dignities that the target leaves out.
pub(super) fn title(pair: &Pair<'_>) -> Vec<Finding> {
    let (source, target) = (arabic_title(pair.source.text), latin_title(pair.target.text));
    let mut ranks = rank(pair);
    let span = match (&source, &target) {
        (Some(source), None) if pair.target.text.contains(char::is_alphanumeric) => (Some(source.clone()), None),
        (None, Some(target)) if !has_any_title(pair.source.key()) => (None, Some(target.clone())),
        _ => return ranks,
    };
    let finding = pair.finding("name.title", Severity::Info, span.0.as_ref(), span.1.as_ref());
    let message = match (&span.0, &span.1) {
        (Some(source), _) => Message::new("finding-title-lost").with("text", pair.source.at(source)),
        (_, target) => {
            let text = target.as_ref().map_or("", |target| pair.target.at(target));
            Message::new("finding-title-added").with("text", text)
        }
    };
    ranks.insert(0, Finding { message, ..finding });
    ranks
}

/// A rank before a name that both sides have, and that the target does not say.
fn rank(pair: &Pair<'_>) -> Vec<Finding> {
    let ranks = pair.source.words().iter().filter_map(|word| Some((&word.span, english_of(&word.key)?)));
    let mut ranks = ranks.peekable();
    if ranks.peek().is_none() {
        return Vec::new();
    }
    let said: HashSet<String> = words(pair.target.text).flat_map(forms).collect();
    let is_lost = |english: &[&str]| !english.iter().any(|word| said.contains(*word));
    let lost: Vec<&Range<usize>> = ranks.filter(|(_, english)| is_lost(english)).map(|(span, _)| span).collect();
    if lost.is_empty() {
        return Vec::new();
    }
    let mut named: Vec<usize> = names(pair.names()).iter().map(|name| name.source.start).collect();
    named.sort_unstable();
    let has_name = |title: &&&Range<usize>| {
        let next = named.get(named.partition_point(|start| *start < title.end));
        next.is_some_and(|start| only_titles(&pair.source.text[title.end..*start]))
    };
    let told = lost.iter().filter(has_name);
    told.map(|span| {
        let message = Message::new("finding-title-lost").with("text", pair.source.at(span));
        Finding { message, ..pair.finding("name.title", Severity::Info, Some(span), None) }
    })
    .collect()
}

/// An English word in small letters, and without its possessive and plural: Kings, the King’s.
fn forms(word: &str) -> [String; 3] {
    let word = word.to_lowercase();
    let owner = word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).unwrap_or(&word).to_owned();
    let one = owner.strip_suffix('s').unwrap_or(&owner).to_owned();
    [word, owner, one]
}

/// The English words for a rank with its article, given by its key.
fn english_of(key: &str) -> Option<&'static [&'static str]> {
    let bare = key.strip_prefix(['و', 'ف']).unwrap_or(key);
    let bare = bare.strip_prefix(['ب', 'ك']).unwrap_or(bare);
    let bare = bare.strip_prefix("ال").or_else(|| bare.strip_prefix("لل"))?;
    RANKS.iter().find(|(rank, _)| *rank == bare).map(|(_, english)| *english)
}

/// Whether nothing but further titles stands between a title and a name.
fn only_titles(between: &str) -> bool {
    let near = between.chars().nth(FARTHEST).is_none();
    let spaces = || between.chars().all(|c| c.is_whitespace() || c.is_alphabetic() || c == '.');
    near && spaces() && words(between).all(|word| english_of(&norm(word)).is_some() || arabic_title(word).is_some())
}

/// Academic titles before a name: أ.د. د. الدكتور.
fn arabic_title(text: &str) -> Option<Range<usize>> {
    let mut at = 0;
    for token in text.split_inclusive(char::is_whitespace) {
        let (start, bare) = (at, token.trim_matches(|c: char| !c.is_alphanumeric() && c != '.'));
        at += token.len();
        let is_abbreviated = matches!(bare, "د." | "أ.د." | "أ.د" | "ا.د." | "أ.م.د.") && at < text.len();
        let key = norm(bare);
        let key = key.strip_prefix("ال").or_else(|| key.strip_prefix("لل")).unwrap_or(&key);
        if is_abbreviated || matches!(key, "دكتور" | "دكتوره" | "بروفيسور" | "بروفسور") {
            return Some(start..start + token.trim_end().len());
        }
    }
    None
}

fn has_any_title(key: &str) -> bool {
    ["دكتور", "بروف", "استاذ", "طبيب", "د.", "حكيم", "ا.د"].iter().any(|title| key.contains(title))
}

fn latin_title(text: &str) -> Option<Range<usize>> {
    let titles = words(text).filter(|word| matches!(*word, "Dr" | "Prof" | "Professor" | "Doctor" | "Drs" | "Profs"));
    let place = |word: &str| {
        let start = word.as_ptr() as usize - text.as_ptr() as usize;
        start..start + word.len()
    };
    // A name follows.
    let is_before_name =
        |span: &Range<usize>| words(&text[span.end..]).next().is_some_and(|word| word.starts_with(char::is_uppercase));
    titles.map(place).find(is_before_name)
}
