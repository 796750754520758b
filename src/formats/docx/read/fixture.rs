//! Word documents for the tests of the reader, made from the inside of their parts.

use std::io::{Cursor, Write};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::model::{Flattening, SourceDocument, escape_marked};

const NAMESPACES: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
    xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" \
    xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\" \
    xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" \
    xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" \
    xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" \
    xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\" \
    xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\"";

const TYPES: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// A document in the making.
pub(super) struct Fixture {
    body: String,
    parts: Vec<(&'static str, String)>,
    relations: String,
}

impl Fixture {
    /// A document with that inside of its body.
    pub(super) fn new(body: &str) -> Self {
        Self { body: body.to_owned(), parts: Vec::new(), relations: String::new() }
    }

    /// The same with a part `word/KIND.xml` whose root holds that.
    pub(super) fn part(mut self, kind: &'static str, root: &str, inside: &str) -> Self {
        self.parts.push((kind, format!("<w:{root} {NAMESPACES}>{inside}</w:{root}>")));
        let relation = format!("<Relationship Id=\"{kind}\" Type=\"{OFFICE}/{kind}\" Target=\"{kind}.xml\"/>");
        self.relations.push_str(&relation);
        self
    }

    pub(super) fn styles(self, inside: &str) -> Self {
        self.part("styles", "styles", inside)
    }

    /// The same with a relation to an address outside.
    pub(super) fn link(mut self, id: &str, target: &str) -> Self {
        let (kind, mode) = (format!("{OFFICE}/hyperlink"), "External");
        let relation = format!("<Relationship Id=\"{id}\" Type=\"{kind}\" Target=\"{target}\" TargetMode=\"{mode}\"/>");
        self.relations.push_str(&relation);
        self
    }

    /// The same with one more relation.
    pub(super) fn relation(mut self, relation: &str) -> Self {
        self.relations.push_str(relation);
        self
    }

    /// The bytes of the file.
    pub(super) fn bytes(&self) -> Vec<u8> {
        let document = format!("<w:document {NAMESPACES}><w:body>{}</w:body></w:document>", self.body);
        let main = ("word/document.xml", document);
        let parts = self.parts.iter().map(|(kind, text)| (format!("word/{kind}.xml"), text.as_str()));
        let parts: Vec<(String, &str)> = std::iter::once((main.0.to_owned(), main.1.as_str())).chain(parts).collect();
        packed(&parts, &self.relations)
    }

    pub(super) fn read(&self) -> SourceDocument {
        super::read(&self.bytes()).unwrap()
    }

    /// Each block as a person would check it: its shape and its marked text.
    pub(super) fn shown(&self) -> Vec<String> {
        let document = self.read();
        let shown = document
            .blocks
            .iter()
            .map(|block| format!("{:?} | {}", block.shape, escape_marked(&block.content, &block.content)));
        shown.collect()
    }

    pub(super) fn told(&self) -> Vec<(Flattening, usize)> {
        self.read().flattened
    }
}

/// An archive with those parts around `word/document.xml` and its relations.
pub(super) fn packed(parts: &[(String, &str)], relations: &str) -> Vec<u8> {
    let package = "http://schemas.openxmlformats.org/package/2006";
    let types = format!(
        "<Types xmlns=\"{package}/content-types\"><Override PartName=\"/word/document.xml\" \
         ContentType=\"{TYPES}.document.main+xml\"/></Types>"
    );
    let of_package = format!(
        "<Relationships xmlns=\"{package}/relationships\"><Relationship Id=\"a\" Type=\"{OFFICE}/officeDocument\" \
         Target=\"word/document.xml\"/></Relationships>"
    );
    let of_document = format!("<Relationships xmlns=\"{package}/relationships\">{relations}</Relationships>");
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let own = [
        ("[Content_Types].xml".to_owned(), types.as_str()),
        ("_rels/.rels".to_owned(), of_package.as_str()),
        ("word/_rels/document.xml.rels".to_owned(), of_document.as_str()),
    ];
    for (name, text) in own.iter().chain(parts) {
        zip.start_file(name.as_str(), SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// A paragraph of one run.
pub(super) fn p(text: &str) -> String {
    format!("<w:p>{}</w:p>", r("", text))
}

/// A paragraph of a style.
pub(super) fn styled(style: &str, text: &str) -> String {
    format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>{}</w:p>", r("", text))
}

/// A run with properties.
pub(super) fn r(properties: &str, text: &str) -> String {
    let properties = if properties.is_empty() { String::new() } else { format!("<w:rPr>{properties}</w:rPr>") };
    format!("<w:r>{properties}<w:t xml:space=\"preserve\">{text}</w:t></w:r>")
}
