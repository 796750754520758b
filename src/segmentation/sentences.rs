//! Sentences: byte ranges that cover a text. The notions are those of UAX #29 §5 (STerm, ATerm, Close, Sp, ParaSep); the rules
//! are tailored to running Arabic and English text, as the annex allows. Never changes or trims the text.

use std::ops::Range;

use crate::model::Language;
use crate::text::{is_arabic_letter, is_arabic_mark, is_ignorable};

use super::abbreviations::{self, Abbreviation};

/// The sentences of a text as byte ranges that cover it in order without gaps; an empty text has none.
///
/// White space after a sentence belongs to it, and so do closing quotes, brackets and note marks after its stop.
#[must_use]
pub fn sentences(text: &str, language: &Language) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let (mut start, mut at) = (0, 0);
    while let Some(stop) = next_stop(text, at, language) {
        let ending = Ending::at(text, stop);
        at = ending.next;
        let has_words = || text[start..stop].contains(char::is_alphanumeric);
        if ending.next < text.len() && has_words() && ending.ends_sentence(&text[start..], start, language) {
            found.push(start..ending.next);
            start = ending.next;
        }
    }
    if start < text.len() {
        found.push(start..text.len());
    }
    found
}

/// The next character that may end a sentence or separates paragraphs.
fn next_stop(text: &str, from: usize, language: &Language) -> Option<usize> {
    let greek = language.primary() == "el";
    let stops = |c: char| is_stop(c) || is_paragraph_end(c) || greek && c == ';';
    text[from..].find(stops).map(|offset| from + offset)
}

/// STerm and ATerm of UAX #29, as far as the scripts of the day need them.
const fn is_stop(c: char) -> bool {
    matches!(
        c,
        '.' | '!'
            | '?'
            | '…'
            | '؟'
            | '۔'
            | '‼'
            | '‽'
            | '⁇'
            | '⁈'
            | '⁉'
            | '⸮'
            | '؝'
            | '؞'
            | '।'
            | '॥'
            | '։'
            | '。'
            | '！'
            | '？'
            | '｡'
    )
}

const fn is_paragraph_end(c: char) -> bool {
    matches!(c, '\n' | '\u{85}' | '\u{2029}')
}

/// Stops that need no white space after them.
const fn stops_without_space(c: char) -> bool {
    matches!(c, '।' | '॥' | '。' | '！' | '？' | '｡')
}

fn is_closer(c: char) -> bool {
    matches!(c, '"' | '\'' | '”' | '’' | '»' | '›' | ')' | ']' | '}' | '\u{fd3e}' | '“' | '‘' | '」' | '』' | '）')
}

fn is_opener(c: char) -> bool {
    matches!(
        c,
        '"' | '\'' | '“' | '‘' | '«' | '‹' | '(' | '[' | '{' | '\u{fd3f}' | '¿' | '¡' | '„' | '*' | '_' | '”' | '’'
    )
}

/// A stop, all that belongs to it, and where the next sentence could begin.
struct Ending<'a> {
    /// Where the first stop stands.
    stop: usize,
    /// The stops alone, closers and marks left out.
    stops: Stops,
    /// Whether a closing quote or bracket follows the stops.
    closed: bool,
    /// Whether a closing quotation mark does.
    quoted: bool,
    /// Where the white space behind all this ends.
    next: usize,
    space: &'a str,
    /// The text behind the white space.
    after: &'a str,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Stops {
    /// One full stop.
    Point,
    /// Two points or more, or an ellipsis.
    Ellipsis,
    /// A question or exclamation mark, alone or with others.
    Question,
    /// A stop that needs no space after it.
    Spaceless,
    /// A line or paragraph break without a stop.
    Line,
}

impl Stops {
    fn and(self, c: char) -> Self {
        match (self, c) {
            (Self::Line, '.') => Self::Point,
            (Self::Line | Self::Point, _) if stops_without_space(c) => Self::Spaceless,
            (Self::Point | Self::Ellipsis, '.') | (Self::Line | Self::Point | Self::Ellipsis, '…') => Self::Ellipsis,
            (Self::Line, '۔' | '։') => Self::Question,
            (stops, '.' | '…') => stops,
            _ => Self::Question,
        }
    }
}

impl<'a> Ending<'a> {
    fn at(text: &'a str, stop: usize) -> Self {
        let (mut stops, mut closed, mut quoted, mut end) = (Stops::Line, false, false, stop);
        while let Some(c) = text[end..].chars().next() {
            if is_stop(c) || c == ';' && stops == Stops::Line {
                stops = stops.and(c);
            } else if stops != Stops::Line && is_closer(c) && !opens_next(&text[end..], c) {
                closed = true;
                quoted |= !matches!(c, ')' | ']' | '}');
            } else if let Some(mark) = note_mark(&text[end..]).filter(|_| stops != Stops::Line) {
                end += mark;
                continue;
            } else if !is_ignorable(c) {
                break;
            }
            end += c.len_utf8();
        }
        let after = text[end..].trim_start();
        let next = text.len() - after.len();
        Self { stop, stops, closed, quoted, next: next.max(end), space: &text[end..next], after }
    }

    fn ends_sentence(&self, sentence: &str, start: usize, language: &Language) -> bool {
        let before = &sentence[..self.stop - start];
        let breaks = self.space.chars().filter(|c| is_paragraph_end(*c)).count();
        if breaks > 1 || self.space.contains('\u{2029}') || breaks == 1 && is_bullet(self.after) {
            return true;
        }
        let visible = self.after.trim_start_matches(is_ignorable);
        let Some(first) = visible.chars().next() else { return false };
        if self.stops == Stops::Line || is_stop(first) || matches!(first, ',' | '،' | '؛' | ';' | ':') {
            return false;
        }
        if self.space.is_empty() {
            return self.stops == Stops::Spaceless || self.lacks_space(before, first);
        }
        let opened = visible.trim_start_matches(|c| is_opener(c) || is_ignorable(c));
        let word = first_word(opened);
        if starts_lower(word) {
            let plain = !self.closed && opened.len() == visible.len();
            return plain && (self.stops == Stops::Question || self.stops == Stops::Point && is_plain_word(before));
        }
        if self.quoted && is_said(opened, word, self.stops) {
            return false;
        }
        match self.stops {
            Stops::Point => ends_at_point(before, opened, word, language),
            // Set off by spaces it stands for words left out. In Arabic it mostly joins; no capital tells when it does not.
            Stops::Ellipsis => {
                self.quoted || !(before.ends_with(char::is_whitespace) || word.starts_with(is_arabic_letter))
            }
            _ => true,
        }
    }

    /// Whether a question or exclamation stands directly between Arabic words: a forgotten space. Full stops without a space
    /// are left alone, since abbreviations and addresses look the same.
    fn lacks_space(&self, before: &str, first: char) -> bool {
        self.stops == Stops::Question
            && !self.closed
            && is_arabic_letter(first)
            && before.ends_with(|c| is_arabic_letter(c) || is_arabic_mark(c))
    }
}

/// Whether a quotation mark directly after a stop opens what follows: a letter stands behind it and none is open.
fn opens_next(rest: &str, c: char) -> bool {
    matches!(c, '“' | '‘') && rest[c.len_utf8()..].starts_with(char::is_alphabetic)
}

/// The length of a note mark at the beginning: `(١)`, `[12]`, `¹²`.
fn note_mark(rest: &str) -> Option<usize> {
    let inner =
        rest.strip_prefix('(').map(|inner| (inner, ')')).or_else(|| rest.strip_prefix('[').map(|inner| (inner, ']')));
    if let Some((inner, close)) = inner {
        let digits = inner.find(|c: char| !c.is_numeric()).unwrap_or(inner.len());
        let fits = (1..=6).contains(&digits) && inner[digits..].starts_with(close);
        return fits.then_some(digits + 2);
    }
    let raised = rest.find(|c| !matches!(c, '¹' | '²' | '³' | '⁰' | '⁴'..='⁹')).unwrap_or(rest.len());
    (raised > 0).then_some(raised)
}

/// Whether a line begins with a bullet.
fn is_bullet(line: &str) -> bool {
    let mut chars = line.chars();
    chars.next().is_some_and(|c| matches!(c, '•' | '‣' | '▪' | '●' | '–' | '-' | '*' | '◦'))
        && chars.next() == Some(' ')
}

/// The first word of a text, its letters, digits, inner stops, hyphens and apostrophes.
fn first_word(text: &str) -> &str {
    let part = |c: char| c.is_alphanumeric() || is_arabic_mark(c) || matches!(c, '\'' | '’' | '-' | '\u{640}');
    &text[..text.find(|c| !part(c)).unwrap_or(text.len())]
}

/// Whether a word begins with a small letter and has no capital further on, as `iPhone` has.
fn starts_lower(word: &str) -> bool {
    word.starts_with(char::is_lowercase) && !word.contains(char::is_uppercase)
}

/// Whether what follows a quotation tells who said it.
fn is_said(after: &str, word: &str, stops: Stops) -> bool {
    let bare: String = word.chars().filter(|c| !is_arabic_mark(*c)).collect();
    if word.starts_with(is_arabic_letter) {
        return abbreviations::says(&bare) && (stops == Stops::Question || bare.starts_with("حسب"));
    }
    let near = after.split_whitespace().skip(1).take(3);
    let bare = |word: &'_ str| word.trim_end_matches(['.', ',', ':', '!', '?']).len();
    let mut clause_ended = false;
    let verb = near.take_while(|word| !std::mem::replace(&mut clause_ended, bare(word) < word.len()));
    stops == Stops::Question && verb.map(|word| &word[..bare(word)]).any(abbreviations::says)
}

fn ends_at_point(before: &str, after: &str, next_word: &str, language: &Language) -> bool {
    let (token, rest) = last_token(before);
    let number_next = after.starts_with(char::is_numeric);
    if token.is_empty() || before.trim_end().ends_with(is_closer) {
        return true;
    }
    if token.chars().all(char::is_numeric) {
        // `1. Name`: the number of an item at the beginning of a sentence.
        return !rest.trim().is_empty() || token.chars().count() > 3;
    }
    let arabic = token.starts_with(is_arabic_letter);
    let abbreviation = if arabic {
        abbreviations::arabic(&token, &last_token(rest).0)
    } else if matches!(language.primary(), "en" | "ar") {
        abbreviations::english(&token, &last_token(rest).0)
    } else {
        abbreviations::english(&token, "").filter(|_| token.chars().count() == 1 || token.contains('.'))
    };
    let begins = if next_word.starts_with(is_arabic_letter) {
        let bare: String = next_word.chars().filter(|c| !is_arabic_mark(*c)).collect();
        !arabic || abbreviations::begins_arabic(&bare)
    } else {
        abbreviations::begins_english(next_word)
    };
    match abbreviation {
        None => true,
        Some(Abbreviation::Leading) => false,
        Some(Abbreviation::BeforeNumber) => !number_next && !is_roman(next_word, after),
        Some(Abbreviation::MayEnd) => begins,
        Some(Abbreviation::Time) => !number_next && !abbreviations::follows_time(next_word),
    }
}

/// Whether a word is a Roman number; `I` before a small letter is the pronoun.
fn is_roman(word: &str, after: &str) -> bool {
    let pronoun = after.strip_prefix("I ").is_some_and(|rest| rest.starts_with(char::is_lowercase));
    !word.is_empty() && !pronoun && word.chars().all(|c| matches!(c, 'I' | 'V' | 'X' | 'L' | 'C'))
}

/// Whether a text ends with a word in small letters that no stop abbreviates, so that a small letter after the stop is a habit
/// of the writer and not the same sentence.
fn is_plain_word(before: &str) -> bool {
    let (token, rest) = last_token(before);
    let vowel = |c: char| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y');
    token.len() > 2
        && token.chars().all(|c| c.is_lowercase() || matches!(c, '\'' | '’'))
        && token.contains(vowel)
        && abbreviations::english(&token, &last_token(rest).0).is_none()
}

/// The last token of a text without marks, tatweel and invisible characters, and the text before it.
fn last_token(text: &str) -> (String, &str) {
    let text = text.trim_end_matches(|c: char| c.is_whitespace() || is_ignorable(c));
    let edge = |c: char| c.is_whitespace() || is_opener(c) || matches!(c, '/' | '–' | '—' | '،' | ',' | ':');
    let begin = text.rfind(edge).map_or(0, |at| at + text[at..].chars().next().map_or(0, char::len_utf8));
    let hidden = |c: &char| is_arabic_mark(*c) || is_ignorable(*c) || *c == '\u{640}' || is_closer(*c);
    (text[begin..].chars().filter(|c| !hidden(c)).collect(), &text[..begin])
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Cases are written with `|` where a sentence ends.
    fn check(tag: &str, marked: &str) {
        let language = tag.parse().unwrap();
        let text = marked.replace('|', "");
        let cut: Vec<&str> = sentences(&text, &language).into_iter().map(|range| &text[range]).collect();
        assert_eq!(cut.join("|"), marked);
    }

    #[test]
    fn arabic_abbreviations_initials_and_decimals_do_not_end_sentences() {
        for marked in [
            "وصل د. سامي أمس. |ثم غادر.",
            "قال أ.د. رواد الصفصافي إن الماء قليل. |وأضاف م. سهيل شيئًا.",
            "كتب إلى ص.ب. ٤٣١ في دمشق. |ولم يُجَب.",
            "كتب إلى ص. ب. ٤٣١ في دمشق.",
            "عاش في القرن الثالث ق.م. في صور. |وبقي أثره.",
            "توفي سنة ١٢٠٥ هـ. في حلب. |ودُفن هناك.",
            "رواية ج. ر. ر. تولكين مشهورة.",
            "بلغ ٣.٥ ملايين و٢٫٤ متر. |ثم نقص.",
            "وقال د\u{202a}.\u{202c} ديفيد إنها بخير. |وليس معروفًا لماذا.",
            "وصل دـ. سامي وأ. هدى.",
            "زار الدكتور د. م. سعد المدينة.",
        ] {
            check("ar", marked);
        }
    }

    #[test]
    fn a_letter_that_is_a_name_or_closes_a_list_ends_the_sentence() {
        check("ar", "ينقصه فيتامين د. |تجرى دراسات.");
        check("ar", "أربع سلالات (أ، وب، وج، ود). |قد ظهرت.");
        check("ar", "لا أعلم هل يأتي أم لا. |لقد تأخر.");
        check("en", "He lacks vitamin D. |Large studies are underway.");
        check("en", "Four lineages (A, B, C and D). |Evidence shows it.");
    }

    #[test]
    fn arabic_marks_end_and_commas_do_not() {
        for marked in [
            "ماذا جرى؟ |لا أحد يعلم؛ فالخبر لم يُنشر، والناس نيام: هكذا قيل.",
            "أهذا معقول؟! |نعم.",
            "قال: «لم ينقص الماء، بل نقص العدل.» |بقيت الجملة معي.",
            "سأل: «أين الماء؟»، ثم مضى.",
            "«من جاء؟» سألت أمي. |لم يجب أحد.",
            "شبكة قديمة.(١) |وحين عدنا وجدناها.",
            "شبكة قديمة.[٢] |وحين عدنا وجدناها.",
            "لم يكن معي... إنه لا يصدق.",
            "تعب كثيرًا… ثم نام. |واستيقظ.",
            "لماذا؟|لا أحد يعلم.",
        ] {
            check("ar", marked);
        }
    }

    #[test]
    fn english_abbreviations_do_not_end_sentences() {
        for marked in [
            "Prof. Ruwad met Dr. Hale and Mr. Green. |They talked.",
            "J. R. R. Tolkien wrote it. |George W. Bush read it.",
            "The U.S. Senate met in Washington, D.C. |The vote failed.",
            "See No. 5 and Fig. 3. |No. |He left on Sept. 3 and Jan. 4.",
            "It ended at 9:30 p.m. with a text. |It began at 5 a.m. Eastern. |We left at 6 p.m. |Nobody stayed.",
            "Use it, e.g. here, i.e. now. |Smith vs. Jones was heard.",
            "Acme Inc. said so. |It bought Widgets Ltd. |The price is unknown.",
            "He lives on St. John Street. |It costs 3.5 million.",
            "“Why?” he asked. |“Go!” Smith shouted. |“Stop.” |He went.",
            "It was late … and dark. |Well... |Then it rained. |Nobody … Smith least of all … came.",
            "The network is old.(1) |When we came back, it was gone.",
            "1. Introduction to the text. |It was 2024. |The year ended.",
        ] {
            check("en", marked);
        }
    }

    #[test]
    fn blank_lines_and_bullets_separate_and_wrapped_lines_do_not() {
        check("en", "A heading\n\n|A wrapped\nline of text.\n|And another.");
        check("ar", "البنود:\n|• الأول\n|• الثاني");
    }

    #[test]
    fn an_empty_text_has_no_sentence_and_white_space_is_one() {
        let ar = "ar".parse().unwrap();
        assert!(sentences("", &ar).is_empty());
        assert_eq!(sentences(" \n\n ", &ar).first(), Some(&(0..4)));
        assert_eq!(sentences("...", &ar).first(), Some(&(0..3)));
    }

    fn soup() -> impl Strategy<Value = String> {
        let piece = prop_oneof![
            proptest::sample::select(vec![
                ".", "!", "؟", "…", " ", "\n", "(١)", "»", "\"", "د.", "U.S.", "هـ.", "\u{200f}", "1.", "كلمة", "Word",
                "he", "،", "\u{2029}", "\u{651}", "[", "²",
            ])
            .prop_map(str::to_owned),
            any::<char>().prop_map(String::from),
        ];
        proptest::collection::vec(piece, 0..30).prop_map(|pieces| pieces.concat())
    }

    proptest! {
        #[test]
        fn sentences_join_to_the_text(text in soup(), arabic: bool) {
            let language = if arabic { "ar" } else { "en" }.parse().unwrap();
            let ranges = sentences(&text, &language);
            let joined: String = ranges.iter().map(|range| &text[range.clone()]).collect();
            prop_assert_eq!(joined, text);
            prop_assert!(ranges.iter().all(|range| !range.is_empty()));
        }
    }
}
