//! Memories from outside and what they say of units: entries, which are added and taken out but never changed.

use rusqlite::{OptionalExtension, Row, named_params, params};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::UnitKey;
use crate::model::{OperationSeq, Stamp};
use crate::store::Snapshot;
use crate::store::error::StoreError;
use crate::store::writer::Writer;

/// A memory on this desk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MemoryRow {
    /// Its key on this desk.
    pub key: i64,
    /// Its name.
    pub name: String,
    /// What its matches lose, in percent.
    pub penalty: u8,
    /// How many entries it holds at present.
    pub entries: u32,
}

/// Properties and notes of an entry as stored: a JSON object.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RawRemarks {
    /// Types and values.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub props: Vec<(String, String)>,
    /// Notes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<String>,
}

/// What a memory says of a unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewEntry {
    /// The name that the other tool gave it.
    pub name: Option<String>,
    /// When and by whom it was made.
    pub created: Stamp,
    /// When and by whom it was changed last.
    pub changed: Stamp,
    /// Properties and notes as stored; `None` where there are none.
    remarks: Option<String>,
}

/// The same, stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntryRow {
    /// The number that people type.
    pub key: i64,
    /// The operation that put it on the desk.
    pub operation: OperationSeq,
    /// Its unit.
    pub unit: UnitKey,
    /// The name of its memory.
    pub memory: String,
    /// What its matches lose, in percent.
    pub penalty: u8,
    /// Who put it on the desk.
    pub person: String,
    /// When that was.
    pub at: String,
    /// What it says.
    pub entry: NewEntry,
}

impl NewEntry {
    /// Makes one.
    ///
    /// # Errors
    /// None that texts give.
    pub fn new(name: Option<String>, created: Stamp, changed: Stamp, remarks: &RawRemarks) -> Result<Self, StoreError> {
        let empty = *remarks == RawRemarks::default();
        let remarks = if empty { None } else { Some(serde_json::to_string(remarks)) };
        let remarks = remarks.transpose().map_err(|e| StoreError::row("entry", e))?;
        Ok(Self { name, created, changed, remarks })
    }

    /// Its properties and notes.
    #[must_use]
    pub fn remarks(&self) -> RawRemarks {
        self.remarks.as_deref().and_then(|json| serde_json::from_str(json).ok()).unwrap_or_default()
    }

    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            name: row.get("name")?,
            created: Stamp { at: row.get("created_at")?, by: row.get("created_by")? },
            changed: Stamp { at: row.get("changed_at")?, by: row.get("changed_by")? },
            remarks: row.get("remarks")?,
        })
    }
}

/// That an entry `e` was not taken out of its memory. Whether the operation that put it there was reverted is asked apart.
macro_rules! not_taken_out {
    () => {
        "NOT EXISTS (SELECT 1 FROM entry_removal d WHERE d.entry = e.key
                     AND NOT EXISTS (SELECT 1 FROM reverted x WHERE x.operation = d.operation))"
    };
}

pub(super) use not_taken_out;

/// The entries that are in their memory at present, narrowed by what follows.
macro_rules! entries {
    ($rest:literal) => {
        concat!(
            "SELECT e.key, e.operation, e.unit, m.name AS memory, o.person, o.at, e.name, e.created_at, e.created_by, e.changed_at,
                    e.changed_by, e.remarks,
                    coalesce((SELECT p.penalty FROM memory_penalty p
                              WHERE p.memory = e.memory AND NOT EXISTS (SELECT 1 FROM reverted x WHERE x.operation = p.operation)
                              ORDER BY p.key DESC LIMIT 1), 0) AS penalty
             FROM entry e JOIN memory m ON m.key = e.memory JOIN operation o ON o.seq = e.operation
             WHERE NOT EXISTS (SELECT 1 FROM reverted x WHERE x.operation = e.operation) AND ",
            not_taken_out!(),
            " ",
            $rest
        )
    };
}

fn read(row: &Row<'_>) -> rusqlite::Result<EntryRow> {
    Ok(EntryRow {
        key: row.get("key")?,
        operation: OperationSeq(row.get("operation")?),
        unit: UnitKey(row.get("unit")?),
        memory: row.get("memory")?,
        penalty: row.get("penalty")?,
        person: row.get("person")?,
        at: row.get("at")?,
        entry: NewEntry::read(row)?,
    })
}

impl Snapshot<'_> {
    /// The entry of a number, if it is in its memory at present.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn entry(&self, number: i64) -> Result<Option<EntryRow>, StoreError> {
        let mut statement = self.connection.prepare_cached(entries!("AND e.key = :number"))?;
        let found = statement.query_row(named_params! { ":number": number }, read).optional();
        found.map_err(|e| self.of_file(e))
    }

    /// The entries of a memory after one, oldest first, `many` at most.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn entries_in(&self, memory: i64, after: Option<&EntryRow>, many: u32) -> Result<Vec<EntryRow>, StoreError> {
        let mut statement = self.connection.prepare_cached(entries!(
            "AND e.memory = :memory AND (e.operation, e.key) > (:operation, :key) ORDER BY e.operation, e.key LIMIT :many"
        ))?;
        let (operation, key) = after.map_or((0, 0), |row| (row.operation.0, row.key));
        let params = named_params! { ":memory": memory, ":operation": operation, ":key": key, ":many": many };
        let rows = statement.query_map(params, read)?;
        rows.collect::<Result<_, _>>().map_err(|e| self.of_file(e))
    }

    /// Whether a memory says just this of a unit already.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn has_entry(&self, memory: i64, unit: UnitKey, entry: &NewEntry) -> Result<bool, StoreError> {
        // The plus keeps SQLite from going through all that the memory holds.
        let mut statement = self.connection.prepare_cached(entries!("AND e.unit = :unit AND +e.memory = :memory"))?;
        let mut rows = statement.query(named_params! { ":unit": unit.0, ":memory": memory })?;
        while let Some(row) = rows.next().map_err(|e| self.of_file(e))? {
            if NewEntry::read(row)? == *entry {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// The memories of the desk by name, with what they hold at present.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn memories(&self) -> Result<Vec<MemoryRow>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT m.key, m.name,
                coalesce((SELECT p.penalty FROM memory_penalty p
                          WHERE p.memory = m.key AND NOT EXISTS (SELECT 1 FROM reverted x WHERE x.operation = p.operation)
                          ORDER BY p.key DESC LIMIT 1), 0) AS penalty,
                (SELECT count(*) FROM entry e INDEXED BY entry_by_memory WHERE e.memory = m.key
                    AND NOT EXISTS (SELECT 1 FROM reverted x WHERE x.operation = e.operation)) -
                (SELECT count(DISTINCT d.entry) FROM entry_removal d JOIN entry e ON e.key = d.entry
                    WHERE e.memory = m.key
                    AND NOT EXISTS (SELECT 1 FROM reverted x WHERE x.operation IN (d.operation, e.operation))) AS entries
             FROM memory m ORDER BY m.name",
        )?;
        let rows = statement.query_map([], |row| {
            Ok(MemoryRow {
                key: row.get("key")?,
                name: row.get("name")?,
                penalty: row.get("penalty")?,
                entries: row.get("entries")?,
            })
        })?;
        rows.collect::<Result<_, _>>().map_err(|e| self.of_file(e))
    }

    /// What the matches of a memory lose at present, in percent.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn penalty_of(&self, memory: i64) -> Result<u8, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT p.penalty FROM memory_penalty p
             WHERE p.memory = :memory AND NOT EXISTS (SELECT 1 FROM reverted x WHERE x.operation = p.operation)
             ORDER BY p.key DESC LIMIT 1",
        )?;
        let found = statement.query_row(named_params! { ":memory": memory }, |row| row.get(0)).optional();
        Ok(found.map_err(|e| self.of_file(e))?.unwrap_or(0))
    }

    /// The key of a memory.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn memory(&self, name: &str) -> Result<Option<i64>, StoreError> {
        let mut statement = self.connection.prepare_cached("SELECT key FROM memory WHERE name = :name")?;
        let found = statement.query_row(named_params! { ":name": name }, |row| row.get(0)).optional();
        found.map_err(|e| self.of_file(e))
    }
}

impl Writer<'_> {
    /// The key of a memory, which is made when it is new. A memory alone is no change of the desk.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn memory(&mut self, name: &str) -> Result<i64, StoreError> {
        if let Some(key) = self.snapshot().memory(name)? {
            return Ok(key);
        }
        self.connection
            .prepare_cached("INSERT INTO memory (id, operation, name) VALUES (:id, :operation, :name)")?
            .execute(named_params! {
                ":id": Uuid::now_v7().as_bytes(), ":operation": self.operation.seq.0, ":name": name,
            })?;
        Ok(self.connection.last_insert_rowid())
    }

    /// Says what the matches of a memory lose from now on, in percent.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn set_penalty(&mut self, memory: i64, penalty: u8) -> Result<(), StoreError> {
        self.connection
            .prepare_cached(
                "INSERT INTO memory_penalty (operation, memory, penalty) VALUES (:operation, :memory, :penalty)",
            )?
            .execute(named_params! {
                ":operation": self.operation.seq.0, ":memory": memory, ":penalty": penalty,
            })?;
        self.mark_changed();
        Ok(())
    }

    /// Puts a unit into a memory and returns the number of the entry.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn add_entry(&mut self, memory: i64, unit: UnitKey, entry: &NewEntry) -> Result<i64, StoreError> {
        let sql =
            "INSERT INTO entry (operation, memory, unit, name, created_at, created_by, changed_at, changed_by, remarks)
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";
        let parameters = params![
            self.operation.seq.0,
            memory,
            unit.0,
            entry.name,
            entry.created.at,
            entry.created.by,
            entry.changed.at,
            entry.changed.by,
            entry.remarks
        ];
        let inserted = self.unit_inserts.entry.execute(self.connection, sql, parameters);
        inserted.map_err(|e| StoreError::of_file(e, self.path))?;
        self.mark_changed();
        Ok(self.connection.last_insert_rowid())
    }

    /// Takes an entry out of its memory; its row stays.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn remove_entry(&mut self, number: i64) -> Result<(), StoreError> {
        self.connection
            .prepare_cached("INSERT INTO entry_removal (operation, entry) VALUES (:operation, :entry)")?
            .execute(named_params! { ":operation": self.operation.seq.0, ":entry": number })?;
        self.mark_changed();
        Ok(())
    }
}
