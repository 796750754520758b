//! Characters and addresses that must not reach a file as they are: controls that XML forbids, links that run something.

use std::borrow::Cow;

/// Text for XML and HTML: characters that XML 1.0 (clause 2.2, production `Char`) forbids become U+FFFD, so that the file
/// opens and the reader sees that something was there; so do DEL and the C1 controls, which HTML forbids. Nothing else changes.
pub(super) fn printable(text: &str) -> Cow<'_, str> {
    if text.chars().any(is_forbidden) {
        Cow::Owned(text.chars().map(|c| if is_forbidden(c) { char::REPLACEMENT_CHARACTER } else { c }).collect())
    } else {
        Cow::Borrowed(text)
    }
}

fn is_forbidden(c: char) -> bool {
    matches!(c, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{7f}'..='\u{84}' | '\u{86}'..='\u{9f}' | '\u{fffe}' | '\u{ffff}')
}

/// Whether a character changes the direction of the text around it without being seen (UAX #9, section 2).
pub(super) fn is_bidi_control(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// The address where a link may lead there: http, https, mailto, tel, a relative one, or a place in the document.
/// Everything else (`javascript:`, `data:`, `file:` and so on) is `None`, also when its scheme is disguised by white space or
/// controls, which browsers skip (URL Standard, basic URL parser, step 1 and 3).
pub(super) fn safe_href(href: &str) -> Option<&str> {
    let seen: String = href.chars().filter(|c| !c.is_control() && !c.is_whitespace() && !is_bidi_control(*c)).collect();
    let before_path = seen.split(['/', '?', '#']).next().unwrap_or_default();
    let allowed = match before_path.split_once(':') {
        None => !seen.is_empty() && !seen.starts_with("//") && !seen.starts_with('\\'),
        Some((scheme, _)) => ["http", "https", "mailto", "tel"].iter().any(|s| scheme.eq_ignore_ascii_case(s)),
    };
    allowed.then_some(href)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_xml_forbids_becomes_visible() {
        assert_eq!(printable("ا\u{0}ب\u{1b}\tج\n"), "ا\u{fffd}ب\u{fffd}\tج\n");
        assert!(matches!(printable("كتبَ ‏RLM وبقي"), Cow::Borrowed(_)));
    }

    #[test]
    fn only_links_that_lead_somewhere_are_links() {
        for href in ["https://example.org/a?b=c:d", "HTTP://x", "mailto:a@b.example", "tel:+963112223333", "#n1"] {
            assert_eq!(safe_href(href), Some(href));
        }
        for href in ["page.html", "../a/b:c", "?q=1:2", "مقال.html"] {
            assert_eq!(safe_href(href), Some(href));
        }
        for href in ["javascript:alert(1)", " java\nscript:x", "JAVASCRIPT:x", "\u{1}javascript:x", "data:text/html,x"]
        {
            assert_eq!(safe_href(href), None, "{href:?}");
        }
        for href in ["", "file:///etc/passwd", "vbscript:x", "//example.org/x", "java\u{202e}script:x", "x:y"] {
            assert_eq!(safe_href(href), None, "{href:?}");
        }
    }
}
