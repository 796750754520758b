//! Words as UAX #29 cuts them, and white-space words for comparison with word processors. Never splits Arabic clitics.

use unicode_segmentation::UnicodeSegmentation;

/// The words of a text: UAX #29 word segments that hold a letter or a digit, in order.
pub fn words(text: &str) -> impl Iterator<Item = &str> {
    text.unicode_words()
}

/// How many words a text has by UAX #29, the count that GMX-V and most translation tools use.
#[must_use]
pub fn count_words(text: &str) -> usize {
    words(text).count()
}

/// How many white-space separated tokens hold a letter or a digit: what a word processor shows.
#[must_use]
pub fn count_white_space_words(text: &str) -> usize {
    text.split_whitespace().filter(|token| token.chars().any(char::is_alphanumeric)).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::PathBuf;

    #[test]
    fn arabic_tokens_count_as_uax_29_counts_them() {
        let cases = [
            ("٣٫٥", 1),
            ("٣،٥", 1),
            ("١٬٢٣٤٬٥٦٧", 1),
            ("٢٠٢٤م", 1),
            ("و٤٥٪", 1),
            ("الْمُعَلِّمُونَ", 1),
            ("كتـــاب", 1),
            ("كتاب\u{200f}", 1),
            ("أ.د.", 1),
            ("الأمم-المتحدة", 2),
            ("١٢/٣/٢٠٢٤", 3),
            ("9:30", 2),
            ("info@example.org", 2),
            ("ﷺ", 1),
            ("لا\u{200c}شيء", 1),
            ("وـ التربية", 2),
            ("وسيكتبونها", 1),
            ("", 0),
            ("؟ ! – «»", 0),
        ];
        for (text, count) in cases {
            assert_eq!(count_words(text), count, "{text}");
        }
    }

    #[test]
    fn white_space_words_need_a_letter_or_digit() {
        assert_eq!(count_white_space_words("الأمم-المتحدة – «قال» ٤٥٪ ..."), 3);
        assert_eq!(count_white_space_words(" \u{a0}\n"), 0);
    }

    #[test]
    fn sample_article_has_the_measured_counts() {
        let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/domain/sample");
        for (file, by_space, by_uax) in [("ar.txt", 751, 761), ("en.txt", 955, 967)] {
            if let Ok(text) = std::fs::read_to_string(folder.join(file)) {
                assert_eq!((count_white_space_words(&text), count_words(&text)), (by_space, by_uax), "{file}");
            }
        }
    }
}
