//! Whole names beside their renderings, and beside those of others.

use std::path::PathBuf;

use super::{ArabicName, Effort, LatinName, NameTree, STEPS, Wanted, score};
use proptest::prelude::*;

const THRESHOLD: f32 = 0.85;

#[track_caller]
fn assert_same(arabic: &str, renderings: &[&str]) {
    for latin in renderings {
        assert!(score(arabic, latin) >= THRESHOLD, "{arabic} {latin} {}", score(arabic, latin));
    }
}

#[track_caller]
fn assert_other(arabic: &str, renderings: &[&str]) {
    for latin in renderings {
        assert!(score(arabic, latin) < THRESHOLD, "{arabic} {latin} {}", score(arabic, latin));
    }
}

#[test]
fn conventions_of_all_countries_count() {
    assert_same("الشرقاوي", &["al-Sharqawi", "Al Sharkawy", "Cherkaoui", "El Charkaoui", "Sharqāwī", "ash-Sharqawi"]);
    assert_same("ثروت", &["Tharwat", "Sarwat", "Therwet"]);
    assert_same("ذكرى", &["Dhikra", "Zekra", "Thikra"]);
    assert_same("قذاف", &["Gaddaf", "Qadhdhaf", "Kaddaf"]);
    assert_same("غزالي", &["Ghazali", "Ghazzaly", "Gazali"]);
}

#[test]
fn the_article_may_assimilate_stand_apart_or_be_missing() {
    assert_same("النابلسي", &["al-Nabulsi", "an-Nabulsi", "En-Naboulsi", "Ennabulsi", "Nabulsi", "El Nabulsi"]);
    assert_same("نابلسي", &["al-Nabulsi", "Nabulsi"]);
}

#[test]
fn endings_are_rendered_freely_but_not_left_out() {
    assert_same("صفية", &["Safiya", "Safiyyah", "Safia", "Safiyya"]);
    assert_same("مصري", &["Masri", "Masry", "Masriy", "Masrī"]);
    assert_other("صفوة", &["Safwan"]);
    assert_other("لطيفة", &["Latif"]);
}

#[test]
fn long_vowels_need_their_letter_and_letters_their_vowel() {
    assert_other("جسور", &["Jaser"]);
    assert_other("صبر", &["Sabeer", "Saboor"]);
    assert_other("فاضل", &["Fadl", "Faddal"]);
    assert_other("نصار", &["Nasser"]);
    assert_other("ندى", &["Nadia"]);
    assert_same("صبور", &["Sabour", "Sabur", "Saboor"]);
}

#[test]
fn words_that_stand_before_a_name_have_their_own_renderings() {
    assert_same("عبد القادر", &["Abdul Qadir", "Abdelkader", "Abd al-Qādir", "Abdulkadir", "Abd-el-Kader"]);
    assert_same("أبو شادي", &["Abu Shadi", "Abou Chadi", "Aboo Shady"]);
    assert_same("أبي شادي", &["Abi Shadi", "Abu Shadi", "Aba Shadi"]);
    assert_same("بن يحيى", &["Ben Yahya", "bin Yahia", "ibn Yaḥyā", "Benyahia"]);
    assert_same("شمس الدين", &["Shams al-Din", "Chamseddine", "Shamsuddin", "Shams ed-Deen"]);
    assert_other("عبد القادر", &["Abdul Karim", "Kader Karim"]);
}

#[test]
fn ayn_hamza_and_apostrophes_are_marks_or_vowels() {
    assert_same("شعراوي", &["Shaarawi", "Sha'rawi", "Shaʿrāwī", "Sharawi", "Chaaraoui"]);
    assert_same("رؤوف", &["Raouf", "Ra'uf", "Raʾūf", "Rauf"]);
}

#[test]
fn titles_do_not_count() {
    assert_same("الدكتور شكري بلعيد", &["Chokri Belaid", "Dr. Chokri Belaid"]);
    assert_same("شكري بلعيد", &["Dr Chokri Belaid"]);
    assert_same("د. شكري بلعيد", &["Chokri Belaid"]);
    assert_same("الشيخ", &["al-Sheikh", "El Cheikh"]);
    assert_other("الشيخ", &["Dr"]);
}

#[test]
fn long_names_may_lack_parts_but_not_the_last() {
    assert_same("جمال عبد الناصر حسين", &["Gamal Hussein"]);
    assert_same("محمد حسني السيد مبارك", &["Hosni Mubarak"]);
    assert_same("محمد البرادعي", &["Mohamed Mostafa ElBaradei"]);
    assert_other("محمد حسني مبارك", &["Mohamed Hosni", "Mohamed Hosni Barak", "Mubarak"]);
    assert_other("ياسر عرفات", &["Arafat", "Yasser"]);
    assert_other("عرفات", &["Yasser Arafat"]);
    assert_other("محمد أحمد علي", &["Mohammed Hassan Ali"]);
}

#[test]
fn foreign_names_in_arabic_letters_are_read_back() {
    assert_same("غوتيريش", &["Guterres"]);
    assert_same("جوتيريش", &["Guterres"]);
    assert_same("ترامب", &["Trump"]);
    assert_same("فوكو", &["Foucault"]);
    assert_same("ڤيكتور", &["Victor"]);
    assert_same("بوتين", &["Putin"]);
    assert_same("تشرشل", &["Churchill"]);
    assert_same("ألكسندر", &["Alexander"]);
}

#[test]
fn marks_tatweel_and_presentation_forms_change_nothing() {
    for arabic in ["عَرَفَات", "عرفـــات", "\u{200f}عرفات\u{200f}", "ﻋﺮﻓﺎت"] {
        assert_eq!(score(arabic, "Arafat").to_bits(), score("عرفات", "Arafat").to_bits(), "{arabic}");
    }
}

#[test]
fn what_is_no_name_scores_nothing() {
    let long = "محمد ".repeat(17);
    let word = "م".repeat(41);
    for (arabic, latin) in [("", "Omar"), ("عمر", ""), ("Omar", "Omar"), ("عمر", "عمر"), (&*long, "M"), (&*word, "M")]
    {
        assert!(score(arabic, latin).abs() < f32::EPSILON, "{arabic} {latin}");
    }
    assert!(score("محمد", &"Mohamed ".repeat(17)).abs() < f32::EPSILON);
    assert!(score("محمد", &"m".repeat(100_000)).abs() < f32::EPSILON);
}

/// Whether a bounded score is the score, where it is so high, and nothing else.
fn is_bounded_rightly(arabic: &str, latin: &str, least: f32) -> bool {
    let (Some(name), Some(latin)) = (ArabicName::of(arabic), LatinName::of(latin)) else { return true };
    name.score_from(least, &latin) == Some(name.score(&latin)).filter(|score| *score >= least)
}

#[test]
fn bounds_change_no_score_of_the_vectors() {
    for file in ["names_positive.tsv", "names_negative.tsv"] {
        let file = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/domain").join(file);
        let Ok(vectors) = std::fs::read_to_string(file) else { return };
        let rows = vectors.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once('\t'));
        let rows: Vec<(&str, &str)> =
            rows.map(|(arabic, rest)| (arabic, rest.split('\t').next().unwrap_or_default())).collect();
        for (at, (arabic, latin)) in rows.iter().enumerate() {
            let other = rows[(at * 7 + 13) % rows.len()].1;
            for least in [0.6, 0.7, 0.8, 0.85, 0.9] {
                assert!(is_bounded_rightly(arabic, latin, least), "{arabic} {latin} {least}");
                assert!(is_bounded_rightly(arabic, other, least), "{arabic} {other} {least}");
            }
        }
    }
}

#[test]
fn what_is_unlike_is_told_within_a_few_letters() {
    let names = [
        ("باسم", "Basem"),
        ("قاسمي", "Qasimi"),
        ("مبارك", "Mubarak"),
        ("درويش", "Darwish"),
        ("غزالي", "Ghazali"),
        ("شرقاوي", "Sharqawi"),
        ("نابلسي", "Nabulsi"),
        ("بلعيد", "Belaid"),
        ("تكريتي", "Tikriti"),
        ("سنهوري", "Sanhuri"),
    ];
    let pairs: Vec<(ArabicName, LatinName)> = names
        .iter()
        .flat_map(|(arabic, _)| names.iter().map(|(_, latin)| (*arabic, *latin)))
        .map(|(arabic, latin)| (ArabicName::of(arabic).unwrap(), LatinName::of(latin).unwrap()))
        .collect();
    let steps = |weigh: &dyn Fn(&ArabicName, &LatinName) -> f32| {
        let before = STEPS.get();
        let sum: f32 = pairs.iter().map(|(arabic, latin)| weigh(arabic, latin)).sum();
        assert!(sum >= 9.0, "each name is like itself: {sum}");
        STEPS.get() - before
    };
    let all = steps(&|arabic, latin| arabic.score(latin));
    let bounded = steps(&|arabic, latin| arabic.score_from(0.85, latin).unwrap_or_default());
    assert!(bounded * 8 <= all, "{bounded} of {all}");
}

/// An Arabic name and a Latin one that may render it: a syllable or word of the one beside its rendering, or beside another.
fn name_beside_another() -> impl Strategy<Value = (String, String)> {
    const SYLLABLES: &[(&str, &str)] = &[
        ("ب", "ba"),
        ("تا", "ta"),
        ("ث", "thu"),
        ("ج", "j"),
        ("ح", "ha"),
        ("خ", "khe"),
        ("دو", "dou"),
        ("ذ", "dh"),
        ("ر", "ri"),
        ("ز", "z"),
        ("سي", "si"),
        ("ش", "sh"),
        ("ص", "sa"),
        ("ضا", "da"),
        ("ط", "t"),
        ("ظ", "z"),
        ("ع", "a"),
        ("غ", "gh"),
        ("في", "fi"),
        ("ق", "q"),
        ("ك", "ka"),
        ("ل", "l"),
        ("مو", "mu"),
        ("ن", "na"),
        ("ها", "ha"),
        ("وا", "wa"),
        ("ي", "y"),
        ("ة", "a"),
        ("ى", "a"),
        ("اء", "a"),
        ("ال", "al-"),
        ("ال", "al "),
        ("عبد ", "Abd "),
        ("أبو ", "Abu "),
        ("بن ", "bin "),
        ("محمد ", "Mohamed "),
        ("علي ", "Ali "),
        ("الدكتور ", "Dr "),
        ("نهر ", "River "),
        ("الدين", "eddin"),
        (" باشا", " Pasha"),
        (" ", " "),
        (" ", "-"),
        ("", " "),
        ("تش", "ch"),
        ("ين", "in"),
        ("شكر", "shukr"),
        (" عمر ", " Omar "),
        ("حسن", "hassan"),
        ("", "h"),
        ("ا", ""),
    ];
    let syllable = (0..SYLLABLES.len(), 0..SYLLABLES.len(), 0..12_u8);
    let syllables = proptest::collection::vec(syllable, 1..9);
    syllables.prop_map(|syllables| {
        let own =
            |(at, other, dice): &(usize, usize, u8)| if *dice == 0 { SYLLABLES[*other].1 } else { SYLLABLES[*at].1 };
        let arabic = syllables.iter().map(|(at, ..)| SYLLABLES[*at].0).collect();
        (arabic, syllables.iter().map(own).collect())
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn a_bound_changes_no_score_above_it((arabic, latin) in name_beside_another(), least in 0.0..=1.0_f32) {
        for least in [least, 0.6, 0.8, 0.85, score(&arabic, &latin)] {
            prop_assert!(is_bounded_rightly(&arabic, &latin, least), "{arabic} {latin} {least}");
        }
    }
}

/// Whether a tree shows all names that are as alike as is wanted, and no name twice in one span; what it says of one that no table
/// has, beside one Latin word, is the score.
fn is_seen_rightly(names: &[ArabicName], latin: &LatinName, least: f32) -> bool {
    let tree = NameTree::of(names.iter().zip(0..));
    let mut seen: Vec<Option<f32>> = vec![None; names.len()];
    tree.visit(latin, Wanted { least, above: None }, &Effort::of(u64::MAX), |number, likeness| {
        seen[number] = Some(seen[number].map_or(likeness, |seen| seen.max(likeness)));
        Wanted { least, above: None }
    });
    let is_plain = latin.is_one_word() && !latin.may_be_in_tables();
    names.iter().zip(seen).all(|(name, seen)| match name.score_from(least, latin) {
        _ if !name.is_one_word() => seen.is_none(),
        score if is_plain => seen == score,
        Some(score) => seen.is_some_and(|seen| seen >= score) || name.is_in_tables(),
        None => true,
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn a_tree_shows_all_that_the_scorer_accepts(
        pairs in proptest::collection::vec(name_beside_another(), 1..30),
        least in 0.6..=1.0_f32,
    ) {
        let names: Vec<ArabicName> = pairs.iter().filter_map(|(arabic, _)| ArabicName::of(arabic)).collect();
        for latin in pairs.iter().filter_map(|(_, latin)| LatinName::of(latin)) {
            for least in [least, 0.6, 0.85] {
                prop_assert!(is_seen_rightly(&names, &latin, least), "{pairs:?} {least}");
            }
        }
    }
}

proptest! {
    #[test]
    fn any_two_texts_have_a_score(
        arabic in "\\PC{0,40}|[\u{0600}-\u{06ff}\u{fb50}-\u{feff} ]{0,80}|([ابتعبد] ?){0,30}",
        latin in "\\PC{0,40}|[a-zA-Zāʿḥ' -]{0,90}|(al )?([a-e]h?-?){0,30}",
    ) {
        let value = score(&arabic, &latin);
        prop_assert!((0.0..=1.0).contains(&value), "{}", value);
        prop_assert_eq!(value.to_bits(), score(&arabic, &latin).to_bits());
    }
}
