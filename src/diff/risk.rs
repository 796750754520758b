//! Words whose change is small on the page and large in meaning: numbers, dates, negation, names. It guesses names from their
//! surroundings; it knows no list of people or places.

use std::collections::HashSet;

use similar::DiffableStr;

const NEGATORS: &str = "لا لم لن ليس ليست ليسوا غير بلا دون بدون عدم كلا not no never neither nor without none cannot";

const NUMBERS: &str = "صفر واحد واحدة اثنان اثنين اثنتان اثنتين ثلاث ثلاثة أربع أربعة خمس خمسة ست ستة سبع سبعة ثمان ثماني \
    ثمانية تسع تسعة عشر عشرة عشرون عشرين ثلاثون ثلاثين أربعون أربعين خمسون خمسين ستون ستين سبعون سبعين ثمانون ثمانين تسعون \
    تسعين مئة مائة مئتان مئتين مئات ألف ألفا ألفًا ألفان ألفين آلاف مليون مليونا مليونًا مليونان مليونين ملايين مليار مليارات \
    نصف ثلث ثلثا ثلثي ربع أرباع أول أولى ثان ثاني ثانية ثالث ثالثة رابع رابعة خامس خامسة سادس سادسة سابع سابعة ثامن ثامنة \
    تاسع تاسعة عاشر عاشرة zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen \
    sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand \
    thousands million millions billion billions half third thirds quarter quarters dozen first second fourth fifth";

const DATES: &str = "كانون تشرين شباط آذار نيسان أيار حزيران تموز آب أيلول يناير فبراير مارس أبريل إبريل مايو يونيو يوليو أغسطس \
    سبتمبر أكتوبر نوفمبر ديسمبر محرم صفر ربيع جمادى رجب شعبان رمضان شوال السبت الأحد الاثنين الإثنين الثلاثاء الأربعاء \
    الخميس الجمعة";

/// After these an Arabic name follows.
const NAME_CUES: &str = "السيد السيدة الدكتور الدكتورة الأستاذ الأستاذة المهندس المهندسة الشيخ الحاج الحاجة الشاعر الشاعرة \
    الكاتب الكاتبة الباحث الباحثة الصحافي الصحافية د م أ أ.د بن ابن بنت أبو أبي أم عبد آل مدينة بلدة قرية حي نهر جبل وادي \
    شارع محافظة جامعة تل نقلا قال قالت يقول تقول";

/// The words whose change is dangerous, as keys.
pub(super) struct Risk {
    fixed: HashSet<String>,
    name_cues: HashSet<String>,
}

impl Risk {
    /// The lists folded with the key that words are compared by.
    pub(super) fn new(key: fn(&str) -> String) -> Self {
        let fold = |lists: &[&str]| {
            lists.iter().flat_map(|l| l.split_whitespace()).map(|w| key(w).trim().to_owned()).collect()
        };
        Self { fixed: fold(&[NEGATORS, NUMBERS, DATES]), name_cues: fold(&[NAME_CUES]) }
    }

    /// Whether the word at `at` is a number, a date, a negator or looks like a name.
    ///
    /// `capitals` are the keys of the text's words that begin with a capital inside a sentence.
    pub(super) fn covers(&self, words: &[&str], at: usize, capitals: &HashSet<String>) -> bool {
        let word = words[at];
        let fixed = || stems(word).any(|stem| self.fixed.contains(stem));
        word.chars().any(|c| c.is_numeric() || is_sign(c))
            || fixed()
            || capitals.contains(word)
            || self.looks_like_a_name(words, at)
    }

    fn looks_like_a_name(&self, words: &[&str], at: usize) -> bool {
        let word = words[at];
        if !word.chars().any(is_arabic) {
            return false;
        }
        let Some(before) = at.checked_sub(1).map(|before| words[before]) else { return false };
        let nisba = word.chars().count() >= 5 && word.starts_with("ال") && word.ends_with('ي');
        stems(before).any(|stem| self.name_cues.contains(stem)) || nisba && !before.starts_with("ال")
    }
}

/// Signs that carry a quantity.
pub(super) const fn is_sign(c: char) -> bool {
    matches!(
        c,
        '%' | '٪'
            | '‰'
            | '°'
            | '$'
            | '€'
            | '£'
            | '¥'
            | '₪'
            | '₺'
            | '+'
            | '='
            | '<'
            | '>'
            | '≤'
            | '≥'
            | '±'
            | '×'
            | '÷'
    )
}

const fn is_arabic(c: char) -> bool {
    matches!(c, '\u{620}'..='\u{64a}' | '\u{671}'..='\u{6d3}')
}

/// The word, and the word without the particles and article that Arabic writes joined to it.
fn stems(word: &str) -> impl Iterator<Item = &str> {
    let bare = word.strip_prefix(['و', 'ف']).unwrap_or(word);
    let joined = ["بال", "كال", "ال", "لل", "ب", "ل", "ك"];
    let inner = joined.into_iter().find_map(|prefix| bare.strip_prefix(prefix));
    [Some(word), Some(bare), inner].into_iter().flatten()
}

/// Keys of the words with a capital that does not merely open a sentence, and of handles and hashtags.
pub(super) fn capitals(text: &str, key: fn(&str) -> String) -> HashSet<String> {
    let mut opens = true;
    let mut capitals = HashSet::new();
    let mut tagged = false;
    for token in <str as DiffableStr>::tokenize_unicode_words(text) {
        if token.chars().any(char::is_alphanumeric) {
            if tagged || !opens && token.starts_with(char::is_uppercase) {
                capitals.insert(key(token).trim().to_owned());
            }
            (opens, tagged) = (false, false);
        } else {
            tagged = matches!(token, "#" | "@");
            opens |= token.contains(['.', '!', '?', '؟', ':', '“', '"', '«']);
        }
    }
    capitals
}
