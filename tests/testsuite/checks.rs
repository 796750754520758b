//! Runs `check --pair` and `checks` as programs and people do: exit codes, filters, both languages. The shared pairs stand in
//! catalogue.rs.

use std::process::{Command, Output};

use serde_json::Value;

fn run(words: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_hunayn"));
    command.env_remove("HUNAYN_LANG").env("LC_ALL", "C").args(words).output().unwrap()
}

fn check(source: &str, target: &str, more: &[&str]) -> (Option<i32>, Vec<Value>) {
    let output = run(&[&["check", "--pair", source, target, "--json"], more].concat());
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(report["schema"], 1);
    (output.status.code(), report["findings"].as_array().unwrap().clone())
}

#[test]
fn an_error_ends_with_code_3_and_a_warning_with_0() {
    let (code, findings) = check("شارك ٤٥٠ مندوبًا", "Some 540 delegates", &[]);
    assert_eq!((code, findings.len()), (Some(3), 1));
    assert_eq!(findings[0]["check"], "num.mismatch");
    assert_eq!(findings[0]["severity"], "error");
    assert_eq!(findings[0]["source_span"], serde_json::json!([9, 15]));
    assert_eq!(findings[0]["target_span"], serde_json::json!([5, 8]));
    assert_eq!(findings[0]["waived"], false);
    let (code, findings) = check("مساحة ٥٠٠ دونم", "an area of 500 hectares", &[]);
    assert_eq!((code, findings[0]["severity"].as_str()), (Some(0), Some("warn")));
    assert_eq!(check("شارك ٤٥٠ مندوبًا", "Some 450 delegates", &[]), (Some(0), Vec::new()));
}

#[test]
fn checks_are_chosen_by_id_and_severity() {
    let (source, target) = ("شارك ٤٥٠ مندوبًا في ٥٠٠ دونم", "Some 540 delegates on 500 hectares");
    let ids = |more: &[&str]| -> Vec<String> {
        check(source, target, more).1.iter().map(|f| f["check"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(ids(&[]), ["num.mismatch", "num.unit"]);
    assert_eq!(ids(&["--only", "num.unit"]), ["num.unit"]);
    assert_eq!(ids(&["--only", "num.unit", "--only", "num.year"]), ["num.unit"]);
    assert_eq!(ids(&["--ignore", "num.mismatch,num.year"]), ["num.unit"]);
    assert_eq!(ids(&["--severity", "error"]), ["num.mismatch"]);
}

#[test]
fn a_pair_is_two_texts_and_ids_are_known() {
    for words in [
        &["check", "a", "--pair", "x", "y"][..],
        &["check", "--pair", "x"],
        &["check", "--pair", "x", "y", "--only", "num.nonsense"],
    ] {
        let output = run(words);
        assert_eq!(output.status.code(), Some(2), "{words:?}");
        assert!(output.stdout.is_empty());
    }
}

#[test]
fn people_read_findings_in_their_language() {
    let told = |lang: &str| {
        let output = run(&["--lang", lang, "check", "--pair", "شارك ٤٥٠ مندوبًا", "Some 540 delegates"]);
        String::from_utf8([output.stdout, output.stderr].concat()).unwrap()
    };
    let english = told("en");
    assert!(english.contains("error · num.mismatch") && english.contains("1 error was found."), "{english}");
    let arabic = told("ar");
    assert!(arabic.contains("خطأ · num.mismatch") && arabic.contains("وُجد خطأ واحد."), "{arabic}");
}

#[test]
fn the_catalogue_names_every_check_in_both_languages() {
    for lang in ["en", "ar"] {
        let report: Value = serde_json::from_slice(&run(&["--lang", lang, "checks", "--json"]).stdout).unwrap();
        for check in report["checks"].as_array().unwrap() {
            assert!(!check["title"].as_str().unwrap().starts_with("check-"), "{lang}: {check}");
        }
        let page = String::from_utf8(run(&["--lang", lang, "checks"]).stdout).unwrap();
        assert!(page.contains("num.mismatch") && !page.contains("check-"), "{page}");
    }
}
