//! What waits for a translator: what is to be translated and to be finished, an article to a line, and for nobody else.

use serde_json::{Value, json};

use crate::desk::Workplace;

fn with_people(place: &Workplace) {
    for (person, role) in [("amal", "translator"), ("nour", "translator"), ("basil", "reviewer"), ("lina", "editor")] {
        place.run(&["person", "add", person, "--role", role]).done();
    }
}

/// What waits, the address, and how many paragraphs where it is told.
fn waiting(place: &Workplace, person: &str) -> Vec<(String, String, Option<u64>)> {
    let inbox = place.run_as(person, &["inbox", "--json"]).done().json();
    let text = |item: &Value, key: &str| item[key].as_str().unwrap().to_owned();
    let items = inbox["items"].as_array().unwrap().iter();
    items.map(|item| (text(item, "waiting"), text(item, "address"), item["paragraphs"].as_u64())).collect()
}

fn item(waiting: &str, address: &str, paragraphs: u64) -> (String, String, Option<u64>) {
    (waiting.to_owned(), address.to_owned(), Some(paragraphs))
}

#[test]
fn what_is_left_of_an_article_that_is_under_way_waits_for_translators_alone() {
    let place = Workplace::with_lines(&["أولى.", "ثانية.", "ثالثة.", "رابعة.", "خامسة."]);
    with_people(&place);
    place.run_as("amal", &["set", "a:3", "Third.", "--submit"]).done();
    let open = [item("to-translate", "a:1-2,4-5", 4)];
    assert_eq!(waiting(&place, "amal"), open);
    assert_eq!(waiting(&place, "nour"), open);
    for person in ["basil", "lina"] {
        assert!(waiting(&place, person).iter().all(|(waiting, ..)| waiting == "to-review"), "{person}");
    }
    assert_eq!(waiting(&place, "karim"), [], "who has no role is asked for nothing");
    let told = place.run_as("amal", &["inbox"]).done().stdout;
    assert_eq!(told, "a:1-2,4-5 · to translate\n");
}

#[test]
fn what_a_corrected_source_brings_is_in_the_inbox_and_what_is_left_out_is_not() {
    let place = Workplace::with_lines(&["الفقرة الأولى من المقال.", "الفقرة الثانية من المقال."]);
    with_people(&place);
    for (address, text) in [("a:1", "The first paragraph."), ("a:2", "The second paragraph.")] {
        place.run_as("amal", &["set", address, text, "--submit"]).done();
    }
    assert_eq!(waiting(&place, "nour"), []);
    let file =
        place.file("new.txt", "الفقرة الأولى من المقال.\n\nهذه فقرة جديدة كل الجدة.\n\nالفقرة الثانية من المقال.");
    place.run_as("lina", &["source", "update", "a", file.to_str().unwrap(), "--yes"]).done();
    assert_eq!(waiting(&place, "nour"), [item("to-translate", "a:2", 1)]);
    place.run_as("lina", &["exclude", "a:2", "-m", "advertisement"]).done();
    assert_eq!(waiting(&place, "nour"), []);
}

#[test]
fn a_draft_waits_for_who_wrote_it_and_one_of_nobody_for_every_translator() {
    let place = Workplace::with_lines(&["أولى.", "ثانية."]);
    with_people(&place);
    place.run_as("amal", &["set", "a:1", "First.", "--submit"]).done();
    place.run_as("nour", &["set", "a:2", "Second.", "--submit"]).done();
    assert_eq!((waiting(&place, "amal"), waiting(&place, "nour")), (vec![], vec![]));
    place.run_as("amal", &["withdraw", "a:1"]).done();
    place.run_as("nour", &["undo"]).done();
    assert_eq!(waiting(&place, "amal"), [item("to-finish", "a:1", 1), item("to-translate", "a:2", 1)]);
    place.run_as("nour", &["redo"]).done();
    assert_eq!((waiting(&place, "amal"), waiting(&place, "nour")), (vec![item("to-finish", "a:1", 1)], vec![]));
    assert_eq!(place.run_as("amal", &["inbox"]).done().stdout, "a:1 · draft, to be finished\n");
    place.run_as("lina", &["person", "remove", "amal"]).done();
    assert_eq!(waiting(&place, "nour"), [item("to-finish", "a:1", 1)], "its writer has no role any more");
    assert_eq!(waiting(&place, "basil"), [item_to_review(2)]);
}

fn item_to_review(number: u32) -> (String, String, Option<u64>) {
    ("to-review".to_owned(), format!("a:{number}"), None)
}

#[test]
fn articles_that_are_not_begun_are_counted_in_one_line() {
    let place = Workplace::with_lines(&["أولى.", "ثانية.", "ثالثة."]);
    with_people(&place);
    for slug in ["b", "c", "d", "e"] {
        let file = place.file(&format!("{slug}.txt"), format!("مقال آخر اسمه {slug}.\n\nوفيه فقرة {slug} الثانية."));
        place.run(&["import", file.to_str().unwrap(), "--slug", slug]).done();
    }
    let all = [("a", 3), ("b", 2), ("c", 2), ("d", 2), ("e", 2)];
    assert_eq!(waiting(&place, "amal"), all.map(|(slug, paragraphs)| item("to-begin", slug, paragraphs)));
    let told = place.run_as("amal", &["inbox"]).done().stdout;
    assert_eq!(told, "5 articles are not begun, 11 paragraphs: a, b, c, …\n");
    place.run_as("amal", &["set", "b:1", "Another article.", "--submit"]).done();
    let told = place.run_as("amal", &["inbox"]).done().stdout;
    assert_eq!(told, "b:2 · to translate\n4 articles are not begun, 9 paragraphs: a, c, d, …\n");
    let lines = place.run_as("amal", &["inbox", "--jsonl"]).done().stdout;
    let first: Value = serde_json::from_str(lines.lines().next().unwrap()).unwrap();
    assert_eq!(first, json!({"waiting": "to-translate", "address": "b:2", "paragraphs": 1}));
}

#[test]
fn an_article_whose_only_translation_is_outlived_is_begun() {
    let place = Workplace::with_lines(&["الفقرة الأولى من المقال.", "الفقرة الثانية من المقال."]);
    with_people(&place);
    place.run_as("amal", &["set", "a:1", "The first paragraph.", "--submit"]).done();
    place.run_as("basil", &["approve", "a:1"]).done();
    let file = place.file("new.txt", "الفقرة الأولى ليست من المقال.\n\nالفقرة الثانية من المقال.");
    place.run_as("lina", &["source", "update", "a", file.to_str().unwrap(), "--yes"]).done();
    assert_eq!(place.json(&["show", "a:1"])["paragraphs"][0]["stale"], true);
    let waits = waiting(&place, "nour");
    assert!(waits.contains(&item("to-translate", "a:2", 1)), "{waits:?}");
}

#[test]
fn where_nobody_is_a_translator_all_who_have_a_role_are_asked() {
    let place = Workplace::with_lines(&["أولى.", "ثانية."]);
    for (person, role) in [("basil", "reviewer"), ("lina", "editor")] {
        place.run(&["person", "add", person, "--role", role]).done();
    }
    place.run_as("lina", &["set", "a:1", "First."]).done();
    assert_eq!(waiting(&place, "lina"), [item("to-finish", "a:1", 1), item("to-translate", "a:2", 1)]);
    assert_eq!(waiting(&place, "basil"), [item("to-translate", "a:2", 1)]);
    assert_eq!(waiting(&place, "karim"), []);
}
