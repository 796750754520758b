//! Writes out the empty elements of XHTML, `<title/>`, which an HTML parser takes for open ones. Everything else is left as is.

use std::borrow::Cow;

/// Elements of HTML without an end tag (HTML Standard §13.1.2).
const VOID: &[&str] =
    &["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"];

/// The text with `<name …/>` as `<name …></name>`, when it begins with an XML declaration or names the XHTML namespace.
pub(super) fn with_end_tags(text: &str) -> Cow<'_, str> {
    let head: String = text.chars().take(1000).collect();
    if !head.trim_start().starts_with("<?xml") && !head.contains("http://www.w3.org/1999/xhtml") {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find('<') {
        let (before, tag) = rest.split_at(start);
        out.push_str(before);
        let length = if tag.starts_with("<!--") { tag.find("-->").map(|i| i + 3) } else { tag_length(tag) };
        let (tag, after) = tag.split_at(length.unwrap_or(tag.len()));
        rest = after;
        let name: &str = tag[1..].split(|c: char| !(c.is_ascii_alphanumeric() || c == '-')).next().unwrap_or_default();
        match tag.strip_suffix("/>") {
            Some(opening) if !name.is_empty() && !VOID.contains(&name) => {
                out.extend([opening, "></", name, ">"]);
            }
            _ => out.push_str(tag),
        }
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// The length of the tag at the beginning of the text, `>` in quoted values passed over.
fn tag_length(text: &str) -> Option<usize> {
    let mut quote = None;
    for (i, c) in text.char_indices() {
        match (quote, c) {
            (None, '>') => return Some(i + 1),
            (None, '"' | '\'') if text[..i].trim_end().ends_with('=') => quote = Some(c),
            (Some(open), _) if open == c => quote = None,
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_empty_elements_of_xhtml_get_an_end() {
        let given = "<?xml version=\"1.0\"?><title/><br/><p id='a>b' />نص <a href=\"x/\">و</a><!-- <i/> --><";
        let expected =
            "<?xml version=\"1.0\"?><title></title><br/><p id='a>b' ></p>نص <a href=\"x/\">و</a><!-- <i/> --><";
        assert_eq!(with_end_tags(given), expected);
        assert_eq!(with_end_tags("<p/>نص"), "<p/>نص");
    }
}
