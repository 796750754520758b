//! The fields of a form or a query (`application/x-www-form-urlencoded`, URL Standard, 5), read strictly: bytes that are no UTF-8
//! are refused, not replaced.

use std::fmt::Write as _;

/// Names and values, in the order they came.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Fields(Vec<(String, String)>);

impl Fields {
    /// Reads what a browser sends; `None` where it is no UTF-8.
    pub(super) fn read(bytes: &[u8]) -> Option<Self> {
        let pairs = bytes.split(|byte| *byte == b'&').filter(|pair| !pair.is_empty()).map(|pair| {
            let at = pair.iter().position(|byte| *byte == b'=');
            let (name, value) = at.map_or((pair, &[][..]), |at| (&pair[..at], &pair[at + 1..]));
            Some((decoded(name)?, decoded(value)?))
        });
        pairs.collect::<Option<Vec<_>>>().map(Self)
    }

    /// The first value of a name.
    pub(super) fn value(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(other, _)| other == name).map(|(_, value)| value.as_str())
    }

    /// The value of a name, or nothing.
    pub(super) fn given(&self, name: &str) -> &str {
        self.value(name).unwrap_or_default()
    }

    /// The value of a name as a number.
    pub(super) fn number<N: std::str::FromStr>(&self, name: &str) -> Option<N> {
        self.value(name)?.parse().ok()
    }

    /// Whether a box of that name was ticked.
    pub(super) fn has(&self, name: &str) -> bool {
        self.value(name).is_some_and(|value| !value.is_empty())
    }

    /// What a person typed, each text that has words.
    pub(super) fn typed(&self) -> impl Iterator<Item = &str> {
        let is_typed = |name: &str| matches!(name, "text" | "comment" | "note") || name.starts_with("why-");
        let typed = self.0.iter().filter(move |(name, value)| is_typed(name) && !value.trim().is_empty());
        typed.map(|(_, value)| value.as_str())
    }

    /// How many bytes they take.
    pub(super) fn bytes(&self) -> usize {
        self.0.iter().map(|(name, value)| name.len() + value.len()).sum()
    }

    /// The fields of which `wanted` says so.
    pub(super) fn only(mut self, wanted: impl Fn(&str, &str) -> bool) -> Self {
        self.0.retain(|(name, value)| wanted(name, value));
        self
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

fn decoded(bytes: &[u8]) -> Option<String> {
    let mut out = Vec::with_capacity(bytes.len());
    let mut rest = bytes;
    while let Some((first, after)) = rest.split_first() {
        rest = after;
        let hex = |byte: &u8| char::from(*byte).to_digit(16);
        match (first, after) {
            (b'+', _) => out.push(b' '),
            (b'%', [high, low, beyond @ ..]) if hex(high).is_some() && hex(low).is_some() => {
                let value = hex(high).zip(hex(low)).map_or(0, |(high, low)| high * 16 + low);
                out.push(u8::try_from(value).unwrap_or_default());
                rest = beyond;
            }
            _ => out.push(*first),
        }
    }
    String::from_utf8(out).ok()
}

/// A text as one part of a path or one value of a query.
pub(super) fn encoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'~') {
            out.push(char::from(byte));
        } else {
            // Writing into a string cannot fail.
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_read_byte_for_byte() {
        let read = |text: &str| Fields::read(text.as_bytes());
        let fields = read("text=a+b%2B%0D%0A%D8%B3%00&empty=&bare&text=second&50%=%zz%4").unwrap();
        assert_eq!(fields.given("text"), "a b+\r\nس\0");
        assert_eq!((fields.value("empty"), fields.value("bare"), fields.value("none")), (Some(""), Some(""), None));
        assert_eq!(fields.given("50%"), "%zz%4");
        assert!(!fields.has("empty") && fields.has("text"));
        assert_eq!(read("a=%FF"), None);
        assert_eq!(Fields::read(b"a=\xff"), None);
    }

    #[test]
    fn what_is_encoded_is_read_as_it_was() {
        for text in ["the-map-room", "مياه", "a&b=c+d e%", "\r\n\0\u{200F}"] {
            let query = format!("x={}", encoded(text));
            assert!(query.is_ascii());
            assert_eq!(Fields::read(query.as_bytes()).unwrap().given("x"), text);
        }
    }
}
