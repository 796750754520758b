//! Footnotes and endnotes: which are referred to, in which order, and what their marks show (ECMA-376 part 1, 17.11).

use std::collections::HashMap;

use super::xml::{Token, Xml};
use crate::formats::error::FormatError;

/// Where a note stands in the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum NoteKind {
    Footnote,
    Endnote,
}

/// How the notes of a kind are counted in a section; what it does not say, the settings of the document say.
#[derive(Clone, Debug, Default)]
struct Counting {
    format: Option<String>,
    start: Option<u32>,
    restarts: Option<bool>,
}

/// The notes of a document, as far as it was read.
///
/// Notes that begin anew on every page are counted through: where its pages end, a file does not say.
#[derive(Debug, Default)]
pub(super) struct Notes {
    settings: HashMap<NoteKind, Counting>,
    sections: Vec<HashMap<NoteKind, Counting>>,
    section: usize,
    last: HashMap<NoteKind, u32>,
    references: HashMap<(NoteKind, String), (String, String)>,
    labels: Vec<String>,
}

impl Notes {
    /// Reads how notes are counted, from the settings and the body.
    pub(super) fn read(settings: Option<(&str, &str)>, body: (&str, &str)) -> Result<Self, FormatError> {
        let mut notes = Self::default();
        if let Some((part, text)) = settings {
            let mut xml = Xml::new(part, text);
            while let Some(token) = xml.next()? {
                if let Token::Open(tag) = token {
                    counting(tag.name(), &mut notes.settings, &mut xml)?;
                }
            }
        }
        let (part, text) = body;
        // Few documents say it, and most are long.
        if text.contains("footnotePr") || text.contains("endnotePr") {
            let mut xml = Xml::new(part, text);
            while let Some(token) = xml.next()? {
                let Token::Open(tag) = token else { continue };
                if tag.is("sectPr") {
                    let mut section = HashMap::new();
                    xml.children(|tag, xml| counting(tag.name(), &mut section, xml))?;
                    notes.sections.push(section);
                } else if tag.is("pPrChange") || tag.is("sectPrChange") {
                    xml.skip()?;
                }
            }
        }
        Ok(notes)
    }

    pub(super) fn end_section(&mut self) {
        self.section += 1;
        let begins_anew = |kind: &NoteKind| {
            let of_section = self.sections.get(self.section).and_then(|section| section.get(kind)?.restarts);
            of_section.or_else(|| self.settings.get(kind)?.restarts).unwrap_or(false)
        };
        let anew: Vec<NoteKind> = [NoteKind::Footnote, NoteKind::Endnote].into_iter().filter(begins_anew).collect();
        self.last.retain(|kind, _| !anew.contains(kind));
    }

    /// The label and the shown mark of a reference.
    pub(super) fn refer(&mut self, kind: NoteKind, id: &str) -> (String, String) {
        let key = (kind, id.to_owned());
        if let Some(known) = self.references.get(&key) {
            return known.clone();
        }
        let (letter, usual) = match kind {
            NoteKind::Footnote => ("fn", "decimal"),
            NoteKind::Endnote => ("en", "lowerRoman"),
        };
        let section =
            self.sections.get(self.section).and_then(|section| section.get(&kind)).cloned().unwrap_or_default();
        let settings = self.settings.get(&kind).cloned().unwrap_or_default();
        let start = section.start.or(settings.start).unwrap_or(1);
        let number = self.last.get(&kind).map_or(start, |last| last.saturating_add(1));
        self.last.insert(kind, number);
        let format = section.format.or(settings.format);
        let shown = shown(number, format.as_deref().unwrap_or(usual));
        let label = format!("{letter}{}", self.labels.len() + 1);
        self.labels.push(label.clone());
        self.references.insert(key, (label.clone(), shown.clone()));
        (label, shown)
    }

    /// The label of a note that is referred to.
    pub(super) fn label(&self, kind: NoteKind, id: &str) -> Option<String> {
        self.references.get(&(kind, id.to_owned())).map(|(label, _)| label.clone())
    }

    /// The labels in the order of their marks.
    pub(super) fn labels(&self) -> &[String] {
        &self.labels
    }
}

/// Takes what a `w:footnotePr` or `w:endnotePr` says, if the element that was just opened is one.
fn counting(name: &str, into: &mut HashMap<NoteKind, Counting>, xml: &mut Xml<'_>) -> Result<(), FormatError> {
    let kind = match name {
        "footnotePr" => NoteKind::Footnote,
        "endnotePr" => NoteKind::Endnote,
        _ => return Ok(()),
    };
    let counting = into.entry(kind).or_default();
    xml.children(|tag, _| {
        match tag.name() {
            "numFmt" => counting.format = tag.value(),
            "numStart" => counting.start = tag.value().and_then(|start| start.parse().ok()),
            "numRestart" => counting.restarts = Some(tag.value().as_deref() == Some("eachSect")),
            _ => {}
        }
        Ok(())
    })
}

/// A number as a format of numbers shows it (17.18.59); one that is not known here, in digits.
fn shown(number: u32, format: &str) -> String {
    /// Alphabets of a list: after the last letter they are doubled.
    const ALPHABETS: &[(&str, &str)] = &[
        ("lowerLetter", "abcdefghijklmnopqrstuvwxyz"),
        ("upperLetter", "ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
        ("arabicAlpha", "أبتثجحخدذرزسشصضطظعغفقكلمنهوي"),
        ("arabicAbjad", "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"),
        ("chicago", "*†‡§"),
    ];
    let Some(before) = number.checked_sub(1).filter(|before| *before < 780) else { return number.to_string() };
    if let Some((_, letters)) = ALPHABETS.iter().find(|(name, _)| *name == format) {
        let letters: Vec<char> = letters.chars().collect();
        let before = before as usize;
        let letter = letters[before % letters.len()];
        return std::iter::repeat_n(letter, before / letters.len() + 1).collect();
    }
    match format {
        "lowerRoman" => roman(number).to_lowercase(),
        "upperRoman" => roman(number),
        _ => number.to_string(),
    }
}

fn roman(mut number: u32) -> String {
    const SIGNS: &[(u32, &str)] = &[
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    let mut roman = String::new();
    for (value, sign) in SIGNS {
        while number >= *value {
            roman.push_str(sign);
            number -= value;
        }
    }
    roman
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_shown_as_their_format_says() {
        let of = |format: &str, numbers: &[u32]| -> Vec<String> { numbers.iter().map(|n| shown(*n, format)).collect() };
        assert_eq!(of("lowerRoman", &[1, 4, 9, 44]), ["i", "iv", "ix", "xliv"]);
        assert_eq!(of("upperLetter", &[1, 26, 27]), ["A", "Z", "AA"]);
        assert_eq!(of("arabicAbjad", &[1, 3, 29]), ["أ", "ج", "أأ"]);
        assert_eq!(of("chicago", &[1, 2, 5]), ["*", "†", "**"]);
        assert_eq!(of("ideographDigital", &[0, 3]), ["0", "3"]);
    }
}
