//! Writes units as TMX 1.4b, valid against its DTD, one after the other. What is written comes back the same from `read`.

use std::collections::HashMap;
use std::io;

use super::elements::{half_of, native_of};
use super::header::{ALL_LANGUAGES, ATTRIBUTES, Header, SegmentKind};
use super::problem::code_point;
use super::segment::{CHARACTER_KIND, InlineAttributes, SegmentReader};
use super::{KEPT_ATTRIBUTES, KEPT_PREFIX, time, xml};
use crate::model::{CodeElement, CodeId, CodePart, Content, ExchangeUnit, InlineCode, Message, Piece, Stamp};

/// A header or unit that TMX cannot hold, or a file that cannot be written. Nothing of such a unit is in the file.
#[derive(Debug, thiserror::Error)]
pub enum TmxWriteError {
    /// The place to write to failed.
    #[error("cannot write: {0}")]
    Io(#[from] io::Error),
    /// A character that XML 1.0 forbids, outside of a segment.
    #[error("forbidden character U+{:04X} in {place}", u32::from(*character))]
    Character {
        /// The element or attribute of TMX, such as `tuid` or `note`.
        place: &'static str,
        /// The character.
        character: char,
    },
    /// A moment that is not in UTC and RFC 3339.
    #[error("`{moment}` is no moment in UTC")]
    Moment {
        /// The moment as given.
        moment: String,
    },
    /// The code of another tool that is no XML of the kind that [`ForeignCode`] holds.
    #[error("`{code}` is no code in XML")]
    Code {
        /// The code as given.
        code: String,
    },
}

impl TmxWriteError {
    /// The Fluent message of the error, with its data as arguments.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::Io(error) => Message::new("err-tmx-write").with("detail", error.to_string()),
            Self::Character { place, character } => Message::new("err-tmx-write-character")
                .with("place", *place)
                .with("code", code_point(u32::from(*character))),
            Self::Moment { moment } => Message::new("err-tmx-write-moment").with("moment", moment.as_str()),
            Self::Code { code } => Message::new("err-tmx-write-code").with("code", code.as_str()),
        }
    }

    /// The same as an error of input and output.
    #[must_use]
    pub fn into_io(self) -> io::Error {
        match self {
            Self::Io(error) => error,
            other => io::Error::other(other),
        }
    }
}

/// A TMX file in the making.
#[derive(Debug)]
pub struct Writer<W: io::Write> {
    out: W,
    /// The unit that is being put together.
    unit: String,
    source_language: String,
}

impl<W: io::Write> Writer<W> {
    /// Begins a file in UTF-8. An empty source language of the header is written as [`ALL_LANGUAGES`].
    ///
    /// # Errors
    /// When the header has a character that XML forbids or a wrong moment, or the place to write to fails.
    pub fn new(out: W, header: &Header) -> Result<Self, TmxWriteError> {
        let all = Some(ALL_LANGUAGES).filter(|_| header.source_language.is_empty());
        let source_language = all.unwrap_or(&header.source_language).to_owned();
        let mut writer = Self { out, unit: String::new(), source_language };
        writer.header(header)?;
        writer.out.write_all(writer.unit.as_bytes())?;
        Ok(writer)
    }

    fn header(&mut self, header: &Header) -> Result<(), TmxWriteError> {
        self.unit.push_str("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<tmx version=\"1.4\">\n<header");
        let source_language = self.source_language.clone();
        let values = [
            &header.tool,
            &header.tool_version,
            header.segment_kind.as_str(),
            &header.memory_format,
            &header.admin_language,
            &source_language,
            &header.datatype,
        ];
        for (name, value) in ATTRIBUTES.into_iter().zip(values) {
            self.attribute(name, value)?;
        }
        self.stamps(&header.created, &header.changed)?;
        self.unit.push_str(">\n");
        self.remarks(&header.props, &header.notes)?;
        self.unit.push_str("</header>\n<body>\n");
        Ok(())
    }

    /// Writes a unit; properties that the reader made of attributes become attributes again.
    ///
    /// # Errors
    /// When the unit has a character that XML forbids outside of its texts, a moment that is none, or another tool's code that is
    /// no XML: then nothing of it is written. When the place to write to fails.
    pub fn unit(&mut self, unit: &ExchangeUnit) -> Result<(), TmxWriteError> {
        self.unit.clear();
        self.unit.push_str("<tu");
        if let Some(id) = &unit.id {
            self.attribute("tuid", id)?;
        }
        let language = unit.source_language.to_string();
        if self.source_language != ALL_LANGUAGES && self.source_language != language {
            self.attribute("srclang", &language)?;
        }
        self.stamps(&unit.created, &unit.changed)?;
        let kept = kept_attributes(&unit.props);
        for (kind, value) in &unit.props[..kept] {
            let name = KEPT_ATTRIBUTES.iter().find(|name| Some(**name) == kind.strip_prefix(KEPT_PREFIX));
            self.attribute(name.copied().unwrap_or_default(), value)?;
        }
        self.unit.push_str(">\n");
        self.remarks(&unit.props[kept..], &unit.notes)?;
        self.variant(&language, &unit.source)?;
        self.variant(&unit.target_language.to_string(), &unit.target)?;
        self.unit.push_str("</tu>\n");
        self.out.write_all(self.unit.as_bytes())?;
        Ok(())
    }

    /// Ends the file and gives back where it was written to.
    ///
    /// # Errors
    /// When the place to write to fails.
    pub fn finish(mut self) -> Result<W, TmxWriteError> {
        self.out.write_all(b"</body>\n</tmx>\n")?;
        self.out.flush()?;
        Ok(self.out)
    }

    fn attribute(&mut self, name: &'static str, value: &str) -> Result<(), TmxWriteError> {
        check(name, value)?;
        xml::push_attribute(&mut self.unit, name, value);
        Ok(())
    }

    fn stamps(&mut self, created: &Stamp, changed: &Stamp) -> Result<(), TmxWriteError> {
        for (stamp, date, person) in [(created, "creationdate", "creationid"), (changed, "changedate", "changeid")] {
            if let Some(moment) = &stamp.at {
                let written = time::to_tmx(moment).ok_or_else(|| TmxWriteError::Moment { moment: moment.clone() })?;
                self.attribute(date, &written)?;
            }
            if let Some(by) = &stamp.by {
                self.attribute(person, by)?;
            }
        }
        Ok(())
    }

    fn remarks(&mut self, props: &[(String, String)], notes: &[String]) -> Result<(), TmxWriteError> {
        for (kind, value) in props {
            self.unit.push_str("<prop");
            self.attribute("type", kind)?;
            self.unit.push('>');
            check("prop", value)?;
            xml::push_text(&mut self.unit, value);
            self.unit.push_str("</prop>\n");
        }
        for note in notes {
            check("note", note)?;
            self.unit.push_str("<note>");
            xml::push_text(&mut self.unit, note);
            self.unit.push_str("</note>\n");
        }
        Ok(())
    }

    fn variant(&mut self, language: &str, content: &Content) -> Result<(), TmxWriteError> {
        self.unit.push_str("<tuv");
        self.attribute("xml:lang", language)?;
        self.unit.push_str("><seg>");
        let mut ends = ends(content.codes()).into_iter();
        for piece in content.pieces() {
            match piece {
                Piece::Text(text) => self.text(text),
                Piece::Code(code) => self.code(code, ends.next().unwrap_or(End::Alone))?,
            }
        }
        self.unit.push_str("</seg></tuv>\n");
        Ok(())
    }

    fn text(&mut self, text: &str) {
        if xml::forbidden(text).is_none() {
            return xml::push_text(&mut self.unit, text);
        }
        for part in text.split_inclusive(xml::is_forbidden) {
            let character = part.chars().next_back().filter(|&c| xml::is_forbidden(c));
            xml::push_text(&mut self.unit, &part[..part.len() - character.map_or(0, char::len_utf8)]);
            if let Some(character) = character {
                let code = code_point(character.into());
                self.unit.push_str(&format!("<ph type=\"{CHARACTER_KIND}\">{code}</ph>"));
            }
        }
    }

    fn code(&mut self, code: &InlineCode, end: End) -> Result<(), TmxWriteError> {
        let CodeId(x) = code.id;
        let x = x.to_string();
        let (element, native, content) = match end {
            End::Span if code.part == CodePart::Close => {
                self.unit.push_str("</hi>");
                return Ok(());
            }
            End::Span => ("hi", native_of(&code.element), String::new()),
            End::Paired(i) => {
                let native = native_of(&code.element);
                if code.part == CodePart::Close {
                    let content = checked(&code.element, native.closing)?;
                    self.unit.push_str(&format!("<ept i=\"{i}\">{content}</ept>"));
                    return Ok(());
                }
                let content = native.opening.clone();
                ("bpt", native, content)
            }
            End::Alone => {
                let (native, content) = half_of(code.part, &code.element);
                (if code.part == CodePart::Standalone { "ph" } else { "it" }, native, content)
            }
        };
        let content = checked(&code.element, content)?;
        self.unit.push('<');
        self.unit.push_str(element);
        match (element, end, code.part) {
            ("bpt", End::Paired(i), _) => self.attribute("i", &i.to_string())?,
            ("it", _, CodePart::Close) => self.attribute("pos", "end")?,
            ("it", ..) => self.attribute("pos", "begin")?,
            _ => {}
        }
        self.attribute("x", &x)?;
        if element == "ph" && !native.assoc.is_empty() {
            self.attribute("assoc", &native.assoc)?;
        }
        if !native.kind.is_empty() {
            self.attribute("type", &native.kind)?;
        }
        self.unit.push('>');
        if end != End::Span {
            self.unit.push_str(&content);
            self.unit.push_str(&format!("</{element}>"));
        }
        Ok(())
    }
}

fn check(place: &'static str, text: &str) -> Result<(), TmxWriteError> {
    match xml::forbidden(text) {
        Some(character) => Err(TmxWriteError::Character { place, character }),
        None => Ok(()),
    }
}

/// How an inline code is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    /// `<bpt>` and `<ept>` with that `i`.
    Paired(usize),
    /// `<hi>`: a pair that holds no code and crosses no other such pair.
    Span,
    /// `<ph>`, or `<it>` for the end of a pair whose other end is missing.
    Alone,
}

/// How each code of a segment is written. A closing belongs to the last opening of its number before it that is open and means
/// the same.
fn ends(codes: &[InlineCode]) -> Vec<End> {
    let mut ends = vec![End::Alone; codes.len()];
    let mut open: HashMap<CodeId, Vec<usize>> = HashMap::new();
    let (mut mates, mut spans): (HashMap<usize, usize>, Vec<usize>) = (HashMap::new(), Vec::new());
    let mut i = 0;
    for (index, code) in codes.iter().enumerate() {
        match code.part {
            CodePart::Standalone => {}
            CodePart::Open => open.entry(code.id).or_default().push(index),
            CodePart::Close => {
                let Some(waiting) = open.get_mut(&code.id) else { continue };
                let Some(&opening) = waiting.last().filter(|&&opening| codes[opening].element == code.element) else {
                    continue;
                };
                waiting.pop();
                i += 1;
                (ends[opening], ends[index]) = (End::Paired(i), End::Paired(i));
                mates.insert(index, opening);
            }
        }
    }
    for (index, code) in codes.iter().enumerate().filter(|(_, code)| holds_no_code(&code.element)) {
        match mates.get(&index) {
            None if code.part == CodePart::Open && ends[index] != End::Alone => spans.push(index),
            None => {}
            Some(opening) if spans.last() == Some(opening) => {
                spans.pop();
                (ends[*opening], ends[index]) = (End::Span, End::Span);
            }
            Some(opening) => spans.retain(|span| span != opening),
        }
    }
    ends
}

fn holds_no_code(element: &CodeElement) -> bool {
    matches!(element, CodeElement::Foreign(code) if code.opening.is_empty() && code.closing.is_empty() && code.assoc.is_empty())
}

/// The code of an element, when it can stand in a file.
fn checked(element: &CodeElement, code: String) -> Result<String, TmxWriteError> {
    check("seg", &code)?;
    if matches!(element, CodeElement::Foreign(_)) && !is_code(&code) {
        return Err(TmxWriteError::Code { code });
    }
    Ok(code)
}

/// Whether XML is in the form in which the reader keeps other tools' code.
fn is_code(code: &str) -> bool {
    if !code.contains(['<', '>', '&', '\r']) {
        return true;
    }
    read_code(code).as_deref() == Some(code)
}

/// XML as the reader would keep it inside of a code; `None` when it would not end there.
fn read_code(code: &str) -> Option<String> {
    use quick_xml::events::Event;
    let mut reader = quick_xml::Reader::from_str(code);
    let mut segment = SegmentReader::default();
    segment.start("ph", "ph", InlineAttributes::default());
    loop {
        match reader.read_event().ok()? {
            Event::Start(tag) => {
                segment.start(tag.local_name().into_inner(), &tag, super::unit::inline_attributes(&tag, 1).ok()?);
            }
            Event::End(_) => segment.end(),
            Event::Text(text) => segment.text(&text.xml10_content()),
            Event::GeneralRef(reference) => segment.text(&xml::resolve(&reference, 1).ok()?),
            Event::Eof => return segment.into_code(),
            _ => return None,
        }
    }
}

/// How many properties at the beginning are written as attributes: those that the reader makes of attributes, in its order.
fn kept_attributes(props: &[(String, String)]) -> usize {
    let mut next = 0;
    for (count, (kind, value)) in props.iter().enumerate() {
        let name = kind.strip_prefix(KEPT_PREFIX);
        let index = KEPT_ATTRIBUTES[next..].iter().position(|kept| Some(*kept) == name);
        let fits = match name {
            Some("segtype") => SegmentKind::parse(value).is_some(),
            Some("lastusagedate") => time::from_tmx(value).and_then(|at| time::to_tmx(&at)).as_ref() == Some(value),
            _ => true,
        };
        let Some(index) = index.filter(|_| fits) else { return count };
        next += index + 1;
    }
    props.len()
}
