//! Markdown: CommonMark with tables, footnotes and strikethrough.

mod front_matter;
mod read;
mod write;

pub(super) use read::{read, sniff};
pub(super) use write::write;
