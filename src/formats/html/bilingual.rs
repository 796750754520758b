//! Both languages on a page: side by side in a table, or each source above its target. The page around it is not made here.

use super::inline::{escape, escape_attribute, inline, language_attributes};
use crate::formats::flow::Side;
use crate::formats::lists::{Marker, marker_of, markers};
use crate::model::{Bitext, BitextComment, BitextRow, Content, Language, Notices, ParagraphKind, WriteOptions};

/// The table. The source column comes first in reading order: on the right in an Arabic page, on the left in an English one.
pub(super) fn side_by_side(bitext: &Bitext, options: &WriteOptions<'_>) -> String {
    let labels = options.labels;
    let ui = language_attributes(&labels.language);
    let column = |class: &str, name: &str| format!("<th class=\"{class}\" scope=\"col\" {ui}>{}</th>", escape(name));
    // The name of a column stands where its lines begin, also when they begin at the other side than those of the page.
    let aligned = |class: &str, language: &Language| {
        let away = language.direction() != labels.language.direction();
        if away { format!("{class} away") } else { class.to_owned() }
    };
    let mut out = String::from("<table>\n<thead>\n<tr>");
    out.push_str(&column("number", &labels.number));
    out.push_str(&column(&aligned("source", &bitext.source_language), &labels.source));
    out.push_str(&column(&aligned("target", &bitext.target_language), &labels.target));
    if options.show_status {
        out.push_str(&column("standing", &labels.status));
    }
    out.push_str("</tr>\n</thead>\n<tbody>\n");
    for (row, marker) in options.rows(bitext).zip(&markers(bitext, options.layout)) {
        out.push_str(&format!("<tr {}>", row_attributes(row)));
        out.push_str(&format!("<td class=\"number\" {ui}>{}</td>", row.number));
        out.push_str(&format!("\n<td class=\"source\">{}</td>", source_block(bitext, row, marker.as_ref())));
        out.push_str(&format!(
            "\n<td class=\"target\">{}</td>",
            target_block(bitext, row, marker.as_ref(), options) + &left_out(row, options)
        ));
        if options.show_status {
            out.push_str(&format!("\n<td class=\"standing\">{}{}</td>", standing(row, options), comments(row)));
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</tbody>\n</table>\n");
    out
}

/// Source above target, full width.
pub(super) fn stacked(bitext: &Bitext, options: &WriteOptions<'_>) -> String {
    let ui = language_attributes(&options.labels.language);
    let mut out = String::new();
    for (row, marker) in options.rows(bitext).zip(&markers(bitext, options.layout)) {
        out.push_str(&format!("<section {}>\n", row_attributes(row)));
        out.push_str(&format!("<div class=\"standing\"><span class=\"number\" {ui}>{}</span>", row.number));
        if options.show_status {
            out.push_str(&standing(row, options));
        }
        out.push_str("</div>\n");
        out.push_str(&format!("<div class=\"source\">{}</div>\n", source_block(bitext, row, marker.as_ref())));
        out.push_str(&format!(
            "<div class=\"target\">{}</div>\n",
            target_block(bitext, row, marker.as_ref(), options) + &left_out(row, options)
        ));
        if options.show_status {
            out.push_str(&comments(row));
        }
        out.push_str("</section>\n");
    }
    out
}

fn row_attributes(row: &BitextRow) -> String {
    let excluded = if row.excluded.is_some() { " excluded" } else { "" };
    let kind = row.kind.as_str();
    format!("class=\"row {kind}{excluded}\" id=\"p{}\"", row.number)
}

fn source_block(bitext: &Bitext, row: &BitextRow, marker: Option<&Marker>) -> String {
    let language = language_attributes(&bitext.source_language);
    let mark = mark_attribute(row, &row.source, marker);
    block(row, &format!("{language}{mark}"), &inline(bitext, row, Side::Source, &row.source))
}

fn target_block(bitext: &Bitext, row: &BitextRow, marker: Option<&Marker>, options: &WriteOptions<'_>) -> String {
    match &row.target {
        Some(target) => {
            let language = language_attributes(&bitext.target_language);
            let mark = mark_attribute(row, target, marker);
            block(row, &format!("{language}{mark}"), &inline(bitext, row, Side::Target, target))
        }
        None if row.excluded.is_some() => String::new(),
        None => gap(options),
    }
}

/// The marker of an item, for the style to draw: a cell holds one item, never a list.
fn mark_attribute(row: &BitextRow, text: &Content, marker: Option<&Marker>) -> String {
    let mark = match marker_of(row, text, marker) {
        None => return String::new(),
        Some(Marker::Bullet) => "•".to_owned(),
        Some(Marker::Number { number, .. }) => format!("{number}."),
        Some(Marker::Sign(sign)) => escape_attribute(sign),
    };
    format!(" data-mark=\"{mark}\"")
}

/// What the document says of itself, a line for each of its languages; `words` gives them escaped.
pub(super) fn notice(class: &str, options: &WriteOptions<'_>, words: impl Fn(&Notices) -> String) -> String {
    let line = |notices: &Notices| format!("<p {}>{}</p>", language_attributes(&notices.language), words(notices));
    let lines: String = options.labels.notices.iter().map(line).collect();
    format!("<div class=\"{class}\">{lines}</div>")
}

/// What stands in the place of a missing target.
pub(super) fn gap(options: &WriteOptions<'_>) -> String {
    notice("gap", options, |notices| escape(&notices.gap))
}

/// Why a row is left out of the finished article.
fn left_out(row: &BitextRow, options: &WriteOptions<'_>) -> String {
    let Some(reason) = &row.excluded else { return String::new() };
    let labels = options.labels;
    let words = escape(&labels.own_notice(|notices| &notices.left_out));
    let ui = language_attributes(&labels.language);
    format!("<p class=\"left-out\" {ui}>{words}: <bdi>{}</bdi></p>", escape(reason))
}

/// A block of the row's kind: headings are headings also inside a cell.
pub(super) fn block(row: &BitextRow, attributes: &str, inside: &str) -> String {
    let element = match row.kind {
        ParagraphKind::Title => "h1".to_owned(),
        ParagraphKind::Heading => format!("h{}", row.heading_level.unwrap_or(2).clamp(2, 6)),
        ParagraphKind::Quote => "blockquote".to_owned(),
        _ => "p".to_owned(),
    };
    // Room inside a line, as between the halves of a verse, is kept where there is any.
    let spaced = if inside.contains("  ") || inside.contains('\t') { " spaced" } else { "" };
    format!("<{element} class=\"text {}{spaced}\" {attributes}>{inside}</{element}>", row.kind.as_str())
}

fn standing(row: &BitextRow, options: &WriteOptions<'_>) -> String {
    let labels = options.labels;
    let ui = language_attributes(&labels.language);
    let name = escape(labels.status_name(row.status));
    let mut out = format!("<p class=\"status {}\" {ui}>{name}</p>", row.status.as_str());
    if row.stale {
        out.push_str(&format!("<p class=\"status stale\" {ui}>{}</p>", escape(&labels.stale)));
    }
    out
}

/// Comments are in whatever language their author wrote them: their text gives them their direction, whoever wrote it.
fn comments(row: &BitextRow) -> String {
    let one = |c: &BitextComment| {
        let (person, text) = (escape(&c.person), escape(&c.text));
        let title = escape_attribute(&c.person);
        format!(
            "<p class=\"comment\" lang=\"\" dir=\"auto\" title=\"{title}\"><bdi class=\"person\">{person}</bdi>: {text}</p>"
        )
    };
    row.comments.iter().map(one).collect()
}
