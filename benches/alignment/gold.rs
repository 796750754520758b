//! Beads as the shared scorer counts them, and the gold sets. A gap of several segments is as many gaps of one, on both sides
//! of a comparison, so that nothing is gained or lost by the way of writing gaps.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use hunayn::model::AlignedBead;

/// The segments of a source and of a target that belong together.
pub(crate) type Bead = (Vec<usize>, Vec<usize>);

/// Two texts and the beads that are right.
pub(crate) struct Case {
    pub(crate) source: Vec<String>,
    pub(crate) target: Vec<String>,
    pub(crate) gold: BTreeSet<Bead>,
}

/// Adds a bead as the scorer counts it.
pub(crate) fn add(beads: &mut BTreeSet<Bead>, (source, target): Bead) {
    if source.is_empty() || target.is_empty() {
        beads.extend(source.into_iter().map(|i| (vec![i], vec![])));
        beads.extend(target.into_iter().map(|j| (vec![], vec![j])));
    } else {
        beads.insert((source, target));
    }
}

/// How many beads agree.
#[derive(Clone, Copy, Default)]
pub(crate) struct Score {
    right: usize,
    given: usize,
    wanted: usize,
}

impl Score {
    /// Counts the beads of one case.
    pub(crate) fn add(&mut self, found: &[AlignedBead], gold: &BTreeSet<Bead>) {
        let mut given = BTreeSet::new();
        for bead in found {
            add(&mut given, (bead.source.clone().collect(), bead.target.clone().collect()));
        }
        self.right += given.intersection(gold).count();
        self.given += given.len();
        self.wanted += gold.len();
    }

    /// The harmonic mean of precision and recall over exact beads, gaps among them.
    pub(crate) fn f1(&self) -> f64 {
        2.0 * self.right as f64 / (self.given + self.wanted).max(1) as f64
    }
}

/// How often beads of a certain confidence are right, in ten classes.
#[derive(Default)]
pub(crate) struct Calibration([(usize, usize); 10]);

impl Calibration {
    /// Counts the beads of one case.
    pub(crate) fn add(&mut self, found: &[AlignedBead], gold: &BTreeSet<Bead>) {
        for bead in found {
            let class = &mut self.0[((bead.confidence * 10.0) as usize).min(9)];
            class.0 += 1;
            let pair = (bead.source.clone().collect(), bead.target.clone().collect());
            class.1 += usize::from(gold.contains(&pair));
        }
    }

    /// For each class: lower end of the confidence, beads, beads that are right.
    pub(crate) fn classes(&self) -> impl Iterator<Item = (f64, usize, usize)> + '_ {
        self.0.iter().enumerate().map(|(class, &(beads, right))| (class as f64 / 10.0, beads, right))
    }
}

/// The folder of the shared sets.
pub(crate) fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/alignment")
}

/// The lines of a file.
pub(crate) fn lines(path: &Path) -> std::io::Result<Vec<String>> {
    Ok(fs::read_to_string(path)?.lines().map(str::to_owned).collect())
}

/// The cases of a set, in the order of their names.
pub(crate) fn cases(set: &str) -> std::io::Result<Vec<Case>> {
    let folder = folder().join(set);
    let mut names = Vec::new();
    for entry in fs::read_dir(&folder)? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        names.extend(name.strip_suffix(".gold.tsv").map(str::to_owned));
    }
    names.sort();
    let case = |name: &String| {
        let file = |end: &str| folder.join(format!("{name}.{end}"));
        let gold = lines(&file("gold.tsv"))?;
        Ok(Case { source: lines(&file("ar.txt"))?, target: lines(&file("en.txt"))?, gold: beads(&gold) })
    };
    names.iter().map(case).collect()
}

/// Reads beads: 0-based indices with commas between, a tab, those of the other side.
fn beads(rows: &[String]) -> BTreeSet<Bead> {
    let indices = |column: &str| {
        let words = column.split(',').map(str::trim).filter(|word| !word.is_empty());
        words.map(|word| word.parse().expect("gold holds indices")).collect::<Vec<usize>>()
    };
    let mut beads = BTreeSet::new();
    for row in rows.iter().filter(|row| !row.trim().is_empty() && !row.starts_with('#')) {
        let mut columns = row.split('\t');
        let (source, target) = (columns.next().unwrap_or(""), columns.next().unwrap_or(""));
        add(&mut beads, (indices(source), indices(target)));
    }
    beads
}
