//! Years that a source gives by two eras at once, as ١٤٤٥هـ/٢٠٢٤م: a target that keeps one of them has lost no number.

use super::{Range, Side};
use crate::text::norm;
use crate::text::numbers::{Calendar, Date, Quantity, QuantityKind};

/// What may stand between the two besides signs, as keys.
const SAME_AS: &[&str] = &["", "الموافق", "الموافق ل", "الموافق لعام", "الموافق لسنه", "اي", "اي سنه", "اي عام"];
/// So many characters stand between them at most.
const APART: usize = 16;

/// Where the source tells what the target tells by the other era alone.
pub(super) fn told_by_the_other(source: &Side<'_>, target: &Side<'_>) -> Vec<Range<usize>> {
    let reading = source.reading();
    let hijri = reading.dates.iter().filter(|date| date.calendar == Calendar::Hijri);
    let mut told = Vec::new();
    for date in hijri {
        let Some(year) = civil_year(source, date) else { continue };
        match (has_hijri(target, date), has_civil(target, year)) {
            (false, true) => told.push(date.span.clone()),
            (true, false) => told.push(year.span.clone()),
            _ => {}
        }
    }
    told
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
    let letters: String = norm(between).chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    // The mark of the civil era stands behind its year.
    let letters = letters.trim().trim_start_matches('م').trim_start();
    between.chars().count() <= APART && SAME_AS.contains(&letters)
}

fn has_hijri(target: &Side<'_>, date: &Date) -> bool {
    target.reading().dates.iter().any(|other| other.calendar == Calendar::Hijri && other.year == date.year)
}

fn has_civil(target: &Side<'_>, year: &Quantity) -> bool {
    target.reading().quantities.iter().any(|other| other.value == year.value)
}
