//! What counts as published: files that are no drafts, not what goes to standard output; and how far it is behind.

use serde_json::{Value, json};

use crate::desk::Workplace;

const PARAGRAPHS: [&str; 4] =
    ["الفقرة الأولى هنا.", "وهذه هي الثانية منها.", "ثم تأتي بعدها الثالثة؟", "والرابعة خاتمة الكلام كله."];

fn place() -> Workplace {
    let place = Workplace::with_lines(&PARAGRAPHS);
    for paragraph in 1..=4 {
        place.run(&["set", &format!("a:{paragraph}"), &format!("Paragraph {paragraph}.")]).done();
        place.run(&["approve", &format!("a:{paragraph}")]).done();
    }
    place
}

fn published(place: &Workplace) -> Value {
    place.json(&["status", "a"])["articles"][0]["published"].clone()
}

fn went_out(place: &Workplace) -> usize {
    let log = place.json(&["log", "a:1"]);
    let events = log["paragraphs"][0]["events"].as_array().unwrap();
    let exports = events.iter().filter(|event| event["event"] == "export").count();
    assert_eq!(place.json(&["blame", "a:1"])["paragraphs"][0]["exports"].as_array().unwrap().len(), exports);
    exports
}

#[test]
fn neither_a_draft_nor_standard_output_is_a_publication() {
    let place = place();
    let before = place.json(&["op", "log"]);
    let text = place.run(&["export", "a", "--format", "md", "-o", "-"]).done();
    assert!(text.stdout.contains("Paragraph 1.") && text.stderr.is_empty(), "{}", text.stderr);
    assert_eq!(place.json(&["op", "log"]), before, "nothing is recorded");
    place.run(&["set", "a:1", "Unfinished."]).done();
    place.run(&["export", "a", "--format", "md", "--require", "none"]).done();
    assert_eq!((published(&place), went_out(&place)), (Value::Null, 0));
    assert_eq!(place.run(&["diff", "a:1", "--against", "published"]).code, 5);
    place.run(&["undo"]).done();
    assert_eq!(place.json(&["export", "a", "--format", "md"])["recorded"], true);
    assert_eq!(went_out(&place), 1);
    place.run(&["export", "a", "--format", "md", "-o", "-"]).done();
    assert_eq!((&published(&place)["path"], went_out(&place)), (&json!("./a.ar-en.md"), 1));
}

#[test]
fn a_table_for_other_programs_is_no_publication() {
    let place = place();
    for format in ["csv", "json", "tmx"] {
        assert_eq!(place.json(&["export", "a", "--format", format])["recorded"], true);
    }
    assert_eq!((published(&place), went_out(&place)), (Value::Null, 3));
    assert_eq!(place.run(&["diff", "a:1", "--against", "published"]).code, 5);
    place.run(&["export", "a", "--format", "txt", "-o", "out.txt"]).done();
    assert_eq!(published(&place)["path"], "out.txt");
    place.run(&["export", "a", "--format", "csv", "--force"]).done();
    assert_eq!(published(&place)["path"], "out.txt");
}

#[test]
fn a_moved_paragraph_is_an_edit_and_an_added_one_taken_back_is_too() {
    let place = place();
    place.run(&["export", "a", "--format", "md"]).done();
    let behind = || published(&place)["edits_behind"].as_u64().unwrap();
    assert_eq!(behind(), 0);
    let [first, second, third, fourth] = PARAGRAPHS;
    for (order, edits) in [
        (vec![fourth, first, second, third], 1),
        (vec![second, first, fourth, third], 2),
        (vec![first, second, third], 1),
        (vec![third, first, second, fourth, "فقرة خامسة لم تكن من قبل."], 2),
        (vec![first, second, third, fourth], 0),
    ] {
        let file = place.file("b.txt", order.join("\n\n"));
        place.run(&["source", "update", "a", file.to_str().unwrap(), "--yes"]).done();
        assert_eq!(behind(), edits, "{order:?}");
    }
    let file = place.file("b.txt", [first, second, third, fourth, "فقرة خامسة لم تكن من قبل."].join("\n\n"));
    place.run(&["source", "update", "a", file.to_str().unwrap(), "--yes"]).done();
    place.run(&["set", "a:5", "Paragraph 5."]).done();
    place.run(&["approve", "a:5"]).done();
    place.run(&["export", "a", "--format", "md", "--force"]).done();
    assert_eq!(behind(), 0);
    for _ in 0..3 {
        place.run(&["undo"]).done();
    }
    assert_eq!(behind(), 1, "what was published and is gone");
}

#[cfg(unix)]
#[test]
fn a_desk_that_can_only_be_read_still_exports() {
    let place = place();
    std::fs::create_dir(place.folder().join("out")).unwrap();
    let mode = std::os::unix::fs::PermissionsExt::from_mode(0o444);
    std::fs::set_permissions(place.path(), mode).unwrap();
    for arguments in [&["-o", "-"][..], &["-o", "out/a.txt"]] {
        let answer = place.run(&[&["export", "a", "--format", "txt"], arguments].concat()).done();
        let told = answer.stderr.contains("not recorded");
        assert_eq!(told, arguments[1] != "-", "{}", answer.stderr);
    }
    let written = std::fs::read_to_string(place.folder().join("out/a.txt")).unwrap();
    assert!(written.contains("Paragraph 4."));
    let report = place.json(&["export", "a", "--format", "md", "--layout", "target", "-o", "out/a.md"]);
    assert_eq!(
        (&report["applied"], &report["recorded"], &report["operation"]),
        (&json!(true), &json!(false), &Value::Null)
    );
    assert_eq!(place.run(&["set", "a:1", "x"]).code, 6);
    assert_eq!(published(&place), Value::Null);
}

#[test]
fn a_part_has_a_file_of_its_own_beside_that_of_the_whole() {
    let place = Workplace::with_lines(&["فقرة أولى.", "فقرة ثانية.", "فقرة ثالثة."]);
    for paragraph in 1..=3 {
        place.run(&["set", &format!("a:{paragraph}"), "A paragraph.", "--submit"]).done();
    }
    place.run(&["approve", "a", "--yes"]).done();
    for (address, layout, file) in [
        ("a", "target", "a.md"),
        ("a:2", "target", "a.2.md"),
        ("a:1-2", "target", "a.1-2.md"),
        ("a:1,3", "stacked", "a.1,3.ar-en.md"),
    ] {
        place.run(&["export", address, "--format", "md", "--layout", layout]).done();
        assert!(place.folder().join(file).exists(), "{file}");
    }
    place.run(&["set", "a:1", "Another paragraph."]).done();
    place.run(&["export", "a:1-2", "--format", "md", "--layout", "target", "--require", "none"]).done();
    assert!(place.folder().join("a.1-2.DRAFT.md").exists());
}

#[test]
fn a_file_is_not_written_in_another_format_than_its_name_says() {
    let place = Workplace::with_lines(&["فقرة أولى."]);
    place.run(&["set", "a:1", "A paragraph."]).done();
    let export = |file: &str| place.run(&["export", "a", "--format", "txt", "--require", "none", "-o", file]);
    let refused = export("a.docx");
    assert_eq!(refused.code, 2, "{}", refused.stdout);
    for part in ["a.docx", "format docx", "asked for is txt", "--format docx", ".txt"] {
        assert!(refused.stderr.contains(part), "{}", refused.stderr);
    }
    for file in ["a.text", "a.TXT", "a.out", "plain"] {
        export(file).done();
    }
}

#[cfg(unix)]
#[test]
fn an_export_goes_where_a_link_leads_and_replaces_nothing_but_plain_files() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let place = Workplace::with_lines(&["الأولى هنا."]);
    place.run(&["set", "a:1", "The first.", "--submit"]).done();
    place.run(&["approve", "a:1"]).done();
    let (kept, link, dangling) =
        (place.file("kept.md", "kept"), place.folder().join("l.md"), place.folder().join("d.md"));
    std::fs::set_permissions(&kept, std::fs::Permissions::from_mode(0o600)).unwrap();
    symlink(&kept, &link).unwrap();
    symlink(place.folder().join("nowhere.md"), &dangling).unwrap();
    let export = |name: &str| place.run(&["export", "a", "--format", "md", "-o", name, "--force", "--json"]);
    export("l.md").done();
    assert!(link.symlink_metadata().unwrap().is_symlink());
    assert!(std::fs::read_to_string(&kept).unwrap().contains("The first."));
    assert_eq!(kept.metadata().unwrap().permissions().mode() & 0o777, 0o600);
    let pipe = place.folder().join("p.md");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    std::fs::create_dir(place.folder().join("folder.md")).unwrap();
    for name in ["p.md", "d.md", "folder.md"] {
        let refused = export(name);
        assert_eq!((refused.code, refused.error()["code"].as_str()), (1, Some("no-plain-file")), "{name}");
    }
    assert!(!pipe.metadata().unwrap().is_file() && !dangling.exists());
}
