//! Several people at one desk: whose operations `undo` and `redo` take, and what they refuse.

use serde_json::{Value, json};

use crate::desk::Workplace;

/// Two paragraphs: salma wrote the first, then karim the second.
fn place() -> Workplace {
    let place = Workplace::with_lines(&["الفقرة الأولى.", "الفقرة الثانية."]);
    place.run_as("salma", &["set", "a:1", "One."]).done();
    place.run_as("karim", &["set", "a:2", "Two."]).done();
    place
}

fn target(place: &Workplace, address: &str) -> String {
    place.json(&["show", address])["paragraphs"][0]["target"].as_str().unwrap().to_owned()
}

fn undone(place: &Workplace, person: &str) -> Value {
    place.run_as(person, &["undo", "--json"]).done().json()["undone"]["number"].clone()
}

#[test]
fn what_was_decided_on_is_rewritten_by_who_has_a_role_and_what_is_final_by_who_may_reopen_it() {
    let place = place();
    for (person, role) in [("salma", "translator"), ("hind", "reviewer"), ("lina", "editor")] {
        place.run(&["person", "add", person, "--role", role]).done();
    }
    place.run_as("karim", &["set", "a:2", "Two, a draft."]).done();
    place.run_as("salma", &["submit", "a:1-2"]).done();
    let refused = place.run_as("karim", &["set", "a:1", "Mine."]);
    assert_eq!(refused.code, 3);
    assert!(refused.stderr.contains("Your text is kept in"), "{}", refused.stderr);
    assert!(refused.stderr.contains("hunayn person add karim --role translator"), "{}", refused.stderr);
    assert_eq!(place.run_as("karim", &["set", "a:1", ""]).code, 3);
    assert_eq!(place.run_as("karim", &["undo", "3", "--yes"]).code, 3, "a wording of salma");
    place.run_as("salma", &["set", "a:1", "One, mended."]).done();
    place.run_as("salma", &["submit", "a:1"]).done();
    place.run_as("hind", &["approve", "a:1"]).done();
    place.run_as("lina", &["finalize", "a:1"]).done();
    assert_eq!(place.run_as("salma", &["set", "a:1", "One again."]).code, 3);
    assert_eq!(target(&place, "a:1"), "One, mended.");
    place.run_as("lina", &["set", "a:1", "One again."]).done();
}

#[test]
fn a_corrected_source_and_another_kind_take_the_role_that_what_they_undo_takes() {
    let place = place();
    for (person, role) in [("salma", "translator"), ("hind", "reviewer"), ("lina", "editor")] {
        place.run(&["person", "add", person, "--role", role]).done();
    }
    place.run_as("salma", &["submit", "a", "--yes"]).done();
    place.run_as("hind", &["approve", "a", "--yes"]).done();
    place.run_as("lina", &["finalize", "a:1"]).done();
    let both = place.file("both.txt", "الفقرة الأولى قبل ٣ أيام.\n\nالفقرة الثانية قبل ٤ أيام.");
    let second = place.file("second.txt", "الفقرة الأولى.\n\nالفقرة الثانية قبل ٤ أيام.");
    let without_first = place.file("without.txt", "الفقرة الثانية.");
    let [both, second, without_first] = [&both, &second, &without_first].map(|file| file.to_str().unwrap());
    for (person, file) in [("karim", second), ("karim", both), ("salma", both), ("salma", without_first)] {
        let refused = place.run_as(person, &["source", "update", "a", file, "--yes"]);
        assert_eq!(refused.code, 3, "{person} {file}: {}", refused.stderr);
    }
    assert_eq!(place.run_as("karim", &["kind", "a:2", "title"]).code, 3);
    assert_eq!(place.run_as("salma", &["kind", "a:1", "title"]).code, 3);
    place.run_as("salma", &["kind", "a:2", "title"]).done();
    place.run_as("salma", &["source", "update", "a", second, "--yes"]).done();
    place.run_as("lina", &["source", "update", "a", both, "--yes"]).done();
}

#[test]
fn undo_takes_the_last_operation_of_the_person_who_asks() {
    let place = place();
    assert_eq!(undone(&place, "salma"), 3);
    assert_eq!((target(&place, "a:1").as_str(), target(&place, "a:2").as_str()), ("", "Two."));
    assert_eq!(place.run_as("hind", &["undo"]).code, 1, "who did nothing has nothing to undo");
    assert_eq!(undone(&place, "karim"), 4);
    assert_eq!(place.run_as("salma", &["redo", "--json"]).done().json()["redone"]["number"], 3);
    assert_eq!((target(&place, "a:1").as_str(), target(&place, "a:2").as_str()), ("One.", ""));
    assert_eq!(place.run_as("salma", &["redo"]).code, 1, "karim's undo is karim's to take back");
    assert_eq!(place.run_as("karim", &["redo", "--json"]).done().json()["redone"]["number"], 4);
}

#[test]
fn advice_to_undo_names_who_acts_and_many_later_operations_are_summed_up() {
    let place = place();
    for text in ["One, again.", "One, mended.", "One, at last.", "One, for good.", "One, once more."] {
        place.run_as("karim", &["set", "a:1", text]).done();
    }
    for (language, summed) in [
        ("en", "; 5 later ones touch the same, from operation 5 of karim to operation 9 of karim."),
        ("ar", "5 عمليات"),
    ] {
        let answer = place.run(&["--user", "salma", "--lang", language, "undo"]);
        assert_eq!(answer.code, 4);
        assert!(answer.stderr.contains(summed), "{}", answer.stderr);
        assert!(answer.stderr.contains("hunayn --user salma undo 9 --yes"), "{}", answer.stderr);
    }
    let unnamed = place.run_as("salma", &["undo"]).stderr;
    assert!(unnamed.contains("for it: hunayn undo 9 --yes"), "{unnamed}");
}

#[test]
fn undo_and_redo_stop_at_later_work_of_others_and_name_it() {
    let place = place();
    place.run_as("karim", &["set", "a:1", "One, mended."]).done();
    place.run_as("hind", &["approve", "a:1"]).done();
    for language in ["en", "ar"] {
        let answer = place.run_as("salma", &["--lang", language, "undo"]);
        assert_eq!(answer.code, 4, "{}", answer.stderr);
        for named in ["karim", "hind", "5", "6"] {
            assert!(answer.stderr.contains(named), "{named}: {}", answer.stderr);
        }
    }
    assert_eq!(place.run_as("salma", &["undo", "--json"]).error()["code"], "stood-on");
    assert_eq!(target(&place, "a:1"), "One, mended.");
    for person in ["hind", "karim", "salma"] {
        place.run_as(person, &["undo"]).done();
    }
    place.run_as("hind", &["set", "a:1", "Another one."]).done();
    let answer = place.run_as("salma", &["redo"]);
    assert!(answer.code == 4 && answer.stderr.contains("hind"), "{}", answer.stderr);
    assert_eq!(target(&place, "a:1"), "Another one.");
}

#[test]
fn undo_and_redo_name_the_paragraphs_whose_status_changes() {
    let place = place();
    for address in ["a:1", "a:2"] {
        place.run_as("salma", &["submit", address]).done();
    }
    place.run_as("hind", &["approve", "a:1-2"]).done();
    let moved = |before: &str, status: &str| {
        let one = |address: &str| json!({ "address": address, "before": before, "status": status, "revision": 2 });
        json!([one("a:1"), one("a:2")])
    };
    let undone = place.run_as("hind", &["undo", "--json"]).done().json();
    assert_eq!(undone["paragraphs"], moved("reviewed", "translated"));
    assert_eq!(place.run_as("hind", &["redo", "--json"]).done().json()["paragraphs"], moved("translated", "reviewed"));
    let told = place.run_as("hind", &["undo"]).done().stdout;
    assert!(told.contains("a:1-2: reviewed → translated"), "{told}");
    place.run_as("karim", &["set", "a:2", "Two, anew."]).done();
    place.run_as("karim", &["set", "a:2", "Two, once more."]).done();
    let told = place.run_as("karim", &["undo"]).done().stdout;
    assert!(told.contains("a:2: revision 3, draft"), "a wording changed, though no status: {told}");
    place.run_as("salma", &["op", "restore", "2", "--yes"]).done();
    let told = place.run_as("salma", &["undo"]).done().stdout;
    assert!(told.contains("a:1: untranslated → translated"), "what a restore took back is named too: {told}");
}

#[test]
fn undo_of_an_import_says_that_its_paragraphs_are_gone() {
    let place = Workplace::with_lines(&["الفقرة الأولى.", "الفقرة الثانية."]);
    let told = place.run(&["undo"]).done().stdout;
    assert!(told.contains("a:1-2: no longer there"), "{told}");
}

#[test]
fn a_trial_over_the_wording_of_another_speaks_of_what_would_be() {
    let place = place();
    let told = place.run_as("karim", &["set", "a:1", "One, anew.", "--dry-run"]).done().stderr;
    assert!(told.contains("This would replace the wording of salma") && !told.contains("hunayn undo"), "{told}");
}

#[test]
fn who_is_named_on_the_command_line_is_named_in_the_hint_that_undoes() {
    let place = place();
    let told = place.run(&["--user", "هند عمر", "set", "a:1", "One, anew."]).done().stderr;
    assert!(told.contains("hunayn --user 'هند عمر' undo"), "{told}");
    let told = place.run(&["--user", "هند عمر", "undo"]).done().stderr;
    assert!(told.contains("hunayn --user 'هند عمر' redo"), "{told}");
    assert!(place.run_as("hind", &["set", "a:1", "One more."]).done().stderr.contains("Undo it with: hunayn undo\n"));
}

#[test]
fn a_reviewer_s_own_text_has_the_status_that_was_seen_and_says_whom_it_replaces() {
    let place = place();
    place.run_as("salma", &["submit", "a:1"]).done();
    let told = place.run_as("hind", &["approve", "a:1", "--edit", "One, mended."]).done();
    assert!(told.stdout.contains("a:1: translated → reviewed"), "{}", told.stdout);
    assert!(told.stderr.contains("the wording of salma (revision 2)"), "{}", told.stderr);
}

#[test]
fn a_translation_taken_from_another_source_is_told() {
    let place = place();
    let told = place.run_as("karim", &["set", "a:2", "--take", "a:1"]).done().stderr;
    assert!(told.contains("another source"), "{told}");
}

#[test]
fn a_new_wording_over_an_approved_one_or_one_of_another_says_so() {
    let place = place();
    place.run_as("salma", &["submit", "a:1"]).done();
    place.run_as("hind", &["approve", "a:1"]).done();
    let told = place.run_as("karim", &["set", "a:1", "One, anew."]).done().stderr;
    assert!(told.contains("It was reviewed.") && told.contains("the wording of salma (revision 2)"), "{told}");
    assert!(told.contains("hunayn diff a:1\n"), "the hint can be typed: {told}");
    let again = place.run_as("karim", &["set", "a:1", "One, anew and anew.", "--json"]).done().json();
    assert_eq!((&again["before"], &again["replaced"]), (&json!("draft"), &Value::Null));
    let other = place.run_as("salma", &["set", "a:1", "One.", "--json"]).done().json();
    assert_eq!(other["replaced"], json!({ "revision": 4, "person": "karim" }));
}

#[test]
fn one_paragraph_is_shown_with_the_addresses_of_its_segments() {
    let place = Workplace::with_lines(&["جملة أولى هنا. وجملة ثانية هناك.", "الفقرة الثانية."]);
    place.run(&["set", "a:1", "A first one here. And a second one there."]).done();
    let shown = place.run(&["show", "a:1"]).done().stdout;
    assert!(shown.contains("a:1.2\n    وجملة ثانية هناك.\n    And a second one there.\n"), "{shown}");
    assert!(!place.run(&["show", "a"]).done().stdout.contains("a:1.2"));
}

#[test]
fn what_was_built_on_an_undone_operation_waits_for_it() {
    let place = Workplace::with_lines(&["الفقرة الأولى."]);
    place.run_as("karim", &["set", "a:1", "One."]).done();
    place.run_as("salma", &["approve", "a:1"]).done();
    place.run_as("salma", &["undo"]).done();
    place.run_as("karim", &["undo"]).done();
    let answer = place.run_as("salma", &["redo", "--json"]);
    assert_eq!((answer.code, &answer.error()["code"]), (4, &json!("stands-on")));
    place.run_as("karim", &["redo"]).done();
    place.run_as("salma", &["redo"]).done();
    assert_eq!(place.json(&["status", "a"])["articles"][0]["status"], "reviewed");
    place.run(&["doctor"]).done();
}

#[test]
fn an_operation_of_another_is_undone_only_on_purpose_and_the_log_says_by_whom() {
    let place = place();
    let refused = place.run_as("salma", &["undo", "4"]);
    assert!(refused.code == 2 && refused.stderr.contains("karim") && refused.stderr.contains("--yes"));
    assert_eq!(target(&place, "a:2"), "Two.");
    assert_eq!(place.run_as("salma", &["undo", "4", "--dry-run", "--json"]).done().json()["applied"], false);
    place.run_as("salma", &["undo", "4", "--yes"]).done();
    assert_eq!(target(&place, "a:2"), "");
    let log = place.json(&["op", "log"]);
    assert_eq!(
        (&log["operations"][0]["target"]["number"], &log["operations"][0]["target"]["person"]),
        (&json!(4), &json!("karim"))
    );
    assert_eq!(log["operations"][1]["undone_by"]["person"], "salma");
    let told = place.run(&["op", "log"]).done().stdout;
    assert!(told.contains("undo: operation 4 of karim") && told.contains("undone by salma (operation 5)"), "{told}");
    assert_eq!(place.run_as("karim", &["redo"]).code, 1, "karim undid nothing");
    assert_eq!(place.run_as("karim", &["redo", "4"]).code, 2, "salma's undo is taken back on purpose alone");
    place.run_as("karim", &["redo", "4", "--yes"]).done();
    assert_eq!(target(&place, "a:2"), "Two.");
    assert_eq!(place.run_as("salma", &["redo"]).code, 1, "it was done again already");
    place.run_as("salma", &["undo"]).done();
    assert_eq!(target(&place, "a:1"), "");
}

#[test]
fn what_only_an_editor_may_do_only_an_editor_may_take_back() {
    let place = Workplace::with_lines(&["الفقرة الأولى."]);
    place.run(&["person", "add", "salma", "--role", "editor"]).done();
    assert_eq!(place.run_as("karim", &["undo", "3", "--yes"]).code, 3);
    assert_eq!(place.json(&["person", "list"])["people"][0]["person"], "salma");
}

#[test]
fn what_was_said_of_an_article_keeps_its_import() {
    let place = Workplace::with_lines(&["الفقرة الأولى."]);
    place.run_as("karim", &["comment", "a:1", "-m", "Who is it?"]).done();
    assert_eq!(place.run_as("salma", &["undo"]).code, 4);
    place.run_as("salma", &["resolve", "1"]).done();
    assert_eq!(place.run_as("karim", &["undo"]).code, 4);
}

#[test]
fn a_decision_of_another_is_taken_back_by_who_could_take_it() {
    let place = Workplace::with_lines(&["الفقرة الأولى."]);
    for (person, role) in [("hind", "editor"), ("karim", "reviewer"), ("omar", "reviewer"), ("salma", "translator")] {
        place.run_as("hind", &["person", "add", person, "--role", role]).done();
    }
    let status = || place.json(&["status", "a"])["articles"][0]["status"].clone();
    let decide = |person: &str, decision: &str| {
        place.run_as(person, &[decision, "a:1"]).done();
        place.json(&["op", "log"])["operations"][0]["number"].to_string()
    };
    let undo = |person: &str, operation: &str| place.run_as(person, &["undo", operation, "--yes", "--json"]);
    place.run_as("salma", &["set", "a:1", "One.", "--submit"]).done();

    let approval = decide("karim", "approve");
    let refused = undo("salma", &approval);
    assert_eq!((refused.code, &refused.error()["code"]), (3, &json!("role")));
    assert_eq!(status(), "reviewed");
    undo("omar", &approval).done();
    assert_eq!(status(), "translated");
    assert_eq!(place.run_as("salma", &["redo", &approval, "--yes"]).code, 3, "nor does a translator bring it back");
    place.run_as("karim", &["redo", &approval, "--yes"]).done();

    let clearance = decide("hind", "finalize");
    assert_eq!(undo("karim", &clearance).code, 3);
    undo("hind", &clearance).done();
    let withdrawal = decide("karim", "withdraw");
    assert_eq!(undo("salma", &withdrawal).code, 3, "it would approve the text");
    undo("hind", &withdrawal).done();
    assert_eq!(status(), "reviewed");
    undo("hind", &approval).done();
    assert_eq!(status(), "translated", "an editor may always");
}

#[test]
fn one_s_own_decision_is_one_s_own_to_take_back_whatever_became_of_the_role() {
    let place = Workplace::with_lines(&["الفقرة الأولى."]);
    place.run_as("salma", &["set", "a:1", "One."]).done();
    place.run_as("karim", &["approve", "a:1"]).done();
    for (person, role) in [("hind", "editor"), ("salma", "translator")] {
        place.run_as("hind", &["person", "add", person, "--role", role]).done();
    }
    place.run_as("karim", &["undo"]).done();
    assert_eq!(place.run_as("karim", &["redo"]).code, 3);
}

#[test]
fn a_mark_on_what_was_undone_waits_for_it_and_is_an_editor_s_to_take_back() {
    let place = Workplace::with_lines(&["الفقرة الأولى."]);
    place.run_as("karim", &["set", "a:1", "One."]).done();
    place.run_as("salma", &["exclude", "a:1", "-m", "twice"]).done();
    assert_eq!(place.run_as("karim", &["undo", "--json"]).error()["code"], "stood-on");
    place.run_as("salma", &["undo"]).done();
    place.run_as("karim", &["undo"]).done();
    assert_eq!(place.run_as("salma", &["redo", "--json"]).error()["code"], "stands-on");
    place.run_as("karim", &["redo"]).done();
    place.run_as("salma", &["redo"]).done();
    place.run_as("hind", &["person", "add", "hind", "--role", "editor"]).done();
    assert_eq!(place.run_as("karim", &["undo", "4", "--yes"]).code, 3);
    place.run_as("hind", &["undo", "4", "--yes"]).done();
    place.run(&["doctor"]).done();
}

#[test]
fn an_undo_that_is_in_the_way_of_later_work_names_the_command_for_that() {
    let place = place();
    place.run_as("karim", &["set", "a:1", "One, mended."]).done();
    let told = place.run_as("salma", &["undo", "3"]).stderr;
    assert!(told.contains("hunayn undo 5 --yes") && told.contains("Nothing was changed."), "{told}");
    place.run_as("salma", &["undo", "5", "--yes"]).done();
    place.run_as("salma", &["undo", "3"]).done();
    let told = place.run_as("salma", &["undo", "3"]).stderr;
    assert!(told.contains("hunayn op show 3"), "{told}");
}

#[test]
fn the_log_quotes_a_command_as_a_shell_reads_it() {
    let place = Workplace::with_lines(&["قال أحدهم ذلك."]);
    place.run(&["set", "a:1", "It’s $HOME; so he said", "--submit"]).done();
    let log = place.run(&["op", "log", "--limit", "1"]).done().stdout;
    let line = log.lines().find(|line| line.contains("hunayn")).unwrap();
    let words = shlex::split(line).unwrap();
    assert_eq!(&words[words.len() - 3..], ["a:1", "It’s $HOME; so he said", "--submit"], "{line}");
}
