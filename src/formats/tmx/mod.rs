//! TMX 1.4b, translation memories between tools: units out of a file of any size, and into one. It keeps nothing in memory but
//! one unit, follows no declaration of entities, and opens no other file.
//!
//! Texts are those of the file's information set: references and CDATA are resolved, line ends are one line feed (XML 1.0, clause
//! 2.11), and nothing else changes. What another tool's inline elements hold is kept and is no text ([`ForeignCode`]); a subflow
//! (`<sub>`) is kept with the code it stands in. Characters that XML forbids stand in segments as
//! `<ph type="x-char">U+0001</ph>`; in names, properties and notes they cannot be written.
//!
//! Attributes of units and variants that have no place in an [`ExchangeUnit`] become properties whose type begins with `tmx:`, and
//! attributes again when they are written.
//!
//! [`ForeignCode`]: crate::model::ForeignCode
//! [`ExchangeUnit`]: crate::model::ExchangeUnit

mod bitext;
mod characters;
mod elements;
mod header;
mod languages;
mod numbering;
mod problem;
mod read;
mod segment;
#[cfg(test)]
mod tests;
mod time;
mod unit;
mod write;
mod xml;

pub(super) use bitext::write as write_bitext;
pub use header::{ALL_LANGUAGES, Header, SegmentKind};
pub use problem::{TmxProblem, XmlFault};
pub use read::{Tally, Units, units};
pub use write::{TmxWriteError, Writer};

/// The attributes of a unit that are kept as properties, in the order in which they come.
const KEPT_ATTRIBUTES: [&str; 8] = [
    "datatype",
    "usagecount",
    "lastusagedate",
    "creationtool",
    "creationtoolversion",
    "segtype",
    "o-tmf",
    "o-encoding",
];

/// What stands before the name of an attribute in the type of its property.
const KEPT_PREFIX: &str = "tmx:";
