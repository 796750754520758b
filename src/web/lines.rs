//! Line ends on their way through a browser. A text area knows one line end alone and sends each as CR LF (HTML, 4.10.21.4), so
//! that what was typed comes as CR LF and what stood there has become CR LF too.
//!
//! A line end that was typed is LF. One that stood in the text keeps its form: all of them where the text has as many lines as
//! before, else those of the lines that are the same from the beginning and from the end. Between those, new line ends are like the
//! others where these are all alike, and else LF. All other bytes are as they were typed.

/// What a person typed, given what the text area held when they began.
pub(super) fn typed(sent: &str, held: &str) -> String {
    let text = sent.replace("\r\n", "\n").replace('\r', "\n");
    if !held.contains('\r') {
        return text;
    }
    let (old_lines, old_ends) = parted(held);
    let new_lines: Vec<&str> = text.split('\n').collect();
    let new_count = new_lines.len() - 1;
    let same = |pairs: &mut dyn Iterator<Item = (&&str, &&str)>| pairs.take_while(|(a, b)| a == b).count();
    let ahead = same(&mut old_lines.iter().zip(&new_lines)).min(old_ends.len()).min(new_count);
    let behind = same(&mut old_lines.iter().rev().zip(new_lines.iter().rev()));
    let behind = behind.min(old_ends.len() - ahead).min(new_count - ahead);
    let usual = old_ends.first().copied().filter(|first| old_ends.iter().all(|end| end == first)).unwrap_or("\n");
    let mut out = String::with_capacity(sent.len());
    for (index, line) in new_lines.iter().enumerate() {
        out.push_str(line);
        if index == new_count {
            break;
        }
        let kept = match () {
            () if old_ends.len() == new_count || index < ahead => old_ends.get(index),
            () if new_count - index <= behind => old_ends.get(old_ends.len() - (new_count - index)),
            () => None,
        };
        let end = kept.copied().unwrap_or(usual);
        // A CR and the LF of the empty line after it would be one line end.
        if line.is_empty() && end == "\n" && out.ends_with('\r') {
            out.push('\n');
        }
        out.push_str(end);
    }
    out
}

/// The lines of a text and the ends between them.
fn parted(text: &str) -> (Vec<&str>, Vec<&str>) {
    let (mut lines, mut ends) = (Vec::new(), Vec::new());
    let mut rest = text;
    while let Some(at) = rest.find(['\r', '\n']) {
        let length = if rest[at..].starts_with("\r\n") { 2 } else { 1 };
        lines.push(&rest[..at]);
        ends.push(&rest[at..at + length]);
        rest = &rest[at + length..];
    }
    lines.push(rest);
    (lines, ends)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_typed_line_end_is_a_line_feed_and_one_that_stood_there_stays() {
        for (held, sent, expected) in [
            ("", "a\r\nb\r\n", "a\nb\n"),
            ("a\nb", "a\r\n\r\nb ", "a\n\nb "),
            ("a\r\nb", "a\r\nb", "a\r\nb"),
            ("a\rb\nc\r\nd", "a\r\nB\r\nc\r\nd", "a\rB\nc\r\nd"),
            ("a\rb\nc", "a\r\nnew\r\nb\r\nc", "a\rnew\nb\nc"),
            ("a\r\nb", "a\r\nb\r\nc", "a\r\nb\r\nc"),
            ("a\r\nb\rc", "c", "c"),
            ("a\rb", "a\nb", "a\rb"),
            ("\r\r", "\r\n\r\n", "\r\r"),
            ("a\rb\nc", "a\r\n\r\nc", "a\r\n\nc"),
        ] {
            assert_eq!(typed(sent, held), expected, "{held:?} {sent:?}");
        }
    }

    proptest! {
        #[test]
        fn what_nobody_touched_comes_back_byte_for_byte(text in "[a-c\r\nس ]{0,30}") {
            let sent = text.replace("\r\n", "\n").replace('\r', "\n").replace('\n', "\r\n");
            prop_assert_eq!(typed(&sent, &text), text);
        }

        #[test]
        fn nothing_but_line_ends_changes(held in "[ab\r\n]{0,20}", text in "[ab\n]{0,20}") {
            let back = typed(&text.replace('\n', "\r\n"), &held);
            prop_assert_eq!(back.replace("\r\n", "\n").replace('\r', "\n"), text);
        }
    }
}
