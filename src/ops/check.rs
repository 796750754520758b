//! Checks one source and its target, without a desk.

use crate::model::{Finding, Language, Severity};
use crate::qa::{self, Check};

/// What is to be checked, and by which checks.
#[derive(Clone, Debug)]
pub struct PairRequest<'a> {
    /// The source and its language.
    pub source: (&'a str, &'a Language),
    /// The target and its language.
    pub target: (&'a str, &'a Language),
    /// The ids of the checks to run; all when empty.
    pub only: &'a [String],
    /// The ids of checks to leave out.
    pub ignore: &'a [String],
    /// Findings below this severity are not reported.
    pub severity: Severity,
}

/// What the wanted checks find, in the order of the catalogue.
#[must_use]
pub fn check_pair(request: &PairRequest<'_>) -> Vec<Finding> {
    let named = |list: &[String], check: &Check| list.iter().any(|id| id == check.id);
    let wanted =
        |check: &Check| (request.only.is_empty() || named(request.only, check)) && !named(request.ignore, check);
    let mut findings = qa::check_pair(request.source, request.target, wanted);
    findings.retain(|finding| finding.severity >= request.severity);
    findings
}
