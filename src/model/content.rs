//! Text with inline codes by offset. Markup never lives inside the text, so that diff, memory and checks see words alone.

/// The number a person sees and types for a code: `1` in `{1}…{/1}`. Counts from 1 inside a paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CodeId(pub u16);

/// Which end of a code stands at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CodePart {
    /// The opening of a pair, `{1}`.
    Open,
    /// The closing of a pair, `{/1}`.
    Close,
    /// A code that stands alone, `{1/}`.
    Standalone,
}

/// What a code means; a closed set that every format maps its own markup to and from.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum CodeElement {
    /// Emphasis, usually italics.
    Emphasis,
    /// Strong emphasis, usually bold.
    Strong,
    /// Underlined text.
    Underline,
    /// Text struck out.
    Strikethrough,
    /// Text that is marked, as with a felt pen.
    Highlight,
    /// Superscript text that is no note mark.
    Superscript,
    /// Subscript text.
    Subscript,
    /// Computer text.
    Code,
    /// A link; `href` as written in the file.
    Link {
        /// Where it leads, as written.
        href: String,
        /// The advisory title, or empty.
        title: String,
    },
    /// The mark of a footnote or endnote. Standalone.
    NoteMark {
        /// The label that joins mark and note.
        label: String,
        /// What the reader sees, such as `1` or `[١]`.
        shown: String,
    },
    /// A forced line break. Standalone.
    LineBreak,
    /// A picture. Standalone.
    Image {
        /// Where the picture is, as written.
        src: String,
        /// Its textual alternative, or empty.
        alt: String,
    },
    /// A code of another tool, kept to be written again as it came.
    Foreign(Box<ForeignCode>),
}

/// A code of another tool, whose meaning nobody here knows. It prints as nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct ForeignCode {
    /// What the tool says it is, such as `bold` or `x-field`, or empty (the attribute `type` of TMX).
    pub kind: String,
    /// Which side of the text a code that stands alone belongs to, `p`, `f` or `b`, or empty (the attribute `assoc` of TMX).
    pub assoc: String,
    /// The tool's own code where it opens or stands alone, as XML: `&lt;b&gt;`. Elements in it are those of TMX, `<sub>` and what it holds.
    pub opening: String,
    /// The tool's own code where it closes, likewise; empty for a code that stands alone.
    pub closing: String,
}

impl CodeElement {
    /// The name in JSON.
    #[must_use]
    pub const fn as_str(&self) -> &'static str {
        match self {
            Self::Emphasis => "emphasis",
            Self::Strong => "strong",
            Self::Underline => "underline",
            Self::Strikethrough => "strikethrough",
            Self::Highlight => "highlight",
            Self::Superscript => "superscript",
            Self::Subscript => "subscript",
            Self::Code => "code",
            Self::Link { .. } => "link",
            Self::NoteMark { .. } => "note-mark",
            Self::LineBreak => "line-break",
            Self::Image { .. } => "image",
            Self::Foreign(_) => "foreign",
        }
    }
}

/// One end of an inline code at a place in the text.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct InlineCode {
    /// UTF-8 byte offset into the text; several codes at one offset stand in the order of the list.
    pub at: usize,
    /// The number shown.
    pub id: CodeId,
    /// Opening, closing or standalone.
    pub part: CodePart,
    /// What it means; the closing end repeats its opening's element.
    pub element: CodeElement,
}

/// A text and the inline codes in it.
///
/// The text is exactly what was given. Codes are sorted by offset and lie on character boundaries; they need not be well
/// nested, since a person may type them so (see [`crate::model::parse_marked`]).
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Content {
    text: String,
    codes: Vec<InlineCode>,
}

/// Codes that do not fit their text.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ContentError {
    /// An offset past the end or inside a character.
    #[error("inline code at byte {at} does not lie on a character boundary")]
    Offset {
        /// The offset.
        at: usize,
    },
    /// Codes not in order of their offsets.
    #[error("inline codes are not in order at byte {at}")]
    Order {
        /// The offset of the first code that is out of order.
        at: usize,
    },
}

impl Content {
    /// A text without codes.
    #[must_use]
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), codes: Vec::new() }
    }

    /// A text with codes.
    ///
    /// # Errors
    /// When an offset is not a character boundary of the text, or offsets decrease.
    pub fn new(text: String, codes: Vec<InlineCode>) -> Result<Self, ContentError> {
        let mut last = 0;
        for code in &codes {
            if !text.is_char_boundary(code.at) {
                return Err(ContentError::Offset { at: code.at });
            }
            if code.at < last {
                return Err(ContentError::Order { at: code.at });
            }
            last = code.at;
        }
        Ok(Self { text, codes })
    }

    /// The text alone, byte for byte as given.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text alone, its codes dropped.
    #[must_use]
    pub fn into_text(self) -> String {
        self.text
    }

    /// The codes, sorted by offset.
    #[must_use]
    pub fn codes(&self) -> &[InlineCode] {
        &self.codes
    }

    /// Whether there is neither text nor code.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.text.is_empty() && self.codes.is_empty()
    }

    /// Whether a reader would see nothing: no code, and no text but white space.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.codes.is_empty() && self.text.trim().is_empty()
    }

    /// Several contents as one, with a text between each two. Codes are numbered on, so that no two parts share a number.
    #[must_use]
    pub fn joined<'a>(parts: impl IntoIterator<Item = &'a Self>, between: &str) -> Self {
        let mut whole = Self::default();
        for (index, part) in parts.into_iter().enumerate() {
            if index > 0 {
                whole.text.push_str(between);
            }
            let (start, used) = (whole.text.len(), whole.codes.iter().map(|code| code.id.0).max().unwrap_or(0));
            whole.text.push_str(&part.text);
            let moved = part.codes.iter().map(|code| InlineCode {
                at: start + code.at,
                id: CodeId(used.saturating_add(code.id.0)),
                ..code.clone()
            });
            whole.codes.extend(moved);
        }
        whole
    }

    /// The content of a byte range of the text; `None` when the range is none of the text, or cuts a pair of codes in two.
    ///
    /// Ranges that meet divide the codes between them: where two meet, what opens belongs to the right one, what closes or
    /// stands alone to the left one, as a note mark belongs to the sentence that it follows.
    #[must_use]
    pub fn slice(&self, range: std::ops::Range<usize>) -> Option<Self> {
        let text = self.text.get(range.clone())?;
        let inside = |code: &&InlineCode| is_inside(code, &range, self.text.len());
        let codes: Vec<InlineCode> = self
            .codes
            .iter()
            .filter(inside)
            .map(|code| InlineCode { at: code.at - range.start, ..code.clone() })
            .collect();
        let count = |part: CodePart, id: CodeId| codes.iter().filter(|code| code.part == part && code.id == id).count();
        let whole = codes.iter().all(|code| count(CodePart::Open, code.id) == count(CodePart::Close, code.id));
        whole.then(|| Self { text: text.to_owned(), codes })
    }

    /// The same with as many bytes of spaces for the text of some ranges, and without the codes that stand inside them; a range
    /// that is none of the text is passed over.
    #[must_use]
    pub fn blanked(&self, ranges: &[std::ops::Range<usize>]) -> Self {
        let mut blanked = self.clone();
        for range in ranges {
            if let Some(part) = self.text.get(range.clone()) {
                blanked.text.replace_range(range.clone(), &" ".repeat(part.len()));
                blanked.codes.retain(|code| !is_inside(code, range, self.text.len()));
            }
        }
        blanked
    }

    /// The same without the white space at its ends; codes that stand in it move to the end of what is left.
    #[must_use]
    pub fn trimmed(&self) -> Self {
        let text = self.text.trim();
        let start = self.text.len() - self.text.trim_start().len();
        let moved =
            |code: &InlineCode| InlineCode { at: code.at.saturating_sub(start).min(text.len()), ..code.clone() };
        Self { text: text.to_owned(), codes: self.codes.iter().map(moved).collect() }
    }

    /// The text cut at its codes: what a writer walks over to pour the codes back.
    pub fn pieces(&self) -> impl Iterator<Item = Piece<'_>> {
        let mut at = 0;
        let mut codes = self.codes.iter().peekable();
        std::iter::from_fn(move || {
            let stop = codes.peek().map_or(self.text.len(), |code| code.at);
            if at < stop {
                let text = &self.text[at..stop];
                at = stop;
                return Some(Piece::Text(text));
            }
            codes.next().map(Piece::Code)
        })
    }
}

/// Whether a code belongs to a range of a text of some length, as [`Content::slice`] divides codes.
fn is_inside(code: &InlineCode, range: &std::ops::Range<usize>, length: usize) -> bool {
    let opens = code.part == CodePart::Open;
    let after_start = code.at > range.start || code.at == range.start && (opens || range.start == 0);
    let before_end = code.at < range.end || code.at == range.end && (!opens || range.end == length);
    after_start && before_end
}

/// A stretch of text between codes, or a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    /// Text without codes; never empty.
    Text(&'a str),
    /// A code.
    Code(&'a InlineCode),
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(at: usize, part: CodePart) -> InlineCode {
        InlineCode { at, id: CodeId(1), part, element: CodeElement::Emphasis }
    }

    #[test]
    fn pieces_join_to_the_text() {
        let text = "قال كلمة ومضى".to_owned();
        let codes = vec![code(7, CodePart::Open), code(15, CodePart::Close)];
        let content = Content::new(text.clone(), codes).unwrap();
        let joined: String =
            content.pieces().filter_map(|p| if let Piece::Text(t) = p { Some(t) } else { None }).collect();
        assert_eq!(joined, text);
        assert_eq!(content.pieces().count(), 5);
    }

    #[test]
    fn an_offset_inside_a_letter_is_refused() {
        let refused = Content::new("قال".to_owned(), vec![code(1, CodePart::Open)]);
        assert_eq!(refused, Err(ContentError::Offset { at: 1 }));
    }

    #[test]
    fn contents_join_and_are_cut_again() {
        let emphasis = |at, part| InlineCode { at, id: CodeId(1), part, element: CodeElement::Emphasis };
        let one =
            Content::new("One two.".into(), vec![emphasis(4, CodePart::Open), emphasis(7, CodePart::Close)]).unwrap();
        let joined = Content::joined([&one, &one], "\n");
        assert_eq!(joined.text(), "One two.\nOne two.");
        assert_eq!(
            joined.codes().iter().map(|code| (code.at, code.id.0)).collect::<Vec<_>>(),
            [(4, 1), (7, 1), (13, 2), (16, 2)]
        );
        assert_eq!(joined.slice(0..8), Some(one.clone()));
        assert_eq!(joined.slice(9..17).unwrap().text(), "One two.");
        assert_eq!(joined.slice(9..17).unwrap().codes().len(), 2);
        assert_eq!(joined.slice(0..6), None, "the emphasis is cut");
        assert_eq!(joined.slice(4..7).unwrap().codes().len(), 2);
        let mark = InlineCode { at: 4, id: CodeId(2), part: CodePart::Standalone, element: CodeElement::LineBreak };
        let marked = Content::new("One. Two.".into(), vec![mark.clone()]).unwrap();
        assert_eq!(marked.slice(0..4).unwrap().codes(), [mark]);
        assert_eq!(marked.slice(4..9).unwrap().codes(), []);
        assert_eq!(marked.slice(0..5).unwrap().trimmed().codes()[0].at, 4);
        assert_eq!(joined.slice(7..8).unwrap().codes(), []);
        assert_eq!(joined.slice(0..99), None);
    }
}
