//! Checks of length: how long a target is beside its source, and how many sentences it has. Translations into English grow and
//! split sentences; what shrinks or loses them is suspicious.

use std::ops::Range;

use super::pair::{Pair, Side};
use crate::model::{Finding, Message, ParagraphKind, Severity};
use crate::text::numbers::{MeasureKind, Quantity, QuantityKind};
use crate::text::{canon, is_alphabetic, is_arabic_mark};

/// The characters of a text that count for its length.
fn characters(text: &str) -> u32 {
    let counted = canon(text).chars().filter(|c| !is_arabic_mark(*c)).count();
    u32::try_from(counted).unwrap_or(u32::MAX)
}

/// A source and its approved target, as their lengths are learnt from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LengthPair(f64);

impl LengthPair {
    /// That of two texts; `None` for a source too short to tell anything.
    #[must_use]
    pub fn of(source: &str, target: &str) -> Option<Self> {
        let (source, target) = (characters(source), characters(target));
        (source >= LONG && target > 0).then(|| Self(f64::from(target) / f64::from(source)))
    }
}

/// How long targets are beside their sources: the ratios of characters between which nothing is suspicious.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Lengths {
    least: f64,
    most: f64,
}

/// From so many characters of the source on the ratio tells something, and from so many more it tells it sharply.
const SHORT: u32 = 15;
const LONG: u32 = 40;
/// What a short target with measures has at least.
const TERSE: f64 = 0.5;
/// So many characters an abbreviated name lacks.
const LACKING: u32 = 12;
/// The bounds where a ratio begins to tell sharply.
const WIDEST: Lengths = Lengths { least: 0.55, most: 2.5 };
/// Pairs from which ratios can be learnt.
const ENOUGH: usize = 50;

impl Default for Lengths {
    fn default() -> Self {
        Self { least: 0.75, most: 2.2 }
    }
}

impl Lengths {
    /// What approved pairs of a desk say: three deviations from the middle ratio, below and above each by what lies on its own
    /// side. Too few pairs give the general bounds.
    #[must_use]
    pub fn learnt(pairs: &[LengthPair]) -> Self {
        if pairs.len() < ENOUGH {
            return Self::default();
        }
        let mut ratios: Vec<f64> = pairs.iter().map(|pair| pair.0.ln()).collect();
        ratios.sort_by(f64::total_cmp);
        let middle = ratios[ratios.len() / 2];
        let deviation = |side: &[f64]| {
            let squares: f64 = side.iter().map(|ratio| (ratio - middle).powi(2)).sum();
            (squares / side.len().max(1) as f64).sqrt().max(0.1)
        };
        let (below, above) = ratios.split_at(ratios.len() / 2);
        Self { least: (middle - 3.0 * deviation(below)).exp(), most: (middle + 3.0 * deviation(above)).exp() }
    }
}

impl Lengths {
    /// The bounds for a source of so many characters from [`LONG`] on: the shorter it is, the more a word weighs. What was learnt from
    /// a desk was learnt from its short sources as well.
    fn of(self, source: u32) -> Self {
        if self != Self::default() {
            return self;
        }
        let share = f64::from((2 * LONG).saturating_sub(source)) / f64::from(LONG);
        let slide = |bound: f64, widest: f64| bound + (widest - bound) * share;
        Self { least: slide(self.least, WIDEST.least), most: slide(self.most, WIDEST.most) }
    }
}

/// Kinds of paragraphs whose length says nothing.
const fn is_free(kind: Option<ParagraphKind>) -> bool {
    use ParagraphKind as K;
    matches!(
        kind,
        Some(
            K::Title
                | K::Kicker
                | K::Byline
                | K::Dateline
                | K::Heading
                | K::Separator
                | K::Credit
                | K::Boilerplate
                | K::Note
        )
    )
}

pub(super) fn ratio(pair: &Pair<'_>) -> Vec<Finding> {
    let (source, target) = (characters(pair.source.text), characters(pair.target.text));
    let bounds = match source {
        _ if is_free(pair.kind) || target == 0 => return Vec::new(),
        LONG.. => pair.lengths.of(source),
        SHORT.. => Lengths { least: 0.4, most: 3.0 },
        _ => return Vec::new(),
    };
    // Number words of a short text shrink to digits, في المئة to a sign, بعد الظهر to p.m., كانون الأول to December.
    let reading = pair.source.reading();
    let shrinks = |quantity: &Quantity| {
        quantity.words && quantity.kind != QuantityKind::Vague || quantity.kind == QuantityKind::Percent
    };
    let written = pair.target.reading();
    let digits = written.quantities.iter().any(|quantity| !quantity.words);
    let score = reading.scores.iter().any(|score| score.words);
    let shrunk = digits || !written.clocks.is_empty() || !written.dates.is_empty();
    let numbers = shrunk && (reading.quantities.iter().any(shrinks) || !reading.clocks.is_empty() || score);
    if source < 2 * LONG && numbers {
        return Vec::new();
    }
    // $3bn for ٣ مليارات دولار, km/h for كيلومترًا في الساعة.
    let is_measured =
        reading.quantities.iter().any(|quantity| quantity.measure.is_some_and(|m| m.kind != MeasureKind::Time));
    let bounds = if source < 2 * LONG && digits && is_measured {
        Lengths { least: bounds.least.min(TERSE), ..bounds }
    } else {
        bounds
    };
    let ratio = f64::from(target) / f64::from(source);
    let written_out = || f64::from(target + abbreviated(&pair.target)) / f64::from(source);
    let is_usual = |ratio: f64| (bounds.least..=bounds.most).contains(&ratio);
    let is_usual_without_numbers = || {
        let [source, target] = [&pair.source, &pair.target].map(|side| f64::from(without_numbers(side)));
        numbers && is_usual(target / source)
    };
    if is_usual(ratio)
        || ratio < bounds.least && written_out() >= bounds.least
        || pair.target.words().is_empty()
        || is_usual_without_numbers()
    {
        return Vec::new();
    }
    let id = if ratio < bounds.least { "finding-short" } else { "finding-long" };
    let hundredths = |ratio: f64| i64::from((ratio * 100.0).round() as i32);
    // Away from the bound, which it is beyond.
    let beyond = if ratio < bounds.least { (ratio * 100.0).floor() } else { (ratio * 100.0).ceil() };
    let message = Message::new(id)
        .with("percent", i64::from(beyond as i32))
        .with("least", hundredths(bounds.least))
        .with("most", hundredths(bounds.most));
    vec![whole(pair, "seg.length-ratio", message)]
}

/// What the names that an English text abbreviates, such as BBC, lack of what an Arabic one writes out.
fn abbreviated(side: &Side<'_>) -> u32 {
    let is_abbreviated = |word: &str| {
        let letters = word.trim_end_matches("’s").trim_end_matches("'s").trim_end_matches('s');
        (2..=6).contains(&letters.len()) && letters.bytes().all(|letter| letter.is_ascii_uppercase())
    };
    // A headline may be all in capitals.
    if !side.text.contains(char::is_lowercase) {
        return 0;
    }
    let names = side.words().iter().filter(|word| is_abbreviated(side.at(&word.span))).count();
    u32::try_from(names).unwrap_or(u32::MAX).saturating_mul(LACKING)
}

/// The characters of a side that belong to no number, date or clock time.
fn without_numbers(side: &Side<'_>) -> u32 {
    let reading = side.reading();
    let dates = reading.dates.iter().map(|date| &date.span);
    let clocks = reading.clocks.iter().map(|clock| &clock.span);
    let mut spans: Vec<&Range<usize>> = reading.quantities.iter().map(|quantity| &quantity.span).collect();
    spans.extend(dates.chain(clocks));
    spans.sort_unstable_by_key(|span| span.start);
    let (mut left, mut from) = (0, 0);
    for span in spans {
        if span.start > from {
            left += characters(side.at(&(from..span.start)));
        }
        from = from.max(span.end);
    }
    left + characters(side.at(&(from..side.text.len())))
}

/// Sentences lost, or far more of them than the source has.
pub(super) fn sentence_count(pair: &Pair<'_>) -> Vec<Finding> {
    let says = |text: &str| text.chars().filter(|c| is_alphabetic(*c)).nth(3).is_some();
    let count = |side: &Side<'_>| side.sentences().iter().filter(|span| says(&side.text[(*span).clone()])).count();
    let (source, target) = (count(&pair.source), count(&pair.target));
    if is_free(pair.kind) || source == 0 || target == 0 {
        return Vec::new();
    }
    let lengths = (f64::from(characters(pair.source.text)), f64::from(characters(pair.target.text)));
    // Two sentences in one are no loss when the target is as long as it should be.
    let lost = target < source && (target + 1 < source || lengths.1 < lengths.0 * 0.9);
    if !lost && target <= 2 * source + 1 {
        return Vec::new();
    }
    let message = Message::new("finding-sentences").with("source", source).with("target", target);
    vec![whole(pair, "seg.sentence-count", message)]
}

fn whole(pair: &Pair<'_>, check: &'static str, message: Message) -> Finding {
    let (source, target) = (0..pair.source.text.len(), 0..pair.target.text.len());
    Finding { message, ..pair.finding(check, Severity::Warn, Some(&source), Some(&target)) }
}
