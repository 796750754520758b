//! Whole documents before the reader: those that do harm or are damaged, those that this program writes, and any.

use proptest::prelude::*;

use super::fixture::{Fixture, p, packed};
use super::{read, sniff};
use crate::formats::draft::tests::is_well_nested;
use crate::formats::{FormatError, PartFault, find, sample};
use crate::model::{Bitext, BlockShape, CodeElement, Completeness, Content, Flattening as F, Layout};

fn fault(bytes: &[u8]) -> (String, PartFault) {
    match read(bytes) {
        Err(FormatError::Part { part, fault }) => (part, fault),
        other => panic!("{other:?}"),
    }
}

#[test]
fn what_was_made_to_do_harm_is_refused_by_its_part() {
    let part = |text: &str| packed(&[("word/document.xml".to_owned(), text)], "");
    let main = |fault| ("word/document.xml".to_owned(), fault);
    let document = |inside: &str| {
        format!(
            "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">{inside}</w:document>"
        )
    };
    for declared in ["<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>", "<!DOCTYPE x>"] {
        assert_eq!(fault(&part(&format!("{declared}{}", document("")))), main(PartFault::Declaration));
    }
    assert_eq!(fault(&part(&document("<w:p>&a;</w:p>"))), main(PartFault::IllFormed(1)));
    assert_eq!(fault(&part(&document("\n<w:p></w:body>"))), main(PartFault::IllFormed(2)));
    assert_eq!(fault(&part("<w:document")), main(PartFault::IllFormed(1)));
    assert_eq!(fault(&part(&document("<w:p>"))), main(PartFault::IllFormed(1)));
    assert_eq!(fault(&part(&document("a\0"))), main(PartFault::Encoding));
    let deep = document(&format!("{}{}", "<w:sdt>".repeat(99_999), "</w:sdt>".repeat(99_999)));
    assert_eq!(fault(&part(&deep)), main(PartFault::TooDeep { line: 1, limit: 512 }));
    let bomb = document(&" ".repeat(34 * 1024 * 1024));
    let (name, limit) = fault(&part(&bomb));
    assert!(name == "word/document.xml" && matches!(limit, PartFault::TooLarge(_)), "{name} {limit:?}");
    let none = packed(&[("word/other.xml".to_owned(), "")], "");
    assert_eq!(fault(&none), main(PartFault::Missing));
}

#[test]
fn a_document_is_known_by_its_parts_wherever_they_lie() {
    let whole = Fixture::new(&p("نص")).bytes();
    assert!(sniff(&whole) && !sniff(b"PK\x03\x04") && !sniff("نص".as_bytes()));
    for length in [whole.len() - 1, whole.len() / 2, 30] {
        assert_eq!(read(&whole[..length]), Err(FormatError::BrokenDocument), "{length}");
    }
    let mut spoiled = whole.clone();
    let place = spoiled.windows(17).position(|name| name == b"word/document.xml").unwrap() + 30;
    spoiled[place] ^= 0x55;
    assert!(matches!(read(&spoiled), Err(FormatError::Part { part, .. }) if part == "word/document.xml"));
}

#[test]
fn of_two_parts_of_one_kind_the_first_is_read_always() {
    let styles = |name| {
        format!("<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"a\"><w:name w:val=\"{name}\"/></w:style>")
    };
    let fixture = Fixture::new(&p("نص")).styles(&styles("Title"));
    let relation = "<Relationship Id=\"z\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles\" Target=\"gone.xml\"/>";
    let fixture = fixture.relation(relation);
    for _ in 0..20 {
        assert_eq!(fixture.shown(), ["Heading(1) | نص"]);
    }
}

/// The article of the samples without what no document can hold: an unsafe link, an uncleared place, a picture.
fn article() -> Bitext {
    let mut bitext = sample::bitext();
    bitext.completeness = Completeness::Complete;
    bitext.rows[3].target = Some(sample::coded(
        "She said {1}a {2}word{/2}{/1} on {3}the site{/3}.{4/} Then {8}left{/8} by {9}rm{/9},{5/} late.",
    ));
    bitext.rows[8].target = Some(Content::plain("Here too"));
    bitext.rows[9].target = Some(Content::plain("A <b> & c"));
    bitext
}

#[test]
fn the_finished_article_comes_back_as_it_went_out() {
    let labels = sample::labels("en");
    let bitext = article();
    let options = crate::model::WriteOptions { show_status: false, ..sample::options(Layout::Target, &labels) };
    let document = read(&sample::bytes(find("docx").unwrap(), &bitext, &options)).unwrap();
    assert_eq!(document.title.as_deref(), Some("Water for Everyone"));
    assert_eq!(document.flattened, []);
    let targets: Vec<&Content> = bitext.rows.iter().filter_map(|row| row.target.as_ref()).collect();
    assert_eq!(document.blocks.len(), targets.len());
    let label = |content: &Content| -> Vec<_> {
        let named = |element: &CodeElement| match element {
            CodeElement::NoteMark { shown, .. } => CodeElement::NoteMark { label: String::new(), shown: shown.clone() },
            other => other.clone(),
        };
        content.codes().iter().map(|code| (code.at, code.part, named(&code.element))).collect()
    };
    for (block, target) in document.blocks.iter().zip(targets) {
        assert_eq!(block.content.text(), target.text());
        assert_eq!(label(&block.content), label(target), "{}", target.text());
    }
    let shapes: Vec<String> = document.blocks.iter().map(|block| format!("{:?}", block.shape)).collect();
    let (item, note) = ("ListItem { mark: Bullet }", "Note { label: \"p12\" }");
    let expected = [
        "Heading(1)",
        "Paragraph",
        "Heading(2)",
        "Paragraph",
        item,
        item,
        "Quote",
        "Paragraph",
        "Paragraph",
        "Paragraph",
        "Paragraph",
        note,
        "Paragraph",
    ];
    assert_eq!(shapes, expected);
    let mark = document.blocks[3].content.codes().iter().find_map(|code| match &code.element {
        CodeElement::NoteMark { label, .. } => Some(label.as_str()),
        _ => None,
    });
    assert_eq!(mark, Some("p12"));
}

#[test]
fn the_bilingual_document_is_a_table() {
    let labels = sample::labels("ar");
    let options = sample::options(Layout::SideBySide, &labels);
    let document = read(&sample::bytes(find("docx").unwrap(), &article(), &options)).unwrap();
    assert!(document.flattened.iter().any(|(kind, _)| *kind == F::Table));
    let cells = document.blocks.iter().filter(|block| block.shape == BlockShape::TableCell).count();
    assert!(cells > article().rows.len() * 2, "{cells}");
}

#[test]
fn paragraphs_in_one_another_whose_marks_are_deleted_are_all_there() {
    let deleted = "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>";
    let body = format!("<w:p>{deleted}<w:p>{deleted}<w:r><w:t>a</w:t></w:r></w:p></w:p>");
    let document = Fixture::new(&body).read();
    let texts: Vec<&str> = document.blocks.iter().map(|block| block.content.text()).collect();
    assert_eq!(texts, ["a"]);
}

#[test]
fn a_note_that_stands_in_the_body_takes_nothing_with_it() {
    let note = "<w:footnote w:id=\"1\"><w:p><w:r><w:t>c</w:t></w:r></w:p></w:footnote>";
    let referring = "<w:p><w:r><w:commentReference w:id=\"0\"/><w:t>a</w:t><w:footnoteReference w:id=\"1\"/></w:r>";
    for body in [
        format!("{referring}</w:p>{note}<w:p><w:r><w:t>b</w:t></w:r></w:p>"),
        format!("{referring}{note}<w:r><w:t>b</w:t></w:r></w:p>"),
    ] {
        let document = Fixture::new(&body).read();
        let text: String = document.blocks.iter().map(|block| block.content.text()).collect();
        assert_eq!(text, "abc", "{body}");
    }
}

#[test]
fn what_is_told_of_a_text_box_is_told_where_its_text_stands() {
    let remark = "<w:r><w:object/></w:r>";
    let boxed =
        format!("<w:pict><w:txbxContent><w:p>{remark}<w:r><w:t>inside</w:t></w:r></w:p></w:txbxContent></w:pict>");
    let body = format!(
        "<w:p>{remark}<w:r><w:t>before</w:t></w:r></w:p><w:p><w:r><w:t>around</w:t>{boxed}</w:r></w:p><w:p>{remark}<w:r><w:t>behind</w:t></w:r></w:p>"
    );
    let document = Fixture::new(&body).read();
    let texts: Vec<&str> = document.blocks.iter().map(|block| block.content.text()).collect();
    assert_eq!(texts, ["before", "around", "inside", "behind"]);
    let objects = document.flattened.iter().filter(|(kind, _)| *kind == F::Object);
    assert_eq!(objects.map(|(_, index)| *index).collect::<Vec<_>>(), [0, 2, 3]);
}

#[test]
fn a_field_in_the_instruction_of_one_without_a_result_is_told() {
    let mark = |kind: &str| format!("<w:fldChar w:fldCharType=\"{kind}\"/>");
    let [begin, end] = ["begin", "end"].map(mark);
    let document = Fixture::new(&format!("<w:p><w:r>{begin}{begin}<w:t>a</w:t>{end}{end}</w:r></w:p>")).read();
    assert!(document.flattened.iter().any(|(kind, _)| *kind == F::Object), "{document:?}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, ..ProptestConfig::default() })]

    #[test]
    fn no_damage_makes_it_panic(place in any::<prop::sample::Index>(), byte: u8, length in 0..40_usize, cut: bool) {
        let labels = sample::labels("en");
        let options = sample::options(Layout::SideBySide, &labels);
        thread_local! { static SOUND: std::cell::OnceCell<Vec<u8>> = const { std::cell::OnceCell::new() } }
        let mut bytes = SOUND.with(|sound| sound.get_or_init(|| sample::bytes(find("docx").unwrap(), &article(), &options)).clone());
        let at = place.index(bytes.len());
        let end = (at + length).min(bytes.len());
        if cut { drop(bytes.drain(at..end)) } else { bytes[at..end].fill(byte) }
        let _ = (sniff(&bytes), read(&bytes).map(|document| document.blocks.len()));
    }

    #[test]
    fn no_body_makes_it_panic_or_lose_a_letter(pieces in prop::collection::vec(0..29_usize, 0..40)) {
        const PIECES: &[&str] = &[
            "<w:p>", "</w:p>", "<w:r>", "</w:r>", "<w:t>a</w:t>", "<w:rPr><w:b/></w:rPr>", "<w:tbl>", "</w:tbl>", "<w:tr>", "</w:tr>",
            "<w:tc>", "</w:tc>", "<w:hyperlink w:anchor=\"x\">", "</w:hyperlink>", "<w:fldChar w:fldCharType=\"begin\"/>",
            "<w:fldChar w:fldCharType=\"separate\"/>", "<w:fldChar w:fldCharType=\"end\"/>", "<w:txbxContent>", "</w:txbxContent>",
            "<mc:AlternateContent>", "</mc:AlternateContent>", "<mc:Choice>", "</mc:Choice>", "<w:footnoteReference w:id=\"1\"/>",
            "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>", "<w:br/>", "<w:footnote w:id=\"1\">", "</w:footnote>", "<w:commentReference/>",
        ];
        let mut open: Vec<&str> = Vec::new();
        let mut body = String::new();
        // Of each open field whether its result has begun: what stands in an instruction is not shown.
        let mut fields: Vec<bool> = Vec::new();
        for piece in pieces.into_iter().map(|index| PIECES[index]) {
            match piece {
                "<w:fldChar w:fldCharType=\"begin\"/>" if fields.last() == Some(&false) => continue,
                "<w:fldChar w:fldCharType=\"begin\"/>" => fields.push(false),
                "<w:fldChar w:fldCharType=\"separate\"/>" => fields.last_mut().into_iter().for_each(|field| *field = true),
                "<w:fldChar w:fldCharType=\"end\"/>" => drop(fields.pop()),
                _ => {}
            }
            let name = piece.trim_matches(['<', '>', '/']).split(' ').next().unwrap();
            if piece.starts_with("</") {
                if open.last() != Some(&name) { continue }
                open.pop();
            } else if PIECES.iter().any(|other| other.strip_prefix("</").is_some_and(|other| other.trim_end_matches('>') == name)) {
                open.push(name);
            }
            body.push_str(piece);
        }
        for name in open.into_iter().rev() {
            body.push_str(&format!("</{name}>"));
        }
        let document = Fixture::new(&body).read();
        for block in &document.blocks {
            prop_assert!(is_well_nested(&block.content));
        }
        let shown: usize = document.blocks.iter().map(|block| block.content.text().matches('a').count()).sum();
        // Of the same thing in several ways one comes in; of notes those that something refers to.
        let is_left_out = body.contains("<mc:AlternateContent>") || body.contains("<w:footnote ");
        let told = is_left_out || document.flattened.iter().any(|(kind, _)| *kind == F::Object);
        prop_assert!(told || shown == body.matches("<w:t>a</w:t>").count(), "{} {:?}", body, document);
    }
}
