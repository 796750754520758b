//! What an Arabic word may stand for, by candidate expansion: every way to take clitics and endings off it. Makes no stems, and
//! does not find broken plurals; those are forms of their term.

use super::reading::{Fit, Readings};
use super::words::Word;
use crate::text::is_arabic_mark;

/// What may stand before a word, and whether the article is in it.
const PROCLITICS: &[(&str, bool)] = &[
    ("", false),
    ("و", false),
    ("ف", false),
    ("ب", false),
    ("ك", false),
    ("ل", false),
    ("س", false),
    ("ا", false),
    ("وب", false),
    ("ول", false),
    ("وك", false),
    ("فب", false),
    ("فل", false),
    ("فك", false),
    ("وس", false),
    ("فس", false),
    ("ال", true),
    ("وال", true),
    ("فال", true),
    ("بال", true),
    ("كال", true),
    ("وبال", true),
    ("وكال", true),
    ("فبال", true),
    ("لل", true),
    ("ولل", true),
    ("فلل", true),
];

/// The pronouns that may end a word.
const ENCLITICS: &[&str] = &["", "ه", "ها", "هم", "هن", "هما", "ك", "كم", "كما", "ي", "نا"];

/// An ending, what may stand in its place, how many letters must be before it for the reading to be sure, and how sure it can be.
const ENDINGS: &[(&str, &[&str], usize, Fit)] = &[
    ("ات", &["", "ه"], 3, Fit::Sure),
    ("تان", &["ه"], 3, Fit::Sure),
    ("تين", &["ه"], 3, Fit::Sure),
    ("تا", &["ه"], 3, Fit::Sure),
    ("تي", &["ه"], 3, Fit::Sure),
    ("ون", &[""], 4, Fit::Sure),
    ("ين", &[""], 4, Fit::Sure),
    ("ان", &["", "ه"], 4, Fit::Sure),
    ("و", &[""], 4, Fit::Sure),
    ("يه", &["ي"], 3, Fit::Sure),
    ("يه", &[""], 3, Fit::Derived),
    ("ي", &[""], 3, Fit::Derived),
];

const ARTICLE: &str = "ال";

/// A letter as it is written at level L1, and as L2 folds it.
#[derive(Clone, Copy, Debug)]
struct Letter {
    written: char,
    folded: char,
}

/// The readings of a word of an Arabic text.
pub(super) fn readings(word: &Word) -> Readings {
    let mut readings = Readings::default();
    let letters = letters(word);
    for (proclitic, definite) in PROCLITICS {
        if let Some(rest) = without_proclitic(&letters, proclitic) {
            let before = Before { proclitic, definite: *definite };
            before.read(rest, &mut readings);
            if proclitic.ends_with("لل") {
                // للجنة is ل and اللجنة: one lam of the three was not written.
                let lam = Letter { written: 'ل', folded: 'ل' };
                let whole: Vec<Letter> = std::iter::once(lam).chain(rest.iter().copied()).collect();
                before.read(&whole, &mut readings);
            }
        }
    }
    if has_tanwin(&word.canon) && letters.last().is_some_and(|last| last.folded == 'ا') {
        for (proclitic, _) in PROCLITICS.iter().filter(|(_, definite)| !definite) {
            let rest = without_proclitic(&letters, proclitic).unwrap_or_default();
            if rest.len() > 2 {
                let fit = if proclitic.is_empty() || rest.len() > 4 { Fit::Sure } else { Fit::Short };
                readings.add(folded(&rest[..rest.len() - 1]), fit);
            }
        }
    }
    readings.add(word.key.clone(), Fit::Exact);
    readings
}

/// The keys under which a word of a term is found: itself and, in a phrase, without its article.
pub(super) fn term_keys(word: &Word, is_alone: bool) -> Vec<(String, Fit)> {
    let mut keys = vec![(word.key.clone(), Fit::Exact)];
    if let Some(stem) = word.key.strip_prefix(ARTICLE).filter(|stem| stem.chars().count() > 2) {
        // القاعدة is a name, قاعدة a base.
        keys.push((stem.to_owned(), if is_alone { Fit::Derived } else { Fit::Exact }));
    }
    keys
}

fn has_tanwin(canon: &str) -> bool {
    let mut last = canon.chars().rev();
    matches!((last.next(), last.next()), (Some('\u{64b}'), _) | (Some('ا'), Some('\u{64b}')))
}

fn letters(word: &Word) -> Vec<Letter> {
    let written: Vec<char> = word.canon.chars().filter(|c| !is_arabic_mark(*c)).collect();
    let same = written.len() == word.key.chars().count();
    let pair = |(folded, index): (char, usize)| Letter { written: if same { written[index] } else { folded }, folded };
    word.key.chars().zip(0..).map(pair).collect()
}

fn folded(letters: &[Letter]) -> String {
    letters.iter().map(|letter| letter.folded).collect()
}

/// What follows a proclitic; nothing where its letters are not those of one, such as the alef of ألمانيا.
fn without_proclitic<'w>(letters: &'w [Letter], proclitic: &str) -> Option<&'w [Letter]> {
    let length = proclitic.chars().count();
    if letters.len() < length + 2 {
        return None;
    }
    let is_question = proclitic == "ا";
    let fits = proclitic.chars().zip(letters).all(|(wanted, letter)| {
        letter.folded == wanted
            && (wanted != 'ا'
                || if is_question { letter.written == 'أ' } else { matches!(letter.written, 'ا' | 'ٱ') })
    });
    fits.then(|| &letters[length..])
}

/// What stands before the letters that are read.
struct Before<'p> {
    proclitic: &'p str,
    definite: bool,
}

impl Before<'_> {
    fn read(&self, rest: &[Letter], readings: &mut Readings) {
        for enclitic in ENCLITICS {
            let length = enclitic.chars().count();
            let Some(cut) = rest.len().checked_sub(length) else { continue };
            let (stem, end) = rest.split_at(cut);
            let fits = end.iter().map(|letter| letter.folded).eq(enclitic.chars());
            // The ة of a word is no pronoun.
            let is_pronoun = !(length == 1 && end[0].written == 'ة');
            if fits && is_pronoun && stem.len() >= 2 + usize::from(length > 0) {
                self.read_stem(stem, enclitic, rest.len(), readings);
            }
        }
    }

    /// How sure it is that this word was put together so.
    fn fit(&self, stem: usize, enclitic: &str, rest: usize) -> Fit {
        let bare = !self.proclitic.is_empty() && !self.definite;
        let too_short = (bare || !enclitic.is_empty()) && stem <= 3;
        match enclitic {
            _ if !matches!(self.proclitic, "" | ARTICLE) && rest < 3 => Fit::Scant,
            // A ي at the end makes an adjective far more often than it means mine.
            "ي" => Fit::Derived,
            _ if self.proclitic == "ا" || too_short || (self.definite && !enclitic.is_empty()) => Fit::Short,
            _ => Fit::Sure,
        }
    }

    fn read_stem(&self, stem: &[Letter], enclitic: &str, rest: usize, readings: &mut Readings) {
        let fit = self.fit(stem.len(), enclitic, rest);
        let key = folded(stem);
        if let (false, Some(last)) = (enclitic.is_empty(), stem.last()) {
            let instead = match last.folded {
                'ت' => Some('ه'),
                'ا' => Some('ي'),
                _ => None,
            };
            if let Some(instead) = instead {
                let before: String = folded(&stem[..stem.len() - 1]);
                self.add(format!("{before}{instead}"), fit, readings);
            }
        }
        for (ending, instead, sure_from, best) in ENDINGS {
            let Some(before) = key.strip_suffix(ending) else { continue };
            let left = before.chars().count();
            if left < 3 {
                continue;
            }
            let fit = fit.min(*best).min(if left >= *sure_from { Fit::Sure } else { Fit::Short });
            instead.iter().for_each(|instead| self.add(format!("{before}{instead}"), fit, readings));
        }
        if enclitic.is_empty() {
            self.read_last_letter(stem, fit, readings);
        }
        self.add(key, fit, readings);
    }

    /// The ة of a feminine, the alef of an accusative.
    fn read_last_letter(&self, stem: &[Letter], fit: Fit, readings: &mut Readings) {
        let Some((last, before)) = stem.split_last() else { return };
        if before.len() < 3 {
            return;
        }
        let reading = match last.folded {
            'ه' => Fit::Derived,
            // سوريا is not سوري.
            'ا' if before.last().is_some_and(|letter| letter.folded == 'ي') => Fit::Derived,
            'ا' if before.len() >= 4 => Fit::Sure,
            'ا' => Fit::Short,
            _ => return,
        };
        self.add(folded(before), fit.min(reading), readings);
    }

    fn add(&self, key: String, fit: Fit, readings: &mut Readings) {
        if self.definite {
            readings.add(format!("{ARTICLE}{key}"), fit);
        }
        readings.add(key, fit);
    }
}
