//! What the grammar reads, as tables of text and values.

use super::*;
use proptest::prelude::*;

/// `value`, with `%` behind a percentage, `pp` behind a point, `~` before a vague one.
pub(super) fn read(text: &str, tag: &str) -> String {
    let shown = |quantity: &Quantity| match quantity.kind {
        QuantityKind::Percent => format!("{}%", quantity.value),
        QuantityKind::PercentagePoint => format!("{}pp", quantity.value),
        QuantityKind::Vague => format!("~{}", quantity.value),
        QuantityKind::Year => format!("y{}", quantity.value),
        QuantityKind::Decade => format!("{}s", quantity.value),
        QuantityKind::Ordinal | QuantityKind::Roman => format!("#{}", quantity.value),
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
        ("ألف وتسعمئة وثمانية وأربعون", "y1948"),
        ("عام ألف وتسعمئة وثمانية وأربعين", "y1948"),
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
        ("فيروس كورونا ألفا في الخفافيش", ""),
        ("عام ونصف العام", "1.5"),
        ("ثلاث سنوات ونصف", "3.5"),
        ("عامين ونصف", "2.5"),
        ("مترين", "2"),
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
        ("nineteen forty-eight", "y1948"),
        ("three quarters of the network", "0.75"),
        ("a third of it", "1/3"),
        ("one seventh of", "1/7"),
        ("a million", "1000000"),
        ("between one and two million", "1000000 2000000"),
        ("a hundred and five", "105"),
        ("one thousand nine hundred and forty-eight", "y1948"),
        ("three million two hundred thousand", "3200000"),
        ("2½ hours", "2.5"),
        ("a day for you", ""),
        ("three and two", "3 2"),
        ("several hundred samples", "~100"),
        ("a year and a half", "1.5"),
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

#[test]
fn ranks_years_and_decades_are_told_apart() {
    for (text, tag, expected) in [
        ("في القرن التاسع عشر", "ar", "#19"),
        ("الذكرى الحادية والعشرون", "ar", "#21"),
        ("القرن العشرين", "ar", "20"),
        ("في ستينيات القرن الماضي", "ar", "1960s"),
        ("سبعينيات القرن التاسع عشر", "ar", "1870s"),
        ("في الستينيات", "ar", "60s"),
        ("منذ عام ١٩٤٨", "ar", "y1948"),
        ("١٩٦٧م", "ar", "y1967"),
        ("سنة ١٤٤٥هـ", "ar", "y1445"),
        ("العام ٢٠٠٣/٢٠٠٤", "ar", "y2003 y2004"),
        ("٢٠٠٣/٠٤", "ar", "y2003 y2004"),
        ("المادة ٢٤٢", "ar", "242"),
        ("الـ٧٠", "ar", "70"),
        ("١٠-١٥ ألف", "ar", "10000 15000"),
        ("من ٣ إلى ٥ في المئة", "ar", "3% 5%"),
        ("انتظر ثانية", "ar", ""),
        ("the 19th and nineteenth", "en", "#19 #19"),
        ("the twenty-first century", "en", "#21"),
        ("mid-1990s, the sixties", "en", "1990s 60s"),
        ("2019–23", "en", "y2019 y2023"),
        ("10 to 15 million", "en", "10000000 15000000"),
        ("between 5 and 10 per cent", "en", "5% 10%"),
        ("Louis XIV and I", "en", "#14"),
        ("III. What Can Be Done?", "en", ""),
        ("in 1250", "en", "y1250"),
        ("2,000 people", "en", "2000"),
    ] {
        assert_eq!(read(text, tag), expected, "{text}");
    }
}

#[test]
fn dates_clocks_and_digit_runs_are_read() {
    let all = |text: &str, tag: &str| super::read(text, &tag.parse().unwrap());
    let date = |text: &str, tag: &str| {
        let dates = all(text, tag).dates;
        dates
            .iter()
            .map(|d| format!("{:?}/{:?}/{:?}", d.day, d.month, d.year).replace("Some", "").replace("None", "-"))
            .collect::<Vec<_>>()
            .join(" ")
    };
    for (text, tag, expected) in [
        ("في ٣ أيلول/سبتمبر ٢٠٢٣، ثم", "ar", "(3)/(9)/(2023)"),
        ("١٤ كانون الثاني/يناير ٢٠٢٤ (٢ رجب ١٤٤٥هـ)", "ar", "(14)/(1)/(2024) (2)/(7)/(1445)"),
        ("في جانفي الماضي", "ar", "-/(1)/-"),
        ("الثالث من آب", "ar", "(3)/(8)/-"),
        ("أب وابن مارس عمله", "ar", ""),
        ("بتاريخ ١٢/٣/٢٠٢٤", "ar", "(12)/(3)/(2024)"),
        ("On 9 March 2023", "en", "(9)/(3)/(2023)"),
        ("September 3rd, 2023; in May", "en", "(3)/(9)/(2023) -/(5)/-"),
        ("He may march", "en", ""),
        ("2024-03-12", "en", "(12)/(3)/(2024)"),
        ("in 1445 AH", "en", "-/-/(1445)"),
        ("2 Dhu al-Hijjah 1445", "en", "(2)/(12)/(1445)"),
        ("2 Dhū’l-Qaʿda 1445", "en", "(2)/(11)/(1445)"),
        ("2 Sha‘ban 1445; 3 Rabi‘ II 1445", "en", "(2)/(8)/(1445) (3)/(4)/(1445)"),
    ] {
        assert_eq!(date(text, tag), expected, "{text}");
    }
    let clock = |text: &str, tag: &str| all(text, tag).clocks.first().map(|clock| (clock.dial(), clock.minutes()));
    assert_eq!(clock("الساعة ٩:٣٠ مساءً", "ar"), Some((570, Some(1290))));
    assert_eq!(clock("الساعة التاسعة والنصف", "ar"), Some((570, None)));
    assert_eq!(clock("عند الساعة الثانية عشرة إلا ربعًا ظهرًا", "ar"), Some((705, Some(705))));
    for text in ["الساعة ١٢ ليلًا", "في الثانية عشرة ليلًا"] {
        assert_eq!(clock(text, "ar"), Some((0, Some(0))), "{text}");
    }
    assert_eq!(clock("في الواحدة بعد منتصف الليل", "ar"), Some((60, Some(60))));
    assert_eq!(clock("الساعة ١٢ مساءً", "ar"), Some((0, None)));
    assert_eq!(clock("للمرة الثالثة صباح أمس", "ar"), None);
    for (text, minutes) in [
        ("at noon", 720),
        ("at 12 midnight", 0),
        ("at seven on Sunday evening", 1140),
        ("at dawn, at half-past four", 270),
        ("in the small hours, at 2:30", 150),
        ("at two that night", 120),
    ] {
        assert_eq!(clock(text, "en").and_then(|(_, minutes)| minutes), Some(minutes), "{text}");
    }
    assert_eq!(clock("after midnight at two checkpoints", "en"), None);
    assert_eq!(clock("at 9.30 p.m.", "en"), Some((570, Some(1290))));
    assert_eq!(clock("half past nine in the morning", "en"), Some((570, Some(570))));
    assert_eq!(clock("at 21:30", "en"), Some((570, Some(1290))));
    assert_eq!(clock("by 3:1", "en"), None);
    let digits =
        |text: &str, tag: &str| all(text, tag).identifiers.iter().map(|i| i.digits.clone()).collect::<Vec<_>>();
    assert_eq!(digits("هاتف: ٠١١٢٢٢٣٣٣٣", "ar"), ["0112223333"]);
    assert_eq!(digits("Tel.: 11 222 3333", "en"), ["112223333"]);
    assert_eq!(digits("call +963 11 222-3333 now", "en"), ["963112223333"]);
    assert!(digits("from 2019-2023, 1,234,567 and 3500000", "en").is_empty());
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
