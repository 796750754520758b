//! What the HTML reader makes of pages: blocks, codes, notes and the choice of the article.

use proptest::prelude::*;

use super::read::{fragment_blocks, read, sniff};
use crate::formats::FormatError;
use crate::formats::draft::tests::is_well_nested;
use crate::model::{BlockShape, CodeElement, ListMark, SourceDocument, escape_marked};

/// Each block as its shape and its text with codes as typed.
fn shown(document: &SourceDocument) -> Vec<String> {
    let line = |shape: &BlockShape| match shape {
        BlockShape::Paragraph => "p".to_owned(),
        BlockShape::Heading(level) => format!("h{level}"),
        BlockShape::ListItem { mark: ListMark::Number(number) } => format!("{number}."),
        BlockShape::ListItem { mark: ListMark::Bullet } => "-".to_owned(),
        BlockShape::ListItem { mark: ListMark::Continued } => "…".to_owned(),
        BlockShape::Quote => "q".to_owned(),
        BlockShape::Separator => "hr".to_owned(),
        BlockShape::Note { label } => format!("note {label}"),
        BlockShape::Preformatted => "pre".to_owned(),
        BlockShape::Caption => "cap".to_owned(),
        BlockShape::TableCell => "td".to_owned(),
    };
    document.blocks.iter().map(|b| format!("{}: {}", line(&b.shape), escape_marked(&b.content, &b.content))).collect()
}

fn blocks(html: &str) -> Vec<String> {
    shown(&read(html).unwrap())
}

#[test]
fn each_block_of_html_has_its_shape() {
    let html =
        "<h1>عنوان</h1><div>نص سائب<p>فقرة</div><ol><li>أول<ul><li><p>ثان</ul></ol><blockquote><p>قول</blockquote>
        <pre>\n سطر  ١\n\n سطر ٢\n</pre><figure><img src=a.png><figcaption>تعليق</figcaption></figure><hr>
        <table><caption>جدول</caption><tr><th>أ<td>ب</table><dl><dt>لفظ<dd>معنى</dl>";
    assert_eq!(
        blocks(html),
        [
            "h1: عنوان",
            "p: نص سائب",
            "p: فقرة",
            "1.: أول",
            "-: ثان",
            "q: قول",
            "pre:  سطر  ١\n\n سطر ٢",
            "cap: تعليق",
            "hr: ",
            "cap: جدول",
            "td: أ",
            "td: ب",
            "p: لفظ",
            "p: معنى"
        ]
    );
}

#[test]
fn items_are_counted_as_the_page_counts_them() {
    let html = "<ol start=3><li>أ<li><p>ب<p>تتمة</p><ul><li>ج</ul>بقية<li value=9>د</ol><ol><li>هـ</ol><ol reversed><li>و<li>ز</ol>\
        <ol start=-1><li>ح</ol><ol><li><ul><li>ط</ul>ي</ol>";
    let expected =
        ["3.: أ", "4.: ب", "…: تتمة", "-: ج", "…: بقية", "9.: د", "1.: هـ", "2.: و", "1.: ز", "0.: ح", "-: ط", "1.: ي"];
    assert_eq!(blocks(html), expected);
}

#[test]
fn cells_that_lay_out_a_page_are_no_cells_of_data() {
    let html = "<table><tr><td>١<td>ألف<br>باء</table><table><tr><td>أقسام<td>عنوان<br><br>فقرة أولى<br><br>فقرة ثانية</table>";
    assert_eq!(blocks(html), ["td: ١", "td: ألف {1/}باء", "td: أقسام", "p: عنوان", "p: فقرة أولى", "p: فقرة ثانية"]);
}

#[test]
fn white_space_collapses_as_in_a_browser_and_other_invisible_characters_stay() {
    let cases = [
        ("<p>\n  قال <b> كلمة</b> \n ومضى </p>", "p: قال {1}كلمة{/1} ومضى"),
        ("<p>قال<b> كلمة </b>ومضى</p>", "p: قال{1} كلمة {/1}ومضى"),
        ("<p>ما&nbsp;كان \u{200F}(١)\u{202C} كَـــتَبَ&zwnj;</p>", "p: ما\u{A0}كان \u{200F}(١)\u{202C} كَـــتَبَ\u{200C}"),
        ("<p>٥ &lt; ٦ &amp; &#x633;&#1575; &copy;</p>", "p: ٥ < ٦ & سا ©"),
        ("<p>أ<b></b><i> </i>ب<a href=#></a></p>", "p: أ{1} {/1}ب"),
    ];
    for (html, expected) in cases {
        assert_eq!(blocks(html), [expected]);
    }
    assert_eq!(blocks("<p>&nbsp;</p><p>\u{200F}</p><p><img src=x alt=ص></p>"), Vec::<String>::new());
}

#[test]
fn one_line_break_is_a_code_and_two_part_paragraphs() {
    let html = "<div><br><b>أول<br/>سطر<br>\n<br>ثان</b><br></div><h1>عن<br><br>وان</h1><pre>أ<br>ب</pre>";
    assert_eq!(blocks(html), ["p: {1}أول {2/}سطر{/1}", "p: {1}ثان{/1}", "h1: عن {1/}وان", "pre: أ\nب"]);
}

#[test]
fn every_inline_element_has_its_code() {
    let html = "<p><em>ا</em><i>ب</i><strong>ت</strong><u>ث</u><del>ج</del><sup>ح</sup><sub>خ</sub><code>د</code>\
        <a href='javascript:x()' title='ع'>ذ</a><span style='font-weight: BOLD; font-style:italic'>ر</span>\
        <b style='font-weight:normal'>ز</b><font color=red>س</font><mark>ش</mark>";
    let document = read(html).unwrap();
    let content = &document.blocks[0].content;
    assert_eq!(content.text(), "ابتثجحخدذرزسش");
    let opened: Vec<&CodeElement> =
        content.codes().iter().filter(|c| c.part == crate::model::CodePart::Open).map(|c| &c.element).collect();
    use CodeElement::{Code, Emphasis, Highlight, Link, Strikethrough, Strong, Subscript, Superscript, Underline};
    let link = Link { href: "javascript:x()".into(), title: "ع".into() };
    assert_eq!(
        opened,
        [
            &Emphasis,
            &Emphasis,
            &Strong,
            &Underline,
            &Strikethrough,
            &Superscript,
            &Subscript,
            &Code,
            &link,
            &Strong,
            &Emphasis,
            &Highlight
        ]
    );
}

#[test]
fn marks_join_notes_wherever_the_notes_stand() {
    let cases = [
        "<article><p>نص<sup><a href='#fn1'>١</a></sup> تتمة<ol><li id=fn1>شرح <a href='#r1'>↩</a></ol></article>",
        "<article><p>نص<a id=r1 href='https://example.org/a#fn1'><sup>١</sup></a> تتمة</article><p id=fn1><a href='#r1'>١</a> شرح",
        "<p>نص<a name=r1 href='#fn1'>١</a> تتمة<div id=x><p><a name=fn1 href='#r1'>١</a> شرح</div>",
    ];
    for html in cases {
        let document = read(html).unwrap();
        let note = document.blocks.last().unwrap();
        assert_eq!(
            (note.shape.clone(), note.content.text()),
            (BlockShape::Note { label: "fn1".into() }, "شرح"),
            "{html}"
        );
        let mark = CodeElement::NoteMark { label: "fn1".into(), shown: "١".into() };
        assert_eq!(document.blocks[0].content.text(), "نص تتمة");
        assert_eq!(document.blocks[0].content.codes()[0].element, mark);
        assert_eq!(document.blocks.len(), 2);
    }
}

#[test]
fn links_to_sections_and_words_are_no_marks() {
    let html =
        "<p><a href='#s'>1</a> <a href='#w'>كلمة</a> <a href='#up'>2</a></p><div id=s><h2>قسم</h2></div><p id=w>نص</p>";
    assert_eq!(blocks(html), ["p: {1}1{/1} {2}كلمة{/2} {3}2{/3}", "h2: قسم", "p: نص"]);
}

#[test]
fn the_article_is_found_and_what_is_around_it_left_out() {
    let p = "<p>فقرة طويلة بما يكفي لأن تكون من المقال نفسه لا مما حوله.</p>";
    let shares = "<button>شارك</button><form>بريدك <input></form><p hidden>خفي</p><p style='display: none'>خفي</p><script>x</script>";
    let around = |inner: &str| {
        format!(
            "<html lang=ar-EG><title> عنوان\n الصفحة </title><header><a href=/>الموقع</a></header><nav><p>قائمة</p></nav>{inner}<aside><p>اقرأ أيضًا</p></aside><footer>حقوق</footer>"
        )
    };
    let expected = ["h1: العنوان", "p: فقرة طويلة بما يكفي لأن تكون من المقال نفسه لا مما حوله.", "p: المصدر"];
    let source = "<p>المصدر</p>";
    for page in [
        format!(
            "<article><p>بطاقة</p></article><article><h1>العنوان</h1>{p}{shares}<footer>{source}</footer></article>"
        ),
        format!("<header><h1>العنوان</h1></header><article>{p}{source}</article>"),
        format!("<main><h1>العنوان</h1>{p}{shares}{source}<aside>إعلان</aside></main>"),
        format!("<div role=main><h1>العنوان</h1>{p}{source}</div><div><p>تعليق</p></div>"),
        format!("<form><div><h1>العنوان</h1><div>{p}{source}</div></div><div><p>خبر</p></div></form>"),
        format!("<div><h1>العنوان</h1><div>{p}{source}</div></div><div><div>خبر</div></div>"),
    ] {
        let document = read(&around(&page)).unwrap();
        assert_eq!(shown(&document), expected, "{page}");
        assert_eq!(document.title.as_deref(), Some("عنوان الصفحة"));
        assert_eq!(document.language.unwrap().to_string(), "ar-EG");
    }
}

#[test]
fn passages_around_the_article_are_told_and_links_and_labels_are_none() {
    let p = "<p>فقرة طويلة بما يكفي لأن تكون من المقال نفسه لا مما حوله.</p>";
    let box_of_text = "مربع جانبي فيه نص مهم وأرقام السد كلها";
    let around = |page: &str| read(page).unwrap().left_out;
    for page in [
        format!("<main><h1>العنوان</h1>{p}<aside>{box_of_text}</aside></main>"),
        format!("<article>{p}{p}</article><article><p>{box_of_text}</p></article>"),
        format!("<article><h1>ع</h1>{p}<form><p>{box_of_text}</p><p>بريدك <input></p></form></article>"),
        format!("<article>{p}</article><div>{box_of_text} <a href=/x>هنا</a></div><footer>حقوق محفوظة</footer>"),
    ] {
        let told = around(&page);
        assert!(told.len() == 1 && told[0].starts_with(box_of_text), "{page}: {told:?}");
    }
    for page in [
        format!(
            "<article>{p}</article><p hidden>{box_of_text}</p><script>{box_of_text}</script><nav>{box_of_text}</nav>"
        ),
        format!("<article>{p}<aside><h3>اقرأ</h3><a href=/1>{box_of_text}</a></aside></article>"),
        format!(
            "<title>{box_of_text}</title><article>{p}</article><div>شارك</div><p><a href=/2>{box_of_text}</a> اقرأ</p>"
        ),
    ] {
        assert_eq!(around(&page), [""; 0], "{page}");
    }
}

#[test]
fn quotations_have_the_marks_that_a_browser_draws() {
    let html = "<p>قال: <q>لن <b>نرحل</b>، قالوا <q>أبدًا</q></q>، ومضى.</p><p>As <q>they say</q>.</p><p><q>نص</q></p>";
    let marked = "<p>قال: <q>«لن نرحل»</q> و<q></q><q>\"نعم\"</q>.</p><q><p>أولى.</p><p>ثانية.</p></q>";
    assert_eq!(blocks(marked), ["p: قال: «لن نرحل» و\"نعم\".", "p: أولى.", "p: ثانية."]);
    assert_eq!(blocks(html), ["p: قال: «لن {1}نرحل{/1}، قالوا ‹أبدًا›»، ومضى.", "p: As “they say”.", "p: «نص»"]);
}

#[test]
fn what_stands_between_a_headline_and_its_article_belongs_to_it() {
    let article = "<article><p>فقرة طويلة بما يكفي لأن تكون من المقال نفسه.</p></article><footer>حقوق</footer>";
    let page = format!(
        "<body><header><a href=/>الموقع</a><nav>قائمة</nav></header><main><ul><li><a href=/>الرئيسة</a></ul>\
        <div><span>رأي</span><h1>العنوان</h1><p>مقدمة</p></div><div>بقلم <a href=/s>سمير</a></div>\
        <div><a href=x>شارك</a> <a href=y>غرّد</a></div>{article}</main>"
    );
    let body = "p: فقرة طويلة بما يكفي لأن تكون من المقال نفسه.";
    assert_eq!(blocks(&page), ["p: رأي", "h1: العنوان", "p: مقدمة", "p: بقلم {1}سمير{/1}", body]);
    let crowded = format!(
        "<body><header><nav>قائمة</nav><div>عاجل</div><h1>العنوان</h1></header><div>إعلان</div><p>مقدمة</p>{article}"
    );
    assert_eq!(blocks(&crowded), ["h1: العنوان", "p: مقدمة", body]);
}

#[test]
fn lists_of_links_beside_the_text_are_left_out_and_boxes_stay() {
    let html = "<article><h1>ع</h1><p>أول</p><aside>«اقتباس بارز»</aside><aside><h3>اقرأ أيضًا</h3><ul><li><a href=/1>خبر \
        أول طويل العنوان</a><li><a href=/2>خبر ثان</a></ul></aside><aside><h3><a href=/3>خبر ثالث</a></h3></aside>\
        <aside>بحسب <a href=/r>التقرير</a> السنوي</aside><p>ثان</p></article>";
    assert_eq!(blocks(html), ["h1: ع", "p: أول", "p: «اقتباس بارز»", "p: بحسب {1}التقرير{/1} السنوي", "p: ثان"]);
}

#[test]
fn pages_saved_by_word_processors_are_read_without_their_apparatus() {
    let html = "<html xmlns:o='urn:schemas-microsoft-com:office:office'><body dir=RTL><p class=MsoNormal><b><span lang=AR-SA>\
        العنوان\nالكبير<o:p></o:p></span></b></p><p>نص<a style='mso-footnote-id:ftn1' href='#_ftn1' name='_ftnref1'><span>\
        <![if !supportFootnotes]><span>[1]</span><![endif]></span></a>\nوتتمته.</p><!--[if gte mso 9]><xml>خفي</xml><![endif]-->\
        <div><hr width='33%'><div id=ftn1><p><a href='#_ftnref1' name='_ftn1'><span>[1]</span></a><span> شرح</span></p></div></div>";
    assert_eq!(blocks(html), ["p: {1}العنوان الكبير{/1}", "p: نص{1/} وتتمته.", "hr: ", "note _ftn1: شرح"]);
}

#[test]
fn a_simple_page_is_read_whole() {
    let html = "<h1>عنوان</h1><div><p>فقرة أولى طويلة جدًّا بالنسبة إلى غيرها من فقرات هذه الصفحة القصيرة</p></div><div><p>نبذة</p></div>";
    assert_eq!(blocks(html).len(), 3);
}

#[test]
fn xhtml_with_empty_elements_is_read() {
    let html = "<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'><head><title/><script src='x'/></head><body><p/><p>نص</p></body></html>";
    assert_eq!(blocks(html), ["p: نص"]);
}

#[test]
fn depth_is_refused_and_never_overflows_the_stack() {
    assert!(matches!(read(&"<div>".repeat(100_000)), Err(FormatError::Nesting { .. })));
    assert_eq!(blocks(&format!("{}نص", "<b>".repeat(20_000))).len(), 1);
    assert_eq!(blocks(&format!("{}نص", "<ul><li>".repeat(1900))), ["-: نص"]);
}

#[test]
fn pages_are_known_by_how_they_begin() {
    for page in ["<!DOCTYPE html>", " <HTML lang=ar>", "<?xml version='1.0'?>\n<html", "<!-- saved -->\n<p>نص"] {
        assert!(sniff(page), "{page}");
    }
    for text in ["نص", "<3 قلبي", "# عنوان", "<?xml version='1.0'?><tmx>", "<!-- "] {
        assert!(!sniff(text), "{text}");
    }
}

fn visible(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn no_string_makes_it_panic_and_codes_are_nested(parts in prop::collection::vec(prop::sample::select(vec![
        "<p>", "</p>", "<b>", "</b>", "<i>", "</i>", "<a href='#n1'>", "<a href=x>", "</a>", "<sup>", "</sup>", "1", "<br>",
        "<div id=n1>", "</div>", "<ul>", "<li>", "<table>", "<td>", "<h1>", "<article>", "</article>", "<main>", "<nav>", "</nav>",
        "<pre>", "</pre>", "<form>", "</form>", "<aside>", "<footer>", "<header>", "<img src=a>", "<!--", "-->", "<script>",
        "</script>", "&amp;", "&#x0;", "نص", "كَـ ", "\u{200F}", " \n", "<", ">", "'", "<svg>", "<template>", "<hr>", "\u{A0}",
    ]), 0..60)) {
        let html = parts.concat();
        for block in read(&html).unwrap().blocks.iter().chain(&fragment_blocks(&html).unwrap().0) {
            prop_assert!(is_well_nested(&block.content), "{:?}", block);
            prop_assert!(block.shape == BlockShape::Separator || !block.content.text().is_empty());
        }
    }

    #[test]
    fn arbitrary_text_does_not_make_it_panic(html in ".{0,200}") {
        read(&html).unwrap();
    }

    #[test]
    fn nothing_visible_in_the_article_is_lost(parts in prop::collection::vec(prop::sample::select(vec![
        "<p>", "</p>", "<b>", "</b>", "<i>", "</i>", "<a href=x>", "</a>", "<br>", "<div>", "</div>", "<ul>", "<li>", "</li>",
        "</ul>", "<h2>", "</h2>", "<blockquote>", "<pre>", "</pre>", "<section>", "قال ", "الماءُ", "٣", "\u{200F}؟", " ", "\n",
    ]), 0..50)) {
        let html = format!("<article>س{}</article>", parts.concat());
        let document = dom_query::Document::from(html.as_str());
        let given = visible(&document.text());
        let read: String = read(&html).unwrap().blocks.iter().map(|b| b.content.text().to_owned()).collect();
        let without_marks = |t: &str| visible(t).replace('\u{200F}', "");
        prop_assert_eq!(without_marks(&read), without_marks(&given));
    }
}
