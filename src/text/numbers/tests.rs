//! What the grammar reads, as tables of text and values.

use super::*;
use proptest::prelude::*;

/// `value`, with `%` behind a percentage, `pp` behind a point, `~` before a vague one.
pub(super) fn read(text: &str, tag: &str) -> String {
    let shown = |quantity: &Quantity| match quantity.kind {
        QuantityKind::Percent => format!("{}%", quantity.value),
        QuantityKind::PercentagePoint => format!("{}pp", quantity.value),
        QuantityKind::Vague => format!("~{}", quantity.value),
        QuantityKind::Plain | QuantityKind::Fraction => quantity.value.to_string(),
    };
    values(text, &tag.parse().unwrap()).iter().map(shown).collect::<Vec<_>>().join(" ")
}

#[test]
fn arabic_words_and_digits_have_their_value() {
    for (text, expected) in [
        ("بلغت الكلفة ٣٫٥ ملايين دولار", "3500000"),
        ("مليونًا ونصف المليون", "1500000"),
        ("نحو مليون ونصف المليون", "1500000"),
        ("مليوني نسمة", "2000000"),
        ("نصف مليون شخص", "500000"),
        ("٤٥ في المئة من السكان", "45%"),
        ("٤٥ بالمائة", "45%"),
        ("٪٤٥ من السكان", "45%"),
        ("٤٥٪ و٥٠٪", "45% 50%"),
        ("بخمس نقاط مئوية", "5pp"),
        ("خمسة وأربعون عامًا", "45"),
        ("مئتان وخمسون ألف لاجئ", "250000"),
        ("ثلاثمئة وخمسة وستون يومًا", "365"),
        ("ثلاث مئة وخمسة وستين", "365"),
        ("سبعة عشر كتابًا", "17"),
        ("ألف وتسعمئة وثمانية وأربعون", "1948"),
        ("ثلاثة ملايين ومئتا ألف", "3200000"),
        ("ثلاثة ملايين و٢٠٠ ألف", "3200000"),
        ("الدول الثلاث", "3"),
        ("إحدى عشرة بلدة", "11"),
        ("إحدى البلدات", ""),
        ("بأحد عشر دفترًا", "11"),
        ("اثنتي عشرة دولة", "12"),
        ("١٢ ألفًا", "12000"),
        ("لأكثر من ٣ ملايين", "3000000"),
        ("عشرات الآلاف من مئات القرى", "~10000 ~100"),
        ("ثلاثة أرباع المليون", "750000"),
        ("ثلاثة أرباع الشبكة", "0.75"),
        ("ألفي بئر", "2000"),
        ("ألفا شخص", "2000"),
        ("بين مليون ومليونين", "1000000 2000000"),
        ("لألف سبب", "1000"),
        ("ألّف كتابًا", ""),
        ("لست هنا", ""),
        ("سُبع ما خسرناه", "1/7"),
        ("تسعة وتسعين ألفا وتسعمائة وتسعة وتسعين", "99999"),
        ("خمسة وعشرين مليارا وثلاثمئة مليون", "25300000000"),
        ("ألف مليون", "1000000000"),
        ("واحد وعشرون", "21"),
    ] {
        assert_eq!(read(text, "ar"), expected, "{text}");
    }
}

#[test]
fn english_words_and_digits_have_their_value() {
    for (text, expected) in [
        ("about half a million people", "500000"),
        ("one and a half million", "1500000"),
        ("a million and a half", "1500000"),
        ("two and a half million", "2500000"),
        ("three hundred and sixty-five days", "365"),
        ("forty-five per cent", "45%"),
        ("45 percent, 45%", "45% 45%"),
        ("five percentage points", "5pp"),
        ("$3.5bn and 1.2 million", "3500000000 1200000"),
        ("a dozen eggs and two dozen more", "12 24"),
        ("half a dozen", "6"),
        ("tens of thousands", "~10000"),
        ("hundreds of pages", "~100"),
        ("two hundred and fifty thousand", "250000"),
        ("nineteen forty-eight", "1948"),
        ("three quarters of the network", "0.75"),
        ("a third of it", "1/3"),
        ("one seventh of", "1/7"),
        ("a million", "1000000"),
        ("between one and two million", "1 2000000"),
        ("a hundred and five", "105"),
        ("one thousand nine hundred and forty-eight", "1948"),
        ("three million two hundred thousand", "3200000"),
        ("2½ hours", "2.5"),
        ("a day for you", ""),
        ("three and two", "3 2"),
    ] {
        assert_eq!(read(text, "en"), expected, "{text}");
    }
}

#[test]
fn spans_are_bytes_of_the_raw_text() {
    let text = "بلغ العدد مليـونًا ونصف المليون.";
    let found = values(text, &"ar".parse().unwrap());
    assert_eq!(&text[found[0].span.clone()], "مليـونًا ونصف المليون");
    let text = "Some 45 per cent.";
    assert_eq!(&text[values(text, &"en".parse().unwrap())[0].span.clone()], "45 per cent");
}

#[test]
fn softness_is_for_small_words() {
    let soft = |text: &str, tag: &str| values(text, &tag.parse().unwrap())[0].soft;
    assert!(soft("ثلاث دول", "ar") && soft("three", "en") && soft("نصف الموارد", "ar"));
    assert!(!soft("٣ دول", "ar") && !soft("eleven", "en") && !soft("ثلاثة في المئة", "ar"));
}

proptest! {
    #[test]
    fn no_text_is_too_strange(text in "([٠-٩0-9]{1,3}|[.,٬٫،/:–٪% -]|و|ال|ألف|مليون|ونصف|ثلاثة|وعشرون|مئة|half|a|million|and|two|[\\PC]){0,30}") {
        for tag in ["ar", "en", "fr"] {
            let mut end = 0;
            for quantity in values(&text, &tag.parse().unwrap()) {
                prop_assert!(quantity.span.start >= end && text.get(quantity.span.clone()).is_some());
                end = quantity.span.end;
            }
        }
    }
}
