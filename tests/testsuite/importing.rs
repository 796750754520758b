//! Imports from outside: what is told of each file, who is kept waiting, and what a broken-off import leaves.

use serde_json::{Value, json};

use crate::desk::Workplace;

/// More paragraphs than one transaction takes.
const ARTICLES: usize = 30;
const PARAGRAPHS: usize = 50;

/// A folder of articles that come in by more than one transaction; no two paragraphs are equal.
fn many_articles(place: &Workplace) {
    std::fs::create_dir(place.folder().join("in")).unwrap();
    for article in 0..ARTICLES {
        let paragraphs: Vec<String> = (0..PARAGRAPHS).map(|n| format!("فقرة {n} من {article}.")).collect();
        place.file(&format!("in/n{article:02}.txt"), paragraphs.join("\n\n"));
    }
}

/// The problems of an import, each as its file without the folder and its code.
fn problems(report: &Value) -> Vec<(String, String)> {
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let one = |problem: &Value| (text(&problem["file"]).rsplit('/').next().unwrap().to_owned(), text(&problem["code"]));
    report["problems"].as_array().unwrap().iter().map(one).collect()
}

#[test]
fn a_large_import_is_one_complete_operation_that_one_undo_takes_back() {
    let place = Workplace::new();
    many_articles(&place);
    let dry = place.json(&["import", "in", "--dry-run"]);
    assert_eq!(place.json(&["list"])["articles"], json!([]));
    let report = place.json(&["import", "in"]);
    assert_eq!(report["articles"].as_array().unwrap().len(), ARTICLES);
    assert_eq!(dry["articles"], report["articles"], "a dry run tells what is done");
    assert_eq!((&dry["operation"], &dry["applied"]), (&Value::Null, &json!(false)));
    let log = place.json(&["op", "log"]);
    let imports: Vec<&Value> =
        log["operations"].as_array().unwrap().iter().filter(|operation| operation["kind"] == "import").collect();
    assert_eq!(imports.len(), 1);
    assert_eq!((&imports[0]["id"], &imports[0]["complete"]), (&report["operation"], &json!(true)));
    place.run(&["undo"]).done();
    assert_eq!(place.json(&["list"])["articles"], json!([]));
    place.run(&["redo"]).done();
    assert_eq!(place.json(&["list"])["articles"].as_array().unwrap().len(), ARTICLES);
    assert_eq!(place.json(&["doctor"])["sound"], true);
}

#[test]
fn a_dry_run_knows_what_the_same_call_brings() {
    let place = Workplace::with_lines(&["أهلًا بالعالم.", "فقرة في المكتب."]);
    place.file("b.txt", "عنوان ب\n\nفقرة في المكتب.\n\nفقرة مشتركة.\n\n***");
    place.file("c.txt", "عنوان ج\n\nفقرة مشتركة.\n\nفقرة وحيدة.\n\n***");
    place.file("same.txt", "عنوان ب\n\nفقرة في المكتب.\n\nفقرة مشتركة.\n\n***");
    place.file("b.md", "# عنوان آخر");
    let arguments = ["import", "b.txt", "c.txt", "same.txt", "b.md", "a.txt", "--json"];
    let dry = place.run(&[&arguments[..], &["--dry-run"]].concat());
    let done = place.run(&arguments);
    assert_eq!((dry.code, done.code), (1, 1), "{}", dry.stderr);
    let (dry, done) = (dry.json(), done.json());
    assert_eq!(dry["articles"], done["articles"]);
    for (dry, done) in dry["problems"].as_array().unwrap().iter().zip(done["problems"].as_array().unwrap()) {
        assert_eq!([&dry["file"], &dry["code"], &dry["already"]], [&done["file"], &done["code"], &done["already"]]);
    }
    let twice = dry["problems"].as_array().unwrap().iter().find(|problem| problem["file"] == "same.txt").unwrap();
    assert_eq!(twice["message"], "It is the same file as b.txt.");
    assert!(!twice["hint"].as_str().unwrap().contains("hunayn show"), "there is no such article yet: {twice}");
    let named = dry["problems"].as_array().unwrap().iter().find(|problem| problem["file"] == "b.md").unwrap();
    assert_eq!(named["message"], "It would have the same name, “b”, as b.txt.");
    assert_eq!(named["hint"], "Import it by itself under another name with --slug NAME.");
    let repeated: Vec<&Value> = done["articles"].as_array().unwrap().iter().map(|a| &a["repeated"]).collect();
    assert_eq!(repeated, [&json!(2), &json!(1)]);
    let codes = ["already-imported", "slug-taken", "already-imported"];
    assert_eq!(problems(&done).iter().map(|(_, code)| code.as_str()).collect::<Vec<_>>(), codes);
}

#[test]
fn every_file_of_a_folder_that_does_not_come_in_is_told_with_the_reason() {
    let place = Workplace::new();
    std::fs::create_dir(place.folder().join("in")).unwrap();
    for (name, text) in [
        ("one.html", "<p>فقرة في صفحة.</p>"),
        ("one.txt", "فقرة في ملف."),
        ("notes.pdf", "%PDF"),
        (".DS_Store", "x"),
        ("README", "x"),
    ] {
        place.file(&format!("in/{name}"), text);
    }
    #[cfg(unix)]
    std::os::unix::fs::symlink(place.folder().join("in/one.txt"), place.folder().join("in/two.txt")).unwrap();
    let answer = place.run(&["import", "in", "--json", "--dry-run"]);
    let mut expected = vec![("one.txt", "slug-taken"), (".DS_Store", "hidden"), ("README", "unknown-format")];
    expected.push(("notes.pdf", "unknown-format"));
    #[cfg(unix)]
    expected.push(("two.txt", "link"));
    let expected: Vec<(String, String)> = expected.iter().map(|&(f, c)| (f.to_owned(), c.to_owned())).collect();
    assert_eq!(problems(&answer.json()), expected);
    assert!(answer.json()["problems"][0]["hint"].as_str().unwrap().contains("--slug"));
    let answer = place.run(&["import", "in"]);
    assert_eq!(answer.code, 1);
    for part in ["--slug", "notes.pdf", ".DS_Store", "README", "1 file was not imported"] {
        assert!(answer.stderr.contains(part), "{part}: {}", answer.stderr);
    }
    std::fs::remove_file(place.folder().join("in/one.txt")).unwrap();
    std::fs::write(place.folder().join("in/three.txt"), "فقرة ثالثة.").unwrap();
    place.run(&["import", "in"]).done();
}

#[test]
fn a_folder_with_nothing_to_read_says_what_it_passed_over() {
    let place = Workplace::new();
    std::fs::create_dir(place.folder().join("in")).unwrap();
    place.file("in/notes.pdf", "%PDF");
    place.file("in/desk.hunayn", "SQLite");
    let answer = place.run(&["import", "in"]);
    assert_eq!(answer.code, 5);
    assert!(answer.stderr.contains("notes.pdf"), "{}", answer.stderr);
    assert!(answer.stderr.contains("save another document as one of these first"), "{}", answer.stderr);
    assert!(
        !answer.stderr.contains("desk.hunayn"),
        "a desk among its articles is nothing to be told: {}",
        answer.stderr
    );
}

#[test]
fn what_is_written_for_programs_is_no_article_unless_a_format_insists() {
    let place = Workplace::with_lines(&["أهلًا بالعالم.", "فقرة في المكتب."]);
    place.run(&["set", "a:1", "Hello, world."]).done();
    for format in ["json", "csv", "tmx"] {
        place.run(&["export", "a", "--format", format, "-o", &format!("a.{format}"), "--require", "none"]).done();
    }
    place.run(&["term", "add", "مكتب", "desk"]).done();
    place.run(&["term", "export", "-o", "terms.csv"]).done();
    place.file("lines.txt", "{\"address\":\"a:1\"}\n{\"address\":\"a:2\"}\n");
    place.file("x.xlf", "<?xml version=\"1.0\"?>\n<xliff version=\"1.2\"><file/></xliff>");
    place.file("x.tbx", "<martif type=\"TBX\"><text/></martif>");
    place.file("x.txt", "<?xml version=\"1.0\"?>\n<rss><channel/></rss>");
    for (file, what, way) in [
        ("a.DRAFT.json", "JSON", "hunayn apply"),
        ("a.DRAFT.csv", "CSV", "the article itself"),
        ("a.DRAFT.tmx", "TMX", "hunayn tm import"),
        ("terms.csv", "terms", "hunayn term import"),
        ("lines.txt", "JSON", "hunayn apply"),
        ("x.xlf", "XLIFF", "hunayn tm import"),
        ("x.tbx", "TBX", "hunayn term import"),
        ("x.txt", "XML", "web page"),
    ] {
        for arguments in [&["import", file, "--slug", "b"][..], &["source", "update", "a", file]] {
            let refused = place.run(&[arguments, &["--json"]].concat());
            assert_eq!((refused.code, &refused.error()["code"]), (2, &json!("format")), "{arguments:?}");
            let told = |key: &str| refused.error()[key].as_str().unwrap().to_owned();
            assert!(told("message").contains(what) && told("hint").contains(way), "{}", refused.stderr);
        }
    }
    assert_eq!(place.json(&["list"])["articles"].as_array().unwrap().len(), 1);
    std::fs::create_dir(place.folder().join("in")).unwrap();
    for (from, to) in [("a.DRAFT.json", "in/a.json"), ("lines.txt", "in/lines.txt")] {
        std::fs::rename(place.folder().join(from), place.folder().join(to)).unwrap();
    }
    place.file("in/good.txt", "نص صالح.");
    let report = place.run(&["import", "in", "--json"]);
    assert_eq!((report.code, &report.json()["articles"][0]["slug"]), (1, &json!("good")));
    let told = problems(&report.json());
    assert_eq!(told, [("lines.txt".into(), "format".into()), ("a.json".into(), "unknown-format".into())]);
    place.run(&["import", "in/lines.txt", "--format", "txt"]).done();
}

#[test]
fn a_text_with_a_stray_zero_is_refused_with_its_line() {
    let place = Workplace::new();
    let text = "وصل الوزير إلى العاصمة يوم الأحد.\n\nسأل الصحفيون عن\u{0} المستشفى الجديد.\n";
    place.file("a.txt", text);
    let refused = place.run(&["import", "a.txt", "--json"]).error();
    let told = refused["message"].as_str().unwrap();
    assert!(told.contains("U+0000") && told.contains("line 3") && !told.contains("binary"), "{told}");
    assert!(refused["hint"].as_str().unwrap().contains("text editor"), "{refused}");
    place.file("a.txt", text.replace('\0', ""));
    place.run(&["import", "a.txt"]).done();
}

#[test]
fn a_word_document_that_is_cut_off_is_said_to_be_one() {
    let place = Workplace::with_lines(&["أهلًا بالعالم."]);
    place.run(&["export", "a", "--format", "docx", "-o", "whole.docx", "--require", "none"]).done();
    let whole = std::fs::read(place.folder().join("whole.DRAFT.docx")).unwrap();
    for length in [whole.len() - 1, whole.len() / 2, 400, 20] {
        place.file("cut.docx", &whole[..length]);
        let refused = place.run(&["import", "cut.docx", "--json"]).error();
        let told = |key: &str| refused[key].as_str().unwrap();
        let is_damaged = told("message").contains("Word document is damaged") && told("hint").contains("cut off");
        assert!(is_damaged, "{length}: {refused}");
    }
}

#[test]
fn a_source_is_not_its_own_translation() {
    let place = Workplace::new();
    place.file("a.txt", "عنوان\n\nفقرة.");
    place.file("copy.txt", "عنوان\n\nفقرة.");
    for translation in ["a.txt", "copy.txt", "./a.txt"] {
        let answer = place.run(&["import", "a.txt", "--translation", translation, "--json"]);
        assert_eq!((answer.code, answer.error()["code"].as_str()), (2, Some("same-file")));
    }
    assert_eq!(place.json(&["list"])["articles"], json!([]));
}

#[test]
fn what_a_reader_flattens_is_told_with_its_place() {
    let place = Workplace::new();
    let html = "<article><p>فقرة أولى طويلة في المقال.</p><table><tr><td>أ</td><td>ب</td></tr></table>\
        <p><img src='x.png' alt='صورة'></p><ul><li>بند<ul><li>بند داخلي</li></ul></li></ul><p>خاتمة المقال هنا.</p></article>";
    let markdown = "فقرة أولى.\n\n| أ | ب |\n|---|---|\n| ج | د |\n\n![صورة](x.png)\n\n- بند\n  - داخلي\n\nخاتمة.\n";
    for (name, text, table, picture, list) in
        [("a.html", html, 2, 4, 5), ("b.md", markdown, 2, 6, 7), ("c.txt", "فقرة.\n\nفقرة.", 0, 0, 0)]
    {
        place.file(name, text);
        let report = place.json(&["import", name]);
        let warnings = report["articles"][0]["warnings"].as_array().unwrap();
        let found: Vec<(&str, &Value)> =
            warnings.iter().map(|one| (one["code"].as_str().unwrap(), &one["paragraphs"])).collect();
        let (table, picture, list) = (json!([table]), json!([picture]), json!([list]));
        let expected = [("table", &table), ("nested-list", &list), ("picture", &picture)];
        assert_eq!(found, if name == "c.txt" { &[][..] } else { &expected[..] }, "{name}: {report}");
    }
    place.run(&["undo"]).done();
    place.run(&["undo"]).done();
    let told = place.run(&["import", "b.md"]).done().stderr;
    assert!(told.contains("b:6") && told.contains("picture"), "{told}");
}

#[test]
fn odd_characters_are_told_at_import_and_by_doctor_and_are_no_damage() {
    let place = Workplace::new();
    place.file("a.txt", "عنوان\n\nقال\u{1b}[31m ثم\u{202e}عام\n\nفقرة\u{7f}.");
    let report = place.json(&["import", "a.txt"]);
    let warning = &report["articles"][0]["warnings"][0];
    assert_eq!((&warning["code"], &warning["count"]), (&json!("odd-characters"), &json!(3)));
    assert_eq!(warning["paragraphs"], json!([2, 3]));
    assert!(warning["message"].as_str().unwrap().contains("U+001B in a:2"), "{warning}");
    place.run(&["set", "a:3", "Well\u{2067}."]).done();
    let report = place.json(&["doctor"]);
    assert_eq!((&report["sound"], &report["complaints"]), (&json!(true), &json!([])));
    let remarks = report["remarks"].as_array().unwrap();
    let found: Vec<_> = remarks.iter().map(|r| [&r["address"], &r["side"], &r["count"], &r["characters"]]).collect();
    let expected = [
        [&json!("a:2"), &json!("source"), &json!(2), &json!(["U+001B", "U+202E"])],
        [&json!("a:3"), &json!("source"), &json!(1), &json!(["U+007F"])],
        [&json!("a:3"), &json!("target"), &json!(1), &json!(["U+2067"])],
    ];
    assert_eq!(found, expected);
    let told = place.run(&["doctor"]).done().stdout;
    assert!(told.contains("a:2") && told.contains("U+202E") && told.contains("sound"), "{told}");
}

#[test]
fn stored_controls_are_shown_and_never_sent_to_people_and_stay_in_json() {
    let place = Workplace::new();
    let text = "قال\u{1b}[31m ثم\u{7f}\u{9b}2J\u{202e}عام\u{fffe}";
    place.file("a.txt", format!("# {text}\n\n{text}"));
    place.run(&["import", "a.txt", "--slug", "a"]).done();
    place.run(&["set", "a:2", text]).done();
    place.run(&["comment", "a:2", "-m", text]).done();
    place.run(&["config", "name", text]).done();
    for arguments in [&["show", "a"][..], &["list"], &["log", "a"], &["comments"], &["op", "log"], &["config"]] {
        let shown = place.run(arguments).done().stdout;
        let raw = |c: char| (c.is_control() && c != '\n') || matches!(c, '\u{202e}' | '\u{fffe}');
        assert!(!shown.contains(raw), "{arguments:?}: {shown:?}");
        assert!(shown.contains("⟦U+001B⟧[31m ثم⟦U+007F⟧⟦U+009B⟧2J⟦RLO⟧عام⟦U+FFFE⟧"), "{arguments:?}: {shown}");
    }
    assert_eq!(place.json(&["show", "a:2"])["paragraphs"][0]["target"], text);
}

#[test]
fn a_desk_has_two_languages() {
    let place = Workplace::empty();
    for more in [&[][..], &["--dry-run"]] {
        let arguments = [&["init", "--source", "ar", "--target", "ar", "--json"][..], more].concat();
        let answer = place.run(&arguments);
        assert_eq!((answer.code, answer.error()["code"].as_str()), (2, Some("same-language")));
    }
    assert!(!place.path().exists());
    place.run(&["init", "--source", "ar", "--target", "fr"]).done();
}

/// Imports that stop in the middle of their work because a file comes slowly: a pipe that nobody writes to.
#[cfg(unix)]
mod slow {
    use std::path::PathBuf;
    use std::process::{Child, Command};
    use std::time::{Duration, Instant};

    use super::*;
    use crate::desk::Answer;

    fn pipe(place: &Workplace, name: &str) -> PathBuf {
        let path = place.folder().join(name);
        assert!(Command::new("mkfifo").arg(&path).status().unwrap().success());
        path
    }

    fn ended(child: Child) -> Answer {
        let output = child.wait_with_output().unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap();
        let (stdout, stderr) = (text(output.stdout), text(output.stderr));
        Answer { code: output.status.code().unwrap_or(-1), stdout, stderr }
    }

    fn articles(place: &Workplace) -> usize {
        place.json(&["list"])["articles"].as_array().unwrap().len()
    }

    /// An import that has written some articles and waits for its last file.
    fn half_done(place: &Workplace) -> (Child, PathBuf) {
        let before = articles(place);
        many_articles(place);
        let last = pipe(place, "zz.txt");
        let child = place.command(&["import", "in", "zz.txt", "--json"]).spawn().unwrap();
        let begun = Instant::now();
        while articles(place) == before {
            assert!(begun.elapsed() < Duration::from_secs(120), "nothing comes in");
        }
        (child, last)
    }

    #[test]
    fn who_writes_while_files_are_read_does_not_wait_for_them() {
        let place = Workplace::with_lines(&["فقرة.", "ثانية."]);
        place.run(&["set", "a:1", "One."]).done();
        let file = pipe(&place, "slow.txt");
        for arguments in [&["import", "slow.txt", "--slug", "b"][..], &["source", "update", "a", "slow.txt", "--yes"]] {
            let child = place.command(arguments).spawn().unwrap();
            // Opens once the import has opened its end, and so is at its work; it goes on when the text is there.
            let mut end = std::fs::OpenOptions::new().write(true).open(&file).unwrap();
            place.run_as("huda", &["set", "a:2", &format!("Two, {arguments:?}.")]).done();
            std::io::Write::write_all(&mut end, "فقرة.\n\nثانية مصحّحة.".as_bytes()).unwrap();
            drop(end);
            ended(child).done();
        }
        let paragraph = &place.json(&["show", "a:2"])["paragraphs"][0];
        assert_eq!(paragraph["source"], "ثانية مصحّحة.");
        assert!(paragraph["target"].as_str().unwrap().starts_with("Two"));
    }

    #[test]
    fn a_long_import_lets_others_write_between_its_batches() {
        let place = Workplace::with_lines(&["فقرة."]);
        let (child, last) = half_done(&place);
        place.run_as("huda", &["set", "a:1", "Well."]).done();
        std::fs::write(last, "الأخير.\n\nفقرة أخيرة.").unwrap();
        let report = ended(child).done().json();
        assert_eq!(report["articles"].as_array().unwrap().len(), ARTICLES + 1);
        let log = place.json(&["op", "log"]);
        let kinds: Vec<&Value> = log["operations"].as_array().unwrap().iter().map(|o| &o["kind"]).collect();
        assert_eq!(kinds[..2], ["set", "import"], "the import began first and took one place in the log");
        place.run(&["undo", &log["operations"][1]["number"].to_string()]).done();
        assert_eq!(articles(&place), 1);
        assert_eq!(place.json(&["show", "a:1"])["paragraphs"][0]["target"], "Well.");
        assert_eq!(place.json(&["doctor"])["sound"], true);
    }

    #[test]
    fn a_killed_import_leaves_whole_articles_and_does_not_look_complete() {
        let place = Workplace::new();
        let (mut child, last) = half_done(&place);
        child.kill().unwrap();
        child.wait().unwrap();
        std::fs::remove_file(last).unwrap();
        let some = articles(&place);
        assert!(some > 0 && some < ARTICLES, "{some}");
        for article in place.json(&["list"])["articles"].as_array().unwrap() {
            assert_eq!(article["paragraphs"]["untranslated"], PARAGRAPHS, "{article}");
        }
        let operation = &place.json(&["op", "log"])["operations"][0];
        assert_eq!((&operation["kind"], &operation["complete"]), (&json!("import"), &json!(false)));
        let doctor = place.json(&["doctor"]);
        assert_eq!((&doctor["sound"], &doctor["remarks"][0]["code"]), (&json!(true), &json!("incomplete")));
        assert!(place.run(&["op", "log"]).done().stdout.contains("not complete"));
        let again = place.json(&["import", "in"]);
        assert_eq!(again["articles"].as_array().unwrap().len(), ARTICLES - some, "it goes on where it stopped");
        assert_eq!(articles(&place), ARTICLES);
        place.run(&["undo"]).done();
        assert_eq!(articles(&place), some);
        place.run(&["undo"]).done();
        assert_eq!(articles(&place), 0);
        let doctor = place.json(&["doctor"]);
        assert_eq!((&doctor["sound"], &doctor["remarks"]), (&json!(true), &json!([])));
    }

    #[test]
    fn an_import_that_is_undone_while_it_runs_stops() {
        let place = Workplace::new();
        let (child, last) = half_done(&place);
        place.run(&["undo"]).done();
        std::fs::write(last, "الأخير.\n\nفقرة أخيرة.").unwrap();
        let answer = ended(child);
        assert_eq!(answer.code, 4, "{}", answer.stdout);
        assert_eq!(answer.error()["code"], "taken-back");
        assert_eq!(articles(&place), 0);
        assert_eq!(place.json(&["doctor"])["sound"], true);
    }
}
