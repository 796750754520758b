//! The memory at work between articles: what was approved in one is found in the next, graded and flagged; drafts are filled from it,
//! and nothing else is touched.

use serde_json::{Value, json};

use crate::desk::Workplace;

const FIRST: [(&str, &str); 5] = [
    ("عودة النازحين إلى قراهم", "The Displaced Return to Their Villages"),
    (
        "قال الوزير إنّ الحكومة ستدرس المشروع في ١٢ أيار. وأضاف أن اللجنة ستجتمع غدًا.",
        "The minister said the government would study the project on 12 May. The committee will meet tomorrow, he added.",
    ),
    (
        "ارتفع عدد النازحين إلى ١٬٢٥٠ نازحًا عام ٢٠٢٣ بحسب الأمم المتحدة.",
        "The number of displaced rose to 1,250 in 2023, according to the United Nations.",
    ),
    (
        "لم يعلن المجلس موعد الانتخابات البلدية في المدينة.",
        "The council did not announce the date of the municipal elections in the city.",
    ),
    ("هذه فقرة الختام التي لا تتغير أبدًا.", "This is the closing paragraph that never changes."),
];

const SECOND: [&str; 9] = [
    "خبر آخر من البلدة",
    "قال الوزير إنّ الحكومة ستدرس المشروع في ١٢ أيار. وأضاف أن اللجنة ستجتمع غدًا.",
    "ارتفع عدد النازحين إلى ١٬٣٠٠ نازحًا عام 2024 بحسب الأمم المتحدة.",
    "يعلن المجلس موعد الانتخابات البلدية في المدينة.",
    "هذه  فقرة الختــام التي لا تتغير أبدًا.",
    "هذه فقرة الختامِ التي لا تتغير أبدا.",
    "يمتد النهر القديم شمال البلدة وراء التلال. وأضاف أن اللجنة ستجتمع غدًا.",
    "وأضاف أن اللجنة ستجتمع غدًا. هذه فقرة الختام التي لا تتغير أبدًا.",
    "خبر آخر من البلدة",
];

/// The first article, approved, as `a`; the second, untranslated, as `b`.
fn place() -> Workplace {
    let place = Workplace::with_lines(&FIRST.map(|(source, _)| source));
    for (number, (_, target)) in (1..).zip(FIRST) {
        place.run(&["set", &format!("a:{number}"), target, "--submit"]).done();
    }
    place.run_as("rami", &["approve", "a", "--yes"]).done();
    import(&place, "b", &SECOND);
    place
}

fn import(place: &Workplace, slug: &str, lines: &[&str]) {
    let file = place.file(&format!("{slug}.txt"), lines.join("\n\n"));
    place.run(&["import", file.to_str().unwrap(), "--slug", slug]).done();
}

/// The matches for an address.
fn matches(place: &Workplace, arguments: &[&str]) -> Vec<Value> {
    place.json(&[&["suggest"], arguments].concat())["matches"].as_array().unwrap().clone()
}

/// Where the matches for an address come from.
fn origins(place: &Workplace, arguments: &[&str]) -> Vec<String> {
    let matches = matches(place, arguments);
    let from = matches.iter().flat_map(|found| found["provenance"].as_array().unwrap());
    from.map(|from| from["address"].as_str().unwrap().to_owned()).collect()
}

/// What became of each paragraph: `filled SCORE` or the reason.
fn outcomes(report: &Value) -> Vec<String> {
    let told = |paragraph: &Value| match paragraph["outcome"].as_str() {
        Some("filled") => format!("{} filled {}", paragraph["address"].as_str().unwrap(), paragraph["score"]),
        _ => format!("{} {}", paragraph["address"].as_str().unwrap(), paragraph["reason"].as_str().unwrap()),
    };
    report["paragraphs"].as_array().unwrap().iter().map(told).collect()
}

#[test]
fn what_was_approved_in_one_article_is_found_in_the_next() {
    let place = place();
    for (address, score, kind, numbers, negation) in [
        ("b:2", 100, "exact", false, false),
        ("b:3", 90, "numbers", true, false),
        ("b:4", 87, "fuzzy", false, true),
        ("b:5", 99, "canonical", false, false),
        ("b:6", 98, "fuzzy", false, false),
        ("b:7.2", 100, "exact", false, false),
    ] {
        let found = matches(&place, &[address])[0].clone();
        assert_eq!((&found["score"], &found["kind"]), (&json!(score), &json!(kind)), "{address}");
        let flags = (&found["numbers_differ"], &found["negation_differs"]);
        assert_eq!(flags, (&json!(numbers), &json!(negation)), "{address}");
        let from = &found["provenance"][0];
        assert_eq!((&from["origin"], &from["status"]), (&json!("desk"), &json!("reviewed")), "{address}");
        assert_eq!(from["author"], "salma", "{address}");
    }
    assert_eq!(matches(&place, &["b:1"]), [] as [Value; 0]);
    assert_eq!(matches(&place, &["b:6", "--min", "99"]), [] as [Value; 0]);
    assert_eq!(matches(&place, &["b:2", "--limit", "1"]).len(), 1);
}

#[test]
fn a_match_tells_what_differs_and_which_numbers_to_change() {
    let place = place();
    let found = matches(&place, &["b:3"])[0].clone();
    let changes = json!([{"found": "1250", "wanted": "1300"}, {"found": "2023", "wanted": "2024"}]);
    assert_eq!(found["numbers"], changes);
    let joined = |without: &str| -> String {
        let ops = found["ops"].as_array().unwrap().iter().filter(|op| op["op"] != without);
        ops.map(|op| op["text"].as_str().unwrap()).collect()
    };
    assert_eq!((joined("insert"), joined("delete")), (FIRST[2].0.to_owned(), SECOND[2].to_owned()));
    assert_eq!((&found["characters"], &found["target"]), (&json!(90), &json!(FIRST[2].1)));
}

#[test]
fn both_interfaces_show_score_place_difference_and_warnings() {
    let place = place();
    place.run(&["term", "add", "المجلس", "the council", "--forbidden", "the board"]).done();
    let english = place.run(&["suggest", "b:3"]).done().stdout;
    for line in ["1 · 90 % · only numbers differ · characters 90 %", "number to change: 1250 → 1300", "[-١٬٢٥٠-]"]
    {
        assert!(english.contains(line), "{english}");
    }
    let english = place.run(&["suggest", "b:4"]).done().stdout;
    for line in ["! One has a negation that the other lacks.", "✓ the council", "✗ the board"] {
        assert!(english.contains(line), "{english}");
    }
    let arabic = place.run(&["--lang", "ar", "suggest", "b:3"]).done().stdout;
    for line in ["لا فرق إلا في الأرقام", "1250 ← 1300", "  en  The number of displaced"] {
        assert!(arabic.contains(line), "{arabic}");
    }
    let arabic = place.run(&["--lang", "ar", "pretranslate", "b", "--min", "80", "--dry-run"]).done().stdout;
    assert!(
        arabic.contains("b:2: ستُملأ · 100٪") && arabic.contains("ففي التطابق الذي نسبته 90٪ أرقام أخرى"),
        "{arabic}"
    );
    let none = place.run(&["suggest", "b:1"]).done();
    assert_eq!(none.stderr, "The memory has nothing that scores 50 % or more.\n");
}

#[test]
fn terms_stand_with_the_source_that_was_asked_for() {
    let place = place();
    place.run(&["term", "add", "اللجنة", "committee", "--admitted", "panel", "--forbidden", "commission"]).done();
    let term = |address| place.json(&["suggest", address])["terms"][0].clone();
    for address in ["b:7", "b:7.2"] {
        let (term, source) = (term(address), place.json(&["suggest", address])["source"].as_str().unwrap().to_owned());
        let span = term["span"][0].as_u64().unwrap() as usize..term["span"][1].as_u64().unwrap() as usize;
        assert_eq!((&source[span], &term["rendering"]), ("اللجنة", &json!("committee")), "{address}");
        assert_eq!((&term["admitted"], &term["forbidden"]), (&json!(["panel"]), &json!(["commission"])));
    }
    assert_eq!(term("b:7.1"), Value::Null);
}

#[test]
fn the_same_neighbours_make_a_match_in_context() {
    let place = place();
    import(&place, "c", &[FIRST[1].0, FIRST[2].0, FIRST[3].0]);
    let best = |address| matches(&place, &[address])[0].clone();
    assert_eq!((&best("c:2")["score"], &best("c:2")["kind"]), (&json!(101), &json!("context")));
    assert_eq!(best("c:1")["score"], 100, "nothing stands before it");
    assert_eq!((&best("b:2.1")["score"], &best("b:2.2")["score"]), (&json!(101), &json!(101)));
    assert_eq!(best("b:8.1")["score"], 100, "another segment stands beside it");
}

#[test]
fn a_match_goes_with_the_status_it_rests_on() {
    let place = place();
    let status = || matches(&place, &["b:2"]).first().map(|found| found["provenance"][0]["status"].clone());
    assert_eq!(status(), Some(json!("reviewed")));
    place.run_as("rami", &["undo", "#8"]).done();
    assert_eq!(status(), Some(json!("translated")), "the approval is undone, the translation stands");
    place.run(&["undo", "#4"]).done();
    assert_eq!(status(), None, "what was logged is undone");
    place.run(&["redo"]).done();
    assert_eq!(status(), Some(json!("translated")));
}

#[test]
fn a_superseded_wording_is_hidden_until_it_is_asked_for() {
    let place = place();
    place.run(&["set", "a:5", "This paragraph closes the article and never changes.", "--submit"]).done();
    let targets = |arguments: &[&str]| -> Vec<(Value, Value)> {
        let found = matches(&place, &[&["b:5"], arguments].concat()).into_iter();
        found.map(|found| (found["target"].clone(), found["provenance"][0]["superseded"].clone())).collect()
    };
    let new = json!("This paragraph closes the article and never changes.");
    assert_eq!(targets(&[]), [(new.clone(), json!(false))]);
    assert_eq!(targets(&["--all"]), [(new, json!(false)), (json!(FIRST[4].1), json!(true))]);
}

#[test]
fn the_wording_of_a_paragraph_is_not_offered_to_itself() {
    let place = place();
    for address in ["a:2", "a:2.1", "a:2.2", "a:5"] {
        let from = origins(&place, &[address, "--min", "30", "--all"]);
        assert!(!from.iter().any(|from| from.starts_with(address)), "{address}: {from:?}");
    }
    place.run(&["set", "b:2", FIRST[1].1, "--submit"]).done();
    assert_eq!(origins(&place, &["a:2", "--min", "100"]), ["b:2"]);
}

#[test]
fn a_stale_paragraph_feeds_nobody() {
    let place = place();
    let sources: Vec<String> =
        FIRST.iter().map(|(source, _)| source.replace("فقرة الختام التي لا", "فقرة الختام الجديدة التي لا")).collect();
    let file = place.file("a2.txt", sources.join("\n\n"));
    place.run(&["source", "update", "a", file.to_str().unwrap(), "--yes"]).done();
    assert_eq!(place.json(&["show", "a:5"])["paragraphs"][0]["stale"], true);
    assert_eq!(matches(&place, &["b:5"]), [] as [Value; 0]);
    assert_eq!(matches(&place, &["b:2"])[0]["score"], 100, "the others feed as before");
}

#[test]
fn a_match_is_taken_over_with_its_score() {
    let place = place();
    let planned = place.json(&["suggest", "b:3", "--take", "1", "--dry-run"]);
    assert_eq!((&planned["applied"], &planned["reason"]), (&json!(false), &json!("dry-run")));
    let taken = place.json(&["suggest", "b:3", "--take", "1"]);
    assert_eq!((&taken["score"], &taken["kind"], &taken["status"]), (&json!(90), &json!("numbers"), &json!("draft")));
    let paragraph = place.json(&["show", "b:3"])["paragraphs"][0].clone();
    assert_eq!((&paragraph["target"], &paragraph["translator"]), (&json!(FIRST[2].1), &json!("salma")));
    let segment = &paragraph["segments"][0];
    assert_eq!((&segment["origin"], &segment["match_score"]), (&json!("memory"), &json!(90)));
    let event = place.json(&["log", "b:3"])["paragraphs"][0]["events"][1].clone();
    assert_eq!((&event["origin"], &event["match_score"]), (&json!("memory"), &json!(90)));
    let blame = place.json(&["blame", "b:3"])["paragraphs"][0]["drafted"].clone();
    assert_eq!((&blame["origin"], &blame["match_score"]), (&json!("memory"), &json!(90)));
    assert!(place.run(&["show", "b:3"]).done().stdout.contains("from the memory, 90 %"));
    assert!(place.run(&["--lang", "ar", "log", "b:3"]).done().stdout.contains("مأخوذة من الذاكرة، 90٪"));
    assert_eq!(place.json(&["suggest", "b:3", "--take", "1"])["reason"], "unchanged");
    place.run(&["undo"]).done();
    assert_eq!(place.json(&["show", "b:3"])["paragraphs"][0]["status"], "untranslated");
    place.run(&["doctor"]).done();
}

#[test]
fn what_is_typed_over_a_match_is_the_persons_own() {
    let place = place();
    place.run(&["suggest", "b:3", "--take", "1"]).done();
    place
        .run(&["set", "b:3", "The number of displaced rose to 1,300 in 2024, according to the United Nations."])
        .done();
    let segment = place.json(&["show", "b:3"])["paragraphs"][0]["segments"][0].clone();
    assert_eq!((&segment["origin"], &segment["match_score"]), (&json!("human"), &Value::Null));
    place.run(&["suggest", "b:5", "--take", "1"]).done();
    place.run(&["kind", "b:5", "credit"]).done();
    let segment = place.json(&["show", "b:5"])["paragraphs"][0]["segments"][0].clone();
    assert_eq!(segment["match_score"], 99, "another kind is not another text");
}

#[test]
fn a_segment_takes_a_match_and_the_rest_stays() {
    let place = place();
    place.run(&["set", "b:7.1", "The old river runs north of the town, beyond the hills."]).done();
    place.run(&["suggest", "b:7.2", "--take", "1"]).done();
    let paragraph = place.json(&["show", "b:7"])["paragraphs"][0].clone();
    assert_eq!(
        paragraph["target"],
        "The old river runs north of the town, beyond the hills. The committee will meet tomorrow, he added."
    );
    assert_eq!(paragraph["segments"][1]["target"], "The committee will meet tomorrow, he added.");
}

#[test]
fn what_cannot_be_taken_is_refused() {
    let place = place();
    let refused = |arguments: &[&str]| {
        let answer = place.run(&[arguments, &["--json"]].concat());
        (answer.code, answer.error()["code"].as_str().unwrap().to_owned())
    };
    assert_eq!(refused(&["suggest", "b:3", "--take", "2"]), (5, "no-match".into()));
    assert_eq!(refused(&["suggest", "b:1", "--take", "1"]), (5, "no-match".into()));
    assert_eq!(refused(&["suggest", "b:3", "--take", "1", "--expect", "2"]), (4, "conflict".into()));
    assert_eq!(refused(&["suggest", "b"]), (2, "one-paragraph".into()));
    assert_eq!(refused(&["suggest", "b:2.9"]), (5, "no-segment".into()));
    assert_eq!(refused(&["pretranslate", "b:2.1"]), (2, "one-paragraph".into()));
    for score in ["0", "102", "x", "-1"] {
        assert_eq!(place.run(&["suggest", "b:3", &format!("--min={score}")]).code, 2, "{score}");
    }
    assert_eq!(place.run(&["suggest", "b:3", "--min", "90%"]).code, 0);
    assert_eq!(refused(&["suggest", "b:3", "--origin", "agency"]), (5, "no-memory".into()));
    assert_eq!(refused(&["pretranslate", "b", "--origin", "agency"]), (5, "no-memory".into()));
    assert_eq!(place.json(&["show", "b"])["article"]["status"], "untranslated");
}

#[test]
fn untranslated_paragraphs_are_filled_with_what_is_exact() {
    let place = place();
    let planned = place.json(&["pretranslate", "b", "--dry-run"]);
    let expected = [
        "b:1 no-match",
        "b:2 filled 100",
        "b:3 no-match",
        "b:4 no-match",
        "b:5 no-match",
        "b:6 no-match",
        "b:7 segments",
        "b:8 filled 100",
        "b:9 no-match",
    ];
    assert_eq!((outcomes(&planned), &planned["applied"]), (expected.map(str::to_owned).to_vec(), &json!(false)));
    assert_eq!(place.json(&["show", "b"])["paragraphs"][1]["status"], "untranslated");
    let report = place.json(&["pretranslate", "b"]);
    assert_eq!((outcomes(&report), &report["filled"], &report["left"]), (outcomes(&planned), &json!(2), &json!(7)));
    let by = |index: usize| (report["paragraphs"][index]["by"].clone(), report["paragraphs"][index]["from"].clone());
    assert_eq!((by(1).0, by(7).0), (json!("paragraph"), json!("segments")));
    let places = |from: Value| from.as_array().unwrap().iter().map(|from| from["address"].clone()).collect::<Vec<_>>();
    assert_eq!(places(by(7).1), [json!("a:2.2"), json!("a:5")]);
    assert_eq!(report["paragraphs"][8]["repeats"], "b:1");
    assert_eq!(report["paragraphs"][5]["repeats"], "b:5");
    assert_eq!(report["paragraphs"][6]["segments"], json!({"found": 1, "of": 2}));
    let show = place.json(&["show", "b"]);
    let filled = &show["paragraphs"][7];
    assert_eq!((&filled["status"], &filled["segments"][1]["match_score"]), (&json!("draft"), &json!(100)));
    assert_eq!(filled["segments"][0]["target"], "The committee will meet tomorrow, he added. ");
    assert_eq!(filled["segments"][1]["target"], FIRST[4].1);
    assert_eq!(show["paragraphs"][1]["segments"][1]["target"], "The committee will meet tomorrow, he added.");
    place.run(&["doctor"]).done();
    assert_eq!(place.json(&["pretranslate", "b"])["reason"], "unchanged");
    place.run(&["undo"]).done();
    assert_eq!(place.json(&["show", "b"])["article"]["status"], "untranslated");
    assert!(place.json(&["show", "b"])["paragraphs"].as_array().unwrap().iter().all(|p| p["target"] == ""));
}

#[test]
fn numbers_and_negation_are_never_filled_from_another_source() {
    let place = place();
    let report = place.json(&["pretranslate", "b", "--min", "50", "--yes"]);
    let outcomes = outcomes(&report);
    assert_eq!((outcomes[2].as_str(), outcomes[3].as_str()), ("b:3 numbers", "b:4 negation"));
    assert_eq!((outcomes[4].as_str(), outcomes[5].as_str()), ("b:5 filled 99", "b:6 filled 98"));
    assert_eq!((&report["paragraphs"][2]["score"], &report["paragraphs"][3]["score"]), (&json!(90), &json!(87)));
    let told = place.run(&["pretranslate", "b:3-4", "--min", "50"]).done().stdout;
    assert!(told.contains("b:3: left, the match at 90 % has other numbers; see it with: hunayn suggest b:3"), "{told}");
}

#[test]
fn what_other_tools_remember_fills_less_its_penalty_and_only_where_it_is_wanted() {
    let place = place();
    place.run(&["tm", "add", SECOND[0], "Other News from the Town", "--memory", "agency"]).done();
    place.run(&["tm", "penalty", "agency", "10"]).done();
    assert_eq!(outcomes(&place.json(&["pretranslate", "b:1", "--dry-run"])), ["b:1 no-match"]);
    let wanted = |origin| place.json(&["pretranslate", "b:1", "--min", "90", "--origin", origin, "--dry-run"]);
    assert_eq!(outcomes(&wanted("desk")), ["b:1 no-match"]);
    let filled = wanted("agency")["paragraphs"][0].clone();
    assert_eq!(
        (&filled["score"], &filled["kind"], &filled["target"]),
        (&json!(90), &json!("exact"), &json!("Other News from the Town"))
    );
    assert_eq!((&filled["from"][0]["origin"], &filled["from"][0]["entry"]), (&json!("agency"), &json!(1)));
    place.run_as("rami", &["undo", "#8"]).done();
    let approved = place.json(&["pretranslate", "b:2", "--status", "reviewed", "--dry-run"]);
    assert_eq!(outcomes(&approved), ["b:2 no-match"]);
}

#[test]
fn a_lower_match_of_the_whole_gives_way_to_better_segments() {
    let place = place();
    import(&place, "c", &["وأضاف أن اللجنة ستجتمع غدًا. قال الوزير إنّ الحكومة ستدرس المشروع في ١٢ أيار."]);
    let report = place.json(&["pretranslate", "c", "--min", "40"]);
    let filled = &report["paragraphs"][0];
    assert_eq!((&filled["by"], &filled["score"]), (&json!("segments"), &json!(100)), "{report}");
}

#[test]
fn what_is_begun_left_out_or_cleared_is_not_filled() {
    let place = place();
    place.run(&["set", "b:2", "A draft of my own."]).done();
    place.run(&["set", "b:5", "Submitted.", "--submit"]).done();
    place.run(&["exclude", "b:8", "-m", "printed twice"]).done();
    place.run(&["set", "a:4", ""]).done();
    let report = place.json(&["pretranslate", "b:2,5,8", "--min", "90"]);
    assert_eq!(outcomes(&report), ["b:2 status", "b:5 status", "b:8 excluded"]);
    assert_eq!((&report["paragraphs"][0]["status"], &report["reason"]), (&json!("draft"), &json!("unchanged")));
    assert_eq!(place.json(&["show", "b:2"])["paragraphs"][0]["target"], "A draft of my own.");
    assert_eq!(place.json(&["show", "b:5"])["paragraphs"][0]["status"], "translated");
    assert_eq!(outcomes(&place.json(&["pretranslate", "a:4"])), ["a:4 superseded"]);
    let back = place.json(&["suggest", "a:4", "--take", "1"]);
    assert_eq!(
        (&back["score"], &back["status"]),
        (&json!(101), &json!("reviewed")),
        "the very texts that were approved"
    );
}

#[test]
fn two_wordings_of_one_score_are_told() {
    let place = place();
    import(&place, "c", &["سطر أول", FIRST[4].0]);
    place.run(&["set", "c:2", "Here the article ends.", "--submit"]).done();
    import(&place, "d", &["سطر ثان", FIRST[4].0]);
    let report = place.json(&["pretranslate", "d:2"]);
    let filled = &report["paragraphs"][0];
    assert_eq!(
        (&filled["contested"], &filled["target"]),
        (&json!(true), &json!(FIRST[4].1)),
        "what is approved goes first"
    );
}

#[test]
fn many_drafts_need_a_yes() {
    let place = place();
    import(&place, "c", &FIRST[1..].iter().map(|(source, _)| *source).collect::<Vec<_>>());
    let answer = place.run(&["pretranslate", "c", "--json"]);
    assert_eq!((answer.code, &answer.error()["code"]), (2, &json!("needs-yes")));
    assert_eq!(place.json(&["show", "c"])["article"]["status"], "untranslated");
    assert_eq!(place.json(&["pretranslate", "c", "--yes"])["filled"], 4);
    assert_eq!(place.json(&["show", "c"])["article"]["status"], "draft");
}

#[test]
fn codes_are_numbered_as_the_source_numbers_them_and_the_rest_is_told() {
    let place = Workplace::new();
    let bring = |slug: &str, text: &str| {
        let file = place.file(&format!("{slug}.md"), text);
        place.run(&["import", file.to_str().unwrap(), "--slug", slug]).done();
    };
    bring("a", "# عنوان\n\nهذا **مهم** جدًا في كل حال.\n\nهذا نص بلا وسوم في أوله.\n");
    place.run(&["set", "a:2", "This is {1}important{/1} in any case.", "--submit"]).done();
    place.run(&["set", "a:3", "This text has no codes at first.", "--submit"]).done();
    bring("b", "# آخر\n\nهذا **مهم** جدًا في كل حال.\n\nهذا نص بلا *وسوم* في أوله.\n\nهذا مهم جدًا في كل حال.\n");
    let report = place.json(&["pretranslate", "b", "--yes"]);
    let warnings = |index: usize| report["paragraphs"][index]["warnings"].as_array().unwrap().len();
    assert_eq!(outcomes(&report)[1..], ["b:2 filled 100", "b:3 filled 100", "b:4 filled 100"]);
    assert_eq!((warnings(1), warnings(2), warnings(3)), (0, 1, 0), "{report}");
    let marked = |number| place.json(&["show", number])["paragraphs"][0]["target_marked"].clone();
    assert_eq!(marked("b:2"), "This is {1}important{/1} in any case.");
    assert_eq!(
        (marked("b:3"), marked("b:4")),
        (json!("This text has no codes at first."), json!("This is important in any case."))
    );
}

#[test]
fn the_editor_shows_the_best_match_as_a_comment() {
    let place = place();
    let mut command = place.command(&["edit", "b:2-5", "--json"]);
    let output = command.env("HUNAYN_EDITOR", "sed -n 'w seen.txt'").output().unwrap();
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!((&report["edited"], &report["unapplied"]), (&json!([]), &json!([])), "comments are not read");
    let seen = std::fs::read_to_string(place.folder().join("seen.txt")).unwrap();
    for line in [
        format!("# ≈ 100% a:2: {}", FIRST[1].1),
        format!("# ≈ 90% ! 1250→1300 2023→2024 a:3: {}", FIRST[2].1),
        format!("# ≈ 87% ! a:4: {}", FIRST[3].1),
        format!("# ≈ 99% a:5: {}", FIRST[4].1),
    ] {
        assert_eq!(seen.matches(&line).count(), 1, "{line}\n{seen}");
    }
    assert_eq!(seen.matches(FIRST[4].1).count(), 1, "the repetition is not told twice");
}
