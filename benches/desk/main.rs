//! Measures a desk as a person meets it: whole processes, beside the `sqlite3` shell on the same rows. Prints the tables of
//! BENCHMARKS.md; judges nothing and fails on no figure.
//!
//! `cargo bench --bench desk` takes desks of 10, 1,000 and 10,000 articles; `cargo bench --bench desk -- 10 100` those sizes.

mod articles;
mod clock;
mod rival;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use articles::{Dice, Tongue, Vocabulary};
use clock::{Line, Outcome, race};
use rival::Reading;

const HUNAYN: &str = env!("CARGO_BIN_EXE_hunayn");
const RUNS: usize = 20;
const PARAGRAPHS: usize = 40;
/// As many articles come in with one command.
const BATCH: usize = 1_000;
/// Articles that come in with a translation and wait for review.
const PAIRS: usize = 10;
const SIZES: &[usize] = &[10, 1_000, 10_000];

fn main() -> Outcome<()> {
    let wanted: Vec<usize> = std::env::args().skip(1).filter_map(|word| word.parse().ok()).collect();
    let sizes = if wanted.is_empty() { SIZES } else { &wanted };
    let folder = tempfile::tempdir()?;
    let bench = Bench { folder: folder.path(), words: Vocabulary::new(1), sqlite: clock::answers("sqlite3") };
    if !bench.sqlite {
        println!("`sqlite3` is not installed: its columns stay empty.");
    }
    load("before");
    bench.start_up()?;
    bench.one_call(sizes)?;
    let mut desks = Vec::new();
    for &size in sizes {
        desks.push((size, bench.desk(size)?));
    }
    bench.single_paragraphs(&desks)?;
    bench.whole_desk(&desks)?;
    bench.exports()?;
    load("after");
    Ok(())
}

fn load(when: &str) {
    let load = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let minutes: Vec<&str> = load.split(' ').take(3).collect();
    println!("\nLoad {when}: {}", minutes.join(" "));
}

/// What all measurements share.
struct Bench<'f> {
    folder: &'f Path,
    words: Vocabulary,
    sqlite: bool,
}

fn hunayn(desk: &Path, words: &[&str]) -> Line {
    let desk = desk.display().to_string();
    let mut all = vec!["--desk", &desk];
    all.extend(words);
    Line::new(HUNAYN, &all)
}

/// Logs translations until told to stop; how long each took.
fn set_until(desk: &Path, done: &AtomicBool) -> Result<Vec<Duration>, String> {
    let mut waits = Vec::new();
    while !done.load(Ordering::Relaxed) {
        let text = format!("Text {}.", waits.len());
        let begun = Instant::now();
        hunayn(desk, &["set", "pair-0:7", &text]).once().map_err(|error| error.to_string())?;
        waits.push(begun.elapsed());
        std::thread::sleep(Duration::from_millis(100));
    }
    Ok(waits)
}

fn megabytes(peak: Option<u64>) -> String {
    peak.map_or_else(|| "–".to_owned(), |kib| format!("{:.1}", kib as f64 / 1024.0))
}

impl Bench<'_> {
    /// Writes articles as files and returns their folder.
    fn articles(&self, first: usize, count: usize) -> Outcome<PathBuf> {
        let folder = self.folder.join(format!("articles-{first}-{count}"));
        fs::create_dir(&folder)?;
        for number in first..first + count {
            let text = self.words.article(PARAGRAPHS, Tongue::Arabic, &mut Dice::new(number as u64));
            fs::write(folder.join(format!("article-{number}.txt")), text)?;
        }
        Ok(folder)
    }

    fn start_up(&self) -> Outcome<()> {
        let shell = self.sqlite.then(|| Line::new("sqlite3", &[":memory:", "SELECT 1;"]));
        let (own, other) = race(RUNS, |_| Line::new(HUNAYN, &["--version"]), |_| shell.clone())?;
        let other = other.map_or_else(|| "–".to_owned(), |times| format!("{:.1}", times.median()));
        println!("\nStart-up: `hunayn --version` {:.1} ms, `sqlite3 :memory: 'SELECT 1'` {other} ms", own.median());
        Ok(())
    }

    /// Articles into an empty desk with one command, while somebody else logs translations on it all the time.
    fn one_call(&self, sizes: &[usize]) -> Outcome<()> {
        println!("\nImport in one call, beside another writer\n");
        println!(
            "| articles | paragraphs | s | paragraphs/s | peak MB | sets meanwhile | slowest ms |\n|--:|--:|--:|--:|--:|--:|--:|"
        );
        for &size in sizes.iter().filter(|size| **size >= BATCH) {
            let desk = self.folder.join(format!("one-call-{size}.hunayn"));
            hunayn(&desk, &["init", &desk.display().to_string()]).once()?;
            self.import_pair(&desk, 0)?;
            let files = self.articles(0, size)?;
            let done = AtomicBool::new(false);
            let (imported, waits) = std::thread::scope(|scope| {
                let writer = scope.spawn(|| set_until(&desk, &done));
                let imported = hunayn(&desk, &["import", &files.display().to_string()]).weighed(self.folder);
                done.store(true, Ordering::Relaxed);
                (imported, writer.join())
            });
            let ((took, peak), waits) = (imported?, waits.map_err(|_| "the other writer panicked")??);
            let (seconds, paragraphs) = (took.as_secs_f64(), size * PARAGRAPHS);
            let (rate, peak) = (paragraphs as f64 / seconds, megabytes(peak));
            let slowest = waits.iter().max().map_or(0, Duration::as_millis);
            println!("| {size} | {paragraphs} | {seconds:.2} | {rate:.0} | {peak} | {} | {slowest} |", waits.len());
            fs::remove_dir_all(files)?;
            fs::remove_file(desk)?;
        }
        Ok(())
    }

    /// A desk of so many articles, and what each batch cost to import.
    fn desk(&self, size: usize) -> Outcome<PathBuf> {
        let desk = self.folder.join(format!("{size}.hunayn"));
        hunayn(&desk, &["init", &desk.display().to_string()]).once()?;
        println!("\nImport into a desk of {size}\n\n| articles there | paragraphs in | s | paragraphs/s | peak MB |");
        println!("|--:|--:|--:|--:|--:|");
        for first in (0..size).step_by(BATCH) {
            let count = BATCH.min(size - first);
            let files = self.articles(first, count)?;
            let (took, peak) = hunayn(&desk, &["import", &files.display().to_string()]).weighed(self.folder)?;
            let seconds = took.as_secs_f64();
            let paragraphs = count * PARAGRAPHS;
            println!(
                "| {first} | {paragraphs} | {seconds:.2} | {:.0} | {} |",
                paragraphs as f64 / seconds,
                megabytes(peak)
            );
            fs::remove_dir_all(files)?;
        }
        for pair in 0..PAIRS {
            self.import_pair(&desk, pair)?;
        }
        let bytes = fs::metadata(&desk)?.len();
        println!("\nThe file: {:.1} MB", bytes as f64 / 1e6);
        Ok(desk)
    }

    fn import_pair(&self, desk: &Path, pair: usize) -> Outcome<()> {
        let mut dice = Dice::new(1_000_000 + pair as u64);
        let (source, target) = (self.folder.join("pair-ar.txt"), self.folder.join("pair-en.txt"));
        fs::write(&source, self.words.article(PARAGRAPHS, Tongue::Arabic, &mut dice))?;
        fs::write(&target, self.words.article(PARAGRAPHS, Tongue::English, &mut dice))?;
        let (source, target) = (source.display().to_string(), target.display().to_string());
        let slug = format!("pair-{pair}");
        hunayn(desk, &["import", &source, "--slug", &slug, "--translation", &target]).once()?;
        Ok(())
    }

    /// Commands on one article, whose cost must not depend on how many others there are.
    fn single_paragraphs(&self, desks: &[(usize, PathBuf)]) -> Outcome<()> {
        println!("\n| command | articles | hunayn ms | sqlite3 ms | ratio | peak MB |\n|---|--:|--:|--:|--:|--:|");
        let rival_file = self.folder.join("rival.sqlite");
        if self.sqlite {
            rival::prepare(&rival_file)?;
        }
        let mut dice = Dice::new(7);
        let texts: Vec<String> = (0..=RUNS + 1).map(|_| self.words.paragraph(Tongue::English, &mut dice)).collect();
        for (size, desk) in desks {
            let slug = format!("article-{}", size / 2);
            let address = format!("{slug}:7");
            let set = |run: usize| hunayn(desk, &["set", &address, &texts[run]]);
            let insert = |run: usize| self.sqlite.then(|| rival::insert(&rival_file, &texts[run]));
            self.report("set SLUG:7 TEXT", *size, set, insert)?;
            for (words, name, reading) in [
                (["status", &slug], "status SLUG", Reading::Status),
                (["show", &address], "show SLUG:7", Reading::Show),
                (["log", &address], "log SLUG:7", Reading::Log),
            ] {
                let rows = |_| self.sqlite.then(|| rival::read(reading, desk, &slug));
                self.report(name, *size, |_| hunayn(desk, &words), rows)?;
            }
        }
        Ok(())
    }

    fn report(
        &self,
        name: &str,
        size: usize,
        ours: impl Fn(usize) -> Line,
        theirs: impl Fn(usize) -> Option<Line>,
    ) -> Outcome<()> {
        let (own, other) = race(RUNS, &ours, theirs)?;
        let peak = megabytes(ours(RUNS + 1).weighed(self.folder)?.1);
        let (shell, ratio) = match other {
            Some(times) => (format!("{:.1}", times.median()), format!("{:.2}", own.median() / times.median())),
            None => ("–".to_owned(), "–".to_owned()),
        };
        println!("| `{name}` | {size} | {:.1} | {shell} | {ratio} | {peak} |", own.median());
        Ok(())
    }

    /// Commands that look at every article.
    fn whole_desk(&self, desks: &[(usize, PathBuf)]) -> Outcome<()> {
        println!("\n| command | articles | hunayn ms | peak MB |\n|---|--:|--:|--:|");
        for (size, desk) in desks {
            for words in [&["list"][..], &["list", "--json"], &["inbox"], &["inbox", "--json"], &["undo", "--dry-run"]]
            {
                self.alone(&words.join(" "), *size, &hunayn(desk, words), RUNS)?;
            }
        }
        Ok(())
    }

    fn alone(&self, name: &str, size: usize, line: &Line, runs: usize) -> Outcome<()> {
        let (own, _) = race(runs, |_| line.clone(), |_| None)?;
        println!("| `{name}` | {size} | {:.1} | {} |", own.median(), megabytes(line.weighed(self.folder)?.1));
        Ok(())
    }

    /// Whole articles out, and the demonstration.
    fn exports(&self) -> Outcome<()> {
        let desk = self.folder.join("exports.hunayn");
        hunayn(&desk, &["init", &desk.display().to_string()]).once()?;
        println!("\n| command | paragraphs | hunayn ms | peak MB |\n|---|--:|--:|--:|");
        for paragraphs in [PARAGRAPHS, 1_000] {
            let mut dice = Dice::new(paragraphs as u64);
            let (source, target) = (self.folder.join("long-ar.txt"), self.folder.join("long-en.txt"));
            fs::write(&source, self.words.article(paragraphs, Tongue::Arabic, &mut dice))?;
            fs::write(&target, self.words.article(paragraphs, Tongue::English, &mut dice))?;
            let slug = format!("long-{paragraphs}");
            let (source, target) = (source.display().to_string(), target.display().to_string());
            hunayn(&desk, &["import", &source, "--slug", &slug, "--translation", &target]).once()?;
            for format in ["html", "docx"] {
                let file = self.folder.join(format!("out.{format}")).display().to_string();
                let words = ["export", &slug, "--format", format, "--require", "none", "--force", "-o", &file];
                self.alone(&format!("export SLUG --format {format}"), paragraphs, &hunayn(&desk, &words), RUNS)?;
            }
            self.alone("show SLUG", paragraphs, &hunayn(&desk, &["show", &slug]), RUNS)?;
        }
        self.demo()
    }

    fn demo(&self) -> Outcome<()> {
        let line =
            |run: usize| Line::new(HUNAYN, &["demo", &self.folder.join(format!("demo-{run}")).display().to_string()]);
        let (own, _) = race(5, line, |_| None)?;
        println!("| `demo` | – | {:.1} | {} |", own.median(), megabytes(line(6).weighed(self.folder)?.1));
        Ok(())
    }
}
