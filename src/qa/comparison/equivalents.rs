//! Numbers that say the same in other words: lengths of time in other units, and shares as percentages or as two in five.

use super::{Range, Sorting};
use crate::text::norm;
use crate::text::numbers::{Duration, Quantity, QuantityKind, Ratio, Reading};

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
    /// Takes out what is equal by its value though not by its words, and the shares that one side rounds.
    pub(super) fn match_equivalents(&mut self, readings: (&Reading, &Reading), texts: (&str, &str)) {
        self.match_by(Quantity::duration, Quantity::duration);
        let (from, to) = (self.from, self.to);
        keep_uncounted(&mut self.sources, from, &readings.1.named_once);
        keep_uncounted(&mut self.targets, to, &readings.0.named_once);
        let sources = shares(from, &self.sources, texts.0);
        let mut targets = shares(to, &self.targets, texts.1);
        let (mut said, mut rest) = ((Vec::new(), Vec::new()), Vec::new());
        for source in sources {
            match targets.iter().position(|target| target.value == source.value) {
                Some(at) => {
                    said.0.extend(source.parts);
                    said.1.extend(targets.remove(at).parts);
                }
                None => rest.push(source),
            }
        }
        for source in rest {
            if let Some(at) = targets.iter().position(|target| target.rounds(&source)) {
                let target = targets.remove(at);
                self.rounded.push((source.span, target.span));
                said.0.extend(source.parts);
                said.1.extend(target.parts);
            }
        }
        self.sources.retain(|at| !said.0.contains(at));
        self.targets.retain(|at| !said.1.contains(at));
    }
}

/// Leaves out the quantities that the other side names once without a number, each name for one quantity.
fn keep_uncounted(free: &mut Vec<usize>, quantities: &[Quantity], named: &[Duration]) {
    let mut named = named.to_vec();
    free.retain(|at| {
        let same = |duration: Duration| named.iter().position(|named| *named == duration);
        let found = quantities[*at].duration().and_then(same);
        found.map(|at| named.swap_remove(at)).is_none()
    });
}
