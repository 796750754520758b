//! The translation memory at the command line: what the desk's own work brings in, memories of other tools in and out, single
//! entries, and what each undo makes of it.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::desk::Workplace;

const SOURCE: &str = "قال الوزير إنّ الحكومة ستدرس مشروع القانون الجديد في ١٢ أيار";
const TARGET: &str = "The minister said the government would study the new bill on 12 May.";

/// Source, target, score and kind of the matches of a text.
fn search(place: &Workplace, text: &str, options: &[&str]) -> Vec<(String, u64, String)> {
    let found = place.json(&[&["tm", "search", text], options].concat());
    assert_eq!(found["schema"], 1);
    assert!(found["took_us"].is_u64());
    let string = |value: &Value| value.as_str().unwrap().to_owned();
    let matches = found["matches"].as_array().unwrap().iter();
    matches.map(|m| (string(&m["target"]), m["score"].as_u64().unwrap(), string(&m["kind"]))).collect()
}

fn found(place: &Workplace, text: &str) -> Vec<(String, u64, String)> {
    search(place, text, &[])
}

fn one(target: &str, score: u64, kind: &str) -> Vec<(String, u64, String)> {
    vec![(target.to_owned(), score, kind.to_owned())]
}

fn with_submitted() -> Workplace {
    let place = Workplace::with_lines(&[SOURCE, "سطر آخر لا يشبهه في شيء"]);
    place.run(&["set", "a:1", TARGET, "--submit"]).done();
    place
}

#[test]
fn a_submitted_paragraph_is_found_and_undo_makes_it_vanish() {
    let place = Workplace::with_lines(&[SOURCE]);
    place.run(&["set", "a:1", TARGET]).done();
    assert_eq!(found(&place, SOURCE), [], "a draft is no memory");
    place.run(&["submit", "a:1"]).done();
    assert_eq!(found(&place, SOURCE), one(TARGET, 100, "exact"));
    place.run(&["undo"]).done();
    assert_eq!(found(&place, SOURCE), []);
    place.run(&["redo"]).done();
    assert_eq!(found(&place, SOURCE), one(TARGET, 100, "exact"));
}

#[test]
fn one_source_with_very_many_targets_comes_in_whole_and_once() {
    let place = Workplace::new();
    let unit = |at: usize| {
        format!(
            "<tu><tuv xml:lang=\"ar\"><seg>نعم يا سيدي</seg></tuv><tuv xml:lang=\"en\"><seg>Yes, sir {at}</seg></tuv></tu>"
        )
    };
    let units: String = (0..3000).map(|at| unit(at % 2000)).collect();
    let head = "<tmx version=\"1.4\"><header creationtool=\"t\" creationtoolversion=\"1\" segtype=\"sentence\" \
                o-tmf=\"t\" adminlang=\"en\" srclang=\"ar\" datatype=\"plaintext\"/><body>";
    let file = place.file("many.tmx", format!("{head}{units}</body></tmx>"));
    let report = place.json(&["tm", "import", file.to_str().unwrap()]);
    assert_eq!((&report["pairs"], &report["added"], &report["known"]), (&json!(3000), &json!(2000), &json!(1000)));
    assert_eq!(search(&place, "نعم يا سيدي", &["--limit", "100"]).len(), 100);
}

#[test]
fn what_has_no_words_does_not_come_into_the_memory() {
    let place = Workplace::with_lines(&[SOURCE, "* * *"]);
    place.run(&["set", "a:1", TARGET, "--submit"]).done();
    let before = place.json(&["tm", "stats"]);
    place.run(&["set", "a:2", "* * *", "--submit"]).done();
    assert_eq!(place.json(&["tm", "stats"]), before);
    assert_eq!(found(&place, "* * *"), []);
    place.run(&["doctor"]).done();
    place.run(&["doctor", "--reindex"]).done();
    assert_eq!(place.json(&["tm", "stats"]), before);
}

#[test]
fn each_sort_of_match_has_its_score() {
    let place = with_submitted();
    for (text, score, kind) in [
        ("قال الوزيـــر  إنّ الحكومة ستدرس مشروع القانون الجديد في ١٢ أيار", 99, "canonical"),
        ("قال الوزير ان الحكومه ستدرس مشروع القانون الجديد في 12 أيار", 98, "fuzzy"),
        ("قال الوزير إنّ الحكومة ستدرس مشروع القانون الجديد في ١٣ أيار", 95, "numbers"),
        ("قال المدير إنّ الحكومة ستدرس مشروع القانون الجديد في ١٢ أيار", 90, "fuzzy"),
    ] {
        assert_eq!(found(&place, text), one(TARGET, score, kind), "{text}");
    }
    assert_eq!(search(&place, "قال المدير", &["--min", "99"]), []);
}

#[test]
fn numbers_and_negation_that_differ_are_marked() {
    let place = with_submitted();
    let text = "قال الوزير إنّ الحكومة لن تدرس مشروع القانون الجديد في ١٣ أيار";
    let found = place.json(&["tm", "search", text, "--min", "50"]);
    let found = &found["matches"][0];
    assert_eq!((&found["numbers_differ"], &found["negation_differs"]), (&json!(true), &json!(true)));
    let changed = place.json(&["tm", "search", &SOURCE.replace("١٢", "١٣")]);
    assert_eq!(changed["matches"][0]["numbers"], json!([{"found": "12", "wanted": "13"}]));
}

#[test]
fn a_segment_is_a_unit_of_its_own() {
    let place = Workplace::with_lines(&["وصل الوفد صباحًا إلى المدينة. ثم غادرها مساءً دون تصريح."]);
    let text = "The delegation arrived in the morning. It left in the evening without a word.";
    place.run(&["set", "a:1", text, "--submit"]).done();
    let found = place.json(&["tm", "search", "ثم غادرها مساءً دون تصريح."]);
    let found = &found["matches"][0];
    assert_eq!((&found["score"], &found["origin"]), (&json!(100), &json!("a:1.2")));
    assert_eq!(found["target"], "It left in the evening without a word.");
}

#[test]
fn a_wording_that_was_superseded_is_shown_on_demand_alone() {
    let place = with_submitted();
    place.run(&["set", "a:1", "The minister announced a study.", "--submit"]).done();
    assert_eq!(found(&place, SOURCE), one("The minister announced a study.", 100, "exact"));
    let all = search(&place, SOURCE, &["--all"]);
    assert_eq!(
        all.iter().map(|(target, ..)| target.as_str()).collect::<Vec<_>>(),
        ["The minister announced a study.", TARGET]
    );
}

#[test]
fn what_is_left_to_draft_or_stale_is_no_memory() {
    let place = with_submitted();
    place.run(&["withdraw", "a:1"]).done();
    assert_eq!(found(&place, SOURCE), []);
    place.run(&["submit", "a:1"]).done();
    let corrected = place.file("b.txt", format!("{}\n\nسطر آخر لا يشبهه في شيء", SOURCE.replace("الجديد", "القديم")));
    place.run(&["source", "update", "a", corrected.to_str().unwrap()]).done();
    assert_eq!(found(&place, SOURCE), [], "its source is another now");
}

fn tmx(units: &[(&str, &str)]) -> String {
    let mut file = String::from(
        "<?xml version=\"1.0\"?><tmx version=\"1.4\"><header creationtool=\"t\" creationtoolversion=\"1\" segtype=\"sentence\" \
         o-tmf=\"t\" adminlang=\"en\" srclang=\"ar\" datatype=\"plaintext\"/><body>\n",
    );
    for (source, target) in units {
        file += &format!(
            "<tu tuid=\"{}\" creationdate=\"20240101T120000Z\" creationid=\"amal\"><note>n</note><prop type=\"x-p\">v</prop>\
             <tuv xml:lang=\"AR-01\"><seg>{source}</seg></tuv><tuv xml:lang=\"en\"><seg>{target}</seg></tuv></tu>\n",
            target.len()
        );
    }
    file + "</body></tmx>"
}

fn import(place: &Workplace, name: &str, text: &str, options: &[&str]) -> Value {
    let file = place.file(name, text);
    place.json(&[&["tm", "import", file.to_str().unwrap()], options].concat())
}

#[test]
fn a_memory_comes_in_once_and_goes_with_one_undo() {
    let place = Workplace::new();
    let file = tmx(&[(SOURCE, TARGET), ("صباح <ph x=\"1\">&lt;br/&gt;</ph>الخير", "Good morning")]);
    let dry = import(&place, "old.tmx", &file, &["--dry-run"]);
    assert_eq!((&dry["added"], &dry["applied"]), (&json!(2), &json!(false)));
    assert_eq!(found(&place, SOURCE), []);
    let report = import(&place, "old.tmx", &file, &[]);
    assert_eq!((&report["memory"], &report["added"], &report["known"]), (&json!("old"), &json!(2), &json!(0)));
    assert_eq!(found(&place, SOURCE), one(TARGET, 100, "exact"));
    let again = import(&place, "old.tmx", &file, &[]);
    assert_eq!((&again["added"], &again["known"], &again["reason"]), (&json!(0), &json!(2), &json!("unchanged")));
    let other = import(&place, "other.tmx", &file, &[]);
    assert_eq!((&other["added"], &other["shared"]), (&json!(2), &json!(2)));
    let provenance = place.json(&["tm", "search", SOURCE])["matches"][0]["provenance"].clone();
    let origins: Vec<&str> = provenance.as_array().unwrap().iter().map(|p| p["origin"].as_str().unwrap()).collect();
    assert_eq!(origins, ["other", "old"], "one match with two origins");
    assert_eq!((&provenance[0]["author"], &provenance[0]["at"]), (&json!("amal"), &json!("2024-01-01T12:00:00Z")));
    place.run(&["undo"]).done();
    place.run(&["undo"]).done();
    assert_eq!(found(&place, SOURCE), []);
    assert_eq!(place.json(&["tm", "stats"])["memories"], json!([]));
    place.run(&["doctor"]).done();
}

#[test]
fn a_bad_unit_is_told_with_its_line_and_a_bad_file_leaves_the_desk_as_it_was() {
    let place = Workplace::new();
    let file = tmx(&[("صباح &foo; الخير", "Good morning"), (SOURCE, TARGET)]);
    let report = import(&place, "a.tmx", &file, &[]);
    assert_eq!((&report["added"], &report["problem_count"]), (&json!(1), &json!(1)));
    assert_eq!(report["problems"][0]["line"], 2);
    let cut = place.file("b.tmx", &tmx(&[("نص أول هنا", "First text"), ("نص ثان هنا", "Second text")])[..400]);
    let refused = place.run(&["tm", "import", cut.to_str().unwrap(), "--json"]);
    assert_eq!(refused.code, 2);
    let message = refused.error()["message"].as_str().unwrap().to_owned();
    assert!(message.contains("b.tmx"), "{message}");
    assert_eq!(found(&place, "نص أول هنا"), []);
    let names: Vec<Value> =
        place.json(&["tm", "stats"])["memories"].as_array().unwrap().iter().map(|m| m["name"].clone()).collect();
    assert_eq!(names, [json!("a")]);
    place.run(&["doctor"]).done();
}

#[test]
fn the_penalty_of_a_memory_lowers_its_matches_and_lets_better_ones_pass() {
    let place = with_submitted();
    import(&place, "agency.tmx", &tmx(&[(SOURCE, "Agency words")]), &["--penalty", "10"]);
    let matches = found(&place, SOURCE);
    assert_eq!(matches, [one(TARGET, 100, "exact"), one("Agency words", 90, "exact")].concat());
    place.run(&["tm", "penalty", "agency", "40"]).done();
    assert_eq!(found(&place, SOURCE), one(TARGET, 100, "exact"));
    assert_eq!(
        search(&place, SOURCE, &["--limit", "1", "--origin", "agency", "--min", "50"]),
        one("Agency words", 60, "exact")
    );
    let unknown = place.run(&["tm", "search", SOURCE, "--origin", "nothing", "--json"]);
    assert_eq!((unknown.code, &unknown.error()["code"]), (5, &json!("no-memory")));
}

#[test]
fn what_does_not_count_takes_no_place_among_the_best() {
    let place = with_submitted();
    let many: Vec<String> = (0..40).map(|i| format!("{SOURCE} رقم{i}")).collect();
    let units: Vec<(&str, &str)> = many.iter().map(|source| (source.as_str(), "far")).collect();
    import(&place, "far.tmx", &tmx(&units), &[]);
    import(&place, "near.tmx", &tmx(&[(SOURCE, "near")]), &[]);
    place.run(&["undo"]).done();
    assert_eq!(search(&place, SOURCE, &["--limit", "1"]), one(TARGET, 100, "exact"));
    let desk = search(&place, &format!("{SOURCE} رقم3"), &["--limit", "1", "--origin", "desk", "--min", "50"]);
    assert_eq!(desk, one(TARGET, 91, "fuzzy"));
}

#[test]
fn entries_are_added_changed_and_taken_out_and_all_of_it_is_undone() {
    let place = Workplace::new();
    let added = place.json(&["tm", "add", "والله أعلم", "and God knows best"]);
    assert_eq!((&added["entry"]["number"], &added["entry"]["memory"]), (&json!(1), &json!("added")));
    let again = place.json(&["tm", "add", "والله أعلم", "and God knows best"]);
    assert_eq!(again["reason"], "unchanged");
    let edited = place.json(&["tm", "edit", "1", "--target", "God knows best"]);
    let number = edited["entry"]["number"].to_string();
    assert_eq!(found(&place, "والله أعلم"), one("God knows best", 100, "exact"));
    place.run(&["tm", "delete", &number]).done();
    assert_eq!(found(&place, "والله أعلم"), []);
    place.run(&["undo"]).done();
    let told = place.run(&["tm", "edit", &number, "--target", "God knows it best", "--dry-run"]).done().stderr;
    assert!(!told.contains("from now on"), "{told}");
    let told = place.run(&["tm", "edit", &number, "--target", "God knows it best"]).done().stderr;
    assert!(told.contains("What was entry 2 is entry 3 from now on."), "{told}");
    place.run(&["undo"]).done();
    place.run(&["tm", "delete", &number]).done();
    place.run(&["undo"]).done();
    assert_eq!(found(&place, "والله أعلم"), one("God knows best", 100, "exact"));
    place.run(&["undo"]).done();
    assert_eq!(found(&place, "والله أعلم"), one("and God knows best", 100, "exact"));
    assert_eq!(place.run(&["tm", "delete", "99"]).code, 5);
    assert_eq!(place.run(&["tm", "add", "نص", " "]).code, 2);
    assert_eq!(place.run(&["tm", "add", "نص", "text", "--memory", "desk"]).code, 2);
}

#[test]
fn a_batch_answers_each_line_in_order() {
    let place = with_submitted();
    let file = place.file("lines.txt", format!("{SOURCE}\r\nلا شيء كهذا\n\n{SOURCE}"));
    let answer = place.run(&["tm", "search", "--batch", file.to_str().unwrap(), "--json"]).done();
    let lines: Vec<Value> = answer.stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let counts: Vec<usize> = lines.iter().map(|line| line["matches"].as_array().unwrap().len()).collect();
    assert_eq!(counts, [1, 0, 0, 1]);
    let broken = place.file("broken.txt", b"\xd9\x86\n\xff\n");
    let refused = place.run(&["tm", "search", "--batch", broken.to_str().unwrap(), "--json"]);
    assert_eq!(refused.code, 2);
    assert!(refused.stderr.contains('2'), "{}", refused.stderr);
}

#[test]
fn what_goes_out_comes_back_the_same() {
    let place = with_submitted();
    let file = tmx(&[(
        "صباح <bpt i=\"1\" type=\"bold\">&lt;b&gt;</bpt>الخير<ept i=\"1\">&lt;/b&gt;</ept> 🌙",
        "Good &amp; <ph x=\"1\"/>morning",
    )]);
    import(&place, "old.tmx", &file, &[]);
    let (first, second) = (place.folder().join("1.tmx"), place.folder().join("2.tmx"));
    let exported = place.json(&["tm", "export", "-o", first.to_str().unwrap()]);
    assert_eq!((&exported["own"], &exported["entries"]), (&json!(1), &json!(1)));
    let other = Workplace::new();
    other.run(&["tm", "import", first.to_str().unwrap(), "--memory", "all"]).done();
    other.run(&["tm", "export", "-o", second.to_str().unwrap()]).done();
    let sorted = |path: &Path| {
        let mut lines: Vec<String> = std::fs::read_to_string(path).unwrap().lines().map(str::to_owned).collect();
        lines.sort();
        lines
    };
    assert_eq!(sorted(&first), sorted(&second));
    assert_eq!(place.run(&["tm", "export", "-o", first.to_str().unwrap()]).code, 1, "it is there already");
}

#[test]
fn the_index_is_made_anew_and_finds_the_same() {
    let place = with_submitted();
    place.run(&["set", "a:2", "Another line, unlike it in every way", "--submit"]).done();
    place.run(&["set", "a:1", "The minister announced a study.", "--submit"]).done();
    import(&place, "old.tmx", &tmx(&[(SOURCE, TARGET), ("نص آخر تمامًا", "quite another text")]), &[]);
    let ask = |place: &Workplace| {
        let all = ["--all", "--min", "1"];
        (search(place, SOURCE, &all), search(place, "سطر آخر لا يشبهه", &all), search(place, "نص آخر تماما", &all))
    };
    let before = ask(&place);
    assert!(before.0.len() >= 2);
    place.run(&["doctor", "--reindex"]).done();
    assert_eq!(ask(&place), before);
    let shown = place.run(&["op", "log"]).done().stdout;
    assert!(shown.contains("rebuilt"), "{shown}");
}

#[test]
fn articles_with_their_translations_feed_the_memory_without_their_doubtful_parts() {
    let place = Workplace::new();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus/the-map-room");
    let file = |name: &str| -> PathBuf { root.join(name) };
    let (ar, en) = (file("ar.txt"), file("en.txt"));
    place.run(&["import", ar.to_str().unwrap(), "--translation", en.to_str().unwrap(), "--slug", "m"]).done();
    let shown = place.json(&["show", "m"]);
    let settled: Vec<&Value> =
        shown["paragraphs"].as_array().unwrap().iter().filter(|p| p["status"] == "translated").collect();
    assert!(settled.len() > 10);
    for paragraph in settled {
        let source = paragraph["source"].as_str().unwrap();
        let targets: Vec<String> = found(&place, source).into_iter().map(|(target, ..)| target).collect();
        assert!(targets.contains(&paragraph["target"].as_str().unwrap().to_owned()), "{source}");
    }
    place.run(&["doctor"]).done();
}

#[test]
fn an_edit_is_not_undone_under_a_later_one() {
    let place = Workplace::new();
    place.run(&["tm", "add", "كتاب جديد هنا", "A book"]).done();
    place.run(&["tm", "edit", "1", "--target", "A new book"]).done();
    place.run(&["tm", "edit", "2", "--target", "A newer book"]).done();
    // Operation 1 made the desk, 2 added the entry, 3 and 4 changed it.
    assert_eq!(place.run(&["undo", "3"]).code, 4, "the second edit stands on the first");
    assert_eq!(found(&place, "كتاب جديد هنا"), one("A newer book", 100, "exact"));
}

#[test]
fn an_edited_entry_keeps_its_codes_and_never_stands_twice() {
    let place = Workplace::new();
    let file = tmx(&[
        ("صباح <ph x=\"1\">&lt;br/&gt;</ph>الخير", "Good <ph x=\"1\">&lt;br/&gt;</ph>day"),
        ("صباح النور", "Bright day"),
    ]);
    import(&place, "m.tmx", &file, &[]);
    place.run(&["tm", "edit", "1", "--target", "Good {1/}morning"]).done();
    let out = place.run(&["tm", "export"]).done().stdout;
    assert!(out.contains("Good <ph") && out.contains("morning"), "{out}");
    place.run(&["tm", "add", "صباح السعد", "Bright day", "--memory", "m"]).done();
    place.run(&["tm", "edit", "2", "--source", "صباح السعد"]).done();
    assert_eq!(place.json(&["tm", "stats"])["memories"][0]["entries"], 2);
}

#[test]
fn only_a_place_that_passes_the_filters_makes_a_context() {
    let place = Workplace::with_lines(&["سطر أول هنا", SOURCE, "سطر آخر هنا"]);
    place.run(&["set", "a:2", TARGET, "--submit"]).done();
    import(&place, "m.tmx", &tmx(&[(SOURCE, TARGET)]), &["--penalty", "10"]);
    let file = place.file("b.txt", format!("سطر أول هنا\n\n{SOURCE}\n\nسطر آخر هنا\n\nوزيادة"));
    place.run(&["import", file.to_str().unwrap(), "--slug", "b"]).done();
    let best = |options: &[&str]| {
        let found = place.json(&[&["suggest", "b:2"], options].concat())["matches"][0].clone();
        (found["score"].clone(), found["kind"].clone())
    };
    assert_eq!(best(&[]), (json!(101), json!("context")));
    assert_eq!(best(&["--origin", "m"]), (json!(90), json!("exact")));
}

#[test]
fn what_was_sent_back_or_never_stood_by_is_no_match_for_its_own_place() {
    let place = with_submitted();
    place.run_as("basil", &["reject", "a:1", "--reason", "style", "-m", "no"]).done();
    assert_eq!(place.json(&["suggest", "a:1"])["matches"], json!([]));
    place.run(&["set", "a:1", "The minister announced a study on 12 May.", "--submit"]).done();
    let old = place.json(&["suggest", "a:1"])["matches"][0].clone();
    assert_eq!((&old["target"], &old["score"]), (&json!(TARGET), &json!(101)), "an earlier wording of the place");
    place.run(&["undo"]).done();
    assert_eq!(search(&place, SOURCE, &["--all"]).len(), 1, "what was undone was never a wording");
}
