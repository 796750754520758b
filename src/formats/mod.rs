//! Bytes from the model: one file per format, all of them in one table. Knows no paths, no database and no segmentation.

mod csv;
mod docx;
mod flow;
mod html;
mod islands;
mod json;
mod markdown;
mod notes;
mod plain;
mod printable;
#[cfg(test)]
mod sample;
mod title;
mod write_error;

pub use write_error::WriteError;

use crate::model::{Bitext, Layout, WriteOptions};

/// Writes a bitext as the bytes of one file.
pub type Writer = fn(&Bitext, &WriteOptions<'_>, &mut dyn std::io::Write) -> Result<(), WriteError>;

/// A file format.
#[derive(Clone, Copy, Debug)]
pub struct Format {
    /// The name on the command line.
    pub id: &'static str,
    /// File name extensions without the dot, lower case; the first is the one given to new files.
    pub extensions: &'static [&'static str],
    /// The layouts it can be written in; the first is the one taken when nothing else is said.
    pub layouts: &'static [Layout],
    /// Writes it; `None` for formats that are only read.
    pub write: Option<Writer>,
}

/// Every format, in the order of the help.
pub const FORMATS: &[Format] = &[
    Format {
        id: "html",
        extensions: &["html", "htm"],
        layouts: &[Layout::SideBySide, Layout::Stacked, Layout::Target],
        write: Some(html::write),
    },
    Format {
        id: "docx",
        extensions: &["docx"],
        layouts: &[Layout::SideBySide, Layout::Stacked, Layout::Target],
        write: Some(docx::write),
    },
    Format {
        id: "md",
        extensions: &["md", "markdown"],
        layouts: &[Layout::Stacked, Layout::SideBySide, Layout::Target],
        write: Some(markdown::write),
    },
    Format { id: "txt", extensions: &["txt"], layouts: &[Layout::Target, Layout::Stacked], write: Some(plain::write) },
    Format { id: "csv", extensions: &["csv"], layouts: &[Layout::SideBySide], write: Some(csv::write) },
    Format { id: "json", extensions: &["json"], layouts: &[Layout::SideBySide], write: Some(json::write) },
];

/// The format of that id.
#[must_use]
pub fn format(id: &str) -> Option<&'static Format> {
    FORMATS.iter().find(|format| format.id == id)
}

/// Refuses a layout that the format does not list.
fn check_layout(id: &'static str, layout: Layout) -> Result<(), WriteError> {
    match format(id) {
        Some(format) if format.layouts.contains(&layout) => Ok(()),
        _ => Err(WriteError::Layout { format: id, layout }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Completeness;

    #[test]
    fn every_format_writes_every_layout_it_lists_and_refuses_the_others() {
        let labels = sample::labels("en");
        let bitext = sample::bitext();
        for format in FORMATS {
            let write = format.write.unwrap();
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
    fn every_text_format_says_that_a_draft_is_one_and_marks_the_gap_without_the_source() {
        for tag in ["en", "ar"] {
            let labels = sample::labels(tag);
            let mut bitext = sample::bitext();
            for format in FORMATS.iter().filter(|f| ["html", "md", "txt"].contains(&f.id)) {
                for &layout in format.layouts {
                    bitext.completeness = Completeness::Draft;
                    let text = sample::written(format, &bitext, &sample::options(layout, &labels));
                    assert!(text.contains(&labels.draft), "{} {layout:?}", format.id);
                    assert!(text.contains(&labels.gap), "{} {layout:?}", format.id);
                    assert_eq!(
                        text.contains("فقرة لم تُترجم بعد"),
                        layout != Layout::Target,
                        "{} {layout:?}",
                        format.id
                    );
                    bitext.completeness = Completeness::Complete;
                    let text = sample::written(format, &bitext, &sample::options(layout, &labels));
                    assert!(!text.contains(&labels.draft), "{} {layout:?}", format.id);
                }
            }
        }
    }
}
