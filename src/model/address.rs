//! Addresses on the command line: `SLUG`, `SLUG:7`, `SLUG:3-9,12`, `SLUG:7.2`. Paragraphs and segments count from 1.

use std::fmt;
use std::str::FromStr;

/// The short name of an article on a desk.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slug(String);

/// A name that cannot be a slug.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{slug}` cannot name an article")]
pub struct SlugError {
    /// The name as given.
    pub slug: String,
}

impl Slug {
    /// The name itself.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Slug {
    type Err = SlugError;

    /// Takes letters and digits of any script, `-`, `_` and `.` (not first); at most 100 characters.
    fn from_str(slug: &str) -> Result<Self, Self::Err> {
        let fits = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.');
        let begins = slug.starts_with(|c: char| c.is_alphanumeric());
        if begins && slug.chars().count() <= 100 && slug.chars().all(fits) {
            Ok(Self(slug.to_owned()))
        } else {
            Err(SlugError { slug: slug.to_owned() })
        }
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The number of a paragraph in its article, from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ParagraphNumber(pub u32);

impl fmt::Display for ParagraphNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// An inclusive range of paragraph numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NumberRange {
    /// The first paragraph.
    pub first: ParagraphNumber,
    /// The last paragraph; at least `first`.
    pub last: ParagraphNumber,
}

/// What a command is to touch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Address {
    /// A whole article.
    Article(Slug),
    /// Some of its paragraphs.
    Paragraphs(Slug, Vec<NumberRange>),
    /// One segment of one paragraph.
    Segment(Slug, ParagraphNumber, u32),
}

/// An address that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{address}` is not an address")]
pub struct AddressError {
    /// The address as given.
    pub address: String,
}

impl Address {
    /// The article.
    #[must_use]
    pub const fn slug(&self) -> &Slug {
        match self {
            Self::Article(slug) | Self::Paragraphs(slug, _) | Self::Segment(slug, ..) => slug,
        }
    }

    /// Whether the address covers a paragraph number.
    #[must_use]
    pub fn covers(&self, number: ParagraphNumber) -> bool {
        match self {
            Self::Article(_) => true,
            Self::Paragraphs(_, ranges) => ranges.iter().any(|r| r.first <= number && number <= r.last),
            Self::Segment(_, paragraph, _) => *paragraph == number,
        }
    }

    /// Whether the address names one paragraph, or one segment of it.
    #[must_use]
    pub fn is_one_paragraph(&self) -> bool {
        match self {
            Self::Article(_) => false,
            Self::Paragraphs(_, ranges) => ranges.len() == 1 && ranges[0].first == ranges[0].last,
            Self::Segment(..) => true,
        }
    }

    /// The address of one paragraph.
    #[must_use]
    pub fn of(slug: &Slug, number: ParagraphNumber) -> Self {
        Self::Paragraphs(slug.clone(), vec![NumberRange { first: number, last: number }])
    }
}

/// Numbers may be typed in Arabic-Indic digits, as they are in an Arabic interface.
fn parse_number(text: &str) -> Option<u32> {
    let folded: Option<String> = text
        .chars()
        .map(|c| match c {
            '0'..='9' => Some(c),
            '٠'..='٩' => char::from_digit(c as u32 - '٠' as u32, 10),
            '۰'..='۹' => char::from_digit(c as u32 - '۰' as u32, 10),
            _ => None,
        })
        .collect();
    folded?.parse().ok().filter(|n| *n > 0)
}

impl FromStr for Address {
    type Err = AddressError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let error = || AddressError { address: text.to_owned() };
        let (slug, place) = text.split_once(':').map_or((text, None), |(slug, place)| (slug, Some(place)));
        let slug: Slug = slug.parse().map_err(|_| error())?;
        let Some(place) = place else { return Ok(Self::Article(slug)) };
        if let Some((paragraph, segment)) = place.split_once('.') {
            let paragraph = parse_number(paragraph).ok_or_else(error)?;
            let segment = parse_number(segment).ok_or_else(error)?;
            return Ok(Self::Segment(slug, ParagraphNumber(paragraph), segment));
        }
        let range = |part: &str| {
            let (first, last) = part.split_once(['-', '–']).unwrap_or((part, part));
            let (first, last) = (parse_number(first)?, parse_number(last)?);
            (first <= last).then_some(NumberRange { first: ParagraphNumber(first), last: ParagraphNumber(last) })
        };
        let ranges: Option<Vec<_>> = place.split([',', '،']).map(range).collect();
        Ok(Self::Paragraphs(slug, ranges.ok_or_else(error)?))
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Article(slug) => write!(f, "{slug}"),
            Self::Segment(slug, paragraph, segment) => write!(f, "{slug}:{paragraph}.{segment}"),
            Self::Paragraphs(slug, ranges) => {
                write!(f, "{slug}:")?;
                for (index, range) in ranges.iter().enumerate() {
                    let comma = if index == 0 { "" } else { "," };
                    if range.first == range.last {
                        write!(f, "{comma}{}", range.first)?;
                    } else {
                        write!(f, "{comma}{}-{}", range.first, range.last)?;
                    }
                }
                Ok(())
            }
        }
    }
}

/// Addresses of one article gathered by what is to be said of them: `a:1`, `a:2`, `a:3`, `a:7` become `a:1-3,7`.
///
/// The order is that in which the things to say first occur.
#[must_use]
pub fn gathered<'a, K: PartialEq>(items: impl IntoIterator<Item = (&'a str, K)>) -> Vec<(String, K)> {
    let mut groups: Vec<(&str, Vec<u32>, K)> = Vec::new();
    for (address, key) in items {
        let (slug, number) = address.rsplit_once(':').map_or((address, None), |(slug, n)| (slug, n.parse().ok()));
        match groups.iter_mut().rev().find(|(s, _, k)| *s == slug && *k == key) {
            Some((_, numbers, _)) => numbers.extend(number),
            None => groups.push((slug, number.into_iter().collect(), key)),
        }
    }
    groups.into_iter().map(|(slug, numbers, key)| (ranged(slug, &numbers), key)).collect()
}

fn ranged(slug: &str, numbers: &[u32]) -> String {
    let mut runs: Vec<(u32, u32)> = Vec::new();
    for &number in numbers {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == number => *last = number,
            _ => runs.push((number, number)),
        }
    }
    let shown = |&(first, last): &(u32, u32)| if first == last { first.to_string() } else { format!("{first}-{last}") };
    match runs.is_empty() {
        true => slug.to_owned(),
        false => format!("{slug}:{}", runs.iter().map(shown).collect::<Vec<_>>().join(",")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_read_back_as_written() {
        for text in ["waters", "waters:7", "waters:3-9,12", "waters:7.2", "مياه-1:4"] {
            assert_eq!(text.parse::<Address>().unwrap().to_string(), text);
        }
        assert_eq!("waters:٣-٩،١٢".parse::<Address>().unwrap().to_string(), "waters:3-9,12");
    }

    #[test]
    fn what_is_no_address_is_refused() {
        for text in ["", ":7", "a:", "a:0", "a:9-3", "a:1.0", "a:x", "a b", "-a", "a:1,,2", "../a"] {
            assert!(text.parse::<Address>().is_err(), "{text}");
        }
    }

    #[test]
    fn addresses_are_gathered_into_ranges() {
        let items = [("a:1", 'x'), ("a:2", 'x'), ("a:3", 'y'), ("a:4", 'x'), ("b:5", 'x'), ("a:5", 'x')];
        let gathered = gathered(items);
        let expected = [("a:1-2,4-5", 'x'), ("a:3", 'y'), ("b:5", 'x')];
        assert_eq!(gathered, expected.map(|(a, k)| (a.to_owned(), k)));
    }
}
