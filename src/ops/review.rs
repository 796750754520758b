//! Decisions: submit, approve, send back, finalize, withdraw, reopen; for one paragraph or many, with the list of what is touched.

use super::desk::{Desk, find_article};
use super::error::OpsError;
use super::examination::{OpenFindings, open_findings};
use super::same_wording::SameWording;
use super::settings::value_of;
use super::show::{address_of, select};
use super::translate::{SetReport, check_expected, faults_of, keep_text, log_target, whole_beads};
use crate::model::status::Status;
use crate::model::{
    Address, CodeFault, DecisionKind, FourEyes, OperationKind, Origin, ReasonCode, Role, Setting, Written, parse_marked,
};
use crate::store::{ArticleHead, NewDecision, ParagraphKey, ParagraphState, Writer};

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
    /// Whether it was approved so where the desk warns of it.
    pub wants_other_eyes: bool,
    /// Whether a decision was recorded, and not the same one there before.
    pub recorded: bool,
    /// What had asked for another wording than the one that was submitted.
    pub same_wording: Option<SameWording>,
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
    /// Paragraphs that the person approved in a wording of their own, where the desk warns of it.
    pub own_texts: usize,
    /// The revision whose wording another person had logged and the text of this decision replaces, and that person.
    pub replaced: Option<(u32, String)>,
    /// How many warnings of the checks are open in what was approved.
    pub open_warnings: usize,
    /// The paragraphs that have these warnings, in order.
    pub warned: Vec<String>,
    /// What was submitted or approved although its inline codes are not those of its source.
    pub faulty: Vec<Faulty>,
}

/// A paragraph whose target has other inline codes than its source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Faulty {
    /// The paragraph.
    pub address: String,
    /// What is wrong; never empty.
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
    let written = desk.write(kind, |writer| decide_on_all(writer, request));
    written.map_err(|error| match &request.edit {
        Some(typed) => keep_text(desk, error, &request.address, typed),
        None => error,
    })
}

fn decide_on_all(writer: &mut Writer<'_>, request: &DecideRequest) -> Result<DecideReport, OpsError> {
    let head = find_article(&writer.snapshot(), request.address.slug())?;
    let (states, logged) = states_to_decide_on(writer, &head, request)?;
    let single = states.len() == 1;
    let decide = Decide { kind: request.kind, note: request.note.as_deref(), reason: request.reason };
    let authority = Authority::of(writer, request.kind)?;
    let mut report = DecideReport::default();
    let meant = states.iter().filter(|state| is_meant(request, &head, state, single));
    let open = require_no_errors(writer, &head, request.kind, meant)?;
    (report.open_warnings, report.warned) = (open.warnings, open.warned);
    for state in &states {
        if !is_meant(request, &head, state, single) {
            report.skipped.push(Skipped { address: address_of(&head, state), status: state.standing.status });
            continue;
        }
        match decide_state(writer, &head, state, &decide, &authority)? {
            Outcome::Decided(mut decided) => {
                report.faulty.extend(faulty(request.kind, &decided.address, state));
                // A new text is a draft for a moment; the person saw the status that it had before.
                decided.before = logged.as_ref().map_or(decided.before, |logged| logged.before);
                report.decided.push(decided);
            }
            Outcome::AlreadyThere(skipped) => report.skipped.push(skipped),
            Outcome::Impossible(skipped) if single => {
                let (address, status) = (skipped.address, skipped.status);
                return Err(OpsError::Undecidable { address, decision: request.kind, status });
            }
            Outcome::Impossible(skipped) => report.skipped.push(skipped),
        }
    }
    report.replaced = logged.and_then(|logged| logged.replaced);
    report.own_texts = report.decided.iter().filter(|decided| decided.wants_other_eyes).count();
    Ok(report)
}

/// The paragraphs of a request, after what it says of one alone: that it is as the person saw it, and its new text, of which it
/// tells what was logged.
fn states_to_decide_on(
    writer: &mut Writer<'_>,
    head: &ArticleHead,
    request: &DecideRequest,
) -> Result<(Vec<ParagraphState>, Option<SetReport>), OpsError> {
    let states = select(&writer.snapshot(), head, &request.address)?;
    if request.edit.is_none() && request.expect.is_none() {
        return Ok((states, None));
    }
    let [state] = &states[..] else {
        return Err(OpsError::OneParagraph { address: request.address.to_string() });
    };
    check_expected(writer, head, state, request.expect)?;
    let Some(edit) = &request.edit else { return Ok((states, None)) };
    let content = parse_marked(edit, &state.revision.source).0;
    let beads = whole_beads(&state.revision, &content, head);
    let logged = log_target(writer, head, state, &content, &beads, Origin::Human)?;
    Ok((select(&writer.snapshot(), head, &request.address)?, Some(logged)))
}

/// Whether a paragraph is one that the person was shown, and a sweep over many takes it in.
fn is_meant(request: &DecideRequest, head: &ArticleHead, state: &ParagraphState, single: bool) -> bool {
    let seen = (address_of(head, state), state.revision.number);
    let shown = request.shown.as_ref().is_none_or(|shown| shown.contains(&seen));
    shown && (single || may_be_swept(request.kind, state.standing.status))
}

/// What is wrong with the inline codes of a text that goes one step up; told once more, for the eyes that read it now.
fn faulty(kind: DecisionKind, address: &str, state: &ParagraphState) -> Option<Faulty> {
    let faults = match (&state.revision.target, kind) {
        (Some(target), DecisionKind::Submit | DecisionKind::Approve) => faults_of(target, &state.revision.source),
        _ => Vec::new(),
    };
    (!faults.is_empty()).then(|| Faulty { address: address.to_owned(), faults })
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
    require_no_errors(writer, head, decide.kind, std::iter::once(&state))?;
    match decide_state(writer, head, &state, decide, &authority)? {
        Outcome::Decided(decided) => Ok(decided),
        Outcome::AlreadyThere(skipped) => Ok(Decided {
            address: skipped.address,
            revision: state.revision.number,
            before: skipped.status,
            status: skipped.status,
            own_text: false,
            wants_other_eyes: false,
            recorded: false,
            same_wording: None,
        }),
        Outcome::Impossible(skipped) => {
            Err(OpsError::Undecidable { address: skipped.address, decision: decide.kind, status: skipped.status })
        }
    }
}

/// Nothing is approved while the checks find an error in it that nobody has let stand. Returns the warnings that are open.
fn require_no_errors<'a>(
    writer: &Writer<'_>,
    head: &ArticleHead,
    kind: DecisionKind,
    states: impl Iterator<Item = &'a ParagraphState>,
) -> Result<OpenFindings, OpsError> {
    if kind != DecisionKind::Approve {
        return Ok(OpenFindings::default());
    }
    let concerned = states.filter(|state| state.standing.status.after(kind).is_some());
    let keys: Vec<ParagraphKey> = concerned.map(|state| state.key).collect();
    let open = open_findings(&writer.snapshot(), head, &keys)?;
    if open.errors.is_empty() { Ok(open) } else { Err(OpsError::OpenFindings { findings: open.errors }) }
}

/// Another text in the place of one that was decided on takes a role: for a final one that of who may reopen it, for one that was
/// submitted or reviewed any.
///
/// # Errors
/// [`OpsError::Role`] where the desk has given roles and the person has none that will do.
pub(super) fn require_may_replace(writer: &Writer<'_>, status: Status) -> Result<(), OpsError> {
    require_for_change(writer, "act-replace", status)
}

/// Other segments in the same texts take the same role: nothing falls by it, but the memory has them under that status.
///
/// # Errors
/// As for [`require_may_replace`].
pub(super) fn require_may_recut(writer: &Writer<'_>, status: Status) -> Result<(), OpsError> {
    require_for_change(writer, "act-repair", status)
}

fn require_for_change(writer: &Writer<'_>, act: &'static str, status: Status) -> Result<(), OpsError> {
    let allowed = match status {
        Status::Final => DecisionKind::Reopen.allowed_roles(),
        Status::Translated | Status::Reviewed => DecisionKind::Submit.allowed_roles(),
        Status::Untranslated | Status::Draft | Status::ChangesRequested => return Ok(()),
    };
    require_role(writer, act, allowed).map(|_| ())
}

/// Takes a paragraph back to draft after it got other words from a repair of how its article is paired.
pub(super) fn fall_back_to_draft(writer: &mut Writer<'_>, state: &ParagraphState) -> Result<(), OpsError> {
    let decide = Decide { kind: DecisionKind::Repair, note: None, reason: None };
    writer.refresh()?;
    let revision = writer.snapshot().revisions(state.key)?.pop();
    let revision = revision.map_or(state.revision.key, |newest| newest.key);
    let before = state.standing.status;
    if before.after(DecisionKind::Repair).is_none() {
        return Ok(());
    }
    require_may_replace(writer, before)?;
    let person = writer.operation().person.clone();
    writer.add_decision(&new_decision(state, revision, &decide, &person, None, false))?;
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
        let role = require_role(writer, decision_act(decision), decision.allowed_roles())?;
        let four_eyes = FourEyes::parse(&value_of(&writer.snapshot(), Setting::FourEyes)?).unwrap_or(FourEyes::Warn);
        Ok(Self { person: writer.operation().person.clone(), role, four_eyes })
    }
}

/// The Fluent id of the name of what a decision does, as an act that is yet to be done.
pub(super) const fn decision_act(decision: DecisionKind) -> &'static str {
    match decision {
        DecisionKind::Submit => "act-submit",
        DecisionKind::Approve => "act-approve",
        DecisionKind::Finalize => "act-finalize",
        DecisionKind::RequestChanges => "act-request-changes",
        DecisionKind::Withdraw => "act-withdraw",
        DecisionKind::Reopen => "act-reopen",
        DecisionKind::Repair => "act-repair",
    }
}

/// The highest of the person's roles among those that allow a decision; `None` where the desk asks for none.
///
/// # Errors
/// When the desk has given roles to several people, and to this one none of these.
pub(super) fn require_role(writer: &Writer<'_>, act: &'static str, allowed: &[Role]) -> Result<Option<Role>, OpsError> {
    let person = &writer.operation().person;
    let people = writer.snapshot().people()?;
    let own_roles = people.iter().find(|p| p.person == *person).map_or(&[][..], |p| &p.roles);
    let role = own_roles.iter().copied().filter(|role| allowed.contains(role)).max();
    if role.is_none() && people.len() > 1 {
        return Err(OpsError::Role { person: person.clone(), act, needs: allowed[0] });
    }
    Ok(role)
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
    if is_said(writer, state, decide, &authority.person)? {
        return Ok(Outcome::AlreadyThere(Skipped { address, status }));
    }
    if decide.kind == DecisionKind::Withdraw && before.is_approved() && authority.role == Some(Role::Translator) {
        let (person, act) = (authority.person.clone(), decision_act(decide.kind));
        return Err(OpsError::Role { person, act, needs: Role::Reviewer });
    }
    let own_text = state.revision.translator.as_deref() == Some(authority.person.as_str());
    if decide.kind == DecisionKind::Approve && own_text && authority.four_eyes == FourEyes::Enforce {
        return Err(OpsError::FourEyes { person: authority.person.clone(), address });
    }
    let submits = decide.kind == DecisionKind::Submit;
    let same_wording = if submits { SameWording::of(writer, state)? } else { None };
    writer.add_decision(&new_decision(
        state,
        state.revision.key,
        decide,
        &authority.person,
        authority.role,
        own_text,
    ))?;
    let revision = state.revision.number;
    let is_approval = decide.kind == DecisionKind::Approve;
    let wants_other_eyes = is_approval && own_text && authority.four_eyes == FourEyes::Warn;
    let recorded = true;
    Ok(Outcome::Decided(Decided {
        address,
        revision,
        before,
        status,
        own_text,
        wants_other_eyes,
        recorded,
        same_wording,
    }))
}

/// Whether a decision would change something at a paragraph.
pub(super) fn would_decide(writer: &Writer<'_>, state: &ParagraphState, decide: &Decide<'_>) -> Result<bool, OpsError> {
    let is_possible = state.standing.status.after(decide.kind).is_some();
    Ok(is_possible && !is_said(writer, state, decide, &writer.operation().person)?)
}

/// Whether the person has sent the text back, and nobody decided otherwise since, for the same reason and in the same words.
fn is_said(writer: &Writer<'_>, state: &ParagraphState, decide: &Decide<'_>, person: &str) -> Result<bool, OpsError> {
    if decide.kind != DecisionKind::RequestChanges || state.standing.status != destination(decide.kind) {
        return Ok(false);
    }
    let decisions = writer.snapshot().decisions(state.key)?;
    let mut of_text =
        decisions.iter().rev().take_while(|said| said.kind == decide.kind && said.bound_to == state.revision.hashes);
    Ok(of_text.any(|said| said.person == person && said.reason == decide.reason && said.note.as_deref() == decide.note))
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
