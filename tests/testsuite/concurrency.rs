//! Several people at one desk: nothing is lost, conflicts are told and keep the text, readers are never kept waiting.

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::desk::Workplace;

const WRITERS: usize = 8;
const WRITES: usize = 12;

/// A revision that the program said it had logged.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Logged {
    address: String,
    revision: u64,
    text: String,
}

fn logged(report: &Value, text: &str) -> Logged {
    assert_eq!(report["changed"], true);
    Logged {
        address: report["address"].as_str().unwrap().to_owned(),
        revision: report["revision"].as_u64().unwrap(),
        text: text.to_owned(),
    }
}

/// The file that the hint of a conflict names holds the text that lost.
#[track_caller]
fn assert_text_kept(place: &Workplace, error: &Value, text: &str) {
    assert_eq!(error["code"], "conflict");
    let hint = error["hint"].as_str().unwrap();
    let kept = std::fs::read_dir(place.folder().join("desk-kept")).unwrap().map(|entry| entry.unwrap().path());
    let named: Vec<_> = kept.filter(|path| hint.contains(&format!("{}", path.display()))).collect();
    // One name may begin another; the text decides.
    assert!(named.iter().any(|path| std::fs::read_to_string(path).unwrap() == text), "{hint}");
}

/// Logs one text on a contended paragraph against the revision seen, looking again after each conflict.
fn log_against_head(place: &Workplace, person: &str, text: &str, conflicts: &mut usize) -> Logged {
    loop {
        let seen = place.run_as(person, &["show", "a:1", "--json"]).done().json();
        let revision = seen["paragraphs"][0]["revision"].to_string();
        let answer = place.run_as(person, &["set", "a:1", text, "--expect", &revision, "--json"]);
        if answer.code == 0 {
            return logged(&answer.json(), text);
        }
        assert_eq!(answer.code, 4, "{}", answer.stderr);
        assert_text_kept(place, &answer.error(), text);
        *conflicts += 1;
    }
}

fn write_much(place: &Workplace, writer: usize) -> (Vec<Logged>, usize) {
    let person = format!("p{writer}");
    let mut conflicts = 0;
    let all = (0..WRITES).map(|n| {
        let text = format!("Text {n} of {person}. «نصّ»؟");
        if n % 2 == 0 {
            return log_against_head(place, &person, &text, &mut conflicts);
        }
        let address = format!("a:{}", n % 3 + 1);
        logged(&place.run_as(&person, &["set", &address, &text, "--json"]).done().json(), &text)
    });
    (all.collect(), conflicts)
}

fn read_until(place: &Workplace, done: &AtomicBool) -> usize {
    let mut reads = 0;
    while !done.load(Ordering::Relaxed) {
        for arguments in [&["show", "a", "--json"][..], &["status", "--json"], &["log", "a:1", "--json"]] {
            place.run_as("reader", arguments).done().json();
            reads += 1;
        }
    }
    reads
}

/// Every revision with a target that the log has, of all paragraphs.
fn revisions_in_log(place: &Workplace) -> Vec<Logged> {
    let log = place.json(&["log", "a"]);
    let mut all = Vec::new();
    for paragraph in log["paragraphs"].as_array().unwrap() {
        for event in paragraph["events"].as_array().unwrap() {
            let Some(text) = event["target"].as_str().filter(|text| !text.is_empty()) else { continue };
            all.push(Logged {
                address: paragraph["address"].as_str().unwrap().to_owned(),
                revision: event["revision"].as_u64().unwrap(),
                text: text.to_owned(),
            });
        }
    }
    all
}

#[test]
fn eight_writers_lose_nothing_and_readers_never_fail() {
    let place = Workplace::with_lines(&["فقرة أولى.", "فقرة ثانية.", "فقرة ثالثة."]);
    let done = AtomicBool::new(false);
    let (mut written, reads) = std::thread::scope(|scope| {
        let readers: Vec<_> = (0..2).map(|_| scope.spawn(|| read_until(&place, &done))).collect();
        let place = &place;
        let writers: Vec<_> = (0..WRITERS).map(|writer| scope.spawn(move || write_much(place, writer))).collect();
        let written: Vec<_> = writers.into_iter().map(std::thread::ScopedJoinHandle::join).collect();
        done.store(true, Ordering::Relaxed);
        let reads: usize = readers.into_iter().map(|reader| reader.join().unwrap()).sum();
        let written: Vec<Logged> = written.into_iter().flat_map(|writer| writer.unwrap().0).collect();
        (written, reads)
    });
    assert_eq!(written.len(), WRITERS * WRITES);
    assert!(reads > 0);
    let mut in_log = revisions_in_log(&place);
    written.sort();
    in_log.sort();
    assert_eq!(in_log, written, "the log has what was acknowledged, and nothing else");
    assert_eq!(place.json(&["doctor"])["sound"], true);
}

#[test]
fn who_comes_second_is_told_and_keeps_the_text() {
    let place = Workplace::with_lines(&["فقرة."]);
    place.run_as("huda", &["set", "a:1", "First.", "--expect", "1"]).done();
    for text in ["Second.", "سطر\u{202e}\r\nثانٍ\n", "Second."] {
        let answer = place.run_as("salma", &["set", "a:1", text, "--expect", "1", "--json"]);
        assert_eq!(answer.code, 4);
        let error = answer.error();
        assert_eq!(error["address"], "a:1");
        assert!(error["message"].as_str().unwrap().contains("huda"), "{error}");
        assert_text_kept(&place, &error, text);
    }
    assert_eq!(std::fs::read_dir(place.folder().join("desk-kept")).unwrap().count(), 3, "no kept text is replaced");
    assert_eq!(place.json(&["show", "a:1"])["paragraphs"][0]["target"], "First.");
    let stale = place.run_with(r#"{"address":"a:1","text":"Third.","expect":1}"#, &["apply", "-", "--json"]);
    assert_eq!((stale.code, stale.json()["lines"][0]["result"].as_str()), (4, Some("stale")));
}

#[test]
fn a_writer_that_waits_in_vain_says_that_the_desk_is_locked() {
    let place = Workplace::with_lines(&["فقرة."]);
    let holder = rusqlite::Connection::open(place.path()).unwrap();
    holder.execute_batch("BEGIN IMMEDIATE").unwrap();
    let before = Instant::now();
    let answer = place.run(&["set", "a:1", "Well.", "--json"]);
    let waited = before.elapsed();
    assert_eq!((answer.code, answer.error()["code"].as_str()), (6, Some("locked")));
    assert!(answer.error()["hint"].is_string());
    assert!(waited >= Duration::from_secs(4) && waited < Duration::from_secs(15), "{waited:?}");
    assert_eq!(place.json(&["show", "a:1"])["paragraphs"][0]["revision"], 1, "reading is not kept waiting");
    holder.execute_batch("ROLLBACK").unwrap();
    assert_eq!(place.json(&["set", "a:1", "Well."])["revision"], 2);
}

#[test]
fn a_writer_waits_for_another_that_is_soon_done() {
    let place = Workplace::with_lines(&["فقرة."]);
    let holder = rusqlite::Connection::open(place.path()).unwrap();
    holder.execute_batch("BEGIN IMMEDIATE").unwrap();
    let child = place.command(&["set", "a:1", "Well.", "--json"]).spawn().unwrap();
    std::thread::sleep(Duration::from_millis(300));
    holder.execute_batch("ROLLBACK").unwrap();
    assert!(child.wait_with_output().unwrap().status.success());
}
