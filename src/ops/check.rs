//! Checks one source and its target, without a desk.

use crate::model::{CheckScope, Finding, Language, Severity};
use crate::qa::{self, CHECKS, Check};

/// A check, as the catalogue lists it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CatalogueEntry {
    /// The stable id, family first.
    pub id: &'static str,
    /// The weight of most of its findings.
    pub severity: Severity,
    /// What it has to see.
    pub scope: CheckScope,
    /// A source and target that it finds fault with.
    pub flags: (&'static str, &'static str),
    /// A source and target that it lets pass.
    pub passes: (&'static str, &'static str),
}

/// Every check there is, in the order of the catalogue.
pub fn catalogue() -> impl Iterator<Item = CatalogueEntry> {
    CHECKS.iter().map(|&Check { id, severity, scope, flags, passes, .. }| CatalogueEntry {
        id,
        severity,
        scope,
        flags,
        passes,
    })
}

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
