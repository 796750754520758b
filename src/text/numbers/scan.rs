//! Cuts a raw text into numerals, words and signs, each with its bytes. Numerals are read here; words are only folded.

use std::ops::Range;

use super::ratio::Ratio;
use crate::text::script::{digit_value, is_alphabetic, is_arabic_mark, is_ignorable};

/// More digits than this are no quantity, only a string of digits.
const MOST_DIGITS: usize = 30;

#[derive(Clone, Debug, PartialEq)]
pub(super) struct Token {
    pub(super) span: Range<usize>,
    pub(super) kind: TokenKind,
    /// Whether white space stands before it.
    pub(super) spaced: bool,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) enum TokenKind {
    Numeral(Numeral),
    Word(Word),
    Sign(char),
    /// An address, handle or placeholder, whose digits are no numbers.
    Opaque,
}

/// A number in digits, of whatever script.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Numeral {
    /// The exact value; `None` where there are too many digits.
    pub(super) value: Option<Ratio>,
    /// All digits in ASCII, without separators, leading zeros kept.
    pub(super) digits: String,
    pub(super) decimals: usize,
    pub(super) grouped: bool,
    /// Whether a comma, Latin or Arabic, stands for the decimal point.
    pub(super) comma: bool,
    /// Whether it is one character such as ½.
    pub(super) vulgar: bool,
}

/// A word without marks, tatweel and invisible characters.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Word {
    /// Letters as written.
    pub(super) letters: String,
    /// Letters folded: alef and hamza forms, teh marbuta, alef maksura, case.
    pub(super) key: String,
    /// Whether it bears a fathatan.
    pub(super) tanwin: bool,
    /// Whether it bears a shadda.
    pub(super) shadda: bool,
    /// Whether its first letter bears a damma.
    pub(super) damma: bool,
}

/// The tokens of a text; `opaque` ranges, in order and apart, become one token each.
pub(super) fn scan(text: &str, opaque: &[Range<usize>]) -> Vec<Token> {
    let chars: Vec<(usize, char)> = text.char_indices().collect();
    let mut scanner = Scanner { chars: &chars, length: text.len(), at: 0 };
    let (mut tokens, mut opaque) = (Vec::new(), opaque.iter().peekable());
    let mut spaced = false;
    while let Some(&(start, c)) = chars.get(scanner.at) {
        while opaque.peek().is_some_and(|range| range.end <= start) {
            opaque.next();
        }
        let kind = if let Some(range) = opaque.peek().filter(|range| range.contains(&start)) {
            while scanner.offset() < range.end {
                scanner.at += 1;
            }
            TokenKind::Opaque
        } else if digit_value(c).is_some() {
            TokenKind::Numeral(scanner.numeral())
        } else if let Some((numerator, denominator)) = vulgar(c) {
            scanner.at += 1;
            TokenKind::Numeral(Numeral {
                value: Ratio::new(numerator, denominator),
                digits: String::new(),
                decimals: 0,
                grouped: false,
                comma: false,
                vulgar: true,
            })
        } else if is_letter(c) {
            TokenKind::Word(scanner.word())
        } else {
            scanner.at += 1;
            if c.is_whitespace() || is_ignorable(c) || is_arabic_mark(c) || c == '\u{640}' {
                spaced |= c.is_whitespace();
                continue;
            }
            TokenKind::Sign(c)
        };
        tokens.push(Token { span: start..scanner.offset(), kind, spaced });
        spaced = false;
    }
    tokens
}

/// The word at a token.
pub(super) fn word_at(tokens: &[Token], at: usize) -> Option<&Word> {
    match &tokens.get(at)?.kind {
        TokenKind::Word(word) => Some(word),
        _ => None,
    }
}

/// The sign at a token.
pub(super) fn sign(tokens: &[Token], at: usize) -> Option<char> {
    match tokens.get(at)?.kind {
        TokenKind::Sign(c) => Some(c),
        _ => None,
    }
}

/// The whole number in digits at a token.
pub(super) fn integer(tokens: &[Token], at: usize) -> Option<i64> {
    match &tokens.get(at)?.kind {
        TokenKind::Numeral(numeral) if numeral.decimals == 0 => numeral.value?.as_integer(),
        _ => None,
    }
}

/// The key of the word at a token.
pub(super) fn word(tokens: &[Token], at: usize) -> Option<&str> {
    word_at(tokens, at).map(|word| word.key.as_str())
}

fn is_letter(c: char) -> bool {
    is_alphabetic(c) && !is_arabic_mark(c) && c != '\u{640}'
}

/// The fractions of one character (Number Forms and Latin-1).
const fn vulgar(c: char) -> Option<(i128, i128)> {
    Some(match c {
        '½' => (1, 2),
        '⅓' => (1, 3),
        '⅔' => (2, 3),
        '¼' => (1, 4),
        '¾' => (3, 4),
        '⅕' => (1, 5),
        '⅖' => (2, 5),
        '⅗' => (3, 5),
        '⅘' => (4, 5),
        '⅙' => (1, 6),
        '⅚' => (5, 6),
        '⅛' => (1, 8),
        '⅜' => (3, 8),
        '⅝' => (5, 8),
        '⅞' => (7, 8),
        _ => return None,
    })
}

struct Scanner<'a> {
    chars: &'a [(usize, char)],
    length: usize,
    at: usize,
}

impl Scanner<'_> {
    fn offset(&self) -> usize {
        self.chars.get(self.at).map_or(self.length, |(offset, _)| *offset)
    }

    fn char(&self, at: usize) -> Option<char> {
        self.chars.get(at).map(|(_, c)| *c)
    }

    fn is_digit(&self, at: usize) -> bool {
        self.char(at).is_some_and(|c| digit_value(c).is_some())
    }

    /// How many digits stand from here on, as far as five: no rule asks for more.
    fn digits_from(&self, at: usize) -> usize {
        (at..at + 5).take_while(|at| self.is_digit(*at)).count()
    }

    fn push_digits(&mut self, digits: &mut String) {
        while let Some(digit) = self.char(self.at).and_then(digit_value).and_then(|v| char::from_digit(v, 10)) {
            digits.push(digit);
            self.at += 1;
        }
    }

    fn numeral(&mut self) -> Numeral {
        let begin = self.at;
        // Inside 12.03.2024 or 1,2,3 a separator binds nothing.
        let chained = begin >= 2
            && self.char(begin - 1).is_some_and(|c| matches!(c, '.' | ',' | '،' | '٫'))
            && self.is_digit(begin - 2);
        let mut digits = String::new();
        self.push_digits(&mut digits);
        let grouped = digits.len() <= 3 && !chained && self.groups(&mut digits);
        let before = digits.len();
        let comma = !chained && self.decimals(&mut digits, grouped);
        let decimals = digits.len() - before;
        let value = if digits.len() <= MOST_DIGITS { Ratio::from_digits(&digits, decimals) } else { None };
        Numeral { value, digits, decimals, grouped, comma, vulgar: false }
    }

    /// Takes groups of exactly three digits, all behind the same separator.
    fn groups(&mut self, digits: &mut String) -> bool {
        let Some(separator) = self.char(self.at) else { return false };
        let needed = match separator {
            ',' | '٬' | '،' | '\u{a0}' | '\u{202f}' | '\u{2009}' => 1,
            // One group behind a point is a decimal: 1.250.
            '.' => 2,
            _ => return false,
        };
        let is_group = |at: usize| self.char(at) == Some(separator) && self.digits_from(at + 1) == 3;
        if !(0..needed).all(|group| is_group(self.at + 4 * group)) {
            return false;
        }
        while self.char(self.at) == Some(separator) && self.digits_from(self.at + 1) == 3 {
            self.at += 1;
            self.push_digits(digits);
        }
        true
    }

    /// Takes the decimals; says whether a comma stood before them.
    fn decimals(&mut self, digits: &mut String, grouped: bool) -> bool {
        let Some(separator) = self.char(self.at) else { return false };
        let count = self.digits_from(self.at + 1);
        let comma = matches!(separator, ',' | '،');
        let allowed = match separator {
            '.' | '٫' => count >= 1,
            ',' | '،' => (1..=2).contains(&count) && !grouped,
            _ => false,
        };
        if !allowed {
            return false;
        }
        let mut end = self.at + 1;
        while self.is_digit(end) {
            end += 1;
        }
        let chained = self.char(end).is_some_and(|c| matches!(c, '.' | ',' | '،' | '٫')) && self.is_digit(end + 1);
        if chained && self.char(end) == Some(separator) {
            return false;
        }
        self.at += 1;
        self.push_digits(digits);
        comma
    }

    fn word(&mut self) -> Word {
        let mut word = Word { letters: String::new(), key: String::new(), tanwin: false, shadda: false, damma: false };
        while let Some(c) = self.char(self.at) {
            if is_letter(c) {
                word.letters.push(c);
                fold(c, &mut word.key);
            } else if is_arabic_mark(c) || c == '\u{640}' || is_ignorable(c) {
                word.tanwin |= c == '\u{64b}';
                word.shadda |= c == '\u{651}';
                word.damma |= c == '\u{64f}' && word.letters.chars().nth(1).is_none();
            } else {
                break;
            }
            self.at += 1;
        }
        word
    }
}

fn fold(c: char, key: &mut String) {
    match c {
        'أ' | 'إ' | 'آ' | 'ٱ' => key.push('ا'),
        'ؤ' | 'ئ' => key.push('ء'),
        'ى' | 'ی' => key.push('ي'),
        'ک' => key.push('ك'),
        'ة' => key.push('ه'),
        'a'..='z' | '\u{621}'..='\u{64a}' => key.push(c),
        _ => key.extend(c.to_lowercase()),
    }
}

/// The key of a word of a table.
pub(super) fn key(word: &str) -> String {
    let mut key = String::with_capacity(word.len());
    word.chars().filter(|c| !is_arabic_mark(*c)).for_each(|c| fold(c, &mut key));
    key
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numerals(text: &str) -> Vec<String> {
        let tokens = scan(text, &[]);
        let value = |token: &Token| match &token.kind {
            TokenKind::Numeral(numeral) => numeral.value.map(|value| value.to_string()),
            _ => None,
        };
        tokens.iter().filter_map(value).collect()
    }

    #[test]
    fn separators_group_or_divide() {
        for (text, expected) in [
            ("١٬٢٥٠", "1250"),
            ("1,250,000.75", "1250000.75"),
            ("1\u{a0}250 000", "1250 0"),
            ("٧،٢", "7.2"),
            ("2,5", "2.5"),
            ("1.250", "1.25"),
            ("1.250.000", "1250000"),
            ("١٫٢٥٠", "1.25"),
            ("1,2,3", "1 2 3"),
            ("12.03.2024", "12 3 2024"),
            ("3.1.2", "3 1 2"),
            ("۱۹۴۸", "1948"),
            ("2½ ¾", "2 0.5 0.75"),
            ("١٬٢٣٤٬٥٦٧٫٨", "1234567.8"),
            ("عام 2023. 5 كتب", "2023 5"),
            ("١٢، ١٣", "12 13"),
            ("12,345", "12345"),
        ] {
            assert_eq!(numerals(text).join(" "), expected, "{text}");
        }
    }

    #[test]
    fn opaque_ranges_hide_their_digits() {
        let text = "see a.org/12 and 13";
        assert_eq!(scan(text, std::slice::from_ref(&(4..12))).len(), 4);
    }
}
