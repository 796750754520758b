//! The check of pronouns: a woman of the source is no "he" in the target, and a man no "she". It knows women and men by nouns of
//! occupation in the source, not by names.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::pair::Pair;
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

static FOR_WOMEN: LazyLock<HashSet<String>> = LazyLock::new(|| WOMEN.split_whitespace().map(norm).collect());
static FOR_MEN: LazyLock<HashSet<String>> = LazyLock::new(|| MEN.split_whitespace().map(norm).collect());

pub(super) fn pronoun(pair: &Pair<'_>) -> Vec<Finding> {
    let named = |list: &HashSet<String>| {
        let is = |key: &str| list.contains(key);
        pair.source
            .words()
            .iter()
            .find(|word| is(&word.key) || word.key.strip_prefix(['و', 'ف', 'ل', 'ب']).is_some_and(is))
    };
    let said = |list: &[&str]| pair.target.words().iter().find(|word| list.contains(&word.key.as_str()));
    let (woman, man) = (named(&FOR_WOMEN), named(&FOR_MEN));
    let (she, he) = (said(&["she", "herself"]), said(&["he", "himself"]));
    let (noun, wrong) = match (woman, man, she, he) {
        (Some(noun), None, None, Some(wrong)) | (None, Some(noun), Some(wrong), None) => (noun, wrong),
        _ => return Vec::new(),
    };
    let message = Message::new("finding-pronoun")
        .with("source", pair.source.at(&noun.span))
        .with("target", pair.target.at(&wrong.span));
    let found = pair.finding("gender.pronoun", Severity::Info, Some(&noun.span), Some(&wrong.span));
    vec![Finding { message, ..found }]
}
