//! Rows that were deleted, added, copied, put elsewhere, or that lost what they are known by.

use serde_json::{Value, json};

use super::document::unmarked;
use super::{desk, operations, paragraph, sheet, taken};

#[test]
fn rows_may_stand_in_any_order_and_deleted_ones_are_told() {
    let place = desk();
    let mut document = sheet(&place);
    document.row(5, |row| row.replace("A last", "The last"));
    document.rows(|rows| {
        rows[1..].reverse();
        rows.remove(3);
    });
    let (answer, code) = taken(&place, "basil", &document, &[]);
    assert_eq!((code, &answer["missing"]), (0, &json!(["well:4"])));
    assert_eq!(paragraph(&place, 5)["target"], "The last paragraph.");
    assert_eq!(paragraph(&place, 4)["target"], "With a link.");
    let addresses: Vec<&Value> = answer["rows"].as_array().unwrap().iter().map(|row| &row["address"]).collect();
    assert_eq!(addresses, [&json!("well:6"), &json!("well:5"), &json!("well:3"), &json!("well:2"), &json!("well:1")]);
}

#[test]
fn of_a_part_only_its_own_rows_can_be_missing() {
    let place = desk();
    place.run(&["review", "export", "well:2-3", "-o", "out.docx"]).done();
    let mut document = super::Document::read(&place.folder().join("out.docx"));
    document.rows(|rows| drop(rows.remove(1)));
    assert_eq!(taken(&place, "basil", &document, &[]).0["missing"], json!(["well:2"]));
}

#[test]
fn an_added_row_is_told_with_its_words_and_an_empty_one_is_nothing() {
    let place = desk();
    let mut document = sheet(&place);
    let cell = |text: &str| format!("<w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>");
    document.rows(|rows| {
        rows.push(format!("<w:tr>{}</w:tr>", ["", "", "A paragraph of mine.", "", "Please add."].map(cell).concat()));
        rows.insert(2, format!("<w:tr>{}</w:tr>", ["", "", "", "", ""].map(cell).concat()));
    });
    let before = operations(&place);
    let (answer, code) = taken(&place, "basil", &document, &[]);
    let row = answer["rows"].as_array().unwrap().last().unwrap();
    assert_eq!(
        (code, &row["code"], &row["target"], operations(&place)),
        (2, &json!("unknown-row"), &json!("A paragraph of mine."), before)
    );
    assert_eq!(answer["rows"].as_array().unwrap().len(), 7);
    let kept = std::fs::read_to_string(place.folder().join(answer["kept"].as_str().unwrap())).unwrap();
    assert!(kept.contains("A paragraph of mine.\n# Please add."), "{kept}");
}

#[test]
fn a_heading_put_between_the_rows_is_told_whole() {
    let place = desk();
    let mut document = sheet(&place);
    let heading =
        "<w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"5\"/></w:tcPr><w:p><w:r><w:t>Part two</w:t></w:r></w:p></w:tc></w:tr>";
    document.rows(|rows| rows.insert(3, heading.to_owned()));
    let (answer, code) = taken(&place, "basil", &document, &[]);
    assert_eq!((code, &answer["rows"][2]["words"]), (2, &json!(["Part two"])), "{answer}");
    let shown = place.run(&["review", "import", "well", "back.docx", "--dry-run"]).stdout;
    assert!(shown.contains("Part two"), "{shown}");
}

#[test]
fn of_two_rows_of_one_paragraph_none_is_guessed() {
    let place = desk();
    let mut document = sheet(&place);
    document.rows(|rows| {
        let copy = rows[5].replace("A last", "The last");
        rows.push(copy);
        let twin = rows[1].clone();
        rows.push(twin);
    });
    let (answer, code) = taken(&place, "basil", &document, &[]);
    assert_eq!(code, 2);
    let twice = answer["rows"].as_array().unwrap().iter().filter(|row| row["code"] == "row-twice");
    let texts: Vec<&str> = twice.map(|row| row["target"].as_str().unwrap()).collect();
    assert_eq!(texts, ["A last paragraph.", "The last paragraph."]);
    assert_eq!(paragraph(&place, 5)["target"], "A last paragraph.");
}

#[test]
fn without_their_marks_rows_are_known_by_number_and_source_together() {
    let place = desk();
    let mut document = sheet(&place);
    document.row(5, |row| unmarked(&row.replace("A last", "The last")));
    document.row(4, |row| unmarked(&row.replace("With", "And with").replace("وفيه", "وفيها")));
    let (answer, code) = taken(&place, "basil", &document, &[]);
    assert_eq!((code, &answer["rows"][4]["remarks"]), (2, &json!(["number"])), "{answer}");
    assert_eq!((&answer["rows"][3]["code"], &answer["missing"]), (&json!("unknown-row"), &json!(["well:4"])));
    assert_eq!(paragraph(&place, 5)["target"], "The last paragraph.");
    assert_eq!(paragraph(&place, 4)["target"], "With a link.");
    // They too are stale when their paragraph moved on.
    let mut document = sheet(&place);
    document.row(5, |row| unmarked(&row.replace("The last", "One last")));
    place.run(&["set", "well:5", "Another."]).done();
    assert_eq!(taken(&place, "basil", &document, &[]).1, 4);
    assert_eq!(paragraph(&place, 5)["target"], "Another.");
}

#[test]
fn a_table_in_a_document_of_its_own_is_known_by_the_line_above_it() {
    let place = desk();
    let mut document = sheet(&place);
    document.rows(|rows| rows.iter_mut().for_each(|row| *row = unmarked(row)));
    document.row(5, |row| row.replace("A last", "The last"));
    for part in ["docProps/custom.xml", "word/settings.xml"] {
        let text = document.part(part);
        *text = text.replace("Hunayn", "Other");
    }
    let (answer, code) = taken(&place, "basil", &document, &["--dry-run"]);
    assert_eq!((code, &answer["rows"][4]["remarks"]), (0, &json!(["number"])), "{answer}");
    document.body(|body| body.replace("well @", "well "));
    assert_eq!(taken(&place, "basil", &document, &[]).1, 2);
    assert_eq!(paragraph(&place, 5)["target"], "A last paragraph.");
}

#[test]
fn a_table_that_lost_its_content_controls_is_the_same() {
    let place = desk();
    let mut document = sheet(&place);
    document.row(5, |row| row.replace("A last", "The last"));
    let controls = regex::Regex::new(r"<w:sdtPr>.*?</w:sdtPr>|</?w:sdt>|</?w:sdtContent>").unwrap();
    document.body(|body| controls.replace_all(body, "").into_owned());
    let (answer, code) = taken(&place, "basil", &document, &[]);
    assert_eq!(
        (code, &answer["rows"][4]["result"], answer["rows"][4].get("remarks")),
        (0, &json!("applied"), None),
        "{answer}"
    );
    assert!(answer["rows"].as_array().unwrap().iter().take(4).all(|row| row["result"] == "unchanged"));
}
