//! Checks of terms and names against a termbase: what must be flagged, what must not.

use super::*;
use crate::model::{Concept, ConceptKind, Severity, Term, TermUse, Treatment};

fn language(tag: &str) -> Language {
    tag.parse().unwrap()
}

/// A concept written as `ar1|ar2 = preferred | ~admitted | !forbidden`; `@kind` may stand before it.
fn concept(written: &str) -> Concept {
    let (kind, written) = match written.strip_prefix('@').and_then(|rest| rest.split_once(' ')) {
        Some((kind, rest)) => (ConceptKind::parse(kind).unwrap(), rest),
        None => (ConceptKind::Term, written),
    };
    let (source, target) = written.split_once('=').unwrap();
    let mut terms = Vec::new();
    for (tag, side) in [("ar", source), ("en", target)] {
        for text in side.split('|').map(str::trim).filter(|text| !text.is_empty()) {
            let usage = match text.chars().next() {
                Some('~') => TermUse::Admitted,
                Some('!') => TermUse::Forbidden,
                _ => TermUse::Preferred,
            };
            terms.push(Term::new(language(tag), text.trim_start_matches(['~', '!']), usage));
        }
    }
    Concept::new(kind, terms)
}

fn findings(termbase: &Termbase, source: &str, target: &str) -> Vec<Finding> {
    let (ar, en) = (language("ar"), language("en"));
    let (profile, lengths) = (Profile::default(), Lengths::default());
    let context = Context { source: &ar, target: &en, profile, lengths, termbase: Some(termbase) };
    let wanted = |check: &Check| check.id.starts_with("term.") || check.id.starts_with("name.");
    check_texts((source, target), &context, wanted)
}

#[track_caller]
fn assert_found(concepts: &[&str], cases: &[(&str, &str, &[&str])]) {
    let termbase = Termbase::new(concepts.iter().map(|written| concept(written)).collect());
    for (source, target, expected) in cases {
        let found = findings(&termbase, source, target);
        let ids: Vec<&str> = found.iter().filter(|f| f.severity > Severity::Info).map(|f| f.check).collect();
        assert_eq!(ids, *expected, "{source} | {target}: {found:#?}");
    }
}

#[test]
fn the_rendering_that_the_termbase_wants_is_asked_for() {
    let concepts = [
        "لجنة تنفيذية = Executive Committee | ~executive council | !executive panel",
        "لجنة = committee",
        "مال = money",
        "مستوطنة = settlement",
        "حق العودة = right of return",
    ];
    assert_found(
        &concepts,
        &[
            ("وبلجنتها التنفيذية", "and through its Executive Committee", &[]),
            ("وبلجنتها التنفيذية", "and through its executive councils", &[]),
            ("وبلجنتها التنفيذية", "and through its leadership", &["term.required"]),
            ("وبلجنتها التنفيذية", "and through its committee", &["term.required"]),
            ("وبلجنتها التنفيذية", "and through its executive panel", &["term.forbidden"]),
            ("قال كمال شيئًا", "Kamal said something", &[]),
            ("هدم المستوطنات", "the settlements’ demolition", &[]),
            ("هدم المستوطنات", "the colonies’ demolition", &["term.required"]),
            ("تمسك بحق العودة", "It clung to the right of return", &[]),
            ("تمسك بحق العودة", "It clung to returning", &["term.required"]),
            ("اللجنة ثم اللجنة", "the body, then the body", &["term.required"]),
            ("اللجنة", " ", &[]),
        ],
    );
}

#[test]
fn what_may_be_either_of_two_concepts_is_content_with_one() {
    assert_found(
        &["جنة = paradise", "لجنة = committee"],
        &[
            ("للجنة", "to the committee", &[]),
            ("للجنة", "to paradise", &[]),
            ("للجنة", "to the panel", &["term.required"]),
        ],
    );
}

#[test]
fn what_is_forbidden_is_so_where_its_source_stands_or_always() {
    let concepts = ["جيش الاحتلال = occupation army | !the army", "جيش = ~the army | ~army", " = !so-called"];
    assert_found(
        &concepts,
        &[
            ("قال جيش الاحتلال", "the army said", &["term.forbidden"]),
            ("قال جيش الاحتلال", "the occupation army said", &[]),
            ("قال جيش الاحتلال والجيش", "the occupation army and the army said", &[]),
            ("قال الجيش", "the army said", &[]),
            ("قال الرجل", "the so-called man said", &["term.forbidden"]),
        ],
    );
}

#[test]
fn what_is_not_translated_stands_as_it_is() {
    let mut kept = concept("بي بي سي = BBC News");
    kept.treatment = Treatment::Keep;
    let termbase = Termbase::new(vec![kept]);
    let ids = |source: &str, target: &str| -> Vec<(&str, Severity)> {
        findings(&termbase, source, target).into_iter().map(|f| (f.check, f.severity)).collect()
    };
    assert_eq!(ids("قالت بي بي سي", "BBC News said"), []);
    assert_eq!(ids("قالت بي بي سي", "bbc news said"), [("term.dnt", Severity::Error)]);
    assert_eq!(ids("عبر تطبيق WhatsApp", "via whatsapp"), []);
    assert_eq!(ids("عبر تطبيق WhatsApp", "via the app"), [("term.dnt", Severity::Error)]);
    assert_eq!(ids("برنامج الأمم المتحدة الإنمائي (UNDP)", "the United Nations Development Programme"), []);
    assert_eq!(ids("طائرة F-16 فوق المدينة", "an F16 over the city"), []);
    assert_eq!(ids("ما يسمى raison في الفرنسية", "what the French call reason"), [("term.dnt", Severity::Info)]);
    assert_eq!(ids("راسلنا على info@example.org", "Write to us"), []);
    assert_eq!(ids("القسم XIV من التقرير", "part 14 of the report"), []);
    assert_eq!(ids("“Le Monde” said", "said"), [], "a Latin source is another matter");
}

#[test]
fn names_of_the_authority_are_held_to_their_house_form() {
    let concepts = [
        "@person معمر القذافي | ~القذافي = Muammar Gaddafi | !Kadhafi",
        "@place القاهرة = Cairo",
        "@person محمود عباس = Mahmoud Abbas",
        "@organisation حماس = Hamas",
    ];
    assert_found(
        &concepts,
        &[
            ("زار معمر القذافي القاهرة", "Muammar Gaddafi visited Cairo", &[]),
            ("زار معمر القذافي القاهرة", "Gaddafi visited Cairo", &[]),
            ("زار القذافي القاهرة", "Muammar al-Gaddafi visited Cairo", &[]),
            ("زار معمر القذافي القاهرة", "Moammar Qadhafi visited Cairo", &["name.inconsistent"]),
            ("زار القذافي القاهرة", "Kadhafi visited Cairo", &["name.inconsistent"]),
            ("زار القذافي القاهرة", "Gaddafi visited Alexandria", &["name.missing"]),
            ("التقى محمود عباس الوفد", "Mahmoud Darwish met the delegation", &["name.missing"]),
            ("التقى محمود عباس الوفد", "President Mahmoud Abbas’s men met the delegation", &[]),
            ("ردت حماس بالرفض", "Hamas refused", &[]),
        ],
    );
}

#[test]
fn one_name_has_one_spelling_in_an_article() {
    assert_found(
        &[],
        &[
            ("زار القذافي روما\n\nغادر القذافي", "Gaddafi visited Rome\n\nQadhafi left", &["name.inconsistent"]),
            ("زار معمر القذافي روما\n\nغادر القذافي", "Muammar Gaddafi visited Rome\n\nGaddafi left", &[]),
            ("قال بشار الأسد\n\nوأضاف الأسد", "said Bashar al-Assad\n\nand Assad added", &[]),
            ("قال الحريري\n\nقال الحريري إن", "said Rafik Hariri\n\nsaid Harriri that", &["name.inconsistent"]),
            ("في لبنان\n\nاللبنانيون", "in Lebanon\n\nthe Lebanese", &[]),
        ],
    );
}

#[test]
fn titles_and_acronyms_are_remarked() {
    let termbase = Termbase::default();
    let ids = |source: &str, target: &str| -> Vec<&str> {
        findings(&termbase, source, target).into_iter().map(|f| f.check).collect()
    };
    assert_eq!(ids("بقلم الدكتور رواد", "By Ruwad"), ["name.title"]);
    assert_eq!(ids("بقلم الدكتور رواد", "By Dr. Ruwad"), [""; 0]);
    assert_eq!(ids("بقلم رواد", "By Prof. Ruwad"), ["name.title"]);
    assert_eq!(ids("قال الطبيب رواد", "said Dr Ruwad"), [""; 0]);
    assert_eq!(ids("تقول الهيئة", "the High Relief Committee (HRC) says\n\nThe HRC says"), [""; 0]);
    assert_eq!(ids("تقول الهيئة", "the HRC says"), ["term.acronym"]);
    assert_eq!(ids("عنوان", "THE HRC SPEAKS"), [""; 0]);
}
