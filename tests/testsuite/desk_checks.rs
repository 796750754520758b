//! Checks over a desk: what is looked at, how findings are named and let stand, what keeps a paragraph from being approved,
//! and consistency over all articles.

use serde_json::Value;

use crate::desk::Workplace;
use crate::escapes::unescaped;

/// An article of these sources and targets, as the article `a`; an empty target is left out.
pub(crate) fn translated(pairs: &[(&str, &str)]) -> Workplace {
    let sources: Vec<&str> = pairs.iter().map(|(source, _)| *source).collect();
    let place = Workplace::with_lines(&sources);
    log_targets(&place, "a", pairs);
    place
}

fn log_targets(place: &Workplace, slug: &str, pairs: &[(&str, &str)]) {
    let lines = pairs.iter().zip(1..).filter(|((_, target), _)| !target.is_empty());
    let script: Vec<String> = lines
        .map(|((_, target), number)| {
            serde_json::json!({ "address": format!("{slug}:{number}"), "text": target, "submit": true }).to_string()
        })
        .collect();
    let file = place.file("script.jsonl", script.join("\n"));
    place.run(&["apply", file.to_str().unwrap(), "--yes"]).done();
}

pub(crate) fn findings(place: &Workplace, arguments: &[&str]) -> (i32, Vec<Value>) {
    let answer = place.run(&[&["check"], arguments, &["--json"]].concat());
    (answer.code, answer.json()["findings"].as_array().unwrap().clone())
}

fn told(findings: &[Value]) -> Vec<String> {
    let one = |f: &Value| format!("{} {}", f["address"].as_str().unwrap(), f["check"].as_str().unwrap());
    findings.iter().map(one).collect()
}

const PAIRS: [(&str, &str); 4] = [
    ("من يملك النهر؟", "Who Owns the River?"),
    ("جفّ النهر عام ١٩٩٨. ثم عاد بعد ٤٥ شهرًا.", "In 1998 the river dried up. It came back after 54 months."),
    ("كان النهر لأهله جميعًا، ثم قُسم بينهم في عام ١٩٣٠.", ""),
    ("بلغت المساحة ٥٠٠ دونم.", "The area came to 500 hectares."),
];

#[test]
fn findings_name_their_paragraph_and_segment_and_point_into_the_stored_text() {
    let place = translated(&PAIRS);
    let (code, found) = findings(&place, &[]);
    assert_eq!(told(&found), ["a:2 num.mismatch", "a:4 num.unit"]);
    assert_eq!(code, 3);
    let first = &found[0];
    assert_eq!((&first["article"], &first["paragraph"], &first["segment"]), (&"a".into(), &2.into(), &2.into()));
    let spanned = |text: &str, span: &Value| {
        text[span[0].as_u64().unwrap() as usize..span[1].as_u64().unwrap() as usize].to_owned()
    };
    assert_eq!(spanned(PAIRS[1].0, &first["source_span"]), "٤٥");
    assert_eq!(spanned(PAIRS[1].1, &first["target_span"]), "54");
    assert_eq!(told(&findings(&place, &["a:4"]).1), ["a:4 num.unit"]);
    assert_eq!(findings(&place, &["a:4"]).0, 0, "a warning shuts no gate");
    assert_eq!(told(&findings(&place, &["a:2.1"]).1), Vec::<String>::new());
    assert_eq!(told(&findings(&place, &["a:2.2"]).1), ["a:2 num.mismatch"]);
    assert_eq!(told(&findings(&place, &["--severity", "error"]).1), ["a:2 num.mismatch"]);
    assert_eq!(told(&findings(&place, &["a", "--ignore", "num.mismatch"]).1), ["a:4 num.unit"]);
    assert_eq!(place.run(&["check", "a:9"]).code, 5);
    assert_eq!(place.run(&["check", "b"]).code, 5);
}

#[test]
fn what_is_left_out_or_untranslated_is_no_fault() {
    let place = translated(&PAIRS);
    place.run(&["exclude", "a:2", "-m", "repeated"]).done();
    assert_eq!(told(&findings(&place, &[]).1), ["a:4 num.unit"]);
    place.run(&["include", "a:2"]).done();
    assert_eq!(told(&findings(&place, &[]).1).len(), 2);
}

#[test]
fn an_error_keeps_its_paragraph_from_approval_until_it_is_let_stand() {
    let place = translated(&PAIRS);
    let refused = place.run(&["approve", "a:2", "--json"]);
    assert_eq!(refused.code, 3);
    let error = refused.error();
    assert_eq!((&error["code"], &error["address"]), (&"findings".into(), &"a:2".into()));
    assert_eq!(error["findings"][0]["check"], "num.mismatch");
    let id = error["findings"][0]["id"].as_str().unwrap().to_owned();
    assert_eq!(place.run(&["approve", "a", "--yes"]).code, 3, "nothing of a sweep is approved either");
    assert_eq!(place.json(&["show", "a:4"])["paragraphs"][0]["status"], "translated");
    assert_eq!(place.run(&["waive", &id, "-m", " "]).code, 2);
    assert_eq!(place.run(&["waive", "0000000000000000", "-m", "x"]).code, 5);
    let dry = place.json(&["waive", &id, "-m", "so said the author", "--dry-run"]);
    assert_eq!(dry["applied"], false);
    place.run(&["waive", &id, "-m", "so said the author"]).done();
    let (code, found) = findings(&place, &["a:2"]);
    assert_eq!((code, &found[0]["waived"], &found[0]["waiver"]["person"]), (0, &true.into(), &"salma".into()));
    assert_eq!(found[0]["waiver"]["reason"], "so said the author");
    assert_eq!(place.json(&["waive", &id, "-m", "again"])["reason"], "unchanged");
    let told = place.run(&["waive", &id, "-m", "again"]).done().stdout;
    assert!(told.contains("so said the author") && !told.contains("again"), "{told}");
    place.run(&["approve", "a", "--yes"]).done();
    assert_eq!(place.json(&["show", "a:2"])["paragraphs"][0]["status"], "reviewed");
    place.run(&["doctor"]).done();
}

#[test]
fn undo_lifts_a_waiver_but_not_from_under_an_approval() {
    let place = translated(&PAIRS);
    let id = findings(&place, &["a:2"]).1[0]["id"].as_str().unwrap().to_owned();
    place.run(&["waive", &id, "-m", "so it is"]).done();
    place.run(&["undo"]).done();
    assert_eq!(findings(&place, &["a:2"]).0, 3);
    place.run(&["redo"]).done();
    assert_eq!(findings(&place, &["a:2"]).0, 0);
    place.run(&["approve", "a:2"]).done();
    let by_name = place.run(&["undo", "#4", "--yes"]);
    assert_eq!(by_name.code, 4, "{}", by_name.stderr);
}

#[test]
fn a_waiver_dies_when_either_text_says_something_else_and_lives_through_typography() {
    let place = translated(&PAIRS);
    let id = findings(&place, &["a:2"]).1[0]["id"].as_str().unwrap().to_owned();
    place.run(&["waive", &id, "-m", "so it is"]).done();
    place.run(&["set", "a:2", "In 1998 the river dried up.  It came back after 54 months."]).done();
    assert_eq!(findings(&place, &["a:2", "--severity", "error"]).0, 0, "a second space says nothing else");
    place.run(&["set", "a:2", "In 1998 the river fell dry. It came back after 54 months."]).done();
    let (code, found) = findings(&place, &["a:2"]);
    assert_eq!((code, found[0]["id"].as_str(), &found[0]["waived"]), (3, Some(id.as_str()), &false.into()));
    place.run(&["set", "a:2", PAIRS[1].1]).done();
    assert_eq!(findings(&place, &["a:2"]).0, 0, "the old words are back, and so is the waiver");
}

#[test]
fn a_waiver_is_for_those_who_may_approve() {
    let place = translated(&PAIRS);
    let id = findings(&place, &["a:2"]).1[0]["id"].as_str().unwrap().to_owned();
    place.run(&["person", "add", "hind", "--role", "reviewer"]).done();
    place.run(&["person", "add", "salma", "--role", "translator"]).done();
    assert_eq!(place.run(&["waive", &id, "-m", "x"]).code, 3);
    place.run_as("hind", &["waive", &id, "-m", "x"]).done();
    assert_eq!(place.run(&["undo", "#6", "--yes"]).code, 3, "nor do others lift it");
}

#[test]
fn two_equal_findings_have_two_names() {
    let place = translated(&[("قال ثم رحل", "He said ,  then ,  left")]);
    let (_, found) = findings(&place, &["--only", "space.double"]);
    let ids: Vec<&str> = found.iter().map(|f| f["id"].as_str().unwrap()).collect();
    assert_eq!(ids.len(), 2);
    assert_ne!(ids[0], ids[1]);
}

#[test]
fn one_source_with_two_translations_is_found_across_articles() {
    let footer = "لدعم المبادرة: رقم الحساب ٠٠١٢٣";
    let place = translated(&[(footer, "To support us: account number 00123"), ("سطر آخر هنا.", "Another line here.")]);
    let file = place.file("b.txt", format!("مقال آخر\n\n{footer}"));
    place.run(&["import", file.to_str().unwrap(), "--slug", "b"]).done();
    log_targets(&place, "b", &[("", "Another Article"), ("", "To support us: account no. 00123")]);
    for address in [&[][..], &["b"], &["b:2"]] {
        let (code, found) = findings(&place, address);
        assert_eq!((code, told(&found)), (0, vec!["b:2 cons.same-source".to_owned()]), "{address:?}");
        assert!(found[0]["message"].as_str().unwrap().contains("a:1"), "{}", found[0]);
        assert_eq!(found[0]["suggestion"], "To support us: account number 00123");
    }
    assert_eq!(told(&findings(&place, &["a"]).1), Vec::<String>::new());
    place.run(&["set", "b:2", "To support us: account number 00123"]).done();
    assert_eq!(told(&findings(&place, &[]).1), Vec::<String>::new());
}

#[test]
fn one_translation_of_two_sources_is_found() {
    let place = translated(&[
        ("ارتفع الطلب هذا العام", "Demand rose this year"),
        ("انخفض الطلب هذا العام", "Demand rose this year"),
    ]);
    assert_eq!(told(&findings(&place, &[]).1), ["a:2 cons.same-target"]);
}

#[test]
fn people_read_the_findings_of_a_desk_in_their_language() {
    let place = translated(&PAIRS);
    let answer = place.run(&["check", "a"]);
    assert!(
        answer.stdout.contains("a:2 · error · num.mismatch · ") && answer.stderr.contains("hunayn waive"),
        "{answer:?}"
    );
    let answer = place.run(&["--lang", "ar", "check", "a"]);
    assert!(
        answer.stdout.contains("a:2 · خطأ · num.mismatch · ") && answer.stderr.contains("hunayn waive"),
        "{answer:?}"
    );
    let refused = place.run(&["--lang", "ar", "approve", "a:2"]);
    assert!(
        refused.stderr.contains("لم يُعتمد شيء") && refused.stderr.contains("a:2 num.mismatch"),
        "{}",
        refused.stderr
    );
}

#[test]
fn a_source_that_changed_after_its_translation_is_an_error_by_its_words_and_a_note_by_its_looks() {
    let place =
        translated(&[("نقص الماء في النهر.", "The river ran low."), ("ضاع العدل بين الناس.", "Justice was lost.")]);
    let update = |lines: [&str; 2]| {
        let file = place.file("b.txt", lines.join("\n\n"));
        place.run(&["source", "update", "a", file.to_str().unwrap(), "--yes"]).done();
    };
    place.run(&["config", "cosmetic-changes", "stale"]).done();
    update(["نقصَ الماءُ في النهر.", "ضاع العدل بين الناس كلهم."]);
    let (code, found) = findings(&place, &["--only", "src.changed"]);
    assert_eq!(code, 3, "{found:?}");
    let severities: Vec<&str> = found.iter().map(|f| f["severity"].as_str().unwrap()).collect();
    assert_eq!(
        (told(&found), severities),
        (vec!["a:1 src.changed".into(), "a:2 src.changed".into()], vec!["info", "error"])
    );
    place.run(&["approve", "a:2"]).done();
}

#[test]
fn headings_notes_and_dashes_are_judged_over_the_whole_article() {
    let place = translated(&[
        ("أولاً: أرقام مهمة", "I. Figures That Matter"),
        ("كانت الشبكة قديمة.(١)", "The network was old."),
        ("ثالثًا: الحلول الممكنة", "II. Possible Solutions"),
        ("الماء – وهو الحياة – قليل.", "Water - which is life - is scarce."),
    ]);
    let (_, found) = findings(&place, &["--ignore", "num.mismatch,num.ordinal"]);
    assert_eq!(told(&found), ["a:2 note.ref", "a:3 head.numbering", "a:4 dash.style", "a:4 dash.style"]);
    assert_eq!(told(&findings(&place, &["a:3", "--severity", "warn"]).1), ["a:3 head.numbering"]);
}

#[test]
fn two_paragraphs_in_the_place_of_one_are_an_error() {
    let place = translated(&[("نقص الماء. ضاع العدل.", "Water dwindled.\n\nJustice was lost.")]);
    assert_eq!(told(&findings(&place, &["--severity", "error"]).1), ["a:1 doc.paragraph-count"]);
}

#[test]
fn lengths_are_learnt_from_what_was_approved() {
    let source = "يسكن حوض النهر ناس كثيرون موزعون على بلدات متفرقة";
    let target = "People live in a basin of towns, far apart.";
    let mut pairs: Vec<(String, String)> = Vec::new();
    for number in 0..60 {
        let tail = "وهم يزرعون ويحصدون ".repeat(number % 7 + 1);
        let words = "they sow and reap and wait, ".repeat(number % 7 + 1);
        pairs.push((format!("{source} {tail}."), format!("{target} {words}and so on.")));
    }
    pairs.push((
        format!("{source} وهم يزرعون ويحصدون"),
        "People live in towns that lie far apart, and they sow now.".to_owned(),
    ));
    let pairs: Vec<(&str, &str)> = pairs.iter().map(|(source, target)| (source.as_str(), target.as_str())).collect();
    let place = translated(&pairs);
    let short = || told(&findings(&place, &["a:61", "--only", "seg.length-ratio"]).1);
    place.run(&["kind", "a:1-61", "body", "--yes"]).done();
    log_targets(&place, "a", &pairs);
    assert_eq!(short(), [""; 0]);
    place.run(&["approve", "a:1-60", "--yes"]).done();
    assert_eq!(short(), ["a:61 seg.length-ratio"]);
}

#[test]
fn a_desk_has_a_house_style_and_checks_ask_it() {
    let place = translated(&[
        ("بلغت نسبة المنظمات ٤٥ في المئة في ٣ أيلول ٢٠٢٣.", "On September 3, 2023 organizations made up 45 per cent."),
        (
            "قال النبي ﷺ «لا ضرر ولا ضرار» سنة ١٠هـ للجميع.",
            "The Prophet, peace be upon him, said ‘no harm’ in 10 AH to all.",
        ),
        ("عاد الصفصافي – وهو الكاتب – أمس.", "Yesterday Al-Safsafi – the writer – came back."),
    ]);
    let ids = || -> Vec<String> {
        let (_, found) = findings(&place, &["a", "--ignore", "num.mismatch,seg.length-ratio,neg.mismatch"]);
        found.iter().map(|f| f["check"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(ids(), [""; 0]);
    for (setting, value, id) in [
        ("style-spelling", "uk", "style.spelling"),
        ("style-percent", "sign", "style.percent"),
        ("style-dates", "day-month", "style.date-order"),
        ("style-quotes", "double", "punct.quotes"),
        ("style-honorifics", "omit", "rel.formula"),
        ("style-era", "ah-ce", "date.hijri"),
        ("style-article", "al-", "name.article-style"),
        ("style-dashes", "em", "dash.style"),
    ] {
        assert_eq!(place.run(&["config", setting, "nonsense"]).code, 2, "{setting}");
        place.run(&["config", setting, value]).done();
        let found = ids();
        assert!(!found.is_empty() && found.iter().all(|found| found == id), "{setting}: {found:?}");
        place.run(&["undo"]).done();
    }
    let headings =
        [("أولاً: أرقام مهمة", "I. Figures That Matter"), ("ثانيًا: حلول ممكنة", "II. Possible Good Solutions")];
    let place = translated(&headings);
    place.run(&["config", "style-headings", "sentence"]).done();
    assert_eq!(told(&findings(&place, &[]).1), ["a:1 case.heading", "a:2 case.heading"]);
}

#[test]
fn each_careless_change_of_a_clean_article_is_caught_by_its_check() {
    let place = Workplace::fleeting();
    let (source, target) =
        (crate::desk::corpus("wells-of-memory/ar.html"), crate::desk::corpus("wells-of-memory/en.md"));
    let import = ["import", source.to_str().unwrap(), "--slug", "a", "--translation", target.to_str().unwrap()];
    place.run(&import).done();
    // That an acronym is not explained is worth telling, and no fault.
    assert_eq!(told(&findings(&place, &["--ignore", "term.acronym"]).1), [""; 0], "the article is clean");
    let shown = place.json(&["show", "a"]);
    let targets: Vec<&str> =
        shown["paragraphs"].as_array().unwrap().iter().map(|p| p["target"].as_str().unwrap()).collect();
    let mutations = include_str!("../fixtures/checks/mutations.tsv").lines().filter(|line| !line.starts_with('#'));
    let (mut caught, mut missed) = (0, Vec::new());
    for line in mutations {
        let [check, from, to] = line.split('\t').collect::<Vec<_>>()[..] else { panic!("{line}") };
        let (from, to) = (unescaped(from), unescaped(to));
        let number = targets.iter().position(|target| target.contains(&from)).unwrap_or_else(|| panic!("{from}")) + 1;
        let mutated = targets[number - 1].replace(&from, &to);
        place.run(&["set", &format!("a:{number}"), "--", &mutated]).done();
        let (_, found) = findings(&place, &["a", "--only", check]);
        place.run(&["undo"]).done();
        if found.is_empty() { missed.push(line) } else { caught += 1 }
    }
    assert!(missed.is_empty() && caught >= 60, "caught {caught}, missed:\n{}", missed.join("\n"));
}

#[test]
fn whoever_approves_is_told_of_open_warnings_and_a_sentence_left_out_is_an_error() {
    let place = Workplace::with_lines(&["لن تغلق المدرسة أبوابها غدًا", "وصل الوفد صباحًا. ثم غادر المدينة مساءً."]);
    place.run(&["set", "a:1", "The school will close its doors tomorrow", "--submit"]).done();
    let approved = place.run_as("basil", &["approve", "a:1", "--json"]).done().json();
    assert_eq!(approved["open_warnings"], 1, "a negation more or less");
    place.run(&["set", "a:2.1", "The delegation arrived in the morning.", "--submit"]).done();
    let refused = place.run_as("basil", &["approve", "a:2", "--json"]);
    assert_eq!(refused.code, 3, "{}", refused.stdout);
    assert!(refused.stderr.contains("seg.empty"), "{}", refused.stderr);
    place.run(&["set", "a:2.2", "Then it left the city in the evening.", "--submit"]).done();
    place.run_as("basil", &["approve", "a:2"]).done();
}

#[test]
fn open_warnings_are_told_of_the_paragraphs_that_have_them() {
    let place = Workplace::with_lines(&["وافق المجلس على الخطة", "رفض المجلس الخطة", "لم يوافق المجلس على الخطة"]);
    for (paragraph, text) in [(1, "The council approved the plan"), (2, "The council rejected the plan")] {
        place.run(&["set", &format!("a:{paragraph}"), text, "--submit"]).done();
    }
    place.run(&["set", "a:3", "The council has approved the plan", "--submit"]).done();
    let told = place.run(&["approve", "a", "--yes"]).done().stderr;
    assert!(told.contains("open in a:3; see it with: hunayn check a:3\n"), "{told}");
}
