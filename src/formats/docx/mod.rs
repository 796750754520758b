//! Word documents (ECMA-376): read as sources, and written as a two-column table for reading or as the finished article; review sheets,
//! which go out and come back.

mod blocks;
mod inline;
mod numbering;
mod package;
mod read;
mod runs;
mod sheet;
mod styles;
mod table;
mod write;
mod xml;

pub(super) use inline::address;
pub(super) use read::{read, read_sheet, sniff};
pub(super) use sheet::write_sheet;
pub(super) use write::write;
