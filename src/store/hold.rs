//! A desk that is held by nobody else, while another file takes its place.

use std::io::Read as _;
use std::path::{Path, PathBuf};

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

use super::backup::{Marks, Unfinished, beside, of_system, sync_folder};
use super::error::StoreError;
use super::{Snapshot, WRITER_PATIENCE, schema};

/// What of a desk may lie in files beside it, and is lost or harmful without it.
const LOGS: [&str; 2] = ["-wal", JOURNAL];
/// The pages as they were before a change that is not yet done.
const JOURNAL: &str = "-journal";
/// With these bytes a journal begins that is still to be played back (SQLite file format, section 3).
const JOURNAL_MAGIC: [u8; 8] = [0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7];
/// What is made anew from the log.
const LOG_INDEX: &str = "-shm";

/// The place of a desk, kept from everybody else as far as there is a desk that can be held.
#[derive(Debug)]
pub struct Hold {
    connection: Option<Connection>,
    path: PathBuf,
}

impl Hold {
    /// Takes the place of a desk: what lies there is one file, with nothing in a log, if SQLite can read it at all. A damaged desk
    /// can be held too, and what lies beside it goes where it goes.
    ///
    /// # Errors
    /// [`StoreError::Locked`] while anybody reads or writes; [`StoreError::ReadOnly`]; errors of the disk.
    pub fn take(path: &Path) -> Result<Self, StoreError> {
        Ok(Self { connection: attempt(path, Self::lock)?, path: path.to_owned() })
    }

    /// Whether a desk could be held; nothing of it changes.
    ///
    /// # Errors
    /// As for [`Hold::take`].
    pub fn check(path: &Path) -> Result<(), StoreError> {
        attempt(path, Self::reach).map(drop)
    }

    fn reach(path: &Path) -> Result<Connection, StoreError> {
        let of_file = |e| StoreError::of_file(e, path);
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = Connection::open_with_flags(path, flags).map_err(of_file)?;
        connection.busy_timeout(WRITER_PATIENCE).map_err(of_file)?;
        connection.execute_batch("PRAGMA locking_mode = EXCLUSIVE;").map_err(of_file)?;
        // Into a file that is no desk nothing is written, not even the head of an empty one.
        match schema::check(&connection, path) {
            Ok(_) | Err(StoreError::Newer { .. }) => {}
            Err(error) => return Err(error),
        }
        connection.execute_batch("BEGIN EXCLUSIVE; ROLLBACK;").map_err(of_file)?;
        Ok(connection)
    }

    fn lock(path: &Path) -> Result<Connection, StoreError> {
        let of_file = |e| StoreError::of_file(e, path);
        let connection = Self::reach(path)?;
        // On closing, SQLite would put away a log of that name, which may be another desk's by then.
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true).map_err(of_file)?;
        // Who waits at the old file finds it without a log, and never takes the log of the new one for its own.
        unless_broken(connection.pragma_update(None, "journal_mode", "DELETE").map_err(of_file))?;
        unless_broken(connection.execute_batch("BEGIN EXCLUSIVE").map_err(of_file))?;
        Ok(connection)
    }

    /// The operations of the desk that is held; `None` where there is none, or it cannot be read.
    #[must_use]
    pub fn marks(&self) -> Option<Marks> {
        let connection = self.connection.as_ref()?;
        Snapshot { connection, path: &self.path, owns_transaction: false }.marks().ok()
    }

    /// Whether anything lies in the place: a desk, or what SQLite left of one.
    #[must_use]
    pub fn is_taken(path: &Path) -> bool {
        path.symlink_metadata().is_ok() || LOGS.iter().any(|ending| beside(path, ending).exists())
    }

    /// Puts a copy into the place. What lies there goes under the name `aside`, with all that belongs to it; at no moment is there
    /// neither.
    ///
    /// # Errors
    /// Errors of the disk; all is then where it was.
    pub fn replace(self, copy: &Unfinished, aside: &Path) -> Result<(), StoreError> {
        let Self { connection, path } = self;
        // There a file that is open keeps its name.
        let connection = if cfg!(windows) { None } else { connection };
        let mut moved = Vec::new();
        if let Ok(there) = std::fs::metadata(&path) {
            std::fs::set_permissions(copy.path(), there.permissions()).map_err(|e| of_system(&e, &path))?;
        }
        let done = move_logs(&path, aside, &mut moved)
            .and_then(|()| set_aside(&path, aside))
            .and_then(|linked| exchange(copy.path(), &path, aside, linked));
        if let Err(error) = done {
            for (from, to) in moved {
                let _ = std::fs::rename(to, from);
            }
            return Err(of_system(&error, &path));
        }
        drop(connection);
        sync_folder(&path).map_err(|e| of_system(&e, &path))
    }
}

/// Opens what lies in a place; nothing where there is nothing, or no desk at all, at which nobody works.
fn attempt(path: &Path, open: fn(&Path) -> Result<Connection, StoreError>) -> Result<Option<Connection>, StoreError> {
    if !path.exists() {
        return Ok(None);
    }
    if super::is_read_only(path) {
        return Err(StoreError::ReadOnly { path: path.to_owned() });
    }
    unless_broken(open(path))
}

/// What is broken need not be read to be moved.
fn unless_broken<T>(done: Result<T, StoreError>) -> Result<Option<T>, StoreError> {
    match done {
        Err(StoreError::Foreign { .. } | StoreError::Damaged { .. }) => Ok(None),
        done => done.map(Some),
    }
}

/// A log that stayed behind would be taken for one of the new desk.
fn move_logs(path: &Path, aside: &Path, moved: &mut Vec<(PathBuf, PathBuf)>) -> std::io::Result<()> {
    for ending in LOGS {
        let (from, to) = (beside(path, ending), beside(aside, ending));
        if ending == JOURNAL && is_spent(&from) {
            std::fs::remove_file(&from)?;
        }
        match std::fs::rename(&from, &to) {
            Ok(()) => moved.push((from, to)),
            Err(e) if e.kind() == std::io::ErrorKind::NotFound => {}
            Err(e) => return Err(e),
        }
    }
    match std::fs::remove_file(beside(path, LOG_INDEX)) {
        Err(e) if e.kind() != std::io::ErrorKind::NotFound => Err(e),
        _ => Ok(()),
    }
}

/// Whether a journal is there whose change is done: SQLite leaves it without its head while it holds the desk.
fn is_spent(journal: &Path) -> bool {
    let mut head = [0; JOURNAL_MAGIC.len()];
    let read = std::fs::File::open(journal).and_then(|mut file| file.read_exact(&mut head));
    read.is_ok() && head != JOURNAL_MAGIC
}

/// How what lay in the place got its other name.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Aside {
    /// There was nothing.
    Nothing,
    /// It has both names until the copy takes one.
    Both,
    /// It has only the other name.
    Moved,
}

fn set_aside(path: &Path, aside: &Path) -> std::io::Result<Aside> {
    if path.symlink_metadata().is_err() {
        return Ok(Aside::Nothing);
    }
    if std::fs::hard_link(path, aside).is_ok() {
        return Ok(Aside::Both);
    }
    if aside.symlink_metadata().is_ok() {
        return Err(std::io::ErrorKind::AlreadyExists.into());
    }
    // Not every file system has hard links.
    std::fs::rename(path, aside).map(|()| Aside::Moved)
}

fn exchange(copy: &Path, path: &Path, aside: &Path, how: Aside) -> std::io::Result<()> {
    std::fs::rename(copy, path).inspect_err(|_| {
        let _ = match how {
            Aside::Nothing => Ok(()),
            Aside::Both => std::fs::remove_file(aside),
            Aside::Moved => std::fs::rename(aside, path),
        };
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Store;

    #[test]
    fn a_desk_that_is_held_is_nobody_elses_and_one_in_use_cannot_be_held() {
        let folder = std::env::temp_dir().join(format!("hunayn-hold-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let path = folder.join("desk.hunayn");
        let store = Store::create(&path).unwrap();
        store.snapshot().unwrap().extent().unwrap();
        assert!(matches!(Hold::take(&path), Err(StoreError::Locked { .. })));
        drop(store);
        let hold = Hold::take(&path).unwrap();
        assert_eq!(hold.marks().map(|marks| marks.len()), Some(0));
        let other = Connection::open(&path).unwrap();
        other.busy_timeout(std::time::Duration::ZERO).unwrap();
        let read = other.query_row("SELECT count(*) FROM operation", [], |row| row.get::<_, i64>(0));
        assert!(matches!(StoreError::of_file(read.unwrap_err(), &path), StoreError::Locked { .. }));
        drop((other, hold));
        Store::open(&path).unwrap().snapshot().unwrap().extent().unwrap();
        std::fs::remove_dir_all(&folder).unwrap();
    }
}
