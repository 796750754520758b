//! Reads plain text: paragraphs between blank lines, and lines that are paragraphs. Markers of lists stay in the text, since
//! the author typed them.

use crate::formats::FormatError;
use crate::formats::blank::{is_blank, is_invisible};
use crate::model::{Block, BlockShape, Content, SourceDocument};

/// A line wider than this was not broken by hand.
const WIDEST_WRAPPED: usize = 110;

/// A block whose longest line is shorter than this was not broken to fit a page: it is a list, an address, a poem.
const NARROWEST_WRAPPED: usize = 40;

/// Any text can be read as plain text.
pub(in crate::formats) fn sniff(_text: &str) -> bool {
    true
}

/// Reads plain text.
///
/// Blank lines (white space and invisible marks only), form feeds and U+2029 stand between paragraphs. A group of lines is one
/// paragraph when it looks broken by hand at a page's width; its text then keeps the line endings as they are. Otherwise each
/// line is a paragraph. White space at the edges of a paragraph is not part of its text; tabs and gaps inside, as between the
/// halves of a verse, are. A line separator (U+2028) ends a line. Never fails.
pub(in crate::formats) fn read(text: &str) -> Result<SourceDocument, FormatError> {
    let mut blocks = Vec::new();
    let mut group: Vec<Line<'_>> = Vec::new();
    for line in lines(text) {
        if line.starts_page || line.is_blank() || is_separator(line.trimmed) {
            flush(text, &mut group, &mut blocks);
        }
        if is_separator(line.trimmed) {
            blocks.push(block(line.trimmed, BlockShape::Separator, line.number));
        } else if !line.is_blank() {
            group.push(line);
        }
    }
    flush(text, &mut group, &mut blocks);
    Ok(SourceDocument { blocks, ..SourceDocument::default() })
}

struct Line<'a> {
    /// Without white space at the edges.
    trimmed: &'a str,
    /// Byte offset of `trimmed` in the file.
    start: usize,
    /// Counted from 1, as editors do: neither U+2028 nor a form feed counts.
    number: usize,
    /// Whether a form feed or a paragraph separator stands before it.
    starts_page: bool,
}

impl Line<'_> {
    fn is_blank(&self) -> bool {
        is_blank(self.trimmed)
    }
}

fn lines(text: &str) -> Vec<Line<'_>> {
    let mut found = Vec::new();
    let (mut start, mut number, mut starts_page) = (0, 1, false);
    let mut chars = text.char_indices().peekable();
    let mut push = |from: usize, to: usize, number: usize, starts_page: bool| {
        let trimmed = text[from..to].trim();
        let start = from + (text[from..to].len() - text[from..to].trim_start().len());
        found.push(Line { trimmed, start, number, starts_page });
    };
    while let Some((at, c)) = chars.next() {
        let ends_page = matches!(c, '\u{C}' | '\u{2029}');
        if !ends_page && !matches!(c, '\n' | '\r' | '\u{2028}') {
            continue;
        }
        push(start, at, number, starts_page);
        let crlf = c == '\r' && chars.next_if(|(_, next)| *next == '\n').is_some();
        start = at + c.len_utf8() + usize::from(crlf);
        number += usize::from(matches!(c, '\n' | '\r'));
        starts_page = ends_page;
    }
    push(start, text.len(), number, starts_page);
    found
}

fn flush(file: &str, group: &mut Vec<Line<'_>>, blocks: &mut Vec<Block>) {
    if let (true, [first, .., last]) = (is_wrapped(group), group.as_slice()) {
        let text = &file[first.start..last.start + last.trimmed.len()];
        blocks.push(block(text, BlockShape::Paragraph, first.number));
    } else {
        blocks.extend(group.iter().map(|line| block(line.trimmed, BlockShape::Paragraph, line.number)));
    }
    group.clear();
}

fn block(text: &str, shape: BlockShape, line: usize) -> Block {
    Block { content: Content::plain(text), shape, line: Some(line) }
}

/// Whether lines are one paragraph that was broken by hand: of similar length, none wider than a page, and neither a list,
/// nor verse, nor sentences each on its own line.
fn is_wrapped(lines: &[Line<'_>]) -> bool {
    let [before_last @ .., _] = lines else { return false };
    let width = |line: &Line<'_>| line.trimmed.chars().filter(|c| !is_mark(*c)).count();
    let longest = lines.iter().map(width).max().unwrap_or(0);
    let is_list = lines.iter().skip(1).any(|line| starts_list_item(line.trimmed));
    let is_sentences = before_last.iter().all(|line| ends_sentence(line.trimmed));
    let is_verse = lines.iter().all(|line| has_gap(line.trimmed));
    lines.len() > 1
        && (NARROWEST_WRAPPED..=WIDEST_WRAPPED).contains(&longest)
        && before_last.iter().all(|line| width(line) * 2 >= longest)
        && ![is_list, is_sentences, is_verse].contains(&true)
}

/// Harakat and tatweel take no room of their own in a line, or as much as one likes.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{640}' | '\u{64B}'..='\u{65F}' | '\u{670}') || is_invisible(c)
}

/// A bullet, a number or a single Arabic letter with its sign, or "first:", "second:" as Arabic writes them.
fn starts_list_item(line: &str) -> bool {
    let bullet = line.strip_prefix(['-', '–', '—', '•', '*', '▪', '◦', '·', '●', '■', '○']);
    if let Some(rest) = bullet {
        return rest.starts_with(char::is_whitespace);
    }
    let rest = line.strip_prefix('(').unwrap_or(line);
    let after = rest.trim_start_matches(char::is_numeric);
    let numbered = after.len() < rest.len() && rest.len() - after.len() <= 6;
    let parts =
        |after: &str, signs: &[char]| after.strip_prefix(signs).is_some_and(|r| r.starts_with(char::is_whitespace));
    (numbered && parts(after, &['.', ')', '-', '–', '/']))
        || rest.strip_prefix(|c| matches!(c, 'ء'..='ي')).is_some_and(|after| parts(after, &[')', '-', '–']))
        || starts_with_ordinal(line)
}

fn starts_with_ordinal(line: &str) -> bool {
    const ORDINALS: &[&str] =
        &["أولا", "اولا", "ثانيا", "ثالثا", "رابعا", "خامسا", "سادسا", "سابعا", "ثامنا", "تاسعا", "عاشرا"];
    let Some((before, _)) = line.split_once([':', '-', '–']) else { return false };
    let bare: String = before.trim_end().chars().filter(|c| !is_mark(*c)).collect();
    ORDINALS.contains(&bare.as_str())
}

fn ends_sentence(line: &str) -> bool {
    let bare = line.trim_end_matches(|c| matches!(c, '»' | '”' | '"' | ')' | ']' | '\'') || is_invisible(c));
    bare.ends_with(['.', '!', '?', '؟', '…', ':', '۔'])
}

/// A gap such as stands between the halves of a verse.
fn has_gap(line: &str) -> bool {
    line.contains('\t') || line.contains("   ") || line.contains("...") || line.contains(" * ")
}

/// A line of asterisks, bullets, tatweel or dashes between parts of an article: three of them, or one asterism.
fn is_separator(line: &str) -> bool {
    const SIGNS: &str = "*ـ-–—―_=~•·●○◦∙⁕※#";
    let (mut signs, mut asterisms) = (0, 0);
    for c in line.chars() {
        if SIGNS.contains(c) {
            signs += 1;
        } else if matches!(c, '⁂' | '❖' | '✦' | '⁎' | '۞') {
            asterisms += 1;
        } else if !c.is_whitespace() && !is_invisible(c) {
            return false;
        }
    }
    signs >= 3 || asterisms >= 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn blocks(text: &str) -> Vec<(String, usize)> {
        let document = read(text).unwrap();
        document.blocks.into_iter().map(|b| (b.content.text().to_owned(), b.line.unwrap())).collect()
    }

    fn texts(text: &str) -> Vec<String> {
        blocks(text).into_iter().map(|(text, _)| text).collect()
    }

    #[test]
    fn blank_lines_part_paragraphs_whatever_the_line_ending() {
        for ending in ["\n", "\r\n", "\r"] {
            let text = ["العنوان", "", "فقرةٌ أولى.", " \t", "\u{200F}", "فقرة ثانية؟", ""].join(ending);
            let expected = [("العنوان".to_owned(), 1), ("فقرةٌ أولى.".to_owned(), 3), ("فقرة ثانية؟".to_owned(), 6)];
            assert_eq!(blocks(&text), expected);
        }
    }

    #[test]
    fn a_hard_wrapped_paragraph_keeps_its_line_endings() {
        let wrapped = "تقف القرية منذ سنوات على حافة الوادي الذي جفّ ماؤه، ويقول أهلها\r\nإن الوعود التي سمعوها في كل موسم انتخابات لم تصل إلى بيوتهم بعد،\r\nولا إلى مدرستهم.";
        assert_eq!(texts(&format!("العنوان\r\n\r\n  {wrapped}  \r\n\r\nتمت")), ["العنوان", wrapped, "تمت"]);
        assert_eq!(texts(wrapped), [wrapped]);
        let letters = "وقال المختار في حديثه إلى الصحيفة إن أهل القرية لن ينتظروا الدكتور\nأ. سمير الراعي، ولا ثانيًا من رجاله كما يقول، بل يحفرون البئر بأيديهم";
        assert_eq!(texts(letters), [letters]);
    }

    #[test]
    fn lines_that_were_not_wrapped_are_paragraphs() {
        let cases: [&[&str]; 7] = [
            &["كتب: سليم الراعي", "القاهرة ٣ آذار ٢٠٢٤"],
            &["أ) بند أول من بنود الاتفاق الذي وقّعه الطرفان أمس", "ب) بند ثان من بنود الاتفاق الذي وقّعه الطرفان أمس"],
            &["أوّلًا: بند أول من بنود الاتفاق الذي وقّعه الطرفان", "ثانياً - بند ثان من بنود الاتفاق الذي وقّعه الطرفان"],
            &["1. البند الأول من بنود الاتفاق الذي وقّعه الطرفان", "2. البند الثاني من بنود الاتفاق الذي وقّعه الطرفان"],
            &["- البند الأول من بنود الاتفاق الذي وقّعه الطرفان", "- البند الثاني من بنود الاتفاق الذي وقّعه الطرفان"],
            &[
                "قفا نبك من ذكرى حبيب ومنزل\tبسقط اللوى بين الدخول فحومل",
                "فتوضح فالمقراة لم يعف رسمها\tلما نسجتها من جنوب وشمأل",
            ],
            &[
                "هذه جملة طويلة تقف وحدها في سطرها ولا تتصل بما بعدها.",
                "وهذه جملة طويلة أخرى تقف وحدها في سطرها مثل أختها.",
            ],
        ];
        for lines in cases {
            assert_eq!(texts(&lines.join("\n")), lines);
        }
        let long = "كلمة ".repeat(40);
        assert_eq!(texts(&format!("{long}\n{long}")), [long.trim(), long.trim()]);
    }

    #[test]
    fn separators_stand_alone_even_between_lines() {
        for sign in ["***", "* * *", "ـــ", "•••", "---", "–––", "⁂", "\u{200F}***"] {
            let document = read(&format!("قبل\n{sign}\nبعد")).unwrap();
            assert_eq!(document.blocks[1].shape, BlockShape::Separator, "{sign}");
            assert_eq!(document.blocks[1].content.text(), sign);
            assert_eq!(document.blocks[2].line, Some(3));
        }
        for text in ["--", "-", "قال...", "…", "12"] {
            assert_eq!(read(text).unwrap().blocks[0].shape, BlockShape::Paragraph, "{text}");
        }
    }

    #[test]
    fn page_and_paragraph_separators_part_and_line_separators_end_lines() {
        assert_eq!(texts("أول\u{2029}ثان\u{C}ثالث"), ["أول", "ثان", "ثالث"]);
        assert_eq!(blocks("أول\u{2028}ثان\nثالث"), [("أول".into(), 1), ("ثان".into(), 1), ("ثالث".into(), 2)]);
        let half = "سطرٌ طويل بما يكفي لأن يكون قد كُسر باليد عند عرض الصفحة";
        assert_eq!(texts(&format!("{half}\u{2028}{half}")), [format!("{half}\u{2028}{half}")]);
        assert_eq!(texts(&format!("{half}\u{C}{half}")), [half, half]);
    }

    #[test]
    fn markers_gaps_and_invisible_marks_inside_stay() {
        let text = "-\u{200F} بند\u{A0}أول ‏(١)  مع\tفراغ\u{202C}";
        assert_eq!(texts(&format!("  {text}  ")), [text]);
    }

    #[test]
    fn nothing_comes_of_nothing() {
        assert_eq!(texts(""), Vec::<String>::new());
        assert_eq!(texts(" \n\u{200F}\n\t\u{A0}"), Vec::<String>::new());
    }

    proptest::proptest! {
        #[test]
        fn everything_visible_is_kept_in_order(text in "[اب .\\-*\\t\\n\\r\u{200F}\u{2028}\u{2029}\u{C}a1\u{64E}]{0,120}") {
            let visible = |t: &str| t.chars().filter(|c| !c.is_whitespace() && !is_invisible(*c)).collect::<String>();
            let joined: String = texts(&text).concat();
            proptest::prop_assert_eq!(visible(&joined), visible(&text));
        }
    }
}
