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
