//! What a termbase and a name authority hold: concepts, and the terms that say them in each language. Recognises nothing.

use super::decision::closed_set;
use super::language::Language;

closed_set! {
    /// What a concept is: something said with a term, or somebody or something that has a name.
    ConceptKind {
        /// A term of a subject.
        Term = "term",
        /// A person.
        Person = "person",
        /// A place.
        Place = "place",
        /// An organisation, party, paper, company.
        Organisation = "organisation",
    }
}

impl ConceptKind {
    /// Whether it belongs to the name authority.
    #[must_use]
    pub const fn is_name(self) -> bool {
        !matches!(self, Self::Term)
    }
}

closed_set! {
    /// Whether a term may be used (TBX-Basic, administrativeStatus).
    TermUse {
        /// The one to be used.
        Preferred = "preferred",
        /// May be used as well.
        Admitted = "admitted",
        /// Must not be used.
        Forbidden = "forbidden",
    }
}

closed_set! {
    /// The part of speech of a term (TBX-Basic, partOfSpeech).
    PartOfSpeech {
        /// A noun.
        Noun = "noun",
        /// A proper noun.
        ProperNoun = "proper-noun",
        /// A verb.
        Verb = "verb",
        /// An adjective.
        Adjective = "adjective",
        /// An adverb.
        Adverb = "adverb",
        /// Anything else.
        Other = "other",
    }
}

closed_set! {
    /// What becomes of a term in a translation.
    Treatment {
        /// It is translated.
        Translate = "translate",
        /// It stands in the target as it stands in the source.
        Keep = "keep",
    }
}

/// A word or phrase of one language that says a concept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// Its language.
    pub language: Language,
    /// The term as it is written where it stands alone.
    pub text: String,
    /// Whether it may be used.
    pub usage: TermUse,
    /// Its part of speech, where known.
    pub part_of_speech: Option<PartOfSpeech>,
    /// Forms that no rule makes from it, such as broken plurals; short forms of a name.
    pub forms: Vec<String>,
    /// What is to be said of it.
    pub note: Option<String>,
}

impl Term {
    /// A term without part of speech, forms and note.
    #[must_use]
    pub fn new(language: Language, text: impl Into<String>, usage: TermUse) -> Self {
        Self { language, text: text.into(), usage, part_of_speech: None, forms: Vec::new(), note: None }
    }
}

/// One notion, person, place or organisation, and how each language says it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Concept {
    /// What it is.
    pub kind: ConceptKind,
    /// Whether its terms are translated.
    pub treatment: Treatment,
    /// The subject it belongs to.
    pub domain: Option<String>,
    /// What is to be said of it.
    pub note: Option<String>,
    /// Who or what the choice was taken from.
    pub source: Option<String>,
    /// When the choice was made, as the person wrote it.
    pub date: Option<String>,
    /// The terms, in the order in which they were given.
    pub terms: Vec<Term>,
}

impl Concept {
    /// A concept that is translated and of which nothing more is known.
    #[must_use]
    pub const fn new(kind: ConceptKind, terms: Vec<Term>) -> Self {
        let treatment = Treatment::Translate;
        Self { kind, treatment, domain: None, note: None, source: None, date: None, terms }
    }

    /// The terms of a language; its regions are one language here.
    pub fn terms_in<'a, 'l>(&'a self, language: &'l Language) -> impl Iterator<Item = &'a Term> + use<'a, 'l> {
        self.terms.iter().filter(move |term| term.language.primary() == language.primary())
    }

    /// The terms of a language with this use.
    pub fn used<'a, 'l>(
        &'a self,
        language: &'l Language,
        usage: TermUse,
    ) -> impl Iterator<Item = &'a Term> + use<'a, 'l> {
        self.terms_in(language).filter(move |term| term.usage == usage)
    }

    /// What is to stand in this language: the preferred term, or else an admitted one.
    #[must_use]
    pub fn best_in<'a>(&'a self, language: &Language) -> Option<&'a Term> {
        let best = self.used(language, TermUse::Preferred).next();
        best.or_else(|| self.used(language, TermUse::Admitted).next())
    }
}

/// A concept of a desk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConceptRow {
    /// Its number on this desk, which people type.
    pub number: i64,
    /// Its global id.
    pub id: super::id::ConceptId,
    /// Who set its present state.
    pub person: String,
    /// When (RFC 3339, UTC).
    pub at: String,
    /// Its present state.
    pub concept: Concept,
}
