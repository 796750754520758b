//! Checks of dates, months, the Hijri era and clock times.

use super::pair::{Pair, Side, SideWord};
use crate::model::{EraStyle, Finding, Message, Severity};
use crate::text::numbers::{Calendar, Date, QuantityKind};

fn date(dates: &[Date], at: Option<usize>) -> Option<&Date> {
    at.and_then(|at| dates.get(at))
}

/// Dates that stand against each other, those with a day or those with a month alone.
fn opposed(pair: &Pair<'_>, check: &'static str, month_alone: bool) -> Vec<Finding> {
    let opposed = pair.comparison().dates.iter().filter_map(|(s, t)| {
        let (source, target) = (date(&pair.source.reading().dates, *s)?, date(&pair.target.reading().dates, *t)?);
        let same_calendar = source.calendar == target.calendar;
        let both_months = source.month.is_some() && target.month.is_some();
        let bare = source.day.is_none() || target.day.is_none();
        let months_differ = both_months && source.month != target.month;
        (same_calendar && (bare && months_differ) == month_alone)
            .then(|| pair.finding(check, Severity::Error, Some(&source.span), Some(&target.span)))
    });
    opposed.collect()
}

pub(super) fn mismatch(pair: &Pair<'_>) -> Vec<Finding> {
    let mut findings = opposed(pair, "date.mismatch", false);
    // A whole date that the target does not give at all.
    for (source, target) in &pair.comparison().dates {
        let lost = date(&pair.source.reading().dates, *source)
            .filter(|date| target.is_none() && date.day.is_some() && date.month.is_some());
        findings.extend(lost.map(|date| pair.finding("date.mismatch", Severity::Warn, Some(&date.span), None)));
    }
    findings.extend(super::weekdays::altered(pair));
    findings
}

pub(super) fn month(pair: &Pair<'_>) -> Vec<Finding> {
    opposed(pair, "date.month", true)
}

/// A Hijri date needs a Hijri date, unless the text gives the civil one beside it and the target has that.
pub(super) fn hijri(pair: &Pair<'_>) -> Vec<Finding> {
    let count = |dates: &[Date], calendar| dates.iter().filter(|date| date.calendar == calendar).count();
    let (source, target) = (&pair.source.reading().dates, &pair.target.reading().dates);
    let civil = |dates: &[Date]| count(dates, Calendar::Gregorian) > 0;
    let hijri = count(target, Calendar::Hijri) > 0;
    let both = target.len() > 1 || pair.target.reading().quantities.iter().any(|q| q.kind == QuantityKind::Year);
    let kept = match pair.profile.era {
        EraStyle::Any => hijri || civil(source) && civil(target),
        EraStyle::Ah => hijri,
        EraStyle::AhCe => hijri && (civil(target) || both),
    };
    if kept {
        return Vec::new();
    }
    let told = &pair.comparison().told_by_other_era;
    let by_other = |date: &&Date| pair.profile.era == EraStyle::Any && told.contains(&date.span);
    let lost = source.iter().filter(|date| date.calendar == Calendar::Hijri && !by_other(date));
    let told = |date: &Date| Finding {
        message: Message::new("finding-hijri").with("text", pair.source.at(&date.span)),
        ..pair.finding("date.hijri", Severity::Warn, Some(&date.span), None)
    };
    lost.map(told).collect()
}

pub(super) fn time(pair: &Pair<'_>) -> Vec<Finding> {
    let (from, to) = (&pair.source.reading().clocks, &pair.target.reading().clocks);
    let differing = pair.comparison().clocks.iter().filter(|(source, _)| source.is_some());
    let found = |(source, target): &(Option<usize>, Option<usize>)| {
        let (source, target) = (source.map(|at| &from[at].span), target.map(|at| &to[at].span));
        pair.finding("time.mismatch", Severity::Error, source, target)
    };
    let mut findings: Vec<Finding> = differing.map(found).collect();
    if findings.is_empty() {
        findings.extend(noon_for_midnight(pair));
    }
    findings
}

const MIDNIGHT: &[&str] = &["midnight"];
const NOON: &[&str] = &["noon", "midday", "noontime"];
/// What says that it was not midnight, and no more.
const DAY: &[&str] = &["afternoon", "lunchtime", "12"];

const WEEK: &[&str] =
    &["السبت", "الاحد", "الاثنين", "الثلاثاء", "الاربعاء", "الخميس", "الجمعه", "اليوم", "امس", "يوم", "غد"];

/// The word of an Arabic side with which it names midnight.
pub(super) fn midnight(side: &Side<'_>) -> Option<usize> {
    let is_night = |word: &SideWord| matches!(word.key.as_str(), "الليل" | "ليل");
    side.words().windows(2).position(|two| two[0].key.ends_with("منتصف") && is_night(&two[1])).map(|at| at + 1)
}

/// Midnight where the source has noon, or noon where it has midnight.
fn noon_for_midnight(pair: &Pair<'_>) -> Option<Finding> {
    let words = pair.source.words();
    let is = |at: usize, names: &[&str]| words.get(at).is_some_and(|word| names.contains(&word.key.as_str()));
    let midnight = midnight(&pair.source);
    // ظهر is as well "appeared", النهار a newspaper.
    let day = |at: usize| words.get(at).is_some_and(|word| WEEK.contains(&word.key.as_str()));
    let noon = (0..words.len()).find(|at| {
        is(*at, &["الظهر", "ظهرا", "الظهيره", "ظهيره"])
            || is(*at, &["ظهر"]) && day(at + 1)
            || is(*at, &["النهار"]) && *at > 0 && is(at - 1, &["منتصف"])
    });
    let (own, wanted, other) = match (midnight, noon) {
        (Some(at), None) => (at, MIDNIGHT, NOON),
        (None, Some(at)) => (at, NOON, MIDNIGHT),
        _ => return None,
    };
    let find = |names: &[&str]| pair.target.words().iter().find(|word| names.contains(&word.key.as_str()));
    let said = find(other).filter(|_| find(wanted).is_none() && find(DAY).is_none())?;
    Some(pair.finding("time.mismatch", Severity::Warn, Some(&words[own].span), Some(&said.span)))
}
