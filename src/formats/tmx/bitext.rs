//! An article as a memory: a unit for each segment that is translated. It holds the texts of the article and no gaps.

use std::io;

use super::{Header, KEPT_PREFIX, SegmentKind, TmxWriteError, Writer};
use crate::formats::printable::printable;
use crate::formats::{WriteError, check_layout};
use crate::model::{Bitext, BitextRow, Completeness, Content, ExchangeUnit, Stamp, WriteOptions};

/// Writes a unit for each bead, with article, paragraph, kind and status as properties and open comments as notes. A paragraph goes
/// as one unit where its beads are not all of two sides, or cut a pair of inline codes in two.
///
/// The header of a draft says that it is one, and names the paragraphs without a translation.
///
/// # Errors
/// When the layout is not side by side, or the place to write to fails.
pub(in crate::formats) fn write(
    bitext: &Bitext,
    options: &WriteOptions<'_>,
    out: &mut dyn io::Write,
) -> Result<(), WriteError> {
    check_layout("tmx", options.layout)?;
    let mut writer = Writer::new(out, &header(bitext, options))?;
    for row in options.rows(bitext) {
        for unit in units(bitext, row, options) {
            writer.unit(&unit)?;
        }
    }
    writer.finish()?;
    Ok(())
}

fn header(bitext: &Bitext, options: &WriteOptions<'_>) -> Header {
    let mut header = Header::of_this_program(&bitext.source_language.to_string());
    header.admin_language = options.labels.language.to_string();
    header.props.push(("x-article".to_owned(), bitext.slug.clone()));
    let untranslated = bitext.rows.iter().filter(|row| row.target.as_ref().is_none_or(Content::is_blank));
    let untranslated: Vec<String> = untranslated.map(|row| row.number.to_string()).collect();
    if !untranslated.is_empty() {
        header.props.push(("x-untranslated-paragraphs".to_owned(), untranslated.join(" ")));
    }
    if bitext.completeness == Completeness::Draft {
        header.props.push(("x-draft".to_owned(), "true".to_owned()));
        header.notes.extend(options.labels.notices.iter().map(|notices| printable(&notices.draft).into_owned()));
    }
    header
}

fn units(bitext: &Bitext, row: &BitextRow, options: &WriteOptions<'_>) -> Vec<ExchangeUnit> {
    let Some(target) = row.target.as_ref().filter(|target| !target.is_blank()) else { return Vec::new() };
    let written = |text: &str| printable(text).into_owned();
    let stamp = Stamp { at: row.written.at.clone(), by: row.written.by.as_deref().map(written) };
    let mut props = vec![
        ("x-article".to_owned(), bitext.slug.clone()),
        ("x-paragraph".to_owned(), row.number.to_string()),
        ("x-kind".to_owned(), row.kind.as_str().to_owned()),
        ("x-status".to_owned(), row.status.as_str().to_owned()),
    ];
    if row.stale {
        props.push(("x-stale".to_owned(), "true".to_owned()));
    }
    if let Some(reason) = &row.excluded {
        props.push(("x-excluded".to_owned(), written(reason)));
    }
    let comments = row.comments.iter().filter(|_| options.show_status);
    let notes: Vec<String> = comments.map(|c| written(&format!("{}: {}", c.person, c.text))).collect();
    let unit = |id: String, source: Content, target: Content| ExchangeUnit {
        id: Some(id),
        source,
        target,
        source_language: bitext.source_language.clone(),
        target_language: bitext.target_language.clone(),
        created: stamp.clone(),
        changed: stamp.clone(),
        props: props.clone(),
        notes: notes.clone(),
        line: None,
    };
    let address = format!("{}:{}", bitext.slug, row.number);
    match segments(row, target) {
        Some(segments) => (1..)
            .zip(segments)
            .map(|(number, (source, target))| unit(format!("{address}.{number}"), source, target))
            .collect(),
        None => {
            let mut whole = unit(address, row.source.clone(), target.clone());
            let kind = SegmentKind::Paragraph.as_str().to_owned();
            whole.props.insert(0, (format!("{KEPT_PREFIX}segtype"), kind));
            vec![whole]
        }
    }
}

/// The segments of a paragraph; `None` when they cannot stand apart without something lost.
fn segments(row: &BitextRow, target: &Content) -> Option<Vec<(Content, Content)>> {
    let mut segments = Vec::with_capacity(row.beads.len());
    for bead in &row.beads {
        let (source, target) = (row.source.slice(bead.source.clone())?, target.slice(bead.target.clone())?);
        match (source.is_blank(), target.is_blank()) {
            (true, true) => {}
            (false, false) => segments.push((source.trimmed(), target.trimmed())),
            _ => return None,
        }
    }
    Some(segments).filter(|segments| !segments.is_empty())
}

impl From<TmxWriteError> for WriteError {
    fn from(error: TmxWriteError) -> Self {
        match error {
            TmxWriteError::Io(error) => Self::Io(error),
            other => Self::Memory(other),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::{find, sample, tmx};
    use crate::model::{Bead, Layout};

    fn read(bitext: &Bitext) -> (Vec<ExchangeUnit>, Option<Header>) {
        let labels = sample::labels("en");
        let bytes = sample::bytes(find("tmx").unwrap(), bitext, &sample::options(Layout::SideBySide, &labels));
        let mut units = tmx::units(&bytes[..], &bitext.source_language, &bitext.target_language);
        let read = units.by_ref().map(Result::unwrap).collect();
        (read, units.header().cloned())
    }

    fn prop<'a>(props: &'a [(String, String)], name: &str) -> Option<&'a str> {
        props.iter().find(|(kind, _)| kind == name).map(|(_, value)| value.as_str())
    }

    #[test]
    fn every_bead_is_a_unit_that_says_where_it_comes_from() {
        let mut bitext = sample::bitext();
        let at = "2026-01-31T09:05:00.123Z".to_owned();
        bitext.rows[3].written = Stamp { at: Some(at), by: Some("هند".into()) };
        let (units, _) = read(&bitext);
        let of_paragraph = |number: &str| -> Vec<&ExchangeUnit> {
            units.iter().filter(|unit| prop(&unit.props, "x-paragraph") == Some(number)).collect()
        };
        let fourth = of_paragraph("4");
        assert_eq!(fourth.iter().map(|u| u.id.as_deref().unwrap()).collect::<Vec<_>>(), ["water:4.1", "water:4.2"]);
        assert_eq!(
            (fourth[0].source.text(), fourth[0].target.text()),
            ("قال كلمة في الموقع.", "She said a word on the site.")
        );
        assert_eq!(fourth[0].source.codes(), bitext.rows[3].source.slice(0..35).unwrap().trimmed().codes());
        let stamp = Stamp { at: Some("2026-01-31T09:05:00Z".into()), by: Some("هند".into()) };
        assert_eq!((&fourth[1].created, &fourth[1].changed), (&stamp, &stamp));
        assert_eq!(prop(&fourth[1].props, "x-status"), Some("final"));
        assert_eq!(of_paragraph("5")[0].notes, ["هند <h>: هل نقول =register؟ <b>"]);
        assert_eq!(prop(&of_paragraph("5")[0].props, "x-stale"), Some("true"));
        assert!(of_paragraph("9").is_empty(), "it has no translation");
        assert_eq!(of_paragraph("10")[0].source, bitext.rows[9].source, "with its NUL");
        assert!(units.iter().all(|unit| unit.target_language == bitext.target_language));
    }

    #[test]
    fn a_draft_says_so_and_names_its_gaps() {
        let mut bitext = sample::bitext();
        let (_, header) = read(&bitext);
        let header = header.unwrap();
        assert_eq!(prop(&header.props, "x-draft"), Some("true"));
        assert_eq!(prop(&header.props, "x-untranslated-paragraphs"), Some("9"));
        assert_eq!(header.notes, ["DRAFT – not cleared for publication"]);
        bitext.completeness = Completeness::Complete;
        bitext.rows.remove(8);
        let (_, header) = read(&bitext);
        assert_eq!(header.map(|header| (header.props.len(), header.notes)), Some((1, vec![])));
    }

    #[test]
    fn a_paragraph_goes_whole_where_its_beads_cannot_stand_apart() {
        let mut bitext = sample::bitext();
        let row = &mut bitext.rows[3];
        let (source, target) = (row.source.text().len(), row.target.as_ref().unwrap().text().len());
        let first = row.beads[0].clone();
        let bead = |source, target| Bead { source, target, confidence: None };
        let cases = [
            vec![bead(0..source, 0..first.target.end), bead(source..source, first.target.end..target)],
            vec![bead(0..10, 0..first.target.end), bead(10..source, first.target.end..target)],
        ];
        for beads in cases {
            bitext.rows[3].beads = beads;
            let (units, _) = read(&bitext);
            let whole = units.iter().find(|unit| unit.id.as_deref() == Some("water:4")).unwrap();
            assert_eq!(
                Some((&whole.source, &whole.target)),
                bitext.rows[3].target.as_ref().map(|t| (&bitext.rows[3].source, t))
            );
            assert_eq!(prop(&whole.props, "tmx:segtype"), Some("paragraph"));
        }
    }
}
