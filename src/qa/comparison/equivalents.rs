//! Numbers that say the same in other words: lengths of time in other units, and shares as percentages or as two in five.

use std::collections::{HashMap, HashSet, VecDeque};

use super::{Difference, DifferenceKind, Range, Sorting};
use crate::text::norm;
use crate::text::numbers::{Counted, Duration, NamedOnce, Quantity, QuantityKind, Ratio, Reading, is_multiple};

/// What makes a share of two whole numbers, as keys.
const OUT_OF: &[&str] = &[
    "in",
    "in every",
    "in each",
    "out of",
    "out of every",
    "out of each",
    "of every",
    "من كل",
    "من اصل",
    "من اصل كل",
    "من بين كل",
    "من بين",
];

/// So many words stand between القرنين and the second of two centuries, and its number.
const AWAY: usize = 3;

/// A part of a whole.
struct Share {
    value: Ratio,
    percent: bool,
    /// The quantities that tell it.
    parts: Vec<usize>,
    span: Range<usize>,
}

impl Share {
    /// Whether one is the other in round words, such as 38 % as two in five.
    fn rounds(&self, other: &Self) -> bool {
        let near = |low: Ratio, high: Ratio| {
            let margin = Ratio::new(1, 40).and_then(|margin| low.plus(margin));
            margin.is_some_and(|most| high <= most)
        };
        self.percent != other.percent && near(self.value, other.value) && near(other.value, self.value)
    }
}

/// The shares that free quantities tell.
fn shares(quantities: &[Quantity], free: &[usize], text: &str) -> Vec<Share> {
    let mut found = Vec::new();
    for at in free {
        let quantity = &quantities[*at];
        let value = match quantity.kind {
            QuantityKind::Percent => quantity.value.over(Ratio::integer(100)),
            QuantityKind::Fraction => Some(quantity.value),
            _ => None,
        };
        let percent = quantity.kind == QuantityKind::Percent;
        found.extend(value.map(|value| Share { value, percent, parts: vec![*at], span: quantity.span.clone() }));
    }
    for pair in free.windows(2) {
        let [first, second] = pair else { continue };
        if let Some(value) = out_of(&quantities[*first], &quantities[*second], text) {
            let span = quantities[*first].span.start..quantities[*second].span.end;
            found.push(Share { value, percent: false, parts: pair.to_vec(), span });
        }
    }
    found
}

/// The share of two in five; two in five years is none.
fn out_of(part: &Quantity, whole: &Quantity, text: &str) -> Option<Ratio> {
    let counts = |quantity: &Quantity| quantity.kind == QuantityKind::Plain && quantity.value.denominator() == 1;
    let between = norm(text.get(part.span.end..whole.span.start)?);
    let says = OUT_OF.contains(&between.trim()) && whole.measure.is_none();
    if says && counts(part) && counts(whole) && part.value < whole.value { part.value.over(whole.value) } else { None }
}

impl Sorting<'_> {
    /// Takes out what is equal by its value though not by its words, and the shares that one side rounds. Time grows with the
    /// number of quantities and its logarithm.
    pub(super) fn match_equivalents(&mut self, readings: (&Reading, &Reading), texts: (&str, &str)) {
        self.match_by(Quantity::duration, Quantity::duration);
        self.match_conversions();
        self.match_multiples(texts);
        self.match_elided_percentages();
        self.match_centuries(texts.0);
        let (from, to) = (self.from, self.to);
        keep_uncounted(&mut self.sources, from, &readings.1.named_once);
        keep_uncounted(&mut self.targets, to, &readings.0.named_once);
        let (mut sources, mut targets) = (shares(from, &self.sources, texts.0), shares(to, &self.targets, texts.1));
        let mut said = equal_shares(&mut sources, &mut targets);
        let (exact, round) = sources.into_iter().partition(|share| share.percent);
        let (answers, rounds): (Vec<Share>, Vec<Share>) = targets.into_iter().partition(|share| share.percent);
        let rounded = near_shares(exact, rounds).into_iter().chain(near_shares(round, answers));
        for (source, target) in rounded {
            self.rounded.push((source.span.clone(), target.span.clone()));
            said.push((source, target));
        }
        let (mut from, mut to) = (HashSet::<usize>::new(), HashSet::<usize>::new());
        for (source, target) in &said {
            from.extend(source.parts.iter().copied());
            to.extend(target.parts.iter().copied());
        }
        self.sources.retain(|at| !from.contains(at));
        self.targets.retain(|at| !to.contains(at));
    }

    /// Takes out percentages that the source says without a sign, behind one with it: ٤٥ في المئة والثاني ٣٠.
    fn match_elided_percentages(&mut self) {
        let percentage = |quantity: &Quantity| (quantity.kind == QuantityKind::Percent).then_some(quantity.value);
        let is_bare = |quantity: &Quantity| {
            let counts = quantity.measure.is_some() || quantity.counted != Counted::default() || quantity.words;
            quantity.kind == QuantityKind::Plain && !counts
        };
        let mut behind: HashSet<usize> = HashSet::new();
        let mut goes_on = false;
        for quantity in self.from {
            match quantity.kind {
                QuantityKind::Percent => goes_on = true,
                // The first and the second are those that have them.
                QuantityKind::Ordinal => {}
                _ if goes_on && is_bare(quantity) => {
                    behind.insert(quantity.span.start);
                }
                _ => goes_on = false,
            }
        }
        let elided = |quantity: &Quantity| behind.contains(&quantity.span.start).then_some(quantity.value);
        self.match_by(elided, percentage);
    }

    /// Takes out percentages by which something has grown and that the other side gives as a multiple: ١٠٠٪, doubled.
    fn match_multiples(&mut self, texts: (&str, &str)) {
        let grown = |quantity: &Quantity| {
            let times = quantity.value.over(Ratio::integer(100))?.plus(Ratio::integer(1))?;
            (quantity.kind == QuantityKind::Percent && times >= Ratio::integer(2)).then_some(times)
        };
        let multiple = |quantity: &Quantity| {
            let word = texts.1.get(quantity.span.clone())?;
            is_multiple(word).then_some(quantity.value)
        };
        self.match_by(grown, multiple);
    }

    /// Takes out centuries that the target calls by their years: القرن التاسع عشر, the 1800s.
    fn match_centuries(&mut self, text: &str) {
        let of_century = |quantity: &Quantity| {
            let before = text.get(..quantity.span.start)?;
            let is_century = before.split_whitespace().rev().take(AWAY).any(|word| norm(word).contains("القرن"));
            let counts = matches!(quantity.kind, QuantityKind::Ordinal | QuantityKind::Plain);
            quantity.value.as_integer().filter(|_| counts && is_century)
        };
        let hundred = |quantity: &Quantity| {
            let year =
                quantity.value.as_integer().filter(|year| quantity.kind == QuantityKind::Decade && year % 100 == 0)?;
            (year >= 100).then_some(year / 100 + 1)
        };
        self.match_by(of_century, hundred);
    }

    /// Takes out shares of two numbers that stand against each other: three in five, two in five. Of other shares nothing is said.
    pub(super) fn differ_by_shares(&mut self, texts: (&str, &str)) {
        let of_two = |share: &Share| share.parts.len() > 1;
        let mut sources = shares(self.from, &self.sources, texts.0);
        let mut targets = shares(self.to, &self.targets, texts.1);
        equal_shares(&mut sources, &mut targets);
        let opposed = sources.len() == targets.len() && sources.iter().chain(&targets).all(of_two);
        for (source, target) in sources.into_iter().zip(targets).filter(|_| opposed) {
            let [first, other] = [&source, &target].map(|share| share.parts.first().copied());
            self.differences.push(Difference { kind: DifferenceKind::Small, source: first, target: other });
            self.sources.retain(|at| !source.parts.contains(at));
            self.targets.retain(|at| !target.parts.contains(at));
        }
    }

    /// Small counts of a unit of time that the other side names once.
    pub(super) fn differ_from_one(&mut self, readings: (&Reading, &Reading)) {
        let (once, answered) = (&readings.0.named_once, &readings.1.named_once);
        let sources = take_counted_for_one(&mut self.sources, self.from, once, answered);
        let targets = take_counted_for_one(&mut self.targets, self.to, answered, once);
        let of = |source, target| Difference { kind: DifferenceKind::Small, source, target };
        self.differences.extend(sources.into_iter().map(|at| of(Some(at), None)));
        self.differences.extend(targets.into_iter().map(|at| of(None, Some(at))));
    }
}

/// Takes out the small counts of a unit of time that the other side names once instead: two years for a year.
fn take_counted_for_one(
    free: &mut Vec<usize>,
    quantities: &[Quantity],
    own: &[NamedOnce],
    other: &[NamedOnce],
) -> Vec<usize> {
    let mut once: HashMap<Duration, usize> = HashMap::new();
    for named in other.iter().filter(|named| named.is_sure) {
        *once.entry(named.duration).or_default() += 1;
    }
    // What this side names once as well, or counts, is not what is missing.
    for duration in own.iter().map(|named| named.duration).chain(quantities.iter().filter_map(Quantity::duration)) {
        once.entry(duration).and_modify(|left| *left = left.saturating_sub(1));
    }
    let mut counts = |at: &usize| {
        let quantity = &quantities[*at];
        let small = quantity.kind == QuantityKind::Plain && quantity.soft && quantity.value > Ratio::integer(1);
        let left = quantity.unit_of_time().filter(|_| small).and_then(|unit| once.get_mut(&unit));
        left.filter(|left| **left > 0).is_some_and(|left| {
            *left -= 1;
            true
        })
    };
    free.extract_if(.., |at| counts(at)).collect()
}

/// Takes out the shares that are equal, in order.
fn equal_shares(sources: &mut Vec<Share>, targets: &mut Vec<Share>) -> Vec<(Share, Share)> {
    let mut waiting: HashMap<Ratio, VecDeque<Share>> = HashMap::new();
    for target in targets.drain(..) {
        waiting.entry(target.value).or_default().push_back(target);
    }
    let mut equal = Vec::new();
    for source in std::mem::take(sources) {
        match waiting.get_mut(&source.value).and_then(VecDeque::pop_front) {
            Some(target) => equal.push((source, target)),
            None => sources.push(source),
        }
    }
    targets.extend(waiting.into_values().flatten());
    targets.sort_by_key(|share| share.span.start);
    equal
}

/// The pairs of shares that are near each other, from the smallest on.
fn near_shares(mut sources: Vec<Share>, mut targets: Vec<Share>) -> Vec<(Share, Share)> {
    let order = |a: &Share, b: &Share| a.value.cmp(&b.value).then(a.span.start.cmp(&b.span.start));
    sources.sort_by(order);
    targets.sort_by(order);
    let (mut sources, mut targets) = (VecDeque::from(sources), VecDeque::from(targets));
    let mut near = Vec::new();
    while let (Some(source), Some(target)) = (sources.front(), targets.front()) {
        if source.rounds(target) {
            near.extend(sources.pop_front().zip(targets.pop_front()));
        } else if source.value < target.value {
            sources.pop_front();
        } else {
            targets.pop_front();
        }
    }
    near
}

/// Leaves out the quantities that the other side names once without a number, each name for one quantity.
fn keep_uncounted(free: &mut Vec<usize>, quantities: &[Quantity], named: &[NamedOnce]) {
    let mut waiting: HashMap<Duration, usize> = HashMap::new();
    for once in named {
        *waiting.entry(once.duration).or_default() += 1;
    }
    free.retain(|at| {
        let duration = quantities[*at].duration();
        match duration.and_then(|duration| waiting.get_mut(&duration)).filter(|left| **left > 0) {
            Some(left) => {
                *left -= 1;
                false
            }
            None => true,
        }
    });
}
