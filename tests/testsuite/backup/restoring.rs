//! A copy is taken back: what lay there is kept, what is at work is left alone.

use std::path::PathBuf;

use super::{copied, journal_mode, lines, names, refused, spoil, target};
use serde_json::Value;

#[test]
fn a_restore_brings_the_state_back_and_keeps_what_lay_there() {
    let place = lines(5);
    place.run(&["set", "a:1", "Before."]).done();
    let copy = copied(&place);
    let file = copy.to_str().unwrap();
    place.run(&["set", "a:1", "After."]).done();
    place.run(&["set", "a:2", "More."]).done();
    refused(&place.run(&["backup", "restore", file, "--json"]), 2, "needs-yes");
    let planned = place.json(&["backup", "restore", file, "--dry-run"]);
    assert_eq!((&planned["applied"], &planned["missing"]), (&false.into(), &2.into()), "{planned}");
    assert_eq!(target(&place, &place.path(), "a:1"), "After.");
    let done = place.json(&["backup", "restore", file, "--yes"]);
    assert_eq!((&done["applied"], &done["missing"], &done["same_desk"]), (&true.into(), &2.into(), &true.into()));
    assert_eq!(done["last_operation"]["number"], 3, "{done}");
    assert_eq!(target(&place, &place.path(), "a:1"), "Before.");
    let aside = PathBuf::from(done["aside"].as_str().unwrap());
    assert!(aside.file_name().unwrap().to_str().unwrap().starts_with("desk-replaced-"), "{done}");
    let journal = PathBuf::from(format!("{}-journal", aside.display()));
    assert!(!journal.exists(), "nothing is left in it");
    assert_eq!(target(&place, &aside, "a:2"), "More.");
    assert_eq!(journal_mode(&place.path()), "wal");
    assert_eq!(journal_mode(&aside), "wal", "a desk that is worked at again has its log");
    place.run(&["set", "a:1", "Going on."]).done();
    assert_eq!(place.json(&["doctor"])["sound"], true);
    // What was set aside can be taken back in the same way.
    let back = place.json(&["backup", "restore", aside.to_str().unwrap(), "--yes"]);
    assert_eq!((&back["missing"], &back["last_operation"]["number"]), (&1.into(), &5.into()), "{back}");
    assert_eq!(target(&place, &place.path(), "a:1"), "After.");
}

#[test]
fn a_restore_elsewhere_does_not_touch_the_desk() {
    let place = lines(5);
    let copy = copied(&place);
    place.run(&["set", "a:1", "After."]).done();
    let done = place.json(&["backup", "restore", copy.to_str().unwrap(), "--to", "new.hunayn"]);
    assert_eq!((&done["aside"], &done["desk"]), (&Value::Null, &"new.hunayn".into()));
    assert_eq!(target(&place, &place.path(), "a:1"), "After.");
    assert_eq!(target(&place, &place.folder().join("new.hunayn"), "a:1"), "");
    refused(
        &place.run(&["backup", "restore", copy.to_str().unwrap(), "--to", "new.hunayn", "--json"]),
        1,
        "file-exists",
    );
}

#[test]
fn a_desk_that_cannot_be_opened_or_is_gone_is_restored_and_its_log_is_not_taken_for_the_new_ones() {
    let place = lines(30);
    place.run(&["set", "a:1", "Before."]).done();
    let copy = copied(&place);
    let restore = ["backup", "restore", copy.to_str().unwrap(), "--yes"];
    let log = |bytes: &[u8]| std::fs::write(place.folder().join("desk.hunayn-wal"), bytes).unwrap();
    for garbage in [b"no desk any more".to_vec(), vec![0; 8192], Vec::new()] {
        std::fs::write(place.path(), &garbage).unwrap();
        log(b"some log");
        let listed = place.json(&["backup", "list"]);
        assert_eq!((&listed["desk_error"], &listed["copies"][0]["state"]), (&"foreign".into(), &"unknown".into()));
        let done = place.json(&restore);
        assert_eq!((&done["missing"], &done["same_desk"]), (&Value::Null, &Value::Null), "{done}");
        let aside = PathBuf::from(done["aside"].as_str().unwrap());
        assert_eq!(std::fs::read(&aside).unwrap(), garbage);
        assert_eq!(target(&place, &place.path(), "a:1"), "Before.");
        assert_eq!(place.json(&["doctor"])["sound"], true);
    }
    std::fs::remove_file(place.path()).unwrap();
    log(b"an orphan");
    let done = place.json(&restore);
    let aside = done["aside"].as_str().unwrap();
    assert_eq!(std::fs::read(format!("{aside}-wal")).unwrap(), b"an orphan");
    std::fs::remove_file(place.path()).unwrap();
    assert_eq!(place.json(&restore[..3])["aside"], Value::Null, "nothing is replaced, nobody asks");
    assert_eq!(target(&place, &place.path(), "a:1"), "Before.");
}

#[test]
fn a_damaged_desk_is_sent_to_its_newest_copy_and_can_be_restored() {
    let place = lines(50);
    copied(&place);
    place.run(&["set", "a:1", "After."]).done();
    let copy = copied(&place);
    spoil(&place.path(), "revision");
    let doctor = place.run(&["doctor", "--json"]);
    assert_eq!(doctor.code, 6);
    let hint = doctor.error()["hint"].as_str().unwrap().to_owned();
    assert!(hint.ends_with(&format!("hunayn backup restore {}", copy.display())), "{hint}");
    let damaged = std::fs::read(place.path()).unwrap();
    let done = place.json(&["backup", "restore", copy.to_str().unwrap(), "--yes"]);
    assert_eq!(target(&place, &place.path(), "a:1"), "After.");
    let aside = std::fs::read(done["aside"].as_str().unwrap()).unwrap();
    // What tells that the file has no log stands in its first page.
    assert!(aside[4096..] == damaged[4096..]);
    assert_eq!(place.json(&["doctor"])["sound"], true);
}

#[test]
fn a_desk_at_which_somebody_works_is_not_replaced() {
    let place = lines(5);
    let copy = copied(&place);
    let before = names(place.folder());
    let other = rusqlite::Connection::open(place.path()).unwrap();
    other.execute_batch("BEGIN; SELECT count(*) FROM article;").unwrap();
    for options in [&["--yes"][..], &["--dry-run"]] {
        let words = [&["backup", "restore", copy.to_str().unwrap(), "--json"], options].concat();
        refused(&place.run(&words), 6, "locked");
    }
    place.json(&["backup", "restore", copy.to_str().unwrap(), "--to", "new.hunayn"]);
    drop(other);
    std::fs::remove_file(place.folder().join("new.hunayn")).unwrap();
    let after: Vec<String> = names(place.folder()).into_iter().filter(|name| !name.starts_with("new.")).collect();
    assert_eq!(after, before);
    place.json(&["backup", "restore", copy.to_str().unwrap(), "--yes"]);
}
