//! Labels such as ORF1a, N95 and 1860s: Latin letters and digits that are one word. One that stands to the letter in both texts is a
//! name there, whatever number it would be elsewhere. What differs by a letter or a digit it leaves to be compared.

use std::collections::{HashMap, VecDeque};
use std::ops::Range;

/// Where the labels stand that both texts have, each as often as both do.
pub(super) fn shared(source: &str, target: &str) -> (Vec<Range<usize>>, Vec<Range<usize>>) {
    let mut waiting: HashMap<&str, VecDeque<Range<usize>>> = HashMap::new();
    for span in labels(target) {
        waiting.entry(&target[span.clone()]).or_default().push_back(span);
    }
    let pairs = labels(source).filter_map(|span| {
        let other = waiting.get_mut(&source[span.clone()])?.pop_front()?;
        Some((span, other))
    });
    pairs.unzip()
}

/// The runs of Latin letters and digits that have some of both.
fn labels(text: &str) -> impl Iterator<Item = Range<usize>> {
    let runs = text.split(|c: char| !c.is_ascii_alphanumeric());
    let mixed = runs
        .filter(|run| run.contains(|c: char| c.is_ascii_digit()) && run.contains(|c: char| c.is_ascii_alphabetic()));
    mixed.map(|run| {
        let start = run.as_ptr() as usize - text.as_ptr() as usize;
        start..start + run.len()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_is_shared_as_often_as_both_texts_have_it() {
        let told = |source, target| {
            let (from, to) = shared(source, target);
            let texts = |text: &str, spans: Vec<Range<usize>>| -> Vec<String> {
                spans.into_iter().map(|span| text[span].to_owned()).collect()
            };
            (texts(source, from), texts(target, to))
        };
        let one = |label: &str| (vec![label.to_owned()], vec![label.to_owned()]);
        assert_eq!(told("(ORF1a وORF1b)", "ORF1b alone"), one("ORF1b"));
        assert_eq!(told("قناع N95 وآخر N95", "an N95 mask"), one("N95"));
        assert_eq!(told("قناع N95 عام 1995", "an N59 mask of 1995"), (vec![], vec![]));
        assert_eq!(told("٤٥كم و45km", "45km"), one("45km"));
        assert_eq!(told("", "a1"), (vec![], vec![]));
    }
}
