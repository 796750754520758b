//! Markdown: CommonMark with tables, footnotes and strikethrough.

mod front_matter;
mod read;

pub(super) use read::{read, sniff};
