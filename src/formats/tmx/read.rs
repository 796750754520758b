//! Reads a TMX file as a stream of units. What a unit is made of is told in `unit`.

use std::collections::VecDeque;
use std::io::Read;

use quick_xml::Reader;
use quick_xml::errors::{Error, IllFormedError};
use quick_xml::events::{BytesStart, Event};

use super::characters::{Characters, Interruption};
use super::header::Header;
use super::languages::Languages;
use super::problem::{TmxProblem, XmlFault};
use super::unit::UnitReader;
use super::xml;
use crate::model::{ExchangeUnit, Language};

/// The bytes of UTF-8 of one unit, of the header, and of one tag, text or comment that are read.
const MOST_BYTES: usize = 8 * 1024 * 1024;

/// How deep elements may stand in a unit.
const UNIT_DEPTH: usize = 64;

/// How deep elements may stand in the whole file.
const FILE_DEPTH: usize = 256;

/// How long the name of an element may be.
const NAME_LENGTH: usize = 1024;

/// What was passed on the way, for whoever tells how an import went.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// The units (`<tu>`) of the file that were read to their end.
    pub units: u64,
    /// Those of them without a variant in the source language.
    pub without_source: u64,
    /// Those with a variant in the source language and without one in the target language.
    pub without_target: u64,
}

/// What follows the root's opening.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    /// Before the root element.
    Before,
    /// In the root element, outside of the body.
    Root,
    /// In the body.
    Body,
    /// After the root element.
    After,
}

/// The units of a file, one after the other.
pub struct Units<R: Read> {
    xml: Reader<Characters<R>>,
    /// For the events between units, and for those inside of one.
    outer: Vec<u8>,
    inner: Vec<u8>,
    languages: Languages,
    header: Option<Header>,
    ready: VecDeque<Result<ExchangeUnit, TmxProblem>>,
    tally: Tally,
    place: Place,
    /// The elements that are open.
    depth: usize,
    /// The names of the root and the element in it, for a file that is cut off.
    open: Vec<String>,
    /// The line where the last event begins.
    line: u64,
    ended: bool,
}

/// Reads the units of a TMX file that have a text in both languages.
///
/// The languages choose the variants, whatever the file says of its source language: a variant fits by its primary language, and
/// where one has the very tag that is asked for, those of other regions are passed over. A unit with several variants that fit
/// gives one [`ExchangeUnit`] for each pair. The codes of both texts are numbered together.
///
/// A problem of one unit comes in its place and the reading goes on; a problem of the file comes last
/// ([`TmxProblem::ends_reading`]).
pub fn units<R: Read>(reader: R, source_language: &Language, target_language: &Language) -> Units<R> {
    Units {
        xml: Reader::from_reader(Characters::new(reader)),
        outer: Vec::new(),
        inner: Vec::new(),
        languages: Languages::new(source_language, target_language),
        header: None,
        ready: VecDeque::new(),
        tally: Tally::default(),
        place: Place::Before,
        depth: 0,
        open: Vec::new(),
        line: 1,
        ended: false,
    }
}

impl<R: Read> Units<R> {
    /// The header; `None` before the first unit was asked for, and in a file without one.
    #[must_use]
    pub const fn header(&self) -> Option<&Header> {
        self.header.as_ref()
    }

    /// What was passed so far.
    #[must_use]
    pub const fn tally(&self) -> Tally {
        self.tally
    }

    /// The language tags met so far, as first written, with the number of variants of each; of a file that has more than 256,
    /// the first 256.
    pub fn languages(&self) -> impl Iterator<Item = (&str, u64)> {
        self.languages.met()
    }

    /// The bytes of the file that were read.
    #[must_use]
    pub fn bytes_read(&self) -> u64 {
        self.xml.get_ref().bytes_read()
    }

    /// The next event with the line it begins in, kept within all bounds.
    fn event<'b>(&mut self, buffer: &'b mut Vec<u8>) -> Result<Event<'b>, TmxProblem> {
        buffer.clear();
        let characters = self.xml.get_mut();
        characters.allow(MOST_BYTES);
        self.line = characters.line();
        let event = self.xml.read_event_into(buffer).map_err(|error| self.fault(error))?;
        match &event {
            Event::Start(tag) => {
                self.depth += 1;
                if self.depth > FILE_DEPTH {
                    return Err(TmxProblem::TooDeep { line: self.line, limit: FILE_DEPTH });
                }
                if tag.name().as_ref().len() > NAME_LENGTH {
                    return Err(TmxProblem::TooLong { line: self.line, limit: NAME_LENGTH });
                }
            }
            Event::End(_) => self.depth = self.depth.saturating_sub(1),
            _ => {}
        }
        Ok(event)
    }

    fn fault(&mut self, error: Error) -> TmxProblem {
        let line = self.line;
        let reached = self.xml.get_ref().line();
        match (self.xml.get_mut().interruption(), error) {
            (Some(Interruption::Io(error)), _) => TmxProblem::Io { line: reached, detail: error.to_string() },
            (Some(Interruption::UnknownEncoding(label)), _) => TmxProblem::UnknownEncoding { label },
            (Some(Interruption::Malformed { encoding, offset }), _) => {
                TmxProblem::Malformed { encoding, offset, line: reached }
            }
            (Some(Interruption::TooMuch), _) => TmxProblem::TooLong { line, limit: MOST_BYTES },
            (None, Error::Io(error)) => TmxProblem::Io { line: reached, detail: error.to_string() },
            (None, Error::IllFormed(fault)) => TmxProblem::IllFormed { line, fault: ill_formed(fault) },
            (None, Error::InvalidAttr(_)) => TmxProblem::IllFormed { line, fault: XmlFault::Attribute },
            (None, _) => TmxProblem::IllFormed { line, fault: XmlFault::UnclosedMarkup },
        }
    }

    /// Reads on until there is something ready, or the file ends.
    fn advance(&mut self, buffer: &mut Vec<u8>) -> Result<(), TmxProblem> {
        let line_before = self.line;
        match self.event(buffer)? {
            Event::Start(tag) => self.start(&tag),
            Event::Empty(tag) => self.empty(&tag),
            Event::End(_) => {
                self.open.truncate(self.depth);
                match (self.depth, self.place) {
                    (0, _) => self.place = Place::After,
                    (1, Place::Body) => self.place = Place::Root,
                    _ => {}
                }
                Ok(())
            }
            Event::Eof => self.end(line_before),
            _ => Ok(()),
        }
    }

    fn start(&mut self, tag: &BytesStart<'_>) -> Result<(), TmxProblem> {
        let name = tag.local_name().into_inner();
        match (self.place, self.depth, name) {
            (Place::Before, ..) => self.root(name)?,
            (Place::After, ..) => return Err(TmxProblem::IllFormed { line: self.line, fault: XmlFault::SecondRoot }),
            (Place::Root, 2, "header") => return self.read_header(tag),
            (Place::Root, 2, "body") => self.place = Place::Body,
            (Place::Body, 3, "tu") => return self.read_unit(tag),
            _ => {}
        }
        if self.open.len() < 3 {
            self.open.push(name.to_owned());
        }
        Ok(())
    }

    fn empty(&mut self, tag: &BytesStart<'_>) -> Result<(), TmxProblem> {
        let name = tag.local_name().into_inner();
        match (self.place, self.depth, name) {
            (Place::Before, ..) => {
                self.root(name)?;
                self.place = Place::After;
            }
            (Place::After, ..) => return Err(TmxProblem::IllFormed { line: self.line, fault: XmlFault::SecondRoot }),
            (Place::Root, 1, "header") => match Header::read(tag, self.line) {
                Ok(header) => self.header = Some(header),
                Err(problem) => self.left_out(problem)?,
            },
            (Place::Body, 2, "tu") => {
                UnitReader::new(tag, self.line).map(|unit| self.finish_unit(unit)).or_else(|p| self.left_out(p))?;
            }
            _ => {}
        }
        Ok(())
    }

    fn root(&mut self, name: &str) -> Result<(), TmxProblem> {
        if name != "tmx" {
            return Err(TmxProblem::NotTmx { line: self.line, found: Some(name.chars().take(40).collect()) });
        }
        self.place = Place::Root;
        Ok(())
    }

    /// The file ends; `line` is that of the last thing in it.
    fn end(&mut self, line: u64) -> Result<(), TmxProblem> {
        self.ended = true;
        match (self.place, self.open.last()) {
            (Place::Before, _) => Err(TmxProblem::NotTmx { line, found: None }),
            (Place::After, _) => Ok(()),
            (_, open) => {
                Err(TmxProblem::CutOff { line: self.line, open: open.cloned().unwrap_or_else(|| "tmx".to_owned()) })
            }
        }
    }

    /// A problem of one unit is told and the reading goes on; any other ends it.
    fn left_out(&mut self, problem: TmxProblem) -> Result<(), TmxProblem> {
        if problem.ends_reading() {
            return Err(problem);
        }
        self.ready.push_back(Err(problem));
        Ok(())
    }

    fn read_header(&mut self, tag: &BytesStart<'_>) -> Result<(), TmxProblem> {
        let mut header = match Header::read(tag, self.line) {
            Ok(header) => Some(header),
            Err(problem) => self.left_out(problem).map(|()| None)?,
        };
        let (begins, outside) = (self.line, self.depth);
        let mut open = None;
        let (mut buffer, mut bytes) = (Vec::new(), 0);
        while self.depth >= outside {
            let event = self.event(&mut buffer)?;
            bytes += self.xml.get_ref().consumed_of(MOST_BYTES);
            if bytes > MOST_BYTES {
                return Err(TmxProblem::TooLong { line: begins, limit: MOST_BYTES });
            }
            let result = match event {
                Event::Start(tag) if self.depth == outside + 1 => {
                    Remark::begin(&tag, self.line).map(|begun| open = begun)
                }
                Event::End(_) if self.depth == outside => {
                    if let (Some(header), Some(remark)) = (&mut header, open.take()) {
                        remark.end(header);
                    }
                    Ok(())
                }
                Event::Eof => Err(TmxProblem::CutOff { line: self.line, open: "header".to_owned() }),
                event => open.as_mut().map_or(Ok(()), |remark: &mut Remark| remark.push(&event, self.line)),
            };
            if let Err(problem) = result {
                open = None;
                self.left_out(problem)?;
            }
        }
        self.header = header;
        Ok(())
    }

    fn read_unit(&mut self, tag: &BytesStart<'_>) -> Result<(), TmxProblem> {
        let (begins, outside) = (self.line, self.depth);
        // `None` once the unit is left out; what follows of it is read and not kept.
        let mut unit = match UnitReader::new(tag, begins) {
            Ok(unit) => Some(unit),
            Err(problem) => self.left_out(problem).map(|()| None)?,
        };
        let mut buffer = std::mem::take(&mut self.inner);
        let mut bytes = 0;
        while self.depth >= outside {
            let event = self.event(&mut buffer)?;
            bytes += self.xml.get_ref().consumed_of(MOST_BYTES);
            if matches!(event, Event::Eof) {
                return Err(TmxProblem::CutOff { line: self.line, open: "tu".to_owned() });
            }
            let Some(reading) = &mut unit else { continue };
            let result = if bytes > MOST_BYTES {
                Err(TmxProblem::UnitTooLong { line: begins, limit: MOST_BYTES })
            } else if self.depth > outside + UNIT_DEPTH {
                Err(TmxProblem::UnitTooDeep { line: self.line, limit: UNIT_DEPTH })
            } else {
                feed(reading, &event, self.line, &mut self.languages, self.depth >= outside)
            };
            if let Err(problem) = result {
                unit = None;
                self.left_out(problem)?;
            }
        }
        self.inner = buffer;
        match unit {
            Some(unit) => self.finish_unit(unit),
            None => self.tally.units += 1,
        }
        Ok(())
    }

    fn finish_unit(&mut self, unit: UnitReader) {
        let found = unit.finish(&mut |result| self.ready.push_back(result));
        self.tally.units += 1;
        self.tally.without_source += u64::from(!found.has_source);
        self.tally.without_target += u64::from(found.has_source && !found.has_target);
    }
}

/// Gives an event inside a unit to it; `inside` is false for the end of the unit itself.
fn feed(
    unit: &mut UnitReader,
    event: &Event<'_>,
    line: u64,
    languages: &mut Languages,
    inside: bool,
) -> Result<(), TmxProblem> {
    match event {
        Event::Start(tag) => unit.start(tag, line, languages),
        Event::Empty(tag) => unit.empty(tag, line, languages),
        Event::End(_) if inside => {
            unit.end();
            Ok(())
        }
        Event::Text(text) => unit.text(&text.xml10_content(), line),
        Event::CData(text) => unit.text(&text.xml10_content(), line),
        Event::GeneralRef(reference) => unit.reference(reference, line),
        _ => Ok(()),
    }
}

/// A property or note of the header.
struct Remark {
    /// The type of a property; `None` for a note.
    kind: Option<String>,
    text: String,
}

impl Remark {
    fn begin(tag: &BytesStart<'_>, line: u64) -> Result<Option<Self>, TmxProblem> {
        let mut kind = None;
        match tag.local_name().into_inner() {
            "note" => return Ok(Some(Self { kind, text: String::new() })),
            "prop" => {}
            _ => return Ok(None),
        }
        xml::attributes(tag, line, |name, value| match name {
            "type" => xml::set_once(&mut kind, value, line),
            _ => Ok(()),
        })?;
        Ok(Some(Self { kind: Some(kind.unwrap_or_default()), text: String::new() }))
    }

    fn push(&mut self, event: &Event<'_>, line: u64) -> Result<(), TmxProblem> {
        let text = match event {
            Event::Text(text) => text.xml10_content(),
            Event::CData(text) => text.xml10_content(),
            Event::GeneralRef(reference) => xml::resolve(reference, line)?,
            _ => return Ok(()),
        };
        if let Some(c) = xml::forbidden(&text) {
            return Err(TmxProblem::Character { line, code: c.into() });
        }
        self.text.push_str(&text);
        Ok(())
    }

    fn end(self, header: &mut Header) {
        match self.kind {
            Some(kind) => header.props.push((kind, self.text)),
            None => header.notes.push(self.text),
        }
    }
}

fn ill_formed(error: IllFormedError) -> XmlFault {
    match error {
        IllFormedError::MismatchedEndTag { expected, found } => XmlFault::MismatchedEnd { open: expected, found },
        IllFormedError::UnmatchedEndTag(found) => XmlFault::UnmatchedEnd { found },
        IllFormedError::UnclosedReference => XmlFault::LoneAmpersand,
        IllFormedError::MissingDeclVersion(_) | IllFormedError::UnknownVersion | IllFormedError::MissingDoctypeName => {
            XmlFault::Declaration
        }
        IllFormedError::MissingEndTag(_) | IllFormedError::DoubleHyphenInComment => XmlFault::UnclosedMarkup,
    }
}

impl<R: Read> Iterator for Units<R> {
    type Item = Result<ExchangeUnit, TmxProblem>;

    fn next(&mut self) -> Option<Self::Item> {
        while self.ready.is_empty() && !self.ended {
            let mut buffer = std::mem::take(&mut self.outer);
            if let Err(problem) = self.advance(&mut buffer) {
                self.ended = true;
                self.ready.push_back(Err(problem));
            }
            self.outer = buffer;
        }
        self.ready.pop_front()
    }
}
