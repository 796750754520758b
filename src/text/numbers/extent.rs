//! What is measured in a common unit, so that 40 kilometres may be 25 miles. Lengths, areas and volumes are powers of a metre; factors
//! are those of the international yard and pound (1959), of the US gallon and the oil barrel of 42 of them, of the metric dunam and the
//! Egyptian feddan.

use super::measure::{Measure, MeasureKind};
use super::{Quantity, Ratio};

/// What sort of thing is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Dimension {
    /// A length, an area or a volume: the power of a metre, 1 to 3.
    Metres(u8),
    /// A mass, in grams.
    Grams,
    /// A temperature, in degrees Fahrenheit.
    Degrees,
}

/// So much of something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Extent {
    /// What is measured.
    pub dimension: Dimension,
    /// How much, in the unit of its dimension.
    pub value: Ratio,
    /// The unit as it stands in the text.
    pub unit: &'static str,
}

/// The sort of a unit, and what one of it is: a numerator and a denominator.
fn unit(name: &str) -> Option<(Dimension, i128, i128)> {
    use Dimension::{Grams, Metres};
    Some(match name {
        "kilometre" => (Metres(1), 1000, 1),
        "metre" => (Metres(1), 1, 1),
        "centimetre" => (Metres(1), 1, 100),
        "millimetre" => (Metres(1), 1, 1000),
        "mile" => (Metres(1), 1_609_344, 1000),
        "foot" => (Metres(1), 3048, 10_000),
        "hectare" => (Metres(2), 10_000, 1),
        "dunam" => (Metres(2), 1000, 1),
        "feddan" => (Metres(2), 420_083, 100),
        "acre" => (Metres(2), 404_686, 100),
        "litre" => (Metres(3), 1, 1000),
        "millilitre" => (Metres(3), 1, 1_000_000),
        "gallon" => (Metres(3), 3_785_412, 1_000_000_000),
        "barrel" => (Metres(3), 158_987, 1_000_000),
        "tonne" => (Grams, 1_000_000, 1),
        "kilogram" => (Grams, 1000, 1),
        "gram" => (Grams, 1, 1),
        "milligram" => (Grams, 1, 1000),
        "ounce" => (Grams, 28_349_523, 1_000_000),
        _ => return None,
    })
}

impl Extent {
    fn of(value: Ratio, measure: Measure) -> Option<Self> {
        let name = match measure.names {
            [name] if measure.kind == MeasureKind::Unit => *name,
            _ => return None,
        };
        if name == "Celsius" || name == "Fahrenheit" {
            let fahrenheit = || value.times(Ratio::new(9, 5)?)?.plus(Ratio::integer(32));
            let value = if name == "Celsius" { fahrenheit()? } else { value };
            return Some(Self { dimension: Dimension::Degrees, value, unit: name });
        }
        let (dimension, numerator, denominator) = unit(name)?;
        let one = Ratio::new(numerator, denominator)?;
        let (dimension, one) = match (dimension, measure.power) {
            (Dimension::Metres(1), 2) => (Dimension::Metres(2), one.times(one)?),
            (Dimension::Metres(1), 3) => (Dimension::Metres(3), one.times(one)?.times(one)?),
            (dimension, _) => (dimension, one),
        };
        Some(Self { dimension, value: value.times(one)?, unit: name })
    }
}

impl Quantity {
    /// What is measured, if a unit of length, area, volume, mass or temperature is.
    #[must_use]
    pub fn extent(&self) -> Option<Extent> {
        Extent::of(self.value, self.measure?)
    }
}
