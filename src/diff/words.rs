//! The difference between two texts as pieces that replay both byte for byte. It never folds or trims: what differs only by an
//! invisible mark is shown as different.

use crate::model::{DiffOp, DiffPiece, Grain};
use std::ops::Range;
use std::time::{Duration, Instant};

use similar::{Algorithm, DiffableStr, capture_diff_slices_deadline};

/// How long the search for the smallest difference may take before a coarser one is given.
const PATIENCE: Duration = Duration::from_millis(700);

/// How alike two short words are, 0 to 1: twice the characters they share in order, over the characters of both.
#[must_use]
pub fn likeness(one: &str, other: &str) -> f64 {
    f64::from(similar::TextDiff::from_chars(one, other).ratio())
}

/// The difference between two texts, in reading order.
///
/// Equal and deleted pieces join to `old`, equal and inserted pieces to `new`, byte for byte. Neighbouring pieces of one op are
/// merged; where a stretch was replaced, the deletion stands before the insertion. Spaces and punctuation that happen to be
/// equal between two changes are counted to the change, so that a replaced phrase reads as one. For texts so long and so
/// different that the smallest difference is out of reach, a larger one is returned that replays all the same.
#[must_use]
pub fn diff(old: &str, new: &str, grain: Grain) -> Vec<DiffPiece> {
    let tokens = |text| match grain {
        Grain::Words => <str as DiffableStr>::tokenize_unicode_words(text),
        Grain::Characters => <str as DiffableStr>::tokenize_graphemes(text),
    };
    let (old, new) = (tokens(old), tokens(new));
    let deadline = Instant::now().checked_add(PATIENCE);
    let ops = capture_diff_slices_deadline(Algorithm::Myers, &old, &new, deadline);
    let runs = ops.into_iter().map(|op| Run {
        equal: op.tag() == similar::DiffTag::Equal,
        old: op.old_range(),
        new: op.new_range(),
    });
    pieces(&tidied(runs, &old, grain), &old, &new)
}

/// Token ranges of both texts that are equal, or of which the old became the new.
struct Run {
    equal: bool,
    old: Range<usize>,
    new: Range<usize>,
}

/// The runs with neighbours of one sort merged and weak islands of equality given to the changes around them.
fn tidied(runs: impl Iterator<Item = Run>, old: &[&str], grain: Grain) -> Vec<Run> {
    let mut done: Vec<Run> = Vec::new();
    for run in runs {
        match done.last_mut() {
            Some(last) if last.equal == run.equal => join(last, &run),
            _ => done.push(run),
        }
        while let [.., before, island, after] = done.as_slice()
            && !after.equal
            && is_weak(&old[island.old.clone()], before, after, grain)
        {
            let after = done.pop().expect("the slice pattern saw three runs");
            done.pop();
            join(done.last_mut().expect("the slice pattern saw three runs"), &after);
        }
    }
    done
}

/// Widens a run to the end of a later one.
const fn join(run: &mut Run, later: &Run) {
    run.old.end = later.old.end;
    run.new.end = later.new.end;
}

/// Whether an island of equality between two changes says nothing: no letter or digit in it and no line break; or, between
/// letters, too little to be a part of a word that somebody kept.
fn is_weak(island: &[&str], before: &Run, after: &Run, grain: Grain) -> bool {
    let tells = |token: &&&str| token.chars().any(|c| c.is_alphanumeric() || matches!(c, '\n' | '\r' | '\u{2028}'));
    let telling = island.iter().filter(tells).count();
    let replaced = |run: &Run| run.old.len().min(run.new.len());
    match grain {
        _ if telling == 0 => true,
        Grain::Words => telling == 1 && island.len() <= 3 && replaced(before).min(replaced(after)) >= 5,
        Grain::Characters => {
            let spaceless = !island.iter().any(|token| token.chars().all(char::is_whitespace));
            spaceless && island.len() <= replaced(before).min(replaced(after))
        }
    }
}

fn pieces(runs: &[Run], old: &[&str], new: &[&str]) -> Vec<DiffPiece> {
    let mut pieces = Vec::new();
    let mut push = |op, tokens: &[&str]| {
        if !tokens.is_empty() {
            pieces.push(DiffPiece { op, text: tokens.concat() });
        }
    };
    for run in runs {
        if run.equal {
            push(DiffOp::Equal, &old[run.old.clone()]);
        } else {
            push(DiffOp::Delete, &old[run.old.clone()]);
            push(DiffOp::Insert, &new[run.new.clone()]);
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn replay(pieces: &[DiffPiece], without: DiffOp) -> String {
        pieces.iter().filter(|p| p.op != without).map(|p| p.text.as_str()).collect()
    }

    fn assert_replays(old: &str, new: &str, grain: Grain) {
        let pieces = diff(old, new, grain);
        assert_eq!(replay(&pieces, DiffOp::Insert), old);
        assert_eq!(replay(&pieces, DiffOp::Delete), new);
        assert!(pieces.windows(2).all(|two| two[0].op != two[1].op), "unmerged: {pieces:?}");
        assert!(pieces.iter().all(|p| !p.text.is_empty()));
    }

    /// `=equal -deleted +inserted`, one piece a line.
    fn shown(old: &str, new: &str, grain: Grain) -> Vec<String> {
        let sign = |op| match op {
            DiffOp::Equal => '=',
            DiffOp::Insert => '+',
            DiffOp::Delete => '-',
        };
        diff(old, new, grain).iter().map(|p| format!("{}{}", sign(p.op), p.text)).collect()
    }

    #[test]
    fn words_change_whole_with_their_vowel_signs() {
        let table: &[(&str, &str, &[&str])] = &[
            ("", "", &[]),
            ("ماء", "ماء", &["=ماء"]),
            ("", "ماء", &["+ماء"]),
            ("قال المعلم شيئًا", "قال المعلمُ شيئًا", &["=قال ", "-المعلم", "+المعلمُ", "= شيئًا"]),
            ("بلغ ٢٫٤ متر؟", "بلغ ٢٫٥ متر؟", &["=بلغ ", "-٢٫٤", "+٢٫٥", "= متر؟"]),
            ("نهر السرو", "نهـر السرو", &["-نهر", "+نهـر", "= السرو"]),
            ("the red brick house", "the old stone house", &["=the ", "-red brick", "+old stone", "= house"]),
            ("نعم، لا؛ ربما", "كلا، بلى؛ ربما", &["-نعم، لا", "+كلا، بلى", "=؛ ربما"]),
            ("one two", "one big two", &["=one ", "+big ", "=two"]),
            ("a\nb", "c\nd", &["-a", "+c", "=\n", "-b", "+d"]),
        ];
        for (old, new, expected) in table {
            assert_eq!(shown(old, new, Grain::Words), *expected, "{old} → {new}");
        }
    }

    #[test]
    fn characters_are_graphemes() {
        assert_eq!(shown("كَتَبَ", "كَتِبَ", Grain::Characters), ["=كَ", "-تَ", "+تِ", "=بَ"]);
        assert_eq!(shown("colour", "color", Grain::Characters), ["=colo", "-u", "=r"]);
        assert_eq!(shown("👩‍🌾!", "👩‍🍳!", Grain::Characters), ["-👩‍🌾", "+👩‍🍳", "=!"]);
    }

    #[test]
    fn an_invisible_control_is_a_difference() {
        assert_eq!(shown("خمسون ألفًا", "خمسون\u{202e} ألفًا", Grain::Words).len(), 3);
    }

    #[test]
    fn two_texts_of_a_megabyte_end_in_time() {
        let text = |seed: u32| {
            let mut state = seed;
            let mut text = String::new();
            while text.len() < 1_000_000 {
                state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                text.push_str(["ماءٌ ", "نهر، ", "بئر ", "و", "water ", "قال: «لا» ", "١٢ "][(state >> 24) as usize % 7]);
            }
            text
        };
        let (old, new) = (text(1), text(2));
        let begun = Instant::now();
        assert_replays(&old, &new, Grain::Words);
        assert!(begun.elapsed() < Duration::from_secs(30), "{:?}", begun.elapsed());
    }

    fn nasty() -> impl Strategy<Value = String> {
        let atom = prop_oneof![
            Just("\u{202e}".to_owned()),
            Just("\u{200f}".to_owned()),
            Just("\u{64b}".to_owned()),
            Just("ـ".to_owned()),
            Just("\r\n".to_owned()),
            Just("👩‍🌾".to_owned()),
            Just(" ".to_owned()),
            Just("، ".to_owned()),
            "[ابتلم]{1,3}",
            "[a-c]{1,3}",
            "[٠-٣0-3٫.]{1,3}",
            any::<char>().prop_map(String::from),
        ];
        prop::collection::vec(atom, 0..40).prop_map(|atoms| atoms.concat())
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(200))]

        #[test]
        fn a_difference_replays_both_texts(old in nasty(), new in nasty()) {
            assert_replays(&old, &new, Grain::Words);
            assert_replays(&old, &new, Grain::Characters);
        }

        #[test]
        fn no_bare_space_stands_between_two_changes(old in nasty(), new in nasty()) {
            let pieces = diff(&old, &new, Grain::Words);
            for (index, piece) in pieces.iter().enumerate() {
                let inner = index > 0 && index + 1 < pieces.len();
                prop_assert!(!inner || piece.op != DiffOp::Equal || piece.text != " ");
            }
        }

        #[test]
        fn a_text_does_not_differ_from_itself(text in nasty()) {
            prop_assert!(diff(&text, &text, Grain::Words).len() <= 1);
        }
    }
}
