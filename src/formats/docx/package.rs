//! The container of a Word document (ECMA-376 part 2): content types, relationships, properties, ZIP. Same input, same bytes.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::inline::Links;
use super::styles::W;
use super::xml::Xml;
use crate::formats::WriteError;

const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const TYPES: &str = "application/vnd.openxmlformats-officedocument";

/// A part of the package.
pub(super) struct Part {
    /// Its place, without the leading slash.
    pub(super) name: &'static str,
    /// Its content type below `application/vnd.openxmlformats-…`.
    pub(super) content_type: String,
    /// The last piece of its relationship type, where the document points at it.
    pub(super) relation: Option<&'static str>,
    pub(super) bytes: Vec<u8>,
}

impl Part {
    /// A part below `word/` whose content type and relationship have its own name.
    pub(super) fn word(name: &'static str, kind: &'static str, bytes: Vec<u8>) -> Self {
        let content_type = format!("{TYPES}.wordprocessingml.{kind}+xml");
        Self { name, content_type, relation: Some(kind), bytes }
    }
}

/// Packs the document and its parts. The relationship id of a part is its file name without folder and extension.
pub(super) fn pack(document: Vec<u8>, parts: Vec<Part>, links: &Links, title: &str) -> Result<Vec<u8>, WriteError> {
    let mut all = vec![Part {
        name: "word/document.xml",
        content_type: format!("{TYPES}.wordprocessingml.document.main+xml"),
        relation: None,
        bytes: document,
    }];
    let relations = document_relations(&parts, links);
    all.extend(parts);
    all.push(Part {
        name: "docProps/core.xml",
        content_type: "application/vnd.openxmlformats-package.core-properties+xml".to_owned(),
        relation: None,
        bytes: core_properties(title),
    });
    all.push(Part {
        name: "docProps/app.xml",
        content_type: format!("{TYPES}.extended-properties+xml"),
        relation: None,
        bytes: application_properties(),
    });
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let mut add = |name: &str, bytes: &[u8]| -> Result<(), WriteError> {
        zip.start_file(name, options)?;
        Ok(zip.write_all(bytes)?)
    };
    add("[Content_Types].xml", &content_types(&all))?;
    add("_rels/.rels", &package_relations())?;
    add("word/_rels/document.xml.rels", &relations)?;
    for part in &all {
        add(part.name, &part.bytes)?;
    }
    Ok(zip.finish()?.into_inner())
}

/// The relationship id of a part.
pub(super) fn relation_id(name: &str) -> &str {
    let file = name.rsplit('/').next().unwrap_or(name);
    file.split('.').next().unwrap_or(file)
}

fn content_types(parts: &[Part]) -> Vec<u8> {
    let mut xml = Xml::new();
    xml.open("Types", &[("xmlns", &format!("{PACKAGE}/content-types"))]);
    let relations = "application/vnd.openxmlformats-package.relationships+xml";
    xml.empty("Default", &[("Extension", "rels"), ("ContentType", relations)]);
    xml.empty("Default", &[("Extension", "xml"), ("ContentType", "application/xml")]);
    for part in parts {
        xml.empty("Override", &[("PartName", &format!("/{}", part.name)), ("ContentType", &part.content_type)]);
    }
    xml.close("Types");
    xml.finish()
}

fn package_relations() -> Vec<u8> {
    let mut xml = Xml::new();
    xml.open("Relationships", &[("xmlns", &format!("{PACKAGE}/relationships"))]);
    for (id, kind, target) in [
        ("document", format!("{OFFICE}/officeDocument"), "word/document.xml"),
        ("core", format!("{PACKAGE}/relationships/metadata/core-properties"), "docProps/core.xml"),
        ("app", format!("{OFFICE}/extended-properties"), "docProps/app.xml"),
    ] {
        xml.empty("Relationship", &[("Id", id), ("Type", &kind), ("Target", target)]);
    }
    xml.close("Relationships");
    xml.finish()
}

fn document_relations(parts: &[Part], links: &Links) -> Vec<u8> {
    let mut xml = Xml::new();
    xml.open("Relationships", &[("xmlns", &format!("{PACKAGE}/relationships"))]);
    for part in parts {
        let Some(kind) = part.relation else { continue };
        let target = part.name.trim_start_matches("word/");
        let kind = format!("{OFFICE}/{kind}");
        xml.empty("Relationship", &[("Id", relation_id(part.name)), ("Type", &kind), ("Target", target)]);
    }
    let hyperlink = format!("{OFFICE}/hyperlink");
    for (id, target) in links.iter() {
        let attributes = [("Id", id.as_str()), ("Type", &hyperlink), ("Target", target), ("TargetMode", "External")];
        xml.empty("Relationship", &attributes);
    }
    xml.close("Relationships");
    xml.finish()
}

fn core_properties(title: &str) -> Vec<u8> {
    let mut xml = Xml::new();
    let core = format!("{PACKAGE}/metadata/core-properties");
    xml.open("cp:coreProperties", &[("xmlns:cp", &core), ("xmlns:dc", "http://purl.org/dc/elements/1.1/")]);
    xml.leaf("dc:title", title);
    xml.close("cp:coreProperties");
    xml.finish()
}

fn application_properties() -> Vec<u8> {
    let mut xml = Xml::new();
    let extended = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties";
    xml.open("Properties", &[("xmlns", extended)]);
    xml.leaf("Application", "Hunayn");
    xml.close("Properties");
    xml.finish()
}

/// The part `word/settings.xml`.
pub(super) fn settings(latin_language: &str, complex_language: &str) -> Vec<u8> {
    let mut xml = Xml::new();
    xml.open("w:settings", &[("xmlns:w", W)]);
    xml.value("w:characterSpacingControl", "doNotCompress");
    xml.open("w:compat", &[]);
    let uri = "http://schemas.microsoft.com/office/word";
    xml.empty("w:compatSetting", &[("w:name", "compatibilityMode"), ("w:uri", uri), ("w:val", "15")]);
    xml.close("w:compat");
    xml.empty("w:themeFontLang", &[("w:val", latin_language), ("w:bidi", complex_language)]);
    xml.close("w:settings");
    xml.finish()
}
