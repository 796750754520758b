//! Names against their renderings: the shares that must be told right on the shared vectors and on sets of this project, and
//! the answers of the command. Without the shared data there is less to compare.

use std::fs;
use std::path::{Path, PathBuf};

use hunayn::text::names::score;

use crate::desk::Workplace;

/// At or above it a pair counts as the same name.
const THRESHOLD: f32 = 0.85;

fn pairs(file: &Path) -> Option<Vec<(String, String)>> {
    let text = fs::read_to_string(file).ok()?;
    let rows = text.lines().filter(|line| !line.starts_with('#')).filter_map(|line| {
        let mut cells = line.split('\t');
        Some((cells.next()?.to_owned(), cells.next()?.to_owned()))
    });
    Some(rows.collect())
}

/// The share of pairs at or above the threshold, and the pairs on the wrong side.
fn share(pairs: &[(String, String)], same: bool) -> (f64, Vec<String>) {
    let scored = pairs.iter().map(|(arabic, latin)| (arabic, latin, score(arabic, latin)));
    let wrong: Vec<String> = scored
        .filter(|(_, _, score)| (*score >= THRESHOLD) != same)
        .map(|(arabic, latin, score)| format!("{arabic} {latin} {score:.3}"))
        .collect();
    let count = |n: usize| f64::from(u32::try_from(n).unwrap());
    (1.0 - count(wrong.len()) / count(pairs.len()), wrong)
}

fn assert_share(file: &Path, same: bool, bar: f64) {
    let Some(pairs) = pairs(file) else { return };
    assert!(pairs.len() > 50, "{file:?}");
    let (right, wrong) = share(&pairs, same);
    assert!(right >= bar, "{file:?}: {right:.3} right; wrong:\n{}", wrong.join("\n"));
}

fn shared(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/domain").join(name)
}

fn own(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/names").join(name)
}

#[test]
fn renderings_are_recognised() {
    assert_share(&shared("names_positive.tsv"), true, 0.98);
    assert_share(&own("same.tsv"), true, 0.98);
}

#[test]
fn other_names_are_rejected() {
    assert_share(&shared("names_negative.tsv"), false, 0.90);
    assert_share(&own("other.tsv"), false, 0.90);
}

#[test]
fn every_shared_exonym_scores_one() {
    for (arabic, forms) in pairs(&shared("exonyms.tsv")).unwrap_or_default() {
        for form in forms.split('|') {
            assert!(score(&arabic, form) > 0.999, "{arabic} {form}");
        }
    }
}

#[test]
fn the_command_answers_programs_and_people_in_their_language() {
    let place = Workplace::empty();
    let json = place.run(&["name", "score", "القاهرة", "Cairo", "--json"]).done().json();
    assert_eq!(json, serde_json::json!({ "schema": 1, "score": 1.0 }));
    let different = place.run(&["name", "score", "بيروت", "Berlin", "--json"]).done().json();
    assert!(different["score"].as_f64().unwrap() < 0.7, "{different}");
    let english = place.run(&["name", "score", "بيروت", "Beirut"]).done().stdout;
    assert!(english.ends_with(": the same name\n"), "{english}");
    let arabic = place.run(&["--lang", "ar", "name", "score", "بيروت", "Berlin"]).done().stdout;
    assert!(arabic.ends_with(": اسم آخر\n"), "{arabic}");
}

/// A desk whose translations write one man in four ways.
fn with_spellings() -> Workplace {
    let place = Workplace::with_lines(&[
        "زار معمر القذافي روما أمس.",
        "وقال القذافي إنه راضٍ.",
        "غادر القذافي *المدينة* مساء.",
        "لم يتكلم أحد بعد ذلك.",
        "وعاد رفيق الحريري إلى صيدا.",
        "ثم تكلم الحريري.",
    ]);
    for (number, text) in [
        "Moammar Qadhafi visited Rome yesterday.",
        "And Gaddafi said he was content.",
        "Al-Qadhafi’s men left the city.",
        "No one spoke after Qadhafi.",
        "And Rafik Hariri returned to Sidon.",
        "Then Harriri spoke.",
    ]
    .iter()
    .zip(1..)
    .map(|(text, number)| (number, text))
    {
        place.run(&["set", &format!("a:{number}"), text, "--submit"]).done();
    }
    place
}

fn target(place: &Workplace, number: usize) -> String {
    place.json(&["show", "a"])["paragraphs"][number - 1]["target"].as_str().unwrap().to_owned()
}

#[test]
fn a_name_is_written_as_the_house_does_in_one_operation() {
    let place = with_spellings();
    place.run(&["approve", "a:1"]).done();
    place.run(&["name", "add", "معمر القذافي", "Muammar Gaddafi", "--avoid", "Qadhafi"]).done();
    place.run(&["name", "edit", "1", "--arabic", "معمر القذافي", "--arabic", "القذافي"]).done();
    let planned = place.json(&["name", "unify", "القذافي", "--dry-run"]);
    assert_eq!((&planned["applied"], &planned["changed"]), (&false.into(), &serde_json::json!(["a:1", "a:3"])));
    assert_eq!(planned["names"][0]["house"], "Muammar Gaddafi");
    let replacements: Vec<(&str, &str)> = planned["names"][0]["renderings"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|rendering| rendering["outlier"] == true)
        .map(|rendering| (rendering["text"].as_str().unwrap(), rendering["replacement"].as_str().unwrap()))
        .collect();
    assert_eq!(replacements, [("Moammar Qadhafi", "Muammar Gaddafi"), ("Al-Qadhafi", "Gaddafi")]);
    assert_eq!(target(&place, 1), "Moammar Qadhafi visited Rome yesterday.");
    let fall = serde_json::json!({ "address": "a:1", "before": "reviewed", "status": "draft" });
    assert_eq!(planned["moved"][0], fall, "{planned}");
    let told = place.run(&["name", "unify", "1"]).done().stdout;
    assert!(told.contains("a:1: reviewed → draft"), "{told}");
    assert_eq!(target(&place, 1), "Muammar Gaddafi visited Rome yesterday.");
    assert_eq!(target(&place, 3), "Gaddafi’s men left the city.");
    assert_eq!(target(&place, 4), "No one spoke after Qadhafi.", "its source has not the name");
    let status = || place.json(&["show", "a:1"])["paragraphs"][0]["status"].clone();
    assert_eq!(status(), "draft", "what was approved has to be approved again");
    assert_eq!(place.json(&["name", "unify", "1"])["reason"], "unchanged");
    place.run(&["undo"]).done();
    assert_eq!((target(&place, 1).as_str(), status()), ("Moammar Qadhafi visited Rome yesterday.", "reviewed".into()));
    assert_eq!(target(&place, 3), "Al-Qadhafi’s men left the city.");
    place.run(&["doctor"]).done();
}

#[test]
fn names_without_a_house_form_are_shown_and_left() {
    let place = with_spellings();
    let report = place.json(&["name", "unify"]);
    assert_eq!((&report["applied"], &report["changed"]), (&false.into(), &serde_json::json!([])));
    let texts: Vec<&str> =
        report["names"].as_array().unwrap().iter().map(|name| name["arabic"].as_str().unwrap()).collect();
    assert_eq!(texts, ["حريري", "قذافي"]);
    let told = place.run(&["--lang", "ar", "name", "unify", "--dry-run"]).done().stdout;
    assert!(told.contains("حريري · لا صيغة معتمدة") && told.contains("«Harriri»"), "{told}");
    assert_eq!(place.run(&["name", "unify", "Nobody"]).code, 5);
    let report = place.json(&["name", "unify", "الحريري", "--to", "Hariri"]);
    assert_eq!(report["changed"], serde_json::json!(["a:6"]));
    assert_eq!(
        (target(&place, 5).as_str(), target(&place, 6).as_str()),
        ("And Rafik Hariri returned to Sidon.", "Then Hariri spoke.")
    );
}

/// The checks that find fault with the only paragraph when its translation is this.
fn faults(place: &Workplace, target: &str) -> Vec<String> {
    place.run(&["set", "a:1", target]).done();
    let report: serde_json::Value = serde_json::from_str(&place.run(&["check", "a:1", "--json"]).stdout).unwrap();
    let findings = report["findings"].as_array().unwrap().iter();
    findings.map(|finding| finding["check"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_given_name_of_another_before_the_right_family_name_is_told() {
    for (source, name, right, wrong) in [
        (
            "التقى محمود عباس الوفد.",
            ("محمود عباس", "Mahmoud Abbas"),
            "Mahmoud Abbas met the delegation.",
            "Ahmad Abbas met the delegation.",
        ),
        (
            "التقى محمود عباس الوفد.",
            ("محمود عباس", "Mahmoud Abbas"),
            "President Abbas met the delegation.",
            "The delegation met Hassan Abbas.",
        ),
        ("أنشد أبو خليل.", ("أبو خليل", "Abu Khalil"), "Abu Khalil recited.", "Umm Khalil recited."),
        ("وصل فهد العولقي.", ("فهد العولقي", "Fahd al-Awlaqi"), "Al-Awlaqi arrived.", "Fuad al-Awlaqi arrived."),
        (
            "غنّى أبو بكر سالم باوزير.",
            ("أبو بكر سالم باوزير", "Abu Bakr Salem Bawazir"),
            "Bawazir sang.",
            "Umar Salem Bawazir sang.",
        ),
        ("خطب عبد الله صالح.", ("عبد الله صالح", "Abdullah Saleh"), "Mr Abdallah Saleh spoke.", "Ali Saleh spoke."),
    ] {
        let place = Workplace::with_lines(&[source]);
        place.run(&["name", "add", name.0, name.1]).done();
        assert!(!faults(&place, right).contains(&"name.missing".to_owned()), "{right}");
        assert!(faults(&place, wrong).contains(&"name.missing".to_owned()), "{wrong}");
    }
}

#[test]
fn a_form_beside_that_of_the_authority_is_refused_and_the_entry_named() {
    let place = Workplace::with_lines(&["زار معمر القذافي المدينة."]);
    place.run(&["set", "a:1", "Moammar Kadhafi visited the city."]).done();
    place.run(&["name", "add", "معمر القذافي", "Muammar Gaddafi"]).done();
    let refused = place.run(&["name", "unify", "معمر القذافي", "--to", "Moammar Qaddafi", "--yes"]);
    assert_eq!(refused.code, 4, "{}", refused.stdout);
    for part in
        ["“Muammar Gaddafi”", "hunayn name edit 1 --house \"Moammar Qaddafi\"", "hunayn name unify \"معمر القذافي\""]
    {
        assert!(refused.stderr.contains(part), "{}", refused.stderr);
    }
    assert_eq!(place.json(&["show", "a:1"])["paragraphs"][0]["target"], "Moammar Kadhafi visited the city.");
    place.run(&["name", "unify", "معمر القذافي", "--to", "Muammar Gaddafi", "--yes"]).done();
    assert_eq!(place.json(&["show", "a:1"])["paragraphs"][0]["target"], "Muammar Gaddafi visited the city.");
}

#[test]
fn an_entry_is_removed_by_its_number_which_a_list_tells() {
    let place = Workplace::new();
    place.run(&["name", "add", "معمر القذافي", "Muammar Gaddafi"]).done();
    for (arguments, hint) in [
        (["name", "remove", "القذافي"], "hunayn name list القذافي\n"),
        (["name", "remove", "Muammar Gaddafi"], "hunayn name list \"Muammar Gaddafi\"\n"),
        (["term", "remove", "لجنة"], "hunayn term list لجنة\n"),
        (["name", "remove", "0"], "hunayn name list 0\n"),
    ] {
        let answer = place.run(&arguments);
        assert!(answer.code == 2 && answer.stderr.contains(hint), "{}", answer.stderr);
    }
    place.run(&["name", "remove", "#1", "--yes"]).done();
}
