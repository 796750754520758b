//! Plain text: paragraphs and nothing else. It guesses no kinds and resolves no markup.

mod read;

pub(super) use read::{read, sniff};
