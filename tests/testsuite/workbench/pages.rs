//! What the pages show: texts escaped and in their own direction, both languages of the interface whole, search, history, export.

use super::{Browser, newsroom};
use crate::desk::Workplace;

/// Every page of a desk with something in every corner.
fn all_pages(place: &Workplace, browser: &mut Browser) -> Vec<(String, super::Page)> {
    let mut paths = vec!["/".to_owned(), "/search".to_owned(), "/search?q=the".to_owned(), "/nowhere".to_owned()];
    paths.push("/search?q=school&by=likeness".to_owned());
    paths.push(format!("/search?stem=1&q={}", super::encoded("المدرسة")));
    for article in place.json(&["list"])["articles"].as_array().unwrap() {
        let slug = article["slug"].as_str().unwrap();
        paths.extend(
            ["", "?findings=1", "?status=draft", "?comments=1", "/export", "/1", "/1/history", "/2", "/77"]
                .map(|p| format!("/articles/{slug}{p}")),
        );
    }
    paths.into_iter().map(|path| (path.clone(), browser.get(&path))).collect()
}

/// A desk on which every text that a person gives tries to break out.
fn hostile() -> Workplace {
    let place = newsroom();
    let evil = "<script>alert(1)</script>\"'&lt;</textarea><img src=x onerror=alert(2)>";
    let file = place.file("evil.md", format!("# {}\n\nمدرسة [رابط](javascript:alert(3)) {}\n", "عنوان <script>", "نص"));
    place.run(&["import", file.to_str().unwrap(), "--slug", "evil"]).done();
    place.run_as("amal", &["set", "evil:1", evil, "--submit"]).done();
    place.run_as("amal", &["set", "a:1", evil, "--submit"]).done();
    place.run_as("amal", &["comment", "a:1", "-m", evil]).done();
    place.run_as("basil", &["reject", "a:1", "--reason", "style", "-m", evil]).done();
    place.run_as(evil, &["set", "a:2", evil]).done();
    place.run(&["term", "add", "المدرسة", evil]).done();
    place.run(&["tm", "add", "انتهى الخبر.", evil]).done();
    place
}

#[test]
fn nothing_from_a_desk_becomes_markup() {
    let place = hostile();
    for (person, language) in [("amal", "en"), ("salma", "ar")] {
        let mut browser = Browser::in_language(&place, person, language);
        for (path, page) in all_pages(&place, &mut browser) {
            let text = page.text();
            assert!(text.matches("<script").count() <= 1, "{path}: {text}");
            assert!(!text.contains("<img") && !text.contains("</textarea><img"), "{path}: {text}");
            assert!(!text.contains("href=\"javascript"), "{path}: {text}");
        }
        browser.get("/articles/a/1").shown().has("&lt;script&gt;alert(1)&lt;/script&gt;");
    }
    let evil = super::encoded("<script>alert(4)</script>\"><script>");
    let mut browser = Browser::of(&place, "amal");
    for path in [format!("/search?q={evil}"), format!("/articles/{evil}"), format!("/articles/a/{evil}")] {
        browser.get(&path).lacks("<script>");
    }
}

#[test]
fn every_text_has_its_language_and_direction() {
    let place = newsroom();
    place.run(&["set", "a:1", "The school is closed."]).done();
    for language in ["en", "ar"] {
        let mut browser = Browser::in_language(&place, "amal", language);
        let page = browser.get("/articles/a").shown();
        page.has("<div class=\"text\" lang=\"ar\" dir=\"rtl\">قال الوزير")
            .has("<div class=\"text\" lang=\"en\" dir=\"ltr\">The school");
        let page = browser.get("/articles/a/1").shown();
        page.has("id=\"text\" name=\"text\" lang=\"en\" dir=\"ltr\"").has("<label class=\"label\" for=\"text\">");
        let direction = if language == "ar" { "rtl" } else { "ltr" };
        page.has(&format!("<html lang=\"{language}\" dir=\"{direction}\">"));
    }
}

#[test]
fn the_arabic_interface_is_whole() {
    let place = newsroom();
    place.run(&["set", "a:1", "نص", "--submit"]).done();
    place.run(&["comment", "a:1", "-m", "سؤال"]).done();
    let mut browser = Browser::in_language(&place, "أمل", "ar");
    let tags = regex::Regex::new(r"(?s)<(?:title|kbd|bdi|time|option|code)[^>]*>.*?</\w+>|<[^>]+>").unwrap();
    let latin = regex::Regex::new("[A-Za-z]{3,}").unwrap();
    for (path, page) in all_pages(&place, &mut browser) {
        page.has("dir=\"rtl\"");
        let words = tags.replace_all(&page.text(), " ").replace("Hunayn", "").replace("English", "");
        let words = words.replace("Ctrl", "").replace("Enter", "").replace("Shift", "");
        let left: Vec<&str> = latin.find_iter(&words).map(|found| found.as_str()).collect();
        assert!(left.is_empty(), "{path}: {left:?}");
        assert!(!page.text().contains("web-"), "{path}");
    }
}

#[test]
fn the_language_is_chosen_on_the_page_and_stays() {
    let place = newsroom();
    let mut browser = Browser::of(&place, "amal");
    let answer = browser.post("/language", &[("language", "ar"), ("back", "/articles/a?findings=1")]);
    assert_eq!((answer.status, answer.header("location").as_str()), (303, "/articles/a?findings=1"));
    browser.get("/articles/a").shown().has("<html lang=\"ar\" dir=\"rtl\">");
    browser.post("/language", &[("language", "tlh"), ("back", "/")]);
    browser.get("/").shown().has("<html lang=\"ar\"");
    browser.post("/language", &[("language", "en"), ("back", "/")]);
    browser.get("/").shown().has("<html lang=\"en\"");
}

#[test]
fn a_page_of_a_refusal_leads_back_to_where_the_person_was() {
    let place = newsroom();
    let mut browser = Browser::of(&place, "amal");
    let page = browser.post("/undo", &[("operation", "1"), ("back", "/articles/a/2")]);
    assert_eq!((page.status, page.field("back").as_str()), (403, "/articles/a/2"));
    for path in ["/undo", "/redo", "/language"] {
        assert_eq!(browser.get(path).status, 404, "{path}");
    }
}

#[test]
fn an_article_is_filtered_by_status_findings_and_comments() {
    let place = newsroom();
    place.run(&["set", "a:1", "Done.", "--submit"]).done();
    place.run(&["comment", "a:2", "-m", "Who?"]).done();
    let mut browser = Browser::of(&place, "amal");
    let rows = |browser: &mut Browser, query: &str| {
        let text = browser.get(&format!("/articles/a{query}")).shown().text();
        let row = regex::Regex::new("id=\"p([0-9]+)\" role=\"row\"").unwrap();
        row.captures_iter(&text).map(|found| found[1].parse().unwrap()).collect::<Vec<u32>>()
    };
    assert_eq!(rows(&mut browser, ""), [1, 2, 3]);
    assert_eq!(rows(&mut browser, "?status=untranslated"), [2, 3]);
    assert_eq!(rows(&mut browser, "?comments=1"), [2]);
    assert_eq!(rows(&mut browser, "?status=translated&comments=1"), [0_u32; 0]);
}

#[test]
fn the_history_compares_any_two_revisions() {
    let place = newsroom();
    for text in ["One two.", "One three.", "Four three."] {
        place.run(&["set", "a:1", text]).done();
    }
    let mut browser = Browser::of(&place, "amal");
    browser.get("/articles/a/1/history").shown().has("<del>One</del>").has("<ins>Four</ins>");
    browser.get("/articles/a/1/history?from=2&to=3").shown().has("<del>two</del>").has("<ins>three</ins>");
    assert_eq!(browser.get("/articles/a/1/history?from=9").status, 404);
}

#[test]
fn a_search_finds_words_in_context_and_texts_alike() {
    let place = newsroom();
    place.run(&["set", "a:1", "The minister said the school is closed.", "--submit"]).done();
    let mut browser = Browser::of(&place, "amal");
    let page = browser.get(&format!("/search?q={}", super::encoded("المدرسة"))).shown();
    page.has("<b class=\"phrase\">المدرسة</b>").has("/articles/a/1");
    let like = super::encoded("قال الوزير إن الجامعة مغلقة.");
    browser.get(&format!("/search?by=likeness&q={like}")).shown().has("The minister said the school is closed.");
    browser.get("/search?q=%20").shown();
    browser.get("/search?q=zebra").shown().has("The memory does not use it.");
}

#[test]
fn an_article_that_is_not_ready_goes_out_as_a_marked_draft_alone() {
    let place = newsroom();
    place.run(&["set", "a:1", "Done.", "--submit"]).done();
    let mut browser = Browser::of(&place, "amal");
    let choice = [("as", "html side-by-side"), ("require", "reviewed"), ("status", "1")];
    let page = browser.post("/articles/a/export", &choice);
    assert_eq!(page.status, 409);
    page.has("3 paragraphs are not reviewed").has("href=\"/articles/a/2\"").has("name=\"draft\"").lacks("--require");
    assert!(
        place.json(&["log", "a:1"])["paragraphs"][0]["events"]
            .as_array()
            .unwrap()
            .iter()
            .all(|e| e["event"] != "export")
    );
    let file = browser.post("/articles/a/export", &[&choice[..], &[("draft", "1")]].concat());
    assert_eq!(file.status, 200);
    assert_eq!(file.header("content-disposition"), "attachment; filename*=UTF-8''a.ar-en.DRAFT.html");
    file.has("DRAFT").has("Done.");
}

#[test]
fn what_is_downloaded_is_the_file_of_the_command_line_and_recorded_like_it() {
    let place = newsroom();
    for number in 1..=3 {
        place.run_as("amal", &["set", &format!("a:{number}"), "Done.", "--submit"]).done();
    }
    place.run(&["approve", "a", "--yes"]).done();
    place.run(&["export", "a", "--format", "md", "--layout", "target", "-o", "a.md"]).done();
    let mut browser = Browser::of(&place, "salma");
    let file = browser.post("/articles/a/export", &[("as", "md target"), ("require", "reviewed")]).shown();
    assert_eq!(file.bytes, std::fs::read(place.folder().join("a.md")).unwrap());
    assert_eq!(file.header("content-disposition"), "attachment; filename*=UTF-8''a.md");
    let log = place.json(&["log", "a:1"]);
    let exports = log["paragraphs"][0]["events"].as_array().unwrap().iter().filter(|event| event["event"] == "export");
    assert_eq!(exports.count(), 2);
    assert_eq!(place.json(&["status", "a"])["articles"][0]["published"]["path"], "a.md");
    assert_eq!(browser.post("/articles/a/export", &[("as", "md target"), ("require", "final")]).status, 409);
}
