//! Undo, redo, restore, and the operation log.

use super::desk::Desk;
use super::error::OpsError;
use super::show::find_operation;
use crate::model::{DecisionKind, OperationKind, OperationRef, OperationRow, Role, Status, Written};
use crate::store::{ParagraphKey, Snapshot, TouchedParagraph, Writer};
use std::collections::{BTreeMap, BTreeSet};

/// An operation that was undone or done again.
#[derive(Clone, Debug)]
pub struct Reversed {
    /// The operation.
    pub operation: OperationRow,
    /// Whose act was taken back by it, where it was not the person's own: of an undo, who had done the operation; of a redo,
    /// who had undone it.
    pub act_of: Option<String>,
    /// The paragraphs that stand otherwise by it, in order.
    pub moved: Vec<Moved>,
}

/// A paragraph that stands otherwise than before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moved {
    /// The paragraph.
    pub address: String,
    /// Its status and the number of its revision before; `None` when it was not there.
    pub before: Option<(Status, u32)>,
    /// The same now; `None` when it is no longer there.
    pub now: Option<(Status, u32)>,
}

type Touched = BTreeMap<ParagraphKey, TouchedParagraph>;

/// The paragraphs that an operation touched and that stood otherwise `before`.
fn moved(writer: &Writer<'_>, operation: &OperationRow, before: &Touched) -> Result<Vec<Moved>, OpsError> {
    let now = writer.snapshot().touched_by(operation.seq)?;
    let keys: BTreeSet<&ParagraphKey> = before.keys().chain(now.keys()).collect();
    let mut moved = Vec::new();
    for key in keys {
        let (old, new) = (before.get(key), now.get(key));
        let standing = |paragraph: &TouchedParagraph| (paragraph.status, paragraph.revision);
        let Some(place) = new.or(old).filter(|_| old.map(standing) != new.map(standing)) else { continue };
        moved.push(((place.slug.clone(), place.number), old.map(standing), new.map(standing)));
    }
    moved.sort_unstable_by(|a, b| a.0.cmp(&b.0));
    let named = |((slug, number), before, now)| Moved { address: format!("{slug}:{number}"), before, now };
    Ok(moved.into_iter().map(named).collect())
}

/// Undoes an operation: the named one, whoever did it, or the last of the person's own that counts.
///
/// # Errors
/// When there is nothing to undo; [`OpsError::StoodOn`] with the later operations on the same paragraphs; when only an editor
/// may change what the operation changed; [`OpsError::Role`] when it took a decision of another that the person could not take.
pub fn undo(desk: &mut Desk, wanted: Option<&OperationRef>) -> Result<Written<Reversed>, OpsError> {
    desk.write(OperationKind::Undo, |writer| {
        let snapshot = writer.snapshot();
        let person = writer.operation().person.clone();
        let operation = match wanted {
            None => snapshot.operation_to_undo(&person)?.ok_or(OpsError::NothingTo { redo: false })?,
            Some(wanted) => find_operation(&snapshot, wanted)?,
        };
        if !operation.counts || !operation.kind.can_be_undone() {
            return Err(OpsError::NotUndoable { operation: operation.seq.number() });
        }
        require_editor_for(writer, &operation)?;
        if operation.person != person {
            require_roles_for(writer, &operation)?;
        }
        require_nothing_on(&snapshot, &operation)?;
        let before = snapshot.touched_by(operation.seq)?;
        writer.revert(operation.seq)?;
        let act_of = Some(operation.person.clone()).filter(|other| *other != person);
        Ok(Reversed { moved: moved(writer, &operation, &before)?, operation, act_of })
    })
}

/// Does an operation again: the named one, whoever undid it, or the one that the person undid last.
///
/// # Errors
/// When nothing was undone, or the person did something new since; [`OpsError::StoodOn`] with later operations on the same
/// paragraphs; [`OpsError::StandsOn`] when what it was built on is undone itself; [`OpsError::Role`] when it brings back a
/// decision that the person could not take now.
pub fn redo(desk: &mut Desk, wanted: Option<&OperationRef>) -> Result<Written<Reversed>, OpsError> {
    desk.write(OperationKind::Redo, |writer| {
        let snapshot = writer.snapshot();
        let (person, here) = (writer.operation().person.clone(), writer.operation().seq);
        let operation = match wanted {
            None => snapshot.operation_to_redo(&person, here)?.ok_or(OpsError::NothingTo { redo: true })?,
            Some(wanted) => find_operation(&snapshot, wanted)?,
        };
        let undo = snapshot.undone_by(operation.seq)?.filter(|undo| undo.kind == OperationKind::Undo);
        let undo = undo.ok_or(OpsError::NotRedoable { operation: operation.seq.number() })?;
        if snapshot.target_of(undo.seq)?.is_none_or(|target| target.seq != operation.seq) {
            return Err(OpsError::NotRedoable { operation: operation.seq.number() });
        }
        require_editor_for(writer, &operation)?;
        require_roles_for(writer, &operation)?;
        require_nothing_on(&snapshot, &operation)?;
        if let Some(missing) = snapshot.missing_under(operation.seq)?.last() {
            let (operation, on) = (operation.seq.number(), missing.seq.number());
            return Err(OpsError::StandsOn { operation, on, by: missing.person.clone() });
        }
        let before = snapshot.touched_by(operation.seq)?;
        writer.reinstate(operation.seq)?;
        let act_of = Some(undo.person).filter(|other| *other != person);
        Ok(Reversed { moved: moved(writer, &operation, &before)?, operation, act_of })
    })
}

/// What only an editor may do, only an editor may take back or do again.
fn require_editor_for(writer: &Writer<'_>, operation: &OperationRow) -> Result<(), OpsError> {
    match operation.kind {
        OperationKind::Configure | OperationKind::Restore | OperationKind::Exclude | OperationKind::Include => {
            super::settings::require_editor(writer)
        }
        _ => Ok(()),
    }
}

/// What another did is taken back, or brought back, by who has a role; decisions by who could take them. A withdrawal by a reviewer may have been one of an
/// approval, which a translator cannot withdraw; so it counts as a reviewer's whatever it took back.
fn require_roles_for(writer: &Writer<'_>, operation: &OperationRow) -> Result<(), OpsError> {
    if operation.kind == OperationKind::Waive {
        super::waiver::require_reviewer(writer)?;
    }
    if operation.person != writer.operation().person {
        super::review::require_role(writer, "act-undo", DecisionKind::Submit.allowed_roles())?;
    }
    for (decision, role) in writer.snapshot().decisions_taken_in(operation.seq)? {
        let allowed = match (decision, role) {
            (DecisionKind::Withdraw, Some(Role::Reviewer | Role::Editor)) => DecisionKind::Approve.allowed_roles(),
            _ => decision.allowed_roles(),
        };
        super::review::require_role(writer, super::review::decision_act(decision), allowed)?;
    }
    Ok(())
}

fn require_nothing_on(snapshot: &Snapshot<'_>, operation: &OperationRow) -> Result<(), OpsError> {
    let later = snapshot.operations_standing_on(operation.seq)?;
    if later.is_empty() {
        return Ok(());
    }
    let by = later.into_iter().map(|later| (later.seq.number(), later.person)).collect();
    Err(OpsError::StoodOn { operation: operation.seq.number(), by })
}

/// Takes the desk back to how it was just after an operation. A new operation, itself undoable.
///
/// Returns the operation and how many others changed by it.
///
/// # Errors
/// When the operation does not exist.
pub fn restore(desk: &mut Desk, wanted: &OperationRef) -> Result<Written<(OperationRow, usize)>, OpsError> {
    desk.write(OperationKind::Restore, |writer| {
        super::settings::require_editor(writer)?;
        let target = find_operation(&writer.snapshot(), wanted)?;
        let changed = writer.restore(target.seq)?;
        Ok((target, changed))
    })
}

/// An operation, and what undo and redo have to do with it.
#[derive(Clone, Debug)]
pub struct LoggedOperation {
    /// The operation.
    pub operation: OperationRow,
    /// Of an undo or redo: what it undid or did again.
    pub target: Option<OperationRow>,
    /// Of an operation that counts no more: the undo or restore that took it back.
    pub undone_by: Option<OperationRow>,
}

/// The newest operations first.
///
/// # Errors
/// Errors of the disk.
pub fn log(desk: &Desk, limit: usize) -> Result<Vec<LoggedOperation>, OpsError> {
    let snapshot = desk.snapshot()?;
    let operations = snapshot.operations(limit)?;
    operations.into_iter().map(|operation| logged(&snapshot, operation)).collect()
}

fn logged(snapshot: &Snapshot<'_>, operation: OperationRow) -> Result<LoggedOperation, OpsError> {
    let target = match operation.kind {
        OperationKind::Undo | OperationKind::Redo => snapshot.target_of(operation.seq)?,
        _ => None,
    };
    let undone_by = if operation.counts { None } else { snapshot.undone_by(operation.seq)? };
    Ok(LoggedOperation { operation, target, undone_by })
}

/// The last operation of the person's own that counts, which `undo` takes back when nothing is named.
///
/// # Errors
/// Errors of the disk.
pub fn own_last(desk: &Desk) -> Result<Option<OperationRow>, OpsError> {
    Ok(desk.snapshot()?.operation_to_undo(desk.person())?)
}

/// An operation and the paragraphs it touched.
#[derive(Clone, Debug)]
pub struct OperationView {
    /// The operation.
    pub logged: LoggedOperation,
    /// The paragraphs it touched, as addresses where they exist at present.
    pub touched: Vec<String>,
}

/// Shows one operation.
///
/// # Errors
/// When it does not exist.
pub fn show(desk: &Desk, wanted: &OperationRef) -> Result<OperationView, OpsError> {
    let snapshot = desk.snapshot()?;
    let operation = find_operation(&snapshot, wanted)?;
    let mut touched = Vec::new();
    for paragraph in snapshot.paragraphs_of_operation(operation.seq)? {
        if let Some((slug, number)) = snapshot.place_of(paragraph)? {
            touched.push((slug, number));
        }
    }
    touched.sort();
    let shown = |(slug, number): (crate::model::Slug, Option<u32>)| match number {
        Some(number) => format!("{slug}:{number}"),
        None => slug.to_string(),
    };
    let mut touched: Vec<String> = touched.into_iter().map(shown).collect();
    touched.dedup();
    Ok(OperationView { logged: logged(&snapshot, operation)?, touched })
}
