//! Writes Markdown: the finished article, source above target, or a table. Nothing that it escapes reads back as another text.

use std::io;

use super::inline::{Place, inline, words};
use crate::formats::lists::{Marker, marker_of, markers};
use crate::formats::notes::without_number;
use crate::formats::title::{shown_title, title_language};
use crate::formats::{WriteError, check_layout};
use crate::model::{
    Bitext, BitextComment, BitextRow, Completeness, Content, Direction, Language, Layout, Notices, ParagraphKind,
    WriteOptions,
};

/// Writes Markdown in UTF-8. Right-to-left blocks stand in a `div` with `dir` and `lang`, since Markdown has no direction.
///
/// # Errors
/// When the place to write to fails.
pub(in crate::formats) fn write(
    bitext: &Bitext,
    options: &WriteOptions<'_>,
    out: &mut dyn io::Write,
) -> Result<(), WriteError> {
    check_layout("md", options.layout)?;
    let mut blocks = Vec::new();
    if bitext.completeness == Completeness::Draft {
        blocks.extend(notices(options, |notices| notices.draft.clone()));
    }
    if !bitext.rows.iter().any(|row| row.kind == ParagraphKind::Title) {
        let title = shown_title(bitext, options);
        blocks.extend(title.map(|t| turned(&format!("# {}", words(t, Place::Heading)), title_language(bitext))));
    }
    match options.layout {
        Layout::Target => blocks.push(article(bitext, options)),
        Layout::Stacked => {
            for (row, marker) in options.rows(bitext).zip(&markers(bitext, options.layout)) {
                blocks.extend(stacked(bitext, row, marker.as_ref(), options));
            }
        }
        Layout::SideBySide => blocks.push(table(bitext, options)),
    }
    out.write_all(blocks.join("\n\n").trim_end_matches('\n').as_bytes())?;
    out.write_all(b"\n")?;
    Ok(())
}

fn strong(words: &str) -> String {
    format!("**{words}**")
}

/// A block in its direction.
fn turned(block: &str, language: &Language) -> String {
    match language.direction() {
        Direction::Ltr => block.to_owned(),
        Direction::Rtl => format!("<div dir=\"rtl\" lang=\"{language}\">\n\n{block}\n\n</div>"),
    }
}

/// What the document says of itself, a block for each of its languages.
fn notices(options: &WriteOptions<'_>, text: impl Fn(&Notices) -> String) -> Vec<String> {
    let block = |notices: &Notices| turned(&strong(&words(&text(notices), Place::Cell)), &notices.language);
    options.labels.notices.iter().map(block).collect()
}

/// What stands in the place of a missing target, on one line.
fn gap(options: &WriteOptions<'_>) -> String {
    strong(&words(&format!("[{}]", options.labels.notice(|notices| &notices.gap)), Place::Cell))
}

/// Why a row is left out of the finished article.
fn left_out(row: &BitextRow, options: &WriteOptions<'_>) -> Option<String> {
    let words_before = words(&options.labels.notice(|notices| &notices.left_out), Place::Cell);
    row.excluded.as_ref().map(|reason| format!("<strong>{words_before}:</strong> {}", words(reason, Place::Cell)))
}

/// The target alone; items of a list stand close together.
fn article(bitext: &Bitext, options: &WriteOptions<'_>) -> String {
    let mut out = String::new();
    let mut last: Option<&BitextRow> = None;
    for (row, marker) in options.rows(bitext).zip(&markers(bitext, options.layout)) {
        let block = match &row.target {
            Some(target) => block(bitext, row, last, (target, marker.as_ref()), true),
            None if row.kind == ParagraphKind::ListItem && marker.is_none() => continued(&gap(options)),
            None if row.kind == ParagraphKind::ListItem => {
                item(row, &Content::default(), marker.as_ref(), &gap(options))
            }
            None => notices(options, |notices| format!("[{}]", notices.gap)).join("\n\n"),
        };
        if block.is_empty() {
            continue;
        }
        let is_item = |row: &BitextRow| row.kind == ParagraphKind::ListItem;
        match last {
            None => {}
            Some(last) if is_item(last) && is_item(row) && marker.is_some() => out.push('\n'),
            Some(_) => out.push_str("\n\n"),
        }
        out.push_str(&block);
        last = Some(row);
    }
    turned(&out, &bitext.target_language)
}

/// A paragraph as what it is. Footnotes are footnotes only in the article, where every mark has one text around it.
fn block(
    bitext: &Bitext,
    row: &BitextRow,
    last: Option<&BitextRow>,
    (content, marker): (&Content, Option<&Marker>),
    footnotes: bool,
) -> String {
    let label = |label: &str| footnote(bitext, label).filter(|_| footnotes);
    let place = match row.kind {
        ParagraphKind::Title | ParagraphKind::Heading => Place::Heading,
        _ => Place::Paragraph,
    };
    // Where the footnote is given its number, its own would be a second one.
    let unnumbered = match row.note_label.as_deref().filter(|_| row.kind == ParagraphKind::Note).and_then(label) {
        Some(label) => without_number(content, &label),
        None => None,
    };
    let inside = inline(unnumbered.as_ref().unwrap_or(content), place, &label);
    if inside.is_empty() && row.kind != ParagraphKind::Separator {
        return inside;
    }
    match row.kind {
        ParagraphKind::Title => format!("# {inside}"),
        ParagraphKind::Heading => {
            let level = usize::from(row.heading_level.unwrap_or(2).clamp(2, 6));
            format!("{} {inside}", "#".repeat(level))
        }
        ParagraphKind::ListItem if marker.is_none() => match last {
            Some(last) if last.kind == row.kind => continued(&inside),
            _ => inside,
        },
        ParagraphKind::ListItem => item(row, content, marker, &inside),
        ParagraphKind::Quote => format!("> {}", inside.replace('\n', "\n> ")),
        ParagraphKind::Separator if is_rule(content.text()) => "***".to_owned(),
        ParagraphKind::Note => match row.note_label.as_deref().and_then(label) {
            None => inside,
            Some(_) if last.is_some_and(|last| last.kind == row.kind && last.note_label == row.note_label) => {
                format!("    {}", inside.replace('\n', "\n    "))
            }
            Some(label) => format!("[^{label}]: {}", inside.replace('\n', "\n    ")),
        },
        _ => inside,
    }
}

/// An item of a list. Two numbered lists in a row have different delimiters, or they would be one (CommonMark 0.31, 5.3).
fn item(row: &BitextRow, content: &Content, marker: Option<&Marker>, inside: &str) -> String {
    let mark = match marker_of(row, content, marker) {
        Some(Marker::Number { list, number }) => format!("{number}{} ", if list % 2 == 0 { '.' } else { ')' }),
        _ => "- ".to_owned(),
    };
    format!("{mark}{}", inside.replace('\n', &format!("\n{}", " ".repeat(mark.len()))))
}

/// A further paragraph of an item: as deep as the text of an item that is bulleted, or numbered up to 999.
fn continued(inside: &str) -> String {
    format!("     {}", inside.replace('\n', "\n     "))
}

fn is_rule(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || "*-_".contains(c))
}

/// The label of a footnote that has a text, if it can be written as one.
fn footnote(bitext: &Bitext, label: &str) -> Option<String> {
    let is_plain = !label.is_empty() && label.chars().all(|c| c.is_alphanumeric() || "-.".contains(c));
    let is_note = |row: &BitextRow| row.note_label.as_deref() == Some(label) && row.kind == ParagraphKind::Note;
    let has_text = |row: &BitextRow| row.target.as_ref().is_some_and(|target| !target.is_empty());
    (is_plain && bitext.rows.iter().any(|row| is_note(row) && has_text(row))).then(|| label.to_owned())
}

fn stacked(bitext: &Bitext, row: &BitextRow, marker: Option<&Marker>, options: &WriteOptions<'_>) -> Vec<String> {
    let labels = options.labels;
    let source = (&row.source, marker);
    let standing = if options.show_status { format!(" · {}", standing(row, options)) } else { String::new() };
    let direction = labels.language.direction().as_str();
    let mut blocks = vec![
        format!("<small dir=\"{direction}\" lang=\"{}\">{}{standing}</small>", labels.language, row.number),
        turned(&block(bitext, row, None, source, false), &bitext.source_language),
    ];
    match &row.target {
        Some(target) => {
            blocks.push(turned(&block(bitext, row, None, (target, marker), false), &bitext.target_language));
        }
        None if row.excluded.is_some() => {}
        None => blocks.extend(notices(options, |notices| format!("[{}]", notices.gap))),
    }
    blocks.extend(left_out(row, options).map(|line| format!("> {line}")));
    if options.show_status {
        blocks.extend(row.comments.iter().map(|comment| format!("> {}", remark(comment))));
    }
    blocks
}

fn standing(row: &BitextRow, options: &WriteOptions<'_>) -> String {
    let labels = options.labels;
    let stale = if row.stale { format!(" · {}", words(&labels.stale, Place::Cell)) } else { String::new() };
    format!("{}{stale}", words(labels.status_name(row.status), Place::Cell))
}

fn remark(comment: &BitextComment) -> String {
    format!("<strong>{}:</strong> {}", words(&comment.person, Place::Cell), words(&comment.text, Place::Cell))
}

/// A table as in GitHub Flavored Markdown, section 4.10.
fn table(bitext: &Bitext, options: &WriteOptions<'_>) -> String {
    let labels = options.labels;
    let mut names = vec![&labels.number, &labels.source, &labels.target];
    if options.show_status {
        names.extend([&labels.status, &labels.comment]);
    }
    let rule = |language: &Language| match language.direction() {
        Direction::Ltr => ":---",
        Direction::Rtl => "---:",
    };
    let mut rules = vec!["---:", rule(&bitext.source_language), rule(&bitext.target_language)];
    rules.resize(names.len(), rule(&labels.language));
    let line = |cells: &[String]| format!("| {} |", cells.join(" | "));
    let mut lines = vec![line(&names.iter().map(|name| words(name, Place::Cell)).collect::<Vec<_>>())];
    lines.push(format!("|{}|", rules.join("|")));
    for row in options.rows(bitext) {
        let mut cells = vec![
            row.number.to_string(),
            cell(row, &row.source, &bitext.source_language),
            target_cell(bitext, row, options),
        ];
        if options.show_status {
            cells.push(standing(row, options));
            cells.push(row.comments.iter().map(remark).collect::<Vec<_>>().join("<br>"));
        }
        lines.push(line(&cells));
    }
    lines.join("\n")
}

fn target_cell(bitext: &Bitext, row: &BitextRow, options: &WriteOptions<'_>) -> String {
    let text = match &row.target {
        Some(target) => Some(cell(row, target, &bitext.target_language)),
        None => row.excluded.is_none().then(|| gap(options)),
    };
    text.into_iter().chain(left_out(row, options)).collect::<Vec<_>>().join("<br>")
}

fn cell(row: &BitextRow, content: &Content, language: &Language) -> String {
    let inside = inline(content, Place::Cell, &|_| None);
    let inside = match row.kind {
        ParagraphKind::Title | ParagraphKind::Heading => format!("<strong>{inside}</strong>"),
        _ => inside,
    };
    match language.direction() {
        Direction::Ltr => inside,
        Direction::Rtl => format!("<span dir=\"rtl\" lang=\"{language}\">{inside}</span>"),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

    use super::*;
    use crate::formats::{find as format, sample};
    use crate::model::ListMark;

    fn markdown(layout: Layout, bitext: &Bitext) -> String {
        let labels = sample::labels("en");
        sample::written(format("md").unwrap(), bitext, &sample::options(layout, &labels))
    }

    /// The texts of the innermost blocks, as a reader sees them.
    fn read(markdown: &str) -> Vec<String> {
        let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH;
        let mut blocks = vec![String::new()];
        for event in Parser::new_ext(markdown, options) {
            match event {
                Event::Text(text) | Event::Code(text) => blocks.last_mut().unwrap().push_str(&text),
                Event::SoftBreak | Event::HardBreak => blocks.last_mut().unwrap().push('\n'),
                Event::InlineHtml(tag) if tag.as_ref() == "<br>" => blocks.last_mut().unwrap().push('\n'),
                Event::Start(
                    Tag::Paragraph | Tag::Heading { .. } | Tag::Item | Tag::TableCell | Tag::FootnoteDefinition(_),
                )
                | Event::End(TagEnd::Item) => blocks.push(String::new()),
                _ => {}
            }
        }
        blocks.retain(|block| !block.is_empty());
        blocks
    }

    fn article_of(kind: ParagraphKind, target: Content) -> Bitext {
        let mut bitext = sample::bitext();
        bitext.completeness = Completeness::Complete;
        bitext.rows = vec![sample::row(1, ParagraphKind::Title, "عنوان", "Title"), sample::row(2, kind, "نصّ", "x")];
        bitext.rows[1].target = Some(target);
        bitext.rows[1].note_label = (kind == ParagraphKind::Note).then(|| "n".to_owned());
        bitext
    }

    #[test]
    fn the_article_is_markdown_as_one_would_write_it() {
        let text = markdown(Layout::Target, &sample::bitext());
        let expected = "**DRAFT – not cleared for publication**\n\n# Water for Everyone\n\nBy Suhad al-Marjani\n\n\
            ## I. The Figures\n\nShe said <em>a <strong>word</strong></em><strong> on</strong> \
            [the site](https://example.org/?a=1\\&b=2).[^1] Then left.<br>link ![خريطة \\<النهر>](a.png)\n\n\
            - A unified register\n- B) A fund\n\n> Whoever waters his neighbour waters himself\n\n***\n\n\
            **\\[not yet translated\\]**\n\nA \\<script>alert(1)\\</script> & \u{202e}RLO\u{fffd}\n\n\
            Tag #عطش_السرو here\n\n[^1]: Bayadir Centre, 2023\n\n© Difaf\n";
        assert_eq!(text, expected);
    }

    #[test]
    fn numbers_and_further_paragraphs_of_items_read_back() {
        let mut bitext = article_of(ParagraphKind::ListItem, Content::plain("one"));
        let item = |mark, text: &str| BitextRow {
            list_mark: Some(mark),
            ..sample::row(3, ParagraphKind::ListItem, "بند", text)
        };
        bitext.rows[1].list_mark = Some(ListMark::Number(9));
        bitext.rows.extend([item(ListMark::Continued, "more"), item(ListMark::Number(10), "two")]);
        bitext.rows.push(item(ListMark::Number(1), "other"));
        let markdown = markdown(Layout::Target, &bitext);
        assert_eq!(markdown, "# Title\n\n9. one\n\n     more\n10. two\n1) other\n");
        let starts: Vec<Option<u64>> = Parser::new(&markdown)
            .filter_map(|event| if let Event::Start(Tag::List(start)) = event { Some(start) } else { None })
            .collect();
        assert_eq!(starts, [Some(9), Some(1)]);
        assert_eq!(read(&markdown), ["Title", "one", "more", "two", "other"]);
    }

    #[test]
    fn marks_are_delimiters_where_they_are_sure_to_be_read() {
        let table = [
            ("قال {1}كلمة{/1} ومضى", "قال *كلمة* ومضى"),
            ("a {2}b c{/2}, d", "a **b c**, d"),
            ("قال{1}«كلمة»{/1}ثم", "قال<em>«كلمة»</em>ثم"),
            ("a{1} b{/1}", "a<em> b</em>"),
            ("{1}a{2}b{/2}{/1}", "<em>a<strong>b</strong></em>"),
            ("{9}a*b{/9} {9}`{/9}", "`a*b` <code>\\`</code>"),
            ("a{5/}1. b", "a\\\n1\\. b"),
            ("{2}otherwise{/2}: from (8)", "**otherwise**: from (8)"),
            ("a {2}b{/2}(c)", "a **b**(c)"),
        ];
        for (typed, expected) in table {
            assert_eq!(inline(&sample::coded(typed), Place::Paragraph, &|_| None), expected, "{typed}");
        }
    }

    #[test]
    fn a_footnote_has_its_number_once() {
        use crate::model::{CodeElement, CodeId, CodePart, InlineCode};
        let code = |at, part| InlineCode { at, id: CodeId(1), part, element: CodeElement::Superscript };
        let raised = |text: &str, end| {
            let codes = vec![code(0, CodePart::Open), code(end, CodePart::Close)];
            Content::new(text.to_owned(), codes).unwrap()
        };
        let note = |content: Content| {
            let mut bitext = article_of(ParagraphKind::Note, content);
            bitext.rows[1].note_label = Some("fn1".to_owned());
            markdown(Layout::Target, &bitext)
        };
        let link = |href: &str| {
            let element = CodeElement::Link { href: href.to_owned(), title: String::new() };
            let code = |at, part| InlineCode { at, id: CodeId(1), part, element: element.clone() };
            Content::new("1 days".to_owned(), vec![code(0, CodePart::Open), code(1, CodePart::Close)]).unwrap()
        };
        assert_eq!(note(link("#back")), "# Title\n\n[^fn1]: days\n");
        assert_eq!(note(link("https://a.org")), "# Title\n\n[^fn1]: [1](https://a.org) days\n");
        assert_eq!(note(raised("1", 1)), "# Title\n\n[^fn1]: <sup>1</sup>\n");
        assert_eq!(note(raised("1 The Municipal Act", 1)), "# Title\n\n[^fn1]: The Municipal Act\n");
        assert_eq!(note(raised("2 The Municipal Act", 1)), "# Title\n\n[^fn1]: <sup>2</sup> The Municipal Act\n");
        assert_eq!(note(Content::plain("1 of them")), "# Title\n\n[^fn1]: 1 of them\n");
        assert_eq!(note(raised("1st of May", 3)), "# Title\n\n[^fn1]: <sup>1st</sup> of May\n");
    }

    #[test]
    fn stacked_has_arabic_in_a_block_of_its_own_direction() {
        let text = markdown(Layout::Stacked, &sample::bitext());
        assert!(text.contains(
            "<small dir=\"ltr\" lang=\"en\">5 · draft · outdated</small>\n\n<div dir=\"rtl\" lang=\"ar\">\n\n- سجلّ موحّد\n\n</div>\n\n\
             - A unified register\n\n> <strong>هند \\<h>:</strong> هل نقول"
        ), "{text}");
        assert!(read(&text).contains(&"سجلّ موحّد".to_owned()));
    }

    #[test]
    fn a_table_has_one_line_for_each_paragraph() {
        let mut bitext = sample::bitext();
        bitext.rows[1].target = Some(Content::plain("By | a\\|b\nSuhad"));
        let text = markdown(Layout::SideBySide, &bitext);
        let lines = text.lines().filter(|line| line.starts_with('|')).count();
        assert_eq!(lines, bitext.rows.len() + 2);
        let cells = read(&text);
        assert!(cells.contains(&"By | a\\|b\nSuhad".to_owned()), "{cells:?}");
        assert!(cells.contains(&"بقلم: سُهاد المرجاني".to_owned()));
    }

    #[test]
    fn code_spans_side_by_side_stay_two() {
        use crate::model::{CodeElement, CodeId, CodePart, InlineCode};
        let code = |at, id, part| InlineCode { at, id: CodeId(id), part, element: CodeElement::Code };
        let codes = vec![
            code(0, 1, CodePart::Open),
            code(1, 1, CodePart::Close),
            code(1, 2, CodePart::Open),
            code(2, 2, CodePart::Close),
        ];
        let content = Content::new("ab".to_owned(), codes).unwrap();
        let markdown = markdown(Layout::Target, &article_of(ParagraphKind::Body, content));
        assert_eq!(read(&markdown), ["Title", "ab"], "{markdown}");
    }

    fn nasty() -> impl Strategy<Value = String> {
        let piece = prop_oneof![
            "[-a1 #+=:>.)(!_*`~|&<\\[\\]\\\\{}^$\"'/\\n\\t\u{a0}عَ٢؟«»،]{1,6}",
            Just("---\n".to_owned()),
            Just("&amp;".to_owned()),
            Just("<b>".to_owned()),
            Just("https://x.example/?a_b".to_owned()),
            Just("\r\n".to_owned()),
            Just("\u{0}\u{1}\u{b}\u{c}\u{202e}".to_owned()),
            Just("12. قال".to_owned()),
            Just("    ".to_owned()),
            Just("[^n]: ".to_owned()),
            Just("|-|-|\n".to_owned()),
        ];
        proptest::collection::vec(piece, 1..6).prop_map(|pieces| pieces.concat())
    }

    const KINDS: [ParagraphKind; 5] = [
        ParagraphKind::Body,
        ParagraphKind::Heading,
        ParagraphKind::ListItem,
        ParagraphKind::Quote,
        ParagraphKind::Note,
    ];

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(600))]

        #[test]
        fn any_text_reads_back_the_same(text in nasty(), kind in 0..KINDS.len()) {
            let bitext = article_of(KINDS[kind], Content::plain(text.clone()));
            let markdown = markdown(Layout::Target, &bitext);
            let expected = vec!["Title".to_owned(), text.replace('\0', "\u{fffd}")];
            prop_assert_eq!(read(&markdown), expected, "{}", markdown);
        }

        #[test]
        fn any_text_with_codes_reads_back_the_same(
            (a, b, c) in (nasty(), nasty(), nasty()),
            (x, y) in (1..4_u16, 1..4_u16),
        ) {
            let plain = |text: &str| text.replace(['{', '}', '\0'], "");
            let (a, b, c) = (plain(&a), plain(&b), plain(&c));
            let content = sample::coded(&format!("{a}{{{x}}}{b}{{{y}}}{c}{{/{x}}}{a}{{/{y}}}{b}"));
            let text = content.text().to_owned();
            let markdown = markdown(Layout::Target, &article_of(ParagraphKind::Body, content));
            prop_assert_eq!(read(&markdown), vec!["Title".to_owned(), text], "{}", markdown);
        }
    }
}
