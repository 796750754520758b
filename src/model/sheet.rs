//! A review sheet: an article as a table that goes out to a reviewer in Word, and the same table as it comes back. What its texts
//! come to is judged elsewhere; here they are stretches that look alike.

use super::address::Address;
use super::article::{Flattening, ParagraphKind};
use super::id::{ArticleId, ParagraphId, RevisionId};
use super::language::Language;
use super::operation::{OperationRow, OperationSeq};
use super::status::Status;

/// How a stretch of text looks in a document.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Look {
    /// Emphasis, as a rule slanted.
    pub emphasis: bool,
    /// Strong emphasis, as a rule bold.
    pub strong: bool,
    /// Underlined; a link, which is underlined by being one, is not.
    pub underline: bool,
    /// Struck out.
    pub strike: bool,
    /// Marked, as with a felt pen.
    pub highlight: bool,
    /// Raised above the line.
    pub superscript: bool,
    /// Set below the line.
    pub subscript: bool,
    /// Computer text.
    pub code: bool,
    /// Where it leads.
    pub href: Option<String>,
}

/// Text of one look. A line feed is a new line, however the document makes it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stretch {
    /// The text; never empty.
    pub text: String,
    /// How it looks.
    pub look: Look,
}

/// By what a row is known whatever becomes of the table: its paragraph, and the revision that went out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct RowMark {
    /// The paragraph.
    pub paragraph: ParagraphId,
    /// The number of the revision.
    pub revision: u32,
    /// What tells it from others of that number, as a desk has them that was restored.
    pub imprint: u64,
}

impl RowMark {
    /// There are so many imprints: seven digits to base 36.
    pub const IMPRINTS: u64 = 36_u64.pow(7);

    /// The mark of a revision.
    #[must_use]
    pub fn of(paragraph: ParagraphId, revision: u32, id: RevisionId) -> Self {
        let imprint = u128::from_be_bytes(*id.as_bytes()) % u128::from(Self::IMPRINTS);
        Self { paragraph, revision, imprint: u64::try_from(imprint).unwrap_or_default() }
    }
}

/// By what a sheet says which operation of which desk it has seen last. It is written `12-3fa9c01e`: the number, and the end of the id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OperationMark {
    /// The number.
    pub number: OperationSeq,
    /// The last four bytes of the id.
    pub imprint: u32,
}

impl From<&OperationRow> for OperationMark {
    fn from(operation: &OperationRow) -> Self {
        let [.., a, b, c, d] = *operation.id.as_bytes();
        Self { number: operation.seq, imprint: u32::from_be_bytes([a, b, c, d]) }
    }
}

impl std::fmt::Display for OperationMark {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}-{:08x}", self.number.number(), self.imprint)
    }
}

impl OperationMark {
    /// Reads what [`Display`](std::fmt::Display) writes; `None` where it is anything else.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (number, imprint) = text.split_once('-')?;
        let is_hex = imprint.len() == 8 && imprint.bytes().all(|byte| byte.is_ascii_hexdigit());
        let imprint = u32::from_str_radix(imprint, 16).ok().filter(|_| is_hex)?;
        Some(Self { number: OperationSeq(number.parse().ok()?), imprint })
    }
}

/// A comment in a document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SheetComment {
    /// Who wrote it, as the document has it; empty where it does not say.
    pub author: String,
    /// When (RFC 3339, UTC), where that is known.
    pub at: Option<String>,
    /// What it says.
    pub text: String,
    /// The words that it is fixed to, where these are not all of their place: the beginning, where they are many.
    pub anchor: String,
}

impl SheetComment {
    /// What it says, after the words that it is fixed to.
    #[must_use]
    pub fn words(&self) -> String {
        let text = self.text.trim();
        if self.anchor.is_empty() { text.to_owned() } else { format!("“{}”: {text}", self.anchor) }
    }
}

/// A paragraph on its way out.
#[derive(Clone, Debug, PartialEq)]
pub struct SheetRow {
    /// By what it is known when it comes back.
    pub mark: RowMark,
    /// Its number in the article.
    pub number: u32,
    /// What it is.
    pub kind: ParagraphKind,
    /// How far it has come.
    pub status: Status,
    /// Whether its approval is outlived.
    pub stale: bool,
    /// The source.
    pub source: Vec<Stretch>,
    /// The target; nothing where there is none.
    pub target: Vec<Stretch>,
    /// Its open comments, oldest first.
    pub comments: Vec<SheetComment>,
}

/// An article as a table for a reviewer.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    /// The article.
    pub article: ArticleId,
    /// The newest operation that it has seen.
    pub operation: OperationMark,
    /// The part of the article that it holds.
    pub part: Address,
    /// The lines above the table, the title first.
    pub lines: Vec<String>,
    /// The title of the article.
    pub title: String,
    /// The language of the source.
    pub source_language: Language,
    /// The language of the target.
    pub target_language: Language,
    /// The paragraphs in order.
    pub rows: Vec<SheetRow>,
}

/// The words of a sheet in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetWords {
    /// The language.
    pub language: Language,
    /// The headings of the columns, in the order of [`Column::ALL`].
    pub columns: Vec<String>,
    /// What stands where no decision was chosen yet.
    pub choose: String,
    /// The decision that approves.
    pub approve: String,
    /// The decision that sends back.
    pub request: String,
    /// What else is said for approving.
    pub approved: Vec<String>,
    /// What else is said for sending back.
    pub rejected: Vec<String>,
    /// The reasons for sending back, in the order of [`crate::model::ReasonCode::ALL`].
    pub reasons: Vec<String>,
    /// The names of statuses, in the order of [`Status::ALL`].
    pub statuses: Vec<String>,
    /// The word for a stale paragraph.
    pub stale: String,
    /// The names of kinds, in the order of [`ParagraphKind::ALL`].
    pub kinds: Vec<String>,
    /// What the reviewer is to do, a line each.
    pub guide: Vec<String>,
}

/// The columns of a sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// The number of the paragraph.
    Number,
    /// The source.
    Source,
    /// The target.
    Target,
    /// What the reviewer decides.
    Decision,
    /// What the reviewer says.
    Comment,
}

impl Column {
    /// The columns in order.
    pub const ALL: [Self; 5] = [Self::Number, Self::Source, Self::Target, Self::Decision, Self::Comment];

    /// The name by which a document knows it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Source => "source",
            Self::Target => "target",
            Self::Decision => "decision",
            Self::Comment => "comment",
        }
    }
}

/// Why the cells of a row are not those that went out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowFault {
    /// Some of them were made one.
    Merged,
    /// They are others than the columns of the sheet.
    Columns,
}

/// A row that came back, as if every tracked change were accepted.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReturnedRow {
    /// The marks that it still has; one as a rule.
    pub marks: Vec<RowMark>,
    /// What stands in the column of numbers.
    pub number: String,
    /// The source.
    pub source: Vec<Stretch>,
    /// The target.
    pub target: Vec<Stretch>,
    /// What was decided, in words.
    pub decision: String,
    /// What was said, in the column of comments or in one that somebody added.
    pub comment: String,
    /// The comments that are fixed in it.
    pub comments: Vec<SheetComment>,
    /// Who changed the target, where changes were tracked.
    pub authors: Vec<String>,
    /// What of the target is no text.
    pub told: Vec<Flattening>,
    /// Why its cells cannot be told apart.
    pub fault: Option<RowFault>,
}

impl ReturnedRow {
    /// Whether nothing at all stands in it.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        let has = |stretches: &[Stretch]| stretches.iter().any(|stretch| !stretch.text.trim().is_empty());
        let words = [&self.number, &self.decision, &self.comment];
        !has(&self.source)
            && !has(&self.target)
            && words.iter().all(|words| words.trim().is_empty())
            && self.comments.is_empty()
    }
}

/// A sheet that came back.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReturnedSheet {
    /// The article, where the document still says so.
    pub article: Option<ArticleId>,
    /// The newest operation that it has seen, where the document still says so.
    pub operation: Option<OperationMark>,
    /// The part of the article that went out, where the document still says so.
    pub part: Option<Address>,
    /// The rows in the order in which they stand now.
    pub rows: Vec<ReturnedRow>,
    /// What stands in the cells of its head.
    pub head: Vec<String>,
    /// The paragraphs outside of the table.
    pub lines: Vec<String>,
    /// The comments outside of the rows, those on the head among them.
    pub comments: Vec<SheetComment>,
}

/// The text of stretches, whatever they look like.
#[must_use]
pub fn plain(stretches: &[Stretch]) -> String {
    stretches.iter().map(|stretch| stretch.text.as_str()).collect()
}
