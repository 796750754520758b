//! Work done through the pages: texts byte for byte, conflicts, roles, decisions, and that nothing typed is lost.

use super::{Browser, newsroom, paragraph};

#[test]
fn what_is_typed_becomes_a_revision_byte_for_byte() {
    let place = newsroom();
    let mut browser = Browser::of(&place, "amal");
    let text = "\n  “A & B” <b>bold</b>\tـ\u{200F} \u{2028}\n\nlast line  \n";
    let page = browser.post_and_follow("/articles/a/1", &[("act", "save"), ("text", text), ("expect", "1")]);
    page.has("a:1: revision 2, draft");
    assert_eq!(paragraph(&place, 1)["target"], text);
    assert_eq!(paragraph(&place, 1)["revision"], 2);
    page.lacks("Since revision");
    // What the browser has of it comes back as it was.
    assert_eq!(page.area("text"), text);
    let area = page.area("text");
    browser
        .post_and_follow("/articles/a/1", &[("act", "save"), ("text", &area), ("expect", "2")])
        .has("nothing changed");
    assert_eq!(paragraph(&place, 1)["revision"], 2);
}

#[test]
fn line_ends_that_stood_in_a_text_are_kept_where_it_is_changed_elsewhere() {
    let place = newsroom();
    place.run(&["set", "a:1", "one\r\ntwo\rthree"]).done();
    let mut browser = Browser::of(&place, "salma");
    let area = browser.get("/articles/a/1").shown().area("text");
    assert_eq!(area, "one\ntwo\nthree");
    browser.post("/articles/a/1", &[("act", "save"), ("text", &area), ("expect", "2")]);
    assert_eq!(paragraph(&place, 1)["revision"], 2, "a text that nobody touched became another");
    browser.post("/articles/a/1", &[("act", "save"), ("text", "one\nTWO\nthree"), ("expect", "2")]);
    assert_eq!(paragraph(&place, 1)["target"], "one\r\nTWO\rthree");
}

#[test]
fn the_work_is_in_the_log_under_the_person_and_can_be_undone_and_done_again() {
    let place = newsroom();
    let mut browser = Browser::of(&place, "amal");
    let page = browser.post_and_follow("/articles/a/1", &[("act", "save"), ("text", "Closed."), ("expect", "1")]);
    let operation = page.field("operation");
    let log = place.json(&["op", "log"]);
    assert_eq!(log["operations"][0]["person"], "amal");
    assert_eq!(log["operations"][0]["command"], serde_json::json!(["serve", "save", "a:1"]));
    let page = browser.post_and_follow("/undo", &[("operation", &operation), ("back", "/articles/a/1")]);
    page.has(&format!("Undone: operation {operation}"));
    assert_eq!(paragraph(&place, 1)["target"], "");
    browser.post_and_follow("/redo", &[("operation", &operation), ("back", "/articles/a/1")]);
    assert_eq!(paragraph(&place, 1)["target"], "Closed.");
    let mut other = Browser::of(&place, "basil");
    let page = other.post("/undo", &[("operation", &operation), ("back", "/")]);
    assert_eq!(page.status, 403);
    page.has("This was done by amal");
    assert_eq!(paragraph(&place, 1)["target"], "Closed.");
}

#[test]
fn a_conflict_shows_both_texts_and_loses_neither() {
    let place = newsroom();
    place.run_as("amal", &["set", "a:1", "The school is closed."]).done();
    let mut browser = Browser::of(&place, "amal");
    browser.get("/articles/a/1").shown();
    place.run_as("basil", &["set", "a:1", "The school stays closed."]).done();
    let page = browser.post("/articles/a/1", &[("act", "save"), ("text", "The school was shut."), ("expect", "2")]);
    assert_eq!(page.status, 409);
    page.has("basil made revision 3").has("The school stays closed.");
    page.has("<del>stays closed</del>").has("<ins>was shut</ins>");
    assert_eq!(page.area("text"), "The school was shut.");
    assert_eq!(paragraph(&place, 1)["target"], "The school stays closed.");
    let kept = std::fs::read_to_string(place.folder().join("desk-kept/a-1-1.txt")).unwrap();
    assert_eq!(kept, "The school was shut.");
    // Whoever has seen both may save.
    let expect = page.field("expect");
    assert_eq!(expect, "3");
    browser.post("/articles/a/1", &[("act", "save"), ("text", "The school was shut."), ("expect", &expect)]);
    assert_eq!(paragraph(&place, 1)["target"], "The school was shut.");
    place.run(&["diff", "a:1", "3..4"]).done();
}

#[test]
fn who_typed_nothing_has_no_conflict_and_goes_on() {
    let place = newsroom();
    let mut browser = Browser::of(&place, "amal");
    place.run_as("basil", &["set", "a:1", "Of basil."]).done();
    let answer = browser.post("/articles/a/1", &[("act", "save-next"), ("text", ""), ("expect", "1")]);
    assert!(answer.header("location").starts_with("/articles/a/2?told="), "{}", answer.header("location"));
    assert_eq!(paragraph(&place, 1)["target"], "Of basil.");
}

#[test]
fn saving_and_submitting_goes_to_the_next_paragraph_and_at_the_end_to_the_article() {
    let place = newsroom();
    let mut browser = Browser::of(&place, "amal");
    let next = |browser: &mut Browser, number: u32, act: &str| {
        let path = format!("/articles/a/{number}");
        let answer = browser.post(&path, &[("act", act), ("text", "Text."), ("expect", "1")]);
        assert_eq!(answer.status, 303, "{}", answer.text());
        answer.header("location").split('?').next().unwrap().to_owned()
    };
    assert_eq!(next(&mut browser, 1, "save-next"), "/articles/a/2");
    assert_eq!(next(&mut browser, 2, "submit"), "/articles/a/3");
    assert_eq!(next(&mut browser, 3, "submit"), "/articles/a");
    let statuses: Vec<_> = (1..=3).map(|number| paragraph(&place, number)["status"].clone()).collect();
    assert_eq!(statuses, ["draft", "translated", "translated"]);
}

#[test]
fn decisions_are_offered_and_taken_by_role() {
    let place = newsroom();
    place.run_as("amal", &["set", "a:1", "The minister said the school is closed.", "--submit"]).done();
    let offers = |place: &crate::desk::Workplace, person: &str| {
        let page = Browser::of(place, person).get("/articles/a/1").shown().text();
        let acts = ["submit", "approve", "reject", "finalize", "withdraw", "reopen"];
        acts.into_iter().filter(|act| page.contains(&format!("name=\"act\" value=\"{act}\""))).collect::<Vec<_>>()
    };
    assert_eq!(offers(&place, "amal"), ["submit", "withdraw"]);
    assert_eq!(offers(&place, "basil"), ["submit", "approve", "reject", "withdraw"]);
    let form = [("act", "approve"), ("text", "The minister said the school is closed."), ("expect", "2")];
    let refused = Browser::of(&place, "amal").post("/articles/a/1", &form);
    assert_eq!(refused.status, 403);
    refused.has("amal lacks the role that it takes to approve.").has("role=\"alert\"");
    assert_eq!(paragraph(&place, 1)["status"], "translated");
    let answer = Browser::of(&place, "basil").post("/articles/a/1", &form);
    assert_eq!(answer.status, 303, "{}", answer.text());
    assert_eq!(paragraph(&place, 1)["status"], "reviewed");
    assert_eq!(offers(&place, "amal"), ["submit"]);
    assert_eq!(offers(&place, "salma"), ["submit", "reject", "finalize", "withdraw", "reopen"]);
    let finalize = [("act", "finalize"), ("text", "The minister said the school is closed."), ("expect", "2")];
    assert_eq!(Browser::of(&place, "basil").post("/articles/a/1", &finalize).status, 403);
    assert_eq!(Browser::of(&place, "salma").post("/articles/a/1", &finalize).status, 303);
    assert_eq!(paragraph(&place, 1)["status"], "final");
    // A final wording is changed by editors alone.
    Browser::of(&place, "amal").get("/articles/a/1").shown().has("readonly");
    Browser::of(&place, "salma").get("/articles/a/1").shown().lacks("readonly");
}

#[test]
fn an_approval_takes_the_typed_text_along() {
    let place = newsroom();
    place.run_as("amal", &["set", "a:1", "The minister said the school is closd.", "--submit"]).done();
    let mut browser = Browser::of(&place, "basil");
    let text = "The minister said the school is closed.";
    let answer = browser.post("/articles/a/1", &[("act", "approve"), ("text", text), ("expect", "2")]);
    assert_eq!(answer.status, 303, "{}", answer.text());
    assert_eq!(paragraph(&place, 1)["target"], text);
    assert_eq!(paragraph(&place, 1)["status"], "reviewed");
}

#[test]
fn sending_back_takes_a_reason_and_a_word_and_waits_in_the_inbox() {
    let place = newsroom();
    place.run_as("amal", &["set", "a:1", "Closed.", "--submit"]).done();
    let mut basil = Browser::of(&place, "basil");
    let base = [("act", "reject"), ("text", "Closed."), ("expect", "2")];
    let page = basil.post("/articles/a/1", &[&base[..], &[("note", "Say who said so.")]].concat());
    assert_eq!(page.status, 400);
    assert_eq!(page.area("note"), "Say who said so.");
    let page = basil.post("/articles/a/1", &[&base[..], &[("reason", "omission"), ("note", " ")]].concat());
    assert_eq!(page.status, 400);
    basil.post_and_follow(
        "/articles/a/1",
        &[&base[..], &[("reason", "omission"), ("note", "Say who said so.")]].concat(),
    );
    assert_eq!(paragraph(&place, 1)["status"], "changes-requested");
    let page = Browser::of(&place, "amal").get("/").shown();
    page.has("basil").has("Say who said so.").has("omission").has("href=\"/articles/a/1\"");
    let page = Browser::of(&place, "amal").get("/articles/a/1").shown();
    page.has("class=\"sent-back\"").has("Say who said so.").has("omission");
}

#[test]
fn a_decision_beside_an_unsaved_text_is_refused_and_the_text_kept() {
    let place = newsroom();
    place.run_as("amal", &["set", "a:1", "Closed.", "--submit"]).done();
    let mut browser = Browser::of(&place, "amal");
    let page = browser.post("/articles/a/1", &[("act", "withdraw"), ("text", "Not closed."), ("expect", "2")]);
    assert_eq!(page.status, 409);
    assert_eq!(page.area("text"), "Not closed.");
    assert_eq!(paragraph(&place, 1)["status"], "translated");
    let page = browser.post("/articles/a/1", &[("act", "take 0 1 0"), ("text", "Not closed."), ("expect", "2")]);
    assert_eq!((page.status, page.area("text").as_str()), (409, "Not closed."));
}

#[test]
fn what_was_typed_beside_an_act_is_there_afterwards() {
    let place = newsroom();
    let mut browser = Browser::of(&place, "amal");
    let fields =
        [("act", "comment"), ("text", "Half a sen"), ("expect", "1"), ("comment", "Which <school>?\nThis one?")];
    let page = browser.post_and_follow("/articles/a/1", &fields);
    page.has("Comment 1 on a:1").has("still stands below").has("Which &lt;school&gt;?\nThis one?");
    assert_eq!((page.area("text").as_str(), page.area("comment").as_str()), ("Half a sen", ""));
    assert_eq!(paragraph(&place, 1)["revision"], 1);
    let fields = [("act", "save-next"), ("text", "A sentence."), ("expect", "1"), ("comment", "A second one")];
    let page = browser.post_and_follow("/articles/a/1", &fields);
    page.has("a:1: revision 2, draft").has("still stands below").lacks("Somebody else");
    assert_eq!((page.area("text").as_str(), page.area("comment").as_str()), ("A sentence.", "A second one"));
    let fields = [("act", "resolve 1"), ("text", "A sentence."), ("expect", "2")];
    browser.post_and_follow("/articles/a/1", &fields).has("Comment 1 is resolved.").has("Resolved by amal");
}

#[test]
fn an_error_of_the_checks_is_shown_and_let_stand_with_a_reason() {
    let place = newsroom();
    let line = "بلغ عدد القتلى ٢٥ شخصا.";
    let file = place.file("b.txt", format!("{line}\n\n{line}"));
    place.run(&["import", file.to_str().unwrap(), "--slug", "b"]).done();
    place.run_as("amal", &["set", "b:1", "The dead were 52 people.", "--submit"]).done();
    let mut basil = Browser::of(&place, "basil");
    let page = basil.get("/articles/b/1").shown();
    let finding =
        regex::Regex::new("value=\"(waive [0-9a-f]+)\"").unwrap().captures(&page.text()).unwrap()[1].to_owned();
    let base = [("text", "The dead were 52 people."), ("expect", "2")];
    let approve = [&base[..], &[("act", "approve")]].concat();
    let page = basil.post("/articles/b/1", &approve);
    assert_eq!(page.status, 409);
    page.has("let the finding stand with a reason, below").lacks("hunayn waive");
    let field = format!("why-{}", finding.trim_start_matches("waive "));
    assert_eq!(basil.post("/articles/b/1", &[&base[..], &[("act", finding.as_str())]].concat()).status, 400);
    let waive = [&base[..], &[("act", finding.as_str()), (field.as_str(), "The agency says 52.")]].concat();
    basil.post_and_follow("/articles/b/1", &waive).has("The agency says 52.");
    assert_eq!(basil.post("/articles/b/1", &approve).status, 303);
    // Who may not approve is not offered it.
    place.run_as("amal", &["set", "b:2", "The dead were 61 people."]).done();
    Browser::of(&place, "amal").get("/articles/b/2").shown().has("class=\"finding error\"").lacks("value=\"waive");
}

#[test]
fn a_match_of_the_memory_is_taken_over_with_its_origin() {
    let place = newsroom();
    place.run(&["set", "a:1", "The minister said the school is closed.", "--submit"]).done();
    let file = place.file("b.txt", "قال الوزير إن المدرسة مغلقة.\n\nقال الوزير إن الجامعة مغلقة.");
    place.run(&["import", file.to_str().unwrap(), "--slug", "b"]).done();
    let mut browser = Browser::of(&place, "amal");
    let page = browser.get("/articles/b/2").shown();
    page.has("<del>المدرسة</del>").has("<ins>الجامعة</ins>").has("value=\"take 0 1 ");
    let act = page.act("take 0 1 ");
    browser.post_and_follow("/articles/b/2", &[("act", &act), ("text", ""), ("expect", "1")]).has("taken over");
    let taken = &place.json(&["show", "b"])["paragraphs"][1];
    assert_eq!(taken["target"], "The minister said the school is closed.");
    assert_eq!(taken["segments"][0]["origin"], "memory");
    let page = browser.post(
        "/articles/b/2",
        &[("act", "take 0 9 0"), ("text", "The minister said the school is closed."), ("expect", "2")],
    );
    assert_eq!(page.status, 404);
}

#[test]
fn inline_codes_are_typed_as_on_the_command_line() {
    let place = newsroom();
    let file = place.file("c.md", "قال **كل شيء** اليوم.\n");
    place.run(&["import", file.to_str().unwrap(), "--slug", "c"]).done();
    let mut browser = Browser::of(&place, "amal");
    let page = browser.get("/articles/c/1").shown();
    page.has("<strong>كل شيء</strong>").has("{1}").has("data-insert=\"{1}{/1}\"");
    browser.post("/articles/c/1", &[("act", "save"), ("text", "He said {1}everything{/1} today."), ("expect", "1")]);
    let shown = &place.json(&["show", "c"])["paragraphs"][0];
    assert_eq!(shown["target"], "He said everything today.");
    assert_eq!(shown["target_marked"], "He said {1}everything{/1} today.");
    let page = browser.get("/articles/c").shown();
    page.has("He said <strong>everything</strong> today.");
    let answer =
        browser.post_and_follow("/articles/c/1", &[("act", "save"), ("text", "He said it {7}."), ("expect", "2")]);
    answer.has("caution");
}

#[test]
fn a_desk_that_others_write_is_read_anew_by_every_page() {
    let place = newsroom();
    let mut browser = Browser::of(&place, "amal");
    browser.get("/articles/a").shown().lacks("From outside");
    place.run(&["set", "a:2", "From outside"]).done();
    browser.get("/articles/a").shown().has("From outside");
    place.run(&["config", "user", "basil"]).done();
    browser.get("/").shown().has("<p class=\"who\">amal</p>");
}

#[test]
fn a_text_for_a_paragraph_that_moved_is_not_put_to_another() {
    let place = newsroom();
    let mut browser = Browser::of(&place, "amal");
    browser.paragraph("/articles/a/2");
    let file = place.file("a2.txt", "كتب الولد الدرس.\n\nانتهى الخبر.");
    place.run(&["source", "update", "a", file.to_str().unwrap(), "--yes"]).done();
    let text = "The boy wrote the lesson.\nTwice.";
    let page = browser.post("/articles/a/2", &[("act", "save"), ("text", text), ("expect", "1")]);
    assert_eq!(page.status, 409);
    page.has("another paragraph than the one you worked at");
    assert_eq!(page.area("kept"), text);
    assert_eq!(paragraph(&place, 2)["target"], "");
    let page = browser.post("/articles/a/3", &[("act", "save"), ("text", text), ("expect", "1")]);
    assert_eq!((page.status, page.area("kept").as_str()), (404, text));
}

#[test]
fn a_text_is_not_lost_with_the_desk() {
    let place = newsroom();
    let mut browser = Browser::of(&place, "amal");
    browser.paragraph("/articles/a/1");
    std::fs::rename(place.path(), place.folder().join("away.hunayn")).unwrap();
    let page = browser.post("/articles/a/1", &[("act", "save"), ("text", "Typed in vain?"), ("expect", "1")]);
    assert!(page.status >= 400);
    assert_eq!(page.area("kept"), "Typed in vain?");
    assert!(!place.path().exists());
}

#[test]
fn of_two_who_save_at_once_one_is_told() {
    let place = newsroom();
    let mut browsers = [Browser::of(&place, "amal"), Browser::of(&place, "basil")];
    browsers.iter_mut().for_each(|browser| drop(browser.paragraph("/articles/a/1")));
    let texts = ["Of amal.", "Of basil."];
    let answers: Vec<(u16, &str)> = std::thread::scope(|scope| {
        let saving = browsers.iter_mut().zip(texts).map(|(browser, text)| {
            scope.spawn(move || {
                let page = browser.post("/articles/a/1", &[("act", "save"), ("text", text), ("expect", "1")]);
                if page.status == 409 {
                    assert_eq!(page.area("text"), text);
                }
                (page.status, text)
            })
        });
        let saving: Vec<_> = saving.collect();
        saving.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    let mut statuses: Vec<u16> = answers.iter().map(|(status, _)| *status).collect();
    statuses.sort_unstable();
    assert_eq!(statuses, [303, 409]);
    let kept = answers.iter().find(|(status, _)| *status == 303).unwrap().1;
    assert_eq!(
        (paragraph(&place, 1)["target"].as_str(), paragraph(&place, 1)["revision"].as_u64()),
        (Some(kept), Some(2))
    );
}

#[test]
fn a_stale_paragraph_shows_what_changed_in_its_source() {
    let place = newsroom();
    place.run_as("amal", &["set", "a:2", "The boy wrote the lesson.", "--submit"]).done();
    place.run_as("basil", &["approve", "a:2"]).done();
    let file = place.file("a2.txt", "قال الوزير إن المدرسة مغلقة.\n\nكتب الولد الرسالة الطويلة.\n\nانتهى الخبر.");
    place.run(&["source", "update", "a", file.to_str().unwrap(), "--yes"]).done();
    let page = Browser::of(&place, "amal").get("/articles/a/2").shown();
    page.has("status stale").has("<del>الدرس</del>").has("<ins>الرسالة الطويلة</ins>");
}

#[test]
fn the_translation_of_a_repeated_paragraph_is_taken_over() {
    let place = newsroom();
    place.run_as("amal", &["set", "a:3", "The news ended."]).done();
    let file = place.file("b.txt", "انتهى الخبر.\n\nكتب الولد الدرس.");
    place.run(&["import", file.to_str().unwrap(), "--slug", "b"]).done();
    let mut browser = Browser::of(&place, "amal");
    let act = browser.get("/articles/b/1").shown().act("repeat a:3 ");
    browser.post_and_follow("/articles/b/1", &[("act", &act), ("text", ""), ("expect", "1")]);
    let taken = &place.json(&["show", "b"])["paragraphs"][0];
    assert_eq!((&taken["target"], &taken["segments"][0]["origin"]), (&"The news ended.".into(), &"repetition".into()));
}
