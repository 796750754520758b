//! Sentence bounds on running text: precision and recall against the gold sets, where they are present. Facts about single
//! rules are tested beside the rules.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use hunayn::model::Language;
use hunayn::segmentation::sentences;

/// Counts of boundaries: found and right, found and wrong, and of those after terminal punctuation in the gold, all and found.
#[derive(Default)]
struct Score {
    right: usize,
    wrong: usize,
    stopped: usize,
    stopped_found: usize,
}

impl Score {
    fn precision(&self) -> f64 {
        ratio(self.right, self.right + self.wrong)
    }

    /// Recall on the boundaries that follow terminal punctuation, the fair one: headings inside lines have none.
    fn recall(&self) -> f64 {
        ratio(self.stopped_found, self.stopped)
    }
}

#[expect(clippy::cast_precision_loss, reason = "counts of sentences are small")]
fn ratio(part: usize, whole: usize) -> f64 {
    part as f64 / whole.max(1) as f64
}

/// The bounds between sentences, each as a count of the characters before it that are no white space, with its byte offset.
/// The end of the text is left out.
fn bounds(text: &str, ends: impl Iterator<Item = usize>) -> BTreeSet<(usize, usize)> {
    let mut counts = vec![0; text.len() + 1];
    let mut count = 0;
    for (at, c) in text.char_indices() {
        count += usize::from(!c.is_whitespace());
        counts[at + c.len_utf8()] = count;
    }
    ends.map(|end| (counts[end], end)).filter(|(at, _)| (1..count).contains(at)).collect()
}

fn is_stopped(sentence: &str) -> bool {
    let closers = ['"', '”', '»', '\'', '’', ')', ']', '\u{200f}', '\u{200e}'];
    sentence.trim().trim_end_matches(closers).ends_with(['.', '!', '?', '؟', '…', '۔'])
}

/// The score of one gold set; `None` where the gold is not there.
fn score(set: &str, language: &Language) -> Option<Score> {
    let file =
        PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/data/segmentation").join(format!("{set}.jsonl"));
    let gold = fs::read_to_string(file).ok()?;
    let mut score = Score::default();
    for line in gold.lines() {
        let record: serde_json::Value = serde_json::from_str(line).expect("the gold is JSON lines");
        let text = record["text"].as_str().expect("every record has a text");
        let offsets: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        let ends = record["ends"].as_array().expect("every record has ends").iter();
        let ends: Vec<usize> = ends.filter_map(serde_json::Value::as_u64).map(|end| offsets[end as usize]).collect();
        let expected = bounds(text, ends.into_iter());
        let found = bounds(text, sentences(text, language).into_iter().map(|range| range.end));
        let found: BTreeSet<usize> = found.into_iter().map(|(at, _)| at).collect();
        let right = expected.iter().filter(|(at, _)| found.contains(at)).count();
        score.right += right;
        score.wrong += found.len() - right;
        for (at, _) in expected.iter().filter(|(_, end)| is_stopped(&text[..*end])) {
            score.stopped += 1;
            score.stopped_found += usize::from(found.contains(at));
        }
    }
    Some(score)
}

#[test]
fn running_text_is_cut_at_least_as_well_as_by_the_best_rule_sets() {
    let bars = [
        ("ntrex-ar", "ar", 0.9894, 0.9989),
        ("pudnews-ar", "ar", 0.9930, 1.0),
        ("tico-ar", "ar", 0.9710, 1.0),
        ("pudwiki-ar", "ar", 1.0, 1.0),
        ("ntrex-en", "en", 0.9970, 0.9949),
        ("pudnews-en", "en", 0.9965, 1.0),
        ("tico-en", "en", 0.9984, 0.9978),
        ("pudwiki-en", "en", 1.0, 1.0),
        ("ewt-en", "en", 0.9614, 0.95),
    ];
    for (set, tag, precision, recall) in bars {
        let language: Language = tag.parse().expect("a language tag");
        let Some(score) = score(set, &language) else { continue };
        // The bars are rounded to four places.
        assert!(score.precision() > precision - 6e-5, "{set}: precision {:.4} below {precision}", score.precision());
        assert!(score.recall() > recall - 6e-5, "{set}: recall {:.4} below {recall}", score.recall());
    }
}
