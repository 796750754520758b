//! Review sheets before the reader: those that this program writes, and what Word and people make of them.

use proptest::prelude::*;

use super::fixture::{Fixture, p, r};
use super::read_sheet;
use crate::formats::docx::sheet::bookmark;
use crate::formats::write_sheet;
use crate::model::{
    Address, ArticleId, Flattening, Look, OperationMark, OperationSeq, ParagraphId, ParagraphKind, ReturnedRow,
    ReturnedSheet, RowFault, RowMark, Sheet, SheetComment, SheetRow, SheetWords, Status, Stretch, plain,
};

fn words() -> SheetWords {
    let names = |count: usize| (0..count).map(|index| format!("name {index}")).collect();
    SheetWords {
        language: "ar".parse().unwrap(),
        columns: names(5),
        choose: "اختر…".into(),
        approve: "اعتماد".into(),
        request: "طلب تعديل".into(),
        approved: Vec::new(),
        rejected: Vec::new(),
        reasons: names(9),
        statuses: names(6),
        stale: "متقادمة".into(),
        kinds: names(ParagraphKind::ALL.len()),
        guide: Vec::new(),
    }
}

fn mark(number: u32) -> RowMark {
    let paragraph: ParagraphId = format!("0190a5b0-1111-7222-8333-{number:012x}").parse().unwrap();
    RowMark { paragraph, revision: number + 2, imprint: u64::from(number) }
}

fn operation() -> OperationMark {
    OperationMark { number: OperationSeq(12), imprint: 0x00a1_b2c3 }
}

fn article() -> ArticleId {
    "0190a5b0-1111-7222-8333-0123456789ab".parse().unwrap()
}

fn sheet(texts: &[(Vec<Stretch>, Vec<Stretch>)]) -> Sheet {
    let rows = texts.iter().zip(1..).map(|((source, target), number)| SheetRow {
        mark: mark(number),
        number,
        kind: ParagraphKind::Body,
        status: Status::Translated,
        stale: number == 2,
        source: source.clone(),
        target: target.clone(),
        comments: vec![SheetComment {
            author: "salma <x>".into(),
            at: None,
            text: format!("One\nTwo {number}"),
            anchor: String::new(),
        }],
    });
    Sheet {
        article: article(),
        operation: operation(),
        part: "well:1-2".parse::<Address>().unwrap(),
        lines: vec!["بئر القرية".into(), "well @12".into()],
        title: "بئر القرية".into(),
        source_language: "ar".parse().unwrap(),
        target_language: "en".parse().unwrap(),
        rows: rows.collect(),
    }
}

fn returned(sheet: &Sheet) -> ReturnedSheet {
    let mut bytes = Vec::new();
    write_sheet(sheet, &words(), &mut bytes).unwrap();
    read_sheet(&bytes).unwrap()
}

fn text(text: &str) -> Vec<Stretch> {
    vec![Stretch { text: text.to_owned(), look: Look::default() }]
}

#[test]
fn a_sheet_comes_back_with_all_that_it_is_known_by() {
    let out = sheet(&[(text("قالت BBC في ٢٠٢٣"), text("The BBC said عدل")), (text("نص"), Vec::new())]);
    let back = returned(&out);
    assert_eq!((back.article, back.operation, back.part), (Some(article()), Some(operation()), Some(out.part.clone())));
    assert_eq!(back.lines, ["بئر القرية", "well @12"]);
    assert_eq!(back.comments, []);
    for (row, sent) in back.rows.iter().zip(&out.rows) {
        assert_eq!((&row.marks[..], &row.source, &row.target), (&[sent.mark][..], &sent.source, &sent.target));
        assert_eq!((row.decision.as_str(), row.comment.as_str(), row.fault), ("", "", None));
        assert_eq!(row.number.lines().next(), Some(sent.number.to_string().as_str()));
        assert_eq!(row.comments, sent.comments);
    }
    assert_eq!(back.rows.len(), 2);
}

/// A row with a mark and these cells after the number.
fn row(number: u32, cells: &[&str]) -> String {
    let name = bookmark(mark(number));
    let cell = |inside: &str| format!("<w:tc>{inside}</w:tc>");
    let first =
        format!("<w:p><w:bookmarkStart w:id=\"{number}\" w:name=\"{name}\"/>{}</w:p>", r("", &number.to_string()));
    format!("<w:tr>{}{}</w:tr>", cell(&first), cells.iter().map(|inside| cell(inside)).collect::<String>())
}

fn rows(body: &str) -> Vec<ReturnedRow> {
    read_sheet(&Fixture::new(&format!("<w:tbl>{body}</w:tbl>")).bytes()).unwrap().rows
}

fn target(paragraphs: &str) -> ReturnedRow {
    rows(&row(1, &[&p("نص"), paragraphs, &p(""), &p("")])).remove(0)
}

#[test]
fn tracked_changes_are_taken_and_their_authors_told() {
    let by = |element: &str, author: &str, inside: &str| {
        format!("<w:{element} w:author=\"{author}\">{inside}</w:{element}>")
    };
    let deleted = "<w:r><w:delText>old</w:delText></w:r>";
    let changed = format!(
        "<w:p>{}{}{}{}</w:p>",
        r("", "The "),
        by("del", "Layla", deleted),
        by("ins", "Layla", &r("", "new")),
        by("ins", "عمر", &r("<w:i/>", " word"))
    );
    let row = target(&changed);
    assert_eq!(plain(&row.target), "The new word");
    assert_eq!(row.authors, ["Layla", "عمر"]);
    assert!(row.target[1].look.emphasis && row.told.is_empty());
    let joined = format!("<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{}</w:p>{}", r("", "One "), p("two"));
    assert_eq!(plain(&target(&joined).target), "One two");
}

#[test]
fn paragraphs_of_a_cell_are_lines_and_empty_ones_at_its_ends_nothing() {
    let of = |paragraphs: &[&str]| plain(&target(&paragraphs.iter().map(|text| p(text)).collect::<String>()).target);
    assert_eq!(of(&["", "One", "", "two", ""]), "One\n\ntwo");
    assert_eq!(of(&["", ""]), "");
    assert_eq!(of(&[" One  two "]), " One  two ");
}

#[test]
fn what_is_no_text_in_a_cell_is_told() {
    let drawing = "<w:r><w:drawing><a:blip/></w:drawing></w:r>";
    let row = target(&format!("<w:p>{}{drawing}{}</w:p>", r("", "a"), r("<w:vanish/>", "b")));
    assert_eq!(plain(&row.target), "a");
    assert!(row.told.contains(&Flattening::Picture) && row.told.contains(&Flattening::Hidden), "{:?}", row.told);
    let numbered = "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>a</w:t></w:r></w:p>";
    assert_eq!(target(numbered).told, [Flattening::Numbering]);
    let nested = format!("<w:tbl><w:tr><w:tc>{}</w:tc></w:tr></w:tbl>{}", p("in"), p("out"));
    let row = target(&nested);
    assert_eq!((plain(&row.target).as_str(), row.fault), ("in\nout", None));
}

#[test]
fn a_note_that_a_reviewer_makes_is_a_comment() {
    let body =
        row(1, &[&p("نص"), "<w:p><w:r><w:t>a</w:t><w:footnoteReference w:id=\"2\"/></w:r></w:p>", &p(""), &p("")]);
    let note = "<w:footnote w:id=\"2\"><w:p><w:r><w:t>See p. 7</w:t></w:r></w:p></w:footnote>";
    let fixture = Fixture::new(&format!("<w:tbl>{body}</w:tbl>")).part("footnotes", "footnotes", note);
    let row = read_sheet(&fixture.bytes()).unwrap().rows.remove(0);
    assert_eq!((plain(&row.target).as_str(), row.comments[0].text.as_str()), ("a", "See p. 7"));
}

#[test]
fn comments_are_read_with_their_authors_wherever_they_are_fixed() {
    let reference = |id: u32| format!("<w:p><w:r><w:t>x</w:t><w:commentReference w:id=\"{id}\"/></w:r></w:p>");
    let body = row(1, &[&reference(1), &reference(0), &p(""), &p("")]);
    let comment = |id: u32, author: &str, text: &str| {
        format!("<w:comment w:id=\"{id}\" w:author=\"{author}\">{}{}</w:comment>", p(text), p("more"))
    };
    let part =
        [comment(0, "Layla", "one"), comment(1, "عمر", "اثنان"), comment(2, "x", "stray"), comment(3, "y", "loose")]
            .concat();
    let whole = format!("{}<w:tbl>{body}</w:tbl>", reference(2));
    let back = read_sheet(&Fixture::new(&whole).part("comments", "comments", &part).bytes()).unwrap();
    let shown = |comments: &[SheetComment]| -> Vec<String> {
        comments.iter().map(|comment| format!("{}: {}", comment.author, comment.text)).collect()
    };
    assert_eq!(shown(&back.rows[0].comments), ["عمر: اثنان\nmore", "Layla: one\nmore"]);
    assert_eq!(shown(&back.comments), ["x: stray\nmore", "y: loose\nmore"]);
    assert_eq!(back.lines, ["x"]);
}

#[test]
fn the_words_that_a_comment_is_fixed_to_are_known_where_they_are_not_all() {
    let start = |id: u32| format!("<w:commentRangeStart w:id=\"{id}\"/>");
    let end = |id: u32| format!("<w:commentRangeEnd w:id=\"{id}\"/><w:r><w:commentReference w:id=\"{id}\"/></w:r>");
    let cell = format!(
        "<w:p>{}{}{}{}{}</w:p><w:p>{}{}{}</w:p>",
        start(0),
        r("", "One two "),
        start(1),
        r("", "three"),
        start(2),
        r("", "four"),
        end(1),
        end(0)
    ) + &format!("<w:p>{}{}</w:p>", r("", &"word ".repeat(20)), end(2));
    let cell = cell.replacen(&end(0), "", 1).replacen(&end(2), &format!("{}{}", end(2), end(0)), 1);
    let body = row(1, &[&p("نص"), &cell, &p(""), &p("")]);
    let part: String =
        (0..3).map(|id| format!("<w:comment w:id=\"{id}\">{}</w:comment>", p(&id.to_string()))).collect();
    let fixture = Fixture::new(&format!("<w:tbl>{body}</w:tbl>")).part("comments", "comments", &part);
    let row = read_sheet(&fixture.bytes()).unwrap().rows.remove(0);
    let said: Vec<String> = row.comments.iter().map(SheetComment::words).collect();
    assert_eq!(said[0], "“three four”: 1");
    assert_eq!((said[2].as_str(), said.len()), ("0", 3));
    assert!(said[1].starts_with("“four word word") && said[1].ends_with(" word…”: 2"), "{said:?}");
}

#[test]
fn rows_that_are_deleted_are_gone_and_added_ones_have_no_mark() {
    let deleted = row(1, &[&p("نص"), &p("a"), &p(""), &p("")]).replacen("<w:tr>", "<w:tr><w:trPr><w:del/></w:trPr>", 1);
    let own = format!("<w:tr>{}</w:tr>", format!("<w:tc>{}</w:tc>", p("z")).repeat(5));
    let rows = rows(&format!("{deleted}{own}{}", row(2, &[&p("نص"), &p("b"), &p("ok"), &p("c")])));
    let shown: Vec<(usize, String)> = rows.iter().map(|row| (row.marks.len(), plain(&row.target))).collect();
    assert_eq!(shown, [(0, "z".to_owned()), (1, "b".to_owned())]);
    assert_eq!((rows[1].decision.as_str(), rows[1].comment.as_str()), ("ok", "c"));
}

#[test]
fn merged_cells_are_seen_where_they_hide_whose_text_it_is() {
    let merge = |properties: &str, text: &str| format!("<w:tcPr>{properties}</w:tcPr>{}", p(text));
    let fault = |cells: &[&str]| rows(&row(1, cells)).remove(0).fault;
    let (down, wide) = ("<w:vMerge w:val=\"restart\"/>", "<w:gridSpan w:val=\"2\"/>");
    assert_eq!(fault(&[&p("نص"), &merge(down, "a b"), &p(""), &p("")]), Some(RowFault::Merged));
    assert_eq!(fault(&[&p("نص"), &merge("<w:vMerge/>", ""), &p(""), &p("")]), Some(RowFault::Merged));
    assert_eq!(fault(&[&p("نص"), &merge(wide, "a"), &p("")]), Some(RowFault::Merged));
    assert_eq!(fault(&[&p("نص"), &p("a"), &merge(wide, "")]), None);
    assert_eq!(fault(&[&p("نص"), &p("a"), &merge(wide, "approve")]), Some(RowFault::Merged));
    assert_eq!(fault(&[&p("نص"), &p("a"), &p(""), &merge(down, "for all")]), None);
    assert_eq!(fault(&[&merge(wide, "نص"), &p(""), &p("")]), Some(RowFault::Columns));
    assert_eq!(fault(&[&p("نص"), &p("a"), &p(""), &p(""), &p("")]), Some(RowFault::Columns));
    assert_eq!(fault(&[&merge("<w:gridSpan w:val=\"99999999999\"/>", "a")]), Some(RowFault::Columns));
}

#[test]
fn a_column_that_was_put_between_holds_comments() {
    let head = |name: &str| {
        format!("<w:tc><w:p><w:bookmarkStart w:id=\"9\" w:name=\"_hcolumn_{name}\"/>{}</w:p></w:tc>", r("", name))
    };
    let names = ["number", "source", "target", "note", "decision", "comment"];
    let heads: String = names.iter().map(|name| head(name)).collect();
    let body = format!("<w:tr>{heads}</w:tr>{}", row(1, &[&p("نص"), &p("a"), &p("mine"), &p("approve"), &p("theirs")]));
    let row = rows(&body).remove(0);
    assert_eq!(
        (plain(&row.target).as_str(), row.decision.as_str(), row.comment.as_str()),
        ("a", "approve", "theirs\nmine")
    );
    assert_eq!(row.fault, None);
}

#[test]
fn what_a_control_shows_until_something_is_chosen_is_nothing() {
    let control = |properties: &str| {
        let content = format!("<w:sdtContent>{}</w:sdtContent>", r("", "choose…"));
        format!("<w:p><w:sdt><w:sdtPr>{properties}</w:sdtPr>{content}</w:sdt></w:p>")
    };
    let decision = |cell: &str| rows(&row(1, &[&p("نص"), &p("a"), cell, &p("")])).remove(0).decision;
    assert_eq!(decision(&control("<w:showingPlcHdr/>")), "");
    assert_eq!(decision(&control("")), "choose…");
    // A control around a whole cell leaves the cell where it is.
    let cell = format!("<w:tc>{}</w:tc>", p("choose…"));
    let around = format!("<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{cell}</w:sdtContent></w:sdt>");
    let body = row(1, &[&p("نص"), &p("a"), &p("x"), &p("c")]).replace(&format!("<w:tc>{}</w:tc>", p("x")), &around);
    let row = rows(&body).remove(0);
    assert_eq!((row.fault, row.decision.as_str(), row.comment.as_str()), (None, "choose…", "c"));
}

prop_compose! {
    fn stretch()(
        text in "[a-c أ-ج\u{64e}.،0-9٠-٩\t\n \u{a0}\u{ad}\u{200d}\u{200f}\u{202e}\u{2028}\u{85}\u{feff}😀&<>\"'{}/\\\\]{1,8}",
        bits in any::<u8>(), link in any::<bool>(),
    ) -> Stretch {
        let bit = |place: u8| bits & (1 << place) != 0;
        let href = (link && !bit(7)).then(|| "https://example.org/?a=1&b='2'".to_owned());
        let look = Look {
            emphasis: bit(0), strong: bit(1), underline: bit(2) && href.is_none(), strike: bit(3), highlight: bit(4),
            superscript: bit(5), subscript: bit(6) && !bit(5), code: bit(7), href,
        };
        Stretch { text, look }
    }
}

/// Neighbours of one look as one, and new lines without a look.
fn merged(stretches: &[Stretch]) -> Vec<(char, Look)> {
    let look = |stretch: &Stretch, c: char| if c == '\n' { Look::default() } else { stretch.look.clone() };
    stretches.iter().flat_map(|stretch| stretch.text.chars().map(move |c| (c, look(stretch, c)))).collect()
}

proptest! {
    #[test]
    fn every_text_and_look_comes_back_in_either_direction(
        source in prop::collection::vec(stretch(), 0..6), target in prop::collection::vec(stretch(), 0..6), turned: bool,
    ) {
        let mut out = sheet(&[(source.clone(), target.clone())]);
        if turned {
            std::mem::swap(&mut out.source_language, &mut out.target_language);
        }
        let back = returned(&out).rows.remove(0);
        prop_assert_eq!(merged(&back.target), merged(&target));
        prop_assert_eq!(merged(&back.source), merged(&source));
    }

    #[test]
    fn no_table_makes_it_panic(pieces in prop::collection::vec(0..26_usize, 0..60)) {
        const PIECES: &[&str] = &[
            "<w:tbl>", "</w:tbl>", "<w:tr>", "</w:tr>", "<w:tc>", "</w:tc>", "<w:p>", "</w:p>", "<w:r><w:t>a</w:t></w:r>", "<w:sdt>", "</w:sdt>",
            "<w:sdtPr><w:tag w:val=\"hunayn-column-target\"/></w:sdtPr>", "<w:sdtPr><w:showingPlcHdr/></w:sdtPr>", "<w:sdtContent>",
            "</w:sdtContent>", "<w:trPr><w:gridBefore w:val=\"7\"/></w:trPr>", "<w:tcPr><w:gridSpan w:val=\"3\"/><w:vMerge/></w:tcPr>",
            "<w:bookmarkStart w:id=\"1\" w:name=\"_h03c2u887txidgf3szb5xk7bwh_3_0000001\"/>", "<w:ins w:author=\"x\">", "</w:ins>",
            "<w:commentReference w:id=\"0\"/>", "<w:trPr><w:tblHeader/></w:trPr>", "<w:comment w:id=\"0\">", "</w:comment>",
            "<w:footnoteReference w:id=\"1\"/>", "<w:trPr><w:del/></w:trPr>",
        ];
        let (mut open, mut body): (Vec<&str>, String) = (Vec::new(), String::new());
        for piece in pieces.into_iter().map(|index| PIECES[index]) {
            let name = piece.trim_matches(['<', '>', '/']).split(' ').next().unwrap();
            if piece.starts_with("</") {
                if open.last() != Some(&name) { continue }
                open.pop();
            } else if PIECES.iter().any(|other| other.strip_prefix("</").is_some_and(|other| other.trim_end_matches('>') == name)) {
                open.push(name);
            }
            body.push_str(piece);
        }
        open.into_iter().rev().for_each(|name| body.push_str(&format!("</{name}>")));
        let shown = body.matches("<w:t>a</w:t>").count();
        let back = read_sheet(&Fixture::new(&body).bytes()).unwrap();
        prop_assert!(back.rows.len() <= body.matches("<w:tr>").count());
        let count = |text: &str| text.matches('a').count();
        let of_rows: usize = back.rows.iter().map(|row| count(&plain(&row.target)) + count(&plain(&row.source)) + count(&row.number) + count(&row.decision) + count(&row.comment)).sum();
        prop_assert!(of_rows + back.lines.iter().map(|line| count(line)).sum::<usize>() <= shown);
    }
}
