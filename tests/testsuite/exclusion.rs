//! Paragraphs that are left out of the finished article: the mark, what it spares them, and how it comes and goes.

use std::fmt::Write as _;

use crate::desk::Workplace;

const LINES: [&str; 4] =
    ["# من يملك النهر", "# من يملك النهر", "كان النهر لأهله جميعًا، ثم قُسم بينهم.", "وفي عام ١٩٩٨ جفّ."];

fn with_article() -> Workplace {
    let place = Workplace::new();
    let file = place.file("river.md", LINES.join("\n\n"));
    let answer = place.run(&["import", file.to_str().unwrap(), "--slug", "a"]).done();
    assert!(answer.stderr.contains("a:2 repeats the title"), "{}", answer.stderr);
    place
}

/// Translates and approves everything but the repeated title.
fn translate(place: &Workplace) {
    let mut script = String::new();
    for (number, text) in [(1, "Who Owns the River"), (3, "The river was everyone’s."), (4, "In 1998 it dried up.")] {
        writeln!(script, "{{\"address\":\"a:{number}\",\"text\":\"{text}\",\"submit\":true}}").unwrap();
    }
    let file = place.file("script.jsonl", script);
    place.run(&["apply", file.to_str().unwrap(), "--yes"]).done();
    place.run(&["approve", "a:1,3-4"]).done();
}

#[test]
fn what_is_left_out_is_in_no_article_and_no_gate_waits_for_it() {
    let place = with_article();
    translate(&place);
    assert_eq!(place.run(&["export", "a", "--format", "md", "--layout", "target"]).code, 3);
    place.run(&["exclude", "a:2", "-m", "مكرّر"]).done();
    place.run(&["export", "a", "--format", "md", "--layout", "target", "-o", "a.md"]).done();
    let article = std::fs::read_to_string(place.folder().join("a.md")).unwrap();
    assert_eq!(article, "# Who Owns the River\n\nThe river was everyone’s.\n\nIn 1998 it dried up.\n");
    place.run(&["export", "a", "--format", "txt", "--layout", "stacked", "-o", "a.txt"]).done();
    let bilingual = std::fs::read_to_string(place.folder().join("a.txt")).unwrap();
    assert!(bilingual.contains("من يملك النهر\n\n[مستبعدة · Left out: مكرّر]"), "{bilingual}");
    assert!(!bilingual.contains("not yet translated"));
}

#[test]
fn the_mark_is_shown_counted_logged_and_taken_back() {
    let place = with_article();
    place.run(&["exclude", "a:2", "-m", "printed twice"]).done();
    let shown = &place.json(&["show", "a"])["paragraphs"];
    assert_eq!(shown[1]["excluded"]["reason"], "printed twice");
    assert_eq!(shown[1]["excluded"]["person"], "salma");
    assert_eq!(shown[1]["status"], "untranslated");
    assert_eq!(shown[0]["excluded"], serde_json::Value::Null);
    let counted = place.json(&["status", "a"])["articles"][0]["paragraphs"].clone();
    assert_eq!((&counted["untranslated"], &counted["excluded"]), (&3.into(), &1.into()));
    assert_eq!(place.json(&["status", "a:1-2"])["articles"][0]["paragraphs"], {
        let mut part = counted.clone();
        part["untranslated"] = 1.into();
        part
    });
    let again = place.json(&["exclude", "a:2", "-m", "printed twice"]);
    assert_eq!((&again["operation"], again["changed"].as_array().unwrap().len()), (&serde_json::Value::Null, 0));
    place.run(&["include", "a:2"]).done();
    let excluded = |place: &Workplace| place.json(&["status", "a"])["articles"][0]["paragraphs"]["excluded"].clone();
    assert_eq!(excluded(&place), 0);
    place.run(&["undo"]).done();
    assert_eq!(excluded(&place), 1);
    place.run(&["undo"]).done();
    assert_eq!(excluded(&place), 0);
    place.run(&["redo"]).done();
    assert_eq!(excluded(&place), 1);
    let events = place.json(&["log", "a:2"])["paragraphs"][0]["events"].clone();
    let last = events.as_array().unwrap().last().unwrap();
    assert_eq!((&last["event"], &last["effect"]), (&"exclusion".into(), &"exclude".into()));
    assert!(place.run(&["show", "a:2"]).stdout.contains("printed twice"));
    place.run(&["doctor"]).done();
}

#[test]
fn an_import_whose_paragraph_is_left_out_is_not_undone_under_it() {
    let place = with_article();
    place.run(&["exclude", "a:2", "-m", "twice"]).done();
    assert_eq!(place.run(&["undo", "#2"]).code, 4);
}

#[test]
fn a_corrected_source_keeps_the_mark_on_the_same_words_alone() {
    let place = with_article();
    place.run(&["exclude", "a:2,4", "-m", "twice"]).done();
    let cosmetic = place.file("b.md", LINES.join("\n\n").replacen("النهر\n\nكان", "النَّهر\n\nكان", 1));
    place.run(&["source", "update", "a", cosmetic.to_str().unwrap(), "--yes"]).done();
    let excluded =
        |place: &Workplace, number: usize| !place.json(&["show", "a"])["paragraphs"][number - 1]["excluded"].is_null();
    assert!(excluded(&place, 2) && excluded(&place, 4));
    let rewritten = place.file("c.md", LINES.join("\n\n").replace("١٩٩٨", "٢٠٠٨"));
    let answer = place.run(&["source", "update", "a", rewritten.to_str().unwrap(), "--yes"]).done();
    assert!(answer.stdout.contains("it is in again"), "{}", answer.stdout);
    assert!(excluded(&place, 2) && !excluded(&place, 4));
    place.run(&["source", "update", "a", cosmetic.to_str().unwrap(), "--yes"]).done();
    assert!(excluded(&place, 4), "the old words are back, and so is the mark");
    place.run(&["doctor"]).done();
}

#[test]
fn a_mark_needs_a_reason_and_where_there_are_editors_an_editor() {
    let place = with_article();
    assert_eq!(place.run(&["exclude", "a:2", "-m", " "]).code, 2);
    assert_eq!(place.run(&["exclude", "a:9", "-m", "x"]).code, 5);
    place.run(&["person", "add", "hind", "--role", "editor"]).done();
    assert_eq!(place.run(&["exclude", "a:2", "-m", "x"]).code, 3);
    place.run(&["--user", "hind", "exclude", "a:2", "-m", "x"]).done();
}

#[test]
fn leaving_out_and_taking_in_are_edits_since_the_publication() {
    let place = with_article();
    translate(&place);
    place.run(&["set", "a:2", "Who Owns the River"]).done();
    place.run(&["exclude", "a:2", "-m", "printed twice"]).done();
    place.run(&["export", "a", "--format", "md", "--layout", "target", "-o", "a.md"]).done();
    let edits = || place.json(&["status", "a"])["articles"][0]["published"]["edits_behind"].clone();
    assert_eq!(edits(), 0);
    let differing = || place.json(&["diff", "a", "--against", "published"])["paragraphs"].as_array().unwrap().len();
    assert_eq!(differing(), 0);
    place.run(&["include", "a:2"]).done();
    assert_eq!(edits(), 1);
    place.run(&["exclude", "a:4", "-m", "too long"]).done();
    assert_eq!(edits(), 2);
    place.run(&["exclude", "a:2", "-m", "printed twice"]).done();
    place.run(&["include", "a:4"]).done();
    assert_eq!(edits(), 0);
}
