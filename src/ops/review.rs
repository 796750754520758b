//! Decisions: submit, approve, send back, finalize, withdraw, reopen; for one paragraph or many, with the list of what is touched.

use super::desk::{Desk, find_article};
use super::error::OpsError;
use super::settings::value_of;
use super::show::{address_of, select};
use super::translate::{check_expected, keep_text, log_target, whole_beads};
use crate::model::status::Status;
use crate::model::{Address, CodeFault, DecisionKind, FourEyes, OperationKind, Origin, ReasonCode, Role, parse_marked};
use crate::store::{ArticleHead, NewDecision, ParagraphState, Setting, Writer, Written};

/// What to decide.
#[derive(Clone, Debug)]
pub struct DecideRequest {
    /// The paragraphs.
    pub address: Address,
    /// The decision.
    pub kind: DecisionKind,
    /// Why it is sent back.
    pub reason: Option<ReasonCode>,
    /// What else is said.
    pub note: Option<String>,
    /// A new target, logged in the same command; for one paragraph.
    pub edit: Option<String>,
    /// The revision the person saw; for one paragraph.
    pub expect: Option<u32>,
    /// The paragraphs that the person was shown before agreeing, with their revisions; nothing else is decided on.
    pub shown: Option<Vec<(String, u32)>>,
}

/// A decision without its address.
#[derive(Clone, Debug)]
pub(super) struct Decide<'a> {
    pub(super) kind: DecisionKind,
    pub(super) note: Option<&'a str>,
    pub(super) reason: Option<ReasonCode>,
}

/// A paragraph that was decided on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decided {
    /// The paragraph.
    pub address: String,
    /// The revision decided on.
    pub revision: u32,
    /// Its status before.
    pub before: Status,
    /// Its status now.
    pub status: Status,
    /// Whether the person decided on a text of their own.
    pub own_text: bool,
}

/// A paragraph that was left alone, because the decision makes no sense for its status.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Skipped {
    /// The paragraph.
    pub address: String,
    /// Its status.
    pub status: Status,
}

/// What became of a decision.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DecideReport {
    /// What was decided on.
    pub decided: Vec<Decided>,
    /// What was left alone.
    pub skipped: Vec<Skipped>,
    /// Paragraphs that the person approved as they had written them before, where the desk warns of it.
    pub own_texts: usize,
    /// What is to be told about the inline codes of a new target.
    pub faults: Vec<CodeFault>,
}

/// Decides on paragraphs.
///
/// # Errors
/// When a single paragraph cannot be decided on so; when the person lacks the role; when the desk forbids approving one's own
/// text; [`OpsError::Conflict`].
pub fn decide(desk: &mut Desk, request: &DecideRequest) -> Result<Written<DecideReport>, OpsError> {
    let kind = if request.edit.is_some() { OperationKind::Set } else { OperationKind::Decide };
    if let Address::Segment(..) = request.address {
        return Err(OpsError::OneParagraph { address: request.address.to_string() });
    }
    let written = desk.write(kind, |writer| {
        let head = find_article(&writer.snapshot(), request.address.slug())?;
        let mut states = select(&writer.snapshot(), &head, &request.address)?;
        let single = states.len() == 1;
        let mut report = DecideReport::default();
        if let Some(edit) = &request.edit {
            if !single {
                return Err(OpsError::OneParagraph { address: request.address.to_string() });
            }
            check_expected(writer, &head, &states[0], request.expect)?;
            let content = parse_marked(edit, &states[0].revision.source).0;
            let beads = whole_beads(&states[0].revision, &content, &head);
            report.faults = log_target(writer, &head, &states[0], &content, &beads, Origin::Human)?.faults;
            states = select(&writer.snapshot(), &head, &request.address)?;
        } else if request.expect.is_some() {
            if !single {
                return Err(OpsError::OneParagraph { address: request.address.to_string() });
            }
            check_expected(writer, &head, &states[0], request.expect)?;
        }
        let decide = Decide { kind: request.kind, note: request.note.as_deref(), reason: request.reason };
        let authority = Authority::of(writer, request.kind)?;
        for state in &states {
            let seen = (address_of(&head, state), state.revision.number);
            let unseen = request.shown.as_ref().is_some_and(|shown| !shown.contains(&seen));
            if unseen || (!single && !may_be_swept(request.kind, state.standing.status)) {
                let skipped = Skipped { address: address_of(&head, state), status: state.standing.status };
                report.skipped.push(skipped);
                continue;
            }
            match decide_state(writer, &head, state, &decide, &authority)? {
                Outcome::Decided(decided) => report.decided.push(decided),
                Outcome::AlreadyThere(skipped) => report.skipped.push(skipped),
                Outcome::Impossible(skipped) if single => {
                    return Err(OpsError::Undecidable {
                        address: skipped.address,
                        decision: request.kind,
                        status: skipped.status,
                    });
                }
                Outcome::Impossible(skipped) => report.skipped.push(skipped),
            }
        }
        report.own_texts = match authority.four_eyes {
            FourEyes::Warn if request.edit.is_none() && request.kind == DecisionKind::Approve => {
                report.decided.iter().filter(|d| d.own_text && d.status.is_approved()).count()
            }
            FourEyes::Off | FourEyes::Warn | FourEyes::Enforce => 0,
        };
        Ok(report)
    });
    written.map_err(|error| match &request.edit {
        Some(typed) => keep_text(desk, error, &request.address, typed),
        None => error,
    })
}

/// Decides on the one paragraph of an address, inside another operation.
pub(super) fn decide_on(
    writer: &mut Writer<'_>,
    head: &ArticleHead,
    address: &Address,
    decide: &Decide<'_>,
) -> Result<Decided, OpsError> {
    let authority = Authority::of(writer, decide.kind)?;
    let state = super::show::select_one(&writer.snapshot(), head, address)?;
    match decide_state(writer, head, &state, decide, &authority)? {
        Outcome::Decided(decided) => Ok(decided),
        Outcome::AlreadyThere(skipped) => Ok(Decided {
            address: skipped.address,
            revision: state.revision.number,
            before: skipped.status,
            status: skipped.status,
            own_text: false,
        }),
        Outcome::Impossible(skipped) => {
            Err(OpsError::Undecidable { address: skipped.address, decision: decide.kind, status: skipped.status })
        }
    }
}

/// Takes a paragraph back to draft after its segments were repaired.
pub(super) fn fall_back_to_draft(writer: &mut Writer<'_>, state: &ParagraphState) -> Result<(), OpsError> {
    let decide = Decide { kind: DecisionKind::Repair, note: None, reason: None };
    writer.refresh()?;
    let revision = writer.snapshot().revisions(state.key)?.pop();
    let revision = revision.map_or(state.revision.key, |newest| newest.key);
    if state.standing.status.after(DecisionKind::Repair).is_some() {
        let person = writer.operation().person.clone();
        writer.add_decision(&new_decision(state, revision, &decide, &person, None, false))?;
    }
    Ok(())
}

enum Outcome {
    Decided(Decided),
    AlreadyThere(Skipped),
    Impossible(Skipped),
}

/// What the desk lets the person do.
struct Authority {
    person: String,
    role: Option<Role>,
    four_eyes: FourEyes,
}

impl Authority {
    /// # Errors
    /// When the desk has given roles and the person has none that may take the decision. A desk that has given roles to one
    /// person at most lets everybody do everything.
    fn of(writer: &Writer<'_>, decision: DecisionKind) -> Result<Self, OpsError> {
        let snapshot = writer.snapshot();
        let person = writer.operation().person.clone();
        let four_eyes = FourEyes::parse(&value_of(&snapshot, Setting::FourEyes)?).unwrap_or(FourEyes::Warn);
        let people = snapshot.people()?;
        let allowed = decision.allowed_roles();
        let own_roles = people.iter().find(|p| p.person == person).map_or(&[][..], |p| &p.roles);
        let role = own_roles.iter().copied().filter(|role| allowed.contains(role)).max();
        if role.is_none() && people.len() > 1 {
            return Err(OpsError::Role { person, decision, needs: allowed[0] });
        }
        Ok(Self { person, role, four_eyes })
    }
}

fn decide_state(
    writer: &mut Writer<'_>,
    head: &ArticleHead,
    state: &ParagraphState,
    decide: &Decide<'_>,
    authority: &Authority,
) -> Result<Outcome, OpsError> {
    let before = state.standing.status;
    let address = address_of(head, state);
    let Some(status) = before.after(decide.kind) else {
        let there = before == destination(decide.kind) || (decide.kind == DecisionKind::Submit && before.is_approved());
        let skipped = Skipped { address, status: before };
        return Ok(if there { Outcome::AlreadyThere(skipped) } else { Outcome::Impossible(skipped) });
    };
    if decide.kind == DecisionKind::Withdraw && before.is_approved() && authority.role == Some(Role::Translator) {
        let (person, decision) = (authority.person.clone(), decide.kind);
        return Err(OpsError::Role { person, decision, needs: Role::Reviewer });
    }
    let own_text = state.revision.translator.as_deref() == Some(authority.person.as_str());
    if decide.kind == DecisionKind::Approve && own_text && authority.four_eyes == FourEyes::Enforce {
        return Err(OpsError::FourEyes { person: authority.person.clone(), address });
    }
    writer.add_decision(&new_decision(
        state,
        state.revision.key,
        decide,
        &authority.person,
        authority.role,
        own_text,
    ))?;
    Ok(Outcome::Decided(Decided { address, revision: state.revision.number, before, status, own_text }))
}

fn new_decision<'a>(
    state: &ParagraphState,
    revision: crate::store::RevisionKey,
    decide: &Decide<'a>,
    person: &'a str,
    role: Option<Role>,
    own_text: bool,
) -> NewDecision<'a> {
    NewDecision {
        paragraph: state.key,
        revision,
        kind: decide.kind,
        person,
        role,
        reason: decide.reason,
        note: decide.note,
        own_text,
        carried_from: None,
    }
}

/// Whether a decision on many paragraphs at once takes in one of this status. An approval of many takes only what was
/// submitted: a draft is unfinished, and what was sent back waits for its translator. Nor is what was sent back submitted
/// again in a sweep, unchanged. Each can be decided on by its own address.
fn may_be_swept(kind: DecisionKind, status: Status) -> bool {
    match kind {
        DecisionKind::Approve => !matches!(status, Status::Draft | Status::ChangesRequested),
        DecisionKind::Submit => status != Status::ChangesRequested,
        _ => true,
    }
}

/// Where a decision leads in the ordinary course.
const fn destination(kind: DecisionKind) -> Status {
    match kind {
        DecisionKind::Submit => Status::Translated,
        DecisionKind::Approve => Status::Reviewed,
        DecisionKind::Finalize => Status::Final,
        DecisionKind::RequestChanges | DecisionKind::Reopen => Status::ChangesRequested,
        DecisionKind::Withdraw | DecisionKind::Repair => Status::Draft,
    }
}
