//! The concordance at the command line: what is found in which spelling, on which side, marked where, rendered by what, and what no
//! longer counts.

use serde_json::{Value, json};

use crate::desk::Workplace;

const FIRST: &str = "عَقَدَ مجلسُ الأمْنِ جلسةً طارئة. وقال المُدرِّس إنّ الحكومة غائبة.";
const FIRST_TARGET: &str =
    "The Security Council held an emergency session. The teacher said that the government was absent.";
const SECOND: &str = "دعت الحكومات مجلس الامن إلى الانعقاد.";
const SECOND_TARGET: &str = "The governments called on the Security Council to convene.";

fn with_two() -> Workplace {
    let place = Workplace::with_lines(&[FIRST, SECOND, "سطر لا يُترجم"]);
    place.run(&["set", "a:1", FIRST_TARGET, "--submit"]).done();
    place.run(&["set", "a:2", SECOND_TARGET, "--submit"]).done();
    place
}

fn found(place: &Workplace, arguments: &[&str]) -> Value {
    place.json(&[&["concordance"], arguments].concat())
}

/// Where the phrase was found and what of the text it is, both sides, by origin.
fn marked(answer: &Value) -> Vec<(String, Vec<String>)> {
    let lines = answer["lines"].as_array().unwrap().iter();
    let mut marked: Vec<_> = lines
        .map(|line| {
            let parts = |side: &str, spans: &str| -> Vec<String> {
                let text = line[side].as_str().unwrap();
                let part = |span: &Value| {
                    let end = |at: usize| usize::try_from(span[at].as_u64().unwrap()).unwrap();
                    text[end(0)..end(1)].to_owned()
                };
                line[spans].as_array().unwrap().iter().map(part).collect()
            };
            let both = [parts("source", "source_spans"), parts("target", "target_spans")].concat();
            (line["origin"].as_str().unwrap().to_owned(), both)
        })
        .collect();
    marked.sort();
    marked
}

fn hits(pairs: &[(&str, &[&str])]) -> Vec<(String, Vec<String>)> {
    let owned = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect();
    pairs.iter().map(|(origin, texts)| ((*origin).to_owned(), owned(texts))).collect()
}

#[test]
fn a_phrase_is_found_in_every_spelling_and_marked_in_the_stored_text() {
    let place = with_two();
    for text in ["مجلس الأمن", "مَجْلِسُ الامن", "مجلـــس الأمن؟"] {
        let answer = found(&place, &[text]);
        assert_eq!(marked(&answer), hits(&[("a:1.1", &["مجلسُ الأمْنِ"]), ("a:2", &["مجلس الامن"])]), "{text}");
        assert_eq!((&answer["schema"], &answer["found"], &answer["more"]), (&json!(1), &json!(2), &json!(false)));
        let time = |name: &str| answer[name].as_u64().unwrap();
        assert!(time("finding_us") > 0 && time("finding_us") < time("took_us"));
    }
    assert_eq!(marked(&found(&place, &["الأمن مجلس"])), [], "the order counts");
    assert_eq!(marked(&found(&place, &["مجلس طارئة"])), [], "so do gaps");
    assert_eq!(marked(&found(&place, &["لا يترجم"])), [], "what is not translated is no memory");
}

#[test]
fn prefixes_and_stems_are_asked_for() {
    let place = with_two();
    assert_eq!(marked(&found(&place, &["مدرس"])), []);
    assert_eq!(marked(&found(&place, &["المدر*"])), hits(&[("a:1.2", &["المُدرِّس"])]));
    assert_eq!(marked(&found(&place, &["مدرس", "--stem"])), hits(&[("a:1.2", &["المُدرِّس"])]));
    assert_eq!(marked(&found(&place, &["حكومة"])), []);
    let both = hits(&[("a:1.2", &["الحكومة"]), ("a:2", &["الحكومات"])]);
    assert_eq!(marked(&found(&place, &["حكومة", "--stem"])), both);
    assert_eq!(marked(&found(&place, &["الحكوم*"])), both);
    let told = |words: &[&str]| place.run(&[&["concordance"], words].concat()).done().stderr.contains("--stem");
    assert!(told(&["حكومة"]), "whoever finds nothing is told of all forms");
    assert!(!told(&["برلمان", "--stem"]));
}

#[test]
fn either_side_or_both_are_searched_and_the_renderings_counted() {
    let place = with_two();
    let targets = hits(&[("a:1.1", &["Security Council"]), ("a:2", &["Security Council"])]);
    assert_eq!(marked(&found(&place, &["security council"])), targets);
    assert_eq!(marked(&found(&place, &["security council", "--in", "target"])), targets);
    assert_eq!(marked(&found(&place, &["security council", "--in", "source"])), []);
    assert_eq!(marked(&found(&place, &["sec* council"])), targets);
    let answer = found(&place, &["مجلس الأمن", "--in", "source"]);
    assert_eq!(answer["renderings"], json!([{"text": "Security Council", "side": "target", "count": 2}]));
    assert_eq!(answer["untold"], 0);
    let line = &answer["lines"][0]["renderings"][0];
    assert_eq!((&line["text"], &line["side"]), (&json!("Security Council"), &json!("target")));
    let answer = found(&place, &["government*"]);
    let texts: Vec<&str> =
        answer["renderings"].as_array().unwrap().iter().map(|r| r["text"].as_str().unwrap()).collect();
    assert_eq!(texts, ["الحكومات", "الحكومة"]);
}

#[test]
fn a_phrase_over_the_border_of_segments_is_found_in_the_paragraph() {
    let place = with_two();
    assert_eq!(marked(&found(&place, &["طارئة وقال"])), hits(&[("a:1", &["طارئة. وقال"])]));
}

#[test]
fn no_more_are_read_than_are_shown_unless_all_are_counted() {
    let lines: Vec<String> = (0..7).map(|number| format!("قال الشاهد كلمته رقم {number}")).collect();
    let place = Workplace::with_lines(&lines.iter().map(String::as_str).collect::<Vec<_>>());
    for number in 1..=7 {
        let text = format!("The witness said his word {number}");
        place.run(&["set", &format!("a:{number}"), &text, "--submit"]).done();
    }
    let answer = found(&place, &["قال الشاهد", "--limit", "3"]);
    assert_eq!((&answer["shown"], &answer["found"], &answer["more"]), (&json!(3), &json!(3), &json!(true)));
    let answer = found(&place, &["قال الشاهد", "--limit", "3", "--count"]);
    assert_eq!((&answer["shown"], &answer["found"], &answer["more"]), (&json!(3), &json!(7), &json!(false)));
    let answer = found(&place, &["قال الشاهد", "--limit", "7"]);
    assert_eq!((&answer["shown"], &answer["found"], &answer["more"]), (&json!(7), &json!(7), &json!(false)));
    let shown = place.run(&["concordance", "قال الشاهد", "--limit", "3"]).done().stdout;
    assert!(shown.starts_with("The first 3 units that use it are shown; there are more."), "{shown}");
    assert_eq!(place.run(&["concordance", "قال الشاهد", "--limit", "2", "--jsonl"]).done().stdout.lines().count(), 2);
}

/// A memory of more units than stand outside its lists, of words that nearly all of them have in another order, and in other forms.
#[test]
fn in_a_large_memory_every_unit_is_found_that_has_the_phrase_and_no_other() {
    const UNITS: usize = 9000;
    let words = ["قال", "الوزير", "للوزير", "في", "الجلسة", "وزير"];
    let source = |unit: usize| {
        let order = words.iter().enumerate().map(|(at, word)| ((unit * (2 * at + 7) + at * at) % 23, *word));
        let mut order: Vec<_> = order.filter(|(rank, _)| *rank < 17).collect();
        order.sort_unstable();
        let chosen: Vec<&str> = order.into_iter().map(|(_, word)| word).collect();
        format!("{} رقم {}", chosen.join(" "), unit % 700)
    };
    let sources: Vec<String> = (0..UNITS).map(source).collect();
    let units = sources.iter().enumerate().map(|(unit, source)| {
        format!(
            "<tu><tuv xml:lang=\"ar\"><seg>{source}</seg></tuv><tuv xml:lang=\"en\"><seg>Line {unit}.</seg></tuv></tu>\n"
        )
    });
    let header = r#"<tmx version="1.4"><header creationtool="x" creationtoolversion="1" segtype="sentence" o-tmf="x"
        adminlang="en" srclang="ar" datatype="plaintext"/><body>"#;
    let place = Workplace::with_lines(&["سطر"]);
    place.file("large.tmx", format!("{header}{}</body></tmx>", units.collect::<String>()));
    place.run(&["tm", "import", "large.tmx"]).done();
    let count =
        |arguments: &[&str]| found(&place, &[arguments, &["--count", "--limit", "1"]].concat())["found"].clone();
    for phrase in ["قال الوزير", "الوزير قال", "للوزير في", "وزير رقم", "في الجلسة رقم", "رقم 77", "الجلسة الوزير في"]
    {
        let padded = |text: &str| format!(" {text} ");
        let wanted = sources.iter().filter(|source| padded(source).contains(&padded(phrase))).count();
        assert!(wanted > 0, "{phrase}");
        assert_eq!(count(&[phrase]), json!(wanted), "{phrase}");
    }
    let in_any_form = |source: &&String| {
        let words: Vec<&str> = source.split(' ').collect();
        words.windows(2).any(|pair| pair[0] == "قال" && pair[1].ends_with("وزير"))
    };
    assert_eq!(count(&["قال الوزير", "--stem"]), json!(sources.iter().filter(in_any_form).count()));
    assert_eq!(count(&["line 77", "--in", "target"]), json!(1));
}

#[test]
fn what_no_longer_counts_is_not_shown_and_filters_narrow() {
    let place = with_two();
    place.run(&["set", "a:2", "The governments asked the Council of Security to meet.", "--submit"]).done();
    assert_eq!(marked(&found(&place, &["called on"])), []);
    assert_eq!(marked(&found(&place, &["called on", "--all"])), hits(&[("a:2", &["called on"])]));
    place.run(&["undo"]).done();
    assert_eq!(marked(&found(&place, &["called on"])), hits(&[("a:2", &["called on"])]));
    place.run(&["tm", "add", "مجلس الأمن", "the Council"]).done();
    let origins = |options: &[&str]| -> Vec<String> {
        marked(&found(&place, &[&["مجلس الأمن"], options].concat())).into_iter().map(|(origin, _)| origin).collect()
    };
    assert_eq!(origins(&[]).len(), 3);
    assert_eq!(origins(&["--origin", "desk"]), ["a:1.1", "a:2"]);
    assert_eq!(origins(&["--status", "reviewed"]), [""; 0]);
    place.run_as("basil", &["approve", "a:2"]).done();
    assert_eq!(origins(&["--status", "reviewed"]), ["a:2"]);
    assert_eq!(origins(&["--author", "basil"]), [""; 0]);
    assert_eq!(place.run(&["concordance", "x", "--origin", "none"]).code, 5);
}

#[test]
fn a_text_without_words_is_refused_and_absent_words_are_no_failure() {
    let place = with_two();
    let refused = place.run(&["concordance", "؟!", "--json"]);
    assert_eq!((refused.code, &refused.error()["code"]), (2, &json!("no-words")));
    assert_eq!(found(&place, &["زرافة"])["found"], 0);
    let told = place.run(&["concordance", "زرافة"]).done();
    assert_eq!(
        (told.stdout.as_str(), told.stderr.as_str()),
        ("", "The memory does not use it.\nFind all forms of its words with: --stem\n")
    );
}

#[test]
fn people_see_labels_then_one_language_on_each_line() {
    let place = with_two();
    let shown = place.run(&["concordance", "الانعقاد"]).done().stdout;
    let lines: Vec<&str> = shown.lines().collect();
    assert_eq!(lines[0], "1 unit uses it.");
    let at = lines.iter().position(|line| line.starts_with("a:2 · ")).unwrap();
    assert_eq!(lines[at + 1], "  ar  دعت الحكومات مجلس الامن إلى ⟪الانعقاد⟫.");
    assert!(lines[at + 2].starts_with("  en  The governments called on the Security Council to "), "{shown}");
}
