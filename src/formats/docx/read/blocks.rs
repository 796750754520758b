//! Paragraphs, cells and notes at their ends: what shape each has, and where it stands among the blocks.

use super::body::{Body, Frame, Notation};
use super::notes::NoteKind;
use super::paragraph::Open;
use super::sheet::Collector;
use super::styles::{Role, Style};
use super::xml::{Tag, Xml};
use crate::formats::blank::is_blank;
use crate::formats::error::FormatError;
use crate::formats::flow::has_own_marker;
use crate::model::{Block, BlockShape, CodeElement, Flattening, ListMark};

/// A cell with so many paragraphs lays out a page, as in a page of HTML.
const CELL_OF_LAYOUT: usize = 3;

impl Body<'_> {
    pub(super) fn enter_paragraph(&mut self) -> Frame {
        let mut open = Open { start: self.blocks.len(), remarks: self.flattened.len(), ..Open::default() };
        if let Some(first) = self.joined.take() {
            let (style, outline, list) = (None, None, (None, None));
            open = Open { style, outline, list, is_joined: false, ends_section: false, ..first };
        }
        self.paragraphs.push(open);
        Frame::Paragraph
    }

    /// Ends a paragraph that nothing came to go on with.
    pub(super) fn end_joined(&mut self) {
        if let Some(open) = self.joined.take() {
            self.end_paragraph(open);
        }
    }

    /// The paragraph becomes a block before those that stand in its text boxes; without visible text it becomes none.
    pub(super) fn end_paragraph(&mut self, mut open: Open) {
        let styles = self.document.styles;
        let style = styles.of_paragraph(open.style.as_deref());
        let content = open.pieces.content(style.role == Some(Role::Preformatted));
        let is_shown = !is_blank(content.text());
        let shape = self.shape(&mut open, style, is_shown.then(|| content.text()));
        let place = if is_shown { open.start.min(self.blocks.len()) } else { self.blocks.len() };
        if is_shown {
            for (_, index) in self.flattened.iter_mut().skip(open.remarks) {
                *index += 1;
            }
            self.item = match (&shape, self.item) {
                (BlockShape::ListItem { mark: ListMark::Continued }, level) => level,
                (BlockShape::ListItem { .. }, _) => Some(open.list.1.or(style.list.1).unwrap_or(0)),
                _ => None,
            };
            self.blocks.insert(place, Block { content, shape, line: None });
        } else {
            let is_picture = |code: &&crate::model::InlineCode| matches!(code.element, CodeElement::Image { .. });
            let pictures = content.codes().iter().filter(is_picture).count();
            open.told.extend(std::iter::repeat_n(Flattening::Picture, pictures));
        }
        if let Some(sheet) = &mut self.sheet {
            sheet.paragraph(&open);
        }
        self.flattened.extend(open.told.into_iter().map(|kind| (kind, place)));
    }

    /// The shape of a paragraph, which is counted in its list also where it shows nothing.
    fn shape(&mut self, open: &mut Open, style: &Style, text: Option<&str>) -> BlockShape {
        if let Some(label) = self.frames.iter().rev().find_map(|frame| match frame {
            Frame::Note { label, .. } => Some(label.clone()),
            _ => None,
        }) {
            return BlockShape::Note { label };
        }
        let list = open.list.0.as_deref().or(style.list.0.as_deref()).filter(|list| *list != "0");
        let level = open.list.1.or(style.list.1).unwrap_or(0);
        let counted = list.and_then(|list| self.document.numbering.count(list, level, self.document.styles));
        let mark = counted.and_then(|counted| counted.mark);
        let own_note = || open.bookmarks.iter().find(|name| !name.starts_with('_'));
        if let Some(label) = own_note().filter(|_| style.role == Some(Role::Note)) {
            return BlockShape::Note { label: label.clone() };
        }
        let outline = match (open.outline.or(style.outline), style.role) {
            (_, Some(Role::Title)) => Some(0),
            (Some(level), _) => (level < 9).then_some(level + 1),
            (None, Some(Role::Heading(level))) => Some(level),
            _ => None,
        };
        let has_words = counted.is_some_and(|counted| counted.has_words);
        if let Some(level) = outline {
            if text.is_some() && (has_words || matches!(mark, Some(ListMark::Number(_)))) {
                open.told.push(Flattening::Numbering);
            }
            return BlockShape::Heading(level.min(6));
        }
        if text.is_some() && has_words {
            open.told.push(Flattening::Numbering);
        }
        let is_in_list = style.role == Some(Role::List);
        match (mark, style.role, text) {
            (Some(mark), ..) => {
                if text.is_some() && level > self.item.unwrap_or(0) {
                    open.told.push(Flattening::NestedList);
                }
                BlockShape::ListItem { mark }
            }
            (None, _, Some(text)) if is_in_list && has_own_marker(text) => {
                BlockShape::ListItem { mark: ListMark::Bullet }
            }
            (None, ..) if is_in_list && self.item.is_some() => BlockShape::ListItem { mark: ListMark::Continued },
            (None, Some(Role::Quote), _) => BlockShape::Quote,
            (None, Some(Role::Caption), _) => BlockShape::Caption,
            (None, Some(Role::Preformatted), _) => BlockShape::Preformatted,
            _ if self.is_in_cell() => BlockShape::TableCell,
            _ => BlockShape::Paragraph,
        }
    }

    fn is_in_cell(&self) -> bool {
        let around = self.frames.iter().rev().find(|frame| matches!(frame, Frame::Cell { .. } | Frame::TextBox(_)));
        matches!(around, Some(Frame::Cell { .. }))
    }

    pub(super) fn enter_cell(&mut self) -> Frame {
        let table = self.frames.iter_mut().rev().find_map(|frame| match frame {
            Frame::Table { cells, .. } => Some(cells),
            _ => None,
        });
        if let Some(cells) = table {
            *cells += 1;
        }
        self.sheet.iter_mut().for_each(Collector::enter_cell);
        self.item = None;
        Frame::Cell { start: self.blocks.len() }
    }

    /// What lays out a page is no cell of a table.
    pub(super) fn leave_cell(&mut self, start: usize) {
        self.end_joined();
        self.sheet.iter_mut().for_each(Collector::leave_cell);
        self.item = None;
        let cell = &self.blocks[start.min(self.blocks.len())..];
        let is_heading = |block: &Block| matches!(block.shape, BlockShape::Heading(_) | BlockShape::Quote);
        if cell.len() >= CELL_OF_LAYOUT || cell.iter().any(is_heading) {
            self.lay_out(start);
        }
    }

    /// A table of one cell is a frame around it.
    pub(super) fn leave_table(&mut self, start: usize, cells: usize) {
        self.item = None;
        if self.blocks.len() <= start {
            return;
        }
        if cells == 1 {
            self.lay_out(start);
        }
        self.flattened.push((Flattening::Table, start));
    }

    fn lay_out(&mut self, start: usize) {
        for block in self.blocks.iter_mut().skip(start).filter(|block| block.shape == BlockShape::TableCell) {
            block.shape = BlockShape::Paragraph;
        }
    }

    /// A note, in a part of notes or in the body; the lines between text and notes are none.
    pub(super) fn enter_note(&mut self, tag: &Tag<'_>, xml: &mut Xml<'_>) -> Result<Option<Frame>, FormatError> {
        let id = tag.attribute("id").unwrap_or_default();
        let kind = if tag.name() == "footnote" { NoteKind::Footnote } else { NoteKind::Endnote };
        let is_line = tag.attribute("type").is_some_and(|kind| kind != "normal");
        match self.document.notes.label(kind, &id).filter(|_| !is_line) {
            Some(label) => {
                self.end_joined();
                let around = (std::mem::take(&mut self.blocks), std::mem::take(&mut self.flattened));
                Ok(Some(Frame::Note { label, around }))
            }
            None => xml.skip().map(|_| None),
        }
    }

    pub(super) fn leave_note(&mut self, label: String, around: Notation) {
        // Its frame is closed already: what goes on to the next paragraph ends with it.
        self.frames.push(Frame::Note { label: label.clone(), around: Notation::default() });
        self.end_joined();
        self.end_fields(0);
        self.frames.pop();
        let (blocks, flattened) = around;
        let own = (std::mem::replace(&mut self.blocks, blocks), std::mem::replace(&mut self.flattened, flattened));
        self.read_notes.push((label, own));
    }
}
