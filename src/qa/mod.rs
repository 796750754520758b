//! Checks of a target against its source. Each check is a line of [`CHECKS`]; the table is all that knows them. Findings hold
//! spans and messages, no sentences. Nothing here stores, waives or mends anything.

mod comparison;
mod dates;
mod identifiers;
mod measures;
mod numbers;
mod pair;
mod punctuation;
mod segments;

use crate::model::{CheckScope, Finding, Language, Severity};
use pair::Pair;

/// A check: what it is called, what it weighs, and how it decides.
pub struct Check {
    /// The stable id, family first.
    pub id: &'static str,
    /// The weight of most of its findings; a finding may weigh less.
    pub severity: Severity,
    /// What it has to see.
    pub scope: CheckScope,
    /// A source and target that it finds fault with.
    pub flags: (&'static str, &'static str),
    /// A source and target that it lets pass.
    pub passes: (&'static str, &'static str),
    run: fn(&Pair<'_>) -> Vec<Finding>,
}

macro_rules! checks {
    ($($id:literal $severity:ident $run:path, [$flag_ar:literal, $flag_en:literal], [$pass_ar:literal, $pass_en:literal];)+) => {
        &[$(Check {
            id: $id,
            severity: Severity::$severity,
            scope: CheckScope::Segment,
            flags: ($flag_ar, $flag_en),
            passes: ($pass_ar, $pass_en),
            run: $run,
        }),+]
    };
}

/// All checks, in the order in which their findings are told.
pub static CHECKS: &[Check] = checks! {
    "num.mismatch" Error numbers::mismatch,
        ["شارك ٤٥٠ مندوبًا في المؤتمر", "Some 540 delegates attended the conference"],
        ["بلغ العدد مليونًا ونصف المليون", "The number reached 1.5 million"];
    "num.scale" Error numbers::scale,
        ["كلّف المشروع ٣٫٥ مليارات دولار", "The project cost $3.5 million"],
        ["كلّف المشروع ٣٫٥ مليارات دولار", "The project cost $3,500 million"];
    "num.percent" Error numbers::percent,
        ["ارتفعت البطالة إلى ٤٥ في المئة", "Unemployment rose to 45"],
        ["ارتفعت البطالة إلى ٤٥ في المئة", "Unemployment rose to 45%"];
    "num.year" Error numbers::year,
        ["منذ عام ١٩٤٨", "Since 1984"],
        ["في ستينيات القرن الماضي", "In the 1960s"];
    "num.format" Warn numbers::format,
        ["بلغ العدد ١٬٢٥٠ عائلة", "The figure reached 1.250 families"],
        ["بلغ العدد ١٬٢٥٠ عائلة", "The figure reached 1,250 families"];
    "num.ordinal" Warn numbers::ordinal,
        ["في القرن التاسع عشر", "In the eighteenth century"],
        ["في القرن التاسع عشر", "In the 19th century"];
    "num.range" Warn numbers::range,
        ["خطة ٢٠١٩-٢٠٢٣", "The 2023–2019 plan"],
        ["خطة ٢٠١٩-٢٠٢٣", "The 2019–23 plan"];
    "num.dual" Info numbers::dual,
        ["استغرق الأمر يومين", "It took days"],
        ["بين الطرفين", "between the two sides"];
    "num.phone" Error identifiers::phone,
        ["هاتف: ٠١١٢٢٢٣٣٣٣", "Tel.: 11 222 3333"],
        ["هاتف: ٠١١٢٢٢٣٣٣٣", "Tel.: 011 222 3333"];
    "num.iban" Error identifiers::iban,
        ["آيبان GB82 WEST 1234 5698 7654 32", "IBAN GB82 WEST 1234 5698 7645 32"],
        ["آيبان GB82 WEST 1234 5698 7654 32", "IBAN GB82WEST12345698765432"];
    "num.currency" Error measures::currency,
        ["دفع ٥٠ ألف دينار", "He paid 50,000 dollars"],
        ["دفع ٥٠ ألف دينار", "He paid 50,000 dinars"];
    "num.unit" Warn measures::unit,
        ["مساحة ٥٠٠ دونم", "an area of 500 hectares"],
        ["مساحة ٥٠٠ دونم", "an area of 500 dunams"];
    "date.mismatch" Error dates::mismatch,
        ["في ٣ أيلول ٢٠٢٣", "On 9 March 2023"],
        ["في ٣ أيلول ٢٠٢٣", "On 3 September 2023"];
    "date.month" Error dates::month,
        ["في تشرين الأول", "In November"],
        ["في جانفي الماضي", "Last January"];
    "date.hijri" Warn dates::hijri,
        ["سنة ١٤٤٥هـ", "in 1445"],
        ["سنة ١٤٤٥هـ", "in 1445 AH (2023–24)"];
    "time.mismatch" Error dates::time,
        ["الساعة ٩:٣٠ مساءً", "at 9:30 a.m."],
        ["الساعة ٩:٣٠ مساءً", "at 21:30"];
    "id.url" Error identifiers::url,
        ["انظر https://example.org/a1", "See https://example.org/al"],
        ["انظر https://example.org/a1.", "See https://example.org/a1."];
    "id.email" Error identifiers::email,
        ["r.safsafi@example.org", "r.safasfi@example.org"],
        ["r.safsafi@example.org", "R.Safsafi@example.org"];
    "id.handle" Warn identifiers::handle,
        ["وسم #عطش_السرو", "a social-media campaign"],
        ["وسم #عطش_السرو", "the hashtag #عطش_السرو (“the Sarw is thirsty”)"];
    "id.placeholder" Error identifiers::placeholder,
        ["مرحبًا {name}", "Hello {user}"],
        ["مرحبًا {name}", "Hello {name}"];
    "seg.empty" Error segments::empty,
        ["خاتمة", " "],
        ["***", "***"];
    "seg.untranslated" Error segments::untranslated,
        ["لا بد من قرار", "لا بد من قرار"],
        ["https://example.org", "https://example.org"];
    "seg.arabic-left" Error segments::arabic_left,
        ["نقص العدل", "The lack of عدل"],
        ["نقص العدل", "The lack of ʿadl (justice)"];
    "punct.arabic-in-en" Error punctuation::arabic_in_english,
        ["نعم، سنفعل", "Yes، we will"],
        ["نعم، سنفعل", "Yes, we will"];
    "punct.end-mark" Warn punctuation::end_mark_differs,
        ["أين أخطأنا؟", "Where we went wrong."],
        ["وقال: «نقص العدل».", "He said: “Justice has dwindled.”"];
    "punct.brackets" Error punctuation::brackets,
        ["(انظر أدناه)", ")see below("],
        ["أ) سجل موحد", "A) A unified register"];
    "punct.spacing" Warn punctuation::spacing,
        ["قال إنه سيعود ، ثم رحل", "He said he would return , then left"],
        ["بنسبة ٣:١", "by 3:1"];
    "space.double" Info punctuation::double_space,
        ["نقص الماء", "Water  dwindled"],
        ["نقص الماء", "Water dwindled"];
    "word.repeated" Warn punctuation::repeated_word,
        ["في نهاية الأمر", "in the the end"],
        ["بطرس بطرس غالي", "Boutros Boutros-Ghali"];
    "char.bidi-control" Error segments::bidi_control,
        ["سجل", "The regis\u{202e}ter"],
        ["الأمم المتحدة", "The Arabic name of the United Nations (الأمم المتحدة\u{200e})"];
    "char.invisible" Warn segments::invisible,
        ["سجل", "regis\u{200b}ter"],
        ["٢٫٤ كم", "2.4\u{a0}km"];
};

/// Runs the wanted checks over one source and its target; findings come in the order of the table.
///
/// Time grows with the length of both texts, and with the square of the dates and clock times that disagree.
#[must_use]
pub fn check_pair(
    source: (&str, &Language),
    target: (&str, &Language),
    wanted: impl Fn(&Check) -> bool,
) -> Vec<Finding> {
    let pair = Pair::new(source, target);
    CHECKS.iter().filter(|check| wanted(check)).flat_map(|check| (check.run)(&pair)).collect()
}

#[cfg(test)]
mod tests;
