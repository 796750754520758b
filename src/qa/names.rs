//! Names: those of the authority against their house form, one name in several spellings, two names in one, titles. Names that
//! no authority holds are told by their letters alone.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::ops::Range;

use super::Located;
use super::document::{Document, located};
use super::pair::Pair;
use super::places;
use super::terms::TermReading;
use crate::model::{Concept, ConceptKind, Finding, Message, Severity, Term, TermUse};
use crate::terminology::names::{
    FoundName, NameTexts, SAME_NAME, another_given_name, names, others_before, others_behind, others_instead, spelling,
    vowelled,
};
use crate::text::{norm, words};

/// From this likeness on a rendering is not missing, though it may be a doubtful one.
const PLAUSIBLE: f32 = 0.80;

/// A name of the authority in the source of a pair.
struct KnownName<'a> {
    number: usize,
    concept: &'a Concept,
    source: Range<usize>,
}

/// The names of the authority that are surely in a source, each once; those that may be several are left out.
fn known<'a>(reading: &TermReading<'a>) -> Vec<KnownName<'a>> {
    let mut known: Vec<KnownName<'a>> = Vec::new();
    let mut seen = HashSet::new();
    for group in reading.sure() {
        let [occurrence] = group[..] else { continue };
        let (concept, _) = reading.said(occurrence);
        if concept.kind.is_name() && seen.insert(occurrence.concept) {
            known.push(KnownName { number: occurrence.concept, concept, source: occurrence.span.clone() });
        }
    }
    known
}

impl KnownName<'_> {
    /// The words of the target that most likely render the name, if they may.
    fn rendering(&self, reading: &TermReading<'_>, texts: &NameTexts<'_>) -> Option<(Range<usize>, f32)> {
        let is_arabic = |term: &&Term| term.language.primary() != reading.target_language.primary();
        let arabic = self.concept.terms.iter().filter(is_arabic);
        let written = arabic.flat_map(|term| std::iter::once(&term.text).chain(&term.forms));
        written.filter_map(|arabic| texts.rendering(arabic, PLAUSIBLE)).max_by(|(_, a), (_, b)| a.total_cmp(b))
    }

    fn house<'r>(&'r self, reading: &'r TermReading<'_>) -> impl Iterator<Item = &'r Term> {
        self.concept.terms_in(reading.target_language).filter(|term| term.usage != TermUse::Forbidden)
    }

    /// Whether a spelling is a form of the house, or a part of one: the surname alone.
    fn is_house_form(&self, reading: &TermReading<'_>, latin: &str) -> bool {
        let wanted = spelling(latin);
        let forms = self.house(reading).flat_map(|term| std::iter::once(&term.text).chain(&term.forms));
        forms.map(|form| format!(" {} ", spelling(form))).any(|form| form.contains(&format!(" {wanted} ")))
    }

    /// The last words of the forms of the house.
    fn surnames(&self, reading: &TermReading<'_>) -> Vec<String> {
        let surname = |term: &Term| spelling(&term.text).split(' ').next_back().map(str::to_owned);
        self.house(reading).filter_map(surname).filter(|name| name.len() >= 4).collect()
    }

    /// Whether the last word of a form of the house stands in a target: enough on a later mention.
    fn has_surname(&self, reading: &TermReading<'_>, target: &str) -> bool {
        let surnames = self.surnames(reading);
        words(target).any(|word| surnames.contains(&spelling(word.trim_end_matches("'s").trim_end_matches("’s"))))
    }
}

/// A name of the authority that nothing in the target renders; a person whose given name is rendered and another name stands
/// behind it, or who is another one altogether.
pub(super) fn missing(pair: &Pair<'_>) -> Vec<Finding> {
    if !pair.target.text.contains(char::is_alphanumeric) {
        return Vec::new();
    }
    let known = pair.terms().map(known).unwrap_or_default();
    let mut found = pair.terms().map(|reading| unrendered(pair, reading, &known)).unwrap_or_default();
    let is_told = |found: &[Finding], span: &Range<usize>| {
        found.iter().any(|finding| finding.source.iter().any(|told| overlap(told, span)))
    };
    let is_known = |span: &Range<usize>| known.iter().any(|name| overlap(&name.source, span));
    // ربيع الآخر is a month.
    let dates = &pair.source.reading().dates;
    let is_dated =
        |span: &Range<usize>| dates.iter().any(|date| date.span.start <= span.start && span.end <= date.span.end);
    let texts = pair.names();
    let others = others_behind(texts).into_iter().chain(others_before(texts)).chain(others_instead(texts));
    for other in others.filter(|other| !is_dated(&other.source)) {
        if !is_told(&found, &other.source) && !is_known(&other.source) {
            let finding = pair.finding("name.missing", Severity::Warn, Some(&other.source), Some(&other.target));
            found.push(finding);
        }
    }
    let mut places = places::replaced(pair);
    let is_new = |span: &Range<usize>| !is_told(&found, span) && !is_known(span) && !is_dated(span);
    places.retain(|finding| finding.source.iter().all(is_new));
    found.extend(places);
    if !pair.names().are_all_weighed() {
        found.push(unweighed("name.missing"));
    }
    found
}

/// Says that a check did not see all names.
fn unweighed(check: &'static str) -> Finding {
    let message = Message::new("finding-names-unweighed");
    Finding { check, severity: Severity::Info, source: Vec::new(), target: Vec::new(), message, suggestion: None }
}

fn unrendered(pair: &Pair<'_>, reading: &TermReading<'_>, known: &[KnownName<'_>]) -> Vec<Finding> {
    let mut found = Vec::new();
    for name in known {
        let is_said = reading.says(name.number, false) || reading.says(name.number, true);
        let is_rendered = || {
            let rendering = name.rendering(reading, pair.names());
            rendering.is_some_and(|(_, likeness)| likeness >= PLAUSIBLE) || name.has_surname(reading, pair.target.text)
        };
        let other = || {
            let arabic = pair.source.at(&name.source);
            another_given_name(pair.names(), arabic, &name.surnames(reading))
                .filter(|_| name.concept.kind == ConceptKind::Person)
        };
        let other = if is_said { None } else { other() };
        if is_said || other.is_none() && is_rendered() {
            continue;
        }
        let house = name.concept.best_in(reading.target_language).map(|term| term.text.clone());
        let message = Message::new("finding-name-missing")
            .with("source", pair.source.at(&name.source))
            .with("house", house.clone().unwrap_or_default());
        let finding = pair.finding("name.missing", Severity::Warn, Some(&name.source), other.as_ref());
        found.push(Finding { message, suggestion: house, ..finding });
    }
    found
}

/// What one passage has of names, for the checks that see them all.
#[derive(Clone, Debug, Default)]
pub(super) struct Names {
    /// The names on both sides, by their letters.
    found: Vec<FoundName>,
    /// Whether there were more of them than could be weighed.
    are_more: bool,
    /// Where the authority knows a name in the source.
    known: Vec<Range<usize>>,
    /// Names of the authority in a spelling that the house does not use.
    against_house: Vec<Finding>,
}

impl Names {
    pub(super) fn of(pair: &Pair<'_>) -> Self {
        let found = names(pair.names()).to_vec();
        let are_more = !pair.names().are_all_weighed();
        let Some(reading) = pair.terms() else { return Self { found, are_more, ..Self::default() } };
        let known = known(reading);
        let against_house = known.iter().filter_map(|name| against_house(name, reading, pair)).collect();
        Self { found, are_more, known: known.into_iter().map(|name| name.source).collect(), against_house }
    }
}

/// A name in a spelling that the house does not use, or, of a name that no authority holds, in another spelling than elsewhere in
/// the article.
pub(super) fn inconsistent(document: &Document<'_>) -> Vec<Located> {
    let mut found = Vec::new();
    let mut detected: Vec<(usize, &FoundName)> = Vec::new();
    for (passage, names) in document.names.iter().enumerate() {
        found.extend(names.against_house.iter().map(|finding| Located { passage, finding: finding.clone() }));
        found.extend(names.are_more.then(|| Located { passage, finding: unweighed("name.inconsistent") }));
        let is_known = |name: &&FoundName| names.known.iter().any(|known| overlap(known, &name.source));
        detected.extend(names.found.iter().filter(|name| !is_known(name)).map(|name| (passage, name)));
    }
    found.extend(other_spellings(document, &detected));
    found.sort_by_key(|located| located.passage);
    found
}

fn overlap(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start < other.end && other.start < one.end
}

fn against_house(name: &KnownName<'_>, reading: &TermReading<'_>, pair: &Pair<'_>) -> Option<Finding> {
    let span = match reading.forbidden_of(name.number) {
        Some(span) => span,
        None => {
            let (span, likeness) = name.rendering(reading, pair.names())?;
            let latin = pair.target.at(&span);
            if likeness < SAME_NAME || name.is_house_form(reading, latin) || reading.says(name.number, false) {
                return None;
            }
            span
        }
    };
    let house = name.concept.best_in(reading.target_language)?.text.clone();
    let message = Message::new("finding-name-house")
        .with("source", pair.source.at(&name.source))
        .with("target", pair.target.at(&span))
        .with("house", house.as_str());
    let finding = pair.finding("name.inconsistent", Severity::Warn, Some(&name.source), Some(&span));
    Some(Finding { message, suggestion: Some(house), ..finding })
}

/// A name of a passage with the keys by which it is compared.
pub(super) struct Spelt<'a> {
    pub(super) passage: usize,
    pub(super) name: &'a FoundName,
    /// The key L2 of the Arabic.
    pub(super) arabic: String,
    pub(super) latin: &'a str,
    pub(super) spelling: String,
}

impl<'a> Spelt<'a> {
    fn of(document: &Document<'a>, passage: usize, name: &'a FoundName) -> Self {
        let latin = &document.passages[passage].target.text()[name.target.clone()];
        Self { passage, name, arabic: norm(&name.arabic), latin, spelling: spelling(latin) }
    }

    /// Its spelling: that of the last word, or all of it.
    fn spelling(&self, part: Part) -> &str {
        match part {
            Part::Last => last_word(&self.spelling),
            Part::Whole => &self.spelling,
        }
    }
}

/// By what of a name it is compared.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Last,
    Whole,
}

fn last_word(text: &str) -> &str {
    text.rsplit(' ').next().unwrap_or_default()
}

/// Names whose rendering is not the usual one, each told once.
fn other_spellings(document: &Document<'_>, detected: &[(usize, &FoundName)]) -> Vec<Located> {
    let spelt: Vec<Spelt<'_>> = detected.iter().map(|(passage, name)| Spelt::of(document, *passage, name)).collect();
    let told = outliers(&spelt).into_iter().map(|(name, model)| {
        let message = Message::new("finding-name-spelling")
            .with("source", name.name.arabic.as_str())
            .with("target", name.latin)
            .with("other", model.latin)
            .with("place", document.passages[model.passage].place);
        let spans = (Some(name.name.source.clone()), Some(name.name.target.clone()));
        located(("name.inconsistent", Severity::Warn), name.passage, spans.0, spans.1, message)
    });
    told.collect()
}

/// Of names that end with the same word, those whose rendering of it is not the usual one; of the same whole name, those whose
/// whole rendering is not. Each with a name in the usual rendering.
pub(super) fn outliers<'s>(spelt: &'s [Spelt<'s>]) -> Vec<(&'s Spelt<'s>, &'s Spelt<'s>)> {
    let mut by_last: BTreeMap<&str, Vec<&Spelt<'_>>> = BTreeMap::new();
    let mut by_name: BTreeMap<&str, Vec<&Spelt<'_>>> = BTreeMap::new();
    for name in spelt {
        let last = last_word(&name.arabic);
        by_last.entry(last).or_default().push(name);
        if last.len() < name.arabic.len() {
            by_name.entry(&name.arabic).or_default().push(name);
        }
    }
    let groups = by_last.values().map(|group| (group, Part::Last));
    let mut told = HashSet::new();
    let mut found = Vec::new();
    for (group, part) in groups.chain(by_name.values().map(|group| (group, Part::Whole))) {
        let Some(model) = usual(group, part) else { continue };
        for &name in group.iter().filter(|name| is_other(name.spelling(part), model.spelling(part))) {
            if told.insert((name.passage, name.name.target.start, name.name.target.end)) {
                found.push((name, model));
            }
        }
    }
    found
}

/// The first name in the spelling that most have, of several such spellings in the one that comes first.
fn usual<'g>(group: &[&'g Spelt<'g>], part: Part) -> Option<&'g Spelt<'g>> {
    let mut counts: HashMap<&str, (usize, Reverse<usize>)> = HashMap::new();
    for (place, name) in group.iter().enumerate() {
        counts.entry(name.spelling(part)).or_insert((0, Reverse(place))).0 += 1;
    }
    let (_, Reverse(first)) = counts.into_values().max()?;
    group.get(first).copied()
}

/// Whether two spellings are of one word in two ways: Syria and Syrian are two words.
fn is_other(one: &str, other: &str) -> bool {
    one != other && !one.starts_with(other) && !other.starts_with(one)
}

/// Two names of the article in one Latin spelling.
pub(super) fn collision(document: &Document<'_>) -> Vec<Located> {
    let mut by_spelling: BTreeMap<String, Vec<(usize, &FoundName)>> = BTreeMap::new();
    for (passage, names) in document.names.iter().enumerate() {
        let target = document.passages[passage].target.text();
        for name in &names.found {
            by_spelling.entry(spelling(&target[name.target.clone()])).or_default().push((passage, name));
        }
    }
    let source_of =
        |(passage, name): (usize, &FoundName)| &document.passages[passage].source.text()[name.source.clone()];
    let mut found = Vec::new();
    for group in by_spelling.values() {
        let first = group[0];
        for &(passage, name) in &group[1..] {
            let source = source_of((passage, name));
            if !are_two((first.1, source_of(first)), (name, source)) {
                continue;
            }
            let target = &document.passages[passage].target.text()[name.target.clone()];
            let message = Message::new("finding-name-collision")
                .with("source", source)
                .with("other", source_of(first))
                .with("target", target)
                .with("place", document.passages[first.0].place);
            let spans = (Some(name.source.clone()), Some(name.target.clone()));
            found.push(located(("name.collision", Severity::Info), passage, spans.0, spans.1, message));
        }
    }
    found.sort_by_key(|located| located.passage);
    found
}

/// Whether two Arabic names differ by more than the case of أبو and what may be written on to a word.
fn are_two((one, one_written): (&FoundName, &str), (other, other_written): (&FoundName, &str)) -> bool {
    if one.arabic == other.arabic && one_written == other_written {
        return false;
    }
    let key = |name: &FoundName| {
        let words: Vec<String> = norm(&name.arabic)
            .split(' ')
            .map(|word| if matches!(word, "ابي" | "ابا") { "ابو".to_owned() } else { word.to_owned() })
            .collect();
        words.join(" ")
    };
    let (a, b) = (key(one), key(other));
    if a != b {
        return !a.ends_with(&b) && !b.ends_with(&a);
    }
    // عُمان and عمّان have the same letters. The mark of the last letter is that of its case.
    let inner = |written: &str| {
        let vowelled = vowelled(written);
        let last = vowelled.char_indices().rfind(|(_, c)| crate::text::is_arabic_letter(*c));
        vowelled[..last.map_or(0, |(at, _)| at)].to_owned()
    };
    let (a, b) = (inner(one_written), inner(other_written));
    let is_marked = |text: &str| text.chars().any(crate::text::is_arabic_mark);
    is_marked(&a) && is_marked(&b) && !a.ends_with(&b) && !b.ends_with(&a)
}
