//! Copies of a desk: whole or not there, told apart, kept so many, and taken back without losing what lay there.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use serde_json::Value;

use crate::desk::{Answer, Workplace};

mod restoring;

const OLD: &str = "2020-01-02T03-04-05Z";

fn lines(count: usize) -> Workplace {
    let lines: Vec<String> = (0..count).map(|n| format!("فقرة رقم {n}. وفيها جملة أخرى؟")).collect();
    Workplace::with_lines(&lines.iter().map(String::as_str).collect::<Vec<_>>())
}

/// Makes a copy and returns its file.
#[track_caller]
fn copied(place: &Workplace) -> PathBuf {
    place.json(&["backup", "create"])["file"].as_str().unwrap().into()
}

/// The names in a folder, sorted; none where there is no folder.
fn names(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).into_iter().flatten();
    let mut names: Vec<String> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

fn backups(place: &Workplace) -> PathBuf {
    place.folder().join("backups")
}

fn target(place: &Workplace, desk: &Path, address: &str) -> Value {
    let shown = place.json(&["--desk", desk.to_str().unwrap(), "show", address]);
    shown["paragraphs"][0]["target"].clone()
}

#[track_caller]
fn refused(answer: &Answer, code: i32, what: &str) {
    assert_eq!((answer.code, answer.error()["code"].as_str()), (code, Some(what)), "{}", answer.stderr);
    assert!(answer.error()["hint"].is_string(), "{}", answer.stderr);
}

/// Sets a page of a table to zeros.
fn spoil(file: &Path, table: &str) {
    let connection = rusqlite::Connection::open(file).unwrap();
    let sql = "SELECT rootpage FROM sqlite_schema WHERE name = ?1";
    let page: i64 = connection.query_row(sql, [table], |row| row.get(0)).unwrap();
    connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).unwrap();
    drop(connection);
    let mut bytes = std::fs::read(file).unwrap();
    let begin = (usize::try_from(page).unwrap() - 1) * 4096;
    bytes[begin..begin + 4096].fill(0);
    std::fs::write(file, bytes).unwrap();
}

fn journal_mode(file: &Path) -> String {
    let connection = rusqlite::Connection::open(file).unwrap();
    connection.query_row("PRAGMA journal_mode", [], |row| row.get(0)).unwrap()
}

#[test]
fn a_copy_that_is_made_while_others_write_is_whole() {
    let place = lines(200);
    let done = AtomicBool::new(false);
    std::thread::scope(|scope| {
        let writer = scope.spawn(|| {
            let mut written = 0;
            while !done.load(Ordering::Relaxed) {
                place.run(&["set", &format!("a:{}", written % 200 + 1), &format!("Text {written}.")]).done();
                written += 1;
            }
            written
        });
        for n in 0..6 {
            place.run(&["backup", "create", &format!("copy{n}.hunayn")]).done();
        }
        done.store(true, Ordering::Relaxed);
        assert!(writer.join().unwrap() > 0);
    });
    for n in 0..6 {
        let report = place.json(&["backup", "verify", &format!("copy{n}.hunayn")]);
        assert_eq!((&report["copies"][0]["sound"], &report["damaged"]), (&true.into(), &0.into()), "{report}");
    }
}

#[test]
fn a_writer_in_the_middle_of_its_work_does_not_keep_a_copy_waiting_and_is_not_in_it() {
    let place = lines(3);
    let other = rusqlite::Connection::open(place.path()).unwrap();
    other.execute_batch("BEGIN IMMEDIATE; UPDATE article SET slug = 'half';").unwrap();
    let copy = copied(&place);
    assert_eq!(target(&place, &copy, "a:1"), Value::from(""), "{}", copy.display());
    other.execute_batch("ROLLBACK").unwrap();
    assert_eq!(place.json(&["backup", "verify"])["damaged"], 0);
}

#[test]
fn a_copy_holds_what_only_the_log_has_and_leaves_nothing_beside_it() {
    let place = lines(3);
    let reader = rusqlite::Connection::open(place.path()).unwrap();
    reader.query_row("SELECT count(*) FROM article", [], |_| Ok(())).unwrap();
    place.run(&["set", "a:1", "In the log."]).done();
    let copy = copied(&place);
    let name = copy.file_name().unwrap().to_str().unwrap();
    assert_eq!(names(&backups(&place)), [name]);
    place.json(&["backup", "verify"]);
    place.json(&["backup", "list"]);
    assert_eq!(names(&backups(&place)), [name], "reading a copy leaves nothing");
    assert_eq!(target(&place, &copy, "a:1"), "In the log.");
}

#[cfg(unix)]
#[test]
fn a_kill_while_copying_leaves_no_copy_that_is_not_whole() {
    let place = lines(400);
    let mut kills = 0;
    for round in 0..60_u64 {
        let mut child = place.command(&["backup", "create", &format!("c{round}.hunayn")]).spawn().unwrap();
        std::thread::sleep(Duration::from_micros(round * 700));
        child.kill().unwrap();
        kills += usize::from(!child.wait().unwrap().success());
    }
    assert!(kills > 0);
    for name in names(place.folder()).iter().filter(|name| name.starts_with('c') && name.ends_with(".hunayn")) {
        assert_eq!(place.json(&["backup", "verify", name])["damaged"], 0, "{name}");
    }
    assert_eq!(place.json(&["doctor"])["sound"], true);
}

#[test]
fn a_damaged_copy_is_told_and_is_not_restored() {
    let place = lines(50);
    let copy = copied(&place);
    spoil(&copy, "revision");
    place.run(&["set", "a:1", "After."]).done();
    let before = names(place.folder());
    let verified = place.run(&["backup", "verify", "--json"]);
    assert_eq!((verified.code, verified.json()["damaged"].clone()), (6, 1.into()));
    assert_eq!(verified.json()["copies"][0]["complaints"][0]["code"], "integrity");
    refused(&place.run(&["backup", "restore", copy.to_str().unwrap(), "--yes", "--json"]), 6, "damaged");
    refused(&place.run(&["backup", "restore", copy.to_str().unwrap(), "--to", "n.hunayn", "--json"]), 6, "damaged");
    assert_eq!(names(place.folder()), before);
    assert_eq!(target(&place, &place.path(), "a:1"), "After.");
    std::fs::write(&copy, "no desk, but something of some length that is none").unwrap();
    let verified = place.run(&["backup", "verify", "--json"]);
    assert_eq!((verified.code, verified.json()["copies"][0]["error"].clone()), (6, "foreign".into()));
}

#[test]
fn a_copy_of_an_older_program_is_listed_and_looked_through_before_it_is_a_desk() {
    let place = lines(5);
    let copy = copied(&place);
    let connection = rusqlite::Connection::open(&copy).unwrap();
    connection.pragma_update(None, "user_version", 0).unwrap();
    drop(connection);
    let verified = &place.json(&["backup", "verify"])["copies"][0];
    assert_eq!((&verified["sound"], &verified["older_version"]), (&true.into(), &true.into()), "{verified}");
    assert_eq!(place.json(&["backup", "list"])["copies"][0]["state"], "own");
    place.run(&["set", "a:1", "After."]).done();
    let before = names(place.folder());
    // It says that it is older and is not, so it cannot be brought to the present schema.
    assert_ne!(place.run(&["backup", "restore", copy.to_str().unwrap(), "--yes"]).code, 0);
    assert_eq!(names(place.folder()), before);
    assert_eq!(target(&place, &place.path(), "a:1"), "After.");
}

#[test]
fn a_copy_of_the_first_schema_becomes_a_desk_of_the_present_one() {
    let place = lines(5);
    let copy = copied(&place);
    let connection = rusqlite::Connection::open(&copy).unwrap();
    connection.execute_batch("DROP INDEX head_open; PRAGMA user_version = 1;").unwrap();
    drop(connection);
    place.run(&["set", "a:1", "After."]).done();
    place.run(&["backup", "restore", copy.to_str().unwrap(), "--yes"]).done();
    place.run(&["inbox"]).done();
    place.run(&["doctor"]).done();
    assert_eq!(place.json(&["show", "a:1"])["paragraphs"][0]["target"], "");
    let connection = rusqlite::Connection::open(&copy).unwrap();
    let version: i64 = connection.pragma_query_value(None, "user_version", |row| row.get(0)).unwrap();
    assert_eq!(version, 1, "the copy stays as it was");
}

/// SQLite keeps the log of a desk beside the desk, and not beside a link to it.
#[cfg(unix)]
#[test]
fn what_a_log_alone_has_is_seen_through_a_link() {
    let place = lines(5);
    let reader = rusqlite::Connection::open(place.path()).unwrap();
    reader.query_row("SELECT count(*) FROM operation", [], |row| row.get::<_, i64>(0)).unwrap();
    place.run(&["set", "a:1", "After."]).done();
    let [link, other, new] = ["link.hunayn", "other.hunayn", "new.hunayn"].map(|name| place.folder().join(name));
    std::os::unix::fs::symlink(place.path(), &link).unwrap();
    let [link, other, to] = [&link, &other, &new].map(|path| path.to_str().unwrap());
    place.run(&["--desk", other, "backup", "restore", link, "--to", to]).done();
    assert_eq!(target(&place, &new, "a:1"), "After.");
    drop(reader);
}

#[test]
fn a_dry_run_writes_nothing_into_a_desk_of_an_older_program() {
    let place = lines(5);
    let copy = copied(&place);
    let connection = rusqlite::Connection::open(place.path()).unwrap();
    connection.execute_batch("DROP INDEX head_open; PRAGMA user_version = 1;").unwrap();
    drop(connection);
    let before = std::fs::read(place.path()).unwrap();
    place.run(&["backup", "restore", copy.to_str().unwrap(), "--dry-run"]).done();
    assert_eq!(std::fs::read(place.path()).unwrap(), before);
}

#[test]
fn a_damaged_desk_is_not_sent_to_a_copy_of_another_one() {
    let place = lines(50);
    let own = copied(&place);
    let other = place.folder().join("zebra.hunayn");
    place.run(&["init", other.to_str().unwrap()]).done();
    place.run(&["--desk", other.to_str().unwrap(), "backup", "create"]).done();
    let file = std::fs::OpenOptions::new().write(true).open(place.path()).unwrap();
    file.set_len(4096).unwrap();
    drop(file);
    let told = place.run(&["doctor"]).stderr;
    assert!(told.contains(own.file_name().unwrap().to_str().unwrap()) && !told.contains("zebra-"), "{told}");
    std::fs::remove_file(own).unwrap();
    let told = place.run(&["doctor"]).stderr;
    assert!(!told.contains("backup restore") && !told.contains("zebra-"), "{told}");
}

#[test]
fn a_damaged_desk_is_not_copied() {
    let place = lines(50);
    spoil(&place.path(), "revision");
    refused(&place.run(&["backup", "create", "--json"]), 6, "damaged");
    assert!(!backups(&place).exists(), "the folder goes with the copy");
}

#[test]
fn the_list_says_how_old_a_copy_is_and_whose() {
    let place = lines(5);
    let first = copied(&place);
    place.run(&["set", "a:1", "One."]).done();
    place.run(&["set", "a:1", "Two."]).done();
    let second = copied(&place);
    let other = lines(2);
    std::fs::copy(copied(&other), backups(&place).join("other.hunayn")).unwrap();
    std::fs::write(backups(&place).join("notes.txt"), "x").unwrap();
    std::fs::write(backups(&place).join("broken.hunayn"), "x").unwrap();
    let report = place.json(&["backup", "list"]);
    assert_eq!((&report["schema"], &report["desk_error"]), (&1.into(), &Value::Null));
    let rows: Vec<(&str, &str, &Value, &Value)> = report["copies"]
        .as_array()
        .unwrap()
        .iter()
        .map(|c| (c["file"].as_str().unwrap(), c["state"].as_str().unwrap(), &c["behind"], &c["ahead"]))
        .collect();
    let (zero, two, null) = (Value::from(0), Value::from(2), Value::Null);
    assert_eq!(
        rows[..2],
        [(second.to_str().unwrap(), "own", &zero, &zero), (first.to_str().unwrap(), "own", &two, &zero),]
    );
    let mut others: Vec<_> = rows[2..].iter().map(|row| (row.1, row.2)).collect();
    others.sort_by_key(|row| row.0);
    assert_eq!(others, [("other", &null), ("unreadable", &null)]);
    let text = place.run(&["backup", "list"]).done().stdout;
    assert!(text.contains("all operations of the desk") && text.contains("2 operations older"), "{text}");
    assert!(text.contains("of another desk"), "{text}");
    // After going back, the newer copy has what the desk lacks.
    place.run(&["backup", "restore", first.to_str().unwrap(), "--yes"]).done();
    place.run(&["set", "a:1", "Otherwise."]).done();
    let report = place.json(&["backup", "list"]);
    assert_eq!((&report["copies"][0]["behind"], &report["copies"][0]["ahead"]), (&1.into(), &2.into()), "{report}");
    let verified = place.json(&["backup", "verify"]);
    assert_eq!(verified["copies"].as_array().unwrap().len(), 2, "those of this desk alone: {verified}");
}

#[test]
fn only_own_copies_beyond_the_number_are_removed_and_only_when_asked() {
    let place = lines(3);
    let folder = backups(&place);
    let first = copied(&place);
    // Of another desk, of another name, spoilt, and no copy at all: none of them is for this command to remove.
    let other = lines(2);
    std::fs::copy(copied(&other), folder.join(format!("desk-{OLD}.hunayn"))).unwrap();
    std::fs::copy(&first, folder.join("desk-mine.hunayn")).unwrap();
    std::fs::copy(&first, folder.join(format!("book-{OLD}.hunayn"))).unwrap();
    std::fs::write(folder.join("desk-2020-01-02T03-04-06Z.hunayn"), "spoilt").unwrap();
    std::fs::copy(&first, folder.join("desk-2019-01-02T03-04-06Z.hunayn")).unwrap();
    std::fs::copy(&first, folder.join("desk-2999-01-02T03-04-06Z.hunayn")).unwrap();
    let before = names(&folder);
    let planned = place.json(&["backup", "create", "--keep", "2", "--dry-run"]);
    assert_eq!(planned["removed"].as_array().unwrap().len(), 2, "{planned}");
    assert_eq!(names(&folder), before);
    let second = copied(&place);
    assert_eq!(names(&folder).len(), before.len() + 1, "nothing is removed unasked");
    std::fs::remove_file(&second).unwrap();
    let report = place.json(&["backup", "create", "--keep", "2"]);
    let removed: Vec<&str> = report["removed"].as_array().unwrap().iter().map(|file| file.as_str().unwrap()).collect();
    let old = folder.join("desk-2019-01-02T03-04-06Z.hunayn");
    assert_eq!(removed, [first.to_str().unwrap(), old.to_str().unwrap()]);
    let new = Path::new(report["file"].as_str().unwrap());
    assert!(new.exists(), "the new one stays, whatever the clock says of others");
    let mut expected: Vec<String> =
        before.into_iter().filter(|name| !removed.iter().any(|path| path.ends_with(name.as_str()))).collect();
    expected.push(new.file_name().unwrap().to_str().unwrap().to_owned());
    expected.sort();
    assert_eq!(names(&folder), expected);
    let text = place.run(&["backup", "create", "--keep", "1"]).done().stdout;
    assert_eq!(text.matches("Older copy removed").count(), 2, "{text}");
}

#[test]
fn a_copy_never_takes_a_name_that_is_taken() {
    let place = lines(3);
    place.file("taken.hunayn", "mine");
    std::fs::create_dir(place.folder().join("folder")).unwrap();
    let mistakes: [(&[&str], i32, &str); 8] = [
        (&["create", "taken.hunayn"], 1, "file-exists"),
        (&["create", "desk.hunayn"], 2, "desk-itself"),
        (&["create", "folder"], 1, "no-plain-file"),
        (&["create", "none/x.hunayn"], 2, "no-folder"),
        (&["create", "--folder", "none"], 2, "no-folder"),
        (&["list", "--folder", "none"], 2, "no-folder"),
        (&["restore", "desk.hunayn", "--yes"], 2, "desk-itself"),
        (&["restore", "none.hunayn", "--yes"], 2, "file"),
    ];
    let before = names(place.folder());
    for (words, code, what) in mistakes {
        let words = [&["backup"], words, &["--json"]].concat();
        refused(&place.run(&words), code, what);
    }
    refused(&place.run(&["backup", "verify", "folder", "--json"]), 2, "file");
    refused(&place.run(&["backup", "verify", "--json"]), 5, "no-backups");
    refused(&place.run(&["backup", "restore", "taken.hunayn", "--yes", "--json"]), 6, "foreign");
    assert_eq!(place.run(&["backup", "create", "x.hunayn", "--keep", "2"]).code, 2);
    assert_eq!(place.run(&["backup", "create", "--keep", "0"]).code, 2);
    assert_eq!(names(place.folder()), before);
    assert_eq!(std::fs::read(place.folder().join("taken.hunayn")).unwrap(), b"mine");
}

#[cfg(unix)]
#[test]
fn links_are_followed_to_the_desk_and_never_written_over() {
    use std::os::unix::fs::{PermissionsExt as _, symlink};
    let place = lines(3);
    std::fs::create_dir(place.folder().join("real")).unwrap();
    let real = place.folder().join("real/book.hunayn");
    std::fs::rename(place.path(), &real).unwrap();
    std::fs::set_permissions(&real, std::fs::Permissions::from_mode(0o600)).unwrap();
    symlink("real/book.hunayn", place.path()).unwrap();
    symlink("nowhere", place.folder().join("dangling")).unwrap();
    symlink("real/book.hunayn", place.folder().join("again.hunayn")).unwrap();
    refused(&place.run(&["backup", "create", "dangling", "--json"]), 1, "no-plain-file");
    refused(&place.run(&["backup", "create", "again.hunayn", "--json"]), 2, "desk-itself");
    let copy = copied(&place);
    assert_eq!(copy.parent().unwrap(), real.parent().unwrap().join("backups").canonicalize().unwrap());
    assert_eq!(std::fs::metadata(&copy).unwrap().permissions().mode() & 0o777, 0o600, "as private as the desk");
    place.run(&["set", "a:1", "After."]).done();
    place.json(&["backup", "restore", copy.to_str().unwrap(), "--yes"]);
    assert!(place.path().is_symlink(), "the link stays one");
    assert_eq!(target(&place, &real, "a:1"), "");
    assert_eq!(std::fs::metadata(&real).unwrap().permissions().mode() & 0o777, 0o600);
}

#[test]
fn copies_are_told_in_both_languages() {
    let place = lines(3);
    let copy = copied(&place);
    let file = copy.to_str().unwrap();
    for words in [
        &["backup", "create"][..],
        &["backup", "list"],
        &["backup", "verify"],
        &["backup", "restore", file, "--dry-run"],
        &["backup", "restore", file],
        &["backup", "restore", file, "--yes"],
    ] {
        let english = place.run(words);
        let arabic = place.run(&[&["--lang", "ar"], words].concat());
        assert_eq!(english.code, arabic.code, "{words:?}");
        let told = |answer: &Answer| format!("{}{}", answer.stdout, answer.stderr);
        assert!(!told(&english).contains(|c: char| ('ء'..='ي').contains(&c)), "{}", told(&english));
        for line in told(&arabic).lines() {
            assert!(line.contains(|c: char| ('ء'..='ي').contains(&c)), "{words:?}: {line}");
        }
    }
}

#[test]
fn the_report_of_a_copy_has_its_shape() {
    let place = lines(3);
    let report = place.json(&["backup", "create", "--dry-run"]);
    assert_eq!(
        (&report["applied"], &report["reason"], &report["bytes"]),
        (&false.into(), &"dry-run".into(), &Value::Null)
    );
    assert!(!backups(&place).exists());
    let report = place.json(&["backup", "create"]);
    for (field, value) in [("schema", 1), ("articles", 1), ("operations", 2)] {
        assert_eq!(report[field], value, "{report}");
    }
    assert_eq!((&report["applied"], &report["last_operation"]["number"]), (&true.into(), &2.into()), "{report}");
    let file = Path::new(report["file"].as_str().unwrap());
    assert_eq!(std::fs::metadata(file).unwrap().len(), report["bytes"].as_u64().unwrap());
    let name = file.file_name().unwrap().to_str().unwrap();
    let shape = regex::Regex::new(r"^desk-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ\.hunayn$").unwrap();
    assert!(shape.is_match(name), "{name}");
    assert_ne!(copied(&place), file, "two within a second have two names");
}
