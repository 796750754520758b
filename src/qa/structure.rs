//! Checks of an article's structure: numbering of headings and items, note marks and notes, one paragraph for one, headings that
//! stay headings, one dash throughout.

use std::collections::{BTreeMap, HashMap, VecDeque};
use std::ops::Range;
use std::sync::LazyLock;

use super::document::{Document, located, paragraphs};
use super::pair::Pair;
use super::{Located, Passage};
use crate::model::{DashStyle, Finding, Message, ParagraphKind, Severity};
use crate::text::{digit_value, fold_digits, is_arabic, norm, words};

/// The headings of an article: by kind, or short numbered lines without a stop where kinds are not known.
pub(super) fn headings<'a>(document: &'a Document<'a>) -> impl Iterator<Item = (usize, &'a Passage<'a>)> {
    let passages = document.passages.iter().enumerate();
    passages.filter(|(_, passage)| match passage.kind {
        Some(kind) => kind == ParagraphKind::Heading,
        None => {
            let text = passage.target.text();
            words(text).count() <= 12 && !text.trim_end().ends_with('.') && target_number(text).is_some()
        }
    })
}

/// How a line is numbered, and by what.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Numbering {
    number: u32,
    series: Series,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Series {
    /// أولاً, I., First.
    Rank,
    /// أ), A).
    Letter,
    /// ١., 1.
    Digits,
}

const RANKS: &str = "أولا ثانيا ثالثا رابعا خامسا سادسا سابعا ثامنا تاسعا عاشرا";
static RANK_KEYS: LazyLock<Vec<String>> = LazyLock::new(|| RANKS.split(' ').map(norm).collect());
const ABJAD: &str = "ابجدهوزحطي";
const HIJAI: &str = "ابتثجحخدذر";
const ENGLISH_RANKS: &str = "first second third fourth fifth sixth seventh eighth ninth tenth";

/// What a line begins with, up to a bracket, a stop, a colon or a dash behind it; and the mark.
fn leading(text: &str) -> Option<(&str, char)> {
    let text = text.trim_start().trim_start_matches('(');
    let end = text.find([')', '.', ':', '-', '–', '،', ',', '/'])?;
    let mark = text[end..].chars().next()?;
    let (word, rest) = (&text[..end], &text[end + mark.len_utf8()..]);
    let alone = !word.is_empty() && word.chars().count() <= 10 && !word.contains(char::is_whitespace);
    // A decimal or an abbreviation goes on at once; what numbers a line is followed by a space.
    (alone && rest.starts_with(char::is_whitespace)).then_some((word, mark))
}

fn digits(word: &str) -> Option<u32> {
    let folded = fold_digits(word);
    folded.parse().ok().filter(|number| (1..100).contains(number) && folded.len() <= 2)
}

fn source_number(text: &str) -> Option<Numbering> {
    let (word, mark) = leading(text)?;
    let key = norm(word);
    if let Some(rank) = RANK_KEYS.iter().position(|rank| *rank == key) {
        return numbering(rank, Series::Rank);
    }
    let key = key.replace('ـ', "");
    let mut letters = key.chars();
    match (letters.next(), letters.next()) {
        // ه is written هـ.
        (Some(letter), None) if matches!(mark, ')' | '.' | '-' | '–') && !letter.is_ascii_digit() => {
            numbering(ABJAD.chars().position(|l| l == letter)?, Series::Letter)
        }
        _ => digits(word).map(|number| Numbering { number, series: Series::Digits }),
    }
}

fn numbering(index: usize, series: Series) -> Option<Numbering> {
    Some(Numbering { number: u32::try_from(index + 1).ok()?, series })
}

/// Readings of the number of an English line: I may be the letter or the Roman one.
fn target_number(text: &str) -> Option<Vec<u32>> {
    let (word, mark) = leading(text)?;
    let lower = word.to_lowercase();
    let rank = lower.strip_suffix("ly").unwrap_or(&lower);
    if let Some(rank) = ENGLISH_RANKS.split(' ').position(|known| known == rank) {
        return Some(vec![u32::try_from(rank + 1).ok()?]);
    }
    if let Some(number) = digits(word) {
        return Some(vec![number]);
    }
    let mut readings = Vec::new();
    let mut letters = lower.chars();
    if let (Some(letter @ 'a'..='j'), None) = (letters.next(), letters.next()) {
        readings.push(u32::from(letter) - u32::from('a') + 1);
    }
    let roman = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"].iter().position(|roman| *roman == lower);
    let capital = word.chars().all(char::is_uppercase) || mark == ')';
    readings.extend(roman.filter(|_| capital).and_then(|roman| u32::try_from(roman + 1).ok()));
    (!readings.is_empty() && (capital || mark == ')')).then_some(readings)
}

/// Numbers of headings and items that differ between source and target, or skip one in the target.
pub(super) fn numbering_differs(document: &Document<'_>) -> Vec<Located> {
    let check = ("head.numbering", Severity::Warn);
    let hijai = is_hijai(document);
    let mut found = Vec::new();
    for (index, passage) in document.passages.iter().enumerate() {
        let (source, target) = (passage.source.text(), passage.target.text());
        let Some(mut wanted) = source_number(source) else { continue };
        if hijai && wanted.series == Series::Letter {
            wanted.number = hijai_number(source).unwrap_or(wanted.number);
        }
        let Some(numbers) = target_number(target) else { continue };
        if !numbers.contains(&wanted.number) {
            let span = |text: &str| {
                let start = text.len() - text.trim_start().len();
                start..start + leading(text).map_or(0, |(word, _)| text[start..].find(word).unwrap_or(0) + word.len())
            };
            let (source_span, target_span) = (span(source), span(target));
            let message = Message::new("finding-numbering")
                .with("source", &source[source_span.clone()])
                .with("target", &target[target_span.clone()]);
            found.push(located(check, index, Some(source_span), Some(target_span), message));
        }
    }
    found
}

fn hijai_number(text: &str) -> Option<u32> {
    let letter = norm(leading(text)?.0).replace('ـ', "").chars().next()?;
    HIJAI.chars().position(|l| l == letter).and_then(|at| u32::try_from(at + 1).ok())
}

/// Whether items are lettered أ ب ت ث rather than أ ب ج د: the third is then ت.
fn is_hijai(document: &Document<'_>) -> bool {
    let letters = document.passages.iter().filter_map(|passage| {
        let (word, mark) = leading(passage.source.text())?;
        (matches!(mark, ')' | '.' | '-' | '–') && word.chars().count() == 1).then(|| norm(word))
    });
    letters.into_iter().any(|letter| letter == "ت" || letter == "ث")
}

/// A mark that refers to a note, such as `(١)` behind a word, and its number.
fn note_marks(text: &str) -> Vec<(Range<usize>, u32)> {
    let mut marks = Vec::new();
    for (start, open) in text.char_indices().filter(|(_, c)| matches!(c, '(' | '[')) {
        let close = if open == '(' { b')' } else { b']' };
        let Some(length) = text.as_bytes()[start..].iter().take(9).position(|byte| *byte == close) else { continue };
        let end = start + length + 1;
        let inside = &text[start + 1..start + length];
        let before = text[..start].chars().next_back();
        // A note mark clings to the word or the stop before it; a list's number and a year in brackets do not.
        let joined = text[..start].ends_with('و') && !text[..start - 'و'.len_utf8()].ends_with(char::is_alphabetic);
        let clings = !joined && before.is_some_and(|c| !c.is_whitespace() && !matches!(c, '(' | '[' | '/'));
        if let Some(number) = digits(inside).filter(|_| clings && !is_of_article(&text[..start])) {
            marks.push((start..end, number));
        }
    }
    for (start, c) in text.char_indices().filter(|(_, c)| !c.is_ascii() && !is_arabic(*c)) {
        let value = "¹²³⁴⁵⁶⁷⁸⁹".chars().position(|sup| sup == c);
        // m² and km² are measures.
        let measured = matches!(text[..start].chars().next_back(), Some('m' | 'M' | 'م'));
        if let Some(value) = value.filter(|_| !measured) {
            marks.push((start..start + c.len_utf8(), u32::try_from(value + 1).unwrap_or(1)));
        }
    }
    marks.sort_by_key(|(span, _)| span.start);
    marks
}

/// What has numbered parts: Article 95(3).
const ARTICLES: &[&str] = &[
    "article",
    "articles",
    "section",
    "sections",
    "rule",
    "rules",
    "paragraph",
    "paragraphs",
    "clause",
    "clauses",
    "resolution",
    "resolutions",
    "ماده",
    "مادتين",
    "مادتان",
    "مواد",
    "فقره",
    "فقرتين",
    "فقرتان",
    "بند",
    "بندين",
    "بندان",
    "قرار",
];

/// Whether a text ends with the number of an article, whose part a number in brackets behind it is.
fn is_of_article(before: &str) -> bool {
    let number = before.trim_end_matches(|c: char| digit_value(c).is_some());
    let Some(named) = number.strip_suffix(' ').filter(|_| number.len() < before.len()) else { return false };
    let word = norm(named.rsplit(char::is_whitespace).next().unwrap_or_default());
    let bare = word.strip_prefix(['و', 'ب']).unwrap_or(&word);
    let bare = bare.strip_prefix("ال").or_else(|| bare.strip_prefix("لل")).unwrap_or(bare);
    ARTICLES.contains(&bare)
}

/// The spans of the note marks of a text.
pub(super) fn note_spans(text: &str) -> impl Iterator<Item = Range<usize>> {
    note_marks(text).into_iter().map(|(span, _)| span)
}

/// Note marks of a source that its target lacks, and the other way; and marks of a target whose notes are not there.
pub(super) fn note_references(document: &Document<'_>) -> Vec<Located> {
    let check = ("note.ref", Severity::Error);
    let mut found = Vec::new();
    for (index, passage) in document.passages.iter().enumerate() {
        let (source, target) = (passage.source.text(), passage.target.text());
        let mut given: HashMap<u32, VecDeque<Range<usize>>> = HashMap::new();
        for (span, number) in note_marks(target) {
            given.entry(number).or_default().push_back(span);
        }
        for (span, number) in note_marks(source) {
            if given.get_mut(&number).and_then(VecDeque::pop_front).is_none() {
                let message = Message::new("finding-missing").with("text", &source[span.clone()]);
                found.push(located(check, index, Some(span), None, message));
            }
        }
        let mut extra: Vec<Range<usize>> = given.into_values().flatten().collect();
        extra.sort_by_key(|span| span.start);
        for span in extra {
            let message = Message::new("finding-extra").with("text", &target[span.clone()]);
            found.push(located(check, index, None, Some(span), message));
        }
    }
    found
}

/// A blank line in one text alone: two paragraphs against one.
pub(super) fn paragraph_count(pair: &Pair<'_>) -> Vec<Finding> {
    let (source, target) = (paragraphs(pair.source.text).len(), paragraphs(pair.target.text).len());
    if source == target || source == 0 || target == 0 {
        return Vec::new();
    }
    let message = Message::new("finding-paragraphs").with("source", source).with("target", target);
    let spans = (0..pair.source.text.len(), 0..pair.target.text.len());
    let found = pair.finding("doc.paragraph-count", Severity::Error, Some(&spans.0), Some(&spans.1));
    vec![Finding { message, ..found }]
}

/// The source has changed since the target was written against it; by its looks alone, that is worth a note.
pub(super) fn source_changed(pair: &Pair<'_>) -> Vec<Finding> {
    let Some(basis) = pair.basis else { return Vec::new() };
    let same_words = norm(basis.text()) == pair.source.key();
    let severity = if same_words { Severity::Info } else { Severity::Error };
    let id = if same_words { "finding-source-cosmetic" } else { "finding-source-changed" };
    let found = pair.finding("src.changed", severity, Some(&(0..pair.source.text.len())), None);
    vec![Finding { message: Message::new(id), ..found }]
}

/// A target that is to the letter what the memory has for another source. It may be right; whoever approves it says so.
pub(super) fn unedited_match(pair: &Pair<'_>) -> Vec<Finding> {
    let Some(score) = pair.match_score.filter(|score| *score < 100) else { return Vec::new() };
    let message = Message::new("finding-match-unedited").with("score", u32::from(score));
    let found = pair.finding("tm.unedited-fuzzy", Severity::Warn, None, Some(&(0..pair.target.text.len())));
    vec![Finding { message, ..found }]
}

/// A heading whose target is a sentence, a by-line that does not begin as one.
pub(super) fn class(pair: &Pair<'_>) -> Vec<Finding> {
    let target = pair.target.text.trim_end();
    let headlike =
        |text: &str| words(text).count() <= 2 && !text.trim_end().ends_with(['.', '؟', '!', ':', '?', '»', '…']);
    let is_heading = match pair.kind {
        Some(kind) => kind == ParagraphKind::Heading,
        None => headlike(pair.source.text) && CLOSINGS.split(' ').any(|word| norm(word) == pair.source.key()),
    };
    let sentence = target.ends_with('.') && !target.ends_with("..") && words(target).count() > 3;
    let long = words(target).count() > 20;
    let id = match pair.kind {
        _ if is_heading && (sentence && !pair.source.text.trim_end().ends_with('.') || long) => {
            "finding-heading-sentence"
        }
        Some(ParagraphKind::Byline) if pair.source.key().starts_with("بقلم") && !is_byline(target) => {
            "finding-byline"
        }
        _ => return Vec::new(),
    };
    let finding = pair.finding("struct.class", Severity::Info, None, Some(&(0..pair.target.text.len())));
    vec![Finding { message: Message::new(id).with("text", target), ..finding }]
}

/// Headings that articles often have.
const CLOSINGS: &str = "خاتمة الخاتمة مقدمة المقدمة تمهيد خلاصة الخلاصة الهوامش المراجع المصادر توصيات التوصيات";

fn is_byline(target: &str) -> bool {
    let first = target.split_whitespace().next().unwrap_or_default().to_lowercase();
    matches!(first.trim_end_matches(':'), "by" | "written" | "text" | "author" | "words")
}

/// Hyphens in the place of dashes, and dashes of two sorts in one article.
pub(super) fn dashes(document: &Document<'_>) -> Vec<Located> {
    let mut places: BTreeMap<&str, Vec<(usize, Range<usize>)>> = BTreeMap::new();
    for (index, passage) in document.passages.iter().enumerate() {
        for dash in [" - ", " – ", "—", " -- "] {
            let found = passage.target.text().match_indices(dash).map(|(start, _)| (index, start..start + dash.len()));
            places.entry(dash).or_default().extend(found);
        }
    }
    let count = |dash: &str| places.get(dash).map_or(0, Vec::len);
    let wanted = match document.profile.dashes {
        DashStyle::En => " – ",
        DashStyle::Em => "—",
        DashStyle::Any if count("—") > count(" – ") => "—",
        DashStyle::Any => " – ",
    };
    let mut odd: Vec<(usize, Range<usize>)> =
        places.into_iter().filter(|(dash, _)| *dash != wanted).flat_map(|(_, p)| p).collect();
    odd.sort_by_key(|(index, span)| (*index, span.start));
    let told = |(index, span): (usize, Range<usize>)| {
        let message = Message::new("finding-dash").with("text", &document.passages[index].target.text()[span.clone()]);
        let found = located(("dash.style", Severity::Info), index, None, Some(span), message);
        Located { finding: Finding { suggestion: Some(wanted.to_owned()), ..found.finding }, ..found }
    };
    odd.into_iter().map(told).collect()
}
