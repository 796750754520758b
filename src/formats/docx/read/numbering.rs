//! The lists of a document (ECMA-376 part 1, 17.9) and how far each is counted: what stands before an item, which is in no text.

use std::collections::HashMap;

use super::styles::Styles;
use super::xml::{Token, Xml};
use crate::formats::error::FormatError;
use crate::model::ListMark;

/// Levels of a list; Word has no more.
const LEVELS: usize = 9;

/// A level of a list.
#[derive(Clone, Debug)]
struct Level {
    start: u32,
    format: String,
    /// What is shown, with `%1` for the number of the first level.
    text: String,
}

impl Default for Level {
    fn default() -> Self {
        Self { start: 1, format: "decimal".to_owned(), text: String::new() }
    }
}

/// The levels that several lists may share, which are then counted on from each other.
#[derive(Clone, Debug, Default)]
struct Definition {
    levels: HashMap<usize, Level>,
    /// The style whose list it is.
    style: Option<String>,
}

/// A list: its definition, and what it has otherwise.
#[derive(Clone, Debug, Default)]
struct List {
    definition: String,
    levels: Vec<(usize, Level)>,
    starts: Vec<(usize, u32)>,
}

/// What stands before a paragraph of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Mark {
    /// The mark; `None` where the list shows none.
    pub(super) mark: Option<ListMark>,
    /// Whether words stand before the paragraph too, such as “Article”.
    pub(super) has_words: bool,
}

/// The lists of a document, counted as far as it was read.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    definitions: HashMap<String, Definition>,
    lists: HashMap<String, List>,
    counts: HashMap<String, [Option<u32>; LEVELS]>,
    /// The lists whose own start at a level was taken already.
    started: std::collections::HashSet<(String, usize)>,
}

impl Numbering {
    /// # Errors
    /// When the part is broken.
    pub(super) fn read(part: &str, text: &str) -> Result<Self, FormatError> {
        let mut xml = Xml::new(part, text);
        let mut numbering = Self::default();
        while let Some(token) = xml.next()? {
            let Token::Open(tag) = token else { continue };
            if tag.is("abstractNum") {
                let id = tag.attribute("abstractNumId").unwrap_or_default();
                let mut definition = Definition::default();
                xml.children(|tag, xml| {
                    if tag.is("numStyleLink") {
                        definition.style = tag.value();
                    } else if let Some(at) = level_of(tag) {
                        definition.levels.insert(at, level(xml)?);
                    }
                    Ok(())
                })?;
                numbering.definitions.insert(id, definition);
            } else if tag.is("num") {
                let id = tag.attribute("numId").unwrap_or_default();
                numbering.lists.insert(id, list(&mut xml)?);
            }
        }
        Ok(numbering)
    }

    /// Counts a paragraph of a list at a level; `None` where there is no such list.
    pub(super) fn count(&mut self, list: &str, level: u8, styles: &Styles) -> Option<Mark> {
        let at = usize::from(level).min(LEVELS - 1);
        let own = self.lists.get(list)?;
        let mut key = own.definition.clone();
        // A definition that a style has in its stead, once.
        if let Some(style) = self.definitions.get(&key).and_then(|definition| definition.style.as_deref()) {
            let of_style = styles.of_paragraph(Some(style)).list.0.as_deref();
            key = of_style.and_then(|id| self.lists.get(id)).map_or(key, |list| list.definition.clone());
        }
        let of_definition = self.definitions.get(&key).and_then(|definition| definition.levels.get(&at));
        let of_list = own.levels.iter().find(|(level, _)| *level == at).map(|(_, level)| level);
        let shown = of_list.or(of_definition).cloned().unwrap_or_default();
        let counts = self.counts.entry(key).or_default();
        let begins = own
            .starts
            .iter()
            .find(|(level, _)| *level == at)
            .map(|(_, start)| *start)
            .filter(|_| self.started.insert((list.to_owned(), at)));
        let number = begins.unwrap_or_else(|| counts[at].map_or(shown.start, |last| last.saturating_add(1)));
        counts[at] = Some(number);
        counts[at + 1..].fill(None);
        let mark = match shown.format.as_str() {
            "bullet" => Some(ListMark::Bullet),
            "none" => None,
            _ if shown.text.contains('%') => Some(ListMark::Number(number)),
            _ => None,
        };
        let has_words = shown.format != "bullet" && shown.text.chars().any(char::is_alphabetic);
        Some(Mark { mark, has_words })
    }
}

fn level_of(tag: &super::xml::Tag<'_>) -> Option<usize> {
    let level: Option<usize> = if tag.is("lvl") { tag.attribute("ilvl")?.parse().ok() } else { None };
    level.filter(|level| *level < LEVELS)
}

fn level(xml: &mut Xml<'_>) -> Result<Level, FormatError> {
    let mut level = Level::default();
    xml.children(|tag, _| {
        match tag.value() {
            Some(value) if tag.is("start") => level.start = value.parse().unwrap_or(1),
            Some(value) if tag.is("numFmt") => level.format = value,
            Some(value) if tag.is("lvlText") => level.text = value,
            _ => {}
        }
        Ok(())
    })?;
    Ok(level)
}

fn list(xml: &mut Xml<'_>) -> Result<List, FormatError> {
    let mut list = List::default();
    xml.children(|tag, xml| {
        if tag.is("abstractNumId") {
            list.definition = tag.value().unwrap_or_default();
        } else if tag.is("lvlOverride") {
            let at = tag.attribute("ilvl").and_then(|level| level.parse().ok()).unwrap_or(0).min(LEVELS - 1);
            xml.children(|tag, xml| {
                if tag.is("startOverride") {
                    list.starts.extend(tag.value().and_then(|start| start.parse().ok()).map(|start| (at, start)));
                } else if tag.is("lvl") {
                    list.levels.push((at, level(xml)?));
                }
                Ok(())
            })?;
        }
        Ok(())
    })?;
    Ok(list)
}
