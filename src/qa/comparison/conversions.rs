//! Measures that a translator has converted: 40 kilometres as 25 miles, in round numbers. A number with another unit that no conversion
//! gives is none.

use std::cmp::Ordering;
use std::collections::HashSet;

use super::Sorting;
use crate::text::numbers::{Dimension, Extent, Quantity, Ratio};

/// How far a number converted between systems of units may be rounded: one part in so many.
const ROUNDED: i64 = 20;
/// How many degrees Fahrenheit a temperature may be rounded by.
const DEGREES: i64 = 2;
/// Units that are no powers of ten of the metric ones.
const CUSTOMARY: &[&str] = &["mile", "foot", "feddan", "acre", "gallon", "barrel", "ounce"];

/// Whether two extents of one dimension are the same in different units.
fn converts(one: &Extent, other: &Extent) -> bool {
    if one.dimension != other.dimension || one.unit == other.unit {
        return false;
    }
    let margin = if one.dimension == Dimension::Degrees {
        Some(Ratio::integer(DEGREES))
    } else if CUSTOMARY.contains(&one.unit) || CUSTOMARY.contains(&other.unit) {
        one.value.over(Ratio::integer(ROUNDED))
    } else {
        Some(Ratio::ZERO)
    };
    let near = |low: Ratio, high: Ratio| margin.and_then(|margin| low.plus(margin)).is_some_and(|most| high <= most);
    near(one.value, other.value) && near(other.value, one.value)
}

/// The free quantities that have an extent, by dimension and value.
fn extents(quantities: &[Quantity], free: &[usize]) -> Vec<(usize, Extent)> {
    let mut found: Vec<(usize, Extent)> = free.iter().filter_map(|at| Some((*at, quantities[*at].extent()?))).collect();
    found.sort_by(|(a, one), (b, other)| order(one, other).then(a.cmp(b)));
    found
}

fn order(one: &Extent, other: &Extent) -> Ordering {
    let rank = |dimension| match dimension {
        Dimension::Metres(power) => power,
        Dimension::Grams => 4,
        Dimension::Degrees => 5,
    };
    rank(one.dimension).cmp(&rank(other.dimension)).then(one.value.cmp(&other.value))
}

impl Sorting<'_> {
    /// Takes out the free quantities that stand converted on the other side, each for one, and those which the target adds beside
    /// what they convert. Time grows with the number of quantities and its logarithm.
    pub(super) fn match_conversions(&mut self) {
        let (from, to) = (self.from, self.to);
        let (mut sources, mut targets) = (extents(from, &self.sources), extents(to, &self.targets));
        let (mut said, mut told) = (HashSet::new(), HashSet::new());
        while let (Some((s, source)), Some((t, target))) = (sources.last(), targets.last()) {
            if converts(source, target) {
                said.insert(*s);
                told.insert(*t);
                sources.pop();
                targets.pop();
            } else if order(source, target) == Ordering::Less {
                targets.pop();
            } else {
                sources.pop();
            }
        }
        self.sources.retain(|at| !said.contains(at));
        let beside = |at: usize| at.checked_sub(1).into_iter().chain([at + 1]).filter_map(|at| to.get(at)?.extent());
        let is_added = |at: usize| to[at].extent().is_some_and(|own| beside(at).any(|other| converts(&other, &own)));
        self.targets.retain(|at| !told.contains(at) && !is_added(*at));
    }
}
