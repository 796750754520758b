//! Termbases as tables for spreadsheets (RFC 4180, UTF-8): read and written. One record for each term, those of a concept share
//! the column `concept`. A table with one record for each concept and a column for each language is read as well, never
//! written. Several values in a cell stand between bars.
//!
//! Cells that a spreadsheet would take for formulas are written as in `csv.rs`, and read back as they were.

use std::collections::HashMap;
use std::io;

use super::WriteError;
use super::csv::is_formula;
use crate::model::{Concept, ConceptKind, ConceptRow, Language, PartOfSpeech, Term, TermUse, Treatment};

const COLUMNS: [&str; 13] = [
    "concept",
    "kind",
    "treatment",
    "domain",
    "source",
    "date",
    "concept_note",
    "language",
    "term",
    "usage",
    "part_of_speech",
    "forms",
    "note",
];

/// The columns by which a table that was written here is known.
pub(super) const MARKS: &[&str] = COLUMNS.split_at(3).0;

const BAR: char = '|';

/// A concept as a table has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableConcept {
    /// The line it begins on, from 1.
    pub line: u64,
    /// The concept.
    pub concept: Concept,
}

/// A record that could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableProblem {
    /// The line it begins on, from 1.
    pub line: u64,
    /// What is wrong with it.
    pub fault: TableFault,
}

/// What is wrong with a table or a record of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TableFault {
    /// The first record names neither the columns `language` and `term` nor a language.
    Header,
    /// A cell holds none of the values that its column takes.
    Value {
        /// The column.
        column: String,
        /// What the cell holds.
        value: String,
    },
    /// There is no term.
    NoTerm,
    /// A quotation mark opens a cell and none ends it, so that the rest of the file would be one cell.
    OpenQuotation,
    /// The record cannot be taken apart.
    Broken,
}

/// What a table holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TermTable {
    /// The concepts, in order of their first line.
    pub concepts: Vec<TableConcept>,
    /// What could not be read.
    pub problems: Vec<TableProblem>,
}

/// Writes concepts, a record for each term, with a byte order mark for Excel.
///
/// # Errors
/// When the place to write to fails.
pub fn write_terms(concepts: &[ConceptRow], out: &mut dyn io::Write) -> Result<(), WriteError> {
    out.write_all("\u{feff}".as_bytes())?;
    let mut csv = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(out);
    csv.write_record(COLUMNS)?;
    for row in concepts {
        for term in &row.concept.terms {
            csv.write_record(record(row, term).map(guarded))?;
        }
    }
    csv.flush()?;
    Ok(())
}

fn record(row: &ConceptRow, term: &Term) -> [String; 13] {
    let concept = &row.concept;
    let optional = |text: &Option<String>| text.clone().unwrap_or_default();
    [
        row.number.to_string(),
        concept.kind.as_str().to_owned(),
        concept.treatment.as_str().to_owned(),
        optional(&concept.domain),
        optional(&concept.source),
        optional(&concept.date),
        optional(&concept.note),
        term.language.to_string(),
        term.text.clone(),
        term.usage.as_str().to_owned(),
        term.part_of_speech.map_or("", PartOfSpeech::as_str).to_owned(),
        term.forms.join("|"),
        optional(&term.note),
    ]
}

/// Reads a table of terms. A record that cannot be read does not end it; a quotation mark without an end does, and nothing is read.
#[must_use]
pub fn read_terms(text: &str) -> TermTable {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut table = TermTable::default();
    let delimiter = delimiter_of(text.lines().next().unwrap_or_default());
    if let Some(line) = open_quotation(text, delimiter) {
        table.problems.push(TableProblem { line, fault: TableFault::OpenQuotation });
        return table;
    }
    let mut records = csv::ReaderBuilder::new().flexible(true).delimiter(delimiter).from_reader(text.as_bytes());
    let header: Vec<String> = match records.headers() {
        Ok(header) => header.iter().map(|name| name.trim().to_lowercase()).collect(),
        Err(_) => Vec::new(),
    };
    let has = |name: &str| header.iter().any(|column| column == name);
    let shape = if has("language") && has("term") {
        Shape::Terms
    } else if header.iter().any(|name| language_column(name).is_some()) {
        Shape::Concepts
    } else {
        table.problems.push(TableProblem { line: 1, fault: TableFault::Header });
        return table;
    };
    let mut places = HashMap::new();
    let mut lines = Lines { text, at: 0, line: 1 };
    for found in records.records() {
        let found = match found {
            Ok(found) => found,
            Err(error) => {
                let line = error.position().map_or(lines.line, |position| lines.line_at(position.byte()));
                table.problems.push(TableProblem { line, fault: TableFault::Broken });
                continue;
            }
        };
        let line = found.position().map_or(lines.line, |position| lines.line_at(position.byte()));
        let record = Record { header: &header, cells: found.iter().map(|cell| unguarded(cell.trim())).collect() };
        let read = match shape {
            Shape::Terms => record.term().and_then(|term| Ok((record.concept()?, vec![term]))),
            Shape::Concepts => record.terms().and_then(|terms| Ok((record.concept()?, terms))),
        };
        match read {
            Ok((concept, terms)) => {
                let label = if shape == Shape::Terms { record.cell("concept") } else { "" };
                table.add(line, label, Concept { terms, ..concept }, &mut places);
            }
            Err(fault) => table.problems.push(TableProblem { line, fault }),
        }
    }
    table
}

/// A cell that no spreadsheet takes for a formula: with an apostrophe before it where it would, or where apostrophes before it
/// would be taken for that one.
fn guarded(cell: String) -> String {
    if is_formula(cell.trim_start_matches('\'')) { format!("'{cell}") } else { cell }
}

/// The cell as it was before [`guarded`].
fn unguarded(cell: &str) -> String {
    let rest = cell.strip_prefix('\'').filter(|rest| is_formula(rest.trim_start_matches('\'')));
    rest.unwrap_or(cell).to_owned()
}

impl TermTable {
    /// Adds a record; those with one label are one concept.
    fn add(&mut self, line: u64, label: &str, mut concept: Concept, places: &mut HashMap<String, usize>) {
        match places.get(label) {
            Some(&place) if !label.is_empty() => self.concepts[place].concept.terms.append(&mut concept.terms),
            _ => {
                places.insert(label.to_owned(), self.concepts.len());
                self.concepts.push(TableConcept { line, concept });
            }
        }
    }
}

/// Counts the lines of a table up to its records.
struct Lines<'t> {
    text: &'t str,
    at: usize,
    line: u64,
}

impl Lines<'_> {
    /// The line of a record, whose place may be before the line end that parts it from the record before.
    fn line_at(&mut self, byte: u64) -> u64 {
        let bytes = self.text.as_bytes();
        let mut end = usize::try_from(byte).unwrap_or(bytes.len()).clamp(self.at, bytes.len());
        while bytes.get(end).is_some_and(|byte| matches!(byte, b'\r' | b'\n')) {
            end += 1;
        }
        self.line += bytes[self.at..end].iter().filter(|byte| **byte == b'\n').map(|_| 1).sum::<u64>();
        self.at = end;
        self.line
    }
}

/// The line of a quotation mark that opens a cell and has no end. As the records are read, only one that begins a cell opens it,
/// and two within it stand for one.
fn open_quotation(text: &str, delimiter: u8) -> Option<u64> {
    let (mut line, mut opened, mut begins) = (1, None, true);
    let mut bytes = text.bytes().peekable();
    while let Some(byte) = bytes.next() {
        line += u64::from(byte == b'\n');
        match opened {
            Some(_) if byte == b'"' && bytes.next_if_eq(&b'"').is_none() => opened = None,
            None if byte == b'"' && begins => opened = Some(line),
            _ => {}
        }
        begins = byte == delimiter || matches!(byte, b'\r' | b'\n');
    }
    opened
}

/// Spreadsheets of some countries write semicolons, others tabs.
fn delimiter_of(header: &str) -> u8 {
    let count = |mark: char| header.matches(mark).count();
    match (count(','), count(';'), count('\t')) {
        (commas, semicolons, tabs) if tabs > commas && tabs >= semicolons => b'\t',
        (commas, semicolons, _) if semicolons > commas => b';',
        _ => b',',
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Shape {
    /// A record for each term.
    Terms,
    /// A record for each concept.
    Concepts,
}

/// What a column of a table of concepts holds: the language, and the use of its terms or their forms.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Column {
    Terms(TermUse),
    Forms,
}

/// `en`, `en_admitted`, `en_forbidden`, `ar_forms`.
fn language_column(name: &str) -> Option<(Language, Column)> {
    let (tag, rest) = name.split_once('_').unwrap_or((name, "preferred"));
    let column = if rest == "forms" { Column::Forms } else { Column::Terms(TermUse::parse(rest)?) };
    // A header like `domain` is no language.
    if !(2..=3).contains(&tag.split('-').next().unwrap_or_default().len()) {
        return None;
    }
    Some((tag.parse().ok()?, column))
}

/// One record under the names of its columns.
struct Record<'h> {
    header: &'h [String],
    cells: Vec<String>,
}

impl Record<'_> {
    /// The cell of a column; empty where there is none.
    fn cell(&self, column: &str) -> &str {
        let place = self.header.iter().position(|name| name == column);
        place.and_then(|place| self.cells.get(place)).map_or("", String::as_str)
    }

    fn filled(&self, column: &str) -> Option<String> {
        Some(self.cell(column)).filter(|cell| !cell.is_empty()).map(str::to_owned)
    }

    fn parsed<T>(&self, column: &str, default: T, parse: impl Fn(&str) -> Option<T>) -> Result<T, TableFault> {
        match self.cell(column) {
            "" => Ok(default),
            cell => parse(&cell.to_lowercase())
                .ok_or_else(|| TableFault::Value { column: column.to_owned(), value: cell.to_owned() }),
        }
    }

    /// The concept, without terms.
    fn concept(&self) -> Result<Concept, TableFault> {
        let note = if self.header.iter().any(|name| name == "concept_note") { "concept_note" } else { "note" };
        Ok(Concept {
            treatment: self.parsed("treatment", Treatment::Translate, Treatment::parse)?,
            domain: self.filled("domain"),
            note: self.filled(note),
            source: self.filled("source"),
            date: self.filled("date"),
            ..Concept::new(self.parsed("kind", ConceptKind::Term, ConceptKind::parse)?, Vec::new())
        })
    }

    fn part_of_speech(&self) -> Result<Option<PartOfSpeech>, TableFault> {
        self.parsed("part_of_speech", None, |name| PartOfSpeech::parse(name).map(Some))
    }

    /// The term of a record that holds one.
    fn term(&self) -> Result<Term, TableFault> {
        let language = self.cell("language");
        let value = || TableFault::Value { column: "language".into(), value: language.to_owned() };
        let language: Language = language.parse().map_err(|_| value())?;
        let text = self.filled("term").ok_or(TableFault::NoTerm)?;
        Ok(Term {
            part_of_speech: self.part_of_speech()?,
            forms: values(self.cell("forms")).collect(),
            note: self.header.iter().any(|name| name == "concept_note").then(|| self.filled("note")).flatten(),
            ..Term::new(language, text, self.parsed("usage", TermUse::Preferred, TermUse::parse)?)
        })
    }

    /// The terms of a record that holds a concept. Of several in a cell the first is the preferred one.
    fn terms(&self) -> Result<Vec<Term>, TableFault> {
        let mut terms: Vec<Term> = Vec::new();
        let mut forms: Vec<(Language, Vec<String>)> = Vec::new();
        for (name, cell) in self.header.iter().zip(&self.cells) {
            match language_column(name) {
                Some((language, Column::Forms)) => forms.push((language, values(cell).collect())),
                Some((language, Column::Terms(usage))) => {
                    for (place, text) in values(cell).enumerate() {
                        let later = place > 0 && usage == TermUse::Preferred;
                        let usage = if later { TermUse::Admitted } else { usage };
                        let part_of_speech = self.part_of_speech()?;
                        terms.push(Term { part_of_speech, ..Term::new(language.clone(), text, usage) });
                    }
                }
                None => {}
            }
        }
        for (language, forms) in forms {
            if let Some(term) = terms.iter_mut().find(|term| term.language == language) {
                term.forms = forms;
            }
        }
        if terms.is_empty() { Err(TableFault::NoTerm) } else { Ok(terms) }
    }
}

fn values(cell: &str) -> impl Iterator<Item = String> + '_ {
    cell.split(BAR).map(str::trim).filter(|value| !value.is_empty()).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn row(number: i64, concept: Concept) -> ConceptRow {
        let id = crate::model::ConceptId::from_bytes([7; 16]);
        ConceptRow { number, id, person: "هند".into(), at: String::new(), concept }
    }

    fn written(rows: &[ConceptRow]) -> String {
        let mut bytes = Vec::new();
        write_terms(rows, &mut bytes).unwrap();
        String::from_utf8(bytes).unwrap()
    }

    fn term(tag: &str, text: &str, usage: TermUse) -> Term {
        Term::new(tag.parse().unwrap(), text, usage)
    }

    #[test]
    fn a_table_of_concepts_is_read() {
        let text = "ar,en,en_admitted,en_forbidden,ar_forms,Domain,note\r\n\
                    لجنة تنفيذية,Executive Committee,executive body | exec,executive panel,لجان تنفيذية,politics,\"a, b\"\r\n\
                    ,,,the army,,,\r\n\
                    ,,,,,,\r\n";
        let table = read_terms(text);
        let first = &table.concepts[0].concept;
        let uses: Vec<(&str, TermUse)> = first.terms.iter().map(|term| (term.text.as_str(), term.usage)).collect();
        assert_eq!(
            uses[1..],
            [
                ("Executive Committee", TermUse::Preferred),
                ("executive body", TermUse::Admitted),
                ("exec", TermUse::Admitted),
                ("executive panel", TermUse::Forbidden),
            ]
        );
        assert_eq!(first.terms[0].forms, ["لجان تنفيذية"]);
        assert_eq!((first.domain.as_deref(), first.note.as_deref()), (Some("politics"), Some("a, b")));
        assert_eq!(table.concepts[1].concept.terms.len(), 1);
        assert_eq!(table.problems, [TableProblem { line: 4, fault: TableFault::NoTerm }]);
    }

    #[test]
    fn spreadsheets_of_other_countries_are_read() {
        for text in
            ["ar;en\nمستوطنة;settlement", "ar\ten\nمستوطنة\tsettlement", "\u{feff}AR,EN\r\nمستوطنة,settlement\r\n"]
        {
            assert_eq!(read_terms(text).concepts[0].concept.terms[1].text, "settlement", "{text:?}");
        }
    }

    #[test]
    fn what_cannot_be_read_is_told_with_its_line() {
        let table = read_terms("language,term,usage\nar,لجنة,\nen,committee,best\nnot a tag,x,\nar,,\n");
        assert_eq!(table.concepts.len(), 1);
        let value = |column: &str, value: &str| TableFault::Value { column: column.into(), value: value.into() };
        let faults: Vec<(u64, TableFault)> = table.problems.into_iter().map(|p| (p.line, p.fault)).collect();
        assert_eq!(faults[0], (3, value("usage", "best")));
        assert_eq!(faults.last().unwrap(), &(5, TableFault::NoTerm));
        assert_eq!(read_terms("a b c\n1,2,3").problems[0].fault, TableFault::Header);
        assert_eq!(read_terms("").problems[0].fault, TableFault::Header);
    }

    #[test]
    fn a_quotation_mark_without_an_end_is_told_with_its_line_and_nothing_is_read() {
        for (text, line) in [
            ("ar,en\n\"قفل,lock\nباب,door\nنافذة,window\n", 2),
            ("\u{feff}\"ar\",en\r\n\"قفل\r\n\"\"كبير\"\"\",lock\r\nباب,\"door\r\n", 4),
            ("ar;en\nباب;\"\"\"", 2),
            ("\"ar,en\n", 1),
        ] {
            let problems = [TableProblem { line, fault: TableFault::OpenQuotation }];
            assert_eq!(read_terms(text), TermTable { concepts: Vec::new(), problems: problems.into() }, "{text:?}");
        }
        for text in ["ar,en\nباب,\"door\"", "ar,en\n5\" باب,5\" door", "ar,en\nباب,\"a \"\"door\"\"\"\n\"قفل\"x\",lock"]
        {
            assert_eq!(read_terms(text).problems, [], "{text:?}");
        }
    }

    #[test]
    fn no_cell_can_become_a_formula_and_all_come_back() {
        let mut concept = Concept::new(
            ConceptKind::Organisation,
            vec![term("ar", "=1+1", TermUse::Preferred), term("en", "@home", TermUse::Forbidden)],
        );
        concept.terms[1].note = Some("-5, \"six\"\nseven".into());
        concept.treatment = Treatment::Keep;
        let text = written(&[row(3, concept.clone())]);
        assert!(text.starts_with('\u{feff}') && text.contains("'=1+1") && text.contains("'@home"), "{text}");
        assert_eq!(read_terms(&text).concepts[0].concept, concept);
    }

    fn cell() -> impl Strategy<Value = String> {
        "[ -~ء-ي،\n]{1,12}"
            .prop_map(|text| text.replace('|', "/").trim().to_owned())
            .prop_filter("text", |text| !text.is_empty())
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(texts in proptest::collection::vec((cell(), cell(), 0_usize..3), 1..8), note in cell()) {
            let terms = texts.iter().map(|(text, form, usage)| {
                let mut term = term("ar", text, TermUse::ALL[*usage]);
                term.forms = vec![form.clone()];
                term
            });
            let mut concept = Concept::new(ConceptKind::Term, terms.collect());
            concept.note = Some(note);
            let table = read_terms(&written(&[row(1, concept.clone()), row(2, concept.clone())]));
            prop_assert_eq!(table.problems, []);
            prop_assert_eq!(table.concepts.into_iter().map(|c| c.concept).collect::<Vec<_>>(), [concept.clone(), concept]);
        }

        #[test]
        fn nothing_panics(text in "(language,term|ar,en)?[ -~ء-ي\n\",;']{0,60}") {
            let _ = read_terms(&text);
        }
    }
}
