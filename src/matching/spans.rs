//! Where the compared words of a text stand in it: from normalised words back to bytes of the text as it is stored.

use std::ops::Range;

use super::words::{compared_words, split_words};
use crate::text::{ByteSet, is_arabic_mark, is_format, is_ignorable, norm};

/// The compared words of a text in order, each with its place there.
///
/// A place holds whole characters, with the marks and tatweel on them, and is never before the one before it. Words of one ligature
/// (ﷺ) share its bytes; where a text is so odd that the places of its words cannot be told, each stands for the whole text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlacedWords {
    normal: String,
    words: Vec<Placed>,
}

/// A word, in UTF-8 bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Placed {
    in_normal: Range<usize>,
    in_text: Range<usize>,
}

impl PlacedWords {
    /// Those of a text: the same words as [`compared_words`].
    #[must_use]
    pub fn of(text: &str) -> Self {
        let normal = norm(text);
        let words: Vec<Range<usize>> = split_words(&normal).map(|word| place_in(&normal, word)).collect();
        let mut places = Vec::with_capacity(words.len());
        for (start, token) in tokens(text) {
            let mut add = |span: Range<usize>| places.push(start + span.start..start + span.end);
            if let Some(span) = plain(token) {
                add(span);
                continue;
            }
            let words = compared_words(token);
            match &words[..] {
                [] => {}
                [_] => add(trimmed(token)),
                _ => taken_apart(token, &words).into_iter().for_each(add),
            }
        }
        let told = places.len() == words.len();
        let places = if told { places } else { vec![0..text.len(); words.len()] };
        let placed = words.into_iter().zip(places).map(|(in_normal, in_text)| Placed { in_normal, in_text });
        Self { words: placed.collect(), normal }
    }

    /// The words, normalised.
    #[must_use]
    pub fn texts(&self) -> Vec<&str> {
        self.texts_of(0..self.words.len())
    }

    /// The words of a range of them, normalised, a space between.
    #[must_use]
    pub fn joined(&self, words: Range<usize>) -> String {
        self.texts_of(words).join(" ")
    }

    fn texts_of(&self, words: Range<usize>) -> Vec<&str> {
        self.words[words].iter().map(|word| &self.normal[word.in_normal.clone()]).collect()
    }

    /// The words that a part of the text, in UTF-8 bytes, covers whole, as a range of them.
    #[must_use]
    pub fn within(&self, part: &Range<usize>) -> Range<usize> {
        let start = self.words.partition_point(|word| word.in_text.start < part.start);
        let end = self.words.partition_point(|word| word.in_text.end <= part.end);
        start..end.max(start)
    }

    /// The part of the text, in UTF-8 bytes, from the first to the last of a range of words.
    ///
    /// # Panics
    /// When the range is empty, or there are not so many words.
    #[must_use]
    pub fn span_of(&self, words: &Range<usize>) -> Range<usize> {
        let words = &self.words[words.clone()];
        words[0].in_text.start..words[words.len() - 1].in_text.end
    }
}

/// Where a part of a text stands in it.
pub(super) fn place_in(text: &str, part: &str) -> Range<usize> {
    let start = part.as_ptr().addr() - text.as_ptr().addr();
    start..start + part.len()
}

/// Where the word of a token stands that has nothing but plain letters, with plain punctuation around it: most have.
fn plain(token: &str) -> Option<Range<usize>> {
    let start = marks(token);
    let length = LETTERS.run(&token.as_bytes()[start..]);
    let end = start + length;
    (length > 0 && end + marks(&token[end..]) == token.len()).then_some(start..end)
}

const LETTERS: ByteSet = ByteSet::of(&[('a', 'z'), ('A', 'Z'), ('\u{0621}', '\u{063a}'), ('\u{0641}', '\u{064a}')]);
const MARKS: ByteSet =
    ByteSet::of(&[('!', '/'), (':', '@'), ('[', '`'), ('{', '~'), ('،', '،'), ('؛', '؛'), ('؟', '؟')]);

/// How many bytes the plain punctuation takes that a token begins with.
fn marks(token: &str) -> usize {
    let mut length = 0;
    loop {
        length += MARKS.run(&token.as_bytes()[length..]);
        match token[length..].chars().next() {
            Some(c @ ('«' | '»' | '“' | '”' | '…')) => length += c.len_utf8(),
            _ => return length,
        }
    }
}

/// What stands between white space, with its place.
fn tokens(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        while let Some(space) = text[at..].chars().next().filter(|c| c.is_whitespace()) {
            at += space.len_utf8();
        }
        let start = at;
        loop {
            at += VISIBLE.run(&text.as_bytes()[at..]);
            match text[at..].chars().next() {
                Some(c) if !c.is_whitespace() => at += c.len_utf8(),
                _ => break,
            }
        }
        (at > start).then(|| (start, &text[start..at]))
    })
}

/// Nearly all that is no white space.
const VISIBLE: ByteSet = ByteSet::of(&[('!', '~'), ('\u{0600}', '\u{067f}')]);

/// A token of one word without what stands before its first and after its last letter or digit.
fn trimmed(token: &str) -> Range<usize> {
    let is_letter = |c: char| c.is_alphanumeric();
    let start = token.find(is_letter).unwrap_or(0);
    let last = token.char_indices().rfind(|(_, c)| is_letter(*c));
    let end = last.map_or(token.len(), |(at, c)| {
        let end = at + c.len_utf8();
        let marks = token[end..].chars().take_while(|c| is_attached(*c));
        end + marks.map(char::len_utf8).sum::<usize>()
    });
    start..end
}

/// Whether a character belongs to the one before it.
fn is_attached(c: char) -> bool {
    is_arabic_mark(c)
        || unicode_normalization::char::is_combining_mark(c)
        || is_tatweel_or_form_of_a_mark(c)
        || matches!(c, '\u{1160}'..='\u{11ff}')
}

const fn is_tatweel_or_form_of_a_mark(c: char) -> bool {
    matches!(c, '\u{0640}' | '\u{fe70}'..='\u{fe7f}' | '\u{fc5e}'..='\u{fc63}' | '\u{fcf2}'..='\u{fcf4}')
}

/// Where the words of a token stand that has several, by the pieces of it that are normalised alone.
fn taken_apart(token: &str, words: &[String]) -> Vec<Range<usize>> {
    let mut normal = String::new();
    // Where each piece ends in the normalised token, and its place in the token.
    let mut ends: Vec<(usize, Range<usize>)> = Vec::new();
    for piece in pieces(token) {
        normal.push_str(&norm(&token[piece.clone()]));
        ends.push((normal.len(), piece));
    }
    if !split_words(&normal).eq(words.iter().map(String::as_str)) {
        return vec![0..token.len(); words.len()];
    }
    let place = |word: &str| {
        let part = place_in(&normal, word);
        let first = ends.partition_point(|(end, _)| *end <= part.start);
        let last = ends.partition_point(|(end, _)| *end < part.end);
        let place = |at: usize| ends.get(at).map_or(0..token.len(), |(_, piece)| piece.clone());
        place(first).start..place(last).end
    };
    split_words(&normal).map(place).collect()
}

/// Cuts a token into pieces that can be normalised one by one: a character with what is attached to it, a number with its marks.
fn pieces(token: &str) -> Vec<Range<usize>> {
    let mut pieces: Vec<Range<usize>> = Vec::new();
    let mut in_number = false;
    for (at, c) in token.char_indices() {
        let is_number = c.is_numeric() || matches!(c, '\u{066b}' | '\u{066c}');
        let joins = is_attached(c) || is_format(c) || is_ignorable(c) || in_number && is_number;
        match pieces.last_mut() {
            Some(piece) if joins => piece.end = at + c.len_utf8(),
            _ => {
                in_number = is_number;
                pieces.push(at..at + c.len_utf8());
            }
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn placed(text: &str) -> Vec<(String, &str)> {
        let words = PlacedWords::of(text);
        let places = (0..words.words.len()).map(|at| &text[words.span_of(&(at..at + 1))]);
        words.texts().into_iter().map(str::to_owned).zip(places).collect()
    }

    #[test]
    fn words_are_found_again_in_the_text_as_it_is_stored() {
        let cases: [(&str, &[(&str, &str)]); 9] = [
            ("قالَ: «الأُمَّةُ»، ثمّ", &[("قال", "قالَ"), ("الامه", "الأُمَّةُ"), ("ثم", "ثمّ")]),
            ("كتـــاب مدرســـة.", &[("كتاب", "كتـــاب"), ("مدرسه", "مدرســـة")]),
            ("ﻗﺎﻝ ﺍﻟﻮﺯﻳﺮ", &[("قال", "ﻗﺎﻝ"), ("الوزير", "ﺍﻟﻮﺯﻳﺮ")]),
            ("ﺳﻼﻡ ﻻ", &[("سلام", "ﺳﻼﻡ"), ("لا", "ﻻ")]),
            ("محمد ﷺ.", &[("محمد", "محمد"), ("صلي", "ﷺ"), ("الله", "ﷺ"), ("عليه", "ﷺ"), ("وسلم", "ﷺ")]),
            ("الأُمَمُ-المتَّحِدة", &[("الامم", "الأُمَمُ"), ("المتحده", "المتَّحِدة")]),
            ("(١٬٢٥٠٫٥-٣)", &[("1250.5", "١٬٢٥٠٫٥"), ("3", "٣")]),
            ("Don’t “stop”, U.S.", &[("don't", "Don’t"), ("stop", "stop"), ("u", "U"), ("s", "S")]),
            ("\u{200f}نصّ\u{200f}،نصٌّ\u{202c}", &[("نص", "نصّ\u{200f}"), ("نص", "نصٌّ\u{202c}")]),
        ];
        for (text, words) in cases {
            let words: Vec<(String, &str)> = words.iter().map(|(word, at)| ((*word).to_owned(), *at)).collect();
            assert_eq!(placed(text), words, "{text}");
        }
    }

    #[test]
    fn the_words_within_a_part_are_those_it_covers_whole() {
        let text = "قالَ محمد ﷺ اليوم";
        let words = PlacedWords::of(text);
        let part = |part: &str| {
            let start = text.find(part).unwrap();
            words.within(&(start..start + part.len()))
        };
        assert_eq!(part("قالَ محمد"), 0..2);
        assert_eq!(part("الَ محمد"), 1..2);
        assert_eq!(part("ﷺ"), 2..6);
        assert!(part(" ").is_empty());
        assert_eq!(words.joined(1..6), "محمد صلي الله عليه وسلم");
        assert_eq!(&text[words.span_of(&(1..4))], "محمد ﷺ");
    }

    fn soup() -> impl Strategy<Value = String> {
        let piece = prop_oneof![
            "[ابتلمو]{1,4}",
            "[\u{64b}-\u{652}\u{640}\u{200f}\u{200d}]",
            "[ .,،'’٬٫\u{6dd}-]",
            "[0-9٠-٩]{1,3}",
            "[ﻻﷺﷲﻗﺎﻝﹰ½]",
            "[a-zÉß]{1,3}",
            proptest::char::any().prop_map(|c| c.to_string()),
        ];
        proptest::collection::vec(piece, 0..16).prop_map(|pieces| pieces.concat())
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]

        #[test]
        fn the_words_are_the_compared_words_and_stand_in_order(text in soup()) {
            let found = PlacedWords::of(&text);
            prop_assert_eq!(found.texts(), compared_words(&text));
            for word in &found.words {
                prop_assert!(text.get(word.in_text.clone()).is_some_and(|part| !part.is_empty()));
            }
            for pair in found.words.windows(2) {
                let [before, after] = [&pair[0].in_text, &pair[1].in_text];
                prop_assert!(before.start <= after.start && before.end <= after.end);
            }
        }
    }
}
