//! What changed: between two texts word by word, between two versions of an article paragraph by paragraph. Pure engines; they
//! decide nothing about status and store nothing.

mod chain;
mod contents;
mod pairing;
mod risk;
mod versions;
mod words;

pub use chain::moved;
pub use contents::{Version, diff_contents};
pub use versions::{Keys, Match, compare_versions};
pub use words::{diff, likeness};
