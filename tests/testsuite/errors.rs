//! Bad input: each mistake is told in two lines, what happened and what to do, with its exit code, and changes nothing.

use serde_json::Value;

use crate::desk::Workplace;

/// A command line, its exit code, and the code of the error.
type Mistake = (&'static [&'static str], i32, &'static str);

const FILES: &[Mistake] = &[
    (&["import", "none.txt"], 2, "file"),
    (&["import", "folder"], 5, "no-files"),
    (&["import", "*.zzz"], 5, "pattern"),
    (&["import", "binary.dat"], 2, "format"),
    (&["import", "archive.docx"], 2, "format"),
    (&["import", "empty.txt"], 2, "empty"),
    (&["import", "blank.txt"], 2, "empty"),
    (&["import", "nul.txt"], 2, "format"),
    (&["import", "broken.txt", "--encoding", "utf-8"], 2, "format"),
    (&["import", "good.txt", "--encoding", "klingon"], 2, "format"),
    (&["import", "good.txt", "--format", "pdf"], 2, "unknown-format"),
    (&["import", "good.txt", "--slug", "../x"], 2, "invalid-value"),
    (&["import", "good.txt", "--slug", "a"], 4, "slug-taken"),
    (&["import", "a.txt", "--slug", "b"], 1, "already-imported"),
    (&["import", "good.txt", "empty.txt", "--slug", "b"], 2, "one-file"),
    (&["import", "….txt"], 2, "no-slug"),
    (&["import", "empty.txt", "blank.txt"], 2, "import"),
    (&["source", "update", "a", "none.txt"], 2, "file"),
    (&["source", "update", "a", "binary.dat"], 2, "format"),
    (&["source", "update", "a", "empty.txt"], 2, "empty"),
    (&["source", "update", "nobody", "good.txt"], 5, "no-article"),
    (&["set", "a:1", "--file", "none.txt"], 2, "file"),
    (&["set", "a:1", "--file", "broken.txt"], 2, "not-utf8"),
    (&["apply", "none.jsonl"], 2, "file"),
    (&["apply", "good.txt"], 2, "refused"),
];

const ADDRESSES: &[Mistake] = &[
    (&["show", ":3"], 2, "invalid-value"),
    (&["show", "a:0"], 2, "invalid-value"),
    (&["show", "a:9-3"], 2, "invalid-value"),
    (&["show", "a:1.0"], 2, "invalid-value"),
    (&["show", "b"], 5, "no-article"),
    (&["status", "nobody"], 5, "no-article"),
    (&["show", "a:99"], 5, "no-paragraph"),
    (&["log", "a:1,99"], 5, "no-paragraph"),
    (&["show", "a:1.9"], 5, "no-segment"),
    (&["approve", "a:1.1"], 2, "one-paragraph"),
    (&["set", "a:1.9", "x"], 5, "no-segment"),
    (&["set", "a:1-2", "x"], 2, "one-paragraph"),
    (&["set", "a", "x"], 2, "one-paragraph"),
    (&["comment", "a", "-m", "x"], 2, "one-paragraph"),
    (&["split", "a:1"], 2, "one-segment"),
    (&["merge", "a:1.9"], 5, "no-segment"),
    (&["show", "a", "--at", "999"], 5, "no-operation"),
    (&["show", "a", "--at", "zz"], 5, "no-operation"),
    (&["op", "show", "zz"], 5, "no-operation"),
    (&["op", "restore", "999"], 5, "no-operation"),
    (&["undo", "999"], 5, "no-operation"),
    (&["undo", "1"], 1, "not-undoable"),
    (&["diff", "a:1", "1..9"], 5, "no-revision"),
    (&["diff", "a:1", "--against", "published"], 5, "nothing-to-compare"),
    (&["resolve", "99"], 5, "no-comment"),
];

const WORK: &[Mistake] = &[
    (&["approve", "a", "--yes", "--expect", "1"], 2, "one-paragraph"),
    (&["submit", "a"], 2, "needs-yes"),
    (&["submit", "a:1-4"], 2, "needs-yes"),
    (&["finalize", "a:1"], 1, "not-possible"),
    (&["approve", "a:6"], 1, "not-possible"),
    (&["approve", "a:1", "--expect", "1"], 4, "conflict"),
    (&["set", "a:1", "x", "--expect", "1"], 4, "conflict"),
    (&["set", "a:1", "--take", "a:6"], 1, "nothing-to-take"),
    (&["split", "a:1.1", "--source-at", "zzz"], 2, "text-not-found"),
    (&["split", "a:6.1"], 1, "repair"),
    (&["merge", "a:1.1"], 1, "repair"),
    (&["comment", "a:1", "-m", " "], 2, "empty-comment"),
    (&["redo"], 1, "nothing-to-redo"),
    (&["config", "nothing"], 2, "no-setting"),
    (&["config", "four-eyes", "maybe"], 2, "setting-value"),
    (&["export", "a", "--format", "md"], 3, "gate"),
    (&["export", "a", "--format", "pdf", "--require", "none"], 2, "unknown-format"),
    (&["export", "a", "--format", "csv", "--layout", "target", "--require", "none"], 2, "unknown-layout"),
    (&["export", "a", "--format", "md", "--require", "none", "-o", "none/x.md"], 2, "no-folder"),
    (&["export", "a", "--format", "md", "--require", "none", "-o", "none/x.md", "--dry-run"], 2, "no-folder"),
    (&["demo", "folder"], 1, "folder-not-empty"),
    (&["reject", "a:1", "--reason", "style", "-m", " "], 2, "no-message"),
    (&["init"], 1, "desk-exists"),
    (&["--desk", "none.hunayn", "list"], 5, "no-desk"),
];

/// What the parser refuses, with codes of its own.
const USAGE: &[&[&str]] = &[
    &["frobnicate"],
    &["show"],
    &["show", "a:1", "a:2"],
    &["set", "a:1"],
    &["set", "a:1", "--sumbit"],
    &["set", "a:1", "x", "--expect", "0"],
    &["reject", "a:1", "-m", "x"],
    &["reject", "a:1", "--reason", "bad", "-m", "x"],
    &["comment", "a:1", "-m"],
    &["kind", "a:1", "novel"],
    &["diff", "a:1", "x"],
    &["list", "--status", "bad"],
    &["person", "add", "x", "--role", "king"],
    &["list", "--lang", "not a tag"],
    &["init", "--source", "und"],
    &["export", "a"],
];

/// A desk with six paragraphs, five of them drafts, and files of every bad kind beside it.
fn place() -> Workplace {
    let lines = ["فقرة أولى.", "فقرة ثانية.", "فقرة ثالثة.", "فقرة رابعة.", "فقرة خامسة.", "فقرة بلا ترجمة."];
    let place = Workplace::with_lines(&lines);
    for paragraph in 1..=5 {
        place.run(&["set", &format!("a:{paragraph}"), &format!("Paragraph {paragraph}.")]).done();
    }
    place.file("good.txt", "نص آخر.");
    place.file("….txt", "نص ثالث.");
    place.file("empty.txt", "");
    place.file("blank.txt", " \r\n\n\t\n");
    place.file("nul.txt", b"a\0b");
    place.file("broken.txt", b"\xd9\x86\xd8\xb5 \xff\xfe\xff");
    place.file("binary.dat", (0..4000u32).map(|n| u8::try_from(n * 7919 % 251).unwrap()).collect::<Vec<_>>());
    place.file("archive.docx", b"PK\x03\x04 no archive");
    std::fs::create_dir(place.folder().join("folder")).unwrap();
    place.file("folder/picture.png", "x");
    place
}

/// The desk as its readers see it: its files may be written again by SQLite itself when the last process leaves.
fn content(place: &Workplace) -> (Vec<u8>, Value) {
    (std::fs::read(place.path()).unwrap(), place.json(&["op", "log"]))
}

#[track_caller]
fn assert_told(place: &Workplace, arguments: &[&str], exit: i32, code: Option<&str>) {
    let before = content(place);
    for (language, is_arabic) in [("en", false), ("ar", true)] {
        let answer = place.run(&[&["--lang", language], arguments].concat());
        if arguments.contains(&"--lang") {
            continue;
        }
        assert_eq!(answer.code, exit, "{arguments:?}: {}{}", answer.stdout, answer.stderr);
        let lines: Vec<&str> = answer.stderr.lines().collect();
        let listed = lines.len() > 2 && matches!(code, Some("gate" | "import" | "no-files" | "refused"));
        assert!(lines.len() == 2 || listed, "what happened, and what to do: {arguments:?}: {}", answer.stderr);
        let told = &lines[lines.len() - 2..];
        assert!(told.iter().all(|line| !line.trim().is_empty() && !line.contains(['{', '}', '\u{2068}', '\u{1b}'])));
        assert_eq!(told[0].chars().any(|c| ('ء'..='ي').contains(&c)), is_arabic, "{told:?}");
    }
    let answer = place.run(&[&["--json"], arguments].concat());
    assert_eq!(answer.code, exit, "{arguments:?}");
    let error = answer.error();
    assert!(error["message"].is_string() && error["hint"].is_string(), "{arguments:?}: {error}");
    assert!(error.as_object().unwrap().contains_key("address"), "{error}");
    assert!(code.is_none_or(|code| error["code"] == code), "{arguments:?}: {error}");
    assert!(content(place) == before, "{arguments:?} changed the desk");
}

#[test]
fn bad_files_are_told() {
    let place = place();
    for (arguments, exit, code) in FILES {
        assert_told(&place, arguments, *exit, Some(code));
    }
}

#[test]
fn bad_addresses_are_told() {
    let place = place();
    for (arguments, exit, code) in ADDRESSES {
        assert_told(&place, arguments, *exit, Some(code));
    }
}

#[test]
fn work_that_cannot_be_done_is_told() {
    let place = place();
    for (arguments, exit, code) in WORK {
        assert_told(&place, arguments, *exit, Some(code));
    }
}

#[test]
fn bad_command_lines_are_told() {
    let place = place();
    for arguments in USAGE {
        assert_told(&place, arguments, 2, None);
    }
}

#[test]
fn nothing_to_undo_is_told() {
    assert_told(&Workplace::new(), &["undo"], 1, Some("nothing-to-undo"));
}

#[test]
fn a_bad_file_among_good_ones_does_not_stop_them() {
    let place = Workplace::new();
    place.file("a.txt", "نص أول.");
    place.file("b.txt", b"\x7fELF\0\0\0\x01\x02\x03\x04\x05");
    place.file("c.txt", "نص ثالث.");
    let answer = place.run(&["import", "a.txt", "b.txt", "c.txt", "--json"]);
    let report = answer.json();
    assert_eq!(answer.code, 1);
    assert_eq!(report["articles"].as_array().unwrap().len(), 2);
    assert_eq!(report["problems"].as_array().unwrap().len(), 1);
    assert!(report["problems"][0]["file"].as_str().unwrap().ends_with("b.txt"));
    let again = place.run(&["import", "a.txt", "c.txt", "--json"]);
    assert_eq!((again.code, again.json()["problems"][0]["already"].as_str()), (0, Some("a")));
}

#[test]
fn a_bad_line_of_a_script_does_not_stop_the_others() {
    let place = place();
    let script = [
        r#"{"address":"a:1","text":"New."}"#,
        r#"{"address":"a:99","text":"x"}"#,
        "no json",
        r#"{"address":"a:2","text":"x","expect":1}"#,
        r#"{"address":"a:3","text":"Paragraph 3."}"#,
        r#"{"address":"a:4","unknown":"x"}"#,
        r#"{"address":"a:4","decision":"finalize"}"#,
    ];
    let answer = place.run_with(&script.join("\n"), &["apply", "-", "--json"]);
    let report = answer.json();
    let results: Vec<&str> =
        report["lines"].as_array().unwrap().iter().map(|line| line["result"].as_str().unwrap()).collect();
    assert_eq!(results, ["applied", "refused", "refused", "stale", "unchanged", "refused", "refused"]);
    assert_eq!(answer.code, 4);
    assert_eq!(place.json(&["show", "a:1"])["paragraphs"][0]["target"], "New.");
    let again = place.run_with(script[0], &["apply", "-", "--json"]).done().json();
    assert_eq!((again["lines"][0]["result"].as_str(), &again["operation"]), (Some("unchanged"), &Value::Null));
}

/// The two lines of an error, in English.
#[track_caller]
fn told(place: &Workplace, person: &str, arguments: &[&str]) -> String {
    let answer = place.run_as(person, arguments);
    assert_ne!(answer.code, 0, "{arguments:?}: {}", answer.stdout);
    answer.stderr
}

#[test]
fn a_hint_can_be_typed_as_it_stands() {
    let place = place();
    place.run(&["term", "add", "لجنة", "committee"]).done();
    place.run(&["name", "add", "معمر القذافي", "Muammar Gaddafi"]).done();
    for (arguments, hint) in [
        (&["submit", "a:6"][..], "hunayn set a:6 \"…\""),
        (&["finalize", "a:1"], "hunayn approve a:1"),
        (&["split", "a:1.1", "--source-at", "zzz"], "hunayn show a:1.1"),
        (&["split", "a:2"], "such as a:2.1"),
        (&["merge", "a"], "such as a:1.1"),
        (&["set", "a:3-4", "x"], "such as a:3."),
        (&["set", "a", "x"], "such as a:1."),
        (&["term", "add", "لجنة", "panel"], "hunayn term edit 1,"),
        (&["name", "add", "معمر القذافي", "Moammar"], "hunayn name edit 2,"),
        (&["check", "a:1", "a:3"], "a:1,3"),
    ] {
        let told = told(&place, "salma", arguments);
        assert!(told.contains(hint), "{arguments:?}: {told}");
    }
}

#[test]
fn a_refusal_names_what_was_wanted_and_not_what_came_of_it() {
    let place = place();
    for (name, role) in [("amal", "editor"), ("tara", "translator")] {
        place.run_as("amal", &["person", "add", name, "--role", role]).done();
    }
    let told = |arguments: &[&str]| told(&place, "tara", arguments);
    assert!(
        told(&["submit", "a:6"]).contains("a:6 is untranslated: from there it is not possible to submit for review.")
    );
    assert!(told(&["approve", "a:1"]).contains("tara lacks the role that it takes to approve."));
    assert!(told(&["waive", "0000000000000000", "-m", "x"]).contains("it takes to let a finding stand."));
    assert!(told(&["align", "a:1.1", "--on-purpose", "-m", "x"]).contains("left out or added on purpose."));
    assert!(told(&["align", "a:1.1", "--not-on-purpose"]).contains("to take away the mark"));
    let arabic = told(&["--lang", "ar", "approve", "a:1"]);
    assert!(arabic.contains("ليس لـtara الدور اللازم لهذا العمل: الاعتماد."), "{arabic}");
}

#[test]
fn an_option_of_several_values_leaves_the_address_alone() {
    let place = place();
    place.run(&["check", "--only", "num.unit", "a"]).done();
    place.run(&["check", "--ignore", "num.unit,num.year", "a:1"]).done();
    let told = told(&place, "salma", &["check", "--only", "zzzzzz", "a"]);
    assert!(told.contains("hunayn checks") && told.len() < 250, "{told}");
}

#[test]
fn options_for_one_file_say_what_they_go_with() {
    let place = place();
    place.file("folder/x.txt", "نص.");
    place.file("folder/y.txt", "نص آخر هنا.");
    let told = |arguments: &[&str]| told(&place, "salma", arguments);
    let slug = told(&["import", "folder", "--slug", "zz"]);
    assert!(slug.contains("--slug") && !slug.contains("--translation"), "{slug}");
    let translation = told(&["import", "folder", "--translation", "good.txt"]);
    assert!(translation.contains("--translation") && !translation.contains("--slug"), "{translation}");
}

#[test]
fn files_without_a_partner_have_a_remedy() {
    let place = place();
    for name in ["ar/one.txt", "ar/two.txt", "en/one.txt", "en/three.txt"] {
        std::fs::create_dir_all(place.folder().join(name).parent().unwrap()).unwrap();
        place.file(name, if name.starts_with("ar") { "نص عربي هنا." } else { "Some text." });
    }
    let answer = place.run(&["import", "ar", "--translation", "en", "--dry-run"]).done();
    assert_eq!(answer.stderr.matches("hunayn import --pairs LIST").count(), 1, "{}", answer.stderr);
    let report = place.json(&["import", "ar", "--translation", "en", "--dry-run"]);
    assert!(report["problems"][0]["hint"].as_str().unwrap().contains("--pairs"), "{report}");
}

#[test]
fn a_stale_line_says_which_revision_it_has_to_expect() {
    let place = place();
    let line = |expect: u32| format!(r#"{{"address":"a:1","text":"Second.","expect":{expect}}}"#);
    let stale = place.run_with(&line(1), &["apply", "-"]);
    assert!(stale.code == 4 && stale.stdout.contains("with “expect” as 2."), "{}", stale.stdout);
    assert!(!stale.stderr.contains("send the line again"), "{}", stale.stderr);
    let ahead = place.run_with(&line(7), &["apply", "-"]);
    assert!(ahead.code == 4 && ahead.stdout.contains("has no revision 7 yet: it is at revision 2"), "{}", ahead.stdout);
    assert_eq!(place.run(&["set", "a:1", "Second.", "--expect", "7"]).code, 4);
    place.run_with(&line(2), &["apply", "-"]).done();
}

#[test]
fn a_file_of_another_sort_is_refused_as_a_whole() {
    let place = place();
    let pretty =
        format!("[\n{}{{\"address\": \"a:1\", \"text\": \"x\"\n}}\n]", "{\"address\": \"a:2\"\n},\n".repeat(6));
    let page = "<p>text</p>\n".repeat(12);
    let table = "a:1\tNew text.\n".repeat(12);
    let text = "Some text.\n".repeat(300);
    for (file, what) in [(pretty, "one JSON document"), (page, "HTML"), (table, "a table"), (text, "plain text")] {
        place.file("lines.jsonl", &file);
        let answer = place.run(&["apply", "lines.jsonl", "--yes"]);
        assert!(answer.code == 2 && answer.stdout.is_empty(), "{}", answer.stdout);
        assert!(answer.stderr.contains("lines.jsonl: none of the first 10 lines"), "{}", answer.stderr);
        assert!(answer.stderr.contains(&format!("It looks like {what}")) && answer.stderr.contains("JSON lines"));
        assert!(answer.stderr.lines().count() < 4, "{}", answer.stderr);
    }
    let late = format!("{}{}", "no json\n".repeat(9), r#"{"address":"a:1","text":"New."}"#);
    let answer = place.run_with(&late, &["apply", "-", "--json"]);
    assert_eq!(answer.json()["lines"].as_array().unwrap().len(), 10);
}
