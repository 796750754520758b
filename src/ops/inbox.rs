//! What waits for a person: texts sent back, with what the reviewer said and changed; outlived approvals; texts to review and to finalize.

use std::collections::BTreeMap;

use super::desk::Desk;
use super::error::OpsError;
use super::history::{Side, compared};
use crate::model::{ContentDiff, DecisionKind, Grain, ReasonCode, Slug, Waiting};
use crate::store::{ArticleKey, DecisionRow, ParagraphState, RevisionRow, Snapshot, WaitingPlace};

/// Everything that waits for one person.
#[derive(Clone, Debug, Default)]
pub struct Inbox {
    /// Texts that want the person's pen: sent back, or outlived.
    pub to_mend: Vec<ToMend>,
    /// Texts that want the person's eyes.
    pub to_review: Vec<ToDecide>,
    /// Reviewed texts that want to be cleared for publication.
    pub to_finalize: Vec<ToDecide>,
}

/// A text that was sent back or is outlived.
#[derive(Clone, Debug)]
pub struct ToMend {
    /// Why it waits.
    pub waiting: Waiting,
    /// The paragraph.
    pub address: String,
    /// Its revision.
    pub revision: u32,
    /// Its source, as stored.
    pub source: String,
    /// Its target, as stored; empty when there is none.
    pub target: String,
    /// Who sent it back and why, the last first: a text can be sent back again for a further reason.
    pub objections: Vec<Objection>,
    /// What others changed in the person's own last text; `None` when nothing.
    pub change: Option<ContentDiff>,
    /// What changed in the source since the target was written; `None` when nothing.
    pub source_change: Option<ContentDiff>,
}

/// Why somebody sent a text back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Objection {
    /// Who.
    pub by: String,
    /// Why.
    pub reason: Option<ReasonCode>,
    /// What was said.
    pub note: Option<String>,
}

/// A text that is ready for a decision; its words are read with `show`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ToDecide {
    /// The paragraph.
    pub address: String,
    /// Its revision.
    pub revision: u32,
    /// Who wrote it.
    pub translator: Option<String>,
}

/// Everything that waits for the person at the desk.
///
/// Texts sent back and outlived go to who wrote them, and to all where the writer is not known; texts to review to those who
/// may review, except who wrote them; reviewed texts to those who may finalize. On a desk that has given roles to one person at
/// most, everything waits for everybody.
///
/// # Errors
/// Errors of the disk.
pub fn inbox(desk: &Desk) -> Result<Inbox, OpsError> {
    let snapshot = desk.snapshot()?;
    let people = snapshot.people()?;
    let alone = people.len() <= 1;
    let roles = people.iter().find(|p| p.person == desk.person()).map_or(&[][..], |p| &p.roles);
    let may = |kind: DecisionKind| alone || roles.iter().any(|role| kind.allowed_roles().contains(role));
    let mut slugs = Slugs { snapshot: &snapshot, known: BTreeMap::new() };
    let mut inbox = Inbox::default();
    for waiting in [Waiting::SentBack, Waiting::Stale] {
        for place in snapshot.waiting(waiting)? {
            let own = place.translator.as_deref().is_none_or(|t| t == desk.person());
            let states = snapshot.paragraphs(place.article, place.number, place.number)?;
            for state in states {
                if own || was_mine(&snapshot, &state, desk.person())? {
                    inbox.to_mend.push(to_mend(&snapshot, waiting, slugs.address(&place)?, &state, desk.person())?);
                }
            }
        }
    }
    let others = |place: &WaitingPlace| alone || place.translator.as_deref() != Some(desk.person());
    if may(DecisionKind::Approve) {
        for place in snapshot.waiting(Waiting::ToReview)?.into_iter().filter(others) {
            inbox.to_review.push(to_decide(slugs.address(&place)?, place));
        }
    }
    if may(DecisionKind::Finalize) {
        for place in snapshot.waiting(Waiting::ToFinalize)? {
            inbox.to_finalize.push(to_decide(slugs.address(&place)?, place));
        }
    }
    Ok(inbox)
}

/// The slugs of articles, each looked up once.
struct Slugs<'s> {
    snapshot: &'s Snapshot<'s>,
    known: BTreeMap<ArticleKey, Option<Slug>>,
}

impl Slugs<'_> {
    fn address(&mut self, place: &WaitingPlace) -> Result<String, OpsError> {
        if !self.known.contains_key(&place.article) {
            self.known.insert(place.article, self.snapshot.slug_of(place.article)?);
        }
        let slug = self.known.get(&place.article).and_then(Option::as_ref);
        Ok(slug.map_or_else(String::new, |slug| format!("{slug}:{}", place.number)))
    }
}

fn to_decide(address: String, place: WaitingPlace) -> ToDecide {
    ToDecide { address, revision: place.revision, translator: place.translator }
}

fn was_mine(snapshot: &Snapshot<'_>, state: &ParagraphState, person: &str) -> Result<bool, OpsError> {
    Ok(snapshot.revisions(state.key)?.iter().any(|r| r.translator.as_deref() == Some(person)))
}

fn to_mend(
    snapshot: &Snapshot<'_>,
    waiting: Waiting,
    address: String,
    state: &ParagraphState,
    person: &str,
) -> Result<ToMend, OpsError> {
    let decisions = snapshot.decisions(state.key)?;
    let last = decisions.last().map(|d| d.bound_to);
    let sent_back = |d: &&DecisionRow| {
        matches!(d.kind, DecisionKind::RequestChanges | DecisionKind::Reopen) && Some(d.bound_to) == last
    };
    let objections = decisions.iter().rev().take_while(sent_back).map(|d| Objection {
        by: d.person.clone(),
        reason: d.reason,
        note: d.note.clone(),
    });
    let revisions = snapshot.revisions(state.key)?;
    let own_last = revisions.iter().rev().find(|r| r.translator.as_deref() == Some(person) && r.target.is_some());
    let since = |before: Option<&RevisionRow>, side| {
        before.map(|before| compared(Some(before), &state.revision, side, Grain::Words)).filter(ContentDiff::differs)
    };
    let basis = revisions.iter().rev().find(|r| r.source_key == state.revision.basis_key);
    let (change, source_change) = (since(own_last, Side::Target), since(basis, Side::Source));
    Ok(ToMend {
        waiting,
        address,
        objections: objections.collect(),
        change,
        source_change,
        revision: state.revision.number,
        source: state.revision.source.text().to_owned(),
        target: state.revision.target.as_ref().map_or_else(String::new, |target| target.text().to_owned()),
    })
}
