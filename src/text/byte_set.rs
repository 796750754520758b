//! Sets of characters that are told by the bytes of a text, so that the runs of them, which most texts are made of, are passed over
//! without a look at single characters. Whether a byte is the first of an Arabic letter, and of which, takes no branch that the
//! processor would have to guess.

/// A set of characters of ASCII and of the first half of the Arabic block (U+0600 to U+067F).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ByteSet {
    /// A bit for each character: by code point, and by the distance from U+0600.
    ascii: [u64; 2],
    arabic: [u64; 2],
}

impl ByteSet {
    /// The set of the characters of some ranges, each given by its first and its last one. Characters of other blocks are left out.
    #[must_use]
    pub const fn of(ranges: &[(char, char)]) -> Self {
        let mut set = Self { ascii: [0; 2], arabic: [0; 2] };
        let mut at = 0;
        while at < ranges.len() {
            let (mut c, last) = (ranges[at].0 as u32, ranges[at].1 as u32);
            while c <= last {
                let bit = 1 << (c & 63);
                match c {
                    ..=0x7f => set.ascii[(c >> 6) as usize] |= bit,
                    0x600..=0x67f => set.arabic[(c >> 6 & 1) as usize] |= bit,
                    _ => {}
                }
                c += 1;
            }
            at += 1;
        }
        set
    }

    /// How many bytes at the beginning of UTF-8 text are characters of the set.
    #[must_use]
    pub fn run(&self, text: &[u8]) -> usize {
        let mut at = 0;
        loop {
            match text[at..] {
                // U+0600 to U+063F begin with D8, U+0640 to U+067F with D9.
                [lead, second, ..] if lead & 0xfe == 0xd8 => {
                    if self.arabic[usize::from(lead & 1)] >> (second & 63) & 1 == 0 {
                        return at;
                    }
                    at += 2;
                }
                [byte, ..] if byte < 0x80 => {
                    if self.ascii[usize::from(byte >> 6)] >> (byte & 63) & 1 == 0 {
                        return at;
                    }
                    at += 1;
                }
                _ => return at,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const SOME: [(char, char); 5] = [('!', '~'), ('\0', '\t'), ('ا', 'ب'), ('ق', 'ي'), ('é', 'é')];

    #[test]
    fn letters_of_both_halves_are_told_apart() {
        let run = |text: &str| ByteSet::of(&SOME).run(text.as_bytes());
        assert_eq!((run("قكي"), run("ابقك!a"), run("ات"), run("هـ"), run("ڨ"), run("é")), (6, 10, 2, 2, 0, 0));
        // U+0647 has the second byte of U+0607, U+0627 that of U+0667.
        assert_eq!((run("\u{607}"), run("\u{667}")), (0, 0));
    }

    proptest! {
        #[test]
        fn a_run_ends_before_the_first_character_that_is_not_in_the_set(text in "([اب-دقكـ٠-٩ !a\t]|\\PC){0,12}") {
            let is_in = |c: char| c != 'é' && SOME.iter().any(|(first, last)| (*first..=*last).contains(&c));
            let wanted: usize = text.chars().take_while(|c| is_in(*c)).map(char::len_utf8).sum();
            prop_assert_eq!(ByteSet::of(&SOME).run(text.as_bytes()), wanted);
        }
    }
}
