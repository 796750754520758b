//! Texts with their inline codes, each stored once: interned by hash, byte for byte as given.

use rusqlite::types::Type;
use rusqlite::{OptionalExtension, Row, RowIndex, named_params};
use serde::{Deserialize, Serialize};

use super::error::StoreError;
use super::writer::Writer;
use crate::model::{CodeElement, CodeId, CodePart, Content, ForeignCode, InlineCode, TextHash};
use crate::text::{KEY_VERSION, count_words, norm};

/// A stored content on this desk. Two contents are equal exactly when their keys are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ContentKey(pub(super) i64);

/// An inline code as stored in JSON; short names, since it is stored for every code.
#[derive(Serialize, Deserialize)]
struct StoredCode {
    at: usize,
    id: u16,
    part: StoredPart,
    #[serde(flatten)]
    element: StoredElement,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum StoredPart {
    Open,
    Close,
    Standalone,
}

#[derive(Serialize, Deserialize)]
#[serde(tag = "element", rename_all = "kebab-case")]
enum StoredElement {
    Emphasis,
    Strong,
    Underline,
    Strikethrough,
    Highlight,
    Superscript,
    Subscript,
    Code,
    Link { href: String, title: String },
    NoteMark { label: String, shown: String },
    LineBreak,
    Image { src: String, alt: String },
    Foreign { kind: String, assoc: String, opening: String, closing: String },
}

impl From<&InlineCode> for StoredCode {
    fn from(code: &InlineCode) -> Self {
        let part = match code.part {
            CodePart::Open => StoredPart::Open,
            CodePart::Close => StoredPart::Close,
            CodePart::Standalone => StoredPart::Standalone,
        };
        let element = match code.element.clone() {
            CodeElement::Emphasis => StoredElement::Emphasis,
            CodeElement::Strong => StoredElement::Strong,
            CodeElement::Underline => StoredElement::Underline,
            CodeElement::Strikethrough => StoredElement::Strikethrough,
            CodeElement::Highlight => StoredElement::Highlight,
            CodeElement::Superscript => StoredElement::Superscript,
            CodeElement::Subscript => StoredElement::Subscript,
            CodeElement::Code => StoredElement::Code,
            CodeElement::Link { href, title } => StoredElement::Link { href, title },
            CodeElement::NoteMark { label, shown } => StoredElement::NoteMark { label, shown },
            CodeElement::LineBreak => StoredElement::LineBreak,
            CodeElement::Image { src, alt } => StoredElement::Image { src, alt },
            CodeElement::Foreign(code) => {
                let ForeignCode { kind, assoc, opening, closing } = *code;
                StoredElement::Foreign { kind, assoc, opening, closing }
            }
        };
        Self { at: code.at, id: code.id.0, part, element }
    }
}

impl From<StoredCode> for InlineCode {
    fn from(stored: StoredCode) -> Self {
        let part = match stored.part {
            StoredPart::Open => CodePart::Open,
            StoredPart::Close => CodePart::Close,
            StoredPart::Standalone => CodePart::Standalone,
        };
        let element = match stored.element {
            StoredElement::Emphasis => CodeElement::Emphasis,
            StoredElement::Strong => CodeElement::Strong,
            StoredElement::Underline => CodeElement::Underline,
            StoredElement::Strikethrough => CodeElement::Strikethrough,
            StoredElement::Highlight => CodeElement::Highlight,
            StoredElement::Superscript => CodeElement::Superscript,
            StoredElement::Subscript => CodeElement::Subscript,
            StoredElement::Code => CodeElement::Code,
            StoredElement::Link { href, title } => CodeElement::Link { href, title },
            StoredElement::NoteMark { label, shown } => CodeElement::NoteMark { label, shown },
            StoredElement::LineBreak => CodeElement::LineBreak,
            StoredElement::Image { src, alt } => CodeElement::Image { src, alt },
            StoredElement::Foreign { kind, assoc, opening, closing } => {
                CodeElement::Foreign(Box::new(ForeignCode { kind, assoc, opening, closing }))
            }
        };
        Self { at: stored.at, id: CodeId(stored.id), part, element }
    }
}

/// A content with all that is stored beside it, computed before anything is locked.
#[derive(Clone, Debug)]
pub struct NewContent {
    text: String,
    codes: Option<String>,
    hash: TextHash,
    words: i64,
    repeat_key: Option<i64>,
}

impl NewContent {
    /// Computes what is stored beside a content.
    ///
    /// # Errors
    /// None that sound codes give.
    pub fn of(content: &Content) -> Result<Self, StoreError> {
        let codes = stored_codes(content)?;
        Ok(Self {
            hash: hash(content.text(), codes.as_deref()),
            words: i64::try_from(count_words(content.text())).unwrap_or(i64::MAX),
            repeat_key: repeat_key(content.text()),
            text: content.text().to_owned(),
            codes,
        })
    }

    /// The text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The content that it was computed of.
    ///
    /// # Errors
    /// None that sound codes give.
    pub fn content(&self) -> Result<Content, StoreError> {
        let Some(codes) = &self.codes else { return Ok(Content::plain(&self.text)) };
        let codes: Vec<StoredCode> = serde_json::from_str(codes).map_err(|e| StoreError::row("content", e))?;
        let codes = codes.into_iter().map(InlineCode::from).collect();
        Content::new(self.text.clone(), codes).map_err(|e| StoreError::row("content", e))
    }

    /// The key under which repeated paragraphs meet; `None` for a text without a word.
    #[must_use]
    pub const fn repeat_key(&self) -> Option<i64> {
        self.repeat_key
    }
}

/// The codes as stored; `None` for a text without codes.
pub(super) fn stored_codes(content: &Content) -> Result<Option<String>, StoreError> {
    if content.codes().is_empty() {
        return Ok(None);
    }
    let codes: Vec<StoredCode> = content.codes().iter().map(StoredCode::from).collect();
    serde_json::to_string(&codes).map(Some).map_err(|e| StoreError::row("content", e))
}

/// BLAKE3 over the length of the text (8 bytes, little-endian), the text, and the stored form of its codes.
pub(super) fn hash(text: &str, codes: Option<&str>) -> TextHash {
    let mut hasher = blake3::Hasher::new();
    hasher.update(&(text.len() as u64).to_le_bytes());
    hasher.update(text.as_bytes());
    hasher.update(codes.unwrap_or_default().as_bytes());
    TextHash(*hasher.finalize().as_bytes())
}

/// The key under which repeated paragraphs meet; `None` for a text without a word.
pub(super) fn repeat_key(text: &str) -> Option<i64> {
    let key = norm(text);
    if !key.chars().any(char::is_alphanumeric) {
        return None;
    }
    let hash = blake3::hash(key.as_bytes());
    let first = hash.as_bytes().first_chunk::<8>().expect("a BLAKE3 hash has 32 bytes");
    Some(i64::from_le_bytes(*first))
}

/// Reads a content from the columns `{prefix}_text` and `{prefix}_codes`.
pub(super) fn read<I: RowIndex>(row: &Row<'_>, text: I, codes: I) -> rusqlite::Result<Content> {
    let text: String = row.get(text)?;
    let codes: Option<String> = row.get(codes)?;
    let Some(codes) = codes else { return Ok(Content::plain(text)) };
    let unreadable =
        |e: Box<dyn std::error::Error + Send + Sync>| rusqlite::Error::FromSqlConversionFailure(0, Type::Text, e);
    let codes: Vec<StoredCode> = serde_json::from_str(&codes).map_err(|e| unreadable(e.into()))?;
    Content::new(text, codes.into_iter().map(InlineCode::from).collect()).map_err(|e| unreadable(e.into()))
}

impl Writer<'_> {
    /// The text of a stored content.
    pub(super) fn text_of(&self, key: ContentKey) -> Result<String, StoreError> {
        let mut statement = self.connection.prepare_cached("SELECT text FROM content WHERE key = :key")?;
        let text = statement.query_row(named_params! { ":key": key.0 }, |row| row.get("text"));
        text.map_err(|e| StoreError::of_file(e, self.path))
    }

    /// The key of a content, which is stored when it is new.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn content(&mut self, content: &Content) -> Result<ContentKey, StoreError> {
        self.add_content(&NewContent::of(content)?)
    }

    /// The same for one that is computed already.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn add_content(&mut self, new: &NewContent) -> Result<ContentKey, StoreError> {
        let known = self
            .connection
            .prepare_cached("SELECT key FROM content WHERE hash = :hash")?
            .query_row(named_params! { ":hash": new.hash.0 }, |row| row.get("key"))
            .optional()
            .map_err(|e| StoreError::of_file(e, self.path))?;
        if let Some(key) = known {
            return Ok(ContentKey(key));
        }
        self.connection
            .prepare_cached(
                "INSERT INTO content (hash, text, codes, words, repeat_key, key_version)
                 VALUES (:hash, :text, :codes, :words, :repeat_key, :key_version)",
            )?
            .execute(named_params! {
                ":hash": new.hash.0,
                ":text": new.text,
                ":codes": new.codes,
                ":words": new.words,
                ":repeat_key": new.repeat_key,
                ":key_version": KEY_VERSION,
            })
            .map_err(|e| StoreError::of_file(e, self.path))?;
        Ok(ContentKey(self.connection.last_insert_rowid()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_of_another_tool_is_stored_whole() {
        let code = ForeignCode {
            kind: "x-field".into(),
            assoc: "p".into(),
            opening: "&lt;b&gt;<sub>حاشية</sub>".into(),
            closing: "&lt;/b&gt;".into(),
        };
        let element = CodeElement::Foreign(Box::new(code));
        let given = InlineCode { at: 3, id: CodeId(2), part: CodePart::Open, element };
        let stored = serde_json::to_string(&StoredCode::from(&given)).unwrap();
        let read: StoredCode = serde_json::from_str(&stored).unwrap();
        assert_eq!(InlineCode::from(read), given);
    }
}
