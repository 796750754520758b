//! The walk over a text from stop to stop. Whether a stop ends a sentence is not its business.

use super::marks::{
    Closing, StopKind, after_white_space, is_missing_space, run_of_closings, run_of_stops, terminator,
    with_stray_closings,
};

/// A stop and what stands around it.
#[derive(Debug)]
pub(super) struct Stop {
    pub(super) kind: StopKind,
    /// Where the stop begins.
    pub(super) begin: usize,
    pub(super) closing: Closing,
    /// Where the next sentence would begin, after white space.
    pub(super) next: usize,
}

/// A walk from stop to stop.
pub(super) struct Scan<'a> {
    text: &'a str,
    at: usize,
    /// Where the sentence at hand begins.
    start: usize,
    /// Whether the sentence at hand has a word yet; one of punctuation alone is none.
    worded: bool,
}

impl<'a> Scan<'a> {
    /// A walk that has not begun.
    pub(super) const fn of(text: &'a str) -> Self {
        Self { text, at: 0, start: 0, worded: false }
    }

    /// Where the sentence at hand begins.
    pub(super) const fn start(&self) -> usize {
        self.start
    }

    /// Takes the stop that was found last as the end of a sentence; the next one begins at `start`.
    pub(super) const fn begin_sentence(&mut self, start: usize) {
        self.start = start;
        self.worded = false;
    }

    /// The next stop after a word; `None` at the end of the text.
    pub(super) fn next_stop(&mut self) -> Option<Stop> {
        loop {
            if self.worded {
                self.at = plain_end(self.text, self.at);
            }
            let c = self.text[self.at..].chars().next()?;
            let begin = self.at;
            if let Some(kind) = terminator(c) {
                let stop = self.stop_at(begin, kind);
                if let Some(stop) = stop.filter(|_| self.worded) {
                    return Some(stop);
                }
                continue;
            }
            if matches!(c, '\n' | '\r' | '\u{2028}' | '\u{2029}') {
                let (next, blank) = after_white_space(self.text, begin);
                self.at = next;
                if blank && self.worded {
                    return Some(Stop { kind: StopKind::BlankLine, begin, closing: Closing::Nothing, next });
                }
                continue;
            }
            self.worded = self.worded || c.is_alphanumeric();
            self.at += c.len_utf8();
        }
    }

    /// Takes in the whole stop at `begin`; `None` when the text goes on without white space.
    fn stop_at(&mut self, begin: usize, first: StopKind) -> Option<Stop> {
        let (end, kind, no_space) = run_of_stops(self.text, begin, first);
        let (end, closing) = run_of_closings(self.text, end);
        let (next, blank) = after_white_space(self.text, end);
        self.at = end;
        if next == end
            && next < self.text.len()
            && !no_space
            && (kind == StopKind::Full || !is_missing_space(self.text, begin, end))
        {
            return None;
        }
        if kind == StopKind::Ellipsis && closing != Closing::Nothing && self.text[..begin].ends_with(['[', '(']) {
            // "[...]" stands for words left out.
            return None;
        }
        let next = with_stray_closings(&self.text[self.start..], next - self.start) + self.start;
        self.at = next;
        let kind = if blank { StopKind::BlankLine } else { kind };
        Some(Stop { kind, begin, closing, next })
    }
}

/// The first place from `at` on where a stop or a line break may stand; everything before it is neither.
fn plain_end(text: &str, at: usize) -> usize {
    let bytes = text.as_bytes();
    let may_stop = |(i, byte): (usize, &u8)| match byte {
        b'.' | b'!' | b'?' | b'\n' | b'\r' | 0xe0 | 0xe2 | 0xe3 | 0xef => true,
        // U+061F and U+06D4, the question mark of Arabic and the full stop of Urdu.
        0xd8 => bytes.get(at + i + 1) == Some(&0x9f),
        0xdb => bytes.get(at + i + 1) == Some(&0x94),
        _ => false,
    };
    bytes[at..].iter().enumerate().position(may_stop).map_or(bytes.len(), |length| at + length)
}
