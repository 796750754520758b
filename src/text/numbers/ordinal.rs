//! Ordinals, decades and Roman numerals: الحادي والعشرون, nineteenth, 21st, ستينيات القرن الماضي, the 1960s, XIV.

use super::arabic::{Arabic, Atom};
use super::english::{English, small, tens};
use super::scan::TokenKind;

/// A rank or decade that begins at some token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Rank {
    pub(super) kind: RankKind,
    pub(super) value: i64,
    pub(super) next: usize,
    pub(super) words: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum RankKind {
    Ordinal,
    /// The first year of the decade; below 100 where no century is named.
    Decade,
    Roman,
}

impl Arabic<'_> {
    /// The ordinal or decade at a token.
    pub(super) fn rank(&self, at: usize) -> Option<Rank> {
        let hit = self.hit(at)?;
        let word = |kind, value, next| Some(Rank { kind, value, next, words: true });
        match hit.atom {
            Atom::Decade(tens) => {
                let (century, next) = self.century(at + 1).unwrap_or((0, at + 1));
                word(RankKind::Decade, century + tens, next)
            }
            Atom::Ordinal(_) | Atom::Eleventh => {
                let (value, next) = self.ordinal(at)?;
                // ثانية without the article is a second of time, ثان and أولا open list items.
                let time = value == 2 && next == at + 1 && !hit.definite && !self.is_of_a_row(at);
                if time { None } else { word(RankKind::Ordinal, value, next) }
            }
            _ => None,
        }
    }

    /// جولة ثانية: behind what comes in a row it is no second of time.
    fn is_of_a_row(&self, at: usize) -> bool {
        const ROWS: &[&str] =
            &["جوله", "مرحله", "دوره", "ولايه", "طبعه", "دفعه", "موجه", "محاوله", "حلقه", "نسخه", "قمه", "انتفاضه"];
        at.checked_sub(1).and_then(|before| self.key(before)).is_some_and(|noun| {
            let bare = noun.strip_prefix(['ب', 'ل', 'و']).unwrap_or(noun);
            ROWS.contains(&noun) || ROWS.contains(&bare)
        })
    }

    /// The value of an ordinal and the token after it.
    pub(super) fn ordinal(&self, at: usize) -> Option<(i64, usize)> {
        let value = match self.hit(at)?.atom {
            Atom::Ordinal(value) => value,
            Atom::Eleventh => 1,
            _ => return None,
        };
        // أول عشر is "the first ten"; the eleventh is حادي عشر.
        let teens = self.hit(at)?.atom != Atom::Ordinal(1);
        if teens && self.loose(at + 1) == Some(Atom::Ten) {
            return Some((value + 10, at + 2));
        }
        let tens = self.after_and(at + 1).and_then(|at| match self.hit(at)?.atom {
            Atom::Tens(tens) => Some((value + tens, at + 1)),
            _ => None,
        });
        tens.or_else(|| matches!(self.hit(at)?.atom, Atom::Ordinal(_)).then_some((value, at + 1)))
    }

    /// القرن الماضي, القرن التاسع عشر, القرن الـ١٩ behind a decade: the century's first year.
    fn century(&self, at: usize) -> Option<(i64, usize)> {
        // الثلاثينيات 1930
        if let Some(TokenKind::Numeral(numeral)) = self.tokens.get(at).map(|token| &token.kind) {
            let year = numeral.value?.as_integer().filter(|year| (1000..2100).contains(year) && year % 10 == 0)?;
            return Some((year - year % 100, at + 1));
        }
        let at = at + usize::from(self.key(at) == Some("من"));
        if self.key(at) != Some("القرن") {
            return None;
        }
        if matches!(self.key(at + 1), Some("الماضي" | "الفاءت" | "المنصرم")) {
            return Some((1900, at + 2));
        }
        if let Some((Atom::Tens(20), true)) = self.hit(at + 1).map(|hit| (hit.atom, hit.definite)) {
            return Some((1900, at + 2));
        }
        let digits = at + 1 + usize::from(self.key(at + 1) == Some("ال"));
        if let Some(TokenKind::Numeral(numeral)) = self.tokens.get(digits).map(|token| &token.kind) {
            let century = numeral.value?.as_integer().filter(|century| (1..=30).contains(century))?;
            return Some(((century - 1) * 100, digits + 1));
        }
        self.ordinal(at + 1).map(|(century, next)| ((century - 1) * 100, next))
    }
}

/// The ordinal below twenty, or of a ten or hundred, that a word names.
fn ordinal_word(word: &str) -> Option<i64> {
    const IRREGULAR: [(&str, i64); 10] = [
        ("first", 1),
        ("second", 2),
        ("third", 3),
        ("fifth", 5),
        ("eighth", 8),
        ("ninth", 9),
        ("twelfth", 12),
        ("hundredth", 100),
        ("thousandth", 1000),
        ("millionth", 1_000_000),
    ];
    let irregular = IRREGULAR.iter().find(|(name, _)| *name == word).map(|(_, value)| *value);
    irregular.or_else(|| small(word.strip_suffix("th")?)).or_else(|| tens(&format!("{}y", word.strip_suffix("ieth")?)))
}

/// The ten of a decade in words: 60 for `sixties`.
fn decade_word(word: &str) -> Option<i64> {
    tens(&format!("{}y", word.strip_suffix("ies")?))
}

/// The value of a Roman numeral of the letters I, V and X in its usual form; one letter is none, it may be a word.
fn roman(letters: &str) -> Option<i64> {
    if letters.len() < 2 || !letters.chars().all(|c| matches!(c, 'I' | 'V' | 'X')) {
        return None;
    }
    let digit = |c| match c {
        'I' => 1,
        'V' => 5,
        _ => 10,
    };
    let digits: Vec<i64> = letters.chars().map(digit).collect();
    let signed =
        digits.iter().enumerate().map(|(i, d)| if digits.get(i + 1).is_some_and(|next| next > d) { -d } else { *d });
    let value: i64 = signed.sum();
    (usual_roman(value) == letters).then_some(value)
}

fn usual_roman(value: i64) -> String {
    let ones = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];
    let tens = usize::try_from(value / 10).unwrap_or_default();
    let ones = usize::try_from(value % 10).ok().and_then(|at| ones.get(at)).copied().unwrap_or_default();
    format!("{}{ones}", "X".repeat(tens))
}

impl English<'_> {
    /// World War I, King Hassan I, Mohammed V: one letter behind what is counted in Roman numerals.
    fn single_roman(&self, at: usize, letters: &str) -> Option<i64> {
        let capital = |at: usize| match &self.tokens.get(at)?.kind {
            TokenKind::Word(word) => word.letters.starts_with(char::is_uppercase).then_some(word.key.as_str()),
            _ => None,
        };
        let before = capital(at.checked_sub(1)?)?;
        let counted = matches!(before, "war" | "part" | "chapter" | "volume" | "article" | "phase" | "act" | "annex");
        let title = at.checked_sub(2).and_then(capital);
        let ruler = title.is_some_and(|title| matches!(title, "king" | "queen" | "pope" | "shah" | "tsar" | "emperor"));
        match letters {
            "I" if counted || ruler => Some(1),
            "V" if before.len() > 1 => Some(5),
            "X" if counted || ruler => Some(10),
            _ => None,
        }
    }

    /// Whether a part of a book or a law stands before a token.
    fn is_of_a_book(&self, at: usize) -> bool {
        const PARTS: &[&str] =
            &["Chapter", "Article", "Part", "Section", "Volume", "Episode", "Act", "Book", "Annex", "Phase", "Clause"];
        let before = at.checked_sub(1).map(|before| &self.tokens[before].kind);
        matches!(before, Some(TokenKind::Word(word)) if PARTS.contains(&word.letters.as_str()))
    }

    /// The ordinal, decade or Roman numeral at a token.
    pub(super) fn rank(&self, at: usize) -> Option<Rank> {
        let rank = |kind, value, next, words| Some(Rank { kind, value, next, words });
        match &self.tokens.get(at)?.kind {
            TokenKind::Numeral(numeral) if numeral.decimals == 0 => {
                let value = numeral.value?.as_integer()?;
                let apostrophe = matches!(self.tokens.get(at + 1)?.kind, TokenKind::Sign('\'' | '’'));
                let suffix = at + 1 + usize::from(apostrophe);
                let suffix_token = self.tokens.get(suffix).filter(|token| !token.spaced)?;
                let TokenKind::Word(word) = &suffix_token.kind else { return None };
                match word.key.as_str() {
                    "st" | "nd" | "rd" | "th" if !apostrophe => rank(RankKind::Ordinal, value, suffix + 1, false),
                    "s" if value % 10 == 0 && (10..2100).contains(&value) => {
                        rank(RankKind::Decade, value, suffix + 1, false)
                    }
                    _ => None,
                }
            }
            TokenKind::Word(word) => {
                if let Some(value) = decade_word(&word.key) {
                    return rank(RankKind::Decade, value, at + 1, true);
                }
                if let Some(value) = ordinal_word(&word.key) {
                    return rank(RankKind::Ordinal, value, at + 1, true);
                }
                if let Some(tens) = tens(&word.key) {
                    let next =
                        at + 1 + usize::from(matches!(self.tokens.get(at + 1)?.kind, TokenKind::Sign('-' | '‑')));
                    let unit = self.key(next).and_then(ordinal_word).filter(|unit| *unit < 10)?;
                    return rank(RankKind::Ordinal, tens + unit, next + 1, true);
                }
                // Chapter Four is the fourth.
                if let Some(value) = small(&word.key).filter(|_| self.is_of_a_book(at)) {
                    return rank(RankKind::Ordinal, value, at + 1, true);
                }
                // At the very beginning it numbers a heading.
                let heading =
                    at == 0 && matches!(self.tokens.get(1).map(|t| &t.kind), Some(TokenKind::Sign('.' | ')' | ':')));
                if heading {
                    return None;
                }
                rank(
                    RankKind::Roman,
                    roman(&word.letters).or_else(|| self.single_roman(at, &word.letters))?,
                    at + 1,
                    true,
                )
            }
            _ => None,
        }
    }
}
