//! Rows whose paragraph moved on, cells that were emptied or merged, a source that was changed: told, kept, and never overwritten.

use serde_json::{Value, json};

use super::document::{commented, decided};
use super::{comments, desk, operations, paragraph, sheet, taken};

#[test]
fn a_row_whose_paragraph_moved_on_overwrites_nothing() {
    let place = desk();
    let mut document = sheet(&place);
    document.row(5, |row| row.replace("A last paragraph.", "One last paragraph."));
    document.row(5, |row| commented(row, "It is the last."));
    document.row(1, |row| decided(row, "approve"));
    document.row(3, |row| row.replace(">Water<", ">The Water<"));
    place.run(&["set", "well:5", "Another paragraph."]).done();
    place.run(&["set", "well:1", "A Village Well"]).done();
    let (answer, code) = taken(&place, "basil", &document, &[]);
    assert_eq!(
        (code, &answer["rows"][4]["result"], &answer["rows"][0]["result"]),
        (4, &json!("stale"), &json!("stale"))
    );
    assert_eq!(answer["rows"][4]["hint"], "See what changed with: hunayn diff well:5");
    assert_eq!(paragraph(&place, 5)["target"], "Another paragraph.");
    assert_eq!(paragraph(&place, 1)["status"], "draft");
    // The other rows came in, and a comment overwrites nothing.
    assert_eq!(paragraph(&place, 3)["target"], "The Water");
    assert_eq!(comments(&place), ["It is the last."]);
    let kept = std::fs::read_to_string(place.folder().join(answer["kept"].as_str().unwrap())).unwrap();
    assert!(kept.contains("#: well:5 @1\nOne last paragraph.\n") && kept.contains("# approve"), "{kept}");
    // What somebody wrote here meanwhile in the very same words is no conflict.
    place.run(&["set", "well:5", "One last paragraph."]).done();
    let mut again = sheet(&place);
    again.row(5, |row| row.replace("One last", "The very last"));
    place.run(&["set", "well:5", "The very last paragraph."]).done();
    let (answer, code) = taken(&place, "basil", &again, &[]);
    assert_eq!((code, &answer["rows"][4]["result"]), (0, &json!("unchanged")), "{answer}");
}

#[test]
fn a_change_of_the_source_makes_a_row_stale_and_other_segments_do_not() {
    let place = desk();
    let mut document = sheet(&place);
    document.row(2, |row| row.replace("dug it.", "made it."));
    document.row(5, |row| row.replace("A last", "The last"));
    place.run(&["kind", "well:5", "credit"]).done();
    let corrected = super::ARTICLE.replace("ولا أحد يعرف", "ولا يعرف أحد");
    place.file("corrected.md", corrected);
    place.run(&["source", "update", "well", "corrected.md", "--yes"]).done();
    let (answer, code) = taken(&place, "basil", &document, &[]);
    assert_eq!(
        (code, &answer["rows"][1]["result"], &answer["rows"][4]["result"]),
        (4, &json!("stale"), &json!("applied"))
    );
    assert!(paragraph(&place, 2)["target"].as_str().unwrap().contains("dug it."));
    assert_eq!(paragraph(&place, 5)["target"], "The last paragraph.");
}

#[test]
fn a_paragraph_that_a_corrected_source_dropped_is_not_written() {
    let place = desk();
    let mut document = sheet(&place);
    document.row(5, |row| row.replace("A last", "The last"));
    place.file("corrected.md", super::ARTICLE.replace("فقرة أخيرة.\n\n", ""));
    place.run(&["source", "update", "well", "corrected.md", "--yes"]).done();
    let (answer, code) = taken(&place, "basil", &document, &[]);
    assert_eq!((code, &answer["rows"][4]["code"]), (4, &json!("removed")), "{answer}");
}

#[test]
fn an_emptied_cell_empties_nothing() {
    let place = desk();
    let mut document = sheet(&place);
    document.row(5, |row| row.replace("A last paragraph.", ""));
    let before = operations(&place);
    let (answer, code) = taken(&place, "basil", &document, &[]);
    assert_eq!((code, &answer["rows"][4]["code"], operations(&place)), (1, &json!("emptied"), before));
    assert!(answer["rows"][4]["hint"].as_str().unwrap().contains("hunayn set well:5 \"\""));
    assert_eq!(answer["kept"], Value::Null, "there is nothing to keep");
    assert_eq!(paragraph(&place, 5)["target"], "A last paragraph.");
}

#[test]
fn a_translation_can_be_written_where_there_was_none() {
    let place = desk();
    place.run(&["set", "well:5", ""]).done();
    let mut document = sheet(&place);
    document.row(5, |row| {
        let places: Vec<usize> = row.match_indices("</w:p></w:tc>").map(|(at, _)| at).collect();
        format!("{}<w:r><w:t>A new one.</w:t></w:r>{}", &row[..places[2]], &row[places[2]..])
    });
    assert_eq!(taken(&place, "basil", &document, &[]).1, 0);
    assert_eq!(paragraph(&place, 5)["target"], "A new one.");
}

#[test]
fn a_changed_source_is_told_and_not_taken() {
    let place = desk();
    let mut document = sheet(&place);
    document.row(5, |row| row.replace("فقرة أخيرة.", "فقرة أولى.").replace("A last", "A first"));
    let (answer, code) = taken(&place, "basil", &document, &[]);
    assert_eq!((code, &answer["rows"][4]["remarks"]), (0, &json!(["source-changed"])));
    let now = paragraph(&place, 5);
    assert_eq!((&now["source"], &now["target"]), (&json!("فقرة أخيرة."), &json!("A first paragraph.")));
}

#[test]
fn nothing_is_decided_on_a_row_whose_source_was_rewritten() {
    let place = desk();
    let mut document = sheet(&place);
    document.row(5, |row| decided(&row.replace("فقرة أخيرة.", "فقرة أولى."), "approve"));
    document.row(3, |row| decided(row, "approve"));
    let (answer, code) = taken(&place, "basil", &document, &[]);
    let row = &answer["rows"][4];
    assert_eq!((code, &row["code"], &row["remarks"]), (2, &json!("source-rewritten"), &json!(["source-changed"])));
    assert_eq!((&row["source"], &row["words"]), (&json!("فقرة أولى."), &json!(["approve"])));
    let kept = std::fs::read_to_string(place.folder().join(answer["kept"].as_str().unwrap())).unwrap();
    assert!(kept.contains("# فقرة أولى.\n# approve\n"), "{kept}");
    assert_eq!(
        (&paragraph(&place, 5)["status"], &paragraph(&place, 3)["status"]),
        (&json!("translated"), &json!("reviewed"))
    );
}

#[test]
fn a_source_that_stands_in_the_place_of_the_translation_is_not_taken_for_one() {
    let place = desk();
    let mut document = sheet(&place);
    // Exchanged, and copied over.
    document.row(5, |row| {
        row.replace("فقرة أخيرة.", "@").replace("A last paragraph.", "فقرة أخيرة.").replace('@', "A last paragraph.")
    });
    document.row(3, |row| row.replace(">Water<", ">الماء<"));
    let before = operations(&place);
    let (answer, code) = taken(&place, "basil", &document, &[]);
    assert_eq!((code, operations(&place)), (2, before), "{answer}");
    for row in [2, 4] {
        assert_eq!(answer["rows"][row]["code"], "source-as-target", "{answer}");
    }
    assert_eq!(paragraph(&place, 5)["target"], "A last paragraph.");
}

#[test]
fn merged_cells_are_told_with_what_stands_in_them() {
    let place = desk();
    let mut document = sheet(&place);
    document.row(5, |row| {
        let places: Vec<usize> = row.match_indices("</w:tcPr>").map(|(at, _)| at).collect();
        format!("{}<w:vMerge w:val=\"restart\"/>{}", &row[..places[2]], &row[places[2]..])
            .replace("A last paragraph.", "A last paragraph. The village ledger.")
    });
    let (answer, code) = taken(&place, "basil", &document, &[]);
    assert_eq!((code, &answer["rows"][4]["code"]), (2, &json!("row-merged")));
    assert_eq!(answer["rows"][4]["target"], "A last paragraph. The village ledger.");
    assert_eq!(paragraph(&place, 5)["target"], "A last paragraph.");
}

#[test]
fn what_stands_outside_of_the_table_is_told_and_kept() {
    let place = desk();
    let mut document = sheet(&place);
    document.body(|body| body.replacen("<w:sectPr>", "<w:p><w:r><w:t>Thank you all.</w:t></w:r></w:p><w:sectPr>", 1));
    let (answer, code) = taken(&place, "basil", &document, &[]);
    assert_eq!((code, &answer["outside"]), (0, &json!(["Thank you all."])));
    let kept = std::fs::read_to_string(place.folder().join(answer["kept"].as_str().unwrap())).unwrap();
    assert_eq!(kept, "Thank you all.\n\n");
    let told = place.run(&["review", "import", "well", "back.docx", "--dry-run"]).done();
    assert!(told.stdout.contains("Thank you all."), "{told:?}");
    assert_eq!(answer["rows"].as_array().unwrap().iter().filter(|row| row["result"] == "unchanged").count(), 6);
}
