//! Texts and tables that no lexicon can be made of, or that are none.

use std::path::Path;

use super::shown;
use crate::model::{Failure, Message};

pub(super) fn pairs_differ(first: (&Path, usize), second: (&Path, usize)) -> Failure {
    let message = Message::new("err-pairs-differ")
        .with("first", shown(first.0))
        .with("firstlines", first.1)
        .with("second", shown(second.0))
        .with("secondlines", second.1);
    Failure::usage("pairs-differ", message).hint(Message::new("rec-pairs-differ"))
}

pub(super) fn glossary(path: &Path, line: usize) -> Failure {
    let message = Message::new("err-glossary").with("file", shown(path)).with("line", line);
    Failure::usage("glossary", message).hint(Message::new("rec-glossary"))
}

pub(super) fn no_pairs() -> Failure {
    Failure::usage("no-pairs", Message::new("err-no-pairs")).hint(Message::new("rec-no-pairs"))
}

pub(super) fn not_a_lexicon(path: &Path) -> Failure {
    Failure::usage("not-a-lexicon", Message::new("err-not-a-lexicon").with("file", shown(path)))
        .hint(Message::new("rec-not-a-lexicon"))
}
