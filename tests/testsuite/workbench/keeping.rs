//! Nothing is lost and nothing slips in: old texts, other offers, forms of an earlier run, the ways away from a page with unsent text.

use axum::body::Body;

use super::{Browser, form, newsroom, paragraph, request};
use crate::desk::Workplace;

const OLD: &str = "The minister said the school is closed.";
const NEW: &str = "The minister said the school was closed.";

/// A desk where amal has submitted a text of the first paragraph, as revision 2.
fn submitted() -> Workplace {
    let place = newsroom();
    place.run_as("amal", &["set", "a:1", OLD, "--submit"]).done();
    place
}

#[test]
fn an_old_text_that_nobody_touched_does_not_come_in_over_a_new_one() {
    for (act, beside) in [("approve", ("note", "")), ("submit", ("note", "")), ("comment", ("comment", " "))] {
        let place = submitted();
        let mut browser = Browser::of(&place, "basil");
        browser.paragraph("/articles/a/1");
        place.run_as("salma", &["set", "a:1", NEW, "--submit"]).done();
        let page = browser.post("/articles/a/1", &[("act", act), ("text", OLD), ("expect", "2"), beside]);
        assert!([400, 409].contains(&page.status), "{act}: {}", page.text());
        assert_eq!((page.area("text").as_str(), page.field("expect").as_str()), (NEW, "3"), "{act}");
        page.lacks("Your text stands").lacks("Both texts").lacks("both texts").lacks("Your text");
        // Whoever presses the button again decides on what they see.
        let (text, expect) = (page.area("text"), page.field("expect"));
        browser.post_and_follow("/articles/a/1", &[("act", "approve"), ("text", &text), ("expect", &expect)]);
        let now = paragraph(&place, 1);
        assert_eq!((&now["target"], &now["status"], &now["revision"]), (&NEW.into(), &"reviewed".into(), &3.into()));
    }
}

#[test]
fn only_the_match_that_was_seen_is_taken_over() {
    let place = submitted();
    let file = place.file("b.txt", "قال الوزير إن الجامعة مغلقة.");
    place.run(&["import", file.to_str().unwrap(), "--slug", "b"]).done();
    let mut browser = Browser::of(&place, "amal");
    let act = browser.get("/articles/b/1").shown().act("take 0 1 ");
    place.run_as("salma", &["set", "a:1", NEW, "--submit"]).done();
    let page = browser.post("/articles/b/1", &[("act", &act), ("text", ""), ("expect", "1")]);
    assert_eq!(page.status, 409, "{}", page.text());
    page.has("another wording").has(NEW);
    assert_eq!(place.json(&["show", "b"])["paragraphs"][0]["target"], "");
    let act = page.act("take 0 1 ");
    browser.post_and_follow("/articles/b/1", &[("act", &act), ("text", ""), ("expect", "1")]);
    assert_eq!(place.json(&["show", "b"])["paragraphs"][0]["target"], NEW);
}

#[test]
fn only_the_repeated_translation_that_was_seen_is_taken_over() {
    let place = newsroom();
    place.run_as("amal", &["set", "a:3", "The news ended."]).done();
    let file = place.file("b.txt", "انتهى الخبر.\n\nكتب الولد الدرس.");
    place.run(&["import", file.to_str().unwrap(), "--slug", "b"]).done();
    let mut browser = Browser::of(&place, "amal");
    let act = browser.get("/articles/b/1").shown().act("repeat a:3 ");
    place.run_as("amal", &["set", "a:3", "End of the news."]).done();
    let page = browser.post("/articles/b/1", &[("act", &act), ("text", ""), ("expect", "1")]);
    assert_eq!(page.status, 409, "{}", page.text());
    assert_eq!(place.json(&["show", "b"])["paragraphs"][0]["target"], "");
}

#[test]
fn what_was_typed_outlives_the_buttons_of_the_page_that_has_it() {
    let place = newsroom();
    let mut browser = Browser::of(&place, "amal");
    // A page that tells a failure.
    let typed = [("act", "comment"), ("text", "Half a sen"), ("expect", "1"), ("comment", " ")];
    let page = browser.post("/articles/a/1", &typed);
    assert_eq!(page.status, 400);
    page.has("data-unsent").has("in the field below").lacks("-m TEXT");
    let page = browser.post_and_follow("/language", &[("language", "ar"), ("back", &page.field("back"))]);
    assert_eq!(page.area("text"), "Half a sen");
    page.has("data-unsent");
    browser.post("/language", &[("language", "en"), ("back", "/")]);
    // A page that tells what was done, with the button that takes it back.
    let typed = [("act", "comment"), ("text", "Half a sen"), ("expect", "1"), ("comment", "Why?")];
    let page = browser.post_and_follow("/articles/a/1", &typed);
    let (operation, back) = (page.field("operation"), page.field("back"));
    let page = browser.post_and_follow("/undo", &[("operation", &operation), ("back", &back)]);
    page.has("Undone").has("still stands below").has("data-unsent");
    assert_eq!(page.area("text"), "Half a sen");
    // Where it cannot be taken back, what was typed is there all the same.
    let page = browser.post("/undo", &[("operation", &operation), ("back", &page.field("back"))]);
    assert!(page.status >= 400);
    assert_eq!(page.area("kept"), "Half a sen");
    browser.get("/articles/a/1").shown().lacks("data-unsent");
}

#[test]
fn what_was_typed_is_not_put_to_another_paragraph() {
    let place = newsroom();
    let mut browser = Browser::of(&place, "amal");
    let typed = [("act", "save"), ("text", "The boy wrote."), ("expect", "1"), ("comment", "Which boy?")];
    let page = browser.post("/articles/a/2", &typed).header("location");
    assert_eq!(browser.get(&page).shown().area("comment"), "Which boy?");
    let file = place.file("a2.txt", "كتب الولد الدرس.\n\nانتهى الخبر.");
    place.run(&["source", "update", "a", file.to_str().unwrap(), "--yes"]).done();
    let page = browser.get(&page);
    assert_eq!((page.status, page.area("kept").as_str()), (409, "Which boy?"));
}

#[test]
fn an_old_page_does_not_offer_again_what_was_sent_off() {
    let place = newsroom();
    let mut browser = Browser::of(&place, "amal");
    let fields = [("act", "save"), ("text", "A sentence."), ("expect", "1"), ("comment", "Which school?")];
    let answer = browser.post("/articles/a/1", &fields);
    let old = answer.header("location");
    let page = browser.get(&old).shown();
    assert_eq!(page.area("comment"), "Which school?");
    let told = page.field("told");
    let fields =
        [("act", "comment"), ("text", "A sentence."), ("expect", "2"), ("comment", "Which school?"), ("told", &told)];
    browser.post_and_follow("/articles/a/1", &fields).has("Comment 1 on a:1");
    let page = browser.get(&old).shown();
    assert_eq!(page.area("comment"), "");
    page.lacks("still stands below").lacks("data-unsent");
}

#[test]
fn a_form_of_an_earlier_run_comes_back_with_what_was_typed_in_it() {
    let place = newsroom();
    let mut earlier = Browser::of(&place, "amal");
    earlier.paragraph("/articles/a/1");
    let mut browser = Browser::stranger(&place, "amal", "en");
    browser.cookies = earlier.cookies.clone();
    (browser.token, browser.seen) = (earlier.token.clone(), earlier.seen.clone());
    let text = "<b>Long</b> & dear.\nSecond line.";
    let fields = [("act", "save"), ("text", text), ("expect", "1"), ("why-0a", "The agency says so.")];
    let page = browser.post("/articles/a/1", &fields);
    assert_eq!((page.status, page.area("kept").as_str()), (403, text));
    page.has("The agency says so.").has("an earlier run").lacks("<b>").lacks("stylesheet");
    // What another site sends is not shown.
    let other = request("POST", "/articles/a/1")
        .header("content-type", "application/x-www-form-urlencoded")
        .header("origin", "http://evil.example");
    let page = browser.send(other.body(Body::from(form([("text", "of evil")].iter()))).unwrap());
    assert_eq!(page.status, 403);
    page.lacks("of evil");
    let long = "x".repeat(9 * 1024 * 1024);
    assert_eq!(browser.post("/articles/a/1", &[("text", &long)]).status, 413);
    assert_eq!(paragraph(&place, 1)["revision"], 1);
}

#[test]
fn a_reason_that_was_typed_for_a_finding_is_not_lost_with_the_desk() {
    let place = newsroom();
    let mut browser = Browser::of(&place, "amal");
    browser.paragraph("/articles/a/1");
    std::fs::rename(place.path(), place.folder().join("away.hunayn")).unwrap();
    let page = browser.post("/articles/a/1", &[("act", "waive 0a"), ("why-0a", "It may."), ("expect", "1")]);
    assert!(page.status >= 400);
    assert_eq!(page.area("kept"), "It may.");
    std::fs::rename(place.folder().join("away.hunayn"), place.path()).unwrap();
    let page = browser.get(&page.field("back")).shown();
    page.has("name=\"expect\" value=\"1\"").has("data-unsent");
}

#[test]
fn an_old_text_that_nobody_touched_does_not_come_back_with_the_desk() {
    let place = submitted();
    let mut browser = Browser::of(&place, "basil");
    browser.paragraph("/articles/a/1");
    let away = place.folder().join("away.hunayn");
    std::fs::rename(place.path(), &away).unwrap();
    let page =
        browser.post("/articles/a/1", &[("act", "approve"), ("text", OLD), ("expect", "2"), ("comment", "Well.")]);
    assert!(page.status >= 400);
    std::fs::rename(&away, place.path()).unwrap();
    place.run_as("salma", &["set", "a:1", NEW, "--submit"]).done();
    let page = browser.get(&page.field("back")).shown();
    assert_eq!((page.area("text").as_str(), page.area("comment").as_str()), (NEW, "Well."));
}

#[test]
fn what_another_took_back_is_not_done_again_unasked() {
    let place = newsroom();
    let mut browser = Browser::of(&place, "amal");
    let page = browser.post_and_follow("/articles/a/1", &[("act", "save"), ("text", "Closed."), ("expect", "1")]);
    let operation = page.field("operation");
    place.run_as("basil", &["undo", &operation, "--yes"]).done();
    let page = browser.post("/redo", &[("operation", &operation), ("back", "/articles/a/1")]);
    assert_eq!(page.status, 403, "{}", page.text());
    page.has("taken back by basil");
    assert_eq!(paragraph(&place, 1)["target"], "");
}

#[test]
fn what_is_said_of_a_wording_is_said_of_the_one_that_was_seen() {
    let place = submitted();
    let mut browser = Browser::of(&place, "basil");
    browser.paragraph("/articles/a/1");
    place.run_as("amal", &["comment", "a:1", "-m", "Is it so?"]).done();
    place.run_as("salma", &["set", "a:1", NEW, "--submit"]).done();
    let fields = [("act", "comment"), ("text", OLD), ("expect", "2"), ("comment", "Past tense, please.")];
    let page = browser.post("/articles/a/1", &fields);
    assert_eq!(page.status, 409, "{}", page.text());
    assert_eq!((page.area("comment").as_str(), page.area("text").as_str()), ("Past tense, please.", NEW));
    for act in ["resolve 1", "waive 0a"] {
        let fields = [("act", act), ("text", OLD), ("expect", "2"), ("why-0a", "It may.")];
        assert_eq!(browser.post("/articles/a/1", &fields).status, 409, "{act}");
    }
    assert_eq!(place.json(&["comments"])["comments"].as_array().unwrap().len(), 1);
    let fields = [("act", "comment"), ("text", NEW), ("expect", "3"), ("comment", "Well.")];
    browser.post_and_follow("/articles/a/1", &fields);
}
