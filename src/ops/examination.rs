//! Runs the checks over a desk, or a part of it: every paragraph that has a translation and is not left out of the finished
//! article. It waives nothing and writes nothing.

use std::borrow::Cow;
use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use rayon::prelude::*;

use super::check::Choice;
use super::desk::{Desk, find_article};
use super::error::OpsError;
use super::settings::profile_of;
use super::show::{address_of, select};
use super::terms::Terms;
use crate::model::{Address, Bead, CheckScope, Content, Finding, Profile, Severity};
use crate::qa::{CHECKS, Check, Context, LengthPair, Lengths, Passage, check_passage, check_passages};
use crate::store::{
    Alike, ArticleHead, CanonPair, Fingerprint, ParagraphKey, ParagraphState, Shared, Snapshot, WaiverRow, fingerprints,
};
use crate::terminology::Termbase;

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

/// Checks a desk or a part of it.
///
/// # Errors
/// When the article, a paragraph or the segment does not exist; errors of the disk.
pub fn check(desk: &Desk, request: &CheckRequest<'_>) -> Result<CheckReport, OpsError> {
    let snapshot = desk.snapshot()?;
    let examiner = Examiner::new(&snapshot, request.choice)?;
    let mut report = CheckReport::default();
    let heads = match &request.address {
        Some(address) => vec![find_article(&snapshot, address.slug())?],
        None => snapshot.articles()?,
    };
    for head in &heads {
        let states = snapshot.paragraphs(head.key, 1, u32::MAX)?;
        let wanted = match &request.address {
            Some(address) => select(&snapshot, head, address)?.into_iter().map(|state| state.key).collect(),
            None => states.iter().map(|state| state.key).collect::<Vec<_>>(),
        };
        let examined = examiner.article(head, &states, |state| wanted.contains(&state.key))?;
        report.paragraphs += examined.paragraphs;
        report.findings.extend(examined.findings);
        if request.address.is_some() {
            let shared = examiner.shared(Some(head), |alike| wanted.contains(&alike.paragraph))?;
            report.findings.extend(shared);
        }
    }
    if request.address.is_none() {
        report.findings.extend(examiner.shared(None, |_| true)?);
    }
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
    let examiner = Examiner::new(snapshot, EVERYTHING)?;
    let states = snapshot.paragraphs(head.key, 1, u32::MAX)?;
    let mut findings = examiner.article(head, &states, |state| state.key == paragraph)?.findings;
    findings.extend(examiner.shared(Some(head), |alike| alike.paragraph == paragraph)?);
    Ok(findings)
}

/// What nobody has let stand.
#[derive(Debug, Default)]
pub(super) struct OpenFindings {
    /// The errors. That the source has changed is none of them: an approval of the new source answers it.
    pub(super) errors: Vec<DeskFinding>,
    /// How many warnings there are beside them.
    pub(super) warnings: usize,
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
    let examiner = Examiner::new(snapshot, WARNINGS)?;
    let states = snapshot.paragraphs(head.key, 1, u32::MAX)?;
    let mut findings = examiner.article(head, &states, |state| paragraphs.contains(&state.key))?.findings;
    findings.retain(|found| found.waiver.is_none() && found.finding.check != "src.changed");
    let (errors, others): (Vec<_>, Vec<_>) = findings.into_iter().partition(DeskFinding::is_open_error);
    let warnings = others.iter().filter(|found| found.finding.severity == Severity::Warn).count();
    Ok(OpenFindings { errors, warnings })
}

const EVERYTHING: Choice<'static> = Choice { only: &[], ignore: &[], severity: Severity::Info };
const WARNINGS: Choice<'static> = Choice { severity: Severity::Warn, ..EVERYTHING };

/// So many approved pairs are looked at to learn how long targets are.
const LEARNT_FROM: u32 = 500;

/// The checks with what they need of a desk.
struct Examiner<'a> {
    snapshot: &'a Snapshot<'a>,
    choice: Choice<'a>,
    profile: Profile,
    termbase: Termbase,
    lengths: Lengths,
}

/// A paragraph that is checked, with the text that checks read.
struct Examined<'a> {
    state: &'a ParagraphState,
    target: &'a Content,
    address: String,
    /// The source it was written against, where that is another one.
    basis: Option<Content>,
    /// What of the source, and of the target, the other side lacks on purpose.
    set_aside: [Vec<Range<usize>>; 2],
    /// The segments of the source without a target that nobody set aside.
    untold: Vec<Range<usize>>,
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
        Ok(Self { snapshot, choice, profile: profile_of(snapshot)?, lengths, termbase })
    }

    fn wants_scope(&self, scope: CheckScope) -> bool {
        CHECKS.iter().any(|check| check.scope == scope && self.choice.wants(check))
    }

    /// What the checks of passages and of whole articles find in the wanted paragraphs of one article.
    fn article(
        &self,
        head: &ArticleHead,
        states: &[ParagraphState],
        wanted: impl Fn(&ParagraphState) -> bool,
    ) -> Result<CheckReport, OpsError> {
        let mut examined: Vec<Examined<'_>> = states.iter().filter_map(|state| Examined::of(head, state)).collect();
        for examined in &mut examined {
            let revision = &examined.state.revision;
            if revision.basis_hash != revision.hashes.source {
                examined.basis = Some(self.snapshot.content(revision.basis_key)?);
            }
            let purposes = self.snapshot.purposes(revision, None)?;
            let lacks = |(index, bead): &(usize, &Bead)| {
                let target = examined.target.text().get(bead.target.clone()).unwrap_or_default();
                target.trim().is_empty() && !bead.source.is_empty() && !purposes.contains_key(index)
            };
            examined.untold =
                revision.beads.iter().enumerate().filter(lacks).map(|(_, bead)| bead.source.clone()).collect();
            for index in purposes.into_keys() {
                let Bead { source, target, .. } = revision.beads[index].clone();
                examined.set_aside[usize::from(source.is_empty())].push(if source.is_empty() {
                    target
                } else {
                    source
                });
            }
        }
        let context = Context {
            source: &head.source_language,
            target: &head.target_language,
            profile: self.profile,
            termbase: Some(&self.termbase),
            lengths: self.lengths,
        };
        let passages: Vec<Passage<'_>> = examined.iter().map(Examined::passage).collect();
        let choice = self.choice;
        let runs = |check: &Check| choice.wants(check);
        let is_wanted: Vec<bool> = examined.iter().map(|examined| wanted(examined.state)).collect();
        let mut found: Vec<Vec<Finding>> = passages
            .par_iter()
            .zip(&is_wanted)
            .map(|(passage, wanted)| if *wanted { check_passage(passage, &context, runs) } else { Vec::new() })
            .collect();
        if self.wants_scope(CheckScope::Document) {
            for located in check_passages(&passages, CheckScope::Document, &context, runs) {
                if is_wanted[located.passage] {
                    found[located.passage].push(located.finding);
                }
            }
        }
        let waivers = if found.iter().any(|f| !f.is_empty()) { self.snapshot.waivers(head.key)? } else { Vec::new() };
        let named = examined.iter().zip(found).flat_map(|(examined, found)| examined.named(head, found, &waivers));
        let paragraphs = is_wanted.iter().filter(|wanted| **wanted).count();
        Ok(CheckReport { findings: named.collect(), paragraphs })
    }

    /// What the checks of whole desks find in the wanted of those paragraphs that share a source or a target with others; with
    /// those of one article, when it is given.
    fn shared(
        &self,
        article: Option<&ArticleHead>,
        wanted: impl Fn(&Alike) -> bool,
    ) -> Result<Vec<DeskFinding>, OpsError> {
        let mut findings = Vec::new();
        if !self.wants_scope(CheckScope::Project) {
            return Ok(findings);
        }
        let mut waivers: HashMap<crate::store::ArticleKey, Vec<WaiverRow>> = HashMap::new();
        for shared in [Shared::Source, Shared::Target] {
            let alike = self.snapshot.alike(shared, article.map(|head| head.key))?;
            for group in alike.chunk_by(|a, b| a.shared == b.shared) {
                let group = &*self.without_pinned(shared, group)?;
                for (index, found) in self.group(group) {
                    let member = &group[index];
                    if !wanted(member) {
                        continue;
                    }
                    if let Entry::Vacant(unread) = waivers.entry(member.article) {
                        unread.insert(self.snapshot.waivers(member.article)?);
                    }
                    findings.extend(named(&place_of(member), found, &waivers[&member.article]));
                }
            }
        }
        Ok(findings)
    }

    /// Those of a group that share a source, without the paragraphs that keep an older version of a block on purpose.
    fn without_pinned<'g>(&self, shared: Shared, group: &'g [Alike]) -> Result<Cow<'g, [Alike]>, OpsError> {
        if shared == Shared::Target || !self.snapshot.is_block_key(group[0].shared)? {
            return Ok(Cow::Borrowed(group));
        }
        let mut kept = Vec::with_capacity(group.len());
        for alike in group {
            if !self.snapshot.block_of(alike.paragraph)?.is_some_and(|held| held.outdated) {
                kept.push(alike.clone());
            }
        }
        Ok(Cow::Owned(kept))
    }

    /// What the checks of whole desks find in paragraphs that share a side, by paragraph.
    fn group(&self, group: &[Alike]) -> BTreeMap<usize, Vec<Finding>> {
        let Some(first) = group.first() else { return BTreeMap::new() };
        let places: Vec<String> = group.iter().map(|alike| format!("{}:{}", alike.slug, alike.number)).collect();
        let passages = group.iter().zip(&places).map(|(alike, place)| Passage {
            source: &alike.source,
            target: &alike.target,
            kind: None,
            basis: None,
            place,
            set_aside: [&[]; 2],
            untold: &[],
        });
        let passages: Vec<Passage<'_>> = passages.collect();
        let context = Context {
            source: &first.source_language,
            target: &first.target_language,
            profile: self.profile,
            termbase: Some(&self.termbase),
            lengths: self.lengths,
        };
        let mut found: BTreeMap<usize, Vec<Finding>> = BTreeMap::new();
        for located in check_passages(&passages, CheckScope::Project, &context, |check| self.choice.wants(check)) {
            found.entry(located.passage).or_default().push(located.finding);
        }
        found
    }
}

impl<'a> Examined<'a> {
    /// `None` for a paragraph that no check looks at.
    fn of(head: &ArticleHead, state: &'a ParagraphState) -> Option<Self> {
        let target = state.revision.target.as_ref().filter(|target| !target.is_blank())?;
        (state.number.is_some() && state.exclusion.is_none()).then(|| Self {
            state,
            target,
            address: address_of(head, state),
            basis: None,
            set_aside: [Vec::new(), Vec::new()],
            untold: Vec::new(),
        })
    }

    fn passage(&self) -> Passage<'_> {
        let kind = &self.state.revision.form.kind;
        Passage {
            source: &self.state.revision.source,
            target: self.target,
            kind: kind.is_sure().then_some(kind.kind),
            basis: self.basis.as_ref(),
            place: &self.address,
            set_aside: [&self.set_aside[0], &self.set_aside[1]],
            untold: &self.untold,
        }
    }

    fn named(&self, head: &ArticleHead, found: Vec<Finding>, waivers: &[WaiverRow]) -> Vec<DeskFinding> {
        let place = Place {
            slug: head.slug.as_str(),
            number: self.state.number.unwrap_or_default(),
            paragraph: self.state.key,
            tail: tail_of(self.state.id.as_bytes()),
            source: self.state.revision.source.text(),
            target: self.target.text(),
            beads: &self.state.revision.beads,
        };
        named(&place, found, waivers)
    }
}

fn place_of(alike: &Alike) -> Place<'_> {
    Place {
        slug: alike.slug.as_str(),
        number: alike.number,
        paragraph: alike.paragraph,
        tail: tail_of(alike.id.as_bytes()),
        source: alike.source.text(),
        target: alike.target.text(),
        beads: &[],
    }
}

/// A paragraph, as its findings are named and placed.
struct Place<'a> {
    slug: &'a str,
    number: u32,
    paragraph: ParagraphKey,
    tail: u32,
    source: &'a str,
    target: &'a str,
    beads: &'a [Bead],
}

/// The last four bytes of a global id, as findings name their paragraph.
fn tail_of(id: &[u8; 16]) -> u32 {
    u32::from_be_bytes([id[12], id[13], id[14], id[15]])
}

/// Findings of one paragraph with their names, the segments they begin in, and who let them stand.
fn named(place: &Place<'_>, found: Vec<Finding>, waivers: &[WaiverRow]) -> Vec<DeskFinding> {
    if found.is_empty() {
        return Vec::new();
    }
    let ids = fingerprints(&found.iter().collect::<Vec<_>>(), place.source, place.target);
    let own: Vec<&WaiverRow> = waivers.iter().filter(|waiver| waiver.paragraph == place.paragraph).collect();
    let texts = (!own.is_empty()).then(|| CanonPair::of(place.source, place.target));
    let waiver = |id: Fingerprint, check: &str| {
        let bound = own.iter().find(|w| Some(w.texts) == texts && w.fingerprint == id && w.check == check)?;
        let WaiverRow { person, at, reason, .. } = (*bound).clone();
        Some(WaiverView { person, at, reason })
    };
    let named = ids.into_iter().zip(found).map(|(id, finding)| DeskFinding {
        id: format!("{:08x}{}", place.tail, id.to_hex()),
        address: format!("{}:{}", place.slug, place.number),
        slug: place.slug.to_owned(),
        number: place.number,
        segment: segment_of(&finding, place.beads),
        waiver: waiver(id, finding.check),
        finding,
    });
    named.collect()
}

/// The number of the segment that a finding begins in: on the target where it points there.
fn segment_of(finding: &Finding, beads: &[Bead]) -> u32 {
    let inside = |spans: &[std::ops::Range<usize>], side: fn(&Bead) -> &std::ops::Range<usize>| {
        let start = spans.first()?.start;
        beads.iter().position(|bead| side(bead).contains(&start))
    };
    let index = inside(&finding.target, |bead| &bead.target).or_else(|| inside(&finding.source, |bead| &bead.source));
    u32::try_from(index.unwrap_or_default() + 1).unwrap_or(u32::MAX)
}
