//! The parts of an Arabic name: what is laid over the words of a Latin one. A word, or words that make one name (عبد الله, أبو بكر,
//! نور الدين). Weighs nothing.

use super::known::{Entry, Renderings, entries};
use super::sounds::particle;
use super::spelling::{Needs, Unit, push_units};
use super::titles::{arabic_titles, is_arabic_title_behind};
use super::words::Word;

pub(super) struct Part {
    pub(super) written: String,
    pub(super) units: Vec<Unit>,
    pub(super) needs: Needs,
    /// Whether it may be left out as a title.
    pub(super) is_title: bool,
    /// What the tables have of it.
    pub(super) entries: &'static [Entry],
    /// The renderings of the last word without its article, where more than that word makes the part and it is a common name:
    /// عمار of أبو عمار, حسن of الحسن.
    pub(super) bare: Option<&'static Renderings>,
    /// The renderings of the first word, where الدين or الله stands behind it: نصر of نصر الدين.
    pub(super) first: Option<&'static Renderings>,
}

/// The parts of these words: the titles, each by itself, and then the name.
pub(super) fn parts(words: &[Word]) -> Vec<Part> {
    let titles = arabic_titles(words);
    let mut parts: Vec<Part> = words[..titles].iter().map(|word| Part::of(std::slice::from_ref(word), true)).collect();
    let mut at = titles;
    while at < words.len() {
        let end = end_of_part(words, at);
        let is_behind = at > 0 && end == words.len() && is_arabic_title_behind(&words[at].text());
        parts.push(Part::of(&words[at..end], is_behind));
        at = end;
    }
    parts
}

/// Where the part that begins at a word ends.
fn end_of_part(words: &[Word], begin: usize) -> usize {
    let mut at = begin;
    while at + 1 < words.len() && particle(&words[at].text()).is_some() {
        at += 1;
    }
    let is_end = |word: &Word| matches!(&*word.text(), "الدين" | "الله");
    if words.get(at + 1).is_some_and(is_end) { at + 2 } else { at + 1 }
}

impl Part {
    fn of(words: &[Word], is_title: bool) -> Self {
        let mut units = Vec::new();
        let particles = words.iter().take(words.len() - 1).take_while(|word| particle(&word.text()).is_some()).count();
        for (index, word) in words.iter().enumerate() {
            push_units(&word.letters, index < particles, &mut units);
        }
        let written: Vec<&str> = words.iter().map(|word| word.written.as_str()).collect();
        let written = written.join(" ");
        let last = &words[particles];
        let (text, bare) = (last.text(), last.bare());
        let bare = if particles > 0 || bare != text { Renderings::of(&bare) } else { None };
        let entries = entries(&written);
        let first = if particles == 0 && words.len() > 1 { Renderings::of(&words[0].text()) } else { None };
        Self { written, needs: Needs::of(&units), units, is_title, entries, bare, first }
    }
}
