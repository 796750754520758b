//! Cuts a text into the words that terms are made of, each with its place in the text as stored. Folds no clitics.

use std::ops::Range;

use crate::text::{canon, is_alphanumeric, is_arabic_mark, is_ignorable, norm};

/// One word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Word {
    /// Where it stands, in UTF-8 bytes; marks and invisible characters around it are outside.
    pub(super) span: Range<usize>,
    /// Its key L2.
    pub(super) key: String,
    /// Its key L1.
    pub(super) canon: String,
    /// What stands between it and the word before.
    pub(super) gap: Gap,
}

/// What stands between two words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gap {
    /// A hyphen without spaces.
    Hyphen,
    /// Nothing that parts a phrase: spaces, quotation marks, the point of an initial.
    Open,
    /// A mark over which no term goes, or the beginning of the text.
    Closed,
}

const TATWEEL: char = '\u{640}';

fn is_word_character(c: char) -> bool {
    is_alphanumeric(c) && c != TATWEEL
}

/// Characters that go on with a word but neither begin nor end it.
fn is_inside(c: char) -> bool {
    c == TATWEEL || is_arabic_mark(c) || is_ignorable(c) || is_combining(c)
}

const fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

const fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’')
}

/// The words of a text, in order.
pub(super) fn words(text: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut characters = text.char_indices().peekable();
    let mut gap_start = 0;
    while let Some((start, first)) = characters.next() {
        if !is_word_character(first) {
            continue;
        }
        let mut end = start + first.len_utf8();
        while let Some(&(at, c)) = characters.peek() {
            let goes_on = is_word_character(c)
                || is_inside(c)
                || (is_apostrophe(c) && text[at + c.len_utf8()..].starts_with(is_word_character));
            if !goes_on {
                break;
            }
            // A vowel mark belongs to the letter before it; what is invisible does not end a word.
            if is_word_character(c) || is_arabic_mark(c) || is_combining(c) {
                end = at + c.len_utf8();
            }
            characters.next();
        }
        push(text, start..end, gap_start, &mut words);
        gap_start = end;
    }
    words
}

fn push(text: &str, span: Range<usize>, gap_start: usize, words: &mut Vec<Word>) {
    let written = &text[span.clone()];
    let mut gap = match words.last() {
        None => Gap::Closed,
        Some(before) => gap_of(&text[gap_start..span.start], before),
    };
    // A ligature may hold several words.
    let (canons, keys) = (canon(written), norm(written));
    let mut canons = canons.split(' ');
    for key in keys.split(' ').filter(|key| !key.is_empty()) {
        let canon = canons.next().unwrap_or(key).to_owned();
        words.push(Word { span: span.clone(), key: key.to_owned(), canon, gap });
        gap = Gap::Open;
    }
}

fn gap_of(between: &str, before: &Word) -> Gap {
    let mut visible = between.chars().filter(|c| !is_ignorable(*c) && *c != TATWEEL).peekable();
    if visible.peek().is_none() {
        return Gap::Closed;
    }
    if between.chars().filter(|c| !is_ignorable(*c)).all(|c| matches!(c, '-' | '‐' | '‑')) {
        return Gap::Hyphen;
    }
    let is_initial = before.canon.chars().count() == 1;
    let parts = |c: char| match c {
        '.' => !is_initial,
        '"' | '\'' | '«' | '»' | '“' | '”' | '‘' | '’' | '-' | '‐' | '‑' => false,
        c => !c.is_whitespace(),
    };
    if visible.any(parts) { Gap::Closed } else { Gap::Open }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<&str> {
        words(text).iter().map(|word| &text[word.span.clone()]).collect()
    }

    #[test]
    fn spans_are_those_of_the_text_without_what_is_around() {
        assert_eq!(cut("\u{200f}«قالَ» كتـــاب\u{200f}، ثم\u{200c}نام"), ["قالَ", "كتـــاب", "ثم\u{200c}نام"]);
        assert_eq!(
            cut("The Committee's cease-fire, don’t ‘ask’"),
            ["The", "Committee's", "cease", "fire", "don’t", "ask"]
        );
        assert_eq!(words("قالَ")[0].key, "قال");
    }

    #[test]
    fn gaps_tell_what_a_phrase_goes_over() {
        let gaps = |text: &str| words(text).iter().map(|word| word.gap).collect::<Vec<_>>();
        assert_eq!(gaps("cease-fire “now” or. never"), {
            use Gap::{Closed, Hyphen, Open};
            [Closed, Hyphen, Open, Open, Closed]
        });
        assert_eq!(gaps("U.S. troops")[1..], [Gap::Open, Gap::Open]);
    }

    #[test]
    fn a_ligature_of_several_words_gives_each() {
        let found = words("النبي ﷺ");
        assert_eq!(
            found.iter().map(|word| word.key.as_str()).collect::<Vec<_>>()[1..],
            ["صلي", "الله", "عليه", "وسلم"]
        );
        assert_eq!(found[1].span, found[4].span);
    }
}
