//! Finds what must go through a translation unchanged: URLs, e-mail addresses, handles and hashtags, placeholders, IBANs. It
//! compares nothing.

use std::ops::Range;

use super::script::{digit_value, is_arabic_mark, is_ignorable};

/// What a found string is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AddressKind {
    /// An address of the web, with or without its scheme.
    Url,
    /// An e-mail address.
    Email,
    /// `@name`.
    Handle,
    /// `#name`.
    Hashtag,
    /// `{name}`, `{{name}}`, `%s`, `%1$d`, `${name}`.
    Placeholder,
    /// An International Bank Account Number (ISO 13616), valid or not.
    Iban,
}

/// A string that a translation keeps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundAddress {
    /// What it is.
    pub kind: AddressKind,
    /// Where it stands, in UTF-8 bytes of the raw text.
    pub span: Range<usize>,
}

/// Everything of this sort in a text, in order and apart. Time grows with the length of the text.
#[must_use]
pub fn addresses(text: &str) -> Vec<FoundAddress> {
    let mut found = placeholders(text);
    for (start, chunk) in chunks(text).filter(|(_, chunk)| may_hold_address(chunk)) {
        found.extend(
            in_chunk(chunk).map(|(kind, range)| FoundAddress { kind, span: start + range.start..start + range.end }),
        );
    }
    found.extend(ibans(text));
    found.sort_by_key(|address| (address.span.start, usize::MAX - address.span.end));
    let mut end = 0;
    found.retain(|address| {
        let apart = address.span.start >= end;
        end = end.max(address.span.end);
        apart
    });
    found
}

/// The pieces between white space.
fn chunks(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.split_whitespace().map(|chunk| (chunk.as_ptr() as usize - text.as_ptr() as usize, chunk))
}

/// Whether a piece has a character without which it is no address: nearly all have none, and are looked at once.
fn may_hold_address(chunk: &str) -> bool {
    let Some((_, before)) = chunk.as_bytes().split_last() else { return false };
    // A point at the very end is that of the sentence.
    before.contains(&b'.') || chunk.bytes().any(|b| matches!(b, b'/' | b'@' | b'#'))
}

fn in_chunk(chunk: &str) -> impl Iterator<Item = (AddressKind, Range<usize>)> {
    let opening =
        |c: char| matches!(c, '(' | '[' | '«' | '“' | '"' | '\'' | '‘' | '<' | '،' | ',' | '؛') || is_ignorable(c);
    let start = chunk.len() - chunk.trim_start_matches(opening).len();
    let body = &chunk[start..];
    let found = web(body).or_else(|| email(body)).or_else(|| handle(body)).or_else(|| {
        // و#عطش_السرو
        let bare = body.strip_prefix(['و', 'ف', 'ب', 'ل', 'ك'])?;
        let cut = body.len() - bare.len();
        handle(bare).map(|(kind, range)| (kind, cut + range.start..cut + range.end))
    });
    found.map(|(kind, range)| (kind, start + range.start..start + range.end)).into_iter()
}

/// The end of an address whose sentence may go on: trailing punctuation is not part of it.
fn trimmed(text: &str) -> usize {
    let closing = |c: char| {
        matches!(
            c,
            '.' | ',' | '،' | ';' | '؛' | ':' | '!' | '?' | '؟' | '»' | '”' | '"' | '\'' | '’' | ']' | '>' | '…'
        ) || is_ignorable(c)
    };
    let mut text = text.trim_end_matches(closing);
    // A bracket closes the sentence's own unless the address has opened one.
    let mut surplus = text.matches(')').count().saturating_sub(text.matches('(').count());
    while surplus > 0 && text.ends_with(')') {
        text = text[..text.len() - 1].trim_end_matches(closing);
        surplus -= 1;
    }
    text.len()
}

fn web(text: &str) -> Option<(AddressKind, Range<usize>)> {
    let begin =
        text.find("http://").or_else(|| text.find("https://")).or_else(|| text.starts_with("www.").then_some(0));
    let begin = match begin {
        Some(begin) => begin,
        None if is_bare_domain(text) => 0,
        None => return None,
    };
    let stop = |c: char| matches!(c, '«' | '»' | '“' | '”' | '"' | '<' | '>' | '،' | '؛' | '؟');
    let length = text[begin..].find(stop).unwrap_or(text.len() - begin);
    let end = begin + trimmed(&text[begin..begin + length]);
    (end > begin + 7 || is_bare_domain(text)).then_some((AddressKind::Url, begin..end))
}

/// `example.org/a1`: a domain of a well-known top level, without a scheme.
fn is_bare_domain(text: &str) -> bool {
    let host = text.split(['/', '?', '#']).next().unwrap_or_default();
    let host = host.trim_end_matches(|c: char| !c.is_ascii_alphanumeric());
    let Some((name, top)) = host.rsplit_once('.') else { return false };
    let known =
        ["org", "com", "net", "edu", "gov", "info", "int", "io", "ly", "eg", "sy", "lb", "jo", "uk", "tv", "news"];
    known.contains(&top)
        && !name.is_empty()
        && name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '.'))
}

fn email(text: &str) -> Option<(AddressKind, Range<usize>)> {
    let at = text.find('@').filter(|at| *at > 0)?;
    let is_local = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '+' | '-' | '%');
    let begin =
        text[..at].rfind(|c| !is_local(c)).map_or(0, |i| i + text[i..].chars().next().map_or(1, char::len_utf8));
    let is_domain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-');
    let domain = &text[at + 1..];
    let length = domain.find(|c| !is_domain(c)).unwrap_or(domain.len());
    let end = at + 1 + domain[..length].trim_end_matches(['.', '-']).len();
    (begin < at && text[at + 1..end].contains('.')).then_some((AddressKind::Email, begin..end))
}

fn handle(text: &str) -> Option<(AddressKind, Range<usize>)> {
    let kind = match text.chars().next()? {
        '@' => AddressKind::Handle,
        '#' => AddressKind::Hashtag,
        _ => return None,
    };
    let is_name = |c: char| c.is_alphanumeric() || c == '_' || is_arabic_mark(c) || c == '\u{640}';
    let length = text[1..].find(|c| !is_name(c)).unwrap_or(text.len() - 1);
    // #1 is "number one".
    text[1..=length]
        .contains(|c: char| c.is_alphabetic())
        .then_some((kind, 0..=length))
        .map(|(kind, r)| (kind, 0..*r.end() + 1))
}

/// `{…}` without spaces beyond the edges, `%s`, `%d`, `%1$s`.
fn placeholders(text: &str) -> Vec<FoundAddress> {
    let bytes = text.as_bytes();
    let (mut found, mut at) = (Vec::new(), 0);
    while at < bytes.len() {
        let length = match bytes[at] {
            b'{' => braces(&text[at..]),
            b'%' => printf(&bytes[at..]).filter(|_| at == 0 || !bytes[at - 1].is_ascii_digit()),
            _ => None,
        };
        match length {
            Some(length) => {
                let start = at - usize::from(at > 0 && bytes[at - 1] == b'$' && bytes[at] == b'{');
                found.push(FoundAddress { kind: AddressKind::Placeholder, span: start..at + length });
                at += length;
            }
            None => at += 1,
        }
    }
    found
}

/// The longest name that a placeholder in braces has.
const LONGEST_NAME: usize = 64;

fn braces(text: &str) -> Option<usize> {
    let double = text.starts_with("{{");
    let (open, close) = if double { (2, "}}") } else { (1, "}") };
    let window = text.char_indices().nth(LONGEST_NAME).map_or(text.len(), |(end, _)| end);
    let end = text[open..window].find(close)? + open;
    let name = text[open..end].trim();
    let named = name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '$' | '.' | ':'));
    (named && !name.is_empty()).then_some(end + close.len())
}

fn printf(bytes: &[u8]) -> Option<usize> {
    let digits = bytes[1..].iter().take(3).take_while(|b| b.is_ascii_digit()).count();
    let after = if digits > 0 && bytes.get(1 + digits) == Some(&b'$') { 2 + digits } else { 1 };
    let letter = bytes.get(after).filter(|b| matches!(b, b's' | b'd' | b'i' | b'u' | b'f' | b'@'))?;
    let word_goes_on = bytes.get(after + 1).is_some_and(|b| b.is_ascii_alphanumeric() || !b.is_ascii());
    (letter.is_ascii() && !word_goes_on).then_some(after + 1)
}

/// Countries and territories of the registry of ISO 13616, each list with the length of its IBANs.
const IBAN_LENGTHS: [(usize, &str); 18] = [
    (15, "NO"),
    (16, "BE"),
    (18, "DK FI FK FO GL NL SD"),
    (19, "MK SI"),
    (20, "AT BA EE KZ LT LU MN XK"),
    (21, "CH HR LI LV"),
    (22, "BG BH CR DE GB GE IE ME RS VA"),
    (23, "AE GI IL IQ OM SO TL"),
    (24, "AD CZ ES MD PK RO SA SE SK TN VG"),
    (25, "LY PT ST"),
    (26, "IS TR"),
    (27, "BI DJ FR GR IT MC MR SM"),
    (28, "AL AZ BY CY DO GT HN HU LB NI PL SV"),
    (29, "BR EG PS QA UA"),
    (30, "JO KW MU YE"),
    (31, "MT SC"),
    (32, "LC"),
    (33, "RU"),
];

/// How many letters and digits an IBAN of a country has.
fn iban_length(country: [char; 2]) -> Option<usize> {
    let is = |code: &str| code.chars().eq(country);
    IBAN_LENGTHS.iter().find(|(_, codes)| codes.split(' ').any(is)).map(|(length, _)| *length)
}

/// So few or so many letters and digits may be missing in an IBAN, or be too many.
const MISCOUNTED: usize = 3;

fn ibans(text: &str) -> Vec<FoundAddress> {
    let capitals = |pair: &[u8]| pair.iter().all(u8::is_ascii_uppercase);
    if !text.as_bytes().windows(2).any(capitals) {
        return Vec::new();
    }
    let chars: Vec<(usize, char)> = text.char_indices().collect();
    let letter = |at: usize| chars.get(at).is_some_and(|(_, c)| c.is_ascii_uppercase());
    let digit = |at: usize| chars.get(at).is_some_and(|(_, c)| digit_value(*c).is_some());
    let (mut found, mut at) = (Vec::new(), 0);
    while at < chars.len() {
        let begins = letter(at)
            && letter(at + 1)
            && digit(at + 2)
            && digit(at + 3)
            && (at == 0 || !chars[at - 1].1.is_alphanumeric());
        match begins.then(|| iban_end(&chars, at)).flatten() {
            Some(end) => {
                let last = chars[end - 1];
                found.push(FoundAddress { kind: AddressKind::Iban, span: chars[at].0..last.0 + last.1.len_utf8() });
                at = end;
            }
            None => at += 1,
        }
    }
    found
}

/// Takes groups of capitals and digits, single spaces between, and ends behind the group that brings the IBAN nearest to the
/// length of its country; never inside a word.
fn iban_end(chars: &[(usize, char)], begin: usize) -> Option<usize> {
    let registered = iban_length([chars.get(begin)?.1, chars.get(begin + 1)?.1])?;
    let belongs = |at: usize| chars.get(at).is_some_and(|(_, c)| c.is_ascii_uppercase() || digit_value(*c).is_some());
    let goes_on = |at: usize| chars.get(at).is_some_and(|(_, c)| c.is_alphanumeric() || is_arabic_mark(*c));
    let (mut at, mut length, mut best) = (begin, 0, None);
    while length < registered + MISCOUNTED {
        if belongs(at) {
            length += 1;
            let off = registered.abs_diff(length);
            if !goes_on(at + 1) && off <= MISCOUNTED && best.is_none_or(|(least, _)| off < least) {
                best = Some((off, at + 1));
            }
        } else if !(chars.get(at).is_some_and(|(_, c)| matches!(c, ' ' | '\u{a0}' | '\u{202f}')) && belongs(at + 1)) {
            break;
        }
        at += 1;
    }
    best.map(|(_, end)| end)
}

/// An IBAN in its electronic form: ASCII digits and capitals without spaces.
#[must_use]
pub fn compact_iban(text: &str) -> String {
    let ascii = |c: char| {
        digit_value(c)
            .and_then(|v| char::from_digit(v, 10))
            .or_else(|| c.is_ascii_alphanumeric().then(|| c.to_ascii_uppercase()))
    };
    text.chars().filter_map(ascii).collect()
}

/// Whether the check digits of a compact IBAN are right (ISO 7064, MOD 97-10).
#[must_use]
pub fn is_valid_iban(compact: &str) -> bool {
    let Some((head, tail)) = compact.split_at_checked(4) else { return false };
    let remainder = tail.chars().chain(head.chars()).try_fold(0_u32, |remainder, c| {
        let value = c.to_digit(36)?;
        Some(if value < 10 { remainder * 10 + value } else { remainder * 100 + value } % 97)
    });
    remainder == Some(1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn found(text: &str) -> Vec<(AddressKind, &str)> {
        addresses(text).into_iter().map(|address| (address.kind, &text[address.span])).collect()
    }

    #[test]
    fn addresses_end_where_the_sentence_goes_on() {
        use AddressKind::{Email, Handle, Hashtag, Iban, Placeholder, Url};
        assert_eq!(found("انظر https://example.org/a1."), [(Url, "https://example.org/a1")]);
        assert_eq!(found("(see www.example.org/a_(b))، ثم"), [(Url, "www.example.org/a_(b)")]);
        assert_eq!(found("على example.org/difaf؛"), [(Url, "example.org/difaf")]);
        assert_eq!(
            found("كتب: r.safsafi@example.org – @sarw_river"),
            [(Email, "r.safsafi@example.org"), (Handle, "@sarw_river")]
        );
        assert_eq!(found("وسم #عطش_السرو، و#1"), [(Hashtag, "#عطش_السرو")]);
        assert_eq!(found("وسما #عطش_السرو و#ماء"), [(Hashtag, "#عطش_السرو"), (Hashtag, "#ماء")]);
        assert_eq!(
            found("مرحبًا {name} {{ x }} %s 45%d %1$d ${y}"),
            [
                (Placeholder, "{name}"),
                (Placeholder, "{{ x }}"),
                (Placeholder, "%s"),
                (Placeholder, "%1$d"),
                (Placeholder, "${y}")
            ]
        );
        assert_eq!(found("آيبان GB82 WEST 1234 5698 7654 32"), [(Iban, "GB82 WEST 1234 5698 7654 32")]);
        assert_eq!(found("U.S. officials, 45% of it"), []);
    }

    #[test]
    fn ibans_end_at_the_length_of_their_country() {
        for (text, iban) in [
            ("آيبان GB82 WEST 1234 5698 7654 32 رقم 233", Some("GB82 WEST 1234 5698 7654 32")),
            ("IBAN GB82 WEST 1234 5698 7654 32 No. 233", Some("GB82 WEST 1234 5698 7654 32")),
            ("IBAN GB82 WEST 1234 5698 7654 32 BANK OF 1967", Some("GB82 WEST 1234 5698 7654 32")),
            ("GB82WEST12345698765432 233", Some("GB82WEST12345698765432")),
            ("آيبان NO93 8601 1117 947 2024", Some("NO93 8601 1117 947")),
            ("آيبان JO94 CBJO 0010 0000 0000 0131 0003 02 فرع 7", Some("JO94 CBJO 0010 0000 0000 0131 0003 02")),
            // A figure too few or too many is an IBAN with a fault.
            ("IBAN GB82 WEST 1234 5698 7654 3 No.", Some("GB82 WEST 1234 5698 7654 3")),
            ("IBAN GB82 WEST 1234 5698 7654 321 No.", Some("GB82 WEST 1234 5698 7654 321")),
            ("GB82WEST12345698765432nd", None),
            ("GB82WEST12345698765432رقم", None),
            ("ZZ82 WEST 1234 5698 7654 32", None),
            ("GB82 WEST", None),
        ] {
            assert_eq!(
                found(text),
                iban.map(|iban| (AddressKind::Iban, iban)).into_iter().collect::<Vec<_>>(),
                "{text}"
            );
        }
    }

    #[test]
    fn check_digits_tell_a_changed_iban() {
        assert!(is_valid_iban(&compact_iban("GB82 WEST ١٢٣٤ 5698 7654 32")));
        assert!(!is_valid_iban("GB82WEST12345698764532"));
        assert!(!is_valid_iban(""));
    }

    proptest! {
        #[test]
        fn found_spans_lie_in_the_text_and_apart(text in "([a-z@#{}%$./:]|[A-Z]{2}[0-9]{2}|[0-9]{4}| |[\\PC]){0,40}") {
            let mut end = 0;
            for address in addresses(&text) {
                prop_assert!(address.span.start >= end && text.get(address.span.clone()).is_some());
                end = address.span.end;
            }
        }
    }
}
