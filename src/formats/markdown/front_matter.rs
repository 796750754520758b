//! The YAML block at the beginning of a Markdown file: its title and language. It reads no YAML beyond `key: value` lines.

/// What stands before the text of the file.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct FrontMatter {
    pub(super) title: Option<String>,
    pub(super) language: Option<String>,
    /// Byte offset where the text begins.
    pub(super) end: usize,
}

/// Reads the front matter: from a first line `---` to the next line `---` or `...`, with nothing but YAML between. A file that
/// begins with a rule has none.
pub(super) fn parse(text: &str) -> FrontMatter {
    let mut at = 0;
    let mut found = FrontMatter::default();
    let mut keys = 0;
    for (number, line) in text.split_inclusive('\n').enumerate() {
        at += line.len();
        let line = line.trim_end();
        match (number, line) {
            (0, "---") => continue,
            (0, _) => break,
            (_, "---" | "...") if keys > 0 => return FrontMatter { end: at, ..found },
            _ => {}
        }
        if line.is_empty() || line.starts_with(['#', ' ', '\t', '-']) {
            continue;
        }
        let Some((key, value)) = line.split_once(':').filter(|(key, _)| is_key(key)) else { break };
        keys += 1;
        match key {
            "title" => found.title = scalar(value),
            "lang" | "language" => found.language = scalar(value),
            _ => {}
        }
    }
    FrontMatter::default()
}

fn is_key(key: &str) -> bool {
    !key.is_empty() && key.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '_')
}

/// The text of a YAML scalar on one line (YAML 1.2.2 §7.3): quoted, or plain up to a comment.
fn scalar(value: &str) -> Option<String> {
    let value = value.trim();
    let quoted = |quote: char| value.strip_prefix(quote).and_then(|v| v.rsplit_once(quote)).map(|(inside, _)| inside);
    let text = if let Some(inside) = quoted('"') {
        inside.replace("\\\"", "\"").replace("\\\\", "\\")
    } else if let Some(inside) = quoted('\'') {
        inside.replace("''", "'")
    } else {
        value.split(" #").next().unwrap_or(value).trim_end().to_owned()
    };
    (!text.is_empty() && !text.starts_with(['|', '>', '[', '{', '&', '*'])).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn title_and_language_are_found_in_every_style_of_quoting() {
        for (value, title) in [
            ("مقالٌ: في الماء", Some("مقالٌ: في الماء")),
            ("\"قال \\\"نعم\\\"\"", Some("قال \"نعم\"")),
            ("'العطش # ''الكبير'''", Some("العطش # 'الكبير'")),
            ("نص # تعليق", Some("نص")),
            ("", None),
            (">", None),
        ] {
            let text = format!("---\r\ntitle: {value}\r\ntags:\r\n  - ماء\r\nlang: ar\r\n---\r\nنص");
            let found = parse(&text);
            assert_eq!(found.title.as_deref(), title);
            assert_eq!(found.language.as_deref(), Some("ar"));
            assert_eq!(&text[found.end..], "نص");
        }
    }

    #[test]
    fn a_rule_at_the_beginning_is_no_front_matter() {
        for text in ["---\n\nنص عادي\n\n---\n", "---\ntitle: x\n", "---\n---\n", "نص\n---\ntitle: x\n---\n", ""]
        {
            assert_eq!(parse(text), FrontMatter::default(), "{text:?}");
        }
    }
}
