//! What an article is made of when it arrives: blocks with their shape in the file, and the kinds of paragraphs they become.

use super::content::Content;
use super::language::Language;

/// What a paragraph is in its article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ParagraphKind {
    /// The headline.
    Title,
    /// The short label above the headline.
    Kicker,
    /// The line that names the author or translator.
    Byline,
    /// Place and date.
    Dateline,
    /// The summary between headline and text.
    Standfirst,
    /// A heading inside the text.
    Heading,
    /// Running text.
    Body,
    /// An item of a list.
    ListItem,
    /// A block quotation, a verse, a Qur'anic quotation.
    Quote,
    /// Asterisks or a line between parts.
    Separator,
    /// A footnote or endnote.
    Note,
    /// Where the text or picture comes from.
    Credit,
    /// What is said about the author at the end.
    AuthorBio,
    /// A text that repeats from article to article.
    Boilerplate,
}

impl ParagraphKind {
    /// Every kind, in the order an article usually has them.
    pub const ALL: [Self; 14] = [
        Self::Title,
        Self::Kicker,
        Self::Byline,
        Self::Dateline,
        Self::Standfirst,
        Self::Heading,
        Self::Body,
        Self::ListItem,
        Self::Quote,
        Self::Separator,
        Self::Note,
        Self::Credit,
        Self::AuthorBio,
        Self::Boilerplate,
    ];

    /// The name in JSON, on the command line and in the desk.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Kicker => "kicker",
            Self::Byline => "byline",
            Self::Dateline => "dateline",
            Self::Standfirst => "standfirst",
            Self::Heading => "heading",
            Self::Body => "body",
            Self::ListItem => "list-item",
            Self::Quote => "quote",
            Self::Separator => "separator",
            Self::Note => "note",
            Self::Credit => "credit",
            Self::AuthorBio => "author-bio",
            Self::Boilerplate => "boilerplate",
        }
    }

    /// The kind of that name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == name)
    }
}

/// A guessed kind and how sure the guess is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct KindGuess {
    /// The kind.
    pub kind: ParagraphKind,
    /// 0 to 1; below [`KindGuess::SURE`] it is shown with a question mark.
    pub confidence: f64,
}

impl KindGuess {
    /// From here on a guess is shown without a question mark.
    pub const SURE: f64 = 0.6;

    /// A kind that a person chose.
    #[must_use]
    pub const fn certain(kind: ParagraphKind) -> Self {
        Self { kind, confidence: 1.0 }
    }

    /// Whether the guess is good enough to be shown as a fact.
    #[must_use]
    pub fn is_sure(&self) -> bool {
        self.confidence >= Self::SURE
    }
}

/// Which side of an article a file gave.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SourceSide {
    /// The source.
    Source,
    /// An existing translation.
    Target,
}

impl SourceSide {
    /// The name in JSON and in the desk.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Source => "source",
            Self::Target => "target",
        }
    }
}

/// What the structure of a file sets before an item of a list; it is never part of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ListMark {
    /// A bullet.
    Bullet,
    /// A number: that of the item in its list, as the file counts.
    Number(u32),
    /// Nothing, since the paragraph continues the item before it.
    Continued,
}

impl ListMark {
    /// The name in JSON and in the desk.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Bullet => "bullet",
            Self::Number(_) => "number",
            Self::Continued => "continued",
        }
    }

    /// The number, where it is one.
    #[must_use]
    pub const fn number(self) -> Option<u32> {
        match self {
            Self::Number(number) => Some(number),
            Self::Bullet | Self::Continued => None,
        }
    }
}

/// What the file itself says about a block, before any cue in its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BlockShape {
    /// Nothing: a plain paragraph.
    Paragraph,
    /// A heading of a level, 1 to 6.
    Heading(u8),
    /// An item of a list, or a further paragraph of one.
    ListItem {
        /// What stands before it.
        mark: ListMark,
    },
    /// Part of a block quotation.
    Quote,
    /// A rule between parts; its text may be empty.
    Separator,
    /// The text of a footnote, with the label that joins it to its mark.
    Note {
        /// The label.
        label: String,
    },
    /// Preformatted text; line breaks count.
    Preformatted,
    /// The caption of a picture or table.
    Caption,
    /// A cell of a table.
    TableCell,
}

/// One block of an imported file, in document order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// Text and inline codes, text exactly as in the file (entities and escapes of the format resolved).
    pub content: Content,
    /// What the file says it is.
    pub shape: BlockShape,
    /// The first line of the block in the file, counted from 1, where the format has lines.
    pub line: Option<usize>,
}

/// What a reader cannot keep as it is in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Flattening {
    /// A table: each of its cells becomes a paragraph of its own.
    Table,
    /// A list inside a list: its items become items of one level.
    NestedList,
    /// A picture that stands by itself: nothing is left of it.
    Picture,
    /// A text box: its paragraphs come after the one where it is fixed.
    TextBox,
    /// A formula: its letters and signs stand in a row.
    Formula,
    /// What a list sets before headings, or words that it sets before items: no part of the text.
    Numbering,
    /// A sign of a font that means nothing outside of it: nothing is left of it.
    Symbol,
    /// A chart, a diagram, an embedded file, or a field without a result: nothing is left of it.
    Object,
    /// How a word is spoken, set above it: nothing is left of it.
    Annotation,
    /// Hidden text: left out.
    Hidden,
    /// A comment: left out.
    Comment,
    /// A tracked insertion: it is part of the text.
    Insertion,
    /// A tracked deletion: it is no part of the text.
    Deletion,
    /// A header or footer of the pages with text: left out.
    Margin,
}

impl Flattening {
    /// Every kind.
    pub const ALL: [Self; 14] = [
        Self::Table,
        Self::NestedList,
        Self::Picture,
        Self::TextBox,
        Self::Formula,
        Self::Numbering,
        Self::Symbol,
        Self::Object,
        Self::Annotation,
        Self::Hidden,
        Self::Comment,
        Self::Insertion,
        Self::Deletion,
        Self::Margin,
    ];

    /// The name in JSON.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Table => "table",
            Self::NestedList => "nested-list",
            Self::Picture => "picture",
            Self::TextBox => "text-box",
            Self::Formula => "formula",
            Self::Numbering => "numbering",
            Self::Symbol => "symbol",
            Self::Object => "object",
            Self::Annotation => "annotation",
            Self::Hidden => "hidden",
            Self::Comment => "comment",
            Self::Insertion => "insertion",
            Self::Deletion => "deletion",
            Self::Margin => "margin",
        }
    }
}

/// A file as the formats read it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SourceDocument {
    /// The blocks in order. Never empty text except for separators.
    pub blocks: Vec<Block>,
    /// The title that the file carries beside its text, such as HTML's `<title>`.
    pub title: Option<String>,
    /// The language the file declares.
    pub language: Option<Language>,
    /// What was flattened, in order, each with the index of the block it became, or before which it was left out.
    pub flattened: Vec<(Flattening, usize)>,
    /// The passages that stand around the article on its page and are none of its blocks, in order.
    pub left_out: Vec<String>,
}
