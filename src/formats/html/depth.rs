//! Refuses pages whose elements are nested deeper than any article's, before they are parsed: a parser's time grows with the
//! square of the depth. It counts tags roughly and understands no page.

use crate::formats::FormatError;
use crate::formats::line::count_lines;

/// Far beyond real pages; browsers stop at 512.
const DEEPEST: usize = 2000;

/// Elements that never have an end, or may go without, or that the parser closes by itself: they make no depth.
const FLAT: &[&str] = &[
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr", "p",
    "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "colgroup", "option", "optgroup", "rt", "rp", "a",
    "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u", "html", "head", "body",
    "frame",
];

/// Elements whose inside is no markup.
const RAW: &[&str] = &["script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"];

/// # Errors
/// When elements are open at the same time beyond the limit; tells the line.
pub(super) fn check(text: &str) -> Result<(), FormatError> {
    let mut depth: usize = 0;
    let mut at = 0;
    while let Some(found) = text[at..].find('<') {
        at += found + 1;
        let rest = &text[at..];
        if let Some(comment) = rest.strip_prefix("!--") {
            at += 3 + comment.find("-->").unwrap_or(comment.len());
            continue;
        }
        let (closes, name) = rest.strip_prefix('/').map_or((false, rest), |name| (true, name));
        let length = name.bytes().take_while(|b| b.is_ascii_alphanumeric() || *b == b'-').count();
        let name = name[..length.min(24)].to_ascii_lowercase();
        if name.is_empty() || FLAT.contains(&name.as_str()) {
            continue;
        }
        if closes {
            depth = depth.saturating_sub(1);
        } else if RAW.contains(&name.as_str()) {
            at += end_of_raw(rest, &name);
        } else {
            depth += 1;
        }
        if depth > DEEPEST {
            return Err(FormatError::Nesting { line: count_lines(&text[..at]), depth, limit: DEEPEST });
        }
    }
    Ok(())
}

/// Where the end tag of a raw element begins.
fn end_of_raw(text: &str, name: &str) -> usize {
    let ends = text.match_indices("</").map(|(i, _)| i);
    let is_end =
        |i: &usize| text.as_bytes()[i + 2..].get(..name.len()).is_some_and(|n| n.eq_ignore_ascii_case(name.as_bytes()));
    ends.into_iter().find(is_end).map_or(text.len(), |i| i + 2 + name.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_no_article_has_is_refused() {
        for fine in ["<div><p>نص".repeat(1000), "<p><b><li>".repeat(9000), "<div></div>".repeat(9000)] {
            assert_eq!(check(&fine), Ok(()));
        }
        let script = format!("<script>{}</script><p>نص", "'<div>'".repeat(9000));
        assert_eq!(check(&script), Ok(()));
        assert_eq!(check(&format!("<!-- {} -->", "<div>".repeat(9000))), Ok(()));
        let deep = check(&"<div>\n".repeat(100_000));
        assert_eq!(deep, Err(FormatError::Nesting { line: 2001, depth: 2001, limit: 2000 }));
    }
}
