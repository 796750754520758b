//! Places, organisations and leaders: one of the source for which the target has another, حلب and Homs, حماس and Fatah, السيسي and Erdogan.

use std::collections::HashSet;
use std::ops::Range;

use super::pair::{Pair, Side, SideWord};
use crate::model::{Finding, Severity};
use crate::text::names::{
    Place, PlaceWords, WIDEST_PLACE, leaders_of_arabic, leaders_of_english, organisations_of_arabic,
    organisations_of_english, places_of_arabic, places_of_english,
};

/// A place in a text, with all that its name may mean.
struct Mention {
    span: Range<usize>,
    places: Vec<&'static Place>,
}

impl Mention {
    fn may_be(&self, other: &Self) -> bool {
        self.places.iter().any(|place| other.places.iter().any(|other| place.may_be(other)))
    }
}

/// What may be written on to an Arabic name.
const CLITICS: &[&str] = &["و", "ف", "ب", "ل", "ك", "وب", "ول", "فب", "فل"];

/// Words for organisations that are named elsewhere.
const GENERAL: &[&str] =
    &["حركه", "حزب", "حلف", "منظمه", "جماعه", "تنظيم", "وكاله", "مجلس", "محكمه", "صندوق", "هيءه", "كتله", "جمعيه"];

/// Places, organisations and leaders of the source that nothing in the target renders, where the target has as many that are nowhere in the
/// source: each, where it stands first, with the one in its place. One that is left out, or said by another word, is no finding; one for
/// another is.
pub(super) fn replaced(pair: &Pair<'_>) -> Vec<Finding> {
    let (source, target) = (&pair.source, &pair.target);
    let places = of_source(source, |name| places_of_arabic(name).collect());
    let other_places = of_target(target, |name, _| places_of_english(name).collect());
    let mut found = exchanged(pair, &places, &other_places, Place::is_named_by);
    let organisations = of_source(source, |name| organisations_of_arabic(name).collect());
    let answers = of_target(target, |name, is_in_capitals| organisations_of_english(name, is_in_capitals).collect());
    // Its English name is all that an organisation is known by; who says "the movement" may mean any.
    let is_named = |at: usize| organisations.iter().any(|mention| mention.span.contains(&at));
    let is_general = |word: &SideWord| {
        let bare = word.key.strip_prefix(['و', 'ب']).unwrap_or(&word.key);
        let noun = bare.strip_prefix("ال").or_else(|| bare.strip_prefix("لل"));
        noun.is_some_and(|noun| GENERAL.contains(&noun))
    };
    let is_paraphrased = source.words().iter().any(|word| is_general(word) && !is_named(word.span.start));
    found.extend(exchanged(pair, &organisations, &answers, |_, _| is_paraphrased));
    let leaders = of_source(source, |name| leaders_of_arabic(name).collect());
    let answers = of_target(target, |name, _| leaders_of_english(name).collect());
    found.extend(exchanged(pair, &leaders, &answers, |_, _| false));
    found
}

/// `is_named` tells whether words of the target are made of a name.
fn exchanged(
    pair: &Pair<'_>,
    of_source: &[Mention],
    of_target: &[Mention],
    is_named: impl Fn(&Place, &PlaceWords) -> bool,
) -> Vec<Finding> {
    if of_source.is_empty() || of_target.is_empty() {
        return Vec::new();
    }
    let words = PlaceWords::of(pair.target.words().iter().map(|word| word.key.as_str()));
    let is_said = |mention: &&Mention| {
        of_target.iter().any(|other| other.may_be(mention))
            || mention.places.iter().any(|place| is_named(place, &words))
    };
    let is_known =
        |mention: &&Mention| of_source.iter().any(|other| other.may_be(mention)) || is_in(mention, &pair.source);
    let missing: Vec<&Mention> = of_source.iter().filter(|mention| !is_said(mention)).collect();
    let added: Vec<&Mention> = of_target.iter().filter(|mention| !is_known(mention)).collect();
    if missing.len() != added.len() {
        return Vec::new();
    }
    let told = missing.iter().zip(added);
    let told = told
        .map(|(missing, added)| pair.finding("name.missing", Severity::Warn, Some(&missing.span), Some(&added.span)));
    told.collect()
}

/// Whether a word of a source is made of the name of a place: المصرية.
fn is_in(mention: &Mention, source: &Side<'_>) -> bool {
    mention.places.iter().any(|place| {
        let bare = place.arabic.strip_prefix("ال").unwrap_or(&place.arabic);
        // سوريا and السوري.
        let stem = bare.trim_end_matches(['ا', 'ه', 'ي']);
        let stem = if stem.chars().count() >= 3 { stem } else { bare };
        source.words().iter().any(|word| word.key.contains(stem))
    })
}

fn of_source(side: &Side<'_>, of_name: impl Fn(&str) -> Vec<&'static Place>) -> Vec<Mention> {
    let known = |name: &str, _: &str| -> Vec<&'static Place> {
        let bare = |clitic: &&str| name.strip_prefix(*clitic);
        // With the article: للقاهرة.
        let behind_lam = name.strip_prefix("لل").map(|rest| format!("ال{rest}"));
        let names = std::iter::once(name).chain(CLITICS.iter().filter_map(bare)).chain(behind_lam.as_deref());
        names.map(&of_name).find(|places| !places.is_empty()).unwrap_or_default()
    };
    mentions(side, known, |_| true)
}

fn of_target(side: &Side<'_>, of_name: impl Fn(&str, bool) -> Vec<&'static Place>) -> Vec<Mention> {
    let known = |name: &str, written: &str| {
        let is_in_capitals = !written.chars().any(char::is_lowercase);
        of_name(name.trim_end_matches("'s"), is_in_capitals)
    };
    mentions(side, known, |word| word.starts_with(char::is_uppercase))
}

/// The places of a text, the longest name at each word; each place once.
fn mentions(
    side: &Side<'_>,
    known: impl Fn(&str, &str) -> Vec<&'static Place>,
    may_begin: impl Fn(&str) -> bool,
) -> Vec<Mention> {
    let (words, mut found, mut at) = (side.words(), Vec::new(), 0);
    let mut seen = HashSet::new();
    while at < words.len() {
        let longest = (1..=WIDEST_PLACE.min(words.len() - at)).rev().find_map(|length| {
            let name: Vec<&str> = words[at..at + length].iter().map(|word| word.key.as_str()).collect();
            let written = side.at(&words[at].span);
            let places = if may_begin(written) { known(&name.join(" "), written) } else { Vec::new() };
            (!places.is_empty()).then_some((length, places))
        });
        let Some((length, places)) = longest else {
            at += 1;
            continue;
        };
        if seen.insert(std::ptr::from_ref(places[0])) {
            found.push(Mention { span: words[at].span.start..words[at + length - 1].span.end, places });
        }
        at += length;
    }
    found
}
