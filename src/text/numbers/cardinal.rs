//! What a grammar of number words gives back: an amount, and where it ends.

use super::ratio::Ratio;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Amount {
    Count,
    Fraction,
    /// Dozens, hundreds, thousands: the value is the order of magnitude.
    Vague,
}

/// An amount that begins at some token.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Cardinal {
    pub(super) amount: Amount,
    pub(super) value: Ratio,
    /// The token after it.
    pub(super) next: usize,
    /// Whether no digit stands in it.
    pub(super) words: bool,
    /// The power of ten of the last scale word.
    pub(super) scale: Option<u32>,
    /// What the words may mean as well.
    pub(super) other: Option<Ratio>,
}

impl Cardinal {
    pub(super) const fn count(value: Ratio, next: usize, words: bool) -> Self {
        Self { amount: Amount::Count, value, next, words, scale: None, other: None }
    }

    /// The same amount multiplied by a scale word that ends before `next`.
    pub(super) fn scaled(self, power: u32, next: usize) -> Option<Self> {
        let factor = Ratio::power_of_ten(power)?;
        let scale = Some(power + self.scale.unwrap_or_default());
        let other = self.other.and_then(|other| other.times(factor));
        Some(Self { value: self.value.times(factor)?, next, scale, other, ..self })
    }

    /// The sum with a smaller amount that follows it.
    pub(super) fn joined(self, smaller: &Self) -> Option<Self> {
        let value = self.value.plus(smaller.value)?;
        let words = self.words && smaller.words;
        Some(Self { value, next: smaller.next, words, scale: smaller.scale, other: None, ..self })
    }

    /// Whether it can follow a scale of this power as its smaller part.
    pub(super) fn is_below(&self, power: u32) -> bool {
        self.amount == Amount::Count && Ratio::power_of_ten(power).is_some_and(|limit| self.value < limit)
    }
}
