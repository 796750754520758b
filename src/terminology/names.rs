//! Finds the Latin words that render an Arabic name in a text, and names on both sides of a pair by their letters. Decides by the
//! scorer of `text::names`; knows no authority.

use std::ops::Range;

use super::words::{Gap, Word, words};
use crate::text::names::{Skeletons, is_known_rendering, latin_letters, score, skeleton_of_latin, skeletons_of_arabic};
use crate::text::{is_arabic_letter, is_arabic_mark};

/// At or above it a Latin text counts as a rendering of an Arabic name.
pub const SAME_NAME: f32 = 0.85;

/// The same where a sentence begins, and a capital does not tell a name.
const SURE_NAME: f32 = 0.9;

/// Words of a Latin name at most.
const LONGEST_NAME: usize = 6;

/// A name on both sides of a pair.
#[derive(Clone, Debug, PartialEq)]
pub struct FoundName {
    /// Where it stands in the source, in UTF-8 bytes, with what is written on to it.
    pub source: Range<usize>,
    /// The name without clitics and without its article.
    pub arabic: String,
    /// Where it stands in the target, in UTF-8 bytes, without a possessive.
    pub target: Range<usize>,
    /// How likely the one renders the other, 0 to 1.
    pub score: f32,
}

/// A word of a Latin text that may belong to a name.
#[derive(Clone, Debug)]
struct LatinWord {
    /// Its place, without a possessive.
    span: Range<usize>,
    is_particle: bool,
    is_article: bool,
}

const PARTICLES: &[&str] = &[
    "al", "el", "ash", "ad", "ar", "as", "at", "az", "an", "bin", "ibn", "ben", "bint", "abu", "abou", "abi", "umm",
    "oum", "ould", "de", "du", "von", "van", "of", "the",
];

const ARTICLES: &[&str] = &["al", "el", "ash", "ad", "ar", "as", "at", "az", "an"];

fn is_capitalised(word: &str) -> bool {
    word.chars().find(|c| c.is_alphabetic() && !is_sign(*c)).is_some_and(char::is_uppercase)
}

/// ʿayn and hamza as they are written before a capital.
const fn is_sign(c: char) -> bool {
    matches!(c, 'ʿ' | 'ʾ' | 'ʼ' | '‘' | '’' | '\'' | '`')
}

/// The runs of words of a Latin text that may be names: capitalised words, and particles before them.
fn runs(text: &str) -> Vec<Vec<LatinWord>> {
    let mut runs: Vec<Vec<LatinWord>> = Vec::new();
    let mut open = false;
    for Word { span, gap, .. } in words(text) {
        let written = &text[span.clone()];
        let bare = ["'s", "’s"].iter().find_map(|end| written.strip_suffix(end)).unwrap_or(written);
        let folded = bare.to_lowercase();
        let is_particle = PARTICLES.contains(&folded.as_str());
        let is_part = is_capitalised(bare) || is_particle;
        if is_part {
            let span = span.start..span.start + bare.len();
            let is_article = ARTICLES.contains(&folded.as_str());
            let word = LatinWord { span, is_particle, is_article };
            match runs.last_mut().filter(|_| open && gap != Gap::Closed) {
                Some(run) => run.push(word),
                None => runs.push(vec![word]),
            }
        }
        // What follows a possessive is another name.
        open = is_part && bare.len() == written.len();
    }
    runs.retain(|run| run.iter().any(|word| !word.is_particle || is_capitalised(&text[word.span.clone()])));
    runs
}

/// The words of a Latin text that most likely render an Arabic name, and how likely; `None` where nothing is like it.
///
/// An article before them belongs to them.
#[must_use]
pub fn rendering(arabic: &str, text: &str) -> Option<(Range<usize>, f32)> {
    let mut best: Option<(Range<usize>, f32)> = None;
    for run in runs(text) {
        for first in 0..run.len() {
            for last in first..run.len().min(first + LONGEST_NAME) {
                if run[last].is_particle && last > first {
                    continue;
                }
                let span = run[first].span.start..run[last].span.end;
                let likeness = score(arabic, &text[span.clone()]);
                // A title that the scorer passes over is no part of the name; the article is.
                let is_better = |(known, score): &(Range<usize>, f32)| {
                    let has_article = run[first].is_article && span.end == known.end && likeness > score - 0.03;
                    let is_shorter = span.len() < known.len() && likeness >= *score;
                    likeness > *score || is_shorter && !begins_with_article(&text[known.clone()]) || has_article
                };
                if likeness > 0.0 && best.as_ref().is_none_or(is_better) {
                    best = Some((span, likeness));
                }
            }
        }
    }
    best
}

fn begins_with_article(text: &str) -> bool {
    let first = text.split([' ', '-']).next().unwrap_or_default();
    ARTICLES.contains(&first.to_lowercase().as_str())
}

/// Whether a place is where a sentence begins, and a capital says nothing.
fn begins_sentence(text: &str, at: usize) -> bool {
    let before = text[..at].trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '"' | '“' | '‘' | '(' | '\''));
    before.is_empty() || before.ends_with(['.', '!', '?', ':', '…', '”'])
}

/// Names on both sides of a pair of texts, by their letters: words of three consonants and more that render one another, those
/// side by side taken together; names that are translated (Cairo) where a table has them.
#[must_use]
pub fn names(source: &str, target: &str) -> Vec<FoundName> {
    let arabic: Vec<ArabicWord> = words(source).into_iter().filter_map(|word| ArabicWord::of(source, word)).collect();
    let mut found: Vec<FoundName> = Vec::new();
    for run in runs(target) {
        for (index, latin) in run.iter().enumerate().filter(|(_, latin)| !latin.is_particle) {
            let written = &target[latin.span.clone()];
            let skeleton = skeleton_of_latin(written);
            let is_known = is_known_rendering(written);
            if (skeleton.len() < 3 && !is_known) || !is_capitalised(written) {
                continue;
            }
            let begins = run.len() == 1 && begins_sentence(target, latin.span.start);
            let near = arabic.iter().filter(|word| is_known || word.skeletons.is_near(skeleton));
            let weighed = near.filter_map(|word| Some((word, word.best(written, is_known)?)));
            let best = weighed.max_by(|(_, (_, a)), (_, (_, b))| a.total_cmp(b));
            let Some((word, (name, likeness))) =
                best.filter(|(_, (_, likeness))| *likeness >= if begins { SURE_NAME } else { SAME_NAME })
            else {
                continue;
            };
            let start = match index.checked_sub(1).map(|before| &run[before]) {
                Some(before) if before.is_article => before.span.start,
                _ => latin.span.start,
            };
            let name =
                FoundName { source: word.span.clone(), arabic: name, target: start..latin.span.end, score: likeness };
            add(name, &arabic, source, target, &mut found);
        }
    }
    found.sort_by_key(|name| name.source.start);
    found
}

/// Adds a name of one word, or joins it to the name that ends just before it on both sides.
fn add(name: FoundName, arabic: &[ArabicWord], source: &str, target: &str, found: &mut Vec<FoundName>) {
    let place = |span: &Range<usize>| arabic.iter().position(|word| word.span.end == span.end);
    if let Some(before) = found.last_mut() {
        let follows = place(&before.source).zip(place(&name.source)).is_some_and(|(a, b)| a + 1 == b);
        let between = target.get(before.target.end..name.target.start).unwrap_or("?");
        let is_open = |text: &str| text.chars().all(|c| c.is_whitespace() || c == '-');
        let parted = source.get(before.source.end..name.source.start).is_none_or(|between| !is_open(between));
        if follows && is_open(between) && !parted {
            before.source.end = name.source.end;
            before.target.end = name.target.end;
            before.arabic = format!("{} {}", before.arabic, name.arabic);
            before.score = before.score.min(name.score);
            return;
        }
    }
    found.push(name);
}

/// A word of the source with the names that it may be once clitics are off.
struct ArabicWord {
    span: Range<usize>,
    readings: Vec<String>,
    skeletons: Skeletons,
}

const PROCLITICS: &[&str] =
    &["وبال", "وال", "فال", "بال", "كال", "ال", "ولل", "لل", "وب", "ول", "و", "ف", "ب", "ل", "ك"];

impl ArabicWord {
    fn of(source: &str, word: Word) -> Option<Self> {
        let letters: String = word.canon.chars().filter(|c| is_arabic_letter(*c)).collect();
        if letters.chars().count() < 3 {
            return None;
        }
        let mut readings =
            vec![letters.strip_prefix("ال").filter(|stem| stem.chars().count() > 2).unwrap_or(&letters).to_owned()];
        for proclitic in PROCLITICS {
            if let Some(rest) = letters.strip_prefix(proclitic).filter(|rest| rest.chars().count() >= 3)
                && !readings.iter().any(|known| known == rest)
            {
                readings.push(rest.to_owned());
            }
        }
        let skeletons = skeletons_of_arabic(&source[word.span.clone()]);
        Some(Self { span: word.span, readings, skeletons })
    }

    /// The reading that a Latin word renders best, and how well; of those alike the longest, so that no letter of a name is taken
    /// for a clitic.
    fn best(&self, latin: &str, is_known: bool) -> Option<(String, f32)> {
        let weigh = |reading: &String| {
            // The tables of known renderings have القاهرة with its article.
            let with_article = if is_known { score(&format!("ال{reading}"), latin) } else { 0.0 };
            score(reading, latin).max(with_article)
        };
        let weighed = self.readings.iter().map(|reading| (reading, weigh(reading)));
        let best = weighed.reduce(|best, other| if other.1 > best.1 + 0.01 { other } else { best });
        best.map(|(reading, likeness)| (reading.clone(), likeness))
    }
}

/// A Latin spelling for comparing: letters alone, in lower case, without marks, hyphens and Arabic articles.
#[must_use]
pub fn spelling(latin: &str) -> String {
    let letters: String = latin_letters(latin).collect();
    let words: Vec<&str> = letters.split_ascii_whitespace().collect();
    let is_part = |(index, word): &(usize, &&str)| index + 1 == words.len() || !ARTICLES.contains(*word);
    let kept: Vec<&str> = words.iter().enumerate().filter(is_part).map(|(_, word)| *word).collect();
    kept.join(" ")
}

/// The letters and explicit vowels of an Arabic text, for telling عُمان from عَمّان.
#[must_use]
pub fn vowelled(arabic: &str) -> String {
    arabic.chars().filter(|c| is_arabic_letter(*c) || is_arabic_mark(*c) || *c == ' ').collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rendered<'t>(arabic: &str, text: &'t str) -> Option<&'t str> {
        rendering(arabic, text).filter(|(_, score)| *score >= SAME_NAME).map(|(span, _)| &text[span])
    }

    #[test]
    fn the_words_that_render_a_name_are_found_whole() {
        let cases = [
            ("معمر القذافي", "In 1972 Muammar al-Gaddafi’s men left Rome.", Some("Muammar al-Gaddafi")),
            ("القذافي", "Colonel Gaddafi left", Some("Gaddafi")),
            ("القذافي", "The al-Qadhafi family", Some("al-Qadhafi")),
            ("جمال عبد الناصر", "It was Gamal Abdel Nasser who said it", Some("Gamal Abdel Nasser")),
            ("محمود عباس", "Mahmoud Darwish met the delegation", None),
            ("القاهرة", "He came to Cairo, at last", Some("Cairo")),
            ("ابن خلدون", "as Ibn Khaldun’s Muqaddimah says", Some("Ibn Khaldun")),
        ];
        for (arabic, text, expected) in cases {
            assert_eq!(rendered(arabic, text), expected, "{arabic}");
        }
    }

    fn pairs(source: &str, target: &str) -> Vec<(String, String)> {
        names(source, target).into_iter().map(|name| (name.arabic, target[name.target].to_owned())).collect()
    }

    #[test]
    fn names_are_found_on_both_sides_by_their_letters() {
        let found = pairs("زار معمر القذافي وبشار الأسد دمشق", "Muammar Gaddafi and Bashar al-Assad visited Damascus");
        let expected = [("معمر قذافي", "Muammar Gaddafi"), ("بشار أسد", "Bashar al-Assad"), ("دمشق", "Damascus")];
        assert_eq!(found, expected.map(|(a, l)| (a.to_owned(), l.to_owned())), "{found:?}");
        assert_eq!(pairs("قال الرجل كلامًا كثيرًا", "The man said a great many things."), []);
    }

    #[test]
    fn spellings_differ_by_letters_alone() {
        assert_eq!(spelling("al-Qadhdhāfī"), spelling("Qadhdhafi"));
        assert_eq!(spelling("Muammar al-Gaddafi"), "muammar gaddafi");
        assert_ne!(spelling("Gaddafi"), spelling("Qadhafi"));
        assert_eq!(spelling("ʿAbd al-Nasir"), "abd nasir");
    }

    proptest::proptest! {
        #[test]
        fn nothing_panics(source in "[ء-ي ًٌَُِ،.]{0,40}", target in "[A-Za-z'’ .-]{0,60}") {
            for name in names(&source, &target) {
                proptest::prop_assert!(source.get(name.source).is_some() && target.get(name.target).is_some());
            }
            let _ = rendering(&source, &target);
        }
    }
}
