//! HTML: one self-contained page. Runs no scripts and fetches nothing.

mod bilingual;
mod inline;
mod write;

pub(super) use write::write;
