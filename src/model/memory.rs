//! Translation units on their way between a memory and a file, and the sorts of matches. How they are matched or stored is not
//! told here.

use super::content::Content;
use super::decision::closed_set;
use super::language::Language;

closed_set! {
    /// How a unit of the memory matches a source.
    MatchKind {
        /// The texts are equal, and so are their neighbours, or it is the same place (101).
        Context = "context",
        /// The texts are equal (100).
        Exact = "exact",
        /// Only invisible or typographic differences: tatweel, spaces, presentation forms, marks of direction (99).
        Canonical = "canonical",
        /// Only numbers in digits differ (at most 95).
        Numbers = "numbers",
        /// Something else differs (at most 98, which is a difference in orthography alone).
        Fuzzy = "fuzzy",
    }
}

/// When something was done, and by whom.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Stamp {
    /// The moment in UTC (RFC 3339, such as `2026-01-31T09:05:00Z`).
    pub at: Option<String>,
    /// The name of the person or tool.
    pub by: Option<String>,
}

/// A source and its target as they pass between tools: one pair of TMX variants (TMX 1.4b, `<tu>` and `<tuv>`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExchangeUnit {
    /// The name that the other tool gave the unit (`tuid`).
    pub id: Option<String>,
    /// The source. Codes of the same number in source and target render each other.
    pub source: Content,
    /// The target.
    pub target: Content,
    /// The language of the source, as the file has it.
    pub source_language: Language,
    /// The language of the target, as the file has it.
    pub target_language: Language,
    /// When and by whom it was made.
    pub created: Stamp,
    /// When and by whom it was changed last.
    pub changed: Stamp,
    /// Properties: type and value, in the order of the file.
    pub props: Vec<(String, String)>,
    /// Notes, in the order of the file.
    pub notes: Vec<String>,
    /// The line of the file where it begins, counted from 1; `None` where it comes from no file.
    pub line: Option<u64>,
}
