//! What shows nothing on a page. Such characters stay in texts; alone they make no block.

/// Marks that show nothing by themselves: bidi controls, joiners, the byte order mark, the soft hyphen.
pub(super) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{61C}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}')
}

/// Whether a text has nothing that a reader of the page could see.
pub(super) fn is_blank(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || is_invisible(c))
}
