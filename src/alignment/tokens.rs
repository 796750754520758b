//! What the aligner compares: the tokens of a segment as light keys, interned per side. Knows no lexicon and no scores.

use std::collections::HashMap;
use std::sync::LazyLock;

use unicode_segmentation::UnicodeSegmentation;

use crate::model::Language;
use crate::text::numbers::values;
use crate::text::{is_alphabetic, is_arabic, norm};

/// The index of a distinct token within one side of a document.
pub(super) type TypeId = u32;

/// What sort of token a key is; it decides which evidence may speak about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum TokenKind {
    /// A word in Arabic script.
    Arabic,
    /// A word in another script.
    Latin,
    /// A number in digits.
    Number,
    /// A mark of punctuation.
    Mark,
}

/// A distinct token of one side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct TokenType {
    /// The key: normalised and lightly stemmed.
    pub(super) key: String,
    /// The normalised word before stemming, as first seen.
    pub(super) word: String,
    /// What sort of token it is.
    pub(super) kind: TokenKind,
    /// How often it stands in this side.
    pub(super) count: u32,
}

/// A text to be aligned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Segment<'a> {
    /// The text.
    pub text: &'a str,
    /// What sort of text it is, where both sides are told in the same words: "heading" stands against "heading".
    pub label: Option<&'a str>,
}

/// One segment as the aligner sees it.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct SegmentTokens {
    /// Its distinct tokens, ascending, each with how often it stands here.
    pub(super) tokens: Vec<(TypeId, u32)>,
    /// How many tokens it has.
    pub(super) count: u32,
    /// Its length in characters of the normalised text, spaces left out.
    pub(super) length: f32,
}

/// One side of a document: its segments as interned tokens.
#[derive(Clone, Debug, Default)]
pub(super) struct Side {
    /// The distinct tokens; a [`TypeId`] is an index here.
    pub(super) types: Vec<TokenType>,
    /// The segments in order.
    pub(super) segments: Vec<SegmentTokens>,
}

/// A token with its key and its normalised word.
type Token = (String, String, TokenKind);

/// A side in the making.
#[derive(Default)]
struct Interning {
    side: Side,
    ids: HashMap<String, TypeId>,
}

impl Interning {
    fn id(&mut self, (key, word, kind): Token) -> TypeId {
        let types = &mut self.side.types;
        let id = *self.ids.entry(key).or_insert_with_key(|key| {
            let id = types.len() as TypeId;
            types.push(TokenType { key: key.clone(), word, kind, count: 0 });
            id
        });
        types[id as usize].count += 1;
        id
    }

    /// Adds a segment that has these tokens and so many characters.
    fn add_segment(&mut self, mut ids: Vec<TypeId>, length: usize) {
        ids.sort_unstable();
        let tokens = ids.chunk_by(|a, b| a == b).map(|same| (same[0], same.len() as u32)).collect();
        self.side.segments.push(SegmentTokens { tokens, count: ids.len() as u32, length: length as f32 });
    }
}

impl Side {
    /// Reads the segments of one side, in order.
    pub(super) fn of<'a>(segments: impl IntoIterator<Item = Segment<'a>>) -> Self {
        let mut interning = Interning::default();
        for Segment { text, label } in segments {
            let label = label.map(|label| (format!("\u{1}{label}"), String::new(), TokenKind::Mark));
            let (mut length, mut ids) = (0, Vec::new());
            for token in label.into_iter().chain(tokens(text)).chain(numbers_in_words(text)) {
                length += token.1.chars().count();
                ids.push(interning.id(token));
            }
            interning.add_segment(ids, length);
        }
        interning.side
    }

    /// The share of words in Arabic script among all words.
    pub(super) fn arabic_share(&self) -> f32 {
        let count = |kind: TokenKind| {
            self.types.iter().filter(|token| token.kind == kind).map(|token| token.count).sum::<u32>() as f32
        };
        let (arabic, latin) = (count(TokenKind::Arabic), count(TokenKind::Latin));
        arabic / (arabic + latin).max(1.0)
    }
}

/// The keys of a text in order: every word, number and mark, each with its normalised form and kind.
fn tokens(text: &str) -> Vec<Token> {
    norm(text).split_word_bounds().filter_map(token).collect()
}

/// A piece of normalised text with its key; `None` where it is none of these.
fn token(piece: &str) -> Option<Token> {
    key_of(piece).map(|(key, kind)| (key, piece.to_owned(), kind))
}

/// The key of a piece of normalised text and what it is; `None` where it is none of these.
pub(super) fn key_of(piece: &str) -> Option<(String, TokenKind)> {
    let first = piece.chars().find(|c| !c.is_whitespace())?;
    let kind = if piece.chars().any(is_alphabetic) {
        if piece.chars().any(|c| is_arabic(c) && is_alphabetic(c)) { TokenKind::Arabic } else { TokenKind::Latin }
    } else if piece.chars().any(char::is_numeric) {
        TokenKind::Number
    } else if first.is_alphanumeric() || first.is_control() {
        return None;
    } else {
        TokenKind::Mark
    };
    let key = match kind {
        TokenKind::Arabic => arabic_stem(piece).to_owned(),
        TokenKind::Latin => english_stem(piece),
        TokenKind::Number => piece.replace([',', '\u{a0}'], ""),
        TokenKind::Mark => piece.to_owned(),
    };
    Some((key, kind))
}

/// The whole numbers that a text writes in words, by value: ثلاثة and "three" both stand against 3.
///
/// One and two are left out: in Arabic as in English they are seldom numbers.
fn numbers_in_words(text: &str) -> impl Iterator<Item = Token> {
    let arabic = text.chars().any(|c| is_arabic(c) && is_alphabetic(c));
    let language: &Language = if arabic { &ARABIC } else { &ENGLISH };
    let written = values(text, language).into_iter().filter(|quantity| quantity.words);
    let whole = written.filter_map(|quantity| quantity.value.as_integer()).filter(|number| *number > 2);
    whole.map(|number| (number.to_string(), String::new(), TokenKind::Number))
}

static ARABIC: LazyLock<Language> = LazyLock::new(|| "ar".parse().expect("a tag"));
static ENGLISH: LazyLock<Language> = LazyLock::new(|| "en".parse().expect("a tag"));

/// The keys of the words of a text, in order: what a lexicon is made of.
pub fn word_keys(text: &str) -> Vec<String> {
    let words = tokens(text).into_iter().filter(|(_, _, kind)| matches!(kind, TokenKind::Arabic | TokenKind::Latin));
    words.map(|(key, _, _)| key).collect()
}

const ARABIC_PREFIXES: [&str; 19] = [
    "وبال", "وال", "فال", "بال", "كال", "ولل", "فلل", "لل", "ال", "وب", "ول", "وس", "فس", "و", "ف", "ب", "ل", "ك", "س",
];
const ARABIC_SUFFIXES: [&str; 22] = [
    "تهما", "تها", "تهم", "هما", "اته", "يها", "ها", "هم", "هن", "كم", "نا", "ات", "ان", "ون", "ين", "وا", "ته", "يه",
    "ه", "ي", "ا", "ت",
];

/// The light stem of a normalised Arabic word: at most one run of proclitics and one suffix are taken off, three letters stay.
fn arabic_stem(word: &str) -> &str {
    let mut stem = word;
    for prefix in ARABIC_PREFIXES {
        if let Some(rest) = stem.strip_prefix(prefix)
            && rest.chars().count() >= 3
        {
            stem = rest;
            break;
        }
    }
    for suffix in ARABIC_SUFFIXES {
        if let Some(rest) = stem.strip_suffix(suffix)
            && rest.chars().count() >= 3
        {
            return rest;
        }
    }
    stem
}

/// The light stem of an English word: possessive, plural, -ed, -ing and -ly taken off, four letters stay.
fn english_stem(word: &str) -> String {
    let word = word.strip_suffix("'s").unwrap_or(word).trim_end_matches('\'');
    let long = |rest: &str, least: usize| rest.chars().count() >= least;
    if let Some(rest) = word.strip_suffix("ies").filter(|rest| long(rest, 3)) {
        return format!("{rest}y");
    }
    for (suffix, least) in [("ings", 4), ("ing", 4), ("ed", 4), ("ly", 4), ("es", 4), ("s", 3)] {
        if suffix == "s" && word.ends_with("ss") {
            continue;
        }
        if let Some(rest) = word.strip_suffix(suffix).filter(|rest| long(rest, least)) {
            return rest.trim_end_matches('e').to_owned();
        }
    }
    if long(word, 5) { word.trim_end_matches('e').to_owned() } else { word.to_owned() }
}
