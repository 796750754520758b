//! The header of a TMX file: what it says of itself and of the tool that wrote it.

use quick_xml::events::BytesStart;

use super::problem::TmxProblem;
use super::{time, xml};
use crate::model::Stamp;

/// The `srclang` of a file whose units have sources of several languages.
pub const ALL_LANGUAGES: &str = "*all*";

/// What the segments of a file are (TMX 1.4b, `segtype`).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SegmentKind {
    /// Several paragraphs.
    Block,
    /// Paragraphs.
    Paragraph,
    /// Sentences.
    #[default]
    Sentence,
    /// Parts of sentences.
    Phrase,
}

impl SegmentKind {
    /// Every kind.
    pub const ALL: &'static [Self] = &[Self::Block, Self::Paragraph, Self::Sentence, Self::Phrase];

    /// The value of `segtype`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Block => "block",
            Self::Paragraph => "paragraph",
            Self::Sentence => "sentence",
            Self::Phrase => "phrase",
        }
    }

    /// The kind of that value.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.as_str() == name)
    }
}

/// The header of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    /// The tool that wrote the file.
    pub tool: String,
    /// The version of the tool.
    pub tool_version: String,
    /// What the segments are; sentences where a file does not say.
    pub segment_kind: SegmentKind,
    /// The format of the memory it comes from (`o-tmf`).
    pub memory_format: String,
    /// The language of notes and properties (`adminlang`).
    pub admin_language: String,
    /// The language of the sources as written, or [`ALL_LANGUAGES`]; empty where a file does not say.
    pub source_language: String,
    /// The kind of data the segments come from (`datatype`).
    pub datatype: String,
    /// When and by whom the file was made.
    pub created: Stamp,
    /// When and by whom it was changed last.
    pub changed: Stamp,
    /// Properties of the whole file: type and value.
    pub props: Vec<(String, String)>,
    /// Notes on the whole file.
    pub notes: Vec<String>,
}

impl Header {
    /// The header of a file that this program writes, with sources of that language.
    #[must_use]
    pub fn of_this_program(source_language: &str) -> Self {
        Self {
            tool: "Hunayn".to_owned(),
            tool_version: env!("CARGO_PKG_VERSION").to_owned(),
            segment_kind: SegmentKind::Sentence,
            memory_format: "Hunayn".to_owned(),
            admin_language: "en".to_owned(),
            source_language: source_language.to_owned(),
            datatype: "plaintext".to_owned(),
            created: Stamp::default(),
            changed: Stamp::default(),
            props: Vec::new(),
            notes: Vec::new(),
        }
    }

    /// The attributes of a header in a file.
    pub(super) fn read(tag: &BytesStart<'_>, line: u64) -> Result<Self, TmxProblem> {
        let mut values: [Option<String>; ATTRIBUTES.len()] = Default::default();
        xml::attributes(tag, line, |name, value| match ATTRIBUTES.iter().position(|known| *known == name) {
            Some(index) => xml::set_once(&mut values[index], value, line),
            None => Ok(()),
        })?;
        let [tool, version, kind, format, admin, source, datatype, created, creator, changed, changer] = values;
        let stamp = |at: Option<String>, by| Stamp { at: at.as_deref().and_then(time::from_tmx), by };
        Ok(Self {
            tool: tool.unwrap_or_default(),
            tool_version: version.unwrap_or_default(),
            segment_kind: kind.as_deref().and_then(SegmentKind::parse).unwrap_or_default(),
            memory_format: format.unwrap_or_default(),
            admin_language: admin.unwrap_or_default(),
            source_language: source.unwrap_or_default(),
            datatype: datatype.unwrap_or_default(),
            created: stamp(created, creator),
            changed: stamp(changed, changer),
            props: Vec::new(),
            notes: Vec::new(),
        })
    }
}

/// The attributes of a header in the order of [`Header::read`].
pub(super) const ATTRIBUTES: [&str; 11] = [
    "creationtool",
    "creationtoolversion",
    "segtype",
    "o-tmf",
    "adminlang",
    "srclang",
    "datatype",
    "creationdate",
    "creationid",
    "changedate",
    "changeid",
];
