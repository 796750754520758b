//! From the words of a command line to values of the model. A refused word says why in a message, which `usage` shows.

use std::fmt;

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};

use crate::l10n;
use crate::model::{
    Address, ConceptKind, Language, Message, ParagraphKind, ParagraphNumber, PartOfSpeech, ReasonCode, Role, Severity,
    Slug, Status,
};
use crate::ops::realignment::Repair;

/// The scores that near texts can be asked for by.
const NEAR: std::ops::RangeInclusive<u8> = crate::ops::boilerplate::LEAST_NEAR..=99;

/// Why a word is no value.
#[derive(Clone, Debug)]
pub(crate) struct ValueError {
    /// What is wrong.
    pub(crate) message: Message,
    /// What would be right.
    pub(crate) hint: Option<Message>,
}

impl fmt::Display for ValueError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.message.id)
    }
}

impl std::error::Error for ValueError {}

fn refusal(id: &'static str, given: &str, hint: Option<Message>) -> ValueError {
    ValueError { message: Message::new(id).with("given", given), hint }
}

pub(crate) fn address(word: &str) -> Result<Address, ValueError> {
    word.parse().map_err(|_| refusal("usage-address", word, Some(Message::new("usage-hint-address"))))
}

pub(crate) fn slug(word: &str) -> Result<Slug, ValueError> {
    word.parse().map_err(|_| refusal("usage-slug", word, Some(Message::new("usage-hint-slug"))))
}

/// The name of a block: as a slug.
pub(crate) fn block_name(word: &str) -> Result<String, ValueError> {
    let name = word.parse::<Slug>().map(|name| name.as_str().to_owned());
    name.map_err(|_| refusal("usage-block-name", word, Some(Message::new("usage-hint-slug"))))
}

/// From which score on texts are nearly the same.
pub(crate) fn near(word: &str) -> Result<u8, ValueError> {
    let percent = word.trim_end_matches(['%', '٪']).parse().ok().filter(|percent| NEAR.contains(percent));
    let (least, most) = NEAR.into_inner();
    let hint = Message::new("usage-hint-near").with("least", u32::from(least)).with("most", u32::from(most));
    percent.ok_or_else(|| refusal("usage-near", word, Some(hint)))
}

pub(crate) fn language(word: &str) -> Result<Language, ValueError> {
    word.parse().map_err(|_| refusal("usage-language", word, Some(Message::new("usage-hint-language"))))
}

/// The name of a format. The list is for help and completions; which of them can be used where is decided where it is used.
#[derive(Clone, Debug)]
pub(crate) struct FormatName(pub(crate) fn() -> Vec<&'static str>);

impl TypedValueParser for FormatName {
    type Value = String;

    fn parse_ref(
        &self,
        command: &clap::Command,
        argument: Option<&clap::Arg>,
        value: &std::ffi::OsStr,
    ) -> Result<String, clap::Error> {
        clap::builder::StringValueParser::new().parse_ref(command, argument, value)
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        Some(Box::new((self.0)().into_iter().map(PossibleValue::new)))
    }
}

/// A language tag or POSIX locale name, kept as written; whether we speak it is decided by negotiation.
pub(crate) fn tag(word: &str) -> Result<String, ValueError> {
    let known = l10n::parse_tag(word).map(|_| word.to_owned());
    known.ok_or_else(|| refusal("usage-language", word, Some(Message::new("usage-hint-language"))))
}

/// A whole number from 1 up.
pub(crate) fn count(word: &str) -> Result<u32, ValueError> {
    word.parse().ok().filter(|number| *number > 0).ok_or_else(|| refusal("usage-count", word, None))
}

/// A score of the memory, 1 to 101.
pub(crate) fn score(word: &str) -> Result<u8, ValueError> {
    word.trim_end_matches(['%', '٪'])
        .parse()
        .ok()
        .filter(|score| (1..=101).contains(score))
        .ok_or_else(|| refusal("usage-score", word, None))
}

/// What is taken off a score, 0 to 100 percent.
pub(crate) fn penalty(word: &str) -> Result<u8, ValueError> {
    word.trim_end_matches(['%', '٪'])
        .parse()
        .ok()
        .filter(|penalty| *penalty <= 100)
        .ok_or_else(|| refusal("usage-penalty", word, None))
}

/// A day, or the beginning of a moment: `2026`, `2026-01`, `2026-01-31`, `2026-01-31T09:05`.
pub(crate) fn date(word: &str) -> Result<String, ValueError> {
    let pattern = "dddd-dd-ddTdd:dd:dd";
    let fits = |(given, wanted): (char, char)| if wanted == 'd' { given.is_ascii_digit() } else { given == wanted };
    let part = |range: std::ops::Range<usize>| word.get(range).and_then(|digits| digits.parse::<u32>().ok());
    let within = |range, most: std::ops::RangeInclusive<u32>| part(range).is_none_or(|number| most.contains(&number));
    let whole = [4, 7, 10, 16, 19].contains(&word.chars().count())
        && within(5..7, 1..=12)
        && within(8..10, 1..=31)
        && within(11..13, 0..=23)
        && within(14..16, 0..=59)
        && within(17..19, 0..=60);
    if whole && word.chars().zip(pattern.chars()).all(fits) {
        return Ok(word.to_owned());
    }
    Err(refusal("usage-date", word, Some(Message::new("usage-hint-date"))))
}

/// How far own work must be that counts.
pub(crate) fn settled_status(word: &str) -> Result<Status, ValueError> {
    let settled = [Status::Translated, Status::Reviewed, Status::Final];
    settled
        .into_iter()
        .find(|status| status.as_str() == word)
        .ok_or_else(|| refusal("usage-settled-status", word, Some(Message::new("usage-hint-settled-status"))))
}

/// The number of a revision of a paragraph, from 1.
pub(crate) fn revision(word: &str) -> Result<u32, ValueError> {
    count(word)
}

/// The number of a paragraph, from 1.
pub(crate) fn paragraph(word: &str) -> Result<ParagraphNumber, ValueError> {
    count(word).map(ParagraphNumber)
}

/// `3:4,5`: paragraph 3 gets the translations of 4 and 5.
pub(crate) fn link(word: &str) -> Result<Repair, ValueError> {
    let wrong = || refusal("usage-link", word, Some(Message::new("usage-hint-link")));
    let (to, from) = word.split_once(':').ok_or_else(wrong)?;
    let from: Result<Vec<ParagraphNumber>, ValueError> = from.split([',', '،']).map(paragraph).collect();
    Ok(Repair::Link { paragraph: paragraph(to).map_err(|_| wrong())?, from: from.map_err(|_| wrong())? })
}

/// `6:7` or `6.2:7`: the translation of paragraph 6, or of its segment 2, goes to paragraph 7.
pub(crate) fn moved(word: &str) -> Result<Repair, ValueError> {
    let wrong = || refusal("usage-move", word, Some(Message::new("usage-hint-move")));
    let (from, to) = word.split_once(':').ok_or_else(wrong)?;
    let (from, segment) = match from.split_once('.') {
        Some((from, segment)) => (from, Some(count(segment).map_err(|_| wrong())?)),
        None => (from, None),
    };
    let (from, to) = (paragraph(from).map_err(|_| wrong())?, paragraph(to).map_err(|_| wrong())?);
    if from == to { Err(wrong()) } else { Ok(Repair::Move { from, segment, to }) }
}

/// Two revisions to compare; an open end is the first or the newest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct RevisionRange {
    /// The older one; `None` is the first.
    pub(crate) from: Option<u32>,
    /// The newer one; `None` is the head.
    pub(crate) to: Option<u32>,
}

/// Reads `2..5`, `2..` and `..5`.
pub(crate) fn revision_range(word: &str) -> Result<RevisionRange, ValueError> {
    let end = |part: &str| if part.is_empty() { Some(None) } else { count(part).ok().map(Some) };
    let range = word.split_once("..").and_then(|(from, to)| Some(RevisionRange { from: end(from)?, to: end(to)? }));
    range
        .filter(|range| range.from.is_some() || range.to.is_some())
        .ok_or_else(|| refusal("usage-range", word, Some(Message::new("usage-hint-range"))))
}

/// Whether a text is a lone word like `--sumbit`: a mistyped option rather than a translation.
pub(crate) fn is_like_option(text: &str) -> bool {
    let name = text.strip_prefix("--").unwrap_or_default();
    name.starts_with(|c: char| c.is_ascii_lowercase())
        && name.chars().all(|c| c.is_ascii_lowercase() || matches!(c, '-' | '='))
}

macro_rules! closed_sets {
    ($($function:ident: $name:ident),+ $(,)?) => {$(
        pub(crate) fn $function() -> impl TypedValueParser<Value = $name> {
            let names = $name::ALL.iter().map(|value| value.as_str());
            PossibleValuesParser::new(names).try_map(|word| {
                $name::parse(&word).ok_or_else(|| refusal("usage-unreadable", &word, None))
            })
        }
    )+};
}

/// What a name may be of.
pub(crate) fn name_kind() -> impl TypedValueParser<Value = ConceptKind> {
    let names = ConceptKind::ALL.iter().filter(|kind| kind.is_name()).map(|kind| kind.as_str());
    PossibleValuesParser::new(names)
        .try_map(|word| ConceptKind::parse(&word).ok_or_else(|| refusal("usage-unreadable", &word, None)))
}

closed_sets! { part_of_speech: PartOfSpeech, kind: ParagraphKind, reason: ReasonCode, role: Role, severity: Severity, status: Status }

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_of_revisions_may_be_open_at_one_end() {
        let range = |from, to| RevisionRange { from, to };
        assert_eq!(revision_range("2..5").unwrap(), range(Some(2), Some(5)));
        assert_eq!(revision_range("2..").unwrap(), range(Some(2), None));
        assert_eq!(revision_range("..5").unwrap(), range(None, Some(5)));
        for word in ["..", "2", "0..3", "a..b", "-1..2", "2...5"] {
            assert!(revision_range(word).is_err(), "{word}");
        }
    }

    #[test]
    fn a_lone_word_with_two_hyphens_is_like_an_option() {
        assert!(is_like_option("--sumbit") && is_like_option("--dry-run"));
        for text in ["-5 degrees", "--", "-- he said", "- item", "–", "--x y", "-", "-hello", "--خط"] {
            assert!(!is_like_option(text), "{text}");
        }
    }
}
