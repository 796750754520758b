//! Text that could not be written to the desk is kept in a file beside it, whose name the error tells.

use std::path::{Path, PathBuf};

use super::error::OpsError;
use super::files::{Replace, write_atomically};

/// Keeps a text in the folder `NAME-kept` beside the desk `NAME.hunayn`, or in the system's folder for temporary files.
///
/// Returns the file, whose name begins with `stem`; an existing file is never replaced.
///
/// # Errors
/// When the system refuses.
pub(super) fn keep(desk: &Path, stem: &str, text: &str) -> Result<PathBuf, OpsError> {
    let folder_name = desk.file_stem().map_or_else(|| "desk".into(), |s| s.to_string_lossy().into_owned());
    let folder = desk.with_file_name(format!("{folder_name}-kept"));
    let folder = match std::fs::create_dir_all(&folder) {
        Ok(()) => folder,
        // Beside the desk nothing can be written: the system's folder for temporary files is better than nothing.
        Err(error) => match tempfile::Builder::new().prefix("hunayn-kept-").tempdir() {
            Ok(temporary) => temporary.keep(),
            Err(_) => return Err(OpsError::File { path: folder, error }),
        },
    };
    let safe: String = stem.chars().map(|c| if c.is_alphanumeric() || c == '-' { c } else { '-' }).collect();
    let mut number = 1;
    loop {
        let path = folder.join(format!("{safe}-{number}.txt"));
        match write_atomically(&path, text.as_bytes(), Replace::Refused) {
            Err(OpsError::FileExists { .. }) => number += 1,
            written => return written.map(|()| path),
        }
    }
}
