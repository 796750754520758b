//! Writes candidates for a termbase as a table with tabs, a column for each language as `terms.rs` reads it, so that what a person
//! leaves in it comes in with `term import`. Further columns tell how often a phrase stands and what else may render it; the
//! import passes over them.

use std::io;

use super::WriteError;

/// One row of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CandidateRecord<'a> {
    /// The phrase of the source.
    pub source: &'a str,
    /// What renders it, the likeliest first.
    pub renderings: Vec<&'a str>,
    /// How often it stands.
    pub count: usize,
}

/// The columns behind those of the two languages.
pub(super) const MARKS: &[&str] = &["count", "others"];

/// Writes the table, with a byte order mark for spreadsheets.
///
/// # Errors
/// When the place to write to fails.
pub fn write_candidates(
    records: &[CandidateRecord<'_>],
    languages: (&str, &str),
    out: &mut dyn io::Write,
) -> Result<(), WriteError> {
    out.write_all("\u{feff}".as_bytes())?;
    let terminator = csv::Terminator::Any(b'\n');
    let mut table = csv::WriterBuilder::new().delimiter(b'\t').terminator(terminator).from_writer(out);
    table.write_record([languages.0, languages.1].iter().chain(MARKS))?;
    for record in records {
        let (first, others) = record.renderings.split_first().map_or(("", &[][..]), |(first, others)| (*first, others));
        table.write_record([record.source, first, &record.count.to_string(), &others.join(" | ")])?;
    }
    table.flush()?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::read_terms;

    #[test]
    fn the_table_is_one_that_the_import_reads() {
        let records = [
            CandidateRecord {
                source: "حوض \"نهر\" السرو", renderings: vec!["Sarw basin", "the basin"], count: 7
            },
            CandidateRecord { source: "مجلسُ الحوض", renderings: Vec::new(), count: 3 },
        ];
        let mut bytes = Vec::new();
        write_candidates(&records, ("ar", "en"), &mut bytes).unwrap();
        let table = read_terms(std::str::from_utf8(&bytes).unwrap());
        assert_eq!(table.problems, []);
        let terms: Vec<Vec<&str>> = table
            .concepts
            .iter()
            .map(|one| one.concept.terms.iter().map(|term| term.text.as_str()).collect())
            .collect();
        assert_eq!(terms, [vec!["حوض \"نهر\" السرو", "Sarw basin"], vec!["مجلسُ الحوض"]]);
    }
}
