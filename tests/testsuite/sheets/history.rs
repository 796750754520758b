//! A table that comes back to a desk where more was decided since, or to one that was restored: nobody is overruled unseen.

use serde_json::json;

use super::document::{commented, decided};
use super::{desk, operations, paragraph, sheet, staffed, taken};

#[test]
fn a_table_from_before_a_restore_overwrites_nothing_that_was_written_after_it() {
    let place = desk();
    place.run(&["backup", "create", "copy.hunayn"]).done();
    place.run(&["set", "well:5", "The wording of the table."]).done();
    let mut document = sheet(&place);
    document.row(3, |row| row.replace(">Water<", ">The Water<"));
    place.run(&["backup", "restore", "copy.hunayn", "--yes"]).done();
    place.run(&["set", "well:5", "The wording after the restore."]).done();
    let (answer, code) = taken(&place, "basil", &document, &[]);
    let row = &answer["rows"][4];
    assert_eq!(
        (code, &row["result"], &row["code"], &row["base"]),
        (4, &json!("stale"), &json!("unknown-revision"), &json!(null))
    );
    assert_eq!(paragraph(&place, 5)["target"], "The wording after the restore.");
    // A revision that the copy had is known still.
    assert_eq!(paragraph(&place, 3)["target"], "The Water");
    let kept = std::fs::read_to_string(place.folder().join(answer["kept"].as_str().unwrap())).unwrap();
    assert!(kept.contains("#: well:5\nThe wording of the table.\n"), "{kept}");
    // Nor is it approved, and what says the same words is no conflict.
    document.row(5, |row| decided(row, "approve"));
    assert_eq!(taken(&place, "basil", &document, &[]).1, 4);
    assert_eq!(paragraph(&place, 5)["status"], "draft");
    place.run(&["set", "well:5", "The wording of the table."]).done();
    assert_eq!(taken(&place, "basil", &document, &[]).0["rows"][4]["result"], "stale");
    document.row(5, |row| row.replace(">approve<", "><"));
    assert_eq!(taken(&place, "basil", &document, &[]).0["rows"][4]["result"], "unchanged");
}

#[test]
fn without_marks_a_table_from_before_a_restore_is_not_known_by_the_number_of_an_operation() {
    let place = desk();
    place.run(&["backup", "create", "copy.hunayn"]).done();
    place.run(&["set", "well:5", "The wording of the table."]).done();
    let mut document = sheet(&place);
    document.row(5, |row| super::document::unmarked(&row.replace("of the table", "of the reviewer")));
    place.run(&["backup", "restore", "copy.hunayn", "--yes"]).done();
    for text in ["One.", "Two.", "The wording of the table."] {
        place.run(&["set", "well:5", text]).done();
    }
    let (answer, code) = taken(&place, "basil", &document, &[]);
    assert_eq!((code, &answer["rows"][4]["code"]), (2, &json!("unknown-row")), "{answer}");
    assert_eq!(paragraph(&place, 5)["target"], "The wording of the table.");
}

#[test]
fn a_decision_that_came_in_is_not_taken_again_over_what_others_decided_since() {
    let place = staffed();
    place.run_as("huda", &["person", "add", "amal", "--role", "editor"]).done();
    let mut document = sheet(&place);
    document.row(1, |row| decided(row, "approve"));
    document.row(3, |row| commented(&decided(row, "changes requested: style"), "Too plain."));
    document.row(5, |row| decided(&row.replace("A last", "The last"), "approve"));
    let (done, code) = taken(&place, "basil", &document, &[]);
    assert_eq!(code, 0, "{done}");
    for (number, note) in [("well:1", "wrong well"), ("well:5", "not the last")] {
        place.run_as("amal", &["reject", number, "--reason", "accuracy", "-m", note]).done();
    }
    place.run_as("amal", &["submit", "well:3"]).done();
    let before = operations(&place);
    let (again, code) = taken(&place, "basil", &document, &[]);
    assert_eq!((code, &again["applied"], operations(&place)), (0, &json!(false), before), "{again}");
    for (number, status) in [(1, "changes-requested"), (3, "translated"), (5, "changes-requested")] {
        assert_eq!((number, &paragraph(&place, number)["status"]), (number, &json!(status)));
    }
    assert_eq!(super::comments(&place), [] as [&str; 0]);
    // Whoever says it anew exports anew.
    let mut document = sheet(&place);
    document.row(1, |row| decided(row, "approve"));
    assert_eq!(taken(&place, "basil", &document, &[]).1, 0);
    assert_eq!(paragraph(&place, 1)["status"], "reviewed");
}

#[test]
fn a_decision_on_what_others_decided_on_since_the_export_is_stale() {
    let place = staffed();
    let mut document = sheet(&place);
    document.row(1, |row| decided(row, "approve"));
    document.row(3, |row| commented(&decided(row, "changes requested: style"), "Too plain."));
    document.row(4, |row| decided(row, "approve"));
    place.run_as("huda", &["reject", "well:1", "--reason", "accuracy", "-m", "wrong well"]).done();
    place.run_as("huda", &["approve", "well:3"]).done();
    place.run_as("huda", &["approve", "well:4"]).done();
    let (answer, code) = taken(&place, "basil", &document, &["--yes"]);
    assert_eq!(code, 4, "{answer}");
    let result = |row: usize| (answer["rows"][row]["result"].as_str().unwrap(), answer["rows"][row]["code"].clone());
    assert_eq!(result(0), ("stale", json!("decided")));
    assert_eq!(answer["rows"][0]["hint"], "See what was decided with: hunayn log well:1");
    assert!(answer["rows"][0]["message"].as_str().unwrap().contains("huda"), "{answer}");
    assert_eq!((result(2).0, result(3).0), ("stale", "unchanged"));
    assert_eq!(paragraph(&place, 1)["status"], "changes-requested");
    assert_eq!(paragraph(&place, 3)["status"], "reviewed");
    let kept = std::fs::read_to_string(place.folder().join(answer["kept"].as_str().unwrap())).unwrap();
    assert!(kept.contains("# changes requested: style\n# Too plain.\n"), "{kept}");
}

#[test]
fn a_submission_since_the_export_hinders_no_decision() {
    let place = desk();
    place.run(&["set", "well:5", "Some last paragraph."]).done();
    let mut document = sheet(&place);
    document.row(5, |row| decided(row, "approve"));
    place.run(&["submit", "well:5"]).done();
    assert_eq!(taken(&place, "basil", &document, &[]).1, 0);
    assert_eq!(paragraph(&place, 5)["status"], "reviewed");
}
