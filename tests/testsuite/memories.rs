//! Translation memories that other tools wrote, in every encoding and version of TMX, and hostile ones: what the shared set says of
//! each file holds, and what was read comes back from what is written. Without the shared data there is less to read.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use hunayn::formats::tmx::{Header, Tally, TmxProblem, Writer, units};
use hunayn::model::{ExchangeUnit, Language};

/// A file of the shared set and what its list says of it.
struct Memory {
    name: String,
    bytes: Vec<u8>,
    expected: String,
    units: Option<u64>,
}

fn shared() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/interchange")
}

fn memories() -> Vec<Memory> {
    let Ok(list) = std::fs::read_to_string(shared().join("MANIFEST.tsv")) else { return Vec::new() };
    let rows = list.lines().map(|line| line.split('\t').collect::<Vec<_>>()).filter(|row| row.get(1) == Some(&"tmx"));
    rows.map(|row| {
        let counts: serde_json::Value = serde_json::from_str(row[7]).unwrap();
        Memory {
            name: row[0].to_owned(),
            bytes: std::fs::read(shared().join(row[0])).unwrap(),
            expected: row[6].to_owned(),
            units: counts["tu"].as_u64(),
        }
    })
    .collect()
}

struct Reading {
    units: Vec<ExchangeUnit>,
    problems: Vec<TmxProblem>,
    tally: Tally,
    languages: BTreeSet<String>,
}

fn read(bytes: &[u8], source: &str, target: &str) -> Reading {
    let language = |tag: &str| tag.parse::<Language>().unwrap();
    let mut reader = units(bytes, &language(source), &language(target));
    let (mut units, mut problems) = (Vec::new(), Vec::new());
    for result in reader.by_ref() {
        match result {
            Ok(unit) => units.push(unit),
            Err(problem) => problems.push(problem),
        }
    }
    let primary = |tag: &str| tag.split(['-', '_']).next().unwrap().to_lowercase();
    let languages = reader.languages().map(|(tag, _)| primary(tag)).collect();
    Reading { units, problems, tally: reader.tally(), languages }
}

/// Every pair of languages that a file has.
fn pairs(languages: &BTreeSet<String>) -> Vec<(&str, &str)> {
    let pairs = languages.iter().flat_map(|one| languages.iter().map(move |other| (one.as_str(), other.as_str())));
    pairs.filter(|(one, other)| one != other).collect()
}

fn is_whole(memory: &Memory) -> bool {
    ["valid", "lenient", "invalid"].contains(&memory.expected.as_str())
}

#[test]
fn every_memory_is_read_to_its_end_or_said_to_be_broken() {
    for memory in memories() {
        let Reading { problems, tally, .. } = read(&memory.bytes, "ar", "en");
        let name = &memory.name;
        if is_whole(&memory) {
            assert_eq!((problems.as_slice(), Some(tally.units)), (&[][..], memory.units), "{name}");
        } else if memory.expected == "malformed" {
            assert!(problems.last().is_some_and(TmxProblem::ends_reading), "{name}: {problems:?}");
        } else {
            assert!(problems.iter().all(|p| matches!(p, TmxProblem::UnknownEntity { .. })), "{name}: {problems:?}");
        }
    }
}

#[test]
fn no_hostile_memory_brings_a_text_from_elsewhere() {
    for memory in memories().iter().filter(|memory| memory.expected == "hostile") {
        let Reading { units, problems, .. } = read(&memory.bytes, "ar", "en");
        assert_eq!(units.is_empty(), !memory.name.contains("param_entity"), "{}", memory.name);
        assert_eq!(problems.is_empty(), memory.name.contains("param_entity"), "{}", memory.name);
    }
}

#[test]
fn every_pair_of_languages_comes_back_from_what_is_written() {
    let mut read_back = 0;
    let memories = memories();
    for memory in memories.iter().filter(|memory| is_whole(memory)) {
        let languages = read(&memory.bytes, "ar", "en").languages;
        for (source, target) in pairs(&languages) {
            let given = read(&memory.bytes, source, target);
            let mut writer = Writer::new(Vec::new(), &Header::of_this_program(source)).unwrap();
            given.units.iter().for_each(|unit| writer.unit(unit).unwrap());
            let written = writer.finish().unwrap();
            let again = read(&written, source, target);
            assert_eq!(again.problems, [], "{} {source}-{target}", memory.name);
            let without_line = |unit: &ExchangeUnit| ExchangeUnit { line: None, ..unit.clone() };
            let [given, again]: [Vec<ExchangeUnit>; 2] =
                [given.units, again.units].map(|units| units.iter().map(without_line).collect());
            assert_eq!(given, again, "{} {source}-{target}", memory.name);
            read_back += given.len();
        }
    }
    assert!(memories.is_empty() || read_back > 3071, "only {read_back} units");
}

#[test]
fn a_memory_that_breaks_off_gives_what_was_whole() {
    for memory in memories().iter().filter(|memory| is_whole(memory) && memory.bytes.len() < 20_000) {
        let whole = read(&memory.bytes, "en", "fr").units;
        for length in (0..memory.bytes.len()).step_by(97) {
            let Reading { units, problems, .. } = read(&memory.bytes[..length], "en", "fr");
            assert_eq!(units, whole[..units.len()], "{} {length}", memory.name);
            let is_end = read(&memory.bytes[length..], "en", "fr").tally.units == 0;
            assert!(is_end || problems.last().is_some_and(TmxProblem::ends_reading), "{} {length}", memory.name);
        }
    }
}
