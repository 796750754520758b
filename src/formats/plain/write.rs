//! Writes plain text: paragraphs with blank lines between them, the finished article or source above target. Adds no marks but the
//! numbers of lists and notes.

use std::io;

use crate::formats::flow::plain_text;
use crate::formats::lists::{Marker, marker_of, markers};
use crate::formats::{WriteError, check_layout};
use crate::model::{Bitext, BitextRow, Completeness, Content, Layout, WriteOptions};

/// Writes the target alone, or each source with its target below it.
///
/// # Errors
/// When the layout is side by side, or the place to write to fails.
pub(in crate::formats) fn write(
    bitext: &Bitext,
    options: &WriteOptions<'_>,
    out: &mut dyn io::Write,
) -> Result<(), WriteError> {
    check_layout("txt", options.layout)?;
    let mut paragraphs = Vec::new();
    if bitext.completeness == Completeness::Draft {
        paragraphs.extend(options.labels.notices.iter().map(|notices| notices.draft.clone()));
    }
    for (row, marker) in options.rows(bitext).zip(&markers(bitext, options.layout)) {
        let numbered = |text: &Content| numbered(row, text, marker.as_ref());
        if options.layout == Layout::Stacked {
            paragraphs.extend(options.show_status.then(|| status_line(row, options)));
            paragraphs.push(numbered(&row.source));
        }
        match &row.target {
            Some(target) => paragraphs.push(numbered(target)),
            None if row.excluded.is_some() => {}
            None => paragraphs.push(format!("[{}]", options.labels.notice(|notices| &notices.gap))),
        }
        if let Some(reason) = &row.excluded {
            paragraphs.push(format!("[{}: {reason}]", options.labels.notice(|notices| &notices.left_out)));
        }
        if options.layout == Layout::Stacked && options.show_status {
            paragraphs.extend(row.comments.iter().map(|c| format!("{}: {}", c.person, c.text)));
        }
    }
    if options.bom {
        out.write_all("\u{feff}".as_bytes())?;
    }
    out.write_all(paragraphs.join("\n\n").as_bytes())?;
    out.write_all(b"\n")?;
    Ok(())
}

/// A text behind the number of its list item, or the sign of its note. Bullets are no words and are left out.
fn numbered(row: &BitextRow, text: &Content, marker: Option<&Marker>) -> String {
    let plain = plain_text(text);
    match marker_of(row, text, marker) {
        Some(Marker::Number { number, .. }) => format!("{number}. {plain}"),
        Some(Marker::Sign(sign)) => format!("{sign} {plain}"),
        Some(Marker::Bullet) | None => plain,
    }
}

fn status_line(row: &BitextRow, options: &WriteOptions<'_>) -> String {
    let stale = if row.stale { format!(" · {}", options.labels.stale) } else { String::new() };
    format!("{} · {}{stale}", row.number, options.labels.status_name(row.status))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::{find as format, sample};

    fn text(layout: Layout, bom: bool) -> String {
        let labels = sample::labels("en");
        let options = WriteOptions { bom, ..sample::options(layout, &labels) };
        sample::written(format("txt").unwrap(), &sample::bitext(), &options)
    }

    #[test]
    fn the_article_is_paragraphs_with_blank_lines_between() {
        let text = text(Layout::Target, true);
        assert!(text.starts_with(
            "\u{feff}DRAFT – not cleared for publication\n\nWater for Everyone\n\nBy Suhad al-Marjani\n\nI. The Figures\n\n\
             She said a word on the site.[1] Then left.\nlink [خريطة <النهر>]\n\nA unified register\n\n"
        ));
        assert!(text.contains("\n\n[not yet translated]\n\n"));
        assert!(text.ends_with("1. Bayadir Centre, 2023\n\n© Difaf\n"), "{text}");
    }

    #[test]
    fn stacked_text_has_the_source_above_its_target() {
        let text = text(Layout::Stacked, false);
        assert!(text.contains("5 · draft · outdated\n\nسجلّ موحّد\n\nA unified register\n\nهند <h>: هل نقول"), "{text}");
    }
}
