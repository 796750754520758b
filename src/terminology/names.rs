//! Finds the Latin words that render an Arabic name in a text, and names on both sides of a pair by their letters. Decides by the
//! scorer of `text::names`; knows no authority.

use std::cell::OnceCell;
use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::words::{Gap, Word, words};
use crate::text::names::{
    ArabicName, LatinName, Skeleton, Skeletons, is_common_given_name, known_names, latin_letters, name_key,
    skeleton_of_latin, skeletons_of_arabic,
};
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
    rendering_in(arabic, text, &runs(text))
}

fn rendering_in(arabic: &str, text: &str, runs: &[Vec<LatinWord>]) -> Option<(Range<usize>, f32)> {
    let arabic = ArabicName::of(arabic)?;
    let mut weighed: HashMap<&str, f32> = HashMap::new();
    let mut likeness_of = |latin| {
        let weigh = || LatinName::of(latin).map_or(0.0, |latin| arabic.score(&latin));
        *weighed.entry(latin).or_insert_with(weigh)
    };
    let mut best: Option<(Range<usize>, f32)> = None;
    for run in runs {
        for first in 0..run.len() {
            for last in first..run.len().min(first + LONGEST_NAME) {
                if run[last].is_particle && last > first {
                    continue;
                }
                let span = run[first].span.start..run[last].span.end;
                let likeness = likeness_of(&text[span.clone()]);
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

/// Every place of a Latin text that surely renders an Arabic name, in order.
#[must_use]
pub fn renderings(arabic: &str, text: &str) -> Vec<(Range<usize>, f32)> {
    let Some((span, likeness)) = rendering(arabic, text).filter(|(_, likeness)| *likeness >= SAME_NAME) else {
        return Vec::new();
    };
    let behind = renderings(arabic, &text[span.end..]);
    let shifted = behind.into_iter().map(|(other, score)| (other.start + span.end..other.end + span.end, score));
    let mut all = renderings(arabic, &text[..span.start]);
    all.push((span.clone(), likeness));
    all.extend(shifted);
    all
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

/// A source and its target, read once for all that is asked of their names.
pub struct NameTexts<'a> {
    source: &'a str,
    target: &'a str,
    words: Vec<Word>,
    runs: OnceCell<Vec<Vec<LatinWord>>>,
    spans: OnceCell<Spans<'a>>,
}

impl<'a> NameTexts<'a> {
    /// Reads both.
    #[must_use]
    pub fn of(source: &'a str, target: &'a str) -> Self {
        Self { source, target, words: words(source), runs: OnceCell::new(), spans: OnceCell::new() }
    }

    fn runs(&self) -> &[Vec<LatinWord>] {
        self.runs.get_or_init(|| runs(self.target))
    }

    fn spans(&self) -> &Spans<'a> {
        self.spans.get_or_init(|| Spans::of(self.target, self.runs()))
    }
}

/// Names on both sides of a pair of texts, by their letters: words of three consonants and more that render one another, those
/// side by side taken together; names that are translated (Cairo) where a table has them.
#[must_use]
pub fn names(texts: &NameTexts<'_>) -> Vec<FoundName> {
    let (source, target) = (texts.source, texts.target);
    let arabic: Vec<ArabicWord> = texts.words.iter().filter_map(|word| ArabicWord::of(source, word)).collect();
    let forms = Forms::of(source, &arabic);
    let mut best_of: HashMap<&str, Option<Best<'_>>> = HashMap::new();
    let mut found: Vec<FoundName> = Vec::new();
    for run in texts.runs() {
        for (index, latin) in run.iter().enumerate().filter(|(_, latin)| !latin.is_particle) {
            let written = &target[latin.span.clone()];
            let Some(best) = *best_of.entry(written).or_insert_with(|| forms.best(written)) else { continue };
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
                score: best.likeness,
            };
            add(name, &arabic, source, target, &mut found);
        }
    }
    found.sort_by_key(|name| name.source.start);
    found
}

/// The word that a Latin one renders best.
#[derive(Clone, Copy)]
struct Best<'a> {
    word: usize,
    reading: &'a str,
    likeness: f32,
}

/// The forms of the words of a source, under the keys by which the names are found that they may be.
struct Forms<'a> {
    arabic: &'a [ArabicWord],
    /// Skeletons of forms, whole or without one consonant, with the last place of each form: it is weighed once, however often it
    /// stands in the text.
    by_skeleton: Vec<(Skeleton, Cut, usize)>,
    /// The last place of each form, in order.
    places: Vec<usize>,
    /// The forms by the keys of the names that they may be; made when it is first asked for.
    by_key: OnceCell<HashMap<String, Vec<usize>>>,
}

/// Whether a skeleton is whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Cut {
    Whole,
    Shortened,
}

/// A Latin word of fewer consonants is like too many words; it has to be known.
const TELLING: usize = 3;

impl<'a> Forms<'a> {
    fn of(source: &str, arabic: &'a [ArabicWord]) -> Self {
        let mut last: HashMap<(&str, &str), usize> = HashMap::new();
        for (index, word) in arabic.iter().enumerate() {
            last.insert((&word.letters, &source[word.span.clone()]), index);
        }
        let mut places: Vec<usize> = last.into_values().collect();
        places.sort_unstable();
        let mut by_skeleton = Vec::with_capacity(4 * places.len());
        for &place in &places {
            for skeleton in &arabic[place].skeletons {
                by_skeleton.push((skeleton, Cut::Whole, place));
                let shortened = skeleton.deletions().filter(|shorter| shorter.len() >= TELLING);
                by_skeleton.extend(shortened.map(|shorter| (shorter, Cut::Shortened, place)));
            }
        }
        by_skeleton.sort_unstable();
        Self { arabic, by_skeleton, places, by_key: OnceCell::new() }
    }

    /// The places of the forms that are near a Latin skeleton, in order.
    fn near(&self, latin: Skeleton) -> Vec<usize> {
        if latin.len() < TELLING {
            let near = |place: &&usize| self.arabic[**place].skeletons.is_near(latin);
            return self.places.iter().filter(near).copied().collect();
        }
        let with = |skeleton: Skeleton| {
            let begin = self.by_skeleton.partition_point(|(known, ..)| *known < skeleton);
            self.by_skeleton[begin..].iter().take_while(move |(known, ..)| *known == skeleton)
        };
        let longer = with(latin).map(|(.., place)| *place);
        let shorter = latin.deletions().flat_map(with).filter(|(_, cut, _)| *cut == Cut::Whole);
        let mut near: Vec<usize> = longer.chain(shorter.map(|(.., place)| *place)).collect();
        near.sort_unstable();
        near.dedup();
        near
    }

    /// The places of the forms that may be one of some names, with its article or without.
    fn of_names(&self, names: &[String]) -> Vec<usize> {
        let by_key = self.by_key.get_or_init(|| {
            let mut by_key: HashMap<String, Vec<usize>> = HashMap::new();
            for &place in &self.places {
                for reading in self.arabic[place].readings() {
                    by_key.entry(name_key(&reading.text)).or_default().push(place);
                }
            }
            by_key
        });
        let keys = names.iter().flat_map(|name| [Some(name.as_str()), name.strip_prefix("ال")]).flatten();
        keys.filter_map(|key| by_key.get(key)).flatten().copied().collect()
    }

    /// The form that a Latin word renders best; nothing for a word that is no name.
    fn best(&self, written: &str) -> Option<Best<'a>> {
        let skeleton = skeleton_of_latin(written);
        let known = known_names(written);
        if (skeleton.len() < TELLING && known.is_empty()) || !is_capitalised(written) {
            return None;
        }
        let mut candidates = self.near(skeleton);
        if !known.is_empty() {
            candidates.extend(self.of_names(known));
            candidates.sort_unstable();
            candidates.dedup();
        }
        let latin = LatinName::of(written)?;
        let weighed = candidates.into_iter().filter_map(|word| {
            let (reading, likeness) = self.arabic[word].best(&latin, !known.is_empty())?;
            Some(Best { word, reading, likeness })
        });
        weighed.max_by(|a, b| a.likeness.total_cmp(&b.likeness))
    }
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
            before.score = before.score.min(name.score);
            return;
        }
    }
    found.push(name);
}

/// A word of the source with the names that it may be once clitics are off.
struct ArabicWord {
    span: Range<usize>,
    letters: String,
    readings: OnceCell<Vec<NameReading>>,
    skeletons: Skeletons,
}

/// What a word may be, read as a name when it is first weighed.
struct NameReading {
    text: String,
    name: OnceCell<Option<ArabicName>>,
    with_article: OnceCell<Option<ArabicName>>,
}

impl NameReading {
    fn of(text: &str) -> Self {
        Self { text: text.to_owned(), name: OnceCell::new(), with_article: OnceCell::new() }
    }

    fn likeness(&self, latin: &LatinName, is_known: bool) -> f32 {
        let score = |name: &Option<ArabicName>| name.as_ref().map_or(0.0, |name| name.score(latin));
        let alone = score(self.name.get_or_init(|| ArabicName::of(&self.text)));
        if !is_known {
            return alone;
        }
        // The tables of known renderings have القاهرة with its article.
        alone.max(score(self.with_article.get_or_init(|| ArabicName::of(&format!("ال{}", self.text)))))
    }
}

const PROCLITICS: &[&str] =
    &["وبال", "وال", "فال", "بال", "كال", "ال", "ولل", "لل", "وب", "ول", "و", "ف", "ب", "ل", "ك"];

impl ArabicWord {
    fn of(source: &str, word: &Word) -> Option<Self> {
        let letters: String = word.canon.chars().filter(|c| is_arabic_letter(*c)).collect();
        if letters.chars().count() < 3 {
            return None;
        }
        let skeletons = skeletons_of_arabic(&source[word.span.clone()]);
        Some(Self { span: word.span.clone(), letters, readings: OnceCell::new(), skeletons })
    }

    /// The word without its article, and what may be left of it without proclitics.
    fn readings(&self) -> &[NameReading] {
        self.readings.get_or_init(|| {
            let letters = &self.letters;
            let bare = letters.strip_prefix("ال").filter(|stem| stem.chars().count() > 2).unwrap_or(letters);
            let mut readings = vec![NameReading::of(bare)];
            for proclitic in PROCLITICS {
                if let Some(rest) = letters.strip_prefix(proclitic).filter(|rest| rest.chars().count() >= 3)
                    && !readings.iter().any(|known| known.text == rest)
                {
                    readings.push(NameReading::of(rest));
                }
            }
            readings
        })
    }

    /// The reading that a Latin word renders best, and how well; of those alike the longest, so that no letter of a name is taken
    /// for a clitic.
    fn best(&self, latin: &LatinName, is_known: bool) -> Option<(&str, f32)> {
        let weighed = self.readings().iter().map(|reading| (reading.text.as_str(), reading.likeness(latin, is_known)));
        weighed.reduce(|best, other| if other.1 > best.1 + 0.01 { other } else { best })
    }
}

/// A name of two words whose first is rendered while another name stands behind it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OtherBehind {
    /// The two words of the source.
    pub source: Range<usize>,
    /// The two words of the target.
    pub target: Range<usize>,
}

/// A likeness below which two names are surely two.
const OTHER_NAME: f32 = 0.6;

/// Arabic words after a given name in which the name behind it may stand: fathers are left out.
const WORDS_OF_A_NAME: usize = 4;

/// Persons of a source whose common given name is rendered in a target, where another family name stands behind it and their own
/// stands nowhere: محمود عباس as Mahmoud Darwish. Each with the first such place of the target.
#[must_use]
pub fn others_behind(texts: &NameTexts<'_>) -> Vec<OtherBehind> {
    let (arabic, target) = (&texts.words, texts.target);
    let mut rendered: HashMap<&str, Vec<[&LatinWord; 2]>> = HashMap::new();
    let mut places: HashMap<Vec<&str>, Option<Range<usize>>> = HashMap::new();
    let mut found = Vec::new();
    for (index, given) in arabic.iter().enumerate().filter(|(_, word)| is_common_given_name(&word.canon)) {
        let behind: Vec<&Word> =
            arabic[index + 1..].iter().take_while(|word| word.gap == Gap::Open).take(WORDS_OF_A_NAME).collect();
        let Some(family) = behind.first().filter(|word| word.key.chars().count() >= 3) else { continue };
        let runs = texts.runs();
        let pairs = rendered.entry(&given.canon).or_insert_with(|| pairs_behind(&given.canon, target, runs));
        let names = behind.iter().map(|word| word.canon.as_str());
        let place = places.entry(names.chain([given.canon.as_str()]).collect());
        let place = place.or_insert_with(|| other_behind(&behind, pairs, texts));
        let source = given.span.start..family.span.end;
        found.extend(place.clone().map(|target| OtherBehind { source, target }));
    }
    found
}

/// The words of a target that surely render a given name, each spelling with what stands behind it once.
fn pairs_behind<'r>(given: &str, target: &str, runs: &'r [Vec<LatinWord>]) -> Vec<[&'r LatinWord; 2]> {
    let Some(given) = ArabicName::of(given) else { return Vec::new() };
    let latin = |word: &LatinWord| &target[word.span.clone()];
    let mut weighed: HashMap<&str, bool> = HashMap::new();
    let mut is_rendering = |word: &LatinWord| {
        let weigh = || LatinName::of(latin(word)).is_some_and(|name| given.score(&name) >= SAME_NAME);
        *weighed.entry(latin(word)).or_insert_with(weigh)
    };
    let mut seen = HashSet::new();
    let mut pairs = Vec::new();
    for pair in runs.iter().flat_map(|run| run.windows(2)) {
        let [first, last] = pair else { continue };
        if !first.is_particle && !last.is_particle && is_rendering(first) && seen.insert([latin(first), latin(last)]) {
            pairs.push([first, last]);
        }
    }
    pairs
}

/// The first of some pairs of words whose second is none of the names behind a given name, if the first of these is nowhere.
fn other_behind(behind: &[&Word], pairs: &[[&LatinWord; 2]], texts: &NameTexts<'_>) -> Option<Range<usize>> {
    let target = texts.target;
    let names: Vec<ArabicName> = behind.iter().filter_map(|word| ArabicName::of(&word.canon)).collect();
    let is_of_the_name = |word: &LatinWord| {
        let latin = LatinName::of(&target[word.span.clone()]);
        latin.is_some_and(|latin| names.iter().any(|name| name.score(&latin) >= OTHER_NAME))
    };
    let [first, last] = pairs.iter().find(|[_, last]| !is_of_the_name(last))?;
    let is_elsewhere = texts.spans().have(&behind.first()?.canon);
    (!is_elsewhere).then_some(first.span.start..last.span.end)
}

/// Words of a Latin text that one Arabic word may take: Abd al-Rahman.
const WIDEST: usize = 3;

/// The spans of a Latin text that may be names, each spelling once, by what they may render: so that a name is weighed against
/// those alone that are somewhat like it.
struct Spans<'a> {
    written: Vec<&'a str>,
    by_skeleton: HashMap<Skeleton, Vec<usize>>,
    by_name: HashMap<&'static str, Vec<usize>>,
}

impl<'a> Spans<'a> {
    fn of(text: &'a str, runs: &[Vec<LatinWord>]) -> Self {
        let mut spans = Self { written: Vec::new(), by_skeleton: HashMap::new(), by_name: HashMap::new() };
        let mut seen = HashSet::new();
        for run in runs {
            for (first, word) in run.iter().enumerate() {
                for last in run[first..].iter().take(WIDEST).filter(|last| !last.is_particle) {
                    let written = &text[word.span.start..last.span.end];
                    if seen.insert(written) {
                        spans.add(written);
                    }
                }
            }
        }
        spans
    }

    fn add(&mut self, written: &'a str) {
        let number = self.written.len();
        self.written.push(written);
        for skeleton in shortened(skeleton_of_latin(written)) {
            self.by_skeleton.entry(skeleton).or_default().push(number);
        }
        for name in known_names(written) {
            self.by_name.entry(name).or_default().push(number);
        }
    }

    /// Those that are somewhat like a name.
    fn candidates(&self, arabic: &str) -> HashSet<usize> {
        let key = name_key(arabic);
        let keys = [Some(key.as_str()), key.strip_prefix("ال")];
        let known = keys.into_iter().flatten().filter_map(|key| self.by_name.get(key)).flatten();
        let skeletons: HashSet<Skeleton> = skeletons_of_arabic(arabic).into_iter().flat_map(shortened).collect();
        let alike = skeletons.iter().filter_map(|skeleton| self.by_skeleton.get(skeleton)).flatten();
        known.chain(alike).copied().collect()
    }

    /// Whether one of them may render a name, even badly.
    fn have(&self, arabic: &str) -> bool {
        let Some(name) = ArabicName::of(arabic) else { return false };
        let renders = |latin: LatinName| name.score(&latin) >= OTHER_NAME;
        self.candidates(arabic).into_iter().any(|number| LatinName::of(self.written[number]).is_some_and(renders))
    }
}

/// A skeleton, and it without one of its consonants where two are left: two names in doubtful spellings share one of these, each
/// lacking one consonant of the other.
fn shortened(skeleton: Skeleton) -> impl Iterator<Item = Skeleton> {
    let shorter: HashSet<Skeleton> = skeleton.deletions().filter(|shorter| shorter.len() >= 2).collect();
    std::iter::once(skeleton).chain(shorter)
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
        let weighed: usize = names.iter().map(|(arabic, _)| spans.candidates(arabic).len()).sum();
        let all = names.len() * spans.written.len();
        assert!(weighed * 5 <= all, "{weighed} of {all}");
        for (arabic, latin) in &names {
            let own = spans.written.iter().position(|written| written == latin);
            assert!(own.is_some_and(|own| spans.candidates(arabic).contains(&own)), "{arabic} {latin}");
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
            .into_iter()
            .map(|name| (name.arabic, target[name.target].to_owned()))
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
                proptest::prop_assert!(source.get(name.source).is_some() && target.get(name.target).is_some());
            }
            let _ = (rendering(&source, &target), others_behind(&texts));
        }
    }
}
