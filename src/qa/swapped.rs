//! Figures that stand in the target with each other's nouns or years: ٣ قتلى و٧ جرحى as seven killed and three wounded. The set
//! of values is the same, so only what is counted tells; where that is not known on both sides, nothing is said.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::comparison::class;
use super::pair::{Pair, Side};
use crate::model::{Finding, Message, Severity};
use crate::text::numbers::{MeasureKind, Quantity, QuantityKind, Ratio};

/// A value of a class of quantities.
type Value = (u8, Ratio);
/// What a figure is said of, how much it is, and where it stands.
type Figure<L> = (L, Value, Range<usize>);

/// The figures of a text by what they are said of.
struct Told<L> {
    /// The figures that are said of something known.
    labelled: Vec<Figure<L>>,
    /// The values that may be said of anything.
    loose: Vec<Value>,
}

impl<L: Copy> Told<L> {
    /// The values that stand once, and what they are said of where that is known.
    fn once(&self) -> HashMap<Value, Option<L>> {
        let mut counts: HashMap<Value, (usize, Option<L>)> = HashMap::new();
        let labelled = self.labelled.iter().map(|(label, value, _)| (*value, Some(*label)));
        for (value, label) in labelled.chain(self.loose.iter().map(|value| (*value, None))) {
            let count = counts.entry(value).or_default();
            *count = (count.0 + 1, label);
        }
        counts.into_iter().filter(|(_, (count, _))| *count == 1).map(|(value, (_, label))| (value, label)).collect()
    }
}

pub(super) fn swapped(pair: &Pair<'_>, check: &'static str) -> Vec<Finding> {
    let sides = [&pair.source, &pair.target];
    let by = |label: fn(&Quantity) -> Option<&'static str>| sides.map(|side| told(side, label));
    let mut places = exchanged(&by(thing));
    places.extend(exchanged(&by(|quantity| quantity.counted.fate)));
    places.extend(exchanged(&sides.map(told_of_years)));
    places.extend(turned(pair));
    // Soldiers and the killed may be the same.
    let mut told = HashSet::new();
    places.retain(|(source, target)| told.insert((source.start, target.start)));
    let finding = |(source, target): (Range<usize>, Range<usize>)| {
        let found = pair.finding(check, Severity::Warn, Some(&source), Some(&target));
        Finding { message: Message { id: "finding-swapped", ..found.message }, ..found }
    };
    places.into_iter().map(finding).collect()
}

/// What is counted: a noun, or a length of time or a unit.
fn thing(quantity: &Quantity) -> Option<&'static str> {
    // A degree may be one of several.
    let measure = quantity.measure.filter(|measure| measure.kind != MeasureKind::Currency && measure.names.len() == 1);
    quantity.counted.thing.or_else(|| measure?.names.first().copied())
}

fn told(side: &Side<'_>, label: fn(&Quantity) -> Option<&'static str>) -> Told<&'static str> {
    let mut told = Told { labelled: Vec::new(), loose: Vec::new() };
    for quantity in &side.reading().quantities {
        let value = (class(quantity), quantity.value);
        match label(quantity) {
            Some(label) => told.labelled.push((label, value, quantity.span.clone())),
            None => told.loose.push(value),
        }
    }
    told
}

/// Figures by the year beside them, in sentences where figures and years stand by turns.
fn told_of_years(side: &Side<'_>) -> Told<Ratio> {
    let mut told = Told { labelled: Vec::new(), loose: Vec::new() };
    let quantities = &side.reading().quantities;
    for sentence in side.sentences() {
        let first = quantities.partition_point(|quantity| quantity.span.start < sentence.start);
        let end = quantities.partition_point(|quantity| quantity.span.start < sentence.end);
        let inside = &quantities[first..end];
        let is_year = |quantity: &Quantity| quantity.kind == QuantityKind::Year;
        let by_turns = inside.len() >= 4
            && inside.len().is_multiple_of(2)
            && inside.windows(2).all(|pair| is_year(&pair[0]) != is_year(&pair[1]))
            && (!is_year(&inside[0]) || begins_with_years(side, inside));
        for pair in inside.chunks(2) {
            let (year, others) = (pair.iter().find(|quantity| is_year(quantity)), pair.iter().filter(|q| !is_year(q)));
            for quantity in others {
                let value = (class(quantity), quantity.value);
                match year.filter(|_| by_turns) {
                    Some(year) => told.labelled.push((year.value, value, quantity.span.clone())),
                    None => told.loose.push(value),
                }
            }
        }
    }
    told
}

/// Whether of years and figures by turns each year belongs to the figure behind it: in "by 2021 it had risen from 300 in 2019" it
/// does not.
fn begins_with_years(side: &Side<'_>, quantities: &[Quantity]) -> bool {
    let words_between = |pair: &[Quantity]| {
        let between = pair[0].span.end..pair[1].span.start;
        side.text.get(between).map_or(0, |text| crate::text::words(text).count())
    };
    let gaps: Vec<usize> = quantities.windows(2).map(words_between).collect();
    gaps.chunks(2).all(|gaps| gaps.get(1).is_none_or(|to_next| gaps[0] <= *to_next))
}

/// Two figures of which one is said in the source of what the other is said of in the target, each exchange once. Each stands
/// once on either side, and of one at least both sides tell, and tell otherwise: seven boats, three of which sank, are no other
/// than three of seven boats. Time grows with the number of figures.
fn exchanged<L: Copy + Eq + std::hash::Hash>([source, target]: &[Told<L>; 2]) -> Vec<(Range<usize>, Range<usize>)> {
    let (of_source, of_target) = (source.once(), target.once());
    // Of each label the figures of the target that the source says of something else, or does not say what of.
    let mut strangers: HashMap<L, Vec<&Figure<L>>> = HashMap::new();
    for figure @ (label, value, _) in &target.labelled {
        let is_stranger = of_source.get(value).is_some_and(|said| *said != Some(*label));
        if is_stranger && of_target.contains_key(value) {
            strangers.entry(*label).or_default().push(figure);
        }
    }
    let mut told: HashSet<Value> = HashSet::new();
    let mut places = Vec::new();
    for (label, value, span) in &source.labelled {
        let (true, Some(now)) = (of_source.contains_key(value), of_target.get(value)) else { continue };
        // Where a label has several figures, which one of them is it?
        let Some([(_, other, place)]) = strangers.get(label).map(Vec::as_slice) else { continue };
        let is_sure = now.is_some() || of_source.get(other).is_some_and(Option::is_some);
        if *now != Some(*label) && is_sure && !told.contains(other) && !told.contains(value) {
            told.extend([*value, *other]);
            places.push((span.clone(), place.clone()));
        }
    }
    places
}

/// What joins two numbers in an order that tells something, in either language: two of nine, nine votes to sixteen.
const JOINTS: &[(&[&str], &[&str])] = &[
    (&["من اصل", "من بين", "من مجموع"], &["of", "of the", "out of", "out of the"]),
    (&["مقابل", "في مقابل"], &["to", "against", "versus", "compared with", "compared to"]),
];
const LOST: &[&str] = &["lost", "lose", "loses", "losing", "beaten", "defeated", "defeat", "loss"];
/// So many words may stand between two such numbers.
const BETWEEN: usize = 4;

/// Two numbers that are joined and have changed places.
fn turned(pair: &Pair<'_>) -> Vec<(Range<usize>, Range<usize>)> {
    let mut places = Vec::new();
    // Who wins by 16 votes to 9 is beaten by 9 to 16.
    let is_told_by_the_loser = pair.target.words().iter().any(|word| LOST.contains(&word.key.as_str()));
    for (arabic, english) in JOINTS.iter().filter(|_| !is_told_by_the_loser) {
        let (from, to) = (joined(&pair.source, arabic), joined(&pair.target, english));
        let said: HashMap<[Value; 2], &Range<usize>> = to.iter().map(|(values, span)| (*values, span)).collect();
        let is_turned = |([one, other], span): &([Value; 2], Range<usize>)| {
            let turned = said.get(&[*other, *one]).filter(|_| one != other && !said.contains_key(&[*one, *other]))?;
            Some((span.clone(), (*turned).clone()))
        };
        places.extend(from.iter().filter_map(is_turned));
    }
    places
}

/// The pairs of numbers that one of some joints joins.
fn joined(side: &Side<'_>, joints: &[&str]) -> Vec<([Value; 2], Range<usize>)> {
    let pairs = side.reading().quantities.windows(2).filter_map(|pair| {
        let [one, other] = pair else { return None };
        // From 300 to 500 is told the other way round: ٥٠٠ مقابل ٣٠٠.
        let before = side.text[..one.span.start].trim_end_matches(['$', '€', '£']).split_whitespace().next_back();
        if before.is_some_and(|word| word.eq_ignore_ascii_case("from")) {
            return None;
        }
        let between = side.text.get(one.span.end..other.span.start)?;
        let few = crate::text::words(between).nth(BETWEEN).is_none();
        let between = if few { crate::text::norm(between) } else { return None };
        let is_joint = |joint: &&str| {
            let before = between.trim().strip_suffix(*joint);
            before.is_some_and(|before| before.is_empty() || before.ends_with(' '))
        };
        let value = |quantity: &Quantity| (class(quantity), quantity.value);
        // Growth of 2 % against 4 % the year before fell from 4 % to 2 %.
        if [one, other].into_iter().any(|quantity| quantity.kind != QuantityKind::Plain) {
            return None;
        }
        joints.iter().any(is_joint).then(|| ([value(one), value(other)], one.span.start..other.span.end))
    });
    pairs.collect()
}

#[cfg(test)]
mod tests {
    use super::super::tests::flagged;

    #[test]
    fn figures_with_each_others_nouns_are_told() {
        for (source, target) in [
            ("٣ قتلى و٧ جرحى", "7 killed and 3 wounded"),
            ("قُتل ٣ جنود وجُرح ٧ مدنيين", "7 soldiers were killed and 3 civilians wounded"),
            ("مقتل ٣ أشخاص وإصابة ٧", "Seven people were killed and three wounded"),
            ("وصلت ١٥ شاحنة و٢٠ حافلة", "15 buses and 20 trucks arrived"),
            ("قتيلان و٧ جرحى", "Seven killed and two wounded"),
            ("٤٥٪ من النساء و٣٠٪ من الرجال", "45% of men and 30% of women"),
            ("ثلاثة رجال ورجل عمره ٢٠ عاما", "20 men and a three-year-old man"),
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
            ("٧ كراسي من خشب و٣ موائد", "3 chairs of wood and 7 tables"),
            ("غرقت ثلاثة قوارب من سبعة", "Of seven boats three sank"),
            ("٣ قوارب و٣ أطفال و٧ نساء", "7 boats; 3 children; 3 women"),
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
