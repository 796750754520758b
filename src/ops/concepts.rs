//! Concepts of the termbase and of the name authority: added, listed, changed, taken out. Both are kept alike; a name is a
//! concept that says a person, a place or an organisation.

use super::desk::Desk;
use super::error::OpsError;
use super::settings::{require_editor, value_of};
use crate::model::{
    Concept, ConceptKind, ConceptRow, Language, OperationKind, PartOfSpeech, Setting, Term, TermUse, Treatment, Written,
};
use crate::store::Snapshot;
use crate::text::{is_alphabetic, is_arabic, norm};

/// Which concepts are spoken of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Authority {
    /// The termbase.
    Terms,
    /// The name authority.
    Names,
}

impl Authority {
    pub(super) const fn holds(self, kind: ConceptKind) -> bool {
        kind.is_name() == matches!(self, Self::Names)
    }

    pub(super) const fn operation(self) -> OperationKind {
        match self {
            Self::Terms => OperationKind::Term,
            Self::Names => OperationKind::Name,
        }
    }
}

/// What is to be set in a concept; `None` leaves a field as it is, an empty text or list clears it.
#[derive(Clone, Debug, Default)]
pub struct ConceptFields {
    /// What it is.
    pub kind: Option<ConceptKind>,
    /// Its terms in the source language, the first preferred.
    pub source_terms: Option<Vec<String>>,
    /// Forms of the first of them that no rule makes.
    pub source_forms: Option<Vec<String>>,
    /// The target term that is to be used.
    pub preferred: Option<String>,
    /// Forms of it.
    pub target_forms: Option<Vec<String>>,
    /// Target terms that may be used.
    pub admitted: Option<Vec<String>>,
    /// Target terms that must not be used.
    pub forbidden: Option<Vec<String>>,
    /// The part of speech of the first source term and the preferred target term.
    pub part_of_speech: Option<PartOfSpeech>,
    /// Whether it is translated.
    pub treatment: Option<Treatment>,
    /// The subject.
    pub domain: Option<String>,
    /// A note.
    pub note: Option<String>,
    /// Where the choice was taken from.
    pub source: Option<String>,
    /// When it was made.
    pub date: Option<String>,
}

/// The languages of a desk.
#[derive(Clone, Debug)]
pub(super) struct Languages {
    pub(super) source: Language,
    pub(super) target: Language,
}

impl Languages {
    pub(super) fn of(snapshot: &Snapshot<'_>) -> Result<Self, OpsError> {
        let language = |setting: Setting, otherwise: &str| -> Result<Language, OpsError> {
            let tag = value_of(snapshot, setting)?;
            let parsed = tag.parse().or_else(|_| otherwise.parse());
            parsed.map_err(|_| OpsError::SettingValue {
                setting: setting.as_str(),
                value: tag,
                usable: vec!["ar", "en"],
            })
        };
        Ok(Self { source: language(Setting::SourceLanguage, "ar")?, target: language(Setting::TargetLanguage, "en")? })
    }
}

/// Lists concepts, oldest first.
///
/// `text` keeps those in which it stands, in a term or a form, whatever its orthography; `domain` those of a subject.
///
/// # Errors
/// Errors of the disk.
pub fn concepts(
    desk: &Desk,
    authority: Authority,
    text: Option<&str>,
    domain: Option<&str>,
) -> Result<Vec<ConceptRow>, OpsError> {
    let mut rows = desk.snapshot()?.concepts()?;
    let wanted = text.map(norm);
    let says = |concept: &Concept| {
        let Some(wanted) = &wanted else { return true };
        let mut written = concept.terms.iter().flat_map(|term| std::iter::once(&term.text).chain(&term.forms));
        written.any(|written| norm(written).contains(wanted.as_str()))
    };
    let of_domain = |concept: &Concept| domain.is_none_or(|domain| concept.domain.as_deref() == Some(domain));
    rows.retain(|row| authority.holds(row.concept.kind) && says(&row.concept) && of_domain(&row.concept));
    Ok(rows)
}

/// Whether a source term that another concept has already is taken as a homonym.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Homonym {
    /// It is another concept.
    Allowed,
    /// It is refused.
    Refused,
}

/// Adds a concept.
///
/// # Errors
/// [`OpsError::ConceptKnown`] when another concept has one of its source terms; [`OpsError::EmptyConcept`];
/// [`OpsError::SwappedTerms`]; when the desk has editors and the person is none.
pub fn add(
    desk: &mut Desk,
    authority: Authority,
    fields: &ConceptFields,
    homonym: Homonym,
) -> Result<Written<ConceptRow>, OpsError> {
    desk.write(authority.operation(), |writer| {
        require_editor(writer)?;
        let snapshot = writer.snapshot();
        let languages = Languages::of(&snapshot)?;
        let kind = fields.kind.unwrap_or(ConceptKind::Term);
        let concept = applied(fields, Concept::new(kind, Vec::new()), &languages);
        check_sound(&concept, &languages)?;
        check_sides(&concept, &languages, None)?;
        if homonym == Homonym::Refused
            && let Some((row, text)) = namesake(&snapshot.concepts()?, &concept, &languages)
        {
            return Err(OpsError::ConceptKnown { number: row.number, text, name: row.concept.kind.is_name() });
        }
        let number = writer.add_concept(&concept)?;
        found(&writer.snapshot(), authority, number)
    })
}

/// Changes a concept. What is given replaces what was there.
///
/// # Errors
/// [`OpsError::NoConcept`]; [`OpsError::EmptyConcept`]; [`OpsError::SwappedTerms`]; when the desk has editors and the person is
/// none.
pub fn edit(
    desk: &mut Desk,
    authority: Authority,
    number: i64,
    fields: &ConceptFields,
) -> Result<Written<ConceptRow>, OpsError> {
    desk.write(authority.operation(), |writer| {
        require_editor(writer)?;
        let languages = Languages::of(&writer.snapshot())?;
        let row = found(&writer.snapshot(), authority, number)?;
        let concept = applied(fields, row.concept.clone(), &languages);
        check_sound(&concept, &languages)?;
        check_sides(&concept, &languages, Some(number))?;
        if !authority.holds(concept.kind) {
            return Err(OpsError::NoConcept { wanted: number });
        }
        if concept != row.concept {
            writer.change_concept(number, &concept)?;
        }
        found(&writer.snapshot(), authority, number)
    })
}

/// Takes concepts out; the operation log keeps them.
///
/// # Errors
/// As for [`edit`].
pub fn remove(desk: &mut Desk, authority: Authority, numbers: &[i64]) -> Result<Written<Vec<ConceptRow>>, OpsError> {
    desk.write(authority.operation(), |writer| {
        require_editor(writer)?;
        let mut removed: Vec<ConceptRow> = Vec::new();
        for &number in numbers.iter() {
            if removed.iter().any(|row| row.number == number) {
                continue;
            }
            let row = found(&writer.snapshot(), authority, number)?;
            writer.remove_concept(&row)?;
            removed.push(row);
        }
        Ok(removed)
    })
}

pub(super) fn found(snapshot: &Snapshot<'_>, authority: Authority, number: i64) -> Result<ConceptRow, OpsError> {
    let row = snapshot.concept(number)?.filter(|row| authority.holds(row.concept.kind));
    row.ok_or(OpsError::NoConcept { wanted: number })
}

/// A concept says something in the source language, or forbids something in the target language; a name has a house form.
pub(super) fn check_sound(concept: &Concept, languages: &Languages) -> Result<(), OpsError> {
    let says = concept.terms_in(&languages.source).next().is_some();
    let forbids = concept.used(&languages.target, TermUse::Forbidden).next().is_some();
    let is_sound = match concept.kind.is_name() {
        true => says && concept.best_in(&languages.target).is_some(),
        false => says || forbids,
    };
    if is_sound { Ok(()) } else { Err(OpsError::EmptyConcept { name: concept.kind.is_name() }) }
}

/// Refuses a concept whose terms stand on the wrong sides: one in Arabic letters for a language without them, and the other way
/// round.
fn check_sides(concept: &Concept, languages: &Languages, number: Option<i64>) -> Result<(), OpsError> {
    let is_arabic_text = |text: &str| text.chars().any(|c| is_arabic(c) && is_alphabetic(c));
    let misplaced = |language: &Language| {
        let is_arabic = language.is("ar");
        let mut terms = concept.terms_in(language).filter(|term| term.text.chars().any(is_alphabetic));
        terms.find(|term| is_arabic_text(&term.text) != is_arabic).map(|term| term.text.clone())
    };
    let Languages { source, target } = languages;
    match (misplaced(source), misplaced(target)) {
        (Some(source_term), Some(target_term)) if source.is("ar") != target.is("ar") => {
            Err(OpsError::SwappedTerms { source_term, target_term, name: concept.kind.is_name(), number })
        }
        _ => Ok(()),
    }
}

/// The first concept of the same kind that has a source term of this one, and that term.
fn namesake<'r>(rows: &'r [ConceptRow], concept: &Concept, languages: &Languages) -> Option<(&'r ConceptRow, String)> {
    let terms: Vec<(String, &Term)> =
        concept.terms_in(&languages.source).map(|term| (norm(&term.text), term)).collect();
    rows.iter().filter(|row| row.concept.kind == concept.kind).find_map(|row| {
        let known: Vec<String> = row.concept.terms_in(&languages.source).map(|term| norm(&term.text)).collect();
        let (_, term) = terms.iter().find(|(key, _)| known.contains(key))?;
        Some((row, term.text.clone()))
    })
}

fn applied(fields: &ConceptFields, mut concept: Concept, languages: &Languages) -> Concept {
    let Languages { source, target } = languages;
    let optional = |given: &Option<String>, field: &mut Option<String>| {
        if let Some(text) = given {
            *field = Some(text.trim().to_owned()).filter(|text| !text.is_empty());
        }
    };
    optional(&fields.domain, &mut concept.domain);
    optional(&fields.note, &mut concept.note);
    optional(&fields.source, &mut concept.source);
    optional(&fields.date, &mut concept.date);
    concept.kind = fields.kind.unwrap_or(concept.kind);
    concept.treatment = fields.treatment.unwrap_or(concept.treatment);
    if let Some(texts) = &fields.source_terms {
        // The first is preferred, the others are admitted.
        let mut texts = sound(texts);
        let others = texts.split_off(texts.len().min(1));
        replace(&mut concept, source, TermUse::Preferred, &texts);
        replace(&mut concept, source, TermUse::Admitted, &others);
    }
    if let Some(text) = &fields.preferred {
        replace(&mut concept, target, TermUse::Preferred, &sound(std::slice::from_ref(text)));
    }
    for (given, usage) in [(&fields.admitted, TermUse::Admitted), (&fields.forbidden, TermUse::Forbidden)] {
        if let Some(texts) = given {
            replace(&mut concept, target, usage, &sound(texts));
        }
    }
    for (language, forms) in [(source, &fields.source_forms), (target, &fields.target_forms)] {
        let first = concept
            .terms
            .iter_mut()
            .find(|term| term.language.primary() == language.primary() && term.usage != TermUse::Forbidden);
        if let Some(term) = first {
            term.forms = forms.as_deref().map_or_else(|| std::mem::take(&mut term.forms), sound);
            term.part_of_speech = fields.part_of_speech.or(term.part_of_speech);
        }
    }
    // Source terms first, and the preferred before the others.
    concept.terms.sort_by_key(|term| (term.language.primary() != source.primary(), term.usage));
    concept
}

/// The texts without white space around them, each once; a bar parts several, as in tables.
pub(super) fn sound(texts: &[String]) -> Vec<String> {
    let mut sound: Vec<String> = Vec::new();
    for text in texts.iter().flat_map(|text| text.split('|')).map(str::trim).filter(|text| !text.is_empty()) {
        if !sound.iter().any(|known| known == text) {
            sound.push(text.to_owned());
        }
    }
    sound
}

/// Puts these texts in the place of all terms of a language with this use; a text that is a term already keeps its forms.
fn replace(concept: &mut Concept, language: &Language, usage: TermUse, texts: &[String]) {
    let is_of = |term: &Term| term.language.primary() == language.primary();
    let known: Vec<Term> = concept.terms.iter().filter(|term| is_of(term)).cloned().collect();
    concept.terms.retain(|term| !(is_of(term) && (term.usage == usage || texts.contains(&term.text))));
    for text in texts {
        let known = known.iter().find(|term| term.text == *text);
        let term =
            known.map_or_else(|| Term::new(language.clone(), text, usage), |term| Term { usage, ..term.clone() });
        concept.terms.push(term);
    }
}
