//! Measures the aligner: how many beads of the shared gold sets are right and how far its confidence can be believed; how long
//! documents of 30 to 20,000 segments take and how much memory. Prints the tables of BENCHMARKS.md; judges nothing and fails
//! on no figure. Without the shared sets it says so and ends.
//!
//! `cargo bench --bench alignment` takes all; `cargo bench --bench alignment -- 30 1000` documents of those sizes; with `-- gold`
//! the gold sets alone.

#[path = "../desk/clock.rs"]
#[expect(dead_code, reason = "the desk's bench asks for more")]
mod clock;
mod gold;
mod long;

use std::fs;
use std::path::{Path, PathBuf};

use clock::{Line, Outcome, race};
use gold::{Calibration, Case, Score, cases, lines};
use hunayn::alignment::{BUILT_IN, Knowledge, Lessons, Lexicon, align};
use hunayn::ops::alignment::{LexiconChoice, align_lines};
use hunayn::ops::files::Replace;
use hunayn::ops::lexicon::{BuildRequest, build};
use long::{Pairs, document};

const HUNAYN: &str = env!("CARGO_BIN_EXE_hunayn");
const SETS: [&str; 3] = ["sent", "para", "hard"];
/// Larger ones by argument: there are about 19,000 pairs, and documents that go through them several times, with few words
/// rare enough for anchors, take minutes.
const SIZES: &[usize] = &[30, 1_000, 5_000, 20_000];
/// Runs of a document of up to [`SHORT`] pairs, of which the middle time is told.
const RUNS: usize = 20;
const SHORT: usize = 30;
/// A bead teaches the rest of its archive from this confidence on.
const SURE: f32 = 0.9;
/// Documents of each size are as many as make so many pairs together, at least one: F1 is theirs together.
const PAIRS_TOGETHER: usize = 5_000;

fn main() -> Outcome<()> {
    let wanted: Vec<usize> = std::env::args().skip(1).filter_map(|word| word.parse().ok()).collect();
    if !gold::folder().exists() {
        println!("There are no gold sets at {}: nothing to measure.", gold::folder().display());
        return Ok(());
    }
    let folder = tempfile::tempdir()?;
    let texts = Texts::read()?;
    let gold_alone = std::env::args().any(|word| word == "gold");
    if wanted.is_empty() || gold_alone {
        gold_sets(&texts.lexicon_of_tatoeba(folder.path())?)?;
    }
    if gold_alone {
        return Ok(());
    }
    let unseen = texts.unseen(folder.path())?;
    println!(
        "\n| lexicon | pairs | segments ar / en | documents | strict F1 | s | peak MB |\n|---|--:|--:|--:|--:|--:|--:|"
    );
    for &size in if wanted.is_empty() { SIZES } else { &wanted } {
        for (name, choice) in [("unseen", &unseen), ("built-in", &LexiconChoice::BuiltIn)] {
            texts.measure(name, choice, size, folder.path())?;
        }
    }
    Ok(())
}

fn aligned(case: &Case, choice: &LexiconChoice) -> Outcome<Vec<hunayn::model::AlignedBead>> {
    let source: Vec<&str> = case.source.iter().map(String::as_str).collect();
    let target: Vec<&str> = case.target.iter().map(String::as_str).collect();
    Ok(align_lines(&source, &target, choice).map_err(|error| format!("{error:?}"))?.beads)
}

/// F1 of each set by lexicon, and how often beads of a confidence are right.
fn gold_sets(tatoeba: &LexiconChoice) -> Outcome<()> {
    println!("\n| lexicon | {} |\n|---|--:|--:|--:|", SETS.join(" | "));
    let mut calibrations = Vec::new();
    for (name, choice) in
        [("built-in", &LexiconChoice::BuiltIn), ("Tatoeba alone", tatoeba), ("none", &LexiconChoice::None)]
    {
        let mut calibration = Calibration::default();
        let mut row = Vec::new();
        for set in SETS {
            let mut score = Score::default();
            for case in cases(set)? {
                let found = aligned(&case, choice)?;
                score.add(&found, &case.gold);
                calibration.add(&found, &case.gold);
            }
            row.push(format!("{:.4}", score.f1()));
        }
        println!("| {name} | {} |", row.join(" | "));
        calibrations.push((name, calibration));
    }
    for (name, lexicon) in [("built-in", Some(&*BUILT_IN)), ("none", None)] {
        let row = SETS.iter().map(|set| Ok(format!("{:.4}", f1_of_archive(set, lexicon)?)));
        println!("| {name}, and the batch's own | {} |", row.collect::<Outcome<Vec<_>>>()?.join(" | "));
    }
    println!("\n| lexicon | confidence from | beads | right |\n|---|--:|--:|--:|");
    for (name, calibration) in &calibrations {
        for (from, beads, right) in calibration.classes().filter(|(_, beads, _)| *beads > 0) {
            println!("| {name} | {from:.1} | {beads} | {:.3} |", right as f64 / beads as f64);
        }
    }
    Ok(())
}

/// F1 of a set that comes in as one archive: each case is aligned, the beads that are sure teach, and each is aligned again.
fn f1_of_archive(set: &str, lexicon: Option<&Lexicon>) -> Outcome<f64> {
    let cases = cases(set)?;
    let whole = Knowledge::of;
    let first: Vec<Knowledge<'_>> = lexicon.into_iter().map(whole).collect();
    let mut lessons = Lessons::default();
    for case in &cases {
        for bead in align(&case.source, &case.target, &first) {
            if bead.confidence >= SURE && !bead.source.is_empty() && !bead.target.is_empty() {
                let (source, target) = (case.source[bead.source].join(" "), case.target[bead.target].join(" "));
                lessons.add(&source, &target, &BUILT_IN, 1);
            }
        }
    }
    let own = lessons.lexicon();
    let second: Vec<Knowledge<'_>> = lexicon.into_iter().chain([&own]).map(whole).collect();
    let mut score = Score::default();
    for case in &cases {
        score.add(&align(&case.source, &case.target, &second), &case.gold);
    }
    Ok(score.f1())
}

/// What lexicons and long documents are made of: texts that render each other line by line.
struct Texts {
    verses: Pairs,
    sentences: Pairs,
}

fn glossary() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus/glossary.tsv")
}

fn write(folder: &Path, name: &str, pairs: &[&(String, String)]) -> Outcome<(PathBuf, PathBuf)> {
    let side = |end: &str, text: &dyn Fn(&(String, String)) -> String| -> Outcome<PathBuf> {
        let path = folder.join(format!("{name}.{end}"));
        fs::write(&path, pairs.iter().map(|pair| text(pair) + "\n").collect::<String>())?;
        Ok(path)
    };
    Ok((side("ar.txt", &|pair| pair.0.clone())?, side("en.txt", &|pair| pair.1.clone())?))
}

impl Texts {
    fn read() -> Outcome<Self> {
        let pairs = |name: &str| -> Outcome<Pairs> {
            let side = |end: &str| lines(&gold::folder().join(format!("tm/{name}.{end}.txt")));
            Ok(side("ar")?.into_iter().zip(side("en")?).collect())
        };
        Ok(Self { verses: pairs("bible-rest")?, sentences: pairs("tatoeba")? })
    }

    fn lexicon_of_tatoeba(&self, folder: &Path) -> Outcome<LexiconChoice> {
        let pairs: Vec<_> = self.sentences.iter().collect();
        lexicon(folder, "tatoeba", &pairs, Vec::new())
    }

    /// The sentences by whether documents are made of them; all renderings of one English sentence go the same way.
    fn halves(&self) -> [Pairs; 2] {
        let in_documents = |english: &str| {
            english
                .bytes()
                .fold(0xCBF2_9CE4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01B3))
                >> 40
                & 1
                == 1
        };
        let (documents, lexicon) = self.sentences.iter().cloned().partition(|pair| in_documents(&pair.1));
        [documents, lexicon]
    }

    /// A lexicon of the glossary and of the half of Tatoeba that no document is made of.
    fn unseen(&self, folder: &Path) -> Outcome<LexiconChoice> {
        let [_, other] = self.halves();
        lexicon(folder, "unseen", &other.iter().collect::<Vec<_>>(), vec![glossary()])
    }

    /// Aligns documents of a size in this process for their F1, and the first of them in one of its own for time and memory.
    fn measure(&self, name: &str, choice: &LexiconChoice, size: usize, folder: &Path) -> Outcome<()> {
        let [sentences, _] = self.halves();
        let count = (PAIRS_TOGETHER / size).max(1);
        let documents: Vec<Case> =
            (0..count).map(|seed| document(&self.verses, &sentences, size, seed as u64)).collect();
        let mut score = Score::default();
        for case in &documents {
            score.add(&aligned(case, choice)?, &case.gold);
        }
        let (source, target) = (folder.join("long.ar.txt"), folder.join("long.en.txt"));
        fs::write(&source, documents[0].source.join("\n"))?;
        fs::write(&target, documents[0].target.join("\n"))?;
        let line = command(choice, &source, &target);
        let (took, peak) = line.weighed(folder)?;
        let seconds =
            if size <= SHORT { race(RUNS, |_| line.clone(), |_| None)?.0.median() / 1e3 } else { took.as_secs_f64() };
        let segments = format!("{} / {}", documents[0].source.len(), documents[0].target.len());
        let peak = peak.map_or_else(|| "–".to_owned(), |kib| format!("{:.1}", kib as f64 / 1024.0));
        println!("| {name} | {size} | {segments} | {count} | {:.4} | {seconds:.3} | {peak} |", score.f1());
        Ok(())
    }
}

/// The command that aligns two files of lines.
fn command(choice: &LexiconChoice, source: &Path, target: &Path) -> Line {
    let (source, target) = (source.display().to_string(), target.display().to_string());
    let mut words = vec!["align", "--json", "--lines", &source, &target];
    let lexicon;
    match choice {
        LexiconChoice::BuiltIn => {}
        LexiconChoice::None => words.extend(["--lexicon", "none"]),
        LexiconChoice::File(path) => {
            lexicon = path.display().to_string();
            words.extend(["--lexicon", &lexicon]);
        }
    }
    Line::new(HUNAYN, &words)
}

fn lexicon(folder: &Path, name: &str, pairs: &[&(String, String)], glossaries: Vec<PathBuf>) -> Outcome<LexiconChoice> {
    let request = BuildRequest { pairs: vec![write(folder, name, pairs)?], glossaries };
    let path = folder.join(format!("{name}.lexicon"));
    build(&request, None, &path, Replace::Refused).map_err(|error| format!("{error:?}"))?;
    Ok(LexiconChoice::File(path))
}
