//! How fixtures write line ends and characters that nobody sees: `\n` and `\u{200F}`. The unit tests read it here too.

/// A piece of a fixture with its escapes read.
pub(crate) fn unescaped(piece: &str) -> String {
    let mut text = piece.replace("\\n", "\n");
    while let Some(start) = text.find("\\u{") {
        let end = start + text[start..].find('}').unwrap();
        let c = u32::from_str_radix(&text[start + 3..end], 16).ok().and_then(char::from_u32).unwrap();
        text.replace_range(start..=end, &c.to_string());
    }
    text
}
