//! Sentence ends against gold sets. The scores are those of the shared scorer: a boundary is the count of characters that are
//! no white space before it, and paragraph ends do not count. Without the shared data there is nothing to compare.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use hunayn::model::Language;
use hunayn::segmentation::sentences;

/// What a set must reach.
struct Bar {
    set: &'static str,
    /// Ends found that are right.
    precision: f64,
    /// Right ends found, of those that follow a stop.
    recall: f64,
}

/// Floors. Of the first seven sets and golden-ar: the precision of the most precise tool among those that find nearly every
/// end, with the recall of the one that finds most. Of tico-en and ewt-en: just below what these rules reach, where on
/// tico-en one tool measured is more precise (0.9984).
const BARS: [Bar; 10] = [
    Bar { set: "ntrex-ar", precision: 0.9894, recall: 1.0 },
    Bar { set: "pudnews-ar", precision: 0.9964, recall: 1.0 },
    Bar { set: "pudwiki-ar", precision: 1.0, recall: 1.0 },
    Bar { set: "tico-ar", precision: 0.9710, recall: 1.0 },
    Bar { set: "ntrex-en", precision: 0.9970, recall: 0.9949 },
    Bar { set: "pudnews-en", precision: 0.9964, recall: 1.0 },
    Bar { set: "pudwiki-en", precision: 1.0, recall: 1.0 },
    Bar { set: "tico-en", precision: 0.9950, recall: 0.9984 },
    Bar { set: "golden-ar", precision: 1.0, recall: 1.0 },
    Bar { set: "ewt-en", precision: 0.9860, recall: 0.9640 },
];

#[derive(Default)]
struct Score {
    right: usize,
    wrong: usize,
    stops: usize,
    stops_found: usize,
}

/// The number of characters before each byte boundary that are no white space.
fn marks(text: &str, ends: impl Iterator<Item = usize>) -> Vec<usize> {
    ends.map(|end| text[..end].chars().filter(|c| !c.is_whitespace()).count()).collect()
}

fn ends_with_stop(sentence: &str) -> bool {
    let closing = |c: char| "\"”»'’)]\u{200f}\u{200e}".contains(c);
    sentence.trim().trim_end_matches(closing).ends_with(['.', '!', '?', '؟', '…', '۔'])
}

fn score_paragraph(score: &mut Score, text: &str, language: &Language, gold: &[usize]) {
    let offsets: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let gold: Vec<usize> = gold.iter().map(|&end| offsets[end]).collect();
    let gold_marks = marks(text, gold.iter().copied());
    let full = text.chars().filter(|c| !c.is_whitespace()).count();
    let found = sentences(text, language);
    let found: BTreeSet<usize> =
        marks(text, found.iter().map(|range| range.end)).into_iter().filter(|&mark| mark < full).collect();
    let inner: BTreeSet<usize> = gold_marks[..gold_marks.len() - 1].iter().copied().collect();
    score.right += found.intersection(&inner).count();
    score.wrong += found.difference(&inner).count();
    let mut start = 0;
    for (end, mark) in gold.iter().zip(&gold_marks).take(gold.len() - 1) {
        if ends_with_stop(&text[start..*end]) {
            score.stops += 1;
            score.stops_found += usize::from(found.contains(mark));
        }
        start = *end;
    }
}

fn score_set(set: &str) -> Option<Score> {
    let file = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(format!("../shared/data/segmentation/{set}.jsonl"));
    let gold = fs::read_to_string(file).ok()?;
    let mut score = Score::default();
    for line in gold.lines() {
        let paragraph: serde_json::Value = serde_json::from_str(line).unwrap();
        let language = paragraph["lang"].as_str().unwrap().parse().unwrap();
        let ends = paragraph["ends"].as_array().unwrap().iter();
        let ends: Vec<usize> = ends.map(|end| usize::try_from(end.as_u64().unwrap()).unwrap()).collect();
        score_paragraph(&mut score, paragraph["text"].as_str().unwrap(), &language, &ends);
    }
    Some(score)
}

fn share(part: usize, whole: usize) -> f64 {
    let as_f64 = |n: usize| f64::from(u32::try_from(n).unwrap());
    if whole == 0 { 1.0 } else { as_f64(part) / as_f64(whole) }
}

#[test]
fn sentence_ends_stay_above_the_floor_of_each_set() {
    let mut missed = Vec::new();
    for bar in BARS {
        let Some(score) = score_set(bar.set) else { continue };
        let precision = share(score.right, score.right + score.wrong);
        let recall = share(score.stops_found, score.stops);
        if precision + 5e-5 < bar.precision || recall + 5e-5 < bar.recall {
            missed.push(format!("{}: precision {precision:.4}, recall {recall:.4}", bar.set));
        }
    }
    assert!(missed.is_empty(), "below the bar:\n{}", missed.join("\n"));
}

#[test]
fn the_sample_article_has_no_sentence_cut_in_two() {
    let ar: Language = "ar".parse().unwrap();
    let text = "بقلم: أ.د. رُواد الصفصافي";
    assert_eq!(sentences(text, &ar).len(), 1);
    let text = "وقف مزارع سبعينيّ وقال: «لم ينقص الماء، بل نقص العدل». بقيت هذه الجملة معي.";
    assert_eq!(sentences(text, &ar).len(), 2);
}
