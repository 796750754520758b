//! Units and what memories say of them, read one after another: what many of them share, such as the name of a memory, is read once.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use rusqlite::{OptionalExtension, named_params};

use super::UnitKey;
use super::memories::not_taken_out;
use super::statements::Held;
use super::units::{self, UnitRow, unit_where};
use crate::store::Snapshot;
use crate::store::error::StoreError;

/// What a memory says of a unit at present, as far as it tells where the unit comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntryOrigin {
    /// The number of the entry.
    pub key: i64,
    /// The name of its memory.
    pub memory: Rc<str>,
    /// What its matches lose, in percent.
    pub penalty: u8,
    /// Who wrote the target last.
    pub by: Option<String>,
    /// When that was (RFC 3339, UTC).
    pub at: Option<String>,
}

/// Reads the units of one moment.
#[derive(Debug)]
pub struct UnitReader<'s> {
    snapshot: &'s Snapshot<'s>,
    unit: Held<'s>,
    entries: Held<'s>,
    /// By key: the name, and what its matches lose.
    memories: RefCell<HashMap<i64, (Rc<str>, u8)>>,
    /// Which operations were reverted.
    reverted: RefCell<HashMap<i64, bool>>,
}

impl<'s> UnitReader<'s> {
    /// One that has read nothing yet.
    #[must_use]
    pub fn of(snapshot: &'s Snapshot<'s>) -> Self {
        Self {
            snapshot,
            unit: Held::default(),
            entries: Held::default(),
            memories: RefCell::default(),
            reverted: RefCell::default(),
        }
    }

    /// A unit.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn unit(&self, key: UnitKey) -> Result<Option<UnitRow>, StoreError> {
        self.unit.run(self.snapshot, unit_where!("key = ?1"), &[key.0], |mut rows| {
            let row = rows.next().map_err(|e| self.snapshot.of_file(e))?;
            Ok(row.map(|row| units::read(row, 0)).transpose()?)
        })
    }

    /// What memories say of a unit at present, the newest first, `many` at most.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn entries_of(&self, unit: UnitKey, many: usize) -> Result<Vec<EntryOrigin>, StoreError> {
        let sql = concat!(
            "SELECT e.key, e.operation, e.memory, coalesce(e.changed_by, e.created_by), coalesce(e.changed_at, e.created_at)
             FROM entry e WHERE e.unit = ?1 AND ",
            not_taken_out!(),
            " ORDER BY e.key DESC"
        );
        self.entries.run(self.snapshot, sql, &[unit.0], |mut rows| {
            let mut found = Vec::new();
            while found.len() < many
                && let Some(row) = rows.next().map_err(|e| self.snapshot.of_file(e))?
            {
                if self.is_reverted(row.get(1)?)? {
                    continue;
                }
                let (memory, penalty) = self.memory(row.get(2)?)?;
                found.push(EntryOrigin { key: row.get(0)?, memory, penalty, by: row.get(3)?, at: row.get(4)? });
            }
            Ok(found)
        })
    }

    fn is_reverted(&self, operation: i64) -> Result<bool, StoreError> {
        if let Some(known) = self.reverted.borrow().get(&operation) {
            return Ok(*known);
        }
        let mut statement =
            self.snapshot.connection.prepare_cached("SELECT 1 FROM reverted WHERE operation = :operation")?;
        let found =
            statement.exists(named_params! { ":operation": operation }).map_err(|e| self.snapshot.of_file(e))?;
        self.reverted.borrow_mut().insert(operation, found);
        Ok(found)
    }

    fn memory(&self, key: i64) -> Result<(Rc<str>, u8), StoreError> {
        if let Some(known) = self.memories.borrow().get(&key) {
            return Ok(known.clone());
        }
        let mut statement = self.snapshot.connection.prepare_cached("SELECT name FROM memory WHERE key = :key")?;
        let name = statement.query_row(named_params! { ":key": key }, |row| row.get(0)).optional();
        let name: Option<Rc<str>> = name.map_err(|e| self.snapshot.of_file(e))?;
        let found = (name.unwrap_or_default(), self.snapshot.penalty_of(key)?);
        self.memories.borrow_mut().insert(key, found.clone());
        Ok(found)
    }
}
