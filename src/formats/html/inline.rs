//! The inside of a block in HTML: text escaped, codes as elements, segments and islands as spans. Knows no page.

use crate::formats::flow::{Event, Region, Side, flow, image_text, regions};
use crate::formats::notes::note_row;
use crate::formats::printable::{is_bidi_control, printable, safe_href};
use crate::model::{Bitext, BitextRow, CodeElement, Content, Direction, Language};

/// Text for the inside of an element. A carriage return becomes a line feed, as the HTML parser would make it.
pub(super) fn escape(text: &str) -> String {
    let text = printable(text).replace("\r\n", "\n").replace('\r', "\n");
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// Text for an attribute in double quotes; characters that change the direction unseen are written as references.
pub(super) fn escape_attribute(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    for c in escape(value).chars() {
        match c {
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\n' => out.push_str("&#10;"),
            c if is_bidi_control(c) => out.push_str(&format!("&#x{:X};", u32::from(c))),
            c => out.push(c),
        }
    }
    out
}

/// The attributes `lang` and `dir` of a block in that language.
pub(super) fn language_attributes(language: &Language) -> String {
    format!("lang=\"{}\" dir=\"{}\"", escape_attribute(&language.to_string()), language.direction().as_str())
}

/// One side of a row, ready to stand in a block.
pub(super) fn inline(bitext: &Bitext, row: &BitextRow, side: Side, content: &Content) -> String {
    let language = match side {
        Side::Source => &bitext.source_language,
        Side::Target => &bitext.target_language,
    };
    let mut out = String::new();
    let mut links = 0_usize;
    for event in flow(content, &regions(row, side, language.direction())) {
        match event {
            Event::Text(text) => out.push_str(&escape(text)),
            Event::Open(element) => {
                links += usize::from(matches!(element, CodeElement::Link { .. }));
                out.push_str(&opening(element));
            }
            Event::Close(element) => {
                links -= usize::from(matches!(element, CodeElement::Link { .. }));
                out.push_str(closing(element));
            }
            Event::Alone(element) => out.push_str(&alone(bitext, element, links > 0)),
            Event::Enter(Region::Segment(index)) => out.push_str(&segment(row, side, index)),
            Event::Enter(Region::Island(direction)) => out.push_str(&island(bitext, direction)),
            Event::Leave(Region::Segment(_)) => out.push_str("</span>"),
            Event::Leave(Region::Island(_)) => out.push_str("</bdi>"),
        }
    }
    out
}

fn segment(row: &BitextRow, side: Side, index: usize) -> String {
    let side = match side {
        Side::Source => "src",
        Side::Target => "tgt",
    };
    let (paragraph, number) = (row.number, index + 1);
    format!("<span class=\"s\" id=\"p{paragraph}s{number}-{side}\" data-s=\"{number}\">")
}

fn island(bitext: &Bitext, direction: Direction) -> String {
    let languages = [&bitext.source_language, &bitext.target_language];
    // Arabic in English is in the other language of the article; Latin in Arabic may be of any language.
    let rtl = languages.into_iter().find(|l| l.direction() == Direction::Rtl && direction == Direction::Rtl);
    match rtl {
        Some(language) => format!("<bdi {}>", language_attributes(language)),
        None => format!("<bdi dir=\"{}\">", direction.as_str()),
    }
}

fn opening(element: &CodeElement) -> String {
    use CodeElement as E;
    match element {
        E::Emphasis => "<em>".into(),
        E::Strong => "<strong>".into(),
        E::Underline => "<u>".into(),
        E::Strikethrough => "<s>".into(),
        E::Highlight => "<mark>".into(),
        E::Superscript => "<sup>".into(),
        E::Subscript => "<sub>".into(),
        E::Code => "<code>".into(),
        E::Link { href, title } => match safe_href(href) {
            None => "<span>".into(),
            Some(href) => {
                let title =
                    Some(title).filter(|t| !t.is_empty()).map(|t| format!(" title=\"{}\"", escape_attribute(t)));
                let title = title.unwrap_or_default();
                format!("<a href=\"{}\"{title} rel=\"noopener noreferrer\">", escape_attribute(href))
            }
        },
        E::NoteMark { .. } | E::LineBreak | E::Image { .. } | E::Foreign(_) => String::new(),
    }
}

fn closing(element: &CodeElement) -> &'static str {
    use CodeElement as E;
    match element {
        E::Emphasis => "</em>",
        E::Strong => "</strong>",
        E::Underline => "</u>",
        E::Strikethrough => "</s>",
        E::Highlight => "</mark>",
        E::Superscript => "</sup>",
        E::Subscript => "</sub>",
        E::Code => "</code>",
        E::Link { href, .. } if safe_href(href).is_none() => "</span>",
        E::Link { .. } => "</a>",
        E::NoteMark { .. } | E::LineBreak | E::Image { .. } | E::Foreign(_) => "",
    }
}

fn alone(bitext: &Bitext, element: &CodeElement, in_link: bool) -> String {
    match element {
        CodeElement::LineBreak => "<br>".into(),
        CodeElement::Image { src, alt } => format!("<span class=\"picture\">{}</span>", escape(&image_text(src, alt))),
        CodeElement::NoteMark { label, shown } => {
            let mark = escape(shown);
            match note_row(bitext, label, shown).filter(|_| !in_link) {
                Some(note) => format!("<sup class=\"mark\"><a href=\"#p{}\">{mark}</a></sup>", note.number),
                None => format!("<sup class=\"mark\">{mark}</sup>"),
            }
        }
        _ => String::new(),
    }
}
