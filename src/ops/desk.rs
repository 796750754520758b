//! A desk as a use case sees it: the open store, who acts, which command, and whether what is written is kept.

use std::path::{Path, PathBuf};

use super::error::OpsError;
use crate::model::{Complaint, Keep, Language, OperationKind, OperationSeq, Setting, Slug, Written};
use crate::store::{Action, ArticleHead, Part, Snapshot, Store, StoreError, Tender, Writer};

/// An open desk and the person who works at it.
#[derive(Debug)]
pub struct Desk {
    store: Store,
    person: String,
    command: Vec<String>,
    keep: Keep,
}

/// Where a desk lies, and who is to work at it.
#[derive(Clone, Debug)]
pub struct DeskLocation {
    /// The file.
    pub path: PathBuf,
    /// Who acts, where an option or the environment says so.
    pub person: Option<String>,
    /// The name this person has on the machine; used when nothing else says who acts.
    pub login: Option<String>,
    /// The words of the command, for the operation log.
    pub command: Vec<String>,
}

/// Why a place is a bad one for a desk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Risk {
    /// A folder that a program copies to other machines behind SQLite's back.
    Synced,
    /// A network share, whose locks cannot be relied on.
    Network,
}

/// Parts of folder names that synchronising programs use.
const SYNCED_FOLDERS: &[&str] = &[
    "dropbox",
    "onedrive",
    "google drive",
    "googledrive",
    "icloud",
    "mobile documents",
    "nextcloud",
    "owncloud",
    "syncthing",
    "pcloud",
    "mega",
];

/// File systems that live on another machine (`/proc/mounts`).
const NETWORK_FILE_SYSTEMS: &[&str] =
    &["nfs", "nfs4", "cifs", "smb3", "smbfs", "afpfs", "9p", "fuse.sshfs", "fuse.rclone", "davfs"];

impl Desk {
    /// Makes a desk.
    ///
    /// # Errors
    /// When both languages are the same, a file is there already, or the disk refuses.
    pub fn create(
        location: DeskLocation,
        source: &Language,
        target: &Language,
        name: Option<&str>,
    ) -> Result<Self, OpsError> {
        check_languages(source, target)?;
        let person = location.person.or(location.login).ok_or(OpsError::Nobody)?;
        let store = Store::create(&location.path)?;
        let mut desk = Self { store, person, command: location.command, keep: Keep::Applied };
        desk.write(OperationKind::Init, |writer| {
            writer.set_setting(Setting::SourceLanguage, &source.to_string())?;
            writer.set_setting(Setting::TargetLanguage, &target.to_string())?;
            if let Some(name) = name {
                writer.set_setting(Setting::Name, name)?;
            }
            Ok(())
        })?;
        Ok(desk)
    }

    /// Whether a desk could be made at a path.
    ///
    /// # Errors
    /// When both languages are the same, or a file is there already.
    pub fn check_new(path: &Path, source: &Language, target: &Language) -> Result<(), OpsError> {
        check_languages(source, target)?;
        if path.exists() { Err(StoreError::Exists { path: path.to_owned() }.into()) } else { Ok(()) }
    }

    /// Opens a desk.
    ///
    /// # Errors
    /// When it is missing, foreign, newer or damaged, or nobody is known to act.
    pub fn open(location: DeskLocation) -> Result<Self, OpsError> {
        let store = Store::open(&location.path)?;
        let person = match location.person {
            Some(person) => Some(person),
            None => store.snapshot()?.setting(Setting::User)?.or(location.login),
        };
        let person = person.filter(|p| !p.trim().is_empty()).ok_or(OpsError::Nobody)?;
        Ok(Self { store, person, command: location.command, keep: Keep::Applied })
    }

    /// The same desk, on which nothing that is written is kept.
    #[must_use]
    pub fn keeping(mut self, keep: Keep) -> Self {
        self.keep = keep;
        self
    }

    /// Changes whether what is written is kept.
    pub fn set_keep(&mut self, keep: Keep) {
        self.keep = keep;
    }

    /// Whether what is written is kept.
    #[must_use]
    pub const fn keep(&self) -> Keep {
        self.keep
    }

    /// Who acts.
    #[must_use]
    pub fn person(&self) -> &str {
        &self.person
    }

    /// Where the desk lies.
    #[must_use]
    pub fn path(&self) -> &Path {
        self.store.path()
    }

    /// Whether the desk can be read but not written.
    #[must_use]
    pub const fn is_read_only(&self) -> bool {
        self.store.is_read_only()
    }

    /// One moment of the desk.
    ///
    /// # Errors
    /// Errors of the disk.
    pub(super) fn snapshot(&self) -> Result<Snapshot<'_>, OpsError> {
        Ok(self.store.snapshot()?)
    }

    /// Runs `work` as one operation.
    pub(super) fn write<T>(
        &mut self,
        kind: OperationKind,
        work: impl FnOnce(&mut Writer<'_>) -> Result<T, OpsError>,
    ) -> Result<Written<T>, OpsError> {
        let action = Action { person: &self.person, kind, command: &self.command };
        self.store.write(&action, self.keep, learning(work))
    }

    /// Runs `work` as a part of an operation that has more of them: the first, or the next of one that is begun.
    pub(super) fn write_part<T>(
        &mut self,
        kind: OperationKind,
        begun: Option<OperationSeq>,
        work: impl FnOnce(&mut Writer<'_>) -> Result<T, OpsError>,
    ) -> Result<Written<T>, OpsError> {
        let action = Action { person: &self.person, kind, command: &self.command };
        self.store.write_part(begun.map_or(Part::First(&action), Part::Next), learning(work))
    }

    /// Runs `work` as the last part of an operation.
    pub(super) fn write_last_part<T>(
        &mut self,
        begun: OperationSeq,
        work: impl FnOnce(&mut Writer<'_>) -> Result<T, OpsError>,
    ) -> Result<Written<T>, OpsError> {
        self.store.write_part(Part::Last(begun), learning(work))
    }

    /// Runs `work` on caches that are brought up to date in steps.
    pub(super) fn tend<T>(&mut self, work: impl FnOnce(&Tender<'_>) -> Result<T, OpsError>) -> Result<T, OpsError> {
        self.store.tend(work)
    }

    /// Everything that is wrong with the desk; empty for a sound one. Tells `progress` how many rows of how many are looked at.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn complaints(&self, progress: &mut dyn FnMut(usize, usize)) -> Result<Vec<Complaint>, OpsError> {
        complaints_of(&self.store, progress)
    }

    /// Whether SQLite finds nothing wrong with the file.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn is_whole(&self) -> Result<bool, OpsError> {
        let complaints = self.snapshot()?.file_complaints().map_err(|error| of_file(error, self.path()))?;
        Ok(complaints.is_empty())
    }

    /// Everything on the desk that is worth a look; nothing of it is damage.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn remarks(&self) -> Result<Vec<crate::model::Remark>, OpsError> {
        Ok(self.snapshot()?.remarks()?)
    }

    /// Why the place of the desk is a bad one, if it is.
    #[must_use]
    pub fn risk(&self) -> Option<Risk> {
        let path = self.path().canonicalize().ok()?;
        let is_synced = |part: std::path::Component<'_>| {
            let name = part.as_os_str().to_string_lossy().to_lowercase();
            SYNCED_FOLDERS.iter().any(|folder| name.starts_with(folder) || name.ends_with(folder))
        };
        if path.parent().is_some_and(|folder| folder.components().any(is_synced)) {
            return Some(Risk::Synced);
        }
        let shared = path.to_string_lossy().starts_with(r"\\") || on_network_file_system(&path);
        shared.then_some(Risk::Network)
    }
}

/// Everything that is wrong with an open desk.
pub(super) fn complaints_of(store: &Store, progress: &mut dyn FnMut(usize, usize)) -> Result<Vec<Complaint>, OpsError> {
    let snapshot = store.snapshot()?;
    let mut complaints = snapshot.complaints(progress).map_err(|error| of_file(error, store.path()))?;
    if complaints.contains(&Complaint::Unread) {
        return Ok(complaints);
    }
    match super::memory::complaints(&snapshot, &mut |done| progress(done, done)) {
        Ok(more) => complaints.extend(more),
        Err(OpsError::Store(error)) if !complaints.is_empty() && error.is_damage() => {
            complaints.push(Complaint::Unread);
        }
        Err(error) => return Err(error),
    }
    Ok(complaints)
}

/// An error that names the file of the desk where that is damaged.
fn of_file(error: StoreError, path: &Path) -> StoreError {
    match error {
        StoreError::Sqlite(_) if error.is_damage() => {
            StoreError::Damaged { path: path.to_owned(), detail: error.to_string() }
        }
        other => other,
    }
}

/// The same work, after which the memory learns what it settled.
fn learning<T>(
    work: impl FnOnce(&mut Writer<'_>) -> Result<T, OpsError>,
) -> impl FnOnce(&mut Writer<'_>) -> Result<T, OpsError> {
    |writer| {
        let value = work(writer)?;
        super::memory::learn(writer)?;
        Ok(value)
    }
}

fn check_languages(source: &Language, target: &Language) -> Result<(), OpsError> {
    if source == target { Err(OpsError::SameLanguage { language: source.to_string() }) } else { Ok(()) }
}

/// Whether the longest mount point above the path is a network file system; false where the system does not tell.
fn on_network_file_system(path: &Path) -> bool {
    let mounts = std::fs::read_to_string("/proc/mounts").unwrap_or_default();
    let above = mounts.lines().filter_map(|line| {
        let mut fields = line.split(' ').skip(1);
        let (point, system) = (fields.next()?.replace("\\040", " "), fields.next()?);
        path.starts_with(&point).then_some((point.len(), system))
    });
    above.max_by_key(|(length, _)| *length).is_some_and(|(_, system)| NETWORK_FILE_SYSTEMS.contains(&system))
}

/// The article of a slug, or an error that suggests one that looks like it.
pub(super) fn find_article(snapshot: &Snapshot<'_>, slug: &Slug) -> Result<ArticleHead, OpsError> {
    if let Some(article) = snapshot.article(slug)? {
        return Ok(article);
    }
    let slugs = snapshot.slugs(10_000)?;
    let similar = slugs.into_iter().map(|s| (crate::diff::likeness(slug.as_str(), &s), s)).filter(|(l, _)| *l >= 0.6);
    let similar = similar.max_by(|(a, _), (b, _)| a.total_cmp(b)).map(|(_, s)| s);
    Err(OpsError::NoArticle { slug: slug.to_string(), similar })
}
