//! The same count for files that are no articles yet: what a translation of them would be worth of work. Nothing is kept.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::bands::{Bands, Met, Volume};
use crate::model::{Language, SourceSide};
use crate::ops::desk::Desk;
use crate::ops::error::OpsError;
use crate::ops::import::{Cause, Input, Problem, ReadOptions, desk_languages, is_arabic};
use crate::ops::memory::{Memory, Surroundings};
use crate::segmentation::beads_for;

/// A file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileLeverage {
    /// Its path as it was given or found.
    pub path: PathBuf,
    /// Its text by band.
    pub bands: Bands,
    /// Whether it is to be Arabic and most of its letters are not.
    pub not_arabic: bool,
}

/// The files that lie in one folder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FolderLeverage {
    /// How many.
    pub files: usize,
    /// Their texts by band.
    pub bands: Bands,
}

/// What was counted.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FilesLeverage {
    /// By file, in the order in which they were counted.
    pub files: Vec<FileLeverage>,
    /// By the folder they lie in, by path.
    pub folders: BTreeMap<PathBuf, FolderLeverage>,
    /// All together.
    pub total: Bands,
    /// What could not be counted.
    pub problems: Vec<Problem>,
}

/// Counts files as they would come in, in their order. Tells `progress` how many of how many are done.
///
/// # Errors
/// [`OpsError::OldIndex`]; errors of the disk. A file that cannot be read is a problem and does not stop the others.
pub fn leverage_of_files(
    desk: &Desk,
    inputs: &[Input],
    options: &ReadOptions,
    progress: &mut dyn FnMut(usize, usize),
) -> Result<FilesLeverage, OpsError> {
    let snapshot = desk.snapshot()?;
    let (source, target) = desk_languages(&snapshot)?;
    let memory = Memory::of(&snapshot)?;
    let mut met = Met::nothing(&memory);
    let mut counted = FilesLeverage::default();
    for (done, input) in inputs.iter().enumerate() {
        progress(done, inputs.len());
        let document = match input.read(options, &source, SourceSide::Source) {
            Ok(document) => document,
            Err(error @ OpsError::Store(_)) => return Err(error),
            Err(error) => {
                counted.problems.push(Problem {
                    file: input.name(),
                    line: None,
                    failure: error.failure(),
                    cause: Cause::Refused,
                });
                continue;
            }
        };
        let texts: Vec<&str> = document.document.blocks.iter().map(|block| block.content.text()).collect();
        let bands = bands_of(&texts, done, (&source, &target), &mut met)?;
        let not_arabic = source.primary() == "ar" && !is_arabic(&document);
        counted.add(FileLeverage { path: input.name().into(), bands, not_arabic });
    }
    Ok(counted)
}

impl FilesLeverage {
    fn add(&mut self, file: FileLeverage) {
        let folder = self.folders.entry(file.path.parent().unwrap_or(Path::new("")).to_owned()).or_default();
        folder.files += 1;
        folder.bands.add(&file.bands);
        self.total.add(&file.bands);
        self.files.push(file);
    }
}

/// The paragraphs of one text, the how-manieth it is, by band.
fn bands_of(
    paragraphs: &[&str],
    text: usize,
    languages: (&Language, &Language),
    met: &mut Met<'_, '_>,
) -> Result<Bands, OpsError> {
    let mut bands = Bands::default();
    let owned = |neighbour: Option<&&str>| neighbour.map(|text| (*text).to_owned());
    for (at, paragraph) in paragraphs.iter().enumerate() {
        let beads = beads_for(paragraph, "", languages.0, languages.1);
        let segments: Vec<&str> =
            beads.iter().filter_map(|bead| paragraph.get(bead.source.clone())).map(str::trim).collect();
        // The memory knows a paragraph of one segment as a paragraph, whose neighbours are paragraphs.
        let (row, first) = if segments.len() > 1 { (&segments[..], 0) } else { (paragraphs, at) };
        for (segment, place) in segments.iter().zip(first..) {
            let volume = Volume::of(segment);
            if volume.words == 0 {
                continue;
            }
            let (before, after) = (place.checked_sub(1).and_then(|place| row.get(place)), row.get(place + 1));
            let surroundings =
                Surroundings { place: None, own_past: false, before: owned(before), after: owned(after) };
            bands.count(met.band(text, segment, languages, &surroundings)?, &volume);
        }
    }
    Ok(bands)
}
