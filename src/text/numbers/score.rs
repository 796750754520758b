//! Scores of matches: بهدفين دون رد, ثلاثة أهداف لهدف, التعادل السلبي, 3–1, two-nil, a goalless draw.

use std::ops::Range;

use super::arabic::{Arabic, Atom};
use super::english::{English, small};
use super::scan::{Token, integer, sign};

/// The score of a match.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Score {
    /// Where it stands, in UTF-8 bytes of the raw text.
    pub span: Range<usize>,
    /// What either side scored, the higher number first: digits beside each other do not tell in Arabic which of them leads.
    pub goals: [i64; 2],
    /// Whether it is not digits alone.
    pub words: bool,
}

/// No side scores more in what is told by goals.
const MOST: i64 = 30;

/// Goals, sets and games in the singular, each with its plural, as keys.
const GOALS: &[(&str, &str)] = &[("هدف", "اهداف"), ("مجموعه", "مجموعات"), ("شوط", "اشواط"), ("ركله", "ركلات")];
/// A lead that one word tells.
const LEADS: &[(&str, i64)] =
    &[("ثناءيه", 2), ("ثلاثيه", 3), ("رباعيه", 4), ("خماسيه", 5), ("سداسيه", 6), ("سباعيه", 7)];
/// Letters of words for a match and its end, and how far they stand before "without goals".
const ENDS: &[&str] = &["تعادل", "انته", "مبارا", "شوط", "لقاء"];
const FEW: usize = 5;
/// What says that it was one goal and no more.
const ONLY: &[&str] = &["واحد", "واحده", "وحيد", "وحيده", "يتيم", "يتيمه"];
/// What says that the other side had none.
const CLEAN: &[&str] = &["نظيف", "نظيفه", "نظيفين", "نظيفان", "نظيفتين"];
const WITHOUT: &[&str] = &["دون", "بدون", "بلا"];

/// The scores of an Arabic text.
pub(super) fn arabic(grammar: &Arabic<'_>) -> Vec<Score> {
    each(grammar.tokens, |at| grammar.score(at).or_else(|| digits(grammar.tokens, at)))
}

/// The scores of an English text.
pub(super) fn english(grammar: &English<'_>) -> Vec<Score> {
    each(grammar.tokens, |at| grammar.score(at).or_else(|| digits(grammar.tokens, at)))
}

/// What either side scored, whether in words, and the token after it.
type Found = ([i64; 2], bool, usize);

fn each(tokens: &[Token], score: impl Fn(usize) -> Option<Found>) -> Vec<Score> {
    let (mut scores, mut at) = (Vec::new(), 0);
    while at < tokens.len() {
        let Some(([one, other], words, next)) = score(at) else {
            at += 1;
            continue;
        };
        if one.max(other) <= MOST {
            let span = tokens[at].span.start..tokens[next - 1].span.end;
            scores.push(Score { span, goals: [one.max(other), one.min(other)], words });
        }
        at = next;
    }
    scores
}

/// 3–1, with no other number before it or behind it.
fn digits(tokens: &[Token], at: usize) -> Option<Found> {
    let dash = |at: usize| matches!(sign(tokens, at), Some('-' | '–' | '‑' | '−' | '—' | '/' | ':'));
    let (one, other) = (integer(tokens, at)?, integer(tokens, at + 2)?);
    let alone = !dash(at + 3) && !at.checked_sub(1).is_some_and(dash);
    (dash(at + 1) && alone).then_some(([one, other], false, at + 3))
}

impl Arabic<'_> {
    fn score(&self, at: usize) -> Option<Found> {
        if let Some(next) = self.without_goals(at) {
            return Some(([0, 0], true, next));
        }
        let (lead, next) = self.lead(at).or_else(|| self.goals(at, self.key(at).unwrap_or_default()))?;
        let (other, next) = self.other_side(lead, next)?;
        Some(([lead, other], true, next))
    }

    /// بثلاثية.
    fn lead(&self, at: usize) -> Option<(i64, usize)> {
        let key = self.key(at)?;
        let key = key.strip_prefix('ب').unwrap_or(key);
        LEADS.iter().find(|(word, _)| *word == key).map(|(_, goals)| (*goals, at + 1))
    }

    /// هدف, هدفين, ثلاثة أهداف: how many, and the token after them; the first word as it is without what is before it.
    fn goals(&self, at: usize, key: &str) -> Option<(i64, usize)> {
        let key = key.strip_prefix(['ب', 'ل']).unwrap_or(key);
        for (one, many) in GOALS {
            let stem = one.strip_suffix('ه').map_or_else(|| (*one).to_owned(), |stem| format!("{stem}ت"));
            // مجموعة alone is a group.
            if key == *one && (*one != "مجموعه" || self.key(at) != Some(key)) {
                let more = self.key(at + 1).is_some_and(|word| ONLY.contains(&word));
                return Some((1, at + 1 + usize::from(more)));
            }
            if key.strip_prefix(stem.as_str()).is_some_and(|ending| matches!(ending, "ين" | "ان")) {
                return Some((2, at + 1));
            }
            if let Some(count) = self.count(at).filter(|_| self.key(at + 1) == Some(many)) {
                // ركلات ترجيح
                return Some((count, at + 2 + usize::from(self.key(at + 2) == Some("ترجيح"))));
            }
        }
        None
    }

    /// A number of goals, in words or digits.
    fn count(&self, at: usize) -> Option<i64> {
        match self.hit(at).map(|hit| hit.atom) {
            Some(Atom::Unit(count)) => Some(count),
            Some(Atom::Ten) => Some(10),
            Some(Atom::Zero) => Some(0),
            _ => integer(self.tokens, at),
        }
    }

    /// What the other side scored: نظيف, دون رد, لهدف, مقابل هدفين, لمثله.
    fn other_side(&self, lead: i64, at: usize) -> Option<(i64, usize)> {
        let key = self.key(at)?;
        if CLEAN.contains(&key) {
            return Some((0, at + 1));
        }
        let from = at + usize::from(key == "من");
        if WITHOUT.contains(&self.key(from)?) && matches!(self.key(from + 1), Some("رد" | "مقابل")) {
            return Some((0, from + 2));
        }
        if matches!(key, "لمثله" | "لمثلها" | "لمثلهما" | "لمثلهم") {
            return Some((lead, at + 1));
        }
        if matches!(key, "مقابل" | "ل") {
            let behind = self.key(at + 1);
            if behind == Some("لا") && matches!(self.key(at + 2), Some("شيء" | "شي")) {
                return Some((0, at + 3));
            }
            let goals = self.goals(at + 1, behind.unwrap_or_default());
            return goals.or_else(|| Some((self.count(at + 1)?, at + 2)));
        }
        if key == "للا" && matches!(self.key(at + 1), Some("شيء" | "شي")) {
            return Some((0, at + 2));
        }
        let joined = key.strip_prefix('ل').filter(|rest| !rest.starts_with('ل'))?;
        self.goals(at, joined).or_else(|| Some((self.count(at)?, at + 1)))
    }

    /// التعادل السلبي, تعادلا سلبيا, انتهت بلا أهداف.
    fn without_goals(&self, at: usize) -> Option<usize> {
        let key = self.key(at)?;
        let draw = key.strip_prefix('ب').unwrap_or(key);
        let draw = draw.strip_prefix("ال").unwrap_or(draw);
        if matches!(draw, "تعادل" | "تعادلا") || matches!(key, "تعادلت" | "وتعادل" | "وتعادلا")
        {
            // Between them stands who drew.
            let ends = (at + 1..at + 4).find(|at| matches!(self.key(*at), Some("سلبي" | "السلبي" | "سلبيا" | "سلبا")));
            return ends.map(|at| at + 1);
        }
        let is_end = |word: &str| ENDS.iter().any(|end| word.contains(end));
        let ends = || (1..=FEW).any(|away| at.checked_sub(away).and_then(|at| self.key(at)).is_some_and(is_end));
        (WITHOUT.contains(&key) && self.key(at + 1) == Some("اهداف") && ends()).then_some(at + 2)
    }
}

impl English<'_> {
    fn score(&self, at: usize) -> Option<Found> {
        let key = self.key(at);
        if matches!(key, Some("goalless" | "scoreless")) {
            return Some(([0, 0], true, at + 1));
        }
        let (lead, next) = (self.side(at)?, self.past_hyphen(at + 1));
        match self.key(next) {
            // "all" behind a plain number is more often everything.
            Some("all") if next > at + 1 => return Some(([lead, lead], true, next + 1)),
            Some("nil") => return Some(([lead, 0], true, next + 1)),
            Some("unanswered" | "clear") if matches!(self.key(next + 1), Some("goal" | "goals")) => {
                return Some(([lead, 0], true, next + 2));
            }
            _ => {}
        }
        // two-one, where the two are no twenty-one.
        if next > at + 1 && key.is_some() {
            let other = self.side(next).filter(|_| lead < 20)?;
            return self.key(next).map(|_| ([lead, other], true, next + 1));
        }
        let next = next + usize::from(matches!(self.key(next)?, "goal" | "goals" | "set" | "sets"));
        if next == at + 1 {
            return None;
        }
        match self.key(next)? {
            "to" | "against" => {
                let other = self.side(next + 1)?;
                let named = matches!(self.key(next + 2), Some("goal" | "goals" | "set" | "sets"));
                Some(([lead, other], true, next + 2 + usize::from(named)))
            }
            "without" if self.key(next + 1) == Some("reply") => Some(([lead, 0], true, next + 2)),
            _ => None,
        }
    }

    /// What one side scored.
    fn side(&self, at: usize) -> Option<i64> {
        match self.key(at) {
            Some("nil" | "none" | "nothing") => Some(0),
            Some(word) => small(word),
            None => integer(self.tokens, at),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::text::numbers::read;

    fn scores(text: &str, language: &str) -> Vec<String> {
        let reading = read(text, &language.parse().unwrap());
        let told = reading.scores.iter().filter(|score| score.words);
        told.map(|score| format!("{}-{} {}", score.goals[0], score.goals[1], &text[score.span.clone()])).collect()
    }

    #[test]
    fn scores_are_read_in_both_languages() {
        for (text, expected) in [
            ("فاز بهدف نظيف", "1-0 بهدف نظيف"),
            ("فاز بهدفين دون رد على", "2-0 بهدفين دون رد"),
            ("بهدفين من دون مقابل", "2-0 بهدفين من دون مقابل"),
            ("بثلاثة أهداف لهدف", "3-1 بثلاثة أهداف لهدف"),
            ("بـ٣ أهداف مقابل هدفين", "3-2 ٣ أهداف مقابل هدفين"),
            ("بأربعة أهداف مقابل لا شيء", "4-0 بأربعة أهداف مقابل لا شيء"),
            ("هدف لمثله", "1-1 هدف لمثله"),
            ("بخماسية نظيفة", "5-0 بخماسية نظيفة"),
            ("برباعية مقابل هدف وحيد", "4-1 برباعية مقابل هدف وحيد"),
            ("بمجموعتين لواحدة", "2-1 بمجموعتين لواحدة"),
            ("انتهت بالتعادل السلبي", "0-0 بالتعادل السلبي"),
            ("زار القاهرة بهدف دون أن يعلن", ""),
            ("سجل ثلاثة أهداف", ""),
        ] {
            assert_eq!(scores(text, "ar").join(", "), expected, "{text}");
        }
        for (text, expected) in [
            ("won three goals to one", "3-1 three goals to one"),
            ("a goalless draw", "0-0 goalless"),
            ("lost one-nil", "1-0 one-nil"),
            ("drew two-all", "2-2 two-all"),
            ("won two-one", "2-1 two-one"),
            ("two unanswered goals", "2-0 two unanswered goals"),
            ("one to one meetings of two all day", ""),
            ("a twenty-one gun salute", ""),
        ] {
            assert_eq!(scores(text, "en").join(", "), expected, "{text}");
        }
    }
}
