//! Reads a Word document (ECMA-376, transitional and strict) into blocks with inline codes, lists and notes.
//!
//! Paragraphs in cells of tables become paragraphs, text boxes those after the paragraph where they are fixed, notes come last.
//! What of a tracked change was inserted is text, what was deleted is not. Nothing that a document points at outside of its own
//! parts is ever opened. Line numbers are not known: a document has none.

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
use styles::Styles;
use xml::{Token, Xml};

use crate::formats::blank::is_blank;
use crate::formats::encoding::{decode, is_zip, zip_kind};
use crate::formats::error::{BinaryKind, FormatError, PartFault};
use crate::model::{Block, BlockShape, Flattening, SourceDocument};

/// Whether bytes are a Word document, by what its parts say of themselves; of one that is damaged, by their names.
pub(in crate::formats) fn sniff(bytes: &[u8]) -> bool {
    is_zip(bytes)
        && match Package::open(bytes).and_then(|mut package| package.main_part()) {
            Ok(main) => main.is_some(),
            Err(_) => zip_kind(bytes) == Some(BinaryKind::WordDocument),
        }
}

/// Reads a document.
///
/// The title is that of its properties. Formatting that the style of a paragraph has is no code; neighbouring runs that look alike
/// are one. Paragraphs without visible text give nothing.
///
/// # Errors
/// When the archive or a part of it is broken, protected, larger or deeper than any document’s, or declares a document type.
pub(in crate::formats) fn read(bytes: &[u8]) -> Result<SourceDocument, FormatError> {
    if !is_zip(bytes) {
        // What it is instead, if that can be said.
        return Err(decode(bytes, None).err().unwrap_or(FormatError::BrokenDocument));
    }
    let mut package = Package::open(bytes)?;
    let main = package.main_part()?.ok_or(FormatError::BrokenDocument)?;
    let missing = || FormatError::Part { part: main.clone(), fault: PartFault::Missing };
    let text = package.unpacked(&main)?.ok_or_else(missing)?;
    let relations = package.relations(&main)?;
    let part = |package: &mut Package<'_>, kind: &str| -> Result<Option<(String, String)>, FormatError> {
        let related = relations.values().find(|relation| relation.kind == kind && !relation.is_external);
        let Some(name) = related.map(|relation| relation.target.clone()) else { return Ok(None) };
        Ok(package.unpacked(&name)?.map(|text| (name, text)))
    };
    let styles = match part(&mut package, "styles")? {
        Some((name, text)) => Styles::read(&name, &text)?,
        None => Styles::default(),
    };
    let mut numbering = match part(&mut package, "numbering")? {
        Some((name, text)) => Numbering::read(&name, &text)?,
        None => Numbering::default(),
    };
    let settings = part(&mut package, "settings")?;
    let settings = settings.as_ref().map(|(name, text)| (name.as_str(), text.as_str()));
    let mut notes = Notes::read(settings, (&main, &text))?;
    let mut read = |name: &str, text: &str, relations: &Relations, notes: &mut Notes| -> Result<_, FormatError> {
        let document = Document { styles: &styles, numbering: &mut numbering, notes, relations };
        let body = Body::new(document).read(name, text)?;
        Ok(((body.blocks, body.flattened), body.read_notes))
    };
    let ((mut blocks, mut flattened), of_body) = read(&main, &text, &relations, &mut notes)?;
    drop(text);
    let mut of_notes: HashMap<String, Notation> = of_body.into_iter().collect();
    for kind in ["footnotes", "endnotes"] {
        if let Some((name, text)) = part(&mut package, kind)? {
            let relations = package.relations(&name)?;
            of_notes.extend(read(&name, &text, &relations, &mut notes)?.1);
        }
    }
    for label in notes.labels() {
        let Some((note, remarks)) = of_notes.remove(label) else { continue };
        flattened.extend(remarks.into_iter().map(|(kind, index)| (kind, blocks.len() + index)));
        blocks.extend(note);
    }
    let mut margins: Vec<&str> = relations
        .values()
        .filter(|relation| matches!(relation.kind.as_str(), "header" | "footer") && !relation.is_external)
        .map(|relation| relation.target.as_str())
        .collect();
    margins.sort_unstable();
    margins.dedup();
    for name in margins {
        let Some(text) = package.unpacked(name)? else { continue };
        let ((shown, _), _) = read(name, &text, &Relations::new(), &mut Notes::default())?;
        // A number of the page alone is no text.
        if shown.iter().any(|block| block.content.text().chars().any(char::is_alphabetic)) {
            flattened.push((Flattening::Margin, 0));
        }
    }
    flattened.sort_by_key(|(_, index)| *index);
    set_levels(&mut blocks);
    Ok(SourceDocument { blocks, title: title(&mut package)?, language: None, flattened, left_out: Vec::new() })
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
