//! A filter of hashes: tells for most hashes that are not in an index that they are not, without a look at it.

use super::index::hashes_in;

/// A Bloom filter (Bloom 1970) of a fixed size over the hashes of units: 16 MiB, four bits a hash, all in one word of 64 bits
/// (Putze, Sanders and Singler 2007), so that a look waits for one place in memory. Of hashes that were never put in it lets through
/// one in 30,000 at a million and one in 120 at ten; it never stops one that was.
#[derive(Debug)]
pub struct HashFilter {
    words: Vec<u64>,
}

/// The logarithm of the number of words.
const WORDS: u32 = 21;
const BITS_OF_A_HASH: u32 = 4;

impl Default for HashFilter {
    fn default() -> Self {
        Self { words: vec![0; 1 << WORDS] }
    }
}

impl HashFilter {
    /// Puts in a hash.
    pub fn add(&mut self, hash: u64) {
        let (word, bits) = place(hash);
        self.words[word] |= bits;
    }

    /// Puts in all hashes of a block of hashes.
    pub fn add_block(&mut self, data: &[u8]) {
        hashes_in(data).for_each(|hash| self.add(hash));
    }

    /// Whether a hash may have been put in.
    #[must_use]
    pub fn may_hold(&self, hash: u64) -> bool {
        let (word, bits) = place(hash);
        self.words[word] & bits == bits
    }
}

/// The word of a hash, and its bits there. A block keeps the upper 48 bits of a hash alone.
fn place(hash: u64) -> (usize, u64) {
    let mixed = (hash >> 16).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let bits = (0..BITS_OF_A_HASH).fold(0, |bits, i| bits | 1 << (mixed >> (6 * i + 8) & 63));
    ((mixed >> (u64::BITS - WORDS)) as usize, bits)
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
