//! Digit runs that count nothing, such as telephone numbers: the same line may be written in several ways. And the digits of a
//! running time that the other side has no number for: 1:57, دقيقة و٥٧ ثانية.

use std::collections::HashMap;

use super::{Against, Range, Side, Spans, against};
use crate::text::digit_value;
use crate::text::numbers::{Duration, Identifier, Ratio};

/// Digit runs that stand on one side only. A run may be written in the target as if it were several numbers.
pub(super) fn identifiers(
    source: &Side<'_>,
    target: &Side<'_>,
    taken: &mut Spans,
) -> Vec<(Option<usize>, Option<usize>)> {
    let (from, to) = (&source.reading().identifiers, &target.reading().identifiers);
    let Against { opposed, lone_source, lone_target, .. } =
        against(from, to, is_same_line, |identifier| identifier.digits.clone());
    let (source_runs, target_runs) = (loose_runs(source.text), loose_runs(target.text));
    let (mut sources, mut targets) = (Vec::new(), Vec::new());
    for s in opposed.iter().map(|(s, _)| *s).chain(lone_source) {
        match target_runs.get(&from[s].digits) {
            Some(span) => taken.1.push(span.clone()),
            None => sources.push(s),
        }
    }
    for t in opposed.iter().map(|(_, t)| *t).chain(lone_target) {
        match source_runs.get(&to[t].digits) {
            Some(span) => taken.0.push(span.clone()),
            None => targets.push(t),
        }
    }
    let length = sources.len().max(targets.len());
    (0..length).map(|at| (sources.get(at).copied(), targets.get(at).copied())).collect()
}

/// Takes of the clock times that stand in the target alone the hour that the source names once, دقيقة و٥٧ ثانية as 1:57, and the
/// seconds of a running time that has none, 2:05:00.
pub(super) fn running_times(source: &Side<'_>, target: &Side<'_>, lone: &[usize], taken: &mut Spans) {
    let (from, to) = (source.reading(), target.reading());
    let is_unit = |length| [Duration::MINUTE, Duration::HOUR].contains(&length);
    let names_one = from.named_once.iter().any(|named| is_unit(named.duration));
    for clock in lone.iter().map(|at| &to.clocks[*at]) {
        let colon = target.at(&clock.span).find(':');
        let hour = colon.filter(|_| clock.hour == 1 && clock.half.is_none() && names_one);
        taken.1.extend(hour.map(|colon| clock.span.start..clock.span.start + colon));
        let behind = to.quantities.iter().find(|quantity| quantity.span.start == clock.span.end + 1);
        let seconds = behind.filter(|quantity| {
            quantity.value == Ratio::ZERO && target.at(&(clock.span.end..quantity.span.start)) == ":"
        });
        taken.1.extend(seconds.map(|quantity| quantity.span.clone()));
    }
}

/// Whether one is the other without its trunk zero and with the code of its country: 02-2964321 and +970 2 296 4321.
fn is_same_line(one: &Identifier, other: &Identifier) -> bool {
    let national = |run: &Identifier| {
        run.digits
            .strip_prefix('0')
            .filter(|rest| !rest.starts_with('0') && rest.len() >= FEWEST_IN_LINE)
            .map(str::to_owned)
    };
    let abroad = |run: &Identifier, national: &str| {
        let code = run.digits.strip_suffix(national).map(|code| code.trim_start_matches('0'));
        // +970 (0)2: some keep the zero in brackets.
        let code = code.map(|code| code.strip_suffix('0').filter(|code| code.len() > 1).unwrap_or(code));
        code.is_some_and(|code| (1..=3).contains(&code.len()))
    };
    let is = |one, other| national(one).is_some_and(|national| abroad(other, &national));
    is(one, other) || is(other, one)
}

/// Fewer digits are no line of a country.
const FEWEST_IN_LINE: usize = 6;

/// The digits of a text that only separators part, taken together, and where they stand.
fn loose_runs(text: &str) -> HashMap<String, Range<usize>> {
    let mut runs: Vec<(String, Range<usize>)> = Vec::new();
    let mut open = false;
    for (start, c) in text.char_indices() {
        let Some(digit) = digit_value(c).and_then(|value| char::from_digit(value, 10)) else {
            open &= matches!(c, ' ' | '\u{a0}' | '-' | '–' | '‑' | '.' | ',' | '٬' | '(' | ')' | '/');
            continue;
        };
        let end = start + c.len_utf8();
        match runs.last_mut().filter(|_| open) {
            Some((run, span)) => {
                run.push(digit);
                span.end = end;
            }
            None => runs.push((digit.to_string(), start..end)),
        }
        open = true;
    }
    runs.into_iter().collect()
}
