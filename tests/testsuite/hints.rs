//! Hints are commands that can be given as they are printed.

use crate::desk::Workplace;

const SOURCE: &str = "افتتح الوزير المدرسة الجديدة في المدينة صباح أمس.\n\nحضر الحفل عدد كبير من أهالي الطلاب والمعلمين.\n\n\
                      وتضم المدرسة عشرين قاعة ومكتبة كبيرة.\n";
const TARGET: &str = "The minister opened the new school in the city yesterday morning.\n\n\
                      The school has twenty halls and a large library.\n";

/// The command that a hint ends with, as words.
#[track_caller]
fn command<'a>(text: &'a str, begin: &str) -> Vec<&'a str> {
    let at = text.find(begin).unwrap_or_else(|| panic!("no “{begin}” in: {text}"));
    let line = text[at..].lines().next().unwrap();
    line.split_whitespace().skip(1).collect()
}

#[test]
fn an_import_with_gaps_names_what_to_look_at_and_what_to_leave_out() {
    let place = Workplace::new();
    place.file("s.txt", SOURCE);
    place.file("t.txt", TARGET);
    let told = place.run(&["import", "s.txt", "--translation", "t.txt", "--slug", "a"]).done().stderr;
    assert!(told.contains("Look with: hunayn align a."), "{told}");
    let words = command(&told, "hunayn exclude");
    place.run(&words).done();
    assert!(place.run(&["show", "a"]).done().stdout.contains("left out"), "{told}");
}

#[test]
fn a_guessed_kind_is_corrected_at_an_address() {
    let place = Workplace::new();
    place.file("s.txt", "عنوان قصير\n\nفقرة طويلة فيها كلام كثير عن أشياء كثيرة لا تنتهي، وتتابع الحديث عنها.\n\nقصير\n");
    let told = place.run(&["import", "s.txt", "--slug", "a"]).done().stderr;
    let words = command(&told, "hunayn kind");
    assert!(words[1].starts_with("a:") && words[2] == "KIND", "{told}");
}

#[test]
fn deleted_paragraphs_are_pointed_to_once_with_their_article() {
    let place = Workplace::with_lines(&["فقرة أولى.", "فقرة ثانية.", "فقرة ثالثة.", "فقرة رابعة."]);
    place.file("new.txt", "فقرة أولى.\n\nفقرة رابعة.\n");
    let answer = place.run(&["source", "update", "a", "new.txt", "--yes"]).done();
    assert!(!answer.stdout.contains("hunayn show"), "{}", answer.stdout);
    assert_eq!(answer.stderr.matches("hunayn show a --removed").count(), 1, "{}", answer.stderr);
    assert!(place.run(&["show", "a", "--removed"]).done().stdout.contains("فقرة ثانية"));
}

#[test]
fn a_translation_elsewhere_is_taken_with_the_command_shown() {
    let place = Workplace::with_lines(&["فقرة مكررة هنا.", "فقرة أخرى.", "فقرة مكررة هنا."]);
    place.run(&["set", "a:1", "A repeated paragraph."]).done();
    let shown = place.run(&["show", "a:3"]).done().stdout;
    let words = command(&shown, "hunayn set");
    assert_eq!(words, ["set", "a:3", "--take", "a:1"]);
    place.run(&words).done();
}

#[test]
fn a_repair_at_a_paragraph_is_told_as_one_of_the_article() {
    let place = Workplace::with_lines(&["فقرة أولى.", "فقرة ثانية."]);
    for repair in [["--move", "1.1:2"], ["--link", "1:1,2"], ["--unlink", "1"]] {
        let answer = place.run(&["align", "a:1", repair[0], repair[1]]);
        let expected = format!("hunayn align a {} {}", repair[0], repair[1]);
        assert!(answer.code == 2 && answer.stderr.contains(&expected), "{}", answer.stderr);
    }
}

#[test]
fn a_file_that_is_no_desk_is_to_be_moved_away() {
    for bytes in ["", "no database at all, but some text that is long enough to be one"] {
        let place = Workplace::empty();
        place.file("x.hunayn", bytes);
        let answer = place.run(&["--desk", "x.hunayn", "list"]);
        assert!(answer.code != 0 && answer.stderr.contains("move the file away first"), "{}", answer.stderr);
        let answer = place.run(&["--desk", "x.hunayn", "init"]);
        assert!(answer.code != 0 && answer.stderr.contains("move this file away first"), "{}", answer.stderr);
        assert_eq!(std::fs::read(place.folder().join("x.hunayn")).unwrap(), bytes.as_bytes());
    }
}
