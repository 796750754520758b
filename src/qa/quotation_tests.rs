//! Checks of quotations where the house has its marks, and where the target shows a quotation otherwise.

use super::*;
use crate::model::{CodeElement, CodeId, CodePart, InlineCode, QuoteStyle};

fn told(style: QuoteStyle, source: &Content, target: &Content) -> Vec<String> {
    let (ar, en): (Language, Language) = ("ar".parse().unwrap(), "en".parse().unwrap());
    let profile = Profile { quotes: style, ..Profile::default() };
    let context = Context { source: &ar, target: &en, profile, lengths: Lengths::default(), termbase: None };
    let found = check_passage(&Passage::plain(source, target, "1"), &context, |check| check.id == "punct.quotes");
    found.iter().flat_map(|finding| &finding.target).map(|span| target.text()[span.clone()].to_owned()).collect()
}

#[test]
fn marks_that_the_house_has_not_outside_are_told_and_those_inside_are_not() {
    let source = Content::plain("قال: «سمعت من يقول \"لا\" ومن يقول \"نعم\"».");
    for (style, target, expected) in [
        (QuoteStyle::Double, "He said, “I heard some say ‘no’ and some say ‘yes’.”", vec![]),
        (
            QuoteStyle::Double,
            "He said, ‘I heard some say no and some say yes.’",
            vec!["‘I heard some say no and some say yes.’"],
        ),
        (QuoteStyle::Single, "He said, ‘I heard some say “no” and some say “yes”.’", vec![]),
        (QuoteStyle::Single, "He said, “I heard some say no.”", vec!["“I heard some say no.”"]),
        (QuoteStyle::Double, "He said, «I heard some say no.»", vec!["«I heard some say no.»"]),
        (QuoteStyle::Any, "He said, «I heard some say no.»", vec![]),
    ] {
        assert_eq!(told(style, &source, &Content::plain(target)), expected, "{style:?} {target}");
    }
}

#[test]
fn a_title_in_italics_is_no_quotation_lost() {
    let source = Content::plain("قرأت «الحرافيش» في ليلة.");
    let (ar, en): (Language, Language) = ("ar".parse().unwrap(), "en".parse().unwrap());
    let (profile, lengths) = (Profile::default(), Lengths::default());
    let context = Context { source: &ar, target: &en, profile, lengths, termbase: None };
    let found = |codes: Vec<InlineCode>| {
        let target = Content::new("I read the harafish in a night.".to_owned(), codes).unwrap();
        check_passage(&Passage::plain(&source, &target, "1"), &context, |check| check.id == "punct.quotes").len()
    };
    let code = |at, part| InlineCode { at, id: CodeId(1), part, element: CodeElement::Emphasis };
    assert_eq!(found(vec![code(7, CodePart::Open), code(19, CodePart::Close)]), 0);
    assert_eq!(found(Vec::new()), 1);
}
