//! The rows of the index: words and stems, blocks under integer keys, runs, the tail.

use std::ops::RangeInclusive;
use std::rc::Rc;

use rusqlite::{OptionalExtension, named_params};

use crate::store::Snapshot;
use crate::store::error::StoreError;
use crate::store::writer::Writer;
use crate::text::KEY_VERSION;

/// The form of the index; a new form means a new index.
const FORM: u32 = 5;

/// The sorts of blocks, a table each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum IndexTable {
    /// Places by stem.
    Postings,
    /// Words by place.
    Sequences,
    /// Places by hash.
    Hashes,
    /// What follows at places by stem.
    Successors,
    /// Words by the keys of their kin.
    Kin,
}

/// A block with its key.
pub type KeyedBlock = (i64, Rc<[u8]>);

/// The number of a run, and how many of its units have how many words.
pub type RunLengths = (u32, Vec<(u32, u32)>);

/// The vocabulary of one side.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum VocabularySide {
    /// Of the sources.
    Source,
    /// Of the targets.
    Target,
}

impl VocabularySide {
    const fn number(self) -> i64 {
        match self {
            Self::Source => 0,
            Self::Target => 1,
        }
    }

    const fn first_key(self) -> i64 {
        self.number() << 32
    }

    const fn key(self, number: u32) -> i64 {
        self.first_key() | number as i64
    }
}

macro_rules! per_table {
    ($table:expr, $before:literal, $after:literal) => {
        match $table {
            IndexTable::Postings => concat!($before, "memory_posting", $after),
            IndexTable::Sequences => concat!($before, "memory_sequence", $after),
            IndexTable::Hashes => concat!($before, "memory_hash", $after),
            IndexTable::Successors => concat!($before, "memory_successor", $after),
            IndexTable::Kin => concat!($before, "memory_kin", $after),
        }
    };
}

pub(super) use per_table;

const fn version() -> u32 {
    FORM << 16 | KEY_VERSION
}

impl Snapshot<'_> {
    /// Whether the index is of this program's form and keys; a desk without one has none that is not.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn index_is_current(&self) -> Result<bool, StoreError> {
        let mut statement = self.connection.prepare_cached("SELECT keys FROM memory_index")?;
        let found: Option<u32> = statement.query_row([], |row| row.get(0)).optional().map_err(|e| self.of_file(e))?;
        Ok(found.is_none_or(|found| found == version()))
    }

    /// Visits the blocks of a range in order.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn visit_index_blocks(
        &self,
        table: IndexTable,
        keys: &RangeInclusive<i64>,
        visit: &mut dyn FnMut(i64, &[u8]),
    ) -> Result<(), StoreError> {
        let sql = per_table!(table, "SELECT key, data FROM ", " WHERE key BETWEEN :first AND :last ORDER BY key");
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut rows = statement.query(named_params! { ":first": keys.start(), ":last": keys.end() })?;
        while let Some(row) = rows.next().map_err(|e| self.of_file(e))? {
            let data = row.get_ref(1)?.as_blob().map_err(|e| StoreError::row("memory index", e))?;
            visit(row.get(0)?, data);
        }
        Ok(())
    }

    /// The first blocks of a range, at most `many`.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn index_blocks(
        &self,
        table: IndexTable,
        keys: &RangeInclusive<i64>,
        many: u32,
    ) -> Result<Vec<(i64, Vec<u8>)>, StoreError> {
        let sql =
            per_table!(table, "SELECT key, data FROM ", " WHERE key BETWEEN :first AND :last ORDER BY key LIMIT :many");
        let mut statement = self.connection.prepare_cached(sql)?;
        let params = named_params! { ":first": keys.start(), ":last": keys.end(), ":many": many };
        let rows = statement.query_map(params, |row| Ok((row.get(0)?, row.get(1)?)))?;
        rows.collect::<Result<_, _>>().map_err(|e| self.of_file(e))
    }

    /// The runs: their numbers and how many units have how many words.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn index_runs(&self) -> Result<Vec<RunLengths>, StoreError> {
        let mut statement = self.connection.prepare_cached("SELECT number, lengths FROM memory_run ORDER BY number")?;
        let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get::<_, String>(1)?)))?;
        let rows: Vec<(u32, String)> = rows.collect::<Result<_, _>>().map_err(|e| self.of_file(e))?;
        let parse = |(number, json): (u32, String)| {
            serde_json::from_str(&json).map(|lengths| (number, lengths)).map_err(|e| StoreError::row("memory_run", e))
        };
        rows.into_iter().map(parse).collect()
    }

    /// The blocks of the tail in order, with their keys.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn index_tail(&self, mut visit: impl FnMut(i64, &[u8])) -> Result<(), StoreError> {
        let mut statement = self.connection.prepare_cached("SELECT key, data FROM memory_tail ORDER BY key")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next().map_err(|e| self.of_file(e))? {
            let data = row.get_ref(1)?.as_blob().map_err(|e| StoreError::row("memory_tail", e))?;
            visit(row.get(0)?, data);
        }
        Ok(())
    }

    /// The newest block of the tail.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn last_of_index_tail(&self) -> Result<Option<(i64, Vec<u8>)>, StoreError> {
        let sql = "SELECT key, data FROM memory_tail ORDER BY key DESC LIMIT 1";
        let mut statement = self.connection.prepare_cached(sql)?;
        let found = statement.query_row([], |row| Ok((row.get(0)?, row.get(1)?))).optional();
        found.map_err(|e| self.of_file(e))
    }

    /// A word of a vocabulary and its stem.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn index_word(&self, side: VocabularySide, text: &str) -> Result<Option<(u32, u32)>, StoreError> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT key & 4294967295, stem FROM memory_word WHERE side = :side AND text = :text")?;
        let params = named_params! { ":side": side.number(), ":text": text };
        let found = statement.query_row(params, |row| Ok((row.get(0)?, row.get(1)?))).optional();
        found.map_err(|e| self.of_file(e))
    }

    /// The text and the stem of a word.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn index_word_text(&self, side: VocabularySide, word: u32) -> Result<Option<(Rc<str>, u32)>, StoreError> {
        let mut statement = self.connection.prepare_cached("SELECT text, stem FROM memory_word WHERE key = :key")?;
        let params = named_params! { ":key": side.key(word) };
        let found = statement.query_row(params, |row| Ok((row.get(0)?, row.get(1)?))).optional();
        found.map_err(|e| self.of_file(e))
    }

    /// The stems of the words that begin with a text, each once, rising.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn index_stems_of_prefix(&self, side: VocabularySide, prefix: &str) -> Result<Vec<u32>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT DISTINCT stem FROM memory_word WHERE side = :side AND text >= :prefix AND text < :end ORDER BY stem",
        )?;
        // U+10FFFF is no character, so that no word goes on with it.
        let params = named_params! { ":side": side.number(), ":prefix": prefix, ":end": format!("{prefix}\u{10ffff}") };
        let rows = statement.query_map(params, |row| row.get(0))?;
        rows.collect::<Result<_, _>>().map_err(|e| self.of_file(e))
    }

    /// The stem of that text.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn index_stem(&self, side: VocabularySide, text: &str) -> Result<Option<u32>, StoreError> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT key & 4294967295 FROM memory_stem WHERE side = :side AND text = :text")?;
        let params = named_params! { ":side": side.number(), ":text": text };
        statement.query_row(params, |row| row.get(0)).optional().map_err(|e| self.of_file(e))
    }

    /// The highest numbers of a word and of a stem that are taken.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn last_index_numbers(&self, side: VocabularySide) -> Result<(Option<u32>, Option<u32>), StoreError> {
        let last = |sql: &str| {
            let mut statement = self.connection.prepare_cached(sql)?;
            let params = named_params! { ":first": side.first_key(), ":last": side.key(u32::MAX) };
            let found: Option<i64> = statement.query_row(params, |row| row.get(0))?;
            Ok(found.map(|key| (key & i64::from(u32::MAX)) as u32))
        };
        let last = |sql| last(sql).map_err(|e: rusqlite::Error| self.of_file(e));
        Ok((
            last("SELECT max(key) FROM memory_word WHERE key BETWEEN :first AND :last")?,
            last("SELECT max(key) FROM memory_stem WHERE key BETWEEN :first AND :last")?,
        ))
    }
}

impl Writer<'_> {
    /// Notes that the index is of this program's form and keys.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn mark_index(&self) -> Result<(), StoreError> {
        self.connection
            .prepare_cached(
                "INSERT INTO memory_index (keys) SELECT :keys WHERE NOT EXISTS (SELECT 1 FROM memory_index)",
            )?
            .execute(named_params! { ":keys": version() })?;
        Ok(())
    }

    /// Empties the index, and forgets what the desk's own revisions put into it.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn clear_index(&mut self) -> Result<(), StoreError> {
        self.connection
            .execute_batch(
                "DELETE FROM memory_index; DELETE FROM memory_word; DELETE FROM memory_stem; DELETE FROM memory_kin;
                 DELETE FROM memory_run; DELETE FROM memory_posting; DELETE FROM memory_sequence;
                 DELETE FROM memory_hash; DELETE FROM memory_successor; DELETE FROM memory_tail; DELETE FROM own_unit;",
            )
            .map_err(|e| StoreError::of_file(e, self.path))?;
        self.mark_changed();
        Ok(())
    }

    /// Adds a block.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn add_index_block(&self, table: IndexTable, key: i64, data: &[u8]) -> Result<(), StoreError> {
        let sql = match table {
            IndexTable::Kin => "INSERT INTO memory_kin (bucket, data) VALUES (:key, :data)",
            other => per_table!(other, "INSERT INTO ", " (key, data) VALUES (:key, :data)"),
        };
        let mut statement = self.connection.prepare_cached(sql)?;
        statement
            .execute(named_params! { ":key": key, ":data": data })
            .map_err(|e| StoreError::of_file(e, self.path))?;
        Ok(())
    }

    /// Adds to what a bucket of kinship holds.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn extend_index_kin(&self, bucket: u32, data: &[u8]) -> Result<(), StoreError> {
        self.connection
            .prepare_cached(
                "INSERT INTO memory_kin (bucket, data) VALUES (:bucket, :data)
                 ON CONFLICT (bucket) DO UPDATE SET data = CAST(data || excluded.data AS BLOB)",
            )?
            .execute(named_params! { ":bucket": bucket, ":data": data })
            .map_err(|e| StoreError::of_file(e, self.path))?;
        Ok(())
    }

    /// Takes out the blocks of a range.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn remove_index_blocks(&self, table: IndexTable, keys: &RangeInclusive<i64>) -> Result<(), StoreError> {
        let sql = per_table!(table, "DELETE FROM ", " WHERE key BETWEEN :first AND :last");
        let mut statement = self.connection.prepare_cached(sql)?;
        let params = named_params! { ":first": keys.start(), ":last": keys.end() };
        statement.execute(params).map_err(|e| StoreError::of_file(e, self.path))?;
        Ok(())
    }

    /// Adds a run.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn add_index_run(&self, number: u32, lengths: &[(u32, u32)]) -> Result<(), StoreError> {
        let lengths = serde_json::to_string(lengths).map_err(|e| StoreError::row("memory_run", e))?;
        self.connection
            .prepare_cached("INSERT INTO memory_run (number, lengths) VALUES (:number, :lengths)")?
            .execute(named_params! { ":number": number, ":lengths": lengths })?;
        Ok(())
    }

    /// Takes out a run; its blocks are taken out by [`Writer::remove_index_blocks`].
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn remove_index_run(&self, number: u32) -> Result<(), StoreError> {
        self.connection
            .prepare_cached("DELETE FROM memory_run WHERE number = :number")?
            .execute(named_params! { ":number": number })?;
        Ok(())
    }

    /// Puts a block of the tail in its place.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn put_index_tail(&self, key: i64, data: &[u8]) -> Result<(), StoreError> {
        self.connection
            .prepare_cached("INSERT OR REPLACE INTO memory_tail (key, data) VALUES (:key, :data)")?
            .execute(named_params! { ":key": key, ":data": data })
            .map_err(|e| StoreError::of_file(e, self.path))?;
        Ok(())
    }

    /// Empties the tail.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn clear_index_tail(&self) -> Result<(), StoreError> {
        self.connection.prepare_cached("DELETE FROM memory_tail")?.execute([])?;
        Ok(())
    }

    /// Adds a word to a vocabulary.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn add_index_word(&self, side: VocabularySide, word: u32, text: &str, stem: u32) -> Result<(), StoreError> {
        self.connection
            .prepare_cached("INSERT INTO memory_word (key, side, text, stem) VALUES (:key, :side, :text, :stem)")?
            .execute(named_params! { ":key": side.key(word), ":side": side.number(), ":text": text, ":stem": stem })
            .map_err(|e| StoreError::of_file(e, self.path))?;
        Ok(())
    }

    /// Adds a stem to a vocabulary.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn add_index_stem(&self, side: VocabularySide, stem: u32, text: &str) -> Result<(), StoreError> {
        self.connection
            .prepare_cached("INSERT INTO memory_stem (key, side, text) VALUES (:key, :side, :text)")?
            .execute(named_params! { ":key": side.key(stem), ":side": side.number(), ":text": text })
            .map_err(|e| StoreError::of_file(e, self.path))?;
        Ok(())
    }
}
