//! A part as tokens: names by their namespaces, references resolved, no declarations of a document's own. Every walk over it is a loop.

use std::borrow::Cow;

use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};
use quick_xml::name::{Namespace, ResolveResult};
use quick_xml::reader::NsReader;

use crate::formats::error::{FormatError, PartFault};
use crate::formats::line::count_lines;

/// Far beyond the tables and boxes of any document.
const DEEPEST: usize = 512;

/// What a namespace is for; transitional and strict ones are the same (ECMA-376 part 4).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ns {
    /// WordprocessingML.
    Word,
    /// Formulas.
    Math,
    /// Markup compatibility: one thing said in two ways.
    Choice,
    /// Drawings of any kind: pictures, shapes, charts.
    Drawing,
    /// Drawings of old, VML.
    Vml,
    /// Anything else.
    Other,
}

impl Ns {
    fn of(resolved: &ResolveResult<'_>) -> Self {
        match resolved {
            ResolveResult::Bound(Namespace(uri)) => Self::of_uri(uri),
            // A prefix that is declared nowhere is taken for the usual one.
            ResolveResult::Unknown(prefix) => match prefix.as_str() {
                "w" => Self::Word,
                "m" => Self::Math,
                "mc" => Self::Choice,
                "a" | "wp" | "pic" | "wps" => Self::Drawing,
                "v" => Self::Vml,
                _ => Self::Other,
            },
            ResolveResult::Unbound => Self::Other,
        }
    }

    fn of_uri(uri: &str) -> Self {
        match uri {
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
            | "http://purl.oclc.org/ooxml/wordprocessingml/main" => Self::Word,
            "http://schemas.openxmlformats.org/officeDocument/2006/math"
            | "http://purl.oclc.org/ooxml/officeDocument/math" => Self::Math,
            "http://schemas.openxmlformats.org/markup-compatibility/2006" => Self::Choice,
            "urn:schemas-microsoft-com:vml" => Self::Vml,
            uri if uri.contains("/drawingml/") || uri.contains("/wordprocessingDrawing") => Self::Drawing,
            _ => Self::Other,
        }
    }
}

/// A start tag.
pub(super) struct Tag<'x> {
    pub(super) ns: Ns,
    start: BytesStart<'x>,
}

impl Tag<'_> {
    /// The name without its prefix.
    pub(super) fn name(&self) -> &str {
        self.start.local_name().into_inner()
    }

    /// Whether it is an element of WordprocessingML of that name.
    pub(super) fn is(&self, name: &str) -> bool {
        self.ns == Ns::Word && self.name() == name
    }

    /// The value of an attribute by its name without prefix; one that is written wrong is none.
    pub(super) fn attribute(&self, name: &str) -> Option<String> {
        let mut attributes = self.start.attributes();
        let found = attributes.with_checks(false).flatten().find(|a| a.key.local_name().into_inner() == name)?;
        found.normalized_value(XmlVersion::Implicit1_0).ok().map(Cow::into_owned)
    }

    /// The value of `w:val`.
    pub(super) fn value(&self) -> Option<String> {
        self.attribute("val")
    }

    /// Whether an attribute says yes (ECMA-376 part 1, 22.9.2.7); one that is not there says no.
    pub(super) fn says(&self, name: &str) -> bool {
        matches!(self.attribute(name).as_deref(), Some("1" | "true" | "on"))
    }

    /// What a switch says (ECMA-376 part 1, 17.17.4): that it stands there says yes.
    pub(super) fn is_on(&self) -> bool {
        !matches!(self.value().as_deref(), Some("0" | "false" | "off" | "none"))
    }
}

/// A piece of a part.
pub(super) enum Token<'x> {
    Open(Tag<'x>),
    Close,
    Text(Cow<'x, str>),
}

/// A part that is being read.
pub(super) struct Xml<'x> {
    part: &'x str,
    text: &'x str,
    reader: NsReader<&'x [u8]>,
    depth: usize,
}

impl<'x> Xml<'x> {
    pub(super) fn new(part: &'x str, text: &'x str) -> Self {
        let mut reader = NsReader::from_str(text);
        reader.config_mut().expand_empty_elements = true;
        Self { part, text, reader, depth: 0 }
    }

    /// The next token; `None` at the end.
    ///
    /// # Errors
    /// When the part is no well-formed XML, declares a document type or entities, or is nested too deep.
    pub(super) fn next(&mut self) -> Result<Option<Token<'x>>, FormatError> {
        loop {
            let (ns, event) = match self.reader.read_resolved_event() {
                Ok((resolved, event)) => (Ns::of(&resolved), event),
                Err(_) => return Err(self.fault(PartFault::IllFormed)),
            };
            return Ok(Some(match event {
                Event::Start(start) => {
                    self.depth += 1;
                    if self.depth > DEEPEST {
                        return Err(self.fault(|line| PartFault::TooDeep { line, limit: DEEPEST }));
                    }
                    Token::Open(Tag { ns, start })
                }
                Event::End(_) => {
                    self.depth = self.depth.saturating_sub(1);
                    Token::Close
                }
                Event::Text(text) => Token::Text(text.into_inner()),
                Event::CData(text) => Token::Text(text.into_inner()),
                Event::GeneralRef(reference) => {
                    let known = match reference.resolve_char_ref() {
                        Ok(Some(c)) => Some(Cow::Owned(c.to_string())),
                        Ok(None) => quick_xml::escape::resolve_xml_entity(&reference).map(Cow::Borrowed),
                        Err(_) => None,
                    };
                    Token::Text(known.ok_or_else(|| self.fault(PartFault::IllFormed))?)
                }
                Event::DocType(_) => return Err(self.fault(|_| PartFault::Declaration)),
                Event::Eof if self.depth > 0 => return Err(self.fault(PartFault::IllFormed)),
                Event::Eof => return Ok(None),
                Event::Empty(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) => continue,
            }));
        }
    }

    /// Passes over what the element that was just opened holds, its end included; whether a text stands in it.
    ///
    /// # Errors
    /// As for [`Self::next`].
    pub(super) fn skip(&mut self) -> Result<bool, FormatError> {
        let outside = self.depth - 1;
        let mut has_text = false;
        let mut in_text = false;
        while self.depth > outside {
            match self.next()? {
                Some(Token::Open(tag)) => in_text = matches!(tag.name(), "t" | "delText"),
                Some(Token::Close) => in_text = false,
                Some(Token::Text(text)) => has_text |= in_text && !crate::formats::blank::is_blank(&text),
                None => break,
            }
        }
        Ok(has_text)
    }

    /// Calls `each` for every element directly inside the one that was just opened, its end included.
    ///
    /// # Errors
    /// As for [`Self::next`].
    pub(super) fn children(
        &mut self,
        mut each: impl FnMut(&Tag<'x>, &mut Self) -> Result<(), FormatError>,
    ) -> Result<(), FormatError> {
        let inside = self.depth;
        while self.depth >= inside {
            match self.next()? {
                Some(Token::Open(tag)) => {
                    each(&tag, self)?;
                    // What `each` did not go through.
                    while self.depth > inside {
                        self.skip()?;
                    }
                }
                Some(_) => {}
                None => break,
            }
        }
        Ok(())
    }

    fn fault(&self, fault: impl FnOnce(usize) -> PartFault) -> FormatError {
        let at = usize::try_from(self.reader.error_position().max(self.reader.buffer_position())).unwrap_or(0);
        let read = self.text.get(..at.min(self.text.len())).unwrap_or(self.text);
        FormatError::Part { part: self.part.to_owned(), fault: fault(count_lines(read)) }
    }
}
