//! The words on both sides of a stop, as the rules ask about them.

use super::marks::StopKind;
use super::scan::Stop;
use crate::segmentation::abbreviations;
use crate::text::{digit_value, is_arabic_letter, is_arabic_mark, is_ignorable};

/// The word before a stop without marks, tatweel and invisible characters, with the points inside it; empty when it is too
/// long to be an abbreviation. An Arabic letter may have white space before its point.
pub(super) fn last_word(text: &str, stop: usize) -> String {
    let before = &text[..stop];
    let tight = reversed_word(before);
    if !tight.is_empty() {
        return tight;
    }
    let loose = reversed_word(before.trim_end_matches([' ', '\u{a0}']));
    if loose.chars().count() <= 2 && abbreviations::is_arabic(&loose) { loose } else { String::new() }
}

fn reversed_word(before: &str) -> String {
    const LONGEST: usize = 24;
    let mut letters = Vec::new();
    for (length, c) in before.chars().rev().enumerate() {
        let silent = is_ignorable(c) || is_arabic_mark(c) || c == 'ـ';
        if !silent && !c.is_alphanumeric() && c != '.' {
            break;
        }
        if length >= LONGEST {
            return String::new();
        }
        if !silent {
            letters.push(c);
        }
    }
    letters.into_iter().rev().collect()
}

/// What follows a stop.
pub(super) struct NextWord<'a> {
    /// The first word, after opening punctuation.
    pub(super) word: &'a str,
    /// Whether a quotation opens before it.
    pub(super) quoted: bool,
    /// Whether it is a number.
    pub(super) number: bool,
    /// Whether punctuation follows that cannot begin a sentence.
    pub(super) goes_on: bool,
    /// Whether a point stands after the word, so that it may be an initial.
    pointed: bool,
}

impl<'a> NextWord<'a> {
    pub(super) fn of(rest: &'a str) -> Self {
        let (mut at, mut quoted) = (0, false);
        let mut goes_on = false;
        for c in rest.chars() {
            match c {
                '"' | '“' | '«' | '‘' | '\'' | '„' | '‹' | '”' | '»' | '’' => quoted = quoted || at == 0,
                ',' | ';' | ':' | '،' | '؛' => {
                    goes_on = at == 0;
                    break;
                }
                _ if c.is_alphanumeric() => break,
                _ => {}
            }
            at += c.len_utf8();
            if at > 24 {
                break;
            }
        }
        let from = &rest[at..];
        let inside =
            |c: char| c.is_alphanumeric() || is_arabic_mark(c) || is_ignorable(c) || matches!(c, '\'' | '’' | 'ـ');
        let end = from.find(|c| !inside(c)).unwrap_or(from.len());
        let word = &from[..end];
        let number = word.starts_with(|c| digit_value(c).is_some());
        Self { word, quoted, number, goes_on, pointed: from[end..].starts_with('.') }
    }

    pub(super) fn small(&self) -> bool {
        !self.quoted && self.word.starts_with(char::is_lowercase)
    }

    pub(super) fn capital(&self) -> bool {
        self.word.starts_with(char::is_uppercase)
    }

    pub(super) fn arabic(&self) -> bool {
        self.word.starts_with(is_arabic_letter)
    }

    pub(super) fn begins_sentence(&self) -> bool {
        let initial = self.pointed && self.word.len() == 1;
        !initial && abbreviations::begins_sentences(self.word)
    }

    /// Whether the word says who spoke what has just been quoted. An Arabic sentence of its own would begin with a conjunction
    /// or with the plain "said", so these alone are certain.
    pub(super) fn attributes(&self, stop: &Stop) -> bool {
        let word: String = self.word.chars().filter(|c| !is_arabic_mark(*c) && !is_ignorable(*c)).collect();
        let cried = matches!(stop.kind, StopKind::Question | StopKind::Exclamation);
        match word.as_str() {
            "حسبما" | "بحسب" | "وفق" => true,
            "تساءل" | "تساءلت" | "تساءلوا" | "يتساءل" | "تتساءل" | "سأل" | "سألت" | "سألني" | "سألته" | "هتف"
            | "هتفت" | "هتفوا" | "صاح" | "صاحت" | "صرخ" | "صرخت" | "يسأل" | "تسأل" => {
                cried
            }
            _ => false,
        }
    }
}
