//! One translation unit on its way between a memory and a file. How it is matched or stored is not told here.

use super::content::Content;
use super::language::Language;

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
