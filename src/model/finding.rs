//! What a check reports about a source and its target. Whether somebody has waived it is not known here.

use std::ops::Range;

use super::message::Message;

/// How much a finding weighs, least first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Worth a look.
    Info,
    /// Probably wrong.
    Warn,
    /// Must be mended or waived before approval.
    Error,
}

impl Severity {
    /// Every severity, least first.
    pub const ALL: [Self; 3] = [Self::Info, Self::Warn, Self::Error];

    /// The stable name.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Warn => "warn",
            Self::Error => "error",
        }
    }

    /// The severity of a stable name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|severity| severity.as_str() == name)
    }
}

/// What a check has to see to decide.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CheckScope {
    /// One source and its target.
    Segment,
    /// A whole article.
    Document,
    /// All articles of a desk.
    Project,
}

impl CheckScope {
    /// The stable name.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Segment => "segment",
            Self::Document => "document",
            Self::Project => "project",
        }
    }
}

/// One thing that a check found.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// The id of the check, such as `num.mismatch`.
    pub check: &'static str,
    /// How much it weighs.
    pub severity: Severity,
    /// Where in the source, in UTF-8 bytes; empty where it is about the target alone.
    pub source: Vec<Range<usize>>,
    /// Where in the target, in UTF-8 bytes.
    pub target: Vec<Range<usize>>,
    /// What is the matter.
    pub message: Message,
    /// What could stand in the target instead.
    pub suggestion: Option<String>,
}
