//! The check of pronouns: a woman of the source is no "he" in the target, and a man no "she". It knows women and men by nouns of
//! occupation in the source that are the subject or its predicate, not by names.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::pair::{Pair, Side};
use crate::model::{Finding, Message, Severity};
use crate::text::norm;

/// Nouns for women; with the article they are people, not things.
const WOMEN: &str = "المهندسة الدكتورة السيدة الكاتبة الباحثة الوزيرة المديرة الرئيسة الصحافية الصحفية الناشطة المعلمة الطبيبة المحامية \
    النائبة الشاعرة الروائية الأستاذة الطالبة الأم المرأة الفتاة الممرضة المخرجة الممثلة الفنانة المطربة الأميرة الملكة السفيرة القاضية \
    تلميذة طالبة امرأة فتاة سيدة طفلة أرملة كاتبة باحثة طبيبة معلمة مهندسة صحافية ناشطة ممرضة \
    المزارعة الأرملة الجدة العمة الخالة الابنة البنت الزوجة زوجته والدته أمه شقيقته أخته ابنته جدته";
const MEN: &str = "المهندس الدكتور السيد الكاتب الباحث الوزير المدير الصحافي الصحفي الناشط المعلم الطبيب المحامي النائب الشاعر الروائي \
    الأستاذ الطالب الأب الرجل الفتى الممرض المخرج الممثل الفنان المطرب الأمير الملك السفير القاضي المزارع الشيخ زوجها والدها والده شقيقه \
    أخوه ابنه جده";

/// Verbs, pronouns and particles behind which a noun is the subject or says what the subject is. Past forms with the ending of
/// a woman need no list.
const BEFORE_A_WOMAN: &str = "هي ليست رأت تقول تضيف تؤكد توضح تتابع تعلن تكتب تصف تسأل تجيب ترد تهتف تهمس تعمل تعيش تقيم تدرس تروي تحكي تتذكر \
    تشرح تجلس تقف تقود تملك تدير تعتقد ترى تحاول تخشى تعرف تطالب";
const BEFORE_A_MAN: &str = "هو كان أصبح صار ليس ظل قال أضاف أكد صرح ذكر أوضح تابع شدد أعلن كتب وصف تساءل سأل أجاب رد هتف صاح همس عمل عاش جلس \
    وقف خرج دخل جاء وصل عاد ذهب سافر درس روى حكى شرح";
/// Words with the look of a verb that are none.
const NO_VERBS: &str = "بيروت الكويت كويت تصويت توقيت تثبيت تفاوت تابوت إنترنت زيت وقت بيت صوت بنت أخت موت تحت يوما يمين يسار يقين يونيو \
    يوليو يناير يهود يابان يونان";

fn keys(list: &str) -> HashSet<String> {
    list.split_whitespace().map(norm).collect()
}

static FOR_WOMEN: LazyLock<HashSet<String>> = LazyLock::new(|| keys(WOMEN));
static FOR_MEN: LazyLock<HashSet<String>> = LazyLock::new(|| keys(MEN));
static OF_WOMEN: LazyLock<HashSet<String>> = LazyLock::new(|| keys(BEFORE_A_WOMAN));
static OF_MEN: LazyLock<HashSet<String>> = LazyLock::new(|| keys(BEFORE_A_MAN));
static NOUNS: LazyLock<HashSet<String>> = LazyLock::new(|| keys(NO_VERBS));

/// Whether a word is a verb, or stands for one, that agrees with a woman or with a man.
fn agrees(key: &str, woman: bool) -> bool {
    let form = |key: &str| {
        let long = key.chars().count() > 3 && !key.starts_with("ال") && !NOUNS.contains(key);
        let listed = if woman { &OF_WOMEN } else { &OF_MEN };
        let inflected = if woman { key.ends_with('ت') && !key.ends_with("ات") } else { key.starts_with('ي') };
        listed.contains(key) || long && inflected
    };
    form(key) || key.strip_prefix(['و', 'ف', 'س']).is_some_and(form)
}

/// Whether the word may be what the sentence speaks of: first in it, or behind a verb that agrees with it. What a preposition
/// governs, a second person behind "and", and the adjective or the owner behind a noun are not.
fn is_subject(side: &Side<'_>, at: usize, woman: bool) -> bool {
    let words = side.words();
    let start = words[at].span.start;
    let sentences = side.sentences();
    let sentence = sentences.partition_point(|span| span.start <= start).checked_sub(1).map(|at| sentences[at].start);
    match at
        .checked_sub(1)
        .map(|before| &words[before])
        .filter(|before| sentence.is_none_or(|s| before.span.start >= s))
    {
        None => true,
        Some(before) => agrees(&before.key, woman),
    }
}

pub(super) fn pronoun(pair: &Pair<'_>) -> Vec<Finding> {
    let words = pair.source.words();
    let names = |list: &HashSet<String>, key: &str| {
        list.contains(key) || key.strip_prefix(['و', 'ف', 'ل', 'ب']).is_some_and(|key| list.contains(key))
    };
    // Who is named at all may be meant by a pronoun; wrong is only that of a subject.
    let named = |list: &HashSet<String>| words.iter().any(|word| names(list, &word.key));
    let subject = |list: &HashSet<String>, woman: bool| {
        let at = (0..words.len()).find(|at| list.contains(&words[*at].key) && is_subject(&pair.source, *at, woman))?;
        Some(&words[at])
    };
    let woman = if named(&FOR_MEN) { None } else { subject(&FOR_WOMEN, true) };
    let man = if named(&FOR_WOMEN) { None } else { subject(&FOR_MEN, false) };
    let said = |list: &[&str]| pair.target.words().iter().find(|word| list.contains(&word.key.as_str()));
    let (she, he) = (said(&["she", "herself"]), said(&["he", "himself"]));
    let (noun, wrong) = match (woman, man, she, he) {
        (Some(noun), _, None, Some(wrong)) | (_, Some(noun), Some(wrong), None) => (noun, wrong),
        _ => return Vec::new(),
    };
    let message = Message::new("finding-pronoun")
        .with("source", pair.source.at(&noun.span))
        .with("target", pair.target.at(&wrong.span));
    let found = pair.finding("gender.pronoun", Severity::Info, Some(&noun.span), Some(&wrong.span));
    vec![Finding { message, ..found }]
}
