//! Measures how long it takes to gather paragraphs that are nearly alike: so many paragraphs of three sentences, drawn from the Arabic
//! of the shared gold sets, so that each shares sentences with many others: `-- 20000 75`, the second number being the score.

use std::path::Path;
use std::time::Instant;

use hunayn::matching::near::gathered;

fn sentences() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/alignment/sent");
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut files: Vec<_> = entries.filter_map(|entry| entry.ok().map(|entry| entry.path())).collect();
    files.retain(|path| path.to_string_lossy().ends_with(".ar.txt"));
    files.sort();
    let texts = files.iter().filter_map(|file| std::fs::read_to_string(file).ok());
    texts.flat_map(|text| text.lines().map(str::to_owned).collect::<Vec<_>>()).collect()
}

fn main() {
    let numbers: Vec<usize> = std::env::args().filter_map(|word| word.parse().ok()).collect();
    let (count, percent) =
        (numbers.first().copied().unwrap_or(5_000), numbers.get(1).and_then(|n| u8::try_from(*n).ok()).unwrap_or(75));
    let sentences = sentences();
    if sentences.is_empty() {
        println!("there are no shared sentences");
        return;
    }
    let mut seed = 0x9e37_79b9_7f4a_7c15_u64;
    let mut random = || {
        // xorshift64
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        sentences[usize::try_from(seed % sentences.len() as u64).unwrap_or(0)].as_str()
    };
    let texts: Vec<String> = (0..count).map(|_| [random(), random(), random()].join(" ")).collect();
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    let began = Instant::now();
    let found = gathered(&texts, percent);
    println!(
        "{count} paragraphs of three of {} sentences at {percent} %: {} joined another, {:.2} s",
        sentences.len(),
        found.len(),
        began.elapsed().as_secs_f64()
    );
}
