//! Taking a copy back: beside the desk, or in its place. The desk that lies there is never lost, not even a damaged one.

use std::path::{Path, PathBuf};

use super::{BackupProblem, check_new, check_there, is_same_file, named, read_copy, resolved, verify};
use crate::model::Complaint;
use crate::ops::desk::complaints_of;
use crate::ops::error::OpsError;
use crate::store::{self, Extent, Hold, Marks, Store, Unfinished};

/// Which copy is to become which desk.
#[derive(Clone, Debug)]
pub struct RestoreRequest {
    /// The place of the desk.
    pub desk: PathBuf,
    /// The copy.
    pub copy: PathBuf,
    /// Where else than in the place of the desk it is to go.
    pub to: Option<PathBuf>,
}

/// What a restore would do.
#[derive(Debug)]
pub struct RestorePlan {
    /// Where the copy goes.
    pub place: PathBuf,
    /// What the copy holds.
    pub extent: Extent,
    /// The name that a desk in that place gets; `None` when there is none.
    pub aside: Option<PathBuf>,
    /// Whether the desk in that place is the one that was copied; `None` when there is none, or it cannot be read.
    pub is_own: Option<bool>,
    /// How many operations of the desk in that place the copy does not have; `None` as for `is_own`.
    pub missing: Option<usize>,
    /// What is to be made anew afterwards.
    pub complaints: Vec<Complaint>,
}

/// A copy that became a desk.
#[derive(Debug)]
pub struct Restored {
    /// The desk.
    pub place: PathBuf,
    /// What it holds.
    pub extent: Extent,
    /// The name of the desk that lay there.
    pub aside: Option<PathBuf>,
    /// How many operations of that one the new desk does not have; `None` when that cannot be read.
    pub missing: Option<usize>,
}

/// Reads a copy through and says what restoring it would do; changes nothing. Tells `progress` how many rows of how many are
/// looked at.
///
/// # Errors
/// When there is no such copy, it is damaged or the desk itself, or its place is taken or in use.
pub fn plan(request: &RestoreRequest, progress: &mut dyn FnMut(usize, usize)) -> Result<RestorePlan, OpsError> {
    let copy = &request.copy;
    check_there(copy)?;
    let desk = resolved(&request.desk)?;
    if is_same_file(copy, &desk) {
        return Err(BackupProblem::DeskItself { path: copy.clone() }.into());
    }
    match &request.to {
        Some(to) => check_new(to, copy)?,
        None if desk.is_dir() => return Err(BackupProblem::NoPlainFile { path: desk }.into()),
        None => Hold::check(&desk).map_err(named)?,
    }
    let verified = verify(copy, progress)?;
    if verified.is_damaged() {
        return Err(BackupProblem::Damaged { path: copy.clone(), complaints: verified.complaints }.into());
    }
    let (extent, marks) = read_copy(copy)?;
    let complaints = verified.complaints;
    if let Some(to) = &request.to {
        let place = to.clone();
        return Ok(RestorePlan { place, extent, aside: None, is_own: None, missing: None, complaints });
    }
    let present = read_copy(&desk).ok();
    let is_own = present.as_ref().map(|(present, _)| present.is_of_desk(&extent));
    let missing = present.map(|(_, present)| lacking(&present, &marks));
    Ok(RestorePlan { aside: aside(&desk), place: desk, extent, is_own, missing, complaints })
}

/// Restores a copy.
///
/// # Errors
/// As for [`plan`]; when what was copied is not whole, or the disk refuses. The place is then as it was.
pub fn restore(request: &RestoreRequest, progress: &mut dyn FnMut(usize, usize)) -> Result<Restored, OpsError> {
    let place = match &request.to {
        Some(to) => to.clone(),
        None => resolved(&request.desk)?,
    };
    let (unfinished, extent, marks, is_outdated) = {
        let copy = Store::open_to_read(&request.copy)?;
        let snapshot = copy.snapshot()?;
        let (unfinished, extent) = snapshot.copy_for(&place, progress)?;
        (unfinished, extent, snapshot.marks()?, copy.is_outdated()?)
    };
    if let Some(detail) = unfinished.fault(&extent)? {
        return Err(BackupProblem::NotWhole { path: request.copy.clone(), detail }.into());
    }
    if is_outdated {
        renew(&unfinished, &request.copy)?;
    }
    let (aside, missing) = if request.to.is_some() {
        unfinished.place(&place).map_err(named)?;
        (None, None)
    } else {
        let hold = Hold::take(&place).map_err(named)?;
        let missing = hold.marks().map(|present| lacking(&present, &marks));
        match aside(&place) {
            Some(aside) => {
                hold.replace(&unfinished, &aside)?;
                (Some(aside), missing)
            }
            None => {
                unfinished.place(&place).map_err(named)?;
                (None, None)
            }
        }
    };
    // It is at work from now on.
    Store::open(&place)?;
    Ok(Restored { place, extent, aside, missing })
}

/// Brings what an older program made to the present schema, and looks through all it holds before it is anybody's desk.
fn renew(unfinished: &Unfinished, copy: &Path) -> Result<(), OpsError> {
    let store = Store::open(unfinished.path())?;
    let complaints = complaints_of(&store, &mut |_, _| ())?;
    drop(store);
    if complaints.iter().any(Complaint::is_damage) {
        return Err(BackupProblem::Damaged { path: copy.to_owned(), complaints }.into());
    }
    Ok(unfinished.settle()?)
}

fn lacking(present: &Marks, copy: &Marks) -> usize {
    present.difference(copy).count()
}

/// The name for what lies in the place of a desk: `desk-replaced-2026-11-29T16-20-05Z.hunayn`, which no file has.
fn aside(desk: &Path) -> Option<PathBuf> {
    if !Hold::is_taken(desk) {
        return None;
    }
    let stem = desk.file_stem().unwrap_or_default();
    let ending = desk.extension();
    let stamp = store::stamp();
    let names = (1..).map(|n: u32| {
        let mut name = stem.to_owned();
        name.push(format!("-replaced-{stamp}"));
        if n > 1 {
            name.push(format!("-{n}"));
        }
        if let Some(ending) = ending {
            name.push(".");
            name.push(ending);
        }
        desk.with_file_name(name)
    });
    names.into_iter().find(|path| !Hold::is_taken(path))
}
