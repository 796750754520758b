//! The concepts of the termbase and of the name authority: each change is a full new state, the newest that counts holds.

use rusqlite::{OptionalExtension, Row, named_params};
use uuid::Uuid;

use super::error::StoreError;
use super::writer::Writer;
use super::{ConceptKey, Snapshot};
use crate::model::{Concept, ConceptId, ConceptKind, ConceptRow, PartOfSpeech, Term, TermUse, Treatment};

macro_rules! concepts {
    ($rest:literal) => {
        concat!(
            "SELECT c.key, c.id, s.key AS state, s.effect, s.kind, s.treatment, s.domain, s.note, s.source, s.date, o.person, o.at
             FROM concept c
             JOIN concept_state s ON s.key = (
                SELECT max(n.key) FROM concept_state n
                WHERE n.concept = c.key AND NOT EXISTS (SELECT 1 FROM reverted x WHERE x.operation = n.operation))
             JOIN operation o ON o.seq = s.operation
             WHERE s.effect = 'set' ",
            $rest
        )
    };
}

fn parsed<T>(value: &str, parse: impl Fn(&str) -> Option<T>) -> rusqlite::Result<T> {
    parse(value).ok_or(rusqlite::Error::InvalidQuery)
}

/// A concept without its terms, and the key of its state.
fn read(row: &Row<'_>) -> rusqlite::Result<(i64, ConceptRow)> {
    let concept = Concept {
        kind: parsed(&row.get::<_, String>("kind")?, ConceptKind::parse)?,
        treatment: parsed(&row.get::<_, String>("treatment")?, Treatment::parse)?,
        domain: row.get("domain")?,
        note: row.get("note")?,
        source: row.get("source")?,
        date: row.get("date")?,
        terms: Vec::new(),
    };
    let (person, at) = (row.get("person")?, row.get("at")?);
    let id = ConceptId::from_bytes(row.get("id")?);
    Ok((row.get("state")?, ConceptRow { number: row.get("key")?, id, person, at, concept }))
}

fn read_term(row: &Row<'_>) -> rusqlite::Result<Term> {
    let part_of_speech: Option<String> = row.get("part_of_speech")?;
    let forms: String = row.get("forms")?;
    Ok(Term {
        language: row.get::<_, String>("language")?.parse().map_err(|_| rusqlite::Error::InvalidQuery)?,
        text: row.get("text")?,
        usage: parsed(&row.get::<_, String>("usage")?, TermUse::parse)?,
        part_of_speech: part_of_speech.as_deref().map(|name| parsed(name, PartOfSpeech::parse)).transpose()?,
        forms: serde_json::from_str(&forms).map_err(|_| rusqlite::Error::InvalidQuery)?,
        note: row.get("note")?,
    })
}

impl Snapshot<'_> {
    /// The concepts that are there at present, oldest first.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn concepts(&self) -> Result<Vec<ConceptRow>, StoreError> {
        let mut statement = self.connection.prepare_cached(concepts!("ORDER BY c.key"))?;
        let rows = statement.query_map([], read)?;
        let rows: Vec<_> = rows.collect::<Result<_, _>>().map_err(|e| self.of_file(e))?;
        rows.into_iter().map(|(state, row)| self.with_terms(state, row)).collect()
    }

    /// The concept with a number on this desk, if it is there at present.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn concept(&self, number: i64) -> Result<Option<ConceptRow>, StoreError> {
        let mut statement = self.connection.prepare_cached(concepts!("AND c.key = :number"))?;
        let found = statement.query_row(named_params! { ":number": number }, read).optional();
        let found = found.map_err(|e| self.of_file(e))?;
        found.map(|(state, row)| self.with_terms(state, row)).transpose()
    }

    fn with_terms(&self, state: i64, mut row: ConceptRow) -> Result<ConceptRow, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT language, text, usage, part_of_speech, forms, note FROM term WHERE state = :state ORDER BY place",
        )?;
        let terms = statement.query_map(named_params! { ":state": state }, read_term)?;
        row.concept.terms = terms.collect::<Result<_, _>>().map_err(|e| self.of_file(e))?;
        Ok(row)
    }
}

impl Writer<'_> {
    /// Adds a concept and returns its number.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn add_concept(&mut self, concept: &Concept) -> Result<i64, StoreError> {
        self.connection
            .prepare_cached("INSERT INTO concept (id, operation) VALUES (:id, :operation)")?
            .execute(named_params! { ":id": Uuid::now_v7().as_bytes(), ":operation": self.operation.seq.0 })?;
        let key = ConceptKey(self.connection.last_insert_rowid());
        self.add_state(key, "set", concept)?;
        Ok(key.0)
    }

    /// Gives a concept a new state.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn change_concept(&mut self, number: i64, concept: &Concept) -> Result<(), StoreError> {
        self.add_state(ConceptKey(number), "set", concept)
    }

    /// Takes a concept out; its states stay.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn remove_concept(&mut self, row: &ConceptRow) -> Result<(), StoreError> {
        self.add_state(ConceptKey(row.number), "remove", &row.concept)
    }

    fn add_state(&mut self, key: ConceptKey, effect: &str, concept: &Concept) -> Result<(), StoreError> {
        self.connection
            .prepare_cached(
                "INSERT INTO concept_state (operation, concept, effect, kind, treatment, domain, note, source, date)
                 VALUES (:operation, :concept, :effect, :kind, :treatment, :domain, :note, :source, :date)",
            )?
            .execute(named_params! {
                ":operation": self.operation.seq.0, ":concept": key.0, ":effect": effect,
                ":kind": concept.kind.as_str(), ":treatment": concept.treatment.as_str(),
                ":domain": concept.domain, ":note": concept.note, ":source": concept.source, ":date": concept.date,
            })?;
        let state = self.connection.last_insert_rowid();
        for (place, term) in (0_i64..).zip(&concept.terms) {
            self.add_term(state, place, term)?;
        }
        self.mark_changed();
        Ok(())
    }

    fn add_term(&mut self, state: i64, place: i64, term: &Term) -> Result<(), StoreError> {
        let forms = serde_json::to_string(&term.forms).map_err(|e| StoreError::row("term", e))?;
        self.connection
            .prepare_cached(
                "INSERT INTO term (state, place, language, text, usage, part_of_speech, forms, note)
                 VALUES (:state, :place, :language, :text, :usage, :part_of_speech, :forms, :note)",
            )?
            .execute(named_params! {
                ":state": state, ":place": place, ":language": term.language.to_string(), ":text": term.text,
                ":usage": term.usage.as_str(), ":part_of_speech": term.part_of_speech.map(PartOfSpeech::as_str),
                ":forms": forms, ":note": term.note,
            })?;
        Ok(())
    }
}
