//! What the pairs of a call teach about each other, before any of them comes in: every pair is aligned by itself, and its sure
//! segments become a lexicon for all. Nothing of the texts is kept, and of the words only so much as a bound allows.

use super::ImportRequest;
use super::preparation::{Call, Prepared};
use super::together::{Load, prepare_some};
use crate::alignment::{Lessons, Lexicon};
use crate::model::{Bead, Language};
use crate::ops::lessons::teach_beads;
use crate::ops::{Desk, OpsError};

/// A segment teaches when the aligner is so sure of it, in hundredths.
const SURE: u8 = 90;
/// Links that are held at most; the rarest are forgotten when there are twice as many. About a hundred megabytes.
const MOST_LINKS: usize = 500_000;

/// The lexicon of a call with several pairs; `None` where there are not several. Reading them is half the work of the call, and
/// that is what `progress` is told.
///
/// # Errors
/// Errors of the desk. A file that cannot be read teaches nothing, and is told when it is its turn; what is an article already
/// has taught the desk.
pub(super) fn batch_lexicon(
    desk: &Desk,
    request: &ImportRequest,
    languages: &(Language, Language),
    progress: &mut dyn FnMut(usize),
) -> Result<Option<Lexicon>, OpsError> {
    let inputs = request.inputs.iter().enumerate();
    let pairs: Vec<usize> = inputs.filter_map(|(index, arrival)| arrival.translation.as_ref().map(|_| index)).collect();
    if pairs.len() < 2 {
        return Ok(None);
    }
    let call = Call { request, languages, batch: None };
    let mut lessons = Lessons::default();
    let mut files = pairs.as_slice();
    while let [next, ..] = files {
        let mut told = |done: usize| progress((next + done).min(request.inputs.len()).div_ceil(2));
        for (_, outcome) in prepare_some(desk, &call, &mut files, Load::default(), &mut told) {
            match outcome {
                Ok(prepared) => teach(&mut lessons, &prepared, languages),
                Err(OpsError::Store(error)) => return Err(error.into()),
                Err(_) => {}
            }
            if lessons.size() > 2 * MOST_LINKS {
                lessons.forget_down_to(MOST_LINKS);
            }
        }
    }
    Ok(Some(lessons.lexicon()))
}

/// How many files of a call are told as done when so many are, where reading them once before was half the work.
pub(super) fn done_so_far(done: usize, request: &ImportRequest, batch: Option<&Lexicon>) -> usize {
    if batch.is_some() { (request.inputs.len() + done) / 2 } else { done }
}

/// What an article teaches; one that is odd as a pair teaches nothing.
fn teach(lessons: &mut Lessons, prepared: &Prepared, languages: &(Language, Language)) {
    if !prepared.report.remarks.is_empty() {
        return;
    }
    for paragraph in &prepared.paragraphs {
        let Some(target) = &paragraph.target else { continue };
        let texts = (paragraph.source.text(), target.text());
        let sure = paragraph.beads.iter().filter(|bead| is_sure(bead));
        teach_beads(lessons, texts, sure, (&languages.0, &languages.1), 1);
    }
}

fn is_sure(bead: &Bead) -> bool {
    bead.confidence.is_some_and(|confidence| confidence >= SURE)
}
