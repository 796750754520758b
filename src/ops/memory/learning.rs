//! What the desk's own work brings into the memory: every revision that is translated or better, as a whole paragraph and segment
//! by segment. Whether a wording still holds is not noted here; the look-up asks.

use super::intake::{Intake, Load};
use super::preparation::Preparation;
use crate::model::{Bead, Content, OperationKind, Written};
use crate::ops::desk::Desk;
use crate::ops::error::OpsError;
use crate::store::{SettledRevision, StoreError, UnitKey, Writer};
use crate::text::count_words;

/// More revisions than this at once are many for the index.
const MANY: usize = 200;
/// How many revisions or units are read at a time.
const AT_A_TIME: u32 = 2000;

/// Takes into the memory what the operation settled.
///
/// # Errors
/// Errors of the disk.
pub(in crate::ops) fn learn(writer: &mut Writer<'_>) -> Result<(), StoreError> {
    let settled = writer.newly_settled()?;
    // An index of another form waits for `reindex`, which reads everything anyway.
    if settled.is_empty() || !writer.snapshot().index_is_current()? {
        return Ok(());
    }
    let load = if settled.len() > MANY { Load::Large } else { Load::Small };
    let mut intake = Intake::open(writer, load)?;
    let mut preparation = Preparation::default();
    for revision in &settled {
        learn_revision(writer, (&mut preparation, &mut intake), revision)?;
    }
    intake.flush(writer)
}

fn learn_revision(
    writer: &mut Writer<'_>,
    (preparation, intake): (&mut Preparation, &mut Intake),
    settled: &SettledRevision,
) -> Result<(), StoreError> {
    for (segment, source, target) in parts(settled) {
        let languages = (&settled.source_language, &settled.target_language);
        let prepared = preparation.of_contents(source, target, languages)?;
        intake.meet(writer, &preparation.take_fresh())?;
        let (unit, _) = intake.take(writer, &prepared)?;
        writer.add_own_unit(settled, segment, unit)?;
    }
    Ok(())
}

/// The whole paragraph, then its segments where it has several; nothing of a row of asterisks, which has no words to be found by.
fn parts(settled: &SettledRevision) -> Vec<(Option<u32>, Content, Content)> {
    if count_words(settled.source.text()) == 0 {
        return Vec::new();
    }
    let segments = segments(&settled.source, &settled.target, &settled.beads);
    let segments = segments.into_iter().map(|(number, source, target)| (Some(number), source, target));
    std::iter::once((None, settled.source.clone(), settled.target.clone())).chain(segments).collect()
}

/// The segments of a paragraph that are units beside it, by number from 1: none where there are no two; one that lacks a side
/// or that the aligner doubts is none.
pub(super) fn segments(source: &Content, target: &Content, beads: &[Bead]) -> Vec<(u32, Content, Content)> {
    if beads.len() < 2 {
        return Vec::new();
    }
    let sides = |bead: &Bead| {
        let side = |content: &Content, range| content.slice(range).map(|part| part.trimmed());
        let source = side(source, bead.source.clone())?;
        let target = side(target, bead.target.clone())?;
        (count_words(source.text()) > 0 && !target.is_blank() && !bead.is_doubtful()).then_some((source, target))
    };
    let numbered = (1..).zip(beads);
    numbered.filter_map(|(number, bead)| sides(bead).map(|(source, target)| (number, source, target))).collect()
}

/// Makes the index anew from the units and the desk's own revisions. Tells `progress` how many units and revisions are done.
///
/// # Errors
/// Errors of the disk.
pub fn reindex(desk: &mut Desk, progress: &mut dyn FnMut(u64)) -> Result<Written<u64>, OpsError> {
    desk.write(OperationKind::Reindex, |writer| {
        writer.clear_index()?;
        let mut intake = Intake::open(writer, Load::Large)?;
        let mut preparation = Preparation::default();
        let mut done = 0;
        let mut last = UnitKey(0);
        loop {
            let units = writer.snapshot().units_after(last, AT_A_TIME)?;
            let Some((key, _)) = units.last() else { break };
            last = *key;
            for (key, unit) in units {
                let prepared = preparation.of_unit(unit);
                intake.meet(writer, &preparation.take_fresh())?;
                intake.index(key, &prepared);
                done += 1;
            }
            progress(done);
            intake.go_on(writer)?;
        }
        let mut last = None;
        loop {
            let settled = writer.snapshot().settled_after(last, AT_A_TIME)?;
            let Some(newest) = settled.last() else { break };
            last = Some(newest.revision);
            for revision in &settled {
                learn_revision(writer, (&mut preparation, &mut intake), revision)?;
                done += 1;
            }
            progress(done);
        }
        intake.flush(writer)?;
        Ok(done)
    })
}

#[cfg(test)]
mod tests {
    use super::super::lookup::{LookUp, Memory};
    use super::super::provenance::Filters;
    use crate::model::Language;
    use crate::ops::desk::{Desk, DeskLocation};

    fn desk(folder: &std::path::Path) -> Desk {
        let location = DeskLocation {
            path: folder.join("desk.hunayn"),
            person: Some("سلمى".to_owned()),
            login: None,
            command: Vec::new(),
        };
        let language = |tag: &str| tag.parse::<Language>().unwrap();
        Desk::create(location, &language("ar"), &language("en"), None).unwrap()
    }

    #[test]
    fn a_desk_without_work_has_an_empty_memory() {
        let folder = tempfile::tempdir().unwrap();
        let desk = desk(folder.path());
        let snapshot = desk.snapshot().unwrap();
        let memory = Memory::of(&snapshot).unwrap();
        let languages = ("ar".parse().unwrap(), "en".parse().unwrap());
        let filters = Filters::default();
        for (text, min) in [("قال الوزير", 70), ("قال", 100), ("؟", 70), ("", 1)] {
            let wanted = LookUp {
                text,
                languages: (&languages.0, &languages.1),
                min,
                limit: 5,
                filters: &filters,
                surroundings: None,
            };
            assert_eq!(memory.look_up(&wanted).unwrap(), []);
        }
    }
}
