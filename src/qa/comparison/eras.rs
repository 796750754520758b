//! Years that a source gives by two eras at once, as ١٤٤٥هـ/٢٠٢٤م: a target that keeps one of them has lost no number.

use std::collections::HashSet;

use super::{Range, Side};
use crate::text::norm;
use crate::text::numbers::{Calendar, Date, Quantity, QuantityKind, Ratio};

/// What may stand between the two besides signs, as keys.
const SAME_AS: &[&str] = &["", "الموافق", "الموافق ل", "الموافق لعام", "الموافق لسنه", "اي", "اي سنه", "اي عام"];
/// So many characters stand between them at most.
const APART: usize = 16;

/// The years of a text.
struct Years {
    hijri: HashSet<Option<i64>>,
    civil: HashSet<Ratio>,
    /// Whether a number is surely a civil year.
    has_civil: bool,
}

impl Years {
    fn of(side: &Side<'_>) -> Self {
        let reading = side.reading();
        let hijri = || reading.dates.iter().filter(|date| date.calendar == Calendar::Hijri);
        let spans: Vec<&Range<usize>> = hijri().map(|date| &date.span).collect();
        let is_hijri = |span: &Range<usize>| {
            let before = spans.partition_point(|date| date.start <= span.start).checked_sub(1);
            before.is_some_and(|at| span.end <= spans[at].end)
        };
        let counts_nothing = |quantity: &&Quantity| quantity.measure.is_none() && quantity.counted.thing.is_none();
        let civil = || reading.quantities.iter().filter(counts_nothing).filter(|q| !is_hijri(&q.span));
        Self {
            hijri: hijri().map(|date| date.year).collect(),
            civil: civil().map(|quantity| quantity.value).collect(),
            has_civil: civil().any(|quantity| quantity.kind == QuantityKind::Year),
        }
    }
}

/// Where the source tells what the target tells by the other era alone.
pub(super) fn told_by_the_other(source: &Side<'_>, target: &Side<'_>) -> Vec<Range<usize>> {
    let reading = source.reading();
    let hijri: Vec<&Date> = reading.dates.iter().filter(|date| date.calendar == Calendar::Hijri).collect();
    if hijri.is_empty() {
        return Vec::new();
    }
    let years = Years::of(target);
    let mut told = Vec::new();
    for date in hijri {
        let Some(year) = civil_year(source, date) else { continue };
        match (years.hijri.contains(&date.year), years.civil.contains(&year.value)) {
            (false, true) => told.push(date.span.clone()),
            // Another civil year is a wrong one.
            (true, false) if !years.has_civil => told.push(year.span.clone()),
            _ => {}
        }
    }
    told
}

/// Whether a number is the civil year in which the Hijri year of one of some dates began or ended: 1111 of 505.
pub(super) fn is_civil_year_of_any(quantity: &Quantity, dates: &[Date]) -> bool {
    let Some(number) = quantity.value.as_integer().filter(|_| quantity.kind == QuantityKind::Plain) else {
        return false;
    };
    let hijri = dates.iter().filter(|date| date.calendar == Calendar::Hijri).filter_map(|date| date.year);
    // The first began in July 622; one has 354.367 days, a civil year 365.2425.
    hijri
        .map(|year| (622_540_000 + (year - 1) * 970_224) / 1_000_000)
        .any(|began| (began..=began + 1).contains(&number))
}

/// The civil year beside a Hijri date.
fn civil_year<'s>(side: &'s Side<'_>, date: &Date) -> Option<&'s Quantity> {
    let quantities = &side.reading().quantities;
    let before = quantities.partition_point(|quantity| quantity.span.start < date.span.start).checked_sub(1);
    let after = quantities.partition_point(|quantity| quantity.span.start < date.span.end);
    let beside = [Some(after), before].into_iter().flatten().filter_map(|at| quantities.get(at));
    beside.into_iter().find(|quantity| {
        let between = if quantity.span.start >= date.span.end {
            date.span.end..quantity.span.start
        } else {
            quantity.span.end..date.span.start
        };
        quantity.kind == QuantityKind::Year && side.text.get(between).is_some_and(says_the_same)
    })
}

fn says_the_same(between: &str) -> bool {
    if between.chars().nth(APART).is_some() {
        return false;
    }
    let letters: String = norm(between).chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    // The mark of the civil era stands behind its year.
    SAME_AS.contains(&letters.trim().trim_start_matches('م').trim_start())
}
