//! What waits for a person: texts sent back, with what the reviewer said and changed; outlived approvals; texts to review and to
//! finalize; and by article, for there may be many, drafts to finish and what is still to be translated.

use std::collections::BTreeMap;

use super::desk::Desk;
use super::error::OpsError;
use super::history::{Side, compared};
use crate::model::{ContentDiff, DecisionKind, Grain, PersonRow, ReasonCode, Role, Slug, Status, Waiting};
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
    /// Drafts that want to be finished, by article.
    pub to_finish: Vec<ToWrite>,
    /// What is left to be translated of articles that are under way.
    pub to_translate: Vec<ToWrite>,
    /// Articles in which nobody has translated anything yet.
    pub to_begin: Vec<ToBegin>,
}

/// Paragraphs of one article that want the person's pen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ToWrite {
    /// The paragraphs, in order; never empty.
    pub addresses: Vec<String>,
}

/// An article that nobody has begun.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ToBegin {
    /// Its slug.
    pub slug: String,
    /// How many paragraphs are to be translated.
    pub paragraphs: usize,
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
/// may review, except who wrote them; reviewed texts to those who may finalize. Drafts go to who wrote them; those of nobody, and
/// of people who have no role any more, and what is still to be translated, to the translators, and where there are none, to all
/// who have a role. What is left out of the finished article waits for nobody. On a desk that has given roles to one person at
/// most, texts to decide on and to translate wait for everybody.
///
/// # Errors
/// Errors of the disk.
pub fn inbox(desk: &Desk) -> Result<Inbox, OpsError> {
    let snapshot = desk.snapshot()?;
    let people = snapshot.people()?;
    let alone = people.len() <= 1;
    let roles = roles_of(&people, desk.person());
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
    add_unwritten(&mut inbox, &snapshot, &mut slugs, &Pen { person: desk.person(), people: &people })?;
    Ok(inbox)
}

fn roles_of<'p>(people: &'p [PersonRow], person: &str) -> &'p [Role] {
    people.iter().find(|p| p.person == person).map_or(&[][..], |p| &p.roles)
}

/// What one of the people of a desk is asked to write.
struct Pen<'p> {
    person: &'p str,
    people: &'p [PersonRow],
}

impl Pen<'_> {
    /// Whether the person is asked for what nobody has begun.
    fn translates(&self) -> bool {
        let own = roles_of(self.people, self.person);
        let has_translators = self.people.iter().any(|p| p.roles.contains(&Role::Translator));
        self.people.len() <= 1 || own.contains(&Role::Translator) || (!has_translators && !own.is_empty())
    }

    /// Whether a draft waits for the person.
    fn finishes(&self, translator: Option<&str>) -> bool {
        let is_gone = |writer: &str| self.people.len() > 1 && roles_of(self.people, writer).is_empty();
        translator == Some(self.person) || (self.translates() && translator.is_none_or(is_gone))
    }
}

/// An article is under way when somebody has written in it; what came with it, such as a block that articles repeat, is no sign.
fn add_unwritten(
    inbox: &mut Inbox,
    snapshot: &Snapshot<'_>,
    slugs: &mut Slugs<'_>,
    pen: &Pen<'_>,
) -> Result<(), OpsError> {
    for open in snapshot.open_articles()? {
        let drafts = if open.drafts > 0 { snapshot.open_paragraphs(open.article, Status::Draft)? } else { Vec::new() };
        if !open.is_further && drafts.iter().all(|draft| draft.translator.is_none()) && open.untranslated > 0 {
            if pen.translates() {
                inbox.to_begin.push(ToBegin { slug: open.slug, paragraphs: open.untranslated as usize });
            }
            continue;
        }
        let own = drafts.into_iter().filter(|draft| pen.finishes(draft.translator.as_deref()));
        inbox.to_finish.extend(to_write(own, slugs)?);
        if pen.translates() && open.untranslated > 0 {
            let untranslated = snapshot.open_paragraphs(open.article, Status::Untranslated)?;
            inbox.to_translate.extend(to_write(untranslated.into_iter(), slugs)?);
        }
    }
    Ok(())
}

fn to_write(places: impl Iterator<Item = WaitingPlace>, slugs: &mut Slugs<'_>) -> Result<Option<ToWrite>, OpsError> {
    let addresses = places.map(|place| slugs.address(&place)).collect::<Result<Vec<_>, _>>()?;
    Ok((!addresses.is_empty()).then_some(ToWrite { addresses }))
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
