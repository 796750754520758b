//! What must be the same in a block and its translation: numbers, amounts, accounts, dates, addresses. The checks decide; here
//! stands which of them.

use crate::model::{Content, Finding, Language, Profile, Severity};
use crate::ops::error::OpsError;
use crate::qa::{Context, Lengths, Passage, check_passage};

/// The checks whose warnings count as errors in a block.
const STRICT: &[&str] = &[
    "num.mismatch",
    "num.scale",
    "num.percent",
    "num.year",
    "num.ordinal",
    "num.range",
    "num.phone",
    "num.iban",
    "num.currency",
    "num.unit",
    "date.mismatch",
    "date.month",
    "date.hijri",
    "time.mismatch",
    "id.url",
    "id.email",
    "id.handle",
    "id.placeholder",
];

/// What of numbers and the like differs; also an IBAN whose check digits are wrong on both sides, for it would be wrong everywhere.
pub(super) fn differences(texts: (&Content, &Content), languages: (&Language, &Language)) -> Vec<Finding> {
    let context = Context {
        source: languages.0,
        target: languages.1,
        profile: Profile::default(),
        termbase: None,
        lengths: Lengths::default(),
    };
    let passage = Passage::plain(texts.0, texts.1, "");
    let mut found = check_passage(&passage, &context, |check| STRICT.contains(&check.id));
    found.retain(|finding| finding.severity >= Severity::Warn || finding.check == "num.iban");
    found
}

/// Refuses differences that nobody lets stand; a reason without a word is none.
pub(super) fn require_same(
    what: &str,
    texts: (&Content, &Content),
    languages: (&Language, &Language),
    waiver: Option<&str>,
) -> Result<Vec<Finding>, OpsError> {
    let findings = differences(texts, languages);
    let is_waived = waiver.is_some_and(|reason| !reason.trim().is_empty());
    if findings.is_empty() || is_waived {
        return Ok(findings);
    }
    Err(OpsError::BlockNumbers { what: what.to_owned(), findings })
}
