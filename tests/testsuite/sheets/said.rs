//! What reviewers say beside the text: in comments of Word, in the column of comments, in the head of the table.

use serde_json::{Value, json};

use super::document::{commented, unmarked};
use super::{Document, comments, desk, operations, paragraph, sheet, taken};
use crate::desk::Workplace;

/// A desk with a comment on its second paragraph, so that tables have comments.
fn commented_desk() -> Workplace {
    let place = desk();
    place.run(&["comment", "well:2", "-m", "Which sheikh?"]).done();
    place
}

fn kept(place: &Workplace, answer: &Value) -> String {
    std::fs::read_to_string(place.folder().join(answer["kept"].as_str().unwrap())).unwrap()
}

#[test]
fn what_is_said_in_the_head_is_told_and_kept() {
    let place = commented_desk();
    let mut document = sheet(&place);
    document.comment(0, 77, "Layla", "British spelling throughout, please.");
    document.rows(|rows| rows[0] = rows[0].replace(">English<", ">English (UK)<"));
    let (answer, code) = taken(&place, "basil", &document, &[]);
    assert_eq!(code, 0, "{answer}");
    assert_eq!(answer["outside"], json!(["English (UK)", "Layla: British spelling throughout, please."]));
    assert!(kept(&place, &answer).contains("Layla: British spelling throughout, please."));
    let told = place.run(&["review", "import", "well", "back.docx", "--dry-run"]).done().stdout;
    assert!(told.contains("British spelling"), "{told}");
}

#[test]
fn a_row_that_is_repeated_on_every_page_is_a_row_all_the_same() {
    let place = desk();
    let repeated = |row: &str| row.replacen("<w:cantSplit/>", "<w:cantSplit/><w:tblHeader/>", 1);
    let mut document = sheet(&place);
    document.row(5, |row| repeated(&unmarked(&row.replace("A last", "The last"))));
    document.rows(|rows| {
        let mine = "<w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc><w:p><w:r><w:t>Mine</w:t></w:r></w:p></w:tc></w:tr>";
        rows.push(mine.to_owned());
    });
    let (answer, code) = taken(&place, "basil", &document, &[]);
    assert_eq!((code, &answer["rows"][4]["remarks"]), (2, &json!(["number"])), "{answer}");
    assert_eq!(paragraph(&place, 5)["target"], "The last paragraph.");
    assert_eq!((&answer["rows"][6]["code"], &answer["rows"][6]["words"]), (&json!("unknown-row"), &json!(["Mine"])));
}

#[test]
fn what_was_said_before_and_resolved_may_be_said_again() {
    let place = commented_desk();
    let mut document = sheet(&place);
    document.row(5, |row| commented(row, "Please fix."));
    document.comment(5, 77, "Layla", "Last of what?");
    assert_eq!(taken(&place, "basil", &document, &[]).1, 0);
    for number in place.json(&["comments", "well"])["comments"].as_array().unwrap().clone() {
        place.run(&["resolve", &number["number"].to_string()]).done();
    }
    // The same file again changes nothing still.
    let before = operations(&place);
    let (again, code) = taken(&place, "basil", &document, &[]);
    assert_eq!((code, &again["applied"], operations(&place)), (0, &json!(false), before), "{again}");
    place.run(&["comment", "well:1", "-m", "Another."]).done();
    let mut document = sheet(&place);
    document.row(5, |row| commented(row, "Please fix."));
    document.comment(5, 78, "Layla", "Last of what?");
    assert_eq!(taken(&place, "basil", &document, &[]).1, 0);
    let all =
        ["Which sheikh?", "Layla: Last of what?", "Please fix.", "Another.", "Layla: Last of what?", "Please fix."];
    assert_eq!(comments(&place), all);
    assert_eq!(taken(&place, "basil", &document, &[]).0["applied"], false);
}

#[test]
fn what_is_said_twice_comes_in_twice_and_by_each() {
    let place = commented_desk();
    place.run(&["comment", "well:5", "-m", "typo"]).done();
    let mut document = sheet(&place);
    document.comment(5, 77, "Layla", "typo");
    document.comment(5, 78, "Layla", "typo");
    document.comment(5, 79, "basil", "typo");
    let (answer, code) = taken(&place, "basil", &document, &[]);
    assert_eq!(code, 0, "{answer}");
    assert_eq!(comments(&place), ["Which sheikh?", "typo", "Layla: typo", "Layla: typo", "typo"]);
    assert_eq!(taken(&place, "basil", &document, &[]).0["applied"], false);
    // By somebody else too it is the same.
    let (again, _) = taken(&place, "amal", &document, &[]);
    assert_eq!(again["applied"], false, "{again}");
    let document = sheet(&place);
    assert_eq!(taken(&place, "basil", &document, &[]).0["applied"], false);
}

/// A comment on some words of the target of a row.
fn anchor(document: &mut Document, number: usize, id: u32, words: &str) {
    document.comment(number, id, "Layla", "typo");
    document.row(number, |row| {
        let run = "<w:r><w:t xml:space=\"preserve\">";
        let start = format!("</w:t></w:r><w:commentRangeStart w:id=\"{id}\"/>{run}{words}</w:t></w:r>");
        let close = format!("{start}<w:commentRangeEnd w:id=\"{id}\"/>{run}");
        row.replacen(words, &close, 1)
    });
}

#[test]
fn a_comment_says_the_words_that_it_is_fixed_to() {
    let place = commented_desk();
    let mut document = sheet(&place);
    anchor(&mut document, 5, 77, "last");
    let (answer, code) = taken(&place, "basil", &document, &[]);
    assert_eq!(code, 0, "{answer}");
    assert_eq!(comments(&place), ["Which sheikh?", "Layla: “last”: typo"]);
    assert_eq!(taken(&place, "basil", &document, &[]).0["applied"], false);
    // It goes out as it came in, and is the same when its text became longer around it.
    let mut document = sheet(&place);
    document.row(5, |row| {
        row.replacen("<w:commentReference", "<w:t xml:space=\"preserve\"> More.</w:t></w:r><w:r><w:commentReference", 1)
    });
    assert_eq!(taken(&place, "amal", &document, &[]).1, 0);
    assert_eq!(paragraph(&place, 5)["target"], "A last paragraph. More.");
    assert_eq!(comments(&place), ["Which sheikh?", "Layla: “last”: typo"]);
    let document = sheet(&place);
    assert_eq!(taken(&place, "amal", &document, &[]).0["applied"], false);
    // One on the whole text says nothing of it.
    let mut document = sheet(&place);
    document.comment(1, 80, "Layla", "typo");
    document.row(1, |row| {
        row.replacen(
            "<w:r><w:commentReference w:id=\"80\"/>",
            "<w:commentRangeEnd w:id=\"80\"/><w:r><w:commentReference w:id=\"80\"/>",
            1,
        )
        .replacen(
            "The Village Well",
            "</w:t></w:r><w:commentRangeStart w:id=\"80\"/><w:r><w:t>The Village Well",
            1,
        )
    });
    assert_eq!(taken(&place, "basil", &document, &[]).1, 0);
    assert_eq!(comments(&place).last().unwrap(), "Layla: typo");
}
