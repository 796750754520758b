//! Contents through a document and back: what nobody touched is as it was.

use proptest::prelude::*;

use super::shown::{Shown, known};
use super::wording::wording;
use crate::formats::{read_sheet, write_sheet};
use crate::model::{
    CodeElement, CodeId, CodePart, Content, ForeignCode, InlineCode, OperationMark, OperationSeq, ParagraphKind,
    RowMark, Sheet, SheetRow, SheetWords, Status, Stretch, parse_marked,
};

/// A source with every sort of code, some of them twice.
fn source(text: &str) -> Content {
    let link = |href: &str| CodeElement::Link { href: href.into(), title: "T".into() };
    let pairs = [
        CodeElement::Emphasis,
        CodeElement::Strong,
        CodeElement::Underline,
        CodeElement::Strikethrough,
        CodeElement::Highlight,
        CodeElement::Superscript,
        CodeElement::Subscript,
        CodeElement::Code,
        link("https://example.org/نهر a"),
        link("javascript:x"),
        link("#n1"),
        CodeElement::Emphasis,
        link("HTTPS://example.org"),
        CodeElement::Foreign(Box::new(ForeignCode {
            opening: "<b>".into(),
            closing: "</b>".into(),
            ..ForeignCode::default()
        })),
    ];
    let alone = [
        CodeElement::LineBreak,
        CodeElement::NoteMark { label: "n".into(), shown: "[١]".into() },
        CodeElement::Image { src: "a.png".into(), alt: String::new() },
    ];
    let at = text.len();
    let mut codes: Vec<InlineCode> = Vec::new();
    for (element, id) in pairs.into_iter().zip(1..) {
        codes.push(InlineCode { at: 0, id: CodeId(id), part: CodePart::Open, element });
    }
    let opened = codes.clone();
    codes.extend(opened.into_iter().rev().map(|code| InlineCode { at, part: CodePart::Close, ..code }));
    for (element, id) in alone.into_iter().zip(21..) {
        codes.push(InlineCode { at, id: CodeId(id), part: CodePart::Standalone, element });
    }
    Content::new(text.to_owned(), codes).unwrap()
}

fn returned(source: Vec<Stretch>, target: Vec<Stretch>) -> (Vec<Stretch>, Vec<Stretch>) {
    let words = SheetWords {
        language: "en".parse().unwrap(),
        columns: ["1", "2", "3", "4", "5"].map(str::to_owned).to_vec(),
        choose: "choose".into(),
        approve: "approve".into(),
        request: "request".into(),
        approved: Vec::new(),
        rejected: Vec::new(),
        reasons: Vec::new(),
        statuses: Vec::new(),
        stale: String::new(),
        kinds: Vec::new(),
        guide: Vec::new(),
    };
    let id = "0190a5b0-1111-7222-8333-0123456789ab";
    let sheet = Sheet {
        article: id.parse().unwrap(),
        operation: OperationMark { number: OperationSeq(1), imprint: 1 },
        part: "a".parse().unwrap(),
        lines: Vec::new(),
        title: String::new(),
        source_language: "ar".parse().unwrap(),
        target_language: "en".parse().unwrap(),
        rows: vec![SheetRow {
            mark: RowMark { paragraph: id.parse().unwrap(), revision: 1, imprint: 1 },
            number: 1,
            kind: ParagraphKind::Body,
            status: Status::Draft,
            stale: false,
            source,
            target,
            comments: Vec::new(),
        }],
    };
    let mut bytes = Vec::new();
    write_sheet(&sheet, &words, &mut bytes).unwrap();
    let row = read_sheet(&bytes).unwrap().rows.remove(0);
    (row.source, row.target)
}

const PIECES: &[&str] = &[
    "word",
    " ",
    "  ",
    "كلمة",
    "كَلِمة",
    "،",
    "\t",
    "\n",
    "\r\n",
    "\r",
    "\u{7}",
    "\u{a0}",
    "\u{ad}",
    "\u{200f}",
    "\u{202e}",
    "\u{2028}",
    "\u{feff}",
    "\u{fffe}",
    "\u{f0000}",
    "😀",
    "&",
    "<b>",
    "\"",
    "'",
    "{",
    "}",
    "{99}",
    "{1}",
    "{/1}",
    "{2}",
    "{/2}",
    "{3}",
    "{/3}",
    "{4}",
    "{/4}",
    "{5}",
    "{/5}",
    "{6}",
    "{/6}",
    "{7}",
    "{/7}",
    "{8}",
    "{/8}",
    "{9}",
    "{/9}",
    "{10}",
    "{/10}",
    "{11}",
    "{/11}",
    "{12}",
    "{/12}",
    "{13}",
    "{/13}",
    "{14}",
    "{/14}",
    "{21/}",
    "{22/}",
    "{23/}",
    "{22/}",
    "\\{1}",
    "٢٠٢٣",
    "BBC",
    ".",
];

#[test]
fn looks_that_no_text_can_have_together_do_not_meet_at_a_token() {
    let source = source("نص");
    let target = parse_marked("{8}word{9}{22/}{/8}more{/9}", &source).0;
    let codes = known([&source, &target]);
    let out = Shown::of(&target, &codes);
    assert!(out.stretches().iter().all(|stretch| !(stretch.look.code && stretch.look.href.is_some())));
    assert_eq!(returned(Vec::new(), out.stretches()).1, out.stretches());
}

proptest! {
    #[test]
    fn an_untouched_file_changes_nothing(pieces in prop::collection::vec(0..PIECES.len(), 0..24), text in "[أ-ي ]{0,5}[a-c{}1]{0,4}") {
        let typed: String = pieces.into_iter().map(|index| PIECES[index]).collect();
        let source = source(&text);
        let target = parse_marked(&typed, &source).0;
        let codes = known([&source, &target]);
        let (out, of_source) = (Shown::of(&target, &codes), Shown::of(&source, &codes));
        let (back_source, back) = returned(of_source.stretches_from_right(), out.stretches());
        let is_same = back == out.stretches() || Shown::read(&back, &codes).is_like(&out);
        prop_assert!(is_same, "{:?} {:?}", out.stretches(), back);
        prop_assert_eq!(Shown::read(&back_source, &codes).bare(), of_source.bare());
        // And laid over itself it is the same, unless what stands in it by chance reads as a code.
        let again = Shown::read(&out.stretches(), &codes);
        if again.is_like(&out) {
            prop_assert_eq!(wording(&target, &out, &again, &source, &codes).content, target);
        }
    }

    #[test]
    fn a_word_more_at_the_end_leaves_the_rest_as_it_was(pieces in prop::collection::vec(0..PIECES.len(), 0..24)) {
        let typed: String = pieces.into_iter().map(|index| PIECES[index]).collect();
        let source = source("نص");
        let target = parse_marked(&typed, &source).0;
        let codes = known([&source, &target]);
        let out = Shown::of(&target, &codes);
        let mut more = out.stretches();
        prop_assume!(Shown::read(&more, &codes).is_like(&out));
        more.push(Stretch { text: " Xyzzy".into(), ..Stretch::default() });
        let new = wording(&target, &out, &Shown::read(&more, &codes), &source, &codes);
        prop_assert_eq!(new.content.text(), format!("{} Xyzzy", target.text()));
        prop_assert_eq!(new.content.codes(), target.codes());
    }
}
