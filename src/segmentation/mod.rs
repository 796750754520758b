//! Cutting texts: sentences, segments over two texts, and what kind of paragraph each block is. Pure functions, no I/O.

mod abbreviations;
mod beads;
mod kinds;
mod sentences;

pub use beads::{RepairError, SegmentReplacement, beads_for, merge_beads, replace_segment, split_bead};
pub use kinds::classify;
pub use sentences::sentences;
