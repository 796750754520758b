//! Aligns texts: two lists of lines, without a desk.

use std::path::PathBuf;

use super::error::OpsError;
use super::lexicon;
use crate::alignment::{BUILT_IN, Knowledge, align, remarks};
use crate::model::{AlignedBead, PairRemark};

/// Which lexicon to align with.
#[derive(Clone, Debug, Default)]
pub enum LexiconChoice {
    /// The one that the program brings along.
    #[default]
    BuiltIn,
    /// One that was made with `lexicon build`.
    File(PathBuf),
    /// None.
    None,
}

/// Two lists of lines, aligned.
#[derive(Clone, Debug, PartialEq)]
pub struct AlignedLines {
    /// The beads, in order; every line is in exactly one.
    pub beads: Vec<AlignedBead>,
    /// What is odd about the two.
    pub remarks: Vec<PairRemark>,
}

/// Aligns the lines of two texts; every line is a segment.
///
/// # Errors
/// When the lexicon cannot be read.
pub fn align_lines(source: &[&str], target: &[&str], choice: &LexiconChoice) -> Result<AlignedLines, OpsError> {
    let read;
    let lexicon = match choice {
        LexiconChoice::BuiltIn => Some(&*BUILT_IN),
        LexiconChoice::File(path) => {
            read = lexicon::open(path)?;
            Some(&read)
        }
        LexiconChoice::None => None,
    };
    let knowledge: Vec<Knowledge<'_>> = lexicon.map(Knowledge::of).into_iter().collect();
    Ok(AlignedLines { beads: align(source, target, &knowledge), remarks: remarks(source, target) })
}
