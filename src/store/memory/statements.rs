//! Statements that stay open, because finding a prepared one by its text and its parameters by their names would be a good part of
//! what they take: a look-up reads a hundred blocks of the index, each for a few microseconds, and an import writes two rows for each
//! of a million units.

use std::cell::RefCell;
use std::fmt;
use std::ops::{ControlFlow, RangeInclusive};
use std::rc::Rc;

use rusqlite::{CachedStatement, Connection, Params, Rows};

use super::index::{IndexTable, KeyedBlock, per_table};
use crate::store::Snapshot;
use crate::store::error::StoreError;

/// Reads the blocks of the index.
#[derive(Debug)]
pub struct IndexBlocks<'s> {
    snapshot: &'s Snapshot<'s>,
    /// A statement for each table.
    single: [Held<'s>; 5],
    first: Held<'s>,
    backwards: Held<'s>,
}

/// A statement that is prepared when it is wanted for the first time.
#[derive(Default)]
pub(super) struct Held<'s>(RefCell<Option<CachedStatement<'s>>>);

impl fmt::Debug for Held<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Held")
    }
}

impl<'s> Held<'s> {
    /// Runs it with numbers for its parameters, in their order.
    pub(super) fn run<T>(
        &self,
        snapshot: &'s Snapshot<'s>,
        sql: &str,
        parameters: &[i64],
        read: impl FnOnce(Rows<'_>) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        self.with(snapshot.connection, sql, |statement| {
            for (parameter, at) in parameters.iter().zip(1..) {
                statement.raw_bind_parameter(at, parameter)?;
            }
            read(statement.raw_query())
        })
    }

    /// Runs one that gives no rows.
    pub(super) fn execute(
        &self,
        connection: &'s Connection,
        sql: &str,
        parameters: impl Params,
    ) -> rusqlite::Result<()> {
        self.with(connection, sql, |statement| statement.execute(parameters).map(|_| ()))
    }

    fn with<T, E: From<rusqlite::Error>>(
        &self,
        connection: &'s Connection,
        sql: &str,
        act: impl FnOnce(&mut CachedStatement<'s>) -> Result<T, E>,
    ) -> Result<T, E> {
        let mut held = self.0.borrow_mut();
        match held.as_mut() {
            Some(statement) => act(statement),
            None => act(held.insert(connection.prepare_cached(sql)?)),
        }
    }
}

/// The inserts of units and entries.
#[derive(Debug, Default)]
pub(in crate::store) struct UnitInserts<'t> {
    pub(super) unit: Held<'t>,
    pub(super) entry: Held<'t>,
}

impl<'s> IndexBlocks<'s> {
    /// Those of a snapshot.
    #[must_use]
    pub fn of(snapshot: &'s Snapshot<'s>) -> Self {
        Self { snapshot, single: Default::default(), first: Held::default(), backwards: Held::default() }
    }

    /// A block.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn block(&self, table: IndexTable, key: i64) -> Result<Option<Rc<[u8]>>, StoreError> {
        let mut found = None;
        self.visit_block(table, key, &mut |data| found = Some(Rc::from(data)))?;
        Ok(found)
    }

    /// Visits a block, if it is there, where it lies.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn visit_block(&self, table: IndexTable, key: i64, visit: &mut dyn FnMut(&[u8])) -> Result<(), StoreError> {
        let sql = match table {
            IndexTable::Kin => "SELECT data FROM memory_kin WHERE bucket = :key",
            other => per_table!(other, "SELECT data FROM ", " WHERE key = :key"),
        };
        self.single[table as usize].run(self.snapshot, sql, &[key], |mut rows| {
            if let Some(row) = rows.next().map_err(|e| self.snapshot.of_file(e))? {
                visit(row.get_ref(0)?.as_blob().map_err(|e| StoreError::row("memory index", e))?);
            }
            Ok(())
        })
    }

    /// The block of postings with the lowest key of a range.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn first_postings(&self, keys: &RangeInclusive<i64>) -> Result<Option<KeyedBlock>, StoreError> {
        let sql = "SELECT key, data FROM memory_posting WHERE key BETWEEN :first AND :last ORDER BY key LIMIT 1";
        self.first.run(self.snapshot, sql, &[*keys.start(), *keys.end()], |mut rows| {
            let Some(row) = rows.next().map_err(|e| self.snapshot.of_file(e))? else { return Ok(None) };
            let data = row.get_ref(1)?.as_blob().map_err(|e| StoreError::row("memory index", e))?;
            Ok(Some((row.get(0)?, Rc::from(data))))
        })
    }

    /// Visits the blocks of postings of a range, the highest key first, until `visit` breaks off.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn visit_postings(
        &self,
        keys: &RangeInclusive<i64>,
        visit: &mut dyn FnMut(i64, &[u8]) -> ControlFlow<()>,
    ) -> Result<(), StoreError> {
        let sql = "SELECT key, data FROM memory_posting WHERE key BETWEEN :first AND :last ORDER BY key DESC";
        self.backwards.run(self.snapshot, sql, &[*keys.start(), *keys.end()], |mut rows| {
            while let Some(row) = rows.next().map_err(|e| self.snapshot.of_file(e))? {
                let data = row.get_ref(1)?.as_blob().map_err(|e| StoreError::row("memory index", e))?;
                if visit(row.get(0)?, data).is_break() {
                    break;
                }
            }
            Ok(())
        })
    }
}
