//! The termbase and the name authority at the command line: kept, changed, undone, taken in from tables and written to them,
//! found in texts and shown in the editor.

use serde_json::{Value, json};

use crate::desk::Workplace;

fn add(place: &Workplace, arguments: &[&str]) -> Value {
    place.json(&[&["term", "add"], arguments].concat())
}

/// The terms of the concepts listed, with their uses.
fn terms(place: &Workplace, authority: &str) -> Vec<String> {
    let listed = place.json(&[authority, "list"]);
    let concepts = listed["concepts"].as_array().unwrap().iter();
    concepts
        .flat_map(|concept| concept["terms"].as_array().unwrap().clone())
        .map(|term| format!("{} {}", term["usage"].as_str().unwrap(), term["term"].as_str().unwrap()))
        .collect()
}

fn with_committee() -> Workplace {
    let place = Workplace::new();
    add(
        &place,
        &["اللجنة التنفيذية", "Executive Committee", "--admitted", "the Executive", "--forbidden", "executive panel"],
    );
    place
}

#[test]
fn a_concept_is_kept_with_all_that_is_said_of_it() {
    let place = Workplace::new();
    let answer = add(
        &place,
        &[
            "بنك",
            "bank",
            "--form",
            "بنوك",
            "--pos",
            "noun",
            "--domain",
            "economy",
            "--note",
            "not a shore",
            "--from",
            "house style",
            "--date",
            "2024-05",
        ],
    );
    let concept = &answer["concept"];
    assert_eq!((&answer["schema"], &answer["applied"], &concept["number"]), (&json!(1), &json!(true), &json!(1)));
    assert_eq!(
        (&concept["domain"], &concept["source"], &concept["date"]),
        (&json!("economy"), &json!("house style"), &json!("2024-05"))
    );
    let bank = json!({"language": "ar", "term": "بنك", "usage": "preferred", "part_of_speech": "noun", "forms": ["بنوك"], "note": null});
    assert_eq!(concept["terms"][0], bank);
    assert_eq!(concept["person"], "salma");
    let listed = place.json(&["term", "list"]);
    assert_eq!(listed["concepts"], json!([concept]));
    assert_eq!(place.json(&["term", "list", "بَنْك"])["concepts"].as_array().unwrap().len(), 1);
    assert_eq!(place.json(&["term", "list", "shore"])["concepts"], json!([]));
    assert_eq!(place.json(&["term", "list", "--domain", "law"])["concepts"], json!([]));
    place.run(&["doctor"]).done();
}

#[test]
fn every_change_is_one_operation_that_is_undone_alone() {
    let place = with_committee();
    let all = [
        "preferred اللجنة التنفيذية",
        "preferred Executive Committee",
        "admitted the Executive",
        "forbidden executive panel",
    ];
    assert_eq!(terms(&place, "term"), all);
    place.run(&["term", "edit", "1", "--forbidden", "exec panel", "--preferred", "Executive Board"]).done();
    let changed =
        ["preferred اللجنة التنفيذية", "preferred Executive Board", "admitted the Executive", "forbidden exec panel"];
    assert_eq!(terms(&place, "term"), changed);
    assert_eq!(place.run(&["undo", "#2"]).code, 4, "the change stands on it");
    place.run(&["term", "remove", "1"]).done();
    assert_eq!(terms(&place, "term"), [""; 0]);
    place.run(&["undo"]).done();
    assert_eq!(terms(&place, "term"), changed);
    place.run(&["undo"]).done();
    assert_eq!(terms(&place, "term"), all);
    place.run(&["redo"]).done();
    assert_eq!(terms(&place, "term"), changed);
    place.run(&["op", "restore", "1", "--yes"]).done();
    assert_eq!(terms(&place, "term"), [""; 0]);
    place.run(&["doctor"]).done();
}

#[test]
fn what_is_given_again_changes_nothing() {
    let place = with_committee();
    let same = place.json(&["term", "edit", "1", "--preferred", "Executive Committee"]);
    assert_eq!((&same["applied"], &same["reason"]), (&json!(false), &json!("unchanged")));
    let planned = place.json(&["term", "edit", "1", "--note", "seen", "--dry-run"]);
    assert_eq!((&planned["reason"], &planned["concept"]["note"]), (&json!("dry-run"), &json!("seen")));
    assert_eq!(place.json(&["term", "list"])["concepts"][0]["note"], Value::Null);
}

#[test]
fn one_term_is_not_two_concepts_by_accident() {
    let place = with_committee();
    let again = ["term", "add", "اللجنةُ التنفيذية", "panel"];
    let refused = place.run(&[&again[..], &["--json"]].concat());
    assert_eq!((refused.code, &refused.error()["code"]), (4, &json!("concept-known")));
    place.run(&[&again[..], &["--homonym"]].concat()).done();
    assert_eq!(place.json(&["term", "list"])["concepts"].as_array().unwrap().len(), 2);
}

#[test]
fn what_says_nothing_or_is_not_there_is_refused() {
    let place = with_committee();
    assert_eq!(place.run(&["term", "add", " "]).code, 2);
    for swapped in [["term", "add", "Audit", "ديوان"], ["name", "add", "Salma", "سلمى"]] {
        let refused = place.run(&swapped);
        assert_eq!(refused.code, 2, "{swapped:?}");
        assert!(refused.stderr.contains(&format!("{} add \"{}\" \"{}\"", swapped[0], swapped[3], swapped[2])));
    }
    assert_eq!(place.run(&["term", "edit", "9", "--note", "x"]).code, 5);
    assert_eq!(place.run(&["name", "remove", "1"]).code, 5, "a term is no name");
    assert_eq!(place.run(&["term", "remove", "1", "7"]).code, 5);
    assert_eq!(terms(&place, "term").len(), 4);
    place.run(&["term", "add", "--forbidden", "so-called"]).done();
    assert_eq!(place.run(&["term", "edit", "2", "--forbidden", ""]).code, 2);
    place.run(&["person", "add", "hind", "--role", "editor"]).done();
    assert_eq!(place.run(&["term", "add", "مستوطنة", "settlement"]).code, 3);
    place.run_as("hind", &["term", "add", "مستوطنة", "settlement"]).done();
}

#[test]
fn names_have_one_house_form() {
    let place = Workplace::new();
    place
        .run(&[
            "name",
            "add",
            "معمر القذافي",
            "Muammar Gaddafi",
            "--short",
            "Gaddafi",
            "--avoid",
            "Qadhafi",
            "--variant",
            "العقيد القذافي",
        ])
        .done();
    place.run(&["name", "add", "عمّان", "Amman", "--kind", "place"]).done();
    let listed = place.json(&["name", "list"]);
    assert_eq!((&listed["concepts"][0]["kind"], &listed["concepts"][1]["kind"]), (&json!("person"), &json!("place")));
    assert_eq!(listed["concepts"][0]["terms"][1]["forms"], json!(["Gaddafi"]));
    place.run(&["name", "edit", "1", "--house", "Moammar Gadhafi"]).done();
    assert_eq!(terms(&place, "name")[1], "preferred Moammar Gadhafi");
    assert_eq!(terms(&place, "term"), [""; 0]);
    assert_eq!(place.run(&["name", "add", "طرابلس", ""]).code, 2);
    let found = place.json(&["term", "find", "زار العقيد القذافي عمان"]);
    let texts: Vec<&Value> = found["matches"].as_array().unwrap().iter().map(|found| &found["text"]).collect();
    assert_eq!(texts, ["العقيد القذافي", "عمان"]);
}

#[test]
fn terms_are_found_in_a_text_with_bytes_and_renderings() {
    let place = with_committee();
    let text = "قالَ: «وبلجنتها التنفيذيّة»";
    let found = place.json(&["term", "find", text]);
    let found = found["matches"][0].clone();
    let span: Vec<usize> =
        found["span"].as_array().unwrap().iter().map(|n| usize::try_from(n.as_u64().unwrap()).unwrap()).collect();
    assert_eq!(&text[span[0]..span[1]], "وبلجنتها التنفيذيّة");
    assert_eq!(
        (&found["sure"], &found["rendering"], &found["forbidden"]),
        (&json!(true), &json!("Executive Committee"), &json!(["executive panel"]))
    );
    let english = place.json(&["term", "find", "--in", "en", "the executive panels"]);
    assert_eq!(english["matches"][0]["rendering"], "اللجنة التنفيذية");
    add(&place, &["مال", "money"]);
    assert_eq!(place.json(&["term", "find", "كمال"])["matches"][0]["sure"], false);
}

#[test]
fn the_editor_shows_the_terms_of_each_source() {
    let place = Workplace::with_lines(&["قررت اللجنة التنفيذية ذلك اليوم.", "لم يقل أحد شيئًا."]);
    add(&place, &["لجنة تنفيذية", "Executive Committee", "--forbidden", "executive panel"]);
    let seen = place.folder().join("seen.txt");
    let mut command = place.command(&["edit", "a"]);
    command.env("HUNAYN_EDITOR", format!("sh -c 'cp \"$0\" {}'", seen.display())).output().unwrap();
    let text = std::fs::read_to_string(seen).unwrap();
    assert_eq!(text.matches("# = Executive Committee ≠ executive panel ← اللجنة التنفيذية\n").count(), 1, "{text}");
    assert_eq!(place.json(&["status", "a"])["articles"][0]["paragraphs"]["draft"], 0, "a comment is no translation");
}

#[test]
fn a_table_brings_what_the_desk_does_not_have_and_changes_nothing() {
    let place = with_committee();
    let table = "ar,en,en_forbidden,domain\n\
                 مستوطنة,settlement,,\n\
                 اللجنة التنفيذيّة,Executive Committee,exec panel,politics\n\
                 اللجنة التنفيذية,Executive Board,,\n\
                 مستوطنة,settlement,,\n\
                 ,lonely,,\n";
    let file = place.file("terms.csv", table);
    let import = |arguments: &[&str]| place.json(&[&["term", "import", file.to_str().unwrap()], arguments].concat());
    let outcomes = |report: &Value| -> Vec<String> {
        let concepts = report["concepts"].as_array().unwrap().iter();
        concepts
            .map(|concept| {
                format!("{} {} {}", concept["line"], concept["outcome"].as_str().unwrap(), concept["number"])
            })
            .collect()
    };
    let expected = ["2 added 2", "3 extended 1", "4 differs 1", "5 known 2"];
    let planned = import(&["--dry-run"]);
    assert_eq!((outcomes(&planned), &planned["applied"]), (expected.map(str::to_owned).to_vec(), &json!(false)));
    assert_eq!(terms(&place, "term").len(), 4);
    let report = import(&[]);
    assert_eq!(outcomes(&report), expected);
    assert_eq!((&report["problems"][0]["line"], &report["problems"][0]["code"]), (&json!(6), &json!("empty-concept")));
    let after = terms(&place, "term");
    assert_eq!(after.len(), 7, "{after:?}");
    assert!(after.contains(&"forbidden executive panel".into()) && after.contains(&"forbidden exec panel".into()));
    assert_eq!(import(&[])["reason"], "unchanged");
    place.run(&["undo"]).done();
    assert_eq!(terms(&place, "term").len(), 4, "one operation for the whole table");
}

#[test]
fn a_table_that_was_written_brings_all_to_another_desk() {
    let place = with_committee();
    add(&place, &["=بنك", "@bank", "--form", "بنوك", "--note", "a \"note\", with\nlines", "--keep"]);
    place.run(&["name", "add", "معمر القذافي", "Muammar Gaddafi", "--short", "Gaddafi", "--avoid", "Qadhafi"]).done();
    let table = place.run(&["term", "export"]).done().stdout;
    assert!(table.starts_with('\u{feff}') && table.contains("'=بنك") && table.contains("'@bank"), "{table}");
    place.run(&["term", "export", "-o", "terms.csv"]).done();
    assert_eq!(place.run(&["term", "export", "-o", "terms.csv"]).code, 1, "a file is not replaced unasked");
    assert_eq!(place.run(&["term", "export", "--json"]).code, 2);
    let other = Workplace::new();
    let answer = other.run_with(&table, &["term", "import", "-", "--json"]).done().json();
    assert_eq!(answer["problems"], json!([]));
    for authority in ["term", "name"] {
        let bare = |place: &Workplace| {
            let mut listed = place.json(&[authority, "list"]);
            for concept in listed["concepts"].as_array_mut().unwrap() {
                let concept = concept.as_object_mut().unwrap();
                concept.remove("id");
                concept.remove("at");
            }
            listed
        };
        assert_eq!(bare(&place), bare(&other));
    }
}

#[test]
fn what_is_no_table_of_terms_is_told() {
    let place = Workplace::new();
    let file = place.file("x.csv", "number,kind\n1,2\n");
    for (language, arabic) in [("en", false), ("ar", true)] {
        let refused = place.run(&["--lang", language, "term", "import", file.to_str().unwrap(), "--json"]);
        assert_eq!((refused.code, &refused.error()["code"]), (2, &json!("no-term-table")));
        assert_eq!(refused.error()["message"].as_str().unwrap().contains("ليس"), arabic);
    }
    let file = place.file("bytes.csv", b"ar,en\n\xff\xfe,x\n");
    assert_eq!(place.run(&["term", "import", file.to_str().unwrap()]).code, 2);
    assert_eq!(place.run(&["term", "import", "missing.csv"]).code, 2);
    let file = place.file("open.csv", "ar,en\nجسر,bridge\n\"قفل,lock\nباب,door\nنافذة,window\n");
    for more in [&[][..], &["--dry-run"]] {
        let refused = place.run(&[&["term", "import", file.to_str().unwrap(), "--json"], more].concat());
        assert_eq!((refused.code, &refused.error()["code"]), (2, &json!("open-quotation")));
        assert!(refused.error()["message"].as_str().unwrap().contains("open.csv, line 3: "), "{}", refused.stderr);
    }
    assert_eq!(place.json(&["term", "list"])["concepts"], json!([]));
}

#[test]
fn checks_of_a_desk_ask_its_termbase() {
    let place = Workplace::with_lines(&["قررت اللجنة التنفيذية ذلك.", "زار القذافي روما."]);
    place.run(&["set", "a:1", "The executive panel decided so."]).done();
    place.run(&["set", "a:2", "Qadhafi visited Rome."]).done();
    place.run(&["check", "a"]).done();
    add(&place, &["لجنة تنفيذية", "Executive Committee", "--forbidden", "executive panel"]);
    place.run(&["name", "add", "القذافي", "Gaddafi"]).done();
    let checked = place.run(&["check", "a", "--json"]);
    let found: Vec<Value> = checked.json()["findings"].as_array().unwrap().clone();
    let ids: Vec<(&Value, &Value)> = found.iter().map(|finding| (&finding["check"], &finding["suggestion"])).collect();
    assert_eq!(
        ids,
        [(&json!("term.forbidden"), &json!("Executive Committee")), (&json!("name.inconsistent"), &json!("Gaddafi"))]
    );
    assert_eq!((checked.code, &found[0]["target_span"]), (3, &json!([4, 19])));
    assert_eq!(place.run(&["approve", "a:1"]).code, 3);
    place.run(&["set", "a:1", "The Executive Committee decided so."]).done();
    place.run(&["check", "a"]).done();
    place.run(&["approve", "a:1"]).done();
    let arabic = place.run(&["--lang", "ar", "check", "a:2"]).done().stdout;
    assert!(arabic.contains("والدار تكتب «Gaddafi»"), "{arabic}");
}

/// An article and its translation in which two phrases are repeated.
fn with_repeated_phrases() -> Workplace {
    let place = Workplace::new();
    let arabic = [
        "النهر",
        "قررت اللجنةُ التنفيذية ذلك أمس. يسكن حوض نهر السرو ناسٌ كثيرون.",
        "وعادت لجنة تنفيذية إلى المدينة. نقص الماء في حوض نهر السرو.",
        "سألوا عن اللجنة التنفيذية في البلد. ولحوض نهر السرو مجلس.",
    ];
    let english = [
        "The River",
        "The Executive Committee decided so yesterday. Many people live in the Sarw river basin.",
        "An executive committee came back to the city. Water fell in the Sarw river basin.",
        "They asked about the Executive Committee in the country. The Sarw river basin has a council.",
    ];
    let (source, target) = (place.file("ar.txt", arabic.join("\n\n")), place.file("en.txt", english.join("\n\n")));
    let (source, target) = (source.to_str().unwrap(), target.to_str().unwrap());
    place.run(&["import", source, "--translation", target, "--slug", "a"]).done();
    place
}

#[test]
fn repeated_phrases_are_proposed_with_what_renders_them() {
    let place = with_repeated_phrases();
    let found = place.json(&["term", "extract", "a"]);
    let told: Vec<(&Value, &Value, &Value)> = found["candidates"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| (&one["term"], &one["count"], &one["renderings"][0]["text"]))
        .collect();
    let basin = (&json!("حوض نهر السرو"), &json!(3), &json!("Sarw river basin"));
    let committee = (&json!("اللجنة التنفيذية"), &json!(3), &json!("Executive Committee"));
    assert_eq!(told, [basin, committee]);
    assert_eq!(found["candidates"][0]["addresses"], json!(["a:2", "a:3", "a:4"]));
    assert_eq!(found["candidates"][0]["renderings"][0]["dice"], 1.0);
    assert_eq!(place.json(&["term", "extract"])["candidates"], found["candidates"], "the whole desk is this article");
    assert_eq!(place.json(&["term", "extract", "a", "--limit", "1"])["candidates"].as_array().unwrap().len(), 1);
    assert_eq!(place.json(&["term", "extract", "a", "--min", "4"])["candidates"], json!([]));
    assert_eq!(place.json(&["term", "extract", "a:1-2"])["candidates"], json!([]));
    assert_eq!(place.run(&["term", "extract", "nowhere"]).code, 5);
    assert_eq!(terms(&place, "term"), [""; 0], "nothing is taken over by itself");
}

#[test]
fn the_command_for_a_candidate_that_nothing_renders_leaves_room_for_it() {
    let place =
        Workplace::with_lines(&["قالت هيئة مياه الحوض كلمتها.", "عادت هيئة مياه الحوض.", "هيئة مياه الحوض هنا."]);
    let shown = place.run(&["--user", "Nour", "term", "extract"]).done().stdout;
    assert!(shown.contains("hunayn --user Nour term add 'هيئة مياه الحوض' \"…\""), "{shown}");
}

#[test]
fn a_candidate_is_taken_over_by_its_command_or_by_the_table() {
    let place = with_repeated_phrases();
    let shown = place.run(&["term", "extract", "a"]).done().stdout;
    let command = shown.lines().find(|line| line.contains("hunayn term add")).unwrap();
    let words = shlex::split(command.trim()).unwrap();
    place.run(&words.iter().skip(1).map(String::as_str).collect::<Vec<_>>()).done();
    assert_eq!(terms(&place, "term"), ["preferred حوض نهر السرو", "preferred Sarw river basin"]);
    let left = place.json(&["term", "extract", "a"]);
    assert_eq!(left["candidates"].as_array().unwrap().len(), 1, "what the termbase has is proposed no more");
    let table = place.run(&["term", "extract", "a", "--tsv"]).done().stdout;
    let report = place.run_with(&table, &["term", "import", "-", "--json"]).done().json();
    assert_eq!((&report["problems"], &report["concepts"][0]["outcome"]), (&json!([]), &json!("added")));
    assert_eq!(terms(&place, "term")[3], "preferred Executive Committee");
    assert_eq!(place.json(&["term", "extract", "a"])["candidates"], json!([]));
    let arabic = place.run(&["--lang", "ar", "term", "extract", "a"]).done().stderr;
    assert!(arabic.contains("لا عبارة هنا"), "{arabic}");
}
