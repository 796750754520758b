//! Statistics at the command line: volumes by both counting rules, bands of matches, repetitions, and who did what.

use serde_json::{Value, json};

use crate::desk::Workplace;

const KNOWN: &str = "قال الوزير إنّ الحكومة ستدرس مشروع القانون الجديد في ١٢ أيار";

/// Segments and words by band, those that are empty left out.
fn bands(counted: &Value) -> Vec<(String, u64, u64)> {
    let number = |band: &Value, name: &str| band[name].as_u64().unwrap();
    let bands = counted["bands"].as_array().unwrap().iter().filter(|band| band["segments"] != 0);
    bands
        .map(|band| (band["band"].as_str().unwrap().to_owned(), number(band, "segments"), number(band, "words")))
        .collect()
}

fn counts(rows: &[(&str, u64, u64)]) -> Vec<(String, u64, u64)> {
    rows.iter().map(|(name, segments, words)| ((*name).to_owned(), *segments, *words)).collect()
}

fn import(place: &Workplace, slug: &str, lines: &[&str]) {
    let file = place.file(&format!("{slug}.txt"), lines.join("\n\n"));
    place.run(&["import", file.to_str().unwrap(), "--slug", slug]).done();
}

#[test]
fn segments_fall_into_the_band_of_their_best_match_and_repetitions_stand_apart() {
    let place = Workplace::new();
    place.run(&["tm", "add", KNOWN, "The minister said so."]).done();
    import(
        &place,
        "a",
        &[
            KNOWN,
            "قال الوزيـــر إنّ الحكومة ستدرس مشروع القانون الجديد في ١٢ أيار",
            "قال المدير إنّ الحكومة ستدرس مشروع القانون الجديد في ١٢ أيار",
            "وصل الوفد صباحًا إلى المدينة المنورة",
            "وصل الوفد صباحًا إلى المدينة المنورة",
        ],
    );
    let answer = place.json(&["stats", "a"]);
    assert_eq!(answer["schema"], 1);
    let expected = counts(&[("100", 1, 11), ("85-94", 1, 11), ("new", 1, 6), ("repetition", 2, 17)]);
    assert_eq!(bands(&answer["articles"][0]), expected);
    assert_eq!(bands(&answer["total"]), expected);
    assert_eq!((&answer["total"]["segments"], &answer["total"]["words"]), (&json!(5), &json!(45)));
    assert!(answer["counting_rule"].as_str().unwrap().contains("UAX #29"));
}

#[test]
fn files_that_are_no_articles_are_counted_by_file_and_by_folder_and_stay_none() {
    let place = Workplace::new();
    place.run(&["tm", "add", KNOWN, "The minister said so."]).done();
    std::fs::create_dir_all(place.folder().join("in/late")).unwrap();
    place.file("in/one.txt", format!("{KNOWN}\n\nوصل الوفد صباحًا إلى المدينة. ثم غادرها دون تصريح."));
    place.file("in/late/two.txt", "وصل الوفد صباحًا إلى المدينة.");
    place.file("in/late/three.txt", "");
    place.file("in/notes.xyz", "no article");
    let answer = place.run(&["stats", "--files", "in", "--json"]);
    assert_eq!(answer.code, 1, "{}", answer.stderr);
    let counted = answer.json();
    let files = |at: usize| (counted["files"][at]["file"].clone(), bands(&counted["files"][at]));
    assert_eq!(files(0), (json!("in/late/two.txt"), counts(&[("new", 1, 5)])));
    let mixed = counts(&[("100", 1, 11), ("new", 1, 4), ("repetition-across-articles", 1, 5)]);
    assert_eq!(files(1), (json!("in/one.txt"), mixed));
    assert_eq!((&counted["folders"][0]["folder"], &counted["folders"][0]["files"]), (&json!("in"), &json!(1)));
    assert_eq!(bands(&counted["folders"][1]), counts(&[("new", 1, 5)]));
    assert_eq!(counted["total"]["words"], 25);
    let named: Vec<_> = counted["problems"].as_array().unwrap().iter().map(|problem| &problem["file"]).collect();
    assert_eq!(named, ["in/late/three.txt", "in/notes.xyz"]);
    assert_eq!(place.json(&["list"])["articles"], json!([]));
    let told = place.run(&["--lang", "ar", "stats", "--files", "in/one.txt", "in/late/two.txt"]).done().stdout;
    assert!(told.contains("في المجلد in/late نفسه: ملف واحد"), "{told}");
}

#[test]
fn what_stood_in_an_earlier_article_of_the_same_count_is_a_repetition_of_it() {
    let place = Workplace::new();
    import(&place, "a", &["وصل الوفد صباحًا إلى المدينة"]);
    import(&place, "b", &["وصل الوفد صباحًا إلى المدينة", "ثم غادرها دون تصريح"]);
    let answer = place.json(&["stats"]);
    assert_eq!(bands(&answer["articles"][0]), counts(&[("new", 1, 5)]));
    assert_eq!(bands(&answer["articles"][1]), counts(&[("new", 1, 4), ("repetition-across-articles", 1, 5)]));
    assert_eq!(bands(&place.json(&["stats", "b"])["total"]), counts(&[("new", 2, 9)]));
}

#[test]
fn the_wording_of_a_segment_is_no_match_for_itself() {
    let place = Workplace::with_lines(&[KNOWN, "وصل الوفد صباحًا. ثم غادر المدينة مساءً."]);
    place.run(&["set", "a:1", "The minister said so.", "--submit"]).done();
    place.run(&["set", "a:2", "The delegation came. It left in the evening.", "--submit"]).done();
    assert_eq!(bands(&place.json(&["stats", "a"])["total"]), counts(&[("new", 3, 18)]));
    import(&place, "b", &[KNOWN]);
    assert_eq!(bands(&place.json(&["stats", "b"])["total"])[0].1, 1);
    assert_ne!(bands(&place.json(&["stats", "b"])["total"])[0].0, "new");
}

#[test]
fn both_rules_of_words_and_characters_are_told_and_parts_can_be_asked() {
    let place = Workplace::with_lines(&["الأمم-المتحدة – «قال» ٤٥٪", "* * *", "وصل الوفد. ثم غادر."]);
    let total = place.json(&["stats", "a:1"])["total"].clone();
    assert_eq!((&total["words"], &total["white_space_words"]), (&json!(4), &json!(3)));
    assert_eq!((&total["characters"], &total["characters_without_spaces"]), (&json!(25), &json!(22)));
    assert_eq!(place.json(&["stats", "a:3"])["total"]["segments"], 2);
    assert_eq!(place.json(&["stats", "a:3.2"])["total"]["words"], 2);
    place.run(&["exclude", "a:1", "-m", "كذا"]).done();
    let total = place.json(&["stats", "a"])["total"].clone();
    assert_eq!((&total["left_out"], &total["words"]), (&json!(1), &json!(4)));
    assert_eq!(place.run(&["stats", "missing"]).code, 5);
}

#[test]
fn people_are_credited_with_what_stands_at_present() {
    let place = Workplace::with_lines(&[KNOWN, "وصل الوفد صباحًا"]);
    place
        .run(&["set", "a:1", "The minister said on 12 May that the government would study the new bill.", "--submit"])
        .done();
    place.run_as("basil", &["set", "a:2", "They came."]).done();
    place.run_as("amal", &["approve", "a:1"]).done();
    let person = |name: &str, translated: [u64; 3], reviewed: [u64; 3]| {
        let share = |[paragraphs, source, target]: [u64; 3]| json!({"paragraphs": paragraphs, "source_words": source, "target_words": target});
        json!({"person": name, "translated": share(translated), "reviewed": share(reviewed)})
    };
    let expected = json!([
        person("amal", [0, 0, 0], [1, 11, 14]),
        person("basil", [1, 3, 2], [0, 0, 0]),
        person("salma", [1, 11, 14], [0, 0, 0]),
    ]);
    assert_eq!(place.json(&["stats"])["people"], expected);
    place.run_as("amal", &["undo"]).done();
    assert_eq!(place.json(&["stats"])["people"][0]["person"], "basil");
    let shown = place.run(&["stats"]).done().stdout;
    assert!(shown.contains("translated: paragraphs 1 · words of the source 11 · of the target 14"), "{shown}");
}

#[test]
fn files_that_cannot_be_counted_are_told_as_import_tells_them() {
    let place = Workplace::new();
    place.file("empty.txt", "");
    place.file("water.txt", "The water of the valley is not enough.");
    place.file("ماء.txt", "ماء الوادي لا يكفي.");
    let answer = place.run(&["stats", "--files", "nowhere"]);
    assert_eq!(answer.code, place.run(&["import", "nowhere"]).code, "{}", answer.stderr);
    assert_eq!(answer.code, 2);
    assert_eq!(place.run(&["stats", "--files", "empty.txt"]).code, place.run(&["import", "empty.txt"]).code);
    let answer = place.run(&["stats", "--files", "empty.txt", "water.txt", "ماء.txt"]);
    assert_eq!(answer.code, 1);
    let told = &answer.stderr;
    assert!(told.contains("Not counted: There is no text in empty.txt."), "{told}");
    assert_eq!(told.matches("not in the script").count(), 1, "{told}");
    let counted = place.run(&["stats", "--files", "water.txt", "ماء.txt", "--json"]).done().json();
    assert_eq!((&counted["files"][0]["not_arabic"], &counted["files"][1]["not_arabic"]), (&json!(true), &json!(false)));
}
