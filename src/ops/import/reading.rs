//! Files as they come: read, decoded, taken apart into blocks with kinds. It touches no desk.

use std::borrow::Cow;
use std::path::{Path, PathBuf};

use crate::formats::{self, EncodingSource, Format, FormatError, Reader};
use crate::model::{Block, BlockShape, Content, KindGuess, Language, SourceDocument, SourceSide, TextHash};
use crate::ops::{OpsError, files};
use crate::segmentation::classify;
use crate::store::{SourceFile, file_hash};

/// A file to import.
#[derive(Clone, Debug)]
pub enum Input {
    /// A file on disk.
    File(PathBuf),
    /// Bytes that came another way, such as standard input, and the name they go by.
    Bytes {
        /// The name.
        name: String,
        /// The bytes.
        bytes: Vec<u8>,
    },
}

/// How files are to be read.
#[derive(Clone, Debug, Default)]
pub struct ReadOptions {
    /// The id of the format; guessed when `None`.
    pub format: Option<String>,
    /// The name of the encoding; guessed when `None`.
    pub encoding: Option<String>,
}

/// The bytes of a file, not yet understood.
pub(in crate::ops) struct RawFile<'i> {
    name: String,
    bytes: Cow<'i, [u8]>,
    pub(super) hash: TextHash,
}

/// A file, read.
pub(in crate::ops) struct Document {
    pub(in crate::ops) document: SourceDocument,
    pub(in crate::ops) kinds: Vec<KindGuess>,
    pub(in crate::ops) file: SourceFile,
    pub(super) guessed_encoding: Option<&'static str>,
}

impl Input {
    pub(in crate::ops) fn name(&self) -> String {
        match self {
            Self::File(path) => path.display().to_string(),
            Self::Bytes { name, .. } => name.clone(),
        }
    }

    /// The same with its bytes in memory, so that reading it again gives the same.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn held(self) -> Result<Self, OpsError> {
        match self {
            Self::File(path) => Ok(Self::Bytes { name: path.display().to_string(), bytes: files::read(&path)? }),
            Self::Bytes { .. } => Ok(self),
        }
    }

    pub(super) fn load(&self) -> Result<RawFile<'_>, OpsError> {
        let bytes = match self {
            Self::File(path) => Cow::Owned(files::read(path)?),
            Self::Bytes { bytes, .. } => Cow::Borrowed(bytes.as_slice()),
        };
        Ok(RawFile { name: self.name(), hash: file_hash(&bytes), bytes })
    }

    /// Reads the file as blocks with kinds.
    pub(in crate::ops) fn read(
        &self,
        options: &ReadOptions,
        language: &Language,
        side: SourceSide,
    ) -> Result<Document, OpsError> {
        self.load()?.parse(options, language, side)
    }
}

impl RawFile<'_> {
    /// The name without its folder.
    pub(super) fn file_name(&self) -> String {
        Path::new(&self.name).file_name().map_or(self.name.clone(), |name| name.to_string_lossy().into_owned())
    }

    pub(super) fn parse(
        &self,
        options: &ReadOptions,
        language: &Language,
        side: SourceSide,
    ) -> Result<Document, OpsError> {
        let Taken { format, mut document, encoding, guessed } = self.take(options)?;
        if document.blocks.is_empty() {
            return Err(OpsError::EmptyFile { path: self.name.clone() });
        }
        document.blocks.iter_mut().for_each(give_rules_a_text);
        let kinds = classify(&document.blocks, language);
        let file = SourceFile {
            side,
            file_name: self.file_name(),
            format: format.id.to_owned(),
            encoding: encoding.to_owned(),
            bytes: self.bytes.len() as u64,
            hash: self.hash,
        };
        Ok(Document { document, kinds, file, guessed_encoding: guessed.then_some(encoding) })
    }

    /// Reads the bytes in the format that is named, or that they show. What is no text has no encoding to be found.
    fn take(&self, options: &ReadOptions) -> Result<Taken, OpsError> {
        let of_format = |error| OpsError::Format { path: self.name.clone(), error };
        let unusable = || OpsError::UnusableFormat {
            format: options.format.clone().unwrap_or_else(|| self.name.clone()),
            usable: formats::readable(),
        };
        let name = Path::new(&self.name).file_name().and_then(|name| name.to_str());
        let named = options.format.as_deref().map(|id| formats::find(id).ok_or_else(unusable)).transpose()?;
        let of_bytes = named.or_else(|| formats::detect_bytes(name, &self.bytes));
        if let Some((format, Reader::Bytes { read, .. })) = of_bytes.and_then(|format| Some((format, format.read?))) {
            let document = read(&self.bytes).map_err(of_format)?;
            return Ok(Taken { format, document, encoding: NO_TEXT, guessed: false });
        }
        let decoded = formats::decode(&self.bytes, options.encoding.as_deref());
        let decoded = decoded.map_err(|error| of_format(error.in_file(&self.name)))?;
        // A format that is named insists.
        if let (None, Some(kind)) = (named, formats::foreign_kind(&decoded.text)) {
            return Err(of_format(FormatError::Foreign { kind }));
        }
        let format = named.or_else(|| formats::detect(name, &decoded.text)).ok_or_else(unusable)?;
        let Some(Reader::Text { read, .. }) = format.read else { return Err(unusable()) };
        let document = read(&decoded.text).map_err(of_format)?;
        let guessed = matches!(decoded.source, EncodingSource::Guessed);
        Ok(Taken { format, document, encoding: decoded.encoding, guessed })
    }
}

/// What is noted as the encoding of a file that is no text.
const NO_TEXT: &str = "binary";

/// A file taken apart.
struct Taken {
    format: &'static Format,
    document: SourceDocument,
    encoding: &'static str,
    guessed: bool,
}

/// A rule between parts that the file draws without a text gets the asterisks by which plain text draws it.
fn give_rules_a_text(block: &mut Block) {
    if block.shape == BlockShape::Separator && block.content.text().trim().is_empty() {
        block.content = Content::plain("***");
    }
}
