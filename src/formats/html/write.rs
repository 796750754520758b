//! Writes HTML pages: the bilingual document and the finished article. Loads nothing: style is inside, pictures are their words.

use std::io;

use super::bilingual::{block, gap, notice, side_by_side, stacked};
use super::inline::{escape, inline, language_attributes};
use crate::formats::flow::{Side, plain_text};
use crate::formats::lists::{Marker, marker_of, markers};
use crate::formats::title::{document_title, shown_title, title_language};
use crate::formats::{WriteError, check_layout};
use crate::model::{Bitext, BitextRow, Completeness, Layout, ParagraphKind, WriteOptions};

const STYLE: &str = include_str!("page.css");

/// How many segments of a paragraph can light up with their partners; later ones are shown all the same.
const MOST_LINKED_SEGMENTS: usize = 60;

/// Writes one page in UTF-8.
///
/// The page is in the language and direction of the labels; every block of text has its own `lang` and `dir`. The style lights
/// up the partner of the segment under the pointer.
///
/// # Errors
/// When the place to write to fails.
pub(in crate::formats) fn write(
    bitext: &Bitext,
    options: &WriteOptions<'_>,
    out: &mut dyn io::Write,
) -> Result<(), WriteError> {
    check_layout("html", options.layout)?;
    let labels = options.labels;
    let main = match options.layout {
        Layout::SideBySide => side_by_side(bitext, options),
        Layout::Stacked => stacked(bitext, options),
        Layout::Target => article(bitext, options),
    };
    let page_language = match options.layout {
        Layout::Target => &bitext.target_language,
        _ => &labels.language,
    };
    let is_draft = bitext.completeness == Completeness::Draft;
    let banner = if is_draft { notice("banner", options, |notices| escape(&notices.draft)) } else { String::new() };
    let status = if options.show_status && options.layout != Layout::Target { " with-status" } else { "" };
    write!(
        out,
        "<!DOCTYPE html>\n<html {}>\n<head>\n{}</head>\n<body class=\"{}{status}\">\n{banner}{}<main>\n{main}</main>\n</body>\n</html>\n",
        language_attributes(page_language),
        head(bitext, options),
        options.layout.as_str(),
        header(bitext, options),
    )?;
    Ok(())
}

fn head(bitext: &Bitext, options: &WriteOptions<'_>) -> String {
    let rows = bitext.rows.iter().map(|row| row.beads.len());
    let linked = rows.max().unwrap_or(0).min(MOST_LINKED_SEGMENTS);
    let linked = if options.layout == Layout::Target { 0 } else { linked };
    let hover: Vec<String> =
        (1..=linked).map(|n| format!(".row:has([data-s=\"{n}\"]:hover) [data-s=\"{n}\"]")).collect();
    let hover =
        if hover.is_empty() { String::new() } else { format!("{}{{background:var(--partner)}}\n", hover.join(",\n")) };
    format!(
        "<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{}</title>\n<style>\n{STYLE}{hover}</style>\n",
        escape(&document_title(bitext, options))
    )
}

/// The title as a heading above the text, where no paragraph is the title.
fn header(bitext: &Bitext, options: &WriteOptions<'_>) -> String {
    if bitext.rows.iter().any(|row| row.kind == ParagraphKind::Title) {
        return String::new();
    }
    let Some(title) = shown_title(bitext, options) else { return String::new() };
    let language = language_attributes(title_language(bitext));
    format!("<header><h1 class=\"text\" {language}>{}</h1></header>\n", escape(title))
}

/// The finished article: the target alone, every paragraph as what it is.
fn article(bitext: &Bitext, options: &WriteOptions<'_>) -> String {
    let language = language_attributes(&bitext.target_language);
    let mut out = String::new();
    let mut open = Group::None;
    for (row, marker) in options.rows(bitext).zip(&markers(bitext, options.layout)) {
        let group = Group::of(row, marker.as_ref(), open);
        if open != group {
            out.push_str(open.end());
            out.push_str(&group.begin(&language));
            open = group;
        }
        out.push_str(&article_block(bitext, row, marker.as_ref(), options));
        out.push('\n');
    }
    out.push_str(open.end());
    out
}

/// What paragraphs beside each other stand in together.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Group {
    None,
    Bullets,
    /// A numbered list, by its place in the document.
    Numbers(usize),
    Notes,
}

impl Group {
    fn of(row: &BitextRow, marker: Option<&Marker>, open: Self) -> Self {
        match (row.kind, marker) {
            (ParagraphKind::Note, _) => Self::Notes,
            (ParagraphKind::ListItem, Some(Marker::Number { list, .. })) => Self::Numbers(*list),
            (ParagraphKind::ListItem, None) if matches!(open, Self::Bullets | Self::Numbers(_)) => open,
            (ParagraphKind::ListItem, _) => Self::Bullets,
            _ => Self::None,
        }
    }

    fn begin(self, language: &str) -> String {
        match self {
            Self::None => String::new(),
            Self::Bullets => format!("<ul {language}>\n"),
            Self::Numbers(_) => format!("<ol {language}>\n"),
            Self::Notes => format!("<section class=\"notes\" {language}>\n<ol {language}>\n"),
        }
    }

    const fn end(self) -> &'static str {
        match self {
            Self::None => "",
            Self::Bullets => "</ul>\n",
            Self::Numbers(_) => "</ol>\n",
            Self::Notes => "</ol>\n</section>\n",
        }
    }
}

fn article_block(bitext: &Bitext, row: &BitextRow, marker: Option<&Marker>, options: &WriteOptions<'_>) -> String {
    let language = language_attributes(&bitext.target_language);
    let is_item = matches!(row.kind, ParagraphKind::ListItem | ParagraphKind::Note);
    let Some(target) = &row.target else {
        return if is_item { format!("<li class=\"marked\" {language}>{}</li>", gap(options)) } else { gap(options) };
    };
    let inside = inline(bitext, row, Side::Target, target);
    let attributes = format!("id=\"p{}\" {language}", row.number);
    match row.kind {
        ParagraphKind::ListItem | ParagraphKind::Note => {
            let class = if row.kind == ParagraphKind::Note { "text note" } else { "text" };
            match marker_of(row, target, marker) {
                Some(Marker::Bullet) => format!("<li class=\"{class}\" {attributes}>{inside}</li>"),
                Some(Marker::Number { number, .. }) => {
                    format!("<li class=\"{class}\" value=\"{number}\" {attributes}>{inside}</li>")
                }
                Some(Marker::Sign(sign)) => {
                    let sign = escape(sign);
                    format!(
                        "<li class=\"{class} marked\" {attributes}><span class=\"sign\">{sign}</span> {inside}</li>"
                    )
                }
                None => format!("<li class=\"{class} marked\" {attributes}>{inside}</li>"),
            }
        }
        ParagraphKind::Separator if plain_text(target).trim().is_empty() => "<hr>".to_owned(),
        _ => block(row, &attributes, &inside),
    }
}

#[cfg(test)]
mod tests {
    use dom_query::Document;

    use super::*;
    use crate::formats::{find as format, sample};
    use crate::model::{BitextComment, ListMark};

    fn page(layout: Layout, tag: &str, bitext: &Bitext) -> Document {
        let labels = sample::labels(tag);
        Document::from(sample::written(format("html").unwrap(), bitext, &sample::options(layout, &labels)))
    }

    fn text(page: &Document, selector: &str) -> String {
        page.select(selector).text().to_string()
    }

    #[test]
    fn every_block_has_a_language_and_a_direction_and_nothing_runs() {
        for &layout in Layout::ALL {
            for tag in ["en", "ar"] {
                let page = page(layout, tag, &sample::bitext());
                for node in page.select("html, h1, h2, h3, p, li, blockquote, td.number, th").iter() {
                    assert!(node.has_attr("lang") && node.has_attr("dir"), "{layout:?}: {}", node.html());
                }
                assert_eq!(page.select("script, img, iframe, link, [src], [onclick], [style]").length(), 0);
                for link in page.select("a").iter() {
                    let href = link.attr("href").unwrap();
                    assert!(href.starts_with("https:") || href.starts_with('#'), "{href}");
                    assert!(!href.starts_with('#') || page.select(&href).length() == 1, "{href}");
                }
                assert!(text(&page, "title").starts_with(&sample::labels(tag).notices[0].draft));
            }
        }
    }

    #[test]
    fn blocks_read_back_as_their_texts() {
        let bitext = sample::bitext();
        let page = page(Layout::SideBySide, "ar", &bitext);
        assert_eq!(page.select("html").attr("dir").unwrap().as_ref(), "rtl");
        for row in bitext.rows.iter().filter(|row| row.source.codes().is_empty()) {
            let visible = row.source.text().replace('\0', "\u{fffd}");
            assert_eq!(text(&page, &format!("#p{} .source .text", row.number)), visible);
        }
        assert_eq!(text(&page, "#p9 .gap"), "لم تُترجم بعد");
        assert_eq!(page.select("#p9 .target .text").length(), 0);
        assert_eq!(text(&page, "#p5 .status.stale"), "متقادم");
    }

    #[test]
    fn what_people_said_turns_with_its_own_language_and_the_words_before_it_with_the_page() {
        let mut bitext = sample::bitext();
        bitext.rows[0].excluded = Some("Printed twice.".to_owned());
        bitext.rows[0].comments =
            vec![BitextComment { person: "Nour".to_owned(), text: "أهو العنوان؟".to_owned() }];
        for (tag, words) in [("ar", "مستبعدة: "), ("en", "Left out: ")] {
            let page = page(Layout::SideBySide, tag, &bitext);
            let reason = page.select("#p1 .left-out").inner_html().to_string();
            assert_eq!(reason, format!("{words}<bdi>Printed twice.</bdi>"));
            // What stands in a bdi has no say in dir="auto".
            let comment = page.select("#p1 .comment[dir=auto]").inner_html().to_string();
            assert_eq!(comment, "<bdi class=\"person\">Nour</bdi>: أهو العنوان؟");
        }
    }

    #[test]
    fn both_sides_of_a_segment_carry_its_number() {
        let page = page(Layout::Stacked, "en", &sample::bitext());
        assert_eq!(text(&page, "#p4s1-src"), "قال كلمة في الموقع.1 ");
        assert_eq!(text(&page, "#p4s1-tgt"), "She said a word on the site.1 ");
        let style = text(&page, "style");
        assert!(style.contains(".row:has([data-s=\"2\"]:hover) [data-s=\"2\"]"));
    }

    #[test]
    fn crossing_codes_are_well_nested_and_an_unsafe_link_is_only_text() {
        let page = page(Layout::Target, "en", &sample::bitext());
        let html = page.select("#p4").inner_html().to_string();
        assert!(
            html.starts_with(
                "<span class=\"s\" id=\"p4s1-tgt\" data-s=\"1\">She said <em>a <strong>word</strong></em><strong> on</strong> \
                 <a href=\"https://example.org/?a=1&amp;b=2\" rel=\"noopener noreferrer\">the site</a>.\
                 <sup class=\"mark\"><a href=\"#p12\">1</a></sup> </span>"
            ),
            "{html}"
        );
        assert!(html.contains("<br><span>link</span>"), "{html}");
        assert!(!html.contains("javascript"));
    }

    #[test]
    fn the_article_has_every_paragraph_as_what_it_is() {
        let page = page(Layout::Target, "ar", &sample::bitext());
        assert_eq!(page.select("html").attr("lang").unwrap().as_ref(), "en-GB");
        assert_eq!(text(&page, "h1"), "Water for Everyone");
        assert_eq!(text(&page, "h2"), "I. The Figures");
        assert_eq!(page.select("ul li").length(), 2);
        assert_eq!(text(&page, "li.marked"), "B) A fund");
        assert_eq!(page.select("blockquote").length(), 1);
        assert_eq!(text(&page, ".notes ol > li.note[value='1']"), "Bayadir Centre, 2023");
        assert_eq!(page.select(".status, .comment, .source").length(), 0);
        assert_eq!(text(&page, "#p11 bdi[dir=rtl][lang=ar]"), "#عطش_السرو");
    }

    #[test]
    fn numbered_lists_are_numbered_by_their_structure() {
        let mut bitext = sample::bitext();
        for (index, mark) in [(4, ListMark::Number(3)), (5, ListMark::Number(4))] {
            bitext.rows[index].list_mark = Some(mark);
        }
        let article = page(Layout::Target, "en", &bitext);
        assert_eq!(text(&article, "main > ol > li[value='3']"), "A unified register");
        assert_eq!(text(&article, "main > ol > li.marked"), "B) A fund");
        let bilingual = page(Layout::SideBySide, "en", &bitext);
        assert_eq!(bilingual.select("#p5 .text[data-mark='3.']").length(), 2);
        assert_eq!(bilingual.select("#p6 .text[data-mark]").length(), 0);
    }

    #[test]
    fn telephone_and_address_are_isolated_in_arabic() {
        let page = page(Layout::SideBySide, "en", &sample::bitext());
        let islands: Vec<String> =
            page.select("#p11 .source bdi[dir=ltr]").iter().map(|island| island.text().to_string()).collect();
        assert_eq!(islands, ["+963 11 222 3333", "a.b@example.org"]);
    }

    #[test]
    fn without_a_title_paragraph_the_page_still_has_a_heading_but_no_arabic_one_in_the_article() {
        let mut bitext = sample::bitext();
        bitext.rows.remove(0);
        bitext.title = "ماءٌ للجميع".into();
        let bilingual = page(Layout::Stacked, "en", &bitext);
        assert_eq!(text(&bilingual, "header h1[lang=ar][dir=rtl]"), "ماءٌ للجميع");
        let article = page(Layout::Target, "en", &bitext);
        assert_eq!(article.select("h1").length(), 0);
        assert!(!text(&article, "title").contains("ماءٌ"));
    }
}
