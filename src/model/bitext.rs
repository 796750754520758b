//! An article as it leaves: rows of source and target for the writers, and the words that writers need.

use super::article::{ListMark, ParagraphKind};
use super::content::Content;
use super::decision::closed_set;
use super::language::Language;
use super::memory::Stamp;
use super::revision::Bead;
use super::status::Status;

/// Whether everything that goes out has passed the gate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Completeness {
    /// Everything has; the file is a publication.
    Complete,
    /// Something has not; the file must be marked as a draft.
    Draft,
}

/// One paragraph on its way out.
#[derive(Clone, Debug, PartialEq)]
pub struct BitextRow {
    /// The paragraph's number in the article.
    pub number: u32,
    /// What it is.
    pub kind: ParagraphKind,
    /// The level of a heading (1 to 6) where the source file gave one.
    pub heading_level: Option<u8>,
    /// The label that joins a note to its marks, where the source file gave one; `None` for all other kinds.
    pub note_label: Option<String>,
    /// What the source file set before it as an item of a list; `None` where it was none.
    pub list_mark: Option<ListMark>,
    /// The source, exactly as stored.
    pub source: Content,
    /// The target, exactly as stored; `None` is a gap, to be marked as such and never filled with the source.
    pub target: Option<Content>,
    /// The segments over both texts.
    pub beads: Vec<Bead>,
    /// Who wrote the target, and when.
    pub written: Stamp,
    /// How far it has come.
    pub status: Status,
    /// Whether its approval is outlived.
    pub stale: bool,
    /// Why it is left out of the finished article; `None` where it is not.
    pub excluded: Option<String>,
    /// Its open comments, oldest first.
    pub comments: Vec<BitextComment>,
}

/// A comment as printed in an exported document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BitextComment {
    /// Who wrote it.
    pub person: String,
    /// What it says.
    pub text: String,
}

/// An article on its way out.
#[derive(Clone, Debug, PartialEq)]
pub struct Bitext {
    /// The short name.
    pub slug: String,
    /// The title of the target, or of the source where the target has none yet.
    pub title: String,
    /// The language of the source.
    pub source_language: Language,
    /// The language of the target.
    pub target_language: Language,
    /// The paragraphs in order.
    pub rows: Vec<BitextRow>,
    /// Whether it must be marked as a draft.
    pub completeness: Completeness,
}

impl Bitext {
    /// Makes it the finished article: takes out the paragraphs that are left out, and closes the gaps in the numbers of lists.
    ///
    /// Rows that are numbered one after the other are one list, bullets and further paragraphs between them allowed.
    pub fn leave_out(&mut self) {
        let (mut last, mut gap) = (None, 0);
        for row in &mut self.rows {
            if row.kind != ParagraphKind::ListItem {
                last = None;
            }
            let Some(ListMark::Number(number)) = row.list_mark.filter(|_| row.kind == ParagraphKind::ListItem) else {
                continue;
            };
            if last.is_none_or(|last: u32| last.checked_add(1) != Some(number)) {
                gap = 0;
            }
            last = Some(number);
            if row.excluded.is_some() {
                gap += 1;
            }
            row.list_mark = Some(ListMark::Number(number.saturating_sub(gap)));
        }
        self.rows.retain(|row| row.excluded.is_none());
    }
}

/// What a document says of itself, in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notices {
    /// The language.
    pub language: Language,
    /// The whole sentence that marks a draft, such as `DRAFT – not cleared for publication`.
    pub draft: String,
    /// What stands in the place of a missing target.
    pub gap: String,
    /// What stands before the reason why a paragraph is left out of the finished article.
    pub left_out: String,
}

/// The words that a writer puts around the texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BitextLabels {
    /// The language the labels are in, which is that of the reader.
    pub language: Language,
    /// What the document says of itself, in each of its own languages: source and target, or the target alone.
    pub notices: Vec<Notices>,
    /// Heading of the column of numbers.
    pub number: String,
    /// Heading of the source column: the name of the language.
    pub source: String,
    /// Heading of the target column: the name of the language.
    pub target: String,
    /// Heading of the column of statuses.
    pub status: String,
    /// Heading of the column of comments.
    pub comment: String,
    /// Heading of the column of kinds.
    pub kind: String,
    /// The word for a stale paragraph.
    pub stale: String,
    /// The name of each status, in the order of [`Status::ALL`].
    pub statuses: Vec<String>,
    /// The name of each kind, in the order of [`ParagraphKind::ALL`].
    pub kinds: Vec<String>,
}

closed_set! {
    /// How the two languages stand in a written file.
    Layout {
        /// Both languages, beside each other.
        SideBySide = "side-by-side",
        /// Both languages, the source above the target.
        Stacked = "stacked",
        /// The finished article: the target alone.
        Target = "target",
    }
}

/// How a file is to be written.
#[derive(Clone, Copy, Debug)]
pub struct WriteOptions<'a> {
    /// How the two languages stand; a format writes only the layouts it lists.
    pub layout: Layout,
    /// The words around the texts; their language decides the direction of everything that is neither source nor target.
    pub labels: &'a BitextLabels,
    /// Whether bilingual layouts show status, staleness and comments. The finished article never does.
    pub show_status: bool,
    /// Whether plain text and CSV begin with a byte order mark, which some spreadsheets need to see UTF-8.
    pub bom: bool,
    /// Who is told how many rows are written.
    pub watcher: Watcher<'a>,
}

/// Somebody who is told after each row how many are done.
#[derive(Clone, Copy)]
pub struct Watcher<'a>(pub &'a dyn Fn(usize));

impl std::fmt::Debug for Watcher<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Watcher")
    }
}

impl<'a> WriteOptions<'a> {
    /// The rows of a bitext in order, telling the watcher as each one is asked for how many were taken before it.
    pub fn rows<'b>(&self, bitext: &'b Bitext) -> impl Iterator<Item = &'b BitextRow> + use<'a, 'b> {
        let Watcher(tell) = self.watcher;
        bitext.rows.iter().enumerate().map(move |(done, row)| {
            tell(done);
            row
        })
    }
}

impl BitextLabels {
    /// One notice in all languages of the document, where there is one line for it.
    #[must_use]
    pub fn notice(&self, which: impl Fn(&Notices) -> &str) -> String {
        self.notices.iter().map(which).collect::<Vec<_>>().join(" · ")
    }

    /// A notice in the language of the labels; in all languages of the document where it has none in that one.
    #[must_use]
    pub fn own_notice(&self, which: impl Fn(&Notices) -> &str) -> String {
        let own = self.notices.iter().find(|notices| notices.language.primary() == self.language.primary());
        own.map_or_else(|| self.notice(&which), |notices| which(notices).to_owned())
    }

    /// The name of a status.
    #[must_use]
    pub fn status_name(&self, status: Status) -> &str {
        let index = Status::ALL.iter().position(|s| *s == status);
        index.and_then(|i| self.statuses.get(i)).map_or(status.as_str(), String::as_str)
    }

    /// The name of a kind.
    #[must_use]
    pub fn kind_name(&self, kind: ParagraphKind) -> &str {
        let index = ParagraphKind::ALL.iter().position(|k| *k == kind);
        index.and_then(|i| self.kinds.get(i)).map_or(kind.as_str(), String::as_str)
    }
}
