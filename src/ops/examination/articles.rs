//! The checks of passages and of whole articles, over several articles at once and on all processors.

use std::ops::Range;

use rayon::prelude::*;

use super::naming::{Place, by_paragraph, named, tail_of};
use super::{CheckReport, DeskFinding, Examiner, Rules, Wanted};
use crate::model::{Bead, CheckScope, Content, Finding, Status};
use crate::ops::error::OpsError;
use crate::ops::show::address_of;
use crate::qa::{Check, Passage, check_article, examine};
use crate::store::{ArticleHead, ParagraphState, Snapshot, WaiverRow};

/// So many bytes of text are read before they are checked: enough for all processors, and no more of a desk than that is held.
const FULL: usize = 4 << 20;

/// Articles that are checked together.
#[derive(Default)]
pub(super) struct Batch {
    pub(super) articles: Vec<Article>,
    bytes: usize,
}

impl Batch {
    /// Adds an article.
    pub(super) fn read(
        &mut self,
        snapshot: &Snapshot<'_>,
        head: &ArticleHead,
        wanted: Wanted<'_>,
    ) -> Result<(), OpsError> {
        let states = snapshot.paragraphs(head.key, 1, u32::MAX)?;
        let mut paragraphs = Vec::with_capacity(states.len());
        for state in states.into_iter().filter(|state| state.number.is_some() && state.exclusion.is_none()) {
            let is_wanted = wanted.has(state.key);
            match state.revision.target.as_ref().filter(|target| !target.is_blank()) {
                Some(target) => self.bytes += state.revision.source.text().len() + target.text().len(),
                None => continue,
            }
            paragraphs.push(Paragraph::read(snapshot, head, state, is_wanted)?);
        }
        self.articles.push(Article { head: head.clone(), paragraphs });
        Ok(())
    }

    pub(super) const fn is_full(&self) -> bool {
        self.bytes >= FULL
    }
}

/// An article with the paragraphs that checks look at: all that have a translation and are not left out.
pub(super) struct Article {
    pub(super) head: ArticleHead,
    pub(super) paragraphs: Vec<Paragraph>,
}

/// A paragraph with what checks read of it.
pub(super) struct Paragraph {
    pub(super) state: ParagraphState,
    /// Whether its findings are wanted; the others are there for the checks of the whole article.
    pub(super) is_wanted: bool,
    address: String,
    /// The source it was written against, where that is another one.
    basis: Option<Content>,
    /// What of the source, and of the target, the other side lacks on purpose.
    set_aside: [Vec<Range<usize>>; 2],
    /// The segments of the source without a target that nobody set aside.
    untold: Vec<Range<usize>>,
}

impl Paragraph {
    fn read(
        snapshot: &Snapshot<'_>,
        head: &ArticleHead,
        state: ParagraphState,
        is_wanted: bool,
    ) -> Result<Self, OpsError> {
        let revision = &state.revision;
        let is_other = revision.basis_hash != revision.hashes.source;
        let basis = is_other.then(|| snapshot.content(revision.basis_key)).transpose()?;
        let purposes = snapshot.purposes(revision, None)?;
        let target = revision.target.as_ref().map_or("", Content::text);
        let lacks = |(index, bead): &(usize, &Bead)| {
            let target = target.get(bead.target.clone()).unwrap_or_default();
            target.trim().is_empty() && !bead.source.is_empty() && !purposes.contains_key(index)
        };
        let untold = revision.beads.iter().enumerate().filter(lacks).map(|(_, bead)| bead.source.clone()).collect();
        let mut set_aside = [Vec::new(), Vec::new()];
        for index in purposes.into_keys() {
            let Bead { source, target, .. } = revision.beads[index].clone();
            set_aside[usize::from(source.is_empty())].push(if source.is_empty() { target } else { source });
        }
        Ok(Self { is_wanted, address: address_of(head, &state), basis, set_aside, untold, state })
    }

    fn passage(&self) -> Option<Passage<'_>> {
        let kind = &self.state.revision.form.kind;
        Some(Passage {
            source: &self.state.revision.source,
            target: self.state.revision.target.as_ref()?,
            kind: kind.is_sure().then_some(kind.kind),
            basis: self.basis.as_ref(),
            place: &self.address,
            set_aside: [&self.set_aside[0], &self.set_aside[1]],
            untold: &self.untold,
            match_score: self.state.revision.match_score.filter(|_| self.state.standing.status == Status::Translated),
        })
    }

    fn place<'a>(&'a self, head: &'a ArticleHead) -> Place<'a> {
        Place {
            slug: head.slug.as_str(),
            number: self.state.number.unwrap_or_default(),
            tail: tail_of(self.state.id.as_bytes()),
            source: self.state.revision.source.text(),
            target: self.state.revision.target.as_ref().map_or("", Content::text),
            beads: &self.state.revision.beads,
        }
    }
}

impl Article {
    /// What the checks find, by paragraph. Its passages are read on all processors; what is asked of them together is little.
    fn examine(&self, rules: &Rules<'_>) -> Vec<Vec<Finding>> {
        let context = rules.context(&self.head.source_language, &self.head.target_language);
        let passages: Vec<Passage<'_>> = self.paragraphs.iter().filter_map(Paragraph::passage).collect();
        let wanted = |check: &Check| rules.choice.wants(check);
        let examined = passages.par_iter().zip(&self.paragraphs).map(|(passage, paragraph)| {
            examine(passage, &context, |check| {
                (paragraph.is_wanted || check.scope == CheckScope::Document) && wanted(check)
            })
        });
        let examined: Vec<_> = examined.collect();
        let (mut found, mut noted) = (Vec::with_capacity(passages.len()), Vec::with_capacity(passages.len()));
        for (passage, examined) in passages.into_iter().zip(examined) {
            found.push(examined.findings);
            noted.push((passage, examined.notes));
        }
        for located in check_article(noted, &context, wanted) {
            if self.paragraphs[located.passage].is_wanted {
                found[located.passage].push(located.finding);
            }
        }
        found
    }

    fn named(&self, found: Vec<Vec<Finding>>, waivers: Vec<WaiverRow>) -> impl Iterator<Item = DeskFinding> {
        let own = by_paragraph(waivers);
        self.paragraphs.iter().zip(found).flat_map(move |(paragraph, found)| {
            let own = own.get(&paragraph.state.key).map_or(&[][..], Vec::as_slice);
            named(&paragraph.place(&self.head), found, own)
        })
    }
}

impl Examiner<'_> {
    /// What the checks of passages and of whole articles find in the wanted paragraphs of some articles.
    pub(super) fn batch(&self, batch: &Batch) -> Result<CheckReport, OpsError> {
        let rules = &self.rules;
        let found: Vec<_> = batch.articles.par_iter().map(|article| article.examine(rules)).collect();
        let mut report = CheckReport::default();
        for (article, found) in batch.articles.iter().zip(found) {
            report.paragraphs += article.paragraphs.iter().filter(|paragraph| paragraph.is_wanted).count();
            if found.iter().any(|found| !found.is_empty()) {
                let waivers = self.snapshot.waivers(article.head.key)?;
                report.findings.extend(article.named(found, waivers));
            }
        }
        Ok(report)
    }
}
