//! Bounds: a number that one side gives as the least and the other as the most, ما لا يقل عن ٣٠ as no more than 30; and one that the
//! target turns into its contrary: لا يتجاوز as exceeds.

use std::ops::Range;
use std::sync::LazyLock;

use super::pair::{Pair, Side, SideWord};
use crate::model::{Finding, Message, Severity};
use crate::text::norm;

/// What a number is said to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Bound {
    Least,
    Most,
}

impl Bound {
    const fn turned(self) -> Self {
        match self {
            Self::Least => Self::Most,
            Self::Most => Self::Least,
        }
    }
}

/// Verbs between which and their number other words may stand, and what stands before that number: لا يقل عدد القتلى عن ٣٠.
const VERBS: &[(&str, Bound)] = &[
    ("يقل تقل يقلون قل قلت", Bound::Most),
    ("يزيد تزيد يتجاوز تتجاوز يتعدى تتعدى يفوق تفوق يربو تربو تجاوز تجاوزت تعدى تعدت فاق فاقت زاد زادت", Bound::Least),
];
/// Words that stand before a number, with من between or without.
const BEFORE: &[(&str, Bound)] = &[("أكثر أزيد فوق", Bound::Least), ("أقل دون", Bound::Most)];
/// Two words behind a number, or behind what it counts.
const BEHIND: &[(&str, Bound)] = &[
    ("على الأقل", Bound::Least),
    ("كحد أدنى", Bound::Least),
    ("فأكثر", Bound::Least),
    ("على الأكثر", Bound::Most),
    ("كحد أقصى", Bound::Most),
    ("فأقل", Bound::Most),
];
/// Of these verbs those whose number is their object: لا تتجاوز الزيادة ٥.
const TRANSITIVE: &str = "يتجاوز تتجاوز يتعدى تتعدى يفوق تفوق تجاوز تجاوزت تعدى تعدت فاق فاقت";
/// What denies with أن behind it.
const WITHOUT: &[&str] = &["دون", "بدون", "ودون"];
const ARABIC_DENIALS: &[&str] = &["لا", "لم", "لن", "ليس", "ليست", "ولا", "ولم", "ولن", "فلا"];

/// English words before a number.
const ENGLISH_BEFORE: &[(&[&str], Bound)] = &[
    (&["at", "least"], Bound::Least),
    (&["more", "than"], Bound::Least),
    (&["over"], Bound::Least),
    (&["above"], Bound::Least),
    (&["upwards", "of"], Bound::Least),
    (&["in", "excess", "of"], Bound::Least),
    (&["a", "minimum", "of"], Bound::Least),
    (&["exceed"], Bound::Least),
    (&["exceeds"], Bound::Least),
    (&["exceeded"], Bound::Least),
    (&["exceeding"], Bound::Least),
    (&["at", "most"], Bound::Most),
    (&["up", "to"], Bound::Most),
    (&["fewer", "than"], Bound::Most),
    (&["less", "than"], Bound::Most),
    (&["under"], Bound::Most),
    (&["below"], Bound::Most),
    (&["a", "maximum", "of"], Bound::Most),
];
const ENGLISH_BEHIND: &[(&[&str], Bound)] = &[
    (&["or", "more"], Bound::Least),
    (&["at", "least"], Bound::Least),
    (&["or", "fewer"], Bound::Most),
    (&["or", "less"], Bound::Most),
    (&["at", "most"], Bound::Most),
];
/// Words that give a bound by themselves.
const ENGLISH_ALONE: &[&str] = &["just", "only", "mere", "merely", "within", "best"];
const ENGLISH_DENIALS: &[&str] = &["no", "not", "never", "nor", "without", "cannot", "nobody", "none"];
/// So many words may stand between a verb and its number, and between a number and what bounds it from behind.
const FEW: usize = 6;
const FEW_BEHIND: usize = 3;

/// The tables as keys.
static TABLES: LazyLock<[Vec<(String, Bound)>; 3]> = LazyLock::new(|| {
    let words = |rows: &[(&str, Bound)]| {
        rows.iter().flat_map(|(words, bound)| words.split(' ').map(|word| (norm(word), *bound))).collect()
    };
    let phrases = BEHIND.iter().map(|(phrase, bound)| (norm(phrase), *bound)).collect();
    [words(VERBS), words(BEFORE), phrases]
});

fn of(table: &[(String, Bound)], word: &str) -> Option<Bound> {
    let bare = word.strip_prefix(['ب', 'ل', 'و', 'ف', 'ك']);
    table.iter().find(|(known, _)| *known == word || Some(known.as_str()) == bare).map(|(_, bound)| *bound)
}

fn is_transitive(verb: &str) -> bool {
    let bare = verb.strip_prefix(['و', 'ف']).unwrap_or(verb);
    TRANSITIVE.split(' ').map(norm).any(|known| known == bare || known == verb)
}

fn is_denial(side: &Side<'_>, word: &SideWord) -> bool {
    let is_not_to = matches!(word.key.as_str(), "الا" | "والا" | "بالا" | "لءلا") && !side.at(&word.span).contains('إ');
    is_not_to || ARABIC_DENIALS.contains(&word.key.as_str())
}

/// Whether a denial at a word is of a bound: لن يقل العجز عن ٧, which is at least 7.
pub(super) fn is_of_a_bound(side: &Side<'_>, words: &[SideWord], at: usize) -> bool {
    let [verbs, before, _] = &*TABLES;
    let quantities = &side.reading().quantities;
    let is_counted = |bound: usize| {
        let next = quantities.partition_point(|quantity| quantity.span.start < words[bound].span.end);
        let until = words.get(bound + FEW).or(words.last()).map_or(0, |word| word.span.end);
        quantities.get(next).is_some_and(|quantity| quantity.span.start < until)
    };
    let mut bounds = (at + 1..words.len().min(at + 1 + FEW))
        .filter(|at| of(verbs, &words[*at].key).or_else(|| of(before, &words[*at].key)).is_some());
    bounds.any(is_counted)
}

/// Whether English words give a bound.
pub(super) fn is_said(words: &[SideWord]) -> bool {
    let begins = |at: usize, phrase: &[&str]| {
        phrase.iter().enumerate().all(|(ahead, word)| words.get(at + ahead).is_some_and(|own| own.key == *word))
    };
    (0..words.len()).any(|at| {
        ENGLISH_ALONE.contains(&words[at].key.as_str())
            || ENGLISH_BEFORE.iter().chain(ENGLISH_BEHIND).any(|(phrase, _)| begins(at, phrase))
    })
}

/// The words of a side around a number, which begins at one of them and ends before another; as far as the number before it.
struct Around<'s> {
    side: &'s Side<'s>,
    words: &'s [SideWord],
    start: usize,
    end: usize,
    first: usize,
    behind: usize,
}

impl<'s> Around<'s> {
    fn of(side: &'s Side<'s>, number: usize) -> Self {
        let (words, quantities) = (side.words(), &side.reading().quantities);
        let span = &quantities[number].span;
        let before = number.checked_sub(1).map_or(0, |before| quantities[before].span.end);
        let start = words.partition_point(|word| word.span.start < before);
        let first = words.partition_point(|word| word.span.end <= span.start);
        let after = quantities.get(number + 1).map_or(side.text.len(), |next| next.span.start);
        let end = words.partition_point(|word| word.span.start < after);
        Self { side, words, start, first, behind: words.partition_point(|word| word.span.start < span.end), end }
    }

    /// The word so many before the number, if none other stands between.
    fn word_before(&self, away: usize) -> Option<&'s SideWord> {
        self.first.checked_sub(away).filter(|at| *at >= self.start).map(|at| &self.words[at])
    }

    fn before(&self, away: usize) -> &'s str {
        self.word_before(away).map_or("", |word| word.key.as_str())
    }

    fn behind(&self, away: usize) -> &'s str {
        let at = Some(self.behind + away).filter(|at| *at < self.end);
        at.and_then(|at| self.words.get(at)).map_or("", |word| word.key.as_str())
    }

    /// Whether some words so far behind the number stand right before the next one, and belong to that.
    fn is_of_the_next(&self, away: usize, length: usize) -> bool {
        self.end < self.words.len() && self.behind + away + length == self.end
    }

    /// What a bound is that begins so many words before the number: turned by a denial right before it, and not known where a denial
    /// stands further ahead, which may be of it or of something else.
    fn unless_denied(&self, bound: Bound, away: usize, is_denial: impl Fn(usize) -> bool) -> Option<Bound> {
        if is_denial(away + 1) {
            return Some(bound.turned());
        }
        (away + 2..=away + 2 + FEW).all(|away| !is_denial(away)).then_some(bound)
    }

    /// Whether the word so many before the number denies; ألا does, whose key is that of إلا, and دون أن.
    fn denies(&self, away: usize) -> bool {
        let is_without = self.before(away) == "ان" && WITHOUT.contains(&self.before(away + 1));
        is_without || self.word_before(away).is_some_and(|word| is_denial(self.side, word))
    }

    fn arabic(&self) -> Option<Bound> {
        let [verbs, before, behind] = &*TABLES;
        let denied = |away| self.denies(away);
        let joint = usize::from(matches!(self.before(1), "من" | "عن" | "علي"));
        if let Some(bound) = of(before, self.before(1 + joint)) {
            return self.unless_denied(bound, 1 + joint, denied);
        }
        let verb = (1 + joint..=FEW).find_map(|away| Some((away, of(verbs, self.before(away))?)));
        // زاد من ٣٠ tells where it began.
        let is_joint = matches!(self.before(1), "عن" | "علي");
        let is_object = |away| away <= FEW_BEHIND && is_transitive(self.before(away));
        if let Some((away, bound)) = verb.filter(|(away, _)| is_joint || *away == 1 || is_object(*away)) {
            // لم يكن عدد السكان يتجاوز
            let was_not = |away| matches!(self.before(away), "يكن" | "تكن" | "يكونوا") && self.denies(away + 1);
            if (away + 1..=away + FEW).any(was_not) {
                return Some(bound.turned());
            }
            return self.unless_denied(bound, away, denied);
        }
        let phrase = |away: usize| format!("{} {}", self.behind(away), self.behind(away + 1));
        (0..FEW_BEHIND).find_map(|away| of(behind, &phrase(away)).or_else(|| of(behind, self.behind(away))))
    }

    fn english(&self) -> Option<Bound> {
        let is_before =
            |phrase: &[&str]| phrase.iter().rev().enumerate().all(|(at, word)| self.before(1 + at) == *word);
        if let Some((phrase, bound)) = ENGLISH_BEFORE.iter().find(|(phrase, _)| is_before(phrase)) {
            let denied = |away: usize| {
                let word = self.before(away);
                ENGLISH_DENIALS.contains(&word) || word.ends_with("n't")
            };
            return self.unless_denied(*bound, phrase.len(), denied);
        }
        let is_behind =
            |phrase: &[&str], away: usize| phrase.iter().enumerate().all(|(at, word)| self.behind(away + at) == *word);
        let is_own = |phrase: &[&str], away| is_behind(phrase, away) && !self.is_of_the_next(away, phrase.len());
        (0..FEW_BEHIND)
            .find_map(|away| ENGLISH_BEHIND.iter().find(|(phrase, _)| is_own(phrase, away)).map(|(_, bound)| *bound))
    }
}

/// The first number that both sides bound, and contrarily.
pub(super) fn contrary(pair: &Pair<'_>) -> Option<Finding> {
    let (from, to) = (&pair.source.reading().quantities, &pair.target.reading().quantities);
    let mut matched = pair.comparison().matched.clone();
    matched.sort_unstable();
    matched.into_iter().find_map(|(source, target)| {
        let own = Around::of(&pair.source, source).arabic()?;
        let other = Around::of(&pair.target, target).english()?;
        let id = if own == Bound::Least { "finding-least-for-most" } else { "finding-most-for-least" };
        let (source, target) = (&from[source].span, &to[target].span);
        let found = || pair.finding("neg.mismatch", Severity::Warn, Some(source), Some(target));
        (own != other).then(found).map(|found| Finding { message: Message { id, ..found.message }, ..found })
    })
}

/// Verbs that make a bound behind لا, and what says the contrary in English.
const TURNED: &[(&str, &[&str])] = &[
    (
        "يزيد تزيد يتجاوز تتجاوز يتعدى تتعدى",
        &["exceeds", "exceed", "exceeded", "exceeding", "surpasses", "surpass", "above"],
    ),
    ("يقل تقل", &["below", "under"]),
];

/// The denial of a bound whose contrary the target says, with a number or without.
pub(super) fn turned(pair: &Pair<'_>) -> Option<Range<usize>> {
    let is_said = |contrary: &[&str]| pair.target.words().iter().any(|word| contrary.contains(&word.key.as_str()));
    pair.source.words().windows(2).find_map(|two| {
        let denies = matches!(two[0].key.as_str(), "لا" | "ولا" | "فلا");
        let is_verb = |(verbs, _): &&(&str, &[&str])| verbs.split_whitespace().any(|verb| norm(verb) == two[1].key);
        let (_, contrary) = TURNED.iter().filter(|_| denies).find(is_verb)?;
        is_said(contrary).then(|| two[0].span.clone())
    })
}
