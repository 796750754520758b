//! Reads quantities from a raw text, Arabic or English: digits of three scripts and number words, each with its exact value
//! and its bytes. It compares nothing, and the sign of a number is not read.

mod arabic;
mod cardinal;
mod english;
mod percent;
mod ratio;
mod reader;
mod scan;

use std::ops::Range;

use crate::model::Language;

pub use ratio::Ratio;

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
}

/// A quantity in a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Quantity {
    /// Where it stands, in UTF-8 bytes of the raw text.
    pub span: Range<usize>,
    /// What sort of quantity it is.
    pub kind: QuantityKind,
    /// The exact value; percentages as they are said: 45 for 45 %.
    pub value: Ratio,
    /// What the writing may mean as well: `100m` is a hundred million or a hundred metres.
    pub other: Option<Ratio>,
    /// Whether it is written in words alone.
    pub words: bool,
    /// Whether a translation may do without it: whole numbers up to ten and fractions, in words.
    pub soft: bool,
}

/// The quantities of a raw text, in order and apart.
///
/// Number words are read in Arabic and English; of other languages only digits are. Time grows with the length of the text.
#[must_use]
pub fn values(text: &str, language: &Language) -> Vec<Quantity> {
    reader::read(text, language)
}

#[cfg(test)]
mod tests;
