//! Nothing is lost and nothing outlives what it was said of: one test for each way in which it once was, or did.

use std::fs;

use hunayn::model::DecisionKind;
use hunayn::ops::review::{DecideRequest, decide};
use serde_json::Value;

use super::desk::Workplace;

/// A text file of paragraphs.
fn text(paragraphs: &[&str]) -> String {
    paragraphs.join("\n\n")
}

fn paragraph(place: &Workplace, address: &str) -> Value {
    place.json(&["show", address])["paragraphs"][0].clone()
}

/// An editor that rewrites the file it is given with a sed script.
fn edit(place: &Workplace, script: &str, arguments: &[&str]) -> super::desk::Answer {
    let mut command = place.command(arguments);
    command.env("HUNAYN_EDITOR", format!("sed -i '{script}'"));
    let output = command.output().unwrap();
    super::desk::Answer {
        code: output.status.code().unwrap_or(-1),
        stdout: String::from_utf8(output.stdout).unwrap(),
        stderr: String::from_utf8(output.stderr).unwrap(),
    }
}

#[test]
fn a_dry_run_of_the_editor_writes_nothing() {
    let place = Workplace::with_lines(&["قال إنه سيعود."]);
    place.run(&["set", "a:1", "He said."]).done();
    edit(&place, "s/He said/She said/", &["edit", "a:1", "--dry-run"]).done();
    assert_eq!(paragraph(&place, "a:1")["target"], "He said.");
}

#[test]
fn an_editor_that_ends_lines_its_own_way_changes_nothing() {
    let place = Workplace::with_lines(&["قال إنه سيعود."]);
    place.run(&["set", "a:1", "He said."]).done();
    edit(&place, "s/$/\\r/", &["edit", "a:1"]).done();
    assert_eq!(paragraph(&place, "a:1")["revision"], 2);
}

#[test]
fn a_heading_that_is_missing_or_damaged_is_named_as_it_was() {
    let place = Workplace::with_lines(&["قال إنه سيعود.", "ثم سكت."]);
    for paragraph in ["a:1", "a:2"] {
        place.run(&["set", paragraph, "He said."]).done();
    }
    let gone = edit(&place, "/^#:/d;s/He said/She said/", &["edit", "a:2"]);
    assert_eq!(gone.code, 2);
    assert!(
        gone.stderr.contains("Not applied: a:2: The line “#: a:2 @2” is missing above its text."),
        "{}",
        gone.stderr
    );
    let damaged = edit(&place, "s/^#:.*/#: a2/;s/He said/She said/", &["edit", "a:2"]);
    assert!(damaged.stderr.contains("“#: a2” cannot be understood; the line was “#: a:2 @2”."), "{}", damaged.stderr);
}

#[test]
fn a_part_whose_heading_is_gone_does_not_join_the_one_above() {
    let place = Workplace::with_lines(&["قال إنه سيعود.", "ثم سكت.", "وأغلق الباب."]);
    for (paragraph, target) in [("a:1", "He said."), ("a:2", "Then silence."), ("a:3", "He shut the door.")] {
        place.run(&["set", paragraph, target]).done();
    }
    let gone = edit(&place, "/^#: a:2/d;s/Then/And then/;s/shut/closed/", &["edit", "a"]);
    assert_eq!(gone.code, 2);
    assert!(
        gone.stderr.contains("Not applied: a:1: The line “#: a:2 @2” is missing above its text."),
        "{}",
        gone.stderr
    );
    let kept = gone.stderr.split_whitespace().find(|word| word.contains("desk-kept")).unwrap();
    assert!(fs::read_to_string(kept).unwrap().contains("And then silence."));
    let targets = ["a:1", "a:2", "a:3"].map(|address| paragraph(&place, address)["target"].clone());
    assert_eq!(targets, ["He said.", "Then silence.", "He closed the door."]);
    // A part that is deleted whole is left alone, and so is a line of one's own that begins as a comment.
    edit(&place, "/^#: a:2/,/^Then/d;s/^He said/# mine\\nShe said/", &["edit", "a"]).done();
    assert_eq!(paragraph(&place, "a:1")["target"], "She said.");
}

#[test]
fn a_sentence_that_a_whole_text_leaves_out_is_told_listed_and_keeps_from_approval() {
    let source = "وصل الوزير إلى العاصمة يوم الأحد. سأل الصحفيون عن المستشفى الجديد. انتهى المؤتمر في المساء.";
    let place = Workplace::with_lines(&[source]);
    let whole = "The minister arrived in the capital on Sunday. Journalists asked about the new hospital. \
        The conference ended in the evening.";
    assert!(!place.run(&["set", "a:1", whole]).done().stderr.contains("no translation"));
    let joined = "The minister arrived in the capital on Sunday, and journalists asked about the new hospital. \
        The conference ended in the evening.";
    assert!(!place.run(&["set", "a:1", joined]).done().stderr.contains("no translation"));
    let lacking = "The minister arrived in the capital on Sunday. The conference ended in the evening.";
    let told = place.run(&["set", "a:1", lacking]).done();
    assert!(told.stderr.contains("One sentence of the source seems to have no translation: hunayn align a:1"));
    assert_eq!(
        place.json(&["set", "a:1", "Gone."])["untranslated"],
        Value::Null,
        "what is no translation is not aligned"
    );
    assert_eq!(place.json(&["set", "a:1", lacking])["untranslated"], 1);
    place.run(&["submit", "a:1"]).done();
    assert_eq!(place.json(&["align", "a"])["pairs"][0]["state"], "doubtful");
    let refused = place.run(&["approve", "a:1"]);
    assert_eq!(refused.code, 3);
    place.run(&["align", "a:1.2", "--on-purpose", "-m", "cut"]).done();
    place.run(&["approve", "a:1"]).done();
}

#[test]
fn the_same_wording_again_is_told_where_another_was_asked_for() {
    let place = Workplace::with_lines(&["قال إنه سيعود.", "ثم سكت."]);
    for (address, text) in [("a:1", "He said he would return."), ("a:2", "Then he fell silent.")] {
        place.run(&["set", address, text, "--submit"]).done();
    }
    place.run(&["--user", "Nour", "reject", "a:1", "--reason", "accuracy", "-m", "who is he?"]).done();
    let told = "This is word for word the text that Nour sent back (accuracy): who is he?";
    let again = ["set", "a:1", "He said he would return.", "--submit"];
    assert!(place.run(&[&again[..], &["--dry-run"]].concat()).done().stderr.contains(told));
    assert!(place.run(&["submit", "a:1", "--dry-run"]).done().stderr.contains(&format!("a:1: {told}")));
    let line = r#"{"address":"a:1","text":"He said he would return.","submit":true}"#;
    let applied = place.run_with(line, &["apply", "-", "--dry-run"]).done();
    assert_eq!(applied.stderr.matches(told).count(), 1, "{}", applied.stderr);
    place.run(&["set", "a:1", "She said she would return."]).done();
    let back = place.json(&again);
    let expected =
        serde_json::json!({"because": "sent-back", "person": "Nour", "reason": "accuracy", "note": "who is he?"});
    assert_eq!((&back["same_wording"], &back["status"]), (&expected, &Value::from("translated")));
    let file = place.file("b.txt", text(&["قال إنه سيعود.", "ثم سكت طويلًا."]));
    place.run(&["source", "update", "a", file.to_str().unwrap(), "--yes"]).done();
    let log = place.run(&["log", "a:2"]).done().stdout;
    assert!(
        log.contains("revision 3 · source corrected, wording kept"),
        "who corrects a source types no wording: {log}"
    );
    let told = "This is word for word the translation of the source before it changed.";
    assert!(place.run(&["submit", "a:2", "--dry-run"]).done().stderr.contains(told));
    assert!(!place.run(&["set", "a:2", "Then he was long silent.", "--dry-run"]).done().stderr.contains(told));
    let same = place.json(&["set", "a:2", "Then he fell silent."]);
    assert_eq!(same["same_wording"]["because"], "source-changed");
    assert_eq!(place.json(&["set", "a:2", "Then he fell silent."])["same_wording"], Value::Null, "told once");
    let arabic = place.run(&["--lang", "ar", "undo"]).done();
    assert_eq!(arabic.code, 0);
    let arabic = place.run(&["--lang", "ar", "set", "a:2", "Then he fell silent."]).done();
    assert!(arabic.stderr.contains("هذا النص بحرفه ترجمةُ المصدر قبل أن يتغيّر."), "{}", arabic.stderr);
}

#[test]
fn lines_that_fail_alike_are_told_once_what_to_do() {
    let place = Workplace::with_lines(&["قال إنه سيعود."]);
    let line = |address: &str| format!(r#"{{"address":"{address}","text":"He said."}}"#);
    let told = place.run_with(&[line("b:1"), line("b:2"), line("a:9")].join("\n"), &["apply", "-"]);
    assert_eq!(told.stdout.matches("hunayn list").count(), 1, "{}", told.stdout);
    assert!(told.stdout.find("Line 2:") < told.stdout.find("hunayn list"), "{}", told.stdout);
    assert_eq!(told.stdout.matches("refused").count(), 3);
}

#[test]
fn a_sentence_left_out_is_told_also_where_another_was_made_two() {
    let place = Workplace::with_lines(&[
        "وصل وزير الخارجية المصري إلى العاصمة السورية دمشق صباح الأحد. سأل الصحفيون الوزير عن المستشفى الجديد في مدينة حلب. \
         قالت الحكومة إن الحرب في السودان دمرت مئات المدارس والبيوت. انتهى المؤتمر الصحفي في المساء وعاد الوفد إلى القاهرة.",
    ]);
    let first = "The Egyptian foreign minister arrived in the Syrian capital, Damascus, on Sunday morning.";
    let second = "Journalists asked the minister about the new hospital in Aleppo.";
    let third = "The government said the war in Sudan had destroyed hundreds of schools and houses.";
    let whole = format!("{first} {second} {third} The press conference ended in the evening and the delegation left.");
    assert_eq!(place.json(&["set", "a:1", &whole])["untranslated"], Value::Null);
    let lacking =
        format!("{first} {third} The press conference ended in the evening. The delegation returned to Cairo.");
    assert_eq!(place.json(&["set", "a:1", &lacking])["untranslated"], 1);
    let targets = |place: &Workplace| {
        let segments = paragraph(place, "a:1")["segments"].clone();
        segments.as_array().unwrap().iter().map(|segment| segment["target"].as_str().unwrap().len()).collect::<Vec<_>>()
    };
    assert_eq!(targets(&place)[1], 0);
    // A person's own cut of the source, which is no sentence's, stays where the sentences agree with it.
    place.run(&["set", "a:1", &whole]).done();
    place.run(&["merge", "a:1.1"]).done();
    let joined = format!("{third} {first} {second}");
    assert_eq!(place.json(&["set", "a:1", &joined])["untranslated"], Value::Null);
    assert_eq!(targets(&place).len(), 3);
}

#[test]
fn scripted_changes_tell_whose_wording_they_replace_and_what_falls() {
    let place = Workplace::with_lines(&["قال إنه سيعود.", "ثم سكت."]);
    place.run(&["set", "a:1", "He said."]).done();
    place.run(&["approve", "a:1"]).done();
    let line = r#"{"address":"a:1","text":"He said he would return."}"#;
    let planned = place.run_with(line, &["--user", "Nour", "apply", "-", "--dry-run"]).done();
    assert!(planned.stderr.contains("would no longer count"), "{}", planned.stderr);
    let told = place.run_with(line, &["--user", "Nour", "apply", "-", "--yes", "--json"]).done();
    let told: Value = serde_json::from_str(&told.stdout).unwrap();
    let line = &told["lines"][0];
    assert_eq!((&line["before"], &line["status"]), (&Value::from("reviewed"), &Value::from("draft")));
    assert_eq!(line["replaced"]["revision"], 2);
}

#[test]
fn a_typed_line_that_begins_with_a_hash_is_text() {
    let place = Workplace::with_lines(&["وسم #عطش."]);
    place.run(&["set", "a:1", "A tag."]).done();
    edit(&place, "s/^A tag.$/#1_in_the_world/", &["edit", "a:1"]).done();
    assert_eq!(paragraph(&place, "a:1")["target"], "#1_in_the_world");
}

#[test]
fn a_text_survives_an_editor_that_fails() {
    let place = Workplace::with_lines(&["قال إنه سيعود."]);
    let mut command = place.command(&["edit", "a:1"]);
    let script = place.file("editor.sh", "#!/bin/sh\necho 'precious words' >> \"$1\"\nexit 1\n");
    command.env("HUNAYN_EDITOR", format!("sh {}", script.display()));
    let output = command.output().unwrap();
    let told = String::from_utf8(output.stderr).unwrap();
    let kept = told.split_whitespace().find(|word| word.contains("hunayn-")).unwrap();
    assert!(fs::read_to_string(kept).unwrap().contains("precious words"));
    fs::remove_file(kept).unwrap();
}

#[test]
fn a_line_that_is_refused_leaves_nothing_behind() {
    let place = Workplace::with_lines(&["قال إنه سيعود."]);
    let line = r#"{"address":"a:1","text":"Half a line.","decision":"finalize"}"#;
    assert_eq!(place.run_with(line, &["apply", "-", "--yes"]).code, 1);
    let now = paragraph(&place, "a:1");
    assert_eq!((&now["revision"], &now["target"]), (&Value::from(1), &Value::from("")));
}

#[test]
fn sending_a_line_again_reviews_no_source_that_it_never_saw() {
    let place = Workplace::with_lines(&["في القرية 40 بئرًا قديمة.", "خاتمة قصيرة."]);
    let line = r#"{"address":"a:1","text":"There are 40 wells.","expect":1,"decision":"approve"}"#;
    place.run_with(line, &["apply", "-", "--yes"]).done();
    let corrected = place.file("b.txt", text(&["في القرية 41 بئرًا قديمة.", "خاتمة قصيرة."]));
    place.run(&["source", "update", "a", corrected.to_str().unwrap()]).done();
    assert_eq!(place.run_with(line, &["apply", "-", "--yes"]).code, 4);
    let without = r#"{"address":"a:1","text":"There are 40 wells."}"#;
    place.run_with(without, &["apply", "-", "--yes"]).done();
    let now = paragraph(&place, "a:1");
    assert_eq!((&now["status"], &now["stale"]), (&Value::from("draft"), &Value::from(true)));
}

#[test]
fn segments_follow_a_source_that_kept_its_length_but_not_its_places() {
    let place = Workplace::with_lines(&["قال, كلام طويل هنا. نعم هو كذلك"]);
    place.run(&["set", "a:1", "He spoke at length. Yes, so it is."]).done();
    let corrected = place.file("b.txt", "قال كلام طويل هنا. نعم هو كذلك.");
    place.run(&["source", "update", "a", corrected.to_str().unwrap()]).done();
    let now = paragraph(&place, "a:1");
    let segments = now["segments"].as_array().unwrap();
    let joined: String = segments.iter().map(|s| s["source"].as_str().unwrap()).collect();
    assert_eq!(joined, "قال كلام طويل هنا. نعم هو كذلك.");
    assert!(segments.iter().all(|s| s["source"] != ""));
}

#[test]
fn an_approval_does_not_outlive_the_address_of_a_link() {
    let place = Workplace::new();
    let first = place.file("a.md", "# عنوان المقال\n\nاقرأ [التقرير](http://old.example/) كله من فضلك يا صديقي.\n");
    place.run(&["import", first.to_str().unwrap(), "--slug", "a"]).done();
    place.run(&["set", "a:2", "Read the {1}report{/1}."]).done();
    place.run(&["approve", "a:2"]).done();
    let second = place.file("b.md", "# عنوان المقال\n\nاقرأ [التقرير](http://new.example/) كله من فضلك يا صديقي.\n");
    place.run(&["source", "update", "a", second.to_str().unwrap()]).done();
    let now = paragraph(&place, "a:2");
    assert_eq!((&now["status"], &now["stale"]), (&Value::from("draft"), &Value::from(true)));
    let page = place.run(&["export", "a", "--format", "html", "--require", "none", "-o", "-"]).done().stdout;
    assert!(page.contains("http://new.example/") && !page.contains("http://old.example/"));
}

#[test]
fn an_article_can_be_brought_back_under_a_slug_used_since() {
    let place = Workplace::with_lines(&["النص الأول في هذا المقال."]);
    place.run(&["undo"]).done();
    let other = place.file("b.txt", "نص آخر تمامًا.");
    place.run(&["import", other.to_str().unwrap(), "--slug", "a"]).done();
    place.run(&["op", "restore", "2", "--yes"]).done();
    assert_eq!(paragraph(&place, "a:1")["source"], "النص الأول في هذا المقال.");
    place.run(&["doctor"]).done();
}

#[test]
fn a_restore_is_not_undone_under_what_stands_on_it() {
    let place = Workplace::with_lines(&["قال إنه سيعود."]);
    place.run(&["set", "a:1", "One."]).done();
    place.run(&["set", "a:1", "Two."]).done();
    place.run(&["op", "restore", "3", "--yes"]).done();
    place.run(&["approve", "a:1"]).done();
    assert_eq!(place.run(&["undo", "5"]).code, 4);
}

#[test]
fn a_reviewers_text_is_kept_when_the_paragraph_moved_on() {
    let place = Workplace::with_lines(&["قال إنه سيعود."]);
    place.run(&["set", "a:1", "One."]).done();
    let answer = place.run(&["approve", "a:1", "--edit", "Mine.", "--expect", "1"]);
    assert_eq!(answer.code, 4);
    let kept: Vec<_> = fs::read_dir(place.folder().join("desk-kept")).unwrap().collect();
    assert_eq!(fs::read_to_string(kept[0].as_ref().unwrap().path()).unwrap(), "Mine.");
}

#[test]
fn a_dry_run_keeps_no_text() {
    let place = Workplace::with_lines(&["قال إنه سيعود."]);
    assert_eq!(place.run(&["set", "a:1", "Mine.", "--expect", "7", "--dry-run"]).code, 4);
    assert!(!place.folder().join("desk-kept").exists());
}

#[test]
fn a_paragraph_that_comes_back_has_its_translation_and_approval() {
    let lines = ["الفقرة الأولى في هذا المقال.", "الفقرة الثانية التي ستغيب حينًا.", "الفقرة الأخيرة في هذا المقال."];
    let place = Workplace::with_lines(&lines);
    place.run(&["set", "a:2", "The second."]).done();
    place.run(&["approve", "a:2"]).done();
    let shorter = place.file("b.txt", text(&[lines[0], lines[2]]));
    place.run(&["source", "update", "a", shorter.to_str().unwrap()]).done();
    let longer = place.file("c.txt", text(&lines));
    place.run(&["source", "update", "a", longer.to_str().unwrap()]).done();
    let now = paragraph(&place, "a:2");
    assert_eq!((&now["target"], &now["status"]), (&Value::from("The second."), &Value::from("reviewed")));
}

#[test]
fn a_wrong_file_is_asked_about_before_translations_go() {
    let lines = ["الأولى هنا.", "الثانية هنا.", "الثالثة هنا.", "الرابعة هنا.", "الخامسة هنا."];
    let place = Workplace::with_lines(&lines);
    for number in 1..=5 {
        place.run(&["set", &format!("a:{number}"), "Text."]).done();
    }
    let wrong = place.file("b.txt", "شيء آخر لا علاقة له بما سبق من كلام.");
    let wrong = ["source", "update", "a", wrong.to_str().unwrap(), "--yes"];
    let refused = place.run(&wrong);
    assert_eq!(refused.code, 2);
    assert!(refused.stderr.contains("b.txt has hardly anything in common with a"), "{}", refused.stderr);
    let lines =
        ["مقال آخر عن الزيتون في القرى البعيدة.", "وقد سقط المطر عليه أيامًا ثم انقطع عنه.", "بقلم", "الأولى هنا."];
    let long = "كلام طويل عن الماء والزرع والناس في الوادي القديم، ".repeat(4);
    let longer = place.file("long.txt", format!("الأولى هنا.\n\n{long}"));
    place.run(&["import", longer.to_str().unwrap(), "--slug", "long"]).done();
    let byline = place.file("byline.txt", lines.join("\n\n"));
    assert_eq!(place.run(&["source", "update", "long", byline.to_str().unwrap(), "--yes"]).code, 2);
    let shorter = place.file("c.txt", "الأولى هنا.");
    assert_eq!(place.run(&["source", "update", "a", shorter.to_str().unwrap()]).code, 2);
    assert_eq!(place.json(&["show", "a"])["paragraphs"].as_array().unwrap().len(), 5);
}

#[test]
fn an_undone_correction_names_the_paragraphs_that_are_there_again() {
    let place = Workplace::with_lines(&["الأولى هنا.", "الثانية هنا.", "الثالثة هنا."]);
    for number in 1..=3 {
        place.run(&["set", &format!("a:{number}"), "Text.", "--submit"]).done();
    }
    let other = place.file("b.txt", "شيء جديد لا علاقة له بما سبق من كلام.\n\nالثالثة هنا.");
    place.run(&["source", "update", "a", other.to_str().unwrap(), "--yes"]).done();
    for _ in 0..2 {
        let undone = place.run(&["undo"]).done().stdout;
        assert!(undone.contains("a:1-2: there again (translated)"), "{undone}");
        assert!(undone.contains("what was a:1: no longer there"), "{undone}");
        place.run(&["source", "update", "a", other.to_str().unwrap(), "--yes"]).done();
    }
}

#[test]
fn white_space_is_no_translation() {
    let place = Workplace::with_lines(&["قال إنه سيعود."]);
    place.run(&["set", "a:1", "\u{a0} \t"]).done();
    assert_eq!(paragraph(&place, "a:1")["status"], "untranslated");
    assert_eq!(place.run(&["submit", "a:1"]).code, 1);
}

#[test]
fn taking_a_translation_puts_no_link_on_another_word() {
    let place = Workplace::new();
    let first = place.file("a.md", "**كلمة** و[رابط](http://x.example/) هنا\n");
    let second = place.file("b.md", "[كلمة](http://x.example/) و**رابط** هنا\n");
    place.run(&["import", first.to_str().unwrap(), second.to_str().unwrap()]).done();
    place.run(&["set", "a:1", "A {1}word{/1} and a {2}link{/2}"]).done();
    place.run(&["set", "b:1", "--take", "a:1"]).done();
    assert_eq!(paragraph(&place, "b:1")["target_marked"], "A {2}word{/2} and a {1}link{/1}");
}

#[test]
fn the_past_can_be_read_of_an_article_that_is_gone() {
    let place = Workplace::with_lines(&["النص الأول."]);
    place.run(&["undo"]).done();
    assert_eq!(place.run(&["show", "a"]).code, 5);
    assert_eq!(place.json(&["show", "a", "--at", "2"])["paragraphs"][0]["source"], "النص الأول.");
    assert_eq!(place.run(&["show", "a", "--at", "1"]).code, 5);
    assert_eq!(place.run(&["show", "a:9", "--at", "2"]).code, 5);
}

#[test]
fn only_an_editor_changes_the_rules_of_a_desk_that_has_one() {
    let place = Workplace::with_lines(&["قال إنه سيعود."]);
    place.run(&["person", "add", "salma", "--role", "editor"]).done();
    place.run(&["person", "add", "salma", "--role", "reviewer"]).done();
    assert_eq!(place.json(&["person", "list"])["people"][0]["roles"], serde_json::json!(["reviewer", "editor"]));
    assert_eq!(place.run_as("nobody", &["config", "four-eyes", "off"]).code, 3);
    assert_eq!(place.run_as("nobody", &["person", "add", "nobody", "--role", "editor"]).code, 3);
    assert_eq!(place.run_as("nobody", &["op", "restore", "1", "--yes"]).code, 3);
}

#[test]
fn what_was_sent_back_is_sent_back_again_for_a_further_reason() {
    let place = Workplace::with_lines(&["الأولى هنا."]);
    place.run(&["set", "a:1", "Text.", "--submit"]).done();
    place.run(&["reject", "a:1", "--reason", "style", "-m", "Too stiff."]).done();
    let again = place.run(&["reject", "a:1", "--reason", "accuracy", "-m", "Who is first?"]).done();
    assert!(again.stdout.contains("as before, with a further reason"), "{}", again.stdout);
    let log = place.run(&["log", "a:1"]).done().stdout;
    assert!(log.contains("Too stiff.") && log.contains("Who is first?"), "{log}");
    let waiting = place.run(&["inbox"]).done().stdout;
    assert!(waiting.contains("Too stiff.") && waiting.contains("Who is first?"), "{waiting}");
    let item = &place.json(&["inbox"])["items"][0];
    assert_eq!(
        (&item["note"], &item["earlier"][0]["note"]),
        (&Value::from("Who is first?"), &Value::from("Too stiff."))
    );
    let line = r#"{"address":"a:1","decision":"reject","reason":"accuracy","note":"Who is first?"}"#;
    let result = |line: &str| {
        place.run_with(line, &["apply", "-", "--yes", "--json"]).done().json()["lines"][0]["result"].clone()
    };
    assert_eq!(result(line), "unchanged", "it was said");
    let first = r#"{"address":"a:1","decision":"reject","reason":"style","note":"Too stiff."}"#;
    assert_eq!(result(first), "unchanged", "it was said before that");
    assert_eq!(result(&line.replace("Who is", "Where is")), "applied");
    place.run(&["undo"]).done();
    place.run(&["undo"]).done();
    assert!(!place.run(&["inbox"]).done().stdout.contains("Who is first?"));
}

#[test]
fn a_line_that_brings_a_text_and_sends_it_back_changes_nothing_when_it_is_sent_again() {
    let place = Workplace::with_lines(&["الأولى هنا."]);
    let result =
        |line: &str| place.run_with(line, &["apply", "-", "--yes", "--json"]).json()["lines"][0]["result"].clone();
    let line =
        r#"{"address":"a:1","text":"The first.","expect":1,"decision":"reject","reason":"style","note":"Too stiff."}"#;
    assert_eq!(result(line), "applied");
    assert_eq!(result(line), "unchanged");
    assert_eq!(result(&line.replace("stiff", "long")), "stale", "a further reason was given for revision 1");
    let now = paragraph(&place, "a:1");
    assert_eq!((&now["status"], &now["revision"]), (&Value::from("changes-requested"), &Value::from(2)));
}

#[test]
fn what_an_approval_of_many_passes_over_is_told_with_the_reason() {
    let place = Workplace::with_lines(&["الأولى هنا.", "الثانية هنا."]);
    place.run(&["set", "a:1", "Text.", "--submit"]).done();
    place.run(&["set", "a:2", "A draft."]).done();
    let told = "A draft, and what was sent back, is approved by its own address alone.";
    assert!(place.run(&["approve", "a", "--yes"]).done().stderr.contains(told));
    assert!(!place.run(&["approve", "a:2"]).done().stderr.contains(told));
    place.run(&["withdraw", "a:2"]).done();
    let line = r#"{"address":"a:2","decision":"approve"}"#;
    assert!(place.run_with(line, &["apply", "-"]).done().stderr.contains("You approved 1 text of your own"));
}

#[test]
fn what_was_sent_back_is_not_submitted_in_a_sweep() {
    let place = Workplace::with_lines(&["الأولى هنا.", "الثانية هنا."]);
    for address in ["a:1", "a:2"] {
        place.run(&["set", address, "Text.", "--submit"]).done();
    }
    place.run(&["reject", "a:1", "--reason", "style", "-m", "Mend it."]).done();
    place.run(&["submit", "a", "--yes"]).done();
    assert_eq!(paragraph(&place, "a:1")["status"], "changes-requested");
    place.run(&["submit", "a:1"]).done();
    assert_eq!(paragraph(&place, "a:1")["status"], "translated");
}

#[test]
fn an_approval_of_many_takes_only_what_was_shown() {
    let place = Workplace::with_lines(&["الأولى هنا.", "الثانية هنا."]);
    for address in ["a:1", "a:2"] {
        place.run(&["set", address, "Text.", "--submit"]).done();
    }
    let request = DecideRequest {
        address: "a".parse().unwrap(),
        kind: DecisionKind::Approve,
        reason: None,
        note: None,
        edit: None,
        expect: None,
        shown: Some(vec![("a:1".to_owned(), 2), ("a:2".to_owned(), 2)]),
    };
    place.run(&["set", "a:2", "Written in between.", "--submit"]).done();
    let report = decide(&mut place.open(), &request).unwrap().value;
    assert_eq!(report.decided.iter().map(|d| d.address.as_str()).collect::<Vec<_>>(), ["a:1"]);
    assert_eq!(paragraph(&place, "a:2")["status"], "translated");
}
