//! The round trip of a review in Word: what a reviewer does in the table comes back, nothing of it is lost, and nothing that changed
//! meanwhile is overwritten.

mod document;
mod history;
mod identity;
mod rows;
mod said;

use serde_json::{Value, json};

use super::desk::{Workplace, corpus};
use document::Document;

const ARTICLE: &str = "# بئر القرية\n\nقال **الشيخ** إن البئر *قديمة* جدًا، ولا أحد يعرف من حفرها.[^1]\n\n## الماء\n\n\
    وفيه [رابط](https://example.org/a).\n\nفقرة أخيرة.\n\n[^1]: دفتر القرية.\n";

const TRANSLATION: &str = "# The Village Well\n\nThe **sheikh** said that the well is *very* old, and nobody knows who dug it.[^1]\n\n\
    ## Water\n\nWith [a link](https://example.org/a).\n\nA last paragraph.\n\n[^1]: The village ledger.\n";

/// A desk with an article of six paragraphs, all submitted by Salma.
fn desk() -> Workplace {
    let place = Workplace::new();
    place.file("well.md", ARTICLE);
    place.file("well.en.md", TRANSLATION);
    place.run(&["import", "well.md", "--translation", "well.en.md"]).done();
    place.run(&["submit", "well", "--yes"]).done();
    place
}

/// The same with an editor and a reviewer beside the translator.
fn staffed() -> Workplace {
    let place = desk();
    for (person, role) in [("huda", "editor"), ("basil", "reviewer"), ("salma", "translator")] {
        place.run_as("huda", &["person", "add", person, "--role", role]).done();
    }
    place
}

/// The table of an article as it goes out.
fn sheet(place: &Workplace) -> Document {
    place.run(&["review", "export", "well", "-o", "out.docx", "--force"]).done();
    Document::read(&place.folder().join("out.docx"))
}

/// The answer of taking a table back, and its exit code.
fn taken(place: &Workplace, person: &str, document: &Document, more: &[&str]) -> (Value, i32) {
    place.file("back.docx", document.bytes());
    let arguments = [&["review", "import", "well", "back.docx", "--json"], more].concat();
    let answer = place.run_as(person, &arguments);
    (serde_json::from_str(&answer.stdout).unwrap_or(Value::Null), answer.code)
}

fn paragraph(place: &Workplace, number: u32) -> Value {
    place.json(&["show", &format!("well:{number}")])["paragraphs"][0].clone()
}

fn operations(place: &Workplace) -> usize {
    place.json(&["op", "log"])["operations"].as_array().unwrap().len()
}

fn comments(place: &Workplace) -> Vec<String> {
    let all = place.json(&["comments", "well"]);
    let texts = all["comments"].as_array().unwrap().iter().map(|comment| comment["text"].as_str().unwrap().to_owned());
    texts.collect()
}

#[test]
fn an_untouched_table_of_any_article_changes_nothing() {
    let place = desk();
    place.run(&["comment", "well:2", "-m", "شيخ القبيلة؟\nOr of the village"]).done();
    for (slug, source, target) in [
        ("map", "the-map-room/ar.txt", "the-map-room/en.txt"),
        ("bakers", "night-bakers/ar.md", "night-bakers/en.md"),
        ("wells", "wells-of-memory/ar.html", "wells-of-memory/en.md"),
    ] {
        let [source, target] = [source, target].map(|name| corpus(name).display().to_string());
        place.run(&["import", &source, "--slug", slug, "--translation", &target]).done();
    }
    for slug in ["well", "map", "bakers", "wells"] {
        for language in ["en", "ar"] {
            let name = format!("{slug}.{language}.docx");
            place.run(&["review", "export", slug, "-o", &name, "--lang", language]).done();
            let before = operations(&place);
            let answer = place.json(&["review", "import", slug, &name]);
            assert_eq!((&answer["applied"], &answer["reason"]), (&json!(false), &json!("unchanged")), "{answer}");
            let rows = answer["rows"].as_array().unwrap();
            assert!(!rows.is_empty() && rows.iter().all(|row| row["result"] == "unchanged"), "{answer}");
            assert_eq!((&answer["outside"], &answer["missing"]), (&json!([]), &json!([])));
            assert!(rows.iter().all(|row| row.get("remarks").is_none()), "{answer}");
            assert_eq!(operations(&place), before);
        }
    }
}

#[test]
fn a_table_goes_out_under_its_own_name_and_is_no_publication() {
    let place = desk();
    let made = place.json(&["review", "export", "well", "--dry-run"]);
    assert_eq!((&made["path"], &made["paragraphs"]), (&json!("./well.ar-en.review.docx"), &json!(6)));
    assert!(!place.folder().join("well.ar-en.review.docx").exists());
    let made = place.json(&["review", "export", "well"]);
    assert_eq!((&made["applied"], &made["recorded"]), (&json!(true), &json!(true)));
    assert_eq!(place.run(&["review", "export", "well"]).code, 1);
    place.run(&["review", "export", "well", "--force"]).done();
    assert_eq!(place.json(&["review", "export", "well:2-3,5"])["path"], "./well.2-3,5.ar-en.review.docx");
    assert_eq!(place.run(&["review", "export", "well:9"]).code, 5);
    assert_eq!(place.run(&["review", "export", "well", "-o", "-", "--json"]).code, 2);
    let mut command = place.command(&["review", "export", "well", "-o", "-"]);
    assert!(command.output().unwrap().stdout.starts_with(b"PK"));
    assert_eq!(place.json(&["status", "well"])["articles"][0]["published"], Value::Null);
}

#[test]
fn what_is_changed_with_and_without_track_changes_comes_in_and_goes_back() {
    let place = desk();
    let mut document = sheet(&place);
    document.row(1, |row| row.replace("The Village Well", "The Well of the Village"));
    let deleted = "<w:del w:id=\"900\" w:author=\"Layla\"><w:r><w:delText>A last</w:delText></w:r></w:del>";
    let inserted = "<w:ins w:id=\"901\" w:author=\"Layla\"><w:r><w:t>The last</w:t></w:r></w:ins>";
    document.row(5, |row| {
        let (before, after) = row.split_once("<w:t xml:space=\"preserve\">A last paragraph.").unwrap();
        let (head, run) = before.rsplit_once("<w:r>").unwrap();
        format!("{head}{deleted}{inserted}<w:r>{run}<w:t xml:space=\"preserve\"> paragraph.{after}")
    });
    // A preview shows the words and writes nothing.
    let before = operations(&place);
    let (planned, code) = taken(&place, "salma", &document, &["--preview"]);
    assert_eq!((code, &planned["applied"], &planned["reason"]), (0, &json!(false), &json!("dry-run")));
    assert_eq!(operations(&place), before);
    let ops = &planned["rows"][4]["ops"];
    assert!(ops.as_array().unwrap().contains(&json!({ "op": "delete", "text": "A" })), "{ops}");
    assert_eq!(planned["rows"][4]["authors"], json!(["Layla"]));
    let shown = place.run(&["review", "import", "well", "back.docx", "--preview"]).done().stdout;
    assert!(shown.contains("[-A-] last") && shown.contains("{+The+} last") && shown.contains("Layla"), "{shown}");
    let (done, code) = taken(&place, "salma", &document, &[]);
    assert_eq!((code, &done["applied"]), (0, &json!(true)));
    assert_eq!(paragraph(&place, 1)["target"], "The Well of the Village");
    assert_eq!(paragraph(&place, 5)["target"], "The last paragraph.");
    assert_eq!((&paragraph(&place, 5)["status"], operations(&place)), (&json!("draft"), before + 1));
    // The same file again.
    let (again, code) = taken(&place, "salma", &document, &[]);
    assert_eq!((code, &again["applied"], operations(&place)), (0, &json!(false), before + 1));
    assert_eq!(place.run(&["review", "import", "well", "back.docx"]).done().stdout, "6 rows change nothing.\n");
    // One undo takes all of it back, after which the file comes in as it did.
    place.run(&["undo"]).done();
    assert_eq!(paragraph(&place, 1)["target"], "The Village Well");
    assert_eq!(paragraph(&place, 5)["status"], "translated");
    assert_eq!(taken(&place, "salma", &document, &["--submit"]).0["applied"], true);
    assert_eq!(
        (&paragraph(&place, 5)["target"], &paragraph(&place, 5)["status"]),
        (&json!("The last paragraph."), &json!("translated"))
    );
}

#[test]
fn formatting_stays_at_its_words() {
    let place = desk();
    let mut document = sheet(&place);
    document.row(2, |row| {
        row.replace("nobody knows who dug it.{3/}", "no one “knows” who dug it.{3/}").replace("very", "quite")
    });
    document.row(4, |row| row.replace("a link", "one link"));
    assert_eq!(taken(&place, "salma", &document, &[]).1, 0);
    let marked = |number| paragraph(&place, number)["target_marked"].clone();
    assert_eq!(
        marked(2),
        "The {1}sheikh{/1} said that the well is {2}quite{/2} old, and no one “knows” who dug it.{3/}"
    );
    assert_eq!(marked(4), "With {1}one link{/1}.");
    // A look that the source has not is told, and its words come in.
    let mut document = sheet(&place);
    document.row(5, |row| {
        row.replace(
            "<w:r><w:rPr><w:lang w:val=\"en\"/></w:rPr><w:t xml:space=\"preserve\">A last",
            "<w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">One last",
        )
    });
    let (done, code) = taken(&place, "salma", &document, &[]);
    assert_eq!((code, &done["rows"][4]["remarks"]), (0, &json!(["look"])), "{done}");
    assert_eq!(marked(5), "One last paragraph.");
    assert_eq!(taken(&place, "salma", &document, &[]).0["applied"], false);
    // Of two looks at once each is told once, with all of its words.
    let mut document = sheet(&place);
    document.row(5, |row| {
        row.replace(
            "</w:rPr><w:t xml:space=\"preserve\">One last",
            "<w:b/><w:i/></w:rPr><w:t xml:space=\"preserve\">The last",
        )
    });
    place.file("back.docx", document.bytes());
    let told = place.run(&["review", "import", "well", "back.docx"]).done().stderr;
    assert_eq!(told.matches("“The last paragraph.” was given a look").count(), 2, "{told}");
    assert_eq!(told.matches("was given a look").count(), 2, "{told}");
}

#[test]
fn decisions_are_those_of_the_desk() {
    let place = staffed();
    let mut document = sheet(&place);
    document.row(1, |row| document::decided(row, "approve"));
    document.row(2, |row| document::decided(row, "changes requested: accuracy"));
    document.row(2, |row| document::commented(row, "The well is not that old."));
    document.row(3, |row| document::decided(row, "اعتماد").replace(">Water<", ">The Water<"));
    // A translator may not.
    let (refused, code) = taken(&place, "salma", &document, &[]);
    assert_eq!((code, refused["applied"].clone()), (3, json!(false)), "{refused}");
    assert_eq!(refused["rows"][0]["code"], "role");
    let (done, code) = taken(&place, "basil", &document, &[]);
    assert_eq!(code, 0, "{done}");
    assert_eq!(
        (&paragraph(&place, 1)["status"], &paragraph(&place, 3)["status"]),
        (&json!("reviewed"), &json!("reviewed"))
    );
    assert_eq!(
        (&paragraph(&place, 3)["target"], &paragraph(&place, 2)["status"]),
        (&json!("The Water"), &json!("changes-requested"))
    );
    let inbox = place.run(&["inbox"]).done().stdout;
    assert!(inbox.contains("accuracy") && inbox.contains("The well is not that old."), "{inbox}");
    // The words of a request are said once, and not again as a comment.
    assert_eq!(comments(&place), [] as [&str; 0]);
    assert_eq!(taken(&place, "basil", &document, &[]).0["applied"], false);
    // What the desk lets nobody approve, a table does not approve.
    place.run_as("huda", &["config", "four-eyes", "enforce"]).done();
    let mut document = sheet(&place);
    document.row(5, |row| document::decided(row, "approve").replace("A last", "The last"));
    let (refused, code) = taken(&place, "basil", &document, &[]);
    assert_eq!(
        (code, &refused["rows"][4]["code"], &paragraph(&place, 5)["target"]),
        (3, &json!("four-eyes"), &json!("A last paragraph."))
    );
}

#[test]
fn a_decision_that_says_too_little_is_told_and_keeps_its_row() {
    let place = desk();
    let mut document = sheet(&place);
    document.row(1, |row| document::decided(row, "changes requested: style"));
    document.row(3, |row| document::decided(row, "fine by me"));
    document.row(5, |row| document::decided(row, "approve"));
    let (answer, code) = taken(&place, "basil", &document, &[]);
    assert_eq!((code, &answer["applied"]), (2, &json!(true)));
    let codes: Vec<&Value> = [0, 2, 4].iter().map(|row| &answer["rows"][row]["code"]).collect();
    assert_eq!(codes, [&json!("reason"), &json!("decision"), &Value::Null]);
    assert!(answer["rows"][2]["hint"].as_str().unwrap().contains("approve"));
    let kept = std::fs::read_to_string(place.folder().join(answer["kept"].as_str().unwrap())).unwrap();
    assert!(kept.contains("#: well:3 @1") && kept.contains("# fine by me"), "{kept}");
    assert_eq!(paragraph(&place, 5)["status"], "reviewed");
}

#[test]
fn what_is_no_decision_is_answered_in_the_words_of_its_table() {
    let place = desk();
    place.run(&["review", "export", "well", "-o", "out.docx", "--lang", "ar"]).done();
    let mut document = Document::read(&place.folder().join("out.docx"));
    let chosen =
        |row: &str, words: &str| row.replace("<w:showingPlcHdr/>", "").replace(">اختر…<", &format!(">{words}<"));
    document.row(1, |row| chosen(row, "معتمد"));
    document.row(5, |row| chosen(&row.replace("A last", "The last"), "لا بأس"));
    let (answer, code) = taken(&place, "basil", &document, &[]);
    assert_eq!((code, &paragraph(&place, 1)["status"]), (2, &json!("reviewed")), "{answer}");
    let row = &answer["rows"][4];
    let hint = row["hint"].as_str().unwrap();
    assert!(hint.contains("اعتماد") && hint.contains("approve"), "{hint}");
    // The whole row is refused, and kept with its text.
    assert_eq!(paragraph(&place, 5)["target"], "A last paragraph.");
    let kept = std::fs::read_to_string(place.folder().join(answer["kept"].as_str().unwrap())).unwrap();
    assert!(kept.contains("The last paragraph.\n# لا بأس\n"), "{kept}");
}

#[test]
fn comments_come_in_once_with_the_names_of_their_authors() {
    let place = desk();
    place.run(&["comment", "well:2", "-m", "Which\nsheikh?"]).done();
    let mut document = sheet(&place);
    // As a program saves it that knows no line ends in comments.
    let part = document.part("word/comments.xml");
    *part = regex::Regex::new("Which.*sheikh").unwrap().replace(part, "Whichsheikh").into_owned();
    document.row(1, |row| document::commented(row, "Nice."));
    document.comment(5, 77, "Layla", "Last of what?");
    document.comment(3, 78, "basil", "Rain water?");
    let (done, code) = taken(&place, "basil", &document, &[]);
    assert_eq!(code, 0, "{done}");
    assert_eq!(comments(&place), ["Which\nsheikh?", "Nice.", "Rain water?", "Layla: Last of what?"]);
    assert_eq!(taken(&place, "basil", &document, &[]).0["applied"], false);
    place.run_as("basil", &["undo"]).done();
    assert_eq!(comments(&place), ["Which\nsheikh?"]);
}

#[test]
fn more_than_three_paragraphs_want_a_yes() {
    let place = desk();
    let mut document = sheet(&place);
    (1..=4).for_each(|number| document.row(number, |row| document::decided(row, "approve")));
    let before = operations(&place);
    assert_eq!((taken(&place, "basil", &document, &[]).1, operations(&place)), (2, before));
    assert_eq!((taken(&place, "basil", &document, &["--yes"]).1, operations(&place)), (0, before + 1));
}

#[test]
fn what_is_no_table_of_the_article_is_refused() {
    let place = desk();
    place.file("other.md", "# عنوان\n\nنص.\n");
    place.run(&["import", "other.md"]).done();
    place.run(&["review", "export", "other", "-o", "other.docx"]).done();
    let refused = |name: &str| {
        let answer = place.run(&["review", "import", "well", name, "--json"]);
        (answer.code, answer.error()["code"].clone(), answer.error()["hint"].as_str().unwrap().to_owned())
    };
    let (code, name, hint) = refused("other.docx");
    assert!(code == 2 && name == "sheet-of-other" && hint.contains("hunayn review import other"), "{hint}");
    place.run(&["export", "well", "--format", "docx", "--require", "none", "-o", "plain.docx"]).done();
    assert_eq!(refused("plain.DRAFT.docx").1, "no-sheet");
    place.file("text.docx", "نص");
    assert_eq!((refused("text.docx").0, refused("gone.docx").0), (2, 2));
    let mut hostile = sheet(&place);
    hostile.body(|body| {
        body.replacen("<w:document", "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><w:document", 1)
    });
    place.file("hostile.docx", hostile.bytes());
    assert_eq!((refused("hostile.docx").0, refused("hostile.docx").1), (2, json!("format")));
    let half = sheet(&place).bytes();
    place.file("half.docx", &half[..half.len() / 2]);
    assert_eq!(refused("half.docx").0, 2);
}
