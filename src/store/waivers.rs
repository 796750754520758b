//! Waivers: findings of checks that somebody has let stand, with a reason. Each is bound to both texts as the key L1 reads
//! them, so that it dies when one of them says something else.

use std::collections::HashMap;

use rusqlite::{Row, named_params};
use uuid::Uuid;

use super::error::StoreError;
use super::writer::Writer;
use super::{ArticleKey, ParagraphKey, Snapshot};
use crate::model::{Finding, OperationSeq};
use crate::text::canon;

/// What tells a finding of a passage from all its others, as long as the places in question read as they do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fingerprint(pub(super) [u8; 4]);

/// BLAKE3 over the key L1 of a source and of its target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CanonPair {
    source: [u8; 32],
    target: [u8; 32],
}

/// A finding that somebody let stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WaiverRow {
    /// The operation that wrote it.
    pub operation: OperationSeq,
    /// When that was (RFC 3339, UTC).
    pub at: String,
    /// The paragraph.
    pub paragraph: ParagraphKey,
    /// The id of the check.
    pub check: String,
    /// The texts it is bound to.
    pub texts: CanonPair,
    /// Which finding.
    pub fingerprint: Fingerprint,
    /// Who.
    pub person: String,
    /// Why.
    pub reason: String,
}

impl Fingerprint {
    /// Eight hexadecimal digits.
    #[must_use]
    pub fn to_hex(self) -> String {
        format!("{:08x}", u32::from_be_bytes(self.0))
    }

    /// Reads eight hexadecimal digits.
    #[must_use]
    pub fn from_hex(text: &str) -> Option<Self> {
        let number = u32::from_str_radix(text, 16).ok().filter(|_| text.len() == 8)?;
        Some(Self(number.to_be_bytes()))
    }
}

/// The fingerprints of the findings of one passage, in order: BLAKE3 over the check and the places it points at, as the key
/// L1 reads them; equal ones are told apart by counting.
#[must_use]
pub fn fingerprints(findings: &[&Finding], source: &str, target: &str) -> Vec<Fingerprint> {
    let mut seen: HashMap<Vec<u8>, u32> = HashMap::new();
    let mut fingerprints = Vec::with_capacity(findings.len());
    for finding in findings {
        let mut named = finding.check.as_bytes().to_vec();
        for (spans, text) in [(&finding.source, source), (&finding.target, target)] {
            named.push(0);
            for span in spans {
                named.extend_from_slice(canon(text.get(span.clone()).unwrap_or_default()).as_bytes());
                named.push(1);
            }
        }
        let before = *seen.entry(named.clone()).and_modify(|count| *count += 1).or_insert(0);
        named.extend_from_slice(&before.to_be_bytes());
        let hash = blake3::hash(&named);
        fingerprints.push(Fingerprint(*hash.as_bytes().first_chunk().expect("a BLAKE3 hash has 32 bytes")));
    }
    fingerprints
}

impl CanonPair {
    /// That of two texts.
    #[must_use]
    pub fn of(source: &str, target: &str) -> Self {
        let hash = |text: &str| *blake3::hash(canon(text).as_bytes()).as_bytes();
        Self { source: hash(source), target: hash(target) }
    }
}

fn read(row: &Row<'_>) -> rusqlite::Result<WaiverRow> {
    Ok(WaiverRow {
        operation: OperationSeq(row.get("operation")?),
        at: row.get("at")?,
        paragraph: ParagraphKey(row.get("paragraph")?),
        check: row.get("check_id")?,
        texts: CanonPair { source: row.get("source_hash")?, target: row.get("target_hash")? },
        fingerprint: Fingerprint(row.get("fingerprint")?),
        person: row.get("person")?,
        reason: row.get("reason")?,
    })
}

impl Snapshot<'_> {
    /// The waivers on the paragraphs of an article that count at present, oldest first.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn waivers(&self, article: ArticleKey) -> Result<Vec<WaiverRow>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT w.operation, o.at, w.paragraph, w.check_id, w.source_hash, w.target_hash, w.fingerprint, w.person, w.reason
             FROM waiver w JOIN paragraph p ON p.key = w.paragraph JOIN operation o ON o.seq = w.operation
             WHERE p.article = :article
               AND NOT EXISTS (SELECT 1 FROM reverted x WHERE x.operation = w.operation)
             ORDER BY w.key",
        )?;
        let rows = statement.query_map(named_params! { ":article": article.0 }, read)?;
        rows.collect::<Result<_, _>>().map_err(|e| self.of_file(e))
    }

    /// The paragraphs whose global ids end in these four bytes, with their articles; usually one.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn paragraphs_ending_in(&self, tail: [u8; 4]) -> Result<Vec<(ArticleKey, ParagraphKey)>, StoreError> {
        let mut statement =
            self.connection.prepare_cached("SELECT article, key FROM paragraph WHERE substr(id, 13) = :tail")?;
        let rows = statement.query_map(named_params! { ":tail": tail }, |row| {
            Ok((ArticleKey(row.get("article")?), ParagraphKey(row.get("key")?)))
        })?;
        rows.collect::<Result<_, _>>().map_err(|e| self.of_file(e))
    }
}

/// A waiver to be written.
#[derive(Clone, Debug)]
pub struct NewWaiver<'a> {
    /// The paragraph.
    pub paragraph: ParagraphKey,
    /// The id of the check.
    pub check: &'a str,
    /// The texts it is bound to.
    pub texts: CanonPair,
    /// Which finding.
    pub fingerprint: Fingerprint,
    /// Who.
    pub person: &'a str,
    /// Why.
    pub reason: &'a str,
}

impl Writer<'_> {
    /// Adds a waiver.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn add_waiver(&mut self, new: &NewWaiver<'_>) -> Result<(), StoreError> {
        self.connection
            .prepare_cached(
                "INSERT INTO waiver (id, operation, paragraph, check_id, source_hash, target_hash, fingerprint, person, reason)
                 VALUES (:id, :operation, :paragraph, :check_id, :source_hash, :target_hash, :fingerprint, :person, :reason)",
            )?
            .execute(named_params! {
                ":id": Uuid::now_v7().as_bytes(),
                ":operation": self.operation.seq.0,
                ":paragraph": new.paragraph.0,
                ":check_id": new.check,
                ":source_hash": new.texts.source,
                ":target_hash": new.texts.target,
                ":fingerprint": new.fingerprint.0,
                ":person": new.person,
                ":reason": new.reason,
            })
            .map_err(|e| StoreError::of_file(e, self.path))?;
        self.mark_changed();
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Message, Severity};
    use proptest::prelude::*;
    use std::ops::Range;

    const SOURCE: &str = "كَتَبَ كتب ٣ ٣ كتبـ";
    const TARGET: &str = "He wrote 3 books, wrote 3.";

    /// The words of a text.
    fn spans(text: &str) -> Vec<Range<usize>> {
        let start = |word: &str| word.as_ptr() as usize - text.as_ptr() as usize;
        text.split(' ').map(|word| start(word)..start(word) + word.len()).collect()
    }

    fn finding(check: &'static str, source: Option<usize>, target: Option<usize>) -> Finding {
        let span = |text: &str, at: Option<usize>| at.map(|at| spans(text)[at].clone()).into_iter().collect();
        Finding {
            check,
            severity: Severity::Warn,
            source: span(SOURCE, source),
            target: span(TARGET, target),
            message: Message::new("finding-double-space"),
            suggestion: None,
        }
    }

    fn says(finding: &Finding) -> (&str, Vec<String>, Vec<String>) {
        let read = |text: &str, spans: &[Range<usize>]| spans.iter().map(|span| canon(&text[span.clone()])).collect();
        (finding.check, read(SOURCE, &finding.source), read(TARGET, &finding.target))
    }

    proptest! {
        /// Each finding held against each before it.
        #[test]
        fn findings_have_one_fingerprint_where_they_say_the_same_and_have_as_many_like_them_before(
            wanted in proptest::collection::vec(
                (0..2_usize, proptest::option::of(0..5_usize), proptest::option::of(0..6_usize)), 0..12,
            ),
        ) {
            let all: Vec<Finding> =
                wanted.iter().map(|(check, s, t)| finding(["num.mismatch", "name.missing"][*check], *s, *t)).collect();
            let prints = fingerprints(&all.iter().collect::<Vec<_>>(), SOURCE, TARGET);
            let before = |at: usize| all[..at].iter().filter(|other| says(other) == says(&all[at])).count();
            for (one, other) in (0..all.len()).flat_map(|one| (0..all.len()).map(move |other| (one, other))) {
                let (a, b) = (fingerprints(&[&all[one]], SOURCE, TARGET), fingerprints(&[&all[other]], SOURCE, TARGET));
                let alike = says(&all[one]) == says(&all[other]);
                prop_assert_eq!(a == b, alike);
                prop_assert_eq!(prints[one] == prints[other], alike && before(one) == before(other));
            }
        }
    }
}
