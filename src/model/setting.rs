//! The settings of a desk and the roles of its people.

use super::decision::Role;

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
}

impl Setting {
    /// Every setting.
    pub const ALL: [Self; 6] =
        [Self::Name, Self::SourceLanguage, Self::TargetLanguage, Self::FourEyes, Self::CosmeticChanges, Self::User];

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
