//! Word documents (ECMA-376 transitional): a two-column table for reading, or the finished article. Reads none.

mod blocks;
mod inline;
mod numbering;
mod package;
mod runs;
mod styles;
mod write;
mod xml;

pub(super) use write::write;
