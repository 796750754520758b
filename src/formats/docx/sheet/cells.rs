//! The table of a review sheet: its head, its rows, its cells. The text of the target is written so that what Word makes of it says
//! what was there: no control around foreign words, no mark of a list before it.

use super::complex_tag;
use super::marks::{bookmark, column_marks, tag};
use crate::formats::docx::inline::Links;
use crate::formats::docx::runs::runs;
use crate::formats::docx::table::{TableLook, begin_table};
use crate::formats::docx::xml::Xml;
use crate::model::{
    Column, Content, Direction, Language, Look, ParagraphKind, ReasonCode, Sheet, SheetRow, SheetWords, Status,
    Stretch, plain,
};

/// What is not to be written into.
const SHADE: &str = "F6F3EC";
const HEAD_SHADE: &str = "E8E2D5";

/// A row is kept on one page while none of its texts has more characters than fill most of one.
const MOST_UNSPLIT: usize = 900;

/// Room below a paragraph, in twentieths of a point.
const ROOM_BELOW: &str = "40";

/// Where a line stands above the table.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum LinePlace {
    /// It is the title, and larger.
    Title,
    Between,
    /// The table comes next.
    Last,
}

/// A table in the making.
pub(super) struct Cells<'a> {
    xml: &'a mut Xml,
    links: &'a mut Links,
    sheet: &'a Sheet,
    words: &'a SheetWords,
}

impl<'a> Cells<'a> {
    pub(super) const fn new(xml: &'a mut Xml, links: &'a mut Links, sheet: &'a Sheet, words: &'a SheetWords) -> Self {
        Self { xml, links, sheet, words }
    }

    /// A line above the table, with room below it where the table comes next.
    pub(super) fn line(&mut self, text: &str, place: LinePlace) {
        let rtl = text.chars().find(|c| c.is_alphabetic()).is_some_and(crate::formats::islands::is_rtl);
        let own = if rtl { Direction::Rtl } else { Direction::Ltr };
        let languages = [&self.words.language, &self.sheet.source_language, &self.sheet.target_language];
        let language = languages.into_iter().find(|language| language.direction() == own);
        let language = language.unwrap_or(&self.words.language);
        let style = if place == LinePlace::Title { "Heading1" } else { "Remark" };
        let below = if place == LinePlace::Last { "200" } else { ROOM_BELOW };
        self.begin_with_room(style, language.direction(), below);
        self.text(&[Stretch { text: text.to_owned(), look: Look::default() }], language, Island::Held);
        self.xml.close("w:p");
    }

    /// Left to right in every interface, so that everybody speaks of the same columns; said in so many words, since some programs else
    /// take the direction of the first cell for that of the table.
    pub(super) fn begin_table(&mut self, columns: &[u32]) {
        let edges = &["w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"];
        begin_table(self.xml, columns, &TableLook { from_right: Some(false), edges, room: ["50", "110"] });
    }

    pub(super) fn head_row(&mut self, columns: &[u32]) {
        self.xml.open("w:tr", &[]);
        self.xml.open("w:trPr", &[]);
        self.xml.empty("w:cantSplit", &[]);
        self.xml.empty("w:tblHeader", &[]);
        self.xml.close("w:trPr");
        let words = self.words;
        for (((column, name), width), id) in Column::ALL.into_iter().zip(&words.columns).zip(columns).zip(1_000_000..) {
            self.begin_cell(*width, Some(HEAD_SHADE));
            self.begin("ColumnHead", words.language.direction());
            let ([tag, bookmark], id) = (column_marks(column), id.to_string());
            self.xml.empty("w:bookmarkStart", &[("w:id", &id), ("w:name", &bookmark)]);
            self.control(&tag, Control::Fixed, name);
            self.xml.empty("w:bookmarkEnd", &[("w:id", &id)]);
            self.xml.close("w:p");
            self.xml.close("w:tc");
        }
        self.xml.close("w:tr");
    }

    /// A row; `comment` is the number of its first comment.
    pub(super) fn row(&mut self, row: &SheetRow, widths: &[u32], comment: usize) {
        let sheet = self.sheet;
        self.xml.open("w:tr", &[]);
        if plain(&row.source).chars().count().max(plain(&row.target).chars().count()) <= MOST_UNSPLIT {
            self.xml.open("w:trPr", &[]);
            self.xml.empty("w:cantSplit", &[]);
            self.xml.close("w:trPr");
        }
        for (column, width) in Column::ALL.iter().zip(widths) {
            let shade = matches!(column, Column::Number | Column::Source).then_some(SHADE);
            self.begin_cell(*width, shade);
            match column {
                Column::Number => self.number(row),
                Column::Source => {
                    self.begin("Normal", sheet.source_language.direction());
                    self.text(&row.source, &sheet.source_language, Island::Held);
                    self.xml.close("w:p");
                }
                Column::Target => self.target(row, comment),
                Column::Decision => {
                    self.begin("Remark", self.words.language.direction());
                    self.control("hunayn-decision", Control::Choice, &self.words.choose);
                    self.xml.close("w:p");
                }
                Column::Comment => {
                    self.begin("Remark", self.words.language.direction());
                    self.xml.close("w:p");
                }
            }
            self.xml.close("w:tc");
        }
        self.xml.close("w:tr");
    }

    /// The number with the marks of the row, and below it what the paragraph is and how far it has come.
    fn number(&mut self, row: &SheetRow) {
        let words = self.words;
        self.begin("RowLabel", words.language.direction());
        let id = row.number.to_string();
        self.xml.empty("w:bookmarkStart", &[("w:id", &id), ("w:name", &bookmark(row.mark))]);
        self.control(&tag(row.mark), Control::Fixed, &id);
        self.xml.empty("w:bookmarkEnd", &[("w:id", &id)]);
        self.xml.close("w:p");
        let name = |names: &'a [String], index: Option<usize>| index.and_then(|index| names.get(index));
        let kind = name(&words.kinds, ParagraphKind::ALL.iter().position(|kind| *kind == row.kind));
        let status = name(&words.statuses, Status::ALL.iter().position(|status| *status == row.status));
        let labels = kind.into_iter().chain(status).chain(row.stale.then_some(&words.stale));
        let text = labels.map(String::as_str).collect::<Vec<_>>().join(" · ");
        self.begin("RowLabel", words.language.direction());
        self.text(&[Stretch { text, look: Look::default() }], &words.language, Island::Held);
        self.xml.close("w:p");
    }

    fn target(&mut self, row: &SheetRow, comment: usize) {
        let language = &self.sheet.target_language;
        self.begin("Normal", language.direction());
        let ids: Vec<String> = (comment..).take(row.comments.len()).map(|id| id.to_string()).collect();
        for id in &ids {
            self.xml.empty("w:commentRangeStart", &[("w:id", id)]);
        }
        self.text(&row.target, language, Island::Free);
        for id in &ids {
            self.xml.empty("w:commentRangeEnd", &[("w:id", id)]);
            self.xml.open("w:r", &[]);
            self.xml.empty("w:commentReference", &[("w:id", id)]);
            self.xml.close("w:r");
        }
        self.xml.close("w:p");
    }

    fn begin_cell(&mut self, width: u32, shade: Option<&str>) {
        self.xml.open("w:tc", &[]);
        self.xml.open("w:tcPr", &[]);
        self.xml.empty("w:tcW", &[("w:w", &width.to_string()), ("w:type", "dxa")]);
        if let Some(shade) = shade {
            self.xml.empty("w:shd", &[("w:val", "clear"), ("w:color", "auto"), ("w:fill", shade)]);
        }
        self.xml.close("w:tcPr");
    }

    /// Opens a paragraph; properties in the order of CT_PPr (ECMA-376 part 1, 17.3.1.26).
    fn begin(&mut self, style: &str, direction: Direction) {
        self.begin_with_room(style, direction, ROOM_BELOW);
    }

    fn begin_with_room(&mut self, style: &str, direction: Direction, below: &str) {
        let xml = &mut *self.xml;
        xml.open("w:p", &[]);
        xml.open("w:pPr", &[]);
        xml.value("w:pStyle", style);
        let mut spacing = vec![("w:before", "20"), ("w:after", below)];
        if direction == Direction::Rtl {
            xml.empty("w:bidi", &[]);
            spacing.extend([("w:line", "246"), ("w:lineRule", "auto")]);
        }
        xml.empty("w:spacing", &spacing);
        xml.close("w:pPr");
    }

    /// A content control in a paragraph; properties in the order of CT_SdtPr (17.5.2.38).
    fn control(&mut self, tag: &str, kind: Control, text: &str) {
        let words = self.words;
        self.xml.open("w:sdt", &[]);
        self.xml.open("w:sdtPr", &[]);
        self.xml.value("w:tag", tag);
        match kind {
            Control::Fixed => {
                self.xml.value("w:lock", "sdtContentLocked");
                self.xml.empty("w:text", &[]);
            }
            Control::Choice => {
                self.xml.empty("w:showingPlcHdr", &[]);
                // One may also write words of one's own there.
                self.xml.open("w:comboBox", &[]);
                let item = |shown: &str, value: &str, xml: &mut Xml| {
                    xml.empty("w:listItem", &[("w:displayText", shown), ("w:value", value)]);
                };
                item(&words.approve, "approve", self.xml);
                for (code, reason) in ReasonCode::ALL.iter().zip(&words.reasons) {
                    item(&format!("{}: {reason}", words.request), code.as_str(), self.xml);
                }
                self.xml.close("w:comboBox");
            }
        }
        self.xml.close("w:sdtPr");
        self.xml.open("w:sdtContent", &[]);
        let color = if kind == Control::Choice { Some("9A9184") } else { None };
        self.words_run(text, color);
        self.xml.close("w:sdtContent");
        self.xml.close("w:sdt");
    }

    /// A run of words in the language of the sheet.
    fn words_run(&mut self, text: &str, color: Option<&str>) {
        let language = &self.words.language;
        let has_letters = text.chars().any(char::is_alphabetic);
        self.xml.open("w:r", &[]);
        self.xml.open("w:rPr", &[]);
        if let Some(color) = color {
            self.xml.value("w:color", color);
        }
        language_properties(self.xml, language, language.direction() == Direction::Rtl && has_letters);
        self.xml.close("w:rPr");
        self.xml.open("w:t", &[("xml:space", "preserve")]);
        self.xml.text(text);
        self.xml.close("w:t");
        self.xml.close("w:r");
    }

    /// Stretches as runs, cut where the direction changes.
    fn text(&mut self, stretches: &[Stretch], language: &Language, islands: Island) {
        let whole = Content::plain(plain(stretches));
        let directed = runs(&whole, language.direction());
        let mut looks = stretches.iter().map(|stretch| (stretch.text.len(), &stretch.look));
        let mut look = looks.next();
        for run in &directed {
            let mut rest = run.text.as_str();
            let held = if islands == Island::Held { &run.islands[..] } else { &[] };
            for island in held {
                self.xml.open("w:dir", &[("w:val", island.direction.as_str())]);
            }
            while let Some((left, of_stretch)) = look.filter(|_| !rest.is_empty()) {
                let (part, after) = rest.split_at(rest.len().min(left));
                self.stretch(part, of_stretch, run.direction, language);
                rest = after;
                look = if part.len() == left { looks.next() } else { Some((left - part.len(), of_stretch)) };
            }
            for _ in held {
                self.xml.close("w:dir");
            }
        }
    }

    fn stretch(&mut self, text: &str, look: &Look, direction: Direction, language: &Language) {
        if let Some(href) = &look.href {
            let id = self.links.id(href.clone());
            self.xml.open("w:hyperlink", &[("r:id", &id), ("w:history", "1")]);
        }
        self.xml.open("w:r", &[]);
        self.properties(look, direction, language);
        for (at, line) in text.split('\n').enumerate() {
            if at > 0 {
                self.xml.empty("w:br", &[]);
            }
            for (at, part) in line.split('\t').enumerate() {
                if at > 0 {
                    self.xml.empty("w:tab", &[]);
                }
                if !part.is_empty() {
                    self.xml.open("w:t", &[("xml:space", "preserve")]);
                    self.xml.text(part);
                    self.xml.close("w:t");
                }
            }
        }
        self.xml.close("w:r");
        if look.href.is_some() {
            self.xml.close("w:hyperlink");
        }
    }

    /// Run properties, in the order of CT_RPr (17.3.2.28).
    fn properties(&mut self, look: &Look, direction: Direction, language: &Language) {
        let xml = &mut *self.xml;
        xml.open("w:rPr", &[]);
        let style = if look.href.is_some() {
            Some("Hyperlink")
        } else {
            look.code.then_some("InlineCode").or(look.emphasis.then_some("Emphasis"))
        };
        if let Some(style) = style {
            xml.value("w:rStyle", style);
        }
        let slanted = look.emphasis && style != Some("Emphasis");
        for (is_so, names) in [(look.strong, ["w:b", "w:bCs"]), (slanted, ["w:i", "w:iCs"])] {
            names.iter().filter(|_| is_so).for_each(|name| xml.empty(name, &[]));
        }
        if look.strike {
            xml.empty("w:strike", &[]);
        }
        if look.highlight {
            xml.value("w:highlight", "yellow");
        }
        if look.underline {
            xml.value("w:u", "single");
        }
        if look.superscript {
            xml.value("w:vertAlign", "superscript");
        } else if look.subscript {
            xml.value("w:vertAlign", "subscript");
        }
        language_properties(xml, language, direction == Direction::Rtl);
        xml.close("w:rPr");
    }
}

/// Whether what is foreign in a text is held together by an embedding, which some programs turn into characters.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Island {
    Held,
    Free,
}

/// What a content control is for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Control {
    /// A text that nobody is to change.
    Fixed,
    /// A decision to be chosen.
    Choice,
}

fn language_properties(xml: &mut Xml, language: &Language, is_rtl: bool) {
    if is_rtl {
        let own = (language.direction() == Direction::Rtl).then(|| complex_tag(language));
        xml.empty("w:rtl", &[]);
        xml.empty("w:lang", &[("w:bidi", own.as_deref().unwrap_or("ar-SA"))]);
    } else if language.direction() == Direction::Ltr {
        xml.empty("w:lang", &[("w:val", &language.to_string())]);
    }
}
