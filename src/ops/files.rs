//! Files from outside: read whole within a bound, found in folders, written at once or not at all.

use std::io::{Read, Write};
use std::path::{Path, PathBuf};

use super::error::OpsError;
use crate::formats::FORMATS;
use crate::model::{Failure, Message};

/// The largest file that is read as one article, in bytes; a long book with its markup is a tenth of it.
pub const LARGEST_ARTICLE: u64 = 64 * 1024 * 1024;

/// Reads a file whole.
///
/// # Errors
/// When the system refuses or the file is larger than [`LARGEST_ARTICLE`].
pub fn read(path: &Path) -> Result<Vec<u8>, OpsError> {
    let of_file = |error| OpsError::File { path: path.to_owned(), error };
    let file = std::fs::File::open(path).map_err(of_file)?;
    let metadata = file.metadata().map_err(of_file)?;
    if metadata.is_dir() {
        return Err(of_file(std::io::ErrorKind::IsADirectory.into()));
    }
    read_bounded(file, path)
}

/// Reads a text file whole; it must be UTF-8, a byte order mark is left out.
///
/// # Errors
/// As for [`read`]; [`OpsError::NotUtf8`] with the first byte that is wrong.
pub fn read_text(path: &Path) -> Result<String, OpsError> {
    let mut text = String::from_utf8(read(path)?)
        .map_err(|error| OpsError::NotUtf8 { path: path.to_owned(), byte: error.utf8_error().valid_up_to() })?;
    if text.starts_with('\u{feff}') {
        text.remove(0);
    }
    Ok(text)
}

/// Reads a stream whole, under the name that errors will show.
///
/// # Errors
/// As for [`read`].
pub fn read_bounded(stream: impl Read, name: &Path) -> Result<Vec<u8>, OpsError> {
    let mut bytes = Vec::new();
    let read = stream.take(LARGEST_ARTICLE + 1).read_to_end(&mut bytes);
    let read = read.map_err(|error| OpsError::File { path: name.to_owned(), error })? as u64;
    if read > LARGEST_ARTICLE {
        return Err(OpsError::FileTooLarge { path: name.to_owned(), bytes: read });
    }
    Ok(bytes)
}

/// Why a thing in a folder is no file to read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PassedOver {
    /// Its name begins with a dot.
    Hidden,
    /// It is what Word keeps beside a document that is open.
    Open,
    /// It is a link, which may lead out of the folder.
    Link,
    /// It is no file: a device, a pipe.
    Special,
    /// No format reads files with this ending.
    Format,
}

impl PassedOver {
    /// What is told of it.
    #[must_use]
    pub fn failure(self) -> Failure {
        let (code, id) = match self {
            Self::Hidden => ("hidden", "passed-over-hidden"),
            Self::Open => ("open", "passed-over-open"),
            Self::Link => ("link", "passed-over-link"),
            Self::Special => ("special", "passed-over-special"),
            Self::Format => ("unknown-format", "passed-over-format"),
        };
        let hint = if self == Self::Format { "rec-passed-over-format" } else { "rec-passed-over" };
        Failure::usage(code, Message::new(id)).hint(Message::new(hint))
    }
}

/// What a folder holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// Files to read.
    pub files: Vec<PathBuf>,
    /// All else, and why it is passed over.
    pub passed_over: Vec<(PathBuf, PassedOver)>,
}

/// A path itself, or, of a folder, the files in it that a format reads, in order of their names, folders within included. Of a
/// desk in it nothing is said.
///
/// Links are not followed out of a folder; names that begin with a dot, and what Word keeps beside open documents, are passed over.
///
/// # Errors
/// When the system refuses.
pub fn expand(path: &Path) -> Result<Found, OpsError> {
    let mut found = Found::default();
    if path.is_dir() {
        search(path, &mut found)?;
    } else {
        found.files.push(path.to_owned());
    }
    Ok(found)
}

fn search(path: &Path, found: &mut Found) -> Result<(), OpsError> {
    let of_file = |error| OpsError::File { path: path.to_owned(), error };
    let mut entries: Vec<_> = std::fs::read_dir(path).map_err(of_file)?.collect::<Result<_, _>>().map_err(of_file)?;
    entries.sort_by_key(std::fs::DirEntry::file_name);
    for entry in entries {
        let kind = entry.file_type().map_err(of_file)?;
        let why = match &kind {
            _ if entry.file_name().to_string_lossy().starts_with('.') => PassedOver::Hidden,
            kind if kind.is_dir() => {
                search(&entry.path(), found)?;
                continue;
            }
            kind if kind.is_symlink() => PassedOver::Link,
            kind if !kind.is_file() => PassedOver::Special,
            _ if entry.file_name().to_string_lossy().starts_with("~$") => PassedOver::Open,
            _ if is_importable(&entry.path()) => {
                found.files.push(entry.path());
                continue;
            }
            // A desk lies among its articles, and nobody means to import it.
            _ if is_desk(&entry.path()) => continue,
            _ => PassedOver::Format,
        };
        found.passed_over.push((entry.path(), why));
    }
    Ok(())
}

/// The files that lie in a folder itself.
///
/// # Errors
/// When the system refuses.
pub fn listed(folder: &Path) -> Result<Vec<PathBuf>, OpsError> {
    let of_file = |error| OpsError::File { path: folder.to_owned(), error };
    let entries = std::fs::read_dir(folder).map_err(of_file)?;
    let paths: Result<Vec<PathBuf>, _> = entries.map(|entry| entry.map(|e| e.path())).collect();
    Ok(paths.map_err(of_file)?.into_iter().filter(|path| path.is_file()).collect())
}

/// Whether a file is named as a desk, or as what SQLite keeps beside one.
fn is_desk(path: &Path) -> bool {
    let extension = path.extension().map(|extension| extension.to_string_lossy().into_owned());
    matches!(extension.as_deref(), Some("hunayn" | "hunayn-wal" | "hunayn-shm" | "hunayn-journal"))
}

fn is_importable(path: &Path) -> bool {
    let extension = path.extension().map(|e| e.to_string_lossy().to_lowercase());
    let readable = FORMATS.iter().filter(|format| format.read.is_some());
    extension.is_some_and(|e| readable.flat_map(|format| format.extensions).any(|known| **known == *e))
}

/// Whether a file that is there already may be replaced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Replace {
    /// It may.
    Allowed,
    /// It may not.
    Refused,
}

/// Whether a file could be put at a path, as far as can be told without doing it.
///
/// # Errors
/// [`OpsError::FileExists`] when it is there and may not be replaced; [`OpsError::NoPlainFile`]; [`OpsError::NoFolder`].
pub fn check_place(path: &Path, replace: Replace) -> Result<(), OpsError> {
    place(path, replace).map(drop)
}

/// Where a file goes that is to stand at a path: there, or where a link leads that is there. What is no plain file stays.
fn place(path: &Path, replace: Replace) -> Result<PathBuf, OpsError> {
    folder_of(path)?;
    let Ok(there) = path.symlink_metadata() else { return Ok(path.to_owned()) };
    let no_plain_file = || OpsError::NoPlainFile { path: path.to_owned() };
    let place = if there.is_symlink() { path.canonicalize().map_err(|_| no_plain_file())? } else { path.to_owned() };
    match (place.is_file(), replace) {
        (false, _) => Err(no_plain_file()),
        (true, Replace::Refused) => Err(OpsError::FileExists { path: path.to_owned() }),
        (true, Replace::Allowed) => Ok(place),
    }
}

fn folder_of(path: &Path) -> Result<&Path, OpsError> {
    let folder = path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    if folder.is_dir() {
        return Ok(folder);
    }
    Err(OpsError::NoFolder { folder: folder.to_owned(), path: path.to_owned() })
}

/// Writes a file at once: the bytes go to a temporary file in the same folder, which then takes the name, and the rights of one
/// that had it.
///
/// # Errors
/// As for [`check_place`]; when the system refuses.
pub fn write_atomically(path: &Path, bytes: &[u8], replace: Replace) -> Result<(), OpsError> {
    let of_file = |error| OpsError::File { path: path.to_owned(), error };
    write_atomically_with(path, replace, &mut |out| out.write_all(bytes).map_err(of_file))
}

/// The same for a file that is written piece by piece; nothing is left of it when `fill` fails.
///
/// # Errors
/// As for [`write_atomically`]; those of `fill`.
pub fn write_atomically_with(
    path: &Path,
    replace: Replace,
    fill: &mut dyn FnMut(&mut dyn Write) -> Result<(), OpsError>,
) -> Result<(), OpsError> {
    let of_file = |error| OpsError::File { path: path.to_owned(), error };
    let place = place(path, replace)?;
    let mut file = tempfile::Builder::new().prefix(".hunayn-").tempfile_in(folder_of(&place)?).map_err(of_file)?;
    fill(&mut file)?;
    file.as_file().sync_all().map_err(of_file)?;
    match place.metadata() {
        Ok(old) => file.as_file().set_permissions(old.permissions()),
        Err(_) => readable_like_new(file.as_file()),
    }
    .map_err(of_file)?;
    let persisted = match replace {
        Replace::Allowed => file.persist(&place).map(drop),
        Replace::Refused => file.persist_noclobber(&place).map(drop),
    };
    persisted.map_err(|e| match e.error.kind() {
        std::io::ErrorKind::AlreadyExists => OpsError::FileExists { path: path.to_owned() },
        _ => of_file(e.error),
    })
}

/// Temporary files are private; an exported one is as readable as any file a program makes.
#[cfg(unix)]
fn readable_like_new(file: &std::fs::File) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    file.set_permissions(std::fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
fn readable_like_new(_file: &std::fs::File) -> std::io::Result<()> {
    Ok(())
}
