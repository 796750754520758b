//! Terms in running text: what is found surely, what is only shown, what is not found; spans; nothing panics.

use super::*;
use crate::model::{ConceptKind, TermUse};
use proptest::prelude::*;

fn language(tag: &str) -> Language {
    tag.parse().unwrap()
}

fn base(tag: &str, terms: &[&str]) -> Termbase {
    let concept = |text: &&str| {
        let mut written = text.split('|').map(str::to_owned);
        let mut term = Term::new(language(tag), written.next().unwrap(), TermUse::Preferred);
        term.forms = written.collect();
        Concept::new(ConceptKind::Term, vec![term])
    };
    Termbase::new(terms.iter().map(concept).collect())
}

/// The matches of terms in a text: the words found, and how far they may be relied on.
fn found<'t>(tag: &str, terms: &[&str], text: &'t str) -> Vec<(&'t str, Certainty)> {
    let occurrences = base(tag, terms).find(text, &language(tag));
    occurrences.into_iter().map(|o| (&text[o.span], o.certainty)).collect()
}

#[track_caller]
fn assert_certainty(tag: &str, cases: &[(&str, &str)], wanted: Option<Certainty>) {
    for (text, term) in cases {
        let best = found(tag, &[term], text).into_iter().map(|(_, certainty)| certainty).max();
        assert_eq!(best, wanted, "{term} in {text}");
    }
}

#[test]
fn regular_forms_of_arabic_terms_are_found() {
    let cases = [
        ("قررت اللجنة التنفيذية", "لجنة تنفيذية"),
        ("للجنة التنفيذية", "لجنة تنفيذية"),
        ("وبلجنتها التنفيذية", "اللجنة التنفيذية"),
        ("وسيادة القانون", "سيادة القانون"),
        ("لسيادته", "سيادة"),
        ("حكومتهم", "حكومة"),
        ("المستوطنات", "مستوطنة"),
        ("الدولتين", "دولة"),
        ("كالمياه", "مياه"),
        ("فبالإصلاح", "إصلاح"),
        ("إصلاحات", "إصلاح"),
        ("مستشفاه", "مستشفى"),
        ("مُسْتَشْفَى المدينة", "مستشفى"),
        ("المعلمون", "معلم"),
        ("بالقرارات", "قرار"),
        ("قرارًا صعبا", "قرار"),
        ("حزبًا جديدًا", "حزب"),
        ("حزباً آخر", "حزب"),
        ("والحق في العودة", "الحق في العودة"),
        ("لجنتا التحقيق", "لجنة"),
        ("بحق العودة", "حق العودة"),
        ("وحق «العودة»", "حق العودة"),
        ("أعضاؤها", "أعضاء"),
        ("مكتبه في القدس", "مكتب"),
        ("للأمم المتحدة", "الأمم المتحدة"),
        ("بنوك", "بنك|بنوك"),
        ("وبالبنوك", "بنك|بنوك"),
        ("الاحتـــلال", "احتلال"),
        ("للجزائر", "الجزائر"),
        ("عبر واتساب", "واتساب"),
        ("عبر تطبيق WhatsApp", "WhatsApp"),
        ("النبي ﷺ", "صلى الله عليه وسلم"),
    ];
    assert_certainty("ar", &cases, Some(Certainty::Sure));
}

#[test]
fn what_chance_may_have_made_is_only_shown() {
    let cases = [
        ("كمال", "مال"),
        ("بنكنا", "بنك"),
        ("لبنان", "لبن"),
        ("بحار", "حار"),
        ("وحزباً آخر", "حزب"),
        ("مكتبة عامة", "مكتب"),
        ("قانونية", "قانون"),
        ("إطار قانوني", "قانون"),
        ("من سوريا", "سوري"),
        ("قاعدة عسكرية", "القاعدة"),
        ("المكتبة الوطنية", "المكتب الوطني"),
    ];
    assert_certainty("ar", &cases, Some(Certainty::Weak));
}

#[test]
fn other_words_are_not_found() {
    let cases = [
        ("بنوك", "بنك"),
        ("جنة", "لجنة"),
        ("ولاية", "ولاء"),
        ("وليد", "يد"),
        ("بلد", "لد"),
        ("ألمانيا", "مانيا"),
        ("الإعلام", "علام"),
        ("اللجنة. التنفيذية", "لجنة تنفيذية"),
        ("اللجنة، التنفيذية", "لجنة تنفيذية"),
        ("اللجنة العليا التنفيذية", "لجنة تنفيذية"),
    ];
    assert_certainty("ar", &cases, None);
}

#[test]
fn questions_need_their_hamza() {
    assert_certainty("ar", &[("أعمال كبيرة", "عمال")], Some(Certainty::Weak));
    assert_certainty("ar", &[("إسلام", "سلام"), ("اسلام", "سلام")], None);
}

#[test]
fn the_longest_match_wins_and_a_sure_one_covers_a_weak_one() {
    let terms = ["لجنة", "لجنة تنفيذية", "مال", "كمال"];
    assert_eq!(found("ar", &terms, "اللجنة التنفيذية"), [("اللجنة التنفيذية", Certainty::Sure)]);
    assert_eq!(found("ar", &terms, "كمال"), [("كمال", Certainty::Sure)]);
    let text = "لجنة كبيرة";
    assert_eq!(found("ar", &terms, text), [("لجنة", Certainty::Sure)]);
    assert_eq!(found("ar", &["جنة", "لجنة"], "للجنة").len(), 2, "the word may be either");
    assert_eq!(found("ar", &["دين", "والدين"], "والدين").len(), 1, "the very word is better");
}

#[test]
fn spans_are_bytes_of_the_stored_text() {
    let text = "\u{200f}«وبِلجنتِها\u{200f} التنفيذيّة»،";
    assert_eq!(found("ar", &["لجنة تنفيذية"], text)[0].0, "وبِلجنتِها\u{200f} التنفيذيّة");
}

#[test]
fn english_terms_are_found_across_their_inflections() {
    let cases = [
        ("through its Executive Committee", "executive committee"),
        ("the executive committees", "Executive Committee"),
        ("the Executive Committee’s vote", "Executive Committee"),
        ("two policies", "policy"),
        ("the crisis", "crisis"),
        ("their boxes", "box"),
        ("a cease-fire", "ceasefire"),
        ("a ceasefire", "cease-fire"),
        ("a cease fire", "cease-fire"),
        ("the right\nof return", "right of return"),
        ("the US army", "US"),
        ("several NGOs", "NGO"),
        ("a settlement", "settlements"),
        ("the spokesmen", "spokesman"),
        ("U.S. troops", "U.S. troops"),
        ("THE ARMY SAID", "the army"),
    ];
    assert_certainty("en", &cases, Some(Certainty::Sure));
}

#[test]
fn english_words_that_only_look_alike_are_not_found() {
    let cases = [
        ("tell us", "US"),
        ("who said", "WHO"),
        ("executive panel", "executive committee"),
        ("armyworm", "army"),
        ("the occupation army said", "the army"),
        ("buses and bus", "bu"),
        ("Executive. Committee", "executive committee"),
    ];
    assert_certainty("en", &cases, None);
}

#[test]
fn a_language_is_searched_for_its_own_terms() {
    let base = base("en", &["army"]);
    assert_eq!(base.find("the army", &language("en-GB")).len(), 1);
    assert_eq!(base.find("the army", &language("ar")), []);
}

fn soup() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("لجنة".to_owned()),
        Just("وبلجنتها".to_owned()),
        Just(" التنفيذية".to_owned()),
        Just("ﷺ".to_owned()),
        Just("cease-fire's".to_owned()),
        proptest::char::range('\u{0600}', '\u{06ff}').prop_map(String::from),
        proptest::char::range(' ', '~').prop_map(String::from),
        proptest::char::range('\u{2000}', '\u{206f}').prop_map(String::from),
        proptest::char::any().prop_map(String::from),
    ];
    proptest::collection::vec(piece, 0..20).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn matches_lie_in_the_text_and_either_apart_or_on_the_same_words(terms in proptest::collection::vec(soup(), 1..6), text in soup(), own in 0_usize..6) {
        for tag in ["ar", "en", "fr"] {
            let terms: Vec<&str> = terms.iter().map(String::as_str).collect();
            let found = base(tag, &terms).find(&text, &language(tag));
            for occurrence in &found {
                prop_assert!(text.get(occurrence.span.clone()).is_some_and(|words| !words.is_empty()));
            }
            for pair in found.windows(2) {
                prop_assert!(pair[0].span == pair[1].span || pair[0].span.end <= pair[1].span.start);
            }
            let own = terms[own % terms.len()];
            if !words::words(own).is_empty() {
                prop_assert!(!base(tag, &[own]).find(own, &language(tag)).is_empty(), "{own:?} is not found in itself");
            }
        }
    }
}
