//! Writes a review sheet as a Word document: one table on landscape pages, a row for each paragraph, with Track Changes on. What is
//! needed to know the rows again is hidden in it twice, as bookmarks and as the tags of content controls.

mod cells;
mod marks;

#[cfg(test)]
pub(super) use marks::bookmark;
pub(super) use marks::{ARTICLE, OPERATION, PART, column_of, mark_of_bookmark, mark_of_tag};

use std::io;

use super::inline::Links;
use super::package::{Part, pack, settings};
use super::styles::{W, font_table, styles};
use super::xml::Xml;
use crate::formats::WriteError;
use crate::model::{Direction, Language, Sheet, SheetRow, SheetWords};
use cells::{Cells, LinePlace};

const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// A4 on its side, and the room at the edges, in twentieths of a point (ISO 216: 210 × 297 mm).
const PAGE: (u32, u32) = (16838, 11906);
const MARGIN: u32 = 850;

/// Widths of the columns of numbers, decisions and comments.
const NUMBER_WIDTH: u32 = 1750;
const DECISION_WIDTH: u32 = 2050;
const COMMENT_WIDTH: u32 = 2500;

/// Writes a sheet with the words of a language.
///
/// # Errors
/// When the place to write to fails.
pub(in crate::formats) fn write_sheet(
    sheet: &Sheet,
    words: &SheetWords,
    out: &mut dyn io::Write,
) -> Result<(), WriteError> {
    let mut links = Links::default();
    let document = document(sheet, words, &mut links);
    let (latin, complex) = languages(sheet, words);
    let variables = [
        (ARTICLE, sheet.article.to_string()),
        (OPERATION, sheet.operation.to_string()),
        (PART, sheet.part.to_string()),
    ];
    let mut parts = vec![
        Part::word("word/styles.xml", "styles", styles(&latin, &complex)),
        Part::word("word/settings.xml", "settings", settings(&latin, &complex, &variables)),
        Part::word("word/fontTable.xml", "fontTable", font_table()),
        Part::word("word/footer1.xml", "footer", super::write::footer()),
    ];
    if sheet.rows.iter().any(|row| !row.comments.is_empty()) {
        parts.push(Part::word("word/comments.xml", "comments", comments(sheet)));
    }
    out.write_all(&pack(document, parts, &links, &sheet.title, &variables)?)?;
    Ok(())
}

fn document(sheet: &Sheet, words: &SheetWords, links: &mut Links) -> Vec<u8> {
    let mut xml = Xml::new();
    xml.open("w:document", &[("xmlns:w", W), ("xmlns:r", RELATIONS)]);
    xml.open("w:body", &[]);
    let mut cells = Cells::new(&mut xml, links, sheet, words);
    for (at, line) in sheet.lines.iter().enumerate() {
        cells.line(
            line,
            match at {
                0 => LinePlace::Title,
                at if at + 1 == sheet.lines.len() => LinePlace::Last,
                _ => LinePlace::Between,
            },
        );
    }
    let text_width = (PAGE.0 - 2 * MARGIN - NUMBER_WIDTH - DECISION_WIDTH - COMMENT_WIDTH) / 2;
    let columns = [NUMBER_WIDTH, text_width, text_width, DECISION_WIDTH, COMMENT_WIDTH];
    cells.begin_table(&columns);
    cells.head_row(&columns);
    let mut comment = 0;
    for row in &sheet.rows {
        cells.row(row, &columns, comment);
        comment += row.comments.len();
    }
    xml.close("w:tbl");
    // A table may not be the last thing before the section's end.
    xml.open("w:p", &[]);
    xml.close("w:p");
    section(&mut xml);
    xml.close("w:body");
    xml.close("w:document");
    xml.finish()
}

/// Section properties in the order of CT_SectPr (ECMA-376 part 1, 17.6.17).
fn section(xml: &mut Xml) {
    xml.open("w:sectPr", &[]);
    xml.empty("w:footerReference", &[("w:type", "default"), ("r:id", "footer1")]);
    let (width, height, margin) = (PAGE.0.to_string(), PAGE.1.to_string(), MARGIN.to_string());
    xml.empty("w:pgSz", &[("w:w", &width), ("w:h", &height), ("w:orient", "landscape")]);
    let edges = [("w:top", margin.as_str()), ("w:right", &margin), ("w:bottom", &margin), ("w:left", &margin)];
    let rest = [("w:header", "567"), ("w:footer", "480"), ("w:gutter", "0")];
    xml.empty("w:pgMar", &[edges.as_slice(), &rest].concat());
    xml.close("w:sectPr");
}

/// The open comments of all rows, numbered in their order.
fn comments(sheet: &Sheet) -> Vec<u8> {
    let mut xml = Xml::new();
    xml.open("w:comments", &[("xmlns:w", W)]);
    for (comment, number) in sheet.rows.iter().flat_map(comments_of).zip(0_usize..) {
        let id = number.to_string();
        let mut attributes = vec![("w:id", id.as_str()), ("w:author", comment.author.as_str())];
        attributes.extend(comment.at.as_deref().map(|at| ("w:date", at)));
        xml.open("w:comment", &attributes);
        for line in comment.text.replace("\r\n", "\n").split(['\n', '\r']) {
            xml.open("w:p", &[]);
            xml.open("w:pPr", &[]);
            xml.value("w:pStyle", "Remark");
            xml.close("w:pPr");
            xml.open("w:r", &[]);
            xml.open("w:t", &[("xml:space", "preserve")]);
            xml.text(line);
            xml.close("w:t");
            xml.close("w:r");
            xml.close("w:p");
        }
        xml.close("w:comment");
    }
    xml.close("w:comments");
    xml.finish()
}

fn comments_of(row: &SheetRow) -> impl Iterator<Item = &crate::model::SheetComment> {
    row.comments.iter()
}

/// The tags of the left-to-right and of the right-to-left language of the sheet. Word wants a region for Arabic.
fn languages(sheet: &Sheet, words: &SheetWords) -> (String, String) {
    let languages = [&sheet.target_language, &sheet.source_language, &words.language];
    let of = |direction| languages.into_iter().find(|language| language.direction() == direction);
    let complex = of(Direction::Rtl).map_or_else(|| "ar-SA".to_owned(), complex_tag);
    (of(Direction::Ltr).map_or_else(|| "en-US".to_owned(), ToString::to_string), complex)
}

fn complex_tag(language: &Language) -> String {
    let tag = language.to_string();
    if tag == "ar" { "ar-SA".to_owned() } else { tag }
}
