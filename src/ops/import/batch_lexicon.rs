//! What the pairs of a call teach about each other, before any of them comes in: every pair is aligned by itself, and its sure
//! segments become a lexicon for all. Nothing of the texts is kept, and of the words only so much as a bound allows.

use super::ImportRequest;
use super::preparation::{Call, check_new_file, prepare};
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
    if request.inputs.iter().filter(|arrival| arrival.translation.is_some()).count() < 2 {
        return Ok(None);
    }
    let call = Call { desk, request, languages, batch: None };
    let mut lessons = Lessons::default();
    for (index, arrival) in request.inputs.iter().enumerate() {
        progress(index.div_ceil(2));
        if arrival.translation.is_none() {
            continue;
        }
        match prepare(index, &call, |file| check_new_file(&desk.snapshot()?, file)) {
            Ok(prepared) if prepared.report.remarks.is_empty() => {
                for paragraph in &prepared.paragraphs {
                    let Some(target) = &paragraph.target else { continue };
                    let texts = (paragraph.source.text(), target.text());
                    let sure = paragraph.beads.iter().filter(|bead| is_sure(bead));
                    teach_beads(&mut lessons, texts, sure, (&languages.0, &languages.1), 1);
                }
            }
            Err(OpsError::Store(error)) => return Err(error.into()),
            Ok(_) | Err(_) => {}
        }
        if lessons.size() > 2 * MOST_LINKS {
            lessons.forget_down_to(MOST_LINKS);
        }
    }
    Ok(Some(lessons.lexicon()))
}

/// How many files of a call are told as done when so many are, where reading them once before was half the work.
pub(super) fn done_so_far(done: usize, request: &ImportRequest, batch: Option<&Lexicon>) -> usize {
    if batch.is_some() { (request.inputs.len() + done) / 2 } else { done }
}

fn is_sure(bead: &Bead) -> bool {
    bead.confidence.is_some_and(|confidence| confidence >= SURE)
}
