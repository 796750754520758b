//! Joins the marks of notes to the paragraphs that are the notes. Changes no text.

use crate::model::{Bitext, BitextRow, CodeElement, CodeId, CodePart, Content, InlineCode, ListMark, ParagraphKind};

/// The row that a note mark leads to: the first note with that label, or else the first that its list or its text gives that number.
pub(super) fn note_row<'a>(bitext: &'a Bitext, label: &str, shown: &str) -> Option<&'a BitextRow> {
    let mut notes = bitext.rows.iter().filter(|row| row.kind == ParagraphKind::Note);
    let labelled = notes.clone().find(|row| row.note_label.as_deref() == Some(label));
    labelled.or_else(|| {
        let number = note_number(shown)?;
        let counted = |row: &BitextRow| match row.list_mark {
            Some(ListMark::Number(counted)) => Some(counted.to_string()),
            _ => note_number(row.source.text()),
        };
        notes.find(|row| row.note_label.is_none() && counted(row).as_ref() == Some(&number))
    })
}

/// The number a note or its mark begins with, in ASCII digits: `1` of `(١) المرجع`, of `[1]` and of `¹`.
pub(super) fn note_number(text: &str) -> Option<String> {
    let text = text.trim_start_matches(|c: char| c.is_whitespace() || "([﴿\u{200e}\u{200f}".contains(c));
    let digits: String = text.chars().map_while(ascii_digit).take(5).collect();
    (1..5).contains(&digits.len()).then_some(digits)
}

/// The note without the number that it begins with, where that is raised, or links within the page, and is the one that its label
/// ends with: `1` of a note that is labelled `fn1`.
pub(super) fn without_number(content: &Content, label: &str) -> Option<Content> {
    let rest = label.trim_end_matches(|c: char| c.is_ascii_digit());
    let own = &label[rest.len()..];
    let number: String = content.text().chars().map_while(ascii_digit).collect();
    let end: usize = content.text().chars().take(number.len()).map(char::len_utf8).sum();
    if own.is_empty() || number != own {
        return None;
    }
    let is_around = |code: &&InlineCode| code.at == 0 && code.part == CodePart::Open;
    let around: Vec<CodeId> = content.codes().iter().take_while(is_around).map(|code| code.id).collect();
    let (of_number, others): (Vec<_>, Vec<_>) = content.codes().iter().partition(|code| around.contains(&code.id));
    let is_whole = of_number.iter().all(|code| code.at == 0 || code.at == end) && of_number.len() == around.len() * 2;
    let is_mark = |code: &&InlineCode| match &code.element {
        CodeElement::Link { href, .. } => href.starts_with('#'),
        element => *element == CodeElement::Superscript,
    };
    let leads_away = |code: &&InlineCode| matches!(code.element, CodeElement::Link { .. }) && !is_mark(code);
    let is_number = is_whole && of_number.iter().any(is_mark) && !of_number.iter().any(leads_away);
    let text = content.text()[end..].trim_start();
    if !is_number || text.is_empty() || others.iter().any(|code| code.at < end) {
        return None;
    }
    let cut = content.text().len() - text.len();
    let codes = others.into_iter().map(|code| InlineCode { at: code.at.saturating_sub(cut), ..code.clone() });
    Content::new(text.to_owned(), codes.collect()).ok()
}

fn ascii_digit(c: char) -> Option<char> {
    let value = match c {
        '0'..='9' => return Some(c),
        '٠'..='٩' => u32::from(c) - u32::from('٠'),
        '۰'..='۹' => u32::from(c) - u32::from('۰'),
        '¹' => 1,
        '²' => 2,
        '³' => 3,
        '⁰' | '⁴'..='⁹' => u32::from(c) - u32::from('⁰'),
        _ => return None,
    };
    char::from_digit(value, 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_is_known_by_its_number_in_any_digits() {
        for text in ["(١٢) مركز البيادر", "[12] Bayadir", "¹² Bayadir", "۱۲", "12. x", "\u{200f}(12)"]
        {
            assert_eq!(note_number(text).as_deref(), Some("12"), "{text}");
        }
        for text in ["مركز", "", "* x", "123456"] {
            assert_eq!(note_number(text), None, "{text}");
        }
    }
}
