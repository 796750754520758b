//! The catalogue of checks: a line for each. It knows how a check is called and by what; it runs none.

use super::document::Document;
use super::pair::Pair;
use super::{
    Located, capitals, consistency, dates, encoding, gender, identifiers, lengths, markup, measures, names, negation,
    numbers, punctuation, quotations, religion, segments, structure, style, terms, titles,
};
use crate::model::{CheckScope, Finding, Severity};

/// Checks of the target alone: what was added on purpose is to be written well too.
pub(super) const OF_THE_TARGET: &[&str] = &[
    "seg.arabic-left",
    "punct.arabic-in-en",
    "punct.spacing",
    "space.double",
    "word.repeated",
    "case.sentence",
    "style.spelling",
    "style.percent",
    "style.date-order",
    "char.mojibake",
    "char.homoglyph",
    "char.bidi-control",
    "char.invisible",
];

/// Checks of articles that ask for the names of each passage.
pub(super) const OF_NAMES: &[&str] = &["name.inconsistent", "name.collision"];

/// How a check runs.
pub(super) enum Run {
    /// Over one passage.
    Pair(fn(&Pair<'_>) -> Vec<Finding>),
    /// Over all passages of an article, or of a desk.
    Document(fn(&Document<'_>) -> Vec<Located>),
}

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
    pub(super) run: Run,
}

macro_rules! checks {
    (@run Segment $run:path) => { Run::Pair($run) };
    (@run $scope:ident $run:path) => { Run::Document($run) };
    ($($id:literal $severity:ident $scope:ident $run:path, [$flag_ar:literal, $flag_en:literal], [$pass_ar:literal, $pass_en:literal];)+) => {
        &[$(Check {
            id: $id,
            severity: Severity::$severity,
            scope: CheckScope::$scope,
            flags: ($flag_ar, $flag_en),
            passes: ($pass_ar, $pass_en),
            run: checks!(@run $scope $run),
        }),+]
    };
}

/// All checks, in the order in which their findings are told.
pub static CHECKS: &[Check] = checks! {
    "num.mismatch" Error Segment numbers::mismatch,
        ["شارك ٤٥٠ مندوبًا في المؤتمر", "Some 540 delegates attended the conference"],
        ["بلغ العدد مليونًا ونصف المليون", "The number reached 1.5 million"];
    "num.scale" Error Segment numbers::scale,
        ["كلّف المشروع ٣٫٥ مليارات دولار", "The project cost $3.5 million"],
        ["كلّف المشروع ٣٫٥ مليارات دولار", "The project cost $3,500 million"];
    "num.percent" Error Segment numbers::percent,
        ["ارتفعت البطالة إلى ٤٥ في المئة", "Unemployment rose to 45"],
        ["ارتفعت البطالة إلى ٤٥ في المئة", "Unemployment rose to 45%"];
    "num.year" Error Segment numbers::year,
        ["منذ عام ١٩٤٨", "Since 1984"],
        ["في ستينيات القرن الماضي", "In the 1960s"];
    "num.format" Warn Segment numbers::format,
        ["بلغ العدد ١٬٢٥٠ عائلة", "The figure reached 1.250 families"],
        ["بلغ العدد ١٬٢٥٠ عائلة", "The figure reached 1,250 families"];
    "num.ordinal" Warn Segment numbers::ordinal,
        ["في القرن التاسع عشر", "In the eighteenth century"],
        ["في القرن التاسع عشر", "In the 19th century"];
    "num.range" Warn Segment numbers::range,
        ["خطة ٢٠١٩-٢٠٢٣", "The 2023–2019 plan"],
        ["خطة ٢٠١٩-٢٠٢٣", "The 2019–23 plan"];
    "num.dual" Info Segment numbers::dual,
        ["استغرق الأمر يومين", "It took days"],
        ["بين الطرفين", "between the two sides"];
    "num.phone" Error Segment identifiers::phone,
        ["هاتف: ٠١١٢٢٢٣٣٣٣", "Tel.: 11 222 3333"],
        ["هاتف: ٠١١٢٢٢٣٣٣٣", "Tel.: 011 222 3333"];
    "num.iban" Error Segment identifiers::iban,
        ["آيبان GB82 WEST 1234 5698 7654 32", "IBAN GB82 WEST 1234 5698 7645 32"],
        ["آيبان GB82 WEST 1234 5698 7654 32", "IBAN GB82WEST12345698765432"];
    "num.currency" Error Segment measures::currency,
        ["دفع ٥٠ ألف دينار", "He paid 50,000 dollars"],
        ["دفع ٥٠ ألف دينار", "He paid 50,000 dinars"];
    "num.unit" Warn Segment measures::unit,
        ["مساحة ٥٠٠ دونم", "an area of 500 hectares"],
        ["مساحة ٥٠٠ دونم", "an area of 500 dunams"];
    "date.mismatch" Error Segment dates::mismatch,
        ["في ٣ أيلول ٢٠٢٣", "On 9 March 2023"],
        ["في ٣ أيلول ٢٠٢٣", "On 3 September 2023"];
    "date.month" Error Segment dates::month,
        ["في تشرين الأول", "In November"],
        ["في جانفي الماضي", "Last January"];
    "date.hijri" Warn Segment dates::hijri,
        ["سنة ١٤٤٥هـ", "in 1445"],
        ["سنة ١٤٤٥هـ", "in 1445 AH (2023–24)"];
    "time.mismatch" Error Segment dates::time,
        ["الساعة ٩:٣٠ مساءً", "at 9:30 a.m."],
        ["الساعة ٩:٣٠ مساءً", "at 21:30"];
    "tag.inline" Error Segment markup::inline,
        ["قال <b>كل شيء</b> بوضوح", "He said <b>everything clearly"],
        ["قال <b>كل شيء</b> بوضوح", "He <b>said everything</b> clearly"];
    "id.url" Error Segment identifiers::url,
        ["انظر https://example.org/a1", "See https://example.org/al"],
        ["انظر https://example.org/a1.", "See https://example.org/a1."];
    "id.email" Error Segment identifiers::email,
        ["r.safsafi@example.org", "r.safasfi@example.org"],
        ["r.safsafi@example.org", "R.Safsafi@example.org"];
    "id.handle" Warn Segment identifiers::handle,
        ["وسم #عطش_السرو", "a social-media campaign"],
        ["وسم #عطش_السرو", "the hashtag #عطش_السرو (“the Sarw is thirsty”)"];
    "id.placeholder" Error Segment identifiers::placeholder,
        ["مرحبًا {name}", "Hello {user}"],
        ["مرحبًا {name}", "Hello {name}"];
    "seg.empty" Error Segment segments::empty,
        ["خاتمة", " "],
        ["***", "***"];
    "seg.untranslated" Error Segment segments::untranslated,
        ["لا بد من قرار", "لا بد من قرار"],
        ["https://example.org", "https://example.org"];
    "seg.arabic-left" Error Segment segments::arabic_left,
        ["نقص العدل", "The lack of عدل"],
        ["نقص العدل", "The lack of ʿadl (justice)"];
    "seg.sentence-count" Warn Segment lengths::sentence_count,
        ["نقص الماء. ضاع العدل. سكت الناس.", "Water dwindled and the people fell silent."],
        ["نقص الماء، وضاع العدل، وسكت الناس.", "Water dwindled. Justice was lost. The people fell silent."];
    "seg.length-ratio" Warn Segment lengths::ratio,
        ["يسكن حوض نهر السرو ملايين من الناس موزعين على بلدات كثيرة", "Millions live there."],
        ["يسكن حوض نهر السرو نحو ثلاثة ملايين نسمة", "About three million people live in the Sarw River basin"];
    "doc.paragraph-count" Error Segment structure::paragraph_count,
        ["نقص الماء.\n\nضاع العدل.", "Water dwindled. Justice was lost."],
        ["نقص الماء.\n\nضاع العدل.", "Water dwindled.\n\nJustice was lost."];
    "src.changed" Error Segment structure::source_changed,
        ["", ""],
        ["نقص الماء", "Water dwindled"];
    "tm.unedited-fuzzy" Warn Segment structure::unedited_match,
        ["", ""],
        ["نقص الماء", "Water dwindled"];
    "cons.same-source" Warn Project consistency::same_source,
        ["رقم الحساب ٠٠١٢٣\n\nرقم الحساب ٠٠١٢٣", "Account no. 00123\n\nAccount number 00123"],
        ["رقم الحساب ٠٠١٢٣\n\nرقم الحساب ٠٠١٢٣", "Account number 00123\n\nAccount number 00123"];
    "cons.same-target" Info Project consistency::same_target,
        ["ارتفع الطلب\n\nانخفض الطلب", "Demand rose\n\nDemand rose"],
        ["خاتمة الكتاب\n\nالخاتمة للكتاب", "Conclusion of the book\n\nConclusion of the book"];
    "term.required" Error Segment terms::required,
        ["وبلجنتها التنفيذية", "and through its executive body"],
        ["وبلجنتها التنفيذية", "and through its Executive Committee"];
    "term.forbidden" Error Segment terms::forbidden,
        ["قال جيش الاحتلال", "The army said"],
        ["قال جيش الاحتلال", "The occupation army said"];
    "term.dnt" Error Segment terms::do_not_translate,
        ["عبر تطبيق WhatsApp", "via the messaging application"],
        ["عبر تطبيق WhatsApp", "via WhatsApp"];
    "term.acronym" Info Document terms::acronym,
        ["تقول الأونروا", "UNCTADX says"],
        ["تقول الأمم المتحدة", "The UN says"];
    "name.inconsistent" Warn Document names::inconsistent,
        ["زار القذافي روما\n\nغادر القذافي", "Gaddafi visited Rome\n\nQadhafi left"],
        ["زار معمر القذافي روما\n\nغادر القذافي", "Muammar Gaddafi visited Rome\n\nGaddafi left"];
    "name.missing" Warn Segment names::missing,
        ["التقى محمود عباس الوفد", "Mahmoud Darwish met the delegation"],
        ["التقى محمود عباس الوفد", "Mahmoud Abbas met the delegation"];
    "name.collision" Info Document names::collision,
        ["زار عُمان\n\nزار عمّان", "He visited Oman\n\nHe visited Oman"],
        ["أبو بكر\n\nلأبي بكر", "Abu Bakr\n\nto Abu Bakr"];
    "name.title" Info Segment titles::title,
        ["بقلم: أ.د. رواد الصفصافي", "By Ruwad al-Safsafi"],
        ["بقلم: د. رواد الصفصافي", "By Dr Ruwad al-Safsafi"];
    "punct.arabic-in-en" Error Segment punctuation::arabic_in_english,
        ["نعم، سنفعل", "Yes، we will"],
        ["نعم، سنفعل", "Yes, we will"];
    "punct.end-mark" Warn Segment punctuation::end_mark_differs,
        ["أين أخطأنا؟", "Where we went wrong."],
        ["وقال: «نقص العدل».", "He said: “Justice has dwindled.”"];
    "punct.quotes" Warn Segment quotations::quotes,
        ["قال: «نقص العدل»", "He said that justice had dwindled"],
        ["قال: «نقص العدل وضاع الماء»", "“Justice has dwindled,” he said, “and the water is lost.”"];
    "quote.attribution" Warn Segment quotations::attribution,
        ["وأكد الوزير: «لن نوقّع»", "“We will not sign.”"],
        ["وأكد الوزير: «لن نوقّع»", "“We will not sign,” the minister insisted."];
    "punct.brackets" Error Segment punctuation::brackets,
        ["(انظر أدناه)", ")see below("],
        ["أ) سجل موحد", "A) A unified register"];
    "punct.spacing" Warn Segment punctuation::spacing,
        ["قال إنه سيعود ، ثم رحل", "He said he would return , then left"],
        ["بنسبة ٣:١", "by 3:1"];
    "space.double" Info Segment punctuation::double_space,
        ["نقص الماء", "Water  dwindled"],
        ["نقص الماء", "Water dwindled"];
    "word.repeated" Warn Segment punctuation::repeated_word,
        ["في نهاية الأمر", "in the the end"],
        ["بطرس بطرس غالي", "Boutros Boutros-Ghali"];
    "case.sentence" Warn Segment capitals::sentence,
        ["قالت الهيئة", "the authority said"],
        ["أما الأزهر فقال", "Al-Azhar, for its part, said"];
    "case.heading" Info Document capitals::heading,
        ["أولاً: أرقام مهمة\n\nثانياً: أين أخطأنا", "I. Figures That Matter\n\nII. Where we erred badly"],
        ["أولاً: أرقام مهمة\n\nثانياً: أين أخطأنا", "I. Figures That Matter\n\nII. Where We Erred Badly"];
    "dash.style" Info Document structure::dashes,
        ["الماء - وهو الحياة - قليل", "Water - which is life - is scarce"],
        ["الماء – وهو الحياة – قليل", "Water – which is life – is scarce"];
    "name.article-style" Info Document style::article,
        ["قال الصفصافي\n\nثم عاد الصفصافي", "So al-Safsafi said\n\nThen Al Safsafi came back"],
        ["صحيفة الجزيرة\n\nقال الصفصافي", "The newspaper Al Jazeera\n\nSo al-Safsafi said"];
    "style.spelling" Warn Segment style::spelling, ["", ""], ["لون الماء", "The colour of water"];
    "style.percent" Warn Segment style::percent, ["", ""], ["٤٥ في المئة", "45%"];
    "style.date-order" Warn Segment style::date_order, ["", ""], ["٣ أيلول ٢٠٢٣", "September 3, 2023"];
    "char.mojibake" Error Segment encoding::mojibake,
        ["باب", "Ø¨Ø§Ø¨"],
        ["قهوة", "café"];
    "char.homoglyph" Warn Segment encoding::homoglyph,
        ["الرئيس", "the Presid\u{435}nt"],
        ["الرئيس", "the President"];
    "rel.quran" Error Segment religion::quran,
        ["﴿وَأَنْزَلْنَا مِنَ السَّمَاءِ مَاءً﴾", "We sent down water from the sky"],
        ["﴿وَأَنْزَلْنَا مِنَ السَّمَاءِ مَاءً﴾ [المؤمنون: ١٨]", "“And We sent down water from the sky” (Q 23:18)"];
    "rel.formula" Info Segment religion::formula,
        ["قال النبي ﷺ", "The Prophet said"],
        ["قال النبي ﷺ", "The Prophet, peace be upon him, said"];
    "neg.mismatch" Warn Segment negation::mismatch,
        ["لم يوافق المجلس على القرار", "The council approved the decision"],
        ["لم يعترض سوى واحد", "Only one objected"];
    "gender.pronoun" Info Segment gender::pronoun,
        ["تقول المهندسة سهاد إنها طلبت", "Suhad says he asked"],
        ["تقول الهيئة إنها طلبت", "The authority says it asked"];
    "head.numbering" Warn Document structure::numbering_differs,
        ["ثالثًا: الحلول", "II. Solutions"],
        ["ج) مجلس للحوض", "C) A basin council"];
    "note.ref" Error Document structure::note_references,
        ["الشبكة القديمة.(١)", "The old network."],
        ["الشبكة القديمة.(١)", "The old network.(1)"];
    "struct.class" Info Segment structure::class,
        ["خاتمة", "In conclusion, we must say that water matters."],
        ["خاتمة", "Conclusion"];
    "char.bidi-control" Error Segment segments::bidi_control,
        ["سجل", "The regis\u{202e}ter"],
        ["الأمم المتحدة", "The Arabic name of the United Nations (الأمم المتحدة\u{200e})"];
    "char.invisible" Warn Segment segments::invisible,
        ["سجل", "regis\u{200b}ter"],
        ["٢٫٤ كم", "2.4\u{a0}km"];
};
