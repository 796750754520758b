//! Measures the translation memory: bringing a large TMX in, looking up in a warm and in a fresh process, what approving a paragraph
//! costs beside it, and on a sample whether anything was missed. Prints the tables of BENCHMARKS.md; fails on no figure.
//!
//! `cargo bench --bench memory` makes 100,000 units itself; `cargo bench --bench memory -- FOLDER N…` takes `tm_N.tmx`,
//! `queries.tsv` (a kind, a tab, a text) and, where there is one, `phrases.txt` from a folder.

#[path = "../desk/clock.rs"]
#[expect(dead_code, reason = "shared with another bench, which races two programs")]
mod clock;
mod units;

use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use clock::{Line, Outcome};
use hunayn::formats::tmx;
use hunayn::matching::score::{distance, score};
use hunayn::matching::words::compared_words;
use hunayn::ops::memory::{
    ConcordanceRequest, Extent, Filters, MemoryMatch, SearchedSides, TextSide, TmSearch, WordForms, concordance,
    tm_search,
};
use hunayn::ops::{Desk, DeskLocation, OpsError};

const HUNAYN: &str = env!("CARGO_BIN_EXE_hunayn");
/// How many queries are compared with every unit.
const SAMPLE: usize = 12;
const MIN: u8 = 70;
const LIMIT: usize = 5;

fn main() -> Outcome<()> {
    let words: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with("--")).collect();
    let folder = tempfile::tempdir()?;
    let (data, sizes): (PathBuf, Vec<usize>) = match words.split_first() {
        Some((data, sizes)) => (data.into(), sizes.iter().filter_map(|size| size.parse().ok()).collect()),
        None => {
            units::write(folder.path(), 100_000)?;
            (folder.path().to_owned(), vec![100_000])
        }
    };
    let queries = queries(&data.join("queries.tsv"))?;
    let phrases = fs::read_to_string(data.join("phrases.txt")).unwrap_or_default();
    for size in sizes {
        measure(&data.join(format!("tm_{size}.tmx")), size, &queries, &phrases, folder.path())?;
    }
    Ok(())
}

fn queries(path: &Path) -> Outcome<Vec<(String, String)>> {
    let text = fs::read_to_string(path)?;
    let rows = text.lines().filter_map(|line| line.split_once('\t'));
    Ok(rows.map(|(kind, text)| (kind.to_owned(), text.to_owned())).collect())
}

fn measure(tmx: &Path, size: usize, queries: &[(String, String)], phrases: &str, folder: &Path) -> Outcome<()> {
    println!("\n## {size} units\n");
    let path = folder.join(format!("memory-{size}.hunayn"));
    let desk = path.display().to_string();
    Line::new(HUNAYN, &["init", &desk]).once()?;
    let (took, peak) =
        Line::new(HUNAYN, &["--desk", &desk, "tm", "import", &tmx.display().to_string()]).weighed(folder)?;
    println!(
        "import: {:.1} s, {:.0} units/s, peak {} MB, desk {} MB",
        took.as_secs_f64(),
        size as f64 / took.as_secs_f64(),
        peak.unwrap_or(0) / 1024,
        fs::metadata(&path)?.len() / 1_000_000
    );
    warm(&path, queries)?;
    two_threads(&path, queries)?;
    fresh(&desk, queries, folder)?;
    approving(&path, folder)?;
    concordances(&path, phrases)?;
    sample(tmx, &path, queries)
}

fn open(path: &Path) -> Result<Desk, OpsError> {
    let (person, command) = (Some("salma".to_owned()), Vec::new());
    Desk::open(DeskLocation { path: path.to_owned(), person, login: None, command })
}

/// The matches of each text, and how long each look-up took.
fn search(path: &Path, texts: &[&str], min: u8) -> Outcome<Vec<(Vec<MemoryMatch>, Duration)>> {
    let desk = open(path)?;
    let filters = Filters::default();
    let mut found = Vec::new();
    let texts = texts.iter().map(|text| Ok::<_, Box<dyn Error>>((*text).to_owned()));
    tm_search(&desk, texts, &TmSearch { min, limit: LIMIT, filters: &filters, refuses_blank: false }, |result| {
        found.push((result.matches, result.took));
        Ok(())
    })?;
    Ok(found)
}

fn percentiles(mut times: Vec<Duration>) -> String {
    times.sort_unstable();
    let at = |share: usize| times[(times.len() * share / 1000).min(times.len() - 1)].as_secs_f64() * 1000.0;
    format!("p50 {:.3} ms, p90 {:.3}, p99 {:.3}, highest {:.3}", at(500), at(900), at(990), at(1000))
}

fn warm(path: &Path, queries: &[(String, String)]) -> Outcome<()> {
    let texts: Vec<&str> = queries.iter().map(|(_, text)| text.as_str()).collect();
    search(path, &texts, MIN)?;
    let found = search(path, &texts, MIN)?;
    println!("warm, {MIN} %, best {LIMIT}: {}", percentiles(found.iter().map(|(_, took)| *took).collect()));
    let mut by_kind: BTreeMap<&str, (usize, usize, usize)> = BTreeMap::new();
    for ((kind, _), (matches, _)) in queries.iter().zip(&found) {
        let row = by_kind.entry(kind).or_default();
        row.0 += 1;
        row.1 += usize::from(!matches.is_empty());
        row.2 += usize::from(matches.first().is_some_and(|m| m.score >= 100));
    }
    for (kind, (all, some, whole)) in by_kind {
        println!("  {kind}: {all} queries, {some} with a match, {whole} at 100");
    }
    let exact: Vec<&str> = queries.iter().filter(|(kind, _)| kind == "exact").map(|(_, text)| text.as_str()).collect();
    if !exact.is_empty() {
        let found = search(path, &exact, 100)?;
        println!("warm, exact alone: {}", percentiles(found.into_iter().map(|(_, took)| took).collect()));
    }
    let article: Vec<&str> = texts.iter().step_by(texts.len().div_ceil(60)).copied().collect();
    let begun = Instant::now();
    search(path, &article, MIN)?;
    println!("batch of {} segments: {:.1} ms", article.len(), begun.elapsed().as_secs_f64() * 1000.0);
    Ok(())
}

fn two_threads(path: &Path, queries: &[(String, String)]) -> Outcome<()> {
    let texts: Vec<&str> = queries.iter().map(|(_, text)| text.as_str()).collect();
    let begun = Instant::now();
    search(path, &texts, MIN)?;
    let one = begun.elapsed();
    let begun = Instant::now();
    std::thread::scope(|scope| {
        let halves = texts.split_at(texts.len() / 2);
        let ask = |half: &[&str]| search(path, half, MIN).map(|found| found.len()).map_err(|error| error.to_string());
        let first = scope.spawn(move || ask(halves.0));
        let second = scope.spawn(move || ask(halves.1));
        first.join().expect("no panic").and(second.join().expect("no panic"))
    })?;
    println!("two threads: {:.2} times as fast as one", one.as_secs_f64() / begun.elapsed().as_secs_f64());
    Ok(())
}

fn fresh(desk: &str, queries: &[(String, String)], folder: &Path) -> Outcome<()> {
    let texts = |wanted: &str| -> Vec<&str> {
        queries.iter().filter(|(kind, _)| kind.starts_with(wanted)).map(|(_, text)| text.as_str()).take(20).collect()
    };
    for (name, texts, min) in [("exact", texts("exact"), "100"), ("fuzzy", texts("edit"), "70")] {
        let mut times = Vec::new();
        let mut most = 0;
        for text in texts {
            let line = Line::new(HUNAYN, &["--desk", desk, "tm", "search", text, "--min", min, "--json"]);
            line.once()?;
            times.push(line.once()?);
            most = most.max(line.weighed(folder)?.1.unwrap_or(0));
        }
        println!("fresh process, {name}: {}, peak {} MB", percentiles(times), most / 1024);
    }
    let mut times = Vec::new();
    for _ in 0..20 {
        times.push(Line::new(HUNAYN, &["--version"]).once()?);
    }
    println!("`--version` beside it: {}", percentiles(times));
    Ok(())
}

/// Where each line of `phrases` is used, the first fifty, within one process: the second of two rounds.
fn concordances(path: &Path, phrases: &str) -> Outcome<()> {
    let (desk, filters) = (open(path)?, Filters::default());
    let sides = SearchedSides::One(TextSide::Source);
    let (mut whole, mut finding) = (Vec::new(), Vec::new());
    for phrase in phrases.lines().chain(phrases.lines()) {
        let (forms, extent) = (WordForms::Same, Extent::Shown);
        let request = ConcordanceRequest { text: phrase, sides, forms, limit: 50, extent, filters: &filters };
        let took = concordance(&desk, &request)?.took;
        whole.push(took.whole);
        finding.push(took.finding);
    }
    for (part, mut times) in [("finding alone", finding), ("with all that is shown", whole)] {
        let warm = times.split_off(times.len() / 2);
        if !warm.is_empty() {
            println!("warm, concordance of {} phrases, first 50, {part}: {}", warm.len(), percentiles(warm));
        }
    }
    Ok(())
}

/// Submitting and approving one paragraph in this desk and in an empty one, in turn.
fn approving(path: &Path, folder: &Path) -> Outcome<()> {
    let empty = path.with_extension("empty.hunayn");
    Line::new(HUNAYN, &["init", &empty.display().to_string()]).once()?;
    let article = folder.join("article.txt");
    let lines: Vec<String> =
        (0..20).map(|i| format!("قال المتحدّث رقم {i} إنّ اللجنة ستنشر تقريرها عن المياه غدًا.")).collect();
    fs::write(&article, lines.join("\n\n"))?;
    let desks = [path.display().to_string(), empty.display().to_string()];
    for desk in &desks {
        let file = article.display().to_string();
        Line::new(HUNAYN, &["--desk", desk, "import", &file, "--slug", "committee"]).once()?;
    }
    let mut times: [Vec<Duration>; 2] = [Vec::new(), Vec::new()];
    for number in 1..=20 {
        for (desk, times) in desks.iter().zip(&mut times) {
            let address = format!("committee:{number}");
            let text = format!("Spokesman {number} said the committee would publish its report on water tomorrow.");
            times.push(Line::new(HUNAYN, &["--desk", desk, "set", &address, &text, "--submit"]).once()?);
        }
    }
    let [full, empty] = times.map(percentiles);
    println!("set --submit here: {full}\nset --submit in an empty desk: {empty}");
    Ok(())
}

/// Compares some queries with every unit of the file.
fn sample(tmx: &Path, path: &Path, queries: &[(String, String)]) -> Outcome<()> {
    let chosen: Vec<&str> =
        queries.iter().step_by(queries.len().div_ceil(SAMPLE)).map(|(_, text)| text.as_str()).collect();
    let words: Vec<Vec<String>> = chosen.iter().map(|text| compared_words(text)).collect();
    let mut best: Vec<Vec<u8>> = vec![Vec::new(); chosen.len()];
    let file = std::io::BufReader::new(fs::File::open(tmx)?);
    let mut seen = std::collections::HashSet::new();
    for unit in tmx::units(file, &"ar".parse()?, &"en".parse()?) {
        let unit = unit?;
        if !seen.insert((unit.source.text().to_owned(), unit.target.text().to_owned())) {
            continue;
        }
        let found = compared_words(unit.source.text());
        for (words, best) in words.iter().zip(&mut best) {
            let (shorter, longer) = (words.len().min(found.len()), words.len().max(found.len()));
            if shorter * 100 < longer * usize::from(MIN) {
                continue;
            }
            let percent = distance(words, &found).percent();
            if percent >= MIN {
                best.push(percent);
            }
        }
    }
    let mut missed = 0;
    for ((text, best), (matches, _)) in chosen.iter().zip(&mut best).zip(search(path, &chosen, 1)?) {
        best.sort_unstable_by(|a, b| b.cmp(a));
        best.truncate(LIMIT);
        let mut found: Vec<u8> = matches.iter().map(|m| score(text, m.source.text())).filter(|s| *s >= MIN).collect();
        found.sort_unstable_by(|a, b| b.cmp(a));
        missed += usize::from(found != *best);
    }
    println!("sample: {} queries compared with every unit, {missed} differ", chosen.len());
    Ok(())
}
