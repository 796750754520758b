//! How a run looks: what its properties and its styles say, as the codes that the model knows. It sees no text.

use super::xml::{Tag, Xml};
use crate::formats::error::FormatError;

/// Above or below the line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Raised {
    Neither,
    Above,
    Below,
}

/// The properties of runs (ECMA-376 part 1, 17.3.2) that mean something to the model; `None` where nothing is said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Properties {
    pub(super) style: Option<String>,
    bold: Option<bool>,
    complex_bold: Option<bool>,
    italic: Option<bool>,
    complex_italic: Option<bool>,
    strike: Option<bool>,
    hidden: Option<bool>,
    right_to_left: Option<bool>,
    underline: Option<bool>,
    highlight: Option<bool>,
    raised: Option<Raised>,
}

/// How a text looks beside its paragraph.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Look {
    pub(super) strong: bool,
    pub(super) emphasis: bool,
    pub(super) underline: bool,
    pub(super) strike: bool,
    pub(super) highlight: bool,
    pub(super) superscript: bool,
    pub(super) subscript: bool,
    pub(super) code: bool,
    pub(super) hidden: bool,
}

impl Properties {
    /// The properties in the `w:rPr` that was just opened; those of tracked changes, which were before, count for nothing.
    pub(super) fn read(xml: &mut Xml<'_>) -> Result<Self, FormatError> {
        let mut properties = Self::default();
        xml.children(|tag, _| {
            properties.take(tag);
            Ok(())
        })?;
        Ok(properties)
    }

    fn take(&mut self, tag: &Tag<'_>) {
        let switch = |place: &mut Option<bool>| *place = Some(tag.is_on());
        if tag.ns != super::xml::Ns::Word {
            return;
        }
        match tag.name() {
            "rStyle" => self.style = tag.value(),
            "b" => switch(&mut self.bold),
            "bCs" => switch(&mut self.complex_bold),
            "i" => switch(&mut self.italic),
            "iCs" => switch(&mut self.complex_italic),
            "strike" | "dstrike" if tag.is_on() || self.strike.is_none() => switch(&mut self.strike),
            "vanish" => switch(&mut self.hidden),
            "rtl" | "cs" if tag.is_on() || self.right_to_left.is_none() => switch(&mut self.right_to_left),
            "u" => switch(&mut self.underline),
            "highlight" => switch(&mut self.highlight),
            "vertAlign" => {
                self.raised = Some(match tag.value().as_deref() {
                    Some("superscript") => Raised::Above,
                    Some("subscript") => Raised::Below,
                    _ => Raised::Neither,
                });
            }
            _ => {}
        }
    }

    /// These, and where they say nothing, those of the style that they are based on.
    pub(super) fn over(self, base: &Self) -> Self {
        Self {
            style: self.style,
            bold: self.bold.or(base.bold),
            complex_bold: self.complex_bold.or(base.complex_bold),
            italic: self.italic.or(base.italic),
            complex_italic: self.complex_italic.or(base.complex_italic),
            strike: self.strike.or(base.strike),
            hidden: self.hidden.or(base.hidden),
            right_to_left: self.right_to_left.or(base.right_to_left),
            underline: self.underline.or(base.underline),
            highlight: self.highlight.or(base.highlight),
            raised: self.raised.or(base.raised),
        }
    }

    /// The look of a run with these properties, of a character style, in a paragraph of a style.
    ///
    /// What the paragraph has already is no look of the run. A run from right to left has the weight and slant for complex scripts
    /// (17.3.2.30). A style of characters takes back what the style of the paragraph says alike (17.7.3).
    pub(super) fn look(&self, of_characters: &Self, of_paragraph: &Self) -> Look {
        let right_to_left = [self, of_characters, of_paragraph].iter().find_map(|p| p.right_to_left).unwrap_or(false);
        let toggled = |get: fn(&Self) -> Option<bool>| {
            let around = get(of_paragraph).unwrap_or(false);
            let own = get(self).unwrap_or(around ^ get(of_characters).unwrap_or(false));
            (own, around)
        };
        let added = |(own, around): (bool, bool)| own && !around;
        let said = |get: fn(&Self) -> Option<bool>| {
            let around = get(of_paragraph).unwrap_or(false);
            added((get(self).or(get(of_characters)).unwrap_or(around), around))
        };
        let raised = self.raised.or(of_characters.raised).filter(|raised| of_paragraph.raised != Some(*raised));
        Look {
            strong: added(toggled(if right_to_left { |p| p.complex_bold } else { |p| p.bold })),
            emphasis: added(toggled(if right_to_left { |p| p.complex_italic } else { |p| p.italic })),
            underline: said(|p| p.underline),
            strike: added(toggled(|p| p.strike)),
            highlight: said(|p| p.highlight),
            superscript: raised == Some(Raised::Above),
            subscript: raised == Some(Raised::Below),
            code: false,
            hidden: toggled(|p| p.hidden).0,
        }
    }
}
