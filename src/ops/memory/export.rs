//! Takes the memory out as TMX: the desk's own present wordings, and what memories say, as they said it.

use std::io::Write;
use std::path::{Path, PathBuf};

use super::lookup::Memory;
use super::provenance::Filters;
use crate::formats::tmx::{Header, TmxWriteError, Writer as TmxWriter};
use crate::model::{ExchangeUnit, Stamp};
use crate::ops::concepts::Languages;
use crate::ops::desk::Desk;
use crate::ops::error::OpsError;
use crate::ops::files::{Replace, write_atomically_with};
use crate::store::{EntryRow, OwnUse, RevisionKey, Snapshot, UnitReader, UnitRow};

/// The property that names the memory of an entry.
const MEMORY_PROP: &str = "x-memory";
/// How many rows are read at a time.
const AT_A_TIME: u32 = 2000;

/// What went out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TmxExportReport {
    /// Where to; `None` for the writer that the caller gave.
    pub path: Option<PathBuf>,
    /// How many units of the desk's own work.
    pub own: u64,
    /// How many entries of memories.
    pub entries: u64,
}

/// Where a memory goes.
pub enum TmxDestination<'a> {
    /// Into a file, at once or not at all.
    File(&'a Path, Replace),
    /// To the caller.
    Caller(&'a mut dyn Write),
}

/// Writes the memory as TMX: all of it, or what is of one origin.
///
/// Of the desk's own paragraphs with several segments the segments go out, each with its address, status, writer and moment;
/// entries go out with the names, properties, notes and stamps with which they came, and where all goes out with the name of their
/// memory as one more property.
///
/// # Errors
/// [`OpsError::NoMemory`]; [`OpsError::TmxWrite`] for an entry that TMX cannot hold; when the file cannot be written.
pub fn export_tmx(
    desk: &Desk,
    origin: Option<&str>,
    destination: TmxDestination<'_>,
    progress: &mut dyn FnMut(u64),
) -> Result<TmxExportReport, OpsError> {
    let snapshot = desk.snapshot()?;
    let filters = Filters { origin: origin.map(str::to_owned), ..Filters::default() };
    Memory::of(&snapshot)?.check_origin(&filters)?;
    match destination {
        TmxDestination::Caller(out) => write(&snapshot, origin, out, Path::new("-"), progress),
        TmxDestination::File(path, replace) => {
            let mut report = TmxExportReport::default();
            write_atomically_with(path, replace, &mut |out| {
                report = write(&snapshot, origin, out, path, progress)?;
                Ok(())
            })?;
            report.path = Some(path.to_owned());
            Ok(report)
        }
    }
}

fn write(
    snapshot: &Snapshot<'_>,
    origin: Option<&str>,
    out: &mut dyn Write,
    path: &Path,
    progress: &mut dyn FnMut(u64),
) -> Result<TmxExportReport, OpsError> {
    let failed = |error: TmxWriteError| OpsError::TmxWrite { path: path.to_owned(), error };
    let header = Header::of_this_program(&Languages::of(snapshot)?.source.to_string());
    let mut writer = TmxWriter::new(std::io::BufWriter::new(out), &header).map_err(failed)?;
    let mut report = TmxExportReport::default();
    if origin.is_none_or(|origin| origin == Filters::DESK) {
        let mut last: Option<(RevisionKey, u32)> = None;
        loop {
            let uses = snapshot.current_own_units(last, AT_A_TIME)?;
            let Some((newest, _)) = uses.last() else { break };
            last = Some((newest.revision, newest.segment.unwrap_or(0)));
            for (own, unit) in &uses {
                writer.unit(&of_own(own, unit, origin.is_none())).map_err(failed)?;
                report.own += 1;
            }
            progress(report.own);
        }
    }
    let units = UnitReader::of(snapshot);
    for memory in snapshot.memories()? {
        if origin.is_some_and(|origin| origin != memory.name) {
            continue;
        }
        let mut last = None;
        loop {
            let rows = snapshot.entries_in(memory.key, last.as_ref(), AT_A_TIME)?;
            let Some(newest) = rows.last() else { break };
            last = Some(newest.clone());
            for row in rows {
                let Some(unit) = units.unit(row.unit)? else { continue };
                writer.unit(&of_entry(row, &unit, origin.is_none())).map_err(failed)?;
                report.entries += 1;
            }
            progress(report.own + report.entries);
        }
    }
    writer.finish().map_err(failed)?.flush().map_err(|error| failed(error.into()))?;
    Ok(report)
}

fn of_own(own: &OwnUse, unit: &UnitRow, named: bool) -> ExchangeUnit {
    let number = own.number.map_or_else(String::new, |number| number.to_string());
    let id = match own.segment {
        Some(segment) => format!("{}:{number}.{segment}", own.slug),
        None => format!("{}:{number}", own.slug),
    };
    let stamp = Stamp { at: Some(own.at.clone()), by: own.translator.as_deref().map(writable) };
    let mut props = vec![
        ("x-article".to_owned(), own.slug.to_string()),
        ("x-paragraph".to_owned(), number),
        ("x-status".to_owned(), own.status.as_str().to_owned()),
    ];
    if named {
        props.push((MEMORY_PROP.to_owned(), Filters::DESK.to_owned()));
    }
    ExchangeUnit { id: Some(id), created: stamp.clone(), changed: stamp, props, notes: Vec::new(), ..texts(unit) }
}

/// A person's name as TMX can hold it: without the controls that XML forbids.
fn writable(name: &str) -> String {
    name.chars().filter(|c| !c.is_control()).collect()
}

/// An entry as it came. Where all goes out together, equal units are told apart by the name of their memory, unless they came with
/// one.
fn of_entry(row: EntryRow, unit: &UnitRow, named: bool) -> ExchangeUnit {
    let remarks = row.entry.remarks();
    let mut props = remarks.props;
    if named && props.iter().all(|(kind, _)| kind != MEMORY_PROP) {
        props.push((MEMORY_PROP.to_owned(), writable(&row.memory)));
    }
    ExchangeUnit {
        id: row.entry.name,
        created: row.entry.created,
        changed: row.entry.changed,
        props,
        notes: remarks.notes,
        ..texts(unit)
    }
}

fn texts(unit: &UnitRow) -> ExchangeUnit {
    ExchangeUnit {
        id: None,
        source: unit.source.clone(),
        target: unit.target.clone(),
        source_language: unit.source_language.clone(),
        target_language: unit.target_language.clone(),
        created: Stamp::default(),
        changed: Stamp::default(),
        props: Vec::new(),
        notes: Vec::new(),
        line: None,
    }
}
