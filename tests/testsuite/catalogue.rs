//! The shared pairs of the whole catalogue, each in the surroundings that its check wants: two texts, an article, a termbase, a
//! memory, a source that changed. Without the shared data there is less to hold.

use std::path::PathBuf;

use serde_json::Value;

use crate::desk::Workplace;
use crate::desk_checks::{findings, translated};

/// A row of the shared pairs.
struct Row {
    check: String,
    flags: bool,
    source: String,
    target: String,
    scope: String,
}

fn rows() -> Vec<Row> {
    let shared = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared");
    if !shared.exists() {
        return Vec::new();
    }
    let text = std::fs::read_to_string(shared.join("domain/qa_pairs.jsonl")).unwrap();
    let row = |line: &str| {
        let row: Value = serde_json::from_str(line).unwrap();
        let cell = |name: &str| row[name].as_str().unwrap().to_owned();
        let flags = cell("expect") == "flag";
        Row { check: cell("check"), flags, source: cell("ar"), target: cell("en"), scope: cell("scope") }
    };
    text.lines().map(row).collect()
}

fn is_found(place: &Workplace, check: &str) -> bool {
    !findings(place, &["a", "--only", check]).1.is_empty()
}

/// The paragraphs that a row tells of: parted by dots, numbered by their articles, or said to be the same twice.
fn paragraphs(text: &str) -> Vec<String> {
    let (text, times) = text.strip_suffix(" (twice)").map_or((text, 1), |text| (text, 2));
    let numbers = |part: &str| part.trim_end_matches(" (1)").trim_end_matches(" (2)").to_owned();
    let paragraphs: Vec<String> = text.split(" … ").map(numbers).collect();
    (0..times).flat_map(|_| paragraphs.clone()).collect()
}

/// An article whose paragraphs are those of a row.
fn article(source: &str, target: &str) -> Workplace {
    let (sources, targets) = (paragraphs(source), paragraphs(target));
    let pairs = sources.iter().map(String::as_str).zip(targets.iter().map(String::as_str));
    translated(&pairs.collect::<Vec<_>>())
}

/// An article of one paragraph beside a termbase.
fn with_authority(concept: &[&str], row: &Row) -> bool {
    let source = row.source.split(" [").next().unwrap();
    let place = translated(&[(source, &row.target)]);
    place.run(concept).done();
    is_found(&place, &row.check)
}

/// Paragraphs in the place of one.
fn paragraphs_for_one(count: &str) -> bool {
    let target: Vec<String> = (1..=count.parse().unwrap()).map(|number| format!("Sentence {number}.")).collect();
    let source = "جملة أولى.\n\nجملة ثانية.\n\nجملة ثالثة.\n\nجملة رابعة.\n\nجملة خامسة.";
    let answer = Workplace::empty().run(&[
        "check",
        "--pair",
        source,
        &target.join("\n\n"),
        "--only",
        "doc.paragraph-count",
        "--json",
    ]);
    !answer.json()["findings"].as_array().unwrap().is_empty()
}

/// A source that says something else since its translation was approved, or the same with a longer line in a word.
fn changed_source(by: &str) -> bool {
    let place = translated(&[("نقص الماء في النهر.", "The river ran low.")]);
    place.run(&["approve", "a:1"]).done();
    place.run(&["config", "cosmetic-changes", "stale"]).done();
    let changed = if by.contains("tatweel") {
        "نقص المـــاء في النهر."
    } else {
        "نقص الماء في البحر."
    };
    let file = place.file("b.txt", changed);
    place.run(&["source", "update", "a", file.to_str().unwrap(), "--yes"]).done();
    // What changed by its looks alone is worth a note, and no error.
    findings(&place, &["a", "--only", "src.changed", "--severity", "error"]).0 == 3
}

/// A match of the memory that was taken over and called translated as it is.
fn taken_match(exact: bool) -> Workplace {
    let approved = "قال الوزير إن الحكومة ستدرس المشروع الجديد في المدينة.";
    let place = translated(&[(approved, "The minister said the government would study the new project in the city.")]);
    place.run(&["approve", "a:1"]).done();
    let wanted = if exact { approved.to_owned() } else { approved.replace("المدينة", "القرية") };
    let file = place.file("b.txt", format!("خبر من البلدة\n\n{wanted}"));
    place.run(&["import", file.to_str().unwrap(), "--slug", "b"]).done();
    place.run(&["suggest", "b:2", "--take", "1"]).done();
    place
}

fn is_unedited(place: &Workplace) -> bool {
    !findings(place, &["b", "--only", "tm.unedited-fuzzy"]).1.is_empty()
}

fn is_flagged(row: &Row, rows: &[Row]) -> bool {
    let committee = ["term", "add", "اللجنة التنفيذية", "Executive Committee", "--forbidden", "executive panel"];
    let army = ["term", "add", "جيش الاحتلال", "occupation army", "--forbidden", "the army"];
    match row.check.as_str() {
        "term.required" => {
            let place = translated(&[(&row.source, &row.target)]);
            place.run(&committee).done();
            // What is forbidden is told as that, and asks for the wanted form as well.
            is_found(&place, "term.required") || is_found(&place, "term.forbidden")
        }
        "term.forbidden" => with_authority(&army, row),
        "name.missing" => with_authority(&["name", "add", "محمود عباس", "Mahmoud Abbas"], row),
        "src.changed" => changed_source(&row.source),
        "tm.unedited-fuzzy" => {
            let place = taken_match(row.source.contains("100%"));
            place.run(&["submit", "b:2"]).done();
            is_unedited(&place)
        }
        "doc.paragraph-count" => paragraphs_for_one(row.target.trim_start_matches('[').split(' ').next().unwrap()),
        _ if row.scope == "segment" => {
            let pair = ["check", "--pair", &row.source, &row.target, "--only", &row.check, "--json"];
            !Workplace::empty().run(&pair).json()["findings"].as_array().unwrap().is_empty()
        }
        check => {
            // A row that leaves its source out has that of the row before it.
            let before = rows.iter().find(|other| other.check == check).unwrap();
            let source = if row.source == "…" { &before.source } else { &row.source };
            is_found(&article(source, &row.target), check)
        }
    }
}

#[test]
fn every_shared_pair_is_judged_as_it_says() {
    let rows = rows();
    let wrong = rows.iter().filter(|row| is_flagged(row, &rows) != row.flags);
    let wrong: Vec<String> = wrong.map(|row| format!("{} {} | {}", row.check, row.source, row.target)).collect();
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), rows.len(), wrong.join("\n"));
}

#[test]
fn the_program_has_every_check_of_the_shared_catalogue() {
    let listed = Workplace::empty().run(&["checks", "--json"]).json();
    let listed: Vec<&str> =
        listed["checks"].as_array().unwrap().iter().map(|check| check["id"].as_str().unwrap()).collect();
    let rows = rows();
    let missing: Vec<&str> =
        rows.iter().map(|row| row.check.as_str()).filter(|check| !listed.contains(check)).collect();
    assert_eq!(missing, [""; 0]);
    // Of the house style no right and wrong can be told without the house.
    let with_rows = listed.iter().filter(|check| !rows.is_empty() && !check.starts_with("style."));
    let has = |check: &str, flags| rows.iter().any(|row| row.check == check && row.flags == flags);
    let untried: Vec<&&str> = with_rows.filter(|check| !has(check, true) || !has(check, false)).collect();
    assert_eq!(untried, [&""; 0]);
}

#[test]
fn a_match_that_is_taken_over_for_another_source_is_told_until_it_is_edited_or_approved() {
    let place = taken_match(false);
    assert!(!is_unedited(&place), "a draft is not done");
    place.run(&["submit", "b:2"]).done();
    assert!(is_unedited(&place));
    let told = |lang: &str| place.run(&["--lang", lang, "check", "b:2", "--only", "tm.unedited-fuzzy"]).stdout;
    assert!(told("en").contains("has not been edited"), "{}", told("en"));
    assert!(told("ar").contains("ولم يُحرَّر"), "{}", told("ar"));
    let approved = place.run_as("basil", &["approve", "b:2", "--json"]).done().json();
    assert_eq!(approved["open_warnings"], 1, "who approves is told");
    assert!(!is_unedited(&place), "whoever approved it said that it is right");
    let place = taken_match(false);
    place.run(&["set", "b:2", "The minister said the government would study it in the village.", "--submit"]).done();
    assert!(!is_unedited(&place));
    let place = taken_match(true);
    place.run(&["submit", "b:2"]).done();
    assert!(!is_unedited(&place), "the very source has been translated so");
}

#[test]
fn two_names_with_one_rendering_are_told_of() {
    let place = translated(&[("زار عُمان أمس.", "He visited Oman."), ("زار عمّان اليوم.", "He visited Oman today.")]);
    assert!(is_found(&place, "name.collision"));
    let place = translated(&[("قال أبو بكر شيئًا.", "Abu Bakr spoke."), ("قلت لأبي بكر.", "I said to Abu Bakr.")]);
    assert!(!is_found(&place, "name.collision"));
}
