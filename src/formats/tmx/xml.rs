//! The characters of XML 1.0: which it forbids, how text and attributes are escaped, what references and attributes stand for.

use std::borrow::Cow;

use quick_xml::XmlVersion;
use quick_xml::escape::{EscapeError, ParseCharRefError, resolve_xml_entity};
use quick_xml::events::{BytesRef, BytesStart};

use super::problem::{TmxProblem, XmlFault};

/// Whether XML 1.0 forbids a character (clause 2.2, production `Char`).
pub(super) const fn is_forbidden(c: char) -> bool {
    matches!(c, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}')
}

/// The first forbidden character of a text.
pub(super) fn forbidden(text: &str) -> Option<char> {
    // Without a way out of the loop the compiler compares many bytes at once; U+FFFE and U+FFFF begin with EF.
    let is_suspicious = text.bytes().fold(false, |found, b| found | (b == 0xEF) | (b < 0x20));
    if is_suspicious { text.chars().find(|&c| is_forbidden(c)) } else { None }
}

/// Adds text as character data. A carriage return is written as a reference, since a literal one would be read as a line feed
/// (clause 2.11).
pub(super) fn push_text(out: &mut String, text: &str) {
    push_escaped(out, text, |c| match c {
        b'&' => Some("&amp;"),
        b'<' => Some("&lt;"),
        b'>' => Some("&gt;"),
        b'\r' => Some("&#13;"),
        _ => None,
    });
}

/// Adds ` name="value"`. White space but the space is written as references, since literal it would be read as spaces
/// (clause 3.3.3).
pub(super) fn push_attribute(out: &mut String, name: &str, value: &str) {
    out.push(' ');
    out.push_str(name);
    out.push_str("=\"");
    push_escaped(out, value, |c| match c {
        b'&' => Some("&amp;"),
        b'<' => Some("&lt;"),
        b'>' => Some("&gt;"),
        b'"' => Some("&quot;"),
        b'\t' => Some("&#9;"),
        b'\n' => Some("&#10;"),
        b'\r' => Some("&#13;"),
        _ => None,
    });
    out.push('"');
}

fn push_escaped(out: &mut String, text: &str, escape: impl Fn(u8) -> Option<&'static str>) {
    let mut start = 0;
    for (at, &byte) in text.as_bytes().iter().enumerate() {
        if let Some(escaped) = escape(byte) {
            out.push_str(&text[start..at]);
            out.push_str(escaped);
            start = at + 1;
        }
    }
    out.push_str(&text[start..]);
}

/// Text as character data.
pub(super) fn text(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    push_text(&mut out, text);
    out
}

/// The character or text of a reference: a number, or one of the five entities of XML itself (clause 4.6). No other is followed.
pub(super) fn resolve(reference: &BytesRef<'_>, line: u64) -> Result<Cow<'static, str>, TmxProblem> {
    let name: &str = reference;
    if !reference.is_char_ref() {
        let unknown = || TmxProblem::UnknownEntity { line, name: shown(name) };
        return resolve_xml_entity(name).map(Cow::Borrowed).ok_or_else(unknown);
    }
    match reference.resolve_char_ref() {
        Ok(Some(c)) if is_forbidden(c) => Err(TmxProblem::Character { line, code: c.into() }),
        Ok(Some(c)) => Ok(Cow::Owned(c.into())),
        Ok(None) => Err(TmxProblem::Reference { line, reference: shown(name) }),
        Err(quick_xml::Error::Escape(error)) => Err(wrong_reference(error, name, line)),
        Err(_) => Err(TmxProblem::Reference { line, reference: shown(name) }),
    }
}

/// At most 40 characters of a name from a file.
fn shown(name: &str) -> String {
    name.chars().take(40).collect()
}

fn wrong_reference(error: EscapeError, near: &str, line: u64) -> TmxProblem {
    match error {
        EscapeError::UnrecognizedEntity(_, name) => TmxProblem::UnknownEntity { line, name: shown(&name) },
        EscapeError::UnterminatedEntity(_) => TmxProblem::IllFormed { line, fault: XmlFault::LoneAmpersand },
        EscapeError::InvalidCharRef(
            ParseCharRefError::IllegalCharacter(code) | ParseCharRefError::InvalidCodepoint(code),
        ) => TmxProblem::Character { line, code },
        EscapeError::InvalidCharRef(_) | EscapeError::TooManyNestedEntities => {
            TmxProblem::Reference { line, reference: shown(near) }
        }
    }
}

/// Calls `each` with the name and the value of every attribute of a tag, `xml:lang` with its prefix.
pub(super) fn attributes(
    tag: &BytesStart<'_>,
    line: u64,
    mut each: impl FnMut(&str, Cow<'_, str>) -> Result<(), TmxProblem>,
) -> Result<(), TmxProblem> {
    let mut attributes = tag.attributes();
    // The check for repetition compares each with each, which a hostile file uses; `set_once` finds those that count.
    attributes.with_checks(false);
    for attribute in attributes {
        let attribute = attribute.map_err(|_| TmxProblem::IllFormed { line, fault: XmlFault::Attribute })?;
        let value = match attribute.normalized_value(XmlVersion::Implicit1_0) {
            Ok(value) => value,
            Err(quick_xml::Error::Escape(error)) => return Err(wrong_reference(error, &attribute.value, line)),
            Err(_) => return Err(TmxProblem::IllFormed { line, fault: XmlFault::Attribute }),
        };
        if let Some(c) = forbidden(&value) {
            return Err(TmxProblem::Character { line, code: c.into() });
        }
        each(attribute.key.as_ref(), value)?;
    }
    Ok(())
}

/// Sets an attribute that may stand once (XML 1.0, constraint `Unique Att Spec`).
pub(super) fn set_once(place: &mut Option<String>, value: Cow<'_, str>, line: u64) -> Result<(), TmxProblem> {
    if place.is_some() {
        return Err(TmxProblem::IllFormed { line, fault: XmlFault::Attribute });
    }
    *place = Some(value.into_owned());
    Ok(())
}
