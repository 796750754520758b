//! Checks of characters that came through a wrong encoding, or look like others: mojibake and homoglyphs.

use std::ops::Range;

use super::pair::Pair;
use super::segments::in_target;
use crate::model::{Finding, Message, Severity};

/// The upper half of Windows-1252 as Unicode, from 0x80; undefined bytes stand as themselves.
const WINDOWS_1252: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘', '’',
    '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// The byte of a character in Windows-1252.
fn byte_1252(c: char) -> Option<u8> {
    match u32::from(c) {
        code @ (0..=0x7f | 0xa0..=0xff) => u8::try_from(code).ok(),
        _ => WINDOWS_1252.iter().position(|known| *known == c).and_then(|at| u8::try_from(at + 0x80).ok()),
    }
}

/// Text in UTF-8 that was read as Windows-1252, read aright; `None` where it cannot have been.
fn read_as_utf8(text: &str) -> Option<String> {
    let bytes: Option<Vec<u8>> = text.chars().map(byte_1252).collect();
    let read = String::from_utf8(bytes?).ok()?;
    (read != text).then_some(read)
}

/// Runs of characters above ASCII, parted by ASCII letters and by spaces that stand between ASCII words.
fn runs(text: &str) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for (start, c) in text.char_indices().filter(|(_, c)| !c.is_ascii()) {
        let end = start + c.len_utf8();
        match runs.last_mut().filter(|run| text[run.end..start].chars().all(|c| matches!(c, ' ' | '.' | ',' | '-'))) {
            Some(run) => run.end = end,
            None => runs.push(start..end),
        }
    }
    runs
}

/// Letters of another encoding: UTF-8 read as Windows-1252, Windows-1256 read as Windows-1252, and characters that were lost.
pub(super) fn mojibake(pair: &Pair<'_>) -> Vec<Finding> {
    let text = pair.target.text;
    let mut found: Vec<(Range<usize>, Option<String>)> = Vec::new();
    for run in runs(text) {
        let piece = &text[run.clone()];
        match read_as_utf8(piece).filter(|_| piece.chars().count() > 1) {
            Some(read) => found.push((run, Some(read))),
            None if piece.contains(char::REPLACEMENT_CHARACTER) => found.push((run, None)),
            None => {}
        }
    }
    found.extend(lost(text).map(|span| (span, None)));
    found.extend(latin_for_arabic(text).map(|span| (span, None)));
    let told = |(span, suggestion)| Finding {
        suggestion,
        ..in_target(pair, "char.mojibake", Severity::Error, &span, "finding-mojibake")
    };
    found.into_iter().map(told).collect()
}

/// A text of which little but question marks is left.
fn lost(text: &str) -> Option<Range<usize>> {
    let marks = text.matches('?').count();
    let seen = text.chars().filter(|c| !c.is_whitespace()).count();
    (marks >= 4 && marks * 2 > seen && text.contains("???")).then_some(0..text.len())
}

/// Windows-1256 read as Windows-1252: nearly all letters have accents, which no language has.
fn latin_for_arabic(text: &str) -> Option<Range<usize>> {
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let accented = text.chars().filter(|c| matches!(c, '\u{c0}'..='\u{ff}')).count();
    (letters >= 6 && accented * 10 > letters * 7 && read_as_utf8(text).is_none()).then_some(0..text.len())
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Alphabet {
    Latin,
    Cyrillic,
    Greek,
}

fn alphabet(c: char) -> Option<Alphabet> {
    match c {
        'A'..='Z' | 'a'..='z' | '\u{c0}'..='\u{24f}' => Some(Alphabet::Latin),
        '\u{400}'..='\u{52f}' => Some(Alphabet::Cyrillic),
        '\u{370}'..='\u{3ff}' | '\u{1f00}'..='\u{1fff}' => Some(Alphabet::Greek),
        _ => None,
    }
}

/// A Latin letter that looks like one of another alphabet.
fn latin_like(c: char) -> Option<char> {
    let pairs = [
        ("авеорсухікјѕһԁԛѡ", "abeopcyxikjshdqw"),
        ("АВЕКМНОРСТУХІЈЅ", "ABEKMHOPCTYXIJS"),
        ("αορνυικ", "aopvuik"),
        ("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABEZHIKMNOPTYX"),
    ];
    pairs.iter().find_map(|(odd, latin)| odd.chars().position(|o| o == c).and_then(|at| latin.chars().nth(at)))
}

/// Words of the target that mix alphabets by a letter that looks like a Latin one.
pub(super) fn homoglyph(pair: &Pair<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for word in pair.target.words() {
        let text = pair.target.at(&word.span);
        // TNFα and the like are names of science.
        let has = |wanted| text.chars().any(|c| alphabet(c) == Some(wanted));
        let mixed = has(Alphabet::Latin)
            && (has(Alphabet::Cyrillic)
                || has(Alphabet::Greek) && text.chars().filter(char::is_ascii_lowercase).count() > 1);
        if mixed && text.chars().any(|c| latin_like(c).is_some()) {
            let latin: String = text.chars().map(|c| latin_like(c).unwrap_or(c)).collect();
            let odd: String = text.chars().filter(|c| latin_like(*c).is_some()).collect();
            let message = Message::new("finding-homoglyph").with("text", text).with("odd", odd);
            let finding = pair.finding("char.homoglyph", Severity::Warn, None, Some(&word.span));
            found.push(Finding { message, suggestion: Some(latin), ..finding });
        }
    }
    found
}
