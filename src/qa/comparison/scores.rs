//! Scores of matches that one side says in words: بهدفين دون رد has no 0, and لهدف no 1.

use std::collections::{HashMap, HashSet, VecDeque};

use super::{Range, Side, Spans};
use crate::qa::pair::is_within;
use crate::text::numbers::{Ratio, Score};

/// Takes the scores that are the same, and those that stand against each other, which are given; two in digits are numbers like others.
pub(super) fn scores(source: &Side<'_>, target: &Side<'_>, taken: &mut Spans) -> Vec<(Range<usize>, Range<usize>)> {
    let in_words = |side: &Side<'_>| side.reading().scores.iter().any(|score| score.words);
    if !in_words(source) && !in_words(target) {
        return Vec::new();
    }
    let mut waiting: HashMap<[i64; 2], VecDeque<&Score>> = HashMap::new();
    for score in &target.reading().scores {
        waiting.entry(score.goals).or_default().push_back(score);
    }
    let mut left = Vec::new();
    for score in &source.reading().scores {
        match waiting.get_mut(&score.goals).and_then(VecDeque::pop_front) {
            Some(answer) => take(taken, score, answer),
            None => left.push(score),
        }
    }
    // One that is told in words may stand in digits as well.
    let (in_source, in_target) = (said_in_words(source, target), said_in_words(target, source));
    let again = left.extract_if(.., |score| in_source.contains(&score.goals));
    taken.0.extend(again.map(|score| score.span.clone()));
    let mut answers: Vec<&Score> = waiting.into_values().flatten().collect();
    let again = answers.extract_if(.., |answer| in_target.contains(&answer.goals));
    taken.1.extend(again.map(|answer| answer.span.clone()));
    answers.sort_unstable_by_key(|score| score.span.start);
    // Digits whose numbers the other side has as well are a range or the like.
    let (in_source, in_target) = (numbers(source), numbers(target));
    let is_answered = |score: &Score, other: &HashSet<Ratio>| {
        !score.words && score.goals.iter().all(|goals| other.contains(&Ratio::integer(*goals)))
    };
    left.retain(|score| !is_answered(score, &in_target));
    answers.retain(|score| !is_answered(score, &in_source));
    let opposed = left.into_iter().zip(answers).filter(|(score, answer)| score.words || answer.words);
    let spans = opposed.map(|(score, answer)| {
        take(taken, score, answer);
        (score.span.clone(), answer.span.clone())
    });
    spans.collect()
}

/// The scores that a side has in words and the other side has too.
fn said_in_words(side: &Side<'_>, other: &Side<'_>) -> HashSet<[i64; 2]> {
    let others: HashSet<[i64; 2]> = other.reading().scores.iter().map(|score| score.goals).collect();
    let in_words = side.reading().scores.iter().filter(|score| score.words);
    in_words.map(|score| score.goals).filter(|goals| others.contains(goals)).collect()
}

/// The numbers of a side that belong to no score in words.
fn numbers(side: &Side<'_>) -> HashSet<Ratio> {
    let reading = side.reading();
    let in_words: Vec<&Score> = reading.scores.iter().filter(|score| score.words).collect();
    let others = reading.quantities.iter().filter(|quantity| !is_within(&in_words, quantity.span.start, |s| &s.span));
    others.map(|quantity| quantity.value).collect()
}

fn take(taken: &mut Spans, score: &Score, answer: &Score) {
    taken.0.push(score.span.clone());
    taken.1.push(answer.span.clone());
}
