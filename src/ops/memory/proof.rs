//! Proof that the memory knows what it should: every translated head of the desk, and every unit by its source.

use std::collections::HashSet;

use super::reader::{DeskReader, runs, tail};
use crate::matching::search::{Index, with_hash};
use crate::model::Complaint;
use crate::ops::error::OpsError;
use crate::store::{Snapshot, UnitKey, source_hash};

/// How many units are read at a time.
const AT_A_TIME: u32 = 2000;

/// What is wrong with the memory. Looks every unit up; tells `progress` how many are done.
///
/// # Errors
/// Errors of the disk.
pub(in crate::ops) fn complaints(
    snapshot: &Snapshot<'_>,
    progress: &mut dyn FnMut(usize),
) -> Result<Vec<Complaint>, OpsError> {
    if !snapshot.index_is_current()? {
        return Ok(vec![Complaint::MemoryIndex]);
    }
    let mut complaints = Vec::new();
    let count = snapshot.count_unlearnt()?;
    if count > 0 {
        complaints.push(Complaint::Memory { count });
    }
    if !finds_all(snapshot, progress)? {
        complaints.push(Complaint::MemoryIndex);
    }
    Ok(complaints)
}

fn finds_all(snapshot: &Snapshot<'_>, progress: &mut dyn FnMut(usize)) -> Result<bool, OpsError> {
    let (runs, tail) = (runs(snapshot)?, tail(snapshot)?);
    let index = Index { runs: &runs, tail: &tail };
    let (mut last, mut done) = (UnitKey(0), 0);
    loop {
        let units = snapshot.units_after(last, AT_A_TIME)?;
        let Some((key, _)) = units.last() else { return Ok(true) };
        last = *key;
        // A reader keeps what it read; a new one for each stretch keeps that little.
        let reader = DeskReader::new(snapshot);
        for (key, unit) in &units {
            let found: HashSet<i64> = with_hash(&reader, index, source_hash(unit.source()))?.into_iter().collect();
            if !found.contains(&key.0) {
                return Ok(false);
            }
        }
        done += units.len();
        progress(done);
    }
}
