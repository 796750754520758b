//! Makes units and queries of its own, seeded: clauses of a small language of roots with clitics, near variants of earlier units, and
//! numbers. The targets are no translations.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use super::clock::Outcome;

/// A generator of numbers: xorshift64* (Vigna 2016).
struct Dice(u64);

impl Dice {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33) as usize % bound
    }

    /// Small numbers far more often than large ones, as words come in texts.
    fn rank(&mut self, bound: usize) -> usize {
        let first = self.below(bound) + 1;
        self.below(first)
    }
}

fn words() -> Vec<String> {
    let letters: Vec<char> = "ابتثجحخدذرزسشصضطعغفقكلمنهوي".chars().collect();
    let mut dice = Dice(7);
    let proclitics = ["", "", "", "ال", "و", "وال", "ب", "ل"];
    let endings = ["", "", "", "ة", "ات", "ون", "ها", "ي"];
    (0..30_000)
        .map(|_| {
            let length = 3 + dice.below(3);
            let root: String = (0..length).map(|_| letters[dice.below(letters.len())]).collect();
            format!("{}{root}{}", proclitics[dice.below(8)], endings[dice.below(8)])
        })
        .collect()
}

fn changed(source: &str, words: &[String], dice: &mut Dice, share: usize) -> String {
    let mut parts: Vec<&str> = source.split(' ').collect();
    for _ in 0..(parts.len() * share / 100).max(1) {
        let at = dice.below(parts.len());
        parts[at] = &words[dice.rank(words.len())];
    }
    parts.join(" ")
}

/// Writes `tm_N.tmx` and `queries.tsv` into a folder.
pub(crate) fn write(folder: &Path, count: usize) -> Outcome<()> {
    let words = words();
    let mut dice = Dice(11);
    let mut sources: Vec<String> = Vec::with_capacity(count);
    while sources.len() < count {
        let source = if dice.below(4) == 0 && !sources.is_empty() {
            let earlier = dice.below(sources.len());
            let share = 5 + dice.below(40);
            changed(&sources[earlier], &words, &mut dice, share)
        } else {
            let length = 6 + dice.below(28);
            let parts: Vec<&str> = (0..length).map(|_| words[dice.rank(words.len())].as_str()).collect();
            format!("{} {}", parts.join(" "), dice.below(2000))
        };
        sources.push(source);
    }
    let mut file = String::from(
        "<?xml version=\"1.0\"?>\n<tmx version=\"1.4\"><header creationtool=\"bench\" creationtoolversion=\"1\" segtype=\"sentence\" \
         o-tmf=\"bench\" adminlang=\"en\" srclang=\"ar\" datatype=\"plaintext\"/><body>\n",
    );
    for (number, source) in sources.iter().enumerate() {
        writeln!(
            file,
            "<tu><tuv xml:lang=\"ar\"><seg>{source}</seg></tuv><tuv xml:lang=\"en\"><seg>Unit {number} of the bench, with a target \
             as long as its source is</seg></tuv></tu>"
        )?;
    }
    file.push_str("</body></tmx>\n");
    fs::write(folder.join(format!("tm_{count}.tmx")), file)?;
    let mut queries = String::new();
    for number in 0..1000 {
        let source = &sources[dice.below(sources.len())];
        let (kind, text) = match number % 4 {
            0 => ("exact", source.clone()),
            1 => ("edit_light", changed(source, &words, &mut dice, 8)),
            2 => ("edit_heavy", changed(source, &words, &mut dice, 25)),
            _ => ("unrelated", (0..20).map(|_| words[dice.rank(words.len())].clone()).collect::<Vec<_>>().join(" ")),
        };
        writeln!(queries, "{kind}\t{text}")?;
    }
    Ok(fs::write(folder.join("queries.tsv"), queries)?)
}
