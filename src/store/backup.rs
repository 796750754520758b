//! Copies of a desk: how one moment of it is copied while others read and write, and what is asked to know a copy again.

use std::collections::BTreeSet;
use std::fs::OpenOptions;
use std::path::{Path, PathBuf};

use rusqlite::backup::{Backup, StepResult};
use rusqlite::{Connection, OpenFlags};

use super::error::StoreError;
use super::{Snapshot, Store};
use crate::model::{OperationId, OperationRow};

/// How many pages are copied between two reports of progress: 4 MB.
const STEP: i32 = 1024;

/// What is kept for a copy until it is whole.
const LOG_ENDINGS: [&str; 3] = ["-journal", "-wal", "-shm"];

/// How far a desk has come at one moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Extent {
    /// Its first operation, by which a desk is known among others.
    pub first: Option<OperationRow>,
    /// Its last operation.
    pub last: Option<OperationRow>,
    /// How many operations it has.
    pub operations: u32,
    /// How many articles.
    pub articles: u32,
}

impl Extent {
    /// Whether both are of one desk.
    #[must_use]
    pub fn is_of_desk(&self, other: &Self) -> bool {
        self.first.is_some() && self.first.as_ref().map(|row| row.id) == other.first.as_ref().map(|row| row.id)
    }
}

/// The operations of a desk, each with whether all of it is written.
pub type Marks = BTreeSet<(OperationId, bool)>;

/// A copy that is being made, under a name of its own; it goes with this value unless it is placed.
#[derive(Debug)]
pub struct Unfinished {
    path: PathBuf,
    wanted: PathBuf,
}

impl Store {
    /// Opens a desk only to read it, also one of an older program; nothing is written, neither into the file nor beside it.
    ///
    /// # Errors
    /// As for [`Store::open`].
    pub fn open_to_read(path: &Path) -> Result<Self, StoreError> {
        if !path.is_file() {
            return Err(StoreError::Missing { path: path.to_owned() });
        }
        Self::open_as_it_is(path)
    }
}

impl Snapshot<'_> {
    /// How far the desk has come.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn extent(&self) -> Result<Extent, StoreError> {
        let sql = "SELECT (SELECT count(*) FROM operation), (SELECT count(*) FROM article),
                          (SELECT min(seq) FROM operation), (SELECT max(seq) FROM operation)";
        let read = |row: &rusqlite::Row<'_>| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?));
        let found: (u32, u32, Option<i64>, Option<i64>) =
            self.connection.query_row(sql, [], read).map_err(|e| self.of_file(e))?;
        let (operations, articles, first, last) = found;
        let operation = |seq: Option<i64>| seq.map_or(Ok(None), |seq| self.operation_at(seq));
        Ok(Extent { first: operation(first)?, last: operation(last)?, operations, articles })
    }

    /// Every operation of the desk.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn marks(&self) -> Result<Marks, StoreError> {
        let sql = "SELECT id, NOT parted OR EXISTS (SELECT 1 FROM completion WHERE completion.operation = seq)
                   FROM operation";
        let mut statement = self.connection.prepare(sql).map_err(|e| self.of_file(e))?;
        let read = |row: &rusqlite::Row<'_>| Ok((OperationId::from_bytes(row.get(0)?), row.get(1)?));
        let marks: rusqlite::Result<Marks> = statement.query_map([], read).and_then(Iterator::collect);
        marks.map_err(|e| self.of_file(e))
    }

    /// Copies this moment of the desk, page by page, beside the place where the copy is wanted. Who reads or writes meanwhile is
    /// not kept waiting. Tells `progress` how many pages of how many are copied.
    ///
    /// # Errors
    /// Errors of the disk; nothing is left of a copy that failed.
    pub fn copy_for(
        &self,
        wanted: &Path,
        progress: &mut dyn FnMut(usize, usize),
    ) -> Result<(Unfinished, Extent), StoreError> {
        // Reading begins the transaction that keeps the moment; a backup over several steps holds to it.
        let extent = self.extent()?;
        let unfinished = Unfinished::begin(wanted, self.path)?;
        let of_copy = |e| StoreError::of_file(e, wanted);
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let mut copy = Connection::open_with_flags(&unfinished.path, flags).map_err(of_copy)?;
        // Nobody else knows the file, and it goes when it is not whole.
        copy.execute_batch("PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;")
            .map_err(of_copy)?;
        let of_pages = |error: rusqlite::Error| match StoreError::of_file(error, wanted) {
            StoreError::Damaged { detail, .. } => StoreError::Damaged { path: self.path.to_owned(), detail },
            other => other,
        };
        {
            let backup = Backup::new(self.connection, &mut copy).map_err(of_pages)?;
            loop {
                match backup.step(STEP).map_err(of_pages)? {
                    StepResult::Done => break,
                    StepResult::More => {}
                    _ => return Err(StoreError::Locked { path: self.path.to_owned() }),
                }
                let pages = backup.progress();
                let count = |pages: i32| usize::try_from(pages).unwrap_or(0);
                progress(count(pages.pagecount - pages.remaining), count(pages.pagecount));
            }
        }
        copy.close().map_err(|(_, e)| of_copy(e))?;
        unfinished.settle()?;
        Ok((unfinished, extent))
    }
}

impl Unfinished {
    /// An empty file, with the rights of the desk that is copied.
    fn begin(wanted: &Path, desk: &Path) -> Result<Self, StoreError> {
        let name = wanted.file_name().unwrap_or_default().to_string_lossy();
        let path = wanted.with_file_name(format!(".{name}.{}", std::process::id()));
        let of_system = |e: std::io::Error| of_system(&e, wanted);
        let file = OpenOptions::new().write(true).create_new(true).open(&path).map_err(of_system)?;
        let unfinished = Self { path, wanted: wanted.to_owned() };
        give_rights(&file, desk).map_err(of_system)?;
        Ok(unfinished)
    }

    /// Sees to it that all of it is on the disk.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn settle(&self) -> Result<(), StoreError> {
        let file = OpenOptions::new().write(true).open(&self.path);
        file.and_then(|file| file.sync_all()).map_err(|e| of_system(&e, &self.wanted))
    }

    /// The file.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Its size in bytes.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn size(&self) -> Result<u64, StoreError> {
        std::fs::metadata(&self.path).map(|m| m.len()).map_err(|e| of_system(&e, &self.wanted))
    }

    /// Why the copy is not what was copied; `None` for a whole one.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn fault(&self, extent: &Extent) -> Result<Option<String>, StoreError> {
        use crate::model::Complaint;
        let examine = || {
            let copy = Store::open_to_read(&self.path)?;
            let snapshot = copy.snapshot()?;
            let broken = snapshot.file_complaints()?.into_iter().next();
            Ok((broken, snapshot.extent()?))
        };
        match examine() {
            Ok((Some(Complaint::Integrity(detail)), _)) => Ok(Some(detail)),
            Ok((Some(_), _)) => Ok(Some("integrity_check".to_owned())),
            Ok((None, copied)) if copied != *extent => {
                Ok(Some(format!("{} ≠ {}", copied.operations, extent.operations)))
            }
            Ok((None, _)) => Ok(None),
            Err(StoreError::Damaged { detail, .. }) => Ok(Some(detail)),
            Err(error) if error.is_damage() => Ok(Some(error.to_string())),
            Err(error) => Err(error),
        }
    }

    /// Gives the copy a name that no file has.
    ///
    /// # Errors
    /// [`StoreError::Exists`]; errors of the disk.
    pub fn place(self, path: &Path) -> Result<(), StoreError> {
        place_new(&self.path, path)?;
        sync_folder(path).map_err(|e| of_system(&e, path))
    }
}

impl Drop for Unfinished {
    fn drop(&mut self) {
        // It has its name now, or is not wanted.
        let _ = std::fs::remove_file(&self.path);
        for ending in LOG_ENDINGS {
            let _ = std::fs::remove_file(beside(&self.path, ending));
        }
    }
}

/// Gives a file a second name that no file has; the first one is for the caller to remove.
pub(super) fn place_new(unfinished: &Path, path: &Path) -> Result<(), StoreError> {
    let exists = || StoreError::Exists { path: path.to_owned() };
    match std::fs::hard_link(unfinished, path) {
        Ok(()) => Ok(()),
        Err(e) if e.kind() == std::io::ErrorKind::AlreadyExists => Err(exists()),
        Err(_) if path.symlink_metadata().is_ok() => Err(exists()),
        // Not every file system has hard links.
        Err(_) => std::fs::rename(unfinished, path).map_err(|e| of_system(&e, path)),
    }
}

pub(super) fn of_system(error: &std::io::Error, path: &Path) -> StoreError {
    StoreError::Disk { path: path.to_owned(), detail: error.to_string() }
}

/// The name of what SQLite keeps beside a desk.
pub(super) fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(ending);
    path.with_file_name(name)
}

/// A new name lasts when its folder is on the disk.
pub(super) fn sync_folder(path: &Path) -> std::io::Result<()> {
    if cfg!(unix) {
        let folder = path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
        std::fs::File::open(folder)?.sync_all()?;
    }
    Ok(())
}

/// Who may not read the desk may not read its copy; the owner can write both.
#[cfg(unix)]
fn give_rights(file: &std::fs::File, like: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    let mode = std::fs::metadata(like)?.permissions().mode();
    file.set_permissions(std::fs::Permissions::from_mode(mode | 0o600))
}

#[cfg(not(unix))]
fn give_rights(_file: &std::fs::File, _like: &Path) -> std::io::Result<()> {
    Ok(())
}

/// The moment as file names carry it: `2026-11-29T16-20-05Z`, which sorts by time and is allowed everywhere.
#[must_use]
pub fn stamp() -> String {
    jiff::Timestamp::now().strftime("%Y-%m-%dT%H-%M-%SZ").to_string()
}

/// The moment (RFC 3339) that a stamp says; `None` of what is no stamp.
#[must_use]
pub fn moment_of_stamp(stamp: &str) -> Option<String> {
    let (day, time) = stamp.split_once('T')?;
    let moment = format!("{day}T{}", time.replace('-', ":"));
    let known: jiff::Timestamp = moment.parse().ok()?;
    (known.strftime("%Y-%m-%dT%H-%M-%SZ").to_string() == stamp).then_some(moment)
}

/// When a file was last written (RFC 3339), where the system tells.
#[must_use]
pub fn moment_of_file(path: &Path) -> Option<String> {
    let written = std::fs::metadata(path).ok()?.modified().ok()?;
    let moment = jiff::Timestamp::try_from(written).ok()?;
    Some(moment.strftime("%Y-%m-%dT%H:%M:%SZ").to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_that_holds_less_than_was_copied_is_not_whole() {
        let folder = std::env::temp_dir().join(format!("hunayn-copy-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let store = Store::create(&folder.join("desk.hunayn")).unwrap();
        let (unfinished, extent) =
            store.snapshot().unwrap().copy_for(&folder.join("copy.hunayn"), &mut |_, _| ()).unwrap();
        assert_eq!(unfinished.fault(&extent).unwrap(), None);
        let more = Extent { articles: extent.articles + 1, ..extent };
        assert!(unfinished.fault(&more).unwrap().is_some());
        drop((unfinished, store));
        std::fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    fn a_stamp_is_a_moment_and_nothing_else_is() {
        assert_eq!(moment_of_stamp("2026-11-29T16-20-05Z").as_deref(), Some("2026-11-29T16:20:05Z"));
        assert!(moment_of_stamp(&stamp()).is_some());
        for other in ["2026-11-29", "2026-11-29T16-20-05", "2026-13-29T16-20-05Z", "2026-11-29T16:20:05Z", "x", ""] {
            assert_eq!(moment_of_stamp(other), None, "{other}");
        }
    }
}
