//! Stretches of the other direction inside a text: Latin names, addresses and telephone numbers in Arabic, Arabic in English.
//!
//! A writer isolates them, because the bidirectional algorithm (UAX #9) alone moves their edges: `C++` shows as `++C` in
//! Arabic, `+963 11 222` as `222 11 963+`. Ranges of years are no islands: in Arabic they read from the right. Finds places
//! only; changes and inserts nothing.

use std::ops::Range;

use crate::model::Direction;

/// Whether a character is a letter or mark of a script written from right to left.
pub(super) fn is_rtl(c: char) -> bool {
    match c {
        '،' | '٪' | '٫' | '٬' => false,
        '\u{660}'..='\u{669}' | '\u{6f0}'..='\u{6f9}' => false,
        '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' => true,
        '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}' => true,
        _ => false,
    }
}

/// Whether a character is a letter of a script written from left to right.
fn is_ltr(c: char) -> bool {
    c.is_alphabetic() && !is_rtl(c)
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || is_arabic_digit(c)
}

fn is_arabic_digit(c: char) -> bool {
    matches!(c, '\u{660}'..='\u{669}' | '\u{6f0}'..='\u{6f9}')
}

/// The islands in a text whose own direction is `base`, each with those inside it: the Arabic parts of an address in Arabic.
pub(super) fn nested_islands(text: &str, base: Direction) -> Vec<(Range<usize>, Direction)> {
    let (other, mut nested) = (base.opposite(), Vec::new());
    for range in islands(text, base) {
        nested.push((range.clone(), other));
        let inner = islands(&text[range.clone()], other).into_iter();
        nested.extend(inner.map(|part| (range.start + part.start..range.start + part.end, base)));
    }
    nested
}

/// The byte ranges of the islands in a text whose own direction is `base`, in order and apart from each other.
pub(super) fn islands(text: &str, base: Direction) -> Vec<Range<usize>> {
    let chars: Vec<char> = text.chars().collect();
    let mut offsets: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    offsets.push(text.len());
    let mut found: Vec<Range<usize>> = Vec::new();
    let (mut at, mut free_from) = (0, 0);
    while at < chars.len() {
        let island = match base {
            Direction::Rtl if is_ltr(chars[at]) => Some(latin(&chars, free_from, at)),
            Direction::Rtl => number(&chars, at),
            Direction::Ltr if is_rtl(chars[at]) => Some(arabic(&chars, free_from, at)),
            Direction::Ltr => None,
        };
        if let Some(island) = island {
            (at, free_from) = (island.end, island.end);
            found.push(offsets[island.start]..offsets[island.end]);
        } else {
            at += 1;
        }
    }
    found
}

/// The island around the Latin letter at `at`.
fn latin(chars: &[char], free_from: usize, at: usize) -> Range<usize> {
    let glued = |c: char| c.is_ascii_digit() || "@#$€£+_.-/~".contains(c);
    let mut start = at;
    while start > free_from && glued(chars[start - 1]) {
        start -= 1;
    }
    let at_word_start = |i: usize| i == 0 || chars[i - 1].is_whitespace();
    while start < at && ("-/".contains(chars[start]) || (chars[start] == '.' && !at_word_start(start))) {
        start += 1;
    }
    let barrier = |c: char| c == '\n' || is_rtl(c) || is_arabic_digit(c) || "،٪٫٬".contains(c);
    let mut end = at + 1;
    let mut next = end;
    while next < chars.len() && !barrier(chars[next]) {
        let gap = &chars[end..next];
        let joins = is_ltr(chars[next])
            || (chars[next].is_ascii_digit() && (gap.len() <= 1 || !gap.iter().any(|c| c.is_whitespace())));
        next += 1;
        if joins {
            end = next;
        }
    }
    while end < chars.len() && "+#%/=&_".contains(chars[end]) {
        end += 1;
    }
    start..address_end(chars, start).unwrap_or(end).max(closed(chars, start, end))
}

/// The end of the address of a page that begins at `start`, which may have Arabic letters in its path; `None` where none begins.
///
/// It ends before white space, quotation marks and Arabic punctuation; what closes a sentence or a bracket is not part of it.
fn address_end(chars: &[char], start: usize) -> Option<usize> {
    let ends = |c: char| c.is_whitespace() || "،؛؟\"<>«»“”".contains(c);
    let mut end = start + chars[start..].iter().take_while(|c| !ends(**c)).count();
    if !is_address(&chars[start..end]) {
        return None;
    }
    let opens = |from: usize, to: usize| chars[from..to].contains(&'(');
    while end > start && (".,;:!?'".contains(chars[end - 1]) || (")]}".contains(chars[end - 1]) && !opens(start, end)))
    {
        end -= 1;
    }
    Some(end)
}

/// Whether a word is, or begins as, the address of a page: with a scheme, `www.`, or a domain and a slash.
fn is_address(word: &[char]) -> bool {
    let word: String = word.iter().collect();
    let domain = word.split_once('/').map(|(domain, _)| domain);
    let is_domain = |domain: &str| {
        domain.contains('.')
            && domain.chars().all(|c| c.is_ascii_alphanumeric() || "-.".contains(c))
            && !domain.ends_with('.')
    };
    let has_scheme =
        word.split_once("://").is_some_and(|(scheme, _)| scheme.chars().all(|c| c.is_ascii_alphanumeric()));
    has_scheme || word.starts_with("www.") || (domain.is_some_and(is_domain) && word.contains(char::is_alphabetic))
}

/// Whether the word before `at` is the beginning of an address, so that Arabic at `at` is a part of its path.
fn in_address(chars: &[char], at: usize) -> bool {
    let outside = |c: char| c.is_whitespace() || "\"<>«»“”(".contains(c);
    let start = chars[..at].iter().rposition(|c| outside(*c)).map_or(0, |i| i + 1);
    is_address(&chars[start..at])
}

/// The island around the Arabic letter at `at`.
fn arabic(chars: &[char], free_from: usize, at: usize) -> Range<usize> {
    let mut start = at;
    // The parts of an address stay in their order, from the left; its `#` is a border between them.
    let in_address = in_address(chars, at);
    while !in_address && start > free_from && "#@".contains(chars[start - 1]) {
        start -= 1;
    }
    let border = |c: char| c == '\n' || is_ltr(c) || (in_address && (c.is_whitespace() || "/?&=#.:,;()،".contains(c)));
    let mut end = at + 1;
    let mut next = end;
    while next < chars.len() && !border(chars[next]) {
        let joins = is_rtl(chars[next]) || (is_arabic_digit(chars[next]) && next == end);
        next += 1;
        if joins {
            end = next;
        }
    }
    start..closed(chars, start, end)
}

/// The end of an island after taking in the brackets and quotation marks that were opened inside it.
fn closed(chars: &[char], start: usize, end: usize) -> usize {
    const PAIRS: [(char, char); 6] = [('(', ')'), ('[', ']'), ('{', '}'), ('“', '”'), ('‘', '’'), ('«', '»')];
    let mut end = end;
    while let Some(&(open, close)) = chars.get(end).and_then(|c| PAIRS.iter().find(|(_, close)| close == c)) {
        let count = |c: char| chars[start..end].iter().filter(|x| **x == c).count();
        if count(open) <= count(close) {
            break;
        }
        end += 1;
    }
    end
}

/// A telephone or account number, or a signed number, that begins at `at`.
fn number(chars: &[char], at: usize) -> Option<Range<usize>> {
    let before = at.checked_sub(1).map(|i| chars[i]);
    if before.is_some_and(|c| is_digit(c) || ".,٫٬/-+".contains(c)) {
        return None;
    }
    let signed = "+-−".contains(chars[at]);
    let first = at + usize::from(signed);
    if !chars.get(first).is_some_and(|c| is_digit(*c)) {
        return None;
    }
    let (mut end, mut digits, mut groups, mut next) = (first, 0, 0, first);
    while next < chars.len() && next - end <= 2 {
        if is_digit(chars[next]) {
            groups += usize::from(next > end || digits == 0);
            digits += 1;
            end = next + 1;
        } else if !" \u{a0}-()".contains(chars[next]) {
            break;
        }
        next += 1;
    }
    let international =
        chars[at] == '+' || (chars[first..end].iter().take(2).all(|c| "0٠۰".contains(*c)) && groups >= 3);
    if (international && digits >= 7) || (digits >= 9 && groups >= 3) {
        return Some(at..end);
    }
    let apart = before.is_none_or(|c| c.is_whitespace() || "(«“".contains(c));
    if !signed || !apart || !chars[first].is_ascii_digit() {
        return None;
    }
    let decimal = |i: usize| ".,".contains(chars[i]) && chars.get(i + 1).is_some_and(char::is_ascii_digit);
    let mut end = first;
    while end < chars.len() && (chars[end].is_ascii_digit() || decimal(end)) {
        end += 1;
    }
    Some(at..end)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn found(text: &str, base: Direction) -> Vec<&str> {
        islands(text, base).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn latin_and_numbers_that_read_from_the_left_are_islands_in_arabic() {
        let table: &[(&str, &[&str])] = &[
            ("قالت BBC إنّ", &["BBC"]),
            ("لغة C++ سهلة", &["C++"]),
            ("آيبان GB82 WEST 1234 5698 7654 32", &["GB82 WEST 1234 5698 7654 32"]),
            ("للتواصل: r.safsafi@example.org – @sarw_river", &["r.safsafi@example.org – @sarw_river"]),
            ("انظر https://example.org/difaf/?a=1. ثم", &["https://example.org/difaf/?a=1"]),
            ("هاتف +963 11 222 3333 صباحًا", &["+963 11 222 3333"]),
            ("هاتف ٠٠٩٦٣ ١١ ٢٢٢ ٣٣٣٣", &["٠٠٩٦٣ ١١ ٢٢٢ ٣٣٣٣"]),
            ("بلغت -5 درجات", &["-5"]),
            ("بلغت (-2.5) درجة", &["-2.5"]),
            ("البنك (World Bank (WB)) قال", &["World Bank (WB)"]),
            ("BBC، 2024", &["BBC"]),
            ("منصة .NET قديمة", &[".NET"]),
            ("نشر https://example.org/مسار/صفحة/2024?a=1 تقريرًا", &["https://example.org/مسار/صفحة/2024?a=1"]),
            ("انظر www.example.org/أخبار/محلية، ثم", &["www.example.org/أخبار/محلية"]),
            ("(انظر example.org/أخبار).", &["example.org/أخبار"]),
            ("https://example.org/wiki/نهر_(سورية)، وBBC", &["https://example.org/wiki/نهر_(سورية)", "BBC"]),
            ("قسم A/ب من", &["A/"]),
        ];
        for (text, expected) in table {
            assert_eq!(found(text, Direction::Rtl), *expected, "{text}");
        }
    }

    #[test]
    fn years_dates_and_plain_numbers_are_no_islands_in_arabic() {
        for text in ["عام 2019-2023 شهد", "يوم 12/3/2024", "عند 9:30", "يوم 12-03-2024", "1,250 مليونًا", "45%", "١٬٢٥٠"]
        {
            assert_eq!(found(text, Direction::Rtl), [""; 0], "{text}");
        }
    }

    #[test]
    fn arabic_is_an_island_in_english() {
        let table: &[(&str, &[&str])] = &[
            ("under the hashtag #عطش_السرو (“thirsty”)", &["#عطش_السرو"]),
            ("(أ) register", &["أ"]),
            ("the word عَدْل (justice) and ظُلم.", &["عَدْل", "ظُلم"]),
            ("the title دفاتر النهر (٢٠٢١)", &["دفاتر النهر"]),
            ("no Arabic", &[]),
            ("at https://example.org/مسار/صفحة/2024?س=١#قسم now", &["مسار", "صفحة", "س", "قسم"]),
            ("see (example.org/أخبار) and #وسم", &["أخبار", "#وسم"]),
        ];
        for (text, expected) in table {
            assert_eq!(found(text, Direction::Ltr), *expected, "{text}");
        }
    }

    proptest! {
        #[test]
        fn islands_are_in_order_apart_and_on_characters(text in "[ab1٢عَ #@+\\-(). \n،é\u{202e}]{0,40}") {
            for base in [Direction::Ltr, Direction::Rtl] {
                let mut last = 0;
                for range in islands(&text, base) {
                    prop_assert!(range.start >= last && range.start < range.end);
                    prop_assert!(text.get(range.clone()).is_some());
                    last = range.end;
                }
            }
        }
    }
}
