//! Segments that are cut otherwise over the same words: what was decided stands, the history tells it, and the memory has the
//! segments as they are cut.

use serde_json::{Value, json};

use crate::desk::Workplace;

const SOURCE: &str = "وصل الوزير صباح الأحد. وسأل الصحفيون عن المستشفى الجديد.";
const TARGET: &str = "The minister arrived on Sunday morning. Journalists asked about the new hospital.";
const FIRST: &str = "وصل الوزير صباح الأحد.";

/// Who decided, and what.
type Step = (&'static str, &'static str);

/// One paragraph of two sentences that amal wrote and submitted, basil approved and lina finalized, as far as is asked for.
fn place(steps: &[Step]) -> Workplace {
    let place = Workplace::with_lines(&[SOURCE, "سطر آخر لا يشبهه في شيء."]);
    for (person, role) in [("amal", "translator"), ("basil", "reviewer"), ("lina", "editor")] {
        place.run(&["person", "add", person, "--role", role]).done();
    }
    place.run_as("amal", &["set", "a:1", TARGET]).done();
    for (person, decision) in steps {
        place.run_as(person, &[decision, "a:1"]).done();
    }
    place
}

fn approved() -> Workplace {
    place(&[("amal", "submit"), ("basil", "approve")])
}

fn shown(place: &Workplace) -> Value {
    place.json(&["show", "a:1"])["paragraphs"][0].clone()
}

/// Status, revision and how many segments.
fn standing(place: &Workplace) -> (String, u64, usize) {
    let shown = shown(place);
    assert_eq!((&shown["source"], &shown["target"]), (&Value::from(SOURCE), &Value::from(TARGET)));
    assert_eq!(shown["stale"], false);
    let segments = shown["segments"].as_array().unwrap().len();
    (shown["status"].as_str().unwrap().to_owned(), shown["revision"].as_u64().unwrap(), segments)
}

fn as_standing(status: &str, revision: u64, segments: usize) -> (String, u64, usize) {
    (status.to_owned(), revision, segments)
}

#[test]
fn every_decision_stands_when_segments_are_merged_and_split() {
    let submit = ("amal", "submit");
    let approve = ("basil", "approve");
    let cases: [(&str, &[Step], &str); 4] = [
        ("draft", &[], "amal"),
        ("translated", &[submit], "amal"),
        ("reviewed", &[submit, approve], "amal"),
        ("final", &[submit, approve, ("lina", "finalize")], "lina"),
    ];
    for (status, steps, person) in cases {
        let place = place(steps);
        assert_eq!(standing(&place), as_standing(status, 2, 2));
        let merged = place.run_as(person, &["merge", "a:1.1", "--json"]).done().json();
        assert_eq!((&merged["segments"], &merged["status"]), (&json!(1), &json!(status)));
        assert_eq!(standing(&place), as_standing(status, 3, 1));
        place.run_as(person, &["split", "a:1.1"]).done();
        assert_eq!(standing(&place), as_standing(status, 4, 2));
        place.run(&["doctor"]).done();
    }
}

#[test]
fn a_recut_says_that_a_decision_stands() {
    let place = approved();
    let told = place.run_as("amal", &["merge", "a:1.1"]).done().stdout;
    assert!(told.contains("still reviewed"), "{told}");
    let place = self::place(&[]);
    let told = place.run_as("amal", &["merge", "a:1.1"]).done().stdout;
    assert!(!told.contains("still"), "{told}");
}

#[test]
fn what_was_sent_back_is_still_sent_back_after_a_recut() {
    let place = place(&[("amal", "submit")]);
    place.run_as("basil", &["reject", "a:1", "--reason", "style", "-m", "Too long."]).done();
    place.run_as("amal", &["merge", "a:1.1"]).done();
    assert_eq!(standing(&place), as_standing("changes-requested", 3, 1));
    let item = place.run_as("amal", &["inbox", "--json"]).done().json()["items"][0].clone();
    assert_eq!((&item["waiting"], &item["note"]), (&json!("sent-back"), &json!("Too long.")));
}

#[test]
fn segments_of_what_was_decided_on_are_recut_by_who_may_replace_it() {
    let place = approved();
    assert_eq!(place.run_as("karim", &["merge", "a:1.1", "--json"]).error()["code"], "role");
    place.run_as("lina", &["finalize", "a:1"]).done();
    let refused = place.run_as("amal", &["merge", "a:1.1"]);
    assert_eq!(refused.code, 3);
    assert!(refused.stderr.contains("repair the segments"), "{}", refused.stderr);
    assert_eq!(standing(&place), as_standing("final", 2, 2));
}

#[test]
fn undo_and_redo_of_a_recut_move_the_segments_alone() {
    let place = approved();
    place.run_as("amal", &["merge", "a:1.1"]).done();
    let undone = place.run_as("amal", &["undo", "--json"]).done().json();
    assert_eq!(undone["undone"]["kind"], "merge");
    assert_eq!(standing(&place), as_standing("reviewed", 2, 2));
    place.run_as("amal", &["redo"]).done();
    assert_eq!(standing(&place), as_standing("reviewed", 3, 1));
    place.run(&["doctor"]).done();
}

#[test]
fn the_history_of_a_recut_names_no_new_author_and_no_difference() {
    let place = approved();
    place.run_as("basil", &["merge", "a:1.1"]).done();
    let events = place.json(&["log", "a:1"])["paragraphs"][0]["events"].clone();
    let last = events.as_array().unwrap().last().unwrap().clone();
    assert_eq!((&last["event"], &last["revision"], &last["segments"]), (&json!("revision"), &json!(3), &json!(1)));
    let told = place.run(&["log", "a:1"]).done().stdout;
    assert!(told.contains("basil · revision 3 · segments cut otherwise, wording kept"), "{told}");
    let blame = place.run(&["blame", "a:1"]).done().stdout;
    assert!(blame.contains("reviewed · revision 3"), "{blame}");
    assert!(!blame.contains("changed the translation"), "{blame}");
    assert_eq!(
        place.json(&["diff", "a:1", "--against", "approved"])["paragraphs"][0]["ops"].as_array().unwrap().len(),
        1
    );
    // The writer is still amal: her approval of it would be one of her own text.
    let kept = place.run(&["blame", "a:1", "--json"]).done().json();
    assert_eq!(kept["paragraphs"][0]["drafted"]["person"], "amal");
}

#[test]
fn a_recut_of_a_submitted_text_still_waits_for_its_reviewer_and_is_nobodys_own() {
    let place = place(&[("amal", "submit")]);
    place.run(&["config", "four-eyes", "enforce", "--user", "lina"]).done();
    place.run_as("basil", &["merge", "a:1.1"]).done();
    let waiting = place.run_as("basil", &["inbox", "--json"]).done().json();
    assert_eq!(
        (&waiting["items"][0]["waiting"], &waiting["items"][0]["translator"]),
        (&json!("to-review"), &json!("amal"))
    );
    place.run_as("basil", &["approve", "a:1"]).done();
    assert_eq!(standing(&place).0, "reviewed");
}

#[test]
fn a_recut_changes_no_export() {
    let place = approved();
    let export = |place: &Workplace| place.run(&["export", "a:1", "--format", "txt", "-o", "-"]).done().stdout;
    let before = export(&place);
    place.run_as("amal", &["merge", "a:1.1"]).done();
    assert_eq!(export(&place), before);
}

/// Address, status and whether it is superseded, of every place from which a source is found.
fn provenance(place: &Workplace, source: &str, options: &[&str]) -> Vec<(String, String, bool)> {
    let found = place.json(&[&["tm", "search", source, "--min", "100"], options].concat());
    let of_match = |found: &Value| {
        let places = found["provenance"].as_array().unwrap().clone();
        places.into_iter().map(|place| {
            let address = place["address"].as_str().unwrap().to_owned();
            (address, place["status"].as_str().unwrap().to_owned(), place["superseded"].as_bool().unwrap())
        })
    };
    found["matches"].as_array().unwrap().iter().flat_map(of_match).collect()
}

#[test]
fn the_memory_has_the_segments_as_they_are_cut_and_the_paragraph_once() {
    let place = approved();
    let at = |address: &str, superseded| (address.to_owned(), "reviewed".to_owned(), superseded);
    assert_eq!(provenance(&place, FIRST, &[]), [at("a:1.1", false)]);
    place.run_as("amal", &["merge", "a:1.1"]).done();
    for reindexed in [false, true] {
        assert_eq!(provenance(&place, FIRST, &[]), [], "{reindexed}");
        assert_eq!(provenance(&place, FIRST, &["--all"]), [at("a:1.1", true)], "{reindexed}");
        assert_eq!(provenance(&place, SOURCE, &["--all"]), [at("a:1", false)], "{reindexed}");
        place.run(&["doctor", "--reindex"]).done();
    }
    place.run_as("amal", &["split", "a:1.1"]).done();
    assert_eq!(provenance(&place, FIRST, &["--all"]), [at("a:1.1", false)]);
}

#[test]
fn segments_recut_over_approved_words_are_remembered_when_the_words_are_replaced() {
    let place = approved();
    place.run_as("amal", &["merge", "a:1.1"]).done();
    place.run_as("amal", &["split", "a:1.1", "--source-at", "صباح", "--target-at", "on Sunday"]).done();
    place.run_as("amal", &["set", "a:1", "Something else. Altogether."]).done();
    let cut = "وصل الوزير";
    for reindexed in [false, true] {
        let found = provenance(&place, cut, &["--all"]);
        assert_eq!(found, [("a:1.1".to_owned(), "draft".to_owned(), true)], "{reindexed}");
        assert_eq!(provenance(&place, SOURCE, &["--all"]).len(), 1, "{reindexed}");
        place.run(&["doctor", "--reindex"]).done();
    }
}
