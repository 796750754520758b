//! What a desk's own confirmed pairs, and the pairs of one archive, teach the aligner. The words are made up, so that no lexicon
//! knows any of them.

use serde_json::{Value, json};

use crate::desk::Workplace;

const ARABIC: [&str; 12] =
    ["قشطور", "بلميخ", "زعبوط", "شندفير", "غملول", "طرخوم", "ضفديع", "جعمور", "خنشور", "عكلوف", "ثبلوز", "ذعروب"];
const ENGLISH: [&str; 12] = [
    "quandle", "fettock", "wimber", "mossage", "pildrine", "yarrowin", "oxteth", "vellimp", "huddra", "juncate",
    "cobbrel", "narvish",
];
/// Paragraphs by their words.
const PLAIN: [[usize; 4]; 12] = [
    [2, 9, 1, 4],
    [1, 7, 6, 10],
    [3, 0, 6, 11],
    [0, 11, 8, 5],
    [0, 3, 7, 10],
    [9, 5, 4, 2],
    [6, 8, 10, 1],
    [11, 7, 3, 9],
    [5, 2, 0, 8],
    [4, 10, 9, 6],
    [7, 1, 11, 3],
    [8, 4, 5, 2],
];
const HARD: [[usize; 4]; 10] = [
    [0, 6, 8, 1],
    [2, 10, 4, 1],
    [11, 5, 8, 6],
    [8, 10, 3, 4],
    [4, 9, 7, 8],
    [6, 9, 0, 7],
    [3, 6, 10, 2],
    [5, 8, 11, 1],
    [7, 10, 8, 1],
    [7, 0, 11, 10],
];

/// The paragraphs in words of one side, without some of them.
fn text(words: &[&str; 12], paragraphs: &[[usize; 4]], without: &[usize]) -> String {
    let kept = paragraphs.iter().enumerate().filter(|(index, _)| !without.contains(index));
    let paragraph = |(_, places): (usize, &[usize; 4])| places.map(|at| words[at]).join(" ") + ".";
    kept.map(paragraph).collect::<Vec<_>>().join("\n\n") + "\n"
}

/// Writes a pair that every aligner finds, and one of which two paragraphs were not translated.
fn write_pairs(desk: &Workplace) {
    desk.file("plain.ar.txt", text(&ARABIC, &PLAIN, &[]));
    desk.file("plain.en.txt", text(&ENGLISH, &PLAIN, &[]));
    desk.file("hard.ar.txt", text(&ARABIC, &HARD, &[]));
    desk.file("hard.en.txt", text(&ENGLISH, &HARD, &[3, 4]));
}

fn import(desk: &Workplace, name: &str) -> Value {
    let files = [format!("{name}.ar.txt"), format!("{name}.en.txt")];
    desk.json(&["import", &files[0], "--translation", &files[1], "--slug", name])["articles"][0].clone()
}

/// How many pairs are exactly right, of eight.
fn right(desk: &Workplace, slug: &str) -> usize {
    let shown = desk.json(&["show", slug]);
    let target = |index: usize| shown["paragraphs"][index]["target"].as_str().unwrap_or_default().trim().to_owned();
    let wanted = |index: usize| HARD[index].map(|at| ENGLISH[at]).join(" ") + ".";
    (0..HARD.len()).filter(|index| ![3, 4].contains(index) && target(*index) == wanted(*index)).count()
}

#[test]
fn confirmed_pairs_teach_the_next_import_without_being_asked() {
    let cold = Workplace::new();
    write_pairs(&cold);
    let untaught = import(&cold, "hard");
    let desk = Workplace::new();
    write_pairs(&desk);
    import(&desk, "plain");
    desk.run(&["align", "plain", "--accept", "--yes"]).done();
    let taught = import(&desk, "hard");
    assert!(taught["doubtful"].as_u64() < untaught["doubtful"].as_u64(), "{taught} after {untaught}");
    let found = [right(&cold, "hard"), right(&desk, "hard")];
    assert!(found[0] <= 4 && found[1] >= 7, "{found:?} of eight are right, untaught and taught");
    desk.run(&["doctor"]).done();
}

#[test]
fn what_was_undone_teaches_nothing() {
    let cold = Workplace::new();
    write_pairs(&cold);
    let untaught = import(&cold, "hard");
    let desk = Workplace::new();
    write_pairs(&desk);
    import(&desk, "plain");
    // Counted now, and to be taken back.
    desk.file("word.ar.txt", "نعم.\n");
    desk.file("word.en.txt", "Yes.\n");
    import(&desk, "word");
    desk.run(&["undo"]).done();
    desk.run(&["undo"]).done();
    let again = import(&desk, "hard");
    assert_eq!(again["doubtful"], untaught["doubtful"]);
    desk.run(&["doctor"]).done();
}

#[test]
fn counting_again_from_nothing_changes_nothing() {
    let desk = Workplace::new();
    write_pairs(&desk);
    import(&desk, "plain");
    desk.run(&["set", "plain:2", "Something else is said here."]).done();
    let answer = desk.run(&["doctor", "--reindex"]).done();
    assert!(answer.stderr.contains("11 confirmed paragraphs"), "{}", answer.stderr);
    desk.run(&["undo"]).done();
    desk.run(&["doctor"]).done();
    import(&desk, "hard");
    assert!(right(&desk, "hard") >= 7);
}

#[test]
fn a_dry_run_counts_nothing() {
    let desk = Workplace::new();
    write_pairs(&desk);
    import(&desk, "plain");
    let before = std::fs::read(desk.path()).unwrap();
    desk.run(&["import", "hard.ar.txt", "--translation", "hard.en.txt", "--dry-run"]).done();
    assert!(std::fs::read(desk.path()).unwrap() == before);
}

#[test]
fn the_pairs_of_an_archive_teach_each_other_in_any_order() {
    let alone = Workplace::new();
    write_pairs(&alone);
    let untaught = import(&alone, "hard");
    let mut reports = Vec::new();
    for list in [["hard", "plain"], ["plain", "hard"]] {
        let desk = Workplace::new();
        write_pairs(&desk);
        desk.file("list.tsv", list.map(|name| format!("{name}.ar.txt\t{name}.en.txt\n")).concat());
        let planned = desk.json(&["import", "--pairs", "list.tsv", "--dry-run"]);
        let report = desk.json(&["import", "--pairs", "list.tsv"]);
        assert_eq!(planned["articles"], report["articles"]);
        let slug = report["articles"].as_array().unwrap().iter().find(|a| a["slug"] == json!("hard-ar")).unwrap();
        assert!(slug["doubtful"].as_u64() < untaught["doubtful"].as_u64(), "{slug} after {untaught}");
        assert!(right(&desk, "hard-ar") >= 7);
        reports.push(slug.clone());
    }
    assert_eq!(reports[0], reports[1]);
}
