//! What can be wrong with a TMX file, as data. It makes no sentences: those are Fluent's, `err-tmx-…`.

use crate::model::{Argument, Message};

/// What is ill-formed (XML 1.0, well-formedness constraints).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum XmlFault {
    /// An element ends that is not the one begun last.
    MismatchedEnd {
        /// The element that is open.
        open: String,
        /// The element whose end was found.
        found: String,
    },
    /// An element ends that has not begun.
    UnmatchedEnd {
        /// The element whose end was found.
        found: String,
    },
    /// A tag, comment or other markup that has no end.
    UnclosedMarkup,
    /// An `&` that begins no reference.
    LoneAmpersand,
    /// An attribute that is not written as `name="value"`, or stands twice.
    Attribute,
    /// A second element beside the root.
    SecondRoot,
    /// The declaration of XML or of the document type.
    Declaration,
}

/// A problem in a TMX file. Those of one unit leave that unit out; after the others nothing more is read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TmxProblem {
    /// The file cannot be read on.
    #[error("line {line}: cannot read: {detail}")]
    Io {
        /// The line reached.
        line: u64,
        /// What the system says.
        detail: String,
    },
    /// The declaration names an encoding that does not exist.
    #[error("unknown encoding `{label}`")]
    UnknownEncoding {
        /// The name as declared.
        label: String,
    },
    /// Bytes that mean nothing in the file's encoding.
    #[error("line {line}: malformed {encoding} at byte {offset}")]
    Malformed {
        /// The name of the encoding.
        encoding: &'static str,
        /// The first byte that does not fit, counted from 0 from the beginning of the file.
        offset: u64,
        /// The line it stands in.
        line: u64,
    },
    /// The file is no well-formed XML.
    #[error("line {line}: ill-formed XML: {fault:?}")]
    IllFormed {
        /// The line of the fault.
        line: u64,
        /// What is wrong.
        fault: XmlFault,
    },
    /// The file ends inside an element.
    #[error("line {line}: the file ends inside <{open}>")]
    CutOff {
        /// The last line.
        line: u64,
        /// The innermost element that is open.
        open: String,
    },
    /// The root element is not `<tmx>`, or there is none.
    #[error("line {line}: no TMX file: {found:?}")]
    NotTmx {
        /// The line of the root.
        line: u64,
        /// The name of the root.
        found: Option<String>,
    },
    /// One tag, text or comment is longer than anything that is read.
    #[error("line {line}: more than {limit} bytes in one piece")]
    TooLong {
        /// The line where it begins.
        line: u64,
        /// The bytes that are read.
        limit: usize,
    },
    /// Elements inside elements, deeper than any memory.
    #[error("line {line}: nested more than {limit} deep")]
    TooDeep {
        /// The line where the limit is passed.
        line: u64,
        /// The depth that is read.
        limit: usize,
    },
    /// A unit has more bytes than are read.
    #[error("line {line}: unit of more than {limit} bytes")]
    UnitTooLong {
        /// The line where the unit begins.
        line: u64,
        /// The bytes that are read.
        limit: usize,
    },
    /// A unit is nested deeper than is read.
    #[error("line {line}: unit nested more than {limit} deep")]
    UnitTooDeep {
        /// The line where the limit is passed.
        line: u64,
        /// The depth that is read, counted from the unit.
        limit: usize,
    },
    /// A unit has more inline codes in one segment than can be numbered.
    #[error("line {line}: more than {limit} inline codes")]
    TooManyCodes {
        /// The line where the segment begins.
        line: u64,
        /// The codes that are read.
        limit: usize,
    },
    /// A unit has an entity that XML does not know of itself. Declarations are not followed.
    #[error("line {line}: unknown entity `{name}`")]
    UnknownEntity {
        /// The line of the entity.
        line: u64,
        /// Its name.
        name: String,
    },
    /// A unit has a character that XML 1.0 forbids (clause 2.2, production `Char`).
    #[error("line {line}: forbidden character U+{code:04X}")]
    Character {
        /// The line of the character.
        line: u64,
        /// Its code point, or the number in its reference.
        code: u32,
    },
    /// A unit has a reference to a character that is written wrongly.
    #[error("line {line}: wrong character reference `{reference}`")]
    Reference {
        /// The line of the reference.
        line: u64,
        /// The reference without `&` and `;`.
        reference: String,
    },
    /// A variant does not say its language.
    #[error("line {line}: variant without a language")]
    NoLanguage {
        /// The line of the variant.
        line: u64,
    },
    /// A variant has no segment.
    #[error("line {line}: variant without a segment")]
    NoSegment {
        /// The line of the variant.
        line: u64,
    },
}

impl TmxProblem {
    /// The line, counted from 1; `None` where the whole file is meant.
    #[must_use]
    pub const fn line(&self) -> Option<u64> {
        match self {
            Self::UnknownEncoding { .. } => None,
            Self::Io { line, .. }
            | Self::Malformed { line, .. }
            | Self::IllFormed { line, .. }
            | Self::CutOff { line, .. }
            | Self::NotTmx { line, .. }
            | Self::TooLong { line, .. }
            | Self::TooDeep { line, .. }
            | Self::UnitTooLong { line, .. }
            | Self::UnitTooDeep { line, .. }
            | Self::TooManyCodes { line, .. }
            | Self::UnknownEntity { line, .. }
            | Self::Character { line, .. }
            | Self::Reference { line, .. }
            | Self::NoLanguage { line }
            | Self::NoSegment { line } => Some(*line),
        }
    }

    /// Whether nothing more is read after it. The others cost one unit or variant.
    #[must_use]
    pub const fn ends_reading(&self) -> bool {
        matches!(
            self,
            Self::Io { .. }
                | Self::UnknownEncoding { .. }
                | Self::Malformed { .. }
                | Self::IllFormed { .. }
                | Self::CutOff { .. }
                | Self::NotTmx { .. }
                | Self::TooLong { .. }
                | Self::TooDeep { .. }
        )
    }

    /// The Fluent message of the problem, with its data as arguments.
    #[must_use]
    pub fn message(&self) -> Message {
        let message = match self {
            Self::Io { detail, .. } => Message::new("err-tmx-io").with("detail", detail.as_str()),
            Self::UnknownEncoding { label } => Message::new("err-tmx-encoding").with("label", label.as_str()),
            Self::Malformed { encoding, offset, .. } => {
                Message::new("err-tmx-malformed").with("encoding", *encoding).with("offset", number(*offset))
            }
            Self::IllFormed { fault, .. } => Message::new("err-tmx-ill-formed").with("fault", fault.message()),
            Self::CutOff { open, .. } => Message::new("err-tmx-cut-off").with("open", open.as_str()),
            Self::NotTmx { found: Some(found), .. } => Message::new("err-tmx-other-root").with("found", found.as_str()),
            Self::NotTmx { found: None, .. } => Message::new("err-tmx-no-root"),
            Self::TooLong { limit, .. } => Message::new("err-tmx-too-long").with("limit", *limit),
            Self::TooDeep { limit, .. } => Message::new("err-tmx-too-deep").with("limit", *limit),
            Self::UnitTooLong { limit, .. } => Message::new("err-tmx-unit-too-long").with("limit", *limit),
            Self::UnitTooDeep { limit, .. } => Message::new("err-tmx-unit-too-deep").with("limit", *limit),
            Self::TooManyCodes { limit, .. } => Message::new("err-tmx-codes").with("limit", *limit),
            Self::UnknownEntity { name, .. } => Message::new("err-tmx-entity").with("name", name.as_str()),
            Self::Character { code, .. } => Message::new("err-tmx-character").with("code", code_point(*code)),
            Self::Reference { reference, .. } => {
                Message::new("err-tmx-reference").with("reference", reference.as_str())
            }
            Self::NoLanguage { .. } => Message::new("err-tmx-no-language"),
            Self::NoSegment { .. } => Message::new("err-tmx-no-segment"),
        };
        match self.line() {
            Some(line) => message.with("line", number(line)),
            None => message,
        }
    }

    /// The Fluent message of what the person can do about it.
    #[must_use]
    pub const fn hint(&self) -> Message {
        Message::new(match self {
            Self::Io { .. } => "rec-tmx-io",
            Self::UnknownEncoding { .. } | Self::Malformed { .. } => "rec-tmx-encoding",
            Self::IllFormed { .. } => "rec-tmx-ill-formed",
            Self::CutOff { .. } => "rec-tmx-cut-off",
            Self::NotTmx { .. } => "rec-tmx-root",
            Self::TooLong { .. } | Self::TooDeep { .. } => "rec-tmx-hostile",
            Self::UnitTooLong { .. } | Self::UnitTooDeep { .. } | Self::TooManyCodes { .. } => "rec-tmx-unit",
            Self::UnknownEntity { .. } => "rec-tmx-entity",
            Self::Character { .. } | Self::Reference { .. } => "rec-tmx-character",
            Self::NoLanguage { .. } => "rec-tmx-no-language",
            Self::NoSegment { .. } => "rec-tmx-no-segment",
        })
    }
}

impl XmlFault {
    fn message(&self) -> Message {
        match self {
            Self::MismatchedEnd { open, found } => {
                Message::new("tmx-fault-mismatched").with("open", open.as_str()).with("found", found.as_str())
            }
            Self::UnmatchedEnd { found } => Message::new("tmx-fault-unmatched").with("found", found.as_str()),
            Self::UnclosedMarkup => Message::new("tmx-fault-unclosed"),
            Self::LoneAmpersand => Message::new("tmx-fault-ampersand"),
            Self::Attribute => Message::new("tmx-fault-attribute"),
            Self::SecondRoot => Message::new("tmx-fault-second-root"),
            Self::Declaration => Message::new("tmx-fault-declaration"),
        }
    }
}

/// A code point as it is written in Unicode's own tables, such as `U+0001`.
pub(super) fn code_point(code: u32) -> String {
    format!("U+{code:04X}")
}

fn number(count: u64) -> Argument {
    Argument::Number(i64::try_from(count).unwrap_or(i64::MAX))
}
