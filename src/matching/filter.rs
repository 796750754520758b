//! A filter of hashes: tells for most hashes that are not in an index that they are not, without a look at it.

use super::index::hashes_in;

/// A Bloom filter (Bloom 1970) of a fixed size over the hashes of units: 16 MiB, four bits a hash. Of hashes that were never put
/// in it lets through one in 10,000 at ten million; it never stops one that was.
#[derive(Debug)]
pub struct HashFilter {
    bits: Vec<u64>,
}

/// The logarithm of the number of bits.
const BITS: u32 = 27;
const BITS_OF_A_HASH: u32 = 4;

impl Default for HashFilter {
    fn default() -> Self {
        Self { bits: vec![0; 1 << (BITS - 6)] }
    }
}

impl HashFilter {
    /// Puts in a hash.
    pub fn add(&mut self, hash: u64) {
        for place in places(hash) {
            self.bits[place >> 6] |= 1 << (place & 63);
        }
    }

    /// Puts in all hashes of a block of hashes.
    pub fn add_block(&mut self, data: &[u8]) {
        hashes_in(data).for_each(|hash| self.add(hash));
    }

    /// Whether a hash may have been put in.
    #[must_use]
    pub fn may_hold(&self, hash: u64) -> bool {
        places(hash).all(|place| self.bits[place >> 6] >> (place & 63) & 1 == 1)
    }
}

/// The bits of a hash: two halves of it, mixed (Kirsch and Mitzenmacher 2006). A block keeps the upper 48 bits of a hash alone.
fn places(hash: u64) -> impl Iterator<Item = usize> {
    let mixed = (hash >> 16).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let (first, step) = (mixed >> 32, (mixed & 0xffff_ffff) | 1);
    (0..BITS_OF_A_HASH).map(move |i| ((first + u64::from(i) * step) & ((1 << BITS) - 1)) as usize)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_put_in_is_let_through_and_most_else_is_not() {
        let mut filter = HashFilter::default();
        let hash = |i: u64| i.wrapping_mul(0xd1b5_4a32_d192_ed03) ^ (i << 40);
        (0..10_000).for_each(|i| filter.add(hash(i)));
        assert!((0..10_000).all(|i| filter.may_hold(hash(i))));
        let passed = (10_000..20_000).filter(|i| filter.may_hold(hash(*i))).count();
        assert!(passed < 10, "{passed}");
    }
}
