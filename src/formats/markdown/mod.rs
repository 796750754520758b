//! Markdown (CommonMark 0.31 with the tables, footnotes and strikethrough of GitHub). Knows no dialect beyond these.

mod front_matter;
mod inline;
mod read;
mod write;

pub(super) use read::{read, sniff};
pub(super) use write::write;
