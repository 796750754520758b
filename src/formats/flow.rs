//! A content as a well-nested flow of text, codes and regions, whatever a person typed. Knows no markup of any format.

use std::ops::Range;

use super::islands::nested_islands;
use crate::model::{BitextRow, CodeElement, CodePart, Content, Direction, InlineCode, Piece, check_beads};

/// A stretch of text that a writer wraps. Regions stand outside all codes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Region {
    /// A segment: its 0-based index in the paragraph's beads.
    Segment(usize),
    /// A stretch that is written in this direction, against the text's own.
    Island(Direction),
}

/// A step of the flow. Every `Open` has its `Close`, every `Enter` its `Leave`, and they never cross.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Event<'a> {
    /// Text, never empty.
    Text(&'a str),
    /// The opening of a code that encloses text.
    Open(&'a CodeElement),
    /// Its closing.
    Close(&'a CodeElement),
    /// A note mark, a line break or a picture.
    Alone(&'a CodeElement),
    /// The beginning of a region.
    Enter(Region),
    /// Its end.
    Leave(Region),
}

/// Which side of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    Source,
    Target,
}

/// The regions of one side of a row: its segments, where its beads fit the texts, and the islands in them.
pub(super) fn regions(row: &BitextRow, side: Side, base: Direction) -> Vec<(Range<usize>, Region)> {
    let target = row.target.as_ref().map_or("", Content::text);
    let fit = check_beads(&row.beads, row.source.text(), target).is_ok();
    let beads = if fit { row.beads.as_slice() } else { &[] };
    let (text, segments): (&str, Vec<Range<usize>>) = match side {
        Side::Source => (row.source.text(), beads.iter().map(|bead| bead.source.clone()).collect()),
        Side::Target => (target, beads.iter().map(|bead| bead.target.clone()).collect()),
    };
    let islands = island_regions(text, base);
    let mut regions = Vec::with_capacity(segments.len() + islands.len());
    if segments.is_empty() {
        return islands;
    }
    for (index, segment) in segments.into_iter().enumerate().filter(|(_, range)| !range.is_empty()) {
        regions.push((segment.clone(), Region::Segment(index)));
        for (island, region) in &islands {
            let clipped = island.start.max(segment.start)..island.end.min(segment.end);
            if !clipped.is_empty() {
                regions.push((clipped, *region));
            }
        }
    }
    regions
}

/// The islands of a text as regions, those inside others after them.
pub(super) fn island_regions(text: &str, base: Direction) -> Vec<(Range<usize>, Region)> {
    nested_islands(text, base).into_iter().map(|(range, direction)| (range, Region::Island(direction))).collect()
}

/// The flow of a content and its regions.
///
/// Codes that cross are closed and opened again, unclosed ones closed at the end, closings without an opening dropped, and so
/// are links inside links and pairs that enclose nothing. `regions` are sorted, properly nested and not empty.
pub(super) fn flow<'a>(content: &'a Content, regions: &[(Range<usize>, Region)]) -> Vec<Event<'a>> {
    let mut stops: Vec<usize> = content.codes().iter().map(|code| code.at).collect();
    stops.extend(regions.iter().flat_map(|(range, _)| [range.start, range.end]));
    stops.push(content.text().len());
    stops.sort_unstable();
    stops.dedup();
    let mut flow = Flow { events: Vec::new(), open: Vec::new(), pending: Vec::new() };
    let mut entered: Vec<&(Range<usize>, Region)> = Vec::new();
    let mut codes = content.codes().iter().peekable();
    let mut coming = regions.iter().peekable();
    let mut at = 0;
    for stop in stops {
        flow.text(&content.text()[at..stop]);
        at = stop;
        // What closes or stands here belongs to the text before it, what opens to the text after it.
        while stop > 0
            && let Some(code) = codes.next_if(|code| code.at == stop && code.part != CodePart::Open)
        {
            flow.code(code);
        }
        while let Some((_, region)) = entered.pop_if(|(range, _)| range.end == stop) {
            flow.cut(Event::Leave(*region));
        }
        while let Some(region) = coming.next_if(|(range, _)| range.start == stop) {
            flow.cut(Event::Enter(region.1));
            entered.push(region);
        }
        while let Some(code) = codes.next_if(|code| code.at == stop) {
            flow.code(code);
        }
    }
    flow.close_all();
    flow.events
}

/// The text as it reads without markup: line breaks as line ends, note marks as shown but never as one with a word or a number
/// before them, pictures as their alternative text.
pub(super) fn plain_text(content: &Content) -> String {
    let mut text = String::with_capacity(content.text().len());
    for piece in content.pieces() {
        match piece {
            Piece::Text(piece) => text.push_str(piece),
            Piece::Code(code) if code.part == CodePart::Close => {}
            Piece::Code(code) => match &code.element {
                CodeElement::LineBreak => text.push('\n'),
                CodeElement::NoteMark { shown, .. } if is_bare(shown) => text.push_str(&format!("[{}]", shown.trim())),
                CodeElement::NoteMark { shown, .. } => text.push_str(shown),
                CodeElement::Image { src, alt } => text.push_str(&image_text(src, alt)),
                _ => {}
            },
        }
    }
    text
}

/// Whether a note mark is a number or letters alone, which only its place above the line tells from the text: "9" and "1" is no 9.1.
fn is_bare(mark: &str) -> bool {
    let is_raised = |c: char| matches!(c, '¹' | '²' | '³' | '\u{2070}'..='\u{209f}');
    mark.trim().chars().all(|c| c.is_alphanumeric() && !is_raised(c))
}

/// What stands for a picture: its alternative text in brackets, or the name of its file.
pub(super) fn image_text(src: &str, alt: &str) -> String {
    let name = src.split(['?', '#']).next().unwrap_or_default().rsplit('/').next().unwrap_or_default();
    format!("[{}]", if alt.trim().is_empty() { name } else { alt })
}

/// Whether the text of a list item brings its own marker, such as `أ)`, `1.` or a bullet, so that none must be added.
pub(super) fn has_own_marker(text: &str) -> bool {
    let text = text.trim_start();
    if text.starts_with(|c| "•·▪◦‣*–—-".contains(c)) {
        return true;
    }
    let inside = text.trim_start_matches('(');
    let label: String = inside.chars().take_while(|c| c.is_alphanumeric()).collect();
    let counts = |c: char| c.is_numeric() || "ivxIVX".contains(c);
    let is_label = label.chars().count() == 1 || ((1..=4).contains(&label.len()) && label.chars().all(counts));
    let rest = &inside[label.len()..];
    let end = rest.trim_start_matches(|c| ").-–/ـ".contains(c));
    is_label && end.len() < rest.len() && end.starts_with(char::is_whitespace)
}

struct Flow<'a> {
    events: Vec<Event<'a>>,
    /// Codes whose opening is in the events.
    open: Vec<&'a InlineCode>,
    /// Codes that will be opened when something comes that they enclose.
    pending: Vec<&'a InlineCode>,
}

impl<'a> Flow<'a> {
    fn text(&mut self, text: &'a str) {
        if !text.is_empty() {
            self.open_pending();
            self.events.push(Event::Text(text));
        }
    }

    fn open_pending(&mut self) {
        for code in self.pending.drain(..) {
            self.events.push(Event::Open(&code.element));
            self.open.push(code);
        }
    }

    fn code(&mut self, code: &'a InlineCode) {
        use CodeElement as E;
        let stands_alone = matches!(code.element, E::NoteMark { .. } | E::LineBreak | E::Image { .. });
        match code.part {
            CodePart::Close if !stands_alone => self.close(code),
            CodePart::Open if !stands_alone => {
                let is_link = |code: &&InlineCode| matches!(code.element, E::Link { .. });
                if !(is_link(&code) && self.open.iter().chain(&self.pending).any(is_link)) {
                    self.pending.push(code);
                }
            }
            CodePart::Open | CodePart::Standalone if stands_alone => {
                self.open_pending();
                self.events.push(Event::Alone(&code.element));
            }
            _ => {}
        }
    }

    fn close(&mut self, code: &InlineCode) {
        if let Some(place) = self.pending.iter().rposition(|c| c.id == code.id) {
            self.pending.remove(place);
        } else if let Some(place) = self.open.iter().rposition(|c| c.id == code.id) {
            let crossed = self.open.split_off(place + 1);
            self.events.extend(crossed.iter().rev().map(|code| Event::Close(&code.element)));
            let closed = self.open.pop().expect("rposition gave its place");
            self.events.push(Event::Close(&closed.element));
            self.pending.splice(0..0, crossed);
        }
    }

    fn close_all(&mut self) {
        self.events.extend(self.open.iter().rev().map(|code| Event::Close(&code.element)));
        let open = std::mem::take(&mut self.open);
        self.pending.splice(0..0, open);
    }

    /// Closes all codes, marks the edge of a region, and lets the codes open again behind it.
    fn cut(&mut self, edge: Event<'a>) {
        self.close_all();
        self.events.push(edge);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::model::CodeId;

    fn code(at: usize, id: u16, part: CodePart, element: CodeElement) -> InlineCode {
        InlineCode { at, id: CodeId(id), part, element }
    }

    fn shown(events: &[Event<'_>]) -> String {
        let name = |element: &CodeElement| match element {
            CodeElement::Emphasis => "em",
            CodeElement::Strong => "strong",
            CodeElement::Link { .. } => "a",
            _ => "x",
        };
        let region = |region: &Region| match region {
            Region::Segment(index) => format!("s{index}"),
            Region::Island(direction) => direction.as_str().to_owned(),
        };
        let step = |event: &Event<'_>| match event {
            Event::Text(text) => (*text).to_owned(),
            Event::Open(element) => format!("<{}>", name(element)),
            Event::Close(element) => format!("</{}>", name(element)),
            Event::Alone(element) => format!("<{}/>", name(element)),
            Event::Enter(r) => format!("[{} ", region(r)),
            Event::Leave(r) => format!(" {}]", region(r)),
        };
        events.iter().map(step).collect()
    }

    #[test]
    fn crossing_pairs_are_closed_and_opened_again() {
        use {CodeElement as E, CodePart as P};
        let content = Content::new(
            "abcdef".into(),
            vec![
                code(0, 9, P::Close, E::Strong),
                code(0, 1, P::Open, E::Emphasis),
                code(2, 2, P::Open, E::Strong),
                code(4, 1, P::Close, E::Emphasis),
                code(6, 3, P::Open, E::Emphasis),
            ],
        );
        let content = content.unwrap();
        assert_eq!(shown(&flow(&content, &[])), "<em>ab<strong>cd</strong></em><strong>ef</strong>");
    }

    #[test]
    fn regions_stand_outside_the_codes_and_marks_at_a_seam_stay_with_what_they_follow() {
        use {CodeElement as E, CodePart as P};
        let note = E::NoteMark { label: "1".into(), shown: "1".into() };
        let content = Content::new(
            "ab. cd".into(),
            vec![
                code(0, 1, P::Open, E::Emphasis),
                code(4, 2, P::Standalone, note),
                code(5, 1, P::Close, E::Emphasis),
                code(5, 3, P::Open, E::Strong),
                code(6, 3, P::Close, E::Strong),
            ],
        );
        let content = content.unwrap();
        let segments = [(0..4, Region::Segment(0)), (4..6, Region::Segment(1))];
        assert_eq!(shown(&flow(&content, &segments)), "[s0 <em>ab. <x/></em> s0][s1 <em>c</em><strong>d</strong> s1]");
    }

    #[test]
    fn plain_text_keeps_note_marks_and_line_breaks() {
        use {CodeElement as E, CodePart as P};
        let note = E::NoteMark { label: "1".into(), shown: "(١)".into() };
        let image = E::Image { src: "x.png".into(), alt: "نهر".into() };
        let codes = vec![
            code(6, 1, P::Standalone, note),
            code(6, 2, P::Standalone, E::LineBreak),
            code(6, 3, P::Standalone, image),
        ];
        let content = Content::new("قال".into(), codes).unwrap();
        assert_eq!(plain_text(&content), "قال(١)\n[نهر]");
    }

    #[test]
    fn a_note_mark_of_plain_text_is_never_part_of_a_number() {
        let marked = |shown: &str| {
            let note = CodeElement::NoteMark { label: "1".into(), shown: shown.into() };
            plain_text(&Content::new("to 9.".into(), vec![code(5, 1, CodePart::Standalone, note)]).unwrap())
        };
        let expected = ["to 9.[1]", "to 9.[١]", "to 9.[a]", "to 9.[1]", "to 9.¹", "to 9.*"];
        assert_eq!(["1", "١", "a", "[1]", "¹", "*"].map(marked), expected);
    }

    #[test]
    fn an_item_may_bring_its_marker() {
        for text in ["أ) سجلّ", "A) A register", "(1) x", "١- ماء", "10. x", "• x", "- x"] {
            assert!(has_own_marker(text), "{text}");
        }
        for text in ["سجلّ موحّد", "A register", "", "no-one came", "(see) x"] {
            assert!(!has_own_marker(text), "{text}");
        }
    }

    fn any_content() -> impl Strategy<Value = Content> {
        let element = prop_oneof![
            Just(CodeElement::Emphasis),
            Just(CodeElement::Link { href: "#x".into(), title: String::new() }),
            Just(CodeElement::LineBreak),
        ];
        let part = prop_oneof![Just(CodePart::Open), Just(CodePart::Close), Just(CodePart::Standalone)];
        let codes = proptest::collection::vec((0..9_usize, 1..4_u16, part, element), 0..8);
        ("[abع ]{0,8}", codes).prop_map(|(text, codes)| {
            let places: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
            let mut codes: Vec<InlineCode> = codes
                .into_iter()
                .map(|(place, id, part, element)| code(places[place % places.len()], id, part, element))
                .collect();
            codes.sort_by_key(|code| code.at);
            Content::new(text, codes).unwrap()
        })
    }

    proptest! {
        #[test]
        fn any_flow_is_well_nested_and_keeps_the_text(content in any_content()) {
            let regions = island_regions(content.text(), Direction::Ltr);
            let mut stack = Vec::new();
            let mut text = String::new();
            for event in flow(&content, &regions) {
                match event {
                    Event::Text(t) => text.push_str(t),
                    Event::Open(_) | Event::Enter(_) => stack.push(event),
                    Event::Close(element) => prop_assert_eq!(stack.pop(), Some(Event::Open(element))),
                    Event::Leave(region) => prop_assert_eq!(stack.pop(), Some(Event::Enter(region))),
                    Event::Alone(_) => {}
                }
            }
            prop_assert!(stack.is_empty());
            prop_assert_eq!(text, content.text());
        }
    }
}
