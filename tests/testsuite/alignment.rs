//! `align --lines` and `lexicon build` through the program, and how many beads of a part of the shared gold sets are right.
//! Without the shared data there is less to compare.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use hunayn::model::AlignedBead;
use hunayn::ops::alignment::{LexiconChoice, align_lines};
use hunayn::ops::files::Replace;
use hunayn::ops::lexicon::{BuildRequest, build};
use serde_json::{Value, json};

use crate::desk::Workplace;

const ARABIC: &str = "وصل الوزير إلى العاصمة.\nوقال إن الحكومة ستبني ٤٥ مدرسة. ولم يذكر متى.\n";
const ENGLISH: &str = "The minister arrived in the capital.\n\
    He said the government would build 45 schools.\nHe did not say when.\n";

/// Puts two texts into files and aligns them.
fn align(place: &Workplace, arabic: &str, english: &str, more: &[&str]) -> Value {
    let (arabic, english) = (place.file("a.txt", arabic), place.file("e.txt", english));
    let mut words = vec!["align", "--lines", arabic.to_str().unwrap(), english.to_str().unwrap()];
    words.extend(more);
    place.json(&words)
}

/// Every line in one bead, in order, each bead with a score from 0 to 1.
#[track_caller]
fn assert_whole(answer: &Value, lines: [usize; 2]) {
    let mut next = [0, 0];
    for bead in answer["beads"].as_array().unwrap() {
        for (side, name) in ["source", "target"].into_iter().enumerate() {
            for index in bead[name].as_array().unwrap() {
                assert_eq!(index.as_u64(), Some(next[side]), "{name} of {bead}");
                next[side] += 1;
            }
        }
        assert!((0.0..=1.0).contains(&bead["score"].as_f64().unwrap()), "{bead}");
    }
    assert_eq!(next, lines.map(|count| count as u64));
}

#[test]
fn the_json_is_that_of_the_contract() {
    let answer = align(&Workplace::empty(), ARABIC, ENGLISH, &[]);
    assert_eq!(answer["schema"], 1);
    assert_eq!(answer["remarks"], json!([]));
    let beads: Vec<(Value, Value)> = answer["beads"]
        .as_array()
        .unwrap()
        .iter()
        .map(|bead| (bead["source"].clone(), bead["target"].clone()))
        .collect();
    assert_eq!(beads, [(json!([0]), json!([0])), (json!([1]), json!([1, 2]))]);
    assert_whole(&answer, [2, 3]);
}

#[test]
fn odd_pairs_are_aligned_and_remarked_on() {
    let place = Workplace::empty();
    let many = "And again the same.\n".repeat(10_000);
    for (arabic, english, lines, remark) in [
        ("", ENGLISH, [0, 3], "empty-source"),
        (ARABIC, "", [2, 0], "empty-target"),
        ("وصل الوزير.\n", many.as_str(), [1, 10_000], "lopsided"),
        (ENGLISH, ENGLISH, [3, 3], "same-script"),
        (ENGLISH, ARABIC, [3, 2], "swapped"),
    ] {
        let answer = align(&place, arabic, english, &[]);
        assert_eq!(answer["remarks"], json!([remark]));
        assert_whole(&answer, lines);
    }
}

#[test]
fn swapped_files_are_told_to_a_person() {
    let place = Workplace::empty();
    let (arabic, english) = (place.file("a.txt", ARABIC), place.file("e.txt", ENGLISH));
    let answer = place.run(&["align", "--lines", english.to_str().unwrap(), arabic.to_str().unwrap()]).done();
    assert!(answer.stderr.contains("look swapped"), "{}", answer.stderr);
}

#[test]
fn files_that_cannot_be_aligned_are_refused_by_name() {
    let place = Workplace::empty();
    place.file("a.txt", ARABIC);
    place.file("e.txt", ENGLISH);
    place.file("legacy.txt", [0xC7, 0xE1, 0xE3, 0xC7, 0xC1, b'\n']);
    for (words, code, exit) in [
        (&["a.txt", "gone.txt"][..], "file", 2),
        (&["legacy.txt", "e.txt"], "not-utf8", 2),
        (&["a.txt", "e.txt", "--lexicon", "e.txt"], "not-a-lexicon", 2),
        (&["a.txt", "e.txt", "--lexicon", "gone.lexicon"], "file", 2),
    ] {
        let answer = place.run(&[&["align", "--json", "--lines"], words].concat());
        assert_eq!((answer.error()["code"].as_str(), answer.code), (Some(code), exit), "{words:?}: {answer:?}");
        assert_eq!(answer.stdout, "");
    }
}

#[test]
fn a_lexicon_is_the_same_each_time_and_is_used() {
    let place = Workplace::empty();
    place.file("a.txt", ARABIC);
    place.file(
        "e.txt",
        "The minister arrived in the capital.\nHe said it would build 45 schools. He did not say when.\n",
    );
    place.file("words.tsv", "# words\nوزير\tminister\nعاصمة\tcapital|city\n");
    let make = |file: &str| {
        let words = ["lexicon", "build", "--pairs", "a.txt", "e.txt", "--glossary", "words.tsv", "-o", file];
        let answer = place.json(&words);
        assert_eq!(answer["pairs"], 5);
        fs::read(place.folder().join(file)).unwrap()
    };
    assert_eq!(make("one.lexicon"), make("two.lexicon"));
    let again = place.run(&["lexicon", "build", "--pairs", "a.txt", "e.txt", "-o", "one.lexicon", "--json"]);
    assert_ne!(again.code, 0, "{again:?}");
    assert_whole(&align(&place, ARABIC, ENGLISH, &["--lexicon", "one.lexicon"]), [2, 3]);
}

#[test]
fn unequal_lines_teach_nothing() {
    let place = Workplace::empty();
    place.file("a.txt", ARABIC);
    place.file("e.txt", ENGLISH);
    let answer = place.run(&["lexicon", "build", "--pairs", "a.txt", "e.txt", "-o", "x.lexicon", "--json"]);
    assert_eq!((answer.error()["code"].as_str(), answer.code), (Some("pairs-differ"), 2), "{answer:?}");
    assert!(!place.folder().join("x.lexicon").exists());
}

fn shared() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/alignment")
}

type Beads = BTreeSet<(Vec<usize>, Vec<usize>)>;

/// Adds a bead as the shared scorer counts it: a gap of several segments is several gaps.
fn add(beads: &mut Beads, source: Vec<usize>, target: Vec<usize>) {
    if source.is_empty() || target.is_empty() {
        beads.extend(source.into_iter().map(|i| (vec![i], vec![])));
        beads.extend(target.into_iter().map(|j| (vec![], vec![j])));
    } else {
        beads.insert((source, target));
    }
}

/// What aligning a part of a set came to.
#[derive(Default)]
struct Outcome {
    right: usize,
    given: usize,
    wanted: usize,
    sure: usize,
    sure_and_right: usize,
}

impl Outcome {
    fn f1(&self) -> f64 {
        2.0 * self.right as f64 / (self.given + self.wanted) as f64
    }

    fn add(&mut self, found: &[AlignedBead], gold: &Beads) {
        let mut given = Beads::new();
        for bead in found {
            let (source, target) = (bead.source.clone().collect::<Vec<_>>(), bead.target.clone().collect::<Vec<_>>());
            if bead.confidence >= 0.9 {
                self.sure += 1;
                self.sure_and_right += usize::from(gold.contains(&(source.clone(), target.clone())));
            }
            add(&mut given, source, target);
        }
        self.right += given.intersection(gold).count();
        self.given += given.len();
        self.wanted += gold.len();
    }
}

/// Aligns every `step`th case of a set; nothing where the shared data is not there.
fn part_of(set: &str, step: usize, lexicon: &LexiconChoice) -> Option<Outcome> {
    let folder = shared().join(set);
    let mut names: Vec<String> = fs::read_dir(&folder)
        .ok()?
        .filter_map(|entry| Some(entry.unwrap().file_name().to_str()?.strip_suffix(".gold.tsv")?.to_owned()))
        .collect();
    names.sort();
    let read = |name: &str, end: &str| fs::read_to_string(folder.join(format!("{name}.{end}"))).unwrap();
    let mut outcome = Outcome::default();
    for name in names.iter().step_by(step) {
        let indices = |column: &str| column.split(',').filter_map(|word| word.trim().parse().ok()).collect::<Vec<_>>();
        let mut gold = Beads::new();
        for row in read(name, "gold.tsv").lines().filter(|row| !row.starts_with('#')) {
            let (source, rest) = row.split_once('\t').unwrap_or((row, ""));
            add(&mut gold, indices(source), indices(rest.split('\t').next().unwrap()));
        }
        let (arabic, english) = (read(name, "ar.txt"), read(name, "en.txt"));
        let (source, target): (Vec<&str>, Vec<&str>) = (arabic.lines().collect(), english.lines().collect());
        outcome.add(&align_lines(&source, &target, lexicon).unwrap().beads, &gold);
    }
    Some(outcome)
}

/// Every how many cases one is taken: this code is not optimised in tests.
const STEP: usize = 6;

#[test]
fn the_built_in_lexicon_reaches_its_goals() {
    let mut sure = (0, 0);
    for (set, goal) in [("sent", 0.965), ("para", 0.935), ("hard", 0.93)] {
        let Some(outcome) = part_of(set, STEP, &LexiconChoice::BuiltIn) else { return };
        assert!(outcome.f1() >= goal, "{set}: {:.4}", outcome.f1());
        sure = (sure.0 + outcome.sure, sure.1 + outcome.sure_and_right);
    }
    assert!(sure.1 as f64 >= 0.95 * sure.0 as f64, "{} of {} sure beads are right", sure.1, sure.0);
}

#[test]
fn tatoeba_alone_and_no_lexicon_reach_their_goals() {
    let texts = ["ar", "en"].map(|side| shared().join(format!("tm/tatoeba.{side}.txt")));
    if !texts[0].exists() {
        return;
    }
    let place = Workplace::empty();
    let file = place.folder().join("tatoeba.lexicon");
    let [arabic, english] = texts;
    let request = BuildRequest { pairs: vec![(arabic, english)], glossaries: Vec::new() };
    build(&request, None, &file, Replace::Refused).unwrap();
    let tatoeba = LexiconChoice::File(file);
    for (set, lexicon, goal) in
        [("hard", &tatoeba, 0.84), ("sent", &LexiconChoice::None, 0.91), ("para", &LexiconChoice::None, 0.80)]
    {
        let outcome = part_of(set, STEP, lexicon).unwrap();
        assert!(outcome.f1() >= goal, "{set}: {:.4}", outcome.f1());
    }
}
