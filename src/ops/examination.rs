//! Runs the checks over a desk, or a part of it: every paragraph that has a translation and is not left out of the finished
//! article. It waives nothing and writes nothing.

mod articles;
mod consistency;
mod naming;

use std::collections::HashSet;

use super::check::Choice;
use super::desk::{Desk, find_article};
use super::error::OpsError;
use super::settings::profile_of;
use super::show::select;
use super::terms::Terms;
use crate::model::{Address, CheckScope, Finding, Profile, Severity};
use crate::qa::{CHECKS, Check, Context, LengthPair, Lengths};
use crate::store::{ArticleHead, ParagraphKey, Snapshot};
use crate::terminology::Termbase;
use articles::Batch;

/// What to check.
#[derive(Clone, Debug)]
pub struct CheckRequest<'a> {
    /// The article, paragraphs or segment; the whole desk when `None`.
    pub address: Option<Address>,
    /// Which findings.
    pub choice: Choice<'a>,
}

/// A finding in a paragraph of a desk.
#[derive(Clone, Debug, PartialEq)]
pub struct DeskFinding {
    /// Its name: stays the same as long as the places that it points at read as they do.
    pub id: String,
    /// The paragraph, as an address.
    pub address: String,
    /// The article.
    pub slug: String,
    /// The paragraph's number.
    pub number: u32,
    /// The segment that it begins in.
    pub segment: u32,
    /// What was found; its spans are those of the paragraph's texts.
    pub finding: Finding,
    /// Who let it stand, and why.
    pub waiver: Option<WaiverView>,
}

impl DeskFinding {
    /// Whether it keeps its paragraph from being approved.
    #[must_use]
    pub fn is_open_error(&self) -> bool {
        self.finding.severity == Severity::Error && self.waiver.is_none()
    }
}

/// Who let a finding stand, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WaiverView {
    /// Who.
    pub person: String,
    /// When (RFC 3339, UTC).
    pub at: String,
    /// Why.
    pub reason: String,
}

/// What the checks found on a desk.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CheckReport {
    /// The findings, by article, paragraph and place in the catalogue.
    pub findings: Vec<DeskFinding>,
    /// How many paragraphs were checked.
    pub paragraphs: usize,
}

/// Checks a desk or a part of it. Of a desk it holds a few articles at a time.
///
/// # Errors
/// When the article, a paragraph or the segment does not exist; errors of the disk.
pub fn check(desk: &Desk, request: &CheckRequest<'_>) -> Result<CheckReport, OpsError> {
    let snapshot = desk.snapshot()?;
    let examiner = Examiner::new(&snapshot, request.choice)?;
    let mut report = match &request.address {
        Some(address) => examiner.address(address)?,
        None => examiner.desk()?,
    };
    if let Some(Address::Segment(_, _, number)) = &request.address {
        report.findings.retain(|found| found.segment == *number);
    }
    report.findings.retain(|found| found.finding.severity >= request.choice.severity);
    let place = |id: &str| CHECKS.iter().position(|check| check.id == id);
    report.findings.sort_by_cached_key(|found| (found.slug.clone(), found.number, place(found.finding.check)));
    Ok(report)
}

/// Every finding on one paragraph, whatever its scope.
pub(super) fn findings_on(
    snapshot: &Snapshot<'_>,
    head: &ArticleHead,
    paragraph: ParagraphKey,
) -> Result<Vec<DeskFinding>, OpsError> {
    let wanted = HashSet::from([paragraph]);
    Ok(Examiner::new(snapshot, EVERYTHING)?.paragraphs(head, Wanted::Some(&wanted))?.findings)
}

/// What nobody has let stand.
#[derive(Debug, Default)]
pub(super) struct OpenFindings {
    /// The errors. That the source has changed is none of them: an approval of the new source answers it.
    pub(super) errors: Vec<DeskFinding>,
    /// How many warnings there are beside them.
    pub(super) warnings: usize,
    /// The paragraphs that have warnings, in order.
    pub(super) warned: Vec<String>,
}

/// What is open on paragraphs of one article.
pub(super) fn open_findings(
    snapshot: &Snapshot<'_>,
    head: &ArticleHead,
    paragraphs: &[ParagraphKey],
) -> Result<OpenFindings, OpsError> {
    if paragraphs.is_empty() {
        return Ok(OpenFindings::default());
    }
    let wanted: HashSet<ParagraphKey> = paragraphs.iter().copied().collect();
    let examiner = Examiner::new(snapshot, WARNINGS)?;
    let mut batch = Batch::default();
    batch.read(snapshot, head, Wanted::Some(&wanted))?;
    let mut findings = examiner.batch(&batch)?.findings;
    findings.retain(|found| found.waiver.is_none() && found.finding.check != "src.changed");
    let (errors, others): (Vec<_>, Vec<_>) = findings.into_iter().partition(DeskFinding::is_open_error);
    let is_warning = |found: &&DeskFinding| found.finding.severity == Severity::Warn;
    let mut warned: Vec<(u32, &str)> =
        others.iter().filter(is_warning).map(|found| (found.number, found.address.as_str())).collect();
    let warnings = warned.len();
    warned.sort_unstable();
    warned.dedup();
    let warned = warned.into_iter().map(|(_, address)| address.to_owned()).collect();
    Ok(OpenFindings { errors, warnings, warned })
}

const EVERYTHING: Choice<'static> = Choice { only: &[], ignore: &[], severity: Severity::Info };
const WARNINGS: Choice<'static> = Choice { severity: Severity::Warn, ..EVERYTHING };

/// So many approved pairs are looked at to learn how long targets are.
const LEARNT_FROM: u32 = 500;

/// The paragraphs of an article whose findings are wanted.
#[derive(Clone, Copy)]
enum Wanted<'a> {
    All,
    Some(&'a HashSet<ParagraphKey>),
}

impl Wanted<'_> {
    fn has(self, paragraph: ParagraphKey) -> bool {
        match self {
            Wanted::All => true,
            Wanted::Some(wanted) => wanted.contains(&paragraph),
        }
    }
}

/// What checks need of a desk beside the texts.
struct Rules<'a> {
    choice: Choice<'a>,
    profile: Profile,
    termbase: Termbase,
    lengths: Lengths,
}

impl Rules<'_> {
    fn context<'c>(&'c self, source: &'c crate::model::Language, target: &'c crate::model::Language) -> Context<'c> {
        Context { source, target, profile: self.profile, termbase: Some(&self.termbase), lengths: self.lengths }
    }

    fn wants_scope(&self, scope: CheckScope) -> bool {
        CHECKS.iter().any(|check| check.scope == scope && self.choice.wants(check))
    }
}

/// The checks, and the desk that they look at.
struct Examiner<'a> {
    snapshot: &'a Snapshot<'a>,
    rules: Rules<'a>,
}

impl<'a> Examiner<'a> {
    fn new(snapshot: &'a Snapshot<'a>, choice: Choice<'a>) -> Result<Self, OpsError> {
        let measures = |check: &Check| check.id == "seg.length-ratio" && choice.wants(check);
        let lengths = match choice.severity < Severity::Error && CHECKS.iter().any(measures) {
            true => {
                let pairs = snapshot.approved_pairs(LEARNT_FROM)?;
                let pairs: Vec<LengthPair> = pairs.iter().filter_map(|(s, t)| LengthPair::of(s, t)).collect();
                Lengths::learnt(&pairs)
            }
            false => Lengths::default(),
        };
        let termbase = Terms::of(snapshot)?.termbase;
        Ok(Self { snapshot, rules: Rules { choice, profile: profile_of(snapshot)?, lengths, termbase } })
    }

    /// What the checks find at an address.
    fn address(&self, address: &Address) -> Result<CheckReport, OpsError> {
        let head = find_article(self.snapshot, address.slug())?;
        if matches!(address, Address::Article(_)) {
            return self.paragraphs(&head, Wanted::All);
        }
        let wanted = select(self.snapshot, &head, address)?.into_iter().map(|state| state.key).collect();
        self.paragraphs(&head, Wanted::Some(&wanted))
    }

    /// What the checks find in the wanted paragraphs of one article.
    fn paragraphs(&self, head: &ArticleHead, wanted: Wanted<'_>) -> Result<CheckReport, OpsError> {
        let mut batch = Batch::default();
        batch.read(self.snapshot, head, wanted)?;
        let mut report = self.batch(&batch)?;
        report.findings.extend(self.consistency_in(&batch)?);
        Ok(report)
    }

    /// What the checks find on the whole desk.
    fn desk(&self) -> Result<CheckReport, OpsError> {
        let mut report = CheckReport::default();
        let mut batch = Batch::default();
        let heads = self.snapshot.articles()?;
        for (index, head) in heads.iter().enumerate() {
            batch.read(self.snapshot, head, Wanted::All)?;
            if batch.is_full() || index + 1 == heads.len() {
                let CheckReport { findings, paragraphs } = self.batch(&std::mem::take(&mut batch))?;
                report.paragraphs += paragraphs;
                report.findings.extend(findings);
            }
        }
        report.findings.extend(self.consistency()?);
        Ok(report)
    }
}
