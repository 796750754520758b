//! How much weighing the names of two texts may take. It weighs none.

use std::cell::Cell;

/// How much may still be read where names are weighed against trees of names: no other bound is known for texts of nothing but names
/// that are all somewhat alike. Counted in places of Latin names at which a letter of a tree is looked at, those where it is read thrice.
#[derive(Debug)]
pub struct Effort(Cell<u64>);

impl Effort {
    /// That of so many places.
    #[must_use]
    pub const fn of(places: u64) -> Self {
        Self(Cell::new(places))
    }

    /// Whether it is spent: from then on a tree tells of fewer names than there are.
    #[must_use]
    pub const fn is_spent(&self) -> bool {
        self.0.get() == 0
    }

    /// Spends so many places.
    pub fn spend(&self, places: usize) {
        self.0.set(self.0.get().saturating_sub(places as u64));
    }
}
