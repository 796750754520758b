//! Finds the Latin words that render an Arabic name in a text, and names on both sides of a pair by their letters. Decides by the
//! scorer of `text::names`; knows no authority.

mod before;
mod behind;
mod forms;
mod given;
mod instead;
mod latin;
mod renderings;
mod spans;
#[cfg(test)]
mod tree_tests;

use std::cell::OnceCell;
use std::collections::HashMap;
use std::ops::Range;

use super::words::{Word, words};
use crate::text::names::{Effort, latin_letters};
use crate::text::{is_arabic_letter, is_arabic_mark};
use forms::{ArabicWord, Best, Forms};
use latin::{ARTICLES, LatinWord, begins_sentence, runs};
use spans::Spans;

pub use before::others_before;
pub use behind::{OtherBehind, others_behind};
pub use given::another_given_name;
pub use instead::others_instead;
pub use latin::without_possessive;
pub use renderings::renderings;

/// At or above it a Latin text counts as a rendering of an Arabic name.
pub const SAME_NAME: f32 = 0.85;

/// The same where a sentence begins, and a capital does not tell a name.
const SURE_NAME: f32 = 0.9;

/// A name on both sides of a pair.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundName {
    /// Where it stands in the source, in UTF-8 bytes, with what is written on to it.
    pub source: Range<usize>,
    /// The name without clitics and without its article.
    pub arabic: String,
    /// Where it stands in the target, in UTF-8 bytes, without a possessive.
    pub target: Range<usize>,
}

/// A source and its target, read once for all that is asked of their names.
pub struct NameTexts<'a> {
    source: &'a str,
    target: &'a str,
    words: Vec<Word>,
    runs: OnceCell<Vec<Vec<LatinWord>>>,
    spans: OnceCell<Spans<'a>>,
    found: OnceCell<Vec<FoundName>>,
    effort: Effort,
}

/// How much may be read in trees for one pair of texts: about a second of work. Ten thousand different spellings of one skeleton a side,
/// each near all others, take two thirds of it; the names of an article none.
const EFFORT: u64 = 250_000_000;

impl<'a> NameTexts<'a> {
    /// Reads both.
    #[must_use]
    pub fn of(source: &'a str, target: &'a str) -> Self {
        Self {
            source,
            target,
            words: words(source),
            runs: OnceCell::new(),
            spans: OnceCell::new(),
            found: OnceCell::new(),
            effort: Effort::of(EFFORT),
        }
    }

    #[cfg(test)]
    fn within(source: &'a str, target: &'a str, effort: Effort) -> Self {
        Self { effort, ..Self::of(source, target) }
    }

    fn runs(&self) -> &[Vec<LatinWord>] {
        self.runs.get_or_init(|| runs(self.target))
    }

    fn spans(&self) -> &Spans<'a> {
        self.spans.get_or_init(|| Spans::of(self.target, self.runs()))
    }

    /// Whether a family name of the source may be rendered in the target, even badly.
    fn have(&self, family: &str) -> bool {
        self.spans().have(family, &self.words, &self.effort)
    }

    /// The same as well as is told; of a name of which many are somewhat like, even badly.
    fn have_alike(&self, family: &str, least: f32) -> bool {
        self.spans().have_alike(family, &self.words, least, &self.effort)
    }

    /// Whether all names that were asked for so far could be weighed against all that are somewhat like them. They cannot where the texts
    /// are nothing but thousands of names that are all alike: of those that were not weighed nothing is found, and nothing is said that
    /// they lack.
    #[must_use]
    pub const fn are_all_weighed(&self) -> bool {
        !self.effort.is_spent()
    }
}

/// Names on both sides of a pair of texts, by their letters: words of three consonants and more that render one another, those
/// side by side taken together; names that are translated (Cairo) where a table has them.
#[must_use]
pub fn names<'t>(texts: &'t NameTexts<'_>) -> &'t [FoundName] {
    texts.found.get_or_init(|| find(texts))
}

fn find(texts: &NameTexts<'_>) -> Vec<FoundName> {
    let (source, target) = (texts.source, texts.target);
    let arabic: Vec<ArabicWord> = texts.words.iter().filter_map(|word| ArabicWord::of(source, word)).collect();
    let forms = Forms::of(&arabic, &texts.effort);
    let mut best_of: HashMap<String, Option<Best<'_>>> = HashMap::new();
    let mut found: Vec<FoundName> = Vec::new();
    for run in texts.runs() {
        for (index, latin) in run.iter().enumerate().filter(|(_, latin)| !latin.is_particle) {
            let written = &target[latin.span.clone()];
            let letters = latin_letters(written).collect();
            let Some(best) = *best_of.entry(letters).or_insert_with(|| forms.best(written)) else { continue };
            let begins = run.len() == 1 && begins_sentence(target, latin.span.start);
            if best.likeness < if begins { SURE_NAME } else { SAME_NAME } {
                continue;
            }
            let start = match index.checked_sub(1).map(|before| &run[before]) {
                Some(before) if before.is_article => before.span.start,
                _ => latin.span.start,
            };
            let name = FoundName {
                source: arabic[best.word].span.clone(),
                arabic: best.reading.to_owned(),
                target: start..latin.span.end,
            };
            add(name, &arabic, source, target, &mut found);
        }
    }
    found.sort_by_key(|name| name.source.start);
    found
}

/// Adds a name of one word, or joins it to the name that ends just before it on both sides.
fn add(name: FoundName, arabic: &[ArabicWord], source: &str, target: &str, found: &mut Vec<FoundName>) {
    let place = |span: &Range<usize>| arabic.partition_point(|word| word.span.end < span.end);
    if let Some(before) = found.last_mut() {
        let follows = place(&before.source) + 1 == place(&name.source);
        let between = target.get(before.target.end..name.target.start).unwrap_or("?");
        let is_open = |text: &str| text.chars().all(|c| c.is_whitespace() || c == '-');
        let parted = source.get(before.source.end..name.source.start).is_none_or(|between| !is_open(between));
        if follows && is_open(between) && !parted {
            before.source.end = name.source.end;
            before.target.end = name.target.end;
            before.arabic = format!("{} {}", before.arabic, name.arabic);
            return;
        }
    }
    found.push(name);
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
    use crate::text::names::STEPS;

    /// Cells of the scorer's tables: that of one name beside its rendering has some thirty.
    const STEPS_PER_NAME: usize = 300;

    fn rendered<'t>(arabic: &str, text: &'t str) -> Option<&'t str> {
        NameTexts::of("", text).rendering(arabic, SAME_NAME).map(|(span, _)| &text[span])
    }

    #[test]
    fn a_name_is_weighed_against_those_spans_alone_that_are_somewhat_like_it() {
        let letters = [
            ('ب', 'b'),
            ('د', 'd'),
            ('ف', 'f'),
            ('ك', 'k'),
            ('ل', 'l'),
            ('م', 'm'),
            ('ن', 'n'),
            ('ر', 'r'),
            ('س', 's'),
        ];
        let names: Vec<(String, String)> = (0..500usize)
            .map(|n| {
                let [a, b, c, d] = [n % 9, n / 9 % 9, n / 81 % 9, n * 7 % 9].map(|at| letters[at]);
                let latin = format!("{}a{}{}i{}", a.1.to_uppercase(), b.1, c.1, d.1);
                ([a.0, b.0, c.0, 'ي', d.0].iter().collect(), latin)
            })
            .collect();
        // A comma parts them, so that each is a span of its own.
        let text = names.iter().map(|(_, latin)| latin.as_str()).collect::<Vec<_>>().join(", ");
        let spans = Spans::of(&text, &runs(&text));
        assert!(spans.written.len() >= 400, "{}", spans.written.len());
        let weighed: usize = names.iter().map(|(arabic, _)| spans.candidates(arabic).count()).sum();
        let all = names.len() * spans.written.len();
        assert!(weighed * 5 <= all, "{weighed} of {all}");
        for (arabic, latin) in &names {
            assert!(spans.candidates(arabic).any(|span| span.written == latin), "{arabic} {latin}");
        }
    }

    /// Texts of nothing but names, no two the same: consonants, of which some are confused, with vowels or without.
    fn many_names(count: usize) -> (String, String) {
        let consonants = [
            ('ب', "b"),
            ('ت', "t"),
            ('ج', "j"),
            ('ح', "h"),
            ('خ', "kh"),
            ('د', "d"),
            ('ر', "r"),
            ('ز', "z"),
            ('س', "s"),
            ('ش', "sh"),
            ('ص', "s"),
            ('ط', "t"),
            ('غ', "gh"),
            ('ف', "f"),
            ('ق', "q"),
            ('ك', "k"),
            ('ل', "l"),
            ('م', "m"),
            ('ن', "n"),
        ];
        let vowels = [("", "a"), ("ا", "a"), ("ي", "i"), ("و", "u")];
        let mut seed = 0x9e37_79b9_7f4a_7c15_u64;
        let mut random = |below: usize| {
            seed = seed.wrapping_mul(0x5851_f42d_4c95_7f2d).wrapping_add(1);
            (seed >> 33) as usize % below
        };
        let (mut source, mut target) = (String::new(), String::new());
        for _ in 0..count {
            let mut latin = String::new();
            for _ in 0..3 + random(2) {
                let (consonant, vowel) = (consonants[random(consonants.len())], vowels[random(vowels.len())]);
                source.push(consonant.0);
                source.push_str(vowel.0);
                latin.push_str(consonant.1);
                latin.push_str(vowel.1);
            }
            source.push(' ');
            target.push_str(&format!("{}{} ", latin[..1].to_uppercase(), &latin[1..]));
        }
        (source, target)
    }

    #[test]
    fn what_only_looks_like_a_name_is_told_with_little_work() {
        let (source, target) = many_names(2_000);
        let one_skeleton = tree_tests::one_skeleton(2_000);
        let texts = [
            (&source, &target, STEPS_PER_NAME),
            (&source, &target.to_uppercase(), STEPS_PER_NAME),
            (&one_skeleton.0, &one_skeleton.1, 2 * STEPS_PER_NAME),
        ];
        for (source, target, most) in texts {
            let before = STEPS.get();
            let texts = NameTexts::of(source, target);
            let found = names(&texts);
            let steps = STEPS.get() - before;
            let words: usize = found.iter().map(|name| name.arabic.split(' ').count()).sum();
            assert!(words > 1_000, "{words}");
            assert!(steps <= 2_000 * most, "{steps}");
        }
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
        names(&NameTexts::of(source, target))
            .iter()
            .map(|name| (name.arabic.clone(), target[name.target.clone()].to_owned()))
            .collect()
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

    #[test]
    fn another_family_name_behind_a_given_name_is_told() {
        let cases = [
            ("التقى محمود عباس الوفد", "Mahmoud Darwish met the delegation", true),
            ("التقى محمود عباس الوفد", "Mahmoud Abbas met the delegation", false),
            ("التقى محمود أحمد درويش الوفد", "Mahmoud Darwish met the delegation", false),
            ("التقى محمود الوفد", "Mahmoud Pasha met the delegation", true),
            ("التقى محمود، الوفد", "Mahmoud Pasha met the delegation", false),
            ("كريم النفس", "A generous soul", false),
        ];
        for (source, target, expected) in cases {
            assert_eq!(!others_behind(&NameTexts::of(source, target)).is_empty(), expected, "{source} | {target}");
        }
    }

    #[test]
    fn another_given_name_before_a_family_name_is_told() {
        let cases = [
            ("حضرت ليلى خوري", "Huda Khoury attended", true),
            ("حضرت ليلى خوري", "Leila Khoury attended", false),
            ("حضرت ليلى خوري وهدى خوري", "Huda Khoury attended with Leila", false),
            ("حضرت ليلى خوري", "Khoury attended", false),
            ("حضر جمال عبد الناصر", "Anwar Abdel Nasser attended", false),
            ("حضر فؤاد عبد الناصر", "Anwar Abdel Nasser attended", true),
        ];
        for (source, target, expected) in cases {
            assert_eq!(!others_before(&NameTexts::of(source, target)).is_empty(), expected, "{source} | {target}");
        }
    }

    #[test]
    fn repeated_names_are_found_each_time_and_told_once() {
        let found = pairs(&"زار القذافي، ".repeat(40), &"Gaddafi; ".repeat(40));
        assert_eq!(found, vec![("قذافي".to_owned(), "Gaddafi".to_owned()); 40]);
        let (source, target) = ("محمود عباس، ".repeat(40), "Mahmoud Darwish; ".repeat(40));
        assert_eq!(others_behind(&NameTexts::of(&source, &target)).len(), 40);
    }

    proptest::proptest! {
        #[test]
        fn nothing_panics(source in "[ء-ي ًٌَُِ،.]{0,40}", target in "[A-Za-z'’ .-]{0,60}") {
            let texts = NameTexts::of(&source, &target);
            for name in names(&texts) {
                let FoundName { source: from, target: to, .. } = name.clone();
                proptest::prop_assert!(source.get(from).is_some() && target.get(to).is_some());
            }
            let _ = (texts.rendering(&source, 0.0), others_before(&texts), others_behind(&texts), others_instead(&texts));
        }
    }
}
