//! Every check flags its own example and lets the other pass; pairs from prose; nothing panics.

use super::*;
use crate::model::{Concept, ConceptKind, Message, Severity, Term, TermUse};
use proptest::prelude::*;
use std::path::PathBuf;

fn languages() -> (Language, Language) {
    ("ar".parse().unwrap(), "en".parse().unwrap())
}

fn findings(source: &str, target: &str) -> Vec<Finding> {
    let (ar, en) = languages();
    let termbase = termbase();
    let (profile, lengths) = (Profile::default(), Lengths::default());
    let context = Context { source: &ar, target: &en, profile, lengths, termbase: Some(&termbase) };
    check_texts((source, target), &context, |_| true)
}

/// What the examples of the checks of terms and names are held to.
fn termbase() -> Termbase {
    let (ar, en) = languages();
    let concept = |kind, arabic: &str, english: &[(&str, TermUse)]| {
        let mut terms = vec![Term::new(ar.clone(), arabic, TermUse::Preferred)];
        terms.extend(english.iter().map(|(text, usage)| Term::new(en.clone(), *text, *usage)));
        Concept::new(kind, terms)
    };
    use TermUse::{Forbidden, Preferred};
    Termbase::new(vec![
        concept(
            ConceptKind::Term,
            "لجنة تنفيذية",
            &[("Executive Committee", Preferred), ("executive panel", Forbidden)],
        ),
        concept(ConceptKind::Term, "جيش الاحتلال", &[("occupation army", Preferred), ("the army", Forbidden)]),
        concept(ConceptKind::Person, "محمود عباس", &[("Mahmoud Abbas", Preferred), ("Abu Mazen", Forbidden)]),
    ])
}

/// The ids of warnings and errors.
pub(super) fn flagged(source: &str, target: &str) -> Vec<&'static str> {
    let found = findings(source, target);
    found.iter().filter(|finding| finding.severity > Severity::Info).map(|finding| finding.check).collect()
}

#[test]
fn every_check_flags_its_example_and_no_other_does() {
    // Without a second text, or without a rule of the house, there is nothing to show.
    for check in CHECKS.iter().filter(|check| check.flags != ("", "")) {
        let mut ids: Vec<&str> = findings(check.flags.0, check.flags.1).iter().map(|finding| finding.check).collect();
        ids.dedup();
        assert_eq!(ids, [check.id], "{:?}", check.flags);
        assert_eq!(findings(check.passes.0, check.passes.1), [], "{:?}", check.passes);
    }
}

#[test]
fn percentages_with_long_decimals_are_put_in_order() {
    let (mut source, mut state) = (String::new(), 7_u128);
    for n in 0..80 {
        state = state * 6_364_136_223_846_793_005 % 10_000_000_000_000_000_000;
        let decimals = if n % 2 == 0 { String::new() } else { format!(".{state:0>27}") };
        source.push_str(&format!("{}{decimals}% من الناس، ", state % 97));
    }
    assert!(flagged(&source, "People came.").contains(&"num.mismatch"));
}

#[test]
fn ids_are_unique() {
    let mut ids: Vec<&str> = CHECKS.iter().map(|check| check.id).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), CHECKS.len());
}

fn shared(name: &str) -> Option<String> {
    std::fs::read_to_string(PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/domain").join(name)).ok()
}

#[test]
fn shared_number_vectors_hold() {
    let Some(vectors) = shared("numbers.tsv") else { return };
    for line in vectors.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
        let cells: Vec<&str> = line.split('\t').collect();
        let ids: Vec<&str> = flagged(cells[0], cells[1]).into_iter().filter(|id| !id.starts_with("case.")).collect();
        assert_eq!(!ids.is_empty(), cells[2] == "flag", "{line}: {ids:?}");
    }
}

#[test]
fn clean_sample_has_no_errors() {
    let (Some(arabic), Some(english)) = (shared("sample/ar.txt"), shared("sample/en.txt")) else { return };
    for (source, target) in arabic.split("\n\n").zip(english.split("\n\n")) {
        let (source, target) = (source.trim(), target.trim());
        assert_eq!(flagged(source, target), Vec::<&str>::new(), "{source}\n{target}\n{:#?}", findings(source, target));
    }
}

#[test]
fn newspaper_prose_passes_when_it_is_right() {
    for (source, target) in [
        ("لأكثر من ٣ ملايين نازح", "for more than 3 million displaced people"),
        ("نحو مليون ونصف المليون نسمة", "some 1.5m people"),
        ("بقيمة 3.5 مليارات دولار", "worth $3.5bn"),
        ("٪٤٥ من الناخبين", "45 percent of voters"),
        ("ما بين ١٠-١٥ ألف متظاهر", "between 10,000 and 15,000 protesters"),
        ("العام الدراسي ٢٠٠٣/٢٠٠٤", "the 2003/04 school year"),
        ("الساعة التاسعة والنصف صباحًا", "at half past nine in the morning"),
        ("في منتصف تسعينيات القرن الماضي", "in the mid-1990s"),
        ("حرب ١٩٦٧م", "the 1967 war"),
        ("فلسطينيو الـ٤٨", "the 1948 Palestinians"),
        ("القرار ٢٤٢", "Resolution 242"),
        ("المادة الثانية من الدستور", "Article 2 of the constitution"),
        ("الحرب العالمية الثانية", "World War II"),
        ("لويس الرابع عشر", "Louis XIV"),
        ("عشرات الآلاف من المتظاهرين", "tens of thousands of protesters"),
        ("مليونان ونصف المليون لاجئ", "two and a half million refugees"),
        ("اثنا عشر قتيلًا", "a dozen dead"),
        ("٢٥ ألف ليرة سورية", "25,000 Syrian pounds"),
        ("ثلثا الأعضاء", "two thirds of the members"),
        ("قمة مجموعة العشرين", "the G20 summit"),
        ("٥ كانون الأول/ديسمبر ١٩٩٥", "December 5, 1995"),
        ("ارتفع ٣ نقاط مئوية", "It rose by 3 percentage points"),
        ("نصف السكان", "50% of the population"),
        ("لا يقل عن مئة وخمسين قتيلا", "at least 150 people killed"),
        ("ألفين وخمسمئة جندي", "2,500 soldiers"),
        ("في الثلاثين من حزيران", "on 30 June"),
        ("من أصل ١١ بلدة", "out of eleven towns"),
        ("خلال ٤٨ ساعة", "within forty-eight hours"),
        ("بنسبة ٠٫٥ في المئة", "by half a per cent"),
        ("عند 56 درجة مئوية", "at 56 °C"),
        ("أول عشر دول", "the first ten countries"),
        ("هجمات ١١ أيلول", "the 9/11 attacks"),
        ("هجمات الحادي عشر من سبتمبر", "the September 11 attacks"),
        ("٢٠ ألف كم٢", "20,000 km²"),
        ("فلسطينيي ٤٨", "1948 Palestinians"),
        ("تراوح بين ٢٠ و٣٠ ألف دولار", "ranged between $20,000 and $30,000"),
        ("من الساعة الثامنة صباحًا حتى الخامسة مساءً", "from 8am to 5pm"),
        ("سنة ٢٠٢٣م الموافق ١٤٤٥هـ", "in 2023 (AH 1445)"),
        ("بعد عام ونصف", "a year and a half later"),
        ("أحد عشر ألفا ومئتان وثلاثة وعشرون", "11,223"),
        ("على بعد مترين", "2 metres away"),
        ("أكثر من 360.000 شخص", "more than 360,000 people"),
        ("في ٥ آذار ٢٠٢٠", "in its 5 March issue of 2020"),
        ("أواخر الثلاثينيات 1930", "the late 1930s"),
        ("من يعرف تاريخ مائه يدافع عنه", "Those who know the history of their water will defend it"),
        ("قبو تنزل إليه بتسع درجات حجرية", "a cellar reached by nine stone steps"),
        ("رفعت رأسها وقالت: «أيّ بئر؟».", "She looked up and said: “What well?”"),
        ("وَهَلْ يَحْفَظُ الدَّرْبَ مَنْ لَا يَسِيرُ", "Can one who does not walk it keep the way?"),
    ] {
        assert_eq!(flagged(source, target), Vec::<&str>::new(), "{source} | {target}");
    }
}

#[test]
fn newspaper_prose_is_flagged_when_it_is_wrong() {
    for (source, target, id) in [
        ("لأكثر من ٣ ملايين نازح", "for more than 3 billion displaced people", "num.scale"),
        ("نحو مليون ونصف المليون نسمة", "some 2.5m people", "num.mismatch"),
        ("ما بين ١٠-١٥ ألف متظاهر", "between 10,000 and 50,000 protesters", "num.mismatch"),
        ("في منتصف تسعينيات القرن الماضي", "in the mid-1980s", "num.year"),
        ("الساعة التاسعة والنصف صباحًا", "at 10:30 in the morning", "time.mismatch"),
        ("الساعة ٩ مساءً", "at 9:00", "time.mismatch"),
        ("المادة ٢٤٢", "Article 224", "num.mismatch"),
        ("خمسة في المئة", "five percentage points", "num.percent"),
        ("لويس الرابع عشر", "Louis XVI", "num.ordinal"),
        ("١٤ شباط ٢٠٠٥", "14 February 2006", "date.mismatch"),
        ("ثلاث دول", "four countries", "num.mismatch"),
        ("ثلث السكان", "a quarter of the population", "num.mismatch"),
        ("٢٥ ألف ليرة", "25,000 dinars", "num.currency"),
        ("٤٠ كيلومترًا", "40 miles", "num.unit"),
        ("بلغ العدد ٤٥٠", "The number reached ٤٥٠", "num.format"),
        ("بلغت ٢٫٥ متر", "It reached 2,5 metres", "num.format"),
        ("١ رمضان ١٤٤٥", "In March 2024", "date.hijri"),
        ("شارك ٤٥٠ مندوبًا", "Delegates took part", "num.mismatch"),
        ("شارك المندوبون", "Some 450 delegates took part", "num.mismatch"),
    ] {
        assert!(flagged(source, target).contains(&id), "{source} | {target}: {:?}", flagged(source, target));
    }
}

/// Rows of check (or -), source and target.
#[test]
fn each_newspaper_pair_of_the_fixture_is_judged_as_it_says() {
    let rows = include_str!("../../tests/fixtures/checks/prose.tsv").lines().filter(|row| !row.starts_with('#'));
    let mut wrong = Vec::new();
    for row in rows {
        let cells: Vec<&str> = row.split('\t').collect();
        let [check, source, target] = cells[..] else { panic!("{row}") };
        let found = findings(source, target);
        let right = match check {
            "-" => found.iter().all(|finding| finding.severity == Severity::Info),
            check => found.iter().any(|finding| finding.check == check),
        };
        if !right {
            let ids: Vec<&str> = found.iter().map(|finding| finding.check).collect();
            wrong.push(format!("{row}: {ids:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Whether a check finds anything, of whatever severity.
fn finds(check: &str, source: &str, target: &str) -> bool {
    findings(source, target).iter().any(|finding| finding.check == check)
}

#[test]
fn a_pronoun_is_held_against_the_subject_alone() {
    for (source, target, wrong) in [
        ("تقول المهندسة سهاد إنها طلبت", "Suhad says he asked", true),
        ("وقالت الطبيبة للصحافة إنها ستعود.", "The doctor told the press that he would return.", true),
        ("المعلمة تعيش في القرية.", "He lives in the village.", true),
        ("كانت معلّمة في القرية.", "He taught in the village.", true),
        ("قال الوزير إنه لن يستقيل.", "She will not resign, according to the minister.", true),
        (
            "وُلد في حلب عام ١٩٥٤ لأبٍ نجّار وأمٍّ معلّمة.",
            "He was born in Aleppo in 1954 to a carpenter father and a schoolteacher mother.",
            false,
        ),
        ("وُلد لأمٍّ معلّمة.", "He was born to a schoolteacher.", false),
        ("تزوّج من معلّمة وأنجب ثلاث بنات.", "He married a teacher and had three daughters.", false),
        ("جلس في المخبز مع صديقه وامرأة من الحي.", "He sat in the bakery with a friend and a neighbour.", false),
        ("سمع صوت المعلمة فبكى.", "He heard the teacher’s voice and wept.", false),
        ("سافر مع زوجته.", "He travelled with his wife.", false),
        ("قالت المعلمة.", "She said.", false),
        ("تكلمت عن الوزير.", "She spoke of the minister.", false),
    ] {
        assert_eq!(finds("gender.pronoun", source, target), wrong, "{source} | {target}");
    }
}

#[test]
fn a_mark_that_is_not_there_is_not_quoted() {
    for (source, target, id, mark) in [
        ("من يملك الماء؟", "Enough Water for Everyone", "finding-end-mark-lost", Some("؟")),
        ("قال: «من يملك الماء؟»", "He said, “We own the water”", "finding-end-mark-lost", Some("؟")),
        ("الماء لنا", "The water is ours!", "finding-end-mark-added", Some("!")),
        ("من يملك الماء؟", "Enough water for everyone.", "finding-changed", None),
        ("قال: «من يملك الماء؟».", "He said, “We own the water.”", "finding-changed", None),
    ] {
        let found = findings(source, target);
        let finding = found.iter().find(|finding| finding.check == "punct.end-mark").unwrap();
        let told = mark.map_or_else(
            || Message::new(id).with("source", "؟").with("target", "."),
            |mark| Message::new(id).with("mark", mark),
        );
        assert_eq!(finding.message, told, "{source} | {target}");
    }
}

#[test]
fn a_share_in_round_words_is_a_warning() {
    let severity = |source: &str, target: &str| {
        let found = findings(source, target);
        found.iter().find(|finding| finding.check == "num.mismatch").map(|finding| finding.severity)
    };
    let exact = "٤٠٪ من الأسر بلا بيت.";
    assert_eq!(severity(exact, "Two in five families have no home."), None);
    assert_eq!(severity(exact, "Four out of every ten families have no home."), None);
    assert_eq!(severity(exact, "One in five families has no home."), Some(Severity::Error));
    assert_eq!(severity(exact, "Two in five years have no home."), Some(Severity::Error));
    assert_eq!(severity("٣٨٪ من الأسر بلا بيت.", "Two in five families have no home."), Some(Severity::Warn));
    assert_eq!(severity("٣٣٪ من الأسر بلا بيت.", "A third of families have no home."), Some(Severity::Warn));
    assert_eq!(severity("٢٠٪ من الأسر بلا بيت.", "A third of families have no home."), Some(Severity::Error));
}

#[test]
fn spans_point_at_the_numbers() {
    let (source, target) = ("شارك ٤٥٠ مندوبًا", "Some 540 delegates");
    let finding = &findings(source, target)[0];
    assert_eq!(&source[finding.source[0].clone()], "٤٥٠");
    assert_eq!(&target[finding.target[0].clone()], "540");
}

#[test]
fn shares_stand_against_each_other_in_the_order_of_their_texts() {
    let source = "ثلاثة من كل خمسة رجال وأربع من كل سبع نساء وخمسة من كل تسعة أطفال وأربعة من كل تسعة شيوخ";
    let target = "two in five men, three in seven women, seven in nine children and two in nine elders";
    let found = findings(source, target);
    let told = found.iter().filter(|finding| finding.check == "num.mismatch").filter(|f| !f.target.is_empty());
    let told: Vec<(&str, &str)> =
        told.map(|finding| (&source[finding.source[0].clone()], &target[finding.target[0].clone()])).collect();
    assert_eq!(told, [("ثلاثة", "two"), ("وأربع", "three"), ("وخمسة", "seven"), ("وأربعة", "two")]);
}

proptest! {
    #[test]
    fn no_pair_is_too_strange(source in "([٠-٩]{1,4}|[ .:/٪#@{}«»()<>﴿﴾\n-]|ألف|و|مليون|أيلول|الساعة|دولار|قال |لا |أولا: |البقرة|[\\PC]){0,20}", target in "([0-9]{1,4}|[ .:/%#@{}“”\"‘’()<>\n-]|and|million|May|\\$|not |Al|</b>|[\\PC]){0,20}") {
        for finding in findings(&source, &target) {
            prop_assert!(finding.source.iter().all(|span| source.get(span.clone()).is_some()));
            prop_assert!(finding.target.iter().all(|span| target.get(span.clone()).is_some()));
        }
    }

    #[test]
    fn no_mixture_of_scripts_digits_and_marks_is_too_strange(
        source in "(ثلاثمئة|وعشرون|ألفين|مليونا|فاصلة|نقطتين مئويتين|ليلة وليلة|في المئة|[٠-٩۰-۹0-9]{1,9}|[َ-ْـ\u{202e}\u{2066}\u{200f}]|[،؛؟٪٫٬﴿«»]|هـ|الـ|ذو الحجة|آب/|السابعة مساء|محمد|عبد|بن |د\\. | |\n|[\\PC]){0,30}",
        target in "(three|hundred and |a quarter of |percentage point|[0-9]{1,9}|[.,:/-]|World War I|JD|°F|°|[“”‘’\"(){}\\[\\]<>]|https?://|@a|#|%s|AH|a\\.m\\.|[\u{200d}\u{202e}\u{2066}\u{ad}\u{301}]|Aé|ы| |\n|[\\PC]){0,30}",
    ) {
        for (source, target) in [(&source, &target), (&target, &source), (&source, &source)] {
            for finding in findings(source, target) {
                prop_assert!(finding.source.iter().all(|span| source.get(span.clone()).is_some()));
                prop_assert!(finding.target.iter().all(|span| target.get(span.clone()).is_some()));
            }
        }
    }
}
