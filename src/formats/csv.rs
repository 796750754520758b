//! Writes a table for spreadsheets (RFC 4180, UTF-8). Column names, kinds and statuses are the stable ones of JSON, not words of
//! a language. A missing target is an empty cell beside the status `untranslated`; inline codes have no place here.
//!
//! A cell that a spreadsheet would take for a formula gets an apostrophe before it, which is the spreadsheets' own sign for
//! text: cells that begin, also after white space, with `=`, `+`, `-`, `@` or their full-width forms, or with a tab or a
//! carriage return (OWASP, CSV Injection). A dialogue dash `-` is such a cell too.

use std::io;

use super::flow::plain_text;
use super::{WriteError, check_layout};
use crate::model::{Bitext, BitextRow, Completeness, WriteOptions};

const COLUMNS: [&str; 9] = ["number", "kind", "status", "stale", "source", "target", "comments", "draft", "excluded"];

/// The columns by which such a table is known.
pub(super) const MARKS: &[&str] = COLUMNS.split_at(6).0;

/// Writes one record for each paragraph. The column `draft` holds the sentence that marks a draft, `excluded` why the paragraph
/// is left out of the finished article; both are empty otherwise.
///
/// # Errors
/// When the layout is not side by side, or the place to write to fails.
pub(super) fn write(bitext: &Bitext, options: &WriteOptions<'_>, out: &mut dyn io::Write) -> Result<(), WriteError> {
    check_layout("csv", options.layout)?;
    if options.bom {
        out.write_all("\u{feff}".as_bytes())?;
    }
    let mut csv = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(out);
    csv.write_record(COLUMNS)?;
    let draft = match bitext.completeness {
        Completeness::Draft => options.labels.notice(|notices| &notices.draft),
        Completeness::Complete => String::new(),
    };
    for row in options.rows(bitext) {
        csv.write_record(record(row, &draft).map(harmless))?;
    }
    csv.flush()?;
    Ok(())
}

fn record(row: &BitextRow, draft: &str) -> [String; 9] {
    let comments: Vec<String> = row.comments.iter().map(|c| format!("{}: {}", c.person, c.text)).collect();
    [
        row.number.to_string(),
        row.kind.as_str().to_owned(),
        row.status.as_str().to_owned(),
        row.stale.to_string(),
        plain_text(&row.source),
        row.target.as_ref().map(plain_text).unwrap_or_default(),
        comments.join("\n"),
        draft.to_owned(),
        row.excluded.clone().unwrap_or_default(),
    ]
}

fn harmless(cell: String) -> String {
    if is_formula(&cell) { format!("'{cell}") } else { cell }
}

/// Whether a spreadsheet would take a cell for a formula.
pub(super) fn is_formula(cell: &str) -> bool {
    let unseen =
        |c: char| c.is_whitespace() || c.is_control() || c == '\u{feff}' || super::printable::is_bidi_control(c);
    let begins_formula = cell.trim_start_matches(unseen).starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
    begins_formula || cell.starts_with(['\t', '\r'])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::{find as format, sample};
    use crate::model::Layout;

    #[test]
    fn no_cell_can_become_a_formula() {
        for cell in ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "  =1", "\u{a0}=1", "＝1", "\u{200f}=1", "\n@x"] {
            assert_eq!(harmless(cell.to_owned()), format!("'{cell}"), "{cell:?}");
        }
        for cell in ["", "1=1", "قال: -", "'=1", "– قال"] {
            assert_eq!(harmless(cell.to_owned()), cell);
        }
    }

    #[test]
    fn records_read_back_with_their_texts() {
        let labels = sample::labels("ar");
        let options = WriteOptions { bom: true, ..sample::options(Layout::SideBySide, &labels) };
        let text = sample::written(format("csv").unwrap(), &sample::bitext(), &options);
        let text = text.strip_prefix('\u{feff}').unwrap();
        assert!(text.starts_with("number,kind,status,stale,source,target,comments,draft,excluded\r\n"));
        let records: Vec<csv::StringRecord> =
            csv::Reader::from_reader(text.as_bytes()).records().map(Result::unwrap).collect();
        assert_eq!(records.len(), sample::bitext().rows.len());
        let fifth: Vec<&str> = records[4].iter().collect();
        assert_eq!(fifth[..6], ["5", "list-item", "draft", "true", "سجلّ موحّد", "A unified register"]);
        assert_eq!(fifth[6..8], ["هند <h>: هل نقول =register؟ <b>", &labels.notices[0].draft]);
        assert_eq!(&records[8][5], "");
        assert_eq!(&records[9][5], "A <script>alert(1)</script> & \u{202e}RLO\u{0}");
    }
}
