//! Where sentences end: the sentence properties of UAX #29 (STerm, ATerm, Close, Sp) find the places, rules for Arabic and
//! English decide them. Never changes or drops a byte, and never looks for a sentence end where no stop is written.

mod grammar;
mod marks;
mod neighbours;
mod scan;
#[cfg(test)]
mod tests;

use std::ops::Range;

use grammar::Grammar;
use scan::Scan;

use crate::model::Language;

/// The sentences of a text as UTF-8 byte ranges that cover it once, in order, without gaps.
///
/// White space, closing quotes and brackets and note marks after a stop belong to the sentence they follow. `؛`, `،` and `:`
/// end nothing. A blank line ends a sentence whatever stands before it; a single line break is white space. An empty text
/// has no sentences.
#[must_use]
pub fn sentences(text: &str, language: &Language) -> Vec<Range<usize>> {
    if text.is_empty() {
        return Vec::new();
    }
    let mut ranges = Vec::new();
    let grammar = Grammar::of(text, language);
    let mut scan = Scan::of(text);
    while let Some(stop) = scan.next_stop() {
        if stop.next <= grammar.last_word() && grammar.ends(&stop, scan.start()) {
            ranges.push(scan.start()..stop.next);
            scan.begin_sentence(stop.next);
        }
    }
    ranges.push(scan.start()..text.len());
    ranges
}
