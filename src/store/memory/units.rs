//! Units: pairs of texts, each kept once, byte for byte as given.

use std::sync::Arc;

use rusqlite::{OptionalExtension, Row, named_params, params};

use super::UnitKey;
use crate::model::{Content, Language};
use crate::store::Snapshot;
use crate::store::content::{self, stored_codes};
use crate::store::error::StoreError;
use crate::store::writer::Writer;
use crate::text::canon;

/// A stored unit.
#[derive(Clone, Debug, PartialEq)]
pub struct UnitRow {
    /// Its key.
    pub key: UnitKey,
    /// The source.
    pub source: Content,
    /// The target.
    pub target: Content,
    /// The language of the source.
    pub source_language: Language,
    /// The language of the target.
    pub target_language: Language,
}

/// A unit with its codes in the stored form, made before anything is locked.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct NewUnit {
    source: String,
    source_codes: Option<String>,
    target: String,
    target_codes: Option<String>,
    source_language: Arc<str>,
    target_language: Arc<str>,
}

impl NewUnit {
    /// Makes one of two contents and the tags of their languages.
    ///
    /// # Errors
    /// None that sound codes give.
    pub fn of(
        source: Content,
        target: Content,
        (source_language, target_language): (Arc<str>, Arc<str>),
    ) -> Result<Self, StoreError> {
        Ok(Self {
            source_codes: stored_codes(&source)?,
            source: source.into_text(),
            target_codes: stored_codes(&target)?,
            target: target.into_text(),
            source_language,
            target_language,
        })
    }

    /// The text of the source.
    #[must_use]
    pub fn source(&self) -> &str {
        &self.source
    }

    /// The text of the target.
    #[must_use]
    pub fn target(&self) -> &str {
        &self.target
    }

    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            source: row.get(1)?,
            source_codes: row.get(2)?,
            target: row.get(3)?,
            target_codes: row.get(4)?,
            source_language: row.get_ref(5)?.as_str()?.into(),
            target_language: row.get_ref(6)?.as_str()?.into(),
        })
    }
}

/// The hash under which units with one canonical source meet: the first 8 bytes of BLAKE3 over its key L1, little-endian.
#[must_use]
pub fn source_hash(source: &str) -> u64 {
    hash_of_canon(&canon(source))
}

/// The same of a source whose key L1 is given.
#[must_use]
pub fn hash_of_canon(canon: &str) -> u64 {
    let hash = blake3::hash(canon.as_bytes());
    u64::from_le_bytes(*hash.as_bytes().first_chunk().expect("a BLAKE3 hash has 32 bytes"))
}

/// Reads a unit from the columns of [`unit_where`], the first of which is given.
pub(super) fn read(row: &Row<'_>, first: usize) -> rusqlite::Result<UnitRow> {
    let language = |at: usize| -> rusqlite::Result<Language> {
        row.get_ref(at)?.as_str()?.parse().map_err(|_| rusqlite::Error::InvalidQuery)
    };
    Ok(UnitRow {
        key: UnitKey(row.get(first)?),
        source: content::read(row, first + 1, first + 2)?,
        target: content::read(row, first + 3, first + 4)?,
        source_language: language(first + 5)?,
        target_language: language(first + 6)?,
    })
}

macro_rules! unit_where {
    ($condition:literal) => {
        concat!(
            "SELECT key, source, source_codes, target, target_codes, source_language, target_language FROM unit WHERE ",
            $condition
        )
    };
}

pub(super) use unit_where;

impl Snapshot<'_> {
    /// Whether the stored unit is this one.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn is_unit(&self, key: UnitKey, unit: &NewUnit) -> Result<bool, StoreError> {
        let mut statement = self.connection.prepare_cached(unit_where!("key = :key"))?;
        let found = statement.query_row(named_params! { ":key": key.0 }, NewUnit::read).optional();
        Ok(found.map_err(|e| self.of_file(e))?.as_ref() == Some(unit))
    }

    /// Goes through all units whose keys are above one, in order, `many` at most.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn units_after(&self, key: UnitKey, many: u32) -> Result<Vec<(UnitKey, NewUnit)>, StoreError> {
        let mut statement = self.connection.prepare_cached(unit_where!("key > :key ORDER BY key LIMIT :many"))?;
        let rows = statement.query_map(named_params! { ":key": key.0, ":many": many }, |row| {
            Ok((UnitKey(row.get("key")?), NewUnit::read(row)?))
        })?;
        rows.collect::<Result<_, _>>().map_err(|e| self.of_file(e))
    }

    /// How many units there are.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn count_units(&self) -> Result<u32, StoreError> {
        let counted = self.connection.query_row("SELECT coalesce(max(key), 0) FROM unit", [], |row| row.get(0));
        counted.map_err(|e| self.of_file(e))
    }
}

impl Writer<'_> {
    /// Adds a unit, which must be new.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn add_unit(&mut self, unit: &NewUnit) -> Result<UnitKey, StoreError> {
        let sql = "INSERT INTO unit (source, source_codes, target, target_codes, source_language, target_language)
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
        let parameters = params![
            unit.source,
            unit.source_codes,
            unit.target,
            unit.target_codes,
            &*unit.source_language,
            &*unit.target_language
        ];
        let inserted = self.unit_inserts.unit.execute(self.connection, sql, parameters);
        inserted.map_err(|e| StoreError::of_file(e, self.path))?;
        Ok(UnitKey(self.connection.last_insert_rowid()))
    }
}
