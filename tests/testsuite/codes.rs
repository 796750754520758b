//! Inline codes in review: a change of codes alone is seen, and codes that are wrong are told again to whoever decides.

use serde_json::{Value, json};

use crate::desk::Workplace;

/// `a:2` holds a link and an emphasis.
fn place() -> Workplace {
    let place = Workplace::new();
    let file = place.file("a.md", "# عنوان المقال\n\nاقرأ [التقرير](http://old.example/) *كله* من فضلك يا صديقي.\n");
    place.run(&["import", file.to_str().unwrap(), "--slug", "a"]).done();
    place
}

fn diff(place: &Workplace, arguments: &[&str]) -> Value {
    place.json(&[&["diff", "a:2"], arguments].concat())["paragraphs"][0].clone()
}

#[test]
fn an_emphasis_added_is_a_difference() {
    let place = place();
    place.run(&["set", "a:2", "Read {1}the report{/1}, all of it."]).done();
    place.run(&["set", "a:2", "Read {1}the report{/1}, {2}all{/2} of it."]).done();
    let change = diff(&place, &[]);
    assert_eq!((&change["from"], &change["to"]), (&json!(2), &json!(3)));
    assert_eq!(change["ops"], json!([{"op": "equal", "text": "Read the report, all of it."}]));
    let code = json!({"code": 2, "kind": "emphasis", "start": 17, "end": 20, "text": "all", "unpaired": false});
    assert_eq!(change["codes"], json!({"removed": [], "added": [code]}));
    let told = place.run(&["diff", "a:2"]).done().stdout;
    assert!(told.contains("- Read {1}the report{/1}, all of it."), "{told}");
    assert!(told.contains("+ Read {1}the report{/1}, {2}all{/2} of it."), "{told}");
    assert!(told.contains("{2} emphasis on “all”: added"), "{told}");
    let whole = place.json(&["diff", "a"]);
    assert_eq!(whole["paragraphs"].as_array().unwrap().len(), 1, "{whole}");
    let log = place.run(&["log", "a:2"]).done().stdout;
    assert!(log.contains("{2}all{/2}") && log.contains("{2} emphasis on “all”: added"), "{log}");
    let events = place.json(&["log", "a:2"])["paragraphs"][0]["events"].clone();
    assert_eq!(events[2]["codes"]["added"][0]["kind"], "emphasis");
    assert_eq!(
        (&events[2]["target"], &events[1]["target"]),
        (&json!("Read the report, all of it."), &events[2]["target"])
    );
    assert_eq!(events[2]["target_marked"], "Read {1}the report{/1}, {2}all{/2} of it.");
}

#[test]
fn the_changed_address_of_a_link_is_a_difference_on_both_sides() {
    let place = place();
    place.run(&["set", "a:2", "Read {1}the report{/1}, {2}all{/2} of it."]).done();
    place.run(&["approve", "a:2"]).done();
    let file = place.file("b.md", "# عنوان المقال\n\nاقرأ [التقرير](http://new.example/) *كله* من فضلك يا صديقي.\n");
    let update = place.json(&["source", "update", "a", file.to_str().unwrap()]);
    assert_eq!(update["paragraphs"][1]["codes"]["added"][0]["href"], "http://new.example/");
    for arguments in [&[][..], &["--side", "source"], &["--against", "approved"], &["--chars"]] {
        let codes = &diff(&place, arguments)["codes"];
        let href = |side: &str| codes[side][0]["href"].as_str().unwrap().to_owned();
        assert_eq!((href("removed").as_str(), href("added").as_str()), ("http://old.example/", "http://new.example/"));
        assert_eq!(codes["added"].as_array().unwrap().len(), 1, "{arguments:?}: {codes}");
    }
    assert!(diff(&place, &[])["source_codes"]["added"][0]["href"].is_string());
    for command in [&["diff", "a:2"][..], &["log", "a:2"], &["inbox"]] {
        let told = place.run(command).done().stdout;
        assert!(told.contains("link to http://old.example/") && told.contains("link to http://new.example/"), "{told}");
    }
    let arabic = place.run(&["--lang", "ar", "diff", "a:2"]).done().stdout;
    assert!(arabic.contains("رابط إلى http://new.example/"), "{arabic}");
}

#[test]
fn a_change_of_words_is_told_without_the_codes_that_stay() {
    let place = place();
    place.run(&["set", "a:2", "Read {1}the report{/1}, {2}all{/2} of it."]).done();
    place.run(&["set", "a:2", "Do read {1}the long report{/1}, {2}all{/2} of it."]).done();
    assert_eq!(diff(&place, &[]).get("codes"), None);
    assert!(!place.run(&["diff", "a:2"]).done().stdout.contains("{1}"));
}

#[test]
fn wrong_codes_are_told_at_submit_and_stop_an_approval_until_they_are_let_stand() {
    let place = place();
    let set = place.json(&["set", "a:2", "Read {1}the report, {7} of it."]);

    let faults: Vec<&str> = set["warnings"].as_array().unwrap().iter().map(|w| w["fault"].as_str().unwrap()).collect();
    assert_eq!(faults, ["unknown", "missing", "missing"], "{set}");
    let refused = place.run(&["approve", "a:2", "--json"]);
    assert_eq!(refused.code, 3, "{}", refused.stderr);
    for finding in refused.error()["findings"].as_array().unwrap() {
        place.run(&["waive", finding["id"].as_str().unwrap(), "-m", "the page has no such link"]).done();
    }
    for (command, status) in [("submit", "translated"), ("approve", "reviewed")] {
        let report = place.json(&[command, "a:2", "--dry-run"]);
        let warnings = report["warnings"].as_array().unwrap();
        assert_eq!(warnings, set["warnings"].as_array().unwrap(), "{command}");
        for warning in warnings {
            assert_eq!((&warning["warning"], &warning["address"]), (&json!("inline-code"), &json!("a:2")));
            assert!(warning["message"].as_str().unwrap().contains(&warning["code"].to_string()));
        }
        let answer = place.run(&[command, "a:2"]).done();
        assert!(answer.stderr.contains("a:2: The inline code {2} of the source is missing"), "{}", answer.stderr);
        assert_eq!(place.json(&["status", "a:2"])["articles"][0]["status"], status);
    }
    assert_eq!(place.json(&["finalize", "a:2"])["warnings"], json!([]));
    place.run(&["reopen", "a:2"]).done();
    place.run(&["set", "a:2", "Read {1}the report{/1}, {2}all{/2} of it."]).done();
    assert_eq!(place.json(&["submit", "a:2"])["warnings"], json!([]));
}

#[test]
fn a_first_translation_brings_its_codes_untold() {
    let place = place();
    place.run(&["set", "a:2", "Read {1}the report{/1}, {2}all{/2} of it."]).done();
    let change = diff(&place, &[]);
    assert_eq!(change["ops"], json!([{"op": "insert", "text": "Read the report, all of it."}]));
    assert_eq!(change["codes"], Value::Null);
    let told = place.run(&["diff", "a:2"]).done().stdout;
    assert!(!told.contains("added"), "{told}");
}

#[test]
fn an_emptied_target_lacks_no_code() {
    let place = place();
    place.run(&["set", "a:2", "Read {1}the report{/1}, {2}all{/2} of it."]).done();
    let answer = place.run(&["set", "a:2", "   "]).done();
    assert!(answer.stderr.contains("The target was emptied"), "{}", answer.stderr);
    assert!(!answer.stderr.contains("inline code") && !answer.stderr.contains("no translation"), "{}", answer.stderr);
    let again = place.run(&["set", "a:2", ""]).done();
    assert!(!again.stderr.contains("emptied"), "{}", again.stderr);
    let applied = place.run_with(r#"{"address":"a:2","text":"  "}"#, &["apply", "-", "--json"]).done().json();
    assert_eq!(applied["lines"][0].get("warnings"), None);
}

/// The parts of a file in the ZIP format, as text.
fn part(bytes: &[u8], name: &str) -> String {
    use std::io::Read as _;
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

#[test]
fn highlighted_words_come_in_and_go_out_as_underlined_ones_do() {
    for (file, text) in [
        ("a.html", "<p>قال <mark>الوزير</mark> <u>كلمة</u> أخرى هنا.</p>"),
        ("a.md", "قال <mark>الوزير</mark> <u>كلمة</u> أخرى هنا.\n"),
    ] {
        let place = Workplace::new();
        let file = place.file(file, text);
        place.run(&["import", file.to_str().unwrap(), "--slug", "a"]).done();
        let shown = place.run(&["show", "a:1"]).done().stdout;
        assert!(shown.contains("{1}الوزير{/1} {2}كلمة{/2}"), "{shown}");
        let lacking = place.json(&["set", "a:1", "The minister {2}said{/2} so."]);
        assert_eq!(lacking["warnings"].as_array().unwrap().len(), 1, "{lacking}");
        place.run(&["set", "a:1", "The {1}minister{/1} said {2}a word{/2} here."]).done();
        let found = place.json(&["check", "a:1", "--only", "tag.inline"]);
        assert_eq!(found["findings"], json!([]));
        let out = |format: &str, layout: &str| {
            let to = place.folder().join(format!("out.DRAFT.{format}"));
            let to = to.to_str().unwrap().to_owned();
            let arguments = ["export", "a", "--format", format, "--require", "none", "--force", "-o", &to];
            let layout = ["--layout", layout];
            let layout = if layout[1].is_empty() { &[][..] } else { &layout[..] };
            place.run(&[&arguments[..], layout].concat()).done();
            std::fs::read(&to).unwrap()
        };
        for layout in ["side-by-side", "stacked", "target"] {
            for format in ["html", "md"] {
                let written = String::from_utf8(out(format, layout)).unwrap();
                assert!(written.contains("The <mark>minister</mark> said <u>a word</u> here."), "{format}: {written}");
            }
            let document = part(&out("docx", layout), "word/document.xml");
            assert!(document.contains(r#"<w:highlight w:val="yellow"/>"#) && document.contains("<w:u "), "{document}");
        }
        let plain = String::from_utf8(out("txt", "target")).unwrap();
        assert!(plain.contains("The minister said a word here."), "{plain}");
        let tmx = String::from_utf8(out("tmx", "")).unwrap();
        assert!(tmx.contains("&lt;mark&gt;") && tmx.contains("&lt;/mark&gt;"), "{tmx}");
    }
}
