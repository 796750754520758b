//! Markdown (CommonMark 0.31 with the tables, footnotes and strikethrough of GitHub). Knows no dialect beyond these.

mod inline;
mod write;

pub(super) use write::write;
