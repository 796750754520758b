//! Whole flows through the program, as outside programs and people see them: an article comes in, is translated, reviewed,
//! corrected at its source, exported, and everything is taken back.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::desk::{Answer, Workplace, corpus};

/// Slug, source, translation, and where the table of blocks lies.
const ARTICLES: [(&str, &str, &str); 3] = [
    ("wells-of-memory", "wells-of-memory/ar.html", "wells-of-memory/en.md"),
    ("night-bakers", "night-bakers/ar.md", "night-bakers/en.md"),
    ("the-map-room", "the-map-room/ar.txt", "the-map-room/en.txt"),
];

/// The rows of a table of the corpus, without its heading.
fn table(name: &str) -> Vec<Vec<String>> {
    let text = std::fs::read_to_string(corpus(name)).unwrap();
    text.lines().skip(1).map(|line| line.split('\t').map(str::to_owned).collect()).collect()
}

fn path(name: &str) -> String {
    corpus(name).to_str().unwrap().to_owned()
}

/// A desk with one article of the corpus and its translation.
fn with_pair(index: usize) -> Workplace {
    let place = Workplace::new();
    let (slug, source, target) = ARTICLES[index];
    place.run(&["import", &path(source), "--translation", &path(target), "--slug", slug]).done();
    place
}

/// Checks that a value has every key of a pattern, with values of the same type; of a list, every element.
#[track_caller]
fn assert_shape(value: &Value, pattern: &Value, at: &str) {
    match (value, pattern) {
        (Value::Object(value), Value::Object(pattern)) => {
            for (key, inner) in pattern {
                let found = value.get(key).unwrap_or_else(|| panic!("{at}.{key} is missing"));
                assert_shape(found, inner, &format!("{at}.{key}"));
            }
        }
        (Value::Array(values), Value::Array(pattern)) => {
            assert!(pattern.is_empty() || !values.is_empty(), "{at} is empty");
            for value in pattern.first().into_iter().flat_map(|inner| values.iter().map(move |value| (value, inner))) {
                assert_shape(value.0, value.1, &format!("{at}[]"));
            }
        }
        _ => assert_eq!(std::mem::discriminant(value), std::mem::discriminant(pattern), "{at}: {value}"),
    }
}

#[test]
fn the_corpus_comes_in_alone_or_paired_with_the_kinds_a_reader_gives_it() {
    for with_translation in [false, true] {
        for (slug, source, target) in ARTICLES {
            let place = Workplace::new();
            let (source, target) = (path(source), path(target));
            let mut arguments = vec!["import", &source, "--slug", slug];
            if with_translation {
                arguments.extend(["--translation", &target]);
            }
            let report = place.json(&arguments);
            let pattern = json!({"schema": 1, "operation": "", "problems": [], "articles":
                [{"slug": "", "paragraphs": 0, "segments": 0, "aligned": with_translation, "doubtful": 0}]});
            assert_shape(&report, &pattern, "import");
            let wanted: Vec<String> =
                table(&format!("{slug}/blocks.tsv")).into_iter().map(|row| row[1].clone()).collect();
            let article = place.json(&["show", slug]);
            let paragraphs = article["paragraphs"].as_array().unwrap();
            let kinds: Vec<&str> = paragraphs.iter().map(|p| p["kind"].as_str().unwrap()).collect();
            assert_eq!(kinds, wanted, "{slug}");
            assert_eq!(report["articles"][0]["paragraphs"], wanted.len());
            let segments: usize = paragraphs.iter().map(|p| p["segments"].as_array().unwrap().len()).sum();
            assert_eq!(report["articles"][0]["segments"], segments);
            let status = if with_translation { "translated" } else { "untranslated" };
            for paragraph in paragraphs.iter().filter(|p| p["kind"] != "separator") {
                assert_eq!(paragraph["status"], status, "{paragraph}");
                assert_eq!(paragraph["target"] != "", with_translation);
            }
        }
    }
}

#[test]
fn show_status_and_list_have_the_promised_shape() {
    let place = with_pair(0);
    let segment = json!({"number": 1, "source": "", "target": "", "origin": ""});
    let paragraph = json!({"number": 1, "kind": "", "status": "", "stale": false, "revision": 1, "source": "", "target": "",
        "segments": [segment]});
    let article = json!({"slug": "", "title": "", "source_lang": "ar", "target_lang": "en", "status": ""});
    let show = place.json(&["show", "wells-of-memory"]);
    assert_shape(&show, &json!({"schema": 1, "article": article, "paragraphs": [paragraph]}), "show");
    assert_eq!((&show["schema"], &show["article"]["source_lang"]), (&json!(1), &json!("ar")));
    let counts = json!({"untranslated": 0, "draft": 0, "translated": 0, "changes-requested": 0, "reviewed": 0, "final": 0,
        "stale": 0});
    let progress = json!({"slug": "", "status": "", "paragraphs": counts, "words": {"source": 0, "target": 0}});
    let pattern = json!({"schema": 1, "articles": [progress]});
    for arguments in [&["status"][..], &["status", "wells-of-memory"], &["status", "wells-of-memory:1-5"], &["list"]] {
        let answer = place.json(arguments);
        assert_shape(&answer, &pattern, "status");
        let counts = answer["articles"][0]["paragraphs"].as_object().unwrap();
        let sum: u64 = counts.iter().filter(|(key, _)| *key != "stale").map(|(_, count)| count.as_u64().unwrap()).sum();
        assert_eq!(sum, if arguments.len() == 2 && arguments[1].contains(':') { 5 } else { 30 });
    }
    let rows = place.run(&["show", "wells-of-memory", "--jsonl"]).done().stdout;
    for (line, paragraph) in rows.lines().zip(show["paragraphs"].as_array().unwrap()) {
        assert_eq!(&serde_json::from_str::<Value>(line).unwrap(), paragraph);
    }
}

/// Runs a command that must succeed in one language of the interface, for people.
#[track_caller]
fn spoken(place: &Workplace, language: &str, person: &str, arguments: &[&str]) -> String {
    let mut arguments = arguments.to_vec();
    arguments.extend(["--lang", language]);
    let Answer { stdout, stderr, .. } = place.run_as(person, &arguments).done();
    let words = format!("{stdout}{stderr}");
    assert!(!words.contains(['\u{2068}', '\u{2069}', '\u{1b}']), "no marks in a pipe: {words:?}");
    words
}

#[test]
fn a_paragraph_goes_from_draft_to_final_in_both_languages() {
    for (language, reviewed, is_arabic) in [("en", "reviewed", false), ("ar", "معتمد", true)] {
        let place = Workplace::with_lines(&["The first line is Arabic: قال.", "فقرة ثانية."]);
        let say = |person: &str, arguments: &[&str]| {
            let words = spoken(&place, language, person, arguments);
            let talk = words.replace("قال", "").replace("فقرة ثانية", "");
            assert_eq!(talk.chars().any(|c| ('ء'..='ي').contains(&c)), is_arabic, "{arguments:?}: {words}");
            words
        };
        let status = || place.json(&["show", "a:1"])["paragraphs"][0]["status"].as_str().unwrap().to_owned();
        say("salma", &["set", "a:1", "He sayed.", "--submit"]);
        assert_eq!(status(), "translated");
        assert_eq!(place.run_as("huda", &["inbox", "--json"]).json()["items"][0]["waiting"], "to-review");
        say("huda", &["reject", "a:1", "--reason", "style", "-m", "“said”, surely"]);
        let inbox = place.json(&["inbox"]);
        assert_eq!(inbox["items"][0]["note"], "“said”, surely");
        assert_eq!(inbox["items"][0]["by"], "huda");
        say("salma", &["inbox"]);
        say("huda", &["comment", "a:1", "-m", "See the style sheet."]);
        say("salma", &["set", "a:1", "He said."]);
        assert_eq!(status(), "draft");
        say("salma", &["submit", "a:1"]);
        assert!(say("huda", &["approve", "a:1"]).contains(reviewed));
        say("huda", &["finalize", "a:1"]);
        assert_eq!(status(), "final");
        say("salma", &["comments", "a"]);
        say("salma", &["resolve", "1"]);
        assert_eq!(place.json(&["comments", "a", "--open"])["comments"], json!([]));
        assert_eq!(place.json(&["comments", "a"])["comments"][0]["resolved_by"], "salma");
        for command in ["show", "status", "log", "blame", "diff"] {
            say("salma", &[command, "a:1"]);
        }
        say("huda", &["withdraw", "a:1"]);
        assert_eq!(status(), "reviewed");
        say("huda", &["reopen", "a:1"]);
        assert_eq!(status(), "changes-requested");
        say("huda", &["undo"]);
        say("huda", &["redo"]);
        assert_eq!(status(), "changes-requested");
        say("huda", &["op", "log"]);
    }
}

#[test]
fn approving_many_leaves_alone_what_is_not_submitted() {
    let place = Workplace::with_lines(&["فقرة أولى.", "فقرة ثانية.", "فقرة ثالثة."]);
    place.run(&["set", "a:1", "One.", "--submit"]).done();
    place.run(&["set", "a:2", "Two."]).done();
    let report = place.json(&["approve", "a"]);
    let addresses = |list: &str| -> Vec<&str> {
        report[list].as_array().unwrap().iter().map(|row| row["address"].as_str().unwrap()).collect()
    };
    assert_eq!((addresses("decided"), addresses("skipped")), (vec!["a:1"], vec!["a:2", "a:3"]));
    assert_eq!(place.json(&["approve", "a:2"])["decided"][0]["status"], "reviewed");
}

#[test]
fn history_tells_who_did_what_and_what_changed_byte_for_byte() {
    let place = Workplace::with_lines(&["قال الرجل."]);
    let texts = ["The man said  so.", "The old man\u{200f} says so!", "«The» old man."];
    for text in texts {
        place.run_as("huda", &["set", "a:1", text]).done();
    }
    place.run(&["approve", "a:1"]).done();
    for (range, old, new) in [("2..3", texts[0], texts[1]), ("2..4", texts[0], texts[2]), ("3..", texts[1], texts[2])] {
        for grain in ["--words", "--chars"] {
            let diff = place.json(&["diff", "a:1", range, grain]);
            let ops = diff["paragraphs"][0]["ops"].as_array().unwrap();
            let join = |skipped: &str| -> String {
                ops.iter().filter(|op| op["op"] != skipped).map(|op| op["text"].as_str().unwrap()).collect()
            };
            assert_eq!((join("insert").as_str(), join("delete").as_str()), (old, new), "{range} {grain}");
        }
    }
    let blame = &place.json(&["blame", "a:1"])["paragraphs"][0];
    assert_eq!((&blame["drafted"]["person"], &blame["drafted"]["revision"]), (&json!("huda"), &json!(2)));
    assert_eq!(blame["changed"].as_array().unwrap().len(), 2);
    assert_eq!(
        (&blame["decisions"][0]["decision"], &blame["decisions"][0]["person"]),
        (&json!("approve"), &json!("salma"))
    );
    let log = &place.json(&["log", "a:1"])["paragraphs"][0];
    let told: Vec<&str> =
        log["events"].as_array().unwrap().iter().filter_map(|event| event["target"].as_str()).collect();
    assert_eq!(told, ["", texts[0], texts[1], texts[2]]);
    let against = &place.json(&["diff", "a:1", "--against", "approved"])["paragraphs"][0];
    assert!(against["ops"].as_array().unwrap().iter().all(|op| op["op"] == "equal"));
}

fn number(value: &Value) -> String {
    value.as_u64().map_or_else(|| "-".to_owned(), |number| number.to_string())
}

#[test]
fn a_corrected_source_is_told_apart_as_its_table_says() {
    let place = with_pair(0);
    place.run(&["approve", "wells-of-memory", "--yes"]).done();
    let before = place.json(&["show", "wells-of-memory"]);
    let corrected = path("wells-of-memory/ar-corrected.html");
    let report = place.json(&["source", "update", "wells-of-memory", &corrected, "--yes"]);
    let mut rows: Vec<Vec<String>> = Vec::new();
    for paragraph in report["paragraphs"].as_array().unwrap() {
        let moved = if paragraph["moved"] == true { "yes" } else { "no" };
        let change = paragraph["change"].as_str().unwrap();
        rows.push(vec![number(&paragraph["before"]), number(&paragraph["number"]), change.into(), moved.into()]);
    }
    let mut wanted = table("wells-of-memory/corrections.tsv");
    rows.sort();
    wanted.sort();
    assert_eq!(rows, wanted);
    let after = place.json(&["show", "wells-of-memory"]);
    for row in &wanted {
        let Ok(now) = row[1].parse::<usize>() else { continue };
        let paragraph = &after["paragraphs"][now - 1];
        let (status, stale) = match row[2].as_str() {
            "unchanged" | "cosmetic" => ("reviewed", false),
            "new" => ("untranslated", false),
            _ => ("draft", true),
        };
        assert_eq!(
            (paragraph["status"].as_str(), paragraph["stale"].as_bool()),
            (Some(status), Some(stale)),
            "{row:?}"
        );
        if let Ok(old) = row[0].parse::<usize>() {
            assert_eq!(paragraph["target"], before["paragraphs"][old - 1]["target"], "the translation is kept");
            assert_eq!(paragraph["id"], before["paragraphs"][old - 1]["id"]);
        }
    }
    let inbox = place.json(&["inbox"]);
    let stale = inbox["items"].as_array().unwrap().iter().filter(|item| item["waiting"] == "stale").count();
    assert_eq!(stale, 2);
    let again = place.json(&["source", "update", "wells-of-memory", &corrected, "--yes"]);
    assert_eq!(again["operation"], Value::Null, "the same source again changes nothing");
    place.run(&["undo"]).done();
    assert_eq!(place.json(&["show", "wells-of-memory"]), before);
}

#[test]
fn of_two_approvals_the_cosmetic_change_keeps_one_and_a_number_ends_the_other() {
    for (setting, kept) in [("keep", "reviewed"), ("stale", "draft")] {
        let place = Workplace::with_lines(&["قال الرجل ذلك، ومضى.", "عمق البئر ١٢ مترًا.", "خاتمة."]);
        place.run(&["config", "cosmetic-changes", setting]).done();
        place.run(&["set", "a:1", "The man said so and left."]).done();
        place.run(&["set", "a:2", "The well is 12 metres deep."]).done();
        for address in ["a:1", "a:2"] {
            place.run(&["approve", address]).done();
        }
        let corrected = place.file("b.txt", "قالَ الرجل ذلك؛ ومضى.\n\nعمق البئر ١٣ مترًا.\n\nخاتمة.");
        place.run(&["source", "update", "a", corrected.to_str().unwrap()]).done();
        let show = place.json(&["show", "a"]);
        assert_eq!(show["paragraphs"][0]["status"], kept, "{setting}");
        assert_eq!(
            (&show["paragraphs"][1]["status"], &show["paragraphs"][1]["stale"]),
            (&json!("draft"), &json!(true))
        );
        let file = place.folder().join("a.txt");
        place.run(&["source", "update", "a", file.to_str().unwrap()]).done();
        let show = place.json(&["show", "a"]);
        for paragraph in &show["paragraphs"].as_array().unwrap()[..2] {
            assert_eq!((&paragraph["status"], &paragraph["stale"]), (&json!("reviewed"), &json!(false)), "restored");
        }
    }
}

/// Every format with its layouts, the first being the one taken when none is named.
const EXPORTS: [(&str, &[&str]); 7] = [
    ("html", &["side-by-side", "stacked", "target"]),
    ("docx", &["side-by-side", "stacked", "target"]),
    ("md", &["stacked", "side-by-side", "target"]),
    ("csv", &["side-by-side"]),
    ("json", &["side-by-side"]),
    ("tmx", &["side-by-side"]),
    ("txt", &["target", "stacked"]),
];

/// The words of an exported file, of a Word document those of its body.
fn words_of(path: &std::path::Path) -> String {
    let bytes = std::fs::read(path).unwrap();
    if !bytes.starts_with(b"PK") {
        return String::from_utf8(bytes).unwrap();
    }
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut words = String::new();
    for index in 0..archive.len() {
        let mut file = archive.by_index(index).unwrap();
        let mut part = Vec::new();
        std::io::Read::read_to_end(&mut file, &mut part).unwrap();
        words.push_str(&String::from_utf8_lossy(&part));
    }
    words
}

#[test]
fn every_format_and_layout_goes_out_through_the_gate() {
    let place = with_pair(1);
    let mut files = BTreeMap::new();
    for (format, layouts) in EXPORTS {
        for layout in layouts {
            let name = format!("{layout}.{format}");
            let draft = format!("{layout}.DRAFT.{format}");
            let arguments = ["export", "night-bakers", "--format", format, "--layout", layout, "-o", &name];
            let refused = place.run(&arguments);
            assert_eq!(refused.code, 3);
            assert!(refused.stderr.contains("night-bakers:1-23"), "what is missing is listed: {}", refused.stderr);
            assert!(!place.folder().join(&name).exists() && !place.folder().join(&draft).exists());
            let marked = place.json(&[&arguments[..], &["--require", "none"]].concat());
            assert_eq!((&marked["path"], &marked["draft"]), (&json!(draft), &json!(true)));
            let mark = if format == "json" { r#""draft": true"# } else { "DRAFT" };
            assert!(words_of(&place.folder().join(&draft)).contains(mark), "{draft}");
            files.insert((format, *layout), name);
        }
    }
    place.run(&["approve", "night-bakers", "--yes"]).done();
    let first_target = place.json(&["show", "night-bakers:1"])["paragraphs"][0]["target"].as_str().unwrap().to_owned();
    for ((format, layout), name) in &files {
        let arguments = ["export", "night-bakers", "--format", format, "--layout", layout, "-o", name];
        let report = place.json(&arguments);
        assert_eq!((&report["path"], &report["draft"]), (&json!(name), &json!(false)));
        let bytes = std::fs::read(place.folder().join(name)).unwrap();
        assert_eq!(report["bytes"], bytes.len());
        assert_eq!(report["hash"], blake3::hash(&bytes).to_hex().as_str());
        let words = words_of(&place.folder().join(name));
        assert!(words.contains(&first_target) && !words.contains("DRAFT"), "{name}");
        let refused = place.run(&[&arguments[..], &["--json"]].concat());
        assert_eq!((refused.code, refused.error()["code"].as_str()), (1, Some("file-exists")));
        assert_eq!(std::fs::read(place.folder().join(name)).unwrap(), bytes);
        place.run(&[&arguments[..], &["--force"]].concat()).done();
        assert_eq!(std::fs::read(place.folder().join(name)).unwrap(), bytes, "{name} is the same each time");
        let stdout = place.command(&["export", "night-bakers", "--format", format, "--layout", layout, "-o", "-"]);
        assert_eq!({ stdout }.output().unwrap().stdout, bytes, "{name} to standard output");
    }
    assert_eq!(place.run(&["export", "night-bakers", "--format", "md", "--require", "final"]).code, 3);
}

#[test]
fn status_tells_how_far_the_published_version_is_behind() {
    let place = with_pair(2);
    let published = || place.json(&["status", "the-map-room"])["articles"][0]["published"].clone();
    place.run(&["export", "the-map-room", "--format", "md", "--require", "none"]).done();
    assert_eq!(published(), Value::Null, "a draft is no publication");
    place.run(&["approve", "the-map-room", "--yes"]).done();
    let report = place.json(&["export", "the-map-room", "--format", "docx"]);
    assert_eq!((&published()["edits_behind"], &published()["hash"]), (&json!(0), &report["hash"]));
    place.run(&["set", "the-map-room:2", "Another standfirst."]).done();
    place.run(&["set", "the-map-room:3", "Another byline."]).done();
    place.run(&["comment", "the-map-room:4", "-m", "No edit."]).done();
    assert_eq!(published()["edits_behind"], 2);
    assert!(place.run(&["status", "the-map-room"]).done().stdout.contains('2'));
    for behind in [2, 1, 0] {
        place.run(&["undo"]).done();
        assert_eq!(published()["edits_behind"], behind);
    }
}

#[test]
fn a_dry_run_has_the_same_shape_and_changes_nothing() {
    let place = with_pair(1);
    let file = place.file("b.md", "# عنوان\n\nفقرة.\n");
    let script = place.file("s.jsonl", r#"{"address":"night-bakers:3","text":"So."}"#);
    let (file, script, source) = (file.to_str().unwrap(), script.to_str().unwrap(), path(ARTICLES[1].1));
    let mut shorter = std::fs::read_to_string(source).unwrap();
    shorter.truncate(shorter.rfind("\n\n").unwrap_or(0));
    let shorter = place.file("shorter.md", shorter);
    for arguments in [
        &["set", "night-bakers:1", "Well."][..],
        &["import", file],
        &["approve", "night-bakers"],
        &["reject", "night-bakers:2", "--reason", "style", "-m", "no"],
        &["source", "update", "night-bakers", shorter.to_str().unwrap()],
        &["apply", script],
        &["kind", "night-bakers:3", "quote"],
        &["comment", "night-bakers:3", "-m", "so"],
        &["config", "name", "desk"],
        &["export", "night-bakers", "--format", "md", "--require", "none", "-o", "x.md"],
        &["undo"],
    ] {
        let before = (place.json(&["show", "night-bakers"]), place.json(&["op", "log"]));
        let dry = place.json(&[arguments, &["--dry-run"]].concat());
        assert_eq!((&dry["applied"], &dry["operation"]), (&json!(false), &Value::Null), "{arguments:?}");
        assert_eq!((place.json(&["show", "night-bakers"]), place.json(&["op", "log"])), before, "{arguments:?}");
        assert_eq!(place.folder().join("x.DRAFT.md").exists(), arguments[0] == "undo", "{arguments:?}");
        let done = place.json(&[arguments, &["--yes"][..usize::from(has_bulk(arguments[0]))]].concat());
        assert!(done["operation"].is_string(), "{arguments:?} {done}");
        let keys = |value: &Value| value.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
        assert_eq!(keys(&dry), keys(&done), "{arguments:?}");
        if done["undone"].is_null() && arguments[0] != "export" {
            place.run(&["undo"]).done();
        }
    }
}

fn has_bulk(command: &str) -> bool {
    ["approve", "reject", "source", "apply"].contains(&command)
}
