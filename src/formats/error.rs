//! What can be wrong with a file that comes in, as data. It makes no sentences: those are Fluent's, `err-format-…`.

use super::foreign::ForeignKind;
use crate::model::Message;

/// What a file that is no text looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BinaryKind {
    /// A Word document of 2007 or later, `.docx`.
    WordDocument,
    /// A document of Word 97 to 2003, or another file in the same container.
    OldWordDocument,
    /// An office document of 2007 or later that opens with a password only.
    Protected,
    /// An OpenDocument text, `.odt`.
    OpenDocument,
    /// An Excel workbook, `.xlsx`.
    Workbook,
    /// An EPUB book.
    Book,
    /// An office document of 2007 or later of which the greater part is missing.
    BrokenOffice,
    /// Another ZIP archive.
    Archive,
    /// A PDF file.
    Pdf,
    /// A Rich Text Format file.
    RichText,
    /// A picture.
    Picture,
    /// Bytes that are no text in any encoding.
    Unknown,
}

impl BinaryKind {
    /// The same, or what the name of the file says where only an archive is seen: one that is cut off may show no more.
    fn named(self, file_name: &str) -> Self {
        let ending = super::ending(file_name);
        match (self, ending.as_deref()) {
            (Self::Archive, Some("odt")) => Self::OpenDocument,
            (Self::Archive, Some("xlsx" | "xlsm")) => Self::Workbook,
            (Self::Archive, Some("epub")) => Self::Book,
            _ => self,
        }
    }

    /// The Fluent id of the name of the kind.
    #[must_use]
    pub const fn message_id(self) -> &'static str {
        match self {
            Self::WordDocument => "format-kind-docx",
            Self::OldWordDocument => "format-kind-doc",
            Self::Protected => "format-kind-protected",
            Self::BrokenOffice => "format-kind-broken-office",
            Self::OpenDocument => "format-kind-odt",
            Self::Workbook => "format-kind-xlsx",
            Self::Book => "format-kind-epub",
            Self::Archive => "format-kind-zip",
            Self::Pdf => "format-kind-pdf",
            Self::RichText => "format-kind-rtf",
            Self::Picture => "format-kind-picture",
            Self::Unknown => "format-kind-unknown",
        }
    }

    /// The Fluent id of the way to get at the text.
    const fn hint_id(self) -> &'static str {
        match self {
            Self::WordDocument => "rec-format-word",
            Self::OldWordDocument | Self::OpenDocument | Self::RichText => "rec-format-save-as",
            Self::Protected => "rec-format-protected",
            Self::Pdf | Self::Book | Self::Workbook => "rec-format-copy-text",
            Self::BrokenOffice => "rec-format-broken",
            Self::Archive => "rec-format-unpack",
            Self::Picture => "rec-empty-file",
            Self::Unknown => "rec-format-unknown",
        }
    }
}

/// What is wrong with a part of a document that is an archive of parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PartFault {
    /// It is not there.
    Missing,
    /// It cannot be unpacked.
    Damaged,
    /// It opens with a password only.
    Protected,
    /// Unpacked, it has more than so many megabytes.
    TooLarge(u64),
    /// There are more than so many parts.
    TooMany(usize),
    /// It is neither UTF-8 nor UTF-16.
    Encoding,
    /// It declares a document type, by which entities come.
    Declaration,
    /// It is no well-formed XML at this line.
    IllFormed(usize),
    /// Its elements are nested too deep.
    TooDeep {
        /// The line, counted from 1.
        line: usize,
        /// The depth that is read.
        limit: usize,
    },
}

impl PartFault {
    fn message(&self) -> Message {
        match self {
            Self::Missing => Message::new("part-fault-missing"),
            Self::Damaged => Message::new("part-fault-damaged"),
            Self::Protected => Message::new("part-fault-protected"),
            Self::TooLarge(limit) => Message::new("part-fault-too-large").with("limit", *limit),
            Self::TooMany(limit) => Message::new("part-fault-too-many").with("limit", *limit),
            Self::Encoding => Message::new("part-fault-encoding"),
            Self::Declaration => Message::new("part-fault-declaration"),
            Self::IllFormed(line) => Message::new("part-fault-ill-formed").with("line", *line),
            Self::TooDeep { line, limit } => {
                Message::new("part-fault-too-deep").with("line", *line).with("limit", *limit)
            }
        }
    }

    const fn hint_id(&self) -> &'static str {
        match self {
            Self::Missing | Self::Damaged | Self::Encoding | Self::IllFormed(_) => "rec-format-broken",
            Self::Protected => "rec-format-protected",
            Self::TooLarge(_) | Self::TooMany(_) | Self::Declaration | Self::TooDeep { .. } => "rec-format-hostile",
        }
    }
}

/// Why a file could not be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FormatError {
    /// The person named an encoding that does not exist.
    #[error("unknown encoding `{label}`")]
    UnknownEncoding {
        /// The label as given.
        label: String,
    },
    /// Bytes that mean nothing in the file's encoding.
    #[error("malformed {encoding} at byte {offset}, line {line}")]
    Malformed {
        /// The name of the encoding.
        encoding: &'static str,
        /// The first byte that does not fit, counted from 0 from the beginning of the file.
        offset: usize,
        /// The line it stands in, counted from 1.
        line: usize,
    },
    /// The file is no text file.
    #[error("not a text file: {kind:?}")]
    Binary {
        /// What it looks like.
        kind: BinaryKind,
    },
    /// The file is a text for programs, and no article.
    #[error("no article: {kind:?}")]
    Foreign {
        /// What it is.
        kind: ForeignKind,
    },
    /// The character U+0000 in what is a text else.
    #[error("U+0000 at line {line}, {count} of them")]
    Nul {
        /// The line of the first, counted from 1.
        line: usize,
        /// How many there are.
        count: usize,
    },
    /// Elements inside elements, deeper than any article.
    #[error("elements nested {depth} deep at line {line}, at most {limit} are read")]
    Nesting {
        /// The line where the limit is passed, counted from 1.
        line: usize,
        /// The depth reached there.
        depth: usize,
        /// The depth that is read.
        limit: usize,
    },
    /// A document that is an archive of parts, and cannot be opened as one.
    #[error("the archive of a document cannot be opened")]
    BrokenDocument,
    /// A part of such a document is not as it must be.
    #[error("part `{part}`: {fault:?}")]
    Part {
        /// The name of the part.
        part: String,
        /// What is wrong.
        fault: PartFault,
    },
}

impl FormatError {
    /// The same error of a file of that name, which may tell what the bytes of a damaged file do not.
    #[must_use]
    pub fn in_file(self, name: &str) -> Self {
        match self {
            Self::Binary { kind } => Self::Binary { kind: kind.named(name) },
            other => other,
        }
    }

    /// The same error in a text that begins `lines` lines further down in its file.
    #[must_use]
    pub(super) fn moved_down(mut self, lines: usize) -> Self {
        if let Self::Malformed { line, .. } | Self::Nesting { line, .. } = &mut self {
            *line += lines;
        }
        self
    }

    /// The Fluent message of the error, with its data as arguments.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::UnknownEncoding { label } => {
                Message::new("err-format-unknown-encoding").with("label", label.as_str())
            }
            Self::Malformed { encoding, offset, line } => Message::new("err-format-malformed")
                .with("encoding", *encoding)
                .with("offset", *offset)
                .with("line", *line),
            Self::Binary { kind } => Message::new("err-format-binary").with("kind", Message::new(kind.message_id())),
            Self::Nul { line, count } => Message::new("err-format-nul").with("line", *line).with("count", *count),
            Self::Foreign { kind } => Message::new("err-format-foreign").with("kind", Message::new(kind.message_id())),
            Self::Nesting { line, depth, limit } => {
                Message::new("err-format-nesting").with("line", *line).with("depth", *depth).with("limit", *limit)
            }
            Self::BrokenDocument => Message::new("err-format-broken-document"),
            Self::Part { part, fault } => {
                Message::new("err-format-part").with("part", part.as_str()).with("fault", fault.message())
            }
        }
    }

    /// The Fluent message of what the person can do about it.
    #[must_use]
    pub fn hint(&self) -> Message {
        Message::new(match self {
            Self::UnknownEncoding { .. } => "rec-format-unknown-encoding",
            Self::Malformed { .. } => "rec-format-malformed",
            Self::Binary { kind } => kind.hint_id(),
            Self::Nul { .. } => "rec-format-nul",
            Self::Foreign { kind } => kind.hint_id(),
            Self::Nesting { .. } => "rec-format-nesting",
            Self::BrokenDocument => "rec-format-broken",
            Self::Part { fault, .. } => fault.hint_id(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_error_of_a_text_file_says_what_can_be_done() {
        let errors = [
            FormatError::UnknownEncoding { label: "arabic-dos".into() },
            FormatError::Malformed { encoding: "UTF-8", offset: 9, line: 2 },
            FormatError::Nesting { line: 1, depth: 2001, limit: 2000 },
            FormatError::Binary { kind: BinaryKind::WordDocument },
        ];
        let hints: Vec<_> = errors.iter().map(|error| error.hint().id).collect();
        assert_eq!(
            hints,
            ["rec-format-unknown-encoding", "rec-format-malformed", "rec-format-nesting", "rec-format-word"]
        );
    }
}
