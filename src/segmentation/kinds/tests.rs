//! Facts about paragraph kinds: the sample article, openings and ends of newspaper articles, and what must stay unsure.

use super::*;
use crate::model::{Content, ListMark};
use ParagraphKind::*;
use proptest::prelude::*;
use std::path::PathBuf;

fn paragraph(text: &str) -> Block {
    Block { content: Content::plain(text), shape: BlockShape::Paragraph, line: None }
}

fn kinds_of(tag: &str, texts: &[&str]) -> Vec<KindGuess> {
    let blocks: Vec<Block> = texts.iter().map(|text| paragraph(text)).collect();
    classify(&blocks, &tag.parse().unwrap())
}

/// Every row is a text and its kind; every guess has to be sure.
fn check(tag: &str, rows: &[(&str, ParagraphKind)]) {
    let texts: Vec<&str> = rows.iter().map(|(text, _)| *text).collect();
    for (guess, (text, kind)) in kinds_of(tag, &texts).iter().zip(rows) {
        assert_eq!(guess.kind, *kind, "{text} ({})", guess.confidence);
        assert!(guess.is_sure(), "{text} ({})", guess.confidence);
    }
}

const LONG_AR: &str = "حين وصلتُ إلى المدينة في صيف ذلك العام كان النهر قد هبط كثيرًا عمّا كان عليه قبل عشر سنوات، ووقف مزارع \
    عجوز على الضفة وقال لي ببساطة إن الماء لم ينقص وإنما نقص العدل بين الناس، ثم مضى في طريقه إلى البيت ولم يلتفت.";
const LONG_EN: &str = "When I reached the town in the summer of that year, the river stood much lower than it had ten years \
    earlier, and an old farmer on the bank told me simply that it was not the water that had dwindled but justice, and walked home.";

#[test]
fn sample_article_has_its_stated_roles_on_both_sides() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/domain/sample");
    let mut roles =
        vec![Title, Standfirst, Byline, Dateline, Body, Heading, Body, Body, Heading, Body, Body, Body, Heading, Body];
    roles.extend([
        ListItem,
        ListItem,
        ListItem,
        Body,
        Body,
        Heading,
        Body,
        Boilerplate,
        Heading,
        Note,
        AuthorBio,
        Credit,
    ]);
    roles.extend([Boilerplate, Boilerplate]);
    for (file, tag) in [("ar.txt", "ar"), ("en.txt", "en")] {
        let Ok(text) = std::fs::read_to_string(folder.join(file)) else { continue };
        let rows: Vec<(&str, ParagraphKind)> =
            text.split("\n\n").map(str::trim).filter(|t| !t.is_empty()).zip(roles.iter().copied()).collect();
        assert_eq!(rows.len(), 28);
        check(tag, &rows);
    }
}

#[test]
fn arabic_openings_are_recognised() {
    check(
        "ar",
        &[
            ("مقال رأي", Kicker),
            ("من يملك النهر؟", Title),
            ("ثلاث سنوات من الجفاف كشفت أن الأزمة ليست في شح المطر وحده بل في القسمة.", Standfirst),
            ("بقلم الدكتورة سلمى الرافعي", Byline),
            ("ترجمة: هدى سالم", Byline),
            ("دمشق – الخميس ٣ تشرين الأول ٢٠٢٤ (٣٠ ربيع الأول ١٤٤٦هـ)", Dateline),
            (LONG_AR, Body),
        ],
    );
    check(
        "ar",
        &[("ماءٌ يكفي الجميع", Title), ("أ.د. رُواد الصفصافي", Byline), ("12/3/2024", Dateline), (LONG_AR, Body)],
    );
    check("ar", &[("قضايا", Kicker), ("مدينة بلا ماء ولا كهرباء", Title), (LONG_AR, Body), (LONG_AR, Boilerplate)][..3]);
}

#[test]
fn english_openings_are_recognised() {
    check(
        "en",
        &[
            ("Opinion", Kicker),
            ("Who Owns the River?", Title),
            ("Three years of drought have shown that the crisis lies not in scarce rain alone.", Standfirst),
            ("By Dr Salma al-Rafei", Byline),
            ("Translated by Huda Salem", Byline),
            ("Damascus, Thursday, 3 October 2024", Dateline),
            (LONG_EN, Body),
        ],
    );
}

#[test]
fn arabic_middles_and_ends_are_recognised() {
    check(
        "ar",
        &[
            ("من يملك النهر اليوم؟", Title),
            ("تقرير: أ. ياسر بن مبارك الحضرمي، مراسل الشؤون الاقتصادية، عدن", Byline),
            (LONG_AR, Body),
            ("* * *", Separator),
            ("ثانيًا: أين أخطأنا؟", Heading),
            ("أما البنود التي اتفق عليها الجميع في اجتماعهم الأخير فهي هذه:", Body),
            ("١- سجل موحد للضخ.", ListItem),
            ("٢- صندوق تضامن مائي تموله البلدات كلها.", ListItem),
            ("﴿وَجَعَلْنَا مِنَ الْمَاءِ كُلَّ شَيْءٍ حَيٍّ﴾ [الأنبياء: ٣٠]", Quote),
            ("أَلا لَيتَ النَّدى يَبقى طَويلًا *** فَيَروي كُلَّ غُصنٍ في البِلادِ", Quote),
            ("«كل بلدة تعرف بدقة ما تضخه ولا تعرف ما تضخه جارتها».", Quote),
            ("ــــــــ", Separator),
            ("خاتمة", Heading),
            (
                "لسنا بحاجة إلى اختراع العدل من جديد؛ نحن بحاجة إلى أن نكتبه وأن نقيسه وأن نحاسب عليه كل يوم، وإذا لم نفعل ذلك قبل الصيف فلن ينفعنا أن نعد القطرات.",
                Body,
            ),
            ("الهوامش:", Heading),
            ("(١) سهيل المرجاني، دفاتر النهر، ط ٢، دار الضفة، ٢٠٢١، ص ١٨.", Note),
            ("[٢] المصدر نفسه، ص ٢٠.", Note),
            ("سلمى الرافعي كاتبة وباحثة في شؤون المياه.", AuthorBio),
            ("نُشر هذا المقال في صحيفة «ضفاف» بتاريخ ١٤ كانون الثاني ٢٠٢٤.", Credit),
            ("تُعاد هذه المادة بإذن من مجلة «الميزان»، العدد ٤٧.", Credit),
            ("للتبرع: رقم الحساب ١٢٣٤٥٦", Boilerplate),
            ("© جميع الحقوق محفوظة ٢٠٢٤", Boilerplate),
        ],
    );
}

#[test]
fn english_middles_and_ends_are_recognised() {
    check(
        "en",
        &[
            ("Who Owns the River Today?", Title),
            ("By Salma al-Rafei", Byline),
            (LONG_EN, Body),
            ("***", Separator),
            ("II. Where Did We Go Wrong?", Heading),
            ("Three steps were agreed upon by everyone at the last meeting of the basin:", Body),
            ("1. A unified pumping register.", ListItem),
            ("2. A water solidarity fund financed by all the towns.", ListItem),
            ("“Every town knows exactly what it pumps, and no town knows what its neighbour pumps.”", Quote),
            ("Conclusion", Heading),
            (
                "We do not need to invent justice anew; we need to write it down, to measure it and to hold one another to account for it every single day.",
                Body,
            ),
            ("Notes", Heading),
            ("1. Suhayl al-Marjani, Ledgers of the River, 2nd ed., 2021, p. 18.", Note),
            ("2. Ibid., p. 20.", Note),
            ("Salma al-Rafei is a writer and researcher on water.", AuthorBio),
            ("This article was first published in Difaf on 14 January 2024.", Credit),
            ("To donate: account number 123456", Boilerplate),
            ("© 2024 Difaf. All rights reserved.", Boilerplate),
        ],
    );
}

#[test]
fn the_shape_in_the_file_comes_first() {
    let shaped = |text: &str, shape| Block { content: Content::plain(text), shape, line: None };
    let blocks = [
        shaped("رأي", BlockShape::Paragraph),
        shaped("من يملك النهر", BlockShape::Heading(1)),
        shaped(LONG_AR, BlockShape::Paragraph),
        shaped("الماء والعدل", BlockShape::Heading(2)),
        shaped("ماء", BlockShape::ListItem { mark: ListMark::Bullet }),
        shaped("قيل قديمًا", BlockShape::Quote),
        shaped("", BlockShape::Separator),
        shaped("دفاتر النهر", BlockShape::Note { label: "1".to_owned() }),
    ];
    let guesses = classify(&blocks, &"ar".parse().unwrap());
    let kinds: Vec<ParagraphKind> = guesses.iter().map(|guess| guess.kind).collect();
    assert_eq!(kinds, [Kicker, Title, Body, Heading, ListItem, Quote, Separator, Note]);
    assert!(guesses.iter().all(KindGuess::is_sure));
}

#[test]
fn a_footer_that_stands_twice_is_boilerplate_both_times() {
    let footer = "زورونا في مقر الجمعية كل يوم خميس مساءً";
    let guesses = kinds_of("ar", &["من يملك النهر اليوم؟", LONG_AR, footer, LONG_EN, footer]);
    assert_eq!([guesses[2].kind, guesses[4].kind], [Boilerplate; 2]);
}

#[test]
fn a_bare_name_under_the_title_is_a_byline_where_the_end_confirms_it() {
    check(
        "ar",
        &[
            ("الطريق إلى الجامعة", Title),
            ("ليلى حداد", Byline),
            (LONG_AR, Body),
            ("* ليلى حداد صحافية من بيروت.", AuthorBio),
        ],
    );
    let guesses = kinds_of("ar", &["الطريق إلى الجامعة", "ليلى حداد", LONG_AR]);
    assert!(!guesses[1].is_sure());
    check("en", &[("A Road to School", Title), (LONG_EN, Body), ("The author is a journalist in Beirut.", AuthorBio)]);
}

#[test]
fn a_title_printed_twice_is_a_title_the_first_time() {
    let guesses = kinds_of("ar", &["من يملك النهر اليوم؟", "من يملك النهر اليوم؟", "بقلم: سلمى الرافعي", LONG_AR]);
    assert!(guesses[0].kind == Title && guesses[0].is_sure());
    assert!(!guesses[1].is_sure());
}

#[test]
fn what_could_be_anything_is_unsure() {
    let guesses = kinds_of("ar", &["من يملك النهر اليوم؟", LONG_AR, "كلمة وكلمة", "كلمة أخرى"]);
    assert!(guesses[2..].iter().all(|guess| !guess.is_sure()), "{guesses:?}");
    assert!(guesses[1].confidence > 0.9);
}

#[test]
fn running_text_that_opens_like_a_cue_stays_running_text() {
    for (tag, text) in [
        (
            "ar",
            "كتب كثيرون عن هذا النهر وأهله في السنوات الأخيرة، لكن أحدًا منهم لم يسأل أهل الضفاف عمّا يريدونه هم أنفسهم من الماء والأرض والبيوت القديمة التي هُجرت.",
        ),
        (
            "en",
            "By 2030 the river will have lost a third of its water, and nobody who lives along its banks will be able to farm the land that their families have worked for so long.",
        ),
        (
            "en",
            "First, the agreement was never revised after it had been signed, and nobody among those who signed it had asked the people of the basin what they themselves wanted from it.",
        ),
    ] {
        let long = if tag == "ar" { LONG_AR } else { LONG_EN };
        let guesses = kinds_of(tag, &["Who Owns It?", long, text, "Short words follow here now.", long]);
        assert_eq!(guesses[2].kind, Body, "{text}");
    }
}

proptest! {
    #[test]
    fn every_block_gets_one_guess_between_0_and_1(texts in proptest::collection::vec("\\PC{0,20}|[أ-ي ]{0,40}|[(\\[]?[0-9٠-٩أI][).\\]] ?[a-zأ-ي .؟]{0,20}", 0..8), arabic: bool) {
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let guesses = kinds_of(if arabic { "ar" } else { "en" }, &texts);
        prop_assert_eq!(guesses.len(), texts.len());
        prop_assert!(guesses.iter().all(|guess| (0.0..=1.0).contains(&guess.confidence)));
    }
}
