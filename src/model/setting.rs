//! The settings of a desk and the roles of its people.

use super::decision::{FourEyes, Role};
use super::profile::{
    ArticleStyle, DashStyle, DateStyle, EraStyle, HeadingStyle, HonorificStyle, PercentStyle, QuoteStyle, SpellingStyle,
};

/// The settings of a desk; a closed set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Setting {
    /// The desk's name.
    Name,
    /// The language that articles come in.
    SourceLanguage,
    /// The language they go out in.
    TargetLanguage,
    /// What is said to a person who approves a text of their own: `off`, `warn`, `enforce`.
    FourEyes,
    /// What a cosmetic change of the source does to an approval: `keep` or `stale`.
    CosmeticChanges,
    /// Who acts when neither option nor environment says so.
    User,
    /// How English words are spelt.
    StyleSpelling,
    /// Which marks a quotation has.
    StyleQuotes,
    /// How a percentage is written.
    StylePercent,
    /// In which order a date is written.
    StyleDates,
    /// How the Arabic article of a name is written.
    StyleArticle,
    /// What becomes of religious formulas.
    StyleHonorifics,
    /// What a Hijri date needs in the target.
    StyleEra,
    /// How headings are capitalised.
    StyleHeadings,
    /// Which dash parts a thought from its sentence.
    StyleDashes,
}

impl Setting {
    /// Every setting.
    pub const ALL: [Self; 15] = [
        Self::Name,
        Self::SourceLanguage,
        Self::TargetLanguage,
        Self::FourEyes,
        Self::CosmeticChanges,
        Self::User,
        Self::StyleSpelling,
        Self::StyleQuotes,
        Self::StylePercent,
        Self::StyleDates,
        Self::StyleArticle,
        Self::StyleHonorifics,
        Self::StyleEra,
        Self::StyleHeadings,
        Self::StyleDashes,
    ];

    /// The name on the command line and in the desk.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::SourceLanguage => "source-language",
            Self::TargetLanguage => "target-language",
            Self::FourEyes => "four-eyes",
            Self::CosmeticChanges => "cosmetic-changes",
            Self::User => "user",
            Self::StyleSpelling => "style-spelling",
            Self::StyleQuotes => "style-quotes",
            Self::StylePercent => "style-percent",
            Self::StyleDates => "style-dates",
            Self::StyleArticle => "style-article",
            Self::StyleHonorifics => "style-honorifics",
            Self::StyleEra => "style-era",
            Self::StyleHeadings => "style-headings",
            Self::StyleDashes => "style-dashes",
        }
    }

    /// The values it takes, where they are a closed set.
    #[must_use]
    pub fn values(self) -> Option<Vec<&'static str>> {
        macro_rules! names {
            ($set:ident) => {
                Some($set::ALL.iter().map(|value| value.as_str()).collect())
            };
        }
        match self {
            Self::Name | Self::SourceLanguage | Self::TargetLanguage | Self::User => None,
            Self::FourEyes => names!(FourEyes),
            Self::CosmeticChanges => Some(vec!["keep", "stale"]),
            Self::StyleSpelling => names!(SpellingStyle),
            Self::StyleQuotes => names!(QuoteStyle),
            Self::StylePercent => names!(PercentStyle),
            Self::StyleDates => names!(DateStyle),
            Self::StyleArticle => names!(ArticleStyle),
            Self::StyleHonorifics => names!(HonorificStyle),
            Self::StyleEra => names!(EraStyle),
            Self::StyleHeadings => names!(HeadingStyle),
            Self::StyleDashes => names!(DashStyle),
        }
    }

    /// The setting of that name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|setting| setting.as_str() == name)
    }
}

/// A person whom the desk has given roles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonRow {
    /// The name.
    pub person: String,
    /// The roles; empty when all were taken away.
    pub roles: Vec<Role>,
}
