//! Words around a name that are no part of it: titles, and class words (نهر, river) that are translated, not transliterated.
//! Does not weigh letters.

use super::words::Word;

/// How many of the first words of an Arabic name are titles: الدكتور, وزير الخارجية, and الدكتور after it.
pub(super) fn arabic_titles(words: &[Word]) -> usize {
    let mut count = 0;
    while count < words.len() {
        let rest = &words[count..];
        let phrase = TITLE_PHRASES.iter().find(|phrase| {
            phrase.len() < rest.len() && phrase.iter().zip(rest).all(|(part, word)| *part == word.bare())
        });
        count += match phrase {
            Some(phrase) => phrase.len(),
            None if is_office_of(rest) => 2,
            None if is_arabic_title(&rest[0].bare()) || is_honorific(&rest[0].text()) => 1,
            None => break,
        };
    }
    count
}

/// A head of an office before what it is over: وزير الخارجية, قائد الجيش.
fn is_office_of(words: &[Word]) -> bool {
    let [head, over, _, ..] = words else { return false };
    let is_head = matches!(
        &*head.text(),
        "وزير"
            | "وزيرة"
            | "رئيس"
            | "رئيسة"
            | "نائب"
            | "قائد"
            | "مدير"
            | "محافظ"
            | "زعيم"
            | "سفير"
            | "مفتي"
            | "والي"
            | "عمدة"
    );
    is_head && over.letters.starts_with(&['ا', 'ل'])
}

/// Without articles (الله is له).
const TITLE_PHRASES: &[&[&str]] = &[
    &["آية", "له"],
    &["ولي", "عهد"],
    &["أمين", "عام"],
    &["فريق", "أول"],
    &["عميد", "ركن"],
    &["شيخ", "أزهر"],
    &["حجة", "إسلام"],
    &["خادم", "حرمين", "شريفين"],
    &["صاحب", "سمو"],
    &["صاحب", "جلالة"],
    &["مبعوث", "أممي"],
];

fn is_arabic_title(bare: &str) -> bool {
    matches!(
        bare,
        "د" | "أ"
            | "م"
            | "دكتور"
            | "دكتورة"
            | "سيد"
            | "سيدة"
            | "سيدي"
            | "شيخ"
            | "شيخة"
            | "أستاذ"
            | "أستاذة"
            | "ملك"
            | "ملكة"
            | "أمير"
            | "أميرة"
            | "رئيس"
            | "رئيسة"
            | "حاج"
            | "حاجة"
            | "إمام"
            | "مهندس"
            | "لواء"
            | "عميد"
            | "عقيد"
            | "مشير"
            | "جنرال"
            | "فريق"
            | "سلطان"
            | "خليفة"
            | "قاضي"
            | "مولاي"
            | "آية"
            | "وزير"
            | "وزيرة"
            | "نائب"
            | "سفير"
            | "مفتي"
            | "بابا"
            | "بطريرك"
            | "مطران"
            | "أسقف"
            | "قس"
            | "خديوي"
            | "خديو"
            | "إمبراطور"
            | "قيصر"
            | "سيناتور"
            | "ملا"
            | "سمو"
            | "جلالة"
            | "معالي"
            | "فخامة"
            | "سعادة"
    )
}

/// Words that are titles with their article alone; without it they are names.
fn is_honorific(word: &str) -> bool {
    matches!(
        word,
        "الشهيد"
            | "الشاعر"
            | "الشاعرة"
            | "الكاتب"
            | "الكاتبة"
            | "الفنان"
            | "الفنانة"
            | "الرائد"
            | "المقدم"
            | "النقيب"
            | "الملازم"
            | "القديس"
            | "القديسة"
            | "النبي"
            | "الأب"
            | "الصحفي"
            | "الصحافي"
            | "الزعيم"
            | "المرشد"
            | "الراحل"
            | "المخرج"
            | "الروائي"
            | "المؤرخ"
            | "العلامة"
            | "المرحوم"
            | "الأخ"
            | "الآنسة"
    )
}

/// Titles that stand behind a name.
pub(super) fn is_arabic_title_behind(word: &str) -> bool {
    matches!(word, "باشا" | "بك" | "بيك" | "بيه" | "أفندي" | "أفندى" | "آغا")
}

pub(super) fn is_latin_title_behind(word: &str) -> bool {
    matches!(word, "pasha" | "pacha" | "bey" | "bek" | "effendi" | "efendi" | "agha" | "aga")
}

pub(super) fn is_latin_title(word: &str) -> bool {
    matches!(
        word,
        "the"
            | "dr"
            | "doctor"
            | "mr"
            | "mrs"
            | "ms"
            | "miss"
            | "prof"
            | "professor"
            | "sheikh"
            | "sheikha"
            | "shaykh"
            | "sheik"
            | "shaikh"
            | "cheikh"
            | "king"
            | "queen"
            | "crown"
            | "prince"
            | "princess"
            | "president"
            | "vice"
            | "prime"
            | "foreign"
            | "interior"
            | "defence"
            | "defense"
            | "minister"
            | "deputy"
            | "secretary"
            | "ambassador"
            | "senator"
            | "governor"
            | "mp"
            | "emir"
            | "amir"
            | "sultan"
            | "caliph"
            | "khedive"
            | "emperor"
            | "tsar"
            | "imam"
            | "hajj"
            | "haj"
            | "hadj"
            | "hajji"
            | "sayyid"
            | "sayyed"
            | "sayed"
            | "sayyida"
            | "sidi"
            | "moulay"
            | "mulay"
            | "mullah"
            | "mufti"
            | "grand"
            | "ayatollah"
            | "pope"
            | "patriarch"
            | "bishop"
            | "archbishop"
            | "father"
            | "saint"
            | "prophet"
            | "field"
            | "marshal"
            | "general"
            | "gen"
            | "lieutenant"
            | "lt"
            | "major"
            | "maj"
            | "colonel"
            | "col"
            | "brigadier"
            | "brig"
            | "captain"
            | "sir"
            | "lord"
            | "lady"
            | "judge"
            | "qadi"
            | "eng"
            | "engineer"
            | "martyr"
            | "poet"
            | "late"
            | "former"
    )
}

/// Whether a class word is commonly left out: صحيفة الأهرام is Al-Ahram, نهر البارد is not Bared.
pub(super) fn may_be_left_out(class: &str) -> bool {
    matches!(
        class,
        "مدينة"
            | "بلدة"
            | "قرية"
            | "محافظة"
            | "ولاية"
            | "صحيفة"
            | "جريدة"
            | "مجلة"
            | "قناة"
            | "وكالة"
            | "حركة"
            | "جماعة"
            | "تنظيم"
            | "شركة"
            | "دولة"
            | "موقع"
            | "نادي"
    )
}

/// The English words for an Arabic class word; none for another word.
pub(super) fn class_words(arabic: &str) -> &'static [&'static str] {
    match arabic {
        "نهر" => &["river"],
        "جبل" => &["mount", "mountain", "mt"],
        "جبال" => &["mountains"],
        "بحيرة" => &["lake"],
        "بحر" => &["sea"],
        "خليج" => &["gulf", "bay"],
        "مضيق" => &["strait", "straits"],
        "قناة" => &["canal", "channel", "tv"],
        "جزيرة" => &["island"],
        "جزر" => &["islands"],
        "وادي" => &["valley"],
        "سهل" => &["plain", "valley"],
        "هضبة" => &["plateau", "heights"],
        "صحراء" => &["desert"],
        "واحة" | "واحات" | "الواحات" => &["oasis", "oases"],
        "شارع" => &["street"],
        "ميدان" | "ساحة" => &["square"],
        "جسر" | "كوبري" => &["bridge"],
        "سد" => &["dam"],
        "قصر" => &["palace"],
        "قلعة" => &["castle", "citadel", "fort", "fortress"],
        "برج" => &["tower"],
        "مسجد" | "جامع" => &["mosque"],
        "كنيسة" => &["church"],
        "دير" => &["monastery"],
        "معبد" => &["temple"],
        "جامعة" => &["university"],
        "معهد" => &["institute"],
        "مدرسة" => &["school"],
        "كلية" => &["college"],
        "مستشفى" => &["hospital"],
        "مطار" => &["airport"],
        "ميناء" | "مرفأ" => &["port", "harbour", "harbor"],
        "مخيم" => &["camp"],
        "مدينة" => &["city", "town"],
        "بلدة" => &["town"],
        "قرية" => &["village"],
        "محافظة" => &["governorate", "province"],
        "ولاية" => &["state", "province", "governorate"],
        "إقليم" => &["region", "province"],
        "إمارة" => &["emirate"],
        "مملكة" => &["kingdom"],
        "سلطنة" => &["sultanate"],
        "جمهورية" => &["republic"],
        "دولة" => &["state"],
        "حي" => &["neighbourhood", "neighborhood", "district", "quarter"],
        "منطقة" => &["area", "region", "district"],
        "حزب" => &["party"],
        "حركة" | "تيار" => &["movement"],
        "جبهة" => &["front"],
        "كتلة" => &["bloc", "block"],
        "ائتلاف" | "تحالف" => &["coalition", "alliance"],
        "جيش" => &["army"],
        "قوات" => &["forces"],
        "كتائب" | "سرايا" | "ألوية" => &["brigades"],
        "لواء" => &["brigade"],
        "كتيبة" => &["battalion", "brigade"],
        "فيلق" => &["corps", "legion"],
        "ميليشيا" | "مليشيا" => &["militia"],
        "جماعة" => &["group", "movement"],
        "تنظيم" => &["organisation", "organization", "group"],
        "جمعية" => &["association", "society"],
        "مؤسسة" => &["foundation"],
        "مركز" => &["centre", "center"],
        "شركة" => &["company"],
        "بنك" | "مصرف" => &["bank"],
        "صحيفة" | "جريدة" => &["newspaper", "daily"],
        "مجلة" => &["magazine"],
        "وكالة" => &["agency"],
        "إذاعة" => &["radio"],
        "موقع" => &["website", "site"],
        "دار" => &["house"],
        "متحف" => &["museum"],
        "مهرجان" => &["festival"],
        "جائزة" => &["prize", "award"],
        "نادي" => &["club"],
        "مسرح" => &["theatre", "theater"],
        "فندق" => &["hotel"],
        "سجن" => &["prison"],
        "قاعدة" => &["base"],
        "معبر" => &["crossing"],
        "باب" | "بوابة" => &["gate"],
        "حديقة" => &["park", "garden"],
        "ضريح" | "مقام" => &["shrine", "mausoleum"],
        "سوق" => &["market", "souk", "souq"],
        "معركة" => &["battle"],
        "معاهدة" => &["treaty"],
        "اتفاقية" | "اتفاق" => &["agreement", "accord", "accords"],
        "أسرة" | "عائلة" | "آل" => &["family", "house"],
        "قبيلة" => &["tribe"],
        "سورة" => &["surah", "sura"],
        _ => &[],
    }
}
