//! Figures that stand in the target with each other's nouns or years: ٣ قتلى و٧ جرحى as seven killed and three wounded. The set
//! of values is the same, so only what is counted tells; where that is not known on both sides, nothing is said.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::comparison::class;
use super::pair::{Pair, Side};
use crate::model::{Finding, Message, Severity};
use crate::text::numbers::{Quantity, QuantityKind, Ratio};

/// A value of a class of quantities.
type Value = (u8, Ratio);
/// What a figure is said of, how much it is, and where it stands.
type Figure<L> = (L, Value, Range<usize>);

/// The figures of a text by what they are said of.
struct Told<L> {
    /// The figures that are said of something known.
    labelled: Vec<Figure<L>>,
    /// The values that may be said of anything.
    loose: HashSet<Value>,
}

pub(super) fn swapped(pair: &Pair<'_>, check: &'static str) -> Vec<Finding> {
    let sides = [&pair.source, &pair.target];
    let by = |label: fn(&Quantity) -> Option<&'static str>| sides.map(|side| told(side, label));
    let mut places = exchanged(&by(|quantity| quantity.counted.thing));
    places.extend(exchanged(&by(|quantity| quantity.counted.fate)));
    places.extend(exchanged(&sides.map(told_of_years)));
    let finding = |(source, target): (Range<usize>, Range<usize>)| {
        let found = pair.finding(check, Severity::Warn, Some(&source), Some(&target));
        Finding { message: Message { id: "finding-swapped", ..found.message }, ..found }
    };
    places.into_iter().map(finding).collect()
}

fn told(side: &Side<'_>, label: fn(&Quantity) -> Option<&'static str>) -> Told<&'static str> {
    let mut told = Told { labelled: Vec::new(), loose: HashSet::new() };
    for quantity in &side.reading().quantities {
        let value = (class(quantity), quantity.value);
        match label(quantity) {
            Some(label) => told.labelled.push((label, value, quantity.span.clone())),
            None => {
                told.loose.insert(value);
            }
        }
    }
    told
}

/// Figures by the year beside them, in sentences where figures and years stand by turns.
fn told_of_years(side: &Side<'_>) -> Told<Ratio> {
    let mut told = Told { labelled: Vec::new(), loose: HashSet::new() };
    let quantities = &side.reading().quantities;
    for sentence in side.sentences() {
        let first = quantities.partition_point(|quantity| quantity.span.start < sentence.start);
        let end = quantities.partition_point(|quantity| quantity.span.start < sentence.end);
        let inside = &quantities[first..end];
        let is_year = |quantity: &Quantity| quantity.kind == QuantityKind::Year;
        let by_turns = inside.len() >= 4
            && inside.len().is_multiple_of(2)
            && inside.windows(2).all(|pair| is_year(&pair[0]) != is_year(&pair[1]));
        for pair in inside.chunks(2) {
            let (year, others) = (pair.iter().find(|quantity| is_year(quantity)), pair.iter().filter(|q| !is_year(q)));
            for quantity in others {
                let value = (class(quantity), quantity.value);
                match year.filter(|_| by_turns) {
                    Some(year) => told.labelled.push((year.value, value, quantity.span.clone())),
                    None => {
                        told.loose.insert(value);
                    }
                }
            }
        }
    }
    told
}

/// The figures of the source whose label bears another figure of the source in the target, while their own stands there with
/// another label; each exchange once. Time grows with the number of figures.
fn exchanged<L: Copy + Eq + std::hash::Hash>([source, target]: &[Told<L>; 2]) -> Vec<(Range<usize>, Range<usize>)> {
    let said = |told: &Told<L>| told.labelled.iter().map(|(label, value, _)| (*label, *value)).collect::<HashSet<_>>();
    let values = |told: &Told<L>| told.labelled.iter().map(|(_, value, _)| *value).collect::<HashSet<_>>();
    let (source_said, target_said) = (said(source), said(target));
    let (source_values, target_values) = (values(source), values(target));
    // Of each label the first figure that the source says of something else.
    let mut strangers: HashMap<L, &Figure<L>> = HashMap::new();
    for figure @ (label, value, _) in &target.labelled {
        if source_values.contains(value) && !source_said.contains(&(*label, *value)) && !source.loose.contains(value) {
            strangers.entry(*label).or_insert(figure);
        }
    }
    let mut told: HashSet<Value> = HashSet::new();
    let mut places = Vec::new();
    for (label, value, span) in &source.labelled {
        let is_kept = target_said.contains(&(*label, *value)) || target.loose.contains(value);
        if is_kept || !target_values.contains(value) {
            continue;
        }
        if let Some((_, other, place)) = strangers.get(label)
            && !told.contains(other)
            && !told.contains(value)
        {
            told.extend([*value, *other]);
            places.push((span.clone(), place.clone()));
        }
    }
    places
}

#[cfg(test)]
mod tests {
    use super::super::tests::flagged;

    #[test]
    fn figures_with_each_others_nouns_are_told() {
        for (source, target) in [
            ("٣ قتلى و٧ جرحى", "7 killed and 3 wounded"),
            ("مقتل ٣ أشخاص وإصابة ٧", "Seven people were killed and three wounded"),
            ("وصلت ١٥ شاحنة و٢٠ حافلة", "15 buses and 20 trucks arrived"),
            ("قتيلان و٧ جرحى", "Seven killed and two wounded"),
            ("٤٥٪ من النساء و٣٠٪ من الرجال", "45% of men and 30% of women"),
            ("ثلاثة جنود وأربعة ضباط وخمسة أطفال", "Four soldiers, five officers and three children"),
            ("من ٣٠٠ في عام ٢٠١٩ إلى ٥٠٠ في عام ٢٠٢٠", "from 500 in 2019 to 300 in 2020"),
        ] {
            assert_eq!(flagged(source, target), ["num.mismatch"], "{source}");
        }
    }

    #[test]
    fn figures_with_their_own_nouns_and_unknown_ones_are_not() {
        for (source, target) in [
            ("٣ قتلى و٧ جرحى", "7 wounded and 3 killed"),
            ("٣ قتلى و٧ جرحى", "Three died; the wounded were 7"),
            ("٣ قتلى و٧ جرحى", "killing three and wounding seven"),
            ("مقتل ٣ جنود وإصابة ٧", "three soldiers killed, 7 injured"),
            ("٧ أطفال و٣ كراسي", "7 chairs and 3 children sat"),
            ("من ٣٠٠ عام ٢٠١٩ إلى ٥٠٠ عام ٢٠٢٠", "to 500 in 2020 from 300 in 2019"),
            ("من ٣٠٠ عام ٢٠١٩ إلى ٥٠٠ عام ٢٠٢٠", "In 2019 there were 300 and in 2020 there were 500"),
        ] {
            assert_eq!(flagged(source, target), Vec::<&str>::new(), "{source} ~ {target}");
        }
    }

    #[test]
    fn duals_of_things_are_two() {
        for (source, target) in [("غرق قاربان", "Three boats sank"), ("وصل طفلان", "Four children arrived")]
        {
            assert_eq!(flagged(source, target), ["num.mismatch"], "{source}");
        }
        for (source, target) in [
            ("غرق قاربان", "Two boats sank"),
            ("غرق قاربان", "Both boats sank"),
            ("غرق قاربان من ثلاثة قوارب", "Two of the three boats sank"),
            ("سقط صاروخان على ثلاث قرى", "A pair of rockets fell on three villages"),
            ("زار لبنان وطالبان", "He visited Lebanon and three Taliban schools"),
        ] {
            assert_eq!(flagged(source, target), Vec::<&str>::new(), "{source} ~ {target}");
        }
    }
}
