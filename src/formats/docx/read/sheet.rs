//! Collects the rows of a review sheet while its document is read: cells with their looks, marks, comments, authors of tracked
//! changes. What a cell comes to is not judged here.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::anchors::Anchors;
use super::body::Body;
use super::paragraph::Open;
use super::xml::{Tag, Xml};
use crate::formats::docx::sheet::{column_of, mark_of_bookmark, mark_of_tag};
use crate::formats::error::FormatError;
use crate::model::{Column, Flattening, ReturnedRow, RowFault, RowMark, SheetComment, Stretch, plain};

/// No row of any table has more columns.
const MOST_COLUMNS: usize = 1024;

/// The rows so far.
#[derive(Default)]
pub(super) struct Collector {
    /// How many tables are open in each other.
    depth: usize,
    rows: Vec<Row>,
    row: Option<Row>,
    cell: Option<Cell>,
    lines: Vec<String>,
    /// The comments of the part of comments, each with its identifier.
    comments: Vec<(String, SheetComment)>,
    in_comment: bool,
    anchors: Anchors,
}

/// What was collected.
pub(super) struct Found {
    pub(super) rows: Vec<ReturnedRow>,
    pub(super) head: Vec<String>,
    pub(super) lines: Vec<String>,
    pub(super) comments: Vec<SheetComment>,
}

#[derive(Default)]
struct Row {
    cells: Vec<Cell>,
    marks: Vec<RowMark>,
    /// The identifiers of comments and the labels of notes in it.
    comments: Vec<String>,
    notes: Vec<String>,
    next_column: usize,
    is_deleted: bool,
}

#[derive(Default)]
struct Cell {
    at: usize,
    span: usize,
    is_merged_down: bool,
    role: Option<Column>,
    paragraphs: Vec<Vec<Stretch>>,
    authors: BTreeSet<String>,
    told: Vec<Flattening>,
}

impl Cell {
    /// The paragraphs as one text, without empty ones at its ends.
    fn text(&self) -> Vec<Stretch> {
        let is_empty = |paragraph: &&Vec<Stretch>| paragraph.is_empty();
        let first = self.paragraphs.iter().take_while(is_empty).count();
        let last = self.paragraphs.len() - self.paragraphs.iter().rev().take_while(is_empty).count();
        let mut text: Vec<Stretch> = Vec::new();
        for (at, paragraph) in self.paragraphs.get(first..last).unwrap_or_default().iter().enumerate() {
            if at > 0 {
                let look = text.last().map(|last| last.look.clone()).unwrap_or_default();
                push(&mut text, "\n", look);
            }
            paragraph.iter().for_each(|stretch| push(&mut text, &stretch.text, stretch.look.clone()));
        }
        text
    }

    fn words(&self) -> String {
        plain(&self.text())
    }

    const fn is_merged(&self) -> bool {
        self.span > 1 || self.is_merged_down
    }
}

/// Adds a text to stretches, of which neighbours that look alike are one.
pub(super) fn push(stretches: &mut Vec<Stretch>, text: &str, look: crate::model::Look) {
    match stretches.last_mut() {
        Some(last) if last.look == look => last.text.push_str(text),
        _ => stretches.push(Stretch { text: text.to_owned(), look }),
    }
}

impl Collector {
    pub(super) const fn enter_table(&mut self) {
        self.depth += 1;
    }

    pub(super) const fn leave_table(&mut self) {
        self.depth = self.depth.saturating_sub(1);
    }

    /// Whether a row that begins here is one of the outermost table.
    pub(super) fn enter_row(&mut self) -> bool {
        let is_own = self.depth == 1 && self.row.is_none();
        if is_own {
            self.row = Some(Row::default());
        }
        is_own
    }

    pub(super) fn leave_row(&mut self) {
        if let Some(row) = self.row.take()
            && !row.is_deleted
        {
            self.rows.push(row);
        }
    }

    pub(super) fn enter_cell(&mut self) {
        if self.depth == 1
            && let Some(row) = &mut self.row
        {
            self.cell = Some(Cell { at: row.next_column, span: 1, ..Cell::default() });
        }
    }

    pub(super) fn leave_cell(&mut self) {
        if self.depth == 1
            && let (Some(cell), Some(row)) = (self.cell.take(), &mut self.row)
        {
            row.next_column = row.next_column.saturating_add(cell.span).min(MOST_COLUMNS);
            row.cells.push(cell);
        }
    }

    /// Reads the `w:trPr` that was just opened.
    fn row_properties(&mut self, xml: &mut Xml<'_>) -> Result<(), FormatError> {
        let row = self.row.as_mut().filter(|_| self.depth == 1 && self.cell.is_none());
        let mut unused = Row::default();
        let row = row.unwrap_or(&mut unused);
        xml.children(|tag, _| {
            match tag.name() {
                "del" => row.is_deleted = true,
                "gridBefore" => row.next_column = count(tag),
                _ => {}
            }
            Ok(())
        })
    }

    /// Reads the `w:tcPr` that was just opened.
    fn cell_properties(&mut self, xml: &mut Xml<'_>) -> Result<(), FormatError> {
        let cell = self.cell.as_mut().filter(|_| self.depth == 1);
        let mut unused = Cell::default();
        let cell = cell.unwrap_or(&mut unused);
        xml.children(|tag, _| {
            match tag.name() {
                "gridSpan" => cell.span = count(tag).max(1),
                "vMerge" | "hMerge" => cell.is_merged_down = true,
                _ => {}
            }
            Ok(())
        })
    }

    /// A tag of a content control, or the name of a bookmark.
    fn mark(&mut self, name: &str) {
        if let Some(row) = &mut self.row {
            row.marks.extend(mark_of_tag(name).or_else(|| mark_of_bookmark(name)));
        }
        if let Some(cell) = &mut self.cell {
            cell.role = cell.role.or(column_of(name));
        }
    }

    /// A comment is fixed here.
    pub(super) fn comment(&mut self, id: String) {
        if let Some(row) = &mut self.row {
            row.comments.push(id);
        }
    }

    /// Somebody changed what comes.
    pub(super) fn author(&mut self, author: Option<String>) {
        let author = author.filter(|author| !author.trim().is_empty());
        if let (Some(cell), Some(author)) = (&mut self.cell, author) {
            cell.authors.insert(author);
        }
    }

    pub(super) fn enter_comment(&mut self, tag: &Tag<'_>) {
        let value = |name| tag.attribute(name).unwrap_or_default();
        let comment = SheetComment { author: value("author"), at: tag.attribute("date"), ..SheetComment::default() };
        self.comments.push((value("id"), comment));
        self.in_comment = true;
    }

    pub(super) const fn leave_comment(&mut self) {
        self.in_comment = false;
    }

    /// A paragraph ends.
    pub(super) fn paragraph(&mut self, open: &Open) {
        let (stretches, notes, pictures) = open.pieces.stretches();
        if self.in_comment {
            if let Some((_, comment)) = self.comments.last_mut() {
                if !comment.text.is_empty() {
                    comment.text.push('\n');
                }
                comment.text.push_str(&plain(&stretches));
            }
            return;
        }
        self.anchors.paragraph(&plain(&stretches));
        if let Some(row) = &mut self.row {
            row.notes.extend(notes);
        }
        match &mut self.cell {
            Some(cell) => {
                let is_numbered = open.list.0.as_ref().is_some_and(|list| list != "0") && !stretches.is_empty();
                cell.told.extend(is_numbered.then_some(Flattening::Numbering));
                cell.told.extend(std::iter::repeat_n(Flattening::Picture, pictures));
                cell.told.extend(open.told.iter().filter(|told| is_loss(**told)));
                cell.paragraphs.push(stretches);
            }
            None => self.lines.push(plain(&stretches)),
        }
    }

    /// The comments that were read from their part.
    pub(super) fn into_comments(self) -> Vec<(String, SheetComment)> {
        self.comments
    }

    /// The rows, the cells of the head, the lines outside of the table and the comments on both; `comments` and `notes` are what these say.
    pub(super) fn finish(self, comments: &[(String, SheetComment)], notes: &dyn Fn(&str) -> Option<String>) -> Found {
        let roles = self.roles();
        let by_id: HashMap<&str, &SheetComment> = comments.iter().map(|(id, comment)| (id.as_str(), comment)).collect();
        let said = |ids: &mut dyn Iterator<Item = &String>, places: &[String]| -> Vec<SheetComment> {
            let found = ids.filter_map(|id| Some((id, *by_id.get(id.as_str())?)));
            let found = found.filter(|(_, comment)| !comment.text.trim().is_empty());
            let anchored = |(id, comment): (&String, &SheetComment)| SheetComment {
                anchor: self.anchors.shown(id, places.iter()),
                ..comment.clone()
            };
            found.map(anchored).collect()
        };
        // A comment that is fixed nowhere is one all the same.
        let head = self.rows.iter().position(|row| row.marks.is_empty() && row.has_roles());
        let of_rows = |row: &(usize, &Row)| Some(row.0) != head;
        let rows = || self.rows.iter().enumerate().filter(of_rows).map(|(_, row)| row);
        let fixed: HashSet<&str> = rows().flat_map(|row| row.comments.iter().map(String::as_str)).collect();
        let noted = |row: &Row| -> Vec<SheetComment> {
            let notes = row.notes.iter().filter_map(|label| notes(label));
            notes.map(|text| SheetComment { text, ..SheetComment::default() }).collect()
        };
        let head = head.and_then(|head| self.rows.get(head));
        let words = |row: &Row| -> Vec<String> { row.cells.iter().map(Cell::words).collect() };
        let places = [self.lines.clone(), head.map(words).unwrap_or_default()].concat();
        let mut outside =
            said(&mut comments.iter().map(|(id, _)| id).filter(|id| !fixed.contains(id.as_str())), &places);
        outside.extend(head.map(noted).unwrap_or_default());
        let returned = rows().map(|row| {
            let mut returned = row.returned(&roles);
            returned.comments = said(&mut row.comments.iter(), &words(row));
            returned.comments.extend(noted(row));
            returned
        });
        let rows = returned.collect();
        let head = head.map(words).unwrap_or_default();
        let lines = self.lines.iter().filter(|line| !line.trim().is_empty()).cloned().collect();
        Found { rows, head, lines, comments: outside }
    }

    /// What each column is: as its head says, or else as they went out.
    fn roles(&self) -> Vec<Option<Column>> {
        let head = self.rows.iter().find(|row| row.has_roles());
        let Some(head) = head else { return Column::ALL.map(Some).to_vec() };
        let mut roles = Vec::new();
        for cell in &head.cells {
            roles.resize(cell.at.max(roles.len()), None);
            roles.push(cell.role);
            roles.resize(cell.at + cell.span.min(MOST_COLUMNS), None);
        }
        roles
    }
}

impl Row {
    /// Whether it says what the columns are.
    fn has_roles(&self) -> bool {
        self.cells.iter().any(|cell| cell.role.is_some())
    }

    fn returned(&self, roles: &[Option<Column>]) -> ReturnedRow {
        let mut marks = self.marks.clone();
        marks.sort_unstable();
        marks.dedup();
        let mut row = ReturnedRow { marks, ..ReturnedRow::default() };
        let is_there = |column| self.cells.iter().any(|cell| roles.get(cell.at).copied().flatten() == Some(column));
        if !is_there(Column::Target) || self.next_column > roles.len() {
            row.fault = Some(RowFault::Columns);
        }
        let mut more: Vec<String> = Vec::new();
        for cell in &self.cells {
            match roles.get(cell.at).copied().flatten() {
                Some(Column::Number) => row.number = cell.words(),
                Some(Column::Source) => row.source = cell.text(),
                Some(Column::Target) => {
                    row.target = cell.text();
                    row.authors = cell.authors.iter().cloned().collect();
                    row.told.clone_from(&cell.told);
                    if cell.is_merged() {
                        row.fault = row.fault.or(Some(RowFault::Merged));
                    }
                }
                Some(Column::Decision) => {
                    row.decision = cell.words().trim().to_owned();
                    if cell.is_merged() && !row.decision.is_empty() {
                        row.fault = row.fault.or(Some(RowFault::Merged));
                    }
                }
                Some(Column::Comment) => more.insert(0, cell.words()),
                None => more.push(cell.words()),
            }
        }
        more.retain(|words| !words.trim().is_empty());
        row.comment = more.join("\n");
        row
    }
}

impl Body<'_> {
    /// Enters an element that means something in a sheet alone; `None` where it means what it means elsewhere, and `Some(None)` when all
    /// of it is passed already.
    pub(super) fn open_in_sheet(
        &mut self,
        tag: &Tag<'_>,
        xml: &mut Xml<'_>,
    ) -> Result<Option<Option<super::body::Frame>>, FormatError> {
        use super::body::Frame;
        let Some(sheet) = &mut self.sheet else { return Ok(None) };
        match tag.name() {
            "tr" => Ok(Some(Some(if sheet.enter_row() { Frame::Row } else { Frame::Other }))),
            "trPr" => sheet.row_properties(xml).map(|()| Some(None)),
            "tcPr" => sheet.cell_properties(xml).map(|()| Some(None)),
            "comment" => {
                sheet.enter_comment(tag);
                Ok(Some(Some(Frame::Comment)))
            }
            "sdt" => Ok(Some(Some(Frame::Control { is_placeholder: false }))),
            "sdtPr" => {
                let mut shows_placeholder = false;
                xml.children(|tag, _| {
                    match tag.name() {
                        "tag" => sheet.mark(&tag.value().unwrap_or_default()),
                        "showingPlcHdr" => shows_placeholder = tag.is_on(),
                        _ => {}
                    }
                    Ok(())
                })?;
                if let Some(Frame::Control { is_placeholder }) = self.frames.last_mut() {
                    *is_placeholder = shows_placeholder;
                }
                Ok(Some(None))
            }
            // Around a whole cell it is one all the same.
            "sdtContent"
                if sheet.cell.is_some()
                    && matches!(self.frames.last(), Some(Frame::Control { is_placeholder: true })) =>
            {
                xml.skip().map(|_| Some(None))
            }
            "ins" | "moveTo" | "del" | "moveFrom" => {
                sheet.author(tag.attribute("author"));
                Ok(None)
            }
            "bookmarkStart" => {
                sheet.mark(&tag.attribute("name").unwrap_or_default());
                Ok(None)
            }
            "commentRangeStart" | "commentRangeEnd" => {
                let open = self.paragraphs.last();
                let so_far = || open.map(|open| plain(&open.pieces.stretches().0)).unwrap_or_default();
                let id = tag.attribute("id").unwrap_or_default();
                match tag.name() {
                    "commentRangeStart" => sheet.anchors.begin(id, so_far),
                    _ => sheet.anchors.end(&id, so_far),
                }
                Ok(None)
            }
            "commentReference" => {
                sheet.comment(tag.attribute("id").unwrap_or_default());
                Ok(None)
            }
            _ => Ok(None),
        }
    }
}

/// Whether something of a text is lost by what is told. A footnote becomes a comment, and tracked changes are taken.
const fn is_loss(told: Flattening) -> bool {
    !matches!(
        told,
        Flattening::Insertion
            | Flattening::Deletion
            | Flattening::Comment
            | Flattening::NestedList
            | Flattening::Picture
    )
}

/// The number that an element says, within bounds.
fn count(tag: &Tag<'_>) -> usize {
    tag.value().and_then(|value| value.parse::<usize>().ok()).unwrap_or(0).min(MOST_COLUMNS)
}
