//! Makes lexicons for the aligner from pairs of texts, glossaries and the desk's own pairs, and opens them.

use std::path::{Path, PathBuf};

use super::desk::Desk;
use super::error::OpsError;
use super::files::{self, Replace, read_text, write_atomically};
use crate::alignment::{Lexicon, LexiconBuilder, Training, word_keys};

/// What to make a lexicon of.
#[derive(Clone, Debug, Default)]
pub struct BuildRequest {
    /// Pairs of files, Arabic and English, line by line renderings of each other.
    pub pairs: Vec<(PathBuf, PathBuf)>,
    /// Glossaries: an Arabic word, a tab, its English renderings separated by bars; lines that begin with `#` are notes.
    pub glossaries: Vec<PathBuf>,
}

/// Learns from what the desk holds: every segment with both sides whose paragraph is translated or further and not stale.
fn add_memory(builder: &mut LexiconBuilder, desk: &Desk) -> Result<usize, OpsError> {
    let snapshot = desk.snapshot()?;
    let mut pairs = 0;
    for article in snapshot.articles()? {
        for state in snapshot.paragraphs(article.key, 1, u32::MAX)? {
            let revision = &state.revision;
            let confirmed = state.standing.status.is_confirmed() && !state.standing.stale;
            let (Some(target), true) = (&revision.target, confirmed) else { continue };
            for bead in revision.beads.iter().filter(|bead| !bead.source.is_empty() && !bead.target.is_empty()) {
                let source = &revision.source.text()[bead.source.clone()];
                builder.add(word_keys(source), word_keys(&target.text()[bead.target.clone()]));
                pairs += 1;
            }
        }
    }
    Ok(pairs)
}

/// What a lexicon was made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BuiltLexicon {
    /// Pairs of lines, and of glossary words, that it learned from.
    pub pairs: usize,
    /// Arabic words in it.
    pub arabic_words: u32,
    /// English words in it.
    pub english_words: u32,
    /// Its size.
    pub bytes: usize,
}

/// A glossary entry counts as so many sightings of the pair: a person wrote it.
const GLOSSARY_WEIGHT: usize = 2;

/// Learns a lexicon and writes it to a file; with a desk, from its own pairs too. The same texts give the same bytes.
///
/// # Errors
/// When a file cannot be read, two files of a pair differ in lines, there is nothing to learn from, or the file is there already.
pub fn build(
    request: &BuildRequest,
    desk: Option<&Desk>,
    output: &Path,
    replace: Replace,
) -> Result<BuiltLexicon, OpsError> {
    let mut builder = LexiconBuilder::default();
    let mut pairs = 0;
    for (arabic, english) in &request.pairs {
        pairs += add_pairs(&mut builder, arabic, english)?;
    }
    for glossary in &request.glossaries {
        pairs += add_glossary(&mut builder, glossary)?;
    }
    if let Some(desk) = desk {
        pairs += add_memory(&mut builder, desk)?;
    }
    if pairs == 0 {
        return Err(OpsError::NoPairs);
    }
    let lexicon = builder.build(Training::default());
    write_atomically(output, lexicon.bytes(), replace)?;
    let (arabic_words, english_words) = lexicon.sizes();
    Ok(BuiltLexicon { pairs, arabic_words, english_words, bytes: lexicon.bytes().len() })
}

fn add_pairs(builder: &mut LexiconBuilder, arabic: &Path, english: &Path) -> Result<usize, OpsError> {
    let (first, second) = (read_text(arabic)?, read_text(english)?);
    let (first_lines, second_lines) = (first.lines().count(), second.lines().count());
    if first_lines != second_lines {
        let (first, second) = (arabic.to_owned(), english.to_owned());
        return Err(OpsError::PairsDiffer { first, first_lines, second, second_lines });
    }
    let pairs = first.lines().zip(second.lines());
    Ok(pairs.filter(|(arabic, english)| builder.add(word_keys(arabic), word_keys(english))).count())
}

fn add_glossary(builder: &mut LexiconBuilder, path: &Path) -> Result<usize, OpsError> {
    let mut pairs = 0;
    for (line, number) in read_text(path)?.lines().zip(1..) {
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let (arabic, renderings) =
            line.split_once('\t').ok_or_else(|| OpsError::Glossary { path: path.to_owned(), line: number })?;
        for english in renderings.split('|') {
            pairs += 1;
            for _ in 0..GLOSSARY_WEIGHT {
                builder.add(word_keys(arabic), word_keys(english));
            }
        }
    }
    Ok(pairs)
}

/// Opens a lexicon.
///
/// # Errors
/// When the file cannot be read or is no lexicon.
pub fn open(path: &Path) -> Result<Lexicon, OpsError> {
    Lexicon::open(files::read(path)?).map_err(|_| OpsError::NotALexicon { path: path.to_owned() })
}
