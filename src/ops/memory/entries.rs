//! Single entries of memories: added by hand, changed, taken out; and what the matches of a memory lose.

use super::import::check_name;
use super::intake::{Intake, Load};
use super::preparation::Preparation;
use crate::model::{Content, Language, OperationKind, Stamp, Written, parse_marked};
use crate::ops::concepts::Languages;
use crate::ops::desk::Desk;
use crate::ops::error::OpsError;
use crate::ops::settings::require_editor;
use crate::store::{EntryRow, NewEntry, RawRemarks, Snapshot, StoreError, UnitKey, UnitReader, UnitRow, Writer};

/// An entry of a memory with its texts.
#[derive(Clone, Debug, PartialEq)]
pub struct MemoryEntry {
    /// Its number on this desk.
    pub number: i64,
    /// The name of its memory.
    pub memory: String,
    /// The source.
    pub source: Content,
    /// The target.
    pub target: Content,
}

/// Adds a pair to a memory, which is made when it is new. A pair that is there already is given back unchanged.
///
/// # Errors
/// [`OpsError::MemoryName`]; [`OpsError::EmptyPair`] when a side has no text.
pub fn add_entry(desk: &mut Desk, memory: &str, source: &str, target: &str) -> Result<Written<MemoryEntry>, OpsError> {
    check_name(memory)?;
    let (source, target) = (Content::plain(source), Content::plain(target));
    check_pair(&source, &target)?;
    desk.write(OperationKind::Memory, |writer| {
        let languages = Languages::of(&writer.snapshot())?;
        let key = writer.memory(memory)?;
        let (unit, new) = take(writer, (&source, &target), (&languages.source, &languages.target))?;
        let known = if new { None } else { entry_in(&writer.snapshot(), memory, unit)? };
        if let Some(known) = known {
            return found(&writer.snapshot(), known);
        }
        let by = Stamp { at: Some(writer.operation().at.clone()), by: Some(writer.operation().person.clone()) };
        let entry = NewEntry::new(None, by.clone(), by, &RawRemarks::default())?;
        let number = writer.add_entry(key, unit, &entry)?;
        found(&writer.snapshot(), number)
    })
}

/// Gives an entry other texts, with inline codes as they are typed (`{1}`): it is taken out, and another with all that was said of
/// it comes in its place, unless its memory has that pair already.
///
/// # Errors
/// [`OpsError::NoEntry`]; [`OpsError::EmptyPair`]; when the desk has editors and the person is none.
pub fn edit_entry(
    desk: &mut Desk,
    number: i64,
    source: Option<&str>,
    target: Option<&str>,
) -> Result<Written<MemoryEntry>, OpsError> {
    desk.write(OperationKind::Memory, |writer| {
        require_editor(writer)?;
        let (row, unit) = entry_of(&writer.snapshot(), number)?;
        // Typed codes mean those of the old source.
        let side = |given: Option<&str>, old: &Content| {
            given.map_or_else(|| old.clone(), |typed| parse_marked(typed, &unit.source).0)
        };
        let (source, target) = (side(source, &unit.source), side(target, &unit.target));
        check_pair(&source, &target)?;
        if source == unit.source && target == unit.target {
            return found(&writer.snapshot(), number);
        }
        let (unit, _) = take(writer, (&source, &target), (&unit.source_language, &unit.target_language))?;
        let changed = Stamp { at: Some(writer.operation().at.clone()), by: Some(writer.operation().person.clone()) };
        let key = writer.memory(&row.memory)?;
        writer.remove_entry(number)?;
        if let Some(alike) = entry_in(&writer.snapshot(), &row.memory, unit)? {
            return found(&writer.snapshot(), alike);
        }
        let mut entry = row.entry;
        entry.changed = changed;
        let number = writer.add_entry(key, unit, &entry)?;
        found(&writer.snapshot(), number)
    })
}

/// Takes entries out of their memories.
///
/// # Errors
/// [`OpsError::NoEntry`]; when the desk has editors and the person is none.
pub fn remove_entries(desk: &mut Desk, numbers: &[i64]) -> Result<Written<Vec<MemoryEntry>>, OpsError> {
    desk.write(OperationKind::Memory, |writer| {
        require_editor(writer)?;
        let mut removed = Vec::new();
        for number in numbers {
            removed.push(found(&writer.snapshot(), *number)?);
            writer.remove_entry(*number)?;
        }
        Ok(removed)
    })
}

/// Says what the matches of a memory lose from now on, in percent.
///
/// # Errors
/// [`OpsError::NoMemory`]; when the desk has editors and the person is none.
pub fn set_penalty(desk: &mut Desk, memory: &str, penalty: u8) -> Result<Written<()>, OpsError> {
    desk.write(OperationKind::Memory, |writer| {
        require_editor(writer)?;
        let snapshot = writer.snapshot();
        let Some(key) = snapshot.memory(memory)? else {
            let known = snapshot.memories()?.into_iter().map(|row| row.name).collect();
            return Err(OpsError::NoMemory { name: memory.to_owned(), known });
        };
        if snapshot.penalty_of(key)? != penalty {
            writer.set_penalty(key, penalty)?;
        }
        Ok(())
    })
}

fn check_pair(source: &Content, target: &Content) -> Result<(), OpsError> {
    if source.is_blank() || target.is_blank() { Err(OpsError::EmptyPair) } else { Ok(()) }
}

fn take(
    writer: &mut Writer<'_>,
    (source, target): (&Content, &Content),
    languages: (&Language, &Language),
) -> Result<(UnitKey, bool), OpsError> {
    if !writer.snapshot().index_is_current()? {
        return Err(OpsError::OldIndex);
    }
    let mut preparation = Preparation::default();
    let prepared = preparation.of_contents(source.clone(), target.clone(), languages)?;
    let mut intake = Intake::open(writer, Load::Small)?;
    intake.meet(writer, &preparation.take_fresh())?;
    let taken = intake.take(writer, &prepared)?;
    intake.flush(writer)?;
    Ok(taken)
}

/// The number of the entry by which a memory has a unit.
fn entry_in(snapshot: &Snapshot<'_>, memory: &str, unit: UnitKey) -> Result<Option<i64>, StoreError> {
    let entries = UnitReader::of(snapshot).entries_of(unit, usize::MAX)?;
    Ok(entries.iter().find(|entry| &*entry.memory == memory).map(|entry| entry.key))
}

fn entry_of(snapshot: &Snapshot<'_>, number: i64) -> Result<(EntryRow, UnitRow), OpsError> {
    let row = snapshot.entry(number)?.ok_or(OpsError::NoEntry { wanted: number })?;
    let unit = UnitReader::of(snapshot).unit(row.unit)?.ok_or(OpsError::NoEntry { wanted: number })?;
    Ok((row, unit))
}

fn found(snapshot: &Snapshot<'_>, number: i64) -> Result<MemoryEntry, OpsError> {
    let (row, unit) = entry_of(snapshot, number)?;
    Ok(MemoryEntry { number, memory: row.memory, source: unit.source, target: unit.target })
}
