//! Brings a memory of another tool in, of any size and in bounded space: one thread reads units, one prepares them, and one writes
//! them. The file comes in whole, without its bad units, or, when it is no sound file, not at all.

use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, SyncSender, channel, sync_channel};

use super::intake::{Intake, Load};
use super::preparation::{FreshWord, Preparation, PreparedUnit};
use super::provenance::Filters;
use crate::formats::tmx::{Tally, TmxProblem, Units, units};
use crate::model::{ExchangeUnit, Language, OperationKind, Written};
use crate::ops::concepts::Languages;
use crate::ops::desk::Desk;
use crate::ops::error::OpsError;
use crate::ops::settings::require_editor;
use crate::store::{NewEntry, RawRemarks, StoreError, Writer};

/// How many units go from one thread to the next at a time, and how many such batches may wait before each.
const BATCH: usize = 512;
const BATCHES_WAITING: usize = 4;
/// So many problems are told one by one; of the others only how many there are.
const PROBLEMS: usize = 1000;

/// A memory to be brought in.
pub struct TmxImport<'a> {
    /// The name that errors show.
    pub path: PathBuf,
    /// The file.
    pub file: &'a mut (dyn Read + Send),
    /// The memory it goes into.
    pub memory: &'a str,
    /// What the memory's matches lose, in percent; `None` leaves it as it is.
    pub penalty: Option<u8>,
}

/// What came in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TmxImportReport {
    /// The memory.
    pub memory: String,
    /// The pairs of source and target in the file.
    pub pairs: u64,
    /// The pairs that are in the memory now and were not.
    pub added: u64,
    /// Of those, the ones whose source and target some memory, or the desk, had already.
    pub shared: u64,
    /// The pairs that the memory had already, with all that is said of them.
    pub known: u64,
    /// The pairs that lack a text on one side.
    pub blank: u64,
    /// Units of the file without a variant in the source language.
    pub without_source: u64,
    /// Units of the file with a source and without a variant in the target language.
    pub without_target: u64,
    /// The languages of the file with how many variants have them.
    pub languages: Vec<(String, u64)>,
    /// The units that could not be read, the first of them.
    pub problems: Vec<TmxProblem>,
    /// How many there are.
    pub problem_count: u64,
}

/// A pair on its way into the desk.
struct Pair {
    unit: PreparedUnit,
    entry: NewEntry,
}

#[derive(Default)]
struct FileRead {
    blank: u64,
    problems: Vec<TmxProblem>,
    problem_count: u64,
    tally: Tally,
    languages: Vec<(String, u64)>,
}

/// Brings a memory in. Tells `progress` how many bytes of the file are read.
///
/// Bringing the same file in again changes nothing: a pair that its memory has, with all that is said of it, is passed over.
///
/// # Errors
/// [`OpsError::Tmx`] when the file is no sound TMX; [`OpsError::MemoryName`]; when the desk has editors and the person is none.
pub fn import_tmx(
    desk: &mut Desk,
    import: TmxImport<'_>,
    progress: &mut dyn FnMut(u64),
) -> Result<Written<TmxImportReport>, OpsError> {
    check_name(import.memory)?;
    desk.write(OperationKind::Memory, |writer| {
        require_editor(writer)?;
        if !writer.snapshot().index_is_current()? {
            return Err(OpsError::OldIndex);
        }
        let languages = Languages::of(&writer.snapshot())?;
        let TmxImport { path, file, memory, penalty } = import;
        let mut report = TmxImportReport { memory: memory.to_owned(), ..TmxImportReport::default() };
        let read = std::thread::scope(|scope| {
            let (unit_sender, unit_receiver) = sync_channel(BATCHES_WAITING);
            let (pair_sender, pair_receiver) = sync_channel(BATCHES_WAITING);
            let (giver, used) = channel();
            let units = units(file, &languages.source, &languages.target);
            let reader = scope.spawn(move || read_units(units, &unit_sender, &used));
            scope.spawn(move || prepare_units(&unit_receiver, &pair_sender));
            let written = write_pairs(writer, memory, (&pair_receiver, &giver), &mut report, progress);
            // Whoever reads or prepares stops when nobody takes what comes of it.
            drop(pair_receiver);
            let read = reader.join().expect("the reader does not panic");
            written.and(read.map_err(|problem| OpsError::Tmx { path: path.clone(), problem }))
        })?;
        report.blank = read.blank;
        report.pairs += read.blank;
        (report.problems, report.problem_count) = (read.problems, read.problem_count);
        (report.without_source, report.without_target) = (read.tally.without_source, read.tally.without_target);
        report.languages = read.languages;
        set_penalty(writer, memory, penalty)?;
        Ok(report)
    })
}

/// Whether a memory may have a name.
pub(super) fn check_name(name: &str) -> Result<(), OpsError> {
    if name.trim().is_empty() || name == Filters::DESK || name.chars().any(char::is_control) {
        return Err(OpsError::MemoryName { name: name.to_owned() });
    }
    Ok(())
}

fn set_penalty(writer: &mut Writer<'_>, memory: &str, penalty: Option<u8>) -> Result<(), OpsError> {
    let Some(penalty) = penalty else { return Ok(()) };
    let key = writer.memory(memory)?;
    if writer.snapshot().penalty_of(key)? != penalty {
        writer.set_penalty(key, penalty)?;
    }
    Ok(())
}

/// Units, and how many bytes of the file are read.
type UnitBatch = (Vec<ExchangeUnit>, u64);
/// Pairs with the words that came first in them, and how many bytes of the file are read.
type PairBatch = (Vec<Pair>, Vec<FreshWord>, u64);

/// Reads all units. Pairs that were written come back through `used`: memory is given up soonest by the thread that took it.
fn read_units<R: Read>(
    mut units: Units<R>,
    sender: &SyncSender<UnitBatch>,
    used: &Receiver<Vec<Pair>>,
) -> Result<FileRead, TmxProblem> {
    let mut read = FileRead::default();
    let mut batch = Vec::with_capacity(BATCH);
    while let Some(unit) = units.next() {
        match unit {
            Ok(unit) if unit.source.is_blank() || unit.target.is_blank() => read.blank += 1,
            Ok(unit) => batch.push(unit),
            Err(problem) if problem.ends_reading() => return Err(problem),
            Err(problem) => {
                read.problem_count += 1;
                if read.problems.len() < PROBLEMS {
                    read.problems.push(problem);
                }
            }
        }
        if batch.len() == BATCH {
            let full = std::mem::replace(&mut batch, Vec::with_capacity(BATCH));
            if sender.send((full, units.bytes_read())).is_err() {
                break;
            }
            used.try_iter().for_each(drop);
        }
    }
    // Nobody listens any more when writing failed, and then that is what is told.
    let _ = sender.send((batch, units.bytes_read()));
    read.tally = units.tally();
    read.languages = units.languages().map(|(tag, count)| (tag.to_owned(), count)).collect();
    Ok(read)
}

/// Prepares all units, until nobody takes them.
fn prepare_units(receiver: &Receiver<UnitBatch>, sender: &SyncSender<PairBatch>) {
    let mut preparation = Preparation::default();
    for (units, bytes) in receiver {
        let pairs = units.into_iter().filter_map(|unit| prepare(&mut preparation, unit)).collect();
        if sender.send((pairs, preparation.take_fresh(), bytes)).is_err() {
            return;
        }
    }
}

/// All that is computed from a unit; nothing where its codes cannot be stored, which sound ones can.
fn prepare(preparation: &mut Preparation, unit: ExchangeUnit) -> Option<Pair> {
    let remarks = RawRemarks { props: unit.props, notes: unit.notes };
    let entry = NewEntry::new(unit.id, unit.created, unit.changed, &remarks).ok()?;
    let languages: (&Language, &Language) = (&unit.source_language, &unit.target_language);
    Some(Pair { unit: preparation.of_contents(unit.source, unit.target, languages).ok()?, entry })
}

fn write_pairs(
    writer: &mut Writer<'_>,
    memory: &str,
    (receiver, used): (&Receiver<PairBatch>, &Sender<Vec<Pair>>),
    report: &mut TmxImportReport,
    progress: &mut dyn FnMut(u64),
) -> Result<(), OpsError> {
    let memory = writer.memory(memory)?;
    let mut intake = Intake::open(writer, Load::Large)?;
    for (batch, fresh, bytes) in receiver {
        intake.meet(writer, &fresh)?;
        for pair in &batch {
            add(writer, &mut intake, memory, pair, report)?;
        }
        // At its end the reader wants none back.
        let _ = used.send(batch);
        progress(bytes);
        intake.go_on(writer)?;
    }
    Ok(intake.flush(writer)?)
}

fn add(
    writer: &mut Writer<'_>,
    intake: &mut Intake,
    memory: i64,
    pair: &Pair,
    report: &mut TmxImportReport,
) -> Result<(), StoreError> {
    report.pairs += 1;
    let (unit, new) = intake.take(writer, &pair.unit)?;
    if !new && writer.snapshot().has_entry(memory, unit, &pair.entry)? {
        report.known += 1;
        return Ok(());
    }
    writer.add_entry(memory, unit, &pair.entry)?;
    report.added += 1;
    report.shared += u64::from(!new);
    Ok(())
}

/// The name that a memory gets from its file: that of the file, without the ending.
#[must_use]
pub fn memory_name_of(path: &Path) -> String {
    path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default()
}
