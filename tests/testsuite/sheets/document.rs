//! A table in a reviewer's hands: its parts as text, to be changed as Word and people change them.

use std::io::{Cursor, Read as _, Write as _};
use std::path::Path;

const BODY: &str = "word/document.xml";

/// A Word document, unpacked.
pub(super) struct Document {
    parts: Vec<(String, String)>,
}

impl Document {
    pub(super) fn read(path: &Path) -> Self {
        let mut archive = zip::ZipArchive::new(Cursor::new(std::fs::read(path).unwrap())).unwrap();
        let parts = (0..archive.len()).map(|at| {
            let mut file = archive.by_index(at).unwrap();
            let mut text = String::new();
            file.read_to_string(&mut text).unwrap();
            (file.name().unwrap().into_owned(), text)
        });
        Self { parts: parts.collect() }
    }

    pub(super) fn bytes(&self) -> Vec<u8> {
        let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for (name, text) in &self.parts {
            writer.start_file(name.as_str(), zip::write::SimpleFileOptions::default()).unwrap();
            writer.write_all(text.as_bytes()).unwrap();
        }
        writer.finish().unwrap().into_inner()
    }

    pub(super) fn part(&mut self, name: &str) -> &mut String {
        &mut self.parts.iter_mut().find(|(known, _)| known == name).unwrap().1
    }

    /// Changes the text of the body.
    pub(super) fn body(&mut self, change: impl FnOnce(&str) -> String) {
        let body = self.part(BODY);
        *body = change(body);
    }

    /// Changes the rows of the table, the head first.
    pub(super) fn rows(&mut self, change: impl FnOnce(&mut Vec<String>)) {
        self.body(|body| {
            let (before, rest) = body.split_once("<w:tr>").unwrap();
            let (rows, after) = rest.rsplit_once("</w:tr>").unwrap();
            let mut rows: Vec<String> =
                rows.split("</w:tr><w:tr>").map(|inside| format!("<w:tr>{inside}</w:tr>")).collect();
            change(&mut rows);
            format!("{before}{}{after}", rows.concat())
        });
    }

    /// Changes the row of a paragraph.
    pub(super) fn row(&mut self, number: usize, change: impl FnOnce(&str) -> String) {
        self.rows(|rows| {
            let changed = change(&rows[number]);
            assert_ne!(changed, rows[number], "nothing to change in row {number}");
            rows[number] = changed;
        });
    }

    /// Fixes a comment in the target of a row; the document must have comments already.
    pub(super) fn comment(&mut self, number: usize, id: u32, author: &str, text: &str) {
        let comment = format!(
            "<w:comment w:id=\"{id}\" w:author=\"{author}\"><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:comment></w:comments>"
        );
        let comments = self.part("word/comments.xml");
        *comments = comments.replace("</w:comments>", &comment);
        let reference = format!("<w:r><w:commentReference w:id=\"{id}\"/></w:r></w:p></w:tc>");
        self.row(number, |row| {
            let places: Vec<usize> = row.match_indices("</w:p></w:tc>").map(|(at, _)| at).collect();
            format!("{}{reference}{}", &row[..places[2]], &row[places[2] + "</w:p></w:tc>".len()..])
        });
    }
}

/// A row in which a decision was chosen.
pub(super) fn decided(row: &str, words: &str) -> String {
    row.replace("<w:showingPlcHdr/>", "").replace(">choose…<", &format!(">{words}<"))
}

/// A row with a text in the column of comments.
pub(super) fn commented(row: &str, words: &str) -> String {
    let (before, _) = row.rsplit_once("</w:p></w:tc></w:tr>").unwrap();
    format!("{before}<w:r><w:t>{words}</w:t></w:r></w:p></w:tc></w:tr>")
}

/// A row without what it is known by.
pub(super) fn unmarked(row: &str) -> String {
    let bookmark = regex::Regex::new(r#"<w:bookmarkStart [^>]*w:name="_h[^>]*/>"#).unwrap();
    let tag = regex::Regex::new(r#"<w:tag w:val="hunayn-row[^>]*/>"#).unwrap();
    tag.replace_all(&bookmark.replace_all(row, ""), "").into_owned()
}
