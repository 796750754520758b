//! What can be seen of one block by itself: its key, length, ending, numbering. Knows nothing of its neighbours.

use crate::model::{Block, BlockShape, Language};
use crate::text::{count_white_space_words, is_arabic_letter, is_arabic_mark, is_ignorable, norm};

use super::cues::{Cues, holds, opener};

/// A block with what is seen of it.
pub(super) struct Line<'a> {
    pub(super) shape: &'a BlockShape,
    /// The text without white space and invisible characters at its ends.
    pub(super) text: &'a str,
    /// The text's L2 key.
    pub(super) key: String,
    /// White-space words.
    pub(super) words: usize,
    cues: &'static Cues,
}

/// How an item is numbered; items of one list share the style.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Numbering {
    Digits,
    Letter,
    Roman,
    Bullet,
    /// Digits in brackets or raised, the way notes are numbered.
    Mark,
}

impl<'a> Line<'a> {
    pub(super) fn of(block: &'a Block, language: &Language) -> Self {
        let text = block.content.text().trim_matches(|c: char| c.is_whitespace() || is_ignorable(c));
        let words = count_white_space_words(text);
        Self { shape: &block.shape, text, key: norm(text), words, cues: Cues::of(language) }
    }

    /// The last character, closing quotes and brackets and note marks left out.
    fn last(&self) -> Option<char> {
        let closers = |c: char| {
            c.is_whitespace() || is_ignorable(c) || matches!(c, '"' | '\'' | ')' | ']' | '»' | '”' | '’' | '﴾')
        };
        let trimmed = self.text.trim_end_matches(closers);
        let unmarked = trimmed.trim_end_matches(char::is_numeric).trim_end_matches(['(', '[']);
        if unmarked.len() < trimmed.len() && unmarked.ends_with(['.', '؟', '!', '?', '…']) {
            unmarked
        } else {
            trimmed
        }
        .chars()
        .next_back()
    }

    /// Whether it ends with a full stop or an ellipsis.
    pub(super) fn has_stop(&self) -> bool {
        matches!(self.last(), Some('.' | '…' | '۔'))
    }

    pub(super) fn ends_with(&self, marks: &[char]) -> bool {
        self.last().is_some_and(|c| marks.contains(&c))
    }

    /// Whether it holds nothing but ornaments.
    pub(super) fn is_ornament(&self) -> bool {
        !self.text.is_empty() && !self.text.chars().any(|c| c.is_alphanumeric() && c != '\u{640}')
    }

    /// The name in a byline in L2 form, without what introduces it; empty where it cannot be told.
    pub(super) fn byline(&self) -> Option<(String, f64)> {
        if self.words > 12 || self.words < 2 || self.has_stop() && self.words > 8 {
            return None;
        }
        let strip = |phrase: &str| self.key[phrase.len()..].trim_start_matches([':', ' ', '-', '/']);
        if let Some(phrase) = opener(self.cues.bylines, &self.key) {
            let name = strip(phrase);
            let named = !name.starts_with(|c: char| c.is_ascii_digit()) && !self.text.contains(['؟', '?']);
            let capital = self.text.chars().any(is_arabic_letter) || capitals(self.text, phrase) >= 2;
            let of_work = opener(self.cues.credits, &self.key).is_some();
            return (named && capital && !of_work).then(|| (self.nameless_title(name), 0.93));
        }
        if let Some(phrase) = opener(self.cues.bylines_with_colon, &self.key) {
            let colon = self.key[phrase.len()..].trim_start().starts_with([':', '/']);
            return colon.then(|| (self.nameless_title(strip(phrase)), 0.9));
        }
        let titled = self.words <= 6 && opener(self.cues.person_titles, &self.key).is_some();
        let quiet = !self.has_stop() && !self.ends_with(&[':', '؟', '?', '!']);
        (titled && quiet).then(|| (self.nameless_title(&self.key), 0.8))
    }

    fn nameless_title(&self, name: &str) -> String {
        let mut name = name;
        while let Some(title) = opener(self.cues.person_titles, name) {
            name = name[title.len()..].trim_start();
        }
        name.split([',', '-', '(', '|']).next().unwrap_or_default().trim().to_owned()
    }

    /// How sure it is a line of place and date.
    pub(super) fn dateline(&self) -> Option<f64> {
        if self.words > 16 || self.has_stop() || self.ends_with(&['؟', '?', ':']) {
            return None;
        }
        let digits = self.key.chars().filter(char::is_ascii_digit).count();
        let year = self.key.split(|c: char| !c.is_ascii_digit()).any(|part| part.len() == 4);
        let numeric = self.key.split_whitespace().any(is_numeric_date);
        let (day, month) = (holds(self.cues.weekdays, &self.key), holds(self.cues.months, &self.key));
        if month && year && (day || self.words <= 9) {
            return Some(if day || self.words <= 7 { 0.95 } else { 0.75 });
        }
        if numeric && self.words <= 8 {
            return Some(0.9);
        }
        (self.words <= 6 && day && (month || digits > 0)).then_some(0.7)
    }

    /// The numbering at the beginning.
    pub(super) fn numbering(&self) -> Option<Numbering> {
        let text = self.text.trim_start_matches(is_ignorable);
        let mut chars = text.chars();
        let first = chars.next()?;
        if matches!(first, '•' | '‣' | '▪' | '●' | '◦' | '○' | '■' | '–' | '-' | '*') {
            return chars.next().filter(|c| c.is_whitespace()).map(|_| Numbering::Bullet);
        }
        if matches!(first, '¹' | '²' | '³' | '⁴'..='⁹') {
            return Some(Numbering::Mark);
        }
        let bracketed = matches!(first, '(' | '[');
        let inner = if bracketed { chars.as_str() } else { text };
        let label = &inner[..inner.find(|c: char| !c.is_alphanumeric() && c != '\u{640}').unwrap_or(inner.len())];
        let mut rest = inner[label.len()..].chars();
        let closed = rest.next().filter(|c| matches!(c, ')' | ']' | '.' | '-' | '–' | ':'))?;
        if bracketed != matches!(closed, ']' | ')') && bracketed || rest.next().is_some_and(char::is_alphanumeric) {
            return None;
        }
        let length = label.trim_end_matches('\u{640}').chars().count();
        let digits = label.chars().all(char::is_numeric);
        Some(match length {
            1..=3 if digits && bracketed => Numbering::Mark,
            1..=3 if digits => Numbering::Digits,
            1..=5 if label.chars().all(|c| matches!(c, 'I' | 'V' | 'X')) => Numbering::Roman,
            1 if label.chars().all(char::is_alphabetic) => Numbering::Letter,
            _ => return None,
        })
    }

    /// How sure it is a heading by its words alone.
    pub(super) fn heading(&self) -> Option<f64> {
        let bare = self.key.trim_end_matches([':', '.', ' ']);
        if self.cues.headings.contains(&bare) {
            return Some(0.95);
        }
        let ordinal = opener(self.cues.ordinals, &self.key)
            .is_some_and(|phrase| self.key[phrase.len()..].trim_start().starts_with([':', '-', '.', ',']));
        (ordinal && self.words <= 14 && !self.has_stop()).then_some(0.93)
    }

    /// Whether it is a heading above notes.
    pub(super) fn is_note_heading(&self) -> bool {
        self.cues.note_headings.contains(&self.key.trim_matches([':', '.', ' ', '*', '-']))
    }

    /// Whether it cites works the way notes do.
    pub(super) fn cites(&self) -> bool {
        holds(self.cues.references, &self.key) && self.key.contains(|c: char| c.is_ascii_digit())
    }

    /// How sure it tells where the text or a picture comes from.
    pub(super) fn credit(&self) -> Option<f64> {
        let key = self.key.trim_start_matches(['(', '[', '*', '-', ' ']);
        let address = self.words <= 2 && ["http://", "https://", "www."].iter().any(|start| key.starts_with(start));
        if opener(self.cues.credits, key).is_some() && self.words <= 60 {
            return Some(0.92);
        }
        address.then_some(0.55)
    }

    /// How sure it is a text that repeats from article to article, by its words.
    pub(super) fn boilerplate(&self) -> Option<f64> {
        let key = self.key.trim_start_matches(['(', '[', '*', '-', ' ']);
        let account = holds(&["iban"], key);
        if key.contains('©') && self.words <= 30 {
            return Some(0.97);
        }
        let opens = opener(self.cues.boilerplate_openers, key).is_some();
        let phrase = account || holds(self.cues.boilerplate_phrases, key);
        match (opens, phrase) {
            (true, true) if self.words <= 60 => Some(0.95),
            (false, true) if self.words <= 40 => Some(0.8),
            (true, false) if self.words <= 12 => Some(0.65),
            _ => None,
        }
    }

    /// How sure it is a label above a headline.
    pub(super) fn is_label(&self) -> bool {
        self.words <= 4 && self.cues.labels.contains(&self.key.trim_matches([':', '|', '/', ' ', '-']))
    }

    /// How sure it is a quotation, a verse or scripture.
    pub(super) fn quote(&self) -> Option<f64> {
        let text = self.text;
        let verse = text.find('\u{fd3f}').zip(text.rfind('\u{fd3e}')).filter(|(open, close)| open < close);
        if verse.is_some_and(|(open, close)| (close - open) * 2 > text.len()) {
            return Some(0.92);
        }
        if opener(self.cues.scripture, &self.key).is_some() && self.words <= 40 {
            return Some(0.75);
        }
        if self.hemistichs() {
            return Some(0.85);
        }
        let quoted = [('«', '»'), ('“', '”'), ('"', '"')].into_iter().any(|(open, close)| {
            let inner = text.strip_prefix(open).map(|inner| inner.trim_end_matches(['.', '،', ',', ' ']));
            let inner = inner.and_then(|inner| inner.strip_suffix(close));
            inner.is_some_and(|inner| !inner.contains(close))
        });
        if quoted && self.words >= 4 {
            return Some(0.8);
        }
        let marks = text.chars().filter(|c| is_arabic_mark(*c)).count();
        let letters = text.chars().filter(|c| is_arabic_letter(*c)).count();
        (self.words >= 4 && marks * 4 > letters).then_some(0.65)
    }

    /// Whether every line of it is two half-verses of like length with a gap between.
    fn hemistichs(&self) -> bool {
        let halves = |line: &str| {
            let gaps = ["***", "…", "...", "\t", "    ", " ** ", " * ", " // "];
            let cut = gaps.iter().find_map(|gap| line.trim().split_once(gap));
            cut.is_some_and(|(right, left)| {
                let left = left.trim_start_matches(['.', '*', ' ', '\t', '…', '/']);
                let (a, b) = (count_white_space_words(right), count_white_space_words(left));
                (2..=8).contains(&a) && (2..=8).contains(&b) && a.abs_diff(b) <= 3 && !left.contains(['.', '…'])
            })
        };
        self.text.lines().all(halves)
    }

    /// How sure it tells about the author, whose name in L2 form may be known.
    pub(super) fn bio(&self, names: &[String]) -> Option<f64> {
        if self.words > 80 || self.words < 3 {
            return None;
        }
        let key = self.key.trim_start_matches(['*', '-', '(', '[', ' ', '•']);
        let named = names.iter().any(|name| name.contains(' ') && key.starts_with(name.as_str()));
        let words: Vec<&str> =
            key.split_whitespace().take(9).map(|word| word.trim_matches([',', '.', ':', '"'])).collect();
        let at = words.iter().position(|word: &&str| self.cues.professions.contains(word))?;
        let copula = words.iter().take(at).any(|word| matches!(*word, "is" | "was"));
        Some(match at {
            _ if named => 0.92,
            // `The author is …`
            1 if matches!(words.as_slice(), ["the", _, "is" | "was", ..]) => 0.75,
            0 if self.text.chars().next().is_some_and(is_arabic_letter) || self.text.starts_with('*') => 0.7,
            1..=4 if self.text.starts_with('*') => 0.8,
            1..=7 if copula => 0.65,
            2..=4 if self.text.chars().next().is_some_and(is_arabic_letter) => 0.62,
            _ => return None,
        })
    }
}

/// How many words after an opening phrase have a capital, `al-Rafei` among them.
fn capitals(text: &str, phrase: &str) -> usize {
    let skipped = phrase.split(' ').count();
    text.split_whitespace().skip(skipped).filter(|word| word.contains(char::is_uppercase)).count()
}

/// `12/3/2024`, `2024-03-12`, `12.3.2024`.
fn is_numeric_date(word: &str) -> bool {
    let parts: Vec<&str> = word.trim_matches(['(', ')', ',']).split(['/', '-', '.']).collect();
    parts.len() == 3
        && parts.iter().all(|part| (1..=4).contains(&part.len()) && part.chars().all(|c| c.is_ascii_digit()))
        && parts.iter().filter(|part| part.len() == 4).count() == 1
}
