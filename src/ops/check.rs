//! The catalogue of checks; and the checks of one source and its target, without a desk.

use crate::model::{CheckScope, Finding, Language, Profile, Severity};
use crate::qa::{self, CHECKS, Check, Context, Lengths};
use crate::store::{Fingerprint, fingerprints};

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
    /// Which findings.
    pub choice: Choice<'a>,
}

/// Which findings somebody wants.
#[derive(Clone, Copy, Debug)]
pub struct Choice<'a> {
    /// The ids of the checks to run; all when empty.
    pub only: &'a [String],
    /// The ids of checks to leave out.
    pub ignore: &'a [String],
    /// Findings below this severity are not reported.
    pub severity: Severity,
}

impl Choice<'_> {
    /// Whether a check is to run.
    pub(super) fn wants(&self, check: &Check) -> bool {
        let named = |list: &[String]| list.iter().any(|id| id == check.id);
        (self.only.is_empty() || named(self.only)) && !named(self.ignore)
    }
}

/// What the wanted checks find, in the order of the catalogue, each with the name that tells it from the others.
#[must_use]
pub fn check_pair(request: &PairRequest<'_>) -> Vec<(String, Finding)> {
    let ((source, from), (target, to)) = (request.source, request.target);
    let (profile, lengths) = (Profile::default(), Lengths::default());
    let context = Context { source: from, target: to, profile, lengths, termbase: None };
    let findings = qa::check_texts((source, target), &context, |check| request.choice.wants(check));
    let ids = fingerprints(&findings.iter().collect::<Vec<_>>(), source, target);
    let named = ids.into_iter().map(Fingerprint::to_hex).zip(findings);
    named.filter(|(_, finding)| finding.severity >= request.choice.severity).collect()
}
