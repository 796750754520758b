//! An exact rational number. It has no floating point in it, and no overflow: what does not fit is `None`.

use std::cmp::Ordering;
use std::fmt;

/// A reduced fraction of two integers; the denominator is positive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Ratio {
    numerator: i128,
    denominator: i128,
}

impl Ratio {
    /// Nothing at all.
    pub const ZERO: Self = Self::integer(0);

    /// A whole number.
    #[must_use]
    pub const fn integer(value: i64) -> Self {
        Self { numerator: value as i128, denominator: 1 }
    }

    /// `numerator / denominator`, reduced; `None` for a zero denominator or where a sign cannot be turned.
    #[must_use]
    pub fn new(numerator: i128, denominator: i128) -> Option<Self> {
        let divisor = gcd(numerator.checked_abs()?, denominator.checked_abs()?);
        if denominator == 0 {
            return None;
        }
        let sign = denominator.signum();
        Some(Self { numerator: sign * (numerator / divisor), denominator: sign * (denominator / divisor) })
    }

    /// Ten to a power.
    #[must_use]
    pub fn power_of_ten(exponent: u32) -> Option<Self> {
        Some(Self { numerator: 10_i128.checked_pow(exponent)?, denominator: 1 })
    }

    /// The number that ASCII digits write, with `decimals` of them after the point.
    #[must_use]
    pub fn from_digits(digits: &str, decimals: usize) -> Option<Self> {
        let denominator = 10_i128.checked_pow(u32::try_from(decimals).ok()?)?;
        Self::new(digits.parse().ok()?, denominator)
    }

    /// The sum, where it can be held.
    #[must_use]
    pub fn plus(self, other: Self) -> Option<Self> {
        let left = self.numerator.checked_mul(other.denominator)?;
        let right = other.numerator.checked_mul(self.denominator)?;
        Self::new(left.checked_add(right)?, self.denominator.checked_mul(other.denominator)?)
    }

    /// The product, where it can be held.
    #[must_use]
    pub fn times(self, other: Self) -> Option<Self> {
        let numerator = self.numerator.checked_mul(other.numerator)?;
        Self::new(numerator, self.denominator.checked_mul(other.denominator)?)
    }

    /// The quotient, where it exists and can be held.
    #[must_use]
    pub fn over(self, other: Self) -> Option<Self> {
        self.times(Self::new(other.denominator, other.numerator)?)
    }

    /// The value, if it is whole and fits.
    #[must_use]
    pub fn as_integer(self) -> Option<i64> {
        if self.denominator == 1 { i64::try_from(self.numerator).ok() } else { None }
    }

    /// The numerator of the reduced fraction.
    #[must_use]
    pub const fn numerator(self) -> i128 {
        self.numerator
    }

    /// The denominator of the reduced fraction.
    #[must_use]
    pub const fn denominator(self) -> i128 {
        self.denominator
    }
}

const fn gcd(a: i128, b: i128) -> i128 {
    let (mut a, mut b) = (a, b);
    while b != 0 {
        (a, b) = (b, a % b);
    }
    if a == 0 { 1 } else { a }
}

impl Ord for Ratio {
    /// By value, exactly.
    fn cmp(&self, other: &Self) -> Ordering {
        let (mut one, mut two) = ((self.numerator, self.denominator), (other.numerator, other.denominator));
        if let (Some(left), Some(right)) = (one.0.checked_mul(two.1), two.0.checked_mul(one.1)) {
            return left.cmp(&right);
        }
        // Products that do not fit: by whole parts, then by what is left, turned over.
        loop {
            let (whole, other_whole) = (one.0.div_euclid(one.1), two.0.div_euclid(two.1));
            match (whole.cmp(&other_whole), one.0.rem_euclid(one.1), two.0.rem_euclid(two.1)) {
                (Ordering::Equal, 0, 0) => return Ordering::Equal,
                (Ordering::Equal, 0, _) => return Ordering::Less,
                (Ordering::Equal, _, 0) => return Ordering::Greater,
                (Ordering::Equal, left, right) => (one, two) = ((two.1, right), (one.1, left)),
                (unequal, ..) => return unequal,
            }
        }
    }
}

impl PartialOrd for Ratio {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Ratio {
    /// A decimal such as `1250` or `3.5` where there is a finite one of at most twelve places, else `1/3`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.denominator == 1 {
            return write!(f, "{}", self.numerator);
        }
        let (mut scaled, mut places, mut denominator) = (self.numerator, 0, self.denominator);
        while denominator != 1 && places < 12 {
            let Some(next) = scaled.checked_mul(10) else { break };
            let divisor = gcd(next.abs(), denominator);
            (scaled, denominator, places) = (next / divisor, denominator / divisor, places + 1);
        }
        if denominator != 1 {
            return write!(f, "{}/{}", self.numerator, self.denominator);
        }
        let sign = if scaled < 0 { "-" } else { "" };
        let digits = format!("{:0>width$}", scaled.unsigned_abs(), width = places + 1);
        let (whole, part) = digits.split_at(digits.len() - places);
        write!(f, "{sign}{whole}.{part}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ratios_are_exact_and_shown_plainly() {
        let ratio = |n, d| Ratio::new(n, d).unwrap();
        assert_eq!(Ratio::from_digits("350", 2), Some(ratio(7, 2)));
        for (value, shown) in [
            (ratio(7, 2), "3.5"),
            (ratio(1, 3), "1/3"),
            (ratio(1, 40), "0.025"),
            (ratio(-7, 4), "-1.75"),
            (ratio(4, 2), "2"),
        ] {
            assert_eq!(value.to_string(), shown);
        }
        assert_eq!(ratio(1, 3).plus(ratio(1, 6)), Some(ratio(1, 2)));
        assert!(ratio(1, 3) < ratio(1, 2));
    }

    proptest::proptest! {
        #[test]
        fn values_are_in_a_total_order(
            parts in proptest::collection::vec((-i128::MAX..=i128::MAX, 1..=i128::MAX, 0..127_u32, 0..127_u32), 3),
        ) {
            let ratio = |(n, d, low, high): &(i128, i128, u32, u32)| Ratio::new(n >> low, (d >> high).max(1)).unwrap();
            let [a, b, c] = [&parts[0], &parts[1], &parts[2]].map(ratio);
            proptest::prop_assert_eq!(a.partial_cmp(&b), Some(a.cmp(&b)));
            proptest::prop_assert_eq!(a.cmp(&b), b.cmp(&a).reverse());
            proptest::prop_assert_eq!(a.cmp(&b) == Ordering::Equal, a == b);
            proptest::prop_assert!(a > b || b > c || a <= c);
            if let (Some(left), Some(right)) =
                (a.numerator.checked_mul(b.denominator), b.numerator.checked_mul(a.denominator))
            {
                proptest::prop_assert_eq!(a.cmp(&b), left.cmp(&right));
            }
        }
    }

    #[test]
    fn values_that_nearly_fill_128_bits_are_told_apart() {
        let ratio = |n, d| Ratio::new(n, d).unwrap();
        let most = i128::MAX;
        let rising = [
            ratio(-most, 1),
            ratio(1 - most, 2),
            ratio(-most, most - 1),
            ratio(1 - most, most),
            ratio(-1, most),
            Ratio::ZERO,
            ratio(1, most),
            ratio(1, most - 1),
            ratio(most - 2, most - 1),
            ratio(most - 1, most),
            ratio(1, 1),
            ratio(most, most - 1),
            ratio(most - 1, most - 2),
            ratio(most, 2),
            ratio(most, 1),
        ];
        for (at, one) in rising.iter().enumerate() {
            for (other_at, other) in rising.iter().enumerate() {
                assert_eq!(one.cmp(other), at.cmp(&other_at), "{one:?} {other:?}");
            }
        }
    }

    #[test]
    fn what_does_not_fit_is_none() {
        assert_eq!(Ratio::new(1, 0), None);
        assert_eq!(Ratio::from_digits(&"9".repeat(60), 0), None);
        let huge = Ratio::power_of_ten(38).unwrap();
        assert_eq!(huge.times(huge), None);
        assert_eq!(Ratio::integer(1).over(Ratio::ZERO), None);
    }
}
