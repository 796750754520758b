//! Why a file could not be written. Nothing here says what the caller should do about it.

use super::tmx::TmxWriteError;
use crate::model::Layout;

/// A file that could not be written.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// The format has no such layout.
    #[error("{format} cannot be written {}", layout.as_str())]
    Layout {
        /// The id of the format.
        format: &'static str,
        /// The layout that was asked for.
        layout: Layout,
    },
    /// The place to write to failed.
    #[error("cannot write: {0}")]
    Io(#[from] std::io::Error),
    /// The ZIP container of an office file could not be built.
    #[error("cannot pack the document: {0}")]
    Package(#[from] zip::result::ZipError),
    /// A CSV record could not be written.
    #[error("cannot write CSV: {0}")]
    Csv(#[from] csv::Error),
    /// A JSON value could not be written.
    #[error("cannot write JSON: {0}")]
    Json(#[from] serde_json::Error),
    /// A unit that TMX cannot hold.
    #[error("cannot write TMX: {0}")]
    Memory(TmxWriteError),
}

impl WriteError {
    /// The same as an error of input and output.
    #[must_use]
    pub fn into_io(self) -> std::io::Error {
        match self {
            Self::Io(error) => error,
            other => std::io::Error::other(other),
        }
    }
}
