//! The translation memory at work: what the desk's own revisions and other tools' memories bring in, and what is found in it.
//!
//! The memory is a view over the desk's own translated paragraphs and segments, and over the entries of memories from outside.
//! The tables are the store's, the engine is in `matching`; here both meet. Every write of the desk learns what it settled, in
//! its own transaction ([`learning`]).

mod intake;
mod learning;
mod lookup;
mod reader;
mod vocabulary;

pub(super) use learning::learn;
pub use learning::reindex;
pub use lookup::{Filters, LookUp, Memory, MemoryMatch, Provenance, Surroundings};
