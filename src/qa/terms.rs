//! Terms: what the termbase wants and forbids, what is not to be translated, acronyms that nobody expanded. Proposes nothing that
//! the termbase does not say.

use std::collections::HashSet;
use std::ops::Range;

use super::document::{Document, located};
use super::pair::Pair;
use super::{Context, Located};
use crate::model::{Concept, Finding, Language, Message, ParagraphKind, Severity, Term, TermUse, Treatment};
use crate::terminology::{Certainty, Occurrence, Termbase};
use crate::text::{is_arabic, words};

/// What of a termbase stands in the two texts of a pair.
pub(super) struct TermReading<'a> {
    pub(super) termbase: &'a Termbase,
    pub(super) target_language: &'a Language,
    /// Sure and weak matches in the source, the longest alone.
    pub(super) source: Vec<Occurrence>,
    /// The same of the target.
    target: Vec<Occurrence>,
    /// Matches in the target within longer ones too.
    within: Vec<Occurrence>,
}

impl<'a> TermReading<'a> {
    /// `None` where there is no termbase to ask.
    pub(super) fn of(source: &str, target: &str, context: &Context<'a>) -> Option<Self> {
        let termbase = context.termbase.filter(|termbase| !termbase.is_empty())?;
        Some(Self {
            termbase,
            target_language: context.target,
            source: termbase.find(source, context.source),
            target: termbase.find(target, context.target),
            within: termbase.find_within(target, context.target),
        })
    }

    pub(super) fn said(&self, occurrence: &Occurrence) -> (&'a Concept, &'a Term) {
        self.termbase.said(occurrence)
    }

    /// The sure matches of the source, those on the same words together.
    pub(super) fn sure(&self) -> impl Iterator<Item = Vec<&Occurrence>> {
        let groups = self.source.chunk_by(|a, b| a.span == b.span);
        groups
            .map(|group| group.iter().filter(|o| o.certainty == Certainty::Sure).collect::<Vec<_>>())
            .filter(|g| !g.is_empty())
    }

    /// Whether a concept is surely in the source.
    fn is_in_source(&self, concept: usize) -> Option<&Occurrence> {
        self.source.iter().find(|o| o.concept == concept && o.certainty == Certainty::Sure)
    }

    /// Where a term that must not be used for a concept stands in the target.
    pub(super) fn forbidden_of(&self, concept: usize) -> Option<Range<usize>> {
        let is_such = |o: &&Occurrence| o.concept == concept && self.said(o).1.usage == TermUse::Forbidden;
        self.target.iter().filter(|o| o.certainty == Certainty::Sure).find(is_such).map(|o| o.span.clone())
    }

    /// Whether the target says a concept with a term that may be used, or with one that must not.
    pub(super) fn says(&self, concept: usize, forbidden: bool) -> bool {
        let is_such = |o: &&Occurrence| (self.said(o).1.usage == TermUse::Forbidden) == forbidden;
        self.within.iter().filter(is_such).any(|o| o.concept == concept)
    }
}

/// The termbase knows a rendering, and the target does not have it.
pub(super) fn required(pair: &Pair<'_>) -> Vec<Finding> {
    let has_words = pair.target.text.contains(char::is_alphanumeric);
    let Some(reading) = pair.terms().filter(|_| has_words) else { return Vec::new() };
    let mut found = Vec::new();
    let mut told = HashSet::new();
    for alternatives in reading.sure() {
        let concepts = || alternatives.iter().map(|o| (o.concept, reading.said(o).0));
        let wanted: Option<Vec<&Term>> =
            concepts().map(|(_, concept)| concept.best_in(reading.target_language)).collect();
        let Some(wanted) = wanted else { continue };
        let is_other = |concept: &Concept| concept.kind.is_name() || concept.treatment == Treatment::Keep;
        let is_said = |(number, concept): (usize, &Concept)| {
            is_other(concept) || reading.says(number, false) || reading.says(number, true)
        };
        if concepts().any(is_said) || !told.insert(alternatives[0].concept) {
            continue;
        }
        let span = &alternatives[0].span;
        let message = Message::new("finding-term-required")
            .with("source", pair.source.at(span))
            .with("term", wanted[0].text.as_str());
        let suggestion = Some(wanted[0].text.clone());
        found.push(Finding { message, suggestion, ..pair.finding("term.required", Severity::Error, Some(span), None) });
    }
    found
}

/// The target has a term that must not stand for what the source says, or must not stand anywhere.
pub(super) fn forbidden(pair: &Pair<'_>) -> Vec<Finding> {
    let Some(reading) = pair.terms() else { return Vec::new() };
    let mut found = Vec::new();
    for alternatives in reading.target.chunk_by(|a, b| a.span == b.span) {
        let is_allowed =
            |o: &Occurrence| reading.said(o).1.usage != TermUse::Forbidden && reading.is_in_source(o.concept).is_some();
        if alternatives.iter().any(is_allowed) {
            continue;
        }
        for occurrence in alternatives.iter().filter(|o| o.certainty == Certainty::Sure) {
            let (concept, term) = reading.said(occurrence);
            if term.usage == TermUse::Forbidden && !concept.kind.is_name() {
                found.extend(forbidden_here(pair, reading, occurrence, concept));
            }
        }
    }
    found
}

fn forbidden_here(
    pair: &Pair<'_>,
    reading: &TermReading<'_>,
    occurrence: &Occurrence,
    concept: &Concept,
) -> Option<Finding> {
    let target = &occurrence.span;
    let is_general = !concept.terms.iter().any(|term| term.language.primary() != reading.target_language.primary());
    let source = reading.is_in_source(occurrence.concept).map(|o| &o.span);
    let message = match source {
        Some(source) => Message::new("finding-term-forbidden")
            .with("source", pair.source.at(source))
            .with("target", pair.target.at(target)),
        None if is_general => Message::new("finding-term-never").with("target", pair.target.at(target)),
        None => return None,
    };
    let suggestion = concept.best_in(reading.target_language).map(|term| term.text.clone());
    Some(Finding { message, suggestion, ..pair.finding("term.forbidden", Severity::Error, source, Some(target)) })
}

/// What is not to be translated does not stand in the target as it should: entries of the termbase to the letter, Latin words of
/// an Arabic source whatever their case.
pub(super) fn do_not_translate(pair: &Pair<'_>) -> Vec<Finding> {
    if !pair.target.text.contains(char::is_alphanumeric) {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut covered: Vec<Range<usize>> = Vec::new();
    if let Some(reading) = pair.terms() {
        for occurrence in reading.sure().flatten() {
            covered.push(occurrence.span.clone());
            let (concept, term) = reading.said(occurrence);
            if concept.treatment != Treatment::Keep {
                continue;
            }
            let rendering = concept.best_in(reading.target_language).unwrap_or(term);
            let is_readable = !rendering.text.chars().any(is_arabic) || rendering.language.primary() != "ar";
            if is_readable && !stands(&rendering.text, pair.target.text) {
                found.push(lost(pair, &occurrence.span, &rendering.text, Severity::Error));
            }
        }
    }
    covered.extend(pair.source.addresses().iter().map(|address| address.span.clone()));
    for span in latin_words(pair.source.text) {
        let word = pair.source.at(&span);
        let is_covered = covered.iter().any(|other| other.start < span.end && span.start < other.end);
        if is_covered || is_numeral(word) || is_kept(word, pair.target.text) {
            continue;
        }
        // Words without capitals are units, and words of a language that the text explains.
        let severity = if word.contains(char::is_uppercase) { Severity::Error } else { Severity::Info };
        found.push(lost(pair, &span, word, severity));
    }
    found
}

fn lost(pair: &Pair<'_>, span: &Range<usize>, text: &str, severity: Severity) -> Finding {
    let message = Message::new("finding-term-kept").with("text", text);
    let suggestion = Some(text.to_owned());
    Finding { message, suggestion, ..pair.finding("term.dnt", severity, Some(span), None) }
}

/// Whether a text stands in another as whole words, to the letter.
fn stands(wanted: &str, text: &str) -> bool {
    let is_inside = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    text.match_indices(wanted).any(|(at, _)| {
        !is_inside(text[..at].chars().next_back()) && !is_inside(text[at + wanted.len()..].chars().next())
    })
}

/// A text with a smaller share of Arabic letters is not Arabic with Latin words in it: تطبيق Telegram is.
const LEAST_ARABIC: f64 = 0.25;

/// Words of at least two Latin letters in a text that is not Latin itself.
fn latin_words(text: &str) -> Vec<Range<usize>> {
    let is_latin = |c: char| c < '\u{250}' && c.is_alphabetic();
    if !text.contains(is_latin) || crate::text::arabic_share(text) < LEAST_ARABIC {
        return Vec::new();
    }
    let latin =
        words(text).filter(|word| word.chars().filter(|c| is_latin(*c)).count() >= 2 && !word.chars().any(is_arabic));
    latin
        .map(|word| {
            let start = word.as_ptr() as usize - text.as_ptr() as usize;
            start..start + word.len()
        })
        .collect()
}

fn is_numeral(word: &str) -> bool {
    word.chars().all(|c| "IVXLCDM".contains(c))
}

/// Whether a Latin word stands in the target in some case, or as the words that it abbreviates.
fn is_kept(word: &str, target: &str) -> bool {
    let bare =
        |text: &str| text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect::<String>();
    let wanted = bare(word);
    if words(target).any(|word| bare(word).starts_with(&wanted)) || bare(target).contains(&wanted) {
        return true;
    }
    let is_acronym = !word.chars().any(char::is_lowercase);
    let initials: String = words(target).filter_map(|word| word.chars().next()).filter(|c| c.is_uppercase()).collect();
    is_acronym && word.len() >= 2 && initials.contains(word)
}

/// Acronyms that need no expansion.
const KNOWN_ACRONYMS: &[&str] = &[
    "UN", "EU", "US", "USA", "UK", "UAE", "NATO", "UNESCO", "UNICEF", "UNRWA", "WHO", "IMF", "OPEC", "PLO", "BBC",
    "CNN", "AFP", "AP", "CIA", "FBI", "KGB", "USSR", "GDP", "HIV", "AIDS", "DNA", "TV", "PC", "CD", "DVD", "PDF",
    "SMS", "GPS", "URL", "IBAN", "SWIFT", "CEO", "NGO", "NGOS", "OK", "AD", "BC", "CE", "BCE", "AH", "AM", "PM", "ID",
    "IT", "FAO", "ISIS", "COVID", "PBUH",
];

/// An acronym that an article uses before it says what it stands for.
pub(super) fn acronym(document: &Document<'_>) -> Vec<Located> {
    let mut seen: HashSet<&str> = HashSet::new();
    let mut found = Vec::new();
    for (index, passage) in document.passages.iter().enumerate() {
        let text = passage.target.text();
        let is_heading =
            matches!(passage.kind, Some(ParagraphKind::Title | ParagraphKind::Heading | ParagraphKind::Kicker));
        if is_heading || !text.contains(char::is_lowercase) {
            continue;
        }
        for word in words(text).filter(|word| is_acronym(word)) {
            if !seen.insert(word) || KNOWN_ACRONYMS.contains(&word) || is_numeral(word) {
                continue;
            }
            let start = word.as_ptr() as usize - text.as_ptr() as usize;
            let span = start..start + word.len();
            // Expansion (ACRONYM), or ACRONYM (expansion).
            let is_expanded = text[..span.start].ends_with('(') || text[span.end..].starts_with(" (");
            // The letters of an account number.
            let is_beside_digits = beside(text, &span).any(|word| word.contains(|c: char| c.is_ascii_digit()));
            let is_entry = document.termbase.is_some_and(|termbase| termbase.has(word));
            if !is_expanded && !is_beside_digits && !is_entry {
                let message = Message::new("finding-acronym").with("text", word);
                found.push(located(("term.acronym", Severity::Info), index, None, Some(span), message));
            }
        }
    }
    found
}

/// The words before and behind a place.
fn beside<'t>(text: &'t str, span: &Range<usize>) -> impl Iterator<Item = &'t str> {
    let before = text[..span.start].split_whitespace().next_back();
    before.into_iter().chain(text[span.end..].split_whitespace().next())
}

fn is_acronym(word: &str) -> bool {
    word.len() >= 2 && word.chars().all(|c| c.is_ascii_uppercase())
}
