//! What the structure of an article sets before its list items and notes: bullets, numbers, the signs of notes. Texts that bring
//! their own are left alone. Writes nothing.

use std::collections::HashMap;

use super::flow::has_own_marker;
use super::notes::note_number;
use crate::model::{Bitext, BitextRow, CodeElement, Content, Layout, ListMark, ParagraphKind};

/// What stands before a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Marker {
    /// A bullet.
    Bullet,
    /// A number. Numbers that follow each other belong to one list; lists are counted from 0 in the document.
    Number { list: usize, number: u32 },
    /// The sign of a note that is no number, such as `*`.
    Sign(String),
}

/// The marker of each row, in order; `None` for what is neither item nor note, for a paragraph that continues an item or note,
/// and for notes outside the finished article, where the source shows them as it does.
pub(super) fn markers(bitext: &Bitext, layout: Layout) -> Vec<Option<Marker>> {
    let signs = if layout == Layout::Target { note_signs(bitext) } else { HashMap::new() };
    let mut numbering = Numbering::default();
    let mut last_label = None;
    let mut markers = Vec::with_capacity(bitext.rows.len());
    for row in &bitext.rows {
        let continues = row.kind == ParagraphKind::Note && row.note_label.is_some() && row.note_label == last_label;
        last_label = if row.kind == ParagraphKind::Note { row.note_label.clone() } else { None };
        markers.push(match row.kind {
            ParagraphKind::ListItem => numbering.item(row),
            ParagraphKind::Note if layout == Layout::Target && !continues => numbering.note(row, &signs),
            ParagraphKind::Note => None,
            _ => numbering.leave(),
        });
    }
    markers
}

/// The marker of one side of a row, unless its text brings its own.
pub(super) fn marker_of<'m>(row: &BitextRow, text: &Content, marker: Option<&'m Marker>) -> Option<&'m Marker> {
    let own = match (row.kind, marker?) {
        (ParagraphKind::Note, Marker::Number { number, .. }) => note_number(text.text()) == Some(number.to_string()),
        (ParagraphKind::Note, Marker::Sign(sign)) => text.text().trim_start().starts_with(sign.as_str()),
        _ => has_own_marker(text.text()),
    };
    marker.filter(|_| !own)
}

/// The signs of notes by their labels, as the marks in the text show them: those of the target, or else of the source.
fn note_signs(bitext: &Bitext) -> HashMap<&str, &str> {
    let targets = bitext.rows.iter().filter_map(|row| row.target.as_ref());
    let sources = bitext.rows.iter().map(|row| &row.source);
    let mut signs = HashMap::new();
    for code in targets.chain(sources).flat_map(Content::codes) {
        if let CodeElement::NoteMark { label, shown } = &code.element {
            signs.entry(label.as_str()).or_insert(shown.trim());
        }
    }
    signs
}

/// Numbers as they run through a document.
#[derive(Default)]
struct Numbering {
    lists: usize,
    /// The kind and number of the last numbered paragraph, while its list goes on.
    last: Option<(ParagraphKind, u32)>,
}

impl Numbering {
    fn item(&mut self, row: &BitextRow) -> Option<Marker> {
        match row.list_mark {
            Some(ListMark::Number(number)) => Some(self.number(row.kind, number)),
            Some(ListMark::Continued) => None,
            Some(ListMark::Bullet) | None => Some(Marker::Bullet),
        }
    }

    fn note(&mut self, row: &BitextRow, signs: &HashMap<&str, &str>) -> Option<Marker> {
        let sign = row.note_label.as_deref().and_then(|label| signs.get(label).copied());
        match (sign, row.list_mark) {
            (Some(sign), _) => match note_number(sign).and_then(|number| number.parse().ok()) {
                Some(number) => Some(self.number(row.kind, number)),
                None if sign.is_empty() => None,
                None => Some(Marker::Sign(sign.to_owned())),
            },
            (None, Some(ListMark::Number(number))) => Some(self.number(row.kind, number)),
            (None, _) => None,
        }
    }

    fn number(&mut self, kind: ParagraphKind, number: u32) -> Marker {
        let goes_on =
            self.last.is_some_and(|(last_kind, last)| last_kind == kind && last.checked_add(1) == Some(number));
        if !goes_on {
            self.lists += 1;
        }
        self.last = Some((kind, number));
        Marker::Number { list: self.lists - 1, number }
    }

    fn leave(&mut self) -> Option<Marker> {
        self.last = None;
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::sample;

    fn item(mark: Option<ListMark>, text: &str) -> BitextRow {
        BitextRow { list_mark: mark, ..sample::row(1, ParagraphKind::ListItem, "بند", text) }
    }

    fn bitext(rows: Vec<BitextRow>) -> Bitext {
        Bitext { rows, ..sample::bitext() }
    }

    fn number(list: usize, number: u32) -> Option<Marker> {
        Some(Marker::Number { list, number })
    }

    #[test]
    fn numbers_that_follow_each_other_are_one_list() {
        use ListMark::{Bullet, Continued, Number};
        let marks = [Some(Number(3)), Some(Continued), Some(Bullet), Some(Number(4)), Some(Number(1)), None];
        let mut rows: Vec<BitextRow> = marks.map(|mark| item(mark, "x")).into();
        rows.push(sample::row(7, ParagraphKind::Body, "متن", "text"));
        rows.push(item(Some(Number(2)), "x"));
        let expected = [
            number(0, 3),
            None,
            Some(Marker::Bullet),
            number(0, 4),
            number(1, 1),
            Some(Marker::Bullet),
            None,
            number(2, 2),
        ];
        assert_eq!(markers(&bitext(rows), Layout::Stacked), expected);
    }

    #[test]
    fn notes_of_the_article_have_the_signs_of_their_marks() {
        let mut rows = vec![sample::row(1, ParagraphKind::Body, "متن", "")];
        let mark = |at, id, label: &str, shown: &str| crate::model::InlineCode {
            at,
            id: crate::model::CodeId(id),
            part: crate::model::CodePart::Standalone,
            element: CodeElement::NoteMark { label: label.into(), shown: shown.into() },
        };
        rows[0].target = Content::new("ab".into(), vec![mark(1, 1, "n1", "[1]"), mark(2, 2, "star", "*")]).ok();
        let note = |label: Option<&str>, list_mark| BitextRow {
            note_label: label.map(str::to_owned),
            list_mark,
            ..sample::row(2, ParagraphKind::Note, "هامش", "A note")
        };
        rows.extend([
            note(Some("n1"), None),
            note(Some("n1"), None),
            note(Some("star"), None),
            note(Some("gone"), None),
        ]);
        rows.push(note(None, Some(ListMark::Number(2))));
        let bitext = bitext(rows);
        let expected = [None, number(0, 1), None, Some(Marker::Sign("*".into())), None, number(0, 2)];
        assert_eq!(markers(&bitext, Layout::Target), expected);
        assert!(markers(&bitext, Layout::SideBySide).iter().all(Option::is_none));
    }

    #[test]
    fn a_text_that_brings_its_marker_gets_no_second_one() {
        let one = Marker::Number { list: 0, number: 1 };
        let shown =
            |kind, text: &str| marker_of(&sample::row(1, kind, "x", "x"), &Content::plain(text), Some(&one)).is_some();
        assert!(shown(ParagraphKind::ListItem, "سجلّ") && !shown(ParagraphKind::ListItem, "١- سجلّ"));
        assert!(shown(ParagraphKind::Note, "1999 saw") && !shown(ParagraphKind::Note, "(١) مركز"));
    }
}
