//! An article and its existing translation: paired at import, shown and repaired with `align`.

use serde_json::{Value, json};

use crate::desk::Workplace;

const ARABIC: &str = "عنوان المقال عن الماء\n\nوصل الوزير إلى العاصمة يوم الأحد في زيارة تستغرق ثلاثة أيام.\n\n\
وقال إن الحكومة ستبني ٤٥ مدرسة جديدة. ولم يذكر متى.\n\nسأل الصحفيون عن المستشفى، لكن الوزير رفض الإجابة.\n\n\
يعيش في المدينة نحو مليون شخص، معظمهم من الفلاحين الذين تركوا قراهم بعد الحرب.\n\nانتهى المؤتمر في المساء.\n";
const ENGLISH: [&str; 6] = [
    "An Article on Water",
    "The minister arrived in the capital on Sunday for a three-day visit.",
    "He said the government would build 45 new schools. He did not say when.",
    "Journalists asked about the hospital, but the minister refused to answer.",
    "About a million people live in the city, most of them farmers who left their villages after the war.",
    "The conference ended in the evening.",
];

fn desk_with(english: &[&str]) -> (Workplace, Value) {
    let desk = Workplace::new();
    desk.file("ar.txt", ARABIC);
    desk.file("en.txt", english.join("\n\n"));
    let report = desk.json(&["import", "ar.txt", "--translation", "en.txt", "--slug", "a"]);
    (desk, report["articles"][0].clone())
}

/// The English of every paragraph, in order.
fn english(desk: &Workplace) -> Vec<String> {
    let shown = desk.json(&["show", "a"]);
    let paragraphs = shown["paragraphs"].as_array().unwrap();
    paragraphs.iter().map(|p| p["target"].as_str().unwrap_or_default().to_owned()).collect()
}

fn statuses(desk: &Workplace) -> Vec<String> {
    let shown = desk.json(&["show", "a"]);
    let paragraphs = shown["paragraphs"].as_array().unwrap();
    paragraphs.iter().map(|p| p["status"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn equal_paragraphs_pair_one_to_one_and_enter_as_translated() {
    let (desk, report) = desk_with(&ENGLISH);
    assert_eq!(report["aligned"], json!(true));
    assert_eq!((&report["doubtful"], &report["left_out"], &report["added"]), (&json!(0), &json!(0), &json!(0)));
    assert_eq!(english(&desk), ENGLISH);
    assert_eq!(statuses(&desk), ["translated"; 6]);
    let shown = desk.json(&["show", "a:3"]);
    let segments = shown["paragraphs"][0]["segments"].as_array().unwrap();
    assert_eq!(segments.len(), 2);
    assert_eq!(segments[0]["origin"], json!("aligned"));
    assert_eq!(segments[1]["target"].as_str().unwrap().trim(), "He did not say when.");
}

#[test]
fn a_paragraph_that_the_translator_split_comes_together_again() {
    let mut split: Vec<&str> = ENGLISH.to_vec();
    split.splice(2..3, ["He said the government would build 45 new schools.", "He did not say when."]);
    let (desk, _) = desk_with(&split);
    let now = english(&desk);
    assert_eq!(now.len(), 6);
    assert_eq!(now[2], "He said the government would build 45 new schools.\n\nHe did not say when.");
}

#[test]
fn a_paragraph_that_the_translator_merged_is_divided_between_its_sources() {
    let merged = format!("{} {}", ENGLISH[2], ENGLISH[3]);
    let (desk, _) = desk_with(&[ENGLISH[0], ENGLISH[1], &merged, ENGLISH[4], ENGLISH[5]]);
    assert_eq!(english(&desk), ENGLISH);
}

#[test]
fn what_one_side_lacks_is_told_and_nothing_is_lost() {
    let added = "Subscribe to our newsletter and never miss a recipe from Aunt Betty.";
    let (desk, report) = desk_with(&[ENGLISH[0], ENGLISH[1], ENGLISH[2], ENGLISH[4], added, ENGLISH[5]]);
    assert_eq!((&report["left_out"], &report["added"]), (&json!(1), &json!(1)), "{report}");
    let mut now = english(&desk);
    now.sort();
    let mut expected: Vec<String> = ENGLISH.iter().map(|text| (*text).to_owned()).collect();
    expected[3] = String::new();
    expected.push(added.to_owned());
    expected.sort();
    assert_eq!(now, expected);
    let pairs = desk.json(&["align", "a"]);
    let states: Vec<&str> = pairs["pairs"].as_array().unwrap().iter().map(|p| p["state"].as_str().unwrap()).collect();
    assert_eq!(states, ["left-out", "added", "paired", "paired", "paired", "paired", "paired"]);
    // Said to be on purpose, both are in order.
    let address = |state: &str| {
        let pair = pairs["pairs"].as_array().unwrap().iter().find(|p| p["state"] == state).unwrap().clone();
        pair["address"].as_str().unwrap().to_owned()
    };
    desk.run(&["exclude", &address("left-out"), "-m", "cut by the editor"]).done();
    desk.run(&["align", &address("added"), "--accept"]).done();
    let pairs = desk.json(&["align", "a"]);
    let states: Vec<&str> = pairs["pairs"].as_array().unwrap().iter().map(|p| p["state"].as_str().unwrap()).collect();
    assert_eq!(states, ["paired", "paired", "paired", "paired", "paired", "accepted", "excluded"]);
    let told = desk.run(&["align", "a"]).done();
    assert!(told.stdout.is_empty() && told.stderr.contains("All 7 pairs are in order"), "{told:?}");
}

#[test]
fn doubtful_pairs_wait_as_drafts_until_accepted() {
    let mut doubtful: Vec<&str> = ENGLISH.to_vec();
    doubtful[1] = "A stranger with a long beard came down the hill and sang an old song about apples.";
    let (desk, report) = desk_with(&doubtful);
    let unsure = report["doubtful"].as_u64().unwrap() + report["left_out"].as_u64().unwrap();
    assert!(unsure > 0, "{report}");
    assert_ne!(statuses(&desk)[1], "translated");
}

#[test]
fn repairs_move_english_and_can_be_undone() {
    let (desk, _) = desk_with(&ENGLISH);
    desk.run(&["align", "a", "--unlink", "2"]).done();
    assert_eq!(english(&desk)[1..3], [String::new(), ENGLISH[1].to_owned()]);
    assert_eq!(statuses(&desk)[1..3], ["untranslated", "draft"]);
    desk.run(&["align", "a", "--link", "2:3"]).done();
    assert_eq!(english(&desk), ENGLISH, "the paragraph without source is gone with its text");
    assert_eq!(statuses(&desk)[1], "translated", "the old text is back, and with it what was decided on it");

    desk.run(&["align", "a", "--move", "3.2:4"]).done();
    let now = english(&desk);
    assert_eq!(now[2], "He said the government would build 45 new schools.");
    assert_eq!(now[3], format!("He did not say when. {}", ENGLISH[3]));
    desk.run(&["align", "a", "--move", "5:6"]).done();
    assert_eq!(english(&desk)[4..], [String::new(), format!("{}\n\n{}", ENGLISH[4], ENGLISH[5])]);

    for _ in 0..4 {
        desk.run(&["undo"]).done();
    }
    assert_eq!(english(&desk), ENGLISH);
    assert_eq!(statuses(&desk), ["translated"; 6]);
    desk.run(&["doctor"]).done();
}

#[test]
fn linking_puts_the_former_english_behind() {
    let (desk, _) = desk_with(&ENGLISH);
    desk.run(&["align", "a", "--link", "2:3,4", "--yes"]).done();
    let now = english(&desk);
    assert_eq!(now[1], format!("{}\n\n{}", ENGLISH[2], ENGLISH[3]));
    assert_eq!(now[2], ENGLISH[1]);
    assert_eq!(now[3..5], [String::new(), String::new()]);
    assert_eq!(now.len(), 7);
}

#[test]
fn wrong_repairs_are_refused_and_change_nothing() {
    let (desk, _) = desk_with(&ENGLISH);
    for (wrong, code) in [
        (["--link", "3"], 2),
        (["--link", "0:1"], 2),
        (["--link", "99:1"], 5),
        (["--link", "1:99"], 5),
        (["--move", "2.9:3"], 5),
        (["--move", "2:2"], 2),
        (["--unlink", "x"], 2),
    ] {
        let run = desk.run(&["align", "a", wrong[0], wrong[1]]);
        assert_eq!(run.code, code, "{wrong:?}: {}", run.stderr);
    }
    assert_eq!(english(&desk), ENGLISH);
    assert_eq!(desk.run(&["align", "nobody"]).code, 5);
}

#[test]
fn swapped_files_are_recognised() {
    let desk = Workplace::new();
    desk.file("ar.txt", ARABIC);
    desk.file("en.txt", ENGLISH.join("\n\n"));
    let run = desk.run(&["import", "en.txt", "--translation", "ar.txt", "--json"]);
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("\"swapped\""), "{}", run.stderr);
}

#[test]
fn an_archive_is_paired_by_names_or_by_a_list() {
    let desk = Workplace::new();
    std::fs::create_dir_all(desk.folder().join("ar")).unwrap();
    std::fs::create_dir_all(desk.folder().join("en")).unwrap();
    let other = ARABIC.replace("٤٥", "٤٦");
    desk.file("ar/water.ar.txt", ARABIC);
    desk.file("en/Water-EN.md", ENGLISH.join("\n\n"));
    desk.file("ar/alone.txt", other);
    let report = desk.json(&["import", "ar", "--translation", "en"]);
    assert_eq!(report["articles"].as_array().unwrap().len(), 1, "{report}");
    assert_eq!(report["articles"][0]["aligned"], json!(true));
    assert_eq!(report["problems"][0]["code"], json!("no-partner"));
    desk.file("list.tsv", "# source\ttranslation\nar/alone.txt\ten/Water-EN.md\nar/none.txt\ten/Water-EN.md\n");
    let run = desk.run(&["import", "--pairs", "list.tsv", "--json"]);
    assert_eq!(run.code, 1, "one of two failed: {}", run.stderr);
    let report: Value = serde_json::from_str(&run.stdout).unwrap();
    assert_eq!(report["articles"][0]["slug"], json!("alone"));
    assert_eq!(report["problems"].as_array().unwrap().len(), 1);
}

#[test]
fn what_is_wrong_with_a_pair_of_a_list_is_told_with_its_line() {
    let desk = Workplace::new();
    desk.file("ar.txt", ARABIC);
    desk.file("ar2.txt", ARABIC.replace("٤٥", "٤٦"));
    desk.file("en.txt", ENGLISH.join("\n\n"));
    desk.file("empty.txt", "");
    let list = "# pairs\nar.txt\ten.txt\nnone.txt\ten.txt\n\nen.txt\tar.txt\nempty.txt\ten.txt\nar2.txt\tnone.txt\n";
    desk.file("list.tsv", list);
    for more in [&[][..], &["--dry-run"]].into_iter().rev() {
        let run = desk.run(&[&["import", "--pairs", "list.tsv", "--json"], more].concat());
        assert_eq!(run.code, 1, "{}", run.stderr);
        let report = run.json();
        let problems = report["problems"].as_array().unwrap();
        let told: Vec<_> = problems.iter().map(|problem| (&problem["line"], &problem["code"])).collect();
        let (lines, codes) =
            ([3, 5, 6, 7].map(|line| json!(line)), ["file", "swapped", "empty", "file"].map(|c| json!(c)));
        assert_eq!(told, lines.iter().zip(&codes).collect::<Vec<_>>());
        for (problem, line) in problems.iter().zip(lines) {
            let place = format!("list.tsv, line {line}: ");
            assert!(problem["message"].as_str().unwrap().starts_with(&place), "{problem}");
        }
        assert!(problems[1]["hint"].as_str().unwrap().contains("Each line needs"), "{}", problems[1]);
    }
    let desk = Workplace::new();
    for (name, text) in [("ar.txt", ARABIC), ("same.txt", ARABIC), ("en.txt", &ENGLISH.join("\n\n"))] {
        desk.file(name, text);
    }
    desk.file("twice.tsv", "#\nar.txt\ten.txt\nsame.txt\ten.txt\n");
    let twice = &desk.json(&["import", "--pairs", "twice.tsv", "--dry-run"])["problems"][0];
    assert_eq!(
        [&twice["code"], &twice["line"], &twice["already"]],
        [&json!("already-imported"), &json!(3), &json!("ar")]
    );
    assert_eq!(twice["message"], "twice.tsv, line 3: The source is the same file as that of line 2.");
    desk.file("one.tsv", "en.txt\tar.txt\n");
    let refused = desk.run(&["import", "--pairs", "one.tsv", "--json"]).error();
    assert_eq!(refused["code"], json!("swapped"));
    assert!(refused["message"].as_str().unwrap().starts_with("one.tsv, line 1: "), "{refused}");
}

#[test]
fn of_several_articles_every_remark_names_its_own() {
    let desk = Workplace::new();
    let other = ARABIC.replace("٤٥", "٤٦");
    for (name, text) in [("a.txt", ARABIC), ("b.txt", other.as_str())] {
        desk.file(name, text);
    }
    desk.file("a.en.txt", ENGLISH[..5].join("\n\n"));
    desk.file("b.en.txt", ENGLISH.join("\n\n"));
    desk.file("list.tsv", "a.txt\ta.en.txt\nb.txt\tb.en.txt\n");
    let told = desk.run(&["import", "--pairs", "list.tsv"]).done().stderr;
    for part in ["a: The translation leaves one paragraph out", "a: 5 paragraphs appear", "b: 5 paragraphs appear"] {
        assert!(told.lines().any(|line| line.contains(part)), "{part}: {told}");
    }
    let alone = Workplace::new();
    alone.file("a.txt", ARABIC);
    alone.file("a.en.txt", ENGLISH[..5].join("\n\n"));
    let told = alone.run(&["import", "a.txt", "--translation", "a.en.txt"]).done().stderr;
    assert!(told.contains("The translation leaves one") && !told.contains("a: The"), "{told}");
}

#[test]
fn a_desk_teaches_a_lexicon_that_pairs_more() {
    let (desk, _) = desk_with(&ENGLISH);
    let built = desk.json(&["lexicon", "build", "--memory", "-o", "own.lexicon"]);
    assert_eq!(built["pairs"], json!(7), "every segment that is translated");
    assert!(built["arabic_words"].as_u64().unwrap() > 20, "{built}");
    assert_eq!(desk.run(&["lexicon", "build", "--memory", "-o", "own.lexicon"]).code, 1, "the file is there");
    desk.file("two.txt", ARABIC.replace("٤٥", "٤٦"));
    let again = ["import", "two.txt", "--translation", "en.txt", "--lexicon", "own.lexicon"];
    assert_eq!(desk.json(&again)["articles"][0]["doubtful"], json!(0));
    assert_eq!(desk.run(&["import", "two.txt", "--translation", "en.txt", "--lexicon", "en.txt"]).code, 2);
}

#[test]
fn codes_stay_with_the_text_they_follow_when_paragraphs_are_divided() {
    let desk = Workplace::new();
    desk.file(
        "ar.md",
        "وصل الوزير إلى العاصمة يوم الأحد في زيارة تستغرق ثلاثة أيام.[^1]\n\nسأل الصحفيون عن المستشفى.\n\n[^1]: هامش.\n",
    );
    desk.file(
        "en.md",
        "The minister arrived in the capital on Sunday for a three-day visit.[^1] Journalists asked about the hospital.\n\n[^1]: A note.\n",
    );
    desk.json(&["import", "ar.md", "--translation", "en.md", "--slug", "a"]);
    let shown = desk.json(&["show", "a"]);
    let marked: Vec<&str> =
        shown["paragraphs"].as_array().unwrap().iter().map(|p| p["target_marked"].as_str().unwrap_or("")).collect();
    assert_eq!(marked[0], "The minister arrived in the capital on Sunday for a three-day visit.{1/}", "{marked:?}");
    desk.run(&["align", "a", "--move", "2:1"]).done();
    let shown = desk.json(&["show", "a:1"]);
    let marked = shown["paragraphs"][0]["target_marked"].as_str().unwrap();
    assert!(marked.contains("visit.{1/}") && marked.ends_with("the hospital."), "{marked}");
}

#[test]
fn moving_words_of_ones_own_does_not_make_them_anothers() {
    let (desk, _) = desk_with(&ENGLISH);
    desk.run(&["config", "four-eyes", "enforce"]).done();
    desk.run_as("basil", &["set", "a:2", "The minister came on Sunday."]).done();
    desk.run_as("basil", &["align", "a", "--move", "2:3"]).done();
    desk.run_as("basil", &["submit", "a:3"]).done();
    assert_eq!(desk.run_as("basil", &["approve", "a:3"]).code, 3);
}

#[test]
fn a_repair_leaves_a_stale_part_stale_and_asks_before_many() {
    let (desk, _) = desk_with(&ENGLISH);
    assert_eq!(desk.run(&["align", "a", "--link", "1:2,3,4,5"]).code, 2, "more than three paragraphs change");
    assert_eq!(desk.run(&["align", "a", "--link", "2:3,3"]).code, 1, "a paragraph named twice");
    assert_eq!(english(&desk), ENGLISH);
    desk.file("new.txt", ARABIC.replace("٤٥", "٥٤"));
    desk.run(&["source", "update", "a", "new.txt", "--yes"]).done();
    desk.run(&["align", "a", "--move", "4:3"]).done();
    assert_eq!(desk.json(&["show", "a:3"])["paragraphs"][0]["stale"], json!(true));
}

#[test]
fn another_articles_translation_waits_as_drafts() {
    let other = [
        "A Recipe for Bread",
        "Aunt Betty takes flour and salt and a little honey.",
        "The dough rests under a cloth until the moon is up.",
        "Apples and plums are sliced and laid upon it in rings.",
        "My cat dislikes the smell of yeast and leaves the kitchen.",
        "Eat it warm.",
    ];
    let (desk, report) = desk_with(&other);
    assert!(report["remarks"].as_array().unwrap().contains(&json!("unlike")), "{report}");
    assert!(!statuses(&desk).contains(&"translated".to_owned()));
}

#[test]
fn a_sentence_on_one_side_alone_is_doubtful() {
    let mut shorter = ENGLISH.to_vec();
    shorter[2] = "He said the government would build 45 new schools.";
    let (desk, report) = desk_with(&shorter);
    assert_eq!(report["doubtful"], json!(1), "{report}");
    assert_eq!(statuses(&desk)[2], "draft");
}

#[test]
fn an_article_without_any_translation_is_not_called_left_out() {
    let desk = Workplace::new();
    desk.file("ar.txt", ARABIC);
    desk.json(&["import", "ar.txt", "--slug", "a"]);
    let shown = desk.run(&["align", "a"]).done();
    assert_eq!(shown.stdout, "“a” has no translation yet: there is nothing to pair.\n");
    assert!(shown.stderr.contains("--translation") && shown.stderr.contains("hunayn edit a:1"), "{}", shown.stderr);
    let pairs = desk.json(&["align", "a"]);
    assert!(pairs["pairs"].as_array().unwrap().iter().all(|pair| pair["state"] == "untranslated"), "{pairs}");
    desk.run(&["set", "a:2", ENGLISH[1]]).done();
    let shown = desk.run(&["align", "a"]).done();
    assert!(shown.stdout.contains("a:3 · no translation yet") && !shown.stdout.contains("not in"), "{}", shown.stdout);
}

#[test]
fn repairs_and_acceptance_are_refused_when_the_paragraph_moved_on() {
    let (desk, _) = desk_with(&ENGLISH);
    desk.run(&["set", "a:2", "The minister came on Sunday."]).done();
    for repair in [&["--unlink", "2"][..], &["--link", "2:3"], &["--move", "2:3"]] {
        let words = [&["align", "a"], repair, &["--expect", "1"]].concat();
        assert_eq!(desk.run(&words).code, 4, "{repair:?}");
    }
    assert_eq!(desk.run(&["align", "a:2", "--accept", "--expect", "1"]).code, 4);
    assert_eq!(desk.run(&["align", "a", "--expect", "1"]).code, 2, "nothing is written that could be refused");
    desk.run(&["align", "a", "--unlink", "2", "--expect", "2"]).done();
}

#[test]
fn a_repair_tells_what_became_of_each_paragraph() {
    let (desk, _) = desk_with(&ENGLISH);
    let report = desk.json(&["align", "a", "--unlink", "2"]);
    assert_eq!(report["changed"], json!(["a:2", "a:3"]));
    let became = json!([
        { "address": "a:2", "before": "translated", "status": "untranslated" },
        { "address": "a:3", "before": null, "status": "draft" },
    ]);
    assert_eq!(report["paragraphs"], became);
    let moved = desk.run(&["align", "a", "--move", "5:6"]).done();
    let told = "a:5: paired anew; translated → untranslated\na:6: paired anew; translated → draft\n";
    assert_eq!(moved.stdout, told);
    assert_eq!(statuses(&desk)[5], "draft");
}
