//! Measures that a translator has converted: 40 kilometres as 25 miles, in round numbers. A number with another unit that no conversion
//! gives is none.

use std::collections::HashMap;

use super::Sorting;
use crate::text::numbers::{Dimension, Extent, Quantity, Ratio};

/// How far a converted number may be rounded: one part in so many.
const ROUNDED: i64 = 20;

/// The values of one side by what is measured and by unit, rising.
struct Extents(HashMap<Dimension, HashMap<&'static str, Vec<Ratio>>>);

impl Extents {
    fn of(quantities: &[Quantity]) -> Self {
        let mut all: HashMap<Dimension, HashMap<&'static str, Vec<Ratio>>> = HashMap::new();
        for extent in quantities.iter().filter_map(Quantity::extent) {
            all.entry(extent.dimension).or_default().entry(extent.unit).or_default().push(extent.value);
        }
        all.values_mut().flat_map(HashMap::values_mut).for_each(|values| values.sort_unstable());
        Self(all)
    }

    /// Whether the same, roughly, is there in another unit.
    fn has(&self, wanted: &Extent) -> bool {
        let margin = |part: i64| wanted.value.times(Ratio::integer(part)).and_then(|v| v.over(Ratio::integer(ROUNDED)));
        let (Some(least), Some(most)) = (margin(ROUNDED - 1), margin(ROUNDED + 1)) else { return false };
        let Some(units) = self.0.get(&wanted.dimension) else { return false };
        units.iter().filter(|(unit, _)| **unit != wanted.unit).any(|(_, values)| {
            let at = values.partition_point(|value| *value < least);
            values.get(at).is_some_and(|value| *value <= most)
        })
    }
}

impl Sorting<'_> {
    /// Takes out what stands converted on the other side. Time grows with the number of quantities and its logarithm.
    pub(super) fn match_conversions(&mut self) {
        let (from, to) = (self.from, self.to);
        if self.sources.is_empty() && self.targets.is_empty() {
            return;
        }
        let (sources, targets) = (Extents::of(from), Extents::of(to));
        self.sources.retain(|at| !from[*at].extent().is_some_and(|extent| targets.has(&extent)));
        self.targets.retain(|at| !to[*at].extent().is_some_and(|extent| sources.has(&extent)));
    }
}
