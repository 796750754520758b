//! Scripted changes: one JSON object a line, each applied, unchanged, stale or refused; all in one operation.

use super::change_line::{ChangeLine, line_failure};
use super::desk::{Desk, find_article};
use super::error::OpsError;
use super::review::{Decide, decide_on, would_decide};
use super::same_wording::SameWording;
use super::show::{segment_index, select_one};
use super::translate::{SetReport, check_expected, faults_of, log_target, segment_content, whole_beads};
use crate::model::{
    Address, Argument, CodeFault, DecisionKind, Failure, FailureClass, Message, OperationKind, Origin, ReasonCode,
    Status, Written, parse_marked,
};
use crate::store::Writer;

/// What became of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineResult {
    /// It changed something.
    Applied,
    /// What it asks for was so already.
    Unchanged,
    /// The paragraph moved on since the revision that the line expects.
    Stale,
    /// It cannot be done.
    Refused,
}

impl LineResult {
    /// The name in JSON.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Applied => "applied",
            Self::Unchanged => "unchanged",
            Self::Stale => "stale",
            Self::Refused => "refused",
        }
    }
}

/// A line and what became of it.
#[derive(Clone, Debug, PartialEq)]
pub struct AppliedLine {
    /// The line in the file, from 1.
    pub line: usize,
    /// The address it names, if it could be read.
    pub address: Option<String>,
    /// What became of it.
    pub result: LineResult,
    /// The paragraph's revision now.
    pub revision: Option<u32>,
    /// The paragraph's status now.
    pub status: Option<Status>,
    /// What became of the text that it brings; with the status after all that the line asks for.
    pub logged: Option<SetReport>,
    /// What had asked for another wording than the one that it logs or submits.
    pub same_wording: Option<SameWording>,
    /// Why it was stale or refused.
    pub failure: Option<Failure>,
    /// What is to be told about the inline codes of a text that it logs, submits or approves.
    pub faults: Vec<CodeFault>,
    /// Whether the person approved a text of their own, where the desk warns of it.
    pub wants_other_eyes: bool,
}

/// Applies scripted changes. Applying the same file twice changes nothing the second time.
///
/// # Errors
/// Errors of the desk; what is wrong with a line is told in its result.
pub fn apply(desk: &mut Desk, text: &str) -> Result<Written<Vec<AppliedLine>>, OpsError> {
    desk.write(OperationKind::Set, |writer| {
        let mut results = Vec::new();
        for (line, number) in text.lines().zip(1..) {
            if line.trim().is_empty() {
                continue;
            }
            results.push(apply_line(writer, line, number)?);
        }
        Ok(results)
    })
}

/// A file that does not begin with one line of JSON objects among its first ten is another sort of file, and refused as a whole.
///
/// # Errors
/// What it looks like, and what was expected.
pub fn check_lines(file: &str, text: &str) -> Result<(), Failure> {
    const LOOKED_AT: usize = 10;
    let first: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).take(LOOKED_AT).collect();
    if first.len() < LOOKED_AT || first.iter().any(|line| ChangeLine::is_object(line)) {
        return Ok(());
    }
    let tabs = |sign: char| first.iter().all(|line| line.contains(sign));
    let what = match text.trim_start() {
        text if serde_json::from_str::<serde_json::Value>(text).is_ok() => "looks-like-json",
        text if text.starts_with('<') => "looks-like-markup",
        _ if ['\t', ',', ';'].into_iter().any(tabs) => "looks-like-table",
        _ => "looks-like-text",
    };
    let message = Message::new("err-apply-other-file")
        .with("file", file)
        .with("count", LOOKED_AT)
        .with("what", Message::new(what));
    Err(Failure::usage("not-json-lines", message).hint(Message::new("rec-apply-other-file")))
}

fn apply_line(writer: &mut Writer<'_>, line: &str, number: usize) -> Result<AppliedLine, OpsError> {
    match ChangeLine::read(line) {
        Ok(change) => apply_read(writer, &change, number),
        Err(failure) => Ok(refused(number, None, failure)),
    }
}

/// Applies a change that is read, as one that is made whole or not at all.
pub(super) fn apply_read(writer: &mut Writer<'_>, change: &ChangeLine, number: usize) -> Result<AppliedLine, OpsError> {
    let address = change.address.clone();
    match writer.attempt(|writer| apply_change(writer, change)) {
        Ok(done) => Ok(AppliedLine {
            line: number,
            address: Some(address),
            result: if done.changed { LineResult::Applied } else { LineResult::Unchanged },
            revision: Some(done.revision),
            status: Some(done.status),
            logged: done.logged,
            same_wording: done.same_wording,
            failure: None,
            faults: done.faults,
            wants_other_eyes: done.wants_other_eyes,
        }),
        Err(ChangeError::Ops(error @ OpsError::Store(_))) => Err(error),
        Err(ChangeError::Ops(error)) => {
            let expected = match &error {
                OpsError::Conflict { address, expected, found, .. } if expected < found => {
                    Some(Message::new("rec-line-expect").with("address", address.as_str()).with("found", *found))
                }
                _ => None,
            };
            let failure = error.failure();
            Ok(refused(number, Some(address), expected.into_iter().fold(failure, Failure::hint)))
        }
        Err(ChangeError::Line(failure)) => Ok(refused(number, Some(address), failure)),
    }
}

/// A line of which nothing came in.
pub(super) fn refused(line: usize, address: Option<String>, failure: Failure) -> AppliedLine {
    AppliedLine {
        line,
        address,
        result: if failure.class == FailureClass::Conflict { LineResult::Stale } else { LineResult::Refused },
        revision: None,
        status: None,
        logged: None,
        same_wording: None,
        failure: Some(failure),
        faults: Vec::new(),
        wants_other_eyes: false,
    }
}

enum ChangeError {
    Ops(OpsError),
    Line(Failure),
}

impl From<OpsError> for ChangeError {
    fn from(error: OpsError) -> Self {
        Self::Ops(error)
    }
}

impl From<crate::store::StoreError> for ChangeError {
    fn from(error: crate::store::StoreError) -> Self {
        Self::Ops(error.into())
    }
}

fn line_error(code: &'static str, message: Message) -> ChangeError {
    ChangeError::Line(line_failure(code, message))
}

/// A paragraph after a line was applied.
struct Done {
    revision: u32,
    status: Status,
    changed: bool,
    logged: Option<SetReport>,
    same_wording: Option<SameWording>,
    faults: Vec<CodeFault>,
    wants_other_eyes: bool,
}

fn apply_change(writer: &mut Writer<'_>, change: &ChangeLine) -> Result<Done, ChangeError> {
    let address: Address = change
        .address
        .parse()
        .map_err(|_| line_error("address", Message::new("err-address").with("address", change.address.as_str())))?;
    let decision = decision_of(change)?.map(|kind| Decide {
        kind,
        note: change.note.as_deref(),
        reason: change.reason.as_deref().and_then(ReasonCode::parse),
    });
    let head = find_article(&writer.snapshot(), address.slug())?;
    let state = select_one(&writer.snapshot(), &head, &address)?;
    let (mut changed, mut wants_other_eyes) = (false, false);
    let (mut logged, mut same_wording) = (None, None);
    let mut revision = state.revision.number;
    let old = &state.revision;
    let wanted = match (&change.content, &change.text, &address) {
        (None, Some(text), Address::Segment(_, _, number)) => {
            Some(segment_content(old, segment_index(&old.beads, *number, &address)?, text)?)
        }
        (content, text, _) => {
            let typed = || text.as_ref().map(|text| parse_marked(text, &old.source).0);
            let content = content.clone().or_else(typed);
            content.map(|content| {
                let beads = whole_beads(old, &content, &head);
                (content, beads)
            })
        }
    };
    let brings_text = wanted.is_some();
    let decides = decision.as_ref().map_or(Ok(false), |decide| would_decide(writer, &state, decide))?;
    if let Some((content, beads)) = wanted {
        let same = old.target.as_ref().map_or(content.is_empty(), |target| *target == content);
        let current = old.basis_key == old.source_key;
        if !same || !current || decides {
            check_expected(writer, &head, &state, change.expect)?;
        }
        // The same text again says nothing of a source that changed since, unless the line names the revision it saw.
        if !same || change.expect.is_some() {
            let report = log_target(writer, &head, &state, &content, &beads, Origin::Human)?;
            changed = report.changed;
            revision = report.revision;
            logged = Some(report);
        }
    } else if decides {
        check_expected(writer, &head, &state, change.expect)?;
    }
    if let Some(decide) = &decision {
        let decided = decide_on(writer, &head, &address, decide)?;
        changed |= decided.recorded;
        wants_other_eyes = decided.wants_other_eyes;
        same_wording = decided.same_wording;
        writer.refresh()?;
    }
    let now = select_one(&writer.snapshot(), &head, &address)?;
    let told = brings_text
        || decision.is_some_and(|decide| matches!(decide.kind, DecisionKind::Submit | DecisionKind::Approve));
    let target = now.revision.target.as_ref().filter(|_| told);
    let faults = target.map(|target| faults_of(target, &now.revision.source)).unwrap_or_default();
    let status = now.standing.status;
    let logged = logged.map(|report| SetReport { status, ..report });
    let same_wording = same_wording.or_else(|| logged.as_ref()?.same_wording.clone());
    Ok(Done { revision, status, changed, logged, same_wording, faults, wants_other_eyes })
}

fn decision_of(change: &ChangeLine) -> Result<Option<DecisionKind>, ChangeError> {
    let unknown = |code, value: &str, usable: Vec<&str>| {
        let failure = Failure::usage(code, Message::new("err-apply-value").with("value", value));
        ChangeError::Line(
            failure.hint(Message::new("rec-one-of").with("values", usable.iter().copied().collect::<Argument>())),
        )
    };
    let decisions = || {
        let kinds = DecisionKind::ALL.iter().filter(|kind| **kind != DecisionKind::Repair);
        kinds.map(|kind| kind.as_str()).chain(["reject"]).collect()
    };
    let kind = match change.decision.as_deref() {
        None if change.submit => Some(DecisionKind::Submit),
        None => None,
        Some("reject") => Some(DecisionKind::RequestChanges),
        Some(name) => Some(
            DecisionKind::parse(name)
                .filter(|kind| *kind != DecisionKind::Repair)
                .ok_or_else(|| unknown("decision", name, decisions()))?,
        ),
    };
    if let Some(reason) = change.reason.as_deref().filter(|r| ReasonCode::parse(r).is_none()) {
        return Err(unknown("reason", reason, ReasonCode::ALL.iter().map(|reason| reason.as_str()).collect()));
    }
    let lacks = change.reason.is_none() || change.note.as_deref().is_none_or(|n| n.trim().is_empty());
    if kind == Some(DecisionKind::RequestChanges) && lacks {
        return Err(line_error("reason", Message::new("err-apply-reason")));
    }
    // Each withdrawal goes one step down: sent twice, it would go two.
    if kind == Some(DecisionKind::Withdraw) && change.expect.is_none() {
        return Err(line_error("expect", Message::new("err-apply-withdraw")));
    }
    if kind.is_none() && change.text.is_none() && change.content.is_none() {
        return Err(line_error("nothing", Message::new("err-apply-nothing")));
    }
    Ok(kind)
}
