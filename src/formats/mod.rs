//! Bytes to model and model to bytes: the table of formats, a folder or file for each. It opens no files and knows no paths
//! beyond the ending of a name.

mod blank;
mod candidates;
mod csv;
mod docx;
mod draft;
pub mod encoding;
mod error;
mod flow;
mod foreign;
mod html;
mod islands;
mod json;
mod line;
mod lists;
mod markdown;
mod notes;
mod plain;
mod printable;
#[cfg(test)]
mod sample;
mod terms;
mod title;
pub mod tmx;
mod write_error;

pub use candidates::{CandidateRecord, write_candidates};
pub use encoding::{Decoded, EncodingSource, decode};
pub use error::{BinaryKind, FormatError, PartFault};
pub use foreign::{ForeignKind, foreign_kind};
pub use terms::{TableConcept, TableFault, TableProblem, TermTable, read_terms, write_terms};
pub use write_error::WriteError;

use crate::model::{Bitext, Layout, ReturnedSheet, Sheet, SheetWords, SourceDocument, WriteOptions};

/// A reader: a whole file to its blocks, and whether a file looks like one for it.
#[derive(Clone, Copy, Debug)]
pub enum Reader {
    /// Of a format that is text, whatever its encoding.
    Text {
        /// Whether a text looks like this format.
        sniff: fn(&str) -> bool,
        /// Reads the text of a file.
        read: fn(&str) -> Result<SourceDocument, FormatError>,
    },
    /// Of a format whose bytes are no text.
    Bytes {
        /// Whether the bytes look like this format.
        sniff: fn(&[u8]) -> bool,
        /// Reads the bytes of a file.
        read: fn(&[u8]) -> Result<SourceDocument, FormatError>,
    },
}

/// A writer: a bitext to the bytes of one file.
pub type Writer = fn(&Bitext, &WriteOptions<'_>, &mut dyn std::io::Write) -> Result<(), WriteError>;

/// What the program knows about a format.
#[derive(Clone, Copy, Debug)]
pub struct Format {
    /// The name on the command line and in the desk.
    pub id: &'static str,
    /// Endings of file names, in lower case, without the dot; the first is the one given to new files.
    pub extensions: &'static [&'static str],
    /// How it is read, where it can be.
    pub read: Option<Reader>,
    /// The layouts it can be written in; the first is the one taken when nothing else is said.
    pub layouts: &'static [Layout],
    /// How it is written, where it can be.
    pub write: Option<Writer>,
}

impl Format {
    /// The ending of new files, without the dot.
    #[must_use]
    pub fn extension(&self) -> &'static str {
        self.extensions.first().copied().unwrap_or(self.id)
    }
}

/// Writes a review sheet, a Word document, with the words of a language.
///
/// # Errors
/// When the place to write to fails.
pub fn write_sheet(sheet: &Sheet, words: &SheetWords, out: &mut dyn std::io::Write) -> Result<(), WriteError> {
    docx::write_sheet(sheet, words, out)
}

/// Reads a review sheet that came back.
///
/// # Errors
/// When the file is no Word document, or one that is broken, protected, or made to do harm.
pub fn read_sheet(bytes: &[u8]) -> Result<ReturnedSheet, FormatError> {
    docx::read_sheet(bytes)
}

/// The address of a link as a document holds it; `None` for one that leads nowhere there.
#[must_use]
pub fn document_address(href: &str) -> Option<String> {
    printable::safe_href(href).and_then(docx::address)
}

/// Whether a character turns the direction of the text around it without being seen (UAX #9, section 2).
#[must_use]
pub fn is_bidi_control(c: char) -> bool {
    printable::is_bidi_control(c)
}

/// A text as XML can hold it: what it forbids becomes U+FFFD.
#[must_use]
pub fn printable_text(text: &str) -> std::borrow::Cow<'_, str> {
    printable::printable(text)
}

/// Every format; those that are told apart by their look stand before those that accept anything.
pub const FORMATS: &[Format] = &[
    Format {
        id: "html",
        extensions: &["html", "htm", "xhtml", "xht", "shtml"],
        read: Some(Reader::Text { sniff: html::sniff, read: html::read }),
        layouts: &[Layout::SideBySide, Layout::Stacked, Layout::Target],
        write: Some(html::write),
    },
    Format {
        id: "docx",
        extensions: &["docx"],
        read: Some(Reader::Bytes { sniff: docx::sniff, read: docx::read }),
        layouts: &[Layout::SideBySide, Layout::Stacked, Layout::Target],
        write: Some(docx::write),
    },
    Format {
        id: "md",
        extensions: &["md", "markdown", "mdown", "mkd"],
        read: Some(Reader::Text { sniff: markdown::sniff, read: markdown::read }),
        layouts: &[Layout::Stacked, Layout::SideBySide, Layout::Target],
        write: Some(markdown::write),
    },
    Format { id: "csv", extensions: &["csv"], read: None, layouts: &[Layout::SideBySide], write: Some(csv::write) },
    Format { id: "json", extensions: &["json"], read: None, layouts: &[Layout::SideBySide], write: Some(json::write) },
    Format {
        id: "tmx",
        extensions: &["tmx"],
        read: None,
        layouts: &[Layout::SideBySide],
        write: Some(tmx::write_bitext),
    },
    Format {
        id: "txt",
        extensions: &["txt", "text"],
        read: Some(Reader::Text { sniff: plain::sniff, read: plain::read }),
        layouts: &[Layout::Target, Layout::Stacked],
        write: Some(plain::write),
    },
];

/// The format of that id, or of that ending.
#[must_use]
pub fn find(name: &str) -> Option<&'static Format> {
    let name = name.to_lowercase();
    FORMATS.iter().find(|format| format.id == name || format.extensions.contains(&name.as_str()))
}

/// The ids of the formats that can be read.
#[must_use]
pub fn readable() -> Vec<&'static str> {
    FORMATS.iter().filter(|format| format.read.is_some()).map(|format| format.id).collect()
}

/// The ids of the formats that can be written.
#[must_use]
pub fn writable() -> Vec<&'static str> {
    FORMATS.iter().filter(|format| format.write.is_some()).map(|format| format.id).collect()
}

/// The writable format that a file's name says, by its ending.
#[must_use]
pub fn named(path: &std::path::Path) -> Option<&'static Format> {
    let ending = path.extension()?.to_string_lossy().to_lowercase();
    FORMATS.iter().find(|format| format.write.is_some() && format.extensions.contains(&ending.as_str()))
}

/// The format of a text that can be read: by the ending of its file's name, else by its look. Plain text is the last resort, so
/// there is always an answer for text.
#[must_use]
pub fn detect(file_name: Option<&str>, text: &str) -> Option<&'static Format> {
    let of_text = |format: &&Format| matches!(format.read, Some(Reader::Text { .. }));
    let looks_like = |format: &&Format| matches!(format.read, Some(Reader::Text { sniff, .. }) if sniff(text));
    let ending = file_name.and_then(ending);
    ending
        .and_then(|ending| FORMATS.iter().filter(of_text).find(|format| format.extensions.contains(&ending.as_str())))
        .or_else(|| FORMATS.iter().find(looks_like))
}

/// The format of a file that is no text, by its bytes; of one that is an archive and cannot be opened, by the ending of its name.
#[must_use]
pub fn detect_bytes(file_name: Option<&str>, bytes: &[u8]) -> Option<&'static Format> {
    let looks_like = |format: &&Format| matches!(format.read, Some(Reader::Bytes { sniff, .. }) if sniff(bytes));
    let ending = file_name.and_then(ending);
    let named = |format: &&Format| {
        let is_of_bytes = matches!(format.read, Some(Reader::Bytes { .. }));
        is_of_bytes && ending.as_deref().is_some_and(|ending| format.extensions.contains(&ending))
    };
    // What is left of one that is cut off may tell no more.
    let may_be = || {
        let kind = encoding::zip_kind(bytes);
        matches!(kind, Some(BinaryKind::WordDocument | BinaryKind::Archive | BinaryKind::BrokenOffice))
    };
    FORMATS.iter().find(looks_like).or_else(|| FORMATS.iter().find(named).filter(|_| may_be()))
}

fn ending(file_name: &str) -> Option<String> {
    file_name.rsplit_once('.').map(|(_, ending)| ending.to_lowercase())
}

/// Refuses a layout that the format does not list.
fn check_layout(id: &'static str, layout: Layout) -> Result<(), WriteError> {
    match find(id) {
        Some(format) if format.layouts.contains(&layout) => Ok(()),
        _ => Err(WriteError::Layout { format: id, layout }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Completeness, Watcher};

    #[test]
    fn every_format_writes_every_layout_it_lists_and_refuses_the_others() {
        let labels = sample::labels("en");
        let bitext = sample::bitext();
        for format in FORMATS {
            let Some(write) = format.write else { continue };
            for &layout in Layout::ALL {
                let options = sample::options(layout, &labels);
                let mut bytes = Vec::new();
                let written = write(&bitext, &options, &mut bytes);
                assert_eq!(written.is_ok(), format.layouts.contains(&layout), "{} {layout:?}", format.id);
                assert_eq!(bytes.is_empty(), written.is_err(), "{} {layout:?}", format.id);
            }
        }
    }

    #[test]
    fn every_format_tells_its_watcher_of_every_row() {
        let (labels, bitext) = (sample::labels("en"), sample::bitext());
        for format in FORMATS.iter().filter(|format| format.write.is_some()) {
            for &layout in format.layouts {
                let told = std::cell::RefCell::new(Vec::new());
                let tell = |done| told.borrow_mut().push(done);
                let options = WriteOptions { watcher: Watcher(&tell), ..sample::options(layout, &labels) };
                sample::bytes(format, &bitext, &options);
                let every: Vec<usize> = (0..bitext.rows.len()).collect();
                assert_eq!(*told.borrow(), every, "{} {layout:?}", format.id);
            }
        }
    }

    #[test]
    fn bilingual_documents_tell_why_a_paragraph_is_left_out_and_the_article_has_it_not() {
        let labels = sample::labels("en");
        let mut bitext = sample::bitext();
        for (index, list_mark) in [(4, None), (8, None)] {
            bitext.rows[index].excluded = Some("مكرّر: said <twice>".to_owned());
            bitext.rows[index].list_mark = list_mark;
        }
        let shown = |text: &str| text.replace("\\<", "<").replace("&lt;", "<").replace("&gt;", ">");
        for format in FORMATS.iter().filter(|f| ["html", "md", "txt", "csv", "json"].contains(&f.id)) {
            for &layout in format.layouts.iter().filter(|layout| **layout != Layout::Target) {
                let text = shown(&sample::written(format, &bitext, &sample::options(layout, &labels)));
                assert_eq!(text.matches("said <twice>").count(), 2, "{} {layout:?}: {text}", format.id);
                assert!(text.contains("A unified register") && !text.contains(&labels.notices[0].gap), "{}", format.id);
            }
        }
        bitext.leave_out();
        for format in FORMATS.iter().filter(|f| ["html", "md", "txt"].contains(&f.id)) {
            let text = sample::written(format, &bitext, &sample::options(Layout::Target, &labels));
            assert!(!text.contains("twice") && !text.contains("A unified register"), "{}: {text}", format.id);
        }
    }

    #[test]
    fn every_text_format_says_that_a_draft_is_one_and_marks_the_gap_without_the_source() {
        for tag in ["en", "ar"] {
            let labels = sample::labels(tag);
            let mut bitext = sample::bitext();
            for format in FORMATS.iter().filter(|f| ["html", "md", "txt"].contains(&f.id)) {
                for &layout in format.layouts {
                    bitext.completeness = Completeness::Draft;
                    let text = sample::written(format, &bitext, &sample::options(layout, &labels));
                    assert!(text.contains(&labels.notices[0].draft), "{} {layout:?}", format.id);
                    assert!(text.contains(&labels.notices[0].gap), "{} {layout:?}", format.id);
                    assert_eq!(
                        text.contains("فقرة لم تُترجم بعد"),
                        layout != Layout::Target,
                        "{} {layout:?}",
                        format.id
                    );
                    bitext.completeness = Completeness::Complete;
                    let text = sample::written(format, &bitext, &sample::options(layout, &labels));
                    assert!(!text.contains(&labels.notices[0].draft), "{} {layout:?}", format.id);
                }
            }
        }
    }
}
