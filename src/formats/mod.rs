//! Bytes to model and model to bytes: the table of formats, a folder for each. It opens no files and knows no paths beyond
//! the ending of a name.

mod blank;
mod draft;
pub mod encoding;
mod error;
mod html;
mod line;
mod markdown;
mod plain;

pub use encoding::{Decoded, EncodingSource, decode};
pub use error::{BinaryKind, FormatError};

use crate::model::SourceDocument;

/// A reader: the whole text of a file to its blocks.
pub type Read = fn(&str) -> Result<SourceDocument, FormatError>;

/// What the program knows about a format.
#[derive(Debug)]
pub struct Format {
    /// The name on the command line and in the desk.
    pub id: &'static str,
    /// Endings of file names, in lower case, without the dot.
    pub extensions: &'static [&'static str],
    /// Whether a text looks like this format.
    pub sniff: fn(&str) -> bool,
    /// How it is read, where it can be.
    pub read: Option<Read>,
}

/// Every format; those that are told apart by their look stand before those that accept anything.
pub const FORMATS: &[Format] = &[
    Format {
        id: "html",
        extensions: &["html", "htm", "xhtml", "xht", "shtml"],
        sniff: html::sniff,
        read: Some(html::read),
    },
    Format {
        id: "markdown",
        extensions: &["md", "markdown", "mdown", "mkd"],
        sniff: markdown::sniff,
        read: Some(markdown::read),
    },
    Format { id: "plain", extensions: &["txt", "text"], sniff: plain::sniff, read: Some(plain::read) },
];

/// The format of that id.
#[must_use]
pub fn find(id: &str) -> Option<&'static Format> {
    FORMATS.iter().find(|format| format.id == id)
}

/// The format of a file that can be read: by the ending of its name, else by its look. Plain text is the last resort, so
/// there is always an answer for text.
#[must_use]
pub fn detect(file_name: Option<&str>, text: &str) -> Option<&'static Format> {
    let extension = file_name.and_then(|name| name.rsplit_once('.')).map(|(_, extension)| extension.to_lowercase());
    let readable = || FORMATS.iter().filter(|format| format.read.is_some());
    extension
        .and_then(|extension| readable().find(|format| format.extensions.contains(&extension.as_str())))
        .or_else(|| readable().find(|format| (format.sniff)(text)))
}
