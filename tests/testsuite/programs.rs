//! What programs read: JSON of results and of refusals, and why nothing was done.

use serde_json::{Value, json};

use crate::desk::Workplace;

fn place() -> Workplace {
    Workplace::with_lines(&["الفقرة الأولى.", "الفقرة الثانية.", "الفقرة الثالثة."])
}

#[test]
fn what_changes_nothing_is_not_applied_and_says_why() {
    let place = place();
    let line = r#"{"address":"a:1","text":"One.","submit":true}"#;
    let outcome = |value: &Value| (value["applied"].clone(), value["reason"].clone(), value["operation"].is_string());
    let apply =
        |arguments: &[&str]| place.run_with(line, &[&["apply", "-", "--json"], arguments].concat()).done().json();
    assert_eq!(outcome(&apply(&["--dry-run"])), (json!(false), json!("dry-run"), false));
    assert_eq!(outcome(&apply(&[])), (json!(true), Value::Null, true));
    assert_eq!(outcome(&apply(&[])), (json!(false), json!("unchanged"), false));
    assert_eq!(outcome(&apply(&["--dry-run"])), (json!(false), json!("unchanged"), false));
    assert_eq!(outcome(&place.json(&["set", "a:1", "One."])), (json!(false), json!("unchanged"), false));
}

#[test]
fn the_editor_answers_in_json() {
    let place = place();
    place.run(&["set", "a:1", "One."]).done();
    let mut command = place.command(&["edit", "a:1", "--json"]);
    let output = command.env("HUNAYN_EDITOR", "sed -i 's/One/Won/'").output().unwrap();
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(report["edited"], json!([{"address": "a:1", "revision": 3, "warnings": []}]));
    assert_eq!((&report["schema"], &report["applied"], &report["unapplied"]), (&json!(1), &json!(true), &json!([])));
    let mut command = place.command(&["edit", "a:1", "--json"]);
    let output = command.env("HUNAYN_EDITOR", "sed -i 's/a:1 @3/a:1 @2/;s/Won/Two/'").output().unwrap();
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!((&report["unapplied"][0]["code"], output.status.code()), (&json!("conflict"), Some(4)));
    assert!(report["kept"].is_string() && report["applied"] == false, "{report}");
}

#[test]
fn an_export_below_the_gate_lists_what_is_missing() {
    let place = place();
    place.run(&["set", "a:1", "One."]).done();
    place.run(&["set", "a:2", "Two."]).done();
    place.run(&["approve", "a:2"]).done();
    let error = |require| place.run(&["export", "a", "--format", "md", "--require", require, "--json"]).error();
    let missing = |address: &str, status: &str, why: &str| json!({"address": address, "status": status, "stale": false, "why": why});
    let below = [missing("a:1", "draft", "not-reviewed"), missing("a:3", "untranslated", "untranslated")];
    assert_eq!(error("reviewed")["missing"], json!(below));
    assert_eq!(error("final")["missing"][1], missing("a:2", "reviewed", "not-final"));
    place.run(&["set", "a:2", "Two, mended."]).done();
    let stale = json!({"address": "a:2", "status": "draft", "stale": true, "why": "stale"});
    assert_eq!(error("reviewed")["missing"][1], stale);
    assert!(place.run(&["show", "zz", "--json"]).error().get("missing").is_none());
}

#[test]
fn two_documents_do_not_share_standard_output() {
    let place = place();
    let answer = place.run(&["export", "a", "--format", "md", "--require", "none", "-o", "-", "--json"]);
    assert_eq!((answer.code, answer.stdout.as_str()), (2, ""));
    assert!(answer.error()["hint"].as_str().unwrap().contains("--json"));
}

#[test]
fn a_bad_line_is_told_in_the_readers_language_with_a_hint() {
    let place = place();
    let lines = [
        "nonsense",
        "[]",
        r#"{"address":"a:1","txt":"x"}"#,
        r#"{"text":"x"}"#,
        r#"{"address":"a:1","submit":1}"#,
        r#"{"address":"a:1","decision":"bless"}"#,
        r#"{"address":"a:1"}"#,
        r#"{"address":"a:1","decision":"withdraw"}"#,
    ];
    for (language, is_arabic) in [("en", false), ("ar", true)] {
        let report = place.run_with(&lines.join("\n"), &["--lang", language, "apply", "-", "--json"]).json();
        for line in report["lines"].as_array().unwrap() {
            for sentence in [&line["message"], &line["hint"]] {
                let sentence = sentence.as_str().unwrap();
                assert_eq!(sentence.chars().any(|c| ('ء'..='ي').contains(&c)), is_arabic, "{line}");
            }
        }
        let told = place.run_with(&lines.join("\n"), &["--lang", language, "apply", "-"]).stdout;
        assert!(!told.contains("expected") && !told.contains(" at line"), "{told}");
        let help = place.run(&["--lang", language, "apply", "--help"]).done().stdout;
        for field in ["address", "text", "submit", "decision", "reason", "note", "expect"] {
            assert!(help.lines().any(|line| line.trim_start().starts_with(&format!("{field} "))), "{field}: {help}");
        }
    }
}

#[test]
fn a_script_hears_of_wrong_inline_codes() {
    let place = Workplace::new();
    let file = place.file("a.md", "اقرأ *التقرير* كله من فضلك يا صديقي.\n");
    place.run(&["import", file.to_str().unwrap(), "--slug", "a"]).done();
    let report =
        place.run_with(r#"{"address":"a:1","text":"Read the report."}"#, &["apply", "-", "--json"]).done().json();
    assert_eq!(report["lines"][0]["warnings"][0]["fault"], "missing");
}

#[test]
fn what_is_reviewed_waits_for_those_who_may_finalize() {
    let place = place();
    place.run(&["set", "a:1", "One.", "--submit"]).done();
    place.run(&["set", "a:2", "Two.", "--submit"]).done();
    place.run(&["approve", "a:1"]).done();
    let waiting = |person: &str| -> Vec<String> {
        let inbox = place.run_as(person, &["inbox", "--json"]).done().json();
        let items = inbox["items"].as_array().unwrap().iter();
        items
            .map(|item| format!("{} {}", item["waiting"].as_str().unwrap(), item["address"].as_str().unwrap()))
            .collect()
    };
    assert_eq!(
        waiting("salma"),
        ["to-review a:2", "to-finalize a:1", "to-translate a:3"],
        "without roles everybody may"
    );
    for (person, role) in [("hind", "editor"), ("karim", "reviewer"), ("salma", "translator")] {
        place.run_as("hind", &["person", "add", person, "--role", role]).done();
    }
    assert_eq!(waiting("hind"), ["to-review a:2", "to-finalize a:1"]);
    assert_eq!(waiting("karim"), ["to-review a:2"]);
    assert_eq!(waiting("salma"), ["to-translate a:3"]);
    assert!(place.run_as("hind", &["inbox"]).done().stdout.contains("a:1 · to finalize"));
    place.run_as("hind", &["finalize", "a:1"]).done();
    assert_eq!(waiting("hind"), ["to-review a:2"]);
}

#[test]
fn a_dry_run_speaks_of_what_would_be() {
    let place = Workplace::with_lines(&["الفقرة الأولى.", "الثانية."]);
    place.run(&["set", "a:1", "One.", "--submit"]).done();
    place.run(&["comment", "a:1", "-m", "Who?"]).done();
    let script = place.file("script.jsonl", r#"{"address":"a:2","text":"Two."}"#);
    let commands: [(&[&str], &str, &str); 6] = [
        (&["exclude", "a:1", "-m", "twice"], "would be left out", "ستُستبعد"),
        (&["resolve", "1"], "would be resolved", "سيُغلق"),
        (&["op", "restore", "2"], "would be as it was", "سيعود"),
        (&["apply", script.to_str().unwrap()], "1 line would be applied", "سيُطبَّق سطر"),
        (&["approve", "a:1"], "You would approve 1 text of your own", "سيعتمده"),
        (&["export", "a", "--format", "md", "--require", "none"], "Would be exported as a DRAFT", "ستُصدَّر مسودة"),
    ];
    for (command, english, arabic) in commands {
        for (language, told) in [("en", english), ("ar", arabic)] {
            let answer = place.run(&[command, &["--dry-run", "--lang", language]].concat()).done();
            let all = format!("{}{}", answer.stdout, answer.stderr);
            assert!(all.contains(told), "{command:?}: {all}");
        }
        assert_eq!(place.json(&["op", "log"])["operations"][0]["number"], 4, "{command:?}");
    }
}

#[test]
fn a_setting_that_is_set_is_told_as_in_the_list() {
    let place = Workplace::with_lines(&["الفقرة الأولى."]);
    for language in ["en", "ar"] {
        let set = place.run(&["config", "four-eyes", "enforce", "--lang", language]).done().stdout;
        assert_eq!(set, place.run(&["config", "four-eyes", "--lang", language]).done().stdout);
    }
}

#[test]
fn refused_lines_end_with_the_code_that_they_have_alone() {
    let place = place();
    for (person, role) in [("hind", "editor"), ("basil", "reviewer"), ("salma", "translator")] {
        place.run_as("hind", &["person", "add", person, "--role", role]).done();
    }
    place.run_as("hind", &["config", "four-eyes", "enforce"]).done();
    place.run_as("basil", &["set", "a:2", "Two.", "--submit"]).done();
    place.run(&["set", "a:1", "One.", "--submit"]).done();
    let role = (r#"{"address":"a:1","decision":"approve"}"#, "salma", &["approve", "a:1"][..], "role");
    let own = (r#"{"address":"a:2","decision":"approve"}"#, "basil", &["approve", "a:2"][..], "four-eyes");
    let absent = (r#"{"address":"a:9","submit":true}"#, "salma", &["submit", "a:9"][..], "no-paragraph");
    let early = (r#"{"address":"a:3","decision":"submit"}"#, "salma", &["submit", "a:3"][..], "not-possible");
    for (line, person, alone, code) in [role, own, absent, early] {
        let apply = |lines: &str| {
            let file = place.file("lines.jsonl", lines);
            place.run_as(person, &["apply", file.to_str().unwrap(), "--yes", "--json"])
        };
        let (answer, alone) = (apply(line), place.run_as(person, alone));
        assert_eq!(answer.json()["lines"][0]["code"], code);
        assert_eq!((answer.code, &answer.error()["code"]), (alone.code, &json!("refused")), "{line}");
        assert_ne!(alone.code, 0);
        // Lines of one sort twice, then one that cannot be read, then one that is stale.
        assert_eq!(apply(&format!("{line}\n{line}")).code, alone.code, "{line}");
        assert_eq!(apply(&format!("{line}\nno json")).code, 2, "{line}");
        let stale = r#"{"address":"a:1","text":"Other.","expect":1}"#;
        assert_eq!(apply(&format!("{line}\nno json\n{stale}")).code, 4, "{line}");
    }
    let both = format!("{}\n{}", role.0, absent.0);
    let file = place.file("both.jsonl", both);
    assert_eq!(place.run(&["apply", file.to_str().unwrap(), "--yes"]).code, 1, "of several sorts");
    for language in ["en", "ar"] {
        let help = place.run(&["apply", "--help", "--lang", language]).done().stdout;
        assert!(help.contains(if language == "en" { "exit code is 4" } else { "رمز الخروج 4" }), "{help}");
    }
}
