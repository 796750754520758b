//! Facts about alignments: what must hold for any two texts, and what the built-in lexicon must manage.

use proptest::prelude::*;

use super::{
    BUILT_IN, Evidence, Knowledge, Lexicon, LexiconBuilder, Route, Segment, Side, Training, Weights, align, remarks,
    word_keys,
};
use crate::model::{AlignedBead, PairRemark};

fn built_in() -> [Knowledge<'static>; 1] {
    [Knowledge::of(&BUILT_IN)]
}

fn shapes(beads: &[AlignedBead]) -> Vec<(Vec<usize>, Vec<usize>)> {
    beads.iter().map(|bead| (bead.source.clone().collect(), bead.target.clone().collect())).collect()
}

const ARABIC: [&str; 7] = [
    "الماء يكفي الجميع",
    "وصل الوزير إلى العاصمة يوم الأحد في زيارة تستغرق ثلاثة أيام.",
    "وقال إن الحكومة ستبني ٤٥ مدرسة جديدة. ولم يذكر متى.",
    "سأل الصحفيون عن المستشفى.",
    "لكن الوزير رفض الإجابة.",
    "يعيش في المدينة نحو مليون شخص، معظمهم من الفلاحين الذين تركوا قراهم بعد الحرب.",
    "انتهى المؤتمر في المساء.",
];
const ENGLISH: [&str; 7] = [
    "Enough water for everyone",
    "The minister arrived in the capital on Sunday for a three-day visit.",
    "He said the government would build 45 new schools.",
    "He did not say when.",
    "Journalists asked about the hospital, but the minister refused to answer.",
    "About a million people live in the city, most of them farmers who left their villages after the war.",
    "The conference ended in the evening.",
];

fn expected() -> Vec<(Vec<usize>, Vec<usize>)> {
    vec![
        (vec![0], vec![0]),
        (vec![1], vec![1]),
        (vec![2], vec![2, 3]),
        (vec![3, 4], vec![4]),
        (vec![5], vec![5]),
        (vec![6], vec![6]),
    ]
}

#[test]
fn splits_and_merges_are_found() {
    assert_eq!(shapes(&align(&ARABIC, &ENGLISH, &built_in())), expected());
}

#[test]
fn swapped_sides_mirror_the_beads() {
    let there = align(&ARABIC, &ENGLISH, &built_in());
    let back = align(&ENGLISH, &ARABIC, &built_in());
    let mirrored: Vec<AlignedBead> = back
        .into_iter()
        .map(|b| AlignedBead { source: b.target, target: b.source, confidence: b.confidence })
        .collect();
    assert_eq!(mirrored, there);
}

#[test]
fn an_unrelated_line_leaves_the_other_beads_alone() {
    for at in 0..=ENGLISH.len() {
        let mut english = ENGLISH.to_vec();
        english.insert(at, "Subscribe to our newsletter and never miss a recipe from Aunt Betty.");
        let after: Vec<_> = shapes(&align(&ARABIC, &english, &built_in()))
            .into_iter()
            .filter(|(_, target)| *target != [at])
            .map(|(source, target)| (source, target.into_iter().map(|j| j - usize::from(j > at)).collect()))
            .collect();
        // Put inside the 1-2 bead, the line takes away the ground of that bead alone.
        if at != 3 {
            assert_eq!(after, expected(), "inserted at {at}");
        }
    }
}

#[test]
fn a_gap_is_given_where_one_side_says_nothing() {
    let mut arabic = ARABIC.to_vec();
    arabic.remove(5);
    let beads = shapes(&align(&arabic, &ENGLISH, &built_in()));
    assert!(beads.contains(&(vec![], vec![5])), "{beads:?}");
}

#[test]
fn numbers_and_names_align_without_a_lexicon() {
    let arabic = ["ولد في ١٩٤٨.", "التقى محمود عباس في رام الله.", "بلغ العدد ٤٥٠.", "زار القذافي روما."];
    let english = [
        "He was born in 1948.",
        "He met Mahmoud Abbas in Ramallah.",
        "The figure reached 450.",
        "Gaddafi visited Rome.",
    ];
    let beads = align(&arabic, &english, &[]);
    assert_eq!(shapes(&beads), (0..4).map(|i| (vec![i], vec![i])).collect::<Vec<_>>());
}

#[test]
fn odd_pairs_are_remarked_on() {
    assert_eq!(remarks(&ARABIC, &ENGLISH), []);
    assert_eq!(remarks(&ENGLISH, &ARABIC), [PairRemark::Swapped]);
    assert_eq!(remarks(&ENGLISH, &ENGLISH), [PairRemark::SameScript]);
    assert_eq!(remarks(&[""; 0], &ENGLISH), [PairRemark::EmptySource]);
    assert_eq!(remarks(&ARABIC, &["***"]), [PairRemark::EmptyTarget]);
    assert_eq!(remarks(&ARABIC[..1], &[ENGLISH[1]; 11]), [PairRemark::Lopsided]);
}

#[test]
fn empty_sides_are_gaps() {
    let none: [&str; 0] = [];
    assert_eq!(align(&none, &none, &built_in()), []);
    assert_eq!(shapes(&align(&ARABIC[..2], &none, &built_in())), [(vec![0], vec![]), (vec![1], vec![])]);
    assert_eq!(shapes(&align(&none, &ENGLISH[..1], &built_in())), [(vec![], vec![0])]);
}

#[test]
fn a_long_document_is_followed_through_a_missing_chapter() {
    // 700 lines with words of their own; a chapter of 90 lines is missing on one side.
    let word = |i: usize| ["بيت", "ماء", "مدرسة", "حرب", "سلام", "طريق", "كتاب"][i % 7];
    let rendering = |i: usize| ["house", "water", "school", "war", "peace", "road", "book"][i % 7];
    let arabic: Vec<String> =
        (0..700).map(|i| format!("الفقرة {} عن {} و{}.", i + 1000, word(i), word(i / 7))).collect();
    let english: Vec<String> = (0..700)
        .filter(|i| !(300..390).contains(i))
        .map(|i| format!("Paragraph {} on {} and {}.", i + 1000, rendering(i), rendering(i / 7)))
        .collect();
    let beads = align(&arabic, &english, &built_in());
    let right = beads.iter().filter(|bead| match (bead.source.clone().next(), bead.target.clone().next()) {
        (Some(i), Some(j)) => bead.source.len() == 1 && bead.target.len() == 1 && i == if j < 300 { j } else { j + 90 },
        (Some(i), None) => (300..390).contains(&i),
        _ => false,
    });
    assert_eq!(right.count(), 700, "{beads:?}");
}

#[test]
fn a_document_that_repeats_itself_is_followed_through_its_copies() {
    // Twelve copies of 140 lines, so that no word is rare in all of it; every 31st line is missing on one side.
    let numbers = |i: usize| format!("{} {} {}", i % 140 + 1000, i % 140 + 2000, i % 140 + 3000);
    let arabic: Vec<String> = (0..1680).map(|i| format!("البيت والماء {}", numbers(i))).collect();
    let kept: Vec<usize> = (0..1680).filter(|i| i % 31 != 30).collect();
    let english: Vec<String> = kept.iter().map(|&i| format!("house and water {}", numbers(i))).collect();
    let side = |texts: &[String]| Side::of(texts.iter().map(|text| Segment { text, label: None }));
    let (source, target) = (side(&arabic), side(&english));
    let evidence = Evidence::gather(&source, &target, &built_in(), &Weights::RICH);
    let places = Route::along_anchors([&source, &target], &evidence).corridor().size();
    assert!(places < 1680 * 40, "the corridor is as narrow as anchors near each other let it be: {places}");
    let beads = shapes(&align(&arabic, &english, &built_in()));
    let wrong: Vec<_> = beads.iter().filter(|(_, target)| !target.is_empty()).collect();
    let wrong: Vec<_> = wrong.into_iter().filter(|(source, target)| *source != [kept[target[0]]]).collect();
    assert!(wrong.is_empty(), "{wrong:?}");
}

#[test]
fn a_lexicon_learns_and_is_the_same_each_time() {
    let build = || {
        let mut builder = LexiconBuilder::default();
        for (arabic, english) in [("بيت كبير", "big house"), ("بيت صغير", "small house"), ("كتاب كبير", "big book")]
        {
            builder.add(word_keys(arabic), word_keys(english));
        }
        builder.build(Training::default())
    };
    let lexicon = build();
    assert_eq!(lexicon.bytes(), build().bytes());
    let mut renderings = Vec::new();
    assert_eq!(lexicon.arabic("بيت", &mut renderings), Some(2));
    let best = renderings.iter().max_by(|a, b| a.forward.total_cmp(&b.forward)).unwrap();
    assert_eq!(lexicon.english("hous"), Some((best.english, 2)));
    assert_eq!(lexicon.english("houses"), None);
}

#[test]
fn damaged_lexicons_are_refused_or_find_nothing() {
    assert!(Lexicon::open(b"HUNAYN".as_slice()).is_err());
    assert!(Lexicon::open(b"not a lexicon, but long enough".as_slice()).is_err());
    let whole = BUILT_IN.bytes();
    for length in [24, 1000, whole.len() / 2, whole.len() - 1] {
        if let Ok(lexicon) = Lexicon::open(whole[..length].to_vec()) {
            let _ = lexicon.arabic("بيت", &mut Vec::new());
            let _ = lexicon.english("hous");
        }
    }
}

fn line() -> impl Strategy<Value = String> {
    proptest::string::string_regex("([a-z]{1,6}|[ا-ي]{1,5}|[0-9]{1,3}|[.,؟ ]){0,9}").unwrap()
}

proptest! {
    #[test]
    fn every_segment_is_in_one_bead_in_order(
        source in proptest::collection::vec(line(), 0..12),
        target in proptest::collection::vec(line(), 0..12),
    ) {
        let (mut i, mut j) = (0, 0);
        for bead in align(&source, &target, &built_in()) {
            prop_assert_eq!((bead.source.start, bead.target.start), (i, j));
            prop_assert!((0.0..=1.0).contains(&bead.confidence));
            prop_assert!(bead.source.end > i || bead.target.end > j);
            (i, j) = (bead.source.end, bead.target.end);
        }
        prop_assert_eq!((i, j), (source.len(), target.len()));
    }

    /// Where both sides are as Arabic as each other neither is turned round, and two paths may be worth the same.
    #[test]
    fn swapped_sides_mirror_the_beads_of_any_texts(
        source in proptest::collection::vec(line(), 0..12),
        target in proptest::collection::vec(line(), 0..12),
    ) {
        let share = |texts: &[String]| {
            Side::of(texts.iter().map(|text| Segment { text, label: None })).arabic_share()
        };
        prop_assume!(share(&source) != share(&target));
        let back = align(&target, &source, &built_in()).into_iter();
        let mirrored: Vec<AlignedBead> = back
            .map(|b| AlignedBead { source: b.target, target: b.source, confidence: b.confidence })
            .collect();
        prop_assert_eq!(mirrored, align(&source, &target, &built_in()));
    }
}
