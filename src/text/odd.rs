//! Characters that an article seldom means to have: controls, characters that are none, and bidi controls without a partner.
//! It judges single texts and changes nothing.

/// A character that is odd where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OddCharacter {
    /// Where it begins, in UTF-8 bytes.
    pub at: usize,
    /// The character.
    pub character: char,
}

/// The odd characters of a text, in order: C0 controls but tab and line feed, DEL, C1 controls, noncharacters (Unicode
/// Standard, section 23.7), U+FFFD, the overrides LRO and RLO, and embeddings, isolates and their ends that have no partner
/// in their line (UAX #9, definitions BD9 to BD11 and rule P1).
#[must_use]
pub fn odd_characters(text: &str) -> Vec<OddCharacter> {
    if !text.chars().any(|c| is_odd_anywhere(c) || is_pairing(c)) {
        return Vec::new();
    }
    let mut odd: Vec<OddCharacter> = Vec::new();
    let mut open: Vec<OddCharacter> = Vec::new();
    for (at, character) in text.char_indices() {
        let here = OddCharacter { at, character };
        if is_odd_anywhere(character) {
            odd.push(here);
        }
        match character {
            '\n' => odd.extend(lone(open.drain(..))),
            '\u{202a}' | '\u{202b}' | '\u{202d}' | '\u{202e}' | '\u{2066}'..='\u{2068}' => open.push(here),
            '\u{202c}' if open.pop_if(|last| !is_isolate(last.character)).is_none() => odd.push(here),
            // The end of an isolate ends the embeddings inside it too: those have no end of their own.
            '\u{2069}' => match open.iter().rposition(|one| is_isolate(one.character)) {
                Some(place) => odd.extend(lone(open.drain(place..).skip(1))),
                None => odd.push(here),
            },
            _ => {}
        }
    }
    odd.extend(lone(open.into_iter()));
    odd.sort_unstable_by_key(|one| one.at);
    odd
}

/// Those without a partner that are not odd already for being overrides.
fn lone(open: impl Iterator<Item = OddCharacter>) -> impl Iterator<Item = OddCharacter> {
    open.filter(|one| !is_odd_anywhere(one.character))
}

fn is_odd_anywhere(c: char) -> bool {
    let is_noncharacter = matches!(c, '\u{fdd0}'..='\u{fdef}') || u32::from(c) & 0xfffe == 0xfffe;
    (c.is_control() && !matches!(c, '\t' | '\n'))
        || is_noncharacter
        || matches!(c, char::REPLACEMENT_CHARACTER | '\u{202d}' | '\u{202e}')
}

const fn is_pairing(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

const fn is_isolate(c: char) -> bool {
    matches!(c, '\u{2066}'..='\u{2068}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn odd(text: &str) -> String {
        odd_characters(text).iter().map(|one| format!("{}:{:04X} ", one.at, u32::from(one.character))).collect()
    }

    #[test]
    fn odd_characters_are_found_where_they_stand() {
        for (text, expected) in [
            ("المُعَلِّمُ كتبـــها؟\n\tثم قال: «نعم»، 12٪", ""),
            ("می‌خواهم\u{200f} (a)\u{200e}\u{61c}", ""),
            ("قال\u{0}ثم", "6:0000 "),
            ("a\rb\u{1b}[31m\u{7f}\u{85}", "1:000D 3:001B 8:007F 9:0085 "),
            ("\u{fdd0}\u{fffe}\u{10ffff}\u{fffd}", "0:FDD0 3:FFFE 6:10FFFF 10:FFFD "),
            ("\u{202e}عام\u{202c}", "0:202E "),
            ("\u{202e}عام", "0:202E "),
            ("\u{202b}كتاب\u{202c} و\u{2067}قلم\u{2069}", ""),
            ("\u{202b}كتاب", "0:202B "),
            ("كتاب\u{202c}", "8:202C "),
            ("كتاب\u{2069}", "8:2069 "),
            ("\u{2066}a\u{202a}b\u{2069}c", "4:202A "),
            ("\u{202a}a\u{2066}b\u{202c}c\u{2069}d\u{202c}", "8:202C "),
            ("\u{2067}سطر\nآخر\u{2069}", "0:2067 16:2069 "),
        ] {
            assert_eq!(odd(text), expected, "{text:?}");
        }
    }

    proptest::proptest! {
        #[test]
        fn every_odd_character_is_told_once_and_stands_where_it_is_told(
            text in "[a\u{628}\n\u{0}\u{fffd}\u{202a}-\u{202e}\u{2066}-\u{2069}]{0,24}"
        ) {
            let odd = odd_characters(&text);
            proptest::prop_assert!(odd.windows(2).all(|pair| pair[0].at < pair[1].at));
            for one in odd {
                proptest::prop_assert_eq!(text[one.at..].chars().next(), Some(one.character));
            }
        }
    }
}
