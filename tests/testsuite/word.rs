//! Word documents as sources: everything that a file of text can be, and what other projects' documents must come to.

use std::io::{Cursor, Read as _};
use std::path::Path;

use hunayn::formats::{Reader, detect_bytes, find};
use hunayn::model::{BlockShape, Flattening, SourceDocument};
use regex::Regex;
use serde_json::{Value, json};

use crate::desk::Workplace;

const ARTICLE: &str = "# بئر القرية\n\nقال **الشيخ** إن البئر *قديمة* جدًا، ولا أحد يعرف من حفرها.[^1]\n\n## الماء\n\n\
    1. دلو واحد\n2. دلوان\n\n> من حفر بئرًا شرب منها الناس.\n\n[^1]: دفتر القرية، ص ٧.\n";

const TRANSLATION: &str = "# The Village Well\n\nThe **sheikh** said that the well is *very* old, and nobody knows who dug it.[^1]\n\n\
    ## Water\n\n1. One bucket\n2. Two buckets\n\n> Who digs a well, from it the people drink.\n\n[^1]: The village ledger, p. 7.\n";

/// A document of the article’s translation, as it is exported.
fn document() -> Vec<u8> {
    let place = Workplace::new();
    place.file("well.md", ARTICLE);
    place.file("well.en.md", TRANSLATION);
    place.run(&["import", "well.md", "--translation", "well.en.md"]).done();
    let export = ["export", "well", "--format", "docx", "--layout", "target", "--require", "none", "-o", "well.docx"];
    place.run(&export).done();
    let exported = |name: &str| std::fs::read(place.folder().join(name));
    exported("well.docx").or_else(|_| exported("well.DRAFT.docx")).unwrap()
}

fn paragraphs(place: &Workplace, slug: &str) -> Vec<(Value, Value)> {
    let article = place.json(&["show", slug]);
    let paragraphs = article["paragraphs"].as_array().unwrap();
    paragraphs.iter().map(|one| (one["kind"].clone(), one["source"].clone())).collect()
}

/// A desk on which English articles come in.
fn english() -> Workplace {
    let place = Workplace::empty();
    place.run(&["init", "--source", "en", "--target", "ar"]).done();
    place
}

#[test]
fn an_exported_article_comes_in_again_with_the_same_kinds_and_texts() {
    let place = english();
    place.file("a.docx", document());
    place.file("b.md", TRANSLATION);
    let report = place.json(&["import", "a.docx", "b.md"]);
    assert_eq!(report["problems"], json!([]));
    let warnings = report["articles"][0]["warnings"].as_array().unwrap();
    // The head of a draft’s pages says that it is one.
    assert!(warnings.iter().all(|warning| warning["code"] == "margin"), "{report}");
    let texts = |slug| paragraphs(&place, slug).into_iter().filter(|(kind, _)| kind != "note").collect::<Vec<_>>();
    let (word, markdown) = (texts("a"), texts("b"));
    let kinds = |article: &[(Value, Value)]| article.iter().map(|(kind, _)| kind.clone()).collect::<Vec<_>>();
    let notice = word.iter().position(|(kind, _)| kind == "title").unwrap();
    assert_eq!(kinds(&word[notice..]), kinds(&markdown));
    assert_eq!(word[notice..].len(), markdown.len());
}

#[test]
fn a_document_is_all_that_a_text_can_be() {
    let place = Workplace::new();
    let document = document();
    place.file("well.md", ARTICLE);
    place.file("well.docx", &document);
    // A translation.
    let report = place.json(&["import", "well.md", "--translation", "well.docx"]);
    assert_eq!(report["articles"][0]["aligned"], json!(true), "{report}");
    // Standard input, which has no name; a pattern, a folder, another ending.
    let place = english();
    place.run_with_bytes(&document, &["import", "-", "--slug", "stdin"]).done();
    let lines = paragraphs(&place, "stdin").len();
    place.run(&["undo"]).done();
    for (name, how) in
        [("one.docx", "*.docx"), ("Two.DOCX", "Two.DOCX"), ("three.dotx", "three.dotx"), ("four.bin", "four.bin")]
    {
        place.file(name, &document);
        place.run(&["import", how, "--slug", "x"]).done();
        assert_eq!(paragraphs(&place, "x").len(), lines, "{name}");
        place.run(&["undo"]).done();
        std::fs::remove_file(place.folder().join(name)).unwrap();
    }
    let folder = place.folder().join("folder");
    std::fs::create_dir(&folder).unwrap();
    std::fs::write(folder.join("well.docx"), &document).unwrap();
    std::fs::write(folder.join("~$well.docx"), b"\x05salma").unwrap();
    let report = place.json(&["import", "folder"]);
    assert_eq!(report["articles"].as_array().unwrap().len(), 1, "{report}");
    assert_eq!((&report["problems"][0]["code"], report["problems"].as_array().unwrap().len()), (&json!("open"), 1));
    // Again the same, as a corrected source.
    let updated = place.json(&["source", "update", "well", "folder/well.docx"]);
    let changes = updated["paragraphs"].as_array().unwrap();
    assert!(changes.iter().all(|paragraph| paragraph["change"] == "unchanged"), "{updated}");
}

#[test]
fn what_is_no_document_is_said_to_be_what_it_is() {
    let place = Workplace::new();
    place.file("a.docx", document());
    let told = |arguments: &[&str]| {
        let refused = place.run(&[arguments, &["--json"]].concat()).error();
        format!("{} {}", refused["message"].as_str().unwrap(), refused["hint"].as_str().unwrap())
    };
    assert!(told(&["import", "a.docx", "--format", "md"]).contains("--format docx"));
    place.file("b.docx", "نص صرف.\n");
    assert!(told(&["import", "b.docx", "--format", "docx"]).contains("damaged"));
    place.run(&["import", "b.docx"]).done();
    let nameless = without(&document(), "_rels/.rels");
    place.file("e.docx", nameless);
    assert!(told(&["import", "e.docx"]).contains("damaged"));
    let container = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
    place.file("c.docx", container);
    assert!(told(&["import", "c.docx"]).contains("old Word document (.doc)"));
    let protected = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    place.file("d.docx", [container.as_slice(), &protected].concat());
    assert!(told(&["import", "d.docx"]).contains("with a password only"));
}

/// An archive without one of its parts.
fn without(bytes: &[u8], name: &str) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..archive.len() {
        let part = archive.by_index_raw(at).unwrap();
        if part.name().unwrap() != name {
            writer.raw_copy_file(part).unwrap();
        }
    }
    writer.finish().unwrap().into_inner()
}

/// A part of an archive as text.
fn part(bytes: &[u8], name: &str) -> Option<String> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).ok()?;
    let mut text = String::new();
    archive.by_name(name).ok()?.read_to_string(&mut text).ok()?;
    Some(text)
}

/// The letters and digits that a document shows, found without the reader: of `w:t`, without what is deleted or said twice.
fn letters(xml: &str) -> String {
    let mut text = xml.to_owned();
    for gone in ["mc:Fallback", "w:del", "w:moveFrom", "w:rt"] {
        let pattern = format!("(?s)<{gone}(?: [^>]*[^>/])?>.*?</{gone}>");
        text = Regex::new(&pattern).unwrap().replace_all(&text, "").into_owned();
    }
    let shown = Regex::new(r"<(?:w|m):t(?: [^>]*)?>([^<]*)</(?:w|m):t>").unwrap();
    let shown: String = shown.captures_iter(&text).map(|found| found[1].to_owned()).collect();
    let shown = shown.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&");
    shown.chars().filter(|c| c.is_alphanumeric()).collect()
}

fn letters_of(document: &SourceDocument) -> String {
    let in_body = document.blocks.iter().filter(|block| !matches!(block.shape, BlockShape::Note { .. }));
    in_body.flat_map(|block| block.content.text().chars()).filter(|c| c.is_alphanumeric()).collect()
}

/// Documents of other projects, where they are at hand, with what each must come to.
#[test]
fn documents_of_other_projects_come_to_what_they_must() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/interchange");
    let Ok(manifest) = std::fs::read_to_string(folder.join("MANIFEST.tsv")) else { return };
    let Some(Reader::Bytes { read, .. }) = find("docx").unwrap().read else { panic!("a document is no text") };
    for row in
        manifest.lines().map(|line| line.split('\t').collect::<Vec<_>>()).filter(|row| row[0].starts_with("docx/"))
    {
        let (name, expected) = (row[0], row.iter().find(|cell| EXPECTED.contains(cell)).unwrap());
        let bytes = std::fs::read(folder.join(name)).unwrap();
        let document = read(&bytes);
        match *expected {
            "valid" | "lenient" => {
                assert_eq!(detect_bytes(None, &bytes).map(|format| format.id), Some("docx"), "{name}");
                let document = document.unwrap_or_else(|error| panic!("{name}: {error}"));
                let Some(body) = part(&bytes, "word/document.xml") else { continue };
                let (found, shown) = (letters_of(&document), letters(&body));
                let has = |kind: Flattening| document.flattened.iter().any(|(told, _)| *told == kind);
                if has(Flattening::Hidden) {
                    assert!(found.len() < shown.len(), "{name}");
                } else if has(Flattening::TextBox) {
                    let sorted = |text: &str| {
                        let mut all: Vec<char> = text.chars().collect();
                        all.sort_unstable();
                        all
                    };
                    assert_eq!(sorted(&found), sorted(&shown), "{name}");
                } else {
                    assert_eq!(found, shown, "{name}");
                }
                let tables = row
                    .iter()
                    .find_map(|cell| cell.split_once("\"tables\": ")?.1.trim_end_matches('}').parse::<usize>().ok());
                let told = document.flattened.iter().filter(|(kind, _)| *kind == Flattening::Table).count();
                // Tables without a text are nothing; those inside of others are not counted there.
                assert!(tables.is_none_or(|tables| (tables > 0) >= (told > 0)), "{name}: {told}");
            }
            "malformed" | "hostile" => assert!(document.is_err(), "{name}"),
            _ => drop(document),
        }
    }
}

const EXPECTED: &[&str] = &["valid", "lenient", "malformed", "hostile", "survive"];
