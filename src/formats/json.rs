//! Writes everything there is to know of a bitext as JSON, schema 1, for programs. Holds no words of a language but the texts.
//!
//! Texts are exact. Characters that change the direction unseen are written as `\u202e` and the like, so that the file shows
//! to a person what it is.

use std::io;

use serde::Serialize;
use serde_json::ser::{Formatter, PrettyFormatter};

use super::printable::is_bidi_control;
use super::{WriteError, check_layout};
use crate::model::{Bitext, BitextRow, Completeness, Content, ListMark, WriteOptions, escape_marked};

#[derive(Serialize)]
struct Document<'a> {
    schema: u32,
    slug: &'a str,
    title: &'a str,
    source_language: String,
    target_language: String,
    draft: bool,
    paragraphs: Vec<Paragraph<'a>>,
}

#[derive(Serialize)]
struct Paragraph<'a> {
    number: u32,
    kind: &'static str,
    heading_level: Option<u8>,
    note_label: Option<&'a str>,
    list_mark: Option<&'static str>,
    list_number: Option<u32>,
    status: &'static str,
    stale: bool,
    /// Why it is left out of the finished article.
    excluded: Option<&'a str>,
    source: Text<'a>,
    target: Option<Text<'a>>,
    segments: Vec<Segment<'a>>,
    comments: Vec<Comment<'a>>,
}

#[derive(Serialize)]
struct Text<'a> {
    /// Without codes.
    text: &'a str,
    /// With codes in their typed form.
    marked: String,
}

#[derive(Serialize)]
struct Segment<'a> {
    source: &'a str,
    target: &'a str,
}

#[derive(Serialize)]
struct Comment<'a> {
    person: &'a str,
    text: &'a str,
}

/// Writes one object; its fields are those of the structs above. A missing target is `null`.
///
/// # Errors
/// When the layout is not side by side, or the place to write to fails.
pub(super) fn write(bitext: &Bitext, options: &WriteOptions<'_>, out: &mut dyn io::Write) -> Result<(), WriteError> {
    check_layout("json", options.layout)?;
    let document = Document {
        schema: 1,
        slug: &bitext.slug,
        title: &bitext.title,
        source_language: bitext.source_language.to_string(),
        target_language: bitext.target_language.to_string(),
        draft: bitext.completeness == Completeness::Draft,
        paragraphs: options.rows(bitext).map(paragraph).collect(),
    };
    let mut serializer = serde_json::Serializer::with_formatter(&mut *out, Plain(PrettyFormatter::new()));
    document.serialize(&mut serializer)?;
    out.write_all(b"\n")?;
    Ok(())
}

fn paragraph(row: &BitextRow) -> Paragraph<'_> {
    let text = |content: &'_ Content| escape_marked(content, &row.source);
    let target = row.target.as_ref().map_or("", Content::text);
    // A bead that does not fit its texts is left out rather than ending the export.
    let segment = |bead: &crate::model::Bead| {
        Some(Segment { source: row.source.text().get(bead.source.clone())?, target: target.get(bead.target.clone())? })
    };
    Paragraph {
        number: row.number,
        kind: row.kind.as_str(),
        heading_level: row.heading_level,
        note_label: row.note_label.as_deref(),
        list_mark: row.list_mark.map(ListMark::as_str),
        list_number: row.list_mark.and_then(ListMark::number),
        status: row.status.as_str(),
        stale: row.stale,
        excluded: row.excluded.as_deref(),
        source: Text { text: row.source.text(), marked: text(&row.source) },
        target: row.target.as_ref().map(|content| Text { text: content.text(), marked: text(content) }),
        segments: row.beads.iter().filter_map(segment).collect(),
        comments: row.comments.iter().map(|c| Comment { person: &c.person, text: &c.text }).collect(),
    }
}

/// Indented JSON in which direction controls are visible.
struct Plain(PrettyFormatter<'static>);

impl Formatter for Plain {
    fn write_string_fragment<W: ?Sized + io::Write>(&mut self, out: &mut W, fragment: &str) -> io::Result<()> {
        let mut rest = fragment;
        while let Some((at, control)) = rest.char_indices().find(|(_, c)| is_bidi_control(*c)) {
            out.write_all(&rest.as_bytes()[..at])?;
            write!(out, "\\u{:04x}", u32::from(control))?;
            rest = &rest[at + control.len_utf8()..];
        }
        out.write_all(rest.as_bytes())
    }

    fn begin_array<W: ?Sized + io::Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.begin_array(out)
    }

    fn end_array<W: ?Sized + io::Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.end_array(out)
    }

    fn begin_array_value<W: ?Sized + io::Write>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        self.0.begin_array_value(out, first)
    }

    fn end_array_value<W: ?Sized + io::Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.end_array_value(out)
    }

    fn begin_object<W: ?Sized + io::Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.begin_object(out)
    }

    fn end_object<W: ?Sized + io::Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.end_object(out)
    }

    fn begin_object_key<W: ?Sized + io::Write>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        self.0.begin_object_key(out, first)
    }

    fn begin_object_value<W: ?Sized + io::Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.begin_object_value(out)
    }

    fn end_object_value<W: ?Sized + io::Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.end_object_value(out)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::{find as format, sample};
    use crate::model::Layout;

    #[test]
    fn texts_are_exact_and_marked_forms_carry_the_codes() {
        let labels = sample::labels("en");
        let bitext = sample::bitext();
        let text = sample::written(format("json").unwrap(), &bitext, &sample::options(Layout::SideBySide, &labels));
        assert!(text.contains("\\u202e") && !text.contains('\u{202e}'));
        let value: serde_json::Value = serde_json::from_str(&text).unwrap();
        assert_eq!((&value["schema"], &value["draft"]), (&1.into(), &true.into()));
        for (row, json) in bitext.rows.iter().zip(value["paragraphs"].as_array().unwrap()) {
            assert_eq!(json["source"]["text"], row.source.text());
            assert_eq!(json["target"]["text"].as_str(), row.target.as_ref().map(Content::text));
        }
        let fourth = &value["paragraphs"][3];
        assert_eq!(fourth["target"]["marked"].as_str().unwrap().find("{1}a {2}word{/1} on{/2}"), Some(9));
        assert_eq!(fourth["segments"][0]["source"], "قال كلمة في الموقع. ");
        assert_eq!(value["paragraphs"][8]["target"], serde_json::Value::Null);
    }
}
