//! The reader of Word documents: what stands in a document comes in as it stands, or is told; what does harm is refused.

use super::fixture::{Fixture, p, r, styled};
use crate::formats::draft::tests::is_well_nested;
use crate::model::{BlockShape, CodeElement, Flattening as F, ListMark};

const STYLES: &str = "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"a\"><w:name w:val=\"Normal\"/></w:style>\
    <w:style w:type=\"paragraph\" w:styleId=\"berschrift1\"><w:name w:val=\"heading 1\"/><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr>\
    <w:rPr><w:b/><w:bCs/></w:rPr></w:style>\
    <w:style w:type=\"paragraph\" w:styleId=\"mine\"><w:name w:val=\"My Section\"/><w:basedOn w:val=\"berschrift1\"/></w:style>\
    <w:style w:type=\"paragraph\" w:styleId=\"Titel\"><w:name w:val=\"Title\"/></w:style>\
    <w:style w:type=\"paragraph\" w:styleId=\"Zitat\"><w:name w:val=\"Quote\"/><w:rPr><w:i/><w:iCs/></w:rPr></w:style>\
    <w:style w:type=\"paragraph\" w:styleId=\"LP\"><w:name w:val=\"List Paragraph\"/></w:style>\
    <w:style w:type=\"paragraph\" w:styleId=\"ring\"><w:name w:val=\"x\"/><w:basedOn w:val=\"ring\"/></w:style>\
    <w:style w:type=\"character\" w:styleId=\"E\"><w:name w:val=\"Emphasis\"/><w:rPr><w:b/><w:i/></w:rPr></w:style>\
    <w:style w:type=\"character\" w:styleId=\"bold\"><w:name w:val=\"Fett\"/><w:rPr><w:b/></w:rPr></w:style>\
    <w:style w:type=\"character\" w:styleId=\"H\"><w:name w:val=\"Hyperlink\"/><w:rPr><w:u w:val=\"single\"/></w:rPr></w:style>";

/// The marked text of one paragraph with that inside, and the names of its codes.
fn marked(inside: &str) -> (String, Vec<&'static str>) {
    let document =
        Fixture::new(&format!("<w:p>{inside}</w:p>")).styles(STYLES).link("l1", "https://a.org/?a=1&amp;b").read();
    let content = &document.blocks[0].content;
    assert!(is_well_nested(content));
    let names = content.codes().iter().filter(|code| code.part != crate::model::CodePart::Close);
    (crate::model::escape_marked(content, content), names.map(|code| code.element.as_str()).collect())
}

fn text(inside: &str) -> String {
    marked(inside).0
}

#[test]
fn runs_join_wherever_they_are_cut() {
    let cut = format!(
        "{}<w:proofErr w:type=\"spellStart\"/>{}{}",
        r("", "قا"),
        r("<w:lang w:bidi=\"ar\"/>", "لَ "),
        r("", "نعم")
    );
    assert_eq!(marked(&cut), ("قالَ نعم".to_owned(), vec![]));
    let bold = format!("{}{}{}", r("<w:b/>", "one "), r("<w:b/><w:sz w:val=\"30\"/>", "two"), r("", " three"));
    assert_eq!(marked(&bold), ("{1}one two{/1} three".to_owned(), vec!["strong"]));
}

#[test]
fn characters_that_are_elements_are_characters() {
    let inside = "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:noBreakHyphen/><w:t>c</w:t><w:softHyphen/><w:t>d</w:t>\
        <w:sym w:font=\"Symbol\" w:char=\"F0AE\"/><w:t>&lt;&#x627;&amp;<![CDATA[<x>]]></w:t></w:r>";
    assert_eq!(text(inside), "a\tb\u{2011}c\u{ad}d→<ا&<x>");
    assert_eq!(text("<w:r><w:t> a </w:t></w:r><w:r><w:t xml:space=\"preserve\"> b\nc</w:t></w:r>"), "a b c");
}

#[test]
fn lines_break_and_pages_do_not() {
    let line = "<w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:cr/></w:r>";
    assert_eq!(marked(line), ("a {1/}b".to_owned(), vec!["line-break"]));
    let page =
        "<w:r><w:br w:type=\"page\"/><w:t>a</w:t><w:lastRenderedPageBreak/><w:br w:type=\"page\"/><w:t>b</w:t></w:r>";
    assert_eq!(marked(page), ("a b".to_owned(), vec![]));
}

#[test]
fn every_look_is_a_code_and_no_is_no() {
    for (properties, name) in [
        ("<w:b/>", Some("strong")),
        ("<w:b w:val=\"1\"/>", Some("strong")),
        ("<w:b w:val=\"0\"/>", None),
        ("<w:b w:val=\"false\"/>", None),
        ("<w:bCs/>", None),
        ("<w:rtl/><w:bCs/>", Some("strong")),
        ("<w:rtl/><w:b/>", None),
        ("<w:rtl w:val=\"0\"/><w:b/>", Some("strong")),
        ("<w:i/>", Some("emphasis")),
        ("<w:rtl/><w:iCs/>", Some("emphasis")),
        ("<w:u w:val=\"single\"/>", Some("underline")),
        ("<w:u w:val=\"none\"/>", None),
        ("<w:strike/>", Some("strikethrough")),
        ("<w:dstrike/>", Some("strikethrough")),
        ("<w:highlight w:val=\"yellow\"/>", Some("highlight")),
        ("<w:highlight w:val=\"none\"/>", None),
        ("<w:vertAlign w:val=\"superscript\"/>", Some("superscript")),
        ("<w:vertAlign w:val=\"subscript\"/>", Some("subscript")),
        ("<w:rStyle w:val=\"E\"/>", Some("emphasis")),
        ("<w:rStyle w:val=\"bold\"/>", Some("strong")),
        ("<w:rStyle w:val=\"bold\"/><w:b w:val=\"0\"/>", None),
        ("<w:rPrChange w:id=\"1\"><w:rPr><w:b/></w:rPr></w:rPrChange>", None),
    ] {
        let names = marked(&format!("{}{}", r("", "a "), r(properties, "b"))).1;
        assert_eq!(names, name.into_iter().collect::<Vec<_>>(), "{properties}");
    }
}

#[test]
fn what_the_style_of_a_paragraph_says_is_no_code() {
    let heading = format!(
        "<w:p><w:pPr><w:pStyle w:val=\"mine\"/></w:pPr>{}{}{}</w:p>",
        r("", "أولًا "),
        r("<w:b w:val=\"0\"/>", "ثانيًا "),
        r("<w:rStyle w:val=\"bold\"/>", "ثالثًا"),
    );
    let quote = format!("{}{}", styled("Zitat", "قيل"), styled("ring", "نص"));
    let shown = Fixture::new(&format!("{heading}{quote}")).styles(STYLES).shown();
    assert_eq!(shown, ["Heading(1) | أولًا ثانيًا ثالثًا", "Quote | قيل", "Paragraph | نص"]);
}

#[test]
fn a_title_stands_above_the_headings() {
    let body = format!("{}{}{}", styled("Titel", "عنوان"), styled("berschrift1", "باب"), p("نص"));
    let shown = Fixture::new(&body).styles(STYLES).shown();
    assert_eq!(shown, ["Heading(1) | عنوان", "Heading(2) | باب", "Paragraph | نص"]);
    let outline = "<w:p><w:pPr><w:outlineLvl w:val=\"2\"/></w:pPr><w:r><w:t>a</w:t></w:r></w:p>";
    assert_eq!(Fixture::new(outline).shown(), ["Heading(3) | a"]);
}

#[test]
fn a_link_is_one_whatever_looks_begin_and_end_in_it() {
    let link = |inside: &str| format!("<w:hyperlink r:id=\"l1\" w:tooltip=\"t\">{inside}</w:hyperlink>");
    let plain = link(&r("<w:rStyle w:val=\"H\"/>", "here"));
    assert_eq!(marked(&plain), ("{1}here{/1}".to_owned(), vec!["link"]));
    let crossing = format!("{}{}", r("<w:b/>", "a "), link(&format!("{}{}", r("<w:b/>", "b"), r("", " c"))));
    assert_eq!(marked(&crossing), ("{1}a {/1}{2}{3}b{/3} c{/2}".to_owned(), vec!["strong", "link", "strong"]));
    let inside = format!("{}{}{}", r("<w:b/>", "a "), link(&r("<w:b/>", "b")), r("<w:b/>", " c"));
    assert_eq!(marked(&inside), ("{1}a {2}b{/2} c{/1}".to_owned(), vec!["strong", "link"]));
    let cut = format!("{}{}", link(&r("", "a")), link(&r("<w:rtl/>", "b")));
    assert_eq!(marked(&cut).0, "{1}ab{/1}");
    let gone = "<w:hyperlink r:id=\"none\"><w:r><w:t>a</w:t></w:r></w:hyperlink>";
    assert_eq!(marked(gone), ("a".to_owned(), vec![]));
    let document = Fixture::new(&format!("<w:p>{plain}</w:p>")).link("l1", "https://a.org/?a=1&amp;b").read();
    let href = CodeElement::Link { href: "https://a.org/?a=1&b".into(), title: "t".into() };
    assert_eq!(document.blocks[0].content.codes()[0].element, href);
}

fn field(instruction: &str, result: &str) -> String {
    let character = |kind: &str| format!("<w:r><w:fldChar w:fldCharType=\"{kind}\"/></w:r>");
    let instruction = format!("<w:r><w:instrText>{instruction}</w:instrText></w:r>");
    format!("{}{instruction}{}{result}{}", character("begin"), character("separate"), character("end"))
}

#[test]
fn of_a_field_the_result_is_text() {
    assert_eq!(text(&format!("{}{}", r("", "p. "), field(" PAGE ", &r("", "7")))), "p. 7");
    assert_eq!(text(&format!("<w:fldSimple w:instr=\" DATE \">{}</w:fldSimple>", r("", "اليوم"))), "اليوم");
    let link = field(" HYPERLINK \"https://a.org\" ", &format!("{}{}", r("", "a"), field("PAGEREF x", &r("", "b"))));
    assert_eq!(marked(&link), ("{1}ab{/1}".to_owned(), vec!["link"]));
    // A field in the instruction of another.
    let begin = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>";
    let rest = "<w:r><w:fldChar w:fldCharType=\"separate\"/><w:t>yes</w:t><w:fldChar w:fldCharType=\"end\"/></w:r>";
    assert_eq!(text(&format!("{begin}{}{rest}", field("MERGEFIELD a", &r("", "hidden")))), "yes");
    // One without an end hides nothing.
    assert_eq!(text(&format!("{begin}{}", r("", "text"))), "text");
    let symbol = "<w:r><w:t>a</w:t><w:fldChar w:fldCharType=\"begin\"/><w:instrText>SYMBOL 74</w:instrText><w:fldChar w:fldCharType=\"end\"/></w:r>";
    assert_eq!(Fixture::new(&format!("<w:p>{symbol}</w:p>")).told(), [(F::Object, 0)]);
}

#[test]
fn tracked_changes_are_taken_as_accepted_and_told() {
    let run = |text: &str| r("", text);
    let inside = format!(
        "{}<w:ins w:id=\"1\">{}</w:ins><w:del w:id=\"2\"><w:r><w:delText>old</w:delText></w:r></w:del>\
         <w:moveFrom w:id=\"3\">{}</w:moveFrom><w:moveTo w:id=\"4\">{}</w:moveTo><w:ins w:id=\"5\"/>",
        run("a "),
        run("new "),
        run("gone"),
        run("come")
    );
    let fixture = Fixture::new(&format!("{}<w:p>{inside}</w:p>", p("first")));
    assert_eq!(fixture.shown()[1], "Paragraph | a new come");
    let told: Vec<F> = fixture.told().into_iter().map(|(kind, place)| (place == 1).then_some(kind).unwrap()).collect();
    assert_eq!(told, [F::Insertion, F::Deletion, F::Deletion, F::Insertion]);
    // A paragraph whose mark is deleted goes on in the next one.
    let joined = format!("<w:p><w:pPr><w:rPr><w:del w:id=\"1\"/></w:rPr></w:pPr>{}</w:p>{}", r("", "one "), p("two"));
    assert_eq!(Fixture::new(&joined).shown(), ["Paragraph | one two"]);
    let last = format!("<w:p><w:pPr><w:rPr><w:del w:id=\"1\"/></w:rPr></w:pPr>{}</w:p>", r("", "one"));
    assert_eq!(Fixture::new(&last).shown(), ["Paragraph | one"]);
}

#[test]
fn what_is_hidden_is_left_out_and_told() {
    let hidden = format!("{}{}{}", r("", "a"), r("<w:vanish/>", "b"), r("<w:vanish/><w:b/>", "c"));
    let fixture = Fixture::new(&format!("<w:p>{hidden}{}</w:p>", r("<w:vanish w:val=\"0\"/><w:webHidden/>", "d")));
    assert_eq!((fixture.shown(), fixture.told()), (vec!["Paragraph | ad".to_owned()], vec![(F::Hidden, 0)]));
}

#[test]
fn a_text_box_is_read_once_and_comes_after_its_paragraph() {
    let content = |text: &str| format!("<w:txbxContent>{}</w:txbxContent>", p(text));
    let both = format!(
        "<mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:txbx>{}</wps:txbx></w:drawing></mc:Choice>\
         <mc:Fallback><w:pict><v:textbox>{}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>",
        content("صندوق"),
        content("صندوق")
    );
    let fixture =
        Fixture::new(&format!("{}<w:p>{}<w:r>{both}</w:r>{}</w:p>", p("قبل"), r("<w:b/>", "نص"), r("", " بعد")));
    assert_eq!(fixture.shown(), ["Paragraph | قبل", "Paragraph | {1}نص{/1} بعد", "Paragraph | صندوق"]);
    assert_eq!(fixture.told(), [(F::TextBox, 1)]);
    // What the first way does not show is taken from the second.
    let second = format!(
        "<mc:AlternateContent><mc:Choice Requires=\"x\"><w:drawing/></mc:Choice>\
         <mc:Fallback><w:pict><v:textbox>{}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>",
        content("صندوق")
    );
    assert_eq!(Fixture::new(&format!("<w:p><w:r>{second}</w:r></w:p>")).shown(), ["Paragraph | صندوق"]);
}

#[test]
fn controls_and_tags_let_their_text_through() {
    let inner = format!(
        "<w:smartTag><w:customXml>{}</w:customXml></w:smartTag><w:dir w:val=\"rtl\">{}</w:dir>",
        r("", "a"),
        r("", "b")
    );
    let inline = format!("<w:sdt><w:sdtPr><w:rPr><w:b/></w:rPr></w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>");
    let block = format!("<w:sdt><w:sdtContent><w:p>{inline}{}</w:p></w:sdtContent></w:sdt>", r("", "c"));
    assert_eq!(Fixture::new(&block).shown(), ["Paragraph | abc"]);
}

fn table(rows: &[&[&str]]) -> String {
    let cell = |inside: &&str| format!("<w:tc><w:tcPr/>{inside}</w:tc>");
    let row = |cells: &&[&str]| format!("<w:tr>{}</w:tr>", cells.iter().map(cell).collect::<String>());
    format!("<w:tbl><w:tblPr/><w:tblGrid/>{}</w:tbl>", rows.iter().map(row).collect::<String>())
}

#[test]
fn a_table_becomes_a_paragraph_for_each_cell_and_is_told() {
    let (a, b, c, empty) = (p("أ"), p("ب"), p("ج"), p(""));
    let body = format!("{}{}{}", p("قبل"), table(&[&[&a, &empty], &[&b, &c]]), p("بعد"));
    let fixture = Fixture::new(&body);
    assert_eq!(
        fixture.shown(),
        ["Paragraph | قبل", "TableCell | أ", "TableCell | ب", "TableCell | ج", "Paragraph | بعد"]
    );
    assert_eq!(fixture.told(), [(F::Table, 1)]);
    let inner = format!("{a}{}", table(&[&[&b, &c]]));
    assert_eq!(Fixture::new(&table(&[&[&inner, &a]])).told(), [(F::Table, 0), (F::Table, 1)]);
    // A table of one cell is a frame; a cell with much in it lays out a page.
    assert_eq!(Fixture::new(&table(&[&[&a]])).shown(), ["Paragraph | أ"]);
    let long = format!("{a}{b}{c}");
    assert_eq!(Fixture::new(&table(&[&[&long, &a]])).shown()[2..], ["Paragraph | ج", "TableCell | أ"]);
}

const LISTS: &str = "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"3\"/><w:numFmt w:val=\"decimal\"/>\
    <w:lvlText w:val=\"%1.\"/></w:lvl><w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"arabicAbjad\"/><w:lvlText w:val=\"%2)\"/></w:lvl>\
    </w:abstractNum><w:abstractNum w:abstractNumId=\"1\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"o\"/></w:lvl></w:abstractNum>\
    <w:abstractNum w:abstractNumId=\"2\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"المادة %1\"/></w:lvl></w:abstractNum>\
    <w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num><w:num w:numId=\"2\"><w:abstractNumId w:val=\"1\"/></w:num>\
    <w:num w:numId=\"3\"><w:abstractNumId w:val=\"0\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride></w:num>\
    <w:num w:numId=\"4\"><w:abstractNumId w:val=\"2\"/></w:num>";

fn item(list: u8, level: u8, text: &str) -> String {
    let properties = format!("<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr>");
    format!("<w:p><w:pPr><w:pStyle w:val=\"LP\"/>{properties}</w:pPr>{}</w:p>", r("", text))
}

#[test]
fn lists_are_counted_as_word_counts_them() {
    use ListMark::{Bullet, Continued, Number};
    let body = [
        item(1, 0, "a"),
        item(1, 1, "b"),
        item(1, 1, "c"),
        styled("LP", "more"),
        item(1, 0, "d"),
        item(1, 1, "e"),
        item(3, 0, "f"),
        item(3, 0, "g"),
        item(2, 0, "h"),
        styled("LP", "more"),
        p("text"),
        item(9, 0, "none"),
        item(0, 0, "none"),
        styled("LP", "none"),
        styled("LP", "١) x"),
    ];
    let fixture = Fixture::new(&body.concat()).styles(STYLES).part("numbering", "numbering", LISTS);
    let marks: Vec<Option<ListMark>> = fixture
        .read()
        .blocks
        .iter()
        .map(|block| if let BlockShape::ListItem { mark } = block.shape { Some(mark) } else { None })
        .collect();
    let numbers =
        [Number(3), Number(1), Number(2), Continued, Number(4), Number(1), Number(1), Number(2), Bullet, Continued]
            .map(Some);
    assert_eq!(marks[..10], numbers);
    assert_eq!(marks[10..], [None, None, None, None, Some(Bullet)]);
    assert_eq!(fixture.told(), [(F::NestedList, 1), (F::NestedList, 5)]);
}

#[test]
fn words_and_numbers_that_no_text_has_are_told() {
    let heading = "<w:p><w:pPr><w:outlineLvl w:val=\"0\"/><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>h</w:t></w:r></w:p>";
    let fixture = Fixture::new(&format!("{heading}{}", item(4, 0, "a"))).part("numbering", "numbering", LISTS);
    assert_eq!(fixture.told(), [(F::Numbering, 0), (F::Numbering, 1)]);
}

#[test]
fn notes_come_last_in_the_order_of_their_marks() {
    let reference = |kind: &str, id: u8| {
        format!("<w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:{kind}Reference w:id=\"{id}\"/></w:r>")
    };
    let custom = "<w:r><w:footnoteReference w:customMarkFollows=\"1\" w:id=\"4\"/><w:t>*</w:t></w:r>";
    let body = format!(
        "<w:p>{}{}{}{}{}{custom}</w:p>",
        r("<w:b/>", "a"),
        reference("footnote", 5),
        r("<w:b/>", "b"),
        reference("endnote", 2),
        reference("footnote", 3)
    );
    let note = |id: u8, text: &str| {
        format!(
            "<w:footnote w:id=\"{id}\"><w:p><w:r><w:footnoteRef/><w:t xml:space=\"preserve\"> {text}</w:t></w:r></w:p>{}</w:footnote>",
            p("more")
        )
    };
    let footnotes = format!(
        "<w:footnote w:type=\"separator\" w:id=\"0\">{}</w:footnote>{}{}{}{}",
        p("line"),
        note(3, "three"),
        note(4, "four"),
        note(5, "five"),
        note(6, "unused")
    );
    let endnotes = format!("<w:endnote w:id=\"2\">{}</w:endnote>", p("end"));
    let fixture =
        Fixture::new(&body).part("footnotes", "footnotes", &footnotes).part("endnotes", "endnotes", &endnotes);
    let shown = fixture.shown();
    assert_eq!(shown[0], "Paragraph | {1}a{2/}b{/1}{3/}{4/}{5/}");
    let labelled = |label: &str, text: &str| format!("Note {{ label: \"{label}\" }} | {text}");
    assert_eq!(shown[1..3], [labelled("fn1", "five"), labelled("fn1", "more")]);
    assert_eq!(
        shown[3..],
        [
            labelled("en2", "end"),
            labelled("fn3", "three"),
            labelled("fn3", "more"),
            labelled("fn4", "four"),
            labelled("fn4", "more")
        ]
    );
    let document = fixture.read();
    let marks = document.blocks[0].content.codes().iter().filter_map(|code| match &code.element {
        CodeElement::NoteMark { label, shown } => Some((label.as_str(), shown.as_str())),
        _ => None,
    });
    assert_eq!(marks.collect::<Vec<_>>(), [("fn1", "1"), ("en2", "i"), ("fn3", "2"), ("fn4", "*")]);
}

#[test]
fn notes_are_counted_by_section_where_the_document_says_so() {
    let reference = |id: u8| format!("<w:r><w:t>a</w:t><w:footnoteReference w:id=\"{id}\"/></w:r>");
    let section = "<w:sectPr><w:footnotePr><w:numFmt w:val=\"arabicAbjad\"/><w:numRestart w:val=\"eachSect\"/></w:footnotePr></w:sectPr>";
    let body = format!(
        "<w:p><w:pPr>{section}</w:pPr>{}{}</w:p><w:p>{}</w:p>{section}",
        reference(1),
        reference(2),
        reference(3)
    );
    let document = Fixture::new(&body).read();
    let marks: Vec<String> = document
        .blocks
        .iter()
        .flat_map(|block| block.content.codes())
        .filter_map(|code| match &code.element {
            CodeElement::NoteMark { shown, .. } => Some(shown.clone()),
            _ => None,
        })
        .collect();
    assert_eq!(marks, ["أ", "ب", "أ"]);
}

#[test]
fn what_does_not_come_in_is_told_by_name() {
    let chart =
        "<a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/chart\"/></a:graphic>";
    let picture = "<w:drawing><wp:docPr id=\"1\" descr=\"النهر\"/><a:blip r:embed=\"i\"/></w:drawing>";
    let ruby =
        format!("<w:ruby><w:rubyPr/><w:rt>{}</w:rt><w:rubyBase>{}</w:rubyBase></w:ruby>", r("", "kan"), r("", "漢"));
    let body = [
        format!("<w:p>{}<w:r><w:commentReference w:id=\"1\"/><w:drawing>{chart}</w:drawing></w:r></w:p>", r("", "a")),
        format!("<w:p><w:r>{picture}<w:t>b</w:t></w:r></w:p><w:p><w:r>{picture}</w:r></w:p>"),
        format!("<w:p>{ruby}<w:r><w:sym w:font=\"AGA\" w:char=\"F021\"/></w:r></w:p>"),
        "<w:p><m:oMath><m:f><m:num><m:r><m:t>x</m:t></m:r></m:num></m:f></m:oMath></w:p><w:altChunk r:id=\"c\"/>"
            .to_owned(),
        "<w:p><w:r><w:pict><v:rect o:hr=\"t\"/></w:pict></w:r></w:p>".to_owned(),
    ];
    let fixture = Fixture::new(&body.concat()).part("header", "hdr", &p("سرّي")).part(
        "footer",
        "ftr",
        &format!("<w:p>{}</w:p>", field("PAGE", &r("", "7"))),
    );
    assert_eq!(
        fixture.shown(),
        ["Paragraph | a", "Paragraph | {1/}b", "Paragraph | 漢", "Paragraph | x", "Separator |"]
            .map(|line| if line.ends_with('|') { format!("{line} ") } else { line.to_owned() })
    );
    let told = [
        (F::Comment, 0),
        (F::Object, 0),
        (F::Margin, 0),
        (F::Picture, 2),
        (F::Annotation, 2),
        (F::Symbol, 2),
        (F::Formula, 3),
        (F::Object, 4),
    ];
    assert_eq!(fixture.told(), told);
    let document = fixture.read();
    let image = CodeElement::Image { src: String::new(), alt: "النهر".into() };
    assert_eq!(document.blocks[1].content.codes()[0].element, image);
}
