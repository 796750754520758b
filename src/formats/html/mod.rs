//! HTML: saved pages and fragments.

mod article;
mod depth;
mod element;
mod note;
mod page;
mod read;
#[cfg(test)]
mod tests;
mod xhtml;

pub(super) use element::{InlineTag, inline_tag};
pub(super) use read::{fragment_blocks, read, sniff};
