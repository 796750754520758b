//! Checks of what a number counts: the currency and the unit stay what they are when the number does.

use super::issuers::{arabic_money, of_arabic, of_english};
use super::pair::{Pair, Side};
use crate::model::{Finding, Message, Severity};
use crate::text::numbers::{Measure, MeasureKind};

pub(super) fn currency(pair: &Pair<'_>) -> Vec<Finding> {
    changed(pair, "num.currency", Severity::Error, |kind| kind == MeasureKind::Currency)
}

pub(super) fn unit(pair: &Pair<'_>) -> Vec<Finding> {
    changed(pair, "num.unit", Severity::Warn, |kind| kind != MeasureKind::Currency)
}

fn names_sharks(side: &Side<'_>) -> bool {
    side.words().iter().any(|word| matches!(word.key.trim_end_matches("'s"), "shark" | "sharks"))
}

fn changed(pair: &Pair<'_>, check: &'static str, severity: Severity, of: fn(MeasureKind) -> bool) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (s, t) in &pair.comparison().matched {
        let (source, target) = (&pair.source.reading().quantities[*s], &pair.target.reading().quantities[*t]);
        let Some(measure) = source.measure.filter(|measure| of(measure.kind)) else { continue };
        let other = target.measure.filter(|other| of(other.kind));
        // Matched by what it lasts; and عقود are contracts as well as decades.
        let lasts = source.duration().is_some() && source.duration() == target.duration();
        if lasts || measure.names.contains(&"decade") {
            continue;
        }
        let named = |named: &Measure| named.agrees(measure);
        // ليرة سورية is no Lebanese pound.
        let of_another = measure.kind == MeasureKind::Currency
            && of_arabic(&pair.source, &source.span)
                .zip(of_english(&pair.target, &target.span))
                .is_some_and(|(one, other)| one != other);
        let severity = match other {
            Some(other) if other.agrees(measure) && measure.keeps_power(other) && !of_another => continue,
            Some(_) => severity,
            // The name may stand elsewhere in the sentence; a length of time is often said otherwise.
            None if measure.kind == MeasureKind::Time || pair.target.reading().measures.iter().any(named) => continue,
            // 200m is 200 metres as well as 200 million.
            None if measure.names.contains(&"metre") && target.other == Some(source.value) => continue,
            // درجات are steps, ranks and marks as well.
            None if measure.names.contains(&"degree") || measure.names.contains(&"Celsius") => continue,
            // قرش is a shark as well.
            None if measure.names.contains(&"piastre") && names_sharks(&pair.target) => continue,
            None => Severity::Warn,
        };
        let found = pair.finding(check, severity, Some(&source.span), Some(&target.span));
        let said =
            if of_another { arabic_money(&pair.source, &source.span).to_owned() } else { measure.names.join("-") };
        let message = Message::new("finding-measure").with("text", pair.source.at(&source.span)).with("measure", said);
        findings.push(Finding { message, ..found });
    }
    findings
}
