//! Reads Markdown into blocks with inline codes. Blocks and inline elements of HTML in it are read as the HTML reader reads
//! them.

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::front_matter;
use crate::formats::blank::is_blank;
use crate::formats::draft::ContentDraft;
use crate::formats::line::LineIndex;
use crate::formats::{FormatError, html};
use crate::model::{Block, BlockShape, CodeElement, Content, Flattening, InlineCode, ListMark, SourceDocument};

/// Whether a text without a telling name is Markdown: front matter, a heading with `#` among the first lines, or a footnote.
pub(in crate::formats) fn sniff(text: &str) -> bool {
    let is_heading = |line: &str| {
        let level = line.bytes().take_while(|&b| b == b'#').count();
        (1..=6).contains(&level) && line[level..].starts_with(' ')
    };
    front_matter::parse(text).end > 0
        || text.lines().filter(|l| !l.trim().is_empty()).take(3).any(is_heading)
        || text.lines().any(|l| l.starts_with("[^") && l.contains("]:"))
}

/// Reads Markdown: CommonMark 0.31 with the tables, strikethrough and footnotes of GitHub.
///
/// Lists and quotations are flattened to their blocks; a table gives a block for each cell. Line breaks inside a paragraph
/// stay as they are in the file; a hard break is a code. Escapes and entities are resolved. A block without text, such as
/// a picture alone, gives nothing.
///
/// # Errors
/// When a block of HTML in it has elements nested deeper than any page's.
pub(in crate::formats) fn read(text: &str) -> Result<SourceDocument, FormatError> {
    let front = front_matter::parse(text);
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH;
    let mut reader = Reader::new(text);
    for (event, range) in Parser::new_ext(&text[front.end..], options).into_offset_iter() {
        reader.take(event, &(range.start + front.end..range.end + front.end));
    }
    reader.flush();
    if let Some(failure) = reader.failure {
        return Err(failure);
    }
    let language = front.language.and_then(|tag| tag.parse().ok());
    Ok(SourceDocument {
        blocks: reader.blocks,
        title: front.title,
        language,
        flattened: reader.flattened,
        ..SourceDocument::default()
    })
}

/// What blocks lie in.
enum Container {
    Quote,
    /// The number of its next item; `None` for bullets.
    List {
        next: Option<u32>,
    },
    /// What stands before it, until its first block has taken it.
    Item {
        mark: ListMark,
    },
    Note(String),
}

struct Reader<'t> {
    file: &'t str,
    lines: LineIndex,
    blocks: Vec<Block>,
    /// What was flattened, each with the index of its block.
    flattened: Vec<(Flattening, usize)>,
    containers: Vec<Container>,
    /// The block being read: its shape and where it begins.
    draft: Option<(ContentDraft, BlockShape, usize)>,
    /// The sources of the pictures that are open; text inside them is the alternative of the outermost.
    pictures: Vec<String>,
    alt: String,
    /// A block of HTML being gathered, and where it begins.
    html: Option<(String, usize)>,
    /// The first thing that could not be read.
    failure: Option<FormatError>,
}

impl<'t> Reader<'t> {
    fn new(file: &'t str) -> Self {
        Self {
            file,
            lines: LineIndex::new(file),
            blocks: Vec::new(),
            flattened: Vec::new(),
            containers: Vec::new(),
            draft: None,
            pictures: Vec::new(),
            alt: String::new(),
            html: None,
            failure: None,
        }
    }

    fn take(&mut self, event: Event<'_>, range: &Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag),
            Event::Text(text) | Event::InlineMath(text) | Event::DisplayMath(text) => self.text(&text, range),
            Event::Code(text) => self.code(&text, range),
            Event::Html(html) => self.html.get_or_insert_with(|| (String::new(), range.start)).0.push_str(&html),
            Event::InlineHtml(html) => self.inline_html(&html, range),
            Event::FootnoteReference(label) => {
                let element = CodeElement::NoteMark { label: label.to_string(), shown: label.to_string() };
                self.draft(range).push_standalone(element);
            }
            Event::SoftBreak => self.soft_break(range),
            Event::HardBreak if self.pictures.is_empty() => self.draft(range).push_break(),
            Event::HardBreak => self.alt.push(' '),
            Event::Rule => {
                self.flush();
                self.push_block(Content::default(), BlockShape::Separator, range.start);
            }
            Event::TaskListMarker(_) => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>, range: &Range<usize>) {
        match tag {
            Tag::Paragraph => self.begin(self.inherited_shape(), range.start),
            Tag::Heading { level, .. } => self.begin(BlockShape::Heading(level as u8), range.start),
            Tag::CodeBlock(_) => self.begin(BlockShape::Preformatted, range.start),
            Tag::TableCell => self.begin(BlockShape::TableCell, range.start),
            Tag::BlockQuote(_) => self.enter(Container::Quote),
            Tag::List(first) => {
                self.enter(Container::List { next: first.map(list_number) });
                if self.containers.iter().filter(|c| matches!(c, Container::List { .. })).count() > 1 {
                    self.flattened.push((Flattening::NestedList, self.blocks.len()));
                }
            }
            Tag::Table(_) => {
                self.flush();
                self.flattened.push((Flattening::Table, self.blocks.len()));
            }
            Tag::Item => self.enter_item(),
            Tag::FootnoteDefinition(label) => self.enter(Container::Note(label.to_string())),
            Tag::HtmlBlock => self.flush(),
            Tag::Image { dest_url, .. } => self.pictures.push(dest_url.to_string()),
            inline => {
                if let Some(element) = inline_element(&inline).filter(|_| self.pictures.is_empty()) {
                    self.draft(range).open(element);
                }
            }
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::CodeBlock | TagEnd::TableCell => self.flush(),
            TagEnd::BlockQuote(_) | TagEnd::List(_) | TagEnd::Item | TagEnd::FootnoteDefinition => {
                self.flush();
                self.containers.pop();
            }
            TagEnd::HtmlBlock => self.end_html(),
            TagEnd::Image => self.end_picture(),
            TagEnd::Emphasis => self.close(|e| *e == CodeElement::Emphasis),
            TagEnd::Strong => self.close(|e| *e == CodeElement::Strong),
            TagEnd::Strikethrough => self.close(|e| *e == CodeElement::Strikethrough),
            TagEnd::Link => self.close(|e| matches!(e, CodeElement::Link { .. })),
            _ => {}
        }
    }

    fn enter(&mut self, container: Container) {
        self.flush();
        self.containers.push(container);
    }

    fn enter_item(&mut self) {
        self.flush();
        let mark = match self.containers.last_mut() {
            Some(Container::List { next: Some(next) }) => {
                let number = *next;
                *next = number.saturating_add(1);
                ListMark::Number(number)
            }
            _ => ListMark::Bullet,
        };
        self.containers.push(Container::Item { mark });
    }

    fn begin(&mut self, shape: BlockShape, start: usize) {
        self.flush();
        self.draft = Some((ContentDraft::default(), shape, start));
    }

    /// The block being read; tight lists have text without a paragraph, which begins one here.
    fn draft(&mut self, range: &Range<usize>) -> &mut ContentDraft {
        let shape = self.inherited_shape();
        &mut self.draft.get_or_insert_with(|| (ContentDraft::default(), shape, range.start)).0
    }

    /// The shape of a paragraph where the reader stands.
    fn inherited_shape(&self) -> BlockShape {
        let note = self.containers.iter().find_map(|container| match container {
            Container::Note(label) => Some(BlockShape::Note { label: label.clone() }),
            _ => None,
        });
        let innermost = || match self.containers.last() {
            Some(Container::Quote) => BlockShape::Quote,
            Some(Container::Item { mark }) => BlockShape::ListItem { mark: *mark },
            Some(Container::List { .. } | Container::Note(_)) | None => BlockShape::Paragraph,
        };
        note.unwrap_or_else(innermost)
    }

    fn text(&mut self, text: &str, range: &Range<usize>) {
        if self.pictures.is_empty() {
            self.draft(range).push_text(text);
        } else {
            self.alt.push_str(text);
        }
    }

    fn code(&mut self, text: &str, range: &Range<usize>) {
        if !self.pictures.is_empty() {
            self.alt.push_str(text);
            return;
        }
        let draft = self.draft(range);
        draft.open(CodeElement::Code);
        draft.push_text(text);
        draft.close(|e| *e == CodeElement::Code);
    }

    /// The line ending as the file has it.
    fn soft_break(&mut self, range: &Range<usize>) {
        let given = self.file.get(range.clone()).map(|raw| raw.trim_matches([' ', '\t']));
        let ending = given.filter(|raw| matches!(*raw, "\n" | "\r\n" | "\r")).unwrap_or("\n");
        self.text(ending, range);
    }

    fn close(&mut self, is_it: impl Fn(&CodeElement) -> bool) {
        if let (Some((draft, ..)), true) = (&mut self.draft, self.pictures.is_empty()) {
            draft.close(is_it);
        }
    }

    fn end_picture(&mut self) {
        let Some(src) = self.pictures.pop() else { return };
        if self.pictures.is_empty() {
            let alt = std::mem::take(&mut self.alt);
            self.draft(&(0..0)).push_standalone(CodeElement::Image { src, alt });
        }
    }

    fn inline_html(&mut self, tag: &str, range: &Range<usize>) {
        if !self.pictures.is_empty() {
            return;
        }
        let draft = self.draft(range);
        match html::inline_tag(tag) {
            html::InlineTag::Open(element) => draft.open(element),
            html::InlineTag::Close(is_it) => draft.close(is_it),
            html::InlineTag::Standalone(CodeElement::LineBreak) => draft.push_break(),
            html::InlineTag::Standalone(element) => draft.push_standalone(element),
            html::InlineTag::Other => {}
        }
    }

    /// What a block of HTML shows, as blocks; a tag that only wraps Markdown shows nothing.
    fn end_html(&mut self) {
        let Some((html, start)) = self.html.take() else { return };
        let line = self.lines.line_of(start);
        let inherited = self.inherited_shape();
        let (blocks, flattened) = html::fragment_blocks(&html).unwrap_or_else(|error| {
            self.failure.get_or_insert(error.moved_down(line - 1));
            (Vec::new(), Vec::new())
        });
        let before = self.blocks.len();
        self.flattened.extend(flattened.into_iter().map(|(flattening, index)| (flattening, before + index)));
        for mut block in blocks {
            block.line = Some(line);
            if block.shape == BlockShape::Paragraph {
                block.shape = inherited.clone();
            }
            self.blocks.push(block);
        }
    }

    fn flush(&mut self) {
        self.end_html();
        let Some((draft, shape, start)) = self.draft.take() else { return };
        let preformatted = shape == BlockShape::Preformatted;
        let is_edge = |c| if preformatted { c == '\n' } else { matches!(c, ' ' | '\t' | '\n' | '\r') };
        let content = draft.finish(is_edge);
        if !is_blank(content.text()) {
            self.push_block(content, shape, start);
        } else {
            let is_picture = |code: &&InlineCode| matches!(code.element, CodeElement::Image { .. });
            let pictures = content.codes().iter().filter(is_picture);
            self.flattened.extend(pictures.map(|_| (Flattening::Picture, self.blocks.len())));
        }
    }

    fn push_block(&mut self, content: Content, shape: BlockShape, start: usize) {
        if matches!(shape, BlockShape::ListItem { .. })
            && let Some(Container::Item { mark }) =
                self.containers.iter_mut().rev().find(|c| matches!(c, Container::Item { .. }))
        {
            *mark = ListMark::Continued;
        }
        self.blocks.push(Block { content, shape, line: Some(self.lines.line_of(start)) });
    }
}

/// The number of a list's first item; CommonMark (0.31, 5.2) allows nine digits.
fn list_number(first: u64) -> u32 {
    u32::try_from(first).unwrap_or(u32::MAX)
}

fn inline_element(tag: &Tag<'_>) -> Option<CodeElement> {
    Some(match tag {
        Tag::Emphasis => CodeElement::Emphasis,
        Tag::Strong => CodeElement::Strong,
        Tag::Strikethrough => CodeElement::Strikethrough,
        Tag::Link { dest_url, title, .. } => CodeElement::Link { href: dest_url.to_string(), title: title.to_string() },
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::formats::draft::tests::is_well_nested;
    use crate::model::escape_marked;

    fn shown(text: &str) -> Vec<(usize, BlockShape, String)> {
        let blocks = read(text).unwrap().blocks;
        blocks.into_iter().map(|b| (b.line.unwrap(), b.shape, escape_marked(&b.content, &b.content))).collect()
    }

    fn texts(text: &str) -> Vec<String> {
        shown(text).into_iter().map(|(.., text)| text).collect()
    }

    #[test]
    fn each_block_has_its_shape_and_line() {
        let item = |mark| BlockShape::ListItem { mark };
        let text = "# عنوانٌ\n\nفقرة\nوسطرها\n\n- أول\n  1. ثان\n\n     تتمة\n- ثالث\n\n> قول\n> وتتمته\n\n***\n\n    كود\n\n| أ | ب |\n|---|---|\n| ١ | `٢` |\n";
        let expected = [
            (1, BlockShape::Heading(1), "عنوانٌ"),
            (3, BlockShape::Paragraph, "فقرة\nوسطرها"),
            (6, item(ListMark::Bullet), "أول"),
            (7, item(ListMark::Number(1)), "ثان"),
            (9, item(ListMark::Continued), "تتمة"),
            (10, item(ListMark::Bullet), "ثالث"),
            (12, BlockShape::Quote, "قول\nوتتمته"),
            (15, BlockShape::Separator, ""),
            (17, BlockShape::Preformatted, "كود"),
            (19, BlockShape::TableCell, "أ"),
            (19, BlockShape::TableCell, "ب"),
            (21, BlockShape::TableCell, "١"),
            (21, BlockShape::TableCell, "{1}٢{/1}"),
        ];
        assert_eq!(shown(text), expected.map(|(line, shape, text)| (line, shape, text.to_owned())));
    }

    #[test]
    fn footnotes_are_marks_and_notes() {
        let document = read("قال[^1] كل شيء[^ن].\n\n[^1]: شرحٌ *أول*.\n\n    تتمته.\n[^ن]: ثان\n").unwrap();
        let labels: Vec<&BlockShape> = document.blocks.iter().skip(1).map(|b| &b.shape).collect();
        let note = |label: &str| BlockShape::Note { label: label.into() };
        assert_eq!(labels, [&note("1"), &note("1"), &note("ن")]);
        let content = &document.blocks[0].content;
        assert_eq!(escape_marked(content, content), "قال{1/} كل شيء{2/}.");
        assert_eq!(content.codes()[1].element, CodeElement::NoteMark { label: "ن".into(), shown: "ن".into() });
    }

    #[test]
    fn inline_markup_becomes_codes_and_escapes_are_resolved() {
        for (text, expected) in [
            ("*قال* **كل** ~~شيء~~ `كود`", "{1}قال{/1} {2}كل{/2} {3}شيء{/3} {4}كود{/4}"),
            ("[رابط](https://example.org \"ع\") ![ص*و*رة](a.png)نص", "{1}رابط{/1} {2/}نص"),
            ("سطر\\\nثان  \nثالث", "سطر {1/}ثان {2/}ثالث"),
            ("سطر<br>ثان<u>خط</u> <sup>٢</sup><span>س</span>", "سطر {1/}ثان{2}خط{/2} {3}٢{/3}س"),
            ("<u>*أ</u>ب*", "{1}{2}أ{/2}{/1}{3}ب{/3}"),
            ("\\*نجمة\\* &amp; &#x633; 5 \\> 4", "*نجمة* & س 5 > 4"),
            ("سطر\r\nثان", "سطر\r\nثان"),
            ("كَـــتَبَ \u{200F}(١)؟\u{A0}", "كَـــتَبَ \u{200F}(١)؟\u{A0}"),
        ] {
            assert_eq!(texts(text), [expected], "{text}");
        }
        let document = read("![صورة *له*](a.png \"ع\") نص").unwrap();
        let picture = CodeElement::Image { src: "a.png".into(), alt: "صورة له".into() };
        assert_eq!(document.blocks[0].content.codes()[0].element, picture);
    }

    #[test]
    fn html_around_markdown_is_no_block_and_html_with_text_is() {
        assert_eq!(
            texts("<div dir=\"rtl\">\n\nنص\n\n</div>\n\n<!-- سر -->\n\n<p align=center>وسط <b>غامق</b></p>"),
            ["نص", "وسط {1}غامق{/1}"]
        );
        assert_eq!(texts("<p>نص<sup><a href='#n'>1</a></sup> تتمة</p>"), ["نص{1/} تتمة"]);
        let deep = format!("نص\n\n{}", "<div>\n".repeat(3000));
        assert_eq!(read(&deep), Err(FormatError::Nesting { line: 2003, depth: 2001, limit: 2000 }));
    }

    #[test]
    fn front_matter_is_no_block_and_lines_count_it() {
        let document = read("---\ntitle: مقال\nlang: ar-SY\n---\n\n# عنوان\n").unwrap();
        assert_eq!(document.title.as_deref(), Some("مقال"));
        assert_eq!(document.language.unwrap().to_string(), "ar-SY");
        assert_eq!(document.blocks[0].line, Some(6));
        assert_eq!(document.blocks.len(), 1);
    }

    #[test]
    fn markdown_is_known_by_its_marks() {
        for text in ["# عنوان\n", "نص\n\n[^1]: شرح", "---\ntitle: x\n---\n"] {
            assert!(sniff(text), "{text}");
        }
        for text in ["#وسم", "نص - عادي", "---\nنص", "1. بند"] {
            assert!(!sniff(text), "{text}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(128))]

        #[test]
        fn no_text_makes_it_panic_and_codes_are_nested(parts in prop::collection::vec(prop::sample::select(vec![
            "*", "**", "_", "~~", "`", "[", "]", "(", ")", "!", "[^1]", "[^1]: ", "\n", "\n\n", "> ", "- ", "1. ", "# ", "---", "|",
            "    ", "\\", "<u>", "</u>", "<br>", "<div>", "</div>", "<a href=x>", "</a>", "&amp;", "نص", "كَـ", "؟", "\u{200F}", " ", "\r\n",
            "<!--", "-->", "```", "title: ", "<img src=a>", "http://a.b",
        ]), 0..60)) {
            for block in read(&parts.concat()).unwrap().blocks {
                prop_assert!(is_well_nested(&block.content), "{:?}", block);
                prop_assert!(block.shape == BlockShape::Separator || !block.content.text().is_empty());
                prop_assert!(block.line.is_some());
            }
        }

        #[test]
        fn words_are_kept_in_order(words in prop::collection::vec("[ابتَـ؟ ،ء]{1,8}", 1..8), joint in prop::sample::select(vec![
            "\n", "\n\n", " *و* ", "\n- ", "\n> ", " **", "\n\n# ", "[^1]", "`", " | ",
        ])) {
            let visible = |t: &str| t.chars().filter(|c| !c.is_whitespace() && !"*-># [^1]`|".contains(*c)).collect::<String>();
            let text = words.join(joint);
            let joined: String = read(&text).unwrap().blocks.iter().map(|b| b.content.text().to_owned()).collect();
            prop_assert_eq!(visible(&joined), visible(&text));
        }
    }
}
