//! Verified copies of a desk: making them, keeping so many, telling them apart, proving them whole.
//!
//! A copy is a desk of its own. It is known again by its first operation, and how old it is by the operations that it lacks. No copy
//! gets its name before it was opened and read through. What needs no person acting is done without one, and works beside a desk
//! that cannot be opened.

mod restoration;

use std::path::{Path, PathBuf};
use std::time::Duration;

use super::desk::complaints_of;
use super::error::OpsError;
use super::files::listed;
use crate::model::{Complaint, Keep, OperationRow};
use crate::store::{self, Extent, Store, StoreError};

pub use restoration::{RestorePlan, RestoreRequest, Restored, plan, restore};

/// The folder beside a desk where its copies lie.
const FOLDER: &str = "backups";
/// The ending of a copy's name.
const ENDING: &str = ".hunayn";

/// Why a copy cannot be made, or not be restored.
#[derive(Debug, thiserror::Error)]
pub enum BackupProblem {
    /// A file has the name already.
    #[error("{path} exists")]
    Exists {
        /// The file.
        path: PathBuf,
    },
    /// The name is that of a folder, a device or a link that leads nowhere.
    #[error("{path} is no plain file")]
    NoPlainFile {
        /// The place.
        path: PathBuf,
    },
    /// There is no such folder.
    #[error("no folder {folder}")]
    NoFolder {
        /// The folder.
        folder: PathBuf,
    },
    /// The file that was named as a copy is the desk itself.
    #[error("{path} is the desk itself")]
    DeskItself {
        /// The file.
        path: PathBuf,
    },
    /// What was copied is not whole, and was not kept.
    #[error("the copy of {path} is not whole: {detail}")]
    NotWhole {
        /// What was copied.
        path: PathBuf,
        /// What is wrong.
        detail: String,
    },
    /// The copy is damaged.
    #[error("{path} is damaged")]
    Damaged {
        /// The copy.
        path: PathBuf,
        /// What is wrong; never empty.
        complaints: Vec<Complaint>,
    },
    /// The file is no copy of any desk.
    #[error("{path} is no desk")]
    NotACopy {
        /// The file.
        path: PathBuf,
    },
    /// Somebody reads or writes the desk that is to be replaced.
    #[error("{path} is in use")]
    InUse {
        /// The desk.
        path: PathBuf,
    },
}

/// What is to be copied, and where to.
#[derive(Clone, Debug)]
pub struct BackupRequest {
    /// The desk.
    pub desk: PathBuf,
    /// The file of the copy, where one is named.
    pub file: Option<PathBuf>,
    /// The folder for a copy that is named after its desk and the moment; otherwise the one beside the desk.
    pub folder: Option<PathBuf>,
    /// How many such copies may stay in the folder, the new one included; otherwise all.
    pub at_most: Option<u32>,
    /// Whether a copy is made at all.
    pub keep: Keep,
}

/// A copy that was made, or would be.
#[derive(Debug)]
pub struct Made {
    /// The file.
    pub file: PathBuf,
    /// Its size in bytes; `None` while there is none.
    pub size: Option<u64>,
    /// What it holds.
    pub extent: Extent,
    /// Older copies that were removed, oldest last.
    pub removed: Vec<PathBuf>,
    /// Older copies that were to be removed, and why they are there still.
    pub stuck: Vec<(PathBuf, OpsError)>,
}

/// The copies in a folder.
#[derive(Debug)]
pub struct Listing {
    /// The folder.
    pub folder: PathBuf,
    /// Why the desk itself cannot be read, if so.
    pub desk_fault: Option<OpsError>,
    /// The newest first; those of other desks last.
    pub copies: Vec<Copy>,
}

/// A file in the folder of copies.
#[derive(Debug)]
pub struct Copy {
    /// The file.
    pub file: PathBuf,
    /// When it was made (RFC 3339, seconds): by its name, or when it was last written.
    pub made: Option<String>,
    /// Its size in bytes.
    pub size: u64,
    /// Whether it is named as this command names copies of the desk.
    pub is_named: bool,
    /// What it holds, where it can be read.
    pub extent: Option<Extent>,
    /// Whose it is.
    pub state: CopyState,
}

impl Copy {
    /// Whether it is to be counted as one of this desk, also where it is too broken to tell.
    #[must_use]
    pub const fn may_be_own(&self) -> bool {
        match self.state {
            CopyState::Own { .. } | CopyState::Unknown => true,
            CopyState::Unreadable(_) => self.is_named,
            CopyState::Other => false,
        }
    }
}

/// Whose a copy is, and how it stands beside the desk.
#[derive(Debug)]
pub enum CopyState {
    /// A copy of this desk.
    Own {
        /// How many operations of the desk it lacks.
        behind: usize,
        /// How many it has that the desk lacks, as after a restore.
        ahead: usize,
    },
    /// A copy of another desk.
    Other,
    /// The desk cannot be read, so nobody can tell.
    Unknown,
    /// The file cannot be read.
    Unreadable(OpsError),
}

/// A copy that was read through.
#[derive(Debug)]
pub struct Verified {
    /// The file.
    pub file: PathBuf,
    /// Everything that is wrong; what is no damage can be made anew after restoring.
    pub complaints: Vec<Complaint>,
    /// Its last operation, where it can be read.
    pub last: Option<OperationRow>,
    /// Whether an older program made it: the file is whole, and what it holds is looked at when it is restored.
    pub is_outdated: bool,
}

impl Verified {
    /// Whether something in it is lost or wrong.
    #[must_use]
    pub fn is_damaged(&self) -> bool {
        self.complaints.iter().any(Complaint::is_damage)
    }
}

/// Makes a copy of a desk, reads it through, gives it its name, and removes the oldest beyond the number that may stay. Tells
/// `progress` how many pages of how many are copied.
///
/// # Errors
/// When the name is taken, the folder is missing, the disk refuses, or what was copied is not whole.
pub fn create(request: &BackupRequest, progress: &mut dyn FnMut(usize, usize)) -> Result<Made, OpsError> {
    let desk = resolved(&request.desk)?;
    let folder = request.folder.clone().unwrap_or_else(|| folder_of(&desk));
    match &request.file {
        Some(file) => check_new(file, &desk)?,
        None if request.folder.is_some() => check_folder(&folder)?,
        None => {}
    }
    let store = Store::open(&desk)?;
    let snapshot = store.snapshot()?;
    let file = |stamp: &str| request.file.clone().unwrap_or_else(|| folder.join(name_of(&desk, stamp)));
    // Two copies within a second are told apart by waiting for the next.
    let free = || {
        let mut wanted = file(&store::stamp());
        while request.file.is_none() && wanted.symlink_metadata().is_ok() {
            std::thread::sleep(Duration::from_millis(100));
            wanted = file(&store::stamp());
        }
        wanted
    };
    let mut wanted = free();
    if request.keep == Keep::DryRun {
        let extent = snapshot.extent()?;
        let removed = surplus(&folder, &desk, &extent, &wanted, request.at_most)?;
        return Ok(Made { file: wanted, size: None, extent, removed, stuck: Vec::new() });
    }
    let made_folder = request.file.is_none() && !folder.exists();
    if made_folder {
        let of_file = |error| OpsError::File { path: folder.clone(), error };
        std::fs::create_dir(&folder).map_err(of_file)?;
    }
    let made = (|| {
        let (unfinished, extent) = snapshot.copy_for(&wanted, progress)?;
        if let Some(detail) = unfinished.fault(&extent)? {
            return Err(BackupProblem::NotWhole { path: desk.clone(), detail }.into());
        }
        let size = unfinished.size()?;
        if request.file.is_none() && wanted.symlink_metadata().is_ok() {
            wanted = free();
        }
        unfinished.place(&wanted).map_err(named)?;
        Ok::<_, OpsError>((size, extent))
    })();
    let (size, extent) = made.inspect_err(|_| {
        if made_folder {
            // It stays if anything lies in it.
            let _ = std::fs::remove_dir(&folder);
        }
    })?;
    let mut made = Made { file: wanted, size: Some(size), extent, removed: Vec::new(), stuck: Vec::new() };
    for path in surplus(&folder, &desk, &made.extent, &made.file, request.at_most)? {
        match std::fs::remove_file(&path) {
            Ok(()) => made.removed.push(path),
            Err(error) => made.stuck.push((path.clone(), OpsError::File { path, error })),
        }
    }
    Ok(made)
}

/// The copies in a folder, or in the one beside the desk.
///
/// # Errors
/// When a folder that was named is missing, or the system refuses.
pub fn list(desk: &Path, folder: Option<&Path>) -> Result<Listing, OpsError> {
    let desk = resolved(desk)?;
    let folder =
        folder.map_or_else(|| Ok(folder_of(&desk)), |folder| check_folder(folder).map(|()| folder.to_owned()))?;
    let opened = Store::open(&desk).and_then(|store| reach(&store));
    let mut copies = Vec::new();
    let files = if folder.is_dir() { listed(&folder)? } else { Vec::new() };
    for file in files.into_iter().filter(|file| is_desk_file(file) && !is_same_file(file, &desk)) {
        let (extent, state) = match read_copy(&file) {
            Err(error) => (None, CopyState::Unreadable(error.into())),
            Ok((extent, marks)) => {
                let state = match &opened {
                    Err(_) => CopyState::Unknown,
                    Ok((own, _)) if !own.is_of_desk(&extent) => CopyState::Other,
                    Ok((_, own)) => {
                        CopyState::Own { behind: own.difference(&marks).count(), ahead: marks.difference(own).count() }
                    }
                };
                (Some(extent), state)
            }
        };
        let size = std::fs::metadata(&file).map_or(0, |m| m.len());
        let is_named = stamp_of(&file, &desk).is_some();
        copies.push(Copy { made: moment_of(&file), file, size, is_named, extent, state });
    }
    let rank = |copy: &Copy| !copy.may_be_own();
    copies.sort_by(|a, b| rank(a).cmp(&rank(b)).then_with(|| b.made.cmp(&a.made)).then_with(|| a.file.cmp(&b.file)));
    Ok(Listing { folder, desk_fault: opened.err().map(OpsError::from), copies })
}

/// Reads a copy through, as `doctor` does a desk. Tells `progress` how many rows of how many are looked at.
///
/// # Errors
/// When there is no such file, it is no desk, or a newer program made it; damage is no error here.
pub fn verify(file: &Path, progress: &mut dyn FnMut(usize, usize)) -> Result<Verified, OpsError> {
    check_there(file)?;
    let mut read = || {
        let store = Store::open_to_read(file)?;
        if store.is_outdated()? {
            return Ok((store.snapshot()?.file_complaints()?, true));
        }
        Ok((complaints_of(&store, progress)?, false))
    };
    let (complaints, is_outdated) = match read() {
        Ok(found) => found,
        Err(OpsError::Store(StoreError::Damaged { detail, .. })) => (vec![Complaint::Integrity(detail)], false),
        Err(OpsError::Store(StoreError::Foreign { path })) => return Err(BackupProblem::NotACopy { path }.into()),
        Err(OpsError::Store(error)) if error.is_damage() => (vec![Complaint::Integrity(error.to_string())], false),
        Err(error) => return Err(error),
    };
    let last = extent_of(file).ok().and_then(|extent| extent.last);
    Ok(Verified { file: file.to_owned(), complaints, last, is_outdated })
}

fn read_copy(file: &Path) -> Result<(Extent, store::Marks), StoreError> {
    reach(&Store::open_to_read(file)?)
}

fn reach(store: &Store) -> Result<(Extent, store::Marks), StoreError> {
    let snapshot = store.snapshot()?;
    Ok((snapshot.extent()?, snapshot.marks()?))
}

fn extent_of(file: &Path) -> Result<Extent, StoreError> {
    let store = Store::open_to_read(file)?;
    store.snapshot()?.extent()
}

/// The copies beyond the number that may stay: only such as this command made here of this desk, and never the new one.
fn surplus(
    folder: &Path,
    desk: &Path,
    extent: &Extent,
    new: &Path,
    at_most: Option<u32>,
) -> Result<Vec<PathBuf>, OpsError> {
    let Some(at_most) = at_most.filter(|_| folder.is_dir()) else { return Ok(Vec::new()) };
    let is_own = |file: &Path| {
        let known = || extent_of(file).is_ok_and(|copy| copy.is_of_desk(extent));
        file != new && !file.is_symlink() && stamp_of(file, desk).is_some() && known()
    };
    let mut own: Vec<PathBuf> = listed(folder)?.into_iter().filter(|file| is_own(file)).collect();
    own.sort_by(|a, b| b.file_name().cmp(&a.file_name()));
    Ok(own.split_off(own.len().min(at_most as usize - 1)))
}

/// Where a desk really lies: SQLite keeps its log there, not beside a link.
fn resolved(desk: &Path) -> Result<PathBuf, OpsError> {
    if !desk.is_symlink() {
        return Ok(desk.to_owned());
    }
    desk.canonicalize().map_err(|_| BackupProblem::NoPlainFile { path: desk.to_owned() }.into())
}

fn folder_of(desk: &Path) -> PathBuf {
    desk.with_file_name(FOLDER)
}

/// `desk-2026-11-29T16-20-05Z.hunayn`
fn name_of(desk: &Path, stamp: &str) -> std::ffi::OsString {
    let mut name = desk.file_stem().unwrap_or_default().to_owned();
    name.push("-");
    name.push(stamp);
    name.push(ENDING);
    name
}

/// The stamp in the name of a copy that was named after a desk.
fn stamp_of(file: &Path, desk: &Path) -> Option<String> {
    let name = file.file_name()?.as_encoded_bytes();
    let rest = name.strip_prefix(desk.file_stem()?.as_encoded_bytes())?.strip_prefix(b"-")?;
    let stamp = std::str::from_utf8(rest.strip_suffix(ENDING.as_bytes())?).ok()?;
    store::moment_of_stamp(stamp).map(|_| stamp.to_owned())
}

/// When a copy was made: by the stamp that ends its name, or when it was last written.
fn moment_of(file: &Path) -> Option<String> {
    let stem = file.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let stamp = stem.char_indices().rev().nth(19).map(|(at, _)| &stem[at..]);
    stamp.and_then(store::moment_of_stamp).or_else(|| store::moment_of_file(file))
}

fn is_desk_file(file: &Path) -> bool {
    let hidden = file.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"."));
    !hidden && file.extension().is_some_and(|extension| extension == &ENDING[1..])
}

fn check_folder(folder: &Path) -> Result<(), OpsError> {
    if folder.is_dir() { Ok(()) } else { Err(BackupProblem::NoFolder { folder: folder.to_owned() }.into()) }
}

/// Whether a file can get a name that no file has.
fn check_new(file: &Path, desk: &Path) -> Result<(), OpsError> {
    check_folder(file.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new(".")))?;
    let path = file.to_owned();
    Err(match file.symlink_metadata() {
        _ if is_same_file(file, desk) => BackupProblem::DeskItself { path },
        Err(_) if file.file_name().is_some() => return Ok(()),
        Ok(there) if there.is_file() || file.is_file() => BackupProblem::Exists { path },
        _ => BackupProblem::NoPlainFile { path },
    }
    .into())
}

/// Whether there is a file to read.
fn check_there(file: &Path) -> Result<(), OpsError> {
    let of_file = |error| OpsError::File { path: file.to_owned(), error };
    let there = std::fs::metadata(file).map_err(of_file)?;
    match there.is_file() {
        true => Ok(()),
        false if there.is_dir() => Err(of_file(std::io::ErrorKind::IsADirectory.into())),
        false => Err(BackupProblem::NoPlainFile { path: file.to_owned() }.into()),
    }
}

/// Whether two names are of one file, also by a link.
fn is_same_file(one: &Path, other: &Path) -> bool {
    #[cfg(unix)]
    if let (Ok(one), Ok(other)) = (std::fs::metadata(one), std::fs::metadata(other)) {
        use std::os::unix::fs::MetadataExt as _;
        return (one.dev(), one.ino()) == (other.dev(), other.ino());
    }
    one.canonicalize().is_ok_and(|one| other.canonicalize().is_ok_and(|other| one == other))
}

/// An error in the words of copies.
fn named(error: StoreError) -> OpsError {
    match error {
        StoreError::Exists { path } => BackupProblem::Exists { path }.into(),
        StoreError::Locked { path } => BackupProblem::InUse { path }.into(),
        other => other.into(),
    }
}
