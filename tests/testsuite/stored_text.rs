//! Text is sacred: what comes back is what was given, byte for byte, and the segments always cover it.

use hunayn::formats::{Reader, decode, find};
use hunayn::ops::apply::{LineResult, apply};
use hunayn::ops::import::{Arrival, ImportRequest, Input, ReadOptions, import};
use proptest::prelude::*;
use proptest::strategy::ValueTree as _;
use proptest::test_runner::{Config, TestRunner};
use serde_json::{Value, json};

use crate::desk::{Workplace, shown};

/// What a careless program would change: marks, controls, line ends, what looks like codes, like markup, like quotes.
const NASTY: &[&str] = &[
    "",
    " ",
    "\u{a0}",
    "\t",
    "\n",
    "\r\n",
    "\r",
    "\u{85}",
    "\u{2028}",
    "\u{1b}[31m",
    "\u{7f}",
    "\u{feff}",
    "\u{200f}",
    "\u{202e}",
    "\u{2068}",
    "\u{2069}",
    "\u{61c}",
    "\u{200b}",
    "\u{200d}",
    "\u{ad}",
    "\u{fffd}",
    "\u{fffe}",
    "\u{10ffff}",
    "e\u{301}",
    "é",
    "\u{301}",
    "ﷲ",
    "ﻻ",
    "لا",
    "كَتَبَ",
    "المُعَلِّمُ",
    "مدرســــة",
    "١٢٣",
    "123",
    "۴۵",
    "٫٬٪",
    "؟",
    "؛",
    "،",
    "«قال»",
    "“said”",
    "'",
    "\"",
    "\\",
    "\\\\{1}",
    "\\{1}",
    "{1}",
    "{/1}",
    "{1/}",
    "{2}",
    "{",
    "}",
    "{{}}",
    "%s",
    "$1",
    "<b>",
    "&amp;",
    "a. B",
    "Dr. X said. Then?",
    "قال د. سامي. ثم؟",
    "…",
    "***",
    "--",
    "👨‍👩‍👧",
    "𐀀",
    "\u{1d165}",
];

fn nasty() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => prop::sample::select(NASTY).prop_map(str::to_owned),
        1 => any::<char>().prop_filter("refused", |c| *c != '\0').prop_map(String::from),
        1 => "\\PC{1,6}",
    ];
    prop::collection::vec(piece, 0..10).prop_map(|pieces| pieces.concat())
}

/// Many strings at once, the same on every run.
fn strings(count: usize) -> Vec<String> {
    let mut runner = TestRunner::deterministic();
    let mut made: Vec<String> = NASTY.iter().map(|&text| text.to_owned()).collect();
    made.extend((NASTY.len()..count).map(|_| nasty().new_tree(&mut runner).unwrap().current()));
    made
}

#[track_caller]
fn assert_segments_join(paragraph: &Value) {
    for side in ["source", "target"] {
        let segments = paragraph["segments"].as_array().unwrap();
        let joined: String = segments.iter().map(|segment| segment[side].as_str().unwrap()).collect();
        assert_eq!(joined, paragraph[side].as_str().unwrap());
    }
}

#[test]
fn a_target_comes_back_as_it_was_given() {
    let lines: Vec<String> = (0..500).map(|n| format!("فقرة رقم {n}. وجملة ثانية؟")).collect();
    let place = Workplace::with_lines(&lines.iter().map(String::as_str).collect::<Vec<_>>());
    for texts in strings(4000).chunks(lines.len()) {
        let change =
            |(text, number): (&String, usize)| json!({"address": format!("a:{number}"), "text": text}).to_string();
        let script: Vec<String> = texts.iter().zip(1..).map(change).collect();
        let applied = place.run_with(&script.join("\n"), &["apply", "-", "--yes", "--json"]).done().json();
        assert_eq!(applied["lines"].as_array().unwrap().len(), texts.len());
        let article = place.json(&["show", "a"]);
        for (text, paragraph) in texts.iter().zip(article["paragraphs"].as_array().unwrap()) {
            assert_eq!(paragraph["target"].as_str(), Some(text.as_str()));
            assert_segments_join(paragraph);
        }
    }
}

#[test]
fn a_target_of_a_hundred_kilobytes_comes_back_as_it_was_given() {
    let place = Workplace::with_lines(&["نص طويل."]);
    let long = "Well, said he. “Why?” كَتَبَ\u{202e}؟ ".repeat(2500);
    assert!(long.len() > 100_000);
    place.run_with(&long, &["set", "a:1", "-"]).done();
    let article = place.json(&["show", "a:1"]);
    assert_eq!(article["paragraphs"][0]["target"].as_str(), Some(long.as_str()));
    assert_segments_join(&article["paragraphs"][0]);
}

#[test]
fn only_the_last_line_end_of_standard_input_is_not_text() {
    let place = Workplace::with_lines(&["نص."]);
    for (given, stored) in [("a", "a"), ("a\n", "a"), ("a\r\n", "a"), ("a\n\n", "a\n"), ("\r\na \n", "\r\na ")] {
        place.run_with(given, &["set", "a:1", "-"]).done();
        assert_eq!(place.json(&["show", "a:1"])["paragraphs"][0]["target"], stored, "{given:?}");
    }
}

#[test]
fn the_character_of_the_number_zero_is_no_text() {
    let place = Workplace::with_lines(&["نص.", "نص آخر. وجملة."]);
    let line = |address: &str, text: &str| json!({"address": address, "text": text}).to_string();
    let script = [line("a:1", "nul \0 x"), line("a:2.1", "\0"), line("a:2", "Another text. A sentence.")].join("\n");
    let answer = place.run_with(&script, &["apply", "-", "--yes", "--json"]);
    let results: Vec<Value> = answer.json()["lines"].as_array().unwrap().iter().map(|l| l["result"].clone()).collect();
    assert_eq!((answer.code, results), (2, vec![json!("refused"), json!("refused"), json!("applied")]));
    for address in ["a:1", "a:2.1"] {
        let refused = place.run_with("nul \0 x", &["set", address, "-", "--json"]);
        assert_eq!((refused.code, &refused.error()["code"]), (2, &json!("nul-character")), "{}", refused.stderr);
        assert!(refused.error()["message"].as_str().unwrap().contains("U+0000"), "{}", refused.stderr);
    }
    let article = place.json(&["show", "a"]);
    assert_eq!(article["paragraphs"][0]["target"], json!(""));
    assert_eq!(article["paragraphs"][1]["target"], json!("Another text. A sentence."));
}

#[test]
fn beside_codes_every_other_byte_is_text() {
    let place = Workplace::fleeting();
    let file = place.file("a.md", "قال *كل* شيء[^1] ومضى.\n\n[^1]: حاشية.\n");
    place.run(&["import", file.to_str().unwrap()]).done();
    let mut desk = place.open();
    let mut runner = TestRunner::new(Config { failure_persistence: None, ..Config::with_cases(400) });
    let texts = (nasty(), nasty(), nasty());
    let desk = std::cell::RefCell::new(&mut desk);
    let outcome = runner.run(&texts, |(before, inside, after)| {
        let desk = &mut **desk.borrow_mut();
        let without_codes = |text: String| text.replace(['{', '}', '\\'], "/");
        let (before, inside, after) = (without_codes(before), without_codes(inside), without_codes(after));
        let typed = format!("{before}{{1}}{inside}{{/1}}{after}{{2/}}");
        let mut set = |text: &str| {
            let line = json!({"address": "a:1", "text": text}).to_string();
            apply(desk, &line).unwrap().value[0].result
        };
        set(&typed);
        prop_assert_eq!(set(&typed), LineResult::Unchanged);
        let view = shown(desk, "a", None, false).unwrap();
        let paragraph = &view.paragraphs[0];
        prop_assert_eq!(paragraph.target_text(), format!("{before}{inside}{after}"));
        prop_assert_eq!(paragraph.marked_target(), typed);
        let joined: String = paragraph.segments().map(|segment| segment.target).collect();
        prop_assert_eq!(joined, paragraph.target_text());
        Ok(())
    });
    outcome.unwrap();
}

#[test]
fn the_typed_form_of_a_target_is_read_back_as_the_same_target() {
    let place = Workplace::fleeting();
    let file = place.file("a.md", "قال *كل* شيء[^1] ومضى.\n\n[^1]: حاشية.\n");
    place.run(&["import", file.to_str().unwrap()]).done();
    let mut desk = place.open();
    for text in strings(600) {
        let line = |text: &str| json!({"address": "a:1", "text": text}).to_string();
        apply(&mut desk, &line(&text)).unwrap();
        let typed = shown(&desk, "a", None, false).unwrap().paragraphs[0].marked_target();
        let again = apply(&mut desk, &line(&typed)).unwrap();
        assert_eq!(again.value[0].result, LineResult::Unchanged, "{text:?} shown as {typed:?}");
    }
}

#[test]
fn a_source_comes_back_as_the_reader_gave_it() {
    let place = Workplace::new();
    let mut desk = place.open();
    let files: Vec<String> = strings(1500).chunks(5).map(|lines| format!("نص\n\n{}", lines.join("\n\n"))).collect();
    let input = |(text, number): (&String, usize)| Arrival {
        source: Input::Bytes { name: format!("f{number}.txt"), bytes: text.as_bytes().to_vec() },
        translation: None,
        listed: None,
    };
    let request = ImportRequest {
        inputs: files.iter().zip(0..).map(input).collect(),
        slug: None,
        lexicon: None,
        options: ReadOptions { format: Some("txt".into()), encoding: Some("utf-8".into()) },
    };
    let report = import(&mut desk, &request, &mut |_| ()).unwrap().value;
    assert!(report.articles.len() > files.len() / 2, "{:?}", report.problems);
    for article in &report.articles {
        let number: usize = article.slug.as_str()[1..].parse().unwrap();
        let decoded = decode(files[number].as_bytes(), Some("utf-8")).unwrap();
        let document = match find("txt").unwrap().read {
            Some(Reader::Text { read, .. }) => read(&decoded.text).unwrap(),
            _ => panic!("plain text is read as text"),
        };
        let view = shown(&desk, article.slug.as_str(), None, false).unwrap();
        assert_eq!(view.paragraphs.len(), document.blocks.len());
        for (paragraph, block) in view.paragraphs.iter().zip(&document.blocks) {
            let source = paragraph.state.revision.source.text();
            assert!(source == block.content.text() || block.content.text().trim().is_empty(), "{source:?}");
            assert!(files[number].contains(source) || source.contains('\n') || source == "***", "{source:?}");
            let joined: String = paragraph.segments().map(|segment| segment.source).collect();
            assert_eq!(joined, source);
        }
    }
}
