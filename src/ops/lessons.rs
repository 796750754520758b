//! The lexicon of a desk: what its own confirmed pairs teach the aligner, kept up to date in steps.
//!
//! Writing marks what changed, and no more, so that an approval stays as cheap as it was; who aligns next counts what is marked
//! ([`catch_up`]), so that nothing is read twice that nobody touched. The ways not taken: counting in the transaction of the
//! approval, which makes every approval dearer, and the undo of an archive dear; reading all confirmed pairs at each alignment.

use std::collections::{BTreeSet, HashMap};

use super::desk::Desk;
use super::error::OpsError;
use crate::alignment::{BUILT_IN, Lessons, Lexicon, word_keys};
use crate::model::{Bead, Keep, Language, LinkCount, WordCount};
use crate::store::{Anew, LessonText, Snapshot, Tender};

/// Paragraphs that are counted in one transaction: a tenth of a second's work, for which others wait.
const STEP: u32 = 200;

/// Counts what was confirmed, changed or taken back since the last time. A desk that cannot be written, or is to be left as it
/// is, stays with what is counted.
///
/// # Errors
/// Errors of the disk.
pub(super) fn catch_up(desk: &mut Desk) -> Result<(), OpsError> {
    let version = Lessons::version(&BUILT_IN);
    if desk.keep() == Keep::DryRun || desk.is_read_only() || !desk.snapshot()?.wants_lessons(version)? {
        return Ok(());
    }
    count(desk, version, Anew::IfOutdated, &mut |_| ()).map(|_| ())
}

/// Counts every confirmed pair of the desk from nothing; returns how many paragraphs those are, and tells `progress` on the way.
///
/// # Errors
/// When the desk cannot be written; errors of the disk.
pub fn count_anew(desk: &mut Desk, progress: &mut dyn FnMut(usize)) -> Result<usize, OpsError> {
    count(desk, Lessons::version(&BUILT_IN), Anew::Always, progress)
}

fn count(desk: &mut Desk, version: i64, anew: Anew, progress: &mut dyn FnMut(usize)) -> Result<usize, OpsError> {
    desk.tend(|tender| Ok(tender.prepare_lessons(version, anew)?))?;
    let mut counted = 0;
    loop {
        let now = desk.tend(count_some)?;
        if now == 0 {
            return Ok(counted);
        }
        counted += now;
        progress(counted);
    }
}

/// Counts some of the paragraphs that wait; returns how many.
fn count_some(tender: &Tender<'_>) -> Result<usize, OpsError> {
    let changes = tender.lessons_due(STEP)?;
    let mut lessons = Lessons::default();
    for change in &changes {
        change.counted.iter().for_each(|text| teach(&mut lessons, text, -1));
        change.wanted.iter().for_each(|text| teach(&mut lessons, text, 1));
    }
    tender.count_lessons(&changes, &lessons.words(), &lessons.links())?;
    Ok(changes.len())
}

fn teach(lessons: &mut Lessons, text: &LessonText, times: i64) {
    let LessonText { source, target, beads, languages } = text;
    teach_beads(lessons, (source, target), beads.iter(), (&languages.0, &languages.1), times);
}

/// What the segments of a paragraph teach that have both sides.
pub(super) fn teach_beads<'b>(
    lessons: &mut Lessons,
    (source, target): (&str, &str),
    beads: impl Iterator<Item = &'b Bead>,
    languages: (&Language, &Language),
    times: i64,
) {
    for bead in beads {
        let (source, target) = (source.get(bead.source.clone()), target.get(bead.target.clone()));
        let (Some(source), Some(target)) = (source, target) else { continue };
        let (first, second) = if is_mirrored(languages) { (target, source) } else { (source, target) };
        lessons.add(first, second, &BUILT_IN, times);
    }
}

/// Whether the Arabic side is the target: lexicons have the Arabic side first.
fn is_mirrored((source, target): (&Language, &Language)) -> bool {
    target.is("ar") && !source.is("ar")
}

/// What the desk's own pairs say of the words of some texts, in either language; `None` where they say nothing.
///
/// # Errors
/// Errors of the disk.
pub(super) fn own_lexicon<'t>(
    snapshot: &Snapshot<'_>,
    texts: impl Iterator<Item = &'t str>,
) -> Result<Option<Lexicon>, OpsError> {
    let Some(tokens) = snapshot.lesson_tokens(Lessons::version(&BUILT_IN))? else { return Ok(None) };
    let keys: BTreeSet<String> = texts.flat_map(word_keys).collect();
    let mut words: [Vec<(&str, WordCount)>; 2] = [Vec::new(), Vec::new()];
    let (mut first, mut second) = (Vec::new(), HashMap::new());
    for word in &keys {
        if let Some((key, count)) = snapshot.word_count(0, word)? {
            words[0].push((word, count));
            first.push((word.as_str(), key));
        }
        if let Some((key, count)) = snapshot.word_count(1, word)? {
            words[1].push((word, count));
            second.insert(key, word.as_str());
        }
    }
    let mut links: Vec<(&str, &str, LinkCount)> = Vec::new();
    for (word, key) in first {
        let known = snapshot.link_counts(key)?.into_iter();
        links.extend(known.filter_map(|(other, count)| Some((word, *second.get(&other)?, count))));
    }
    Ok((!links.is_empty()).then(|| Lexicon::of_counts(&words, &links, tokens)))
}
