//! The checks of the whole desk: paragraphs that share a source or a target while the other side differs. Who shares what is looked
//! up in an index; for one article no more is read than the article and one paragraph for each differing text.

use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, HashMap};

use super::articles::{Batch, Paragraph};
use super::naming::{Place, by_paragraph, named, tail_of};
use super::{DeskFinding, Examiner};
use crate::model::{CheckScope, Finding};
use crate::ops::error::OpsError;
use crate::qa::{Passage, PassageCount, check_alike};
use crate::store::{Alike, ArticleHead, ArticleKey, ParagraphKey, Shared, WaiverRow};

/// A paragraph of those that share a side.
struct Member {
    alike: Alike,
    /// How many paragraphs with these texts it stands for, itself among them.
    times: usize,
    is_wanted: bool,
}

impl Member {
    fn of(paragraph: &Paragraph, head: &ArticleHead) -> Option<Self> {
        let state = &paragraph.state;
        let alike = Alike {
            article: head.key,
            slug: head.slug.clone(),
            number: state.number?,
            paragraph: state.key,
            id: state.id,
            source_language: head.source_language.clone(),
            target_language: head.target_language.clone(),
            source: state.revision.source.clone(),
            target: state.revision.target.clone()?,
        };
        Some(Self { alike, times: 1, is_wanted: true })
    }
}

const SIDES: [Shared; 2] = [Shared::Source, Shared::Target];

/// The keys of a paragraph: of the side that is shared, and of the other.
fn keys(paragraph: &Paragraph, shared: Shared) -> Option<(i64, i64)> {
    let (source, target) = (paragraph.state.revision.repeat_key?, paragraph.state.revision.target_repeat_key?);
    Some(match shared {
        Shared::Source => (source, target),
        Shared::Target => (target, source),
    })
}

impl Examiner<'_> {
    /// What is inconsistent on the whole desk.
    pub(super) fn consistency(&self) -> Result<Vec<DeskFinding>, OpsError> {
        let mut found = Vec::new();
        if !self.rules.wants_scope(CheckScope::Project) {
            return Ok(found);
        }
        let mut waivers = Waivers::default();
        for shared in SIDES {
            for key in self.snapshot.shared_keys(shared)? {
                let alike = self.snapshot.alike(shared, key)?.into_iter();
                let members = alike.map(|alike| Member { alike, times: 1, is_wanted: true }).collect();
                found.extend(self.differing(shared, key, members, &mut waivers)?);
            }
        }
        Ok(found)
    }

    /// What is inconsistent in wanted paragraphs of an article, with themselves or with others of the desk.
    pub(super) fn consistency_in(&self, batch: &Batch) -> Result<Vec<DeskFinding>, OpsError> {
        let mut found = Vec::new();
        if !self.rules.wants_scope(CheckScope::Project) {
            return Ok(found);
        }
        let mut waivers = Waivers::default();
        for article in &batch.articles {
            for shared in SIDES {
                let mut by_key: BTreeMap<i64, Vec<(i64, &Paragraph)>> = BTreeMap::new();
                for paragraph in article.paragraphs.iter().filter(|paragraph| paragraph.is_wanted) {
                    if let Some((key, other)) = keys(paragraph, shared) {
                        by_key.entry(key).or_default().push((other, paragraph));
                    }
                }
                for (key, own) in by_key {
                    let members = self.members(shared, key, &own, &article.head)?;
                    found.extend(self.differing(shared, key, members, &mut waivers)?);
                }
            }
        }
        Ok(found)
    }

    /// Paragraphs of one article, and the oldest of the desk with each of the texts that stand beside what they share: nothing
    /// where it is one text.
    fn members(
        &self,
        shared: Shared,
        key: i64,
        own: &[(i64, &Paragraph)],
        head: &ArticleHead,
    ) -> Result<Vec<Member>, OpsError> {
        let mut members: BTreeMap<ParagraphKey, Member> = BTreeMap::new();
        let counterparts = self.snapshot.counterparts(shared, key)?;
        if counterparts.is_empty() {
            return Ok(Vec::new());
        }
        for (_, paragraph) in own {
            members.extend(Member::of(paragraph, head).map(|member| (paragraph.state.key, member)));
        }
        for counterpart in counterparts {
            let is_with_it = |(other, paragraph): &&(i64, &Paragraph)| {
                *other == counterpart.key && paragraph.state.key != counterpart.first
            };
            let times = (counterpart.count as usize).saturating_sub(own.iter().filter(is_with_it).count());
            match members.get_mut(&counterpart.first) {
                Some(first) => first.times = times,
                None => members.extend(
                    self.snapshot
                        .alike_paragraph(counterpart.first)?
                        .map(|alike| (counterpart.first, Member { alike, times, is_wanted: false })),
                ),
            }
        }
        Ok(members.into_values().collect())
    }

    /// What the checks find in the wanted of some paragraphs that share a side.
    fn differing(
        &self,
        shared: Shared,
        key: i64,
        mut members: Vec<Member>,
        waivers: &mut Waivers,
    ) -> Result<Vec<DeskFinding>, OpsError> {
        if shared == Shared::Source {
            self.drop_pinned(key, &mut members)?;
        }
        let Some(first) = members.first() else { return Ok(Vec::new()) };
        let context = self.rules.context(&first.alike.source_language, &first.alike.target_language);
        let places: Vec<String> =
            members.iter().map(|Member { alike, .. }| format!("{}:{}", alike.slug, alike.number)).collect();
        let passages: Vec<PassageCount<'_>> = members
            .iter()
            .zip(&places)
            .map(|(member, place)| (Passage::plain(&member.alike.source, &member.alike.target, place), member.times))
            .collect();
        let mut by_member: BTreeMap<usize, Vec<Finding>> = BTreeMap::new();
        for located in check_alike(&passages, &context, |check| self.rules.choice.wants(check)) {
            if members[located.passage].is_wanted {
                by_member.entry(located.passage).or_default().push(located.finding);
            }
        }
        let mut found = Vec::new();
        for (index, findings) in by_member {
            let alike = &members[index].alike;
            found.extend(named(&place_of(alike), findings, waivers.of(alike, self)?));
        }
        Ok(found)
    }

    /// Takes out the paragraphs that keep an older version of a block on purpose.
    fn drop_pinned(&self, key: i64, members: &mut Vec<Member>) -> Result<(), OpsError> {
        if members.is_empty() || !self.snapshot.is_block_key(key)? {
            return Ok(());
        }
        let mut kept = Vec::with_capacity(members.len());
        for member in std::mem::take(members) {
            if !self.snapshot.block_of(member.alike.paragraph)?.is_some_and(|held| held.outdated) {
                kept.push(member);
            }
        }
        *members = kept;
        Ok(())
    }
}

/// The waivers of the articles that were asked for.
#[derive(Default)]
struct Waivers(HashMap<ArticleKey, HashMap<ParagraphKey, Vec<WaiverRow>>>);

impl Waivers {
    fn of(&mut self, alike: &Alike, examiner: &Examiner<'_>) -> Result<&[WaiverRow], OpsError> {
        let of_article = match self.0.entry(alike.article) {
            Entry::Occupied(read) => read.into_mut(),
            Entry::Vacant(unread) => unread.insert(by_paragraph(examiner.snapshot.waivers(alike.article)?)),
        };
        Ok(of_article.get(&alike.paragraph).map_or(&[][..], Vec::as_slice))
    }
}

fn place_of(alike: &Alike) -> Place<'_> {
    Place {
        slug: alike.slug.as_str(),
        number: alike.number,
        tail: tail_of(alike.id.as_bytes()),
        source: alike.source.text(),
        target: alike.target.text(),
        beads: &[],
    }
}
