//! Measures the checks on pairs that professionals translated: how many raise an alarm, and of which kind. With `--list ID` it
//! prints the pairs in which that check finds something. With `--long` it measures texts of 100 kB that repeat one thing, texts of
//! nothing but names, and random mixtures of the former, for so many seconds: `--long 300`.

mod names;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use hunayn::model::{Finding, Language, Severity};
use hunayn::ops::check::{Choice, PairRequest, check_pair};

/// The segments of the shared gold sets that are one source and one target.
fn clean_pairs() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/alignment/sent");
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut golds: Vec<PathBuf> = entries.filter_map(|entry| entry.ok().map(|entry| entry.path())).collect();
    golds.retain(|path| path.to_string_lossy().ends_with(".gold.tsv"));
    golds.sort();
    golds.iter().flat_map(|gold| pairs_of(gold)).collect()
}

fn pairs_of(gold: &Path) -> Vec<(String, String)> {
    let lines = |suffix: &str| -> Vec<String> {
        let file = gold.to_string_lossy().replace(".gold.tsv", suffix);
        let text = std::fs::read_to_string(file).expect("each gold file has its two texts");
        text.lines().map(str::to_owned).collect()
    };
    let (source, target) = (lines(".ar.txt"), lines(".en.txt"));
    let beads = std::fs::read_to_string(gold).expect("it was listed");
    let one = |cell: &str| cell.parse::<usize>().ok();
    let one_to_one = beads.lines().filter_map(|line| {
        let mut cells = line.split('\t');
        let (s, t) = (one(cells.next()?)?, one(cells.next()?)?);
        Some((source.get(s)?.clone(), target.get(t)?.clone()))
    });
    one_to_one.collect()
}

fn findings(source: &str, target: &str) -> Vec<Finding> {
    let language = |tag: &str| tag.parse::<Language>().expect("it is a tag");
    let choice = Choice { only: &[], ignore: &[], severity: Severity::Info };
    let (ar, en) = (language("ar"), language("en"));
    let found = check_pair(&PairRequest { source: (source, &ar), target: (target, &en), choice });
    found.into_iter().map(|(_, finding)| finding).collect()
}

/// What is repeated, and mixed, to make hard texts.
const UNITS: &[&str] = &[
    "1",
    "٣",
    "1,234,567,",
    "12 ",
    "+961 3 123 456 ",
    "٣ أيلول ٢٠٢٣ ",
    "3 May 2023, ",
    "1/2/2003 ",
    "9:30 ",
    "الساعة التاسعة والنصف ",
    "“",
    "\"",
    "‘",
    "«",
    "»",
    "(",
    "()",
    "([{",
    "﴿",
    "مليون ومئتان وخمسة وعشرون ألفًا و",
    "ثلاثة ",
    "ألف ",
    "وألف ",
    "one hundred and ",
    "million ",
    "محمد بن عبد الله ",
    "Abdullah bin Mohammed al-",
    "محمد",
    "Mohammed",
    "a",
    "ا",
    "َ",
    "بّ",
    "ـ",
    "\u{202e}\u{2066}",
    "\u{200d}",
    "http://a.b/",
    "http://a.b/c ",
    "@",
    "@a ",
    "#أ",
    "a@b.co ",
    ".",
    "… ",
    " ",
    "a. ",
    "،",
    "٪",
    "٤٥٪ ",
    "في المئة ",
    "{x} ",
    "{",
    "<b>",
    "</b>",
    "<",
    "GB82 WEST 1234 5698 7654 32 ",
    "XIV ",
    "World War I ",
    "قال: «لا» ",
    "لم يكن ",
    "الحادي والعشرون ",
    "(١) ",
    "¹",
    "﴿وَقُلِ﴾ [التوبة: ١٠٥] ",
    "صلى الله عليه وسلم ",
    "ab١٢،“ﷺ. ",
    "Ø§Ù„",
    "-",
    " – ",
    "١٠-٢٠ ",
    "من ١٠ إلى ٢٠ ",
    "UNRWA ",
    "(UN) ",
    "Aa ",
    "аa",
    "👨‍👩‍👧",
    "/",
    "١٤٤٥هـ ",
    "السبعينيات ",
    "يومين ",
    "$5 ",
    "أولاً: أ ",
    "أ) ",
    "خمسة فاصلة ",
    "عشرات الآلاف ",
    "نقطتين مئويتين ",
];
const LONG: usize = 100_000;

/// The longest times that pairs with a text of 100 kB take, on each side and on both.
fn long_lines(seconds: u64) {
    let repeated = |unit: &str| unit.repeat(LONG / unit.len());
    let mut slowest: Vec<(f64, String)> = Vec::new();
    let mut measure = |name: String, source: &str, target: &str| {
        for (source, target) in [(source, "Short text."), ("نص قصير.", target), (source, target)] {
            let began = std::time::Instant::now();
            let found = findings(source, target).len();
            slowest.push((began.elapsed().as_secs_f64(), format!("{name:?}, {found} findings")));
        }
    };
    for unit in UNITS {
        let text = repeated(unit);
        measure((*unit).to_owned(), &text, &text);
    }
    for (shape, source, target) in names::shapes(LONG) {
        measure(shape.to_owned(), &source, &target);
    }
    let (began, mut random, mut mixtures) = (std::time::Instant::now(), names::Random(0x9e37_79b9_7f4a_7c15), 0);
    while began.elapsed().as_secs() < seconds {
        let of: Vec<&str> = (0..1 + random.below(6)).map(|_| UNITS[random.below(UNITS.len())]).collect();
        let mut text = String::new();
        while text.len() < LONG {
            text.push_str(of[random.below(of.len())]);
        }
        measure(of.join("|"), &text, &text);
        mixtures += 1;
    }
    slowest.sort_by(|a, b| b.0.total_cmp(&a.0));
    println!(
        "{} texts of one thing, {mixtures} mixtures; the slowest, each beside a short text and itself:",
        UNITS.len()
    );
    for (time, name) in slowest.iter().take(20) {
        println!("{time:.3} s  {name}");
    }
}

fn main() {
    let words: Vec<String> = std::env::args().collect();
    if let Some(at) = words.iter().position(|word| word == "--long") {
        return long_lines(words.get(at + 1).and_then(|word| word.parse().ok()).unwrap_or(60));
    }
    let listed = words.iter().position(|word| word == "--list").and_then(|at| words.get(at + 1));
    let pairs = clean_pairs();
    let mut by_check: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    let mut by_severity: BTreeMap<Severity, usize> = BTreeMap::new();
    let began = std::time::Instant::now();
    for (source, target) in &pairs {
        let found = findings(source, target);
        let mut kinds: Vec<(&str, &str)> = found.iter().map(|f| (f.severity.as_str(), f.check)).collect();
        kinds.sort_unstable();
        kinds.dedup();
        for kind in kinds {
            *by_check.entry(kind).or_default() += 1;
        }
        for severity in Severity::ALL {
            *by_severity.entry(severity).or_default() += usize::from(found.iter().any(|f| f.severity == severity));
        }
        for finding in found.iter().filter(|f| listed.is_some_and(|id| f.check == id || f.severity.as_str() == id)) {
            let spanned = |text: &str, spans: &[std::ops::Range<usize>]| -> Vec<String> {
                spans.iter().map(|span| text[span.clone()].chars().take(40).collect()).collect()
            };
            let (s, t) = (spanned(source, &finding.source), spanned(target, &finding.target));
            println!(
                "{} {} {s:?} {t:?} {}\n  {source}\n  {target}",
                finding.severity.as_str(),
                finding.check,
                finding.message.id
            );
        }
    }
    let share = |count: usize| 100.0 * count as f64 / pairs.len().max(1) as f64;
    println!("{} pairs, {:.1} s", pairs.len(), began.elapsed().as_secs_f64());
    for ((severity, check), count) in by_check {
        println!("{severity:5} {check:22} {count:5} {:5.1} %", share(count));
    }
    for (severity, count) in by_severity {
        println!("pairs with {:5} {count:5} {:5.1} %", severity.as_str(), share(count));
    }
}
