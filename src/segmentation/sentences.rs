//! Where sentences end: the sentence properties of UAX #29 (STerm, ATerm, Close, Sp) find the places, rules for Arabic and
//! English decide them. Never changes or drops a byte, and never looks for a sentence end where no stop is written.

use std::ops::Range;

use super::abbreviations::{self, Abbreviation};
use crate::model::{Direction, Language};
use crate::text::{digit_value, is_arabic_letter, is_arabic_mark, is_ignorable};

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
    let mut scan = Scan { text, at: 0, start: 0, worded: false };
    while let Some(stop) = scan.next_stop() {
        if stop.next <= grammar.last_word && grammar.ends(&stop, scan.start) {
            ranges.push(scan.start..stop.next);
            scan.start = stop.next;
            scan.worded = false;
        }
    }
    ranges.push(scan.start..text.len());
    ranges
}

/// How a sentence may end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum StopKind {
    /// One full stop, which may belong to an abbreviation.
    Full,
    /// Several points: a pause or an end.
    Ellipsis,
    /// A question.
    Question,
    /// An exclamation.
    Exclamation,
    /// An end for certain: the stops of Urdu, Devanagari and East Asia.
    Certain,
    /// A blank line, with or without a stop before it.
    BlankLine,
}

/// What closes after a stop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Closing {
    Nothing,
    Bracket,
    Quote,
}

/// A stop and what stands around it.
#[derive(Debug)]
struct Stop {
    kind: StopKind,
    /// Where the stop begins.
    begin: usize,
    closing: Closing,
    /// Where the next sentence would begin, after white space.
    next: usize,
}

const fn terminator(c: char) -> Option<StopKind> {
    Some(match c {
        '.' | '\u{2024}' => StopKind::Full,
        '…' | '‥' => StopKind::Ellipsis,
        '?' | '؟' | '⸮' | '⁇' | '⁈' | '⁉' | '‽' => StopKind::Question,
        '!' | '‼' => StopKind::Exclamation,
        '۔' | '।' | '॥' | '。' | '！' | '？' | '｡' | '．' => StopKind::Certain,
        _ => return None,
    })
}

/// East Asian stops, after which no space is written.
const fn needs_no_space(c: char) -> bool {
    matches!(c, '。' | '！' | '？' | '｡' | '．')
}

const fn closing(c: char) -> Closing {
    match c {
        ')' | ']' | '}' | '﴾' | '）' | '」' | '』' => Closing::Bracket,
        '"' | '\'' | '”' | '’' | '»' | '›' => Closing::Quote,
        _ => Closing::Nothing,
    }
}

const fn is_superscript_digit(c: char) -> bool {
    matches!(c, '¹' | '²' | '³' | '⁰' | '⁴'..='⁹')
}

/// The length of a note mark at the beginning of a text: `(١)`, `[12]`, `¹`.
fn note_mark(text: &str) -> Option<usize> {
    let first = text.chars().next()?;
    if is_superscript_digit(first) {
        return text.find(|c| !is_superscript_digit(c)).or(Some(text.len()));
    }
    let end = match first {
        '(' => ')',
        '[' => ']',
        _ => return None,
    };
    let digits = text[1..].chars().take(5).take_while(|c| digit_value(*c).is_some() || matches!(c, '*' | '†'));
    let inside: usize = digits.map(char::len_utf8).sum();
    (inside > 0 && text[1 + inside..].starts_with(end)).then_some(inside + 2)
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

/// A walk from stop to stop.
struct Scan<'a> {
    text: &'a str,
    at: usize,
    /// Where the sentence at hand begins.
    start: usize,
    /// Whether the sentence at hand has a word yet; one of punctuation alone is none.
    worded: bool,
}

impl Scan<'_> {
    fn next_stop(&mut self) -> Option<Stop> {
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

/// The end of a run of stops (`؟!`, `...`, `. . .`), what it amounts to, and whether its last one needs no white space.
fn run_of_stops(text: &str, begin: usize, first: StopKind) -> (usize, StopKind, bool) {
    let (mut end, mut kind, mut stops, mut no_space) = (begin, first, 0, false);
    loop {
        let rest = &text[end..];
        let spaces = rest.len() - rest.trim_start_matches([' ', '\u{a0}']).len();
        let spaces = if stops == 0 { 0 } else { spaces };
        let Some(c) = rest[spaces..].chars().next() else { break };
        if let Some(other) = terminator(c) {
            kind = match (kind, other) {
                _ if stops == 0 => first,
                (StopKind::Full, StopKind::Full) => StopKind::Ellipsis,
                (StopKind::Full | StopKind::Ellipsis, other) if other != StopKind::Full => other,
                (kind, _) => kind,
            };
            no_space = needs_no_space(c);
            stops += 1;
            end += spaces + c.len_utf8();
        } else if is_ignorable(c) && spaces == 0 {
            end += c.len_utf8();
        } else {
            break;
        }
    }
    (end, kind, no_space)
}

/// The end of the closing quotes, brackets, note marks and invisible characters at `end`.
fn run_of_closings(text: &str, mut end: usize) -> (usize, Closing) {
    let mut found = Closing::Nothing;
    while let Some(c) = text[end..].chars().next() {
        let here = closing(c);
        if here != Closing::Nothing {
            found = if found == Closing::Quote { found } else { here };
            end += c.len_utf8();
        } else if is_ignorable(c) {
            end += c.len_utf8();
        } else if let Some(length) = note_mark(&text[end..]) {
            end += length;
        } else {
            break;
        }
    }
    (end, found)
}

/// The end of the white space at `at`, and whether a blank line or a paragraph separator is in it. Invisible characters in it
/// stay; after it only those do that close an embedding, since the others belong to what follows.
fn after_white_space(text: &str, at: usize) -> (usize, bool) {
    let (mut seen, mut end, mut lines, mut blank) = (at, at, 0, false);
    for c in text[at..].chars() {
        seen += c.len_utf8();
        match c {
            '\n' => lines += 1,
            '\u{2028}' | '\u{2029}' => blank = true,
            _ if c.is_whitespace() => {}
            '\u{202c}' | '\u{2069}' => {}
            _ if is_ignorable(c) => continue,
            _ => break,
        }
        end = seen;
    }
    (end, blank || lines > 1)
}

/// Closings that stand alone after white space, and a note mark at the end of the text, still belong to the left. A straight
/// quote does only if one is open in the sentence.
fn with_stray_closings(sentence: &str, next: usize) -> usize {
    const WINDOW: usize = 4096;
    if let Some(quote) = sentence.as_bytes().get(next).filter(|byte| matches!(byte, b'"' | b'\''))
        && sentence.as_bytes()[next.saturating_sub(WINDOW)..next].iter().filter(|byte| *byte == quote).count() % 2 == 0
    {
        return next;
    }
    let (end, found) = run_of_closings(sentence, next);
    let (after, _) = after_white_space(sentence, end);
    let alone = after > end || after == sentence.len();
    let begins_with_note = found == Closing::Nothing && after < sentence.len();
    if alone && !begins_with_note { after } else { next }
}

/// Whether a space is missing between a whole word, a stop and a whole capitalised word: "really?You will".
fn is_missing_space(text: &str, begin: usize, end: usize) -> bool {
    let before = text[..begin].chars().rev().take(24).take_while(|c| !c.is_whitespace());
    let small_letters = before.clone().count();
    let whole_word = (3..24).contains(&small_letters) && before.clone().all(char::is_lowercase);
    let mut after = text[end..].chars().take_while(|c| c.is_alphanumeric() || matches!(c, '\'' | '’'));
    let capital = after.next().is_some_and(char::is_uppercase);
    let length: usize =
        text[end..].chars().take_while(|c| c.is_alphanumeric() || matches!(c, '\'' | '’')).map(char::len_utf8).sum();
    let closed = text[end + length..].chars().next().is_none_or(|c| c.is_whitespace() || c == ',');
    whole_word && capital && after.all(|c| !c.is_uppercase()) && closed
}

/// The rules, and what they need to know of the whole text.
struct Grammar<'a> {
    text: &'a str,
    /// Where the last word begins; what follows it is no sentence.
    last_word: usize,
    /// Whether the text is written without capitals, so that a small letter says nothing.
    careless: bool,
    /// Whether the English tables apply to Latin words.
    english: bool,
}

impl<'a> Grammar<'a> {
    fn of(text: &'a str, language: &Language) -> Self {
        let first = text.chars().find(|c| c.is_alphabetic());
        Self {
            text,
            last_word: text.rfind(char::is_alphanumeric).unwrap_or(0),
            careless: first.is_some_and(char::is_lowercase) || text.contains(" i ") || text.contains(" i'"),
            english: language.primary() == "en" || language.direction() == Direction::Rtl,
        }
    }

    /// Whether a sentence that began at `start` ends at a stop.
    fn ends(&self, stop: &Stop, start: usize) -> bool {
        if stop.kind == StopKind::BlankLine {
            return true;
        }
        let next = NextWord::of(&self.text[stop.next..]);
        if next.goes_on {
            return false;
        }
        if next.small() && stop.closing != Closing::Nothing || stop.closing == Closing::Quote && next.attributes(stop) {
            return false;
        }
        match stop.kind {
            StopKind::Certain | StopKind::BlankLine => true,
            // A question goes on with its alternative: "Is it water? Or justice?"
            StopKind::Question => !matches!(next.word, "أو" | "أم" | "Or"),
            // The name of a firm or a play: "at Yahoo! in the accounting department".
            StopKind::Exclamation => {
                !(next.small() && last_word(self.text, stop.begin).starts_with(char::is_uppercase))
            }
            // In Arabic prose points are a pause far more often than an end.
            StopKind::Ellipsis => !next.small() && (!next.arabic() || stop.closing != Closing::Nothing || next.quoted),
            StopKind::Full => self.full_stop_ends(stop, start, &next),
        }
    }

    fn full_stop_ends(&self, stop: &Stop, start: usize, next: &NextWord) -> bool {
        let word = last_word(self.text, stop.begin);
        if is_enumerator(&word) && self.is_first_word(stop.begin, start) {
            return false;
        }
        if stop.closing == Closing::Quote {
            return true;
        }
        let counted = || word.chars().count() == 1 && self.letter_counts(stop.begin);
        if word.contains(is_arabic_letter) {
            let numbered = word.contains(|c| digit_value(c).is_some());
            return numbered || !abbreviations::is_arabic(&word) || counted();
        }
        if let Some(kind) = abbreviations::latin(&word).filter(|_| self.english) {
            return abbreviation_ends(kind, next);
        }
        let mut letters = word.chars();
        if let (Some(letter), None) = (letters.next(), letters.next())
            && letter.is_uppercase()
        {
            return !next.small() && (!next.capital() || next.begins_sentence() || counted());
        }
        !next.small() || self.careless
    }

    /// Whether the letter before a stop counts what the word before it names.
    fn letter_counts(&self, stop: usize) -> bool {
        let mut words = self.text[..stop].rsplitn(3, char::is_whitespace);
        words.next();
        words.next().is_some_and(abbreviations::is_counted_by_letters)
    }

    /// Whether nothing but punctuation stands between the beginning of the sentence and its last word.
    fn is_first_word(&self, stop: usize, start: usize) -> bool {
        let before = &self.text[start..stop];
        before.len() <= 24 && before.split_whitespace().filter(|w| w.contains(char::is_alphanumeric)).count() == 1
    }
}

fn abbreviation_ends(kind: Abbreviation, next: &NextWord) -> bool {
    match kind {
        Abbreviation::Leading => false,
        Abbreviation::BeforeNumber => !next.small() && !next.number,
        Abbreviation::Trailing => next.begins_sentence() || next.quoted,
        Abbreviation::Time => !next.small() && !next.number && !abbreviations::follows_time(next.word),
        Abbreviation::AndSoOn => !next.small(),
    }
}

/// A number or letter that counts an item: `1`, `١٢`, `أ`, `b`, `IV`.
fn is_enumerator(word: &str) -> bool {
    let length = word.chars().count();
    let roman = word.chars().all(|c| matches!(c, 'I' | 'V' | 'X' | 'i' | 'v' | 'x'));
    match length {
        0 => false,
        1 => true,
        2 | 3 => roman || word.chars().all(|c| digit_value(c).is_some()),
        _ => roman && length <= 5,
    }
}

/// The word before a stop without marks, tatweel and invisible characters, with the points inside it; empty when it is too
/// long to be an abbreviation. An Arabic letter may have white space before its point.
fn last_word(text: &str, stop: usize) -> String {
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
struct NextWord<'a> {
    /// The first word, after opening punctuation.
    word: &'a str,
    /// Whether a quotation opens before it.
    quoted: bool,
    /// Whether it is a number.
    number: bool,
    /// Whether punctuation follows that cannot begin a sentence.
    goes_on: bool,
    /// Whether a point stands after the word, so that it may be an initial.
    pointed: bool,
}

impl<'a> NextWord<'a> {
    fn of(rest: &'a str) -> Self {
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

    fn small(&self) -> bool {
        !self.quoted && self.word.starts_with(char::is_lowercase)
    }

    fn capital(&self) -> bool {
        self.word.starts_with(char::is_uppercase)
    }

    fn arabic(&self) -> bool {
        self.word.starts_with(is_arabic_letter)
    }

    fn begins_sentence(&self) -> bool {
        let initial = self.pointed && self.word.len() == 1;
        !initial && abbreviations::begins_sentences(self.word)
    }

    /// Whether the word says who spoke what has just been quoted. An Arabic sentence of its own would begin with a conjunction
    /// or with the plain "said", so these alone are certain.
    fn attributes(&self, stop: &Stop) -> bool {
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

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn cut(text: &str, tag: &str) -> Vec<String> {
        let language: Language = tag.parse().unwrap();
        sentences(text, &language).into_iter().map(|range| text[range].to_owned()).collect()
    }

    /// Each case is written with `|` where a sentence ends.
    fn check(cases: &[&str], tag: &str) {
        for case in cases {
            assert_eq!(cut(&case.replace('|', ""), tag).join("|"), **case);
        }
    }

    #[test]
    fn arabic_sentences_end_at_stops_and_nowhere_else() {
        check(
            &[
                "وصل الوفد. |ثم عاد.",
                "أين الماء؟ |هنا! |نعم؟! |لا.",
                "قال: لم ينقص الماء؛ بل نقص العدل، كما ترى.",
                "قال: «نقص العدل.» |ثم مضى.",
                "قال: «نقص العدل». |ثم مضى.",
                "شبكة التوزيع القديمة.(١) |ولا تتوقف الخسارة.",
                "شبكة التوزيع.[12] |ولا تتوقف.",
                "﴿قل هو الله أحد.﴾ |صدق الله.",
                "بلغت ٣٫٥ مليون و3.5 في المئة. |ثم هبطت.",
                "انتظر... ثم مضى… إلى البيت.",
                "هل هو الماء؟ أم العدل؟ |كلاهما.",
                "\u{200f}وصل الوفد.\u{200f} |\u{200f}ثم عاد.",
                "كتبتُ كثيرًا. |وقرأتَ قليلًا.",
                "وصل الوفد .|",
            ]
            .map(|case| case.trim_end_matches('|')),
            "ar",
        );
    }

    #[test]
    fn arabic_abbreviations_keep_their_points() {
        check(
            &[
                "قال د. أحمد. |ثم قال أ.د. سعيد وم. علي.",
                "وقال د\u{202a}.\u{202c} ديفيد ريدي إنها مريضة. |وليس معروفًا.",
                "وقال ود. سلمى ود . هدى كذلك.",
                "العنوان: ص.ب. ١٢٣ وص. ب. ٤٥.",
                "في سنة ٣٠٠ ق.م. كان النهر.",
                "سنة ١٤٤٥ هـ. الموافق ٢٠٢٤ م. وما بعدها.",
                "في عام ١٤٤٥هـ. |ثم جاء عام ٢٠٢٤م. |وانتهى.",
                "ماء وخبز إلخ. وغير ذلك.",
                "وكتب ج. ر. ر. تولكين. |ثم سكت.",
                "فيه فيتامين د. |تجرى دراسات.",
                "١. سجلّ موحّد. |والثاني صندوق.",
                "أ. سجلّ موحّد.",
            ],
            "ar",
        );
    }

    #[test]
    fn english_abbreviations_keep_their_points() {
        check(
            &[
                "Mr. Smith met Dr. Jones. |They spoke.",
                "He lives in the U.S. |He likes it.",
                "The U.S. Senate voted. |It passed.",
                "J. R. R. Tolkien wrote it. |Murphy J. Paul read it.",
                "See No. 5 and pp. 18–23. |He said no. |Then he left.",
                "It ended at 9:30 p.m. with a text. |At 6 p.m. |The bells rang.",
                "At 5 p.m. Saturday they met. |At 7 p.m. ET they left.",
                "Fruit, e.g. apples, i.e. food, etc. |Bread too.",
                "St. Martin's fell silent. |On Oct. 2, 1968, it rang.",
                "Pitt, Briggs & Co. bought Acme Inc. |It closed.",
                "Smith vs. Jones. |Smith won.",
                "It grew by 3.5 per cent. |97.5% agreed.",
            ],
            "en",
        );
    }

    #[test]
    fn quotations_and_pauses_go_on_before_small_letters() {
        check(
            &[
                "“Where?” asked Martin. |“Here!” |She nodded.",
                "They sang \"It comes!\" as they marched. |Nobody came.",
                "Well ... they left. |Wait... |Now they came.",
                "“The laws [...] of the world.” |Next.",
                "He left (at five.) and returned. |(See below.) |Done.",
                "She works at Yahoo! in sales.",
                "She waited. . . . |Next came he.",
                "He said \"No.\" |\"Yes,\" she said.",
            ],
            "en",
        );
    }

    #[test]
    fn blank_lines_end_sentences_and_line_breaks_do_not() {
        check(&["The first line\nand the second.\n|Another\n\n|After a blank line"], "en");
        assert_eq!(cut("", "ar"), [""; 0]);
        assert_eq!(cut(" \n\n ", "ar"), [" \n\n "]);
        assert_eq!(cut("؟ ! …", "ar"), ["؟ ! …"]);
    }

    #[test]
    fn stops_of_other_scripts_are_known() {
        check(&["خوشبختم، آقای رضا. |شما کجایی هستید؟ |من از تهران هستم."], "fa");
        check(&["کیا حال ہے؟ |ميرا نام ___ ەے۔ |میں حالا؟"], "ur");
        check(&["你好。|再见。"], "zh");
    }

    proptest! {
        #[test]
        fn sentences_cover_any_text_once(text in "([.؟!…\"»)( \n\u{200f}\u{202a}أد٣aA5،]|\\PC){0,60}", arabic in any::<bool>()) {
            let language: Language = if arabic { "ar" } else { "en" }.parse().unwrap();
            let ranges = sentences(&text, &language);
            let mut at = 0;
            for range in &ranges {
                prop_assert!(range.start == at && range.end > at);
                at = range.end;
            }
            prop_assert_eq!(at, text.len());
            prop_assert_eq!(ranges.iter().map(|range| &text[range.clone()]).collect::<String>(), text);
        }
    }
}
