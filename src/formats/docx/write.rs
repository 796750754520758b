//! Writes Word documents. Characters that XML forbids become U+FFFD in the file; nothing else of a text changes.

use std::io;

use super::blocks::Body;
use super::inline::{Links, words};
use super::numbering::Lists;
use super::package::{Part, pack, relation_id, settings};
use super::styles::{W, font_table, styles};
use super::xml::Xml;
use crate::formats::title::{document_title, shown_title, title_language};
use crate::formats::{WriteError, check_layout};
use crate::model::{Bitext, Completeness, Direction, Language, Layout, ParagraphKind, WriteOptions};

const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const HEADER: &str = "word/header1.xml";
const FOOTER: &str = "word/footer1.xml";

/// A4 in twentieths of a point (ISO 216: 210 × 297 mm).
const A4_SHORT: u32 = 11906;
const A4_LONG: u32 = 16838;

/// Writes one document: a table on landscape pages side by side, upright pages otherwise.
///
/// # Errors
/// When the place to write to fails.
pub(in crate::formats) fn write(
    bitext: &Bitext,
    options: &WriteOptions<'_>,
    out: &mut dyn io::Write,
) -> Result<(), WriteError> {
    check_layout("docx", options.layout)?;
    let mut links = Links::default();
    let mut lists = Lists::default();
    let document = document(bitext, options, &mut links, &mut lists);
    let (latin, complex) = default_languages(bitext, options);
    let mut parts = vec![
        Part::word("word/styles.xml", "styles", styles(&latin, &complex)),
        Part::word("word/settings.xml", "settings", settings(&latin, &complex, &[])),
        Part::word("word/fontTable.xml", "fontTable", font_table()),
        Part::word("word/numbering.xml", "numbering", lists.part()),
        Part::word(FOOTER, "footer", footer()),
    ];
    if bitext.completeness == Completeness::Draft {
        parts.push(Part::word(HEADER, "header", header(bitext, options)));
    }
    out.write_all(&pack(document, parts, &links, &document_title(bitext, options), &[])?)?;
    Ok(())
}

fn document(bitext: &Bitext, options: &WriteOptions<'_>, links: &mut Links, lists: &mut Lists) -> Vec<u8> {
    let is_table = options.layout == Layout::SideBySide;
    let (width, height, margin) = if is_table { (A4_LONG, A4_SHORT, 964) } else { (A4_SHORT, A4_LONG, 1418) };
    let mut xml = Xml::new();
    xml.open("w:document", &[("xmlns:w", W), ("xmlns:r", RELATIONS)]);
    xml.open("w:body", &[]);
    let mut body = Body { xml: &mut xml, links, lists, bitext, options };
    if bitext.completeness == Completeness::Draft {
        body.notices("Draft", |notices| notices.draft.clone());
    }
    let title_row = bitext.rows.iter().any(|row| row.kind == ParagraphKind::Title);
    if let Some(title) = shown_title(bitext, options).filter(|_| !title_row) {
        body.title(title, title_language(bitext));
    }
    match options.layout {
        Layout::SideBySide => {
            body.table(width - 2 * margin);
            // A table may not be the last thing before the section's end.
            body.label("Remark", "");
        }
        Layout::Stacked => body.stacked(),
        Layout::Target => body.article(),
    }
    section(&mut xml, bitext, options, (width, height, margin));
    xml.close("w:body");
    xml.close("w:document");
    xml.finish()
}

/// Section properties in the order of CT_SectPr (ECMA-376 part 1, 17.6.17).
fn section(xml: &mut Xml, bitext: &Bitext, options: &WriteOptions<'_>, (width, height, margin): (u32, u32, u32)) {
    xml.open("w:sectPr", &[]);
    if bitext.completeness == Completeness::Draft {
        xml.empty("w:headerReference", &[("w:type", "default"), ("r:id", relation_id(HEADER))]);
    }
    xml.empty("w:footerReference", &[("w:type", "default"), ("r:id", relation_id(FOOTER))]);
    let (w, h, m) = (width.to_string(), height.to_string(), margin.to_string());
    let orientation = if width > height { "landscape" } else { "portrait" };
    xml.empty("w:pgSz", &[("w:w", &w), ("w:h", &h), ("w:orient", orientation)]);
    xml.empty(
        "w:pgMar",
        &[
            ("w:top", "1134"),
            ("w:right", &m),
            ("w:bottom", "1134"),
            ("w:left", &m),
            ("w:header", "567"),
            ("w:footer", "567"),
            ("w:gutter", "0"),
        ],
    );
    let page_language = match options.layout {
        Layout::Target => &bitext.target_language,
        _ => &options.labels.language,
    };
    if page_language.direction() == Direction::Rtl {
        xml.empty("w:bidi", &[]);
    }
    xml.close("w:sectPr");
}

fn header(bitext: &Bitext, options: &WriteOptions<'_>) -> Vec<u8> {
    let mut xml = Xml::new();
    xml.open("w:hdr", &[("xmlns:w", W), ("xmlns:r", RELATIONS)]);
    for notices in &options.labels.notices {
        xml.open("w:p", &[]);
        xml.open("w:pPr", &[]);
        xml.value("w:pStyle", "Header");
        if notices.language.direction() == Direction::Rtl {
            xml.empty("w:bidi", &[]);
        }
        xml.close("w:pPr");
        words(&mut xml, bitext, &notices.draft, &notices.language);
        xml.close("w:p");
    }
    xml.close("w:hdr");
    xml.finish()
}

pub(super) fn footer() -> Vec<u8> {
    let mut xml = Xml::new();
    xml.open("w:ftr", &[("xmlns:w", W), ("xmlns:r", RELATIONS)]);
    xml.open("w:p", &[]);
    xml.open("w:pPr", &[]);
    xml.value("w:pStyle", "Footer");
    xml.close("w:pPr");
    xml.open("w:fldSimple", &[("w:instr", " PAGE ")]);
    xml.open("w:r", &[]);
    xml.leaf("w:t", "1");
    xml.close("w:r");
    xml.close("w:fldSimple");
    xml.close("w:p");
    xml.close("w:ftr");
    xml.finish()
}

/// The tags of the left-to-right and of the right-to-left language of the article.
fn default_languages(bitext: &Bitext, options: &WriteOptions<'_>) -> (String, String) {
    let languages = [&bitext.target_language, &bitext.source_language, &options.labels.language];
    let of = |direction: Direction| languages.into_iter().find(|l| l.direction() == direction).map(Language::to_string);
    let complex = of(Direction::Rtl).filter(|tag| tag != "ar").unwrap_or_else(|| "ar-SA".to_owned());
    (of(Direction::Ltr).unwrap_or_else(|| "en-US".to_owned()), complex)
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Read};

    use quick_xml::events::Event;
    use zip::ZipArchive;

    use super::*;
    use crate::formats::{find as format, sample};
    use crate::model::Content;

    fn parts(layout: Layout, tag: &str, bitext: &Bitext) -> Vec<(String, String)> {
        let labels = sample::labels(tag);
        let bytes = sample::bytes(format("docx").unwrap(), bitext, &sample::options(layout, &labels));
        let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
        (0..archive.len())
            .map(|index| {
                let mut file = archive.by_index(index).unwrap();
                let mut text = String::new();
                file.read_to_string(&mut text).unwrap();
                (file.name().unwrap().into_owned(), text)
            })
            .collect()
    }

    fn part(parts: &[(String, String)], name: &str) -> String {
        parts.iter().find(|(n, _)| n == name).unwrap().1.clone()
    }

    #[test]
    fn every_part_is_well_formed_and_every_relationship_leads_to_a_part() {
        for &layout in Layout::ALL {
            for tag in ["en", "ar"] {
                let parts = parts(layout, tag, &sample::bitext());
                for (name, text) in &parts {
                    let mut reader = quick_xml::Reader::from_str(text);
                    let mut depth = 0;
                    loop {
                        match reader.read_event().unwrap_or_else(|e| panic!("{name}: {e}")) {
                            Event::Start(_) => depth += 1,
                            Event::End(_) => depth -= 1,
                            Event::Eof => break,
                            _ => {}
                        }
                    }
                    assert_eq!(depth, 0, "{name}");
                    assert!(!text.chars().any(|c| c.is_control() && !"\n\t".contains(c)), "{name}");
                }
                let document = part(&parts, "word/document.xml");
                let relations = part(&parts, "word/_rels/document.xml.rels");
                for id in document.split("r:id=\"").skip(1).map(|rest| rest.split('"').next().unwrap()) {
                    assert!(relations.contains(&format!("Id=\"{id}\"")), "{id}");
                }
                for anchor in document.split("w:anchor=\"").skip(1).map(|rest| rest.split('"').next().unwrap()) {
                    assert_eq!(document.matches(&format!("w:name=\"{anchor}\"")).count(), 1, "{anchor}");
                }
                assert!(!relations.contains("javascript"));
                assert!(!document.contains("w:val=\"left\"") && !document.contains("w:val=\"right\""));
            }
        }
    }

    #[test]
    fn the_same_bitext_gives_the_same_bytes() {
        let labels = sample::labels("en");
        let options = sample::options(Layout::SideBySide, &labels);
        let bytes = || sample::bytes(format("docx").unwrap(), &sample::bitext(), &options);
        assert_eq!(bytes(), bytes());
    }

    #[test]
    fn arabic_runs_are_marked_and_latin_ones_are_not() {
        let document = part(&parts(Layout::SideBySide, "en", &sample::bitext()), "word/document.xml");
        let arabic = "<w:rPr><w:rtl/><w:lang w:bidi=\"ar-SA\"/></w:rPr>";
        let text = |text: &str| format!("<w:t xml:space=\"preserve\">{text}</w:t>");
        assert!(document.contains(&format!(
            "<w:spacing w:before=\"20\" w:after=\"20\" w:line=\"246\" w:lineRule=\"auto\"/></w:pPr><w:r>{arabic}{}",
            text("بقلم: سُهاد المرجاني")
        )));
        assert!(document.contains(&format!("<w:r><w:rPr></w:rPr>{}</w:r>", text("a.b@example.org"))), "{document}");
        assert!(document.contains(&format!("<w:r><w:rPr></w:rPr>{}</w:r>", text("+963 11 222 3333"))));
        assert!(document.contains(&format!(
            "<w:r><w:rPr><w:rStyle w:val=\"Emphasis\"/><w:lang w:val=\"en-GB\"/></w:rPr>{}</w:r>",
            text("a ")
        )));
    }

    #[test]
    fn the_table_turns_with_the_reader_and_repeats_its_head() {
        let english = part(&parts(Layout::SideBySide, "en", &sample::bitext()), "word/document.xml");
        let arabic = part(&parts(Layout::SideBySide, "ar", &sample::bitext()), "word/document.xml");
        assert!(!english.contains("w:bidiVisual") && arabic.contains("<w:bidiVisual/>"));
        assert_eq!(arabic.matches("<w:tblHeader/>").count(), 1);
        assert_eq!(arabic.matches("<w:cantSplit/>").count(), sample::bitext().rows.len() + 1);
        assert_eq!(arabic.matches("<w:gridCol").count(), 5);
    }

    #[test]
    fn a_row_that_fits_on_a_page_is_not_broken_across_two() {
        let whole_rows = |source: &str, target: &str| {
            let mut bitext = sample::bitext();
            bitext.rows.truncate(1);
            bitext.rows[0].source = Content::plain(source);
            bitext.rows[0].target = Some(Content::plain(target));
            part(&parts(Layout::SideBySide, "en", &bitext), "word/document.xml").matches("<w:cantSplit/>").count() - 1
        };
        assert_eq!(whole_rows(&"قال إنه سيعود. ".repeat(35), &"He said so. ".repeat(60)), 1);
        assert_eq!(whole_rows(&"قال إنه سيعود. ".repeat(50), "He said so."), 0);
        assert_eq!(whole_rows("قال إنه سيعود.", &"He said so. ".repeat(100)), 0);
    }

    #[test]
    fn drafts_say_so_in_the_page_header() {
        let mut bitext = sample::bitext();
        assert!(part(&parts(Layout::Target, "en", &bitext), HEADER).contains("DRAFT"));
        bitext.completeness = Completeness::Complete;
        let parts = parts(Layout::Target, "en", &bitext);
        assert!(parts.iter().all(|(name, text)| name != HEADER && !text.contains("DRAFT")));
    }

    #[test]
    fn the_article_has_no_arabic_of_the_source_and_marks_the_gap() {
        let document = part(&parts(Layout::Target, "en", &sample::bitext()), "word/document.xml");
        assert!(document.contains("[not yet translated]") && !document.contains("فقرة لم تُترجم"));
        assert!(document.contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; \u{202e}RLO\u{fffd}"));
        assert!(document.contains("<w:pStyle w:val=\"ListParagraph\"/><w:numPr>"));
        assert!(document.contains("<w:pStyle w:val=\"Note\"/><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"2\"/>"));
    }
}
