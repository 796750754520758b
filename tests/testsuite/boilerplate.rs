//! Boilerplate at the command line: found, made one object, changed in all articles but those that are out, filled at import,
//! undone, and strict about numbers.

use serde_json::{Value, json};

use crate::desk::Workplace;

const FOOTER: &str = "للتبرّع لمشروعنا: حساب رقم ٠٠١٢٣٤٥٦ في بنك الوادي، آيبان GB82 WEST 1234 5698 7654 32.";
/// The same, in another orthography.
const FOOTER_AGAIN: &str = "للتبرع  لمشروعنا: حساب رقم 00123456 في بنك الوادى، آيبان GB82 WEST 1234 5698 7654 32.";
const ENGLISH: &str = "To donate: account no. 00123456 at Wadi Bank, IBAN GB82 WEST 1234 5698 7654 32.";
const NEWER: &str = "To support us: account no. 00123456 at Wadi Bank, IBAN GB82 WEST 1234 5698 7654 32.";

/// Brings an article in whose last paragraph is the footer.
fn import(place: &Workplace, slug: &str, title: &str, footer: &str) -> Value {
    let file =
        place.file(&format!("{slug}.txt"), format!("{title}\n\nقالت الهيئة في {slug} إن النهر نقص.\n\n{footer}\n"));
    place.json(&["import", file.to_str().unwrap(), "--slug", slug])
}

/// Four articles with one footer, translated in the first.
fn with_footers() -> Workplace {
    let place = Workplace::new();
    for (slug, title, footer) in
        [("a", "النهر", FOOTER), ("b", "الجسر", FOOTER_AGAIN), ("c", "السوق", FOOTER), ("d", "الحقل", FOOTER)]
    {
        import(&place, slug, title, footer);
    }
    place.run(&["set", "a:3", ENGLISH]).done();
    place
}

fn with_block() -> Workplace {
    let place = with_footers();
    place.run(&["boilerplate", "promote", "a:3", "--name", "donate"]).done();
    place
}

/// Address and outcome of the paragraphs of a report.
fn outcomes(report: &Value) -> Vec<String> {
    let told = |place: &Value| format!("{} {}", place["address"].as_str().unwrap(), place["outcome"].as_str().unwrap());
    report["places"].as_array().unwrap().iter().map(told).collect()
}

fn paragraph(place: &Workplace, address: &str) -> Value {
    place.json(&["show", address])["paragraphs"][0].clone()
}

/// Address, and what the paragraph has of the block.
fn holdings(place: &Workplace) -> Vec<String> {
    let shown = place.json(&["boilerplate", "show", "donate"]);
    let told = |place: &Value| {
        let version = place["version"].as_u64().map(|version| version.to_string()).unwrap_or_default();
        format!("{} {}{version}", place["address"].as_str().unwrap(), place["has"].as_str().unwrap())
    };
    shown["places"].as_array().unwrap().iter().map(told).collect()
}

#[test]
fn what_is_repeated_to_the_letter_and_nearly_is_found_with_its_places() {
    let place = with_footers();
    let other = FOOTER.replace("الوادي", "الساحل").replace("٠٠١٢٣٤٥٦", "٠٠٩٩٩٩٩٩");
    import(&place, "e", "البحر", &other);
    let found = place.json(&["boilerplate", "list"]);
    let block = &found["blocks"][0];
    assert_eq!((&block["name"], &block["source"]), (&Value::Null, &json!(FOOTER)));
    let told: Vec<String> = block["occurrences"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| format!("{} {}", one["address"].as_str().unwrap(), one["match"].as_str().unwrap()))
        .collect();
    assert_eq!(told, ["a:3 exact", "b:3 exact", "c:3 exact", "d:3 exact", "e:3 near"]);
    assert_eq!(block["occurrences"][4]["source"], other);
    let exact = place.json(&["boilerplate", "list", "--exact"]);
    assert_eq!(exact["blocks"][0]["occurrences"].as_array().unwrap().len(), 4);
    assert_eq!(place.json(&["boilerplate", "list", "e", "--exact"])["blocks"], json!([]));
    assert_eq!(place.json(&["boilerplate", "list", "e:3"])["blocks"][0]["source"], FOOTER);
    assert_eq!(place.json(&["boilerplate", "list", "a", "--exact", "--min", "5"])["blocks"], json!([]));
    assert_eq!(place.run(&["boilerplate", "list", "nowhere"]).code, 5);
    assert_eq!(place.run(&["boilerplate", "list", "--near", "40"]).code, 2);
}

#[test]
fn promoting_fills_what_is_untranslated_and_leaves_other_wordings() {
    let place = with_footers();
    place.run(&["set", "c:3", NEWER]).done();
    let planned = place.json(&["boilerplate", "promote", "a:3", "--name", "donate", "--dry-run"]);
    let expected = ["a:3 linked", "b:3 filled", "c:3 own", "d:3 filled"];
    assert_eq!((outcomes(&planned), &planned["reason"]), (expected.map(str::to_owned).to_vec(), &json!("dry-run")));
    assert_eq!(place.run(&["boilerplate", "show", "donate"]).code, 5);
    let made = place.json(&["boilerplate", "promote", "a:3", "--name", "donate"]);
    assert_eq!((outcomes(&made), &made["version"]), (expected.map(str::to_owned).to_vec(), &json!(1)));
    let filled = paragraph(&place, "b:3");
    assert_eq!((&filled["status"], &filled["target"]), (&json!("draft"), &json!(ENGLISH)));
    assert_eq!(filled["segments"][0]["origin"], "boilerplate");
    assert_eq!(filled["boilerplate"], json!({"name": "donate", "version": 1, "outdated": false}));
    assert_eq!((&filled["source"], &paragraph(&place, "c:3")["boilerplate"]), (&json!(FOOTER_AGAIN), &Value::Null));
    let again = place.run(&["boilerplate", "promote", "c:3", "--json"]);
    assert_eq!((again.code, &again.error()["code"]), (4, &json!("block-known")));
    assert_eq!(place.run(&["boilerplate", "promote", "a:2"]).code, 1, "not translated");
    place.run(&["set", "a:2", "The authority said in a that the river had shrunk."]).done();
    assert_eq!(place.run(&["boilerplate", "promote", "a:2", "--name", "donate"]).code, 4, "the name is taken");
    place.run(&["doctor"]).done();
}

#[test]
fn a_number_or_account_that_differs_is_refused_without_a_reason() {
    let place = with_footers();
    for (wrong, check) in [
        (ENGLISH.replace("00123456", "00123465"), "num.phone"),
        (ENGLISH.replace("00123456", "123456"), "num."),
        (ENGLISH.replace("7654 32", "7645 32"), "num.iban"),
        (ENGLISH.replace("To donate", "To donate $5"), "num.mismatch"),
    ] {
        place.run(&["set", "a:3", &wrong]).done();
        let refused = place.run(&["boilerplate", "promote", "a:3", "--json"]);
        let told = refused.error();
        assert_eq!((refused.code, &told["code"]), (3, &json!("block-numbers")));
        assert!(told["message"].as_str().unwrap().contains(check), "{told}");
        assert_eq!(place.run(&["boilerplate", "promote", "a:3", "--waive", " "]).code, 3, "a reason without a word");
    }
    place.run(&["set", "a:3", ENGLISH]).done();
    place.run(&["boilerplate", "promote", "a:3", "--name", "donate"]).done();
    let wrong = ENGLISH.replace("7654 32", "7645 32");
    assert_eq!(place.run(&["boilerplate", "update", "donate", &wrong, "--yes"]).code, 3);
    assert_eq!(paragraph(&place, "b:3")["target"], ENGLISH);
    let waived = place.json(&["boilerplate", "update", "donate", &wrong, "--yes", "--waive", "الحساب تغيّر"]);
    assert_eq!(waived["waived"][0]["check"], "num.iban");
    assert_eq!(place.json(&["boilerplate", "show", "donate"])["versions"][1]["waiver"], "الحساب تغيّر");
    let arabic = place.run(&["--lang", "ar", "boilerplate", "update", "donate", "To donate: account 1."]);
    assert!(arabic.code == 3 && arabic.stderr.contains("تخالف الترجمة المصدر"), "{}", arabic.stderr);
}

#[test]
fn an_iban_that_is_wrong_on_both_sides_is_refused() {
    let (source, target) = (FOOTER.replace("7654 32", "7654 33"), ENGLISH.replace("7654 32", "7654 33"));
    let place = Workplace::with_lines(&["العنوان", &source]);
    place.run(&["set", "a:2", &target]).done();
    assert_eq!(place.run(&["boilerplate", "promote", "a:2"]).code, 3);
}

#[test]
fn a_new_version_reaches_drafts_and_spares_what_is_out_or_final() {
    let place = with_block();
    for (address, text) in [("c:1", "The Market"), ("c:2", "The authority said in c that the river had shrunk.")] {
        place.run(&["set", address, text]).done();
    }
    place.run(&["submit", "c", "--yes"]).done();
    place.run(&["approve", "c", "--yes"]).done();
    place.run(&["export", "c", "--format", "md", "-o", "c.md"]).done();
    place.run(&["approve", "d:3"]).done();
    place.run(&["finalize", "d:3"]).done();
    place.run(&["approve", "a:3"]).done();
    let planned = place.json(&["boilerplate", "update", "donate", NEWER, "--dry-run"]);
    let expected = ["a:3 updated", "b:3 updated", "c:3 published", "d:3 final"];
    assert_eq!(outcomes(&planned), expected);
    let updated = place.json(&["boilerplate", "update", "donate", NEWER]);
    assert_eq!((outcomes(&updated), &updated["version"]), (expected.map(str::to_owned).to_vec(), &json!(2)));
    assert_eq!((&updated["places"][2]["pinned"], &updated["places"][2]["version"]), (&json!(true), &json!(1)));
    let changed = paragraph(&place, "a:3");
    assert_eq!((&changed["target"], &changed["status"]), (&json!(NEWER), &json!("draft")), "an approval does not last");
    assert_eq!(paragraph(&place, "d:3")["status"], "final");
    assert_eq!(paragraph(&place, "c:3")["boilerplate"], json!({"name": "donate", "version": 1, "outdated": true}));
    assert_eq!(holdings(&place), ["a:3 current2", "b:3 current2", "c:3 older1", "d:3 older1"]);
    let checked = place.json(&["check", "--only", "cons.same-source"]);
    assert_eq!(checked["findings"], json!([]), "what keeps an older version keeps it on purpose");
    let same = place.json(&["boilerplate", "update", "donate", NEWER]);
    assert_eq!((&same["reason"], &same["version"]), (&json!("unchanged"), &json!(2)));
    let moved = place.json(&["boilerplate", "apply", "c", "--pinned"]);
    assert_eq!(outcomes(&moved), ["c:3 updated"]);
    assert_eq!(outcomes(&place.json(&["boilerplate", "apply", "d"])), ["d:3 final"]);
    place.run(&["doctor"]).done();
}

#[test]
fn wording_of_ones_own_stays_unless_it_is_asked_for() {
    let place = with_block();
    let own = ENGLISH.replace("To donate", "Please donate");
    place.run(&["set", "b:3", &own]).done();
    let updated = place.json(&["boilerplate", "update", "donate", NEWER]);
    assert_eq!(outcomes(&updated), ["a:3 updated", "b:3 own", "c:3 updated", "d:3 updated"]);
    assert_eq!(paragraph(&place, "b:3")["target"], own);
    assert_eq!(outcomes(&place.json(&["boilerplate", "apply", "b", "--own"])), ["b:3 updated"]);
    assert_eq!(paragraph(&place, "b:3")["target"], NEWER);
}

#[test]
fn each_step_is_one_operation_that_is_undone_whole() {
    let place = with_block();
    place.run(&["boilerplate", "update", "donate", NEWER, "--yes"]).done();
    place.run(&["undo"]).done();
    assert_eq!(holdings(&place), ["a:3 current1", "b:3 current1", "c:3 current1", "d:3 current1"]);
    place.run(&["redo"]).done();
    assert_eq!(holdings(&place)[1], "b:3 current2");
    place.run(&["set", "b:3", "Other words."]).done();
    let refused = place.run(&["undo", "#8", "--yes"]);
    assert_eq!(refused.code, 4, "somebody worked on top of it: {}", refused.stderr);
    place.run(&["undo"]).done();
    place.run(&["undo"]).done();
    assert_eq!(place.run(&["undo"]).done().code, 0);
    assert_eq!(place.run(&["boilerplate", "show", "donate"]).code, 5);
    assert_eq!(
        (paragraph(&place, "b:3")["status"].clone(), paragraph(&place, "a:3")["target"].clone()),
        (json!("untranslated"), json!(ENGLISH))
    );
    place.run(&["doctor"]).done();
}

#[test]
fn an_article_that_comes_in_is_filled_as_a_draft_and_says_so() {
    let place = with_block();
    let report = import(&place, "e", "البحر", FOOTER_AGAIN);
    let filled = json!([{"paragraph": 3, "name": "donate", "version": 1, "filled": true}]);
    assert_eq!(report["articles"][0]["boilerplate"], filled);
    let footer = paragraph(&place, "e:3");
    assert_eq!((&footer["status"], &footer["target"]), (&json!("draft"), &json!(ENGLISH)));
    assert_eq!((&footer["segments"][0]["origin"], &footer["translator"]), (&json!("boilerplate"), &Value::Null));
    let file = place.file("f.txt", format!("الوادي\n\n{FOOTER}\n"));
    let planned = place.json(&["import", file.to_str().unwrap(), "--dry-run"]);
    assert_eq!(planned["articles"][0]["boilerplate"][0]["paragraph"], 2);
    let said = place.run(&["import", file.to_str().unwrap()]).done().stderr;
    assert!(said.contains("f:2 repeats boilerplate donate"), "{said}");
    place.run(&["boilerplate", "update", "donate", NEWER, "--yes"]).done();
    assert_eq!(paragraph(&place, "e:3")["target"], NEWER);
    let corrected =
        place.file("corrected.txt", format!("الوادي\n\n{FOOTER}\n\nفقرة أخيرة لم تكن.\n\n{FOOTER_AGAIN}\n"));
    place.run(&["source", "update", "f", corrected.to_str().unwrap(), "--yes"]).done();
    assert_eq!(paragraph(&place, "f:4")["target"], NEWER, "a corrected source is filled too");
    place.run(&["doctor"]).done();
}

#[test]
fn a_pair_keeps_its_translation_and_has_the_version_if_it_is_the_same() {
    let place = with_block();
    let pair = |slug: &str, title: &str, english: &str| {
        let source =
            place.file(&format!("{slug}.ar.txt"), format!("{title}\n\nنقص النهر كثيرًا هذا العام.\n\n{FOOTER}\n"));
        let target = place.file(
            &format!("{slug}.en.txt"),
            format!("{slug}\n\nThe river shrank a great deal this year.\n\n{english}\n"),
        );
        let (source, target) = (source.to_str().unwrap(), target.to_str().unwrap());
        place.json(&["import", source, "--translation", target, "--slug", slug])
    };
    let same = pair("river", "النهر الأول", ENGLISH);
    assert_eq!(same["articles"][0]["boilerplate"][0]["filled"], false);
    assert_eq!(paragraph(&place, "river:3")["boilerplate"]["version"], 1);
    let other = pair("bridge", "الجسر الأول", NEWER);
    assert_eq!(other["articles"][0]["boilerplate"], json!([]));
    assert_eq!(paragraph(&place, "bridge:3")["target"], NEWER);
}

#[test]
fn inline_codes_follow_the_source_of_each_paragraph() {
    let place = Workplace::new();
    let html = |title: &str| {
        format!(
            "<html><body><article><h1>{title}</h1><p>نقص النهر كثيرًا هذا العام.</p><p>للتبرع زوروا <b>صفحتنا</b> اليوم يا أصدقاء.</p></article></body></html>"
        )
    };
    let first = place.file("one.html", html("الأول"));
    let second = place.file("two.html", html("الثاني"));
    place.run(&["import", first.to_str().unwrap(), "--slug", "one"]).done();
    place.run(&["set", "one:3", "To donate, visit our {1}page{/1} today, friends."]).done();
    place.run(&["boilerplate", "promote", "one:3", "--name", "visit"]).done();
    place.run(&["import", second.to_str().unwrap(), "--slug", "two"]).done();
    let filled = paragraph(&place, "two:3");
    assert_eq!(filled["target_marked"], "To donate, visit our {1}page{/1} today, friends.");
    place.run(&["boilerplate", "update", "visit", "Donate on our {1}page{/1} today, friends."]).done();
    assert_eq!(paragraph(&place, "two:3")["target_marked"], "Donate on our {1}page{/1} today, friends.");
    let bare = place.json(&["boilerplate", "update", "visit", "Donate on our page today, friends."]);
    assert_eq!(outcomes(&bare), ["one:3 updated", "two:3 updated"], "a change of codes alone is one");
    assert_eq!(paragraph(&place, "two:3")["target_marked"], "Donate on our page today, friends.");
}

#[test]
fn a_block_that_is_given_up_fills_nothing_any_more() {
    let place = with_block();
    let removed = place.json(&["boilerplate", "remove", "donate"]);
    assert_eq!((&removed["removed"], &removed["paragraphs"]), (&json!("donate"), &json!(4)));
    assert_eq!(import(&place, "e", "البحر", FOOTER)["articles"][0]["boilerplate"], json!([]));
    assert_eq!(paragraph(&place, "b:3")["target"], ENGLISH);
    assert_eq!(place.run(&["boilerplate", "update", "donate", NEWER]).code, 5);
    place.run(&["boilerplate", "promote", "b:3", "--name", "donate"]).done();
    place.run(&["person", "add", "hind", "--role", "editor"]).done();
    assert_eq!(place.run(&["boilerplate", "update", "donate", NEWER, "--yes"]).code, 3, "an editor keeps the blocks");
    place.run_as("hind", &["boilerplate", "update", "donate", NEWER, "--yes"]).done();
}

#[test]
fn many_paragraphs_are_changed_only_on_consent() {
    let place = with_block();
    for (slug, title) in [("e", "البحر"), ("f", "الميناء")] {
        import(&place, slug, title, FOOTER);
    }
    let refused = place.run(&["boilerplate", "update", "donate", NEWER, "--json"]);
    assert_eq!((refused.code, &refused.error()["code"]), (2, &json!("needs-yes")));
    assert_eq!(paragraph(&place, "f:3")["target"], ENGLISH);
    let changed = place.run_with(NEWER, &["boilerplate", "update", "donate", "-", "--yes", "--json"]).done().json();
    assert_eq!(outcomes(&changed).len(), 6);
}

#[test]
fn a_block_does_not_come_back_beside_another_of_its_name_or_source() {
    let place = with_block();
    place.run(&["boilerplate", "remove", "donate"]).done();
    let removed = place.json(&["op", "log"])["operations"][0]["number"].to_string();
    place.run(&["boilerplate", "promote", "a:3", "--name", "footer"]).done();
    assert_eq!(place.run(&["undo", &removed]).code, 4, "another block has the source");
    place.run(&["undo"]).done();
    place.run(&["undo", &removed]).done();
    place.run(&["boilerplate", "show", "donate"]).done();
}
