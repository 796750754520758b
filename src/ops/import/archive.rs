//! Finds the pairs of an archive: two folders whose files go by the same names, or a list.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::{Arrival, Cause, Input, ListLine, Problem};
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
    let one_folder = sources.canonicalize().ok() == translations.canonicalize().ok();
    let mut groups: BTreeMap<String, [Vec<PathBuf>; 2]> = BTreeMap::new();
    for (side, folder) in [sources, translations].into_iter().enumerate() {
        for path in archive.found(folder)? {
            let (name, mark) = key(&path, folder);
            let side = match mark {
                // In one folder the mark alone tells the sides apart.
                Some(Mark::English) if one_folder => 1,
                _ if one_folder && side == 1 => continue,
                _ => side,
            };
            groups.entry(name).or_default()[side].push(path);
        }
    }
    for [mut of_source, mut of_target] in groups.into_values() {
        of_target.dedup();
        match (of_source.len(), of_target.len()) {
            (1, 1) => archive.pairs.push(Arrival {
                source: Input::File(of_source.remove(0)),
                translation: Some(Input::File(of_target.remove(0))),
                listed: None,
            }),
            (sources, translations) => {
                let why = if sources * translations == 0 { "out-no-partner" } else { "out-many-partners" };
                for path in of_source.iter().chain(&of_target) {
                    archive.alone(path, why);
                }
            }
        }
    }
    Ok(archive)
}

/// The pairs of a list: on each line the source, a tab, the translation, as paths from the folder of the list.
///
/// # Errors
/// When the list cannot be read or a line is no pair.
pub fn pairs_in_list(list: &Path) -> Result<Archive, OpsError> {
    let text = files::read_text(list)?;
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
        let listed = Some(ListLine { list: list.to_owned(), line: number });
        archive.pairs.push(Arrival { source: file(source), translation: Some(file(translation)), listed });
    }
    Ok(archive)
}

impl Archive {
    fn found(&mut self, folder: &Path) -> Result<Vec<PathBuf>, OpsError> {
        let found = files::expand(folder)?;
        self.passed_over.extend(found.passed_over.into_iter().map(|(path, why)| passed_over(&path, why.failure())));
        Ok(found.files)
    }

    fn alone(&mut self, path: &Path, why: &'static str) {
        let failure = Failure::not_found("no-partner", Message::new(why)).hint(Message::new("rec-no-partner"));
        self.passed_over.push(passed_over(path, failure));
    }
}

fn passed_over(path: &Path, failure: Failure) -> Problem {
    Problem { file: path.display().to_string(), line: None, failure, cause: Cause::PassedOver }
}

/// The language that a file's name tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mark {
    Arabic,
    English,
}

/// The name under which both files of a pair go, and what its name tells of the language: the path below the folder, lower case,
/// without extension and language. A file that is called after its language alone goes by the name of its folder.
fn key(path: &Path, folder: &Path) -> (String, Option<Mark>) {
    let below = path.strip_prefix(folder).unwrap_or(path).with_extension("");
    let name = below.to_string_lossy().replace('\\', "/").to_lowercase();
    let name = name.trim_end();
    const MARKS: [(&str, Mark); 4] =
        [("arabic", Mark::Arabic), ("english", Mark::English), ("ar", Mark::Arabic), ("en", Mark::English)];
    let apart = ['.', '-', '_', ' '];
    let (parent, last) = name.rsplit_once('/').map_or(("", name), |(parent, last)| (parent, last));
    for (word, mark) in MARKS {
        if last == word {
            return (parent.to_owned(), Some(mark));
        }
        let behind = last.strip_suffix(word).and_then(|rest| rest.strip_suffix(apart));
        let before = || last.strip_prefix(word).and_then(|rest| rest.strip_prefix(apart));
        if let Some(rest) = behind.or_else(before) {
            let name = if parent.is_empty() { rest.to_owned() } else { format!("{parent}/{rest}") };
            return (name, Some(mark));
        }
    }
    (name.to_owned(), None)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_files_of_a_pair_go_by_one_name() {
        let of = |path: &str| key(Path::new(path), Path::new("old")).0;
        for path in [
            "old/2019/Water.ar.html",
            "old/2019/water-EN.txt",
            "old/2019/en-water.md",
            "old/2019/water_english.md",
            "old/2019/water",
            "old/2019/water/ar.txt",
        ] {
            assert_eq!(of(path), "2019/water", "{path}");
        }
        assert_eq!(of("old/linear.txt"), "linear");
        assert_ne!(of("old/2020/water.txt"), of("old/2019/water.txt"));
    }
}
