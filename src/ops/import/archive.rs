//! Finds the pairs of an archive: two folders whose files go by the same names, or a list.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::{Arrival, Cause, Input, Problem};
use crate::model::{Failure, Message};
use crate::ops::{OpsError, files};

/// The pairs of an archive.
#[derive(Clone, Debug, Default)]
pub struct Archive {
    /// What belongs together.
    pub pairs: Vec<Arrival>,
    /// Files without a partner, and what else was passed over.
    pub passed_over: Vec<Problem>,
}

/// Pairs the files of two folders by their names, extensions and marks of the language (`.ar`, `-en`, `_ar` …) left aside.
///
/// # Errors
/// When a folder cannot be read.
pub fn pairs_in_folders(sources: &Path, translations: &Path) -> Result<Archive, OpsError> {
    let mut archive = Archive::default();
    let mut waiting: BTreeMap<String, Vec<PathBuf>> = BTreeMap::new();
    for path in archive.found(translations)? {
        waiting.entry(key(&path, translations)).or_default().push(path);
    }
    for path in archive.found(sources)? {
        let partners = waiting.get_mut(&key(&path, sources)).filter(|partners| !partners.is_empty());
        match partners.map(|partners| partners.remove(0)) {
            Some(translation) => {
                archive.pairs.push(Arrival { source: Input::File(path), translation: Some(Input::File(translation)) });
            }
            None => archive.alone(&path),
        }
    }
    for path in waiting.into_values().flatten() {
        archive.alone(&path);
    }
    Ok(archive)
}

/// The pairs of a list: on each line the source, a tab, the translation, as paths from the folder of the list.
///
/// # Errors
/// When the list cannot be read or a line is no pair.
pub fn pairs_in_list(list: &Path) -> Result<Archive, OpsError> {
    let text = String::from_utf8(files::read(list)?)
        .map_err(|error| OpsError::NotUtf8 { path: list.to_owned(), byte: error.utf8_error().valid_up_to() })?;
    let folder = list.parent().unwrap_or(Path::new("."));
    let mut archive = Archive::default();
    for (line, number) in text.lines().zip(1..) {
        if line.trim().is_empty() || line.starts_with('#') {
            continue;
        }
        let bad = || OpsError::PairList { path: list.to_owned(), line: number };
        let (source, translation) = line.split_once('\t').ok_or_else(bad)?;
        if source.is_empty() || translation.is_empty() || translation.contains('\t') {
            return Err(bad());
        }
        let file = |name: &str| Input::File(folder.join(name));
        archive.pairs.push(Arrival { source: file(source), translation: Some(file(translation)) });
    }
    Ok(archive)
}

impl Archive {
    fn found(&mut self, folder: &Path) -> Result<Vec<PathBuf>, OpsError> {
        let found = files::expand(folder)?;
        self.passed_over.extend(found.passed_over.into_iter().map(|(path, why)| passed_over(&path, why.failure())));
        Ok(found.files)
    }

    fn alone(&mut self, path: &Path) {
        let failure = Failure::not_found("no-partner", Message::new("out-no-partner"));
        self.passed_over.push(passed_over(path, failure));
    }
}

fn passed_over(path: &Path, failure: Failure) -> Problem {
    Problem { file: path.display().to_string(), failure, cause: Cause::PassedOver }
}

/// The name under which both files of a pair go: the path below the folder, lower case, without extension and language.
fn key(path: &Path, folder: &Path) -> String {
    let below = path.strip_prefix(folder).unwrap_or(path).with_extension("");
    let name = below.to_string_lossy().to_lowercase();
    let name = name.trim_end();
    let marks = ["ar", "en", "arabic", "english"];
    let unmarked = marks.iter().find_map(|mark| {
        let rest = name.strip_suffix(mark)?;
        rest.strip_suffix(['.', '-', '_', ' '])
    });
    unmarked.unwrap_or(name).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_files_of_a_pair_go_by_one_name() {
        let of = |path: &str| key(Path::new(path), Path::new("old"));
        for path in ["old/2019/Water.ar.html", "old/2019/water-EN.txt", "old/2019/water_english.md", "old/2019/water"] {
            assert_eq!(of(path), "2019/water", "{path}");
        }
        assert_eq!(of("old/linear.txt"), "linear");
        assert_ne!(of("old/2020/water.txt"), of("old/2019/water.txt"));
    }
}
