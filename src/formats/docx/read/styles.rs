//! The styles of a document, each with what it inherits, and what its name says. Names are those of Word in English, which a
//! document has in `w:name` whatever the language of its ids, and those of LibreOffice and pandoc.

use std::collections::HashMap;

use super::look::{Look, Properties};
use super::xml::{Token, Xml};
use crate::formats::error::FormatError;

/// So many styles are based on each other at most.
const LONGEST_CHAIN: usize = 32;

/// What a style makes of a paragraph or a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    Title,
    Heading(u8),
    Quote,
    Caption,
    Preformatted,
    /// A paragraph of a list, whether it has a mark or not.
    List,
    /// A note that stands in the text.
    Note,
    NoteMark,
    Hyperlink,
    Emphasis,
    Strong,
    Code,
}

impl Role {
    fn of_name(name: &str) -> Option<Self> {
        let name = name.trim().to_lowercase();
        let level = ["heading ", "عنوان ", "العنوان "].iter().find_map(|word| name.strip_prefix(word));
        if let Some(level) = level.and_then(|level| level.parse().ok()) {
            return (1..=9).contains(&level).then_some(Self::Heading(level));
        }
        Some(match name.as_str() {
            "title" => Self::Title,
            "quote" | "intense quote" | "block text" | "quotations" | "block quote" => Self::Quote,
            "caption" | "image caption" | "table caption" | "illustration" => Self::Caption,
            "html preformatted" | "preformatted text" | "source code" => Self::Preformatted,
            "list paragraph" => Self::List,
            name if name.starts_with("list continue") => Self::List,
            "note" | "footnote text" | "endnote text" => Self::Note,
            "note mark" | "footnote reference" | "endnote reference" => Self::NoteMark,
            "hyperlink" | "followedhyperlink" | "internet link" | "visited internet link" => Self::Hyperlink,
            "emphasis" => Self::Emphasis,
            "strong" | "strong emphasis" => Self::Strong,
            "inline code" | "html code" | "html sample" | "html keyboard" | "html typewriter" | "source text"
            | "verbatim char" => Self::Code,
            _ => return None,
        })
    }
}

/// A style with all that it inherits.
#[derive(Clone, Debug, Default)]
pub(super) struct Style {
    pub(super) role: Option<Role>,
    pub(super) properties: Properties,
    /// The level of the outline, from 0; 9 is running text.
    pub(super) outline: Option<u8>,
    /// The list that its paragraphs belong to, and the level in it.
    pub(super) list: (Option<String>, Option<u8>),
    based_on: Option<String>,
    is_of_characters: bool,
}

/// The styles of a document.
#[derive(Debug, Default)]
pub(super) struct Styles {
    by_id: HashMap<String, Style>,
    of_paragraphs: Style,
    none: Style,
}

impl Styles {
    /// # Errors
    /// When the part is broken.
    pub(super) fn read(part: &str, text: &str) -> Result<Self, FormatError> {
        let mut xml = Xml::new(part, text);
        let mut own: HashMap<String, Style> = HashMap::new();
        let mut default_id = None;
        let mut defaults = Properties::default();
        while let Some(token) = xml.next()? {
            let Token::Open(tag) = token else { continue };
            if tag.is("rPrDefault") {
                xml.children(|tag, xml| {
                    if tag.is("rPr") {
                        defaults = Properties::read(xml)?;
                    }
                    Ok(())
                })?;
            } else if tag.is("style") {
                let id = tag.attribute("styleId").unwrap_or_default();
                let is_of_paragraphs = tag.attribute("type").as_deref() == Some("paragraph");
                let is_default = tag.says("default");
                if is_of_paragraphs && is_default {
                    default_id.get_or_insert_with(|| id.clone());
                }
                let is_of_characters = tag.attribute("type").as_deref() == Some("character");
                own.insert(id, Style { is_of_characters, ..style(&mut xml)? });
            }
        }
        let by_id: HashMap<String, Style> = own
            .iter()
            .map(|(id, style)| {
                let mut whole = whole(&own, style);
                if !style.is_of_characters {
                    whole.properties = whole.properties.over(&defaults);
                }
                (id.clone(), whole)
            })
            .collect();
        let of_paragraphs = default_id.and_then(|id| by_id.get(&id).cloned());
        let of_paragraphs = of_paragraphs.unwrap_or(Style { properties: defaults, ..Style::default() });
        Ok(Self { by_id, of_paragraphs, none: Style::default() })
    }

    /// The style of a paragraph; the default one where it names none, or one that is not there.
    pub(super) fn of_paragraph(&self, id: Option<&str>) -> &Style {
        id.and_then(|id| self.by_id.get(id)).unwrap_or(&self.of_paragraphs)
    }

    /// The look of a run, and what its style says it is.
    pub(super) fn look(&self, run: &Properties, paragraph: &Style) -> (Look, Option<Role>) {
        let style = run.style.as_deref().and_then(|id| self.by_id.get(id)).unwrap_or(&self.none);
        let named = matches!(style.role, Some(Role::Emphasis | Role::Strong | Role::Code | Role::Hyperlink));
        let of_style = if named { &self.none.properties } else { &style.properties };
        let mut look = run.look(of_style, &paragraph.properties);
        match style.role {
            Some(Role::Emphasis) => look.emphasis = true,
            Some(Role::Strong) => look.strong = true,
            Some(Role::Code) => look.code = true,
            _ => {}
        }
        (look, style.role)
    }
}

/// The style that was just opened, without what it inherits.
fn style(xml: &mut Xml<'_>) -> Result<Style, FormatError> {
    let mut style = Style::default();
    xml.children(|tag, xml| {
        if tag.is("name") {
            style.role = tag.value().and_then(|name| Role::of_name(&name));
        } else if tag.is("basedOn") {
            style.based_on = tag.value();
        } else if tag.is("rPr") {
            style.properties = Properties::read(xml)?;
        } else if tag.is("pPr") {
            xml.children(|tag, xml| {
                if tag.is("outlineLvl") {
                    style.outline = tag.value().and_then(|level| level.parse().ok());
                } else if tag.is("numPr") {
                    style.list = list(xml)?;
                }
                Ok(())
            })?;
        }
        Ok(())
    })?;
    Ok(style)
}

/// The list and level in the `w:numPr` that was just opened.
pub(super) fn list(xml: &mut Xml<'_>) -> Result<(Option<String>, Option<u8>), FormatError> {
    let mut list = (None, None);
    xml.children(|tag, _| {
        if tag.is("numId") {
            list.0 = tag.value();
        } else if tag.is("ilvl") {
            list.1 = tag.value().and_then(|level| level.parse().ok());
        }
        Ok(())
    })?;
    Ok(list)
}

/// A style with what it inherits; styles that are based on each other in a ring end somewhere in it.
fn whole(styles: &HashMap<String, Style>, style: &Style) -> Style {
    let mut whole = style.clone();
    let mut base = style.based_on.as_deref().and_then(|id| styles.get(id));
    for _ in 0..LONGEST_CHAIN {
        let Some(style) = base else { break };
        whole.role = whole.role.or(style.role);
        whole.outline = whole.outline.or(style.outline);
        whole.list.0 = whole.list.0.or_else(|| style.list.0.clone());
        whole.list.1 = whole.list.1.or(style.list.1);
        whole.properties = whole.properties.over(&style.properties);
        base = style.based_on.as_deref().and_then(|id| styles.get(id));
    }
    whole
}
