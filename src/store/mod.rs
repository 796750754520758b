//! The desk: one SQLite file, and the only SQL in the project. Knows no users' files, no command line, no sentences.
//!
//! Reading goes through a [`Snapshot`], which sees one moment and blocks nobody. Writing goes through [`Store::write`]: one
//! [`Writer`], one operation, one transaction; or [`Store::write_part`], by which an operation takes several. Rows are only ever
//! added; what is marked as a cache in the schema is computed from them (`state.rs`).

mod articles;
mod backup;
mod blocks;
mod comments;
mod concepts;
mod content;
mod decisions;
mod doctor;
mod error;
mod exclusions;
mod exports;
mod hold;
mod lessons;
mod memory;
mod operations;
#[cfg(test)]
mod plans;
mod purposes;
mod remarks;
mod repeated;
mod repetitions;
mod revisions;
mod schema;
mod settings;
mod state;
mod touched;
mod waiting;
mod waivers;
mod writer;

use crate::model::{Keep, Written};
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::{Connection, OpenFlags, TransactionBehavior};

pub use articles::{ArticleHead, NewParagraph, ProgressRow, SourceFile, file_hash};
pub use backup::{Extent, Marks, Unfinished, moment_of_file, moment_of_stamp, stamp};
pub use blocks::{BlockKey, BlockRow, BlockUse, BlockVersion, NewBlock, RepeatedPlace, RepeatedSource, VersionKey};
pub use comments::CommentRow;
pub use content::{ContentKey, NewContent};
pub use decisions::{DecisionRow, NewDecision};
pub use error::StoreError;
pub use exclusions::{Exclusion, ExclusionRow, NewExclusion};
pub use exports::{ChangesSince, ExportRow, ExportedParagraph, NewExport};
pub use hold::Hold;
pub use lessons::{Anew, LessonChange, LessonText, Tender};
pub use memory::{
    EntryOrigin, EntryRow, IndexBlocks, IndexTable, KeyedBlock, MemoryRow, NewEntry, NewUnit, OwnUse, RawRemarks,
    RunLengths, SettledRevision, UnitKey, UnitReader, UnitRow, UseFilter, VocabularySide, hash_of_canon, source_hash,
};
pub use purposes::NewPurpose;
pub use repeated::Repeated;
pub use repetitions::{Alike, Counterpart, Shared};
pub use revisions::{NewRevision, ParagraphForm, RevisionRow};
pub use state::ParagraphState;
pub use touched::TouchedParagraph;
pub use waiting::{OpenArticle, WaitingPlace};
pub use waivers::{CanonPair, Fingerprint, NewWaiver, WaiverRow, fingerprints};
pub use writer::{Action, Part, Writer};

/// The file is read through a mapping as far as SQLite allows: the index of a large memory is larger than any cache.
const MAPPED: &str = "PRAGMA mmap_size = 4294967296";
/// It is read through the cache.
const CACHED: &str = "PRAGMA mmap_size = 0";

/// How long a second writer waits for the first.
pub const WRITER_PATIENCE: Duration = Duration::from_secs(5);

macro_rules! keys {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub(in crate::store) i64);
    )+};
}

keys! {
    /// An article on this desk.
    ArticleKey,
    /// A paragraph on this desk.
    ParagraphKey,
    /// A revision on this desk.
    RevisionKey,
    /// A decision on this desk.
    DecisionKey,
    /// A mark on a paragraph that is left out, on this desk.
    ExclusionKey,
    /// A concept of the termbase or the name authority of this desk.
    ConceptKey,
}

/// An open desk.
#[derive(Debug)]
pub struct Store {
    connection: Connection,
    path: PathBuf,
    read_only: bool,
}

/// One moment of a desk, for reading.
#[derive(Debug)]
pub struct Snapshot<'s> {
    connection: &'s Connection,
    path: &'s Path,
    /// Whether this snapshot began a transaction of its own and has to end it.
    owns_transaction: bool,
}

impl Store {
    /// Makes a desk at `path`.
    ///
    /// # Errors
    /// [`StoreError::Exists`] when there is a file already; errors of the disk.
    pub fn create(path: &Path) -> Result<Self, StoreError> {
        if path.exists() {
            return Err(StoreError::Exists { path: path.to_owned() });
        }
        // Built under another name, the desk is there whole or not at all.
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let unfinished = path.with_file_name(format!(".{name}.{}", std::process::id()));
        let built = Self::build(&unfinished, path);
        let placed = built.and_then(|()| backup::place_new(&unfinished, path));
        let _ = std::fs::remove_file(&unfinished);
        placed?;
        Self::open(path)
    }

    fn build(unfinished: &Path, path: &Path) -> Result<(), StoreError> {
        let of_file = |e| StoreError::of_file(e, path);
        let connection = Connection::open(unfinished).map_err(of_file)?;
        connection.pragma_update(None, "application_id", schema::APPLICATION_ID).map_err(of_file)?;
        connection.pragma_update(None, "journal_mode", "WAL").map_err(of_file)?;
        let store = Self::prepare(connection, path.to_owned(), true)?;
        store.connection.close().map_err(|(_, e)| of_file(e))
    }

    /// A desk in memory, for tests of the layers above.
    ///
    /// # Errors
    /// None that a sound SQLite gives.
    pub fn in_memory() -> Result<Self, StoreError> {
        let path = PathBuf::from(":memory:");
        let connection = Connection::open_in_memory()?;
        connection.pragma_update(None, "application_id", schema::APPLICATION_ID)?;
        Self::prepare(connection, path, true)
    }

    /// Opens the desk at `path`; one on a read-only medium can be read.
    ///
    /// # Errors
    /// [`StoreError::Missing`], [`StoreError::Foreign`], [`StoreError::Newer`], [`StoreError::Damaged`], errors of the disk.
    pub fn open(path: &Path) -> Result<Self, StoreError> {
        if !path.is_file() {
            return Err(StoreError::Missing { path: path.to_owned() });
        }
        if !is_read_only(path) {
            let connection =
                Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX)
                    .map_err(|e| StoreError::of_file(e, path))?;
            let checked =
                schema::check(&connection, path).and_then(|outdated| keep_log(&connection, path).map(|()| outdated));
            let outdated = match checked {
                Err(StoreError::Disk { .. } | StoreError::ReadOnly { .. }) => return Self::open_immutable(path),
                checked => checked?,
            };
            return Self::prepare(connection, path.to_owned(), outdated);
        }
        Self::open_immutable(path)
    }

    /// Without a place for its `-wal` and `-shm` files SQLite can only read a desk that it may take as unchanging.
    fn open_immutable(path: &Path) -> Result<Self, StoreError> {
        let store = Self::open_as_it_is(path)?;
        if store.is_outdated()? {
            return Err(StoreError::ReadOnly { path: path.to_owned() });
        }
        Ok(store)
    }

    fn open_as_it_is(path: &Path) -> Result<Self, StoreError> {
        let of_file = |e| StoreError::of_file(e, path);
        let absolute = path.canonicalize().unwrap_or_else(|_| path.to_owned());
        let escape = |byte: &u8| match byte {
            b'?' | b'#' | b'%' | 0x80.. => format!("%{byte:02X}"),
            _ => char::from(*byte).to_string(),
        };
        let escaped: String = absolute.as_os_str().as_encoded_bytes().iter().map(escape).collect();
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_URI;
        // A log that was not yet written back holds acknowledged writes: a desk with one may not be taken as unchanging.
        let whole = std::fs::metadata(backup::beside(&absolute, "-wal")).map_or(true, |m| m.len() == 0);
        let mode = if whole { "immutable=1" } else { "mode=ro" };
        let connection = Connection::open_with_flags(format!("file:{escaped}?{mode}"), flags).map_err(of_file)?;
        schema::check(&connection, path)?;
        Ok(Self { connection, path: path.to_owned(), read_only: true })
    }

    /// Whether an older program wrote the desk, and migrations are still to be run; only of one that is open to be read.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn is_outdated(&self) -> Result<bool, StoreError> {
        schema::check(&self.connection, &self.path)
    }

    fn prepare(mut connection: Connection, path: PathBuf, outdated: bool) -> Result<Self, StoreError> {
        let of_file = |e| StoreError::of_file(e, &path);
        connection.busy_timeout(WRITER_PATIENCE).map_err(of_file)?;
        // FULL: an acknowledged write is on the disk before the command returns, also when the machine loses power.
        connection
            .execute_batch("PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA cache_size = -48000;")
            .map_err(of_file)?;
        connection.execute_batch(MAPPED).map_err(of_file)?;
        connection.set_prepared_statement_cache_capacity(64);
        if outdated {
            schema::migrate(&mut connection, &path)?;
        }
        Ok(Self { connection, path, read_only: false })
    }

    /// Where the desk lies.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Whether the desk lies where it can be read but not written.
    #[must_use]
    pub const fn is_read_only(&self) -> bool {
        self.read_only
    }

    /// One moment of the desk.
    ///
    /// # Errors
    /// Errors of the disk, or a damaged file.
    pub fn snapshot(&self) -> Result<Snapshot<'_>, StoreError> {
        self.connection.execute_batch("BEGIN DEFERRED").map_err(|e| StoreError::of_file(e, &self.path))?;
        Ok(Snapshot { connection: &self.connection, path: &self.path, owns_transaction: true })
    }

    /// Runs `work` as one operation in one transaction.
    ///
    /// Nothing is kept when `work` fails, when it changed nothing, or when `keep` is [`Keep::DryRun`].
    ///
    /// # Errors
    /// Those of `work`; [`StoreError::Locked`] when another writer does not finish within [`WRITER_PATIENCE`];
    /// [`StoreError::ReadOnly`].
    pub fn write<T, E: From<StoreError>>(
        &mut self,
        action: &Action<'_>,
        keep: Keep,
        work: impl FnOnce(&mut Writer<'_>) -> Result<T, E>,
    ) -> Result<Written<T>, E> {
        self.transact(keep, |connection, path| Writer::begin(connection, path, action, true), work)
    }

    /// Runs `work` as one part of an operation, in one transaction. Nothing is kept of a part in which `work` fails or changes
    /// nothing; what earlier parts brought stays.
    ///
    /// # Errors
    /// As for [`Store::write`]; [`StoreError::TakenBack`] when the operation was undone since the part before.
    pub fn write_part<T, E: From<StoreError>>(
        &mut self,
        part: Part<'_>,
        work: impl FnOnce(&mut Writer<'_>) -> Result<T, E>,
    ) -> Result<Written<T>, E> {
        match part {
            Part::First(action) => {
                self.transact(Keep::Applied, |connection, path| Writer::begin(connection, path, action, false), work)
            }
            Part::Next(seq) => {
                self.transact(Keep::Applied, |connection, path| Writer::resume(connection, path, seq), work)
            }
            Part::Last(seq) => self.transact(
                Keep::Applied,
                |connection, path| Writer::resume(connection, path, seq),
                |writer| {
                    let value = work(writer)?;
                    writer.complete()?;
                    Ok(value)
                },
            ),
        }
    }

    /// Runs `work` on the caches that are brought up to date in steps, in one transaction: no operation, for no row is added that
    /// is not computed from others.
    ///
    /// # Errors
    /// Those of `work`; as for [`Store::write`].
    pub fn tend<T, E: From<StoreError>>(&mut self, work: impl FnOnce(&Tender<'_>) -> Result<T, E>) -> Result<T, E> {
        if self.read_only {
            return Err(StoreError::ReadOnly { path: self.path.clone() }.into());
        }
        let path = self.path.clone();
        let of_file = |e| StoreError::of_file(e, &path);
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(of_file)?;
        let value = work(&Tender { connection: &transaction, path: &path })?;
        transaction.commit().map_err(of_file)?;
        Ok(value)
    }

    fn transact<T, E: From<StoreError>>(
        &mut self,
        keep: Keep,
        begin: impl for<'t> FnOnce(&'t Connection, &'t Path) -> Result<Writer<'t>, StoreError>,
        work: impl FnOnce(&mut Writer<'_>) -> Result<T, E>,
    ) -> Result<Written<T>, E> {
        if self.read_only {
            return Err(StoreError::ReadOnly { path: self.path.clone() }.into());
        }
        let path = self.path.clone();
        let of_file = |e| StoreError::of_file(e, &path);
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(of_file)?;
        let mut writer = begin(&transaction, &path)?;
        let done = work(&mut writer).and_then(|value| Ok((value, writer.finish()?)));
        if writer.expects_much() {
            transaction.execute_batch(MAPPED).map_err(of_file)?;
        }
        drop(writer);
        let (value, operation) = done?;
        let changed = operation.is_some();
        match (operation, keep) {
            (Some(operation), Keep::Applied) => {
                transaction.commit().map_err(of_file)?;
                Ok(Written { value, operation: Some(operation), changed })
            }
            _ => {
                transaction.rollback().map_err(of_file)?;
                Ok(Written { value, operation: None, changed })
            }
        }
    }
}

impl Snapshot<'_> {
    fn of_file(&self, error: rusqlite::Error) -> StoreError {
        StoreError::of_file(error, self.path)
    }
}

impl Drop for Snapshot<'_> {
    fn drop(&mut self) {
        if self.owns_transaction {
            // A read transaction holds nothing that could be lost.
            let _ = self.connection.execute_batch("ROLLBACK");
        }
    }
}

/// A desk that was taken out of use is one file without a log; who works at it again needs one, so that nobody waits for a reader.
fn keep_log(connection: &Connection, path: &Path) -> Result<(), StoreError> {
    let of_file = |e| StoreError::of_file(e, path);
    let mode: String = connection.pragma_query_value(None, "journal_mode", |row| row.get(0)).map_err(of_file)?;
    if mode == "wal" {
        return Ok(());
    }
    match connection.pragma_update(None, "journal_mode", "WAL").map_err(of_file) {
        // Another one is at it, and does the same.
        Err(StoreError::Locked { .. }) => Ok(()),
        done => done,
    }
}

/// Whether the file, or the folder that would hold its log, cannot be written.
fn is_read_only(path: &Path) -> bool {
    let file = std::fs::metadata(path).is_ok_and(|m| m.permissions().readonly());
    file || std::fs::OpenOptions::new().write(true).open(path).is_err()
}
