//! Desks that cannot be used: each is told apart and told clearly, and not a byte of it changes.

#![cfg(unix)]

use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;

use crate::desk::Workplace;

/// What may be tried at a desk; whoever reads and whoever writes.
const ATTEMPTS: [&[&str]; 6] =
    [&["list"], &["show", "a"], &["status"], &["doctor"], &["set", "a:1", "Well."], &["undo"]];

/// The file of a desk alone, with everything in it.
fn settled() -> Workplace {
    let lines: Vec<String> = (0..300).map(|n| format!("فقرة رقم {n}. وفيها جملة أخرى؟")).collect();
    let place = Workplace::with_lines(&lines.iter().map(String::as_str).collect::<Vec<_>>());
    place.run(&["set", "a:1", "Before."]).done();
    let connection = rusqlite::Connection::open(place.path()).unwrap();
    connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).unwrap();
    drop(connection);
    place
}

fn bytes(path: &Path) -> Vec<u8> {
    std::fs::read(path).unwrap()
}

/// Each attempt fails with exit code 6 and one of the codes, in two lines, and leaves the file as it is.
#[track_caller]
fn assert_refused(place: &Workplace, attempts: &[&[&str]], codes: &[&str]) {
    let before = bytes(&place.path());
    for attempt in attempts {
        let plain = place.run(attempt);
        assert_eq!(plain.code, 6, "{attempt:?}: {}{}", plain.stdout, plain.stderr);
        assert_eq!(plain.stderr.lines().count(), 2, "{attempt:?}: {}", plain.stderr);
        let error = place.run(&[attempt, &["--json"][..]].concat()).error();
        assert!(codes.contains(&error["code"].as_str().unwrap()), "{attempt:?}: {error}");
        assert!(error["hint"].is_string(), "{attempt:?}: {error}");
        assert!(bytes(&place.path()) == before, "{attempt:?} changed the file");
    }
}

#[test]
fn a_file_that_is_no_desk_is_refused_untouched() {
    let place = Workplace::empty();
    for (name, content) in
        [("text", "قال الرجل. ".repeat(900).into_bytes()), ("zeros", vec![0; 8192]), ("short", b"x".to_vec())]
    {
        std::fs::write(place.path(), content).unwrap();
        assert_refused(&place, &ATTEMPTS, &["foreign"]);
        assert!(!place.folder().join("desk.hunayn-wal").exists(), "{name}");
    }
    std::fs::remove_file(place.path()).unwrap();
    let other = rusqlite::Connection::open(place.path()).unwrap();
    other.execute_batch("CREATE TABLE article (slug TEXT); INSERT INTO article VALUES ('a');").unwrap();
    drop(other);
    assert_refused(&place, &ATTEMPTS, &["foreign"]);
}

#[test]
fn a_desk_of_a_newer_program_is_refused_untouched() {
    let place = settled();
    let connection = rusqlite::Connection::open(place.path()).unwrap();
    connection.pragma_update(None, "user_version", 999).unwrap();
    connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).unwrap();
    drop(connection);
    assert_refused(&place, &ATTEMPTS, &["newer"]);
    let told = place.run(&["list"]).stderr;
    assert!(told.contains("999"), "{told}");
}

#[test]
fn a_desk_with_garbage_in_its_middle_is_told_and_not_made_worse() {
    let place = settled();
    let sound = bytes(&place.path());
    let page = 4096;
    for (from, to) in [(1, sound.len() / page), (sound.len() / page / 2, sound.len() / page)] {
        let mut damaged = sound.clone();
        damaged[from * page..to * page].fill(0xA5);
        std::fs::write(place.path(), damaged).unwrap();
        assert_refused(&place, &[&["doctor"]], &["damaged", "unsound"]);
        assert_refused(&place, &[&["show", "a"]], &["damaged"]);
    }
}

#[test]
fn a_desk_that_lost_its_end_is_told_and_not_made_worse() {
    let place = settled();
    let sound = bytes(&place.path());
    for length in [sound.len() / 2, 4096 * 2, 4096, 1000] {
        std::fs::write(place.path(), &sound[..length]).unwrap();
        assert_refused(&place, &[&["doctor"], &["show", "a"]], &["damaged", "unsound", "foreign"]);
    }
}

#[test]
fn a_desk_that_may_not_be_written_can_be_read() {
    let place = settled();
    let mode = |mode| std::fs::set_permissions(place.path(), std::fs::Permissions::from_mode(mode)).unwrap();
    mode(0o444);
    let before = bytes(&place.path());
    assert_eq!(place.json(&["show", "a:1"])["paragraphs"][0]["target"], "Before.");
    for reading in [&["list"][..], &["status", "a"], &["log", "a:1"], &["op", "log"], &["doctor"]] {
        place.run(reading).done();
    }
    let writes: [&[&str]; 4] =
        [&["set", "a:1", "After."], &["comment", "a:1", "-m", "So."], &["undo"], &["config", "name", "x"]];
    assert_refused(&place, &writes, &["read-only"]);
    assert_eq!(bytes(&place.path()), before);
    let files = std::fs::read_dir(place.folder()).unwrap().map(|entry| entry.unwrap().file_name());
    let beside: Vec<_> = files.filter(|name| name.to_string_lossy().starts_with("desk.hunayn-")).collect();
    assert!(beside.is_empty(), "{beside:?}");
    mode(0o644);
    place.run(&["set", "a:1", "After."]).done();
}

#[test]
fn a_missing_desk_is_not_found_and_not_made() {
    let place = Workplace::empty();
    for attempt in ATTEMPTS {
        let answer = place.run(attempt);
        assert_eq!((answer.code, answer.stderr.lines().count()), (5, 2), "{attempt:?}: {}", answer.stderr);
    }
    assert_eq!(std::fs::read_dir(place.folder()).unwrap().count(), 0);
}

#[test]
fn a_desk_is_not_made_over_a_file() {
    let place = settled();
    let before = bytes(&place.path());
    let answer = place.run(&["init", "--json"]);
    assert_eq!((answer.code, answer.error()["code"].as_str()), (1, Some("desk-exists")));
    assert!(bytes(&place.path()) == before);
}

#[test]
fn the_doctor_tells_how_much_of_the_desk_it_has_seen() {
    let place = Workplace::with_lines(&["من يملك النهر", "كان النهر لأهله جميعًا."]);
    let mut told = Vec::new();
    let complaints = place.open().complaints(&mut |done, total| told.push((done, total))).unwrap();
    assert_eq!(complaints, []);
    // Two texts, two revisions, one article.
    assert_eq!(told, (1..=5).map(|done| (done, 5)).collect::<Vec<_>>());
}
