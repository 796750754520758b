//! Paragraphs and the bilingual table of a Word document. Knows neither the package nor the styles' looks.

use super::inline::{Ink, Links, bookmark, content, words};
use super::numbering::{ListId, Lists};
use super::table::{TableLook, begin_table};
use super::xml::Xml;
use crate::formats::flow::Side;
use crate::formats::islands::is_rtl;
use crate::formats::lists::{Marker, marker_of, markers};
use crate::model::{
    Bitext, BitextComment, BitextRow, Direction, Language, Layout, Notices, ParagraphKind, WriteOptions,
};

/// Widths of the columns of number, status and comments, in twentieths of a point.
const NUMBER_WIDTH: u32 = 640;
const STATUS_WIDTH: u32 = 1300;
const COMMENT_WIDTH: u32 = 1900;

/// A row is kept on one page while none of its cells has more characters than fill most of one: source, target, comments. Where
/// it broke, the two languages would break at different words.
const MOST_UNSPLIT: [usize; 3] = [600, 1000, 300];

/// Whether a row is shorter than a page.
fn fits_a_page(row: &BitextRow) -> bool {
    let length = |text: &str| text.chars().count();
    let target = row.target.as_ref().map_or(0, |target| length(target.text()));
    let comments = row.comments.iter().map(|comment| length(&comment.person) + length(&comment.text)).sum();
    [length(row.source.text()), target, comments].iter().zip(MOST_UNSPLIT).all(|(length, most)| *length <= most)
}

/// The body of a document in the making.
pub(super) struct Body<'a> {
    pub(super) xml: &'a mut Xml,
    pub(super) links: &'a mut Links,
    pub(super) lists: &'a mut Lists,
    pub(super) bitext: &'a Bitext,
    pub(super) options: &'a WriteOptions<'a>,
}

/// Properties of a paragraph beside its language.
#[derive(Clone, Copy, Default)]
struct Shape {
    style: &'static str,
    /// The list whose next number, or bullet, stands before it.
    list: Option<ListId>,
    keep_next: bool,
    /// Whether lines end, rather than begin, at the side where lines of its language begin.
    away: bool,
}

impl Body<'_> {
    /// A paragraph of words in the language of the labels.
    pub(super) fn label(&mut self, style: &'static str, text: &str) {
        let language = &self.options.labels.language;
        self.wording(Shape { style, ..Shape::default() }, text, language);
    }

    /// What the document says of itself, a paragraph for each of its languages.
    pub(super) fn notices(&mut self, style: &'static str, words: impl Fn(&Notices) -> String) {
        let options = self.options;
        for notices in &options.labels.notices {
            self.wording(Shape { style, ..Shape::default() }, &words(notices), &notices.language);
        }
    }

    /// Why a row is left out of the finished article.
    fn left_out(&mut self, row: &BitextRow) {
        if let Some(reason) = &row.excluded {
            let words = self.options.labels.own_notice(|notices| &notices.left_out);
            self.label("LeftOut", &format!("{words}: {reason}"));
        }
    }

    /// A title that no paragraph holds.
    pub(super) fn title(&mut self, text: &str, language: &Language) {
        self.wording(Shape { style: "Title", ..Shape::default() }, text, language);
    }

    /// A paragraph of words in a language.
    fn wording(&mut self, shape: Shape, text: &str, language: &Language) {
        self.begin(shape, language.direction());
        words(self.xml, self.bitext, text, language);
        self.xml.close("w:p");
    }

    /// Source above target, for every row.
    pub(super) fn stacked(&mut self) {
        let (bitext, options) = (self.bitext, self.options);
        for (row, marker) in options.rows(bitext).zip(&markers(bitext, options.layout)) {
            let marker = marker.as_ref();
            let standing = if options.show_status { format!(" · {}", self.standing(row)) } else { String::new() };
            let language = &options.labels.language;
            let shape = Shape { style: "RowLabel", keep_next: true, ..Shape::default() };
            self.wording(shape, &format!("{}{standing}", row.number), language);
            self.side(row, marker, Side::Source);
            self.side(row, marker, Side::Target);
            for comment in row.comments.iter().filter(|_| options.show_status) {
                self.comment(comment);
            }
        }
    }

    /// The target alone.
    pub(super) fn article(&mut self) {
        let bitext = self.bitext;
        for (row, marker) in self.options.rows(bitext).zip(&markers(bitext, self.options.layout)) {
            self.side(row, marker.as_ref(), Side::Target);
        }
    }

    /// The table; `width` is the room between the margins in twentieths of a point.
    pub(super) fn table(&mut self, width: u32) {
        let (bitext, options) = (self.bitext, self.options);
        let mut columns = vec![NUMBER_WIDTH, 0, 0];
        if options.show_status {
            columns.extend([STATUS_WIDTH, COMMENT_WIDTH]);
        }
        let text_width = (width - columns.iter().sum::<u32>()) / 2;
        (columns[1], columns[2]) = (text_width, text_width);
        self.begin_table(&columns);
        self.head_row(&columns);
        for (row, marker) in options.rows(bitext).zip(&markers(bitext, options.layout)) {
            self.row(row, marker.as_ref(), &columns);
        }
        self.xml.close("w:tbl");
    }

    fn begin_table(&mut self, columns: &[u32]) {
        let from_right = (self.options.labels.language.direction() == Direction::Rtl).then_some(true);
        let look = TableLook { from_right, edges: &["w:top", "w:bottom", "w:insideH"], room: ["70", "130"] };
        begin_table(self.xml, columns, &look);
    }

    fn head_row(&mut self, columns: &[u32]) {
        let labels = self.options.labels;
        let names = [&labels.number, &labels.source, &labels.target, &labels.status, &labels.comment];
        self.xml.open("w:tr", &[]);
        self.xml.open("w:trPr", &[]);
        self.xml.empty("w:cantSplit", &[]);
        self.xml.empty("w:tblHeader", &[]);
        self.xml.close("w:trPr");
        let own = [Some(&self.bitext.source_language), Some(&self.bitext.target_language)];
        let languages = std::iter::once(None).chain(own).chain(std::iter::repeat(None));
        for ((name, width), language) in names.into_iter().zip(columns).zip(languages) {
            // The name of a column stands where its lines begin, also where they begin at the other side than the labels'.
            let away = language.is_some_and(|language| language.direction() != labels.language.direction());
            let shape = Shape { style: "ColumnHead", away, ..Shape::default() };
            self.cell(*width, |body| body.wording(shape, name, &labels.language));
        }
        self.xml.close("w:tr");
    }

    fn row(&mut self, row: &BitextRow, marker: Option<&Marker>, columns: &[u32]) {
        self.xml.open("w:tr", &[]);
        if fits_a_page(row) {
            self.xml.open("w:trPr", &[]);
            self.xml.empty("w:cantSplit", &[]);
            self.xml.close("w:trPr");
        }
        for (index, width) in columns.iter().enumerate() {
            self.cell(*width, |body| match index {
                0 => body.label("RowLabel", &row.number.to_string()),
                1 => body.side(row, marker, Side::Source),
                2 => body.side(row, marker, Side::Target),
                3 => {
                    let standing = body.standing(row);
                    body.label("RowLabel", &standing);
                }
                _ if row.comments.is_empty() => body.label("Remark", ""),
                _ => row.comments.iter().for_each(|comment| body.comment(comment)),
            });
        }
        self.xml.close("w:tr");
    }

    fn cell(&mut self, width: u32, inside: impl FnOnce(&mut Self)) {
        self.xml.open("w:tc", &[]);
        self.xml.open("w:tcPr", &[]);
        self.xml.empty("w:tcW", &[("w:w", &width.to_string()), ("w:type", "dxa")]);
        self.xml.close("w:tcPr");
        inside(self);
        self.xml.close("w:tc");
    }

    fn standing(&self, row: &BitextRow) -> String {
        let labels = self.options.labels;
        let stale = if row.stale { format!(" · {}", labels.stale) } else { String::new() };
        format!("{}{stale}", labels.status_name(row.status))
    }

    /// A comment is in whatever language its author wrote it: its first letter decides the direction.
    fn comment(&mut self, comment: &BitextComment) {
        let first = comment.text.chars().find(|c| c.is_alphabetic());
        let bitext = self.bitext;
        let languages = [&bitext.source_language, &bitext.target_language, &self.options.labels.language];
        let is_rtl = first.is_some_and(is_rtl);
        let language = languages.into_iter().find(|l| (l.direction() == Direction::Rtl) == is_rtl);
        let language = language.unwrap_or(&bitext.target_language);
        let shape = Shape { style: "Remark", ..Shape::default() };
        self.wording(shape, &format!("{}: {}", comment.person, comment.text), language);
    }

    /// One side of a row as a paragraph; a missing target is a marked gap.
    fn side(&mut self, row: &BitextRow, marker: Option<&Marker>, side: Side) {
        let bitext = self.bitext;
        let (text, language) = match side {
            Side::Source => (Some(&row.source), &bitext.source_language),
            Side::Target => (row.target.as_ref(), &bitext.target_language),
        };
        let Some(text) = text else {
            if row.excluded.is_none() {
                self.notices("Gap", |notices| format!("[{}]", notices.gap));
            }
            return self.left_out(row);
        };
        let marker = marker_of(row, text, marker);
        let shape = Shape {
            style: style_of(row),
            list: marker.and_then(|marker| self.lists.id(marker, side)),
            keep_next: side == Side::Source && self.options.layout == Layout::Stacked,
            away: false,
        };
        self.begin(shape, language.direction());
        let is_anchor =
            row.kind == ParagraphKind::Note && (side == Side::Source || self.options.layout == Layout::Target);
        if is_anchor {
            let id = row.number.to_string();
            self.xml.empty("w:bookmarkStart", &[("w:id", &id), ("w:name", &bookmark(row.number))]);
            self.xml.empty("w:bookmarkEnd", &[("w:id", &id)]);
        }
        if let Some(Marker::Sign(sign)) = marker {
            words(self.xml, bitext, &format!("{sign} "), language);
        }
        let ink = if row.excluded.is_some() { Ink::Faint } else { Ink::Full };
        content(self.xml, self.links, bitext, (text, ink), language);
        self.xml.close("w:p");
        if side == Side::Target {
            self.left_out(row);
        }
    }

    /// Opens a paragraph; properties in the order of CT_PPr (ECMA-376 part 1, 17.3.1.26).
    fn begin(&mut self, shape: Shape, direction: Direction) {
        let xml = &mut *self.xml;
        xml.open("w:p", &[]);
        xml.open("w:pPr", &[]);
        xml.value("w:pStyle", shape.style);
        if shape.keep_next {
            xml.empty("w:keepNext", &[]);
        }
        if let Some(list) = shape.list {
            xml.open("w:numPr", &[]);
            xml.value("w:ilvl", "0");
            xml.value("w:numId", &list.number().to_string());
            xml.close("w:numPr");
        }
        if direction == Direction::Rtl {
            xml.empty("w:bidi", &[]);
        }
        // Arabic faces bring their leading along; in a table the rules between rows are room enough.
        let mut spacing: Vec<(&str, &str)> = Vec::new();
        match self.options.layout {
            Layout::SideBySide => spacing.extend([("w:before", "20"), ("w:after", "20")]),
            Layout::Stacked if shape.style.starts_with("Heading") => spacing.push(("w:before", "40")),
            Layout::Stacked | Layout::Target => {}
        }
        if direction == Direction::Rtl {
            spacing.extend([("w:line", "246"), ("w:lineRule", "auto")]);
        }
        if !spacing.is_empty() {
            xml.empty("w:spacing", &spacing);
        }
        if shape.away {
            xml.value("w:jc", "end");
        }
        xml.close("w:pPr");
    }
}

fn style_of(row: &BitextRow) -> &'static str {
    match row.kind {
        ParagraphKind::Title => "Title",
        ParagraphKind::Kicker => "Kicker",
        ParagraphKind::Byline => "Byline",
        ParagraphKind::Dateline => "Dateline",
        ParagraphKind::Standfirst => "Subtitle",
        // The title is the first level, as in a page; headings inside the text begin below it.
        ParagraphKind::Heading => match row.heading_level {
            None | Some(0..=2) => "Heading1",
            Some(3) => "Heading2",
            Some(_) => "Heading3",
        },
        ParagraphKind::Body => "Normal",
        ParagraphKind::ListItem => "ListParagraph",
        ParagraphKind::Quote => "Quote",
        ParagraphKind::Separator => "Separator",
        ParagraphKind::Note => "Note",
        ParagraphKind::Credit => "Credit",
        ParagraphKind::AuthorBio => "AuthorBio",
        ParagraphKind::Boilerplate => "Boilerplate",
    }
}
