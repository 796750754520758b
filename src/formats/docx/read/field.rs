//! Fields (ECMA-376 part 1, 17.16): an instruction, which nobody reads, and its result, which stands in the text. Of the instructions
//! only where a link leads is understood.

use std::rc::Rc;

use super::paragraph::Link;

/// A field that is open.
#[derive(Clone, Debug, Default)]
pub(super) struct Field {
    pub(super) instruction: String,
    /// Whether what comes is the result.
    pub(super) has_result: bool,
    pub(super) link: Option<Rc<Link>>,
    /// Whether a text stands in its instruction, which is not shown.
    pub(super) is_covering: bool,
}

impl Field {
    /// The result begins.
    pub(super) fn begin_result(&mut self) {
        self.has_result = true;
        self.link = link(&self.instruction).map(Rc::new);
    }

    /// Whether something of it is shown, or stands in it, that does not come in.
    pub(super) fn hides_something(&self) -> bool {
        self.shows_without_result() || (self.is_covering && !self.has_result)
    }

    /// Whether it shows something that is no result in the file: a symbol, a formula, a counted number, what was chosen of a list.
    fn shows_without_result(&self) -> bool {
        let name = self.instruction.split_whitespace().next().unwrap_or_default().to_uppercase();
        let shows = ["SYMBOL", "EQ", "LISTNUM", "AUTONUM", "AUTONUMLGL", "AUTONUMOUT", "FORMDROPDOWN", "MACROBUTTON"];
        !self.has_result && shows.contains(&name.as_str())
    }
}

/// Where a `HYPERLINK` leads (17.16.5.25): an address, a place in the document after `\l`, a tip after `\o`.
fn link(instruction: &str) -> Option<Link> {
    let mut words = words(instruction).into_iter();
    if !words.next()?.eq_ignore_ascii_case("hyperlink") {
        return None;
    }
    let (mut href, mut title, mut place) = (String::new(), String::new(), None);
    while let Some(word) = words.next() {
        match word.to_lowercase().as_str() {
            "\\l" => place = words.next(),
            "\\o" => title = words.next().unwrap_or_default(),
            "\\t" => drop(words.next()),
            switch if switch.starts_with('\\') => {}
            _ if href.is_empty() => href = word,
            _ => {}
        }
    }
    if let Some(place) = place {
        href.push('#');
        href.push_str(&place);
    }
    (!href.is_empty()).then_some(Link { href, title, anchor: None })
}

/// The words of an instruction; those in quotation marks may hold spaces, and `\"` and `\\` there.
fn words(instruction: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut rest = instruction.trim_start();
    while !rest.is_empty() {
        let mut word = String::new();
        let mut chars = rest.char_indices().peekable();
        let quoted = chars.next_if(|(_, c)| matches!(c, '"' | '“')).is_some();
        let mut end = rest.len();
        while let Some((at, c)) = chars.next() {
            match c {
                '"' | '”' if quoted => {
                    end = at + c.len_utf8();
                    break;
                }
                '\\' if quoted && chars.peek().is_some_and(|(_, c)| matches!(c, '"' | '\\')) => {
                    word.extend(chars.next().map(|(_, c)| c));
                }
                c if !quoted && c.is_whitespace() => {
                    end = at;
                    break;
                }
                c => word.push(c),
            }
        }
        words.push(word);
        rest = rest[end..].trim_start();
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_is_read_from_its_instruction() {
        let of = |instruction: &str| link(instruction).map(|link| (link.href, link.title));
        let some = |href: &str, title: &str| Some((href.to_owned(), title.to_owned()));
        assert_eq!(of(r#" HYPERLINK "https://a.org/x y" "#), some("https://a.org/x y", ""));
        assert_eq!(of(r#"hyperlink \l "_Toc1" \h"#), some("#_Toc1", ""));
        assert_eq!(of(r#"HYPERLINK http://a.org \o "a \"tip\"" \t "_blank""#), some("http://a.org", "a \"tip\""));
        assert_eq!(of("PAGEREF _Toc1"), None);
        assert_eq!(of("HYPERLINK"), None);
        assert_eq!(of("HYPERLINK \""), None);
    }
}
