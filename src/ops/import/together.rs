//! Several articles prepared at the same time: files are read one after the other, and paired on all processors.

use std::sync::mpsc::channel;

use super::preparation::{Call, Opened, Prepared, check_new_file, open};
use crate::ops::{Desk, OpsError};

/// How much of something there is.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Load {
    bytes: usize,
    paragraphs: usize,
}

impl Load {
    /// So many bytes of text, or paragraphs, fill a batch: a tenth of a second's inserting, a few megabytes of memory.
    const FULL: Self = Self { bytes: 1 << 20, paragraphs: 1_000 };

    pub(super) const fn add(&mut self, (bytes, paragraphs): (usize, usize)) {
        self.bytes += bytes;
        self.paragraphs += paragraphs;
    }

    pub(super) const fn is_full(&self) -> bool {
        self.bytes >= Self::FULL.bytes || self.paragraphs >= Self::FULL.paragraphs
    }
}

/// What became of a file, and its place among those of the request.
pub(super) type Outcome = (usize, Result<Prepared, OpsError>);

/// Takes files from the front of `files`, which are places in the request, until a batch that holds `load` already is full, and
/// prepares them. Gives what became of them in their order; tells `progress` how many are done.
pub(super) fn prepare_some(
    desk: &Desk,
    call: &Call<'_>,
    files: &mut &[usize],
    mut load: Load,
    progress: &mut dyn FnMut(usize),
) -> Vec<Outcome> {
    let (mut opened, mut outcomes) = (Vec::new(), Vec::new());
    while !load.is_full()
        && let [index, others @ ..] = *files
    {
        *files = others;
        match open(desk, *index, call, |file| check_new_file(&desk.snapshot()?, file)) {
            Ok(article) => {
                load.add(article.size());
                opened.push((*index, article));
            }
            Err(error) => outcomes.push((*index, Err(error))),
        }
    }
    let refused = outcomes.len();
    outcomes.extend(prepare_all(opened, call, &mut |done| progress(refused + done)));
    outcomes.sort_by_key(|(index, _)| *index);
    outcomes
}

fn prepare_all(opened: Vec<(usize, Opened)>, call: &Call<'_>, progress: &mut dyn FnMut(usize)) -> Vec<Outcome> {
    let (sender, prepared) = channel();
    rayon::in_place_scope(|scope| {
        for (index, article) in opened {
            let sender = sender.clone();
            // Whoever waits for them takes all.
            scope.spawn(move |_| sender.send((index, article.prepare(call))).unwrap_or_default());
        }
        drop(sender);
        let told = prepared.iter().zip(1..).map(|(outcome, done)| {
            progress(done);
            outcome
        });
        told.collect()
    })
}
