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
///
/// `properties` are those that the document has beside the usual ones.
pub(super) fn pack(
    document: Vec<u8>,
    parts: Vec<Part>,
    links: &Links,
    title: &str,
    properties: &[(&str, String)],
) -> Result<Vec<u8>, WriteError> {
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
    if !properties.is_empty() {
        all.push(Part {
            name: "docProps/custom.xml",
            content_type: format!("{TYPES}.custom-properties+xml"),
            relation: None,
            bytes: custom_properties(properties),
        });
    }
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
    add("_rels/.rels", &package_relations(!properties.is_empty()))?;
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

fn package_relations(has_custom: bool) -> Vec<u8> {
    let mut xml = Xml::new();
    xml.open("Relationships", &[("xmlns", &format!("{PACKAGE}/relationships"))]);
    let custom = has_custom.then(|| ("custom", format!("{OFFICE}/custom-properties"), "docProps/custom.xml"));
    for (id, kind, target) in [
        ("document", format!("{OFFICE}/officeDocument"), "word/document.xml"),
        ("core", format!("{PACKAGE}/relationships/metadata/core-properties"), "docProps/core.xml"),
        ("app", format!("{OFFICE}/extended-properties"), "docProps/app.xml"),
    ]
    .into_iter()
    .chain(custom)
    {
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

/// Properties of a document's own (ECMA-376 part 1, 22.3): each a name and a text, numbered from 2.
fn custom_properties(properties: &[(&str, String)]) -> Vec<u8> {
    let mut xml = Xml::new();
    let kind = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties";
    let types = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes";
    xml.open("Properties", &[("xmlns", kind), ("xmlns:vt", types)]);
    for ((name, value), id) in properties.iter().zip(2_u32..) {
        let set = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}";
        xml.open("property", &[("fmtid", set), ("pid", &id.to_string()), ("name", name)]);
        xml.leaf("vt:lpwstr", value);
        xml.close("property");
    }
    xml.close("Properties");
    xml.finish()
}

/// The part `word/settings.xml`. With variables of its own a document comes back, and every change in it is tracked.
pub(super) fn settings(latin_language: &str, complex_language: &str, variables: &[(&str, String)]) -> Vec<u8> {
    let mut xml = Xml::new();
    xml.open("w:settings", &[("xmlns:w", W)]);
    if !variables.is_empty() {
        xml.empty("w:trackRevisions", &[]);
    }
    xml.value("w:characterSpacingControl", "doNotCompress");
    xml.open("w:compat", &[]);
    let uri = "http://schemas.microsoft.com/office/word";
    xml.empty("w:compatSetting", &[("w:name", "compatibilityMode"), ("w:uri", uri), ("w:val", "15")]);
    xml.close("w:compat");
    if !variables.is_empty() {
        xml.open("w:docVars", &[]);
        for (name, value) in variables {
            xml.empty("w:docVar", &[("w:name", name), ("w:val", value)]);
        }
        xml.close("w:docVars");
    }
    xml.empty("w:themeFontLang", &[("w:val", latin_language), ("w:bidi", complex_language)]);
    xml.close("w:settings");
    xml.finish()
}
