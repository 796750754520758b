//! The grammar of Arabic number words: units of both genders, teens, tens, hundreds, scales with their duals, fractions,
//! joined by و and bearing clitics. What ordinals, decades and dates make of the same words stands elsewhere.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use super::cardinal::{Amount, Cardinal};
use super::dates;
use super::measure::{self, MeasureKind};
use super::nouns;
use super::ratio::Ratio;
use super::scan::{Token, TokenKind, Word, key, word};

/// What a number word says by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Atom {
    Zero,
    Unit(i64),
    /// أحد and اثنا: a number only before عشر, or before و and a ten.
    Bound(i64),
    Ten,
    Tens(i64),
    Hundreds(i64),
    /// عشرات, مئات: a count after a unit, else vague.
    Many(i64),
    Scale(u32, Form),
    Fraction(i128, i128),
    /// ربعها, ثلثيهم: a part of what a pronoun names, which joins nothing.
    PartOf(i128, i128),
    /// أرباع, أخماس: behind a unit.
    Parts(i128),
    Dozen,
    /// مترين, قاربان: two of a measure or of a thing.
    Pair,
    Ordinal(i64),
    /// حادي, as in الحادي عشر.
    Eleventh,
    Decade(i64),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    Single,
    Plural,
    Dual,
    /// ألفا: one in the accusative (١٢ ألفا), two before a noun (ألفا شخص).
    Either,
}

/// A word found in the lexicon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Hit {
    pub(super) atom: Atom,
    /// Whether و or ف stands before it.
    pub(super) joined: bool,
    /// Whether it has the article.
    pub(super) definite: bool,
}

const UNITS: [&str; 9] = [
    "واحد واحدة واحدا",
    "اثنان اثنين اثنتان اثنتين",
    "ثلاثة ثلاث",
    "أربعة أربع أربعا",
    "خمسة خمس خمسا",
    "ستة ست ستا",
    "سبعة سبع سبعا",
    "ثمانية ثماني ثمان ثمانيا",
    "تسعة تسع تسعا",
];
const TENS: [&str; 8] = ["عشر", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "تسع"];
const HUNDREDS: [(i64, &str); 8] =
    [(3, "ثلاث"), (4, "أربع"), (5, "خمس"), (6, "ست"), (7, "سبع"), (8, "ثماني"), (8, "ثمان"), (9, "تسع")];
const ORDINALS: [&str; 10] = [
    "أول أولى",
    "ثاني ثانية ثان",
    "ثالث ثالثة",
    "رابع رابعة",
    "خامس خامسة",
    "سادس سادسة",
    "سابع سابعة",
    "ثامن ثامنة",
    "تاسع تاسعة",
    "عاشر عاشرة",
];
const PARTS: [&str; 9] = ["أنصاف", "أثلاث", "أرباع", "أخماس", "أسداس", "أسباع", "أثمان", "أتساع", "أعشار"];
const SCALES: [(u32, &str, &str, &str, &str); 4] = [
    (3, "ألف", "آلاف الآف ألوف", "ألفان ألفين ألفي", "ألفا"),
    (6, "مليون", "ملايين", "مليونان مليونين مليوني", "مليونا"),
    (9, "مليار بليون", "مليارات بلايين", "ملياران مليارين ملياري بليونان بليونين بليوني", "مليارا بليونا"),
    (12, "تريليون ترليون", "تريليونات ترليونات", "تريليونان تريليونين تريليوني ترليونان ترليونين", "تريليونا ترليونا"),
];
/// Measures in the dual.
const PAIRS: &str = "يومين يومان عامين عامان سنتين سنتان شهرين شهران أسبوعين أسبوعان ساعتين ساعتان دقيقتين دقيقتان \
    مترين متران كيلومترين كيلومتران دولارين دولاران دينارين ديناران ليرتين ليرتان جنيهين جنيهان درهمين درهمان ريالين ريالان \
    برميلين برميلان مرتين مرتان غرامين كيلوغرامين ميلين ميلان فدانين دونمان هكتاران لتران طنين طنان هكتارين دونمين درجتين لترين";
/// لست is "I am not".
const NO_NUMBERS: &str = "لست ولست فلست";

static LEXICON: LazyLock<HashMap<String, Atom>> = LazyLock::new(lexicon);
static NOT_NUMBERS: LazyLock<HashSet<String>> = LazyLock::new(|| NO_NUMBERS.split(' ').map(key).collect());

fn lexicon() -> HashMap<String, Atom> {
    let mut words = HashMap::new();
    let mut add = |list: &str, atom: Atom| {
        for word in list.split_whitespace() {
            words.entry(key(word)).or_insert(atom);
        }
    };
    add("صفر صفرا", Atom::Zero);
    (1..).zip(UNITS).for_each(|(n, list)| add(list, Atom::Unit(n)));
    add("أحد إحدى", Atom::Bound(1));
    add("اثنا اثني اثنتا اثنتي", Atom::Bound(2));
    add("عشرة عشر عشرا", Atom::Ten);
    for (n, stem) in (2..).zip(TENS) {
        add(&format!("{stem}ون {stem}ين"), Atom::Tens(n * 10));
        add(&format!("{stem}ينيات {stem}ينات {stem}يني {stem}ينية {stem}ينيا"), Atom::Decade(n * 10));
    }
    for stem in ["مئ", "مائ"] {
        add(&format!("{stem}ة"), Atom::Hundreds(100));
        add(&format!("{stem}تان {stem}تين {stem}تا {stem}تي"), Atom::Hundreds(200));
        for (n, unit) in HUNDREDS {
            add(&format!("{unit}{stem}ة"), Atom::Hundreds(n * 100));
        }
        add(&format!("{stem}ات"), Atom::Many(100));
    }
    add("عشرات", Atom::Many(10));
    for (power, single, plural, dual, either) in SCALES {
        for (list, form) in [(single, Form::Single), (plural, Form::Plural), (dual, Form::Dual), (either, Form::Either)]
        {
            add(list, Atom::Scale(power, form));
        }
    }
    for (list, n, d) in
        [("نصف نصفا", 1, 2), ("ثلث", 1, 3), ("ثلثا ثلثي ثلثان ثلثين", 2, 3), ("ربع ربعا", 1, 4), ("سدس", 1, 6)]
    {
        add(list, Atom::Fraction(n, d));
    }
    for (stems, n, d) in [("نصف", 1, 2), ("ثلث", 1, 3), ("ثلثا ثلثي", 2, 3), ("ربع", 1, 4), ("سدس", 1, 6)]
    {
        for stem in stems.split(' ') {
            add(&format!("{stem}ه {stem}ها {stem}هم {stem}هن {stem}هما"), Atom::PartOf(n, d));
        }
    }
    (2..).zip(PARTS).for_each(|(n, part)| add(part, Atom::Parts(n)));
    add("دزينة", Atom::Dozen);
    add(PAIRS, Atom::Pair);
    nouns::duals().for_each(|dual| add(dual, Atom::Pair));
    (1..).zip(ORDINALS).for_each(|(n, list)| add(list, Atom::Ordinal(n)));
    add("حادي حادية", Atom::Eleventh);
    words
}

/// The number word in a word, its clitics taken off.
pub(super) fn hit(word: &Word) -> Option<Hit> {
    if NOT_NUMBERS.contains(&word.key) {
        return None;
    }
    let whole = stripped(&word.key).map(|(atom, definite)| Hit { atom, joined: false, definite });
    let joined = || {
        let rest = word.key.strip_prefix(['و', 'ف'])?;
        stripped(rest).map(|(atom, definite)| Hit { atom, joined: true, definite })
    };
    let hit = whole.or_else(joined)?;
    // سُبع and خُمس with their damma are fractions; without it they are the numbers seven and five.
    match hit.atom {
        Atom::Unit(n @ (5 | 7..=9)) if word.damma => Some(Hit { atom: Atom::Fraction(1, n.into()), ..hit }),
        // ألّف is a verb.
        Atom::Scale(3, Form::Single) if word.shadda => None,
        // مائه is "his water" far more often than a hundred without its dots.
        Atom::Hundreds(100) if word.letters.ends_with("مائه") => None,
        // ربعة is a man of middle height.
        Atom::PartOf(..) if word.letters.ends_with('ة') => None,
        _ => Some(hit),
    }
}

fn stripped(word: &str) -> Option<(Atom, bool)> {
    let find = |word: &str| LEXICON.get(word).copied();
    let article = |word: &str| word.strip_prefix("ال").and_then(find).map(|atom| (atom, true));
    let bare = find(word).map(|atom| (atom, false)).or_else(|| article(word));
    let merged = || word.strip_prefix("لل").and_then(find).map(|atom| (atom, true));
    bare.or_else(merged).or_else(|| {
        let rest = word.strip_prefix(['ب', 'ل', 'ك'])?;
        find(rest).map(|atom| (atom, false)).or_else(|| article(rest))
    })
}

/// The tokens of a text and the number words in them.
pub(super) struct Arabic<'a> {
    pub(super) tokens: &'a [Token],
    pub(super) hits: Vec<Option<Hit>>,
}

impl<'a> Arabic<'a> {
    pub(super) fn new(tokens: &'a [Token]) -> Self {
        let hit = |token: &Token| match &token.kind {
            TokenKind::Word(word) => hit(word),
            _ => None,
        };
        let mut arabic = Self { tokens, hits: tokens.iter().map(hit).collect() };
        for at in 0..tokens.len() {
            // In ألفين وأحد عشر it is "and one", not the واحد that it looks like.
            if arabic.key(at) == Some("واحد") && arabic.key(at + 1) == Some("عشر") {
                arabic.hits[at] = Some(Hit { atom: Atom::Bound(1), joined: true, definite: false });
            }
        }
        arabic
    }

    pub(super) fn hit(&self, at: usize) -> Option<Hit> {
        self.hits.get(at).copied().flatten()
    }

    pub(super) fn key(&self, at: usize) -> Option<&'a str> {
        word(self.tokens, at)
    }

    /// The atom at a token that no و joins to what stands before it.
    pub(super) fn loose(&self, at: usize) -> Option<Atom> {
        self.hit(at).filter(|hit| !hit.joined).map(|hit| hit.atom)
    }

    /// The token where the amount begins that و joins to what stands before `at`.
    pub(super) fn after_and(&self, at: usize) -> Option<usize> {
        if self.key(at) == Some("و") {
            return Some(at + 1);
        }
        self.hit(at).filter(|hit| hit.joined).map(|_| at)
    }

    /// The atom that و joins, and the token after it.
    fn joined(&self, at: usize) -> Option<(Atom, usize)> {
        let at = self.after_and(at)?;
        Some((self.hit(at)?.atom, at + 1))
    }

    /// The amount that begins at a token, whatever clitics its first word bears.
    pub(super) fn cardinal(&self, at: usize) -> Option<Cardinal> {
        if let Some(year) = self.year_from_its_units(at) {
            return Some(year);
        }
        if let Some(fraction) = self.fraction(at) {
            return Some(fraction);
        }
        if let Some(measured) = self.measure_and_fraction(at) {
            return Some(measured);
        }
        let mut sum = self.term(at)?;
        // بين مليون ومليونين: here و joins two amounts, not the parts of one.
        let apart = at > 0 && matches!(self.key(at - 1), Some("بين" | "وبين" | "مابين"));
        if apart || sum.amount == Amount::Vague {
            return Some(sum);
        }
        if let Some(decimal) = self.spoken_decimal(&sum) {
            return Some(decimal);
        }
        loop {
            if let Some(more) = self.and_fraction(&sum) {
                return Some(more);
            }
            let Some(power) = sum.scale else { return Some(sum) };
            let Some(next) = self.after_and(sum.next).and_then(|at| self.term(at)) else { return Some(sum) };
            if !next.is_below(power) || next.scale.is_some_and(|scale| scale >= power) {
                return Some(sum);
            }
            let Some(joined) = sum.clone().joined(&next) else { return Some(sum) };
            sum = joined;
        }
    }

    /// سنة ثمان وأربعين وتسعمئة وألف: a year that begins with what is least of it.
    fn year_from_its_units(&self, at: usize) -> Option<Cardinal> {
        self.key(at.checked_sub(1)?).filter(|before| dates::is_year_word(before))?;
        let mut year = self.below_hundred(at).or_else(|| self.group(at))?;
        let least = year.next;
        while let Some((atom, next)) = self.joined(year.next) {
            let round = match atom {
                Atom::Hundreds(hundreds) if year.value < Ratio::integer(100) => hundreds,
                Atom::Scale(3, Form::Single) => 1000,
                Atom::Scale(3, Form::Dual) => 2000,
                _ => break,
            };
            year = year.joined(&Cardinal::count(Ratio::integer(round), next, true))?;
            if round >= 1000 {
                break;
            }
        }
        (year.next > least).then_some(year)
    }

    /// ثمانية وعشرون فاصلة خمسة, with a scale behind it or not.
    fn spoken_decimal(&self, sum: &Cardinal) -> Option<Cardinal> {
        if sum.scale.is_some() || !matches!(self.key(sum.next)?, "فاصله" | "فاصل") {
            return None;
        }
        let part = self.group(sum.next + 1)?;
        let decimals = part.value.as_integer()?.to_string().len();
        let value = sum.value.plus(part.value.over(Ratio::power_of_ten(u32::try_from(decimals).ok()?)?)?)?;
        let decimal = Cardinal { value, next: part.next, other: None, ..sum.clone() };
        match self.loose(decimal.next) {
            Some(Atom::Scale(power, Form::Single | Form::Plural)) => {
                let next = decimal.next + 1;
                decimal.scaled(power, next)
            }
            _ => Some(decimal),
        }
    }

    /// مليون ونصف المليون, ثلاثة ونصف, ثلاثة ونصف مليون.
    fn and_fraction(&self, sum: &Cardinal) -> Option<Cardinal> {
        let (Atom::Fraction(n, d), mut next) = self.joined(sum.next)? else { return None };
        let fraction = Ratio::new(n, d)?;
        if let Some(power) = sum.scale {
            if matches!(self.loose(next), Some(Atom::Scale(same, Form::Single)) if same == power) {
                next += 1;
            }
            let part = fraction.times(Ratio::power_of_ten(power)?)?;
            return Some(Cardinal { value: sum.value.plus(part)?, next, other: None, ..sum.clone() });
        }
        sum.value.as_integer()?;
        let mixed = Cardinal { value: sum.value.plus(fraction)?, next, other: None, ..sum.clone() };
        match self.loose(next) {
            Some(Atom::Scale(power, Form::Single | Form::Plural)) => mixed.scaled(power, next + 1),
            _ => Some(mixed),
        }
    }

    /// عام ونصف العام, ثلاث سنوات ونصف: a measure stands between the number and the fraction.
    fn measure_and_fraction(&self, at: usize) -> Option<Cardinal> {
        let is_money = |at| measure::at(self.tokens, at).map(|measure| measure.kind == MeasureKind::Currency);
        // مرة ونصف المرة
        let measured = |at| is_money(at).is_some() || self.key(at).is_some_and(|key| matches!(key, "مره" | "مرات"));
        let (count, noun) = match self.hit(at) {
            None if measured(at)
                && is_money(at) != Some(true)
                && !matches!(self.tokens[at].kind, TokenKind::Sign(_)) =>
            {
                (Cardinal::count(Ratio::integer(1), at, true), at)
            }
            _ => {
                let count = self.term(at).filter(|count| count.amount == Amount::Count && count.scale.is_none())?;
                let noun = count.next;
                (count, noun)
            }
        };
        let (true, (Atom::Fraction(n, d), next)) = (measured(noun), self.joined(noun + 1)?) else { return None };
        Some(Cardinal { value: count.value.plus(Ratio::new(n, d)?)?, next, ..count })
    }

    /// نصف, نصف مليون, ثلثا, ثلاثة أرباع المليون.
    fn fraction(&self, at: usize) -> Option<Cardinal> {
        let (value, next) = match (self.hit(at)?.atom, self.loose(at + 1)) {
            (Atom::Fraction(n, d), _) => (Ratio::new(n, d)?, at + 1),
            (Atom::PartOf(n, d), _) => {
                let fraction = Cardinal::count(Ratio::new(n, d)?, at + 1, true);
                return Some(Cardinal { amount: Amount::Fraction, ..fraction });
            }
            (Atom::Unit(n), Some(Atom::Parts(d))) => (Ratio::new(n.into(), d)?, at + 2),
            _ => return None,
        };
        let fraction = Cardinal { amount: Amount::Fraction, ..Cardinal::count(value, next, true) };
        match self.loose(next) {
            Some(Atom::Scale(power, Form::Single)) => {
                Cardinal { amount: Amount::Count, ..fraction }.scaled(power, next + 1)
            }
            _ => Some(fraction),
        }
    }

    /// A group with its scale words: ثلاثمئة ألف, مليونان, ٣٫٥ مليارات, عشرات الآلاف.
    fn term(&self, at: usize) -> Option<Cardinal> {
        let mut term = match &self.tokens.get(at)?.kind {
            TokenKind::Numeral(numeral) => self.numeral(numeral.value?, at)?,
            _ => match self.hit(at)?.atom {
                Atom::Scale(power, form) => self.bare_scale(power, form, at)?,
                Atom::Many(order) => {
                    let vague = Cardinal::count(Ratio::integer(order), at + 1, true);
                    Cardinal { amount: Amount::Vague, ..vague }
                }
                _ => self.group(at)?,
            },
        };
        for _ in 0..3 {
            let Some(Atom::Scale(power, form)) = self.loose(term.next) else { break };
            if form == Form::Dual {
                break;
            }
            let next = term.next + 1;
            let Some(scaled) = term.clone().scaled(power, next) else { break };
            term = scaled;
        }
        Some(term)
    }

    /// Digits, with a fraction sign behind them: 2½.
    fn numeral(&self, value: Ratio, at: usize) -> Option<Cardinal> {
        let next = self.tokens.get(at + 1).filter(|token| !token.spaced);
        match next.map(|token| &token.kind) {
            Some(TokenKind::Numeral(part)) if part.vulgar => {
                Some(Cardinal::count(value.plus(part.value?)?, at + 2, false))
            }
            _ => Some(Cardinal::count(value, at + 1, false)),
        }
    }

    /// A scale word that nothing counts: ألف, مليونان, ملايين.
    fn bare_scale(&self, power: u32, form: Form, at: usize) -> Option<Cardinal> {
        let one = Ratio::power_of_ten(power)?;
        let two = one.times(Ratio::integer(2))?;
        let scale = |value| Cardinal { scale: Some(power), ..Cardinal::count(value, at + 1, true) };
        match form {
            Form::Plural => Some(Cardinal { amount: Amount::Vague, ..scale(one) }),
            Form::Dual => Some(scale(two)),
            Form::Single if power == 3 && !self.hit(at)?.definite && self.is_definite_noun(at + 1) => None,
            Form::Single => Some(scale(one)),
            Form::Either => {
                let TokenKind::Word(word) = &self.tokens[at].kind else { return None };
                let before_noun = self.is_indefinite_noun(at + 1);
                // The Greek letter is a number only before a noun or a smaller number.
                if power == 3 && !word.tanwin && !before_noun && self.after_and(at + 1).is_none() {
                    return None;
                }
                let (value, other) = if before_noun && !word.tanwin { (two, one) } else { (one, two) };
                Some(Cardinal { other: (!word.tanwin).then_some(other), ..scale(value) })
            }
        }
    }

    /// A noun that may be counted: no article, no و before it, no preposition.
    fn is_indefinite_noun(&self, at: usize) -> bool {
        self.key(at).is_some_and(|key| {
            !key.starts_with('و')
                && !key.starts_with("ال")
                && !matches!(key, "في" | "من" | "علي" | "الي" | "عن" | "مع" | "هي" | "هو" | "او")
        })
    }

    /// ألف الكاتب is "the writer composed": a counted noun has no article.
    fn is_definite_noun(&self, at: usize) -> bool {
        self.key(at).is_some_and(|key| key.starts_with("ال") && key.chars().count() > 4) && self.hit(at).is_none()
    }

    /// A number below a thousand.
    fn group(&self, at: usize) -> Option<Cardinal> {
        if let Some(below) = self.below_hundred(at) {
            let hundreds = match (self.hit(at)?.atom, self.loose(below.next)) {
                (Atom::Unit(n @ 3..=9), Some(Atom::Hundreds(100) | Atom::Many(100))) if below.next == at + 1 => n * 100,
                _ => return Some(below),
            };
            return Some(self.with_rest(hundreds, at + 2));
        }
        match self.hit(at)?.atom {
            Atom::Hundreds(hundreds) => Some(self.with_rest(hundreds, at + 1)),
            Atom::Dozen => Some(Cardinal::count(Ratio::integer(12), at + 1, true)),
            Atom::Pair => Some(Cardinal::count(Ratio::integer(2), at + 1, true)),
            _ => None,
        }
    }

    fn with_rest(&self, hundreds: i64, next: usize) -> Cardinal {
        let hundreds = Cardinal::count(Ratio::integer(hundreds), next, true);
        let rest = self.after_and(next).and_then(|at| self.below_hundred(at));
        rest.and_then(|rest| hundreds.clone().joined(&rest)).unwrap_or(hundreds)
    }

    fn below_hundred(&self, at: usize) -> Option<Cardinal> {
        let count = |value, next| Some(Cardinal::count(Ratio::integer(value), next, true));
        match self.hit(at)?.atom {
            Atom::Zero => count(0, at + 1),
            Atom::Ten => count(10, at + 1),
            Atom::Tens(tens) => count(tens, at + 1),
            atom @ (Atom::Unit(unit) | Atom::Bound(unit)) => match (self.loose(at + 1), self.joined(at + 1)) {
                (Some(Atom::Ten), _) => count(unit + 10, at + 2),
                (_, Some((Atom::Tens(tens), next))) => count(unit + tens, next),
                _ if matches!(atom, Atom::Unit(_)) => count(unit, at + 1),
                _ => None,
            },
            _ => None,
        }
    }
}
