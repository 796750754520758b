//! Writes runs into a paragraph: properties in the order of the schema, links and note marks as hyperlinks.

use super::runs::{Island, Lead, Run, runs};
use super::styles::FAINT;
use super::xml::Xml;
use crate::formats::notes::note_row;
use crate::formats::printable::safe_href;
use crate::model::{Bitext, Content, Direction, Language};

/// The addresses that a part leads to, in the order of their relationship ids.
#[derive(Debug, Default)]
pub(super) struct Links(Vec<String>);

impl Links {
    /// The relationship id of an address.
    pub(super) fn id(&mut self, target: String) -> String {
        let known = self.0.iter().position(|t| *t == target);
        let index = known.unwrap_or_else(|| {
            self.0.push(target);
            self.0.len() - 1
        });
        format!("link{}", index + 1)
    }

    /// Relationship ids and addresses.
    pub(super) fn iter(&self) -> impl Iterator<Item = (String, &str)> {
        self.0.iter().zip(1..).map(|(target, number)| (format!("link{number}"), target.as_str()))
    }
}

/// How strongly a text is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ink {
    /// As its style says.
    Full,
    /// Grey, since it is left out of the finished article.
    Faint,
}

/// Writes a content as runs.
pub(super) fn content(
    xml: &mut Xml,
    links: &mut Links,
    bitext: &Bitext,
    (content, ink): (&Content, Ink),
    language: &Language,
) {
    let mut open: Vec<Island> = Vec::new();
    for mut run in runs(content, language.direction()) {
        run.look.faint = ink == Ink::Faint;
        embed(xml, &mut open, &run.islands);
        let href = match run.lead {
            Some(Lead::Link(href)) => safe_href(href).and_then(address),
            _ => None,
        };
        let note = match run.lead {
            Some(Lead::Note { label, shown }) => note_row(bitext, label, shown),
            _ => None,
        };
        if let Some(href) = href {
            let id = links.id(href);
            xml.open("w:hyperlink", &[("r:id", &id), ("w:history", "1")]);
            write_run(xml, bitext, &run, Some("Hyperlink"), language);
            xml.close("w:hyperlink");
        } else if let Some(note) = note {
            xml.open("w:hyperlink", &[("w:anchor", &bookmark(note.number)), ("w:history", "1")]);
            write_run(xml, bitext, &run, Some("NoteMark"), language);
            xml.close("w:hyperlink");
        } else {
            write_run(xml, bitext, &run, None, language);
        }
    }
    embed(xml, &mut open, &[]);
}

/// Leaves and enters embeddings, so that those of `islands` are open.
fn embed(xml: &mut Xml, open: &mut Vec<Island>, islands: &[Island]) {
    let kept = open.iter().zip(islands).take_while(|(open, island)| open == island).count();
    for _ in open.drain(kept..) {
        xml.close("w:dir");
    }
    for island in &islands[kept..] {
        xml.open("w:dir", &[("w:val", island.direction.as_str())]);
        open.push(*island);
    }
}

/// Writes words that are neither source nor target, in their own direction.
pub(super) fn words(xml: &mut Xml, bitext: &Bitext, text: &str, language: &Language) {
    let mut open: Vec<Island> = Vec::new();
    for run in runs(&Content::plain(text), language.direction()) {
        embed(xml, &mut open, &run.islands);
        write_run(xml, bitext, &run, None, language);
    }
    embed(xml, &mut open, &[]);
}

/// The name of the bookmark at a paragraph.
pub(super) fn bookmark(number: u32) -> String {
    format!("p{number}")
}

fn write_run(xml: &mut Xml, bitext: &Bitext, run: &Run<'_>, style: Option<&str>, language: &Language) {
    xml.open("w:r", &[]);
    properties(xml, bitext, run, style, language);
    let mut first = true;
    for line in run.text.replace("\r\n", "\n").split(['\n', '\r']) {
        if !std::mem::take(&mut first) {
            xml.empty("w:br", &[]);
        }
        for (index, part) in line.split('\t').enumerate() {
            if index > 0 {
                xml.empty("w:tab", &[]);
            }
            if !part.is_empty() {
                xml.open("w:t", &[("xml:space", "preserve")]);
                xml.text(part);
                xml.close("w:t");
            }
        }
    }
    xml.close("w:r");
}

/// Run properties, in the order of CT_RPr (ECMA-376 part 1, 17.3.2.28). Arabic is never slanted: its emphasis
/// is bold, and in a bold heading light, since Word lets one bold take the other back (17.7.3).
fn properties(xml: &mut Xml, bitext: &Bitext, run: &Run<'_>, style: Option<&str>, language: &Language) {
    let is_rtl = run.direction == Direction::Rtl;
    let look = run.look;
    xml.open("w:rPr", &[]);
    let style = style.or(look.code.then_some("InlineCode")).or(look.emphasis.then_some("Emphasis"));
    let emphasis = look.emphasis && style != Some("Emphasis");
    if let Some(style) = style {
        xml.value("w:rStyle", style);
    }
    if look.strong {
        xml.empty("w:b", &[]);
    }
    if look.strong || (emphasis && is_rtl) {
        xml.empty("w:bCs", &[]);
    }
    if emphasis && !is_rtl {
        xml.empty("w:i", &[]);
    }
    if look.strike {
        xml.empty("w:strike", &[]);
    }
    if look.faint {
        xml.value("w:color", FAINT);
    }
    if look.highlight {
        xml.value("w:highlight", "yellow");
    }
    if look.underline {
        xml.value("w:u", "single");
    }
    if look.superscript && style != Some("NoteMark") {
        xml.value("w:vertAlign", "superscript");
    } else if look.subscript {
        xml.value("w:vertAlign", "subscript");
    }
    if is_rtl {
        xml.empty("w:rtl", &[]);
        xml.empty("w:lang", &[("w:bidi", &complex_language(bitext, language))]);
    } else if language.direction() == Direction::Ltr {
        xml.empty("w:lang", &[("w:val", &language.to_string())]);
    }
    xml.close("w:rPr");
}

/// The language of a right-to-left run: the paragraph's own, or the other one of the article. Word wants a region.
fn complex_language(bitext: &Bitext, language: &Language) -> String {
    let mut candidates = [language, &bitext.source_language, &bitext.target_language].into_iter();
    match candidates.find(|language| language.direction() == Direction::Rtl).map(ToString::to_string) {
        None => "ar-SA".to_owned(),
        Some(tag) if tag == "ar" => "ar-SA".to_owned(),
        Some(tag) => tag,
    }
}

/// An address as a relationship may hold it (RFC 3986): what is no URI character is percent-encoded. Places in a document of
/// one's own do not exist here, so `#…` is no address.
pub(in crate::formats) fn address(href: &str) -> Option<String> {
    let href = href.trim();
    if href.starts_with('#') {
        return None;
    }
    let mut out = String::with_capacity(href.len());
    for byte in href.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~:/?#@!$&'()*+,;=%".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_a_uri() {
        assert_eq!(address("https://example.org/نهر a").as_deref(), Some("https://example.org/%D9%86%D9%87%D8%B1%20a"));
        assert_eq!(address("#n1"), None);
    }
}
