//! The check of pronouns: a woman of the source is no "he" in the target, and a man no "she". It knows women and men by nouns of
//! occupation in the source that are the subject or its predicate, not by names.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::negation::keys;
use super::pair::{Pair, Side, SideWord};
use crate::model::{Finding, Message, Severity};

/// Nouns for women; with the article they are people, not things.
const FOR_WOMEN: &str = "المهندسة الدكتورة السيدة الكاتبة الباحثة الوزيرة المديرة الرئيسة الصحافية الصحفية الناشطة المعلمة الطبيبة المحامية \
    النائبة الشاعرة الروائية الأستاذة الطالبة الأم المرأة الفتاة الممرضة المخرجة الممثلة الفنانة المطربة الأميرة الملكة السفيرة القاضية \
    تلميذة طالبة امرأة فتاة سيدة طفلة أرملة كاتبة باحثة طبيبة معلمة مهندسة صحافية ناشطة ممرضة \
    المزارعة الأرملة الجدة العمة الخالة الابنة البنت الزوجة زوجته والدته أمه شقيقته أخته ابنته جدته";
const FOR_MEN: &str = "المهندس الدكتور السيد الكاتب الباحث الوزير المدير الصحافي الصحفي الناشط المعلم الطبيب المحامي النائب الشاعر الروائي \
    الأستاذ الطالب الأب الرجل الفتى الممرض المخرج الممثل الفنان المطرب الأمير الملك السفير القاضي المزارع الشيخ زوجها والدها والده شقيقه \
    أخوه ابنه جده";

/// Verbs, pronouns and particles behind which a noun is the subject or says what the subject is. Past forms with the ending of
/// a woman need no list.
const OF_WOMEN: &str = "هي ليست رأت تقول تضيف تؤكد توضح تتابع تعلن تكتب تصف تسأل تجيب ترد تهتف تهمس تعمل تعيش تقيم تدرس تروي تحكي تتذكر \
    تشرح تجلس تقف تقود تملك تدير تعتقد ترى تحاول تخشى تعرف تطالب";
const OF_MEN: &str = "هو كان أصبح صار ليس ظل قال أضاف أكد صرح ذكر أوضح تابع شدد أعلن كتب وصف تساءل سأل أجاب رد هتف صاح همس عمل عاش جلس \
    وقف خرج دخل جاء وصل عاد ذهب سافر درس روى حكى شرح";
/// Words with the look of a verb that are none.
const NOT_VERBS: &str = "بيروت الكويت كويت تصويت توقيت تثبيت تفاوت تابوت إنترنت زيت وقت بيت صوت بنت أخت موت تحت يوما يمين يسار يقين يونيو \
    يوليو يناير يهود يابان يونان";

static NOUNS_FOR_WOMEN: LazyLock<HashSet<String>> = LazyLock::new(|| keys(FOR_WOMEN));
static NOUNS_FOR_MEN: LazyLock<HashSet<String>> = LazyLock::new(|| keys(FOR_MEN));
static VERBS_OF_WOMEN: LazyLock<HashSet<String>> = LazyLock::new(|| keys(OF_WOMEN));
static VERBS_OF_MEN: LazyLock<HashSet<String>> = LazyLock::new(|| keys(OF_MEN));
static NO_VERBS: LazyLock<HashSet<String>> = LazyLock::new(|| keys(NOT_VERBS));

#[derive(Clone, Copy)]
enum Person {
    Woman,
    Man,
}

impl Person {
    fn other(self) -> Self {
        match self {
            Self::Woman => Self::Man,
            Self::Man => Self::Woman,
        }
    }

    fn nouns(self) -> &'static HashSet<String> {
        match self {
            Self::Woman => &NOUNS_FOR_WOMEN,
            Self::Man => &NOUNS_FOR_MEN,
        }
    }

    /// Whether a word names such a person at all, also behind a particle.
    fn is_named(self, key: &str) -> bool {
        let nouns = self.nouns();
        nouns.contains(key) || key.strip_prefix(['و', 'ف', 'ل', 'ب']).is_some_and(|key| nouns.contains(key))
    }

    /// Whether a word is a verb, or stands for one, that agrees with such a person.
    fn agrees(self, key: &str) -> bool {
        let form = |key: &str| {
            let may_be_verb = key.chars().count() > 3 && !key.starts_with("ال") && !NO_VERBS.contains(key);
            let (listed, is_inflected) = match self {
                Self::Woman => (&VERBS_OF_WOMEN, key.ends_with('ت') && !key.ends_with("ات")),
                Self::Man => (&VERBS_OF_MEN, key.starts_with('ي')),
            };
            listed.contains(key) || may_be_verb && is_inflected
        };
        form(key) || key.strip_prefix(['و', 'ف', 'س']).is_some_and(form)
    }

    /// The noun for such a person of which the text speaks.
    fn subject<'s>(self, side: &'s Side<'_>) -> Option<&'s SideWord> {
        let words = side.words();
        let at = (0..words.len()).find(|at| self.nouns().contains(&words[*at].key) && self.is_subject(side, *at))?;
        Some(&words[at])
    }

    /// Whether the word may be what the sentence speaks of: first in it, or behind a verb that agrees with it. What a preposition
    /// governs, a second person behind "and", and the adjective or the owner behind a noun are not.
    fn is_subject(self, side: &Side<'_>, at: usize) -> bool {
        let words = side.words();
        let sentences = side.sentences();
        let sentence = sentences.partition_point(|span| span.start <= words[at].span.start).checked_sub(1);
        let start = sentence.map_or(0, |at| sentences[at].start);
        let before = at.checked_sub(1).map(|before| &words[before]).filter(|before| before.span.start >= start);
        before.is_none_or(|before| self.agrees(&before.key))
    }
}

pub(super) fn pronoun(pair: &Pair<'_>) -> Vec<Finding> {
    let said = |list: &[&str]| pair.target.words().iter().find(|word| list.contains(&word.key.as_str()));
    let (meant, wrong) = match (said(&["she", "herself"]), said(&["he", "himself"])) {
        (None, Some(he)) => (Person::Woman, he),
        (Some(she), None) => (Person::Man, she),
        _ => return Vec::new(),
    };
    // Whoever else is named may be meant by the pronoun.
    let noun = meant.subject(&pair.source);
    let Some(noun) = noun.filter(|_| !pair.source.words().iter().any(|word| meant.other().is_named(&word.key))) else {
        return Vec::new();
    };
    let message = Message::new("finding-pronoun")
        .with("source", pair.source.at(&noun.span))
        .with("target", pair.target.at(&wrong.span));
    let found = pair.finding("gender.pronoun", Severity::Info, Some(&noun.span), Some(&wrong.span));
    vec![Finding { message, ..found }]
}
