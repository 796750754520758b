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
fn a_desk_of_an_earlier_program_is_brought_up_to_date_with_all_it_holds() {
    let place = settled();
    let wanted = place.json(&["show", "a"]);
    let connection = rusqlite::Connection::open(place.path()).unwrap();
    connection.execute_batch("DROP INDEX head_open; PRAGMA user_version = 1;").unwrap();
    drop(connection);
    assert_eq!(place.json(&["show", "a"]), wanted);
    place.run(&["inbox"]).done();
    place.run(&["doctor"]).done();
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

/// What the program is asked for on a desk with a page of zeros: readers and writers of every part of it.
const WORK: [&[&str]; 14] = [
    &["set", "a:2", "After."],
    &["submit", "a:1"],
    &["approve", "a:1"],
    &["comment", "a:1", "-m", "So."],
    &["undo"],
    &["import", "b.txt", "--slug", "b"],
    &["config", "name", "x"],
    &["term", "add", "فقرة", "paragraph"],
    &["merge", "a:3.1"],
    &["exclude", "a:4", "-m", "Twice."],
    &["tm", "add", "نص", "text"],
    &["export", "a", "--format", "html", "--require", "none", "--force"],
    &["inbox"],
    &["doctor", "--reindex"],
];

/// The first page of a table or index, from 1.
fn first_page(path: &Path, name: &str) -> usize {
    let connection = rusqlite::Connection::open(path).unwrap();
    let sql = "SELECT rootpage FROM sqlite_schema WHERE name = ?1";
    connection.query_row(sql, [name], |row| row.get::<_, i64>(0)).unwrap().try_into().unwrap()
}

#[test]
fn whoever_meets_a_page_of_zeros_is_sent_to_the_doctor_and_writes_nothing() {
    let place = settled();
    place.file("b.txt", "مقال ثان.\n\nوفيه فقرتان.");
    let sound = bytes(&place.path());
    let fresh = |content: &[u8]| {
        for end in ["-wal", "-shm"] {
            let _ = std::fs::remove_file(place.folder().join(format!("desk.hunayn{end}")));
        }
        std::fs::write(place.path(), content).unwrap();
    };
    let codes: Vec<i32> = WORK
        .iter()
        .map(|work| {
            fresh(&sound);
            place.run(work).code
        })
        .collect();
    let names =
        ["operation", "revision", "comment", "comment_by_operation", "head", "own_unit", "memory_posting", "concept"];
    let mut met = 0;
    fresh(&sound);
    for page in names.map(|name| first_page(&place.path(), name)) {
        let mut damaged = sound.clone();
        damaged[(page - 1) * 4096..page * 4096].fill(0);
        for (work, code) in WORK.iter().zip(&codes) {
            fresh(&damaged);
            let answer = place.run(&[work, &["--json"][..]].concat());
            if answer.code == *code && work[0] != "doctor" {
                continue;
            }
            met += 1;
            assert_eq!(answer.code, 6, "page {page}, {work:?}: {}{}", answer.stdout, answer.stderr);
            let error = answer.error();
            assert!(
                ["damaged", "unsound"].contains(&error["code"].as_str().unwrap()),
                "page {page}, {work:?}: {error}"
            );
            let (message, hint) = (error["message"].as_str().unwrap(), error["hint"].as_str().unwrap());
            assert!(!message.contains("unexpected"), "page {page}, {work:?}: {error}");
            assert_eq!(hint.contains("hunayn doctor"), work[0] != "doctor", "page {page}, {work:?}: {error}");
            assert!(bytes(&place.path()) == damaged, "page {page}, {work:?} changed the file");
            let log = std::fs::metadata(place.folder().join("desk.hunayn-wal")).map_or(0, |log| log.len());
            assert_eq!(log, 0, "page {page}, {work:?} left something in the log");
        }
        fresh(&damaged);
        let report = place.run(&["doctor", "--json"]).json();
        assert_eq!(report["complaints"][0]["code"], "integrity", "page {page}: {report}");
    }
    assert!(met > 40, "{met}");
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
