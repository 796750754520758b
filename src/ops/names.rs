//! Names: how well a Latin text renders an Arabic name. Needs no desk.

/// How likely a Latin text renders an Arabic name, 0 to 1; from 0.85 on it is taken for the same name.
#[must_use]
pub fn score(arabic: &str, latin: &str) -> f32 {
    crate::text::names::score(arabic, latin)
}
