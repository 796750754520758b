//! Word documents (ECMA-376): read as sources, and written as a two-column table for reading or as the finished article.

mod blocks;
mod inline;
mod numbering;
mod package;
mod read;
mod runs;
mod styles;
mod write;
mod xml;

pub(super) use read::{read, sniff};
pub(super) use write::write;
