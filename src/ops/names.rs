//! Names in Arabic and Latin letters, weighed without a desk.

/// What a score says of two names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Likeness {
    /// One renders the other.
    Same,
    /// One may render the other.
    Possible,
    /// They are two names.
    Different,
}

impl Likeness {
    /// The likeness that a score from 0 to 1 stands for; 0.85 is the working threshold.
    #[must_use]
    pub fn of(score: f64) -> Self {
        match score {
            0.85.. => Self::Same,
            0.70.. => Self::Possible,
            _ => Self::Different,
        }
    }
}

/// How likely a Latin name renders an Arabic one, 0 to 1, in hundredths; rounded down, so that what reads as the threshold has
/// reached it.
#[must_use]
pub fn score(arabic: &str, latin: &str) -> f64 {
    (f64::from(crate::text::names::score(arabic, latin)) * 100.0 + 1e-4).floor() / 100.0
}
