//! Imports articles: bytes become paragraphs with kinds and segments, alone or with an existing translation.
//!
//! One call is one operation, which one undo takes back. A file that cannot be read is a problem in the report and does not
//! stop the others.
//!
//! # How others are not kept waiting
//!
//! Files are read, decoded, taken apart, classified and segmented before the desk is locked; a transaction only inserts rows.
//! A call that brings more than a batch holds writes its articles in several transactions ([`crate::store::Part`]), all
//! under the one operation: so the lock is held for a moment only and a batch is all that is in memory, however many files
//! there are. The ways not taken: one transaction over everything prepared holds the lock for as long as its rows take, which for
//! ten thousand articles is longer than other writers wait; one operation for each batch would have to be undone batch by batch.
//!
//! What it costs: articles can be seen as they come in, each of them whole, and a call that is killed leaves those of its
//! finished batches. It does not look complete: its operation says that it is not, `doctor` tells it, one undo takes back
//! what came in, and the same call again goes on where it stopped, since files that are articles already are passed over.
//! Undone by somebody while it runs, it stops. For `show --at` and `op restore` all of it stands where it began. An article is
//! never divided: one of very many paragraphs holds the lock for as long as its rows take.

mod archive;
mod batch_lexicon;
mod batches;
mod pairing;
mod preparation;
mod reading;
mod rehearsal;
mod slug;
mod together;

use std::path::PathBuf;

use super::boilerplate::FilledBlock;
use super::desk::Desk;
use super::error::OpsError;
use super::lessons::catch_up;
use super::settings::value_of;
use crate::alignment::Lexicon;
use crate::model::{Failure, Flattening, Keep, Language, PairRemark, Setting, Slug, SourceSide, Written};
use crate::store::{Snapshot, StoreError};

pub use archive::{Archive, pairs_in_folders, pairs_in_list};
pub(super) use pairing::{BETWEEN, sentence_beads};
pub(super) use preparation::is_arabic;
pub(super) use preparation::{form_of, new_paragraph};
pub(super) use reading::Document;
pub use reading::{Input, ReadOptions};

/// An article to import.
#[derive(Clone, Debug)]
pub struct Arrival {
    /// Its source.
    pub source: Input,
    /// Its existing translation.
    pub translation: Option<Input>,
    /// Where a list names the two.
    pub listed: Option<ListLine>,
}

/// A line of a list of pairs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListLine {
    /// The list.
    pub list: PathBuf,
    /// The line, from 1.
    pub line: usize,
}

/// What to import.
#[derive(Clone, Debug)]
pub struct ImportRequest {
    /// The articles.
    pub inputs: Vec<Arrival>,
    /// The slug, for a single article.
    pub slug: Option<Slug>,
    /// How to read.
    pub options: ReadOptions,
    /// A lexicon of one's own, beside the built-in one, to pair translations with.
    pub lexicon: Option<Lexicon>,
}

/// An article that was imported.
#[derive(Clone, Debug, PartialEq)]
pub struct ImportedArticle {
    /// Its slug.
    pub slug: Slug,
    /// How many paragraphs it has.
    pub paragraphs: usize,
    /// How many segments.
    pub segments: usize,
    /// Whether a translation came along and was paired with it.
    pub aligned: bool,
    /// Paragraphs of a pair that the aligner is not sure of.
    pub doubtful: usize,
    /// Paragraphs of a pair that the translation leaves out.
    pub left_out: usize,
    /// The number of the first of them.
    pub first_left_out: Option<u32>,
    /// Paragraphs that only the translation has.
    pub added: usize,
    /// Paragraphs whose kind is a mere guess.
    pub unsure: usize,
    /// The number of the first of them.
    pub first_unsure: Option<u32>,
    /// Paragraphs whose source stands elsewhere too, in this article or another.
    pub repeated: usize,
    /// Paragraphs that repeat a block of the desk and have its newest version.
    pub blocks: Vec<FilledBlock>,
    /// The name of the encoding, where it had to be guessed.
    pub guessed_encoding: Option<&'static str>,
    /// Paragraphs whose translation is the source itself.
    pub same_text: usize,
    /// The number of a paragraph above the text that repeats the title.
    pub repeated_title: Option<u32>,
    /// Whether the source is said to be Arabic but is mostly written in another script.
    pub not_arabic: bool,
    /// What is odd about the article and its translation as a pair.
    pub remarks: Vec<PairRemark>,
    /// What did not come in as it stands in the file, or looks like damage.
    pub warnings: Vec<Warning>,
}

/// What there is to warn of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WarningKind {
    /// The reader could not keep something as it is in the file.
    Flattened(Flattening),
    /// Characters that an article seldom means to have.
    OddCharacters {
        /// The first of them.
        first: char,
    },
    /// Passages of the page that stand around the article.
    AroundArticle {
        /// How the longest of them begins.
        beginning: String,
    },
}

/// Something to look at in an article that came in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warning {
    /// What.
    pub kind: WarningKind,
    /// In which file.
    pub side: SourceSide,
    /// How many of them.
    pub count: usize,
    /// The paragraphs where they stand, or before which they stood, in order.
    pub paragraphs: Vec<usize>,
}

impl Warning {
    fn new(kind: WarningKind, side: SourceSide, count: usize, mut paragraphs: Vec<usize>) -> Self {
        paragraphs.dedup();
        Self { kind, side, count, paragraphs }
    }
}

/// Why a file was not imported.
#[derive(Clone, Debug, PartialEq)]
pub enum Cause {
    /// It could not be.
    Refused,
    /// It had become this article before.
    Already(Slug),
    /// It lies in a folder that was named, and is none to read.
    PassedOver,
}

/// A file that was not imported.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    /// The file.
    pub file: String,
    /// The line of the list that names it, from 1.
    pub line: Option<usize>,
    /// What is told of it.
    pub failure: Failure,
    /// Why.
    pub cause: Cause,
}

/// What became of an import.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ImportReport {
    /// What came in.
    pub articles: Vec<ImportedArticle>,
    /// What did not.
    pub problems: Vec<Problem>,
}

/// The formats that articles can be read from.
#[must_use]
pub fn formats() -> Vec<&'static str> {
    crate::formats::readable()
}

/// Imports files, telling `progress` after each how many are read.
///
/// # Errors
/// When a single file cannot be imported; when several are given with options for one; errors of the desk, which after the
/// first batch are an [`OpsError::BrokenOff`].
pub fn import(
    desk: &mut Desk,
    request: &ImportRequest,
    progress: &mut dyn FnMut(usize),
) -> Result<Written<ImportReport>, OpsError> {
    if request.inputs.len() != 1 && request.slug.is_some() {
        return Err(OpsError::OneFile);
    }
    if request.inputs.iter().any(|arrival| arrival.translation.is_some()) {
        catch_up(desk)?;
    }
    let languages = desk_languages(&desk.snapshot()?)?;
    match desk.keep() {
        Keep::Applied => batches::import(desk, request, &languages, progress),
        Keep::DryRun => rehearsal::import(desk, request, &languages, progress),
    }
}

pub(super) fn desk_languages(snapshot: &Snapshot<'_>) -> Result<(Language, Language), OpsError> {
    let language = |setting: Setting| -> Result<Language, OpsError> {
        let tag = value_of(snapshot, setting)?;
        tag.parse().map_err(|_| OpsError::SettingValue {
            setting: setting.as_str(),
            value: tag,
            usable: vec!["ar", "en", "…"],
        })
    };
    Ok((language(Setting::SourceLanguage)?, language(Setting::TargetLanguage)?))
}

/// The problems of a call so far, each with the place of its file.
struct Problems<'r> {
    request: &'r ImportRequest,
    found: Vec<(usize, Problem)>,
}

impl<'r> Problems<'r> {
    const fn new(request: &'r ImportRequest) -> Self {
        Self { request, found: Vec::new() }
    }

    /// Notes why a file does not come in; hands back what ends the whole call.
    fn note(&mut self, index: usize, error: OpsError) -> Result<(), OpsError> {
        let of_desk = matches!(&error, OpsError::Store(store) if !matches!(store, StoreError::SlugTaken { .. }));
        if of_desk {
            return Err(error);
        }
        let already = match &error {
            OpsError::AlreadyImported { slug } | OpsError::SameAsOther { slug, .. } => slug.parse().ok(),
            _ => None,
        };
        let cause = already.map_or(Cause::Refused, Cause::Already);
        let Arrival { source, listed, .. } = &self.request.inputs[index];
        let error = match listed.clone() {
            Some(place) => OpsError::Listed { place, error: Box::new(error) },
            None => error,
        };
        if self.request.inputs.len() == 1 {
            return Err(error);
        }
        let line = listed.as_ref().map(|place| place.line);
        self.found.push((index, Problem { file: source.name(), line, failure: error.failure(), cause }));
        Ok(())
    }

    /// In the order of the files.
    fn sorted(mut self) -> Vec<Problem> {
        self.found.sort_by_key(|(index, _)| *index);
        self.found.into_iter().map(|(_, problem)| problem).collect()
    }
}
