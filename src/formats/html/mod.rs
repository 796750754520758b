//! HTML: saved pages and fragments in, one self-contained page out. Runs no scripts and fetches nothing.

mod around;
mod article;
mod bilingual;
mod depth;
mod element;
mod inline;
mod note;
mod page;
mod read;
#[cfg(test)]
mod tests;
mod write;
mod xhtml;

pub(super) use element::{InlineTag, inline_tag};
pub(super) use read::{fragment_blocks, read, sniff};
pub(super) use write::write;
