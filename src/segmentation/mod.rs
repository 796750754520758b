//! Cutting texts: sentences, segments over two texts, and what kind of paragraph each block is. Pure functions, no I/O.

mod abbreviations;
mod sentences;

pub use sentences::sentences;
