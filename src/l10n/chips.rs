//! Visible names for characters that nobody can see but that change what is seen. It changes no stored text: `--json` and files
//! have them as they are.

use std::borrow::Cow;

/// The name of a character that no reader can see but that changes what is seen: bidi controls (UAX #9, 2), the
/// terminal's own (C0, DEL, C1) except tab and line feed, and noncharacters.
#[must_use]
pub fn chip(c: char) -> Option<String> {
    let name = match c {
        '\u{061C}' => "ALM",
        '\u{200E}' => "LRM",
        '\u{200F}' => "RLM",
        '\u{202A}' => "LRE",
        '\u{202B}' => "RLE",
        '\u{202C}' => "PDF",
        '\u{202D}' => "LRO",
        '\u{202E}' => "RLO",
        '\u{2066}' => "LRI",
        '\u{2067}' => "RLI",
        '\u{2068}' => "FSI",
        '\u{2069}' => "PDI",
        '\t' | '\n' => return None,
        c if c.is_control() || matches!(c, '\u{fdd0}'..='\u{fdef}') || u32::from(c) & 0xfffe == 0xfffe => {
            return Some(format!("⟦U+{:04X}⟧", u32::from(c)));
        }
        _ => return None,
    };
    Some(format!("⟦{name}⟧"))
}

/// The text for people with a visible chip for each invisible control, on a terminal and in a pipe alike: a terminal must not
/// obey a stored text, what `less` or a file shows is the same, and nothing is dropped unseen. `--json` has it as stored.
#[must_use]
pub fn chips(text: &str) -> Cow<'_, str> {
    replaced(text, chip)
}

/// The same for a sentence, whose own isolation marks stay what they are.
#[must_use]
pub fn chips_outside_isolates(sentence: &str) -> Cow<'_, str> {
    replaced(sentence, |c| if matches!(c, '\u{2068}' | '\u{2069}') { None } else { chip(c) })
}

fn replaced(text: &str, chip: impl Fn(char) -> Option<String>) -> Cow<'_, str> {
    if !text.chars().any(|c| chip(c).is_some()) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().map(|c| chip(c).unwrap_or_else(|| c.to_string())).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn invisible_controls_become_visible_chips() {
        for (text, expected) in [
            ("قال\u{202E}عام\u{202C}", "قال⟦RLO⟧عام⟦PDF⟧"),
            ("a\u{200F}\u{061C}b", "a⟦RLM⟧⟦ALM⟧b"),
            ("\u{2066}x\u{2069}", "⟦LRI⟧x⟦PDI⟧"),
            ("\u{1b}[31m", "⟦U+001B⟧[31m"),
            ("سطر\nآخر\tهنا", "سطر\nآخر\tهنا"),
            ("المُعَلِّمُ، كتبـــها؟", "المُعَلِّمُ، كتبـــها؟"),
            ("می‌خواهم", "می‌خواهم"),
        ] {
            assert_eq!(chips(text), expected);
        }
    }
}
