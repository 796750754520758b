//! Plain text: paragraphs and nothing else. It guesses no kinds, resolves no markup, and has no place for codes on the way out.

mod read;
mod write;

pub(super) use read::{read, sniff};
pub(super) use write::write;
