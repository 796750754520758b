//! Cuts a paragraph's flow into runs of one direction and one look each. Writes nothing.
//!
//! In Word a run marked `w:rtl` is laid out from the right and takes the complex-script font, size and weight; the standard
//! warns against the mark on Latin letters (ECMA-376 part 1, 17.3.2.30). So the islands of the other direction are runs of
//! their own, each in an embedding of its direction (`w:dir`), which holds an address with Arabic in its path together. Digits
//! and neutral characters go with the text around them. No control is put into the text; LibreOffice 7.4 heeds neither mark nor
//! embedding and shows the `#` of `#وسم` in English at the left.

use crate::formats::flow::{Event, Region, flow, image_text, island_regions};
use crate::model::{CodeElement, Content, Direction};

/// Where a run leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lead<'a> {
    /// The address of a link.
    Link(&'a str),
    /// The note with that label and shown mark.
    Note { label: &'a str, shown: &'a str },
}

/// How a run looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Look {
    pub(super) emphasis: bool,
    pub(super) strong: bool,
    pub(super) underline: bool,
    pub(super) strike: bool,
    pub(super) highlight: bool,
    pub(super) superscript: bool,
    pub(super) subscript: bool,
    pub(super) code: bool,
    pub(super) faint: bool,
}

/// A stretch against the direction around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Island {
    /// From 1 in the paragraph, so that two islands beside each other stay two.
    number: usize,
    pub(super) direction: Direction,
}

/// A stretch of text of one direction and look.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Run<'a> {
    /// The text; a line feed is a line break.
    pub(super) text: String,
    pub(super) direction: Direction,
    /// The islands it lies in, from the outside in.
    pub(super) islands: Vec<Island>,
    pub(super) look: Look,
    pub(super) lead: Option<Lead<'a>>,
}

/// The runs of a content whose own direction is `base`.
pub(super) fn runs(content: &Content, base: Direction) -> Vec<Run<'_>> {
    let regions = island_regions(content.text(), base);
    let mut open: Vec<&CodeElement> = Vec::new();
    let mut islands: Vec<Island> = Vec::new();
    let mut entered = 0;
    let mut runs: Vec<Run<'_>> = Vec::new();
    for event in flow(content, &regions) {
        let (text, lead) = match event {
            Event::Text(text) => (text.to_owned(), None),
            Event::Open(element) => {
                open.push(element);
                continue;
            }
            Event::Close(_) => {
                open.pop();
                continue;
            }
            Event::Enter(Region::Island(direction)) => {
                entered += 1;
                islands.push(Island { number: entered, direction });
                continue;
            }
            Event::Leave(Region::Island(_)) => {
                islands.pop();
                continue;
            }
            Event::Enter(Region::Segment(_)) | Event::Leave(Region::Segment(_)) => continue,
            Event::Alone(CodeElement::NoteMark { label, shown }) => (shown.clone(), Some(Lead::Note { label, shown })),
            Event::Alone(CodeElement::Image { src, alt }) => (image_text(src, alt), None),
            Event::Alone(_) => ("\n".to_owned(), None),
        };
        let link = open.iter().find_map(|element| match element {
            CodeElement::Link { href, .. } => Some(Lead::Link(href)),
            _ => None,
        });
        let mut look = look(&open);
        look.superscript |= lead.is_some();
        let direction = islands.last().map_or(base, |island| island.direction);
        runs.push(Run { text, direction, islands: islands.clone(), look, lead: link.or(lead) });
    }
    runs
}

fn look(open: &[&CodeElement]) -> Look {
    let has = |element: CodeElement| open.iter().any(|e| **e == element);
    Look {
        emphasis: has(CodeElement::Emphasis),
        strong: has(CodeElement::Strong),
        underline: has(CodeElement::Underline),
        strike: has(CodeElement::Strikethrough),
        highlight: has(CodeElement::Highlight),
        superscript: has(CodeElement::Superscript),
        subscript: has(CodeElement::Subscript) && !has(CodeElement::Superscript),
        code: has(CodeElement::Code),
        faint: false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::sample::coded;

    fn cut(text: &str, base: Direction) -> Vec<(String, Direction)> {
        let content = Content::plain(text);
        runs(&content, base).into_iter().map(|run| (run.text, run.direction)).collect()
    }

    #[test]
    fn latin_in_arabic_is_a_run_of_its_own_and_digits_stay_with_the_arabic() {
        use Direction::{Ltr, Rtl};
        let run = |text: &str, direction| (text.to_owned(), direction);
        assert_eq!(
            cut("قالت BBC في ٢٠٢٣ و2024", Rtl),
            [run("قالت ", Rtl), run("BBC", Ltr), run(" في ٢٠٢٣ و2024", Rtl)]
        );
        assert_eq!(cut("لغة C++.", Rtl)[1], run("C++", Ltr));
        assert_eq!(cut("هاتف +963 11 222 3333", Rtl)[1], run("+963 11 222 3333", Ltr));
        assert_eq!(cut("آيبان GB82 WEST 12", Rtl)[1], run("GB82 WEST 12", Ltr));
        assert_eq!(cut("the word عدل, 5", Ltr), [run("the word ", Ltr), run("عدل", Rtl), run(", 5", Ltr)]);
        assert_eq!(cut("tag #عدل", Ltr)[1], run("#عدل", Rtl));
        assert_eq!(cut("٢٠٢٣", Rtl), [run("٢٠٢٣", Rtl)]);
    }

    #[test]
    fn looks_and_leads_follow_the_codes() {
        let content = coded("a {1}b {2}c{/1} d{/2} {3}e{/3}{4/}{5/}");
        let runs = runs(&content, Direction::Ltr);
        let texts: Vec<(&str, bool, bool)> =
            runs.iter().map(|r| (r.text.as_str(), r.look.emphasis, r.look.strong)).collect();
        assert_eq!(texts[..4], [("a ", false, false), ("b ", true, false), ("c", true, true), (" d", false, true)]);
        assert_eq!(runs[5].lead, Some(Lead::Link("https://example.org/?a=1&b=2")));
        assert_eq!(runs[6].lead, Some(Lead::Note { label: "1", shown: "1" }));
        assert!(runs[6].look.superscript);
        assert_eq!(runs[7].text, "\n");
    }
}
