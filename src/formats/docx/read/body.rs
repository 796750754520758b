//! Walks over the elements of a part and makes paragraphs of them. What an element is not known for, it lets through to what stands
//! inside; what cannot come in is told.

use std::rc::Rc;

use super::field::Field;
use super::look::Properties;
use super::notes::{NoteKind, Notes};
use super::numbering::Numbering;
use super::package::Relations;
use super::paragraph::{Link, Open};
use super::sheet::Collector;
use super::styles::{Styles, list};
use super::symbol::character;
use super::xml::{Ns, Tag, Token, Xml};
use crate::formats::blank::is_blank;
use crate::formats::error::FormatError;
use crate::model::{Block, BlockShape, CodeElement, Content, Flattening};

/// An element that is open.
pub(super) enum Frame {
    /// One that means nothing itself.
    Other,
    Paragraph,
    /// A run, with the properties of the one around it.
    Run(Box<Run>),
    Text {
        text: String,
        is_kept: bool,
    },
    Instruction,
    Link,
    /// A field in one element, with how many are open around it.
    SimpleField(usize),
    /// A tracked insertion, with how much was seen before it.
    Inserted(usize),
    /// The same thing in several ways, with how much was seen when the first of them began.
    Alternate(Option<usize>),
    TextBox(TextBox),
    Table {
        start: usize,
        cells: usize,
    },
    Cell {
        start: usize,
    },
    /// A row of a review sheet.
    Row,
    /// A comment of a review sheet, in the part of comments.
    Comment,
    /// A content control of a review sheet.
    Control {
        /// Whether it shows what stands there until something is chosen.
        is_placeholder: bool,
    },
    /// A note, with what was read around it.
    Note {
        label: String,
        around: Notation,
    },
}

/// A text box: where its blocks begin, and what is open around it.
pub(super) struct TextBox {
    start: usize,
    fields: Vec<Field>,
    links: Vec<Rc<Link>>,
}

/// A run that is open.
#[derive(Default)]
pub(super) struct Run {
    pub(super) properties: Properties,
    /// The label of the note whose mark its text is.
    pub(super) own_mark: Option<String>,
}

/// What all parts of a document have in common.
pub(super) struct Document<'d> {
    pub(super) styles: &'d Styles,
    pub(super) numbering: &'d mut Numbering,
    pub(super) notes: &'d mut Notes,
    /// Those of the part that is read.
    pub(super) relations: &'d Relations,
}

/// A part that is being read.
pub(super) struct Body<'d> {
    pub(super) document: Document<'d>,
    pub(super) blocks: Vec<Block>,
    pub(super) flattened: Vec<(Flattening, usize)>,
    pub(super) frames: Vec<Frame>,
    pub(super) paragraphs: Vec<Open>,
    /// A paragraph that the next one goes on with.
    pub(super) joined: Option<Open>,
    /// The level of the list whose item came last.
    pub(super) item: Option<u8>,
    pub(super) run: Run,
    pub(super) fields: Vec<Field>,
    pub(super) links: Vec<Rc<Link>>,
    /// The textual alternative of the picture that may come.
    pub(super) alternative: String,
    /// How much was seen so far: texts, pictures, things told.
    pub(super) seen: usize,
    /// The notes of a part of notes, each with its identifier.
    pub(super) read_notes: Vec<(String, Notation)>,
    /// The rows of a review sheet, where the document is read as one.
    pub(super) sheet: Option<Collector>,
}

/// Blocks, and what was flattened on the way to them.
pub(super) type Notation = (Vec<Block>, Vec<(Flattening, usize)>);

impl<'d> Body<'d> {
    pub(super) fn new(document: Document<'d>) -> Self {
        Self {
            document,
            blocks: Vec::new(),
            flattened: Vec::new(),
            frames: Vec::new(),
            paragraphs: Vec::new(),
            joined: None,
            item: None,
            run: Run::default(),
            fields: Vec::new(),
            links: Vec::new(),
            alternative: String::new(),
            seen: 0,
            read_notes: Vec::new(),
            sheet: None,
        }
    }

    /// Reads a part to its end.
    pub(super) fn read(mut self, part: &str, text: &str) -> Result<Self, FormatError> {
        let mut xml = Xml::new(part, text);
        while let Some(token) = xml.next()? {
            match token {
                Token::Open(tag) => {
                    if let Some(frame) = self.open(&tag, &mut xml)? {
                        self.frames.push(frame);
                    }
                }
                Token::Close => self.close(),
                Token::Text(text) => self.characters(&text),
            }
        }
        self.end_joined();
        self.end_fields(0);
        Ok(self)
    }

    /// Enters an element; `None` when all of it is passed already.
    fn open(&mut self, tag: &Tag<'_>, xml: &mut Xml<'_>) -> Result<Option<Frame>, FormatError> {
        match tag.ns {
            Ns::Word => self.open_word(tag, xml),
            Ns::Choice => self.open_choice(tag, xml),
            Ns::Drawing | Ns::Vml => self.open_drawing(tag, xml),
            Ns::Math => match tag.name() {
                "oMath" => {
                    self.tell(Flattening::Formula);
                    Ok(Some(Frame::Other))
                }
                "t" => Ok(Some(Frame::Text { text: String::new(), is_kept: true })),
                "r" => Ok(Some(self.enter_run())),
                name if name.ends_with("Pr") => xml.skip().map(|_| None),
                _ => Ok(Some(Frame::Other)),
            },
            Ns::Other => Ok(Some(Frame::Other)),
        }
    }

    fn open_word(&mut self, tag: &Tag<'_>, xml: &mut Xml<'_>) -> Result<Option<Frame>, FormatError> {
        if let Some(entered) = self.open_in_sheet(tag, xml)? {
            return Ok(entered);
        }
        let frame = match tag.name() {
            "p" => self.enter_paragraph(),
            "pPr" => return self.paragraph_properties(xml).map(|()| None),
            "r" => self.enter_run(),
            "rPr" => {
                self.run.properties = Properties::read(xml)?;
                return Ok(None);
            }
            "t" => {
                let is_kept = tag.attribute("space").as_deref() == Some("preserve");
                Frame::Text { text: String::new(), is_kept }
            }
            "instrText" => Frame::Instruction,
            "hyperlink" => {
                self.links.push(Rc::new(self.link(tag)));
                Frame::Link
            }
            "fldSimple" => {
                let instruction = tag.attribute("instr").unwrap_or_default();
                let mut field = Field { instruction, ..Field::default() };
                field.begin_result();
                self.fields.push(field);
                Frame::SimpleField(self.fields.len() - 1)
            }
            "ins" | "moveTo" => Frame::Inserted(self.seen),
            "txbxContent" => self.enter_text_box(),
            "tbl" => {
                self.end_joined();
                self.sheet.iter_mut().for_each(Collector::enter_table);
                Frame::Table { start: self.blocks.len(), cells: 0 }
            }
            "tc" => self.enter_cell(),
            "footnote" | "endnote" => return self.enter_note(tag, xml),
            name => {
                self.alone(name, tag);
                // What stands in these is no text; the elements of others are let through.
                let is_passed = matches!(
                    name,
                    "sdtPr"
                        | "sdtEndPr"
                        | "smartTagPr"
                        | "customXmlPr"
                        | "tblPr"
                        | "tblPrEx"
                        | "tblGrid"
                        | "trPr"
                        | "tcPr"
                        | "rubyPr"
                        | "del"
                        | "moveFrom"
                        | "delText"
                        | "delInstrText"
                        | "object"
                        | "rt"
                        | "fldChar"
                        | "sectPr"
                        | "background"
                        | "docPartPr"
                );
                if is_passed {
                    let has_text = xml.skip()?;
                    match name {
                        "del" | "moveFrom" if has_text => self.tell(Flattening::Deletion),
                        "rt" if has_text => self.tell(Flattening::Annotation),
                        "object" => self.tell(Flattening::Object),
                        _ => {}
                    }
                    return Ok(None);
                }
                Frame::Other
            }
        };
        Ok(Some(frame))
    }

    /// What stands by itself in a run or between paragraphs.
    fn alone(&mut self, name: &str, tag: &Tag<'_>) {
        match name {
            "tab" | "ptab" => self.put("\t"),
            "br" if matches!(tag.attribute("type").as_deref(), Some("page" | "column")) => {
                if let Some(open) = self.paragraphs.last_mut() {
                    open.pieces.gap();
                }
            }
            "br" | "cr" => self.standalone(CodeElement::LineBreak),
            "noBreakHyphen" => self.put("\u{2011}"),
            "softHyphen" => self.put("\u{ad}"),
            "sym" => {
                let value = |name| tag.attribute(name).unwrap_or_default();
                match character(&value("font"), &value("char")) {
                    Some(c) => self.put(c.encode_utf8(&mut [0; 4])),
                    None => self.tell(Flattening::Symbol),
                }
            }
            "footnoteReference" => self.note_mark(NoteKind::Footnote, tag),
            "endnoteReference" => self.note_mark(NoteKind::Endnote, tag),
            "commentReference" => self.tell(Flattening::Comment),
            "fldChar" => self.field_character(tag.attribute("fldCharType").as_deref()),
            "bookmarkStart" => {
                if let (Some(open), Some(name)) = (self.paragraphs.last_mut(), tag.attribute("name")) {
                    open.bookmarks.push(name);
                }
            }
            "sectPr" => self.document.notes.end_section(),
            "altChunk" | "subDoc" => self.tell(Flattening::Object),
            _ => {}
        }
    }

    /// Of one thing in several ways the first is taken that shows something.
    fn open_choice(&mut self, tag: &Tag<'_>, xml: &mut Xml<'_>) -> Result<Option<Frame>, FormatError> {
        let seen = self.seen;
        match (tag.name(), self.frames.last_mut()) {
            ("AlternateContent", _) => Ok(Some(Frame::Alternate(None))),
            ("Choice" | "Fallback", Some(Frame::Alternate(Some(begun)))) if *begun < seen => {
                xml.skip()?;
                Ok(None)
            }
            ("Choice" | "Fallback", Some(Frame::Alternate(begun))) => {
                *begun = Some(seen);
                Ok(Some(Frame::Other))
            }
            _ => Ok(Some(Frame::Other)),
        }
    }

    fn open_drawing(&mut self, tag: &Tag<'_>, xml: &mut Xml<'_>) -> Result<Option<Frame>, FormatError> {
        let said = |name: &str| tag.attribute(name).filter(|text| !is_blank(text));
        match (tag.ns, tag.name()) {
            (Ns::Drawing, "docPr") => self.alternative = said("descr").or_else(|| said("title")).unwrap_or_default(),
            (Ns::Drawing, "cNvPr") => {
                if let Some(own) = said("descr") {
                    self.alternative = own;
                }
            }
            (Ns::Drawing, "blip") => self.picture(tag.attribute("embed").or_else(|| tag.attribute("link"))),
            (Ns::Drawing, "graphicData") => {
                let kind = tag.attribute("uri").unwrap_or_default();
                if kind.ends_with("/chart") || kind.ends_with("/diagram") || kind.ends_with("/chartex") {
                    self.tell(Flattening::Object);
                }
            }
            // Text of a drawing that is no text box.
            (Ns::Drawing, "txBody") => {
                if xml.skip()? {
                    self.tell(Flattening::Object);
                }
                return Ok(None);
            }
            (Ns::Vml, "imagedata") => {
                if let Some(title) = said("title").filter(|_| self.alternative.is_empty()) {
                    self.alternative = title;
                }
                self.picture(tag.attribute("id").or_else(|| tag.attribute("href")));
            }
            (Ns::Vml, "textpath") if said("string").is_some() => self.tell(Flattening::Object),
            (Ns::Vml, "rect") if tag.attribute("hr").is_some_and(|hr| matches!(hr.as_str(), "t" | "true")) => {
                self.blocks.push(Block { content: Content::default(), shape: BlockShape::Separator, line: None });
                self.item = None;
                self.seen += 1;
            }
            (Ns::Vml, "shape" | "rect") => self.alternative = said("alt").unwrap_or_default(),
            _ => {}
        }
        Ok(Some(Frame::Other))
    }

    fn close(&mut self) {
        match self.frames.pop() {
            Some(Frame::Paragraph) => {
                if let Some(open) = self.paragraphs.pop() {
                    if open.ends_section {
                        self.document.notes.end_section();
                    }
                    match open.is_joined {
                        true => {
                            self.end_joined();
                            self.joined = Some(open);
                        }
                        false => self.end_paragraph(open),
                    }
                }
            }
            Some(Frame::Run(around)) => self.run = *around,
            Some(Frame::Text { text, is_kept }) => {
                // White space in a file is a space in the text (ECMA-376 part 1, 17.3.3.31).
                let text = text.replace(['\r', '\n'], " ");
                self.put(if is_kept { &text } else { text.trim_matches([' ', '\t']) });
            }
            Some(Frame::Link) => drop(self.links.pop()),
            Some(Frame::SimpleField(around)) => self.end_fields(around),
            Some(Frame::Inserted(before)) if self.seen > before => self.tell(Flattening::Insertion),
            Some(Frame::TextBox(text_box)) => self.leave_text_box(text_box),
            Some(Frame::Table { start, cells }) => {
                self.leave_table(start, cells);
                self.sheet.iter_mut().for_each(Collector::leave_table);
            }
            Some(Frame::Row) => self.sheet.iter_mut().for_each(Collector::leave_row),
            Some(Frame::Comment) => {
                self.end_joined();
                self.sheet.iter_mut().for_each(Collector::leave_comment);
            }
            Some(Frame::Cell { start }) => self.leave_cell(start),
            Some(Frame::Note { label, around }) => self.leave_note(label, around),
            _ => {}
        }
    }

    fn characters(&mut self, text: &str) {
        match self.frames.last_mut() {
            Some(Frame::Text { text: all, .. }) => all.push_str(text),
            Some(Frame::Instruction) => {
                if let Some(field) = self.fields.last_mut().filter(|field| !field.has_result) {
                    field.instruction.push_str(text);
                }
            }
            _ => {}
        }
    }

    fn enter_run(&mut self) -> Frame {
        Frame::Run(Box::new(std::mem::take(&mut self.run)))
    }

    fn enter_text_box(&mut self) -> Frame {
        let (fields, links) = (std::mem::take(&mut self.fields), std::mem::take(&mut self.links));
        Frame::TextBox(TextBox { start: self.blocks.len(), fields, links })
    }

    fn leave_text_box(&mut self, text_box: TextBox) {
        self.end_joined();
        self.end_fields(0);
        (self.fields, self.links) = (text_box.fields, text_box.links);
        if self.blocks.len() > text_box.start {
            self.tell(Flattening::TextBox);
        }
    }

    fn paragraph_properties(&mut self, xml: &mut Xml<'_>) -> Result<(), FormatError> {
        let mut read = Open::default();
        xml.children(|tag, xml| {
            match tag.name() {
                "pStyle" => read.style = tag.value(),
                "outlineLvl" => read.outline = tag.value().and_then(|level| level.parse().ok()),
                "numPr" => read.list = list(xml)?,
                "sectPr" => read.ends_section = true,
                "rPr" => xml.children(|tag, _| {
                    read.is_joined |= tag.is("del") || tag.is("moveFrom");
                    Ok(())
                })?,
                _ => {}
            }
            Ok(())
        })?;
        if let Some(open) = self.paragraphs.last_mut() {
            (open.style, open.outline, open.list) = (read.style, read.outline, read.list);
            (open.is_joined, open.ends_section) = (read.is_joined, read.ends_section);
        }
        Ok(())
    }

    /// Notes that something does not come in as it stands.
    pub(super) fn tell(&mut self, kind: Flattening) {
        self.seen += 1;
        match self.paragraphs.last_mut() {
            Some(open) => open.told.push(kind),
            None => self.flattened.push((kind, self.blocks.len())),
        }
    }
}
