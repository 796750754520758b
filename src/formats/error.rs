//! What can be wrong with a file that comes in, as data. It makes no sentences: those are Fluent's, `err-format-…`.

use crate::model::Message;

/// What a file that is no text looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BinaryKind {
    /// A Word document of 2007 or later, `.docx`.
    WordDocument,
    /// A document of Word 97 to 2003, or another file in the same container.
    OldWordDocument,
    /// An OpenDocument text, `.odt`.
    OpenDocument,
    /// An Excel workbook, `.xlsx`.
    Workbook,
    /// An EPUB book.
    Book,
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
    /// The Fluent id of the name of the kind.
    #[must_use]
    pub const fn message_id(self) -> &'static str {
        match self {
            Self::WordDocument => "format-kind-docx",
            Self::OldWordDocument => "format-kind-doc",
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
}

impl FormatError {
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
            Self::Nesting { line, depth, limit } => {
                Message::new("err-format-nesting").with("line", *line).with("depth", *depth).with("limit", *limit)
            }
        }
    }
}
