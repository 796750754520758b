//! Languages and the direction they are written in. Direction comes from the script, never from the bare language.

use std::fmt;
use std::str::FromStr;

use unic_langid::{CharacterDirection, LanguageIdentifier};

/// A language as a Unicode language identifier (UTS #35), such as `ar`, `ar-EG`, `en-GB`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Language(LanguageIdentifier);

/// A tag that is no language identifier.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{tag}` is not a language tag")]
pub struct LanguageError {
    /// The tag as given.
    pub tag: String,
}

/// The direction a language is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Left to right.
    Ltr,
    /// Right to left.
    Rtl,
}

impl Direction {
    /// The other direction.
    #[must_use]
    pub const fn opposite(self) -> Self {
        match self {
            Self::Ltr => Self::Rtl,
            Self::Rtl => Self::Ltr,
        }
    }

    /// The value of HTML's `dir` attribute.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Ltr => "ltr",
            Self::Rtl => "rtl",
        }
    }
}

impl Language {
    /// The direction the language's script is written in; unknown scripts count as left to right.
    #[must_use]
    pub fn direction(&self) -> Direction {
        match self.0.character_direction() {
            CharacterDirection::RTL => Direction::Rtl,
            CharacterDirection::LTR | CharacterDirection::TTB => Direction::Ltr,
        }
    }

    /// The language subtag alone: `ar` of `ar-EG`.
    #[must_use]
    pub fn primary(&self) -> &str {
        self.0.language.as_str()
    }

    /// Whether the language subtag is this one, whatever the script and the region.
    #[must_use]
    pub fn is(&self, primary: &str) -> bool {
        self.primary() == primary
    }

    /// The parsed identifier, for negotiation.
    #[must_use]
    pub const fn identifier(&self) -> &LanguageIdentifier {
        &self.0
    }
}

impl FromStr for Language {
    type Err = LanguageError;

    /// Parses a tag; `ar_EG` is taken as `ar-EG`. The empty tag and `und` are refused.
    fn from_str(tag: &str) -> Result<Self, Self::Err> {
        let error = || LanguageError { tag: tag.to_owned() };
        let id: LanguageIdentifier = tag.parse().map_err(|_| error())?;
        if id.language.is_empty() { Err(error()) } else { Ok(Self(id)) }
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn direction_follows_the_script() {
        let direction = |tag: &str| tag.parse::<Language>().unwrap().direction();
        assert_eq!(direction("ar"), Direction::Rtl);
        assert_eq!(direction("ar-EG"), Direction::Rtl);
        assert_eq!(direction("az-Arab"), Direction::Rtl);
        assert_eq!(direction("en-GB"), Direction::Ltr);
    }

    #[test]
    fn nonsense_is_no_language() {
        assert!("".parse::<Language>().is_err());
        assert!("not a tag".parse::<Language>().is_err());
        assert!("und".parse::<Language>().is_err());
    }
}
