//! The history of paragraphs: everything that happened, the difference of two revisions, and who stands behind the present text.

use super::desk::{Desk, find_article};
use super::error::OpsError;
use super::show::{address_of, select};
use crate::diff::{Version, diff_contents};
use crate::model::{Address, Content, ContentDiff, DecisionKind, Grain, OperationSeq, Origin, Standing, escape_marked};
use crate::store::{
    ArticleHead, CommentRow, DecisionRow, ExclusionRow, ExportRow, ParagraphState, RevisionRow, Snapshot,
};

/// Something that happened to a paragraph.
#[derive(Clone, Debug)]
pub enum Event {
    /// A new revision.
    Revision(Box<LoggedRevision>),
    /// A decision.
    Decision(DecisionRow),
    /// It was left out of the finished article, or taken in again.
    Exclusion(ExclusionRow),
    /// A comment.
    Comment(CommentRow),
    /// An export in which the paragraph went out, and the number of its revision there.
    Export(ExportRow, u32),
}

/// A revision, and what it changed.
#[derive(Clone, Debug)]
pub struct LoggedRevision {
    /// The revision.
    pub revision: RevisionRow,
    /// The person of its operation.
    pub person: String,
    /// When (RFC 3339, UTC).
    pub at: String,
    /// What differs in the target from the revision before that counts; `None` when nothing, and for a first target.
    pub target_change: Option<ContentDiff>,
    /// What differs in the source.
    pub source_change: Option<ContentDiff>,
    /// Whether it cuts the very texts of the revision before that counts into other segments.
    pub recut: bool,
}

impl LoggedRevision {
    /// The source with its inline codes as a person types them.
    #[must_use]
    pub fn marked_source(&self) -> String {
        escape_marked(&self.revision.source, &self.revision.source)
    }

    /// The target with its inline codes as a person types them; empty when there is none.
    #[must_use]
    pub fn marked_target(&self) -> String {
        let target = self.revision.target.as_ref();
        target.map(|target| escape_marked(target, &self.revision.source)).unwrap_or_default()
    }
}

impl Event {
    /// The operation it belongs to; their order is that of the desk, whatever the clock said.
    fn operation(&self) -> OperationSeq {
        match self {
            Self::Revision(logged) => logged.revision.operation,
            Self::Decision(decision) => decision.operation,
            Self::Exclusion(mark) => mark.operation,
            Self::Comment(comment) => comment.operation,
            Self::Export(export, _) => export.operation,
        }
    }

    /// When it happened (RFC 3339, UTC).
    #[must_use]
    pub fn at(&self) -> &str {
        match self {
            Self::Revision(logged) => &logged.at,
            Self::Decision(decision) => &decision.at,
            Self::Exclusion(mark) => &mark.at,
            Self::Comment(comment) => &comment.at,
            Self::Export(export, _) => &export.at,
        }
    }
}

/// The history of one paragraph, oldest first.
#[derive(Clone, Debug)]
pub struct ParagraphLog {
    /// The paragraph.
    pub address: String,
    /// What happened.
    pub events: Vec<Event>,
}

/// Everything that happened to the paragraphs of an address and counts.
///
/// # Errors
/// When the article or a paragraph does not exist.
pub fn log(desk: &Desk, address: &Address) -> Result<Vec<ParagraphLog>, OpsError> {
    let snapshot = desk.snapshot()?;
    let head = find_article(&snapshot, address.slug())?;
    let comments = snapshot.comments_of(head.key)?;
    let states = select(&snapshot, &head, address)?;
    states.iter().map(|state| paragraph_log(&snapshot, &head, state, &comments)).collect()
}

fn paragraph_log(
    snapshot: &Snapshot<'_>,
    head: &ArticleHead,
    state: &ParagraphState,
    comments: &[CommentRow],
) -> Result<ParagraphLog, OpsError> {
    let mut events = Vec::new();
    let revisions = snapshot.revisions(state.key)?;
    for (revision, export) in snapshot.exports_of(state.key)? {
        let number = snapshot.revision(revision)?.map_or(0, |r| r.number);
        events.push(Event::Export(export, number));
    }
    for (index, revision) in revisions.iter().enumerate() {
        let (person, at) = operation_of(snapshot, revision)?;
        let before = index.checked_sub(1).map(|before| &revisions[before]);
        let change = |before: Option<&RevisionRow>, side| {
            before.map(|before| compared(Some(before), revision, side, Grain::Words)).filter(ContentDiff::differs)
        };
        let source_change = change(before, Side::Source);
        let target_change = change(before.filter(|before| before.target.is_some()), Side::Target);
        let recut = before.is_some_and(|before| is_recut(before, revision));
        let logged = LoggedRevision { revision: revision.clone(), person, at, target_change, source_change, recut };
        events.push(Event::Revision(Box::new(logged)));
    }
    events.extend(snapshot.decisions(state.key)?.into_iter().map(Event::Decision));
    events.extend(snapshot.exclusions(state.key)?.into_iter().map(Event::Exclusion));
    let own = comments.iter().filter(|comment| comment.paragraph_key == state.key);
    events.extend(own.cloned().map(Event::Comment));
    events.sort_by_key(|event| (event.operation(), rank(event)));
    Ok(ParagraphLog { address: address_of(head, state), events })
}

/// Whether a revision says the same of the same source, in other segments; who logs a text again says it of the source of now.
fn is_recut(before: &RevisionRow, revision: &RevisionRow) -> bool {
    before.hashes == revision.hashes && before.basis_key == revision.basis_key && before.beads != revision.beads
}

/// In one operation a text is logged before it is decided on.
const fn rank(event: &Event) -> u8 {
    match event {
        Event::Revision(..) => 0,
        Event::Decision(_) => 1,
        Event::Exclusion(_) => 2,
        Event::Comment(_) => 3,
        Event::Export(..) => 4,
    }
}

fn operation_of(snapshot: &Snapshot<'_>, revision: &RevisionRow) -> Result<(String, String), OpsError> {
    let wanted = crate::model::OperationRef::Seq(revision.operation.number());
    Ok(snapshot.operation(&wanted)?.map(|o| (o.person, o.at)).unwrap_or_default())
}

/// Two revisions of a paragraph by number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Range {
    /// The older one; the first when `None`.
    pub from: Option<u32>,
    /// The newer one; the head when `None`.
    pub to: Option<u32>,
}

/// What to compare with the present text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Against {
    /// The revision before the last change.
    Previous,
    /// Two revisions by number.
    Numbers(Range),
    /// The revision approved last.
    Approved,
    /// The revision in the published version.
    Published,
}

/// Which text to compare.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The source.
    Source,
    /// The target.
    Target,
}

/// The difference of two revisions of a paragraph.
#[derive(Clone, Debug, PartialEq)]
pub struct ParagraphDiff {
    /// The paragraph.
    pub address: String,
    /// Its number.
    pub number: u32,
    /// The older revision; `None` when there is nothing before.
    pub from: Option<u32>,
    /// The newer revision.
    pub to: u32,
    /// The difference of the side asked for.
    pub change: ContentDiff,
    /// The difference of the sources, where it was the targets that were asked for and the sources differ too.
    pub source_change: Option<ContentDiff>,
}

/// Compares revisions of the paragraphs of an address.
///
/// For more than one paragraph only those that differ are returned.
///
/// # Errors
/// When a paragraph or revision does not exist, or a single paragraph was never approved or published.
pub fn compare(
    desk: &Desk,
    address: &Address,
    against: Against,
    side: Side,
    grain: Grain,
) -> Result<Vec<ParagraphDiff>, OpsError> {
    let snapshot = desk.snapshot()?;
    let head = find_article(&snapshot, address.slug())?;
    let states = select(&snapshot, &head, address)?;
    let single = states.len() == 1;
    let mut diffs = Vec::new();
    for state in &states {
        let Some((from, to)) = revisions_to_compare(&snapshot, &head, state, against)? else {
            if single {
                return Err(OpsError::NothingToCompare { address: address.to_string() });
            }
            continue;
        };
        let diff = paragraph_diff(&head, state, from.as_ref(), &to, side, grain);
        if single || diff.change.differs() || diff.source_change.is_some() {
            diffs.push(diff);
        }
    }
    Ok(diffs)
}

type Pair = (Option<RevisionRow>, RevisionRow);

fn revisions_to_compare(
    snapshot: &Snapshot<'_>,
    head: &ArticleHead,
    state: &ParagraphState,
    against: Against,
) -> Result<Option<Pair>, OpsError> {
    let now = state.revision.clone();
    let revisions = snapshot.revisions(state.key)?;
    let numbered = |number: u32| {
        let found = revisions.iter().find(|r| r.number == number).cloned();
        found.ok_or_else(|| OpsError::NoRevision { address: address_of(head, state), revision: number })
    };
    Ok(match against {
        Against::Numbers(range) => {
            let first = revisions.first().map_or(1, |r| r.number);
            let to = range.to.map_or(Ok(now), numbered)?;
            Some((Some(numbered(range.from.unwrap_or(first))?), to))
        }
        Against::Previous => {
            let other = |r: &&RevisionRow| r.number < now.number && r.hashes != now.hashes;
            Some((revisions.iter().rev().find(other).cloned(), now))
        }
        Against::Approved => {
            let approves = |d: &&DecisionRow| matches!(d.kind, DecisionKind::Approve | DecisionKind::Finalize);
            let decisions = snapshot.decisions(state.key)?;
            let key = decisions.iter().rev().find(approves).map(|d| d.revision);
            key.and_then(|key| revisions.iter().find(|r| r.key == key).cloned()).map(|from| (Some(from), now))
        }
        Against::Published => match snapshot.published(head.key)? {
            None => None,
            Some(export) => {
                let key = snapshot.exported_revision(&export, state.key)?;
                // Left out there and now: nothing went out, and nothing is to.
                if key.is_none() && state.exclusion.is_some() {
                    return Ok(None);
                }
                let from = key.map(|key| snapshot.revision(key)).transpose()?.flatten();
                Some((from, now))
            }
        },
    })
}

fn paragraph_diff(
    head: &ArticleHead,
    state: &ParagraphState,
    from: Option<&RevisionRow>,
    to: &RevisionRow,
    side: Side,
    grain: Grain,
) -> ParagraphDiff {
    let changed_source = from.is_some_and(|from| from.source_key != to.source_key);
    ParagraphDiff {
        address: address_of(head, state),
        number: state.number.unwrap_or_default(),
        from: from.map(|r| r.number),
        to: to.number,
        change: compared(from, to, side, grain),
        source_change: (side == Side::Target && changed_source).then(|| compared(from, to, Side::Source, grain)),
    }
}

/// The difference of one side of two revisions; what is not there counts as empty. Of a first text the words are new, and its
/// codes come with them untold.
pub(super) fn compared(from: Option<&RevisionRow>, to: &RevisionRow, side: Side, grain: Grain) -> ContentDiff {
    let empty = Content::default();
    let old_source = from.map_or(&empty, |r| &r.source);
    let (old, new) = match side {
        Side::Source => (old_source, &to.source),
        Side::Target => (from.and_then(|r| r.target.as_ref()).unwrap_or(&empty), to.target.as_ref().unwrap_or(&empty)),
    };
    let change = diff_contents(
        Version { content: old, source: old_source },
        Version { content: new, source: &to.source },
        grain,
    );
    let tells_codes = !old.is_empty() || change.pieces.is_empty();
    ContentDiff { codes: change.codes.filter(|_| tells_codes), ..change }
}

/// Who stands behind a paragraph as it is.
#[derive(Clone, Debug)]
pub struct Blame {
    /// The paragraph.
    pub address: String,
    /// How far it has come.
    pub standing: Standing,
    /// Its revision.
    pub revision: u32,
    /// The revision that brought its present source, and by whom and when.
    pub source: Change,
    /// The first revision that had a target.
    pub drafted: Option<Change>,
    /// Every later revision that changed the target.
    pub changed: Vec<Change>,
    /// The decisions, oldest first.
    pub decisions: Vec<DecisionRow>,
    /// The exports in which it went out, and the number of its revision in each.
    pub exports: Vec<(u32, ExportRow)>,
}

/// A revision that changed something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Its number.
    pub revision: u32,
    /// Who.
    pub person: String,
    /// When (RFC 3339, UTC).
    pub at: String,
    /// Where the target came from.
    pub origin: Origin,
    /// The score of the match, where it came from the memory.
    pub match_score: Option<u8>,
}

/// Who stands behind each paragraph of an address.
///
/// # Errors
/// When the article or a paragraph does not exist.
pub fn blame(desk: &Desk, address: &Address) -> Result<Vec<Blame>, OpsError> {
    let snapshot = desk.snapshot()?;
    let head = find_article(&snapshot, address.slug())?;
    let states = select(&snapshot, &head, address)?;
    states.iter().map(|state| blame_one(&snapshot, &head, state)).collect()
}

fn blame_one(snapshot: &Snapshot<'_>, head: &ArticleHead, state: &ParagraphState) -> Result<Blame, OpsError> {
    let revisions = snapshot.revisions(state.key)?;
    let change = |revision: &RevisionRow| -> Result<Change, OpsError> {
        let (person, at) = operation_of(snapshot, revision)?;
        let (origin, match_score) = (revision.origin, revision.match_score);
        Ok(Change { revision: revision.number, person, at, origin, match_score })
    };
    let brought_source = revisions.iter().find(|r| r.source_key == state.revision.source_key);
    let source = change(brought_source.unwrap_or(&state.revision))?;
    let mut targets = Vec::new();
    let mut last = None;
    for revision in &revisions {
        if revision.target_key != last {
            targets.push(change(revision)?);
            last = revision.target_key;
        }
    }
    let mut targets = targets.into_iter();
    let drafted = targets.next();
    let mut exports = Vec::new();
    for (key, export) in snapshot.exports_of(state.key)? {
        exports.push((snapshot.revision(key)?.map_or(0, |r| r.number), export));
    }
    Ok(Blame {
        address: address_of(head, state),
        standing: state.standing,
        revision: state.revision.number,
        source,
        drafted,
        changed: targets.collect(),
        decisions: snapshot.decisions(state.key)?,
        exports,
    })
}
