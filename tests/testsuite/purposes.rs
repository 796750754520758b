//! Sentences that one side alone has on purpose: marked with a reason, no fault for the checks, until their words change.

use serde_json::{Value, json};

use crate::desk::Workplace;

const ARABIC: &str = "عنوان المقال عن الماء\n\n\
    وقال إن الحكومة ستبني ٤٥ مدرسة جديدة. وكلّف المشروع ٣٫٥ مليارات دولار. ولم يذكر متى.\n\nانتهى المؤتمر في المساء.\n";
const ENGLISH: &str = "An Article on Water\n\nHe said the government would build 45 new schools. He did not say when.\n\n\
    The conference ended in the evening. The evening lasts from 6 p.m. to 9 p.m. in this country.\n";

/// Paragraph 2 lacks the translation of its second sentence, paragraph 3 has a second one of its own.
fn desk() -> Workplace {
    let desk = Workplace::new();
    desk.file("ar.txt", ARABIC);
    desk.file("en.txt", ENGLISH);
    desk.json(&["import", "ar.txt", "--translation", "en.txt", "--slug", "a"]);
    desk
}

/// The checks that find fault with some paragraphs.
fn findings(desk: &Workplace, address: &str) -> Vec<String> {
    let answer = desk.run(&["check", address, "--json"]);
    let report: Value = serde_json::from_str(&answer.stdout).unwrap();
    let findings = report["findings"].as_array().unwrap();
    findings.iter().map(|finding| finding["check"].as_str().unwrap().to_owned()).collect()
}

fn purpose(desk: &Workplace, paragraph: &str, segment: usize) -> Value {
    desk.json(&["show", paragraph])["paragraphs"][0]["segments"][segment]["purpose"].clone()
}

#[test]
fn what_is_left_out_or_added_on_purpose_is_no_fault() {
    let desk = desk();
    assert_eq!(findings(&desk, "a:2"), ["num.mismatch", "seg.empty", "seg.sentence-count"]);
    assert_eq!(findings(&desk, "a:3"), ["num.mismatch", "num.mismatch", "seg.length-ratio"]);
    desk.run(&["align", "a:2.2", "--on-purpose", "-m", "omitted by the editor"]).done();
    desk.run(&["align", "a:3.2", "--on-purpose", "-m", "شرح للقارئ"]).done();
    assert_eq!(findings(&desk, "a"), [""; 0]);
    assert_eq!(purpose(&desk, "a:2", 1)["reason"], json!("omitted by the editor"));
    let pairs = desk.json(&["align", "a"]);
    let pair = pairs["pairs"].as_array().unwrap().iter().find(|pair| pair["number"] == json!(2)).unwrap();
    assert_eq!(pair["segments"][1]["purpose"]["reason"], json!("omitted by the editor"));
    assert_eq!(pair["state"], json!("paired"), "a mark takes the doubt away");
    let shown = desk.run(&["show", "a:3"]).done();
    assert!(shown.stdout.contains("added to the translation on purpose: شرح للقارئ"), "{}", shown.stdout);
    desk.run(&["submit", "a:2-3"]).done();
    desk.run_as("basil", &["approve", "a:2-3"]).done();
    desk.run(&["doctor"]).done();
}

#[test]
fn a_paragraph_without_any_translation_is_for_exclude() {
    let desk = desk();
    desk.run(&["set", "a:3", ""]).done();
    let answer = desk.run(&["align", "a:3.1", "--on-purpose", "-m", "omitted by the editor"]);
    assert_eq!(answer.code, 1);
    assert!(answer.stderr.contains("hunayn exclude a:3 -m"), "{}", answer.stderr);
}

#[test]
fn a_mark_can_be_taken_away_undone_and_tried() {
    let desk = desk();
    let mark = ["align", "a:2.2", "--on-purpose", "-m", "omitted by the editor"];
    let tried = desk.json(&[&mark[..], &["--dry-run"]].concat());
    assert_eq!((&tried["applied"], &tried["side"]), (&json!(false), &json!("source")));
    assert_eq!(purpose(&desk, "a:2", 1), Value::Null);
    desk.run(&mark).done();
    let again = desk.json(&mark);
    assert_eq!((&again["applied"], &again["reason"]), (&json!(false), &json!("unchanged")));
    desk.run(&["align", "a:2.2", "--not-on-purpose"]).done();
    assert_eq!(findings(&desk, "a:2").len(), 3);
    desk.run(&["undo"]).done();
    assert_eq!(findings(&desk, "a:2"), [""; 0]);
    desk.run(&["undo"]).done();
    assert_eq!(findings(&desk, "a:2").len(), 3);
    assert_eq!(purpose(&desk, "a:2", 1), Value::Null);
}

#[test]
fn a_mark_dies_with_the_words_it_was_set_on_and_comes_back_with_them() {
    let desk = desk();
    desk.run(&["align", "a:3.2", "--on-purpose", "-m", "a gloss"]).done();
    let gloss = "The evening lasts from 6 p.m. to 9 p.m. in this";
    let text = |end: &str| format!("The conference ended in the evening. {gloss} {end}.");
    desk.run(&["set", "a:3", &text("land")]).done();
    assert!(findings(&desk, "a:3").contains(&"num.mismatch".to_owned()));
    desk.run(&["set", "a:3", &text("country")]).done();
    assert_eq!(findings(&desk, "a:3"), [""; 0]);
    // The first sentence may change: the mark is on the second.
    let other = format!("The congress was over in the evening. {gloss} country.");
    desk.run(&["set", "a:3", &other]).done();
    assert_eq!(findings(&desk, "a:3"), [""; 0]);
}

#[test]
fn what_was_added_is_still_read_for_itself() {
    let desk = desk();
    desk.run(&["set", "a:3.2", "The evening lasts  from 6 p.m. to 9 p.m. here."]).done();
    desk.run(&["align", "a:3.2", "--on-purpose", "-m", "a gloss"]).done();
    assert_eq!(findings(&desk, "a:3"), ["space.double"]);
}

#[test]
fn only_what_one_side_alone_has_can_be_marked_and_only_with_a_reason() {
    let desk = desk();
    for (wrong, code) in [
        (&["a:2.1", "--on-purpose", "-m", "why"][..], 1),
        (&["a:2.9", "--on-purpose", "-m", "why"], 5),
        (&["a:2", "--on-purpose", "-m", "why"], 2),
        (&["a:2.2", "--on-purpose"], 2),
        (&["a:2.2", "--on-purpose", "-m", " "], 2),
        (&["a:2.2", "-m", "why"], 2),
        (&["a:2.2", "--on-purpose", "-m", "why", "--expect", "7"], 4),
    ] {
        let answer = desk.run(&[&["align"], wrong].concat());
        assert_eq!(answer.code, code, "{wrong:?}: {}", answer.stderr);
    }
    assert_eq!(purpose(&desk, "a:2", 1), Value::Null);
}
