//! What the rules promise, case by case.

use super::sentences;
use crate::model::Language;
use proptest::prelude::*;

fn cut(text: &str, tag: &str) -> Vec<String> {
    let language: Language = tag.parse().unwrap();
    sentences(text, &language).into_iter().map(|range| text[range].to_owned()).collect()
}

/// Each case is written with `|` where a sentence ends.
fn check(cases: &[&str], tag: &str) {
    for case in cases {
        assert_eq!(cut(&case.replace('|', ""), tag).join("|"), **case);
    }
}

#[test]
fn arabic_sentences_end_at_stops_and_nowhere_else() {
    check(
        &[
            "وصل الوفد. |ثم عاد.",
            "أين الماء؟ |هنا! |نعم؟! |لا.",
            "قال: لم ينقص الماء؛ بل نقص العدل، كما ترى.",
            "قال: «نقص العدل.» |ثم مضى.",
            "قال: «نقص العدل». |ثم مضى.",
            "شبكة التوزيع القديمة.(١) |ولا تتوقف الخسارة.",
            "شبكة التوزيع.[12] |ولا تتوقف.",
            "﴿قل هو الله أحد.﴾ |صدق الله.",
            "بلغت ٣٫٥ مليون و3.5 في المئة. |ثم هبطت.",
            "انتظر... ثم مضى… إلى البيت.",
            "هل هو الماء؟ أم العدل؟ |كلاهما.",
            "\u{200f}وصل الوفد.\u{200f} |\u{200f}ثم عاد.",
            "كتبتُ كثيرًا. |وقرأتَ قليلًا.",
            "وصل الوفد .|",
        ]
        .map(|case| case.trim_end_matches('|')),
        "ar",
    );
}

#[test]
fn arabic_abbreviations_keep_their_points() {
    check(
        &[
            "قال د. أحمد. |ثم قال أ.د. سعيد وم. علي.",
            "وقال د\u{202a}.\u{202c} ديفيد ريدي إنها مريضة. |وليس معروفًا.",
            "وقال ود. سلمى ود . هدى كذلك.",
            "العنوان: ص.ب. ١٢٣ وص. ب. ٤٥.",
            "في سنة ٣٠٠ ق.م. كان النهر.",
            "سنة ١٤٤٥ هـ. الموافق ٢٠٢٤ م. وما بعدها.",
            "في عام ١٤٤٥هـ. |ثم جاء عام ٢٠٢٤م. |وانتهى.",
            "ماء وخبز إلخ. وغير ذلك.",
            "وكتب ج. ر. ر. تولكين. |ثم سكت.",
            "فيه فيتامين د. |تجرى دراسات.",
            "١. سجلّ موحّد. |والثاني صندوق.",
            "أ. سجلّ موحّد.",
        ],
        "ar",
    );
}

#[test]
fn english_abbreviations_keep_their_points() {
    check(
        &[
            "Mr. Smith met Dr. Jones. |They spoke.",
            "He lives in the U.S. |He likes it.",
            "The U.S. Senate voted. |It passed.",
            "J. R. R. Tolkien wrote it. |Murphy J. Paul read it.",
            "See No. 5 and pp. 18–23. |He said no. |Then he left.",
            "It ended at 9:30 p.m. with a text. |At 6 p.m. |The bells rang.",
            "At 5 p.m. Saturday they met. |At 7 p.m. ET they left.",
            "Fruit, e.g. apples, i.e. food, etc. |Bread too.",
            "St. Martin's fell silent. |On Oct. 2, 1968, it rang.",
            "Pitt, Briggs & Co. bought Acme Inc. |It closed.",
            "Smith vs. Jones. |Smith won.",
            "It grew by 3.5 per cent. |97.5% agreed.",
        ],
        "en",
    );
}

#[test]
fn quotations_and_pauses_go_on_before_small_letters() {
    check(
        &[
            "“Where?” asked Martin. |“Here!” |She nodded.",
            "They sang \"It comes!\" as they marched. |Nobody came.",
            "Well ... they left. |Wait... |Now they came.",
            "“The laws [...] of the world.” |Next.",
            "He left (at five.) and returned. |(See below.) |Done.",
            "She works at Yahoo! in sales.",
            "She waited. . . . |Next came he.",
            "He said \"No.\" |\"Yes,\" she said.",
        ],
        "en",
    );
}

#[test]
fn blank_lines_end_sentences_and_line_breaks_do_not() {
    check(&["The first line\nand the second.\n|Another\n\n|After a blank line"], "en");
    assert_eq!(cut("", "ar"), [""; 0]);
    assert_eq!(cut(" \n\n ", "ar"), [" \n\n "]);
    assert_eq!(cut("؟ ! …", "ar"), ["؟ ! …"]);
}

#[test]
fn stops_of_other_scripts_are_known() {
    check(&["خوشبختم، آقای رضا. |شما کجایی هستید؟ |من از تهران هستم."], "fa");
    check(&["کیا حال ہے؟ |ميرا نام ___ ەے۔ |میں حالا؟"], "ur");
    check(&["你好。|再见。"], "zh");
}

proptest! {
    #[test]
    fn sentences_cover_any_text_once(text in "([.؟!…\"»)( \n\u{200f}\u{202a}أد٣aA5،]|\\PC){0,60}", arabic in any::<bool>()) {
        let language: Language = if arabic { "ar" } else { "en" }.parse().unwrap();
        let ranges = sentences(&text, &language);
        let mut at = 0;
        for range in &ranges {
            prop_assert!(range.start == at && range.end > at);
            at = range.end;
        }
        prop_assert_eq!(at, text.len());
        prop_assert_eq!(ranges.iter().map(|range| &text[range.clone()]).collect::<String>(), text);
    }
}
