//! Which quantities of a source stand in its target, and what has become of the others. It decides no severity.

mod conversions;
mod equivalents;
mod eras;
mod lines;
mod scores;

use std::collections::{HashMap, HashSet, VecDeque};
use std::hash::Hash;
use std::ops::Range;

use super::pair::Side;
use crate::text::numbers::{Calendar, Clock, Date, Quantity, QuantityKind, Ratio};

/// What has become of a quantity that has no counterpart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum DifferenceKind {
    /// Another value, or none.
    Value,
    /// The same digits with another scale word.
    Scale,
    /// The same value as another sort of percentage, or as none.
    Percent,
    /// A thousand written as if it were a decimal.
    Format,
    Year,
    Ordinal,
    /// Another order of magnitude.
    Vague,
    /// Small numbers in words that differ on both sides.
    Small,
}

/// A quantity without counterpart, or two that stand where one value should; indices into the readings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Difference {
    pub(super) kind: DifferenceKind,
    pub(super) source: Option<usize>,
    pub(super) target: Option<usize>,
}

/// How the numbers of two texts compare. All pairs are indices into the readings of source and target.
#[derive(Debug, Default)]
pub(super) struct Comparison {
    pub(super) matched: Vec<(usize, usize)>,
    pub(super) differences: Vec<Difference>,
    /// Shares that one side says exactly and the other in round words.
    pub(super) rounded: Vec<(Range<usize>, Range<usize>)>,
    /// Scores of matches that differ.
    pub(super) scores: Vec<(Range<usize>, Range<usize>)>,
    /// Years of the source that the target gives by the other era, which the source has beside them.
    pub(super) told_by_other_era: Vec<Range<usize>>,
    /// Dates without counterpart; both where two stand against each other.
    pub(super) dates: Vec<(Option<usize>, Option<usize>)>,
    /// Clock times without counterpart.
    pub(super) clocks: Vec<(Option<usize>, Option<usize>)>,
    /// Digit runs without counterpart.
    pub(super) identifiers: Vec<(Option<usize>, Option<usize>)>,
}

impl Comparison {
    pub(super) fn of(source: &Side<'_>, target: &Side<'_>) -> Self {
        let (from, to) = (source.reading(), target.reading());
        let mut taken = (Vec::new(), Vec::new());
        let dates = against(&from.dates, &to.dates, Date::agrees, Date::parts);
        for (s, t) in dates.matched.iter().chain(&dates.opposed) {
            let (source, target) = (&from.dates[*s], &to.dates[*t]);
            // A year that one date leaves out may stand elsewhere in its text.
            taken.0.push(if target.year.is_some() { source.span.clone() } else { source.without_year() });
            taken.1.push(if source.year.is_some() { target.span.clone() } else { target.without_year() });
        }
        let told_by_other_era = eras::told_by_the_other(source, target);
        taken.0.extend(told_by_other_era.iter().cloned());
        let clocks = against(&from.clocks, &to.clocks, clocks_agree, |clock| (clock.hour, clock.minute, clock.half));
        for (s, t) in clocks.matched.iter().chain(&clocks.opposed) {
            taken.0.push(from.clocks[*s].span.clone());
            taken.1.push(to.clocks[*t].span.clone());
        }
        lines::running_times(source, target, &clocks.lone_target, &mut taken);
        let identifiers = lines::identifiers(source, target, &mut taken);
        let scores = scores::scores(source, target, &mut taken);
        // The numbers of a Qur'anic reference are compared with it.
        let (cited, answers) = super::religion::reference_spans(source.text, target.text);
        taken.0.extend(cited);
        // The number of a sura that the source calls by its name is an addition.
        let mut suras = super::religion::sura_numbers(source.text, target.text);
        suras.retain(|sura| answers.iter().all(|answer| sura.end <= answer.start || answer.end <= sura.start));
        taken.1.extend(suras);
        taken.1.extend(answers);
        // A label that both have to the letter is no number, were it 1860s.
        let (named, kept) = super::labels::shared(source.text, target.text);
        taken.0.extend(named);
        taken.1.extend(kept);
        // Note marks are compared in their own check.
        taken.0.extend(super::structure::note_spans(source.text));
        taken.1.extend(super::structure::note_spans(target.text));
        let mut sorting = Sorting::new(&from.quantities, &to.quantities, &taken);
        sorting.differ_by_shares((source.text, target.text));
        sorting.match_equals();
        sorting.match_equivalents((from, to), (source.text, target.text));
        let hijri = from.dates.iter().any(|date| date.calendar == Calendar::Hijri);
        // What the translator adds in brackets converts a measure or a year.
        sorting.targets.retain(|at| {
            let quantity = &to.quantities[*at];
            let is_year = quantity.kind == QuantityKind::Year || eras::is_civil_year_of_any(quantity, &from.dates);
            let converts = quantity.measure.is_some() || hijri && is_year;
            !(converts && is_bracketed(target.text, &quantity.span))
        });
        // Midnight is twelve.
        if super::dates::midnight(source).is_some() {
            sorting.targets.retain(|at| to.quantities[*at].value != Ratio::integer(12));
        }
        sorting.sort_differences();
        sorting.differ_from_one((from, to));
        sorting.leave_the_rest();
        Self {
            matched: sorting.matched,
            differences: sorting.differences,
            rounded: sorting.rounded,
            scores,
            told_by_other_era,
            dates: dates.unmatched(),
            clocks: clocks.unmatched(),
            identifiers,
        }
    }
}

/// Whether a bracket that opens shortly before a span is still open.
fn is_bracketed(text: &str, span: &Range<usize>) -> bool {
    let before = text[..span.start].chars().rev().take(60);
    before.into_iter().find(|c| matches!(c, '(' | ')' | '[' | ']')).is_some_and(|c| matches!(c, '(' | '['))
}

/// The minutes of the day where both tell them, else the dial; a target that no longer tells the half of the day has lost it.
fn clocks_agree(source: &Clock, target: &Clock) -> bool {
    match (source.minutes(), target.minutes()) {
        (Some(source), Some(target)) => source == target,
        (Some(_), None) => false,
        (None, _) => source.dial() == target.dial(),
    }
}

/// Things of two texts set against each other.
struct Against {
    matched: Vec<(usize, usize)>,
    opposed: Vec<(usize, usize)>,
    lone_source: Vec<usize>,
    lone_target: Vec<usize>,
}

impl Against {
    fn unmatched(self) -> Vec<(Option<usize>, Option<usize>)> {
        let both = self.opposed.into_iter().map(|(s, t)| (Some(s), Some(t)));
        let source = self.lone_source.into_iter().map(|s| (Some(s), None));
        both.chain(source).chain(self.lone_target.into_iter().map(|t| (None, Some(t)))).collect()
    }
}

/// Matches what is equal by its key, then what agrees, in order; what is left stands against each other in order.
fn against<T, K: Eq + Hash>(from: &[T], to: &[T], agrees: impl Fn(&T, &T) -> bool, key: impl Fn(&T) -> K) -> Against {
    let mut waiting: HashMap<K, VecDeque<usize>> = HashMap::new();
    for (t, item) in to.iter().enumerate() {
        waiting.entry(key(item)).or_default().push_back(t);
    }
    let (mut matched, mut rest) = (Vec::new(), Vec::new());
    for (s, item) in from.iter().enumerate() {
        match waiting.get_mut(&key(item)).and_then(VecDeque::pop_front) {
            Some(t) => matched.push((s, t)),
            None => rest.push(s),
        }
    }
    let mut left: Vec<usize> = waiting.into_values().flatten().collect();
    left.sort_unstable();
    rest.retain(|s| {
        let found = left.iter().position(|t| agrees(&from[*s], &to[*t]));
        matched.extend(found.map(|position| (*s, left.remove(position))));
        found.is_none()
    });
    let pairs = rest.len().min(left.len());
    let opposed = rest.iter().copied().zip(left.iter().copied()).collect();
    Against { matched, opposed, lone_target: left.split_off(pairs), lone_source: rest.split_off(pairs) }
}

type Spans = (Vec<Range<usize>>, Vec<Range<usize>>);

/// The sorting of quantities into pairs and differences.
struct Sorting<'a> {
    from: &'a [Quantity],
    to: &'a [Quantity],
    sources: Vec<usize>,
    targets: Vec<usize>,
    matched: Vec<(usize, usize)>,
    differences: Vec<Difference>,
    rounded: Vec<(Range<usize>, Range<usize>)>,
}

/// Percentages never match counts; all counts are one class, so that the 19th may be nineteenth or XIX.
pub(super) const fn class(quantity: &Quantity) -> u8 {
    match quantity.kind {
        QuantityKind::Percent => 1,
        QuantityKind::PercentagePoint => 2,
        QuantityKind::Vague => 3,
        QuantityKind::Decade => 4,
        _ => 0,
    }
}

/// The value without powers of a thousand: 3.5 of 3.5 million.
fn mantissa(value: Ratio) -> Option<Ratio> {
    let thousand = Ratio::integer(1000);
    let mut value = value;
    while value >= thousand {
        value = value.over(thousand)?;
    }
    while value > Ratio::ZERO && value < Ratio::integer(1) {
        value = value.times(thousand)?;
    }
    Some(value)
}

impl<'a> Sorting<'a> {
    fn new(from: &'a [Quantity], to: &'a [Quantity], taken: &Spans) -> Self {
        let free = |quantities: &[Quantity], taken: &[Range<usize>]| {
            let mut taken: Vec<&Range<usize>> = taken.iter().collect();
            taken.sort_by_key(|span| span.start);
            let is_free = |quantity: &Quantity| {
                let after = taken.partition_point(|span| span.start <= quantity.span.start);
                after == 0 || taken[after - 1].end < quantity.span.end
            };
            (0..quantities.len()).filter(|at| is_free(&quantities[*at])).collect()
        };
        let (sources, targets) = (free(from, &taken.0), free(to, &taken.1));
        Self { from, to, sources, targets, matched: Vec::new(), differences: Vec::new(), rounded: Vec::new() }
    }

    /// Takes out, in order, every source and target whose keys are equal.
    fn pairs<K: Eq + Hash>(
        &mut self,
        source_key: impl Fn(&Quantity) -> Option<K>,
        target_key: impl Fn(&Quantity) -> Option<K>,
    ) -> Vec<(usize, usize)> {
        let mut waiting: HashMap<K, VecDeque<usize>> = HashMap::new();
        for at in &self.targets {
            if let Some(key) = target_key(&self.to[*at]) {
                waiting.entry(key).or_default().push_back(*at);
            }
        }
        let mut pairs = Vec::new();
        for at in &self.sources {
            let key = source_key(&self.from[*at]);
            if let Some(target) = key.and_then(|key| waiting.get_mut(&key)?.pop_front()) {
                pairs.push((*at, target));
            }
        }
        let (sources, targets): (HashSet<usize>, HashSet<usize>) = pairs.iter().copied().unzip();
        self.sources.retain(|at| !sources.contains(at));
        self.targets.retain(|at| !targets.contains(at));
        pairs
    }

    fn match_by<K: Eq + Hash>(
        &mut self,
        source_key: impl Fn(&Quantity) -> Option<K>,
        target_key: impl Fn(&Quantity) -> Option<K>,
    ) {
        let pairs = self.pairs(source_key, target_key);
        self.matched.extend(pairs);
    }

    fn differ_by<K: Eq + Hash>(
        &mut self,
        kind: DifferenceKind,
        source_key: impl Fn(&Quantity) -> Option<K>,
        target_key: impl Fn(&Quantity) -> Option<K>,
    ) {
        let pairs = self.pairs(source_key, target_key);
        let difference = |(s, t)| Difference { kind, source: Some(s), target: Some(t) };
        self.differences.extend(pairs.into_iter().map(difference));
    }

    fn match_equals(&mut self) {
        let value = |quantity: &Quantity| Some((class(quantity), quantity.value));
        let other = |quantity: &Quantity| Some((class(quantity), quantity.other?));
        // أسبوعين is the 2-week of the target rather than the "two" of its two men.
        let measured = |quantity: &Quantity| Some((class(quantity), quantity.value, quantity.measure?.names));
        self.match_by(measured, measured);
        let things = |quantity: &Quantity| Some((class(quantity), quantity.value, quantity.counted.thing?));
        self.match_by(things, things);
        // (١) is the (1) of the target rather than its "one".
        let written = |quantity: &Quantity| Some((class(quantity), quantity.value, quantity.words));
        self.match_by(written, written);
        self.match_by(value, value);
        self.match_by(other, value);
        self.match_by(value, other);
        // 360.000 as Arabic papers often write 360,000; in the target it would be a fault.
        let grouped = |quantity: &Quantity| {
            let value = quantity.value.times(Ratio::integer(1000)).filter(|_| quantity.decimals == 3)?;
            Some((class(quantity), value))
        };
        self.match_by(grouped, |quantity| value(quantity).filter(|_| quantity.decimals == 0));
        // A decade without its century, and the age of a man in his seventies.
        let decade = |quantity: &Quantity| quantity.value.as_integer().filter(|_| class(quantity) == 4);
        let bare = |quantity: &Quantity| decade(quantity).filter(|year| *year < 100);
        let within = |quantity: &Quantity| decade(quantity).map(|year| year % 100);
        self.match_by(bare, within);
        self.match_by(within, bare);
        let count = |quantity: &Quantity| quantity.value.as_integer().filter(|_| class(quantity) == 0);
        self.match_by(bare, count);
        self.match_by(count, bare);
        // Half of them is 50 %; and سبع without vowels is seven or a seventh.
        let share = |quantity: &Quantity| {
            let value = quantity.value.times(Ratio::integer(100))?;
            (quantity.kind == QuantityKind::Fraction).then_some(value)
        };
        let percent = |quantity: &Quantity| (class(quantity) == 1).then_some(quantity.value);
        self.match_by(share, percent);
        self.match_by(percent, share);
        let part = |quantity: &Quantity| {
            (quantity.kind == QuantityKind::Fraction && quantity.value.numerator() == 1)
                .then(|| quantity.value.denominator())
        };
        let small = |quantity: &Quantity| {
            (quantity.soft && quantity.value.denominator() == 1).then(|| quantity.value.numerator())
        };
        self.match_by(small, part);
    }

    fn sort_differences(&mut self) {
        use DifferenceKind::{Format, Ordinal, Percent, Scale, Small, Vague, Value, Year};
        let value = |quantity: &Quantity| (class(quantity) < 3).then_some(quantity.value);
        self.differ_by(Percent, value, value);
        let decimal =
            |quantity: &Quantity| quantity.value.times(Ratio::integer(1000)).filter(|_| quantity.decimals == 3);
        self.differ_by(Format, value, decimal);
        let scaled = |quantity: &Quantity| {
            mantissa(quantity.value).filter(|_| quantity.kind == QuantityKind::Plain && !quantity.soft)
        };
        self.differ_by(Scale, scaled, scaled);
        let is = |wanted: fn(&Quantity) -> bool| move |quantity: &Quantity| wanted(quantity).then_some(());
        let vague = is(|quantity| quantity.kind == QuantityKind::Vague);
        self.differ_by(Vague, vague, vague);
        let year = is(|quantity| matches!(quantity.kind, QuantityKind::Year | QuantityKind::Decade));
        self.differ_by(Year, year, year);
        let rank = is(|quantity| matches!(quantity.kind, QuantityKind::Ordinal | QuantityKind::Roman));
        self.differ_by(Ordinal, rank, rank);
        let percentage = is(|quantity| matches!(class(quantity), 1 | 2));
        self.differ_by(Value, percentage, percentage);
        let hard = is(|quantity| quantity.kind == QuantityKind::Plain && !quantity.soft);
        self.differ_by(Value, hard, hard);
        // Small numbers of one measure: ثلاثة أشهر against two months.
        let measured = |quantity: &Quantity| {
            let counts = quantity.soft && quantity.kind == QuantityKind::Plain;
            quantity.measure.filter(|_| counts).map(|measure| measure.names)
        };
        self.differ_by(Small, measured, measured);
        // قاربان against three boats.
        let things = |quantity: &Quantity| {
            let counts = quantity.soft && quantity.kind == QuantityKind::Plain;
            quantity.counted.thing.filter(|_| counts)
        };
        self.differ_by(Small, things, things);
        // "One" and "two" are too often no numbers.
        let small =
            is(|quantity| quantity.soft && quantity.kind == QuantityKind::Plain && quantity.value > Ratio::integer(2));
        self.differ_by(Small, small, small);
        let fraction = is(|quantity| quantity.kind == QuantityKind::Fraction);
        self.differ_by(Small, fraction, fraction);
    }

    /// What is left stands on one side alone.
    fn leave_the_rest(&mut self) {
        let (sources, targets) = (std::mem::take(&mut self.sources), std::mem::take(&mut self.targets));
        for at in sources {
            self.differences.extend(lone(&self.from[at]).map(|kind| Difference {
                kind,
                source: Some(at),
                target: None,
            }));
        }
        for at in targets {
            self.differences.extend(lone(&self.to[at]).map(|kind| Difference { kind, source: None, target: Some(at) }));
        }
    }
}

/// What it is when a quantity has nothing on the other side; `None` where that is allowed.
fn lone(quantity: &Quantity) -> Option<DifferenceKind> {
    let bare_decade = quantity.kind == QuantityKind::Decade && quantity.value < Ratio::integer(100);
    match quantity.kind {
        _ if quantity.soft || bare_decade => None,
        QuantityKind::Vague => None,
        QuantityKind::Year | QuantityKind::Decade => Some(DifferenceKind::Year),
        QuantityKind::Ordinal | QuantityKind::Roman => Some(DifferenceKind::Ordinal),
        _ => Some(DifferenceKind::Value),
    }
}
