//! Undo, redo, restore, and the operation log.

use super::desk::Desk;
use super::error::OpsError;
use super::show::find_operation;
use crate::model::OperationKind;
use crate::store::{OperationRef, OperationRow, Written};

/// Undoes an operation: the named one, or the last that counts.
///
/// Returns the operation that was undone.
///
/// # Errors
/// When there is nothing to undo, or later operations stand on the named one.
pub fn undo(desk: &mut Desk, wanted: Option<&OperationRef>) -> Result<Written<OperationRow>, OpsError> {
    desk.write(OperationKind::Undo, |writer| {
        let snapshot = writer.snapshot();
        let target = match wanted {
            None => snapshot.operation_to_undo()?.ok_or(OpsError::NothingTo { redo: false })?,
            Some(wanted) => find_operation(&snapshot, wanted)?,
        };
        if !target.counts || !target.kind.can_be_undone() {
            return Err(OpsError::NotUndoable { operation: target.seq.number() });
        }
        if let Some(by) = snapshot.operations_standing_on(target.seq)?.last() {
            return Err(OpsError::StoodOn { operation: target.seq.number(), by: by.seq.number() });
        }
        writer.revert(target.seq)?;
        Ok(target)
    })
}

/// Does the operation again that was undone last.
///
/// Returns that operation.
///
/// # Errors
/// When nothing was undone, or something new was done since.
pub fn redo(desk: &mut Desk) -> Result<Written<OperationRow>, OpsError> {
    desk.write(OperationKind::Redo, |writer| {
        let target = writer.snapshot().operation_to_redo(writer.operation().seq)?;
        let target = target.ok_or(OpsError::NothingTo { redo: true })?;
        writer.reinstate(target.seq)?;
        Ok(target)
    })
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

/// The newest operations first.
///
/// # Errors
/// Errors of the disk.
pub fn log(desk: &Desk, limit: usize) -> Result<Vec<OperationRow>, OpsError> {
    Ok(desk.snapshot()?.operations(limit)?)
}

/// An operation and the paragraphs it touched.
#[derive(Clone, Debug)]
pub struct OperationView {
    /// The operation.
    pub operation: OperationRow,
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
    Ok(OperationView { operation, touched })
}
