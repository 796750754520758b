//! Reads quantities from a raw text, Arabic or English: digits of three scripts and number words, each with its exact value
//! and its bytes. It compares nothing, and the sign of a number is not read.

mod arabic;
mod cardinal;
mod clock;
mod dates;
mod day_part;
mod duration;
mod english;
mod extent;
mod identifier;
mod measure;
mod months;
mod nouns;
mod ordinal;
mod percent;
mod range;
mod ratio;
mod reader;
mod scan;
mod score;

use std::ops::Range;

use crate::model::Language;
use crate::text::addresses::{FoundAddress, addresses};

pub use clock::{Clock, HalfDay};
pub use dates::Date;
pub use duration::{Duration, NamedOnce};
pub use extent::{Dimension, Extent};
pub use measure::{Measure, MeasureKind};
pub use months::Calendar;
pub use nouns::Counted;
pub use ratio::Ratio;
pub use score::Score;

/// What sort of quantity it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum QuantityKind {
    /// A number or an amount.
    Plain,
    /// So many of a hundred.
    Percent,
    /// A difference of percentages.
    PercentagePoint,
    /// Part of a whole, in words or as a sign: ثلث, three quarters, ½.
    Fraction,
    /// An order of magnitude: عشرات, thousands; the value is the order.
    Vague,
    /// A rank: التاسع عشر, 19th.
    Ordinal,
    /// A rank in Roman numerals: XIV.
    Roman,
    /// A year.
    Year,
    /// The first year of a decade, below 100 where the text names no century: 60 for الستينيات, 1960 for the 1960s.
    Decade,
}

/// A quantity in a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Quantity {
    /// Where it stands, in UTF-8 bytes of the raw text; without the measure.
    pub span: Range<usize>,
    /// What sort of quantity it is.
    pub kind: QuantityKind,
    /// The exact value; percentages as they are said: 45 for 45 %.
    pub value: Ratio,
    /// What the writing may mean as well: `100m` is a hundred million or a hundred metres, الـ٤٨ is 48 or 1948.
    pub other: Option<Ratio>,
    /// The currency, unit or length of time that is counted.
    pub measure: Option<Measure>,
    /// The thing or the people that are counted, where they are known.
    pub counted: Counted,
    /// Whether it is written in words alone.
    pub words: bool,
    /// Whether a translation may do without it: in words, a whole number up to ten, a fraction or a rank up to ten; digits in
    /// a name such as F-16.
    pub soft: bool,
    /// How many decimals its digits have.
    pub decimals: usize,
    /// Whether a comma stands for its decimal point.
    pub decimal_comma: bool,
}

/// A run of digits that counts nothing, such as a telephone number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identifier {
    /// Where it stands, in UTF-8 bytes of the raw text.
    pub span: Range<usize>,
    /// Its digits in ASCII, leading zeros kept, separators left out.
    pub digits: String,
}

/// Whether an English word says how many times as much something is: doubled, fivefold.
#[must_use]
pub fn is_multiple(word: &str) -> bool {
    english::multiple(&word.to_lowercase()).is_some()
}

/// All that the grammar reads in one text.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    /// The quantities, those inside dates and clock times included.
    pub quantities: Vec<Quantity>,
    /// Pairs of indices of quantities that are the two ends of a range.
    pub ranges: Vec<(usize, usize)>,
    /// Dates and parts of dates that name a month or an era.
    pub dates: Vec<Date>,
    /// Times of day.
    pub clocks: Vec<Clock>,
    /// The scores of matches, whose numbers are quantities as well; digits that a dash parts may be one.
    pub scores: Vec<Score>,
    /// Runs of digits that count nothing.
    pub identifiers: Vec<Identifier>,
    /// Every currency and unit that is named, also without a number.
    pub measures: Vec<Measure>,
    /// Lengths of time that are named once and without a number: a fortnight, قبل سنة.
    pub named_once: Vec<NamedOnce>,
}

/// The quantities of a raw text, in order and apart, those inside dates and clock times included.
///
/// Number words are read in Arabic and English; of other languages only digits are. Time grows with the length of the text.
#[must_use]
pub fn values(text: &str, language: &Language) -> Vec<Quantity> {
    read(text, language).quantities
}

/// All that there is to read in a raw text, in order. Digits of web addresses, handles and placeholders are none.
#[must_use]
pub fn read(text: &str, language: &Language) -> Reading {
    read_beside(text, language, &addresses(text))
}

/// The same of a text whose addresses are known.
#[must_use]
pub fn read_beside(text: &str, language: &Language, addresses: &[FoundAddress]) -> Reading {
    reader::read(text, language, addresses)
}

#[cfg(test)]
mod tests;
