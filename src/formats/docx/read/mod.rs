//! Reads a Word document (ECMA-376, transitional and strict) into blocks with inline codes, lists and notes.
//!
//! Paragraphs in cells of tables become paragraphs, text boxes those after the paragraph where they are fixed, notes come last.
//! What of a tracked change was inserted is text, what was deleted is not. Nothing that a document points at outside of its own
//! parts is ever opened. Line numbers are not known: a document has none.

mod anchors;
mod blocks;
mod body;
mod content;
mod field;
#[cfg(test)]
mod fixture;
mod look;
mod notes;
mod numbering;
mod package;
mod paragraph;
mod sheet;
#[cfg(test)]
mod sheet_tests;
#[cfg(test)]
mod soundness;
mod styles;
mod symbol;
#[cfg(test)]
mod tests;
mod xml;

use std::collections::HashMap;

use body::{Body, Document, Notation};
use notes::Notes;
use numbering::Numbering;
use package::{Package, Relations};
use sheet::Collector;
use styles::Styles;
use xml::{Token, Xml};

use super::sheet::{ARTICLE, OPERATION, PART};
use crate::formats::blank::is_blank;
use crate::formats::encoding::{decode, is_zip, zip_kind};
use crate::formats::error::{BinaryKind, FormatError, PartFault};
use crate::model::{Block, BlockShape, Flattening, OperationMark, ReturnedSheet, SourceDocument};

/// Whether bytes are a Word document, by what its parts say of themselves; of one that is damaged, by their names.
pub(in crate::formats) fn sniff(bytes: &[u8]) -> bool {
    is_zip(bytes)
        && match Package::open(bytes).and_then(|mut package| package.main_part()) {
            Ok(main) => main.is_some(),
            Err(_) => zip_kind(bytes) == Some(BinaryKind::WordDocument),
        }
}

/// A document whose parts that the text rests on are read.
struct Opened<'b> {
    package: Package<'b>,
    main: String,
    text: String,
    relations: Relations,
    styles: Styles,
    numbering: Numbering,
    notes: Notes,
}

impl<'b> Opened<'b> {
    fn open(bytes: &'b [u8]) -> Result<Self, FormatError> {
        if !is_zip(bytes) {
            // What it is instead, if that can be said.
            return Err(decode(bytes, None).err().unwrap_or(FormatError::BrokenDocument));
        }
        let mut package = Package::open(bytes)?;
        let main = package.main_part()?.ok_or(FormatError::BrokenDocument)?;
        let missing = || FormatError::Part { part: main.clone(), fault: PartFault::Missing };
        let text = package.unpacked(&main)?.ok_or_else(missing)?;
        let relations = package.relations(&main)?;
        let styles = match part(&mut package, &relations, "styles")? {
            Some((name, text)) => Styles::read(&name, &text)?,
            None => Styles::default(),
        };
        let numbering = match part(&mut package, &relations, "numbering")? {
            Some((name, text)) => Numbering::read(&name, &text)?,
            None => Numbering::default(),
        };
        let settings = part(&mut package, &relations, "settings")?;
        let settings = settings.as_ref().map(|(name, text)| (name.as_str(), text.as_str()));
        let notes = Notes::read(settings, (&main, &text))?;
        Ok(Self { package, main, text, relations, styles, numbering, notes })
    }

    /// Reads the footnotes and endnotes, each by its label.
    fn notes_parts(&mut self) -> Result<HashMap<String, Notation>, FormatError> {
        let mut found = HashMap::new();
        for kind in ["footnotes", "endnotes"] {
            if let Some((name, text)) = part(&mut self.package, &self.relations, kind)? {
                let relations = self.package.relations(&name)?;
                let (styles, numbering, notes) = (&self.styles, &mut self.numbering, &mut self.notes);
                let body =
                    Body::new(Document { styles, numbering, notes, relations: &relations }).read(&name, &text)?;
                found.extend(body.read_notes);
            }
        }
        Ok(found)
    }
}

/// The part of a kind that relations lead to, with its name.
fn part(package: &mut Package<'_>, relations: &Relations, kind: &str) -> Result<Option<(String, String)>, FormatError> {
    let related = relations.values().find(|relation| relation.kind == kind && !relation.is_external);
    let Some(name) = related.map(|relation| relation.target.clone()) else { return Ok(None) };
    Ok(package.unpacked(&name)?.map(|text| (name, text)))
}

/// Reads a document.
///
/// The title is that of its properties. Formatting that the style of a paragraph has is no code; neighbouring runs that look alike
/// are one. Paragraphs without visible text give nothing.
///
/// # Errors
/// When the archive or a part of it is broken, protected, larger or deeper than any document’s, or declares a document type.
pub(in crate::formats) fn read(bytes: &[u8]) -> Result<SourceDocument, FormatError> {
    let mut opened = Opened::open(bytes)?;
    let (styles, numbering, notes) = (&opened.styles, &mut opened.numbering, &mut opened.notes);
    let document = Document { styles, numbering, notes, relations: &opened.relations };
    let body = Body::new(document).read(&opened.main, &opened.text)?;
    let (mut blocks, mut flattened) = (body.blocks, body.flattened);
    let mut of_notes: HashMap<String, Notation> = body.read_notes.into_iter().collect();
    opened.text = String::new();
    of_notes.extend(opened.notes_parts()?);
    for label in opened.notes.labels() {
        let Some((note, remarks)) = of_notes.remove(label) else { continue };
        flattened.extend(remarks.into_iter().map(|(kind, index)| (kind, blocks.len() + index)));
        blocks.extend(note);
    }
    let mut margins: Vec<&str> = opened
        .relations
        .values()
        .filter(|relation| matches!(relation.kind.as_str(), "header" | "footer") && !relation.is_external)
        .map(|relation| relation.target.as_str())
        .collect();
    margins.sort_unstable();
    margins.dedup();
    for name in margins {
        let Some(text) = opened.package.unpacked(name)? else { continue };
        let (styles, numbering, relations) = (&opened.styles, &mut opened.numbering, &Relations::new());
        let notes = &mut Notes::default();
        let shown = Body::new(Document { styles, numbering, notes, relations }).read(name, &text)?.blocks;
        // A number of the page alone is no text.
        if shown.iter().any(|block| block.content.text().chars().any(char::is_alphabetic)) {
            flattened.push((Flattening::Margin, 0));
        }
    }
    flattened.sort_by_key(|(_, index)| *index);
    set_levels(&mut blocks);
    let title = title(&mut opened.package)?;
    Ok(SourceDocument { blocks, title, language: None, flattened, left_out: Vec::new() })
}

/// Reads a review sheet that came back: every row of its table, whoever saved it, as if tracked changes were accepted.
///
/// # Errors
/// As for [`read`].
pub(in crate::formats) fn read_sheet(bytes: &[u8]) -> Result<ReturnedSheet, FormatError> {
    let mut opened = Opened::open(bytes)?;
    let (styles, numbering, notes) = (&opened.styles, &mut opened.numbering, &mut opened.notes);
    let mut body = Body::new(Document { styles, numbering, notes, relations: &opened.relations });
    body.sheet = Some(Collector::default());
    let body = body.read(&opened.main, &opened.text)?;
    let collector = body.sheet.unwrap_or_default();
    let mut of_notes: HashMap<String, Notation> = body.read_notes.into_iter().collect();
    of_notes.extend(opened.notes_parts()?);
    let mut comments = Vec::new();
    if let Some((name, text)) = part(&mut opened.package, &opened.relations, "comments")? {
        let relations = opened.package.relations(&name)?;
        let (styles, numbering, notes) = (&opened.styles, &mut opened.numbering, &mut opened.notes);
        let mut body = Body::new(Document { styles, numbering, notes, relations: &relations });
        body.sheet = Some(Collector::default());
        comments = body.read(&name, &text)?.sheet.unwrap_or_default().into_comments();
    }
    let note = |label: &str| {
        let (blocks, _) = of_notes.get(label)?;
        let texts: Vec<&str> = blocks.iter().map(|block| block.content.text()).collect();
        Some(texts.join("\n")).filter(|text| !is_blank(text))
    };
    let found = collector.finish(&comments, &note);
    let properties = own_properties(&mut opened)?;
    let property = |name: &str| properties.iter().find(|(known, _)| known == name).map(|(_, value)| value.trim());
    Ok(ReturnedSheet {
        article: property(ARTICLE).and_then(|id| id.parse().ok()),
        operation: property(OPERATION).and_then(OperationMark::parse),
        part: property(PART).and_then(|part| part.parse().ok()),
        rows: found.rows,
        head: found.head,
        lines: found.lines,
        comments: found.comments,
    })
}

/// The properties of a document's own, and after them its variables, which say the same where a program drops the former.
fn own_properties(opened: &mut Opened<'_>) -> Result<Vec<(String, String)>, FormatError> {
    let mut properties: Vec<(String, String)> = Vec::new();
    let of_package = opened.package.relations("")?;
    if let Some((part, text)) = part(&mut opened.package, &of_package, "custom-properties")? {
        let mut xml = Xml::new(&part, &text);
        while let Some(token) = xml.next()? {
            match token {
                Token::Open(tag) if tag.name() == "property" => {
                    properties.push((tag.attribute("name").unwrap_or_default(), String::new()));
                }
                Token::Text(text) => {
                    if let Some((_, value)) = properties.last_mut() {
                        value.push_str(&text);
                    }
                }
                _ => {}
            }
        }
    }
    if let Some((part, text)) = part(&mut opened.package, &opened.relations, "settings")? {
        let mut xml = Xml::new(&part, &text);
        while let Some(token) = xml.next()? {
            if let Token::Open(tag) = token
                && tag.is("docVar")
            {
                properties.push((tag.attribute("name").unwrap_or_default(), tag.value().unwrap_or_default()));
            }
        }
    }
    Ok(properties)
}

/// A title, which stands here as a heading of level 0, is the first level, and headings begin below it; without one they are
/// what they say.
fn set_levels(blocks: &mut [Block]) {
    let has_title = blocks.iter().any(|block| block.shape == BlockShape::Heading(0));
    for block in blocks {
        if let BlockShape::Heading(level) = &mut block.shape {
            *level = (*level + u8::from(has_title)).clamp(1, 6);
        }
    }
}

/// The title in the properties of the document.
fn title(package: &mut Package<'_>) -> Result<Option<String>, FormatError> {
    let of_package = package.relations("")?;
    let Some(core) = of_package.into_values().find(|relation| relation.kind == "core-properties") else {
        return Ok(None);
    };
    let Some(text) = package.unpacked(&core.target)? else { return Ok(None) };
    let mut xml = Xml::new(&core.target, &text);
    let (mut in_title, mut title) = (false, String::new());
    while let Some(token) = xml.next()? {
        match token {
            Token::Open(tag) => in_title = tag.name() == "title",
            Token::Close => in_title = false,
            Token::Text(text) if in_title => title.push_str(&text),
            Token::Text(_) => {}
        }
    }
    Ok(Some(title).filter(|title| !is_blank(title)))
}
